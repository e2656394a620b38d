"""What a trace reads, and what it leaves alone: globals, objects, classes and containers."""

import argparse
import array
import builtins
import collections
import contextlib
import datetime
import functools
import math
import os
import pickle
import queue
import random
import statistics
import sys
import threading
import time
import types
import typing
import weakref
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import pytest

import lazyad as la
from tests.helpers_names.checks import three_parts

GAIN = 2.0
TABLE = {"k": [1.0, 2.0]}
OFFSETS = np.array([1.0, 2.0])


def scaled(x):
    return GAIN * x * TABLE["k"][1]


def helper(x):
    return 3.0 * x


def calls_helper(x):
    return helper(x)


# -- builtins, as notebooks and debuggers leave them


def test_functions_among_the_builtins(monkeypatch):
    monkeypatch.setattr(builtins, "h", lambda: None, raising=False)
    monkeypatch.setattr(builtins, "twice_sin", lambda x: 2.0 * math.sin(x), raising=False)
    assert la.compile(lambda x: x * x)(2.0) == 4.0
    f = la.compile(lambda x: twice_sin(x))  # noqa: F821
    assert f.jvp((0.5,), (1.0,)) == (2.0 * math.sin(0.5), 2.0 * math.cos(0.5))


# -- what is read again


def test_a_global_that_is_rebound(monkeypatch):
    f = la.compile(scaled)
    assert f(1.0) == 4.0
    assert f.grad(1.0) == 4.0
    monkeypatch.setattr(sys.modules[__name__], "GAIN", 5.0)
    assert (f(1.0), f.grad(1.0), f.jvp((1.0,), (1.0,))) == (10.0, 10.0, (10.0, 10.0))
    assert "10.0" in f.source
    monkeypatch.setitem(TABLE, "k", [1.0, 3.0])
    assert (f(1.0), f.grad(1.0)) == (15.0, 15.0)
    TABLE["k"][1] = 4.0
    assert (f(1.0), f.grad(1.0)) == (20.0, 20.0)


def test_a_helper_that_is_written_again(monkeypatch):
    f = la.compile(calls_helper)
    assert f(1.0) == 3.0
    monkeypatch.setattr(sys.modules[__name__], "helper", lambda x: x * x * x)
    assert f.grad(2.0) == 12.0
    assert f(2.0) == 8.0


def test_a_cell_that_is_rebound():
    k = 2.0

    def f(x):
        return k * x

    compiled = la.compile(f)
    assert compiled(3.0) == 6.0
    k = 4.0
    assert (compiled(3.0), compiled.grad(3.0)) == (12.0, 4.0)


def test_an_array_that_is_changed():
    offsets = OFFSETS.copy()
    f = la.compile(lambda x: x * offsets[1])
    assert f(2.0) == 4.0
    offsets[1] = 5.0
    assert (f(2.0), f.grad(2.0)) == (10.0, 5.0)


class Model:
    shared = 1.0

    def __init__(self, w):
        self.w = w
        self.history = []
        self.memo = {}

    def __call__(self, x):
        self.history.append(x)
        self.memo["last"] = x
        return self.w * x * self.shared


def test_an_attribute_that_is_changed(monkeypatch):
    model = Model(3.0)
    f = la.compile(lambda x: model(x))
    method, given = la.compile(model), la.compile(lambda g, x: g(x))
    derivative, of_own = la.grad(model), la.compile(lambda x: Model(x).shared * x)
    assert (f(2.0), method(2.0), given(model, 2.0), derivative(2.0)) == (6.0, 6.0, 6.0, 3.0)
    assert of_own(2.0) == 2.0
    model.w = 7.0
    assert (f(2.0), method(2.0), given(model, 2.0), derivative(2.0)) == (14.0, 14.0, 14.0, 7.0)
    monkeypatch.setattr(Model, "shared", 2.0)
    assert (f(2.0), method(2.0), given(model, 2.0), derivative(2.0)) == (28.0, 28.0, 28.0, 14.0)
    assert of_own(2.0) == 4.0
    assert model.history == []
    assert model.memo == {}


class Shadowed:
    k = 2.0

    def energy(self, x):
        return self.k * x


def test_what_shadows_what_was_found(monkeypatch):
    shadowed = Shadowed()
    f, g = la.compile(shadowed.energy), la.compile(lambda x: abs(x) + shadowed.energy(x))
    assert (f(3.0), g(3.0)) == (6.0, 9.0)
    shadowed.k = 10.0
    assert (f(3.0), g(3.0)) == (30.0, 33.0)
    shadowed.energy = lambda x: x
    assert g(3.0) == 6.0
    monkeypatch.setattr(sys.modules[__name__], "abs", lambda x: 0.0, raising=False)
    assert g(3.0) == 3.0


class Base:
    scale = 2.0


class Derived(Base):
    pass


class Slotted:
    __slots__ = ("k",)


class Metered(type):
    gain = 2.0


