# Hessian of quotient in 34 operations, 47 before the passes
def quotient_hessian(x, y):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    d2 = 1.0 / v0
    d3 = x * d2
    d4 = v1 * d3
    d5 = 2.0 * d4 - d2
    d6 = d3 * d2
    d7 = 2.0 * d2
    d8 = y * d2
    d9 = 4.0 * d8
    d10 = 2.0 * (d5 * d8 + d6) + d9 * d4
    d11 = 2.0 * (d3 * d5 - d6) - v1 * (d7 - 4.0 * (d3 * d3))
    return (d11, d10), (d10, (d2 + v1 * d8) * d9 - v1 * (d7 - d8 * d9))
