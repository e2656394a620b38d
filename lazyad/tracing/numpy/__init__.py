"""NumPy on traced values: arrays of Nodes, and one row for each function that people call.

A room of its own because it needs NumPy, and is entered only where that is imported.
"""

from functools import cache
from types import SimpleNamespace
from typing import Any

from lazyad.tracing.numpy import arrays
from lazyad.tracing.runs import RunArray


@cache
def _meanings() -> Any:
    """The files that say what an array's calls and indexes mean, loaded at the first of them: most
    functions that are traced where NumPy is imported take no array."""
    from lazyad.tracing.numpy import (
        array_functions,
        decompositions,  # noqa: F401  # more rows of that table
        integrate,
        keywords,
        open_arrays,
        optimize,
        selections,
        ufuncs,
    )

    return SimpleNamespace(
        functions=array_functions,
        integrate=integrate,
        keywords=keywords,
        open=open_arrays,
        optimize=optimize,
        selections=selections,
        ufuncs=ufuncs,
    )


def _method(name: str) -> Any:
    """The method of an array whose length the kernel decides; None if there is none."""
    known = _meanings()
    if (function := known.open.METHODS.get(name)) is None:
        return None
    return lambda *args, **options: known.functions.call(function, args, options)


arrays.meanings = _meanings
RunArray.method_of = staticmethod(_method)
RunArray.row_of = staticmethod(lambda row: arrays.array_of(row, (len(row),)))
