# Hessian of quotient in 27 operations, 40 before the passes
def quotient_hessian(x, y):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    d1 = 2.0 * x
    d2 = d1 / v0
    d3 = 1.0 / v0 / v0
    v4 = 2.0 * ((x - y) / v0 / v0)
    d5 = 2.0 * y
    d6 = d5 / v0
    d7 = d6 * v4 + d3
    d8 = d6 / v0
    d9 = d1 * d7 - d8
    return (d1 * (d2 * v4 - d3) - v4 - d2 / v0, d9), (d9, d5 * d7 - v4 + d8)
