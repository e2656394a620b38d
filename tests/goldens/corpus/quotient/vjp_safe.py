# value and cotangents of quotient in 13 operations, 15 before the passes
def quotient_vjp(x, y, cotangent):
    # corpus.py:14  return (x - y) / (x * x + y * y)
    v0 = x * x + y * y
    v1 = (x - y) / v0
    d2 = cotangent / v0
    d3 = 2.0 * (v1 * d2)
    return v1, (d2 - x * d3, -(y * d3 + d2))
