"""The array target: one operation of NumPy's for each Node, which is an array.

In: a Node of whole arrays, or an array that is fixed into the program. Out: how NumPy spells it. A
room of its own because a row says how its op is called, and this what stands around that.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from lazyad.arrays.constants import Constant
from lazyad.arrays.forms import form_of
from lazyad.emit import numpy
from lazyad.emit.containers import Bracket, bracket, statement
from lazyad.graph import CONST, ITEM, Node
from lazyad.values.structure import Elements

MOST = 1_000  # elements that are written out; of more, the file has the array bound to a name


def spell(node: Node) -> str | None:
    row = node.op.array
    if node.op is ITEM:
        return f"{{0}}[{node.payload}]"
    if row is None:
        return _as_narrow(numpy.spell(node), node)
    return row.spell(node) if row.spell else None


def _as_narrow(text: str | None, node: Node) -> str | None:
    """The call, of float32 where the Node is: some functions of SciPy's have float64 alone."""
    called = text and ("special." in text or "np.vectorize(" in text)
    if not text or not called or form_of(node).kind != "float32":
        return text
    given = tuple([repr(arg.payload) if arg.op is CONST else None for arg in node.args])
    if "special." in text and _widens(text, given):
        return f"{text}.astype(np.float32)"
    return text.replace('otypes="d"', 'otypes="f"')


@cache
def _widens(text: str, given: tuple[str | None, ...]) -> bool:
    """Whether a call comes to float64 of arrays of float32 and these constants."""
    import numpy as np
    from scipy import special

    args = [one or "x" for one in given]
    with np.errstate(all="ignore"):
        found = eval(text.format(*args), {"np": np, "special": special, "x": np.ones(1, "f")})
    return bool(found.dtype == np.float64)


def is_written_out(constant: Constant) -> bool:
    """Whether the source holds the numbers of a constant array."""
    size: int = constant.array.size
    return size <= MOST


def constant_lines(constant: Constant, name: str, scope: Mapping[str, str]) -> list[str]:
    """The statement that makes a constant array."""
    array, np = constant.array, scope["np"]
    if not array.size:
        return [f"{name} = {np}.zeros({array.shape}, dtype={np}.{array.dtype})"]
    if not array.shape:
        return [f"{name} = {np}.{array.dtype}({array.item()})"]
    items = tuple([repr(item) for item in array.ravel().tolist()])
    items = tuple([f"{np}.{item}" if item in ("nan", "inf") else item for item in items])
    items = tuple([item.replace("-inf", f"-{np}.inf") for item in items])
    text: dict[Any, Any] = {item: item for item in items} | {"np": np}
    made = bracket(Elements(array.shape, items), text)
    if array.dtype.name not in ("float64", "int64", "bool"):
        made = Bracket(made.opening, [*made.items, ("dtype=", f"{np}.{array.dtype}")], ")", True)
    return statement(f"{name} = ", made, 0, "")
