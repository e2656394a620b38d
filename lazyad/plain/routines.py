"""Routines that call a function of numbers, SciPy's and ours: emitted files carry their text.

In: a function that returns a tuple, and where to begin. Out: numbers. A room of its own because its
text is read twice, as that of `written` is: a function needs nothing but its neighbours, and
imports what it needs of SciPy when it is called.
"""

# ruff: noqa: PLR0917  # they are called by emitted source alone
from __future__ import annotations

from typing import Any

from lazyad.plain.solvers import bisect, brentq, secant, steffensen


def by_brentq(of: Any, start: Any, rounds: Any, same: Any, endless: Any) -> Any:
    """SciPy's brentq between two numbers; behind the unknown, what is told of it stays as it is."""
    a, b, xtol, rtol = start
    x = brentq(lambda x: of(x, b, xtol, rtol)[0], a, b, xtol, rtol, rounds, same, endless)
    return x, b, xtol, rtol


def by_bisect(of: Any, start: Any, rounds: Any, same: Any, endless: Any) -> Any:
    """SciPy's bisect, likewise."""
    a, b, xtol, rtol = start
    x = bisect(lambda x: of(x, b, xtol, rtol)[0], a, b, xtol, rtol, rounds, same, endless)
    return x, b, xtol, rtol


def by_secant(of: Any, start: Any, rounds: Any, flat: Any, endless: Any) -> Any:
    """SciPy's newton from two numbers, likewise."""
    a, b, tol, rtol = start
    x = secant(lambda x: of(x, b, tol, rtol)[0], a, b, tol, rtol, rounds, flat, endless)
    return x, b, tol, rtol


def by_steffensen(of: Any, start: Any, rounds: Any, endless: Any) -> Any:
    """SciPy's fixed_point from a number, likewise."""
    x, xtol = start
    return steffensen(lambda x: of(x, xtol)[0], x, xtol, rounds, endless), xtol


def integrals(
    of: Any, low: Any, high: Any, count: Any, epsabs: Any, epsrel: Any, limit: Any, points: Any
) -> Any:
    """SciPy's quad of each number that a function returns, called once a point."""
    from scipy import integrate

    known = {of: of}  # and what it is at each point
    get, put = known.get, known.setdefault
    ways = [lambda x, k=k: (get(x) or put(x, of(x)))[k] for k in range(count)]
    last = (0, epsabs, epsrel, limit, points)
    return tuple([integrate.quad(way, low, high, (), *last)[0] for way in ways])


def estimates(
    of: Any, low: Any, high: Any, count: Any, epsabs: Any, epsrel: Any, limit: Any, points: Any
) -> Any:
    """What SciPy's quad takes for its error."""
    from scipy import integrate

    last = (0, epsabs, epsrel, limit, points)
    error = integrate.quad(lambda x: of(x)[0], low, high, (), *last)[1]
    return (error,) * count


def together(
    of: Any,
    low: Any,
    high: Any,
    count: Any,
    epsabs: Any,
    epsrel: Any,
    norm: Any,
    limit: Any,
    quadrature: Any,
    points: Any,
) -> Any:
    """SciPy's quad_vec of all the numbers that a function returns."""
    import numpy
    from scipy import integrate

    found, _ = integrate.quad_vec(
        lambda x: numpy.array(of(float(x))),
        low,
        high,
        epsabs,
        epsrel,
        norm,
        limit=limit,
        quadrature=quadrature,
        points=points,
    )
    return tuple(found.tolist())


def flow(
    of: Any,
    start: Any,
    times: Any,
    states: Any,
    method: Any,
    rtol: Any,
    atol: Any,
    longest: Any,
    first_step: Any,
) -> Any:
    """SciPy's solve_ivp: the states at each time; tangents have the least tolerance."""
    settings = (method, rtol, atol, longest, first_step)
    rows = rows_at(of, start, times, states, settings, None)
    return tuple([one for t in times for one in rows[t]])


