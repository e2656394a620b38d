"""What NumPy's functions mean on whole arrays: the table.

In: a function of NumPy's (a ufunc, one that dispatches), as its arguments name them. Out: what it
is of the rows of `lazyad.arrays`. A room of its own because it alone knows NumPy's names and
defaults.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.arrays import rows
from lazyad.arrays.forms import form_of, shape_of
from lazyad.graph import OPS, Node, Op
from lazyad.regions import made
from lazyad.tracing.numpy.arrays import OF_WHOLE, refusal
from lazyad.tracing.numpy.ufuncs import FORMULAS
from lazyad.tracing.numpy.whole import (
    FUNCTIONS,
    View,
    Whole,
    applied,
    fitted,
    holds_whole,
    kind_of,
    node_of,
    part_of,
    places_of,
    reshaped,
    steps_of,
    taken,
)

Axis = int | Sequence[int] | None


# ---------------------------------------------------------------------------------- elementwise

_OWN = ("maximum", "minimum")  # rows, where numbers have formulas


def of_ufunc(ufunc: np.ufunc) -> Callable[..., Any] | None:
    """What a ufunc is, of NumPy's or of scipy.special's: a row of the op table, or a formula."""
    name = ufunc.__name__
    if name in FORMULAS and name not in _OWN:
        return partial(_formula, FORMULAS[name])
    rows_ = [op for op in OPS.values() if op.array is None and op.arity == ufunc.nin]
    named = [op for op in rows_ if op.name == name] or [op for op in rows_ if name in op.names]
    return partial(_apply, named[0]) if named else None


def _apply(row: Op, *args: Any) -> Whole:
    return applied(row, args)


def _formula(formula: Callable[..., Any], *args: Any) -> Any:
    return formula(*[arg if isinstance(arg, (int, float)) else Whole(node_of(arg)) for arg in args])


def _power(x: Any, y: Any) -> Any:
    square = isinstance(y, (int, float)) and y == 2
    return applied(ops.square, [x]) if square else applied(ops.pow, [x, y])


def _doubled(x: Any) -> Any:
    return x if isinstance(x, (int, float)) else Whole(rows.astype(node_of(x), "float64"))


def _floating(x: Any) -> Whole:
    """The array as one of floats."""
    return Whole(rows.astype(node_of(x), _float_kind(x)))


def _reciprocal(x: Any) -> Any:
    if kind_of(node_of(x)) in ("int64", "bool") and isinstance(x, Whole):
        raise refusal("np.reciprocal of whole numbers, which rounds to 0", "1.0 / x")
    return applied(ops.div, [1.0, x])


def _where(condition: Any, *sides: Any) -> Any:
    if not sides:
        raise refusal(
            "np.where of a condition alone, whose length is not known", "np.where(c, a, b)"
        )
    if isinstance(condition, (bool, np.bool_)):
        return Whole(node_of(sides[0 if condition else 1]))
    return applied(ops.where, [condition, *sides])


def _clip(x: Any, a_min: Any = None, a_max: Any = None, min: Any = None, max: Any = None) -> Any:
    low, high = (a_min if min is None else min), (a_max if max is None else max)
    x = x if low is None else applied(ops._nan_max, [x, low])
    return x if high is None else applied(ops._nan_min, [x, high])


# ---------------------------------------------------------------------------------- reductions


def _axes(axis: Axis, rank: int) -> tuple[int, ...]:
    """The axes, each by its number from the end."""
    if axis is None:
        return tuple(range(-rank, 0))
    given = (axis,) if isinstance(axis, (int, np.integer)) else tuple(axis)
    return tuple([_axis(one, rank) for one in given])


def _axis(axis: int, rank: int) -> int:
    at = int(axis) - rank if axis >= 0 else int(axis)
    if not -rank <= at < 0:
        raise np.exceptions.AxisError(int(axis), rank)
    return at


def _reduce(op: Op) -> Callable[..., Whole]:
    def reduced(
        a: Any, axis: Axis = None, keepdims: Any = False, initial: Any = None, where: Any = True
    ) -> Whole:
        if where is not True:
            neutral = _NEUTRAL.get(op, initial)
            if neutral is None:
                raise refusal("an extreme with where= and no initial=", "initial=, as NumPy asks")
            a = _where(where, a, neutral)
        node = node_of(a)
        axes = tuple(sorted(_axes(axis, len(shape_of(node)))))
        if form_of(node).kind == "bool" and op is rows.PROD:
            node = rows.astype(node, "int64")
        if op in (rows.ANY, rows.ALL) and not axes:
            return applied(ops.ne, [Whole(node), 0.0])
        if op is rows.PROD and (len(axes) > 1 or axes != (-1,)):
            shape = shape_of(node)
            found = made(op, (_merged(node, axes),), ((-1,), False))
            if keepdims:
                kept = [1 if at - len(shape) in axes else n for at, n in enumerate(shape)]
                found = rows.reshape(found, tuple(kept))
        else:
            whole = rows.astype(node, "int64") if form_of(node).kind == "bool" else node
            found = made(op, (node,), (axes, bool(keepdims))) if axes else whole
        if initial is None:
            return Whole(found)
        join = {rows.SUM: ops.add, rows.PROD: ops.mul, rows.MAX: ops._nan_max}.get(op, ops._nan_min)
        return applied(join, [Whole(found), initial])

    return reduced


# What changes no result.
_NEUTRAL = {rows.SUM: 0, rows.PROD: 1, rows.ANY: False, rows.ALL: True}


def _merged(node: Node, axes: tuple[int, ...]) -> Node:
    """Several axes as the last one, behind those that stay."""
    stay = [axis for axis in range(-len(shape_of(node)), 0) if axis not in axes]
    node = rows.permute(node, (*stay, *axes))
    kept = shape_of(node)[: len(stay)]
    return rows.reshape(node, (*kept, math.prod(shape_of(node)[len(stay) :])))


_sum, _max, _min = _reduce(rows.SUM), _reduce(rows.MAX), _reduce(rows.MIN)


def _mean(a: Any, axis: Axis = None, keepdims: Any = False, where: Any = True) -> Any:
    shape = shape_of(node_of(a))
    if where is not True:
        counted = _sum(_broadcast_to(where, shape), axis, keepdims)
        return _sum(a, axis, keepdims, None, where) / counted.astype(_float_kind(a))
    count = math.prod(shape[at] for at in _axes(axis, len(shape)))
    return applied(ops.div, [_sum(a, axis, keepdims), float(count) if count else math.nan])


def _float_kind(a: Any) -> str:
    kind = kind_of(node_of(a))
    return kind if kind == "float32" else "float64"


def _var(
    a: Any, axis: Axis = None, ddof: int = 0, keepdims: Any = False, correction: Any = None
) -> Any:
    shape = shape_of(node_of(a))
    count = math.prod(shape[at] for at in _axes(axis, len(shape)))
    centred = Whole(node_of(a)) - _mean(a, axis, True)
    squares = _sum(applied(ops.square, [centred]), axis, keepdims)
    left = count - (ddof if correction is None else correction)
    return squares / (float(left) if left > 0 else math.nan)


def _std(a: Any, axis: Axis = None, ddof: int = 0, keepdims: Any = False, **more: Any) -> Any:
    return applied(ops.length, [_var(a, axis, ddof, keepdims, **more)])


def _average(a: Any, axis: Axis = None, weights: Any = None) -> Any:
    if weights is None:
        return _mean(a, axis)
    x, weights = Whole(node_of(a)), Whole(node_of(weights))
    if axis is not None and weights.ndim < x.ndim:
        (at,) = _axes(axis, x.ndim)
        weights = _reshape(weights, (-1, *(1,) * (-at - 1)))
        return _sum(x * weights, axis) / _sum(weights)
    return _sum(x * weights, axis) / _sum(weights, axis)


def _arg(op: Op) -> Callable[..., Whole]:
    def found(a: Any, axis: int | None = None, *, keepdims: Any = False) -> Whole:
        node = _flat(a) if axis is None else node_of(a)
        at = _axis(-1 if axis is None else axis, len(shape_of(node)))
        place = Whole(made(op, (node,), at))
        if not keepdims:
            return place
        shape = shape_of(node_of(a))
        kept = [1 if axis is None or k - len(shape) == at else n for k, n in enumerate(shape)]
        return reshaped(place, tuple(kept))

    return found


def _cumulative(op: Op) -> Callable[..., Whole]:
    def found(a: Any, axis: int | None = None) -> Whole:
        node = _flat(a) if axis is None or not shape_of(node_of(a)) else node_of(a)
        return Whole(made(op, (node,), _axis(-1 if axis is None else axis, len(shape_of(node)))))

    return found


def _argsort(a: Any, axis: int | None = -1, kind: Any = None, stable: Any = None) -> Whole:
    node = _flat(a) if axis is None else node_of(a)
    return Whole(
        made(rows.ARGSORT, (node,), _axis(-1 if axis is None else axis, len(shape_of(node))))
    )


def _sort(a: Any, axis: int | None = -1, kind: Any = None, stable: Any = None) -> Whole:
    node = _flat(a) if axis is None else node_of(a)
    order = _argsort(Whole(node), -1 if axis is None else axis).node
    return Whole(
        rows.take_along(node, order, _axis(-1 if axis is None else axis, len(shape_of(node))))
    )


def _flat(a: Any) -> Node:
    node = node_of(a)
    return rows.reshape(node, (math.prod(shape_of(node)),))


# ---------------------------------------------------------------------------------- shapes


def _reshape(
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
        return _transpose(reshaped(_transpose(a), tuple(sizes[::-1])))
    if order != "C":
        raise refusal(f"a reshape with order={order!r}", "order='C' or order='F'")
    return reshaped(_whole(a), tuple(sizes))


def _whole(a: Any) -> Whole:
    """The array itself, of which there may be views."""
    return a if isinstance(a, Whole) else Whole(node_of(a))


def _permuted(a: Any, axes: Sequence[int]) -> Whole:
    """The view with its axes in that order, each by its number from the end."""
    back = sorted(range(-len(axes), 0), key=lambda at: axes[at])
    return _whole(a).seen(
        lambda node: rows.permute(node, axes), lambda node: rows.permute(node, back), True
    )


def _transpose(a: Any, axes: Any = None, *more: Any) -> Whole:
    node = node_of(a)
    rank = len(shape_of(node))
    if isinstance(axes, (int, np.integer)):
        axes = (axes, *more)
    axes = range(rank - 1, -1, -1) if axes is None else axes
    return _permuted(a, [_axis(axis, rank) for axis in axes])


def _swapaxes(a: Any, axis1: int, axis2: int) -> Whole:
    rank = len(shape_of(node_of(a)))
    axes = [*range(rank)]
    axes[axis1], axes[axis2] = axes[axis2], axes[axis1]
    return _transpose(a, axes)


def _moveaxis(a: Any, source: Any, destination: Any) -> Whole:
    rank = len(shape_of(node_of(a)))
    starts = [one % rank for one in np.atleast_1d(source)]
    ends = [one % rank for one in np.atleast_1d(destination)]
    order = [axis for axis in range(rank) if axis not in starts]
    for end, start in sorted(zip(ends, starts, strict=True)):
        order.insert(end, start)
    return _transpose(a, order)


def _expand_dims(a: Any, axis: Any) -> Whole:
    shape = shape_of(node_of(a))
    given = (axis,) if isinstance(axis, (int, np.integer)) else tuple(axis)
    rank = len(shape) + len(given)
    places, left = {one % rank for one in given}, iter(shape)
    return reshaped(_whole(a), tuple([1 if at in places else next(left) for at in range(rank)]))


def _squeeze(a: Any, axis: Axis = None) -> Whole:
    shape = shape_of(node_of(a))
    axes = _axes(axis, len(shape))
    if axis is not None and any(shape[at] != 1 for at in axes):
        raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
    kept = [n for at, n in enumerate(shape) if n != 1 or at - len(shape) not in axes]
    return reshaped(_whole(a), tuple(kept))


def _broadcast_to(array: Any, shape: Any) -> Whole:
    shape = (shape,) if isinstance(shape, (int, np.integer)) else tuple(shape)
    return Whole(
        fitted(node_of(array), shape),
        View(_whole(array), lambda node: fitted(node, shape), _read_only),
    )


def _read_only(*_: Any) -> Any:
    raise refusal(
        "an assignment into a view that NumPy makes read-only", "an assignment to a .copy() of it"
    )


def _concatenate(arrays: Any, axis: int | None = 0) -> Whole:
    nodes = [node_of(one) for one in arrays]
    if axis is None:
        nodes, axis = [_flat(Whole(node)) for node in nodes], 0
    return Whole(rows.concat(nodes, _axis(axis, len(shape_of(nodes[0])))))


def _stack(arrays: Any, axis: int = 0) -> Whole:
    nodes = [node_of(one) for one in arrays]
    return Whole(rows.stack(nodes, _axis(axis, len(shape_of(nodes[0])) + 1)))


def _at_least(rank: int, a: Any) -> Node:
    node = node_of(a)
    missing = rank - len(shape_of(node))
    return rows.reshape(node, (1,) * missing + shape_of(node)) if missing > 0 else node


def _viewed_at_least(rank: int) -> Callable[..., Any]:
    def found(*arys: Any) -> Any:
        seen = [reshaped(_whole(one), shape_of(_at_least(rank, one))) for one in arys]
        return seen[0] if len(seen) == 1 else tuple(seen)

    return found


def _hstack(tup: Any) -> Whole:
    nodes = [Whole(_at_least(1, one)) for one in tup]
    return _concatenate(nodes, 0 if nodes[0].ndim == 1 else 1)


def _split(even: bool) -> Callable[..., list[Any]]:
    """np.split, or np.array_split, which takes parts that are not equal."""

    def parts(ary: Any, indices_or_sections: Any, axis: int = 0) -> list[Any]:
        array = _whole(ary)
        at = _axis(axis, array.ndim)
        size = array.shape[at]
        if isinstance(indices_or_sections, (int, np.integer)):
            count = int(indices_or_sections)
            step, more = divmod(size, count)
            if more and even:
                raise ValueError("array split does not result in an equal division")
            ends = [*np.cumsum([step + 1] * more + [step] * (count - more))]
        else:
            ends = [*indices_or_sections, size]
        starts = [0, *ends[:-1]]
        behind = (slice(None),) * (-at - 1)
        pairs = zip(starts, ends, strict=True)
        return [part_of(array, steps_of((..., slice(s, e), *behind), array.ndim)) for s, e in pairs]

    return parts


def _flip(m: Any, axis: Axis = None) -> Whole:
    axes = tuple(sorted(_axes(axis, _whole(m).ndim)))
    return _whole(m).seen(
        lambda node: rows.flip(node, axes), lambda node: rows.flip(node, axes), True
    )


def _roll(a: Any, shift: Any, axis: Any = None) -> Whole:
    node = node_of(a)
    if axis is None:
        found = made(rows.ROLL, (_flat(a),), (int(shift), -1))
        return Whole(rows.reshape(found, shape_of(node)))
    pairs = zip(np.atleast_1d(shift), np.atleast_1d(axis), strict=True)
    for by, along in pairs:
        node = made(rows.ROLL, (node,), (int(by), _axis(along, len(shape_of(node)))))
    return Whole(node)


def _pad(array: Any, pad_width: Any, mode: str = "constant", constant_values: Any = 0) -> Whole:
    if mode != "constant" or np.ndim(constant_values):
        raise refusal(f"np.pad with mode={mode!r}", "mode='constant' with one number")
    node = node_of(array)
    shape = shape_of(node)
    widths = np.broadcast_to(pad_width, (len(shape), 2)).tolist()
    items = tuple([(low, low + size, 1) for (low, _), size in zip(widths, shape, strict=True)])
    full = tuple([low + size + high for (low, high), size in zip(widths, shape, strict=True)])
    kind = kind_of(node)
    return Whole(rows.update(rows.full(full, float(constant_values), kind), node, items))


def _repeat(a: Any, repeats: int, axis: int | None = None) -> Whole:
    node = _flat(a) if axis is None else node_of(a)
    at = _axis(-1 if axis is None else axis, len(shape_of(node)))
    index = np.repeat(np.arange(shape_of(node)[at]), repeats)
    return Whole(rows.gather(node, rows.array(index), at))


def _tile(A: Any, reps: Any) -> Whole:
    node = _at_least(np.size(reps), A)
    reps = [1] * (len(shape_of(node)) - np.size(reps)) + [*np.atleast_1d(reps)]
    for at, count in enumerate(reps):
        node = rows.concat([node] * int(count), at - len(reps)) if count != 1 else node
    return Whole(node)


def _like(value: float) -> Callable[..., Whole]:
    def alike(a: Any, shape: Any = None) -> Whole:
        own = shape_of(node_of(a)) if shape is None else tuple(np.atleast_1d(shape))
        return Whole(rows.full(own, value, kind_of(node_of(a))))

    return alike


def _full_like(a: Any, fill_value: Any, dtype: Any = None) -> Any:
    found = _broadcast_to(fill_value, shape_of(node_of(a)))
    return Whole(found.astype(kind_of(node_of(a)) if dtype is None else dtype).node)


def _diagonal(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Whole:
    x = _moveaxis(a, (axis1, axis2), (-2, -1))
    height, width = x.shape[-2:]
    count = min(height, width - offset) if offset >= 0 else min(height + offset, width)
    at = np.arange(max(count, 0))
    first, second = (at, at + offset) if offset >= 0 else (at - offset, at)
    return taken(x, (..., first, second))  # type: ignore[no-any-return]  # which NumPy makes read-only


def _trace(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Whole:
    return _sum(_diagonal(a, offset, axis1, axis2), -1)


def _diag(v: Any, k: int = 0) -> Whole:
    node = node_of(v)
    if len(shape_of(node)) == 2:
        return _diagonal(v, k)
    size = shape_of(node)[0] + abs(k)
    found = Whole(rows.full((size, size), 0.0, kind_of(node)))
    at = np.arange(shape_of(node)[0])
    found[at + max(-k, 0), at + max(k, 0)] = Whole(node)
    return found


def _triangle(lower: bool) -> Callable[..., Whole]:
    def kept(m: Any, k: int = 0) -> Whole:
        shape = shape_of(node_of(m))[-2:]
        mask = np.tri(shape[0], shape[1], k if lower else k - 1, dtype=bool)
        sides = (m, 0) if lower else (0, m)
        return applied(ops.where, [mask, *sides])

    return kept


# ---------------------------------------------------------------------------------- products


def _matmul(a: Any, b: Any) -> Whole:
    return Whole(rows.matmul(node_of(a), node_of(b)))


def _dot(a: Any, b: Any) -> Any:
    ranks = len(shape_of(node_of(a))), len(shape_of(node_of(b)))
    if 0 in ranks:
        return applied(ops.mul, [a, b])
    if ranks[1] <= 2:
        return _matmul(a, b)
    return _tensordot(a, b, ([-1], [-2]))


def _tensordot(a: Any, b: Any, axes: Any = 2) -> Any:
    first, second = node_of(a), node_of(b)
    ranks = len(shape_of(first)), len(shape_of(second))
    if isinstance(axes, (int, np.integer)):
        axes = [*range(ranks[0] - axes, ranks[0])], [*range(axes)]
    left, right = [
        [one % rank for one in np.atleast_1d(given)]
        for given, rank in zip(axes, ranks, strict=True)
    ]
    letters = iter("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    one = [next(letters) for _ in range(ranks[0])]
    other = [next(letters) for _ in range(ranks[1])]
    for mine, theirs in zip(left, right, strict=True):
        other[theirs] = one[mine]
    out = [x for at, x in enumerate(one) if at not in left]
    out += [x for at, x in enumerate(other) if at not in right]
    return _einsum(f"{''.join(one)},{''.join(other)}->{''.join(out)}", a, b)


def _outer(a: Any, b: Any) -> Any:
    first, second = _flat(a), _flat(b)
    return applied(ops.mul, [Whole(rows.reshape(first, (*shape_of(first), 1))), Whole(second)])


def _inner(a: Any, b: Any) -> Any:
    if not shape_of(node_of(a)) or not shape_of(node_of(b)):
        return applied(ops.mul, [a, b])
    return _tensordot(a, b, ([-1], [-1]))


def _vdot(a: Any, b: Any) -> Whole:
    return _matmul(Whole(_flat(a)), Whole(_flat(b)))


def _vecdot(x1: Any, x2: Any, axis: int = -1) -> Any:
    return _einsum("...i,...i->...", _moveaxis(x1, axis, -1), _moveaxis(x2, axis, -1))


def _kron(a: Any, b: Any) -> Any:
    rank = max(len(shape_of(node_of(a))), len(shape_of(node_of(b))))
    first, second = _at_least(rank, a), _at_least(rank, b)
    shapes = shape_of(first), shape_of(second)
    wide = tuple([n for pair in zip(shapes[0], (1,) * rank, strict=True) for n in pair])
    thin = tuple([n for pair in zip((1,) * rank, shapes[1], strict=True) for n in pair])
    product = Whole(rows.reshape(first, wide)) * Whole(rows.reshape(second, thin))
    return _reshape(product, tuple([n * m for n, m in zip(*shapes, strict=True)]))


def _cross(a: Any, b: Any, axis: int = -1) -> Whole:
    a, b = _moveaxis(a, axis, -1), _moveaxis(b, axis, -1)
    if (a.shape[-1], b.shape[-1]) != (3, 3):
        raise refusal(f"np.cross of arrays of {a.shape} and {b.shape}", "vectors of 3 numbers")
    turned = [_roll(one, by, -1) for one, by in ((a, -1), (b, -2), (a, -2), (b, -1))]
    return _moveaxis(turned[0] * turned[1] - turned[2] * turned[3], -1, axis)


def _einsum(subscripts: str, *operands: Any, optimize: Any = False) -> Any:
    """np.einsum as contractions of distinct letters: what stands twice in one argument is its
    diagonal, and what stands in one alone is summed there."""
    inputs, arrow, out = subscripts.replace(" ", "").partition("->")
    letters = inputs.split(",")
    if not arrow:
        every = inputs.replace(",", "").replace(".", "")
        out = "..." * ("..." in inputs) + "".join(
            sorted(x for x in set(every) if every.count(x) == 1)
        )
    nodes = [node_of(one) for one in operands]
    ranks = [len(shape_of(node)) for node in nodes]
    if len(letters) != len(nodes) or any(
        len(one) != rank and "..." not in one for one, rank in zip(letters, ranks, strict=False)
    ):
        shapes = ", ".join([str(shape_of(node)) for node in nodes])
        raise refusal(f"np.einsum({subscripts!r}) of arrays of {shapes}", "a letter for each axis")
    if any("..." in one and not one.startswith("...") for one in (*letters, out)):
        raise refusal("np.einsum with ... behind a letter", "... in front of each")
    letters, out = [one.replace("...", "") for one in letters], out.replace("...", "")
    made = [_distinct(one, node) for one, node in zip(letters, nodes, strict=True)]
    while out and all(one[:1] == out[:1] for one, _ in made):
        made, out = [(one[1:], node) for one, node in made], out[1:]  # axes that all have in front
    summed = []
    for at, (one, node) in enumerate(made):
        elsewhere = out + "".join([other for place, (other, _) in enumerate(made) if place != at])
        lonely = [i - len(one) for i, letter in enumerate(one) if letter not in elsewhere]
        kept = "".join([letter for letter in one if letter in elsewhere])
        summed.append((kept, rows.total(node, tuple(lonely))))
    if len(summed) == 1:
        own, node = summed[0]
        return Whole(rows.permute(node, [own.index(letter) - len(own) for letter in out]))
    if not any(set(a[0]) & set(b[0]) - set(out) for a, b in combinations(summed, 2)):
        return _elementwise_product(summed, out)
    return Whole(
        rows.einsum(f"{','.join([one for one, _ in summed])}->{out}", *[n for _, n in summed])
    )


def _elementwise_product(parts: Sequence[tuple[str, Node]], out: str) -> Any:
    """Nothing is summed: each array is spread along the others' axes."""
    found: Any = None
    for letters, node in parts:
        order = sorted(letters, key=out.index)
        turned = rows.permute(node, [letters.index(one) - len(letters) for one in order])
        own = shape_of(turned)[len(shape_of(turned)) - len(order) :]
        sizes = dict(zip(order, own, strict=True))
        spread = Whole(rows.reshape(turned, tuple([sizes.get(one, 1) for one in out]), len(order)))
        found = spread if found is None else found * spread
    return found


