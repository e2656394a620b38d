"""Look-up in lists by an index that is traced: a number is taken, as Python takes it."""

import bisect
import collections
import math

import numpy as np
import pytest

import lazyad as la

TIMES = [k + 0.5 * math.sin(k) for k in range(40)]
HEIGHTS = [math.cos(0.3 * k) for k in range(40)]
PAIRS = [(one, [other, one * other]) for one, other in zip(TIMES, HEIGHTS, strict=True)]


def between(x):
    i = bisect.bisect_right(TIMES, x) - 1
    i = max(0, min(i, len(TIMES) - 2))
    slope = (HEIGHTS[i + 1] - HEIGHTS[i]) / (TIMES[i + 1] - TIMES[i])
    return HEIGHTS[i] + slope * (x - TIMES[i])


def truncated(x):
    return HEIGHTS[int(x)] * x


def negative(x):
    return HEIGHTS[-int(x) - 1] * x + HEIGHTS[math.floor(-x)]


def of_rows(x):
    time, (height, product) = PAIRS[int(x)]
    return time * x + height * x * x + product


def walked(x):
    i = 0
    while TIMES[i + 1] < x:
        i += 1
    return HEIGHTS[i] * x


def broken_off(x):
    for i in range(len(TIMES)):
        if TIMES[i] > x:
            break
    return HEIGHTS[i] * x


def traced_table(x):
    row = [x, x * x, la.sin(x), 2.0, x * x * x]
    return row[int(x) % 5] * row[-2]


def indirect(x):
    order = [3, 1, 4, 0, 2]
    return HEIGHTS[order[int(x) % 5]] * x


def whole_number(x):
    return int(x) * x + round(x)


def bools(x):
    return x if [True, False, x > 2.0][int(x) % 3] else -x


FUNCTIONS = [
    *(between, truncated, negative, of_rows, walked, broken_off),
    *(traced_table, indirect, whole_number, bools),
]
POINTS = [0.0, 0.3, 1.7, 3.0, 4.2, 12.6, 30.9]


def outcome(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return type(error)


@pytest.mark.parametrize("f", FUNCTIONS)
def test_values_and_derivatives(f):
    compiled, safe = la.compile(f, optimize="strict"), la.compile(f)
    for x in [*POINTS, -1.5, 55.0, 1e9, math.inf, math.nan]:
        expected, found = outcome(f, x), outcome(compiled, x)
        assert found == expected or (found != found and expected != expected), x
    h = 1e-6
    for x in [0.31, 1.7, 4.2, 12.6, 30.9]:
        expected = (f(x + h) - f(x - h)) / (2 * h)
        assert safe.grad(x) == pytest.approx(expected, rel=1e-7, abs=1e-7)
        assert safe.kernel(x, 2.0)[1] == pytest.approx(2 * expected, rel=1e-7, abs=1e-7)


@pytest.mark.parametrize("f", [between, truncated, of_rows, walked, broken_off])
def test_source_does_not_grow(f):
    """Beside the table itself."""
    lines = la.compile(f).source.splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("def "))
    assert len(lines) - start < 25


def test_bisect_is_bisect():
    assert "from bisect import bisect_right" in la.compile(between).source
    rows = [1.0, 2.0, 2.0, 3.5]
    for search in (bisect.bisect_left, bisect.bisect_right, bisect.bisect):
        compiled = la.compile(lambda x, search=search: search(rows, x) * 1.0)
        points = la.compile(compiled.__wrapped__, target="numpy")
        xs = [0.0, 1.0, 1.5, 2.0, 3.5, 9.0, math.nan]
        assert [compiled(x) for x in xs] == [search(rows, x) for x in xs]
        assert points(np.array(xs)).tolist() == [search(rows, x) for x in xs]


def test_bisect_in_a_traced_table():
    def f(x, y):
        row = [x, x + y, x + 2 * y, x + 3 * y]
        return row[bisect.bisect_left(row, 1.0)] * x

    compiled = la.compile(f)
    assert compiled(0.1, 0.5) == f(0.1, 0.5)
    np.testing.assert_allclose(compiled.grad(0.1, 0.5), (1.2, 0.2))
    assert outcome(compiled, 0.1, 0.0) is IndexError


