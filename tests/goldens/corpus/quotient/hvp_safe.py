# product with the Hessian of quotient in 32 operations, 41 before the passes
def quotient_hvp(x, y, dx, dy):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    d2 = 2.0 * dx
    d3 = 2.0 * dy
    d4 = x * d2 + y * d3
    d5 = v1 * d4 - (dx - dy)
    d6 = 2.0 / v0
    d7 = x * d6
    d8 = d4 / v0 / v0
    d9 = y * d6
    d10 = (d5 * d9 + v1 * (d4 * d9 - d3)) / v0 + d8
    return (d5 * d7 + v1 * (d4 * d7 - d2)) / v0 - d8, d10
