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
    d17 = 0.000514972731143295 * (v1 * (dtemperature / v0))
    v18 = sqrt(pure0 * pure3)
    v19 = v16 * v18
    v20 = fractions1 * fractions1
    v21 = sqrt(pure1 * pure1)
    v22 = fractions1 * fractions2
    v23 = sqrt(pure1 * pure2)
    v24 = v22 * v23
    v25 = fractions1 * fractions3 * 0.99
    d26 = 0.00104221075957825 * (v3 * (dtemperature / v2))
    v27 = sqrt(pure1 * pure3)
    v28 = v25 * v27
    v29 = fractions2 * fractions2
    v30 = sqrt(pure2 * pure2)
    a = v8 * v9 + v12 + v15 + v19 + v12 + v20 * v21 + v24 + v28 + v15 + v24
    v31 = fractions2 * fractions3
    d32 = 0.0016587765545345713 * (v5 * (dtemperature / v4))
    d33 = 0.009924054152108727 * (v7 * (dtemperature / v6))
    v34 = sqrt(pure2 * pure3)
    v35 = v31 * v34
    v36 = fractions3 * fractions3
    v37 = sqrt(pure3 * pure3)
    # peng_robinson.py:62  b += x * 0.07780 * R * component.critical_temperature / co...
    v38 = fractions0 * 0.0778 * 8.314462618 * 190.6 / 4599000.0
    b = v38 + fractions1 * 0.0778 * 8.314462618 * 305.3 / 4872000.0
    b2 = b + fractions2 * 0.0778 * 8.314462618 * 369.8 / 4248000.0
    b3 = b2 + fractions3 * 0.0778 * 8.314462618 * 617.7 / 2110000.0
    d39 = 2.6808546539309467e-05 * dfractions0 + 4.053529208128615e-05 * dfractions1
    d40 = d39 + 5.6311381328486796e-05 * dfractions2
    db3 = d40 + 0.0001893690184364849 * dfractions3
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    v41 = volume - b3
    d42 = dvolume - db3
    v43 = 8.314462618 * temperature / v41
    v44 = volume + b3
    v45 = volume * v44 + b3 * v41
    v46 = (a + v29 * v30 + v35 + v19 + v28 + v35 + v36 * v37) / v45
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    d47 = v11 * (dfractions0 * fractions1 + fractions0 * dfractions1)
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    d48 = d47 + fractions0 * dfractions0 * v9 + fractions1 * dfractions1 * v21
    d49 = d48 + v23 * (dfractions1 * fractions2 + fractions1 * dfractions2)
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    d50 = v34 * (dfractions2 * fractions3 + fractions2 * dfractions3)
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    d51 = d49 + fractions2 * dfractions2 * v30 + d50 + fractions3 * dfractions3 * v37
    d52 = v14 * (dfractions0 * fractions2 + fractions0 * dfractions2)
    d53 = 1.98 * (d52 + v27 * (dfractions1 * fractions3 + fractions1 * dfractions3))
    d54 = 2.0 * d51 - v10 * ((pure1 * d17 + pure0 * d26) / v11) + d53
    d55 = 1.92 * v18 * (dfractions0 * fractions3 + fractions0 * dfractions3)
    d56 = d54 - v13 * ((pure2 * d17 + pure0 * d32) / v14) + d55
    d57 = d56 - v16 * ((pure3 * d17 + pure0 * d33) / v18)
    d58 = d57 - v22 * ((pure2 * d26 + pure1 * d32) / v23)
    d59 = d58 - v25 * ((pure3 * d26 + pure1 * d33) / v27)
    d60 = d59 - v31 * ((pure3 * d32 + pure2 * d33) / v34) - v8 * (pure0 / v9) * d17
    d61 = d60 - v20 * (pure1 / v21) * d26 - v29 * (pure2 / v30) * d32
    d62 = v46 * (b3 * d42 + dvolume * v44 + volume * (dvolume + db3) + v41 * db3)
    d43 = (8.314462618 * dtemperature - v43 * d42) / v41
    return v43 - v46, d43 - (d61 - v36 * (pure3 / v37) * d33 - d62) / v45
