# value and tangent of pressure in 278 operations, 420 before the passes

from math import sqrt


def pressure(temperature, volume, fractions, dtemperature, dvolume, dfractions):
    fractions0, fractions1, fractions2, fractions3 = fractions
    dfractions0, dfractions1, dfractions2, dfractions3 = dfractions
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v0 = sqrt(temperature / 190.6)
    v1 = 1.0 + 0.39310825151999995 * (1.0 - v0)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    pure0 = 0.24968644686645128 * (v1 * v1)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    d0 = 0.5 * (dtemperature / 190.6) / v0 * -0.39310825151999995
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    dpure0 = 0.49937289373290256 * v1 * d0
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v0 = sqrt(temperature / 305.3)
    v1 = 1.0 + 0.5261667999999999 * (1.0 - v0)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    pure1 = 0.6047263812525605 * (v1 * v1)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    d0 = 0.5 * (dtemperature / 305.3) / v0 * -0.5261667999999999
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    dpure1 = 1.209452762505121 * v1 * d0
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v0 = sqrt(temperature / 369.8)
    v1 = 1.0 + 0.60282728832 * (1.0 - v0)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    pure2 = 1.0175643700144905 * (v1 * v1)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    d0 = 0.5 * (dtemperature / 369.8) / v0 * -0.60282728832
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    dpure2 = 2.035128740028981 * v1 * d0
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v0 = sqrt(temperature / 617.7)
    v1 = 1.0 + 1.072460716331008 * (1.0 - v0)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    pure3 = 5.715909362842852 * (v1 * v1)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    d0 = 0.5 * (dtemperature / 617.7) / v0 * -1.072460716331008
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    dpure3 = 11.431818725685703 * v1 * d0
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    v0 = fractions0 * fractions0
    v1 = sqrt(pure0 * pure0)
    v2 = fractions0 * fractions1
    v3 = sqrt(pure0 * pure1)
    v4 = v2 * v3
    d5 = v3 * (fractions1 * dfractions0 + fractions0 * dfractions1)
    d4 = d5 + v2 * (0.5 * (pure1 * dpure0 + pure0 * dpure1) / v3)
    v2 = fractions0 * fractions2 * 0.99
    v3 = sqrt(pure0 * pure2)
    v5 = v2 * v3
    d6 = v3 * (0.99 * (fractions2 * dfractions0 + fractions0 * dfractions2))
    d5 = d6 + v2 * (0.5 * (pure2 * dpure0 + pure0 * dpure2) / v3)
    da = v1 * (2.0 * fractions0 * dfractions0) + v0 * (pure0 * dpure0 / v1) + d4
    v2 = fractions0 * fractions3 * 0.96
    v3 = sqrt(pure0 * pure3)
    v6 = v2 * v3
    d7 = v3 * (0.96 * (fractions3 * dfractions0 + fractions0 * dfractions3))
    d6 = d7 + v2 * (0.5 * (pure3 * dpure0 + pure0 * dpure3) / v3)
    v2 = fractions1 * fractions1
    v3 = sqrt(pure1 * pure1)
    d7 = v3 * (2.0 * fractions1 * dfractions1) + v2 * (pure1 * dpure1 / v3)
    v8 = fractions1 * fractions2
    v9 = sqrt(pure1 * pure2)
    v10 = v8 * v9
    d11 = v9 * (fractions2 * dfractions1 + fractions1 * dfractions2)
    d10 = d11 + v8 * (0.5 * (pure2 * dpure1 + pure1 * dpure2) / v9)
    v8 = fractions1 * fractions3 * 0.99
    v9 = sqrt(pure1 * pure3)
    v11 = v8 * v9
    d12 = v9 * (0.99 * (fractions3 * dfractions1 + fractions1 * dfractions3))
    d11 = d12 + v8 * (0.5 * (pure3 * dpure1 + pure1 * dpure3) / v9)
    v8 = fractions2 * fractions2
    v9 = sqrt(pure2 * pure2)
    d12 = v9 * (2.0 * fractions2 * dfractions2) + v8 * (pure2 * dpure2 / v9)
    v13 = fractions2 * fractions3
    v14 = sqrt(pure2 * pure3)
    v15 = v13 * v14
    d16 = v14 * (fractions3 * dfractions2 + fractions2 * dfractions3)
    d15 = d16 + v13 * (0.5 * (pure3 * dpure2 + pure2 * dpure3) / v14)
    a2 = v0 * v1 + v4 + v5 + v6 + v4 + v2 * v3 + v10 + v11 + v5 + v10 + v8 * v9
    v0 = fractions3 * fractions3
    v1 = sqrt(pure3 * pure3)
    da = da + d5 + d6 + d4 + d7 + d10 + d11 + d5 + d10 + d12 + d15 + d6 + d11 + d15
    # peng_robinson.py:62  b += x * 0.07780 * R * component.critical_temperature / co...
    v2 = fractions0 * 0.0778 * 8.314462618 * 190.6 / 4599000.0
    d2 = 123.29250553428425 * dfractions0 / 4599000.0
    b = v2 + fractions1 * 0.0778 * 8.314462618 * 305.3 / 4872000.0
    db = d2 + 197.48794302002614 * dfractions1 / 4872000.0
    b2 = b + fractions2 * 0.0778 * 8.314462618 * 369.8 / 4248000.0
    b2 = b2 + fractions3 * 0.0778 * 8.314462618 * 617.7 / 2110000.0
    db = db + 239.21074788341193 * dfractions2 / 4248000.0
    db2 = db + 399.56862890098313 * dfractions3 / 2110000.0
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    v2 = volume - b2
    d2 = dvolume - db2
    v3 = 8.314462618 * temperature / v2
    v4 = volume + b2
    v5 = volume * v4 + b2 * v2
    v6 = (a2 + v15 + v6 + v11 + v15 + v0 * v1) / v5
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    da = da + (v1 * (2.0 * fractions3 * dfractions3) + v0 * (pure3 * dpure3 / v1))
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    d0 = da - v6 * (v4 * dvolume + volume * (dvolume + db2) + (v2 * db2 + b2 * d2))
    return v3 - v6, (8.314462618 * dtemperature - v3 * d2) / v2 - d0 / v5
