"""Dead-dual elimination: tangents that are ZERO vanish, and so does what only they needed."""

from lazyad.graph import ZERO, ZERO_OP, Graph, Node, const, rewrite
from lazyad.ops import add, div, mul, neg, sub, where
from lazyad.values.structure import leaves, map_leaves


def eliminate_dead_duals(graph: Graph) -> Graph:
    """c * ZERO -> ZERO, x + ZERO -> x, ZERO / y -> ZERO, where(c, ZERO, ZERO) -> ZERO.

    ZERO is structural (nothing seeded reaches it), so this is exact where c * 0.0 -> 0.0 is not.
    A ZERO that somebody must see, an output or one branch of a choice, becomes the constant 0.0.

    >>> x, c = Node.input("x"), Node.input("c")
    >>> print(eliminate_dead_duals(Graph([x, c], x + c * ZERO)))
    f(x, c):
      return x
    """
    if ZERO_OP not in graph.ops:
        return graph
    graph = rewrite(graph, _without_zero)
    if any(leaf is ZERO for leaf in leaves(graph.outputs)):
        seen = {ZERO: const(0.0)}
        return graph.returning(map_leaves(lambda leaf: seen.get(leaf, leaf), graph.outputs))
    return graph


def _without_zero(node: Node) -> Node:
    if all(arg is not ZERO for arg in node.args):
        return node
    if node.op is mul or node.op is neg:
        return ZERO
    if node.op in (add, sub, where) and node.args[-2] is node.args[-1]:
        return ZERO
    first, second = node.args if len(node.args) == 2 else (node, node)
    if node.op is add:
        return second if first is ZERO else first
    if node.op is sub:
        return neg(second) if first is ZERO else first
    if node.op is div and first is ZERO:
        return ZERO
    args = tuple(const(0.0) if arg is ZERO else arg for arg in node.args)
    return Node(node.op, args, node.payload, node.origin)
