"""A traced number is a float by all questions: its class, its hash, its operators, its attributes.

Each case runs as plain Python and compiled, and gives the same, or is refused in three parts.
"""

import collections
import copy
import dataclasses
import functools
import math
import numbers
import operator
import statistics
import threading
import typing
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

import lazyad as la
from lazyad.graph import Node
from lazyad.tracing.floats import Traced

KINDS = (int, float)
TABLE = {float: 2.0, int: 3.0}
Number = int | float
OldNumber = typing.Union[int, float]  # noqa: UP007


def refused(function, what, *args, where="test_values.py:"):
    with pytest.raises(TypeError) as error:
        la.compile(function)(*(args or (2.5,)))
    message = str(error.value)
    assert what in message, message
    assert f"\n  where: {where}" in message, message
    assert "\n  instead: " in message, message


def same(function, *args):
    want, got = function(*args), la.compile(function)(*args)
    np.testing.assert_array_equal(np.asarray(got, float), np.asarray(want, float))


# ---------------------------------------------------------------------------------- dispatch


@functools.singledispatch
def doubled(v):
    return 0.0


@doubled.register
@functools.lru_cache
def _(v: float):
    return 2.0 * math.sin(v)


@doubled.register(list)
def _(v):
    return sum(doubled(part) for part in v)


@doubled.register(bool)
def _(v):
    return 5.0


class Scale:
    @functools.singledispatchmethod
    def of(self, v):
        return 0.0

    @of.register
    def _(self, v: float):
        return 3.0 * math.sin(v)


SCALE = Scale()


@pytest.mark.parametrize(
    "function",
    [
        doubled,
        lambda x: doubled(x),
        lambda x: doubled([x, x * x, 1.0]),
        lambda x: doubled(x > 0) + doubled("a"),
        lambda x: SCALE.of(x) + SCALE.of("a") + Scale().of(2 * x),
    ],
)
def test_singledispatch(function):
    same(function, 2.5)
    assert la.grad(lambda x: doubled(x))(0.0) == 2.0


# ---------------------------------------------------------------------------------- quantities


