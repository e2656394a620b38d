# Jacobian of lorenz_step in 320 operations, 344 before the passes
def lorenz_step_jacobian(state, h):
    state0, state1, state2 = state
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v0 = h * 0.0
    x = state0 + v0
    y = state1 + v0
    z = state2 + v0
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v1 = 28.0 - z
    slopes00 = 10.0 * (y - x)
    v2 = 0.5 * slopes00
    x2 = state0 + h * v2
    slopes01 = x * v1 - y
    v3 = 0.5 * slopes01
    y2 = state1 + h * v3
    slopes02 = x * y - 2.6666666666666665 * z
    v4 = 0.5 * slopes02
    z2 = state2 + h * v4
    v5 = 28.0 - z2
    v6 = 0.0 * slopes00
    slopes10 = 10.0 * (y2 - x2)
    v7 = v6 + 0.5 * slopes10
    x3 = state0 + h * v7
    v8 = 0.0 * slopes01
    slopes11 = x2 * v5 - y2
    v9 = v8 + 0.5 * slopes11
    y3 = state1 + h * v9
    v10 = 0.0 * slopes02
    slopes12 = x2 * y2 - 2.6666666666666665 * z2
    v11 = v10 + 0.5 * slopes12
    z3 = state2 + h * v11
    v12 = 28.0 - z3
    slopes20 = 10.0 * (y3 - x3)
    v13 = v6 + 0.0 * slopes10 + slopes20
    x4 = state0 + h * v13
    slopes21 = x3 * v12 - y3
    v14 = v8 + 0.0 * slopes11 + slopes21
    y4 = state1 + h * v14
    slopes22 = x3 * y3 - 2.6666666666666665 * z3
    v15 = v10 + 0.0 * slopes12 + slopes22
    z4 = state2 + h * v15
    v16 = 28.0 - z4
    v17 = 0.16666666666666666 * slopes00 + 0.3333333333333333 * slopes10
    v18 = 0.16666666666666666 * (10.0 * (y4 - x4))
    v19 = 0.16666666666666666 * slopes01 + 0.3333333333333333 * slopes11
    v20 = 0.16666666666666666 * slopes02 + 0.3333333333333333 * slopes12
    v21 = 0.16666666666666666 * (x4 * y4 - 2.6666666666666665 * z4)
    d22 = h * h
    d13 = 1.6666666666666665 * d22
    d23 = 0.3333333333333333 * h
    d24 = 10.0 * (d23 - d13)
    d25 = v12 * d13 - d24
    d26 = d13 - d24
    d27 = 0.5 * d26
    d28 = x3 * d22
    d29 = 0.8333333333333333 * d28
    d30 = 0.5 * h
    d31 = 10.0 * (d23 + d25 * d30)
    d32 = h * (v5 * d27 + y2 * d29) + d31
    d5 = 2.222222222222222 * d28 + x2 * d27
    d33 = y * d30
    d34 = d26 * d30 - h * x2 * d29 + d31
    d35 = 0.5 * d34
    d36 = 1.6666666666666665 * h
    d37 = 0.16666666666666666 * h
    d38 = -10.0 * (d37 - d32 * d30) - d36
    d39 = x * d30
    d40 = 1.3333333333333333 * h
    d41 = h * (1.6666666666666665 * (v13 - v14) + x3 * v11 * d36 - v4 * d5)
    d42 = v17 + 0.3333333333333333 * slopes20 + v18 - d41 - v9 * d26 + v7 * d25
    d14 = d23 - 0.16666666666666666 * d22
    d43 = 0.16666666666666666 * x4
    d44 = d22 * d43
    d45 = v16 * d13
    d46 = y3 * d44 - v12 * d14 + d45
    d15 = 0.4444444444444444 * d22
    d12 = x4 * d15 - x3 * d14
    d47 = d12 * d30
    d48 = d43 * d28
    d49 = d48 + d14 - d45
    d50 = d23 - d49 * d30
    d51 = 5.0 * h
    d52 = d46 * d51
    d53 = y2 * d47 + v5 * d50 + d52
    d54 = d12 * d40 + x2 * d50
    d55 = x2 * d47 - d50 - d52
    d3 = d37 + d55 * d30
    d56 = d53 * d51
    d57 = h * d43
    d58 = 0.16666666666666666 * v13
    v59 = v19 + 0.3333333333333333 * slopes21 + 0.16666666666666666 * (x4 * v16 - y4)
    d60 = v59 + h * (v16 * d58 - v15 * d43 - 0.16666666666666666 * v14) + v11 * d12
    d61 = d23 - d15
    d62 = y4 * d13
    d63 = y3 * d61 + v12 * d44 - d62
    d64 = 2.6666666666666665 * d61 + d48
    d65 = d23 - d64 * d30
    d66 = d44 - x3 * d61 - d62
    d67 = d66 * d30
    d68 = d63 * d51
    d69 = v5 * d67 - y2 * d65 + d68
    d70 = x2 * d67 - 2.6666666666666665 * d65
    d4 = d37 + d70 * d30
    d71 = x2 * d65 + d67 + d68
    d72 = d71 * d30
    d73 = d69 * d51
    d74 = 1.0 - 0.4444444444444444 * h - d64 + d70 - 2.6666666666666665 * d4
    d75 = h * (v14 * d43 - 0.4444444444444444 * v15 + y4 * d58)
    d76 = v20 + 0.3333333333333333 * slopes22 + v21 + d75 - v11 * d64 - v9 * d66
    return [
        (
            [
                1.0 + d25 - d32 + h * (d5 * d33 + v1 * d35) + d38,
                d34 - d26 + h * d5 * d39 - d34 * d30 - d38,
                -(h * (d5 * d40 - d5 + x * d35) + x3 * d13),
            ],
            d42 + v3 * d34 - v2 * d32,
        ),
        (
            [
                v16 * d37 - d46 + d53 - d54 * d33 + v1 * d3 - d56,
                1.0 - d37 - d49 + d55 - d54 * d39 - d3 + d56,
                d12 - d57 - d54 + d54 * d40 - x * d3,
            ],
            d60 - v9 * d49 - v7 * d46 - v4 * d54 + v3 * d55 + v2 * d53,
        ),
        (
            [
                y4 * d37 + d63 - d69 + y * d4 + v1 * d72 + d73,
                d57 - d66 + d71 + x * d4 - d72 - d73,
                d74 - d71 * d39,
            ],
            d76 + v7 * d63 + v4 * d70 + v3 * d71 - v2 * d69,
        ),
    ]
