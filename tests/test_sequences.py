"""Loops over sequences stay loops, and so do those that fill lists and arrays."""

import math

import numpy as np
import pytest

import lazyad as la
from tests.test_loops import same

GOALS = [1.0] * 60 + [2.0] * 40 + [0.5] * 30
DATA = [(0.1 * k, math.sin(0.1 * k)) for k in range(100)]
ROWS = np.sin(np.arange(180.0) ** 2).reshape(60, 3)
VALUES = np.cos(np.arange(120.0))


def pid(kp, ki):
    y = total = 0.0
    for goal in GOALS:
        error = goal - y
        total += error * 0.1
        u = kp * error + ki * total
        if u > 3.0:
            u = 3.0
        y += 0.1 * (u - y)
    return y


def fit(a, b):
    total = 0.0
    for t, y in DATA:
        residual = a * la.exp(-b * t) - y
        total += residual * residual
    return total


def zipped(a, b):
    total = 0.0
    for i, (x, y) in enumerate(zip(VALUES, reversed(VALUES), strict=False), 1):
        total = total * 0.9 + (a * x - b * y) ** 2 / i
    return total


def rows(a, b):
    total = 0.0
    for row in ROWS:
        total = total * 0.5 + a * row[0] + b * row[1] * row[2] + a * b
    return total


def indices(a, b):
    total = a
    for i in range(60):
        for j in range(3):
            total = total * 0.9 + ROWS[i, j] * b - ROWS[-1 - i][2 - j] * a * b
    return total


def kalman(q, r):
    x, v, p, p12, p22 = 0.0, 0.0, 1.0, 0.0, 1.0
    for z in VALUES:
        x = x + 0.1 * v
        p = p + 0.2 * p12 + 0.01 * p22 + q
        p12 = p12 + 0.1 * p22
        s = p + r
        k, k2 = p / s, p12 / s
        error = z - x
        x, v = x + k * error, v + k2 * error
        p22 = p22 - k2 * p12
        p12 = p12 * (1 - k)
        p = p * (1 - k)
    return x + v + p


def appends(y, k):
    out, v = [], 0.0
    for _ in range(100):
        v -= 0.1 * k * y
        y += 0.1 * v
        out.append(y)
    return out


def appends_rows(y, k):
    out, v = [(0.0, y)], 0.0
    for i in range(60):
        v -= 0.1 * k * y
        y += 0.1 * v
        out.append((0.1 * i, y * v))
        out.append((v, y))
    return out


def reads_the_last(y, k):
    ys, ts = [y, y * 2], [0.0]
    for _ in range(100):
        ys.append(ys[-1] - 0.01 * k * ys[-1] ** 2)
        ts.append(ts[-1] + 0.1)
    return ys[-1] + ys[50] * ts[30], ys[3]


def fills(y, k):
    out, v = [0.0] * 60, 0.0
    for i in range(60):
        v -= 0.1 * k * y
        y += 0.1 * v
        out[i] = y
        out[i] += v
    return out[7], sum(out), out[-1]


def fills_an_array(y, k):
    x = np.zeros(100)
    x[0] = y
    for i in range(1, 100):
        x[i] = x[i - 1] - 0.01 * k * x[i - 1] ** 2
    return x


def fills_rows(y, k):
    out, v = np.zeros((60, 2)), 0.0
    for i in range(60):
        v -= 0.1 * k * y
        y += 0.1 * v
        out[i] = y, v
        out[i, 1] *= 2.0
    return out


def fills_backwards(y, k):
    x = np.ones(60)
    for i in range(58, -1, -1):
        x[i] = x[i + 1] * k * 0.9 + x[i] * y
    return x


def relaxes(y, k):
    x = np.linspace(0.0, 1.0, 60) * y
    for _ in range(3):
        for i in range(1, 59):
            x[i] = (x[i - 1] + x[i + 1]) * 0.5 * k
    return x


def uses_what_it_filled(y, k):
    xs = []
    for i in range(50):
        xs.append(y * i - k)
    total = 0.0
    for i in range(49):
        total += (xs[i + 1] - xs[i]) * xs[i] * k
    return total


def counts_its_list(y, k):
    out = []
    for _ in range(50):
        y = y * 0.9 + k * len(out)
        out.append(y)
    return out


def reads_the_first(y, k):
    out = [y]
    for _ in range(60):
        out.append(out[0] * 0.5 + out[-1] * k * 0.9)
    return out


def fills_some(y, k):
    out = [0.0] * 60
    for i in range(60):
        y = y * 0.9 + 0.1 * k
        if y > 0.5:
            out[i] = y
    return out


def is_left(y, k):
    out = []
    for i in range(60):
        y = y * 0.9
        if y < 0.1 * k:
            break
        out.append(y + i)
    return sum(out) + y


def changes_what_it_goes_through(y, k):
    xs = [y * i for i in range(30)]
    for i, x in enumerate(xs):
        xs[(i + 1) % 30] += x * k * 0.1 - 0.01 * x * x
    return xs


SCALARS = [pid, fit, zipped, rows, indices, kalman, uses_what_it_filled, is_left]
KEPT = [
    *(pid, fit, zipped, rows, indices, kalman, appends, appends_rows, reads_the_last, fills),
    *(fills_an_array, fills_rows, fills_backwards, uses_what_it_filled),
]
OTHERS = [
    *(relaxes, counts_its_list, reads_the_first, fills_some, is_left),
    changes_what_it_goes_through,
]
POINTS = [(1.0, 2.0), (0.7, 0.3)]


def flat(value):
    if isinstance(value, (list, tuple)):
        return [one for part in value for one in flat(part)]
    return np.ravel(value).tolist()


@pytest.mark.parametrize("f", [*KEPT, *OTHERS])
@pytest.mark.parametrize("level", ["strict", "safe"])
def test_values_and_derivatives(f, level):
    compiled, h = la.compile(f, optimize=level), 1e-6
    for args in POINTS:
        found, expected = flat(compiled(*args)), flat(f(*args))
        if level == "strict":
            assert all(map(same, found, expected))
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-13)
        jacobian = la.jacobian(f)(*args)
        columns = np.reshape(flat(jacobian), (-1, 2)).T
        if f not in SCALARS and not isinstance(f(*args), tuple):
            columns = _columns(jacobian, len(expected))
        for at in range(2):
            ends = [[x + s * h * (i == at) for i, x in enumerate(args)] for s in (1, -1)]
            up, down = [np.array(flat(f(*end))) for end in ends]
            slope = (up - down) / (2 * h)
            np.testing.assert_allclose(columns[at], slope, rtol=2e-6, atol=2e-6)
        _, along = compiled.jvp(args, (0.5, -1.5))
        expected = columns[0] * 0.5 - columns[1] * 1.5
        np.testing.assert_allclose(flat(along), expected, rtol=1e-10, atol=1e-12)


def _columns(jacobian, count):
    """Of lists the derivatives stand innermost, of arrays too, but for two parameters apart."""
    numbers = np.array(flat(jacobian))
    if isinstance(jacobian, tuple) and len(jacobian) == 2:
        return numbers.reshape(2, count)
    return numbers.reshape(count, 2).T


@pytest.mark.parametrize("f", SCALARS)
def test_gradients(f):
    compiled = la.compile(f)
    for args in POINTS:
        expected = [
            f(*[la.Dual(x, float(i == at)) for i, x in enumerate(args)]).dual for at in range(2)
        ]
        np.testing.assert_allclose(compiled.grad(*args), expected, rtol=1e-10, atol=1e-12)
