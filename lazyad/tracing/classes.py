"""The user's classes and objects as a trace sees them: with methods that are traced too.

In: a class or an instance, and the names of a trace. Out: a subclass with copied functions, or an
instance of it with the same attributes. A room of its own because it alone knows how Python builds
classes.
"""

from __future__ import annotations

import abc
import functools
import struct
import sys
import types
import typing
from collections import OrderedDict, defaultdict, deque
from collections.abc import Callable
from contextlib import suppress
from operator import index, is_
from types import FunctionType
from typing import Any

from lazyad.tracing.control.optionals import refuse_optional
from lazyad.tracing.floats import Float, ask_kind, begun, class_of
from lazyad.tracing.reads import ABSENT
from lazyad.tracing.repeatable import is_stepped
from lazyad.tracing.sight import PLAIN, Names
from lazyad.values.libraries import is_formula, is_standard, is_traced

# Python's own classes whose attributes are the user's.
_RECORDS = (
    *(("types", "SimpleNamespace"), ("argparse", "Namespace")),
    *(("collections", "ChainMap"), ("collections", "UserDict"), ("collections", "UserList")),
    ("statistics", "NormalDist"),
    ("scipy.stats._kde", "gaussian_kde"),
    *[
        (f"scipy.spatial.transform.{module}", kind)
        for module, kind in (
            ("_rotation", "Rotation"),
            ("_rotation", "Slerp"),
            ("_rotation_spline", "RotationSpline"),
            ("_rigid_transform", "RigidTransform"),
        )
    ],
)
_METACLASSES = (type, abc.ABCMeta, type(typing.Protocol))


def is_users(kind: type) -> bool:
    """Whether a class is the user's own. One that extends a library's class holds that library's
    state, and is used as it is; but for NumPy's array, of which a trace has its own."""
    if (kind.__module__, kind.__name__) in _RECORDS:
        return not is_copy(kind)
    if issubclass(kind, BaseException) or not is_traced(kind.__module__):
        return False
    meta = type(kind)
    if meta not in _METACLASSES and not is_traced(meta.__module__):  # enums, tables of an ORM
        return False
    return all(
        is_traced(base.__module__) or is_standard(base.__module__) or _is_array(base)
        for base in kind.__mro__
    )


def _is_array(kind: type) -> bool:
    """Whether it is NumPy's class of arrays, which may not be in use."""
    return kind.__module__ == "numpy" and kind.__name__ == "ndarray"


def is_copy(kind: type) -> bool:
    """Whether it is a copy of a user's class, as instances made in a trace have it."""
    return any("_lazyad_written" in vars(base) for base in kind.__mro__[:-1])


def is_object(value: Any) -> bool:
    """Whether it has attributes that a function may set: of a user's class, or any other that keeps
    them where Python does, but for Python's own, such as a logger."""
    kind = type(value)
    if isinstance(value, (type, types.ModuleType, FunctionType)):
        return False
    if kind.__module__.startswith("lazyad."):
        return hasattr(kind, "changed_in_place")
    if is_users(kind) or is_copy(kind):
        return True
    return kind.__dictoffset__ != 0 and not is_standard(kind.__module__)


class _Quiet:
    """In front of a user's class: what it does with each of its subclasses is not done with a
    copy."""

    __slots__ = ()

    def __init_subclass__(cls, **options: Any) -> None:
        pass


def copied_class(names: Names, kind: type) -> type:
    """A subclass of a user's class whose functions are copied; instances of either are of both."""
    body = {
        "__slots__": (),
        "__module__": kind.__module__,
        "__qualname__": kind.__qualname__,
        "__doc__": kind.__doc__,
        "__getattribute__": _reader(names, kind),
        "__del__": lambda self: None,  # what a copy holds is not its own to close
        "_lazyad_written": kind,
    }
    if vars(float)["__new__"] is kind.__new__:
        body["__new__"] = Float.__new__
    meta = _metaclass(names, kind)
    after: tuple[type, ...] = ()
    if any(map(_is_array, kind.__mro__)):
        from lazyad.tracing.numpy.arrays import Array

        after = (Array,)
    bases = (_Quiet, kind, *after)
    made: type = names.keep(kind, type.__new__(meta, kind.__name__, bases, body))
    with suppress(TypeError):  # the layouts may differ; then classes made of the copy are quiet too
        made.__bases__ = bases[1:]
    for base in reversed(kind.__mro__):
        own = is_traced(base.__module__) or is_formula(base.__module__)
        for name, value in vars(base).items() if own else ():
            if name in body or name in ("__init_subclass__", "__set_name__"):
                continue
            if (member := _member(names, value)) is not ABSENT:
                type.__setattr__(made, name, _answering(_ANSWERS.get(name), member))
    return made


