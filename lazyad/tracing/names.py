"""What names mean while a function is traced: `math.sin` is lazyad's, and so on at any depth.

In: a value that the function reaches through a name. Out: what it sees instead. A room of its own
because it alone knows how Python finds names. Nothing is changed for anyone else: functions are
copied around their own code, with globals that look each name up in the real ones; what the
function changes in containers and objects it changes in copies; what it read is noted.
"""

from __future__ import annotations

import array
import builtins
import collections
import copy
import functools
import operator
import os
import re
import sys
import weakref
from collections import ChainMap
from collections.abc import Callable
from opcode import opname
from types import (
    BuiltinFunctionType,
    CellType,
    CodeType,
    FunctionType,
    MappingProxyType,
    MethodType,
    ModuleType,
)
from typing import Any

from lazyad.graph import Op
from lazyad.operators import Operand
from lazyad.plain import statistics
from lazyad.tracing import classes, repeatable
from lazyad.tracing.classes import dispatched
from lazyad.tracing.control import joins, keys
from lazyad.tracing.control.attempts import Attempt, has_handlers
from lazyad.tracing.control.loops import Loop
from lazyad.tracing.floats import Held, above, ints_of
from lazyad.tracing.functions import REPLACED
from lazyad.tracing.reads import ABSENT, Reads
from lazyad.tracing.sight import PLAIN, Names
from lazyad.tracing.tables import SUBSCRIPTS
from lazyad.tracing.variables import LOOKING
from lazyad.values.errors import refused
from lazyad.values.libraries import is_formula, is_standard, is_traced, public_name
from lazyad.values.origin import state


def traced(function: Any, reads: Reads | None = None) -> tuple[Callable[..., Any], ...]:
    """The function as one run of a trace calls it, and how it sees what it is called with; what it
    finds by names is noted in `reads`."""
    names = Names(Reads() if reads is None else reads, _met)
    plain = type(function) is FunctionType and not _dispatches(function)
    return (_copy if plain else Names.see)(names, function), names.see


def _met(names: Names, value: Any) -> Any:
    """What is seen for a value that is met for the first time."""
    kind = type(value)
    if kind is MethodType:  # Python makes a new one for every access: nobody keeps it
        return _method(names, value)
    make = _COPIED.get(kind) or _other(value)
    return value if make is None else names.keep(value, make(names, value))


# ---------------------------------------------------------------------------------- functions


class _Globals(dict):  # type: ignore[type-arg]
    """The globals of a copied function: the real ones, as the trace sees them.

    Python writes what the function assigns to a global past `__setitem__`, into this very dict,
    where it stays: the trace leaves nothing of itself in the real one.
    """

    def __init__(self, names: Names, real: dict[str, Any]) -> None:
        self.module = real.get("__name__")
        # What `syntax` calls them.
        flow = {".flow": joins, ".keys": keys, ".loop": Loop, ".try": Attempt}
        super().__init__(__builtins__=_Builtins(names), __name__=self.module, **flow)
        self.names = names
        self.real = real

    def __getitem__(self, name: str) -> Any:
        if name in self:
            return super().__getitem__(name)
        if type(self.real) is _Globals:  # a function of a function that is being traced
            return self.names.see(self.real[name])
        value = self.real.get(name, ABSENT)
        if value is ABSENT:  # one of Python's builtins, as long as nobody gives it another meaning
            self.names.reads.item(self.real, name, ABSENT, name)
            raise KeyError(name)
        if type(value) is not ModuleType:  # which nobody rebinds
            self.names.reads.item(self.real, name, value, f"{self.module}.{name}")
        return self.names.see(value)

    def knows(self, name: str) -> bool:
        """Whether the real ones have it."""
        return name in self.real or (type(self.real) is _Globals and self.real.knows(name))


