# gradient of pressure in 203 operations, 264 before the passes

from math import sqrt


def pressure_grad(temperature, volume, fractions):
    fractions0, fractions1, fractions2, fractions3 = fractions
    # peng_robinson.py:62  b += x * 0.07780 * R * component.critical_temperature / co...
    v0 = 2.6808546539309467e-05 * fractions0 + 4.053529208128615e-05 * fractions1
    b = v0 + 5.63113813284868e-05 * fractions2 + 0.0001893690184364849 * fractions3
    # peng_robinson.py:69  return R * temperature / (volume - b) - a / (volume * (vol...
    v1 = volume - b
    d2 = 1.0 / v1
    d3 = 8.314462618 * d2
    v4 = volume + b
    v5 = b * v1 + volume * v4
    # peng_robinson.py:49  alpha = (1 + kappa(component.acentric_factor) * (1 - math....
    v6 = sqrt(0.001618908855431439 * temperature)
    v7 = 1.0 + 1.072460716331008 * (1.0 - v6)
    d8 = v7 * v7
    v9 = sqrt(0.0027041644131963224 * temperature)
    v10 = 1.0 + 0.60282728832 * (1.0 - v9)
    d11 = v10 * v10
    d12 = sqrt(5.816305709861115 * d8 * d11)
    d13 = fractions2 * d11
    d14 = 1.0175643700144905 * d13
    d15 = sqrt(32.67161984423458 * (d8 * d8))
    d16 = fractions3 * d8
    d17 = 5.715909362842852 * d16
    v18 = sqrt(0.0032754667540124465 * temperature)
    v19 = 1.0 + 0.5261667999999999 * (1.0 - v18)
    d20 = v19 * v19
    d21 = sqrt(3.4565611845595865 * d8 * d20)
    d22 = fractions1 * d20
    v23 = sqrt(0.005246589716684156 * temperature)
    v24 = 1.0 + 0.39310825151999995 * (1.0 - v23)
    d25 = v24 * v24
    d26 = sqrt(1.427185099418913 * d8 * d25)
    d27 = fractions0 * d25
    d28 = d14 / d12 + d17 / d15 + 0.5986791174400349 * d22 / d21
    v29 = 0.009924054152108725 * fractions3 * v7
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    v30 = sqrt(1.035437247122987 * (d11 * d11))
    v31 = sqrt(0.6153480191704044 * d20 * d11)
    d32 = 0.6047263812525605 * d22
    v33 = sqrt(0.25407203200681705 * d25 * d11)
    d34 = d17 / d12 + d14 / v30 + d32 / v31 + 0.24718958239778677 * d27 / v33
    v35 = sqrt(0.36569399618281717 * (d20 * d20))
    v36 = sqrt(0.1509919814613588 * d25 * d20)
    d37 = 0.24968644686645128 * d27
    d38 = 5.658750269214423 * d16 / d21 + d14 / v31 + d32 / v35 + d37 / v36
    v39 = sqrt(0.062343321748793194 * (d25 * d25))
    d40 = 5.487272988329138 * d16 / d26 + 1.0073887263143455 * d13 / v33 + d32 / v36
    d41 = 0.001658776554534571 * fractions2 * v10 * d34 / v9
    d42 = v29 * (d28 + 0.2396989889917932 * d27 / d26) / v6 + d41
    d43 = 0.0005149727311432951 * fractions0 * v24 * (d40 + d37 / v39) / v23
    v44 = fractions0 * v39
    v45 = 1.98 * v33
    d46 = 1.92 * d26
    v47 = 2.0 * fractions1 * v36 + fractions2 * v45 + fractions3 * d46
    v48 = fractions1 * v35
    d49 = 1.98 * d21
    v50 = 2.0 * fractions2 * v31 + fractions3 * d49
    v51 = fractions2 * v30
    d52 = fractions3 * d12
    d53 = fractions3 * d15
    v54 = fractions0 * (v44 + v47) + fractions1 * (v48 + v50)
    d55 = (v54 + fractions2 * (v51 + 2.0 * d52) + fractions3 * d53) / (v5 * v5)
    d56 = temperature * d2 * d3 - b * d55
    d57 = (volume + v1) * d55 + d56
    d58 = (2.0 * (d52 + v51 + fractions1 * v31) + fractions0 * v45) / v5
    d59 = (2.0 * (d53 + fractions2 * d12) + fractions1 * d49 + fractions0 * d46) / v5
    return (
        d3 + (d42 + 0.00104221075957825 * fractions1 * v19 * d38 / v18 + d43) / v5,
        (v4 + volume) * d55 - d56,
        [
            2.6808546539309467e-05 * d57 - (2.0 * v44 + v47) / v5,
            4.053529208128615e-05 * d57 - (2.0 * (v48 + fractions0 * v36) + v50) / v5,
            5.63113813284868e-05 * d57 - d58,
            0.0001893690184364849 * d57 - d59,
        ],
    )
