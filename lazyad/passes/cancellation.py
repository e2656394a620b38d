"""Cancellation: what people write is given the form that keeps all digits.

The equations are those of textbooks, `1 - cos(x) = 2 sin(x/2)**2`, each true of the real numbers.
They are no `simplify`: the two sides differ by more than rounding where the left one cancels, and
it is the left one that is wrong there. All else is as for its `ulp` class: a finite result stays
finite and no other becomes so, but for inf - inf, which may come to its limit, and for an overflow
that raised, which may give inf. So where the right side would overflow and the left does not, or
the other way, the equation has a condition, and what the user wrote stays on the other side of it.

It runs once, before differentiation, because the derivative of the left side cancels too; or
does not, where the right side's might: `along(right, left)` has the value of the one and the
derivative of the other.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from functools import cache
from itertools import chain, product
from typing import Any, cast

from lazyad.derivatives.single_points import continued
from lazyad.graph import CONST, INPUT, Graph, Node, Op, const, rewrite, walk
from lazyad.ops import (
    abs,
    acos,
    acosh,
    add,
    along,
    asinh,
    atan,
    atanh,
    cbrt,
    copysign,
    cos,
    cosh,
    div,
    erf,
    erfc,
    exp,
    expit,
    expm1,
    hypot,
    length,
    log,
    log1p,
    log1pexp,
    logaddexp,
    neg,
    part_of,
    risen,
    sin,
    sinh,
    sqrt,
    square,
    sub,
    tan,
    tanh,
    where,
)
from lazyad.passes.common_zeros import without_common_zero
from lazyad.passes.quotients import Fraction, as_fraction, is_quotient
from lazyad.passes.simplify import (
    Rule,
    _filled,
    _head,
    _matches,
    _orders,
    c,
    d,
    simplify_exact,
    w,
    x,
    y,
    z,
)
from lazyad.passes.subexpressions import merge_subexpressions
from lazyad.regions import in_bodies
from lazyad.special import boxcox, cosm1, exprel, i1, iv, j1, jv
from lazyad.stable import (
    arc_over,
    divergence,
    dosed,
    exp_over,
    exp_rest,
    exp_tail,
    falling,
    fraction,
    harmonic,
    humped,
    log1mexp,
    log_dosed,
    log_fraction,
    log_over,
    log_slant,
    log_tail,
    over_exp,
    over_sin,
    over_tan,
    parallel,
    peaked,
    sin_over,
    sin_rest,
    sin_tail,
    sinh_over,
    sinh_rest,
    sinh_tail,
    slant,
    softened,
    sqrt1pm1,
    steep,
    tan_over,
    tan_tail,
    tanh_over,
)
from lazyad.text import expression
from lazyad.values.origin import nameless, origins, state
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves

_LONGEST = 120  # letters of an expression in the ledger
_DEEPEST = 48  # ops between what is a function of one number and that: no series of longer ones

own = cast(Any, Node(INPUT, (), "own"))  # what the rule has matched: the user's own
v = cast(Any, Node(INPUT, (), "v"))  # matches what is no constant and no quotient
q = cast(Any, Node(INPUT, (), "q"))  # matches what is no constant
k = cast(Any, Node(INPUT, (), "k"))  # matches another number than v does
_MOVING = {v: (CONST, div), q: (CONST,)}


def _unless(condition: Any, stable: Any) -> Any:
    """The stable form where the condition holds, and elsewhere what the user wrote."""
    return where(condition, stable, along(own, own))


def _kept(part: Any) -> Any:
    """A part that no rule is for."""
    return along(part, part)


def _value(stable: Any) -> Any:
    """That value, with the derivative of what the user wrote, in which nothing cancels."""
    return along(stable, own)


def _slope(stable: Any) -> Any:
    """The derivative of that, with the value of what the user wrote, in which nothing cancels."""
    return along(along(own, own), stable)


def _twice_sinh(x: Any) -> Any:
    """It overflows where exp(x) does; all its derivatives have the digits of sinh's."""
    return along(expm1(x) - expm1(-x), 2.0 * sinh(x))


def _squares(equation: Callable[[Callable[[Any], Any]], Any]) -> list[Any]:
    """The equation with x**2 in it, however that is written."""
    return [equation(lambda one: one * one), equation(lambda one: one**2.0), equation(square)]


def _of_size(low: float, most: float, right: Callable[[Any, float], Any]) -> Callable[..., Any]:
    """The right side of an equation whose constant is of that size."""
    return lambda x, c: right(x, c) if low <= math.fabs(c) <= most else None


# Rows of left and right. Functions, so that importing lazyad builds none.


