"""What NumPy's products mean on whole arrays: each is a contraction of named axes.

In and out as in `whole_functions`, whose table names them. A room of its own because np.einsum's
letters are read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from string import ascii_letters
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.arrays import constants, contractions, gathers, sums, views
from lazyad.arrays.forms import shape_of
from lazyad.graph import Node
from lazyad.tracing.numpy import whole_shapes as shapes
from lazyad.tracing.numpy.arrays import refusal
from lazyad.tracing.numpy.whole import View, Whole, applied, node_of
from lazyad.values.errors import refused


def matmul(a: Any, b: Any) -> Whole:
    return Whole(contractions.matmul(node_of(a), node_of(b)))


def dot(a: Any, b: Any) -> Any:
    ranks = len(shape_of(node_of(a))), len(shape_of(node_of(b)))
    if 0 in ranks:
        return applied(ops.mul, [a, b])
    if ranks[1] <= 2:
        return matmul(a, b)
    return tensordot(a, b, ([-1], [-2]))


def tensordot(a: Any, b: Any, axes: Any = 2) -> Any:
    first, second = node_of(a), node_of(b)
    ranks = len(shape_of(first)), len(shape_of(second))
    if isinstance(axes, (int, np.integer)):
        axes = [*range(-axes, 0)], [*range(axes)]
    given = [[*map(int, np.atleast_1d(one))] for one in axes]
    fits = all(-rank <= at < rank for one, rank in zip(given, ranks, strict=True) for at in one)
    if not fits or len(given[0]) != len(given[1]):
        raise _unfit(f"a product over the axes {given[0]} and {given[1]}", first, second)
    left, right = [[at % rank for at in one] for one, rank in zip(given, ranks, strict=True)]
    letters = iter(ascii_letters)
    one = [next(letters) for _ in range(ranks[0])]
    other = [next(letters) for _ in range(ranks[1])]
    for mine, theirs in zip(left, right, strict=True):
        other[theirs] = one[mine]
    out = [x for at, x in enumerate(one) if at not in left]
    out += [x for at, x in enumerate(other) if at not in right]
    return _contraction(f"{''.join(one)},{''.join(other)}->{''.join(out)}", a, b)


def _contraction(subscripts: str, a: Any, b: Any) -> Any:
    """np.einsum of two arrays whose axes of one letter have one size: none is spread."""
    nodes, sizes = (node_of(a), node_of(b)), set[tuple[str, int]]()
    inputs = subscripts.partition("->")[0].replace("...", "").split(",")
    for letters, node in zip(inputs, nodes, strict=True):
        shape = shape_of(node)
        if len(shape) < len(letters):
            raise _unfit("a product", *nodes)
        sizes |= {*zip(letters, shape[len(shape) - len(letters) :], strict=True)}
    if len(sizes) != len({letter for letter, _ in sizes}):
        raise _unfit("a product", *nodes)
    return einsum(subscripts, a, b)


def _unfit(what: str, *nodes: Node) -> ValueError:
    given = " and ".join([str(shape_of(node)) for node in nodes])
    instead = "axes that are there, and as long in one as in the other"
    return refused(ValueError, f"{what} of arrays of the shapes {given}", instead)


def outer(a: Any, b: Any) -> Any:
    first, second = shapes.flat(a), shapes.flat(b)
    return applied(ops.mul, [Whole(views.reshape(first, (*shape_of(first), 1))), Whole(second)])


def inner(a: Any, b: Any) -> Any:
    if not shape_of(node_of(a)) or not shape_of(node_of(b)):
        return applied(ops.mul, [a, b])
    return tensordot(a, b, ([-1], [-1]))


def vdot(a: Any, b: Any) -> Whole:
    return matmul(Whole(shapes.flat(a)), Whole(shapes.flat(b)))


def vecdot(x1: Any, x2: Any, axis: int = -1) -> Any:
    first, second = shapes.moveaxis(x1, axis, -1), shapes.moveaxis(x2, axis, -1)
    return _contraction("...i,...i->...", first, second)


def matvec(x1: Any, x2: Any) -> Any:
    return _contraction("...ij,...j->...i", x1, x2)


def vecmat(x1: Any, x2: Any) -> Any:
    return _contraction("...i,...ij->...j", x1, x2)


def cross(  # noqa: PLR0917
    a: Any, b: Any, axisa: int = -1, axisb: int = -1, axisc: int = -1, axis: Any = None
) -> Any:
    """np.cross, of vectors of 2 numbers too, whose third is 0."""
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = shapes.moveaxis(a, axisa, -1), shapes.moveaxis(b, axisb, -1)
    sizes = {a.shape[-1], b.shape[-1]}
    if not sizes <= {2, 3}:
        what = f"np.cross of arrays of {a.shape} and {b.shape}"
        raise refusal(what, "vectors of 2 or 3 numbers")
    if sizes == {2}:
        return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    a, b = [shapes.pad(x, [(0, 0)] * (x.ndim - 1) + [(0, 3 - x.shape[-1])]) for x in (a, b)]
    turned = [shapes.roll(one, by, -1) for one, by in ((a, -1), (b, -2), (a, -2), (b, -1))]
    return shapes.moveaxis(turned[0] * turned[1] - turned[2] * turned[3], -1, axisc)


def einsum(subscripts: str, *operands: Any, optimize: Any = False) -> Any:
    """np.einsum as contractions of distinct letters: what stands twice in one argument is its
    diagonal, and what stands in one alone is summed there."""
    if not isinstance(subscripts, str):  # an array, the numbers of its axes, and so on
        subscripts, operands = _lettered([subscripts, *operands])
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
        rank < len(one.replace("...", "")) or (len(one) != rank and "..." not in one)
        for one, rank in zip(letters, ranks, strict=False)
    ):
        shapes = ", ".join([str(shape_of(node)) for node in nodes])
        raise refusal(f"np.einsum({subscripts!r}) of arrays of {shapes}", "a letter for each axis")
    if any("..." in one and not one.startswith("...") for one in (*letters, out)):
        return _with_dots_first(letters, out, nodes)
    letters, out = [one.replace("...", "") for one in letters], out.replace("...", "")
    made = _of_one_size([_distinct(one, node) for one, node in zip(letters, nodes, strict=True)])
    if missing := set(out) - set(inputs):
        what = f"np.einsum({subscripts!r}), whose result has the axis {min(missing)!r}"
        raise refused(ValueError, what, "letters of the arguments")
    while out and all(one[:1] == out[:1] for one, _ in made):
        made, out = [(one[1:], node) for one, node in made], out[1:]  # axes that all have in front
    summed = []
    for at, (one, node) in enumerate(made):
        elsewhere = out + "".join([other for place, (other, _) in enumerate(made) if place != at])
        lonely = [i - len(one) for i, letter in enumerate(one) if letter not in elsewhere]
        kept = "".join([letter for letter in one if letter in elsewhere])
        summed.append((kept, sums.total(node, tuple(lonely))))
    if len(summed) == 1:
        own, node = summed[0]
        found = views.permute(node, [own.index(letter) - len(own) for letter in out])
        return _written_through(subscripts, operands[0], found)
    if not any(set(a[0]) & set(b[0]) - set(out) for a, b in combinations(summed, 2)):
        return _elementwise_product(summed, out)
    return Whole(
        contractions.einsum(
            f"{','.join([one for one, _ in summed])}->{out}", *[n for _, n in summed]
        )
    )


def _written_through(subscripts: str, operand: Any, found: Node) -> Whole:
    """Axes in another order, or a diagonal: a view, to which may be assigned, if nothing is
    summed."""
    whole = shapes.whole(operand)
    inputs, arrow, out = subscripts.replace(" ", "").partition("->")
    if not arrow or not set(inputs) <= set(out):
        return Whole(found)
    places = np.einsum(subscripts, np.arange(whole.size).reshape(whole.shape)).ravel()

    def get(node: Node) -> Node:
        return node_of(einsum(subscripts, Whole(node)))

    def put(node: Node, part: Node) -> Node:
        flat, values = [shapes.flat(Whole(one)) for one in (node, part)]
        return views.reshape(gathers.put(flat, values, constants.array(places)), shape_of(node))

    return Whole(found, View(whole, get, put))


def _lettered(given: Sequence[Any]) -> tuple[str, list[Any]]:
    """The letters of axes that are given by numbers, behind each array; the last may be the
    result's."""
    several = len(given) - len(given) % 2
    texts = [
        "".join(["..." if axis is Ellipsis else ascii_letters[axis] for axis in axes])
        for axes in (*given[1:several:2], *given[several:])
    ]
    count = several // 2
    return ",".join(texts[:count]) + "".join([f"->{one}" for one in texts[count:]]), [
        *given[:several:2]
    ]


