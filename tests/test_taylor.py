"""Taylor coefficients against mpmath, against tangents of tangents, and what they cost."""

import dataclasses
import math
import random

import mpmath
import numpy as np
import pytest
from hypothesis import assume, given, settings

import lazyad as la
from lazyad.derivatives import push_forward
from lazyad.derivatives.taylor import expand
from lazyad.emit.targets import find_target, legalize
from lazyad.evaluation import evaluate
from lazyad.graph import CONST, ITEM, LOOP, OPS, RAISE, ZERO, Graph, Node, const, is_const
from lazyad.passes import optimize
from lazyad.regions import run
from lazyad.values.errors import explain
from lazyad.values.structure import leaves
from tests.corpus import CORPUS
from tests.test_ops import CONDITIONS, MPMATH, ROWS, sample
from tests.test_random_graphs import POINT, graphs

SMOOTH = [op for op in ROWS if not op.condition and op.name not in ("where", "polygamma")]


def values(graph, *given):
    """The output's leaves by evaluating the graph as it stands."""
    nodes = leaves(graph.inputs)
    return evaluate(leaves(graph.outputs), dict(zip(nodes, given, strict=True)))


def series(function, point, direction, order):
    """Coefficients by the emitted kernel of a hand-built graph with one number to each input."""
    inputs = [Node.input(name) for name in "xyz"[: len(point)]]
    graph = expand(Graph(inputs, function(*inputs)), None, order)
    return la.compile(graph)(*point, *direction)


def tangents_of_tangents(graph):
    """c_1 and twice c_2, by forward mode over forward mode in the same direction."""
    once = push_forward(graph)
    first = Graph(once.inputs, once.outputs[1], "first")
    twice = push_forward(first, list(graph.inputs))
    at = {name: i for i, name in enumerate(graph.inputs)}

    def run(point, direction):
        assert len(point) == len(at)
        return values(first, *point, *direction), values(
            Graph(twice.inputs, twice.outputs[1]), *point, *direction, *direction
        )

    return run


def in_mpmath(root, known):
    """The value of a small graph in mpmath's arithmetic; only the branch taken."""
    if root in known:
        return known[root]
    if root.op is CONST:
        return root.payload
    if root.op is ITEM:
        return in_mpmath(root.args[0], known)[root.payload]
    if root.op is LOOP:
        args = [in_mpmath(arg, known) for arg in root.args]
        known[root] = run(root, args, lambda ends, own: [in_mpmath(one, own) for one in ends])
    elif root.op is OPS["where"]:
        condition, one, other = root.args
        known[root] = in_mpmath(one if in_mpmath(condition, known) else other, known)
    else:
        args = [in_mpmath(arg, known) for arg in root.args]
        op = root.op if root.op.name in CONDITIONS else MPMATH[root.op.name]
        known[root] = op(*args)
    return known[root]


def along_the_line(function, point, direction, order):
    """Coefficients of function(point + t direction), by mpmath."""

    def moved(t):
        pairs = zip(point, direction, strict=True)
        return function(*[mpmath.mpf(p) + t * mpmath.mpf(d) for p, d in pairs])

    with mpmath.workdps(40):
        return [float(c) for c in mpmath.taylor(moved, 0, order)]


def by_mpmath(graph, leaf, point, direction, order):
    nodes = leaves(graph.inputs)

    def function(*moved):
        return in_mpmath(leaf, dict(zip(nodes, moved, strict=True)))

    return along_the_line(function, point, direction, order)


def close(want, rel=1e-12):
    """Relative to the coefficient, or to the largest beside it where that one nearly cancels."""
    size = max(map(abs, want))
    return pytest.approx(want, rel=rel, abs=0.01 * rel * size + 1e-300)


# ---------------------------------------------------------------------------------- every row


@pytest.mark.parametrize("op", SMOOTH, ids=lambda op: op.name)
def test_rows_against_mpmath(op):
    inputs = [Node.input(name) for name in "xyz"[: op.arity]]
    graph = expand(Graph(inputs, op(*inputs)), None, 6)
    for seed in range(2):
        point = sample(op, seed)
        draw = random.Random(seed)
        direction = [draw.uniform(0.2, 0.8) * draw.choice((-1, 1)) for _ in point]

        got = values(graph, *point, *direction)
        assert got == close(along_the_line(MPMATH[op.name], point, direction, 6))


