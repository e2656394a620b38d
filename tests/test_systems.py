"""Solvers for several unknowns, and minima: the derivative is that of the implicit function."""

import functools
import math
import pickle

import black
import mpmath
import numpy as np
import pytest

import lazyad as la

linalg = pytest.importorskip("scipy.linalg")
optimize = pytest.importorskip("scipy.optimize")


def close(found, expected, tolerance=1e-9):
    np.testing.assert_allclose(found, expected, rtol=tolerance, atol=tolerance)


# x with x0**2 + x1 = a and x0 = b x1**3, found in many ways.


def residual(x, a, b):
    return [x[0] ** 2 + x[1] - a, x[0] - b * x[1] ** 3]


def by_root(a, b):
    return la.root(lambda x: residual(x, a, b), [1.0, 1.0])


def by_root_of_an_array(a, b):
    return la.root(lambda x, c: np.array([x @ x + x[1] - x[1] ** 2 - c, x[0] - b * x[1] ** 3]),
                   np.array([1.0, 1.0]), args=(a,))  # fmt: skip


def from_a_traced_start(a, b):
    return la.root(residual, (0.5 * a, 1.0 + b), args=(a, b))


def by_fixed_point(a, b):
    return la.fixed_point(lambda x: (b * x[1] ** 3, a - x[0] ** 2), (1.0, 1.0))


def by_fsolve(a, b):
    return optimize.fsolve(residual, [1.0, 1.0], args=(a, b), xtol=1e-13)


def by_scipys_root(a, b):
    return optimize.root(lambda x: np.array(residual(x, a, b)), [1.0, 1.0], tol=1e-13).x


def by_levenberg(a, b):
    return optimize.root(residual, [1.0, 1.0], (a, b), "lm", tol=1e-13)["x"]


def by_least_squares(a, b):
    sol = optimize.least_squares(residual, [1.0, 1.0], args=(a, b), xtol=1e-15, ftol=1e-15)
    return sol.x


def by_minimize(a, b):
    return la.minimize(lambda x: sum(r * r for r in residual(x, a, b)), [1.0, 1.0])


@la.implicit(residual)
def own_solver(a, b):
    x, y = 1.0, 1.0
    for _ in range(50):  # x from the second equation, Newton's step for y
        f = (b * y**3) ** 2 + y - a
        y = y - f / (6.0 * b * b * y**5 + 1.0)
        x = b * y**3
    return [x, y]


def by_own_solver(a, b):
    return own_solver(a, b)


WAYS = [
    by_root,
    by_fixed_point,
    by_root_of_an_array,
    from_a_traced_start,
    by_fsolve,
    by_scipys_root,
]
WAYS += [by_levenberg, by_least_squares, by_minimize, by_own_solver]


def exact(a, b):
    """The solution, its Jacobian, and the second derivatives of x0 in a and b."""
    x = np.array([1.0, 1.0])
    for _ in range(60):
        j = np.array([[2.0 * x[0], 1.0], [1.0, -3.0 * b * x[1] ** 2]])
        x = x - np.linalg.solve(j, residual(x, a, b))
    return x, np.linalg.solve(j, np.array([[1.0, 0.0], [0.0, x[1] ** 3]]))


@pytest.mark.parametrize("function", WAYS, ids=lambda f: f.__name__)
@pytest.mark.parametrize(("a", "b"), [(2.0, 0.5), pytest.param(3.1, 1.4, marks=pytest.mark.slow)])
def test_two_unknowns(function, a, b):
    f = la.compile(function)
    x, jacobian = exact(a, b)
    found = f(a, b)
    close(found, x)
    assert type(found) is type(function(a, b))
    rows = f.jacobian(a, b)
    shaped = np.stack(rows, axis=-1) if isinstance(rows[0], np.ndarray) else np.array(rows)
    close(shaped, jacobian, 1e-7)
    h = 1e-5
    product = la.compile(lambda a, b: function(a, b)[0] * function(a, b)[1])
    up, down = [np.prod(exact(a + h, b)[0]), np.prod(exact(a - h, b)[0])]
    close(product.grad(a, b)[0], (up - down) / (2.0 * h), 1e-6)
    slopes = [exact(a + s * h, b) for s in (1.0, -1.0)]
    grads = [x[0] * j[1] + x[1] * j[0] for x, j in slopes]
    close(np.array(product.hessian(a, b))[0], (grads[0] - grads[1]) / (2.0 * h), 1e-5)


@pytest.mark.slow
def test_a_linear_system_of_many():
    n = 6
    rng = np.random.default_rng(3)
    m, v = rng.normal(size=(n, n)), rng.normal(size=n)

    def f(t):
        return la.root(lambda x: m @ x + t * x - v, np.zeros(n))

    g = la.compile(f)
    close(g(0.7), np.linalg.solve(m + 0.7 * np.eye(n), v), 1e-10)
    inverse = np.linalg.inv(m + 0.7 * np.eye(n))
    close(g.jacobian(0.7), -inverse @ inverse @ v, 1e-9)
    close(la.jacobian(la.jacobian(f))(0.7), 2.0 * inverse @ inverse @ inverse @ v, 1e-8)


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
def test_the_scale_of_the_unknowns(scale):
    f = la.compile(lambda c: la.root(lambda x: [x[0] * x[1] - c * scale**2, x[0] - 2.0 * x[1]],
                                     [scale, scale]))  # fmt: skip
    close(f(3.0)[0] / scale, math.sqrt(6.0), 1e-12)
    close(f.jacobian(3.0)[0] / scale, 0.5 * math.sqrt(2.0 / 3.0), 1e-12)


