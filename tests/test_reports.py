"""What users of other tools reported as wrong, asked of this one.

Each group is a kind of trouble; a row is (function, arguments, the right derivative). Functions of
other people's libraries may be refused, in three parts, but never be wrong.
"""

import contextlib
import functools
import gc
import math
import pickle
import warnings
import weakref

import numpy as np
import pytest

import lazyad as la

VECTOR = np.array([1.0, 2.0, 3.0])


def near(got, want, rel=1e-9):
    got, want = np.asarray(got, dtype=float), np.asarray(want, dtype=float)
    assert got.shape == want.shape
    np.testing.assert_allclose(got, want, rtol=rel, atol=1e-12)


def right_or_refused(call, want):
    """The right answer, or an error in three parts."""
    try:
        got = call()
    except (TypeError, ValueError, NotImplementedError) as error:
        refusal = str(error)
    else:
        near(got, want)
        return
    assert "\n  where:" in refusal
    assert "\n  instead:" in refusal


# -- singular points


def root_above(x):
    return math.sqrt(x) if x > 0 else 0.0


def cosine_of_norm(v):
    n = np.linalg.norm(v)
    return np.cos(n) if n > 0 else 1.0


def two_sided(x):
    return (x - 2.0) ** 2 if x <= 3.0 else 2.0 * math.log(x - 2.0) + 1.0


def masked_entropy(z):
    log_p = z - np.log(np.sum(np.exp(z)))
    labels = np.array([0.0, 1.0, 0.0])
    return -np.sum(np.where(labels > 0, labels * log_p, 0.0))


SINGULAR = {
    "square of a norm": (lambda x: np.linalg.norm(x) ** 2, [np.zeros(3)], np.zeros(3)),
    "floor under a logarithm": (lambda x: math.log(1.0 / max(1e-200, x)), [0.0], 0.0),
    "infinite slope not chosen": (lambda x: max(math.sqrt(x) - 1.0, 0.0), [0.0], 0.0),
    "the same, NumPy": (lambda x: np.maximum(np.sqrt(x) - 1.0, 0.0), [0.0], 0.0),
    "root behind a branch": (root_above, [0.0], 0.0),
    "root before a branch": (root_above, [1.0], 0.5),
    "norm behind a branch": (cosine_of_norm, [np.zeros(3)], np.zeros(3)),
    "broken power": (lambda x: x**1.875, [0.0], 0.0),
    "broken power in a product": (lambda x: x * (1.0 - x**1.1), [0.0], 1.0),
    "power 0": (lambda x: x**0, [0.0], 0.0),
    "atan2 to the right": (lambda y, x: math.atan2(y, x), [0.0, 1.0], (1.0, 0.0)),
    "atan2 to the left": (lambda y, x: math.atan2(y, x), [0.0, -1.0], (-1.0, 0.0)),
    "mod": (lambda x: x % 1.0, [0.5], 1.0),
    "fmod": (lambda x: math.fmod(x, 1.0), [-2.5], 1.0),
    "mod in the divisor": (lambda x, y: np.mod(x, y), [7.3, 2.0], (1.0, -3.0)),
    "logarithm on the other side": (two_sided, [0.0], -4.0),
    "at the end of its domain": (two_sided, [2.0], 0.0),
    "on its own side": (two_sided, [4.0], 1.0),
    "weight 0 of log 0": (masked_entropy, [np.array([-np.inf, 0.0, 0.0])], [0.0, -0.5, 0.5]),
    "product with a zero": (lambda x: np.prod(x), [np.array([0.0, 2.0, 3.0])], [6.0, 0.0, 0.0]),
    "product with zeros": (lambda x: np.prod(x), [np.array([0.0, 0.0, 3.0])], np.zeros(3)),
    "cumprod": (lambda x: np.cumprod(x) @ VECTOR, [np.array([2.0, 0.0, 0.0])], [1.0, 4.0, 0.0]),
    "root of a constant": (lambda x: math.sqrt((x - x) ** 2) + x, [0.3], 1.0),
    "tie of min": (lambda x: np.min(x), [np.array([1.0, 1.0, 2.0])], [0.5, 0.5, 0.0]),
    "median, odd": (lambda x: np.median(x), [np.array([3.0, 1.0, 2.0])], [0.0, 0.0, 1.0]),
    "median, even": (lambda x: np.median(x), [np.array([3.0, 1.0, 2.0, 5.0])], [0.5, 0, 0.5, 0]),
}


