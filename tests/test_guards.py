"""Guards mixed at random with raises: every derivative is that of the way taken, or its exception.

The reference is the undecorated function and its finite differences; no lazyad in it.
"""

import math
import random

import numpy as np
import pytest

import lazyad as la

LEVELS = ["none", "strict", "safe", "fast"]


def out_of_range(x):
    if x < 1:
        return x * x
    if x < 2:
        return x * x * x
    raise ValueError("out of range")


def fall(v, m):
    w = v * m
    if v == 0:
        return w
    if v < 0:
        raise ValueError("v")
    return w - v


def found_in_a_loop(x):
    for k in range(4):
        if x < k:
            y = x * x * k
            break
    else:
        raise LookupError("beyond the table")
    return math.sin(y)


def raises_between(x, y):
    if x < 0:
        raise KeyError("x")
    w = math.sqrt(x) * y
    if w < 1:
        return w * w, y
    if y > 5:
        raise ValueError("y")
    if w < 3:
        return w, x
    raise ArithmeticError


def raises_or_is_constant(x):
    if x < 1:
        return 5.0
    if x > 2:
        raise ValueError("x")
    return 7.0


def program(count, seed):
    """The source of a function of that many guards: some raise, some return, some change a number
    and go on."""
    rng = random.Random(seed)
    lines = ["def f(x, y):", "    w = x * y"]
    going_on = 0
    for k in range(count):
        left = rng.choice(["x", "y", "w"] if count < 12 else ["x"])
        lines.append(f"    if {left} {rng.choice('<>')} {rng.uniform(-3.0, 3.0):.3f}:")
        what = rng.random()
        if what < 0.4:
            kind = rng.choice(["ValueError", "KeyError", "ZeroDivisionError"])
            lines.append(f"        raise {kind}('guard {k}')")
        elif what < 0.8 or going_on == 3 or count >= 12:
            formula = rng.choice([f"w * {k}.5 + x * x", "math.sin(x) * y", "x / (4 + y)", "2.0"])
            lines.append(f"        return {formula}")
        else:
            going_on += 1
            lines.append("        w = w * x - y")
    lines.append(rng.choice(["    raise LookupError('end')", "    return w * w"]))
    return "\n".join(lines)


def made(source):
    scope = {"math": math}
    exec(source, scope)
    return scope["f"]


def outcome(f, *args):
    """What a call returns, or the exception's class and message."""
    try:
        return f(*args)
    except Exception as error:
        return type(error), str(error)


def slope(f, at, point, h=1e-5):
    """The central difference in one argument."""
    there = [[*point], [*point]]
    there[0][at] += h
    there[1][at] -= h
    return (f(*there[0]) - f(*there[1])) / (2 * h)


def second_slopes(f, point, h):
    """The matrix of second differences."""

    def first(at):
        return lambda *moved: slope(f, at, moved, h)

    count = range(len(point))
    return np.array([[slope(first(a), b, point, h) for a in count] for b in count])


def check(f, points, optimize):
    """Every derivative of a function of numbers that returns one, at some points."""
    compiled = la.compile(f, optimize=optimize, paths=2000)
    ones = (1.0,) * len(points[0])
    derivatives = [
        compiled,
        la.grad(compiled, argnums=range(len(ones))),
        la.jacobian(compiled),
        la.hessian(compiled),
        la.value_and_grad(compiled),
        lambda *at: la.taylor(compiled, 2)(*at, *ones),
        lambda *at: compiled.jvp(at, ones),
        lambda *at: compiled.vjp(at, 1.0),
        lambda *at: compiled.hvp(at, ones),
    ]
    for point in points:
        check_at(f, derivatives, point)


def check_at(f, derivatives, point):
    given = outcome(f, *point)
    if type(given) is tuple:  # it raises, and so does every derivative
        for derivative in derivatives:
            assert outcome(derivative, *point) == given
        return
    value, gradient, _, hessian, both, taylor, tangent, cotangents, product = [
        derivative(*point) for derivative in derivatives
    ]
    try:
        expected = [slope(f, at, point) for at in range(len(point))]
        second, nearer = [second_slopes(f, point, h) for h in (2e-3, 1e-3)]
    except Exception:
        return  # too near to a guard that raises
    if not np.allclose(second, nearer, rtol=1e-3, atol=1e-3):
        return  # too near to one that does not
    assert value == pytest.approx(given, rel=1e-14)
    assert gradient == pytest.approx(expected, rel=1e-6, abs=1e-6)
    assert both[0] == taylor[0] == tangent[0] == cotangents[0] == value
    assert tangent[1] == pytest.approx(sum(expected), rel=1e-6, abs=1e-6)
    assert taylor[1] == pytest.approx(tangent[1])
    assert np.ravel(both[1]) == pytest.approx(gradient)
    assert cotangents[1] == pytest.approx(gradient)
    assert np.reshape(hessian, (len(point), -1)) == pytest.approx(nearer, rel=1e-3, abs=1e-3)
    assert np.ravel(product) == pytest.approx(np.sum(nearer, axis=0), rel=1e-3, abs=1e-3)
    assert 2 * taylor[2] == pytest.approx(np.sum(nearer), rel=1e-3, abs=1e-3)


