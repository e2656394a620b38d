"""Singular points: what is smooth there has its derivatives, conventions are kept, and what has no
derivative raises with the user's line. What is finite stays so for very large and small numbers."""

import itertools
import math
import warnings

import mpmath
import numpy as np
import pytest

import lazyad as la
from lazyad.derivatives.powers import has_root
from lazyad.values.structure import leaves, structure_of

LEVELS = ["none", "strict", "safe", "fast"]
ZERO3 = (0.0, 0.0, 0.0)


def flat(value):
    return [float(leaf) for leaf in leaves(structure_of(value))]


def norm(*x):
    return np.linalg.norm(np.array(x))


def skew(x, y, z):
    return np.array([[0.0 * x, -z, y], [z, 0.0 * x, -x], [-y, x, 0.0 * x]])


def rotation(x, y, z):
    angle, k = norm(x, y, z), skew(x, y, z)
    half = np.sinc(angle / (2.0 * np.pi))
    return list((np.eye(3) + np.sinc(angle / np.pi) * k + 0.5 * half * half * (k @ k)).ravel())


def quaternion(x, y, z):
    angle = norm(x, y, z)
    return [*(0.5 * np.array([x, y, z]) * np.sinc(angle / (2.0 * np.pi))), np.cos(0.5 * angle)]


