"""The rows of the op table that keep all digits where what people write cancels.

In and out as in `lazyad.ops`. A room of its own because nobody calls these rows: `stabilise`
(`lazyad/passes/cancellation.py`) puts them in the place of what the user wrote, before it is
derived.

A quotient such as sin(x) / x has all its digits as it stands, and its derivative has none near 0:
(cos(x) - sin(x) / x) / x. With the rest of the quotient, sin(x) / x - 1, nothing cancels in it. At
0 itself the rows raise, value and derivative, as the quotients do.
"""

# The table's abs is meant.
from __future__ import annotations

import math
from typing import Any

from lazyad.graph import ZERO, Op
from lazyad.ops import (
    abs,
    along,
    cos,
    cosh,
    exp,
    expm1,
    log,
    log1p,
    row,
    sin,
    sinh,
    sqrt,
    square,
    tan,
    tanh,
    where,
)
from lazyad.plain import written
from lazyad.special import _exprel_slope, cosm1

_LN2 = math.log(2.0)


def _sine(sign: float, x: Any) -> Any:
    """sin(x) / x - 1 near 0, as `written` has it; with the other sign that of sinh."""
    total: Any = 1.0
    for k in range(19, 3, -2):
        total = 1.0 + sign * x * x / float(k * (k - 1)) * total
    return sign * x * x / 6.0 * total


def _exponential(x: Any) -> Any:
    total: Any = 1.0
    for k in range(16, 2, -1):
        total = 1.0 + x / float(k) * total
    return 0.5 * x * total


def _logarithm(x: Any) -> Any:
    s = x / (2.0 + x)
    total: Any = 1.0 / 35.0
    for k in range(33, 1, -2):
        total = total * s * s + 1.0 / k
    return s * (2.0 * s / (2.0 + x) * total - 1.0)


def _coshm1(x: Any) -> Any:
    return 2.0 * square(sinh(0.5 * x))


# fmt: off
# -- what quotients differ from 1 by: no part of NumPy, which is given a definition ----------------
sin_rest: Op = row("sin_rest", written.sin_rest, lambda out, x: ((cosm1(x) - out) / x,), domain=(0.01, 3), numpy=lambda x: where(abs(x) < 1.0, _sine(-1.0, x), sin(x) / x - 1.0), fails=sin.fails, doc="sin(x) / x - 1.")
sinh_rest: Op = row("sinh_rest", written.sinh_rest, lambda out, x: ((_coshm1(x) - out) / x,), domain=(0.01, 3), numpy=lambda x: where(abs(x) < 1.0, _sine(1.0, x), sinh(x) / x - 1.0), fails=sinh.fails, doc="sinh(x) / x - 1.")
exp_rest: Op = row("exp_rest", written.exp_rest, lambda out, x: ((expm1(x) - out) / x,), domain=(0.01, 3), numpy=lambda x: where(abs(x) < 0.5, _exponential(x), expm1(x) / x - 1.0), fails=exp.fails, doc="(exp(x) - 1) / x - 1.")
log_rest: Op = row("log_rest", written.log_rest, lambda out, x: ((-x / (1.0 + x) - out) / x,), domain=(0.01, 3), numpy=lambda x: where(abs(x) < 0.5, _logarithm(x), log1p(x) / x - 1.0), fails=log1p.fails, doc="log(1 + x) / x - 1.")
tan_rest: Op = row("tan_rest", lambda x: where(abs(x) < 1.0, (sin_rest(x) - cosm1(x)) / cos(x), tan(x) / x - 1.0), lambda out, x: ((square(tan(x)) - out) / x,), domain=(0.01, 1.5), doc="tan(x) / x - 1.")
tanh_rest: Op = row("tanh_rest", lambda x: where(abs(x) < 1.0, (sinh_rest(x) - _coshm1(x)) / cosh(x), tanh(x) / x - 1.0), lambda out, x: (-(square(tanh(x)) + out) / x,), domain=(0.01, 3), doc="tanh(x) / x - 1.")

