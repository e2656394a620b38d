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
    v22 = h * h
    v23 = 1.6666666666666665 * v22
    v24 = 0.3333333333333333 * h
    d25 = 10.0 * (v24 - v23)
    d26 = v12 * v23 - d25
    d27 = v23 - d25
    d28 = 0.5 * d27
    v29 = x3 * v22
    v30 = 0.8333333333333333 * v29
    v31 = 0.5 * h
    d32 = 10.0 * (v24 + d26 * v31)
    d33 = h * (v5 * d28 + y2 * v30) + d32
    d34 = 2.222222222222222 * v29 + x2 * d28
    v35 = y * v31
    d36 = d27 * v31 - h * x2 * v30 + d32
    d37 = 0.5 * d36
    v38 = 1.6666666666666665 * h
    v39 = 0.16666666666666666 * h
    d40 = -10.0 * (v39 - d33 * v31) - v38
    v41 = x * v31
    v42 = 1.3333333333333333 * h
    d43 = h * (1.6666666666666665 * (v13 - v14) + x3 * v11 * v38 - v4 * d34)
    d44 = v17 + 0.3333333333333333 * slopes20 + v18 - d43 - v9 * d27 + v7 * d26
    d14 = v24 - 0.16666666666666666 * v22
    v45 = 0.16666666666666666 * x4
    v46 = v22 * v45
    v47 = v16 * v23
    d48 = y3 * v46 - v12 * d14 + v47
    v49 = 0.4444444444444444 * v22
    d50 = x4 * v49 - x3 * d14
    d51 = d50 * v31
    v52 = v45 * v29
    d53 = v52 + d14 - v47
    d54 = v24 - d53 * v31
    v55 = 5.0 * h
    d56 = d48 * v55
    d57 = y2 * d51 + v5 * d54 + d56
    d58 = d50 * v42 + x2 * d54
    d59 = x2 * d51 - d54 - d56
    d3 = v39 + d59 * v31
    d60 = d57 * v55
    v61 = h * v45
    v62 = 0.16666666666666666 * v13
    v63 = v19 + 0.3333333333333333 * slopes21 + 0.16666666666666666 * (x4 * v16 - y4)
    d64 = v63 + h * (v16 * v62 - v15 * v45 - 0.16666666666666666 * v14) + v11 * d50
    d15 = v24 - v49
    v65 = y4 * v23
    d66 = y3 * d15 + v12 * v46 - v65
    d12 = 2.6666666666666665 * d15 + v52
    d67 = v24 - d12 * v31
    d68 = v46 - x3 * d15 - v65
    d69 = d68 * v31
    d70 = d66 * v55
    d71 = v5 * d69 - y2 * d67 + d70
    d5 = x2 * d69 - 2.6666666666666665 * d67
    d4 = v39 + d5 * v31
    d72 = x2 * d67 + d69 + d70
    d73 = d72 * v31
    d74 = d71 * v55
    d75 = 1.0 - 0.4444444444444444 * h - d12 + d5 - 2.6666666666666665 * d4
    v76 = h * (v14 * v45 - 0.4444444444444444 * v15 + y4 * v62)
    d77 = v20 + 0.3333333333333333 * slopes22 + v21 + v76 - v11 * d12 - v9 * d68
    return [
        (
            [
                1.0 + d26 - d33 + h * (d34 * v35 + v1 * d37) + d40,
                d36 - d27 + h * d34 * v41 - d36 * v31 - d40,
                -(h * (d34 * v42 - d34 + x * d37) + x3 * v23),
            ],
            d44 + v3 * d36 - v2 * d33,
        ),
        (
            [
                v16 * v39 - d48 + d57 - d58 * v35 + v1 * d3 - d60,
                1.0 - v39 - d53 + d59 - d58 * v41 - d3 + d60,
                d50 - v61 - d58 + d58 * v42 - x * d3,
            ],
            d64 - v9 * d53 - v7 * d48 - v4 * d58 + v3 * d59 + v2 * d57,
        ),
        (
            [
                y4 * v39 + d66 - d71 + y * d4 + v1 * d73 + d74,
                v61 - d68 + d72 + x * d4 - d73 - d74,
                d75 - d72 * v41,
            ],
            d77 + v7 * d66 + v4 * d5 + v3 * d72 - v2 * d71,
        ),
    ]
