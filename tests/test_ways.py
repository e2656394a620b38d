"""Every side of every branch does what the undecorated function does, and its source says `if`."""

import inspect
import math
import queue
import random
import re

import black
import numpy as np
import pytest

import lazyad as la
from lazyad.tracing import trace
from tests.helpers_names.checks import (
    added_up,
    agree,
    bits,
    central,
    check_source,
    numbers,
    outcome,
    run_alone,
    three_parts,
)
from tests.helpers_names.formulas import asserts
from tests.helpers_names.records import Pair

SPECIAL = [math.nan, math.inf, -math.inf, 0.0, -0.0]
ONE = [1.5, -1.5, 0.3, -0.3, 2.7, -6.25]
TWO = [(x, y) for x in ONE for y in ONE]


def if_else(x):
    if x > 0:
        return math.log(x)
    else:
        return x * x


def elifs(x):
    if x > 2:
        y = math.log(x)
    elif x > 1:
        y = math.sqrt(x)
    elif x <= -1:
        y = x * x
    else:
        y = math.sin(x)
    return y * 2


def early(x):
    if x < 0:
        return -x
    y = math.sqrt(x)
    if y > 1:
        return y
    return y * y * 3


def nested(x, y):
    if x > 0:
        if y > 0:
            return x * y
        return x - y
    if y > 1:
        return math.exp(y)
    return x


def without_else(x):
    y = x
    if x > 1:
        y = y * 3
    if x < -1:
        y = y * y
    return y


def and_or_not(x, y):
    return x * y if (x > 0 and y > 0) or not x < 1 else x - y


def chained(x):
    return x * x if -1 < x <= 1 else 2 * x


def newton(a):
    x, step, n = a, 1.0, 0
    while abs(step) > 1e-9 and n < 8:
        step = (x * x - a) / (2 * x)
        x, n = x - step, n + 1
    return x


def breaks(x):
    total = 0.0
    for k in range(6):
        if x > k + 3:
            continue
        total += x * k
        if total > 2:
            break
    else:
        total = total * 10
    return total


def repeats_itself(x):
    a = 1.0 if x > 0 else 2.0
    b = x if x > 0 else x * x
    c = 3.0 if 0 < x else 4.0
    d = 5.0 if not x > 0 else 6.0
    return a * b * c * d


def walrus(x):
    if (y := x * x) > 1:
        return y
    return y + 1


def matches(x):
    match x:
        case v if v > 1:
            return v * 2
        case v if v < -1:
            return v * 3
        case _:
            return x * x


def catches_its_own(x):
    try:
        if x < 0:
            raise ValueError("negative")
        return math.sqrt(x)
    except ValueError:
        return x * 2
    finally:
        x = 0.0


def helper_decides(x):
    return if_else(x) + elifs(x - 1)


def raises(x):
    if x < 0:
        raise ValueError("negative: use 'abs' or \"square\"")
    return math.sqrt(x) + 1


def raises_without_message(x):
    if x > 1:
        raise ZeroDivisionError
    return x


def bubble(x, y):
    values = [x, y, 0.25]
    values.sort()
    return values


def structured(x):
    if x > 0:
        return {"value": [x, x * x], "pair": Pair(x, 1.0)}
    return {"value": [1.0, -x], "pair": Pair(2.0, x)}


