"""What equations make of their unknowns: x(p), where r(x, p) = 0, is an op with these partials.

In: a Graph of the residual r. Out: for each unknown an `Op` whose value is that argument, the x
that some solver found, and whose derivative in what is given is that of the implicit function,
-r_x**-1 r_p. A room of its own because the iterations have no part in it: they are constant to the
derivative.

The partials stand at the op's own result, so that their derivatives are exact in turn, to every
order: differentiating a round of Newton's instead doubles with each round the order to which it is
exact, and computes what is thrown away (Griewank & Walther, Evaluating Derivatives, 2008, chapter
15; Christianson, Reverse accumulation and attractive fixed points, 1994).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, reduce
from typing import Any

from lazyad.derivatives.elimination import Linearized, accumulate
from lazyad.derivatives.loops import through_loops
from lazyad.derivatives.matrices import units
from lazyad.derivatives.orders import reverse
from lazyad.derivatives.systems import solved
from lazyad.evaluation import evaluate
from lazyad.graph import RAISE, ZERO, Graph, Node, Op
from lazyad.ops import add, where
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves


class Equations(NamedTuple):
    """What the op of a solution is made of."""

    residual: Graph  # of the unknowns and of what is given, as many numbers as unknowns
    at: int  # which of the unknowns the op is
    ops: list[Op]  # those of all of them
    said: str | None  # by its derivative, where the residual is not 0


def jacobian(graph: Graph, wrt: Sequence[Node]) -> list[list[Node]]:
    """The derivatives of each number that a graph returns in some of its inputs."""
    through, columns = through_loops(graph, units(tuple(wrt)))
    linear = Linearized(through, columns, units(through.outputs))
    rows, _ = accumulate(linear, reverse, set(graph.nodes))
    return [[row.get(at, ZERO) for at in range(len(wrt))] for row in rows]


def implicit(residual: Graph, unknowns: int = 1, said: str | None = None) -> list[Op]:
    """For each unknown the op of (*x, *p) that is it, where residual(*x, *p) = 0. If something is
    `said`, the derivative asks whether that is so, and raises it as a ValueError if not.

    >>> x, p = Node.input("x"), Node.input("p")
    >>> (root,) = implicit(Graph([x, p], x * x - p))
    >>> print(Graph([x, p], root.partials(x, x, p)[1]))
    f(x, p):
      %0 = mul(2.0, x)
      %1 = div(1.0, %0)
      return %1
    """
    inputs = leaves(residual.inputs)
    ops: list[Op] = []

    @cache
    def derived() -> list[list[Node]]:
        return jacobian(residual, inputs)

    def partials_of(at: int) -> Callable[..., tuple[Any, ...]]:
        def partials(out: Any, *args: Any) -> tuple[Any, ...]:
            own = [out if other == at else ops[other](*args) for other in range(unknowns)]
            known = dict(zip(inputs, [*own, *args[unknowns:]], strict=True))
            rows = derived()
            if said is not None:  # beside what is given, the residual: its part is Newton's step
                rows = [[*row, r] for row, r in zip(rows, leaves(residual.outputs), strict=True)]
            wanted = [one for row in rows for one in row if one is not ZERO]
            values = dict(zip(wanted, evaluate(wanted, known), strict=True))
            found = [[values.get(one, ZERO) for one in row] for row in rows]
            new = _solved(found, at, unknowns)
            if said is not None:
                last = new.pop()
                step, slope = (found[0][-1], found[0][0]) if unknowns == 1 else (last, 1.0)
                new = _where_near(step, slope, out, new, said)
            return (*[ZERO] * unknowns, *new)

        return partials

    for at in range(unknowns):
        made = Op(
            f"root{at}" if unknowns > 1 else "root",
            lambda *args, at=at: args[at],
            partials_of(at),
            len(inputs),
            doc="A solution of equations.",
        )
        made.made_of = Equations(residual, at, ops, said)
        ops.append(made)
    return ops


def _solved(rows: list[list[Any]], at: int, unknowns: int) -> list[Any]:
    """What the unknown's partials are, in what is given: -w R, where the unknowns' part of the
    residual's Jacobian, transposed and times w, is a unit vector."""
    if unknowns == 1:
        (row,) = rows
        return [one if one is ZERO else -one / row[0] for one in row[1:]]
    square = [[0.0 if one is ZERO else one for one in row[:unknowns]] for row in rows]
    unit = [[float(other == at)] for other in range(unknowns)]
    weights = [row[0] for row in solved([*map(list, zip(*square, strict=True))], unit)]
    found = []
    for column in zip(*[row[unknowns:] for row in rows], strict=True):
        terms = [w * one for w, one in zip(weights, column, strict=True) if one is not ZERO]
        found.append(-reduce(add, terms) if terms else ZERO)
    return found


def _where_near(step: Any, slope: Any, x: Any, partials: list[Any], said: str) -> list[Any]:
    """The partials, where Newton's iteration would not go on: a solver may have stopped at a kink,
    a jump or a wall. A step, which is to be divided by a slope, is small beside x, or beside the
    tolerances of SciPy's, which are for numbers near 1."""
    at, rest, over, holds, one = map(Node.input, ("at", "rest", "over", "holds", "one"))
    small = abs(rest) <= abs(over) * (1e-3 * abs(at) + 1e-3)
    (near,) = evaluate([small], {at: x, rest: step, over: slope})
    checked = where(holds, one, Node(RAISE, (), (ValueError, said)))
    return [
        evaluate([checked], {holds: near, one: 0.0 if found is ZERO else found})[0]
        for found in partials
    ]
