"""Each pass alone: what it changes, exactly, and what it must leave."""

import math

import pytest

import lazyad as la
from lazyad import Graph, Node, ops, passes
from lazyad.graph import ZERO, const, is_const, rewrite
from lazyad.ops import OPS

x, y = Node.input("x"), Node.input("y")


def delta(one, output):
    """What the pass removed and added, by op."""
    before = Graph([x, y], output)
    after = one(before).verify()
    gone, new = before.operations - after.operations, after.operations - before.operations
    return dict(gone), dict(new)


@pytest.mark.parametrize(
    ("one", "output", "gone", "new"),
    [
        (passes.eliminate_dead_duals, x + y * ZERO, {"mul": 1, "add": 1}, {}),
        (passes.eliminate_dead_duals, ZERO - x, {"sub": 1}, {"neg": 1}),
        (passes.eliminate_dead_duals, x * (ZERO / y), {"mul": 1, "div": 1}, {}),
        (passes.eliminate_dead_duals, la.where(x > 0, ZERO, ZERO), {"where": 1, "gt": 1}, {}),
        (passes.eliminate_dead_duals, la.where(x > 0, ZERO, y), {}, {}),
        (passes.fold_constants, x * (const(2.0) + const(3.0)), {"add": 1}, {}),
        (passes.fold_constants, la.where(const(True), x, y), {"where": 1}, {}),
        (passes.fold_constants, x + la.sin(const(1.0)) * 2.0, {"sin": 1, "mul": 1}, {}),
        (passes.fold_constants, x + la.log(const(-1.0)), {}, {}),
        (passes.fold_constants, x + const(1.0) / const(0.0), {}, {}),
        (passes.fold_constants, x + const(1e308) ** const(2.0), {}, {}),
        (passes.fold_constants, x + const(-8.0) ** const(0.5), {}, {}),
        (passes.merge_subexpressions, x * y + y * x, {"mul": 1}, {}),
        (passes.merge_subexpressions, la.sin(x) * la.sin(x), {"sin": 1}, {}),
        (passes.merge_subexpressions, (x - y) * (y - x), {}, {}),
        (passes.merge_subexpressions, (x * 0.0) + (x * -0.0), {}, {}),
        (passes.merge_subexpressions, (x + math.nan) * (x + math.nan), {"add": 1}, {}),
        (passes.merge_subexpressions, la.where(x > 0, const(1.0), const(True)), {}, {}),
        (passes.stabilise, la.exp(x) - 1.0 + y, {"exp": 1, "sub": 1}, {"expm1": 1}),
        (passes.stabilise, la.exp(x) - y, {}, {}),
        (passes.simplify_exact, x**2.0, {}, {}),
        (passes.expand_powers, x**2.0, {"pow": 1}, {"mul": 1}),
        (passes.simplify_exact, -(-x) + 0.0, {"neg": 2}, {}),
        (passes.simplify_exact, la.where(x <= math.inf, x, y), {"le": 1}, {"eq": 1}),
        (passes.simplify_exact, la.where(x < math.inf, x, y), {}, {}),
        (
            passes.simplify_safe,
            la.where((x > 0.0) & False, x, y),
            {"and_": 1, "gt": 1, "where": 1},
            {},
        ),
        (passes.simplify_safe, la.where((c := x > 0.0) & c, x, y), {"and_": 1}, {}),
        (passes.simplify_safe, x - x, {}, {}),
        (passes.simplify_fast, x - x, {"sub": 1}, {}),
        (passes.simplify_safe, x * 0.0, {}, {}),
        (passes.simplify_safe, x * y + x * 2.0, {}, {}),
        (passes.collect_factors, x * y + x * 2.0, {"mul": 1}, {}),
    ],
)
def test_exact_node_delta(one, output, gone, new):
    assert delta(one, output) == (gone, new)


def test_an_unchanged_graph_is_the_same_object():
    graph = Graph([x, y], la.sin(x) * y)
    for level in passes.LEVELS.values():
        for one in level:
            assert one(graph) is graph