class _Builtins(dict):  # type: ignore[type-arg]
    """Python's builtins, and whatever notebooks and debuggers add to them, each seen when it is
    looked up; an `import` inside a function gives what its names mean there."""

    def __init__(self, names: Names) -> None:
        # Python looks for some of these past `__getitem__`.
        own = {
            "__import__": lambda *args, **kwargs: names.see(__import__(*args, **kwargs)),
            "super": self._super,
            "id": self._id,
            "eval": self._evaluated(eval),
            "exec": self._evaluated(exec),
        }
        super().__init__({**vars(builtins), **own})
        self.names = names
        self.own = own

    def __getitem__(self, name: str) -> Any:
        scope = sys._getframe(1).f_globals
        if type(scope) is _Globals and scope.knows(name):  # the body of a class looks past those
            return scope[name]
        value = super().__getitem__(name)
        return value if name in self.own else self.names.see(value)

    def _super(self, *args: Any) -> Any:
        """super(), whose methods are copies too; what comes after a class comes after its copy."""
        if not args:
            frame = sys._getframe(1)
            args = (frame.f_locals["__class__"], frame.f_locals[frame.f_code.co_varnames[0]])
        kind = vars(args[0]).get("_lazyad_written", args[0])
        if isinstance(args[-1], Held):
            return _Attributes(self.names, above(kind, args[-1]))
        return _Attributes(self.names, super(kind, *args[1:]))

    def _id(self, value: Any, /) -> int:
        """id(), by which a function may have found what it finds now."""
        original = self.names.original(value)
        return id(value if original is None else original)

    def _evaluated(self, run: Callable[..., Any]) -> Callable[..., Any]:
        """eval or exec, which find names where the function that calls them does."""

        def call(source: Any, scope: Any = None, own: Any = None, /, **options: Any) -> Any:
            frame = sys._getframe(1)
            if scope is None:
                scope, own = {"__builtins__": self}, ChainMap(frame.f_locals, frame.f_globals)
            return run(source, scope, own, **options)

        return call


def _copy(names: Names, function: FunctionType) -> FunctionType:
    """A function of the same code whose globals, closure, defaults and attributes are seen."""
    if function.__module__ == "statistics":  # which asks numbers for their digits
        function = getattr(statistics, function.__qualname__, function)
    real = function.__globals__
    scope = names.known(real) or names.keep(real, _Globals(names, real))
    cells = dict(zip(function.__code__.co_freevars, function.__closure__ or (), strict=True))
    unmet = {name: cell for name, cell in cells.items() if names.known(cell) is None}
    made = [names.known(cell) or names.keep(cell, CellType()) for cell in cells.values()]
    code = _joining(function)
    new = FunctionType(code, scope, function.__name__, None, tuple(made))
    names.keep(function, new)  # before its cells, which may hold it, and functions that share them
    for name, cell in unmet.items():
        _fill(names, name, cell, names.known(cell))
    for name in ("__code__", "__defaults__", "__kwdefaults__"):  # notebooks replace code in place
        if (value := getattr(function, name)) is not None:
            names.reads.attribute(function, name, value, "")
    if function.__kwdefaults__ is not None:
        names.reads.contents(function.__kwdefaults__)
    new.__defaults__ = function.__defaults__ and tuple(map(names.see, function.__defaults__))
    new.__kwdefaults__ = function.__kwdefaults__ and _seen_values(names, function.__kwdefaults__)
    new.__qualname__, new.__module__ = function.__qualname__, function.__module__
    annotations = "__annotate__" if hasattr(function, "__annotate__") else "__annotations__"
    setattr(new, annotations, getattr(function, annotations))
    for name, value in vars(function).items():
        names.reads.item(vars(function), name, value, f"{function.__name__}.{name}")
        vars(new)[name] = names.see(value)
    if code is function.__code__ and state.session is not None:
        state.session.watchful = state.session.watchful or has_handlers(code)
    return new


_codes: weakref.WeakKeyDictionary[CodeType, dict[bool, CodeType]] = weakref.WeakKeyDictionary()
_BRANCHING = {
    at
    for at, name in enumerate(opname)
    if "IF_" in name or name in ("UNARY_NOT", "FOR_ITER", "CONTAINS_OP")
}

