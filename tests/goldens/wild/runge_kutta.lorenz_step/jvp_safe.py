# value and tangent of lorenz_step in 220 operations, 244 before the passes
def lorenz_step(state, h, dstate, dh):
    state0, state1, state2 = state
    dstate0, dstate1, dstate2 = dstate
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v0 = h * 0.0
    v1 = state0 + v0
    v2 = state1 + v0
    v0 = state2 + v0
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v3 = 10.0 * (v2 - v1)
    d3 = 10.0 * (dstate1 - dstate0)
    v4 = 28.0 - v0
    v5 = v1 * v4 - v2
    d5 = v4 * dstate0 - v1 * dstate2 - dstate1
    v0 = v1 * v2 - 2.6666666666666665 * v0
    d0 = v2 * dstate0 + v1 * dstate1 - 2.6666666666666665 * dstate2
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v1 = 0.5 * v3
    v2 = state0 + h * v1
    d2 = dstate0 + (v1 * dh + h * (0.5 * d3))
    v1 = 0.5 * v5
    v4 = state1 + h * v1
    d4 = dstate1 + (v1 * dh + h * (0.5 * d5))
    v1 = 0.5 * v0
    v6 = state2 + h * v1
    d6 = dstate2 + (v1 * dh + h * (0.5 * d0))
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v1 = 10.0 * (v4 - v2)
    d1 = 10.0 * (d4 - d2)
    v7 = 28.0 - v6
    v8 = v2 * v7 - v4
    d8 = v7 * d2 - v2 * d6 - d4
    v7 = v2 * v4 - 2.6666666666666665 * v6
    d7 = v4 * d2 + v2 * d4 - 2.6666666666666665 * d6
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v2 = 0.0 * v3
    v4 = v2 + 0.5 * v1
    v6 = state0 + h * v4
    d6 = dstate0 + (v4 * dh + h * (0.5 * d1))
    v4 = 0.0 * v5
    v9 = v4 + 0.5 * v8
    v10 = state1 + h * v9
    d10 = dstate1 + (v9 * dh + h * (0.5 * d8))
    v9 = 0.0 * v0
    v11 = v9 + 0.5 * v7
    v12 = state2 + h * v11
    d12 = dstate2 + (v11 * dh + h * (0.5 * d7))
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v11 = 10.0 * (v10 - v6)
    d11 = 10.0 * (d10 - d6)
    v13 = 28.0 - v12
    v14 = v6 * v13 - v10
    d14 = v13 * d6 - v6 * d12 - d10
    v13 = v6 * v10 - 2.6666666666666665 * v12
    d13 = v10 * d6 + v6 * d10 - 2.6666666666666665 * d12
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v2 = v2 + 0.0 * v1 + v11
    v6 = state0 + h * v2
    d6 = dstate0 + (v2 * dh + h * d11)
    v2 = v4 + 0.0 * v8 + v14
    v4 = state1 + h * v2
    d4 = dstate1 + (v2 * dh + h * d14)
    v2 = v9 + 0.0 * v7 + v13
    v9 = state2 + h * v2
    d9 = dstate2 + (v2 * dh + h * d13)
    # runge_kutta.py:54  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]
    v2 = 28.0 - v9
    # runge_kutta.py:38  yi + h * sum(weight * slope[i] for weight, slope in zip(weig...
    v10 = 0.16666666666666666 * v3 + 0.3333333333333333 * v1
    d10 = 0.16666666666666666 * d3 + 0.3333333333333333 * d1
    v1 = v10 + 0.3333333333333333 * v11 + 0.16666666666666666 * (10.0 * (v4 - v6))
    d3 = h * (d10 + 0.3333333333333333 * d11 + 1.6666666666666665 * (d4 - d6))
    v10 = 0.16666666666666666 * v5 + 0.3333333333333333 * v8
    d10 = 0.16666666666666666 * d5 + 0.3333333333333333 * d8
    v5 = v10 + 0.3333333333333333 * v14 + 0.16666666666666666 * (v6 * v2 - v4)
    d2 = 0.16666666666666666 * (v2 * d6 - v6 * d9 - d4)
    v8 = 0.16666666666666666 * v0 + 0.3333333333333333 * v7
    d8 = 0.16666666666666666 * d0 + 0.3333333333333333 * d7
    v0 = 0.16666666666666666 * (v6 * v4 - 2.6666666666666665 * v9)
    v0 = v8 + 0.3333333333333333 * v13 + v0
    d4 = 0.16666666666666666 * (v4 * d6 + v6 * d4 - 2.6666666666666665 * d9)
    return (
        [state0 + h * v1, state1 + h * v5, state2 + h * v0],
        [
            dstate0 + (v1 * dh + d3),
            dstate1 + (v5 * dh + h * (d10 + 0.3333333333333333 * d14 + d2)),
            dstate2 + (v0 * dh + h * (d8 + 0.3333333333333333 * d13 + d4)),
        ],
    )