FUNCTIONS = [
    if_else,
    elifs,
    early,
    nested,
    without_else,
    and_or_not,
    chained,
    newton,
    breaks,
    repeats_itself,
    walrus,
    matches,
    catches_its_own,
    helper_decides,
    raises,
    raises_without_message,
    asserts,
    bubble,
    structured,
    lambda x: x * 2 if x else 3.0,
    lambda x: 2.0 if not x else x * 3,
    lambda x, y: x or y,
    lambda x, y: x and y,
    lambda x: 1.0 if x == 0 else math.sin(x) / x,
    lambda x: math.sin(x) / x if x != 0 else 1.0,
    lambda x: x * 1.0 if x in (0.0, 2.7) else 2.0 * x,
    lambda x: 1.0 if x > 1 else x if x > 0 else -x * x,
    lambda x: (x > 0, not x > 0, 0 < x < 1),
    lambda x, y: x > 0 and y > 1,
    lambda x, y: x * 2 if any(v > 1 for v in (x, y)) else y,
    lambda x, y: x * 2 if all([x > 1, y > 1]) else y,
    lambda x: abs(x) * x + math.fabs(x),
    lambda x, y: min(x, y) * 2 - max(x, y),
    lambda x, y: min(x, y, 1.0) + max([x, y, -x]),
    lambda x, y: max(v * v for v in (x, y)),
    lambda x, y: max(x, y, key=lambda v: v * 2) - min([x, y], key=lambda v: -3 * v),
    lambda x: max(0.0, min(1.0, x)),
    lambda x: min([], default=x) * 2,
    lambda x, y: sorted([x, y, 0.5] if x + y == x + y else [0.5] * 3),  # no nan: it has no order
    lambda x, y: sorted([x, y, 0.5] if x + y == x + y else [0.5] * 3, reverse=True),
    lambda x, y: sorted([x, y, 0.5] if x + y == x + y else [0.5] * 3, key=lambda v: -v),
    lambda x, y: sorted([x, y, 0.5] if x + y == x + y else [0.5] * 3, key=abs, reverse=True),
    lambda x, y: max([(x, 2.0), (y, 3.0), (1.0, 4.0)], key=lambda pair: pair[0] ** 2)[1] * x,
    lambda x, y: (x, y, 0.5)[max(range(3), key=(x, y, 0.5).__getitem__)],
    lambda x, y: min({"a": x, "b": y}, key={"a": x, "b": y}.get) == "a",
    lambda x: 0.0 if math.isnan(x) else x * 2,
    lambda x: x if math.isfinite(x) else 0.0,
    lambda x: x * 2 if x == x else 9.0,
    lambda x: x * 2 if math.floor(x) > 0 else x,
    lambda x, y: x if (x, 1.0) < (y, 2.0) else y * 3,
]
NAMES = [
    f.__name__ if f.__name__ != "<lambda>" else f"line {f.__code__.co_firstlineno}"
    for f in FUNCTIONS
]


def points(function, values):
    arity = len(inspect.signature(function).parameters)
    return [(x,) for x in values] if arity == 1 else [(x, y) for x in values for y in values]


@pytest.mark.parametrize("optimize", ["none", "strict"])
@pytest.mark.parametrize("function", FUNCTIONS, ids=NAMES)
def test_the_same_bits_or_the_same_exception(function, optimize):
    compiled = la.compile(function, optimize=optimize)
    for point in points(function, ONE + SPECIAL):
        assert outcome(compiled, *point) == outcome(function, *point), point


@pytest.mark.parametrize("function", FUNCTIONS, ids=NAMES)
def test_value_and_tangent_of_every_side(function):
    compiled = la.compile(function)
    for point in points(function, ONE):
        if isinstance(want := outcome(function, *point), type):
            with pytest.raises(want):
                compiled.jvp(point, (1.0,) * len(point))
            continue
        assert numbers(compiled(*point)) == pytest.approx(numbers(function(*point)), rel=1e-14)
        if len(set(map(abs, point))) < len(point):
            continue  # where arguments meet, a choice between them has a kink
        direction = (1.0, -0.7)[: len(point)]
        value, tangent = compiled.jvp(point, direction)
        assert numbers(value) == pytest.approx(numbers(function(*point)), rel=1e-14)
        if function.__code__.co_consts.count((0.0, 2.7)) and 2.7 in point:
            continue  # a branch of measure zero has the derivative of what it returns
        slopes = central(function, point, direction, 1e-7)
        assert numbers(tangent) == pytest.approx(slopes, rel=1e-5, abs=1e-6), point


@pytest.mark.parametrize("function", FUNCTIONS, ids=NAMES)
def test_source_is_black_s_and_runs_alone(function):
    compiled = la.compile(function)
    point = points(function, [0.3])[0]
    tangents = (1.0,) * len(point)
    for source in (compiled.source, compiled.primal.source):
        check_source(source)
    alone = run_alone(compiled.source, compiled.trace.name, (*point, *tangents))
    assert bits(alone) == bits(compiled.jvp(point, tangents))


def code(compiled):
    """The source without its comments."""
    return re.sub(r"\s*#.*", "", compiled.source)


def test_source_has_real_blocks():
    source = la.compile(if_else).source
    assert "    if x > 0.0:\n        return log(x), " in source
    assert re.search(
        r"    if x > 2\.0:\n.*    elif x > 1\.0:\n.*    elif x <= -1\.0:\n.*    else:\n.*"
        r"    return y \* 2\.0, 2\.0 \* dy \* dx\n$",
        code(la.compile(elifs)),
        re.DOTALL,
    )
    source = la.compile(nested).source
    assert re.search(r"\n    if x > 0\.0:\n(        #.*\n)*        if y > 0\.0:", source)
    assert "where" not in source


