"""Calls of routines as Nodes: what one makes of a Graph, which it calls as often as it likes.

In: an integral, differential equations or equations, as a Graph; where the routine begins, and what
the Graph reads. Out: one Node of all that, whose value is a tuple, with items like a loop's. A room
of its own because a loop is ours to differentiate round by round, and a routine is not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lazyad.graph import Graph, Node
from lazyad.plain import routines
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves


class Call(NamedTuple):
    """The payload of a call. The body's inputs are what the routine gives it, then what is read;
    its outputs are a tuple of numbers.

    Where there are `times`, the outputs are slopes at the body's first input. The routine follows
    them from one time to others, which are the first arguments: to the integral of each slope, or,
    where the body reads the states, from states that are the next arguments. Else the arguments
    are where the routine begins to look for a solution.
    """

    body: Graph
    given: int  # how many of the body's inputs the routine gives
    times: int  # at how many the states are wanted
    routine: str  # a function of `lazyad.plain.routines`
    options: tuple[Any, ...] = ()
    fixed: bool = False  # as far as derivatives go, what it finds is a constant

    @property
    def inputs(self) -> list[Node]:
        return leaves(self.body.inputs)

    @property
    def states(self) -> int:
        """How many of what the routine gives are no time."""
        return self.given - bool(self.times)

    @property
    def first(self) -> int:
        """Where the arguments begin that are no times."""
        return 1 + self.times if self.times else 0

    @property
    def starts(self) -> int:
        """Where the arguments begin that are only read."""
        return self.first + self.states

    @property
    def items(self) -> int:
        """How many numbers it comes to."""
        return self.times * len(self.body.outputs) if self.times else self.states

    def passed(self, own: Sequence[Any], size: int | None = None) -> list[Any]:
        """The routine's arguments, as it takes them; `size` is the number of slopes."""
        times, states = own[: self.first], tuple(own[self.first :])
        if self.times and not states:
            return [*times, len(self.body.outputs) if size is None else size]
        return [times[0], tuple(times[1:]), states] if times else [states]


def call(
    node: Node, args: Sequence[Any], evaluate: Callable[[Sequence[Node], Any], list[Any]]
) -> tuple[Any, ...]:
    """What the routine of a call comes to, on numbers or Duals."""
    what: Call = node.payload
    inputs, routine = what.inputs, getattr(routines, what.routine)
    own, read = args[: what.starts], args[what.starts :]

    def of(*given: Any) -> tuple[Any, ...]:
        return tuple(evaluate(what.body.outputs, dict(zip(inputs, [*given, *read], strict=True))))

    kinds = [type(one) for arg in args for one in (arg if type(arg) is tuple else [arg])]
    dual = next((kind for kind in kinds if hasattr(kind, "dual")), None)
    if dual is None:
        return tuple(routine(of, *what.passed(own), *what.options))
    reals = [one.real for one in own]
    if what.fixed:
        found = routine(
            lambda *given: [y.real for y in of(*given)], *what.passed(reals), *what.options
        )
        return tuple(found)
    return _with_tangents(what, of, own, dual)


def _with_tangents(
    what: Call, of: Callable[..., Any], own: Sequence[Any], dual: Any
) -> tuple[Any, ...]:
    """The states as Duals: their tangents are states beside them."""
    size, first = len(what.body.outputs), what.first
    own = [one if type(one) is dual else dual(one, 0.0) for one in own]

    def slopes(t: Any, *states: Any) -> list[Any]:
        pairs = zip(states[: what.states], states[what.states :], strict=True)
        found = of(t, *[dual(*pair) for pair in pairs])
        found = [one if type(one) is dual else dual(one, 0.0) for one in found]
        return [one.real for one in found] + [one.dual for one in found]

    def moved(t: Any, states: Sequence[Any]) -> list[float]:
        return [s * t.dual for s in slopes(t.real, *states, *[0.0] * len(states))[:size]]

    reals = [one.real for one in own]
    starts = [one.dual for one in own[first:]]
    back = moved(own[0], reals[first:]) if own[0].dual else [0.0] * size
    starts = [one - lost for one, lost in zip(starts or [0.0] * size, back, strict=True)]
    given = [*reals, *starts] if what.states else reals
    routine = getattr(routines, what.routine)
    found = [*routine(slopes, *what.passed(given, 2 * size), *what.options)]
    rows = [found[at : at + 2 * size] for at in range(0, len(found), 2 * size)]
    result: list[Any] = []
    for t, row in zip(own[1:first], rows, strict=True):
        more = moved(t, row[: what.states]) if t.dual else [0.0] * size
        more = more if what.states else [a + b for a, b in zip(more, starts, strict=True)]
        tangents = [a + b for a, b in zip(row[size:], more, strict=True)]
        result += [dual(*one) for one in zip(row[:size], tangents, strict=True)]
    return tuple(result)