class Meter(metaclass=Metered):
    pass


class Degrees:
    def __init__(self):
        self.offset = 2.0

    def __get__(self, thermometer, kind):
        return math.sin(thermometer.x) + self.offset if thermometer else self


class Thermometer:
    degrees = Degrees()

    def __init__(self, x):
        self.x = x


def _doubled(x, k=2.0):
    return k * x


def _by_keyword(x, *, k=2.0):
    return k * x


class Entries(dict):
    pass


class Row(list):
    pass


def _changes():
    """(a function of what is read, what changes it)"""
    thing, empty, slotted, derived = argparse.Namespace(k=2.0), Base(), Slotted(), Derived()
    yield lambda x: vars(thing)["k"] * x, lambda: setattr(thing, "k", 3.0)
    yield lambda x: thing.__dict__["k"] * x, lambda: setattr(thing, "k", 4.0)
    yield (
        lambda x: x * (empty.k if hasattr(empty, "k") else 1.0),
        lambda: setattr(empty, "k", 3.0),
    )
    yield lambda x: x * getattr(slotted, "k", 1.0), lambda: setattr(slotted, "k", 3.0)
    yield lambda x: x * derived.scale, lambda: setattr(Derived, "scale", 5.0)
    yield lambda x: x * Meter.gain, lambda: setattr(Metered, "gain", 3.0)
    degrees = vars(Thermometer)["degrees"]
    yield lambda x: Thermometer(x).degrees, lambda: setattr(degrees, "offset", 3.0)
    yield lambda x: _doubled(x), lambda: setattr(_doubled, "__defaults__", (3.0,))
    yield lambda x: _by_keyword(x), lambda: _by_keyword.__kwdefaults__.update(k=3.0)
    written = types.FunctionType(_doubled.__code__, globals(), "written", (2.0,))
    again = compile("def f(x, k):\n return k * x * x", "again", "exec").co_consts[0]
    yield lambda x: written(x), lambda: setattr(written, "__code__", again)
    partial = functools.partial(lambda x, k: k * x, k=2.0)
    yield lambda x: partial(x), lambda: partial.keywords.update(k=3.0)
    table, row, view = Entries(k=2.0), Row([2.0]), {"k": 2.0}
    seen = types.MappingProxyType(view)
    yield lambda x: table["k"] * x, lambda: table.update(k=3.0)
    yield lambda x: row[0] * x, lambda: row.append(row.pop() + 1.0)
    yield lambda x: seen["k"] * x, lambda: view.update(k=3.0)
    chain, user = collections.ChainMap({"k": 2.0}), collections.UserDict(k=2.0)
    yield lambda x: chain["k"] * x, lambda: chain.update(k=3.0)
    yield lambda x: user["k"] * x, lambda: user.update(k=3.0)
    numbers, octets = array.array("d", [2.0]), bytearray([2])
    yield lambda x: numbers[0] * x, lambda: numbers.append(numbers.pop() + 1.0)
    yield lambda x: octets[0] * x, lambda: octets.append(octets.pop() + 1)
    reference, proxy = weakref.ref(thing), weakref.proxy(thing)
    yield lambda x: reference().k * x, lambda: setattr(thing, "k", 5.0)
    yield lambda x: proxy.k * x, lambda: setattr(thing, "k", 6.0)
    polynomial = np.polynomial.Polynomial([1.0, 2.0])
    yield lambda x: polynomial(x), lambda: np.copyto(polynomial.coef, 5.0)
    masked = np.ma.array([1.0, 2.0])
    yield lambda x: float(masked[0]) * x, lambda: masked.put(0, 3.0)
    yield lambda x: float(os.environ["LAZYAD_K"]) * x, lambda: os.environ.update(LAZYAD_K="3")
    yield lambda x: float(os.getenv("LAZYAD_K")) * x, lambda: os.environ.update(LAZYAD_K="4")


def test_wherever_state_is_kept(monkeypatch):
    for holder, name in ((_doubled, "__defaults__"), (Metered, "gain")):
        monkeypatch.setattr(holder, name, getattr(holder, name))
    monkeypatch.setitem(_by_keyword.__kwdefaults__, "k", 2.0)
    monkeypatch.setitem(os.environ, "LAZYAD_K", "2")
    monkeypatch.setattr(Derived, "scale", 2.0)
    del Derived.scale
    for function, change in _changes():
        f, derivative = la.compile(function), la.grad(function)
        before = function(1.5)
        assert (f(1.5), f(1.5)) == (before, before)
        derivative(1.5)
        change()
        assert function(1.5) != before
        assert f(1.5) == function(1.5)
        slope = (function(1.5 + 1e-6) - function(1.5 - 1e-6)) / 2e-6
        assert derivative(1.5) == pytest.approx(slope, rel=1e-6)


def _square(x):
    return x * x


@dataclass(frozen=True)
class Gas:
    mass: float


