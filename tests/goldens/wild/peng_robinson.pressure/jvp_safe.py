# value and tangent of pressure in 246 operations, 396 before the passes

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
    v2 = sqrt(temperature / 305.3)
    v3 = 1.0 + 0.5261667999999999 * (1.0 - v2)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    pure1 = 0.6047263812525605 * (v3 * v3)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v4 = sqrt(temperature / 369.8)
    v5 = 1.0 + 0.60282728832 * (1.0 - v4)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    pure2 = 1.0175643700144905 * (v5 * v5)
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v6 = sqrt(temperature / 617.7)
    v7 = 1.0 + 1.072460716331008 * (1.0 - v6)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    pure3 = 5.715909362842852 * (v7 * v7)
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    v8 = fractions0 * fractions0
    v9 = sqrt(pure0 * pure0)
    v10 = fractions0 * fractions1
    v11 = sqrt(pure0 * pure1)
    v12 = v10 * v11
    v13 = fractions0 * fractions2 * 0.99
    v14 = sqrt(pure0 * pure2)
    v15 = v13 * v14
    v16 = fractions0 * fractions3 * 0.96
    v17 = sqrt(pure0 * pure3)
    v18 = v16 * v17
    v19 = fractions1 * fractions1
    v20 = sqrt(pure1 * pure1)
    v21 = fractions1 * fractions2
    v22 = sqrt(pure1 * pure2)
    v23 = v21 * v22
    v24 = fractions1 * fractions3 * 0.99
    v25 = sqrt(pure1 * pure3)
    v26 = v24 * v25
    v27 = fractions2 * fractions2
    v28 = sqrt(pure2 * pure2)
    a = v8 * v9 + v12 + v15 + v18 + v12 + v19 * v20 + v23 + v26 + v15 + v23
    v29 = fractions2 * fractions3
    v30 = sqrt(pure2 * pure3)
    v31 = v29 * v30
    v32 = fractions3 * fractions3
    v33 = sqrt(pure3 * pure3)
    # peng_robinson.py:62  b += x * 0.07780 * R * component.critical_temperature / co...
    v34 = fractions0 * 0.0778 * 8.314462618 * 190.6 / 4599000.0
    b = v34 + fractions1 * 0.0778 * 8.314462618 * 305.3 / 4872000.0
    b2 = b + fractions2 * 0.0778 * 8.314462618 * 369.8 / 4248000.0
    b3 = b2 + fractions3 * 0.0778 * 8.314462618 * 617.7 / 2110000.0
    d35 = 2.6808546539309467e-05 * dfractions0 + 4.053529208128615e-05 * dfractions1
    d36 = d35 + 5.6311381328486796e-05 * dfractions2
    db3 = d36 + 0.0001893690184364849 * dfractions3
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    v37 = volume - b3
    d38 = dvolume - db3
    v39 = 8.314462618 * temperature / v37
    v40 = volume + b3
    v41 = volume * v40 + b3 * v37
    v42 = (a + v27 * v28 + v31 + v18 + v26 + v31 + v32 * v33) / v41
    d43 = 0.000514972731143295 * (v1 * (dtemperature / v0))
    d44 = 0.00104221075957825 * (v3 * (dtemperature / v2))
    d45 = v11 * (dfractions0 * fractions1 + fractions0 * dfractions1)
    d46 = d45 + fractions0 * dfractions0 * v9 + fractions1 * dfractions1 * v20
    d47 = d46 + v22 * (dfractions1 * fractions2 + fractions1 * dfractions2)
    d48 = v30 * (dfractions2 * fractions3 + fractions2 * dfractions3)
    d49 = d47 + fractions2 * dfractions2 * v28 + d48 + fractions3 * dfractions3 * v33
    d50 = v14 * (dfractions0 * fractions2 + fractions0 * dfractions2)
    d51 = 0.0016587765545345713 * (v5 * (dtemperature / v4))
    d52 = 0.009924054152108727 * (v7 * (dtemperature / v6))
    d53 = 1.98 * (d50 + v25 * (dfractions1 * fractions3 + fractions1 * dfractions3))
    d54 = 2.0 * d49 - v10 * ((pure1 * d43 + pure0 * d44) / v11) + d53
    d55 = 1.92 * v17 * (dfractions0 * fractions3 + fractions0 * dfractions3)
    d56 = d54 - v13 * ((pure2 * d43 + pure0 * d51) / v14) + d55
    d57 = d56 - v16 * ((pure3 * d43 + pure0 * d52) / v17)
    d58 = d57 - v21 * ((pure2 * d44 + pure1 * d51) / v22)
    d59 = d58 - v24 * ((pure3 * d44 + pure1 * d52) / v25)
    d60 = d59 - v29 * ((pure3 * d51 + pure2 * d52) / v30) - v8 * (pure0 / v9) * d43
    d61 = d60 - v19 * (pure1 / v20) * d44 - v27 * (pure2 / v28) * d51
    d62 = v42 * (b3 * d38 + dvolume * v40 + volume * (dvolume + db3) + v37 * db3)
    d39 = (8.314462618 * dtemperature - v39 * d38) / v37
    return v39 - v42, d39 - (d61 - v32 * (pure3 / v33) * d52 - d62) / v41
