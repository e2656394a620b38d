"""`collect_factors`: how many operations are left, that a second run finds none to spare, and that
the values are the same."""

import math
import os
import pickle
import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lazyad as la
from lazyad import Graph, Node
from lazyad.evaluation import evaluate
from lazyad.graph import ZERO, const
from lazyad.passes import eliminate_dead_duals, fold_constants, merge_subexpressions, optimize
from lazyad.passes.factors import collect_factors
from lazyad.values.structure import leaves
from tests.fuzz.graphs import GUARDED

x, y, z, w = INPUTS = [Node.input(name) for name in "xyzw"]


def collected(outputs):
    """The graph before and after; valid, and the pass finds nothing more."""
    before = merge_subexpressions(Graph(INPUTS, outputs))
    after = collect_factors(before).verify()
    assert collect_factors(after) is after
    return before, after


def values(graph, point):
    return evaluate(leaves(graph.outputs), dict(zip(leaves(graph.inputs), point, strict=True)))


def assert_same_values(before, after, rel=1e-12):
    draw = random.Random(1)
    for _ in range(5):
        point = [draw.uniform(0.3, 2.0) for _ in INPUTS]
        assert values(after, point) == pytest.approx(values(before, point), rel=rel, abs=1e-12)


@pytest.mark.parametrize(
    ("outputs", "operations"),
    [
        # like terms
        (x + x, {"add": 1}),
        (x + y + x + y, {"mul": 1, "add": 1}),
        (3.0 * x + y - x, {"mul": 1, "add": 1}),
        ((x * y) * z + 2.0 * (z * y) * x, {"mul": 3}),
        (x - (y - x) - y, {"sub": 1, "mul": 1}),
        ((x + y) - (y + x), {}),
        # common factors
        (x * y + x * z, {"mul": 1, "add": 1}),
        (x * y - z * x, {"mul": 1, "sub": 1}),
        (x * y + x * z + x, {"mul": 1, "add": 2}),
        (100.0 * x + 100.0 * y + 100.0 * z, {"mul": 1, "add": 2}),
        (x * y * z - x * y * w, {"mul": 2, "sub": 1}),
        (x * y + x * z + w * y + w * z, {"mul": 1, "add": 2}),
        (x / w + y / w + z / w, {"add": 2, "div": 1}),
        (x * x * x + x * x + x * y, {"mul": 2, "add": 2}),
        # products in common
        ((x * y * z, w * y * x), {"mul": 3}),
        ((x * y, 2.0 * x * y), {"mul": 2}),
        ((x * x * x, x**2.0, x * x), {"mul": 2}),
        ((x * la.sqrt(x), 1.0 / (x * la.sqrt(x))), {"sqrt": 1, "mul": 1, "div": 1}),
        (x / la.sqrt(x), {"sqrt": 1}),
        ((x * y / z, x * w / z), {"mul": 2, "div": 1}),
        ((1.0 / x, 1.0 / (x * x)), {"div": 1, "mul": 1}),
        (x / y / z / w, {"mul": 2, "div": 1}),
        (x / (y / z), {"mul": 1, "div": 1}),
        ((x * y) / (y * z), {"div": 1}),
        # sums in common
        (((x - y) * z, (y - x) * w + z), {"sub": 2, "mul": 2}),
        ((la.sin(x + y), la.cos(z + y + x)), {"add": 2, "sin": 1, "cos": 1}),
        ((la.sin(x - y), la.cos(z + y - x)), {"sub": 2, "sin": 1, "cos": 1}),
        ((la.sin(3.0 * x + 5.0 * y), 3.0 * x + 5.0 * y + z), {"mul": 2, "add": 2, "sin": 1}),
        # negations
        (-(x - y) * z, {"sub": 1, "mul": 1}),
        (la.sin(-(x * (y - z))), {"sub": 1, "mul": 1, "sin": 1}),
        (-(-x) * -y + z, {"mul": 1, "sub": 1}),
        # constants in their places: 2 * (200 y) * x
        ((200.0 * y, 2.0 * z - 400.0 * y * x), {"mul": 3, "sub": 1}),
        ((la.sin(y + z), 2.0 * y + 2.0 * x + 2.0 * z), {"add": 2, "mul": 1, "sin": 1}),
        ((la.sin(y + z), (y + z) + x + y + z), {"add": 2, "mul": 1, "sin": 1}),
    ],
)
def test_exact_operations(outputs, operations):
    before, after = collected(outputs)
    assert {name: n for name, n in after.operations.items() if n} == operations
    assert_same_values(before, after)


@pytest.mark.parametrize(
    "outputs",
    [
        (x - y) * (x + y),
        3.0 * (x - 1.0),
        x * (y + z),
        la.sin(x) * y,
        x / y,
        (x / w, y / w, z / w),
        (x, 1.5, True),
        la.where(x > 0.0, -0.0, x + math.nan) * math.inf,
        x * 1e300 * y,
    ],
)
def test_nothing_to_gain_is_the_same_object(outputs):
    graph = Graph(INPUTS, outputs)
    assert collect_factors(graph) is graph


