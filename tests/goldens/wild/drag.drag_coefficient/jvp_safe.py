# value and tangent of drag_coefficient in 137 operations, 173 before the passes

from math import log, log10, pow

log_10 = 2.302585092994046


def drag_coefficient(reynolds, dreynolds):
    # drag.py:14  if reynolds < 0:
    if reynolds < 0.0:
        raise ValueError("the Reynolds number <input reynolds> is negative")
    # drag.py:18  w = math.log10(reynolds)
    d0 = 1.0 / reynolds
    # drag.py:16  if reynolds < 0.01:
    if reynolds < 0.01:
        # drag.py:14  if reynolds < 0:
        return 0.1875 + 24.0 / reynolds, -(dreynolds * (24.0 * (d0 * d0)))
    # drag.py:19  if reynolds <= 260:
    if reynolds <= 260.0:
        # drag.py:24  return 24 / reynolds * factor
        v1 = 24.0 / reynolds
        # drag.py:14  if reynolds < 0:
        d2 = 24.0 * (d0 * d0)
        # drag.py:20  if reynolds <= 20:
        if reynolds <= 20.0:
            # drag.py:21  factor = 1 + 0.1315 * reynolds ** (0.82 - 0.05 * w)
            v3 = 0.82 - 0.05 * log10(reynolds)
            v4 = pow(reynolds, v3)
            if (v3 < 1.0) & (reynolds != 0.0):
                d5 = v3 * (v4 * d0)
            else:
                d5 = v3 * pow(reynolds, 0.0 if v3 == 0.0 else v3 - 1.0)
            if reynolds > 0.0:
                d6 = -0.02171472409516259 * log(reynolds) * (v4 * d0)
            else:
                d6 = 0.0
            factor = 1.0 + 0.1315 * v4
            # drag.py:14  if reynolds < 0:
            return v1 * factor, dreynolds * (0.1315 * v1 * (d5 + d6) - factor * d2)
        # drag.py:23  factor = 1 + 0.1935 * reynolds**0.6305
        factor2 = 1.0 + 0.1935 * pow(reynolds, 0.6305)
        # drag.py:24  return 24 / reynolds * factor
        d7 = 0.12200174999999999 * v1 * pow(reynolds, -0.36950000000000005)
        # drag.py:14  if reynolds < 0:
        return v1 * factor2, dreynolds * (d7 - factor2 * d2)
    d8 = dreynolds * d0
    # drag.py:25  if reynolds <= 3.38e5:
    if not reynolds <= 338000.0:
        # drag.py:35  if reynolds <= 4e5:
        if reynolds <= 400000.0:
            # drag.py:14  if reynolds < 0:
            return 29.78 - 5.3 * log10(reynolds), -2.3017607540872342 * d8
        # drag.py:37  if reynolds <= 1e6:
        if reynolds <= 1000000.0:
            # drag.py:14  if reynolds < 0:
            return 0.1 * log10(reynolds) - 0.49, 0.04342944819032518 * d8
        return 0.19 - 80000.0 / reynolds, 80000.0 * d8 * d0
    # drag.py:18  w = math.log10(reynolds)
    w = log10(reynolds)
    # drag.py:27  exponent = 1.6435 - 1.1242 * w + 0.1558 * w**2
    v9 = w * w
    # drag.py:14  if reynolds < 0:
    d10 = log_10 * d8
    # drag.py:26  if reynolds <= 1500:
    if reynolds <= 1500.0:
        # drag.py:34  return 10**exponent
        v11 = 10.0 ** (1.6435 - 1.1242 * w + 0.1558 * v9)
        # drag.py:14  if reynolds < 0:
        return v11, v11 * (0.13532616056105323 * w - 0.48823385655563567) * d10
    # drag.py:28  elif reynolds <= 1.2e4:
    if reynolds <= 12000.0:
        # drag.py:34  return 10**exponent
        v12 = 10.0 ** (2.5558 * w - 2.4571 - 0.9295 * v9 + 0.1049 * (v9 * w))
        # drag.py:29  exponent = -2.4571 + 2.5558 * w - 0.9295 * w**2 + 0.1049 * w**3
        d13 = 1.1099698368483308 - 0.8073534418581451 * w + 0.1366724734549533 * v9
        # drag.py:14  if reynolds < 0:
        return v12, v12 * d13 * d10
    # drag.py:30  elif reynolds <= 4.4e4:
    if reynolds <= 44000.0:
        # drag.py:34  return 10**exponent
        v14 = 10.0 ** (0.637 * w - 1.9181 - 0.0636 * v9)
        # drag.py:14  if reynolds < 0:
        return v14, v14 * (0.27664558497237135 - 0.055242258098093626 * w) * d10
    # drag.py:34  return 10**exponent
    v15 = 10.0 ** (1.5809 * w - 4.339 - 0.1546 * v9)
    # drag.py:14  if reynolds < 0:
    return v15, v15 * (0.6865761464408507 - 0.13428385380448543 * w) * d10
