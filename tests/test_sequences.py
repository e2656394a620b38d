"""Loops over sequences stay loops, and so do those that fill lists and arrays."""

import itertools
import math

import numpy as np
import pytest

import lazyad as la
from tests.helpers_names.checks import added_up, three_parts
from tests.test_loops import check_program, same

GOALS = [1.0] * 60 + [2.0] * 40 + [0.5] * 30
DATA = [(0.1 * k, math.sin(0.1 * k)) for k in range(100)]
ROWS = np.sin(np.arange(180.0) ** 2).reshape(60, 3)
VALUES = np.cos(np.arange(120.0))


def pid(kp, ki):
    y = total = 0.0
    for goal in GOALS:
        error = goal - y
        total += error * 0.1
        u = kp * error + ki * total
        if u > 3.0:
            u = 3.0
        y += 0.1 * (u - y)
    return y


def fit(a, b):
    total = 0.0
    for t, y in DATA:
        residual = a * la.exp(-b * t) - y
        total += residual * residual
    return total


def zipped(a, b):
    total = 0.0
    for i, (x, y) in enumerate(zip(VALUES, reversed(VALUES), strict=False), 1):
        total = total * 0.9 + (a * x - b * y) ** 2 / i
    return total


def rows(a, b):
    total = 0.0
    for row in ROWS:
        total = total * 0.5 + a * row[0] + b * row[1] * row[2] + a * b
    return total


def indices(a, b):
    total = a
    for i in range(60):
        for j in range(3):
            total = total * 0.9 + ROWS[i, j] * b - ROWS[-1 - i][2 - j] * a * b
    return total


def kalman(q, r):
    x, v, p, p12, p22 = 0.0, 0.0, 1.0, 0.0, 1.0
    for z in VALUES:
        x = x + 0.1 * v
        p = p + 0.2 * p12 + 0.01 * p22 + q
        p12 = p12 + 0.1 * p22
        s = p + r
        k, k2 = p / s, p12 / s
        error = z - x
        x, v = x + k * error, v + k2 * error
        p22 = p22 - k2 * p12
        p12 = p12 * (1 - k)
        p = p * (1 - k)
    return x + v + p


def appends(y, k):
    out, v = [], 0.0
    for _ in range(100):
        v -= 0.1 * k * y
        y += 0.1 * v
        out.append(y)
    return out


def appends_rows(y, k):
    out, v = [(0.0, y)], 0.0
    for i in range(60):
        v -= 0.1 * k * y
        y += 0.1 * v
        out.append((0.1 * i, y * v))
        out.append((v, y))
    return out


def reads_the_last(y, k):
    ys, ts = [y, y * 2], [0.0]
    for _ in range(100):
        ys.append(ys[-1] - 0.01 * k * ys[-1] ** 2)
        ts.append(ts[-1] + 0.1)
    return ys[-1] + ys[50] * ts[30], ys[3]


def fills(y, k):
    out, v = [0.0] * 60, 0.0
    for i in range(60):
        v -= 0.1 * k * y
        y += 0.1 * v
        out[i] = y
        out[i] += v
    return out[7], sum(out), out[-1]


def fills_an_array(y, k):
    x = np.zeros(100)
    x[0] = y
    for i in range(1, 100):
        x[i] = x[i - 1] - 0.01 * k * x[i - 1] ** 2
    return x


def fills_rows(y, k):
    out, v = np.zeros((60, 2)), 0.0
    for i in range(60):
        v -= 0.1 * k * y
        y += 0.1 * v
        out[i] = y, v
        out[i, 1] *= 2.0
    return out


def fills_backwards(y, k):
    x = np.ones(60)
    for i in range(58, -1, -1):
        x[i] = x[i + 1] * k * 0.9 + x[i] * y
    return x


def relaxes(y, k):
    x = np.linspace(0.0, 1.0, 60) * y
    for _ in range(3):
        for i in range(1, 59):
            x[i] = (x[i - 1] + x[i + 1]) * 0.5 * k
    return x


def uses_what_it_filled(y, k):
    xs = []
    for i in range(120):
        xs.append(y * i - k)
    total = 0.0
    for i in range(119):
        total += (xs[i + 1] - xs[i]) * xs[i] * k
    return total