AIR, HELIUM = Gas(29.0), Base()
BY_OBJECT = {AIR: 2.0, HELIUM: 3.0, _square: 4.0, math.sin: 5.0, Base: 6.0, (AIR, 1): 7.0}
FUNCTIONS = frozenset({_square})


@pytest.mark.parametrize(
    "function",
    [
        lambda x: BY_OBJECT[AIR] * x + BY_OBJECT[Gas(29.0)] * BY_OBJECT[HELIUM],
        lambda x: BY_OBJECT[_square] * x + BY_OBJECT[math.sin] + BY_OBJECT[Base],
        lambda x: BY_OBJECT[AIR, 1] * x if (AIR, 1) in BY_OBJECT else x,
        lambda x: sum(key(x) for key in BY_OBJECT if key in (_square, math.sin)),
        lambda x: sum(v * x for k, v in BY_OBJECT.items() if k is HELIUM or k is Base),
        lambda x: sum(f(x) for f in FUNCTIONS) if _square in FUNCTIONS else x,
        lambda x: {id(HELIUM): x}[id(HELIUM)] if id(HELIUM) in IDS else 0.0,
    ],
)
def test_objects_are_found_by_what_they_are(function):
    assert la.compile(function)(1.5) == function(1.5)


IDS = {id(HELIUM)}


def _curves():
    """Objects of classes of the user's that extend Python's, which hold functions or have some."""
    body = {"sine": lambda self, x: math.sin(x) * len(self)}
    pairs = {"a": math.sin, "b": math.cos}
    yield type("Ordered", (collections.OrderedDict,), body)(pairs)
    yield type("Default", (defaultdict,), body)(lambda: math.tan, pairs)
    yield type("Plain", (dict,), body)(pairs)
    yield type("Queue", (collections.deque,), body)([math.sin, math.cos], 2)
    yield type("Listed", (list,), body)([math.sin, math.cos])
    yield type("Group", (set,), body)([math.sin])


@pytest.mark.parametrize("curves", [*_curves()], ids=lambda curves: type(curves).__name__)
def test_classes_that_extend_python_s_containers(curves):
    def f(x):
        found = curves.values() if isinstance(curves, dict) else curves
        if isinstance(curves, defaultdict):
            x = curves["c"](x)
        return sum(curve(x) for curve in found) + curves.sine(x)

    expected = f(0.5)
    curves.pop("c") if isinstance(curves, defaultdict) else None
    assert la.compile(f)(0.5) == expected
    assert "c" not in curves


@pytest.mark.parametrize("value", ["abc", 2, 2.0, b"ab"])
def test_classes_that_extend_python_s_values(value):
    kind = type("Kind", (type(value),), {"sine": lambda self, x: math.sin(x)})
    extended = kind(value)
    f = la.compile(lambda x: extended.sine(x) if extended == value else 0.0)
    assert f(0.5) == math.sin(0.5)


def test_what_a_cache_offers_besides_its_function():
    cached = functools.lru_cache(_square)
    f = la.compile(lambda x: cached.__wrapped__(x) + cached.cache_info().misses)
    assert f(3.0) == 9.0


def test_callables_that_call_themselves_equal():
    class Same:
        def __init__(self, k):
            self.k = k

        def __call__(self, x):
            return self.k * x

        def __eq__(self, other):
            return isinstance(other, Same)

        def __hash__(self):
            return 1

    f = la.compile(lambda g, x: g(x))
    assert [f(Same(k), 1.0) for k in (1.0, 2.0, 3.0)] == [1.0, 2.0, 3.0]


def test_a_compiled_function_reads_for_the_one_that_calls_it(monkeypatch):
    inner = la.compile(scaled)
    outer = la.compile(lambda x: inner(x) + la.grad(scaled)(x))
    assert outer(1.0) == 8.0
    monkeypatch.setattr(sys.modules[__name__], "GAIN", 1.0)
    assert outer(1.0) == 4.0


def test_what_is_not_read_does_not_trace_again():
    model = Model(3.0)
    f = la.compile(lambda x: model.w * x)
    f(1.0)
    kernel = f.kernel
    model.unread = 5.0
    model.w = 3.0  # the same value
    assert f(1.0) == 3.0
    assert f.kernel is kernel


def test_the_report_lists_what_was_read():
    report = la.compile(scaled).report()
    assert "read: tests.test_state.GAIN = 2.0" in report


# -- what a trace leaves behind: nothing

MEMO: dict = {}
SEEN: list = []
NESTED = {"deep": [[]], "by name": defaultdict(list)}


def remembers(x):
    if "x" not in MEMO:
        MEMO["x"] = x * 2.0
    SEEN.append(x)
    NESTED["deep"][0].append(x)
    NESTED["by name"]["x"].append(x)
    remembers.last = x
    return MEMO["x"]


