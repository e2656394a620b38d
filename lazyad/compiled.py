"""The decorator, and what it returns: a function that knows its derivative as source.

In: a Python function or a Graph. Out: `Compiled`, which keeps one `Lowered` for each structure of
arguments it meets. A room of its own because it alone knows how users call.
"""

from __future__ import annotations

import functools
import importlib.util
import inspect
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MethodType
from typing import Any, NoReturn, overload

from lazyad.derivatives import at_single_points, push_forward
from lazyad.dual import Dual
from lazyad.errors import explain
from lazyad.graph import RAISE, ZERO, Graph, Operand, evaluate
from lazyad.origin import describe, here, state
from lazyad.passes import LEVELS, Pass
from lazyad.program import Options, Program, collector_paused
from lazyad.serialize import dumps, loads
from lazyad.structure import (
    Static,
    key_of,
    leaves,
    map_leaves,
    map_paths,
    outline,
    part_at,
    refilled,
    structure_of,
)
from lazyad.targets import find_target
from lazyad.tracing import abstract, called, location, signature_of, trace, value_of


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
    then the function runs on Nodes, once for each way its branches can go, and what else it reads
    (globals, attributes) is fixed. Each structure of arguments (containers, keys, shapes) is traced
    once.

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
    if target == "numpy" and importlib.util.find_spec("numpy") is None:
        raise ImportError(
            explain(
                "the target 'numpy' needs NumPy, which is not installed",
                describe(here()),
                "pip install 'numpy', or lazyad with its extra: pip install '.[numpy]'",
            )
        )
    level = LEVELS[optimize] if passes is None else tuple(passes)
    options = Options(None if wrt is None else _names(wrt), found, level, _names(static), paths)
    if function is None:
        return lambda function: Compiled(function, options)
    return Compiled(function, options)


