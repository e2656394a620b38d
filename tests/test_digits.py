"""The digits of derivatives: first partials of every row of the op table to 4 units in the last
place, second ones to 16, against mpmath at 60 digits and more, as a user gets them at `safe`: by
the gradient and the Hessian of the op. `pytest -s` prints the worst of each row, `-m slow` tries
more points of SciPy's.

What SciPy itself computes is as exact as SciPy is: a partial may be wrong by what it would be if
all else in it were exact, and by these units on top of that. What costs more operations than
anybody would accept stands in `LEDGER`, with the reason.
"""

import itertools
import math
import random
import sys

import mpmath
import pytest

import lazyad as la
from lazyad.evaluation import evaluate
from lazyad.graph import OPS
from lazyad.values.structure import leaves
from tests.test_cancellation import EXACT
from tests.test_ops import MPMATH
from tests.test_special import ROWS, SCIPY, mp_chndtr, mp_faddeeva, mp_inverse

mp = mpmath.mp
FIRST, SECOND = 4.0, 16.0


def mp_integral(bessel, struve, sign):
    """From 0 to x, of a Bessel function of order 0."""
    return lambda x: (
        mpmath.pi * x / 2 * (bessel(0, x) * struve(-1, x) + sign * bessel(1, x) * struve(0, x))
    )


def mp_struve_integral(sign):
    return lambda x: x * x / mpmath.pi * mpmath.hyper([1, 1], [2, 1.5, 1.5], sign * x * x / 4)


INTEGRALS = {  # of the rows that are asked for through a function of another name
    "ncx2_sf": lambda x, df, nc: 1 - mp_chndtr(x, df, nc),
    "ncx2_isf": lambda q, df, nc: mp_inverse(
        lambda df, nc, x: 1 - mp_chndtr(x, df, nc), lambda df, nc, q: OPS["ncx2_isf"](q, df, nc)
    )(df, nc, q),
    "itj0": mp_integral(mpmath.besselj, mpmath.struveh, 1),
    "ity0": mp_integral(mpmath.bessely, mpmath.struveh, 1),
    "iti0": mp_integral(mpmath.besseli, mpmath.struvel, -1),
    "itk0": mp_integral(mpmath.besselk, mpmath.struvel, 1),
    "itairy0": lambda x: mpmath.airyai(x, derivative=-1),
    "itairy1": lambda x: mpmath.airybi(x, derivative=-1),
    "itairy2": lambda x: -mpmath.airyai(-x, derivative=-1),
    "itairy3": lambda x: -mpmath.airybi(-x, derivative=-1),
    "itstruve0": mp_struve_integral(-1),
    "itmodstruve0": mp_struve_integral(1),
}
ANALYTIC = {
    "wofz": mp_faddeeva,
    "hankel1": mpmath.hankel1,
    "hankel2": mpmath.hankel2,
    "hankel1e": lambda v, z: mpmath.exp(-1j * z) * mpmath.hankel1(v, z),
    "hankel2e": lambda v, z: mpmath.exp(1j * z) * mpmath.hankel2(v, z),
    "erf": mpmath.erf,
    "erfc": mpmath.erfc,
    "erfi": mpmath.erfi,
    "gamma": mpmath.gamma,
    "loggamma": mpmath.loggamma,
    "rgamma": mpmath.rgamma,
    "expi": mpmath.ei,
    "exp1": mpmath.e1,
    "wrightomega": lambda z: mpmath.lambertw(mpmath.exp(z)),
    "jv": mpmath.besselj,
    "yv": mpmath.bessely,
    "iv": mpmath.besseli,
    "kv": mpmath.besselk,
    "hyp0f1": mpmath.hyp0f1,
    "hyp1f1": mpmath.hyp1f1,
}
ONCE = {"gamma", "loggamma", "rgamma"}  # nobody knows the derivative of a complex digamma
PARTS = {  # a row for each part of a function of a complex number
    f"{name}_{part}": lambda *args, function=function, part=part: getattr(
        mpmath.mpc(function(*args[:-2], mpmath.mpc(*args[-2:]))), part
    )
    for name, function in {**ANALYTIC, "digamma": mpmath.digamma}.items()
    for part in ("real", "imag")
}
OF_SCIPY = {*ROWS, *INTEGRALS, *PARTS}
TRUE = {**MPMATH, **SCIPY, **INTEGRALS, **PARTS}

