# value and tangent of quotient in 14 operations
def quotient(x, y, dx, dy):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    return v1, (dx - dy - v1 * (2.0 * x * dx + 2.0 * y * dy)) / v0
