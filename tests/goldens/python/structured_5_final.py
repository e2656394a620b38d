# value and tangent of structured in 10 operations
def structured(x, y, dx, dy):
    # corpus.py:38  return {"sum": x + y, "parts": [x * y, (x / y, 1.0)]}
    v0 = x / y
    d0 = (dx - v0 * dy) / y
    d1 = y * dx + x * dy
    d2 = dx + dy
    v2 = x + y
    v1 = x * y
    return {"sum": v2, "parts": [v1, (v0, 1.0)]}, {"sum": d2, "parts": [d1, (d0, 0.0)]}
