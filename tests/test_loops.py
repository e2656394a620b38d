"""Loops that stay loops do what the undecorated function does, in value and derivative."""

import enum
import importlib.util
import itertools
import logging
import math
import pickle
import re
import struct
import threading

import numpy as np
import pytest

import lazyad as la
from benchmarks import loop_functions as benchmark_of_loops
from lazyad.run import specialized
from tests.helpers_names.checks import added_up
from tests.random_loops import program


def bisection(a):
    lo, hi = 0.0, a + 1.0
    for _ in range(60):
        mid = (lo + hi) / 2
        if mid * mid > a:
            hi = mid
        else:
            lo = mid
    return (lo + hi) / 2


def newton(a):
    x = a
    for _ in range(40):
        d = (x * x - a) / (2 * x)
        x = x - d
        if abs(d) < 1e-12:
            break
    else:
        raise ValueError("no convergence")
    return x


def secant(c):
    x0, x1, n = 1.0, 2.0, 0
    while True:
        f0, f1 = x0**3 - c, x1**3 - c
        x2 = x1 - f1 * (x1 - x0) / (f1 - f0)
        n += 1
        if abs(x2 - x1) < 1e-12:
            return x2
        if n > 12:
            raise ValueError("diverged")
        x0, x1 = x1, x2


def oscillator(y, k, rounds):
    h, v = 0.001, 0.0
    for _ in range(rounds):
        k1, l1 = v, -k * y
        k2, l2 = v + h / 2 * l1, -k * (y + h / 2 * k1)
        k3, l3 = v + h / 2 * l2, -k * (y + h / 2 * k2)
        k4, l4 = v + h * l3, -k * (y + h * k3)
        y = y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        v = v + h / 6 * (l1 + 2 * l2 + 2 * l3 + l4)
    return y


def rk4_200(y, k):
    return oscillator(y, k, 200)


def rk4_2000(y, k):
    return oscillator(y, k, 2000)


def pid(k, goal):
    before = total = y = 0.0
    for _ in range(200):
        e = goal - y
        total += e * 0.01
        u = k * e + 0.5 * total + 0.1 * (e - before)
        if u > 2.0:
            u = 2.0
        elif u < -2.0:
            u = -2.0
        y += 0.05 * (u - y)
        before = e
    return y


def march(x, y):
    s = t = 0.0
    while t < 3.0:
        d = la.sqrt((x + t) ** 2 + y * y) - 0.5
        if d < 0.01:
            break
        s += d * 0.1
        t += 0.05 + 0.1 * abs(d)
    return s + t


def kalman(q, r):
    state, p = [0.0, 0.0], [1.0, 0.0, 1.0]
    for i in range(200):
        state[0] += 0.1 * state[1]
        p[0] += 0.2 * p[1] + q
        gain = p[0] / (p[0] + r)
        error = la.sin(0.1 * i) - state[0]
        state[0] += gain * error
        state[1] += 0.5 * gain * error
        p[0] *= 1.0 - gain
    return state[0] + state[1] + p[0]


def nested(x):
    total = 0.0
    for i in range(20):
        y = x + i
        while y > 1.0:
            y = y * 0.5
        for j in range(20):
            total = total + y * j
    return total


def changes_lists(n, x):
    xs = [x, x * 2, x * 3]
    while xs[0] < n:
        xs[0] = xs[0] * 1.5
        xs[1] += xs[0]
        xs[2] = xs[2] * 0.5 + xs[1]
    return xs[0] + xs[1] + xs[2]


def else_returns(x):
    y = x
    for i in range(9):
        if y > i:
            y = y * 0.75
            break
        y = y - 0.5 * x
    else:
        return y * 3.0
    return y + 1.0


def continues_then_returns(x):
    for i in range(3):
        if x > i:
            continue
        return x
    return -x


def inner_else_breaks(x):
    for _ in range(3):
        for j in range(3):
            if x > j:
                break
        else:
            break
        x = x - 1
    return x


def breaks_or_raises(x):
    for _ in range(3):
        if x > 0:
            break
        raise ValueError("not positive")
    return x * 2


def raises_before_it_returns(x):
    for i in range(3):
        if x > 5:
            raise ValueError("large")
        if i == 1:
            return x * x
    return x


def no_round(x):
    s = -0.0
    while s > x:
        s = s - 1.0
    return s


def reads_what_a_round_sets(x):
    y = x
    while True:
        last = y
        y = y * 0.5
        if y < 1.0:
            break
    return last + y


def index_from_a_counter(x):
    table, n = [1.0, 3.0, 7.0], 0
    while n < 2:
        n += 1
        x = x * table[n]
    return x


def none_to_number(x):
    best = None
    for i in range(3):
        d = (x - i) * (x - i)
        if best is None or d < best:
            best = d
    return best


def grows(x):
    xs = []
    for i in range(4):
        xs.append(x * i)
    return xs[0] + xs[1] * xs[3]


def first_has_no_last(p, goal, rounds=200):
    x, last, cost = 0.0, None, 0.0
    for _ in range(rounds):
        e = goal - x
        slope = 0.0 if last is None else (e - last) / 0.01
        last = e
        x += 0.01 * (min(max(p * e + 0.02 * slope, -1.0), 1.0) - x)
        cost += e * e
    return cost


def first_is_told(a, b, rounds=120):
    x, first, total = a, True, 0.0
    for i in range(rounds):
        if first:
            last, first = x * b, False  # which is not there before
        x = x + 0.1 * (b - a * x)
        if i > 0:
            total += (x - last) * (last - before)  # noqa: F821
        before, last = last, x  # noqa: F841
    return total


def constants_end(a, b, rounds=120):
    t, xs, end = 0.0, [a], 0.1 * len(range(rounds))
    while t < end:
        xs.append(xs[-1] + 0.1 * (b - xs[-1] * math.sin(t)))
        t += 0.1
    return sum(x * x for x in xs) + [x * a - b for x in xs][-2]


