# Jacobian of quotient in 13 operations, 15 before the passes
def quotient_jacobian(x, y):
    d0 = 1.0 / (x * x + y * y)
    d1 = (x - y) * d0 * (2.0 * d0)
    return d0 - x * d1, -(y * d1 + d0)
