"""A compiled function at many points: arrays with one more axis in front.

In: a compiled function, and arguments whose arrays hold a point in each row. Out: its results, with
that axis in front. A room of its own because points are neither arguments nor structures: they are
cut into columns, one for each number of the function, and the columns are computed by machine code,
in NumPy, or one point after the other.
"""

from __future__ import annotations

import ctypes
import math
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from lazyad.codegen import emit, load
from lazyad.emit.targets import find_target, legalize
from lazyad.graph import Graph, is_condition
from lazyad.native.kernel import points
from lazyad.native.numbers import Unsupported
from lazyad.run.specialized import Specialized
from lazyad.tracing.arguments import value_of
from lazyad.values.errors import refused
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import Elements, is_array, leaves, map_leaves, refilled, structure_of

BLOCK = 8192  # points whose numbers fit the processor's cache
FEW = 1_000_000  # operations for which no thread is worth starting
PADDING = 24  # numbers between columns, which must not all begin at one place of the cache

# What computes points start to stop of the columns into rows of the results.
Engine = Callable[[Sequence[Any], Any, int, int], None]


class Cut(NamedTuple):
    """Arguments as columns of floats, and what the function is given at the first point."""

    columns: list[Any]
    values: list[Any]
    length: int  # points
    widths: list[int]  # how many columns each argument has


def cut(names: Sequence[str], values: Sequence[Any], axes: Any = 0) -> Cut:
    """Take arrays apart: `axes` says which axis is that of the points, in all arguments or in each,
    None where it is the same at all of them; so is what is no array.

    Raises TypeError in three parts for arrays of other numbers, and ValueError for other lengths.
    """
    import numpy

    if not isinstance(axes, (tuple, list)):
        axes = [axes] * len(values)
    if len(axes) != len(values):
        what = f"in_axes has {len(axes)} entries for {len(values)} arguments"
        raise refused(ValueError, what, f"one for each of {', '.join(names)}")
    columns: list[Any] = []
    counts: dict[int, str] = {}
    name, axis = "", None

    def one_point(value: Any) -> Any:
        if not is_array(value):
            columns.extend([value] * _is_number(value))
            return value
        array = numpy.asarray(value)
        if array.dtype.kind not in "fiu":
            what = f"the argument {name} is an array of {array.dtype}"
            raise refused(TypeError, what, "an array of real numbers, a row for each point")
        if axis is None or not array.ndim:
            columns.extend(array.ravel().tolist())
            return array
        array = numpy.moveaxis(array, axis, 0)
        counts.setdefault(len(array), name)
        width = math.prod(array.shape[1:])
        rows = array.astype(float, copy=False).reshape(len(array), width)
        columns.extend(rows.T)
        first = array[0] if len(array) else numpy.zeros(array.shape[1:])
        return float(first) if array.ndim == 1 else numpy.array(first, float)

    made, widths = [], []
    for name, value, axis in zip(names, values, axes, strict=True):  # noqa: B007
        structure = structure_of(value, arrays=False)
        before = len(columns)
        made.append(value_of(map_leaves(one_point, structure)))
        widths.append(len(columns) - before)
    if len(counts) != 1:
        found = ", ".join([f"{n} in {name}" for n, name in counts.items()])
        what, instead = f"the arguments hold {found} points", "as many points in every array"
        if not counts:
            what, instead = "no argument is an array", "a NumPy array with a row for each point"
        raise refused(ValueError, what, instead)
    return Cut(columns, made, next(iter(counts)), widths)


