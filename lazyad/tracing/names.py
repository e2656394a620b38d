"""What names mean while a function is traced: `math.sin` is lazyad's, and so on at any depth.

In: a value that the function reaches through a name. Out: what it sees instead. A room of its own
because it alone knows how Python finds names. Nothing is changed for anyone else: functions are
copied around their own code, with globals that look each name up in the real ones.
"""

from __future__ import annotations

import abc
import builtins
import functools
import sys
from collections.abc import Callable
from types import BuiltinFunctionType, CellType, FunctionType, MethodType, ModuleType
from typing import Any

from lazyad.errors import explain
from lazyad.graph import Operand
from lazyad.origin import describe, here
from lazyad.tracing.functions import REPLACED

# Modules whose own functions and classes are used as they are.
_LIBRARIES = {*sys.stdlib_module_names, "lazyad", "numpy"} - {"__main__"}


class Names:
    """What one run of a trace sees instead of what; it keeps the originals alive."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[Any, Any]] = {}

    def see(self, value: Any) -> Any:
        """What the traced function sees where it reaches `value` through a name."""
        known = self._seen.get(id(value))
        if known is not None:
            return known[1]
        kind = type(value)
        make = _COPIED.get(kind) or (_instance if _is_users(kind) else None)
        if kind.__module__ == "numpy" and kind.__name__ == "ndarray":
            make = _array
        if make is None and kind.__module__.startswith("numpy"):
            # a ufunc, or a function that dispatches
            make = _vectorized if kind.__name__ == "vectorize" else _numpys
        return value if make is None else self.keep(value, make(self, value))

    def keep(self, value: Any, made: Any) -> Any:
        """Let `made` be seen for `value` from now on."""
        self._seen[id(value)] = value, made
        self._seen[id(made)] = made, made
        return made


def traced(function: Any) -> tuple[Any, Callable[[Any], Any]]:
    """The function as one run of a trace calls it, and how it sees what it is called with."""
    names = Names()
    return (_copy if type(function) is FunctionType else Names.see)(names, function), names.see


def _is_users_module(name: str | None) -> bool:
    return name is None or name.partition(".")[0] not in _LIBRARIES


def _is_users(kind: type) -> bool:
    """Whether a class is an ordinary one, of a module that is no library."""
    ordinary = type(kind) in (type, abc.ABCMeta) and not issubclass(kind, BaseException)
    return ordinary and kind.__module__ != "builtins" and _is_users_module(kind.__module__)


# ---------------------------------------------------------------------------------- functions


class _Globals(dict):  # type: ignore[type-arg]
    """The globals of a copied function: the real ones, as the trace sees them.

    Python writes what the function assigns to a global past `__setitem__`, into this very dict; it
    is moved on to the real one.
    """

    def __init__(self, names: Names, real: dict[str, Any]) -> None:
        super().__init__(__builtins__=_builtins(names), __name__=real.get("__name__"))
        self.names = names
        self.real = real

    def __getitem__(self, name: str) -> Any:
        if name in self and name not in ("__builtins__", "__name__"):
            self.real[name] = self.pop(name)
        return self.names.see(self.real[name])


def _builtins(names: Names) -> dict[str, Any]:
    """Python's builtins; an `import` inside a function gives what its names mean there."""

    def imported(*args: Any, **kwargs: Any) -> Any:
        return names.see(builtins.__import__(*args, **kwargs))

    def super_(*args: Any) -> Any:
        """super(), whose methods are copies too."""
        if not args:
            frame = sys._getframe(1)
            args = (frame.f_locals["__class__"], frame.f_locals[frame.f_code.co_varnames[0]])
        return _Attributes(names, super(*args))

    seen = {name: names.see(value) for name, value in vars(builtins).items() if callable(value)}
    return {**vars(builtins), **seen, "__import__": imported, "super": super_}


def _copy(names: Names, function: FunctionType) -> FunctionType:
    """A function of the same code whose globals, closure and defaults are seen."""
    real = function.__globals__
    known = names._seen.get(id(real))
    scope = known[1] if known else names.keep(real, _Globals(names, real))
    free = zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)
    cells = [(name, cell, names._seen.get(id(cell), (cell, None))[1]) for name, cell in free]
    made = [new or CellType() for _, _, new in cells]
    copy = FunctionType(function.__code__, scope, function.__name__, None, tuple(made))
    names.keep(function, copy)  # before its cells, which may hold it
    for (name, cell, new), fresh in zip(cells, made, strict=True):
        if new is None:
            _fill(names, name, cell, fresh)
    copy.__defaults__ = function.__defaults__ and tuple(map(names.see, function.__defaults__))
    copy.__kwdefaults__ = function.__kwdefaults__ and {
        name: names.see(value) for name, value in function.__kwdefaults__.items()
    }
    copy.__qualname__, copy.__module__ = function.__qualname__, function.__module__
    return copy


def _fill(names: Names, name: str, cell: CellType, fresh: CellType) -> None:
    names.keep(cell, fresh)
    try:
        value = cell.cell_contents
    except ValueError:  # a name that is not bound yet
        return
    fresh.cell_contents = value if name == "__class__" else names.see(value)


def _function(names: Names, function: FunctionType) -> Any:
    if _is_users_module(function.__module__):
        return _copy(names, function)
    return _numpys(names, function)


def _method(names: Names, method: MethodType) -> MethodType:
    return MethodType(names.see(method.__func__), names.see(method.__self__))


