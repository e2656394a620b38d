# value and tangent of lorenz_step in 208 operations, 242 before the passes
def lorenz_step(state, h, dstate, dh):
    state0, state1, state2 = state
    dstate0, dstate1, dstate2 = dstate
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v0 = h * 0.0
    x = state0 + v0
    y = state1 + v0
    z = state2 + v0
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v1 = 28.0 - z
    d2 = dstate0 - dstate1
    slopes00 = 10.0 * (y - x)
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v3 = 0.5 * slopes00
    x2 = state0 + h * v3
    v4 = 5.0 * h
    dx2 = d2 * v4 - dstate0 - v3 * dh
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes01 = x * v1 - y
    dslopes01 = x * dstate2 - dstate0 * v1 + dstate1
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v5 = 0.5 * slopes01
    y2 = state1 + h * v5
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes02 = x * y - 2.6666666666666665 * z
    dslopes02 = dstate0 * y + x * dstate1 - 2.6666666666666665 * dstate2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v6 = 0.5 * slopes02
    z2 = state2 + h * v6
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v7 = 28.0 - z2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v8 = 0.0 * slopes00
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes10 = 10.0 * (y2 - x2)
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v9 = v8 + 0.5 * slopes10
    x3 = state0 + h * v9
    v10 = 0.0 * slopes01
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes11 = x2 * v7 - y2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v11 = v10 + 0.5 * slopes11
    y3 = state1 + h * v11
    v12 = 0.0 * slopes02
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes12 = x2 * y2 - 2.6666666666666665 * z2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v13 = v12 + 0.5 * slopes12
    z3 = state2 + h * v13
    v14 = 0.5 * h
    dy2 = dslopes01 * v14 - dstate1 - dh * v5
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    d15 = dx2 - dy2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    dx3 = dstate0 + dh * v9 + d15 * v4
    dz2 = dstate2 + dh * v6 + dslopes02 * v14
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    dslopes12 = dx2 * y2 + x2 * dy2 + 2.6666666666666665 * dz2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    dz3 = dslopes12 * v14 - dstate2 - dh * v13
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    dslopes11 = dx2 * v7 + x2 * dz2 - dy2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    dy3 = dslopes11 * v14 - dstate1 - dh * v11
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v16 = 28.0 - z3
    d17 = dy3 + dx3
    slopes20 = 10.0 * (y3 - x3)
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v18 = v8 + 0.0 * slopes10 + slopes20
    x4 = state0 + h * v18
    dx4 = 10.0 * h * d17 - dstate0 - dh * v18
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes21 = x3 * v16 - y3
    dslopes21 = dx3 * v16 + x3 * dz3 + dy3
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v19 = v10 + 0.0 * slopes11 + slopes21
    y4 = state1 + h * v19
    dy4 = dstate1 + dh * v19 + h * dslopes21
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes22 = x3 * y3 - 2.6666666666666665 * z3
    dslopes22 = x3 * dy3 - dx3 * y3 - 2.6666666666666665 * dz3
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v20 = v12 + 0.0 * slopes12 + slopes22
    z4 = state2 + h * v20
    dz4 = h * dslopes22 - dstate2 - dh * v20
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v21 = 28.0 - z4
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v22 = 0.16666666666666666 * slopes00 + 0.3333333333333333 * slopes10
    v23 = 0.16666666666666666 * (10.0 * (y4 - x4))
    v24 = v22 + 0.3333333333333333 * slopes20 + v23
    d24 = 1.6666666666666665 * (d2 - (dy4 + dx4)) + 3.333333333333333 * (d17 - d15)
    v25 = 0.16666666666666666 * slopes01 + 0.3333333333333333 * slopes11
    v26 = v25 + 0.3333333333333333 * slopes21 + 0.16666666666666666 * (x4 * v21 - y4)
    d27 = 0.16666666666666666 * (dslopes01 - (x4 * dz4 - dx4 * v21 - dy4))
    d28 = h * (d27 + 0.3333333333333333 * (dslopes11 - dslopes21))
    v29 = 0.16666666666666666 * slopes02 + 0.3333333333333333 * slopes12
    v30 = 0.16666666666666666 * (x4 * y4 - 2.6666666666666665 * z4)
    v31 = v29 + 0.3333333333333333 * slopes22 + v30
    d32 = dslopes02 + (x4 * dy4 - dx4 * y4 + 2.6666666666666665 * dz4)
    d31 = 0.16666666666666666 * d32 - (dslopes12 + dslopes22) * 0.3333333333333333
    return (
        [state0 + h * v24, state1 + h * v26, state2 + h * v31],
        [
            dstate0 + dh * v24 - h * d24,
            dstate1 + dh * v26 - d28,
            dstate2 + dh * v31 + h * d31,
        ],
    )
