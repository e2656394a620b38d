# Jacobian of rosenbrock in 1 operation, 3 before the passes
def rosenbrock_jacobian(x):
    x1, x2 = x
    return [[-20.0 * x1, 10.0], [-1.0, 0.0]]
