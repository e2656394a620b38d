# value and tangent of lorenz_step in 220 operations, 244 before the passes
def lorenz_step(state, h, dstate, dh):
    state0, state1, state2 = state
    dstate0, dstate1, dstate2 = dstate
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v0 = h * 0.0
    x = state0 + v0
    y = state1 + v0
    z = state2 + v0
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes00 = 10.0 * (y - x)
    dslopes00 = 10.0 * (dstate1 - dstate0)
    v1 = 28.0 - z
    slopes01 = x * v1 - y
    dslopes01 = v1 * dstate0 - x * dstate2 - dstate1
    slopes02 = x * y - 2.6666666666666665 * z
    dslopes02 = y * dstate0 + x * dstate1 - 2.6666666666666665 * dstate2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v2 = 0.5 * slopes00
    x2 = state0 + h * v2
    dx2 = dstate0 + (v2 * dh + h * (0.5 * dslopes00))
    v3 = 0.5 * slopes01
    y2 = state1 + h * v3
    dy2 = dstate1 + (v3 * dh + h * (0.5 * dslopes01))
    v4 = 0.5 * slopes02
    z2 = state2 + h * v4
    dz2 = dstate2 + (v4 * dh + h * (0.5 * dslopes02))
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes10 = 10.0 * (y2 - x2)
    dslopes10 = 10.0 * (dy2 - dx2)
    v5 = 28.0 - z2
    slopes11 = x2 * v5 - y2
    dslopes11 = v5 * dx2 - x2 * dz2 - dy2
    slopes12 = x2 * y2 - 2.6666666666666665 * z2
    dslopes12 = y2 * dx2 + x2 * dy2 - 2.6666666666666665 * dz2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v6 = 0.0 * slopes00
    v7 = v6 + 0.5 * slopes10
    x3 = state0 + h * v7
    dx3 = dstate0 + (v7 * dh + h * (0.5 * dslopes10))
    v8 = 0.0 * slopes01
    v9 = v8 + 0.5 * slopes11
    y3 = state1 + h * v9
    dy3 = dstate1 + (v9 * dh + h * (0.5 * dslopes11))
    v10 = 0.0 * slopes02
    v11 = v10 + 0.5 * slopes12
    z3 = state2 + h * v11
    dz3 = dstate2 + (v11 * dh + h * (0.5 * dslopes12))
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes20 = 10.0 * (y3 - x3)
    dslopes20 = 10.0 * (dy3 - dx3)
    v12 = 28.0 - z3
    slopes21 = x3 * v12 - y3
    dslopes21 = v12 * dx3 - x3 * dz3 - dy3
    slopes22 = x3 * y3 - 2.6666666666666665 * z3
    dslopes22 = y3 * dx3 + x3 * dy3 - 2.6666666666666665 * dz3
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v13 = v6 + 0.0 * slopes10 + slopes20
    x4 = state0 + h * v13
    dx4 = dstate0 + (v13 * dh + h * dslopes20)
    v14 = v8 + 0.0 * slopes11 + slopes21
    y4 = state1 + h * v14
    dy4 = dstate1 + (v14 * dh + h * dslopes21)
    v15 = v10 + 0.0 * slopes12 + slopes22
    z4 = state2 + h * v15
    dz4 = dstate2 + (v15 * dh + h * dslopes22)
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v16 = 28.0 - z4
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v17 = 0.16666666666666666 * slopes00 + 0.3333333333333333 * slopes10
    d17 = 0.16666666666666666 * dslopes00 + 0.3333333333333333 * dslopes10
    v18 = 0.16666666666666666 * (10.0 * (y4 - x4))
    v19 = v17 + 0.3333333333333333 * slopes20 + v18
    d19 = d17 + 0.3333333333333333 * dslopes20 + 1.6666666666666665 * (dy4 - dx4)
    v20 = 0.16666666666666666 * slopes01 + 0.3333333333333333 * slopes11
    d20 = 0.16666666666666666 * dslopes01 + 0.3333333333333333 * dslopes11
    v21 = v20 + 0.3333333333333333 * slopes21 + 0.16666666666666666 * (x4 * v16 - y4)
    d22 = 0.16666666666666666 * (v16 * dx4 - x4 * dz4 - dy4)
    v23 = 0.16666666666666666 * slopes02 + 0.3333333333333333 * slopes12
    d23 = 0.16666666666666666 * dslopes02 + 0.3333333333333333 * dslopes12
    v24 = 0.16666666666666666 * (x4 * y4 - 2.6666666666666665 * z4)
    v25 = v23 + 0.3333333333333333 * slopes22 + v24
    d24 = 0.16666666666666666 * (y4 * dx4 + x4 * dy4 - 2.6666666666666665 * dz4)
    return (
        [state0 + h * v19, state1 + h * v21, state2 + h * v25],
        [
            dstate0 + (v19 * dh + h * d19),
            dstate1 + (v21 * dh + h * (d20 + 0.3333333333333333 * dslopes21 + d22)),
            dstate2 + (v25 * dh + h * (d23 + 0.3333333333333333 * dslopes22 + d24)),
        ],
    )