@pytest.mark.parametrize("op", SMOOTH, ids=lambda op: op.name)
def test_rows_of_a_moving_argument(op):
    """Every coefficient of the argument counts: the op of arctangents, scaled into its domain."""
    inputs = [Node.input(name) for name in "xyz"[: op.arity]]
    args = [
        low + (high - low) * (0.5 + 0.25 * la.tanh(x))
        for x, (low, high) in zip(inputs, op.domain, strict=True)
    ]
    graph = Graph(inputs, op(*args))
    point, direction = [0.3, -0.4, 0.2][: op.arity], [0.7, 0.5, -0.6][: op.arity]
    want = by_mpmath(graph, graph.outputs, point, direction, 6)
    assert values(expand(graph, None, 6), *point, *direction) == close(want, 2e-12)


@pytest.mark.parametrize("op", SMOOTH, ids=lambda op: op.name)
def test_rows_against_tangents_of_tangents(op):
    inputs = [Node.input(name) for name in "xyz"[: op.arity]]
    graph = Graph(inputs, op(*inputs))
    point, direction = sample(op, 7), [0.7, -0.4, 0.3][: op.arity]
    (first,), (second,) = tangents_of_tangents(graph)(point, direction)
    _, c1, c2 = values(expand(graph, None, 2), *point, *direction)
    assert c1 == pytest.approx(first, rel=1e-13)
    assert 2.0 * c2 == pytest.approx(second, rel=1e-11, abs=1e-14)


@pytest.mark.parametrize("op", [op for op in OPS.values() if op.condition], ids=lambda op: op.name)
def test_conditions_have_the_coefficient_zero(op):
    inputs = [Node.input(name) for name in "xy"[: op.arity]]
    args = [x > 1.0 for x in inputs] if op.name in CONDITIONS else inputs
    _, c1, c2 = expand(Graph(inputs, op(*args)), None, 2).outputs
    assert c1 is ZERO
    assert c2 is ZERO


def test_polygamma_of_a_fixed_order():
    n, x = Node.input("n"), Node.input("x")
    graph = Graph([n, x], la.polygamma(n, x))
    got = values(expand(graph, ["x"], 4), 2.0, 1.7, 1.0)
    with mpmath.workdps(40):
        want = [float(mpmath.polygamma(2 + k, 1.7) / math.factorial(k)) for k in range(5)]
    assert got == close(want)
    with pytest.raises(TypeError, match="polygamma has no derivative in its argument 1"):
        expand(graph, None, 2)


def test_a_row_of_the_users_own():
    lambert_w = la.op("lambert_w", lambda x: x, lambda out, x: (out / (x * (1.0 + out)),))
    try:
        x = Node.input("x")
        graph = expand(Graph([x], lambert_w(x)), None, 5)
        # the value of the row above is not W, so W's value is put in its place
        value = float(mpmath.lambertw(1.5).real)
        known = {x: 1.5, graph.inputs["dx"]: 1.0, graph.outputs[0]: value}
        want = [float(c.real) for c in mpmath.taylor(mpmath.lambertw, 1.5, 5)]
        assert evaluate(graph.outputs, known) == close(want)
    finally:
        del OPS["lambert_w"]


def test_what_a_condition_reads_may_be_needed_in_all_orders():
    row = la.op(
        "bent", lambda x: x, lambda out, x: (la.where(la.exp(x) > 1.0, la.exp(x), la.cos(x)),)
    )
    try:
        x = Node.input("x")
        graph = expand(Graph([x], row(x)), None, 4)
        up, down = values(graph, 0.5, 1.0), values(graph, -0.5, 1.0)
        assert up[1:] == pytest.approx([math.exp(0.5) / math.factorial(k) for k in range(1, 5)])
        sines = [float(c) for c in mpmath.taylor(mpmath.sin, -0.5, 4)]
        assert down[1:] == pytest.approx(sines[1:])
    finally:
        del OPS["bent"]


@pytest.mark.parametrize("x", [-30.0, -12.5, 0.0, 9.0, 19.0, 30.0])
@pytest.mark.parametrize("op", [la.tanh, la.expit, la.log1pexp, la.expm1], ids=lambda op: op.name)
def test_every_digit_in_the_tails(op, x):
    got = values(expand(Graph([z := Node.input("z")], op(z)), None, 3), x, 1.0)
    want = along_the_line(MPMATH[op.name], [x], [1.0], 3)
    assert got == pytest.approx(want, rel=1e-13, abs=0.0)


# ---------------------------------------------------------------------------------- programs


