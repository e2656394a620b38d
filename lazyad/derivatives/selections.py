"""Products with tangents and cotangents of which a part is nothing: that part is not multiplied.

In: a partial, and a tangent or a cotangent. Out: their product. A room of its own because it alone
asks of which elements a derivative is any: where a choice, an assignment or an index left nothing,
the partial may be infinite, and zero times that is no number.
"""

from __future__ import annotations

from lazyad.arrays.forms import form_of, shape_of
from lazyad.arrays.gathers import PUT, gather
from lazyad.arrays.nothings import LEVELS, chooses, is_basis, parts_of
from lazyad.arrays.rows import Shape
from lazyad.arrays.slices import UPDATE
from lazyad.arrays.sums import broadcast_to, with_axes
from lazyad.arrays.views import reshape
from lazyad.derivatives.algebra import choice
from lazyad.derivatives.partials import times_tangent
from lazyad.graph import ZERO, Node
from lazyad.ops import ne


def weighed(partial: Node, moved: Node, shape: Shape, levels: int = LEVELS) -> Node:
    """partial * moved, of an array of that shape: p * put(x) -> put(p[there] * x)."""
    found = _inside(partial, moved, shape, levels) if levels else None
    return times_tangent(partial, moved, None, (), False) if found is None else found


def _inside(partial: Node, moved: Node, shape: Shape, levels: int) -> Node | None:
    """The product, if it is known where `moved` is nothing."""
    op, args = moved.op, moved.args
    if is_basis(moved) and form_of(partial).kind == form_of(moved).kind:
        return choice(ne(moved, 0.0), partial, ZERO)
    if chooses(moved):
        sides = [weighed(partial, side, shape, levels - 1) for side in args[1:]]
        return choice(args[0], *sides)
    lead = len(shape_of(moved)) - len(shape)
    parts = parts_of(moved, levels)
    if not parts or lead < 0 or shape_of(moved)[lead:] != shape:
        return None
    made = [*args]
    for at in parts:
        factor = _there(partial, moved, shape, at)
        made[at] = weighed(factor, args[at], shape_of(args[at])[lead:], levels - 1)
    return Node(op, tuple(made), moved.payload, moved.origin)


def spread(ct: Node, node: Node, lead: Shape) -> Node:
    """The cotangent of what a sum is of: of a choice the choice, for what is summed up to nothing
    is nothing."""
    row, own = node.op.array, shape_of(node)
    assert row is not None
    assert row.transpose is not None
    if not chooses(ct):
        found: Node | None = row.transpose(broadcast_behind(ct, lead, own), node, 0)
        assert found is not None
        return found
    condition, *sides = ct.args
    leads = lead if len(shape_of(condition)) > len(own) else ()
    whole = shape_of(node.args[0])
    if leads or node.payload[1] or whole[len(whole) - len(own) :] != own:  # not the first axes
        condition = with_axes(broadcast_behind(condition, leads, own), node)
    # What a unit direction chooses is a partial, which has no directions of its own.
    ways = [lead if len(shape_of(one)) > len(own) else () for one in sides]
    pairs = zip(sides, ways, strict=True)
    return choice(condition, *[one if one is ZERO else spread(one, node, to) for one, to in pairs])


def behind(x: Node, lead: Shape, rank: int) -> Node:
    """The array with as many axes behind its directions as it is to meet."""
    own = shape_of(x)[len(lead) :]
    missing = rank - len(own)
    return reshape(x, (1,) * missing + own, len(own)) if lead and missing else x


def broadcast_behind(x: Node, lead: Shape, shape: Shape) -> Node:
    """The array at that shape, behind its directions."""
    return x if x is ZERO else broadcast_to(behind(x, lead, len(shape)), (*lead, *shape))


def _there(partial: Node, moved: Node, shape: Shape, at: int) -> Node:
    """What stands of the partial where that argument is."""
    if not shape_of(partial) or (moved.op in (UPDATE, PUT) and at == 0):
        return partial
    whole = broadcast_to(partial, shape)
    if moved.op is PUT:
        return gather(whole, moved.args[2], -1)
    row = moved.op.array
    assert row is not None
    assert row.transpose is not None
    found: Node | None = row.transpose(whole, moved, at)
    assert found is not None
    return found