# Units in the last place of the first and of the second partials; the size of the terms of which a
# partial is the difference, where it has a zero in its domain, which are the units that count
# there; and why.
EXACTLY = (FIRST, SECOND, lambda key, *args: 0.0, "")
OF_TERMS = "it has zeros, where terms that are right themselves cancel"
LEDGER = {
    "cbrt": (
        6,
        16,
        lambda key, x: 0.0,
        "math.cbrt is off by one unit already, and its square by two; out / x, which is not, has no"
        " value at 0",
    ),
    "pow": (
        4,
        16,
        lambda key, x, y: x ** (y - 1.0) if key == (1, 0) and x > 0.0 else 0.0,
        OF_TERMS,
    ),
    "fpow": (
        4,
        16,
        lambda key, x, y: x ** (y - 1.0) if key == (1, 0) and x > 0.0 else 0.0,
        OF_TERMS,
    ),
    "atan2": (
        4,
        16,
        lambda key, y, x: 1.0 / math.hypot(x, y) / math.hypot(x, y) if key == (1, 0) else 0.0,
        OF_TERMS,
    ),
    "sinc": (4, 16, lambda key, x: 1.0 / abs(x) if abs(x) > 0.25 else 0.0, OF_TERMS),
    "sine_ratio": (4, 16, lambda key, x: 1.0 / abs(x) if abs(x) > 0.75 else 0.0, OF_TERMS),
}
# Where what counts are the units of 1: what is as large as that and has zeros, or cancels.
WAVES = """
    j0 j1 jv y0 y1 yv spherical_jn spherical_yn struve ber bei berp beip ker kei kerp keip airyai
    airyaip airybi airybip lpmv eval_jacobi eval_legendre eval_gegenbauer eval_chebyt eval_chebyu
    eval_hermite eval_hermitenorm eval_genlaguerre eval_laguerre ellipsn ellipcn wright_bessel
    rgamma poch binom ellipam betaincinv itj0 ity0 itairy0 itairy1 itairy2 itairy3 itstruve0
""".split()
LEDGER |= dict.fromkeys(WAVES, (FIRST, SECOND, lambda key, *args: 1.0, "the zeros of waves"))
EXPONENT = "the rounding of an exponent, or of an order of SciPy's function"
for names, first, second, why in [
    ("poch stdtrit", 8, 16, EXPONENT),
    ("inv_boxcox1p", 5, 16, "the rounding of an exponent, which is a logarithm"),
]:
    LEDGER |= {
        name: (first, second, *LEDGER.get(name, EXACTLY)[2:3], why) for name in names.split()
    }
LEDGER["log_wright_bessel"] = (
    4,
    16,
    lambda key, a, b, x: 1.0 if len(key) == 2 else 0.0,
    "the difference of two slopes",
)
LEDGER["hyp2f1"] = (
    4,
    16,
    lambda key, a, b, c, x: a * b / c * ((a + 1.0) * (b + 1.0) / (c + 1.0) if key[1:] else 1.0),
    OF_TERMS,
)
LEDGER |= {
    name: (
        4,
        16,
        lambda key, *args, name=name: abs(OPS[name](*args)) / abs(args[-1]) ** len(key),
        OF_TERMS,
    )
    for name in ("i1e", "ive")
}
LEDGER["ellipdn"] = (
    4,
    16,
    lambda key, u, m: 0.2 / la.ellipdn(u, m) ** 3 if key == (1, 1) else 0.0,
    "near m = 1 terms cancel that are as large as dn**-3",
)
LEDGER |= dict.fromkeys(
    ["gammainc", "gammaincc"],
    (4, 16, lambda key, a, x: 1.0 if len(key) == 2 else 0.0, OF_TERMS),
)


def size_of_part(name, order, args):
    """How large that derivative is of which this row is a part, or the terms of which it is made;
    that of erf is an exponential of z * z."""
    name = name.rpartition("_")[0]
    given, z = [mpmath.mpf(v) for v in args[:-2]], mpmath.mpc(*args[-2:])
    with mp.workdps(40):
        slope = abs(mpmath.diff(lambda z: ANALYTIC[name](*given, z), z, order))
        if name in ("erf", "erfc", "erfi"):
            return float(slope * max(1, abs(z) ** 2))
        if name.endswith("v") or name.startswith("hankel"):
            slope = max(slope, abs(ANALYTIC[name](*given, z)) * max(1, given[0] / abs(z)) ** order)
    return float(slope)