def adams_bashforth(k, x):
    slopes = []
    for i in range(150):
        slopes.append(k - x * x + 0.001 * i)
        if len(slopes) > 3:
            slopes.pop(0)
        if len(slopes) == 1:
            x = x + 0.01 * slopes[-1]
        elif len(slopes) == 2:
            x = x + 0.01 * (1.5 * slopes[-1] - 0.5 * slopes[-2])
        else:
            x = x + 0.01 * (23 * slopes[-1] - 16 * slopes[-2] + 5 * slopes[-3]) / 12
    return x


class Guess:
    def __init__(self, x, slope):
        self.x, self.slope = x, slope


def changes_what_the_last_round_made(a, b):
    x = a
    while True:
        guess = Guess(x - la.tanh(x) / 4 + b / 8, 1.0)
        pair, last = [guess.x, b], {"x": (x, "of the last")}
        x = guess.x
        if abs(x - last["x"][0]) < 1e-9:
            break
    guess.slope += x
    pair[0] *= 2.0
    return guess.x + guess.slope * pair[0] + last["x"][0]


def changes_one_of_two_names(a, b):
    x = a
    for _ in range(30):
        pair = other = [x, b]
        x = la.tanh(x) + b / 8
        if x > 9.0:
            break
    other[0] += 5.0
    return pair[0] * x


def ends_with_one_or_two(a, b):
    x = abs(a) + 0.5
    while True:
        pair = [x, b]
        x = 2.0 * x
        if x > 9.0:
            pair = [b]
            break
        if x > 7.0:
            break
    return pair[-1] * x + len(pair)


def secant_from_one(a):
    x, last = a, None
    for i in range(50):
        g = x * x - a + 0.0 * i
        x1 = x - 0.01 if last is None else x - g * (x - last[0]) / (g - last[1])
        last, x = (x, g), x1
        if abs(g) < 1e-9:
            break
    return x


def gives_up(a):
    x, last, n = a, None, 0
    while abs(x * x - a) > 1e-12:
        g = x * x - a
        x1 = x - 0.01 if last is None else x - g * (x - last[0]) / (g - last[1])
        last, x = (x, g), x1
        n += 1
        if n > 9:
            raise ValueError("no convergence")
    return x


def asks_after_a_side(a):
    n, x = 0, a
    if a > 1.0:
        while abs(x * x - a) > 1e-12:
            x = x - (x * x - a) / (2.0 * x)
            n += 1
    if n > 5:
        raise ValueError("no convergence")
    return x * n


def a_side_reads_what_it_changes(z):
    k, m, n, r = 1.0, 0.0, 1, 0.5
    while True:
        n = n + n
        m = m + m
        if r > 0:
            if z < 0:
                m = k + m
            k = math.copysign(1.0, r) * r
        else:
            m = m + 1
        if abs(z) < 5:
            if k > 0:
                z = r * z * 1.1 - 1.0
                r = r + 0.3
            else:
                z = z * 2.0
        else:
            break
    return m * n + z


def asks_again_what_it_changed(x, y):
    a, b, c = 0.3, y, 1.0
    for _ in range(250):
        if la.sin(a) < (a - a):
            if la.sin(c) < a:
                if a > (c + a):
                    c = 0.7 * x
                c = 0.7 * ((0.73 - b) * ((a - b) - la.sin(x)))
            else:
                if (a * x) < a:
                    a = 0.7 * (x * x)
                else:
                    c = 0.7 * a
                    c = 0.7 * ((x * (x + b)) * x)
                    b = 0.7 * 1.15
                if 0.64 > a:
                    b = 0.7 * (a - ((a * x) * 1.17))
                else:
                    c = 0.7 * ((c - (x + c)) + c)
                if b < 0.89:
                    a = 0.7 * (c + (0.26 - la.sin(a)))
                else:
                    c = 0.7 * 0.27
                    c = 0.7 * (c + ((c * x) + 0.58))
                    a = 0.7 * (la.sin(b) + la.sin(a + c))
            if (b + b) > x:
                if c < 0.32:
                    c = 0.7 * (((a - b) - 0.83) + ((x - c) * c))
                a = 0.7 * la.sin(0.65)
                c = 0.7 * x
            else:
                c = 0.7 * (la.sin(la.sin(b)) + a)
                b = 0.7 * ((c * (c + a)) - 1.02)
        else:
            a = 0.7 * (((x * c) + c) - 0.46)
            if (x * a) < (c + x):
                a = 0.7 * ((c * (x * a)) - (x * c))
                if c < (c * a):
                    c = 0.7 * b
                    c = 0.7 * x
                    c = 0.7 * ((0.80 * b) - 1.12)
        a = 0.7 * la.sin(la.sin(a) - 0.39)
    return a + 2 * b + 3 * c


class Pair:
    def __init__(self, a, b):
        self.a, self.b = a, b


def else_changes_what_rounds_make(x, y):
    xs, pair, count = [x, y], Pair(x, y), 0
    while xs[0] < 1.0:
        count += 1
        if count > 20:
            break
        xs = [v + 0.01 for v in xs[::-1]]
        pair = Pair(pair.b + xs[0], 0.5 * pair.a)
    else:
        xs[1] = pair.b = 0.7 * x
        xs = [xs[1], xs[0], pair]
        return xs[0] * xs[2].a
    return xs[0] + 2.0 * xs[1] + pair.a * pair.b


def both_ways_out_change_it(x, y):
    xs = [x, y]
    for _ in range(200):
        xs = [v + 0.01 for v in xs[::-1]]
        if xs[0] > 2.0:
            xs[1] *= 0.7
            break
    else:
        xs[1] = 0.6
    return xs[0] + 2.0 * xs[1]


def any_of_a_round(x, y):
    total = 0.0
    for k in range(60):
        if any(math.sin(k * x + j) > 0.9 for j in range(3)):
            total += x
        elif all(math.cos(k * v) < 0.8 for v in (x, y, 2.0)):
            total *= y
    return total