@pytest.mark.parametrize("name", SINGULAR)
def test_singular_points(name):
    function, arguments, want = SINGULAR[name]
    near(la.grad(function)(*arguments), want)


def test_square_of_a_norm_at_strict():
    f = la.compile(lambda x: np.linalg.norm(x) ** 2, optimize="strict")
    near(f.grad(np.zeros(3)), np.zeros(3))


def test_numpy_overflows_to_infinity():
    f = la.compile(lambda v: v[0] * np.exp(-v[1]))
    with np.errstate(all="ignore"):
        assert f(np.array([1.0, -1e3])) == math.inf
        assert f.grad(np.array([1.0, -1e3])).tolist() == [math.inf, -math.inf]


def test_logsumexp_of_nothing_but_minus_infinity():
    special = pytest.importorskip("scipy.special")
    x = np.full(3, -np.inf)
    f = la.compile(lambda x: special.logsumexp(x))
    assert f(x) == -math.inf
    assert np.all(np.isfinite(f.grad(x)))


def test_second_derivatives_at_singular_points():
    near([la.hessian(root_above)(x) for x in (-3.0, 0.0, 1.0)], [0.0, 0.0, -0.25])
    near(la.hessian(lambda x: 4.3 * x**2.0)(0.0), 8.6)
    near(la.grad(la.grad(lambda x, n: 4.3 * x**n, argnums=0), argnums=0)(0.0, 2.0), 8.6)


def test_second_derivative_of_a_broken_power():
    near(la.hessian(lambda x: x * (1.0 - x**1.1))(0.0), 0.0)


def test_no_derivative_is_no_silent_zero():
    g = la.grad(lambda x, y: x**0.3 * y**0.7)
    with contextlib.suppress(ZeroDivisionError, ValueError):
        assert not np.all(np.isfinite(g(0.0, 0.0)))


def test_power_with_a_variable_exponent():
    f = la.compile(lambda x, p: x**p)
    g = la.grad(f, argnums=0)
    near([g(0.0, 0.0), g(0.0, 1.0), g(0.0, 3.0)], [0.0, 1.0, 0.0])
    near(f.grad(2.0, 3.0), (12.0, 8.0 * math.log(2.0)))


def test_branch_on_equality():
    near(la.grad(lambda x: 0.0 if x == 0 else x)(0.0), 1.0)


def test_rotation_vector_at_0():
    def rotation(v):
        t2 = v @ v
        if t2 < 1e-12:
            a, b = 1.0 - t2 / 6.0, 0.5 - t2 / 24.0
        else:
            t = np.sqrt(t2)
            a, b = np.sin(t) / t, (1.0 - np.cos(t)) / t2
        k = np.array([[0.0, -v[2], v[1]], [v[2], 0.0, -v[0]], [-v[1], v[0], 0.0]])
        return np.eye(3) + a * k + b * (k @ k)

    generators = np.zeros((3, 3, 3))
    for axis, (row, column) in enumerate(((2, 1), (0, 2), (1, 0))):
        generators[row, column, axis], generators[column, row, axis] = 1.0, -1.0
    near(la.jacobian(rotation)(np.zeros(3)), generators)


def test_quaternion_at_0():
    def quaternion(v):
        angle = np.linalg.norm(v)
        return np.hstack([0.5 * v * np.sinc(angle / (2.0 * np.pi)), np.cos(0.5 * angle)])

    near(la.jacobian(quaternion)(np.zeros(3)), np.vstack([0.5 * np.eye(3), np.zeros(3)]))


