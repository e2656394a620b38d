"""What NumPy's functions of shapes mean on whole arrays: axes, views, parts put together.

In and out as in `whole_functions`, whose table names them. A room of its own because here axes are
numbered as NumPy does, and from the end behind it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.arrays import constants, gathers, slices, views
from lazyad.arrays.forms import shape_of
from lazyad.graph import Node
from lazyad.regions import made
from lazyad.tracing.names import traced
from lazyad.tracing.numpy.arrays import refusal
from lazyad.tracing.numpy.whole import (
    View,
    Whole,
    applied,
    fitted,
    holds_whole,
    kind_of,
    node_of,
    reshaped,
    taken,
)
from lazyad.values.errors import refused

Axis = int | Sequence[int] | None


def axes_of(axis: Axis, rank: int) -> tuple[int, ...]:
    """The axes, each by its number from the end; NumPy sums a number along 0 or -1, too."""
    if axis is None or (not rank and axis in (0, -1)):
        return tuple(range(-rank, 0))
    given = (axis,) if isinstance(axis, (int, np.integer)) else tuple(axis)
    return tuple([axis_of(one, rank) for one in given])


def axis_of(axis: int, rank: int) -> int:
    at = int(axis) - rank if axis >= 0 else int(axis)
    if not -rank <= at < 0:
        raise np.exceptions.AxisError(int(axis), rank)
    return at


def along(a: Any, axis: int | None) -> tuple[Node, int]:
    """The array, and the axis by its number from the end; if that is None, all of it as one row."""
    if axis is None:
        return flat(a), -1
    node = node_of(a)
    return node, axis_of(axis, len(shape_of(node)))


def flat(a: Any) -> Node:
    node = node_of(a)
    return views.reshape(node, (math.prod(shape_of(node)),))


def reshape(
    a: Any,
    /,
    shape: Any = None,
    *more: Any,
    newshape: Any = None,
    order: str = "C",
    copy: Any = None,
) -> Whole:
    node = node_of(a)
    sizes = [int(s) for s in ((shape, *more) if isinstance(shape, (int, np.integer)) else shape)]
    size = math.prod(shape_of(node))
    if -1 in sizes:
        sizes[sizes.index(-1)] = size // max(1, -math.prod(sizes))
    if math.prod(sizes) != size:
        raise ValueError(f"cannot reshape array of size {size} into shape {tuple(sizes)}")
    if order == "F":
        return transpose(reshaped(transpose(a), tuple(sizes[::-1])))
    if order != "C":
        raise refusal(f"a reshape with order={order!r}", "order='C' or order='F'")
    return reshaped(whole(a), tuple(sizes))


def whole(a: Any) -> Whole:
    """The array itself, of which there may be views."""
    return a if isinstance(a, Whole) else Whole(node_of(a))


def _permuted(a: Any, axes: Sequence[int]) -> Whole:
    """The view with its axes in that order, each by its number from the end."""
    back = sorted(range(-len(axes), 0), key=lambda at: axes[at])
    return whole(a).seen(
        lambda node: views.permute(node, axes), lambda node: views.permute(node, back), True
    )


def transpose(a: Any, axes: Any = None, *more: Any) -> Whole:
    node = node_of(a)
    rank = len(shape_of(node))
    if isinstance(axes, (int, np.integer)):
        axes = (axes, *more)
    axes = range(rank - 1, -1, -1) if axes is None else axes
    return _permuted(a, [axis_of(axis, rank) for axis in axes])


def swapaxes(a: Any, axis1: int, axis2: int) -> Whole:
    rank = len(shape_of(node_of(a)))
    axes, (one, other) = [*range(rank)], [axis_of(axis, rank) for axis in (axis1, axis2)]
    axes[one], axes[other] = axes[other], axes[one]
    return transpose(a, axes)


def moveaxis(a: Any, source: Any, destination: Any) -> Whole:
    rank = len(shape_of(node_of(a)))
    sides = np.atleast_1d(source), np.atleast_1d(destination)
    starts, ends = [[axis_of(one, rank) + rank for one in side] for side in sides]
    order = [axis for axis in range(rank) if axis not in starts]
    for end, start in sorted(zip(ends, starts, strict=True)):
        order.insert(end, start)
    return transpose(a, order)


def squeeze(a: Any, axis: Axis = None) -> Whole:
    shape = shape_of(node_of(a))
    axes = axes_of(axis, len(shape))
    if axis is not None and any(shape[at] != 1 for at in axes):
        raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
    kept = [n for at, n in enumerate(shape) if n != 1 or at - len(shape) not in axes]
    return reshaped(whole(a), tuple(kept))


def broadcast_to(array: Any, shape: Any) -> Whole:
    shape = (shape,) if isinstance(shape, (int, np.integer)) else tuple(shape)
    return Whole(
        fitted(node_of(array), shape),
        View(whole(array), lambda node: fitted(node, shape), _read_only),
    )


def _read_only(*_: Any) -> Any:
    raise refusal(
        "an assignment into a view that NumPy makes read-only", "an assignment to a .copy() of it"
    )


def concatenate(arrays: Any, axis: int | None = 0) -> Whole:
    nodes = [node_of(one) for one in arrays]
    if axis is None:
        nodes, axis = [flat(Whole(node)) for node in nodes], 0
    shapes = [*map(shape_of, nodes)]
    if len({*map(len, shapes)}) > 1:
        what = f"np.concatenate of arrays of the shapes {' and '.join(map(str, shapes))}"
        raise refused(ValueError, what, "as many axes in each, by x[None] or np.vstack")
    return Whole(slices.concat(nodes, axis_of(axis, len(shape_of(nodes[0])))))


def stack(arrays: Any, axis: int = 0) -> Whole:
    nodes = [node_of(one) for one in arrays]
    return Whole(slices.stack(nodes, axis_of(axis, len(shape_of(nodes[0])) + 1)))


def at_least(rank: int, a: Any) -> Node:
    node = node_of(a)
    missing = rank - len(shape_of(node))
    return views.reshape(node, (1,) * missing + shape_of(node)) if missing > 0 else node


def roll(a: Any, shift: Any, axis: Any = None) -> Whole:
    node = node_of(a)
    if axis is None:
        found = made(slices.ROLL, (flat(a),), (int(shift), -1))
        return Whole(views.reshape(found, shape_of(node)))
    pairs = zip(np.atleast_1d(shift), np.atleast_1d(axis), strict=True)
    for by, along in pairs:
        node = made(slices.ROLL, (node,), (int(by), axis_of(along, len(shape_of(node)))))
    return Whole(node)


_MIRRORS = ("edge", "reflect", "symmetric", "wrap")  # whose borders are elements of the array


def pad(
    array: Any, pad_width: Any, mode: Any = "constant", constant_values: Any = 0, **more: Any
) -> Any:
    if more or mode not in (*_MIRRORS, "constant", "empty"):
        written: Any = np.pad  # in NumPy, of what has a meaning here
        return traced(written._implementation)[0](array, pad_width, mode, **more)
    node = node_of(array)
    shape = shape_of(node)
    if isinstance(pad_width, dict):
        axes = {axis % len(shape): width for axis, width in pad_width.items()}
        pad_width = [np.broadcast_to(axes.get(at, 0), 2) for at in range(len(shape))]
    widths = np.broadcast_to(pad_width, (len(shape), 2)).tolist()
    if mode in _MIRRORS:
        for at, (size, width) in enumerate(zip(shape, widths, strict=True)):
            if any(width):
                places = constants.array(np.pad(np.arange(size), width, mode))
                node = gathers.gather(node, places, at - len(shape))
        return Whole(node)
    kind = kind_of(node)

    def ground(own: Sequence[int], value: Any) -> Node:
        if holds_whole(value):
            return fitted(views.astype(node_of(value), kind), tuple(own))
        return constants.full(tuple(own), float(value), kind)

    if isinstance(constant_values, (tuple, list)) or np.ndim(constant_values):
        spread: Any = broadcast_to if holds_whole(constant_values) else np.broadcast_to
        found, values = Whole(node), spread(constant_values, (len(shape), 2)).tolist()
        for at, (width, pair) in enumerate(zip(widths, values, strict=True)):
            rest = found.shape[:at], found.shape[at + 1 :]
            both = zip(width, pair, strict=True)
            sides = [Whole(ground((*rest[0], n, *rest[1]), value)) for n, value in both]
            found = concatenate([sides[0], found, sides[1]], at)
        return found
    items = tuple([(low, low + size, 1) for (low, _), size in zip(widths, shape, strict=True)])
    full = tuple([low + size + high for (low, high), size in zip(widths, shape, strict=True)])
    return Whole(slices.update(ground(full, constant_values), node, items))


def repeat(a: Any, repeats: int, axis: int | None = None) -> Whole:
    node, at = along(a, axis)
    index = np.repeat(np.arange(shape_of(node)[at]), repeats)
    return Whole(gathers.gather(node, constants.array(index), at))


def tile(A: Any, reps: Any) -> Whole:
    node = at_least(np.size(reps), A)
    reps = [1] * (len(shape_of(node)) - np.size(reps)) + [*np.atleast_1d(reps)]
    for at, count in enumerate(reps):
        node = slices.concat([node] * int(count), at - len(reps)) if count != 1 else node
    return Whole(node)


def like(value: float) -> Callable[..., Whole]:
    def alike(a: Any, shape: Any = None) -> Whole:
        own = shape_of(node_of(a)) if shape is None else tuple(np.atleast_1d(shape))
        return Whole(constants.full(own, value, kind_of(node_of(a))))

    return alike


def full_like(a: Any, fill_value: Any, dtype: Any = None) -> Any:
    found = broadcast_to(fill_value, shape_of(node_of(a)))
    return Whole(found.astype(kind_of(node_of(a)) if dtype is None else dtype).node)


def diagonal(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Any:
    if len(shape := shape_of(node_of(a))) < 2:
        raise refused(ValueError, f"the diagonal of an array of {shape}", "one of two axes or more")
    x = moveaxis(a, (axis1, axis2), (-2, -1))
    height, width = x.shape[-2:]
    count = min(height, width - offset) if offset >= 0 else min(height + offset, width)
    at = np.arange(max(count, 0))
    first, second = (at, at + offset) if offset >= 0 else (at - offset, at)
    return taken(x, (..., first, second))  # which NumPy makes read-only


def diag(v: Any, k: int = 0) -> Any:
    node = node_of(v)
    if len(shape_of(node)) == 2:
        return diagonal(v, k)
    if len(shape_of(node)) != 1:
        raise ValueError("Input must be 1- or 2-d.")  # as NumPy's
    size = shape_of(node)[0] + abs(k)
    found = Whole(constants.full((size, size), 0.0, kind_of(node)))
    at = np.arange(shape_of(node)[0])
    found[at + max(-k, 0), at + max(k, 0)] = Whole(node)
    return found


def triangle(lower: bool) -> Callable[..., Whole]:
    def kept(m: Any, k: int = 0) -> Any:
        shape = shape_of(node_of(m))[-2:]
        mask = np.tri(shape[0], shape[-1], k if lower else k - 1, dtype=bool)
        sides = (m, 0) if lower else (0, m)
        return applied(ops.where, [mask, *sides])

    return kept