def lands(speed, drag):
    """What a round sets first is read after the loop: where the height was last above 0."""
    height, place = 0.0, 0.0
    while height >= 0.0:
        before, last = height, place
        speed -= 0.05 + drag * speed * abs(speed) * 0.01
        height, place = height + 0.1 * speed, place + 0.1 / (1.0 + drag * drag)
    return last + (place - last) * before / (before - height)


ONE = [0.3, 1.5, 2.7, 7.0, -1.5, 0.0]
TWO = [(0.7, 1.3), (2.1, 0.4), (-0.6, 0.9), (1.0, 2.0)]
CASES = [
    *[(f, [(abs(x) + 0.5,) for x in ONE]) for f in (bisection, newton, secant)],
    *[(f, [(abs(x) + 0.5,) for x in (*ONE, 99.0)]) for f in (secant_from_one, gives_up)],
    *[(f, TWO) for f in (rk4_200, pid, march, kalman, first_has_no_last, adams_bashforth)],
    *[(f, TWO) for f in (first_is_told, constants_end, any_of_a_round, lands)],
    (asks_again_what_it_changed, [(0.4, 0.9), (-0.7, 0.2), (1.3, -0.5)]),
    (changes_lists, [(5.0, 1.0), (20.0, 0.3), (1.0, 2.0)]),
    *[
        (f, [(0.4, 0.9), (0.2, -0.5), (1.5, 0.5), (-3.0, -4.0)])
        for f in (else_changes_what_rounds_make, both_ways_out_change_it)
    ],
    *[
        (f, [(0.4, 0.9), (2.5, -0.5), (3.0, 1.1)])
        for f in (changes_what_the_last_round_made, changes_one_of_two_names, ends_with_one_or_two)
    ],
    *[
        (f, [(x,) for x in ONE])
        for f in (
            nested,
            else_returns,
            continues_then_returns,
            inner_else_breaks,
            breaks_or_raises,
            raises_before_it_returns,
            no_round,
            reads_what_a_round_sets,
            index_from_a_counter,
            none_to_number,
            grows,
            asks_after_a_side,
            a_side_reads_what_it_changes,
        )
    ],
]


def outcome(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return type(error), str(error).partition("\n")[0]


def same(one, other):
    """The same bits, or the same exception."""
    if isinstance(one, tuple) or isinstance(other, tuple):
        return one == other
    return struct.pack("<d", one) == struct.pack("<d", other)


def tangent(f, args, at):
    found = f(*[la.Dual(x, float(i == at)) for i, x in enumerate(args)])
    return found.dual if isinstance(found, la.Dual) else 0.0


def gradient_agrees(compiled, f, args, tolerance=1e-12):
    found = compiled.grad(*args)
    found = found if isinstance(found, tuple) else (found,)
    expected = [tangent(f, args, at) for at in range(len(args))]
    np.testing.assert_allclose(found, expected, rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize(("f", "points"), CASES, ids=lambda one: getattr(one, "__name__", ""))
@pytest.mark.parametrize("level", ["strict", "safe"])
def test_values_and_gradients(f, points, level):
    compiled = la.compile(f, optimize=level)
    for args in points:
        expected = outcome(f, *args)
        found = outcome(compiled, *args)
        if level == "strict" or isinstance(expected, tuple):
            assert same(found, expected)
        else:
            np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)
        if not isinstance(expected, tuple):
            gradient_agrees(compiled, f, args, 1e-9)


def test_source_does_not_grow_with_the_rounds():
    lengths = [len(la.compile(f).source.splitlines()) for f in (rk4_200, rk4_2000)]
    assert lengths[0] == lengths[1] <= 60
    for f in (first_has_no_last, first_is_told, constants_end):
        lengths = [
            len(la.compile(f).lower(2.0, 1.0, rounds=n).source.splitlines()) for n in (200, 2000)
        ]
        assert lengths[0] == lengths[1] <= 70


WRITTEN_ONCE = (gives_up, asks_after_a_side, secant_from_one, adams_bashforth)


@pytest.mark.parametrize(
    "f", [*WRITTEN_ONCE, changes_what_the_last_round_made, any_of_a_round, lands]
)
def test_a_loop_is_written_once(f):
    compiled = la.compile(f)
    args = (2.0,) * (f.__code__.co_argcount)
    for lowered in (compiled.lower(*args), compiled.grad.lower(*args)):
        lines = [line.split()[:1] for line in lowered.source.splitlines()]
        assert lines.count(["for"]) + lines.count(["while"]) == 1


@pytest.mark.parametrize("f", [rk4_200, pid, kalman])
def test_second_derivatives(f):
    compiled, args, h = la.compile(f), (0.7, 1.3), 1e-5
    rows = []
    for at in range(2):
        ends = [[x + s * h * (i == at) for i, x in enumerate(args)] for s in (1, -1)]
        one, other = [np.array(compiled.grad(*end)) for end in ends]
        rows.append((one - other) / (2 * h))
    np.testing.assert_allclose(np.array(compiled.hessian(*args)), rows, rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("f", [secant, nested, reads_what_a_round_sets])
def test_pickles(f):
    compiled = la.compile(f)
    kernel = compiled.kernel
    again = pickle.loads(pickle.dumps(kernel))
    for x in (1.5, 2.7):
        assert again(x, 1.0) == kernel(x, 1.0)
    graph = compiled.lower(1.5).graph
    assert str(pickle.loads(pickle.dumps(graph))) == str(graph)


@pytest.mark.parametrize("f", [secant, nested, newton])
def test_taylor_series(f):
    """Coefficients are derivatives along t, over k!."""
    found = la.taylor(f, order=3)(2.3, 1.0)
    compiled, h = la.compile(f), 1e-4
    first, up, down = [compiled.grad(2.3 + step) for step in (0.0, h, -h)]
    np.testing.assert_allclose(found[:2], [f(2.3), first], rtol=1e-12)
    np.testing.assert_allclose(found[2], (up - down) / (4 * h), rtol=1e-5, atol=1e-7)
    np.testing.assert_allclose(found[3], (up - 2 * first + down) / (6 * h * h), atol=1e-4)


def test_what_a_round_divides_by_names_its_line():
    def divides(x):
        while x > 0.5:
            x = x - 1.0
            x = x + 1.0 / x
        return x

    with pytest.raises(ZeroDivisionError) as caught:
        la.compile(divides)(1.0)
    assert "in divides: x = x + 1.0 / x" in "".join(caught.value.__notes__)


def loaded(seed, folder, sequences, counts=False):
    path = folder / f"loops_{seed}.py"
    path.write_text(program(seed, sequences, counts), encoding="utf-8")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.main


def check_program(seed, folder, levels, sequences=False, counts=False):
    f = loaded(seed, folder, sequences, counts)
    for level in levels:
        compiled = la.compile(f, optimize=level)
        for args in [(0.7, 1.3), (-0.4, 0.9), (2.1, -1.7), (0.0, -0.0)]:
            expected, found = outcome(f, *args), outcome(compiled, *args)
            if level in ("none", "strict") or isinstance(expected, tuple):
                assert same(found, expected), (seed, level, args)
            else:
                np.testing.assert_allclose(found, expected, rtol=1e-7, atol=1e-7)
            # beyond, the duals overflow on the way: nan where the slope is 1.6e291
            if not isinstance(expected, tuple) and abs(expected) < 1e250:
                gradient_agrees(compiled, f, args, 1e-6)


@pytest.mark.parametrize("seed", [3, 4, 5, 6, 8, 9])
def test_random_programs(seed, tmp_path):
    check_program(seed, tmp_path, ["strict"])


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 160))
def test_many_random_programs(seed, tmp_path):
    check_program(seed, tmp_path, ["none", "safe"])


