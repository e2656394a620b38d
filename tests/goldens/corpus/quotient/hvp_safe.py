# product with the Hessian of quotient in 35 operations, 45 before the passes
def quotient_hvp(x, y, dx, dy):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    d2 = 2.0 * x
    d3 = 2.0 * y
    d4 = v1 / v0
    d5 = 1.0 / v0 / v0
    d6 = d3 * dy + d2 * dx
    d7 = 2.0 * d4
    d8 = (dy - dx + v1 * d6) / v0 / v0
    d1 = d6 * (d4 * (d3 / v0) + d5) - dy * d7 + d3 * d8
    return (d2 / v0 * d4 - d5) * d6 - dx * d7 + d2 * d8, d1
