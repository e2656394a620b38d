# gradient of pressure in 245 operations, 296 before the passes

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
    b2 = b + fractions2 * 0.0778 * 8.314462618 * 369.8 / 4248000.0
    b3 = b2 + fractions3 * 0.0778 * 8.314462618 * 617.7 / 2110000.0
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    v29 = volume - b3
    v30 = volume + b3
    v31 = volume * v30 + b3 * v29
    v32 = v10 * v11
    v33 = v12 * v13
    v34 = v14 * v15
    v35 = v18 * v19
    v36 = v20 * v21
    a = v8 * v9 + v32 + v33 + v34 + v32 + v16 * v17 + v35 + v36 + v33 + v35
    v37 = v24 * v25
    v38 = (a + v22 * v23 + v37 + v34 + v36 + v37 + v26 * v27) / v31
    d39 = 1.0 / v29
    d40 = 1.0 / v31
    d41 = v24 * d40 / v25
    d42 = v20 * d40 / v21
    d43 = v14 * d40 / v15
    d44 = pure2 * d41 + pure3 * (v26 * d40 / v27) + pure1 * d42 + pure0 * d43
    d45 = v18 * d40 / v19
    d46 = v12 * d40 / v13
    d47 = pure3 * d41 + pure2 * (v22 * d40 / v23) + pure1 * d45 + pure0 * d46
    d48 = v10 * d40 / v11
    d49 = pure3 * d42 + pure2 * d45 + pure1 * (v16 * d40 / v17) + pure0 * d48
    d50 = pure3 * d43 + pure2 * d46 + pure1 * d48 + pure0 * (v8 * d40 / v9)
    d51 = 8.314462618 * d39 + 0.009924054152108725 * (v7 / v6 * d44)
    d52 = d51 + 0.001658776554534571 * (v5 / v4 * d47)
    d53 = d52 + 0.00104221075957825 * (v3 / v2 * d49)
    d54 = v38 * (b3 * d40) - 8.314462618 * temperature / v29 * d39
    d55 = v38 * ((v29 + volume) * d40) - d54
    d56 = 1.92 * (v15 * d40)
    d57 = 1.98 * (v13 * d40)
    d58 = v11 * d40
    d59 = 2.6808546539309467e-05 * d55 - fractions3 * d56 - fractions2 * d57
    d60 = 1.98 * (v21 * d40)
    d61 = v19 * d40
    d62 = 2.0 * (fractions2 * d61 + v17 * (fractions1 * d40) + fractions0 * d58)
    d63 = v25 * d40
    d64 = 2.0 * (fractions3 * d63 + v23 * (fractions2 * d40) + fractions1 * d61)
    d65 = 2.0 * (v27 * (fractions3 * d40) + fractions2 * d63)
    return (
        d53 + 0.0005149727311432951 * (v1 / v0 * d50),
        v38 * ((v30 + volume) * d40) + d54,
        [
            d59 - 2.0 * (fractions1 * d58 + v9 * (fractions0 * d40)),
            4.0535292081286157e-05 * d55 - fractions3 * d60 - d62,
            5.63113813284868e-05 * d55 - d64 - fractions0 * d57,
            0.0001893690184364849 * d55 - d65 - fractions1 * d60 - fractions0 * d56,
        ],
    )