def exact_rotation(x, y, z):
    k = mpmath.matrix([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return [*mpmath.expm(k, method="taylor")]


def exact_quaternion(x, y, z):
    angle = mpmath.sqrt(x * x + y * y + z * z)
    half = mpmath.sin(angle / 2) / angle if angle else mpmath.mpf(1) / 2
    return [half * x, half * y, half * z, mpmath.cos(angle / 2)]


def twice(x, y, z):
    r = norm(x, y, z)
    return r * r + 0.0 * x


def sine(x, y):
    r = norm(x, y)
    return r * np.sin(2.0 * r)


def thirty_second_power(x):
    for _ in range(5):
        x = x * x
    return x


def squares(*x):
    return sum(v * v for v in x)


# The function, the same without its singular point for mpmath, and the point.
SMOOTH = [
    (lambda x, y, z: norm(x, y, z) ** 2, squares, ZERO3),
    (twice, squares, ZERO3),
    (lambda x, y, z: norm(x, y, z) ** 4, lambda *x: squares(*x) ** 2, ZERO3),
    (lambda x, y, z: math.hypot(x, y, z) ** 2, squares, ZERO3),
    (lambda x, y: math.hypot(x, y) ** 2, squares, (0.0, 0.0)),
    (lambda x, y: math.sqrt(x * x + y * y) ** 2, squares, (0.0, 0.0)),
    (
        lambda x, y: math.dist([x, y], [1.0, 2.0]) ** 2,
        lambda x, y: squares(x - 1, y - 2),
        (1.0, 2.0),
    ),
    (
        lambda a, x, y: norm(a * x, a * y) ** 2,
        lambda a, x, y: a * a * squares(x, y),
        (2.0, 0.0, 0.0),
    ),
    (
        lambda x, y: math.cos(math.hypot(x, y)),
        lambda x, y: mpmath.cos(mpmath.hypot(x, y)),
        (0.0, 0.0),
    ),
    (
        lambda x, y: math.cos(math.sqrt(x * x + y * y)),
        lambda x, y: mpmath.cos(mpmath.hypot(x, y)),
        (0.0, 0.0),
    ),
    (
        sine,
        lambda x, y: mpmath.hypot(x, y) * mpmath.sin(2 * mpmath.hypot(x, y)),
        (0.0, 0.0),
    ),
    (
        lambda x, y: math.hypot(x, y) ** 2 + math.cos(math.hypot(x, y)),
        lambda x, y: squares(x, y) + mpmath.cos(mpmath.hypot(x, y)),
        (0.0, 0.0),
    ),
    (
        lambda x, y, z: np.exp(-norm(x, y, z) ** 2),
        lambda *x: mpmath.exp(-squares(*x)),
        ZERO3,
    ),
    (
        lambda x, y, z: np.sqrt(1.0 + norm(x, y, z) ** 2) - 1.0,
        lambda *x: mpmath.sqrt(1 + squares(*x)) - 1,
        ZERO3,
    ),
    (
        lambda x, y, z: np.sinc(norm(x, y, z)),
        lambda *x: mpmath.sincpi(mpmath.sqrt(squares(*x))),
        ZERO3,
    ),
    (rotation, exact_rotation, ZERO3),
    (quaternion, exact_quaternion, ZERO3),
    (
        lambda x, y, z: np.std(np.array([x, y, z])) ** 2,
        lambda *x: squares(*x) / 3 - (sum(x) / 3) ** 2,
        ZERO3,
    ),
    (lambda a, b: math.acos(math.cos(a - b)) ** 2, lambda a, b: (a - b) ** 2, (0.3, 0.3)),
    (lambda x: x * math.sqrt(x) * x, lambda x: abs(x) ** 2.5, (0.0,)),
    (lambda x: math.sqrt(x) ** 4, lambda x: x * x, (0.0,)),
    (lambda x: math.cbrt(x) ** 6, lambda x: x * x, (0.0,)),
    (lambda x: x * math.cbrt(x), lambda x: mpmath.cbrt(abs(x)) ** 4, (-1.5,)),
    (lambda x: x**2 * math.cbrt(x) ** 2, lambda x: mpmath.cbrt(abs(x)) ** 8, (-1.5,)),
    (lambda x: x**3 * math.cbrt(x), lambda x: mpmath.cbrt(abs(x)) ** 10, (0.0,)),
    (
        lambda x, y: math.cbrt(x * y) * (x * y),
        lambda x, y: mpmath.cbrt(abs(x * y)) ** 4,
        (-1.5, 2.0),
    ),
    (lambda x: abs(x) ** 3, lambda x: abs(x) ** 3, (0.0,)),
    (lambda x: math.sqrt(x**4), lambda x: x * x, (0.0,)),
    (lambda x: math.sqrt(x**4), lambda x: x * x, (-1.5,)),
    (lambda x: math.sqrt(x**6), lambda x: abs(x) ** 3, (-1.5,)),
    (lambda x: x**5 * math.sqrt(x**6), lambda x: x**5 * abs(x) ** 3, (-1.5,)),
    (lambda x: math.sqrt(x * x * x) * x, lambda x: abs(x) ** 2.5, (0.0,)),
    (lambda x: math.sqrt(x**2) * x, lambda x: x * abs(x), (-1.5,)),
    (lambda x: math.sqrt(x) * math.sqrt(x * x), lambda x: x**1.5, (0.7,)),
    (lambda x: math.sqrt(-((x / 3) ** 3)), lambda x: mpmath.sqrt(-((x / 3) ** 3)), (-1.5,)),
    (lambda x: x * math.sqrt(-x * x * x), lambda x: x * mpmath.sqrt(-(x**3)), (-1.5,)),
    (lambda x: math.sqrt(thirty_second_power(x)), lambda x: x**16, (-1.1,)),
    (lambda x: 0.0 if x == 0 else x, lambda x: x, (0.0,)),
    (lambda x: 9.0 if x == 3.0 else x * x, lambda x: x * x, (3.0,)),
    (lambda x, y: 0.0 if x == 0 else x * y, lambda x, y: x * y, (0.0, 3.0)),
]


# Smooth in r * r, with terms in r that cancel; those that a level does not cancel raise.
CANCELLED = [
    lambda r, x, y: math.sqrt(4 + r * r) ** 2 + (math.exp(-x) - (r - r)),
    lambda r, x, y: (1.5 * r - r * 1.5) - r * (r + r) - x * y,
    lambda r, x, y: r * r + (r * x - x * r),
    lambda r, x, y: r * r + (r * y / (1 + x) - y * r / (1 + x)),
    lambda r, x, y: (1.0 + r * r) * ((r + 1.0) - r) * math.exp(x),
    lambda r, x, y: 1.0 / (1.0 + r * r) - (r * 2 - (r + r)) + 0.0 * r,
    lambda r, x, y: r * r * (1.0 + x) + (r - r) * r,
]


def limit(function, point, *along):
    """The derivative of each number that the function returns, by central differences."""
    with mpmath.workdps(60):
        x = [mpmath.mpf(v) for v in point]
        h, total = mpmath.mpf(10) ** -16, None
        for signs in itertools.product((1, -1), repeat=len(along)):
            at = list(x)
            for sign, k in zip(signs, along, strict=True):
                at[k] = at[k] + sign * h
            found = function(*at)
            found = found if isinstance(found, list) else [found]
            part = [math.prod(signs) * f for f in found]
            total = part if total is None else [a + b for a, b in zip(total, part, strict=True)]
        return [float(t / (2 * h) ** len(along)) for t in total]


@pytest.mark.parametrize(
    ("function", "smooth", "point", "optimize"),
    [
        pytest.param(
            *case,
            level,
            marks=[pytest.mark.slow] * (case[0] is rotation and level == "fast"),
        )
        for case, level in itertools.product(SMOOTH, LEVELS)
    ],
)
def test_what_is_smooth_has_its_derivatives(function, smooth, point, optimize):
    f, n = la.compile(function, optimize=optimize), len(point)
    assert flat(f(*point)) == pytest.approx(flat(function(*point)))
    first, second = f.jacobian(*point), f.hessian(*point)
    first, second = np.reshape(flat(first), (-1, n)), np.reshape(flat(second), (-1, n, n))
    for i in range(n):
        want = limit(smooth, point, i)
        assert first[:, i] == pytest.approx(want, abs=1e-7)
        direction = [float(i == k) for k in range(n)]
        assert flat(f.jvp(point, direction)[1]) == pytest.approx(want, abs=1e-7)
        for k in range(n):
            assert second[:, i, k] == pytest.approx(limit(smooth, point, i, k), abs=1e-5)


@pytest.mark.parametrize("target", ["python", "array"])
@pytest.mark.parametrize(
    "function",
    [
        lambda x: abs(x[0]) ** 2 + np.abs(x[1]) * np.abs(x[1]),
        lambda x: np.sum(np.abs(x) ** 4 + np.abs(x) ** 2.0),
        lambda x: np.linalg.norm(x) ** 2,
        lambda x: np.sqrt(x @ x) ** 2,
        lambda x: np.hypot(x[0], x[1]) ** 2,
        lambda x: np.abs(x[0] + 1j * x[1]) ** 2,
    ],
)
def test_a_square_of_what_has_a_corner_has_none(function, target):
    compiled = la.compile(function, target=target)
    assert np.array_equal(compiled.grad(np.zeros(2)), [0.0, 0.0])
    assert np.array_equal(compiled.hessian(np.zeros(2)), 2.0 * np.eye(2))
    x = np.array([-0.3, 0.4])
    slopes = 4.0 * x**3 * (function(np.ones(2)) > 2.1) + 2.0 * x
    assert np.allclose(compiled.grad(x), slopes, rtol=1e-15)


@pytest.mark.parametrize("optimize", LEVELS)
@pytest.mark.parametrize("root", [math.hypot, lambda x, y: math.sqrt(x * x + y * y)])
@pytest.mark.parametrize("function", CANCELLED)
def test_a_norm_that_cancels_leaves_no_convention_behind(function, root, optimize):
    at_origin = la.hessian(lambda x, y: function(root(x, y), x, y), optimize=optimize)
    nearby = at_origin(1e-7, 2e-7)
    try:
        assert flat(at_origin(0.0, 0.0)) == pytest.approx(flat(nearby), abs=1e-5)
    except ZeroDivisionError:
        assert optimize != "fast"


@pytest.mark.parametrize("target", ["python", "numpy"])
@pytest.mark.parametrize("optimize", LEVELS)
@pytest.mark.parametrize(
    ("function", "slopes"),
    [
        (lambda x, y: math.hypot(x, y), (0.0, 0.0)),
        (lambda x, y: math.hypot(x, y, 2.0 * y), (0.0, 0.0)),
        (lambda x, y: math.dist([x, 1.0], [y, 1.0]), (0.0, 0.0)),
        (lambda x, y: norm(x, y) + 3.0 * x, (3.0, 0.0)),
        (lambda x, y: np.std(np.array([x, y])), (0.0, 0.0)),
        (lambda x, y: abs(x) + max(x, y), (0.5, 0.5)),
    ],
)
def test_conventions(function, slopes, optimize, target):
    f = la.compile(function, optimize=optimize, target=target)
    assert flat(f.grad(0.0, 0.0)) == list(slopes)
    assert f.jvp((0.0, 0.0), (1.0, 2.0))[1] == slopes[0] + 2.0 * slopes[1]


@pytest.mark.parametrize("optimize", LEVELS)
@pytest.mark.parametrize(
    "derivative",
    [
        lambda f: f(lambda x: math.sqrt(x)).grad(0.0),
        lambda f: f(lambda x: math.acos(math.cos(x))).grad(0.0),
        lambda f: f(lambda x: x * math.sqrt(x)).hessian(0.0),
        lambda f: f(lambda x: math.hypot(x, x)).hessian(0.0),
        lambda f: f(lambda x: x / abs(x)).grad(0.0),
    ],
)
def test_what_has_no_derivative_raises_with_the_line(derivative, optimize):
    with pytest.raises(ZeroDivisionError) as caught:
        derivative(lambda function: la.compile(function, optimize=optimize))
    assert any("test_singular.py" in note for note in caught.value.__notes__)


@pytest.mark.parametrize("optimize", LEVELS)
def test_what_has_no_derivative_is_not_finite_by_numpys_rules(optimize):
    assert not math.isfinite(la.compile(lambda x: norm(x, x), optimize=optimize).hessian(0.0))


@pytest.mark.parametrize("optimize", LEVELS)
def test_a_power_between_two_and_three(optimize):
    def function(x):
        return x * (1.0 - x**1.1)

    f = la.compile(function, optimize=optimize)
    assert (f.grad(0.0), f.hessian(0.0)) == (1.0, 0.0)
    assert f.hessian(0.5) == pytest.approx(-2.1 * 1.1 * 0.5**0.1, rel=1e-14)


@pytest.mark.parametrize("optimize", LEVELS)
def test_a_product_that_is_written_twice_cancels(optimize):
    f = la.compile(lambda x, y: (x * y) * math.sqrt(x * y), optimize=optimize)
    assert f.jvp((0.0, 1.0), (1.0, 1.0)) == (0.0, 0.0)
    assert f.jvp((4.0, 1.0), (1.0, 0.0)) == pytest.approx((8.0, 3.0))
    radius = la.compile(lambda x, y: (x * x + y * y) * math.sqrt(x * x + y * y), optimize=optimize)
    assert radius.jvp((0.0, 0.0), (1.0, 1.0)) == (0.0, 0.0)


@pytest.mark.parametrize("optimize", LEVELS)
@pytest.mark.parametrize(
    "function",
    [
        lambda x: math.sqrt(x**4),
        lambda x: math.sqrt(x * x * x),
        lambda x: math.sqrt(x**2) * x,
        lambda x: math.sqrt(x**6),
        lambda x: np.linalg.norm(np.array([x, 2.0 * x, 0.0]), ord=3),
    ],
)
def test_a_slope_of_0_at_0(function, optimize):
    f = la.compile(function, optimize=optimize)
    assert (f.grad(0.0), f.jvp((0.0,), (1.0,))) == (0.0, (0.0, 0.0))


@pytest.mark.parametrize("optimize", LEVELS)
@pytest.mark.parametrize(
    "function",
    [
        lambda x, c: math.sqrt(max(x, 0.0) * c),
        lambda x, c: math.sqrt(max(x, 0.0) ** 2 * c),
        lambda x, c: (c * max(x, 0.0) ** 3) ** 0.5,
        lambda x, c: math.sqrt(math.sin(c) * -min(0.0, -x) / (c * c)),
        lambda x, c: (1.0 + (max(x, 0.0) / c) ** 0.7) ** 2 - 1.0,
        lambda x, c: math.sqrt((0.0 if x < 0.0 else x) / c),
        lambda x, c: math.sqrt((x if x > 0.0 else 0) * max(c, 0.0)),
        lambda x, c: np.sqrt(np.maximum(0.0, x) / np.cosh(c)),
    ],
)
def test_a_root_of_what_is_held_at_0(function, optimize):
    """It is 0 whatever the other factors are; where it is not held, its slopes are its own."""
    f, h = la.compile(function, optimize=optimize), 1e-6
    assert f(-1.5, 0.8) == 0.0
    assert flat(f.jvp((-1.5, 0.8), (1.0, 1.0))[1]) == flat(f.grad(-1.5, 0.8)[:1]) == [0.0]
    assert flat(f.jacobian(-1.5, 0.8)) == [0.0, 0.0]
    assert flat(f.hessian(-1.5, 0.8)) == [0.0] * 4
    slopes = [(function(1.5 + h, 0.8) - function(1.5 - h, 0.8)) / (2 * h)]
    slopes += [(function(1.5, 0.8 + h) - function(1.5, 0.8 - h)) / (2 * h)]
    assert flat(f.grad(1.5, 0.8)) == pytest.approx(slopes, rel=1e-8)


@pytest.mark.parametrize("optimize", ["strict", "safe", "fast"])
def test_a_root_of_a_square_times_the_square_has_a_hessian(optimize):
    assert la.hessian(lambda x: (x * x) * math.sqrt(x * x), optimize=optimize)(0.0) == 0.0


def test_slopes_at_the_edges_of_powers():
    f = la.compile(lambda x: x**x)
    assert f.grad(np.float64(0.0)) == -math.inf
    with pytest.raises(ValueError, match=r"domain|positive"):
        f.grad(0.0)
    assert la.hessian(lambda x: math.hypot(x, 0.0))(2.0) == 0.0
    assert la.hessian(lambda x, y: math.hypot(x, y))(0.0, 2.0) == ((0.5, 0.0), (0.0, 0.0))
    assert la.grad(lambda x, y: np.logaddexp(x, y))(-math.inf, -math.inf) == (0.5, 0.5)
    (xx, _), _ = la.hessian(lambda x, y: x**y)(1e-200, 1e-150)
    assert xx == pytest.approx(-1e250, rel=1e-14)


def test_a_negative_base_of_a_broken_power():
    f = la.compile(lambda x: (-2.0) ** x)
    assert (f(2.0), f.grad(2.0)) == (4.0, 0.0)
    root = la.compile(lambda x: (x - 3.0) ** 0.5)  # a root in the kernel, which raises as math.sqrt
    for call in (f, f.grad, root, root.grad, la.compile(lambda x: (x - 3.0) ** 0.3).grad):
        with pytest.raises(ValueError, match="no real number") as error:
            call(0.5)
        assert all(part in str(error.value) for part in ("where: test_singular.py", "instead:"))
        assert math.isnan(call(np.float64(0.5)))


@pytest.mark.parametrize("optimize", LEVELS)
def test_one_zero_among_many_does_not_fail_the_call(optimize):
    f = la.compile(lambda s: np.sum(s * np.sqrt(s)), optimize=optimize)
    assert flat(f.grad(np.array([0.0, 1.0, 4.0]))) == pytest.approx([0.0, 1.5, 3.0])


# ---------------------------------------------------------------------------- single points


def warned(call):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        call()
    return [str(one.message) for one in found if one.category is la.SinglePointWarning]


def sine_ratio(x):
    if x == 0:
        return 1.0
    return math.sin(x) / x


def log_mean(a, b):
    return a if a == b else (a - b) / (math.log(a) - math.log(b))


def walked(step):
    if step == 0.0:
        return 0.0
    way = at = 0.0
    while at < 1.0:  # which has no end there
        way += step * math.cos(at)
        at += step
    return way


def power_by_mode(mode, x):
    if mode == 1:
        return x**2
    return x**3 if mode == 2 else x


@pytest.mark.parametrize(
    ("function", "point"),
    [(sine_ratio, (0.5,)), (log_mean, (1.0, 2.0)), (sine_ratio, (0.0,)), (walked, (0.3,))],
)
def test_a_formula_for_one_point_warns_once(function, point):
    f = la.compile(function)
    assert not warned(lambda: f(*point))
    (message,) = warned(lambda: (f.grad(*point), f.jvp(point, point), f.hessian(*point)))
    assert "test_singular.py" in message
    assert "==" in message
    assert message.count("\n") == 2
    assert "note:" in f.report()
    assert not warned(lambda: f.grad(*point))


@pytest.mark.parametrize(
    ("function", "point", "slopes"),
    [
        (lambda x: 0.0 if x == 0 else x, (0.0,), 1.0),
        (power_by_mode, (1.0, 3.0), (0.0, 6.0)),
        (lambda mode, x: 5.0 if mode == 1 else x * x, (1.0, 3.0), (0.0, 0.0)),
        (lambda x: 0.0 if x < 0 else (0.0 if x == 0 else x), (0.0,), 0.0),
        (lambda x: np.heaviside(x, 0.0), (0.0,), 0.0),
        (lambda x: np.nan_to_num(x), (2.0,), 1.0),
        (lambda x, y: y if x == 0 else x * y + y, (0.0, 3.0), (3.0, 1.0)),
        (lambda a, b: 0.5 * (a + b) if a == b else (a + b) * 0.5, (1.0, 1.0), (0.5, 0.5)),
    ],
)
def test_which_side_the_derivative_comes_from(function, point, slopes):
    gradient = la.grad(function)
    assert not warned(lambda: gradient(*point))
    assert gradient(*point) == slopes


def signed_root(x):
    if x == 0:
        return 0.0
    return math.copysign(math.sqrt(abs(x)), x)


@pytest.mark.parametrize(
    ("function", "point"),
    [
        (lambda x: np.sqrt(abs(x)) if x != 0 else 0.0, 0.0),
        (lambda x: 1e-3 * abs(x) ** 0.5 if x != 0 else 0.0, 0.0),
        (lambda x: 0.0 if x == 1 else math.sqrt(abs(x - 1)), 1.0),
        (signed_root, 0.0),
    ],
)
def test_a_guard_of_a_slope_that_has_no_bound_stays(function, point):
    """The formula has the value of the guard, and a slope that fails."""
    gradient = la.grad(function)
    assert len(warned(lambda: gradient(point))) == 1
    assert (gradient(point), la.hessian(function)(point)) == (0.0, 0.0)


def first_of_three(a, b, c):
    return sorted([(a * b, "x"), (b, "y"), (a + c, "z")])[0][0]


def crossings(x, y):
    """Of a ray with two edges, as where it is asked whether a point is in a polygon."""
    inside = False
    for low, high in ((0.0, 1.0), (1.0, 3.0)):
        if (low > y) != (high > y) and x < low + 0.5 * y:
            inside = not inside
    return x * y if inside else x + y


@pytest.mark.parametrize(
    ("function", "point", "slopes"),
    [
        (lambda a, b: max([(a, 0), (b, 1)])[0], (1.0, 2.0), (0.0, 1.0)),
        (first_of_three, (2.0, 3.0, 0.5), (1.0, 0.0, 1.0)),
        (crossings, (0.1, 0.3), (0.3, 0.1)),
    ],
)
def test_an_order_of_pairs_and_a_difference_of_conditions_are_no_points(function, point, slopes):
    gradient = la.grad(function)
    assert not warned(lambda: gradient(*point))
    assert gradient(*point) == pytest.approx(slopes)


def test_another_formula_where_both_are_equal_than_on_either_side_warns():
    def split(a, b):
        return 0.0 if a * b == a else b if a * b < a else a

    assert len(warned(lambda: la.grad(split)(1.0, 2.0))) == 1


def test_a_jump_keeps_the_branch_taken_and_warns():
    gradient = la.grad(lambda x: 5.0 if x == 0 else x)
    assert len(warned(lambda: gradient(0.0))) == 1
    assert (gradient(0.0), gradient(1.0)) == (0.0, 1.0)


@pytest.mark.parametrize(
    "guarded",
    [
        lambda x, y: 0.0 if y == 0 else math.fmod(x, y),
        lambda x, y: x if y == 0 else x % y,
        lambda x, y: 0.0 if y == 0 else x / y,
        lambda x, y: math.log(y) * x if y != 0 else -math.inf,
        lambda x, y: math.nan if y == 0 else x / y,
    ],
)
def test_a_guard_against_what_fails_does_not_warn(guarded):
    assert not warned(lambda: la.grad(guarded)(5.0, 3.0))


@pytest.mark.parametrize(
    ("function", "warns"),
    [
        (lambda x: 1.0 if abs(x) < 1e-8 else math.expm1(x) / x, True),
        (lambda x: math.log(x) / (x - 1.0) if 1e-6 <= abs(x - 1.0) else 1.0, True),
        (lambda x: math.log(x) / (x - 1.0) if 1e-6 <= abs(1.0 - x) else 1.5 - 0.5 * x, False),
        (lambda x: math.sin(x) / x if abs(x) > 1e-8 else 1.0, False),
        (lambda x: 0.0 if abs(x) < 0.1 else x, False),
        (lambda x: 0.0 if abs(x) < 1e-9 else 1.0 / x, False),
        (lambda x: x if math.isclose(x, 2.0) else (x - 2.0) / math.log(x / 2.0), True),
        (lambda x: (x - 2.0) / math.log(x / 2.0) if not math.isclose(2.0, x) else x, True),
        (lambda x: x if np.isclose(x, 2.0) else (x - 2.0) / math.log(x / 2.0), True),
        (lambda x: 0.5 * x + 1.0 if np.isclose(x, 2.0) else (x - 2.0) / math.log(x / 2.0), False),
        (lambda x: 1.0 if math.isclose(x, 0.0, abs_tol=1e-9) else math.sin(x) / x, False),
        (lambda x: 0.0 if math.isclose(x, 0.0, abs_tol=0.1) else x, False),  # is so around it
        (lambda x: 9e3 if np.isclose(x, 9e3) else x, True),
    ],
)
def test_a_formula_near_a_point_warns_of_another_slope(function, warns):
    assert len(warned(lambda: la.grad(function)(0.5))) == warns


def test_a_formula_that_has_another_slope_warns():
    def partly(x):
        s = 1.0 if x == 0 else (math.exp(x) - 1.0) / x
        return s + x

    assert len(warned(lambda: la.grad(partly)(1.0))) == 1
    assert not warned(lambda: la.grad(lambda x: x if x == 0 else math.sin(x))(1.0))


# ---------------------------------------------------------------------------- large and small


@pytest.mark.parametrize("optimize", ["none", "strict", "safe"])
@pytest.mark.parametrize("size", [1e200, 1e150, 3.0, 1e-150, 1e-200])
def test_no_division_is_joined_to_another(size, optimize):
    f = la.compile(lambda y, x: math.atan2(y, x), optimize=optimize)
    assert f.grad(size, size) == pytest.approx((0.5 / size, -0.5 / size), rel=1e-14, abs=0.0)
    radius = la.compile(lambda x, y: math.hypot(x, y), optimize=optimize)
    want = 0.5**1.5 / size
    (xx, xy), (yx, yy) = radius.hessian(size, size)
    assert [xx, xy, yx, yy] == pytest.approx([want, -want, -want, want], rel=1e-14, abs=0.0)
    scaled = la.compile(lambda y, x: 3.0 * math.atan2(y, x), optimize=optimize)
    assert scaled.grad(size, size) == pytest.approx((1.5 / size, -1.5 / size), rel=1e-14, abs=0.0)
    inverse = la.compile(lambda y, x: 2.0 / math.atan2(y, x), optimize=optimize)
    slope = 16.0 / math.pi**2 / size
    assert inverse.grad(size, size) == pytest.approx((-slope, slope), rel=1e-14, abs=0.0)
    direction = la.compile(lambda x, y: (x / math.hypot(x, y), y / math.hypot(x, y)))
    (a, b), (c, d) = direction.jacobian(size, size)
    assert [a, b, c, d] == pytest.approx([want, -want, -want, want], rel=1e-14, abs=0.0)


def of_reduced_temperature(t, critical):
    """As in the VDI Heat Atlas' densities: above the critical point, roots of a constant 0."""
    tau = 1.0 - t / critical if t < critical else 0.0
    return 3.0 + 2.0 * tau**0.35 + math.sqrt(tau) + tau


@pytest.mark.parametrize("optimize", LEVELS)
def test_roots_of_what_is_constant_on_one_side_have_no_slope_there(optimize):
    compiled = la.compile(of_reduced_temperature, optimize=optimize)
    assert compiled.jvp((500.0, 400.0), (1.0, 1.0)) == (3.0, 0.0)
    assert compiled.grad(500.0, 400.0) == (0.0, 0.0)
    slope = (of_reduced_temperature(300.001, 400.0) - of_reduced_temperature(299.999, 400.0)) / 2e-3
    assert compiled.jvp((300.0, 400.0), (1.0, 0.0))[1] == pytest.approx(slope, rel=1e-7)


@pytest.mark.parametrize("optimize", LEVELS)
@pytest.mark.parametrize("clip", [lambda c: max(-1, min(1, c)), lambda c: min(max(c, -1.0), 1.0)])
def test_an_angle_of_what_is_clipped_has_no_slope_beyond(clip, optimize):
    """Nobody has one either side, whichever of the two choices made it constant."""
    f = la.compile(lambda x, y: math.acos(clip(x / y)), optimize=optimize)
    assert f.jvp((1.5, 0.5), (1.0, 2.0)) == (0.0, 0.0)
    assert f.jvp((-1.5, 0.5), (1.0, 2.0)) == (math.pi, 0.0)
    assert f.grad(1.5, 0.5) == f.grad(-1.5, 0.5) == (0.0, 0.0)
    assert f.jvp((0.3, 0.5), (1.0, 2.0))[1] == pytest.approx(0.5, rel=1e-12)


@pytest.mark.parametrize("optimize", ["strict", "safe", "fast"])
def test_a_root_of_what_a_branch_makes_zero_has_no_slope_there(optimize):
    def norm4(x, y):
        if x <= 0:
            a, b = 0.0, 0.0
        else:
            a, b = x * y, x + y
        return y * (a**4 + b**4) ** 0.25

    def root(x, y):
        a = 0 if x <= 0 else x * y
        b = 0 if x <= 0 else x + y
        return (a + b) ** 0.5

    for function in (norm4, root):
        f = la.compile(function, optimize=optimize)
        assert f.jvp((-1.0, 2.0), (1.0, 0.5)) == (0.0, 0.0)
        assert f.grad(-1.0, 2.0) == (0.0, 0.0)
        assert f.jvp((1.0, 2.0), (0.0, 1.0))[1] == pytest.approx(f.grad(1.0, 2.0)[1])


def test_roots_are_looked_for_in_long_chains_of_choices():
    x = la.Node.input("x")
    plain, root = x, 1.0 / la.sqrt(x)
    for k in range(2000):
        plain = la.where(x > k, plain, la.where(x < -k, plain, x))
        root = la.where(x > k, plain, root)
    assert [has_root(one, {}) for one in (plain, root)] == [False, True]


def test_a_quotient_with_a_root_in_it_cancels_whole():
    """The slope of a logarithm divides by what that of the quotient has as a factor. Of what was
    left of that beside its root, 2.5 / r, each of the two had a copy, which may be infinite."""
    f = la.compile(lambda r, s: math.log(2.5 / (r * math.sqrt(s))))
    assert f.jvp((1e-309, 1e30), (0.0, 1e30))[1] == pytest.approx(-0.5, rel=1e-9)
    assert f.lower(1.0, 2.0).graph.operations["div"] == 3
