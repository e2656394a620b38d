"""The rows of the op table that are functions of scipy.special.

In and out as in `lazyad.ops`. A room of its own because these rows need SciPy, or serve those who know
its names: emitted source calls `special.jv(...)`, and SciPy is imported when a value is first asked
for. A partial that nobody knows is None: orders and shapes are constants.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from lazyad import ops
from lazyad.complexes import complex_of, parts
from lazyad.graph import OPS, ZERO, Op
from lazyad.ops import (
    _alternate,
    _psi_rise,
    _square_exp,
    _square_sine,
    abs,
    cos,
    cosh,
    cospi,
    digamma,
    erf,
    erfc,
    exp,
    expm1,
    gamma,
    hypot,
    lgamma,
    log,
    log1p,
    part_of,
    polygamma,
    round_,
    row,
    sign,
    sin,
    sinc,
    sinh,
    sqrt,
    square,
    where,
)
from lazyad.plain import written
from lazyad.values.errors import refused

_PI = math.pi
_HALF_ROOT_PI = math.sqrt(math.pi) / 2.0
_NORMAL = 1.0 / math.sqrt(2.0 * math.pi)  # the density at 0


def _scipy(
    name: str,
    partials: Callable[..., Any],
    doc: str,
    domain: Sequence[Any] = (0.1, 5.0),
    call: str | None = None,
    *,
    names: str = "",
) -> Op:
    """A row that SciPy computes; `call` is how, where it is not `name(...)` of the arguments."""
    arity = partials.__code__.co_argcount - 1
    call = call or f"{name}({', '.join(f'{{{at}}}' for at in range(arity))})"
    spelling = f"special.{call}"
    value = _value(name, spelling, arity)
    return row(name, value, partials, spelling=spelling, names=names, domain=domain, doc=doc)


def _value(name: str, spelling: str, arity: int) -> Callable[..., float]:
    def value(*args: float) -> float:
        try:
            return float(_function(spelling, arity)(*args))
        except ImportError as error:
            what = f"{name} needs SciPy, which is not installed"
            instead = 'pip install "<path or URL of lazyad>[scipy]"'
            raise refused(ImportError, what, instead) from error

    return value


@cache
def _function(spelling: str, arity: int) -> Any:
    """What the spelling means."""
    from scipy import special

    names = [f"a{at}" for at in range(arity)]
    text = f"lambda {', '.join(names)}: {spelling.format(*names)}"  # of this file's own
    return eval(text, {"special": special})


# fmt: off
# -- gamma ----------------------------------------------------------------------------------------
_lost: Op = row("lost", written.lost, lambda out, x, y: (ZERO, ZERO), domain=(0.1, 5.0), numpy=lambda x, y: (x - ((x + y) - ((x + y) - x))) + (y - ((x + y) - x)), doc="What x + y is rounded by.")
rgamma: Op = _scipy("rgamma", lambda out, x: (_rgamma_slope(out, x),), "1 / gamma(x), and 0 at the poles of gamma.")
gammasgn: Op = _scipy("gammasgn", lambda out, x: (ZERO,), "The sign of gamma(x); its derivative is 0.")
beta: Op = _scipy("beta", lambda out, x, y: (_beta_slope(out, x, y), _beta_slope(out, y, x)), "gamma(x) gamma(y) / gamma(x + y).")
_beta_slope: Op = row("beta_slope", lambda whole, x, y: -whole * _psi_rise(0.0, x, y), lambda out, whole, x, y: (ZERO, whole * (square(_psi_rise(0.0, x, y)) - _psi_rise(1.0, x, y)), _beta_twist(whole, x, y)), domain=((1.0, 1.0), (0.5, 5.0), (0.5, 5.0)), doc="The derivative of beta(x, y), which is given, in x.")
betaln: Op = _scipy("betaln", lambda out, x, y: (-_psi_rise(0.0, x, y), -_psi_rise(0.0, y, x)), "log(|beta(x, y)|).")
binom: Op = _scipy("binom", lambda out, n, k: _binom_partials(out, n, k), "The binomial coefficient n over k, of real numbers.", ((5.0, 9.0), (0.2, 4.0)))  # noqa: PLW0108
poch: Op = _scipy("poch", lambda out, z, m: (where((z > 0.0) & (z + m > 0.0) & ((z > 0.5) | (abs(m) < z)), out * _psi_rise(0.0, z, m), out * digamma(z + m) + _gamma_of_sum(z, m) * _rgamma_slope(rgamma(z), z)), out * digamma(z + m)), "gamma(z + m) / gamma(z).")
_gamma_inside: Op = row("gamma_density", lambda a, x: _gamma_density_by_powers(a, x), lambda out, a, x: (out * _gamma_bell(1.0, a, x), out * ((a - 1.0) / x - 1.0)), domain=((0.5, 5.0), (0.1, 5.0)), doc="The density of the gamma distribution of shape a at x > 0.")  # noqa: PLW0108
_gamma_peak: Op = row("gamma_peak", written.gamma_peak, lambda out, a, x: (out * _gamma_bell(1.0, a, x), out * ((a - 1.0) / x - 1.0)), domain=((20.0, 50.0), (20.0, 50.0)), numpy='np.vectorize(otypes="d", pyfunc=gamma_peak)({0}, {1})', doc="The same of a large shape.")
_gamma_bell: Op = row("gamma_bell", written.gamma_bell, lambda out, n, a, x: (None, _gamma_bell(n + 1.0, a, x) - out * _gamma_bell(1.0, a, x), n / x * where(n == 1.0, 1.0, _gamma_bell(n - 1.0, a, x))), domain=((1.0, 1.0), (0.5, 5.0), (0.1, 5.0)), numpy='np.vectorize(otypes="d", pyfunc=gamma_bell)({0}, {1}, {2})', doc="The n-th derivative of that density in a, over the density.")
_gammainc_slope: Op = row("gammainc_slope", written.gammainc_slope, lambda out, n, a, x, density: (None, _gammainc_slope(n + 1.0, a, x, density), density * _gamma_bell(n, a, x), ZERO), domain=((1.0, 1.0), (0.5, 5.0), (0.1, 5.0), (0.1, 0.1)), numpy='np.vectorize(otypes="d", pyfunc=gammainc_slope)({0}, {1}, {2}, {3})', doc="The n-th derivative of gammainc(a, x) in a, given the density.")
_rest_power: Op = row("rest_power", written.rest_power, lambda out, x, b: ((1.0 - b) * out / (1.0 - x), log1p(-x) * out), domain=((0.05, 0.95), (0.5, 5.0)), numpy=lambda x, b: (1.0 - x) ** (b - 1.0), doc="(1 - x) ** (b - 1) for 0 < x < 1.")
_beta_inside: Op = row("beta_density", lambda a, b, x: _beta_density_by_powers(a, b, x), lambda out, a, b, x: (None, None, out * ((a - 1.0) / x - (b - 1.0) / (1.0 - x))), domain=((0.5, 5.0), (0.5, 5.0), (0.05, 0.95)), doc="The density of the beta distribution of shapes a and b at 0 < x < 1.")  # noqa: PLW0108
gammainc: Op = _scipy("gammainc", lambda out, a, x: (_shape_slope(a, x), _gamma_density(a, x)), "The regularized lower incomplete gamma function of shape a.")
gammaincc: Op = _scipy("gammaincc", lambda out, a, x: (-_shape_slope(a, x), -_gamma_density(a, x)), "1 - gammainc(a, x).")
gammaincinv: Op = _scipy("gammaincinv", lambda out, a, y: (_inverse_slope(a, out), 1.0 / _gamma_density(a, out)), "The x whose gammainc(a, x) is y.", ((0.5, 5.0), (0.05, 0.95)))
gammainccinv: Op = _scipy("gammainccinv", lambda out, a, y: (_inverse_slope(a, out), -1.0 / _gamma_density(a, out)), "The x whose gammaincc(a, x) is y.", ((0.5, 5.0), (0.05, 0.95)))
betainc: Op = _scipy("betainc", lambda out, a, b, x: (None, None, _beta_density(a, b, x)), "The regularized incomplete beta function of shapes a and b.", ((0.5, 5.0), (0.5, 5.0), (0.05, 0.95)))
betaincc: Op = _scipy("betaincc", lambda out, a, b, x: (None, None, -_beta_density(a, b, x)), "1 - betainc(a, b, x).", ((0.5, 5.0), (0.5, 5.0), (0.05, 0.95)))
betaincinv: Op = _scipy("betaincinv", lambda out, a, b, y: (None, None, 1.0 / _beta_density_at(a, b, out, betainccinv(b, a, y))), "The x whose betainc(a, b, x) is y.", ((1.0, 4.0), (1.0, 4.0), (0.05, 0.95)))
betainccinv: Op = _scipy("betainccinv", lambda out, a, b, y: (None, None, -1.0 / _beta_density_at(a, b, out, betaincinv(b, a, y))), "The x whose betaincc(a, b, x) is y.", ((1.0, 4.0), (1.0, 4.0), (0.05, 0.95)))
_student_bell: Op = row("student_bell", written.student_bell, lambda out, df, t: (None, _student_bell_slope(out, df, t)), domain=((1.0, 9.0), (-4.0, 4.0)), numpy=lambda df, t: (1.0 + t * t / df) ** (-0.5 * (df + 1.0)), doc="(1 + t * t / df) ** (-(df + 1) / 2).")
stdtr: Op = _scipy("stdtr", lambda out, df, t: (None, _student_density(df, t)), "The distribution function of Student's t with df degrees of freedom.", ((1.0, 9.0), (-4.0, 4.0)))
stdtrit: Op = _scipy("stdtrit", lambda out, df, p: (None, 1.0 / _student_density(df, out)), "The t whose stdtr(df, t) is p.", ((1.0, 9.0), (0.05, 0.95)))
_ncx2_density: Op = row("ncx2_density", lambda df, nc, x: _ncx2_by_powers(df, nc, x), lambda out, df, nc, x: (None, 0.5 * (_ncx2_above(df, nc, x) - out), out * ((0.5 * df - 1.0) / x - 0.5) + _ncx2_above(df, nc, x) * nc / (2.0 * x)), domain=((1.0, 9.0), (0.3, 3.0), (0.3, 9.0)), doc="The density of the noncentral chi-squared distribution.")  # noqa: PLW0108
chndtr: Op = _scipy("chndtr", lambda out, x, df, nc: (_ncx2_density(df, nc, x), None, -_ncx2_above(df, nc, x)), "The distribution function of the noncentral chi-squared distribution.", ((0.3, 9.0), (1.0, 9.0), (0.3, 3.0)))
chndtrix: Op = _scipy("chndtrix", lambda out, p, df, nc: (1.0 / _ncx2_density(df, nc, out), None, _ncx2_above(df, nc, out) / _ncx2_density(df, nc, out)), "The x whose chndtr(x, df, nc) is p.", ((0.05, 0.95), (1.0, 9.0), (0.3, 3.0)))
_ncx2_sf: Op = _scipy("ncx2_sf", lambda out, x, df, nc: (-_ncx2_density(df, nc, x), None, _ncx2_above(df, nc, x)), "1 - chndtr(x, df, nc).", ((0.3, 9.0), (1.0, 9.0), (0.3, 3.0)), "_ufuncs._ncx2_sf({0}, {1}, {2})", names="_ncx2_sf")
_ncx2_isf: Op = _scipy("ncx2_isf", lambda out, q, df, nc: (-1.0 / _ncx2_density(df, nc, out), None, _ncx2_above(df, nc, out) / _ncx2_density(df, nc, out)), "The x whose chndtr(x, df, nc) is 1 - q.", ((0.05, 0.95), (1.0, 9.0), (0.3, 3.0)), "_ufuncs._ncx2_isf({0}, {1}, {2})", names="_ncx2_isf")
zeta: Op = _scipy("zeta", lambda out, s, q: (None, -s * _zeta_above(s, q)), "Hurwitz's zeta function: the sum of (q + k)**-s over k = 0, 1, ...", ((1.5, 5.0), (0.5, 5.0)))

# -- error functions ------------------------------------------------------------------------------
_erfinv_slope: Op = row("erfinv_slope", written.erfinv_slope, lambda out, x, y: (2.0 * x * out, ZERO), domain=((0.0, 0.0), (0.0, 0.0)), numpy=lambda x, y: _HALF_ROOT_PI * exp(x * x), doc="The derivative of erfinv at y, where its value is x.")
_erfcinv_slope: Op = row("erfcinv_slope", written.erfcinv_slope, lambda out, x, q: (2.0 * x * out, ZERO), domain=((0.0, 0.0), (1.0, 1.0)), numpy=lambda x, q: -_HALF_ROOT_PI * exp(x * x), doc="The derivative of erfcinv at q, where its value is x.")
_erfc_fraction: Op = row("erfc_fraction", written.erfc_fraction, lambda out, n, x: (None, 2.0 * out * (out - _erfc_fraction(n + 1.0, x))), domain=((1.0, 1.0), (1.0, 5.0)), numpy='np.vectorize(otypes="d", pyfunc=erfc_fraction)({0}, {1})', doc="n/2 / (x + (n+1)/2 / (x + ...)).")
erfinv: Op = row("erfinv", written.erfinv, lambda out, y: (_erfinv_slope(out, y),), domain=(-0.99, 0.99))
erfcinv: Op = row("erfcinv", written.erfcinv, lambda out, q: (_erfcinv_slope(out, q),), domain=(0.01, 1.99))
erfcx: Op = _scipy("erfcx", lambda out, x: (where(x > 1.0, -2.0 * _erfc_fraction(1.0, x) * out, 2.0 * x * out - 1.0 / _HALF_ROOT_PI),), "exp(x * x) * erfc(x).", (-3.0, 5.0))
erfi: Op = _scipy("erfi", lambda out, x: (_square_exp(x, 1.0) / _HALF_ROOT_PI,), "-i * erf(i * x).", (-3.0, 3.0))
_dawsn_slope: Op = row("dawsn_slope", written.dawsn_slope, lambda out, n, x: (None, _dawsn_slope(n + 1.0, x)), domain=((1.0, 1.0), (-3.0, 3.0)), numpy='np.vectorize(otypes="d", pyfunc=dawsn_slope)({0}, {1})', doc="The n-th derivative of Dawson's integral.")
dawsn: Op = _scipy("dawsn", lambda out, x: (_dawsn_slope(1.0, x),), "Dawson's integral, exp(-x * x) times the integral of exp(t * t) from 0 to x.", (-3.0, 3.0))
ndtr: Op = row("ndtr", lambda x: 0.5 * erfc(-x / math.sqrt(2.0)), lambda out, x: (_NORMAL * _square_exp(x, -0.5),), doc="The distribution function of the normal distribution.")
log_ndtr: Op = _scipy("log_ndtr", lambda out, x: (_normal_hazard(out, x),), "log(ndtr(x)).", (-9.0, 3.0))
ndtri: Op = row("ndtri", lambda p: -math.sqrt(2.0) * erfcinv(2.0 * p), lambda out, p: (-2.0 * math.sqrt(2.0) * _erfcinv_slope(erfcinv(2.0 * p), 2.0 * p),), domain=(0.01, 0.99), doc="The x whose ndtr(x) is p.")
ndtri_exp: Op = _scipy("ndtri_exp", lambda out, y: (1.0 / _normal_hazard(y, out),), "The x whose log_ndtr(x) is y.", (-9.0, -0.1))
_product_bell: Op = row("product_bell", written.product_bell, lambda out, x, y: (-x * y * y * out, -x * x * y * out), domain=(-2.0, 2.0), numpy=lambda x, y: exp(-0.5 * square(x * y)), bound=1.0, doc="exp(-(x * y)**2 / 2).")
owens_t: Op = _scipy("owens_t", lambda out, h, a: (-0.5 * _NORMAL * _square_exp(h, -0.5) * erf(a * h / math.sqrt(2.0)), _square_exp(h, -0.5) * _product_bell(h, a) / (2.0 * _PI * (1.0 + a * a))), "Owen's T function.", (-2.0, 2.0))

# -- the Faddeeva function w: both parts of its n-th derivative at x + 1j * y -----------------------
_wofz_real: Op = row("wofz_slope_real", written.wofz_slope_real, lambda out, n, x, y: (None, _wofz_real(n + 1.0, x, y), -_wofz_imag(n + 1.0, x, y)), domain=((1.0, 1.0), *[(0.1, 3.0)] * 2), numpy='np.vectorize(otypes="d", pyfunc=wofz_slope_real)({0}, {1}, {2})', doc="The real part.")
_wofz_imag: Op = row("wofz_slope_imag", written.wofz_slope_imag, lambda out, n, x, y: (None, _wofz_imag(n + 1.0, x, y), _wofz_real(n + 1.0, x, y)), domain=((1.0, 1.0), *[(0.1, 3.0)] * 2), numpy='np.vectorize(otypes="d", pyfunc=wofz_slope_imag)({0}, {1}, {2})', doc="The imaginary part.")
_voigt_real: Op = row("voigt_real", lambda n, x, sigma, gamma: _voigt_part(_wofz_real, n, x, sigma, gamma), lambda out, n, x, sigma, gamma: (None, _voigt_real(n + 1.0, x, sigma, gamma), sigma * _voigt_real(n + 2.0, x, sigma, gamma), -_voigt_imag(n + 1.0, x, sigma, gamma)), domain=((1.0, 1.0), (-3.0, 3.0), (0.3, 3.0), (0.1, 3.0)), doc="The n-th derivative of voigt_profile in x; that in sigma is as of what diffuses.")
_voigt_imag: Op = row("voigt_imag", lambda n, x, sigma, gamma: _voigt_part(_wofz_imag, n, x, sigma, gamma), lambda out, n, x, sigma, gamma: (None, _voigt_imag(n + 1.0, x, sigma, gamma), sigma * _voigt_imag(n + 2.0, x, sigma, gamma), _voigt_real(n + 1.0, x, sigma, gamma)), domain=((1.0, 1.0), (-3.0, 3.0), (0.3, 3.0), (0.1, 3.0)), doc="The same of its conjugate.")
voigt_profile: Op = _scipy("voigt_profile", lambda out, x, sigma, gamma: (_voigt_real(1.0, x, sigma, gamma), sigma * _voigt_real(2.0, x, sigma, gamma), -_voigt_imag(1.0, x, sigma, gamma)), "The density of a normal variable of deviation sigma and a Cauchy one of half width gamma together.", ((-3.0, 3.0), (0.3, 3.0), (0.1, 3.0)))

# -- exponential and trigonometric integrals ------------------------------------------------------
expi: Op = _scipy("expi", lambda out, x: (exp(x) / x,), "The exponential integral Ei.")
exp1: Op = _scipy("exp1", lambda out, x: (-exp(-x) / x,), "The exponential integral E1.")
expn: Op = _scipy("expn", lambda out, n, x: (None, where(n == 0.0, -out * (1.0 + 1.0 / x), -expn(n - 1.0, x))), "The exponential integral of order n = 0, 1, ...", ((2.0, 2.0), (0.1, 5.0)))
sinint: Op = _scipy("sinint", lambda out, x: (where(abs(x) < 0.5, sinc(x / _PI), sin(x) / x),), "The sine integral, the first of scipy.special.sici.", (-9.0, 9.0), "sici({0})[0]")
cosint: Op = _scipy("cosint", lambda out, x: (cos(x) / x,), "The cosine integral, the second of scipy.special.sici.", (0.1, 9.0), "sici({0})[1]")
sinhint: Op = _scipy("sinhint", lambda out, x: (where(abs(x) < 1.0, _series(x * x, [1.0 / math.factorial(2 * k + 1) for k in range(9)]), sinh(x) / x),), "The hyperbolic sine integral, the first of scipy.special.shichi.", (-5.0, 5.0), "shichi({0})[0]")
coshint: Op = _scipy("coshint", lambda out, x: (cosh(x) / x,), "The hyperbolic cosine integral, the second of scipy.special.shichi.", (0.1, 5.0), "shichi({0})[1]")
fresnels: Op = _scipy("fresnels", lambda out, x: (_square_sine(x, 0.0),), "Fresnel's sine integral, the first of scipy.special.fresnel.", (-3.0, 3.0), "fresnel({0})[0]")
fresnelc: Op = _scipy("fresnelc", lambda out, x: (_square_sine(x, 1.0),), "Fresnel's cosine integral, the second of scipy.special.fresnel.", (-3.0, 3.0), "fresnel({0})[1]")
spence: Op = _scipy("spence", lambda out, x: (where(abs(x - 1.0) < 0.1, _series(1.0 - x, [-1.0 / (k + 1) for k in range(17)]), log(x) / (1.0 - x)),), "The integral of log(t) / (1 - t) from 1 to x.")
_exprel_slope: Op = row("exprel_slope", written.exprel_slope, lambda out, n, x: (None, _exprel_slope(n + 1.0, x)), domain=((1.0, 1.0), (-3.0, 3.0)), numpy='np.vectorize(otypes="d", pyfunc=exprel_slope)({0}, {1})', doc="The integral of t**n * exp(x * t) from 0 to 1.")
_log_bend: Op = row("log_bend", written.log_bend, lambda out, n, u, whole, power: (None, u**n * whole, ZERO, _log_bend(n + 1.0, u, whole, power)), domain=((1.0, 1.0), (0.0, 0.0), (1.0, 1.0), (-3.0, 3.0)), numpy='np.vectorize(otypes="d", pyfunc=log_bend)({0}, {1}, {2}, {3})', doc="The n-th derivative of (x**power - 1) / power in the power, where u is log(x).")
exprel: Op = row("exprel", lambda x: where((x == 0.0) | (x == math.inf), 1.0 + x, expm1(x) / x), lambda out, x: (_exprel_slope(1.0, x),), doc="(exp(x) - 1) / x, and 1 at 0.")
cosm1: Op = row("cosm1", lambda x: -2.0 * square(sin(0.5 * x)), lambda out, x: (-sin(x),), bound=2.0, doc="cos(x) - 1, accurate near 0.")
boxcox: Op = row("boxcox", lambda x, power: where(power == 0.0, log(x), expm1(power * log(x)) / power), lambda out, x, power: (_less_one(x, power), _log_bend(1.0, log(x), x**power, power)), domain=((0.1, 5.0), (-2.0, 2.0)), doc="(x**power - 1) / power, and log(x) at power 0.")
boxcox1p: Op = row("boxcox1p", lambda x, power: where(power == 0.0, log1p(x), expm1(power * log1p(x)) / power), lambda out, x, power: ((1.0 + x) ** (power - 1.0), _log_bend(1.0, log1p(x), exp(power * log1p(x)), power)), domain=((-0.9, 5.0), (-2.0, 2.0)), doc="boxcox(1 + x, power).")
_root_rate: Op = row("root_rate", lambda root, y, power: root / (1.0 + power * y), lambda out, root, y, power: (ZERO, (1.0 - power) * out / (1.0 + power * y), out * (_root_bend(y, power) - y / (1.0 + power * y))), domain=((1.0, 1.0), (0.0, 0.0), (0.5, 2.0)), doc="The derivative of (1 + power * y)**(1 / power), which is given, in y.")
inv_boxcox: Op = row("inv_boxcox", lambda y, power: where(power == 0.0, exp(y), exp(log1p(power * y) / power)), lambda out, y, power: (_root_rate(out, y, power), out * _root_bend(y, power)), domain=((-0.4, 3.0), (-0.3, 2.0)), doc="(1 + power * y)**(1 / power), and exp(y) at power 0.")
inv_boxcox1p: Op = row("inv_boxcox1p", lambda y, power: where(power == 0.0, expm1(y), expm1(log1p(power * y) / power)), lambda out, y, power: (_root_rate(inv_boxcox(y, power), y, power), inv_boxcox(y, power) * _root_bend(y, power)), domain=((-0.4, 3.0), (-0.3, 2.0)), doc="inv_boxcox(y, power) - 1.")
_pseudo_huber: Op = row("pseudo_huber", lambda delta, r: delta * r * (r / (delta + hypot(delta, r))), lambda out, delta, r: _pseudo_huber_partials(hypot(delta, r), delta, r), domain=((0.1, 5.0), (-3.0, 3.0)), doc="delta**2 * (sqrt(1 + (r / delta)**2) - 1), without the difference.")
lambertw: Op = row("lambertw", written.lambertw, lambda out, x, k: (exp(-out) / (1.0 + out), None), domain=((-0.36, 9.0), (0.0, 0.0)), numpy="special.lambertw(np.where(({0} < -0.36787944117144233) | ({1} * {0} < 0.0), np.nan, {0}), {1}).real")
wrightomega: Op = _scipy("wrightomega", lambda out, x: (out / (1.0 + out),), "The w with w + log(w) = x.", (-5.0, 5.0))

# -- elliptic integrals and functions of parameter m = k**2 ---------------------------------------
ellipk: Op = _scipy("ellipk", lambda out, m: (_ellipk_slope(out, m, 1.0 - m),), "The complete elliptic integral of the first kind.", (-3.0, 0.95))
ellipkm1: Op = _scipy("ellipkm1", lambda out, p: (-_ellipk_slope(out, 1.0 - p, p),), "ellipk(1 - p), accurate near p = 0.", (0.01, 3.0))
ellipe: Op = _scipy("ellipe", lambda out, m: (_ellipe_slope(out, m, ellipk(m)),), "The complete elliptic integral of the second kind.", (-3.0, 0.95))
_ellipem1: Op = row("ellipem1", lambda p: ellipe(1.0 - p), lambda out, p: (-_ellipe_slope(out, 1.0 - p, ellipkm1(p)),), domain=(0.01, 3.0), doc="ellipe(1 - p), whose derivative is accurate near p = 0.")
_elliptic_root: Op = row("elliptic_root", lambda phi, m: sqrt(cos(phi) * cos(phi) + (1.0 - m) * sin(phi) * sin(phi)), lambda out, phi, m: (-m * sin(phi) * cos(phi) / out, -0.5 * sin(phi) * sin(phi) / out), domain=((-1.5, 1.5), (-2.0, 0.9)), doc="sqrt(1 - m * sin(phi)**2), where m may be near 1.")
ellipkinc: Op = _scipy("ellipkinc", lambda out, phi, m: (1.0 / _elliptic_root(phi, m), _first_kind_bend(phi, m)), "The incomplete elliptic integral of the first kind.", ((-1.5, 1.5), (-2.0, 0.9)))
ellipeinc: Op = _scipy("ellipeinc", lambda out, phi, m: (_elliptic_root(phi, m), _second_kind_bend(phi, m)), "The incomplete elliptic integral of the second kind.", ((-1.5, 1.5), (-2.0, 0.9)))
ellipsn: Op = _scipy("ellipsn", lambda out, u, m: (ellipcn(u, m) * ellipdn(u, m), ellipcn(u, m) * _amplitude_bend(u, m)), "Jacobi's sn, the first of scipy.special.ellipj.", ((-2.0, 2.0), (0.1, 0.9)), "ellipj({0}, {1})[0]")
ellipcn: Op = _scipy("ellipcn", lambda out, u, m: (-ellipsn(u, m) * ellipdn(u, m), -ellipsn(u, m) * _amplitude_bend(u, m)), "Jacobi's cn, the second of scipy.special.ellipj.", ((-2.0, 2.0), (0.1, 0.9)), "ellipj({0}, {1})[1]")
ellipdn: Op = _scipy("ellipdn", lambda out, u, m: (-m * ellipsn(u, m) * ellipcn(u, m), -ellipsn(u, m) * (0.5 * ellipsn(u, m) + m * ellipcn(u, m) * _amplitude_bend(u, m)) / out), "Jacobi's dn, the third of scipy.special.ellipj.", ((-2.0, 2.0), (0.1, 0.9)), "ellipj({0}, {1})[2]")
ellipam: Op = _scipy("ellipam", lambda out, u, m: (ellipdn(u, m), _amplitude_bend(u, m)), "Jacobi's amplitude, the fourth of scipy.special.ellipj.", ((-2.0, 2.0), (0.1, 0.9)), "ellipj({0}, {1})[3]")
_carlson: Op = row("carlson", written.carlson, lambda out, i, j, k, n, x, y, z, p: (None, None, None, None, -(i + 0.5) * _carlson(i + 1.0, j, k, n, x, y, z, p), -(j + 0.5) * _carlson(i, j + 1.0, k, n, x, y, z, p), -(k + 0.5) * _carlson(i, j, k + 1.0, n, x, y, z, p), -n * _carlson(i, j, k, n + 1.0, x, y, z, p)), domain=(*[(0.0, 0.0)] * 4, *[(0.1, 5.0)] * 4), numpy='np.vectorize(otypes="d", pyfunc=carlson)({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7})', doc="The derivatives of Carlson's elliptic integrals, but for a factor.")
elliprc: Op = _scipy("elliprc", lambda out, x, y: _carlson_c_partials(out, x, y), "Carlson's degenerate elliptic integral.")  # noqa: PLW0108
elliprf: Op = _scipy("elliprf", lambda out, x, y, z: (-0.25 * _carlson(1.0, 0.0, 0.0, 0.0, x, y, z, 1.0), -0.25 * _carlson(0.0, 1.0, 0.0, 0.0, x, y, z, 1.0), -0.25 * _carlson(0.0, 0.0, 1.0, 0.0, x, y, z, 1.0)), "Carlson's elliptic integral of the first kind.")
elliprd: Op = _scipy("elliprd", lambda out, x, y, z: (-0.75 * _carlson(1.0, 0.0, 1.0, 0.0, x, y, z, 1.0), -0.75 * _carlson(0.0, 1.0, 1.0, 0.0, x, y, z, 1.0), -2.25 * _carlson(0.0, 0.0, 2.0, 0.0, x, y, z, 1.0)), "Carlson's elliptic integral of the second kind.")
elliprg: Op = _scipy("elliprg", lambda out, x, y, z: (0.125 * _carlson(1.0, 0.0, 0.0, -1.0, x, y, z, 0.0), 0.125 * _carlson(0.0, 1.0, 0.0, -1.0, x, y, z, 0.0), 0.125 * _carlson(0.0, 0.0, 1.0, -1.0, x, y, z, 0.0)), "Carlson's completely symmetric elliptic integral of the second kind.")
elliprj: Op = _scipy("elliprj", lambda out, x, y, z, p: (-0.75 * _carlson(1.0, 0.0, 0.0, 1.0, x, y, z, p), -0.75 * _carlson(0.0, 1.0, 0.0, 1.0, x, y, z, p), -0.75 * _carlson(0.0, 0.0, 1.0, 1.0, x, y, z, p), -1.5 * _carlson(0.0, 0.0, 0.0, 2.0, x, y, z, p)), "Carlson's elliptic integral of the third kind.")
agm: Op = _scipy("agm", lambda out, a, b: _agm_partials(out, a, b), "The arithmetic-geometric mean.")  # noqa: PLW0108

# -- hypergeometric functions ---------------------------------------------------------------------
hyp0f1: Op = _scipy("hyp0f1", lambda out, b, x: (None, hyp0f1(b + 1.0, x) / b), "The confluent hypergeometric limit function.")
hyp1f1: Op = _scipy("hyp1f1", lambda out, a, b, x: (None, None, a / b * hyp1f1(a + 1.0, b + 1.0, x)), "Kummer's confluent hypergeometric function.", (0.5, 3.0))
hyp2f1: Op = _scipy("hyp2f1", lambda out, a, b, c, x: (None, None, None, a * b / c * hyp2f1(a + 1.0, b + 1.0, c + 1.0, x)), "Gauss's hypergeometric function.", ((0.5, 2.0), (0.5, 2.0), (0.5, 2.0), (-0.8, 0.5)))
hyperu: Op = _scipy("hyperu", lambda out, a, b, x: (None, None, -a * hyperu(a + 1.0, b + 1.0, x)), "Tricomi's confluent hypergeometric function.", ((0.5, 0.9), (0.5, 2.0), (1.0, 3.0)))

# -- Bessel functions and their kin ---------------------------------------------------------------
j0: Op = _scipy("j0", lambda out, x: (-j1(x),), "Bessel function of the first kind, order 0.", (0.1, 10.0))
j1: Op = _scipy("j1", lambda out, x: (0.5 * (j0(x) - jv(2.0, x)),), "Bessel function of the first kind, order 1.", (0.1, 10.0))
jv: Op = _scipy("jv", lambda out, v, x: (None, _between_orders(jv, out, v, x, -1.0)), "Bessel function of the first kind, order v.", ((0.3, 3.0), (0.1, 10.0)))
y0: Op = _scipy("y0", lambda out, x: (-y1(x),), "Bessel function of the second kind, order 0.", (0.1, 10.0))
y1: Op = _scipy("y1", lambda out, x: (y0(x) - out / x,), "Bessel function of the second kind, order 1.", (0.1, 10.0))
yv: Op = _scipy("yv", lambda out, v, x: (None, where(v < 0.0, v * out / x - yv(v + 1.0, x), yv(v - 1.0, x) - v * out / x)), "Bessel function of the second kind, order v.", ((0.3, 3.0), (0.1, 10.0)), names="yn")
_kve_slope: Op = row("kve_slope", written.kve_slope, lambda out, n, v, x: (None, None, _kve_slope(n + 1.0, v, x)), domain=((1.0, 1.0), (0.3, 3.0), (0.1, 10.0)), numpy='np.vectorize(otypes="d", pyfunc=kve_slope)({0}, {1}, {2})', doc="The n-th derivative of kve(v, x).")
_ive_slope: Op = row("ive_slope", written.ive_slope, lambda out, n, v, x, whole: (None, None, _ive_slope(n + 1.0, v, x, whole), ZERO), domain=((1.0, 1.0), (0.3, 3.0), (1.0, 90.0), (1.0, 1.0)), numpy='np.vectorize(otypes="d", pyfunc=ive_slope)({0}, {1}, {2}, {3})', doc="The n-th derivative of ive(v, x), which is given.")
i0: Op = _scipy("i0", lambda out, x: (i1(x),), "Modified Bessel function of the first kind, order 0.", (-10.0, 10.0))
i1: Op = _scipy("i1", lambda out, x: (0.5 * (i0(x) + iv(2.0, x)),), "Modified Bessel function of the first kind, order 1.", (-10.0, 10.0))
iv: Op = _scipy("iv", lambda out, v, x: (None, _between_orders(iv, out, v, x, 1.0)), "Modified Bessel function of the first kind, order v.", ((0.3, 3.0), (0.1, 10.0)))
k0: Op = _scipy("k0", lambda out, x: (-k1(x),), "Modified Bessel function of the second kind, order 0.", (0.1, 10.0))
k1: Op = _scipy("k1", lambda out, x: (-k0(x) - out / x,), "Modified Bessel function of the second kind, order 1.", (0.1, 10.0))
kv: Op = _scipy("kv", lambda out, v, x: (None, -kv(abs(v) - 1.0, x) - abs(v) * out / x), "Modified Bessel function of the second kind, order v.", ((0.3, 3.0), (0.1, 10.0)), names="kn")
i0e: Op = _scipy("i0e", lambda out, x: (_scaled_slope(i1e(x) - sign(x) * out, out, 0.0, x),), "exp(-|x|) I0(x), the scaled modified Bessel function of order 0.", (-10.0, 10.0))
i1e: Op = _scipy("i1e", lambda out, x: (_scaled_slope(0.5 * (i0e(x) + ive(2.0, x)) - sign(x) * out, out, 1.0, x),), "exp(-|x|) I1(x), the scaled modified Bessel function of order 1.", (-10.0, 10.0))
ive: Op = _scipy("ive", lambda out, v, x: (None, _scaled_slope(_between_orders(ive, out, v, x, 1.0) - sign(x) * out, out, v, x)), "exp(-|x|) iv(v, x).", ((0.3, 3.0), (0.1, 10.0)))
k0e: Op = _scipy("k0e", lambda out, x: (_kve_slope(1.0, 0.0, x),), "exp(x) k0(x).", (0.1, 10.0))
k1e: Op = _scipy("k1e", lambda out, x: (_kve_slope(1.0, 1.0, x),), "exp(x) k1(x).", (0.1, 10.0))
kve: Op = _scipy("kve", lambda out, v, x: (None, _kve_slope(1.0, v, x)), "exp(x) kv(v, x).", ((0.3, 3.0), (0.1, 10.0)))
spherical_jn: Op = _scipy("spherical_jn", lambda out, n, x: (None, where(n == 0.0, -spherical_jn(1.0, x), (n * spherical_jn(n - 1.0, x) - (n + 1.0) * spherical_jn(n + 1.0, x)) / (2.0 * n + 1.0))), "Spherical Bessel function of the first kind, order n = 0, 1, ...", ((2.0, 2.0), (0.1, 10.0)), "spherical_jn(int({0}), {1})")
spherical_yn: Op = _scipy("spherical_yn", lambda out, n, x: (None, where(n == 0.0, -spherical_yn(1.0, x), spherical_yn(n - 1.0, x) - (n + 1.0) * out / x)), "Spherical Bessel function of the second kind, order n = 0, 1, ...", ((2.0, 2.0), (0.1, 10.0)), "spherical_yn(int({0}), {1})")
spherical_in: Op = _scipy("spherical_in", lambda out, n, x: (None, where(n == 0.0, spherical_in(1.0, x), (n * spherical_in(n - 1.0, x) + (n + 1.0) * spherical_in(n + 1.0, x)) / (2.0 * n + 1.0))), "Modified spherical Bessel function of the first kind, order n = 0, 1, ...", ((2.0, 2.0), (0.1, 10.0)), "spherical_in(int({0}), {1})")
spherical_kn: Op = _scipy("spherical_kn", lambda out, n, x: (None, where(n == 0.0, -spherical_kn(1.0, x), -spherical_kn(n - 1.0, x) - (n + 1.0) * out / x)), "Modified spherical Bessel function of the second kind, order n = 0, 1, ...", ((2.0, 2.0), (0.1, 10.0)), "spherical_kn(int({0}), {1})")
struve: Op = _scipy("struve", lambda out, v, x: (None, where((abs(v) < 0.5) & (x > 0.0), v * out / x - struve(v + 1.0, x) + _struve_term(v, x), struve(v - 1.0, x) - v * out / x)), "Struve's function of order v.", ((0.3, 3.0), (0.1, 10.0)))
modstruve: Op = _scipy("modstruve", lambda out, v, x: (None, where((abs(v) < 0.5) & (x > 0.0), v * out / x + modstruve(v + 1.0, x) + _struve_term(v, x), modstruve(v - 1.0, x) - v * out / x)), "Struve's modified function of order v.", ((0.3, 3.0), (0.1, 10.0)))
ber: Op = _scipy("ber", lambda out, x: (berp(x),), "Kelvin's function ber.")
bei: Op = _scipy("bei", lambda out, x: (beip(x),), "Kelvin's function bei.")
berp: Op = _scipy("berp", lambda out, x: (where(abs(x) < 2.0, _kelvin_bend(x, 2), -bei(x) - out / x),), "The derivative of ber.")
beip: Op = _scipy("beip", lambda out, x: (where(abs(x) < 2.0, _kelvin_bend(x, 1), ber(x) - out / x),), "The derivative of bei.")
ker: Op = _scipy("ker", lambda out, x: (kerp(x),), "Kelvin's function ker.")
kei: Op = _scipy("kei", lambda out, x: (keip(x),), "Kelvin's function kei.")
kerp: Op = _scipy("kerp", lambda out, x: (-kei(x) - out / x,), "The derivative of ker.")
keip: Op = _scipy("keip", lambda out, x: (ker(x) - out / x,), "The derivative of kei.")
log_wright_bessel: Op = _scipy("log_wright_bessel", lambda out, a, b, x: (None, None, where(abs(out) < 500.0, _wright_above(a, b, x) / wright_bessel(a, b, x), exp(log_wright_bessel(a, a + b, x) - out))), "log(wright_bessel(a, b, x)).", ((0.5, 2.0), (0.5, 2.0), (0.1, 3.0)))
_itj0: Op = _scipy("itj0", lambda out, x: (j0(x),), "The integral of j0, the first of scipy.special.itj0y0.", (0.1, 10.0), "itj0y0({0})[0]")
_ity0: Op = _scipy("ity0", lambda out, x: (y0(x),), "The integral of y0, the second of scipy.special.itj0y0.", (0.1, 10.0), "itj0y0({0})[1]")
_iti0: Op = _scipy("iti0", lambda out, x: (i0(x),), "The integral of i0, the first of scipy.special.iti0k0.", (0.1, 10.0), "iti0k0({0})[0]")
_itk0: Op = _scipy("itk0", lambda out, x: (k0(x),), "The integral of k0, the second of scipy.special.iti0k0.", (0.1, 10.0), "iti0k0({0})[1]")
_itairy0: Op = _scipy("itairy0", lambda out, x: (airyai(x),), "The integral of Ai, the first of scipy.special.itairy.", (0.1, 3.0), "itairy({0})[0]")
_itairy1: Op = _scipy("itairy1", lambda out, x: (airybi(x),), "The integral of Bi, the second of scipy.special.itairy.", (0.1, 3.0), "itairy({0})[1]")
_itairy2: Op = _scipy("itairy2", lambda out, x: (airyai(-x),), "The integral of Ai(-x), the third of scipy.special.itairy.", (0.1, 3.0), "itairy({0})[2]")
_itairy3: Op = _scipy("itairy3", lambda out, x: (airybi(-x),), "The integral of Bi(-x), the fourth of scipy.special.itairy.", (0.1, 3.0), "itairy({0})[3]")
_itstruve0: Op = _scipy("itstruve0", lambda out, x: (struve(0.0, x),), "The integral of Struve's function of order 0.", (0.1, 10.0))
_itmodstruve0: Op = _scipy("itmodstruve0", lambda out, x: (modstruve(0.0, x),), "The integral of Struve's modified function of order 0.", (0.1, 10.0))
pbdv: Op = _scipy("pbdv", lambda out, v, x: (None, v * pbdv(v - 1.0, x) - 0.5 * x * out), "Whittaker's parabolic cylinder function, the first of scipy.special.pbdv.", ((0.3, 3.0), (-3.0, 3.0)), "pbdv({0}, {1})[0]")
wright_bessel: Op = _scipy("wright_bessel", lambda out, a, b, x: (None, None, _wright_above(a, b, x)), "Wright's generalized Bessel function.", ((0.5, 2.0), (0.5, 2.0), (0.1, 3.0)))
airyai: Op = _scipy("airyai", lambda out, x: (airyaip(x),), "Airy's function Ai, the first of scipy.special.airy.", (-5.0, 3.0), "airy({0})[0]")
airyaip: Op = _scipy("airyaip", lambda out, x: (x * airyai(x),), "The derivative of Ai, the second of scipy.special.airy.", (-5.0, 3.0), "airy({0})[1]")
airybi: Op = _scipy("airybi", lambda out, x: (airybip(x),), "Airy's function Bi, the third of scipy.special.airy.", (-5.0, 3.0), "airy({0})[2]")
airybip: Op = _scipy("airybip", lambda out, x: (x * airybi(x),), "The derivative of Bi, the fourth of scipy.special.airy.", (-5.0, 3.0), "airy({0})[3]")

# -- orthogonal polynomials of whole degree n -----------------------------------------------------
lpmv: Op = _scipy("lpmv", lambda out, m, v, x: (None, None, where(m == 0.0, where(where(v % 1.0 == 0.0, v >= 0.0, False), _legendre_slope(v, x), -lpmv(1.0, v, x) / sqrt((1.0 - x) * (1.0 + x))), 0.5 * ((v + m) * (v - m + 1.0) * lpmv(m - 1.0, v, x) - lpmv(m + 1.0, v, x)) / sqrt((1.0 - x) * (1.0 + x)))), "Legendre's function of order m and degree v.", ((1.0, 1.0), (3.0, 3.0), (-0.9, 0.9)))
eval_jacobi: Op = _scipy("eval_jacobi", lambda out, n, a, b, x: (None, None, None, where(n == 0.0, ZERO, 0.5 * (n + a + b + 1.0) * eval_jacobi(n - 1.0, a + 1.0, b + 1.0, x))), "Jacobi's polynomial.", ((3.0, 3.0), (0.5, 2.0), (0.5, 2.0), (-1.0, 1.0)), "eval_jacobi(int({0}), {1}, {2}, {3})")
eval_legendre: Op = _scipy("eval_legendre", lambda out, n, x: (None, _legendre_slope(n, x)), "Legendre's polynomial.", ((4.0, 4.0), (-1.0, 1.0)), "eval_legendre(int({0}), {1})")
eval_gegenbauer: Op = _scipy("eval_gegenbauer", lambda out, n, a, x: (None, None, where(n == 0.0, ZERO, 2.0 * a * eval_gegenbauer(n - 1.0, a + 1.0, x))), "Gegenbauer's polynomial.", ((4.0, 4.0), (0.5, 2.0), (-1.0, 1.0)), "eval_gegenbauer(int({0}), {1}, {2})")
eval_chebyt: Op = _scipy("eval_chebyt", lambda out, n, x: (None, where(n == 0.0, ZERO, n * eval_chebyu(n - 1.0, x))), "Chebyshev's polynomial of the first kind.", ((4.0, 4.0), (-1.0, 1.0)), "eval_chebyt(int({0}), {1})")
eval_chebyu: Op = _scipy("eval_chebyu", lambda out, n, x: (None, where(n == 0.0, ZERO, 2.0 * eval_gegenbauer(n - 1.0, 2.0, x))), "Chebyshev's polynomial of the second kind.", ((4.0, 4.0), (-1.0, 1.0)), "eval_chebyu(int({0}), {1})")
eval_hermite: Op = _scipy("eval_hermite", lambda out, n, x: (None, where(n == 0.0, ZERO, 2.0 * n * eval_hermite(n - 1.0, x))), "Hermite's polynomial, the physicists'.", ((4.0, 4.0), (-2.0, 2.0)), "eval_hermite(int({0}), {1})")
eval_hermitenorm: Op = _scipy("eval_hermitenorm", lambda out, n, x: (None, where(n == 0.0, ZERO, n * eval_hermitenorm(n - 1.0, x))), "Hermite's polynomial, the probabilists'.", ((4.0, 4.0), (-2.0, 2.0)), "eval_hermitenorm(int({0}), {1})")
eval_genlaguerre: Op = _scipy("eval_genlaguerre", lambda out, n, a, x: (None, None, where(n == 0.0, ZERO, -eval_genlaguerre(n - 1.0, a + 1.0, x))), "Laguerre's generalized polynomial.", ((3.0, 3.0), (0.5, 2.0), (0.1, 5.0)), "eval_genlaguerre(int({0}), {1}, {2})")
eval_laguerre: Op = _scipy("eval_laguerre", lambda out, n, x: (None, where(n == 0.0, ZERO, -eval_genlaguerre(n - 1.0, 1.0, x))), "Laguerre's polynomial.", ((3.0, 3.0), (0.1, 5.0)), "eval_laguerre(int({0}), {1})")
# fmt: on


# -- formulas shared by rows ----------------------------------------------------------------------


def _series(x: Any, coefficients: list[float]) -> Any:
    """c0 + c1 x + c2 x**2 + ..."""
    total: Any = coefficients[-1]
    for c in coefficients[-2::-1]:
        total = total * x + c
    return total


def _rgamma_slope(out: Any, x: Any) -> Any:
    """The derivative of 1 / gamma; left of 1/2 reflected, so that the poles of gamma are none."""
    return where(x < 0.5, cospi(x) * gamma(1.0 - x) - out * digamma(1.0 - x), -out * digamma(x))


def _gamma_of_sum(z: Any, m: Any) -> Any:
    """gamma(z + m), with what z + m is rounded by."""
    return gamma(z + m) * (1.0 + _lost(z, m) * digamma(z + m))


def _zeta_above(s: Any, q: Any) -> Any:
    """zeta(s + 1, q), with what s + 1 is rounded by: that counts where s is large, and zeta as good
    as q**-s."""
    rest = _lost(s, 1.0)
    return zeta(s + 1.0, q) * where(rest == 0.0, 1.0, 1.0 - rest * log(q))


def _wright_above(a: Any, b: Any, x: Any) -> Any:
    """wright_bessel(a, a + b, x), with what a + b is rounded by in its first term."""
    rest = _lost(a, b)
    return wright_bessel(a, a + b, x) * where(rest == 0.0, 1.0, 1.0 - rest * digamma(a + b))


def _binom_partials(out: Any, n: Any, k: Any) -> Any:
    """From 1 / ((n + 1) beta(n - k + 1, k + 1)); where a gamma may be at a pole, from products of
    reciprocals, which have none there."""
    whole, rest, part = n + 1.0, n - k + 1.0, k + 1.0
    slopes = _rgamma_slope(rgamma(rest), rest), _rgamma_slope(rgamma(part), part)
    by_rest, by_part = rgamma(part) * slopes[0], rgamma(rest) * slopes[1]
    apart = (rest <= 0.0) | (part <= 0.0)
    return (
        where(apart, out * digamma(whole) + gamma(whole) * by_rest, out * _psi_rise(0.0, rest, k)),
        where(apart, gamma(whole) * (by_part - by_rest), out * _psi_rise(0.0, part, n - 2.0 * k)),
    )


def _less_one(x: Any, a: Any) -> Any:
    """x ** (a - 1), where a - 1 is rounded, too."""
    return where(a < 0.5, x**a / x, x ** (a - 1.0))


def _gamma_density(a: Any, x: Any) -> Any:
    at_an_end = x ** (a - 1.0) * exp(-x - lgamma(a))
    return where(x <= 0.0, at_an_end, _gamma_inside(a, x))


def _shape_slope(a: Any, x: Any) -> Any:
    """The derivative of gammainc(a, x) in a."""
    return _gammainc_slope(1.0, a, x, _gamma_density(a, x))


def _inverse_slope(a: Any, x: Any) -> Any:
    """The derivative in a of the x that has that share; 0 has none, whatever a is."""
    return where(x <= 0.0, 0.0, -_shape_slope(a, x) / _gamma_density(a, x))


def _beta_density(a: Any, b: Any, x: Any) -> Any:
    at_an_end = x ** (a - 1.0) * (1.0 - x) ** (b - 1.0) * exp(-betaln(a, b))
    return where((x <= 0.0) | (x >= 1.0), at_an_end, _beta_inside(a, b, x))


def _beta_density_at(a: Any, b: Any, x: Any, rest: Any) -> Any:
    """The density at x, by what is left up to 1 where that is smaller and has more digits."""
    return where(x > 0.5, _beta_density(b, a, rest), _beta_density(a, b, x))


def _gamma_density_by_powers(a: Any, x: Any) -> Any:
    small = _less_one(x, a) * exp(-x) * rgamma(a)  # no digit is lost to a large exponent
    large = where(a < 100.0, exp((a - 1.0) * log(x) - x - lgamma(a)), _gamma_peak(a, x))
    return where((a < 100.0) & (x < 500.0), small, large)


def _beta_density_by_powers(a: Any, b: Any, x: Any) -> Any:
    one, other = _less_one(x, a), _rest_power(x, b)
    large = exp((a - 1.0) * log(x) + (b - 1.0) * log1p(-x) - betaln(a, b))
    is_small = (a < 100.0) & (b < 100.0) & (one > 1e-200) & (other > 1e-200)
    return where(is_small, one / beta(a, b) * other, large)


def _ncx2_by_powers(df: Any, nc: Any, x: Any) -> Any:
    near = (
        0.5 * _gamma_density(0.5 * df, 0.5 * x) * exp(-0.5 * nc) * hyp0f1(0.5 * df, 0.25 * nc * x)
    )
    apart, order = square(sqrt(x) - sqrt(nc)), 0.5 * df - 1.0
    far = 0.5 * exp(-0.5 * apart) * (x / nc) ** (0.5 * order) * ive(order, sqrt(nc * x))
    return where((nc * x < 1.0) | (nc + x < 1e3), near, far)  # of what SciPy has better


def _ncx2_above(df: Any, nc: Any, x: Any) -> Any:
    """The density for df + 2, with what that is rounded by in its power and in its gamma."""
    rest = 0.5 * _lost(df, 2.0)
    bend = log(0.5 * x) - digamma(0.5 * df + 1.0)
    return _ncx2_density(df + 2.0, nc, x) * where(rest == 0.0, 1.0, 1.0 + rest * bend)


def _student_density(df: Any, t: Any) -> Any:
    return _student_bell(df, t) / (sqrt(df) * beta(0.5, 0.5 * df))


def _student_bell_slope(out: Any, df: Any, t: Any) -> Any:
    far = abs(t) > 1.0
    return -(df + 1.0) * out * where(far, 1.0 / where(far, t + df / t, 1.0), t / (df + t * t))


def _struve_term(v: Any, x: Any) -> Any:
    """The first term of Struve's function of order v - 1, over x."""
    return (0.5 * x) ** v / (math.sqrt(_PI) * gamma(v + 1.5))


