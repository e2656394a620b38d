# value and tangent of drag_coefficient in 150 operations, 199 before the passes

from math import log, log10, pow

inv_log_10 = 0.43429448190325176
log_10 = 2.302585092994046


def drag_coefficient(reynolds, dreynolds):
    # drag.py:14  if reynolds < 0:
    if reynolds < 0.0:
        raise ValueError("the Reynolds number <input reynolds> is negative")
    # drag.py:16  if reynolds < 0.01:
    if reynolds < 0.01:
        # drag.py:14  if reynolds < 0:
        return 0.1875 + 24.0 / reynolds, -24.0 / reynolds / reynolds * dreynolds
    # drag.py:19  if reynolds <= 260:
    if reynolds <= 260.0:
        # drag.py:24  return 24 / reynolds * factor
        v0 = 24.0 / reynolds
        d0 = -24.0 / reynolds / reynolds
        # drag.py:20  if reynolds <= 20:
        if reynolds <= 20.0:
            # drag.py:21  factor = 1 + 0.1315 * reynolds ** (0.82 - 0.05 * w)
            v1 = 0.82 - 0.05 * log10(reynolds)
            v2 = pow(reynolds, v1)
            d3 = pow(reynolds, v1 - (0.0 if v1 == 0.0 and reynolds == 0.0 else 1.0))
            if reynolds > 0.0:
                d4 = v2 * log(reynolds) * (inv_log_10 / reynolds * -0.05)
            else:
                d4 = 0.0
            factor = 1.0 + 0.1315 * v2
            # drag.py:14  if reynolds < 0:
            d5 = (factor * d0 + v0 * (0.1315 * (v1 * d3 + d4))) * dreynolds
            # drag.py:24  return 24 / reynolds * factor
            return v0 * factor, d5
        # drag.py:23  factor = 1 + 0.1935 * reynolds**0.6305
        factor2 = 1.0 + 0.1935 * pow(reynolds, 0.6305)
        # drag.py:24  return 24 / reynolds * factor
        d6 = v0 * (0.12200174999999999 * pow(reynolds, -0.36950000000000005))
        # drag.py:14  if reynolds < 0:
        return v0 * factor2, (factor2 * d0 + d6) * dreynolds
    # drag.py:25  if reynolds <= 3.38e5:
    if not reynolds <= 338000.0:
        # drag.py:35  if reynolds <= 4e5:
        if reynolds <= 400000.0:
            # drag.py:14  if reynolds < 0:
            d7 = inv_log_10 / reynolds * -5.3 * dreynolds
            # drag.py:36  return 29.78 - 5.3 * w
            return 29.78 - 5.3 * log10(reynolds), d7
        # drag.py:37  if reynolds <= 1e6:
        if reynolds <= 1000000.0:
            # drag.py:14  if reynolds < 0:
            d8 = 0.1 * (inv_log_10 / reynolds) * dreynolds
            # drag.py:38  return 0.1 * w - 0.49
            return 0.1 * log10(reynolds) - 0.49, d8
        # drag.py:14  if reynolds < 0:
        d9 = -(dreynolds * (-80000.0 / reynolds / reynolds))
        # drag.py:39  return 0.19 - 8e4 / reynolds
        return 0.19 - 80000.0 / reynolds, d9
    # drag.py:18  w = math.log10(reynolds)
    w = log10(reynolds)
    dw = inv_log_10 / reynolds
    # drag.py:27  exponent = 1.6435 - 1.1242 * w + 0.1558 * w**2
    v10 = w * w
    # drag.py:26  if reynolds <= 1500:
    if reynolds <= 1500.0:
        # drag.py:34  return 10**exponent
        v11 = 10.0 ** (1.6435 - 1.1242 * w + 0.1558 * v10)
        # drag.py:14  if reynolds < 0:
        return v11, v11 * log_10 * (0.3116 * w * dw - 1.1242 * dw) * dreynolds
    # drag.py:28  elif reynolds <= 1.2e4:
    if reynolds <= 12000.0:
        # drag.py:34  return 10**exponent
        v12 = 10.0 ** (2.5558 * w - 2.4571 - 0.9295 * v10 + 0.1049 * (v10 * w))
        d12 = v12 * log_10 * (2.5558 * dw - 1.859 * w * dw + 0.3147 * v10 * dw)
        # drag.py:14  if reynolds < 0:
        return v12, d12 * dreynolds
    # drag.py:30  elif reynolds <= 4.4e4:
    if reynolds <= 44000.0:
        # drag.py:34  return 10**exponent
        v13 = 10.0 ** (0.637 * w - 1.9181 - 0.0636 * v10)
        # drag.py:14  if reynolds < 0:
        return v13, v13 * log_10 * (0.637 * dw - 0.1272 * w * dw) * dreynolds
    # drag.py:34  return 10**exponent
    v14 = 10.0 ** (1.5809 * w - 4.339 - 0.1546 * v10)
    # drag.py:14  if reynolds < 0:
    return v14, v14 * log_10 * (1.5809 * dw - 0.3092 * w * dw) * dreynolds
