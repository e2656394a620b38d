"""Loops as users write them, with value and tangent written by hand, and as other tools want them.

JAX's are `lax.while_loop`, `fori_loop` and `scan`; CasADi's are `mapaccum` with `if_else`, which
has no loop to a tolerance. Apart from `benchmarks.loops`, which measures them.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple


class Loop(NamedTuple):
    """A function with a loop, the same with its tangent by hand, where both are measured, and what
    makes the function of the peers: of the module `jax`, of the module `casadi` and its inputs."""

    function: Callable[..., Any]
    by_hand: Callable[..., Any]
    point: tuple[float, ...]
    direction: tuple[float, ...]
    in_jax: Callable[[Any], Callable[..., Any]]
    in_casadi: Callable[..., Any] | None = None


def kepler(m, e):
    x = m
    d = 1.0
    while abs(d) > 1e-13:
        d = (x - e * math.sin(x) - m) / (1.0 - e * math.cos(x))
        x = x - d
    return x


def kepler_by_hand(m, e, dm, de):
    x, dx, d, dd = m, dm, 1.0, 0.0
    while abs(d) > 1e-13:
        s, c = math.sin(x), math.cos(x)
        below = 1.0 - e * c
        d = (x - e * s - m) / below
        dd = (dx - (de * s + e * c * dx) - dm - d * (e * s * dx - de * c)) / below
        x = x - d
        dx = dx - dd
    return x, dx


def bisection(a):
    lo, hi = 0.0, a + 1.0
    for _ in range(60):
        mid = (lo + hi) * 0.5
        if mid * mid > a:
            hi = mid
        else:
            lo = mid
    return (lo + hi) * 0.5


def bisection_by_hand(a, da):
    lo, hi, dlo, dhi = 0.0, a + 1.0, 0.0, da
    for _ in range(60):
        mid = (lo + hi) * 0.5
        dmid = (dlo + dhi) * 0.5
        if mid * mid > a:
            hi = mid
            dhi = dmid
        else:
            lo = mid
            dlo = dmid
    return (lo + hi) * 0.5, (dlo + dhi) * 0.5


def secant(c):
    x0, x1 = 1.0, 2.0
    while True:
        f0, f1 = x0 * x0 - c, x1 * x1 - c
        x2 = x1 - f1 * (x1 - x0) / (f1 - f0)
        if abs(x2 - x1) < 1e-12:
            return x2
        x0, x1 = x1, x2


def secant_by_hand(c, dc):
    x0, x1, dx0, dx1 = 1.0, 2.0, 0.0, 0.0
    while True:
        f0, f1 = x0 * x0 - c, x1 * x1 - c
        df1 = 2.0 * x1 * dx1 - dc
        step, below = x1 - x0, f1 - f0
        q = f1 * step / below
        dbelow = df1 - (2.0 * x0 * dx0 - dc)
        x2 = x1 - q
        dx2 = dx1 - (df1 * step + f1 * (dx1 - dx0) - q * dbelow) / below
        if abs(x2 - x1) < 1e-12:
            return x2, dx2
        x0, x1, dx0, dx1 = x1, x2, dx1, dx2


def regula_falsi(c):
    lo, hi = 0.0, 2.0
    f_lo, f_hi = lo * lo - c, hi * hi - c
    for _ in range(100):
        x = (lo * f_hi - hi * f_lo) / (f_hi - f_lo)
        f_x = x * x - c
        if abs(f_x) < 1e-13:
            break
        if f_x * f_lo > 0.0:
            lo, f_lo = x, f_x
        else:
            hi, f_hi = x, f_x
    return x


def regula_falsi_by_hand(c, dc):
    lo, hi, dlo, dhi = 0.0, 2.0, 0.0, 0.0
    f_lo, f_hi, df_lo, df_hi = lo * lo - c, hi * hi - c, -dc, -dc
    for _ in range(100):
        below = f_hi - f_lo
        x = (lo * f_hi - hi * f_lo) / below
        top = dlo * f_hi + lo * df_hi - dhi * f_lo - hi * df_lo
        dx = (top - x * (df_hi - df_lo)) / below
        f_x = x * x - c
        if abs(f_x) < 1e-13:
            break
        df_x = 2.0 * x * dx - dc
        if f_x * f_lo > 0.0:
            lo, f_lo, dlo, df_lo = x, f_x, dx, df_x
        else:
            hi, f_hi, dhi, df_hi = x, f_x, dx, df_x
    return x, dx


def rk4(y, k):
    h, v = 0.001, 0.0
    for _ in range(10000):
        l1 = -k * y
        k2, l2 = v + h / 2 * l1, -k * (y + h / 2 * v)
        k3, l3 = v + h / 2 * l2, -k * (y + h / 2 * k2)
        k4, l4 = v + h * l3, -k * (y + h * k3)
        y = y + h / 6 * (v + 2 * k2 + 2 * k3 + k4)
        v = v + h / 6 * (l1 + 2 * l2 + 2 * l3 + l4)
    return y


def rk4_by_hand(y, k, dy, dk):
    h, v, dv = 0.001, 0.0, 0.0
    half, sixth, n, dn = 0.0005, 0.001 / 6, -k, -dk
    for _ in range(10000):
        l1, dl1 = n * y, n * dy + dn * y
        k2, dk2 = v + half * l1, dv + half * dl1
        y2, dy2 = y + half * v, dy + half * dv
        l2, dl2 = n * y2, n * dy2 + dn * y2
        k3, dk3 = v + half * l2, dv + half * dl2
        y3, dy3 = y + half * k2, dy + half * dk2
        l3, dl3 = n * y3, n * dy3 + dn * y3
        k4, dk4 = v + h * l3, dv + h * dl3
        y4, dy4 = y + h * k3, dy + h * dk3
        l4, dl4 = n * y4, n * dy4 + dn * y4
        y += sixth * (v + 2.0 * (k2 + k3) + k4)
        dy += sixth * (dv + 2.0 * (dk2 + dk3) + dk4)
        v += sixth * (l1 + 2.0 * (l2 + l3) + l4)
        dv += sixth * (dl1 + 2.0 * (dl2 + dl3) + dl4)
    return y, dy


MEASURED = [math.sin(0.05 * k) + 0.1 * math.cos(7.0 * k) for k in range(1000)]


def kalman(q, r):
    x, v, p, c, s = 0.0, 0.0, 1.0, 0.0, 1.0
    for z in MEASURED:
        x = x + 0.1 * v
        p = p + 0.2 * c + 0.01 * s + q
        c = c + 0.1 * s
        below = p + r
        gain, other = p / below, c / below
        error = z - x
        x = x + gain * error
        v = v + other * error
        s = s - other * c + q
        c = c - gain * c
        p = p - gain * p
    return x + v


def kalman_by_hand(q, r, dq, dr):
    x, v, p, c, s = 0.0, 0.0, 1.0, 0.0, 1.0
    dx = dv = dp = dc = ds = 0.0
    for z in MEASURED:
        x = x + 0.1 * v
        dx = dx + 0.1 * dv
        p = p + 0.2 * c + 0.01 * s + q
        dp = dp + 0.2 * dc + 0.01 * ds + dq
        c = c + 0.1 * s
        dc = dc + 0.1 * ds
        below = p + r
        dbelow = dp + dr
        gain, other = p / below, c / below
        dgain, dother = (dp - gain * dbelow) / below, (dc - other * dbelow) / below
        error = z - x
        dv = dv - other * dx + dother * error
        dx = dx - gain * dx + dgain * error
        x = x + gain * error
        v = v + other * error
        ds = ds - (other * dc + dother * c) + dq
        s = s - other * c + q
        dc, dp = dc - (gain * dc + dgain * c), dp - (gain * dp + dgain * p)
        c = c - gain * c
        p = p - gain * p
    return x + v, dx + dv


def kepler_in_jax(jax):
    def step(state, m, e):
        x, _ = state
        d = (x - e * jax.numpy.sin(x) - m) / (1.0 - e * jax.numpy.cos(x))
        return x - d, d

    def function(m, e):
        def going(state):
            return abs(state[1]) > 1e-13

        return jax.lax.while_loop(going, lambda state: step(state, m, e), (m, 1.0))[0]

    return function


def bisection_in_jax(jax):
    def function(a):
        def step(_, ends):
            mid = (ends[0] + ends[1]) * 0.5
            over = mid * mid > a
            return jax.numpy.where(over, ends[0], mid), jax.numpy.where(over, mid, ends[1])

        lo, hi = jax.lax.fori_loop(0, 60, step, (0.0 * a, a + 1.0))
        return (lo + hi) * 0.5

    return function


def secant_in_jax(jax):
    def function(c):
        def step(state):
            x0, x1 = state
            f0, f1 = x0 * x0 - c, x1 * x1 - c
            return x1, x1 - f1 * (x1 - x0) / (f1 - f0)

        def going(state):
            return abs(state[1] - state[0]) >= 1e-12

        return jax.lax.while_loop(going, step, (1.0 + 0.0 * c, 2.0 + 0.0 * c))[1]

    return function


def regula_falsi_in_jax(jax):
    where = jax.numpy.where

    def function(c):
        def step(state):
            rounds, lo, hi, f_lo, f_hi, _, _ = state
            x = (lo * f_hi - hi * f_lo) / (f_hi - f_lo)
            f_x = x * x - c
            same = f_x * f_lo > 0.0
            ends = where(same, x, lo), where(same, hi, x)
            return rounds + 1, *ends, where(same, f_x, f_lo), where(same, f_hi, f_x), x, f_x

        def going(state):
            return (abs(state[6]) >= 1e-13) & (state[0] < 100)

        zero = 0.0 * c
        first = (0, zero, 2.0 + zero, -c, 4.0 - c, zero, 1.0 + zero)
        return jax.lax.while_loop(going, step, first)[5]

    return function


def rk4_in_jax(jax):
    def function(y, k):
        def step(_, state):
            return _rk4_step(*state, k)

        return jax.lax.fori_loop(0, 10000, step, (y, 0.0 * y))[0]

    return function


def kalman_in_jax(jax):
    def function(q, r):
        first = [number + 0.0 * q for number in (0.0, 0.0, 1.0, 0.0, 1.0)]

        def step(state, z):
            return (_kalman_step(state, z, q, r), None)

        state, _ = jax.lax.scan(step, tuple(first), jax.numpy.array(MEASURED))
        return state[0] + state[1]

    return function


def bisection_in_casadi(casadi, a):
    ends, given = casadi.MX.sym("ends", 2), casadi.MX.sym("a")
    mid = (ends[0] + ends[1]) * 0.5
    over = mid * mid > given
    after = casadi.vertcat(casadi.if_else(over, ends[0], mid), casadi.if_else(over, mid, ends[1]))
    rounds = casadi.Function("step", [ends, given], [after]).mapaccum(60)
    return casadi.sum1(rounds(casadi.vertcat(0.0, a + 1.0), casadi.repmat(a, 1, 60))[:, -1]) * 0.5


def rk4_in_casadi(casadi, y, k):
    state, given = casadi.SX.sym("state", 2), casadi.SX.sym("k")
    after = casadi.vertcat(*_rk4_step(state[0], state[1], given))
    rounds = casadi.Function("step", [state, given], [after]).mapaccum(10000)
    return rounds(casadi.vertcat(y, 0.0), casadi.repmat(k, 1, 10000))[0, -1]


def kalman_in_casadi(casadi, q, r):
    state, given = casadi.SX.sym("state", 5), casadi.SX.sym("given", 3)
    after = casadi.vertcat(*_kalman_step(casadi.vertsplit(state), *casadi.vertsplit(given)))
    rounds = casadi.Function("step", [state, given], [after]).mapaccum(len(MEASURED))
    noise = casadi.repmat(casadi.vertcat(q, r), 1, len(MEASURED))
    given = casadi.vertcat(casadi.DM(MEASURED).T, noise)
    return casadi.sum1(rounds(casadi.DM([0.0, 0.0, 1.0, 0.0, 1.0]), given)[:2, -1])


def _rk4_step(y, v, k):
    h = 0.001
    l1 = -k * y
    k2, l2 = v + h / 2 * l1, -k * (y + h / 2 * v)
    k3, l3 = v + h / 2 * l2, -k * (y + h / 2 * k2)
    k4, l4 = v + h * l3, -k * (y + h * k3)
    return y + h / 6 * (v + 2 * k2 + 2 * k3 + k4), v + h / 6 * (l1 + 2 * l2 + 2 * l3 + l4)


def _kalman_step(state, z, q, r):
    x, v, p, c, s = state
    x = x + 0.1 * v
    p = p + 0.2 * c + 0.01 * s + q
    c = c + 0.1 * s
    gain, other, error = p / (p + r), c / (p + r), z - x
    return x + gain * error, v + other * error, p - gain * p, c - gain * c, s - other * c + q


LOOPS = [
    Loop(kepler, kepler_by_hand, (0.8, 0.6), (1.0, 0.3), kepler_in_jax),
    Loop(bisection, bisection_by_hand, (2.0,), (1.0,), bisection_in_jax, bisection_in_casadi),
    Loop(secant, secant_by_hand, (2.0,), (1.0,), secant_in_jax),
    Loop(regula_falsi, regula_falsi_by_hand, (2.0,), (1.0,), regula_falsi_in_jax),
    Loop(rk4, rk4_by_hand, (1.0, 2.0), (0.3, 0.7), rk4_in_jax, rk4_in_casadi),
    Loop(kalman, kalman_by_hand, (0.01, 0.5), (1.0, 0.3), kalman_in_jax, kalman_in_casadi),
]
