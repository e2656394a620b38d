"""What the Nodes of whole arrays hold beside their arguments, as JSON and back.

In: a Node, or a row of a text that may be a stranger's. Out: JSON, or the Node. A room of its own
because `serialize` knows numbers, whose Nodes hold nothing but these.

What a text holds reaches the emitter: only numbers, the names of kinds, and letters of contractions
are read.
"""

from __future__ import annotations

import re
from typing import Any

from lazyad.arrays.constants import ARRAY, Constant
from lazyad.arrays.contractions import ABSORBING, EINSUM
from lazyad.arrays.forms import BYTES, form_of, set_form
from lazyad.graph import INPUT, Node, Op
from lazyad.values.origin import Origin
from lazyad.values.structure import Form

_CONTRACTION = r"[a-zA-Z]*(,[a-zA-Z]*)*->[a-zA-Z]*"
_CONTRACTING = (EINSUM, ABSORBING)
_SIDES = ("left", "right")


def written(node: Node) -> Any:
    """The payload of an array's Node, which JSON holds: tuples become lists."""
    if node.op is ARRAY:
        array = node.payload.array
        return [array.dtype.str, array.shape, array.ravel().tolist()]
    return node.payload


def read(op: Op, args: tuple[Node, ...], payload: Any, origin: Origin | None) -> Node:
    """The Node of a row. Raises ValueError for what no program holds, and what its form raises."""
    found = _array(payload) if op is ARRAY else _checked(payload)
    if op in _CONTRACTING and not (type(found) is str and re.fullmatch(_CONTRACTION, found)):
        raise ValueError(f"the contraction {found!r:.40}")
    if op not in _CONTRACTING and any(re.fullmatch(_CONTRACTION, text) for text in _texts(found)):
        raise ValueError(f"the payload {found!r:.40} of {op.name}")
    node = Node(op, args, found, origin)
    form = form_of(node)
    for one in form if type(form) is tuple and type(form) is not Form else (form,):
        if not all(type(size) is int and size >= 0 for size in one.shape):
            raise ValueError(f"an array of the shape {one.shape!r:.40}")
    if op.array.spell is not None:
        op.array.spell(node)
    return node


def read_input(name: str, shape: Any, kind: Any, origin: Origin | None) -> Node:
    """An argument that is a whole array."""
    sizes = _checked(shape)
    if kind not in BYTES or type(sizes) is not tuple or not {int}.issuperset(map(type, sizes)):
        raise ValueError(f"an argument of the form {shape!r:.40}, {kind!r:.20}")
    return set_form(Node(INPUT, (), name, origin), Form(sizes, kind))


def _checked(value: Any) -> Any:
    if type(value) is list:
        return tuple(map(_checked, value))
    known = type(value) is str and (
        value in BYTES or value in _SIDES or re.fullmatch(_CONTRACTION, value) is not None
    )
    if not known and type(value) not in (int, float, bool, type(None)):
        raise ValueError(f"the payload {value!r:.40}")
    return value


def _texts(value: Any) -> list[str]:
    if type(value) is tuple:
        return [text for one in value for text in _texts(one)]
    return [value] if type(value) is str else []


def _array(data: Any) -> Constant:
    import numpy as np

    dtype, shape, items = data
    found = np.array(items, np.dtype(dtype)).reshape(_checked(shape))
    if found.dtype.kind not in "fiub":
        raise ValueError(f"an array of {dtype!r:.20}")
    return Constant(found)