def counts_its_list(y, k):
    out = []
    for _ in range(50):
        y = y * 0.9 + k * len(out)
        out.append(y)
    return out


def reads_the_first(y, k):
    out = [y]
    for _ in range(60):
        out.append(out[0] * 0.5 + out[-1] * k * 0.9)
    return out


def fills_some(y, k):
    out = [0.0] * 60
    for i in range(60):
        y = y * 0.9 + 0.1 * k
        if y > 0.5:
            out[i] = y
    return out


def is_left(y, k):
    out = []
    for i in range(60):
        y = y * 0.9
        if y < 0.1 * k:
            break
        out.append(y + i)
    return sum(out) + y


def changes_what_it_goes_through(y, k):
    xs = [y * i for i in range(30)]
    for i, x in enumerate(xs):
        xs[(i + 1) % 30] += x * k * 0.1 - 0.01 * x * x
    return xs


def changes_rows(y, k):
    rows = np.arange(150.0).reshape(50, 3) * y
    for row in rows:
        row *= k  # noqa: PLW2901
        row[0] += row[1] * row[2]
    return rows[:, 0] - rows[:, 1]


def changes_lists(y, k):
    rows = [[y * i, k, 0.5] for i in range(50)]
    for row in rows:
        row[0] = row[0] * k + row[1] * row[2]
        row[2] += row[0]
    return [row[0] - row[2] for row in rows]


def adds_one_list_again(y, k):
    out = []
    s = [y, k]
    for _i in range(80):
        s[0] = s[0] * 0.9 + s[1] * 0.1
        out.append(s)
    return [o[0] for o in out]


def adds_copies(y, k):
    out = []
    s = [y, k]
    for _i in range(80):
        s[0] = s[0] * 0.9 + s[1] * 0.1
        out.append(list(s))
    return [o[0] for o in out]


def changes_what_it_added(y, k):
    s = [y, k]
    out = []
    for _i in range(60):
        s[0] += 1.0
        s = [s[0] * 0.9, k]
        out.append(s)
    return [o[0] for o in out]


def changes_it_afterwards(y, k):
    s = np.array([y, k])
    out = []
    for _i in range(60):
        s = s * 0.9 + k
        out.append(s)
    s += 5.0 * y
    return np.array(out)


def adds_by_two_names(y, k):
    out = [y]
    same = out
    for i in range(100):
        out.append(y * i)
        same.append(k * i)
    return out


def fills_a_view(y, k):
    x = np.zeros(60) + y
    v = x[1:]
    for i in range(59):
        v[i] = la.sin(y * i) * k + v[i]
    return x


def reads_through_a_view(y, k):
    v = np.zeros(60) + y
    x = v[1:]
    for i in range(59):
        v[i] = la.sin(y * i) * k + 0.5
        y = y * 0.9 + x[3]
    return x * 1.0


def fills_from_both_ends(y, k):
    f = np.zeros(60)
    for i in range(60):
        f[i] = y * i
        f[59 - i] = k * i
    return f


def reads_around_the_end(y, k):
    f = [y * j for j in range(60)]
    for i in range(60):
        f[i] = f[(i + 1) % 60] * 0.5 + k
    return f


def fills_slices(y, k):
    f = np.ones(120) * y
    for i in range(60):
        f[i : i + 2] = f[i] * k * 0.5
    return f


def fills_with_an_array(y, k):
    s = np.array([y, k])
    out = np.zeros((60, 2))
    for i in range(60):
        s *= 0.9
        s[0] += k
        out[i, :] = s
    return out


def is_a_queue(y, k):
    q = [y, k, y * k]
    for _i in range(100):
        q.append(q[-1] * 0.5 + k)
        q.pop(0)
    return q[0] + q[-1]


def counts_within(y, k):
    out = []
    for _i in range(80):
        out.append(y * len(out) + k)
        for _j in range(len(out) % 3):
            y = y * 0.99
    return out


# Lists and arrays whose places are changed where others were filled: one table is carried.


