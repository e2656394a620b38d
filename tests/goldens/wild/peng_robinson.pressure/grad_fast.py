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
    alpha = v7 * v7
    v8 = sqrt(0.0027041644131963224 * temperature)
    v9 = 1.0 + 0.60282728832 * (1.0 - v8)
    alpha2 = v9 * v9
    # peng_robinson.py:59  a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] *...
    v10 = sqrt(5.816305709861115 * alpha * alpha2)
    d11 = fractions2 * alpha2
    d12 = 1.0175643700144905 * d11
    v13 = sqrt(32.67161984423458 * (alpha * alpha))
    d14 = fractions3 * alpha
    d15 = 5.715909362842852 * d14
    v16 = sqrt(0.0032754667540124465 * temperature)
    v17 = 1.0 + 0.5261667999999999 * (1.0 - v16)
    alpha3 = v17 * v17
    v18 = sqrt(3.4565611845595865 * alpha * alpha3)
    d19 = fractions1 * alpha3
    v20 = sqrt(0.005246589716684156 * temperature)
    v21 = 1.0 + 0.39310825151999995 * (1.0 - v20)
    alpha4 = v21 * v21
    v22 = sqrt(1.427185099418913 * alpha * alpha4)
    d23 = fractions0 * alpha4
    d24 = d12 / v10 + d15 / v13 + 0.5986791174400349 * d19 / v18
    v25 = 0.009924054152108725 * fractions3 * v7
    v26 = sqrt(1.035437247122987 * (alpha2 * alpha2))
    v27 = sqrt(0.6153480191704044 * alpha3 * alpha2)
    d28 = 0.6047263812525605 * d19
    v29 = sqrt(0.25407203200681705 * alpha4 * alpha2)
    d30 = d15 / v10 + d12 / v26 + d28 / v27 + 0.24718958239778677 * d23 / v29
    v31 = sqrt(0.36569399618281717 * (alpha3 * alpha3))
    v32 = sqrt(0.1509919814613588 * alpha4 * alpha3)
    d33 = 0.24968644686645128 * d23
    d34 = 5.658750269214423 * d14 / v18 + d12 / v27 + d28 / v31 + d33 / v32
    v35 = sqrt(0.062343321748793194 * (alpha4 * alpha4))
    d36 = 5.487272988329138 * d14 / v22 + 1.0073887263143455 * d11 / v29 + d28 / v32
    d37 = v25 * (d24 + 0.2396989889917932 * d23 / v22) / v6
    d38 = d37 + 0.001658776554534571 * fractions2 * v9 * d30 / v8
    d39 = 0.0005149727311432951 * fractions0 * v21 * (d36 + d33 / v35) / v20
    v40 = fractions0 * v35
    v41 = 1.98 * v29
    d42 = 1.92 * v22
    v43 = 2.0 * fractions1 * v32 + fractions2 * v41 + fractions3 * d42
    v44 = fractions1 * v31
    d45 = 1.98 * v18
    v46 = 2.0 * fractions2 * v27 + fractions3 * d45
    v47 = fractions2 * v26
    d48 = fractions3 * v10
    d49 = fractions3 * v13
    v50 = fractions0 * (v40 + v43) + fractions1 * (v44 + v46)
    d51 = (v50 + fractions2 * (v47 + 2.0 * d48) + fractions3 * d49) / (v5 * v5)
    d52 = temperature * d2 * d3 - b * d51
    d53 = (volume + v1) * d51 + d52
    d54 = (2.0 * (d48 + v47 + fractions1 * v27) + fractions0 * v41) / v5
    d55 = (2.0 * (d49 + fractions2 * v10) + fractions1 * d45 + fractions0 * d42) / v5
    return (
        d3 + (d38 + 0.00104221075957825 * fractions1 * v17 * d34 / v16 + d39) / v5,
        (v4 + volume) * d51 - d52,
        [
            2.6808546539309467e-05 * d53 - (2.0 * v40 + v43) / v5,
            4.053529208128615e-05 * d53 - (2.0 * (v44 + fractions0 * v32) + v46) / v5,
            5.63113813284868e-05 * d53 - d54,
            0.0001893690184364849 * d53 - d55,
        ],
    )
