"""Local partials, and how derivatives are multiplied and added.

In: one Node, or two derivatives. Out: Nodes. A room of its own because every mode of
differentiation is made of these three functions, and what must hold in all of them is said here: a
structural zero stays one, ±1 costs nothing, and a choice selects and is never multiplied by zero.

What a function raises is no derivative and takes no part in that: where it raises, any derivative
is right, since nobody sees it. `failures` says where it does, and `unless` makes that the outermost
choice of what is returned.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager

from lazyad.derivatives.powers import without_common
from lazyad.dual import no_partial
from lazyad.graph import (
    CONST,
    LARGEST,
    RAISE,
    SMALLEST,
    ZERO,
    Graph,
    Node,
    const,
    is_const,
    lifted,
    walk,
)
from lazyad.ops import add, div, eq, mul, neg, ratio, sub, where
from lazyad.values.origin import Origin, State, by_numpy, describe, origins, state

DEEPEST = 100  # choices within choices that are entered to add and to negate
QUOTIENTS = (div, ratio)
MOST_GUARDS = 32  # choices within choices that guard one product


def local_partials(
    node: Node,
    active: Container[Node],
    lost: Container[Node] = (),
    through: Container[Node] = (),
) -> dict[Node, Node]:
    """The partial of a Node in each of its arguments that are `active`, structural zeros left out.

    Where one side of a choice is `lost` (it raises), the choice is its other side. Where one holds
    at a single point alone and the other goes `through` it, the derivative is the other's.
    Raises TypeError where the op table has no partial.
    """
    if node.op.leaf or not any(arg in active for arg in node.args):
        return {}
    assert node.op.partials is not None
    found: dict[Node, Node] = {}
    given = node.op.partials(node, *node.args)
    if node in through:
        given = (ZERO, ZERO, 1.0) if node.args[0].op is eq else (ZERO, 1.0, ZERO)
    for position, (arg, partial) in enumerate(zip(node.args, given, strict=True)):
        if arg not in active:
            continue
        if partial is None:
            raise TypeError(no_partial(node.op, position, describe(node.origin)))
        one = lifted(partial)
        if one is ZERO or (one.op is CONST and one.payload == 0.0):
            continue
        if node.op is where and node.args[3 - position] in lost:
            one = const(1.0)
        found[arg] = twice(found.get(arg), one)
    return {arg: partial for arg, partial in found.items() if partial is not ZERO}


@contextmanager
def deriving(graph: Graph) -> Iterator[State]:
    """`origins()` for what is derived from the graph. NumPy's rules hold for all of that if they
    hold for anything in the graph: one zero in an array fails no gradient, also of math.sqrt."""
    with origins() as now:
        now.numpy = any(by_numpy(node.origin) for node in graph.nodes)
        yield now


def derived(node: Node) -> Origin | None:
    """The origin of what is derived from a Node, which names it and its line."""
    numpy = bool(state.numpy)
    primal = node.origin or (Origin(None, 0) if numpy else None)
    return primal and Origin(primal.code, primal.offset, primal, numpy, primal.variable)


def failures(nodes: Iterable[Node]) -> dict[Node, Node]:
    """The exceptions that Nodes come to, as choices between them and ZERO: one for all Nodes that
    raise on the same conditions."""
    found: dict[Node, Node] = {}
    known: dict[tuple[Node, ...], Node] = {}
    for node in nodes:
        if node.op is RAISE:
            found[node] = node
        elif found and node.op is where:
            condition, *sides = node.args
            then, otherwise = [found.get(side, ZERO) for side in sides]
            if then is not otherwise:
                key = (condition, then, otherwise)
                if key not in known:
                    known[key] = where(*key)
                found[node] = known[key]
            elif then is not ZERO:
                found[node] = then
    return found


def lost(failing: Collection[Node]) -> set[Node]:
    """Those of the failures that leave no way to return."""
    found: set[Node] = set()
    for failure in failing:  # the inner ones stand first
        if failure.op is RAISE or found.issuperset(failure.args[1:]):
            found.add(failure)
    return found


def unless(failure: Node, derivatives: Sequence[Node]) -> list[Node]:
    """The derivatives where nothing fails. While one side fails at once, or all of them choose as
    the failure does, so does the result; then whether anything fails is asked once, and none of
    them is written twice."""
    made: dict[tuple[Node, ...], list[Node]] = {}
    waiting = [(failure, *derivatives)]
    while waiting:
        key = waiting[-1]
        fails, *inner = key
        condition, *sides = fails.args or (ZERO,)
        if fails is ZERO or fails.op is RAISE:
            made[key] = inner if fails is ZERO else [fails] * len(inner)
        elif any(side.op is RAISE for side in sides) or all(
            one.op is where and one.args[0] is condition for one in inner
        ):
            keys = [
                (side, *[_side(one, condition, at) for one in inner])
                for at, side in enumerate(sides)
            ]
            later = [one for one in keys if one not in made]
            waiting += later
            if later:
                continue
            pairs = zip(*[made[one] for one in keys], strict=True)
            made[key] = [where(condition, *pair) for pair in pairs]
        else:
            whether, raised = _failing(fails)
            made[key] = [where(whether, raised, one) for one in inner]
        waiting.pop()
    return made[failure, *derivatives]


def _side(derivative: Node, condition: Node, at: int) -> Node:
    """What the derivative is on one side of a condition."""
    asks = derivative.op is where and derivative.args[0] is condition
    return derivative.args[1 + at] if asks else derivative


def _failing(failure: Node) -> tuple[Node, Node]:
    """The condition for there being a failure, and what is raised where it holds."""
    known = {ZERO: (const(False), ZERO)}
    for node in walk([failure]):
        if node.op is RAISE:
            known[node] = const(True), node
        elif node.op is where and all(side in known for side in node.args[1:]):
            (one, then), (other, otherwise) = [known[side] for side in node.args[1:]]
            condition = where(node.args[0], one, other)
            if is_const(one, True) and is_const(other, False):
                condition = node.args[0]
            alike = then is otherwise or (
                then.op is otherwise.op is RAISE and then.payload == otherwise.payload
            )
            both = then is not ZERO and otherwise is not ZERO and not alike
            raised = where(node.args[0], then, otherwise) if both else then
            known[node] = condition, otherwise if raised is ZERO else raised
    return known[failure]


def twice(first: Node | None, second: Node) -> Node:
    """The sum of two partials in one argument that stands twice, as in x * x."""
    if first is None:
        return second
    if first.op is CONST and second.op is CONST:
        return _number(first.payload + second.payload)
    if first is second:
        return mul(const(2.0), first)  # type: ignore[no-any-return]
    return plus(first, second)


def _number(value: float) -> Node:
    """A constant, or a structural zero where partials cancel, as in x - x."""
    return const(value) if value else ZERO


def times(outer: Node, inner: Node) -> Node:
    """outer * inner, the derivatives of w in v and of v in u.

    A choice with nothing on one side is entered, the outer one first: what the inner one asks may
    be answered only where the outer one has led. What one divides by cancels in the other. A
    quotient divides the other factor, so that all who need that share one division; but not another
    quotient: x / h / h is 0 where x / h times y / h is not.
    """
    if outer is ZERO or inner is ZERO:
        return ZERO
    for one, other in ((outer, inner), (inner, outer)):
        if one.op is CONST and abs(one.payload) == 1.0:
            return other if one.payload == 1.0 else negated(other)
    if outer.op is CONST and inner.op is CONST:
        product = outer.payload * inner.payload
        if SMALLEST <= abs(product) <= LARGEST:
            return const(product)
    if _selects(outer):
        condition, *sides = _guard(outer).args
        return choose(condition, *[times(s, inner) for s in sides])
    if _selects(inner):
        condition, *sides = _guard(inner).args
        return choose(condition, *[times(outer, s) for s in sides])
    for one, other in ((outer, inner), (inner, outer)):
        if one.op is neg:
            return negated(times(one.args[0], other))
    left = without_common(outer, inner)
    if left:
        return times(*left)
    for one, other in ((inner, outer), (outer, inner)):
        if one.op is div or (one.op is ratio and other.op not in QUOTIENTS):
            return _fraction(one.args[0], one.op(other, one.args[1]))
    return mul(outer, inner)  # type: ignore[no-any-return]


def _fraction(above: Node, quotient: Node) -> Node:
    """above * quotient, whatever stands above the line of a partial."""
    if is_const(above, 1.0):
        return quotient
    if above.op is neg:
        return negated(mul(above.args[0], quotient))
    return times(above, quotient) if _selects(above) else mul(above, quotient)


def plus(first: Node, second: Node, lazy: bool = False, levels: int = DEEPEST) -> Node:
    """first + second, choosing once between sums and dividing once by a common denominator.

    Where the sum belongs to a Node that is evaluated on some branches only (`lazy`), it is guarded
    by what leads to either of them: it will be multiplied by what is known nowhere else.
    """
    if first is ZERO or second is ZERO:
        return second if first is ZERO else first
    if first.op is CONST and second.op is CONST:
        return _number(first.payload + second.payload)
    if levels and first.op is second.op is where and first.args[0] is second.args[0]:
        pairs = zip(first.args[1:], second.args[1:], strict=True)
        return choose(first.args[0], *[plus(a, b, lazy, levels - 1) for a, b in pairs])
    if (
        levels
        and first.op in QUOTIENTS
        and first.op is second.op
        and first.args[1] is second.args[1]
    ):
        return first.op(plus(first.args[0], second.args[0], lazy, levels - 1), first.args[1])  # type: ignore[no-any-return]
    if lazy and _selects(first) and _selects(second):
        either = where(_split(first)[0], True, _split(second)[0])
        return choose(either, add(first, second), ZERO)
    if second.op is neg:
        return sub(first, second.args[0])  # type: ignore[no-any-return]
    if first.op is neg:
        return sub(second, first.args[0])  # type: ignore[no-any-return]
    return add(first, second)  # type: ignore[no-any-return]


def negated(derivative: Node, levels: int = DEEPEST) -> Node:
    """-derivative, the sign taken into a constant or a choice, or off another sign."""
    if derivative is ZERO:
        return derivative
    if derivative.op is neg:
        return derivative.args[0]
    if derivative.op is CONST:
        return const(-derivative.payload)
    if levels and _selects(derivative):
        condition, *sides = derivative.args
        return choose(condition, *[negated(side, levels - 1) for side in sides])
    return neg(derivative)  # type: ignore[no-any-return]


# ---------------------------------------------------------------------------------- choices


def choose(condition: Node, then: Node, otherwise: Node) -> Node:
    """A choice between derivatives. A long row of conditions becomes one, so that no derivative is
    guarded by more than a few."""
    if then is otherwise is ZERO:
        return ZERO
    chosen: Node = where(condition, then, otherwise)
    if then is not ZERO and otherwise is not ZERO:
        return chosen
    depth, inner = 0, chosen
    while inner.op is where and any(side is ZERO for side in inner.args[1:]):
        depth += 1
        inner = inner.args[2] if inner.args[1] is ZERO else inner.args[1]
    return where(*_split(chosen, depth), ZERO) if depth > MOST_GUARDS else chosen


def _selects(node: Node, levels: int = 6) -> bool:
    """Whether a choice has no derivative on one of its sides; rows nest choices three deep, and
    products of them a little deeper."""
    if node.op is not where or not levels:
        return False
    return any(side is ZERO or _selects(side, levels - 1) for side in node.args[1:])


def _guard(node: Node) -> Node:
    """The choice as one with a derivative on a single side, which is then multiplied once."""
    if any(side is ZERO for side in node.args[1:]):
        return node
    return where(*_split(node), ZERO)  # type: ignore[no-any-return]


def _split(node: Node, levels: int = 6) -> tuple[Node, Node]:
    """The condition for there being a derivative, and the derivative where it holds."""
    if node is ZERO:
        return const(False), const(0.0)
    if node.op is not where or not levels:
        return const(True), node
    condition, *sides = node.args
    (one, then), (other, otherwise) = (_split(side, levels - 1) for side in sides)
    if sides[0] is ZERO:
        return where(condition, False, other), otherwise
    if sides[1] is ZERO:
        return where(condition, one, False), then
    if one.op is CONST and other.op is CONST:  # it is there either way
        return const(True), node
    return where(condition, one, other), where(condition, then, otherwise)
