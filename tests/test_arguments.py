"""What functions are called with: containers of all kinds, static values, paths, one trace each."""

import dataclasses
import decimal
import enum
import fractions
import functools
import inspect
import itertools
import math
import pathlib
import pickle
import queue
import subprocess
import sys
import threading
import types
import typing

import attrs
import numpy as np
import pytest

import lazyad as la
from lazyad.tracing import trace
from tests.helpers_names import models
from tests.helpers_names.checks import (
    agree,
    bits,
    check_source,
    numbers,
    run_alone,
    three_parts,
)
from tests.helpers_names.records import Body, Checked, Named, Pair, Polar, Slots


class Mode(enum.Enum):
    SINE = 1
    COSINE = 2


def rosen(x):
    return sum(100.0 * (b - a**2) ** 2 + (1.0 - a) ** 2 for a, b in itertools.pairwise(x))


def first_and_rest(x):
    head, *rest = x
    return head * rest[-1]


def twice(x):
    return [2.0 * v for v in x]


def sliced(a):
    return a[1:] - a[:-1] * a[0]


STRANGE = {"it's": 1.0, 'say "hi"': 0.3, "a b": 2.0, "a_b": 0.5, "é": 0.7, "": 3.0, 3: 0.9, -1: 1.1}
STRANGE |= {None: 1.3, True: 0.4, "\t\n\\": 1.7, "class": 0.6, "!": 0.8, 10**20: 0.2}
A23 = np.arange(1.0, 7.0).reshape(2, 3)

CASES = {
    "list": (rosen, [0.5, 1.5, 2.0]),
    "list in, list out": (twice, [1.0, 2.0]),
    "one element": (lambda x: x[0] * x[0], [3.0]),
    "tuple": (first_and_rest, (1.0, 2.0, 3.0)),
    "tuple in, tuple out": (lambda x: (x[1], x[0] * x[1]), (2.0, 3.0)),
    "dict": (lambda d: d["k"] * math.sin(d["j"]), {"k": 1.0, "j": 2.0}),
    "dict in, dict out": (lambda d: {k: v * v for k, v in d.items()}, {"k": 1.5, "j": 2.0}),
    "keys of all kinds": (
        lambda d: {k: v * (i + 1) for i, (k, v) in enumerate(d.items())},
        STRANGE,
    ),
    "NamedTuple": (lambda p: p.x() * p.both + len(p), Polar(2.0, 0.3)),
    "NamedTuple in and out": (lambda p: p._replace(angle=p[0] * p[1]), Polar(2.0, 0.3)),
    "NamedTuple of containers": (lambda p: p.radius[0] * p.angle["a"], Polar([2.0], {"a": 3.0})),
    "dataclass": (lambda b: b.energy(), Body(2.0, [1.0, 3.0])),
    "dataclass in and out": (lambda p: p.swapped(), Pair(1.0, [2.0, 3.0])),
    "dataclass with slots": (lambda p: Slots(p.product, p.a), Slots(2.0, 3.0)),
    "dataclass that computes": (lambda p: Checked(p.a * p.b).a * p.b, Checked(2.0)),
    "dataclass with keywords": (lambda p: p.a * p.b * p.c, Named(a=1.0, c=2.5)),
    "dataclasses.replace": (lambda p: dataclasses.replace(p, a=p.a * p.b), Pair(1.5, 2.0)),
    "dataclasses.asdict": (lambda p: dataclasses.asdict(p), Slots(1.5, 2.0)),
    "nested": (
        lambda x: x[0][0]["k"].a * x[1][0, 1] + x[0][1],
        [({"k": Pair(1.5, 2.0)}, 0.5), A23],
    ),
    "array": (sliced, np.array([1.0, 2.0, 4.0])),
    "array in, list out": (lambda a: [a[0], a[1] * a[0]], np.array([2.0, 3.0])),
    "list in, array out": (lambda x: np.array(x) * x[0], [2.0, 3.0]),
    "matrix": (lambda a: a.T @ a, A23),
    "three dimensions": (lambda a: a * a[0, 0, 1], np.arange(24.0).reshape(2, 3, 4)),
    "one by one": (lambda a: a * a, np.array([[3.0]])),
    "one-element array": (lambda a: a * a, np.array([3.0])),
    "no dimensions": (lambda a: a * a, np.array(3.0)),
    "NumPy's scalars in a list": (lambda x: x[0] * x[1], [np.float64(2.0), np.array(3.0)]),
    "not contiguous": (lambda a: a * a[0], np.arange(1.0, 11.0)[::3]),
    "Fortran's order": (lambda a: a * np.array([1.0, 2.0, 3.0]), np.asfortranarray(A23)),
    "list of arrays": (lambda x: x[0] * x[1], [np.arange(3.0), np.ones(3)]),
    "dict of arrays": (lambda d: {"y": d["w"] @ d["x"]}, {"w": A23, "x": np.ones(3)}),
    "deep": (lambda x: x[0][0][0][0][0][0] * 2.0, [[[[[[2.0]]]]]]),
    "a static value inside": (lambda d: d["x"] * (2 if d["k"] == "a" else 3), {"x": 1.0, "k": "a"}),
    "None inside": (lambda x: x[0] * (2 if x[1] is None else 3), [1.0, None]),
    "empty containers inside": (lambda x: x[0] * (2 + len(x[1])), [1.5, [], (), {}]),
    "a long list": (lambda x: math.prod(1 + v * v for v in x), [4e-3 * k for k in range(50)]),
    "a list of records": (lambda x: sum(p.a * p.b for p in x), [Pair(1.0, 2.0)] * 30),
    "the same list twice inside": (lambda x: x[0][0] * x[1][0], [[1.5, 2.0]] * 2),
    "isinstance": (lambda p: p.a if isinstance(p, Pair) else p.b, Pair(1.5, 2.0)),
    "match": (lambda p: first_match(p), Pair(1.5, 2.0)),
}


