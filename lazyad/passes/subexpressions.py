"""Common subexpression elimination: what is computed twice is computed once."""

from typing import Any

from lazyad.graph import CONST, Graph, Node, bits, rewrite


def merge_subexpressions(graph: Graph) -> Graph:
    """Two Nodes with the same op and the same arguments -> the first of them.

    Exact. Arguments of a commutative op may stand either way; constants are the same if their bits
    are (0.0 is not -0.0, 1.0 is not True, nan is nan).

    >>> x, y = Node.input("x"), Node.input("y")
    >>> print(merge_subexpressions(Graph([x, y], (x * y) + (y * x))))
    f(x, y):
      %0 = mul(x, y)
      %1 = add(%0, %0)
      return %1
    """
    if _all_differ(graph):
        return graph
    first: dict[Any, Node] = {}
    return rewrite(graph, lambda node: first.setdefault(_key(node), node))


def _key(node: Node) -> Any:
    """What is equal for Nodes that compute the same."""
    op, args = node.op, node.args
    if op.leaf:
        return bits(node.payload) if op is CONST else node
    if op.commutative and id(args[0]) > id(args[1]):
        args = args[::-1]
    return op, args, node.payload


def _all_differ(graph: Graph) -> bool:
    """Whether nothing is there twice: rewriting would take longer to find that out."""
    seen = set()
    for key in map(_key, graph.nodes):
        if key in seen:
            return False
        seen.add(key)
    return True
