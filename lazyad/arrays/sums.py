"""Rows of sums and of what is spread: each is the other's transpose.

In: a Node, and axes or a shape. Out: a Node. A room of its own because of that pair.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lazyad.arrays.forms import shape_of
from lazyad.arrays.rows import Shape, row
from lazyad.arrays.views import axes_text, reshape
from lazyad.graph import Node
from lazyad.regions import made
from lazyad.values.structure import Form

BROADCAST = row(
    "broadcast_to",
    lambda shape, x: Form(x.shape[: len(x.shape) - len(shape)] + shape, x.kind),
    lambda node: f"np.broadcast_to({{0}}, {shape_of(node)})",
    view=True,
    transpose=lambda ct, node, at: unbroadcast(
        ct, shape_of(node.args[0]), len(shape_of(ct)) - len(shape_of(node))
    ),
)


def broadcast_to(x: Node, shape: Shape) -> Node:
    """The last axes spread to that shape, of which x may lack some or have them with one
    element.
    """
    missing = len(shape) - len(shape_of(x))
    if missing > 0:
        x = reshape(x, (1,) * missing + shape_of(x))
    own = shape_of(x)[len(shape_of(x)) - len(shape) :]
    return x if own == tuple(shape) else made(BROADCAST, (x,), tuple(shape))


def unbroadcast(ct: Node, shape: Shape, lead: int = 0) -> Node:
    """The cotangent of what was spread from that shape, behind so many axes of directions."""
    own = shape_of(ct)
    extra = len(own) - lead - len(shape)
    inner = own[lead + extra :]
    axes = [at - len(own) for at in range(lead, lead + extra)]
    axes += [at - len(shape) for at, n in enumerate(shape) if n == 1 and inner[at] != 1]
    return reshape(total(ct, tuple(axes)), shape, len(own) - lead - len(axes)) if axes else ct


def reduced_form(payload: tuple[Shape, bool], form: Form) -> Form:
    """The form of a reduction with a payload (axes, whether they stay as axes of one element)."""
    axes, keep = payload
    rank = len(form.shape)
    sizes = [
        1 if at - rank in axes else size
        for at, size in enumerate(form.shape)
        if keep or at - rank not in axes
    ]
    return Form(tuple(sizes), "int64" if form.kind == "bool" else form.kind)


def reduction(name: str) -> dict[str, Any]:
    """How NumPy's arrays, and the functions of the array API, are called: a method takes a third of
    the time of NumPy's function."""
    return {"spell": _reducing(f"{{0}}.{name}(", ""), "xp": _reducing(f"np.{name}({{0}}", ", ")}


def _reducing(head: str, comma: str) -> Callable[[Node], str]:
    def spell(node: Node) -> str:
        axes, keep = node.payload
        every = len(axes) == len(shape_of(node.args[0])) and not keep
        which = [] if every else [f"axis={axes_text(axes)}"]
        keywords = ", ".join([*which, *["keepdims=True"] * keep])
        return f"{head}{comma if keywords else ''}{keywords})"

    return spell


def with_axes(reduced: Node, node: Node) -> Node:
    """What a reduction came to, with the axes that it left out as axes of one element; it may have
    axes of directions in front."""
    axes, keep = node.payload
    if keep:
        return reduced
    inner = shape_of(node.args[0])
    kept = tuple([1 if at - len(inner) in axes else size for at, size in enumerate(inner)])
    return reshape(reduced, kept, len(shape_of(node)))


SUM = row(
    "sum",
    reduced_form,
    **reduction("sum"),
    out=True,
    transpose=lambda ct, node, at: broadcast_to(with_axes(ct, node), shape_of(node.args[0])),
)


def total(x: Node, axes: Shape | None = None, keep: bool = False) -> Node:
    """The sum over some axes, by default all."""
    axes = tuple(range(-len(shape_of(x)), 0)) if axes is None else axes
    return made(SUM, (x,), (tuple(sorted(axes)), keep)) if axes else x
