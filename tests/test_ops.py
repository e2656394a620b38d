"""Every row of the op table against mpmath at 50 digits: value and partials, over the row's domain
and at the points where formulas break."""

import math
import random

import mpmath
import pytest

import lazyad as la
from lazyad.graph import OPS
from tests.test_special import SCIPY

mp = mpmath.mp


def mp_where(c, x, y):
    return x if c else y


def mp_trunc(x):
    return mpmath.floor(x) if x > 0 else mpmath.ceil(x)


MPMATH = {
    "where": mp_where,
    "add": lambda x, y: x + y,
    "sub": lambda x, y: x - y,
    "mul": lambda x, y: x * y,
    "div": lambda x, y: x / y,
    "floordiv": lambda x, y: mpmath.floor(x / y),
    "mod": lambda x, y: x - y * mpmath.floor(x / y),
    "fmod": lambda x, y: x - y * (mpmath.floor(x / y) if x / y > 0 else mpmath.ceil(x / y)),
    "pow": lambda x, y: x**y,
    "neg": lambda x: -x,
    "pos": lambda x: x,
    "stop_gradient": lambda x: x,
    "abs": abs,
    "lt": lambda x, y: x < y,
    "le": lambda x, y: x <= y,
    "gt": lambda x, y: x > y,
    "ge": lambda x, y: x >= y,
    "eq": lambda x, y: x == y,
    "ne": lambda x, y: x != y,
    "min": min,
    "max": max,
    "clip": lambda x, low, high: min(max(x, low), high),
    "along": lambda x, y: x,
    "sign": lambda x: mpmath.sign(x),
    "floor": mpmath.floor,
    "ceil": mpmath.ceil,
    "trunc": mp_trunc,
    "round_": mpmath.nint,
    "round_to": lambda x, _: mpmath.nint(x * 100) / 100,
    "copysign": lambda x, y: abs(x) * (1 if y > 0 else -1),
    "sqrt": mpmath.sqrt,
    "cbrt": mpmath.cbrt,
    "square": lambda x: x * x,
    "reciprocal": lambda x: 1 / x,
    "exp": mpmath.exp,
    "exp2": lambda x: mpmath.mpf(2) ** x,
    "expm1": mpmath.expm1,
    "log": mpmath.log,
    "log2": lambda x: mpmath.log(x, 2),
    "log10": mpmath.log10,
    "log1p": lambda x: mpmath.log(1 + x),
    "hypot": mpmath.hypot,
    "fpow": lambda x, y: x**y,
    "ieee_remainder": lambda x, y: x - y * mpmath.nint(x / y),
    "fractional": lambda x: x - mp_trunc(x),
    "integral": mp_trunc,
    "mantissa": lambda x: x / mpmath.mpf(2) ** math.frexp(x)[1],
    "exponent": lambda x: math.frexp(x)[1],
    "ldexp": lambda x, n: x * mpmath.mpf(2) ** mpmath.nint(n),
    "nextafter": lambda x, y: x + mpmath.mpf(math.nextafter(x, y)) - mpmath.mpf(float(x)),
    "ulp": lambda x: math.ulp(x),
    "length": mpmath.sqrt,
    "ratio": lambda x, y: x / y if y else x,
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "tan": mpmath.tan,
    "asin": mpmath.asin,
    "acos": mpmath.acos,
    "atan": mpmath.atan,
    "atan2": mpmath.atan2,
    "sinh": mpmath.sinh,
    "cosh": mpmath.cosh,
    "tanh": mpmath.tanh,
    "asinh": mpmath.asinh,
    "acosh": mpmath.acosh,
    "atanh": mpmath.atanh,
    "sinpi": mpmath.sinpi,
    "cospi": mpmath.cospi,
    "degrees": mpmath.degrees,
    "radians": mpmath.radians,
    "erf": mpmath.erf,
    "erfc": mpmath.erfc,
    "gamma": mpmath.gamma,
    "lgamma": mpmath.loggamma,
    "digamma": mpmath.digamma,
    "polygamma": lambda n, x: mpmath.polygamma(int(n), x),
    "j0": mpmath.j0,
    "j1": mpmath.j1,
    "i0e": lambda x: mpmath.exp(-abs(x)) * mpmath.besseli(0, x),
    "i1e": lambda x: mpmath.exp(-abs(x)) * mpmath.besseli(1, x),
    "logaddexp": lambda x, y: mpmath.log(mpmath.exp(x) + mpmath.exp(y)),
    "log1pexp": lambda x: mpmath.log(1 + mpmath.exp(x)),
    "expit": lambda x: 1 / (1 + mpmath.exp(-x)),
    "logit": lambda x: mpmath.log(x / (1 - x)),
    "xlogy": lambda x, y: x * mpmath.log(y) if x else mpmath.mpf(0),
    "xlog1py": lambda x, y: x * mpmath.log(1 + y) if x else mpmath.mpf(0),
    "sinc": mpmath.sincpi,
    "sine_ratio": mpmath.sinc,
}
CONDITIONS = {"and_", "or_", "not_"}  # of bools: tested below
# Near their zeros these lose relative accuracy in SciPy or by the conditioning of the formula.
ABSOLUTE = {"digamma", "lgamma", "j0", "j1", "i0e", "i1e", "gamma", "polygamma"}
PIECEWISE = {"floordiv", "mod", "fmod", "floor", "ceil", "trunc", "round_"}
NO_ROW = {
    *CONDITIONS,
    "along",
    "stop_gradient",
}  # whose derivative is not its value's: tested below
ROWS = [op for name, op in OPS.items() if name not in NO_ROW and name in MPMATH]


