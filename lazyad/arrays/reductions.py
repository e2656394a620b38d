"""Rows along axes that are no sums: extremes, products, running sums, places of elements.

In: a Node, and axes. Out: a Node. A room of its own because their tangents are formulas, or there
is none.
"""

from __future__ import annotations

from collections.abc import Callable

from lazyad import ops
from lazyad.arrays.constants import counted, full
from lazyad.arrays.contractions import einsum
from lazyad.arrays.forms import form_of, shape_of
from lazyad.arrays.rows import row
from lazyad.arrays.slices import along, concat
from lazyad.arrays.sums import broadcast_to, reduced_form, reduction, total, with_axes
from lazyad.arrays.views import astype, flip, move_axis, reshape
from lazyad.graph import Node, Op
from lazyad.regions import made
from lazyad.values.structure import Form


def _of_extreme(node: Node, dx: Node) -> Node:
    """All elements that are equal to the extreme share its tangent, as in JAX."""
    x, (axes, keep) = node.args[0], node.payload
    ties = astype(ops.eq(x, with_axes(node, node)), form_of(x).kind)
    if axes == (-1,) and not keep:
        return einsum("i,i->", ties / total(ties, axes, True), dx)
    return total(ties / total(ties, axes, True) * dx, axes, keep)


MAX = row("amax", reduced_form, **reduction("max"), tangent=_of_extreme, out=True)

MIN = row("amin", reduced_form, **reduction("min"), tangent=_of_extreme, out=True)

ANY = row("any", lambda p, x: reduced_form(p, x)._replace(kind="bool"), **reduction("any"))

ALL = row("all", lambda p, x: reduced_form(p, x)._replace(kind="bool"), **reduction("all"))


def _one_axis(name: str) -> Callable[[Node], str]:
    return lambda node: f"np.{name}({{0}}, axis={node.payload})"


def _without_axis(axis: int, form: Form) -> Form:
    shape = [*form.shape]
    del shape[axis]
    return Form(tuple(shape), "int64")


ARGMAX = row("argmax", _without_axis, _one_axis("argmax"))

ARGMIN = row("argmin", _without_axis, _one_axis("argmin"))

ARGSORT = row("argsort", lambda axis, x: x._replace(kind="int64"), _one_axis("argsort"))

STABLE = row(  # of equal elements the first one first
    "argsort_stable",
    lambda axis, x: x._replace(kind="int64"),
    lambda node: f'np.argsort({{0}}, axis={node.payload}, kind="stable")',
    xp=_one_axis("argsort"),
)

SEARCHSORTED = row(
    "searchsorted",
    lambda side, xs, x: Form(x.shape, "int64"),
    lambda node: f'np.searchsorted({{0}}, {{1}}, side="{node.payload}")',
)

CUMSUM: Op = row(
    "cumsum",
    lambda axis, x: x,
    _one_axis("cumsum"),
    out=True,
    transpose=lambda ct, node, at: flip(
        made(CUMSUM, (flip(ct, (node.payload,)),), node.payload), (node.payload,)
    ),
    xp=_one_axis("cumulative_sum"),
)


def _others(x: Node) -> Node:
    """The product of all the other elements of each row: nothing is divided by one of them."""
    *rest, size = shape_of(x)
    if not size:
        return x
    one = full((*rest, 1), 1.0, form_of(x).kind)
    before = made(CUMPROD, (concat([one, along(x, -1, 0, size - 1)], -1),), -1)
    behind = concat([one, along(flip(x, (-1,)), -1, 0, size - 1)], -1)
    return before * flip(made(CUMPROD, (behind,), -1), (-1,))


def _of_cumprod(node: Node, dx: Node) -> Node:
    """Of element i: the sum over j <= i of dx[j] times the product of the others up to i."""
    x, axis = move_axis(node.args[0], node.payload, -1), node.payload
    size = shape_of(x)[-1]
    rows = broadcast_to(reshape(x, (1, size), 1), (*shape_of(x)[:-1], size, size))
    lower = ops.le(counted(size), reshape(counted(size), (size, 1)))
    weights = ops.where(lower, _others(ops.where(lower, rows, 1.0)), 0.0)
    return move_axis(einsum("ij,j->i", weights, move_axis(dx, axis, -1)), -1, axis)


def _kept(reduced: Node, node: Node) -> Node:
    """What lost its last axis, with one of one element for it if the node keeps that."""
    return reshape(reduced, (1,), 0) if node.payload[1] else reduced


PROD = row(
    "prod",
    reduced_form,
    **reduction("prod"),
    out=True,
    tangent=lambda node, dx: _kept(einsum("i,i->", _others(node.args[0]), dx), node),
)

CUMPROD = row(
    "cumprod",
    lambda axis, x: x,
    _one_axis("cumprod"),
    tangent=_of_cumprod,
    xp=_one_axis("cumulative_prod"),
)
