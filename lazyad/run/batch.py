"""A compiled function at many points: arrays with one more axis in front.

In: a compiled function, and arguments whose arrays hold a point in each row. Out: its results, with
that axis in front. A room of its own because points are neither arguments nor structures: they are
cut into columns, one for each number of the function, and put together again of rows, one for each
number of the result; engines compute the one from the other (`engines.py`).
"""

from __future__ import annotations

import functools
import math
import numbers
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import takewhile
from operator import itemgetter
from typing import Any

from lazyad.graph import Graph, is_condition
from lazyad.run.engines import BLOCK, Engine, by_numpy, engine_of, one_by_one
from lazyad.run.interpreted import by_own_rules
from lazyad.run.specialized import Specialized
from lazyad.tracing.arguments import plain_value, value_of
from lazyad.tracing.control.branches import has_guards, is_unexplored
from lazyad.values.errors import is_explained, refused
from lazyad.values.progress import doing
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import (
    Elements,
    has_runs,
    is_array,
    leaves,
    map_arrays,
    map_leaves,
    refilled,
    structure_of,
)

PART = 65_536  # points that are worth a part of their own
PARTS = 6  # of each thread, if there are so many points
FEW = 1_000_000  # operations for which no thread is worth starting


class Cut(NamedTuple):
    """Arguments as columns of floats, and what the function is given at the first point."""

    columns: list[Any]
    values: list[Any]
    length: int  # points
    widths: list[int]  # how many columns each argument has

    def at(self, columns: Sequence[Any], place: int) -> list[Any]:
        """The arguments at one point, of these columns."""
        numbers = iter([float(one[place]) if is_array(one) else float(one) for one in columns])
        structures = [structure_of(value) for value in self.values]

        def number(leaf: Any) -> Any:
            return next(numbers) if _is_number(leaf) else leaf

        return [plain_value(map_leaves(number, one)) for one in structures]


def cut(names: Sequence[str], values: Sequence[Any], axes: Any = 0) -> Cut:
    """Take arrays apart: `axes` says which axis is that of the points, in all arguments or in each,
    None where it is the same at all of them; so is what is no array.

    Raises TypeError in three parts for arrays of other numbers, and ValueError for other lengths.
    """
    import numpy

    axes = axes_of(names, axes)
    columns: list[Any] = []
    counts: dict[int, str] = {}
    name, axis = "", None

    def one_point(value: Any) -> Any:
        if isinstance(value, numpy.number):
            value = value.item()
        if isinstance(value, numbers.Real) and not isinstance(value, (int, float)):
            value = float(value)  # a Fraction
        if not is_array(value):
            columns.extend([value] * _is_number(value))
            return value
        array = numpy.asarray(value)
        if array.dtype.kind not in "fiu" or isinstance(value, numpy.ma.MaskedArray):
            masked = "masked " * isinstance(value, numpy.ma.MaskedArray)
            what = f"the argument {name} is a {masked}array of {array.dtype}"
            raise refused(TypeError, what, "an array of real numbers, a row for each point")
        if axis is None or not array.ndim:
            columns.extend(array.ravel().tolist())
            return array
        if not isinstance(axis, int) or not -array.ndim <= axis < array.ndim:
            what = f"in_axes is {axis!r:.40} of the argument {name}, which has {array.ndim} axes"
            raise refused(ValueError, what, "one of its axes, 0 for the first, or None")
        array = numpy.moveaxis(array, axis, 0)
        counts.setdefault(len(array), name)
        width = math.prod(array.shape[1:])
        rows = array.astype(float, copy=False).reshape(len(array), width)
        columns.extend(rows.T)
        first = array[0] if len(array) else numpy.zeros(array.shape[1:])
        return float(first) if array.ndim == 1 else numpy.array(first, float)

    made, widths = [], []
    for name, value, axis in zip(names, values, axes, strict=True):  # noqa: B007
        structure = with_arrays(value)
        before = len(columns)
        made.append(value_of(map_leaves(one_point, structure)))
        widths.append(len(columns) - before)
    return Cut(columns, made, _only(counts), widths)


