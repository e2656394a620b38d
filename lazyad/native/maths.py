"""What `math` has, for eight points at a time, to 2 units in the last place.

In: the name of a function. Out: its IR, a function of vectors without branches, which is called and
not written where it is needed. A room of its own because this is numerical analysis. What is not
here calls libm for one lane after the other.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable
from fractions import Fraction
from functools import cache

from lazyad.native.ir import LIBM, constant
from lazyad.native.vectors import (
    LANES,
    REAL,
    TRUTH,
    WHOLE,
    Pair,
    Vector,
    fma,
    like,
    polynomial,
    product,
    quotient,
    shorter,
    sum_of,
    sum_of_any,
)


def written(name: str) -> str:
    """The IR of `@lanes_<name>`."""
    value = OWN.get(name)
    if value is None:
        return one_by_one(name, LIBM.get(name, 2))
    lines: list[str] = []
    count = len(inspect.signature(value).parameters)
    result = value(*[Vector(lines, REAL, f"%x{at}") for at in range(count)])
    given = ", ".join([f"{REAL} %x{at}" for at in range(count)])
    head = [f"define internal {REAL} @lanes_{name}({given}) #2 {{"]
    tables = [_erf_table()] if name == "erf" else []
    slow = [one_by_one(name, count, "far_")] if f"@lanes_far_{name}(" in "".join(lines) else []
    return "\n".join([*tables, *slow, *head, *lines, f"  ret {REAL} {result.name}", "}"])


def one_by_one(name: str, count: int, prefix: str = "") -> str:
    """A function of libm, for each lane."""
    given = ", ".join([f"{REAL} %x{at}" for at in range(count)])
    called = name if name.startswith("py_") else f"libm_{name}"
    lines = [f"define internal {REAL} @lanes_{prefix}{name}({given}) #2 {{"]
    before = "poison"
    for lane in range(LANES):
        for at in range(count):
            lines.append(f"  %a{lane}_{at} = extractelement {REAL} %x{at}, i32 {lane}")
        args = ", ".join([f"double %a{lane}_{at}" for at in range(count)])
        lines.append(f"  %r{lane} = call double @{called}({args})")
        lines.append(f"  %v{lane} = insertelement {REAL} {before}, double %r{lane}, i32 {lane}")
        before = f"%v{lane}"
    return "\n".join([*lines, f"  ret {REAL} {before}", "}"])


# ---------------------------------------------------------------------------------- exponentials


_ROUNDS = 1.5 * 2.0**52  # what is added to it is rounded to a whole number, in its last bits
# ln(2) and pi / 2 as sums of floats; n times the first of ln(2) is exact for the n that occur.
_LN2 = (0.6931471803691238, 1.9082149292705877e-10)
_HALF_PI = (1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33)
_INVERSE = tuple(Fraction(1, math.factorial(k)) for k in range(32))


def _exp_series(r: Vector) -> Vector:
    """(exp(r) - 1 - r) / r**2."""
    return polynomial(r, shorter(_INVERSE[2:20], -0.35, 0.35, 10))


def _whole(shifted: Vector) -> Vector:
    """The int that was rounded to."""
    return (shifted.bits() << 32) >> 32


def _power_of_two(whole: Vector) -> Vector:
    return ((whole + 1023) << 52).float_of_bits()


def _reduced(x: Vector, low: Vector | None = None) -> tuple[Vector, Vector, Vector]:
    """n, and the pair r with x + low = n * ln(2) + r, |r| <= ln(2) / 2."""
    shifted = fma(x, 1.0 / math.log(2.0), _ROUNDS)
    n = shifted - _ROUNDS
    high = fma(n, -_LN2[0], x)
    r = fma(n, -_LN2[1], high)
    rest = fma(n, -_LN2[1], high - r)
    return _whole(shifted), *(sum_of(r, rest + low) if low else (r, rest))


def _exp_of(x: Vector, low: Vector | None = None, less: int = 0) -> Vector:
    """exp(x + low) / 2**less: 2**n * exp(r), by exp's series; n is added in two halves, so that
    neither overflows where the result does not."""
    whole, r, rest = _reduced(x, low)
    series = fma(r * r, _exp_series(r), rest)
    y = 1.0 + (r + series)
    half = whole >> 1
    y = y * _power_of_two(half) * _power_of_two(whole - half - less if less else whole - half)
    y = (x > 711.0).select(math.inf, y)
    y = (x < -746.0).select(0.0, y)
    return x.is_nan().select(x, y)


def _exp(x: Vector) -> Vector:
    return _exp_of(x)


def _exp2(x: Vector) -> Vector:
    """Of x - n, which is exact, times ln(2) as a pair."""
    near = (abs(x) < 1080.0).select(x, 0.0)
    n = (near + _ROUNDS) - _ROUNDS
    part = near - n
    r = part * math.log(2.0)
    rest = fma(part, math.log(2.0), -r) + part * 2.3190468138462996e-17
    y = 1.0 + (r + fma(r * r, _exp_series(r), rest))
    whole = _whole(near + _ROUNDS)
    half = whole >> 1
    y = y * _power_of_two(half) * _power_of_two(whole - half)
    y = (x > 1079.0).select(math.inf, y)
    y = (x < -1079.0).select(0.0, y)
    return x.is_nan().select(x, y)


def _expm1_of(x: Vector) -> tuple[Vector, Vector, Vector]:
    """n and a pair: 2**n times their sum is exp(x) - 1, for |x| < 711."""
    whole, r, rest = _reduced(x)
    series = fma(r * r, _exp_series(r), rest)
    back = (whole < 64).select(-1.0 * _power_of_two(_negative(whole)), 0.0)
    high, low = sum_of(1.0 + back, r)
    return whole, *sum_of(high, low + series)


def _negative(whole: Vector) -> Vector:
    return whole.op("-", 0, whole)


def _expm1(x: Vector) -> Vector:
    near = (abs(x) < 720.0).select(x, 720.0)
    whole, high, low = _expm1_of(near)
    half = whole >> 1
    y = (high + low) * _power_of_two(half) * _power_of_two(whole - half)
    y = (x < -40.0).select(-1.0, y)
    return (abs(x) < 1e-300).select(x, x.is_nan().select(x, y))  # -0.0 too


def _tanh(x: Vector) -> Vector:
    """-e / (2 + e) of e = exp(-2 |x|) - 1."""
    size = abs(x)
    near = (size < 22.0).select(size, 22.0)
    whole, high, low = _expm1_of(-2.0 * near)
    scale = _power_of_two(whole)
    high, low = high * scale, low * scale
    above, rest = sum_of(2.0, high)
    q, more = quotient((-high, -low), (above, rest + low))
    return x.is_nan().select(x, (q + more).signed(x))


def _sinh(x: Vector) -> Vector:
    """(e + e / (1 + e)) / 2 of e = exp(|x|) - 1, and exp(|x|) / 2 far away."""
    size = abs(x)
    near = (size < 30.0).select(size, 30.0)
    whole, high, low = _expm1_of(near)
    scale = _power_of_two(whole)
    high, low = high * scale, low * scale
    above, rest = sum_of_any(1.0, high)
    q, more = quotient((high, low), (above, rest + low))
    y = 0.5 * (high + (q + (more + low)))
    y = (size < 30.0).select(y, _exp_of(size, less=1))
    return x.is_nan().select(x, y.signed(x))


def _cosh(x: Vector) -> Vector:
    half = _exp_of(abs(x), less=1)
    return half + 0.25 / half


# ---------------------------------------------------------------------------------- logarithms

_ODD = tuple(Fraction(1, k) for k in range(3, 81, 2))


def _atanh_series(z: Vector, first: int = 0) -> Vector:
    """2 * atanh(s) = 2 s + s (2 / 3 z + 2 / 5 z**2 + ...), z = s * s: its terms from there on."""
    series = tuple(2 * one for one in _ODD[first : first + 16])
    return polynomial(z, shorter(series, 0.0, 0.03, 7 + first))


def _split(x: Vector) -> Pair:
    """k and f, x = 2**k * (1 + f), 1 + f between sqrt(1/2) and sqrt(2)."""
    tiny = x < 2.2250738585072014e-308
    bits = tiny.select(x * 2.0**54, x).bits()
    k = (bits - 0x3FE6A09E667F3BCD) >> 52
    f = (bits - (k << 52)).float_of_bits() - 1.0
    n = k.as_float()
    return tiny.select(n - 54.0, n), f


def _log_of(x: Vector, more: Vector | float = 0.0) -> tuple[Vector, Vector, Vector]:
    """k and a pair: their sum and k * ln(2) is log(x) + more; 2 * atanh(s), s = f / (2 + f), by
    atanh's series; f - f * f / 2 is added last, as it is exact."""
    n, f = _split(x)
    s = f / (f + 2.0)
    z = s * s
    half = f * f * 0.5
    return n, f, half - (fma(s, half + z * _atanh_series(z), more))