def _distinct(letters: str, node: Node) -> tuple[str, Node]:
    """The array with the diagonal of what stands twice."""
    for letter in dict.fromkeys(letters):
        while letters.count(letter) > 1:
            first = letters.index(letter)
            second = letters.index(letter, first + 1)
            axes = first - len(letters), second - len(letters)
            node = _diagonal(Whole(node), 0, *axes).node
            letters = letters.replace(letter, "") + letter * (letters.count(letter) - 1)
    return letters, node


# ---------------------------------------------------------------------------------- indices


def _take(a: Any, indices: Any, axis: int | None = None, mode: str = "raise") -> Whole:
    node = _flat(a) if axis is None else node_of(a)
    at = _axis(0 if axis is None else axis, len(shape_of(node)))
    size = shape_of(node)[at]
    place = indices if isinstance(indices, Whole) else np.asarray(indices)
    if mode != "raise":
        place = np.clip(place, 0, size - 1) if mode == "clip" else place % size
    return Whole(rows.gather(node, node_of(place), at))


def _take_along_axis(arr: Any, indices: Any, axis: int | None = -1) -> Whole:
    node = _flat(arr) if axis is None else node_of(arr)
    at = _axis(-1 if axis is None else axis, len(shape_of(node)))
    return Whole(rows.take_along(node, node_of(indices), at))


