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
    d2 = 0.5 * (dtemperature / 190.6) / v0 * -0.39310825151999995
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    dpure0 = 0.49937289373290256 * v1 * d2
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v3 = sqrt(temperature / 305.3)
    v4 = 1.0 + 0.5261667999999999 * (1.0 - v3)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    pure1 = 0.6047263812525605 * (v4 * v4)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    d5 = 0.5 * (dtemperature / 305.3) / v3 * -0.5261667999999999
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    dpure1 = 1.209452762505121 * v4 * d5
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v6 = sqrt(temperature / 369.8)
    v7 = 1.0 + 0.60282728832 * (1.0 - v6)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    pure2 = 1.0175643700144905 * (v7 * v7)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    d8 = 0.5 * (dtemperature / 369.8) / v6 * -0.60282728832
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    dpure2 = 2.035128740028981 * v7 * d8
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v9 = sqrt(temperature / 617.7)
    v10 = 1.0 + 1.072460716331008 * (1.0 - v9)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    pure3 = 5.715909362842852 * (v10 * v10)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    d11 = 0.5 * (dtemperature / 617.7) / v9 * -1.072460716331008
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    dpure3 = 11.431818725685703 * v10 * d11
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    v12 = fractions0 * fractions0
    v13 = sqrt(pure0 * pure0)
    v14 = fractions0 * fractions1
    v15 = sqrt(pure0 * pure1)
    v16 = v14 * v15
    d17 = v15 * (fractions1 * dfractions0 + fractions0 * dfractions1)
    d16 = d17 + v14 * (0.5 * (pure1 * dpure0 + pure0 * dpure1) / v15)
    v18 = fractions0 * fractions2 * 0.99
    v19 = sqrt(pure0 * pure2)
    v20 = v18 * v19
    d21 = v19 * (0.99 * (fractions2 * dfractions0 + fractions0 * dfractions2))
    d20 = d21 + v18 * (0.5 * (pure2 * dpure0 + pure0 * dpure2) / v19)
    da = v13 * (2.0 * fractions0 * dfractions0) + v12 * (pure0 * dpure0 / v13) + d16
    v22 = fractions0 * fractions3 * 0.96
    v23 = sqrt(pure0 * pure3)
    v24 = v22 * v23
    d25 = v23 * (0.96 * (fractions3 * dfractions0 + fractions0 * dfractions3))
    d24 = d25 + v22 * (0.5 * (pure3 * dpure0 + pure0 * dpure3) / v23)
    v26 = fractions1 * fractions1
    v27 = sqrt(pure1 * pure1)
    d28 = v27 * (2.0 * fractions1 * dfractions1) + v26 * (pure1 * dpure1 / v27)
    v29 = fractions1 * fractions2
    v30 = sqrt(pure1 * pure2)
    v31 = v29 * v30
    d32 = v30 * (fractions2 * dfractions1 + fractions1 * dfractions2)
    d31 = d32 + v29 * (0.5 * (pure2 * dpure1 + pure1 * dpure2) / v30)
    v33 = fractions1 * fractions3 * 0.99
    v34 = sqrt(pure1 * pure3)
    v35 = v33 * v34
    d36 = v34 * (0.99 * (fractions3 * dfractions1 + fractions1 * dfractions3))
    d35 = d36 + v33 * (0.5 * (pure3 * dpure1 + pure1 * dpure3) / v34)
    v37 = fractions2 * fractions2
    v38 = sqrt(pure2 * pure2)
    a2 = v12 * v13 + v16 + v20 + v24 + v16 + v26 * v27 + v31 + v35 + v20 + v31
    d39 = v38 * (2.0 * fractions2 * dfractions2) + v37 * (pure2 * dpure2 / v38)
    v40 = fractions2 * fractions3
    v41 = sqrt(pure2 * pure3)
    v42 = v40 * v41
    d43 = v41 * (fractions3 * dfractions2 + fractions2 * dfractions3)
    d42 = d43 + v40 * (0.5 * (pure3 * dpure2 + pure2 * dpure3) / v41)
    da3 = da + d20 + d24 + d16 + d28 + d31 + d35 + d20 + d31 + d39 + d42 + d24 + d35
    v44 = fractions3 * fractions3
    v45 = sqrt(pure3 * pure3)
    d46 = v45 * (2.0 * fractions3 * dfractions3) + v44 * (pure3 * dpure3 / v45)
    # peng_robinson.py:62  b += x * 0.07780 * R * component.critical_temperature / co...
    v47 = fractions0 * 0.0778 * 8.314462618 * 190.6 / 4599000.0
    d47 = 123.29250553428425 * dfractions0 / 4599000.0
    b = v47 + fractions1 * 0.0778 * 8.314462618 * 305.3 / 4872000.0
    db = d47 + 197.48794302002614 * dfractions1 / 4872000.0
    b2 = b + fractions2 * 0.0778 * 8.314462618 * 369.8 / 4248000.0
    b3 = b2 + fractions3 * 0.0778 * 8.314462618 * 617.7 / 2110000.0
    db2 = db + 239.21074788341193 * dfractions2 / 4248000.0
    db3 = db2 + 399.56862890098313 * dfractions3 / 2110000.0
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    v48 = volume - b3
    d48 = dvolume - db3
    v49 = 8.314462618 * temperature / v48
    v50 = volume + b3
    v51 = volume * v50 + b3 * v48
    v52 = (a2 + v37 * v38 + v42 + v24 + v35 + v42 + v44 * v45) / v51
    d53 = v52 * (v50 * dvolume + volume * (dvolume + db3) + (v48 * db3 + b3 * d48))
    d49 = (8.314462618 * dtemperature - v49 * d48) / v48
    return v49 - v52, d49 - (da3 + d42 + d46 - d53) / v51