def reads_a_choice_of_constants(x):
    bound = 40.0 if x > 1.0 else 30.0
    y = n = 0.0
    while n < bound:
        n += 1.5
        y = y * 0.5 + la.sin(n)
    return y * x


def test_a_loop_may_read_nothing_but_a_choice_of_constants():
    compiled = la.compile(reads_a_choice_of_constants)
    for x in (0.5, 1.5):
        assert compiled(x) == pytest.approx(reads_a_choice_of_constants(x), rel=1e-14)
        assert compiled.grad(x) == pytest.approx(reads_a_choice_of_constants(x) / x, rel=1e-14)


def makes_a_list_of_a_number(x, y):
    z = 0.0
    while x > 1.0:
        x = x * 0.5
        z = [x, y]
    return z[0] if x < 0.9 else y


def test_a_number_that_a_round_makes_a_list_of_is_not_dropped():
    f = la.compile(makes_a_list_of_a_number)
    for x, slopes in (
        (1.5, (0.5, 0.0)),
        (40.0, (1 / 64, 0.0)),
        (1.9, (0.0, 1.0)),
        (0.95, (0.0, 1.0)),
    ):
        assert f(x, 2.0) == makes_a_list_of_a_number(x, 2.0)
        assert f.grad(x, 2.0) == slopes
    with pytest.raises(TypeError, match="not subscriptable"):  # z is no list there
        f(0.7, 2.0)


def test_a_side_of_a_choice_is_not_carried_away_with_the_choice():
    """Both have one name, which a loop took over for the choice while the side was still read."""

    def root_of_power(a, b):
        q = t = b**a
        k = 0
        while k < 2:
            k += 1
            t = t * 0.5 + 1 / t
            if t > 1:
                break
        return t * q

    at = 1.267, 0.833
    steps = [(1e-6, 0.0), (0.0, 1e-6)]
    right = [
        (root_of_power(at[0] + h, at[1] + k) - root_of_power(at[0] - h, at[1] - k)) / 2e-6
        for h, k in steps
    ]
    for level in ("strict", "safe", "fast"):
        f = la.compile(root_of_power, optimize=level)
        assert f.grad(*at) == pytest.approx(right, rel=1e-8)
        assert f.vjp(at, 1.0)[1] == pytest.approx(right, rel=1e-8)
        assert f.jvp(at, (1.0, 0.0))[1] == pytest.approx(right[0], rel=1e-8)


def bracketed_newton(a):
    x, low, high = 0.5 * a + 0.5, 0.0, a + 1.0
    for _ in range(30):
        value, slope = x * x - a, 2.0 * x
        if value > 0.0:
            high = x
        else:
            low = x
        x = x - value / slope
        if x < low or x > high:
            x = 0.5 * (low + high)
        if abs(value) < 1e-13:
            break
    return x, low, high


def test_a_choice_that_waits_still_reads_what_the_round_began_with():
    kept, unrolled = (la.compile(bracketed_newton, loops=how) for how in ("keep", "unroll"))
    for a in (0.01, 2.0, 700.0):
        assert kept(a) == unrolled(a) == bracketed_newton(a)
        (value, tangents), (_, expected) = (f.jvp((a,), (1.0,)) for f in (kept, unrolled))
        assert value == bracketed_newton(a)
        assert tangents == pytest.approx(expected, rel=1e-13)


RUNS = []  # of the body that is innermost


def nested_deeply(x):
    s = x
    for _ in range(100):
        while s < 2.0:
            for _ in range(100):
                while s < 3.0:
                    for _ in range(100):
                        while s < 4.0:
                            RUNS.append(1)
                            s = s * 1.01 + x
                        s = s + 1e-3 * x
                s = s + 0.1
        s = s + 1e-3 * x
    return s


def calls_itself(x, depth):
    s = x
    while s < x + 1.0:
        RUNS.append(1)
        s = s + (calls_itself(s, depth - 1) if depth > 1 else 2.0 * x) / (1.0 + s)
    return s


def test_loops_within_each_other_are_traced_in_linear_time():
    """The innermost body runs twice, and then once in each of two rounds of each loop around it."""
    RUNS.clear()
    compiled = la.compile(nested_deeply)
    compiled.lower(1.25).trace  # noqa: B018
    assert len(RUNS) < 40  # and not twice as often with each loop
    assert compiled(1.25) == nested_deeply(1.25)
    gradient_agrees(compiled, nested_deeply, (1.25,), 1e-6)


