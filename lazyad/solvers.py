"""Iterations for one unknown, written as anyone would: they are traced like a user's function.

In: a function of the unknown, and where to begin. Out: the solution. A room of its own because it
is plain Python on numbers, traced or not, and knows nothing of derivatives: what a solution's
derivative is, `lazyad.derivatives.implicit` says.

`with_slope(x)` is the value and the slope there. The messages say in three parts what went wrong.
The others are SciPy's iterations step for step, so that of several roots the same one is found.
"""

import math
from collections.abc import Callable

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
    if at_low * at_high > 0.0:
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
