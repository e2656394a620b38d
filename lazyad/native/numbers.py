"""What stands for a number in the text that LLVM reads.

In: floats, and names of LLVM's. Out: the values that statements are written with. A room of its own
because single numbers and tables of them are both made of these.
"""

from __future__ import annotations

import struct

from lazyad.values.rows import NamedTuple


def constant(value: float) -> str:
    """A float to the last bit.

    >>> constant(1.0)
    '0x3ff0000000000000'
    """
    return "0x" + _BITS(value).hex()


_BITS = struct.Struct(">d").pack


class Unsupported(Exception):
    """What has no form here: it stays Python's."""


class Value(NamedTuple):
    """A number, and what it is called: a float "f", a condition "b", an int "i"; or one that is
    held as a float, "n", an int of Python's that a float was rounded to, and "m", a float on one
    way and an int on another."""

    kind: str
    name: str


def is_known(number: str) -> bool:
    """Whether an int is written out, and not computed."""
    return number.removeprefix("-").isdigit()
