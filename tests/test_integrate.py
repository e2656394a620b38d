"""Integrals and differential equations: SciPy's own values, and derivatives under the integral."""

import math
import pickle

import black
import numpy as np
import pytest

import lazyad as la

integrate = pytest.importorskip("scipy.integrate")


def close(found, expected, tolerance=1e-9):
    np.testing.assert_allclose(found, expected, rtol=tolerance, atol=tolerance)


def flat(value):
    return np.concatenate([np.ravel(part) for part in value]) if type(value) is tuple else value


def differences(f, x, h=1e-5):
    """The Jacobian by central differences, a row for each argument."""
    rows = []
    for at in range(len(x)):
        up, down = [*x], [*x]
        up[at] += h
        down[at] -= h
        rows.append((np.ravel(flat(f(*up))) - np.ravel(flat(f(*down)))) / (2.0 * h))
    return rows


# -- integrals


def damped(a, b):
    return integrate.quad(lambda x: math.exp(-a * x) * math.sin(b), 0.0, b)[0]


def both_limits(a, b):
    area, _ = integrate.quad(lambda x, a: math.cos(a * x) + x, a, b * b, args=(a,))
    return area * b


def infinite(a, b):
    return integrate.quad(lambda x: math.exp(-a * x * x) * math.cos(b * x), -np.inf, np.inf)[0]


def half_infinite(a, b):
    return integrate.quad(lambda x: math.exp(-a * x), b, np.inf, epsabs=1e-12)[0]


def backwards(a, b):
    return integrate.quad(lambda x: a / x, b, 1.0)[0]


def with_branches(a, b):
    def f(x):
        if x < a:
            return x * b
        return a * b + (x - a) ** 2

    return integrate.quad(f, 0.0, 2.0, points=[0.5])[0]


def numpys(a, b):
    return integrate.quad(lambda x: np.exp(-a * x) * np.sqrt(x), 0.0, b, limit=100)[0]


def doubled(a, b):
    return integrate.dblquad(lambda y, x: math.exp(-a * x * y), 0.0, b, 0.0, lambda x: x)[0]


def inside_a_branch(a, b):
    if a > 0.5:
        return integrate.quad(lambda x: math.exp(a * x), 0.0, b)[0]
    return a * b


def vectors(a, b):
    found, _ = integrate.quad_vec(lambda x: np.array([math.exp(-a * x), x * b]), 0.0, b)
    return found[0] + 2.0 * found[1]


def sampled(a, b):
    x = np.linspace(0.0, b, 7)
    y = np.exp(-a * x)
    total = integrate.trapezoid(y, x) + integrate.simpson(y, x=x)
    total += integrate.cumulative_trapezoid(y, x)[2]
    return total + integrate.fixed_quad(lambda x: np.exp(-a * x) * x, 0.0, b, n=4)[0]


INTEGRALS = [damped, both_limits, infinite, half_infinite, backwards, numpys]
INTEGRALS += [doubled, inside_a_branch, vectors, sampled]


@pytest.mark.parametrize(
    "function",
    [pytest.param(f, marks=[pytest.mark.slow] * (f is sampled)) for f in INTEGRALS],
    ids=lambda f: f.__name__,
)
def test_integrals(function):
    f, x = la.compile(function), (0.8, 1.7)
    close(f(*x), function(*x))
    slopes = differences(function, x)
    close(f.grad(*x), [slopes[0][0], slopes[1][0]], 1e-6)
    value, tangent = f.jvp(x, (1.0, 2.0))
    close(value, function(*x))
    close(tangent, slopes[0][0] + 2.0 * slopes[1][0], 1e-6)
    close(f.vjp(x, 2.0)[1], 2.0 * np.array(f.grad(*x)), 1e-9)
    close(np.array(f.hessian(*x)), np.array(differences(f.grad, x, 1e-4)), 1e-6)


