# gradient of drag_coefficient in 100 operations, 153 before the passes

from math import log, log10, pow


def drag_coefficient_grad(reynolds):
    if reynolds < 0.0:
        raise ValueError("the Reynolds number <input reynolds> is negative")
    if reynolds < 0.01:
        return -24.0 / (reynolds * reynolds)
    if reynolds <= 260.0:
        v0 = 1.0 / reynolds
        v1 = 24.0 * v0
        if reynolds <= 20.0:
            # drag.py:21  factor = 1 + 0.1315 * reynolds ** (0.82 - 0.05 * w)
            v2 = 0.82 - 0.05 * log10(reynolds)
            v3 = pow(reynolds, v2)
            v4 = pow(reynolds, v2 - (0.0 if v2 == 0.0 and reynolds == 0.0 else 1.0))
            if reynolds > 0.0:
                v5 = -0.02171472409516259 * v3 * log(reynolds) * v0
            else:
                v5 = 0.0
            return (3.156 * (v2 * v4 + v5) - (1.0 + 0.1315 * v3) * v1) * v0
        d2 = 2.9280419999999996 * pow(reynolds, -0.36950000000000005)
        return (d2 - (1.0 + 0.1935 * pow(reynolds, 0.6305)) * v1) * v0
    if not reynolds <= 338000.0:
        if reynolds <= 400000.0:
            return -2.3017607540872342 * (1.0 / reynolds)
        if reynolds <= 1000000.0:
            return 0.04342944819032518 * (1.0 / reynolds)
        return 80000.0 / (reynolds * reynolds)
    # drag.py:18  w = math.log10(reynolds)
    v0 = log10(reynolds)
    v1 = 2.302585092994046 * (1.0 / reynolds)
    if reynolds <= 1500.0:
        # drag.py:34  return 10**exponent
        v2 = 10.0 ** (1.6435 - v0 * (1.1242 - 0.1558 * v0))
        return v2 * (0.13532616056105323 * v0 - 0.48823385655563567) * v1
    if reynolds <= 12000.0:
        d2 = 1.1099698368483308 - v0 * (0.8073534418581451 - 0.1366724734549533 * v0)
        return 10.0 ** (v0 * (2.5558 - v0 * (0.9295 - 0.1049 * v0)) - 2.4571) * d2 * v1
    if reynolds <= 44000.0:
        d2 = 0.27664558497237135 - 0.055242258098093626 * v0
        return 10.0 ** (v0 * (0.637 - 0.0636 * v0) - 1.9181) * d2 * v1
    v2 = 10.0 ** (v0 * (1.5809 - 0.1546 * v0) - 4.339)
    return v2 * (0.6865761464408507 - 0.13428385380448543 * v0) * v1
