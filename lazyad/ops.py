"""The op table: one statement an op, with its value, its partials, its spelling and its domain.

In: numbers, Nodes or Duals. Out: the same kind. A room of its own because everything that is known
about an op stands in its row; a target (`lazyad/emit/`) adds only what it spells differently.

A statement reads `row(name, value, partials, ...)`:

- `value` is a function of `math`, an operator, a function of `lazyad.plain.written`, whose text goes into
  the emitted file, or a definition in terms of other ops;
- `partials(out, *args)` returns one Node expression per argument: the local derivatives, ZERO where
  there is none, None where nobody knows it. `out` is the op's own result;
- `domain` is where tests sample it, an interval per argument.

The other fields stand where they do not follow from these: `numpy` (how NumPy calls it: a name, a
template, or a definition; "" if it cannot), `names` (what else NumPy and SciPy call it), `fails`
(when it raises), `bound`, `size`, `power`, `series`, `weight`. `Op` in `lazyad/graph.py` says what each is.
"""

# The rows of Python's own functions bear their names, so this file's abs, min, ... are ops.
from __future__ import annotations

import math
import operator
import sys
import threading
from collections.abc import Callable, Sequence
from functools import cache, reduce
from typing import Any

from lazyad.evaluation import by_definition
from lazyad.graph import FAMILIES, OPS, ZERO, Failure, Node, Op
from lazyad.operators import Operand, add_method
from lazyad.plain import written
from lazyad.values.errors import refused
from lazyad.values.structure import is_name


def row(
    name: str,
    value: Callable[..., Any],
    partials: Callable[..., Any],
    *,
    domain: Sequence[Any] = (-3.0, 3.0),
    arity: int | None = None,
    spelling: str | None = None,
    numpy: str | Callable[..., Any] | None = None,
    names: str = "",
    method: str | None = None,
    doc: str | None = None,
    **facts: Any,
) -> Op:
    """Add a row to the op table and return it: the public function of that name.

    `value` is a function that `spelling` spells, or is written with other ops; `partials(out,
    *args)` returns one expression per argument. `domain` is an interval `(low, high)`, or one per
    argument. `method` is the name of the special method that calls the op (`add` for `__add__`).
    `facts` are the other fields of `Op`. Users' ops come from `lazyad.op`.

    Raises ValueError if the name is taken or is not an identifier.

    >>> quartic = row("quartic", lambda x: x * x * x * x, lambda out, x: (4.0 * x * x * x,))
    >>> quartic(2.0)
    16.0
    """
    if not is_name(name) or name in OPS:
        raise refused(
            ValueError,
            f"{name!r} cannot name an op: it is "
            + ("taken" if name in OPS else "not an identifier"),
            "another name",
        )
    arity = partials.__code__.co_argcount - 1 if arity is None else arity  # of (out, *args)
    module = getattr(value, "__module__", "")
    inner = ", ".join([f"{{{i}}}" for i in range(arity)])
    if spelling is None and module in ("math", written.__name__):
        spelling = f"{'math.' if module == 'math' else ''}{value.__name__}({inner})"
    if numpy is None:
        in_scipy = "special." if module == written.__name__ else ""
        numpy = spelling and in_scipy + spelling.replace("math.", "np.")
    elif isinstance(numpy, str) and numpy and "(" not in numpy:
        names += f" {numpy.partition('.')[2]}"
        numpy = f"{numpy}({inner})"
    made = Op(
        name,
        value,
        partials,
        arity,
        spelling=spelling,
        numpy=numpy,
        names=names.split(),
        domain=domain if isinstance(domain[0], (tuple, list)) else (domain,) * arity,
        doc=doc or value.__doc__,
        **facts,
    )
    if spelling is None:
        made.on_numbers = by_definition(made)
    OPS[name] = made
    if method is None and module == "_operator":
        method = value.__name__.strip("_")
    if method:
        add_method(method, made)
    return made


def of_many(family: str, make: Callable[[str, int], Op]) -> Callable[[int], Op]:
    """Rows of any number of arguments: that of n is made, and added to the table, at first use.

    >>> fsum_of(3)(1e100, 1.0, -1e100)
    1.0
    """
    lock = threading.Lock()

    def of(n: int) -> Op:
        name = f"{family}{n}"
        with lock:
            if name not in OPS:
                make(name, n).family = family
        return OPS[name]

    FAMILIES[family] = of
    return of


def _listed(function: str, n: int, lists: int = 1) -> str:
    """The spelling of a function of lists: math.fsum([{0}, {1}])."""
    items = [f"{{{at}}}" for at in range(n)]
    size = n // lists
    parts = [", ".join(items[at : at + size]) for at in range(0, n, size)]
    return f"math.{function}([{'], ['.join(parts)}])"


def _none(out: Any, x: Any) -> tuple[Any, ...]:
    return (ZERO,)


def _neither(out: Any, x: Any, y: Any) -> tuple[Any, ...]:
    return (ZERO, ZERO)


