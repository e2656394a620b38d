"""Gradients that run loops backwards: against duals and differences, and what they cost."""

import math
import pickle
import threading
import tracemalloc

import numpy as np
import pytest

import lazyad as la
from lazyad.derivatives import elimination, reversal
from lazyad.derivatives.reversal import Costs
from lazyad.evaluation import evaluate
from lazyad.graph import LOOP, Graph, Node, const
from lazyad.passes.loops import prune_loops
from lazyad.regions import Loop, items, made
from tests.test_loops import CASES, gradient_agrees, loaded, outcome, rk4_200, tangent
from tests.wild.options import implied_volatility


@pytest.fixture
def backwards(monkeypatch):
    """Loops are run backwards whatever that costs."""
    monkeypatch.setattr(Costs, "reversed", property(lambda self: True))


def loops_of(compiled, *args):
    nodes = compiled.grad.lower(*args).graph.nodes
    return [node.payload for node in nodes if node.op is LOOP]


def many(ps, x):
    """A hundred inputs, each read in each of three hundred rounds."""
    v = 0.0
    for _ in range(300):
        x = x - 0.001 * sum(p * la.sin(x + k) for k, p in enumerate(ps[:10]))
        v = 0.99 * v + 0.01 * x * sum(ps[10:])
    return x + v


def decays(x, rate, tolerance, scale, shift):
    """A `while` whose last round only asks."""
    n = 0.0
    while x > tolerance:
        x = x * rate + shift * scale / (1.0 + x)
        n += scale * x
    return n + x


def leaves_early(a, b, c, d):
    """A round that is left, and one that goes on early."""
    s = 0.0
    for k in range(50):
        s = s + a * la.exp(-b * k) / (1.0 + s * s)
        if s > c:
            break
        if k % 2 == 0 and s > 0.5 * c:
            s = s - d * s * s
    return s * d


def in_each_other(a, b, c, d):
    """A loop in a loop, whose rounds are found by the numbers."""
    total = a
    for k in range(12):
        y = total * b + k
        while y > d:
            y = y * 0.5 + 0.01 * c * y / (1.0 + y)
        total = 0.5 * total + la.sin(y) * c
    return total * d


def one_after_the_other(a, b, c, d):
    x = a
    for _ in range(60):
        x = la.sin(x) + 0.1 * b * x
    y = x * c
    if y > 0.1:
        for k in range(70):
            y = y - 0.01 * d * y * y * x + 0.001 * k
    return x * y + d


DRAWN = [[math.sin(7.0 * row + at) for at in range(12)] for row in range(40)]


def paths_that_end_early(a, b, c, d):
    """A loop over the numbers of a row, in one over the rows."""
    total = 0.0
    for path in DRAWN:
        x, survives = a, 1.0
        for z in path:
            x = x * la.exp(0.3 * b * z)
            if x > c + 1.0:
                break
            survives = survives * (1.0 - la.exp(-x))
        total = total + survives * (x - d)
    return total


FOUR = [(0.7, 0.3, 1.9, 0.4), (1.4, 0.1, 0.6, 0.8)]
OURS = [
    (decays, [(3.0, 0.7, 0.1, 0.2, 0.05), (0.05, 0.7, 0.1, 0.2, 0.05)]),
    *[(f, FOUR) for f in (leaves_early, in_each_other, one_after_the_other, paths_that_end_early)],
]


def differences(f, args, h=1e-5):
    """The Jacobian of f, a function that returns a tuple of numbers, by central differences."""
    columns = []
    for at in range(len(args)):
        ends = [[x + s * h * (k == at) for k, x in enumerate(args)] for s in (1, -1)]
        columns.append(np.subtract(f(*ends[0]), f(*ends[1])) / (2 * h))
    return np.array(columns).T


