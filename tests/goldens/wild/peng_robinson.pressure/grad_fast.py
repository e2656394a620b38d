# gradient of pressure in 203 operations, 284 before the passes

from math import sqrt


def pressure_grad(temperature, volume, fractions):
    fractions0, fractions1, fractions2, fractions3 = fractions
    # peng_robinson.py:62  b += x * 0.07780 * R * component.critical_temperature / co...
    v0 = 2.6808546539309467e-05 * fractions0 + 4.053529208128615e-05 * fractions1
    b = v0 + 5.63113813284868e-05 * fractions2 + 0.0001893690184364849 * fractions3
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    v0 = volume - b
    v1 = 1.0 / v0
    v2 = 8.314462618 * v1
    v3 = volume + b
    v4 = b * v0 + volume * v3
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v5 = sqrt(0.001618908855431439 * temperature)
    v6 = 1.0 + 1.072460716331008 * (1.0 - v5)
    v7 = v6 * v6
    v8 = sqrt(0.0027041644131963224 * temperature)
    v9 = 1.0 + 0.60282728832 * (1.0 - v8)
    v10 = v9 * v9
    v11 = sqrt(5.816305709861115 * v7 * v10)
    v12 = fractions2 * v10
    v13 = 1.0175643700144905 * v12
    v14 = sqrt(32.67161984423458 * (v7 * v7))
    v15 = fractions3 * v7
    v16 = 5.715909362842852 * v15
    v17 = sqrt(0.0032754667540124465 * temperature)
    v18 = 1.0 + 0.5261667999999999 * (1.0 - v17)
    v19 = v18 * v18
    v20 = sqrt(3.4565611845595865 * v7 * v19)
    v21 = fractions1 * v19
    v22 = sqrt(0.005246589716684156 * temperature)
    v23 = 1.0 + 0.39310825151999995 * (1.0 - v22)
    v24 = v23 * v23
    v7 = sqrt(1.427185099418913 * v7 * v24)
    v25 = fractions0 * v24
    v26 = v13 / v11 + v16 / v14 + 0.5986791174400349 * v21 / v20
    v6 = 0.009924054152108725 * fractions3 * v6
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    v27 = sqrt(1.035437247122987 * (v10 * v10))
    v28 = sqrt(0.6153480191704044 * v19 * v10)
    v21 = 0.6047263812525605 * v21
    v10 = sqrt(0.25407203200681705 * v24 * v10)
    d16 = v16 / v11 + v13 / v27 + v21 / v28 + 0.24718958239778677 * v25 / v10
    v29 = sqrt(0.36569399618281717 * (v19 * v19))
    v19 = sqrt(0.1509919814613588 * v24 * v19)
    v30 = 0.24968644686645128 * v25
    d13 = 5.658750269214423 * v15 / v20 + v13 / v28 + v21 / v29 + v30 / v19
    v24 = sqrt(0.062343321748793194 * (v24 * v24))
    v12 = 5.487272988329138 * v15 / v7 + 1.0073887263143455 * v12 / v10 + v21 / v19
    d8 = 0.001658776554534571 * fractions2 * v9 * d16 / v8
    d5 = v6 * (v26 + 0.2396989889917932 * v25 / v7) / v5 + d8
    v6 = 0.0005149727311432951 * fractions0 * v23 * (v12 + v30 / v24) / v22
    v8 = fractions0 * v24
    v9 = 1.98 * v10
    v7 = 1.92 * v7
    v10 = 2.0 * fractions1 * v19 + fractions2 * v9 + fractions3 * v7
    v12 = fractions1 * v29
    v15 = 1.98 * v20
    v16 = 2.0 * fractions2 * v28 + fractions3 * v15
    v20 = fractions2 * v27
    v21 = fractions3 * v11
    v14 = fractions3 * v14
    v22 = fractions0 * (v8 + v10) + fractions1 * (v12 + v16)
    v22 = (v22 + fractions2 * (v20 + 2.0 * v21) + fractions3 * v14) / (v4 * v4)
    d1 = temperature * v1 * v2 - b * v22
    d0 = (volume + v0) * v22 + d1
    v9 = (2.0 * (v21 + v20 + fractions1 * v28) + fractions0 * v9) / v4
    v7 = (2.0 * (v14 + fractions2 * v11) + fractions1 * v15 + fractions0 * v7) / v4
    return (
        v2 + (d5 + 0.00104221075957825 * fractions1 * v18 * d13 / v17 + v6) / v4,
        (v3 + volume) * v22 - d1,
        [
            2.6808546539309467e-05 * d0 - (2.0 * v8 + v10) / v4,
            4.053529208128615e-05 * d0 - (2.0 * (v12 + fractions0 * v19) + v16) / v4,
            5.63113813284868e-05 * d0 - v9,
            0.0001893690184364849 * d0 - v7,
        ],
    )
