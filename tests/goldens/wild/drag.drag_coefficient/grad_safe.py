# gradient of drag_coefficient in 107 operations, 142 before the passes

from math import log, log10, pow

log_10 = 2.302585092994046


def drag_coefficient_grad(reynolds):
    if reynolds < 0.0:
        raise ValueError("the Reynolds number <input reynolds> is negative")
    if reynolds < 0.01:
        return -24.0 / reynolds / reynolds
    if reynolds <= 260.0:
        # drag.py:24  return 24 / reynolds * factor
        v0 = 24.0 / reynolds
        if reynolds <= 20.0:
            # drag.py:21  factor = 1 + 0.1315 * reynolds ** (0.82 - 0.05 * w)
            v1 = 0.82 - 0.05 * log10(reynolds)
            v2 = pow(reynolds, v1)
            if (v1 < 1.0) & (reynolds != 0.0):
                d3 = v1 * (v2 / reynolds)
            else:
                d3 = v1 * pow(reynolds, 0.0 if v1 == 0.0 else v1 - 1.0)
            if reynolds > 0.0:
                d4 = -0.02171472409516259 * log(reynolds) * (v2 / reynolds)
            else:
                d4 = 0.0
            return (3.156 * (d3 + d4) - (1.0 + 0.1315 * v2) * v0) / reynolds
        d5 = 2.9280419999999996 * pow(reynolds, -0.36950000000000005)
        return (d5 - v0 * (1.0 + 0.1935 * pow(reynolds, 0.6305))) / reynolds
    if not reynolds <= 338000.0:
        if reynolds <= 400000.0:
            return -2.3017607540872342 / reynolds
        if reynolds <= 1000000.0:
            return 0.04342944819032518 / reynolds
        return 80000.0 / reynolds / reynolds
    # drag.py:18  w = math.log10(reynolds)
    w = log10(reynolds)
    # drag.py:27  exponent = 1.6435 - 1.1242 * w + 0.1558 * w**2
    v7 = w * w
    d8 = log_10 / reynolds
    if reynolds <= 1500.0:
        d9 = 10.0 ** (1.6435 - 1.1242 * w + 0.1558 * v7) * d8
        return d9 * (0.13532616056105323 * w - 0.48823385655563567)
    if reynolds <= 12000.0:
        d10 = 1.1099698368483308 - 0.8073534418581451 * w + 0.1366724734549533 * v7
        d11 = 10.0 ** (2.5558 * w - 2.4571 - 0.9295 * v7 + 0.1049 * (v7 * w)) * d8
        return d11 * d10
    if reynolds <= 44000.0:
        d12 = 10.0 ** (0.637 * w - 1.9181 - 0.0636 * v7) * d8
        return d12 * (0.27664558497237135 - 0.055242258098093626 * w)
    d13 = 10.0 ** (1.5809 * w - 4.339 - 0.1546 * v7) * d8
    return d13 * (0.6865761464408507 - 0.13428385380448543 * w)