class Length(float):
    """A float with a unit, whose operators keep it."""

    digits = 2.0

    def __new__(cls, value, unit="m"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    @classmethod
    def of_feet(cls, feet):
        return cls(feet * 0.3048, "ft")

    @property
    def area(self):
        return Length(self * self.digits, self.unit * 2)

    def __add__(self, other):
        return type(self)(super().__add__(other), self.unit)

    __radd__ = __add__

    def __mul__(self, other):
        return float(self) * float(other)


class Depth(Length):
    """One that derives from it."""

    def __mul__(self, other):
        return super().__mul__(other) + self.of_feet(1.0)


class Kept(float):
    def __init__(self, value, factor=2.0):
        self.number = float(value) * factor


def longer(x):
    best = Length(x, "mm")
    for one in (Length(3.0), 2.0 + Depth(x), Length.of_feet(x)):
        if one > best + 0.5:
            best = one
    return best * len(best.unit)


def in_arrays(x):
    a = np.zeros(3)
    a[:2] = Kept(x), Kept(x * x).number
    return np.sqrt(Kept(x)) + a @ a + np.sum(Kept(2.0) * np.array([Kept(x), 1.0]))


@pytest.mark.parametrize("target", ["python", "array"])
@pytest.mark.parametrize("x", [0.7, 2.3])
@pytest.mark.parametrize(
    "f",
    [
        longer,
        lambda x: Depth(x) if x > 1.0 else Kept(x * x),
        in_arrays,
        lambda x: Length(x, "cm").area * 3.0 + math.sin(Depth(x).area),
        lambda x: isinstance(Depth(x), Length) * x
        + (type(Depth(x)) is Depth) * isinstance(x, Depth),
        lambda x: 1.0 / Depth(x) - Kept(x) ** 2 + abs(-Kept(x)) + max(Length(x), Length(1.0)),
        lambda x: Kept(Depth(x)).number * Length(x // 1.0),
        lambda x: copy.deepcopy(Length(x, "kg")) * len(Length(x, "kg").unit) + Length(x).real,
        lambda x: sum([Depth(x), Length(x)]) * x if Length(x) > 1.0 else Kept(x).number,
        lambda x: Kept(x, factor=x).number * Kept(x, factor=3.0) + Kept(value=x).number,
    ],
)
def test_a_class_that_derives_from_float(f, x, target):
    value, slope = la.value_and_grad(f, target=target)(x)
    assert value == pytest.approx(f(x), rel=1e-14)
    assert slope == pytest.approx((f(x + 1e-6) - f(x - 1e-6)) / 2e-6, rel=1e-8)


def test_a_key_of_a_class_that_derives_from_float():
    def f(x):
        return {1.0: x, 2.0: x * x}.get(Length(x // 1.0), 3.0)

    for x in (0.7, 2.3):
        same(f, x)
    with pytest.raises(TypeError, match="used as a key of a dict"):
        la.compile(f, target="array")(2.3)


def test_a_class_in_the_function_that_derives_from_float():
    def f(x):
        class Own(float):
            def squared(self):
                return self * self

        return Own(x).squared()

    assert la.value_and_grad(f)(3.0) == (9.0, 6.0)
    with pytest.raises(AttributeError, match=r"(?s)no attribute 'area'.*made in the function"):
        la.compile(lambda x: x.area)(Length(2.0))
    with pytest.raises(TypeError, match=r"float\(\) takes no keyword arguments"):
        la.compile(lambda x: float(x=x))(2.0)


# ---------------------------------------------------------------------------------- hashes


def memoized(function):
    known = {}

    def call(a):
        if a in known:
            return known[a]
        known[a] = result = function(a)
        return result

    return call


square = memoized(lambda a: a * a)


@dataclasses.dataclass(frozen=True)
class Frozen:
    a: float


@pytest.mark.parametrize(
    "function",
    [
        lambda x: {x: 1.0, 2 * x: 2.0}[x],
        lambda x: dict.fromkeys((x, x), 1.0)[x],
        lambda x: len({x, 2.0}),
        lambda x: len({x + k for k in range(2)}),
        lambda x: len(set([x, x])),  # noqa: C405
        lambda x: hash(x),
        lambda x: hash(Frozen(x)),
        lambda x: {(x, 1): 2}[x, 1],
        lambda x: len(dict.fromkeys([x, x])),
        lambda x: collections.Counter([x, x]).most_common(1)[0][1],
        lambda x: statistics.mode([x, x, 1.0]),
        lambda x: functools.lru_cache(lambda a: a * a)(x),
        lambda x: square(x),
    ],
)
def test_a_traced_number_has_no_hash(function):
    refused(function, "put into a set, used as a key of a dict, or hashed", where="")


def test_two_equal_numbers_are_two_keys_of_no_dict():
    def f(x0, x1):
        return {x0: 1.0, x1: 2.0}[x0]

    assert f(3.0, 3.0) == 2.0
    refused(f, "used as a key", 3.0, 3.0)


def test_conditions_choose():
    for x in (2.5, -1.0):
        same(lambda x: {True: 2 * x, False: 3 * x}[x > 0], x)
        same(lambda x: {1: 2 * x, 0: 3 * x}.get(x > 0), x)
        same(lambda x: ((x > 0) == True) + 2 * ((x > 0) != 1), x)  # noqa: E712
        same(lambda x: (2 * x, 3 * x)[x > 0], x)
        same(lambda x: len({x > 0, True}) + int(x > 0) * x, x)
        same(lambda x: float(x > 0) + (x > 0) + (x > -2), x)
    assert la.grad(lambda x: {True: 2 * x, False: 3 * x}[x > 0])(-1.0) == 3.0


def test_the_program_s_own_nodes_have_hashes():
    graph = la.trace(lambda x: x * x) if hasattr(la, "trace") else la.compile(lambda x: x * x).trace
    assert len({*graph.nodes}) == 2
    assert {type(node) for node in graph.nodes} == {Node}
    x = Node.input("x")
    assert {x: 1.0}[x] == 1.0


def test_threads_trace_beside_each_other():
    results = []

    def work(k):
        f = la.grad(lambda x: sum(math.sin(j * x) for j in range(40 + k)))
        results.append(f(0.5) == pytest.approx(sum(j * math.cos(j * 0.5) for j in range(40 + k))))

    threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [True] * 4


# ---------------------------------------------------------------------------------- classes


def matched(x):
    match x:
        case bool() | int():
            return 1.0
        case float(v):
            return 2.0 * v
    return 3.0


def matched_real(x):
    match x:
        case numbers.Integral():
            return 1.0
        case numbers.Real():
            return 2.0 * x
    return 3.0


def derives(x):
    class Own(float):
        def twice(self):
            return 2.0 * self

    class Meta(type):
        def made(cls):
            return cls()

    class Made(metaclass=Meta):
        k = 3.0

    mine = isinstance(Own(1.0), Own) and isinstance(Own(1.0), float) and not isinstance(x, Own)
    return x * Own(2.0).twice() * Made.made().k if mine else 0.0


def hinted(x: float) -> float: ...


@dataclasses.dataclass
class Fields:
    a: float
    b: int = 1


class HasFloat:
    def __init__(self, v):
        self.v = v

    def __float__(self):
        return self.v


QUESTIONS = [
    lambda x: type(x) is float,
    lambda x: type(x) == float,  # noqa: E721
    lambda x: type(x) in (int, float),
    lambda x: type(x) in KINDS and isinstance(x, KINDS),
    lambda x: type(x).__name__ == "float" == x.__class__.__name__,
    lambda x: x.__class__ is float,
    lambda x: x.__class__ in (int, float),
    lambda x: type(type(x)) is type is type(float),
    lambda x: float is float,
    lambda x: type(np.float64(1.5)) is np.float64,
    lambda x: isinstance(x, (int, (str, float))),
    lambda x: isinstance(x, float | int),
    lambda x: isinstance(x, Number) and isinstance(x, OldNumber),
    lambda x: isinstance(x, typing.SupportsFloat),
    lambda x: isinstance(x, (numbers.Real, numbers.Complex)),
    lambda x: not isinstance(x, numbers.Integral) and not isinstance(x, (int, bool, str)),
    lambda x: isinstance(x > 0, bool) and isinstance(x > 0, int) and type(x > 0) is bool,
    lambda x: not isinstance(x > 0, float),
    lambda x: issubclass(type(x), float) and issubclass(float, numbers.Real),
    lambda x: issubclass(np.float64, float) and not issubclass(float, np.float64),
    lambda x: TABLE[type(x)] == TABLE[float] == {float: 2.0}[float] == {type(x): 2.0}[float],
    lambda x: np.dtype(float) == np.float64 and np.zeros(2).dtype in (np.float32, np.float64),
    lambda x: np.zeros(2).dtype == float and np.zeros(2).dtype.type in (np.float32, np.float64),
    lambda x: {np.float64: True}[np.zeros(1).dtype.type],
    lambda x: np.issubdtype(type(x), np.floating) and np.issubdtype(np.float64, float),
    lambda x: isinstance(1.5, float) and isinstance(np.float64(1.5), (float, np.float64)),
    lambda x: not isinstance("a", float) and not isinstance(x, (np.floating, np.ndarray)),
    lambda x: typing.get_type_hints(hinted)["x"] in (float, hinted.__annotations__["x"]),
    lambda x: [f.type for f in dataclasses.fields(Fields)] == [float, int],
    lambda x: repr(float) == "<class 'float'>" and str(list[float]) == "list[float]",
    lambda x: typing.Optional[float] == float | None,  # noqa: UP045
    lambda x: float.fromhex("0x1p3") == 8.0 == float("8") and 0.0 == 0.0,
    lambda x: float.is_integer(2.0) and not float.is_integer(x) and float(2).is_integer(),
    lambda x: collections.defaultdict(float)["a"] == 0.0,
    lambda x: callable(float) and not callable(x),
    lambda x: np.isscalar(x) and np.ndim(x) == 0 and np.shape(x) == () and np.size(x) == 1,
    lambda x: not isinstance(x, collections.abc.Iterable),
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_about_classes(question):
    assert question(2.5)
    f = la.compile(lambda x: x * x if question(x) else 0 * x)
    assert f(2.5) == 6.25
    assert f.grad(2.5) == 5.0


def test_a_power_of_ints_is_one_where_its_exponent_is_not_below_0():
    def kind(x):
        power = 3 * 2 ** int(x) + 1
        return x * 2.0 if isinstance(power, int) else x * 3.0 if isinstance(power, float) else x

    f = la.compile(kind)
    assert [f(x) for x in (2.5, -1.5, 0.5)] == [5.0, -4.5, 1.0]


@pytest.mark.parametrize(
    "function",
    [
        matched,
        matched_real,
        derives,
        lambda x: float.__add__(x, 1.0) + float.__rsub__(x, 1.0),
        lambda x: float(HasFloat(x)) + float(HasFloat(1.5)),
        lambda x: math.sin(HasFloat(x)) * math.hypot(HasFloat(1.5), math.floor(HasFloat(x))),
        lambda x: float(np.asarray(x)) + np.float64(x) + np.double(1),
        lambda x: np.array([x, 1.0]).astype(float)[0] * np.zeros(2, float).size,
        lambda x: sum(map(float, [x, 1, "2"])),
        lambda x: copy.copy(x) + copy.deepcopy([x])[0],
    ],
)
def test_classes_that_are_called(function):
    same(function, 2.5)


def test_a_text_of_a_traced_number_is_no_number():
    refused(lambda x: float(f"{x:.2f}"), "a text that a traced value was written into")
    with pytest.raises(ValueError, match="could not convert"):
        la.compile(lambda x: x + float("<none>"))(1.0)


# ---------------------------------------------------------------------------------- operators


class Vector:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __rmul__(self, k):
        return Vector(k * self.a, k * self.b)

    def __rtruediv__(self, k):
        return k / self.b

    def __gt__(self, other):
        return other < self.a

    def __eq__(self, other):
        return self.a == other

    __hash__ = None


VECTOR = Vector(1.0, 2.0)


LIGHT = 299792458  # m/s, whose square no float holds


def test_an_int_beside_a_float_is_the_nearest_one():
    """As Python's is, but for comparisons, which look at every digit."""

    def energies(m):
        sums = [m * LIGHT**2, LIGHT**2 / m, m + LIGHT**2, m - LIGHT**2, m == LIGHT**2]
        rest = [LIGHT**2 % m, m // LIGHT**2]
        return [*sums, *rest, m < LIGHT**2, m <= LIGHT**2, LIGHT**2 < m, m != LIGHT**2]

    compiled = la.compile(energies)
    for m in (2.0, float(LIGHT**2), math.nextafter(float(LIGHT**2), 0.0)):
        assert compiled(m) == energies(m)
    assert la.grad(lambda m: m * LIGHT**2)(1.0) == float(LIGHT**2)
    hashed = la.compile(lambda n: (n * 6364136223846793005 + 1) % 1000)
    assert [hashed(3.0), hashed(3), hashed(4)] == [648.0, 16, 21]  # an int is one to Python, too
    with pytest.raises(TypeError, match="n is or holds an int"):
        hashed.grad(3)


def between_floats(x, q):  # which is no float: the comparisons are those of all its digits
    asked = (x < q, x <= q, x > q, x >= q, x == q, x != q, q < x, q <= x, q > x, q >= x, q == x)
    return sum(2.0**k * one for k, one in enumerate(asked))


@pytest.mark.parametrize(
    "function",
    [
        lambda x: (x == None) + 2 * (x != None) + 4 * (None in (x, 2 * x)),  # noqa: E711
        lambda x: (x == "a") + 2 * (x != "a") + 4 * (x == {}) + 8 * (x == object()),
        lambda x: x if x in (None, "a", 2.5) else 2 * x,
        lambda x: (x * VECTOR).b + x / VECTOR,
        lambda x: (x < VECTOR) + 2 * (x == VECTOR),
        lambda x: x * Fraction(1, 2) + Fraction(1, 4) * x,
        lambda x: (x < Fraction(5, 2)) + 2 * (x == Fraction(5, 2)) + 4 * (Fraction(9, 4) < x),
        lambda x: between_floats(x, Fraction(1, 1000)) + between_floats(x, Decimal("0.001")),
        lambda x: between_floats(x, Fraction(5 * 10**29 - 1, 2 * 10**29)),
        lambda x: between_floats(x, Fraction(5 * 10**29 + 1, 2 * 10**29)),
        lambda x: (x == Decimal("2.5")) + 2 * (Decimal("1.5") < x) + 4 * (x < Decimal("Infinity")),
        lambda x: [1.0] / np.sqrt(abs(x)),
        lambda x: np.sqrt(abs(x)) + [1.0, x],  # noqa: RUF005
        lambda x: (1.0, 2.0) - np.sqrt(abs(x)),
        lambda x: x * np.bool_(True) + (x == np.float32(2.5)),
        lambda x: ((x > 0) ^ (x > 3)) + ((x > 0) & 1) + (1 | (x > 3)) + (x > 0) * True,
        lambda x: ~(x > 3) & True if isinstance(x, bool) else x,
        lambda x: divmod(x, 2),
        lambda x: divmod(7, x),
        lambda x: x // 1 + math.floor(x) + round(x) + round(-x) + x % 1,
        lambda x: round(x / 3, 2) + round(x * 7, -1) + round(x, np.int64(0)) + round(x, None),
    ],
)
def test_operators(function):
    for x in (2.5, -1.0, 1e-3):
        same(function, x)


@pytest.mark.parametrize(
    ("function", "what"),
    [
        (lambda x: x + None, "met a NoneType"),
        (lambda x: None * x, "met a NoneType"),
        (lambda x: x < None, "met a NoneType"),
        (lambda x: x < "a", "met a str"),
        (lambda x: "a" * x, "met a str"),
        (lambda x: x + object(), "met an object"),
        (lambda x: x * [1.0], "met a list"),
        (lambda x: x == [2.5], "compared with a list"),
        (lambda x: x * Decimal("1.5"), "met a Decimal"),
        (lambda x: x > 1j, "> of complex numbers"),
        (lambda x: x % 1j, "mod has no meaning on complex numbers"),
        (lambda x: pow(x, 2, 3), "pow(x, y, z)"),
        (lambda x: x + VECTOR, "met a Vector"),
        (lambda x: VECTOR + x, "met a Vector"),
        (lambda x: x @ x, "unsupported operand"),
        (lambda x: x << 1, "unsupported operand"),
        (lambda x: x & 1, "of numbers, which a float does not have"),
        (lambda x: (x > 0) | x, "of numbers, which a float does not have"),
        (lambda x: ~x, "of numbers, which a float does not have"),
        (lambda x: round(x, x), "an index was asked"),
    ],
)
def test_operators_that_a_float_does_not_have(function, what):
    refused(function, what)


def test_rounding_to_digits():
    values = [2.675, 0.125, -0.005, 1e300, 5e-324, math.inf, 1234.5678, -0.0]
    for digits in (0, 2, 5, -2):
        f = la.compile(lambda x, n: round(x, n), static="n")
        for value in values:
            assert repr(f(value, digits)) == repr(float(round(value, digits)))
    assert la.grad(lambda x: x * round(x, 1))(2.34) == 2.3
    on_arrays = la.compile(lambda x: round(x, 2), target="numpy")
    np.testing.assert_array_equal(on_arrays(np.array(values)), [round(v, 2) for v in values])
    assert on_arrays(np.array([])).shape == (0,)
    assert la.round_to(2.675, 2) == 2.67


# ---------------------------------------------------------------------------------- attributes

NUMPYS = [
    *("T conj copy flatten item max mean min prod ravel round squeeze std sum tolist".split()),
    *("transpose var all any cumsum cumprod shape size ndim strides itemsize nbytes clip".split()),
]


@pytest.mark.parametrize("name", NUMPYS)
def test_what_a_scalar_of_numpy_s_answers(name):
    def f(x):
        found = getattr(x, name)
        return found() if callable(found) else found

    for x in (2.5, -0.0):
        np.testing.assert_array_equal(la.compile(f)(x), f(np.float64(x)))


def public(kind):
    return [name for name in dir(kind) if not name.startswith("__")]


@pytest.mark.parametrize("name", dict.fromkeys([*public(float), *public(np.float64)]))
def test_every_attribute_is_answered_or_refused(name):
    if name in NUMPYS or name in ("real", "imag", "conjugate", "is_integer"):
        return
    if name == "dtype":
        assert la.compile(lambda x: x if x.dtype == float else 0.0)(2.5) == 2.5
    elif name == "trace":  # a Node's own
        assert Node.input("x").trace() == "x"
    elif name == "flat":
        assert la.compile(lambda x: list(x.flat))(2.5) == [2.5]
    elif name in ("astype", "repeat", "reshape", "searchsorted", "swapaxes", "take"):
        pass  # with arguments: below
    elif name in ("argmax", "argmin"):
        assert la.compile(lambda x: getattr(x, name)())(2.5) == 0
    elif name == "device":
        assert la.compile(lambda x: x if x.device == "cpu" else 0.0)(2.5) == 2.5
    else:
        with pytest.raises(
            (TypeError, ValueError, AttributeError), match=r"where: test_values(.|\n)*instead"
        ):
            la.compile(lambda x: getattr(x, name)())(2.5)


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x.astype(float) + x.clip(0, 2) + x.round(1) + x.sum() + x.reshape(1)[0],
        lambda x: x.reshape(1, 1),
        lambda x: x.repeat(2),
        lambda x: x.take([0, 0]),
        lambda x: np.sqrt(x * x).dtype == np.float64 and (x > 0).dtype == bool,
        lambda x: getattr(x, "shape", ()),
        lambda x: np.asarray(x).any() + np.r_[0, x].size,
    ],
)
def test_attributes_with_arguments(function):
    for x in (2.5, 1.25):
        want, got = function(np.float64(x)), la.compile(function)(np.float64(x))
        np.testing.assert_array_equal(np.asarray(got, float), np.asarray(want, float))
    with pytest.raises(TypeError, match="converted to uint8"):
        la.compile(lambda x: x.astype(np.uint8))(2.5)
    assert la.compile(lambda x: x.astype(int) * x)(np.float64(2.5)) == 5.0


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x.real + x.imag + x.conjugate() + operator.attrgetter("real")(x),
        lambda x: x.is_integer() + (3 * x).is_integer(),
        lambda x: 1.0 if hasattr(x, "shape") or hasattr(x, "__len__") else 2.0 * x,
        lambda x: 1.0 if hasattr(x, "__iter__") or not hasattr(x, "real") else 2.0 * x,
        lambda x: 1.0 if hasattr(x, "__dict__") or hasattr(x, "__module__") else 2.0 * x,
        lambda x: getattr(x, "size", 1) * x
        + getattr(x, "ndim", 7)
        + len(getattr(x, "shape", "ab")),
        lambda x: x if getattr(x, "dtype", None) is None else 0.0,
        lambda x: getattr(x, "real", 3.0),
        lambda x: (x if f"{x:.3f}" and f"{x:>10}" and str(x) and f"{x!r}" else 0.0),
        lambda x: x if f"{round(x):d}" and f"{math.floor(x):04x}" else 0.0,
        lambda x: eval("x * math.sin(x)") + eval("y + 1", {"y": x}),
    ],
)
def test_attributes_of_a_float(function):
    for x in (2.5, 2.0, -0.0, 1e300):
        same(function, x)


def test_what_fits_no_float_says_so():
    with pytest.raises(ValueError, match="Unknown format code"):
        la.compile(lambda x: x if f"{x:zz}" else 0)(2.5)
    refused(lambda x: len("%g" % x), "float was asked")  # noqa: UP031
    refused(lambda x: x.hex(), "hex was asked")
    refused(lambda x: Fraction(str(x)[:0] + "1") * x.as_integer_ratio()[0], "as_integer_ratio")
    refused(lambda x: Decimal(x), "conversion from a traced number to Decimal")
    refused(lambda x: x[0], "a traced number is not subscriptable")
    refused(lambda x: np.float32(x), "float was asked")


class Positive:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        return self.v > 0

    def __index__(self):
        return math.floor(self.v)


def while_positive(x):
    while Positive(x):
        x = x - 1.0
    return x


@pytest.mark.parametrize("target", ["python", "array"])
@pytest.mark.parametrize(
    "function",
    [
        lambda x: x if Positive(x) else 0.5,
        lambda x: x * x if not Positive(x) else x,
        lambda x: (Positive(x - 3.0) and 2 * x) or x * x,
        lambda x: bool(Positive(x)) * x,
        lambda x: any(Positive(x - k) for k in (1.0, 4.0)) * x,
        lambda x: next(filter(None, [Positive(-x), Positive(x * x)])).v,
        while_positive,
    ],
)
def test_a_truth_that_is_a_comparison(function, target):
    f = la.compile(function, target=target)
    for x in (2.5, -0.5):
        assert f(x) == function(x)
        assert f.grad(x) == pytest.approx((function(x + 1e-6) - function(x - 1e-6)) / 2e-6)


def test_an_index_that_is_a_rounded_number():
    for x in (2.5, 1.5):
        same(lambda x: [1.0, 2.0, 4.0][Positive(x)] * x + int(Positive(x)), x)


def test_is_integer_at_the_ends():
    f = la.compile(lambda x: 1.0 if x.is_integer() else 0.0)
    for x in (math.inf, math.nan, 1e300, -0.0, 5e-324, -7.0, -1e-20):
        assert f(x) == float(x.is_integer())


def test_duals_answer_too():
    x = la.Dual(2.5, 1.0)
    assert (x == None, x != None, x == "a") == (False, True, False)  # noqa: E711
    assert round(x, 1).real == 2.5
    assert f"{la.Dual(1.0, -2.0):.2f}" == "1.00 - 2.00ε"
    assert x.is_integer() is False
    assert divmod(7, x)[0].real == 2.0
    assert x.shape == ()
    assert {la.Dual(2.0): 1}[2.0] == 1


# ---------------------------------------------------------------------------------- arguments


def ringed(x):
    ring = [x]
    ring.append(ring)
    return ring


def test_what_holds_itself_is_no_argument():
    ring, knot = [1.0], {"a": 1.0}
    ring.append(ring)
    knot["b"] = knot
    f = la.compile(lambda x: x[0])
    for call in (
        lambda: f(ring),
        lambda: la.compile(lambda x: x["a"])(knot),
        lambda: la.grad(lambda x: x[0])(ring),
        lambda: f.jvp((ring,), (ring,)),
        lambda: f.jvp(([1.0],), (ring,)),
        lambda: la.compile(ringed)(1.0),
    ):
        with pytest.raises(ValueError, match=r"holds itself(.|\n)*where(.|\n)*instead"):
            call()
    assert la.compile(lambda x: x * ring[0])(2.0) == 2.0


def test_a_traced_number_is_a_node_to_lazyad():
    seen = []
    la.compile(lambda x: seen.append(type(x)) or x)(1.0)
    assert issubclass(Traced, Node)
    inner = la.compile(lambda x: x * math.sin(x))
    outer = la.grad(lambda x: inner(x) + la.grad(inner)(x))
    h = 1e-6
    total = [inner(v) + la.grad(inner)(v) for v in (0.5 + h, 0.5 - h)]
    assert outer(0.5) == pytest.approx((total[0] - total[1]) / (2 * h), rel=1e-8)


def test_a_node_and_a_dual_do_not_meet():
    for call in (lambda x: la.max(x, la.Dual(1.0, 1.0)), lambda x: x + la.Dual(1.0, 1.0)):
        with pytest.raises(TypeError, match="met a Dual") as error:
            call(la.Node.input("x"))
        assert "instead:" in str(error.value)
