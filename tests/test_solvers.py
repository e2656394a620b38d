"""Solvers know their derivative: that of the implicit function, whatever the iteration does."""

import math
import pickle

import numpy as np
import pytest

import lazyad as la
from lazyad import Dual

optimize = pytest.importorskip("scipy.optimize")


def close(found, expected, tolerance=1e-12):
    assert found == pytest.approx(expected, rel=tolerance, abs=tolerance)


def kepler(M, e):
    return la.root(lambda E: E - e * math.sin(E) - M, M)


def kepler_within(M, e):
    return la.root(lambda E, M, e: E - e * math.sin(E) - M, bracket=(M - 1.0, M + 1.0), args=(M, e))


def kepler_fixed(M, e):
    return la.fixed_point(lambda E: M + e * math.sin(E), M)


def kepler_brentq(M, e):
    return optimize.brentq(lambda E: E - e * math.sin(E) - M, M - 1.0, M + 1.0, xtol=1e-15)


def kepler_bisect(M, e):
    return optimize.bisect(lambda E, e: E - e * math.sin(E) - M, M - 1.0, M + 1.0, (e,), 1e-15)


def kepler_newton(M, e):
    return optimize.newton(lambda E: E - e * math.sin(E) - M, M, tol=1e-14)


def kepler_scalar(M, e):
    found = optimize.root_scalar(
        lambda E: E - e * math.sin(E) - M, bracket=(M - 1.0, M + 1.0), xtol=1e-15
    )
    return found.root


def kepler_scipys_fixed_point(M, e):
    return optimize.fixed_point(lambda E: M + e * math.sin(E), M, xtol=1e-12)


def kepler_ridder(M, e):
    return optimize.ridder(lambda E: E - e * math.sin(E) - M, M - 1.0, M + 1.0, xtol=1e-15)


KEPLERS = [kepler, kepler_within, kepler_fixed, kepler_brentq, kepler_bisect, kepler_newton]
KEPLERS += [kepler_scalar, kepler_scipys_fixed_point, kepler_ridder]


@pytest.mark.parametrize("function", KEPLERS, ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    ("M", "e"),
    [
        (1.0, 0.3),
        (0.1, 0.9),
        *[pytest.param(*p, marks=pytest.mark.slow) for p in ((-2.0, 0.7), (3.0, 0.0))],
    ],
)
def test_kepler(function, M, e):
    f = la.compile(function)
    E = f(M, e)
    close(E - e * math.sin(E), M)
    d = 1.0 - e * math.cos(E)
    dM, de = 1.0 / d, math.sin(E) / d
    close(f.grad(M, e), (dM, de))
    value, tangent = f.jvp((M, e), (1.0, 2.0))
    close((value, tangent), (E, dM + 2.0 * de))
    dMM = -e * math.sin(E) / d**3
    dMe = (math.cos(E) - e * math.sin(E) * de) * dM / d
    dee = (2.0 * math.cos(E) * de - e * math.sin(E) * de * de) / d
    found = f.hessian(M, e)
    close(found[0], (dMM, dMe), 1e-10)
    close(found[1], (dMe, dee), 1e-10)


@pytest.mark.parametrize("method", ["bisect", "brentq", "newton", "fixed_point"])
@pytest.mark.parametrize("c", [0.3, 2.0, 7.0, -1.5])
def test_the_same_iterations_as_scipys(method, c):
    def solved(c):
        def f(x):
            return math.cos(3.0 * x) * x + 0.1 * c

        if method in ("bisect", "brentq"):
            return getattr(optimize, method)(f, -1.0, 3.0)
        if method == "newton":
            return optimize.newton(f, 0.4 + c)
        return optimize.fixed_point(lambda x: math.cos(x) + 0.1 * c, 0.4)

    close(la.compile(solved)(c), solved(c), 1e-14)


