# value and tangent of drag_coefficient in 123 operations, 144 before the passes

from math import log, log10, pow

log_10 = 2.302585092994046


def drag_coefficient(reynolds, dreynolds):
    # drag.py:14  if reynolds < 0:
    if reynolds < 0.0:
        raise ValueError("the Reynolds number <input reynolds> is negative")
    # drag.py:18  w = math.log10(reynolds)
    v0 = 1.0 / reynolds
    # drag.py:16  if reynolds < 0.01:
    if reynolds < 0.01:
        return 0.1875 + 24.0 / reynolds, -24.0 * (dreynolds * (v0 * v0))
    # drag.py:19  if reynolds <= 260:
    if reynolds <= 260.0:
        # drag.py:17  return 3 / 16 + 24 / reynolds
        v1 = 24.0 / reynolds
        # drag.py:20  if reynolds <= 20:
        if reynolds <= 20.0:
            # drag.py:21  factor = 1 + 0.1315 * reynolds ** (0.82 - 0.05 * w)
            v2 = 0.82 - 0.05 * log10(reynolds)
            v3 = pow(reynolds, v2)
            v4 = v2 * v0 * v3 if v2 < 1.0 else v2 * pow(reynolds, v2 - 1.0)
            factor = 1.0 + 0.1315 * v3
            dfactor = 0.1315 * (v4 - v3 * v0 * log(reynolds) * 0.02171472409516259)
        else:
            # drag.py:23  factor = 1 + 0.1935 * reynolds**0.6305
            factor = 1.0 + 0.1935 * pow(reynolds, 0.6305)
            dfactor = 0.12200174999999999 * pow(reynolds, -0.36950000000000005)
        return v1 * factor, (v1 * dfactor - 24.0 * (factor * (v0 * v0))) * dreynolds
    # drag.py:25  if reynolds <= 3.38e5:
    if reynolds <= 338000.0:
        # drag.py:18  w = math.log10(reynolds)
        w = log10(reynolds)
        # drag.py:27  exponent = 1.6435 - 1.1242 * w + 0.1558 * w**2
        v5 = w * w
        # drag.py:26  if reynolds <= 1500:
        if reynolds <= 1500.0:
            # drag.py:27  exponent = 1.6435 - 1.1242 * w + 0.1558 * w**2
            exponent = 1.6435 - 1.1242 * w + 0.1558 * v5
            dexponent = -((0.48823385655563567 - 0.13532616056105323 * w) * v0)
        elif reynolds <= 12000.0:
            # drag.py:29  exponent = -2.4571 + 2.5558 * w - 0.9295 * w**2 + 0.1049 * ...
            v6 = 1.1099698368483308 - 0.8073534418581451 * w
            exponent = 2.5558 * w - 2.4571 - 0.9295 * v5 + 0.1049 * (v5 * w)
            dexponent = (v6 + 0.1366724734549533 * v5) * v0
        elif reynolds <= 44000.0:
            # drag.py:31  exponent = -1.9181 + 0.6370 * w - 0.0636 * w**2
            exponent = 0.637 * w - 1.9181 - 0.0636 * v5
            dexponent = (0.27664558497237135 - 0.055242258098093626 * w) * v0
        else:
            # drag.py:33  exponent = -4.3390 + 1.5809 * w - 0.1546 * w**2
            exponent = 1.5809 * w - 4.339 - 0.1546 * v5
            dexponent = (0.6865761464408507 - 0.13428385380448543 * w) * v0
        # drag.py:34  return 10**exponent
        v7 = 10.0**exponent
        return v7, log_10 * dexponent * v7 * dreynolds
    # drag.py:35  if reynolds <= 4e5:
    if reynolds <= 400000.0:
        return 29.78 - 5.3 * log10(reynolds), -2.3017607540872342 * (dreynolds * v0)
    # drag.py:37  if reynolds <= 1e6:
    if reynolds <= 1000000.0:
        return 0.1 * log10(reynolds) - 0.49, 0.04342944819032518 * (dreynolds * v0)
    return 0.19 - 80000.0 / reynolds, 80000.0 * (dreynolds * (v0 * v0))
