"""NumPy on traced values: arrays of Nodes, and one row for each function that people call.

A room of its own because it needs NumPy, and is entered only where that is imported.
"""

from __future__ import annotations

from typing import Any

from lazyad.tracing.numpy import arrays


class _Meanings:
    """What an array's calls and indexes mean, loaded at the first of them: most functions that are
    traced where NumPy is imported take no array."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        from lazyad.tracing.numpy import array_functions, selections, ufuncs

        self.ufunc, self.function = ufuncs.call, array_functions.call
        self.chosen, self.assign = selections.chosen, selections.assign
        self.special = array_functions.SPECIAL
        return vars(self)[name]


arrays.meanings = _Meanings()