@pytest.mark.usefixtures("backwards")
@pytest.mark.parametrize(
    "level",
    ["safe", "fast", *[pytest.param(one, marks=pytest.mark.slow) for one in ("none", "strict")]],
)
@pytest.mark.parametrize(
    ("f", "points"), [*CASES, *OURS], ids=lambda one: getattr(one, "__name__", "")
)
def test_gradients_against_duals(f, points, level):
    if f is rk4_200 and level != "safe":
        pytest.skip("many rounds of duals take long")
    compiled = la.compile(f, optimize=level)
    for args in points:
        expected = outcome(f, *args)
        if isinstance(expected, tuple):
            assert outcome(compiled.grad, *args) == expected
        else:
            gradient_agrees(compiled, f, args, 1e-9)
            value, found = compiled.vjp(args, 0.5)
            np.testing.assert_allclose(value, expected, rtol=1e-9, atol=1e-12)
            slopes = [0.5 * tangent(f, args, at) for at in range(len(args))]
            np.testing.assert_allclose(found, slopes, rtol=1e-9, atol=1e-12)


@pytest.mark.usefixtures("backwards")
@pytest.mark.parametrize(("f", "points"), OURS, ids=lambda one: getattr(one, "__name__", ""))
def test_second_derivatives_against_differences(f, points):
    compiled = la.compile(f)
    jacobian, summed = la.jacobian(compiled.grad), la.grad(lambda *p: sum(la.grad(f)(*p)))
    for args in points:
        expected = differences(compiled.grad, args)
        hessian = np.array(compiled.hessian(*args))
        np.testing.assert_allclose(hessian, expected, rtol=1e-6, atol=1e-7)
        direction = [0.3, -0.7, 0.2, 0.5, 1.1][: len(args)]
        np.testing.assert_allclose(
            compiled.hvp(args, tuple(direction)), hessian @ direction, rtol=1e-9
        )
        nested = np.array(jacobian(*args))
        np.testing.assert_allclose(nested, hessian, rtol=1e-9, atol=1e-12)
        again = np.array(summed(*args))
        np.testing.assert_allclose(again, hessian.sum(axis=0), rtol=1e-9, atol=1e-12)


@pytest.mark.usefixtures("backwards")
def test_series_of_a_gradient():
    """What a loop kept has coefficients too."""
    args, way = FOUR[0], (0.3, -0.7, 0.2, 0.5)
    slope = la.compile(la.compile(leaves_early).grad)
    series = la.taylor(slope, order=2)(*args, *way)
    hessian = np.array(la.compile(leaves_early).hessian(*args))
    np.testing.assert_allclose(series[1], hessian @ way, rtol=1e-9)
    ends = [[x + s * 1e-4 * d for x, d in zip(args, way, strict=True)] for s in (1, 0, -1)]
    up, here, down = [np.array(slope(*end)) for end in ends]
    np.testing.assert_allclose(series[2], (up - 2 * here + down) / 2e-8, rtol=1e-4, atol=1e-6)


@pytest.mark.usefixtures("backwards")
def test_jacobians_have_a_row_of_adjoints_for_each_result():
    def f(a, b, c, d):
        x, y = a, b
        for _ in range(40):
            x, y = x + 0.01 * y * c, y - 0.01 * la.sin(x) * d
        return x, y, x * y

    compiled = la.compile(f)
    for args in FOUR:
        rows = [[la.Dual(x, float(k == at)) for k, x in enumerate(args)] for at in range(4)]
        expected = np.array([[one.dual for one in f(*row)] for row in rows]).T
        np.testing.assert_allclose(compiled.jacobian(*args), expected, rtol=1e-12)
        value, found = compiled.vjp(args, (1.0, 2.0, 3.0))
        assert value == pytest.approx(f(*args), rel=1e-14)
        np.testing.assert_allclose(found, [1.0, 2.0, 3.0] @ expected, rtol=1e-12)


