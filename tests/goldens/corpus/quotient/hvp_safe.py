# product with the Hessian of quotient in 36 operations, 43 before the passes
def quotient_hvp(x, y, dx, dy):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    d2 = 1.0 / v0
    d3 = x * d2
    d4 = 2.0 * (v1 * d2)
    d5 = d2 * d2
    d6 = 2.0 * (y * dy + x * dx)
    d7 = 2.0 * (dy * d2 - dx * d2 + v1 * (d6 * d2))
    d8 = y * d2
    d9 = d6 * (d8 * d4 + d5) - dy * d4 + d8 * d7
    return (d3 * d4 - d5) * d6 - dx * d4 + d3 * d7, d9