@pytest.mark.parametrize("depth", [3, 18])
def test_loops_of_functions_within_each_other_are_traced_in_linear_time(depth):
    def outermost(x):
        return calls_itself(x, depth)

    RUNS.clear()
    compiled = la.compile(outermost)
    compiled.lower(1.5).trace  # noqa: B018
    assert len(RUNS) < 2 * depth**2
    if depth == 3:
        assert compiled(1.5) == outermost(1.5)
        gradient_agrees(compiled, outermost, (1.5,))


def rounds_of(f):
    """The emitted loop, without comments, from its head on."""
    lines = [line for line in la.compile(f).source.splitlines() if "#" not in line]
    return "\n".join(lines[next(at for at, one in enumerate(lines) if "for " in one) :])


def halves(a):
    lo, hi = 0.0, a + 1.0
    for _ in range(60):
        mid = (lo + hi) * 0.5
        if mid * mid > a + lo:
            hi = mid
        else:
            lo = mid
    return hi


def test_both_sides_of_a_choice_that_go_on_are_an_if_and_an_else():
    assert rounds_of(halves) == """\
    for _ in range(60):
        mid = (lo + hi) * 0.5
        dmid = 0.5 * (da + dlo)
        if mid * mid > a + lo:
            hi = mid
            da = dmid
        else:
            lo = mid
            dlo = dmid
    return hi, da"""


def limited(gain, y):
    for _ in range(500):
        u = gain * (1.0 - y)
        if u > 2.0:
            u = 2.0
        elif u < -2.0:
            u = -2.0
        y = y + 0.01 * (u - y)
    return y


def test_a_value_and_its_tangent_are_chosen_in_one_place():
    """The two sides without a tangent are not one condition of their own."""
    source = rounds_of(limited)
    assert source.count("u > 2.0") == source.count("u < -2.0") == 1
    assert "True" not in source


def test_statements_follow_the_lines_of_the_function():
    """Runge and Kutta's of the benchmark: each line of a stage is told once."""
    source = la.compile(benchmark_of_loops.rk4).source
    assert len(source.splitlines()) <= 40
    told = [
        line.split("  ")[-1] for line in source.splitlines() if "#" in line and "k2, l2" in line
    ]
    assert len(told) == 1


def adds_until(x):
    found = []
    while x > 1.0:
        x = x * 0.7
        found.append(x * x)
    return sum(found)


def adds_and_breaks(x):
    found = []
    for _ in range(20):
        x = x * 0.9
        if x < 0.5:
            break
        found.append(x)
    return sum(found)


@pytest.mark.parametrize("f", [adds_until, adds_and_breaks])
def test_a_list_of_as_many_as_the_kernel_finds_is_kept(f):
    for how in ("auto", "keep"):
        compiled = la.compile(f, loops=how)
        for x in (3.3, 0.9):
            assert compiled(x) == added_up(f(x))
            gradient_agrees(compiled, f, (x,))
        assert len(compiled.lower(3.3).source.splitlines()) < 60


def test_a_list_of_as_many_as_the_kernel_finds_that_is_sliced_says_what_may_be():
    def sliced(x):
        found = []
        while x > 1.0:
            x = x * 0.7
            found.append(x)
        return sum(found[:-1])

    assert la.compile(sliced)(3.3) == sliced(3.3)
    with pytest.raises(ValueError, match="a round adds to a list") as caught:
        la.compile(sliced, loops="keep")(3.3)
    assert "may be a number that the loop changes" in str(caught.value)


def steps_an_iterator(x):
    totals = itertools.accumulate(itertools.count(1))
    for _ in range(60):
        x = 0.5 * (x + next(totals) / x)
        if x < 1e-3:
            break
    return x


def test_a_loop_that_steps_an_iterator_says_so():
    assert la.compile(steps_an_iterator)(3.3) == steps_an_iterator(3.3)
    with pytest.raises(ValueError, match="kept: an iterator is stepped") as caught:
        la.compile(steps_an_iterator, loops="keep")(3.3)
    assert f"test_loops.py:{steps_an_iterator.__code__.co_firstlineno + 2}" in str(caught.value)


def test_a_name_says_that_a_loop_ends():
    """Where the test reads what the next round begins with, which is assigned before."""

    def moves_until(x):
        for _ in range(100):
            new = la.cos(x)
            near = abs(new - x) < 1e-9
            x = new
            if near:
                break
        return x

    compiled = la.compile(moves_until)
    assert compiled(0.5) == moves_until(0.5)
    lines = [line.strip() for line in compiled.primal.source.splitlines()]
    assert lines[-3:] == ["if v0:", "break", "return x"]


def test_a_thread_does_not_forget_the_call_that_another_one_traces(monkeypatch):
    """Which alone says how many rounds there are."""
    trace, others = specialized.trace, []

    def interrupted(*given):
        if not others:
            others.append(threading.Thread(target=compiled, args=(2.5,)))
            others[0].start()
            others[0].join(0.1)
        return trace(*given)

    monkeypatch.setattr(specialized, "trace", interrupted)
    compiled = la.compile(adds_until)
    assert compiled(3.3) == adds_until(3.3)
    others[0].join()


def test_a_logger_is_no_container():
    def f(a):
        log, x, before = logging.getLogger("lazyad.test"), 0.0, 1.0
        while abs(x - a) > 1e-9:
            if x == before:
                log.info("stopped at %s", x)
                break
            before, x = x, x - (x - a) * 0.5
        return x

    compiled = la.compile(f)
    assert compiled(1.5) == f(1.5)
    assert compiled.grad(1.5) == pytest.approx(1.0, abs=1e-8)
    assert "while" in compiled.source


def test_an_element_of_what_a_loop_kept_fits_any_line():
    def f(x):
        kept = [x]
        for _ in range(40):
            kept.append(kept[-1] * 0.9 + 0.05 * x)
        return np.max(kept)

    assert la.compile(f)(2.0) == 2.0


