# product with the Hessian of structured in 14 operations, 16 before the passes
def structured_hvp(x, y, dx, dy):
    # corpus.py:38  return {"sum": x + y, "parts": [x * y, (x / y, 1.0)]}
    v0 = x / y
    v1 = 1.0 / y
    return {
        "sum": (0.0, 0.0),
        "parts": [
            (dy, dx),
            (
                (-(dy * v1 * v1), dy * (v0 * (v1 * v1) + v0 * v1 * v1) - dx * v1 * v1),
                (0.0, 0.0),
            ),
        ],
    }