def test_containers_are_as_they_were():
    f = la.compile(remembers)
    assert (f(1.0), f(3.0), f.grad(1.0)) == (2.0, 6.0, 2.0)
    assert (MEMO, SEEN, NESTED) == ({}, [], {"deep": [[]], "by name": {}})
    assert not hasattr(remembers, "last")
    assert remembers(1.5) == 3.0
    MEMO.clear()
    SEEN.clear()
    NESTED["deep"][0].clear()
    NESTED["by name"].clear()
    del remembers.last


def test_exit_on_a_way_not_taken():
    def f(x):
        if x < 0:
            sys.exit("negative")
        return x * x

    compiled = la.compile(f)
    assert (compiled(2.0), compiled.grad(2.0)) == (4.0, 4.0)
    for one in (compiled, pickle.loads(pickle.dumps(compiled))):
        with pytest.raises(SystemExit, match="negative"):
            one(-1.0)


class Stop(BaseException):
    pass


@pytest.mark.parametrize("error", [GeneratorExit, Stop])
def test_whatever_a_way_raises_is_its_own(error):
    def f(x):
        if x < 0:
            raise error("negative")
        return x * x

    compiled = la.compile(f)
    assert (compiled(2.0), compiled.grad(2.0)) == (4.0, 4.0)
    with pytest.raises(error, match="negative"):
        compiled(-1.0)


# -- what a traced number reads as


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x if str(x) == "1.5" else 2 * x,
        lambda x: x if f"{x:.1f}".startswith("1") else 2 * x,
        lambda x: x * len(f"{x}"),
        lambda x: x * {"1.5": 1.0}.get(str(x), 2.0),
        lambda x: x if "5" in format(x, "g") else 2 * x,
        lambda x: x if ("x = " + str(x)) != "x = 1.5" else 2 * x,
        lambda x: float(repr(x)[:3]),
        lambda x: x * int(f"{x:.0f}"),
    ],
)
def test_digits_of_a_traced_number_are_read_by_nobody(function):
    with pytest.raises(TypeError) as error:
        la.compile(function)(1.5)
    three_parts(error, "text", "round", where="test_state.py:")


def test_a_traced_number_may_be_shown(capsys):
    def f(x):
        print(x, f"{x:.2f}", "{:>8}".format(x))  # noqa: UP032
        sys.stderr.write(f"{x}")
        if x < 0:
            raise ValueError(str(x))
        return x * x if f"{x:.3f}" else x

    assert la.compile(f)(1.5) == 2.25
    assert all(capsys.readouterr())


# -- classes of all kinds


class WithSlots:
    __slots__ = ("__private", "k")

    def __init__(self, k):
        self.k = k
        self.__private = k

    def sine(self, x):
        return math.sin(self.k * x) * self.__private


class SlotsAndMore(WithSlots):
    pass


@dataclass(slots=True)
class SlottedData:
    k: float

    def sine(self, x):
        return math.sin(self.k * x)


class Forwards:
    __slots__ = ("_inner",)

    def __init__(self, inner):
        self._inner = inner

    def __getattr__(self, name):
        return getattr(self._inner, name)


class Registered:
    made: list = []  # noqa: RUF012

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        Registered.made.append(cls)


class Registers(Registered):
    def sine(self, x):
        return math.sin(x)


class Meta(type):
    made: list = []  # noqa: RUF012

    def __new__(cls, name, bases, body):
        made = super().__new__(cls, name, bases, body)
        Meta.made.append(made)
        return made


class OfMeta(metaclass=Meta):
    def sine(self, x):
        return math.sin(x)


class HoldsItself:
    def __init__(self, k):
        self.k = k

    def sine(self, x):
        return math.sin(self.k * x)


HoldsItself.W = HoldsItself(2.0)


class Table(dict):
    def sine(self, x):
        return math.sin(self["k"] * x)


CLOSED: list = []


class Closes:

    def sine(self, x):
        return math.sin(x)

    def __del__(self, counts=CLOSED):
        counts.append(None)


def with_attribute(x):
    return math.sin(with_attribute.k * x)


with_attribute.k = 2.0


def memo(function):
    @functools.wraps(function)
    def inner(x):
        if x not in inner.known:
            inner.known[x] = function(x)
        return inner.known[x]

    inner.known = {}
    return inner


SLOTTED, BOTH, DATA = WithSlots(2.0), SlotsAndMore(2.0), SlottedData(2.0)
BOTH.more = 1.0
FORWARDS, REGISTERS, OF_META, TABLED = Forwards(DATA), Registers(), OfMeta(), Table(k=2.0)
CLOSES = Closes()