def _with_dots_first(letters: Sequence[str], out: str, nodes: Sequence[Node]) -> Any:
    """The contraction of arrays whose axes for `...` are in front."""
    turned, most = [], 0
    for one, node in zip(letters, nodes, strict=True):
        ahead, dots, behind = one.partition("...")
        rank = len(shape_of(node))
        count = rank - len(ahead) - len(behind) if dots else 0
        most = max(most, count)
        places = [*range(len(ahead), len(ahead) + count)]
        order = [*places, *[at for at in range(rank) if at not in places]]
        turned.append(Whole(views.permute(node, [at - rank for at in order])))
    given = ",".join([("..." if "..." in one else "") + one.replace("...", "") for one in letters])
    ahead, dots, behind = out.partition("...")
    found = einsum(f"{given}->{dots}{ahead}{behind}", *turned)
    rank, first = most + len(ahead) + len(behind), most if dots else 0
    order = [*range(first, first + len(ahead)), *range(first), *range(first + len(ahead), rank)]
    return Whole(views.permute(found.node, [at - rank for at in order]))


def _elementwise_product(parts: Sequence[tuple[str, Node]], out: str) -> Any:
    """Nothing is summed: each array is spread along the others' axes."""
    found: Any = None
    for letters, node in parts:
        order = sorted(letters, key=out.index)
        turned = views.permute(node, [letters.index(one) - len(letters) for one in order])
        own = shape_of(turned)[len(shape_of(turned)) - len(order) :]
        sizes = dict(zip(order, own, strict=True))
        spread = Whole(views.reshape(turned, tuple([sizes.get(one, 1) for one in out]), len(order)))
        found = spread if found is None else found * spread
    return found


