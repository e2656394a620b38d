"""What the decorator returns: a function that knows its derivative as source.

In: a Python function or a Graph. Out: `Compiled`, which keeps one `Specialized` for each structure
of arguments it meets; its derivatives, `Derivative`, and the products with them, `Product`, which
are compiled functions themselves. A room of its own because it alone knows how users call.
"""

from __future__ import annotations

import functools
import itertools
import os
import sys
import threading
from collections.abc import Callable, Sequence
from types import MethodType
from typing import (
    TYPE_CHECKING,
    Any,
    Concatenate,
    Generic,
    Literal,
    NoReturn,
    ParamSpec,
    TypeVar,
    overload,
)

from lazyad.derivatives import NAMED, Request, cotangent_name, tangent_names
from lazyad.graph import Graph, note_indexes
from lazyad.html import block
from lazyad.misuse import door, no_attribute
from lazyad.operators import Operand
from lazyad.run.calls import (
    are_traced,
    check_sequence,
    check_vector,
    directions_in,
    has_int,
    sample,
    signature_from,
    tangents_for,
    whole_vector,
)
from lazyad.run.forms import form_given, narrow, narrow_form, tangent_like
from lazyad.run.program import Options, Program, with_whole_arrays
from lazyad.run.serialize import FORMAT, check_format
from lazyad.run.specialized import Specialized, parameters_of
from lazyad.show.ledger import Stages
from lazyad.tracing.arguments import abstract, is_opaque, location, plain_value, signature_of
from lazyad.tracing.reads import ANY
from lazyad.values.errors import check_choice, refused, told
from lazyad.values.libraries import is_installed
from lazyad.values.origin import describe, state
from lazyad.values.sparsity import Sparsity
from lazyad.values.structure import (
    NESTED,
    Static,
    as_floats,
    is_array,
    is_whole,
    key_of,
    key_or_none,
    leaves,
    map_leaves,
    map_parts,
    outline,
    part_at,
    plain_key,
    sampled,
    stand_in,
    structure_of,
)

if TYPE_CHECKING:
    from inspect import Parameter, Signature
    from pathlib import Path

    from lazyad.emit.memory import Peak
    from lazyad.run.quick import Quick

P = ParamSpec("P")  # the parameters of a function
R = TypeVar("R")  # what it returns
Q = ParamSpec("Q")  # the parameters of a method behind `self`

MOST_STRUCTURES = 128  # of arguments that a function is kept compiled for
_calls = itertools.count()  # tells which of them was used last


class _Kept(Generic[R]):
    """A derivative as an attribute, made when it is first asked for. (Type checkers take an
    attribute that is annotated as a `Compiled` for a method, which it can be.)"""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name, self._request = name, NAMED[name]

    def __get__(self, instance: Any, owner: type | None = None) -> R:
        if instance is None:
            return self  # type: ignore[return-value]
        product = self._request.what in _VECTORS
        made = Product(instance, self._request) if product else instance.derivative(self._request)
        return instance.__dict__.setdefault(self._name, made)  # type: ignore[no-any-return]  # an R by its request


class _Called:
    """What each instance is called as: its `__call__` is a place of its own, not its class's."""

    __slots__ = ("__call__",)


