"""What is known about an op stands in its row: no pass and no target has a table of ops, and an op
of the user's own is one like another."""

import importlib
import itertools
import math
import pkgutil

import numpy as np
import pytest

import lazyad as la
from lazyad import graph, ops, special
from lazyad.derivatives.orders import weight
from lazyad.emit.targets import find_target, legalize
from lazyad.graph import FAMILIES, OPS, Graph, Node, Op, find_op
from lazyad.passes import optimize
from lazyad.passes.simplify import bound

# What a transform does with sums, products and quotients is its algebra, and no fact about them.
ALGEBRA = {"QUOTIENTS", "_PRODUCTS", "_POLYNOMIAL", "_COMBINED"}
# Python's special methods, the functions of `math`, of C, and those of NumPy and SciPy, which mean
# something else than the row of that name, or stand for several.
NAMES = {
    *("lazyad.operators._MIRRORED", "lazyad.tracing.functions", "lazyad.tracing.numpy"),
    *("lazyad.native", "lazyad.export", "lazyad.emit.xp", "lazyad.emit.carried._FUNCTIONS"),
    "lazyad.habits",  # JAX's names
}


def keys(module):
    """The containers of a module, and what of theirs is an op or its name."""
    for name, value in vars(module).items():
        kinds = (dict, set, frozenset, tuple, list)
        if isinstance(value, kinds) and value is not OPS and value is not FAMILIES:
            ops_in = [k for k in value if isinstance(k, Op) and not k.apart]
            found = [*ops_in, *[k for k in value if isinstance(k, str) and k in OPS]]
            if found and not name.startswith("__") and name not in ALGEBRA:
                yield f"{module.__name__}.{name}", found


def test_no_table_but_the_op_table_is_keyed_by_op():
    modules = [m.name for m in pkgutil.walk_packages(la.__path__, "lazyad.")]
    assert "lazyad.passes.simplify" in modules
    tables = [table for name in modules for table in keys(importlib.import_module(name))]
    assert [one for one in tables if not one[0].startswith(tuple(NAMES))] == []


def test_no_two_ops_have_one_name():
    own = [op for op in vars(graph).values() if isinstance(op, Op)]
    assert [op.name for op in own if find_op(op.name) is not op] == []
    assert [op.name for op in OPS.values() if find_op(op.name) is not op] == []


ROWS = [row for part in (ops, special) for row in vars(part).values() if isinstance(row, Op)]
ROWS = [*dict.fromkeys(ROWS), ops.hypot_of(3), ops.fsum_of(3)]
HOSTILE = [0.0, -0.0, 1.0, -2.5, 1e-320, 1e308, -1e308, math.inf, -math.inf, math.nan]


@pytest.mark.parametrize("op", ROWS, ids=lambda op: op.name)
def test_every_target_takes_every_row(op):
    args = [Node.input(f"x{at}") for at in range(op.arity)]
    for target in map(find_target, ["python", "numpy"]):
        if (target.name, op.name) != ("numpy", "ulp"):
            graph = legalize(Graph(args, op(*args)), target)
            assert all(node.op.leaf or target.spell(node) for node in graph.nodes)


@pytest.mark.parametrize("op", ROWS, ids=lambda op: op.name)
def test_what_a_row_says_of_failing_is_so(op):
    for fails, sample in op.fails or ():
        assert fails(*sample)
        with pytest.raises((ArithmeticError, ValueError)):
            op(*sample)
    takes_conditions = op.lazy or (op.condition and not op.holds)
    for x, y in itertools.product(HOSTILE, HOSTILE) if op.total else ():
        op(*[x > y, x < y, x][: op.arity] if takes_conditions else [x, y, x][: op.arity])


def test_weights_follow_from_the_spelling():
    found = {name: OPS[name].weight for name in ("add", "abs", "where", "mod", "pow", "sin", "jv")}
    assert found == {"add": 1, "abs": 1, "where": 1, "mod": 2, "pow": 4, "sin": 4, "jv": 4}
    assert (la.square.weight, la.ratio.weight) == (1, 4)  # of what it is made of
    x = Node.input("x")
    assert weight(Graph([x], la.square(x) / 3)) == 3


@pytest.fixture
def saw():
    """A function of outside, with all that its author knows about it."""
    row = la.op(
        "saw",
        lambda x: np.abs(x - np.round(x)),
        lambda out, x: (la.where(x % 1.0 < 0.5, 1.0, -1.0),),
        outside=True,
        arrays=True,
        bound=0.5,
        total=True,
    )
    yield row
    del OPS["saw"]


def test_an_op_of_the_users_own_is_one_like_another(saw):
    x = Node.input("x")
    assert bound(3.0 * saw(x)) == 1.5
    assert (saw.total, saw.weight) == (True, 4)
    assert optimize(Graph([x], 0.0 * saw(x) + x)).operations == {}

    def caught(x):
        try:
            return saw(x)
        except ValueError:
            return 0.0

    assert la.compile(caught)(0.25) == 0.25
    assert la.taylor(lambda x: saw(x) * x, 2)(0.25, 1.0) == (0.0625, 0.5, 1.0)
    f = la.compile(lambda x: saw(x) * 2.0, target="numpy")
    value, tangent = f.jvp((np.array([0.25, 0.75]),), (np.ones(2),))
    assert (value.tolist(), tangent.tolist()) == ([0.5, 0.5], [2.0, -2.0])
    assert "vectorize" not in f.source
    assert la.hessian(lambda x, y: saw(x) * y)(0.25, 2.0) == ((0.0, 1.0), (1.0, 0.0))


def test_a_row_in_one_line():
    row = la.ops.row(
        "gd", lambda x: 2.0 * la.atan(la.tanh(x / 2.0)), lambda out, x: (1.0 / la.cosh(x),)
    )
    try:
        assert (row.total, row.step, row.weight) == (False, False, 11)  # as it is written
        f = la.compile(lambda x: row(x), target="numpy")
        assert f.jvp((np.array([0.0]),), (np.ones(1),))[1].tolist() == [1.0]
        assert la.taylor(lambda x: row(x), 3)(0.0, 1.0) == pytest.approx((0.0, 1.0, 0.0, -1 / 6))
    finally:
        del OPS["gd"]


def test_a_step_of_the_users_own_is_named_in_the_report():
    row = la.op("level", lambda x: math.floor(2.0 * x), lambda out, x: (la.ZERO,))
    try:
        assert row.step
        assert "the derivative of level is 0" in la.compile(lambda x: row(x) * x).report()
    finally:
        del OPS["level"]