def inverse_of_what_a_loop_comes_to(x):
    while x > 0.125:
        x = x * 0.5 - 0.1
    return x**-1 + x**-1


def root_of_what_a_loop_comes_to(x):
    while x > 0.125:
        x = x * 0.5 + 0.01
    return 3.0 * x**0.5


@pytest.mark.parametrize("f", [inverse_of_what_a_loop_comes_to, root_of_what_a_loop_comes_to])
@pytest.mark.parametrize("level", ["none", "strict", "safe", "fast"])
def test_the_tangent_of_what_a_loop_comes_to_does_not_cancel_against_it(f, level):
    """Both are items of one loop."""
    compiled = la.compile(f, optimize=level)
    for x in (0.7, 0.1):
        gradient_agrees(compiled, f, (x,))
        assert compiled.jvp((x,), (1.0,))[1] == pytest.approx(tangent(f, (x,), 0), rel=1e-12)


def decays(x, r):
    for _ in range(150):
        x = x * 0.9 + 0.01 * math.exp(r) + math.sqrt(r) / (1.0 + r)
    return x


def root_of(x, r):
    for _ in range(150):
        step = (x * x - math.sqrt(r)) / (2.0 * x)
        x = x - step
        if abs(step) < 1e-12:
            break
    return x


def leaves_first(x, r):
    for _ in range(150):
        if x > 5.0:
            break
        if x + math.exp(r) > 9.0:
            break
        x = 1.01 * x + math.sqrt(r)
    return x


def chooses(x, r):
    for _ in range(150):
        if x > 0.0:
            x = 0.9 * x - math.sqrt(r)
        if x < -4.0 and math.exp(r) > 1.0:
            x = x + 3.0
    return x


def tries(x, r):
    for _ in range(150):
        try:
            x = 0.9 * x + math.sqrt(r)
        except ValueError:
            x = 0.5 * x
    return x


def friction(reynolds, roughness):
    f = 0.02
    for _ in range(50):
        root = -2.0 * math.log10(roughness / 3.7 + 2.51 / (reynolds * math.sqrt(f)))
        if abs(root**-2 - f) < 1e-12:
            return root**-2
        f = root**-2
    raise ValueError("no convergence")


def test_what_is_derived_and_the_same_in_each_round_is_computed_before_the_loop():
    compiled = la.compile(friction)
    before, rounds = compiled.grad.lower(1e5, 1e-4).source.split("\n    for _ in")
    assert " = 0.5 * reynolds" in before
    assert "0.5" not in rounds
    step = compiled.grad(1e5, 1e-4)
    h = 1e-3
    slope = (friction(1e5 + h, 1e-4) - friction(1e5 - h, 1e-4)) / (2.0 * h)
    assert step[0] == pytest.approx(slope, rel=1e-4)
    assert la.compile(friction, optimize="none").grad(1e5, 1e-4) == pytest.approx(step, rel=1e-12)


def distances(x, y):
    s = x
    for _ in range(60):
        if y > 0.0:
            if s > 1.0:
                s = math.acosh(y)
            s = math.acosh(y) * s * s
        s = s * 0.5 + x
    return s


def test_a_round_computes_once_what_follows_from_what_is_computed_before_the_loop():
    """y - 1.0 is the same in each round, and there was one for each of its readers."""
    _, rounds = la.compile(distances).jvp.source.split("\n    for _ in")
    assert rounds.count("sqrt") == 2
    assert la.compile(distances).grad(0.3, 1.2) == pytest.approx(
        la.compile(distances, optimize="none").grad(0.3, 1.2), rel=1e-12
    )


@pytest.mark.parametrize("f", [decays, root_of, leaves_first, chooses, tries])
def test_what_a_loop_only_reads_is_computed_before_it_if_a_round_surely_does(f):
    """Though it may raise: it raises where the function does, and nowhere else."""
    compiled = la.compile(f)
    for x, r in [(0.3, 0.4), (6.0, 1e3), (-1.0, 1e3), (1.0, -1.0), (6.0, -1.0), (-1.0, -1.0)]:
        try:
            expected = f(x, r)
        except (OverflowError, ValueError) as error:
            with pytest.raises(type(error)):
                compiled(x, r)
        else:
            assert compiled(x, r) == pytest.approx(expected, rel=1e-12, abs=0.0)
    before = compiled.source.split("\n    for _ in")[0]
    assert (" = sqrt(r)" in before) == (f in (decays, root_of))


def test_chained_comparisons_beside_others_join():
    """What stands in the middle is computed once, wherever the chain stands."""

    def f(x):
        low, high = -x, x + 1.0
        for _ in range(100):
            if low < math.sin(x) < high < 3.0 or high < 0.0 < low or not -1.0 < x < 1.0:
                x = x + low
            low, high = high * 0.5, low - x * 0.1
        return x

    compiled = la.compile(f, loops="keep")
    for x in (0.3, 2.0, -0.7):
        assert compiled(x) == f(x)
    assert len(re.findall(r"(?<!math\.)sin\(", compiled.primal.source)) == 1
    assert len(compiled.primal.source.splitlines()) < 25


class State(enum.Enum):
    IDLE = "idle"
    HEATING = "heating"


class Thermostat:
    def __init__(self):
        self.mode, self.on = "off", 0.0

    def step(self, t, a):
        if self.mode == "off":
            if t < 18.0:
                self.mode = "on"
        elif t > 21.0:
            self.mode = "off"
        if self.mode == "on":
            self.on += 1
            return t + 0.3 * a
        return t - 0.1 * a


def a_text(a, idle="idle", heating="heating"):
    state, t, n = idle, 20.0 + a, 0.0
    while n < 30:
        if state == idle:
            t -= 0.1 * a
            if t < 18:
                state = heating
        elif state is heating:
            t += 0.3 * a
            n += 1
            if t > 21:
                state = idle
    return t + n + (0.5 if state == idle else 0.0)


def a_member_of_an_enum(a):
    return a_text(a, State.IDLE, State.HEATING)


