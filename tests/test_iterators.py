"""Iterators that a side of a branch, a round or `any` steps: as in Python, whoever has them."""

import csv
import itertools
import math
import re

import pytest

import lazyad as la
from lazyad.tracing.control.steps import Place

T = [0.5, 1.5, 2.5, 0.2, 3.0, 1.0]
LONG = [0.01 * k for k in range(80)]
FORMS = []


def form(function):
    FORMS.append(function)
    return function


class Holder:
    def __init__(self):
        self.it = iter(T)

    def above(self, x):
        return any(v > x for v in self.it)

    def first(self, x):
        for v in self.it:
            if v > x:
                return v
        return -1.0


def numbers(values):
    yield from values


@form
def any_of_an_attribute(x):
    held = Holder()
    return (1.0 if held.above(x) else 0.0) + 10 * sum(held.it)


@form
def all_of_what_a_list_holds(x):
    held = [iter(T)]
    return (1.0 if all(v < x for v in held[0]) else 0.0) + 10 * sum(held[0])


@form
def any_by_map(x):
    it = iter(T)
    return (1.0 if any(map(x.__lt__, it)) else 0.0) + 10 * sum(it)


@form
def any_of_pairs(x):
    it = iter(T)
    return (1.0 if any(a > x and b > x for a, b in zip(it, it, strict=True)) else 0.0) + sum(it)


@form
def any_that_asks_for_the_next(x):
    it = iter(T)
    return (1.0 if any(next(it) > x for _ in range(3)) else 0.0) + 10 * sum(it)


@form
def any_by_a_generator(x):
    it = iter(T)
    return (1.0 if any(v > x for v in numbers(it)) else 0.0) + 10 * sum(it)


def left(wrap):
    def left_by_a_break(x):
        it, found = iter(T), 0.0
        for v in wrap(it):
            if v > x:
                found = v
                break
        return found + 10 * sum(it)

    return left_by_a_break


for wraps in (
    lambda it: itertools.islice(it, 4),
    lambda it: itertools.chain([0.1], it),
    lambda it: (b for a, b in zip(it, it, strict=True)),
    lambda it: iter(lambda: next(it), 3.0),
    numbers,
):
    form(left(wraps))


@form
def left_by_number(x):
    it, found = reversed(T), 0.0
    for k, v in enumerate(it):
        if v > x:
            found = k
            break
    return found + 10 * sum(it)


@form
def a_choice_that_steps(x):
    it = iter(T)
    return (next(it) if x > 1 else 0.3) + 10 * sum(it)


@form
def a_choice_that_calls(x):
    held = Holder()
    return (held.first(0.3) if x > 1 else 2.0) + sum(held.it)


@form
def a_condition_that_steps(x):
    it = iter(T)
    return (1.0 if x > 1 and next(it) < x else 0.3) + 10 * sum(it)


@form
def a_side_that_steps_by_a_method(x):
    it, found = iter(T), 0.0
    step = it.__next__
    if x > 1:
        found = step()
    return found + 10 * sum(it)


@form
def an_error_before_the_step(x):
    it, found = iter(T), 0.0
    try:
        if x > 1:
            raise ValueError
        next(it)
    except ValueError:
        found = 5.0
    return found + 10 * sum(it)


@form
def a_failure_before_the_step(x):
    it = iter(T)
    try:
        found = 1 / (x - 1.5) + next(it)
    except ZeroDivisionError:
        found = 5.0
    return found + 10 * sum(it)


@form
def a_generator_with_a_state_of_its_own(x):
    def grown():
        found = []
        while True:
            found.append(x)
            yield len(found)

    it, number = grown(), 0.0
    if x > 1:
        number = next(it)
    return number + 10.0 * next(it)


@form
def a_long_loop_over_what_a_variable_holds(x):
    pairs, found = zip(LONG, LONG[::-1], strict=True), 0.0
    for a, b in pairs:
        found = found * 0.9 + math.sin(a * x) * b
    return found + sum(a for a, _ in pairs)


@pytest.mark.parametrize("f", FORMS)
def test_an_iterator_stands_where_python_leaves_it(f):
    compiled = la.compile(f, optimize="strict")
    explored = la.compile(f, optimize="strict")
    explored.lower(0.0)
    for x in (0.1, 0.7, 1.0, 1.5, 1.7, 2.7, 3.5, -1.0):
        assert compiled(x) == explored(x) == f(x)


def test_an_iterator_that_nobody_has_any_more_joins():
    def first(x):
        for k, v in enumerate(iter(T)):
            if v > x:
                return k * x
        return x

    assert "NotImplementedError" not in la.compile(first, paths=1).lower(0.7).source


def test_a_loop_beside_an_iterator_that_it_does_not_step_is_kept():
    def square_root(x):
        starts, step = iter(T), 1.0
        root = next(starts) * x
        while abs(step) > 1e-12:
            step = (root * root - x) / (2 * root)
            root = root - step
        return root + next(starts)

    f = la.compile(square_root, loops="keep")
    assert f(2.0) == square_root(2.0)
    assert "while " in f.source


