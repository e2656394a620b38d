# value and tangent of pressure in 278 operations, 420 before the passes

from math import sqrt


def pressure(temperature, volume, fractions, dtemperature, dvolume, dfractions):
    fractions0, fractions1, fractions2, fractions3 = fractions
    dfractions0, dfractions1, dfractions2, dfractions3 = dfractions
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v0 = sqrt(temperature / 190.6)
    v1 = 1.0 + 0.39310825151999995 * (1.0 - v0)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    v2 = 0.24968644686645128 * (v1 * v1)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    d0 = 0.5 * (dtemperature / 190.6) / v0 * -0.39310825151999995
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    d2 = 0.49937289373290256 * v1 * d0
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v0 = sqrt(temperature / 305.3)
    v1 = 1.0 + 0.5261667999999999 * (1.0 - v0)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    v3 = 0.6047263812525605 * (v1 * v1)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    d0 = 0.5 * (dtemperature / 305.3) / v0 * -0.5261667999999999
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    d3 = 1.209452762505121 * v1 * d0
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v0 = sqrt(temperature / 369.8)
    v1 = 1.0 + 0.60282728832 * (1.0 - v0)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    v4 = 1.0175643700144905 * (v1 * v1)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    d0 = 0.5 * (dtemperature / 369.8) / v0 * -0.60282728832
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    d4 = 2.035128740028981 * v1 * d0
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v0 = sqrt(temperature / 617.7)
    v1 = 1.0 + 1.072460716331008 * (1.0 - v0)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    v5 = 5.715909362842852 * (v1 * v1)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    d0 = 0.5 * (dtemperature / 617.7) / v0 * -1.072460716331008
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    d5 = 11.431818725685703 * v1 * d0
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    v0 = fractions0 * fractions0
    v1 = sqrt(v2 * v2)
    v6 = fractions0 * fractions1
    v7 = sqrt(v2 * v3)
    v8 = v6 * v7
    d9 = v7 * (fractions1 * dfractions0 + fractions0 * dfractions1)
    d8 = d9 + v6 * (0.5 * (v3 * d2 + v2 * d3) / v7)
    v6 = fractions0 * fractions2 * 0.99
    v7 = sqrt(v2 * v4)
    v9 = v6 * v7
    d10 = v7 * (0.99 * (fractions2 * dfractions0 + fractions0 * dfractions2))
    d9 = d10 + v6 * (0.5 * (v4 * d2 + v2 * d4) / v7)
    v6 = fractions0 * fractions3 * 0.96
    v7 = sqrt(v2 * v5)
    v10 = v6 * v7
    d11 = v7 * (0.96 * (fractions3 * dfractions0 + fractions0 * dfractions3))
    d10 = d11 + v6 * (0.5 * (v5 * d2 + v2 * d5) / v7)
    da = v1 * (2.0 * fractions0 * dfractions0) + v0 * (v2 * d2 / v1) + d8 + d9 + d10
    v2 = fractions1 * fractions1
    v6 = sqrt(v3 * v3)
    v7 = fractions1 * fractions2
    v11 = sqrt(v3 * v4)
    v12 = v7 * v11
    d13 = v11 * (fractions2 * dfractions1 + fractions1 * dfractions2)
    d12 = d13 + v7 * (0.5 * (v4 * d3 + v3 * d4) / v11)
    da = da + d8 + (v6 * (2.0 * fractions1 * dfractions1) + v2 * (v3 * d3 / v6))
    v7 = fractions1 * fractions3 * 0.99
    v11 = sqrt(v3 * v5)
    v13 = v7 * v11
    d14 = v11 * (0.99 * (fractions3 * dfractions1 + fractions1 * dfractions3))
    d13 = d14 + v7 * (0.5 * (v5 * d3 + v3 * d5) / v11)
    v3 = fractions2 * fractions2
    v7 = sqrt(v4 * v4)
    d11 = v7 * (2.0 * fractions2 * dfractions2) + v3 * (v4 * d4 / v7)
    v14 = fractions2 * fractions3
    v15 = sqrt(v4 * v5)
    v16 = v14 * v15
    d17 = v15 * (fractions3 * dfractions2 + fractions2 * dfractions3)
    d16 = d17 + v14 * (0.5 * (v5 * d4 + v4 * d5) / v15)
    a2 = v0 * v1 + v8 + v9 + v10 + v8 + v2 * v6 + v12 + v13 + v9 + v12 + v3 * v7
    v0 = fractions3 * fractions3
    v1 = sqrt(v5 * v5)
    d2 = v1 * (2.0 * fractions3 * dfractions3) + v0 * (v5 * d5 / v1)
    # peng_robinson.py:62  b += x * 0.07780 * R * component.critical_temperature / co...
    v3 = fractions0 * 0.0778 * 8.314462618 * 190.6 / 4599000.0
    d3 = 123.29250553428425 * dfractions0 / 4599000.0
    b = v3 + fractions1 * 0.0778 * 8.314462618 * 305.3 / 4872000.0
    db = d3 + 197.48794302002614 * dfractions1 / 4872000.0
    b2 = b + fractions2 * 0.0778 * 8.314462618 * 369.8 / 4248000.0
    b2 = b2 + fractions3 * 0.0778 * 8.314462618 * 617.7 / 2110000.0
    db = db + 239.21074788341193 * dfractions2 / 4248000.0
    db2 = db + 399.56862890098313 * dfractions3 / 2110000.0
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    v3 = volume - b2
    d3 = dvolume - db2
    v4 = 8.314462618 * temperature / v3
    v5 = volume + b2
    v6 = volume * v5 + b2 * v3
    v0 = (a2 + v16 + v10 + v13 + v16 + v0 * v1) / v6
    d1 = v0 * (v5 * dvolume + volume * (dvolume + db2) + (v3 * db2 + b2 * d3))
    d0 = (da + d12 + d13 + d9 + d12 + d11 + d16 + d10 + d13 + d16 + d2 - d1) / v6
    return v4 - v0, (8.314462618 * dtemperature - v4 * d3) / v3 - d0
