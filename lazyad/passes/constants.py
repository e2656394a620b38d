"""Constant folding: what depends on constants alone is computed now."""

import math

from lazyad.graph import CONST, TABLE, TAKE, Graph, Node, Op, const, rewrite
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
    folding = {kind for kind in {*graph.kinds} if CONST in kind and _folds(*kind)}
    return rewrite(graph, folded) if folding else graph


def _folds(op: Op, *inner: Op) -> bool:
    """Whether such a Node, of arguments that such Nodes are, may depend on constants alone."""
    if op is where:
        return inner[0] is CONST
    if op is TAKE:
        return inner == (TABLE, CONST)
    return op is not TABLE and bool(inner) and {*inner} == {CONST}


def folded(node: Node) -> Node:
    """The constant that it is, or the Node itself."""
    op, args = node.op, node.args
    if CONST not in (args and (args[0].op, args[-1].op)):  # as it is in nearly none
        return node
    if not _folds(op, *[arg.op for arg in args]):
        return node
    if op is where:
        return args[1] if args[0].payload else args[2]
    if op is TAKE:
        numbers, at = args[0].args, args[1].payload
        there = math.isfinite(at) and -len(numbers) <= int(at) < len(numbers)
        return numbers[int(at)] if there else node
    try:
        value = op(*[arg.payload for arg in args])
    except Exception:  # whatever a user's op raises, it raises at run time and not here
        return node
    return const(value) if type(value) in (float, bool) else node
