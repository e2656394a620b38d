# Hessian of quotient in 25 operations, 42 before the passes
def quotient_hessian(x, y):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    d1 = 1.0 / (v0 * v0)
    d2 = (x - y) * d1
    d3 = d2 * (4.0 / v0)
    d4 = y * d3 + d1
    d5 = 2.0 * (x * d4 - y * d1)
    d6 = -2.0 * (x * (d1 - (x * d3 - d1)) + d2)
    return (d6, d5), (d5, 2.0 * (y * (d1 + d4) - d2))
