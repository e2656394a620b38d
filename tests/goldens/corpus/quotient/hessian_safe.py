# Hessian of quotient in 26 operations, 42 before the passes
def quotient_hessian(x, y):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    d1 = 1.0 / v0
    d2 = 4.0 * v1
    d0 = 2.0 * d1
    d3 = y * d2 + 1.0
    d4 = (x * d3 - y) * d1 * d0
    d5 = -((v1 + x * d1 * (2.0 - x * d2)) * d0)
    return (d5, d4), (d4, (y * (d1 + d3 * d1) - v1) * d0)