def option_tree(y, k):
    n = 12
    u = la.exp(0.2 * y)
    v = [max(k - u**j * u ** (j - n), 0.0) for j in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(i + 1):
            v[j] = max(0.99 * (0.52 * v[j + 1] + 0.48 * v[j]), k - u ** (j + j - i))
    return v[0]


def heated(y, k):
    u = [math.sin(0.4 * j * y) for j in range(12)]
    for _ in range(15):
        new = u[:]
        for j in range(1, 11):
            new[j] = u[j] + 0.2 * k * (u[j + 1] - 2 * u[j] + u[j - 1])
        new[0], new[-1] = 0.5 * new[1], new[-2]
        u = new
    return u


def aligned(y, k):
    n = 6
    cost = np.zeros((n + 1, n + 1))
    for i in range(1, n + 1):
        for j in range(1, n + 1):
            near = abs(la.sin(y * i) - la.cos(k * j))
            cost[i, j] = near + min(cost[i - 1, j], cost[i, j - 1], cost[i - 1, j - 1])
    return [cost[n, n]]


def on_one_side(y, k):
    v = [1.0 + 0.1 * j for j in range(9)]
    for _ in range(8):
        for j in range(1, 9):
            if v[j] * y > v[j - 1] + 0.02:
                v[j] = v[j - 1] * k
            elif v[j] > 3.0:
                break
    return v


def exchanged(y, k):
    u, w = [y * j for j in range(9)], [0.0] * 9
    for _ in range(9):
        for j in range(1, 8):
            w[j] = u[j] + 0.2 * k * (u[j + 1] - 2 * u[j] + u[j - 1])
        u, w = w, u
    return u


def reads_before_and_after(y, k):
    v, total = [y * j for j in range(9)], 0.0
    for i in range(40):
        before = v[i % 9]
        v[i % 9] = before * 0.9 + k
        v[(i + 4) % 9] += 0.1 * before
        total += before * v[(i + 1) % 9]
    return total


def inserted(y, k):
    v = [y * math.sin(7 * j) + k * 0.1 * j for j in range(9)]
    for i in range(1, 9):
        key, j = v[i], i - 1
        while j >= 0 and v[j] > key:
            v[j + 1] = v[j]
            j -= 1
        v[j + 1] = key
    return v


def shortest(y, k):
    d = [[abs(y * i - k * j) + 0.01 for j in range(5)] for i in range(5)]
    for m in range(5):
        for i in range(5):
            for j in range(5):
                if d[i][m] + d[m][j] < d[i][j]:
                    d[i][j] = d[i][m] + d[m][j]
            d[i][-1], d[i][0] = d[i][0], d[i][-1]
    return d[1]


def until_it_is_long(y, k):
    out, n = [y], 0
    while len(out) < 100:
        y = y * 0.9 if len(out) % 2 == 0 else y + 0.1 * math.sin(k * n)
        out.append(y)
        n += len(out)
    return out


def breaks_when_long(y, k):
    out, i = [], 0
    while True:
        if i >= 150:
            break
        y = y * 0.9 + k * math.sin(0.1 * i)
        out.append(y)
        i += 1
    return out


def two_names_of_a_table(y, k):
    v = [y * j for j in range(9)]
    w = v
    for i in range(40):
        old = v[:]
        v[i % 9] = w[(i + 1) % 9] * 0.9 + k
        y = y + old[i % 9] - v[i % 9]
    return [y, *w]


def pairs_above(x, y):
    v = [x + 0.1 * y * k for k in range(20)]
    for i in range(20):
        for j in range(i + 1, 20):
            v[j] -= 0.01 * v[i] * v[j]
    return v[-1]


def pairs_below(x, y):
    v = [x + 0.1 * y * k for k in range(20)]
    for i in range(20):
        for j in range(i, 0, -2):
            if v[j] < v[i]:
                continue
            v[j] = 0.5 * v[j - 1] + 0.1 * x * j
    return v[-1] + v[7]


def sorts(x, y):
    v = [math.sin(3.0 * x * k) + y for k in range(15)]
    for i in range(15):
        for j in range(14 - i):
            if v[j] > v[j + 1]:
                v[j], v[j + 1] = v[j + 1], v[j]
    return v[1] - x * v[9]


SHARED = [
    two_names_of_a_table,
    adds_one_list_again,
    adds_copies,
    changes_what_it_added,
    changes_it_afterwards,
    adds_by_two_names,
    fills_a_view,
    reads_through_a_view,
    fills_from_both_ends,
    reads_around_the_end,
    fills_slices,
    fills_with_an_array,
    is_a_queue,
    counts_within,
]
SCALARS = [pid, fit, zipped, rows, indices, kalman, uses_what_it_filled, is_left]
SCALARS += [option_tree, reads_before_and_after]
KEPT = [
    *(pid, fit, zipped, rows, indices, kalman, appends, appends_rows, reads_the_last, fills),
    *(fills_an_array, fills_rows, fills_backwards, uses_what_it_filled),
    *(option_tree, heated, aligned, on_one_side, exchanged, reads_before_and_after),
    *(inserted, shortest, until_it_is_long, breaks_when_long, pairs_above, pairs_below, sorts),
]
OTHERS = [
    *(relaxes, counts_its_list, reads_the_first, fills_some, is_left),
    *(changes_what_it_goes_through, changes_rows, changes_lists),
]
POINTS = [(1.0, 2.0), (0.7, 0.3)]


def flat(value):
    if isinstance(value, (list, tuple)):
        return [one for part in value for one in flat(part)]
    return np.ravel(value).tolist()


@pytest.mark.parametrize("f", [*KEPT, *OTHERS])
@pytest.mark.parametrize("level", [pytest.param("strict", marks=pytest.mark.slow), "safe"])
def test_values_and_derivatives(f, level):
    compiled, derivative, h = la.compile(f, optimize=level), la.jacobian(f), 1e-6
    for args in POINTS:
        found, expected = flat(compiled(*args)), flat(f(*args))
        if level == "strict":
            assert all(map(same, found, expected))
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-13)
        jacobian = derivative(*args)
        columns = np.reshape(flat(jacobian), (-1, 2)).T
        if f not in SCALARS and not isinstance(f(*args), tuple):
            columns = _columns(jacobian, len(expected))
        for at in range(2):
            ends = [[x + s * h * (i == at) for i, x in enumerate(args)] for s in (1, -1)]
            up, down = [np.array(flat(f(*end))) for end in ends]
            slope = (up - down) / (2 * h)
            np.testing.assert_allclose(columns[at], slope, rtol=2e-6, atol=2e-6)
        _, along = compiled.jvp(args, (0.5, -1.5))
        expected = columns[0] * 0.5 - columns[1] * 1.5
        np.testing.assert_allclose(flat(along), expected, rtol=1e-10, atol=1e-12)


