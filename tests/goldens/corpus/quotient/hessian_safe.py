# Hessian of quotient in 26 operations, 42 before the passes
def quotient_hessian(x, y):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    d2 = 1.0 / v0
    d3 = 4.0 * v1
    d4 = 2.0 * d2
    d5 = y * d3 + 1.0
    d6 = (x * d5 - y) * d2 * d4
    d7 = -((v1 + x * d2 * (2.0 - x * d3)) * d4)
    return (d7, d6), (d6, (y * (d2 + d5 * d2) - v1) * d4)
