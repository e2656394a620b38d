# Jacobian of quotient in 14 operations, 15 before the passes
def quotient_jacobian(x, y):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    d1 = 1.0 / v0
    d2 = 2.0 * ((x - y) / v0)
    return d1 - x * d1 * d2, -(y * d1 * d2 + d1)
