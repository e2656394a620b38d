"""Functions at many points: by machine code, in NumPy, and one after the other."""

import gc
import inspect
import io
import itertools
import math
import pickle
import random
import sys
import threading
import time
import warnings
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pytest
from scipy import special as scipy_special

import lazyad as la
from lazyad.graph import leaves
from lazyad.run import batch
from lazyad.values import progress
from tests.fuzz.graphs import graph
from tests.helpers_names.checks import three_parts

TARGETS = ["python", "native"]


@pytest.fixture(params=TARGETS)
def target(request):
    if request.param == "native":
        pytest.importorskip("llvmlite")
    return request.param


def smooth(x, y):
    return math.exp(-x * y) * math.sin(x) + math.log(1.0 + y * y), [x > y, x / y]


def ways(x, y):
    if x < 0:
        if y > 1:
            return -x
        z = x * y
    elif x > 2:
        raise ValueError("too far")
    else:
        z = max(x, y) ** 2 if y < 0.5 else math.floor(10 * x) / 10
    return z + x % 0.75


def looping(x, y):
    while abs(x * x - y) > 1e-12:
        x = 0.5 * (x + y / x)
    return x


def special(x, y):
    return math.hypot(x, y) + math.erf(x) + la.digamma(1.0 + y * y)


FUNCTIONS = [smooth, ways, looping, special]


@pytest.mark.parametrize("size", [1, 7, 8, 1001])
@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_point_is_as_if_it_were_alone(function, size, target):
    rng = np.random.default_rng(size)
    x, y = rng.uniform(0.1 if function is looping else -1.5, 2.5, size), rng.uniform(0.2, 2.0, size)
    f = la.compile(function, target=target)
    for one in (f, f.jacobian if function is smooth else f.grad):
        got = one.batch(x, y)
        for at in range(0, size, 37):
            try:
                alone = one(float(x[at]), float(y[at]))
            except ValueError:
                alone = math.nan if one is f else (math.nan, math.nan)
            check(got, alone, at)


def check(got, alone, at):
    if isinstance(alone, (list, tuple)):
        assert type(got) is type(alone)
        for one, other in zip(got, alone, strict=True):
            check(one, other, at)
    else:
        assert (got.dtype == bool) == isinstance(alone, bool) or got.dtype == float
        assert got[at] == pytest.approx(alone, rel=1e-13, abs=1e-13, nan_ok=True)


@dataclass
class Body:
    mass: float
    place: np.ndarray


def test_structures_and_numbers_that_all_points_have(target):
    def energy(body, g, unit):
        return {"e": body.mass * g * body.place[1], "row": body.place * 2.0}

    rng = np.random.default_rng(0)
    body = Body(rng.random(11), rng.random((11, 3)))
    got = la.compile(energy, target=target).batch(body, 9.81, "m")
    assert got["e"] == pytest.approx(body.mass * 9.81 * body.place[:, 1], rel=1e-15)
    assert np.array_equal(got["row"], body.place * 2.0)


def test_axes(target):
    f = la.compile(lambda x, a: a @ x, target=target)
    x, a = np.arange(12.0).reshape(3, 4), np.arange(6.0).reshape(2, 3)
    assert np.array_equal(f.batch(x, a, in_axes=(1, None)), (a @ x).T)
    assert np.array_equal(la.vmap(f, in_axes=(1, None))(x, a), (a @ x).T)
    assert np.array_equal(la.vmap(lambda x: x * x)(np.arange(3.0)), [0.0, 1.0, 4.0])
    assert np.array_equal(la.vmap(la.grad(lambda x: x**3))(np.arange(3.0)), [0.0, 3.0, 12.0])


