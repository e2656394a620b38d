"""The digits of derivatives: first partials of every row of the op table to 4 units in the last
place, second ones to 16, against mpmath at 60 digits, as a user gets them at `safe`: by the
gradient and the Hessian of the op. `pytest -s` prints the worst of each row. What costs more
operations than anybody would accept stands in `LEDGER`, with the reason."""

import itertools
import math
import random
import sys

import mpmath
import pytest

import lazyad as la
from lazyad.graph import OPS
from tests.test_ops import MPMATH
from tests.test_special import ROWS as OF_SCIPY
from tests.test_special import SCIPY

mp = mpmath.mp
FIRST, SECOND = 4.0, 16.0

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
        "math.cbrt is off by one unit already, and its square by two",
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
# What SciPy computes has zeros nearly everywhere, around which its own values are right to some
# units of 1 alone: these are the units that count; but for those that are as exact as our own.
TO_THE_LAST = """
    polygamma erfinv erfcinv ndtr ndtri exp1 sinint cosint sinhint coshint spence cosm1 lambertw
    ellipkinc ellipeinc k0 k1 spherical_in spherical_kn
""".split()
BY_SCIPY = (FIRST, SECOND, lambda key, *args: 1.0, "the zeros of SciPy's values")
LEDGER |= {name: BY_SCIPY for name in OF_SCIPY if name not in TO_THE_LAST}
VALUES = "the digits of SciPy's values, of which it is made"
CANCELS = "values of SciPy's are subtracted that are nearly the same, and nothing else is known"
for names, first, second, why in [
    ("boxcox inv_boxcox inv_boxcox1p", 8, 16, "the rounding of an exponent"),
    ("erfi struve modstruve bei berp wright_bessel zeta airyai i1 y1", 8, 16, VALUES),
    ("eval_genlaguerre eval_hermitenorm", 8, 16, VALUES),
    ("i0 iv hyp0f1 hyp2f1 ellipcn ellipam airybip", 16, 16, VALUES),
    ("eval_legendre eval_laguerre", 16, 16, VALUES),
    ("fresnels fresnelc", 8, 64, "the rounding of x * x, of which it is the sine"),
    ("ker kei kerp keip lpmv betaincc betainc betaincinv betainccinv yv", 32, 32, VALUES),
    ("jv eval_hermite", 64, 32, VALUES),
    ("beta eval_chebyt eval_jacobi", 32, 128, VALUES),
    ("kv eval_chebyu", 64, 128, VALUES),
    ("gammaincinv", 128, 256, VALUES),
    ("gammainccinv eval_gegenbauer", 64, 256, VALUES),
    ("stdtrit", 256, 1024, VALUES),
    ("hyp1f1", 2048, 2048, VALUES),
    ("hyperu", 2048, 32768, VALUES),
    ("erfcx k0e k1e", 16, 32, CANCELS),
    ("poch ive", 32, 32, CANCELS),
    ("binom", 128, 128, CANCELS),
    ("log_ndtr", 8, 128, CANCELS),
    ("kve", 256, 512, CANCELS),
]:
    row = first, second, lambda key, *args: 1.0, why
    LEDGER |= dict.fromkeys(names.split(), row)

NO_DIGITS = {  # whose partials are 0, 1 or -1, or are looked at in test_ops.py
    *("where", "and_", "or_", "not_", "lt", "le", "gt", "ge", "eq", "ne", "floordiv", "mod"),
    *("fmod", "min", "max", "clip", "along", "abs", "sign", "floor", "ceil", "trunc", "round_"),
    *("round_to", "copysign", "ieee_remainder", "fractional", "integral", "mantissa", "exponent"),
    *("ldexp", "nextafter", "ulp", "ratio", "gammasgn", "stop_gradient"),
}
OUTSIDE = {  # what is not looked at
    "atan2": lambda y, x: y == 0.0 and x <= 0.0,  # where it jumps
    "hypot": lambda x, y: x == y == 0.0,  # where it has a kink
    "pow": lambda x, y: abs(y) > 1e150,  # y * (y - 1.0) is too large for a float
    "fpow": lambda x, y: abs(y) > 1e150,
    "hyperu": lambda a, b, x: b > 1.99,  # where SciPy's own value has eight digits
    # Left of 0 they are reflected, and right to a few units of the largest term; mpmath is slow for
    # large ones.
    "gamma": lambda x: not 1e-20 < x < 1e3,
    "lgamma": lambda x: not 1e-20 < x < 1e20,
    "digamma": lambda x: not 1e-20 < x < 1e20,
}

