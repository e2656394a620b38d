# gradient of drag_coefficient in 112 operations, 140 before the passes

from math import log, log10, pow


def drag_coefficient_grad(reynolds):
    if reynolds < 0.0:
        raise ValueError("the Reynolds number <input reynolds> is negative")
    d0 = 1.0 / reynolds
    if reynolds < 0.01:
        return -24.0 * d0 * d0
    if reynolds <= 260.0:
        # drag.py:20  if reynolds <= 20:
        if reynolds <= 20.0:
            # drag.py:21  factor = 1 + 0.1315 * reynolds ** (0.82 - 0.05 * w)
            v4 = 0.82 - 0.05 * log10(reynolds)
            v5 = pow(reynolds, v4)
            if (v4 < 1.0) & (reynolds != 0.0):
                d6 = v4 * (v5 * d0)
            else:
                d6 = v4 * pow(reynolds, 0.0 if v4 == 0.0 else v4 - 1.0)
            factor = 1.0 + 0.1315 * v5
            d1 = 0.0
            d2 = 3.156 * d6 * d0
            d3 = reynolds > 0.0
        else:
            # drag.py:23  factor = 1 + 0.1935 * reynolds**0.6305
            factor = 1.0 + 0.1935 * pow(reynolds, 0.6305)
            d1 = 2.928042 * pow(reynolds, -0.36950000000000005) * d0
            d2 = 0.0
            d3 = False
        if d3:
            d9 = pow(reynolds, 0.82 - 0.05 * log10(reynolds)) * d0
            d8 = -0.06853166924433314 * log(reynolds) * d0 * d9
        else:
            d8 = 0.0
        return d1 - 24.0 / reynolds * d0 * factor + d2 + d8
    if not reynolds <= 338000.0:
        if reynolds <= 400000.0:
            return -2.3017607540872342 * d0
        return 0.04342944819032518 * d0 if reynolds <= 1000000.0 else 80000.0 * d0 * d0
    # drag.py:18  w = math.log10(reynolds)
    w = log10(reynolds)
    # drag.py:27  exponent = 1.6435 - 1.1242 * w + 0.1558 * w**2
    v10 = w * w
    # drag.py:26  if reynolds <= 1500:
    if reynolds <= 1500.0:
        exponent = 1.6435 - 1.1242 * w + 0.1558 * v10
    elif reynolds <= 12000.0:
        # drag.py:29  exponent = -2.4571 + 2.5558 * w - 0.9295 * w**2 + 0.1049 * w**3
        exponent = 2.5558 * w - 2.4571 - 0.9295 * v10 + 0.1049 * (v10 * w)
    elif reynolds <= 44000.0:
        # drag.py:31  exponent = -1.9181 + 0.6370 * w - 0.0636 * w**2
        exponent = 0.637 * w - 1.9181 - 0.0636 * v10
    else:
        # drag.py:33  exponent = -4.3390 + 1.5809 * w - 0.1546 * w**2
        exponent = 1.5809 * w - 4.339 - 0.1546 * v10
    d11 = 10.0**exponent * d0
    if reynolds <= 1500.0:
        return (0.31159999999999993 * w - 1.1242) * d11
    if reynolds <= 12000.0:
        return (0.3147 * v10 - 1.859 * w + 2.5557999999999996) * d11
    if reynolds <= 44000.0:
        return (0.6369999999999999 - 0.1272 * w) * d11
    return (1.5809 - 0.3092 * w) * d11
