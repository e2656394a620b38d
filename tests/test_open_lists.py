"""Lists whose length a value decides, because it ends the loop that makes them: the loop stays one,
and what is made of the list is what Python makes of it, in value and tangents."""

import math
import pickle
from collections import deque

import numpy as np
import pytest

import lazyad as la


def settles(x, k):
    levels = []
    while x > 0.1:
        x = x * k
        levels.append(x)
    return levels


def begins_with_one(x, k):
    times, levels = [0.0], [x]
    while levels[-1] > 0.1:
        times.append(times[-1] + 0.1 * k)
        levels.append(levels[-1] * k)
    return times, {"levels": levels}


def breaks(x, k):
    levels = []
    for i in range(300):
        x = x * k + 1e-3 * i
        if x < 0.2 or i > 40:
            break
        levels.append((i, x))
    return levels


def breaks_behind(x, k):
    levels = []
    while True:
        x = x * k
        if x > 2.0:
            continue
        levels.append([x, x * x])
        if x < 0.1:
            break
    return levels, x


def two_ways(x, k):
    levels = []
    while x > 0.1:
        x = x * k
        if x > 0.5:
            levels.append(x)
        else:
            levels.append(-la.sin(x))
    return levels


def gives_up(x, k):
    levels = []
    for _ in range(100):
        x = x * k
        levels.append(x)
        if x < 0.1:
            break
    else:
        raise RuntimeError("no end")
    return levels


class Recorder:
    def __init__(self):
        self.levels = []

    def record(self, level):
        self.levels.append(level)


def into_an_attribute(x, k):
    recorder = Recorder()
    while x > 0.1:
        x = x * k
        recorder.record(x)
    return recorder.levels


def by_a_closure(x, k):
    def record(level):
        levels.append(level)

    levels = []
    while x > 0.1:
        x = x * k
        record(x)
    return len(levels) * x, levels


def as_arrays(x, k):
    levels, rows = [], [(x, k)]
    while x > 0.1:
        x = x * k
        levels.append(x)
        rows.append((x, x * x))
    return np.array(levels), np.asarray(rows)


def asked(x, k):
    """The truth of a list and its length, in a round and behind the loop."""
    levels = []
    while x > 0.1 and len(levels) < 20:
        x = x * k
        if levels == []:
            x = x * 1.1
        if not levels:
            x = x * 1.05
        levels.append(x)
    if not levels:
        return 0.0
    return levels[0] * len(levels) + levels[-1]


def gone_through(x, k):
    (times, found), total = begins_with_one(x, k), 0.0
    levels = found["levels"]
    for at, level in enumerate(levels):
        total = total * 0.9 + at * level
    for time, level in zip(times, levels):  # noqa: B905
        total = total + level * time
    total = total + max([level * level for level in levels])
    return total + sum(levels)


def extremes(x, k):
    levels = settles(x, k)
    return max(levels) - min(levels) * 0.5


def in_each_round(x, k):
    total = 0.0
    for j in range(60):
        levels = settles(x + 0.01 * j, k)
        total = total * 0.5 + sum(levels)
        if len(levels) > 3:
            total = total + levels[1]
    return total


def in_some_rounds(x, k):
    """Several lists, each with rounds of its own."""
    high, low, pairs = [], [x], []
    while x > 0.05:
        x = x * k
        s = la.sin(12.0 * x)
        if s > 0.5:
            high.append(x)
        elif s > -0.5:
            low.append(s)
            if x > 0.4:
                pairs.append([x, s])
        else:
            high.append(-x)
            pairs.append([s, x * x])
    return high, low, pairs


def steps_that_are_taken(x, k):
    """Heun's method with steps of its own size, of which some are rejected."""
    t, h, rounds = 0.0, 0.3, 0
    times, levels = [t], [x]
    while t < 2.0:
        if t + h > 2.0:
            h = 2.0 - t
        one = -k * x
        two = -k * (x + h * one)
        error = abs(h * (two - one) * 0.5)
        if error < 1e-3 * k:
            t, x = t + h, x + h * 0.5 * (one + two)
            times.append(t)
            levels.append(x)
            h = h * 1.3
        else:
            h = h * 0.5
        rounds += 1
        if rounds > 500:
            raise RuntimeError("too many steps")
    return times, levels


