"""One function compiled for one structure of arguments.

In: a Python function, a Graph, or such a function and a Request for a derivative of it; the
structure of its arguments. Out: `Specialized`, with its programs. A room of its own because a
derivative is compiled like any function, and the caches of `compiled` hold nothing else.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import operator
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from lazyad.arrays.forms import form_of
from lazyad.arrays.guards import guarded
from lazyad.arrays.widths import narrowed
from lazyad.codegen import memory_of
from lazyad.derivatives import (
    Limits,
    Request,
    at_single_points,
    differentiate,
    note_of_loops,
    push_forward,
    warn_of_bisections,
    warn_of_single_points,
)
from lazyad.dual import Dual
from lazyad.emit.targets import find_target
from lazyad.graph import INPUT, Graph, Node
from lazyad.operators import Operand
from lazyad.passes import AFTER_DERIVATION, AS_READ, READINGS, Pass, optimize, replaced
from lazyad.run.doors import door
from lazyad.run.forms import form_given, narrow
from lazyad.run.interpreted import arrays_on, by_own_rules, value_on, with_zeros
from lazyad.run.program import MARGINS, OF_GRADIENTS, Options, Program, Road, collector_paused
from lazyad.run.steps import look_at
from lazyad.show.ledger import Report, Stages, ledger
from lazyad.tracing import trace
from lazyad.tracing.arguments import abstract, function_name, passed, signature_of
from lazyad.tracing.control.branches import OTHERWISE, has_guards, is_unexplored
from lazyad.tracing.digits import beyond, divides
from lazyad.tracing.large import warn_of_large_calls
from lazyad.tracing.reads import Reads
from lazyad.values.errors import is_explained, refused, told
from lazyad.values.origin import by_numpy, describe, kept, state
from lazyad.values.progress import doing
from lazyad.values.sparsity import Sparsity
from lazyad.values.structure import (
    Elements,
    Form,
    NumpyFloat,
    Static,
    as_floats,
    containers,
    key_of,
    leaves,
    map_leaves,
    map_paths,
    outline,
    part_at,
    plain_key,
    sampled,
    structure_of,
    variable_name,
)

T = TypeVar("T")
_MISSING: Any = object()  # what has not been made
if TYPE_CHECKING:
    from inspect import Signature
    from pathlib import Path

    from lazyad.emit.memory import Peak

MOST_CALLS = 32  # whose ways are explored, each at the cost of a new trace
TRIED = ("markowitz", "fill", "reverse", "forward")
_WORDS = {
    "grad": "gradient",
    "jacobian": "Jacobian",
    "hessian": "Hessian",
    "taylor": "Taylor coefficients",
    "jvp": "tangents",
    "vjp": "cotangents",
    "hvp": "product with the Hessian",
}


# What JAX raises where a truth is asked of a value that it traces.
_TRUTHS = {"TracerBoolConversionError", "ConcretizationTypeError"}

_OF_TRACE = (
    "stable output_key has_guards captures warned _build_matrix _divides"  # what is kept of one
)
_SHOWN = r"<(input .*|\w+\(.*\))>"


class _Shown(Generic[T]):
    """What `Compiled` has by that name: it is the shown program's."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._get: operator.attrgetter[T] = operator.attrgetter(f"shown.{name}")

    def __get__(self, instance: Any, owner: type | None = None) -> T:
        return self._get(instance)