def test_against_closed_forms():
    def area(a, b):
        return integrate.quad(lambda x: math.exp(-a * x), 0.0, b, epsabs=1e-13, epsrel=1e-13)[0]

    f, a, b = la.compile(area), 0.7, 1.9
    e = math.exp(-a * b)
    close(f(a, b), (1.0 - e) / a, 1e-13)
    close(f.grad(a, b), ((e * (a * b + 1.0) - 1.0) / a**2, e), 1e-12)
    close(f.hessian(a, b)[0][0], (2.0 - e * (a * a * b * b + 2.0 * a * b + 2.0)) / a**3, 1e-12)
    close(f.hessian(a, b)[0][1], -b * e, 1e-12)
    close(f.hessian(a, b)[1][1], -a * e, 1e-12)


def test_a_kink():
    f, a, b = la.compile(with_branches), 0.8, 1.7
    close(f(a, b), with_branches(a, b))
    close(f.grad(a, b), (b * (2.0 - a) - (2.0 - a) ** 2, a * (2.0 - a) + 0.5 * a * a), 1e-7)


def test_duals_and_constants():
    f = la.compile(both_limits)
    for at, direction in ((0, (1.0, 0.0)), (1, (0.0, 1.0))):
        x = [0.8, 1.7]
        x[at] = la.Dual(x[at], 1.0)
        found = f(*x)
        close((found.real, found.dual), f.jvp((0.8, 1.7), direction), 1e-10)
    g = la.compile(lambda a: a * integrate.quad(lambda x: x * x, 0.0, 3.0)[0])
    close(g.grad(2.0), 9.0, 1e-12)
    error = la.compile(lambda a: integrate.quad(lambda x: math.exp(a * x), 0.0, 1.0)[1])
    close(error(2.0), integrate.quad(lambda x: math.exp(2.0 * x), 0.0, 1.0)[1], 1e-20)
    assert error.grad(2.0) == 0.0


def test_the_source_calls_scipy_once_for_each_number():
    f = la.compile(damped)
    assert "def integrand(x):" in f.source
    assert "integrals(integrand, 0.0, b, 2, " in f.source
    assert black.format_str(f.source, mode=black.Mode()) == f.source
    assert black.format_str(f.grad.source, mode=black.Mode()) == f.grad.source
    scope = {}
    exec(f.source, scope)
    assert scope["damped"](0.8, 1.7, 1.0, 0.0) == f.kernel(0.8, 1.7, 1.0, 0.0)


def test_calls_pickle():
    for function in (damped, lotka_volterra):
        f, x = la.compile(function), (0.8, 1.7, 2.0, 1.5)[: 2 if function is damped else 4]
        expected = f(*x), f.jacobian(*x)
        g = pickle.loads(pickle.dumps(f))
        assert (g(*x), g.jacobian(*x)) == expected
        assert pickle.loads(pickle.dumps(f.kernel))(*x, *x) == f.kernel(*x, *x)
        assert str(pickle.loads(pickle.dumps(f.trace))) == str(f.trace)
        text = la.run.serialize.dumps(f.trace)
        for routine in ("eval", "digamma", "Any"):
            bad = text.replace('"integrals"', f'"{routine}"').replace('"flow"', f'"{routine}"')
            with pytest.raises(ValueError, match="serialized graph"):
                la.run.serialize.loads(bad)


# -- differential equations

EXACT = {"rtol": 1e-10, "atol": 1e-12}


def lotka_volterra(a, b, y0, T):
    def slopes(t, y):
        prey, hunters = y
        return [a * prey - b * prey * hunters, 0.3 * prey * hunters - hunters + math.sin(t) / 9]

    sol = integrate.solve_ivp(slopes, (0.0, T), [y0, 1.0], **EXACT)
    return sol.y[0, -1], sol.y[1][-1], sol.t[-1]