def a_text_of_an_object(a):
    thermostat, t = Thermostat(), 20.0 + a
    for _ in range(300):
        t = thermostat.step(t, a)
    return t + thermostat.on


def a_text_that_is_matched(a):
    state, s = "up", a
    for _ in range(200):
        match state:
            case "up":
                s += a
                state = "down" if s > 10.0 else state
            case "down":
                s -= 2.0 * a
                state = "rest" if s < 5.0 else state
            case _:
                s *= 1.01
                state = "up" if s > 8.0 else state
    return s


STATES = [a_text, a_member_of_an_enum, a_text_of_an_object, a_text_that_is_matched]


@pytest.mark.parametrize("function", STATES, ids=lambda one: one.__name__)
def test_a_mode_is_carried_by_a_loop(function):
    f = la.compile(function, loops="keep")
    for a in (1.3137, 0.5291, 2.5171):
        assert f(a) == pytest.approx(function(a), rel=1e-13)
        moved = (function(a + 1e-7) - function(a - 1e-7)) / 2e-7
        assert f.grad(a) == pytest.approx(moved, rel=1e-5)
    assert len(f.primal.source.splitlines()) < 40


def the_least_above(a, b):
    best = None
    for i in range(60):
        v = math.sin(a * i)
        if v > b and (best is None or v < best):
            best = v
    return b if best is None else best


def what_was_last_seen(a, b):
    last, total = None, 0.0
    for i in range(60):
        v = math.sin(a * i)
        if last is not None and v * last < b:
            total += abs(v - last) * a
        last = v if v > -0.9 else None
    return total + (last or b)


def a_root_or_nothing(a, b):
    root = None
    for i in range(100):
        left, right = 0.1 * i, 0.1 * (i + 1)
        if (left**2 - a) * (right**2 - a) < 0.0:
            root = left + (right - left) * (a - left**2) / (right**2 - left**2)
            break
    if root is None:
        raise ValueError("no root")
    return root * b


def the_first_of_a_helper(a, b):
    def root_of(v):
        if v > 0.3:
            return math.sqrt(v)
        return None

    first, count, i = None, 0.0, 0
    while i < 50:
        i += 1
        r = root_of(math.sin(a * i))
        if r is None:
            continue
        first = first or r
        count += r * b
    return count * first if first else b


def two_of_them(a, b):
    low = high = None
    for i in range(60):
        v = math.sin(a * i + b)
        if v < -0.2:
            low = v
        elif v > 0.2:
            if high is None:
                high = v - 0.1
            elif v > high:
                high = v
    if low is None or high is None:
        return a
    return low * high


def a_pair(a, b):
    best = None
    for i in range(60):
        v = math.sin(a * i)
        if v > b and (best is None or v > best[0]):
            best = (v, i)
    return best[0] * best[1] if best else b


class Record:
    def __init__(self):
        self.best, self.at = None, None

    def push(self, v, at):
        if self.best is None or v > self.best:
            self.best, self.at = v, at


def of_an_object(a, b):
    record = Record()
    for i in range(60):
        v = math.sin(a * i)
        if v > b:
            record.push(v, i)
    return record.best * record.at if record.best is not None else a


def of_a_number_of_rounds(a, b):
    best, kind = None, None
    for i in range(int(30 * a)):
        v = math.sin(a * i)
        if best is None or v < best:
            best, kind = v, "even" if i % 2 == 0 else "odd"
    return b if kind is None else best * (2.0 if kind == "even" else 3.0) * b


MAYBE = [
    *[the_least_above, what_was_last_seen, a_root_or_nothing, the_first_of_a_helper],
    *[two_of_them, a_pair, of_an_object, of_a_number_of_rounds],
]
WHERE = [(1.3137, 0.3291), (0.5291, 0.9117), (2.5171, -0.2713)]


@pytest.mark.parametrize("target", ["python", "native"])
@pytest.mark.parametrize("function", MAYBE, ids=lambda one: one.__name__)
def test_what_rounds_may_leave_none_is_carried_by_a_loop(function, target):
    if target == "native":
        pytest.importorskip("llvmlite")
    f = la.compile(function, loops="keep", target=target)
    for a, b in WHERE:
        assert f(a, b) == pytest.approx(function(a, b), rel=1e-14)
        sides = [function(a + h, b) for h in (1e-6, -1e-6)]
        others = [function(a, b + h) for h in (1e-6, -1e-6)]
        moved = [(one - two) / 2e-6 for one, two in (sides, others)]
        assert f.grad(a, b) == pytest.approx(moved, rel=1e-5, abs=1e-7)
        assert f.jvp((a, b), (1.0, 0.0))[1] == pytest.approx(moved[0], rel=1e-5, abs=1e-7)
    assert len(f.primal.source.splitlines()) < 50


def test_a_root_that_no_round_finds_is_still_none():
    f = la.compile(a_root_or_nothing)
    assert f(1.3, 0.5) == a_root_or_nothing(1.3, 0.5)
    with pytest.raises(ValueError, match="no root"):
        f(200.0, 0.5)


def test_second_derivatives_of_what_rounds_may_leave_none():
    def f(a, b):
        best = None
        for i in range(50):
            v = (a - 0.3 * i) ** 2 * b**3
            if v > 0.2 and (best is None or v < best):
                best = v
        return 0.0 if best is None else best

    assert la.hessian(f)(4.1, 1.3) == pytest.approx(
        np.array(la.hessian(lambda a, b: (a - 4.5) ** 2 * b**3)(4.1, 1.3)), rel=1e-12
    )


def test_what_rounds_may_leave_none_is_a_flag_and_a_number_in_the_source():
    source = la.compile(the_least_above).primal.source
    lines = [line.strip() for line in source.splitlines() if "#" not in line]
    assert lines[lines.index("best_there = False") :] == [
        "best_there = False",
        "best = 0.0",
        "for i in range(60):",
        "v = sin(a * i)",
        "if v > b and (not best_there or v < best):",
        "best_there = True",
        "best = v",
        "return best if best_there else b",
    ]


