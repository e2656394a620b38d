"""Powers: x**n as products and square roots, which are quicker than `**`.

A pass of its own, because it runs after differentiation alone: the derivative of x**1.5 is
1.5 * sqrt(x), and nobody would find that in the derivative of x * sqrt(x).
"""

from __future__ import annotations

from lazyad.graph import Graph
from lazyad.ops import fpow, sqrt, whole_power
from lazyad.passes.simplify import Rule, apply_rules, x

POWERS = (
    *[Rule(x ** float(n), whole_power(x, n), "ulp") for n in range(2, 17)],
    *[Rule(x ** float(-n), whole_power(1.0 / x, n), "ulp") for n in range(1, 17)],
    Rule(x**0.5, sqrt(x), "ulp"),
    Rule(x**1.5, x * sqrt(x), "ulp"),
    Rule(fpow(x, 0.5), sqrt(x), "ulp"),
    Rule(fpow(x, 1.5), x * sqrt(x), "ulp"),
)


def expand_powers(graph: Graph) -> Graph:
    """x**3 -> x * x * x, x**0.5 -> sqrt(x).

    >>> from lazyad.graph import Node
    >>> a = Node.input("a")
    >>> print(expand_powers(Graph([a], a**3.0)))
    f(a):
      %0 = mul(a, a)
      %1 = mul(%0, a)
      return %1
    """
    return apply_rules(graph, POWERS)
