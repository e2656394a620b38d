"""A compiled function at the points of Dask's arrays: chunk by chunk, wherever Dask computes them.

In: arguments with arrays of Dask's, which have points along one axis. Out: results of that kind,
which are computed when Dask is asked. A room of its own because it alone knows Dask, which is an
extra, and has no scheduler of its own: a chunk is a task, and what is sent to a worker is a graph.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

from lazyad.run.batch import Cut, axes_of, cut, evaluated, with_arrays
from lazyad.run.specialized import Specialized
from lazyad.tracing.arguments import value_of
from lazyad.values.errors import refused
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import is_array, leaves, map_leaves, plain_key, refilled, structure_of


class _Place(NamedTuple):
    """Where in a task's blocks the array is that stands here."""

    at: int


def has_chunks(values: Sequence[Any]) -> bool:
    """Whether there is an array of Dask's among the arguments."""
    if "dask.array" not in sys.modules:
        return False
    return any(_is_chunked(one) for value in values for one in leaves(with_arrays(value)))


def _is_chunked(value: Any) -> bool:
    return type(value).__module__ == "dask.array.core"


def over_chunks(
    names: Sequence[str],
    values: Sequence[Any],
    in_axes: Any,
    find: Callable[[Sequence[Any]], Specialized],
    **options: Any,
) -> Any:
    """The results at all points, a task for each chunk of them; `find` knows the function for the
    values at one point, and options are those of `evaluated`.

    Raises ValueError in three parts for arrays whose chunks hold other numbers of points.
    """
    import dask
    import dask.array as da
    import numpy

    arrays: list[Any] = []
    structures = []
    for value, axis in zip(values, axes_of(names, in_axes), strict=True):
        structure = _taken(structure_of(value, arrays=False), axis, arrays)
        structures.append(structure)
    chunks = next(one.chunks[0] for one in arrays if _is_chunked(one))
    whole = [_in_chunks(one, chunks) for one in arrays]
    one_point = [numpy.ones((1, *one.shape[1:]), one.dtype) for one in arrays]
    given = _cut(names, structures, one_point)
    found = find(given.values)
    sample = evaluated(found, given, threads=1)
    structure = with_arrays(sample)
    sent = dask.delayed(found, pure=False)
    task = dask.delayed(_computed, pure=False)
    rows = [one.to_delayed().ravel() for one in whole]
    tasks = [
        task(sent, names, structures, options, plain_key(structure), *blocks)
        for blocks in zip(*rows, strict=True)
    ]
    results = []
    for at, one in enumerate(leaves(structure)):
        parts = [
            da.from_delayed(task[at], (count, *one.shape[1:]), one.dtype)
            for task, count in zip(tasks, chunks, strict=True)
        ]
        results.append(da.concatenate(parts))
    return value_of(refilled(structure, results))


def _taken(structure: Any, axis: int | None, arrays: list[Any]) -> Any:
    """The structure without its arrays of points, which are put to the others."""
    import numpy

    def place(leaf: Any) -> Any:
        if axis is None or not (_is_chunked(leaf) or is_array(leaf)) or not leaf.ndim:
            return leaf.compute() if _is_chunked(leaf) else leaf
        arrays.append(numpy.moveaxis(leaf, axis, 0))  # Dask's own, of its arrays
        return _Place(len(arrays) - 1)

    return map_leaves(place, structure)


def _in_chunks(array: Any, chunks: tuple[Any, ...]) -> Any:
    """The array in those chunks of points."""
    import dask.array as da

    if not _is_chunked(array):
        array = da.from_array(array)
    rest = dict.fromkeys(range(1, array.ndim), -1)
    known = [sum(of) == sum(of) for of in (chunks, array.chunks[0])]
    if all(known) and sum(chunks) == sum(array.chunks[0]):
        return array.rechunk({0: chunks, **rest})
    if not any(known) and len(chunks) == len(array.chunks[0]):
        return array.rechunk(rest)
    what = f"the chunks of the arguments hold {chunks} and {array.chunks[0]} points"
    raise refused(
        ValueError, what, "as many points in every array, in chunks whose sizes are known"
    )


def _cut(names: Sequence[str], structures: Sequence[Any], arrays: Sequence[Any]) -> Cut:
    """The arguments with these arrays of points."""

    def fill(leaf: Any) -> Any:
        return arrays[leaf.at] if isinstance(leaf, _Place) else leaf

    values = [value_of(map_leaves(fill, one)) for one in structures]
    held = [any(isinstance(leaf, _Place) for leaf in leaves(one)) for one in structures]
    return cut(names, values, [0 if one else None for one in held])


def _computed(
    found: Specialized,
    names: Sequence[str],
    structures: Sequence[Any],
    options: dict[str, Any],
    expected: Any,
    *arrays: Any,
) -> list[Any]:
    """The results of one chunk, where it is computed."""
    result = evaluated(found, _cut(names, structures, arrays), **options)
    structure = with_arrays(result)
    if plain_key(structure) != expected:  # a call since then made another way the first
        what = f"a chunk of {found.name} has another structure, or other words, than was said"
        instead = "the same structure at all points"
        raise refused(TypeError, what, instead, f"the result of {found.name}")
    return leaves(structure)