def evaluated(found: Specialized, given: Cut, threads: int | None, errors: str, out: Any) -> Any:
    """The function of one structure of arguments, at all points."""
    import numpy

    graph = found.primal.graph
    size, count = len(leaves(graph.outputs)), given.length
    own = _own_columns(found, given)
    if found.engine is None:
        found.engine = _engine_of(found)
    if found.engine is None:  # it has loops that only Python runs
        engine, lanes, own = _one_by_one(found, given), 1, given.columns
    else:
        engine, lanes = found.engine
    length = count + -count % lanes
    block = numpy.empty((size, length + PADDING))
    workers = threads or os.cpu_count() or 1
    if threads is None and count * sum(graph.operations.values()) < FEW:
        workers = 1
    share = max(lanes, -(-length // workers))
    share += -share % lanes
    columns = [_column(one, length) for one in own]
    parts = [(at, min(at + share, length)) for at in range(0, length, share)]
    if len(parts) < 2:
        for start, stop in parts:
            engine(columns, block, start, stop)
    else:
        with ThreadPoolExecutor(len(parts)) as pool:
            waiting = [pool.submit(engine, columns, block, *part) for part in parts]
            for one in waiting:
                one.result()
    if errors == "raise":
        _raise_first(found, given, block[:, :count])
    of_rows = zip(leaves(graph.outputs), block, strict=True)
    rows = [row[:count] != 0.0 if is_condition(leaf) else row[:count] for leaf, row in of_rows]
    return _given_out(value_of(refilled(graph.outputs, rows), array=_points_first), out)


def _own_columns(found: Specialized, given: Cut) -> list[Any]:
    """The columns that are arguments of the program. What is fixed into it, such as an int that
    counts, is none, and cannot be another one at each point."""
    own, at = [], 0
    for (name, part), width in zip(found.arguments.items(), given.widths, strict=True):
        columns = given.columns[at : at + width]
        at += width
        if len(leaves(part)) == width:
            own += columns
        elif leaves(part) or any(map(is_array, columns)):
            what = f"the argument {name} is fixed into the program, and is another at each point"
            raise refused(
                TypeError, what, "one value for all points, or a call for each of its values"
            )
    return own


def _column(values: Any, length: int) -> Any:
    """A number for each point, in one row; what is the same at all of them stays one number."""
    import numpy

    if not is_array(values):
        return float(values)
    if len(values) == length and values.flags.c_contiguous:
        return values
    column = numpy.empty(length)
    column[: len(values)] = values
    column[len(values) :] = values[-1:]
    return column


def _points_first(elements: Elements) -> Any:
    """An array at each point."""
    import numpy

    rows = numpy.array([*elements.items])
    count = rows.shape[1] if elements.items else 0
    return numpy.moveaxis(rows.reshape(*elements.shape, count), -1, 0)


def _given_out(result: Any, out: Any) -> Any:
    """The result in the caller's own arrays, if there are any."""
    import numpy

    if out is None:
        return result
    into, new = (leaves(structure_of(one, arrays=False)) for one in (out, result))
    if [numpy.shape(one) for one in into] != [numpy.shape(one) for one in new]:
        shapes = [numpy.shape(one) for one in new]
        what = f"out holds arrays of other shapes than {', '.join(map(str, shapes))}"
        raise refused(ValueError, what, "arrays like those that are returned without it")
    for to, array in zip(into, new, strict=True):
        numpy.copyto(to, array)
    return out


def _raise_first(found: Specialized, given: Cut, block: Any) -> None:
    """Call the function itself where a result is not finite: it may raise there."""
    import numpy

    for at in numpy.flatnonzero(~numpy.isfinite(block).all(axis=0)):
        found.call(_at(found, given, int(at)))


def _at(found: Specialized, given: Cut, at: int) -> list[Any]:
    """The arguments at one point."""
    import numpy

    numbers = iter([float(one[at]) if is_array(one) else float(one) for one in given.columns])
    structures = [structure_of(value) for value in given.values]

    def number(leaf: Any) -> Any:
        return next(numbers) if _is_number(leaf) else leaf

    def array(elements: Elements) -> Any:
        return numpy.array(elements.rows(), float)

    return [value_of(map_leaves(number, one), array=array) for one in structures]


def _is_number(leaf: Any) -> bool:
    return isinstance(leaf, (int, float)) and not isinstance(leaf, bool)


# ---------------------------------------------------------------------------------- engines


def _engine_of(found: Specialized) -> tuple[Engine, int] | None:
    """What computes its points, and how many at a time; None for loops that only Python runs."""
    graph = found.primal.graph
    if found.options.target.machine:
        try:
            return _by_machine(graph, found.options.target.cached)
        except Unsupported:
            pass
    try:
        return _by_numpy(graph), 1
    except TypeError:  # it has loops, which NumPy has none of
        return None


def _by_machine(graph: Graph, cached: bool) -> tuple[Engine, int]:
    import numpy

    made = points(graph, cached)

    def engine(columns: Sequence[Any], block: Any, start: int, stop: int) -> None:
        kept, addresses, steps = [], [], []
        for column in columns:
            if is_array(column):
                addresses.append(column.ctypes.data + 8 * start)
            else:
                kept.append(numpy.full(made.lanes, column))
                addresses.append(kept[-1].ctypes.data)
            steps.append(int(is_array(column)))
        rows = [row.ctypes.data + 8 * start for row in block]
        given = (ctypes.c_void_p * len(addresses))(*addresses)
        to = (ctypes.c_void_p * len(rows))(*rows)
        made.run(given, (ctypes.c_int64 * len(steps))(*steps), to, stop - start)

    return engine, made.lanes


def _by_numpy(graph: Graph) -> Engine:
    """Blocks of points that fit the cache."""
    import numpy

    numbers = leaves(graph.outputs)
    given = {f"x{at}": leaf for at, leaf in enumerate(leaves(graph.inputs))}
    target = find_target("numpy")
    flat = legalize(Graph(given, tuple(numbers), graph.name, graph.nodes), target)
    kernel = load(emit(flat, target), flat.name, __name__)

    def engine(columns: Sequence[Any], block: Any, start: int, stop: int) -> None:
        with numpy.errstate(all="ignore"):
            for at in range(start, stop, BLOCK):
                end = min(at + BLOCK, stop)
                result = kernel(*[c[at:end] if is_array(c) else numpy.float64(c) for c in columns])
                for row, values in zip(block, result, strict=True):
                    row[at:end] = values

    return engine


def _one_by_one(found: Specialized, cut: Cut) -> Engine:
    size = len(leaves(found.primal.graph.outputs))

    def engine(columns: Sequence[Any], block: Any, start: int, stop: int) -> None:
        given = cut._replace(columns=[*columns])
        for at in range(start, stop):
            try:
                result = found.call(_at(found, given, at))
                block[:, at] = leaves(structure_of(result))[:size]
            except (ArithmeticError, ValueError):
                block[:, at] = float("nan")

    return engine
