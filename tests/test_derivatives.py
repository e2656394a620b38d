"""The values of derivatives: every order against the others, eager Duals, mpmath and the books."""

import itertools
import math
import random

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings

import lazyad as la
from lazyad.derivatives.elimination import Linearized
from lazyad.derivatives.orders import _Filled
from lazyad.evaluation import evaluate
from lazyad.graph import const
from lazyad.values.structure import leaves, refilled, structure_of
from tests.corpus import CORPUS, smooth
from tests.fuzz.graphs import graph
from tests.test_corpus import compiled, reference
from tests.test_ops import MPMATH
from tests.test_random_graphs import POINT, graphs, of_mpmath, tame

ORDERS = ["forward", "reverse", "markowitz"]
CASES = [pytest.param(f, points, id=f.__name__) for f, points in CORPUS]


def flat(value):
    return [float(leaf) for leaf in leaves(structure_of(value))]


def unit(n, k):
    return [float(i == k) for i in range(n)]


def jacobian_of_duals(function, point):
    columns = [reference(function, point, unit(len(point), k))[1] for k in range(len(point))]
    return [entry for row in zip(*columns, strict=True) for entry in row]


def exact(graph, point, *along):
    """The derivative of each output along these inputs, to forty digits."""
    inputs = leaves(graph.inputs)
    counts = tuple(along.count(k) for k in range(len(inputs)))

    def value(root):
        def at(*x):
            found = of_mpmath(root, dict(zip(inputs, map(mpmath.mpf, x), strict=True)))
            return mpmath.mpf(found)

        return at

    with mpmath.mp.workdps(60):
        x = tuple(map(mpmath.mpf, point))
        h = mpmath.mpf(10) ** -18
        return [float(mpmath.diff(value(root), x, counts, h=h)) for root in leaves(graph.outputs)]


@pytest.mark.parametrize(("function", "points"), CASES)
@pytest.mark.parametrize(
    ("target", "optimize"),
    [("python", "strict"), ("python", "safe"), ("python", "fast"), ("numpy", "safe")],
)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # numpy evaluates both sides of a choice
def test_all_orders_agree_with_duals(function, points, target, optimize):
    f = compiled(function, optimize, target)
    for order in ORDERS:
        jacobian = la.jacobian(f, order=order)
        for point in points:
            want = jacobian_of_duals(function, point)
            assert flat(jacobian(*point)) == pytest.approx(want, rel=1e-12, abs=1e-13)


@pytest.mark.parametrize(("function", "points"), CASES)
def test_first_and_second_derivatives_agree_with_mpmath(function, points):
    f = compiled(function)
    n = len(points[0])
    for point in points[:2]:
        first = np.array(flat(f.jacobian(*point))).reshape(-1, n)
        for k in range(n):
            assert first[:, k] == pytest.approx(exact(f.trace, point, k), rel=1e-12)
        second = np.array(flat(f.hessian(*point))).reshape(-1, n, n)
        for i, k in itertools.combinations_with_replacement(range(n), 2):
            want = exact(f.trace, point, i, k)
            assert second[:, i, k] == pytest.approx(want, rel=1e-11, abs=1e-12)
            assert (second[:, i, k] == second[:, k, i]).all()


@pytest.mark.parametrize(("function", "points"), CASES)
def test_hessians_agree_with_nested_products(function, points):
    f = compiled(function)
    hessians = [la.hessian(f, order=order) for order in ORDERS]
    for point in points[:2]:
        n = len(point)
        columns = [flat(f.jacobian.jvp(point, unit(n, k))[1]) for k in range(n)]
        want = np.stack([np.reshape(column, (-1, n)) for column in columns], axis=-1)
        products = [flat(f.hvp(point, unit(n, k))) for k in range(n)]
        got = np.stack([np.reshape(product, (-1, n)) for product in products], axis=-1)
        for second in [got, *[np.reshape(flat(h(*point)), (-1, n, n)) for h in hessians]]:
            np.testing.assert_allclose(second, want, rtol=1e-11, atol=1e-12)


