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
    found = [*map(_key, graph.nodes)]
    if len({*found}) == len(found):  # as it is in the end: no walk is needed
        return graph
    keys, first = dict(zip(graph.nodes, found, strict=True)), dict[Any, Node]()
    return rewrite(graph, lambda one: first.setdefault(keys.get(one) or _key(one), one))


def _key(node: Node) -> tuple[Any, ...]:
    """What is equal for Nodes that compute the same."""
    op, args = node.op, node.args
    if op.leaf:
        return bits(node.payload) if op is CONST else (node,)
    if op.commutative and id(args[0]) > id(args[1]):
        args = args[::-1]
    return op, args, node.payload