def test_each_branch_computes_only_its_own_work():
    def f(x):
        if x > 1:
            return math.log(x - 1)
        if x > 0:
            return math.sqrt(x) * math.cos(x)
        return math.exp(x)

    compiled = la.compile(f)
    first, second, third = re.split("return .*", code(compiled))[:3]
    assert "sqrt(" not in first
    assert "exp(" not in first + second
    assert "log(" not in second + third
    for x in (3.0, 0.5, -2.0):  # log(0.5 - 1) and sqrt(-2) would raise
        assert compiled(x) == f(x)


def test_what_branches_share_is_computed_before_them():
    def f(x, y):
        shared = math.sin(x) * math.exp(y)
        if x > y:
            return shared * 2
        return shared - 1

    source = code(la.compile(f))
    assert source.count("sin(x)") == 1
    assert source.index("sin(x)") < source.index("if ")


def test_a_comparison_asked_again_does_not_double_the_ways():
    source = code(la.compile(repeats_itself))
    assert source.count("if ") <= 2  # x > 0 and x <= 0 differ for a nan

    def asks_often(x):
        total = x
        for _ in range(50):
            total = total + (1.0 if x > 0 else 2.0) if 0 < x else total * 1.5
        return total

    compiled = la.compile(asks_often, paths=2)
    assert code(compiled).count("if ") == 1
    assert compiled(1.0) == asks_often(1.0)

    def asks_of_both(x, y):
        both = (x > 0) & (y > 0)
        return (x if both else y) * (2.0 if both else 3.0)

    compiled = la.compile(asks_of_both, paths=2)
    assert (compiled(1.5, 1.0), compiled(-1.5, 1.0)) == (3.0, 3.0)


def test_implied_comparisons_are_not_asked():
    calls = queue.SimpleQueue()

    def f(x):
        calls.put(None)
        if x > 0:
            return x if x >= 0 else 1 / 0
        return 2 * x

    assert la.compile(f)(1.0) == 1.0
    assert calls.qsize() == 1  # both sides join


def test_derivative_is_that_of_the_branch_taken():
    f = la.compile(lambda x: x * x if x >= 1 else 3 * x)
    assert f.jvp((1.0,), (1.0,)) == (1.0, 2.0)
    g = la.compile(lambda x: x * x if x > 1 else 3 * x)
    assert g.jvp((1.0,), (1.0,)) == (3.0, 3.0)
    assert la.compile(lambda x: 0.0 if x > 0 else x).jvp((2.0,), (1.0,)) == (0.0, 0.0)


def test_a_branch_of_measure_zero_is_in_the_report():
    def f(x):
        if x == 1.5:
            return 7.0
        return x * x

    compiled = la.compile(f)
    assert compiled.jvp((1.5,), (1.0,)) == (7.0, 0.0)
    note = compiled.report().splitlines()[-1]
    assert f"test_ways.py:{f.__code__.co_firstlineno + 1}" in note
    assert "if x == 1.5" in note
    assert "if x" not in la.compile(if_else).report()


# -- raise and assert


def test_a_raise_is_a_raise_in_the_source():
    compiled = la.compile(raises)
    for call in (lambda: compiled(-1.0), lambda: compiled.jvp((-1.0,), (1.0,))):
        with pytest.raises(ValueError, match=re.escape("negative: use 'abs' or \"square\"")) as e:
            call()
        assert str(e.value) == "negative: use 'abs' or \"square\""
    assert compiled(4.0) == 3.0
    assert re.search(r"if x < 0\.0:\n        raise ValueError\(", compiled.source)
    source = la.compile(asserts).source
    assert 'raise AssertionError("x is positive")' in source
    with pytest.raises(AssertionError, match=r"^x is positive$"):
        la.compile(asserts)(-1.0)
    with pytest.raises(AssertionError):
        la.compile(asserts)(math.nan)
    assert "raise ZeroDivisionError\n" in la.compile(raises_without_message).source


def test_messages_of_all_kinds_come_through():
    text = "two\nlines 'q' \"d\" \\ {x} %s é \t"

    def f(x):
        if x > 0:
            raise RuntimeError(text)
        return x

    with pytest.raises(RuntimeError) as error:
        la.compile(f)(1.0)
    assert str(error.value) == text
    check_source(la.compile(f).source)


def test_one_of_many_guards_raises():
    def f(x):
        for k in range(60):
            if x > k + 100:
                raise IndexError(f"above {k}")
        return x

    compiled = la.compile(f)
    assert compiled(1.0) == 1.0
    with pytest.raises(IndexError, match="above 0"):
        compiled(1e9)


def test_a_function_that_always_raises_does():
    def f(x):
        raise LookupError("always")

    with pytest.raises(LookupError, match=r"^always$"):
        la.compile(f)(1.0)


