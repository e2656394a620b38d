# gradient of pressure in 203 operations, 284 before the passes

from math import sqrt


def pressure_grad(temperature, volume, fractions):
    fractions0, fractions1, fractions2, fractions3 = fractions
    # peng_robinson.py:62  b += x * 0.07780 * R * component.critical_temperature / co...
    v0 = 2.6808546539309467e-05 * fractions0 + 4.053529208128615e-05 * fractions1
    b = v0 + 5.63113813284868e-05 * fractions2 + 0.0001893690184364849 * fractions3
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    v1 = volume - b
    v2 = 1.0 / v1
    v3 = 8.314462618 * v2
    v4 = volume + b
    v5 = b * v1 + volume * v4
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v6 = sqrt(0.001618908855431439 * temperature)
    v7 = 1.0 + 1.072460716331008 * (1.0 - v6)
    v8 = v7 * v7
    v9 = sqrt(0.0027041644131963224 * temperature)
    v10 = 1.0 + 0.60282728832 * (1.0 - v9)
    v11 = v10 * v10
    v12 = sqrt(5.816305709861115 * v8 * v11)
    v13 = fractions2 * v11
    v14 = 1.0175643700144905 * v13
    v15 = sqrt(32.67161984423458 * (v8 * v8))
    v16 = fractions3 * v8
    v17 = 5.715909362842852 * v16
    v18 = sqrt(0.0032754667540124465 * temperature)
    v19 = 1.0 + 0.5261667999999999 * (1.0 - v18)
    v20 = v19 * v19
    v21 = sqrt(3.4565611845595865 * v8 * v20)
    v22 = fractions1 * v20
    v23 = sqrt(0.005246589716684156 * temperature)
    v24 = 1.0 + 0.39310825151999995 * (1.0 - v23)
    v25 = v24 * v24
    v26 = sqrt(1.427185099418913 * v8 * v25)
    v27 = fractions0 * v25
    v28 = v14 / v12 + v17 / v15 + 0.5986791174400349 * v22 / v21
    v29 = 0.009924054152108725 * fractions3 * v7
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    v30 = sqrt(1.035437247122987 * (v11 * v11))
    v31 = sqrt(0.6153480191704044 * v20 * v11)
    v32 = 0.6047263812525605 * v22
    v33 = sqrt(0.25407203200681705 * v25 * v11)
    d34 = v17 / v12 + v14 / v30 + v32 / v31 + 0.24718958239778677 * v27 / v33
    v35 = sqrt(0.36569399618281717 * (v20 * v20))
    v36 = sqrt(0.1509919814613588 * v25 * v20)
    v37 = 0.24968644686645128 * v27
    d38 = 5.658750269214423 * v16 / v21 + v14 / v31 + v32 / v35 + v37 / v36
    v39 = sqrt(0.062343321748793194 * (v25 * v25))
    v40 = 5.487272988329138 * v16 / v26 + 1.0073887263143455 * v13 / v33 + v32 / v36
    d41 = 0.001658776554534571 * fractions2 * v10 * d34 / v9
    d42 = v29 * (v28 + 0.2396989889917932 * v27 / v26) / v6 + d41
    v43 = 0.0005149727311432951 * fractions0 * v24 * (v40 + v37 / v39) / v23
    v44 = fractions0 * v39
    v45 = 1.98 * v33
    v46 = 1.92 * v26
    v47 = 2.0 * fractions1 * v36 + fractions2 * v45 + fractions3 * v46
    v48 = fractions1 * v35
    v49 = 1.98 * v21
    v50 = 2.0 * fractions2 * v31 + fractions3 * v49
    v51 = fractions2 * v30
    v52 = fractions3 * v12
    v53 = fractions3 * v15
    v54 = fractions0 * (v44 + v47) + fractions1 * (v48 + v50)
    v55 = (v54 + fractions2 * (v51 + 2.0 * v52) + fractions3 * v53) / (v5 * v5)
    d56 = temperature * v2 * v3 - b * v55
    d1 = (volume + v1) * v55 + d56
    v57 = (2.0 * (v52 + v51 + fractions1 * v31) + fractions0 * v45) / v5
    v58 = (2.0 * (v53 + fractions2 * v12) + fractions1 * v49 + fractions0 * v46) / v5
    return (
        v3 + (d42 + 0.00104221075957825 * fractions1 * v19 * d38 / v18 + v43) / v5,
        (v4 + volume) * v55 - d56,
        [
            2.6808546539309467e-05 * d1 - (2.0 * v44 + v47) / v5,
            4.053529208128615e-05 * d1 - (2.0 * (v48 + fractions0 * v36) + v50) / v5,
            5.63113813284868e-05 * d1 - v57,
            0.0001893690184364849 * d1 - v58,
        ],
    )
