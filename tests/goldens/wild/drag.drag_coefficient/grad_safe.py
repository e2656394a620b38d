# gradient of drag_coefficient in 100 operations, 116 before the passes

from math import log, log10, pow

log_10 = 2.302585092994046


def drag_coefficient_grad(reynolds):
    # drag.py:14  if reynolds < 0:
    if reynolds < 0.0:
        raise ValueError("the Reynolds number <input reynolds> is negative")
    # drag.py:16  if reynolds < 0.01:
    if reynolds < 0.01:
        return -24.0 * (1.0 / reynolds / reynolds)
    # drag.py:19  if reynolds <= 260:
    if reynolds <= 260.0:
        # drag.py:20  if reynolds <= 20:
        if reynolds <= 20.0:
            # drag.py:21  factor = 1 + 0.1315 * reynolds ** (0.82 - 0.05 * w)
            v1 = 0.82 - 0.05 * log10(reynolds)
            v2 = pow(reynolds, v1)
            d3 = v2 / reynolds
            d4 = v1 * d3 if v1 < 1.0 else v1 * pow(reynolds, v1 - 1.0)
            factor = 1.0 + 0.1315 * v2
            d0 = 0.1315 * (d4 - log(reynolds) * d3 * 0.02171472409516259)
        else:
            # drag.py:23  factor = 1 + 0.1935 * reynolds**0.6305
            factor = 1.0 + 0.1935 * pow(reynolds, 0.6305)
            d0 = 0.12200174999999999 * pow(reynolds, -0.36950000000000005)
        return 24.0 * (d0 / reynolds) - 24.0 / reynolds * (factor / reynolds)
    # drag.py:25  if reynolds <= 3.38e5:
    if reynolds <= 338000.0:
        # drag.py:18  w = math.log10(reynolds)
        w = log10(reynolds)
        # drag.py:27  exponent = 1.6435 - 1.1242 * w + 0.1558 * w**2
        v5 = w * w
        # drag.py:26  if reynolds <= 1500:
        v6 = reynolds <= 1500.0
        if v6:
            exponent = 1.6435 - 1.1242 * w + 0.1558 * v5
        elif reynolds <= 12000.0:
            # drag.py:29  exponent = -2.4571 + 2.5558 * w - 0.9295 * w**2 + 0.1049 * ...
            exponent = 2.5558 * w - 2.4571 - 0.9295 * v5 + 0.1049 * (v5 * w)
        elif reynolds <= 44000.0:
            # drag.py:31  exponent = -1.9181 + 0.6370 * w - 0.0636 * w**2
            exponent = 0.637 * w - 1.9181 - 0.0636 * v5
        else:
            # drag.py:33  exponent = -4.3390 + 1.5809 * w - 0.1546 * w**2
            exponent = 1.5809 * w - 4.339 - 0.1546 * v5
        d7 = w / reynolds
        if v6:
            d8 = 0.13532616056105323 * d7 - 0.48823385655563567 / reynolds
        elif reynolds <= 12000.0:
            d9 = (1.1099698368483308 + 0.1366724734549533 * v5) / reynolds
            d8 = d9 - 0.8073534418581451 * d7
        elif reynolds <= 44000.0:
            d8 = 0.27664558497237135 / reynolds - 0.055242258098093626 * d7
        else:
            d8 = 0.6865761464408507 / reynolds - 0.13428385380448543 * d7
        return log_10 * 10.0**exponent * d8
    # drag.py:35  if reynolds <= 4e5:
    if reynolds <= 400000.0:
        return -2.3017607540872342 / reynolds
    # drag.py:37  if reynolds <= 1e6:
    if reynolds <= 1000000.0:
        return 0.04342944819032518 / reynolds
    return 80000.0 * (1.0 / reynolds / reynolds)
