"""A number as the traced function sees it: a float by all questions, and nothing to be hashed.

In: what the function asks of a traced number (its class, its hash, its attributes) and of the
classes that it reaches by name. Out: what a float would answer. A room of its own because it is
Python's idea of a number, and neither the graph's nor NumPy's.
"""

from __future__ import annotations

import abc
import re
import sys
from collections.abc import Callable, Sequence
from operator import attrgetter
from types import (
    FrameType,
    GetSetDescriptorType,
    MemberDescriptorType,
    MethodDescriptorType,
    WrapperDescriptorType,
)
from typing import Any, NoReturn

from lazyad import ops
from lazyad.complexes import Complex, complex_of
from lazyad.graph import INPUT, Node, Op, is_condition, note_indexes, walk
from lazyad.operators import Operand
from lazyad.text import leaf_name
from lazyad.tracing.control.modes import refuse_mode
from lazyad.tracing.control.optionals import Optional, refuse_optional
from lazyad.values.errors import refused, three_parts
from lazyad.values.libraries import is_standard
from lazyad.values.origin import by_numpy, describe, here, is_ours, rules, state
from lazyad.values.structure import is_array, without_axes


def class_of(value: Any) -> type:
    """The class of the plain value that this one is, or stands for."""
    if not isinstance(value, Operand):
        return STANDING.get(type(value), type(value))
    if not isinstance(value, Node):
        kind: type = getattr(value, "stands_for", None) or float
        return kind
    kind = bool if is_condition(value) else float
    return OF_NUMPY[kind] if by_numpy(value.origin) and OF_NUMPY else kind


OF_NUMPY: dict[type, type] = {}  # NumPy's classes for these, where it is in use
STANDING: dict[type, type] = {}  # classes that stand for others, and are no Operands


def is_bool(value: Any) -> bool:
    """Whether it is True or False, or a condition."""
    return is_condition(value) if isinstance(value, Node) else type(value) is bool


def python_number(value: Any) -> Any:
    """A traced number of NumPy's as Python's, as float(x) is; a condition too."""
    if not isinstance(value, Node) or not by_numpy(value.origin):
        return value
    with rules(numpy=False):
        return ops.and_(value, True) if is_condition(value) else ops.pos(value)


def ask_kind(value: Any) -> None:
    """The function asks whether an argument is an int or a float, or what is made of arguments and
    is an int where they are: it must not be given an int."""
    if state.session is None or not isinstance(value, Node):
        return
    wholes = state.session.wholes
    if value.op is INPUT or (wholes.has(value) and not wholes.counts(value)):
        asked = [leaf_name(leaf) for leaf in walk([value]) if leaf.op is INPUT]
        state.session.reads.asks_kinds.update(asked)


def is_int(value: Node) -> bool:
    """Whether it is one that no argument is, which would be fixed into the trace; a power of ints
    is where its exponent is not below 0."""
    if state.session is None:
        return False
    wholes = state.session.wholes
    if wholes.counts(value) or wholes.has(value):
        return bool(wholes.counts(value))
    exponents = wholes.exponents(value)
    return exponents is not None and all(one >= 0.0 for one in exponents)


Operand.ask_kind = staticmethod(ask_kind)  # type: ignore[method-assign]


_ASKED_BY_ABC = abc.ABCMeta.__instancecheck__.__code__


