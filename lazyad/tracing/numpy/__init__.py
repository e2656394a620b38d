"""NumPy on traced values: arrays of Nodes, and one row for each function that people call.

A room of its own because it needs NumPy, and is entered only where that is imported.
"""

from functools import cache
from types import SimpleNamespace
from typing import Any

from lazyad.tracing.numpy import arrays


@cache
def _meanings() -> Any:
    """The files that say what an array's calls and indexes mean, loaded at the first of them: most
    functions that are traced where NumPy is imported take no array."""
    from lazyad.tracing.numpy import (
        array_functions,
        decompositions,  # noqa: F401  # more rows of that table
        integrate,
        keywords,
        optimize,
        selections,
        ufuncs,
    )

    return SimpleNamespace(
        functions=array_functions,
        integrate=integrate,
        keywords=keywords,
        optimize=optimize,
        selections=selections,
        ufuncs=ufuncs,
    )


arrays.meanings = _meanings