# -- quotients by a sum that has what is above, whose derivative is that of the rest ---------------
fraction: Op = row("fraction", lambda x, s, y: x / s, lambda out, x, s, y: (fraction(y, s, x) / s, ZERO, -(out / s)), domain=((0.1, 3), (3, 6), (0.1, 3)), doc="x / s, where s is x + y.")
log_fraction: Op = row("log_fraction", lambda x, s, y: log(x / s), lambda out, x, s, y: (fraction(y, s, x) / x, ZERO, -(1.0 / s)), domain=((0.1, 3), (3, 6), (0.1, 3)), doc="log(x / s), where s is x + y.")
log_dosed: Op = row("log_dosed", lambda x, k, s, y: log(x * k / s), lambda out, x, k, s, y: (fraction(y, s, x * k) / x, fraction(y, s, x * k) / k, ZERO, -(1.0 / s)), domain=((0.1, 3), (0.1, 3), (3, 6), (0.1, 3)), doc="log(x * k / s), where s is y + x * k.")
parallel: Op = row("parallel", lambda x, s, y: x * y / s, lambda out, x, s, y: (square(fraction(y, s, x)), ZERO, square(fraction(x, s, y))), domain=((0.1, 3), (3, 6), (0.1, 3)), doc="x * y / s, where s is x + y.")
conducted: Op = row("conducted", lambda x, a, s, b, y: a / s, lambda out, x, a, s, b, y: (-(out * conducted(y, b, s, a, x) / x), ZERO, ZERO, ZERO, out * conducted(y, b, s, a, x) / y), domain=((0.1, 3),) * 5, doc="a / s, where s is a + b, a 1 / x and b 1 / y: x or y may be infinite.")
harmonic: Op = row("harmonic", lambda x, a, s, b, y: 1.0 / s, lambda out, x, a, s, b, y: (square(conducted(x, a, s, b, y)), ZERO, ZERO, ZERO, square(conducted(y, b, s, a, x))), domain=((0.1, 3),) * 5, doc="1 / s of the same.")
dosed: Op = row("dosed", lambda x, s, y, k: x / s, lambda out, x, s, y, k: (fraction(y, s, x * k) / s, ZERO, -(out / s), -(out * out)), domain=((0.1, 3), (3, 6), (0.1, 3), (0.1, 3)), doc="x / s, where s is y + x * k.")
softened: Op = row("softened", lambda x, s, y: x / s, lambda out, x, s, y: (fraction(y, s, abs(x)) / s, ZERO, -(out / s)), domain=((0.1, 3), (3, 6), (0.1, 3)), doc="x / s, where s is y + abs(x).")
slant: Op = row("slant", lambda x, r, y: x / r, lambda out, x, r, y: (y / r / r / r, ZERO, -0.5 * out / r / r), domain=((0.1, 3), (3, 6), (0.1, 3)), doc="x / r, where r is sqrt(x * x + y).")
log_slant: Op = row("log_slant", lambda x, r, y: log(x / r), lambda out, x, r, y: (y / r / r / x, ZERO, -0.5 / r / r), domain=((0.1, 3), (3, 6), (0.1, 3)), doc="log(x / r), where r is sqrt(x * x + y).")
steep: Op = row("steep", lambda r, x, y: r / x, lambda out, r, x, y: (ZERO, -(y / r / x / x), 0.5 / r / x), domain=((3, 6), (0.1, 3), (0.1, 3)), doc="r / x, where r is sqrt(x * x + y).")

# -- quotients by 1 + exp(x), which are given: the quotient rule would subtract exp(x) from 1 ------
falling: Op = row("falling", lambda w, x: w, lambda out, w, x: (ZERO, humped(-(w * (exp(x) / (1.0 + exp(x)))), x)), doc="w, which is a multiple of 1 / (1 + exp(x)).")
humped: Op = row("humped", lambda w, x: w, lambda out, w, x: (ZERO, -w * along(tanh(0.5 * x), -2.0 * falling(1.0 / (1.0 + exp(x)), x))), doc="w, which is a multiple of exp(x) / (1 + exp(x))**2.")
peaked: Op = row("peaked", lambda w, x: w, lambda out, w, x: (ZERO, -out / tanh(0.5 * x)), doc="w, which is a multiple of exp(x) / (exp(x) - 1)**2.")

# -- differences ----------------------------------------------------------------------------------
sin_tail: Op = row("sin_tail", lambda x: x * sin_rest(x), lambda out, x: (cosm1(x),), doc="sin(x) - x.")
sinh_tail: Op = row("sinh_tail", lambda x: x * sinh_rest(x), lambda out, x: (_coshm1(x),), doc="sinh(x) - x.")
exp_tail: Op = row("exp_tail", lambda x: x * exp_rest(x), lambda out, x: (expm1(x),), domain=(-40, 5), doc="exp(x) - 1 - x.")
log_tail: Op = row("log_tail", lambda x: x * log_rest(x), lambda out, x: (along(-x / (1.0 + x), 1.0 / (1.0 + x)),), domain=(-0.9, 10), doc="log(1 + x) - x.")
tan_tail: Op = row("tan_tail", lambda x: x * tan_rest(x), lambda out, x: (square(tan(x)),), domain=(-1.5, 1.5), doc="tan(x) - x.")
sqrt1pm1: Op = row("sqrt1pm1", lambda x: where(x < 3.0, x / (sqrt(1.0 + x) + 1.0), sqrt(1.0 + x) - 1.0), lambda out, x: (0.5 / sqrt(1.0 + x),), domain=(-0.9, 10), doc="sqrt(1 + x) - 1.")
log1mexp: Op = row("log1mexp", lambda x: where(x > -_LN2, log(-expm1(x)), log1p(-exp(x))), lambda out, x: (exp(x) / expm1(x),), domain=(-40, -0.01), doc="log(1 - exp(x)).")