def test_points_inside_a_function_that_is_traced():
    A, w = np.arange(6.0).reshape(2, 3), np.array([0.1, 0.2, 0.3])

    def loss(w, model):
        return ((la.vmap(model, in_axes=(None, 0))(w, A) - 1.0) ** 2).sum()

    def row(w, a):
        return np.tanh(w @ a)

    by_hand = la.grad(lambda w: sum((row(w, a) - 1.0) ** 2 for a in A))(w)
    np.testing.assert_allclose(la.grad(loss, argnums=0)(w, row), by_hand, rtol=1e-13)
    whole = la.compile(row, target="array")
    found = la.grad(lambda w: loss(w, whole), target="array")(w)
    np.testing.assert_allclose(found, by_hand, rtol=1e-13)

    def products(v):
        return {"square": v @ v, "pair": (v, 1.0)}

    found = la.jacobian(la.vmap(products, in_axes=1))(A)
    assert found["square"].shape == (3, 2, 3)
    assert found["pair"][0].shape == (3, 2, 2, 3)
    np.testing.assert_array_equal(found["square"], np.eye(3)[:, None] * 2 * A)
    slopes = la.jit(lambda A: la.vmap(la.grad(lambda v: (v**3).sum()))(A))(A)
    np.testing.assert_array_equal(slopes, 3 * A**2)


def test_points_within_points():
    x, y = np.arange(3.0), np.arange(4.0)
    pairs = la.vmap(la.vmap(lambda x, y: x - y, in_axes=(None, 0)), in_axes=(0, None))
    np.testing.assert_array_equal(pairs(x, y), x[:, None] - y)


@pytest.mark.parametrize(
    "given",
    [
        lambda f: la.jit(f)(np.ones(0), np.ones(0)),
        lambda f: la.jit(f)(np.ones(2), np.ones(3)),
        lambda f: la.jit(f)(1.0, 2.0),
        lambda f: la.jit(lambda x: f(x, x, out=np.zeros(2)))(np.ones(2)),
        lambda f: la.vmap(la.compile(lambda x: x), optimize="fast"),
        lambda f: la.vmap(lambda x: x, out_axes=1),
        lambda f: la.jit(lambda x, n: x**n, static_argnums=1),
    ],
)
def test_what_is_no_row_of_points(given):
    with pytest.raises((TypeError, ValueError)) as raised:
        given(la.vmap(lambda x, y: x * y))
    three_parts(raised)


def test_arrays_that_stay_whole_have_no_batches():
    f = la.compile(lambda x: np.sum(x * x), target="array")
    with pytest.raises(TypeError, match="keeps arrays whole") as error:
        f.batch(np.ones((4, 3)))
    three_parts(error)