def test_folding_gives_the_bits_of_run_time():
    for name in ("sin", "exp", "log", "tanh", "gamma", "cbrt"):
        op = OPS[name]
        folded = passes.fold_constants(Graph([], op(const(0.7)))).outputs
        assert folded.payload == op(0.7)


def test_signed_zero_survives():
    assert math.copysign(1.0, la.compile(lambda a: a * -0.0, optimize="strict")(1.0)) == -1.0
    f = la.compile(lambda a: (a * 0.0, a * -0.0), optimize="strict")
    assert [math.copysign(1.0, v) for v in f(1.0)] == [1.0, -1.0]


def test_zero_is_sound_where_a_zero_float_is_not():
    f = la.compile(lambda a, b: a * b, wrt="a")
    assert f.jvp((1.0, math.inf), (2.0,)) == (math.inf, math.inf)
    g = la.compile(lambda a, b: a * (b * 0.0))
    assert math.isnan(g(1.0, math.inf))


def test_passes_are_public_and_ordered():
    assert passes.PIPELINE == passes.LEVELS["safe"]
    names = [one.__name__ for one in passes.PIPELINE]
    assert names == [
        "stabilise",
        "eliminate_dead_duals",
        "prune_loops",
        "fold_constants",
        "simplify_safe",
        "expand_powers",
        "merge_subexpressions",
    ]
    assert set(passes.EXACTNESS.values()) == {"exact", "ulp", "real"}
    graph = Graph([x, y], (x**2.0) * (y * 1.0))
    assert passes.optimize(graph).operations == {"mul": 2}


def test_no_round_of_passes_writes_a_row_of_choices_anew():
    """Newton's rounds, each of which may be the last: more than a derivative is guarded by."""

    def root(a):
        x = a
        for _ in range(34):
            step = (x * x - a) / (2.0 * x)
            x = x - step
            if abs(step) < 1e-12:
                break
        return x

    f = la.grad(root, order="reverse")
    sizes = [(name, len(graph.nodes)) for name, graph in f.stages()]
    (derived,) = (size for name, size in sizes if name == "economise")
    merged = [size for name, size in sizes if name == "merge_subexpressions"]
    assert len(merged) < 4
    assert merged[-1] <= derived


@pytest.mark.parametrize("many", [30, 90])
def test_a_row_of_conditions_is_grouped_in_one_round(many):
    """From its front, as all rows that begin so: one condition of it moved there each round."""
    row = x > float(many)
    for k in reversed(range(many)):
        row = la.where(x > float(k), True, row)
    graph = Graph([x, y], la.where(row, x, y))
    stages = [new for _, new in passes.run_passes(graph, passes.PIPELINE)]
    assert len(stages) <= 4 * len(passes.PIPELINE)
    row, ends = stages[-1].outputs.args[0], []
    while row.op is ops.where:
        assert is_const(row.args[1], True)
        ends.append(row.args[2])
        row = row.args[0]
    assert [end.args[1].payload for end in [*ends, row]] == [*map(float, range(many, -1, -1))]


@pytest.mark.parametrize(("size", "left"), [(60, 0), (2_500, 48)])
def test_a_large_graph_is_left_where_a_round_saves_little(size, left):
    def less_by_one(graph):
        first = next((node for node in graph.nodes if node.op is ops.neg), None)
        return graph if first is None else rewrite(graph, lambda n: x if n is first else n)

    x = node = Node.input("x")
    for _ in range(50):
        node = ops.neg(node)
    for _ in range(size - 50):
        node = ops.sin(node)
    *_, (_, graph) = passes.run_passes(Graph([x], node), [less_by_one, less_by_one])
    assert graph.ops[ops.neg] == left


def test_a_comparison_of_two_constants_has_no_side_for_them():
    """Which of the two stands behind was turned round without end."""
    x = Node.input("x")
    asked = Node(ops.lt, (const(1.0), const(2.0)))
    graph = Graph([x], Node(ops.where, (asked, x, x * x)))
    assert passes.simplify_safe(graph) is graph
