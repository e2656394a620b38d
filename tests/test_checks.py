"""`check_grads` finds a derivative that is wrong; `debug` finds where a number is none any more."""

import itertools
import math

import numpy as np
import pytest

import lazyad as la
from lazyad.run.checks import checks
from tests.wild import attitude, options


def in_words(x, y):
    return {"v": np.array([x * y, math.sin(x)]), "kind": "fast", "rest": (x, None)}


RIGHT = [
    (
        attitude.quaternion_product,
        (np.array([0.9, 0.1, -0.3, 0.2]), np.array([0.3, 0.5, 0.3, 0.8])),
    ),
    (in_words, (1.5, 2.0)),
]


@pytest.mark.parametrize(("function", "args"), RIGHT, ids=[one.__name__ for one, _ in RIGHT])
def test_what_is_right_passes(function, args):
    la.check_grads(function, *args)


def test_whole_arrays_and_what_is_constant():
    def loss(w, x):
        return np.tanh(x @ w) * 2.0

    args = np.linspace(0.1, 0.6, 6).reshape(3, 2), np.linspace(-1.0, 1.0, 12).reshape(4, 3)
    compiled = la.compile(loss, target="array")
    told = list(checks(compiled, args, {}))
    assert not any(one.fails for one in told)
    assert {one.what for one in told} >= {"jvp, and differences", "vjp, and jvp"}
    la.check_grads(la.compile(lambda w, x: loss(w, x).sum(), target="array"), *args)
    la.check_grads(lambda x: x.sum(), np.zeros((0,)))
    la.check_grads(lambda x: 3.0, 1.0)

    @la.op(partials=lambda out, x: (la.cos(x) * 1.001,), outside=True)
    def last_sin(x):
        return math.sin(x)

    with pytest.raises(AssertionError, match=r"at number 2 of the result|at result\[2\]"):
        la.check_grads(lambda x: np.array([x[0], x[1], last_sin(x[2])]), np.array([1.0, 2.0, 0.5]))


def test_all_that_can_be_compared_is():
    found = list(checks(options.call_price, (100.0, 95.0, 0.5, 0.03, 0.2), {}))
    assert not any(one.fails for one in found)
    told = [one.what for one in found]
    assert told[:4] == [
        "the value, and that of the function itself",
        "jvp, and differences",
        "jvp, and mpmath",
        "vjp, and jvp",
    ]
    assert {one for one in told if "order" in one} == {
        f"the Jacobian by the order {name!r}, and jvp"
        for name in ("forward", "reverse", "markowitz", "fill")
    }
    assert {one for one in told if "target" in one} == {
        "the target 'native', and 'python'",
        "the target 'numpy', and 'python'",
    }
    assert told[-1] == "hvp, and the second Taylor coefficient"


def test_wrong_partials_of_ones_own_are_found():
    @la.op(partials=lambda out, x: (la.cos(x) * 1.0001,), outside=True)
    def nearly_sin(x):
        return math.sin(x)

    with pytest.raises(AssertionError, match="jvp, and differences: ") as found:
        la.check_grads(lambda x, y: y * nearly_sin(x), 0.5, 2.0, order=1)
    assert "\n  where: " in str(found.value)
    assert "\n  instead: " in str(found.value)


def test_a_second_derivative_that_is_wrong_is_found():
    @la.op(partials=lambda out, x: (2.001,), outside=True)
    def checked_slope(x):
        return 2.0 * x

    @la.op(partials=lambda out, x: (checked_slope(x),), outside=True)
    def checked_square(x):
        return x * x

    la.check_grads(lambda x: checked_square(x) * x, 1.5, order=1)
    with pytest.raises(AssertionError, match="differences of jvp"):
        la.check_grads(lambda x: checked_square(x) * x, 1.5)


def test_a_function_that_returns_something_else_is_found():
    calls = itertools.count()

    @la.op(partials=lambda out, x: (1.0,), outside=True)
    def counted(x):
        return x + next(calls)

    with pytest.raises(AssertionError, match="the value, and that of the function itself"):
        la.check_grads(lambda x: counted(x), 2.0)
    with pytest.raises(ValueError, match="order is 3"):
        la.check_grads(math.sin, 2.0, order=3)