def at_times(a, b, y0, T):
    times = np.linspace(0.0, T, 5)
    sol = integrate.solve_ivp(
        lambda t, y, k: -k * y + b, [0.0, T], [y0, a], "DOP853", times, args=(a,), **EXACT
    )
    return sol.y.T.sum(axis=1) + sol.t


def not_to_the_end(a, b, y0, T):
    times = [0.5 * T, 0.75 * T]
    sol = integrate.solve_ivp(
        lambda t, y: a * np.cos(b * t) * y, (0.1 * T, T), [y0], t_eval=times, **EXACT
    )
    return sol.y[0]


def stiff(a, b, y0, T):
    sol = integrate.solve_ivp(
        lambda t, y: [-50.0 * a * (y[0] - math.cos(b * t))], (0.0, T), [y0], "Radau", **EXACT
    )
    return sol.y[0, -1] * y0


def by_odeint(a, b, y0, T):
    times = np.linspace(0.1, T, 4)
    return integrate.odeint(
        lambda y, t, k: [y[1], -k * math.sin(y[0])], [y0, b], times, (a,), rtol=1e-11, atol=1e-11
    )


def time_first(a, b, y0, T):
    found = integrate.odeint(
        lambda t, y: a * t - b * y, y0, [0.0, 1.0, T], tfirst=True, rtol=1e-11, atol=1e-11
    )
    return found[-1, 0]


EQUATIONS = [lotka_volterra, at_times, not_to_the_end, stiff, by_odeint, time_first]


@pytest.mark.parametrize(
    "function",
    [pytest.param(f, marks=[pytest.mark.slow] * (f is stiff)) for f in EQUATIONS],
    ids=lambda f: f.__name__,
)
def test_equations(function):
    f, x = la.compile(function), (0.8, 0.6, 1.3, 1.5)
    close(flat(f(*x)), flat(function(*x)))
    slopes = differences(function, x)
    found = f.jvp(x, (1.0, 0.5, 2.0, 0.3))[1]
    expected = np.dot((1.0, 0.5, 2.0, 0.3), slopes)
    close(np.ravel(flat(found)), expected, 1e-6)
    jacobian = f.jacobian(*x)
    for at in range(4):
        # lotka_volterra returns a tuple of numbers, the others arrays.
        several = function is lotka_volterra
        column = [row[at] for row in jacobian] if several else jacobian[at]
        close(np.ravel(column), slopes[at], 1e-6)


def test_an_oscillator_exactly():
    def oscillator(w, T):
        sol = integrate.solve_ivp(lambda t, y: [y[1], -w * w * y[0]], (0.0, T), [1.0, 0.0], **EXACT)
        return sol.y[0, -1]

    f, w, T = la.compile(oscillator), 1.3, 2.1
    close(f(w, T), math.cos(w * T), 1e-9)
    close(f.grad(w, T), (-T * math.sin(w * T), -w * math.sin(w * T)), 1e-8)
    hessian = f.hessian(w, T)
    mixed = -math.sin(w * T) - w * T * math.cos(w * T)
    close(hessian, ((-T * T * math.cos(w * T), mixed), (mixed, -w * w * math.cos(w * T))), 1e-7)


def test_loops_and_integrals_within_each_other():
    def f(a):
        total = 0.0
        for k in range(300):
            total = total * 0.5 + integrate.quad(lambda x: math.exp(-a * x), 0.0, k + 1.0)[0]
        return total

    def summed(a):
        def inner(x):
            total = 0.0
            for k in range(300):
                total = total * 0.9 + math.sin(a * x + k)
            return total

        return integrate.quad(inner, 0.0, 1.0)[0]

    for function in (f, summed):
        g = la.compile(function)
        close(g(0.7), function(0.7), 1e-12)
        close(g.grad(0.7), differences(function, (0.7,))[0][0], 1e-6)