@pytest.mark.parametrize("name", ["bisect", "brentq"])
@pytest.mark.parametrize(("a", "b"), [(2.0, 5.0), (-1.0, 2.0)])
def test_a_root_at_an_end(name, a, b):
    def solved(c):
        return getattr(optimize, name)(lambda x: x - c, a, b)

    f = la.compile(solved)
    assert f(2.0) == solved(2.0) == 2.0
    assert f.grad(2.0) == 1.0


def test_the_derivative_is_exact_to_every_order():
    cube = la.compile(lambda c: la.root(lambda x: x**3 - c, 1.0))
    derivative, expected = cube, 1.0 / 3.0
    c, value = 5.0, 5.0 ** (1.0 / 3.0)
    close(cube(c), value)
    for order in range(1, 5):
        derivative = la.grad(derivative)
        close(derivative(c), expected * value / c**order, 1e-10)
        expected *= 1.0 / 3.0 - order


DOUBLE_ROOTS = {
    "newton": lambda c: la.root(lambda x: (x - 1.0) ** 2 - c, 2.0),
    "a triple root": lambda c: la.root(lambda x: (x - 1.0) ** 3 - c, 2.0),
    "in a bracket": lambda c: la.root(lambda x: x**3 - c, bracket=(-1.0, 1.1)),
    "SciPy's newton": lambda c: optimize.newton(lambda x: (x - 1.0) ** 2 - c, 2.0),
    "SciPy's bisect": lambda c: optimize.bisect(lambda x: x**3 - c, -1.0, 1.1),
    "a flat valley": lambda c: optimize.minimize_scalar(lambda x: x**4 - c * x).x,
}


@pytest.mark.parametrize("name", DOUBLE_ROOTS)
def test_a_double_root_has_no_derivative(name):
    """A solver stops near it, where the slope is not 0 but halves with Newton's next step."""
    f = la.compile(DOUBLE_ROOTS[name])
    with pytest.raises(ValueError, match="singular there, as at a double root"):
        f.grad(0.0)
    power = 3.0 if name in {"a triple root", "in a bracket", "SciPy's bisect"} else 2.0
    c = 1e-4
    if name == "a flat valley":  # 4 x**3 = c
        close(f.grad(c), (c / 4.0) ** (1.0 / 3.0) / c / 3.0, 1e-4)
    else:
        close(f.grad(c), c ** (1.0 / power - 1.0) / power, 1e-4)


def own_bisection(a):
    low, high = 0.1 * a, 2.0 + a
    while high - low > 1e-12:
        middle = 0.5 * (low + high)
        if middle * middle > 2.0:
            high = middle
        else:
            low = middle
    return low


STARTS = {
    "newton": lambda a: la.root(lambda x: x * x - 2.0, a),
    "a double root": lambda a: la.root(lambda x: (x - 1.0) ** 2, a),
    "SciPy's newton": lambda a: optimize.newton(lambda x: x * x - 2.0, a),
    "SciPy's fixed point": lambda a: optimize.fixed_point(math.cos, a),
    "in a bracket": lambda a: optimize.brentq(lambda x: x * x - 2.0, 0.1 * a, 2.0 + a),
    "a jump": lambda a: optimize.bisect(lambda x: 1.0 if x > 1.0 else -1.0, -a, 2.0 + a),
    "a system": lambda a: optimize.fsolve(lambda x: [x[0] ** 2 - 2.0, x[1] - x[0]], [a, a])[1],
    "a minimum": lambda a: optimize.minimize(lambda x: (x[0] - 1.0) ** 2, [a]).x[0],
    "a solver of one's own": la.implicit(lambda x, a: x * x - 2.0 + 0.0 * a)(own_bisection),
}
VALLEYS = {
    "in a bracket": lambda a: optimize.brentq(
        lambda x: np.where(x > 2.0, x - 2.0, np.where(x < 1.0, x - 1.0, 0.0)), a - 3.0, 4.0
    ),
    "a fixed point": lambda a: optimize.fixed_point(lambda x: x, a),
    "a system": lambda a: optimize.fsolve(
        lambda x: np.stack([x[0] + x[1] - 2.0, 2.0 * x[0] + 2.0 * x[1] - 4.0]), [a, 0.0]
    )[1],
    "a minimum": lambda a: optimize.minimize(lambda x: (x[0] - 1.0) ** 2, [a, a]).x[1],
}