# -- what cannot be joined


def pair_or_number(x):
    if x > 0:
        return x
    return [x, x]


def keys_differ(x):
    return {"a": x} if x > 0 else {"b": x}


def lengths_differ(x):
    if x > 0:
        return [x]
    return [x, x]


def forgets(x):
    if x > 0:
        return x


def array_or_list(x):
    if x > 0:
        return np.array([x, x])
    return [x, x]


@pytest.mark.parametrize("function", [pair_or_number, keys_differ, lengths_differ, array_or_list])
def test_branches_of_different_structure_are_an_error_without_a_call(function):
    with pytest.raises(TypeError) as error:
        la.compile(function).trace  # noqa: B018
    three_parts(error, "the same structure, and the same words", where="test_ways.py:")


@pytest.mark.parametrize("function", [pair_or_number, keys_differ, lengths_differ, array_or_list])
def test_a_call_returns_the_structure_of_its_way(function):
    f, jacobian = la.compile(function), la.jacobian(function)
    for x in (1.0, -1.0, 2.0, -2.0):
        assert repr(f(x)) == repr(function(x))
        assert repr(f.jacobian(x)) == repr(jacobian(x))


def test_a_way_that_returns_no_number_is_refused_where_others_return_any():
    f = la.compile(lambda x: [] if x > 0 else [x])
    with pytest.raises(TypeError) as error:
        f(1.0)  # nothing in its result could lead to the other way
    three_parts(error, "a number beside it", where="test_ways.py:")
    assert f(-1.0) == [-1.0]  # the call that was refused is forgotten


def test_a_way_that_returns_nothing_raises_where_it_is_taken():
    f = la.compile(forgets)
    assert f(1.0) == 1.0
    with pytest.raises(TypeError) as error:
        f(-1.0)
    three_parts(error, "the same structure, and the same words", where="test_ways.py:")


def test_both_lines_are_named():
    with pytest.raises(TypeError) as error:
        la.compile(pair_or_number).trace  # noqa: B018
    first = pair_or_number.__code__.co_firstlineno
    assert f"test_ways.py:{first + 2} " in str(error.value)
    assert f"test_ways.py:{first + 3} " in str(error.value)
    assert "a number" in str(error.value)
    assert "a list of 2 numbers" in str(error.value)


def test_none_of_both_is_no_result():
    with pytest.raises(TypeError) as error:
        la.compile(lambda x: None if x > 0 else None)(1.0)  # noqa: RUF034
    three_parts(error, "None", where="test_ways.py:")


def sum_of_positive(values):
    return sum([v for v in values if v > 0][:], 0.0)  # lists of other lengths do not join


def test_too_many_ways():
    """Without the numbers of a call nothing says which of them are taken."""
    f = sum_of_positive
    with pytest.raises(ValueError, match="more than 256 ways") as error:
        trace(f, {"values": [0.0] * 10})
    three_parts(
        error, "lazyad.where", "paths", where=f"test_ways.py:{f.__code__.co_firstlineno + 1}"
    )
    assert "if v > 0" in str(error.value)
    with pytest.raises(ValueError, match="more than 4 ways"):
        trace(f, {"values": [0.0] * 3}, paths=4)
    assert la.compile(f, paths=8)([0.5] * 3) == 1.5
    assert la.compile(f)([0.5] * 8) == 4.0


def test_the_ways_that_calls_take_come_first():
    """Of hundreds of ways those are explored that calls take; a kernel raises on the others."""
    compiled = la.compile(sum_of_positive)
    chance = random.Random(3)
    for _ in range(2):
        values = [chance.uniform(-1.0, 1.0) for _ in range(9)]
        slopes = [float(v > 0) for v in values]
        assert compiled(values) == added_up(sum_of_positive(values))
        assert compiled.grad(values) == slopes
        assert compiled.jvp([values], [[1.0] * 9])[1] == sum(slopes)
    again = la.compile(sum_of_positive).lower([1.0] * 9)
    assert again.primal.kernel([0.5] * 9) == 4.5
    with pytest.raises(NotImplementedError, match="not explored") as error:
        again.primal.kernel([-0.5] * 9)
    three_parts(error, "lower", where="test_ways.py:")


@pytest.mark.slow
def test_a_loop_that_is_not_kept_goes_on_as_the_call_does():
    """How often it goes round is no number of a loop in the program: a list grows in it."""

    def halved(x):
        steps = [x]
        while steps[-1] > 1:
            steps.append(steps[-1] / 2)
        return steps[-1] ** 2 + 3.0 * len(steps)

    compiled = la.compile(halved)
    for x in (5.0, 0.5, 1e12, 33.0, 1e30):
        assert compiled(x) == halved(x)
        last = math.sqrt(halved(x) % 3.0)
        assert compiled.grad(x) == pytest.approx(2.0 * last * last / x, rel=1e-12)


