"""What the functions of scipy.special mean on traced values where no row has their name.

Data: formulas of elements, functions that return several arrays, and functions that are no ufuncs.
A room of its own because it is a table, and the one place to look for what `special.huber` becomes.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from lazyad import ops, special
from lazyad.complexes import complex_of, is_complex
from lazyad.graph import OPS, Op
from lazyad.operators import Operand
from lazyad.tracing.numpy.arrays import elementwise, refusal


def _rel_entr(x: Any, y: Any) -> Any:
    inside = ops.where((x <= 0.0) | (y <= 0.0), math.inf, x * ops.log(x / y))
    return ops.where((x == 0.0) & (y >= 0.0), 0.0, inside)


def _huber(delta: Any, r: Any) -> Any:
    large = delta * (ops.abs(r) - 0.5 * delta)
    inside = ops.where(ops.abs(r) <= delta, 0.5 * r * r, large)
    return ops.where(delta < 0.0, math.inf, inside)


def _pseudo_huber(delta: Any, r: Any) -> Any:
    inside = special._pseudo_huber(delta, r)
    return ops.where(delta < 0.0, math.inf, ops.where(delta == 0.0, 0.0, inside))


def _powm1(x: Any, y: Any) -> Any:
    near = ops.along(ops.expm1(y * ops.log(x)), ops.pow(x, y))
    return ops.where(x > 0.0, near, ops.pow(x, y) - 1.0)


def _degrees(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """That function of half turns, of degrees; without whole turns, which would be rounded."""
    return lambda x: function(ops.ieee_remainder(x, 360.0) / 180.0)


def _of_smaller_share(share: Op, rest: Op) -> Callable[..., Any]:
    """A distribution function of F, by that share of a beta distribution below n x / (d + n x); or
    by the other one's rest where 1 - n x / (d + n x) has more digits."""

    def formula(n: Any, d: Any, x: Any) -> Any:
        a, b, total = 0.5 * n, 0.5 * d, d + n * x
        return ops.where(n * x > d, rest(b, a, d / total), share(a, b, n * x / total))

    return formula


def _faddeeva(x: Any) -> Any:
    return complex_of(ops._bell(x), 2.0 / math.sqrt(math.pi) * special.dawsn(x))


def _of_both(formula: Callable[..., Any], of_reals: Callable[..., Any]) -> Callable[..., Any]:
    """The formula of a complex number, which is the last argument, or what it is of a real one."""
    return lambda *args: (formula if is_complex(args[-1]) else of_reals)(*args)


def _turn(angle: Any) -> Any:
    return complex_of(ops.cos(angle), ops.sin(angle))


def _hankel(v: Any, x: Any) -> Any:
    """jv(v, x) + 1j * yv(v, x); left of 0 what goes on from above."""
    j, y = special.jv(v, ops.abs(x)), special.yv(v, ops.abs(x))
    cos, sin = ops.cospi(v), ops.sinpi(v)
    left = complex_of(y * sin - j * cos, j * sin + y * cos)
    return ops.where(x < 0.0, left, complex_of(j, y))


def _whole(name: str, row: Callable[..., Any]) -> Callable[..., Any]:
    """A function of that name whose first argument is a whole number."""

    def call(n: Any, *args: Any) -> Any:
        if isinstance(n, Operand) or n % 1.0 != 0.0 or n < 0.0:
            raise refusal(f"{name} of degree or order {n!r}", "0, 1, 2, ..., a constant")
        return row(float(n), *args)

    return call