# -- quotients whose derivative cancels near 0 ----------------------------------------------------
sin_over: Op = row("sin_over", lambda x: sin(x) / x, lambda out, x: (where(abs(x) < 1.0, cosm1(x) - sin_rest(x), cos(x) - out) / x,), domain=(0.01, 3), doc="sin(x) / x.")
tanh_over: Op = row("tanh_over", lambda x: tanh(x) / x, lambda out, x: (where(abs(x) < 1.0, -square(tanh(x)) - tanh_rest(x), (1.0 - tanh(x)) * (1.0 + tanh(x)) - out) / x,), domain=(0.01, 3), doc="tanh(x) / x.")
tan_over: Op = row("tan_over", lambda x: tan(x) / x, lambda out, x: (where(abs(x) < 1.0, square(tan(x)) - tan_rest(x), 1.0 + square(tan(x)) - out) / x,), domain=(0.01, 1.5), doc="tan(x) / x.")
sinh_over: Op = row("sinh_over", lambda x: sinh(x) / x, lambda out, x: (where(abs(x) < 1.0, _coshm1(x) - sinh_rest(x), cosh(x) - out) / x,), domain=(0.01, 3), doc="sinh(x) / x.")
_exp_over_slope: Op = row("exp_over_slope", lambda n, x: where(x == 0.0, x % x, _exprel_slope(n, x)), lambda out, n, x: (None, _exp_over_slope(n + 1.0, x)), domain=((1.0, 1.0), (0.01, 3)), doc="The n-th derivative of (exp(x) - 1) / x, which raises at 0 as x % x does.")
exp_over: Op = row("exp_over", lambda x: expm1(x) / x, lambda out, x: (along(where(abs(x) < 0.5, expm1(x) - exp_rest(x), exp(x) - out) / x, where(abs(x) < 0.5, _exp_over_slope(1.0, x), (exp(x) - out) / x)),), domain=(0.01, 3), doc="(exp(x) - 1) / x.")
_log_series: Op = row("log_series", written.log_series, lambda out, n, x: (None, _log_series(n + 1.0, x)), domain=((1.0, 1.0), (-0.45, 0.45)), numpy='np.vectorize(otypes="d", pyfunc=log_series)({0}, {1})', doc="The n-th derivative of log(1 + x) / x near 0.")
_log_over_slope: Op = row("log_over_slope", lambda n, x: where(x == 0.0, x % x, _log_series(n, x)), lambda out, n, x: (None, _log_over_slope(n + 1.0, x)), domain=((1.0, 1.0), (0.01, 0.45)), doc="The n-th derivative of log(1 + x) / x near 0.")
log_over: Op = row("log_over", lambda x: log1p(x) / x, lambda out, x: (along(where(abs(x) < 0.5, -x / (1.0 + x) - log_rest(x), 1.0 / (1.0 + x) - out) / x, where(abs(x) < 0.5, _log_over_slope(1.0, x), (1.0 / (1.0 + x) - out) / x)),), domain=(0.01, 3), doc="log(1 + x) / x.")
over_exp: Op = row("over_exp", lambda x: x / expm1(x), lambda out, x: (along(where(abs(x) < 0.5, exp_rest(x) * out - x, 1.0 - out * exp(x)) / expm1(x), where(abs(x) < 0.5, -out * out * _exp_over_slope(1.0, x), (1.0 - out * exp(x)) / expm1(x))),), domain=(0.01, 3), doc="x / (exp(x) - 1).")
over_sin: Op = row("over_sin", lambda x: x / sin(x), lambda out, x: (where(abs(x) < 1.0, out * (sin_rest(x) - cosm1(x)), 1.0 - out * cos(x)) / sin(x),), domain=(0.01, 3), doc="x / sin(x).")
over_tan: Op = row("over_tan", lambda x: x / tan(x), lambda out, x: (where(abs(x) < 1.0, out * (tan_rest(x) - square(tan(x))), 1.0 - out - out * square(tan(x))) / tan(x),), domain=(0.01, 1.5), doc="x / tan(x).")
divergence: Op = row("divergence", lambda w, x, y: w, lambda out, w, x, y: (ZERO, log1p((x - y) / y), (y - x) / y), domain=((0.1, 3), (0.5, 1), (0.5, 1)), doc="w, which is x * log(x / y) - x + y.")
_arc_series: Op = row("arc_series", written.arc_series, lambda out, n, x: (None, _arc_series(n + 1.0, x)), domain=((1.0, 1.0), (0.6, 1.4)), numpy='np.vectorize(otypes="d", pyfunc=arc_series)({0}, {1})', doc="The n-th derivative of acos(x) / sqrt(1 - x * x) near 1.")
_arc_slope: Op = row("arc_slope", lambda n, x: where(x == 1.0, (x - 1.0) % (x - 1.0), _arc_series(n, x)), lambda out, n, x: (None, _arc_slope(n + 1.0, x)), domain=((1.0, 1.0), (0.6, 0.9)), doc="The same, which raises at 1.")
arc_over: Op = row("arc_over", lambda w, x: w, lambda out, w, x: (ZERO, where(abs(x - 1.0) < 0.5, _arc_slope(1.0, x), (x * out - 1.0) / ((1.0 - x) * (1.0 + x)))), doc="w, which is acos(x) / sqrt(1 - x * x) or acosh(x) / sqrt(x * x - 1).")
# fmt: on
