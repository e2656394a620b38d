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
    d1 = dstate0 - dstate1
    slopes00 = 10.0 * (y - x)
    v2 = 28.0 - z
    slopes01 = x * v2 - y
    d3 = x * dstate2 - dstate0 * v2 + dstate1
    slopes02 = x * y - 2.6666666666666665 * z
    dslopes02 = dstate0 * y + x * dstate1 - 2.6666666666666665 * dstate2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v4 = 0.5 * slopes00
    x2 = state0 + h * v4
    v5 = 5.0 * h
    d6 = d1 * v5 - dstate0 - v4 * dh
    v7 = 0.5 * slopes01
    y2 = state1 + h * v7
    v8 = 0.5 * slopes02
    z2 = state2 + h * v8
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes10 = 10.0 * (y2 - x2)
    v9 = 28.0 - z2
    slopes11 = x2 * v9 - y2
    slopes12 = x2 * y2 - 2.6666666666666665 * z2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v10 = 0.0 * slopes00
    v11 = v10 + 0.5 * slopes10
    x3 = state0 + h * v11
    v12 = 0.0 * slopes01
    v13 = v12 + 0.5 * slopes11
    y3 = state1 + h * v13
    v14 = 0.0 * slopes02
    v15 = v14 + 0.5 * slopes12
    z3 = state2 + h * v15
    v16 = 0.5 * h
    d17 = d3 * v16 - dstate1 - dh * v7
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    d18 = d6 - d17
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    dx3 = dstate0 + dh * v11 + d18 * v5
    dz2 = dstate2 + dh * v8 + dslopes02 * v16
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    d19 = d6 * y2 + x2 * d17 + 2.6666666666666665 * dz2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    d20 = d19 * v16 - dstate2 - dh * v15
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    d21 = d6 * v9 + x2 * dz2 - d17
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    d22 = d21 * v16 - dstate1 - dh * v13
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    d23 = d22 + dx3
    slopes20 = 10.0 * (y3 - x3)
    v24 = 28.0 - z3
    slopes21 = x3 * v24 - y3
    dslopes21 = dx3 * v24 + x3 * d20 + d22
    slopes22 = x3 * y3 - 2.6666666666666665 * z3
    d25 = x3 * d22 - dx3 * y3 - 2.6666666666666665 * d20
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v26 = v10 + 0.0 * slopes10 + slopes20
    x4 = state0 + h * v26
    d27 = 10.0 * h * d23 - dstate0 - dh * v26
    v28 = v12 + 0.0 * slopes11 + slopes21
    y4 = state1 + h * v28
    dy4 = dstate1 + dh * v28 + h * dslopes21
    v29 = v14 + 0.0 * slopes12 + slopes22
    z4 = state2 + h * v29
    d30 = h * d25 - dstate2 - dh * v29
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v31 = 28.0 - z4
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v32 = 0.16666666666666666 * slopes00 + 0.3333333333333333 * slopes10
    v33 = 0.16666666666666666 * (10.0 * (y4 - x4))
    v34 = v32 + 0.3333333333333333 * slopes20 + v33
    d35 = 1.6666666666666665 * (d1 - (dy4 + d27)) + 3.333333333333333 * (d23 - d18)
    v36 = 0.16666666666666666 * slopes01 + 0.3333333333333333 * slopes11
    v37 = v36 + 0.3333333333333333 * slopes21 + 0.16666666666666666 * (x4 * v31 - y4)
    d38 = 0.16666666666666666 * (d3 - (x4 * d30 - d27 * v31 - dy4))
    v39 = 0.16666666666666666 * slopes02 + 0.3333333333333333 * slopes12
    v40 = 0.16666666666666666 * (x4 * y4 - 2.6666666666666665 * z4)
    v41 = v39 + 0.3333333333333333 * slopes22 + v40
    d42 = dslopes02 + (x4 * dy4 - d27 * y4 + 2.6666666666666665 * d30)
    d43 = h * (0.16666666666666666 * d42 - (d19 + d25) * 0.3333333333333333)
    return (
        [state0 + h * v34, state1 + h * v37, state2 + h * v41],
        [
            dstate0 + dh * v34 - h * d35,
            dstate1 + dh * v37 - h * (d38 + 0.3333333333333333 * (d21 - dslopes21)),
            dstate2 + dh * v41 + d43,
        ],
    )
