"""The decorator, and what it returns: a function that knows its derivative as source.

In: a Python function or a Graph. Out: `Compiled`, which keeps one `Specialized` for each structure
of arguments it meets. A room of its own because it alone knows how users call.
"""

from __future__ import annotations

import functools
import inspect
import itertools
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import MethodType
from typing import TYPE_CHECKING, Any, NoReturn, overload

from lazyad.derivatives import Request
from lazyad.emit.targets import find_target
from lazyad.graph import Graph, Node
from lazyad.operators import Operand
from lazyad.passes import LEVELS, Pass
from lazyad.run.program import Options
from lazyad.run.serialize import FORMAT, check_format
from lazyad.run.specialized import Derivative, Specialized
from lazyad.tracing import abstract, location, signature_of, unfolded
from lazyad.values.errors import explain
from lazyad.values.libraries import is_installed
from lazyad.values.origin import by_numpy, describe, here, state
from lazyad.values.structure import (
    NumpyFloat,
    Static,
    as_floats,
    is_array,
    is_numpys,
    key_of,
    key_or_none,
    leaves,
    outline,
    plain_key,
    sampled,
    stacked,
    structure_of,
)

if TYPE_CHECKING:
    from lazyad.run.derived import Derived


MOST_STRUCTURES = 128  # of arguments that a function is kept compiled for
_calls = itertools.count()  # tells which of them was used last

_PULL_BACK = Request("vjp", True, bare=False)
_HESSIAN_PRODUCT = Request("hvp")


@overload
def compile(
    function: None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    static: str | Iterable[str] = (),
    optimize: str = "safe",
    target: str = "python",
    passes: Sequence[Pass] | None = None,
    paths: int = 256,
) -> Callable[[Callable[..., Any]], Compiled]: ...


@overload
def compile(
    function: Callable[..., Any] | Graph,
    *,
    wrt: str | Iterable[str] | None = None,
    static: str | Iterable[str] = (),
    optimize: str = "safe",
    target: str = "python",
    passes: Sequence[Pass] | None = None,
    paths: int = 256,
) -> Compiled: ...


def compile(
    function: Callable[..., Any] | Graph | None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    static: str | Iterable[str] = (),
    optimize: str = "safe",
    target: str = "python",
    passes: Sequence[Pass] | None = None,
    paths: int = 256,
) -> Compiled | Callable[[Callable[..., Any]], Compiled]:
    """Compile a Python function, or a hand-built Graph, to a kernel of value and tangent.

    Use it as `@compile` or `@compile(wrt=("x",), ...)`. Nothing is traced before the first use;
    then the function runs on Nodes, once for each way its branches can go. Each structure of
    arguments (containers, keys, shapes) is traced once, and again where what else the function
    read (globals, attributes) has changed.

    - `wrt`: the parameters to differentiate in, or paths into them ("params.mass", "x[0]");
      default all, for a Graph all but `with_no_grad`.
    - `static`: parameters whose values are fixed into the trace, which is made anew for each value.
      A str, bool, None, callable or enum is static wherever it stands.
    - `optimize`: "none", "strict" (the same bits), "safe" (rounding may differ) or "fast" (algebra
      of the real numbers).
    - `target`: "python" (scalars, from `math`; NumPy only to build the arrays that it returns) or
      "numpy" (arrays that broadcast).
    - `passes`: Graph -> Graph functions to run instead of those `optimize` names.
    - `paths`: how many ways through its branches a function may have.

    Raises TypeError or ValueError, in three parts, for what cannot be compiled.
    """
    if optimize not in LEVELS:
        raise ValueError(
            explain(
                f"no level is named {optimize!r}", "the argument optimize", f"one of {[*LEVELS]}"
            )
        )
    if not isinstance(paths, int) or paths < 1:
        raise ValueError(
            explain(f"paths is {paths!r:.40}", describe(here()), "a whole number from 1 on")
        )
    found = find_target(target)
    if target == "numpy" and not is_installed("numpy"):
        raise ImportError(
            explain(
                "the target 'numpy' needs NumPy, which is not installed",
                describe(here()),
                "pip install 'numpy', or lazyad with its extra: pip install '.[numpy]'",
            )
        )
    level = LEVELS[optimize] if passes is None else tuple(passes)
    if not all(map(callable, level)):
        raise TypeError(
            explain(
                f"passes is {passes!r:.60}", describe(here()), "functions of a Graph to a Graph"
            )
        )
    economise = passes is None and optimize == "safe"  # fast does so with everything
    names = None if wrt is None else _names("wrt", wrt)
    options = Options(names, found, level, _names("static", static), paths, economise)
    if function is None:
        return lambda function: Compiled(function, options)
    return Compiled(function, options)