@pytest.mark.parametrize("name", STARTS)
def test_a_solution_does_not_depend_on_where_its_solver_begins(name, recwarn):
    """The derivative of the iteration is not 0, nor is it anything else that is meant."""
    f = la.compile(STARTS[name])
    close(f(1.5), STARTS[name](1.5), 1e-8)
    assert f.grad(1.5) == f.jvp((1.5,), (1.0,))[1] == la.grad(f.grad)(1.5) == 0.0
    assert pickle.loads(pickle.dumps(f)).grad(1.5) == 0.0
    assert not [one for one in recwarn if issubclass(one.category, la.BisectionWarning)]


@pytest.mark.parametrize("name", VALLEYS)
@pytest.mark.parametrize("target", ["python", "array"])
def test_in_a_flat_valley_a_solution_depends_on_its_start(name, target):
    f = la.compile(VALLEYS[name], target=target)
    close(f(1.5), VALLEYS[name](1.5), 1e-9)
    for derivative in (f.grad, lambda a: f.jvp((a,), (1.0,))):
        with pytest.raises(ValueError, match="flat valley") as caught:
            derivative(1.5)
        assert "test_solvers.py" in three_parts(caught)


def compressibility(p, t):
    """By the equation of state of Peng and Robinson, of methane: the gas is the largest root."""
    r = 0.08314
    a = 0.45724 * r * r * 190.6**2 / 45.99 * (1.0 + 0.3929 * (1.0 - (t / 190.6) ** 0.5)) ** 2
    b = 0.0778 * r * 190.6 / 45.99
    A, B = a * p / (r * t) ** 2, b * p / (r * t)
    z = np.roots([1.0, B - 1.0, A - 3.0 * B * B - 2.0 * B, B**3 + B * B - A * B])
    return np.max(z[np.isreal(z)].real)


@pytest.mark.parametrize("target", ["python", "native"])
@pytest.mark.parametrize("point", [(10.0, 300.0), (20.0, 160.0)])  # one real root, and three
def test_roots_of_a_polynomial(target, point):
    f = la.compile(compressibility, target=target)
    assert f(*point) == compressibility(*point)
    for at, slope in enumerate(f.grad(*point)):
        step = np.eye(2)[at] * 1e-5 * point[at]
        up, down = point + step, point - step
        close(slope, (compressibility(*up) - compressibility(*down)) / (2e-5 * point[at]), 1e-7)
        bend = np.subtract(f.grad(*up), f.grad(*down)) / (2e-5 * point[at])
        close(f.hessian(*point)[at], bend, 1e-6)


def test_complex_roots_of_a_polynomial():
    def f(a, b, c):
        return np.roots([0.0, a, b, c])

    close(np.array(la.compile(f)(1.0, 1.0, 2.0)), f(1.0, 1.0, 2.0))
    root = complex(-0.5, math.sqrt(7.0) / 2.0)  # z = (-1 + sqrt(1 - 8)) / 2
    slopes = [column[0] for column in la.jacobian(f)(1.0, 1.0, 2.0)]
    close(slopes, [-(root**power) / (2.0 * root + 1.0) for power in (2, 1, 0)])
    with pytest.raises(ValueError, match="the first coefficient of a polynomial is 0") as error:
        la.compile(f)(0.0, 1.0, 2.0)
    assert "which has fewer roots" in three_parts(error)
    with pytest.raises(ValueError, match="a double root"):
        la.jacobian(f)(1.0, -2.0, 1.0)
    assert la.compile(lambda a: len(np.roots([a])) + a)(2.0) == 2.0