def _names(names: str | Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


class Lowered:
    """A function compiled for one structure of arguments.

    `primal` is the program of the value alone, which a call runs; every other attribute is about
    the program of value and tangent.
    """

    def __init__(
        self,
        function: Callable[..., Any] | Graph,
        arguments: Mapping[str, Any],
        options: Options,
        where: str,
    ) -> None:
        self._function = function
        self._options = options
        self._where = where
        self.arguments = dict(arguments)  # the structure of each, with 0.0 for its numbers
        self.key = tuple(map(key_of, self.arguments.values()))
        self._given = [type(value) is not Static for value in self.arguments.values()]
        self.all_given = all(self._given)
        self._lock = threading.RLock()
        self._graph: Graph | None = function if isinstance(function, Graph) else None
        self.wrt = self._checked_wrt()
        self.tangents = [part_at(self.arguments, path) for path in self.wrt]
        self.tangent_keys = [key_of(tangent) for tangent in self.tangents]
        self.count = len(self.arguments) + len(self.wrt)  # of numbers, where all are numbers
        self.primal = Program(self._trace_stage, options)
        self.program = Program(self._derive_stages, options)

    # -- what users read

    @property
    def trace(self) -> Graph:
        """The function as it was traced."""
        with self._lock:
            if self._graph is None:
                assert not isinstance(self._function, Graph)
                with collector_paused():
                    paths = self._options.paths
                    self._graph = trace(self._function, self.arguments, paths).verify()
            return self._graph

    @property
    def kernel(self) -> Callable[..., Any]:
        """The emitted function: (parameters, d<name> for each in wrt) -> (value, tangent).

        Static parameters are no parameters of it; `*args` is one, a tuple.
        """
        return self.program.kernel

    @property
    def source(self) -> str:
        """The emitted file that defines `kernel`."""
        return self.program.source

    @property
    def graph(self) -> Graph:
        """The optimized graph of value and tangent."""
        return self.program.graph

    def stages(self) -> Iterator[tuple[str, Graph]]:
        """(name, graph) for the trace, `derive`, `lower`, and each pass of each round."""
        return self.program.stages()

    def report(self) -> str:
        """The ledger of the stages: Nodes and operations before and after, what was removed; and
        the conditions whose derivative is that of a single point."""
        notes = [
            f"\nnote: at {describe(origin)}: where both are equal, the derivative is that of the"
            " branch taken there, which may not be the function's"
            for origin in at_single_points(self.trace)
        ]
        return self.program.report() + "".join(dict.fromkeys(notes))

    # -- what runs

    def __call__(self, *values: Any) -> Any:
        """The value, from one value for each parameter.

        Raises TypeError for arguments of another structure.
        """
        if tuple(map(key_of, values)) != self.key:
            given = tuple(self.arguments.values())
            raise TypeError(
                explain(
                    f"{self.trace.name} was lowered for {outline(given)}, not {outline(values)}",
                    describe(here()),
                    "arguments of that structure, or the function itself, which takes any",
                )
            )
        return self.call(values)

    def call(self, values: Sequence[Any]) -> Any:
        """The value, from one value for each parameter."""
        return self.run(self.primal, values if self.all_given else self._dynamic(values))

    def jvp(self, values: Sequence[Any], tangents: Sequence[Any]) -> tuple[Any, Any]:
        """(value, tangent), from one value for each parameter and one tangent for each in wrt."""
        value, tangent = self.run(self.program, [*self._dynamic(values), *tangents])
        return value, tangent

    def run(self, program: Program, args: Sequence[Any]) -> Any:
        """Call the program's kernel; an exception of it gets the user's lines."""
        kernel = program.run or program.kernel
        try:
            return kernel(*args)
        except Exception as error:
            self._failed(program, error, args)

    def inline(self, values: Sequence[Any]) -> Any:
        """The value on Nodes (inside another function's trace) or on Duals. A function that may
        raise is traced as a part of the other, whose handlers see what it raises."""
        raises = any(node.op is RAISE for node in self.trace.nodes)
        if raises and state.decisions is not None and not isinstance(self._function, Graph):
            return called(self._function, dict(zip(self.arguments, values, strict=True)))
        return _evaluated(self.trace, self._dynamic(values))

    def inline_jvp(self, values: Sequence[Any], tangents: Sequence[Any]) -> tuple[Any, Any]:
        """(value, tangent) on Nodes or on Duals."""
        numbers = leaves(structure_of([*values, *tangents]))
        # A tangent of 0 is none: it must not multiply a partial that is infinite.
        if not any(isinstance(number, Dual) for number in numbers):
            tangents = [map_leaves(_structural_zero, structure_of(t)) for t in tangents]
        graph = push_forward(self.trace, self.wrt)
        value, tangent = _evaluated(graph, [*self._dynamic(values), *tangents])
        return value, tangent

    def _failed(self, program: Program, error: Exception, args: Sequence[Any]) -> NoReturn:
        """A kernel raised: name the user's line, or the argument that is no number."""
        traced = any(isinstance(leaf, Operand) for leaf in leaves(structure_of(list(args))))
        if isinstance(error, TypeError) and traced:
            raise TypeError(
                explain(
                    f"{self.trace.name}, compiled for NumPy arrays, was called on a traced value",
                    describe(here()),
                    "the undecorated function, or target='python'",
                )
            ) from error
        program.explain_failure(error)
        raise error

    def _dynamic(self, values: Sequence[Any]) -> list[Any]:
        return [value for value, given in zip(values, self._given, strict=True) if given]

    def _trace_stage(self) -> Iterator[tuple[str, Graph]]:
        yield "trace", self.trace

    def _derive_stages(self) -> Iterator[tuple[str, Graph]]:
        yield "trace", self.trace
        yield "derive", push_forward(self.trace, self.wrt)

    def _checked_wrt(self) -> tuple[str, ...]:
        if self._options.wrt is None:
            inputs = self._graph.inputs if self._graph else {}
            fixed = {
                name
                for name, node in inputs.items()
                if isinstance(getattr(node, "payload", None), Dual) and not node.payload.dual
            }
            return tuple(
                n for n, given in self.arguments.items() if leaves(given) and n not in fixed
            )
        places = {name: map_paths(_path, given, name) for name, given in self.arguments.items()}
        for path in self._options.wrt:
            try:
                found = leaves(part_at(self.arguments, path))
            except KeyError:
                found = []
            if not found:
                raise ValueError(
                    explain(
                        f"wrt names {path!r}, which holds no number",
                        self._where,
                        f"a parameter, or a path into one, such as {_example_path(self.arguments)}",
                    )
                )
        numbers = [leaf for path in self._options.wrt for leaf in leaves(part_at(places, path))]
        if len(set(numbers)) < len(numbers):
            raise ValueError(
                explain(
                    f"wrt names {max(numbers, key=numbers.count)} twice: {self._options.wrt}",
                    self._where,
                    "paths that do not lie in one another",
                )
            )
        return self._options.wrt


def _path(path: str, _: Any) -> str:
    return path


def _structural_zero(tangent: Any) -> Any:
    return ZERO if type(tangent) in (int, float) and tangent == 0 else tangent


def _evaluated(graph: Graph, args: Sequence[Any]) -> Any:
    known = dict(zip(leaves(graph.inputs), leaves(structure_of(list(args))), strict=True))
    values = evaluate(leaves(graph.outputs), known)
    return value_of(refilled(graph.outputs, values))


def _example_path(arguments: Mapping[str, Any]) -> str:
    return ", ".join(repr(name) for name, given in arguments.items() if leaves(given)) or "none"


def _are_floats(values: Sequence[Any], count: int) -> bool:
    """Whether the values are that many floats. It is asked at every call: the sum of floats is a
    float, and quicker to find than their types; ints and bools among them count as such."""
    if len(values) != count or not count or type(values[0]) is not float:
        return False
    try:
        return type(sum(values)) is float
    except (TypeError, ValueError, OverflowError):
        return False


class Compiled:
    """A function with its derivative. Call it for the value; see `jvp`, `kernel`, `source`.

    The attributes are those of the `Lowered` that was called or lowered last; before any, of the
    one whose arguments are numbers (or the defaults that are none).
    """

    def __init__(self, function: Callable[..., Any] | Graph, options: Options) -> None:
        self._options = options
        self._lock = threading.RLock()
        self._function: Callable[..., Any] | None = None
        self._lowered: dict[Any, Lowered] = {}
        self._plain: Lowered | None = None  # the one whose arguments are all floats
        self._last: Lowered | None = None
        if isinstance(function, Graph):
            self.__name__ = self.__qualname__ = function.verify().name
            names = [
                inspect.Parameter(n, inspect.Parameter.POSITIONAL_OR_KEYWORD)
                for n in function.inputs
            ]
            self.__signature__ = inspect.Signature(names)
            self._add(function, map_leaves(lambda _: 0.0, function.inputs))
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
        self._arrays = options.target.name == "python"  # in numpy, an array is a number
        fixed = {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD}
        kinds = [p.kind for p in self.__signature__.parameters.values()]
        self._arity = len(kinds) if fixed.issuperset(kinds) else -1  # -1: arguments must be bound
        self._check_names("static", options.static)
        self._check_names("wrt", options.wrt or ())

    # -- one structure

    def lower(self, *args: Any, **kwargs: Any) -> Lowered:
        """The function compiled for arguments like these, which are not computed with.

        Raises TypeError for what is neither a number, a container of numbers, nor static.
        """
        return self._found(self._bound(args, kwargs))[0]

    @property
    def lowered(self) -> Lowered:
        """What was called or lowered last; before any, the function of numbers."""
        if self._last is None:
            self._found(self._assumed())
        assert self._last is not None
        return self._last

    kernel = property(lambda self: self.lowered.kernel, doc=Lowered.kernel.__doc__)
    source = property(lambda self: self.lowered.source, doc=Lowered.source.__doc__)
    graph = property(lambda self: self.lowered.graph, doc=Lowered.graph.__doc__)
    trace = property(lambda self: self.lowered.trace, doc=Lowered.trace.__doc__)
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
        if plain is not None and not kwargs and _are_floats(args, self._arity):
            return plain.run(plain.primal, args)
        if kwargs or len(args) != self._arity:
            args = self._bound(args, kwargs)
        lowered, traced = self._found(args)
        return lowered.inline(args) if traced else lowered.call(args)

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
                if _are_floats(args, plain.count):
                    return plain.run(plain.program, args)  # type: ignore[no-any-return]
            if len(primals) == self._arity:
                lowered, traced = self._found(primals)
                if not traced and [*map(key_of, tangents)] == lowered.tangent_keys:
                    return lowered.jvp(primals, tangents)
        return self._unusual_jvp(primals, tangents)

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
        if not self._lowered:
            self._found(self._assumed())
        graphs = [(one.arguments, dumps(one.trace)) for one in self._lowered.values()]
        return _restored, (graphs, self._options, parameters, names)

    # -- which structure

    def _bound(self, args: Sequence[Any], kwargs: dict[str, Any]) -> tuple[Any, ...]:
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

    def _found(self, values: Sequence[Any]) -> tuple[Lowered, bool]:
        """The Lowered for these values, made if there is none; and whether they are traced."""
        found: Lowered | None = None
        if self._arrays and not self._options.static:
            try:
                found = self._lowered.get(tuple(map(key_of, values)))
            except TypeError:  # something unhashable, which `abstract` names
                found = None
            if found is not None:
                self._last = found
                return found, False
        given = {
            name: abstract(name, value, name in self._options.static, self._arrays)
            for name, value in zip(self.__signature__.parameters, values, strict=True)
        }
        traced = any(isinstance(leaf, Operand) for leaf in leaves(given))
        given = map_leaves(lambda _: 0.0, given)
        with self._lock:
            found = self._lowered.get(tuple(map(key_of, given.values())))
            if found is None:
                found = self._added(given)
        self._last = found
        if not traced and found.all_given and not self._options.static:
            self._plain = found if _are_floats(values, self._arity) else self._plain
        return found, traced

    def _added(self, given: dict[str, Any]) -> Lowered:
        if self._function is None:
            known = [outline(tuple(one.arguments.values())) for one in self._lowered.values()]
            raise TypeError(
                explain(
                    f"{self.__name__} has no function to trace for these arguments",
                    describe(here()),
                    f"arguments as those it was made for: {'; '.join(known)}",
                )
            )
        return self._add(self._function, given)

    def _add(self, function: Callable[..., Any] | Graph, given: dict[str, Any]) -> Lowered:
        lowered = Lowered(function, given, self._options, self._where())
        self._lowered[lowered.key] = lowered
        return lowered

    def _assumed(self) -> list[Any]:
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
            elif parameter.kind is parameter.VAR_POSITIONAL or name in self._options.static:
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

    def _check_names(self, option: str, paths: Sequence[str]) -> None:
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
        for what, given in (("primals", primals), ("tangents", tangents)):
            if not isinstance(given, Sequence) or isinstance(given, str):
                raise TypeError(
                    explain(
                        f"{what} is a {type(given).__name__} ({given!r:.40})",
                        describe(here()),
                        f"a tuple: {self.__name__}.jvp((x,), (dx,))",
                    )
                )
        values = self._positional(primals, tangents)
        lowered, traced = self._found(values)
        tangents = self._gathered(lowered, tangents)
        if len(tangents) != len(lowered.wrt):
            self._miscounted(primals, tangents, lowered.wrt)
        for path, primal, tangent in zip(lowered.wrt, lowered.tangents, tangents, strict=True):
            given = abstract(f"d{path}", tangent, False, self._arrays)
            traced = traced or any(isinstance(leaf, Operand) for leaf in leaves(given))
            given = map_leaves(lambda _: 0.0, given)
            if key_of(given) != key_of(primal):
                raise TypeError(
                    explain(
                        f"the tangent of {path} is {outline(tangent)}",
                        describe(here()),
                        f"the structure of {path}: {outline(primal)}",
                    )
                )
        if traced:
            return lowered.inline_jvp(values, tangents)
        return lowered.jvp(values, tangents)

    def _positional(self, primals: Sequence[Any], tangents: Sequence[Any]) -> tuple[Any, ...]:
        """A value for each parameter; those that only keywords give in a call stand here too."""
        kinds = [p.kind for p in self.__signature__.parameters.values()]
        if len(primals) == len(kinds) and inspect.Parameter.VAR_POSITIONAL not in kinds:
            return tuple(primals)
        try:
            return self._bound(primals, {})
        except TypeError:
            self._miscounted(primals, tangents, self._options.wrt)

    def _gathered(self, lowered: Lowered, tangents: Sequence[Any]) -> Sequence[Any]:
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


def _restored(
    graphs: Sequence[tuple[dict[str, Any], str]],
    options: Options,
    parameters: Sequence[tuple[str, int, bool, Any]],
    names: dict[str, str],
) -> Compiled:
    """A Compiled from its pickle: of its graphs, and with no Python function."""
    compiled = Compiled(loads(graphs[0][1]), options._replace(wrt=None, static=()))
    compiled._options, compiled._lowered = options, {}
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
    for arguments, text in graphs:
        compiled._last = compiled._add(loads(text), arguments)
    compiled.__dict__.update(names)
    return compiled