def _exponentials() -> list[tuple[Any, Any]]:
    raised = 2.0 * square(sinh(0.5 * x))
    half = 0.5 * square(sinh_over(0.5 * x))
    u = y * log1p(x)
    small = where(abs(x) < 0.5, abs(u) < 1.0, False)
    inside = where(abs(x) < 0.5, where(abs(u) < 1.0, abs(u) > 0.0, False), False)
    p = x * y
    close = where(abs(p) < 1.0, abs(p) > 0.0, False)
    rate = y * exprel(u) * log_over(x)
    bell = _kept(exp(x) / (1.0 + exp(x))) / (1.0 + exp(x))  # whose square may be infinite
    growth, loss = along(z, (1.0 + x) ** y - 1.0), along(z, 1.0 - (1.0 + x) ** y)
    return [
        (exp(x) - 1.0, expm1(x)),
        (1.0 - exp(x), -expm1(x)),
        *[(exp(x) - e, _twice_sinh(x)) for e in (exp(-x), 1.0 / exp(x))],
        (exp(-x) - exp(x), -_twice_sinh(x)),
        (exp(c * x) - exp(d * x), lambda x, c, d: _twice_sinh(c * x) if c == -d else None),
        (exp(x / c) - exp(x / d), lambda x, c, d: _twice_sinh(x / c) if c == -d else None),
        ((exp(x) - 2.0) + exp(-x), along(square(2.0 * sinh(0.5 * x)), 2.0 * cosh(x))),
        ((exp(x) + exp(-x)) - 2.0, along(square(2.0 * sinh(0.5 * x)), 2.0 * cosh(x))),
        (cosh(x) - 1.0, _value(raised)),
        *_squares(lambda sq: (along(raised, cosh(x) - 1.0) / sq(x), _slope(half))),
        ((1.0 + x) ** y - 1.0, _value(where(small, expm1(u), own))),
        ((x**v - 1.0) / v, _unless(_is_small(v, x), boxcox(x, v))),
        (1.0 - (1.0 + x) ** y, _value(where(small, -expm1(u), own))),
        (growth / x, _slope(where(inside, rate, own))),
        (loss / x, _slope(where(inside, -rate, own))),
        (x / loss, _slope(where(inside, -1.0 / rate, own))),
        ((x * w) / loss, _slope(where(inside, -w / rate, own))),
        (x / growth, _slope(where(inside, 1.0 / rate, own))),
        ((x * w) / growth, _slope(where(inside, w / rate, own))),
        *[
            (one ** (y / z), _unless(where(abs(x) < 0.5, abs(p / z) < 700.0, False), exp(p / z)))
            for one, p in [(1.0 + x, y * log1p(x)), (1.0 - x, y * log1p(-x))]
        ],
        (expm1(x) - x, exp_tail(x)),
        (x - expm1(x), -exp_tail(x)),
        ((exp(x) - x) - 1.0, exp_tail(x)),
        (exp(x) - (1.0 + x), exp_tail(x)),
        (sinh(x) - x, sinh_tail(x)),
        (x - sinh(x), -sinh_tail(x)),
        (expm1(x) / x, exp_over(x)),
        (x / expm1(x), over_exp(x)),
        (-expm1(-x) / x, exp_over(-x)),
        (x / -expm1(-x), over_exp(-x)),
        (expm1(p) / x, _slope(where(close, y * exp_over(p), own))),
        (expm1(-p) / x, _slope(where(close, -y * exp_over(-p), own))),
        (-expm1(-p) / x, _slope(where(close, y * exp_over(-p), own))),
        *[
            (exp_over(t) - exp(t), _value(where(abs(x) < 0.5, exp_rest(t) - expm1(t), own)))
            for t in (-x, x)
        ],
        (log(cosh(x)), _value(where(abs(x) < 1.0, log1p(2.0 * square(sinh(0.5 * x))), own))),
        *[
            (log(over(x)), _value(where(abs(x) < 1.0, log1p(rest(x)), own)))
            for over, rest in [(sinh_over, sinh_rest), (sin_over, sin_rest), (exp_over, exp_rest)]
        ],
        (exp(x) / expm1(x), _slope(1.0 / expm1(x))),
        (expm1(x) / (exp(x) + 1.0), _slope(tanh(0.5 * x))),
        (_twice_sinh(x) / (exp(x) + exp(-x)), _slope(tanh(x))),
        *_squares(lambda sq: (exp(x) / sq(1.0 + exp(x)), _slope(humped(bell, x)))),
        (exp(x) / (exp(x) + c), lambda x, c: _slope(const(-c) / (exp(x) + c))),
        (expm1(2.0 * x) / expm1(x), _slope(exp(x))),
        (sinh(x) / x, sinh_over(x)),
        (tanh(x) / x, tanh_over(x)),
        (sinh(x) / cosh(x), _slope(tanh(x))),
        ((z * sinh(x)) / cosh(x), _slope(z * tanh(x))),
        (cosh(x) / sinh(x), _slope(1.0 / tanh(x))),
        ((z * cosh(x)) / sinh(x), _slope(z / tanh(x))),
    ]


