# Hessian of structured in 6 operations, 10 before the passes
def structured_hessian(x, y):
    v0 = y * y
    v1 = -1.0 / v0
    return {
        "sum": ((0.0, 0.0), (0.0, 0.0)),
        "parts": [
            ((0.0, 1.0), (1.0, 0.0)),
            (((0.0, v1), (v1, 2.0 * x * (1.0 / v0) / y)), ((0.0, 0.0), (0.0, 0.0))),
        ],
    }