def norm(vector):
    total = sum(part * part for part in vector)
    return math.sqrt(total)


def spring(position, stiffness):
    length = norm(position)
    stretch = length - 1.0
    if stiffness < 0:
        raise ValueError("no spring")
    return 0.5 * stiffness * stretch**2 / length


def test_debug_returns_what_a_call_does():
    compiled = la.compile(spring)
    assert compiled.debug([3.0, 4.0], stiffness=2.0) == compiled([3.0, 4.0], 2.0)
    assert la.debug(spring)([3.0, 4.0], 2.0) == spring([3.0, 4.0], 2.0)
    with pytest.raises(ValueError, match="no spring"):
        compiled.debug([3.0, 4.0], -1.0)


def test_debug_tells_what_raised_and_what_led_there():
    with pytest.raises(FloatingPointError) as found:
        la.debug(spring)([0.0, 0.0], 2.0)
    first, *rest = str(found.value).split("\n  ")
    assert first.startswith("the value of div(1.0, length = 0.0) raises ZeroDivisionError: ")
    assert "return 0.5 * stiffness * stretch**2 / length" in rest[0]
    assert rest[1].startswith("in the kernel: return ")
    led = [line.rpartition(": ")[2] for line in rest[2:]]
    assert "stretch = length - 1.0  ->  -1.0" in led
    assert "return math.sqrt(total)  ->  0.0" in led
    assert rest[-1].startswith("instead: ")


def test_debug_finds_a_tangent_and_an_argument():
    def root(x):
        inner = x * x - 4.0
        return math.sqrt(inner) + x

    with pytest.raises(
        FloatingPointError, match=r"the tangent of div\(2.0, .* = 0.0\) raises"
    ) as f:
        la.debug(root)(2.0)
    assert "inner = x * x - 4.0  ->  0.0" in str(f.value)
    with pytest.raises(FloatingPointError, match=r"the argument x is nan"):
        la.debug(root)(math.nan)


def test_debug_follows_numbers():
    for target in ("numpy", "array"):
        with pytest.raises(TypeError, match=r"debug follows numbers.*\n  where: .*\n  instead: "):
            la.compile(lambda x: np.exp(x), target=target).debug(np.array([1.0, 2.0]))


def test_debug_keeps_the_rules_of_numpy_and_looks_into_loops():
    def logs(x):
        shifted = np.exp(x) - np.exp(x)[0]
        return np.log(shifted).sum()

    with pytest.raises(FloatingPointError, match=r"the value of log\(0.0\) is -inf"):
        la.debug(logs)(np.array([1.0, 2.0]))

    def grows(x):
        for _ in range(300):
            x = x * x * 1.5
        return x

    with pytest.raises(FloatingPointError, match=r"the value of mul\(x = .* is inf"):
        la.debug(grows)(2.0)


def test_debug_looks_into_tables():
    def taken(i, y):
        return [1.0, y, math.inf][int(i)] * y

    assert la.debug(taken)(1.0, 3.0) == 9.0
    with pytest.raises(FloatingPointError, match="is inf"):
        la.debug(taken)(1.0, 1e200)


@pytest.mark.parametrize(
    ("function", "args", "kwargs"),
    [
        (lambda x, how="fast": x * x if how == "fast" else x, (1.3,), {}),
        (
            lambda p: p["r"] ** 2 if p["kind"] == "a" else p["r"],
            ({"kind": "a", "r": 1.3},),
            {},
        ),
        (lambda x, f, y=None: f(x) if y is None else y, (1.3, math.sin), {}),
        (lambda x, *, k=2.0, **more: math.sin(x) * k * more["z"], (1.3,), {"z": 3.0}),
    ],
)
def test_what_is_fixed_or_named_is_checked_beside(function, args, kwargs):
    la.check_grads(function, *args, **kwargs)
