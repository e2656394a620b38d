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
from functools import cache
from typing import Any

from lazyad.derivatives.algebra import (
    MOST_SPLIT,
    QUOTIENTS,
    choice,
    guard,
    made,
    negated,
    plus,
    product,
    quotient,
    scaled,
    selects,
)
from lazyad.derivatives.powers import Known, has_root, without_common
from lazyad.dual import no_partial
from lazyad.graph import (
    CONST,
    INPUT,
    RAISE,
    TABLE,
    TAKE,
    ZERO,
    Graph,
    Node,
    Op,
    const,
    exact_reciprocal,
    is_condition,
    is_const,
    lifted,
    walk,
)
from lazyad.ops import add, div, eq, mod, mul, neg, ratio, sub, where
from lazyad.values.origin import Origin, State, describe, origins, state


def local_partials(
    node: Node, active: Container[Node], lost: Container[Node] = (), through: Container[Node] = ()
) -> dict[Node, Node]:
    """The partial of a Node in each of its arguments that are `active`, structural zeros left out.

    Where one side of a choice is `lost` (it raises), the choice is its other side. Where one holds
    at a single point alone and the other goes `through` it, the derivative is the other's.
    Raises TypeError where the op table has no partial.
    """
    args, op = node.args, node.op
    if op.apart:  # whose tangents are carried
        return _of_taken(node, active) if op is TAKE else {}
    size, recipes = (0, _looked_up(node)) if op.looks else _recipes(op)
    if node in through:
        recipes = [(2 if args[0].op is eq else 1, _ONE, -1, [])]
    found: dict[Node, Node] = {}
    made: list[Any] = []  # what the recipes have places for
    for position, partial, at, steps in recipes:
        arg = args[position]
        if arg not in active:
            continue
        if partial is None:
            raise no_partial(op, position, describe(node.origin))
        one = partial
        if at >= 0:
            made = made or [*args, node, ZERO, *[None] * size]
            now = state.origin if steps else None
            for place, of, inner, payload in steps:
                if made[place] is None:
                    made[place] = Node(of, tuple([made[k] for k in inner]), payload, now)
            one = made[at]
        if one.op is CONST:
            if one.payload == 0.0:
                continue
        elif op is where and args[3 - position] in lost:
            one = const(1.0)
        elif one.op is div and one.args[0].op is one.args[1].op is CONST:
            inverse = exact_reciprocal(one.args[1].payload)
            one = one if inverse is None else const(one.args[0].payload * inverse)
        elif is_condition(one):
            one = where(one, 1.0, 0.0)
        if arg in found:  # of x * x
            known = found.pop(arg)
            one = scaled(2.0, one) if known is one else plus(known, one)
        if one is not ZERO:
            found[arg] = one
    return found


def read(node: Node) -> Sequence[Node]:
    """The numbers that a Node may have partials in: its arguments, or a table's."""
    if node.op is not TAKE:
        return node.args
    return node.args[0].args if node.args[0].op is TABLE else ()


def _of_taken(node: Node, active: Container[Node]) -> dict[Node, Node]:
    """1 where a number of the table is taken."""
    numbers, at = read(node), node.args[1]
    place, found = mod(at, float(len(numbers))), dict[Node, Node]()
    for k, arg in enumerate(numbers):
        if arg in active:
            one = where(eq(place, float(k)), 1.0, ZERO)
            found[arg] = plus(found[arg], one) if arg in found else one
    return found


# A Node to be made: its place, its op, the places of its arguments, its payload.
_Step = tuple[int, Op, tuple[int, ...], Any]
# The number of an argument, the partial in it, the place it is made at, if it is, and how.
_Recipe = tuple[int, Node | None, int, list[_Step]]