def _only(counts: dict[int, str]) -> int:
    """How many points all arrays hold; ValueError if it is not one number."""
    if len(counts) == 1:
        return next(iter(counts))
    found = ", ".join([f"{n} in {name}" for n, name in counts.items()])
    what, instead = f"the arguments hold {found} points", "as many points in every array"
    if not counts:
        what, instead = "no argument is an array", "a NumPy array with a row for each point"
    raise refused(ValueError, what, instead)


def axes_of(names: Sequence[str], axes: Any) -> list[Any]:
    """That of the points in each argument; None where it has none."""
    if not isinstance(axes, (tuple, list)):
        axes = [axes] * len(names)
    if len(axes) != len(names):
        what = f"in_axes has {len(axes)} entries for {len(names)} arguments"
        raise refused(ValueError, what, f"one for each of {', '.join(names)}")
    return [*axes]


def point_by_point(
    call: Callable[..., Any], names: Sequence[str], values: Sequence[Any], axes: Any, out: Any
) -> Any:
    """The function at the points of a function that is being traced: a call for each of them, whose
    results are stacked.

    Raises ValueError in three parts for arrays of other lengths, or of none, and for `out`.
    """
    import numpy

    if out is not None:
        what = "out was given inside a function that is traced, where arrays are not filled yet"
        raise refused(ValueError, what, "no out")
    counts: dict[int, str] = {}

    def points_first(name: str, axis: Any, value: Any) -> Any:
        """Its structure, and in each array the axis of the points in front."""
        if axis is None or not getattr(value, "ndim", 0):
            return value
        rows = numpy.moveaxis(value, axis, 0)
        counts.setdefault(len(rows), name)
        return _Points(rows)

    given = [
        map_leaves(functools.partial(points_first, name, axis), with_arrays(value))
        for name, value, axis in zip(names, values, axes_of(names, axes), strict=True)
    ]
    count = _only(counts)
    if not count:
        raise refused(ValueError, "no point is given to a function that is traced", "at least one")

    def at(place: int) -> Any:
        return value_of(map_leaves(lambda v: v.rows[place] if type(v) is _Points else v, given))

    results = [with_arrays(call(*at(place))) for place in range(count)]
    columns = zip(*map(leaves, results), strict=True)
    return value_of(refilled(results[0], [numpy.stack(column) for column in columns]))


class _Points(NamedTuple):
    """An array of points in a structure, each of which is a row."""

    rows: Any


def with_arrays(value: Any) -> Any:
    """Its structure, in which arrays are leaves."""
    return structure_of(value, arrays=False, result=True)


def evaluated(
    found: Specialized, given: Cut, threads: int | None, errors: str = "nan", out: Any = None
) -> Any:
    """The function of one structure of arguments, at all points."""
    graph, count = found.primal.graph, given.length
    own = _own_columns(found, given)
    if found.engine is None:
        found.engine = engine_of(found)
    if found.engine is None:  # it has loops that only Python runs
        engine, columns = one_by_one(found, given.at), given.columns
    else:
        # What is the same at all points stays one number.
        engine, columns = found.engine, [one if is_array(one) else float(one) for one in own]
    results = _results(graph, count, out, columns)
    compute_parts(graph, engine, columns, results.rows, threads)
    if has_guards(graph):
        _go_other_ways(graph, found, given, results.rows)
        if found.primal.graph is not graph:  # it knows more ways now
            return evaluated(found, given, threads, errors, out)
    if errors == "raise":
        for at in _may_raise(found, given, columns, results.rows):
            found.call(given.at(given.columns, at))
    return results.finished(graph)


