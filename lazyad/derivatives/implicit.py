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

from lazyad.arrays.forms import known_form
from lazyad.derivatives.elimination import Linearized, accumulate
from lazyad.derivatives.loops import through_loops
from lazyad.derivatives.matrices import units
from lazyad.derivatives.orders import reverse
from lazyad.derivatives.systems import solved_by
from lazyad.evaluation import evaluate
from lazyad.graph import CONST, RAISE, ZERO, Graph, Node, Op, const, lifted
from lazyad.ops import add, and_, or_, where
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves


class Equations(NamedTuple):
    """What the op of a solution is made of."""

    residual: Graph  # of the unknowns and of what is given, as many numbers as unknowns
    at: int  # which of the unknowns the op is
    ops: list[Op]  # those of all of them
    said: Sequence[str]  # by its derivative where there is none, see `implicit`
    starts: int = 0  # how many arguments are where the solver began


class Motion(NamedTuple):
    """What the op of a number is made of whose tangent is known, such as one of a factor's."""

    tangents: Graph  # of the results, of what is given and of its tangents, as many as results
    at: int  # which of the results the op is
    ops: list[Op]  # those of all of them


def jacobian(graph: Graph, wrt: Sequence[Node]) -> list[list[Node]]:
    """The derivatives of each number that a graph returns in some of its inputs, numbers too."""
    if known_form(wrt[0]) is not None:
        from lazyad.derivatives.whole import jacobian_of  # most programs have no whole arrays

        return jacobian_of(graph, wrt)
    through, columns = through_loops(graph, units(tuple(wrt)))
    linear = Linearized(through, columns, units(through.outputs))
    rows, _ = accumulate(linear, reverse, set(graph.nodes))
    return [[row.get(at, ZERO) for at in range(len(wrt))] for row in rows]


def implicit(
    residual: Graph, unknowns: int = 1, said: Sequence[str] = (), starts: int = 0
) -> list[Op]:
    """For each unknown the op of (*x, *p) that is it, where residual(*x, *p) = 0. Of what is `said`
    the derivative raises the first, a ValueError, where the residual's Jacobian is singular, or
    that of one unknown nearly so, and the second, if there is one, where the residual is not 0.

    Where nothing is given, that many more arguments may be where the solver began. A solution
    depends on them only in a flat valley, of which the first that is `said` tells.

    >>> x, p = Node.input("x"), Node.input("p")
    >>> (root,) = implicit(Graph([x, p], x * x - p))
    >>> print(Graph([x, p], root.partials(x, x, p)[1]))
    f(x, p):
      %0 = mul(2.0, x)
      %1 = div(1.0, %0)
      return %1
    """
    inputs = leaves(residual.inputs)

    @cache
    def derived() -> list[list[Node]]:
        rows = jacobian(residual, inputs)
        if len(said) > 1:  # beside what is given, the residual: its part is Newton's step
            rows = [[*row, r] for row, r in zip(rows, leaves(residual.outputs), strict=True)]
        return rows

    @cache
    def expressions(at: int) -> list[Node]:
        found, pivots = _solved(derived(), at, unknowns)
        if starts:
            holds = _isolated(residual, *pivots) if unknowns == 1 else _regular(pivots)
            return _where(holds, [ZERO] * starts, said[0])
        if len(said) > 1:  # a solver may have stopped at a kink, a jump or a wall: Newton's step is
            # small beside x, or beside the tolerances of SciPy's, which are for numbers near 1
            step = found.pop()
            found = _where(abs(step) <= 1e-3 * abs(inputs[at]) + 1e-3, found, said[1])
        if said:
            holds = _settled(residual, *pivots) if unknowns == 1 else _regular(pivots)
            found = _where(holds, found, said[0])
        return found

    return _family(unknowns, inputs, expressions, residual, said, starts)


def moving(tangents: Graph, results: int) -> list[Op]:
    """For each of several results the op of (*x, *p) that is it, where its tangent is known: that
    graph's, of (*x, *p, *dp), which is linear in dp.

    >>> x, p, dp = Node.input("x"), Node.input("p"), Node.input("dp")
    >>> (root,) = moving(Graph([x, p, dp], (0.5 * dp / x,)), 1)
    >>> print(Graph([x, p], root.partials(x, x, p)[1]))
    f(x, p):
      %0 = div(0.5, x)
      return %0
    """
    inputs, outputs = leaves(tangents.inputs), leaves(tangents.outputs)
    count = (len(inputs) + results) // 2

    @cache
    def expressions(at: int) -> list[Node]:
        return jacobian(tangents.returning((outputs[at],)), inputs[count:])[0]

    return _family(results, inputs[:count], expressions, tangents)