@pytest.mark.parametrize(("function", "points"), CASES)
def test_products_are_those_of_the_jacobian(function, points):
    f = compiled(function)
    for point in points[:2]:
        n = len(point)
        jacobian = np.array(flat(f.jacobian(*point))).reshape(-1, n)
        weights = [0.7, -0.2, 1.3, 0.4][: len(jacobian)]
        out = refilled(f.trace.outputs, weights)
        value, cotangents = f.vjp(point, out)
        assert value == f(*point)
        np.testing.assert_allclose(flat(cotangents), weights @ jacobian, rtol=1e-11, atol=1e-13)
        directions = np.array([[0.3, -1.7, 0.9], [1.0, 0.0, 0.0], [2.0, 0.5, 4.0]])[:, :n]
        value, tangents = f.jvp(point, tuple(directions.T))
        assert value == f(*point)
        want = directions @ jacobian.T
        np.testing.assert_allclose([*map(flat, tangents)], want, rtol=1e-11, atol=1e-13)


def drawn_jacobian(graph, point):
    """From eager Duals; None where they fail or grow too large to compare."""
    columns = []
    try:
        for k in range(3):
            duals = map(la.Dual, point, unit(3, k))
            known = dict(zip(leaves(graph.inputs), duals, strict=True))
            ends = evaluate(leaves(graph.outputs), known)
            columns.append([e.dual if isinstance(e, la.Dual) else 0.0 for e in ends])
    except (ArithmeticError, ValueError):
        return None
    found = np.array(columns).T
    return found if tame(found.ravel()) else None


@settings(max_examples=6, deadline=None, derandomize=True)
@given(graphs(), POINT)
def test_drawn_graphs(graph, point):
    want = drawn_jacobian(graph, point)
    if want is None:
        return
    scale, weights = 1e-8 * (1.0 + abs(want).max()), [0.7, -0.2, 1.3]
    for optimize, order in itertools.product(["strict", "safe", "fast"], ORDERS):
        compiled = la.compile(graph, optimize=optimize)
        got = flat(la.jacobian(compiled, order=order)(*point))
        np.testing.assert_allclose(np.reshape(got, (-1, 3)), want, atol=scale)
    cotangents = la.compile(graph).vjp(point, (weights[0], weights[1:]))[1]
    np.testing.assert_allclose(cotangents, weights @ want, atol=3 * scale)


@settings(max_examples=6, deadline=None, derandomize=True)
@given(graphs(), POINT)
def test_second_derivatives_of_drawn_graphs(graph, point):
    if drawn_jacobian(graph, point) is None:
        return
    compiled, direction = la.compile(graph), (0.3, -1.7, 0.9)
    try:
        along = flat(la.jacobian(compiled, order="forward").jvp(point, direction)[1])
    except (ArithmeticError, ValueError):
        return
    for order in ORDERS:
        second = np.reshape(flat(la.hessian(compiled, order=order)(*point)), (-1, 3, 3))
        if tame(along) and tame(second.ravel()):
            size = 1e-7 * (1.0 + abs(second).max())
            np.testing.assert_array_equal(second, second.transpose(0, 2, 1))
            np.testing.assert_allclose((second @ direction).ravel(), along, atol=size)
            np.testing.assert_allclose(flat(compiled.hvp(point, direction)), along, atol=size)


@pytest.mark.parametrize("seed", range(8))
def test_what_a_vertex_would_fill_is_counted_edge_by_edge(seed):
    drawn, one = graph(random.Random(seed)), const(1.0)
    numbers = leaves(drawn.inputs), leaves(drawn.outputs)
    linear = Linearized(drawn, *([{node: one} for node in nodes] for nodes in numbers))
    left = _Filled(linear)
    for vertex in random.Random(seed).sample(linear.inner, len(linear.inner)):
        left.eliminate(vertex)
        for v in set(linear.inner) & left.into.keys():
            pairs = itertools.product(left.into[v], left.out[v])
            assert left.new[v] == sum(node not in left.out[arg] for arg, node in pairs)


# -- branches


