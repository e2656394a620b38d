# gradient of pressure in 226 operations, 308 before the passes

from math import sqrt


def pressure_grad(temperature, volume, fractions):
    fractions0, fractions1, fractions2, fractions3 = fractions
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v0 = sqrt(temperature / 190.6)
    v1 = 1.0 + 0.39310825151999995 * (1.0 - v0)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    pure0 = 0.24968644686645128 * (v1 * v1)
    v2 = sqrt(temperature / 305.3)
    v3 = 1.0 + 0.5261667999999999 * (1.0 - v2)
    pure1 = 0.6047263812525605 * (v3 * v3)
    v4 = sqrt(temperature / 369.8)
    v5 = 1.0 + 0.60282728832 * (1.0 - v4)
    pure2 = 1.0175643700144905 * (v5 * v5)
    v6 = sqrt(temperature / 617.7)
    v7 = 1.0 + 1.072460716331008 * (1.0 - v6)
    pure3 = 5.715909362842852 * (v7 * v7)
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    v8 = fractions0 * fractions0
    v9 = sqrt(pure0 * pure0)
    v10 = fractions0 * fractions1
    v11 = sqrt(pure0 * pure1)
    v12 = fractions0 * fractions2 * 0.99
    v13 = sqrt(pure0 * pure2)
    v14 = fractions0 * fractions3 * 0.96
    v15 = sqrt(pure0 * pure3)
    v16 = fractions1 * fractions1
    v17 = sqrt(pure1 * pure1)
    v18 = fractions1 * fractions2
    v19 = sqrt(pure1 * pure2)
    v20 = fractions1 * fractions3 * 0.99
    v21 = sqrt(pure1 * pure3)
    v22 = fractions2 * fractions2
    v23 = sqrt(pure2 * pure2)
    v24 = fractions2 * fractions3
    v25 = sqrt(pure2 * pure3)
    v26 = fractions3 * fractions3
    v27 = sqrt(pure3 * pure3)
    # peng_robinson.py:62  b += x * 0.07780 * R * component.critical_temperature / co...
    v28 = fractions0 * 0.0778 * 8.314462618 * 190.6 / 4599000.0
    b = v28 + fractions1 * 0.0778 * 8.314462618 * 305.3 / 4872000.0
    b = b + fractions2 * 0.0778 * 8.314462618 * 369.8 / 4248000.0
    b = b + fractions3 * 0.0778 * 8.314462618 * 617.7 / 2110000.0
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    v28 = volume - b
    v29 = volume + b
    v30 = volume * v29 + b * v28
    v31 = v10 * v11
    v32 = v12 * v13
    v33 = v14 * v15
    v34 = v18 * v19
    v35 = v20 * v21
    a = v8 * v9 + v31 + v32 + v33 + v31 + v16 * v17 + v34 + v35 + v32 + v34
    v31 = v24 * v25
    v24 = v24 / v25
    v20 = v20 / v21
    v14 = v14 / v15
    d32 = pure2 * v24 + pure3 / v27 * v26 + pure1 * v20 + pure0 * v14
    v18 = v18 / v19
    v12 = v12 / v13
    d24 = pure3 * v24 + pure2 / v23 * v22 + pure1 * v18 + pure0 * v12
    v10 = v10 / v11
    d16 = pure3 * v20 + pure2 * v18 + pure1 / v17 * v16 + pure0 * v10
    v8 = pure3 * v14 + pure2 * v12 + pure1 * v10 + pure0 / v9 * v8
    d4 = 0.009924054152108725 * v7 / v6 * d32 + 0.001658776554534571 * v5 / v4 * d24
    d2 = d4 + 0.00104221075957825 * v3 / v2 * d16
    v3 = (a + v22 * v23 + v31 + v33 + v35 + v31 + v26 * v27) / v30 / v30
    d4 = b * v3 - 8.314462618 * temperature / v28 / v28
    d28 = (v28 + volume) * v3 - d4
    v5 = 1.92 * v15
    v6 = 1.98 * v13
    v7 = 2.0 * (fractions1 * v11 + fractions0 * v9)
    v7 = (fractions3 * v5 + fractions2 * v6 + v7) / v30
    v9 = 1.98 * v21
    v10 = 2.0 * (fractions2 * v19 + fractions1 * v17 + fractions0 * v11)
    v11 = 2.0 * (fractions3 * v25 + fractions2 * v23 + fractions1 * v19)
    v12 = 2.0 * (fractions3 * v27 + fractions2 * v25) + fractions1 * v9
    return (
        8.314462618 / v28 + (d2 + 0.0005149727311432951 * v1 / v0 * v8) / v30,
        (v29 + volume) * v3 + d4,
        [
            2.6808546539309467e-05 * d28 - v7,
            4.053529208128615e-05 * d28 - (fractions3 * v9 + v10) / v30,
            5.6311381328486796e-05 * d28 - (v11 + fractions0 * v6) / v30,
            0.00018936901843648486 * d28 - (v12 + fractions0 * v5) / v30,
        ],
    )
