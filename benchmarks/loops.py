"""Loops that stay loops: what their kernels cost beside loops written by hand, and to compile.

In: nothing. Out: rows of (name, ms to compile, source lines, kernel ÷ hand-written value+tangent),
and one of a gradient in many inputs ÷ the loop's own time. A room of its own because a loop's
kernel is measured against the loop that a person would write.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import lazyad as la


class Row(NamedTuple):
    """What was measured of one loop."""

    name: str
    compile_ms: float
    lines: int
    ratio: float


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


LOOPS: list[tuple[Callable[..., Any], Callable[..., Any], tuple[float, ...], int]] = [
    (kepler, kepler_by_hand, (0.8, 0.6, 1.0, 0.3), 40),
    (bisection, bisection_by_hand, (2.0, 1.0), 40),
    (secant, secant_by_hand, (2.0, 1.0), 40),
    (rk4, rk4_by_hand, (1.0, 2.0, 0.3, 0.7), 1),
    (kalman, kalman_by_hand, (0.01, 0.5, 1.0, 0.3), 10),
]


def weighted(ps, x):
    """A thousand steps, each of which reads each of the inputs."""
    v = 0.0
    for _ in range(1000):
        force = 0.0
        for k in range(0, len(ps), 2):
            force = force + ps[k] * x - ps[k + 1] * v
        x, v = x + 0.001 * v, v - 0.001 * force
    return x + v


INPUTS = [0.3 + 0.01 * k for k in range(100)]


def measure_gradient(rounds: int) -> Row:
    """The gradient of a loop in a hundred inputs, beside its value by the kernel for that."""
    compiled = la.compile(weighted)
    value, gradient = compiled.lower(INPUTS, 0.5).primal, compiled.grad.lower(INPUTS, 0.5)
    start = time.perf_counter()
    kernel, lines = gradient.kernel, len(gradient.source.splitlines())
    spent = (time.perf_counter() - start) * 1e3
    ratio = _compared(kernel, value.kernel, (INPUTS, 0.5), 1, rounds)
    return Row("gradient in 101 inputs", spent, lines, ratio)


def _compared(one: Any, other: Any, args: tuple[Any, ...], calls: int, rounds: int) -> float:
    """The time of one over that of the other, best of so many rounds by turns; these are short, for
    on a busy machine no long one is undisturbed."""
    best = [math.inf, math.inf]
    for _ in range(rounds):
        for at, function in enumerate((one, other)):
            start = time.perf_counter()
            for _ in range(calls):
                function(*args)
            best[at] = min(best[at], time.perf_counter() - start)
    return best[0] / best[1]


def measure_loops(rounds: int) -> list[Row]:
    """Each loop, best of so many rounds, the two by turns."""
    rows = []
    for function, by_hand, args, calls in LOOPS:
        compiled = la.compile(function)
        start = time.perf_counter()
        kernel, lines = compiled.kernel, len(compiled.source.splitlines())
        spent = (time.perf_counter() - start) * 1e3
        ratio = _compared(kernel, by_hand, args, calls, rounds)
        rows.append(Row(function.__name__, spent, lines, ratio))
    return [*rows, measure_gradient(rounds)]


def table(rows: list[Row]) -> str:
    """The rows as Markdown."""
    lines = [
        "| loop | compile, ms | source lines | kernel ÷ by hand, gradient ÷ value |",
        "|---|---|---|---|",
    ]
    lines += [f"| {r.name} | {r.compile_ms:.1f} | {r.lines} | {r.ratio:.2f} |" for r in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(measure_loops(200)))
