"""A program: one emitted function, and the road to it.

In: the stages before the passes, and what `compile` was asked for. Out: the optimized graph, its
source, its kernel and the ledger. A room of its own because every kind of derivative is a program
with another first half of the road.
"""

from __future__ import annotations

import gc
import itertools
import math
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from lazyad.codegen import Source, emit
from lazyad.derivatives import TooMany, beside, weight
from lazyad.emit.numpy import pointwise
from lazyad.emit.statements import spoken
from lazyad.emit.targets import Target, find_target, legalize
from lazyad.graph import CONST, LOOP, REGIONS, ZERO_OP, Graph, Node, bits, reached
from lazyad.ops import mul
from lazyad.passes import (
    ARRAYS,
    AS_READ,
    LEVELS,
    MOST_FACTORS,
    Pass,
    Reading,
    around_derivation,
    collecting,
    eliminate_dead_duals,
    keeps_roundings,
    optimize,
    run_passes,
)
from lazyad.regions import in_bodies, inside
from lazyad.run.kernels import kernel_of, load_kernel
from lazyad.show.ledger import Report, Stages, ledger
from lazyad.values.errors import refused
from lazyad.values.origin import Place, blame, trail
from lazyad.values.progress import doing
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import Elements, leaves

if TYPE_CHECKING:
    from lazyad.native.kernel import Assembled


class Options(NamedTuple):
    """What `compile` was asked for."""

    wrt: tuple[str, ...] | None
    target: Target
    before: tuple[Pass, ...]  # that run once, of what the user wrote
    passes: tuple[Pass, ...]
    static: tuple[str, ...]
    paths: int
    economise: bool  # the sums and products of derivatives, which nobody wrote
    loops: str  # which are kept
    dtype: str = "float64"  # the width of whole arrays' floats


def with_whole_arrays(options: Options) -> Options:
    """The same where arrays are kept whole; passes of one's own are for numbers alone."""
    given = {*options.before, *options.passes}
    known = [name for name, level in LEVELS.items() if {*level} == given]
    level = ARRAYS[(known or ["safe"])[0]]
    before, rest = around_derivation(level)
    target = find_target("array")
    return options._replace(target=target, before=before, passes=rest, economise=False)


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


class Road(NamedTuple):
    """The stages before the passes, by one order of elimination, which gives up if eliminating
    takes more operations than it is allowed."""

    order: str
    stages: Callable[[float], Iterator[tuple[str, Graph]]]


class Draft(NamedTuple):
    """What a road led to, walked to its end or not yet."""

    road: Road
    derived: Graph  # before it is legalized
    rest: Iterator[Graph]  # forms of ever fewer operations
    graph: Graph  # the last of them


# How much heavier than the lightest a graph may be, to be worth another reading of its factors.
MARGINS = (2.2, 1.35, 1.35, 1.1)
OF_GRADIENTS = (1.35, *MARGINS[1:])  # whose rows are one: what is far behind when clean stays so
BUDGET = 3_000  # Nodes of a kernel whose factors are collected
LARGE = 2_000  # operations; an order that gives more, and no fewer than another, is not optimized


