# value and tangent of quotient in 13 operations
def quotient(x, y, dx, dy):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    return v1, (dx - dy - 2.0 * (x * dx + y * dy) * v1) / v0