def _family(
    count: int,
    inputs: list[Node],
    expressions: Callable[[int], list[Node]],
    graph: Graph,
    *rest: Any,
) -> list[Op]:
    """The ops of so many results, of which expressions of the inputs are the partials in what comes
    behind the results; they are made of a graph and the rest of `Equations`, or of a `Motion`."""
    kind, name, starts = (Equations, "root", rest[1]) if rest else (Motion, "factor", 0)
    ops: list[Op] = []

    def partials_of(at: int) -> Callable[..., tuple[Any, ...]]:
        def partials(out: Any, *args: Any) -> tuple[Any, ...]:
            own = [out if other == at else ops[other](*args) for other in range(count)]
            known = dict(zip(inputs, [*own, *args[count : len(inputs)]], strict=True))
            found = expressions(at)
            wanted = [one for one in found if one is not ZERO]
            values = dict(zip(wanted, evaluate(wanted, known), strict=True))
            return (*[ZERO] * count, *[values.get(one, ZERO) for one in found])

        return partials

    for at in range(count):
        made = Op(
            f"{name}{at}" if count > 1 else name,
            lambda *args, at=at: args[at],
            partials_of(at),
            len(inputs) + starts,
            doc="One of several results.",
        )
        made.made_of = kind(graph, at, ops, *rest)
        ops.append(made)
    return ops


def _solved(rows: list[list[Node]], at: int, unknowns: int) -> tuple[list[Node], list[Node]]:
    """What the unknown's partials are, in what is given: -w R, where the unknowns' part of the
    residual's Jacobian, transposed and times w, is a unit vector. And what that is divided by."""

    def plain(one: Node) -> Any:
        return 0.0 if one is ZERO else one.payload if one.op is CONST else one

    square = [[plain(one) for one in row[:unknowns]] for row in rows]
    if unknowns == 1:
        slope = lifted(square[0][0])
        return [one if one is ZERO else -one / slope for one in rows[0][1:]], [slope]
    unit = [[float(other == at)] for other in range(unknowns)]
    try:
        weights, pivots = solved_by([*map(list, zip(*square, strict=True))], unit)
    except ZeroDivisionError:  # whatever the numbers are
        return [ZERO] * (len(rows[0]) - unknowns), [const(0.0)]
    found = []
    for column in zip(*[row[unknowns:] for row in rows], strict=True):
        terms = [w * one for (w,), one in zip(weights, column, strict=True) if one is not ZERO]
        found.append(-reduce(add, terms) if terms else ZERO)
    return found, [*map(lifted, pivots)]


def _settled(residual: Graph, slope: Node) -> Node:
    """Whether Newton's next step changes the slope by less than a hundredth. At a double root it
    halves it, however near a solver has come, and the derivative would be as large as the
    iterations were many. The quantity is that of Kantorovich's theorem."""
    value, bend = _value_and_bend(residual, slope)
    return slope != 0.0 if bend is ZERO else abs(value * bend) < 0.01 * slope * slope


def _isolated(residual: Graph, slope: Node) -> Node:
    """Whether other solutions are apart from it. So is a double root, whose slope alone is 0, and a
    place where the residual jumps."""
    value, bend = _value_and_bend(residual, slope)
    found = [one for one in (slope, bend, value) if one is not ZERO]
    if any(one.op is CONST and one.payload != 0.0 for one in found):
        return const(True)
    return reduce(or_, [one != 0.0 for one in found])


def _regular(pivots: list[Node]) -> Node:
    return reduce(and_, [one != 0.0 for one in pivots])


def _value_and_bend(residual: Graph, slope: Node) -> tuple[Node, Node]:
    """A residual of one unknown, and the derivative of its slope."""
    (value,), (x, *_) = leaves(residual.outputs), leaves(residual.inputs)
    ((bend,),) = jacobian(residual.returning(slope), [x])
    return value, bend


def _where(holds: Node, partials: list[Node], said: str) -> list[Node]:
    """The partials, where that holds, and what depends on steps alone."""
    failure = Node(RAISE, (), (ValueError, said))
    return [where(holds, 0.0 if one is ZERO else one, failure) for one in partials]