class Program:
    """One emitted function and the road to it, walked when first asked for.

    Of several roads, all are walked and the cheapest is kept; then `forget` lets go of what they
    share. `what` is computed, for the header; `economise` are the readings by which the factors of
    what was derived are collected.
    """

    def __init__(
        self,
        roads: Sequence[Road],
        options: Options,
        what: str | None = None,
        economise: Sequence[Reading] = (),
        margins: Sequence[float] = MARGINS,
        *,
        forget: Callable[[], None] = lambda: None,
    ) -> None:
        self._roads = roads
        self._forget = forget
        self._options = options
        self._what = what
        self._economise = economise
        self._margins = margins
        self._lock = threading.RLock()
        self._chosen: Draft | None = None
        self._tried: dict[str, int | None] = {}  # operations by order; None: not worth it
        self._alike: dict[str, str] = {}  # orders, and those that lead to the same
        self._source: Source | None = None
        self._kernel: Callable[..., Any] | None = None
        self._named = False  # whether it pickles: a name takes as long as the text, calls need none
        # What a call runs, once it is built: the kernel, or what makes it one of many points.
        self.run: Callable[..., Any] | None = None

    def stages(self) -> Stages:
        """(name, graph) for the trace, each transform, and each pass of each round."""
        return Stages(self._walked)

    def _walked(self) -> Iterator[tuple[str, Graph]]:
        road = self._roads[0] if len(self._roads) == 1 else self.chosen.road
        walked = []
        for stage in road.stages(math.inf):
            walked.append(stage)
            yield stage
        derived = walked[-1][1]
        *_, graph = derived, *self._economising(derived, _primal(walked))
        if graph is not derived:
            yield "economise", graph
        yield from self._finished(graph)

    def _finished(self, graph: Graph) -> Iterator[tuple[str, Graph]]:
        """The last stages, the same for whatever was transformed."""
        graph = legalize(graph, self._options.target)
        yield "legalize", graph
        for name, result in run_passes(graph, self._options.passes):
            graph = result
            yield name, graph
        if ZERO_OP in graph.ops:  # no number; a user's passes may leave it
            yield eliminate_dead_duals.__name__, eliminate_dead_duals(graph)

    def _economising(self, graph: Graph, primal: Graph | None) -> Iterator[Graph]:
        """The derivative's sums and products, which nobody wrote, cleaned, and then with ever more
        of their factors collected. What computes the function itself stays, to the last bit. A
        kernel has a tenth of its operations to gain, and a large one takes long to read."""
        large = self._economise is AS_READ and len(graph.nodes) > BUDGET
        if primal is None or not self._economise or large or keeps_roundings(primal.nodes):
            return
        own = set(primal.nodes)
        if LOOP in graph.ops:  # behind a loop that has its tangents too, all of it is made anew
            own.update([one for one in graph.nodes if one.origin and not one.origin.primal])
        used = tuple([node for node in graph.nodes if node in own and node.op not in REGIONS])
        both = graph.part(graph.nodes, (graph.outputs, Elements((len(used),), used)))
        both = optimize(legalize(both, self._options.target), self._options.passes)
        outputs, kept = both.outputs
        graph = both.returning(outputs)
        for better in collecting(graph, reached(kept.items), False, self._economise):
            yield (graph := better)
        if LOOP in graph.ops:
            yield (graph := in_bodies(inside(self._economised), graph))
        if self._economise is AS_READ:
            yield inside(beside)(graph)

    def _economised(self, body: Graph) -> Graph:
        """The same of a round."""
        if keeps_roundings(body.nodes):
            return body
        kept = [node for node in body.nodes if not (node.origin and node.origin.primal)]
        *_, body = body, *collecting(body, reached(kept), False, self._economise)
        return body

    @property
    def chosen(self) -> Draft:
        """The cheapest road, and the graphs it led to."""
        with self._lock:
            if self._chosen is None:
                with collector_paused():
                    self._chosen = self._choose()
            return self._chosen

    @property
    def derived(self) -> Graph:
        """The graph before it is legalized."""
        if len(self._roads) > 1:
            return self.chosen.derived
        *_, (_, graph) = self._roads[0].stages(math.inf)
        return graph

    @property
    def _written(self) -> Source:
        """What is emitted; machine code asks for it only where Python's function runs."""
        with self._lock:
            if self._source is None:
                graph = self.chosen.graph
                with collector_paused(), doing(f"writing {graph.name}", graph.nodes):
                    self._source = self.emitted(graph)
            return self._source

    def _choose(self) -> Draft:
        """All roads are walked a little further in turn, and those that lag behind are left."""
        drafts = [*self._drafted()]
        self._forget()
        for reading, margin in enumerate(self._margins if self._economise else ()):
            if len(drafts) > 1:
                before = [draft.graph.operations for draft in drafts]
                drafts = [draft._replace(graph=next(draft.rest, draft.graph)) for draft in drafts]
                if reading == 0:  # clean
                    drafts = self._unlike(drafts, map(_what_is_computed(), drafts))
                if reading == 1:  # and read once: those alike in both are taken for the same
                    after = [draft.graph.operations for draft in drafts]
                    drafts = self._unlike(drafts, zip(before, after, strict=True))
                most = margin * min(weight(draft.graph) for draft in drafts)
                drafts = [draft for draft in drafts if weight(draft.graph) <= most]
        walked = []
        for draft in drafts:
            with doing(f"optimizing {draft.derived.name}", draft.derived.nodes):
                economised = deque((draft.graph, *draft.rest), maxlen=1)[0]
                graph = deque(self._finished(economised), maxlen=1)[0][1]
            self._tried[draft.road.order] = graph.operations.total()
            walked.append(draft._replace(graph=graph))
        self._tried |= {order: self._tried[first] for order, first in self._alike.items()}
        return min(walked, key=lambda draft: (weight(draft.graph), len(draft.graph.nodes)))

    def _unlike(self, drafts: list[Draft], kinds: Iterable[Any]) -> list[Draft]:
        """The first draft of each kind."""
        known = [*kinds]
        firsts = [known.index(kind) for kind in known]
        orders = [draft.road.order for draft in drafts]
        same = {order: orders[at] for order, at in zip(orders, firsts, strict=True)}
        self._alike = {o: same.get(f, f) for o, f in (self._alike | same).items()}
        return [draft for at, draft in enumerate(drafts) if firsts[at] == at]

    def _drafted(self) -> Iterator[Draft]:
        """What the roads lead to, if it is not what another one did, and may be worth it."""
        most = lightest = math.inf
        for road in self._roads:
            self._tried[road.order] = None
            try:
                with doing(f"deriving {self._what or ''} {road.order}".rstrip()):
                    stages = [*road.stages(most)]
            except TooMany as found:
                self._alike |= dict.fromkeys([road.order] if found.args else [], *found.args)
                continue
            derived = stages[-1][1]
            size, heavy = derived.operations.total(), weight(derived)
            if lightest <= heavy and size > LARGE:
                continue
            most, lightest = min(most, 1000 + size), min(lightest, heavy)
            yield Draft(road, derived, self._economising(derived, _primal(stages)), derived)

    @property
    def what(self) -> str:
        """What is computed, for the header of a file."""
        kind = "value and tangent" if self.graph.seeds else "value"
        return self._what or f"{kind} of {self.graph.name}"

    @property
    def before(self) -> int:
        """The operations before the passes."""
        return legalize(self.chosen.derived, self._options.target).operations.total()

    def emitted(self, graph: Graph) -> Source:
        """The source of the optimized graph, or of one that another walk led to."""
        return emit(graph, self._options.target, self.before, self._what)

    @property
    def graph(self) -> Graph:
        """The optimized graph."""
        return self.chosen.graph

    @property
    def source(self) -> str:
        """The emitted file."""
        return self._written.text

    @property
    def kernel(self) -> Callable[..., Any]:
        """The emitted function itself."""
        return self._loaded(True)

    def _loaded(self, named: bool) -> Callable[..., Any]:
        with self._lock:
            if self._kernel is None or named > self._named:
                graph, target, kernel = self.chosen.graph, self._options.target, self._kernel
                with collector_paused(), doing(f"compiling {graph.name}", graph.nodes):
                    if named or target.machine:
                        kernel = kernel_of(graph, target, lambda: self._written, kernel)
                        self._named = True
                    else:
                        kernel = load_kernel(lambda: self._written, graph, target)
                plain = target.lazy or target.whole
                self.run = kernel if plain else pointwise(kernel, graph.outputs)
                self._kernel = kernel
            return self._kernel

    @property
    def llvm(self) -> str:
        """The kernel in LLVM's language, of a native one.

        Raises TypeError for another target, and where the kernel is Python's.
        """
        return self._assembled().text

    @property
    def assembly(self) -> str:
        """The same in the machine's instructions."""
        from lazyad.native.machine import assembly

        found = self._assembled()
        return assembly(found.text, found.operations)

    def _assembled(self) -> Assembled:
        if not self._options.target.machine:
            what = f"the target of {self.graph.name} is {self._options.target.name!r}"
            raise refused(TypeError, what, "compile(..., target='native')")
        from lazyad.native.kernel import assembled
        from lazyad.native.numbers import Unsupported

        try:
            return assembled(self.graph)
        except Unsupported as error:
            what = f"{self.graph.name} runs as Python: machine code has nothing for {error}"
            raise refused(TypeError, what, "its source, or another formula") from None

    @property
    def variables(self) -> dict[Node, str]:
        """What the emitted function calls each Node that it has a variable for."""
        return self._written.variables

    def statement_of(self, node: Node) -> str:
        """The statement of the emitted function that computes a Node; nothing if none does."""
        source = self._written
        lines = source.text.splitlines()
        own = []
        for at, (nodes, name) in source.lines.items():
            if any(one is node for one in (*nodes, *spoken(nodes, name, source.variables, {}))):
                own.append(lines[at - 1].strip())
        return " ".join(own)

    def ready(self) -> Callable[..., Any]:
        """`run`, built now."""
        self._loaded(False)
        assert self.run
        return self.run

    def _python(self, kernel: Callable[..., Any]) -> Any:
        """The function of Python's that the kernel is, or hands over to."""
        if not self._options.target.machine:
            return kernel
        from lazyad.native.kernel import python_of

        return python_of(kernel)

    def explain_failure(self, error: BaseException) -> None:
        """Add to an exception of the kernel the user's lines that the failing line computes."""
        for place in self._places(error):
            blame(error, place)

    def lines_of(self, error: BaseException) -> list[str]:
        """The user's lines that the line of a kernel computes that raised."""
        return [f"{place} in {place.function}: {place.text}" for place in self._places(error)]

    def _places(self, error: BaseException) -> Sequence[Place]:
        source, kernel = self._written, self._loaded(False)
        filename = self._python(kernel).__code__.co_filename
        ours = [frame for frame, _ in trail(error) if frame.f_code.co_filename == filename]
        return source.places(ours[0].f_lineno) if ours else ()

    def report(self) -> Report:
        """The ledger: what each stage left, and what it removed; of later rounds, what changed."""
        return Report(ledger(self.stages()), self.notes())

    def notes(self) -> list[str]:
        """The order of elimination, and what became of machine code."""
        notes = []
        if len(self._roads) > 1:
            order = self.chosen.road.order
            tried = [f"{o} {'no fewer' if n is None else n}" for o, n in self._tried.items()]
            notes.append(f"order: {order}; operations by order: {', '.join(tried)}")
        if self._options.target.machine and self._python(self.kernel) is self.kernel:
            notes.append("note: it runs as Python; see its `llvm` for the reason")
        return notes