class Compiled(_Called, Generic[P, R]):
    """A function with its derivative. Call it for the value; see `jvp`, `kernel`, `source`.

    The attributes are those of the `Specialized` that was called or lowered last; before any, of
    the one whose arguments are numbers (or the defaults that are none).
    """

    __name__: str
    __qualname__: str
    __signature__: Signature
    function: Callable[..., Any] | None = None
    _count = 0  # of a product: how many primals, or -1

    def __init__(self, function: Callable[P, R] | Graph, options: Options) -> None:
        if isinstance(function, Graph):
            self.__name__ = self.__qualname__ = function.verify().name
            self.begin(options, signature_from(function.inputs))
            self.add(Specialized(function, sampled(function.inputs), options, self.where))
        elif callable(function) and not isinstance(function, type):
            functools.update_wrapper(self, function, updated=())
            self.function = function
            self.__name__ = getattr(function, "__name__", "f")
            self.begin(options, signature_of(function))
        else:
            what = f"compile was given {told(function)}"
            raise refused(TypeError, what, "a Python function, or a lazyad.Graph")

    def begin(self, options: Options, signature: Signature) -> None:
        """Know no structure of arguments yet."""
        opaque = {name for name, one in signature.parameters.items() if is_opaque(one.default)}
        fixed = sorted(opaque - {*options.static})
        self.options = options._replace(static=(*options.static, *fixed)) if fixed else options
        self.__signature__ = signature
        kinds = {parameter.kind.name for parameter in signature.parameters.values()}
        counted = kinds <= {"POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD"}
        self._arity = len(signature.parameters) if counted else -1  # a call must be bound to know
        self._arrays = options.target.lazy  # in numpy, an array is a number
        self._lock = threading.RLock()
        self.known: dict[Any, Specialized] = {}
        self.counts: set[str] = set()  # parameters whose ints are fixed, for it counts with them
        self.kinds: set[str] = set()  # and where no derivative is theirs: it asks if they are ints
        self._moving = parameters_of(options.wrt or ())
        self._few: Quick | None = None  # the short way to points
        self._set_call(self._called)
        self._last: Specialized | None = None
        self._derivatives: dict[Request, Derivative[P, Any]] = {}
        self.check_names("static", options.static)
        self.check_names("wrt", options.wrt or ())

    def check_names(self, option: str, paths: Sequence[str]) -> None:
        """Raise ValueError unless each path begins with a parameter, and none comes twice."""
        known = [*self.__signature__.parameters]
        for path in paths:
            name = path.split(".")[0].split("[")[0]
            if name not in known or paths.count(path) > 1:
                wrong = "named twice" if name in known else "no parameter"
                what = f"{option} names {path!r}, which is {wrong}"
                instead = f"each at most once of: {', '.join(known)}"
                raise refused(ValueError, what, instead, self.where)

    @property
    def where(self) -> str:
        """Where the function was written, for messages."""
        return location(self.function) if self.function else f"the graph {self.__name__}"

    # -- one structure

    def lower(self, *args: P.args, **kwargs: P.kwargs) -> Specialized:
        """The function compiled for arguments like these, which are not computed with.

        Raises TypeError for what is neither a number, a container of numbers, nor static.
        """
        return self.found(self._bound(args, kwargs))[0]

    @property
    def _can_trace(self) -> bool:
        """Whether a structure that was dropped can be compiled again."""
        return self.function is not None

    @property
    def lowered(self) -> Specialized:
        """What was called or lowered last, if it can be traced; before any, the function of
        numbers."""
        while self._last is not None and not self.is_sound(self._last):
            self._last = [None, *self.known.values()][-1]
        if self._last is None:
            self._last = self.of_numbers()
        return self._last

    def of_numbers(self) -> Specialized:
        """The function of numbers."""
        return self.found(self.assumed(), True)[0]

    @property
    def kernel(self) -> Callable[..., Any]:
        """The emitted function: (parameters, d<name> for each in wrt) -> (value, tangent); of a
        derivative: (parameters) -> derivative, of a sparse one its entries alone; of a product
        (parameters, d<name> or cotangent) -> product.

        Static parameters are no parameters of it; `*args` is one, a tuple.
        """
        return self.lowered.kernel

    @property
    def source(self) -> str:
        """The emitted file that defines `kernel`. Where there are several, for several structures
        of arguments, its first line says which one this is."""
        which = self._which()
        return f"# {which}\n{self.lowered.source}" if which else self.lowered.source

    @property
    def llvm(self) -> str:
        """The kernel in LLVM's language, for the target "native"; TypeError for another."""
        return self.lowered.llvm

    @property
    def assembly(self) -> str:
        """The kernel in the machine's instructions, for the target "native"."""
        return self.lowered.assembly

    @property
    def graph(self) -> Graph:
        """The optimized graph of value and tangent, or of the derivative."""
        return self.lowered.graph

    @property
    def trace(self) -> Graph:
        """The function as it was traced; of a derivative, its Graph before the passes."""
        return self.lowered.trace

    @property
    def primal(self) -> Program:
        """The program of the value alone, with a `kernel`, `source` and `graph` of its own."""
        return self.lowered.primal

    def memory(self) -> Peak:
        """How many bytes a call takes beside its arguments and results, as planned, and the line
        where most of them are in use. Raises TypeError for another target than "array"."""
        return self.lowered.memory()

    def stages(self) -> Stages:
        """(name, graph) for the trace, `derive`, `legalize`, and each pass of each round."""
        return self.lowered.stages()

    def report(self) -> str:
        """The ledger of the stages: Nodes and operations before and after, what was removed."""
        return self.lowered.report().under(self._which())

    @door
    def page(self, path: str | os.PathLike[str]) -> Path:
        """Write one file of HTML that shows the function, every stage and the source in columns,
        and of each line what it came from and what became of it. Returns its path."""
        return self.lowered.page(path)

    def _which(self) -> str:
        """Of several structures, the one that is shown."""
        shown, (count, whose) = self.lowered, self._structures()
        given = ", ".join(f"{name}: {outline(part)}" for name, part in shown.arguments.items())
        text = f"for {given}; {whose} is compiled for {count} structures of arguments, and"
        return " ".join(f"{text} lower(...) gives each".split()) if count > 1 else ""

    def _structures(self) -> tuple[int, str]:
        """For how many structures it or what it is derived of is compiled, and which of the two."""
        return len(self.known), self.__name__

    # -- what users run

    if not TYPE_CHECKING:
        __getattr__ = no_attribute

    if TYPE_CHECKING:

        def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
            """The value, as the undecorated function returns it.

            Raises TypeError for arguments that cannot be compiled for, and what the function
            raises.
            """
            ...

    def _set_call(self, call: Callable[..., Any]) -> None:
        """Be called as that: a door into the kernel of the last call (`lazyad.run.doors`), which
        hands on whatever it is not for to `_called`."""
        self.__call__ = call  # type: ignore[method-assign]

    @functools.cached_property
    def _whole(self) -> Compiled[P, R]:
        """What a trace of whole arrays calls in its place."""
        assert self.function is not None
        return Compiled(self.function, with_whole_arrays(self.options))

    def _is_elsewhere(self) -> bool:
        """Whether a trace of whole arrays calls what is compiled for numbers."""
        return state.whole and self.options.target.lazy and self._can_trace

    def _called(self, *args: Any, **kwargs: Any) -> Any:
        if self._is_elsewhere():
            return self._whole._called(*args, **kwargs)
        bound = kwargs or len(args) != self._arity
        given = self._bound(args, kwargs) if bound else args
        found, values, traced = self.found(given, fixes=type(self) is Compiled)
        return found.inline(values) if traced else self._with_door(found, values)

    def _with_door(self, found: Specialized, values: Sequence[Any], spread: int = 0) -> Any:
        """What the call comes to; the next one has a quicker way."""
        result = found.call(values)
        # Where a call must be bound to know what is what, no door does that.
        positional = min(self._arity, self._count) >= 0
        given = self._called, self.__signature__, spread
        if positional and state.session is None and (door := found.door(*given)):
            self._set_call(door)
        return result

    def batch(
        self,
        *args: Any,
        in_axes: Any = 0,
        threads: int | None = None,
        errors: Literal["nan", "raise"] = "nan",
        out: Any = None,
        **kwargs: Any,
    ) -> Any:
        """The function at many points: arrays hold one in each row, numbers are the same at all of
        them. The results are arrays of the same structure, with that axis in front.

        - `in_axes`: which axis it is, of all arguments or of each; None where it has none.
        - `threads`: how many work at it, by the target "native"; default all cores for much work.
        - `errors`: "nan", for what NumPy makes of it where Python's would raise (inf or nan), or
          "raise".
        - `out`: the caller's arrays, which are filled and returned.

        Arrays of Dask's give arrays of Dask's: each chunk of points is a task.

        The target "native" computes eight points at a time, with exp, sin, erf, pow... of its own
        (to 2 units in the last place); others compute blocks in NumPy.
        Raises TypeError or ValueError, in three parts, for other arrays.
        """
        if threads is not None and (not isinstance(threads, int) or threads < 1):
            raise refused(ValueError, f"threads is {threads!r:.40}", "how many, or None")
        if self._few is not None and not kwargs and (in_axes, errors) == (0, "nan"):
            result = self._few(args, out, threads)
            if result is not NotImplemented:
                return result
        if not is_installed("numpy"):
            raise refused(
                ImportError, "batch needs NumPy, which is not installed", "pip install numpy"
            )
        # These take milliseconds, as does `bound`.
        from lazyad.run.batch import cut, evaluated, point_by_point
        from lazyad.run.chunks import has_chunks, over_chunks
        from lazyad.run.quick import quick_of

        check_choice("errors", errors, ("nan", "raise"))
        names, values = [*self.__signature__.parameters], self._bound(args, kwargs)
        if state.session is not None or are_traced(values):
            return point_by_point(self, names, values, in_axes, out)
        if self.options.target.whole:
            what = f"batch of the target {self.options.target.name!r}, which keeps arrays whole"
            instead = "a function of arrays with one more axis, or target='python'"
            raise refused(TypeError, what, instead)
        if has_chunks(values):
            if out is not None:
                what = "out was given with arrays of Dask's, which are computed later"
                raise refused(TypeError, what, "no out; dask.array.store puts results into arrays")
            options = {"threads": threads or 1, "errors": errors}
            return over_chunks(names, values, in_axes, lambda v: self.found(v)[0], **options)
        given = cut(names, values, in_axes)
        found, _, _ = self.found(given.values)
        if found.sparse:
            what = f"{self.__name__} returns a sparse matrix, and there are many points"
            raise refused(TypeError, what, "the same without sparse=True")
        result = evaluated(found, given, threads, errors, out)
        if found.few is NotImplemented:
            found.few = quick_of(found)
        self._few = found.few
        self._set_batch(found)
        return result

    def _set_batch(self, found: Specialized | None) -> None:
        """Let `batch` be a door, for calls like the last one that bring arrays for the results: a
        builtin function in front of the method, to which it hands on all other calls."""
        vars(self).pop("batch", None)
        if found is not None and found.few is not None:
            named = (Compiled.batch.__kwdefaults__ or {}).items()
            given = ", ".join(
                ["*args", *[f"{name}={value!r}" for name, value in named], "**kwargs"]
            )
            doc = f"batch($self, {given})\n--\n\n{Compiled.batch.__doc__}"
            door = found.machine.door("batch", doc, self.batch, found.reads.guards())
            if door is not None:
                self.batch = door  # type: ignore[method-assign]

    def bind(self, given: Any = None, to: Any = None) -> Callable[[], None]:
        """A function without arguments, for loops that must not wait: each call reads the arguments
        from the first buffer and writes the results into the second, both of float64 and the
        caller's own (a NumPy array, `array.array("d")`, shared memory), which it keeps alive.

        The numbers stand one after the other as in the arguments and in the result; a condition is
        1.0 or 0.0. Which structure these have, a call or `lower` before says, as for `kernel`. The
        buffers may be one. After an exception, what is in the second one means nothing.

        Raises TypeError or ValueError, in three parts, for other buffers.
        """

        from lazyad.run.bound import bind  # here, because importing lazyad needs no ctypes

        return bind(self.lowered, given, to)

    def debug(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """The value, like a call, but one operation after the other, and after it the tangent where
        all numbers grow by one.

        Raises FloatingPointError for the first operation that raises, or makes of finite numbers
        none: with the user's line, what it was given, and the lines that led there.
        """
        found, values, _ = self.found(self._bound(args, kwargs))
        return found.debug(values)  # type: ignore[no-any-return]  # as the function does

    @door
    def export(
        self,
        path: str | os.PathLike[str],
        derivatives: str | Sequence[str] = (),
        *,
        standalone: bool = False,
        points: Sequence[Any] = (),
    ) -> None:
        """Write a file that needs no lazyad: of `name.py` a module with hints and docstrings, which
        compares its own results when it is run as a script; of `name.pyi` what editors read in its
        place; of `name.c` C99, with its header beside it, which needs libm alone.

        - `derivatives`: what is to be in it: "value" (f), "grad" (f_grad), ..., or "kernel", as
          `source` shows it, which is the default; "value_and_grad_and_hessian" is one function of
          several results, which share their work.
        - `standalone`: dataclasses, NamedTuples and exceptions are written into the file and not
          imported.
        - `points`: arguments of calls, at which it checks itself; the call that the function was
          compiled at is one anyway.

        Raises TypeError or ValueError, in three parts, for what no file can have.
        """
        self.lowered.export(path, derivatives, standalone=standalone, points=points)

    # -- what is derived

    def derivative(self, request: Request) -> Derivative[P, Any]:
        """What was asked for, as a compiled function."""
        if request not in self._derivatives:
            self._derivatives[request] = Derivative(self, request)
        return self._derivatives[request]

    grad: _Kept[Derivative[P, Any]] = _Kept()
    value_and_grad: _Kept[Derivative[P, tuple[R, Any]]] = _Kept()
    jacobian: _Kept[Derivative[P, Any]] = _Kept()
    value_and_jacobian: _Kept[Derivative[P, tuple[R, Any]]] = _Kept()
    hessian: _Kept[Derivative[P, Any]] = _Kept()
    jvp: _Kept[Product[tuple[R, Any]]] = _Kept()
    """(value, tangent) at `primals` (for the parameters) along `tangents` (for those in wrt).

    A tangent has the structure of its primal; tangents with one more axis in front, as many
    directions each, give as many tangents.
    Raises TypeError for a wrong number of either, and for another structure.
    """
    vjp: _Kept[Product[tuple[R, tuple[Any, ...]]]] = _Kept()
    """(value, cotangents of the parameters in wrt) at `primals`: the `cotangents` of the result,
    which have its structure, times the Jacobian.

    Raises TypeError for a wrong number of primals, and for another structure.
    """
    hvp: _Kept[Product[Any]] = _Kept()
    """The Hessian at `primals` times the direction (a tangent for each parameter in wrt).

    It has the structure of the gradient. Raises TypeError as `jvp` does.
    """

    @door
    def taylor(self, order: int) -> Derivative[..., tuple[Any, ...]]:
        """See `lazyad.taylor`."""
        return self.derivative(Request("taylor", size=order))

    @overload
    def __get__(self, instance: None, owner: type | None = None) -> Compiled[P, R]: ...

    @overload
    def __get__(
        self: Compiled[Concatenate[Any, Q], R], instance: object, owner: type | None = None
    ) -> Compiled[Q, R]: ...

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        """Bind a method: the function with `self` fixed, traced anew for every access. Keep the
        bound function (`f = thing.f`) to call it more than once."""
        return self if instance is None else self.method_of(instance)

    def method_of(self, instance: Any) -> Compiled[..., R]:
        """The function with its first argument fixed; one of a graph has none."""
        if self.function is None:
            return self
        return Compiled(MethodType(self.function, instance), self.options)

    def _repr_html_(self) -> str | None:
        """Its source, if it was compiled for anything: showing it is no reason to trace it."""
        shown = self._last or next(reversed(self.known.values()), None)
        try:
            return block(shown.source) if shown else None
        except Exception:  # what has a value and no derivative is shown as text
            return None

    def __repr__(self) -> str:
        return f"<lazyad.compile({self.__name__}{self.__signature__})>"

    def __reduce__(self) -> str | tuple[Any, ...]:
        """A pickle holds the graphs of the structures that are known, or where there are none the
        name; what is read from graphs has no Python function."""
        sound = [one for one in [*self.known.values()] if self.is_sound(one)]
        if not sound:
            named = _named(self)
            if named is self:
                return str(self.__qualname__)
            if named is not None and named is self.function:
                return Compiled, (named, self.options)
            sound = [self._traced_of_numbers()]
        given = self.__signature__.parameters.values()
        parameters = [one.replace(annotation=one.empty) for one in given]
        keys = ("__name__", "__qualname__", "__module__", "__doc__")
        names = {key: getattr(self, key, None) for key in keys}
        names = {key: name for key, name in names.items() if isinstance(name, str)}
        graphs = [(one.arguments, one.trace) for one in sound]
        return _restored, (FORMAT, graphs, self.options, parameters, names)

    def _traced_of_numbers(self) -> Specialized:
        """The function of numbers, as nobody has called it yet."""
        name = self.__name__
        try:
            found = self.of_numbers()
            _ = found.trace
        except Exception as error:
            what = (
                f"nothing says what the parameters of {name} hold: it was never called, and takes"
            )
            instead = (
                f"a call, or {name}.lower(...) with arguments as in a call, before it is pickled"
            )
            raise refused(TypeError, f"{what} no plain numbers", instead, self.where) from error
        return found

    def is_sound(self, one: Specialized) -> bool:
        """Whether it can be traced, and what it read is the same; another leaves nothing behind."""
        try:
            sound = bool(one.trace) and not one.reads.changed()
        except Exception:
            sound = False
        if not sound:
            self.known.pop(one.key, None)
        return sound

    # -- which structure

    def _bound(self, args: Sequence[Any], kwargs: dict[str, Any]) -> tuple[Any, ...]:
        """A value for each parameter, from a call."""
        name, signature = self.__name__, self.__signature__
        try:
            found = signature.bind(*args, **kwargs)
        except TypeError as error:
            unknown = [key for key in kwargs if key not in signature.parameters]
            wrong = f"no parameter is named {unknown[0]!r}" if unknown else error
            raise refused(TypeError, f"{name}: {wrong}", f"{name}{signature}") from None
        found.apply_defaults()
        return tuple(found.arguments.values())

    def positional(self, primals: Sequence[Any]) -> tuple[Any, ...] | None:
        """A value for each parameter, also for those that only keywords give in a call; None for
        too many or too few."""
        kinds = [parameter.kind.name for parameter in self.__signature__.parameters.values()]
        if len(primals) == len(kinds) and "VAR_POSITIONAL" not in kinds:
            return tuple(primals)
        try:
            return self._bound(primals, {})
        except TypeError:
            return None

    def found(
        self, values: Sequence[Any], assumed: bool = False, fixes: bool = False
    ) -> tuple[Specialized, Sequence[Any], bool]:
        """The Specialized for these values, made if there is none; the values as its kernels take
        them; and whether they are traced. A trace follows them, unless they are `assumed`. It
        `fixes` an int where the function asks if it is one, and nobody asks for a derivative."""
        found: Specialized | None = None
        given, traced = values, False
        if self._arrays and not self.options.static and not self.counts | self.kinds:
            try:
                found = self._current((state.pointwise, *map(key_of, values)))
            except (TypeError, RecursionError):  # what has no key, which `abstract` names
                found = None
        known = found
        if found is None:
            structures = {
                name: self._abstract(name, value, fixes)
                for name, value in zip(self.__signature__.parameters, values, strict=True)
            }
            given = [*structures.values()]
            traced = any(issubclass(kind, Operand) for kind in set(map(type, leaves(given))))
            # The numpy target computes by NumPy's rules whatever it is given.
            stand = (
                sample if self._arrays else form_given if self.options.target.whole else stand_in
            )
            stands = sampled(structures, stand)
            if self.options.dtype == "float32":
                stands = sampled(stands, narrow_form)
            found = self.specialized_for(stands)
        if not found.settled and self._counts_more(found, values, traced):
            return self.found(values, assumed, fixes)
        self._last = found
        if not (traced or assumed or (known and known.traced)):
            found.follow(values)
            whole = self._loose(values)
            if whole and found.is_refused:  # perhaps for them: what takes an int takes no float
                self.counts |= whole
                return self.found(values, assumed, fixes)
        if self._check_kinds(found, given, fixes) or self._check_digits(found, values):
            return self.found(values, assumed, fixes)
        if state.session is not None:  # another function is being traced, and perhaps closed over
            traced = traced or found.captures
        # The numpy target's own call makes floats of what it is given.
        if not traced and (found.foreign if known else self._arrays):
            pairs = zip(values, given, strict=True)
            values = [v if type(part) is Static else as_floats(v) for v, part in pairs]
        if self.options.dtype == "float32":
            values = [narrow(v) for v in values]
        return found, values, traced

    def _abstract(self, name: str, value: Any, fixes: bool) -> Any:
        """The structure of an argument; what counts is static."""
        static = name in self.options.static
        fixed = name in self.counts or (name in self.kinds and (fixes or self._moving))
        if fixed and is_whole(value):
            static = type(value) not in NESTED
            value = value if static else map_leaves(Static, structure_of(value))
        return abstract(name, value, static, self._arrays, self.options.target.lower is not None)

    def _counts_more(self, found: Specialized, values: Sequence[Any], traced: bool) -> bool:
        """Whether it counts with an int among these values that is not fixed yet; it is then. Of
        a traced one, the function around this is told."""
        given = dict(zip(self.__signature__.parameters, values, strict=True))
        whole = self._loose(values)
        counted = found.counted() if whole or traced or found.traced else set()
        for name in counted if traced else ():
            note_indexes(leaves(structure_of(given.get(name))))
        self.counts.update(whole & counted)
        return bool(whole & counted)

    def _loose(self, values: Sequence[Any]) -> set[str]:
        """The parameters that are given ints which are not fixed."""
        given = zip(self.__signature__.parameters, values, strict=True)
        whole = {name for name, value in given if is_whole(value)}
        return whole - {*self.options.static} - self.counts

    def _check_kinds(self, found: Specialized, values: Sequence[Any], fixes: bool) -> bool:
        """Whether an int is to be fixed because the function asks whether it is one. Raises
        TypeError if it may not be: in its kernel it would be a float."""
        if asked := found.asked_kinds(lambda: any(map(has_int, values))):
            given = dict(zip(self.__signature__.parameters, values, strict=True))
            ints = [name for name, value in given.items() if has_int(value)]
            ints = [name for name in ints if name in asked or ANY in asked]
            if not ints:
                return False
            fixed = {name for name in ints if is_whole(given[name])} - self.kinds - self._moving
            if fixed and (fixes or self._moving):
                self.kinds |= fixed
                return True
            what = f"{self.__name__} asks what kind of number it is given, and {', '.join(ints)} is"
            what += " or holds an int, which a kernel takes for a float"
            instead = f"static=({ints[0]!r},), whose value is fixed into the kernel; or a float"
            raise refused(TypeError, what, f"{instead} in the call", self.where)
        return False

    def _check_digits(self, found: Specialized, values: Sequence[Any]) -> bool:
        """Whether ints are to be fixed because the function divides what becomes larger of them
        than a float has digits. Raises TypeError if they may not be."""

        def sizes() -> dict[str, float]:
            given = dict(zip(self.__signature__.parameters, values, strict=True))
            loose = given.keys() - {*self.options.static} - self.counts
            ints = {name: given[name] for name in loose if has_int(given[name])}
            return {name: max(map(_size, leaves(value))) for name, value in ints.items()}

        if (divided := found.beyond(sizes)) is None:
            return False
        ints = sizes()
        alone = {n for n, size in ints.items() if found.beyond({n: size}.copy) is not None}
        asked = alone or {*ints}
        whole = (asked & self._loose(values)) - self._moving
        self.counts |= whole
        if not whole:
            what = f"{', '.join(sorted(asked))}: more digits are made of an int than a float has"
            instead = "a float, with whose digits Python computes, too"
            raise refused(TypeError, what, instead, describe(divided.origin))
        return True

    def specialized_for(self, given: dict[str, Any]) -> Specialized:
        """The Specialized for parameters of that structure, made if there is none."""
        with self._lock:
            found = self._current((state.pointwise, *map(key_of, given.values())))
            return self._added(given) if found is None else found

    def _current(self, key: Any) -> Specialized | None:
        """The Specialized of that key, unless what its trace read is something else by now."""
        found = self.known.get(key)
        if found is not None and found.reads.changed():
            with self._lock:
                self.known.pop(key, None)
                self._last = self._few = None
                self._set_call(self._called)
                self._set_batch(None)
            return None
        if found is not None:
            found.used = next(_calls)
        return found

    def _added(self, given: dict[str, Any]) -> Specialized:
        if self.function is not None:
            return self.add(Specialized(self.function, given, self.options, self.where))
        for one in self.known.values():  # whose numbers were not NumPy's, or were
            if [*map(plain_key, one.arguments.values())] == [*map(plain_key, given.values())]:
                return one
        known = [outline(tuple(one.arguments.values())) for one in self.known.values()]
        what = f"{self.__name__} has no function to trace for these arguments"
        raise refused(TypeError, what, f"arguments as those it was made for: {'; '.join(known)}")

    def add(self, made: Specialized) -> Specialized:
        """Keep it, and drop the one that was called longest ago if there are too many."""
        made.used = next(_calls)
        self.known[made.key] = made
        if len(self.known) > MOST_STRUCTURES and self._can_trace:
            oldest = min(self.known.values(), key=lambda one: one.used)
            del self.known[oldest.key]
        return made

    def assumed(self) -> list[Any]:
        """Numbers for all parameters that have no default, as far as the signature allows it."""
        if self.function is None:
            first, *_ = self.known.values()
            return list(first.arguments.values())
        name, static = self.__name__, self.options.static
        values: list[Any] = []
        for parameter in self.__signature__.parameters.values():
            if parameter.kind is parameter.VAR_KEYWORD:
                values.append({})
            elif parameter.default is not parameter.empty:
                values.append(parameter.default)
            elif parameter.kind is parameter.VAR_POSITIONAL or parameter.name in static:
                what = f"nothing says what the parameter {parameter} of {name} holds"
                instead = f"{name}.lower(...) with arguments as in a call, then its .source"
                raise refused(TypeError, what, instead, self.where)
            else:
                values.append(0.0)
        return values


def _size(leaf: Any) -> float:
    """A bound of an int among the leaves of an argument."""
    return 2.0 ** min(leaf.bit_length(), 64) if type(leaf) is int else 0.0


def _named(compiled: Compiled[..., Any]) -> Any:
    """What the function's name leads to: the function, or this."""
    try:
        steps = compiled.__qualname__.split(".")
        return functools.reduce(getattr, steps, sys.modules.get(compiled.__module__))
    except AttributeError:
        return None


def _restored(
    written: int,
    graphs: Sequence[tuple[dict[str, Any], Graph]],
    options: Options,
    parameters: Sequence[Parameter],
    names: dict[str, str],
) -> Compiled[..., Any]:
    """A Compiled from its pickle."""
    from inspect import Signature

    check_format(written)
    compiled: Compiled[..., Any] = Compiled(graphs[0][1], options._replace(wrt=None, static=()))
    compiled.begin(options, Signature(parameters))
    for arguments, graph in graphs:
        compiled.add(Specialized(graph, arguments, options, compiled.where))
        fixed = {name for name, given in arguments.items() if is_whole(_unfixed(given))}
        compiled.counts.update(fixed - {*options.static})
    compiled.__dict__.update(names)
    return compiled


def _unfixed(structure: Any) -> Any:
    """The value of what is static, or a list of such values."""
    if type(structure) in NESTED:
        return map_parts(_unfixed, structure)
    return structure.value if type(structure) is Static else None


class Derivative(Compiled[P, R]):
    """A derivative of a compiled function, and a compiled function like any other: `kernel`,
    `source`, `graph`, `stages` and `report` are those of the derivative itself."""

    def __init__(self, base: Compiled[Any, Any], request: Request) -> None:
        if isinstance(base, Product):  # a function of primals and vectors, and traced as such
            base = Compiled(base, base.options)
        self._base = base
        self._request = request
        self._directions: dict[str, str] = {}
        self.__name__ = self.__qualname__ = f"{base.__name__}_{request.name}"
        self.__doc__ = f"The {request.name} of {base.__name__}."
        self.begin(*self._called_with())
        self.counts = base.counts
        self._moving = parameters_of(self._request.wrt or self.options.wrt or ())

    def _called_with(self) -> tuple[Options, Signature]:
        """The options and the parameters; of Taylor coefficients a d<name> for each that moves."""
        options, signature = self._base.options, self._base.__signature__
        if self._request.what == "taylor":
            from lazyad.derivatives.taylor import check_order  # seldom asked for

            check_order(self._request.size)
            names = [name for name in signature.parameters if name not in options.static]
            wrt = self._request.wrt or options.wrt or tuple(names)
            self._request = self._request._replace(wrt=wrt)
            self._directions = tangent_names(signature.parameters, wrt)
            signature = signature_from([*signature.parameters, *self._directions.values()])
        return options, signature

    @functools.cached_property
    def _whole(self) -> Derivative[P, R]:
        return type(self)(self._base._whole, self._request)

    @property
    def sparsity(self) -> Sparsity:
        """Where the entries of a sparse matrix are: its rows and columns, and its shape.

        Raises TypeError if it is not sparse.
        """
        return self.lowered.sparsity

    def method_of(self, instance: Any) -> Compiled[..., R]:
        """See `Compiled.method_of`."""
        bound = self._base.method_of(instance)
        return self if bound is self._base else type(self)(bound, self._request)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._base, self._request)

    @property
    def _can_trace(self) -> bool:
        return self._base._can_trace

    def _structures(self) -> tuple[int, str]:
        own, base = super()._structures(), self._base._structures()
        return base if base[0] > own[0] else own

    def _added(self, given: dict[str, Any]) -> Specialized:
        own = {name: given[name] for name in self._base.__signature__.parameters}
        for path, name in self._directions.items():
            moved = part_at(own, path)
            if plain_key(moved) != plain_key(given[name]):
                what = f"the direction {name} is {outline(given[name])}"
                raise refused(TypeError, what, f"the structure of {path}: {outline(moved)}")
        base = self._base.specialized_for(own)
        return self.add(Specialized(base, given, self.options, self.where, self._request))

    def of_numbers(self) -> Specialized:
        """The derivative for the arguments that the function was called with last; before any call,
        for numbers."""
        if self._base._last is None:
            return super().of_numbers()
        own = self._base.lowered.arguments
        moved = {name: part_at(own, path) for path, name in self._directions.items()}
        return self.specialized_for({**own, **moved})

    def assumed(self) -> list[Any]:
        """See `Compiled.assumed`."""
        values = self._base.assumed()
        own = dict(zip(self._base.__signature__.parameters, values, strict=True))
        return [*values, *[part_at(own, path) for path in self._directions]]


