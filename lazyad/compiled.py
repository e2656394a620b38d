"""The decorator, and what it returns: a function that knows its derivative as source.

In: a Python function or a Graph. Out: `Compiled`, which runs kernels. A room of its own because it
is the only one that walks the whole road: trace, derive, lower, optimize, emit, load.
"""

from __future__ import annotations

import functools
import gc
import importlib.util
import inspect
import math
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import FunctionType, MethodType
from typing import Any, NamedTuple, NoReturn, overload

from lazyad.codegen import Source, emit
from lazyad.derivatives import push_forward
from lazyad.dual import Dual
from lazyad.errors import explain
from lazyad.graph import ZERO, Graph, Operand, evaluate, leaves, map_leaves
from lazyad.kernels import kernel_of
from lazyad.origin import describe, here
from lazyad.passes import EXACTNESS, LEVELS, Pass, eliminate_dead_duals, run_passes
from lazyad.serialize import dumps, loads
from lazyad.targets import Target, find_target, lower
from lazyad.tracing import location, parameters, trace


class Options(NamedTuple):
    """What `compile` was asked for."""

    wrt: tuple[str, ...] | None
    target: Target
    passes: tuple[Pass, ...]


@overload
def compile(
    function: None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    optimize: str = "safe",
    target: str = "python",
    passes: Sequence[Pass] | None = None,
) -> Callable[[Callable[..., Any]], Compiled]: ...


@overload
def compile(
    function: Callable[..., Any] | Graph,
    *,
    wrt: str | Iterable[str] | None = None,
    optimize: str = "safe",
    target: str = "python",
    passes: Sequence[Pass] | None = None,
) -> Compiled: ...


