"""SciPy's routines on a function of numbers: emitted files carry the text of those that they call.

In: a function that returns a tuple, and where to begin. Out: numbers. A room of its own because its
text is read twice, as that of `lazyad.written` is: each function stands alone, has its parameters
in one line, and imports what it needs of SciPy when it is called.
"""

from __future__ import annotations

from typing import Any


def integrals(of: Any, low: Any, high: Any, count: Any, options: Any) -> Any:
    """SciPy's quad of each number that a function returns, called once a point."""
    from functools import cache

    from scipy import integrate

    epsabs, epsrel, limit, points = options
    known, last = cache(of), (0, epsabs, epsrel, limit, points)
    ways = [lambda x, k=k: known(x)[k] for k in range(count)]
    return tuple([integrate.quad(way, low, high, (), *last)[0] for way in ways])


def estimates(of: Any, low: Any, high: Any, count: Any, options: Any) -> Any:
    """What SciPy's quad takes for its error."""
    from scipy import integrate

    epsabs, epsrel, limit, points = options
    last = (0, epsabs, epsrel, limit, points)
    error = integrate.quad(lambda x: of(x)[0], low, high, (), *last)[1]
    return (error,) * count


def together(of: Any, low: Any, high: Any, count: Any, options: Any) -> Any:
    """SciPy's quad_vec of all the numbers that a function returns."""
    import numpy
    from scipy import integrate

    epsabs, epsrel, norm, limit, quadrature, points = options
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


def flow(of: Any, start: Any, times: Any, states: Any, options: Any) -> Any:
    """SciPy's solve_ivp: the states at each time; tangents have the least tolerance."""
    from scipy import integrate

    method, rtol, atol, longest, first_step = options
    if isinstance(atol, tuple):
        atol = [*atol, *[min(atol)] * (len(states) - len(atol))]
    found = integrate.solve_ivp(
        lambda t, y: of(float(t), *y.tolist()),
        (start, times[-1]),
        states,
        method,
        [*dict.fromkeys(times)] if len(times) > 1 else None,
        rtol=rtol,
        atol=atol,
        max_step=longest or float("inf"),
        first_step=first_step,
    )
    if not found.success:
        raise RuntimeError(found.message)
    rows = dict(zip(found.t.tolist(), found.y.T.tolist(), strict=True))
    return tuple([one for t in times for one in rows[t]])


def states_of(of: Any, start: Any, times: Any, states: Any, options: Any) -> Any:
    """SciPy's odeint, likewise."""
    from scipy import integrate

    rtol, atol, mxstep = options
    rows = integrate.odeint(
        lambda y, t: of(float(t), *y.tolist()),
        states,
        (start, *times),
        rtol=rtol,
        atol=atol,
        mxstep=mxstep,
    )
    return tuple(rows[1:].ravel().tolist())
