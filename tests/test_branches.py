"""No branch not taken is evaluated, and none makes a derivative nan."""

import math

import numpy as np
import pytest

import lazyad as la
from lazyad.emit.choices import Choices
from lazyad.emit.schedule import schedule
from lazyad.graph import Graph, Node
from lazyad.ops import where
from tests.by_duals import columns_of_duals

LEVELS = ["none", "strict", "safe", "fast"]


@pytest.fixture(params=LEVELS)
def compiled(request):
    return lambda function: la.compile(function, optimize=request.param)


def test_the_branch_not_taken_is_not_evaluated(compiled):
    f = compiled(lambda x: la.where(x > 0, la.log(x), 1 / (x - 1)))
    assert f.jvp((-1.0,), (1.0,)) == (-0.5, -0.25)
    assert f.jvp((2.0,), (1.0,)) == (math.log(2.0), 0.5)
    assert f.jvp((1.0,), (1.0,)) == (0.0, 1.0)


def test_shared_work_of_a_branch_stays_in_it(compiled):
    @compiled
    def f(x, y):
        root = la.sqrt(x)
        return la.where(x > 0, root * root + y / root, y), la.where(x > 0, y * root, -y)

    assert f.jvp((-4.0, 3.0), (1.0, 1.0)) == ((3.0, -3.0), (1.0, -1.0))
    assert f(4.0, 2.0) == (5.0, 4.0)


def test_what_unrelated_branches_need_is_in_each(compiled):
    @compiled
    def f(x, y):
        log = la.log(x)
        return la.where(x > 0, log, 0.0) + la.where(y > 0, log * y, 1.0)

    assert f.jvp((-1.0, -1.0), (1.0, 1.0)) == (1.0, 0.0)
    assert f(math.e, 2.0) == pytest.approx(3.0)
    with pytest.raises(ValueError, match=r"math domain|expected a"):
        f(-1.0, 2.0)


def test_nested_choices(compiled):
    @compiled
    def f(x, y):
        inner = la.where(y > 0, la.log(y), la.sqrt(-y))
        return la.where(x > 0, inner / x, la.where(x < -1, la.log(-x), inner))

    for x in (2.0, -2.0, -0.5):
        for y in (3.0, -4.0):
            root = math.log(y) if y > 0 else math.sqrt(-y)
            expected = root / x if x > 0 else math.log(-x) if x < -1 else root
            value, tangent = f.jvp((x, y), (0.0, 1.0))
            assert value == expected
            slope = 1 / y if y > 0 else -0.5 / math.sqrt(-y)
            expected = slope / x if x > 0 else 0.0 if x < -1 else slope
            assert tangent == pytest.approx(expected, rel=1e-15)


def test_a_choice_between_two_of_its_kind(compiled):
    """Choices on one condition with work between them need two if statements."""

    @compiled
    def f(x):
        first = la.where(x > 0, la.log(x), -1.0)
        between = la.exp(first)
        return la.where(x > 0, between / x, between)

    assert f.jvp((-1.0,), (1.0,)) == (math.exp(-1.0), 0.0)
    value, tangent = f.jvp((3.0,), (1.0,))
    assert (value, tangent) == pytest.approx((1.0, 0.0), abs=1e-15)


def lifted(theta, wind):
    """A wing whose lift is constant beyond a stall, and a sail that only pulls."""
    lift = 1.2 * math.sin(2.0 * theta) if theta < 0.4 else 0.8
    drag = 0.1 + lift**2
    thrust = lift * math.sin(wind) - drag * math.cos(wind)
    return max(thrust, 0.0), drag


def test_what_a_branch_computes_is_read_by_a_later_one_on_its_condition_too():
    """The sine and the cosine of theta are computed once, in the first branch."""
    jacobian = la.jacobian(lifted).lower(0.1, 1.3)
    code = [line for line in jacobian.source.splitlines() if "#" not in line]
    assert [sum(name in line for line in code) for name in (" sin(", " cos(")] == [2, 2]
    for point in ((0.1, 1.3), (0.5, 1.3), (0.1, 0.1)):
        expected = columns_of_duals(la.compile(lifted), point)
        np.testing.assert_allclose(jacobian(*point), expected, rtol=1e-14, atol=1e-15)


def test_no_nan_from_a_singular_branch(compiled):
    f = compiled(lambda x: la.where(x > 0, la.sqrt(x), 0.0))
    assert f.jvp((0.0,), (1.0,)) == (0.0, 0.0)
    g = compiled(lambda x: la.where(x == 0, 1.0, la.sin(x) / x))
    assert g.jvp((0.0,), (1.0,)) == (1.0, 0.0)
    h = compiled(lambda x: la.where(x < 1, x, la.exp(x * x)))
    assert h.jvp((0.5,), (math.inf,)) == (0.5, math.inf)


