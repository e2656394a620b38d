"""Python's own arithmetic, to the last bit: what `%`, `//` and `hypot` are on the machine.

In: nothing. Out: IR of functions of single numbers. A room of its own because here it is not libm
that Python calls, but its own formulas, which read as those of `maths.py` do.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable

from lazyad.native.vectors import LEAST, REAL, Pair, Vector, like, single, sum_of


def _rest(x: Vector, y: Vector) -> Vector:
    return x.new(f"call {REAL} @libm_fmod({REAL} {x.name}, {REAL} {y.name})")


def py_mod(x: Vector, y: Vector) -> Vector:
    rest = _rest(x, y)
    whole = ((y < 0.0) ^ (rest < 0.0)).select(rest + y, rest)
    return rest.differs(0.0).select(whole, like(x, 0.0).signed(y))


def py_floordiv(x: Vector, y: Vector) -> Vector:
    rest = _rest(x, y)
    quotient = (x - rest) / y
    below = rest.differs(0.0) & ((y < 0.0) ^ (rest < 0.0))
    quotient = below.select(quotient - 1.0, quotient)
    floor = quotient.llvm("floor")
    found = (quotient - floor > 0.5).select(floor + 1.0, floor)
    exact = x / y
    found = quotient.equals(0.0).select(like(x, 0.0).signed(exact), found)
    return y.equals(0.0).select(exact, found)


def py_hypot(x: Vector, y: Vector) -> Vector:
    """As CPython 3.11 has it: the root of the squares' sum is corrected for what that was rounded
    by. Numbers of less than full length are Python's."""
    x, y = abs(x), abs(y)
    most = (y > x).select(y, x)
    exponent = most.bits() >> 52
    scale = 0.25 * (exponent.op("-", 2047, exponent) << 52).float_of_bits()
    (p, q), (r, s) = _halves(x * scale), _halves(y * scale)
    total, lost = like(x, 1.0), [like(x, 0.0), like(x, 0.0), q * q + s * s]
    for at, term in enumerate((p * p, 2.0 * p * q, r * r, 2.0 * r * s)):
        total, rounding = sum_of(total, term)
        lost[at % 2] = lost[at % 2] + rounding
    root = (total - 1.0 + (lost[0] + lost[1] + lost[2])).llvm("sqrt")
    root = most.equals(0.0).select(1.0, root)  # nothing is divided by 0
    p, q = _halves(root)
    for at, term in enumerate((-p * p, -2.0 * p * q, -q * q)):
        total, rounding = sum_of(total, term)
        lost[at] = lost[at] + rounding
    rest = total - 1.0 + (lost[0] + lost[1] + lost[2])
    found = (root + rest / (2.0 * root)) / scale
    found = (most < LEAST).select(math.nan, found)
    return most.equals(0.0).select(0.0, found)


def _halves(x: Vector) -> Pair:
    """The sum of two numbers with half as many digits."""
    far = x * 134217729.0
    high = far - (far - x)
    return high, x - high


def _text(function: Callable[..., Vector]) -> str:
    lines: list[str] = []
    names = [f"%{name}" for name in inspect.signature(function).parameters]
    result = function(*[Vector(lines, REAL, name) for name in names])
    given = ", ".join([f"{REAL} {name}" for name in names])
    head = f"define {REAL} @{function.__name__}({given}) #1 {{"
    return single("\n".join([head, *lines, f"  ret {REAL} {result.name}", "}"]))


FUNCTIONS = "\n".join(map(_text, (py_mod, py_floordiv, py_hypot)))
