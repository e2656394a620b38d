"""Taylor series of whole arrays: the rules of rows that are no number's.

In: a Node of whole arrays whose arguments have series. Out: what its k-th coefficient is of those
before it. A room of its own because a row of arrays has no partials to read an equation off:

    linear in each argument     y_k = sum of y(u_i, v_j) over i + j = k
    linear in all together      y_k = y(u_k, v_k)
    a tangent y' = L(u, y) u'   k y_k = the coefficient of order k - 1 of that expression
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lazyad.arrays.constants import full
from lazyad.arrays.forms import form_of, is_float, set_form, shape_of
from lazyad.arrays.sums import broadcast_to
from lazyad.derivatives.algebra import plus, product, quotient
from lazyad.graph import INPUT, ZERO, Node, const, walk
from lazyad.values.errors import refused
from lazyad.values.origin import describe

Series = Sequence[Node]


def check_has_series(node: Node) -> None:
    """Raise TypeError for a row that comes to several arrays."""
    if type(form_of(node)) is tuple:
        what = f"the Taylor coefficients of {node.op.name}"
        instead = "jvp; or formulas in np.linalg.solve, inv, cholesky, det and expm"
        raise refused(TypeError, what, instead, describe(node.origin))


def moves(node: Node) -> bool:
    """Whether a row of arrays has coefficients at all."""
    row = node.op.array
    rule = row.joint or row.tangent is not None or row.transpose is not None
    return rule and is_float(node)


def fitted(coefficient: Node, node: Node) -> Node:
    """A coefficient in the shape of its array."""
    if coefficient is ZERO or shape_of(coefficient) == shape_of(node):
        return coefficient
    return broadcast_to(coefficient, shape_of(node))


def zeros(like: Node) -> Node:
    form = form_of(like)
    return full(form.shape, 0.0, form.kind)


def row_rule(expansion: Any, node: Node, last: int) -> Callable[[int], Node]:
    """The k-th coefficient of a Node of a row of arrays."""
    row, series = node.op.array, [expansion.series.get(arg) for arg in node.args]
    active = [at for at, one in enumerate(series) if one is not None and is_float(node.args[at])]

    def called(args: dict[int, Node]) -> Node:
        given = tuple([args.get(at, arg) for at, arg in enumerate(node.args)])
        return Node(node.op, given, node.payload, node.origin)

    def joint(k: int) -> Node:
        own = {at: series[at][k] for at in active}
        if all(one is ZERO for one in own.values()):
            return ZERO
        return called(
            {
                at: zeros(arg) if own.get(at, ZERO) is ZERO else own[at]
                for at, arg in enumerate(node.args)
                if is_float(arg)
            }
        )

    def linear(k: int) -> Node:
        total = ZERO
        for orders in _orders(k, len(active)):
            args = {at: series[at][order] for at, order in zip(active, orders, strict=True)}
            if all(one is not ZERO for one in args.values()):
                total = plus(total, called(args))
        return total

    if row.series is not None:
        given = [expansion.of(arg) for arg in node.args]
        return lambda k: row.series(k, expansion.series[node], *given)
    if row.tangent is not None:
        rule = _by_tangent(expansion, node, active, last)
        return lambda k: rule(k) if k else called({at: series[at][0] for at in active})
    return joint if row.joint else linear


def _orders(total: int, count: int) -> Iterator[tuple[int, ...]]:
    """All ways to write a number as a sum of so many."""
    if count == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in _orders(total - first, count - 1):
            yield (first, *rest)


def _by_tangent(
    expansion: Any, node: Node, active: Sequence[int], last: int
) -> Callable[[int], Node]:
    """The rule from a tangent. What in it depends on the arguments' tangents, its slopes, stands
    for coefficients alone, an order less than these have, and waits for them."""
    known = expansion.series
    slopes: dict[int, Node] = {}
    for at in active:
        slopes[at] = set_form(Node(INPUT, (), "slope", node.origin), form_of(node.args[at]))
        known[slopes[at]] = expansion.begun()
    line = node.op.array.tangent(node, *[slopes.get(at, ZERO) for at in range(len(node.args))])
    if line is ZERO:
        return lambda k: ZERO
    waiting = {*slopes.values()}
    rules: list[tuple[Any, Callable[[int], Node], Node]] = []
    for part in walk([line]):
        if part in waiting or part in known or part.op.leaf:
            continue
        if waiting.isdisjoint(part.args):
            expansion.plan(part, last - 1)
            continue
        waiting.add(part)
        known[part] = expansion.begun()
        rules.append((known[part], expansion.rule(part, last - 1), part))

    def rule(k: int) -> Node:
        for at, slope in slopes.items():
            known[slope].append(product(const(float(k)), known[node.args[at]][k]))
        for one, make, part in rules:
            one.append(fitted(make(k - 1), part))
        return quotient(known[line][k - 1], const(float(k)))

    return rule