def _of_all(x: Vector, y: Vector, zero: float = 0.0) -> Vector:
    """A logarithm, and what it is where its series does not hold; that of `zero` is infinite."""
    y = x.equals(zero).select(-math.inf, y)
    y = x.equals(math.inf).select(x, y)
    return ((x < zero) | x.is_nan()).select(math.nan, y)


def _log(x: Vector) -> Vector:
    n, f, less = _log_of(x)
    return _of_all(x, fma(n, _LN2[0], f - (less - n * _LN2[1])))


def _log1p(x: Vector) -> Vector:
    """log(u) + c / u of u = 1 + x, which is rounded by c."""
    u, c = sum_of_any(1.0, x)
    n, f, less = _log_of(u, c / u)
    y = _of_all(x, fma(n, _LN2[0], f - (less - n * _LN2[1])), -1.0)
    return (abs(x) < 2.0**-54).select(x, y)


def _logarithm(base: float, low: float, two: float, rest: float) -> Callable[[Vector], Vector]:
    """Of another base: 1 / log(base) and log(2) / log(base) are base + low and two + rest."""

    def logarithm(x: Vector) -> Vector:
        n, f, less = _log_of(x)
        high, more = sum_of(f, -less)
        y, small = product(high, like(x, base))
        small = small + (high * low + more * base) + n * rest
        whole, other = sum_of(n * two, y)
        return _of_all(x, whole + (other + small))

    return logarithm


