"""Elimination orders: each names the vertices of a linearized graph, first to last.

In: a linearized graph. Out: its inner vertices in an order, each once. A room of its own because
the order alone decides what a Jacobian costs; the best one is NP-hard to find (Naumann, 2008), so
several are tried and weighed.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Callable, Collection, Iterable, Sequence

from lazyad.derivatives.elimination import Linearized, Order
from lazyad.graph import Graph, Node

Edges = dict[Node, dict[Node, None]]


def weight(graph: Graph) -> int:
    """What a program costs: its operations, a division or a function more than a product.

    >>> x = Node.input("x")
    >>> weight(Graph([x], x * x / 3))
    3
    """
    own = sum(op.weight * count for op, count in graph.ops.items())
    return own + sum(map(weight, graph.bodies))


def forward(linear: Linearized) -> list[Node]:
    """From the inputs to the outputs: forward mode."""
    return linear.inner


def reverse(linear: Linearized) -> list[Node]:
    """From the outputs to the inputs: reverse mode."""
    return linear.inner[::-1]


def markowitz(linear: Linearized) -> list[Node]:
    """Always a vertex with the fewest paths through it, the deepest of them first (Griewank and
    Reese, On the calculation of Jacobian matrices by the Markowitz rule, 1991)."""
    left = _Left(linear)
    return _greedy(linear, left, lambda v: len(left.into[v]) * len(left.out[v]))


def fill(linear: Linearized) -> list[Node]:
    """Always a vertex that leaves the fewest edges, the deepest of them first: the minimum fill-in
    of sparse elimination (Tinney and Walker, 1967, their third scheme)."""
    left = _Filled(linear)
    return _greedy(linear, left, lambda v: left.new[v] - len(left.into[v]) - len(left.out[v]))


class _Left:
    """The structure of the graph that is left of a linearized one."""

    def __init__(self, linear: Linearized) -> None:
        self.into: Edges = {v: dict.fromkeys(edges) for v, edges in linear.into.items()}
        self.out: Edges = {v: dict(edges) for v, edges in linear.out.items()}

    def eliminate(self, vertex: Node) -> tuple[Node, ...]:
        """Let every path through the vertex lead past it; the vertices that were beside it."""
        before, after = self.into.pop(vertex), self.out.pop(vertex)
        for arg in before:
            del self.out[arg][vertex]
        for node in after:
            del self.into[node][vertex]
        self.join(before, after)
        return (*before, *after)

    def join(self, before: Collection[Node], after: Collection[Node]) -> None:
        """An edge from each to each."""
        for arg in before:
            self.out[arg].update(dict.fromkeys(after))
        for node in after:
            self.into[node].update(dict.fromkeys(before))


class _Filled(_Left):
    """The same, with how many edges each vertex would leave that are not there: they are counted
    edge by edge, for a vertex that thousands read has as many paths through it."""

    def __init__(self, linear: Linearized) -> None:
        super().__init__(linear)
        inner = [vertex for vertex in self.into if vertex in self.out]
        self.new = {v: sum(self._missing(arg, self.out[v]) for arg in self.into[v]) for v in inner}

    def _missing(self, arg: Node, after: Iterable[Node]) -> int:
        there = self.out[arg]
        return sum([node not in there for node in after])

    def eliminate(self, vertex: Node) -> tuple[Node, ...]:
        for arg in self.into[vertex]:
            if arg in self.new:
                self.new[arg] -= sum([vertex not in self.out[one] for one in self.into[arg]])
        for node in self.out[vertex]:
            if node in self.new:
                self.new[node] -= self._missing(vertex, self.out[node])
        return super().eliminate(vertex)

    def join(self, before: Collection[Node], after: Collection[Node]) -> None:
        for arg, node in itertools.product(before, after):
            out, into = self.out[arg], self.into[node]
            if node in out:
                continue
            few, many = sorted((out, into), key=len)
            for between in few:
                if between in many:
                    self.new[between] -= 1
            if arg in self.new:
                self.new[arg] += sum([node not in self.out[one] for one in self.into[arg]])
            if node in self.new:
                self.new[node] += self._missing(arg, self.out[node])
            out[node] = into[arg] = None


def _greedy(linear: Linearized, left: _Left, score: Callable[[Node], int]) -> list[Node]:
    """Always the vertex with the least score, which is looked at again when the vertex gets or
    loses an edge, and when it comes up."""
    place = {node: at for at, node in enumerate(linear.inner)}
    heap = [(score(v), -at) for v, at in place.items()]
    heapq.heapify(heap)
    order: list[Node] = []
    while heap:
        least, at = heapq.heappop(heap)
        vertex = linear.inner[-at]
        if vertex not in left.into:
            continue
        now = score(vertex)
        if now > least:
            heapq.heappush(heap, (now, at))
            continue
        order.append(vertex)
        for node in left.eliminate(vertex):
            if node in place:
                heapq.heappush(heap, (score(node), -place[node]))
    return order


def search(linear: Linearized) -> list[Node]:
    """The best that simulated annealing finds from the best of the others, in a fixed budget.

    A move takes one vertex to another place (Naumann, Optimal accumulation of Jacobian matrices by
    elimination methods on the dual computational graph, 2004). The same graph gives the same order.
    """
    from random import Random  # takes a millisecond to import, and is seldom asked for

    random = Random(0)
    found = min(
        (order(linear) for order in (markowitz, fill, reverse, forward)), key=linear.operations
    )
    cost = least = linear.operations(found)
    now, left = list(found), BUDGET
    while left > 0 and len(now) > 1:
        start, end = random.randrange(len(now)), random.randrange(len(now))
        moved = list(now)
        moved.insert(end, moved.pop(start))
        warmth = cost * HEAT * left / BUDGET
        allowed = cost - warmth * math.log(1.0 - random.random())
        changed = linear.operations(moved, allowed)
        left -= len(linear.inner) + min(changed, cost)
        if changed <= allowed:
            now, cost = moved, changed
            if cost < least:
                found, least = moved, cost
    return found


BUDGET = 2_000_000  # of operations that `search` weighs: some seconds
HEAT = 0.01  # how much dearer than its best, relatively, it may become at first

ORDERS: dict[str, Order] = {
    "markowitz": markowitz,
    "fill": fill,
    "reverse": reverse,
    "forward": forward,
    "search": search,
}


class TooMany(Exception):
    """An order takes more operations than it is worth to write down, or is that of another name,
    its argument."""


class Limits:
    """What orders of one elimination may cost. `counts` are the operations of those so far."""

    def __init__(self) -> None:
        self.counts: list[float] = []
        self.names: dict[tuple[Node, ...], str] = {}  # of the orders so far, by their vertices

    def at_most(self, operations: float, name: str) -> Order:
        """The order of that name, if it takes no more operations than that, and fewer than each of
        the others where it takes many; otherwise it raises TooMany."""

        def checked(linear: Linearized) -> Sequence[Node]:
            least = min(self.counts, default=math.inf)
            many = operations < math.inf and MANY <= least < math.inf
            most = operations
            if len(linear.rows) == 1 and operations < math.inf:
                if many and name in {"fill", "reverse"}:
                    raise TooMany  # of one row these have never had fewer than Markowitz's
                most = min(operations, max(2 * least, SOME))  # twice as many have never become less
            vertices = ORDERS[name](linear)
            first = self.names.setdefault(tuple(vertices), name)
            if first != name:
                raise TooMany(first)
            count = linear.operations(vertices, min(most, least) if many else most)
            if operations < math.inf and (count > most or (many and count >= least)):
                raise TooMany
            self.counts.append(count)
            return vertices

        return checked


MANY, SOME = 2_000, 200