def test_a_row_that_is_changed_is_the_list_s():
    def f(x, y):
        rows = [[x, 1.0], [y, 2.0], [x * y, 3.0]]
        i = 0
        while x > 1.0:
            x = x * 0.5
            i += 1
        row = rows[i % 3]
        row[0] = row[0] * 2.0
        return rows[0][0] + rows[1][0] * 10.0 + rows[2][0] * 100.0

    compiled = la.compile(f)
    for x in (3.0, 0.7, 1.5):
        assert compiled(x, 2.0) == f(x, 2.0)


def test_a_float_is_no_index():
    for f in (lambda x: HEIGHTS[x * 2.0], lambda x: HEIGHTS[math.sqrt(x)]):
        with pytest.raises(TypeError, match=r"an index was asked|must be integers"):
            la.compile(f)(1.0)


GRID = np.array(TIMES)
ROWS = np.array([TIMES, HEIGHTS]).T


def searched(x):
    return GRID[np.searchsorted(GRID, x, side="right") - 1] * x


def searched_left(x):
    return GRID[np.searchsorted(GRID, x)] * x


def interpolated(x):
    return np.interp(x, GRID, HEIGHTS) * x + np.interp(x, TIMES, HEIGHTS, left=0.5, right=-1.0)


def interpolated_in_traced(x):
    return np.interp(2.5, GRID * x, np.sin(GRID + x)) + np.interp(x, GRID, GRID * x)


def row_of_an_array(x):
    row = ROWS[int(x)]
    return row[0] * x + row[1] * ROWS[-int(x), 1]


@pytest.mark.parametrize(
    "f", [searched, searched_left, interpolated, interpolated_in_traced, row_of_an_array]
)
def test_arrays(f):
    compiled, slope = la.compile(f, optimize="strict"), la.grad(f)
    h = 1e-6
    for x in [0.31, 1.7, 4.2, 12.6, 30.9, 38.2]:
        assert compiled(x) == pytest.approx(float(f(x)), rel=1e-15)
        if f is interpolated:  # of one number
            points = la.compile(f, target="numpy")
            assert points(np.array([x]))[0] == pytest.approx(f(x), rel=1e-15)
        expected = (f(x + h) - f(x - h)) / (2 * h)
        assert slope(x) == pytest.approx(expected, rel=1e-7, abs=1e-7)
    assert outcome(compiled, 0.0) == outcome(f, 0.0)
    assert outcome(compiled, 99.0) == outcome(f, 99.0)


@pytest.mark.parametrize("f", [searched, interpolated])
def test_source_of_arrays_does_not_grow(f):
    lines = la.compile(f).source.splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("def "))
    assert len(lines) - start < 40


def test_indices_are_ints_in_the_source():
    source = la.compile(between).primal.source
    assert "i = max(0, min(bisect_right(table, x) - 1, 38))" in source
    assert "int(" not in source


def test_an_int_of_one_of_a_few_constants():
    def f(x):
        a = 1.7 if x > 0.0 else -2.9
        return [x, x * x, x * x * x][int(a)] * int(a * 1.5)

    compiled = la.compile(f)
    assert [compiled(x) for x in (3.0, -3.0)] == [f(3.0), f(-3.0)]


def test_an_array_as_long_as_a_traced_number_says_and_a_place_of_it():
    def f(x):
        n = int(x) + 2
        values = np.zeros(n + 1)
        values[n] = x
        for k in range(n, 0, -1):
            values[k - 1] = values[k] * x + (1.0 if x > 1.0 else 0.0)
        return values[0] + values[values > 3.0][0] if x > 2.0 else values[1]

    compiled = la.compile(f)
    assert [compiled(x) for x in (0.7, 1.3, 3.2)] == [f(x) for x in (0.7, 1.3, 3.2)]