def first_match(value):
    match value:
        case Polar(a, b):
            return a - b
        case Pair(a=a, b=b):
            return a * b
        case _:
            return 0.0


@pytest.mark.parametrize("name", CASES)
def test_containers(name):
    function, argument = CASES[name]
    agree(function, argument)


SEVERAL = {
    "mixed": (lambda a, b, c: a * b[0] * c["x"][1], 2.0, [3.0], {"x": (1.0, 4.0)}),
    "the same list twice": (lambda a, b: a[0] * b[1], *([[1.5, 2.0]] * 2)),
    "names of emitted variables": (
        lambda v0, d0, x0, x, dx, d1: v0 * d0 + x0 * x[0] * dx + d1 * x[1] * x[0],
        *(1.0, 2.0, 3.0, [4.0, 5.0], 6.0, 7.0),
    ),
    "names of elements": (lambda x, x0, x1: x[0] * x0 + x[1] * x1, [1.0, 2.0], 3.0, 4.0),
    "names of tangents": (lambda x, dx, dx0: x[0] * dx[0] * dx0, [1.0, 2.0], [3.0, 4.0], 5.0),
    "names of fields": (lambda p, p_a: p.a * p_a, Pair(2.0, 1.0), 3.0),
    "names of modules": (
        lambda math, np, array, sin: np * sin + array * math[0],
        *([2.0], np.array([1.0, 2.0]), 3.0, 4.0),
    ),
    "names of builtins": (lambda float, len: float[0] * len[0], np.array([1.0, 2.0]), [2.0]),
    "letters of all kinds": (lambda α, β: α * β[0], 1.5, [2.0]),  # noqa: PLC2401
    "indices that read alike": (
        lambda x, x01: x[0][1] * x01 * x[11] * x[10],
        *([[1.0, 2.0], *[1.5] * 9, 0.5, 3.0], 3.0),
    ),
    "dict of matrices": (lambda d, x: d["a"] @ x + d["b"][0], {"a": A23, "b": [1.0]}, np.ones(3)),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_several_arguments(name):
    function, *args = SEVERAL[name]
    agree(function, *args)


def test_names_of_functions_and_classes():
    def array(x):
        return np.array([x[1], x[0]])

    agree(array, np.array([1.0, 2.0]))

    def sin(x):
        return math.sin(x[0]) * x

    agree(sin, np.array([1.0, 2.0]))

    def pairs(Pair):
        return dataclasses.replace(RECORD, a=Pair * 2.0)

    agree(pairs, 1.5)
    agree(lambda f, dg, g: f * dg * g[0], 1.5, 2.0, [3.0])


RECORD = Pair(1.0, 2.0)


def test_matrices_of_two_digit_sizes():
    agree(lambda a: a[1, 11] * a[11, 1] * a[1, 1], np.arange(144.0).reshape(12, 12) + 1.0)


@pytest.mark.parametrize(
    "array",
    [
        np.array([1, 2, 3]),
        np.array([1, 2, 3], np.float32),
        np.array([1, 2, 3], np.uint8),
        np.array([1.0, 2.0, 3.0])[::-1],
        np.zeros(0),
    ],
)
def test_arrays_of_other_kinds_hold_the_same_numbers(array):
    f = la.compile(lambda a: a * 1.5)
    got = f(array)
    assert isinstance(got, np.ndarray)
    assert got.shape == array.shape
    assert got.tolist() == (np.asarray(array, float) * 1.5).tolist()
    assert f.lower(array) is f.lower(np.zeros(array.shape))


def test_the_argument_stays_as_it_was():
    x, d, a = [3.0, 1.0, 2.0], {"k": [1.0]}, np.array([1.0, 2.0])
    f = la.compile(lambda x, d, a: (x.sort(key=lambda v: 0), d.pop("k")[0] * x[0] * a[1])[1])
    assert f(x, d, a) == 6.0
    assert (x, d, a.tolist()) == ([3.0, 1.0, 2.0], {"k": [1.0]}, [1.0, 2.0])


# -- the signature


def test_the_emitted_function_unpacks_inside():
    f = la.compile(lambda x, p, d, a: x[0] * x[2] * p.a * d["k"] * a[1] * x[1])
    source = f.lower([1.0, 2.0, 3.0], Pair(1.0, 2.0), {"k": 1.0}, np.ones(2)).primal.source
    assert "\ndef f(x, p, d, a):\n    x0, x1, x2 = x\n    p_a = p.a\n" in source
    assert '    d_k = d["k"]\n' in source
    assert "    a0, a1 = a.tolist()\n" in source
    kernel = f.lower([1.0, 2.0, 3.0], Pair(1.0, 2.0), {"k": 1.0}, np.ones(2)).kernel
    assert list(inspect.signature(kernel).parameters) == "x p d a dx dp dd da".split()


def every_kind(a, b=2.0, *args, c, d=4.0, **rest):
    return a * b * c * d + sum(args) * sum(rest.values())


def test_keywords_defaults_and_stars():
    f = la.compile(every_kind, optimize="strict")
    assert str(inspect.signature(f)) == "(a, b=2.0, *args, c, d=4.0, **rest)"
    for args, kwargs in [
        ((1.5,), {"c": 3.0}),
        ((1.5, 0.5, 7.0, 8.0), {"c": 3.0, "e": 2.0}),
        ((1.5, 0.5, 7.0), {"c": 3.0, "d": 1.0, "e": 2.0, "f": 3.0}),
        ((), {"a": 1.5, "c": 3.0}),
    ]:
        assert bits(f(*args, **kwargs)) == bits(every_kind(*args, **kwargs))
    with pytest.raises(TypeError) as error:
        f(1.0)
    three_parts(error, "'c'", "every_kind(a, b=2.0", where="test_arguments.py:")
    with pytest.raises(TypeError) as error:
        la.compile(rosen)([1.0], [2.0])
    three_parts(error, "too many positional", where="test_arguments.py:")


def test_positional_only_and_keyword_only():
    def g(x, /, y, *, z=3.0):
        return x * y * z

    f = la.compile(g)
    assert f(2.0, y=3.0) == f(2.0, 3.0, z=3.0) == 18.0
    assert f.jvp((2.0, 3.0, 4.0), (1.0, 0.0, 0.0)) == (24.0, 12.0)


def test_star_arguments():
    f = la.compile(lambda x, *rest: x * sum(rest))
    assert [f(2.0), f(2.0, 3.0), f(2.0, 3.0, 4.0)] == [0.0, 6.0, 14.0]
    assert f.jvp((2.0, 3.0, 4.0), (1.0, 0.0, 10.0)) == (14.0, 27.0)
    assert f.lower(2.0, 3.0).kernel(2.0, (3.0,), 1.0, (0.0,)) == (6.0, 3.0)
    g = la.compile(lambda *parts: parts[0][0] * parts[1]["a"])
    assert g.jvp(([2.0], {"a": 3.0}), ([1.0], {"a": 0.0})) == (6.0, 3.0)
    h = la.compile(lambda **k: k["a"] * k["b"])
    assert h(a=2.0, b=3.0) == 6.0
    assert h.jvp(({"a": 2.0, "b": 3.0},), ({"a": 1.0, "b": 0.0},)) == (6.0, 3.0)


def test_defaults_that_are_containers():
    f = la.compile(lambda x, w=(1.0, 2.0), a=np.array([3.0]): x * w[1] * a[0])  # noqa: B008
    assert f(2.0) == 12.0
    assert f(2.0, w=(0.0, 1.0)) == 6.0
    assert f.jvp((2.0,), (1.0, (0.0, 0.0), np.zeros(1))) == (12.0, 6.0)


class Machine:
    def __init__(self, gain):
        self.gain = gain

    @la.compile
    def output(self, x, w=(1.0, 2.0)):
        return [self.gain * v * w[0] for v in x]

    @la.compile(static=("n",))
    def power(self, x, n):
        return self.gain * x["a"] ** n

    @staticmethod
    @la.compile
    def plain(x):
        return math.sin(x[0])


def test_methods_with_structures():
    machine = Machine(3.0)
    assert machine.output([1.0, 2.0]) == [3.0, 6.0]
    assert machine.output.jvp(([1.0],), ([1.0], (0.0, 0.0))) == ([3.0], [3.0])
    assert machine.power({"a": 2.0}, 3) == 24.0
    assert machine.power.jvp(({"a": 2.0}, 3), ({"a": 1.0},)) == (24.0, 36.0)
    assert Machine.plain([0.5]) == machine.plain([0.5]) == math.sin(0.5)
    assert la.compile(models.SPRING.force)(0.5) == pytest.approx(models.SPRING.force(0.5))


# -- one trace for each structure


def test_one_trace_for_each_structure():
    calls = queue.SimpleQueue()

    def f(x):
        calls.put(None)
        return x[0] * 2.0

    compiled = la.compile(f)
    for x in ([1.0, 2.0], [1, 2], [0.5, 2], [fractions.Fraction(1, 2), 0.0]):
        compiled(x)
        compiled.jvp((x,), (x,))
        assert compiled.lower(x) is compiled.lower([0.0, 0.0])
    assert calls.qsize() == 1
    others = [(1.0, 2.0), [1.0], {0: 1.0}, np.ones(2), np.ones((2, 1)), Polar(1.0, 2.0), [[1.0]]]
    lowered = {id(compiled.lower(x)) for x in others}
    assert len(lowered) == len(others)
    assert compiled((3.0, 4.0)) == compiled({0: 3.0}) == 6.0
    assert calls.qsize() == 3  # lower alone traces nothing


def test_the_order_of_keys_is_part_of_the_structure():
    f = la.compile(lambda d: sum(v * (k + 1) for k, v in enumerate(d.values())))
    assert f({"a": 1.0, "b": 2.0}) == 5.0
    assert f({"b": 2.0, "a": 1.0}) == 4.0


def test_lower_gives_the_concrete_function_without_calling():
    def f(x):
        return math.sqrt(x[0]) / x[1]

    compiled = la.compile(f)
    lowered = compiled.lower([-1.0, 0.0])  # sqrt(-1) / 0 would raise
    assert lowered.kernel([4.0, 2.0], [1.0, 0.0]) == (1.0, 0.125)
    assert "sqrt(x0)" in lowered.source
    assert lowered.graph.operations["sqrt"] == 1
    assert next(name for name, _ in lowered.stages()) == "trace"
    assert "derive" in lowered.report()
    assert lowered.primal.kernel([4.0, 2.0]) == 1.0
    assert compiled.source == lowered.source


def test_source_before_any_call():
    assert "def f(x, y):" in la.compile(lambda x, y: x * y).primal.source
    assert "2.0 * x" in la.compile(lambda x, n=2: x**n, static="n").source
    assert "x * w1" in la.compile(lambda x, w=(1.0, 2.0): x * w[1]).source
    for function, static in [
        (lambda *args: args[0], ()),
        (lambda x, n: x**n, ("n",)),
        (lambda x: x[0] * 2.0, ()),
        (lambda x: list(x), ()),
    ]:
        with pytest.raises(TypeError, match="lower") as error:
            la.compile(function, static=static).source  # noqa: B018
        three_parts(error, "lower", where="test_arguments.py:")


def test_threads_with_different_structures():
    def f(x):
        total = 0.0
        for v in x:
            total = total + math.sin(v) if v > 0.5 else total * v - 1.0
        return total

    structures = [
        kind([0.1 * k + 0.3 * j for j in range(1 + k % 4)])
        for k, kind in enumerate([list, tuple, np.array, list, tuple, np.array, list, tuple])
    ]
    want = [f(x) for x in structures]
    for _ in range(3):
        compiled, errors = la.compile(f, optimize="strict"), []
        start = threading.Barrier(8)

        def work(at, compiled=compiled, errors=errors, start=start):
            start.wait()
            for k in range(64):
                which = (at + k) % 8
                try:
                    assert bits(compiled(structures[which])) == bits(want[which])
                except Exception as error:
                    errors.append(error)

        threads = [threading.Thread(target=work, args=(k,)) for k in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not errors
        assert all(compiled.lower(x) is compiled.lower(x) for x in structures)


# -- static values


def choose(x, how):
    if how in ("sin", Mode.SINE, True):
        return math.sin(x)
    return how(x) if callable(how) else x * x


def test_what_is_no_number_is_static():
    f = la.compile(choose, optimize="strict")
    for how in ("sin", "other", True, False, None, Mode.SINE, Mode.COSINE, math.cos, abs):
        assert f(0.5, how) == choose(0.5, how)
        assert f.lower(0.5, how) is f.lower(0.7, how)
        assert list(inspect.signature(f.lower(0.5, how).kernel).parameters) == ["x", "dx"]
    assert f.lower(0.5, "sin") is not f.lower(0.5, "other")
    assert f.lower(0.5, True) is not f.lower(0.5, 1.0)
    assert f.jvp((0.5, "sin"), (1.0,)) == (math.sin(0.5), math.cos(0.5))


def test_static_parameters():
    calls = queue.SimpleQueue()

    def power(x, n):
        calls.put(n)
        for _ in range(n - 1):
            x = x * x
        return x

    f = la.compile(power, static=("n",))
    assert [f(3.0, 1), f(3.0, 2), f(3.0, 3), f(2.0, 2), f(x=2.0, n=2)] == [3.0, 9.0, 81.0, 4.0, 4.0]
    assert [calls.get() for _ in range(calls.qsize())] == [1, 2, 3]
    assert f.lower(0.0, 2) is f.lower(1.0, 2)
    assert f.lower(0.0, 2) is not f.lower(0.0, True)
    assert f.jvp((3.0, 2), (1.0,)) == (9.0, 6.0)
    g = la.compile(lambda x, powers: [x**n for n in powers], static="powers")
    assert g(2.0, (1, 2, 3)) == [2.0, 4.0, 8.0]


class Gas:
    def __init__(self, gamma):
        self.gamma = gamma

    def speed(self, t):
        return (self.gamma * 287.0 * t) ** 0.5


AIR = Gas(1.4)


@pytest.mark.parametrize("default", [np, np.float64, np.ndarray, math])
def test_a_default_that_is_a_module_or_a_class_is_static(default):
    # NumPy itself has a dtype, whose kind is no letter: it was a TypeError of `in <string>`
    def f(x, xp=default):
        return x * x if xp is default else x

    f_ad = la.compile(f)
    assert f_ad(3.0) == 9.0
    assert f_ad.grad(3.0) == 6.0
    assert f_ad.jvp((3.0,), (1.0,)) == (9.0, 6.0)


def test_a_default_of_a_class_of_its_own_is_static():
    """No number is in it, and register_container was asked for."""

    def speed(t, gas=AIR):
        return gas.speed(t)

    f, t = la.compile(speed), np.array([200.0, 300.0])
    assert f(300.0) == f(300.0, AIR) == f(300.0, gas=AIR) == AIR.speed(300.0)
    assert f(300.0, Gas(1.3)) == Gas(1.3).speed(300.0)
    assert f.grad(300.0) == la.grad(speed)(300.0) == pytest.approx(AIR.speed(300.0) / 600.0)
    assert f.batch(t) == pytest.approx(AIR.speed(t))
    AIR.gamma = 1.5
    try:
        assert f(300.0) == AIR.speed(300.0)
    finally:
        AIR.gamma = 1.4


@pytest.mark.parametrize("value", [[1, 2], {1}, {"a": 1}])
def test_a_static_value_must_be_hashable(value):
    f = la.compile(lambda x, n: x, static="n")
    with pytest.raises(TypeError) as error:
        f(1.0, value)
    three_parts(error, "static and cannot be hashed", "a tuple for a list", where="test_arguments")


def test_recursion_on_a_static_value():
    def factorial(n, x):
        return x if n <= 1 else n * x * factorial(n - 1, x)

    assert la.compile(factorial, static="n")(5, 2.0) == factorial(5, 2.0)

    @la.compile(static="n")
    def compiled(n, x):
        return x if n <= 1 else n * x * compiled(n - 1, x)

    assert compiled(4, 2.0) == factorial(4, 2.0)
    assert compiled.jvp((4, 2.0), (1.0,)) == (384.0, 768.0)


def test_a_number_that_counts_is_known_from_a_call():
    function = lambda x, n: sum(x for _ in range(n))  # noqa: E731
    with pytest.raises(TypeError, match="static") as error:
        trace(function)
    three_parts(error, "static", where=f"test_arguments.py:{function.__code__.co_firstlineno}")
    compiled = la.compile(function)
    for n in (1, 3, 2, 3):
        assert compiled(1.5, n) == function(1.5, n)
        assert compiled.grad(1.5, n) == n  # which is fixed by itself
    with pytest.raises(TypeError, match="an index was asked") as error:  # as of Python's floats
        la.compile(function)(1.0, 2.0)
    three_parts(error, "static", where="test_arguments.py:")


def ints_of(x, n):
    """Shapes, ranges, indices and lengths by what is known in a call alone."""
    k = int(x)
    total = sum(x * i for i in range(k))
    row = np.zeros(k + 1)
    row[k] = x * x
    if x > 2.0:
        total += len([0.0] * (n >> 1)) * x
    return total + row.sum() * n


def test_ints_are_decided_by_calls():
    compiled = la.compile(ints_of)
    for x, n in ((3.5, 4), (0.5, 1), (3.25, 4), (5.125, 9), (-0.5, 2)):
        assert compiled(x, n) == pytest.approx(ints_of(x, n), rel=1e-15)
        slope = (ints_of(x + 2**-20, n) - ints_of(x - 2**-20, n)) * 2**19
        assert compiled.jvp((x, n), (1.0, 0.0))[1] == pytest.approx(slope, rel=1e-9)


def _flags(x):
    flags, total = int(x), 0.0
    if x > 3.0:
        flags = flags | 8
    for k in range(40):
        total += (flags >> k & 5) * x + math.comb(6, int(x) + k % 2)
    return total


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x * math.comb(5, int(x)) + math.gcd(round(x), 6),
        lambda x: x * (int(x) ^ 3 | math.floor(x) & ~int(x + 1.0)),
        lambda x: x * (1 << int(x)) + (round(x) << int(x)),
        lambda x: sum(x * k for k in range(2 ** int(x))),
        lambda x: len([x] * (3 * 2 ** (int(x) - 1) + 1)) * x,
        lambda x: x * (200 >> int(x)) + (round(x) >> int(x / 2.0)),
        lambda x: x * int(x).bit_length() + x * round(x).bit_count(),
        _flags,
    ],
)
def test_an_int_of_which_there_is_no_formula_is_fixed(function):
    compiled = la.compile(function)
    for x in (2.25, 4.75, 2.75):
        assert compiled(x) == function(x)
        assert compiled.grad(x) == (function(x + 2**-5) - function(x - 2**-5)) * 2**4