_FORMAT = r"%[-+ #0]*\d*(?:\.\d+)?[dieEfFgG]|%\("  # of "%.2f" % x


def _branches(code: CodeType) -> bool:
    """Whether anything in it depends on a truth, on what fails, or on the text of a number."""
    inner = (constant for constant in code.co_consts if isinstance(constant, CodeType))
    texts = any(isinstance(one, str) and re.search(_FORMAT, one) for one in code.co_consts)
    own = code.co_exceptiontable or texts or not _BRANCHING.isdisjoint(code.co_code[::2])
    return bool(own) or any(map(_branches, inner))


def _joining(function: FunctionType) -> CodeType:
    """Its code, with branches that join; its own where it has none, or no source."""
    own = function.__code__
    looks_up = state.session is not None and SUBSCRIPTS in state.session.apart
    codes = _codes.setdefault(own, {})
    known = codes.get(looks_up)
    if known is None or known.co_filename != own.co_filename:
        known = None
        if (looks_up or _branches(own)) and LOOKING.isdisjoint(own.co_names):
            from lazyad.tracing.syntax import joining

            known = joining(function, looks_up)
        known = codes[looks_up] = known or own
    return known


def _fill(names: Names, name: str, cell: CellType, fresh: CellType) -> None:
    try:
        value = cell.cell_contents
    except ValueError:  # a name that is not bound yet
        return
    if name != "__class__":
        names.reads.attribute(cell, "cell_contents", value, name)
        value = names.see(value)
    fresh.cell_contents = value


def _seen_values(names: Names, values: dict[str, Any]) -> dict[str, Any]:
    return {name: names.see(value) for name, value in values.items()}


def _dispatches(function: Any) -> bool:
    """Whether it is a function under functools.singledispatch."""
    return hasattr(function, "registry") and hasattr(function, "dispatch")


def _function(names: Names, function: FunctionType) -> Any:
    if _dispatches(function):
        return dispatched(names, function)
    if function is os.getenv:
        names.see(os.environ)
    ours = _numpys(function)
    if ours is function and (is_traced(function.__module__) or is_formula(function.__module__)):
        return _copy(names, function)
    own = is_standard(function.__module__) or function.__module__.partition(".")[0] == "lazyad"
    if ours is function and not own:
        return _of_library(function)
    return repeatable.refusal(function) or ours


def _of_library(function: FunctionType) -> Callable[..., Any]:
    """A library's function, which must not get traced values from the functions it calls back:
    compiled code may go on after the error that they are to it."""
    name = public_name(function.__module__, function.__qualname__)

    def checked(given: Any) -> Any:
        if type(given) not in (FunctionType, MethodType):
            return given

        @functools.wraps(given)
        def call(*args: Any, **kwargs: Any) -> Any:
            result = given(*args, **kwargs)
            if isinstance(result, Operand):
                raise refused(
                    TypeError,
                    f"{name} calls a function that returns a traced value",
                    "a solution in formulas, or @lazyad.op(outside=True) around that call, "
                    "with its derivative",
                )
            return result

        return call

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        args = tuple(map(checked, args))
        kwargs = {option: checked(given) for option, given in kwargs.items()}
        if arrays := _arrays():
            return arrays.called_in_library(function, args, kwargs)
        return function(*args, **kwargs)

    return call


def _method(names: Names, method: MethodType) -> Any:
    owner = names.see(method.__self__)
    replaced = owner is not method.__self__ and not classes.is_copy(type(owner))
    if replaced or repeatable.is_refusing(owner):  # `cdf = stats.norm.cdf` above the function
        return getattr(owner, method.__name__)
    function = names.see(method.__func__)
    if function is method.__func__ and owner is method.__self__:
        return method
    return MethodType(function, owner)