SMALL = [1e-300, 1e-200, 1e-154, 1e-100, 1e-20, 1e-17, 1e-9, 1e-5, 1e-3, 0.01]
AROUND = [0.1, 0.2499, 0.2501, math.nextafter(0.5, 0.0), 0.5, 0.65, 0.75, 0.999, 1.0 - 1e-12]
LARGE = [1.0 + 1e-12, 1.001, 1.5, 2.0, 5.0, 18.5, 26.0, 30.0, 355.0, 700.0]
HUGE = [1e5, 1e8, 1e16, 1e100, 1e138, 1e150, 1e200, 1e300]
NEAR_ONE = [math.nextafter(1.0, 0.0), 1.0, math.nextafter(1.0, 2.0)]
POINTS = [0.0, *SMALL, *AROUND, *NEAR_ONE, *LARGE, *HUGE]


def points(op, several=False):
    """Where formulas break, numbers of every size, and the row's own domain; of SciPy's rows that
    alone, and few of it unless several are wanted, for mpmath takes long."""
    draw = random.Random(op.name)
    inside = [[draw.uniform(*interval) for interval in op.domain] for _ in range(60)]
    if op.name in OF_SCIPY or op.name == "polygamma":
        return inside if several else inside[:8]
    inside = inside[:24]
    signed = [sign * x for x in POINTS for sign in (1.0, -1.0)]
    sizes = [
        [draw.choice((1, -1)) * 10.0 ** draw.uniform(-20, 3) for _ in op.domain] for _ in range(25)
    ]
    if op.arity == 1:
        return [[x] for x in signed] + inside + sizes
    pairs = [[*pair] for pair in itertools.product(signed, signed)]
    return draw.sample(pairs, 250) + inside + sizes


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
    if op.name in OF_SCIPY:
        return 100
    size = max([abs(math.log10(abs(x))) for x in args if x], default=0.0)
    tail = 700 if 15.0 < max(map(abs, args)) < 1000.0 else 0
    return 200 + int(4.5 * size) + tail


def in_ulps(ours, exact, terms):
    if not isinstance(ours, float) or not math.isfinite(ours):
        return math.inf
    unit = max(math.ulp(float(exact)), terms * sys.float_info.epsilon)
    return float(abs(mpmath.mpf(ours) - exact) / unit)


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
    function = MPMATH.get(op.name) or SCIPY[op.name]
    try:
        op(*args)
        exact = dict(differences(function, args, variables))
    except (ArithmeticError, ValueError, TypeError):
        return None
    most = sys.float_info.max
    return exact if all(abs(value) < most for value in exact.values()) else None


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in SCIPY if name not in NO_DIGITS])
def test_digits_over_the_whole_domain(name):
    digits(name, points(OPS[name], several=True))


@pytest.mark.parametrize("name", [name for name in {**MPMATH, **SCIPY} if name not in NO_DIGITS])
def test_digits(name):
    digits(name, points(OPS[name]))


def digits(name, tried_at):
    """The partials of a row at these points are as right as its bounds say."""
    op = OPS[name]
    first, second, terms, _ = LEDGER.get(name, EXACTLY)
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
            tried += 1
            tables = {1: asked(compiled.grad, args), 2: asked(compiled.hessian, args)}
            for key, value in exact.items():
                own = [variables.index(at) for at in key]
                ours = found_at(tables[len(key)], own, len(wrt))
                error = in_ulps(ours, value, terms(key, *args)), args, key, ours, float(value)
                worst[len(key)] = max(worst[len(key)], error, key=lambda one: one[0])
    print(f"{name:14}", *[f"{one[0]:9.3g} ulp at {one[1:]}" for one in worst.values()])
    assert tried >= 8
    assert worst[1][0] <= first, worst[1]
    assert worst[2][0] <= second, worst[2]
