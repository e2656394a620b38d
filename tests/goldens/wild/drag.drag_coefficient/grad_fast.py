# gradient of drag_coefficient in 109 operations, 142 before the passes

from math import log, log10, pow

log_10 = 2.302585092994046


def drag_coefficient_grad(reynolds):
    if reynolds < 0.0:
        raise ValueError("the Reynolds number <input reynolds> is negative")
    if reynolds < 0.01:
        return -24.0 / (reynolds * reynolds)
    if reynolds <= 260.0:
        d0 = 1.0 / reynolds
        d1 = 24.0 * d0
        if reynolds <= 20.0:
            # drag.py:21  factor = 1 + 0.1315 * reynolds ** (0.82 - 0.05 * w)
            v2 = 0.82 - 0.05 * log10(reynolds)
            v3 = pow(reynolds, v2)
            if (v2 < 1.0) & (reynolds != 0.0):
                d4 = v2 * (v3 * d0)
            else:
                d4 = v2 * pow(reynolds, 0.0 if v2 == 0.0 else v2 - 1.0)
            if reynolds > 0.0:
                d5 = -0.02171472409516259 * log(reynolds) * (v3 * d0)
            else:
                d5 = 0.0
            return (3.156 * (d4 + d5) - (1.0 + 0.1315 * v3) * d1) * d0
        d6 = 2.9280419999999996 * pow(reynolds, -0.36950000000000005)
        return (d6 - (1.0 + 0.1935 * pow(reynolds, 0.6305)) * d1) * d0
    if not reynolds <= 338000.0:
        if reynolds <= 400000.0:
            return -2.3017607540872342 * (1.0 / reynolds)
        if reynolds <= 1000000.0:
            return 0.04342944819032518 * (1.0 / reynolds)
        return 80000.0 / (reynolds * reynolds)
    # drag.py:18  w = math.log10(reynolds)
    w = log10(reynolds)
    d8 = log_10 * (1.0 / reynolds)
    if reynolds <= 1500.0:
        d9 = 0.13532616056105323 * w - 0.48823385655563567
        return 10.0 ** (1.6435 - w * (1.1242 - 0.1558 * w)) * d9 * d8
    if reynolds <= 12000.0:
        d10 = 1.1099698368483308 - w * (0.8073534418581451 - 0.1366724734549533 * w)
        return 10.0 ** (w * (2.5558 - w * (0.9295 - 0.1049 * w)) - 2.4571) * d10 * d8
    if reynolds <= 44000.0:
        d11 = 0.27664558497237135 - 0.055242258098093626 * w
        return 10.0 ** (w * (0.637 - 0.0636 * w) - 1.9181) * d11 * d8
    d12 = 0.6865761464408507 - 0.13428385380448543 * w
    return 10.0 ** (w * (1.5809 - 0.1546 * w) - 4.339) * d12 * d8