def _when(fails: Callable[..., Any], *sample: float) -> tuple[Failure, ...]:
    """It raises where that holds, as of the sample."""
    return ((fails, sample),)


def _both(one: Any, other: Any) -> Any:
    """one and other, of which each may be a Node."""
    return where(one, other, False) if isinstance(one, Node) else one and other


_PI = math.pi
_LN2 = math.log(2.0)
_MOST_LOG = math.log(sys.float_info.max)
_BY_ZERO = _when(lambda x, y: y == 0.0, 1.0, 0.0)
_OF_INFINITY = _when(lambda x: abs(x) == math.inf, math.inf)
_OUTSIDE_ONE = _when(lambda x: abs(x) > 1.0, 2.0)
_NOT_POSITIVE = _when(lambda x: x <= 0.0, 0.0)
_LARGE_EXP = _when(lambda x: _both(x > _MOST_LOG, x < math.inf), 1e4)
_LARGE_SINH = _when(lambda x: _both(abs(x) > 710.4758600739439, abs(x) < math.inf), 1e4)
_AT_POLES = _when(lambda x: _both(x <= 0.0, x % 1.0 == 0.0), 0.0)
_LARGE_GAMMA = (
    *_when(lambda x: _both(x > 171.6243769563027, x < math.inf), 1e4),
    *_when(lambda x: _both(abs(x) < 5.56268464626801e-309, x != 0.0), 1e-310),
)
_LARGE_LGAMMA = _when(lambda x: _both(x > 2.5599833278516383e305, x < math.inf), 1e306)
_NOT_FINITE = (*_OF_INFINITY, *_when(lambda x: x != x, math.nan))  # noqa: PLR0124

# fmt: off
# -- choice: first, because other rows are written with it ----------------------------------------
where: Op = row("where", lambda c, x, y: x if c else y, lambda out, c, x, y: (ZERO, where(c, 1.0, ZERO), where(c, ZERO, 1.0)), spelling="{1} if {0} else {2}", lazy=True, numpy="np.where", fails=(), doc="x where c holds, else y. The branch not taken is not evaluated by the python target.")

