# product with the Hessian of quotient in 35 operations, 41 before the passes
def quotient_hvp(x, y, dx, dy):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    d2 = 2.0 * (x * dx + y * dy) / v0
    d3 = v1 * d2 - (dx - dy) / v0
    v4 = 2.0 * (x / v0)
    d5 = d2 / v0
    v6 = 2.0 * (y / v0)
    d7 = d3 * v6 + v1 * (d2 * v6 - 2.0 * (dy / v0)) + d5
    return d3 * v4 + v1 * (d2 * v4 - 2.0 * (dx / v0)) - d5, d7