def best_so_far(x, k):
    best, found = 1e9, []
    for i in range(90):
        x = x * k + 0.01 * la.sin(1.0 * i)
        if x < best:
            best = x
            found.append(best)
    return best, found


def both_of_two(x, k):
    found = []
    while x > 0.05:
        x = x * k
        if x < 1.5:
            if la.cos(9.0 * x) > 0.0:
                found.append(x * x)
            else:
                x = x * 0.98
    return found, sum(found), len(found)


def until_there_are_five(x, k):
    found = [x]
    for i in range(200):
        x = x * k + 0.001 * i
        if abs(x - found[-1]) > 0.02:
            found.append(x)
            if len(found) > 4:
                break
    return np.array(found), found[-1] - found[0]


def goes_on_or_ends(x, k):
    found = []
    for _ in range(300):
        x = x * k
        if la.sin(30.0 * x) > 0.99:
            found.append(x)
            break
        if la.sin(30.0 * x) > 0.0:
            found.append(-x)
            continue
        x = x * 0.99
    return found, x


def constants(x, k):
    found = []
    while x > 0.1:
        x = x * k
        if la.sin(10.0 * x) > 0.0:
            found.append(0.0)
    return found, x


CASES = [
    *(settles, begins_with_one, breaks, breaks_behind, two_ways, gives_up, into_an_attribute),
    *(by_a_closure, as_arrays, asked, gone_through, extremes, in_each_round),
    *(in_some_rounds, steps_that_are_taken, best_so_far, both_of_two, until_there_are_five),
    *(goes_on_or_ends, constants),
]
POINTS = [(1.3, 0.8), (3.1, 0.7), (0.4, 0.35), (0.05, 0.9)]


def numbers(value, of=lambda number: number):
    """The numbers in a result, and how many each container has."""
    if isinstance(value, np.ndarray):
        return [*value.shape, *map(of, value.ravel().tolist())]
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, (list, tuple)):
        return [len(value), *[number for part in value for number in numbers(part, of)]]
    return [of(value)]


