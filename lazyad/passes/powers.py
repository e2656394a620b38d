"""Powers: x**n as products and square roots, which are quicker than `**`.

A pass of its own, because it runs after differentiation alone: the derivative of x**1.5 is
1.5 * sqrt(x), and nobody would find that in the derivative of x * sqrt(x).
"""

from __future__ import annotations

from typing import Any

from lazyad.graph import CONST, Graph, Node, rewrite
from lazyad.ops import pow, sqrt, whole_power

_LARGEST = 16  # exponents


def expand_powers(graph: Graph) -> Graph:
    """x**3 -> x * x * x, x**0.5 -> sqrt(x).

    >>> a = Node.input("a")
    >>> print(expand_powers(Graph([a], a**3.0)))
    f(a):
      %0 = mul(a, a)
      %1 = mul(%0, a)
      return %1
    """

    def visit(node: Node) -> Node:
        if node.op is not pow or node.args[1].op is not CONST:
            return node
        made = expanded(node.args[0], node.args[1].payload)
        return node if made is None else made

    return rewrite(graph, visit) if pow in graph.ops else graph


def expanded(x: Any, c: float) -> Any:
    """x ** c in products, or None where nothing is quicker."""
    if c in range(2, _LARGEST + 1):
        return whole_power(x, int(c))
    if -c in range(1, _LARGEST + 1):
        return whole_power(1.0 / x, int(-c))
    return sqrt(x) if c == 0.5 else x * sqrt(x) if c == 1.5 else None
