# product with the Hessian of quotient in 33 operations, 45 before the passes
def quotient_hvp(x, y, dx, dy):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x - y
    v1 = x * x + y * y
    d1 = x * dx + y * dy
    d2 = 2.0 * d1
    d3 = 2.0 * (dy - dx + v0 / v1 * d2)
    d4 = 4.0 * (d1 / v1)
    d5 = (y * d3 + v0 * (y * d4 - 2.0 * dy) + d2) / v1 / v1
    return (x * d3 + v0 * (x * d4 - 2.0 * dx) - d2) / v1 / v1, d5
