# gradient of drag_coefficient in 111 operations, 140 before the passes

from math import log, log10, pow


def drag_coefficient_grad(reynolds):
    if reynolds < 0.0:
        raise ValueError("the Reynolds number <input reynolds> is negative")
    d0 = reynolds * reynolds
    if reynolds < 0.01:
        return -24.0 / d0
    if reynolds <= 260.0:
        d1 = 1.0 / reynolds
        # drag.py:20  if reynolds <= 20:
        if reynolds <= 20.0:
            # drag.py:21  factor = 1 + 0.1315 * reynolds ** (0.82 - 0.05 * w)
            v5 = 0.82 - 0.05 * log10(reynolds)
            v6 = pow(reynolds, v5)
            if (v5 < 1.0) & (reynolds != 0.0):
                d7 = v5 * (v6 * d1)
            else:
                d7 = v5 * pow(reynolds, 0.0 if v5 == 0.0 else v5 - 1.0)
            factor = 1.0 + 0.1315 * v6
            d2 = 0.0
            d3 = 3.156 * d1 * d7
            d4 = reynolds > 0.0
        else:
            # drag.py:23  factor = 1 + 0.1935 * reynolds**0.6305
            factor = 1.0 + 0.1935 * pow(reynolds, 0.6305)
            d2 = 2.928042 * pow(reynolds, -0.36950000000000005) * d1
            d3 = 0.0
            d4 = False
        if d4:
            d10 = pow(reynolds, 0.82 - 0.05 * log10(reynolds)) * d1
            d9 = -0.06853166924433314 * d1 * log(reynolds) * d10
        else:
            d9 = 0.0
        return d2 - factor * (24.0 / d0) + d3 + d9
    if not reynolds <= 338000.0:
        if reynolds <= 400000.0:
            return -2.3017607540872342 * (1.0 / reynolds)
        if reynolds <= 1000000.0:
            return 0.04342944819032518 * (1.0 / reynolds)
        return 80000.0 / d0
    # drag.py:18  w = math.log10(reynolds)
    w = log10(reynolds)
    # drag.py:26  if reynolds <= 1500:
    if reynolds <= 1500.0:
        # drag.py:27  exponent = 1.6435 - 1.1242 * w + 0.1558 * w**2
        exponent = 1.6435 - w * (1.1242 - 0.1558 * w)
    elif reynolds <= 12000.0:
        # drag.py:29  exponent = -2.4571 + 2.5558 * w - 0.9295 * w**2 + 0.1049 * w**3
        exponent = w * (2.5558 - w * (0.9295 - 0.1049 * w)) - 2.4571
    elif reynolds <= 44000.0:
        # drag.py:31  exponent = -1.9181 + 0.6370 * w - 0.0636 * w**2
        exponent = w * (0.637 - 0.0636 * w) - 1.9181
    else:
        # drag.py:33  exponent = -4.3390 + 1.5809 * w - 0.1546 * w**2
        exponent = w * (1.5809 - 0.1546 * w) - 4.339
    d12 = 10.0**exponent * (1.0 / reynolds)
    if reynolds <= 1500.0:
        return (0.31159999999999993 * w - 1.1242) * d12
    if reynolds <= 12000.0:
        return (2.5557999999999996 - w * (1.859 - 0.3147 * w)) * d12
    if reynolds <= 44000.0:
        return (0.6369999999999999 - 0.1272 * w) * d12
    return (1.5809 - 0.3092 * w) * d12