@pytest.mark.parametrize("seed", range(8))
def test_random_graphs(seed):
    pytest.importorskip("llvmlite")
    found = graph(random.Random(1000 + seed))
    rng = np.random.default_rng(seed)
    columns = [rng.normal(size=20) for _ in found.inputs]
    columns = [
        np.where(rng.random(20) < 0.15, rng.choice([0.0, -1.0, 0.5], 20), c) for c in columns
    ]
    got = leaves(la.compile(found, target="native").batch(*columns))
    python = la.compile(found)
    for at in range(20):
        try:
            alone = leaves(python(*[float(one[at]) for one in columns]))
        except (ArithmeticError, ValueError):
            continue
        assert [row[at] for row in got] == pytest.approx(alone, rel=1e-9, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("kind", ["f4", "i8", "u1"])
def test_arrays_of_other_numbers_and_strides(kind, target):
    x = np.arange(40).astype(kind)[::3]
    got = la.compile(lambda x: x / 3, target=target).batch(x)
    assert np.array_equal(got, x.astype(float) / 3)


def test_numbers_of_numpy_and_results_that_are_few(target):
    f = la.compile(lambda x, y: x * y, target=target)
    x = np.arange(5.0)
    for one in (np.float32(2.5), np.int64(3), np.array(2.0), Fraction(3, 8)):
        assert np.array_equal(f.batch(x, one), x * float(one))
    assert la.compile(lambda x: (), target=target).batch(x) == ()
    assert np.array_equal(la.compile(lambda x: 3.0, target=target).batch(x), np.full(5, 3.0))
    with pytest.raises(TypeError, match="returns a sparse matrix") as error:
        la.jacobian(lambda x: x * x, sparse=True, target=target).batch(np.ones((5, 2)))
    three_parts(error)


def test_what_is_fixed_is_no_column(target):
    f = la.compile(lambda n, x: [x, x * x, x + 1.0][n], target=target)
    x = np.array([2.0, 3.0, 5.0])
    assert np.array_equal(f.batch(1, x), x * x)
    assert np.array_equal(f.grad.batch(1, x), 2.0 * x)
    g = la.compile(lambda n, x: n * x, target=target, static=("n",))
    assert np.array_equal(g.batch(3, x), 3 * x)


def test_no_points(target):
    f = la.compile(lambda x, y: (x * y, [y]), target=target)
    value, (row,) = f.batch(np.zeros(0), np.zeros((0, 2)))
    assert value.shape == (0, 2)
    assert row.shape == (0, 2)


def test_the_callers_arrays_and_threads(target):
    x = np.linspace(0.0, 1.0, 100_000)
    f = la.compile(lambda x: (math.sin(x), x * x), target=target)
    expected = f.batch(x, threads=1)
    out = np.empty_like(x), np.empty_like(x)
    assert f.batch(x, threads=3, out=out) is out
    assert np.array_equal(out, expected)
    with pytest.raises(ValueError, match="other shapes") as error:
        f.batch(x, out=(np.empty(3), np.empty(3)))
    three_parts(error)


def test_the_callers_arrays_of_any_kind(target):
    """With gaps, of other floats, over what is read, of rows; the rest of them stays as it is."""
    f = la.compile(lambda x, y: (x - y, [x * y, x > y], np.array([x, y, x + y])), target=target)
    both = np.random.default_rng(1).random((2, 20_011))
    for x, y in (both, both[:, ::3], both.T[:4000].T):
        expected, size = f.batch(x.copy(), y.copy()), x.size
        wide = np.full((size, 5), 7.0)
        out = wide[:, 1], [np.empty(size, "f4"), np.empty(size, bool)], wide[:, 2:]
        assert f.batch(x, y, out=out) is out
        assert np.array_equal(out[0], expected[0])
        assert np.array_equal(out[1][0], expected[1][0].astype("f4"))
        assert np.array_equal(out[1][1], x > y)
        assert np.array_equal(out[2], expected[2])
        assert (wide[:, 0] == 7.0).all()
    x, y = both.copy()
    expected = f.batch(*both)
    shifted = y[:-1]
    f.batch(x[1:], y[1:], out=(shifted, [x[:-1], np.empty(20_010, bool)], np.empty((20_010, 3))))
    assert np.array_equal(shifted, expected[0][1:])
    assert np.array_equal(x[:-1], expected[1][0][1:])
    with pytest.raises(TypeError, match="cast"):
        f.batch(*both, out=(np.empty(20_011, int), [*expected[1]], expected[2]))
    locked = np.empty(20_011)
    locked.flags.writeable = False
    with pytest.raises(ValueError, match="read-only"):
        f.batch(*both, out=(locked, [*expected[1]], expected[2]))


def test_one_place_for_two_results_is_refused(target):
    """The second was silently in both."""
    f = la.compile(lambda x, y: (x - y, [x * y], x + y), target=target)
    for size in (3, 21, 20_011):
        x, y = np.random.default_rng(1).random((2, size))
        memory, wide = np.zeros((3, 2 * size)), np.zeros((size, 3))
        a, b, c = memory[:, :size]
        expected = f.batch(x, y)
        for first, second, third in ((a, b, c), (c, a, b), (b, c, a), wide.T):
            f.batch(x, y, out=(first, [second], third))
            assert np.array_equal([first, second, third], [expected[0], *expected[1], expected[2]])
        near = memory[0, size - 1 : 2 * size - 1]
        meeting = [(a, a, b), (a, b, a), (c, b, b), (a, b, near), (near, b, a), (b, a, a[::-1])]
        for first, second, third in [*meeting, (wide[:, 0], a, wide[:, 0]), (a.view("i8"), b, a)]:
            with pytest.raises(ValueError, match="one place for two results") as error:
                f.batch(x, y, out=(first, [second], third))
            three_parts(error)


@pytest.mark.parametrize("offset", [0, 1, 5, 8])
def test_results_that_go_past_the_cache(offset):
    """Rows that begin with a line of the cache, and those that do not; the last points too."""
    pytest.importorskip("llvmlite")
    f = la.compile(lambda x: (x * x, x + 1.0, -x), target="native")
    x = np.arange(700_003.0)
    memory = np.full((3, 700_100), 7.0)
    out = tuple(row[offset : offset + x.size] for row in memory)
    f.batch(x, out=out)
    assert np.array_equal(out, [x * x, x + 1.0, -x])
    assert (memory[:, :offset] == 7.0).all()
    assert (memory[:, offset + x.size :] == 7.0).all()
    assert np.array_equal(f.batch(x), out)
    odd = tuple(row.view("u1")[4 : 4 + 8 * x.size].view(float) for row in memory.copy())
    for points in (x, x[:21]):  # at no multiple of 8 bytes
        f.batch(points, out=tuple(row[: points.size] for row in odd))
        assert np.array_equal(odd[0][: points.size], points * points)
        assert np.array_equal(f.batch(odd[0][: points.size])[1], odd[0][: points.size] + 1.0)


def test_a_few_points_again(target):
    """The second call asks less; and as much as it must, for other arguments, or another cell."""
    scale = 2.0
    f = la.compile(lambda x, y: [scale * x / y, (x - y, math.tanh(x))], target=target)
    x, y = np.random.default_rng(0).uniform(1.0, 2.0, (2, 21))

    def same(got, x, y):
        expected = [scale * x / y, (x - y, np.tanh(x))]
        assert type(got) is list
        assert type(got[1]) is tuple
        for one, other in zip([got[0], *got[1]], [expected[0], *expected[1]], strict=True):
            assert one == pytest.approx(other, rel=1e-15)
            assert one.flags.writeable

    for _ in range(2):
        for size in (21, 1, 16, 7):
            same(f.batch(x[:size], y[:size]), x[:size], y[:size])
        same(f.batch(x, 2.0), x, 2.0)
        same(f.batch(x[::2], y[::2]), x[::2], y[::2])
        same(f.batch(x.astype("f4"), 2), x.astype("f4").astype(float), 2.0)
        same(f.batch(y=y, x=x), x, y)
        assert f.batch(x[:0], y[:0])[0].shape == (0,)
        scale = 3.0
    for args, what in (
        ((x, y[:3]), "21 in x, 3 in y points"),
        ((1.0, 2.0), "no argument is an array"),
    ):
        with pytest.raises(ValueError, match=what):
            f.batch(*args)
    assert (f._few is not None) == (target == "native")
    kept = f.batch(x, y)
    f.batch(y, x)
    same(kept, x, y)


def test_a_few_points_over_what_is_read_and_nothing_stays_held():
    """Every start that two rows may have beside each other, and every number of points."""
    pytest.importorskip("llvmlite")
    f = la.compile(lambda x, y: (x - y, x * y), target="native")
    both = np.random.default_rng(0).random((2, 40))
    f.batch(*both)
    for size in (1, 5, 8, 11, 16):
        for shift in range(-size - 1, size + 2):
            memory = np.concatenate([both[0], both[1]])
            x, y = memory[20 : 20 + size], memory[60 : 60 + size]
            out = memory[20 + shift : 20 + shift + size], np.empty(size)
            expected = x - y, x * y
            assert f.batch(x, y, out=out) is out
            assert np.array_equal(out, expected)
    x, y = both.copy()
    out = np.empty(40), np.empty(40)
    locked = out[1].view()
    locked.flags.writeable = False
    wrong = [(x, y[:3]), (x, x.astype("f4")), (x, x[:, None]), (x, [1.0]), (x,), (x, y, y)]
    counts = [sys.getrefcount(one) for one in (x, y, *out)]
    for _ in range(50):
        f.batch(x, y, out=out)
        f.batch(x, 2.0)
        for args in wrong:
            with pytest.raises((TypeError, ValueError)):
                f.batch(*args, out=(out[0], locked))
    del args
    gc.collect()  # exceptions know where they were raised
    assert [sys.getrefcount(one) for one in (x, y, *out)] == counts


def test_a_builtin_function_for_calls_that_bring_arrays():
    pytest.importorskip("llvmlite")
    scale = 2.0

    def scaled(x, y):
        return [scale * x / y, (x - y,)]

    f = la.compile(scaled, target="native").value_and_jacobian
    x, y = np.random.default_rng(0).uniform(1.0, 2.0, (2, 21))
    expected = f.batch(x, y)
    door, out = f.batch, f.batch(x, y)
    assert type(door) is type(len)
    assert [*inspect.signature(door).parameters] == [*inspect.signature(type(f).batch).parameters][
        1:
    ]
    assert door.__doc__ == type(f).batch.__doc__

    def numbers(made):
        return np.array(flat(made))

    def flat(made):
        return [a for one in made for a in flat(one)] if type(made) in (list, tuple) else [made]

    for array in flat(out):
        array[:] = 7.0
    assert door(x, y, out=out) is out
    assert np.array_equal(numbers(out), numbers(expected))
    made = door(x, y)
    assert type(made) is type(expected)
    assert np.array_equal(numbers(made), numbers(expected))
    plain = [np.empty(21)]
    held, once = ({sys.getrefcount(array) for array in flat(one)} for one in (made, plain))
    assert held == once
    counts = sys.getrefcount(np.dtype(float)), sys.getrefcount(x)
    for _ in range(100):
        door(x, y)
    assert (sys.getrefcount(np.dtype(float)), sys.getrefcount(x)) == counts
    others = [
        lambda: door(x, y=y, out=out),
        lambda: door(x, y, out=out, threads=1),
        lambda: door(x, y, **{"".join(["o", "ut"]): out}),
        lambda: door(np.float64(x).astype(">f8"), y, out=out),
        lambda: door(np.repeat(x, 2)[::2], y, out=out),
    ]
    for call in others:
        assert np.array_equal(numbers(call()), numbers(expected))
    for wrong in ((x, y, y), (x, y[:3])):
        with pytest.raises((TypeError, ValueError)):
            door(*wrong, out=out)
    with pytest.raises(ValueError, match="out holds arrays of other shapes"):
        door(x[:3], y[:3], out=out)
    scale = 3.0
    assert np.array_equal(numbers(door(x, y, out=out))[0], 3.0 * x / y)
    assert np.array_equal(numbers(pickle.loads(pickle.dumps(f)).batch(x, y)), numbers(out))


def test_errors_are_nan_or_raised(target):
    f = la.compile(lambda x: math.sqrt(x), target=target)
    x = np.array([4.0, -1.0, 9.0])
    assert np.array_equal(f.batch(x), [2.0, math.nan, 3.0], equal_nan=True)
    with pytest.raises(ValueError, match=r"math domain|expected a"):
        f.batch(x, errors="raise")


def bump(x):
    return math.exp(-1.0 / abs(x)), x


def halved(x):
    while x > 3.0:
        x = 1.0 / (1.0 + 0.5 / (x - 9.0))
    return x


def guarded(x):
    return 0.0 if x == 0.0 else math.exp(-1.0 / abs(x))


@pytest.mark.parametrize(("f", "bad"), [(bump, 0.0), (halved, 9.0), (guarded, None)])
def test_what_raises_on_the_way_to_a_number_is_raised(f, bad, target):
    """exp(-inf) is 0, and so is what is divided by inf."""
    compiled = la.compile(f, target=target)
    x = np.array([2.0, 0.0, 1.5] if bad is None else [2.0, 1.5])
    expected = np.array([f(one) for one in x.tolist()]).T
    np.testing.assert_allclose(compiled.batch(x, errors="raise"), expected, rtol=1e-14)
    if bad is not None:
        with pytest.raises(ZeroDivisionError) as error:
            compiled.batch(np.array([2.0, bad, 1.5]), errors="raise")
        assert "test_batch.py" in error.value.__notes__[0]
        assert np.isfinite(compiled.batch(np.array([2.0, bad, 1.5]))).all()


def _steps(x):
    y = 0.0
    while y * y < x:
        y = y + 0.75
    return {"v": y * x, "kind": "big"} if x > 1.0 else {"v": 3.0 * x, "kind": "small"}


def _nothing(x):
    if x > 1.0:
        return x * x


@pytest.mark.parametrize(
    "f",
    [
        lambda x: {"v": 4.0, "kind": "big"} if x > 1.0 else {"v": 3.0 * x, "kind": "small"},
        lambda x: (x * x, x) if x > 1.0 else x,
        _steps,
        _nothing,
    ],
    ids=["words", "structures", "loops", "nothing"],
)
def test_a_batch_has_one_structure_and_the_same_words(f, target):
    def first(result):
        result = result["v"] if isinstance(result, dict) else result
        return result[0] if type(result) is tuple else result

    compiled, alike = la.compile(f, target=target), np.array([2.0, 3.0])
    if target != "numpy":  # there a trace has no point of its own
        for _ in range(3):  # the quick ways as well
            assert np.array_equal(first(compiled.batch(alike)), [first(f(x)) for x in alike])
    if target != "numpy" and f is not _nothing:  # a call makes its own way the first
        again = la.compile(f, target=target)
        again.batch(np.array([0.5, 0.25]))
        assert first(again(2.0)) == first(f(2.0))
        assert np.array_equal(first(again.batch(alike)), [first(f(x)) for x in alike])
    for errors in ("nan", "raise"):
        for call in (compiled.batch, compiled.jacobian.batch):
            with pytest.raises(TypeError, match=r"another|nothing|or the function") as error:
                call(np.array([2.0, 0.5]), errors=errors)
            three_parts(error)


def test_special_numbers(target):
    x = np.array([0.0, -0.0, math.inf, -math.inf, math.nan, 1e-320, 1e300, 710.0, -746.0, 1e22])
    for name in ("exp", "sin", "cos", "log", "tanh", "sqrt", "arctan", "log1p"):
        function = getattr(la, name)
        got = la.compile(lambda x: function(x), target=target).batch(x)  # noqa: B023
        with np.errstate(all="ignore"):
            expected = getattr(np, name)(x)
        assert got == pytest.approx(expected, rel=1e-15, abs=0.0, nan_ok=True)
        assert np.array_equal(np.signbit(got[:2]), np.signbit(expected[:2])), name


def test_no_condition_holds_at_a_point_that_raises(target):
    def f(x):
        if x < 0.0:
            raise ValueError("negative")
        return x, not x > 1.0

    _, holds = la.compile(f, target=target).batch(np.array([-1.0, 0.5, 2.0]))
    assert holds.tolist() == [False, True, False]


def test_what_is_complex_is_no_number(target):
    x = np.array([-1.0, -0.2, 0.0, 1.0])
    for branch, expected in (
        (0, [math.nan, -0.259171101819074, 0.0, 0.567143290409784]),
        (-1, [math.nan, -2.54264135777353, -math.inf, math.nan]),
    ):
        found = la.compile(
            lambda x, k=branch: scipy_special.lambertw(x, k).real, target=target
        ).batch(x)
        np.testing.assert_allclose(found, expected, rtol=3e-15)


def test_special_numbers_of_functions_with_loops(target):
    def f(x, y):
        while y > 3.0:
            y = y * 0.5
        return math.hypot(x, y), la.erfinv(y), 2.0 / y if x != -5.0 else math.inf

    x = np.array([math.inf, 1e-320, 1e308, 8e307, -2.0, math.nan])
    y = np.array([math.nan, 3e-321, 1.0, -1.0, 0.0, 0.5])
    found = la.compile(f, target=target).batch(x, y)
    inverse = [math.nan, 0.886226925452758 * 3e-321, math.inf, -math.inf, 0.0, 0.4769362762044699]
    with np.errstate(all="ignore"):
        expected = np.hypot(x, y), inverse, 2.0 / y
    np.testing.assert_allclose(found, expected, rtol=1e-15)


def test_rows_of_points_are_no_numbers_of_the_numpy_target():
    with pytest.raises(TypeError, match="one number at each point in the target 'numpy', and 4"):
        la.compile(lambda x: x * 2.0, target="numpy").batch(np.ones((3, 4)))


def test_whole_quotients_of_what_is_special_are_numpys(target):
    x, y = np.meshgrid([0.0, -0.0, 3.0, -2.5, math.inf, math.nan], [0.0, -0.0, 2.0, -math.inf])
    x, y = x.ravel(), y.ravel()
    found = la.compile(lambda x, y: (x // y, x % y), target=target).batch(x, y)
    with np.errstate(all="ignore"):
        expected = x // y, x % y
    np.testing.assert_array_equal(found, expected)


def test_remainders_and_powers_of_two_keep_every_bit(target):
    """Of quotients beyond a float's digits, ties and zeros too; 2**n alone may be no number."""
    numbers = [0.0, -0.0, 1.0, -2.5, 1e-310, 0.1, 720.0, 2.0**53, 1e308, math.inf, math.nan]
    pairs = [*itertools.product(numbers, numbers)]
    x, y = map(np.array, zip(*pairs, strict=True))
    found = la.compile(lambda x, y: math.remainder(x, y), target=target).batch(x, y)
    undefined = [math.isinf(a) or b == 0.0 for a, b in pairs]  # where Python's raises
    expected = [
        math.nan if no and a == a and b == b else math.remainder(a, b)
        for (a, b), no in zip(pairs, undefined, strict=True)
    ]
    np.testing.assert_array_equal(found, expected)
    numbers = np.isfinite(expected)
    np.testing.assert_array_equal(np.signbit(found)[numbers], np.signbit(expected)[numbers])
    pairs = [
        (5e-324, 2000),
        (1e308, -1100),
        (1.1e-300, -75),
        (0.0, 1100),
        (1.5, -1074),
        (1.0, 1024),
    ]
    x, n = (np.array(one, float) for one in zip(*pairs, strict=True))
    found = la.compile(lambda x, n: math.ldexp(x, n), target=target).batch(x, n)
    assert found.tolist() == [*[math.ldexp(*pair) for pair in pairs[:-1]], math.inf]


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize("tqdm", [True, False])
def test_long_batches_tell_a_terminal_alone(tqdm, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "INTERVAL", 0.01)
    monkeypatch.setattr(batch, "PART", 10)
    if tqdm:
        pytest.importorskip("tqdm")
    else:
        monkeypatch.setitem(sys.modules, "tqdm", None)

    def root(x, y):  # in Python, one point after the other
        return math.sqrt(x) if x > 0 else y

    f = la.compile(root)
    f(1.0, 2.0)
    engine = f.lowered
    engine.engine = lambda columns, rows, start, stop: (time.sleep(0.02), rows[0].fill(1.0))
    for stream, said in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        assert (f.batch(np.ones(100), 2.0, threads=1) == 1.0).all()
        assert ("root at 100 points" in stream.getvalue()) is said
        assert ("%" in stream.getvalue()) is said
    assert "lazyad progress" not in [thread.name for thread in threading.enumerate()]


@pytest.mark.parametrize(
    ("args", "options", "what"),
    [
        ((np.ones(3), np.ones(4)), {}, "3 in x, 4 in y points"),
        ((1.0, 2.0), {}, "no argument is an array"),
        ((np.ones(3), "a"), {}, ""),
        ((np.array(["a"]), 1.0), {}, "array of <U1"),
        ((np.ones(3), 1.0), {"errors": "ignore"}, "errors is"),
        ((np.ones(3), 1.0), {"in_axes": (0,)}, "in_axes has 1 entries"),
        ((np.ones(3), 1.0), {"in_axes": 1}, "in_axes is 1 of the argument x"),
        ((np.ones(3), 1.0), {"in_axes": "x"}, "in_axes is 'x'"),
        ((np.ones(3), 1.0), {"threads": 0}, "threads is 0"),
        ((np.ones(3), 1.0), {"threads": 1.5}, "threads is 1.5"),
        ((np.ma.masked_array(np.ones(3), [0, 1, 0]), 1.0), {}, "x is a masked array"),
        ((np.ones(3),), {}, "missing a required argument"),
    ],
)
def test_misuse(args, options, what):
    f = la.compile(lambda x, y: x * y)
    with pytest.raises((TypeError, ValueError), match=what) as error:
        f.batch(*args, **options)
    three_parts(error)


def test_nobody_looks_at_every_point():
    """Whether one is traced is asked of arrays of objects alone: it took longer than all else."""

    class Loud(np.ndarray):
        def tolist(self):
            raise AssertionError

    points = np.linspace(0.1, 1.0, 20_000)
    batched = la.compile(lambda x, y: math.exp(-x) * y).value_and_jacobian.batch
    value, slopes = batched(points.view(Loud), points.view(Loud))
    assert value.shape == slopes[0].shape == (20_000,)

    @la.compile
    def inside(x):
        return batched(np.array([x, 2.0 * x]), 1.0)[0][1]

    assert inside(0.5) == pytest.approx(math.exp(-1.0))
    assert inside.grad(0.5) == pytest.approx(-2.0 * math.exp(-1.0))


def by_kind(x, y):
    kinds = {0: x, 1: y, 2: x * y, 3: 1.0}
    return kinds[int(abs(x)) % 4] * y


@pytest.mark.parametrize("target", ["python", "native"])
def test_points_of_ways_that_no_call_has_taken(target):
    """They were nan, whatever `errors` says."""
    if target == "native":
        pytest.importorskip("llvmlite")
    x = np.linspace(-4.9, 4.9, 50)
    expected = [by_kind(one, 2.0) for one in x.tolist()]
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a remainder of whole numbers is no single point
        f = la.compile(by_kind, target=target)
        f.grad(0.5, 2.0)
        slopes = f.grad.batch(x, 2.0)
    assert slopes[0].tolist() == [(2.0, 0.0, 4.0, 0.0)[int(abs(one)) % 4] for one in x.tolist()]
    for errors in ("nan", "raise"):
        out = np.empty(50)
        assert f.batch(x, 2.0, errors=errors).tolist() == expected
        la.compile(by_kind, target=target).batch(x, 2.0, errors=errors, out=out)
        assert out.tolist() == expected
    assert np.isnan(f.batch(np.array([0.5, math.nan]), 2.0)).tolist() == [False, True]


def test_a_point_whose_way_is_refused_is_no_nan(target):
    def read(x):
        return float(str(x)[:3]) if x > 1.0 else 2.0 * x

    points, what = np.array([0.5, 2.0]), "the digits of a traced number were read from a text"
    for call in (la.compile(read, target=target).batch, la.compile(read, target="numpy")):
        with pytest.raises(TypeError, match=what):
            call(points)


def test_elements_that_a_condition_chooses_are_assigned_to_at_each_point():
    def clipped(x, y):
        a = np.array([x, y, 0.1])
        if x > 0.6:
            a[a < x] = np.max(a)
        a[a > 2.0] = 0.5
        return a.sum()

    x, y = np.array([0.4, -0.7, 1.3]), np.array([0.9, 2.2, -0.5])
    f = la.compile(clipped, target="numpy")
    np.testing.assert_allclose(f(x, y), [clipped(*one) for one in zip(x, y, strict=True)])