LEDGER |= dict.fromkeys(
    ["chndtr", "ncx2_sf"],
    (
        8,
        16,
        lambda key, x, df, nc: (
            max(OPS["ncx2_density"](df + n, nc, x) for n in (0.0, 2.0, 4.0))
            * (0.5 + abs(0.5 * df - 1.0) / x)
            if key[1:]
            else 0.0
        ),
        "the rounding of exponents; and second partials are differences of densities",
    ),
)
INVERSES = {name: la.grad(OPS[name], argnums=(0, 2)) for name in ("chndtrix", "ncx2_isf")}
LEDGER |= {
    name: (
        4,
        16,
        lambda key, p, df, nc, name=name, grad=grad: (
            (abs(grad(p, df, nc)[0]) if 0 in key else 1.0)
            * (0.5 + abs(grad(p, df, nc)[1] * (0.5 * df - 1.0) / OPS[name](p, df, nc)))
            if key[1:]
            else 0.0
        ),
        "as what moves along with the quantile cancels",
    )
    for name, grad in INVERSES.items()
}
QUANTILES = {name: la.grad(OPS[name]) for name in ("gammaincinv", "gammainccinv")}
LEDGER |= {
    name: (
        4,
        16,
        lambda key, a, y, grad=grad: max(1.0, abs(math.prod(grad(a, y)))) if key == (1, 0) else 1.0,
        "what moves along with the quantile cancels in its tail, and has the units of that",
    )
    for name, grad in QUANTILES.items()
}
LEDGER["owens_t"] = (
    4,
    16,
    lambda key, h, a: 0.2 * abs(h) * math.exp(-0.5 * h * h) if key == (0, 0) else 0.0,
    OF_TERMS,
)
LEDGER["voigt_profile"] = (
    8,
    16,
    lambda key, x, sigma, gamma: (
        la.voigt_profile(x, sigma, gamma) / max(sigma, gamma, 0.25 * abs(x)) ** len(key)
        if key != (0,)
        else 0.0
    ),
    "x / sigma is rounded, whose square is an exponent; and it has zeros, where terms cancel",
)
LEDGER["beta"] = (
    4,
    16,
    lambda key, x, y: (1.0 / x + 1.0 / y) / (x + y) if key == (1, 0) else 0.0,
    OF_TERMS,
)

LEDGER |= {
    name: (
        4,
        64 if name.startswith(("hyp", "iv", "kv")) else 16,  # whose orders are rounded twice
        lambda key, *args, name=name: size_of_part(name, len(key), args),
        "a part has zeros, and terms cancel",
    )
    for name in PARTS
}

NO_DIGITS = {  # whose partials are 0, 1 or -1, or are looked at in test_ops.py
    *("where", "and_", "or_", "not_", "lt", "le", "gt", "ge", "eq", "ne", "floordiv", "mod"),
    *("fmod", "min", "max", "clip", "along", "abs", "sign", "floor", "ceil", "trunc", "round_"),
    *("round_to", "copysign", "ieee_remainder", "fractional", "integral", "mantissa", "exponent"),
    *("ldexp", "nextafter", "ulp", "ratio", "gammasgn", "stop_gradient"),
    *("digamma_real", "digamma_imag"),
}
OUTSIDE = {  # what is not looked at
    "atan2": lambda y, x: y == 0.0 and x <= 0.0,  # where it jumps
    "hypot": lambda x, y: x == y == 0.0,  # where it has a kink
    "pow": lambda x, y: abs(y) > 1e150,  # y * (y - 1.0) is too large for a float
    "fpow": lambda x, y: abs(y) > 1e150,
    "hyperu": lambda a, b, x: not 0.1 < b < 1.99,  # where SciPy's own value has eight digits
    "lpmv": lambda m, v, x: abs(x) > 0.9,  # its partials are quotients by 1 - x * x
    "stdtrit": lambda df, p: df < 0.1,  # it is beyond 1e100
    "betaincinv": lambda a, b, y: a < 0.1,  # it is below 1e-100
    "betainccinv": lambda a, b, y: b < 0.1 or a < 0.1,
    "chndtrix": lambda p, df, nc: p > 1.0 - 1e-9,  # where SciPy's own value has five digits
    "ncx2_isf": lambda q, df, nc: q > 1.0 - 1e-9,
    "zeta": lambda s, q: s < 1.0,
    # Left of 0 they are reflected, and right to a few units of the largest term; mpmath is slow for
    # large ones.
    "gamma": lambda x: not 1e-20 < x < 1e3,
    "lgamma": lambda x: not 1e-20 < x < 1e20,
    "digamma": lambda x: not 1e-20 < x < 1e20,
}