def _pow(x: Vector, y: Vector) -> Vector:
    """exp(y * log(|x|)), of a logarithm of twice as many digits; its series is one of pairs in its
    first terms."""
    size = abs(x)
    n, f = _split(size)
    sh, sl = quotient((f, like(f, 0.0)), sum_of(2.0, f))
    zh, zl = product(sh, sh)
    zl = fma(2.0 * sh, sl, zl)
    tail = zh * _atanh_series(zh, 1)
    th, tl = sum_of(like(x, 2.0 / 3.0), tail)
    tl = tl + 3.700743415417188e-17  # 2 / 3 - float(2 / 3)
    uh, ul = product(zh, th)
    ul = ul + (zh * tl + zl * th)
    wh, wl = product(sh, uh)
    wl = wl + (sh * ul + sl * uh)
    high, low = sum_of(2.0 * sh, wh)
    low = low + (wl + 2.0 * sl)
    h, rest = sum_of(n * _LN2[0], high)
    h, rest = sum_of(h, rest + (low + n * _LN2[1]))
    h = size.equals(0.0).select(-math.inf, size.equals(math.inf).select(size, h))
    h = size.is_nan().select(size, h)
    p, more = product(y, h)
    more = (abs(p) < 1000.0).select(fma(y, rest, more), 0.0)
    found = _exp_of(p, more)
    # What C99's pow says of the rest, and Python's with it.
    found = (size.equals(1.0) & y.equals(y)).select(1.0, found)
    is_whole = y.llvm("trunc").equals(y)
    half = y * 0.5
    odd = is_whole & half.llvm("trunc").differs(half)
    found = odd.select(found.signed(x), found)
    found = ((x < 0.0) & (size < math.inf) & ~is_whole).select(math.nan, found)
    return (x.equals(1.0) | y.equals(0.0)).select(1.0, found)


def _cbrt(x: Vector) -> Vector:
    """A step of Newton's from exp(log(|x|) / 3)."""
    size = abs(x)
    tiny = size < 1e-290
    a = tiny.select(size * 2.0**54, size)
    n, f, less = _log_of(a)
    y = _exp_of((n * (1.0 / 3.0)) * math.log(2.0) + (f - less) * (1.0 / 3.0))
    high, low = product(y, y)
    rest = fma(-high, y, a) - low * y
    y = y + rest / (3.0 * high)
    y = tiny.select(y * 2.0**-18, y).signed(x)
    return (x.equals(0.0) | ~(abs(x) < math.inf)).select(x, y)


def _hypot(x: Vector, y: Vector) -> Vector:
    """The square root of the squares, scaled by a power of two that keeps them finite."""
    a, b = abs(x), abs(y)
    most = (a > b).select(a, b)
    exponent = (most.bits() >> 52) << 52
    exponent = (exponent < 64 << 52).select(like(x, 64 << 52, WHOLE), exponent)
    exponent = (exponent > 2045 << 52).select(like(x, 2045 << 52, WHOLE), exponent)
    scale = exponent.op("-", 2046 << 52, exponent).float_of_bits()
    p, q = a * scale, b * scale
    found = fma(p, p, q * q).llvm("sqrt") * exponent.float_of_bits()
    return (a.equals(math.inf) | b.equals(math.inf)).select(math.inf, found)


# ---------------------------------------------------------------------------------- angles