def compile(
    function: Callable[..., Any] | Graph | None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    optimize: str = "safe",
    target: str = "python",
    passes: Sequence[Pass] | None = None,
) -> Compiled | Callable[[Callable[..., Any]], Compiled]:
    """Compile a function of scalars, or a hand-built Graph, to a kernel of value and tangent.

    Use it as `@compile` or `@compile(wrt=("x",), ...)`. Nothing is traced before the first use;
    then the function runs once, on Nodes, and what else it reads (globals, attributes) is fixed.

    - `wrt`: the parameters to differentiate in; default all, for a Graph all but `with_no_grad`.
    - `optimize`: "none", "strict" (the same bits), "safe" (rounding may differ) or "fast" (algebra
      of the real numbers).
    - `target`: "python" (scalars, imports `math` alone) or "numpy" (arrays that broadcast).
    - `passes`: Graph -> Graph functions to run instead of those `optimize` names.

    Raises TypeError or ValueError, in three parts, for what cannot be compiled.
    """
    if optimize not in LEVELS:
        raise ValueError(
            explain(
                f"no level is named {optimize!r}", "the argument optimize", f"one of {[*LEVELS]}"
            )
        )
    found = find_target(target)
    if target == "numpy" and importlib.util.find_spec("numpy") is None:
        raise ImportError(
            explain(
                "the target 'numpy' needs NumPy, which is not installed",
                describe(here()),
                "pip install 'numpy', or lazyad with its extra: pip install '.[numpy]'",
            )
        )
    names = (wrt,) if isinstance(wrt, str) else None if wrt is None else tuple(wrt)
    options = Options(names, found, LEVELS[optimize] if passes is None else tuple(passes))
    if function is None:
        return lambda function: Compiled(function, options)
    return Compiled(function, options)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Without Python's cycle collector, which would walk millions of live Nodes again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class Program:
    """One emitted function and the road to it, walked when first asked for."""

    def __init__(self, start: Callable[[], Iterator[tuple[str, Graph]]], options: Options) -> None:
        self._start = start
        self._options = options
        self._lock = threading.RLock()
        self._result: tuple[Graph, Source, FunctionType] | None = None
        self.run: Callable[..., Any] | None = (
            None  # the kernel, once it is built: for calls in haste
        )

    def stages(self) -> Iterator[tuple[str, Graph]]:
        """(name, graph) for the trace, each transform, and each pass of each round."""
        graph = None
        for name, graph in self._start():
            yield name, graph
        assert graph is not None
        graph = lower(graph, self._options.target)
        yield "lower", graph
        for name, result in run_passes(graph, self._options.passes):
            graph = result
            yield name, graph
        if any(node is ZERO for node in graph.nodes):  # no number; a user's passes may leave it
            yield eliminate_dead_duals.__name__, eliminate_dead_duals(graph)

    @property
    def _built(self) -> tuple[Graph, Source, FunctionType]:
        with self._lock:
            if self._result is None:
                self._result = self._build()
                self.run = self._result[2]
            return self._result

    def _build(self) -> tuple[Graph, Source, FunctionType]:
        before = None
        with collector_paused():
            for name, graph in self.stages():
                if name == "lower":
                    before = graph.operations.total()
            source = emit(graph, self._options.target, before)
            return graph, source, kernel_of(graph, self._options.target, source)

    @property
    def graph(self) -> Graph:
        """The optimized graph."""
        return self._built[0]

    @property
    def source(self) -> str:
        """The emitted file."""
        return self._built[1].text

    @property
    def kernel(self) -> Callable[..., Any]:
        """The emitted function itself."""
        return self._built[2]

    def explain_failure(self, error: BaseException) -> None:
        """Add to an exception of the kernel the user's lines that the failing line computes."""
        filename = self._built[2].__code__.co_filename
        frame = error.__traceback__
        while frame is not None:
            if frame.tb_frame.f_code.co_filename == filename:
                for place in self._built[1].places.get(frame.tb_lineno, ()):
                    error.add_note(f"from {place} in {place.function}: {place.text}")
                return
            frame = frame.tb_next

    def report(self) -> str:
        """The ledger: what each stage left, and what it removed; of later rounds, what changed."""
        rows = [("stage", "exactness", "nodes", "operations", "removed")]
        exactness = {one.__name__: kind for one, kind in EXACTNESS.items()}
        before: Graph | None = None
        seen = set()
        for name, graph in self.stages():
            if graph is before and name in seen:
                continue
            seen.add(name)
            rows.append(
                (
                    name,
                    exactness.get(name, "" if name in ("trace", "derive", "lower") else "user"),
                    _change(before, graph, lambda g: len(g.nodes)),
                    _change(before, graph, lambda g: g.operations.total()),
                    _removed(before, graph),
                )
            )
            before = graph
        widths = [max(len(row[column]) for row in rows) for column in range(5)]
        lines = ["  ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) for r in rows]
        return "\n".join(line.rstrip() for line in lines)


def _change(before: Graph | None, after: Graph, count: Callable[[Graph], int]) -> str:
    return f"{count(after)}" if before is None else f"{count(before)} -> {count(after)}"


def _removed(before: Graph | None, after: Graph) -> str:
    gone = Counter[str]() if before is None else before.operations - after.operations
    return ", ".join(f"{op} {count}" for op, count in gone.most_common())


class Compiled:
    """A function with its derivative. Call it for the value; see `jvp`, `kernel`, `source`.

    `primal` is the program of the value alone, which a call runs; every other attribute is about
    the program of value and tangent.
    """

    def __init__(self, function: Callable[..., Any] | Graph, options: Options) -> None:
        self._options = options
        self._lock = threading.RLock()
        self._graph: Graph | None = None
        self._function: Callable[..., Any] | None = None
        if isinstance(function, Graph):
            self._graph = function.verify()
            self.__name__ = self.__qualname__ = function.name
            names = [
                inspect.Parameter(n, inspect.Parameter.POSITIONAL_OR_KEYWORD)
                for n in function.inputs
            ]
            self.__signature__ = inspect.Signature(names)
        elif callable(function) and not isinstance(function, type):
            parameters(function)
            functools.update_wrapper(self, function, updated=())
            self._function = function
            self.__name__ = getattr(function, "__name__", "f")
            self.__signature__ = inspect.signature(function)
        else:
            raise TypeError(
                explain(
                    f"compile was given a {type(function).__name__} ({function!r:.40})",
                    describe(here()),
                    "a Python function, or a lazyad.Graph",
                )
            )
        self._names = tuple(self.__signature__.parameters)
        self._wrt = self._checked_wrt()
        self._arity = len(self._names)
        self._scalar = options.target.name == "python"
        self.primal = Program(self._trace_stage, options)
        self._program = Program(self._derive_stages, options)

    # -- what users read

    @property
    def trace(self) -> Graph:
        """The function as it was traced."""
        with self._lock:
            if self._graph is None:
                assert self._function is not None
                with collector_paused():
                    self._graph = trace(self._function).verify()
            return self._graph

    @property
    def kernel(self) -> Callable[..., Any]:
        """The emitted function: (parameters, d<name> for each in wrt) -> (value, tangent)."""
        return self._program.kernel

    @property
    def source(self) -> str:
        """The emitted file that defines `kernel`."""
        return self._program.source

    @property
    def graph(self) -> Graph:
        """The optimized graph of value and tangent."""
        return self._program.graph

    def stages(self) -> Iterator[tuple[str, Graph]]:
        """(name, graph) for the trace, `derive`, `lower`, and each pass of each round."""
        return self._program.stages()

    def report(self) -> str:
        """The ledger of the stages: Nodes and operations before and after, what was removed."""
        return self._program.report()

    # -- what users run

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The value, as the undecorated function returns it.

        Raises TypeError for arguments that are not numbers, and what the function raises.
        """
        if kwargs or len(args) != self._arity:
            args = self._bound(args, kwargs)
        if self._scalar:
            try:
                math.hypot(*args)  # asks every argument for a float, at C's speed
            except (TypeError, OverflowError):
                return self._unusual(args)
        run = self.primal.run or self.primal.kernel
        try:
            return run(*args)
        except Exception as error:
            self._failed(self.primal, error, args)

    def jvp(self, primals: Sequence[Any], tangents: Sequence[Any]) -> tuple[Any, Any]:
        """(value, tangent) at `primals` (for the parameters) along `tangents` (for those in wrt).

        Raises TypeError for a wrong number of either and for what is not a number.

        >>> f = compile(lambda x, y: x * y)
        >>> f.jvp((2.0, 3.0), (1.0, 0.0))
        (6.0, 3.0)
        """
        try:
            args = (*primals, *tangents)
            if len(primals) != self._arity or len(tangents) != len(self._wrt):
                raise TypeError
            if self._scalar:
                math.hypot(*args)
        except (TypeError, OverflowError):
            return self._unusual_jvp(primals, tangents)
        run: Callable[..., tuple[Any, Any]] = self._program.run or self._program.kernel
        try:
            return run(*args)
        except Exception as error:
            self._failed(self._program, error, args)

    def __get__(self, instance: Any, owner: type | None = None) -> Compiled:
        """Bind a method: the function with `self` fixed, traced anew for every access.

        Keep the bound function (`f = thing.f`) to call it more than once; what it reads from `self`
        is fixed when it is first called.
        """
        if instance is None or self._function is None:
            return self
        return Compiled(MethodType(self._function, instance), self._options)

    def __repr__(self) -> str:
        return f"<lazyad.compile({self.__name__}{self.__signature__})>"

    def __reduce__(self) -> tuple[Any, ...]:
        defaults = {
            name: parameter.default
            for name, parameter in self.__signature__.parameters.items()
            if parameter.default is not inspect.Parameter.empty
        }
        kinds = {n: int(p.kind) for n, p in self.__signature__.parameters.items()}
        options = (self._wrt, self._options.target.name, self._options.passes)
        names = {
            key: value
            for key in ("__name__", "__qualname__", "__module__", "__doc__")
            if isinstance(value := getattr(self, key, None), str)
        }
        return _restored, (dumps(self.trace), options, kinds, defaults, names)

    # -- the road

    def _trace_stage(self) -> Iterator[tuple[str, Graph]]:
        yield "trace", self.trace

    def _derive_stages(self) -> Iterator[tuple[str, Graph]]:
        yield "trace", self.trace
        yield "derive", push_forward(self.trace, self._wrt)

    # -- what is unusual, and what is wrong

    def _checked_wrt(self) -> tuple[str, ...]:
        if self._options.wrt is None:
            graph = self._graph.inputs if self._graph else {}
            fixed = {
                n
                for n, node in graph.items()
                if isinstance(node.payload, Dual) and not node.payload.dual
            }
            return tuple(name for name in self._names if name not in fixed)
        for name in self._options.wrt:
            if name not in self._names or self._options.wrt.count(name) > 1:
                raise ValueError(
                    explain(
                        f"wrt names {name!r}, which is "
                        + ("named twice" if name in self._names else "no parameter"),
                        self._where(),
                        f"each at most once of: {', '.join(self._names)}",
                    )
                )
        return self._options.wrt

    def _where(self) -> str:
        return location(self._function) if self._function else f"the graph {self.__name__}"

    def _bound(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, ...]:
        try:
            bound = self.__signature__.bind(*args, **kwargs)
        except TypeError as error:
            raise TypeError(
                explain(
                    f"{self.__name__}: {error}",
                    describe(here()),
                    f"{self.__name__}{self.__signature__}",
                )
            ) from None
        bound.apply_defaults()
        return tuple(bound.arguments.values())

    def _unusual(self, args: Sequence[Any]) -> Any:
        """A call on Nodes (inside another function's trace) or on Duals."""
        if not any(isinstance(arg, Operand) for arg in args):
            self._not_numbers(self._names, args)
        inputs = self.trace.inputs.values()
        values = evaluate(leaves(self.trace.outputs), dict(zip(inputs, args, strict=True)))
        return _rebuilt(self.trace.outputs, values)

    def _unusual_jvp(self, primals: Sequence[Any], tangents: Sequence[Any]) -> tuple[Any, Any]:
        for what, given in (("primals", primals), ("tangents", tangents)):
            if not isinstance(given, Sequence) or isinstance(given, str):
                raise TypeError(
                    explain(
                        f"{what} is a {type(given).__name__} ({given!r:.40})",
                        describe(here()),
                        f"a tuple of numbers: {self.__name__}.jvp((x,), (dx,))",
                    )
                )
        if len(primals) != self._arity or len(tangents) != len(self._wrt):
            raise TypeError(
                explain(
                    f"jvp got {len(primals)} primals and {len(tangents)} tangents",
                    describe(here()),
                    f"{self._arity} primals ({', '.join(self._names)}) and "
                    f"{len(self._wrt)} tangents (for {', '.join(self._wrt) or 'nothing'})",
                )
            )
        graph = push_forward(self.trace, self._wrt)
        if not any(isinstance(arg, Operand) for arg in (*primals, *tangents)):
            self._not_numbers(tuple(graph.inputs), (*primals, *tangents))
        # A tangent of 0 is none: it must not multiply a partial that is infinite.
        if not any(isinstance(arg, Dual) for arg in (*primals, *tangents)):
            tangents = [ZERO if type(t) in (int, float) and t == 0 else t for t in tangents]
        args = (*primals, *tangents)
        known = dict(zip(graph.inputs.values(), args, strict=True))
        value, tangent = _rebuilt(graph.outputs, evaluate(leaves(graph.outputs), known))
        return value, tangent

    def _not_numbers(self, names: Sequence[str], args: Sequence[Any]) -> NoReturn:
        for name, arg in zip(names, args, strict=True):
            try:
                math.hypot(arg)
            except OverflowError:
                raise OverflowError(
                    explain(
                        f"the argument {name} is an integer that no float holds",
                        describe(here()),
                        "a number below 1.8e308",
                    )
                ) from None
            except TypeError:
                array = hasattr(arg, "__array__") and self._scalar
                raise TypeError(
                    explain(
                        f"the argument {name} is a {type(arg).__name__} ({arg!r:.40})",
                        describe(here()),
                        "compile with target='numpy' for arrays" if array else "a float or an int",
                    )
                ) from None
        raise AssertionError("every argument is a number")

    def _failed(self, program: Program, error: Exception, args: Sequence[Any]) -> NoReturn:
        """A kernel raised: name the user's line, or the argument that is no number."""
        if isinstance(error, TypeError) and any(isinstance(arg, Operand) for arg in args):
            raise TypeError(
                explain(
                    f"{self.__name__}, compiled for NumPy arrays, was called on a traced value",
                    describe(here()),
                    "the undecorated function, or target='python'",
                )
            ) from error
        program.explain_failure(error)
        raise error


def _rebuilt(structure: Any, values: Sequence[Any]) -> Any:
    """The structure with its leaves, in order, replaced by `values`."""
    rest = iter(values)
    return map_leaves(lambda _: next(rest), structure)


def _restored(
    text: str,
    options: tuple[tuple[str, ...], str, tuple[Pass, ...]],
    kinds: dict[str, int],
    defaults: dict[str, Any],
    names: dict[str, str],
) -> Compiled:
    """A Compiled from its pickle: of the graph, and with no Python function."""
    wrt, target, passes = options
    compiled = Compiled(loads(text), Options(wrt, find_target(target), passes))
    compiled.__signature__ = inspect.Signature(
        [
            inspect.Parameter(
                name,
                inspect._ParameterKind(kind),
                default=defaults.get(name, inspect.Parameter.empty),
            )
            for name, kind in kinds.items()
        ]
    )
    compiled.__dict__.update(names)
    return compiled