@pytest.mark.parametrize(
    "function",
    [
        lambda x: SLOTTED.sine(x),
        lambda x: BOTH.sine(x) * BOTH.more,
        lambda x: DATA.sine(x),
        lambda x: WithSlots(x).sine(x) + SlottedData(x).sine(x),
        lambda x: FORWARDS.sine(x) * FORWARDS.k,
        lambda x: REGISTERS.sine(x) + Registers().sine(x),
        lambda x: OF_META.sine(x) + OfMeta().sine(x),
        lambda x: HoldsItself.W.sine(x) + HoldsItself.W.W.sine(x),
        lambda x: TABLED.sine(x),
        lambda x: CLOSES.sine(x),
        with_attribute,
    ],
)
def test_methods_of_all_kinds_of_classes_are_traced(function):
    value, tangent = la.compile(function, optimize="strict").jvp((0.5,), (1.0,))
    assert value == function(0.5)
    slope = (function(0.5 + 1e-6) - function(0.5 - 1e-6)) / 2e-6
    assert tangent == pytest.approx(slope, rel=1e-8)


def made(kind, **attributes):
    """An object of the kind that has these attributes."""
    thing = kind()
    vars(thing).update(attributes)
    return thing


def counter():
    class Counter:
        n, _k, items = 0, 1.0, []

        def __init__(self):
            type(self).n += 1

        @classmethod
        def up(cls, x):
            cls.n, cls._k = cls.n + 2, cls._k * x
            cls.items.append(x)

        def total(self, x):
            return self.n * x + self._k + sum(self.items)

    return Counter


def of_other_kinds(x):
    meta = type("Meta", (type,), {"k": 1.0})
    a, b, c, d = types.new_class("A"), meta("B", (), {}), type("C", (), {}), type("D", (), {})
    one, other = c(), c()
    d.k = one.k = 1.0
    if x > 1:
        a.k, meta.k, one.k, other.__class__ = x, 2 * x, 3 * x, d
    else:
        a.k = c.k = 3.0
    return a.k * b.k + one.k + other.k * x


def given_to(thing, name):
    """A function that sets that attribute to its argument on one side of a branch."""

    def f(x):
        one = thing()
        if x > 1:
            setattr(one, name, (x,))
        return getattr(one, name)[0] * x

    return f


def put(kind):
    def f(x):
        one = kind()
        one.put(1.0)
        if x > 1:
            one.put(2.0)
        return one.qsize() * x

    return f


def of_class(x):
    kind = counter()
    if x > 1:
        kind.up(x)
        kind().up(x)
    elif x > 0.6:
        kind._k = x * x
        kind.total = lambda self, y: self.n * y + self._k
    return kind().total(x)


def in_array(x):
    numbers = array.array("d", [1.0])
    if x > 1:
        numbers[0] = 3.0
        numbers.append(2.0)
    return sum(numbers) * x


def in_partial(x):
    times = functools.partial(lambda x, k: x * k, k=1.0)
    if x > 1:
        times.keywords["k"] = x
    return times(x)


def of_loop(x):
    kind = counter()
    while x > 1:
        kind._k = kind._k + x
        x = x / 2
    return kind._k + x


def of_collecting_loop(x):
    kind = counter()
    while x > 1:
        kind.up(x)
        x = x / 2
    return kind().total(x)


@pytest.mark.parametrize(
    "function",
    [
        *(of_class, of_other_kinds, in_array, in_partial, of_loop, of_collecting_loop),
        *map(put, [queue.Queue, queue.SimpleQueue, queue.LifoQueue]),
        given_to(lambda: made(types.SimpleNamespace, k=(1.0,)), "k"),
        given_to(lambda: made(lambda: types.ModuleType("m"), k=(1.0,)), "k"),
        given_to(lambda: made(threading.local, k=(1.0,)), "k"),
        given_to(lambda: made(lambda: functools.partial(max), k=(1.0,)), "k"),
        given_to(lambda: ValueError(1.0), "args"),
        given_to(lambda: lambda k=1.0: k, "__defaults__"),
    ],
)
def test_what_one_side_changes_is_put_back_for_the_other(function):
    for points in ([0.5, 1.7, 0.7, 3.0], [3.0, 0.7, 1.7, 0.5]):
        f = la.compile(function)
        for x in points:
            value, tangent = f.jvp((x,), (1.0,))
            slope = (function(x + 1e-6) - function(x - 1e-6)) / 2e-6
            assert value == pytest.approx(function(x), rel=1e-14)
            assert tangent == pytest.approx(slope, rel=1e-7)


T = typing.TypeVar("T")


class Boxed(typing.Generic[T]):
    def __init__(self, value):
        self.value = value

    def sine(self, x):
        return math.sin(self.value * x)


def test_generic_classes():
    f = la.compile(lambda x: Boxed[float](x).sine(x) + Boxed(x).sine(x))
    assert f(1.0) == 2.0 * math.sin(1.0)
    assert type(Boxed[float](1.0)) is Boxed


def test_copies_of_classes_are_in_no_registry_and_close_nothing():
    la.compile(lambda x: REGISTERS.sine(x) + Registers().sine(x) + OF_META.sine(x))(0.5)
    la.compile(lambda x: CLOSES.sine(x))(0.5)
    assert Registered.made == [Registers]
    assert Meta.made == [OfMeta]
    assert CLOSED == []


