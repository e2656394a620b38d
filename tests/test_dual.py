"""Eager Duals and hand-built graphs: the essay's own semantics."""

import copy
import math
import pickle

import pytest

import lazyad as la
from lazyad import Dual, Node


def test_the_essay():
    a = Node.with_grad(5.0)
    b = Node.with_no_grad(5.0)
    r = a * b
    assert repr(r.eval()) == "Dual(real=25.0, dual=5.0)"
    assert f"{r.trace()} = {r.eval()}" == "(5 + 1ε * 5 + 0ε) = 25 + 5ε"
    assert repr(la.mul(a, b).eval()) == repr(r.eval())


def test_both_duals_may_be_non_zero():
    product = Dual(2.0, 3.0) * Dual(5.0, 7.0)
    assert (product.real, product.dual) == (10.0, 2.0 * 7.0 + 5.0 * 3.0)
    quotient = Dual(2.0, 3.0) / Dual(5.0, 7.0)
    assert quotient.dual == pytest.approx((3.0 * 5.0 - 2.0 * 7.0) / 25.0)


@pytest.mark.parametrize(
    ("expression", "real", "dual"),
    [
        (lambda x: x + 1, 4.0, 1.0),
        (lambda x: 1 + x, 4.0, 1.0),
        (lambda x: 1 - x, -2.0, -1.0),
        (lambda x: 6 / x, 2.0, -6.0 / 9.0),
        (lambda x: x // 2, 1.0, 0.0),
        (lambda x: 7 // x, 2.0, 0.0),
        (lambda x: x % 2, 1.0, 1.0),
        (lambda x: x**3, 27.0, 27.0),
        (lambda x: 2**x, 8.0, 8.0 * math.log(2.0)),
        (lambda x: -x, -3.0, -1.0),
        (lambda x: +x, 3.0, 1.0),
        (lambda x: abs(-x), 3.0, 1.0),
        (lambda x: divmod(x, 2)[1], 1.0, 1.0),
        (lambda x: round(x), 3.0, 0.0),
        (lambda x: math.floor(x), 3.0, 0.0),
        (lambda x: math.ceil(x), 3.0, 0.0),
        (lambda x: math.trunc(x), 3.0, 0.0),
        (lambda x: la.where(x > 2, x * x, 0.0), 9.0, 6.0),
        (lambda x: la.where(x < 2, x * x, 1), 1.0, 0.0),
    ],
)
def test_arithmetic(expression, real, dual):
    result = expression(Dual(3.0, 1.0))
    assert (result.real, result.dual) == pytest.approx((real, dual), rel=1e-15)
    compiled = la.compile(expression).jvp((3.0,), (1.0,))
    assert compiled == pytest.approx((real, dual), rel=1e-15)


def test_comparisons_and_truth_look_at_the_real_part():
    x = Dual(3.0, 1.0)
    assert all([x > 2, x >= Dual(3.0), x != 4, x <= 3.5, x == Dual(3.0, 9.0)])
    assert not any([x < 2, x == 4, x > Dual(3.0, 9.0)])
    assert hash(x) == hash(3.0)
    assert [bool(Dual(1.0)), bool(Dual(0.0, 1.0))] == [True, False]


def test_a_dual_of_zero_asks_for_no_derivative():
    root = la.sqrt(Node.with_no_grad(0.0)).eval()
    assert (root.real, root.dual) == (0.0, 0.0)
    with pytest.raises(ZeroDivisionError):
        la.sqrt(Dual(0.0, 1.0))


def test_text():
    assert str(Dual(2.5, -1.0)) == "2.5 - 1ε"
    assert str(Dual(-0.0, 1e-7)) == "-0 + 1e-07ε"
    assert str(Dual(math.inf, math.nan)) == "inf + nanε"
    x = Node.input("x")
    assert la.sin(x + 1.0).trace() == "sin((x + 1.0))"
    assert la.where(x > 0, x, -x).trace() == "where((x > 0.0), x, neg(x))"


def test_a_shared_graph_is_not_written_as_a_tree():
    node = Node.with_grad(1.0)
    for _ in range(200):
        node = node + node
    text = node.trace()
    assert len(text) < 10_000
    assert text.splitlines()[-1] == "(v198 + v198)"
    assert node.eval().real == 2.0**200


def test_copies_and_pickles():
    x = Dual(1.5, 2.0)
    for other in (pickle.loads(pickle.dumps(x)), copy.copy(x), copy.deepcopy(x)):
        assert (other.real, other.dual) == (1.5, 2.0)
    node = la.sin(Node.with_grad(0.5)) * 2
    again = pickle.loads(pickle.dumps(node))
    assert repr(again.eval()) == repr(node.eval())
    assert copy.deepcopy(node) is node


def test_a_deep_node_pickles_and_evaluates():
    node = Node.with_grad(1.0)
    for _ in range(6_000):
        node = la.sin(node)
    assert pickle.loads(pickle.dumps(node)).eval().real == node.eval().real
    assert node.trace().startswith("sin(sin(sin(")


def test_node_identity():
    x, y = Node.input("x"), Node.input("y")
    assert len({x, y, x}) == 2
    assert isinstance(x == y, Node)
    assert la.graph.is_const(la.graph.const(0.0), 0.0)
    assert not la.graph.is_const(la.graph.const(0.0), -0.0)
    assert not la.graph.is_const(la.graph.const(True), 1.0)