def test_a_hundred_inputs_are_run_backwards_by_themselves():
    compiled = la.compile(many)
    ps = [0.3 + 0.01 * k for k in range(100)]
    there, back = loops_of(compiled, ps, 0.5)
    assert len(there.records) == back.over
    assert "for " in compiled.grad.source
    found = compiled.grad(ps, 0.5)[0]
    for at in (7, 99):
        moved = [la.Dual(p, float(k == at)) for k, p in enumerate(ps)]
        assert found[at] == pytest.approx(many(moved, 0.5).dual, rel=1e-12)
    note = compiled.grad.report().splitlines()[-1]
    assert note.startswith("note: loops are run backwards with 1 adjoint(s), which costs ")


def test_few_inputs_carry_tangents():
    compiled = la.compile(lambda x, y: leaves_early(x, y, 0.5, 0.1))
    (loop,) = loops_of(compiled, 0.3, 0.7)
    assert not loop.over
    assert not loop.records
    assert "note: loops carry 2 tangent(s)" in compiled.grad.report()


@pytest.mark.usefixtures("backwards")
def test_source_is_as_one_writes_it():
    lines = [line.strip() for line in la.compile(decays).grad.source.splitlines()]
    start = lines.index("xs = []")
    assert lines[start + 1 : start + 3] == ["while x > tolerance:", "xs.append(x)"]
    assert "for x2 in reversed(xs):" in lines


@pytest.mark.usefixtures("backwards")
@pytest.mark.parametrize("rounds", [range(100), range(3, 223, 2), range(140, 7, -1)])
def test_long_loops_keep_what_their_stretches_begin_with(rounds, monkeypatch):
    monkeypatch.setattr(reversal, "LONG", 40)

    def f(a, b, c, d):
        x, v = a, 0.0
        for k in rounds:
            x, v = x + 0.01 * v + 0.02 * b * la.sin(0.01 * k * x), v / (1.0 + c * c) - 0.1 * d * x
        return x * v

    compiled = la.compile(f)
    for args in FOUR[:1]:
        gradient_agrees(compiled, f, args, 1e-11)
        np.testing.assert_allclose(
            compiled.hessian(*args), differences(compiled.grad, args), rtol=1e-5, atol=1e-6
        )
    loops = loops_of(compiled, *FOUR[0])
    kept = [loop for loop in loops if loop.records]
    size = math.isqrt(len(rounds))
    assert [*map(len, [loop.rounds for loop in kept])] == [
        len(rounds) // size,
        *[len(rounds) % size][: len(rounds) % size],
    ]


@pytest.mark.usefixtures("backwards")
def test_a_long_loop_over_a_list_is_not_cut(monkeypatch):
    monkeypatch.setattr(reversal, "LONG", 40)
    ps = [0.3 + 0.01 * la.sin(k) for k in range(120)]

    def f(ps, x):
        for p in ps:
            x = x + 0.01 * p * la.sin(x)
        return x

    found, last = la.compile(f).grad(ps, 0.5)
    for at in (0, 50, 119):
        moved = [la.Dual(p, float(k == at)) for k, p in enumerate(ps)]
        assert found[at] == pytest.approx(f(moved, 0.5).dual, rel=1e-12)
    assert last == pytest.approx(f(ps, la.Dual(0.5, 1.0)).dual, rel=1e-12)


@pytest.mark.usefixtures("backwards")
def test_what_a_round_takes_on_one_side_may_not_be_there_on_the_other():
    def neighbours(ps, x):
        for k in range(len(ps)):
            if k < len(ps) - 1:
                x = x + 0.1 * (ps[k + 1] - ps[k]) * la.sin(x)
            else:
                x *= 2.0
        return x

    def in_turn(ps, x):
        for k in range(500):
            x = x + 0.01 * ps[(7 * k) % 120] * la.sin(x) - 0.001 * ps[-1 - k % 3] * x
        return x

    ps = [0.3 + 0.1 * la.sin(k) for k in range(120)]
    for f in (neighbours, in_turn):
        found, last = la.compile(f).grad(ps, 0.5)
        for at in (0, 50, 118, 119):
            moved = [la.Dual(p, float(k == at)) for k, p in enumerate(ps)]
            assert found[at] == pytest.approx(f(moved, 0.5).dual, rel=1e-11)
        assert last == pytest.approx(f(ps, la.Dual(0.5, 1.0)).dual, rel=1e-11)