@pytest.mark.parametrize(
    "function",
    [
        lambda x, n: x * n.bit_length(),
        lambda x, n: x * {3: 5.0}[n],
        lambda x, n: x * len("ab" * n) * int(f"{n}"),
        lambda x, n: x * np.mgrid[0 : 1 : n * 1j].sum(),
        lambda x, n: x * math.comb(n, 2),
        lambda x, n: x + np.int16(n),
    ],
)
def test_an_int_where_a_float_is_refused_is_fixed(function):
    assert la.compile(function)(1.5, 3) == function(1.5, 3)
    assert la.grad(function)(1.5, 3) == function(2.5, 3) - function(1.5, 3)


def test_a_number_may_be_an_index():
    function = la.compile(lambda x, n: [x, x * x][n])
    assert [function(3.0, n) for n in (0, 1, -1)] == [3.0, 9.0, 9.0]
    assert function.grad(3.0, 1) == 6.0
    with pytest.raises(TypeError, match="must be integers"):  # as Python says
        function(3.0, 1.0)


# -- wrt


def test_wrt_names_and_paths():
    def f(p, x, d):
        return p.a * p.b * x[0] * x[1] * d["k"]

    args = Pair(2.0, 3.0), [5.0, 7.0], {"k": 1.0, "j": [1.0]}
    for wrt, slope in {
        "p.a": 105.0,
        "p.b": 70.0,
        "x[0]": 42.0,
        "x[1]": 30.0,
        "d['k']": 210.0,
        'd["k"]': 210.0,
        "d['j'][0]": 0.0,
    }.items():
        compiled = la.compile(f, wrt=wrt)
        assert compiled.jvp(args, (1.0,)) == (210.0, slope)
    both = la.compile(f, wrt=("x[1]", "p"))
    assert both.jvp(args, (1.0, Pair(1.0, 0.0))) == (210.0, 30.0 + 105.0)
    lowered = both.lower(*args)
    assert list(inspect.signature(lowered.kernel).parameters) == ["p", "x", "d", "dx1", "dp"]
    assert "dx0" not in lowered.source
    assert "dd" not in lowered.source
    check_source(lowered.source)


