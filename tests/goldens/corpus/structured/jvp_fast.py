# value and tangent of structured in 10 operations, 10 before the passes
def structured(x, y, dx, dy):
    # corpus.py:38  return {"sum": x + y, "parts": [x * y, (x / y, 1.0)]}
    v0 = x / y
    return (
        {"sum": x + y, "parts": [x * y, (v0, 1.0)]},
        {"sum": dx + dy, "parts": [y * dx + x * dy, ((dx - v0 * dy) / y, 0.0)]},
    )