def halved_until(b, tolerance):
    """How many numbers there are is no number of a loop: the array is made of the call's count."""
    n, before = 4, 0.0
    while True:
        x = np.linspace(0.0, b, n + 1)
        area = np.trapezoid(x * x, x)
        if abs(area - before) < tolerance:
            return area, n
        before = area
        n *= 2


def test_a_grid_that_each_round_doubles_is_not_doubled_beyond_what_a_call_takes():
    compiled = la.compile(halved_until)
    for b, tolerance in ((1.0, 1e-2), (2.0, 2e-2)):
        area, n = compiled(b, tolerance)
        assert (area, n) == halved_until(b, tolerance)
        slope, _ = compiled.jvp((b, tolerance), (1.0, 0.0))[1]
        assert slope == pytest.approx(3.0 * area / b, rel=1e-12)
    assert len(compiled.lower(1.0, 1e-2).trace.nodes) < 4_000


@pytest.mark.slow
def test_a_way_is_explored_though_the_kernel_raised_before_it_asked():
    """Of many choices within each other the innermost are computed on both sides."""

    def shares(total, people):
        left, n, parts = total, round(people), []
        for k in range(n):
            left -= total / n if k < n - 1 else left
            parts.append(left)
        return left, [one for one in parts if one > 1.0]

    compiled = la.compile(shares)
    for at in ((4.0, 2.0), (2.0, 8.0), (0.0, 0.0)):
        assert compiled(*at) == shares(*at)


def much_is_decided(p, q):
    t = q * p
    if p**-1 < 3 * p:
        t = round(max(4, p, 0.5))
    elif any([q != q, q / (0.5 + p * p) <= math.log(1.0 + q * q)]):
        t = 3.0
    return t + math.acosh(1.5 + (2 - p) * (2 - p))


def cleaned_up(z, x):
    """On the first trace the call's way leaves the `try` before anything is in `kept`."""
    try:
        kept = [much_is_decided(z + 30, x - 1.5)]
    finally:
        kept[0] = kept[0] + 3.0
    return kept[0]


def test_a_finally_that_raises_while_ways_part_is_no_way():
    assert la.compile(cleaned_up)(1.755, -1.064) == cleaned_up(1.755, -1.064)


def test_more_ways_than_are_explored_are_an_error(monkeypatch):
    monkeypatch.setattr("lazyad.run.specialized.MOST_CALLS", 2)
    compiled = la.compile(sum_of_positive, paths=2)
    assert compiled([1.0, 2.0, 3.0]) == 6.0
    assert compiled([-1.0, 2.0, 3.0]) == 5.0
    with pytest.raises(NotImplementedError, match="yet another") as error:
        compiled([1.0, -2.0, -3.0])
    three_parts(error, "lazyad.where", where="test_ways.py:")


def in_an_array_of_ints(x):
    counts = np.zeros(3, dtype=int)
    if x > 2:
        counts[0] = x
    return counts.sum() + x


def test_an_int_that_no_call_says_is_an_error():
    compiled = la.compile(in_an_array_of_ints)
    assert [compiled(x) for x in (1.5, 2.5, -3.5, 7.5)] == [1.5, 4.5, -3.5, 14.5]
    with pytest.raises(ValueError, match="an int was asked of a traced value") as error:
        trace(in_an_array_of_ints)
    three_parts(error, "an array gets it, one of floats", where="test_ways.py:")


def test_calls_that_return_other_structures_take_turns(monkeypatch):
    """Those are remembered that take ways of their own; cotangents are of what a call returns."""
    monkeypatch.setattr("lazyad.run.specialized.MOST_CALLS", 4)

    def multiples(x, n):
        return x, [x * k for k in range(round(n))]

    compiled = la.compile(multiples)
    for x, n in ((1.0, 2), (2.0, 0), (3.0, 2), (4.0, 3), (5.0, 0), (6.0, 3), (7.0, 2)):
        pulled = compiled.vjp((x, float(n)), (1.0, [1.0] * n))
        assert pulled == (multiples(x, n), (1.0 + sum(range(n)), 0.0))
        assert compiled(x + 0.5, float(n)) == multiples(x + 0.5, n)
    with pytest.raises(TypeError, match="a list of 3 numbers") as error:
        compiled.vjp((1.0, 2.0), (1.0, [1.0] * 3))
    three_parts(error, "a list of 2 numbers", where="test_ways.py:")