def test_each_side_of_a_choice_without_warnings():
    def f(a, b):
        if a != 0 and b != 0:
            return math.sin(b) / b + (1.0 - math.cos(a)) / a
        if a != 0:
            return 1.0 + (1.0 - math.cos(a)) / a
        return math.sin(b) / b if b != 0 else 1.0

    a, b = np.array([0.0, 1.0, 0.0, 2.0]), np.array([1.0, 0.0, 0.0, 3.0])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        got = la.compile(f, target="numpy")(a, b)
    near(got, [f(x, y) for x, y in zip(a, b, strict=True)])


# -- NumPy and SciPy


def assigned_block(a):
    b = np.zeros((4, 4))
    b[1:3, :2] = a
    return b.sum()


MATRIX = np.array([[4.0, 1, 0, 0], [1, 3, 1, 0], [0, 1, 5, 1], [0, 0, 1, 2]])
KERNEL = np.array([1.0, -2.0, 0.5])
WEIGHTS = np.arange(1.0, 7.0)
KNOTS, HEIGHTS = np.array([0.0, 1.0, 3.0]), np.array([0.0, 1.0, 9.0])
FOUR = np.array([1.0, 2.0, 3.0, 4.0])

NUMPY = {
    "inverse": (
        lambda a: np.trace(np.linalg.inv(a)),
        MATRIX,
        -np.linalg.matrix_power(np.linalg.inv(MATRIX), 2).T,
    ),
    "interp": (lambda x: np.interp(x, KNOTS, HEIGHTS), 2.0, 4.0),
    "interp outside": (lambda x: np.interp(x, KNOTS, HEIGHTS), 5.0, 0.0),
    "interp in the table": (lambda f: np.interp(2.0, KNOTS, f), HEIGHTS, [0.0, 0.5, 0.5]),
    "convolve": (
        lambda x: np.convolve(x, KERNEL) @ WEIGHTS,
        FOUR,
        np.correlate(WEIGHTS, KERNEL, "valid"),
    ),
    "convolve, same": (
        lambda x: np.sum(np.convolve(x, KERNEL, "same")),
        FOUR,
        [-1.5, -0.5, -0.5, -1.0],
    ),
    "gradient": (lambda x: np.sum(np.gradient(x)), FOUR, [-1.5, 0.5, -0.5, 1.5]),
    "block": (assigned_block, np.ones((2, 2)), np.ones((2, 2))),
    "an int": (lambda x: math.tanh(x), 2, 1.0 - math.tanh(2) ** 2),
}


@pytest.mark.parametrize("name", NUMPY)
def test_numpy(name):
    function, x, want = NUMPY[name]
    near(la.grad(function)(x), want)


def test_positions_of_extremes():
    near(la.grad(lambda x: x[np.argmax(x)])(np.array([1.0, 5.0, 2.0])), [0.0, 1.0, 0.0])
    g = la.grad(lambda x: x[np.argsort(x)] @ VECTOR)
    right_or_refused(lambda: g(np.array([3.0, 5.0, 2.0])), [2.0, 3.0, 1.0])


def test_special_functions():
    special = pytest.importorskip("scipy.special")
    p, a = np.array([0.2, 0.3, 0.5]), np.array([2.0, 1.5, 3.0])

    def dirichlet(a):
        log_gamma = special.gammaln
        return log_gamma(np.sum(a)) - np.sum(log_gamma(a)) + np.sum((a - 1.0) * np.log(p))

    near(la.grad(dirichlet)(a), special.digamma(a.sum()) - special.digamma(a) + np.log(p))
    x = special.ndtri(0.2)
    slope = math.sqrt(2 * math.pi) * math.exp(x * x / 2)
    near(la.grad(lambda q: special.ndtri(q))(0.2), slope)


def reductions():
    yield lambda x: np.mean(x)
    yield lambda x: np.std(x)
    yield lambda x: np.sum(x**2)
    yield lambda x: np.linalg.norm(x)


def test_reductions_in_the_numpy_target_are_right_or_refused():
    for f in reductions():
        right_or_refused(lambda f=f: la.compile(f, target="numpy")(VECTOR), f(VECTOR))