@pytest.mark.parametrize(
    ("function", "points"), [pytest.param(f, points, id=f.__name__) for f, points in CORPUS]
)
def test_corpus(function, points):
    graph = la.compile(function).lower(*points[0]).trace
    expanded = expand(graph, None, 4).verify()
    optimized = optimize(legalize(expanded, find_target("python"))).verify()
    nested = tangents_of_tangents(graph)
    count = len(leaves(graph.outputs))
    for point in points:
        direction = [0.3, -1.7, 0.9][: len(point)]
        got = values(expanded, *point, *direction)
        assert values(optimized, *point, *direction) == pytest.approx(got, rel=1e-11, abs=1e-12)
        first, second = nested(point, direction)
        assert got[:count] == values(graph, *point)
        assert got[count : 2 * count] == pytest.approx(first, rel=1e-11, abs=1e-13)
        halved = [c / 2.0 for c in second]
        assert got[2 * count : 3 * count] == pytest.approx(halved, rel=1e-10, abs=1e-12)
        for at, leaf in enumerate(leaves(graph.outputs)):
            if leaf.op.condition:
                continue
            assert got[at::count] == close(by_mpmath(graph, leaf, point, direction, 4), 1e-11)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(graphs(), POINT, POINT)
def test_drawn_graphs(graph, point, direction):
    assume(len({abs(x) for x in point} | {0.0}) == 4)  # at a kink there are conventions, not series
    first, second = tangents_of_tangents(graph)(point, direction)
    got = values(expand(graph, None, 2), *point, *direction)
    for c1, c2, d1, d2 in zip(got[3:6], got[6:9], first, second, strict=True):
        assert c1 == pytest.approx(d1, rel=1e-9, abs=1e-9)
        assert 2.0 * c2 == pytest.approx(d2, rel=1e-7, abs=1e-7)


def test_containers_in_and_out():
    @dataclasses.dataclass
    class Body:
        mass: float
        place: list

    def f(body, scale):
        return {"moved": [body.mass * p * p for p in body.place], "scale": (la.exp(scale), 2.0)}

    graph = la.compile(f).lower(Body(2.0, [3.0, 5.0]), 0.5).trace
    expanded = expand(graph, ["body.place", "scale"], 3)
    assert list(expanded.inputs) == ["body", "scale", "dbody_place", "dscale"]
    assert expanded.seeds == ("dbody_place", "dscale")
    assert [list(c) for c in expanded.outputs] == [["moved", "scale"]] * 4
    c0, c1, c2, c3 = la.compile(expanded)(Body(2.0, [3.0, 5.0]), 0.5, [1.0, -1.0], 2.0)
    e = math.exp(0.5)
    assert c0 == {"moved": [18.0, 50.0], "scale": (e, 2.0)}
    assert c1 == {"moved": [12.0, -20.0], "scale": (2.0 * e, 0.0)}
    assert c2 == {"moved": [2.0, 2.0], "scale": (2.0 * e, 0.0)}
    assert c3 == {"moved": [0.0, 0.0], "scale": (pytest.approx(4.0 / 3.0 * e), 0.0)}


def test_arrays_in_and_out():
    def f(a):
        return np.exp(a) @ a

    a, v = np.array([0.1, 0.2, 0.7]), np.array([1.0, -2.0, 0.5])
    graph = la.compile(f).lower(a).trace
    got = la.compile(expand(graph, None, 4))(a, v)
    want = along_the_line(lambda *a: sum(mpmath.exp(p) * p for p in a), a.tolist(), v.tolist(), 4)
    assert list(got) == close(want)


def test_names_of_seeds():
    x, dx = Node.input("x"), Node.input("dx")
    graph = expand(Graph([x, dx], x * dx), None, 2)
    assert list(graph.inputs) == ["x", "dx", "dx_", "ddx"]
    assert values(graph, 2.0, 3.0, 5.0, 7.0) == [6.0, 29.0, 35.0]
    assert list(expand(Graph([x, dx], x * dx), ["dx"], 2).inputs) == ["x", "dx", "ddx"]


def test_lines_are_the_primals():
    def f(x):
        y = la.sin(x)
        return y * la.atan(x), y

    graph = la.compile(f).lower(1.0).trace
    origins = {node.origin for node in graph.nodes if node.origin}
    before = set(graph.nodes)
    expanded = expand(graph, None, 3)
    for c in expanded.outputs[1:]:
        for primal, derived in zip(graph.outputs, c, strict=True):
            assert derived.origin.primal is primal.origin
    made = [n for n in expanded.nodes if not n.op.leaf and n not in before]
    assert made
    for node in made:
        first = node.origin
        while first.primal:
            first = first.primal
        assert first is not node.origin
        assert first in origins


# ---------------------------------------------------------------------------------- choices


