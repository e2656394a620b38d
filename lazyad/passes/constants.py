"""Constant folding: what depends on constants alone is computed now."""

import math

from lazyad.graph import CONST, TABLE, TAKE, Graph, Node, const, rewrite
from lazyad.ops import where


def fold_constants(graph: Graph) -> Graph:
    """op(c1, c2) -> c3, where(True, x, y) -> x, and take(table(x, y), 1) -> y.

    Exact: the very function that would run computes the constant. What would raise, or give
    something that is neither float nor bool, is left to raise at run time.

    >>> x = Node.input("x")
    >>> one, two = const(1.0), const(2.0)
    >>> print(fold_constants(Graph([x], x * (one + two))))
    f(x):
      %0 = mul(x, 3.0)
      return %0
    """
    return rewrite(graph, _folded) if CONST in graph.ops else graph


def _folded(node: Node) -> Node:
    args = node.args
    if not args or (args[0].op is not CONST and args[-1].op is not CONST):  # as nearly all are
        return node
    if node.op is where and node.args[0].op is CONST:
        return node.args[1] if node.args[0].payload else node.args[2]
    if node.op is TAKE and node.args[0].op is TABLE and node.args[1].op is CONST:
        return _taken(node, node.args[0].args, node.args[1].payload)
    if node.op is TABLE:
        return node
    for arg in args:
        if arg.op is not CONST:
            return node
    try:
        value = node.op(*[arg.payload for arg in node.args])
    except Exception:  # whatever a user's op raises, it raises at run time and not here
        return node
    return const(value) if type(value) in (float, bool) else node


def _taken(node: Node, numbers: tuple[Node, ...], at: float) -> Node:
    there = math.isfinite(at) and -len(numbers) <= int(at) < len(numbers)
    return numbers[int(at)] if there else node
