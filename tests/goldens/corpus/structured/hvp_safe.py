# product with the Hessian of structured in 12 operations, 15 before the passes
def structured_hvp(x, y, dx, dy):
    # corpus.py:38  return {"sum": x + y, "parts": [x * y, (x / y, 1.0)]}
    v0 = x / y
    d1 = 1.0 / y
    d2 = dy * d1
    return {
        "sum": (0.0, 0.0),
        "parts": [
            (dy, dx),
            ((-(d2 * d1), (v0 * d2 - dx * d1) * d1 + v0 * d1 * d2), (0.0, 0.0)),
        ],
    }