def _differences() -> list[tuple[Any, Any]]:
    """(f(x) - f(y)) / (x - y), by the theorem of addition of each."""
    step, middle = x - y, 0.5 * (x + y)
    half = 0.5 * step
    # Further away what the middle is rounded by would be more than what is lost.
    near = where(where(abs(step) < 1.0, abs(step * x) < 1.0, False), abs(step) > 1e-300, False)
    by = where(abs(step) < 0.1 * abs(y), abs(step) > 1e-300, False)
    low = where(abs(step) < 1.0, where(abs(x) < 300.0, abs(step) > 1e-300, False), False)
    plain = where(by, where(abs(x) < 1e100, abs(x) > 1e-100, False), False)
    arc = step / (1.0 + x * y)
    rows: list[tuple[Callable[[Any], Any], Any, Any]] = [
        (exp, abs(step) < 1.0, exp(y) * exp_over(step)),
        (lambda t: exp(-t), abs(step) < 1.0, -exp(-y) * exp_over(-step)),
        (sin, near, cos(middle) * sin_over(half)),
        (cos, near, -sin(middle) * sin_over(half)),
        (sinh, near, cosh(middle) * sinh_over(half)),
        (cosh, near, sinh(middle) * sinh_over(half)),
        (tanh, low, sinh_over(step) / (cosh(x) * cosh(y))),
        (atan, where(low, x * y > -0.5, False), (atan(arc) / arc) / (1.0 + x * y)),
        (log, where(y > 0.0, by, False), log_over(step / y) / y),
        (sqrt, abs(step) > 0.0, 1.0 / (sqrt(x) + sqrt(y))),
        (lambda t: 1.0 / t, plain, -1.0 / (x * y)),
    ]
    return [
        ((f(x) - f(y)) / side, _unless(condition, sign * stable))
        for f, condition, stable in rows
        for side, sign in ((step, 1.0), (y - x, -1.0))
    ]


def _is_small(y: Any, x: Any) -> Any:
    """Whether x**y is near 1, and y is not 0."""
    return where(abs(y) > 0.0, where(x > 0.0, abs(y * log(x)) < 0.1, False), False)


def _logarithms() -> list[tuple[Any, Any]]:
    def apart(x: Any, c: float) -> Any:
        return _unless(x > c, log1p(c / x)) if c > 0.0 else None

    def together(x: Any, c: float) -> Any:
        return _unless(x > c, -log1p(c / x)) if c > 0.0 else None

    def whole(x: Any, c: float) -> Any:
        return _unless(abs(x) > 2.0 * math.fabs(c), log1p(c / x))

    close, rest = abs(x - y) < 0.5 * abs(x), -x * log_tail((y - x) / x)
    slopes = divergence(own, x, y)
    return [
        (log(1.0 + x), log1p(x)),
        (log(1.0 - x), log1p(-x)),
        (log(-expm1(x)), log1mexp(x)),
        (log1p(x) - log(x), _unless(x > 1.0, log1p(1.0 / x))),
        (log(x) - log1p(x), _unless(x > 1.0, -log1p(1.0 / x))),
        (log(x + c) - log(x), _of_size(1e-100, 1e100, apart)),
        (log(x) - log(x + c), _of_size(1e-100, 1e100, together)),
        (log((x + c) / x), _of_size(1e-100, 1e100, whole)),
        (log((1.0 + x) / (1.0 - x)), 2.0 * atanh(x)),
        (log((1.0 - x) / (1.0 + x)), -2.0 * atanh(x)),
        (log1p(x) - log1p(-x), 2.0 * atanh(x)),
        (log1p(-x) - log1p(x), -2.0 * atanh(x)),
        (0.5 * (2.0 * atanh(x)), atanh(x)),
        *_squares(lambda sq: (log(x + sqrt(sq(x) + 1.0)), _unless(abs(x) < 1e7, asinh(x)))),
        *_squares(lambda sq: (log(x + sqrt(sq(x) - 1.0)), _unless(x < 1e7, acosh(x)))),
        (log1p(x) - x, log_tail(x)),
        (x - log1p(x), -log_tail(x)),
        (x + log1p(-x), log_tail(-x)),
        (log1p(x) - x / (1.0 + x), _unless(abs(x) < 0.5, log_tail(x) + x * (x / (1.0 + x)))),
        (log1p(x) / x, log_over(x)),
        ((x - y) / log(x / y), _unless(abs(x - y) < 0.1 * abs(y), y / log_over((x - y) / y))),
        (
            (x - y) / (log(x) - log(y)),
            _unless(where(y > 0.0, abs(x - y) < 0.1 * y, False), y / log_over((x - y) / y)),
        ),
        (log(x / y) / (x - y), _unless(abs(x - y) < 0.1 * abs(y), log_over((x - y) / y) / y)),
        *[
            (whole, along(where(close, rest, own), where(close, slopes, _kept(own))))
            for whole in (
                x * log(x / y) - x + y,
                x * log(x / y) - (x - y),
                x * log(x / y) + (y - x),
            )
        ],
        (log1p(-x) / log1p(x), _slope(-(log_over(-x) / log_over(x)))),
    ]


