"""Small functions that together use every feature of the compiler, each with a few points.

A row is (function, points). Tests cross them with every level and target.
"""

import lazyad as la


def product(x, y):
    return x * la.sin(y)


def quotient(x, y):
    return (x - y) / (x * x + y * y)


def polynomial(x):
    return 3 * x**5 - x**4 / 8 + 2 * x**3 - x**2 + x - 7


def powers(x, y):
    return x**8 + y**-3 + x**0.5 * y**1.5 + x**y


def normal_density(x, mean, sd):
    z = (x - mean) / sd
    return la.exp(-z * z / 2) / (sd * la.sqrt(2 * la.acos(-1.0)))


def shared(x):
    a = la.sin(x)
    b = a * a + a
    c = b * b + b * a
    return c * a - la.sin(x) * b


def structured(x, y):
    return {"sum": x + y, "parts": [x * y, (x / y, 1.0)]}


def constant(x):
    return 2.5


def identity(x):
    return x


def comparison(x, y):
    return (x > y, x)


def piecewise(x, y):
    return la.where(x > 0, la.log(la.abs(x)) * y, la.where(y > 1, la.sqrt(la.abs(y)), -x * y))


def shared_branches(x, y):
    t = la.exp(x) * y
    big = la.where(x > y, t + 1, t - 1)
    return la.where(x > y, big * t, big / 2) + big


def unrelated_branches(x, y):
    log = la.log(la.where(x > 0, x, 1.0))
    return la.where(x > 0, log, 0) + la.where(x > 1, log * y, y)


def nested_choice_chain(x):
    total = x
    for k in range(6):
        total = la.where(total > k, total / 2 + k, total * 3)
    return total


def smooth(x, y):
    return la.logaddexp(x, y) + la.tanh(x) * la.expit(y) + la.log1pexp(x * y) + la.sinc(x)


def trigonometric(x, y):
    return la.atan2(y, x) + la.hypot(x, y) * la.cospi(x) - la.tan(x) / (1 + la.sinh(y) ** 2)


def rounding(x, y):
    return la.floor(x) * y + x // y + x % y + la.fmod(x, y) + la.round_(x) + la.trunc(y)


def choices(x, y):
    return la.min(x, y) * la.max(x, 1) + la.clip(x, -1, 1) + la.sign(y) * la.copysign(x, y)


def special(x, y):
    return la.erf(x) * la.erfc(y) + la.degrees(x) - la.radians(y) + la.cbrt(x * x + 1)


def loop(x, v):
    for _ in range(5):
        a = -x / (x * x + 1) ** 1.5
        v = v + 0.01 * a
        x = x + 0.01 * v
    return x, v


def real_branches(x, y):
    r = la.hypot(x, y)
    if r < 1 and x > y:
        return r * x, la.exp(y)
    if x < 0:
        y = -y if y < 0 else y * y
    elif not 0 < y < 2:
        return x, r
    return y / r, la.sin(x) * y


def bounded_loop(x, y):
    n, step = 0, 1.0
    while abs(step) > 1e-3 and n < 5:
        step = (x * x - 2 - y) / (2 * x)
        x = x - step
        n += 1
    return x


def least_and_largest(x, y):
    values = sorted([x, y, x * y, 1.0])
    return values[1] - values[0], max(values) * min(x, y, 2.0)


BOTH = [(0.7, 1.3), (2.0, 0.25), (-1.5, 2.5), (0.3, -0.6)]
POSITIVE = [(0.7, 1.3), (2.0, 0.25), (1.5, 2.5)]
ONE = [(0.7,), (-2.0,), (3.0,)]
CORPUS = [
    (product, BOTH),
    (quotient, BOTH),
    (polynomial, ONE),
    (powers, POSITIVE),
    (normal_density, [(0.3, 1.0, 2.0), (-2.0, 0.0, 0.5)]),
    (shared, ONE),
    (structured, BOTH),
    (constant, ONE),
    (identity, ONE),
    (comparison, BOTH),
    (piecewise, BOTH),
    (shared_branches, BOTH),
    (unrelated_branches, BOTH),
    (nested_choice_chain, ONE),
    (smooth, BOTH),
    (trigonometric, BOTH),
    (rounding, [(0.7, 1.3), (2.2, 0.25), (-1.4, 2.6)]),
    (choices, BOTH),
    (special, BOTH),
    (loop, BOTH),
    (real_branches, [*BOTH, (0.1, -0.2), (-0.5, 3.0), (0.5, 2.5)]),
    (bounded_loop, [(0.7, 1.3), (2.0, 0.25), (1.5, 2.5)]),
    (least_and_largest, BOTH),
]