def test_what_a_scanner_of_texts_has_found_is_explored():
    def first(x):
        found = re.finditer(r"\d", "1 2 3")
        if x > 0:
            next(found)
        return x * float(next(found).group())

    assert [la.compile(first)(x) for x in (-1.5, 2.0)] == [-1.5, 4.0]


@pytest.mark.parametrize(
    "it",
    [
        *(iter([1, 1]), iter((1, 1)), iter(range(2)), iter("aa"), iter({1: 2, 3: 4}), iter({1, 2})),
        *(reversed([1, 1]), zip([1, 1], [1, 1], strict=True), enumerate([1, 1]), map(abs, [1, 1])),
        *(itertools.cycle([1, 1]), itertools.product([1, 1], [1]), itertools.count(1)),
        *(itertools.combinations([1, 1, 1], 2), itertools.permutations([1, 1])),
        *(itertools.tee([1, 1])[0], itertools.accumulate([1, 0]), itertools.groupby([1, 2])),
        *(itertools.islice([1, 1], 2), itertools.pairwise([1, 1, 1]), csv.reader(["1", "1"])),
        *(itertools.zip_longest([1, 1], [1]), itertools.repeat(1, 2), (1 for _ in range(2))),
    ],
    ids=lambda it: type(it).__name__,
)
def test_the_place_of_an_iterator_is_another_one_after_each_step(it):
    for _ in range(2):
        before = Place(it)
        assert Place(it) == before
        next(it)
        assert Place(it) != before
    next(it, None)
    assert Place(it) == Place(it)  # also of one that has nothing left


def test_an_iterator_of_thousands_of_others_has_a_place():
    it = iter(range(3, 10**5))
    for _ in range(3000):
        it = filter(None, it)
    before = Place(it)
    next(it)
    assert Place(it) != before


HEIGHTS = [math.sin(1.7 * k) for k in range(40)]


def counts_until(x):
    for k in itertools.count(1):
        x = x / 2 + 0.001 * k
        if x < 0.3 or k > 50:
            break
    return x * k


def counts_and_goes_on(x):
    counts = itertools.count()
    for k in counts:
        x = x * 0.7 + math.sin(k * x)
        if x < 0.5:
            break
    return x * next(counts)


def counts_beside(x):
    for k, height, sign in zip(itertools.count(3, 2), HEIGHTS, itertools.cycle((1.0, x, -1.0))):
        x = math.sin(x * height) / k + sign * math.cos(x) + 0.1 * math.exp(-x * x)
    return x


def takes_a_part(x):
    total = 0.0
    for height, two in zip(itertools.islice(HEIGHTS * 2, 5, None, 2), itertools.repeat(2.0)):
        total = (
            math.sin(total * height) + math.cos(x * two) * math.exp(-total * total) + 0.1 * total
        )
    return total


def counts_down(x):
    total = x
    for k in itertools.count(10, -2):
        if k < -20 or total > 40.0:
            break
        total = total + math.sin(k * x)
    return total * k


def counts_nothing(x):
    total = x
    for k in itertools.count(3, 0):
        if total > 40.0:
            break
        total = total + k * x
    return total * k


def takes_of_what_is_stepped(x):
    heights, total = iter(HEIGHTS), 0.0
    next(heights)
    for height in itertools.islice(heights, 3, 30):
        total = (
            math.sin(total * height) + math.cos(x * height) * math.exp(-total * total) + 0.1 * total
        )
    return total + next(heights)


@pytest.mark.parametrize(
    ("f", "most"),
    [
        (counts_until, 20),
        (counts_down, 30),  # these ended before their first round
        (counts_nothing, 30),
        (counts_beside, 30),
        (takes_a_part, 30),
        (counts_and_goes_on, 1000),  # somebody else has these
        (takes_of_what_is_stepped, 1000),
    ],
)
def test_what_itertools_gives_is_gone_through_by_number(f, most):
    compiled = la.compile(f, optimize="strict")
    for x in (0.2, 0.7, 1.9, 3.3):
        assert compiled(x) == f(x)
        slope = (f(x + 1e-6) - f(x - 1e-6)) / 2e-6
        assert compiled.grad(x) == pytest.approx(slope, rel=1e-4, abs=1e-6)
    text = la.compile(f).lower(0.7).primal.source
    assert text.rpartition("# fmt: skip")[2].count("\n") < most


def terms(x):
    """Those of exp(-x), for ever."""
    term, n = 1.0, 0
    while True:
        yield term
        n += 1
        term *= -x / n


def series(x):
    total = 0.0
    for term in terms(x):
        total += term
        if abs(term) < 1e-6:
            break
    return total


def alternating(x):
    total = 0.0
    for k, sign in enumerate(itertools.cycle([1.0, -1.0])):
        term = sign * x**k / (k + 1)
        total += term
        if abs(term) < 1e-3:
            return total


@pytest.mark.parametrize("function", [series, alternating])
def test_what_never_ends_is_left_where_a_value_says(function):
    f = la.compile(function)
    for x in (0.5, 0.25, 0.75):
        assert f(x) == function(x)
        assert f.grad(x) == pytest.approx(function(la.Dual(x, 1.0)).dual, rel=1e-14)
