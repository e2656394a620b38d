"""Rows of elements whose places an array of whole numbers says, and their transposes, which add.

In: Nodes of numbers and of places. Out: a Node. A room of its own because places are arguments,
which no derivative is asked in.
"""

from __future__ import annotations

from collections.abc import Callable

from lazyad import ops
from lazyad.arrays.constants import counted, full
from lazyad.arrays.forms import broadcast, form_of, shape_of, wider
from lazyad.arrays.rows import list_of, row
from lazyad.arrays.slices import of_one_kind
from lazyad.arrays.sums import broadcast_to
from lazyad.graph import Node, Op
from lazyad.regions import made
from lazyad.values.structure import Form


def _take_form(axis: int, x: Form, at: Form) -> Form:
    place = len(x.shape) + axis
    return Form(x.shape[:place] + at.shape + x.shape[place + 1 :], x.kind)


def _take_text(node: Node) -> str:
    place = len(shape_of(node.args[0])) + node.payload
    return "{0}[{1}]" if place == 0 else f"np.take({{0}}, {{1}}, axis={node.payload})"


def _added(op: Op, ct: Node, node: Node, at: int) -> Node | None:
    """The cotangent of what elements were taken of, by the row that adds each at its place."""
    axis = node.payload
    return None if at else made(op, (ct, node.args[1]), (axis, shape_of(node.args[0])[axis]))


GATHER: Op = row(
    "gather",
    _take_form,
    _take_text,
    transpose=lambda ct, node, at: _added(SCATTER, ct, node, at),
    xp=lambda node: f"taken_at({{0}}, {{1}}, {node.payload})",
)


def _scatter_form(payload: tuple[int, int], x: Form, at: Form) -> Form:
    axis, size = payload
    rest = x.shape[len(x.shape) + axis + 1 :]
    lead = x.shape[: len(x.shape) - len(rest) - len(at.shape)]
    return Form((*lead, size, *rest), x.kind)


def _adding(name: str, form: Callable[..., Form], numpy: str, xp: str, back: Op) -> Op:
    """A row of what adds elements into zeros: of what takes them, the transpose."""

    def spelled(function: str) -> Callable[[Node], str]:
        return lambda node: f"{function}({{0}}, {{1}}, {node.payload[0]}, {node.payload[1]})"

    def taken(ct: Node, node: Node, at: int) -> Node | None:
        return made(back, (ct, node.args[1]), node.payload[0]) if at == 0 else None

    return row(name, form, spelled(numpy), transpose=taken, xp=spelled(xp))


SCATTER: Op = _adding("scatter", _scatter_form, "scattered", "added_at", GATHER)


def gather(x: Node, at: Node, axis: int) -> Node:
    """The elements at these places of an axis, which the axes of the index replace."""
    return made(GATHER, (x, at), axis)


def scatter(x: Node, at: Node, axis: int, size: int) -> Node:
    """Zeros, with each element of x added at its place: the transpose of `gather`."""
    return made(SCATTER, (x, at), (axis, size))


def _along_text(node: Node) -> str:
    extra = len(shape_of(node.args[0])) - len(shape_of(node.args[1]))
    index = f"{{1}}[{'None, ' * extra}...]" if extra else "{1}"
    return f"np.take_along_axis({{0}}, {index}, axis={node.payload})"


TAKE_ALONG: Op = row(
    "take_along_axis",
    lambda axis, x, at: Form(x.shape[: len(x.shape) - len(at.shape)] + at.shape, x.kind),
    _along_text,
    transpose=lambda ct, node, at: _added(PUT_ALONG, ct, node, at),
    xp=lambda node: f"taken_along({{0}}, {{1}}, {node.payload})",
)


def _put_along_form(payload: tuple[int, int], x: Form, at: Form) -> Form:
    axis, size = payload
    shape = [*x.shape]
    shape[axis] = size
    return Form(tuple(shape), x.kind)


PUT_ALONG: Op = _adding(
    "put_along_axis", _put_along_form, "scattered_along", "added_along", TAKE_ALONG
)


def take_along(x: Node, at: Node, axis: int) -> Node:
    """One element along an axis for each index of an array of as many axes."""
    own, index = shape_of(x), shape_of(at)
    spread = [
        *broadcast([(*own[:axis], 1, *own[axis:][1:]), (*index[:axis], 1, *index[axis:][1:])])
    ]
    spread[axis] = index[axis]
    return made(TAKE_ALONG, (x, broadcast_to(at, tuple(spread))), axis)


def _put_transposed(ct: Node, node: Node, at: int) -> Node | None:
    _, values, index = node.args
    if at == 2:
        return None
    lead = shape_of(ct)[: len(shape_of(ct)) - 1]
    if at == 0:
        zeros = full((*lead, *shape_of(values)), 0.0, form_of(ct).kind)
        return made(PUT, (ct, zeros, index), None)
    own = counted(shape_of(index)[0])  # of several that are put at one place, the last is there
    there = gather(made(PUT, (counted(shape_of(node)[-1]), own, index), None), index, -1)
    return ops.where(ops.eq(there, own), gather(ct, index, -1), 0.0)


PUT: Op = row(
    "put",
    lambda p, x, values, at: x._replace(kind=wider([x.kind, values.kind])),
    "put({0}, {1}, {2})",
    joint=True,
    transpose=_put_transposed,
    xp=lambda node: "with_values({0}, {1}, {2})",
)


def put(x: Node, values: Node, at: Node) -> Node:
    """A row of elements with others at these places; of several at one place, the last."""
    return made(PUT, (*of_one_kind([x, values]), at), None)


RAVEL_INDEX = row(
    "ravel_multi_index",
    lambda sizes, *at: Form(broadcast([one.shape for one in at]), "int64"),
    lambda node: f"np.ravel_multi_index(({list_of(node)}), {node.payload})",
    xp=lambda node: f"place_of(({list_of(node)}), {node.payload})",
)
