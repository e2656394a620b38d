"""Irrational numbers that formulas are full of: their names, and the floats nearest to them.

In: a float, however it was rounded. Out: the name and the number. A room of its own because passes,
which put constants together, and texts, which name them, are to mean the same ones.
"""

from __future__ import annotations

import math

NAMED = {  # rounded once, which formulas of floats are not
    "sqrt2": 1.4142135623730951,
    "inv_sqrt2": 0.7071067811865476,
    "sqrt3": 1.7320508075688772,
    "inv_sqrt3": 0.5773502691896257,
    "sqrt5": 2.23606797749979,
    "cbrt2": 1.2599210498948732,
    "golden_ratio": 1.618033988749895,
    "inv_golden_ratio": 0.6180339887498949,
    "sqrt_pi": 1.772453850905516,
    "inv_sqrt_pi": 0.5641895835477563,
    "two_over_sqrt_pi": 1.1283791670955126,
    "sqrt_2_over_pi": 0.7978845608028654,
    "sqrt_2pi": 2.5066282746310007,
    "inv_sqrt_2pi": 0.3989422804014327,
    "log_pi": 1.1447298858494002,
    "log_2": math.log(2.0),
    "log_10": math.log(10.0),
    "log_2pi": 1.8378770664093456,
    "inv_log_2": 1.4426950408889634,
    "inv_log_10": 0.4342944819032518,
    "half_log_2pi": 0.9189385332046728,
    "quarter_pi": 0.25 * math.pi,
    "half_pi": 0.5 * math.pi,
    "two_pi": 2.0 * math.pi,
    "four_pi": 4.0 * math.pi,
    "four_thirds_pi": 4.188790204786391,
    "pi_squared": 9.869604401089358,
    "inv_two_pi": 0.5 / math.pi,
    "inv_pi": 1.0 / math.pi,
    "degree": math.pi / 180.0,
    "inv_degree": 180.0 / math.pi,
}
_BY_DIGITS = {f"{value:.13e}": (name, value) for name, value in NAMED.items()}


def irrational(value: float) -> tuple[str, float] | None:
    """The name of a positive number, and the float nearest to what it is.

    >>> irrational(2.0 / math.sqrt(math.pi) * 0.5), irrational(0.5)
    (('inv_sqrt_pi', 0.5641895835477563), None)
    """
    return _BY_DIGITS.get(f"{value:.13e}") if value % 0.125 else None


def nearest(value: float) -> float:
    """What a number of several roundings was meant to be, where that is one of these, or eighths.

    >>> nearest(1.0 / math.sqrt(2.0)), nearest(-0.3), nearest(math.sqrt(2.0) * -math.sqrt(2.0))
    (0.7071067811865476, -0.3, -2.0)
    """
    known = irrational(math.fabs(value))
    if known:
        return math.copysign(known[1], value)
    eighths = math.fabs(8.0 * value)
    if 1.0 <= eighths < 1e3 and math.fabs(eighths - round(eighths)) < 1e-15 * eighths:
        return math.copysign(round(eighths) / 8.0, value)  # the product of two of these
    return value