class Specialized:
    """A function compiled for one structure of arguments, or the derivative of one.

    `primal` is the program of the value alone, which a call runs; `program` is that of value and
    tangent. The other attributes are about the latter; those of a derivative about its value.
    """

    def __init__(
        self,
        function: Callable[..., Any] | Graph | Specialized,
        arguments: Mapping[str, Any],
        options: Options,
        where: str,
        request: Request | None = None,
    ) -> None:
        self._function = function
        self.base = function if isinstance(function, Specialized) else None
        self.request = request
        self.options = options
        self._where = where
        self.arguments = dict(arguments)  # the structure of each, with 0.0 for its numbers
        # In another trace a number may be many points, which the trace of one number knows not.
        self.points = state.pointwise
        self.key = (self.points, *map(key_of, self.arguments.values()))
        self._given = [type(value) is not Static for value in self.arguments.values()]
        self.all_given = all(self._given)
        self._lock = threading.RLock()
        self._graph: Graph | None = function if isinstance(function, Graph) else None
        given = options.wrt
        # What the trace read by names; where that is another value now, this is out of date.
        self.reads: Reads = self.base.reads if self.base else Reads()
        self._calls: list[Sequence[Any]] = []  # whose ways are explored first
        self.settled = False  # whether it is known to count with no argument; asked at every call
        self.used = 0  # when it was called last, by the count of `compiled`
        self.wrt = self._default_wrt() if given is None else self.checked_wrt(given)
        parts = [part_at(self.arguments, path) for path in self.wrt]
        self.tangents = [*map(sampled, parts)]
        self.tangent_keys = [key_of(tangent) for tangent in self.tangents]
        given_as = [*self.arguments.values()]
        # Whether a call may hand over what is not Python's own numbers.
        self.foreign = bool(_arrays(given_as)) or NumpyFloat in map(type, leaves(given_as))
        self._begin()
        self.sparse = request is not None and request.sparse

    def _begin(self) -> None:
        """Its programs, of which nothing is made yet."""
        options = self.options
        self.engine: Any = None  # what computes it at many points, if that was asked for
        self.machine: Any = None  # the machine code of that
        self.few: Any = NotImplemented  # the short way to it, once that was looked for
        self._door: Any = _MISSING  # the quick way into its kernel, or None
        self.program = self._of_tangents()
        if self.base and self.request:
            self.primal = self.shown = _derivative(self.base, self.request)
        else:
            self.primal = Program([Road("", lambda _: iter(self.stable))], options)
            self.shown = self.program

    def _of_tangents(self) -> Program:
        economise = AS_READ if self.options.economise else ()
        return Program([Road("", self._derive_stages)], self.options, None, economise)

    def _again(self) -> Program:
        """What is shown as a program of which no step has been taken yet, by the order that was
        found to be the cheapest."""
        if self.base and self.request and self.shown is not self.base.program:
            order = self.shown.chosen.road.order
            return _derivative(self.base, self.request._replace(order=order))
        return (self.base or self)._of_tangents()

    def __repr__(self) -> str:
        given = ", ".join(f"{name}: {outline(part)}" for name, part in self.arguments.items())
        return f"<lazyad.compile({self.name}) for {given}>"

    def __reduce__(self) -> tuple[Any, ...]:
        function = self.base or self.trace
        return Specialized, (function, self.arguments, self.options, self._where, self.request)

    @property
    def _undecorated(self) -> Specialized:
        """Itself, or of a derivative that of the function which the user wrote."""
        found = self
        while found.base:
            found = found.base
        return found

    @property
    def traced(self) -> bool:
        """Whether the function was traced for these arguments."""
        return self._undecorated._graph is not None

    def asked_kinds(self, given: Callable[[], bool]) -> set[str]:
        """The parameters of which the function asks if they are ints, and one is given; that is
        looked for only where it matters."""
        traced = self._undecorated
        if traced._graph is not None and not traced.reads.asks_kinds:
            return set()
        return parameters_of(traced.reads.asks_kinds) if given() and traced.trace else set()

    @functools.cached_property
    def _divides(self) -> bool:
        return divides(self.trace)

    def beyond(self, given: Callable[[], Mapping[str, float]]) -> Node | None:
        """What divides an int of more digits than a float has, where these parameters are ints so
        large, which is looked for only where it matters."""
        traced = self._undecorated
        if (traced._graph is None or traced._divides) and (sizes := given()):
            with contextlib.suppress(Exception):  # whoever goes on with these arguments sees it
                return beyond(traced.trace, sizes) if traced._divides else None
        return None

    def counted(self) -> set[str]:
        """The parameters that the function counts or indexes with, once it has been traced; it may
        have been refused for that."""
        traced = self._undecorated
        with contextlib.suppress(Exception):  # whoever goes on with these arguments sees it
            assert traced.trace
        self.settled = traced.settled
        return parameters_of(traced.reads.counts)

    @property
    def is_refused(self) -> bool:
        """Whether the function cannot be traced for these arguments."""
        try:
            return not self._undecorated.trace
        except Exception:  # whoever goes on with these arguments sees it
            return True

    # -- what users read

    @property
    def name(self) -> str:
        """The function's name, for the programs that are made of it."""
        if isinstance(self._function, Graph):
            return self._function.name
        if self.base and self.request:
            return f"{self.base.name}_{self.request.name}"
        return function_name(self._function)

    @property
    def trace(self) -> Graph:
        """The function as it was traced; of a derivative, its Graph before the passes."""
        with self._lock:
            if self._graph is None and self.base:
                self._graph = self.primal.derived
            if self._graph is None:
                assert not isinstance(self._function, Graph)
                whole = self.options.target.whole
                points = self.points or not self.options.target.lazy
                points = points and not whole
                with doing(f"tracing {self.name}"), collector_paused(), kept(points, whole):
                    self._graph = trace(
                        self._function,
                        self.arguments,
                        self.options.paths,
                        self.reads,
                        self.options.loops,
                        self._calls,
                        whole,
                    )
                    if whole:
                        self._graph = guarded(self._graph)
                    if self.options.dtype == "float32":
                        self._graph = narrowed(self._graph)
                    for node in self._graph.nodes if whole else ():
                        form_of(node)
                    if not whole:
                        warn_of_large_calls(self._graph)
                    if state.session is None:  # otherwise it may close over the outer one's values
                        self._graph.verify()
                self.settled = not self.reads.counts
            return self._graph

    @functools.cached_property
    def stable(self) -> list[tuple[str, Graph]]:
        """The trace, and what those passes left of it that run before differentiation."""
        return [("trace", self.trace), *_changes(self.trace, self.options.before)]

    @functools.cached_property
    def output_key(self) -> Any:
        """The key of what the function returns."""
        return plain_key(self.trace.outputs)

    @functools.cached_property
    def has_guards(self) -> bool:
        """Whether there are ways that are not explored, or return another structure."""
        return has_guards(self.trace)

    @functools.cached_property
    def captures(self) -> bool:
        """Whether the function closes over traced values of a function that is being traced."""
        given = set(leaves(self.trace.inputs))
        return any(node.op is INPUT and node not in given for node in self.trace.nodes)

    kernel: _Shown[Callable[..., Any]] = _Shown()
    source: _Shown[str] = _Shown()
    llvm: _Shown[str] = _Shown()
    assembly: _Shown[str] = _Shown()
    graph: _Shown[Graph] = _Shown()

    def memory(self) -> Peak:
        """See `Compiled.memory`."""
        return memory_of(self.graph, self.options.target)

    def stages(self) -> Stages:
        """(name, graph) for the trace, `derive`, `legalize`, and each pass; a derivative
        is derived of a `clean` graph, and `economise` is what becomes of its own sums."""
        return self.shown.stages()

    def report(self) -> Report:
        """The ledger of the stages: Nodes and operations before and after, what was removed; of a
        derivative the order taken, and the operations by each order and of the function alone;
        the conditions whose derivative is that of a single point; the steps, such as `round`, whose
        derivative is 0; how loops are differentiated; and the data that the trace read by names."""
        return Report(ledger(self.stages()), self.notes())

    def notes(self) -> list[str]:
        """What the report says below its table."""
        written = self._undecorated.trace
        notes = [
            f"note: at {describe(origin)}: where both are equal, the derivative is that of the"
            " branch taken there, which may not be the function's"
            for origin in at_single_points(written)
        ]
        notes += [
            f"note: at {describe(node.origin)}: the derivative of {node.op.name} is 0"
            for node in written.nodes
            if node.op.step
        ]
        stable = replaced(written, self.options.before)
        notes += [f"note: at {describe(one.before.origin)}: {one}" for one in stable]
        if self.base and self.request:
            cleaned = dict(self.primal.stages()).get("clean", written)
            note = note_of_loops(cleaned, self.request, _wrt(self.base, self.request))
            notes += [f"note: {note}"] if note else []
        read = [f"read: {label} = {value!r:.60}" for label, value in self.reads]
        both = (self.base.primal.graph, self.graph) if self.base else ()
        counts = [f"{graph.name} {graph.operations.total()}" for graph in both]
        sizes = [f"operations: {', '.join(counts)}"] * bool(both)
        return [*self.shown.notes(), *sizes, *dict.fromkeys(notes), *read]

    def page(self, path: str | os.PathLike[str]) -> Path:
        """Write the page of all stages to that path: see `Compiled.page`."""
        from lazyad.show.lineage import followed  # they take time, and most programs show none
        from lazyad.show.page import page, write

        stages = followed(self._again().stages())
        code = getattr(self._undecorated._function, "__code__", None)
        source = self.shown.emitted(stages[-1].graph)
        file = _path(path, "out.html")
        return write(file, page(stages, source, self.notes(), [code] if code else []))

    def export(
        self,
        path: str | os.PathLike[str],
        derivatives: str | Sequence[str] = (),
        *,
        standalone: bool = False,
        points: Sequence[Any] = (),
    ) -> None:
        """Write a file: see `Compiled.export`."""
        from lazyad.run.files import Programs, write_file  # they too

        known = {"": self.shown, "kernel": self.program, "value": self.primal}
        programs = Programs(known, self.derived, self.options)
        function = self._undecorated._function
        written = None if isinstance(function, (Graph, Specialized)) else function
        points = [*points, *self._undecorated._calls]
        file = _path(path, "kernel.py")
        write_file(file, derivatives, programs, written, standalone=standalone, points=points)

    def of_points(self) -> Specialized:
        """The same by NumPy's rules, traced where each number is many points: a loop of it goes on
        until all of them have left it."""
        function = self.base.of_points() if self.base else self._function
        options = self.options._replace(target=find_target("numpy"))
        return Specialized(function, self.arguments, options, self._where, self.request)

    def derived(self, request: Request) -> Program:
        """The program of a derivative of it."""
        return _derivative(self, request)

    @property
    def sparsity(self) -> Sparsity:
        """Where the entries of a sparse matrix are. Raises TypeError for any other function."""
        if not self.sparse:
            instead = "jacobian(f, sparse=True) or hessian(f, sparse=True)"
            raise refused(TypeError, f"{self.name} returns no sparse matrix", instead)
        found: Sparsity = containers(self.trace.outputs)[-1].sparsity
        return found

    # -- what runs

    def __call__(self, *values: Any) -> Any:
        """The value, from one value for each parameter.

        Raises TypeError for arguments of another structure.
        """
        arrays, whole = self.options.target.lazy, self.options.target.whole
        fixed = [not given for given in self._given]
        tensors = self.options.target.lower is not None
        if self.options.dtype == "float32":
            values = tuple(map(narrow, values))
        rows = zip(self.arguments, values, fixed, strict=False)
        given = [abstract(name, value, static, arrays, tensors) for name, value, static in rows]
        if whole:
            given = [sampled(one, form_given) for one in given]
        key = key_of if whole else plain_key
        keys = [*map(key, self.arguments.values())]
        if [*map(key, given)] != keys or len(given) != len(values):
            known = outline(tuple(self.arguments.values()))
            what = f"{self.trace.name} was lowered for {known}, not {outline(values)}"
            instead = "arguments of that structure, or the function itself, which takes any"
            raise refused(TypeError, what, instead)
        return self.call(values if whole else [*map(as_floats, values)])

    def call(self, values: Sequence[Any]) -> Any:
        """The value, from one value for each parameter."""
        result = self.run(self.primal, values if self.all_given else self.dynamic(values))
        if not self.sparse:
            return result
        if type(result) is tuple:  # the value, and the nonzero entries
            return result[0], self._build_matrix(result[1])
        return self._build_matrix(result)

    def door(
        self, otherwise: Callable[..., Any], signature: Signature, spread: int = 0
    ) -> Callable[..., Any] | None:
        """The quick way into its kernel, see `lazyad.run.doors`; the arguments are the kernel's
        own, or of a product tuples of these."""
        found: Callable[..., Any] | None = self._door
        if found is _MISSING:
            arguments = [*self.arguments.values()]
            if spread:
                own = len(self.base.arguments) if self.base else 0
                rest = arguments[own:]
                arguments = [tuple(arguments[:own]), *([tuple(rest)] if spread > 1 else rest)]
            # Directions, which are stacked; those of whole arrays are one array.
            several = (
                spread and self.request and self.request.size and not self.options.target.whole
            )
            quick = self.all_given and not self.sparse and not several
            kernel, graph = self.primal.ready(), self.primal.graph
            given = kernel, graph, arguments, self.reads, otherwise
            text = self.primal.source if self.options.target.name == "python" else ""
            options: dict[str, Any] = {"signature": signature, "spread": spread, "text": text}
            found = self._door = door(*given, **options, where=self._where) if quick else None
        return found  # whatever another thread forgets meanwhile

    def run(self, program: Program, args: Sequence[Any]) -> Any:
        """Call the program's kernel; an exception of it gets the user's lines."""
        kernel = program.run or program.ready()
        try:
            return kernel(*args)
        except Exception as error:
            failure = error
        return self.failed(program, failure, args)  # out of the clause: no context

    def inline(self, values: Sequence[Any]) -> Any:
        """The value on Nodes (inside another function's trace) or on Duals."""
        if self.sparse:
            what = f"the sparse matrix of {self.name} was asked for inside a traced function"
            raise refused(TypeError, what, "the dense one, without sparse=True")
        values = self.dynamic(values)
        if self.base and self.request and self.request.what == "jvp":
            values = with_zeros(values, len(self.base.wrt))
        if self.options.target.whole and not state.whole:
            what = f"{self.name}, which keeps arrays whole, was called inside a trace of numbers"
            raise refused(TypeError, what, f"target={self.options.target.name!r} there as well")
        result = (arrays_on if state.whole else value_on)(self.trace, values)
        if state.session is not None:  # what it read, the function around it reads
            state.session.reads.extend(self.reads)
        return result

    @functools.cached_property
    def _build_matrix(self) -> Callable[[Any], Any]:
        return self.sparsity.builder()

    def failed(self, program: Program, error: Exception, args: Sequence[Any]) -> Any:
        """A kernel raised. What it comes to by the rules of the user's own numbers; if that is an
        exception, name the user's line, or the argument that is no number."""
        traced = any(isinstance(leaf, Operand) for leaf in leaves(structure_of(list(args))))
        if isinstance(error, TypeError) and traced:
            what = f"{self.trace.name}, compiled for NumPy arrays, was called on a traced value"
            instead = "the undecorated function, or target='python'"
            raise refused(TypeError, what, instead) from error
        if type(error).__name__ in _TRUTHS:
            where = "; ".join(program.lines_of(error))
            what = f"{self.trace.name} asks the truth of an array, or raises, where JAX traces it"
            instead = "np.where, and la.scan with a fixed length; or a call outside of jax.jit"
            raise refused(TypeError, what, instead, where) from error
        otherwise = isinstance(error, NotImplementedError) and str(error).startswith(OTHERWISE)
        if is_unexplored(error) or otherwise:
            if self.explore_from(args, MOST_CALLS, otherwise):
                return self.run(self.primal, args)
            if len(self._undecorated._calls) >= MOST_CALLS:
                what = f"{MOST_CALLS} calls took ways of their own, and this one takes yet another"
                where = str(error).partition("\n  where: ")[2].partition("\n")[0]
                instead = "lazyad.where for what branches there, lazyad.trunc(x) for int(x)"
                raise refused(NotImplementedError, what, instead, where) from error
        explained, lazy, ruled = is_explained(error), self.options.target.lazy, error
        of_numbers = not self.options.target.whole and (lazy or {float}.issuperset(map(type, args)))
        graph = program.graph
        if isinstance(error, (ArithmeticError, ValueError, IndexError)) and of_numbers:
            try:
                return by_own_rules(graph, args, wide=bool(self.options.before))
            except Exception as own:
                ruled = own
            if isinstance(ruled, NotImplementedError):  # what is computed before it is asked raised
                return self.failed(program, ruled, args)
        shows = re.search(_SHOWN, str(error))  # a message that was made of traced numbers
        asks = isinstance(error, TypeError) if explained else shows or (lazy and not self.points)
        raised = self._own_error(args) if asks else None
        if raised is not None and _held(raised) != _held(error):
            raise raised
        if shows and raised is None and not explained:
            what = f"a text was made of a traced number, and read ({error!s:.60})"
            instead = "arithmetic on the number itself, such as round(x, 2) or a comparison"
            where = "; ".join(program.lines_of(error)) or self._where
            raise refused(TypeError, what, instead, where) from error
        if raised is None and ruled is not error:
            same = type(ruled) is type(error) and str(ruled) == str(error)
            if same:
                self._as_traced(args)
            if not same or any(by_numpy(node.origin) for node in graph.nodes):
                raise ruled from None
        program.explain_failure(error)
        raise error

    def debug(self, values: Sequence[Any]) -> Any:
        """The value, computed one operation after the other, and the tangent where all numbers grow
        by one. See `Compiled.debug`."""
        target = self.options.target
        if not target.lazy:
            what = f"debug follows numbers, and the target {target.name!r} computes arrays"
            raise refused(
                TypeError, what, "target='python', where arrays have elements", self._where
            )
        args = values if self.all_given else self.dynamic(values)
        look_at(self.primal, args)
        if not self.request:
            ones = [map_leaves(lambda _: 1.0, tangent) for tangent in self.tangents]
            look_at(self.program, [*args, *ones])
        return self.call(values)

    def follow(self, values: Sequence[Any]) -> None:
        """A call with these values, one for each parameter, is the first, or those before it were
        refused: its way comes first."""
        traced = self._undecorated
        with traced._lock:  # not while another thread traces its own call
            if traced._graph is None:
                traced._calls.clear()
                self.explore_from(self.dynamic(values), 1)

    def explore_from(self, args: Sequence[Any], most: int, first: bool = False) -> bool:
        """Explore the way that a call takes as well, from now on; no more than so many. All ways
        return what the first one does."""
        traced = self._undecorated
        can = self.options.target.lazy and not isinstance(traced._function, (Graph, Specialized))
        if not can or self.points or len(traced._calls) >= most:
            return False
        own = [*args][: sum(traced._given)]  # directions come after the function's own
        with traced._lock:
            traced._calls.insert(0 if first else len(traced._calls), own)
            one: Specialized | None = self
            while one is not None:
                one._graph = None
                for name in _OF_TRACE.split():
                    one.__dict__.pop(name, None)
                one._begin()
                one = one.base
        return True

    def _own_error(self, args: Sequence[Any]) -> Exception | None:
        """What the function itself raises there, if it does: it may hold more than a message, a
        clause may make another error of it, and what comes first fails first."""
        traced = self._undecorated
        function = traced._function
        if isinstance(function, (Graph, Specialized)):
            return None
        given = iter(copy.deepcopy([*args]))  # which it may change, and a kernel does not
        parts = traced.arguments.items()
        arguments = {n: p.value if type(p) is Static else next(given) for n, p in parts}
        values, keywords = passed(signature_of(function), arguments)
        try:
            function(*values, **keywords)
        except Exception as own:
            return own
        return None

    def _as_traced(self, args: Sequence[Any]) -> None:
        """What the function's own operations say, if they can: of a power, which may have become a
        root by now, that it is no real number."""
        graph = self._undecorated.trace
        try:
            by_own_rules(graph, args[: len(graph.inputs)])
        except Exception as own:
            if is_explained(own):
                raise own from None

    def dynamic(self, values: Sequence[Any]) -> list[Any]:
        """The values without those that are fixed into the program."""
        return [value for value, given in zip(values, self._given, strict=True) if given]

    def _derive_stages(self, _: float) -> Iterator[tuple[str, Graph]]:
        yield from self.warned
        graph = self.warned[-1][1]
        if self.options.target.whole:
            from lazyad.derivatives.whole import push_forward_arrays  # most programs have none

            yield "clean", (graph := _cleaned(graph, self.options))
            yield "derive", push_forward_arrays(graph, self.wrt)
            return
        yield "derive", push_forward(graph, self.wrt)

    @functools.cached_property
    def warned(self) -> list[tuple[str, Graph]]:
        """The stages to what is derived, after a warning of choices on `x == c` in the trace."""
        if not self.base:
            warn_of_single_points(self.trace)
            warn_of_bisections(self.trace)
        return self.stable

    def _default_wrt(self) -> tuple[str, ...]:
        """The parameters that hold numbers; of a Graph's inputs, those made with a gradient."""
        inputs = self._graph.inputs if self._graph else {}
        duals = {name: getattr(node, "payload", None) for name, node in inputs.items()}
        fixed = {n for n, dual in duals.items() if isinstance(dual, Dual) and not dual.dual}
        return tuple(n for n, g in self.arguments.items() if _moves(g) and n not in fixed)

    def checked_wrt(self, paths: Sequence[str]) -> tuple[str, ...]:
        """The paths, if each leads to numbers of its own; a ValueError in three parts if not."""
        places = {n: map_paths(lambda path, _: path, p, n) for n, p in self.arguments.items()}
        for path in paths:
            try:
                found = leaves(part_at(self.arguments, path))
            except KeyError:
                found = []
            if not found:
                what = f"wrt names {path!r}, which holds no number"
                holding = [repr(name) for name, given in self.arguments.items() if leaves(given)]
                called = variable_name(path)
                alike = [p for p in leaves([*places.values()]) if variable_name(p) == called]
                such = (alike and repr(alike[0])) or ", ".join(holding) or "none"
                instead = f"a parameter, or a path into one, such as {such}"
                raise refused(ValueError, what, instead, self._where)
        numbers = [leaf for path in paths for leaf in leaves(part_at(places, path))]
        if len(set(numbers)) < len(numbers):
            what = f"wrt names {max(numbers, key=numbers.count)} twice: {tuple(paths)}"
            raise refused(ValueError, what, "paths that do not lie in one another", self._where)
        return tuple(paths)