def _array(data: Any, dtype: Any = None, *, copy: Any = True, ndmin: int = 0, **more: Any) -> Any:
    if not holds_whole(data):
        return np.array(data, dtype, copy=copy, ndmin=ndmin, **more)
    if copy is not True and isinstance(data, Whole) and data.ndim >= ndmin:
        return data if dtype is None else data.astype(dtype, copy=False)
    found = Whole(_at_least(ndmin, Whole(node_of(data))), None, not isinstance(data, Whole))
    return found if dtype is None else found.astype(dtype)


def _contiguous(a: Any, dtype: Any = None, **_: Any) -> Any:
    """A copy unless it lies in order: what nobody knows here."""
    found = _array(a, dtype, copy=None)
    if found is not a or a.fresh:
        return found
    return found.seen(lambda node: node, lambda node: node, False)


def _norm(x: Any, ord: Any = None, axis: Axis = None, keepdims: Any = False) -> Any:
    node = node_of(x)
    rank = len(shape_of(node))
    axes = _axes(axis, rank)
    vector = len(axes) == 1 or ord is None
    if ord in (None, 2, "fro") and (vector or ord == "fro"):
        return applied(ops.length, [_sum(applied(ops.square, [x]), axes, keepdims)])
    size = applied(ops.abs, [x])
    if vector and ord in (np.inf, -np.inf):
        return (_max if ord > 0 else _min)(size, axes, keepdims)
    if vector and ord == 1:
        return _sum(size, axes, keepdims)
    if vector and isinstance(ord, (int, float)) and ord > 0:
        return _sum(size**ord, axes, keepdims) ** (1.0 / ord)
    if len(axes) == 2 and ord in (1, -1, np.inf, -np.inf):
        along = axes[0] if abs(ord) == 1 else axes[1]
        other = axes[1] if abs(ord) == 1 else axes[0]
        sums = _sum(size, along, True)
        found = (_max if ord > 0 else _min)(sums, other, True)
        return found if keepdims else _squeeze(found, axes)
    raise refusal(f"np.linalg.norm with ord={ord!r}", "None, 1, 2, inf or 'fro'")