@pytest.mark.parametrize("x", [-1.0, 0.0, 2.0])
def test_both_sides_of_a_choice(x):
    got = series(lambda x: la.where(x > 0.0, la.log(x) * la.sqrt(x), x * x), (x,), (1.0,), 4)
    if x > 0.0:
        want = [float(c) for c in mpmath.taylor(lambda t: mpmath.log(t) * mpmath.sqrt(t), x, 4)]
        assert list(got) == close(want)
    else:
        assert got == (x * x, 2.0 * x, 1.0, 0.0, 0.0)


@pytest.mark.parametrize(
    "function",
    [
        lambda x, y: la.max(x, la.sqrt(y)),
        lambda x, y: -la.min(-x, -la.sqrt(y)),
        lambda x, y: la.clip(la.sqrt(y), x, x + 1.0),
        lambda x, y: la.where(x > 0.0, x, 1.0 / y),
    ],
)
def test_a_singular_side_that_is_not_taken(function):
    assert series(function, (2.0, 0.0), (3.0, 1.0), 3) == (2.0, 3.0, 0.0, 0.0)


def test_a_singular_partial_that_is_not_taken():
    x = Node.input("x")
    assert values(expand(Graph([x], la.j1(x)), None, 1), 0.0, 1.0) == [0.0, 0.5]
    assert series(la.sinc, (0.0,), (1.0,), 4) == pytest.approx(
        (1.0, 0.0, -(math.pi**2) / 6.0, 0.0, math.pi**4 / 120.0)
    )


def test_what_raises_is_left_alone():
    x = Node.input("x")
    message = explain("negative", "here", "positive")
    refused = Node(RAISE, (), (ValueError, message))
    graph = Graph([x], la.where(x > 0.0, la.sqrt(x), refused))
    kernel = la.compile(expand(graph, None, 2))
    assert kernel(4.0, 1.0) == (2.0, 0.25, -1.0 / 64.0)
    with pytest.raises(ValueError, match="negative"):
        kernel(-4.0, 1.0)


# ---------------------------------------------------------------------------------- powers


@pytest.mark.parametrize("n", range(8))
@pytest.mark.parametrize("x", [0.0, -1.5])
def test_whole_powers_of_any_base(n, x):
    got = series(lambda x: x ** float(n), (x,), (2.0,), 6)
    want = [math.comb(n, k) * x ** (n - k) * 2.0**k if k <= n else 0.0 for k in range(7)]
    assert got == pytest.approx(want, rel=1e-14)


@pytest.mark.parametrize("exponent", [-3.0, -1.5, -1.0, 0.5, 1.5, 2.7, 40.0])
def test_constant_powers(exponent):
    got = series(lambda x: la.sin(x) ** exponent, (1.1,), (1.0,), 6)
    want = mpmath.taylor(lambda t: mpmath.sin(t) ** mpmath.mpf(exponent), 1.1, 6)
    assert list(got) == close([float(c) for c in want], 1e-11)


def test_a_huge_power_is_no_deep_recursion():
    c0, c1 = series(lambda x: x**1e300, (1.0,), (1e-300,), 1)
    assert (c0, c1) == (1.0, pytest.approx(1.0))


def test_powers_of_unknown_exponents():
    x, n = Node.input("x"), Node.input("n")
    graph = Graph([x, n], x**n)
    fixed = expand(graph, ["x"], 4)
    assert values(fixed, -2.0, 3.0, 1.0) == pytest.approx([-8.0, 12.0, -6.0, 1.0, 0.0])
    moving = expand(graph, ["n"], 4)
    logs = [math.log(2.0) ** k / math.factorial(k) * 8.0 for k in range(5)]
    assert values(moving, 2.0, 3.0, 1.0) == pytest.approx(logs, rel=1e-14)
    assert values(moving, -2.0, 3.0, 1.0) == [-8.0, 0.0, 0.0, 0.0, 0.0]  # as the row has it


def test_powers_of_zero():
    whole = la.taylor(lambda t, n: (2.0 * t + t * t) ** round(n), 4)
    assert whole(0.0, 3.0, 1.0, 0.0) == (0.0, 0.0, 0.0, 8.0, 12.0)
    assert whole(0.0, 0.0, 1.0, 0.0) == (1.0, 0.0, 0.0, 0.0, 0.0)
    assert whole(0.0, 7.0, 1.0, 0.0) == (0.0, 0.0, 0.0, 0.0, 0.0)
    assert whole(0.5, 3.0, 1.0, 0.0) == pytest.approx((1.953125, 14.0625, 38.4375, 49.5, 30.75))
    assert la.taylor(lambda t: t**2.5, 2)(0.0, 1.0) == (0.0, 0.0, 0.0)
    with pytest.raises(ZeroDivisionError):
        la.taylor(lambda t: t**2.5, 3)(0.0, 1.0)
    assert la.taylor(lambda t: np.power(t, 2.5), 3)(0.0, 1.0) == (0.0, 0.0, 0.0, math.inf)