FORMULAS: dict[str, Callable[..., Any]] = {
    **{op.name: _whole(op.name, op) for op in OPS.values() if "int({0})" in (op.spelling or "")},
    "expn": _whole("expn", special.expn),
    "eval_sh_legendre": lambda n, x: FORMULAS["eval_legendre"](n, 2.0 * x - 1.0),
    "eval_sh_chebyt": lambda n, x: FORMULAS["eval_chebyt"](n, 2.0 * x - 1.0),
    "eval_sh_chebyu": lambda n, x: FORMULAS["eval_chebyu"](n, 2.0 * x - 1.0),
    "eval_chebyc": lambda n, x: 2.0 * FORMULAS["eval_chebyt"](n, 0.5 * x),
    "eval_chebys": lambda n, x: FORMULAS["eval_chebyu"](n, 0.5 * x),
    "log_expit": lambda x: -ops.log1pexp(-x),
    "entr": lambda x: -ops.where(x == 0.0, 0.0, ops.where(x < 0.0, math.inf, x * ops.log(x))),
    "rel_entr": _rel_entr,
    "kl_div": lambda x, y: _rel_entr(x, y) - x + y,
    "huber": _huber,
    "pseudo_huber": _pseudo_huber,
    "loggamma": _of_both(ops.lgamma, lambda x: ops.where(x < 0.0, math.nan, ops.lgamma(x))),
    "exp10": lambda x: ops.pow(10.0, x),
    "powm1": _powm1,
    "sindg": _degrees(ops.sinpi),
    "cosdg": _degrees(ops.cospi),
    "tandg": _degrees(lambda x: ops.sinpi(x) / ops.cospi(x)),
    "cotdg": _degrees(lambda x: ops.cospi(x) / ops.sinpi(x)),
    "radian": lambda d, m, s: (d + m / 60.0 + s / 3600.0) * (math.pi / 180.0),
    "jve": special.jv,
    "yve": special.yv,
    "wofz": _of_both(special.wofz, _faddeeva),
    "hankel1": _of_both(special.hankel1, _hankel),
    "hankel2": _of_both(special.hankel2, lambda v, x: _hankel(v, x).conjugate()),
    "hankel1e": _of_both(special.hankel1e, lambda v, x: _hankel(v, x) * _turn(-x)),
    "hankel2e": _of_both(special.hankel2e, lambda v, x: _hankel(v, x).conjugate() * _turn(x)),
    "chdtr": lambda v, x: special.gammainc(0.5 * v, 0.5 * x),
    "chdtrc": lambda v, x: special.gammaincc(0.5 * v, 0.5 * x),
    "gdtr": lambda a, b, x: special.gammainc(b, a * x),
    "gdtrc": lambda a, b, x: special.gammaincc(b, a * x),
    "pdtr": lambda k, m: special.gammaincc(ops.floor(k) + 1.0, m),
    "pdtrc": lambda k, m: special.gammainc(ops.floor(k) + 1.0, m),
    "fdtr": _of_smaller_share(special.betainc, special.betaincc),
    "fdtrc": _of_smaller_share(special.betaincc, special.betainc),
    "bdtr": lambda k, n, p: special.betaincc(ops.floor(k) + 1.0, n - ops.floor(k), p),
    "bdtrc": lambda k, n, p: special.betainc(ops.floor(k) + 1.0, n - ops.floor(k), p),
    "nbdtr": lambda k, n, p: special.betainc(n, ops.floor(k) + 1.0, p),
    "nbdtrc": lambda k, n, p: special.betaincc(n, ops.floor(k) + 1.0, p),
    "_beta_pdf": lambda x, a, b: ops.exp(
        ops.xlogy(a - 1.0, x) + ops.xlog1py(b - 1.0, -x) - special.betaln(a, b)
    ),
    "_beta_ppf": lambda q, a, b: special.betaincinv(a, b, q),
    "_ncx2_pdf": lambda x, df, nc: special._ncx2_density(df, nc, x),
    "_nbinom_mean": lambda n, p: n * (1.0 - p) / p,
    "_nbinom_variance": lambda n, p: n * (1.0 - p) / (p * p),
    "_nbinom_skewness": lambda n, p: (2.0 - p) / ops.sqrt(n * (1.0 - p)),
    "_nbinom_kurtosis_excess": lambda n, p: 6.0 / n + p * p / (n * (1.0 - p)),
    "pdtri": lambda k, y: special.gammainccinv(ops.floor(k) + 1.0, y),
    "bdtri": lambda k, n, y: special.betainccinv(ops.floor(k) + 1.0, n - ops.floor(k), y),
    "nbdtri": lambda k, n, y: special.betaincinv(n, ops.floor(k) + 1.0, y),
    "gdtria": lambda p, b, x: special.gammaincinv(b, p) / x,
    "nrdtrimn": lambda p, std, x: x - std * special.ndtri(p),
    "nrdtrisd": lambda mn, p, x: (x - mn) / special.ndtri(p),
    "zetac": lambda x: special.zeta(x, 2.0),
    "fdtri": lambda n, d, p: (
        d * special.betaincinv(0.5 * n, 0.5 * d, p) / (n * special.betainccinv(0.5 * d, 0.5 * n, p))
    ),
    "_binom_pmf": lambda k, n, p: special.binom(n, k) * p**k * (1.0 - p) ** (n - k),
    "_nbinom_pmf": lambda k, n, p: special.binom(k + n - 1.0, k) * p**n * (1.0 - p) ** k,
    "_cauchy_ppf": lambda q, loc, scale: loc - scale / ops.tan(math.pi * q),
    "_cauchy_isf": lambda q, loc, scale: loc + scale / ops.tan(math.pi * q),
    "chdtri": lambda v, p: 2.0 * special.gammainccinv(0.5 * v, p),
    "gdtrix": lambda a, b, p: special.gammaincinv(b, p) / a,
}
# What scipy.stats calls some of them.
_OF_STATS = {"binom_cdf": "bdtr", "binom_sf": "bdtrc", "nbinom_cdf": "nbdtr", "nbinom_sf": "nbdtrc"}
FORMULAS |= {f"_{name}": FORMULAS[own] for name, own in _OF_STATS.items()}


