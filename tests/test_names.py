"""Names of math, NumPy and SciPy mean the traced ops, in whatever way a function reaches them."""

import array
import functools
import gc
import itertools
import math
import math as renamed
import numbers
import operator
import queue
import sys
import threading
from dataclasses import dataclass
from math import sin
from math import sin as s

import numpy as np
import pytest
import scipy.interpolate
import scipy.sparse.linalg
import scipy.spatial
import scipy.special
from scipy.special import expit

import lazyad as la
from tests.helpers_names import formulas, models, wrapped
from tests.helpers_names.checks import agree, bits, three_parts
from tests.helpers_names.formulas import calls_others as imported_helper
from tests.helpers_names.models import Slotted, Spring, Stiff, Vector

CONSTANTS = {"gain": 1.5, "list": [0.25, 4.0]}


def in_closure():
    f, module, table = math.sin, math, [math.cos]
    return lambda x: f(x) * module.exp(x) + table[0](x)


def in_shared_closure():
    gain, offset = 1.4, 0.5

    def inner(x):
        return (gain - 1.0) * math.sin(x) + offset

    def outer(x):
        return gain * inner(x)

    return lambda x: offset * outer(x) + inner(gain * x)


def over_loop_variables():
    functions = [lambda x, k=k: math.sin(k * x) for k in (1.0, 2.0)]
    return lambda x: sum(f(x) for f in functions)


def local_class(x):
    class Base:
        def __init__(self, v):
            self.v = v

        def sine(self):
            return math.sin(self.v)

        @classmethod
        def make(cls, v):
            return cls(v * 2.0)

    class Derived(Base):
        def sine(self):
            return super().sine() * 3.0

    return Base(x).sine() + Derived.make(x).sine()


def local_dataclass(x):
    @dataclass
    class Local:
        v: float

        def sine(self):
            return math.sin(self.v)

    return Local(x).sine()


def rebinds_outer(x):
    total = 1.0

    def add(y):
        nonlocal total
        total = total * y
        return math.sin(y)

    return add(x) + add(2.0 * x) * total


def with_blocks(x):
    with wrapped.sine_of(x) as a, threading.Lock():
        return a * x


def walks(x):
    if (y := math.exp(x)) is None:
        return x
    first, *rest = [y, x, math.sin(x)]
    return first * sum(v for _, v in enumerate(rest))


def matches(x):
    match [x, math.sin(x)]:
        case [a, b]:
            return a * b
        case _:
            return x


def tries(x):
    try:
        return math.sin(x)
    finally:
        x = 2.0


