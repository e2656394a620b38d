"""What `math` has, for eight points at a time, to 2 units in the last place.

In: IR that calls functions of vectors. Out: the IR of these, without branches, which is called and
not written where it is needed, unless there are few. A room of its own because this is numerical
analysis. What is not here calls libm for one lane after the other.
"""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache

from lazyad.native.expressions import LIBM
from lazyad.native.numbers import constant
from lazyad.native.vectors import (
    LANES,
    LEAST,
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

INLINE = 8  # calls that are written where they are needed: a few in a hundred quicker


def written(text: str, slow: str = "") -> str:
    """The IR of all `@lanes_...` that the text calls, and of those that the slow one does; if the
    text's are few, they become part of it."""
    done: dict[str, str] = {}
    waiting = _called(text)
    inline = {*waiting} if len(waiting) <= INLINE else set()
    waiting += _called(slow)
    while waiting:
        name = waiting.pop()
        if name not in done:
            done[name] = _function(name, _kind(name) if name in inline else "#2")
            waiting += _called(done[name])
    return "\n".join([*([_erf_tables()] if {"erf", "erfc"} & done.keys() else []), *done.values()])


def _kind(name: str) -> str:
    """The attributes of what becomes part of a text; what writes to %wrong has an effect."""
    return "nounwind alwaysinline" if name.startswith(_QUICK) else "#1 alwaysinline"


_QUICK = "quick_"


def quick_of(text: str) -> str:
    """The text with functions that do not call others where they are wrong, but let %wrong say of
    which lanes that is: the vectors around a call are all kept in memory. Nothing where none is so,
    or these are not part of the text."""
    names = _called(text)
    own = {name for name in names if name in OWN and "_unless" in OWN[name].__code__.co_names}
    checked = "|".join(sorted(own))
    if not checked or len(names) > INLINE:
        return ""
    return re.sub(rf"@lanes_({checked})\((.*)\)", rf"@lanes_{_QUICK}\1(\2, ptr %wrong)", text)


def _called(text: str) -> list[str]:
    return re.findall(r"call .*@lanes_(\w+)\(", text)


def _function(name: str, kind: str) -> str:
    own = name.removeprefix(_QUICK)
    value = OWN.get(own)
    if value is None:
        name = name.removeprefix("far_")
        return one_by_one(name, LIBM.get(name, 2))
    lines: list[str] = [] if own == name else _Quick()
    count = len(inspect.signature(value).parameters)
    result = value(*[Vector(lines, REAL, f"%x{at}") for at in range(count)])
    results = result if isinstance(result, tuple) else (result,)
    given = ", ".join([f"{REAL} %x{at}" for at in range(count)] + ["ptr %wrong"] * (own != name))
    to = REAL if len(results) == 1 else f"{{ {REAL}, {REAL} }}"
    _give(lines, results)
    return "\n".join([f"define internal {to} @lanes_{name}({given}) {kind} {{", *lines, "}"])


class _Quick(list[str]):
    """Lines of a function that says where it is wrong, and does no more about it."""


def _give(lines: list[str], results: tuple[Vector, ...]) -> None:
    """Return one vector, or both."""
    if len(results) == 1:
        lines.append(f"  ret {REAL} {results[0].name}")
        return
    kind, found = f"{{ {REAL}, {REAL} }}", "poison"
    for at, one in enumerate(results):
        found = one.new(f"insertvalue {kind} {found}, {REAL} {one.name}, {at}", kind).name
    lines.append(f"  ret {kind} {found}")


def _unless(wrong: Vector, slow: Sequence[str], quick: Sequence[Vector], *args: Vector) -> None:
    """If it is wrong of any lane, return what slow functions give there; else go on."""
    lines = wrong.lines
    if isinstance(lines, _Quick):
        known = wrong.new(f"load {TRUTH}, ptr %wrong", TRUTH)
        lines.append(f"  store {TRUTH} {(known | wrong).name}, ptr %wrong")
        return
    some = wrong.new(f"call i1 @llvm.vector.reduce.or.v{LANES}i1({TRUTH} {wrong.name})")
    label = len(lines)
    lines += [f"  br i1 {some.name}, label %slow{label}, label %quick{label}", f"slow{label}:"]
    given = ", ".join([f"{REAL} {one.name}" for one in args])
    there = [wrong.new(f"call {REAL} @lanes_{name}({given})") for name in slow]
    _give(lines, tuple([wrong.select(a, b) for a, b in zip(there, quick, strict=True)]))
    lines.append(f"quick{label}:")


def one_by_one(name: str, count: int) -> str:
    """A function of libm, or of the file's, for each lane."""
    given = ", ".join([f"{REAL} %x{at}" for at in range(count)])
    prefix = "far_" * (name in OWN)
    called = name if name.startswith(("py_", "carried.")) else f"libm_{name}"
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


def _rounded(x: Vector, factor: float = 1.0, more: float = 0.0) -> Pair:
    """n, the whole number nearest to x * factor, and n + more in the last bits of an int."""
    shifted = fma(x, factor, _ROUNDS + more)
    return shifted - (_ROUNDS + more), shifted.bits()


def _between(x: Vector, least: float, most: float) -> Vector:
    """x, or the end that it is beyond; nan stays nan."""
    x = (x > most).select(most, x)
    return (x < least).select(least, x)


def _reduced(x: Vector) -> tuple[Vector, Vector, Pair]:
    """n, n + 2046 in the last bits, and the pair r with x = n * ln(2) + r, |r| <= ln(2) / 2."""
    n, bits = _rounded(x, 1.0 / math.log(2.0), 2046.0)
    high = fma(n, -_LN2[0], x)
    r = fma(n, -_LN2[1], high)
    return n, bits, (r, fma(n, -_LN2[1], high - r))


def _scaled(y: Vector, bits: Vector, less: int = 0) -> Vector:
    """y * 2**(n - less) for n + 2046 in the last bits: by halves, which do not overflow alone."""
    half = bits >> 1
    rest = bits - half
    return y * _of_exponent(half) * _of_exponent(rest - less if less else rest)


def _of_exponent(bits: Vector) -> Vector:
    """2**(k - 1023) for k in the last bits."""
    return (bits << 52).float_of_bits()


def _exp_of(x: Vector, low: Vector | None = None, less: int = 0) -> Vector:
    """exp(x + low) / 2**less: 2**n * exp(r), by exp's series."""
    _, bits, (r, rest) = _reduced(_between(x, -750.0, 711.0))
    if low is None:
        y = 1.0 + fma(r * r, _exp_series(r), r)
    else:
        r, rest = sum_of(r, rest + low)
        y = 1.0 + (r + fma(r * r, _exp_series(r), rest))
    return _scaled(y, bits, less)


def _exp(x: Vector) -> Vector:
    return _exp_of(x)


def _exp2(x: Vector) -> Vector:
    """Of x - n, which is exact, times ln(2) as a pair."""
    near = _between(x, -1080.0, 1030.0)
    n, bits = _rounded(near, 1.0, 2046.0)
    part = near - n
    r, rest = product(part, like(x, math.log(2.0)))
    rest = fma(part, 2.3190468138462996e-17, rest)
    return _scaled(1.0 + (r + fma(r * r, _exp_series(r), rest)), bits)


def _expm1_of(x: Vector) -> tuple[Vector, Pair]:
    """n + 2046 in the last bits, and a pair that times 2**n is exp(x) - 1, for |x| < 750."""
    n, bits, (r, rest) = _reduced(x)
    series = fma(r * r, _exp_series(r), rest)
    back = (n < 64.0).select(_of_exponent(like(x, 3069, WHOLE) - bits), 0.0)  # 2**-n
    high, low = sum_of(1.0 - back, r)
    return bits, sum_of(high, low + series)


def _expm1(x: Vector) -> Vector:
    bits, (high, low) = _expm1_of(_between(x, -40.0, 711.0))
    return (abs(x) < 1e-300).select(x, _scaled(high + low, bits))  # -0.0 too


def _expm1_near(x: Vector) -> Pair:
    """exp(x) - 1 as a pair, for |x| < 50."""
    bits, (high, low) = _expm1_of(x)
    scale = _of_exponent(bits - 1023)
    return high * scale, low * scale


def _tanh(x: Vector) -> Vector:
    """-e / (2 + e) of e = exp(-2 |x|) - 1."""
    high, low = _expm1_near(-2.0 * _between(abs(x), 0.0, 22.0))
    above, rest = sum_of(2.0, high)
    q, more = quotient((-high, -low), (above, rest + low))
    return (q + more).signed(x)


def _sinh(x: Vector) -> Vector:
    """(e + e / (1 + e)) / 2 of e = exp(|x|) - 1, and exp(|x|) / 2 far away."""
    size = abs(x)
    high, low = _expm1_near(_between(size, 0.0, 30.0))
    above, rest = sum_of_any(1.0, high)
    q, more = quotient((high, low), (above, rest + low))
    y = 0.5 * (high + (q + (more + low)))
    return (size < 30.0).select(y, _exp_of(size, less=1)).signed(x)


def _cosh(x: Vector) -> Vector:
    half = _exp_of(abs(x), less=1)
    return half + 0.25 / half


# ---------------------------------------------------------------------------------- logarithms

_ROOT_HALF = 0x3FE6A09E667F3BCD  # the bits of sqrt(1/2)
_ODD = tuple(Fraction(1, k) for k in range(3, 81, 2))


def _atanh_series(z: Vector, first: int = 0) -> Vector:
    """2 * atanh(s) = 2 s + s (2 / 3 z + 2 / 5 z**2 + ...), z = s * s: its terms from there on."""
    series = tuple(2 * one for one in _ODD[first : first + 16])
    return polynomial(z, shorter(series, 0.0, 0.03, 7 + first))


def _split(x: Vector) -> Pair:
    """k and f, x = 2**k * (1 + f), 1 + f between sqrt(1/2) and sqrt(2), for x of full length."""
    bits = x.bits()
    k = (bits - _ROOT_HALF) >> 52
    return k.as_float(), (bits - (k << 52)).float_of_bits() - 1.0


def _split_any(x: Vector) -> Pair:
    """The same for numbers so small that they have fewer digits."""
    tiny = x < LEAST
    n, f = _split(tiny.select(x * 2.0**54, x))
    return tiny.select(n - 54.0, n), f


def _log_of(f: Vector, more: Vector | float = 0.0) -> Vector:
    """f - that is log(1 + f) + more, by the series of 2 * atanh(s), s = f / (2 + f); f is added
    last, as it is exact."""
    s = f / (f + 2.0)
    z = s * s
    half = f * f * 0.5
    return half - fma(s, fma(z, _atanh_series(z), half), more)


def _natural(n: Vector, f: Vector, more: Vector | float = 0.0) -> Vector:
    return fma(n, _LN2[0], f - (_log_of(f, more) - n * _LN2[1]))


def _of_all(x: Vector, y: Vector, zero: float = 0.0) -> Vector:
    """A logarithm, and what it is where its series does not hold; that of `zero` is infinite."""
    y = x.equals(zero).select(-math.inf, y)
    y = x.equals(math.inf).select(x, y)
    return ((x < zero) | x.is_nan()).select(math.nan, y)


def _log(x: Vector) -> Vector:
    quick = _natural(*_split(x))
    _unless((x < LEAST) | ~(x < math.inf), ["any_log"], [quick], x)
    return quick


def _any_log(x: Vector) -> Vector:
    return _of_all(x, _natural(*_split_any(x)))


def _log1p(x: Vector) -> Vector:
    """log(u) + c / u of u = 1 + x, which is rounded by c; 1 / u by the first terms of its series in
    the s of the logarithm, as c is small."""
    u = 1.0 + x
    c = x - (u - 1.0)  # both exact
    k, f = _split(u)
    s = f / (f + 2.0)
    whole = (u.bits() - _ROOT_HALF) >> 52
    inverse = fma(fma(s, 2.0, -2.0), s, 1.0) * ((1023 - whole) << 52).float_of_bits()
    quick = _natural(k, f, c * inverse).signed(x)  # -0.0 too
    _unless((x < -0.999) | ~(x < 2.0**53), ["any_log1p"], [quick], x)
    return quick


def _any_log1p(x: Vector) -> Vector:
    u, c = sum_of_any(1.0, x)
    return _of_all(x, _natural(*_split(u), c / u), -1.0)


def _logarithm(base: float, low: float, two: float, rest: float) -> Callable[[Vector], Vector]:
    """Of another base: 1 / log(base) and log(2) / log(base) are base + low and two + rest."""

    def logarithm(x: Vector) -> Vector:
        n, f = _split_any(x)
        high, more = sum_of(f, -_log_of(f))
        y, small = product(high, like(x, base))
        small = small + (high * low + more * base) + n * rest
        whole, other = sum_of(n * two, y)
        return _of_all(x, whole + (other + small))

    return logarithm


def _long_log(n: Vector, f: Vector) -> Pair:
    """The logarithm as a pair, of twice as many digits: the first terms of the series are pairs."""
    sh, sl = quotient((f, like(f, 0.0)), sum_of(2.0, f))
    zh, zl = product(sh, sh)
    zl = fma(2.0 * sh, sl, zl)
    th, tl = sum_of(like(f, 2.0 / 3.0), zh * _atanh_series(zh, 1))
    tl = tl + 3.700743415417188e-17  # 2 / 3 - float(2 / 3)
    uh, ul = product(zh, th)
    ul = ul + fma(zh, tl, zl * th)
    wh, wl = product(sh, uh)
    wl = wl + fma(sh, ul, sl * uh)
    high, low = sum_of(2.0 * sh, wh)
    low = low + fma(sl, 2.0, wl)
    h, rest = sum_of(n * _LN2[0], high)
    return sum_of(h, rest + fma(n, _LN2[1], low))


def _pow(x: Vector, y: Vector) -> Vector:
    """exp(y * log(x)) of a long logarithm, where both are ordinary."""
    h, rest = _long_log(*_split(x))
    p, more = product(y, h)
    quick = _exp_of(p, fma(y, rest, more))
    _unless((x < LEAST) | ~(x < math.inf) | ~(abs(p) < 700.0), ["any_pow"], [quick], x, y)
    return quick


def _any_pow(x: Vector, y: Vector) -> Vector:
    """What C99's pow says of all numbers, and Python's with it."""
    size = abs(x)
    h, rest = _long_log(*_split_any(size))
    h = size.equals(0.0).select(-math.inf, size.equals(math.inf).select(size, h))
    h = size.is_nan().select(size, h)
    p, more = product(y, h)
    found = _exp_of(p, (abs(p) < 1000.0).select(fma(y, rest, more), 0.0))
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
    y = _exp_of(_natural(*_split(a)) * (1.0 / 3.0))
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
    """n in the last bits, and the sine and the cosine of x - n * pi / 2 as pairs, |x| < 2**45."""
    n, bits = _rounded(x, 2.0 / math.pi)
    first = fma(n, -_HALF_PI[0], x)  # exact
    second, rest = product(n, like(x, _HALF_PI[1]))
    r = first - second
    back = fma(n, _HALF_PI[2], rest - ((first - r) - second))
    z = r * r
    less = fma(z * r, polynomial(z, [-one for one in shorter(_SIGNS[3::2], 0.0, 0.62, 6)]), back)
    part, rest = sum_of(1.0, -0.5 * z)
    series = fma(z * z, polynomial(z, shorter(_SIGNS[4::2], 0.0, 0.62, 6)), rest)
    return bits, (r, -less), (part, fma(r, back, series))  # so that the sine of -0.0 is -0.0


def _far(x: Vector) -> Vector:
    return ~(abs(x) < _FAR)


def _of_quarter(quarter: Vector, even: Pair, odd: Pair) -> Vector:
    """Which of them it is, and its sign."""
    y = (quarter & 1).differs(0).select(odd[0] + odd[1], even[0] + even[1])
    return (y.bits() ^ ((quarter & 2) << 62)).float_of_bits()


def _sin(x: Vector) -> Vector:
    quarter, sine, cosine = _turned(x)
    quick = _of_quarter(quarter, sine, cosine)
    _unless(_far(x), ["far_sin"], [quick], x)
    return quick


def _cos(x: Vector) -> Vector:
    quarter, sine, cosine = _turned(x)
    quick = _of_quarter(quarter + 1, sine, cosine)
    _unless(_far(x), ["far_cos"], [quick], x)
    return quick


def _sincos(x: Vector) -> Pair:
    quarter, sine, cosine = _turned(x)
    quick = _of_quarter(quarter, sine, cosine), _of_quarter(quarter + 1, sine, cosine)
    _unless(_far(x), ["far_sin", "far_cos"], quick, x)
    return quick


def _tan(x: Vector) -> Vector:
    quarter, sine, cosine = _turned(x)
    odd = (quarter & 1).differs(0)
    (s, t), (c, d) = sum_of(*sine), sum_of(*cosine)
    high, low = quotient(
        (odd.select(c, s), odd.select(d, t)), (odd.select(-s, c), odd.select(-t, d))
    )
    _unless(_far(x), ["far_tan"], [y := (abs(x) < 1e-9).select(x, high + low)], x)
    return y


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

_STEPS = 128  # of the table between two whole numbers
_MOST = 6.0  # where erf is 1
_ROWS = 1024  # of a table


def _near_table(size: Vector, name: str, width: int, count: int) -> tuple[list[Vector], Vector]:
    """What the table has at the r that is nearest, and how far erf(r + d) is from erf(r), by
    Taylor's series of so many terms: Hermite's polynomials of r times exp(-r * r)."""
    n, bits = _rounded(size, _STEPS)
    r = n * (1.0 / _STEPS)
    d = size - r
    *values, slope = [_from_table(name, bits & (_ROWS - 1), width, at) for at in range(width)]
    terms: list[Vector] = [like(r, 1.0), -r]
    for k in range(1, count - 1):
        before = terms[-2] * (-2.0 * k / ((k + 1) * (k + 2)))
        terms.append(fma(r * (-2.0 / (k + 2)), terms[-1], before))
    found = terms.pop()
    while terms:
        found = fma(found, d, terms.pop())
    return [*values, *product(slope, d)], found


def _erf(x: Vector) -> Vector:
    (high, low, step, rest), series = _near_table(_between(abs(x), 0.0, _MOST), "erf", 3, 6)
    return (high + fma(step, series, low + rest)).signed(x)


def _erfc(x: Vector) -> Vector:
    (value, step, _), series = _near_table(_between(abs(x), 0.0, _MOST), "erfc", 2, 8)
    y = fma(-step, series, value)
    quick = (x < 0.0).select(2.0 - y, y)
    _unless(~(x < _MOST), ["far_erfc"], [quick], x)
    return quick


def _bell(x: Vector) -> Vector:
    """exp(-x * x), of the square as a pair."""
    near = _between(abs(x), 0.0, 40.0)
    high, low = product(near, near)
    return _exp_of(-high, -low)


def _from_table(name: str, at: Vector, width: int, column: int) -> Vector:
    place = at.new(f"mul {WHOLE} {at.name}, {at.named(width, WHOLE)}", WHOLE) + column
    where = at.new(f"getelementptr double, ptr @table_{name}, {WHOLE} {place.name}", "")
    return at.new(
        f"call {REAL} @llvm.masked.gather.v{LANES}f64.v{LANES}p0(<{LANES} x ptr> {where.name}, "
        f"i32 8, {TRUTH} splat (i1 true), {REAL} zeroinitializer)"
    )


@cache
def _erf_tables() -> str:
    """erf(r) as a pair, and its slope, for each r; erfc(r), and the same; by erf's series in whole
    numbers. No number has another row, not even nan."""
    one = 1 << 200
    half = sum(map(Fraction, _HALF_PI), Fraction(0))
    root = math.isqrt(int(4 * one * one / (2 * half)))  # 2 / sqrt(pi)
    of_erf, of_erfc = [], []
    for step in range(_STEPS * int(_MOST) + 1):
        total, slopes, term, k = 0, 0, one * step // _STEPS, 0
        while abs(term) > 1:
            total += term // (2 * k + 1)
            slopes += term  # times r
            k += 1
            term = -term * step * step // (_STEPS * _STEPS * k)
        value = Fraction(total * root, one * one)
        slope = float(Fraction(slopes * root * _STEPS, one * one * step)) if step else root / one
        of_erf += [float(value), float(value - Fraction(float(value))), slope]
        of_erfc += [float(1 - value), slope]
    return "\n".join([_table("erf", of_erf, 3), _table("erfc", of_erfc, 2)])


def _table(name: str, numbers: Sequence[float], width: int) -> str:
    rows = [*numbers, *[0.0] * (width * _ROWS - len(numbers))]
    values = ", ".join([f"double {constant(value)}" for value in rows])
    return f"@table_{name} = private constant [{len(rows)} x double] [{values}]"


_FUNCTIONS: tuple[Callable[..., Vector | Pair], ...] = (
    *(_exp, _exp2, _expm1, _tanh, _sinh, _cosh, _log, _any_log, _log1p, _any_log1p, _pow, _any_pow),
    *(_cbrt, _hypot, _sin, _cos, _sincos, _tan, _atan, _atan2, _asin, _acos, _erf, _erfc, _bell),
)
OWN: dict[str, Callable[..., Vector | Pair]] = {
    **{one.__name__[1:]: one for one in _FUNCTIONS},
    "log2": _logarithm(1.4426950408889634, 2.0355273740931033e-17, 1.0, 0.0),
    "log10": _logarithm(
        0.4342944819032518, 1.098319650216765e-17, 0.30102999560767785, 5.630334806675098e-11
    ),
    "copysign": Vector.signed,
}