def test_a_loop_without_bound():
    def f(x):
        while x > 1:
            x = x / 2
        return x

    compiled = la.compile(f)
    assert [compiled(x) for x in (0.5, 3.0, 1e300)] == [f(x) for x in (0.5, 3.0, 1e300)]
    assert compiled.jvp((3.0,), (1.0,)) == (0.75, 0.25)
    assert "    while x > 1.0:\n" in compiled.source


def test_many_guards():
    def f(x):
        for k in range(200):
            if x < k:
                return x * k
        return x

    compiled = la.compile(f)
    for x in (3.5, 150.5, 1e6):
        assert compiled.jvp((x,), (1.0,)) == (f(x), min(math.ceil(x), 200) if x < 200 else 1.0)


def test_a_function_that_is_not_the_same_twice():
    calls = queue.SimpleQueue()

    def counts(x):
        calls.put(None)
        return sum([x * 2 for _ in range(1) if x > calls.qsize()], x)

    with pytest.raises(ValueError, match="traced again") as error:
        la.compile(counts)(2.5)
    three_parts(error, "no random numbers", where="test_ways.py:")


# -- with all the rest


def test_branches_on_parts_of_structures():
    def f(body, x):
        if body["mass"] > x[0]:
            return [body["mass"] * x[1], x[0]]
        return [x[0] - body["mass"], x[1] * x[1]]

    agree(f, {"mass": 2.0}, [1.0, 3.0])
    agree(f, {"mass": 0.5}, [1.0, 3.0])


def test_branches_on_elements_of_arrays():
    def f(a):
        if a[0] > a[1]:
            return a * math.sin(a[0])
        if a.sum() > 1 and min(a) > -5:
            return a[::-1] * 2.0
        return a + 1.0

    for point in ([2.0, 1.0], [0.3, 1.1], [0.1, 0.2], [-9.0, 30.0]):
        agree(f, np.array(point))


def test_bubble_sort_of_a_list():
    def f(values):
        values = list(values)
        for end in range(len(values) - 1, 0, -1):
            for at in range(end):
                if values[at] > values[at + 1]:
                    values[at], values[at + 1] = values[at + 1], values[at]
        return values

    agree(f, [3.0, 1.0, 2.5, -1.0])
    assert la.compile(f)([0.0, 5.0, -2.0, 9.0]) == [-2.0, 0.0, 5.0, 9.0]


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_sorted_min_and_max_of_many(count):
    rng = random.Random(count)

    def f(values):
        return [*sorted(values), min(values), max(values)]

    compiled = la.compile(f, optimize="strict")
    for _ in range(20):
        values = [rng.choice([-1.0, 0.0, -0.0, 2.0, rng.random()]) for _ in range(count)]
        assert bits(compiled(values)) == bits(f(values))
    assert "where" not in compiled.primal.source


def test_compiled_functions_with_branches_inside_others():
    inner = la.compile(lambda x, y: [x * y[0], y[1]] if x > 0 else [y[1], x * x])

    def f(x, d):
        first = inner(x, [d["a"], x * 2])
        if first[0] > first[1]:
            return first[0] * math.exp(first[1])
        return inner(-x, first)[0] + inner.jvp((x, first), (1.0, [0.0, 1.0]))[1][1]

    for x in (0.7, -0.7):
        agree(f, x, {"a": 3.0})
        agree(f, x, {"a": -3.0})


def test_duals_go_through_branches():
    f = la.compile(elifs)
    for x in ONE:
        got = f(la.Dual(x, 1.0))
        value, tangent = f.jvp((x,), (1.0,))
        assert (got.real, got.dual) == pytest.approx((value, tangent), rel=1e-14)


def test_static_values_choose_before_the_trace():
    f = la.compile(lambda x, kind, flag=False: math.sin(x) if kind == "a" and not flag else x * x)
    assert "if " not in code(f.lower(1.0, "a"))
    assert f(2.0, "a") == math.sin(2.0)
    assert f(2.0, "a", True) == 4.0
    assert f(2.0, "b") == 4.0


# -- the numpy target


def two_singular(x, y):
    if x > 0:
        if y > 0:
            return x * math.log(y)
        return x / (y - 3)
    if y > 1:
        return math.exp(y)
    return 1 / (x - 5)


def safe_log_of_log(x):
    if x <= 1:
        return 0.0
    return math.log(math.log(x)) if math.log(x) > 0.2 else math.sqrt(math.log(x))


