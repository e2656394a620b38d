"""What SciPy's integrals and differential equations mean on traced values.

Data: for each function of scipy.integrate that calls a function of the user's, what takes its
place; of its parameters those that count, for `keywords` binds a call. A room of its own because it
is a table, and the one place to look for what `integrate.quad` becomes. Sums over samples
(trapezoid, simpson, fixed_quad) are SciPy's own formulas.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np

from lazyad.calls import Call
from lazyad.operators import Operand
from lazyad.tracing.floats import python_number
from lazyad.tracing.numpy.arrays import any_array, is_traced, numbers, objects, of_room, refusal
from lazyad.tracing.numpy.events import happening
from lazyad.tracing.routines import body_of, called, names_of, number, scalar
from lazyad.tracing.solutions import Equation
from lazyad.values.errors import three_parts
from lazyad.values.origin import describe, here


def _plain(name: str, **options: Any) -> tuple[Any, ...]:
    """Options that are numbers, and the same for each call."""
    found: list[Any] = []
    for option, given in options.items():
        if is_traced(given):
            raise refusal(f"integrate.{name} with a traced {option}=", f"{option}= as a constant")
        if given is None or isinstance(given, str):
            found.append(given)
        elif np.ndim(given):
            found.append(tuple(np.asarray(numbers(given), float).ravel().tolist()))
        else:
            found.append(given if isinstance(given, int) else float(given))
    return tuple(found)


def _tuple(args: Any) -> tuple[Any, ...]:
    return tuple(args) if isinstance(args, (tuple, list)) else (args,)


# ---------------------------------------------------------------------------------- integrals


def quad(
    func: Callable[..., Any],
    a: Any,
    b: Any,
    args: Any = (),
    *,
    epsabs: float = 1.49e-8,
    epsrel: float = 1.49e-8,
    limit: int = 50,
    points: Any = None,
) -> tuple[Any, Any]:
    """integrate.quad, and what it takes for its error."""
    place, own = describe(here()), _tuple(args)

    def integrand(x: Any) -> Any:
        return number(func(x, *own), getattr(func, "__name__", "func"), place)

    body, read = body_of(integrand, dict.fromkeys(names_of(func, "x"), 0.0))
    options = _plain("quad", epsabs=epsabs, epsrel=epsrel, limit=limit, points=points)
    limits = [scalar("integrate.quad", end) for end in (a, b)]
    what = Call(body, 1, 1, "integrals", options)
    error = what._replace(routine="estimates", fixed=True)
    return tuple([python_number(called(one, limits, read)[0]) for one in (what, error)])


def dblquad(  # noqa: PLR0917
    func: Callable[..., Any],
    a: Any,
    b: Any,
    gfun: Any,
    hfun: Any,
    args: Any = (),
    epsabs: float = 1.49e-8,
    epsrel: float = 1.49e-8,
) -> tuple[Any, Any]:
    """integrate.dblquad of func(y, x): an integral of integrals."""
    options = {"epsabs": epsabs, "epsrel": epsrel}
    return _nested(func, [(gfun, hfun), (a, b)], args, options)


def tplquad(  # noqa: PLR0917
    func: Callable[..., Any],
    a: Any,
    b: Any,
    gfun: Any,
    hfun: Any,
    qfun: Any,
    rfun: Any,
    args: Any = (),
    epsabs: float = 1.49e-8,
    epsrel: float = 1.49e-8,
) -> tuple[Any, Any]:
    """integrate.tplquad of func(z, y, x)."""

    def ends(end: Any) -> Any:
        return (lambda y, x: end(x, y)) if callable(end) else end

    ranges = [(qfun, rfun), (gfun, hfun), (a, b)]
    first = [ends(end) for end in ranges[0]]
    options = {"epsabs": epsabs, "epsrel": epsrel}
    return _nested(func, [first, *ranges[1:]], args, options)


def nquad(func: Callable[..., Any], ranges: Any, args: Any = None) -> tuple[Any, Any]:
    """integrate.nquad of func(x0, x1, ...), whose first variable is the innermost."""
    own = () if args is None else _tuple(args)
    return _nested(func, [_range_of(one, own) for one in ranges], own, {})


def _range_of(given: Any, args: tuple[Any, ...]) -> Any:
    """The ends of a range of nquad, which may be what a function of the outer variables returns."""
    if not callable(given):
        return given
    return [lambda *outer, k=k: given(*outer, *args)[k] for k in (0, 1)]


def _nested(
    func: Callable[..., Any], ranges: Any, args: Any, options: dict[str, Any]
) -> tuple[Any, Any]:
    """The integral over each range, the last one outermost."""

    def over(at: int, outer: tuple[Any, ...]) -> tuple[Any, Any]:
        low, high = [end(*outer) if callable(end) else end for end in ranges[at]]
        if at:
            return quad(lambda x: over(at - 1, (x, *outer))[0], low, high, **options)
        return quad(func, low, high, (*outer, *_tuple(args)), **options)

    return over(len(ranges) - 1, ())


def quad_vec(  # noqa: PLR0917
    f: Callable[..., Any],
    a: Any,
    b: Any,
    epsabs: float = 1e-200,
    epsrel: float = 1e-8,
    norm: str = "2",
    *,
    limit: int = 10000,
    points: Any = None,
    quadrature: Any = None,
    args: Any = (),
) -> tuple[Any, Any]:
    """integrate.quad_vec; its error is not told."""
    shape: list[tuple[int, ...]] = []

    def integrand(x: Any) -> Any:
        value = any_array(f(x, *_tuple(args)))
        shape.append(value.shape)
        return value.ravel().tolist()

    body, read = body_of(integrand, dict.fromkeys(names_of(f, "x"), 0.0))
    options = {"epsabs": epsabs, "epsrel": epsrel, "norm": norm, "limit": limit}
    given = _plain("quad_vec", **options, quadrature=quadrature, points=points)
    limits = [scalar("integrate.quad_vec", end) for end in (a, b)]
    found = called(Call(body, 1, 1, "together", given), limits, read)
    return any_array(found).reshape(shape[-1])[()], math.nan


# ---------------------------------------------------------------------------------- equations


class _States:
    """The states of a solution whose steps nobody knows: the last ones alone are known."""

    def __init__(self, first: Any, last: Any) -> None:
        self._first, self._last = first, last

    def __getitem__(self, index: Any) -> Any:
        which = index if isinstance(index, tuple) else (index,)
        if len(which) == 2 and isinstance(which[1], int) and which[1] in (0, -1):
            return (self._last if which[1] else self._first)[which[0]]
        if len(which) == 1 and isinstance(which[0], (int, np.integer)):
            return _States(self._first[which], self._last[which])[:, None]
        if len(which) == 2 and which[1] is None:
            return _Row(self._first, self._last)
        raise self._refusal()

    def _refusal(self) -> TypeError:
        return refusal(
            "the states of solve_ivp at steps that it chooses when the kernel runs",
            "solve_ivp(..., t_eval=...) with the times; without it there are the first and the "
            "last states, sol.y[:, 0] and sol.y[:, -1]",
        )

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__array"):
            raise AttributeError(name)
        raise self._refusal()

    def __iter__(self) -> Any:
        raise self._refusal()


class _Row(_States):
    """One of the states, at the steps."""

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, (int, np.integer)) and index in (0, -1):
            return self._last if index else self._first
        raise self._refusal()


def solve_ivp(  # noqa: PLR0917
    fun: Callable[..., Any],
    t_span: Any,
    y0: Any,
    method: Any = "RK45",
    t_eval: Any = None,
    dense_output: bool = False,
    events: Any = None,
    *,
    args: Any = None,
    rtol: Any = 1e-3,
    atol: Any = 1e-6,
    max_step: Any = None,
    first_step: Any = None,
) -> Any:
    """integrate.solve_ivp: the tangents are states beside the states."""
    if not isinstance(method, str):
        raise refusal("integrate.solve_ivp by a method of your own", 'the name of one: "RK45"')
    more = {"rtol": rtol, "atol": atol, "max_step": max_step, "first_step": first_step}
    start, end = [scalar("integrate.solve_ivp", one) for one in t_span]
    states = objects(y0).ravel().tolist()
    own = () if args is None else _tuple(args)

    def slopes(t: Any, y: Any) -> Any:
        return _slopes(fun(t, y, *own), len(states), "solve_ivp")

    example = _given(fun, ("t", "y"), len(states))
    body, read = body_of(slopes, example)
    given = (method, *_plain("solve_ivp", **more))
    ended: list[Any] = []  # when an event of the states ends it

    def at(times: Sequence[Any]) -> list[list[Any]]:
        """The states at times on the way, which go from the start to the end."""
        after = not times or not _is_same(times[-1], end)
        every = [*times, end] if after else [*times]
        routine = "flow_until" if ended and after else "flow"
        what = Call(body, 1 + len(states), len(every), routine, given)
        found = called(what, [start, *every, *states], read)
        rows = [found[at : at + len(states)] for at in range(0, len(found), len(states))]
        return rows[: len(times)]

    def first(event: Callable[..., Any], direction: Any, place: str) -> Any:
        said = three_parts("the event does not happen within t_span", place, "a longer t_span")
        options = (*given, float(direction), said)
        ended.append(_time_of(event, slopes, example, [start, end, *states], options))
        return Equation(lambda t: event(t, any_array(at([t])[0])), ()).implied(ended[0])

    happened = None
    if events is not None:
        happened = happening(events, (start, end), len(states), own, first)
    stopped = happened is not None and happened.last is not None
    last = happened.last if happened is not None and stopped else end
    times = [last] if t_eval is None else [*objects(t_eval).ravel().tolist()]
    if stopped and t_eval is not None:
        times = [one for one in times if abs(one - start) <= abs(last - start)]
    rows = at(times)
    y: Any = any_array(rows).T
    t: Any = any_array(times)
    if t_eval is None:
        y = _States(any_array(states), any_array(rows[-1]))
        t = _States(start, last)[:, None]
    reached = "The solver successfully reached the end of the integration interval."
    message = "A termination event occurred." if stopped else reached
    facts = {"t": t, "y": y, "success": True, "status": int(stopped), "message": message}
    t_events = y_events = None
    if happened is not None:
        t_events = [any_array(ones) for ones in happened.times]
        y_events = [any_array(at(ones) if ones else np.zeros(0)) for ones in happened.times]

    def sol(t: Any) -> Any:
        """The states at any time."""
        found = any_array(at(objects(t).ravel().tolist()))
        return found.T if np.ndim(t) else found[0]

    return SimpleNamespace(
        **facts, sol=sol if dense_output else None, t_events=t_events, y_events=y_events
    )


def _time_of(
    event: Callable[..., Any],
    slopes: Callable[..., Any],
    example: dict[str, Any],
    own: list[Any],
    options: tuple[Any, ...],
) -> Any:
    """When an event of the states happens first, as SciPy finds it: a number without derivative."""

    def both(t: Any, y: Any) -> Any:
        return [*slopes(t, y), event(t, y)]

    body, read = body_of(both, example)
    what = Call(body, len(own) - 1, 1, "first_event", options, fixed=True)
    return called(what, own, read)[-1]


def _is_same(one: Any, other: Any) -> bool:
    """Whether two times are one."""
    plain = not isinstance(one, Operand) and not isinstance(other, Operand)
    return one is other or (plain and bool(one == other))


def odeint(
    func: Callable[..., Any],
    y0: Any,
    t: Any,
    args: Any = (),
    *,
    full_output: Any = 0,
    rtol: Any = None,
    atol: Any = None,
    tcrit: Any = None,
    h0: float = 0.0,
    hmax: float = 0.0,
    hmin: float = 0.0,
    mxstep: int = 0,
    mxordn: int = 12,
    mxords: int = 5,
    tfirst: bool = False,
) -> Any:
    """integrate.odeint, likewise."""
    states, times = objects(y0).ravel().tolist(), objects(t).ravel().tolist()
    own = _tuple(args)

    def slopes(t: Any, y: Any) -> Any:
        found = func(t, y, *own) if tfirst else func(y, t, *own)
        return _slopes(found, len(states), "odeint")

    names = ("t", "y") if tfirst else ("y", "t")
    body, read = body_of(slopes, _given(func, names, len(states)))
    steps = {"h0": h0, "hmax": hmax, "hmin": hmin, "mxstep": mxstep}
    orders = {"mxordn": mxordn, "mxords": mxords}
    options = _plain("odeint", rtol=rtol, atol=atol, tcrit=tcrit, **steps, **orders)
    what = Call(body, 1 + len(states), len(times) - 1, "states_of", options)
    found = called(what, [*times, *states], read)
    rows = any_array([*states, *found]).reshape(len(times), len(states))
    return (rows, {"message": "Integration successful."}) if full_output else rows


def _given(function: Any, order: tuple[str, str], count: int) -> dict[str, Any]:
    """An example of the time and of the states, by the function's own names."""
    names = dict(zip(order, names_of(function, *order), strict=True))
    return {names["t"]: 0.0, names["y"]: np.zeros(count)}


def _slopes(found: Any, count: int, name: str) -> Sequence[Any]:
    values = objects(found).ravel().tolist()
    if len(values) != count:
        what = f"integrate.{name} of {count} states with {len(values)} slopes"
        raise refusal(what, "a function that returns the slope of each state")
    return [*values]


INTEGRATE = of_room(sys.modules[__name__])