_FAR = 2.0**45  # beyond which libm reduces an angle
_SIGNS = tuple((-1) ** (k // 2) * one for k, one in enumerate(_INVERSE))


def _turned(x: Vector) -> tuple[Vector, Pair, Pair]:
    """n, and the sine and the cosine of x - n * pi / 2 as pairs, |x| < 2**45."""
    shifted = fma(x, 2.0 / math.pi, _ROUNDS)
    n = shifted - _ROUNDS
    first = fma(n, -_HALF_PI[0], x)  # exact
    second, rounded = product(n, like(x, -_HALF_PI[1]))
    high, low = sum_of_any(first, second)
    low = fma(n, -_HALF_PI[2], low + rounded)
    r, low = sum_of(high, low)
    z = r * r
    sine = r, fma(z * r, polynomial(z, shorter(_SIGNS[3::2], 0.0, 0.62, 6)), low)
    part, rest = sum_of(1.0, -0.5 * z)
    series = fma(z * z, polynomial(z, shorter(_SIGNS[4::2], 0.0, 0.62, 6)), rest)
    cosine = part, fma(-r, low, series)
    return shifted.bits(), sine, cosine


def _or_libm(name: str, x: Vector, near: Vector) -> Vector:
    """What libm gives where x is far away."""
    far = abs(x).new(f"fcmp uge {REAL} {abs(x).name}, {x.named(_FAR)}", TRUTH)
    some = x.new(f"call i1 @llvm.vector.reduce.or.v{LANES}i1({TRUTH} {far.name})")
    x.lines += [f"  br i1 {some.name}, label %far, label %near", "far:"]
    there = x.new(f"call {REAL} @lanes_far_{name}({REAL} {x.name})")
    both = far.select(there, near)
    x.lines += [f"  ret {REAL} {both.name}", "near:"]
    return near


def _sin(x: Vector) -> Vector:
    quarter, sine, cosine = _turned(x)
    y = (quarter & 1).differs(0).select(cosine[0] + cosine[1], sine[0] + sine[1])
    y = (y.bits() ^ ((quarter & 2) << 62)).float_of_bits()
    return _or_libm("sin", x, (abs(x) < 1e-9).select(x, y))  # -0.0 too


def _cos(x: Vector) -> Vector:
    quarter, sine, cosine = _turned(x)
    y = (quarter & 1).differs(0).select(sine[0] + sine[1], cosine[0] + cosine[1])
    y = (y.bits() ^ (((quarter + 1) & 2) << 62)).float_of_bits()
    return _or_libm("cos", x, y)


def _tan(x: Vector) -> Vector:
    quarter, sine, cosine = _turned(x)
    odd = (quarter & 1).differs(0)
    (s, t), (c, d) = sum_of(*sine), sum_of(*cosine)
    high, low = quotient(
        (odd.select(c, s), odd.select(d, t)), (odd.select(-s, c), odd.select(-t, d))
    )
    return _or_libm("tan", x, (abs(x) < 1e-9).select(x, high + low))


# atan(c) as pairs, of those c at which a quotient is taken apart
_AROUND = (
    (0.5, 0.4636476090008061, 2.2698777452961687e-17),
    (1.0, 0.7853981633974483, 3.061616997868383e-17),
    (1.5, 0.982793723247329, 1.3903311031230998e-17),
)


def _angle(n: Vector, d: Vector | float) -> Pair:
    """atan(n / d) as a pair, n and d not negative: atan(c) + atan((n - c d) / (d + c n))."""
    one = d if isinstance(d, Vector) else like(n, d)
    c, high, low = [like(n, 0.0)] * 3
    for bound, around in zip((7 / 16, 11 / 16, 19 / 16), _AROUND, strict=True):
        above = n > one * bound
        c, high, low = [above.select(v, w) for v, w in zip(around, (c, high, low), strict=True)]
    beyond = n > one * (39 / 16)
    high = beyond.select(_HALF_PI[0], high)
    low = beyond.select(_HALF_PI[1], low)
    above, below = fma(-c, one, n), fma(c, n, one)
    t = beyond.select(-one, above) / beyond.select(n, below)
    z = t * t
    series = tuple((-1) ** (k + 1) * one for k, one in enumerate(_ODD))
    return high, fma(t * z, polynomial(z, shorter(series, 0.0, 0.1915, 11)), low) + t


def _atan(x: Vector) -> Vector:
    high, low = _angle(abs(x), 1.0)
    return x.is_nan().select(x, (high + low).signed(x))


def _atan2(y: Vector, x: Vector) -> Vector:
    scale = ((abs(x) > 1e300) | (abs(y) > 1e300)).select(2.0**-64, 1.0)
    n, d = abs(y) * scale, abs(x) * scale
    both = n.equals(d)  # two infinities too, and two zeros, which are 0 / 1
    n = both.select(n.equals(0.0).select(0.0, 1.0), d.equals(math.inf).select(0.0, n))
    d = (both | d.equals(math.inf)).select(1.0, d)
    high, low = _angle(n, d)
    back, rest = sum_of(like(x, math.pi), -high)
    beyond = back + (rest + (2.0 * _HALF_PI[1] - low))
    found = (x.bits() < 0).select(beyond, high + low)
    return (x.is_nan() | y.is_nan()).select(x + y, found.signed(y))


def _asin(x: Vector) -> Vector:
    high, low = _angle(abs(x), fma(-x, x, 1.0).llvm("sqrt"))
    return (high + low).signed(x)


def _acos(x: Vector) -> Vector:
    return _atan2(fma(-x, x, 1.0).llvm("sqrt"), x)


# ---------------------------------------------------------------------------------- erf

_STEPS = 64  # of the table between two whole numbers
_MOST = 6  # where erf is 1


def _erf(x: Vector) -> Vector:
    """erf(r + d) by Taylor's series at the r of a table: its terms are Hermite's polynomials of r
    times exp(-r * r)."""
    size = abs(x)
    near = (size < _MOST).select(size, _MOST)
    shifted = fma(near, _STEPS, _ROUNDS)
    r = (shifted - _ROUNDS) * (1.0 / _STEPS)
    d = near - r
    at = _whole(shifted)
    high, low, scale = [_from_table("erf", at, 3, column) for column in range(3)]
    terms: list[Vector] = [like(x, 1.0), -r]
    for k in range(1, 6):
        before = terms[-2] * (-2.0 * k / ((k + 1) * (k + 2)))
        terms.append(fma(r * (-2.0 / (k + 2)), terms[-1], before))
    found = terms.pop()
    while terms:
        found = fma(found, d, terms.pop())
    y = high + fma(scale * d, found, low)
    return x.is_nan().select(x, y.signed(x))


def _from_table(name: str, at: Vector, width: int, column: int) -> Vector:
    place = at.new(f"mul {WHOLE} {at.name}, {at.named(width, WHOLE)}", WHOLE) + column
    where = at.new(f"getelementptr double, ptr @table_{name}, {WHOLE} {place.name}", "")
    return at.new(
        f"call {REAL} @llvm.masked.gather.v{LANES}f64.v{LANES}p0(<{LANES} x ptr> {where.name}, "
        f"i32 8, {TRUTH} splat (i1 true), {REAL} zeroinitializer)"
    )


@cache
def _erf_table() -> str:
    """erf(r) as a pair, and its slope, for each r; by erf's series in whole numbers."""
    one = 1 << 200
    scale = 2.0 / math.sqrt(math.pi)
    half = Fraction(1.5707963267948966) + Fraction(6.123233995736766e-17)
    half -= Fraction(1.4973849048591698e-33)
    root = math.isqrt(int(4 * one * one / (2 * half)))  # 2 / sqrt(pi)
    numbers = []
    for step in range(_STEPS * _MOST + 1):
        total, term, k = 0, one * step // _STEPS, 0
        while term:
            total += term // (2 * k + 1)
            k += 1
            term = -term * step * step // (_STEPS * _STEPS * k)
            if abs(term) <= 1:
                break
        value = Fraction(total * root, one * one)
        high = float(value)
        slope = scale * math.exp(-((step / _STEPS) ** 2))
        numbers += [high, float(value - Fraction(high)), slope]
    values = ", ".join([f"double {constant(value)}" for value in numbers])
    return f"@table_erf = private constant [{len(numbers)} x double] [{values}]"


OWN: dict[str, Callable[..., Vector]] = {
    **{"exp": _exp, "exp2": _exp2, "expm1": _expm1, "tanh": _tanh, "sinh": _sinh, "cosh": _cosh},
    **{"log": _log, "log1p": _log1p, "pow": _pow, "cbrt": _cbrt, "hypot": _hypot},
    "log2": _logarithm(1.4426950408889634, 2.0355273740931033e-17, 1.0, 0.0),
    "log10": _logarithm(
        0.4342944819032518, 1.098319650216765e-17, 0.30102999560767785, 5.630334806675098e-11
    ),
    **{"sin": _sin, "cos": _cos, "tan": _tan, "atan": _atan, "atan2": _atan2},
    **{"asin": _asin, "acos": _acos, "erf": _erf, "copysign": Vector.signed},
}
