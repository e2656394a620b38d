# Hessian of quotient in 26 operations, 42 before the passes
def quotient_hessian(x, y):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    v0 = 1.0 / v0
    v2 = 4.0 * v1
    v3 = 2.0 * v0
    d1 = y * v2 + 1.0
    d4 = (x * d1 - y) * v0 * v3
    v2 = -((v1 + x * v0 * (2.0 - x * v2)) * v3)
    return (v2, d4), (d4, (y * (v0 + d1 * v0) - v1) * v3)