_ANSWERS: dict[str, Callable[[Any], Any]] = {"__bool__": bool, "__int__": index, "__index__": index}


def _answering(kind: Callable[[Any], Any] | None, method: Any) -> Any:
    """The method, which is to return a bool or an int to Python itself: a traced one is decided."""
    if kind is None or type(method) is not FunctionType:
        return method

    @functools.wraps(method)
    def call(self: Any) -> Any:
        return kind(method(self))

    vars(call)["_lazyad_traced"] = method
    return call


def _metaclass(names: Names, kind: type) -> type:
    """The class of the copy: it sees what the class itself holds, say an instance of it."""
    real = type(kind)

    def attribute(cls: Any, name: str) -> Any:
        value = real.__getattribute__(cls, name)
        if name.startswith("__"):
            return value
        _note(names, kind, name)
        return names.see(value) if _is_of_class(cls, name, value) else _given(names, value)

    def called(cls: Any, *args: Any, **kwargs: Any) -> Any:
        return begun(cls, real.__call__(cls, *args, **kwargs), args, kwargs)

    body = {
        "__call__": called,
        "__instancecheck__": lambda _, value: isinstance(value, kind),
        "__getattribute__": attribute,
        "__eq__": lambda cls, other: cls is other or other is kind,
        "__hash__": lambda _: hash(kind),
    }
    if issubclass(kind, typing.Generic):
        body["__getitem__"] = lambda cls, _: cls  # typing would remember the copy for Kind[float]
    return type("Traced", (real,), body)


def _reader(names: Names, kind: type) -> Any:
    read: Any = kind.__getattribute__
    if read is float.__getattribute__:  # as any object's, of floats alone
        read = object.__getattribute__

    def attribute(self: Any, name: str) -> Any:
        special, original = name.startswith("__"), names.original(self)
        if original is not None and not special:
            _note_of_instance(names, original, name)
        value = read(self, name)
        if not special:
            outside = _is_of_class(type(self), name, value)
            if outside and original is None:  # it was made in the trace
                _note(names, kind, name)
            return names.see(value) if outside else _given(names, value)
        asked = name == "__dict__" and sys._getframe(1).f_globals is not vars(functools)
        if asked and original is not None:
            names.reads.contents(_dictionary(original))
        return value

    return attribute


def _is_of_class(kind: type, name: str, value: Any) -> bool:
    """Whether it is what a class of the user's holds, and no copy of one."""
    for base in kind.__mro__:
        held = vars(base)
        if name in held:
            return held[name] is value and "_lazyad_written" not in held
    return False


def _given(names: Names, value: Any) -> Any:
    """What an attribute holds. A container that the trace made is itself, for it may have other
    names; what copy.deepcopy took over into it is seen."""
    kind = type(value)
    if kind in PLAIN or id(value) in names.own:
        return value
    if id(value) in names.raw:
        return names.see(value)
    if kind is tuple:
        seen = tuple([_given(names, item) for item in value])
        return value if all(map(is_, seen, value)) else seen
    if kind in _CONTAINERS:
        names.own[id(value)] = value
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for at, item in [*pairs] if kind is not set else ():
            if (one := _given(names, item)) is not item:
                value[at] = one
        return value
    if kind is functools.partial:
        inner = value.func, value.args, value.keywords
        if all(_given(names, one) is one for one in inner):
            return value
    made = kind is FunctionType and type(value.__globals__) is not dict
    return value if made or is_stepped(value) else names.see(value)


def _note(names: Names, kind: type, name: str) -> None:
    """A class attribute was read."""
    meta: Any = type(kind)
    for base in (*kind.__mro__, *meta.__mro__):
        found = vars(base).get(name, ABSENT)
        if found is not ABSENT or is_traced(base.__module__):
            label = f"{base.__name__}.{name}"
            names.reads.item(vars(base), name, found, label, owner=base)
        if found is not ABSENT:
            return


def _note_of_instance(names: Names, original: Any, name: str) -> None:
    """An attribute of an object of the user's was read."""
    kind = type(original)
    label = f"{kind.__name__}.{name}"
    own = _dictionary(original)
    if name in own:
        names.reads.item(own, name, own[name], label)
    elif name in _slots(kind):
        names.reads.attribute(original, name, getattr(original, name, ABSENT), label)
    else:
        if own is not _NOTHING:
            names.reads.item(own, name, ABSENT, label)
        _note(names, kind, name)