def test_implied_volatility():
    def cdf(x):
        return 0.5 * math.erfc(-x / math.sqrt(2.0))

    def price(sigma, S, K, r, T):
        d1 = (math.log(S / K) + (r + 0.5 * sigma * sigma) * T) / (sigma * math.sqrt(T))
        return S * cdf(d1) - K * math.exp(-r * T) * cdf(d1 - sigma * math.sqrt(T))

    @la.compile
    def implied(p, S, K, r, T):
        return la.root(lambda s: price(s, S, K, r, T) - p, bracket=(0.01, 3.0))

    S, K, r, T, sigma = 100.0, 110.0, 0.02, 1.5, 0.25
    p = price(sigma, S, K, r, T)
    close(implied(p, S, K, r, T), sigma, 1e-11)
    slopes = la.compile(price).grad(sigma, S, K, r, T)
    expected = [1.0 / slopes[0], *[-one / slopes[0] for one in slopes[1:]]]
    close(list(implied.grad(p, S, K, r, T)), expected, 1e-10)


def test_against_mpmath():
    mpmath = pytest.importorskip("mpmath")
    f = la.compile(lambda a, b: la.root(lambda x: x * math.exp(a * x) + math.log(x) - b, 1.0))

    def exact(a, b):
        return mpmath.findroot(lambda x: x * mpmath.exp(a * x) + mpmath.log(x) - b, 1.0)

    with mpmath.workdps(40):
        close(f(0.7, 2.0), float(exact(mpmath.mpf(0.7), 2)))
        for at, order in (((1, 0)), (1, 0)), (((0, 1)), (0, 1)):
            close(f.grad(0.7, 2.0)[at.index(1)], float(mpmath.diff(exact, (0.7, 2), order)))
        second = float(mpmath.diff(exact, (mpmath.mpf(0.7), 2), (1, 1)))
        close(f.hessian(0.7, 2.0)[0][1], second, 1e-10)


def test_plain_numbers():
    close(la.root(lambda x: x * x - 2.0, bracket=(0, 2)), math.sqrt(2.0))
    close(la.fixed_point(math.cos, 1.0), 0.7390851332151607)


@pytest.mark.parametrize(
    "bracket", [(0.0, 1.0), (-1.0, 1.0), (-1.0, 0.0), (-3.0, 1.0), (1.0, -3.0)]
)
@pytest.mark.parametrize("f", [math.sin, math.expm1, lambda x: x**3, lambda x: math.exp(x) - 1.0])
def test_a_root_at_zero(f, bracket):
    close(la.root(f, bracket=bracket), 0.0, 1e-7)


def test_a_residual_with_branches_and_a_loop():
    def loss(x, k):
        total = 0.0
        for i in range(40):
            total = total + math.sin(x / (i + 1.0)) * k
        return total if x > 0.0 else x

    f = la.compile(lambda k, c: la.root(lambda x: loss(x, k) - c, 0.5))
    x = f(1.0, 1.5)
    close(loss(x, 1.0), 1.5)
    slope = sum(math.cos(x / i) / i for i in range(1, 41))
    close(f.grad(1.0, 1.5), (-1.5 / slope, 1.0 / slope))


def test_the_loop_carries_no_tangents():
    f = la.compile(kepler)
    loop = f.source.partition("for ")[2].partition("raise")[0]
    assert "range(100)" in loop
    assert "dM" not in loop


def three_parts(caught):
    message = str(caught.value)
    for part in ("\n  where: ", "\n  instead: ", "test_solvers.py"):
        assert part in message
    return message


@pytest.mark.parametrize(
    ("solve", "said"),
    [
        (lambda c: la.root(lambda x: x * x + c, bracket=(1.0, 2.0)), "same sign"),
        (lambda c: la.root(lambda x: x * x + c, 0.5), "not converged in 100 rounds"),
        (lambda c: la.root(lambda x: x * x + c, 0.0), "slope"),
    ],
)
def test_errors(solve, said):
    for call in (solve, la.compile(solve), la.compile(solve).grad):
        with pytest.raises(ValueError, match=said) as caught:
            call(1.0)
        three_parts(caught)


