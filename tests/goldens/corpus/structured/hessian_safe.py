# Hessian of structured in 8 operations, 10 before the passes
def structured_hessian(x, y):
    # corpus.py:38  return {"sum": x + y, "parts": [x * y, (x / y, 1.0)]}
    v0 = x / y
    v1 = 1.0 / y / y
    v2 = -v1
    return {
        "sum": ((0.0, 0.0), (0.0, 0.0)),
        "parts": [
            ((0.0, 1.0), (1.0, 0.0)),
            (((0.0, v2), (v2, v0 * v1 + v0 / y / y)), ((0.0, 0.0), (0.0, 0.0))),
        ],
    }