def test_namespaces_are_the_user_s():
    given = types.SimpleNamespace(k=2.0)
    options = argparse.Namespace(k=1.0)

    def f(x):
        given.last = x
        return given.k * options.k * x

    compiled = la.compile(f)
    assert compiled(1.0) == 2.0
    assert given == types.SimpleNamespace(k=2.0)
    given.k, options.k = 3.0, 4.0
    assert (compiled(1.0), compiled.grad(1.0)) == (12.0, 12.0)


def test_slots_of_a_base_without_a_dictionary():
    class A:
        __slots__ = ("k",)

    class B(A):
        pass

    b = B()
    b.k = 2.0
    f = la.grad(lambda x: b.k * x)
    assert f(1.0) == 2.0
    b.k = 3.0
    assert f(1.0) == 3.0


# -- other people's objects and libraries


def test_the_standard_library_is_named_and_not_its_file():
    import fractions

    for function, name in [
        (lambda x: fractions.Fraction.from_float(x), "fractions.Fraction.from_float"),
        (lambda x: fractions.Fraction(x), "fractions.Fraction.__new__"),
    ]:
        with pytest.raises(TypeError) as error:
            la.compile(function)(0.5)
        three_parts(error, f"{name} does not take traced values", where="test_state.py:")
        assert ".py:" not in str(error.value).replace("test_state.py:", "")


@pytest.mark.parametrize(
    ("function", "name"),
    [
        (lambda x: __import__("scipy.linalg").linalg.schur(np.array([[x]]))[0][0, 0], "schur"),
        (lambda x: __import__("scipy.stats").stats.norm.expect(args=(), lb=x),
         "stats.norm.expect of traced values"),
        (lambda x: __import__("scipy.signal").signal.cspline1d(np.array([x, 1.0, 2.0]))[1],
         "scipy.signal.cspline1d does not take"),
    ],
)  # fmt: skip
def test_a_library_that_does_not_take_traced_values_is_named(function, name):
    with pytest.raises(TypeError) as error:
        la.compile(function)(0.5)
    three_parts(error, name, where="test_state.py:")
    assert "lazyad.op(outside=True)" in str(error.value)


def test_a_function_of_a_library_that_is_compiled_itself_is_named():
    with pytest.raises(TypeError) as error:
        la.compile(statistics.multimode)([0.5, 0.7])
    three_parts(error, "statistics.multimode does not take traced values", where="statistics.py:")
    assert "lazyad.libraries['statistics'] = True" in str(error.value)


def test_a_library_that_is_traced_on_request(monkeypatch):
    import colorsys

    f = la.compile(lambda x: colorsys.rgb_to_hls(x, 0.2, 0.7)[1])
    assert "colorsys.py" not in f.source  # its functions are called as they are
    f = la.compile(f.function)
    monkeypatch.setitem(la.libraries, "colorsys", True)
    assert "colorsys.py" in f.source
    assert f.grad(0.8) == 0.5
    assert f(0.8) == colorsys.rgb_to_hls(0.8, 0.2, 0.7)[1]


# -- refusals survive whatever the function does with them


def swallows(x):
    try:
        n = float.__float__(x)
    except (TypeError, ValueError):
        n = 0
    return x * n


def swallows_all(x):
    try:
        n = [1.0, 2.0][x]
    except:  # noqa: E722
        n = 0.0
    return x * n


def suppresses(x):
    n = 0.0
    with contextlib.suppress(TypeError):
        n = float.__float__(x)
    return x * n


@pytest.mark.parametrize("function", [swallows, swallows_all])
def test_a_refusal_that_the_function_catches(function):
    with pytest.raises(TypeError) as error:
        la.compile(function)(2.5)
    three_parts(error, where=f"test_state.py:{function.__code__.co_firstlineno + 2}")


def test_probing_as_python_does_it_is_no_refusal():
    def f(x):
        try:
            return sum(math.sin(v) for v in x)
        except TypeError:
            return math.sin(x)

    assert la.compile(f)(0.5) == math.sin(0.5)


def fails_when_negative(x):
    if x < 0:
        raise ValueError("x = %g" % x)  # noqa: UP031
    return x * x


def fails_with_what_it_made(x):
    y = x - 1.5
    if y < 0:
        raise ValueError(f"y = {y:.2f}")
    return y * y


def counts_when_negative(x):
    if x < 0:
        return float.__float__(x)
    return x * x


def works_with_none(re, length=None):
    return 0.02 * re if re > 2000.0 else 64.0 / re * length


def test_a_refused_way_is_its_own_business():
    f = la.compile(fails_when_negative)
    assert (f(3.0), f.grad(3.0), f.hessian(3.0)) == (9.0, 6.0, 2.0)
    with pytest.raises(ValueError, match="x = -3"):
        f(-3.0)
    with pytest.raises(ValueError, match="x = -3"):
        f.grad(-3.0)
    f = la.compile(fails_with_what_it_made)
    f(3.0)
    for call in (f, f.grad, lambda x: f.jvp((x,), (1.0,))):
        with pytest.raises(ValueError, match=r"y = -4\.50"):
            call(-3.0)
    g = la.compile(counts_when_negative)
    assert (g(3.0), g.grad(3.0)) == (9.0, 6.0)
    with pytest.raises(TypeError) as error:
        g(-1.0)
    three_parts(error, "float was asked", where="test_state.py:")
    h = la.compile(works_with_none)
    assert h(4000.0) == 80.0
    with pytest.raises(TypeError):
        h(1000.0)