# What mpmath takes long for.
LONG = set(
    "lpmv owens_t kerp keip gammainc gammaincc gammainccinv k0 k0e k1 k1e ker kei kv kve zeta "
    "betaincinv stdtrit "
    "itk0 ity0 ncx2_sf ncx2_isf "
    "boxcox boxcox1p inv_boxcox ndtri_exp erfcx spence digamma wright_bessel betainccinv "
    "gammaincinv ellipe poch y0 y1 ellipkinc ellipeinc ellipsn ellipcn ellipdn ellipam elliprc "
    "elliprd elliprf elliprg elliprj chndtr chndtrix log_wright_bessel pbdv voigt_profile".split()
) | set(PARTS)
# What it takes a second or more for at each point: a sweep has 24 points, a third of them well
# inside, the others of all sizes as everywhere.
LONGEST = set(
    "k0 k0e k1 k1e itk0 kerp keip lpmv owens_t elliprd elliprg elliprj voigt_profile chndtrix "
    "ncx2_isf".split()
) | {name for name in PARTS if name.startswith(("erf", "hankel", "kv", "wofz"))}

SMALL = [1e-300, 1e-200, 1e-154, 1e-100, 1e-20, 1e-17, 1e-9, 1e-5, 1e-3, 0.01]
AROUND = [0.1, 0.2499, 0.2501, math.nextafter(0.5, 0.0), 0.5, 0.65, 0.75, 0.999, 1.0 - 1e-12]
LARGE = [1.0 + 1e-12, 1.001, 1.5, 2.0, 5.0, 18.5, 26.0, 30.0, 355.0, 700.0]
HUGE = [1e5, 1e8, 1e16, 1e100, 1e138, 1e150, 1e200, 1e300]
NEAR_ONE = [math.nextafter(1.0, 0.0), 1.0, math.nextafter(1.0, 2.0)]
POINTS = [0.0, *SMALL, *AROUND, *NEAR_ONE, *LARGE, *HUGE]


def points(op, several=False):
    """Where formulas break, numbers of every size, and the row's own domain; of SciPy's rows the
    domain and what is around it. Few of them unless several are wanted: mpmath takes long."""
    draw = random.Random(op.name)
    inside = [[draw.uniform(*interval) for interval in op.domain] for _ in range(24)]
    if op.name in OF_SCIPY or op.name == "polygamma":
        around = [[near(draw, *interval) for interval in op.domain] for _ in range(60)]
        if several:
            return inside[:8] + around[:16] if op.name in LONGEST else inside + around
        return inside[:5] + around[:10]
    signed = [sign * x for x in POINTS for sign in (1.0, -1.0)]
    sizes = [
        [draw.choice((1, -1)) * 10.0 ** draw.uniform(-20, 3) for _ in op.domain] for _ in range(25)
    ]
    if op.arity == 1:
        pairs = [[x] for x in signed]
    else:
        pairs = [[*pair] for pair in itertools.product(signed, signed)]
    if several:
        return draw.sample(pairs, min(250, len(pairs))) + inside + sizes
    return draw.sample(pairs, 40) + inside[:10] + sizes[:10]


def near(draw, low, high):
    """A number of any size up to some times those of the interval; near its ends, where these are
    singular points."""
    if low == high:
        return float(draw.randrange(9)) if low >= 1.0 else low
    if draw.random() < 0.35:
        return draw.uniform(low, high)
    small = 10.0 ** draw.uniform(-12, -1)
    if 0.9 <= high <= 1.0 or high == 1.99:
        end = math.ceil(high) - small
        near_zero = draw.choice((1.0, -1.0)) * small if low < 0.0 else small
        return draw.choice((end, near_zero, -end if low == -high else near_zero))
    if low < 0.0:
        below = low * 10.0 ** draw.uniform(-12, 0.8)
        return draw.choice((below, -below)) if high > 0.0 else below
    least = math.log10(low) - 3 if low <= 1.0 else math.log10(low)
    return 10.0 ** draw.uniform(least, math.log10(8.0 * high))