def eigenvalues():
    a = np.array([[2.0, 1.0], [1.0, 3.0]])
    return lambda a: np.sum(np.linalg.eigh(a)[0]), a, np.eye(2)


def column_norm():
    x, t = np.arange(1.0, 6.0)[:, None], np.ones((5, 1))
    r = 0.7 * x - t
    want = float((r * x).sum() / np.sqrt((r * r).sum()))
    return lambda w: np.linalg.norm(np.dot(x, w) - t, ord=2), 0.7, want


def least_squares():
    a = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
    return lambda b: np.linalg.lstsq(a, b, rcond=None)[0], VECTOR, np.linalg.pinv(a)


def spectrum():
    return lambda x: np.sum(np.abs(np.fft.fft(x)) ** 2), FOUR, 8 * FOUR


def normal_density():
    stats = pytest.importorskip("scipy.stats")
    x, y, b = np.vander(np.arange(5.0), 2), np.arange(5.0) ** 2, np.array([0.5, -0.5])
    f = lambda b: stats.norm.logpdf(y, loc=x @ b, scale=1.0).sum()  # noqa: E731
    return f, b, x.T @ (y - x @ b)


def many_normals():
    stats = pytest.importorskip("scipy.stats")
    s, x = np.array([[2.0, 0.3], [0.3, 1.0]]), np.array([1.0, -1.0])
    f = lambda m: stats.multivariate_normal.logpdf(x, m, s, allow_singular=True)  # noqa: E731
    return f, np.zeros(2), np.linalg.solve(s, x)


def quadrature():
    integrate = pytest.importorskip("scipy.integrate")
    f = lambda c: integrate.quad(lambda x: c / (1.0 + x * x), 0.5, math.inf)[0]  # noqa: E731
    return f, -1.0, math.pi / 2 - math.atan(0.5)


def spline():
    interpolate = pytest.importorskip("scipy.interpolate")
    s = interpolate.CubicSpline([0.0, 1.0, 2.0, 3.0], [0.0, 1.0, 4.0, 9.0])
    return lambda x: s(x), 1.5, 3.0


def sparse_product():
    sparse = pytest.importorskip("scipy.sparse")
    a = sparse.csr_array(np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 0.0]]))
    return lambda x: np.sum((a @ x) ** 2), VECTOR, 2 * (a.T @ (a @ VECTOR))


def matrix_class():
    inertia = np.matrix(np.diag([1.0, 2.0, 3.0]))

    def rotated(a):
        c, s = np.cos(a), np.sin(a)
        m = np.matrix([[c, 0.0, -s], [0.0, 1.0, 0.0], [s, 0.0, c]])
        return m * inertia * m.T

    s, c = 2.0 * math.sin(0.6), -2.0 * math.cos(0.6)
    return rotated, 0.3, [[s, 0.0, c], [0.0, 0.0, 0.0], [c, 0.0, -s]]


def data_frame():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"x": [1.0, 2.0, 3.0], "y": [2.0, 4.0, 6.5]})
    f = lambda a: ((a * frame["x"] - frame["y"]) ** 2).mean()  # noqa: E731
    return f, 1.0, 2 * (-1.0 - 4.0 - 10.5) / 3


def response():
    w = [0.5, 1.0, 2.0]

    def f(x):
        p = np.exp(1j * x - 0.1)
        return sum(abs((np.exp(1j * t) + 1.0) / (np.exp(1j * t) - p)) for t in w) / 3.0

    h = 1e-5
    return f, 0.3, (8 * (f(0.3 + h) - f(0.3 - h)) - f(0.3 + 2 * h) + f(0.3 - 2 * h)) / (12 * h)


FOREIGN = [
    eigenvalues,
    column_norm,
    least_squares,
    spectrum,
    normal_density,
    many_normals,
    quadrature,
    spline,
    sparse_product,
    matrix_class,
    data_frame,
    response,
]


@pytest.mark.filterwarnings("ignore:the matrix subclass")
@pytest.mark.parametrize("made", FOREIGN)
def test_other_libraries_are_right_or_refused(made):
    function, x, want = made()
    right_or_refused(lambda: la.jacobian(function)(x), want)