@pytest.mark.parametrize("optimize", LEVELS)
@pytest.mark.parametrize(
    ("f", "points"),
    [
        (out_of_range, [(0.5,), (1.5,), (2.5,), (math.nan,)]),
        (fall, [(0.0, 3.0), (-1.0, 3.0), (2.0, 3.0)]),
        (found_in_a_loop, [(-1.0,), (0.5,), (2.25,), (3.5,)]),
        (raises_or_is_constant, [(0.5,), (1.5,), (2.5,)]),
    ],
)
def test_a_derivative_is_that_of_the_way_or_raises_as_it_does(f, points, optimize):
    check(f, points, optimize)


def test_what_raises_gives_the_gradient_of_the_issue():
    assert la.grad(out_of_range)(0.5) == 1.0
    assert la.grad(fall)(2.0, 3.0) == (2.0, 2.0)
    with pytest.raises(ValueError, match=r"^out of range$"):
        la.hessian(out_of_range)(2.5)


def test_it_reads_as_it_was_written():
    source = la.grad(out_of_range).source
    assert "raise ValueError" in source
    assert " and True" not in source
    assert "False if" not in source


@pytest.mark.parametrize("order", ["forward", "reverse", "markowitz", "fill"])
def test_every_order_and_every_result(order):
    f = la.jacobian(raises_between, order=order)
    assert f(0.25, 1.0) == ((1.0, 0.5), (0.0, 1.0))
    assert f(1.0, 2.0) == ((1.0, 1.0), (1.0, 0.0))
    for args, kind in [
        ((-1.0, 1.0), KeyError),
        ((9.0, 6.0), ValueError),
        ((4.0, 4.0), ArithmeticError),
    ]:
        with pytest.raises(kind):
            f(*args)


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 16])
@pytest.mark.parametrize("seed", range(2))
def test_random_guards(count, seed):
    f = made(program(count, seed))
    rng = random.Random(seed)
    points = [(rng.uniform(-3.0, 3.0), rng.uniform(-3.0, 3.0)) for _ in range(4)]
    check(f, points, LEVELS[(count + seed) % 4])


def test_the_numpy_target_has_nan_where_one_number_raises():
    points = np.array([0.5, 1.5, 2.5])
    for derivative, expected in [
        (la.grad(out_of_range, target="numpy"), [1.0, 6.75, math.nan]),
        (la.hessian(out_of_range, target="numpy"), [2.0, 9.0, math.nan]),
    ]:
        np.testing.assert_allclose(derivative(points), expected)


def test_many_guards():
    lines = ["def f(x):"]
    for k in range(90):
        lines += [
            f"    if x < {k}:",
            f"        {'raise LookupError' if k % 3 else f'return x * x * {k}.0'}",
        ]
    f = la.compile(made("\n".join([*lines, "    return x"])), paths=100)
    g = la.grad(f)
    assert [g(x) for x in (-1.0, 2.5, 89.5)] == [0.0, 15.0, 1.0]
    assert f.vjp((2.5,), 1.0) == (18.75, (15.0,))
    with pytest.raises(LookupError):
        g(0.5)


@pytest.mark.parametrize("optimize", LEVELS)
def test_a_chain_of_guards_is_written_once(optimize):
    lines = ["def f(x, y):"]
    for k in range(40):
        lines += [f"    if x > {k + 9}.0:", "        raise ValueError('large')", "    x = x * y"]
    f = la.compile(made("\n".join([*lines, "    return x * x"])), optimize=optimize)
    gradient = f.grad
    expected = (2.0 * 2.0 * 0.5**80, 80 * 4.0 * 0.5**79)
    assert gradient(2.0, 0.5) == pytest.approx(expected, abs=0.0)
    assert f.jvp((2.0, 0.5), (1.0, 0.0))[1] == pytest.approx(4.0 * 0.5**80, abs=0.0)
    for derivative in (gradient, f):
        assert derivative.source.count("raise ValueError") == 40
        assert derivative.source.count("\n") < 300