@cache
def _recipes(op: Op) -> tuple[int, list[_Recipe]]:
    """How many Nodes the partials of an op are made of, and how those that are no zeros are made.
    The first places are the arguments', the Node's own and ZERO's."""
    out, inputs, partials = op.equation
    places: dict[Node | None, int] = {n: at for at, n in enumerate([*inputs, out, ZERO])}
    given, recipes = len(places), list[_Recipe]()
    for position, partial in enumerate(partials):
        steps: list[_Step] = []
        for node in () if partial is None or partial.op is CONST else walk([partial]):
            if node.op is not INPUT and node is not ZERO:
                at = places.setdefault(node, len(places))
                steps.append((at, node.op, tuple([places[a] for a in node.args]), node.payload))
        if partial is not ZERO:
            recipes.append((position, partial, places.get(partial, -1), steps))
    return len(places) - given, recipes


def _looked_up(node: Node) -> list[_Recipe]:
    """The same of a Node whose op looks at its arguments."""
    assert node.op.partials is not None
    given = [p if p is None else lifted(p) for p in node.op.partials(node, *node.args)]
    return [(at, p, -1, []) for at, p in enumerate(given) if p is not ZERO]


_ONE = const(1.0)


def _is_taken_apart(op: Op) -> bool:
    """Whether a product looks into such a factor."""
    return op is RAISE or op is CONST or op is where or op is neg or op in QUOTIENTS


@contextmanager
def deriving(graph: Graph) -> Iterator[State]:
    """`origins()` for what is derived from the graph. NumPy's rules hold for all of that if they
    hold for anything in the graph: one zero in an array fails no gradient, also of math.sqrt."""
    with origins() as now:
        now.numpy = graph.by_numpy
        yield now


