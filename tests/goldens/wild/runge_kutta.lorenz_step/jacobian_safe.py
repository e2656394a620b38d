# Jacobian of lorenz_step in 320 operations, 344 before the passes
def lorenz_step_jacobian(state, h):
    state0, state1, state2 = state
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v0 = h * 0.0
    x = state0 + v0
    y = state1 + v0
    z = state2 + v0
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v0 = 28.0 - z
    slopes00 = 10.0 * (y - x)
    v1 = 0.5 * slopes00
    x2 = state0 + h * v1
    slopes01 = x * v0 - y
    v2 = 0.5 * slopes01
    y2 = state1 + h * v2
    slopes02 = x * y - 2.6666666666666665 * z
    v3 = 0.5 * slopes02
    z = state2 + h * v3
    v4 = 28.0 - z
    v5 = 0.0 * slopes00
    slopes10 = 10.0 * (y2 - x2)
    v6 = v5 + 0.5 * slopes10
    x3 = state0 + h * v6
    v7 = 0.0 * slopes01
    slopes11 = x2 * v4 - y2
    v8 = v7 + 0.5 * slopes11
    y3 = state1 + h * v8
    v9 = 0.0 * slopes02
    slopes12 = x2 * y2 - 2.6666666666666665 * z
    v10 = v9 + 0.5 * slopes12
    z = state2 + h * v10
    v11 = 28.0 - z
    slopes20 = 10.0 * (y3 - x3)
    v5 = v5 + 0.0 * slopes10 + slopes20
    x4 = state0 + h * v5
    slopes21 = x3 * v11 - y3
    v7 = v7 + 0.0 * slopes11 + slopes21
    y4 = state1 + h * v7
    slopes22 = x3 * y3 - 2.6666666666666665 * z
    v9 = v9 + 0.0 * slopes12 + slopes22
    z = state2 + h * v9
    v12 = 28.0 - z
    v13 = 0.16666666666666666 * slopes00 + 0.3333333333333333 * slopes10
    v14 = 0.16666666666666666 * (10.0 * (y4 - x4))
    v15 = 0.16666666666666666 * slopes01 + 0.3333333333333333 * slopes11
    v16 = 0.16666666666666666 * slopes02 + 0.3333333333333333 * slopes12
    v17 = 0.16666666666666666 * (x4 * y4 - 2.6666666666666665 * z)
    v18 = h * h
    v19 = 1.6666666666666665 * v18
    v20 = 0.3333333333333333 * h
    d21 = 10.0 * (v20 - v19)
    d22 = v11 * v19 - d21
    d21 = v19 - d21
    d23 = 0.5 * d21
    v24 = x3 * v18
    v25 = 0.8333333333333333 * v24
    v26 = 0.5 * h
    d27 = 10.0 * (v20 + d22 * v26)
    d28 = h * (v4 * d23 + y2 * v25) + d27
    d23 = 2.222222222222222 * v24 + x2 * d23
    v29 = y * v26
    d25 = d21 * v26 - h * x2 * v25 + d27
    d27 = 0.5 * d25
    v30 = 1.6666666666666665 * h
    v31 = 0.16666666666666666 * h
    d32 = -10.0 * (v31 - d28 * v26) - v30
    v33 = x * v26
    v34 = 1.3333333333333333 * h
    d30 = h * (1.6666666666666665 * (v5 - v7) + x3 * v10 * v30 - v3 * d23)
    d13 = v13 + 0.3333333333333333 * slopes20 + v14 - d30 - v8 * d21 + v6 * d22
    d7 = v20 - 0.16666666666666666 * v18
    v14 = 0.16666666666666666 * x4
    v30 = v18 * v14
    v35 = v12 * v19
    d36 = y3 * v30 - v11 * d7 + v35
    v18 = 0.4444444444444444 * v18
    d37 = x4 * v18 - x3 * d7
    d38 = d37 * v26
    v24 = v14 * v24
    d35 = v24 + d7 - v35
    d39 = v20 - d35 * v26
    v40 = 5.0 * h
    d41 = d36 * v40
    d42 = y2 * d38 + v4 * d39 + d41
    d43 = d37 * v34 + x2 * d39
    d38 = x2 * d38 - d39 - d41
    d2 = v31 + d38 * v26
    d39 = d42 * v40
    v41 = h * v14
    v5 = 0.16666666666666666 * v5
    v15 = v15 + 0.3333333333333333 * slopes21 + 0.16666666666666666 * (x4 * v12 - y4)
    d15 = v15 + h * (v12 * v5 - v9 * v14 - 0.16666666666666666 * v7) + v10 * d37
    d9 = v20 - v18
    v18 = y4 * v19
    d11 = y3 * d9 + v11 * v30 - v18
    d24 = 2.6666666666666665 * d9 + v24
    d20 = v20 - d24 * v26
    d18 = v30 - x3 * d9 - v18
    d30 = d18 * v26
    d44 = d11 * v40
    d4 = v4 * d30 - y2 * d20 + d44
    d45 = x2 * d30 - 2.6666666666666665 * d20
    d3 = v31 + d45 * v26
    d20 = x2 * d20 + d30 + d44
    d30 = d20 * v26
    d40 = d4 * v40
    d44 = 1.0 - 0.4444444444444444 * h - d24 + d45 - 2.6666666666666665 * d3
    v5 = h * (v7 * v14 - 0.4444444444444444 * v9 + y4 * v5)
    d5 = v16 + 0.3333333333333333 * slopes22 + v17 + v5 - v10 * d24 - v8 * d18
    return [
        (
            [
                1.0 + d22 - d28 + h * (d23 * v29 + v0 * d27) + d32,
                d25 - d21 + h * d23 * v33 - d25 * v26 - d32,
                -(h * (d23 * v34 - d23 + x * d27) + x3 * v19),
            ],
            d13 + v2 * d25 - v1 * d28,
        ),
        (
            [
                v12 * v31 - d36 + d42 - d43 * v29 + v0 * d2 - d39,
                1.0 - v31 - d35 + d38 - d43 * v33 - d2 + d39,
                d37 - v41 - d43 + d43 * v34 - x * d2,
            ],
            d15 - v8 * d35 - v6 * d36 - v3 * d43 + v2 * d38 + v1 * d42,
        ),
        (
            [
                y4 * v31 + d11 - d4 + y * d3 + v0 * d30 + d40,
                v41 - d18 + d20 + x * d3 - d30 - d40,
                d44 - d20 * v33,
            ],
            d5 + v6 * d11 + v3 * d45 + v2 * d20 - v1 * d4,
        ),
    ]