SINGULAR = [
    if_else,
    elifs,
    nested,
    two_singular,
    safe_log_of_log,
    lambda x: 1.0 if x == 0 else math.sin(x) / x,
    lambda x: math.asin(x) if -1 < x < 1 else 2 * x,
    lambda x: math.acosh(x) if x > 1 else x,
    lambda x: math.atanh(x) if abs(x) < 1 else x,
    lambda x: math.log1p(x) if x > -1 else x,
    lambda x: x**-1.5 if x > 0 else 0.0,
    lambda x: math.exp(400 * x) if x < 1 else 0.0,
    lambda x: 1 / (x * x - 1) if abs(x) != 1 else 0.0,
    lambda x: 0.0 if x < 0.5 else newton(x),
    lambda x, y: x**y if x > 0 else 0.0,
    lambda x, y: math.fmod(x, y) + x % y + x // y if y != 0 else 0.0,
    lambda x, y: math.sqrt(x * y) if (x > 0 and y > 0) or (x < 0 and y < 0) else 0.0,
    lambda x, y: math.hypot(x, y) if x != 0 or y != 0 else 0.0,
    lambda x, y: math.atan2(x, y) if x != 0 or y != 0 else 0.0,
    lambda x, y: min(x, y) * max(x, y, 1.0),
    lambda x, y: sorted([x, y, 0.5]),
]


@pytest.mark.filterwarnings("error", "ignore::lazyad.SinglePointWarning")
@pytest.mark.parametrize("function", SINGULAR, ids=range(len(SINGULAR)))
def test_numpy_has_no_nan_of_the_side_not_chosen(function):
    values = [0.0, -0.0, 1.0, -1.0, 2.0, 3.5, *ONE]
    grid = points(function, values)
    columns = tuple(np.array(column) for column in zip(*grid, strict=True))
    ones = tuple(np.ones_like(column) for column in columns)
    python, numpy = la.compile(function), la.compile(function, target="numpy")
    assert ".where(" in numpy.source or "minimum" in numpy.source
    value, tangent = numpy.jvp(columns, ones)
    primal = numpy(*columns)
    for at, point in enumerate(grid):
        want = numbers(function(*point))
        for got in (value, primal):
            assert numbers_at(got, at) == pytest.approx(want, rel=1e-13, abs=0.0, nan_ok=True)
        _, slope = python.jvp(point, (1.0,) * len(point))
        assert numbers_at(tangent, at) == pytest.approx(numbers(slope), rel=1e-11, abs=1e-13)
        assert not any(map(math.isnan, numbers_at(tangent, at)))


def numbers_at(result, at):
    parts = result if isinstance(result, list) else [result]
    return [float(np.asarray(part)[at]) if np.ndim(part) else float(part) for part in parts]


@pytest.mark.filterwarnings("error")
def test_numpy_broadcasts_through_branches():
    f = la.compile(lambda x, y: x * y if x > y else x - y, target="numpy")
    x, y = np.arange(3.0)[:, None], np.arange(2.0)
    want = [[f.__wrapped__(a, b) for b in (0.0, 1.0)] for a in (0.0, 1.0, 2.0)]
    assert f(x, y).tolist() == want
    assert f(np.zeros(0), 1.0).shape == (0,)


@la.compile
def guarded(x):
    if x < 0:
        raise ValueError("negative")
    return math.sqrt(x)


def handled(x):
    try:
        return guarded(x) * 2
    except ValueError:
        return -1.0


def test_compiled_functions_that_raise_inside_others():
    f = la.compile(lambda x: guarded(x) * 2)
    assert f.jvp((4.0,), (1.0,)) == (4.0, 0.5)
    with pytest.raises(ValueError, match="negative"):
        f(-1.0)
    g = la.compile(handled)
    assert (g(4.0), g(-4.0)) == (4.0, -1.0)


def test_every_way_raises_its_own():
    def f(x):
        if x > 0:
            raise ValueError("positive")
        raise KeyError("negative")

    for point, kind in ((1.0, ValueError), (-1.0, KeyError)):
        with pytest.raises(kind, match="tive"):
            la.compile(f)(point)


@pytest.mark.parametrize(
    "function",
    [
        lambda x: {"a": 1.0}["b"] if x > 0 else x,
        lambda x: list("ab")[2] if x > 0 else x,
        lambda x: 1 / 0 if x > 0 else x,
        lambda x: int("a") if x > 0 else x,
    ],
)
def test_a_way_on_which_the_function_fails(function):
    f = la.compile(function)
    assert f(-1.0) == -1.0
    with pytest.raises((LookupError, ArithmeticError, ValueError)) as want:
        function(1.0)
    with pytest.raises(want.type) as got:
        f(1.0)
    assert str(got.value) == str(want.value)


