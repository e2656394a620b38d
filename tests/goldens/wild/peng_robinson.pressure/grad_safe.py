# gradient of pressure in 237 operations, 342 before the passes

from math import sqrt


def pressure_grad(temperature, volume, fractions):
    fractions0, fractions1, fractions2, fractions3 = fractions
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v0 = sqrt(temperature / 190.6)
    v1 = 1.0 + 0.39310825151999995 * (1.0 - v0)
    alpha = v1 * v1
    # peng_robinson.py:50  return 0.45724 * R**2 * tc**2 / pc * alpha
    pure0 = 0.24968644686645128 * alpha
    v2 = sqrt(temperature / 305.3)
    v3 = 1.0 + 0.5261667999999999 * (1.0 - v2)
    alpha2 = v3 * v3
    pure1 = 0.6047263812525605 * alpha2
    v4 = sqrt(temperature / 369.8)
    v5 = 1.0 + 0.60282728832 * (1.0 - v4)
    alpha3 = v5 * v5
    pure2 = 1.0175643700144905 * alpha3
    v6 = sqrt(temperature / 617.7)
    v7 = 1.0 + 1.072460716331008 * (1.0 - v6)
    alpha4 = v7 * v7
    pure3 = 5.715909362842852 * alpha4
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
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    v35 = volume - b3
    v36 = volume + b3
    v37 = volume * v36 + b3 * v35
    v38 = (a + v27 * v28 + v31 + v18 + v26 + v31 + v32 * v33) / v37
    d39 = v5 / v4
    d40 = 0.0016587765545345713 * d39
    d41 = v7 / v6
    d42 = 0.009924054152108727 * d41
    d43 = v3 / v2
    d44 = 0.00104221075957825 * d43
    d45 = v1 / v0
    d46 = 0.000514972731143295 * d45
    d47 = v29 * ((pure3 * d40 + pure2 * d42) / v30)
    d48 = d47 + v24 * ((pure3 * d44 + pure1 * d42) / v25)
    d49 = d48 + v16 * ((pure3 * d46 + pure0 * d42) / v17)
    d50 = d49 + v21 * ((pure2 * d44 + pure1 * d40) / v22)
    d51 = d50 + v13 * ((pure2 * d46 + pure0 * d40) / v14)
    d52 = 0.00012858171147228162 * v8 * d45 * (alpha / v9)
    d53 = d51 + v10 * ((pure1 * d46 + pure0 * d44) / v11) + d52
    d54 = d53 + 0.0006302523411422375 * v19 * d43 * (alpha2 / v20)
    d55 = d54 + 0.0016879119197097782 * v27 * d39 * (alpha3 / v28)
    d56 = (d55 + 0.05672499404539775 * v32 * d41 * (alpha4 / v33)) / v37
    d57 = 8.314462618 * temperature / v35 / v35
    d58 = v38 * ((b3 - volume - v35) / v37) - d57
    d59 = 1.92 * v17
    d60 = 1.98 * v14
    d61 = 2.0 * (fractions1 * v11 + fractions0 * v9)
    d62 = (fractions3 * d59 + fractions2 * d60 + d61) / v37
    d63 = 1.98 * v25
    d64 = 2.0 * (fractions2 * v22 + fractions0 * v11 + fractions1 * v20)
    d65 = 2.0 * (fractions3 * v30 + fractions1 * v22 + fractions2 * v28)
    d66 = 2.0 * (fractions2 * v30 + fractions3 * v33) + fractions1 * d63
    return (
        8.314462618 / v35 + d56,
        v38 * ((v36 + volume + b3) / v37) - d57,
        [
            -2.6808546539309467e-05 * d58 - d62,
            -4.053529208128615e-05 * d58 - (d64 + fractions3 * d63) / v37,
            -5.63113813284868e-05 * d58 - (d65 + fractions0 * d60) / v37,
            -0.0001893690184364849 * d58 - (d66 + fractions0 * d59) / v37,
        ],
    )