def test_a_solution_at_zero():
    f = la.compile(lambda c: la.root(lambda x: [math.sin(x[0]) - c * x[1], x[1] + x[0] ** 3],
                                     [0.4, 0.3]))  # fmt: skip
    close(f(0.5), (0.0, 0.0), 1e-12)
    close(f.jacobian(0.5), (0.0, 0.0), 1e-12)


# -- minima


def valley(x, a, b):
    return (x[0] - a) ** 4 + b * (x[0] - 1.0) ** 2 + (a * x[1] - b) ** 2 + math.exp(x[0] * x[1])


def stationary(function, a, b):
    """The gradient of `valley` where the function says that it is least, and the solution's
    derivative by its Hessian."""
    x = np.array(function(a, b))
    slopes = la.compile(lambda x, y, a, b: valley([x, y], a, b))
    hessian = np.array(slopes.hessian(*x, a, b))
    gradient = np.array(slopes.grad(*x, a, b))[:2]
    return x, gradient, -np.linalg.solve(hessian[:2, :2], hessian[:2, 2:])


@pytest.mark.parametrize(
    "method",
    [
        *["la", "BFGS"],
        *[
            pytest.param(one, marks=pytest.mark.slow)
            for one in ("CG", "L-BFGS-B", "SLSQP", "Nelder-Mead")
        ],
    ],
)
def test_minima(method):
    def function(a, b):
        if method == "la":
            return la.minimize(lambda x: valley(x, a, b), np.array([0.3, 0.2]))
        return optimize.minimize(valley, [0.3, 0.2], (a, b), method, tol=1e-10).x

    f = la.compile(function)
    close(f(2.0, 0.5), function(2.0, 0.5), 1e-5)
    _, gradient, derivative = stationary(f, 2.0, 0.5)
    close(gradient, 0.0, 1e-4 if method == "Nelder-Mead" else 1e-5)
    close(np.stack(f.jacobian(2.0, 0.5), axis=-1), derivative, 1e-9)
    again = la.compile(lambda a, b: function(a, b)[0])
    h = 1e-4
    slopes = [np.array(again.grad(2.0 + s * h, 0.5)) for s in (1.0, -1.0)]
    # As far as SciPy's iteration goes, so exact are differences of what it finds.
    tolerance = {"Nelder-Mead": 1e-2, "SLSQP": 1e-3, "L-BFGS-B": 1e-3}.get(method, 1e-5)
    close(again.hessian(2.0, 0.5)[0], (slopes[0] - slopes[1]) / (2.0 * h), tolerance)


def test_the_value_at_a_minimum():
    f = la.compile(lambda a, b: optimize.minimize(valley, [0.3, 0.2], (a, b), tol=1e-10).fun)
    x = optimize.minimize(valley, [0.3, 0.2], (2.0, 0.5), tol=1e-10).x
    _, _, da, db = la.compile(lambda x, y, a, b: valley([x, y], a, b)).grad(*x, 2.0, 0.5)
    close(f.grad(2.0, 0.5), (da, db), 1e-6)  # the envelope theorem


def test_a_triangle_is_solved_without_a_choice_of_pivots():
    a, b = np.array([[2.0, 9.0, 9.0], [3.0, 0.5, 9.0], [4.0, 5.0, 1.0]]), np.array([1.0, 2.0, 3.0])
    for lower in (True, False):
        for trans in (0, 1):
            f = la.compile(lambda a, b: linalg.solve_triangular(a, b, trans, lower))  # noqa: B023
            close(f(a, b), linalg.solve_triangular(a, b, trans, lower))
            assert " if " not in f.lower(a, b).source
            inside, beside = f.jvp((a, b), (a, 2.0 * b))
            close(beside, inside)  # of b / a, as of 2 / 1


def _definite(numbers, n):
    m = numbers.normal(size=(n, n))
    return m @ m.T + np.eye(n)


MATRIX_EQUATIONS = {
    "solve_sylvester": lambda a, b, q, r: (a + 2.0 * np.eye(2), r + a, q),
    "solve_continuous_lyapunov": lambda a, b, q, r: (a - 3.0 * np.eye(2), q),
    "solve_discrete_lyapunov": lambda a, b, q, r: (0.3 * a, q),
    "solve_continuous_are": lambda a, b, q, r: (a, b, q, r),
    "solve_discrete_are": lambda a, b, q, r: (a, b, q, r),
}


@pytest.mark.parametrize("name", MATRIX_EQUATIONS)
def test_matrix_equations(name):
    numbers, solve = np.random.default_rng(3), getattr(linalg, name)
    wanted, moved = [
        MATRIX_EQUATIONS[name](a, a[:, :1] if name.endswith("are") else a, q, q[:1, :1] + 1.0)
        for a, q in [(numbers.normal(size=(2, 2)), _definite(numbers, 2)) for _ in range(2)]
    ]
    f = la.compile(lambda *given: solve(*given))
    value, tangent = f.jvp(wanted, moved)
    close(value, solve(*wanted), 1e-12)
    up, down = [
        solve(*[x + h * d for x, d in zip(wanted, moved, strict=True)]) for h in (1e-6, -1e-6)
    ]
    close(tangent, (up - down) / 2e-6, 1e-7)


def test_shapes_of_matrix_equations():
    """What had as many elements was taken for the matrix."""
    a, column = np.array([[1.0, 0.2], [0.3, 2.0]]), np.array([[1.0], [0.0]])
    regulated = la.compile(lambda a, r: linalg.solve_continuous_are(a, column, np.eye(2), r))
    close(regulated(a, 2.0), linalg.solve_continuous_are(a, column, np.eye(2), 2.0))
    for wrong in (
        lambda a: linalg.solve_sylvester(a, np.eye(3), np.ones((3, 2))),
        lambda a: linalg.solve_continuous_lyapunov(a, np.ones(4)),
        lambda a: linalg.solve_continuous_are(a, column[:, 0], np.eye(2), np.eye(1)),
        lambda a: linalg.solve_continuous_are(a, column, np.ones(4), np.eye(1)),
    ):
        with pytest.raises(ValueError, match="has the shape") as error:
            la.compile(wrong)(a)
        three_parts(error)