FUNCTIONS = {
    "math": lambda x: math.sin(x) * renamed.exp(x),
    "from math": lambda x: sin(x) + s(x),
    "constants": lambda x: math.pi * x + math.e / np.e,
    "in a closure": in_closure(),
    "in a closure that a helper shares": in_shared_closure(),
    "over loop variables": over_loop_variables(),
    "in a default": lambda x, f=math.sin: f(x),
    "a lambda in a default": lambda x, f=lambda t: math.sin(t): f(x),
    "getattr": lambda x: getattr(math, "sin")(x),  # noqa: B009
    "vars": lambda x: vars(math)["sin"](x) + math.__dict__["cos"](x),
    "globals": lambda x: globals()["math"].sin(x),
    "global data": lambda x: x * CONSTANTS["gain"] + CONSTANTS["list"][0],
    "a helper's math": formulas.module_attribute,
    "a helper's name": lambda x: formulas.imported_name(x),
    "a helper of helpers": lambda x: formulas.calls_others(x) + imported_helper(x),
    "a helper two packages down": lambda x: formulas.bottom.fold(x),
    "a helper's default": lambda x: formulas.default(x),
    "a helper's import": lambda x: formulas.imports_inside(x),
    "a helper's closure": lambda x: formulas.steep(x) + formulas.closure(2.0)(x),
    "recursion": lambda x: formulas.recursive(5, x),
    "mutual recursion": lambda x: formulas.even(5, x),
    "a generator": lambda x: sum(formulas.generated(x)),
    "partial": lambda x: wrapped.power_of_two(x) + wrapped.shifted(x),
    "lru_cache": lambda x: wrapped.cached(x) * wrapped.always_cached(x),
    "wraps": lambda x: wrapped.decorated(x),
    "a dict of functions": lambda x: wrapped.SHAPES["sin"](x) + wrapped.SHAPES["both"](x),
    "a list of functions": lambda x: math.prod(f(x) for f in wrapped.STEPS),
    "map and reduce": lambda x: functools.reduce(operator.mul, map(math.sin, [x, 2 * x])),
    "accumulate": lambda x: list(itertools.accumulate([x, 2 * x, x], operator.mul))[-1],
    "comprehensions": lambda x: {k: [math.sin(v) for v in (x, 2 * x)] for k in "ab"}["a"][1],
    "a new instance": lambda x: Spring(x).force(x) + Spring(x)(x),
    "static and class methods": lambda x: Spring.still(x) + Stiff.of_class(x) + Spring.shape(x),
    "a property": lambda x: Stiff(x).energy,
    "an inherited method": lambda x: Stiff(x).doubled(x),
    "a global instance": lambda x: models.SPRING.force(x)
    + models.SPRING(x)
    + models.STIFF.force(x),
    "operators of a class": lambda x: abs(Vector(x, 1.0) + 3.0 * Vector(2.0, x)),
    "an instance with slots": lambda x: Slotted(x).sine(),
    "a local class": local_class,
    "a local dataclass": local_dataclass,
    "nonlocal": rebinds_outer,
    "with": with_blocks,
    "walrus and star": walks,
    "match": matches,
    "finally": tries,
    "float and isinstance": lambda x: (
        float(x) * math.sin(x) if isinstance(x, (int, float)) else 0.0
    ),
    "an f-string": lambda x: (f"{x}", math.sin(x))[1],
    "sequences of math": lambda x: math.fsum([x, 1.0]) + math.prod([x, 3.0]) + math.dist([x], [2]),
    "numbers among traced": lambda x: math.floor(2.5) * x + math.gcd(4, 6) + math.comb(5, 2),
    "numpy": lambda x: np.sqrt(x) * np.abs(-x),
    "a helper's numpy": lambda x: formulas.with_numpy(x),
    "numpy's submodule": lambda x: np.linalg.norm(np.array([x, 0.0])),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_way_to_a_name(name):
    def one(x):  # a signature without what the defaults hold
        return FUNCTIONS[name](x)

    agree(one, 0.7)
    direct = la.compile(FUNCTIONS[name], optimize="strict")
    assert bits(direct(0.7)) == bits(FUNCTIONS[name](0.7))


def test_scipy_and_numpy_round_their_own_way():
    agree(lambda x: scipy.special.erf(x) + expit(x) + formulas.with_scipy(x), 0.7, exact=False)
    agree(lambda x: np.sin(x) * np.exp(x), 0.7, exact=False)


@pytest.mark.parametrize(
    ("function", "x"),
    [
        (models.SPRING.force, 0.7),
        (models.SPRING, 0.7),
        (models.STIFF.doubled, 0.7),
        (Stiff.of_class, 0.7),
        (wrapped.shifted, 0.7),
        (wrapped.cached, 0.7),
        (functools.partial(lambda a, b: a * math.sin(b), 2.0), 0.7),
        (functools.partial(lambda a, x: a @ x, np.ones(2)), np.array([0.3, 0.4])),
        (math.sin, 0.7),
    ],
)
def test_bound_methods_partials_and_callables_compile(function, x):
    assert bits(la.compile(function, optimize="strict")(x)) == bits(function(x))


def test_no_module_is_touched():
    before = {module: dict(vars(module)) for module in (math, np, formulas, wrapped, models)}
    f = la.compile(lambda x: formulas.calls_others(x) + models.STIFF.doubled(x) + Stiff(x).energy)
    f(0.3)
    f.jvp((0.3,), (1.0,))
    for module, names in before.items():
        assert all(vars(module)[name] is value for name, value in names.items())
    assert formulas.module_attribute.__globals__ is vars(formulas)
    gc.collect()
    assert Spring.__subclasses__() == [Stiff]
    assert type(models.SPRING) is Spring
    assert models.SPRING.force(0.3) == math.sin(2.0 * 0.3) * 3.0 + math.atan(0.3)


def test_a_failed_trace_leaves_nothing_behind():
    def broken(x):
        formulas.calls_others(x)
        raise KeyError("stop")

    with pytest.raises(KeyError):
        la.compile(broken)(1.0)
    assert formulas.math.sin is math.sin
    assert formulas.calls_others(0.5) == imported_helper(0.5)
    assert isinstance(formulas.calls_others(0.5), float)


def test_other_threads_see_the_real_math_while_one_traces():
    stop, seen = threading.Event(), []
    want = formulas.calls_others(0.3), models.SPRING.force(0.2)

    def other():
        while not stop.is_set():
            got = formulas.calls_others(0.3), models.SPRING.force(0.2)
            if got != want or formulas.math.sin is not math.sin:
                seen.append(got)

    thread = threading.Thread(target=other)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    thread.start()
    try:
        for k in range(40):
            la.compile(lambda x, k=k: formulas.calls_others(x) * models.SPRING.force(x) + k)(0.3)
    finally:
        stop.set()
        thread.join()
        sys.setswitchinterval(interval)
    assert not seen


def test_a_helper_called_by_the_function_and_by_itself():
    """The function calls a thread that calls the helper on floats: it gets floats."""
    found = queue.SimpleQueue()

    def f(x):
        thread = threading.Thread(target=lambda: found.put(formulas.math.sin(0.5)))
        thread.start()
        thread.join()
        return formulas.module_attribute(x)

    assert la.compile(f, optimize="strict")(0.5) == formulas.module_attribute(0.5)
    assert found.get_nowait() == math.sin(0.5)


def test_what_the_function_appends_stays_in_the_trace():
    calls = []

    def f(x):
        calls.append(x)
        return math.sin(x) * len(calls)

    compiled = la.compile(f)
    assert [compiled(0.1), compiled(0.2)] == [math.sin(0.1), math.sin(0.2)]
    assert calls == []


COUNT = 0


def counts(x):
    global COUNT  # noqa: PLW0603
    COUNT = COUNT + 1
    return x * COUNT


def test_a_global_that_the_function_assigns_stays_as_it_was():
    assert la.compile(counts)(2.0) == 2.0
    assert COUNT == 0


def test_what_cannot_be_rebound_names_the_line():
    def directly(x):
        return array.array("d", [x])[0]

    with pytest.raises(TypeError) as error:
        la.compile(directly)(1.0)
    three_parts(error, "float was asked", where=f"{directly.__code__.co_firstlineno + 1}")

    def in_a_helper(x):
        return formulas.bottom.leaves_python(x)

    with pytest.raises(TypeError) as error:
        la.compile(in_a_helper)(1.0)
    three_parts(error, "float was asked", where="bottom.py:")
    assert "array.array" in str(error.value)


def test_a_function_of_math_without_traced_meaning_says_so():
    with pytest.raises(TypeError) as error:
        la.compile(lambda x: math.gcd(x, 2))(4.0)
    three_parts(error, "math.gcd", where="test_names.py:")


def test_source_names_the_helper_s_line_and_variables():
    source = la.compile(formulas.calls_others).source
    assert "# formulas.py:" in source
    assert source.count("sin(x)") == 2  # shared by the two helpers, and with its derivative


@pytest.mark.parametrize(
    "is_number",
    [
        lambda x: isinstance(x, numbers.Real),
        lambda x: isinstance(x, numbers.Number),
        lambda x: type(x) is float,
        lambda x: type(x) in (int, float),
        lambda x: type(x).__name__ == "float",
        lambda x: issubclass(type(x), float),
    ],
)
def test_a_traced_number_is_one_by_all_questions(is_number):
    assert la.compile(lambda x: x if is_number(x) else 0 * x)(2.5) == 2.5
    assert la.compile(lambda x: x if is_number(1.5) and not is_number("a") else 0 * x)(2.5) == 2.5


@functools.singledispatch
def dispatches(x):
    return x


@dispatches.register
def _(x: int):
    return 2 * x


@pytest.mark.parametrize(
    "function",
    [
        lambda x: 2 * x if isinstance(x, int) else x,
        lambda x: x if isinstance(x, float) else 2 * x,
        lambda x: 2 * x if type(x) is int else x,
        lambda x: 2 * x if x.__class__ is int else x,
        lambda x: dispatches(x),
        dispatches,
    ],
)
def test_an_int_is_no_float_to_who_asks(function):
    f, derivative = la.compile(function), la.grad(function)
    for _ in range(2):
        assert (f(3.0), f(4.0), derivative(3.0)) == (3.0, 4.0, 1.0)
        assert f(3) == 6.0
        for call in (derivative, lambda x: f.jvp((x,), (1.0,))):
            with pytest.raises(TypeError) as error:
                call(3)
            three_parts(error, "is or holds an int", "static=('x',)")
    assert la.compile(function, static="x")(3) == 6.0
    assert la.compile(lambda x: x if isinstance(x, (int, float)) else 0.0)(3) == 3.0


def test_types_of_other_things_are_what_they_were():
    def f(x):
        kinds = [type(k) is t for k, t in (([], list), ("", str), (True, bool), (1, int))]
        return x if all(kinds) and isinstance(int, type) and type("T", (), {}) else 0 * x

    assert la.compile(f)(2.5) == 2.5


class Named:
    def __init__(self):
        super(Named, self).__init__()  # noqa: UP008
        self.rate = 0.5


class Decay(Named):
    def __init__(self, start):
        super(Decay, self).__init__()  # noqa: UP008
        self.start = start

    @property
    def end(self):
        return self.start * math.exp(-self.rate)

    def __add__(self, other):
        return Decay(self.start + other.start)


def test_super_of_a_class_and_its_instance():
    f = la.compile(lambda x: (Decay(x) + Decay(1.0)).end)
    assert f(2.0) == 3.0 * math.exp(-0.5)
    assert f.grad(2.0) == math.exp(-0.5)


def test_the_class_of_a_library_is_one_to_isinstance():
    kinds = scipy.interpolate.CubicSpline, scipy.sparse.linalg.LinearOperator, scipy.spatial.KDTree

    def f(x):
        if isinstance(x, scipy.sparse.linalg.LinearOperator):
            return 0.0 * x
        return x if isinstance(x, (*kinds, float)) else 2.0 * x

    assert la.compile(f)(2.5) == 2.5


def test_what_python_makes_an_int_of_is_one():
    def digits(x, most):
        if x <= 0.0:
            return 0.0
        place = most - math.floor(math.log10(x))
        place = place if place < 9 else 9
        if not isinstance(place, int) or isinstance(place, float):
            raise ValueError("no int")
        return x * 10.0**place

    f = la.compile(digits)
    assert f(57.5, 2) == digits(57.5, 2)
    assert f(5.75, 2) == digits(5.75, 2)
    assert la.grad(f, argnums=0)(57.5, 2) == 10.0


class Base:
    def method(self, x):
        return math.sin(x)


class Middle(Base):
    def method(self, x):
        return super().method(x) + 1


class Last(Middle):
    def __init__(self):
        super().__init__()
        self.scale = 2.0

    def method(self, x):
        return super().method(x) * self.scale * self.root

    @functools.cached_property
    def root(self):
        return math.sqrt(4.0)


def test_super_and_cached_property():
    want = (math.sin(1.0) + 1) * 4.0
    assert la.compile(lambda x: Last().method(x))(1.0) == want
    assert la.compile(Last().method)(1.0) == want


NESTED = {"a": {"f": math.sin}, "b": [math.cos]}
each = np.vectorize(lambda t: math.sin(t) * 2)
of_two = np.vectorize(lambda v, w: 0.0 if v < 2.0 else v * w, otypes="d")
scaled = np.vectorize(lambda v, w: v * w[0] + w[1], excluded=["w"])
of_rows = np.vectorize(lambda v, w: v[0] * w, signature="(n),(m)->(m)")


def test_tables_in_tables_and_vectorize():
    f = la.compile(lambda x: NESTED["a"]["f"](x) + NESTED["b"][0](x))
    assert f(1.0) == math.sin(1.0) + math.cos(1.0)
    assert la.compile(lambda x: each(x))(np.array([1.0, 2.0])).tolist() == [
        2 * math.sin(1.0),
        2 * math.sin(2.0),
    ]


@pytest.mark.parametrize(
    "f",
    [
        lambda x: of_two(x, w=x[0]),
        lambda x: scaled(x, w=[x[0], 3.0]),
        lambda x: of_rows([x, 2.0 * x], x[:2]),
        lambda x: np.vectorize(lambda v: 0.0 if v < 2.0 else v, otypes=[float])(x),
        lambda x: np.vectorize(lambda v: 0.0 if v < 2.0 else v)(x),
        lambda x: x[np.vectorize(lambda k: (k, k > 1), otypes="d?")(np.arange(3))[1]],
        lambda x: np.vectorize(int)(x) * x,
    ],
)
def test_vectorize(f):
    x = np.array([1.5, 2.5, 3.25])
    compiled = la.compile(f)
    assert compiled(x).tolist() == f(x).tolist()
    slopes = (np.ravel(f(x * (1 + 1e-7))) - np.ravel(f(x * (1 - 1e-7)))) / 2e-7
    assert np.ravel(compiled.jvp((x,), (x,))[1]) == pytest.approx(slopes)


def test_an_array_is_of_the_type_that_it_is_of():
    constant, whole = np.array([3.0, 1.0]), np.array([1, 2])
    for f in (
        lambda x: (type(constant) is np.ndarray) * x,
        lambda x: (type(constant * x) is np.ndarray) * x,
        lambda x: (type(whole) in (list, np.ndarray)) * x,
        lambda x: {np.ndarray: 1.0}[type(constant)] * x,
        lambda x: (str(constant) == "[3. 1.]") * x,
        lambda x: (f"{constant}" == "[3. 1.]") * x,
    ):
        assert la.compile(f)(2.0) == 2.0
