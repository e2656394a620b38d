# Jacobian of lorenz_step in 320 operations, 344 before the passes
def lorenz_step_jacobian(state, h):
    state0, state1, state2 = state
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v0 = h * 0.0
    x = state0 + v0
    y = state1 + v0
    z = state2 + v0
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes00 = 10.0 * (y - x)
    v1 = 28.0 - z
    slopes01 = x * v1 - y
    slopes02 = x * y - 2.6666666666666665 * z
    v2 = 0.5 * slopes00
    x2 = state0 + h * v2
    v3 = 0.5 * slopes01
    y2 = state1 + h * v3
    v4 = 0.5 * slopes02
    z2 = state2 + h * v4
    slopes10 = 10.0 * (y2 - x2)
    v5 = 28.0 - z2
    slopes11 = x2 * v5 - y2
    slopes12 = x2 * y2 - 2.6666666666666665 * z2
    v6 = 0.0 * slopes00
    v7 = v6 + 0.5 * slopes10
    x3 = state0 + h * v7
    v8 = 0.0 * slopes01
    v9 = v8 + 0.5 * slopes11
    y3 = state1 + h * v9
    v10 = 0.0 * slopes02
    v11 = v10 + 0.5 * slopes12
    z3 = state2 + h * v11
    slopes20 = 10.0 * (y3 - x3)
    v12 = 28.0 - z3
    slopes21 = x3 * v12 - y3
    slopes22 = x3 * y3 - 2.6666666666666665 * z3
    v13 = v6 + 0.0 * slopes10 + slopes20
    x4 = state0 + h * v13
    v14 = v8 + 0.0 * slopes11 + slopes21
    y4 = state1 + h * v14
    v15 = v10 + 0.0 * slopes12 + slopes22
    z4 = state2 + h * v15
    v16 = 28.0 - z4
    v17 = 0.16666666666666666 * slopes00 + 0.3333333333333333 * slopes10
    v18 = 0.16666666666666666 * (10.0 * (y4 - x4))
    v19 = 0.16666666666666666 * slopes01 + 0.3333333333333333 * slopes11
    v20 = 0.16666666666666666 * slopes02 + 0.3333333333333333 * slopes12
    v21 = 0.16666666666666666 * (x4 * y4 - 2.6666666666666665 * z4)
    d22 = h * h
    d23 = 1.6666666666666665 * d22
    d24 = 0.3333333333333333 * h
    d25 = 10.0 * (d24 - d23)
    d26 = v12 * d23 - d25
    d27 = d23 - d25
    d28 = 0.5 * d27
    d29 = x3 * d22
    d30 = 0.8333333333333333 * d29
    d31 = 0.5 * h
    d32 = 10.0 * (d24 + d26 * d31)
    d33 = h * (v5 * d28 + y2 * d30) + d32
    d34 = 2.222222222222222 * d29 + x2 * d28
    d35 = y * d31
    d36 = d27 * d31 - h * x2 * d30 + d32
    d37 = 0.5 * d36
    d38 = 1.6666666666666665 * h
    d39 = 0.16666666666666666 * h
    d40 = -10.0 * (d39 - d33 * d31) - d38
    d41 = x * d31
    d42 = 1.3333333333333333 * h
    d43 = h * (1.6666666666666665 * (v13 - v14) + x3 * v11 * d38 - v4 * d34)
    d44 = v17 + 0.3333333333333333 * slopes20 + v18 - d43 - v9 * d27 + v7 * d26
    d45 = d24 - 0.16666666666666666 * d22
    d46 = 0.16666666666666666 * x4
    d47 = d22 * d46
    d48 = v16 * d23
    d49 = y3 * d47 - v12 * d45 + d48
    d50 = 0.4444444444444444 * d22
    d51 = x4 * d50 - x3 * d45
    d52 = d51 * d31
    d53 = d46 * d29
    d54 = d53 + d45 - d48
    d55 = d24 - d54 * d31
    d56 = 5.0 * h
    d57 = d49 * d56
    d58 = y2 * d52 + v5 * d55 + d57
    d59 = d51 * d42 + x2 * d55
    d60 = x2 * d52 - d55 - d57
    d61 = d39 + d60 * d31
    d62 = d58 * d56
    d63 = h * d46
    d64 = 0.16666666666666666 * v13
    v65 = v19 + 0.3333333333333333 * slopes21 + 0.16666666666666666 * (x4 * v16 - y4)
    d66 = v65 + h * (v16 * d64 - v15 * d46 - 0.16666666666666666 * v14) + v11 * d51
    d67 = d24 - d50
    d68 = y4 * d23
    d69 = y3 * d67 + v12 * d47 - d68
    d70 = 2.6666666666666665 * d67 + d53
    d71 = d24 - d70 * d31
    d72 = d47 - x3 * d67 - d68
    d73 = d72 * d31
    d74 = d69 * d56
    d75 = v5 * d73 - y2 * d71 + d74
    d76 = x2 * d73 - 2.6666666666666665 * d71
    d77 = d39 + d76 * d31
    d78 = x2 * d71 + d73 + d74
    d79 = d78 * d31
    d80 = d75 * d56
    d81 = 1.0 - 0.4444444444444444 * h - d70 + d76 - 2.6666666666666665 * d77
    d82 = h * (v14 * d46 - 0.4444444444444444 * v15 + y4 * d64)
    d83 = v20 + 0.3333333333333333 * slopes22 + v21 + d82 - v11 * d70 - v9 * d72
    return [
        (
            [
                1.0 + d26 - d33 + h * (d34 * d35 + v1 * d37) + d40,
                d36 - d27 + h * d34 * d41 - d36 * d31 - d40,
                -(h * (d34 * d42 - d34 + x * d37) + x3 * d23),
            ],
            d44 + v3 * d36 - v2 * d33,
        ),
        (
            [
                v16 * d39 - d49 + d58 - d59 * d35 + v1 * d61 - d62,
                1.0 - d39 - d54 + d60 - d59 * d41 - d61 + d62,
                d51 - d63 - d59 + d59 * d42 - x * d61,
            ],
            d66 - v9 * d54 - v7 * d49 - v4 * d59 + v3 * d60 + v2 * d58,
        ),
        (
            [
                y4 * d39 + d69 - d75 + y * d77 + v1 * d79 + d80,
                d63 - d72 + d78 + x * d77 - d79 - d80,
                d81 - d78 * d41,
            ],
            d83 + v7 * d69 + v4 * d76 + v3 * d78 - v2 * d75,
        ),
    ]
