"""Jacobian accumulation: local partials on the edges, and vertices eliminated in an order.

In: a Graph, what its inputs are seeded with and what its outputs are weighed with. Out: one Node
for each entry of the Jacobian that is no structural zero. A room of its own because every
derivative of first order is this one algorithm (Griewank & Walther, Evaluating Derivatives, 2008,
chapters 9 and 10): forward mode, reverse mode and cross-country elimination differ in the order.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from functools import cached_property

from lazyad.derivatives.algebra import plus
from lazyad.derivatives.partials import (
    derived_origin,
    deriving,
    failures,
    local_partials,
    lost,
    read,
    times,
    times_tangent,
    unless,
)
from lazyad.derivatives.powers import Known, has_root, of_held
from lazyad.derivatives.single_points import continued
from lazyad.graph import CONST, INPUT, TAKE, ZERO, Graph, Node, set_origin
from lazyad.ops import where
from lazyad.values.origin import Origin, nameless
from lazyad.values.structure import leaves

Vector = Mapping[Node, Node]  # what some Nodes are multiplied by
Edges = dict[Node, dict[Node, Node]]


class Linearized:
    """The linearized graph: `into[v][u]` is the partial of v in u, `out[u]` the v that have one.

    A column gives Nodes (the graph's inputs) their seeds, a row gives Nodes (its outputs) their
    weights. Columns stand before the inputs they seed and rows behind the outputs they weigh, as
    Nodes of their own; `inner`, the vertices between, are what elimination removes, in the graph's
    order. A row raises where what it `weighed` does, if that is not what it weighs now. Of a part
    of a graph it is known which Nodes are evaluated `always`.
    """

    def __init__(
        self,
        graph: Graph,
        columns: Sequence[Vector],
        rows: Sequence[Vector],
        weighed: Sequence[Vector] | None = None,
        always: Container[Node] | None = None,
    ) -> None:
        self.graph = graph
        self.columns = [Node(INPUT) for _ in columns]
        self.rows = [Node(INPUT) for _ in rows]
        self.origins: dict[Node, Origin | None] = {}  # of the whole derivative of a Node
        self.parts: dict[Node, Origin | None] = {}  # of what that is made of, which has no name
        into: Edges = {}
        for column, seeds in zip(self.columns, columns, strict=True):
            for node, seed in seeds.items():
                into.setdefault(node, {})[column] = seed
        with deriving(graph) as now:
            failing, through = failures(graph.nodes), continued(graph)
            raising = lost(failing.values())
            raised = {node for node, failure in failing.items() if failure in raising}
            active = into.keys()
            for node in graph.nodes:
                given = node in into
                if not given and active.isdisjoint(read(node) if node.op is TAKE else node.args):
                    continue
                whole = self.origins[node] = derived_origin(node)
                now.origin = self.parts[node] = nameless(whole)
                partials = {} if given else local_partials(node, into, raised, through)
                if partials:
                    into[node] = of_held(node, partials)
        self.failures: dict[Node, tuple[Node, ...]] = {}  # of the outputs that a row weighs
        before = rows if weighed is None else weighed
        for row, weights, all_weights in zip(self.rows, rows, before, strict=True):
            into[row] = {node: weight for node, weight in weights.items() if node in into}
            mine = [failing[node] for node in all_weights if node in failing]
            self.failures[row] = tuple(dict.fromkeys(mine))
        self.into: Edges = {}
        self.out: dict[Node, dict[Node, None]] = {column: {} for column in self.columns}
        self._reach(into)
        seeded = [node for column in columns for node in column]
        self.inner = [n for n in dict.fromkeys([*seeded, *graph.nodes]) if n in self.into]
        # What only some branches evaluate: a sum of its derivatives is guarded by what leads there.
        always = always_evaluated(graph, raised) if always is None else always
        self.lazy = {node for node in self.inner if node not in always}
        known: Known = {}
        edges = {edge for found in self.into.values() for edge in found.values()}
        self.rooted = {edge for edge in edges if has_root(edge, known)}

    def _reach(self, into: Edges) -> None:
        """Keep the edges that lead to a row."""
        waiting = list(self.rows)
        while waiting:
            node = waiting.pop()
            if node in self.into or node not in into:
                continue
            edges = self.into[node] = into[node]
            for arg in edges:
                if arg in self.out:
                    self.out[arg][node] = None
                else:
                    self.out[arg] = {node: None}
            waiting += edges

    @cached_property
    def units(self) -> dict[Node, dict[Node, bool]]:
        """Whether each edge is 1 or -1."""
        return {
            vertex: {e: w.op is CONST and abs(w.payload) == 1.0 for e, w in edges.items()}
            for vertex, edges in self.into.items()
        }

    def operations(self, vertices: Iterable[Node], most: float = math.inf) -> int:
        """The products and sums of eliminating the vertices in that order, those with ±1 not
        counted; beyond `most` nobody counts on."""
        into = {vertex: dict(edges) for vertex, edges in self.units.items()}
        out = {v: dict(users) for v, users in self.out.items()}
        count = visited = 0
        for vertex in vertices:
            before, after = into.pop(vertex), out.pop(vertex)
            for arg in before:
                del out[arg][vertex]
                out[arg].update(after)
            for node in after:
                edges = into[node]
                unit = edges.pop(vertex)
                for arg, also in before.items():
                    count += (not unit and not also) + (arg in edges)
                    edges[arg] = unit and also and arg not in edges
            visited += len(before) * len(after)
            if count > most or visited > 4 * most:
                return max(count, visited)
        return count


def always_evaluated(graph: Graph, raised: Collection[Node]) -> set[Node]:
    """The Nodes that are evaluated on every branch that returns."""
    own = set(graph.nodes)
    if not any(op.lazy for op in graph.ops):
        return own
    found: set[Node] = set()
    waiting = leaves(graph.outputs)
    while waiting:
        node = waiting.pop()
        if node in own and node not in found:
            found.add(node)
            sure = not node.op.lazy or any(arg in raised for arg in node.args)
            waiting += node.args if sure else node.args[:1]
    return found


Order = Callable[[Linearized], Sequence[Node]]  # the inner vertices, each once


def accumulate(
    linear: Linearized, order: Order, named: Container[Node] = (), kernel: bool = False
) -> tuple[list[dict[int, Node]], Edges]:
    """The matrix of d(rows)/d(columns): for each row its entries by the number of their column,
    none where nothing leads from that column to the row. And for each vertex the edges into it
    when it was eliminated: from the inputs on, these are its tangents.

    `order` names the vertices in the order they are eliminated in: c_wu += c_wv * c_vu lets every
    path through the vertex v lead past it. What is `named` is computed anyway, and in a
    `kernel` tangents are read: neither is taken apart.

    >>> from lazyad.derivatives.orders import reverse
    >>> from lazyad.graph import const
    >>> x, y = Node.input("x"), Node.input("y")
    >>> one, out = const(1.0), x * y * y
    >>> linear = Linearized(Graph([x, y], out), [{x: one}, {y: one}], [{out: one}])
    >>> print(Graph([x, y], accumulate(linear, reverse)[0]))
    f(x, y):
      %0 = mul(y, y)
      %1 = mul(x, y)
      %2 = mul(y, x)
      %3 = add(%1, %2)
      return [{0: %0, 1: %3}]
    """
    into, out, vertices = linear.into, linear.out, order(linear)
    if not kernel:  # for which alone a graph is linearized: other orders may come
        into = {v: dict(edges) for v, edges in into.items()}
        out = {v: dict(users) for v, users in out.items()}
    rooted = set(linear.rooted)
    whole: set[Node] = set()  # tangents of choices, which are summed as they are
    roots: Known = {}
    eliminated: Edges = {}
    parts = linear.parts
    with deriving(linear.graph) as now:
        for vertex in vertices:
            before = eliminated[vertex] = into.pop(vertex)
            if kernel:
                for tangent in before.values():  # whole now: it is called as what it is
                    if tangent.origin is parts[vertex] is not None:
                        set_origin(tangent, linear.origins[vertex])
                if vertex.op is where and len(out[vertex]) > 1:
                    whole.update(before.values())
            after = out.pop(vertex)
            alone = len(after) == 1
            for arg in before:
                del out[arg][vertex]
                out[arg].update(after)
            for node in after:
                now.origin = parts[node if node in parts else vertex]
                edges = into[node]
                outer = edges.pop(vertex)
                one = outer.op is CONST and outer.payload == 1.0
                for arg, inner in before.items():
                    known = roots if outer in rooted or inner in rooted else None
                    if one:
                        entry = inner
                    elif kernel:
                        entry = times_tangent(outer, inner, known, named, alone)
                    else:
                        entry = times(outer, inner, known, named)
                    if arg in edges:
                        entry = plus(edges[arg], entry, arg in linear.lazy, whole)
                    if known is not None or edges.get(arg) in rooted:
                        rooted.add(entry)
                    edges[arg] = entry
        now.origin = None
        found = _unless_raised(linear, [into.get(row, {}) for row in linear.rows])
    place = {column: at for at, column in enumerate(linear.columns)}
    return [
        dict(sorted((place[c], entry) for c, entry in row.items())) for row in found
    ], eliminated


def _unless_raised(linear: Linearized, found: list[dict[Node, Node]]) -> list[dict[Node, Node]]:
    """What is left of each row, unless the function raises; if no row depends on anything, it may
    do so nevertheless."""
    alike: dict[tuple[Node, ...], list[int]] = {}
    for at, row in enumerate(linear.rows):
        if linear.failures[row]:
            alike.setdefault(linear.failures[row], []).append(at)
            if not found[at]:
                found[at] = dict.fromkeys(linear.columns[:1], ZERO)
    for failing, rows in alike.items():
        places = [(at, column) for at in rows for column in found[at]]
        entries = [found[at][column] for at, column in places]
        for failure in reversed(failing):
            entries = unless(failure, entries)
        for (at, column), entry in zip(places, entries, strict=True):
            found[at][column] = entry
    return found