class Traced(Node):
    """A Node while the function runs that it is handed to. The function must not find it by its
    hash: equal numbers have equal hashes, and which are equal is known when the kernel runs.

    Lazyad itself, which looks for this very Node, does; it and other libraries, which may hand a
    float on to C, are told the real class. When the trace is done it is a Node.
    """

    __slots__ = ()

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        frame: FrameType | None = sys._getframe(1)
        if frame and frame.f_code is _ASKED_BY_ABC:
            frame = frame.f_back
        if frame is None or type(frame.f_globals) is dict:  # not those of a traced function
            return Traced
        ask_kind(self)
        kind = class_of(self)
        return STAND_INS.get(kind, kind)

    def __hash__(self) -> int:
        frame: FrameType | None = sys._getframe(1)
        # A line of the standard library, say Counter's, works for who called it.
        while frame and type(own := frame.f_globals) is dict and is_standard(own.get("__name__")):
            frame = frame.f_back
        return object.__hash__(self) if frame is None or is_ours(frame) else hash(self.as_key())

    def as_key(self) -> float:
        """What it is in a dict or a set: the function goes every way that calls take."""
        if is_condition(self):
            return bool(self)
        session = state.session
        if session is not None:
            session.look_up(self)
        if session is not None and session.wholes.is_whole(self):
            counts = session.wholes.counts(self)
            known = session.int_of(self, not counts)
            if known is not None:
                return known if counts else float(known)
        note_indexes([self])
        what = "a traced value was put into a set, used as a key of a dict, or hashed"
        instead = "a list, and == ; or what is known while tracing, such as a name, for the key"
        self._refuse(what, instead)

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        """As a float answers, which a function may try."""
        raise AttributeError(f"'float' object has no attribute {name!r}")

    def __round__(self, digits: Any = None) -> Any:
        """An int of Python's, also of a number of NumPy's; or a number of its class."""
        if digits is not None:
            return Node.__round__(self, digits)  # type: ignore[attr-defined]
        with rules(numpy=False):
            return Node.__round__(self)  # type: ignore[attr-defined]

    def __repr__(self) -> str:
        return Text(Node.__repr__(self))

    def __format__(self, spec: str) -> str:
        if state.session is not None and state.session.wholes.counts(self):
            format(0, spec)  # raises what it raises for an int
            return self.__repr__()
        if "d" in spec:
            note_indexes([self])
        return Text(Node.__format__(self, spec))


Traced.__name__ = Traced.__qualname__ = "Node"  # in messages


class Text(str):
    """A traced number written out. It may be shown, and be part of a message; its characters are
    those of a Node, and the traced function must not decide or compute anything by them."""

    __slots__ = ()

    def __add__(self, other: str) -> str:
        return Text(str.__add__(self, other))

    def __radd__(self, other: str) -> str:
        return Text(str.__add__(other, self))

    def __bool__(self) -> bool:
        return True


_CONVERSION = r"%(\([^)]*\))?[-+ #0]*\d*(?:\.\d+)?([a-zA-Z%])"


def formatted(text: Any, values: Any) -> Any:
    """`text % values`, where a traced number is shown as by `format`."""
    given = values if isinstance(values, (tuple, dict)) else (values,)
    numbers = given.values() if isinstance(given, dict) else given
    if not any(type(one) is Traced for one in numbers):
        return text % values
    at = iter(given)

    def shown(found: re.Match[str]) -> str:
        key, kind = found.groups()
        if kind == "%":
            return found[0]
        value = values[key[1:-1]] if key else next(at, None)
        return f"%{key or ''}s" if type(value) is Traced and kind not in "sra" else found[0]

    return Text(re.sub(_CONVERSION, shown, text) % values)


def _reading(read: Callable[..., Any]) -> Callable[..., Any]:
    def method(self: Text, *args: Any, **kwargs: Any) -> Any:
        if type(sys._getframe(1).f_globals) is dict:  # not those of a traced function
            return read(self, *args, **kwargs)
        read_digits(self)

    return method


def read_digits(text: Text) -> NoReturn:
    """Say that a traced function must not."""
    what = f"the digits of a traced number were read from a text ({text[:40]!s:.40})"
    instead = "arithmetic on the number itself, such as round(x, 2) or a comparison"
    raise refused(TypeError, what, instead)


setattr(Text, "__int__", _reading(lambda text: int(str(text))))  # noqa: B010
for _name in (
    "__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __hash__ __len__ __getitem__ __iter__ __contains__ "
    "count endswith find index isalnum isalpha isdecimal isdigit isidentifier islower isnumeric "
    "isspace isupper lstrip partition removeprefix removesuffix replace rfind rindex rpartition "
    "rsplit rstrip split splitlines startswith strip"
).split():
    setattr(Text, _name, _reading(getattr(str, _name)))


