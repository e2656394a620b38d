# Jacobian of shared in 16 operations, 19 before the passes

from math import cos, sin


def shared_jacobian(x):
    # corpus.py:31  a = la.sin(x)
    a = sin(x)
    # corpus.py:32  b = a * a + a
    b = a * a + a
    d0 = 1.0 - a
    return (b * (b + a - d0) + a * (2.0 * b - d0) * (1.0 + 2.0 * a)) * cos(x)
