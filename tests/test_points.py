"""Loops where a number is many points: the target "numpy", and `batch` of the others.

Each point has the rounds that it has alone: values and derivatives are those of the target "python"
at one point after the other.
"""

import math

import numpy as np
import pytest

import lazyad as la

X = np.array([0.3, 0.7, 0.5, 0.9, 1.3])
Y = np.array([0.7, 0.4, 0.95, 0.2, 0.5])


def kepler(x, y):
    angle = x
    while True:
        step = (angle - y * math.sin(angle) - x) / (1.0 - y * math.cos(angle))
        angle = angle - step
        if abs(step) < 1e-13:
            return angle


def newton_on_a_side(x, y):
    if x > 0.4:
        root = x
        while abs(root * root - x) > 1e-13 * x:  # of the others there is no root
            root = 0.5 * (root + (2.0 * x - x) / root)
        return root * y
    return -x * y


def series(x, y):
    total = 0.0
    for k in range(60):
        term = x**k / (k + 1)
        if term < 1e-12:
            break
        total = total + term * y
    return total


def nested(x, y):
    total = 0.0
    while x < 10.0:
        k = 0.0
        while k < x:
            k = k + y
            total = total + k * 0.1
        x = x * 1.7
    return total


def never_for_others(x, y):
    total = 0.0
    while x > 0.1:
        b = x
        while b < 3.0:
            if b < 0.0:
                b = b - 1.0
            b = b * 1.9
            total += b
        x = x - 0.37
    return total * y


def counted_by_a_number(x, y):
    for _ in range(int(3 * x) + 1):
        y = y * 1.1 + x
    return y


def in_a_helper(x, y):
    def halved(z):
        if z < 0:
            return -z
        n = 0
        while z > 0.5:
            z = z * 0.7
            n += 1
        return z + n

    return halved(x) + halved(x - 0.5) * y


def behind_a_try(x, y):
    try:
        z = math.sqrt(x - 0.5)
    except ValueError:
        return y
    while z > 0.1:
        z = z * 0.5
    return z


def rounds_of_all(x, y):
    speed = y
    for _ in range(500):
        k1, l1 = speed, -x
        x, speed = x + 0.01 * (speed + 0.005 * l1), speed - 0.01 * (x + 0.005 * k1)
    return x


def over_a_list(x, y):
    total = 0.0
    for t in [0.0, 1.0, 2.0, 3.5, 7.0] * 60:
        total = total + math.exp(-x * t) * y
    return total


def keeping(x, y):
    kept = []
    for _ in range(250):
        x = x * 0.99 + y * 0.01
        kept.append(x)
    return sum(kept) + kept[3]


def returns_from_within(x, y):
    for _ in range(3):
        if x < 1.0:
            k = 0.0
            while k < 2.0:
                k = k + y
                if k * x > 0.9:
                    return k - x
        x = x * 1.1
    return x


def flags(x, y):
    found = False
    while x > 0.2:
        x = x * y
        if x < 0.3:
            found = True
            break
    return x * y if found else -x


def filling(x, y):
    kept, total = [y] * 250, 0.0
    for k in range(1, 250):
        kept[k] = kept[k - 1] * 0.9 + x * k / 250
    for k in range(250):
        total = total + kept[k] * kept[249 - k]
    return total


def filling_rows(x, y):
    kept, total = np.zeros((250, 2)), 0.0
    for k in range(250):
        kept[k, 0], kept[k, 1] = x * k / 250, math.sin(x + k * y)
    for k in range(1, 250):
        kept[k] = kept[k] + kept[k - 1] * 0.5
        total = total + kept[k, 0] * kept[k, 1]
    return total


FUNCTIONS = [
    *(returns_from_within, flags),
    *(kepler, newton_on_a_side, series, nested, never_for_others, counted_by_a_number),
    *(in_a_helper, behind_a_try, rounds_of_all, over_a_list, keeping),
]