def _scaled_airy() -> list[Callable[[Any], Any]]:
    """Airy's functions over their exponential: far from 0 by Bessel's of 1/3 and 2/3."""

    def scaled(row: Op, far: Callable[[Any, Any], Any], sign: float) -> Callable[[Any], Any]:
        def formula(x: Any) -> Any:
            right = ops.where(x > 0.0, x, 0.0)
            turn = 2.0 / 3.0 * right * ops.sqrt(right)
            near = row(x) * ops.exp(sign * ops.where(x < 1.0, turn, 0.0))
            found = ops.where(x < 1.0, near, far(x, turn))
            return ops.where(x < 0.0, math.nan, found) if sign > 0.0 else found

        return formula

    def second(v: float, turn: Any) -> Any:
        return special.ive(-v, turn) + special.ive(v, turn)

    root, third, two = math.sqrt(3.0), 1.0 / 3.0, 2.0 / 3.0
    return [
        scaled(
            special.airyai, lambda x, t: ops.sqrt(x / 3.0) * special.kve(third, t) / math.pi, 1.0
        ),
        scaled(special.airyaip, lambda x, t: -x * special.kve(two, t) / (math.pi * root), 1.0),
        scaled(special.airybi, lambda x, t: ops.sqrt(x / 3.0) * second(third, t), -1.0),
        scaled(special.airybip, lambda x, t: x * second(two, t) / root, -1.0),
    ]


def _several(*rows: Callable[..., Any]) -> Callable[..., Any]:
    """A ufunc that returns an array for each row."""
    return lambda *args: tuple([elementwise(row, args) for row in rows])


_KELVIN = (
    (special.ber, special.bei),
    (special.ker, special.kei),
    (special.berp, special.beip),
    (special.kerp, special.keip),
)
COMPOSED: dict[str, Callable[..., Any]] = {
    "sici": _several(special.sinint, special.cosint),
    "shichi": _several(special.sinhint, special.coshint),
    "fresnel": _several(special.fresnels, special.fresnelc),
    "airy": _several(special.airyai, special.airyaip, special.airybi, special.airybip),
    "airye": _several(*_scaled_airy()),
    "itairy": _several(*[OPS[f"itairy{at}"] for at in range(4)]),
    "itj0y0": _several(special._itj0, special._ity0),
    "iti0k0": _several(special._iti0, special._itk0),
    "pbdv": _several(
        special.pbdv, lambda v, x: 0.5 * x * special.pbdv(v, x) - special.pbdv(v + 1.0, x)
    ),
    "kelvin": lambda x: tuple(
        elementwise(lambda x, pair=pair: complex_of(*[row(x) for row in pair]), [x])
        for pair in _KELVIN
    ),
    "ellipj": _several(special.ellipsn, special.ellipcn, special.ellipdn, special.ellipam),
}


def _polygamma(n: Any, x: Any) -> Any:
    plain = not isinstance(n, Operand) and n == 0
    return ops.digamma(x) if plain else _whole("polygamma", ops.polygamma)(n, x)


def _spherical(row: Op) -> Callable[..., Any]:
    def call(n: Any, z: Any, derivative: bool = False) -> Any:
        return elementwise(_whole(row.name, slope if derivative else row), [n, z])

    def slope(n: float, x: Any) -> Any:
        partials: Any = row.partials
        return partials(row(n, x), n, x)[1]

    return call


def _multigammaln(a: Any, d: int) -> Any:
    terms = [ops.lgamma(a - 0.5 * j) for j in range(int(d))]
    return 0.25 * d * (d - 1) * math.log(math.pi) + sum(terms[1:], start=terms[0])


def _factorial(n: Any, exact: bool = False, extend: str = "zero") -> Any:
    if exact or extend != "zero":
        raise refusal("factorial with exact=True or extend=", "special.factorial(n)")
    return elementwise(lambda x: ops.where(x < 0.0, 0.0, ops.gamma(x + 1.0)), [n])


def _diric(x: Any, n: Any) -> Any:
    """sin(n x / 2) / (n sin(x / 2)) by its sum of cosines, which has no singular points."""
    if isinstance(n, Operand) or n < 1 or n % 1 != 0:
        raise refusal(f"diric of order {n}", "1, 2, 3, ..., a constant")
    count = int(n)

    def one(x: Any) -> Any:
        start = 1.0 if count % 2 else 0.0
        waves = [2.0 * ops.cos(0.5 * k * x) for k in range(count - 1, 0, -2)]
        return (start + sum(waves)) / count

    return elementwise(one, [x])


# Functions that are no ufuncs; those of whole arrays stand in `array_functions`.
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "diric": _diric,
    "factorial": _factorial,
    "lambertw": lambda z, k=0, tol=1e-8: elementwise(special.lambertw, [z, k]),
    "multigammaln": lambda a, d: elementwise(lambda one: _multigammaln(one, d), [a]),
    "polygamma": lambda n, x: elementwise(_polygamma, [n, x]),
    "spherical_in": _spherical(special.spherical_in),
    "spherical_jn": _spherical(special.spherical_jn),
    "spherical_kn": _spherical(special.spherical_kn),
    "spherical_yn": _spherical(special.spherical_yn),
    "softplus": lambda x: elementwise(ops.log1pexp, [x]),
    "zeta": lambda x, q=None: elementwise(special.zeta, [x, 1.0 if q is None else q]),
}
