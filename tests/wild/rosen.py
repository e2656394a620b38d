"""Rosenbrock's function of any number of variables on arrays, and its gradient written out.

H. H. Rosenbrock (1960), An automatic method for finding the greatest or least value of a function,
The Computer Journal 3(3), 175-184, for two variables; the chain of N - 1 such terms is the form of
L. C. W. Dixon and D. J. Mills (1994), Effect of rounding errors on the variable metric method,
Journal of Optimization Theory and Applications 80, 175-179.
"""

import numpy as np


def rosen(x):
    """Σ 100 (x[i+1] - x[i]²)² + (1 - x[i])²."""
    x = np.asarray(x)
    return np.sum(100.0 * (x[1:] - x[:-1] ** 2.0) ** 2.0 + (1 - x[:-1]) ** 2.0, axis=0)


def rosen_der(x):
    """The gradient of `rosen`: the ends are special, the middle has both neighbours."""
    x = np.asarray(x)
    before, middle, after = x[:-2], x[1:-1], x[2:]
    der = np.zeros_like(x)
    der[1:-1] = 200 * (middle - before**2) - 400 * (after - middle**2) * middle - 2 * (1 - middle)
    der[0] = -400 * x[0] * (x[1] - x[0] ** 2) - 2 * (1 - x[0])
    der[-1] = 200 * (x[-1] - x[-2] ** 2)
    return der