@pytest.mark.parametrize("order", [*ORDERS, None])
@pytest.mark.parametrize(
    ("function", "at", "slope"),
    [
        (lambda x: la.where(x > 0, la.log(x), x * x), -1.0, -2.0),
        (lambda x: la.where(x > 0, la.log(x), x * x), 0.0, 0.0),
        (lambda x: la.where(x > 0, la.log(x), 3.0) * x, 0.0, 3.0),
        (lambda x: la.where(x == 0, 0.0, x / x), 0.0, 0.0),
        (lambda x: la.where(x < 1, la.sqrt(1 - x), x), 1.0, 1.0),
        (lambda x: la.where(x > 0, la.sqrt(x), 0.0) * la.where(x > 1, 1 / x, x), 0.0, 0.0),
        (lambda x: la.where(x > 0, la.where(x > 1, la.log(x - 1), 1 / x), x) * x, 0.0, 0.0),
        (lambda x: np.where(x > 0, np.log(x), x * x), -1.0, -2.0),
        (lambda x: 9.0 if x == 3.0 else x * x, 3.1, 6.2),
        (lambda x: x * math.sqrt(x) if x > 0 else 2 * x, 0.0, 2.0),
        (lambda x: max(x, 0.0), 0.0, 0.5),
    ],
)
def test_the_branch_not_taken_leaves_no_nan(function, at, slope, order):
    assert la.grad(function, order=order)(at) == pytest.approx(slope, rel=1e-15)


def quotient_behind_if(x):
    a = 1 / x if x > 0 else x
    return a * x


NOT_TAKEN = [
    (lambda x: la.where(x > 0, la.log(x), x * x), -1.0, 2.0),
    (lambda x: la.where(x > 0, la.log(x), 0.0) * x * x, 0.0, 0.0),
    (lambda x: la.where(x > 0, la.sqrt(x), 0.0) * x, 0.0, 0.0),
    (lambda x: x * math.sqrt(x) if x > 0 else 2 * x * x, 0.0, 4.0),
]
TAKEN_APART = [
    (lambda x: la.where(x > 0, 1 / x, x) * x, 0.0, 2.0),
    (quotient_behind_if, 0.0, 2.0),
    (lambda x: la.where(x > 0, la.sqrt(x), 0.0) * la.where(x > 1, 1 / x, x), 0.0, 0.0),
]


@pytest.mark.parametrize("order", [*ORDERS, None])
@pytest.mark.parametrize("optimize", ["strict", "safe", "fast"])
@pytest.mark.parametrize(("function", "at", "want"), NOT_TAKEN)
def test_nor_do_second_derivatives(function, at, want, order, optimize):
    assert la.hessian(function, order=order, optimize=optimize)(at) == want
    assert la.grad(la.grad(function, order=order, optimize=optimize), order=order)(at) == want
    assert la.compile(function, optimize=optimize).hvp((at,), (1.0,)) == want


@pytest.mark.parametrize("optimize", ["strict", "safe"])
@pytest.mark.parametrize(("function", "at", "want"), TAKEN_APART)
def test_nor_do_second_derivatives_of_quotients(function, at, want, optimize):
    assert la.hessian(function, order="reverse", optimize=optimize)(at) == want
    assert la.hessian(function, order="markowitz", optimize=optimize)(at) == want
    assert la.compile(function, optimize=optimize).hvp((at,), (1.0,)) == want


# -- published values


def rosenbrock(x):
    return sum(100 * (x[i + 1] - x[i] ** 2) ** 2 + (1 - x[i]) ** 2 for i in range(len(x) - 1))


def black_scholes(S, K, r, sigma, T):
    d1 = (math.log(S / K) + (r + sigma**2 / 2) * T) / (sigma * math.sqrt(T))
    d2 = d1 - sigma * math.sqrt(T)
    return S * normal(d1) - K * math.exp(-r * T) * normal(d2)


def normal(z):
    return (1 + math.erf(z / math.sqrt(2))) / 2


