# Hessian of quotient in 26 operations, 42 before the passes
def quotient_hessian(x, y):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    v2 = 1.0 / v0
    v3 = 4.0 * v1
    v4 = 2.0 * v2
    d1 = y * v3 + 1.0
    d5 = (x * d1 - y) * v2 * v4
    v6 = -((v1 + x * v2 * (2.0 - x * v3)) * v4)
    return (v6, d5), (d5, (y * (v2 + d1 * v2) - v1) * v4)