def test_every_row_is_tested():
    of_lazyad = {name for name, op in OPS.items() if getattr(la, name, None) is op}
    assert of_lazyad <= {*MPMATH, *SCIPY, *CONDITIONS}


def sample(op, seed):
    draw = random.Random(f"{op.name} {seed}")
    args = [draw.uniform(low, high) for low, high in op.domain]
    if op.name == "polygamma":
        args[0] = 1.0
    if op.name == "where":
        args[0] = bool(seed % 2)
    return args


def exact(op, args):
    return MPMATH[op.name](*[a if isinstance(a, bool) else mpmath.mpf(a) for a in args])


def exact_partial(op, args, position):
    def along(t):
        moved = [a if isinstance(a, bool) else mpmath.mpf(a) for a in args]
        moved[position] = t
        return MPMATH[op.name](*moved)

    return mpmath.diff(along, mpmath.mpf(args[position]), h=mpmath.mpf(10) ** -18)


def close(ours, reference, relative):
    if reference == 0:
        return abs(ours) <= 1e-300 or abs(ours) < relative
    return abs(mpmath.mpf(ours) - reference) <= relative * abs(reference) + mpmath.mpf(5e-324)


def partial(op, args, position):
    lifted = [la.Dual(a, 1.0) if i == position else a for i, a in enumerate(args)]
    out = op(*lifted)
    return out.dual if isinstance(out, la.Dual) else 0.0


@pytest.fixture(autouse=True)
def _fifty_digits():
    with mp.workdps(50):
        yield


@pytest.mark.parametrize("op", ROWS, ids=lambda op: op.name)
def test_value_and_partials_over_the_domain(op):
    for seed in range(40):
        args = sample(op, seed)
        value, reference = op(*args), exact(op, args)
        assert close(
            value, mpmath.mpf(reference), 4e-15 if op.name not in ABSOLUTE else 1e-13
        ), args
        if isinstance(value, bool):
            continue
        for position in range(op.arity):
            if (op.name in ("where", "polygamma") and position == 0) or (
                op.name in PIECEWISE and abs(args[0] % 1.0 - 0.5) > 0.499
            ):
                continue
            ours, reference = partial(op, args, position), exact_partial(op, args, position)
            relative = 1e-14 if op.name not in ABSOLUTE else 1e-12
            assert close(ours, reference, relative), (args, position, ours, reference)