@pytest.mark.parametrize("order", [*ORDERS, None])
def test_published_values(order):
    gradient = la.grad(rosenbrock, order=order)([0.1, 0.2, 0.3])
    assert gradient == pytest.approx([-9.4, 15.6, 52.0], rel=1e-13)
    at = np.array([1.3, 0.7, 0.8, 1.9, 1.2])  # SciPy has the Hessian in closed form
    hessian = la.hessian(rosenbrock, order=order)(at)
    from scipy.optimize import rosen_hess

    np.testing.assert_allclose(hessian, rosen_hess(at), rtol=1e-13)

    A = np.array([[2.0, 1.0, 0.5], [-1.0, 3.0, 0.2], [0.3, 0.7, 1.5]])
    got = la.grad(lambda a: np.linalg.det(a), order=order)(A)
    np.testing.assert_allclose(got, np.linalg.det(A) * np.linalg.inv(A).T, rtol=1e-12)


@pytest.mark.parametrize("order", [*ORDERS, None])
def test_greeks(order):
    point = S, K, r, sigma, T = 100.0, 95.0, 0.03, 0.25, 0.75
    root = math.sqrt(T)
    d1 = (math.log(S / K) + (r + sigma**2 / 2) * T) / (sigma * root)
    d2 = d1 - sigma * root
    density, paid = math.exp(-d1 * d1 / 2) / math.sqrt(2 * math.pi), K * math.exp(-r * T)
    vega = S * density * root
    theta = S * density * sigma / (2 * root) + r * paid * normal(d2)
    want = (normal(d1), -paid / K * normal(d2), T * paid * normal(d2), vega, theta)
    assert la.grad(black_scholes, order=order)(*point) == pytest.approx(want, rel=1e-12)
    second = la.hessian(black_scholes, order=order)(*point)
    assert second[0][0] == pytest.approx(density / (S * sigma * root), rel=1e-11)  # gamma
    assert second[0][3] == pytest.approx(-density * d2 / sigma, rel=1e-11)  # vanna
    assert second[3][3] == pytest.approx(vega * d1 * d2 / sigma, rel=1e-11)  # volga


POLLU = [  # rate constant, reactants, products (Verwer 1994; species from 1)
    (0.35, [1], [2, 3]),
    (26.6, [2, 4], [1]),
    (1.23e4, [2, 5], [1, 6]),
    (8.6e-4, [7], [6, 6, 8]),
    (8.2e-4, [7], [6, 8]),
    (1.5e4, [6, 7], [5, 8]),
    (1.3e-4, [9], [5, 6, 8, 10]),
    (2.4e4, [5, 9], [11]),
    (1.65e4, [10, 11], [1, 12]),
    (9.0e3, [1, 11], [13]),
    (0.022, [13], [1, 11]),
    (1.2e4, [2, 10], [1, 14]),
    (1.88, [14], [5, 15]),
    (1.63e4, [1, 6], [15]),
    (4.8e6, [3], [4]),
    (3.5e-4, [4], [16]),
    (0.0175, [4], [3]),
    (1.0e8, [16], [6, 6]),
    (4.44e11, [16], [3]),
    (1240.0, [6, 17], [18]),
    (2.1, [19], [1]),
    (5.78, [19], [2, 1]),
    (0.0474, [19, 4], [1, 20]),
    (1780.0, [1, 19], [20]),
    (3.12, [20], [19, 1]),
]


def mass_action(y):
    out = [0.0] * 20
    for k, reactants, products in POLLU:
        rate = k * math.prod([y[s - 1] for s in reactants])
        for s in reactants:
            out[s - 1] = out[s - 1] - rate
        for s in products:
            out[s - 1] = out[s - 1] + rate
    return out