TIMES = [0.01 * k for k in range(200)]
SUMS = [
    lambda a: sum(math.exp(-a * t) for t in TIMES),
    lambda a: sum((a**2 / (k + a) for k in range(1, 300)), a),
    lambda a: sum(math.sin(a * t) * s for t, s in zip(TIMES, TIMES[2:], strict=False)),
    lambda a: sum(math.sin(a * t) / k for k, t in enumerate(TIMES, start=1)),
    lambda a: sum([math.sin(a * t) for t in TIMES]),
    lambda a: max(math.sin(a * t) for t in TIMES),
]


@pytest.mark.parametrize("at", range(len(SUMS)))
def test_a_long_sum_is_a_loop(at):
    function = SUMS[at]
    f = la.compile(function, loops="keep")
    assert f(1.3) == pytest.approx(function(1.3), rel=1e-14)
    moved = (function(1.3 + 1e-6) - function(1.3 - 1e-6)) / 2e-6
    assert f.grad(1.3) == pytest.approx(moved, rel=1e-6, abs=1e-8)
    assert len(f.primal.source.split("def f(")[1].splitlines()) < 20


def test_the_length_of_what_rounds_make_longer_is_asked_in_each():
    def f(a):
        seen, total = [], 0.0
        for t in TIMES:
            seen.append(t)
            total += (len(seen) * a if len(seen) % 3 else a) * math.sin(a * t)
        return total

    assert la.compile(f)(1.3) == pytest.approx(f(1.3), rel=1e-14)


def test_a_function_of_the_users_that_is_called_sum_gets_a_generator():
    def sum(values):
        return next(values) + next(values)

    def f(a):
        return sum(a * t for t in TIMES)

    assert la.compile(f)(1.3) == f(1.3)


def test_a_comprehension_that_names_one_variable_twice_leaves_loops():
    rows = [(k, 0.1 * k, 0.3) for k in range(8)]

    def f(a):
        total = sum(a * t for _, t, _ in rows)
        for _ in range(300):
            total = total * 0.9 if total > 3.0 else total + 0.3 * a
        return total

    assert la.compile(f, loops="keep")(1.3) == f(1.3)
    assert len(la.compile(f).lower(1.3).source.splitlines()) < 30


def cancels_behind(x, k):
    n = x * x
    while n > 1e-3:
        n = n - 0.7 * n / k
    return (1.0 - n) - 1.0 + n


def test_what_stands_behind_a_loop_is_computed_as_it_is_written():
    compiled = la.compile(cancels_behind)
    for x in (0.3, 0.7):
        assert compiled.jvp((x, 1.2), (1.0, 0.0))[0] == cancels_behind(x, 1.2)
    assert math.isnan(compiled.jvp((math.nan, 1.2), (1.0, 0.0))[0])
    with pytest.raises(ZeroDivisionError):
        compiled.jvp((0.3, 0.0), (1.0, 0.0))


def until_both(x, scale):
    over, under, k = False, x > 5, 0
    while not (over & under) and k < 30:
        y = math.sin(x + k * 0.5) * scale
        over |= y > 1
        under = under | (y < -2)
        k += 1
    return k + 10 * over, y


def while_odd(x, limit):
    odd, k = x > 1, 0
    while k < 10:
        odd ^= True
        x += 1.0 if odd & (x < limit) else -0.5
        k += 1
    return x, odd


def at_times_a_number(x, limit):
    seen, k = False, 0
    while x < limit and k < 9:
        seen = x if x > 5 else seen
        x += 1.25
        k += 1
    return seen, x


@pytest.mark.parametrize("function", [until_both, while_odd, at_times_a_number])
def test_a_flag_that_rounds_change_stays_one(function):
    """It may be asked with & | ^, which made the loop none."""
    f = la.compile(function, loops="keep")
    for at in [(1.0, 20.0), (0.3, 1.0), (2.0, -5.0), (-4.0, 2.5)]:
        assert f(*at) == function(*at)


def counts_in_its_test(x):
    s, n = 0.0, 0
    while (n := n + 1) < 4 and x > 0.5:
        s += 2.0
    return s + 3.0 * n


def grows_in_its_test(x):
    s, w = 0.0, 0.0
    while (w := w + 0.3 * x) < 4.0:
        s += 2.0
    return s + 3.0 * w


class Halves:
    def __init__(self, x):
        self.x, self.n = x, 0

    def step(self):
        self.x = self.x * 0.5
        self.n += 1
        return self.x


def steps_in_its_test(x):
    halves, s = Halves(x), 0.0
    while halves.step() > 0.1:
        s += 1.0
    return s + 100.0 * halves.n + halves.x


class Counted(Halves):
    @property
    def next(self):
        return self.step()


def reads_a_property_in_its_test(x):
    counted, s = Counted(x), 0.0
    while counted.next > 0.1:
        s += 1.0
    return s + 100.0 * counted.n + counted.x


def begins_anew(x):
    s, k = 0.0, 0
    for _ in range(2):
        n = 0
        while x + 1.3 < (k := k + 1) and n < 3:
            n += 1
            s += x
    return s + 3.0 * k


@pytest.mark.parametrize(
    "f",
    [
        counts_in_its_test,
        grows_in_its_test,
        steps_in_its_test,
        reads_a_property_in_its_test,
        begins_anew,
    ],
)
@pytest.mark.parametrize("loops", ["auto", "keep", "unroll"])
@pytest.mark.filterwarnings("ignore")
def test_what_the_test_of_a_while_changes(f, loops):
    """The first time too, which was lost, with the round behind it, where the loop was kept."""
    compiled = la.compile(f, loops=loops)
    for x in (0.6, 2.0, 0.3, 1.0, 9.0):
        assert compiled(x) == f(x)
        assert compiled.grad(x) == pytest.approx(_differences(f, x), abs=1e-4)


def _differences(f, x):
    return (f(x + 1e-7) - f(x - 1e-7)) / 2e-7