def test_where_the_largest_stands():
    f = la.compile(lambda values: values.index(max(values)))
    assert [f(v) for v in ([1.0, 4.0, 3.0], [5.0, 1.0, 2.0], [1.0, 2.0, 3.0])] == [1, 0, 2]


def test_ways_that_raise_meet_before_one_that_returns_a_tuple():
    def f(x, y):
        if x < 0 and y < 0:
            raise ValueError("both")
        if x < 0:
            raise ValueError("first")
        return x, y

    g = la.compile(f)
    assert g(0.5, -0.5) == (0.5, -0.5)
    for point, message in (((-1.0, -1.0), "both"), ((-1.0, 1.0), "first")):
        with pytest.raises(ValueError, match=message):
            g(*point)


def test_a_function_of_math_that_fails_on_constants():
    f = la.compile(lambda x, n: math.log(n - 3) if x > 0 else x, static="n")
    assert f(-1.0, 3) == -1.0
    with pytest.raises(ValueError, match=r"math domain|expected a"):
        f(1.0, 3)


@pytest.mark.parametrize(
    "function",
    [
        lambda x, y: math.pow(2.5, x) if max(x, y) > 1 else 0.0,
        lambda x, y: 3.1**-x + 3.1 ** -(3.1**-y),
        lambda x, y: 2.0 ** (x * x) ** 2.0,
        lambda x, y: la.where(x**y > 1, y**x, la.max(x, y)),
    ],
)
def test_powers_as_black_writes_them(function):
    f = la.compile(function, optimize="strict")
    assert f(1.5, 0.5) == function(1.5, 0.5)
    for source in (f.source, f.primal.source):
        assert black.format_str(source, mode=black.Mode()) == source


def test_conditions_are_written_as_the_user_wrote_them():
    def f(x, y):
        if x > 0 and 1 / x > y:
            return x * y
        if x < -1 or y > 3:
            return x + y
        return x

    g = la.compile(f)
    for point in ((1.0, 0.5), (0.0, 1.0), (-2.0, 1.0), (-0.5, 4.0), (0.1, 20.0), (math.nan, 1.0)):
        assert bits(g(*point)) == bits(f(*point))
    assert "x < -1.0 or y > 3.0" in g.source
    both = la.compile(lambda x, y: (x * y, x) if x > 0 and 1 / x > y else (y, x))
    assert "x > 0.0 and 1.0 / x > y" in both.primal.source
    assert both(0.0, 1.0) == (1.0, 0.0)


def test_choices_after_a_loop_in_a_branch():
    """psychrolib's dew point: what only one side needs is a loop, two of whose items it asks."""

    def f(x, y):
        if y < 0 or y > 9:
            raise ValueError("outside")
        t, n = x, 1
        while True:
            before = t
            t = before - (math.log(before + 2.0) - y) * 0.5
            if abs(t - before) <= 1e-9:
                break
            if n > 1000:
                raise ValueError("no convergence")
            n = n + 1
        return min(t, x)

    value, tangent = la.compile(f).jvp((30.0, 1.2), (1.0, 2.0))
    assert value == pytest.approx(f(30.0, 1.2), rel=1e-12)
    assert tangent == pytest.approx(2.0 * math.exp(1.2), rel=1e-7)


def test_a_loop_that_makes_an_array_of_a_number_does_not_lose_it():
    """As in pymap3d's vreckon."""

    def f(x):
        s = 0.0
        y = np.atleast_1d(x)
        while abs(y[0]) > 1.0:
            s = y * 0.5
            y = y - 0.5 * s
        return np.sum(s * 2 + y)

    compiled = la.compile(f)
    for x in (3.0, 0.5, 100.0, -7.5):
        assert compiled(x) == f(x)
        assert compiled.grad(x) == pytest.approx(f(x) / x, rel=1e-12)  # it is linear there


def test_the_best_and_the_order_by_a_key_are_choices():
    """Of ten numbers there are 3,628,800 orders."""

    def f(values):
        low, *_, high = sorted(values, key=lambda v: (v - 0.3) ** 2)
        return high - 2.0 * low + 3.0 * max(enumerate(values), key=lambda pair: pair[1])[0]

    compiled = la.compile(f)
    draws = random.Random(3)
    for _ in range(3):
        values = [draws.random() for _ in range(10)]
        assert compiled(values) == f(values)
        far, near = [sorted(values, key=lambda v: (v - 0.3) ** 2)[at] for at in (-1, 0)]
        expected = [1.0 if v == far else -2.0 if v == near else 0.0 for v in values]
        assert compiled.grad(values) == expected
