"""Many points of what is as simple as can be: arrays of floats in a row, floats, lists and tuples.

In: a function that was computed at points before. Out: what computes it again without asking what
need not be asked. A room of its own because it is all about the microseconds of a call, in which
machine code is at ten thousand points.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from lazyad.graph import Node, is_condition
from lazyad.run.batch import compute_parts, new_block
from lazyad.run.engines import BLOCK
from lazyad.run.specialized import Specialized
from lazyad.values.structure import leaves

MANY = 1000  # numbers in a result that is put together quickly

Quick = Callable[[Sequence[Any], Any, "int | None"], Any]


def quick_of(found: Specialized) -> Quick | None:
    """The results for arguments, the caller's arrays and a number of threads; NotImplemented where
    they are not so simple. None for a function whose results are not, or that is no machine code.
    """
    import numpy

    graph, machine = found.primal.graph, found.machine
    count, size = len(found.arguments), len(leaves(graph.outputs))
    made = _written(graph.outputs, iter(range(size)))
    if machine is None or machine.lanes == 1 or not made or not 0 < size <= MANY:
        return None
    if not found.plain or found.reads.asks_kinds:
        return None
    build = eval(f"lambda r: {made}", {})
    taken, sizes = _taken(graph.outputs, "o"), _sizes(graph.outputs, "o")
    take = eval(f"lambda o: ({', '.join(taken)},) if {' and '.join(sizes) or True} else None", {})
    array, floats = numpy.ndarray, numpy.dtype(float)
    pointers, places = ctypes.c_void_p * count, numpy.arange(size)
    steps = (ctypes.c_int64 * count)(*[1] * count)

    def is_row(one: Any) -> bool:
        return type(one) is array and one.dtype is floats and one.ndim == 1 and one.strides == (8,)

    def quick(args: Sequence[Any], out: Any, threads: int | None) -> Any:
        if len(args) != count or not found.reads.unchanged():
            return NotImplemented
        length = -1
        for one in args:
            if is_row(one) and length in (-1, len(one)):
                length = len(one)
            elif type(one) is not float:
                return NotImplemented
        if length < 1:
            return NotImplemented
        rows = None
        if out is not None:
            rows = _rows_of(out, take)
            if rows is None or not all(is_row(one) and len(one) == length for one in rows):
                return NotImplemented
            if not _apart(args, rows, array) or not all(one.flags.writeable for one in rows):
                return NotImplemented
        if length > BLOCK:
            rows = [*new_block(size, length)] if rows is None else rows
            compute_parts(graph, found.engine, args, rows, threads)
            return build(rows) if out is None else out
        pitch = length + -length % machine.lanes
        block = numpy.empty((size + count, pitch))
        base, step = _address(block), 8 * pitch
        given = []
        for at, one in enumerate(args, size):
            if type(one) is array and pitch == length:
                given.append(_address(one))
            else:  # what is left of the last eight points is any number
                row = block[at]
                row[:length] = one
                row[length:] = 1.0
                given.append(base + at * step)
        to = places * step + base
        machine.run(pointers(*given), steps, _address(to), pitch, 0)
        found_rows = block[:size, :length]
        if rows is None:
            return build([*found_rows])
        for row, values in zip(rows, found_rows, strict=True):
            row[:] = values
        return out

    return quick


def _address(array: Any) -> int:
    return array.__array_interface__["data"][0]  # type: ignore[no-any-return]


def _rows_of(out: Any, take: Callable[[Any], Any]) -> Sequence[Any] | None:
    """The caller's arrays; None if they are in other lists and tuples."""
    try:
        return take(out)  # type: ignore[no-any-return]
    except (TypeError, LookupError):
        return None


def _apart(args: Sequence[Any], rows: Sequence[Any], array: type) -> bool:
    """Whether what is written is certainly nothing that is read."""
    read = [_address(one) for one in args if type(one) is array]
    written = [_address(one) for one in rows]
    size = 8 * len(rows[0]) if rows else 0
    if not read or not written:
        return True
    if max(read) + size <= min(written) or max(written) + size <= min(read):
        return True
    both = sorted([*[(at, 0) for at in read], *[(at, 1) for at in written]])
    return all(one[1] == other[1] or one[0] + size <= other[0] for one, other in pairwise(both))


def _written(structure: Any, places: Iterator[int]) -> str:
    """Lists and tuples of the rows r; nothing if there are other containers, or conditions."""
    if type(structure) in (list, tuple):
        parts = [_written(part, places) for part in structure]
        inner = "".join([f"{part}, " for part in parts])
        return (f"[{inner}]" if type(structure) is list else f"({inner})") if all(parts) else ""
    is_number = isinstance(structure, Node) and not is_condition(structure)
    return f"r[{next(places)}]" if is_number else ""


def _taken(structure: Any, path: str) -> list[str]:
    """Where the numbers are in it."""
    if type(structure) not in (list, tuple):
        return [path]
    return [one for at, part in enumerate(structure) for one in _taken(part, f"{path}[{at}]")]


def _sizes(structure: Any, path: str) -> list[str]:
    """What holds of one that has no other parts."""
    if type(structure) not in (list, tuple):
        return []
    inner = [one for at, part in enumerate(structure) for one in _sizes(part, f"{path}[{at}]")]
    return [f"type({path}) in (list, tuple) and len({path}) == {len(structure)}", *inner]