def compute_parts(
    graph: Graph,
    engine: Engine,
    columns: Sequence[Any],
    rows: Sequence[Any],
    threads: int | None = None,
) -> None:
    """All points, by as many threads as are worth it."""
    count = len(rows[0]) if rows else 0
    workers = threads or os.cpu_count() or 1
    if threads is None and count * sum(graph.operations.values()) < FEW:
        workers = 1
    size = max(PART, count // (PARTS * workers) // 8 * 8)
    parts = [(at, min(at + size, count)) for at in range(0, count, size)]
    done: list[None] = []

    def compute(part: tuple[int, int]) -> None:
        engine(columns, rows, *part)
        done.append(None)

    with doing(f"{graph.name} at {count:,} points", done, len(parts)):
        if workers == 1 or len(parts) < 2:
            for part in parts:
                compute(part)
        else:
            with ThreadPoolExecutor(min(workers, len(parts))) as pool:
                for _ in pool.map(compute, parts):
                    pass


class _Results(NamedTuple):
    """A row for each number that is returned, and the arrays that they are of."""

    rows: list[Any]
    made: Any  # their structure, whose leaves are arrays of floats
    out: Any  # that of the caller's
    copied: list[tuple[int, Any]]  # which of the arrays go into one of the caller's in the end

    def finished(self, graph: Graph) -> Any:
        """What is returned: conditions are bool, and the caller's arrays are filled."""
        import numpy

        kinds = [is_condition(leaf) for leaf in leaves(graph.outputs)]
        waiting = iter(kinds)

        def as_kind(array: Any) -> Any:
            kind = [next(waiting) for _ in range(math.prod(array.shape[1:]))]
            return array > 0.0 if any(kind) else array  # False where a point is nan

        made = map_leaves(as_kind, self.made) if any(kinds) else self.made
        if self.out is None:
            return value_of(made)  # now that they are filled: complex numbers are made of them
        arrays = leaves(made)
        for at, to in self.copied:
            numpy.copyto(to, arrays[at])
        return self.out


def _results(graph: Graph, count: int, out: Any, columns: Sequence[Any]) -> _Results:
    """Where to write: the caller's arrays, if these are of floats and apart from what is read."""
    import numpy

    if has_runs(graph.outputs):
        what = f"{graph.name} at many points, which returns a list as long as its kernel says"
        raise refused(TypeError, what, "a call for each point, or numbers, say the sum of the list")
    block = new_block(len(leaves(graph.outputs)), count)
    rows = [*block]
    at = {id(row): place for place, row in enumerate(rows)}

    def points_first(part: Any) -> Any:
        if type(part) is not Elements:
            return part
        items = part.items
        first = at[id(items[0])] if items else 0
        array = block[first : first + len(items)].reshape(*part.shape, count)
        return array.transpose(array.ndim - 1, *range(array.ndim - 1))

    made = map_arrays(points_first, refilled(graph.outputs, rows))
    if out is None:
        return _Results(rows, made, None, [])
    ours, theirs = leaves(made), leaves(with_arrays(out))
    if [numpy.shape(one) for one in theirs] != [numpy.shape(one) for one in ours]:
        shapes = [numpy.shape(one) for one in ours]
        what = f"out holds arrays of other shapes than {', '.join(map(str, shapes))}"
        raise refused(ValueError, what, "arrays like those that are returned without it")
    if do_meet(filter(is_array, theirs)):
        what, instead = "out holds one place for two results", "an array of its own for each"
        raise refused(ValueError, what, instead)
    rows, copied = [], []
    read = [one for one in columns if is_array(one)]
    for place, (array, to) in enumerate(zip(ours, theirs, strict=True)):
        direct = is_array(to) and to.dtype == float and to.flags.writeable
        direct = direct and not any(numpy.may_share_memory(to, one) for one in read)
        into = to if direct else array
        copied += [] if direct else [(place, to)]
        rows += [into[:, *index] for index in numpy.ndindex(array.shape[1:])]
    return _Results(rows, made, out, copied)


def do_meet(arrays: Iterable[Any]) -> bool:
    """Whether two of these have a number in common."""
    import numpy

    spans: list[tuple[int, int, Any]] = []
    for one in arrays:
        ends = [(n - 1) * step for n, step in zip(one.shape, one.strides, strict=True)]
        start = one.__array_interface__["data"][0]
        low, high = sum([min(end, 0) for end in ends]), sum([max(end, 0) for end in ends])
        spans.append((start + low, start + high + one.itemsize - 1, one))
    spans.sort(key=itemgetter(0))
    for at, (_, last, one) in enumerate(spans):
        after = takewhile(lambda span: span[0] <= last, spans[at + 1 :])  # noqa: B023
        if any(numpy.shares_memory(one, other) for _, _, other in after):
            return True
    return False


def new_block(size: int, count: int) -> Any:
    """So many rows, each of which begins with a line of the cache."""
    import numpy

    pitch = 8 * (-(-count // 8) + 3 | 1)  # an odd number of lines: no two rows share a place in it
    memory = numpy.empty(size * pitch + 8)
    start = -memory.ctypes.data % 64 // 8  # a line of the cache is 64 bytes
    return memory[start : start + size * pitch].reshape(size, pitch)[:, :count]


def _own_columns(found: Specialized, given: Cut) -> list[Any]:
    """The columns that are arguments of the program. What is fixed into it, such as an int that
    counts, is none, and cannot be another one at each point."""
    own, at = [], 0
    for (name, part), width in zip(found.arguments.items(), given.widths, strict=True):
        columns = given.columns[at : at + width]
        at += width
        if len(leaves(part)) == width:
            own += columns
        elif leaves(part) and not found.options.target.lazy:
            what = f"the argument {name} is one number at each point in the target 'numpy', and"
            instead = "an array of points for each number; or target='native', which has rows"
            raise refused(TypeError, f"{what} {width} were given", instead)
        elif leaves(part) or any(map(is_array, columns)):
            what = f"the argument {name} is fixed into the program, and is another at each point"
            raise refused(
                TypeError, what, "one value for all points, or a call for each of its values"
            )
    return own


def _go_other_ways(graph: Graph, found: Specialized, given: Cut, rows: Sequence[Any]) -> None:
    """Explore the ways of the points that take one which no call has taken. Refuse a point whose
    way is, such as one at which the function returns another structure, or nothing."""
    for at in _suspect(given, rows):
        values = given.at(given.columns, at)
        error = _raised(lambda: by_own_rules(graph, found.dynamic(values)))  # noqa: B023
        if error is not None and is_unexplored(error):
            error = _raised(lambda: found.call(values))  # noqa: B023
        if error is not None and is_explained(error):  # what the function raises is nan there
            raise TypeError(f"point {at} of a batch: {error}") from None


def _raised(call: Callable[[], Any]) -> Exception | None:
    try:
        call()
    except Exception as error:
        return error
    return None


def _suspect(given: Cut, rows: Sequence[Any]) -> list[int]:
    """The points at which a result is not finite."""
    import numpy

    fine = numpy.ones(given.length, bool)
    for row in rows:
        fine &= numpy.isfinite(row)
    return numpy.flatnonzero(~fine).tolist()


def _may_raise(
    found: Specialized, given: Cut, columns: Sequence[Any], rows: Sequence[Any]
) -> list[int]:
    """The points at which the function may raise: something on the way is not finite there, though
    a result may be, such as exp(-1 / x) at 0. What loops compute is not looked at, but tried."""
    import numpy

    graph, length = found.primal.graph, given.length
    inner = [node for node in graph.nodes if not (node.op.leaf or node.op.total)]
    if found.engine is None or not inner:
        return _suspect(given, rows)
    if any(node.op.apart for node in graph.nodes):
        return [*range(length)]
    engine, fine = by_numpy(graph.returning(tuple(inner))), numpy.ones(length, bool)
    for start in range(0, length, BLOCK):
        part = [one[start : start + BLOCK] if is_array(one) else one for one in columns]
        size = min(BLOCK, length - start)
        values = numpy.empty((len(inner), size))
        engine(part, [*values], 0, size)
        fine[start : start + size] = numpy.isfinite(values).all(axis=0)
    return sorted({*_suspect(given, rows), *numpy.flatnonzero(~fine).tolist()})


def _is_number(leaf: Any) -> bool:
    return isinstance(leaf, (int, float)) and not isinstance(leaf, bool)
