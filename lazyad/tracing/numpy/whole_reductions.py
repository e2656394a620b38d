"""What NumPy's functions along axes mean on whole arrays: sums, means, extremes, sorting, norms.

In and out as in `whole_functions`, whose table names them. A room of its own because all of them
take an axis, several or none, and may keep what they sum over.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.arrays import gathers, reductions, sums, views
from lazyad.arrays.forms import form_of, shape_of
from lazyad.graph import Node, Op
from lazyad.regions import made
from lazyad.tracing.numpy import whole_shapes as shapes
from lazyad.tracing.numpy.arrays import refusal
from lazyad.tracing.numpy.whole import Whole, applied, node_of, reshaped
from lazyad.tracing.numpy.whole_shapes import Axis


def chosen(condition: Any, *sides: Any) -> Any:
    if not sides:
        raise refusal(
            "np.where of a condition alone, whose length is not known", "np.where(c, a, b)"
        )
    if isinstance(condition, (bool, np.bool_)):
        return Whole(node_of(sides[0 if condition else 1]))
    return applied(ops.where, [condition, *sides])


def clip(x: Any, a_min: Any = None, a_max: Any = None, min: Any = None, max: Any = None) -> Any:
    low, high = (a_min if min is None else min), (a_max if max is None else max)
    x = x if low is None else applied(ops._nan_max, [x, low])
    return x if high is None else applied(ops._nan_min, [x, high])


def reduce(op: Op) -> Callable[..., Any]:
    def reduced(
        a: Any, axis: Axis = None, keepdims: Any = False, initial: Any = None, where: Any = True
    ) -> Any:
        if where is not True:
            neutral = _NEUTRAL.get(op, initial)
            if neutral is None:
                raise refusal("an extreme with where= and no initial=", "initial=, as NumPy asks")
            a = chosen(where, a, neutral)
        node = node_of(a)
        axes = tuple(sorted(shapes.axes_of(axis, len(shape_of(node)))))
        if form_of(node).kind == "bool" and op is reductions.PROD:
            node = views.astype(node, "int64")
        if op in (reductions.ANY, reductions.ALL) and not axes:
            return applied(ops.ne, [Whole(node), 0.0])
        if op is reductions.PROD and (len(axes) > 1 or axes != (-1,)):
            shape = shape_of(node)
            found = made(op, (_merged(node, axes),), ((-1,), False))
            if keepdims:
                kept = [1 if at - len(shape) in axes else n for at, n in enumerate(shape)]
                found = views.reshape(found, tuple(kept))
        else:
            whole = views.astype(node, "int64") if form_of(node).kind == "bool" else node
            found = made(op, (node,), (axes, bool(keepdims))) if axes else whole
        if initial is None or (isinstance(initial, float) and initial == _BEYOND.get(op)):
            return Whole(found)
        join = {sums.SUM: ops.add, reductions.PROD: ops.mul, reductions.MAX: ops._nan_max}.get(
            op, ops._nan_min
        )
        return applied(join, [Whole(found), initial])

    return reduced


# What changes no result, of any kind of numbers, and of floats.
_NEUTRAL = {sums.SUM: 0, reductions.PROD: 1, reductions.ANY: False, reductions.ALL: True}
_BEYOND = {reductions.MAX: -math.inf, reductions.MIN: math.inf}


def _merged(node: Node, axes: tuple[int, ...]) -> Node:
    """Several axes as the last one, behind those that stay."""
    stay = [axis for axis in range(-len(shape_of(node)), 0) if axis not in axes]
    node = views.permute(node, (*stay, *axes))
    kept = shape_of(node)[: len(stay)]
    return views.reshape(node, (*kept, math.prod(shape_of(node)[len(stay) :])))


sum_, max_, min_ = reduce(sums.SUM), reduce(reductions.MAX), reduce(reductions.MIN)


def arg(op: Op) -> Callable[..., Whole]:
    def found(a: Any, axis: int | None = None, *, keepdims: Any = False) -> Whole:
        node, at = shapes.along(a, axis)
        place = Whole(made(op, (node,), at))
        if not keepdims:
            return place
        shape = shape_of(node_of(a))
        kept = [1 if axis is None or k - len(shape) == at else n for k, n in enumerate(shape)]
        return reshaped(place, tuple(kept))

    return found


def cumulative(op: Op) -> Callable[..., Whole]:
    def found(a: Any, axis: int | None = None) -> Whole:
        node, at = shapes.along(shapes.at_least(1, a), axis)
        return Whole(made(op, (node,), at))

    return found


def argsort(a: Any, axis: int | None = -1, kind: Any = None, stable: Any = None) -> Whole:
    node, at = shapes.along(a, axis)
    first = stable or kind in ("stable", "mergesort")
    return Whole(made(reductions.STABLE if first else reductions.ARGSORT, (node,), at))


def sort(a: Any, axis: int | None = -1, kind: Any = None, stable: Any = None) -> Whole:
    node, at = shapes.along(a, axis)
    return Whole(gathers.take_along(node, made(reductions.ARGSORT, (node,), at), at))
