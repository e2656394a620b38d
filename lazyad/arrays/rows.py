"""The op table of whole arrays: one statement an op, with its form, its spelling and its
derivative.

In: Nodes, and a payload (axes, a shape, letters). Out: a Node. A room of its own because a row of
numbers has partials, and one of arrays has, for forward and reverse mode alike, one of these:

- `transpose(ct, node, at)`: it is linear in each argument. Its tangent is the op itself with that
  argument replaced by its tangent; the transpose is the cotangent of argument `at`, None where that
  is no number. A `joint` row is linear in all of its arguments together, as `concat` is.
- `tangent(node, *tangents)`: an expression that is linear in the tangents, ZERO where there is
  none. Reverse mode is its transposition; where the row itself is linear in one of its arguments,
  as `solve` is in the right side, its `transpose` says so for that one, and None for the others.
- neither: its result has no derivative (argmax).

Axes count from the end, and payloads speak of the last axes alone, so that directions can be a
leading axis which no row sees. `spell(node)` is a template of NumPy's; a `view` takes no memory.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lazyad.graph import OPS, Node, Op
from lazyad.values.rows import NamedTuple

Shape = tuple[int, ...]


class ArrayRow(NamedTuple):
    """What there is to know of an op of whole arrays."""

    form: Any  # a function of the payload, and the forms of the arguments
    spell: Callable[[Node], str] | None  # None where it is written with others
    transpose: Callable[[Node, Node, int], Node | None] | None = None
    tangent: Callable[..., Node] | None = None
    series: Callable[..., Node] | None = None  # the k-th coefficient, of k and series
    joint: bool = False
    view: bool = False
    absorbs: bool = False  # of what is nothing in a part, a part is nothing, whatever it meets
    out: bool = False  # its call takes out=
    raises: bool = False  # of some matrices, which the first argument is
    define: Callable[[Node], Node] | None = None  # what it is of other rows
    xp: Callable[[Node], str] | None = None  # how the array API spells it, if that is another way
    scipy: str | None = None  # what it calls in scipy.linalg, which the array API has nothing for


def row(name: str, form: Any, spell: Any, **facts: Any) -> Op:
    """Add a row to the table of whole arrays; `spell` is a template, or makes one of a Node."""
    op = Op(name, lambda *args: args, None, -1, weight=1, fails=())
    template = (lambda node: spell) if isinstance(spell, str) else spell
    op.apart, op.array = True, ArrayRow(form, template, **facts)
    OPS[name] = op
    return op


def list_of(node: Node) -> str:
    return ", ".join([f"{{{at}}}" for at in range(len(node.args))])
