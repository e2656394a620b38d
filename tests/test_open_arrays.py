"""NumPy's arrays of lists whose length a value decides: their sums, extremes and elements are loops
of the kernel, whose values and tangents are NumPy's, in the order of the elements."""

import itertools
import math

import numpy as np
import pytest

import lazyad as la
from tests.test_open_lists import numbers, returned


def falls(x, k):
    times, levels = [0.0], [x]
    while x > 0.1:
        x = x * k
        times.append(times[-1] + 0.1 * k)
        levels.append(x)
    return times, levels


def none_at_first(x, k):
    levels = []
    while x > 0.1:
        x = x * k
        levels.append(x)
    return np.array(levels)


def rows(x, k):
    found, time = [], 0.0
    while x > 0.1:
        found.append([time, x, x * k])
        x, time = x * k, time + 0.1
    return np.array(found)


def accepted(x, k):
    times, levels, time = [0.0], [x], 0.0
    for _ in range(200):
        step = 0.1 * k
        new = x - step * x * x
        if math.fabs(new - x) > 0.25:
            k = k * 0.8
        else:
            x, time = new, time + step
            times.append(time)
            levels.append(x)
        if x < 0.1:
            break
    return np.trapezoid(levels, times) + np.max(levels)


def elementwise(x, k):
    times, levels = falls(x, k)
    return np.array(levels) * 2 + np.sin(times), [1.0 / np.array(times)[1:]]


def area(x, k):
    times, levels = falls(x, k)
    return np.trapezoid(levels, times), np.trapezoid(np.array(levels)), np.trapezoid(levels, dx=k)


def area_by_hand(x, k):
    t, y = falls(x, k)
    return sum(0.5 * (y[i] + y[i + 1]) * (t[i + 1] - t[i]) for i in range(len(t) - 1))


def moments(x, k):
    levels = np.array(falls(x, k)[1])
    far = np.sqrt(((levels - levels.mean()) ** 2).sum() / len(levels))
    return far, levels.mean(axis=0), np.std(levels), levels.var(ddof=1) if x > 0.2 else x


def extremes(x, k):
    levels = np.array(falls(x, k)[1])
    near = np.abs(levels - 0.5)
    return levels.max(), np.min(near), np.ptp(levels), np.amax(levels) / levels.min()


def parts(x, k):
    levels = np.array(falls(x, k)[1])
    inner = levels[1:-1].sum() + levels[2:].sum() + levels[:-2].sum()
    return inner, levels[0], levels[-1], levels.size, levels.shape, np.diff(levels), levels.ndim


def products(x, k):
    times, levels = map(np.array, falls(x, k))
    norm = np.linalg.norm(levels)
    return times @ levels, np.dot(levels, levels), norm, np.prod(levels), np.cumsum(levels)


def counts(x, k):
    levels = np.array(falls(x, k)[1])
    high = levels > 0.5
    return np.any(high), np.all(high), np.count_nonzero(high), np.sum(high), (levels == levels[0])


def choices(x, k):
    levels = np.array(falls(x, k)[1])
    return (
        np.where(levels > 0.5, levels, 0.0).sum(),
        np.clip(levels, 0.2, 0.7),
        np.maximum(levels, k),
    )


def columns(x, k):
    times, levels, others = rows(x, k).T
    length = np.sum(np.hypot(np.diff(times), np.diff(levels)))
    return length, others, np.column_stack([others, levels])


def column(x, k):
    found = rows(x, k)
    return found[:, 1] * found[:, 2], found[:, 0].sum(), len(found), found


def of_rows(x, k):
    found = rows(x, k)
    pairs = np.column_stack([found[:, 1], found[:, 2]])
    total = np.zeros(3)
    for row in found:
        total = total + 2 * row
    doubled = [2 * row for row in pairs]
    return found[0] * 2, found[-1] + found[0], pairs[-1] * 3, doubled[-1], total


def empty(x, k):
    found = none_at_first(x, k)
    return found.sum(), found.mean() if len(found) else 0.0, np.diff(found), np.trapezoid(found)


def gone_through(x, k):
    times, levels = map(np.array, falls(x, k))
    total = 0.0
    for time, level in zip(times, levels):  # noqa: B905
        total = total * 0.9 + time * level
    for at, level in enumerate(levels):
        total = total + at * level
    return total + sum(levels) + max(times), np.array([level * level for level in levels])


def peaks(x, k):
    times, levels = falls(x, k)
    waves = np.sin(9.0 * np.array(levels))
    return times[np.argmax(waves)], levels[int(np.argmin(waves))]


def around(x, k):
    times, levels = falls(x, k)
    array, first = np.array(levels), levels.index(min(levels))
    at = np.argmax(array < 0.5)
    return array[at - 1] + times[at - 1], times[first]


def by_keys(x, k):
    times, levels = falls(x, k)
    pairs = [(time, math.cos(5.0 * level)) for time, level in zip(times, levels)]  # noqa: B905
    return max(pairs, key=lambda pair: pair[1]), min(levels, key=math.cos)


def on_two_sides(x, k):
    levels = np.array(falls(x, k)[1])
    return (levels * 2 if x > 3.0 * k else levels + 1).sum()


def in_a_row(x):
    n = int(x)
    total = sum(x / (i + 1) for i in range(n)) + sum(x * i for i in range(n) if i != 2)
    return total + max(math.sin(x * i) for i in range(n + 1))


CASES = [
    *(accepted, elementwise, area, area_by_hand, moments, extremes, parts, products, counts),
    *(choices, columns, column, of_rows, empty, gone_through, peaks, around, by_keys, on_two_sides),
]