def _partial(names: Names, partial: functools.partial[Any]) -> functools.partial[Any]:
    args = map(names.see, partial.args)
    keywords = {name: names.see(value) for name, value in partial.keywords.items()}
    return functools.partial(names.see(partial.func), *args, **keywords)


def _uncached(names: Names, cached: Any) -> Any:
    """A function under functools.cache, without the cache: it would keep traced values."""
    return names.see(cached.__wrapped__) if _is_users_module(cached.__module__) else cached


def _builtin(names: Names, function: Any) -> Any:
    """lazyad's function for one of `math` or Python; an error on traced values if there is none."""
    if function in REPLACED:
        return REPLACED[function]
    if function.__module__ in ("math", "cmath"):
        return _refusing(function)
    return _numpys(names, function)


def _numpys(names: Names, value: Any) -> Any:
    """What `arrays` puts in the place of one of NumPy's or SciPy's functions."""
    if sys.modules.get("numpy") is None:
        return value
    from lazyad.tracing.arrays import replacement

    found = replacement(value)
    return value if found is None else found


def _array(names: Names, value: Any) -> Any:
    from lazyad.tracing.arrays import constant

    return constant(value)


def _vectorized(names: Names, value: Any) -> Any:
    """np.vectorize(function): the function's own trace for each element."""
    from lazyad.tracing.arrays import elementwise

    return lambda *args: elementwise(names.see(value.pyfunc), args)


def _refusing(function: Any) -> Any:
    """A function of math without a traced meaning: itself on numbers."""

    def call(*args: Any) -> Any:
        if not any(isinstance(arg, Operand) for arg in args):
            return function(*args)
        complex_ = function.__module__ == "cmath"
        raise TypeError(
            explain(
                f"{function.__module__}.{function.__name__} has no meaning on traced values",
                describe(here()),
                (
                    "real arithmetic; complex values are not supported"
                    if complex_
                    else "another formula, or an op of your own (lazyad.op)"
                ),
            )
        )

    call.__name__ = function.__name__
    return call


# ---------------------------------------------------------------------------------- modules


class _Attributes(ModuleType):
    """A module, or super(), as the trace sees it."""

    def __init__(self, names: Names, real: Any) -> None:
        super().__init__("seen")
        object.__getattribute__(self, "__dict__").update(_names=names, _real=real)

    def __getattribute__(self, name: str) -> Any:
        own = object.__getattribute__(self, "__dict__")
        return own["_names"].see(getattr(own["_real"], name))


# ---------------------------------------------------------------------------------- classes


def _class(names: Names, kind: type) -> Any:
    """A subclass of a user's class whose functions are copied; instances of either are of both."""
    if kind in REPLACED:
        return REPLACED[kind]
    hooks = (base for base in kind.__mro__ if "__init_subclass__" in vars(base))
    if not _is_users(kind) or any(_is_users(base) for base in hooks):
        return _numpys(names, kind)
    meta = type(
        "Traced", (type(kind),), {"__instancecheck__": lambda _, value: isinstance(value, kind)}
    )

    def attribute(self: Any, name: str) -> Any:
        return names.see(kind.__getattribute__(self, name))  # type: ignore[call-arg]

    body = {"__slots__": (), "__module__": kind.__module__, "__getattribute__": attribute}
    made: type = names.keep(kind, meta(kind.__name__, (kind,), {**body, "_lazyad_written": kind}))
    for base in reversed(kind.__mro__):
        for name, value in vars(base).items() if _is_users(base) else ():
            if isinstance(value, _MEMBERS):
                setattr(made, name, _member(names, value))
    return made


_MEMBERS = (FunctionType, staticmethod, classmethod, property, functools.cached_property)


def _member(names: Names, value: Any) -> Any:
    if isinstance(value, functools.cached_property):
        copy = functools.cached_property(names.see(value.func))
        copy.__set_name__(object, value.func.__name__)
        return copy
    if isinstance(value, (staticmethod, classmethod)):
        return type(value)(names.see(value.__func__))
    if isinstance(value, property):
        return property(*[f and names.see(f) for f in (value.fget, value.fset, value.fdel)])
    return names.see(value)


def _instance(names: Names, value: Any) -> Any:
    """An instance of a user's class, with its attributes and the methods of the copied class.

    What the traced function assigns to its attributes stays with the copy.
    """
    kind = names.see(type(value))
    if kind is type(value) or not hasattr(value, "__dict__"):
        return value
    try:
        made = object.__new__(kind)
    except TypeError:  # it holds more than its attributes
        return value
    vars(made).update(vars(value))
    return made


def _container(names: Names, value: Any) -> Any:
    """A tuple, list or dict with functions in it, such as a table of models."""
    parts = list(value.values() if type(value) is dict else value)
    seen = [names.see(part) if type(part) in _COPIED else part for part in parts]
    if all(new is part for new, part in zip(seen, parts, strict=True)):
        return value
    return dict(zip(value, seen, strict=True)) if type(value) is dict else type(value)(seen)


_CONTAINERS = dict.fromkeys((tuple, list, dict), _container)
_COPIED: dict[Any, Callable[[Names, Any], Any]] = {
    FunctionType: _function,
    MethodType: _method,
    BuiltinFunctionType: _builtin,
    ModuleType: _Attributes,
    functools.partial: _partial,
    functools._lru_cache_wrapper: _uncached,
    type: _class,
    abc.ABCMeta: _class,
    **_CONTAINERS,
}