def derived_origin(node: Node) -> Origin | None:
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
        asks = [one.op is where and one.args[0] is condition for one in inner]
        if fails is ZERO or fails.op is RAISE:
            made[key] = inner if fails is ZERO else [fails] * len(inner)
        elif all(asks) or any(side.op is RAISE for side in sides):
            keys = [
                (
                    side,
                    *[one.args[at] if ask else one for ask, one in zip(asks, inner, strict=True)],
                )
                for at, side in enumerate(sides, 1)
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


def times(outer: Node, inner: Node, known: Known | None, named: Container[Node] = ()) -> Node:
    """outer * inner, the derivatives of w in v and of v in u.

    A choice with nothing on one side is entered, the outer one first: what the inner one asks may
    be answered only where the outer one has led. What one divides by cancels in the other, where
    either divides by a root (`known`). A quotient divides the other factor, so that all who need
    that share one division; but not another quotient: x / h / h is 0 where x / h times y / h is
    not; nor a constant, which would hide the quotient from what comes next. What is computed
    anyway (`named`) is not taken apart.
    """
    if outer is ZERO or inner is ZERO:
        return ZERO
    if known is None and not (_is_taken_apart(outer.op) or _is_taken_apart(inner.op)):
        return made(mul, outer, inner)
    for one, other in ((outer, inner), (inner, outer)):
        if one.op is RAISE:
            return one
        if one.op is CONST and (abs(one.payload) == 1.0 or other.op is CONST):
            return scaled(one.payload, other)
    if selects(outer):
        condition, *sides = guard(outer).args
        return choice(condition, *[times(side, inner, known, named) for side in sides])
    if selects(inner):
        condition, *sides = guard(inner).args
        return choice(condition, *[times(outer, side, known, named) for side in sides])
    for one, other in ((outer, inner), (inner, outer)):
        if one.op is neg:
            return negated(times(one.args[0], other, known, named))
    left = None if known is None else without_common(outer, inner, known)
    if left:
        return times(*left, known)
    for one, other in ((inner, outer), (outer, inner)):
        rest = _without(one.args[1], other) if one.op is div else None
        if rest is not None:
            return times(one.args[0], rest, known, named)
    for one, other in ((inner, outer), (outer, inner)):
        if one in named:
            continue
        if one.op is div or (one.op is ratio and other.op not in QUOTIENTS):
            if one.op is div and other.op is CONST:
                return made(div, scaled(other.payload, one.args[0]), one.args[1])
            above, divided = one.args[0], made(one.op, other, one.args[1])
            return times(above, divided, None) if selects(above) else product(above, divided)
    return product(outer, inner)


def _without(factor: Node, whole: Node, levels: int = 4) -> Node | None:
    """The product without that factor; None if it is none of it."""
    if whole is factor:
        return _ONE
    if whole.op is neg:
        rest = _without(factor, whole.args[0], levels)
        return None if rest is None else negated(rest)
    if whole.op in (mul, div) and levels:
        first, second = whole.args
        rest = _without(factor, first, levels - 1)
        if rest is not None:
            return product(rest, second) if whole.op is mul else quotient(rest, second)
        rest = _without(factor, second, levels - 1) if whole.op is mul else None
        return None if rest is None else product(first, rest)
    return None


def times_tangent(
    partial: Node, tangent: Node, known: Known | None, named: Container[Node], alone: bool
) -> Node:
    """partial * tangent in a kernel, where a tangent is read and stays as it is. A choice or a
    quotient is entered, so that a branch not taken is never multiplied by zero and 1/y becomes a
    division of the tangent. What the function computes (`named`) is not: it has a name already. A
    constant joins the tangent's own where nobody else wants that tangent (`alone`)."""
    if partial is ZERO or tangent is ZERO:
        return ZERO
    if partial.op is RAISE:
        return partial
    if partial.op is CONST:
        return scaled(partial.payload, tangent, alone, whole=True)
    if tangent.op is CONST and is_const(tangent, 1.0):
        return partial
    left = None if known is None else without_common(partial, tangent, known)
    if left:
        return times_tangent(*left, known, named, alone)
    if known is not None and has_root(partial, known) and _guard(tangent):
        return _where_any(partial, tangent)
    if partial not in named:
        if partial.op is neg:
            return made(neg, times_tangent(partial.args[0], tangent, known, named, alone))
        if partial.op in QUOTIENTS:
            above, below = partial.args
            return quotient(times_tangent(above, tangent, known, named, alone), below, partial.op)
        if partial.op is where:
            condition, *sides = partial.args
            return choice(
                condition, *[times_tangent(s, tangent, known, named, alone) for s in sides]
            )
    return made(mul, partial, tangent)


def _where_any(partial: Node, tangent: Node, levels: int = MOST_SPLIT) -> Node:
    """partial * tangent where there is a tangent, on each side of its choices: the partial may be
    infinite at the constant of a side that has none, as of a number that is clipped."""
    found = _guard(tangent) if levels else None
    if found is None:
        return made(mul, partial, tangent)
    condition, *sides = found
    levels = levels - 1 if tangent.op is where else 0
    return choice(
        condition,
        *[
            side if side is ZERO else _where_any(partial, side if levels else tangent, levels)
            for side in sides
        ],
    )


def _guard(tangent: Node, levels: int = 8) -> tuple[Node, ...] | None:
    """The condition on one side of which there is no tangent, and the sides: of a choice, of
    products with one, and of sums of two on the same condition."""
    if selects(tangent):
        return guard(tangent).args
    if levels and tangent.op in (mul, neg, *QUOTIENTS):
        factors = tangent.args[:1] if tangent.op in QUOTIENTS else tangent.args
        found = (_guard(one, levels - 1) for one in factors)
        return next((one for one in found if one), None)
    if levels and tangent.op in (add, sub):
        one, other = [_guard(term, levels - 1) for term in tangent.args]
        nothing = [[side is ZERO for side in found[1:]] for found in (one or (), other or ())]
        if one and other and _is_same(one[0], other[0]) and nothing[0] == nothing[1]:
            return one
    return None


def _is_same(one: Node, other: Node) -> bool:
    """Whether two conditions compare the same, each in a line of its own."""
    pairs = zip(one.args, other.args, strict=False)
    return one is other or (
        bool(one.op.holds)
        and one.op is other.op
        and all(a is b or (a.op is b.op is CONST and a.payload == b.payload) for a, b in pairs)
    )
