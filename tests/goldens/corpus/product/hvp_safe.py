# product with the Hessian of product in 7 operations, 8 before the passes

from math import cos, sin


def product_hvp(x, y, dx, dy):
    v0 = cos(y)
    return v0 * dy, v0 * dx - sin(y) * x * dy
