"""Events of differential equations: at times that the equations have no part in, or of the states,
where the first one ends all.

In: what solve_ivp is given as its events. Out: when they happen. A room of its own because an
event is an equation in the time: of the states nobody knows how often one happens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from lazyad.derivatives.taylor import expand
from lazyad.evaluation import evaluate
from lazyad.graph import RAISE, ZERO, Node, walk
from lazyad.operators import Operand
from lazyad.ops import where
from lazyad.tracing.numpy.arrays import refusal
from lazyad.tracing.routines import body_of, names_of, number
from lazyad.values.errors import three_parts
from lazyad.values.origin import describe, here
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves


class Happening(NamedTuple):
    """When each event happens, and when the last one ends all."""

    times: list[list[Any]]
    last: Any = None


def happening(
    events: Any, span: tuple[Any, Any], count: int, own: Sequence[Any], first: Callable[..., Any]
) -> Happening:
    """The times of events within a span of time; `count` is the number of states, and `first` says
    when an event of the states happens that ends all."""
    given = [events] if callable(events) else [*events]
    times = [_times(event, span, count, own, first) for event in given]
    pairs = zip(given, times, strict=True)
    ends = [at[0] for event, at in pairs if at and getattr(event, "terminal", False)]
    if not ends:
        return Happening(times)
    if len(given) == 1:
        return Happening(times, ends[0])
    start = span[0]
    if any(isinstance(one, Operand) for of in (span, *times) for one in of):
        what = "integrate.solve_ivp with several events at traced times, one of which ends it"
        raise refusal(what, "that one alone")
    last = min(ends, key=lambda at: abs(at - start))
    return Happening([[t for t in of if abs(t - start) <= abs(last - start)] for of in times], last)


def _times(
    event: Callable[..., Any],
    span: tuple[Any, Any],
    count: int,
    own: Any,
    first: Callable[..., Any],
) -> list[Any]:
    """When an event happens: one that is linear in the time, or that ends all, once."""
    place = describe(here())

    def value(t: Any, y: Any) -> Any:
        return number(event(t, y, *own), getattr(event, "__name__", "event"), place)

    t, y = names_of(event, "t", "y")
    body, read = body_of(value, {t: 0.0, y: np.zeros(count)})
    inputs = leaves(body.inputs)
    time, states, more = inputs[0], inputs[1 : 1 + count], inputs[1 + count :]
    (left,) = leaves(body.outputs)
    if not {*states}.isdisjoint(walk([left])):
        if getattr(event, "terminal", False) in (True, 1):
            return [first(value, getattr(event, "direction", 0), place)]
        raise refusal(
            "integrate.solve_ivp with an event of the states that does not end it",
            "event.terminal = True; an event at a time, lambda t, y: t - 2.0; or dense_output=True "
            "and la.root(lambda t: sol.sol(t)[0], bracket=(a, b)) for the time of an event",
        )
    graph = expand(body, [next(iter(body.inputs))], 2)
    begin, slope, curved = [leaves(one)[0] for one in graph.outputs]
    if curved is not ZERO or slope is ZERO:
        what = "integrate.solve_ivp with an event that is not linear in the time"
        raise refusal(what, "lambda t, y: t - 2.0, with the time when it happens")
    known = {time: 0.0, leaves(graph.inputs)[-1]: 1.0, **dict(zip(more, read, strict=True))}
    begun, rate = evaluate([begin, slope], known)
    at, direction = -begun / rate, getattr(event, "direction", 0)
    if any(isinstance(one, Operand) for one in (rate, *span)) and direction:
        raise refusal("a traced event with a direction", "one without it")
    if direction and rate * (span[1] - span[0]) * direction < 0.0:
        return []
    if any(isinstance(one, Operand) for one in (at, *span)):
        said = three_parts("an event happens outside of t_span", place, "t_span with it inside")
        never = Node(RAISE, (), (ValueError, said))
        return [where((at - span[0]) * (at - span[1]) <= 0.0, at, never)]
    return [at] if min(span) <= at <= max(span) else []