def _held(error: BaseException | None) -> Any:
    """What tells an exception from another one."""
    if error is None:
        return None
    around = _held(error.__cause__), _held(error.__context__)
    return type(error), repr(error), repr(vars(error)), *around


def parameters_of(names: Iterable[str]) -> set[str]:
    """The parameters that these inputs are of."""
    return {re.split(r"[.\[]", name)[0] for name in names}


def _changes(graph: Graph, passes: Sequence[Pass]) -> list[tuple[str, Graph]]:
    """What each of the passes that changes the graph leaves of it."""
    stages = []
    for one in passes:
        if (new := one(graph)) is not graph:
            stages.append((one.__name__, graph := new))
    return stages


def _cleaned(graph: Graph, options: Options) -> Graph:
    """The graph after the passes that hide nothing from its derivative."""
    return optimize(graph, [p for p in options.passes if p not in AFTER_DERIVATION])


def _derivative(base: Specialized, request: Request) -> Program:
    """The program of what was asked for, by the cheapest order that is tried."""
    if request.what == "jvp" and not request.size:
        return base.program
    options = base.options
    wrt = _wrt(base, request)
    what = f"{'value and ' * request.value}{_WORDS[request.what]} of {base.name}"
    if options.target.whole:
        return _of_arrays(base, request, wrt, what)

    @functools.cache  # for all the orders
    def prepared() -> tuple[list[tuple[str, Graph]], Callable[[Any], Graph]]:
        cleaned = functools.partial(_cleaned, options=options)
        return differentiate(
            base.warned, request, wrt, cleaned, lambda graph: _changes(graph, options.before)
        )

    limits = Limits()

    def road(order: str) -> Road:
        def stages(most: float) -> Iterator[tuple[str, Graph]]:
            before, made = prepared()
            yield from before
            yield "derive", made(limits.at_most(most, order))

        return Road(order, stages)

    orders: Sequence[str] = [request.order] if request.order else TRIED
    if request.order == "search":
        orders = (*TRIED, "search")  # the others may be cheaper once the passes have run
    if request.what == "taylor":
        orders = ("forward",)  # and no other
    economise = READINGS if options.economise else ()
    margins = OF_GRADIENTS if request.what == "grad" else MARGINS
    roads = [road(order) for order in orders]
    return Program(roads, options, what, economise, margins, forget=prepared.cache_clear)