def gap(x, others):
    """How far mpmath may go from x: not to where another formula or a singular point is."""
    distances = [abs(x), abs(abs(x) - 1), abs(abs(x) - mpmath.mpf(0.5)), mpmath.mpf(1)]
    distances += [abs(abs(x) - abs(y)) for y in others] + [abs(y) for y in others if not x]
    return min(distance for distance in distances if distance)


def differences(function, args, variables):
    """The first and second partials by central differences, exact to 60 digits; None where there
    is none, and a pair of positions or one as the key."""
    at = [mpmath.mpf(x) for x in args]
    steps = [gap(x, at[:i] + at[i + 1 :]) * mpmath.mpf(10) ** -24 for i, x in enumerate(at)]

    def value(*moves):
        moved = list(at)
        for position, times in moves:
            moved[position] = moved[position] + times * steps[position]
        found = mpmath.mpmathify(function(*moved))
        if isinstance(found, mpmath.mpc) or not mpmath.isfinite(found):
            raise ValueError(moved)
        return found

    middle = value()
    for i in variables:
        up, down = value((i, 1)), value((i, -1))
        size = max(abs(middle), abs(at[i]), 1) * mpmath.mpf(10) ** (8 - mp.dps)
        for key, rise, run in [
            ((i,), up - down, 2 * steps[i]),
            ((i, i), up - 2 * middle + down, steps[i] ** 2),
        ]:
            yield key, (rise / run if abs(rise) > size else mpmath.mpf(0))
        for k in [k for k in variables if k < i]:
            corners = [(s * t, value((i, s), (k, t))) for s in (1, -1) for t in (1, -1)]
            rise = sum(sign * corner for sign, corner in corners)
            yield (i, k), (rise / (4 * steps[i] * steps[k]) if abs(rise) > size else mpmath.mpf(0))


def digits_for(op, args):
    """Enough for second differences of what is 1 - x * x, or exp(-x), in its tail."""
    size = max([abs(math.log10(abs(x))) for x in args if x], default=0.0)
    if op.name in OF_SCIPY:
        tail = op.name == "log_ndtr" or op.name.startswith("erf")
        return 200 + int(10.0 * size) + (700 if tail else 0)
    tail = 700 if 15.0 < max(map(abs, args)) < 1000.0 else 0
    return 200 + int(4.5 * size) + tail


def in_ulps(ours, exact, terms, permitted=0.0):
    if not isinstance(ours, float) or not math.isfinite(ours):
        return math.inf
    unit = max(math.ulp(float(exact)), terms * sys.float_info.epsilon)
    return float((abs(mpmath.mpf(ours) - exact) - permitted) / unit)


def fraction(n, x):
    last = int(n) + 3000
    rest = (mpmath.sqrt(x * x + 2 * last) - x) / 2
    for k in range(last - 1, int(n) - 1, -1):
        rest = mpmath.mpf(k) / 2 / (x + rest)
    return rest


def dawsn_slope(n, x):
    half, a = mpmath.mpf(1) / 2, int(n) // 2 + 1
    b, factor = (half, 1) if n % 2 else (3 * half, x)
    return (-4) ** (a - 1) * mpmath.factorial(a - 1) * factor * mpmath.hyp1f1(a, b, -x * x)


def kve_slope(n, v, x):
    return mpmath.diff(lambda x: mpmath.exp(x) * mpmath.besselk(v, x), x, int(n))


def ive_slope(n, v, x, whole):
    def scaled(x):
        return mpmath.exp(-x) * mpmath.besseli(v, x)

    return whole * (mpmath.diff(scaled, x, int(n)) / scaled(x))


def gamma_density(a, x):
    return mpmath.exp((a - 1) * mpmath.log(x) - x - mpmath.loggamma(a))