# ---------------------------------------------------------------------------------- cost


def cost(graph, order):
    return optimize(legalize(expand(graph, None, order), find_target("python"))).operations


def test_cost_of_the_eighth_order():
    x = Node.input("x")
    graph = Graph([x], la.sin(la.exp(x)) / (1.0 + x * x))
    assert cost(graph, 8).total() <= 200
    with mpmath.workdps(40):
        want = mpmath.taylor(lambda t: mpmath.sin(mpmath.exp(t)) / (1 + t * t), 0.7, 8)
    got = la.compile(expand(graph, None, 8))(0.7, 1.0)
    assert list(got) == pytest.approx([float(c) for c in want], rel=1e-13)


def test_cost_is_quadratic_in_the_order_and_linear_in_the_graph():
    x = Node.input("x")

    def chain(length):
        y = x
        for _ in range(length):
            y = la.atan(la.sin(y) * x + 1.0)
        return Graph([x], y)

    at = {order: expand(chain(4), None, order).operations.total() for order in (8, 16, 32)}
    assert at[16] / at[8] < 4.0
    assert at[32] / at[16] < 4.0
    lengths = [expand(chain(n), None, 5).operations.total() for n in (3, 4, 5)]
    assert lengths[2] - lengths[1] == lengths[1] - lengths[0]


def test_sine_and_cosine_are_shared():
    x = Node.input("x")
    u = la.exp(x)
    one, both = Graph([x], la.sin(u)), Graph([x], (la.sin(u), la.cos(u)))
    assert cost(one, 6)["sin"] == cost(one, 6)["cos"] == 1
    # the cosine's last coefficient alone was not needed for the sine's
    assert (cost(both, 6) - cost(one, 6)).total() <= 6 + 5 + 1 + 2


def test_a_square_takes_half_the_products():
    x = Node.input("x")
    u = la.exp(x)
    square = (
        expand(Graph([x], u * u), None, 8).operations - expand(Graph([x], u), None, 8).operations
    )
    assert square["mul"] == 9 + 16 + 8  # c_0, halves of 2 to 9 products, doublings
    assert cost(Graph([x], la.square(u)), 8) == cost(Graph([x], u * u), 8)


@pytest.mark.parametrize("op", [*SMOOTH, OPS["where"]], ids=lambda op: op.name)
def test_no_arithmetic_with_zeros_and_ones(op):
    inputs = [Node.input(name) for name in "xyz"[: op.arity]]
    args = [inputs[0] > 0.0, *inputs[1:]] if op.lazy else inputs
    graph = Graph(inputs, op(*args))
    before = set(graph.nodes)
    for wrt in (list(graph.inputs), list(graph.inputs)[-1:]):
        for node in expand(graph, wrt, 4).nodes:
            if node not in before and node.op.name in ("mul", "div", "add", "sub", "neg"):
                assert not any(arg is ZERO for arg in node.args)
                factors = {"mul": node.args, "div": node.args[1:]}.get(node.op.name, ())
                assert not any(is_const(arg, 1.0) for arg in factors)


def test_what_nothing_seeded_reaches_is_zero():
    x, y = Node.input("x"), Node.input("y")
    graph = Graph([x, y], (la.exp(y), la.floor(x) * 2.0, const(3.0), x, y * x))
    c0, c1, c2, c3 = expand(graph, ["x"], 3).outputs
    assert all(a is b for a, b in zip(c0, graph.outputs, strict=True))
    assert [c is ZERO for c in c1] == [True, True, True, False, False]
    assert all(c is ZERO for c in (*c2, *c3))


def test_orders():
    x = Node.input("x")
    graph = Graph([x], la.exp(x))
    assert values(expand(graph, None, 0), 0.0, 1.0) == [1.0]
    assert values(expand(graph, None, 1), 0.0, 1.0) == [1.0, 1.0]
    for order in (-1, 1.5, None, True):
        with pytest.raises(ValueError, match="order"):
            expand(graph, None, order)


@pytest.mark.slow
def test_long_chains():
    x = Node.input("x")
    y = x
    for _ in range(1500):
        y = la.where(y > 0.8, y / 2.0, la.sin(y) * 0.5 + x) ** 2.0
    graph = Graph([x], y)
    _, c1, c2 = values(expand(graph, None, 2), 0.7, 1.0)
    (first,), (second,) = tangents_of_tangents(graph)((0.7,), (1.0,))
    assert c1 == pytest.approx(first, rel=1e-11)
    assert 2.0 * c2 == pytest.approx(second, rel=1e-11)