def test_what_is_no_equation():
    with pytest.raises(TypeError) as caught:
        la.compile(lambda c: la.root(lambda x: "x", c))(1.0)
    assert "returns a str" in three_parts(caught)
    with pytest.raises(TypeError) as caught:
        la.root(math.sin)
    assert "neither" in three_parts(caught)
    with pytest.raises(TypeError) as caught:
        la.root(math.sin, Dual(1.0, 1.0))
    assert "Dual" in three_parts(caught)


def halved_at_the_head(a, high):
    low = 0.0
    while high - low > 1e-12:
        middle = 0.5 * (low + high)
        if middle * middle > a:
            high = middle
        else:
            low = middle
    return low


def halved_at_the_end(a, high):
    low, middle = 0.0, 0.5 * high
    while high - low > 1e-12:
        if middle * middle > a:
            high = middle
        else:
            low = middle
        middle = 0.5 * (low + high)
    return middle


def golden(a, high):
    """The function's values are carried too, and compared."""

    def f(x):
        return (x - math.sqrt(a)) ** 2

    ratio = 0.5 * (math.sqrt(5.0) - 1.0)
    low = 0.0
    c, d = high - ratio * (high - low), low + ratio * (high - low)
    fc, fd = f(c), f(d)
    while high - low > 1e-12:
        if fc < fd:
            high, d, fd = d, c, fc
            c = high - ratio * (high - low)
            fc = f(c)
        else:
            low, c, fc = c, d, fd
            d = low + ratio * (high - low)
            fd = f(d)
    return low


@pytest.mark.parametrize("halved", [halved_at_the_head, halved_at_the_end, golden])
@pytest.mark.parametrize("start", [lambda a: 10.0, lambda a: a + 1.0])
def test_a_bisection_of_the_users_is_warned_of(halved, start):
    f = la.compile(lambda a: halved(a, start(a)))
    close(f(2.0), math.sqrt(2.0), 1e-11)
    with pytest.warns(la.BisectionWarning, match=r"la\.root") as caught:
        f.grad(2.0)
    assert len(caught) == 1


def test_nothing_else_is_warned_of(recwarn):
    def newton(a):
        x = a
        while abs(x * x - a) > 1e-13:
            x = 0.5 * (x + a / x)
        return x

    def count(a):
        n, x = 0.0, 1.0
        while x < a:
            n, x = (n + 1.0 if x * x > a else n), 1.5 * x
        return a * n

    def fibonacci(a):
        one, other = 1.0, 1.0
        while other < a:
            one, other = other, one + other
        return one

    def last_below(a):
        x, y, last = 2.0, 1.0, 0.0
        while x > 1e-3:
            last = last if x > a else x
            x, y = 0.9 * x, 0.5 * (x + y)
        return last + y

    def false_position(a):
        low, high = 0.0, 4.0
        at_low, at_high = low * low - a, high * high - a
        while high - low > 1e-3 and abs(at_low) > 1e-9:
            x = high - at_high * (high - low) / (at_high - at_low)
            at = x * x - a
            if at > 0.0:
                high, at_high = x, at
            else:
                low, at_low = x, at
        return low

    for f in (newton, count, fibonacci, last_below, false_position, kepler_within, kepler_brentq):
        la.compile(f).grad(*(2.0, 0.1)[: 2 if "kepler" in f.__name__ else 1])
    assert not [one for one in recwarn if issubclass(one.category, la.BisectionWarning)]


@pytest.mark.parametrize("function", [kepler, pytest.param(kepler_brentq, marks=pytest.mark.slow)])
def test_a_graph_with_a_root_pickles(function):
    f = la.compile(function)
    expected = f(1.0, 0.3), f.grad(1.0, 0.3), f.hessian(1.0, 0.3)
    g = pickle.loads(pickle.dumps(f))
    assert (g(1.0, 0.3), g.grad(1.0, 0.3), g.hessian(1.0, 0.3)) == expected
    assert str(pickle.loads(pickle.dumps(f.trace))) == str(f.trace)


