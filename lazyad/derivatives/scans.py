"""Derivatives through scans: tangents are carried beside values, and cotangents from the last round
to the first.

In: a scan, the tangents (or Taylor coefficients) of its arguments or the cotangents of its items,
and what derives a round. Out: a scan that computes both, or one that runs backwards. A room of its
own because here, and only here, a round's inputs and outputs have their meaning.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Container, Mapping, Sequence
from typing import Any

from lazyad.arrays.constants import full
from lazyad.arrays.forms import form_of, is_float, shape_of
from lazyad.arrays.rows import Shape
from lazyad.arrays.scans import Scan, body_of, in_segments, round_input, scan_items, widened
from lazyad.arrays.views import astype, permute
from lazyad.derivatives.algebra import choice, plus
from lazyad.derivatives.loops import Expand, Series, is_moving
from lazyad.derivatives.partials import derived_origin
from lazyad.graph import ZERO, Node, walk
from lazyad.ops import where
from lazyad.regions import item
from lazyad.values.errors import refused
from lazyad.values.origin import Origin, describe
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import Form

Sweep = Callable[..., Any]


def moved_scan(
    node: Node,
    given: Mapping[int, Series],
    names: Sequence[str],
    expand: Expand,
    lead: Shape = (),
    *,
    seeded: bool = False,
) -> tuple[list[Node], dict[int, Series]]:
    """The items of the scan, which carries what moves with the values as well, and the series of
    those that move: tangents (`seeded`) or coefficients, called by these names. Nothing is
    stored."""
    what: Scan = node.payload
    inputs, called = what.inputs, [*what.body.inputs]
    moves, none = {*given}, [ZERO] * (1 + len(names))
    while True:
        seeds = {at: _seeds(inputs[at], called[at], names, lead) for at in sorted(moves)}
        body, of, made = expand(what.body, {inputs[at]: one for at, one in seeds.items()})
        after, out, *_ = body.outputs
        more = {at for at in range(what.carried) if is_moving(of(after[at]))}
        if more <= moves:
            break
        moves |= more
    riders: dict[int, list[tuple[str, Node, Node]]] = {}
    for at, (_, *own) in seeds.items():
        starts = [_or_zeros(x, node.args[at], lead) for x in given.get(at, none)[1:]]
        if at in what.parts[1] and what.length is not None:  # a list has them in front
            starts = [_rows_first(x, lead) for x in starts]
        riders[at] = [(str(x.payload), x, start) for x, start in zip(own, starts, strict=True)]
    carried = [at for at in range(what.carried) if at in moves]
    kept = [at for at, one in enumerate(out) if is_moving(of(one))]
    ends, rows, *asked = [[of(one)[0] for one in part] for part in body.outputs]
    ends += [_or_zeros(x, after[at], lead) for at in carried for x in of(after[at])[1:]]
    rows += [_or_zeros(x, out[at], lead) for at in kept for x in of(out[at])[1:]]
    tangents = [x for one in seeds.values() for x in one[1:]] if seeded else ()
    outputs = ends, rows, *asked
    old, moved, given_out = widened(node, riders, outputs, [*made, *ends, *rows], tangents)
    if what.length is not None:
        given_out = [_rows_behind(x, lead) for x in given_out]
    every, places = iter([*moved, *given_out]), [*carried, *[what.carried + at for at in kept]]
    return old, {at: [old[at], *itertools.islice(every, len(names))] for at in places}


def _seeds(like: Node, called: str, names: Sequence[str], lead: Shape) -> list[Node]:
    """An input of a round, and those for what moves with it."""
    origin = derived_origin(like)
    return [like, *[_direction(name.format(called), like, lead, origin) for name in names]]


def _direction(name: str, like: Node, lead: Shape, origin: Origin | None = None) -> Node:
    """An input of a round for a tangent or a cotangent."""
    form = form_of(like)
    return round_input(name, Form((*lead, *form.shape), form.kind), origin)


def _or_zeros(direction: Node, like: Node, lead: Shape) -> Node:
    """The tangent or the cotangent of that one, of its kind: it is carried on as that."""
    kind = form_of(like).kind
    if direction is ZERO:
        return full((*lead, *shape_of(like)), 0.0, kind)
    return direction if form_of(direction).kind == kind else astype(direction, kind)


def _rows_first(x: Node, lead: Shape) -> Node:
    """The rows of an array in front of its directions, where a scan finds them."""
    rank, ahead = len(shape_of(x)), len(lead)
    order = (ahead, *range(ahead), *range(ahead + 1, rank))
    return permute(x, [at - rank for at in order]) if lead else x


def _rows_behind(x: Node, lead: Shape) -> Node:
    rank, ahead = len(shape_of(x)), len(lead)
    order = (*range(1, ahead + 1), 0, *range(ahead + 1, rank))
    return permute(x, [at - rank for at in order]) if lead else x


# ---------------------------------------------------------------------------------- reverse


def segmented(node: Node) -> list[Node]:
    """The items of the scan, over segments of rounds where only these are to be stored."""
    what: Scan = node.payload
    if what.length is not None and 1 < what.segment < what.length:
        last, rows = in_segments(what, node.args)
        return [*last, *rows]
    return [item(node, at) for at in range(what.items)]


def storing(node: Node, stored: dict[Node, list[Node]]) -> list[Node]:
    """The items of the scan, which also gives out what is carried into each round."""
    what: Scan = node.payload
    after, out, *test = what.body.outputs
    if what.length is None and not test:
        instead = "the Hessian or hvp of that function, which is forward mode over reverse"
        told = "reverse mode through the reverse mode of a loop that its numbers end"
        raise refused(TypeError, told, instead, describe(node.origin))
    outputs = after, (*out, *what.inputs[: what.carried]), *test
    body = body_of(what.body.inputs.items(), outputs, what.body.nodes)
    last, rows = scan_items(what._replace(body=body), node.args)
    found = [*last, *rows]
    if found:
        stored[found[0].args[0]] = rows[len(out) :]
    return found[: what.items]


class Mask(NamedTuple):
    """Of which elements cotangents are any: where the condition holds, or where it does not. It is
    an input of the round that is run backwards."""

    condition: Node
    holds: bool
    input: Node

    def of(self, ct: Node, condition: Node) -> Node:
        """The cotangent of those elements alone."""
        return choice(condition, *((ct, ZERO) if self.holds else (ZERO, ct)))

    def left(self, ct: Node) -> Node | None:
        """A cotangent of those elements without the choice of them; None if it has others."""
        left, condition, holds = sides_of(ct)
        return left if condition is self.input and holds is self.holds else None


class Back(NamedTuple):
    """A round that is run backwards: the cotangents of what it carried on and of what it gave out,
    as inputs of their own by place, and what its own inputs get of them."""

    ends: dict[int, Node]
    rows: dict[int, Node]
    found: Mapping[Node, Node]
    mask: Mask | None = None


def back_through(
    node: Node, cts: Mapping[int, Node], stored: Sequence[Node], lead: Shape, back: Back
) -> list[tuple[Node, Node]]:
    """The cotangents of the scan's arguments: the rounds from the last to the first, each with what
    was carried into it."""
    what: Scan = node.payload
    inputs, names, (ends, rows, found, mask) = what.inputs, [*what.body.inputs], back
    cts = cts if mask is None else {at: sides_of(ct)[0] for at, ct in cts.items()}
    carried, over, read = what.parts
    sums = {
        at: _direction(f"sum_{names[at]}", inputs[at], lead) for at in read if inputs[at] in found
    }
    moved = [at for at in over if inputs[at] in found]
    # Each input of the new round, and what it is at first.
    new = [
        (f"ct_{names[at]}", one, _or_zeros(cts.get(at, ZERO), inputs[at], lead))
        for at, one in ends.items()
    ]
    new += [
        (f"sum_{names[at]}", one, _or_zeros(ZERO, inputs[at], lead)) for at, one in sums.items()
    ]
    count = len(new)
    new += [(names[at], inputs[at], stored[at]) for at in carried]
    new += [(names[at], inputs[at], node.args[at]) for at in over]
    new += [
        (f"ct_y{at}", one, _rows_first(cts[what.carried + at], lead)) for at, one in rows.items()
    ]
    last = len(new)
    new += [(names[at], inputs[at], node.args[at]) for at in read]
    new += [] if mask is None else [("mask", mask.input, mask.condition)]
    before = [_or_zeros(found.get(inputs[at], ZERO), inputs[at], lead) for at in ends]
    before += [
        _or_zeros(plus(one, found[inputs[at]]), inputs[at], lead) for at, one in sums.items()
    ]
    given_out = [_or_zeros(found[inputs[at]], inputs[at], lead) for at in moved]
    order = walk([*before, *given_out])
    body = body_of([(name, one) for name, one, _ in new], (before, given_out), order)
    reversed_ = Scan(body, count, last - count, what.length, not what.reverse)
    firsts, given_back = scan_items(reversed_, [first for _, _, first in new])
    results = dict(zip([*ends, *sums], firsts, strict=True))
    results |= {at: _rows_behind(x, lead) for at, x in zip(moved, given_back, strict=True)}
    if mask is not None:
        results |= {at: mask.of(results[at], mask.condition) for at in ends}
    return [(node.args[at], ct) for at, ct in results.items()]


def sides_of(ct: Node) -> tuple[Node, Node | None, bool]:
    """A cotangent that a choice leaves of some elements: what it is there, the condition, and
    whether that holds there; without a condition, one that is of all."""
    holds = ct.op is where and ct.args[2] is ZERO
    if not (holds or (ct.op is where and ct.args[1] is ZERO)):
        return ct, None, True
    return ct.args[1 if holds else 2], ct.args[0], holds


def _mask_of(node: Node, cts: Mapping[int, Node]) -> Mask | None:
    """The elements that the cotangents have alone, of what is carried and of each row alike."""
    (_, condition, holds), *others = map(sides_of, cts.values())
    alike = all(one is condition and held is holds for _, one, held in others)
    if condition is None or not alike:
        return None
    what: Scan = node.payload
    rows = [what.body.outputs[1][at - what.carried] for at in cts if at >= what.carried]
    if any(shape_of(row) != shape_of(condition) for row in rows):
        return None
    return Mask(condition, holds, round_input("mask", condition))


def run_back(  # noqa: PLR0917
    node: Node,
    cts: Mapping[int, Node],
    outputs: int,
    active: Container[Node],
    lead: Shape,
    sweep: Sweep,
) -> Back:
    """A round of the scan, which gives out that many arrays of its own, run backwards. What is
    nothing is not multiplied, if what is carried back is nothing of the same elements."""
    mask = _mask_of(node, cts)
    rest = (node, cts, outputs, active, lead, sweep)
    return (_back(*rest, mask) if mask else None) or _back(*rest, None)  # type: ignore[return-value]


def _back(  # noqa: PLR0917
    node: Node,
    cts: Mapping[int, Node],
    outputs: int,
    active: Container[Node],
    lead: Shape,
    sweep: Sweep,
    mask: Mask | None,
) -> Back | None:
    """The same, of the elements of a mask; None if others are carried, too. It is run until it is
    known which cotangents are carried."""
    what: Scan = node.payload
    inputs, names = what.inputs, [*what.body.inputs]
    after, out, *_ = what.body.outputs
    wanted = _active(what, node.args, active)
    given = [at for at in range(outputs) if what.carried + at in cts]
    rows = {at: _direction(f"ct_y{at}", out[at], lead) for at in given}
    pulled = {at for at in range(what.carried) if at in cts}
    while True:
        ends = {at: _direction(f"ct_{names[at]}", after[at], lead) for at in sorted(pulled)}
        weights: dict[Node, Node] = {}
        pairs = [(out[at], ct) for at, ct in rows.items()]
        for one, ct in [*pairs, *[(after[at], ct) for at, ct in ends.items()]]:
            own_ct = ct if mask is None else mask.of(ct, mask.input)
            weights[one] = plus(weights.get(one, ZERO), own_ct)
        found = sweep(what.body.nodes, weights, [inputs[at] for at in sorted(wanted)], lead)
        own = {inputs[at]: found.get(inputs[at], ZERO) for at in wanted}
        own = {one: ct for one, ct in own.items() if ct is not ZERO}
        more = {at for at in range(what.carried) if inputs[at] in own}
        if mask is not None:
            for at in more:
                left = mask.left(own[inputs[at]])
                if left is None or shape_of(inputs[at]) != shape_of(mask.input):
                    return None
                own[inputs[at]] = left
        if more <= pulled:
            return Back(ends, rows, own, mask)
        pulled |= more


def _active(what: Scan, args: Sequence[Node], active: Container[Node]) -> set[int]:
    """The places of the inputs that depend on what is active."""
    found = {at for at, arg in enumerate(args) if arg in active and is_float(arg)}
    after, *_ = what.body.outputs
    while True:
        known = {what.inputs[at] for at in found}
        for node in what.body.nodes:
            if not known.isdisjoint(node.args) and is_float(node):
                known.add(node)
        more = {at for at in range(what.carried) if after[at] in known} - found
        if not more:
            return found
        found |= more