def test_elif_and_else():
    @la.compile
    def f(x, y):
        a = la.where(x > 2, la.log(x) * y, la.where(x > 1, la.exp(x) * y, y))
        return a * y, la.where(x > 2, x * y, la.where(x > 1, x + la.log(x - 1), x - y))

    assert "elif x > 1.0:" in f.source
    assert f(1.5, 1.0) == (math.exp(1.5), 1.5 + math.log(0.5))


@pytest.mark.parametrize("depth", [3, 60, 300])
@pytest.mark.parametrize("side", ["then", "else"])
def test_deep_nests(depth, side):
    def f(x):
        total = x
        for k in range(depth):
            args = (total * 1.01, x + k) if side == "then" else (x + k, total * 1.01)
            total = la.where((x > k) if side == "then" else (x < -k), *args)
        return total

    compiled = la.compile(f)
    for x in (0.5, 1e3, -7.5):
        assert compiled(x) == pytest.approx(f(x), rel=1e-12)


def test_demand_does_not_explode():
    """y is wanted by two choices on different conditions, again and again."""

    def f(x, y):
        for k in range(40):
            y = la.where(x > k, y * 2.0, 0.0) + la.where(x > k + 0.5, y, 1.0)
        return y

    compiled = la.compile(f)
    assert len(compiled.source.splitlines()) < 40_000
    assert compiled(7.25, 1.0) == f(7.25, 1.0)


def test_a_choice_that_is_no_expression_is_tried_once(monkeypatch):
    """Each of a chain tried those within it, and wrote them, and tried them again: 2**11 times."""
    tried = []
    once = Choices.flush
    monkeypatch.setattr(Choices, "flush", lambda *args: (tried.append(1), once(*args)))

    def grade(x, y):
        at, passed = 100.125, False
        for k in range(11):
            over = x * y > 1.125 * k
            passed = la.logical_or(passed, over)
            at = la.where(over, 10.125 * k, at)
        return la.sin(at) * la.where(passed, at, y)

    compiled = la.compile(grade)
    assert compiled(5.0, 2.0) == grade(5.0, 2.0)
    assert len(tried) < 200


def test_many_choices_on_one_condition():
    def f(x, y):
        outs = []
        for k in range(200):
            y = la.where(x > 0, y + la.log(x) * k, y - k)
            outs.append(y)
        return outs

    compiled = la.compile(f)
    assert compiled.source.count("if x > 0.0:") <= 2
    assert compiled(2.0, 1.0) == f(2.0, 1.0)
    assert compiled(-2.0, 1.0)[-1] == 1.0 - sum(range(200))


def test_numpy_chooses_without_multiplying_by_zero():
    numpy = pytest.importorskip("numpy")
    f = la.compile(lambda x: la.where(x > 0, la.sqrt(x), 0.0), target="numpy")
    with numpy.errstate(all="ignore"):
        value, tangent = f.jvp((numpy.array([0.0, 4.0, -1.0]),), (numpy.ones(3),))
    assert value.tolist() == [0.0, 2.0, 0.0]
    assert tangent.tolist() == [0.0, 0.25, 0.0]


def test_shared_and_deep_conditions():
    x = Node.input("x")
    shared = x > 0
    for k in range(200):
        shared = la.where(x > k, shared, shared)
    deep = x > 0
    for k in range(5000):
        deep = la.where(x > k, deep, x < k)
    total = shared * 2.0 + deep * 1.0
    assert total.op.name == "add"
    assert la.evaluation.evaluate([total], {x: 0.5}) == [3.0]


def test_a_branch_lends_nothing_by_a_choice_that_is_too_deep_to_be_an_if():
    """Of such a choice both sides are computed: it asked itself for what it was to lend."""
    x, y = Node.input("x"), Node.input("y")
    below, ratio = x < 1.0, y / x
    deep = 2.0 * where(below, ratio, 0.0)
    for n in range(90):
        deep = where(x < y + float(n), x + deep, y)
    another = where(x < y, where(below, 3.0 * ratio, y), x)
    found = schedule(Graph([x, y], (where(below, ratio + deep, x), another)))
    place = {node: at for at, node in enumerate(found.nodes)}
    assert all(place[arg] < at for node, at in place.items() for arg in node.args)


def test_conditions_of_conditions():
    x = Node.input("x")
    choice = la.where(la.where(x > 1, x > 2, x < 0), la.log(la.abs(x)), 0.0)
    f = la.compile(la.Graph([x], choice))
    assert [f(3.0), f(1.5), f(0.5), f(-1.0)] == [math.log(3.0), 0.0, 0.0, 0.0]


def test_a_long_chain_of_conditions_is_written_without_recursion():
    x, y = Node.input("x"), Node.input("y")
    holds = x > y
    for k in range(600):
        holds = la.where(holds, x > float(k), y * x < float(k))
    f = la.compile(la.Graph([x, y], la.where(holds, x * y, la.sin(x)) + x))
    assert [f(1.0, 2.0), f(700.0, 2.0)] == [3.0, 2100.0]
    assert f.grad(1.0, 2.0) == (3.0, 1.0)