HARD = [
    ("tanh", (18.5,)),
    ("tanh", (300.0,)),
    ("tanh", (-355.0,)),
    ("tanh", (1e-9,)),
    ("asin", (1.0 - 1e-12,)),
    ("acos", (-1.0 + 1e-12,)),
    ("atanh", (1.0 - 1e-12,)),
    ("acosh", (1.0 + 1e-12,)),
    ("acosh", (1e200,)),
    ("asinh", (1e200,)),
    ("asinh", (1e-200,)),
    ("atan", (1e100,)),
    ("expm1", (-600.0,)),
    ("expm1", (1e-20,)),
    ("log1p", (1e-20,)),
    ("log1p", (-1.0 + 2.0**-50,)),
    ("expit", (-700.0,)),
    ("expit", (700.0,)),
    ("expit", (0.0,)),
    ("log1pexp", (1000.0,)),
    ("log1pexp", (-700.0,)),
    ("logit", (0.5 + 1e-12,)),
    ("logit", (1e-200,)),
    ("logit", (1.0 - 2.0**-50,)),
    ("sinpi", (1e10 + 0.25,)),
    ("sinpi", (1.0 + 1e-10,)),
    ("cospi", (0.5 + 1e-10,)),
    ("cospi", (1e9 + 0.125,)),
    ("sinc", (1e-9,)),
    ("sinc", (0.2499999,)),
    ("sinc", (0.2500001,)),
    ("sinc", (1e-200,)),
    ("sinc", (7.3,)),
    ("erf", (5.0,)),
    ("erf", (1e-200,)),
    ("hypot", (1e200, 1e200)),
    ("hypot", (1e-200, 1e-200)),
    ("hypot", (0.0, 3.0)),
    ("atan2", (1e-200, 1e-200)),
    ("atan2", (1e200, 1e200)),
    ("atan2", (0.0, 2.0)),
    ("atan2", (2.0, 0.0)),
    ("atan2", (-2.0, 0.0)),
    ("logaddexp", (1000.0, 999.0)),
    ("logaddexp", (-1000.0, 0.0)),
    ("logaddexp", (3.0, 3.0)),
    ("sqrt", (1e-300,)),
    ("sqrt", (1e300,)),
    ("cbrt", (1e-300,)),
    ("cbrt", (-8.0,)),
    ("log", (1e-300,)),
    ("exp", (-700.0,)),
    ("pow", (1e-100, 2.5)),
    ("pow", (-2.0, 3.0)),
    ("tan", (1.5707,)),
]


@pytest.mark.parametrize(("name", "args"), HARD, ids=str)
def test_where_formulas_break(name, args):
    op = OPS[name]
    if not (name == "cbrt" and args[0] < 0):
        assert close(op(*args), exact(op, args), 1e-15 * 8), (op(*args), exact(op, args))
    for position in range(op.arity):
        if name == "pow" and position == 1 and args[0] < 0:
            continue
        step = (abs(mpmath.mpf(args[position])) or 1) * mpmath.mpf(10) ** -60

        def along(t, position=position):
            moved = [mpmath.mpf(a) for a in args]
            moved[position] = t
            return MPMATH[op.name](*moved) if name != "cbrt" or t > 0 else -mpmath.cbrt(-t)

        with mp.workdps(1200):
            reference = mpmath.diff(along, mpmath.mpf(args[position]), h=step)
        ours = partial(op, args, position)
        # An argument's own rounding in the far tail of exp is part of the function's conditioning.
        assert close(ours, reference, 3e-13), (ours, reference)


@pytest.mark.parametrize("optimize", ["none", "strict", "safe", "fast"])
@pytest.mark.parametrize(
    ("function", "point", "wrt", "expected"),
    [
        (lambda x: x**0, 0.0, "x", 0.0),
        (lambda x: x**1, 0.0, "x", 1.0),
        (lambda x: x**2, 0.0, "x", 0.0),
        (lambda x: x**3, -2.0, "x", 12.0),
        (lambda x: x**-2, -2.0, "x", 0.25),
        (lambda x: 0.0**x, 2.0, "x", 0.0),
        (lambda x: la.abs(x), 0.0, "x", 0.0),
        (lambda x: la.abs(x), -0.0, "x", 0.0),
        (lambda x: la.hypot(x, x), 0.0, "x", 0.0),
        (lambda x: la.min(x, 1.0), 1.0, "x", 0.5),
        (lambda x: la.max(1.0, x), 1.0, "x", 0.5),
        (lambda x: la.min(x, 2 * x), 0.0, "x", 1.5),
        (lambda x: la.clip(x, 0.0, 1.0), 1.0, "x", 0.5),
        (lambda x: la.clip(x, 0.0, 1.0), 2.0, "x", 0.0),
        (lambda x: la.xlogy(x, 3.0), 0.0, "x", math.log(3.0)),
        (lambda x: la.xlogy(0.0, x), 2.0, "x", 0.0),
        (lambda x: la.xlogy(0.0, x), 0.0, "x", 0.0),
        (lambda x: la.xlog1py(0.0, x), -1.0, "x", 0.0),
        (lambda x: la.atan2(0.0, x), -2.0, "x", 0.0),
        (lambda x: la.atan2(x, -2.0), 0.0, "x", -0.5),
        (lambda x: la.sinc(x), 0.0, "x", 0.0),
        (lambda x: la.sign(x), 3.0, "x", 0.0),
        (lambda x: la.floor(x) * x, 2.5, "x", 2.0),
    ],
)
def test_special_points(function, point, wrt, expected, optimize):
    compiled = la.compile(function, optimize=optimize)
    value, tangent = compiled.jvp((point,), (1.0,))
    assert value == function(point)
    assert tangent == pytest.approx(expected, abs=0, rel=1e-15)
    dual = function(la.Dual(point, 1.0))
    dual = dual if isinstance(dual, la.Dual) else la.Dual(dual, 0.0)
    assert (dual.real, dual.dual) == pytest.approx((value, tangent), abs=0, rel=1e-15)


