"""Tables: a number that is taken by an index known only when the kernel runs."""

import itertools
import math
import pickle
import re

import numpy as np
import pytest

import lazyad as la
from lazyad.graph import CONST, TABLE, TAKE, Graph, Node, const
from lazyad.passes import LEVELS
from lazyad.passes.constants import fold_constants
from lazyad.regions import Loop, items, made, table, take


def taking(x, y, n):
    """A number of a traced table times one of a constant table."""
    return take(table([x * y, 2.0, la.sin(x), y]), la.floor(n)) * y + plain(n)


def plain(n):
    return take(table([1.5, -2.5, 4.0, -0.0]), la.trunc(n))


def by_hand(x, y, n):
    row = [x * y, 2.0, la.sin(x), y]
    return row[math.floor(n)] * y + [1.5, -2.5, 4.0, -0.0][int(n)]


def summed(x, y):
    """A loop that reads a table by its counter, and the number beside that."""
    row = [x, y, x * y, la.sin(y), 0.5, x - y, y * y]
    total = 1.0
    for k in range(7):
        total = total * 0.5 + row[k] * row[-k] * x
    return total


def as_loop(x, y):
    """The same, made of Nodes."""
    total, k, row, other = [Node.input(name) for name in ("total", "k", "row", "x")]
    after = total * 0.5 + take(row, k) * take(row, -k) * other
    body = Graph({"total": total, "k": k, "row": row, "x": other}, (const(True), (after,)), "round")
    numbers = table([x, y, x * y, la.sin(y), 0.5, x - y, y * y])
    loop = made(la.graph.LOOP, (const(1.0), numbers, x), Loop(body, 1, range(7)))
    return items(loop)[0]


POINTS = [(1.3, 0.4, n) for n in (0.0, 1.9, 2.0, 3.5, -1.0, -0.5, -2.75, -4.0)]


def tangents(f, args, wrt):
    found = [f(*[la.Dual(x, float(k == at)) for k, x in enumerate(args)]) for at in wrt]
    return [one.dual if isinstance(one, la.Dual) else 0.0 for one in found]


def dual_by_hand(x, y, n):
    return by_hand(x, y, n.real)


@pytest.mark.parametrize("level", LEVELS)
def test_values_and_derivatives(level):
    compiled = la.compile(taking, optimize=level)
    for args in POINTS:
        assert compiled(*args) == pytest.approx(by_hand(*args), rel=1e-15)
        expected = tangents(dual_by_hand, args, (0, 1))
        np.testing.assert_allclose(compiled.grad(*args)[:2], expected, rtol=1e-13)
        np.testing.assert_allclose(compiled.jvp(args, (0.0, 1.0, 0.0))[1], expected[1], rtol=1e-13)
        np.testing.assert_allclose(compiled.vjp(args, 1.0)[1][:2], expected, rtol=1e-13)