def test_wrt_into_other_containers():
    matrix = np.array([[2.0, 3.0], [5.0, 7.0]])
    f = la.compile(lambda a: a[0, 1] * a[1, 0], wrt="a[0, 1]")
    assert f.jvp((matrix,), (1.0,)) == (15.0, 5.0)
    f = la.compile(lambda d: d["p"][0] * d["p"][1] * d["q"], wrt="d['p']")
    assert f.jvp(({"p": [2.0, 3.0], "q": 1.0},), ([1.0, 0.0],)) == (6.0, 3.0)
    f = la.compile(lambda x: x[1] * x[10], wrt=("x[1]", "x[10]"))
    assert f.jvp(([float(k) for k in range(11)],), (1.0, 0.0)) == (10.0, 10.0)
    f = la.compile(lambda *args: args[0] * args[1], wrt="args[1]")
    assert f.jvp((2.0, 3.0), (1.0,)) == (6.0, 2.0)


@pytest.mark.parametrize("wrt", ["z", "z[0]", ("x", "x"), "x[0]["])
def test_wrt_that_no_signature_has(wrt):
    with pytest.raises(ValueError, match="wrt names") as error:
        la.compile(lambda x: x[0], wrt=wrt)([1.0])
    three_parts(error, where="test_arguments.py:")