def _of_one_size(parts: Sequence[tuple[str, Node]]) -> list[tuple[str, Node]]:
    """The arrays without axes of one element that are spread along another's of that letter."""
    sizes: dict[str, int] = {}
    own = [dict(zip(reversed(one), reversed(shape_of(node)), strict=False)) for one, node in parts]
    for letter, size in [pair for each in own for pair in each.items()]:
        if 1 != sizes.setdefault(letter, size) != size != 1:
            raise _unfit(f"np.einsum, in which {letter!r} is an axis", *[node for _, node in parts])
        sizes[letter] = size if sizes[letter] == 1 else sizes[letter]
    found = []
    for (one, node), mine in zip(parts, own, strict=True):
        kept = "".join([letter for letter in one if mine[letter] == sizes[letter]])
        shape = tuple([mine[letter] for letter in kept])
        ahead = shape_of(node)[: len(shape_of(node)) - len(one)]
        found.append((kept, node if kept == one else views.reshape(node, ahead + shape)))
    return found


def _distinct(letters: str, node: Node) -> tuple[str, Node]:
    """The array with the diagonal of what stands twice."""
    for letter in dict.fromkeys(letters):
        while letters.count(letter) > 1:
            first = letters.index(letter)
            second = letters.index(letter, first + 1)
            axes = first - len(letters), second - len(letters)
            node = shapes.diagonal(Whole(node), 0, *axes).node
            letters = letters.replace(letter, "") + letter * (letters.count(letter) - 1)
    return letters, node


def convolve(a: Any, v: Any, mode: str = "full") -> Any:
    first, second = node_of(np.atleast_1d(a)), node_of(np.atleast_1d(v))
    if len(shape_of(first)) != 1 or len(shape_of(second)) != 1:
        what = f"np.convolve of arrays of the shapes {shape_of(first)} and {shape_of(second)}"
        raise refused(ValueError, what, "arrays of one axis")
    n, m = shape_of(first)[0], shape_of(second)[0]
    if n < m:
        first, second, n, m = second, first, m, n
    # Each row of the products, one place further on: no zero beside them is multiplied.
    rows = shapes.pad(Whole(second)[:, None] * Whole(first), ((0, 0), (0, m)))
    found = rows.ravel()[: m * (n + m - 1)].reshape(m, n + m - 1).sum(axis=0)
    start = {"full": 0, "same": (m - 1) // 2, "valid": m - 1}[mode]
    count = {"full": n + m - 1, "same": n, "valid": n - m + 1}[mode]
    return found[start : start + count]
