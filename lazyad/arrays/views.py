"""Rows that put the elements of an array in another order: reshape, transpose, flip, astype.

In: a Node. Out: one of the same elements. A room of its own because each of these is undone by one
of its own kind, which is its transpose.
"""

from __future__ import annotations

from collections.abc import Sequence

from lazyad.arrays.constants import full
from lazyad.arrays.forms import form_of, shape_of
from lazyad.arrays.rows import Shape, row
from lazyad.graph import CONST, Node
from lazyad.regions import made
from lazyad.values.structure import Form

RESHAPE = row(
    "reshape",
    lambda p, form: Form(form.shape[: len(form.shape) - p[0]] + p[1], form.kind),
    lambda node: f"np.reshape({{0}}, {shape_of(node)})",
    view=True,
    transpose=lambda ct, node, at: reshape(
        ct, shape_of(node.args[0])[_lead(node) :], len(node.payload[1])
    ),
)


def _lead(node: Node) -> int:
    """How many axes of the argument a row with a payload (last, shape) does not speak of."""
    last: int = node.payload[0]
    return len(shape_of(node.args[0])) - last


def reshape(x: Node, shape: Shape, last: int | None = None) -> Node:
    """The last axes, by default all, as axes of that shape."""
    if x.op is CONST and shape:  # which has a width from now on, as NumPy's has
        return full(shape, x.payload, "bool" if isinstance(x.payload, bool) else "float64")
    last = len(shape_of(x)) if last is None else last
    own = shape_of(x)[len(shape_of(x)) - last :]
    return x if own == tuple(shape) else made(RESHAPE, (x,), (last, tuple(shape)))


def _permuted(axes: Shape, form: Form) -> Form:
    lead = len(form.shape) - len(axes)
    return Form(form.shape[:lead] + tuple([form.shape[axis] for axis in axes]), form.kind)


def _permute_text(node: Node) -> str:
    rank, axes = len(shape_of(node)), node.payload
    if axes[:-2] == (*range(-len(axes), -2),):
        return "{0}.T" if rank == 2 else "np.swapaxes({0}, -1, -2)"
    order = (*range(rank - len(axes)), *[rank + axis for axis in axes])
    return f"np.transpose({{0}}, {order})"


def _permute_xp(node: Node) -> str:
    rank, axes = len(shape_of(node)), node.payload
    order = (*range(rank - len(axes)), *[rank + axis for axis in axes])
    return f"np.permute_dims({{0}}, {order})"


def inverse(axes: Shape) -> Shape:
    back = [0] * len(axes)
    for at, axis in enumerate(axes):
        back[axis] = at - len(axes)
    return tuple(back)


PERMUTE = row(
    "permute_dims",
    _permuted,
    _permute_text,
    view=True,
    transpose=lambda ct, node, at: permute(ct, inverse(node.payload)),
    xp=_permute_xp,
)


def permute(x: Node, axes: Sequence[int]) -> Node:
    """The last axes in another order, each by its number from the end."""
    axes = tuple(axes)
    while axes and axes[0] == -len(axes):
        axes = axes[1:]
    return made(PERMUTE, (x,), axes) if axes else x


def swapped(x: Node) -> Node:
    """A matrix with its rows as columns."""
    return permute(x, (-1, -2))


def move_axis(x: Node, source: int, target: int) -> Node:
    """An axis at another place; both count from the end."""
    axes = [axis for axis in range(-len(shape_of(x)), 0) if axis != source]
    axes.insert(len(axes) + 1 + target, source)
    return permute(x, axes)


FLIP = row(
    "flip",
    lambda axes, x: x,
    lambda node: f"np.flip({{0}}, axis={axes_text(node.payload)})",
    view=True,
    transpose=lambda ct, node, at: flip(ct, node.payload),
)


def flip(x: Node, axes: Shape) -> Node:
    """The elements along these axes the other way round."""
    return made(FLIP, (x,), tuple(axes)) if axes else x


def _astype_text(node: Node) -> str:
    """A number that is no array may be Python's."""
    return f"{{0}}.astype(np.{node.payload})" if shape_of(node) else f"np.{node.payload}({{0}})"


ASTYPE = row(
    "astype",
    lambda kind, x: x._replace(kind=kind),
    _astype_text,
    transpose=lambda ct, node, at: astype(ct, form_of(node.args[0]).kind),
    xp=lambda node: f"np.astype({{0}}, np.{node.payload})",
)


def astype(x: Node, kind: str) -> Node:
    """The same numbers as another kind of them."""
    if x.op is CONST:
        return full((), x.payload, kind)
    return x if form_of(x).kind == kind else made(ASTYPE, (x,), kind)


ASARRAY = row(  # a number of Python's, or an array without dimensions, where one is needed
    "asarray",
    lambda p, x: x,
    "np.asarray({0})",
    xp=lambda node: f"np.asarray({{0}}, dtype=np.{form_of(node).kind})",
)


def axes_text(axes: Shape) -> str:
    return str(axes[0]) if len(axes) == 1 else str(axes)