def _circular() -> list[tuple[Any, ...]]:
    small = abs(x) < 1.0
    half = 0.5 * square(sin_over(0.5 * x))
    return [
        (1.0 - cos(x), -cosm1(x)),
        (cos(x) - 1.0, cosm1(x)),
        (c - c * cos(x), lambda x, c: const(-c) * cosm1(x)),
        *_squares(lambda sq: (1.0 - sq(cos(x)), sq(sin(x)))),
        *_squares(lambda sq: (1.0 - sq(sin(x)), sq(cos(x)))),
        *_squares(lambda sq: (-cosm1(x) / sq(x), _slope(half))),
        *_squares(lambda sq: (cosm1(x) / sq(x), _slope(-half))),
        (-cosm1(x) / x, _slope(where(abs(x) > 1e-305, x * half, own))),
        (cosm1(x) / x, _slope(where(abs(x) > 1e-305, -(x * half), own))),
        (sin(x) - x, sin_tail(x)),
        (x - sin(x), -sin_tail(x)),
        (tan(x) - x, tan_tail(x)),
        (x - tan(x), -tan_tail(x)),
        (sin(x) - x * cos(x), _unless(small, sin_tail(x) - x * cosm1(x))),
        (x * cos(x) - sin(x), _unless(small, x * cosm1(x) - sin_tail(x))),
        *_moved(sin, sin(x) * cosm1(y) + cos(x) * sin(y)),
        *_moved(cos, cos(x) * cosm1(y) - sin(x) * sin(y)),
        *_moved(tan, sin(y) / (cos(x) * cos(x + y))),
        (atan(x + c) - atan(x), _of_size(0.0, 1.0, lambda x, c: atan(c / (1.0 + x * (x + c))))),
        *_squares(lambda sq: (acos(x) / sqrt(1.0 - sq(x)), _slope(arc_over(own, x)))),
        *_squares(lambda sq: (acosh(x) / sqrt(sq(x) - 1.0), _slope(arc_over(own, x)))),
        (sin(x) / x, sin_over(x)),
        (tan(x) / x, tan_over(x)),
        (x / sin(x), over_sin(x)),
        (x / tan(x), over_tan(x)),
    ]


def _moved(function: Op, difference: Any) -> list[tuple[Any, ...]]:
    """f(x + y) - f(x) for a small y. Where both are wanted elsewhere too, they stay: this would be
    computed besides."""
    step = abs(y) < 1.0
    return [
        (function(x + y) - function(x), _unless(step, difference), True),
        (function(x) - function(x + y), _unless(step, -difference), True),
    ]


def _saturating() -> list[tuple[Any, Any]]:
    e = exp(-2.0 * abs(x))
    right, left = exp(-2.0 * x), exp(2.0 * x)
    return [
        (1.0 - erf(x), erfc(x)),
        (erf(x) - 1.0, -erfc(x)),
        (1.0 + erf(x), erfc(-x)),
        (1.0 - erfc(x), erf(x)),
        (erfc(x) - 1.0, -erf(x)),
        (1.0 - expit(x), expit(-x)),
        (1.0 - tanh(x), _value(where(x > 0.0, 2.0 * right / (1.0 + right), own))),
        (1.0 + tanh(x), _value(where(x < 0.0, 2.0 * left / (1.0 + left), own))),
        *_squares(lambda sq: (1.0 - sq(tanh(x)), _value(4.0 * e / square(1.0 + e)))),
    ]