# -- random numbers and clocks


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x * random.random(),
        lambda x: x * np.random.rand(),
        lambda x: x + np.random.default_rng().normal(),
        lambda x: x * time.time(),
        lambda x: x * time.perf_counter(),
        lambda x: x * datetime.datetime.now().year,
        lambda x: x * RANDOM.gauss(0, 1),
        lambda x: x * GENERATOR.normal(),
        lambda x: x * next(COUNTER),
        lambda x: sum(x * k for k in COUNTER),
        lambda x: x * random.SystemRandom(1).random(),
        lambda x: x * random.Random().random(),
        lambda x: x * np.random.RandomState(None).rand(),
        lambda x: x * np.random.Generator(np.random.PCG64()).random(),
        lambda x: x * time.localtime().tm_year,
        lambda x: x * float(time.strftime("%S")),
        lambda x: x * os.times()[0],
    ],
)
def test_random_numbers_and_clocks_are_refused(function):
    with pytest.raises(TypeError) as error:
        la.compile(function)(1.0)
    three_parts(error, "same at every call", where="test_state.py:")
    assert COUNTER.__length_hint__() == 3  # nobody took a step


def test_a_generator_without_a_seed_may_be_there():
    class Model:
        def __init__(self, scale, seed=None):
            self.scale, self.rng, self.own = scale, np.random.default_rng(seed), random.Random()

        def mean(self):
            return self.scale * 2.0

    assert la.value_and_grad(lambda x: Model(x).mean())(1.5) == (3.0, 2.0)


COUNTER = iter([1.0, 2.0, 3.0])
GENERATOR, RANDOM = np.random.default_rng(1), random.Random(3)


LOG = None


def test_a_file_says_what_it_is(tmp_path, monkeypatch):
    with open(tmp_path / "log", "w", encoding="latin-1") as log:
        monkeypatch.setitem(globals(), "LOG", log)
        f = la.compile(lambda x: x * 2 if LOG.encoding == "latin-1" and not LOG.closed else -x)
        assert f(1.5) == 3.0
        assert la.compile(lambda x: x if hasattr(LOG, "volume") else x * len(LOG.mode))(1.5) == 1.5
        with pytest.raises(TypeError, match=r"every step \(buffer\) was read"):
            la.compile(lambda x: x if LOG.buffer else 2.0)(1.5)
    assert f(1.5) == -1.5  # as it was asked again


def test_a_seeded_generator_is_the_same_every_time():
    f = la.compile(lambda x: x + np.random.default_rng(3).normal())
    assert f(1.0) == 1.0 + np.random.default_rng(3).normal()
    assert la.compile(lambda x: x * random.Random(3).random())(1.0) == random.Random(3).random()
    assert la.compile(lambda x: x + time.gmtime(0.0).tm_year)(1.0) == 1971.0
    assert la.compile(lambda x: x + datetime.datetime(2020, 1, 1).year)(1.0) == 2021.0


# -- except clauses


def root_or_square(x):
    try:
        return math.sqrt(x)
    except ValueError:
        return x * x


def quotient(x, y):
    try:
        return x / y
    except ZeroDivisionError:
        return 0.0 * x


def _quotient(x, y):
    return x / y


def in_a_helper(x, y):
    try:
        return _quotient(x, y) * 2.0
    except Exception:
        return x


def suppressed(x):
    y = x
    with contextlib.suppress(ValueError):
        y = math.log(x)
    return y


def unrelated(x):
    try:
        return math.sqrt(x) * TABLE["missing"]
    except KeyError:
        return math.sqrt(x)


def translated_and_caught(x):
    try:
        return annotates(x)
    except RuntimeError:
        return -x


ERRORS = (ValueError, OverflowError)


def named_elsewhere(x):
    chosen = ValueError
    try:
        return math.sqrt(x)
    except (*ERRORS, chosen):
        return -x


def named_together(x):
    try:
        return math.sqrt(x)
    except ERRORS:
        return -x


def in_groups(x):
    try:
        x = math.sqrt(x)
    except* ValueError:
        x = -x
    return x


class Forgiving:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return kind is ValueError


@contextlib.contextmanager
def forgiving():
    try:
        yield
    except ValueError:
        return


def forgiven(x):
    with Forgiving():
        return math.sqrt(x)
    return -x


def forgiven_by_a_generator(x):
    with forgiving():
        return math.sqrt(x)
    return -x


