# Hessian of structured in 8 operations, 10 before the passes
def structured_hessian(x, y):
    # corpus.py:38  return {"sum": x + y, "parts": [x * y, (x / y, 1.0)]}
    v0 = x / y
    d1 = 1.0 / y / y
    d2 = -d1
    return {
        "sum": ((0.0, 0.0), (0.0, 0.0)),
        "parts": [
            ((0.0, 1.0), (1.0, 0.0)),
            (((0.0, d2), (d2, v0 * d1 + v0 / y / y)), ((0.0, 0.0), (0.0, 0.0))),
        ],
    }