def _roots() -> list[tuple[Any, Any]]:
    small = abs(x) < 0.5
    less, more = sqrt(1.0 - x), sqrt(1.0 + x)
    return [
        (sqrt(1.0 + x) - 1.0, sqrt1pm1(x)),
        (1.0 - sqrt(1.0 + x), -sqrt1pm1(x)),
        (sqrt(1.0 - x) - 1.0, _value(-x / (less + 1.0))),
        (1.0 - sqrt(1.0 - x), _value(x / (less + 1.0))),
        (1.0 / sqrt(1.0 + x) - 1.0, _value(where(small, -x / (more + 1.0) / more, own))),
        (1.0 / sqrt(1.0 - x) - 1.0, _value(where(small, x / (less + 1.0) / less, own))),
        (1.0 / (1.0 + x) - 1.0, _value(where(small, -x / (1.0 + x), own))),
        (1.0 / (1.0 - x) - 1.0, _value(where(small, x / (1.0 - x), own))),
        (1.0 - 1.0 / (1.0 + x), _value(where(small, x / (1.0 + x), own))),
        (1.0 - 1.0 / (1.0 - x), _value(where(small, -x / (1.0 - x), own))),
        *_steps(sqrt, lambda a, b: a + b),
        *_steps(cbrt, lambda a, b: a * a + a * b + b * b),
        *_squares(lambda sq: (x / sqrt(sq(x)), _slope(x / abs(x)))),
        *_squares(lambda sq: (x / sq(x) ** 0.5, _slope(x / abs(x)))),
        *_solutions(lambda square, rest: square + rest, y),
        *_solutions(lambda square, rest: square - rest, -y),
        (1.0 / sqrt(x) - 1.0 / sqrt(x + c), _of_size(1.0, 1e100, _inverse)),
        (1.0 / sqrt(x + c) - 1.0 / sqrt(x), _of_size(1.0, 1e100, lambda x, c: -_inverse(x, c))),
        (1.0 / (x + c) - 1.0 / x, _of_size(1.0, 1e100, lambda x, c: const(-c) / (x * (x + c)))),
        (1.0 / x - 1.0 / (x + c), _of_size(1.0, 1e100, lambda x, c: const(c) / (x * (x + c)))),
        (
            1.0 / (x - c) - 1.0 / (x + c),
            _of_size(1.0, 1e100, lambda x, c: const(2.0 * c) / along((x - c) * (x + c), x * x)),
        ),
        ((1.0 / (x + 1.0) - 2.0 / x) + 1.0 / (x - 1.0), 2.0 / (x * (x - 1.0) * (x + 1.0))),
    ]


def _steps(root: Op, others: Callable[[Any, Any], Any]) -> list[tuple[Any, Any]]:
    """root(x + c) - root(x), by a - b = (a**n - b**n) / (a**(n - 1) + ... + b**(n - 1))."""

    def up(x: Any, c: float) -> Any:
        return const(c) / others(root(x + c), root(x))

    def down(x: Any, c: float) -> Any:
        return const(c) / others(root(x - c), root(x))

    return [
        (root(x + c) - root(x), _of_size(1e-100, 1e100, up)),
        (root(x) - root(x + c), _of_size(1e-100, 1e100, lambda x, c: -up(x, c))),
        (root(x) - root(x - c), _of_size(1e-100, 1e100, down)),
        (root(x - c) - root(x), _of_size(1e-100, 1e100, lambda x, c: -down(x, c))),
    ]


def _inverse(x: Any, c: float) -> Any:
    a, b = sqrt(x), sqrt(x + c)
    return const(c) / (a * b * (a + b))


def _solutions(total: Callable[[Any, Any], Any], rest: Any) -> list[tuple[Any, Any]]:
    """The smaller of the two solutions of a quadratic equation, by Vieta's product of both."""

    def rows(sq: Callable[[Any], Any]) -> list[tuple[Any, Any]]:
        root = sqrt(total(sq(x), y))
        near, behind = root < 2.0 * x, root < -2.0 * x
        return [
            (root - x, _unless(near, rest / (root + x))),
            (x - root, _unless(near, -rest / (root + x))),
            (-x - root, _unless(behind, -rest / along(root - x, root - x))),  # which adds there
        ]

    return [row for one in _squares(rows) for row in one]