@pytest.mark.usefixtures("backwards")
def test_memory_of_a_long_gradient(monkeypatch):
    monkeypatch.setattr("lazyad.derivatives.reversal.LONG", 10_000)

    def f(a, b, c, d):
        x = a
        for _ in range(20_000):
            x = x + 1e-6 * (b * x - c * x * x * d)
        return x

    compiled = la.compile(f)
    assert any(loop.records for loop in loops_of(compiled, *FOUR[0]))
    kernel = compiled.grad.lower(*FOUR[0]).kernel
    tracemalloc.start()
    kernel(*FOUR[0])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 65_000


@pytest.mark.usefixtures("backwards")
def test_pickles_and_text():
    compiled = la.compile(in_each_other)
    lowered = compiled.grad.lower(*FOUR[0])
    again = pickle.loads(pickle.dumps(lowered.kernel))
    graph = pickle.loads(pickle.dumps(lowered.graph))
    assert str(graph) == str(lowered.graph)
    graph.verify()
    for args in FOUR:
        assert again(*args) == lowered.kernel(*args)


@pytest.mark.usefixtures("backwards")
def test_what_a_round_divides_by_names_its_line():
    def f(a, b):
        x = a
        while x < 3.0:
            x = x + b / (a - 0.5)
        return x

    with pytest.raises(ZeroDivisionError) as caught:
        la.compile(f).grad(0.5, 1.0)
    assert "x = x + b / (a - 0.5)" in "".join(caught.value.__notes__)


@pytest.mark.usefixtures("backwards")
def test_numbers_of_numpys_go_to_infinity():
    def f(x, a, b, c):
        for k in range(30):
            x = x + a / (b * k - c) * x
        return x

    with np.errstate(all="ignore"):
        args = [np.float64(one) for one in (1.0, 0.5, 1.0, 4.0)]
        assert math.isinf(la.compile(f)(*args)) == math.isinf(f(*args))
        assert not np.isfinite(la.grad(f)(*args)[1])