OWN = {  # rows that no user calls
    **EXACT,
    "bell": lambda x: mpmath.exp(-x * x),
    "square_exp": lambda x, c: mpmath.exp(c * x * x),
    "square_sine": lambda x, k: mpmath.sin(mpmath.pi / 2 * (x * x + k)),
    "psi_rise": lambda n, x, y: mpmath.psi(int(n), x + y) - mpmath.psi(int(n), x),
    "erfc_fraction": fraction,
    "erfinv_slope": lambda x, y: mpmath.sqrt(mpmath.pi) / 2 * mpmath.exp(x * x),
    "erfcinv_slope": lambda x, q: -mpmath.sqrt(mpmath.pi) / 2 * mpmath.exp(x * x),
    "product_bell": lambda x, y: mpmath.exp(-((x * y) ** 2) / 2),
    "rest_power": lambda x, b: (1 - x) ** (b - 1),
    "root_rate": lambda root, y, power: root / (1 + power * y),
    "student_bell": lambda df, t: (1 + t * t / df) ** (-(df + 1) / 2),
    "beta_slope": lambda whole, x, y: -whole * (mpmath.psi(0, x + y) - mpmath.psi(0, x)),
    "log_bend": lambda n, u, whole, power: u ** (n + 1) * OWN["exprel_slope"](n, power * u),
    "gamma_peak": gamma_density,
    "gamma_bell": lambda n, a, x: (
        mpmath.diff(lambda a: gamma_density(a, x), a, int(n)) / gamma_density(a, x)
    ),
    "gammainc_slope": lambda n, a, x, density: (
        mpmath.diff(lambda a: mpmath.gammainc(a, 0, x, regularized=True), a, int(n))
        * (density / gamma_density(a, x))
    ),
    "lost": lambda x, y: mpmath.mpf(0),
    "kve_slope": kve_slope,
    "ive_slope": ive_slope,
    "exprel_slope": lambda n, x: mpmath.quad(lambda t: t**n * mpmath.exp(x * t), [0, 0.5, 1]),
    "dawsn_slope": dawsn_slope,
    **{
        f"wofz_slope_{part}": lambda n, x, y, part=part: getattr(
            mpmath.diff(mp_faddeeva, mpmath.mpc(x, y), int(n)), part
        )
        for part in ("real", "imag")
    },
    "ncx2_density": lambda df, nc, x: (
        mpmath.exp(-(x + nc) / 2)
        * (x / 2) ** (df / 2 - 1)
        * mpmath.hyp0f1(df / 2, nc * x / 4)
        / mpmath.gamma(df / 2)
        / 2
    ),
    "carlson": lambda *args: mpmath.mpf(OPS["carlson"](*map(float, args))),  # no value of SciPy's
}


def by_scipy(graph, args):
    """How far the outputs are from what they would be if SciPy's values in them were exact."""

    def apply(node, given, wrong):
        name = node.op.name
        if node.op is la.where:
            return given[1] if given[0] else given[2]
        if node.op.condition:
            return node.op(*given)
        function = OWN.get(name) or TRUE[name]
        given = [mpmath.mpf(x) for x in given]
        value = function(*given)
        if wrong and name in OF_SCIPY and node.op.spelling and "special." in node.op.spelling:
            floats = [float(x) for x in given]
            value += node.op(*floats) - function(*map(mpmath.mpf, floats))
        return value

    inputs = dict(zip(leaves([*graph.inputs.values()]), map(mpmath.mpf, args), strict=True))
    with mp.workdps(60):
        exact, found = [
            evaluate(
                leaves(graph.outputs), inputs, apply=lambda n, g, wrong=wrong: apply(n, g, wrong)
            )
            for wrong in (False, True)
        ]
        return [abs(mpmath.mpf(a) - mpmath.mpf(b)) for a, b in zip(exact, found, strict=True)]


def asked(derivative, args):
    try:
        return derivative(*args)
    except (ArithmeticError, ValueError):
        return None


def found_at(table, key, variables):
    """The entry of a gradient or a Hessian of that many variables."""
    if table is None or variables == 1:
        return table
    return table[key[0]] if len(key) == 1 else table[key[0]][key[1]]


def exact_partials(op, args, variables):
    """Those of mpmath; None where there is none, or it is too large for a float."""
    function = TRUE[op.name]
    try:
        op(*args)
        exact = dict(differences(function, args, variables))
    except (ArithmeticError, ValueError, TypeError):
        return None
    most = sys.float_info.max
    return exact if all(abs(value) < most for value in exact.values()) else None


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in TRUE if name not in NO_DIGITS])
def test_digits_over_the_whole_domain(name):
    digits(name, points(OPS[name], several=True))


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.slow] * (name in LONG))
        for name in TRUE
        if name not in NO_DIGITS
    ],
)
def test_digits(name):
    digits(name, points(OPS[name]))