def test_minimize_with_a_gradient():
    optimize = pytest.importorskip("scipy.optimize")
    t = np.linspace(0.0, 6.0, 20)
    x, y = 8 * np.cos(t) + 0.1 * np.sin(9 * t), 30 * np.sin(t)

    def error(p, x, y):
        a, b = p
        return np.sum(np.square(1.0 - np.square(x / a) - np.square(y / b)))

    start = np.array([10.0, 20.2])
    got = optimize.minimize(error, start, args=(x, y), jac=la.grad(error, argnums=0))
    near(got.x, optimize.minimize(error, start, args=(x, y)).x, rel=1e-4)


def test_cumprod_over_scenarios():
    r = 1.0 + 0.01 * np.random.default_rng(0).normal(size=(2, 4, 5))
    w = np.full(5, 0.2)
    got = la.grad(lambda w: -np.log(np.cumprod(r.dot(w), axis=1)[:, -1]).mean())(w)
    near(got, -(r / (r @ w)[..., None]).sum(axis=1).mean(axis=0))


# -- loops and branches


def test_conjugate_gradients():
    a = np.array([[4.0, 1.0], [1.0, 3.0]])

    def solve(b):
        x, r, k = np.zeros_like(b), b.copy(), 0
        p = r
        while k < 2:
            step = (r @ r) / (p @ (a @ p))
            x = x + step * p
            new = r - step * (a @ p)
            if np.linalg.norm(new) < 1e-12:
                break
            p, r, k = new + (new @ new) / (r @ r) * p, new, k + 1
        return x

    i, b = np.linalg.inv(a), np.array([1.0, 2.0])
    near(la.grad(lambda b: np.sum(solve(b) ** 2))(b), 2 * i.T @ (i @ b), rel=1e-7)


def test_keplers_equation():
    def anomaly(m, e):
        x = m
        for _ in range(6):
            d = (x - e * math.sin(x) - m) / (1.0 - e * math.cos(x))
            x -= d
            if abs(d) < 1e-13:
                break
        return x

    x = anomaly(1.0, 0.3)
    q = 1.0 - 0.3 * math.cos(x)
    near(la.grad(anomaly)(1.0, 0.3), (1.0 / q, math.sin(x) / q))


def test_escape_time():
    def escape(cx, cy):
        x = y = 0.0
        for i in range(20):
            x, y = x * x - y * y + cx, 2.0 * x * y + cy
            if x * x + y * y > 4.0:
                return i
        return 20

    f = la.compile(escape)
    for c in ((-0.75, 0.3), (0.4, 0.4), (0.0, 0.0)):
        assert f(*c) == escape(*c)


def test_counted_conditions():
    def f(*xs):
        n = 0
        for x in xs:
            n += 1 if x == 0 else 0
        return (1 if n == 2 else 0, 1 if n >= 1 else 0, 1 if n >= 2 else 0)

    assert la.compile(f)(0.0, 1.0, 0.0, 1.0) == (1, 1, 1)


def test_thomas_algorithm():
    def loss(d):
        n = len(d)
        c, y = [0.25] * n, [d[0] / 4.0] * n
        for i in range(1, n):
            m = 4.0 - c[i - 1]
            c[i], y[i] = 1.0 / m, (d[i] - y[i - 1]) / m
        x = y[:]
        for i in range(n - 2, -1, -1):
            x[i] = y[i] - c[i] * x[i + 1]
        return sum(v * v for v in x)

    n = 20
    a = np.diag(np.full(n, 4.0)) + np.diag(np.ones(n - 1), 1) + np.diag(np.ones(n - 1), -1)
    d = np.linspace(0.0, 1.0, n)
    near(la.grad(loss)(d.tolist()), 2 * np.linalg.solve(a.T, np.linalg.solve(a, d)))


