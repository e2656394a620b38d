# gradient of drag_coefficient in 102 operations, 153 before the passes

from math import log, log10, pow


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
            v3 = pow(reynolds, v1 - (0.0 if v1 == 0.0 and reynolds == 0.0 else 1.0))
            if reynolds > 0.0:
                v4 = -0.02171472409516259 * v2 / reynolds * log(reynolds)
            else:
                v4 = 0.0
            return (3.156 * (v1 * v3 + v4) - (1.0 + 0.1315 * v2) * v0) / reynolds
        d1 = 2.9280419999999996 * pow(reynolds, -0.36950000000000005)
        return (d1 - v0 * (1.0 + 0.1935 * pow(reynolds, 0.6305))) / reynolds
    if not reynolds <= 338000.0:
        if reynolds <= 400000.0:
            return -2.3017607540872342 / reynolds
        if reynolds <= 1000000.0:
            return 0.04342944819032518 / reynolds
        return 80000.0 / reynolds / reynolds
    # drag.py:18  w = math.log10(reynolds)
    v0 = log10(reynolds)
    # drag.py:27  exponent = 1.6435 - 1.1242 * w + 0.1558 * w**2
    v1 = v0 * v0
    v2 = 2.302585092994046 / reynolds
    if reynolds <= 1500.0:
        v3 = 10.0 ** (1.6435 - 1.1242 * v0 + 0.1558 * v1) * v2
        return v3 * (0.13532616056105323 * v0 - 0.48823385655563567)
    if reynolds <= 12000.0:
        v3 = 10.0 ** (2.5558 * v0 - 2.4571 - 0.9295 * v1 + 0.1049 * (v1 * v0)) * v2
        d4 = 1.1099698368483308 - 0.8073534418581451 * v0 + 0.1366724734549533 * v1
        return v3 * d4
    if reynolds <= 44000.0:
        v3 = 10.0 ** (0.637 * v0 - 1.9181 - 0.0636 * v1) * v2
        return v3 * (0.27664558497237135 - 0.055242258098093626 * v0)
    v3 = 10.0 ** (1.5809 * v0 - 4.339 - 0.1546 * v1) * v2
    return v3 * (0.6865761464408507 - 0.13428385380448543 * v0)