def _logical(method: str, row: Op) -> Callable[..., Any]:
    """& | ^ and ~ of conditions: of bools, and 0 and 1 for them; a float has none of these. Of ints
    the & that is a remainder is one, and others are those of what these come to."""

    def operator(self: Node, *others: Any) -> Any:
        for other in others:
            if hasattr(type(other), "__array_ufunc__") and not isinstance(other, Operand):
                return NotImplemented
        truths = state.session.wholes.truths if state.session is not None else ()
        operands = [bool(o) if _is_bit(o) else o for o in (self, *others)]
        operands = [ops.ne(o, 0.0) if isinstance(o, Node) and o in truths else o for o in operands]
        if not all(map(is_bool, operands)):
            if row is ops.and_ and _is_int(self) and _is_ones(*others):
                return self % (others[0] + 1.0)
            if (ints := ints_of((self, *others))) is not None:
                return getattr(int, method)(*ints)
            what = f"{method} of numbers, which a float does not have"
            self._refuse(what, "& | ^ ~ of conditions, such as (x > 0) & (y > 0)")
        return self.apply(row, operands)

    return operator


def _is_bit(value: Any) -> bool:
    """Whether it is a bool, NumPy's too, or 0 or 1."""
    if isinstance(value, int):
        return value in (0, 1)
    plain = getattr(value, "shape", None) == () and not isinstance(value, Operand)
    return plain and value.dtype == bool


for _method, _row in {"and": ops.and_, "or": ops.or_, "xor": ops.ne, "invert": ops.not_}.items():
    setattr(Traced, f"__{_method}__", _logical(f"__{_method}__", _row))
    if _method != "invert":
        setattr(Traced, f"__r{_method}__", _logical(f"__r{_method}__", _row))


def _is_int(number: Node) -> bool:
    """Whether it is one to Python."""
    return state.session is not None and state.session.wholes.has(number)


def _is_ones(mask: Any) -> bool:
    """Whether it is an int whose bits are all 1, as those of 0b111."""
    return type(mask) is int and 0 < mask < 2**53 and mask & (mask + 1) == 0


def ints_of(values: Sequence[Any]) -> list[int] | None:
    """What these are, if each of them is an int to Python: where no formula has what is asked of
    them, those that are traced are fixed into the trace, as an index is."""
    note_indexes(values)
    session, found = state.session, []
    for value in values:
        fixed = type(value) is Traced and session is not None and session.wholes.counts(value)
        known = session.int_of(value, False) if fixed else value
        if not isinstance(known, int):
            return None
        found.append(int(known))
    return found


def _shifting(method: str, formula: Callable[[Node, float], Any] | None) -> None:
    """x << n and x >> n of what are ints to Python."""

    def operator(self: Node, other: Any) -> Any:
        if formula and _is_int(self) and type(other) is int and other >= 0:
            return formula(self, 2.0**other)
        ints = ints_of((self, other))
        return NotImplemented if ints is None else getattr(int, method)(*ints)

    setattr(Traced, method, operator)


