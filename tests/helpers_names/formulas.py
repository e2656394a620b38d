"""Functions that reach math and NumPy in every way a name can."""

import math
import math as m
from math import sin as s

import numpy as np
import scipy.special
from numpy import sqrt as root
from scipy.special import erf

from tests.helpers_names.deep import bottom
from tests.helpers_names.deep.bottom import fold as folded


def module_attribute(x):
    return math.sin(x) * m.exp(x)


def imported_name(x):
    return s(x) + folded(x)


def calls_others(x):
    return module_attribute(x) * imported_name(x) + bottom.fold(x)


def with_numpy(x):
    return root(x) * np.sqrt(x + 1.0) + np.abs(x)


def with_scipy(x):
    return erf(x) + scipy.special.erfc(x) * x


def default(x, f=math.sin, *, g=math.cos):
    return f(x) * g(x)


def imports_inside(x):
    import math as inner
    from math import cos as c

    return inner.sin(x) * c(x)


def recursive(n, x):
    return x if n == 0 else math.sin(recursive(n - 1, x)) + x


def even(n, x):
    return x if n == 0 else math.sin(odd(n - 1, x))


def odd(n, x):
    return x if n == 0 else math.cos(even(n - 1, x))


def generated(x):
    yield math.sin(x)
    yield from (math.cos(x * k) for k in (1.0, 2.0))


def closure(scale):
    f = math.atan

    def inner(x):
        return f(x * scale)

    return inner


steep = closure(3.0)


def asserts(x):
    assert x > 0, "x is positive"
    return math.log(x)