def _interp(x: Any, xp: Any, fp: Any, left: Any = None, right: Any = None) -> Any:
    if isinstance(xp, Whole) or left is not None or right is not None:
        raise refusal("np.interp with a traced xp, left or right", "xp that is known, and np.where")
    xp = np.asarray(xp, float)
    place = _interval(xp, x)
    low = Whole(node_of(xp))[place]
    high = Whole(node_of(xp))[place + 1]
    f_low, f_high = Whole(node_of(fp))[place], Whole(node_of(fp))[place + 1]
    share = _clip((Whole(node_of(x)) - low) / (high - low), 0.0, 1.0)
    return f_low + share * (f_high - f_low)


def _interval(xp: Any, x: Any) -> Any:
    """In which interval of a sorted array each number is."""
    found = made(rows.SEARCHSORTED, (node_of(xp), node_of(x)), "right")
    return _clip(Whole(found) - 1, 0, len(xp) - 2)


def _searchsorted(a: Any, v: Any, side: str = "left") -> Whole:
    return Whole(made(rows.SEARCHSORTED, (node_of(a), node_of(v)), side))


def _convolve(a: Any, v: Any, mode: str = "full") -> Any:
    first, second = node_of(a), node_of(v)
    n, m = shape_of(first)[0], shape_of(second)[0]
    if n < m:
        first, second, n, m = second, first, m, n
    wide = _pad(Whole(first), (m - 1, m - 1))
    windows = wide[np.arange(n + m - 1)[:, None] + np.arange(m)]
    found = _matmul(windows, _flip(Whole(second)))
    start = {"full": 0, "same": (m - 1) // 2, "valid": m - 1}[mode]
    count = {"full": n + m - 1, "same": n, "valid": n - m + 1}[mode]
    return found[start : start + count]


def _diff(a: Any, n: int = 1, axis: int = -1) -> Any:
    node = node_of(a)
    at = _axis(axis, len(shape_of(node)))
    for _ in range(n):
        size = shape_of(node)[at]
        node = (
            Whole(rows.along(node, at, 1, size)) - Whole(rows.along(node, at, 0, size - 1))
        ).node
    return Whole(node)


def _trapezoid(y: Any, x: Any = None, dx: float = 1.0, axis: int = -1) -> Any:
    y = _moveaxis(y, axis, -1)
    steps = dx if x is None else _diff(Whole(node_of(x)))
    return _sum((y[..., 1:] + y[..., :-1]) * 0.5 * steps, -1)


# ---------------------------------------------------------------------------------- assignments


def _fill_diagonal(a: Any, val: Any, wrap: bool = False) -> None:
    array = _whole(a)
    if array.ndim != 2 or wrap:
        raise refusal("np.fill_diagonal of more axes than two, or wrapped", "an assignment x[i, i]")
    at = np.arange(min(array.shape))
    array[at, at] = val


def _copyto(dst: Any, src: Any, where: Any = True) -> None:
    if not isinstance(dst, Whole):
        raise refusal("np.copyto into an array of plain numbers", "an array made by np.zeros")
    dst.assign(src if where is True else _where(where, src, Whole(dst.node)))


def _add_at(a: Any, indices: Any, b: Any) -> None:
    """np.add.at: what is put at one place several times is added several times."""
    array = _whole(a)
    values, places = places_of(array, indices, b)
    more = rows.scatter(values, places, -1, array.size)
    array.assign(Whole(array.node) + Whole(rows.reshape(more, array.shape)))


# ---------------------------------------------------------------------------------- the table

_TABLE: dict[str, Callable[..., Any]] = {
    **{
        "sum": _sum,
        "max": _max,
        "amax": _max,
        "min": _min,
        "amin": _min,
        "prod": _reduce(rows.PROD),
    },
    **{"any": _reduce(rows.ANY), "all": _reduce(rows.ALL), "mean": _mean, "var": _var, "std": _std},
    **{
        "argmax": _arg(rows.ARGMAX),
        "argmin": _arg(rows.ARGMIN),
        "argsort": _argsort,
        "sort": _sort,
    },
    **{"cumsum": _cumulative(rows.CUMSUM), "cumprod": _cumulative(rows.CUMPROD)},
    **{"average": _average, "trapezoid": _trapezoid, "diff": _diff, "interp": _interp},
    **{
        "searchsorted": _searchsorted,
        "convolve": _convolve,
        "ptp": lambda a, axis=None, keepdims=False: _max(a, axis, keepdims)
        - _min(a, axis, keepdims),
    },
    **{
        "reshape": _reshape,
        "transpose": _transpose,
        "permute_dims": _transpose,
        "ravel": lambda a, order="C": _reshape(a, (-1,), order=order),
    },
    **{"swapaxes": _swapaxes, "matrix_transpose": lambda x: _whole(x).mT},
    **{
        "moveaxis": _moveaxis,
        "expand_dims": _expand_dims,
        "squeeze": _squeeze,
        "broadcast_to": _broadcast_to,
    },
    **{"concatenate": _concatenate, "concat": _concatenate, "stack": _stack, "hstack": _hstack},
    **{"vstack": lambda tup: _concatenate([Whole(_at_least(2, one)) for one in tup], 0)},
    **{
        "column_stack": lambda tup: _concatenate(
            [one if np.ndim(one) > 1 else _expand_dims(one, 1) for one in tup], 1
        )
    },
    **{"atleast_1d": _viewed_at_least(1), "atleast_2d": _viewed_at_least(2)},
    **{"split": _split(True), "array_split": _split(False)},
    **{
        "hsplit": lambda ary, by: _split(True)(ary, by, 0 if len(_whole(ary).shape) == 1 else 1),
        "vsplit": lambda ary, by: _split(True)(ary, by, 0),
    },
    **{"flip": _flip, "roll": _roll, "pad": _pad},
    **{
        "flipud": lambda m: _flip(m, 0),
        "fliplr": lambda m: _flip(m, 1),
        "repeat": _repeat,
        "tile": _tile,
    },
    **{"zeros_like": _like(0.0), "ones_like": _like(1.0), "empty_like": _like(0.0)},
    **{"full_like": lambda a, fill_value, dtype=None: _full_like(a, fill_value, dtype)},
    **{
        "diagonal": _diagonal,
        "trace": _trace,
        "diag": _diag,
        "tril": _triangle(True),
        "triu": _triangle(False),
    },
    **{"dot": _dot, "tensordot": _tensordot, "outer": _outer, "inner": _inner, "vdot": _vdot},
    **{
        "kron": _kron,
        "cross": _cross,
        "einsum": _einsum,
        "take": _take,
        "clip": _clip,
        "where": _where,
    },
    **{"take_along_axis": _take_along_axis, "copy": lambda a: Whole(node_of(a)), "array": _array},
    **{
        "real": lambda val: val,
        "shape": lambda a: shape_of(node_of(a)),
        "ndim": lambda a: len(shape_of(node_of(a))),
    },
    **{
        "size": lambda a: math.prod(shape_of(node_of(a))),
        "linalg.norm": _norm,
        "matmul": _matmul,
        "vecdot": _vecdot,
    },
    **{"logical_not": lambda x: applied(ops.eq, [x, 0.0])},
    **{"fill_diagonal": _fill_diagonal, "copyto": _copyto},
    **{"power": _power, "float_power": lambda x1, x2: _power(_doubled(x1), _doubled(x2))},
    **{
        "fabs": lambda x: applied(ops.abs, [_floating(x)]),
        "reciprocal": _reciprocal,
    },
    **{"sinc": partial(_apply, ops.sinc)},
}


def find(name: str) -> Any:
    """What NumPy has by that name; None if it has nothing."""
    found: Any = np
    for part in name.split("."):
        found = getattr(found, part, None)
    return found


for _one in vars(np).values():
    if isinstance(_one, np.ufunc) and (_meaning := of_ufunc(_one)):
        FUNCTIONS[_one] = _meaning
FUNCTIONS.update(
    {find(name): meaning for name, meaning in _TABLE.items() if find(name) is not None}
)
FUNCTIONS[np.ufunc] = of_ufunc
for _ufunc, _meaning in {
    np.add: _sum,
    np.multiply: _TABLE["prod"],
    np.maximum: _max,
    np.minimum: _min,
}.items():
    FUNCTIONS[_ufunc, "reduce"] = lambda a, axis=0, keepdims=False, by=_meaning: by(
        a, axis, keepdims
    )
FUNCTIONS[np.add, "at"] = _add_at
FUNCTIONS[np.add, "accumulate"] = lambda a, axis=0: _TABLE["cumsum"](a, axis)
FUNCTIONS[np.multiply, "accumulate"] = lambda a, axis=0: _TABLE["cumprod"](a, axis)
FUNCTIONS[np.linalg.outer if hasattr(np.linalg, "outer") else np.outer] = _outer


# ---------------------------------------------------------------------------------- stand-ins


def _made_of(make: Callable[..., Any]) -> Callable[..., Any]:
    """np.zeros and its like: floats, to which traced arrays may be assigned."""

    def call(*args: Any, **kwargs: Any) -> Any:
        found = make(*args, **kwargs)
        plain = isinstance(found, np.ndarray) and found.dtype.kind == "f"
        return Whole(node_of(found), None, found.flags.c_contiguous) if plain else found

    return call


def _full(shape: Any, fill_value: Any, dtype: Any = None, **inert: Any) -> Any:
    """np.full, of traced values too."""
    if not isinstance(fill_value, Whole):
        return _made_of(np.full)(shape, fill_value, dtype)
    found = _broadcast_to(fill_value, shape)
    return found if dtype is None else found.astype(dtype)


_MAKERS = "zeros ones eye identity tri arange linspace logspace geomspace zeros_like ones_like"
_STAND_INS: dict[Any, Any] = {
    **{getattr(np, name): _made_of(getattr(np, name)) for name in _MAKERS.split()},
    np.empty: _made_of(np.zeros),
    np.empty_like: _made_of(np.zeros_like),
    np.full: _full,
    np.full_like: _made_of(np.full_like),
    np.array: _array,
    **dict.fromkeys((np.asarray, np.asanyarray), partial(_array, copy=None)),
    np.ascontiguousarray: _contiguous,
}
OF_WHOLE.update(_STAND_INS)
