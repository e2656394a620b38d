"""Parameters of lmfit's as a container of their values.

In: a Parameters. Out: its numbers by name, and what else each is as the static rest. A room of its
own because lmfit is an extra: who has none of its parameters never imports it.

A function gets Parameters whose values are traced; derivatives in them are such, too.
"""

from __future__ import annotations

import copy
from typing import Any

from lazyad.values.errors import refused
from lazyad.values.structure import Row


class Parameters(dict[str, Any]):
    """What a function gets for lmfit's: its Parameter objects by name."""

    def valuesdict(self) -> dict[str, Any]:
        return {name: one.value for name, one in self.items()}


class _Known:
    """The parameters of a call: one whose values are others is as good a rest."""

    def __init__(self, given: Any) -> None:
        self.given = given
        self._key = tuple([(one.name, one.vary, one.min, one.max) for one in given.values()])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


def parameters_parts(given: Any) -> tuple[Any, Any]:
    """The values of Parameters, and these."""
    for one in given.values():
        if one.expr is not None:
            what = f"the parameter {one.name!r} has an expression ({one.expr:.40})"
            raise refused(TypeError, what, "that formula in the function itself")
    return tuple([float(one.value) for one in given.values()]), _Known(given)


def parameters_of(rest: Any, parts: Any) -> Any:
    """Parameters of these values; of what has axes, as a derivative may, a dict."""
    made = Parameters(zip(rest.given, parts, strict=True))
    if any(getattr(part, "ndim", 0) for part in parts):
        return dict(made)
    for name, value in made.items():
        made[name] = copy.copy(rest.given[name])
        made[name]._val = value
    return made


ROWS = {("lmfit.parameter", "Parameters"): Row(parameters_parts, parameters_parts, parameters_of)}
