# value and tangent of rosenbrock in 9 operations, 10 before the passes
def rosenbrock(x, dx):
    x1, x2 = x
    dx1, dx2 = dx
    # more_garbow_hillstrom.py:18  return [10 * (x2 - x1**2), 1 - x1]
    return [10.0 * (x2 - x1 * x1), 1.0 - x1], [10.0 * (dx2 - 2.0 * x1 * dx1), -dx1]