# -- arithmetic -----------------------------------------------------------------------------------
add: Op = row("add", operator.add, lambda out, x, y: (1.0, 1.0), spelling="{0} + {1}", commutative=True, size=operator.add)
sub: Op = row("sub", operator.sub, lambda out, x, y: (1.0, -1.0), spelling="{0} - {1}", names="subtract", size=operator.add)
mul: Op = row("mul", operator.mul, lambda out, x, y: (y, x), spelling="{0} * {1}", commutative=True, names="multiply", size=operator.mul)
div: Op = row("div", operator.truediv, lambda out, x, y: (1.0 / y, -out / y), spelling="{0} / {1}", domain=((-3, 3), (0.2, 3)), names="divide", fails=_BY_ZERO)
floordiv: Op = row("floordiv", operator.floordiv, _neither, spelling="{0} // {1}", domain=((-9, 9), (0.2, 3)), names="floor_divide", fails=_BY_ZERO, size=lambda x, y: x)
mod: Op = row("mod", operator.mod, lambda out, x, y: (1.0, -(x // y)), spelling="{0} % {1}", domain=((-9, 9), (0.2, 3)), names="remainder", fails=_BY_ZERO, size=lambda x, y: y)
fmod: Op = row("fmod", math.fmod, lambda out, x, y: (1.0, -trunc(x / y)), domain=((-9, 9), (0.2, 3)), fails=(*_BY_ZERO, *_when(lambda x, y: abs(x) == math.inf, math.inf, 1.0)), xp=lambda x, y: copysign(mod(abs(x), abs(y)), x))
pow: Op = row("pow", operator.pow, lambda out, x, y: _power_partials(out, x, y), looks=True, spelling="{0} ** {1}", domain=((0.1, 5), (-3, 3)), fails=(*_when(lambda x, y: _both(y < 0.0, x == 0.0), 0.0, -1.0), *_when(lambda x, y: _overflows(x, y), 1e200, 3.0)), size=lambda x, y: min(x, 2.0**53) ** min(y, 16.0), doc="x ** y. Its partial in x is 0 at y = 0; its partial in y is 0 for x <= 0, where it is a convention: a negative x has powers at whole y alone.")  # noqa: PLW0108
_power_slope: Op = row("power_slope", lambda power, x, y: where((y < 1.0) & (x != 0.0), power * y / x, y * x ** where(y == 0.0, 0.0, y - 1.0)), lambda out, power, x, y: _power_slope_partials(out, power, x, y), domain=((1, 1), (0.1, 5), (-3, 3)), doc="y * x ** (y - 1), given the power x ** y: y - 1 is rounded where y is below 1.")  # noqa: PLW0108
neg: Op = row("neg", operator.neg, lambda out, x: (-1.0,), spelling="-{0}", names="negative", size=operator.pos)
pos: Op = row("pos", operator.pos, lambda out, x: (1.0,), spelling="+{0}", names="positive", size=operator.pos)
abs: Op = row("abs", abs, lambda out, x: (sign(x),), spelling="abs({0})", method="abs", numpy="np.abs", names="absolute fabs", weight=1, fails=(), size=operator.pos, doc="The absolute value; its derivative at 0 is 0.")

# -- comparisons and conditions -------------------------------------------------------------------
lt: Op = row("lt", operator.lt, _neither, spelling="{0} < {1}", condition=True, names="less", holds="<")
le: Op = row("le", operator.le, _neither, spelling="{0} <= {1}", condition=True, names="less_equal", holds="<=")
gt: Op = row("gt", operator.gt, _neither, spelling="{0} > {1}", condition=True, names="greater", holds=">")
ge: Op = row("ge", operator.ge, _neither, spelling="{0} >= {1}", condition=True, names="greater_equal", holds=">=")
eq: Op = row("eq", operator.eq, _neither, spelling="{0} == {1}", commutative=True, condition=True, names="equal", holds="=")
ne: Op = row("ne", operator.ne, _neither, spelling="{0} != {1}", commutative=True, condition=True, names="not_equal bitwise_xor", holds="<>?")
and_: Op = row("and_", operator.and_, _neither, spelling="{0} & {1}", commutative=True, condition=True, names="bitwise_and", doc="Whether both conditions hold.")
or_: Op = row("or_", operator.or_, _neither, spelling="{0} | {1}", commutative=True, condition=True, names="bitwise_or", doc="Whether either condition holds.")
not_: Op = row("not_", operator.not_, _none, spelling="not {0}", method="invert", condition=True, numpy="np.logical_not", names="invert", doc="Whether the condition does not hold; `~c` on a traced one.")

# -- pieces ---------------------------------------------------------------------------------------
min: Op = row("min", min, lambda out, x, y: _tied(y < x, y <= x, x == y), spelling="min({0}, {1})", numpy=lambda x, y: where(y < x, y, x), fails=(), size=max, doc="The smaller; at a tie each argument gets half the derivative, as in JAX. Like Python's min, it returns the first argument where either is nan.")
max: Op = row("max", max, lambda out, x, y: _tied(y > x, y >= x, x == y), spelling="max({0}, {1})", numpy=lambda x, y: where(y > x, y, x), fails=(), size=max, doc="The larger; at a tie each argument gets half the derivative, as in JAX. Like Python's max, it returns the first argument where either is nan.")
_nan_min: Op = row("nan_min", lambda x, y: where((x < y) | (x != x), x, y), lambda out, x, y: _tied(y < x, y <= x, x == y), numpy="np.minimum", names="minimum", doc="The smaller; unlike `min`, and like NumPy's minimum, nan where either is.")  # noqa: PLR0124
_nan_max: Op = row("nan_max", lambda x, y: where((x > y) | (x != x), x, y), lambda out, x, y: _tied(y > x, y >= x, x == y), numpy="np.maximum", names="maximum", doc="The larger; unlike `max`, and like NumPy's maximum, nan where either is.")  # noqa: PLR0124
clip: Op = row("clip", lambda x, low, high: min(max(x, low), high), lambda out, x, low, high: (where((low <= x) & (x <= high), where((x == low) | (x == high), 0.5, 1.0), ZERO), where(x <= low, where(x == low, 0.5, 1.0), ZERO), where(x >= high, where(x == high, 0.5, 1.0), ZERO)), domain=((-3, 3), (-2, -1), (1, 2)), size=lambda x, low, high: max(max(x, low), high), doc="x held between low and high (low < high); at either bound the derivative is shared in halves, as in JAX.")
along: Op = row("along", lambda x, y: x, lambda out, x, y: (ZERO, 1.0), doc="x, with the derivative of y: what is equal to x, and would only be longer to compute.")
risen: Op = row("risen", lambda d, x: x, lambda out, d, x: (ZERO, d), doc="A number whose derivative in x is d, and in what d is made of nothing.")
divided: Op = row("divided", lambda d, x: x, lambda out, d, x: (ZERO, 1.0 / d), doc="The same, whose derivative in x is 1 / d.")
sign: Op = row("sign", lambda x: where(x > 0.0, 1.0, where(x < 0.0, -1.0, x)), _none, numpy="np.sign", bound=1.0, doc="1, -1, or x itself at a zero or a nan; its derivative is 0.")
floor: Op = row("floor", lambda x: float(math.floor(x)), _none, spelling="float(math.floor({0}))", method="floor", numpy="np.floor", fails=_NOT_FINITE, doc="The largest integer not above x, as a float.")
ceil: Op = row("ceil", lambda x: float(math.ceil(x)), _none, spelling="float(math.ceil({0}))", method="ceil", numpy="np.ceil", fails=_NOT_FINITE, doc="The smallest integer not below x, as a float.")
trunc: Op = row("trunc", lambda x: float(math.trunc(x)), _none, spelling="float(math.trunc({0}))", method="trunc", numpy="np.trunc", fails=_NOT_FINITE, doc="x without its fraction, as a float.")
round_: Op = row("round_", lambda x: float(round(x)), _none, spelling="float(round({0}))", numpy="np.round", names="rint", fails=_NOT_FINITE, doc="The nearest integer as a float; halves go to the even one.")
stop_gradient: Op = row("stop_gradient", lambda x: x * 1.0, _none, domain=(-3, 3), fails=(), doc="x, which no derivative passes through.")
round_to: Op = row("round_to", lambda x, digits: round(x, int(digits)), _neither, spelling="round({0}, int({1}))", domain=((-9, 9), (2, 2)), numpy='np.vectorize(otypes="d", pyfunc=round)({0}, int({1}))', doc="x rounded to that many decimal digits, as Python's round(x, digits) does: the decimal number nearest to x, and then the float nearest to that.")
copysign: Op = row("copysign", math.copysign, lambda out, x, y: (copysign(1.0, x) * copysign(1.0, y), ZERO), fails=())

# -- powers, exponentials, logarithms -------------------------------------------------------------
sqrt: Op = row("sqrt", math.sqrt, lambda out, x: (0.5 / out,), domain=(0.1, 10), power=0.5, fails=_when(lambda x: x < 0.0, -1.0))
cbrt: Op = row("cbrt", math.cbrt, lambda out, x: (1.0 / 3.0 / (out * out),), domain=(0.1, 10), power=1.0 / 3.0, fails=(), xp=lambda x: sign(x) * abs(x) ** (1.0 / 3.0))
square: Op = row("square", lambda x: x * x, lambda out, x: (2.0 * x,), power=2.0, doc="x * x.")
reciprocal: Op = row("reciprocal", lambda x: 1.0 / x, lambda out, x: (-out / x,), domain=(0.2, 5), power=-1.0, doc="1 / x.")
exp: Op = row("exp", math.exp, lambda out, x: (out,), domain=(-5, 5), fails=_LARGE_EXP)
exp2: Op = row("exp2", math.exp2, lambda out, x: (out * _LN2,), domain=(-5, 5), fails=_when(lambda x: _both(x >= 1024.0, x < math.inf), 1e4), xp=lambda x: pow(2.0, x))
expm1: Op = row("expm1", math.expm1, lambda out, x: (exp(x),), domain=(-40, 5), fails=_LARGE_EXP)
log: Op = row("log", math.log, lambda out, x: (1.0 / x,), domain=(0.1, 10), fails=_NOT_POSITIVE)
log2: Op = row("log2", math.log2, lambda out, x: ((1.0 / _LN2) / x,), domain=(0.1, 10), fails=_NOT_POSITIVE)
log10: Op = row("log10", math.log10, lambda out, x: ((1.0 / math.log(10.0)) / x,), domain=(0.1, 10), fails=_NOT_POSITIVE)
log1p: Op = row("log1p", math.log1p, lambda out, x: (1.0 / (1.0 + x),), domain=(-0.9, 10), fails=_when(lambda x: x <= -1.0, -1.0))
hypot: Op = row("hypot", math.hypot, lambda out, x, y: _parts(out, x, y), looks=True, fails=(), doc="sqrt(x * x + y * y); its derivative at (0, 0) is 0.")  # noqa: PLW0108
length: Op = row("length", math.sqrt, lambda out, x: (ratio(0.5, out),), domain=(0.1, 10), numpy="np.sqrt", power=0.5, doc="The square root of a sum of squares, a norm; where all of them are 0, its derivative is 0.")
ratio: Op = row("ratio", lambda x, y: x / where(y == 0.0, 1.0, y), lambda out, x, y: (1.0 / y, -out / y), domain=((-3, 3), (0.2, 3)), doc="x / y, and x where y = 0: the slope of a norm y, which is 0 there by convention. It has no derivative there.")

fpow: Op = row("fpow", math.pow, lambda out, x, y: _power_partials(out, x, y), looks=True, domain=((0.1, 5), (-3, 3)), numpy=lambda x, y: x**y, doc="math.pow: x ** y, and ValueError where that is complex or infinite.")  # noqa: PLW0108

# -- what else `math` has -------------------------------------------------------------------------
ieee_remainder: Op = row("ieee_remainder", math.remainder, lambda out, x, y: (1.0, stop_gradient((out - x) / y)), domain=((-9, 9), (0.2, 3)), numpy=lambda x, y: _nearest(x, abs(y), fmod(abs(x), abs(y))), doc="math.remainder: x minus the multiple of y nearest to it.")
fractional: Op = row("fractional", lambda x: math.modf(x)[0], lambda out, x: (1.0,), spelling="math.modf({0})[0]", xp=lambda x: x - trunc(x), doc="x without its whole part, the first of math.modf.")
integral: Op = row("integral", lambda x: math.modf(x)[1], _none, spelling="math.modf({0})[1]", xp=trunc, doc="The whole part of x, the second of math.modf.")
mantissa: Op = row("mantissa", lambda x: math.frexp(x)[0], lambda out, x: (ldexp(1.0, -exponent(x)),), spelling="math.frexp({0})[0]", domain=(0.6, 0.9), doc="x over a power of two, between 1/2 and 1, the first of math.frexp.")
exponent: Op = row("exponent", lambda x: float(math.frexp(x)[1]), _none, spelling="float(math.frexp({0})[1])", numpy="np.frexp({0})[1]", doc="The exponent of that power of two, the second of math.frexp, as a float.")
ldexp: Op = row("ldexp", lambda x, n: math.ldexp(x, int(n)), lambda out, x, n: (ldexp(1.0, n), ZERO), spelling="math.ldexp({0}, int({1}))", domain=((-3, 3), (2, 2)), numpy="np.ldexp({0}, np.clip({1}, -5e3, 5e3).astype(int))", xp=lambda x, n: x * exp2(n), doc="x * 2**n, for a whole n.")
nextafter: Op = row("nextafter", math.nextafter, lambda out, x, y: (1.0, ZERO), doc="The float after x on the way to y.")
ulp: Op = row("ulp", math.ulp, _none, numpy="", doc="The distance from |x| to the float after it; its derivative is 0.")
part_of = of_many("part", lambda name, n: row(name, lambda x, r, *others: ratio(x, r), lambda out, x, r, *others: _part_partials(out, x, r, others), arity=n, doc="x / r, of the hypot r of x and the others: what r grows by with x."))
hypot_of = of_many("hypot", lambda name, n: row(name, math.hypot, lambda out, *args: _parts(out, *args), looks=True, arity=n, numpy=lambda *args: reduce(hypot, args), doc="The root of the sum of squares; its derivative at 0 is 0."))  # noqa: PLW0108
fsum_of = of_many("fsum", lambda name, n: row(name, lambda *args: math.fsum(args), lambda out, *args: (1.0,) * n, arity=n, spelling=_listed("fsum", n), numpy=lambda *args: reduce(add, args), doc="The sum, rounded once."))
sumprod_of = of_many("sumprod", lambda name, n: row(name, lambda *args: math.sumprod(args[: n // 2], args[n // 2 :]), lambda out, *args: (*args[n // 2 :], *args[: n // 2]), arity=n, spelling=_listed("sumprod", n, 2), numpy="", doc="The sum of products, rounded once."))  # type: ignore[attr-defined]

# -- trigonometric and hyperbolic -----------------------------------------------------------------
sin: Op = row("sin", math.sin, lambda out, x: (cos(x),), bound=1.0, fails=_OF_INFINITY)
cos: Op = row("cos", math.cos, lambda out, x: (-sin(x),), bound=1.0, fails=_OF_INFINITY)
tan: Op = row("tan", math.tan, lambda out, x: (1.0 + out * out,), domain=(-1.5, 1.5), fails=_OF_INFINITY)
asin: Op = row("asin", math.asin, lambda out, x: (1.0 / sqrt(_without_square(x)),), domain=(-0.999, 0.999), numpy="np.arcsin", fails=_OUTSIDE_ONE)
acos: Op = row("acos", math.acos, lambda out, x: (-1.0 / sqrt(_without_square(x)),), domain=(-0.999, 0.999), numpy="np.arccos", fails=_OUTSIDE_ONE)
atan: Op = row("atan", math.atan, lambda out, x: (1.0 / (1.0 + x * x),), numpy="np.arctan", bound=2.0, fails=())
atan2: Op = row("atan2", math.atan2, lambda out, y, x: _over(hypot(x, y), y, x), domain=((0.1, 3), (-3, 3)), numpy="np.arctan2", bound=4.0, fails=())
sinh: Op = row("sinh", math.sinh, lambda out, x: (cosh(x),), fails=_LARGE_SINH)
cosh: Op = row("cosh", math.cosh, lambda out, x: (sinh(x),), fails=_LARGE_SINH)
tanh: Op = row("tanh", math.tanh, lambda out, x: (_tanh_slope(x),), domain=(-30, 30), bound=1.0, fails=(), series=lambda out, x: (1.0 - out * out,))
_tanh_slope: Op = row("tanh_slope", lambda x: square(1.0 / cosh(clip(x, -400.0, 400.0))), lambda out, x: (-2.0 * tanh(x) * out,), domain=(-30, 30), bound=1.0, doc="The derivative of tanh.")
asinh: Op = row("asinh", math.asinh, lambda out, x: (1.0 / hypot(1.0, x),), numpy="np.arcsinh", fails=())
acosh: Op = row("acosh", math.acosh, lambda out, x: (1.0 / (sqrt(x - 1.0) * sqrt(x + 1.0)),), domain=(1.001, 10), numpy="np.arccosh", fails=_when(lambda x: x < 1.0, 0.0))
atanh: Op = row("atanh", math.atanh, lambda out, x: (1.0 / _without_square(x),), domain=(-0.999, 0.999), numpy="np.arctanh", fails=_when(lambda x: abs(x) >= 1.0, 1.0))
sinpi: Op = row("sinpi", lambda x: _alternate(round_(x), sin(_PI * (x - round_(x)))), lambda out, x: (_PI * cospi(x),), doc="sin(pi * x), accurate for every x and 0 at the integers.")
cospi: Op = row("cospi", lambda x: _alternate(round_(x), _cospi_half(abs(x - round_(x)))), lambda out, x: (-_PI * sinpi(x),), doc="cos(pi * x), accurate for every x and 0 at the half-integers.")
degrees: Op = row("degrees", math.degrees, lambda out, x: (180.0 / _PI,), names="rad2deg", fails=(), xp=lambda x: x * (180.0 / math.pi))
radians: Op = row("radians", math.radians, lambda out, x: (_PI / 180.0,), domain=(-180, 180), names="deg2rad", fails=(), xp=lambda x: x * (math.pi / 180.0))

# -- error and gamma functions (`lazyad.special` has more) ----------------------------------------
_bell: Op = row("bell", written.bell, lambda out, x: (-2.0 * x * out,), numpy=lambda x: exp(-(x * x)), bound=1.0, doc="exp(-x * x).")
_square_exp: Op = row("square_exp", written.exp_square, lambda out, x, c: (2.0 * c * x * out, ZERO), domain=((-3, 3), (0.5, 0.5)), numpy=lambda x, c: exp(c * x * x), doc="exp(c * x * x).")
_square_sine: Op = row("square_sine", written.square_sine, lambda out, x, k: (_PI * x * _square_sine(x, k + 1.0), ZERO), domain=((-3, 3), (0, 0)), numpy=lambda x, k: sin(_PI / 2.0 * (x * x + k)), doc="sin(pi / 2 * (x * x + k)) for a whole k.")
erf: Op = row("erf", math.erf, lambda out, x: (2.0 / math.sqrt(_PI) * _bell(x),), numpy="special.erf", bound=1.0, fails=(), xp="erf_in({0})")
erfc: Op = row("erfc", math.erfc, lambda out, x: (-2.0 / math.sqrt(_PI) * _bell(x),), numpy="special.erfc", bound=2.0, fails=(), xp="erfc_in({0})")
gamma: Op = row("gamma", math.gamma, lambda out, x: (out * digamma(x),), domain=(0.5, 5), numpy="special.gamma", fails=(*_AT_POLES, *_when(lambda x: x == -math.inf, -math.inf), *_LARGE_GAMMA))
lgamma: Op = row("lgamma", math.lgamma, lambda out, x: (digamma(x),), domain=(0.5, 5), numpy="special.gammaln", fails=(*_AT_POLES, *_LARGE_LGAMMA), xp="gammaln_in({0})")
digamma: Op = row("digamma", written.digamma, lambda out, x: (polygamma(1.0, x),), domain=(0.5, 5), names="psi", xp="digamma_in({0})", doc="The logarithmic derivative of gamma.")
polygamma: Op = row("polygamma", written.polygamma, lambda out, n, x: (None, polygamma(n + 1.0, x)), domain=((1, 1), (0.5, 5)), doc="The n-th derivative of digamma at x, n a whole number that is not differentiated.")
_psi_rise: Op = row("psi_rise", written.psi_rise, lambda out, n, x, y: (None, _psi_rise(n + 1.0, x, y), polygamma(n + 1.0, x + y)), domain=((1, 1), (0.5, 5), (0.1, 2)), numpy=lambda n, x, y: where(n == 0.0, digamma(x + y) - digamma(x), polygamma(n, x + y) - polygamma(n, x)), doc="What the n-th derivative of digamma rises by from x to x + y.")

# -- logistic family and friends ------------------------------------------------------------------
_share: Op = row("share", written.share, lambda out, x, y: (out * _share(y, x), -out * _share(y, x)), numpy=lambda x, y: where(x == y, 0.5, expit(x - y)), doc="exp(x) / (exp(x) + exp(y)), without overflow.")
logaddexp: Op = row("logaddexp", lambda x, y: where(x == y, x + _LN2, where(x > y, x, y) + log1p(exp(-abs(x - y)))), lambda out, x, y: (_share(x, y), _share(y, x)), numpy="np.logaddexp", doc="log(exp(x) + exp(y)) without overflow.")
log1pexp: Op = row("log1pexp", lambda x: where(x > 0.0, x, 0.0) + log1p(exp(-abs(x))), lambda out, x: (expit(x),), domain=(-40, 40), names="softplus", doc="log(1 + exp(x)) without overflow.")
expit: Op = row("expit", lambda x: where(x >= 0.0, 1.0, exp(-abs(x))) / (1.0 + exp(-abs(x))), lambda out, x: (_expit_slope(x),), domain=(-40, 40), series=lambda out, x: (out * (1.0 - out),), doc="1 / (1 + exp(-x)), accurate in both tails.")
_expit_slope: Op = row("expit_slope", lambda x: expit(x) * expit(-x), lambda out, x: (-out * tanh(0.5 * x),), domain=(-40, 40), doc="The derivative of expit.")
logit: Op = row("logit", lambda x: where((x > 0.3) & (x < 0.65), log1p((2.0 * x - 1.0) / (1.0 - x)), log(x / (1.0 - x))), lambda out, x: (1.0 / along(x * (1.0 - x), x - x * x),), domain=(0.01, 0.99), doc="log(x / (1 - x)), accurate around 1/2 too.")
xlogy: Op = row("xlogy", lambda x, y: where(x == 0.0, 0.0, x * log(y)), lambda out, x, y: (log(y), _unless_both_zero(x, y)), domain=((-3, 3), (0.1, 5)), doc="x * log(y), and 0 where x = 0.")
xlog1py: Op = row("xlog1py", lambda x, y: where(x == 0.0, 0.0, x * log1p(y)), lambda out, x, y: (log1p(y), _unless_both_zero(x, 1.0 + y)), domain=((-3, 3), (-0.9, 5)), doc="x * log1p(y), and 0 where x = 0.")
sinc: Op = row("sinc", lambda x: where(x == 0.0, 1.0, sinpi(x) / (_PI * x)), lambda out, x: (where(abs(x) < 0.25, _PI * _sine_ratio_slope(_PI * x), (cospi(x) - out) / x),), doc="sin(pi x) / (pi x), and 1 at 0, as NumPy's.")
sine_ratio: Op = row("sine_ratio", lambda x: where(x == 0.0, 1.0, sin(x) / x), lambda out, x: (where(abs(x) < 0.75, _sine_ratio_slope(x), (cos(x) - out) / x),), doc="sin(x) / x, and 1 at 0.")
# fmt: on

# The other spellings users know, from NumPy, SciPy, JAX and torch.
softplus, sigmoid = log1pexp, expit
arcsin, arccos, arctan, arctan2 = asin, acos, atan, atan2
arcsinh, arccosh, arctanh = asinh, acosh, atanh
power, absolute, minimum, maximum, remainder = pow, abs, min, max, mod
deg2rad, rad2deg, rint = radians, degrees, round_
logical_and, logical_or, logical_not = and_, or_, not_
gammaln, psi = lgamma, digamma


def _rounded(x: Any, digits: Any = None) -> Any:
    """Python's round() is two rows."""
    return round_(x) if digits is None else round_to(x, operator.index(digits))


Operand.__round__ = _rounded  # type: ignore[attr-defined]


def whole_power(base: Any, n: int) -> Any:
    """base ** n for n from 1 on, by repeated squaring: x**8 takes three multiplications, and a base
    of 0 is one like another."""
    if n == 1:
        return base
    half = whole_power(base, n // 2)
    return half * half if n % 2 == 0 else half * half * base


def choose(condition: Any, x: Any, y: Any) -> Any:
    """x or y; chosen now if the condition is known now."""
    return where(condition, x, y) if isinstance(condition, Operand) else x if condition else y


# -- formulas shared by rows ----------------------------------------------------------------------


def _tied(second: Any, either: Any, equal: Any) -> tuple[Any, Any]:
    """Partials of a choice between two: all to the chosen one, halves where they are equal."""
    share = where(equal, 0.5, 1.0)
    return where(second, ZERO, share), where(either, share, ZERO)


def shared(best: Any, values: Sequence[Any], reaches: Op) -> Any:
    """The least (`reaches` is le) or the largest (ge) of several values: all that are equal to it
    share the derivative, as in JAX."""
    ties = [reaches(value, best) for value in values]
    count = reduce(add, [where(tie, 1.0, 0.0) for tie in ties])
    chosen = [where(tie, value, 0.0) for tie, value in zip(ties, values, strict=True)]
    return along(best, reduce(add, chosen) / max(count, 1.0))


def _without_square(x: Any) -> Any:
    """1 - x * x: as the product of the root's two, which cancels nowhere; its own derivative is
    not theirs, which are 1 - x and 1 + x apart and lose an x near 0."""
    return along((1.0 - x) * (1.0 + x), -(x * x))


def _unless_both_zero(x: Any, y: Any) -> Any:
    """x / y, and 0 where both are 0."""
    return x / where((x == 0.0) & (y == 0.0), 1.0, y)


def _nearest(x: Any, size: Any, rest: Any) -> Any:
    """The remainder nearest to 0 by what has that size, and leaves that rest of abs(x)."""
    more = size - rest
    tie = rest - 2.0 * fmod(0.5 * (abs(x) - rest), size)
    return copysign(1.0, x) * where(rest < more, rest, where(rest > more, -more, tie))


def _power_partials(out: Any, x: Any, y: Any) -> tuple[Any, ...]:
    """The slope of a power with a constant exponent is a power of n - 1, which passes and other powers
    know; for some n that is rounded, by log(x) / 2 units in the last place of the slope. It is a
    quotient with -1, as that of 1 / x, with a negative broken one, and where x grows as an
    exponential does: what it grows by is as large as a power of n - 1 is small.
    x**x has the slope -inf at 0, and what a negative constant has no power of has no slope."""
    n, base = getattr(y, "payload", None), getattr(x, "payload", None)
    slope = _power_slope(out, x, y)
    if type(n) is float:
        divided = n < 0.0 and (n == -1.0 or n % 1.0 or _is_exponential(x))
        slope = n * out / x if divided else n * x ** (n - 1.0) if n else ZERO
    if type(base) is float and base < 0.0:
        return slope, where(y % 1.0 == 0.0, ZERO, out * log(x))
    return slope, where(x >= 0.0 if x is y else x > 0.0, out * log(x), ZERO)


def _is_exponential(x: Any, depth: int = 3) -> bool:
    """Whether x is an exponential, or a sum or a product of a few things with one among them."""
    op = getattr(x, "op", None)
    return op in {exp, exp2, expm1, cosh, sinh} or (
        op in {add, sub, mul}
        and depth > 0
        and any(_is_exponential(one, depth - 1) for one in x.args)
    )


def _power_slope_partials(out: Any, power: Any, x: Any, y: Any) -> tuple[Any, ...]:
    flat = (y == 0.0) | (y == 1.0)
    above = y * ((y - 1.0) * x ** where(flat, 0.0, y - 2.0))
    less = where((y < 1.0) & (x != 0.0), power / x, x ** where(y == 0.0, 0.0, y - 1.0))
    return (
        ZERO,
        where((y < 2.0) & (x != 0.0), (y - 1.0) * out / x, above),
        less + where(x > 0.0, out * log(x), ZERO),
    )


def _over(r: Any, y: Any, x: Any) -> tuple[Any, Any]:
    """The partials of atan2: x / r**2 and -y / r**2, each a quotient by r, which all that they are
    multiplied with is divided by once."""
    up, right = _parts(r, y, x)
    return right / r, -up / r


def _parts(out: Any, *args: Any) -> tuple[Any, ...]:
    """The partials of hypot: x / out, which knows of the others for a derivative of its own. Where
    two are one, that is a multiple of abs, and has no second derivative at 0."""
    if len(set(map(id, args))) < len(args):
        return tuple(ratio(arg, out) for arg in args)
    part = part_of(len(args) + 1)
    return tuple(part(arg, out, *args[:at], *args[at + 1 :]) for at, arg in enumerate(args))


def _part_partials(out: Any, x: Any, r: Any, others: Sequence[Any]) -> tuple[Any, ...]:
    """Of x / r where r is the hypot: y * y / r**3 and -x * y / r**3; 1 / r - x * x / r**3 would
    cancel. No product of two numbers is divided that alone may be too small."""
    slopes = _parts(r, x, *others)[1:]
    total = reduce(add, [slope * (slope / r) for slope in slopes])
    return (total, ZERO, *[-(out * (slope / r)) for slope in slopes])


def _overflows(x: Any, y: Any) -> Any:
    """Whether x**y is finite but for its size."""
    if isinstance(y, float):
        if 0.0 <= y <= 1.0 or y != y:  # noqa: PLR0124
            return False
        most = _most_power(y)
        large = abs(x) > most if y > 0.0 else _both(x != 0.0, abs(x) < most)
        return _both(large, abs(x) < math.inf)
    size = abs(x)
    is_finite = _both(size > 0.0, size < math.inf)
    return is_finite is not False and _both(is_finite, y * log(size) >= _MOST_LOG)


@cache
def _most_power(y: float) -> float:
    """The last x for which x**y is finite: the largest, or the smallest where y is negative."""
    x = math.exp(_MOST_LOG / y)
    away, back = (math.inf, 0.0) if y > 0.0 else (0.0, math.inf)
    while not _is_finite(x, y):
        x = math.nextafter(x, back)
    while _is_finite(math.nextafter(x, away), y):
        x = math.nextafter(x, away)
    return x


def _is_finite(x: float, y: float) -> bool:
    try:
        return math.isfinite(x**y)
    except (OverflowError, ZeroDivisionError):
        return False


def _alternate(n: Any, x: Any) -> Any:
    """(-1)**n * x."""
    return where(n % 2.0 == 0.0, x, -x)


def _cospi_half(t: Any) -> Any:
    """cos(pi t) for 0 <= t <= 1/2, through the sine where the cosine is small."""
    return where(t <= 0.25, cos(_PI * t), sin(_PI * (0.5 - t)))


def _sine_ratio_slope(u: Any) -> Any:
    """The derivative of sin(u)/u for |u| < pi/4, from its Taylor series.

    d/du sin(u)/u = -sum_k (-1)^k u^(2k+1) / ((2k+1)! (2k+3)); the quotient rule cancels there.
    """
    square_ = u * u
    terms = [(-1) ** (k + 1) / (math.factorial(2 * k + 1) * (2 * k + 3)) for k in range(8)]
    total: Any = terms.pop()
    while terms:
        total = total * square_ + terms.pop()
    return u * total


MYPY = False  # which mypy takes for True: it reads the rows themselves
if not MYPY:
    __all__ = [
        name
        for name, op in globals().items()
        if isinstance(op, Op) and op not in (along, risen, divided) and not name.startswith("_")
    ]
