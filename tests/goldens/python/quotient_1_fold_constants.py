# quotient: value and tangent in 15 operations
def quotient(x, y, dx, dy):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x - y
    v1 = x * x + y * y
    return v0 / v1, (dx - dy - v0 * (2.0 * x * dx + 2.0 * y * dy) / v1) / v1