def outcome(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return type(error)


def returned(f, compiled):
    """The points where the function returns, with what; where it raises, so does the compiled."""
    for x, k in POINTS:
        expected = outcome(f, x, k)
        if isinstance(expected, type):
            with pytest.raises(expected):
                compiled(x, k)
        else:
            yield x, k, expected


@pytest.mark.parametrize("f", CASES)
@pytest.mark.parametrize("target", ["python", "native"])
def test_values_and_tangents(f, target):
    compiled = la.compile(f, target=target)
    for x, k, expected in returned(f, compiled):
        assert numbers(compiled(x, k)) == numbers(expected)
        value, tangent = compiled.jvp((x, k), (1.0, -0.5))
        assert numbers(value) == pytest.approx(numbers(expected), rel=1e-14)
        duals = f(la.Dual(x, 1.0), la.Dual(k, -0.5))
        duals = numbers(duals, lambda one: getattr(one, "dual", 0.0))
        assert numbers(tangent) == pytest.approx(duals, rel=1e-11, abs=1e-13)


@pytest.mark.parametrize("f", CASES)
def test_the_loop_stays_one(f):
    for lowered in (la.compile(f).lower(1.3, 0.8), la.compile(f, loops="keep").lower(0.05, 0.9)):
        assert len(lowered.primal.source.splitlines()) < 70
        assert ".append(" in lowered.primal.source


def test_the_source_reads_as_the_function():
    lines = la.compile(settles).lower(1.3, 0.8).primal.source.splitlines()
    assert [line.strip() for line in lines if "#" not in line] == [
        "def settles(x, k):",
        "levels = []",
        "while x > 0.1:",
        "x = x * k",
        "levels.append(x)",
        "return levels",
    ]


def test_a_branch_says_whether_a_round_counts():
    lines = la.compile(best_so_far).lower(1.3, 0.8).primal.source.splitlines()
    assert [line.strip() for line in lines if line and "#" not in line] == [
        "from math import sin",
        "def best_so_far(x, k):",
        "best = 1000000000.0",
        "found = []",
        "for i in range(90):",
        "x = x * k + 0.01 * sin(i)",
        "if x < best:",
        "found.append(x)",
        "best = x",
        "return best, found",
    ]


def test_each_side_adds_what_it_has():
    source = la.compile(in_some_rounds).lower(1.3, 0.8).primal.source
    assert [source.count(f"    {name}.append(") for name in ("high", "low")] == [2, 1]


def sums_of_some(x, k):
    high, low, pairs = in_some_rounds(x, k)
    return sum(high) * len(low) + sum(low) + sum([one * other for one, other in pairs])


@pytest.mark.parametrize("f", [asked, gone_through, extremes, in_each_round, sums_of_some])
def test_gradients_and_hessians_of_numbers_made_of_it(f):
    compiled, step = la.compile(f), 1e-6
    x, k = 1.3, 0.8
    slopes = [f(la.Dual(x, 1.0), la.Dual(k, 0.0)).dual, f(la.Dual(x, 0.0), la.Dual(k, 1.0)).dual]
    assert compiled.grad(x, k) == pytest.approx(slopes, rel=1e-11)
    up, down = compiled.grad(x + step, k), compiled.grad(x - step, k)
    rows = [(one - other) / (2 * step) for one, other in zip(up, down, strict=True)]
    assert compiled.hessian(x, k)[0] == pytest.approx(rows, rel=1e-5, abs=1e-6)


def test_a_jacobian_has_a_row_for_each_item():
    """Also where nothing moves with an argument."""

    def steps(x, k):
        found, t = [], 0.0
        while t < 1.0:
            t = t + 0.3 * k
            found.append((t, t * x))
        return found

    found = la.compile(steps).jacobian(2.0, 0.9)
    t = [0.27 * (at + 1) for at in range(len(found))]
    expected = [((0.0, one / 0.9), (one, one / 0.9 * 2.0)) for one in t]
    assert numbers(found) == pytest.approx(numbers(expected))


def test_kernels_pickle_and_files_hold_it(tmp_path):
    compiled = la.compile(as_arrays)
    value = as_arrays(1.3, 0.8)
    again = pickle.loads(pickle.dumps(compiled))
    kernel = pickle.loads(pickle.dumps(compiled.lower(1.3, 0.8).primal.kernel))
    compiled.export(tmp_path / "k.py")
    scope = {"__name__": "k"}
    exec((tmp_path / "k.py").read_text(), scope)
    for found in (again(1.3, 0.8), kernel(1.3, 0.8), scope["as_arrays"](1.3, 0.8, 0.0, 0.0)[0]):
        assert numbers(found) == numbers(value)


@pytest.mark.parametrize("what", ["hessian", "batch", "bind", "array", "call"])
def test_what_needs_its_length_is_refused_in_three_parts(what):
    compiled, arrays = la.compile(settles), la.compile(as_arrays)
    compiled(1.3, 0.8)
    row = np.array([1.3, 0.8])
    asked = {
        "hessian": lambda: compiled.hessian(1.3, 0.8),
        "batch": lambda: compiled.batch(row, row),
        "bind": lambda: compiled.bind(row, row.copy()),
        "array": lambda: arrays.jacobian(1.3, 0.8),
        "call": lambda: la.compile(lambda x: sum(compiled(x, 0.8)))(1.3),
    }[what]
    with pytest.raises(TypeError, match="as long as its kernel says") as caught:
        asked()
    assert "where: " in str(caught.value)
    assert "instead: " in str(caught.value)


def test_rounds_that_are_written_out_have_every_derivative():
    """Each way has a list of its own length, of which the message says so."""

    def above(x):
        return [x * x * i for i in range(3) if x > i]

    compiled, written_out = la.compile(above), la.compile(above, loops="unroll")
    for asked in (lambda f: f.hessian(1.5), lambda f: f.vjp((1.5,), [1.0, 1.0])[1]):
        with pytest.raises(TypeError, match=r'instead: .*compile\(loops="unroll"\)'):
            asked(compiled)
    assert written_out.hessian(1.5) == [0.0, 2.0]
    assert written_out.vjp((1.5,), [1.0, 1.0])[1] == (3.0,)


def sliced(x, k):
    return sum(settles(x, k)[1:])


def sorted_once(x, k):
    return sorted(settles(x, k))[0]


def held_by_the_caller(x, k):
    levels = []

    def fill(found, x):
        while x > 0.1:
            x = x * k
            found.append(x)

    fill(levels, x)
    return math.fsum(levels) * len(levels)


def changed_later(x, k):
    row, rows = [x, k], []
    while row[0] > 0.1:
        row[0] = row[0] * k
        rows.append(row)
    return rows[0][0] + len(rows)


def filled_backwards(x, k):
    levels = settles(x, k)
    sums = [0.0] * len(levels)
    for i in range(len(levels) - 1, -1, -1):
        sums[i] = levels[i] + (0.5 * sums[i + 1] if i + 1 < len(levels) else 0.0)
    return sums[0]


def filled_by_numpy(x, k):
    times, levels = begins_with_one(x, k)
    slopes = np.zeros(len(times) - 1)
    for i in range(len(slopes)):
        slopes[i] = (levels["levels"][i + 1] - levels["levels"][i]) / (times[i + 1] - times[i])
    return float(slopes @ slopes)


@pytest.mark.parametrize("f", [filled_backwards, filled_by_numpy])
def test_its_length_may_be_asked_for_as_an_int(f):
    """To know it in a call, no choice of a round came into the trace that another way lacks: that
    "did something else"."""
    compiled = la.compile(f)
    for x in (1.3, 0.45, 5.0):
        assert compiled(x, 0.5) == pytest.approx(f(x, 0.5), rel=1e-14)
        slope = (f(x + 1e-6, 0.5) - f(x - 1e-6, 0.5)) / 2e-6
        assert compiled.grad(x, 0.5)[0] == pytest.approx(slope, rel=1e-6)


@pytest.mark.parametrize("f", [sliced, sorted_once, held_by_the_caller, changed_later])
def test_what_asks_more_runs_round_by_round(f):
    compiled = la.compile(f)
    for x in (1.3, 0.9):
        assert compiled(x, 0.5) == f(x, 0.5)
        slope = f(la.Dual(x, 1.0), la.Dual(0.5, 0.0)).dual if f is not held_by_the_caller else None
        assert slope is None or compiled.grad(x, 0.5)[0] == pytest.approx(slope)
    with pytest.raises(ValueError, match="a loop cannot be kept"):
        la.compile(f, loops="keep")(1.3, 0.5)


def changes_the_last(x, k):
    xs = [[x, k]]
    while x > 0.1:
        x *= k
        xs.append([x, k])
    last = xs[-1]
    last[0] = 77.0 * k
    return xs


def changes_each(x, k):
    xs = [[x, k]]
    while x > 0.1:
        x *= k
        xs.append([x, k])
    for row in xs:
        row[0] = row[0] + 1.0
    return xs


def changes_one_in_a_round(x, k):
    xs = [[x], [k]]
    while x > 0.1:
        x *= k
        xs.append([x])
        xs[-2][0] += x
    return xs


@pytest.mark.parametrize("f", [changes_the_last, changes_each, changes_one_in_a_round])
def test_an_item_that_is_a_list_is_the_one_in_the_list(f):
    compiled = la.compile(f)
    for args in [(0.9, 0.6), (0.05, 0.9), (2.0, 0.5)]:
        assert compiled(*args) == f(*args)


def test_numpys_rules_run_it_again():
    def roots(x, k):
        xs = [(x, k)]
        while x > 0.1:
            x *= k
            xs.append((x, np.sqrt(x - 0.12)))
        return xs

    with np.errstate(invalid="ignore"):
        found, expected = la.compile(roots)(np.float64(0.9), 0.6), roots(np.float64(0.9), 0.6)
    np.testing.assert_allclose(found, expected, rtol=1e-15)
    assert np.isnan(found[-1][1])


HEIGHTS = [3.0 * math.sin(1.7 * k) for k in range(40)]


def counted(c):
    above = len([x for x in HEIGHTS if x > c])
    return (
        c * above + sum(1 for x in HEIGHTS if c < x < 2.0) + len([x for x in (c, 1.0) if x > 0.5])
    )


def mean_above(c):
    above = [x * c for x in HEIGHTS if x > c]
    return sum(above) / len(above)


def of_a_few(c):
    inside = [x for x in (c, c * c - 2.0, math.sin(c)) if x > 0.2]
    return sum(inside) + max(inside, default=-c) if len(inside) < 3 else min(inside)


def of_pairs(c):
    return sum(k * x for k, x in enumerate(HEIGHTS) if x > c if k % 3) + sum(
        [x * c for x in HEIGHTS if not x > c], 0.5
    )


def best_of_some(c):
    low = max((x * c for x in HEIGHTS if x < c), default=c)
    return low + min([abs(x - c) for x in HEIGHTS if x < 2.5 + c])


def gone_through_later(c):
    total = 0.0
    for y in [x * c for x in HEIGHTS if x > c]:
        total += math.sin(y)
    return total


def appended_on_one_side(c):
    below, last = [], 0.0
    for x in HEIGHTS:
        last += c
        if x < c:
            y = x * c
            if y > -1.0:
                below.append(y + last)
    return sum(below) + len(below) if below else -c


class Watched:
    def __init__(self):
        self.below = []

    def see(self, x, c):
        if x < c:
            self.below.append(x * c)


def appended_by_a_method(c):
    watched = Watched()
    for x in HEIGHTS:
        watched.see(x, c)
    return sum(watched.below) - len(watched.below)


def known_beforehand(c):
    return sum([x * c for x in HEIGHTS if x > 0.5]) + len([k for k in range(9) if k % 2])


def rows_of_some(c):
    return [[x, x * c] for x in HEIGHTS if abs(x) > c]


FILTERED = [counted, mean_above, of_a_few, of_pairs, best_of_some, gone_through_later]
FILTERED += [appended_on_one_side, appended_by_a_method, known_beforehand, rows_of_some]


def comes_to(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return type(error)


@pytest.mark.parametrize("f", FILTERED)
@pytest.mark.parametrize("target", ["python", "native"])
def test_what_conditions_leave_of_a_list(f, target):
    compiled, h = la.compile(f, target=target, optimize="strict"), 1e-6
    for c in [-4.0, -1.31, 0.01, 0.25, 0.55, 0.77, 1.4, 1.9, 2.3, 2.96, 5.0]:
        expected = comes_to(f, c)
        assert comes_to(compiled, c) == expected, c
        if expected is not ZeroDivisionError:
            found = np.ravel(compiled.jvp((c,), (1.0,))[1])
            slope = (np.ravel(f(c + h)) - np.ravel(f(c - h))) / (2.0 * h)
            assert found == pytest.approx(slope, rel=1e-6, abs=1e-6), c


@pytest.mark.parametrize("f", FILTERED)
def test_conditions_of_a_list_are_no_ways(f):
    """A count of 40 was 84 lines, a sum 170 and an extreme 1254."""
    text = la.compile(f).lower(0.25).source
    assert text.rpartition("# fmt: skip")[2].count("\n") <= 70


def what_a_test_does(c):
    asked = []

    def above(x):
        asked.append(x * c)
        return x > c

    return sum([x * x for x in HEIGHTS[:3] if above(x)]) + sum(asked) + len(asked)


def what_a_test_steps(c):
    limits = iter([0.1, 2.0, c, 0.3])
    return sum(x * c for x in HEIGHTS[:3] if x * c > next(limits)) + next(limits)


@pytest.mark.parametrize("f", [what_a_test_does, what_a_test_steps])
def test_a_test_is_asked_once(f):
    """The first that a traced number says was asked twice, and what it did was done twice."""
    for c in (-0.5, 0.3, 0.9):
        assert la.compile(f, optimize="strict")(c) == f(c)


def test_a_comprehension_that_cannot_be_kept_says_where():
    def f(c):
        return [x * c for x in HEIGHTS if x > c][2:4][0]

    assert la.compile(f)(0.5) == f(0.5)
    where = rf"{f.__code__.co_filename}:{f.__code__.co_firstlineno + 1}"
    with pytest.raises(ValueError, match=f"a loop cannot be kept(.|\n)*where: {where}"):
        la.compile(f, loops="keep")(0.5)


def test_one_comprehension_that_cannot_be_kept_leaves_the_others():
    """They were one site, and all went way by way."""

    def f(c):
        some = sorted([x for x in HEIGHTS[:3] if x > c])
        return sum(some) + sum([math.sin(x * c) for x in HEIGHTS if x < c])

    assert la.compile(f)(0.5) == pytest.approx(f(0.5))
    assert " in table:" in la.compile(f).lower(0.5).primal.source


def beside_ways(x, k):
    n, powers = int(3.0 * x), []
    for i in range(n):
        powers.append(k**i)
    return powers, tuple(k * i for i in range(n))


def test_a_list_beside_what_has_other_lengths_keeps_its_tangents():
    """The ways that raise stand on both sides of the choice that the list is in."""
    compiled = la.compile(beside_ways)
    for x in (3.1, 2.1, 1.1, 0.4):
        slopes = [0.0] + [i * 0.5 ** (i - 1) for i in range(1, int(3.0 * x))]
        powers, products = compiled.jvp((x, 0.5), (0.0, 1.0))[1]
        assert powers == pytest.approx(slopes)
        assert products == tuple(float(i) for i in range(int(3.0 * x)))


def steepest(x, k):
    levels = [x]
    while x > 0.5:
        x = x * k
        levels.append(x)
    return max(levels[i + 1] - levels[i] for i in range(len(levels) - 1))


@pytest.mark.parametrize("target", ["python", "native"])
def test_what_no_round_keeps_is_not_computed(target):
    compiled = la.compile(steepest, target=target)
    assert compiled(3.0, 0.7) == steepest(3.0, 0.7)
    with pytest.raises(ValueError, match="empty"):
        compiled(0.4, 0.5)


def mean_of_the_last(c):
    last, most = deque(maxlen=8), -math.inf
    for k in range(200):
        last.append(la.sin(c * k))
        most = max(most, sum(last) / len(last))
    return most


def test_a_loop_is_kept_from_where_a_queue_is_full():
    """It was written out: the queue grew in the first five rounds, and in three more."""
    f = la.compile(mean_of_the_last, optimize="strict")
    for c in (0.1, 0.7, 1.3):
        assert f(c) == mean_of_the_last(c)
        assert f.grad(c) == pytest.approx(mean_of_the_last(la.Dual(c, 1.0)).dual, rel=1e-12)
    assert len(f.lower(0.7).trace.nodes) < 150


def by_patterns(x, y):
    match [one for one in (x, y) if one > 0]:
        case []:
            return -1.0
        case [first, *rest]:
            return first - sum(rest)
        case _:
            return 7.0


def by_a_pattern_of_an_item(x, y):
    match {"found": [one for one in (x, y) if one > 0], "y": y}:
        case {"found": [one]}:
            return one
        case {"found": [one, two], **rest}:
            return one * two + rest["y"]
    return 7.0


def by_patterns_of_what_rounds_add(x, y):
    found = []
    while x < 10 and len(found) < 9:
        x += 3 + y * 0.1
        if x > 2:
            found.append(x)
    match found:
        case [first, *_, last]:
            return first - last
        case [first]:
            return first
        case _:
            return 9.0


@pytest.mark.parametrize(
    "function", [by_patterns, by_a_pattern_of_an_item, by_patterns_of_what_rounds_add]
)
def test_a_pattern_takes_what_is_as_long_as_the_kernel_says(function):
    """None did but `_`, for what stands for such a list is none to Python's `match`."""
    f = la.compile(function)
    for at in [(1.0, 2.0), (-1.0, 2.0), (-1.0, -2.0), (8.0, -1.0), (11.0, 0.0)]:
        assert f(*at) == function(*at)
