"""Loops of as many rounds as a traced number says, and what becomes of what rounds kept."""

import bisect
import math

import numpy as np
import pytest

import lazyad as la
from tests.test_loops import check_program

WEIGHTS = [0.3, 0.4, 0.9, 0.1]
GRID = [0.1, 0.5, 2.0, 3.0, 4.0]


def rounds(x, y):
    total = 0.0
    for i in range(int(x)):
        total = total + y * math.sin(i * y)
    return total


def counted(x, y):
    n = 0
    while x > 1.0:
        x = x / 2
        n += 1
    for i in range(n):
        y = y * x + i
    return y


def between(x, y):
    total = y
    for i in range(int(x), int(2 * x) + 1, 2):
        total = total * y + i
    return total


def downward(x, y):
    total = 0.0
    for i in range(int(x), 0, -1):
        total = total * y + i
    for i in reversed(range(int(x))):
        total = total * y - i
    return total


def nested(x, y):
    total = 0.0
    n = int(x)
    for i in range(n):
        for j in range(i, n):
            for k in range(j):
                total += y * (i + math.sin(j * k * y))
    return total


def helper(n, y):
    term = 1.0
    for k in range(1, n + 1):
        term = term * y / k
    return term


def helped(x, y):
    return helper(int(x), y) + helper(int(x) + 1, 2 * y)


def steps(x, y):
    n = max(1, math.ceil(x / 0.3))
    h = x / n
    for _ in range(n):
        y = y + h * (-y + math.sin(x))
    return y


def left(x, y):
    for i in range(round(x)):
        y = y * 1.5
        if y > 9.0:
            return y * i
    y = y + 1.0
    return y - x


