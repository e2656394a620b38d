"""Many points of what is as simple as can be: arrays of floats in a row, floats, lists and tuples.

In: a function that was computed at points before. Out: what computes it again without asking what
need not be asked. A room of its own because it is all about the microseconds of a call, in which
machine code is at ten thousand points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lazyad.emit.containers import bracket, one_line
from lazyad.native.buffers import MOST, is_simple
from lazyad.run.batch import compute_parts, do_meet, new_block
from lazyad.run.specialized import Specialized
from lazyad.tracing.control.branches import has_guards
from lazyad.values.structure import is_array, leaf_paths, leaves, refilled

Quick = Callable[[Sequence[Any], Any, "int | None"], Any]


def quick_of(found: Specialized) -> Quick | None:
    """The results for arguments, the caller's arrays and a number of threads; NotImplemented where
    they are not so simple. None for a function whose results are not, or that is no machine code.
    """
    import numpy

    graph, machine = found.primal.graph, found.machine
    count, size, reads = len(found.arguments), len(leaves(graph.outputs)), found.reads
    if machine is None or machine.few is None or not size or not is_simple(graph.outputs):
        return None
    if {*found.key[1:]} != {float} or reads.asks_kinds or has_guards(graph):
        return None
    run, empty = machine.few, numpy.empty
    names = {f"r[{at}]": f"r[{at}]" for at in range(size)}
    build = eval(f"lambda r: {one_line(bracket(refilled(graph.outputs, names), names))}", {})
    taken, sizes = leaf_paths(graph.outputs, "o"), _sizes(graph.outputs, "o")
    take = eval(f"lambda o: ({', '.join(taken)},) if {' and '.join(sizes) or True} else ()", {})

    def quick(args: Sequence[Any], out: Any, threads: int | None) -> Any:
        if not reads.unchanged():
            return NotImplemented
        try:
            length = len(next(filter(is_array, args)))
            if out is not None:
                rows = take(out)
            else:
                rows = [*(empty((size, length)) if length <= MOST else new_block(size, length))]
        except (TypeError, LookupError, StopIteration):
            return NotImplemented
        if run(*args, *rows) is not True:
            if length <= MOST or len(args) != count or not _are_simple(args, rows):
                return NotImplemented
            compute_parts(graph, found.engine, args, rows, threads)
        return build(rows) if out is None else out

    return quick


def _are_simple(args: Sequence[Any], rows: Sequence[Any]) -> bool:
    """Whether these are floats and arrays of floats, as many in each, and what is written is
    certainly nothing that is read, or written otherwise."""
    import numpy

    arrays = [one for one in args if type(one) is not float]
    every = [*arrays, *rows]
    return (
        all(type(one) is numpy.ndarray and one.dtype == float and one.ndim == 1 for one in every)
        and len({*map(len, every)}) == 1
        and all(row.flags.writeable for row in rows)
        and not any(numpy.may_share_memory(one, row) for one in arrays for row in rows)
        and not do_meet(rows)
    )


def _sizes(structure: Any, path: str) -> list[str]:
    """What holds of one that has no other parts."""
    if type(structure) not in (list, tuple):
        return []
    inner = [one for at, part in enumerate(structure) for one in _sizes(part, f"{path}[{at}]")]
    return [f"type({path}) in (list, tuple) and len({path}) == {len(structure)}", *inner]