def test_a_riccati_equation_of_another_form_is_refused():
    one = np.eye(2)
    with pytest.raises(TypeError) as error:
        la.compile(lambda a: linalg.solve_continuous_are(a, a, one, one, e=one))(one)
    three_parts(error)
    said = "solve_continuous_are of traced values with e=Array([[1.0, 0.0], [0.0, 1.0]]"
    assert said in str(error.value)


@pytest.mark.parametrize("n", [2, 3, 4])
def test_what_is_nearly_of_rank_one_is_solved_as_by_numpy(n):
    """Cofactors of three rows were wrong by the square of the condition."""
    mpmath = pytest.importorskip("mpmath")
    solved, inverted = la.compile(np.linalg.solve), la.compile(np.linalg.inv)
    bands = la.compile(lambda ab, b: linalg.solveh_banded(ab, b, lower=True))
    for seed in range(5):
        numbers = np.random.default_rng(seed)
        row, b = numbers.uniform(-2.0, 2.0, (2, n))
        a = 1e6 * np.outer(row, row) + np.diag(numbers.uniform(0.01, 1.0, n))
        least = 1e-15 * np.linalg.cond(a)
        with mpmath.workdps(50):
            whole = mpmath.matrix(a.tolist())
            inverse = np.array((whole**-1).tolist(), float)
            exact = np.array([*map(float, mpmath.lu_solve(whole, mpmath.matrix(b.tolist())))])
        ab = np.array([[*np.diag(a, -k), *[0.0] * k] for k in range(n)])
        for got in (solved(a, b), bands(ab, b)):
            assert np.max(abs(got - exact)) <= least * np.max(abs(exact))
        assert np.max(abs(inverted(a) - inverse)) <= least * np.max(abs(inverse))


@pytest.mark.parametrize("solver", [optimize.minimize, optimize.root, optimize.fsolve])
@pytest.mark.parametrize("start", [2.0, [2.0]])
def test_an_unknown_is_an_array_however_it_starts(solver, start):
    def function(c):
        found = solver(lambda x: (x[0] - c) ** 2 if solver is optimize.minimize else x - c, start)
        return found if solver is optimize.fsolve else found.x

    assert la.compile(function)(1.25).shape == function(1.25).shape == (1,)


def test_the_ways_of_an_objective_return_a_number_or_an_array_of_one():
    def loss(x, a):  # as the price of an option that is worth nothing
        return 9.0 if x <= 0.0 else (a * x - 2.0) ** 2

    f = la.compile(lambda a: optimize.minimize(loss, 1.0, a, tol=1e-10).x[0])
    close((f(4.0), f.grad(4.0)), (0.5, -0.125), 1e-7)


@pytest.mark.parametrize(
    "options",
    [
        {"tol": 1e-12},
        {"bounds": (0.0, 3.0)},
        {"bracket": (0, 3)},
        {"bounds": (0.0, 3.0), "options": {"xatol": 1e-9}},
    ],
)
def test_minima_of_one_number(options):
    def function(a, b):
        sol = optimize.minimize_scalar(lambda x: (x - a) ** 4 + b * (x - 1.0) ** 2, **options)
        return sol.x

    f, a, b = la.compile(function), 2.0, 0.5
    x = f(a, b)
    close(x, function(a, b))
    bend = 12.0 * (x - a) ** 2 + 2.0 * b
    close(f.grad(a, b), (12.0 * (x - a) ** 2 / bend, -2.0 * (x - 1.0) / bend), 1e-12)


def basin(x, a):
    return (x[0] - a) ** 2 + (x[1] - 0.7) ** 2 + 0.5 * x[0] * x[1] + 0.1 * x[0] ** 4


def slopes_of_a_basin(x, a):
    return [x[0] - a, x[1] - 0.7, 0.5 * x[0] * x[1], 0.3 * x[0] ** 2]