@pytest.mark.parametrize("wrt", ["x[5]", "x.foo", "x['a']", "x[", "s", "x[2]"])
def test_wrt_that_holds_no_number(wrt):
    with pytest.raises(ValueError, match="holds no number") as error:
        la.compile(lambda x, s="a": x[0], wrt=wrt)([1.0, 2.0, None])
    three_parts(error, where="test_arguments.py:")


def test_static_names_are_parameters():
    with pytest.raises(ValueError, match="static names 'z'") as error:
        la.compile(lambda x: x, static="z")
    three_parts(error, "x", where="test_arguments.py:")


# -- jvp


def test_tangents_have_the_structure_of_their_primals():
    f = la.compile(lambda x, d, a: x[0] * d["k"] * a[1] * x[1])
    primals = [2.0, 3.0], {"k": 5.0}, np.array([1.0, 7.0])
    tangents = [1.0, 0.0], {"k": 0.0}, np.zeros(2)
    assert f.jvp(primals, tangents) == (210.0, 105.0)
    assert f.jvp(list(primals), list(tangents)) == (210.0, 105.0)
    assert f.jvp(primals, ([1, 0], {"k": 0}, np.zeros(2, int))) == (210.0, 105.0)
    for at, wrong in [
        (0, (1.0, 0.0)),
        (0, [1.0]),
        (0, 1.0),
        (0, [1.0, "a"]),
        (0, [1.0, None]),
        (0, [1.0, True]),
        (0, np.zeros(2)),
        (0, [[1.0], 0.0]),
        (1, {"j": 0.0}),
        (1, {}),
        (1, [0.0]),
        (2, np.zeros(3)),
        (2, np.zeros((2, 1))),
        (2, [0.0, 0.0]),
    ]:
        with pytest.raises(TypeError) as error:
            f.jvp(primals, (*tangents[:at], wrong, *tangents[at + 1 :]))
        three_parts(error, f"the tangent of {'xda'[at]}", where="test_arguments.py:")


