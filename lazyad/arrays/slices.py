"""Rows of parts of arrays, and of arrays made of parts: slices, updates, concatenation, roll.

In: Nodes, and where the parts begin and end. Out: a Node. A room of its own because the places are
known while tracing; those that arrays of whole numbers say are in `gathers`.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from lazyad.arrays.constants import full
from lazyad.arrays.forms import WEAK, form_of, is_float, shape_of, wider
from lazyad.arrays.rows import Shape, list_of, row
from lazyad.arrays.views import astype, reshape
from lazyad.graph import Node, Op
from lazyad.regions import made
from lazyad.values.structure import Form

# Each of the last axes: an int, which leaves it out, or (start, stop, step), or None for all of it.
Items = tuple[Any, ...]


def _cut_form(items: Items, form: Form) -> Form:
    lead = len(form.shape) - len(items)
    sizes = [
        size if item is None else len(range(*item))
        for item, size in zip(items, form.shape[lead:], strict=True)
        if type(item) is not int
    ]
    return Form(form.shape[:lead] + tuple(sizes), form.kind)


def index_text(items: Items, lead: int, whole: bool = False) -> str:
    """The index as Python writes it; of every axis, if it is to be `whole`.

    >>> index_text((None, 3, (0, 4, 2)), 1)
    '..., :, 3, 0:4:2'
    """
    steps = []
    for item in items:
        if type(item) is tuple:
            start, stop, step = item
            steps.append(f"{start}:{stop}" + (f":{step}" if step != 1 else ""))
        else:
            steps.append(":" if item is None else str(item))
    while steps and steps[-1] == ":" and not (lead or whole):
        steps.pop()
    return ", ".join(["..."] * bool(lead) + steps)


def _cut_text(node: Node, whole: bool = False) -> str:
    lead = len(shape_of(node.args[0])) - len(node.payload)
    return f"{{0}}[{index_text(node.payload, lead, whole)}]"


CUT = row(
    "slice",
    _cut_form,
    _cut_text,
    view=True,
    transpose=lambda ct, node, at: made(
        PLACE, (ct,), (node.payload, shape_of(node.args[0])[-len(node.payload) :])
    ),
    xp=lambda node: _cut_text(node, True),
)


def _place_form(payload: tuple[Items, Shape], form: Form) -> Form:
    items, shape = payload
    inner = sum(type(item) is not int for item in items)
    return Form(form.shape[: len(form.shape) - inner] + shape, form.kind)


def _place_text(node: Node) -> str:
    return f"placed({{0}}, {shape_of(node)}, {_place_index(node, node.payload[0])})"


def _place_index(node: Node, items: Items) -> str:
    """The index as a value: (..., slice(0, 3), 1)."""
    steps = []
    for item in items:
        if type(item) is tuple:
            start, stop, step = item
            steps.append(f"slice({start}, {stop}" + (f", {step})" if step != 1 else ")"))
        else:
            steps.append("slice(None)" if item is None else str(item))
    lead = ["..."] * (len(shape_of(node)) > len(items))
    return f"({', '.join([*lead, *steps])}{',' * (len(lead) + len(steps) == 1)})"


PLACE: Op = row(
    "place",
    _place_form,
    _place_text,
    transpose=lambda ct, node, at: cut(ct, node.payload[0]),
    xp=lambda node: _place_text(node).replace("placed", "placed_at", 1),
)

UPDATE: Op = row(
    "update",
    lambda p, x, part: x._replace(kind=wider([x.kind, part.kind])),
    lambda node: f"updated({{0}}, {{1}}, {_place_index(node, node.payload)})",
    joint=True,
    transpose=lambda ct, node, at: cut(ct, node.payload) if at else _without(ct, node),
    xp=lambda node: f"with_part({{0}}, {{1}}, {_place_index(node, node.payload)})",
)


def _without(ct: Node, node: Node) -> Node:
    """The cotangent with zeros where the node got other elements."""
    part = node.args[1]
    lead = shape_of(ct)[: len(shape_of(ct)) - len(shape_of(node))]
    zeros = full((*lead, *shape_of(part)), 0.0, form_of(ct).kind)
    return made(UPDATE, (ct, zeros), node.payload)


def update(x: Node, part: Node, items: Items) -> Node:
    """The array with another part at that basic index of its last axes."""
    return made(UPDATE, of_one_kind([x, part]), tuple(items))


def of_one_kind(parts: Sequence[Node]) -> list[Node]:
    """The arrays that become one: whole numbers beside floats are floats, whose tangent is 0."""
    kind = wider(form_of(part).kind for part in parts)
    whole = kind.startswith("float")
    return [astype(x, kind) if whole and not is_float(x) else x for x in parts]


def cut(x: Node, items: Items) -> Node:
    """A basic slice of the last axes."""
    while items and items[0] is None:
        items = items[1:]
    return made(CUT, (x,), tuple(items)) if items else x


def along(x: Node, axis: int, start: int, stop: int) -> Node:
    """Some of the elements along an axis, or all."""
    if (start, stop) == (0, shape_of(x)[axis]):
        return x
    return cut(x, ((start, stop, 1), *(None,) * (-axis - 1)))


ROLL: Op = row(
    "roll",
    lambda p, x: x,
    lambda node: "np.roll({{0}}, {}, axis={})".format(*node.payload),
    transpose=lambda ct, node, at: made(ROLL, (ct,), (-node.payload[0], node.payload[1])),
)


def _concat_form(axis: int, *forms: Form) -> Form:
    shape = [*forms[0].shape]
    shape[axis] = sum(form.shape[axis] for form in forms)
    return Form(tuple(shape), wider(form.kind for form in forms))


def _part_of(ct: Node, node: Node, at: int) -> Node:
    axis = node.payload
    sizes = [shape_of(arg)[axis] for arg in node.args]
    return along(ct, axis, sum(sizes[:at]), sum(sizes[: at + 1]))


CONCAT = row(
    "concat",
    _concat_form,
    lambda node: f"np.concatenate([{list_of(node)}], axis={node.payload})",
    joint=True,
    transpose=_part_of,
    out=True,
    xp=lambda node: f"np.concat([{list_of(node)}], axis={node.payload})",
)


def concat(parts: Sequence[Node], axis: int) -> Node:
    """The arrays one after the other along an axis."""
    return parts[0] if len(parts) == 1 else made(CONCAT, of_one_kind(parts), axis)


def stack(parts: Sequence[Node], axis: int) -> Node:
    """The arrays along a new axis, which counts from the end of the result."""
    shape = shape_of(parts[0])
    at = len(shape) + 1 + axis
    return concat([reshape(part, (*shape[:at], 1, *shape[at:])) for part in parts], axis)


def elements(x: Node) -> list[Node]:
    """The numbers of an array, in C order."""
    return [cut(x, place) for place in itertools.product(*map(range, shape_of(x)))]


def array_of(numbers: Sequence[Node], shape: Shape) -> Node:
    """The array of that shape of these numbers, in C order."""
    parts = [full((), x.payload, "float64") if form_of(x).kind == WEAK else x for x in numbers]
    if not shape:
        return parts[0]
    return reshape(stack(parts, -1), shape) if parts else full(shape, 0.0, "float64")
