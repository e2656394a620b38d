"""The rows of the op table that keep all digits where what people write cancels.

In and out as in `lazyad.ops`. A room of its own because nobody calls these rows: `stabilise`
(`lazyad/passes/stabilise.py`) puts them in the place of what the user wrote, before it is derived.

A quotient such as sin(x) / x has all its digits as it stands, and its derivative has none near 0:
(cos(x) - sin(x) / x) / x. With the tail of the sine, sin(x) - x, nothing cancels in it. At 0 itself
the rows raise, value and derivative, as the quotients do.
"""

from __future__ import annotations

import math
from typing import Any

from lazyad import written
from lazyad.graph import Op
from lazyad.ops import abs, cos, cosh, exp, expm1, log, log1p, row, sin, sinh, sqrt, square, tan, where
from lazyad.special import cosm1

_LN2 = math.log(2.0)


def _falls(sign: float, x: Any) -> Any:
    """1 + sign x**2 / (4 * 5) (1 + sign x**2 / (6 * 7) (...)), as sin_tail and sinh_tail have it."""
    total: Any = 1.0
    for k in range(19, 3, -2):
        total = 1.0 + sign * x * x / float(k * (k - 1)) * total
    return total


def _exp_tail(x: Any) -> Any:
    total: Any = 1.0
    for k in range(16, 2, -1):
        total = 1.0 + x / float(k) * total
    return where(abs(x) < 0.5, 0.5 * x * x * total, expm1(x) - x)


def _log_tail(x: Any) -> Any:
    s = x / (2.0 + x)
    total: Any = 1.0 / 35.0
    for k in range(33, 1, -2):
        total = total * s * s + 1.0 / k
    return where(abs(x) < 0.5, s * (2.0 * s * s * total - x), log1p(x) - x)


# fmt: off
# -- functions without the first terms of their series: NumPy has none, and is given a definition --
sin_tail: Op = row("sin_tail", written.sin_tail, lambda out, x: (cosm1(x),), numpy=lambda x: where(abs(x) < 1.0, -x * x * x / 6.0 * _falls(-1.0, x), sin(x) - x), fails=sin.fails, doc="sin(x) - x.")
sinh_tail: Op = row("sinh_tail", written.sinh_tail, lambda out, x: (2.0 * square(sinh(0.5 * x)),), numpy=lambda x: where(abs(x) < 1.0, x * x * x / 6.0 * _falls(1.0, x), sinh(x) - x), fails=sinh.fails, doc="sinh(x) - x.")
exp_tail: Op = row("exp_tail", written.exp_tail, lambda out, x: (expm1(x),), domain=(-40, 5), numpy=_exp_tail, fails=exp.fails, doc="exp(x) - 1 - x.")
log_tail: Op = row("log_tail", written.log_tail, lambda out, x: (-x / (1.0 + x),), domain=(-0.9, 10), numpy=_log_tail, fails=log1p.fails, doc="log(1 + x) - x.")

# -- values in another form where they cancel -----------------------------------------------------
tan_tail: Op = row("tan_tail", lambda x: where(abs(x) < 1.0, (sin_tail(x) - x * cosm1(x)) / cos(x), tan(x) - x), lambda out, x: (square(tan(x)),), domain=(-1.5, 1.5), doc="tan(x) - x.")
sqrt1pm1: Op = row("sqrt1pm1", lambda x: where(x < 3.0, x / (sqrt(1.0 + x) + 1.0), sqrt(1.0 + x) - 1.0), lambda out, x: (0.5 / sqrt(1.0 + x),), domain=(-0.9, 10), doc="sqrt(1 + x) - 1.")
log1mexp: Op = row("log1mexp", lambda x: where(x > -_LN2, log(-expm1(x)), log1p(-exp(x))), lambda out, x: (exp(x) / expm1(x),), domain=(-40, -0.01), doc="log(1 - exp(x)).")

# -- quotients whose derivative cancels near 0 ----------------------------------------------------
sin_over: Op = row("sin_over", lambda x: sin(x) / x, lambda out, x: (where(abs(x) < 1.0, cosm1(x) - sin_tail(x) / x, cos(x) - out) / x,), domain=(0.01, 3), doc="sin(x) / x.")
tan_over: Op = row("tan_over", lambda x: tan(x) / x, lambda out, x: (where(abs(x) < 1.0, square(tan(x)) - tan_tail(x) / x, 1.0 + square(tan(x)) - out) / x,), domain=(0.01, 1.5), doc="tan(x) / x.")
sinh_over: Op = row("sinh_over", lambda x: sinh(x) / x, lambda out, x: (where(abs(x) < 1.0, 2.0 * square(sinh(0.5 * x)) - sinh_tail(x) / x, cosh(x) - out) / x,), domain=(0.01, 3), doc="sinh(x) / x.")
exp_over: Op = row("exp_over", lambda x: expm1(x) / x, lambda out, x: (where(abs(x) < 0.5, expm1(x) - exp_tail(x) / x, exp(x) - out) / x,), domain=(0.01, 3), doc="(exp(x) - 1) / x.")
log_over: Op = row("log_over", lambda x: log1p(x) / x, lambda out, x: (where(abs(x) < 0.5, -log_tail(x) / x - x / (1.0 + x), 1.0 / (1.0 + x) - out) / x,), domain=(0.01, 3), doc="log(1 + x) / x.")
over_exp: Op = row("over_exp", lambda x: x / expm1(x), lambda out, x: (where(abs(x) < 0.5, exp_tail(x) / expm1(x) - x, 1.0 - out * exp(x)) / expm1(x),), domain=(0.01, 3), doc="x / (exp(x) - 1).")
over_sin: Op = row("over_sin", lambda x: x / sin(x), lambda out, x: (where(abs(x) < 1.0, sin_tail(x) / sin(x) - out * cosm1(x), 1.0 - out * cos(x)) / sin(x),), domain=(0.01, 3), doc="x / sin(x).")
over_tan: Op = row("over_tan", lambda x: x / tan(x), lambda out, x: (where(abs(x) < 1.0, tan_tail(x) / tan(x) - out * square(tan(x)), 1.0 - out - out * square(tan(x))) / tan(x),), domain=(0.01, 1.5), doc="x / tan(x).")
# fmt: on