def digits(name, tried_at):
    """The partials of a row at these points are as right as its bounds say."""
    op = OPS[name]
    first, second, terms, _ = LEDGER.get(name, EXACTLY)
    orders = 1 if name.rpartition("_")[0] in ONCE else 2
    variables = [at for at, partial in enumerate(op.equation[2]) if partial is not None]
    names, wrt = "xyzw"[: op.arity], tuple("xyzw"[at] for at in variables)
    compiled = la.compile(
        eval(f"lambda {','.join(names)}: op({','.join(names)})", {"op": op}), wrt=wrt
    )
    worst = {1: (0.0,), 2: (0.0,)}
    tried = 0
    for args in tried_at:
        if OUTSIDE.get(name, lambda *args: False)(*args):
            continue
        with mp.workdps(digits_for(op, args)):
            exact = exact_partials(op, args, variables)
            if exact is None:
                continue
            exact = {key: value for key, value in exact.items() if len(key) <= orders}
            permitted = {}
            if name in OF_SCIPY:
                try:
                    permitted = {1: by_scipy(compiled.grad.graph, args)}
                    permitted[2] = by_scipy(compiled.hessian.graph, args) if orders > 1 else []
                except (ArithmeticError, ValueError):
                    continue  # mpmath finds no inverse there
            tried += 1
            tables = {1: asked(compiled.grad, args)}
            tables[2] = asked(compiled.hessian, args) if orders > 1 else None
            for key, value in exact.items():
                own = [variables.index(at) for at in key]
                ours = found_at(tables[len(key)], own, len(wrt))
                at = own[0] * (len(wrt) if own[1:] else 0) + own[-1]
                less = permitted[len(key)][at] if permitted else 0.0
                error = in_ulps(ours, value, terms(key, *args), less), args, key, ours, float(value)
                worst[len(key)] = max(worst[len(key)], error, key=lambda one: one[0])
    print(f"{name:14}", *[f"{one[0]:9.3g} ulp at {one[1:]}" for one in worst.values()])
    assert tried >= 8
    assert worst[1][0] <= first, worst[1]
    assert worst[2][0] <= second, worst[2]


FORMULAS = {  # of SciPy's functions that are no rows
    "special.powm1(x, y)": (lambda x, y: x**y - 1, [(0.3, 355.0), (700.0, 0.01)]),
    **{
        f"special.{name}dg(x)": (function, [(1e-20,), (30.5,), (-355.0,), (1e5 + 0.25,), (1e16,)])
        for name, function in {
            "sin": lambda x: mpmath.sinpi(x / 180),
            "cos": lambda x: mpmath.cospi(x / 180),
            "tan": lambda x: mpmath.sinpi(x / 180) / mpmath.cospi(x / 180),
            "cot": lambda x: mpmath.cospi(x / 180) / mpmath.sinpi(x / 180),
        }.items()
    },
    "special.pseudo_huber(1.5, x)": (
        lambda x: 2.25 * (mpmath.sqrt(1 + (x / 1.5) ** 2) - 1),
        [(1e-9,), (-1e-3,), (2.0,), (1e5,), (1e20,)],
    ),
    "special.pseudo_huber(x, 1.5)": (
        lambda x: x * x * (mpmath.sqrt(1 + (1.5 / x) ** 2) - 1),
        [(1e-90,), (1e-3,), (2.0,), (1e5,)],
    ),
    "special.fdtr(3, 5, x)": (
        lambda x: mpmath.betainc(1.5, 2.5, 0, 3 * x / (5 + 3 * x), regularized=True),
        [(1e-5,), (2.0,), (1e5,)],
    ),
    "special.bdtr(2, 5, x)": (
        lambda x: sum(mpmath.binomial(5, k) * x**k * (1 - x) ** (5 - k) for k in range(3)),
        [(1e-20,), (0.3,), (0.999,)],
    ),
}


@pytest.mark.filterwarnings("ignore::lazyad.SinglePointWarning")  # of a width of 0
@pytest.mark.parametrize("text", FORMULAS)
def test_digits_of_formulas(text):
    special, (function, points) = pytest.importorskip("scipy.special"), FORMULAS[text]
    names = [name for name in "xy" if name in text.partition("(")[2]]
    compiled = la.compile(eval(f"lambda {', '.join(names)}: {text}", {"special": special}))
    for args in points:
        with mp.workdps(400):
            exact = dict(differences(function, args, range(len(args))))
        tables = {1: compiled.grad(*args), 2: compiled.hessian(*args)}
        for key, value in exact.items():
            ours = found_at(tables[len(key)], key, len(args))
            assert in_ulps(ours, value, 0.0) <= (SECOND if key[1:] else FIRST), (args, key, ours)