def test_a_function_that_branches_apart_runs_again():
    def f(a, b):
        area = integrate.quad(lambda x: math.exp(-a * b * x), 0.0, 1.0)[0]
        names = ["low"] if area < 0.5 else ["high", "higher"]
        return area * len(names)

    g = la.compile(f)
    for x in ((0.3, 0.4), (4.0, 2.0)):
        close(g(*x), f(*x), 1e-12)
        close(g.grad(*x), [one[0] for one in differences(f, x)], 1e-6)


# -- what is refused


@pytest.mark.parametrize(
    ("f", "said"),
    [
        (lambda a: integrate.quad(lambda x: "a", 0.0, a), "returns a str"),
        (lambda a: integrate.quad(lambda x: a, 0.0, 1.0, weight="cos", wvar=1.0), "weight="),
        (lambda a: integrate.quad(lambda x: a, 0.0, 1.0, epsabs=a), "traced epsabs="),
        (lambda a: integrate.quad(lambda x: a, np.zeros(2), 1.0), "quad from or to an Array"),
        (
            lambda a: integrate.solve_ivp(
                lambda t, y: -a * y, (0, 1), [1.0], events=lambda t, y: y[0] - 0.5
            ).y[0, -1],
            "an event of the states",
        ),
        (
            lambda a: integrate.solve_ivp(
                lambda t, y: -a * y, (0, 1), [1.0], events=lambda t, y: t * t - 0.5
            ).y[0, -1],
            "not linear in the time",
        ),
        (lambda a: integrate.solve_ivp(lambda t, y: -a * y, (0, 1), [1.0]).y, "t_eval"),
        (lambda a: integrate.solve_ivp(lambda t, y: -a * y, (0, 1), [1.0]).y[0].sum(), "t_eval"),
        (lambda a: integrate.solve_ivp(lambda t, y: a, (0, 1), [1.0, 2.0]).y[0, -1], "slopes"),
    ],
)
def test_errors(f, said):
    with pytest.raises(TypeError, match=said) as caught:
        la.compile(f)(1.0)
    for part in ("\n  where: ", "\n  instead: ", "test_integrate.py"):
        assert part in str(caught.value)


def test_the_numpy_target_has_none():
    with pytest.raises(TypeError, match="routine of SciPy's") as caught:
        la.compile(damped, target="numpy")(np.array([0.5, 0.6]), 1.0)
    assert "\n  instead: " in str(caught.value)


# -- series, dense output, events


def slopes(t, y, a):
    return [-a * y[0] + math.sin(t), y[0] - 0.3 * y[1] * y[1]]


EXACT = {"rtol": 1e-11, "atol": 1e-12}


def gaussian(a, b):
    return integrate.quad(lambda x: math.exp(-a * x * x), 0.1 * a, b, epsabs=1e-13)[0]


def tail(a, b):
    return integrate.quad(lambda x: math.exp(-a * x) * b, b, math.inf, epsabs=1e-13)[0]


def triangle(a, b):
    found = integrate.dblquad(lambda y, x: a * x * math.exp(y), 0.0, b, lambda x: 0.0, lambda x: x)
    return found[0]


def boxes(a, b):
    one = integrate.nquad(lambda x, y: a * x * y**2, [[0.0, b], lambda: (a, 1.0)])[0]
    other = integrate.tplquad(lambda z, y, x: x + y * z * a, 0.0, b, 0.0, lambda x: x, 0.0, 1.0)
    return one + other[0]


def vectors(a, b):
    return integrate.quad_vec(lambda x: np.exp(-a * x * np.array([1.0, b])), 0.0, b)[0].sum()


def decay(a, b):
    """b * exp(-a * (b - a)), between two times that move."""
    times = (0.1 * a, 0.1 * a + b)
    return integrate.solve_ivp(lambda t, y: -a * y, times, [b], **EXACT).y[0, -1]


def sampled(a, b):
    times = np.linspace(0.0, 1.0, 4) * b
    found = integrate.solve_ivp(slopes, (0.0, b), [b, 0.1], t_eval=times, args=(a,), **EXACT)
    return found.y[0, 1] + found.y[1, -1] * found.y[0, 2]


