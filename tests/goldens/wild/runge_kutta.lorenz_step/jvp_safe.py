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
    v0 = 28.0 - z
    d1 = dstate0 - dstate1
    slopes00 = 10.0 * (y - x)
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v2 = 0.5 * slopes00
    x2 = state0 + h * v2
    v3 = 5.0 * h
    dx2 = d1 * v3 - dstate0 - v2 * dh
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes01 = x * v0 - y
    dslopes01 = x * dstate2 - dstate0 * v0 + dstate1
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v0 = 0.5 * slopes01
    y2 = state1 + h * v0
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes02 = x * y - 2.6666666666666665 * z
    dslopes02 = dstate0 * y + x * dstate1 - 2.6666666666666665 * dstate2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v2 = 0.5 * slopes02
    z = state2 + h * v2
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v4 = 28.0 - z
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v5 = 0.0 * slopes00
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes10 = 10.0 * (y2 - x2)
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v6 = v5 + 0.5 * slopes10
    x = state0 + h * v6
    v7 = 0.0 * slopes01
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes11 = x2 * v4 - y2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v8 = v7 + 0.5 * slopes11
    y = state1 + h * v8
    v9 = 0.0 * slopes02
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes12 = x2 * y2 - 2.6666666666666665 * z
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v10 = v9 + 0.5 * slopes12
    z = state2 + h * v10
    v11 = 0.5 * h
    dy2 = dslopes01 * v11 - dstate1 - dh * v0
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    d0 = dx2 - dy2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    dx = dstate0 + dh * v6 + d0 * v3
    dz2 = dstate2 + dh * v2 + dslopes02 * v11
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    dslopes12 = dx2 * y2 + x2 * dy2 + 2.6666666666666665 * dz2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    dz = dslopes12 * v11 - dstate2 - dh * v10
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    dslopes11 = dx2 * v4 + x2 * dz2 - dy2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    dy = dslopes11 * v11 - dstate1 - dh * v8
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v2 = 28.0 - z
    d3 = dy + dx
    slopes20 = 10.0 * (y - x)
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v4 = v5 + 0.0 * slopes10 + slopes20
    x2 = state0 + h * v4
    dx2 = 10.0 * h * d3 - dstate0 - dh * v4
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes21 = x * v2 - y
    dslopes21 = dx * v2 + x * dz + dy
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v2 = v7 + 0.0 * slopes11 + slopes21
    y2 = state1 + h * v2
    dy2 = dstate1 + dh * v2 + h * dslopes21
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes22 = x * y - 2.6666666666666665 * z
    dslopes22 = x * dy - dx * y - 2.6666666666666665 * dz
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v2 = v9 + 0.0 * slopes12 + slopes22
    z = state2 + h * v2
    dz = h * dslopes22 - dstate2 - dh * v2
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v2 = 28.0 - z
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v4 = 0.16666666666666666 * slopes00 + 0.3333333333333333 * slopes10
    v5 = 0.16666666666666666 * (10.0 * (y2 - x2))
    v4 = v4 + 0.3333333333333333 * slopes20 + v5
    d4 = 1.6666666666666665 * (d1 - (dy2 + dx2)) + 3.333333333333333 * (d3 - d0)
    v0 = 0.16666666666666666 * slopes01 + 0.3333333333333333 * slopes11
    v0 = v0 + 0.3333333333333333 * slopes21 + 0.16666666666666666 * (x2 * v2 - y2)
    d1 = 0.16666666666666666 * (dslopes01 - (x2 * dz - dx2 * v2 - dy2))
    v2 = 0.16666666666666666 * slopes02 + 0.3333333333333333 * slopes12
    v3 = 0.16666666666666666 * (x2 * y2 - 2.6666666666666665 * z)
    v2 = v2 + 0.3333333333333333 * slopes22 + v3
    d3 = dslopes02 + (x2 * dy2 - dx2 * y2 + 2.6666666666666665 * dz)
    d2 = 0.16666666666666666 * d3 - (dslopes12 + dslopes22) * 0.3333333333333333
    return (
        [state0 + h * v4, state1 + h * v0, state2 + h * v2],
        [
            dstate0 + dh * v4 - h * d4,
            dstate1 + dh * v0 - h * (d1 + 0.3333333333333333 * (dslopes11 - dslopes21)),
            dstate2 + dh * v2 + h * d2,
        ],
    )
