"""The way that a call takes: what the conditions of a trace come to at that call's numbers.

In: the inputs of a trace, and their numbers in one call. Out: the truth of a condition there. A
room of its own because a trace otherwise knows no numbers: they say where exploring begins, and
nothing that is emitted depends on them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from lazyad.evaluation import resolved
from lazyad.graph import Node
from lazyad.values.structure import leaves, structure_of


class Example:
    """The numbers of one call, and what Nodes come to there."""

    def __init__(self, inputs: Sequence[Node], args: Sequence[Any]) -> None:
        self._known: dict[Node, Any] = dict(
            zip(inputs, leaves(structure_of([*args])), strict=False)  # and tangents after them
        )
        self.leads = False  # whether it takes a way that none before it takes
        self.floats = [node for node, value in self._known.items() if isinstance(value, float)]

    def truth(self, condition: Node) -> bool:
        """Whether it holds; False where that cannot be computed."""
        try:
            return bool(resolved([condition], self._known)[0])
        except Exception:  # the call itself raises, before it gets here
            return False

    def number(self, number: Node) -> float:
        """What a number comes to; nan where that cannot be computed."""
        try:
            return float(resolved([number], self._known)[0])
        except Exception:
            return math.nan

    def value(self, number: Node) -> float | None:
        """What a whole number comes to; None where it comes to none."""
        found = self.number(number)
        return found if found.is_integer() else None

    def takes(self, conditions: Sequence[Node], outcomes: Sequence[bool]) -> bool:
        """Whether the call goes that way."""
        pairs = zip(conditions, outcomes, strict=True)
        return all(self.truth(condition) is outcome for condition, outcome in pairs)