def root_and_list(p):
    """Lists of other lengths do not join: the function runs again, and finds its root again."""
    root = optimize.fsolve(lambda x: x * x * x - p, 1.0)[0]
    found = [root]
    if root > 1.5:
        found.append(2.0 * root)
    if root > 1.7:
        found.append(3.0 * root)
    return sum(found)


def test_a_solution_is_found_again_where_branches_do_not_join():
    compiled = la.compile(root_and_list)
    for p, times in ((9.0, 6.0), (1.0, 1.0), (4.0, 3.0)):
        assert compiled(p) == pytest.approx(times * p ** (1 / 3), rel=1e-12)
        assert compiled.grad(p) == pytest.approx(times / 3.0 * p ** (-2 / 3), rel=1e-9)


def long_table(p):
    coefficients = [0.01 * k for k in range(1, 31)]
    powers = [float(k % 5) for k in range(30)]

    def residual(x):
        total = 0.0
        for n, d in zip(coefficients, powers, strict=True):
            total += n * x**d
        return total - p

    return optimize.brentq(residual, 0.0, 5.0, xtol=1e-14)


def test_an_equation_reads_tables_of_constants():
    compiled = la.compile(long_table)
    for p in (4.0, 9.0):
        slope = (long_table(p + 1e-4) - long_table(p - 1e-4)) / 2e-4
        assert compiled(p) == pytest.approx(long_table(p), rel=1e-13)
        assert compiled.grad(p) == pytest.approx(slope, rel=1e-7)


def test_a_solver_of_ones_own_has_its_own_parameters():
    @la.implicit(lambda x, a: x * x - a)
    def root_of(a):
        return a**0.5

    assert la.grad(root_of)(9.0) == 1 / 6
    assert la.compile(root_of)(a=9.0) == 3.0


# -- what is solved where arrays are kept whole

integrate = pytest.importorskip("scipy.integrate")


def whole_brentq(a, b):
    found = optimize.brentq(lambda x: (b**2 * np.exp(x)).sum() - a[0, 0], -2.0, 5.0, xtol=1e-14)
    return found * b


def whole_newton(a, b):
    return la.root(lambda x: (b**2 * np.exp(x)).sum() - a[0, 0], 1.0) * a


def whole_fsolve(a, b):
    return optimize.fsolve(lambda x: a @ x + 0.1 * x**3 - b, np.zeros(2), xtol=1e-13)


def whole_minimum(a, b):
    return la.minimize(lambda x: x @ (a @ a.T) @ x - b @ x + 0.1 * (x**4).sum(), np.zeros(2))


@la.implicit(lambda x, a, b: a @ x - b)
def whole_solver(a, b):
    return np.linalg.inv(a) @ b


def whole_quad(a, b):
    return integrate.quad(lambda t: (a @ b * np.exp(-t * b)).sum(), b[0], a[0, 0])[0]


def whole_flow(a, b):
    times = np.array([0.0, 0.4, 1.0])
    return integrate.odeint(lambda y, t: np.sin(t) - a @ y, b, times, rtol=1e-11, atol=1e-12)


def whole_rounds(a, b):
    def step(x, row):
        return optimize.fsolve(lambda z: z + 0.1 * z**3 - x * row, x, xtol=1e-13), x

    return la.scan(step, b, a)[0]


WHOLE = [whole_brentq, whole_fsolve, whole_flow]
RARE = [whole_quad, whole_newton, whole_minimum, whole_solver, whole_rounds]
WHOLE += [pytest.param(function, marks=pytest.mark.slow) for function in RARE]