def flow_until(
    of: Any,
    start: Any,
    times: Any,
    states: Any,
    method: Any,
    rtol: Any,
    atol: Any,
    longest: Any,
    first_step: Any,
) -> Any:
    """The same by no step more than those for the time before the last one."""
    from functools import partial
    from math import copysign

    past = copysign(2.0**-48 * (1.0 + abs(times[-2])), times[-1] - start)
    event = partial(since, times[-2] + past)
    vars(event).update(terminal=True)
    settings = (method, rtol, atol, longest, first_step)
    rows = rows_at(of, start, times, states, settings, event)
    rows.setdefault(times[-1], rows[times[-2]])  # which nobody reads
    return tuple([one for t in times for one in rows[t]])


def rows_at(of: Any, start: Any, times: Any, states: Any, settings: Any, event: Any) -> Any:
    """The states by the time, until an event if there is one."""
    from scipy import integrate

    method, rtol, atol, longest, first_step = settings
    if isinstance(atol, tuple):
        atol = [*atol, *[min(atol)] * (len(states) - len(atol))]
    found = integrate.solve_ivp(
        lambda t, y: of(float(t), *y.tolist()),
        (start, times[-1]),
        states,
        method,
        [*dict.fromkeys(times)] if len(times) > 1 else None,
        events=event,
        rtol=rtol,
        atol=atol,
        max_step=longest or float("inf"),
        first_step=first_step,
    )
    if not found.success:
        raise RuntimeError(found.message)
    return dict(zip(found.t.tolist(), found.y.T.tolist(), strict=True))


def since(time: Any, t: Any, y: Any) -> Any:
    """How much later it is."""
    return t - time


def first_event(
    of: Any,
    start: Any,
    times: Any,
    states: Any,
    method: Any,
    rtol: Any,
    atol: Any,
    longest: Any,
    first_step: Any,
    direction: Any,
    said: Any,
) -> Any:
    """The states and the time where SciPy's solve_ivp stops, for the number behind the slopes."""
    from functools import partial

    from scipy import integrate

    event = partial(last_of, of)
    vars(event).update(terminal=True, direction=direction)
    found = integrate.solve_ivp(
        lambda t, y: of(float(t), *y.tolist())[:-1],
        (start, times[-1]),
        states,
        method,
        events=event,
        rtol=rtol,
        atol=atol,
        max_step=longest or float("inf"),
        first_step=first_step,
    )
    if not found.success:
        raise RuntimeError(found.message)
    if found.status != 1:
        raise ValueError(said)
    return (*found.y_events[0][0].tolist(), float(found.t_events[0][0]))


def last_of(of: Any, t: Any, y: Any) -> Any:
    """The number behind the slopes."""
    return of(float(t), *map(float, y))[-1]


def states_of(
    of: Any,
    start: Any,
    times: Any,
    states: Any,
    rtol: Any,
    atol: Any,
    tcrit: Any,
    h0: Any,
    hmax: Any,
    hmin: Any,
    mxstep: Any,
    mxordn: Any,
    mxords: Any,
) -> Any:
    """SciPy's odeint, likewise."""
    from scipy import integrate

    if isinstance(rtol, tuple):
        rtol = [*rtol, *[min(rtol)] * (len(states) - len(rtol))]
    if isinstance(atol, tuple):
        atol = [*atol, *[min(atol)] * (len(states) - len(atol))]
    rows = integrate.odeint(
        lambda y, t: of(float(t), *y.tolist()),
        states,
        (start, *times),
        rtol=rtol,
        atol=atol,
        tcrit=tcrit,
        h0=h0,
        hmax=hmax,
        hmin=hmin,
        mxstep=mxstep,
        mxordn=mxordn,
        mxords=mxords,
    )
    return tuple(rows[1:].ravel().tolist())


def zeros(of: Any, start: Any, method: Any, tol: Any, said: Any) -> Any:
    """SciPy's root, with the Jacobian, whose rows stand behind the residuals."""
    from functools import cache

    from scipy import optimize

    n, known = len(start), cache(of)
    found = optimize.root(
        lambda x: known(*x.tolist())[:n],
        start,
        (),
        method,
        lambda x: [known(*x.tolist())[at : at + n] for at in range(n, n + n * n, n)],
        tol,
    )
    if not found.success:
        raise RuntimeError(f"{said}{found.message}")
    return tuple(found.x.tolist())


