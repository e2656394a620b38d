"""What Python's operators and `math` are in C: libm's functions, and some of our own.

In: names and numbers. Out: what they are in C, and the text of what libm lacks, the same to the
last bit. A room of its own because it is about C alone, and its neighbours about what is emitted.
"""

from __future__ import annotations

import math

_SAME = "sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh exp exp2 expm1 log log2 log10"
_SAME += " log1p erf erfc cbrt sqrt atan2 fmod copysign remainder fabs ldexp nextafter"
LIBM = {
    **{f"math.{name}": name for name in _SAME.split()},
    **{
        "abs": "fabs",
    },
    **{"math.floor": "floor", "math.ceil": "ceil", "math.trunc": "trunc", "round": "nearbyint"},
}
WHOLE = ("math.floor", "math.ceil", "math.trunc", "round")  # an int, which has no -0.0
FACTORS = {"math.degrees": 180.0 / math.pi, "math.radians": math.pi / 180.0}
OWN = {
    "**": "py_pow",
    **{
        "min": "py_min",
        "max": "py_max",
        "%": "py_mod",
        "//": "py_floordiv",
        "math.hypot": "py_hypot",
    },
    **{
        "[]": "py_item",
        "[]=": "py_put",
        "math.modf[0]": "py_fraction",
        "math.modf[1]": "py_whole",
        "math.frexp[0]": "py_mantissa",
        "math.frexp[1]": "py_exponent",
        "math.ulp": "py_ulp",
        "bisect.bisect_left": "py_bisect_left",
        "bisect.bisect_right": "py_bisect_right",
    },
}
_TAKEN = """auto break case char const continue default do double else enum extern float for goto if
inline int long register restrict return short signed sizeof static struct switch typedef union
unsigned void volatile while main out status y0 y1 yn j0 j1 jn gamma signgam NAN INFINITY hypot rint
round trunc floor ceil fmin fmax fma frexp ldexp modf logb ilogb fdim isnan isinf signbit bool true
false tgamma lgamma"""
RESERVED = {*_TAKEN.split(), *LIBM.values(), *OWN.values()}