def odes(a, b):
    rows = integrate.odeint(slopes, [b, 0.1], [0.0, 0.5, b], (a,), tfirst=True, **EXACT)
    return rows[1, 1] + rows[-1, 0]


def dense(a, b):
    sol = integrate.solve_ivp(slopes, (0.0, 2.0), [b, 0.1], dense_output=True, args=(a,), **EXACT)
    return sol.sol(0.7)[0] * sol.sol(a)[1] + sol.sol(np.array([0.3, 0.4]))[1].sum()


def stop(t, y, a):
    return t - 0.4 * a


stop.terminal = True


def stopped(a, b):
    found = integrate.solve_ivp(slopes, (0.0, 2.0), [b, 0.1], events=stop, args=(a,), **EXACT)
    return found.y[0, -1] + found.t[-1] * found.status


def passed_by(a, b):
    def first(t, y):
        return t - 0.5

    def second(t, y):
        return 1.0 - 2.0 * t

    def third(t, y):
        return t - 3.0

    second.direction = 1
    found = integrate.solve_ivp(
        lambda t, y: slopes(t, y, a), (0.0, 2.0), [b, 0.1], events=[first, second, third], **EXACT
    )
    counts = [len(times) for times in found.t_events]
    return found.y_events[0][0, 1] * found.y[0, -1] + found.t_events[0][0] + sum(counts)


def told(a, b):
    rows, info = integrate.odeint(
        lambda y, t: -a * y, b, [0.0, 1.0], full_output=True, hmax=0.1, atol=[1e-11], rtol=[1e-11]
    )
    return rows[-1, 0] + len(info["message"])


SERIES = [gaussian, tail, triangle, boxes, vectors, decay, sampled, odes, dense, stopped]
SERIES += [passed_by, told]


@pytest.mark.parametrize("f", SERIES)
def test_series_are_those_of_derivatives(f):
    a, b, h, along = 1.3, 0.7, 1e-3, (0.6, -0.8)
    compiled = la.compile(f)
    assert compiled(a, b) == pytest.approx(f(a, b), rel=1e-9)
    found = la.taylor(f, order=4)(a, b, *along)
    assert found[0] == pytest.approx(f(a, b), rel=1e-9)
    points = [f(a + k * h * along[0], b + k * h * along[1]) for k in (-2, -1, 1, 2)]
    slope = (points[0] - 8 * points[1] + 8 * points[2] - points[3]) / (12 * h)
    assert found[1] == pytest.approx(slope, rel=1e-7, abs=1e-7)
    assert compiled.jvp((a, b), along)[1] == pytest.approx(found[1], rel=1e-8, abs=1e-9)
    hessian = np.array(compiled.hessian(a, b))
    assert found[2] == pytest.approx(np.array(along) @ hessian @ along / 2, rel=1e-6, abs=1e-8)
    shifted = la.taylor(f, order=4)(a + h * along[0], b + h * along[1], *along)
    before = la.taylor(f, order=4)(a - h * along[0], b - h * along[1], *along)
    for k in (2, 3):
        rate = (shifted[k] - before[k]) / (2 * h)
        assert (k + 1) * found[k + 1] == pytest.approx(rate, rel=1e-4, abs=1e-5)


def test_a_series_of_order_eight_against_its_closed_form():
    a, b = 1.3, 0.7
    found = la.taylor(decay, order=8)(a, b, 1.0, 0.5)
    expected = la.taylor(lambda a, b: b * la.exp(-a * b), order=8)(a, b, 1.0, 0.5)
    np.testing.assert_allclose(found, expected, rtol=1e-8, atol=1e-9)
    half = math.sqrt(math.pi) / 2
    found = la.taylor(lambda a, b: gaussian(a, b) + gaussian(a, 0.1 * a) * b, order=8)
    closed = la.taylor(
        lambda a, b: half / la.sqrt(a) * (la.erf(la.sqrt(a) * b) - la.erf(la.sqrt(a) * 0.1 * a)), 8
    )
    np.testing.assert_allclose(found(a, b, 1.0, 0.5), closed(a, b, 1.0, 0.5), rtol=1e-8, atol=1e-9)


