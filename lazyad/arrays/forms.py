"""The form of a Node: the shape of the array that it is, and what kind of numbers are in it.

In: a Node. Out: its `Form`, computed once from those of its arguments; of an op that returns
several arrays, a tuple of forms. A room of its own because every other room of arrays asks for it.

Axes count from the end: an array of directions has one more axis in front, which no row sees.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from lazyad.graph import CALL, CONST, INPUT, ITEM, RAISE, ZERO_OP, Node
from lazyad.values.errors import refused
from lazyad.values.origin import describe
from lazyad.values.structure import Form

WEAK = "weak"  # the kind of a number that is written in the source: it widens no array
_ORDER = ("bool", WEAK, "int64", "float32", "float64")
BYTES = {"bool": 1, "int64": 8, "float32": 4, "float64": 8, WEAK: 8}


def form_of(node: Node) -> Any:
    """The form of a Node; a tuple of them where it comes to several arrays."""
    try:
        return node.form
    except AttributeError:  # as few Nodes that are asked
        pass
    stack = [node]
    while stack:
        one = stack[-1]
        if waiting := [arg for arg in one.args if known_form(arg) is None]:
            stack += waiting
            continue
        stack.pop()
        if known_form(one) is None:
            set_form(one, _computed(one))
    return node.form


def known_form(node: Node) -> Any:
    """The form, if it was given or computed already."""
    return getattr(node, "form", None)


def set_form(node: Node, form: Any) -> Node:
    _set(node, form)
    return node


_set = Node.form.__set__  # type: ignore


def shape_of(node: Node) -> tuple[int, ...]:
    """The shape of a Node that is one array."""
    try:
        form: Form = node.form
    except AttributeError:
        form = form_of(node)
    return form.shape


def tangent_form(form: Form, lead: tuple[int, ...] = ()) -> Form:
    """That of a tangent or a cotangent of what has that form, along `lead` directions."""
    kind = form.kind if form.kind in ("float32", "float64") else "float64"
    return Form((*lead, *form.shape), kind)


def size_of(form: Form) -> int:
    """How many bytes an array of that form takes."""
    return math.prod(form.shape) * BYTES[form.kind]


def _computed(node: Node) -> Any:
    op, forms = node.op, [arg.form for arg in node.args]
    if op is ITEM:
        return forms[0][node.payload]
    if op.array is not None:
        return op.array.form(node.payload, *forms)
    if op is CALL:
        return (Form((), "float64"),) * node.payload.items
    if op is CONST:
        return Form((), "bool" if isinstance(node.payload, bool) else WEAK)
    if op in (INPUT, ZERO_OP, RAISE):
        return Form((), WEAK if op is not INPUT else "float64")
    if op.name == "along":  # whose value is the first
        return forms[0]
    shape = broadcast([form.shape for form in forms], node)
    if op.lazy:  # what is raised is of no kind
        forms = [arg.form for arg in node.args[1:] if arg.op is not RAISE] or forms[1:]
    kind = _kind(op, forms)
    return Form(shape, "float64" if shape and kind is WEAK else kind)


def _kind(op: Any, forms: Sequence[Form]) -> str:
    if op.condition:
        return "bool"
    kind = wider([form.kind for form in forms])
    whole = op.spelling and "(" not in op.spelling and " / " not in op.spelling
    chooses = op.name in ("abs", "sign", "nan_max", "nan_min")
    if kind == WEAK:  # what NumPy makes of Python's numbers
        return "float64"
    if kind in ("int64", "bool") and not (op.lazy or whole or chooses):
        return "float64"
    return kind


def wider(kinds: Iterable[str]) -> str:
    """What numbers of several kinds become together.

    >>> wider(["float32", "weak"]), wider(["int64", "float32"])
    ('float32', 'float64')
    """
    found = set(kinds)
    if "int64" in found and not found.isdisjoint({"float32", WEAK}):
        return "float64"
    return max(found, key=_ORDER.index)


def broadcast(shapes: Sequence[tuple[int, ...]], node: Node | None = None) -> tuple[int, ...]:
    """The shape that arrays of these shapes have together, as NumPy broadcasts.

    Raises ValueError in three parts if they do not fit.

    >>> broadcast([(3, 1), (4,), ()])
    (3, 4)
    """
    if shapes and shapes.count(shapes[0]) == len(shapes):
        return shapes[0]
    rank = max(map(len, shapes), default=0)
    padded = [(1,) * (rank - len(shape)) + shape for shape in shapes]
    found = []
    for sizes in zip(*padded, strict=True):
        others = {size for size in sizes if size != 1}
        if len(others) > 1:
            given = " and ".join(map(str, shapes))
            where = describe(node.origin) if node else None
            instead = "shapes that are equal, or 1, axis by axis from the last"
            raise refused(
                ValueError, f"arrays of the shapes {given} do not broadcast", instead, where
            )
        found.append(others.pop() if others else 1)
    return tuple(found)


def is_float(node: Node) -> bool:
    """Whether a derivative may pass through it."""
    form = form_of(node)
    kinds = [one.kind for one in form] if type(form) is tuple else [form.kind]
    return any(kind in ("float32", "float64", WEAK) for kind in kinds)