@pytest.mark.parametrize("function", WHOLE, ids=lambda function: function.__name__)
def test_whole_arrays(function):
    a, b = np.array([[3.0, 0.5], [0.2, 2.0]]), np.array([0.7, -0.4])
    way = np.array([[0.3, -0.1], [0.7, 0.2]]), np.array([-0.2, 0.4])

    def moved(f, h=1e-5):
        ends = [f(a + s * way[0], b + s * way[1]) for s in (h, -h)]
        return [(x - y) / (2.0 * h) for x, y in zip(*map(leaves, ends), strict=True)]

    compiled = la.compile(function, target="array")
    value, tangent = compiled.jvp((a, b), way)
    np.testing.assert_allclose(value, function(a, b), rtol=1e-9, atol=1e-10)
    np.testing.assert_allclose(tangent, moved(function)[0], rtol=1e-7, atol=1e-8)
    weight = np.cos(np.arange(np.size(value))).reshape(np.shape(value))
    pulled = compiled.vjp((a, b), weight)[1]
    along = sum((one * d).sum() for one, d in zip(pulled, way, strict=True))
    close(along, np.sum(weight * tangent), 1e-9)
    total = la.compile(lambda a, b: (function(a, b) ** 2).sum(), target="array")
    for one, other in zip(total.hvp((a, b), way), moved(total.grad), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-6, atol=1e-7)


def leaves(value):
    return value if isinstance(value, tuple) else (value,)


def test_whole_arrays_say_where_a_solution_has_no_derivative():
    double = la.compile(lambda p: la.root(lambda x: (x - p.sum()) ** 2, 0.0), target="array")
    with pytest.raises(ValueError, match=r"(?s)singular.*test_solvers.py"):
        double.grad(np.ones(2))
    with pytest.raises(TypeError, match="target 'array'"):
        la.compile(whole_quad, target="xp")(np.eye(2), np.ones(2))
    solved = la.compile(whole_fsolve, target="array")
    a, b = np.eye(2), np.ones(2)
    again = pickle.loads(pickle.dumps(solved.lower(a, b)))
    np.testing.assert_array_equal(again(a, b), solved(a, b))


@pytest.mark.parametrize("name", ["brentq", "bisect"])
@pytest.mark.parametrize("scale", [1e-300, 1e-160, 1e200])
def test_a_bracket_is_known_by_signs_however_small_the_function_is(name, scale):
    """The product of two values of 1e-160 has no digits, and that of smaller ones is 0."""
    solve = getattr(optimize, name)
    f = la.compile(lambda t: solve(lambda z: scale * (z**3 - t), 0.0, 5.0, xtol=1e-14))
    assert f(2.0) == pytest.approx(2.0 ** (1 / 3), rel=1e-13)
    with pytest.raises(ValueError, match="the same sign"):
        f(200.0)


def test_a_condition_of_the_arguments_is_read_inside():
    def f(k, a):
        def cost(u):
            return np.where((k > 0.0) & (u[0] > -9.0), (u[0] - a) ** 2, (u[0] + a) ** 2) + 1.0

        return optimize.minimize(cost, [0.1], method="L-BFGS-B", tol=1e-12).x[0]

    compiled = la.compile(f)
    assert compiled.grad(1.0, 0.7) == pytest.approx((0.0, 1.0), abs=1e-6)
    assert compiled.grad(-1.0, 0.7) == pytest.approx((0.0, -1.0), abs=1e-6)


@pytest.mark.parametrize("solver", [optimize.brentq, optimize.bisect])
def test_a_bracket_of_nans_has_no_root(solver):
    f = la.compile(lambda a: solver(lambda x: x * x - a, 0.0, 2.0))
    assert f(1.0) == pytest.approx(1.0)
    with pytest.raises(ValueError, match="or is nan"):
        f(math.nan)


@pytest.mark.parametrize("solver", [optimize.brentq, optimize.bisect])
def test_nor_has_one_that_is_nan_inside(solver):
    f = la.compile(lambda a: solver(lambda x: np.log((x - 1.0) ** 2 - 0.5) * 0.0 + x - a, 0.0, 2.0))
    with pytest.raises(ValueError, match="is NaN"):
        f(1.1)