TEXT = {
    # Compilers make products of some powers, which are better, but not the same.
    "py_pow": """\
static double py_pow(double x, double y)
{
    double (*volatile power)(double, double) = pow;
    return power(x, y);
}""",
    "py_min": """\
static double py_min(double x, double y)
{
    return y < x ? y : x;
}""",
    "py_max": """\
static double py_max(double x, double y)
{
    return y > x ? y : x;
}""",
    "py_mod": """\
static double py_mod(double x, double y)
{
    double rest = fmod(x, y);
    if (rest == 0.0)
        return copysign(0.0, y);
    return (rest < 0.0) != (y < 0.0) ? rest + y : rest;
}""",
    "py_floordiv": """\
static double py_floordiv(double x, double y)
{
    double rest = fmod(x, y), whole, found;
    whole = (x - rest) / y;
    if (rest != 0.0 && (rest < 0.0) != (y < 0.0))
        whole -= 1.0;
    if (whole == 0.0)
        return copysign(0.0, x / y);
    found = floor(whole);
    return whole - found > 0.5 ? found + 1.0 : found;
}""",
    "py_fraction": """\
static double py_fraction(double x)
{
    double whole;
    return modf(x, &whole);
}""",
    "py_whole": """\
static double py_whole(double x)
{
    double whole;
    modf(x, &whole);
    return whole;
}""",
    "py_mantissa": """\
static double py_mantissa(double x)
{
    int exponent;
    return frexp(x, &exponent);
}""",
    "py_exponent": """\
static double py_exponent(double x)
{
    int exponent = 0;
    if (isnan(x) || isinf(x))
        return 0.0;
    frexp(x, &exponent);
    return (double)exponent;
}""",
    "py_ulp": """\
static double py_ulp(double x)
{
    double next;
    x = fabs(x);
    if (isnan(x) || isinf(x))
        return x;
    next = nextafter(x, INFINITY);
    return isinf(next) ? x - nextafter(x, -INFINITY) : next - x;
}""",
    "py_item": """\
/* The number in a table at that place; from its end for a negative one. */
static double py_item(const double *table, long count, double at, int *status)
{
    if (at < 0.0)
        at += (double)count;
    if (at >= 0.0 && at < (double)count)
        return table[(long)at];
    *status = -1;
    return NAN;
}""",
    "py_put": """\
/* Put a number into a table at that place; from its end for a negative one. */
static void py_put(double *table, long count, double at, double value, int *status)
{
    if (at < 0.0)
        at += (double)count;
    if (at >= 0.0 && at < (double)count)
        table[(long)at] = value;
    else
        *status = -1;
}""",
    "py_bisect_left": """\
static double py_bisect_left(const double *table, long count, double x)
{
    long low = 0, high = count;
    while (low < high) {
        long middle = (low + high) / 2;
        if (table[middle] < x)
            low = middle + 1;
        else
            high = middle;
    }
    return (double)low;
}""",
    "py_bisect_right": """\
static double py_bisect_right(const double *table, long count, double x)
{
    long low = 0, high = count;
    while (low < high) {
        long middle = (low + high) / 2;
        if (x < table[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return (double)low;
}""",
    # As math.hypot of CPython 3.11, whose result is corrected for what its sum is rounded by.
    "py_hypot": """\
static double py_hypot(int count, const double *given)
{
    double sum = 1.0, low1 = 0.0, low2 = 0.0, low3 = 0.0, most = 0.0;
    double scale = 1.0, x, high, low, before, h;
    int at, exponent, step;
    for (at = 0; at < count; at++)
        if (isinf(given[at]))
            return INFINITY;
    for (at = 0; at < count; at++) {
        if (isnan(given[at]))
            return NAN;
        if (fabs(given[at]) > most)
            most = fabs(given[at]);
    }
    if (most == 0.0)
        return 0.0;
    frexp(most, &exponent);
    if (exponent < -1023) {
        for (at = 0; at < count; at++) {
            x = fabs(given[at]) / most;
            x *= x;
            before = sum;
            sum += x;
            low1 += (before - sum) + x;
        }
        return most * sqrt(sum - 1.0 + low1);
    }
    scale = ldexp(1.0, -exponent);
    for (at = 0; at <= count; at++) {
        step = at == count; /* the square of what was found, to be taken off */
        h = step ? sqrt(sum - 1.0 + (low1 + low2 + low3)) : 0.0;
        x = step ? h : fabs(given[at]) * scale;
        high = x * 134217729.0;
        high = high - (high - x);
        low = x - high;
        x = step ? -high * high : high * high;
        before = sum;
        sum += x;
        low1 += (before - sum) + x;
        x = step ? -2.0 * high * low : 2.0 * high * low;
        before = sum;
        sum += x;
        low2 += (before - sum) + x;
        if (step) {
            x = -low * low;
            before = sum;
            sum += x;
            low3 += (before - sum) + x;
            x = sum - 1.0 + (low1 + low2 + low3);
            return (h + x / (2.0 * h)) / scale;
        }
        low3 += low * low;
    }
    return NAN;
}""",
}


def number(value: float) -> str:
    """A literal of the same bits.

    >>> number(-0.0), number(-math.inf)
    ('-0.0', '-INFINITY')
    """
    if math.isnan(value):
        return "NAN"
    sign = "-" if math.copysign(1.0, value) < 0.0 else ""
    return sign + ("INFINITY" if math.isinf(value) else repr(abs(float(value))))


def c_name(name: str) -> str:
    """An identifier of C's, which is nobody else's."""
    plain = "".join(c if c.isascii() else f"u{ord(c):x}" for c in name)
    return f"{plain}_" if plain in RESERVED else plain