@pytest.mark.usefixtures("backwards")
def test_threads():
    compiled, found = la.compile(leaves_early), []
    threads = [
        threading.Thread(target=lambda: found.append(compiled.grad(*FOUR[0]))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


@pytest.mark.usefixtures("backwards")
def test_many_points_go_backwards_too():
    point = OURS[0][1][0]
    found = la.compile(decays, target="numpy").grad(*[np.array([x, 0.9 * x]) for x in point])
    for at, factor in enumerate((1.0, 0.9)):
        alone = la.compile(decays).grad(*[factor * x for x in point])
        assert [one[at] for one in found] == pytest.approx(alone, rel=1e-12)


@pytest.mark.slow
@pytest.mark.usefixtures("backwards")
def test_loops_in_functions_of_several_sections():
    def f(x, y):
        for k in range(6000):
            x = x + y * la.sin(x + k) if k % 7 else x * y
            if k % 2000 == 100:
                a = x
                for _ in range(200):
                    x, a = x + 0.001 * la.sin(a), a * 0.99 + y
        return x

    compiled = la.compile(f, optimize="none")
    gradient_agrees(compiled, f, (0.3, 0.2), 1e-6)


def steady():
    """A loop that carries what never changes before what does, and reads it."""
    a, same, b, k = [Node.input(name) for name in ("a", "same", "b", "k")]
    x, y = Node.input("x"), Node.input("y")
    body = Graph([a, same, b, k], (const(True), (a * same, same, b + a * same)), "round")
    loop = made(LOOP, (x, y, const(0.5)), Loop(body, 3, range(4)))
    first, second, third = items(loop)
    return Graph([x, y], (first, second, third))


def test_what_never_changes_leaves_a_loop_and_the_others_keep_their_places():
    graph = steady()
    pruned = prune_loops(graph)
    assert next(node for node in pruned.nodes if node.op is LOOP).payload.carried == 2
    given = {graph.inputs["x"]: 1.5, graph.inputs["y"]: 0.5}
    assert evaluate(graph.outputs, given) == evaluate(pruned.outputs, given)


@pytest.mark.parametrize("back", [False, True])
def test_a_chain_of_loops_is_walked_once(back, monkeypatch):
    """Each Node of the chain is linearized a fixed number of times, however many loops follow."""
    monkeypatch.setattr(Costs, "reversed", property(lambda self: back))
    counts = []

    def chained(x, n):
        for k in range(n):
            while x > 1.0 + k:
                x = x * 0.5
            x = x * x + 1.5
        return x

    own = elimination.local_partials
    monkeypatch.setattr(elimination, "local_partials", lambda *args: counts.append(1) or own(*args))
    visited = []
    for n in (20, 40):
        counts.clear()
        compiled = la.compile(chained, static=("n",), optimize="none")
        assert compiled.grad.lower(0.7, n).graph
        visited.append(len(counts))
    assert visited[1] < 2.5 * visited[0]


def answers(f, args):
    """What f and its tangents come to; None where a rounding error of an argument changes the
    latter beyond what is compared."""
    value = outcome(f, *args)
    if isinstance(value, tuple):
        return value
    ways = range(len(args))
    slopes = [tangent(f, args, at) for at in ways]
    near = [math.nextafter(one, math.inf) for one in args]
    moved = [tangent(f, near, at) for at in ways]
    sound = abs(value) < 1e9 and np.allclose(slopes, moved, rtol=1e-8, atol=1e-8)
    return [value, *slopes] if sound else None


def check_backwards(seed, folder, level, sequences=False):
    f = loaded(seed, folder, sequences)
    compiled = la.compile(f, optimize=level)
    for args in [(0.7, 1.3), (-0.4, 0.9), (2.1, -1.7)]:
        expected = answers(f, args)
        if isinstance(expected, tuple):
            assert outcome(compiled.grad, *args) == expected
        elif expected:
            value, *slopes = expected
            np.testing.assert_allclose(compiled.grad(*args), slopes, rtol=1e-6, atol=1e-6)
            found = compiled.vjp(args, 0.5)
            np.testing.assert_allclose(found[0], value, rtol=1e-7, atol=1e-7)
            np.testing.assert_allclose(found[1], np.multiply(0.5, slopes), rtol=1e-6, atol=1e-6)


@pytest.mark.usefixtures("backwards")
@pytest.mark.parametrize("seed", [3, 6, 24, 30, 32])
def test_random_programs(seed, tmp_path):
    check_backwards(seed, tmp_path, "safe")


@pytest.mark.usefixtures("backwards")
@pytest.mark.parametrize("seed", [1, 3, 1011, 1022])
def test_random_programs_with_sequences(seed, tmp_path):
    check_backwards(seed, tmp_path, "safe", sequences=True)


@pytest.mark.slow
@pytest.mark.usefixtures("backwards")
@pytest.mark.parametrize("level", ["none", "safe", "fast"])
@pytest.mark.parametrize("seed", range(200, 240))
def test_many_random_programs(seed, level, tmp_path):
    check_backwards(seed, tmp_path, level)


def test_a_counter_that_is_only_kept():
    """Without passes each round keeps its counter, which nothing else of it reads."""
    point = 4.76, 42.0, 40.0, 0.1, 0.5
    found = la.jacobian(la.compile(implied_volatility, optimize="none"))(*point)
    assert found == pytest.approx(la.grad(implied_volatility)(*point), rel=1e-9)
