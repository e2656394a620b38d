# product with the Hessian of structured in 9 operations, 16 before the passes
def structured_hvp(x, y, dx, dy):
    return {
        "sum": (0.0, 0.0),
        "parts": [
            (dy, dx),
            ((-(dy / y / y), (2.0 * (x / y) * dy - dx) / y / y), (0.0, 0.0)),
        ],
    }