def sextant(x):
    order = {0: (2, 1), 1: (0, 2), 2: (1, 0)}
    pairs = {(1, "a"): x, (2, "a"): 3.0}
    return [pairs[int(x), "a"], *[(x, 2.0 * x, x * x)[i] for i in order[int(x % 360.0 // 60)]]]


def filled(x):
    found = {1: x}
    found[int(x)] = 3.0 * x
    found[math.floor(2.0 * x)] = x * x
    found[round(x)] += 1.0
    return [x * key * found[key] if key in found else -x for key in range(6)]


def grouped(x):
    sums = collections.defaultdict(float)
    for one in (x, 1.5, 2.0 * x):
        sums[int(one)] += one
    return [len({int(x), int(1.5 * x)}) * x, *[key * one for key, one in sums.items()]]


def of_whole_floats(x):
    found = {0.0: x, 2.0: x * x, -1.0: 3.0 * x}
    found[x // 0.5] = 2.0 * x
    table = {(float(k), "a"): k * x for k in range(9)}
    return [found[2 * (x // 2.0)], table[x // 0.25, "a"], *[k * one for k, one in found.items()]]


def missing(x):
    try:
        return {0: x}[int(x)]
    except KeyError:
        return -x * {1: 2.0}.get(int(x), 5.0)


def of_conditions(x):
    weights = {0: x, 1: 2.0 * x, 2: -x}
    if [0.0, 0.5, 2.0][int(x)]:
        x = x - weights[int(x > 1.4)]
    return x * weights[(x > 1.0) + int(x > 0.5)]


def in_rounds(x):
    total, weights = 0.0, {1: 2.0, 2: -1.0}
    for k in range(150):
        total = total + weights[int(x)] * x * k
    return total


def sized(x):
    n = int(x)
    return [
        *np.arange(n) * x,
        *np.linspace(0.0, x, n + 1),
        *np.logspace(0.0, x, num=n),
        *np.repeat(x, n),
        *np.tile([x, 1.0], n),
        *np.reshape(np.ones(2 * n) * x, (n, -1))[0],
        *np.roll([x, 1.0, 2.0], n),
        *np.broadcast_to(x, (n, 2))[:, 0],
        *np.pad([x], n),
        np.round(x / 7.0, n) + np.identity(n)[0, 0],
    ]


def terms(x):
    for count in range(1, 300):
        if 0.3 * count > x:
            return count
    raise ValueError("too many")


def counted(x):
    total, n = 0.0, 0
    for k in range(terms(x)):
        total = total + x**k
    while n < 4.0 * x:
        n += 1
    return [total, sum([x**k for k in range(n)]), *np.arange(n)[:3] * x]


FUNCTIONS_OF_INTS = [sextant, filled, grouped, of_whole_floats, missing, of_conditions]
FUNCTIONS_OF_INTS += [in_rounds, sized, counted]


@pytest.mark.parametrize("f", FUNCTIONS_OF_INTS)
def test_an_int_is_a_key_and_a_size(f):
    compiled, h = la.compile(f), 1e-6
    for x in (1.3, 2.2, 1.45):
        value, slope = compiled.jvp((x,), (1.0,))
        assert np.ravel(value) == pytest.approx(np.ravel(f(x)))
        expected = (np.ravel(f(x + h)) - np.ravel(f(x - h))) / (2.0 * h)
        assert np.ravel(slope) == pytest.approx(expected, rel=1e-7, abs=1e-7)


FACTORS = {0: 1.5, 2: -3.0, 5: 0.25, 7: 4.0}
PARTS = {0: (1.0, [2.0, 3.0]), 1: (3.0, [4.0, 0.5]), 4: (0.5, [-1.0, 2.0])}
GROUPS = {0: "low", 1: "middle", 2: "high"}
WEIGHTS = {3 * k - 20: math.sin(k) for k in range(30)}
CALLED = {0: math.sin, 1: math.cos, 2: math.exp}


def among(x):
    low = x in {1.0, 2.5} or int(x) in (88, None, "a")
    once = round(x) in (0, 2) and int(x) not in [1, 3]
    return x if low else 2.0 * x if once else 3.0 * x if round(x) in [*FACTORS] else -x


def among_many(x):
    return [x * (int(x) in WEIGHTS), x * (round(x) in range(1, 9, 3)), x * (x in range(-3, 4))]


def among_traced(x):
    return x * x if 2 in [int(x), int(3.0 * x), 0.5] else 3.0 * x


def key_or_default(x):
    return x * FACTORS.get(round(x), 10.0) + x * x * {2.5: 1.0}.get(x, 0.0)


def key_or_none(x):
    found = FACTORS.get(round(x))
    return x if found is None else found * x


def key_or_error(x):
    return x * FACTORS[round(x)]


def key_or_clause(x):
    try:
        return x * WEIGHTS[int(x)]
    except KeyError:
        return -x


def key_that_is_there(x):
    n = round(x)
    return x * FACTORS[n] * WEIGHTS.get(n, 1.0) if n in FACTORS else x


def row_of_a_key(x):
    first, (second, third) = PARTS.get(int(x), (0.0, [1.0, 1.0]))
    return first * x + second * third + PARTS[int(x) % 2][1][0]


def text_of_a_key(x):
    group = GROUPS.get(round(x), "none")
    return x if group == "low" else 3.0 * x if group in ("none", "high") else x * x


def row_as_a_key(x):
    sides = {(0, True): x, (1, True): x * x, (1, False): 3.0}
    return sides.get((int(x), x > 1.5), -x)


def called_by_a_key(x):
    return CALLED.get(round(x), math.tan)(x)


def added_up_by_keys(x):
    sums = {0: 0.0, 1: x, 2: 1.0, 3: 0.0}
    for one in (x, 2.0 * x, 0.3 * x):
        sums[int(one) % 4] += one
    return [*sums.values()]


BY_KEYS = [among, among_many, among_traced, key_or_default, key_or_none, key_or_error]
BY_KEYS += [key_or_clause, key_that_is_there, row_of_a_key, text_of_a_key, row_as_a_key]
BY_KEYS += [called_by_a_key, added_up_by_keys]


@pytest.mark.parametrize("f", BY_KEYS)
def test_a_number_is_looked_for_among_keys(f):
    compiled, h = la.compile(f), 1e-6
    for x in [
        0.3,
        -0.2,
        0.49,
        1.0,
        1.3,
        1.7,
        2.0,
        2.2,
        2.5,
        4.4,
        5.1,
        6.9,
        -20.0,
        40.7,
        67.1,
        88.0,
    ]:
        expected = outcome(f, x)
        assert outcome(compiled, x) == expected, x
        if x not in (1.0, 2.0, 2.5, -20.0, 88.0) and not isinstance(expected, type):
            slope = (np.ravel(f(x + h)) - np.ravel(f(x - h))) / (2.0 * h)
            found = np.ravel(compiled.jvp((x,), (1.0,))[1])
            assert found == pytest.approx(slope, rel=1e-6, abs=1e-6), x


@pytest.mark.parametrize("f", [f for f in BY_KEYS if f is not called_by_a_key])
def test_keys_are_no_ways(f):
    """Each of them was one; of three in a row there were 64, and of membership 8."""

    def thrice(x, y, z):
        return [f(x), f(y), f(z)]

    lines = [la.compile(f).lower(0.3).source, la.compile(thrice).lower(0.3, 0.3, 0.3).source]
    once, three = [text.count("\n") for text in lines]
    assert once <= 130
    assert three <= 3 * once + 20


def pivots(a, b, c):
    """Gauss's elimination with pivots, of lists."""
    rows = [[a, b, 1.0, 2.0], [b, 2.0, c, 1.0], [c, 1.0, a * b, 3.0], [0.3, c, a, b]]
    right, n = [1.0, a, b, c], 4
    for k in range(n):
        p = k
        for i in range(k + 1, n):
            if abs(rows[i][k]) > abs(rows[p][k]):
                p = i
        if p != k:
            rows[k], rows[p] = rows[p], rows[k]
            right[k], right[p] = right[p], right[k]
        for i in range(k + 1, n):
            factor = rows[i][k] / rows[k][k]
            for j in range(k, n):
                rows[i][j] -= factor * rows[k][j]
            right[i] -= factor * right[k]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (right[i] - sum(rows[i][j] * x[j] for j in range(i + 1, n))) / rows[i][i]
    return x


def pivots_by_max(a, b, c):
    rows = [[a, b, 1.0], [b, 2.0, c], [c, 1.0, a * b]]
    product = 1.0
    for k in range(3):
        p = max(range(k, 3), key=lambda i: abs(rows[i][k]))
        rows[p], rows[k] = rows[k], rows[p]
        for i in range(k + 1, 3):
            factor = rows[i][k] / rows[k][k]
            for j in range(k, 3):
                rows[i][j] -= factor * rows[k][j]
        product *= rows[k][k]
    return product, rows


def of_numbers(a, b, c):
    row = [a, b, c, a * b]
    row[0], row[int(c)] = row[int(c)], row[0]
    row[int(b) % 4], row[-1] = row[-1], row[int(b) % 4]
    return row


def held_elsewhere(a, b, c):
    rows = [[a, 1.0], [b, 2.0], [c, 3.0]]
    first, p = rows[0], 0
    for i in (1, 2):
        if rows[i][0] > rows[p][0]:
            p = i
    rows[0], rows[p] = rows[p], rows[0]
    rows[0][1] += a * b
    first[1] *= 5.0
    return rows, first


@pytest.mark.parametrize("f", [pivots, pivots_by_max, of_numbers, held_elsewhere])
def test_rows_that_change_places(f):
    compiled, normal = la.compile(f, optimize="strict"), np.random.default_rng(3).normal
    for a, b, c in [(1.1, 2.2, 3.3), (0.01, 0.02, 3.1), (2.0, -2.1, 2.9), *normal(size=(12, 3))]:
        point = float(a), float(b), float(c)
        expected = outcome(f, *point)
        assert outcome(compiled, *point) == expected
        if not isinstance(expected, type):
            high, low = [[*_flat(f(a + h, b - h, c + 2.0 * h))] for h in (1e-6, -1e-6)]
            slope = [(a - b) / 2e-6 for a, b in zip(high, low, strict=True)]
            found = [*_flat(compiled.jvp(point, (1.0, -1.0, 2.0))[1])]
            assert found == pytest.approx(slope, rel=1e-4, abs=1e-4)
    if f is pivots:  # there were 2473 lines, of 24 ways
        assert la.compile(f).lower(1.1, 2.2, 3.3).primal.source.count("\n") < 350


def _flat(value):
    for one in value:
        yield from _flat(one) if isinstance(one, (list, tuple)) else [one]


def test_duals_go_through_a_table_that_rounds_change():
    """It was a TypeError: a Dual met a tuple."""

    def f(x, k):
        row = [x, 2.0 * x, 3.0, x * x, 1.0, 2.0, 3.0, 1.0]
        for i in range(30):
            row[int(k * i) % 8] = row[i % 8] * 0.5 + x
        return row

    compiled = la.compile(f, loops="keep")
    value, slope = compiled.jvp((1.2, 1.3), (1.0, 0.0))
    found = compiled(la.Dual(1.2, 1.0), 1.3)
    assert [one.real for one in found] == pytest.approx(value)
    assert [one.dual for one in found] == pytest.approx(slope)


def test_a_nan_is_among_what_holds_it():
    """Python asks `is` before `==`."""
    f = la.compile(lambda x: [x in (x, 2.0), x in (2.0, 3.0), x + 1.0 in [x]])
    assert f(math.nan) == [True, False, False]


def drawn(x, seed=12345):
    """A generator of Park and Miller's kind, whose products no float holds."""
    total = 0.0
    for _ in range(60):
        seed = (1103515245 * seed + 12345) % 2**31
        total += math.exp(-x * seed / 2**31)
    return total


def halved_or_tripled(x, n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return x * count


def power(x, base):
    found, squared, rest = 1, base, 200
    while rest > 0:
        if rest % 2 == 1:
            found = found * squared % (10**9 + 7)
        squared, rest = squared * squared % (10**9 + 7), rest // 2
    return x * found


def terms_of_three(x, n):
    a, b = 0, 1
    for _ in range(90):
        a, b = b, a + b * n
    return x * (a % 1000)


def divisor(x, n, other=36):
    while other:
        n, other = other, n % other
    return x * n


def of_digits(x, n):
    total = 0
    while n > 0:
        total, n = total + n % 10, n // 10
    return total * x


DIGITS = [(drawn, 3), (halved_or_tripled, 27), (power, 5), (terms_of_three, 3)]


@pytest.mark.parametrize(("f", "n"), [*DIGITS, (divisor, 84), (of_digits, 9081)])
def test_ints_have_all_digits_where_they_are_divided(f, n):
    compiled, slope = la.compile(f), la.grad(f, wrt="x")
    for more in (0, 2):
        assert compiled(1.3, n + more) == f(1.3, n + more)
        expected = (f(1.3 + 1e-6, n + more) - f(1.3 - 1e-6, n + more)) / 2e-6
        assert slope(1.3, n + more) == pytest.approx(expected, rel=1e-7)
    assert bool(compiled.counts) is ((f, n) in DIGITS)  # and then it is fixed into the trace


def test_ints_that_a_loop_makes_of_constants_have_all_digits():
    assert la.compile(lambda x: drawn(x))(1.3) == drawn(1.3)
    with pytest.raises(TypeError, match=r"digits than a float has\n  where: .*drawn: seed"):
        la.compile(lambda x: drawn(x), loops="keep")(1.3)
    with pytest.raises(TypeError, match=r"an int .* digits than a float has\n  where: .*lambda"):
        la.compile(lambda x: int(x) ** 3 * 7919 // 7 * x)(3.5)


def viterbi(s):
    """What rounds of a kept loop append are indices, and found from the last to the first."""
    best, back = s.copy(), []
    for _ in range(3):
        steps = best[:, None] + 0.1 * np.abs(np.subtract.outer(np.arange(4.0), np.arange(4.0))) * s
        back.append(steps.argmax(axis=0))
        best = steps.max(axis=0)
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(pointers[path[-1]])
    return best[path[0]] * np.prod([s[at] for at in path])


@pytest.mark.parametrize("loops", ["keep", pytest.param("unroll", marks=pytest.mark.slow)])
def test_indices_that_a_loop_appended(loops):
    compiled = la.compile(viterbi, loops=loops)
    for s in np.array([[1.2, 0.4, 2.2, 0.9], [0.3, 2.4, 0.1, 2.0]]):
        assert compiled(s) == pytest.approx(viterbi(s), rel=1e-15)
        steps = 1e-6 * np.eye(4)
        expected = [(viterbi(s + step) - viterbi(s - step)) / 2e-6 for step in steps]
        assert compiled.grad(s) == pytest.approx(np.array(expected), rel=1e-7)


SQUARES = np.arange(12.0) ** 2


def ranks(x):
    order = np.argsort(x)
    found = np.empty(len(x))
    found[order] = np.arange(len(x))
    return found * x


def swapped(x):
    order, found = np.argsort(x), np.zeros((4, 5))
    found[order, [0, 1, 3, 4]] = x
    found[order[:2]] += 1.0
    return found * np.arange(20.0).reshape(4, 5)


def one_hot(x):
    rows = np.outer(x, [1.0, 0.5, 2.0]) - x[0] * np.array([0.0, 0.1, 1.0])
    at, found = np.argmax(rows, axis=1), np.zeros((4, 3))
    found[np.arange(4), at] = rows[np.arange(4), at]
    np.put_along_axis(found, np.argmin(rows, axis=1)[:, None], -x[:, None], axis=1)
    return found


def deposited(x):
    """Particles in cells."""
    cell = np.floor(x / 0.1).astype(int)
    part, found = x / 0.1 - cell, np.zeros(11)
    np.add.at(found, cell, x * (1.0 - part))
    np.add.at(found, cell + 1, x * part)
    for k in range(len(x)):
        found[-int(x[k] * 10.0) - 1] += part[k] ** 2
    return found


def on_a_grid(x):
    at = np.clip((x * 10.0).astype(int), 0, 9)
    part = x * 10.0 - at
    return (1.0 - part) * SQUARES[at] + part * SQUARES[at + 1]


@pytest.mark.parametrize(
    "f", [ranks, swapped, one_hot, pytest.param(deposited, marks=pytest.mark.slow), on_a_grid]
)
def test_places_of_arrays_that_traced_numbers_say(f):
    compiled = la.compile(f)
    points = [[0.31, 0.75, 0.52, 0.38], [0.84, 0.13, 0.27, 0.66], [0.72, 0.71, 0.13, 0.92]]
    for x in np.array(points):
        assert np.allclose(compiled(x), f(x), rtol=1e-14)
        steps = 1e-6 * np.eye(4)
        slopes = [(f(x + step) - f(x - step)) / 2e-6 for step in steps]
        assert np.allclose(compiled.jacobian(x), np.stack(slopes, -1), rtol=1e-7, atol=1e-8)


def test_a_place_outside_of_the_array():
    def put(x):
        found = np.zeros(3)
        found[int(x[0])] = x[1]
        return found

    compiled = la.compile(put)
    assert compiled(np.array([2.5, 7.0])).tolist() == [0.0, 0.0, 7.0]
    assert compiled(np.array([-3.5, 7.0])).tolist() == [7.0, 0.0, 0.0]
    for outside in (3.0, -4.0):
        with pytest.raises(IndexError, match="out of bounds"):
            compiled(np.array([outside, 7.0]))


def a_text_as_a_key(x):
    return {"0": 1.0, "1": 2.0}.get(f"{int(x)}", 3.0) * x


def a_text_as_a_key_that_is_tried(x):
    try:
        return {"0": 1.0, "1": 2.0}[str(int(x))] * x
    except KeyError:
        return 5.0 * x


@pytest.mark.parametrize("f", [a_text_as_a_key, a_text_as_a_key_that_is_tried])
def test_the_digits_of_a_traced_number_are_no_key(f):
    with pytest.raises(TypeError, match=r"(?s)the digits of a traced number.*where:.*instead:"):
        la.compile(f)(0.3)


def counted_by_default(x):
    found = {}
    for i in range(4):
        found.setdefault(int(x * i) % 2, []).append(x * i)
    found.setdefault(round(x), [0.0])
    found[round(x)] += [x]
    return sum(found.get(0, [])) + 3 * sum(found.get(1, []))


@pytest.mark.parametrize("loops", ["auto", "unroll"])
def test_a_traced_key_that_may_be_new(loops):
    compiled = la.compile(counted_by_default, loops=loops)
    for x in (0.3, 1.4, 2.2, 0.9):
        assert compiled(x) == counted_by_default(x)


def one_of_two(a, b):
    return [a, b][0 if a > b else 1] * 2


def the_largest_first(a, b, c):
    row, at = [a, b, c], 0
    for i in range(3):
        if abs(row[i]) > abs(row[at]):
            at = i
    row[0], row[at] = row[at], row[0]
    return row


def test_what_a_comparison_picks_fixes_no_int():
    assert la.jacobian(one_of_two)(2, 1) == (2.0, 0.0)
    assert la.compile(one_of_two).jvp((2, 1), (1, 0)) == (4.0, 2.0)
    assert la.grad(one_of_two)(2, 1.0) == (2.0, 0.0)
    turned = [(0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0)]
    assert la.jacobian(the_largest_first, argnums=(0, 1, 2))(2, 1, 3) == turned
