# gradient of drag_coefficient in 92 operations, 116 before the passes

from math import log, log10, pow

log_10 = 2.302585092994046


def drag_coefficient_grad(reynolds):
    # drag.py:14  if reynolds < 0:
    if reynolds < 0.0:
        raise ValueError("the Reynolds number <input reynolds> is negative")
    d0 = reynolds * reynolds
    # drag.py:16  if reynolds < 0.01:
    if reynolds < 0.01:
        return -24.0 / d0
    # drag.py:19  if reynolds <= 260:
    if reynolds <= 260.0:
        # drag.py:20  if reynolds <= 20:
        if reynolds <= 20.0:
            # drag.py:21  factor = 1 + 0.1315 * reynolds ** (0.82 - 0.05 * w)
            v2 = 0.82 - 0.05 * log10(reynolds)
            v3 = pow(reynolds, v2)
            d4 = v3 / reynolds
            d5 = v2 * d4 if v2 < 1.0 else v2 * pow(reynolds, v2 - 1.0)
            factor = 1.0 + 0.1315 * v3
            d1 = 0.1315 * (d5 - 0.02171472409516259 * log(reynolds) * d4)
        else:
            # drag.py:23  factor = 1 + 0.1935 * reynolds**0.6305
            factor = 1.0 + 0.1935 * pow(reynolds, 0.6305)
            d1 = 0.12200174999999999 * pow(reynolds, -0.36950000000000005)
        return -24.0 * (factor / reynolds - d1) / reynolds
    # drag.py:25  if reynolds <= 3.38e5:
    if reynolds <= 338000.0:
        # drag.py:18  w = math.log10(reynolds)
        w = log10(reynolds)
        # drag.py:26  if reynolds <= 1500:
        if reynolds <= 1500.0:
            # drag.py:27  exponent = 1.6435 - 1.1242 * w + 0.1558 * w**2
            exponent = 1.6435 - w * (1.1242 - 0.1558 * w)
            d6 = (0.13532616056105323 * w - 0.48823385655563567) / reynolds
        elif reynolds <= 12000.0:
            d7 = w * (0.8073534418581451 - 0.1366724734549533 * w)
            # drag.py:29  exponent = -2.4571 + 2.5558 * w - 0.9295 * w**2 + 0.1049 * ...
            exponent = w * (2.5558 - w * (0.9295 - 0.1049 * w)) - 2.4571
            d6 = (1.1099698368483308 - d7) / reynolds
        elif reynolds <= 44000.0:
            # drag.py:31  exponent = -1.9181 + 0.6370 * w - 0.0636 * w**2
            exponent = w * (0.637 - 0.0636 * w) - 1.9181
            d6 = (0.27664558497237135 - 0.055242258098093626 * w) / reynolds
        else:
            # drag.py:33  exponent = -4.3390 + 1.5809 * w - 0.1546 * w**2
            exponent = w * (1.5809 - 0.1546 * w) - 4.339
            d6 = (0.6865761464408507 - 0.13428385380448543 * w) / reynolds
        return log_10 * 10.0**exponent * d6
    # drag.py:35  if reynolds <= 4e5:
    if reynolds <= 400000.0:
        return -2.3017607540872342 / reynolds
    return 0.04342944819032518 / reynolds if reynolds <= 1000000.0 else 80000.0 / d0
