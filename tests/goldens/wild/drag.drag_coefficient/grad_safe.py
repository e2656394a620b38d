# gradient of drag_coefficient in 105 operations, 123 before the passes

from math import log, log10, pow

log_10 = 2.302585092994046


def drag_coefficient_grad(reynolds):
    if reynolds < 0.0:
        raise ValueError("the Reynolds number <input reynolds> is negative")
    d0 = 1.0 / reynolds
    d1 = d0 * d0
    if reynolds < 0.01:
        return -24.0 * d1
    if reynolds <= 260.0:
        # drag.py:20  if reynolds <= 20:
        if reynolds <= 20.0:
            # drag.py:21  factor = 1 + 0.1315 * reynolds ** (0.82 - 0.05 * w)
            v3 = 0.82 - 0.05 * log10(reynolds)
            v4 = pow(reynolds, v3)
            if (v3 < 1.0) & (reynolds != 0.0):
                d5 = v4 * (v3 * d0)
            else:
                d5 = v3 * pow(reynolds, 0.0 if v3 == 0.0 else v3 - 1.0)
            if reynolds > 0.0:
                d6 = -0.02171472409516259 * log(reynolds) * (v4 * d0)
            else:
                d6 = 0.0
            factor = 1.0 + 0.1315 * v4
            d2 = 0.1315 * (d5 + d6)
        else:
            # drag.py:23  factor = 1 + 0.1935 * reynolds**0.6305
            factor = 1.0 + 0.1935 * pow(reynolds, 0.6305)
            d2 = 0.12200174999999999 * pow(reynolds, -0.36950000000000005)
        return 24.0 * (d2 * d0) - 24.0 / reynolds * (factor * d0)
    if reynolds <= 338000.0:
        # drag.py:18  w = math.log10(reynolds)
        w = log10(reynolds)
        # drag.py:27  exponent = 1.6435 - 1.1242 * w + 0.1558 * w**2
        v7 = w * w
        # drag.py:26  if reynolds <= 1500:
        v8 = reynolds <= 1500.0
        if v8:
            exponent = 1.6435 - 1.1242 * w + 0.1558 * v7
        elif reynolds <= 12000.0:
            # drag.py:29  exponent = -2.4571 + 2.5558 * w - 0.9295 * w**2 + 0.1049 * ...
            exponent = 2.5558 * w - 2.4571 - 0.9295 * v7 + 0.1049 * (v7 * w)
        elif reynolds <= 44000.0:
            # drag.py:31  exponent = -1.9181 + 0.6370 * w - 0.0636 * w**2
            exponent = 0.637 * w - 1.9181 - 0.0636 * v7
        else:
            # drag.py:33  exponent = -4.3390 + 1.5809 * w - 0.1546 * w**2
            exponent = 1.5809 * w - 4.339 - 0.1546 * v7
        d9 = w * d0
        if v8:
            d10 = 0.13532616056105323 * d9 - 0.48823385655563567 * d0
        elif reynolds <= 12000.0:
            d11 = (1.1099698368483308 + 0.1366724734549533 * v7) * d0
            d10 = d11 - 0.8073534418581451 * d9
        elif reynolds <= 44000.0:
            d10 = 0.27664558497237135 * d0 - 0.055242258098093626 * d9
        else:
            d10 = 0.6865761464408507 * d0 - 0.13428385380448543 * d9
        return log_10 * 10.0**exponent * d10
    if reynolds <= 400000.0:
        return -2.3017607540872342 * d0
    return 0.04342944819032518 * d0 if reynolds <= 1000000.0 else 80000.0 * d1