def _shares() -> list[tuple[Any, Any]]:
    """What is above is in the sum below: the quotient rule would subtract its share from 1."""
    s, t, a, b = v + y, (v + y) + z, 1.0 / v, 1.0 / y
    up, down, back = y + v * k, y - v * k, v * k - y
    return [
        (v / s, _slope(fraction(v, s, y))),
        (v / t, _slope(fraction(v, t, y + z))),
        (v / (v - y), _slope(fraction(v, v - y, -y))),
        (v / (y - v), _slope(dosed(v, y - v, y, const(-1.0)))),
        ((v * y) / (v - y), _slope(-parallel(v, v - y, -y))),
        ((v * y) / s, _slope(parallel(v, s, y))),
        (c / (1.0 + exp(x)), _slope(falling(own, x))),
        ((z * v) / s, _slope(z * fraction(v, s, y))),
        ((v * k) / up, _slope(fraction(v * k, up, y))),
        (((z * k) * v) / up, _slope(z * fraction(v * k, up, y))),
        *[
            row
            for total, rest, rate in [(up, y, k), (down, y, -k), (back, -y, k)]
            for row in [
                (v / total, _slope(dosed(v, total, rest, rate))),
                ((z * v) / total, _slope(z * dosed(v, total, rest, rate))),
            ]
        ],
        (v / hypot(v, y), _slope(part_of(3)(v, hypot(v, y), y))),
        ((v - y) / s, _slope(1.0 - 2.0 * fraction(y, s, v))),
        ((y - v) / s, _slope(2.0 * fraction(y, s, v) - 1.0)),
        ((v + y) / (v - y), _slope(1.0 - 2.0 * fraction(y, y - v, -v))),
        ((v + y) / (y - v), _slope(2.0 * fraction(y, y - v, -v) - 1.0)),
        (1.0 / (a + b), _slope(harmonic(v, a, a + b, b, y))),
        (v / (y + abs(v)), _slope(softened(v, y + abs(v), y))),
        (log(along(_kept((v * k) / y), fraction(v * k, z, w))), _slope(log_dosed(v, k, y, w))),
        (log(along(_kept(x / y), fraction(x, z, w))), _slope(log_fraction(x, y, w))),
        (log(along(_kept(x / y), slant(x, z, w))), _slope(log_slant(x, y, w))),
        *_slants(lambda sq: sq(q) + y, lambda _: y),
        *_slants(lambda sq: sq(q) - y, lambda _: -y),
        *_slants(lambda sq: (sq(q) + y) + x, lambda _: y + x),
        *_slants(lambda sq: sq(q) + sq(y), lambda sq: sq(y), _half_power),
        *_slants(lambda sq: (sq(q) + sq(y)) + sq(x), lambda sq: sq(y) + sq(x), _half_power),
        *_slants(lambda sq: (sq(y) + sq(x)) + sq(q), lambda sq: sq(y) + sq(x), _half_power),
        *_squares(lambda sq: (v * sqrt(1.0 + sq(y / v)), _slope(copysign(hypot(v, y), v)))),
    ]


def _corners() -> list[tuple[Any, Any]]:
    """Squares of what has a corner at 0, where they have none."""
    return [
        *_squares(lambda sq: (sq(abs(x)), sq(x))),
        (abs(x) ** c, lambda x, c: x ** const(c) if c % 2.0 == 0.0 else None),
    ]


def _norms() -> list[tuple[Any, Any]]:
    """The same of norms: `derivatives.powers` has it of numbers, whatever power a norm is in."""
    return [
        *_squares(lambda sq: (sq(sqrt(x)), _slope(x))),
        *_squares(lambda sq: (sq(length(x)), _slope(x))),
        *_squares(lambda sq: (sq(hypot(x, y)), _slope(x * x + y * y))),
    ]


def _slants(
    total: Callable[..., Any], rest: Callable[..., Any], root: Callable[[Any], Any] = sqrt
) -> list[tuple[Any, Any]]:
    """x / sqrt(x * x + y), its inverse, and what grows by it: the quotient rule would cancel where
    x is the larger one."""

    def rows(sq: Callable[[Any], Any]) -> list[tuple[Any, Any]]:
        whole = root(total(sq))
        part = slant(q, whole, rest(sq))
        scaled = (q / (c * whole), _slope(part / c)), ((z * q) / whole, _slope(z * part))
        half = (0.5 * (z / whole)) * (2.0 * q), _slope(z * part)  # the slope of z * root
        inverse = whole / q, _slope(steep(whole, q, rest(sq)))
        return [(q / whole, _slope(part)), inverse, *scaled, half]

    return [row for one in _squares(rows) for row in one]


def _half_power(x: Any) -> Any:
    """Only of sums of squares: of a negative number it is complex."""
    return x**0.5


def _parts() -> list[tuple[Any, Any]]:
    """What larger patterns are made of: only where none of these was found."""
    bell = peaked(_kept(exp(x) / expm1(x)) / expm1(x), x)  # whose square may be infinite
    finite = abs(x) < 709.0
    return [
        *_squares(lambda sq: (1.0 - sq(x), _value((1.0 - x) * (1.0 + x)))),
        *_squares(lambda sq: (sq(x) - 1.0, _value((x - 1.0) * (x + 1.0)))),
        (x + exp(-x), _slope(exp_tail(-x))),
        (exp(x) - x, _slope(exp_tail(x))),
        (x - exp(x), _slope(-exp_tail(x))),
        *_discs(j1, lambda x: -jv(2.0, x)),
        *_discs(i1, lambda x: iv(2.0, x)),
        *_squares(lambda sq: (jv(2.0, x) / sq(x), _slope(risen(-jv(3.0, x) / sq(x), x)))),
        *_squares(lambda sq: (exp(x) / sq(expm1(x)), _slope(where(finite, bell, own)))),
        *_squares(lambda sq: ((z * exp(x)) / sq(expm1(x)), _slope(where(finite, z * bell, own)))),
    ]