def test_counts_of_primals_and_tangents():
    f = la.compile(lambda x, y: x[0] * y)
    for primals, tangents in [
        (([1.0],), ([1.0], 1.0)),
        (([1.0], 2.0), ([1.0],)),
        (([1.0], 2.0, 3.0), ([1.0], 1.0)),
    ]:
        with pytest.raises(TypeError, match="primals") as error:
            f.jvp(primals, tangents)
        three_parts(error, "2 primals (x, y)", where="test_arguments.py:")
    with pytest.raises(TypeError, match=r"tangents is a float"):
        f.jvp(([1.0], 2.0), 1.0)


def test_tangents_of_records():
    f = la.compile(lambda p: p.a * p.b)
    assert f.jvp((Pair(2.0, 3.0),), (Pair(1.0, 0.0),)) == (6.0, 3.0)
    with pytest.raises(TypeError, match="tangent of p"):
        f.jvp((Pair(2.0, 3.0),), ((1.0, 0.0),))
    g = la.compile(lambda p: Polar(p.angle * 2.0, p.radius))
    value, tangent = g.jvp((Polar(2.0, 3.0),), (Polar(1.0, 0.0),))
    assert (type(value), value, tangent) == (Polar, Polar(6.0, 2.0), Polar(0.0, 1.0))


# -- compiled functions inside others


def test_compiled_functions_with_structures_inside_others():
    inner = la.compile(lambda p, x: Pair(p.a * x[0], [p.b * x[1], x[0]]))
    arrays = la.compile(lambda a: a * math.sin(a[0]))

    def outer(x, d):
        pair = inner(Pair(x, d["k"]), [x * x, 2.0])
        return arrays(np.array([pair.a, pair.b[0]])) * pair.b[1]

    agree(outer, 0.7, {"k": 1.5})

    def slope(x):
        return inner.jvp((Pair(x, 2.0), [x, x]), (Pair(1.0, 0.0), [0.0, 1.0]))[1].b[0] * x

    agree(slope, 0.7)
    agree(lambda a: arrays.jvp((a,), (np.array([1.0, 0.0]),))[1], np.array([0.4, 0.5]))
    chosen = la.compile(lambda x, how: math.sin(x) if how == "s" else math.cos(x))
    agree(lambda x: chosen(x, "s") * chosen(x, how="c"), 0.4)


def test_duals_in_structures():
    f = la.compile(lambda x: x[0] * x[1]["k"])
    got = f([la.Dual(2.0, 1.0), {"k": 3.0}])
    assert (got.real, got.dual) == (6.0, 3.0)


# -- what is refused


class Plain:
    """Neither a container nor a number."""

    __hash__ = None


