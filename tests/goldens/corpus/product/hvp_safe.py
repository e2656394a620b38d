# product with the Hessian of product in 7 operations, 8 before the passes

from math import cos, sin


def product_hvp(x, y, dx, dy):
    d0 = cos(y)
    return d0 * dy, d0 * dx - sin(y) * x * dy