def _legendre_slope(n: Any, x: Any) -> Any:
    """Of Legendre's polynomial, without its equation's quotient by 1 - x * x."""
    return where(n == 0.0, ZERO, 0.5 * (n + 1.0) * eval_jacobi(n - 1.0, 1.0, 1.0, x))


def _between_orders(op: Op, out: Any, v: Any, x: Any, sign_: float) -> Any:
    """The derivative of a Bessel function; v - 1 is rounded where v is near 0."""
    above = op(v + 1.0, x) if sign_ > 0.0 else -op(v + 1.0, x)
    near = (abs(v) < 0.5) & (x != 0.0)
    return where(near, v * out / where(near, x, 1.0) + above, 0.5 * (op(v - 1.0, x) + above))


def _scaled_slope(near: Any, out: Any, v: Any, x: Any) -> Any:
    """The derivative of a scaled modified Bessel function; not near 0, where the difference cancels,
    by its series. That is of orders from 0 on; a broken one below has a part of kve besides."""
    is_near, order, broken = abs(x) < 0.01, abs(v), (v < 0.0) & (v % 1.0 != 0.0)
    size = where(is_near, 0.01, abs(x))
    rest = _kve_slope(1.0, order, size) - 2.0 * kve(order, size)
    rest = where(broken, 2.0 / _PI * sin(_PI * order) * exp(-2.0 * size) * rest, 0.0)
    whole = where(broken, ive(order, size), out)
    far = where(x < 0.0, -1.0, 1.0) * (_ive_slope(1.0, order, size, whole) + rest)
    return where(is_near, near, far)