@pytest.mark.parametrize(
    "value",
    [
        {1.0, 2.0},
        (v for v in (1.0, 2.0)),
        range(3),
        decimal.Decimal("1.5"),
        types.SimpleNamespace(a=1.0),
        Plain(),
        bytearray(b"a"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_argument(value):
    f = la.compile(lambda x: x)
    for argument in (value, [1.0, value], {"k": value}):
        with pytest.raises(TypeError) as error:
            f(argument)
        three_parts(error, "the argument x", where="test_arguments.py:")


def test_numbers_of_other_types():
    f = la.compile(lambda x: x * 2.0)
    assert f(fractions.Fraction(1, 4)) == f(0.25) == f(np.float32(0.25)) == 0.5
    assert f(3) == f(np.int64(3)) == 6.0
    with pytest.raises(OverflowError) as error:
        f(10**400)
    three_parts(error, "no float holds", where="test_arguments.py:")
    with pytest.raises(OverflowError):
        la.compile(lambda x: x[0])([10**400])


@pytest.mark.parametrize("key", [1.5, (1, 2), Mode.SINE])
def test_keys_that_no_source_can_spell(key):
    with pytest.raises(TypeError) as error:
        la.compile(lambda d: d[key] * 2.0)({key: 1.0})
    three_parts(error, "str or int keys")


# -- text and pickles


def test_long_structures_are_black_s():
    def f(x):
        return {f"some_long_key_{k}": [x[k], (x[k],), Pair(x[0], np.array([x[k]] * 9))] for k in x}

    compiled = la.compile(f)
    arguments = dict.fromkeys(range(12), 1.5)
    lowered = compiled.lower(arguments)
    for source in (lowered.source, lowered.primal.source):
        check_source(source)
    assert bits(run_alone(lowered.primal.source, "f", [arguments])) == bits(f(arguments))


def pickled():
    """(compiled function, arguments, tangents) of many structures."""
    branches = la.compile(lambda x, y: [x * y[0], y[1]] if x > 0 else [y[1], math.sin(x)])
    rows = [
        (la.compile(lambda x, y: math.sin(x) * y), (1.0, 2.0), (1.0, 0.5)),
        (branches, (-0.7, [1.0, 2.0]), (1.0, [0.5, 0.0])),
        (la.compile(lambda p: p.swapped()), (Pair(1.0, [2.0]),), (Pair(1.0, [0.5]),)),
        (la.compile(lambda p: p._replace(radius=p.x())), (Polar(1.0),), (Polar(1.0, 0.0),)),
        (la.compile(lambda a: a @ a.T), (A23,), (np.ones((2, 3)),)),
        (la.compile(lambda d: dict(d)), (STRANGE,), (dict.fromkeys(STRANGE, 1.0),)),
        (la.compile(lambda x, how: x * 2 if how == "a" else x), (1.5, "a"), (1.0,)),
        (la.compile(lambda x, n: x**n, static="n"), (1.5, 3), (1.0,)),
        (la.compile(lambda x: x[0] * x[1], wrt="x[1]"), ([2.0, 3.0],), (1.0,)),
    ]
    for f, args, _ in rows:
        f(*args)
    return rows


READ = """
import pickle, sys
rows = pickle.load(sys.stdin.buffer)
for f, kernel, args, fixed, tangents in rows:
    print(repr(f(*args)), repr(f.jvp(args, tangents)), repr(kernel(*args[:fixed], *tangents)))
"""


def test_pickles_in_a_fresh_process():
    rows, want = [], []
    for f, args, tangents in pickled():
        fixed = len(inspect.signature(f.kernel).parameters) - len(tangents)
        rows.append((f, f.kernel, args, fixed, tangents))
        both = f.jvp(args, tangents)
        want.append(f"{f(*args)!r} {both!r} {f.kernel(*args[:fixed], *tangents)!r}")
        again = pickle.loads(pickle.dumps(f))
        assert bits(again(*args)) == bits(f(*args))
        assert again.lower(*args).source.count("\n") > 2
    out = subprocess.run(
        [sys.executable, "-c", READ],
        input=pickle.dumps(rows),
        capture_output=True,
        cwd=pathlib.Path(__file__).parents[1],
        check=False,
    )
    assert out.stdout.decode().splitlines() == "\n".join(want).splitlines(), out.stderr.decode()


def test_a_pickle_knows_the_structures_it_was_made_for():
    f = la.compile(lambda x: x[0] * 2.0)
    f([1.0]), f((1.0, 2.0))
    again = pickle.loads(pickle.dumps(f))
    assert again([3.0]) == again((3.0, 0.0)) == 6.0
    with pytest.raises(TypeError, match="no function to trace") as error:
        again({0: 1.0})
    three_parts(error, where="test_arguments.py:")


def test_results_keep_their_kinds():
    f = la.compile(lambda x: {"a": [x, (x, 1.0)], "b": Polar(x, 2.0), "c": np.array([[x, 1.0]])})
    value, tangent = f.jvp((3.0,), (1.0,))
    assert value["a"] == [3.0, (3.0, 1.0)]
    assert tangent["a"] == [1.0, (1.0, 0.0)]
    assert (value["b"], tangent["b"]) == (Polar(3.0, 2.0), Polar(1.0, 0.0))
    assert value["c"].tolist() == [[3.0, 1.0]]
    assert tangent["c"].tolist() == [[1.0, 0.0]]
    assert numbers(f(3.0)) == numbers(value)


def test_a_static_float_chooses_its_trace():
    f = la.compile(lambda n, x: x**n, static="n")
    assert (f(2.0, 3.0), f(3.0, 3.0)) == (9.0, 27.0)
    assert f.jvp((2.0, 3.0), (1.0,)) == (9.0, 6.0)
    assert f.jvp((3.0, 3.0), (1.0,)) == (27.0, 27.0)


def test_statics_in_tuples_are_told_apart():
    f = la.compile(lambda n, x: x * (3 if n[0] is True else 5), static="n")
    assert (f((True,), 1.0), f((1,), 1.0)) == (3.0, 5.0)
    g = la.compile(lambda n, x: math.copysign(x, n[0]), static="n")
    assert (g((0.0,), 3.0), g((-0.0,), 3.0)) == (3.0, -3.0)


def test_masks_are_static():
    f = la.compile(lambda a, mask: a[mask].sum() * 2)
    a = np.arange(3.0)
    assert f(a, np.array([True, False, True])) == 4.0
    assert f(a, np.array([True, True, True])) == 6.0
    assert f.lowered.wrt == ("a",)


def test_a_parameter_named_like_a_gap():
    f = la.compile(lambda _, x: x[0] * 2 + _)
    assert f(4.0, [1.0, True]) == 6.0
    assert f(4.0, [1.0, []]) == 6.0


def test_paths_that_overlap():
    f = la.compile(lambda x: x[0] * x[1], wrt=("x", "x[0]"))
    with pytest.raises(ValueError, match="twice") as error:
        f([1.0, 2.0])
    three_parts(error, where="test_arguments.py:")


@dataclasses.dataclass
class Derived:
    """A class that computes one field, and whose other one is a name."""

    side: float
    name: str = "square"
    area: float = dataclasses.field(init=False)

    def __post_init__(self):
        self.area = self.side * self.side


def test_fields_that_the_class_makes_and_fields_that_are_names():
    f = la.compile(lambda p: dataclasses.replace(p, side=p.side * 3))
    assert f(Derived(2.0)) == Derived(6.0)
    assert pickle.loads(pickle.dumps(f))(Derived(2.0)) == Derived(6.0)


def test_fields_that_the_class_makes_have_derivatives_of_their_own():
    slope = la.grad(lambda p: 2.0 * p.side + 3.0 * p.area)(Derived(5.0))
    assert (slope.side, slope.name, slope.area) == (2.0, "square", 3.0)


@dataclasses.dataclass
class Angle:
    """A class that changes what it is given."""

    degrees: float

    def __post_init__(self):
        self.degrees %= 360.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A class that refuses what may be a derivative."""

    metres: float
    unit: str = "m"

    def __post_init__(self):
        if not self.metres > 0.0:
            raise ValueError("a length is positive")


@dataclasses.dataclass
class Scaled(Angle):
    """One that takes what is no field, computes what is none, and inherits."""

    scale: dataclasses.InitVar[float] = 2.0

    def __post_init__(self, scale):
        self.degrees *= scale
        self.double = self.degrees * 2.0
        self.note = "as computed"
        self.parts = [self.degrees, {"half": self.degrees / 2.0}]
        self.handle = object()  # no value that a trace can hold

    @functools.cached_property
    def looked_up(self):
        return self.degrees * 7.0


class Point(typing.NamedTuple):
    x: float
    y: float


class Wrapped(Point):
    """A NamedTuple with a constructor of its own."""

    __slots__ = ()

    def __new__(cls, x, y=1.0):
        return super().__new__(cls, x % 10.0, y)


@dataclasses.dataclass
class Own:
    """A dataclass whose __init__ is written out."""

    a: float

    def __init__(self, b):
        self.a = b + 1.0


@attrs.define
class Checked:
    a: float = attrs.field(converter=lambda value: value * 2.0)
    _b: float = attrs.field(default=1.0, validator=attrs.validators.gt(0.0))


@attrs.frozen
class Plain:
    a: float
    b: float = attrs.field(default=3.0, kw_only=True)


@pytest.mark.parametrize(
    ("given", "f", "expected"),
    [
        (Angle(10.0), lambda p: -3.0 * p.degrees, {"degrees": -3.0}),
        (Length(metres=2.0), lambda p: -3.0 * p.metres, {"metres": -3.0, "unit": "m"}),
        (
            Scaled(5.0),
            lambda p: p.degrees * p.double * p.parts[0] * p.parts[1]["half"],
            {
                "degrees": 1000.0,
                "double": 500.0,
                "note": "as computed",
                "parts": [1000.0, {"half": 2000.0}],
            },
        ),
        (Own(1.0), lambda p: p.a**2, {"a": 4.0}),
        (Checked(1.0, 3.0), lambda p: -p.a * p._b, {"a": -3.0, "_b": -2.0}),
        (Plain(1.0), lambda p: -p.a * p.b, {"a": -3.0, "b": -1.0}),
    ],
)
def test_a_constructor_does_not_change_a_derivative(given, f, expected):
    def of(slope):
        assert type(slope) is type(given)
        return {name: getattr(slope, name) for name in expected}

    assert of(la.grad(f)(given)) == expected
    assert of(la.vjp(f, (given,), 1.0)[1][0]) == expected
    assert not hasattr(la.grad(f)(given), "handle")
    for numpys in (la.grad(f, target="numpy"), pickle.loads(pickle.dumps(la.grad(f).lower(given)))):
        assert of(numpys(given)) == expected


def test_a_constructor_does_not_change_second_derivatives():
    length, angle = Length(metres=2.0), Angle(300.0)
    assert la.hessian(lambda p: -(p.metres**3))(length).metres.metres == -12.0
    assert la.jacobian(lambda p: Angle(p.degrees * -3.0))(angle).degrees.degrees == -3.0
    twice = la.jacobian(la.jacobian(lambda p: Length(metres=p.metres**2)))(length)
    assert twice.metres.metres.metres == 2.0
    assert la.jvp(lambda p: Wrapped(p.x, p.y), (Wrapped(3.0),), (Wrapped(1.0, 0.0),))[1] == (1, 0)


def test_a_constructor_in_the_function_runs_once():
    made = la.compile(lambda x: Scaled(x))(5.0)
    assert (type(made), made.degrees, made.double) == (Scaled, 10.0, 20.0)
    assert (made.note, made.parts, made.looked_up) == ("as computed", [10.0, {"half": 5.0}], 70.0)
    value, tangent = la.jvp(lambda x: Wrapped(x), (13.0,), (11.0,))
    assert (type(value), value, type(tangent), tangent) == (Wrapped, (3, 1), Wrapped, (11, 0))
    with pytest.raises(ValueError, match="a length is positive"):
        la.compile(lambda x: Length(metres=x))(-1.0)


def test_an_attribute_that_was_looked_up_is_no_part_of_an_argument():
    f, given = la.compile(lambda p: p.looked_up), Scaled(5.0)
    assert f(given) == given.looked_up == f(given) == 70.0
    assert len(f.known) == 1


def test_source_calls_no_constructor_that_computes():
    f = la.compile(lambda x, tuple: (Wrapped(x), Angle(x), Plain(x)))
    args = (370.0, 1.0, 1.0, 0.0)
    assert run_alone(f.source, f.trace.name, args) == f.kernel(*args)
    assert "tuple_.__new__(Wrapped, (" in f.source
    assert 'rebuilt(Angle, {"degrees": x % 360.0})' in f.source
    assert "Plain(a=x, b=3.0)" in f.source


def test_classes_that_nothing_imports():
    local = dataclasses.make_dataclass("Local", [("a", float), ("b", float)])
    f = la.compile(lambda p: p.a * p.b)
    assert f(local(2.0, 3.0)) == 6.0
    assert f.jvp((local(2.0, 3.0),), (local(1.0, 0.0),)) == (6.0, 3.0)


def test_empty_arrays_keep_their_shape():
    assert la.compile(lambda a: a * 2)(np.zeros((0, 3))).shape == (0, 3)


def test_arrays_in_containers_are_numbers_of_the_numpy_target():
    f = la.compile(lambda d: d["a"] * d["b"], target="numpy")
    value, tangent = f.jvp(({"a": np.ones(3), "b": 2.0},), ({"a": np.ones(3), "b": 0.0},))
    assert value.tolist() == tangent.tolist() == [2.0, 2.0, 2.0]


def test_what_is_lowered_is_a_function_of_that_structure():
    f = la.compile(lambda x, y: x[0] * y).lower([2.0], 1.0)
    assert f([2.0], 3.0) == 6.0
    with pytest.raises(TypeError, match="was lowered for a tuple of") as error:
        f((2.0,), 3.0)
    three_parts(error, where="test_arguments.py:")


def test_arrays_of_places_are_static():
    f = la.compile(lambda x, i: x[i] * 2.0, static="i")
    x = np.array([1.0, 2.0, 3.0])
    assert f(x, np.array([0, 2])).tolist() == [2.0, 6.0]
    places = np.array([1, 1, 0])
    assert f(x, places).tolist() == [4.0, 4.0, 2.0]
    places[0] = 2
    assert f(x, places).tolist() == [6.0, 4.0, 2.0]
    assert f.jacobian(x, np.array([0, 2])).tolist() == [[2.0, 0.0, 0.0], [0.0, 0.0, 2.0]]