def dispatched(names: Names, function: Any) -> Callable[..., Any]:
    """A function under functools.singledispatch: a traced number is a float to it."""

    def call(*args: Any, **kwargs: Any) -> Any:
        ask_kind(args[0])
        return names.see(function.dispatch(class_of(refuse_optional(args[0]))))(*args, **kwargs)

    return functools.update_wrapper(call, function)


def _dispatched_method(names: Names, method: Any) -> Callable[..., Any]:
    """The same for functools.singledispatchmethod."""

    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        ask_kind(args[0])
        chosen = names.see(method.dispatcher.dispatch(class_of(refuse_optional(args[0]))))
        return chosen.__get__(self, type(self))(*args, **kwargs)

    return call


def _member(names: Names, value: Any) -> Any:
    """A function, or a descriptor of the user's own, as it is seen; ABSENT for anything else."""
    if isinstance(value, functools.cached_property):
        copy = functools.cached_property(names.see(value.func))
        copy.__set_name__(object, value.attrname or value.func.__name__)
        return copy
    if isinstance(value, functools.singledispatchmethod):
        return _dispatched_method(names, value)
    if isinstance(value, (staticmethod, classmethod)):
        return type(value)(names.see(value.__func__))
    if isinstance(value, property):
        return property(*[f and names.see(f) for f in (value.fget, value.fset, value.fdel)])
    kind = type(value)
    own = kind is FunctionType or (hasattr(kind, "__get__") and is_users(kind))
    return names.see(value) if own else ABSENT


def copied_instance(names: Names, value: Any) -> Any:
    """An instance of a user's class, with its attributes and the methods of the copied class.

    What the traced function assigns to its attributes stays with the copy.
    """
    written = type(value)
    kind = names.see(written)
    made = _blank(names, kind, value)
    if made is None:
        return value
    names.keep(value, made)  # before its attributes, which may hold it
    held = dict(_dictionary(value))
    for name in _slots(written):
        with suppress(AttributeError):  # one that was never assigned
            held[name] = object.__getattribute__(value, name)
            object.__setattr__(made, name, held[name])
    _dictionary(made).update(_dictionary(value))
    names.raw.update(map(id, held.values()))
    return made


_NOTHING: dict[str, Any] = {}  # the attributes of an object without a dictionary


def _dictionary(value: Any) -> dict[str, Any]:
    """The attributes of an object, past whatever its class makes of them."""
    try:
        held: dict[str, Any] = object.__getattribute__(value, "__dict__")
        return held
    except AttributeError:
        return _NOTHING


_CONTAINERS: Any = (OrderedDict, defaultdict, dict, list, set, deque)
_VALUES: Any = (str, bytes, int, float)
_POINTER = struct.calcsize("P")


def _blank(names: Names, kind: type, value: Any) -> Any:
    """An instance without attributes; None where the class holds more than attributes."""
    try:
        if any(map(_is_array, kind.__mro__)):
            return names.see(value.view(kind.__mro__[-2])).view(kind)
        if isinstance(value, tuple):
            return tuple.__new__(kind, map(names.see, value))
        for builtin in _CONTAINERS:
            if isinstance(value, builtin):
                names.reads.contents(value)
                made: Any = names.keep(value, builtin.__new__(kind))
                seen: Any = map(names.see, builtin.__iter__(value))
                if issubclass(builtin, dict):
                    seen = zip(seen, map(names.see, builtin.values(value)), strict=True)
                first = (value.default_factory,) if builtin is defaultdict else ()
                last = (value.maxlen,) if builtin is deque else ()
                builtin.__init__(made, *map(names.see, first), seen, *last)
                return made
        for plain in _VALUES:
            if isinstance(value, plain):
                return plain.__new__(kind, value)
        return None if _holds_more(type(value)) else without_attributes(kind)
    except TypeError:
        return None


def without_attributes(kind: type) -> Any:
    """An object of the class, of whose own code none runs."""
    base = types.SimpleNamespace if issubclass(kind, types.SimpleNamespace) else object
    return base.__new__(kind)


def _holds_more(kind: type) -> bool:
    """Whether its objects are larger than their attributes: one of a class that derives from a
    file's, which CPython makes without a protest, is no file."""
    own = len(_slots(kind)) + (kind.__dictoffset__ > 0) + (kind.__weakrefoffset__ > 0)
    return kind.__basicsize__ > object.__basicsize__ + _POINTER * own


def _slots(kind: type) -> tuple[str, ...]:
    """The attributes that a class keeps in slots, under the names that reach them."""
    found = []
    for base in kind.__mro__:
        slots = vars(base).get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            private = name.startswith("__") and not name.endswith("__")
            found.append(f"_{base.__name__.lstrip('_')}{name}" if private else name)
    return tuple(name for name in found if name not in ("__dict__", "__weakref__"))
