"""Powers: x**n as products and square roots, which are quicker than `**`.

A pass of its own, because it runs after differentiation alone: the derivative of x**1.5 is
1.5 * sqrt(x), and nobody would find that in the derivative of x * sqrt(x).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from lazyad.graph import Graph
from lazyad.ops import fpow, sqrt, whole_power
from lazyad.passes.simplify import Rule, apply_rules, c, x
from lazyad.values.origin import origins

_LARGEST = 16  # exponents


def _expanded(x: Any, c: float) -> Any:
    """x ** c, or None where nothing is quicker."""
    if c in range(2, _LARGEST + 1):
        return whole_power(x, int(c))
    if -c in range(1, _LARGEST + 1):
        return whole_power(1.0 / x, int(-c))
    return _rooted(x, c)


def _rooted(x: Any, c: float) -> Any:
    return sqrt(x) if c == 0.5 else x * sqrt(x) if c == 1.5 else None


@cache
def rules() -> tuple[Rule, ...]:
    """The two kinds of powers; math.pow says of whole ones itself that they are too large."""
    with origins():
        return Rule(x**c, _expanded, "ulp"), Rule(fpow(x, c), _rooted, "ulp")


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
    return apply_rules(graph, rules())
