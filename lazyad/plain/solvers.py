"""Iterations for one unknown, written as anyone would: they are traced like a user's function.

In: a function of the unknown, and where to begin. Out: the solution. A room of its own because it
is plain Python on numbers, traced or not, and knows nothing of derivatives: what a solution's
derivative is, `lazyad.derivatives.implicit` says.

`with_slope(x)` is the value and the slope there. The messages say in three parts what went wrong.
The others are SciPy's iterations step for step, so that of several roots the same one is found.
"""

import math
from collections.abc import Callable
from typing import Any

ROUNDS = 100
NEAR = 1e-9  # of x: a step of Newton's that small leaves an error of about its square
EPSILON = 2.0**-52
NOTHING = 1e-20  # of the bracket: where the root is 0

Slope = Callable[[float], tuple[float, float]]
Value = Callable[[float], float]


def newton(with_slope: Slope, x: float, flat: str, endless: str) -> float:
    """Newton's iteration from x."""
    for _ in range(ROUNDS):
        value, slope = with_slope(x)
        if slope == 0.0:
            raise ValueError(flat)
        step = value / slope
        x = x - step
        if abs(step) <= NEAR * abs(x):
            break
    else:
        raise ValueError(endless)
    return x


def bracketed(with_slope: Slope, low: float, high: float, same: str, endless: str) -> float:
    """Newton's iteration where it stays between two points of different signs and halves its steps,
    and bisection where not."""
    at_low, _ = with_slope(low)
    at_high, _ = with_slope(high)
    if not (at_low <= 0.0 <= at_high or at_high <= 0.0 <= at_low):  # nor where one is nan
        raise ValueError(same)
    if at_low > at_high:
        low, high = high, low
    width = before = abs(high - low)
    x = 0.5 * (low + high)
    for _ in range(ROUNDS):
        value, slope = with_slope(x)
        if value < 0.0:
            low = x
        else:
            high = x
        new = x - value / slope if slope != 0.0 else math.inf
        least = NEAR
        if (new - low) * (new - high) > 0.0 or 2.0 * abs(new - x) > before:
            new = 0.5 * (low + high)
            least = EPSILON
        before = abs(new - x)
        x = new
        if before <= least * abs(x) + NOTHING * width:
            break
    else:
        raise ValueError(endless)
    return x


def bisect(  # noqa: PLR0917
    f: Value, a: float, b: float, xtol: float, rtol: float, rounds: int, same: str, endless: str
) -> float:
    """SciPy's bisect."""
    at_a, at_b = f(a), f(b)
    if not (at_a <= 0.0 <= at_b or at_b <= 0.0 <= at_a):  # nor where one is nan
        raise ValueError(same)
    if not abs(at_b) > 0.0:
        a, b, at_a = b, a, at_b
    size = b - a
    if not abs(at_a) > 0.0:
        size = 0.0
    x, value = a, at_a
    for _ in range(rounds):
        size = 0.5 * size
        x = a + size
        value = f(x)
        if value > 0.0 < at_a or value < 0.0 > at_a:
            a = x
        if abs(size) < xtol + rtol * abs(x) or not abs(value) > 0.0:
            break
    else:
        raise RuntimeError(endless)
    if math.isnan(value):
        raise ValueError(same)
    return x


def brentq(  # noqa: PLR0917
    f: Value, a: float, b: float, xtol: float, rtol: float, rounds: int, same: str, endless: str
) -> float:
    """SciPy's brentq: Brent's method with inverse quadratic extrapolation."""
    before, x, other = a, b, 0.0
    at_before, at_x, at_other = f(a), f(b), 0.0
    if not (at_before <= 0.0 <= at_x or at_x <= 0.0 <= at_before):  # nor where one is nan
        raise ValueError(same)
    if not abs(at_before) > 0.0:
        before, x, at_before, at_x = x, before, at_x, at_before
    last, step = 0.0, 0.0
    for _ in range(rounds):
        if at_before < 0.0 < at_x or at_x < 0.0 < at_before:
            other, at_other = before, at_before
            last = step = x - before
        if abs(at_other) < abs(at_x):
            before, x, other = x, other, x
            at_before, at_x, at_other = at_x, at_other, at_x
        delta = 0.5 * (xtol + rtol * abs(x))
        half = 0.5 * (other - x)
        if abs(half) < delta or not abs(at_x) > 0.0:
            break
        attempt = math.inf
        if abs(last) > delta and abs(at_x) < abs(at_before):
            if before == other:
                attempt = -at_x * (x - before) / (at_x - at_before)
            else:
                one = (at_before - at_x) / (before - x)
                two = (at_other - at_x) / (other - x)
                above = at_other * two - at_before * one
                below = two * one * (at_other - at_before)
                if abs(below) > 0.0:
                    attempt = -at_x * above / below
        if 2.0 * abs(attempt) < min(abs(last), 3.0 * abs(half) - delta):
            last, step = step, attempt
        else:
            last = step = half
        before, at_before = x, at_x
        if abs(step) > delta:
            x = x + step
        elif half > 0.0:
            x = x + delta
        else:
            x = x - delta
        at_x = f(x)
    else:
        raise RuntimeError(endless)
    if math.isnan(at_x):
        raise ValueError(same)
    return x


def secant(  # noqa: PLR0917
    f: Value, a: float, b: float, tol: float, rtol: float, rounds: int, flat: str, endless: str
) -> float:
    """SciPy's newton without a derivative."""
    at_a, at_b = f(a), f(b)
    if abs(at_b) < abs(at_a):
        a, b, at_a, at_b = b, a, at_b, at_a
    x = b
    for _ in range(rounds):
        if at_a == at_b and a != b:
            raise RuntimeError(flat)
        if at_a == at_b:
            x = 0.5 * (a + b)
        elif abs(at_b) > abs(at_a):
            x = (-at_a / at_b * b + a) / (1.0 - at_a / at_b)
        else:
            x = (-at_b / at_a * a + b) / (1.0 - at_b / at_a)
        if abs(x - b) <= tol + rtol * abs(b):
            break
        a, at_a = b, at_b
        b = x
        at_b = f(b)
    else:
        raise RuntimeError(endless)
    return x


def steffensen(f: Value, x: float, xtol: float, rounds: int, endless: str) -> float:
    """SciPy's fixed_point: the iteration with Aitken's acceleration, of f(x) = g(x) - x."""
    for _ in range(rounds):
        start = x
        first = start + f(start)
        second = first + f(first)
        bend = second - 2.0 * first + start
        x = start - (first - start) * (first - start) / bend if abs(bend) > 0.0 else second
        if abs(x - start) < xtol * (abs(start) if abs(start) > 0.0 else 1.0):
            break
        if not abs(bend) > 0.0 and x == start:
            break
    else:
        raise RuntimeError(endless)
    return x


def within(x: float, low: float, high: float, below: str, above: str) -> float:
    """x, which must lie between two others."""
    if x < low:
        raise ValueError(below)
    if x > high:
        raise ValueError(above)
    return x


def all_within(x: Any, low: float, high: float, below: str, above: str) -> Any:
    """An array, all of which must lie between two numbers."""
    if (x < low).any():
        raise ValueError(below)
    if (x > high).any():
        raise ValueError(above)
    return x
