"""What an equation makes of its unknown: x(p), where r(x, p) = 0, is an op with these partials.

In: a Graph of the residual r. Out: an `Op` whose value is its first argument, the x that some
solver found, and whose derivative in the others is that of the implicit function, -r_p / r_x. A
room of its own because the iterations have no part in it: they are constant to the derivative.

The partials stand at the op's own result, so that their derivatives are exact in turn, to every
order: differentiating a round of Newton's instead doubles with each round the order to which it is
exact, and computes what is thrown away (Griewank & Walther, Evaluating Derivatives, 2008, chapter
15; Christianson, Reverse accumulation and attractive fixed points, 1994).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from lazyad.derivatives.elimination import Linearized, accumulate
from lazyad.derivatives.loops import through_loops
from lazyad.derivatives.matrices import units
from lazyad.derivatives.orders import reverse
from lazyad.evaluation import evaluate
from lazyad.graph import ZERO, Graph, Node, Op
from lazyad.values.structure import leaves


def slopes(graph: Graph, wrt: Sequence[Node]) -> list[Node]:
    """The derivatives of a graph's one number in some of its inputs."""
    through, columns = through_loops(graph, units(tuple(wrt)))
    linear = Linearized(through, columns, units(through.outputs))
    rows, _ = accumulate(linear, reverse, set(graph.nodes))
    return [rows[0].get(at, ZERO) for at in range(len(wrt))]


def implicit(residual: Graph) -> Op:
    """The op of (x, *p) that is x, the solution of residual(x, *p) = 0.

    >>> x, p = Node.input("x"), Node.input("p")
    >>> root = implicit(Graph([x, p], x * x - p))
    >>> print(Graph([x, p], root.partials(x, x, p)[1]))
    f(x, p):
      %0 = mul(2.0, x)
      %1 = div(1.0, %0)
      return %1
    """
    inputs = leaves(residual.inputs)

    @cache
    def derived() -> list[Node]:
        return slopes(residual, inputs)

    def partials(out: Any, x: Any, *given: Any) -> tuple[Any, ...]:
        found = derived()
        known = dict(zip(inputs, (out, *given), strict=True))
        wanted = [one for one in found if one is not ZERO]
        values = dict(zip(wanted, evaluate(wanted, known), strict=True))
        return (
            ZERO,
            *[ZERO if one is ZERO else -values[one] / values[found[0]] for one in found[1:]],
        )

    made = Op("root", lambda x, *given: x, partials, len(inputs), doc="The root of an equation.")
    made.made_of = residual
    return made
