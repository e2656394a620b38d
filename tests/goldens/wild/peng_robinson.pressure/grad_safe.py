# gradient of pressure in 226 operations, 320 before the passes

from math import sqrt


def pressure_grad(temperature, volume, fractions):
    fractions0, fractions1, fractions2, fractions3 = fractions
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v0 = sqrt(temperature / 190.6)
    v1 = 1.0 + 0.39310825151999995 * (1.0 - v0)
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    v2 = 0.24968644686645128 * (v1 * v1)
    v3 = sqrt(temperature / 305.3)
    v4 = 1.0 + 0.5261667999999999 * (1.0 - v3)
    v5 = 0.6047263812525605 * (v4 * v4)
    v6 = sqrt(temperature / 369.8)
    v7 = 1.0 + 0.60282728832 * (1.0 - v6)
    v8 = 1.0175643700144905 * (v7 * v7)
    v9 = sqrt(temperature / 617.7)
    v10 = 1.0 + 1.072460716331008 * (1.0 - v9)
    v11 = 5.715909362842852 * (v10 * v10)
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    v12 = fractions0 * fractions0
    v13 = sqrt(v2 * v2)
    v14 = fractions0 * fractions1
    v15 = sqrt(v2 * v5)
    v16 = fractions0 * fractions2 * 0.99
    v17 = sqrt(v2 * v8)
    v18 = fractions0 * fractions3 * 0.96
    v19 = sqrt(v2 * v11)
    v20 = fractions1 * fractions1
    v21 = sqrt(v5 * v5)
    v22 = fractions1 * fractions2
    v23 = sqrt(v5 * v8)
    v24 = fractions1 * fractions3 * 0.99
    v25 = sqrt(v5 * v11)
    v26 = fractions2 * fractions2
    v27 = sqrt(v8 * v8)
    v28 = fractions2 * fractions3
    v29 = sqrt(v8 * v11)
    v30 = fractions3 * fractions3
    v31 = sqrt(v11 * v11)
    # peng_robinson.py:62  b += x * 0.07780 * R * component.critical_temperature / co...
    v32 = fractions0 * 0.0778 * 8.314462618 * 190.6 / 4599000.0
    b = v32 + fractions1 * 0.0778 * 8.314462618 * 305.3 / 4872000.0
    b = b + fractions2 * 0.0778 * 8.314462618 * 369.8 / 4248000.0
    b = b + fractions3 * 0.0778 * 8.314462618 * 617.7 / 2110000.0
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    v32 = volume - b
    v33 = volume + b
    v34 = volume * v33 + b * v32
    v35 = v14 * v15
    v36 = v16 * v17
    v37 = v18 * v19
    v38 = v22 * v23
    v39 = v24 * v25
    a = v12 * v13 + v35 + v36 + v37 + v35 + v20 * v21 + v38 + v39 + v36 + v38
    v35 = v28 * v29
    v28 = v28 / v29
    v24 = v24 / v25
    v18 = v18 / v19
    d36 = v8 * v28 + v11 / v31 * v30 + v5 * v24 + v2 * v18
    v22 = v22 / v23
    v16 = v16 / v17
    d28 = v11 * v28 + v8 / v27 * v26 + v5 * v22 + v2 * v16
    v14 = v14 / v15
    d20 = v11 * v24 + v8 * v22 + v5 / v21 * v20 + v2 * v14
    v2 = v11 * v18 + v8 * v16 + v5 * v14 + v2 / v13 * v12
    d5 = 0.009924054152108725 * v10 / v9 * d36 + 0.001658776554534571 * v7 / v6 * d28
    d3 = d5 + 0.00104221075957825 * v4 / v3 * d20
    v4 = (a + v26 * v27 + v35 + v37 + v39 + v35 + v30 * v31) / v34 / v34
    d5 = b * v4 - 8.314462618 * temperature / v32 / v32
    d32 = (v32 + volume) * v4 - d5
    v6 = 1.92 * v19
    v7 = 1.98 * v17
    v8 = 2.0 * (fractions1 * v15 + fractions0 * v13)
    v8 = (fractions3 * v6 + fractions2 * v7 + v8) / v34
    v9 = 1.98 * v25
    v10 = 2.0 * (fractions2 * v23 + fractions1 * v21 + fractions0 * v15)
    v11 = 2.0 * (fractions3 * v29 + fractions2 * v27 + fractions1 * v23)
    v12 = 2.0 * (fractions3 * v31 + fractions2 * v29) + fractions1 * v9
    return (
        8.314462618 / v32 + (d3 + 0.0005149727311432951 * v1 / v0 * v2) / v34,
        (v33 + volume) * v4 + d5,
        [
            2.6808546539309467e-05 * d32 - v8,
            4.0535292081286157e-05 * d32 - (fractions3 * v9 + v10) / v34,
            5.6311381328486796e-05 * d32 - (v11 + fractions0 * v7) / v34,
            0.00018936901843648486 * d32 - (v12 + fractions0 * v6) / v34,
        ],
    )