def _discs(function: Op, above: Callable[[Any], Any]) -> list[tuple[Any, Any]]:
    """j1(x) / x, by the equation of orders: its series would have functions of ever more orders."""
    slope = risen(above(x) / x, x)
    return [
        (function(x) / x, _slope(slope)),
        ((c * function(x)) / x, _slope(c * slope)),
        (function(x) / (c * x), _slope(slope / c)),
        (function(c * x) / x, _slope(risen(c * (above(c * x) / x), x))),
    ]


def _overflowing() -> list[tuple[Any, Any]]:
    """True of the real numbers; where the left side overflows, and raises, the right does not."""
    return [
        (log(exp(x) + exp(y)), logaddexp(x, y)),
        (log1p(exp(x)), log1pexp(x)),
        *_squares(lambda sq: (sq(x) - sq(y), _value((x - y) * (x + y)))),
    ]


@cache
def phases_of(exactness: str) -> tuple[tuple[Rule, ...], ...]:
    """The rules that are tried one after the other on each Node, and then those of the next phase;
    "ulp", or "real", which has those of "ulp" too; or "array", those of whole arrays.

    >>> phases_of("ulp")[0][0].right
    <expm1(x)>
    """
    with origins():
        if exactness == "array":
            return ((*[Rule(left, right, "ulp") for left, right in [*_corners(), *_norms()]],),)
        first = [
            *_exponentials(),
            *_differences(),
            *_logarithms(),
            *_circular(),
            *_saturating(),
            *_roots(),
        ]
        first += _corners()
        sure = [Rule(left, right, "ulp", *alone) for left, right, *alone in first]
        parts = [Rule(left, right, "ulp") for left, right in [*_parts(), *_shares()]]
        real = _overflowing() if exactness == "real" else []
        return (*sure, *[Rule(left, right, "real") for left, right in real]), (*parts,)


class Replaced(NamedTuple):
    """What the user wrote, and what stands for it now."""

    before: Node
    after: Node

    def __str__(self) -> str:
        before, after = _shown(self.before), _shown(self.after)
        if before == after:
            return f"{before} is differentiated as {_shown(self.after.args[1])}"
        return f"{before} is computed as {after}"


def stabilise(graph: Graph) -> Graph:
    """1 - cos(x) -> 2 sin(x / 2)**2, exp(x) - 1 -> expm1(x), and so on.

    >>> a = Node.input("a")
    >>> print(stabilise(Graph([a], (exp(a) - 1.0) / a)))
    f(a):
      %0 = exp_over(a)
      return %0
    """
    return _stabilised(graph, "ulp")[0]


def stabilise_fast(graph: Graph) -> Graph:
    """The same, and log(exp(x) + exp(y)) -> logaddexp(x, y): also where the left overflows.

    >>> a = Node.input("a")
    >>> print(stabilise_fast(Graph([a], log(1.0 + exp(a)))))
    f(a):
      %0 = log1pexp(a)
      return %0
    """
    return _stabilised(graph, "real")[0]


def stabilise_arrays(graph: Graph) -> Graph:
    """norm(x)**2 has the derivative of x @ x, at 0 too."""
    return _stabilised(in_bodies(stabilise_arrays, graph), "array")[0]


def replaced(graph: Graph, passes: Collection[Callable[[Graph], Graph]]) -> list[Replaced]:
    """What those of these two that are among the passes replace in the graph."""
    kinds = {"ulp": stabilise, "real": stabilise_fast, "array": stabilise_arrays}
    for exactness, one in kinds.items():
        if one in passes:
            return _stabilised(graph, exactness)[1]
    return []


def _stabilised(graph: Graph, exactness: str) -> tuple[Graph, list[Replaced]]:
    found: list[Replaced] = []
    merging = cache(merge_subexpressions)  # where the first rules find nothing, once for all
    for phase, rules in enumerate(phases_of(exactness)):
        plan = _planning(rules)
        # A pattern may name an argument twice; the first ones have signs outside: -(x / y).
        given = graph if exactness == "array" or phase else simplify_exact(graph)
        if any(map(plan, {*given.kinds})) or (phase and any(map(_may_cancel, given.ops))):
            merged = merging(given)
            pairs = zip(merged.nodes, merged.kinds, strict=True)
            only = None if phase else {node for node, kind in pairs if plan(kind)}
            new = rewrite(merged, _visitor(merged, plan, found, phase > 0), only)
            graph = graph if new is merged else new
    return graph, found


def _may_cancel(op: Op) -> bool:
    """Whether there may be a quotient, or a sum that cancels."""
    return op is div or is_quotient(op) or (op.arity == 1 and op not in (neg, square))


