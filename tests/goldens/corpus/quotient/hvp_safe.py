# product with the Hessian of quotient in 32 operations, 41 before the passes
def quotient_hvp(x, y, dx, dy):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    d2 = 2.0 * dx
    d3 = 2.0 * dy
    d0 = x * d2 + y * d3
    d1 = v1 * d0 - (dx - dy)
    d4 = 2.0 / v0
    d5 = x * d4
    d6 = d0 / v0 / v0
    d7 = y * d4
    d8 = (d1 * d7 + v1 * (d0 * d7 - d3)) / v0 + d6
    return (d1 * d5 + v1 * (d0 * d5 - d2)) / v0 - d6, d8