@pytest.mark.parametrize("f", CASES)
@pytest.mark.parametrize("target", ["python", "native"])
def test_values_and_tangents(f, target):
    compiled = la.compile(f, target=target)
    for x, k, expected in returned(f, compiled):
        if f in (columns, of_rows) and x < 0.1:  # an array without rows has no columns
            continue
        value, tangent = compiled.jvp((x, k), (1.0, -0.5))
        assert numbers(compiled(x, k)) == pytest.approx(numbers(expected), rel=1e-14)
        assert numbers(value) == pytest.approx(numbers(expected), rel=1e-14)
        step = 1e-6
        ends = [f(x + step, k - 0.5 * step), f(x - step, k + 0.5 * step)]
        above, below = [numbers(end, float) for end in ends]
        slopes = [(a - b) / (2.0 * step) for a, b in zip(above, below, strict=True)]
        found = [float(one) for one in numbers(tangent)]
        moves = [isinstance(one, float) and one != 0.0 for one in numbers(expected)]
        near = [*itertools.compress(slopes, moves)]
        assert [*itertools.compress(found, moves)] == pytest.approx(near, rel=1e-6, abs=1e-7)


@pytest.mark.parametrize("f", [f for f in CASES if f not in (on_two_sides, of_rows)])
def test_the_loops_stay(f):
    lines = la.compile(f).lower(1.3, 0.8).primal.source.splitlines()
    assert len(lines) < 75
    assert not any("not explored" in line for line in lines)


def test_a_sum_of_areas_reads_as_a_person_writes_it():
    lines = la.compile(area_by_hand).lower(1.3, 0.8).primal.source.splitlines()
    at = next(k for k, line in enumerate(lines) if line.strip() == "for i in range(int(count)):")
    assert [line.strip() for line in lines[at + 1 :]] == [
        "if i < 1.0:",
        "v1 = x",
        "v2 = 0.0",
        "else:",
        "v3 = i - 1",
        "v1 = levels[v3]",
        "v2 = times[v3]",
        "total = total + 0.5 * (v1 + levels[i]) * (times[i] - v2)",
        "return total",
    ]


def test_a_range_of_a_traced_number_in_a_comprehension():
    compiled = la.compile(in_a_row)
    for x in (5.5, 9.25, 1.5, 0.5):
        assert compiled(x) == in_a_row(x)
    assert len(compiled.lower(5.5).primal.source.splitlines()) < 40


def test_a_gradient_and_a_hessian():
    compiled = la.compile(area_by_hand)
    by_numpy = la.compile(lambda x, k: np.trapezoid(*falls(x, k)[::-1]))
    assert by_numpy.grad(1.3, 0.8) == pytest.approx(compiled.grad(1.3, 0.8), rel=1e-14)
    step = 1e-6
    up, down = compiled.grad(1.3 + step, 0.8), compiled.grad(1.3 - step, 0.8)
    slopes = [(a - b) / (2.0 * step) for a, b in zip(up, down, strict=True)]
    assert [*compiled.hessian(1.3, 0.8)[0]] == pytest.approx(slopes, rel=1e-6)


def test_an_extreme_of_none_is_numpys_error():
    compiled = la.compile(lambda x, k: np.max(none_at_first(x, k)))
    assert compiled(1.3, 0.8) == 1.3 * 0.8
    with pytest.raises(ValueError, match="zero-size array"):
        compiled(0.05, 0.8)
    with pytest.raises(ValueError, match="empty"):
        compiled.kernel(0.05, 0.8, 1.0, 0.0)


def test_the_place_of_the_best_of_none_is_an_error_and_a_nan_is_the_first():
    compiled = la.compile(lambda x, k: np.argmax(np.log(none_at_first(x, k) - 0.5)))
    with np.errstate(invalid="ignore"):
        assert compiled(1.3, 0.8) == np.argmax(np.log(none_at_first(1.3, 0.8) - 0.5)) == 4
    with pytest.raises(ValueError, match="empty"):
        compiled(0.05, 0.8)
    keyed = la.compile(lambda x, k: max(falls(x, k)[1][1:], key=math.cos))
    assert keyed(1.3, 0.8) == max(falls(1.3, 0.8)[1][1:], key=math.cos)
    with pytest.raises(ValueError, match="empty"):
        keyed(0.05, 0.8)


def test_what_has_no_row_is_numpys_own():
    """Such a loop is run round by round."""

    def others(x, k):
        levels = none_at_first(x, k)
        levels *= 2
        return np.median(levels), levels[::-1], np.dot(levels, 2.0), levels[levels > 0.5]

    compiled = la.compile(others)
    for x in (1.3, 0.4):
        assert numbers(compiled(x, 0.8)) == pytest.approx(numbers(others(x, 0.8)), rel=1e-14)


def of_masks(x, k):
    levels = np.array(falls(x, k)[1])
    high, low = levels > 0.3, levels < 0.7
    both = np.sum(high + low), np.diff(high), np.trapezoid(high), high @ low, np.sum(high & ~low)
    return (*both, np.var(levels[-2:], ddof=2), levels[0] / (levels[0] - levels[0]))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("target", ["python", "native"])
def test_what_holds_of_elements_is_added_as_numpy_adds_it(target):
    compiled = la.compile(of_masks, target=target)
    for x in (1.3, 0.05):
        found, expected = numbers(compiled(x, 0.8)), numbers(of_masks(x, 0.8))
        assert found == pytest.approx(expected, rel=1e-14, nan_ok=True)


def test_a_guard_on_a_length_is_no_single_point(recwarn):
    la.compile(empty).jvp((1.3, 0.8), (1.0, 0.0))
    assert not recwarn.list