def roots(of: Any, start: Any, said: Any) -> Any:
    """NumPy's roots of a polynomial: the real and the imaginary part of each."""
    import numpy

    found = numpy.roots(of(*start)).astype(complex).view(float)
    if len(found) != len(start):
        raise ValueError(said)
    return tuple(found.tolist())


def factors(of: Any, start: Any, name: Any, shape: Any, options: Any) -> Any:
    """The numbers of what NumPy makes of a matrix: of eigenvectors, which are complex, the real and
    the imaginary parts, and those of their inverse, which is nan where there is none."""
    import numpy

    found = [*getattr(numpy.linalg, name)(numpy.reshape(of(*start), shape), *options)]
    if name == "eig":
        try:
            found.append(numpy.linalg.inv(found[1]))
        except numpy.linalg.LinAlgError:
            found.append(numpy.nan * found[1])
        found = [part for one in found for part in (one.real, one.imag)]
    return tuple([one for part in found for one in part.ravel().tolist()])


def riccati(of: Any, start: Any, name: Any, n: Any, m: Any) -> Any:
    """The upper triangle of SciPy's solution of an algebraic Riccati equation."""
    import numpy
    from scipy import linalg

    known, shapes = of(*start), [(n, n), (n, m), (n, n), (m, m)]
    ends = numpy.cumsum([0, *[rows * columns for rows, columns in shapes]])
    parts = [known[ends[at] : ends[at + 1]] for at in range(4)]
    given = [numpy.reshape(part, shape) for part, shape in zip(parts, shapes, strict=True)]
    return tuple(getattr(linalg, name)(*given)[numpy.triu_indices(n)].tolist())


def least(
    of: Any, start: Any, method: Any, ftol: Any, xtol: Any, gtol: Any, m: Any, said: Any
) -> Any:
    """SciPy's least_squares, likewise; behind the rows there may be bounds, two for an unknown."""
    from functools import cache

    from scipy import optimize

    n, known = len(start), cache(of)
    ends = known(*start)[m + m * n :] or (-float("inf"), float("inf")) * n
    found = optimize.least_squares(
        lambda x: known(*x.tolist())[:m],
        start,
        lambda x: [known(*x.tolist())[at : at + n] for at in range(m, m + m * n, n)],
        (ends[::2], ends[1::2]),
        method,
        ftol=ftol,
        xtol=xtol,
        gtol=gtol,
    )
    if not found.success:
        raise RuntimeError(f"{said}{found.message}")
    return tuple(found.x.tolist())


def least_linear(of: Any, start: Any, method: Any, tol: Any, m: Any, said: Any) -> Any:
    """SciPy's lsq_linear, or its nnls, of residuals that are linear, likewise."""
    import numpy
    from scipy import optimize

    n = len(start)
    found = numpy.array(of(*[0.0] * n))
    rest, rows, ends = numpy.split(found, [m, m + m * n])
    rows = rows.reshape(m, n)
    if method == "nnls":
        return tuple(optimize.nnls(rows, -rest)[0].tolist())
    bounds = (ends[::2], ends[1::2]) if ends.size else (-numpy.inf, numpy.inf)
    solution = optimize.lsq_linear(rows, -rest, bounds, method, tol)
    if not solution.success:
        raise RuntimeError(f"{said}{solution.message}")
    return tuple(solution.x.tolist())


def lowest(of: Any, start: Any, method: Any, tol: Any, more: Any, said: Any) -> Any:
    """SciPy's minimize, with the gradient, which stands behind the value, and then bounds, if there
    are any, two for an unknown."""
    from functools import cache

    from scipy import optimize

    n, known, free = len(start), cache(of), ("COBYLA", "Nelder-Mead", "Powell")
    ends = known(*start)[1 + n :]
    found = optimize.minimize(
        lambda x: known(*x.tolist())[0],
        start,
        (),
        method,
        None if method in free else lambda x: known(*x.tolist())[1 : 1 + n],
        bounds=[*zip(ends[::2], ends[1::2], strict=True)] or None,
        tol=tol,
        options=dict(more),
    )
    x = tuple(found.x.tolist())
    value, *slopes = known(*x)[: 1 + n]
    if ends:  # which hold steps back
        rows = zip(x, slopes, ends[::2], ends[1::2], strict=True)
        slopes = [a - min(max(a - slope, low), high) for a, slope, low, high in rows]
    if not (found.success or max(map(abs, slopes)) < 1e-4 * (1.0 + abs(value))):
        raise RuntimeError(f"{said}{found.message}")
    return x