def _columns(jacobian, count):
    """Of lists the derivatives stand innermost, of arrays too, but for two parameters apart."""
    numbers = np.array(flat(jacobian))
    if isinstance(jacobian, tuple) and len(jacobian) == 2:
        return numbers.reshape(2, count)
    return numbers.reshape(count, 2).T


@pytest.mark.parametrize("f", SHARED)
def test_what_is_shared_is_what_it_was(f):
    """Containers that several names, rounds or lists hold."""
    compiled = la.compile(f)
    for args in POINTS:
        np.testing.assert_allclose(flat(compiled(*args)), flat(f(*args)), rtol=1e-12)


@pytest.mark.parametrize("f", [exchanged, on_one_side])
def test_second_coefficients_of_tables(f):
    def at(t):
        return np.array(f(1.0 + t, 0.3 - 0.5 * t))

    _, _, second = la.compile(f, loops="keep").taylor(2)(1.0, 0.3, dy=1.0, dk=-0.5)
    expected = (at(1e-3) - 2 * at(0.0) + at(-1e-3)) / 2e-6
    np.testing.assert_allclose(second, expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("f", SCALARS)
def test_gradients(f):
    compiled = la.compile(f)
    for args in POINTS:
        expected = [
            f(*[la.Dual(x, float(i == at)) for i, x in enumerate(args)]).dual for at in range(2)
        ]
        np.testing.assert_allclose(compiled.grad(*args), expected, rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("seed", [1, 2, 5, 1000, 1003, 1004])
def test_random_programs(seed, tmp_path):
    check_program(seed, tmp_path, ["strict"], True)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [7, *range(200, 240), 1047])
def test_many_random_programs(seed, tmp_path):
    check_program(seed, tmp_path, ["none", "safe"], True)


def lines(f, rounds, **options):
    """How long the source of a gradient is, without the tables above it."""
    source = la.compile(f(rounds), **options).jacobian.source
    return len(source[source.index("\ndef ") :].splitlines())


def filters(rounds):
    values = np.cos(np.arange(float(rounds)))

    def kalman(q, r):
        x, p, found = 0.0, 1.0, []
        for z in values:
            p = p + q
            k = p / (p + r)
            x = x + k * (z - x)
            p = p * (1 - k)
            found.append(x)
        return found

    return kalman


def controls(rounds):
    goals = [1.0, 2.0] * (rounds // 2)

    def control(kp, ki):
        y = total = 0.0
        for goal in goals:
            total += goal - y
            y += kp * (goal - y) + ki * total
        return y

    return control


def marches(rounds):
    def march(x, y):
        depth, found = 0.0, np.zeros(rounds)
        for i in range(rounds):
            d = la.sqrt((x - depth) ** 2 + y * y) - 0.5
            depth = depth + 0.1 * d if d > 0.01 else depth
            found[i] = depth
        return found

    return march


def spreads(rounds):
    def spread(y, k):
        u = [*[0.0] * 40, y, *[0.0] * 40]
        for _ in range(rounds):
            for j in range(1, 80):
                u[j] += k * (u[j + 1] - 2 * u[j] + u[j - 1])
        return u[40]

    return spread


def integrates(rounds):
    def trajectory(y, k):
        ys, h = [y], 0.01
        for _ in range(rounds):
            k1 = -k * ys[-1]
            k2 = -k * (ys[-1] + h / 2 * k1)
            k3 = -k * (ys[-1] + h / 2 * k2)
            k4 = -k * (ys[-1] + h * k3)
            ys.append(ys[-1] + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4))
        return ys

    return trajectory


@pytest.mark.parametrize("f", [filters, controls, marches, spreads, integrates])
def test_source_does_not_grow_with_the_rounds(f):
    assert lines(f, 100) == lines(f, 200) < 45


@pytest.mark.parametrize("f", [pairs_above, pairs_below, sorts])
def test_ranges_within_each_other_are_ranges(f):
    source = la.compile(f).source
    assert "while" not in source
    assert "int(" not in source


@pytest.mark.parametrize("f", KEPT)
def test_what_is_kept(f):
    trace = la.compile(f).trace
    assert any(node.op.name == "loop" for node in trace.nodes)
    unrolled = la.compile(f, loops="unroll")
    loops = any(node.op.name == "loop" for node in unrolled.trace.nodes)
    assert loops is (f is inserted)  # whose `while` is on a traced value
    for args in POINTS:
        np.testing.assert_allclose(flat(unrolled(*args)), flat(f(*args)), rtol=1e-12, atol=1e-13)


def test_a_short_loop_is_kept_where_all_are():
    def f(x):
        total = 0.0
        for k in [1.0, 2.0, 3.0]:
            total += x * k
        return total

    assert " in table:" in la.compile(f, loops="keep").source
    assert "for" not in la.compile(f).source.partition("def")[2]
    assert la.compile(f, loops="keep").grad(2.0) == 6.0


def test_a_table_that_a_loop_reads_under_two_names():
    def f(x, y):  # whose tangent of tangents is in the table of those of the first order again
        kept = []
        for v in (x, y, x * y):
            kept.append(v if v > 0.5 else -v)
        return kept[0] * kept[1] + kept[2]

    hessian = la.compile(f, loops="keep").hessian
    assert hessian(0.4, 1.3) == ((0.0, 0.0), (0.0, 0.0))
    assert hessian(0.7, 1.3) == ((0.0, 2.0), (2.0, 0.0))


def asks_how_long_it_is(x):
    out = []
    for _ in range(5):
        out.append(x * len(out))
    return out


def spells_its_mode(x):
    heats, mode = x, "on"
    for _ in range(50):
        heats *= 1.1 if mode.upper() == "ON" else 0.9
        if heats > 3.0:
            mode = "off"
    return heats


def goes_through_sums(x):
    total = 0.0
    for part in itertools.accumulate([x * k for k in range(99)]):
        total = math.sin(total) + part
    return total


@pytest.mark.parametrize(
    ("f", "why"),
    [
        (spells_its_mode, r"joins no ways: mode is read after it"),
        (goes_through_sums, "no range, list, tuple or array"),
    ],
)
def test_a_loop_that_cannot_be_kept_says_why(f, why):
    assert la.compile(asks_how_long_it_is, loops="keep")(2.0) == asks_how_long_it_is(2.0)
    with pytest.raises(ValueError, match=why) as error:
        la.compile(f, loops="keep")(1.0)
    three_parts(error, "a loop cannot be kept", "auto", where="test_sequences.py")
    assert flat(la.compile(f)(1.0)) == pytest.approx(flat(f(1.0)))
    with pytest.raises(ValueError, match="loops is 'all'") as error:
        la.compile(f, loops="all")
    three_parts(error, "loops is 'all'", "unroll")


def test_gradients_in_the_numbers_of_a_list():
    """Each round's share is kept, and the source does not grow but for what is taken apart."""

    def smooth(xs, weights, a):
        total = 0.0
        for k in range(1, len(xs) - 1):
            total += (xs[k - 1] - 2 * xs[k] + xs[k + 1]) ** 2 * a
        for x, w in zip(xs, weights, strict=True):
            total = total * 0.99 + a * w * x * x
        return total

    xs, weights = [math.sin(k) for k in range(60)], [math.cos(k) for k in range(60)]
    compiled, h = la.compile(smooth), 1e-6
    assert compiled(xs, weights, 1.5) == pytest.approx(smooth(xs, weights, 1.5), rel=1e-13)
    first, second, third = compiled.grad(xs, weights, 1.5)
    for at in (0, 1, 30, 58, 59):
        for given, found in ((xs, first), (weights, second)):
            ends = []
            for s in (h, -h):
                moved = [x + s * (k == at) for k, x in enumerate(given)]
                ends.append(smooth(*((moved, weights) if given is xs else (xs, moved)), 1.5))
            assert found[at] == pytest.approx((ends[0] - ends[1]) / (2 * h), rel=1e-6, abs=1e-6)
    assert third == pytest.approx(smooth(xs, weights, 1.0), rel=1e-12)
    source = compiled.grad.source
    assert "for k in range(59, -1, -1):" in source
    assert "xs1" not in source  # nobody takes the list apart
    _, tangent = compiled.kernel(xs, weights, 1.5, xs, weights, 0.5)
    expected = np.dot(first, xs) + np.dot(second, weights) + third * 0.5
    assert tangent == pytest.approx(expected, rel=1e-12)


def legendre(x):
    rows = [1.0, x]
    for n in range(2, 300):
        rows.append(((2 * n - 1) * x * rows[-1] - (n - 1) * rows[-2]) / n)
    return rows[-1] + rows[7]


def legendre_in_places(x):
    rows = [0.0] * 300
    rows[0], rows[1] = 1.0, x
    for n in range(2, 300):
        rows[n] = ((2 * n - 1) * x * rows[n - 1] - (n - 1) * rows[n - 2]) / n
    return rows[299] + rows[7]


def three_back(x):
    rows = [1.0, x, 0.5]
    for n in range(300):
        rows.append(math.sin(rows[-3] + 0.1 * n) - 0.5 * rows[-1] * x)
    return rows[-1] - rows[150]


def window(x):
    rows = [x, 0.5, x * x, 1.0, 0.2]
    for n in range(300):
        rows.append(math.sin(sum(rows[-5:]) / 5 + 0.1 * n) * x)
    return rows[-1] - rows[150]


def pairs_of_two_rounds(x):
    rows = [(1.0, x), (x, 2.0)]
    for _ in range(200):
        (a, b), (c, d) = rows[-1], rows[-2]
        rows.append((0.5 * a + 0.25 * d, 0.3 * b - 0.1 * c))
    return rows[-1][0] + rows[7][1]


def backwards_in_places(x):
    rows = [x] * 200
    for n in range(197, -1, -1):
        rows[n] = 0.5 * rows[n + 1] + 0.25 * rows[n + 2] * x
    return rows[0] + rows[100]


@pytest.mark.parametrize(
    "f",
    [legendre, legendre_in_places, three_back, window, pairs_of_two_rounds, backwards_in_places],
)
def test_recurrences_of_several_terms_stay_loops(f):
    compiled, slope = la.compile(f, optimize="strict"), la.grad(f)
    for x in (0.31, -0.72):
        assert compiled(x) == added_up(f(x))
        expected = (f(x + 1e-6) - f(x - 1e-6)) / 2e-6
        assert slope(x) == pytest.approx(expected, rel=1e-5, abs=0.0)
    assert len(compiled.primal.source.splitlines()) < 30


def test_a_function_that_calls_itself_without_end_says_so():
    def f(x):
        return x if x * x < -1.0 else f(x * 0.5)

    compiled = la.compile(f)
    assert "calls itself without end" in compiled.lower(1.0).primal.source
    with pytest.raises(RecursionError):  # as the function itself
        compiled(1.0)


def test_a_range_of_traced_bounds_may_be_counted():
    def powers(x, y):
        total = 0.0
        for i, k in enumerate(range(2, int(x) + 3)):
            total += y**k * (i + 1)
        return total

    def downward(x, y):
        total = y
        for i, k in enumerate(range(int(x), -3, -2), 5):
            total = total * 0.9 + k * y + i
        return total

    def backward(x, y):
        total = y
        for i, k in enumerate(reversed(range(int(x))), 1):
            total = total * 0.9 + k * y / i
        return total

    for function in (powers, downward, backward):
        f = la.compile(function, optimize="strict")
        for point in ((3.2, 0.7), (6.5, 0.4), (0.0, 0.4)):
            assert f(*point) == function(*point)
        assert "while" in f.primal.source


def tridiagonal(a, b, c, d):
    """Thomas' algorithm: the middle of x, where a[i] x[i-1] + b[i] x[i] + c[i] x[i+1] = d[i]."""
    n = len(b)
    p, q, x = [0.0] * n, [0.0] * n, [0.0] * n
    p[0], q[0] = c[0] / b[0], d[0] / b[0]
    for i in range(1, n):
        m = b[i] - a[i] * p[i - 1]
        p[i], q[i] = c[i] / m, (d[i] - a[i] * q[i - 1]) / m
    x[-1] = q[-1]
    for i in range(n - 2, -1, -1):
        x[i] = q[i] - p[i] * x[i + 1]
    return x[n // 2]


def test_a_gradient_in_many_inputs_runs_loops_backwards_that_change_tables():
    random = np.random.default_rng(3)
    a, b, c, d = [random.uniform(low, low + 1.0, 60) for low in (0.0, 3.0, 0.0, 1.0)]
    matrix = np.diag(b) + np.diag(a[1:], -1) + np.diag(c[:-1], 1)
    inverse = np.linalg.inv(matrix)
    x, row = inverse @ d, inverse[30]
    f = la.compile(tridiagonal)
    given = [one.tolist() for one in (a, b, c, d)]
    assert f(*given) == pytest.approx(x[30])
    by_a, by_b, by_c, by_d = f.grad(*given)
    np.testing.assert_allclose(by_d, row, atol=1e-15)
    np.testing.assert_allclose(by_b, -row * x, atol=1e-15)
    np.testing.assert_allclose(by_a[1:], -row[1:] * x[:-1], atol=1e-15)
    np.testing.assert_allclose(by_c[:-1], -row[:-1] * x[1:], atol=1e-15)
    assert "\n    for i in" in f.source
    assert "reversed(" in f.grad.source


def test_an_iterator_that_a_traced_break_leaves_goes_on_behind_the_loop():
    def split(x):
        values, total = (x * t for t in range(20)), 0.0
        for value in values:
            if value > 10 * x:
                break
            total = total * 0.9 + math.sin(value)
        return total + sum(values)

    f = la.compile(split, optimize="strict")
    assert f(0.7) == split(0.7)
    assert f.grad(0.7) == pytest.approx((split(0.7 + 1e-6) - split(0.7 - 1e-6)) / 2e-6)


def test_an_iterator_that_any_or_all_has_stepped_goes_on_behind_them():
    def first(x, z):
        values = iter([x, 2 * x, 3 * x])
        any(value > z for value in values)
        return next(values, 9.0)

    def rest(x, z):
        values = (x * k for k in range(1, 4))
        return sum(values) if all(value < z for value in values) else sum(values) * z

    for function in (first, rest):
        f = la.compile(function)
        for point in ((1.0, 0.5), (1.0, 1.5), (1.0, 5.0)):
            assert f(*point) == function(*point)
