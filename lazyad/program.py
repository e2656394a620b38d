"""A program: one emitted function, and the road to it.

In: the stages before the passes, and what `compile` was asked for. Out: the optimized graph, its
source, its kernel and the ledger. A room of its own because every kind of derivative is a program
with another first half of the road.
"""

from __future__ import annotations

import gc
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FunctionType
from typing import Any, NamedTuple

from lazyad.codegen import Source, emit
from lazyad.graph import ZERO, Graph
from lazyad.kernels import kernel_of
from lazyad.passes import EXACTNESS, Pass, eliminate_dead_duals, run_passes
from lazyad.targets import Target, lower


class Options(NamedTuple):
    """What `compile` was asked for."""

    wrt: tuple[str, ...] | None
    target: Target
    passes: tuple[Pass, ...]
    static: tuple[str, ...]
    paths: int


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
