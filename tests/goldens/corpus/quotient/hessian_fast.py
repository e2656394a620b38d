# Hessian of quotient in 25 operations, 42 before the passes
def quotient_hessian(x, y):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    d1 = 1.0 / (v0 * v0)
    d0 = (x - y) * d1
    d2 = d0 * (4.0 / v0)
    d3 = y * d2 + d1
    d4 = 2.0 * (x * d3 - y * d1)
    d5 = -2.0 * (x * (d1 - (x * d2 - d1)) + d0)
    return (d5, d4), (d4, 2.0 * (y * (d1 + d3) - d0))