def _beta_twist(whole: Any, x: Any, y: Any) -> Any:
    """The derivative of beta in both, from (1/x + 1/y) gamma(1+x) gamma(1+y) / gamma(1+x+y), of
    which 1/x + 1/y has none."""
    by_x, by_y = _psi_rise(0.0, 1.0 + x, y), _psi_rise(0.0, 1.0 + y, x)
    rest = by_x / y * x + by_y / x * y
    return whole * (rest / (x + y) + (by_x * by_y - polygamma(1.0, 1.0 + x + y)))


def _kelvin_bend(x: Any, first: int) -> Any:
    """The second derivative of ber (`first` is 2) or bei (1) near 0, from the series in (x / 2)**4:
    of what the quotient by x and its derivative leave, no digit would be right."""
    powers = range(2 * first, 2 * first + 29, 4)
    terms = [
        (-1.0) ** (n // 4) * n * (n - 1) / 2.0**n / math.factorial(n // 2) ** 2 for n in powers
    ]
    whole = _series(square(x * x), terms)
    return x * x * whole if first == 2 else whole


def _voigt_part(part: Op, n: Any, x: Any, sigma: Any, gamma: Any) -> Any:
    """Of the n-th derivative in x of w(z) / (scale * sqrt(pi))."""
    scale = math.sqrt(2.0) * sigma
    over = 2.0 ** (0.5 * n + 0.5) * math.sqrt(_PI) * sigma ** (n + 1.0)
    return part(n, x / scale, gamma / scale) / over


def _normal_hazard(out: Any, x: Any) -> Any:
    """The density over the distribution function, whose logarithm is `out`."""
    tail = math.sqrt(2.0 / _PI) / erfcx(-x / math.sqrt(2.0))
    return where(x < 0.0, tail, _NORMAL * _square_exp(x, -0.5) * exp(-out))


def _pseudo_huber_partials(size: Any, delta: Any, r: Any) -> tuple[Any, Any]:
    """The partials, where `size` is the hypot; r over it knows what it grows by."""
    share, rest = part_of(3)(r, size, delta), r / (delta + size)
    return rest * rest * r * share, delta * share


def _root_bend(y: Any, power: Any) -> Any:
    """The derivative of log(1 + power * y) / power in the power; near 0, where it cancels, by the
    series of log1p(u) = 2 atanh(w)."""
    u = power * y
    w = u / (2.0 + u)
    rest = w * _series(w * w, [1.0 / (2 * k + 3) for k in range(18)])
    near = -0.5 * (1.0 - w) * (1.0 - w) * (1.0 / (1.0 + w) + rest)
    return where(abs(w) < 0.35, y * y * near, (u / (1.0 + u) - log1p(u)) / power / power)


def _ellipk_slope(out: Any, m: Any, p: Any) -> Any:
    """The derivative of ellipk at m = 1 - p; near 0, where the difference cancels, its series."""
    near = _PI / 8.0 * hyp2f1(1.5, 1.5, 2.0, m)
    return where((m > -4.0) & (m < 0.5), near, (_ellipem1(p) / p - out) / (2.0 * m))


def _ellipe_slope(out: Any, m: Any, k: Any) -> Any:
    """The derivative of ellipe, beside an ellipk of k; near 0 its series."""
    near = -_PI / 8.0 * hyp2f1(0.5, 1.5, 2.0, m)
    return where((m > -4.0) & (m < 0.5), near, (out - k) / (2.0 * m))


def _first_kind_bend(phi: Any, m: Any) -> Any:
    """The derivative of ellipkinc in m."""
    inside = _carlson(0.0, 1.0, 0.0, 0.0, *_carlson_arguments(phi, m))
    return _over_turns(phi, m, inside, lambda m: _ellipk_slope(ellipk(m), m, 1.0 - m))


def _second_kind_bend(phi: Any, m: Any) -> Any:
    """The derivative of ellipeinc in m."""
    inside = -_carlson(0.0, 0.0, 1.0, 0.0, *_carlson_arguments(phi, m))
    return _over_turns(phi, m, inside, lambda m: _ellipe_slope(ellipe(m), m, ellipk(m)))


def _carlson_arguments(phi: Any, m: Any) -> tuple[Any, ...]:
    return cos(phi) * cos(phi), square(_elliptic_root(phi, m)), 1.0, 1.0


def _over_turns(phi: Any, m: Any, inside: Any, of_half: Callable[[Any], Any]) -> Any:
    """The integral over sin(phi)**3 / 4 times `inside`, and beyond a quarter turn, twice that of each."""
    turns = round_(phi / _PI)
    sine = _alternate(turns, sin(phi))
    near, is_near = 0.25 * sine * sine * sine * inside, turns == 0.0
    return where(is_near, near, near + 2.0 * turns * of_half(where(is_near, 0.0, m)))


def _amplitude_bend(u: Any, m: Any) -> Any:
    """The derivative of ellipam in m."""
    return -ellipdn(u, m) * _first_kind_bend(ellipam(u, m), m)


def _carlson_c_partials(out: Any, x: Any, y: Any) -> tuple[Any, Any]:
    """Those of elliprf(x, y, y); left of 0 those of sqrt(x / a) * elliprc(a, -y) with a = x - y."""
    a, b, is_left = where(y < 0.0, x - y, x), abs(y), y < 0.0
    in_a = -0.25 * _carlson(1.0, 0.0, 0.0, 0.0, a, b, b, 1.0)
    in_b = -0.5 * _carlson(0.0, 1.0, 0.0, 0.0, a, b, b, 1.0)
    root = sqrt(x / a)
    return (
        where(is_left, 0.5 * out * b / x / a + root * in_a, in_a),
        where(is_left, 0.5 * out / a - root * (in_a + in_b), in_b),
    )


def _agm_partials(out: Any, a: Any, b: Any) -> Any:
    """From agm(a, b) = pi (a + b) / (4 ellipk(t**2)) with t = (a - b) / (a + b)."""
    total = a + b
    t = (a - b) / total
    k = _PI * total / (4.0 * out)
    bend = 4.0 * t / total * _ellipk_slope(k, t * t, 4.0 * (a / total) * (b / total)) / k
    return out / total * (1.0 - bend * b), out / total * (1.0 + bend * a)


# -- analytic functions of complex numbers --------------------------------------------------------


def _analytic(name: str, arity: int, slope: Callable[..., Any]) -> Callable[..., Any]:
    """The function of SciPy's of complex numbers, as a row for either part; `slope(value, *orders,
    z)` is its derivative in z, whose parts are those of both, by Cauchy and Riemann."""
    orders = [f"{{{at}}}" for at in range(arity - 1)]
    x, y = f"{{{arity - 1}}}", f"{{{arity}}}"
    at_numbers = ", ".join([*orders, f"complex({x}, {y})"])
    at_points = ", ".join([*orders, f"({x}) + 1j * ({y})"])

    def whole(*args: Any) -> Any:
        """Of orders, x and y."""
        return complex_of(*[OPS[f"{name}_{part}"](*args) for part in ("real", "imag")])

    def partials(part: str, args: Sequence[Any]) -> tuple[Any, ...]:
        *given, x, y = args
        real, imag = parts(slope(whole(*args), *given, complex_of(x, y)))
        return (*[None] * len(given), *((real, -imag) if part == "real" else (imag, real)))

    for part in ("real", "imag"):
        spelling = f"special.{name}({at_numbers}).{part}"
        row(
            f"{name}_{part}",
            _value(name, spelling, arity + 1),
            lambda out, *args, part=part: partials(part, args),
            arity=arity + 1,
            domain=((0.3, 3.0),) * (arity + 1),
            spelling=spelling,
            numpy=f"special.{name}({at_points}).{part}",
        )
    return lambda *args: whole(*args[:-1], *parts(args[-1]))


def _between_orders_at(
    f: Callable[..., Any], w: Any, v: Any, z: Any, *, below: float = 1.0, above: float = -1.0
) -> Any:
    """`_between_orders` of a complex number, where w is f(v, z)."""
    x, y = parts(z)
    near = (abs(v) < 0.5) & ((x != 0.0) | (y != 0.0))
    beyond = above * f(v + 1.0, z)
    one = parts(v * w / complex_of(where(near, x, 1.0), y) + beyond)
    other = parts(0.5 * (below * f(v - 1.0, z) + beyond))
    return complex_of(*[where(near, a, b) for a, b in zip(one, other, strict=True)])


wofz: Callable[..., Any] = _analytic(
    "wofz",
    1,
    lambda w, z: complex_of(_wofz_real(1.0, *parts(z)), _wofz_imag(1.0, *parts(z))),
)
hankel1: Callable[..., Any] = _analytic(
    "hankel1", 2, lambda w, v, z: _between_orders_at(hankel1, w, v, z)
)
hankel2: Callable[..., Any] = _analytic(
    "hankel2", 2, lambda w, v, z: _between_orders_at(hankel2, w, v, z)
)
hankel1e: Callable[..., Any] = _analytic(
    "hankel1e", 2, lambda w, v, z: _between_orders_at(hankel1e, w, v, z) - 1j * w
)
hankel2e: Callable[..., Any] = _analytic(
    "hankel2e", 2, lambda w, v, z: _between_orders_at(hankel2e, w, v, z) + 1j * w
)
erf.complex = _analytic("erf", 1, lambda w, z: exp(-z * z) / _HALF_ROOT_PI)
erfc.complex = _analytic("erfc", 1, lambda w, z: -exp(-z * z) / _HALF_ROOT_PI)
erfi.complex = _analytic("erfi", 1, lambda w, z: exp(z * z) / _HALF_ROOT_PI)
erfcx.complex = lambda z: wofz(z * 1j)
gamma.complex = _analytic("gamma", 1, lambda w, z: w * digamma(z))
lgamma.complex = _analytic("loggamma", 1, lambda w, z: digamma(z))
rgamma.complex = _analytic("rgamma", 1, lambda w, z: -w * digamma(z))
digamma.complex = _analytic("digamma", 1, lambda w, z: None)
expi.complex = _analytic("expi", 1, lambda w, z: exp(z) / z)
exp1.complex = _analytic("exp1", 1, lambda w, z: -exp(-z) / z)
wrightomega.complex = _analytic("wrightomega", 1, lambda w, z: w / (1.0 + w))
jv.complex = _analytic("jv", 2, lambda w, v, z: _between_orders_at(jv, w, v, z))
yv.complex = _analytic("yv", 2, lambda w, v, z: _between_orders_at(yv, w, v, z))
iv.complex = _analytic("iv", 2, lambda w, v, z: _between_orders_at(iv, w, v, z, above=1.0))
kv.complex = _analytic("kv", 2, lambda w, v, z: _between_orders_at(kv, w, v, z, below=-1.0))
hyp0f1.complex = _analytic("hyp0f1", 2, lambda w, b, z: hyp0f1(b + 1.0, z) / b)
hyp1f1.complex = _analytic("hyp1f1", 3, lambda w, a, b, z: a / b * hyp1f1(a + 1.0, b + 1.0, z))


MYPY = False  # which mypy takes for True: it reads the rows themselves
if not MYPY:
    __all__ = [
        name
        for name, op in globals().items()
        if isinstance(op, Op) and not hasattr(ops, name) and not name.startswith("_")
    ]
