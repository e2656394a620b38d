"""What is computed again where it is read much later, because keeping it takes more.

In: a Graph of whole arrays. Out: one in which a large array that a few cheap operations make of
what is kept anyway is not kept from its first reader to those far behind: reverse mode reads in its
second half what the first half has computed. A room of its own because it changes when operations
are done, and neither what they are nor where their results lie.
"""

from __future__ import annotations

from lazyad.arrays.reductions import MAX, MIN
from lazyad.arrays.sums import SUM
from lazyad.emit.bases import is_view, size_of_node
from lazyad.emit.memory import LEAST
from lazyad.graph import ITEM, Graph, Node
from lazyad.values.structure import leaves, map_leaves

FAR = 100  # operations between one reader and another that is far


def recomputed(graph: Graph) -> Graph:
    """Elementwise operations, views, sums and maxima are done again for readers that are far, where
    all that they read is there: small, an argument, or kept for others. Each is done twice at most.
    """
    place = {node: at for at, node in enumerate(graph.nodes)}
    again = _again(graph, place)
    if not again:
        return graph
    new: dict[Node, Node] = {}  # Nodes with other arguments
    clones: dict[Node, Node] = {}
    order: list[Node] = []

    def is_repeated(node: Node, at: int) -> bool:
        return node in again and at - place[node] > FAR

    def cloned(node: Node, at: int) -> Node:
        """The Node computed again, and before it what it reads."""
        stack = [node]
        while stack:
            one = stack[-1]
            waiting = [arg for arg in one.args if is_repeated(arg, at) and arg not in clones]
            if waiting and one not in clones:
                stack += waiting
                continue
            stack.pop()
            if one not in clones:
                args = [clones[a] if is_repeated(a, at) else new.get(a, a) for a in one.args]
                clones[one] = Node(one.op, tuple(args), one.payload, one.origin)
                order.append(clones[one])
        return clones[node]

    for node in graph.nodes:
        at = place[node]
        args = [cloned(a, at) if is_repeated(a, at) else new.get(a, a) for a in node.args]
        if any(one is not other for one, other in zip(args, node.args, strict=True)):
            new[node] = Node(node.op, tuple(args), node.payload, node.origin)
        order.append(new.get(node, node))
    return graph.returning(map_leaves(lambda leaf: new.get(leaf, leaf), graph.outputs), order)


def _again(graph: Graph, place: dict[Node, int]) -> set[Node]:
    """What may be done again, if there is a far reader of any of it."""
    far = {arg for node in graph.nodes for arg in node.args if place[node] - place[arg] > FAR} - {
        *leaves(graph.outputs)
    }
    if not any(size_of_node(node) >= LEAST for node in far):
        return set()
    there: set[Node] = set()
    again: set[Node] = set()
    for node in graph.nodes:
        if not node.args or (size_of_node(node) < LEAST and not is_view(node)):
            there.add(node)
        elif _is_cheap(node) and all(arg in there or arg in again for arg in node.args):
            again.add(node)
        elif node in far:
            there.add(node)
    return again if not again.isdisjoint(far) else set()


def _is_cheap(node: Node) -> bool:
    row = node.op.array
    return node.op in (SUM, MAX, MIN) if row is not None and not row.view else node.op is not ITEM
