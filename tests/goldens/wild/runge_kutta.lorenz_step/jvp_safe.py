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
    v0 = 28.0 - z
    slopes01 = x * v0 - y
    dslopes01 = v0 * dstate0 - x * dstate2 - dstate1
    slopes02 = x * y - 2.6666666666666665 * z
    dslopes02 = y * dstate0 + x * dstate1 - 2.6666666666666665 * dstate2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v0 = 0.5 * slopes00
    x = state0 + h * v0
    dx = dstate0 + (v0 * dh + h * (0.5 * dslopes00))
    v0 = 0.5 * slopes01
    y = state1 + h * v0
    dy = dstate1 + (v0 * dh + h * (0.5 * dslopes01))
    v0 = 0.5 * slopes02
    z = state2 + h * v0
    dz = dstate2 + (v0 * dh + h * (0.5 * dslopes02))
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes10 = 10.0 * (y - x)
    dslopes10 = 10.0 * (dy - dx)
    v0 = 28.0 - z
    slopes11 = x * v0 - y
    dslopes11 = v0 * dx - x * dz - dy
    slopes12 = x * y - 2.6666666666666665 * z
    dslopes12 = y * dx + x * dy - 2.6666666666666665 * dz
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v0 = 0.0 * slopes00
    v1 = v0 + 0.5 * slopes10
    x = state0 + h * v1
    dx = dstate0 + (v1 * dh + h * (0.5 * dslopes10))
    v1 = 0.0 * slopes01
    v2 = v1 + 0.5 * slopes11
    y = state1 + h * v2
    dy = dstate1 + (v2 * dh + h * (0.5 * dslopes11))
    v2 = 0.0 * slopes02
    v3 = v2 + 0.5 * slopes12
    z = state2 + h * v3
    dz = dstate2 + (v3 * dh + h * (0.5 * dslopes12))
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    slopes20 = 10.0 * (y - x)
    dslopes20 = 10.0 * (dy - dx)
    v3 = 28.0 - z
    slopes21 = x * v3 - y
    dslopes21 = v3 * dx - x * dz - dy
    slopes22 = x * y - 2.6666666666666665 * z
    dslopes22 = y * dx + x * dy - 2.6666666666666665 * dz
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v0 = v0 + 0.0 * slopes10 + slopes20
    x = state0 + h * v0
    dx = dstate0 + (v0 * dh + h * dslopes20)
    v0 = v1 + 0.0 * slopes11 + slopes21
    y = state1 + h * v0
    dy = dstate1 + (v0 * dh + h * dslopes21)
    v0 = v2 + 0.0 * slopes12 + slopes22
    z = state2 + h * v0
    dz = dstate2 + (v0 * dh + h * dslopes22)
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v0 = 28.0 - z
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v1 = 0.16666666666666666 * slopes00 + 0.3333333333333333 * slopes10
    d1 = 0.16666666666666666 * dslopes00 + 0.3333333333333333 * dslopes10
    v2 = v1 + 0.3333333333333333 * slopes20 + 0.16666666666666666 * (10.0 * (y - x))
    d1 = h * (d1 + 0.3333333333333333 * dslopes20 + 1.6666666666666665 * (dy - dx))
    v3 = 0.16666666666666666 * slopes01 + 0.3333333333333333 * slopes11
    d3 = 0.16666666666666666 * dslopes01 + 0.3333333333333333 * dslopes11
    v4 = v3 + 0.3333333333333333 * slopes21 + 0.16666666666666666 * (x * v0 - y)
    d0 = 0.16666666666666666 * (v0 * dx - x * dz - dy)
    v5 = 0.16666666666666666 * slopes02 + 0.3333333333333333 * slopes12
    d5 = 0.16666666666666666 * dslopes02 + 0.3333333333333333 * dslopes12
    v6 = 0.16666666666666666 * (x * y - 2.6666666666666665 * z)
    v6 = v5 + 0.3333333333333333 * slopes22 + v6
    d7 = 0.16666666666666666 * (y * dx + x * dy - 2.6666666666666665 * dz)
    return (
        [state0 + h * v2, state1 + h * v4, state2 + h * v6],
        [
            dstate0 + (v2 * dh + d1),
            dstate1 + (v4 * dh + h * (d3 + 0.3333333333333333 * dslopes21 + d0)),
            dstate2 + (v6 * dh + h * (d5 + 0.3333333333333333 * dslopes22 + d7)),
        ],
    )