def _names(option: str, names: str | Iterable[str]) -> tuple[str, ...]:
    found = (names,) if isinstance(names, str) or not isinstance(names, Iterable) else tuple(names)
    if not all(isinstance(name, str) for name in found):
        raise TypeError(
            explain(
                f"{option} is {names!r:.40}",
                describe(here()),
                "the names of parameters, or paths into them: 'x', or ('x', 'params.mass')",
            )
        )
    return found


def _are_floats(values: Sequence[Any], count: int) -> bool:
    """Whether the values are that many floats. It is asked at every call: the sum of floats is a
    float, and quicker to find than their types; ints and bools among them count as such."""
    if len(values) != count or not count or type(values[0]) is not float:
        return False
    try:
        return type(sum(values)) is float
    except (TypeError, ValueError, OverflowError):
        return False


def _has_int(value: Any) -> bool:
    """Whether an argument is an int of Python's, or a container that holds one."""
    if type(value) in (list, tuple):
        return any(map(_has_int, value))
    return any(map(_has_int, value.values())) if type(value) is dict else type(value) is int


def _sample(leaf: Any) -> float:
    """What stands for a number of an argument: a traced one may be NumPy's as well."""
    if isinstance(leaf, Node):
        return NumpyFloat() if by_numpy(leaf.origin) else 0.0
    return NumpyFloat() if is_numpys(type(leaf)) else 0.0