def _partial(names: Names, partial: functools.partial[Any]) -> functools.partial[Any]:
    names.reads.contents(partial.keywords)
    args = map(names.see, partial.args)
    return functools.partial(
        names.see(partial.func), *args, **_seen_values(names, partial.keywords)
    )


def _uncached(names: Names, cached: Any) -> Any:
    """A function under functools.cache, without the cache: it would keep traced values."""
    if not is_traced(cached.__module__):
        ours = _numpys(cached.__wrapped__)
        return cached if ours is cached.__wrapped__ else ours
    function = names.see(cached.__wrapped__)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    vars(call).update(cache_info=cached.cache_info, cache_clear=lambda: None)
    return call


def _builtin(names: Names, function: Any) -> Any:
    """lazyad's function for one of `math` or Python; an error on traced values if there is none."""
    if function in REPLACED:
        return REPLACED[function]
    if function in (operator.is_, operator.is_not):
        return joins.same if function is operator.is_ else joins.other
    if function.__module__ in ("math", "cmath"):
        return _refusing(function)
    return repeatable.refusal(function) or _numpys(function)


def _arrays() -> Any:
    """What knows NumPy's functions; None where NumPy is not in use."""
    if sys.modules.get("numpy") is None:
        return None
    from lazyad.tracing.numpy import arrays

    return arrays


def _numpys(value: Any) -> Any:
    """What `arrays` puts in the place of one of NumPy's or SciPy's functions."""
    arrays = _arrays()
    found = arrays.replacement(value) if arrays else None
    return value if found is None else found


def _numpys_object(names: Names, value: Any) -> Any:
    """An array, or what is no plain function; a polynomial, a spline or a masked array holds arrays
    that may be changed."""
    import numpy

    if isinstance(value, numpy.ndarray):
        names.reads.contents(value)
        if type(value) is numpy.ndarray:
            return _arrays().constant(value)
    elif not (isinstance(value, numpy.ufunc) or hasattr(value, "_implementation")):
        own = getattr(value, "__dict__", None)
        for part in (own, *own.values()) if own else ():
            made = isinstance(part, _arrays().Seen)  # by the trace itself, of what it computed
            if isinstance(part, (dict, numpy.ndarray)) and not made:
                names.reads.contents(part)
    return _numpys(value)


def _of_numba(names: Names, value: Any) -> Any:
    """The Python function that numba compiled; a vectorized one for each element."""
    jitted = value if hasattr(value, "py_func") else getattr(value, "_dispatcher", None)
    function = getattr(jitted, "py_func", None)
    if not isinstance(function, FunctionType) or type(value).__name__ == "GUFunc":
        return value
    seen = names.see(function)
    return _vectorized(names, seen) if "ufunc" in type(value).__module__ else seen


def _vectorized(names: Names, function: Any, **options: Any) -> Any:
    """What np.vectorize makes of a function that is seen."""
    return names.see(sys.modules["numpy"].vectorize)(function, **options)


def _refusing(function: Any) -> Any:
    """A function of math without a traced meaning: itself on numbers."""

    def call(*args: Any) -> Any:
        if not any(isinstance(arg, Operand) for arg in args):
            return function(*args)
        if (ints := ints_of(args)) is not None:  # math.comb(n, k)
            return function(*ints)
        what = f"{function.__module__}.{function.__name__} has no meaning on traced values"
        raise refused(TypeError, what, "another formula, or an op of your own (lazyad.op)")

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
        names, real = own["_names"], own["_real"]
        value = getattr(real, name)
        if type(real) is ModuleType and is_traced(real.__name__) and name in vars(real):
            names.reads.item(vars(real), name, value, f"{real.__name__}.{name}")
        return names.see(value)


# ---------------------------------------------------------------------------------- data


def _class(names: Names, kind: type) -> Any:
    if kind in REPLACED:
        return REPLACED[kind]
    if classes.is_users(kind):
        return classes.copied_class(names, kind)
    return repeatable.refusal(kind) or _numpys(kind)