def test_runge_kutta():
    mpmath = pytest.importorskip("mpmath")

    def run(x, y, z, one=1.0):
        h, b = one / 100, one * 8 / 3

        def f(s):
            return 10 * (s[1] - s[0]), s[0] * (28 - s[2]) - s[1], s[0] * s[1] - b * s[2]

        def add(s, k, c):
            return tuple(p + c * q for p, q in zip(s, k, strict=True))

        s = (x, y, z)
        for _ in range(4):
            k1 = f(s)
            k2 = f(add(s, k1, h / 2))
            k3 = f(add(s, k2, h / 2))
            k4 = f(add(s, k3, h))
            for k, weight in ((k1, 1), (k2, 2), (k3, 2), (k4, 1)):
                s = add(s, k, h * weight / 6)
        return s[0]

    with mpmath.workdps(50):
        e, o = mpmath.mpf(10) ** -20, mpmath.mpf(1)
        dx = (run(1 + e, o, o, o) - run(1 - e, o, o, o)) / (2 * e)
        dy = (run(o, 1 + e, o, o) - run(o, 1 - e, o, o)) / (2 * e)
    got = la.grad(lambda x, y, z: run(x, y, z))(1.0, 1.0, 1.0)
    near(got[:2], [float(dx), float(dy)])


def test_branches_that_end_in_raise():
    def f(x):
        if x < 1:
            return x * x
        if x < 2:
            return x * x * x
        raise ValueError("out of range")

    near(la.compile(f).jvp((0.5,), (1.0,)), (0.25, 1.0))
    near(la.grad(f)(0.5), 1.0)
    near(la.hessian(f)(1.5), 9.0)


def test_except_around_a_traced_operation():
    def f(x):
        try:
            return math.sqrt(x)
        except ValueError:
            return x * x

    right_or_refused(lambda: [la.compile(f)(-2.0), la.grad(f)(-2.0)], [4.0, -4.0])


# -- state, names, nesting


def test_random_numbers_are_not_frozen():
    rng = np.random.default_rng(1)
    f = la.compile(lambda x: x * rng.normal())
    with contextlib.suppress(TypeError, ValueError):
        assert f(1.0) != f(1.0)


def test_attributes_that_change():
    class Model:
        k = 2.0

        def energy(self, x):
            return self.k * x * x

    m = Model()
    f = la.compile(m.energy)
    assert f(3.0) == 18.0
    m.k = 10.0
    assert f(3.0) == 90.0


def test_perturbations_are_not_confused():
    d = la.grad
    assert d(lambda x: x * d(lambda y: x + y)(1.0))(1.0) == 1.0
    assert d(lambda x: x * d(lambda y: x * y)(1.0))(4.0) == 8.0


def test_perturbations_hidden_in_an_object():
    class Confuse:
        def __init__(self, outer, x):
            self.outer, self.x = outer, x

        def __call__(self, v):
            return v * la.grad(Confuse(False, v))(1.0) if self.outer else self.x + v

    assert la.grad(Confuse(True, 0.0))(1.0) == 1.0


def test_partial_of_a_function():
    f = functools.partial(lambda x, y: np.array([x[0], y[0] * 3.0]), np.array([1.0]))
    near(la.jacobian(f)(np.array([2.0])), [[0.0], [3.0]])


def test_a_variable_inside_and_outside():
    e = math.exp(-3.0)
    got = la.hessian(lambda v: math.exp(v[0] - v[1]) * v[1])([-0.7, 2.3])
    near(got, [[2.3 * e, -1.3 * e], [-1.3 * e, 0.3 * e]])


def test_functions_without_source():
    names = {}
    exec("import math\ndef g(x):\n    return math.sin(x) ** 2\n", names)
    near(la.grad(names["g"])(1.0), math.sin(2.0))


def test_a_lambda_goes_to_another_process():
    g = la.grad(lambda x: math.sin(x) * x)
    g(1.0)
    near(pickle.loads(pickle.dumps(g))(2.0), math.cos(2.0) * 2.0 + math.sin(2.0))


def test_what_is_dropped_is_freed():
    f = la.compile(lambda x: math.sin(x) * x)
    f.grad(1.0)
    seen = weakref.ref(f)
    del f
    gc.collect()
    assert seen() is None
