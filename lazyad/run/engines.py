"""What computes columns of points: machine code, NumPy, or the function itself at one by one.

In: a function compiled for one structure of arguments. Out: an engine, which reads columns of
numbers, floats for what all points have, and writes rows of results. A room of its own because only
this knows how many points are computed at a time, and where.
"""

from __future__ import annotations

import ctypes
import itertools
import math
from collections.abc import Callable, Sequence
from typing import Any

from lazyad.codegen import emit, load
from lazyad.emit.blocks import in_blocks
from lazyad.emit.targets import find_target, legalize
from lazyad.graph import Graph
from lazyad.native.kernel import Points, flat, points
from lazyad.native.numbers import Unsupported
from lazyad.run.specialized import Specialized
from lazyad.values.errors import is_explained, refused
from lazyad.values.structure import is_array, leaves, plain_key, refilled, structure_of

BLOCK = 8192  # points whose numbers fit the processor's cache
CACHE = 16_000_000  # bytes of results that leave nothing else in the cache

# From the columns into the rows, the points from the first to before the last number.
Engine = Callable[[Sequence[Any], Sequence[Any], int, int], None]


def engine_of(found: Specialized) -> Engine | None:
    """What computes its points; None for what only Python runs. Machine code is kept for a few
    points, too."""
    graph = found.primal.graph
    if found.options.target.machine:
        try:
            found.machine = points(graph, found.options.target.cached)
            return _by_machine(found.machine)
        except Unsupported:
            pass
    try:
        return by_numpy(found.of_points().primal.graph if graph.bodies else graph)
    except Exception as error:  # it calls a routine, or asks what no array answers
        if not is_explained(error):
            raise
        return None


def _by_machine(made: Points) -> Engine:
    """Machine code reads and writes whole columns; of those with gaps, a block after the other is
    copied."""
    import numpy

    def engine(columns: Sequence[Any], rows: Sequence[Any], start: int, stop: int) -> None:
        if not rows:
            return
        past = 8 * sum(map(len, rows)) > CACHE
        whole = all(not is_array(one) or one.flags.c_contiguous for one in [*columns, *rows])
        for at in range(start, stop, stop - start if whole else BLOCK):
            end = stop if whole else min(at + BLOCK, stop)
            given = [one[at:end] if is_array(one) else one for one in columns]
            to = [row[at:end] for row in rows]
            if whole:
                _run(made, given, to, past)
                continue
            given = [numpy.ascontiguousarray(one) if is_array(one) else one for one in given]
            into = [row if row.flags.c_contiguous else numpy.empty(end - at) for row in to]
            _run(made, given, into, False)
            for row, values in zip(to, into, strict=True):
                if row is not values:
                    row[:] = values

    return engine


def _run(made: Points, columns: Sequence[Any], rows: Sequence[Any], past: bool) -> None:
    """Machine code on whole columns. The last eight points begin among those before them; and if
    results go past the cache, so do those after the first eight, where a line of it begins. Fewer
    than eight points are computed in memory of their own."""
    import numpy

    count, places = len(rows[0]), [*map(_address, rows)]
    if count < made.lanes:
        missing = (0, made.lanes - count)
        given = [numpy.pad(one, missing, "edge") if is_array(one) else one for one in columns]
        few = [*numpy.empty((len(rows), made.lanes))]
        _call(made, given, [*map(_address, few)], (0, made.lanes, False))
        for row, values in zip(rows, few, strict=True):
            row[:] = values[:count]
        return
    past = past and made.lanes > 1 and len({place % 64 for place in places}) == 1
    past = past and places[0] % 8 == 0
    start = -places[0] % 64 // 8 if past else 0
    stop = count - (count - start) % made.lanes
    parts = [(start, stop, past)]
    parts += [(0, made.lanes, False)] * (start > 0)
    parts += [(count - made.lanes, count, False)] * (stop < count)
    _call(made, columns, places, *parts)


def _call(
    made: Points, columns: Sequence[Any], places: Sequence[int], *parts: tuple[int, int, bool]
) -> None:
    """The points from one to before another, some times its lanes, in rows at those places; past
    the cache or into it."""
    import numpy

    steps = [*map(int, map(is_array, columns))]
    pairs = zip(columns, steps, strict=True)
    arrays = [one if step else numpy.full(made.lanes, one) for one, step in pairs]
    given = (ctypes.c_void_p * len(arrays))(*map(_address, arrays))
    moves = (ctypes.c_int64 * len(steps))(*steps)
    to = (ctypes.c_void_p * len(places))(*places)
    for part in parts:
        made.run(given, moves, to, *part)


def _address(array: Any) -> int:
    place: int = array.__array_interface__["data"][0]
    return place


def by_numpy(graph: Graph) -> Engine:
    """Blocks of points that fit the cache, in buffers that are used again and again."""
    import numpy

    target = find_target("numpy")
    legal = legalize(flat(graph), target)
    source = emit(legal, target)
    whole = load(source, graph.name, __name__)
    known: dict[tuple[bool, ...], Any] = {}  # by which of its numbers are arrays

    def engine(columns: Sequence[Any], rows: Sequence[Any], start: int, stop: int) -> None:
        arrays = tuple(map(is_array, columns))
        if arrays not in known:
            text = in_blocks(source.text, graph.name, arrays, len(legal.outputs))
            kernel = load(source._replace(text=text.text), graph.name, __name__) if text else whole
            known[arrays] = kernel, text.buffers if text else -1
        kernel, count = known[arrays]
        buffers = numpy.empty((max(count, 0), BLOCK))
        with numpy.errstate(all="ignore"):
            for at in range(start, stop, BLOCK):
                end = min(at + BLOCK, stop)
                values = [c[at:end] if is_array(c) else numpy.float64(c) for c in columns]
                into = [row[at:end] for row in rows]
                if count >= 0:
                    kernel(*values, [*buffers[:, : end - at]], into)
                    continue
                for row, found in zip(into, kernel(*values), strict=True):
                    row[:] = found

    return engine


def one_by_one(found: Specialized, at_point: Callable[[Sequence[Any], int], list[Any]]) -> Engine:
    """Calls the function; where it raises, the results are nan.

    Raises TypeError in three parts where it returns another structure, or other words.
    """
    outputs = found.primal.graph.outputs
    expected = plain_key(outputs)

    def engine(columns: Sequence[Any], rows: Sequence[Any], start: int, stop: int) -> None:
        for at in range(start, stop):
            try:
                result = structure_of(found.call(at_point(columns, at)), result=True)
            except (ArithmeticError, ValueError):
                result = refilled(outputs, itertools.repeat(math.nan))
            if plain_key(result) != expected:
                what = f"{found.name} returns another structure, or other words, at point {at}"
                raise refused(TypeError, what, "the same structure at all points of a batch")
            for row, value in zip(rows, leaves(result), strict=True):
                row[at] = value

    return engine