def _sequence(names: Names, value: Any) -> Any:
    """A copy of a list, deque or set: what the function does to it, it does to the copy."""
    names.reads.contents(value)
    made = copy.copy(value)
    if not PLAIN.issuperset(map(type, value)):
        names.keep(value, made)  # before its items, which may hold it
        made.clear()
        (made.update if isinstance(made, set) else made.extend)(map(names.see, list(value)))
    return made


def _mapping(names: Names, value: Any) -> Any:
    """The same of a dict, whose keys are seen as they are elsewhere."""
    names.reads.contents(value)
    made = names.keep(value, copy.copy(value))
    if not PLAIN.issuperset(map(type, value)):
        made.clear()
    for key, item in value.items():
        if key not in made or type(item) not in PLAIN:
            made[names.see(key)] = names.see(item)
    if isinstance(made, collections.defaultdict):
        made.default_factory = names.see(made.default_factory)
    return made


def _view(names: Names, value: MappingProxyType[Any, Any]) -> MappingProxyType[Any, Any]:
    names.reads.contents(value)
    return MappingProxyType({names.see(key): names.see(item) for key, item in value.items()})


def _buffer(names: Names, value: Any) -> Any:
    """A copy of an array of Python's own; a view, and os.environ, are read as they are."""
    names.reads.contents(getattr(value, "_data", value))
    return copy.copy(value) if isinstance(value, (array.array, bytearray)) else value


def _unchangeable(names: Names, value: Any) -> Any:
    """A tuple or frozenset: itself, unless what it holds is seen as something else."""
    if PLAIN.issuperset(map(type, value)):
        return value
    seen = [names.see(item) for item in value]
    return value if all(map(operator.is_, seen, value)) else type(value)(seen)


def _other(value: Any) -> Callable[[Names, Any], Any] | None:
    """How a value of no kind that is listed below is seen."""
    kind = type(value)
    if isinstance(value, type):
        return _class
    if classes.is_copy(kind):  # which the trace made, be it an iterator
        return None
    if repeatable.refusal(value) is not None:
        return lambda names, value: repeatable.refusal(value)
    if kind.__module__ == "uarray":  # a function of scipy.fft's
        return _function
    if classes.is_users(kind):
        return classes.copied_instance
    if kind.__module__.startswith("numba"):
        return _of_numba
    if "cython_function" in kind.__name__:
        return _numpys_object
    known = kind.__module__.partition(".")[0] in ("numpy", "scipy")
    # A distribution of the user's own is of a class that he derives from SciPy's.
    if (known or hasattr(kind, "_construct_argparser")) and not classes.is_copy(kind):
        if kind.__name__ == "vectorize":
            return lambda names, value: _vectorized(
                names,
                names.see(value.pyfunc),
                **{name: getattr(value, name) for name in ("otypes", "excluded", "signature")},
            )
        return _numpys_object  # a ufunc, a function that dispatches, np.r_, or an object
    return None


_COPIED: dict[Any, Callable[[Names, Any], Any]] = {
    FunctionType: _function,
    Op: lambda names, value: value,
    BuiltinFunctionType: _builtin,
    ModuleType: _Attributes,
    functools.partial: _partial,
    functools._lru_cache_wrapper: _uncached,
    MappingProxyType: _view,
    weakref.ReferenceType: lambda names, value: lambda: names.see(value()),
    **dict.fromkeys((tuple, frozenset), _unchangeable),
    **dict.fromkeys(
        (weakref.ProxyType, weakref.CallableProxyType),
        lambda names, value: names.see(value.__repr__.__self__),  # what it stands for
    ),
    **dict.fromkeys((array.array, bytearray, memoryview, type(os.environ)), _buffer),
    **dict.fromkeys((list, set, collections.deque), _sequence),
    **dict.fromkeys(
        (dict, collections.OrderedDict, collections.defaultdict, collections.Counter), _mapping
    ),
}