_VECTORS = {"jvp": "tangents", "vjp": "cotangents", "hvp": "direction"}


class Product(Derivative[[Sequence[Any], Any], R]):
    """A product with derivatives, `f.jvp`, `f.vjp` or `f.hvp`: a compiled function of the primals
    and of the tangents or cotangents. Its kernel takes them one after the other."""

    def _called_with(self) -> tuple[Options, Signature]:
        # What is static or moves is a part of `primals`, which the function itself knows.
        options = self._base.options._replace(wrt=None, static=())
        self._count = self._base._arity
        return options, signature_from(["primals", _VECTORS[self._request.what]])

    if TYPE_CHECKING:

        def __call__(self, primals: Any = ..., vectors: Any = ..., **named: Any) -> R:
            """The product, from the primals and the tangents, cotangents or direction.

            Raises TypeError for a wrong number of either, and for another structure.
            """
            ...

    def _called(self, *args: Any, **kwargs: Any) -> Any:
        if self._is_elsewhere():
            return self._whole._called(*args, **kwargs)
        given = self._bound(args, kwargs) if kwargs or len(args) != 2 else args
        found, values, traced = self.found(given)
        spread = 1 if self._request.what == "vjp" else 2
        result = found.inline(values) if traced else self._with_door(found, values, spread)
        several = found.request and found.request.size and not found.options.target.whole
        if several:  # along several directions
            value, tangents = result
            if is_array(value) and tangents:
                import numpy

                result = value, numpy.stack(tangents)
        return result

    def found(
        self, values: Sequence[Any], assumed: bool = False, fixes: bool = False
    ) -> tuple[Specialized, Sequence[Any], bool]:
        """See `Compiled.found`; the values are those of the primals and vectors, in one row."""
        primals, vectors = values
        what, size, arrays = self._request.what, 0, self._arrays
        positional = primals
        if type(primals) is not tuple or type(vectors) is not tuple or len(primals) != self._count:
            check_sequence("primals", primals)
            if what != "vjp":
                check_sequence(_VECTORS[what], vectors)
            positional = self._base.positional(primals)
        if positional is None:
            self._miscounted(self._base.options.wrt, primals, () if what == "vjp" else vectors)
        base, own, traced = self._base.found(positional, assumed)
        if what == "vjp":
            if base.has_guards and not traced:
                base.call(own)  # whose way may return another structure
            known = key_or_none(vectors) == base.output_key
            if base.options.target.whole:
                size = whole_vector(None, sampled(base.trace.outputs), vectors)
            elif not known:
                check_vector(None, sampled(base.trace.outputs), vectors, arrays)
            vectors = [vectors]
        else:
            if self._count < 0:
                vectors = tangents_for(base, self._base.__signature__, vectors)
            if len(vectors) != len(base.wrt):
                names = [*self._base.__signature__.parameters][: len(primals)]
                if len(vectors) != sum(name in base.wrt for name in names):
                    self._miscounted(base.wrt, primals, vectors)
                left = base.tangents[len(vectors) :]  # of parameters that keep their defaults
                zeros = [plain_value(map_leaves(lambda _: 0.0, one)) for one in left]
                vectors = (*vectors, *zeros)
            known = [*map(key_or_none, vectors)] == base.tangent_keys
            if base.options.target.whole:
                pairs = zip(base.wrt, base.tangents, vectors, strict=True)
                sizes = {whole_vector(*pair) for pair in pairs}
                known, size = True, max(sizes, default=0)
                if len(sizes) > 1:
                    what = f"the tangents hold {sorted(sizes)} directions"
                    raise refused(TypeError, what, "as many for every parameter")
            if not known and what == "jvp":
                vectors, size = directions_in(base, vectors, arrays)
            if not known and not size:
                for path, like, given in zip(base.wrt, base.tangents, vectors, strict=True):
                    check_vector(path, like, given, arrays)
        traced = traced or (not known and are_traced(vectors))
        found = self._last = self._for(base, size)
        whole = base.options.target.whole
        vectors = vectors if traced else [as_floats(v, narrow=whole) for v in vectors]
        if self.options.dtype == "float32":
            vectors = [narrow(v) for v in vectors]
        values = [*own, *vectors]
        return found, values, traced

    def _miscounted(
        self, wrt: Sequence[str] | None, primals: Sequence[Any], tangents: Sequence[Any]
    ) -> NoReturn:
        """Raise TypeError for too many or too few."""
        names = tuple(self._base.__signature__.parameters)
        wrt = names if wrt is None else wrt
        what = f"{self._request.what} got {len(primals)} primals and {len(tangents)} tangents"
        instead = f"{len(names)} primals ({', '.join(names)}) and {len(wrt)} tangents"
        instead += f" (for {', '.join(wrt) or 'nothing'})"
        raise refused(TypeError, what, instead) from None

    def _for(self, base: Specialized, size: int) -> Specialized:
        """The product with the derivatives of that function, made if there is none."""
        last, back = self._last, self._request.what == "vjp"
        same = last and last.base is base and last.request and last.request.size == size
        if last and same and (not back or last.key[-1] == base.output_key):
            return last
        if size:
            keys = [key_of(one) for one in self._vectors(base, size).values()]
        else:
            keys = [base.output_key] if back else base.tangent_keys
        key = (*base.key, *keys)
        with self._lock:
            found = self.known.get(key)
            if found is None or found.base is not base:
                found = self.add(self._made(base, size))
        found.used = next(_calls)
        return found

    def _made(self, base: Specialized, size: int) -> Specialized:
        request = self._request._replace(size=size)
        request = request if request.what == "vjp" else request._replace(wrt=base.wrt)
        given = {**base.arguments, **self._vectors(base, size)}
        return Specialized(base, given, self._base.options, self.where, request)

    def _vectors(self, base: Specialized, size: int) -> dict[str, Any]:
        """The structure of the tangents or cotangents by name, along so many directions."""
        if self._request.what == "vjp":
            vectors = {cotangent_name(base.arguments): sampled(base.trace.outputs, tangent_like)}
        else:
            names = tangent_names(base.arguments, base.wrt).values()
            vectors = dict(zip(names, base.tangents, strict=True))
        if not size:
            return vectors
        if not base.options.target.whole:
            return {name: [one] * size for name, one in vectors.items()}
        # Whole arrays have one more axis, of the directions, in front.
        wide: dict[str, Any] = map_leaves(
            lambda form: form._replace(shape=(size, *form.shape)), vectors
        )
        return wide

    def of_numbers(self) -> Specialized:
        """See `Compiled.of_numbers`."""
        return self._for(self._base.lowered, 0)