def _of_arrays(base: Specialized, request: Request, wrt: tuple[str, ...], what: str) -> Program:
    """The program of a derivative of whole arrays, which has one order: that of its rows."""
    from lazyad.derivatives.whole import derive_arrays  # most programs have none

    def stages(_: float) -> Iterator[tuple[str, Graph]]:
        yield from base.warned
        yield "clean", (graph := _cleaned(base.warned[-1][1], base.options))
        yield "derive", derive_arrays(graph, request, wrt)

    return Program([Road("", stages)], base.options, what)


def _wrt(base: Specialized, request: Request) -> tuple[str, ...]:
    """The paths to differentiate in. An array without elements has a derivative, but no tangent."""
    if request.wrt is not None:
        return base.checked_wrt(request.wrt)
    if base.options.wrt is not None:
        return base.wrt
    empty = {n for n, given in base.arguments.items() if not all(a.items for a in _arrays(given))}
    return tuple(name for name in base.arguments if name in base.wrt or name in empty)


def _moves(structure: Any) -> bool:
    """Whether a tangent may be given: it holds numbers, and not ints alone that index."""
    found = leaves(structure)
    return any(type(leaf) is not Form or leaf.kind.startswith("float") for leaf in found)


def _arrays(structure: Any) -> list[Elements]:
    return [one for one in containers(structure) if type(one) is Elements]


def _path(given: Any, like: str) -> str:
    """Where a file is to be written."""
    if not isinstance(given, (str, os.PathLike)):
        raise refused(TypeError, f"a file's path is {told(given)}", f"a text such as {like!r}")
    return os.fspath(given)