Plan = Callable[[tuple[Op, ...]], list[tuple[Node, Rule]]]


def _visitor(graph: Graph, plan: Plan, found: list[Replaced], last: bool) -> Callable[[Node], Node]:
    pointed = _pointed(graph)
    uses = Counter(chain.from_iterable([node.args for node in graph.nodes]))
    uses.update(leaves(graph.outputs))
    alongs = [node.args for node in graph.nodes if node.op is along]
    kept = {written for _, written in alongs} | {value for value, _ in alongs if uses[value] == 1}
    fractions: dict[Node, Fraction] = {}
    # The one number that a Node is made of, or itself; and how many ops there are between them.
    base_of: dict[Node, tuple[Node, int]] = {}

    def visit(node: Node) -> Node:
        was = state.replaced
        free = was not in pointed

        def better(one: Node, fraction: Fraction | None, alone: Node | None = None) -> Node | None:
            made = None
            if matching := plan((one.op, *[arg.op for arg in one.args])):
                wanted = all(uses[arg] > 1 for arg in was.args)  # by others too
                made = _once(one, matching, free, wanted)
            if not (last and free) or not (made is None or made.op is along):
                return made
            near = without_common_zero(one, fraction, made, better, alone)
            return made if near is None else near

        below = [base_of.get(arg, (arg, 0)) for arg in was.args if arg.op is not CONST]
        is_one = last and len({base for base, _ in below}) == 1 and not was.op.lazy
        alone, deep = (below[0][0], 1 + max([deep for _, deep in below])) if is_one else (None, 0)
        fraction = as_fraction(node, fractions, alone) if last else None
        first, of = node, alone if deep <= _DEEPEST else None
        made = None if was in kept else better(node, fraction, of)
        while made is not None:
            found.append(Replaced(node, made))
            node, made = made, better(made, None)
        base_of[was] = node if alone is None else alone, deep
        if fraction is None and last and node is not first and first.op in (add, sub):
            fraction = Fraction(first, (), alone, True, 1)
        if fraction is not None:
            fractions[node] = fraction._replace(made=fraction.made or node is not first)
        return node

    return visit


def _pointed(graph: Graph) -> set[Node]:
    """What is made of a choice on `x == c` whose derivative at that point is the other side's, as
    it is not within another choice: nothing here may make it one."""
    found = continued(graph)
    if found:
        for node in graph.nodes:
            if not found.isdisjoint(node.args):
                found.add(node)
    return found


def _once(node: Node, rules: list[tuple[Node, Rule]], free: bool, wanted: bool) -> Node | None:
    """What the first rule that matches makes of it; None if none does."""
    for left, rule in rules:
        matched: dict[Node, Node] = {}
        if not (rule.alone and wanted) and _matches(left, node, matched):
            fixed = any(w in matched and matched[w].op in ops for w, ops in _MOVING.items())
            same = k in matched and matched[k] is matched[v]
            made = None if fixed or same else _made(rule.right, node, matched, free)
            if made is not None:
                return made
    return None


def _made(right: Any, node: Node, matched: dict[Node, Node], free: bool) -> Node | None:
    if not isinstance(right, Node):
        given = {str(w.payload): n.payload if w is c or w is d else w for w, n in matched.items()}
        right = right(**given)
    if right is None or (not free and any(one.op is where for one in walk([right]))):
        return None
    origin = node.origin if right.op is along else nameless(node.origin)  # which has its value
    part = Node(node.op, node.args, node.payload, origin)
    return _filled(right, {**matched, own: part}, lambda made, _: made)


@cache
def _planning(rules: tuple[Rule, ...]) -> Plan:
    """The function from a Node's op and those of its arguments to the rules that may match it."""
    index: dict[tuple[Op | None, ...], list[tuple[Node, Rule]]] = {}
    for rule in rules:
        for left in _orders(rule.left):
            index.setdefault((left.op, *map(_head, left.args)), []).append((left, rule))
    heads = {key[0] for key in index}
    plans: dict[tuple[Op, ...], list[tuple[Node, Rule]]] = {}

    def plan(key: tuple[Op, ...]) -> list[tuple[Node, Rule]]:
        if key[0] not in heads:
            return []
        if key not in plans:
            ways: Iterator[Any] = product(*[(op, None) for op in key[1:]])
            plans[key] = [one for way in ways for one in index.get((key[0], *way), ())]
        return plans[key]

    return plan


def _shown(root: Node) -> str:
    """A Node as users read it, without saying whose derivative it has."""
    plain = rewrite(Graph([], root), lambda node: node.args[0] if node.op is along else node)
    text = expression([*walk([plain.outputs])])
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