class Compiled:
    """A function with its derivative. Call it for the value; see `jvp`, `kernel`, `source`.

    The attributes are those of the `Specialized` that was called or lowered last; before any, of
    the one whose arguments are numbers (or the defaults that are none).
    """

    _function: Callable[..., Any] | None = None

    def __init__(self, function: Callable[..., Any] | Graph, options: Options) -> None:
        self._begin(options)
        if isinstance(function, Graph):
            self.__name__ = self.__qualname__ = function.verify().name
            self.__signature__ = _positional(function.inputs)
            self._add(function, sampled(function.inputs))
        elif callable(function) and not isinstance(function, type):
            self.__signature__ = signature_of(function)
            functools.update_wrapper(self, function, updated=())
            self._function = function
            self.__name__ = getattr(function, "__name__", "f")
        else:
            raise TypeError(
                explain(
                    f"compile was given a {type(function).__name__} ({function!r:.40})",
                    describe(here()),
                    "a Python function, or a lazyad.Graph",
                )
            )
        self._check_signature()

    def _begin(self, options: Options) -> None:
        self.options = options
        self._arrays = options.target.name == "python"  # in numpy, an array is a number
        self._lock = threading.RLock()
        self._lowered: dict[Any, Specialized] = {}
        self._plain: Specialized | None = None  # the one whose arguments are all floats
        self._last: Specialized | None = None
        self._requested: dict[Request, Derived] = {}

    def _check_signature(self) -> None:
        fixed = {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD}
        kinds = [p.kind for p in self.__signature__.parameters.values()]
        self._arity = len(kinds) if fixed.issuperset(kinds) else -1  # -1: arguments must be bound
        self.check_names("static", self.options.static)
        self.check_names("wrt", self.options.wrt or ())

    # -- one structure

    def lower(self, *args: Any, **kwargs: Any) -> Specialized:
        """The function compiled for arguments like these, which are not computed with.

        Raises TypeError for what is neither a number, a container of numbers, nor static.
        """
        return self._found(self._bound(args, kwargs))[0]

    @property
    def _can_trace(self) -> bool:
        """Whether a structure that was dropped can be compiled again."""
        return self._function is not None

    @property
    def lowered(self) -> Specialized:
        """What was called or lowered last, if it can be traced; before any, the function of
        numbers."""
        while self._last is not None and not self._is_sound(self._last):
            self._last = [None, *self._lowered.values()][-1]
        if self._last is None:
            self._found(self.assumed())
        assert self._last is not None
        return self._last

    kernel = property(lambda self: self.lowered.kernel, doc=Specialized.kernel.__doc__)
    source = property(lambda self: self.lowered.source, doc=Specialized.source.__doc__)
    graph = property(lambda self: self.lowered.graph, doc=Specialized.graph.__doc__)
    trace = property(lambda self: self.lowered.trace, doc=Specialized.trace.__doc__)
    primal = property(lambda self: self.lowered.primal, doc="The program of the value alone.")

    def stages(self) -> Iterator[tuple[str, Graph]]:
        """(name, graph) for the trace, `derive`, `lower`, and each pass of each round."""
        return self.lowered.stages()

    def report(self) -> str:
        """The ledger of the stages: Nodes and operations before and after, what was removed."""
        return self.lowered.report()

    # -- what users run

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The value, as the undecorated function returns it.

        Raises TypeError for arguments that cannot be compiled for, and what the function raises.
        """
        plain = self._plain
        if (
            plain is not None
            and not kwargs
            and _are_floats(args, self._arity)
            and plain.reads.unchanged()
        ):
            return plain.run(plain.primal, args)
        if kwargs or len(args) != self._arity:
            args = self._bound(args, kwargs)
        lowered, values, traced = self._found(args)
        return lowered.inline(values) if traced else lowered.call(values)

    def jvp(self, primals: Sequence[Any], tangents: Sequence[Any]) -> tuple[Any, Any]:
        """(value, tangent) at `primals` (for the parameters) along `tangents` (for those in wrt).

        A tangent has the structure of its primal.
        Raises TypeError for a wrong number of either, and for another structure.

        >>> f = compile(lambda x, y: x * y[0])
        >>> f.jvp((2.0, [3.0]), (1.0, [0.0]))
        (6.0, 3.0)
        """
        if type(primals) is type(tangents) is tuple:
            plain = self._plain
            if plain is not None and len(primals) == self._arity:
                args = primals + tangents
                if _are_floats(args, plain.count) and plain.reads.unchanged():
                    return plain.run(plain.program, args)  # type: ignore[no-any-return]
            if len(primals) == self._arity:
                lowered, values, traced = self._found(primals)
                if not traced and [*map(key_or_none, tangents)] == lowered.tangent_keys:
                    return lowered.jvp(values, tangents)
        return self._unusual_jvp(primals, tangents)

    def vjp(self, primals: Sequence[Any], cotangents: Any) -> tuple[Any, tuple[Any, ...]]:
        """(value, cotangents of the parameters in wrt): the cotangents of the result, which have
        its structure, times the Jacobian at `primals`.

        Raises TypeError for a wrong number of primals, and for another structure.

        >>> f = compile(lambda x, y: [x * y, x + y])
        >>> f.vjp((2.0, 3.0), [1.0, 10.0])
        ([6.0, 5.0], (13.0, 12.0))
        """
        lowered, values, traced = self._at(primals)
        if traced or key_or_none(cotangents) != lowered.output_key:
            traced = self._check_cotangents(lowered, cotangents) or traced
        value, found = lowered.product(_PULL_BACK, values, [cotangents], traced)
        return value, found

    def hvp(self, primals: Sequence[Any], direction: Sequence[Any]) -> Any:
        """The Hessian at `primals` times the direction (a tangent for each parameter in wrt).

        It has the structure of the gradient. Raises TypeError as `jvp` does.

        >>> f = compile(lambda x, y: x * x * y)
        >>> f.hvp((2.0, 3.0), (1.0, 0.0))
        (6.0, 4.0)
        """
        lowered, values, traced = self._at(primals, tangents=direction)
        direction = self._gathered(lowered, direction)
        if len(direction) != len(lowered.wrt):
            self._miscounted(primals, direction, lowered.wrt)
        if traced or [*map(key_or_none, direction)] != lowered.tangent_keys:
            traced = self._check_tangents(lowered, direction) or traced
        return lowered.product(_HESSIAN_PRODUCT, values, direction, traced)

    # -- what is derived

    def derived(self, request: Request) -> Derived:
        """That derivative, as a compiled function."""
        from lazyad.run.derived import Derived

        if request not in self._requested:
            self._requested[request] = Derived(self, request)
        return self._requested[request]

    @functools.cached_property
    def grad(self) -> Derived:
        """See `lazyad.grad`."""
        return self.derived(Request("grad"))

    @functools.cached_property
    def value_and_grad(self) -> Derived:
        """See `lazyad.value_and_grad`."""
        return self.derived(Request("grad", True))

    @functools.cached_property
    def jacobian(self) -> Derived:
        """See `lazyad.jacobian`."""
        return self.derived(Request("jacobian"))

    @functools.cached_property
    def value_and_jacobian(self) -> Derived:
        """See `lazyad.value_and_jacobian`."""
        return self.derived(Request("jacobian", True))

    @functools.cached_property
    def hessian(self) -> Derived:
        """See `lazyad.hessian`."""
        return self.derived(Request("hessian"))

    def taylor(self, order: int) -> Derived:
        """See `lazyad.taylor`."""
        return self.derived(Request("taylor", size=order))

    def __get__(self, instance: Any, owner: type | None = None) -> Compiled:
        """Bind a method: the function with `self` fixed, traced anew for every access.

        Keep the bound function (`f = thing.f`) to call it more than once.
        """
        if instance is None or self._function is None:
            return self
        return Compiled(MethodType(self._function, instance), self.options)

    def __repr__(self) -> str:
        return f"<lazyad.compile({self.__name__}{self.__signature__})>"

    def __reduce__(self) -> str | tuple[Any, ...]:
        sound = [one for one in [*self._lowered.values()] if self._is_sound(one)]
        if not sound:
            named = self._named()
            if named is self:
                return str(self.__qualname__)
            if named is not None and named is self._function:
                return Compiled, (named, self.options)
            sound = [self._for_numbers()]
        parameters = [
            (
                name,
                int(p.kind),
                p.default is not p.empty,
                None if p.default is p.empty else p.default,
            )
            for name, p in self.__signature__.parameters.items()
        ]
        names = {
            key: value
            for key in ("__name__", "__qualname__", "__module__", "__doc__")
            if isinstance(value := getattr(self, key, None), str)
        }
        graphs = [(one.arguments, one.trace) for one in sound]
        return _restored, (FORMAT, graphs, self.options, parameters, names)

    def _is_sound(self, lowered: Specialized) -> bool:
        """Whether it can be traced, and what it read is the same; another leaves nothing behind."""
        try:
            _ = lowered.trace
        except Exception:
            sound = False
        else:
            sound = lowered.current
        if not sound:
            self._lowered.pop(lowered.key, None)
        return sound

    def _for_numbers(self) -> Specialized:
        """The function of numbers, as nobody has called it yet."""
        try:
            found: Specialized = self._found(self.assumed())[0]
            _ = found.trace
        except Exception as error:
            raise TypeError(
                explain(
                    f"nothing says what the parameters of {self.__name__} hold: it was never"
                    " called, and takes no plain numbers",
                    self._where(),
                    f"a call, or {self.__name__}.lower(...) with arguments as in a call, before it"
                    " is pickled",
                )
            ) from error
        return found

    def _named(self) -> Any:
        """What the function's name leads to: the function, or this."""
        try:
            return functools.reduce(
                getattr, self.__qualname__.split("."), sys.modules.get(self.__module__)
            )
        except AttributeError:
            return None

    # -- which structure

    def _bound(self, args: Sequence[Any], kwargs: dict[str, Any]) -> tuple[Any, ...]:
        try:
            bound = self.__signature__.bind(*args, **kwargs)
        except TypeError as error:
            unknown = [name for name in kwargs if name not in self.__signature__.parameters]
            wrong = f"no parameter is named {unknown[0]!r}" if unknown else error
            raise TypeError(
                explain(
                    f"{self.__name__}: {wrong}",
                    describe(here()),
                    f"{self.__name__}{self.__signature__}",
                )
            ) from None
        bound.apply_defaults()
        return tuple(bound.arguments.values())

    def _found(self, values: Sequence[Any]) -> tuple[Specialized, Sequence[Any], bool]:
        """The Specialized for these values, made if there is none; the values as its kernels take
        them; and whether they are traced."""
        found: Specialized | None = None
        if self._arrays and not self.options.static:
            try:
                found = self._known((state.pointwise, *map(key_of, values)))
            except (TypeError, RecursionError):  # what has no key, which `abstract` names
                found = None
            if found is not None:
                self._last = found
                self._check_kinds(found, values)
                if found.foreign:
                    values = [*map(as_floats, values)]
                elif found is not self._plain and state.session is None:
                    self._keep_plain(found, values)
                return found, values, state.session is not None and found.captures
        given = {
            name: abstract(name, value, name in self.options.static, self._arrays)
            for name, value in zip(self.__signature__.parameters, values, strict=True)
        }
        kinds = set(map(type, leaves(given)))
        traced = any(issubclass(kind, Operand) for kind in kinds)
        # The numpy target computes by NumPy's rules whatever it is given.
        stands = sampled(given, _sample) if self._arrays else sampled(given)
        found = self._last = self.lowered_for(stands)
        self._check_kinds(found, [*given.values()])
        if state.session is not None:  # another function is being traced, and perhaps closed over
            traced = traced or found.captures
        elif not traced:
            self._keep_plain(found, values)
        if not traced and self._arrays:  # the numpy target's own call does it
            pairs = zip(values, given.values(), strict=True)
            values = [v if type(part) is Static else as_floats(v) for v, part in pairs]
        return found, values, traced

    def _keep_plain(self, found: Specialized, values: Sequence[Any]) -> None:
        """Let calls of floats go straight to it, if it is the one for them."""
        plain = found.all_given and not self.options.static and not found.sparse
        if plain and _are_floats(values, self._arity):
            self._plain = found

    def _check_kinds(self, found: Specialized, values: Sequence[Any]) -> None:
        """Raise TypeError for an int where the function asks whether it is one: in its kernel it
        would be a float."""
        if not found.asks_kinds(lambda: any(map(_has_int, values))):
            return
        names = [*self.__signature__.parameters]
        ints = ", ".join(n for n, value in zip(names, values, strict=True) if _has_int(value))
        raise TypeError(
            explain(
                f"{self.__name__} asks what kind of number it is given, and {ints} is or holds an"
                " int, which a kernel takes for a float",
                self._where(),
                f"static=({ints.split(', ')[0]!r},), whose value is fixed into the kernel; or a"
                " float in the call",
            )
        )

    def lowered_for(self, given: dict[str, Any]) -> Specialized:
        """The Specialized for parameters of that structure, made if there is none."""
        with self._lock:
            found = self._known((state.pointwise, *map(key_of, given.values())))
            return self._added(given) if found is None else found

    def _known(self, key: Any) -> Specialized | None:
        """The Specialized of that key, unless what its trace read is something else by now."""
        found = self._lowered.get(key)
        if found is None or found.current:
            if found is not None:
                found.used = next(_calls)
            return found
        with self._lock:
            self._lowered.pop(key, None)
            self._last = self._plain = None
        return None

    def _added(self, given: dict[str, Any]) -> Specialized:
        if self._function is None:
            for one in self._lowered.values():  # whose numbers were not NumPy's, or were
                if [*map(plain_key, one.arguments.values())] == [*map(plain_key, given.values())]:
                    return one
            known = [outline(tuple(one.arguments.values())) for one in self._lowered.values()]
            raise TypeError(
                explain(
                    f"{self.__name__} has no function to trace for these arguments",
                    describe(here()),
                    f"arguments as those it was made for: {'; '.join(known)}",
                )
            )
        return self._add(self._function, given)

    def _add(
        self, function: Callable[..., Any] | Graph | Derivative, given: dict[str, Any]
    ) -> Specialized:
        lowered = Specialized(function, given, self.options, self._where())
        lowered.used = next(_calls)
        self._lowered[lowered.key] = lowered
        if len(self._lowered) > MOST_STRUCTURES and self._can_trace:
            oldest = min(self._lowered.values(), key=lambda one: one.used)
            del self._lowered[oldest.key]
        return lowered

    def assumed(self) -> list[Any]:
        """Numbers for all parameters, as far as the signature allows it."""
        if self._function is None:
            first, *_ = self._lowered.values()
            return list(first.arguments.values())
        values: list[Any] = []
        for name, parameter in self.__signature__.parameters.items():
            if parameter.kind is parameter.VAR_KEYWORD:
                values.append({})
            elif parameter.default is not parameter.empty:
                values.append(parameter.default)
            elif parameter.kind is parameter.VAR_POSITIONAL or name in self.options.static:
                raise TypeError(
                    explain(
                        f"nothing says what the parameter {parameter} of {self.__name__} holds",
                        self._where(),
                        f"{self.__name__}.lower(...) with arguments as in a call, then its .source",
                    )
                )
            else:
                values.append(0.0)
        return values

    # -- what is unusual, and what is wrong

    def check_names(self, option: str, paths: Sequence[str]) -> None:
        known = list(self.__signature__.parameters)
        for path in paths:
            name = path.split(".")[0].split("[")[0]
            if name not in known or paths.count(path) > 1:
                raise ValueError(
                    explain(
                        f"{option} names {path!r}, which is "
                        + ("named twice" if name in known else "no parameter"),
                        self._where(),
                        f"each at most once of: {', '.join(known)}",
                    )
                )

    def _where(self) -> str:
        return location(self._function) if self._function else f"the graph {self.__name__}"

    def _unusual_jvp(self, primals: Sequence[Any], tangents: Sequence[Any]) -> tuple[Any, Any]:
        lowered, values, traced = self._at(primals, tangents=tangents)
        tangents = self._gathered(lowered, tangents)
        if len(tangents) != len(lowered.wrt):
            self._miscounted(primals, tangents, lowered.wrt)
        for tangent in tangents:
            unfolded("the tangent", tangent)
        tangents = [*map(as_floats, tangents)]
        if self._arrays:
            directions = [*map(stacked, tangents, lowered.tangents)]
            if directions and all(directions):
                return self._along(lowered, values, directions, traced)
        traced = self._check_tangents(lowered, tangents) or traced
        if traced:
            return lowered.inline_jvp(values, tangents)
        return lowered.jvp(values, tangents)

    def _along(
        self, lowered: Specialized, values: Sequence[Any], directions: Sequence[Any], traced: bool
    ) -> tuple[Any, Any]:
        counts = {len(one) for one in directions}
        if len(counts) != 1:
            raise TypeError(
                explain(
                    f"the tangents hold {sorted(counts)} directions",
                    describe(here()),
                    "as many for every parameter",
                )
            )
        request = Request("jvp", True, order="forward", size=counts.pop())
        numbers = leaves(structure_of([*directions]))
        traced = traced or any(isinstance(number, Operand) for number in numbers)
        value, tangents = lowered.product(request, values, directions, traced)
        if is_array(value) and tangents:
            import numpy

            tangents = numpy.stack(tangents)
        return value, tangents

    def _at(
        self, primals: Sequence[Any], **more: Sequence[Any]
    ) -> tuple[Specialized, Sequence[Any], bool]:
        """The Specialized for these primals, a value for each parameter, whether one is traced."""
        for what, given in {"primals": primals, **more}.items():
            if not isinstance(given, Sequence) or isinstance(given, str):
                raise TypeError(
                    explain(
                        f"{what} is a {type(given).__name__} ({given!r:.40})",
                        describe(here()),
                        "a tuple, as in jvp((x,), (dx,))",
                    )
                )
        return self._found(self._positional(primals, more.get("tangents", ())))

    def _check_cotangents(self, lowered: Specialized, cotangents: Any) -> bool:
        """Whether they are traced; a TypeError if they have not the structure of the result."""
        given = abstract("cotangents", cotangents, False, self._arrays)
        if plain_key(given) != lowered.output_key:
            outputs = sampled(lowered.trace.outputs)
            raise TypeError(
                explain(
                    f"the cotangents are {outline(cotangents)}",
                    describe(here()),
                    f"the structure of the result: {outline(outputs)}",
                )
            )
        return any(isinstance(leaf, Operand) for leaf in leaves(given))

    def _check_tangents(self, lowered: Specialized, tangents: Sequence[Any]) -> bool:
        """Whether the tangents are traced; a TypeError if one has not its primal's structure."""
        traced = False
        for path, primal, tangent in zip(lowered.wrt, lowered.tangents, tangents, strict=True):
            given = abstract(f"d{path}", tangent, False, self._arrays)
            traced = traced or any(isinstance(leaf, Operand) for leaf in leaves(given))
            given = sampled(given)
            if key_of(given) != key_of(primal):
                raise TypeError(
                    explain(
                        f"the tangent of {path} is {outline(tangent)}",
                        describe(here()),
                        f"the structure of {path}: {outline(primal)}",
                    )
                )
        return traced

    def _positional(self, primals: Sequence[Any], tangents: Sequence[Any]) -> tuple[Any, ...]:
        """A value for each parameter; those that only keywords give in a call stand here too."""
        kinds = [p.kind for p in self.__signature__.parameters.values()]
        if len(primals) == len(kinds) and inspect.Parameter.VAR_POSITIONAL not in kinds:
            return tuple(primals)
        try:
            return self._bound(primals, {})
        except TypeError:
            self._miscounted(primals, tangents, self.options.wrt)

    def _gathered(self, lowered: Specialized, tangents: Sequence[Any]) -> Sequence[Any]:
        """The tangents of `*args`, given one by one like the arguments, as one tuple."""
        for at, path in enumerate(lowered.wrt):
            parameter = self.__signature__.parameters.get(path)
            if parameter is not None and parameter.kind is parameter.VAR_POSITIONAL:
                end = len(tangents) - (len(lowered.wrt) - at - 1)
                return (*tangents[:at], tuple(tangents[at:end]), *tangents[end:])
        return tangents

    def _miscounted(
        self, primals: Sequence[Any], tangents: Sequence[Any], wrt: Sequence[str] | None
    ) -> NoReturn:
        names = tuple(self.__signature__.parameters)
        wrt = names if wrt is None else wrt
        raise TypeError(
            explain(
                f"jvp got {len(primals)} primals and {len(tangents)} tangents",
                describe(here()),
                f"{len(names)} primals ({', '.join(names)}) and "
                f"{len(wrt)} tangents (for {', '.join(wrt) or 'nothing'})",
            )
        ) from None


def _positional(names: Iterable[str]) -> inspect.Signature:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return inspect.Signature([inspect.Parameter(name, kind) for name in names])


def _restored(
    written: int,
    graphs: Sequence[tuple[dict[str, Any], Graph]],
    options: Options,
    parameters: Sequence[tuple[str, int, bool, Any]],
    names: dict[str, str],
) -> Compiled:
    """A Compiled from its pickle: of its graphs, and with no Python function."""
    check_format(written)
    compiled = Compiled(graphs[0][1], options._replace(wrt=None, static=()))
    compiled.options, compiled._lowered = options, {}
    compiled.__signature__ = inspect.Signature(
        [
            inspect.Parameter(
                name,
                inspect._ParameterKind(kind),
                default=default if has_default else inspect.Parameter.empty,
            )
            for name, kind, has_default, default in parameters
        ]
    )
    compiled._check_signature()
    for arguments, graph in graphs:
        compiled._last = compiled._add(graph, arguments)
    compiled.__dict__.update(names)
    return compiled
