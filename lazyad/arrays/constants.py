"""Rows of known arrays: fixed ones, those of one number, unit matrices, whole numbers in order.

In: NumPy's arrays, or numbers and a shape. Out: Nodes without arguments. A room of its own because
here alone it is said which kinds of numbers there are.
"""

from __future__ import annotations

import math
from typing import Any

from lazyad.arrays.rows import Shape, row
from lazyad.graph import Node, const
from lazyad.regions import made
from lazyad.values.errors import refused
from lazyad.values.structure import Form


class Constant:
    """An array that is fixed into a program: equal to those of the same bytes."""

    __slots__ = ("array", "key")

    def __init__(self, array: Any) -> None:
        self.array = array.copy()
        self.array.flags.writeable = False
        self.key = array.dtype.str, array.shape, array.tobytes()

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Constant) and self.key == other.key

    def __repr__(self) -> str:
        return f"{self.array.dtype}{[*self.array.shape]}"


def kind_of(dtype: Any) -> str:
    """The kind of a dtype of NumPy's. Raises TypeError for what is no real number."""
    if dtype.kind in "iu":
        return "int64"
    if dtype.kind == "b":
        return "bool"
    if dtype.name in ("float64", "float32"):
        return str(dtype.name)
    raise refused(TypeError, f"an array of {dtype}", "float64 or float32, ints or bools")


def kind_of_name(name: str) -> str:
    """The kind of a dtype of any library's, by its name, as of torch.float32."""
    name = name.rpartition(".")[2]
    if name in ("float64", "float32", "bool"):
        return name
    if name.startswith(("int", "uint")):
        return "int64"
    raise refused(TypeError, f"an array of {name}", "float64 or float32, ints or bools")


ARRAY = row("constant", lambda p: Form(p.array.shape, kind_of(p.array.dtype)), None)

FULL = row(
    "full",
    lambda p: Form(p[0], p[2]),
    lambda node: _full_text(*node.payload),
    xp=lambda node: _full_xp(*node.payload),
)


def _full_text(shape: Shape, value: float, kind: str) -> str:
    number = _number(value, kind)
    if not shape:
        return f"np.{kind.replace('bool', 'bool_')}({number})"
    sizes = shape[0] if len(shape) == 1 else shape
    if value in (0.0, 1.0) and math.copysign(1.0, value) > 0.0:
        return f"np.{'ones' if value else 'zeros'}({sizes}{_dtype(kind)})"
    return f"np.full({sizes}, {number}{_dtype(kind)})"


def _number(value: float, kind: str) -> str:
    if kind in ("bool", "int64"):
        return str(bool(value)) if kind == "bool" else str(int(value))
    return repr(value) if math.isfinite(value) else f"np.{value!r}".replace("np.-", "-np.")


def _full_xp(shape: Shape, value: float, kind: str) -> str:
    number = _number(value, kind)
    made = f"np.full({shape}, {number}" if shape else f"np.asarray({number}"
    return f"{made}, dtype=np.{kind})"


def _dtype(kind: str) -> str:
    return "" if kind == "float64" else f", dtype=np.{kind}"


EYE = row(
    "eye",
    lambda p: Form((p[0], p[0]), p[1]),
    lambda n: f"np.eye({n.payload[0]}{_dtype(n.payload[1])})",
    xp=lambda n: f"np.eye({n.payload[0]}, dtype=np.{n.payload[1]})",
)


def eye(size: int, kind: str) -> Node:
    """The unit matrix."""
    return made(EYE, (), (size, kind))


_FEW = 4  # equal numbers that are written out


def array(value: Any) -> Node:
    """The Node of an array that is fixed into the program; one without dimensions is a number."""
    if value.shape == () and value.dtype.kind in "fb":
        return const(float(value) if value.dtype.kind == "f" else bool(value))
    if value.dtype.kind == "f" and value.size > _FEW:
        kind, bits = kind_of(value.dtype), value.ravel().view(f"u{value.dtype.itemsize}")
        if (bits == bits[0]).all():
            return full(value.shape, float(value.flat[0]), kind)
    return made(ARRAY, (), Constant(value))


def full(shape: Shape, value: float, kind: str) -> Node:
    """An array of one number."""
    return made(FULL, (), (tuple(shape), float(value), kind))


def counted(size: int) -> Node:
    return made(COUNT, (), size)


COUNT = row(
    "arange", lambda size: Form((size,), "int64"), lambda node: f"np.arange({node.payload})"
)
