"""Payloads of whole arrays as JSON and back: axes, shapes, letters, arrays that are fixed.

In: the payload of a row. Out: what JSON can hold; and of that the payload again, checked so that no
text reaches the emitter but the few words that rows use. A room of its own because stored graphs
ask for it, and no row does.
"""

from __future__ import annotations

import re
from typing import Any

from lazyad.arrays.forms import BYTES
from lazyad.arrays.rows import Constant
from lazyad.values.structure import Form

_WORDS = {*BYTES, "left", "right"}
_LETTERS = re.compile(r"[A-Za-z,]*->[A-Za-z]*")  # of einsum; no expression of Python's
_DTYPES = (
    "float64",
    "float32",
    "bool",
    *[f"{u}int{n}" for u in ("", "u") for n in (8, 16, 32, 64)],
)


def written(payload: Any) -> Any:
    """The payload with lists for its tuples, and an object for a fixed array.

    >>> written(((-1,), True)), read([[-1], True])
    ([[-1], True], ((-1,), True))
    """
    if isinstance(payload, Constant):
        array = payload.array
        return {"array": [array.dtype.name, [*array.shape], array.ravel().tolist()]}
    return [*map(written, payload)] if isinstance(payload, tuple) else payload


def read(data: Any) -> Any:
    """The payload of `written`; a ValueError for anything that no row has."""
    if type(data) is list:
        return tuple(map(read, data))
    if type(data) is dict:
        return _fixed(*data["array"])
    known = data in _WORDS or _LETTERS.fullmatch(data) if type(data) is str else False
    if not (known or data is None or type(data) in (int, float, bool)):
        raise ValueError(f"{data!r:.40} in what an op of arrays is told")
    return data


def _fixed(dtype: Any, shape: Any, numbers: Any) -> Constant:
    if dtype not in _DTYPES or not {int, float, bool}.issuperset(map(type, numbers)):
        raise ValueError(f"an array of {dtype!r:.40}")
    import numpy as np

    return Constant(np.array(numbers, dtype).reshape(sizes(shape)))


def sizes(given: Any) -> tuple[int, ...]:
    """A shape."""
    if type(given) is not list or not all(type(n) is int and 0 <= n < 2**31 for n in given):
        raise ValueError(f"{given!r:.40} are no sizes")
    return tuple(given)


def read_form(data: Any) -> Form:
    """The form of an input, of [shape, kind]."""
    shape, kind = data
    if kind not in BYTES:
        raise ValueError(f"an array of {kind!r:.40}")
    return Form(sizes(shape), kind)