def test_a_constant_is_taken_out_once():
    """c y, made a literal for the sake of another c y z, is no y of c (y + x)."""

    def chebyshev(x):
        first = 2 * x - 1
        twice = 2 * first
        second = twice * first - 1
        third = twice * second - first
        return first, second / 4, third / 4, (twice * third - second) / 4

    for level in ("strict", "safe", "fast"):
        found = la.jacobian(chebyshev, optimize=level)(0.2)
        assert found == pytest.approx((2.0, -1.2, 0.66, 1.344), rel=1e-12)


def test_products_are_not_multiplied_out():
    graph = Graph(INPUTS, (x - y) * (x + y))
    assert collect_factors(graph) is graph
    near = (1.0 + 2.0**-40, 1.0, 0.0, 0.0)
    scaled = Graph(INPUTS, 3.0 * (x - y) + 3.0 * (z * w) + 3.0 * w * y)
    assert values(collect_factors(scaled), near) == [3.0 * 2.0**-40]


def test_a_product_does_not_become_many_divisions():
    r = 1.0 / w
    _, after = collected((x * r, y * r, z * r, x * y + x * z))
    assert after.operations == {"div": 1, "mul": 4, "add": 1}


def test_a_quotient_uses_the_reciprocal_that_is_there():
    _, after = collected((1.0 / w, x / w, y / w, x * y + x * z))
    assert after.operations == {"div": 1, "mul": 3, "add": 1}


def test_rosenbrock():
    def rosenbrock(a, b, c):
        return (1 - a) ** 2 + 100 * (b - a**2) ** 2 + (1 - b) ** 2 + 100 * (c - b**2) ** 2

    graph = la.compile(rosenbrock, optimize="fast").primal.graph
    after = collect_factors(graph)
    assert after.operations == {"mul": 7, "sub": 4, "add": 3}


def test_what_is_no_number_stays():
    graph = Graph(INPUTS, (la.where(x > y, True, x > z) & (y > z), x * ZERO, const(-0.0), x + -0.0))
    graph = Graph(INPUTS, (graph.outputs, x * y + x * z))
    after = collect_factors(graph).verify()
    assert values(after, [1.0, 2.0, 3.0, 4.0]) == [False, 0.0, 0.0, 1.0, 5.0]


def test_origins_and_order_are_kept():
    first, second = la.sin(x * y), la.sin(x * z)
    graph = Graph(INPUTS, first * w + second * w)
    after = collect_factors(graph)
    assert [n.op.name for n in after.nodes if not n.op.leaf] == "mul sin mul sin add mul".split()
    assert all(node.origin for node in after.nodes if not node.op.leaf)


@pytest.mark.parametrize("guarded", [lambda v: 1.0 / v, la.log, la.sqrt, lambda v: y / (v * v)])
def test_what_a_branch_guards_stays_in_it(guarded):
    chosen = la.where(x > 0.0, guarded(x) * y + guarded(x) * z, y * z + w * z)
    other = la.where(x > 0.0, 3.0 * guarded(x) * y, x)
    before, after = collected((chosen, other, x * y * z + w * y * x))
    assert after.operations.total() < before.operations.total()
    for at in (0.0, -1.0, 2.0):
        point = (at, 0.5, 0.7, 1.1)
        assert values(after, point) == pytest.approx(values(before, point), rel=1e-13)
    assert la.compile(after)(0.0, 0.5, 0.7, 1.1)[1] == 0.0


# ---------------------------------------------------------------------------- drawn graphs


@st.composite
def polynomials(draw):
    """Sums and products of few names, so that much is shared."""
    pool = [*INPUTS, const(2.0), const(-3.0), const(0.5)]
    kinds = ["add", "sub", "mul", "mul", "div", "neg", "sin", "sqrt", "square", "guarded"]
    for _ in range(draw(st.integers(1, 40))):
        pick = st.sampled_from(pool[-9:])
        a, b, kind = draw(pick), draw(pick), draw(st.sampled_from(kinds))
        if kind == "div":
            pool.append(a / (1.5 + la.cos(b)))
        elif kind == "sqrt":
            pool.append(la.sqrt(2.0 + la.sin(a)))
        elif kind == "square":
            pool.append(a * a)
        elif kind == "guarded":
            holds, op = draw(st.sampled_from(GUARDED))
            pool.append(la.where(holds(a), op(a) * b, b + a))
        else:
            op = getattr(la, kind)
            pool.append(op(a) if op.arity == 1 else op(a, b))
    outputs = tuple(pool[-draw(st.integers(1, 4)) :])
    return Graph(INPUTS, outputs, "drawn")


POINTS = st.tuples(*[st.floats(0.2, 2).map(lambda v: round(v, 3))] * 4)