def _what_is_computed() -> Callable[[Draft], Any]:
    """What is equal for drafts whose graphs do as many operations of each kind, and the same but
    for the order of factors, which is lost when products are read."""
    known: dict[Any, int] = {}

    def computed(draft: Draft) -> Any:
        graph, numbers, factors = draft.graph, dict[Node, int](), dict[int, list[int]]()
        for node in graph.nodes:
            op, inner = node.op, [numbers[arg] for arg in node.args]
            if op is mul:
                inner = sorted([one for arg in inner for one in factors.get(arg, [arg])])
                if len(inner) > MOST_FACTORS:
                    inner = [numbers[arg] for arg in node.args]
            key: Any = (op, node.payload, *(sorted(inner) if op.commutative else inner))
            if op.leaf:
                key = bits(node.payload) if op is CONST else node
            number = numbers[node] = known.setdefault(key, len(known))
            if op is mul:
                factors[number] = inner
        return [numbers[leaf] for leaf in leaves(graph.outputs)], graph.operations

    return computed


def _primal(stages: Sequence[tuple[str, Graph]]) -> Graph | None:
    """What the user wrote, as it was when it was derived from; None if it was not."""
    for (_, graph), (name, _) in itertools.pairwise(stages):
        if name == "derive":
            return graph
    return None