def test_second_derivatives_and_series():
    compiled, taylor, h = la.compile(taking), la.taylor(taking, order=2), 1e-5
    for x, y, n in POINTS:
        hessian = np.array(compiled.hessian(x, y, n))
        columns = []
        for dx, dy in ((h, 0.0), (0.0, h)):
            up, down = compiled.grad(x + dx, y + dy, n), compiled.grad(x - dx, y - dy, n)
            columns.append(np.subtract(up, down)[:2] / (2 * h))
        np.testing.assert_allclose(hessian[:2, :2], np.array(columns).T, atol=1e-8)
        series = taylor(x, y, n, 1.0, 2.0, 0.0)
        direction = np.array([1.0, 2.0])
        expected = direction @ hessian[:2, :2] @ direction / 2
        np.testing.assert_allclose(series[2], expected, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("level", LEVELS)
def test_loops_read_tables(level):
    compiled, taylor = la.compile(as_loop, optimize=level), la.taylor(as_loop, order=2)
    for args in [(1.3, 0.4), (-0.7, 2.0)]:
        assert compiled(*args) == pytest.approx(summed(*args), rel=1e-14)
        expected = tangents(summed, args, (0, 1))
        np.testing.assert_allclose(compiled.grad(*args), expected, rtol=1e-13)
        kernel = compiled.kernel(*args, 0.3, 0.7)
        np.testing.assert_allclose(kernel[1], np.dot(expected, (0.3, 0.7)), rtol=1e-13)
        h = 1e-5
        up, down = [compiled.grad(args[0] + one, args[1]) for one in (h, -h)]
        found = np.array(compiled.hessian(*args))[0]
        np.testing.assert_allclose(found, np.subtract(up, down) / (2 * h), rtol=1e-7)
        series = taylor(*args, 1.0, 0.0)
        np.testing.assert_allclose(series[1:], [expected[0], found[0] / 2], rtol=1e-12)
    assert "for k in range(7):" in compiled.source
    assert "int(" not in compiled.source


def test_a_loop_in_a_loop_hands_a_table_on():
    def inner(x, y):
        total, k, row = [Node.input(name) for name in ("total", "k", "row")]
        step = total + as_loop_of(row, k)
        body = Graph({"total": total, "k": k, "row": row}, (const(True), (step,)), "round")
        loop = made(la.graph.LOOP, (const(0.0), table([x, y, x * y])), Loop(body, 1, range(3)))
        return items(loop)[0]

    def as_loop_of(row, at):
        total, k, mine, other = [Node.input(name) for name in ("part", "m", "mine", "at")]
        after = total + take(mine, k) * take(mine, other)
        named = {"part": total, "m": k, "mine": mine, "at": other}
        body = Graph(named, (const(True), (after,)), "round")
        return items(made(la.graph.LOOP, (const(0.0), row, at), Loop(body, 1, range(3))))[0]

    x, y = 1.3, 0.4
    assert la.compile(inner)(x, y) == pytest.approx((x + y + x * y) ** 2)
    slope = 2 * (x + y + x * y)
    np.testing.assert_allclose(la.grad(inner)(x, y), (slope * (1 + y), slope * (1 + x)))


@pytest.mark.parametrize("n", [4.0, -5.0])
def test_what_is_not_there_raises_as_python_does(n):
    compiled = la.compile(taking)
    for call in (compiled, compiled.grad):
        with pytest.raises(IndexError) as caught:
            call(1.0, 2.0, n)
        assert "in taking" in "".join(caught.value.__notes__)


def test_nothing_is_in_a_list_that_a_loop_left_empty():
    def last(a):
        kept = []
        for i in range(int(a * 3)):
            kept.append(i * a)
        return kept[len(kept) - 1] * a

    compiled = la.compile(last)
    assert compiled(1.5) == last(1.5)
    with pytest.raises(IndexError, match="out of range"):
        compiled(0.1)


@pytest.mark.parametrize(("n", "kind"), [(math.inf, OverflowError), (math.nan, ValueError)])
def test_an_index_that_is_no_number(n, kind):
    with pytest.raises(kind):
        la.compile(plain)(n)


def test_numpy():
    n = np.array([n for *_, n in POINTS])
    compiled = la.compile(taking, target="numpy")
    np.testing.assert_allclose(compiled(1.3, 0.4, n), [by_hand(*args) for args in POINTS])
    expected = [tangents(dual_by_hand, args, (1,))[0] for args in POINTS]
    np.testing.assert_allclose(compiled.grad(1.3, 0.4, n)[1], expected)
    assert np.isnan(compiled(1.3, 0.4, np.array([4.0, -5.0]))).all()


def test_text_and_pickles():
    for f in (taking, as_loop):
        compiled = la.compile(f)
        args = (1.3, 0.4, 2.0)[: compiled.trace.inputs.__len__()]
        again = pickle.loads(pickle.dumps(compiled.primal.kernel))
        assert again(*args) == compiled(*args)
        assert str(pickle.loads(pickle.dumps(compiled.trace))) == str(compiled.trace)
    assert "take(%" in str(la.compile(taking).trace)


def test_a_table_of_constants_stands_above_the_function():
    source = la.compile(plain).primal.source
    assert "\ntable = (1.5, -2.5, 4.0, -0.0)\n" in source
    assert "    return table[trunc(n)]\n" in source


def test_equal_constant_tables_are_one_and_zeros_have_their_signs():
    def f(n):
        one, other = table([0.0, 1.0]), table([-0.0, 1.0])
        return la.copysign(1.0, take(one, n)) + 2.0 * la.copysign(1.0, take(other, n))

    assert la.compile(f)(0) == -1.0
    assert la.compile(f).primal.source.count(" = (") == 2


def test_a_constant_index_is_folded_and_one_outside_stays():
    x, y = Node.input("x"), Node.input("y")
    row = table([x, y])
    for at, expected in ((0.0, x), (-1.0, y), (1.0, y)):
        assert fold_constants(Graph([x, y], take(row, const(at)))).outputs is expected
    for at in (2.0, -3.0, math.nan, math.inf):
        assert fold_constants(Graph([x, y], take(row, const(at)))).outputs.op is TAKE


def test_verify():
    x = Node.input("x")
    bad = [x + table([x]), take(la.sin(x), x)]
    for node in bad:
        with pytest.raises(ValueError, match="takes from what is no table, or computes with one"):
            Graph([x], node).verify()
    assert Graph([x], take(table([x]), const(0.0))).verify().ops[TABLE] == 1


def looked_up(x, depth):
    if depth == 0:
        n = int(x)
        found = [0.5, 0.25, 1.5, 3.0][n]
        return found * n + math.sin(found)
    y = looked_up(x, depth - 1) / 2 if x > -depth else math.cos(x)
    return y + depth


def test_a_place_in_a_table_is_broken_as_black_breaks_it():
    compiled = la.compile(lambda x: looked_up(x, 18))
    assert compiled(1.5) == pytest.approx(looked_up(1.5, 18), rel=1e-14)
    assert re.search(r"found = table\[\n +int\(n\)\n +\]\n", compiled.primal.source)


def test_a_row_as_long_as_it_gets():
    """Source of a long constant table is as many lines as fit, and black leaves it."""
    numbers = [math.sin(k) for k in range(1000)]

    def f(x, n):
        return x * take(table(numbers), n)

    compiled = la.compile(f)
    assert [compiled(2.0, k) for k in range(1000)] == [2.0 * one for one in numbers]
    assert max(map(len, compiled.source.splitlines())) <= 88
    assert all(
        itertools.starmap(lambda k, one: compiled.grad(2.0, k)[0] == one, enumerate(numbers[:5]))
    )
    constants = [node for node in compiled.trace.nodes if node.op is CONST]
    assert len(constants) == 1000