_shifting("__rshift__", lambda number, power: number // power)
_shifting("__lshift__", lambda number, power: number * power)
_shifting("__rrshift__", None)
_shifting("__rlshift__", None)


def _of_ints(asked: Callable[[int], int]) -> None:
    """A method that an int has, and a float has not."""

    def method(self: Node) -> int:
        ints = ints_of((self,))
        if ints is None:
            raise AttributeError(f"'float' object has no attribute {asked.__name__!r}")
        return asked(ints[0])

    setattr(Traced, asked.__name__, method)


_of_ints(int.bit_count)
_of_ints(int.bit_length)


def _of_bools(method: str, row: Op | None) -> None:
    """Let + and * of two conditions be `or` and `and` where one of them is NumPy's, and - an error,
    as they are for NumPy's bools; Python's add up."""
    plain = getattr(Traced, method)

    def operator(self: Node, other: Any) -> Any:
        both = is_condition(self) and is_bool(other)
        if not both or not any(by_numpy(getattr(c, "origin", None)) for c in (self, other)):
            return plain(self, other)
        if row is None:
            self._refuse(f"{method} of conditions, which NumPy has not", "^, or np.where")
        return self.apply(row, (self, other))

    setattr(Traced, method, operator)


for _method, _joined in {"add": ops.or_, "mul": ops.and_, "sub": None}.items():
    _of_bools(f"__{_method}__", _joined)
    _of_bools(f"__r{_method}__", _joined)


def _unsigned(method: str) -> None:
    """Let -n of what is an int to Python have no sign where it is 0, which atan2 would see."""
    plain = getattr(Traced, method)

    def operator(self: Node) -> Any:
        session = None if state.whole else state.session
        return 0.0 - self if session is not None and session.wholes.counts(self) else plain(self)

    setattr(Traced, method, operator)


_unsigned("__neg__")


def _repeating(method: str) -> None:
    """Let a list times what is an int to Python be so many times the list."""
    plain = getattr(Traced, method)

    def operator(self: Node, other: Any) -> Any:
        if type(other) in (list, tuple, str) and state.session is not None:
            times = state.session.int_of(self, False)
            return plain(self, other) if times is None else other * times
        return plain(self, other)

    setattr(Traced, method, operator)


_repeating("__mul__")
_repeating("__rmul__")


_set_class = object.__dict__["__class__"].__set__  # a Traced says that it is a float


def settle(node: Node) -> None:
    """Let the Node be one like all others: its trace is done."""
    _set_class(node, Node)


def _compared(plain: Callable[..., Any], when: bool) -> Callable[..., Any]:
    """== and != : a condition compared with a bool, as a dict does with its keys, is a condition
    on the same values, which is decided once."""

    def operator(self: Node, other: Any) -> Any:
        if type(other) in (bool, int, float) and other in (0, 1) and is_condition(self):
            return self if bool(other) is when else ops.not_(self)
        return plain(self, other)

    return operator


Traced.__eq__ = _compared(Traced.__eq__, True)  # type: ignore[method-assign]
Traced.__ne__ = _compared(Traced.__ne__, False)  # type: ignore[method-assign]


# ---------------------------------------------------------------------------------- classes


class StandIn(type):
    """The type of a class that the traced function sees instead of another, `stands_for`: equal to
    it, with the same name, hash and instances, and traced numbers are instances of float too."""

    def __init__(cls, name: str, bases: Any, namespace: dict[str, Any]) -> None:
        super().__init__(name, bases, namespace)
        if (real := namespace.get("stands_for")) is not None:
            cls.__name__, cls.__module__ = real.__name__, real.__module__
            cls.__qualname__ = cls.__name__

    def __eq__(cls, other: object) -> bool:
        same = other is cls or other is cls.__dict__.get("stands_for", cls)
        return same or NotImplemented  # a dtype of NumPy's knows which classes it equals

    def __hash__(cls) -> int:
        real = cls.__dict__.get("stands_for")
        return type.__hash__(cls) if real is None else hash(real)

    def __instancecheck__(cls, value: Any) -> bool:
        real = cls.__dict__.get("stands_for")
        if real is None:  # a class that the function derives from one
            return type.__instancecheck__(cls, value)
        return isinstance(value, real) or issubclass(class_of(value), real)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        return begun(cls, super().__call__(*args, **kwargs), args, kwargs)

    def __subclasscheck__(cls, kind: type) -> bool:
        real = cls.__dict__.get("stands_for")
        return type.__subclasscheck__(cls, kind) if real is None else issubclass(kind, real)

    @property
    def dtype(cls) -> Any:
        """What NumPy asks of a type that is given as a dtype."""
        import numpy

        return numpy.dtype(cls.__dict__.get("stands_for", object))


class ArrayError(TypeError):
    """An array was handed to a function of one number."""

    @classmethod
    def of(cls, function: Callable[..., Any]) -> ArrayError:
        """The error of that function; libraries make others of its text by the class. Python raises
        one as well: no refusal, and a clause that catches it goes on."""
        name = f"{function.__module__}.{function.__name__}".removeprefix("builtins.")
        what = f"{name} takes one number, and got an array"
        instead = (
            f"NumPy's function instead of {name}; or target='numpy', if the function takes one "
            "number, and the array holds many points"
        )
        return cls(three_parts(what, describe(here()), instead))


class Float(float, metaclass=StandIn):
    """float: a traced number is one already."""

    stands_for = float

    def __new__(cls, value: Any = 0.0, /, **named: Any) -> Any:
        if named:  # an __init__ takes them; Python's error if there is none
            float.__new__(cls, **named)
        if cls is not Float:
            return held(cls, value) if isinstance(value, Operand) else float.__new__(cls, value)
        if type(value) in (float, int):
            return float(value)
        if isinstance(value, (Held, Optional)):
            return bare(value)
        if isinstance(value, str) and re.fullmatch(_TEXT, value):
            what = f"float of a text that a traced value was written into ({value!s:.40})"
            raise refused(TypeError, what, 'round(x, 2) for float(f"{x:.2f}")')
        if (is_array(value) or isinstance(value, Operand)) and getattr(value, "size", 1) != 1:
            raise ArrayError.of(float)
        if isinstance(value, Operand) and getattr(value, "shape", None):
            value = value.reshape(())  # type: ignore[attr-defined]  # an array kept whole
        if getattr(value, "shape", None) == ():
            value = value.item()
        convert = getattr(type(value), "__float__", None)
        if convert is not None and not isinstance(value, Operand):
            value = convert(value)  # a class of the function's own may hold a traced number
        if type(value) is Complex:
            return value.__float__()
        if isinstance(value, Operand):
            return ops.where(value, 1.0, 0.0) if is_bool(value) else python_number(value)
        return float(value)


_TEXT = r"(?s)\s*<(\w+\(.*\)|\w+ .*|zero)>\s*"  # the repr of a Node


def _of_either(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def method(self: Any, *args: Any) -> Any:
        return (getattr(type(self), name) if isinstance(self, Operand) else real)(self, *args)

    return method


_OURS = ("__getattribute__", "__setattr__", "__delattr__")  # of every object
for _name, _real in vars(float).items():  # float.is_integer(x) and the like
    if isinstance(_real, (MethodDescriptorType, WrapperDescriptorType)) and _name not in _OURS:
        setattr(Float, _name, _of_either(_name, _real))


class ComplexNumber(complex, metaclass=StandIn):
    """complex: of traced numbers, one that is traced."""

    stands_for = complex

    def __new__(cls, real: Any = 0.0, imag: Any = 0.0) -> Any:
        if cls is not ComplexNumber:
            return complex.__new__(cls, real, imag)
        if isinstance(real, str):
            return complex(real)
        real, imag = without_axes(real), without_axes(imag)
        convert = getattr(type(real), "__complex__", None)
        if convert is not None and not isinstance(real, Operand):
            real = convert(real)
        return complex_of(real, imag)


class Type(type, metaclass=StandIn):
    """type: that of a traced number is float."""

    stands_for = type

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        if len(args) == 3:  # a class, of the module that calls
            caller = sys._getframe(1).f_globals.get("__name__", "builtins")
            args = (*args[:2], {"__module__": caller, **args[2]})
        if cls is not Type:  # a metaclass that the function defines
            return type.__new__(cls, *args, **kwargs)
        if len(args) != 1:
            return type(*args, **kwargs)
        refuse_mode(args[0])
        value = refuse_optional(args[0])
        ask_kind(value)
        kind = class_of(value)
        return STAND_INS.get(type if kind is StandIn else kind, kind)


# What the function sees of these classes; NumPy's are added where NumPy is in use.
STAND_INS: dict[type, type] = {float: Float, type: Type, complex: ComplexNumber}


# ---------------------------------------------------------------------------------- quantities


class Held(Operand):
    """A traced number of a class that derives from float: the number, and the attributes and
    methods of that class, of which it is an instance by all questions."""

    stands_for: type
    _lazyad_number: Any

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return self.stands_for

    def apply(self, op: Any, args: Sequence[Any]) -> Any:
        return op(*[bare(one) for one in args])

    def __hash__(self) -> int:
        return hash(self._lazyad_number.as_key())


def bare(value: Any) -> Any:
    """The number of what is held; anything else as it is."""
    return value._lazyad_number if isinstance(value, (Held, Optional)) else value


def _handing_on(name: str) -> Callable[..., Any]:
    return lambda self, *args: getattr(self._lazyad_number, name)(*args)


for _name in "bool complex float format int repr round str".split():
    setattr(Held, f"__{_name}__", _handing_on(f"__{_name}__"))
for _name in ("real", "imag"):
    setattr(Held, _name, property(attrgetter(f"_lazyad_number.{_name}")))


_OF_FLOATS = (object, float, Float)


def held(kind: Any, number: Any) -> Held:
    """The instance of a class that derives from float which is made of a traced number."""
    if "_lazyad_held" not in vars(kind):
        made: Any = Held
        for base in reversed(kind.__mro__):  # one above the other, as Python looks through them
            if base not in _OF_FLOATS:
                made = type(base.__name__, (made,), _members(base, kind))
                made._lazyad_overrides |= vars(base).keys()
        made.stands_for = kind
        type.__setattr__(kind, "_lazyad_held", made)
    found: Held = object.__new__(vars(kind)["_lazyad_held"])
    object.__setattr__(found, "_lazyad_number", bare(number))
    return found


def _members(base: type, kind: type) -> dict[str, Any]:
    """What a class defines; its class methods are of the class that derives from float."""
    members = {}
    for name, one in vars(base).items():
        made_by_python = isinstance(one, (MemberDescriptorType, GetSetDescriptorType))
        if not made_by_python and name not in ("__new__", "__slots__"):
            of_class = isinstance(one, classmethod)
            members[name] = staticmethod(one.__get__(None, kind)) if of_class else one
    return members


def begun(kind: Any, made: Any, args: Sequence[Any], kwargs: Any) -> Any:
    """What a class made of these arguments, after its `__init__`, for which Python does not take
    what is held for an instance."""
    if isinstance(made, Held) and class_of(made) is kind:
        begin: Any = type(made).__init__
        if begin is not object.__init__:
            begin(made, *args, **kwargs)
    return made


def above(kind: type, of: Held) -> Any:
    """super(kind, of), of what is held."""
    order = [one for one in class_of(of).__mro__ if one not in _OF_FLOATS]
    at = max(at for at, one in enumerate(order) if vars(one).get("_lazyad_written", one) is kind)
    return super(type(of).__mro__[at], of)


# ---------------------------------------------------------------------------------- attributes


def is_instance(value: Any, kinds: Any, /) -> Any:
    """isinstance: a traced number is of whatever kinds the number is that it stands for."""
    kinds = _meant(kinds)
    if type(value) is Optional:
        return value.said(lambda one: is_instance(one, kinds))
    refuse_mode(value)
    if isinstance(0, kinds) is not isinstance(0.0, kinds):
        ask_kind(value)
        if type(value) is Traced and is_int(value):
            return isinstance(0, kinds)  # as math.floor(x) is
    if isinstance(value, kinds):
        return True
    kind = class_of(value)
    if kind is type(value):
        return False
    sample = kind() if kind in (bool, float) else kind(0)  # an array
    return isinstance(sample, kinds)


def _meant(kinds: Any) -> Any:
    """The classes that isinstance is asked about: that of a library may be seen as a function."""
    if isinstance(kinds, tuple):
        return tuple(map(_meant, kinds))
    names = state.session and state.session.names
    real = names.original(kinds) if names and not isinstance(kinds, type) else None
    return kinds if real is None else real


def has(value: Any, name: str, /) -> Any:
    """hasattr: a traced number has what a float has, though it answers for a NumPy scalar too."""
    if type(value) is Optional:
        return value.said(lambda one: has(one, name))
    if not isinstance(value, Operand):
        return hasattr(value, name)
    return any(name in vars(kind) for kind in class_of(value).__mro__)  # not its class's own


def get(value: Any, name: str, /, *default: Any) -> Any:
    """getattr, whose default a traced number gives where a float does."""
    value = refuse_optional(value)
    if default and isinstance(value, Operand) and not has(value, name):
        return default[0]
    return getattr(value, name, *default)