def test_the_time_when_a_state_is_somewhere():
    """By the root of the dense output, whose derivative is the implicit function's."""

    def when(a):
        found = integrate.solve_ivp(
            lambda t, y: -a * y, (0.0, 5.0), [1.0], dense_output=True, **EXACT
        )
        return la.root(lambda t: found.sol(t)[0] - 0.5, bracket=(0.0, 5.0))

    compiled = la.compile(when)
    assert compiled(1.3) == pytest.approx(math.log(2.0) / 1.3, rel=1e-8)
    assert compiled.grad(1.3) == pytest.approx(-math.log(2.0) / 1.3**2, rel=1e-7)


def test_an_event_that_does_not_happen():
    def f(a):
        event = lambda t, y: t - a  # noqa: E731
        event.terminal = True
        return integrate.solve_ivp(lambda t, y: -y, (0.0, 1.0), [a], events=event).y[0, -1]

    compiled = la.compile(f)
    assert compiled(0.5) == pytest.approx(0.5 * math.exp(-0.5), rel=1e-3)
    with pytest.raises(ValueError, match="an event happens outside of t_span") as caught:
        compiled(1.5)
    for part in ("\n  where: test_integrate.py", "\n  instead: "):
        assert part in str(caught.value)


def falls(v0, g, floor):
    def lands(t, y):
        return y[0] - floor

    lands.terminal, lands.direction = True, -1
    return integrate.solve_ivp(
        lambda t, y: [y[1], -g - 0.1 * y[1]], (0.0, 50.0), [1.0, v0], events=lands, **EXACT
    )


def lands_at(v0, g, floor):
    found = falls(v0, g, floor)
    return found.t_events[0][0], found.y_events[0][0][1], found.t[-1], found.y[1, -1]


def test_the_time_of_an_event_of_the_states_has_the_derivative_of_the_implicit_function():
    f, x = la.compile(lands_at), (3.0, 9.81, 0.2)
    close(f(*x), lands_at(*x), 1e-11)
    close(np.transpose(la.jacobian(f)(*x)), differences(lands_at, x), 1e-6)


def test_second_derivatives_of_the_time_of_an_event():
    def half(k):
        event = lambda t, y: y[0] - 0.5  # noqa: E731
        event.terminal = True
        span, start = (0.0, 1e6), [1.0]  # far beyond the event, to which no step is made
        return integrate.solve_ivp(lambda t, y: -k * y, span, start, events=event, **EXACT).t[-1]

    f, x, two = la.compile(half), 0.7, math.log(2.0)
    close([f(x), f.grad(x), la.hessian(f)(x)], [two / x, -two / x**2, 2.0 * two / x**3], 1e-8)
    with pytest.raises(ValueError, match="the event does not happen within t_span") as caught:
        f(1e-9)
    assert "in half" in str(caught.value)
    assert "a longer t_span" in str(caught.value)


def test_times_before_an_event_of_the_states():
    def stops(k):
        event = lambda t, y: y[0] - 0.25  # noqa: E731
        event.terminal = True
        log = lambda t, y: -k * np.log(1.0 + 4.0 * y[:1] - 0.9)  # noqa: E731  # none beyond
        times = np.linspace(0.0, 50.0, 501)
        found = integrate.solve_ivp(log, (0.0, 50.0), [1.0], t_eval=times, events=event, **EXACT)
        return found.t[-1], found.y[0, -1]

    f = la.compile(stops)
    close(f(0.7), stops(0.7), 1e-12)
    close(flat(la.jacobian(f)(0.7)), flat(tuple(differences(stops, (0.7,)))), 1e-6)