def skipping(x, y):
    total = 0.0
    for i in range(int(x // 0.5)):
        if i % 3 == 0:
            continue
        total += y**i
        if total > 3.0:
            break
    return total


def weighted(x, y):
    s = y
    for i in range(int(x)):
        s = math.sin(s) + WEIGHTS[i % 4] * y
    return s


def looked_up(x, y):
    total = y
    for i in range(bisect.bisect(GRID, x)):
        total += GRID[i] * y
    return total


def last_one(x, y):
    i = 100
    for i in range(int(x)):  # noqa: B007
        y = y * 1.1
    return y + i


def empty(x, y):
    for i in range(-int(x)):
        y = y * 1.1 + i
    return y * x


FUNCTIONS = [rounds, counted, between, downward, nested, helped, steps, left, skipping, weighted]
FUNCTIONS += [looked_up, last_one, empty]
POINTS = [(5.3, 0.7), (1.27, 0.4), (9.87, -0.3), (0.4, 0.6), (3.1, 1.3)]


def slopes(f, args, h=1e-6):
    """Central differences in each argument."""
    ends = [[[x + s * (at == k) for k, x in enumerate(args)] for s in (h, -h)] for at in (0, 1)]
    return [np.subtract(f(*up), f(*down)) / (2 * h) for up, down in ends]


@pytest.mark.parametrize("f", FUNCTIONS)
@pytest.mark.parametrize("level", ["strict", "safe"])
def test_values_and_derivatives(f, level):
    compiled, taylor = la.compile(f, optimize=level), la.taylor(f, order=2)
    for args in POINTS:
        value, gradient = compiled(*args), compiled.grad(*args)
        assert value == pytest.approx(f(*args), rel=1e-14, abs=1e-14)
        np.testing.assert_allclose(gradient, slopes(f, args), rtol=1e-6, atol=1e-7)
        np.testing.assert_allclose(compiled.vjp(args, 1.0)[1], gradient, rtol=1e-12, atol=1e-13)
        hessian = np.array(compiled.hessian(*args))
        expected = slopes(compiled.grad, args)
        np.testing.assert_allclose(hessian, expected, rtol=1e-6, atol=1e-6)
        series = taylor(*args, 0.5, -1.5)
        direction = np.array([0.5, -1.5])
        curved = direction @ hessian @ direction / 2
        expected = [value, gradient @ direction, curved]
        np.testing.assert_allclose(series, expected, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("f", FUNCTIONS)
def test_one_source_for_all_counts(f):
    compiled = la.compile(f)
    compiled(*POINTS[0])
    kernel, source = compiled.kernel, compiled.source
    for args in [one for one in POINTS if f is not last_one or int(one[0])]:
        assert kernel(*args, 0.0, 0.0)[0] == pytest.approx(f(*args), rel=1e-14)
    assert compiled.source == source
    assert "while" in source or "for" in source
    assert "raise NotImplementedError" not in source


def test_a_variable_of_rounds_that_there_were_none_of():
    @la.compile
    def f(x, y):
        for i in range(int(x)):  # noqa: B007
            y = y * 1.1
        return y + i

    assert f(3.5, 1.0) == 1.1 * 1.1 * 1.1 + 2
    with pytest.raises(UnboundLocalError, match=r"^cannot access local variable 'i' where it"):
        f(0.5, 1.0)


def handed_on(x, y):
    for _ in range(3):
        for i in range(int(x)):  # noqa: B007
            step = y * 0.5
            y = y - step
        y = y * 1.5
    return y


def made_again(x, y):
    for i in range(int(x)):
        step = y * i
    while y < 20.0:
        step = y * 0.5
        y = y + step
    return y + (step if x > 1.0 else 0.0)


def read_by_rounds(x, y):
    for i in range(int(x)):
        step = y * i
    for _ in range(int(y)):
        y = y + step * 0.1
    return y


def made_by_some_rounds(x, y):
    for i in range(int(x)):
        step = y * i
    for k in range(60):
        if y > 3.0:
            step = y
        y = y + 0.1 * k
    return y + step


@pytest.mark.parametrize("f", [handed_on, made_again, read_by_rounds, made_by_some_rounds])
def test_what_no_rounds_left_unbound_is_missed_where_it_is_read_alone(f):
    compiled = la.compile(f)
    for args in [(0.5, 0.5), (2.5, 0.5), (1.5, 2.5), (0.5, 2.5), (0.5, 30.0)]:
        try:
            expected = f(*args)
        except UnboundLocalError:
            with pytest.raises(UnboundLocalError):
                compiled(*args)
        else:
            assert compiled(*args) == pytest.approx(expected, rel=1e-14)
            assert compiled.jvp(args, (0.0, 1.0))[0] == pytest.approx(expected, rel=1e-14)


def bisects(x, y):
    lo, hi = 0.0, x
    while hi - lo > 1e-10:
        middle = 0.5 * (lo + hi)
        if middle**3 > y:
            hi = middle
        else:
            lo = middle
    return middle


def breaks_off(x, y):
    for _ in range(100):
        y = y + 0.01 * (x - y)
        if y > 1.0:
            first = y * x
            break
    return first


def finds_the_first(x, y):
    found = False
    for k in range(100):
        y = y + 0.01 * (x - y)
        if y > 1.0 and not found:
            found, first, at = True, y * x, k
    return y + (first + at if found else 0.0)


def goes_on(x, y):
    for k in range(40):
        if y + 0.1 * k > x:
            continue
        last = y * 2.0 + k
    return last


def goes_on_in_a_count(x, y):
    for k in range(int(x)):
        if y + k > 2.0:
            continue
        last = y * 2.0 + k
    return last


def sets_it_where_it_asks(x, y):
    while (step := x - y) > 1e-3:
        y += 0.3 * step
        last = step * 2.0
    return y + step + last


def reads_the_round_before(x, y):
    total = 0.0
    for i in range(60):
        if math.sin(i * y) > 0.5:
            last = i * x
        if i > 20:
            total += last * 0.1
    return total


def takes_it_away(x, y):
    for k in range(80):
        wave = math.sin(x * k)
        last = wave * y
        if wave < -0.9:
            del last
    return last


SOME = [bisects, breaks_off, finds_the_first, goes_on, goes_on_in_a_count, sets_it_where_it_asks]


@pytest.mark.filterwarnings("ignore::lazyad.SinglePointWarning")
@pytest.mark.parametrize("f", [*SOME, reads_the_round_before, takes_it_away])
def test_what_some_rounds_give_a_value_has_none_where_none_did(f):
    compiled = la.compile(f)
    for args in [(2.5, 0.47), (-1.0, 0.5), (3.0, 1.53), (1.2, 0.93), (2.0, 50.0)]:
        try:
            expected = f(*args)
        except UnboundLocalError as error:
            with pytest.raises(UnboundLocalError, match=f"^{error}$"):
                compiled(*args)
        else:
            assert compiled(*args) == pytest.approx(expected, rel=1e-12)
            ends = [compiled(args[0], args[1] + h) for h in (1e-6, -1e-6)]
            if f is not bisects:
                slope = pytest.approx((ends[0] - ends[1]) / 2e-6, rel=1e-5, abs=1e-7)
                assert compiled.jvp(args, (0.0, 1.0))[1] == slope
    lines = [line.split()[:1] for line in compiled.source.splitlines()]
    loops = lines.count(["for"]) + lines.count(["while"])
    assert loops == 1 or f in {reads_the_round_before, takes_it_away}


def test_a_bisection_that_returns_its_middle_warns():
    with pytest.warns(la.SinglePointWarning, match="comparisons alone"):
        la.compile(bisects).grad(2.5, 0.5)


@pytest.mark.parametrize("x", [math.inf, math.nan])
def test_a_count_that_is_no_number(x):
    with pytest.raises((ValueError, OverflowError)) as error:
        rounds(x, 0.3)
    with pytest.raises(type(error.value)):
        la.compile(rounds)(x, 0.3)


def test_an_int_argument_is_fixed():
    @la.compile
    def f(n, y):
        for i in range(1, n + 1):
            y = y * 0.5 + i
        return y

    assert [f(n, 1.0) for n in (0, 3, 7)] == [f.__wrapped__(n, 1.0) for n in (0, 3, 7)]
    assert f.grad(3, 1.0) == 0.125
    with pytest.raises(TypeError):
        f(3.0, 1.0)


def test_a_gradient_in_many_numbers_runs_backwards():
    def f(x, values):
        total = 0.0
        for i in range(int(x)):
            total = total * 0.9 + values[i % len(values)] ** 2
        return total

    values = [0.1 * k for k in range(30)]
    found = la.grad(f, argnums=1)(50.5, values)
    expected = la.compile(f, loops="unroll").grad(50.5, values)[1]
    np.testing.assert_allclose(found, expected, rtol=1e-12)


def test_a_loop_whose_first_rounds_do_little():
    def triangle(y):
        total = 0.0
        for i in range(60):
            for j in range(i):
                total += math.sin(y * i) * j
        return total

    compiled = la.compile(triangle)
    assert compiled(0.3) == triangle(0.3)
    assert len(compiled.source.splitlines()) < 30


# -- what the rounds of a loop kept


def powers(y):
    s, found = y, [y]
    for i in range(100):
        s = math.sin(s + i) + y
        found.append(s)
    return found


def summed(y):
    return sum(powers(y))


def summed_from(y):
    return sum(powers(y)[1:], y) + math.prod(powers(y))


def spread(y):
    return max(powers(y)) - min(powers(y)) * y


def plateau(y):
    """Three that are equal, and each with another derivative: they share."""
    found, s = [], 0.0
    for i in range(40):
        s = y if i in (7, 9) else min(y * y, i * 0.01 * y)
        found.append(s)
    return max(found)


def any_and_all(y):
    found = powers(y)
    return y if any(one > 1.9 for one in found) and all(one < 3.0 for one in found) else -y


def later(y):
    total = 0.0
    for one in powers(y):
        total = total * 0.5 + one
    return total


SLOW = pytest.param(any_and_all, marks=pytest.mark.slow)  # unrolled, it has 300 branches


@pytest.mark.parametrize("f", [summed, summed_from, spread, plateau, SLOW, later])
def test_what_a_loop_kept_goes_through_another(f):
    compiled, plain = la.compile(f), la.compile(f, loops="unroll")
    for y in (0.3, -0.8):
        assert compiled(y) == pytest.approx(f(y), rel=1e-13)
        slope = plain.vjp((y,), 1.0)[1][0]
        assert compiled.grad(y) == pytest.approx(slope, rel=1e-10, abs=1e-12)


@pytest.mark.parametrize("f", [summed, spread])
def test_the_source_does_not_grow_with_what_is_kept(f):
    assert len(la.compile(f).lower(0.3).source.splitlines()) < 80


def test_a_list_that_grows_until_a_number_says_and_is_returned():
    def f(y):
        found, s = [], 1.0
        while s > 1e-3:
            s = s * y
            found.append(s)
        return found

    compiled = la.compile(f)
    for y in (0.3, 0.5, 0.3):  # each length is a way of its own, that of the call
        assert compiled(y) == f(y)
        slopes = [(k + 1) * y**k for k in range(len(f(y)))]
        assert compiled.jacobian(y) == pytest.approx(slopes)


def test_a_count_beside_what_is_explored():
    def f(x, y):
        for i in range(int(x)):  # noqa: B007
            y = y * 1.1
        found = [one for one in (x, y, x * y) if one > 2.0]
        return y + i + sum(found)

    compiled = la.compile(f)
    for args in ((3.2, 1.0), (1.2, 0.4), (2.7, -1.0), (5.2, 2.0)):
        assert compiled(*args) == pytest.approx(f(*args), rel=1e-14)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(300, 330))
def test_many_random_programs(seed, tmp_path):
    check_program(seed, tmp_path, ["none", "safe"], sequences=True, counts=True)


@pytest.mark.parametrize("seed", [301, 302, 304])
def test_random_programs(seed, tmp_path):
    check_program(seed, tmp_path, ["strict"], sequences=True, counts=True)


def counts_with_ignored(_):
    x = _
    for _i in range(300):
        x = math.sin(x)
    return x + _ * _


def asks_of_a_range(x):
    rounds, s = range(int(x)), 0.0
    for i in rounds:
        s += i * x
    return s, len(rounds) * x, x if rounds else -x, rounds[-1:] == range(2, 3)


@pytest.mark.parametrize(("f", "y"), [(counts_with_ignored, 0.4), (asks_of_a_range, 3.2)])
def test_what_a_loop_leaves_as_it_was(f, y):
    """A parameter that is called as what nobody reads is; a range that is kept in a variable."""
    assert la.compile(f)(y) == pytest.approx(f(y), rel=1e-15)


def test_a_range_of_no_rounds_in_a_variable():
    assert la.compile(asks_of_a_range)(0.2) == asks_of_a_range(0.2)


def counts_in_choices(x, y):
    n = 0
    while x > 1.0:
        x /= 2.0
        a, b = n + (x > 1.5), n + (x < 1.2)
        for k in range(40):
            a, b = (a if x > 1.0 + 0.01 * k else b), (b if x > 1.3 - 0.01 * k else a)
        n = a
    for i in range(n):
        y = y * x + i
    return y


def test_a_count_is_followed_through_choices_that_join_again_and_again():
    """Each was looked at once for every way to it."""
    assert la.compile(counts_in_choices)(300.0, 2.0) == counts_in_choices(300.0, 2.0)