def lowest_between(
    of: Any, start: Any, bracket: Any, method: Any, tol: Any, more: Any, said: Any
) -> Any:
    """SciPy's minimize_scalar; behind the value there may be two bounds."""
    from scipy import optimize

    given = (bracket, of(*start)[1:] or None, (), method, tol, dict(more))
    found = optimize.minimize_scalar(lambda x: of(float(x))[0], *given)
    if not found.success:
        raise RuntimeError(f"{said}{found.message}")
    return (float(found.x),)


def newton_system(of: Any, start: Any, flat: Any, endless: Any) -> Any:
    """Newton's iteration, whose steps are halved until the residuals get smaller."""
    n, x = len(start), start
    now = of(*x)
    for _ in range(100):
        rows = [[*now[n + n * i : 2 * n + n * i], now[i]] for i in range(n)]
        step = step_of(rows, 0.0, True)
        if step is None:
            raise ValueError(flat)
        before = sum([r * r for r in now[:n]])
        near = is_small(step, x, 1e-9)
        for _ in range(20):
            new = [a - s for a, s in zip(x, step, strict=True)]
            now = of(*new)
            if near or sum([r * r for r in now[:n]]) < before:
                break
            step = [0.5 * s for s in step]
        else:
            if is_small(step, x, 1e-12):  # no digit is left that gets better
                return x
        if near or not before > 0.0 or is_small(step, x, 1e-15):
            return new
        x = new
    raise ValueError(endless)


def valley(of: Any, start: Any, endless: Any) -> Any:
    """Newton's iteration down to a minimum of a value; slopes and bends come after it."""
    n, x, shift = len(start), start, 0.0
    now = of(*x)
    for _ in range(500):
        rows = [[*now[n * i + n + 1 : n * i + 2 * n + 1], now[i + 1]] for i in range(n)]
        most = max([abs(rows[i][i]) for i in range(n)])
        for k in range(n):
            rows[k][k] += shift
        step = step_of(rows, 1e-14 * most, False)
        if step is not None:
            new = [a - s for a, s in zip(x, step, strict=True)]
            there, near = of(*new), is_small(step, x, 1e-8)
            if near and not shift > 0.0:
                return new
            if there[0] <= now[0] or near:
                x, now = new, there
                shift = 0.0 if shift < 1e-6 * most else 0.1 * shift
                continue
        shift = max(10.0 * shift, 1e-3 * most, 1e-12)
    raise ValueError(endless)


def step_of(rows: Any, least: Any, swaps: Any) -> Any:
    """What solves rows with their right sides; None where a pivot is too small."""
    n = len(rows)
    for k in range(n):
        if swaps:
            sizes = [abs(row[k]) for row in rows]
            best = max(range(k, n), key=sizes.__getitem__)
            rows[k], rows[best] = rows[best], rows[k]
        pivot = rows[k]
        if not (abs(pivot[k]) if swaps else pivot[k]) > least:
            return None
        for row in rows[k + 1 :]:
            factor = row[k] / pivot[k]
            for j in range(k, n + 1):
                row[j] -= factor * pivot[j]
    step = [0.0] * n
    for k in reversed(range(n)):
        rest = sum([rows[k][j] * step[j] for j in range(k + 1, n)])
        step[k] = (rows[k][n] - rest) / rows[k][k]
    return step


def is_small(step: Any, x: Any, part: Any) -> Any:
    """Whether a step changes no number by more than that part of it."""
    pairs = zip(step, x, strict=True)
    return not any(abs(s) > part * abs(a) + 1e-30 for s, a in pairs)