def magnitudes(graph, point):
    """What the outputs would be if no sum cancelled: rounding is relative to that."""
    known = dict(zip(leaves(graph.inputs), point, strict=True))
    sizes = {node: abs(value) for node, value in known.items()}
    for node in graph.nodes:
        if node in known:
            continue
        known[node] = value = evaluate([node], known)[0]
        size = max(abs(float(value)), 1.0)
        slope = {"add": 1.0, "sub": 1.0, "neg": 1.0}.get(node.op.name)
        args = [sizes[arg] for arg in node.args]
        if slope:
            size = sum(args)
        elif node.op.name == "mul":
            size = args[0] * args[1]
        elif node.op.name == "div":
            size = args[0] / abs(known[node.args[1]]) * max(args[1] / abs(known[node.args[1]]), 1.0)
        elif node.op.name == "where":
            size = max(args[1:])
        elif args:
            size = max(size, *args) ** 2
        sizes[node] = max(size, 1.0)
    return [sizes[leaf] for leaf in leaves(graph.outputs)]


@settings(max_examples=20, deadline=None, derandomize=True)
@given(polynomials(), POINTS)
def test_drawn_graphs_keep_their_values(graph, point):
    after = collect_factors(graph).verify()
    assert after.operations.total() <= graph.operations.total()
    assert collect_factors(after) is after
    expected = values(graph, point)
    if not all(abs(value) < 1e100 for value in expected):
        return
    try:
        scales = magnitudes(graph, point)
    except (ArithmeticError, ValueError):  # a side that is not taken has no size
        scales = [1e3 * (1.0 + abs(value)) for value in expected]
    for value, other, scale in zip(values(after, point), expected, scales, strict=True):
        assert value == pytest.approx(other, rel=1e-12, abs=1e-12 * max(scale, 1.0))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(polynomials())
def test_it_settles_with_the_passes_before_it(graph):
    passes = (eliminate_dead_duals, fold_constants, merge_subexpressions, collect_factors)
    settled = optimize(graph, passes)
    assert all(one(settled) is settled for one in passes)


# ---------------------------------------------------------------------------- many


MANY = [2_000, pytest.param(200_000, marks=pytest.mark.slow)]


@pytest.mark.parametrize("n", MANY)
def test_a_long_sum_is_linear(n):
    total = const(0.0)
    names = [Node.input(f"x{i}") for i in range(n)]
    for name in names:
        total = total + 3.0 * la.sin(name) * names[0]
    after = collect_factors(Graph(names, total))
    assert after.operations == {"sin": n, "add": n - 1, "mul": 2}


@pytest.mark.parametrize("n", MANY)
def test_a_long_chain_is_linear(n):
    value = x
    for _ in range(n):
        value = la.sin(value * y - value * z)
    after = collect_factors(Graph(INPUTS, value))
    assert after.operations == {"sub": 1, "mul": n, "sin": n}


@pytest.mark.parametrize("n", MANY)
def test_a_long_product_is_linear(n):
    value = const(1.0)
    names = [Node.input(f"x{i}") for i in range(n)]
    for name in names:
        value = value * name
    after = collect_factors(Graph(names, (value, names[0] * names[1] + names[0] * names[2])))
    assert after.operations.total() <= n + 1


SCRIPT = """
import random, lazyad as la
from lazyad.passes.factors import collect_factors
draw = random.Random(3)
pool = [la.Node.input(name) for name in "abcdef"]
names = pool[:]
for _ in range(300):
    p, q = draw.choice(pool[-20:]), draw.choice(pool[-20:])
    pool.append(draw.choice([p + q, p - q, p * q, p * q, la.sin(p), 2.0 * p]))
print(collect_factors(la.Graph(names, tuple(pool[-9:]))))
"""


@pytest.mark.slow
def test_the_text_is_the_same_in_every_process():
    texts = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(texts) == 1


def test_what_comes_from_a_pickle_has_no_origins_and_keeps_its_inputs():
    compiled = la.compile(lambda x: la.sqrt(-x) + la.sqrt(-x))
    graph = pickle.loads(pickle.dumps(la.push_forward(compiled.trace)))
    after = collect_factors(merge_subexpressions(graph))
    assert after is not graph
    after.verify()


@pytest.mark.parametrize("optimize", ["strict", "safe"])
def test_the_slope_of_what_a_sum_was_rounded_by_is_what_its_slope_was_rounded_by(optimize):
    def two_sum(a, b):
        s = a + b
        t = s - a
        return s, (a - (s - t)) + (b - t)

    def compensated(x, y):
        s, e = two_sum(x * 1e16, y)
        s, _ = two_sum(s, -x * 1e16)
        return (s + e) * y

    def in_rounds(x, y):
        total, lost = x * 1e16, 0.0
        for _ in range(100):
            total, e = two_sum(total, y)
            lost += e
        return (total - x * 1e16 + lost) * y

    for function, times in ((compensated, 1.0), (in_rounds, 100.0)):
        f = la.compile(function, optimize=optimize)
        _, slope = f.jvp((1.2, 0.7), (1.1, 0.3))
        assert slope == pytest.approx(2 * times * 0.7 * 0.3, rel=1e-13)