def test_power_of_two_variables_at_the_edges():
    f = la.compile(lambda x, y: x**y)
    assert f.jvp((0.0, 2.0), (1.0, 1.0)) == (0.0, 0.0)
    assert f.jvp((0.0, 0.0), (1.0, 0.0)) == (1.0, 0.0)
    assert f.jvp((0.0, 1.0), (1.0, 0.0)) == (0.0, 1.0)


def test_conditions():
    f = la.compile(lambda x, y: la.where((x > 0) & ~(y > 0) | (x == 7), 1.0, 2.0))
    assert [f(1.0, -1.0), f(1.0, 1.0), f(7.0, 1.0), f(-1.0, -1.0)] == [1.0, 2.0, 1.0, 2.0]
    assert la.and_(True, False) is False
    assert la.or_(True, False) is True
    assert la.not_(True) is False


def test_both_spellings():
    assert la.arcsin is la.asin
    assert la.arctan2 is la.atan2
    assert la.softplus is la.log1pexp
    assert la.sigmoid is la.expit


SPECIAL = [0.0, 1.0, -1.0, 0.5, 1e-300, -1e-300, 1e-9, -1e-9, 30.0, -30.0, 1e8, -1e8, 1e300, -1e300]
UNDEFINED = {  # where mpmath continues what the real function does not
    "cbrt": lambda x: x < 0,
    "gamma": lambda x: x <= 0,
    "lgamma": lambda x: x <= 0,
    "digamma": lambda x: x <= 0 or x > 1e20,
    "j0": lambda x: abs(x) > 1e5,
    "j1": lambda x: abs(x) > 1e5,
    "i0e": lambda x: abs(x) > 40,
    "i1e": lambda x: abs(x) > 40,
    "erfc": lambda x: x > 1e7,  # mpmath gives up there
    "logit": lambda x: not 0 < x < 1,
}


KINKED = "abs sign sqrt cbrt round_ floor ceil trunc fractional integral mantissa exponent".split()


def at_special(function):
    """The float, or None where the function is not defined or leaves the range of floats."""
    try:
        value = function()
    except (ArithmeticError, ValueError):
        return None
    if isinstance(value, (complex, mpmath.mpc)) or not mpmath.isfinite(value):
        return None
    return value if abs(value) < 1.7e308 else None


@pytest.mark.parametrize(
    "op",
    [
        pytest.param(op, marks=[pytest.mark.slow] * (op.name == "digamma"))  # mpmath takes seconds
        for op in ROWS
        if op.arity == 1
    ],
    ids=lambda op: op.name,
)
def test_special_arguments(op):
    tried = 0
    for x in SPECIAL:
        if UNDEFINED.get(op.name, lambda x: False)(x):
            continue
        with mp.workdps(700):
            step = min(abs(mpmath.mpf(x)) or 1, 1) * mpmath.mpf(10) ** -40
            reference = at_special(lambda x=x: MPMATH[op.name](mpmath.mpf(x)))
            slope = at_special(
                lambda x=x, step=step: mpmath.diff(MPMATH[op.name], mpmath.mpf(x), h=step)
            )
        value = at_special(lambda x=x: op(x))
        assert (value is None) == (reference is None), (x, value, reference)
        if value is None:
            continue
        tried += 1
        loose = op.name in ABSOLUTE
        assert close(value, reference, 1e-11 if loose else 1e-14), (x, value, reference)
        if op.name in KINKED or slope is None:
            continue
        ours = at_special(lambda x=x: partial(op, [x], 0))
        assert ours is not None, x
        assert close(ours, slope, 1e-10 if loose else 1e-13), (x, ours, slope)
    assert tried >= 2


def test_what_goes_along_gives_its_derivative_alone():
    x, y = la.Dual(2.0, 3.0), la.Dual(2.0, 5.0)
    assert (OPS["along"](x, y).real, OPS["along"](x, y).dual) == (2.0, 5.0)
    assert OPS["along"](2.0, 7.0) == 2.0
    assert [OPS[name](y, x).dual for name in ("risen", "divided")] == [6.0, 1.5]
    assert not hasattr(la, "along")