@pytest.mark.parametrize("order", [*ORDERS, None])
def test_pollu(order):
    """∂ẏ/∂y = Σ over reactions of (products - reactants) ⊗ ∂rate, from the table alone."""
    y = [0.1 + 0.05 * i for i in range(20)]
    want = np.zeros((20, 20))
    for k, reactants, products in POLLU:
        net = np.zeros(20)
        for s in reactants:
            net[s - 1] -= 1
        for s in products:
            net[s - 1] += 1
        for at, s in enumerate(reactants):
            others = math.prod(y[o - 1] for o in reactants[:at] + reactants[at + 1 :])
            want[:, s - 1] += net * k * others
    dense = la.jacobian(mass_action, order=order)(y)
    np.testing.assert_allclose(dense, want, rtol=1e-13, atol=1e-13)
    sparse = la.jacobian(mass_action, order=order, sparse=True)
    np.testing.assert_array_equal(sparse(y).toarray(), dense)
    assert sparse.sparsity.matrix().nnz == np.count_nonzero(want)


# -- higher derivatives of ops where a partial has a seam

UNARY = "sin cos tan tanh sinh cosh exp expm1 log1p atan asinh square expit log1pexp erf".split()


@pytest.mark.parametrize("name", UNARY)
def test_third_derivatives_at_zero(name):
    op = getattr(la, name)
    derived = la.compile(lambda x: op(x))
    for count in (1, 2, 3):
        derived = derived.grad
        for at in (0.0, 0.5, -0.5):
            with mpmath.mp.workdps(60):
                want = float(mpmath.diff(MPMATH[name], mpmath.mpf(at), count))
            assert derived(at) == pytest.approx(want, rel=1e-10, abs=1e-10), (count, at)


@pytest.mark.parametrize(
    ("derivative", "want"),
    [
        (lambda: la.hessian(lambda x: la.expit(x))(0.0), 0.0),
        (lambda: la.grad(la.hessian(lambda x: la.log1pexp(x)))(0.0), 0.0),
        (lambda: la.grad(la.hessian(lambda x: la.tanh(x)))(0.0), -2.0),
        (lambda: la.hessian(lambda x: abs(x))(0.0), 0.0),
        (lambda: la.grad(la.hessian(lambda x: la.logaddexp(x, 1.0)))(1.0), 0.0),
        (lambda: la.hvp(lambda x, y: x**y, (2.0, 0.0), (0.0, 1.0))[0], 0.5),
        (lambda: la.jacobian(la.grad(lambda x, y: x**y))(2.0, 0.0)[0][1], 0.5),
        (lambda: la.grad(la.hessian(lambda x, y: x**y, 0), 1)(2.0, 1.0), 0.5),
    ],
)
def test_partials_have_derivatives_of_their_own(derivative, want):
    assert derivative() == pytest.approx(want, abs=1e-12)


# -- size


@pytest.mark.parametrize("order", ["reverse", "markowitz"])
def test_wide_and_deep(order):
    gradient = la.grad(lambda x: sum(a * a for a in x), order=order)
    assert gradient([0.5] * 500) == [1.0] * 500

    def deep(x):
        for _ in range(800):
            x = 1.0 - math.sin(x) / 3.0
        return x

    assert la.grad(deep, order=order)(0.3) == la.jvp(deep, (0.3,), (1.0,))[1]


def clipped(x):
    for _ in range(8):
        x = la.clip(x, -1, 1) * 0.99
    return x


def relu(x):
    for _ in range(250):
        x = max(x, 0.0) * 1.01 + 0.01
    return x


def test_choices_of_several_sides_are_not_multiplied_out():
    assert la.grad(clipped, order="reverse").primal.chosen.derived.operations.total() < 500


@pytest.mark.parametrize("order", ["reverse", None])
def test_hundreds_of_choices(order):
    want = la.jvp(relu, (0.3,), (1.0,))[1]
    assert la.grad(relu, order=order)(0.3) == pytest.approx(want, rel=1e-12)


@pytest.mark.parametrize("order", [*ORDERS, None])
@pytest.mark.parametrize("x", [math.inf, -math.inf, math.nan, -0.0, 1e-320, 1e300])
def test_hostile_numbers(order, x):
    got = la.grad(lambda x, y: x * y + smooth(y, y), order=order)(x, 0.5)
    assert got[0] == 0.5
    assert la.grad(lambda x: x * x, order=order)(x) == pytest.approx(2 * x, nan_ok=True)
