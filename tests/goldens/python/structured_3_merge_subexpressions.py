# structured: value and tangent in 10 operations
def structured(x, y, dx, dy):
    # corpus.py:38  return {"sum": x + y, "parts": [x * y, (x / y, 1.0)]}
    d0 = x * dy
    d1 = (dx - d0 / y) / y
    d2 = y * dx + d0
    d3 = dx + dy
    v3 = x + y
    v2 = x * y
    v1 = x / y
    return {"sum": v3, "parts": [v2, (v1, 1.0)]}, {"sum": d3, "parts": [d2, (d1, 0.0)]}