class Keeper:
    def __init__(self):
        self.manager = Forgiving()

    def root(self, x):
        with self.manager:
            return math.sqrt(x)
        return -x


KEEPER = Keeper()


def forgiven_by_an_attribute(x):
    return KEEPER.root(x)


def forgiven_by_a_local(x):
    manager = Forgiving()
    with manager:
        return math.sqrt(x)
    return -x


class Timed:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.left = True


def timed(x):
    with Timed():
        return math.gamma(x)


def too_large(x):
    try:
        return x**3
    except OverflowError:
        return -1.0


def too_small(x):
    try:
        return x**-2
    except (OverflowError, ZeroDivisionError) as error:
        return 1.0 if isinstance(error, OverflowError) else 2.0


def power(x, y):
    try:
        return x**y
    except OverflowError:
        return -1.0


def of_infinity(x):
    try:
        return math.sin(x) + math.fmod(x, 2.0)
    except ValueError:
        return 0.0


def whole(x):
    try:
        return math.floor(x) * 1.0
    except ValueError:
        return 1.0
    except OverflowError:
        return 2.0


def annotates(x):
    try:
        return math.sqrt(x)
    except ValueError as error:
        raise RuntimeError("no root") from error


@pytest.mark.parametrize(
    ("function", "args"),
    [
        (root_or_square, [(4.0,), (-2.0,), (0.25,)]),
        (quotient, [(3.0, 4.0), (3.0, 0.0), (3.0, -0.0)]),
        (in_a_helper, [(3.0, 4.0), (3.0, 0.0)]),
        (suppressed, [(3.0,), (-3.0,), (0.0,)]),
        (unrelated, [(4.0,)]),
        (translated_and_caught, [(4.0,), (-4.0,)]),
        (named_elsewhere, [(4.0,), (-4.0,)]),
        (named_together, [(4.0,), (-4.0,)]),
        (in_groups, [(4.0,), (-4.0,)]),
        (forgiven, [(4.0,), (-4.0,)]),
        (forgiven_by_a_generator, [(4.0,), (-4.0,)]),
        (forgiven_by_an_attribute, [(4.0,), (-4.0,)]),
        (forgiven_by_a_local, [(4.0,), (-4.0,)]),
        (timed, [(4.0,)]),
        (too_large, [(2.0,), (1e200,), (-1e200,), (5.643803094122361e102,), (math.inf,)]),
        (too_small, [(2.0,), (1e-200,), (0.0,)]),
        (power, [(2.0, 3.0), (2.0, 1024.0), (1e200, 2.0), (0.5, -5000.0), (0.0, 2.0)]),
        (of_infinity, [(2.0,), (math.inf,), (-math.inf,)]),
        (whole, [(2.5,), (math.inf,), (math.nan,)]),
    ],
)
def test_an_except_clause_acts_as_in_python(function, args):
    f = la.compile(function, optimize="strict")
    for values in args:
        assert f(*values) == function(*values)
    assert la.grad(root_or_square)(-2.0) == -4.0


def test_what_a_clause_only_annotates_a_kernel_raises_as_it_is():
    f = la.compile(annotates)
    assert f(4.0) == 2.0
    with pytest.raises(ValueError, match=r"math domain|expected a"):
        f.kernel(-1.0, 1.0)


def test_a_clause_that_could_never_act_is_an_error():
    def f(x):
        try:
            return math.ldexp(x, int(x))
        except ValueError:
            return 0.0

    with pytest.raises(TypeError) as error:
        la.compile(f)(1.5)
    three_parts(error, "never act", where="test_state.py:")


# -- caches


def test_traces_are_bounded(monkeypatch):
    monkeypatch.setattr(la.run.compiled, "MOST_STRUCTURES", 10)
    f = la.compile(lambda x: x[0] * 2.0)
    for n in range(1, 20):
        assert f([1.0] * n) == 2.0
    assert len(f.known) == 10
    assert f([3.0]) == 6.0


def test_a_failed_call_leaves_the_function_as_it_was():
    f = la.compile(lambda x: x * 2.0)
    with pytest.raises(TypeError):
        f("a")
    assert "2.0" in f.source
    assert f(1.0) == 2.0


def test_numba_is_looked_through():
    """By what numba's objects look like: the package itself is not needed."""
    function = lambda x: math.sin(x)  # noqa: E731
    dispatcher = types.new_class("CPUDispatcher")
    dispatcher.__module__ = "numba.core.registry"
    dispatcher.py_func = staticmethod(function)
    jitted = dispatcher()
    assert la.compile(lambda x: jitted(x))(0.5) == math.sin(0.5)
    general = types.new_class(
        "GUFunc", (), {}, lambda body: body.update(__call__=lambda *_: "other")
    )
    general.__module__ = "numba.np.ufunc.gufunc"
    general.py_func = staticmethod(function)
    of_arrays = general()  # its function fills an array that it is given
    assert la.compile(lambda x: x if of_arrays(x) == "other" else -x)(0.5) == 0.5