@pytest.mark.parametrize("function", [*FUNCTIONS, filling, filling_rows])
def test_values_and_derivatives_of_each_point(function):
    many, one = la.compile(function, target="numpy"), la.compile(function)
    value, tangent = many.jvp((X, Y), (np.ones(5), np.full(5, 0.3)))
    slopes, curves = la.grad(many)(X, Y), np.array(la.hessian(many)(X, Y))
    gradient, hessian = la.grad(one), la.hessian(one)
    batch = one.batch(X, Y)
    for k, (x, y) in enumerate(zip(X, Y, strict=True)):
        alone, moved = one.jvp((x, y), (1.0, 0.3))
        assert value[k] == pytest.approx(alone, rel=1e-13)
        assert batch[k] == pytest.approx(alone, rel=1e-13)
        assert tangent[k] == pytest.approx(moved, rel=1e-12, abs=1e-13)
        assert [one[k] for one in slopes] == pytest.approx(gradient(x, y), rel=1e-12, abs=1e-13)
        assert curves[:, :, k] == pytest.approx(np.array(hessian(x, y)), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_loops_are_loops(function):
    source = la.compile(function, target="numpy").lower(0.5, 0.5).source
    assert len(source.splitlines()) < 70
    assert "while True:" in source or "for " in source


@pytest.mark.parametrize("optimize", ["strict", "safe", "fast"])
def test_a_gradient_in_many_numbers_runs_the_rounds_backwards(optimize):
    def grown(p):
        x = p[0]
        while x < 5.0:
            x = x + 0.1 * sum([abs(math.sin(q * x)) for q in p]) + 0.05
        return x

    points = [np.random.default_rng(k).uniform(0.3, 1.2, 6) for k in range(12)]
    many, one = (la.compile(grown, target=t, optimize=optimize) for t in ("numpy", "python"))
    assert "reversed(" in la.grad(many).lower(points).source
    slopes, gradient = la.grad(many)(points), la.grad(one)
    for k in range(6):
        alone = gradient([row[k] for row in points])
        assert [row[k] for row in slopes] == pytest.approx(alone, rel=1e-11)


def test_as_it_is_read():
    def halved(x):
        while x > 1.0:
            x = x / 2
        return x

    lines = la.compile(halved, target="numpy").source.splitlines()
    code = [line for line in lines if "#" not in line]
    assert code[code.index("        active = True") :] == [
        "        active = True",
        "        while True:",
        "            active = active & (x > 1.0)",
        "            if not np.any(active):",
        "                break",
        "            x2 = x * 0.5",
        "            v0 = active & (x2 != x)",
        "            x = np.where(active, x2, x)",
        "            dx = np.where(active, 0.5 * dx, dx)",
        "            if not np.any(v0):",
        "                break",
        "        return np.where(active, nan, x), np.where(active, nan, dx)",
    ]


def test_points_that_stay_for_ever_are_nan():
    def root(x):
        while True:
            step = (x * x - 2.0) / (2.0 * x)  # by zero
            x = x - step
            if abs(step) < 1e-12:
                return x

    def scaled(x, y):
        while x > 1.0:
            x = x * y
        return x

    given = np.array([0.0, 1.0, np.nan, -3.0])
    expected = [math.nan, math.sqrt(2.0), math.nan, -math.sqrt(2.0)]
    for found in (la.compile(root, target="numpy")(given), la.compile(root).batch(given)):
        assert found == pytest.approx(expected, nan_ok=True)
    slopes = la.grad(la.compile(root, target="numpy"))(given)
    assert slopes == pytest.approx([math.nan, 0.0, math.nan, 0.0], nan_ok=True)
    with pytest.raises(ZeroDivisionError):
        la.compile(root).batch(np.array([1.0, 0.0]), errors="raise")
    found = la.compile(scaled, target="numpy")(np.array([5.0, 5.0, 0.5]), np.array([1.0, 0.5, 1.0]))
    assert found == pytest.approx([math.nan, 0.625, 0.5], nan_ok=True)


def test_a_point_that_raises_is_nan():
    def bounded(x):
        for _ in range(5):
            x = x * 0.5
            if x < 0.1:
                return x
        raise ValueError("it is too large")

    found = la.compile(bounded, target="numpy")(np.array([1.0, 100.0]))
    assert found == pytest.approx([0.0625, math.nan], nan_ok=True)


def test_numbers_empty_and_broadcast():
    many = la.compile(kepler, target="numpy")
    assert many(0.5, 0.1) == la.compile(kepler)(0.5, 0.1)
    assert many(np.array([]), 0.1).shape == (0,)
    assert many(X[:, None], Y).shape == (5, 5)
    assert many(X[:, None], Y)[1, 2] == pytest.approx(la.compile(kepler)(X[1], Y[2]), rel=1e-14)


def test_a_list_at_a_place_of_each_point_is_refused():
    def walk(x, y):
        steps, total, k = [x, y, 1.0], 0.0, 0
        while total < 2.0:
            total = total + steps[k % 3] + 0.1
            k += 1
        return total

    with pytest.raises(TypeError) as error:
        la.compile(walk, target="numpy")(X, Y)
    for part in ("a list that a loop reads", "where: test_points.py", "instead: the target"):
        assert part in str(error.value)
    assert la.compile(walk).batch(X, Y) == pytest.approx(
        [walk(*one) for one in zip(X, Y, strict=True)]
    )