T = np.linspace(0.0, 1.0, 9)
PARABOLA = lambda a, low, high, **options: optimize.minimize_scalar(  # noqa: E731
    lambda x: (x - a) ** 2 + x**4, bounds=(low, high), **options
).x
SQUARES = np.random.default_rng(1).normal(size=(6, 3))
HELD = [  # at a bound that is traced, at none, and at another
    (
        lambda a, u, how=how: optimize.minimize(
            basin, [0.3, 0.3], (a,), how, bounds=[(0.1, u), (0.0, None)], tol=1e-11
        ).x,
        [(2.0, 1.0), (0.4, 1.0), (-3.0, 0.9)],
    )
    for how in (None, "SLSQP", "Nelder-Mead")
]
HELD += [
    (
        lambda a, u: optimize.minimize(basin, [0.3, 0.3], a, bounds=optimize.Bounds(0.1, u)).fun,
        [(2.0, 1.0), (0.4, 1.0)],
    ),
    *[
        (
            lambda a, u, how=how: optimize.least_squares(
                slopes_of_a_basin, [0.3, 0.3], args=(a,), bounds=([0.1, 0.0], [u, np.inf]),
                method=how, xtol=1e-14, ftol=1e-14, gtol=1e-14,
            ).x,
            [(2.0, 1.0), (0.4, 1.0)],
        )
        for how in ("trf", "dogbox")
    ],
    (lambda a, u: PARABOLA(a, 0.0, u, options={"xatol": 1e-11}), [(2.0, 0.5), (0.3, 0.5)]),
    (lambda a, u: PARABOLA(a, u, 2.0, options={"xatol": 1e-11}), [(-1.0, 0.5)]),
    (
        lambda a, u: optimize.nnls(SQUARES, SQUARES @ [1.0, -a, u], maxiter=50)[0],
        [(2.0, 1.0), (-2.0, 1.0)],
    ),
    (
        lambda a, u: optimize.lsq_linear(
            SQUARES * a, SQUARES @ [1.0, 1.0, 2.0], (-1.0, u), max_iter=90
        ).x,
        [(1.0, 1.5), (1.0, 3.0)],
    ),
    (
        lambda a, u: optimize.curve_fit(
            lambda t, c, d: c * np.exp(-d * t), T, a * np.cos(T), bounds=([0.0, 0.0], [u, 3.0])
        )[0],
        [(2.0, 1.8)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("f", "points"), HELD)
def test_minima_within_bounds(f, points):
    g, h = la.compile(f), 1e-3
    for a, u in points:
        close(g(a, u), f(a, u), 1e-4)
        found = g.jacobian(a, u) if np.ndim(g(a, u)) else g.grad(a, u)
        close(found[0], (f(a + h, u) - f(a - h, u)) / (2.0 * h), 1e-3)
        close(found[1], (f(a, u + h) - f(a, u - h)) / (2.0 * h), 1e-3)


def test_a_minimum_between_bounds_that_are_near():
    f = la.compile(lambda a: PARABOLA(a, 0.0, 1e-6, options={"xatol": 1e-12}))
    close(f.grad(5e-7), 1.0, 1e-9)


DEVIATIONS = 0.1 + 0.05 * T


@pytest.mark.parametrize(
    "options",
    [
        {},
        pytest.param({"bounds": (0.0, [5.0, 3.0])}, marks=pytest.mark.slow),
        pytest.param({"sigma": DEVIATIONS}, marks=pytest.mark.slow),
        {"sigma": DEVIATIONS, "absolute_sigma": True, "maxfev": 600, "xtol": 1e-13},
        {"sigma": np.diag(DEVIATIONS**2) + 0.002, "absolute_sigma": True},
    ],
)
def test_the_deviations_of_what_is_fitted(options):
    """By SciPy's differences as far as those go; the derivative by differences of our own."""
    measured = 2.0 * np.exp(-0.8 * T) + 0.1 * np.cos(7.0 * T)

    def fitted(a):
        found, spread = optimize.curve_fit(
            lambda t, c, d: c * np.exp(-d * t), T, measured + a * T, [1.0, 0.5], **options
        )
        return [*found, *np.sqrt(np.diag(spread)), spread[0, 1]]

    f, h = la.compile(fitted), 1e-4
    assert f(0.1) == pytest.approx(fitted(0.1), rel=1e-3)
    slopes = (np.array(f(0.1 + h)) - np.array(f(0.1 - h))) / (2.0 * h)
    assert f.jvp((0.1,), (1.0,))[1] == pytest.approx(slopes, rel=1e-4)


def test_as_many_parameters_as_data_have_no_deviations():
    with pytest.warns(optimize.OptimizeWarning):
        _, expected = optimize.curve_fit(lambda t, c: c * t, [2.0], [3.0])
    f = la.compile(lambda a: optimize.curve_fit(lambda t, c: c * t, [2.0], [a])[1])
    assert (f(3.0) == expected).all()


@pytest.mark.slow
def test_fits():
    def curve(t, c, d):
        return c * np.exp(-d * t)

    def fitted(a, b):
        popt, _ = optimize.curve_fit(curve, T, a * np.cos(b * T), p0=[1.0, 0.5])
        return popt

    def squares(a, b):
        rest = lambda p: curve(T, *p) - a * np.cos(b * T)  # noqa: E731
        sol = optimize.least_squares(rest, [1.0, 0.5], xtol=1e-12, ftol=1e-12, gtol=1e-12)
        return np.array([*sol.x, sol.cost])

    def newton(a, b):
        loss = lambda p: 0.5 * np.sum((curve(T, *p) - a * np.cos(b * T)) ** 2)  # noqa: E731
        x = la.minimize(loss, np.array([1.0, 0.5]))
        return np.array([*x, loss(x)])

    x = (2.0, 0.9)
    best = la.compile(newton)
    value, rows = best(*x), best.jacobian(*x)
    h = 1e-5
    close(rows[0], (best(2.0 + h, 0.9) - best(2.0 - h, 0.9)) / (2.0 * h), 1e-7)
    close(rows[1], (best(2.0, 0.9 + h) - best(2.0, 0.9 - h)) / (2.0 * h), 1e-7)
    for function in (fitted, squares):
        f = la.compile(function)
        close(f(*x), value[: len(f(*x))], 1e-6)
        for found, expected in zip(f.jacobian(*x), rows, strict=True):
            close(found, expected[: len(found)], 1e-5)


# -- plain numbers, sources and errors


def test_plain_numbers():
    close(la.root(lambda x: [x[0] + x[1] - 3.0, x[0] * x[1] - 2.0], (0.5, 3.0)), (1.0, 2.0))
    assert type(la.root(lambda x: [x[0] - 1.0], [0.0])) is list
    close(la.minimize(lambda x: (x - 3.0) ** 2 + math.exp(-x), 0.0), 3.0242960, 1e-7)
    close(own_solver(2.0, 0.5), exact(2.0, 0.5)[0])
    close(la.root(lambda x: x * x - np.array([4.0, 9.0]), np.array([1.0, 1.0])), (2.0, 3.0))


def test_the_source():
    for function in (by_root, by_own_solver):
        f = la.compile(function)
        assert black.format_str(f.source, mode=black.Mode()) == f.source
        scope = {}
        exec(f.source, scope)
        got = scope[f.kernel.__name__](2.0, 0.5, 1.0, 0.0)
        close(got[0], f(2.0, 0.5), 1e-14)
    assert "import numpy" not in la.compile(by_root).source
    assert "scipy" not in la.compile(by_root).source


@pytest.mark.parametrize("function", [by_root, by_fsolve, by_own_solver])
def test_systems_pickle(function):
    f = la.compile(function)
    g = pickle.loads(pickle.dumps(f))
    close(g(2.0, 0.5), f(2.0, 0.5), 0.0)
    close(g.jacobian(2.0, 0.5), f.jacobian(2.0, 0.5), 0.0)
    assert pickle.loads(pickle.dumps(f.trace)).operations == f.trace.operations


def test_an_op_of_outside_with_its_equation():
    @la.implicit(lambda x, a: x * x * x - a)
    @la.op(outside=True, partials=lambda out, a: (la.ZERO,))
    def cube_root_of_outside(a):
        return a ** (1.0 / 3.0)

    f = la.compile(lambda a: 2.0 * cube_root_of_outside(a))
    close((f(8.0), f.grad(8.0), f.hessian(8.0)), (4.0, 1.0 / 6.0, -1.0 / 72.0), 1e-12)


def three_parts(caught):
    for part in ("\n  where: ", "\n  instead: ", "test_systems.py"):
        assert part in str(caught.value)


@pytest.mark.parametrize(
    ("f", "kind", "said"),
    [
        (lambda c: la.root(lambda x: [x[0] + x[1] - c, x[0]] * 2, [0.0, 0.0]), TypeError, "4 num"),
        (lambda c: la.root(lambda x: [x[0] + x[1] - c] * 2, [0.0, 0.0]), ValueError, "singular"),
        (lambda c: la.root(lambda x: [x[0] ** 2 + c], [0.5]), ValueError, "100 rounds"),
        (lambda c: la.minimize(lambda x: c * x[0], [0.5]), ValueError, "no minimum"),
        (lambda c: la.minimize(lambda x: x, [c, 1.0]), TypeError, "returns 2 numbers"),
        (
            lambda c: optimize.fsolve(lambda x: x * x + c, 1.0),
            RuntimeError,
            "no solution",
        ),
        (
            lambda c: optimize.minimize(lambda x: c * x[0], [1.0], (), "BFGS", bounds=[(0, 1)]).x,
            TypeError,
            "bounds=",
        ),
        (
            lambda c: optimize.minimize(lambda x: c * x[0], [1.0], bounds=[(0, 1)] * 2).x,
            TypeError,
            "2 bounds of 1",
        ),
        (lambda c: optimize.minimize(lambda x: c * x[0] ** 2, [1.0]).nfev, TypeError, "nfev"),
        (lambda c: optimize.root(lambda x: x - c, [1.0], method="krylov").x, TypeError, "krylov"),
        (
            lambda c: optimize.least_squares(lambda x: x - c, [1.0], loss="huber").x,
            TypeError,
            "loss=",
        ),
        (
            lambda c: optimize.minimize(lambda x: c * x[0], [1.0], constraints=({"type": "eq"},)).x,
            TypeError,
            "minimize of traced values with constraints=",
        ),
        (
            lambda c: optimize.fsolve(lambda x: x - c, 1.0, dprime=1),
            TypeError,
            "unexpected keyword argument 'dprime'",
        ),
        (
            lambda c: optimize.minimize_scalar(lambda x: (x - c) ** 2, bracket=(0.0, c)).x,
            TypeError,
            "traced points",
        ),
    ],
)
def test_errors(f, kind, said):
    with pytest.raises(kind, match=said) as caught:
        la.compile(f)(1.0)
    three_parts(caught)


def bent(x, c):
    return abs(x - c) + 0.1 * x * x


@la.implicit(lambda x, a: [x[0] ** 3 - a, *[one - x[0] for one in x[1:]]])
def cubes(a):
    return [a, a]


@la.implicit(lambda x, a: [x[0] ** 3 - a, *[one - x[0] for one in x[1:]]])
def more_cubes(a):
    return [a] * 5


SIMPLEX, LINES = {"method": "Nelder-Mead"}, {"method": "Powell"}
STOPPED = [  # at a kink, where a function jumps, or where it is flat
    (lambda c: optimize.minimize(lambda x: bent(x[0], c), [0.3], **SIMPLEX).x[0], "kink"),
    (
        lambda c: optimize.minimize(lambda x: bent(x[0], c) + x[1] ** 2, [0.3, 1.0], **LINES).x[0],
        "kink",
    ),
    (lambda c: optimize.minimize_scalar(lambda x: bent(x, c)).x, "kink"),
    (lambda c: optimize.least_squares(lambda x: [abs(x[0] - c) + 1, 0.5 * x[0]], 0.3).x[0], "kink"),
    (lambda c: optimize.brentq(lambda x: np.where(x > c, 1.0 + x, -2.0), 0.0, 3.0), "jumps"),
    (lambda c: la.root(lambda x: np.where(x > c, 1.0 + x, -2.0), bracket=(0.0, 3.0)), "jumps"),
    (lambda c: optimize.brentq(lambda x: x**3 - c + 1.0, -1.0, 1.0), "singular"),
    (lambda c: optimize.minimize(lambda x: (x[0] - c) ** 4, [1.0]).x[0], "singular"),
    (lambda c: cubes(c - 1.0)[1], "singular"),
    (lambda c: optimize.minimize_scalar(lambda x: (x - c) ** 2, bounds=(0, 1)).x, "bound"),
    (lambda c: optimize.minimize(lambda x: (x[0] - c) ** 2, [0.3], bounds=[(0, 1)]).x[0], "bound"),
    (lambda c: optimize.lsq_linear(SQUARES[:, :1] * [c, c], SQUARES[:, 1]).x[0], "singular"),
    (lambda c: more_cubes(c - 1.0)[2], "singular"),
]


@pytest.mark.filterwarnings("ignore::lazyad.SinglePointWarning")
@pytest.mark.parametrize(("f", "said"), STOPPED)
def test_where_no_equation_holds_there_is_no_derivative(f, said):
    compiled = la.compile(f)
    close(compiled(1.0), f(1.0), 1e-6)
    for asked in (compiled.grad, pickle.loads(pickle.dumps(compiled.grad.kernel))):
        with pytest.raises(ValueError, match=said) as caught:
            asked(1.0)
        three_parts(caught)


def test_numbers_of_a_trace_outside_of_one():
    with pytest.raises(TypeError, match="Dual or a Node"):
        la.root(lambda x: x, [la.Dual(1.0, 1.0)])


# -- factors and bands of SciPy's

linalg = pytest.importorskip("scipy.linalg")
RNG = np.random.default_rng(0)
A, B, V, BANDED = [RNG.normal(size=s) for s in ((4, 4), (4, 2), 4, (4, 6))]
S, W, BANDED[2] = A @ A.T + np.eye(4), RNG.normal(size=6), BANDED[2] + 4.0
PAIRS = np.array([[0.0, 0.1, 0.2, 0.3], [3.0, 4.0, 5.0, 6.0]])
FACTORS = linalg.lu_factor(A)


@pytest.mark.parametrize(
    "f",
    [
        lambda s: linalg.cho_solve(linalg.cho_factor(S * s), V),
        lambda s: linalg.cho_solve(linalg.cho_factor(S * s, lower=True), B * s * s),
        lambda s: linalg.cho_solve(linalg.cho_factor(S), V * s * s),
        lambda s: linalg.lu_solve(linalg.lu_factor(A + s * np.eye(4)), V),
        lambda s: linalg.lu_solve(linalg.lu_factor(A + s * np.eye(4)), B, trans=1),
        lambda s: linalg.lu_solve(FACTORS, V * s * s),
        lambda s: linalg.lu_solve(FACTORS, B * s * s, trans=1),
        lambda s: linalg.solve_banded((1, 2), BANDED * s, W),
        lambda s: linalg.solve_banded((1, 2), BANDED, W * s * s),
        lambda s: linalg.solveh_banded(PAIRS + s, V),
        lambda s: linalg.solveh_banded(PAIRS[::-1] * s, V, lower=True),
    ],
)
def test_factors_and_bands(f):
    g, h = la.compile(f), 1e-6
    close(g(1.3), f(1.3), 1e-12)
    close(g.jacobian(1.3), (f(1.3 + h) - f(1.3 - h)) / (2.0 * h), 1e-7)


def test_the_factors_themselves_are_refused():
    with pytest.raises(TypeError, match="lu_factor of traced") as caught:
        la.compile(lambda s: linalg.lu_factor(A * s)[0][0, 0])(1.0)
    three_parts(caught)


def test_a_taylor_series_through_a_solution():
    def f(c):
        return la.root(lambda x: [x[0] * x[1] - c, x[0] - x[1]], [1.0, 2.0])[0]

    coefficients = la.taylor(f, order=4)(5.0, 1.0)
    expected, root = [], math.sqrt(5.0)
    for k in range(5):
        expected.append(math.prod((0.5 - j) / (j + 1.0) for j in range(k)) * root / 5.0**k)
    close(coefficients, expected, 1e-10)


def brackets(c, name):
    x, facts = getattr(optimize, name)(lambda x: x**3 - c, 0.0, 5.0, full_output=True)
    return x + facts.root if facts.converged else -1.0


def iterates(c):
    x, facts = optimize.newton(lambda x: x**3 - c, 1.0, full_output=True, disp=False)
    return x + facts.root if facts.flag == "converged" else -1.0


def solves(c):
    x, facts, flag, message = optimize.fsolve(
        lambda v: [v[0] ** 2 - c, v[1] * v[0] - 1.0], [1.0, 1.0], full_output=True
    )
    if flag != 1:
        raise RuntimeError(message)
    return x[0] + x[1] + np.sum(np.abs(facts["fvec"]))


@pytest.mark.parametrize("name", ["bisect", "brentq", "brenth", "ridder"])
def test_what_a_bracketing_solver_says_of_a_root(name):
    f = la.compile(lambda c: brackets(c, name))
    close(f(2.0), brackets(2.0, name), 1e-10)
    close(f.grad(2.0), 2.0 / 3.0 * 2.0 ** (-2.0 / 3.0), 1e-10)


def test_what_newton_and_fsolve_say_of_a_root():
    close(la.compile(iterates)(2.0), iterates(2.0), 1e-10)
    close(la.grad(iterates)(2.0), 2.0 / 3.0 * 2.0 ** (-2.0 / 3.0), 1e-10)
    close(la.compile(solves)(2.0), solves(2.0), 1e-10)
    close(la.grad(solves)(2.0), 0.5 * 2.0**-0.5 - 0.5 * 2.0**-1.5, 1e-7)


def test_how_often_a_solver_went_round_is_not_known():
    def f(c):
        x, facts = optimize.brentq(lambda x: x**3 - c, 0.0, 5.0, full_output=True)
        return x * facts.iterations

    with pytest.raises(TypeError, match=r"\.iterations of what optimize.brentq finds") as caught:
        la.compile(f)(2.0)
    assert "its root" in str(caught.value)


# ---------------------------------------------------------------------------------- decompositions

GENERAL = np.array([[0.9, -0.4, 1.3], [-0.7, 1.6, 0.25], [0.35, 1.1, -0.85]])
TURN = np.array([[0.0, 3.0, 0.0], [-3.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
DECOMPOSED = {
    "eigh": lambda a: np.linalg.eigh(a + a.T),
    "eigh_of_the_upper": lambda a: np.linalg.eigh(a, UPLO="U"),
    "eigh_of_a_stack": lambda a: np.linalg.eigh(np.array([a + a.T, a @ a.T])),
    "eigvalsh": lambda a: (np.linalg.eigvalsh(a),),
    "svd": lambda a: np.linalg.svd(a),
    "svd_wide": lambda a: np.linalg.svd(a[:2], full_matrices=False),
    "svd_tall": lambda a: np.linalg.svd(a[:, :2], full_matrices=False),
    "svd_with_constants": lambda a: np.linalg.svd(np.triu(a)),
    "values_alone": lambda a: (
        np.linalg.svd(a[:2])[1],
        np.linalg.norm(a, "nuc"),
        np.linalg.cond(a),
    ),
    "qr": lambda a: np.linalg.qr(a),
    "qr_tall": lambda a: np.linalg.qr(a[:, :2]),
    "rank": lambda a: (a * np.linalg.matrix_rank(a * [1.0, 0.0, 1.0]),),
    "eig": lambda a: [part for z in np.linalg.eig(a) for part in (z.real, z.imag)],
    "eig_of_pairs": lambda a: [p for z in np.linalg.eig(a + TURN) for p in (z.real, z.imag)],
    "eigvals": lambda a: (np.linalg.eigvals(a @ a.T).real,),
    "scipy_eigh": lambda a: linalg.eigh(a, a @ a.T + np.eye(3)),
    "scipy_eigvalsh": lambda a: (linalg.eigvalsh(a, check_finite=False),),
    "scipy_svd": lambda a: linalg.svd(a),
    "scipy_qr": lambda a: (*linalg.qr(a[:, :2], mode="economic"), *linalg.qr(a[:, :2], mode="r")),
}


MOVED = np.cos(np.arange(9.0)).reshape(3, 3)


def _flat(parts):
    return np.concatenate([np.ravel(part) for part in parts])


@pytest.mark.parametrize("target", ["python", "array"])
@pytest.mark.parametrize("name", DECOMPOSED)
def test_factors_and_values_of_a_matrix(name, target):
    function = DECOMPOSED[name]
    value, tangent = la.compile(lambda a: function(a), target=target).jvp((GENERAL,), (MOVED,))
    if target == "array" and name == "eigh_of_the_upper":  # whose vectors have other signs there
        value, tangent = value[:1], tangent[:1]
    close(_flat(value), _flat(function(GENERAL))[: len(_flat(value))], 1e-12)
    up, down = [_flat(function(GENERAL + h * MOVED)) for h in (1e-6, -1e-6)]
    close(_flat(tangent), ((up - down) / 2e-6)[: len(_flat(tangent))], 1e-7)


@pytest.mark.parametrize("target", ["python", "native"])
def test_second_derivatives_of_eigenvalues(target):
    f = la.compile(lambda x, y: np.linalg.eigvalsh([[x, y, 0.0], [y, 1.0, x], [0.0, x, 2.0]])[1],
                   target=target)  # fmt: skip
    bend = np.subtract(f.grad(0.3 + 1e-5, 0.7), f.grad(0.3 - 1e-5, 0.7)) / 2e-5
    close(f.hessian(0.3, 0.7)[0], bend, 1e-8)
    again = pickle.loads(pickle.dumps(f))
    assert again.grad(0.3, 0.7) == f.grad(0.3, 0.7)


def test_the_eigenvalues_of_several_larger_matrices_are_read_without_their_vectors():
    both = np.stack([np.diag(np.arange(7.0)), np.diag(np.arange(7.0) ** 2)]) + 0.1
    f = la.compile(lambda a: np.linalg.eigvalsh(a * both)[:, 2])
    close(f(1.5), np.linalg.eigvalsh(1.5 * both)[:, 2])
    close(la.jacobian(f)(1.5), np.linalg.eigvalsh(both)[:, 2])
    with pytest.raises(TypeError, match="keeps matrices whole"):
        la.compile(lambda a: np.linalg.eigh(a * both)[1][0, 0, 0])(1.5)


def test_equal_eigenvalues_have_derivatives_and_their_vectors_none():
    slopes = la.jacobian(lambda a: np.linalg.eigvalsh(a))(np.eye(2))
    assert slopes.tolist() == [[[1.0, 0.0], [0.0, 0.0]], [[0.0, 0.0], [0.0, 1.0]]]
    assert np.isnan(la.jacobian(lambda a: np.linalg.eigh(a)[1])(np.eye(2))).any()
    defective = np.array([[1.0, 1.0], [0.0, 1.0]])
    close(la.compile(lambda a: np.linalg.eigvals(a))(defective), [1.0, 1.0])


@pytest.mark.parametrize(
    ("function", "size", "message"),
    [
        (lambda a: np.linalg.eigh(a)[1], 7, "vectors of np.linalg.eigh of a 7 by 7 matrix"),
        (lambda a: np.linalg.svd(a), 13, "np.linalg.svd of a 13 by 13 matrix"),
        (lambda a: np.linalg.svd(a[:2]).Vh, 3, "all vectors of the svd"),
        (lambda a: np.linalg.svd(a, hermitian=True), 2, "hermitian=True"),
        (lambda a: np.linalg.qr(a[:2]), 3, "qr of a 2 by 3 matrix"),
        (lambda a: np.linalg.qr(a, mode="raw"), 3, "mode='raw'"),
        (lambda a: linalg.qr(a, pivoting=True), 3, "pivoting=True"),
        (lambda a: linalg.eigvals(a, a), 3, "in terms of another"),
        (lambda a: np.linalg.eigh(a[:2]), 3, "must be square"),
    ],
)
def test_what_has_no_factors_is_refused(function, size, message):
    with pytest.raises((TypeError, ValueError), match=message) as error:
        la.compile(function)(np.eye(size))
    three_parts(error)
    assert len(la.compile(lambda a: np.linalg.eigh(a)[0])(np.eye(7))) == 7


# -- linear systems


def _of_kind(kind, n, rng):
    a, b = rng.normal(size=(n, n)), rng.normal(size=n)
    if kind == "permuted":
        a = (np.diag(np.arange(1.0, n + 1)) + 1e-3 * a)[rng.permutation(n)]
    if kind == "rows of all sizes":
        sizes = 10.0 ** rng.integers(-100, 100, n)
        a, b = a * sizes[:, None], b * sizes
    if kind == "columns of all sizes":
        a = a * 10.0 ** rng.integers(-20, 20, n)
    if kind == "zeros on the diagonal":
        np.fill_diagonal(a, 0.0)
    return a, b, np.abs(a) * rng.normal(size=(n, n)), np.abs(b) * rng.normal(size=n)


@pytest.mark.parametrize("n", [2, 3, 4])
@pytest.mark.parametrize(
    "kind",
    ["plain", "permuted", "rows of all sizes", "columns of all sizes", "zeros on the diagonal"],
)
def test_a_linear_system_moves_as_its_equation_says(kind, n):
    """To every order, in each form of a derivative: a x'' = b'' - 2 a' x', along a line."""
    a, b, da, db = _of_kind(kind, n, np.random.default_rng(n))
    with mpmath.workdps(400):
        exact, moved = mpmath.matrix(a.tolist()), mpmath.matrix(da.tolist())
        x = mpmath.lu_solve(exact, mpmath.matrix(b.tolist()))
        first = mpmath.lu_solve(exact, mpmath.matrix(db.tolist()) - moved * x)
        second = -2 * mpmath.lu_solve(exact, moved * first)
        inverse = -(exact**-1) * moved * exact**-1
    one, two = [np.array(m.tolist(), float).ravel() for m in (first, second)]
    f = la.compile(np.linalg.solve)
    check = functools.partial(np.testing.assert_allclose, rtol=1e-9)
    check(f.jvp((a, b), (da, db))[1], one)
    of_a, of_b = f.jacobian(a, b)
    check(np.einsum("ijk,jk->i", of_a, da) + of_b @ db, one)
    of_a, of_b = la.grad(lambda a, b: np.linalg.solve(a, b)[0])(a, b)
    check(np.sum(of_a * da) + of_b @ db, one[0])
    check(la.hessian(lambda s: np.linalg.solve(a + s * da, b + s * db)[0])(0.0), two[0])
    check(la.compile(np.linalg.inv).jvp((a,), (da,))[1], np.array(inverse.tolist(), float))


def test_a_derivative_costs_one_more_side():
    """And a Jacobian the inverse and a product for each entry, however long elimination is."""
    n, (a, b, _, _) = 5, _of_kind("plain", 5, np.random.default_rng(0))
    solve, inverse = la.compile(np.linalg.solve), la.compile(np.linalg.inv)
    own = solve.lower(a, b).primal.graph.operations.total()
    assert solve.lower(a, b).graph.operations.total() < own + 5 * n * n
    assert solve.jacobian.lower(a, b).graph.operations.total() < own + 5 * n**3
    of_inverse = inverse.lower(a)
    added = of_inverse.graph.operations.total() - of_inverse.primal.graph.operations.total()
    assert added < 4 * n**3


@pytest.mark.parametrize("optimize", ["strict", "safe"])
def test_a_complex_system_moves_as_its_equation_says(optimize):
    a = np.array([[1.0 + 2j, 0.5, 1j], [2.0, 1.0 - 1j, 0.3], [0.1j, 4.0, 1.0]])
    b, da = np.array([1.0, 2j, 1.0 - 1j]), np.array([[0.2, 1j, 1.0], [0.3j, 1.0, 2.0], [1, 1, 1j]])
    f = la.compile(lambda s: np.linalg.solve(a + s * da, b), optimize=optimize)
    value, slope = f.jvp((0.0,), (1.0,))
    close(value, np.linalg.solve(a, b))
    close(slope, -np.linalg.solve(a, da @ value))


def more_and_more_jitter(a, b):
    k = np.array([[1.0, a], [a, b]])
    for more in (0.0, 1e-3, 0.5):
        try:
            factor = np.linalg.cholesky(k + more * np.eye(2))
            break
        except np.linalg.LinAlgError:
            continue
    else:
        raise ValueError("not even then")
    return np.log(np.diag(factor)).sum()


def damped_where_singular(a, b):
    m = np.array([[a, 2.0, 0.0], [b, 4.0, 1.0], [0.0, 1.0, a]])
    damping = 0.0
    while True:
        try:
            x = linalg.solve(m + damping * np.eye(3), np.array([1.0, a, b]))
            break
        except linalg.LinAlgError:
            damping += 0.25
    return x @ x


def another_where_singular(a, b):
    m = np.array([[1.0, a, 0.0], [a, b, 1.0], [0.0, 1.0, b]])
    try:
        return np.linalg.inv(m)[0, 1]
    except Exception as error:
        return -5.0 if "Singular" in str(error) else -2.0


@pytest.mark.parametrize("f", [more_and_more_jitter, damped_where_singular, another_where_singular])
def test_a_matrix_that_lapack_refuses_is_caught(f):
    compiled = la.compile(f)
    for at in [(0.5, 2.0), (1.0, 1.0), (1.0, 2.0), (0.0, 0.0), (2.0, 4.0), (2.0, 1.0)]:
        if f is more_and_more_jitter and at == (2.0, 1.0):
            with pytest.raises(ValueError, match="not even then"):
                compiled(*at)
            continue
        close(compiled(*at), f(*at))
