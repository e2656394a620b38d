"""Special functions: every row of `lazyad.special` against mpmath, SciPy's functions under the
names users call, and the functions that are written into emitted files."""

import itertools
import math
import pickle
import random
import subprocess
import sys

import black
import mpmath
import numpy as np
import pytest
import scipy.special as special

import lazyad as la
from lazyad.emit.targets import _has_scipy
from lazyad.graph import OPS
from lazyad.plain import written
from lazyad.special import __all__ as ROWS

mp = mpmath.mp


@pytest.fixture(autouse=True)
def _fifty_digits():
    with mp.workdps(50):
        yield


# -- rows


def mp_density(a, b, x):
    return mpmath.betainc(a, b, 0, x, regularized=True)


def mp_student(df, t):
    tail = mpmath.betainc(df / 2, mpmath.mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2
    return tail if t < 0 else 1 - tail


def mp_owens_t(h, a):
    def inner(x):
        return mpmath.exp(-h * h * (1 + x * x) / 2) / (1 + x * x)

    return mpmath.quad(inner, [0, a]) / (2 * mpmath.pi)


def mp_inverse(function, start):
    """The inverse in the last argument, by the secant method from SciPy's digits."""

    def inverse(*args):
        *shape, y = args
        guess = start(*map(float, args))
        near = (guess * (1 - mpmath.mpf(10) ** -9), guess)
        return mpmath.findroot(lambda x: function(*shape, x) - y, near)

    return inverse


def mp_spherical(function):
    return lambda n, x: mpmath.sqrt(mpmath.pi / (2 * x)) * function(n + mpmath.mpf(1) / 2, x)


def mp_sn(name):
    return lambda u, m: mpmath.ellipfun(name, u, m=m)


def mp_chndtr(x, df, nc):
    """Poisson's mean of gammainc(df / 2 + j, x / 2), each of which is the last less one term."""
    a, x = df / 2, x / 2
    share = mpmath.gammainc(a, 0, x, regularized=True)
    less = mpmath.exp(a * mpmath.log(x) - x) / mpmath.gamma(a + 1)
    total, weight = mpmath.mpf(0), mpmath.exp(-nc / 2)
    for j in range(60):
        total += weight * share
        share, less = share - less, less * x / (a + j + 1)
        weight *= nc / 2 / (j + 1)
    return total


def mp_faddeeva(z):
    return mpmath.exp(-z * z) * mpmath.erfc(-1j * z)


def mp_exprel(x):
    return mpmath.expm1(x) / x if x else mpmath.mpf(1)


SCIPY = {
    "rgamma": mpmath.rgamma,
    "gammasgn": lambda x: mpmath.sign(mpmath.gamma(x)),
    "beta": mpmath.beta,
    "betaln": lambda x, y: mpmath.log(abs(mpmath.beta(x, y))),
    "binom": mpmath.binomial,
    "poch": mpmath.rf,
    "gammainc": lambda a, x: mpmath.gammainc(a, 0, x, regularized=True),
    "gammaincc": lambda a, x: mpmath.gammainc(a, x, regularized=True),
    "gammaincinv": mp_inverse(
        lambda a, x: mpmath.gammainc(a, 0, x, regularized=True), special.gammaincinv
    ),
    "gammainccinv": mp_inverse(
        lambda a, x: mpmath.gammainc(a, x, regularized=True), special.gammainccinv
    ),
    "betainc": mp_density,
    "betaincc": lambda a, b, x: 1 - mp_density(a, b, x),
    "betaincinv": mp_inverse(mp_density, special.betaincinv),
    "betainccinv": mp_inverse(lambda a, b, x: 1 - mp_density(a, b, x), special.betainccinv),
    "stdtr": mp_student,
    "stdtrit": mp_inverse(mp_student, special.stdtrit),
    "chndtr": mp_chndtr,
    "chndtrix": lambda p, df, nc: mp_inverse(
        lambda df, nc, x: mp_chndtr(x, df, nc), lambda df, nc, p: special.chndtrix(p, df, nc)
    )(df, nc, p),
    "zeta": mpmath.zeta,
    "erfinv": mpmath.erfinv,
    "erfcinv": lambda q: mpmath.erfinv(1 - q),
    "erfcx": lambda x: mpmath.exp(x * x) * mpmath.erfc(x),
    "erfi": mpmath.erfi,
    "dawsn": lambda x: mpmath.sqrt(mpmath.pi) / 2 * mpmath.exp(-x * x) * mpmath.erfi(x),
    "ndtr": mpmath.ncdf,
    "log_ndtr": lambda x: mpmath.log(mpmath.ncdf(x)),
    "ndtri": lambda p: mpmath.sqrt(2) * mpmath.erfinv(2 * p - 1),
    "ndtri_exp": mp_inverse(lambda x: mpmath.log(mpmath.ncdf(x)), special.ndtri_exp),
    "owens_t": mp_owens_t,
    "voigt_profile": lambda x, sigma, width: (
        mp_faddeeva(mpmath.mpc(x, width) / sigma / mpmath.sqrt(2)).real
        / (sigma * mpmath.sqrt(2 * mpmath.pi))
    ),
    "expi": mpmath.ei,
    "exp1": mpmath.e1,
    "expn": mpmath.expint,
    "sinint": mpmath.si,
    "cosint": mpmath.ci,
    "sinhint": mpmath.shi,
    "coshint": mpmath.chi,
    "fresnels": mpmath.fresnels,
    "fresnelc": mpmath.fresnelc,
    "spence": lambda x: mpmath.polylog(2, 1 - x).real,
    "exprel": mp_exprel,
    "cosm1": lambda x: mpmath.cos(x) - 1,
    "boxcox": lambda x, p: mpmath.log(x) * mp_exprel(p * mpmath.log(x)),
    "boxcox1p": lambda x, p: mpmath.log(1 + x) * mp_exprel(p * mpmath.log(1 + x)),
    "inv_boxcox": lambda y, p: (1 + p * y) ** (1 / p) if p else mpmath.exp(y),
    "inv_boxcox1p": lambda y, p: (1 + p * y) ** (1 / p) - 1 if p else mpmath.expm1(y),
    "lambertw": lambda x, k: mpmath.lambertw(x, int(k)).real,
    "wrightomega": lambda x: mpmath.lambertw(mpmath.exp(x)).real,
    "ellipk": mpmath.ellipk,
    "ellipkm1": lambda p: mpmath.ellipk(1 - p),
    "ellipe": mpmath.ellipe,
    "ellipkinc": mpmath.ellipf,
    "ellipeinc": mpmath.ellipe,
    "ellipsn": mp_sn("sn"),
    "ellipcn": mp_sn("cn"),
    "ellipdn": mp_sn("dn"),
    "ellipam": lambda u, m: mpmath.atan2(
        mpmath.ellipfun("sn", u, m=m), mpmath.ellipfun("cn", u, m=m)
    ),
    "elliprc": mpmath.elliprc,
    "elliprd": mpmath.elliprd,
    "elliprf": mpmath.elliprf,
    "elliprg": mpmath.elliprg,
    "elliprj": mpmath.elliprj,
    "hyp0f1": mpmath.hyp0f1,
    "hyp1f1": mpmath.hyp1f1,
    "hyp2f1": mpmath.hyp2f1,
    "hyperu": mpmath.hyperu,
    "j0": mpmath.j0,
    "j1": mpmath.j1,
    "jv": mpmath.besselj,
    "y0": lambda x: mpmath.bessely(0, x),
    "y1": lambda x: mpmath.bessely(1, x),
    "yv": mpmath.bessely,
    "i0": lambda x: mpmath.besseli(0, x),
    "i1": lambda x: mpmath.besseli(1, x),
    "iv": mpmath.besseli,
    "k0": lambda x: mpmath.besselk(0, x),
    "k1": lambda x: mpmath.besselk(1, x),
    "kv": mpmath.besselk,
    "i0e": lambda x: mpmath.exp(-abs(x)) * mpmath.besseli(0, x),
    "i1e": lambda x: mpmath.exp(-abs(x)) * mpmath.besseli(1, x),
    "ive": lambda v, x: mpmath.exp(-abs(x)) * mpmath.besseli(v, x),
    "k0e": lambda x: mpmath.exp(x) * mpmath.besselk(0, x),
    "k1e": lambda x: mpmath.exp(x) * mpmath.besselk(1, x),
    "kve": lambda v, x: mpmath.exp(x) * mpmath.besselk(v, x),
    "spherical_jn": mp_spherical(mpmath.besselj),
    "spherical_yn": mp_spherical(mpmath.bessely),
    "spherical_in": mp_spherical(mpmath.besseli),
    "spherical_kn": mp_spherical(mpmath.besselk),
    "struve": mpmath.struveh,
    "modstruve": mpmath.struvel,
    "ber": lambda x: mpmath.ber(0, x),
    "bei": lambda x: mpmath.bei(0, x),
    "berp": lambda x: mpmath.diff(lambda t: mpmath.ber(0, t), x),
    "beip": lambda x: mpmath.diff(lambda t: mpmath.bei(0, t), x),
    "ker": lambda x: mpmath.ker(0, x),
    "kei": lambda x: mpmath.kei(0, x),
    "kerp": lambda x: mpmath.diff(lambda t: mpmath.ker(0, t), x),
    "keip": lambda x: mpmath.diff(lambda t: mpmath.kei(0, t), x),
    "wright_bessel": lambda a, b, x: mpmath.nsum(
        lambda k: x**k / (mpmath.factorial(k) * mpmath.gamma(a * k + b)), [0, 200]
    ),
    "log_wright_bessel": lambda a, b, x: mpmath.log(SCIPY["wright_bessel"](a, b, x)),
    "pbdv": mpmath.pcfd,
    "agm": mpmath.agm,
    "lpmv": lambda m, v, x: mpmath.legenp(v, m, x),
    "airyai": mpmath.airyai,
    "airyaip": lambda x: mpmath.airyai(x, derivative=1),
    "airybi": mpmath.airybi,
    "airybip": lambda x: mpmath.airybi(x, derivative=1),
    "eval_jacobi": mpmath.jacobi,
    "eval_legendre": mpmath.legendre,
    "eval_gegenbauer": mpmath.gegenbauer,
    "eval_chebyt": mpmath.chebyt,
    "eval_chebyu": mpmath.chebyu,
    "eval_hermite": mpmath.hermite,
    "eval_hermitenorm": lambda n, x: 2 ** (-n / 2) * mpmath.hermite(n, x / mpmath.sqrt(2)),
    "eval_genlaguerre": mpmath.laguerre,
    "eval_laguerre": lambda n, x: mpmath.laguerre(n, 0, x),
}


def exact(name, args):
    return mpmath.mpf(SCIPY[name](*map(mpmath.mpf, args)))


def exact_partial(name, args, position):
    def along(t):
        moved = [*map(mpmath.mpf, args)]
        moved[position] = t
        return SCIPY[name](*moved)

    return mpmath.diff(along, mpmath.mpf(args[position]), h=mpmath.mpf(10) ** -18)


def close(ours, reference, relative):
    return abs(mpmath.mpf(ours) - reference) <= relative * abs(reference) + mpmath.mpf(1e-300)


@pytest.mark.parametrize("name", ROWS)
def test_a_row_and_its_partials(name):
    op = OPS[name]
    known = [at for at, p in enumerate(op.equation[2]) if p is not None]
    for seed in range(2):
        draw = random.Random(f"{name} {seed}")
        args = [draw.uniform(low, high) for low, high in op.domain]
        assert close(op(*args), exact(name, args), 1e-12), args
        for position in known:
            lifted = [la.Dual(a, 1.0) if at == position else a for at, a in enumerate(args)]
            assert close(op(*lifted).dual, exact_partial(name, args, position), 1e-11), args


@pytest.mark.parametrize("name", sorted(set(ROWS) - {"gammasgn"}))
def test_second_derivatives_of_rows(name):
    op = OPS[name]
    draw = random.Random(name)
    args = [draw.uniform(low, high) for low, high in op.domain]
    position = max(at for at, p in enumerate(op.equation[2]) if p is not None)

    def along(x):
        return op(*args[:position], x, *args[position + 1 :])

    x = args[position]
    h = 1e-4 * abs(x)
    slopes = [along(la.Dual(x + k * h, 1.0)).dual for k in (-2, -1, 1, 2)]
    stencil = slopes[0] - 8 * slopes[1] + 8 * slopes[2] - slopes[3]
    curvature = la.grad(lambda x: la.jvp(along, (x,), (1.0,))[1])(x)
    assert curvature == pytest.approx(stencil / (12 * h), rel=2e-7, abs=1e-9)


@pytest.mark.parametrize(
    ("function", "x", "first", "second"),
    [
        (la.sinint, 0.0, 1.0, 0.0),
        (la.sinhint, 0.0, 1.0, 0.0),
        (la.spence, 1.0, -1.0, 0.5),
        (la.exprel, 0.0, 0.5, 1 / 3),
        (la.exprel, math.inf, math.inf, math.inf),
        (la.j1, 0.0, 0.5, 0.0),
        (la.i1, 0.0, 0.5, 0.0),
        (lambda x: la.jv(2.0, x), 0.0, 0.0, 0.25),
        (lambda x: la.spherical_jn(2.0, x), 0.0, 0.0, 2 / 15),
        (lambda x: la.spherical_in(1.0, x), 0.0, 1 / 3, 0.0),
        (lambda x: la.spherical_jn(0.0, x), 0.0, 0.0, -1 / 3),
        (la.rgamma, -2.0, 2.0, 4 * float(mpmath.digamma(3)) * -1),
        (la.ellipk, 0.0, math.pi / 8, 9 * math.pi / 64),
        (la.ellipe, 0.0, -math.pi / 8, -3 * math.pi / 64),
        (lambda x: la.gammainc(2.0, x), 0.0, 0.0, 1.0),
        (lambda x: la.gammainc(1.0, x), 0.0, 1.0, -1.0),
        (lambda x: la.betainc(2.0, 2.0, x), 0.0, 0.0, 6.0),
        (lambda x: la.betainc(2.0, 2.0, x), 1.0, 0.0, -6.0),
        (lambda x: la.binom(x, 2.0), 1.0, 0.5, 1.0),
        (lambda x: la.poch(x, 3.0), 0.0, 2.0, 6.0),
        (lambda p: la.boxcox(3.0, p), 0.0, math.log(3) ** 2 / 2, math.log(3) ** 3 / 3),
        (lambda p: la.inv_boxcox(0.5, p), 0.0, -math.exp(0.5) / 8, None),
        (lambda x: la.lambertw(x, 0.0), 0.0, 1.0, -2.0),
        (la.ndtr, 0.0, 1 / math.sqrt(2 * math.pi), 0.0),
        (lambda x: la.eval_legendre(0.0, x), 0.3, 0.0, 0.0),
        (la.ellipkm1, 1e-20, -0.5e20, 0.5e40),
        (lambda a: la.agm(a, 1.0), 1e161, 0.004210062934202456, None),
        (lambda y: la.inv_boxcox1p(y, 0.0), -100.0, math.exp(-100.0), math.exp(-100.0)),
        (lambda y: la.betainccinv(1.0, 2.0, y), 1e-30, -0.5e15, 0.25e45),
        (lambda y: la.betaincinv(0.5, 1.0, y), 0.9, 1.8, 2.0),
        (lambda x: la.gammaincc(0.0, x), 1.5, 0.0, 0.0),
        (lambda y: la.ieee_remainder(-3.0, y), 1.354, 2.0, 0.0),
        (la.i0e, -1e20, 0.5e-30 / math.sqrt(2 * math.pi), 0.75e-50 / math.sqrt(2 * math.pi)),
        (la.i1e, -1e20, -0.5e-30 / math.sqrt(2 * math.pi), -0.75e-50 / math.sqrt(2 * math.pi)),
        (lambda x: la.ive(1.5, x), 1e9, -0.5 / math.sqrt(2e27 * math.pi), None),
        (la.k0e, 1e20, -0.5e-30 * math.sqrt(0.5 * math.pi), 0.75e-50 * math.sqrt(0.5 * math.pi)),
        (lambda x: la.ive(3.0, x), 24.0, -0.0008744947386806439, 2.4683591480696643e-05),
        (lambda x: la.ive(-0.5, x), 30.0, -0.0012139427006578657, 6.069713503289328e-05),
        (lambda x: la.kve(2.0, x), 1e200, 0.0, None),
        (lambda x: la.kve(1.0, x), 1e-200, -math.inf, math.inf),
        (la.k1e, 1e20, -0.5e-30 * math.sqrt(0.5 * math.pi), 0.75e-50 * math.sqrt(0.5 * math.pi)),
    ],
)
def test_where_the_formulas_of_rows_would_break(function, x, first, second):
    assert la.grad(function)(x) == pytest.approx(first, rel=1e-14, abs=1e-15)
    if second is not None:
        assert la.grad(la.grad(function))(x) == pytest.approx(second, rel=1e-13, abs=1e-15)


@pytest.mark.parametrize(
    ("name", "x"),
    [
        ("erfcx", 31.0),
        ("erfcx", 1e5),
        ("dawsn", 31.0),
        ("dawsn", -1e5),
        ("log_ndtr", -50.0),
        ("log_ndtr", 9.0),
        ("erfcinv", 1e-30),
        ("erfcinv", 1.5),
        ("erfinv", 1e-200),
        ("erfinv", 1.0 - 2.0**-40),
        ("ellipkm1", 1e-200),
        ("exprel", -40.0),
        ("exprel", 1e-200),
        ("cosm1", 1e-9),
    ],
)
def test_far_out(name, x):
    with mp.workdps(120 if abs(x) > 1e-100 else 300):
        step = abs(mpmath.mpf(x)) * mpmath.mpf(10) ** -30
        slope = mpmath.diff(SCIPY[name], mpmath.mpf(x), h=step)
        value = SCIPY[name](mpmath.mpf(x))
    assert close(OPS[name](x), value, 1e-14)
    assert close(OPS[name](la.Dual(x, 1.0)).dual, slope, 1e-12)


def test_the_slope_of_gammainc_in_its_shape():
    """From both of its forms, and where these meet; in large shapes, too."""
    for a in (1e-30, 1e-3, 0.3, 1.0, 3.9, 4.1, 19.9, 20.1, 150.0, 3000.0):
        for x in (1e-5, 0.55, 0.57, *[a * (1.0 + k / math.sqrt(1.0 + a)) for k in (-2, 0, 0.5, 3)]):
            if x > 0.0 and (a < 100.0 or x > 0.5 * a):
                with mp.workdps(120):
                    step = mpmath.mpf(10) ** -30 * a
                    sides = [exact("gammainc", (a + k * step, x)) for k in (1, -1)]
                    slope = (sides[0] - sides[1]) / (2 * step)
                for function, sign in ((special.gammainc, 1), (special.gammaincc, -1)):
                    assert close(la.grad(function)(a, x)[0], sign * slope, 2e-15), (a, x)


@pytest.mark.parametrize("v", [0.0, 1.0, 1 / 3, 4.5])
def test_slopes_of_a_scaled_bessel_function_to_4_ulp(v):
    """Also where kve and its neighbour are nearly the same, whose digits SciPy has not got."""
    for x in (0.7, 3.0, 12.0, 20.0, 24.9, 40.0, 1e5):
        slope = exact_partial("kve", (v, x), 1)
        assert close(la.grad(special.kve, 1)(v, x), slope, 4 * sys.float_info.epsilon), x


def test_where_gammainc_has_no_slope_in_its_shape():
    slope = la.grad(special.gammainc, 0)
    ends = [(2.0, 0.0), (0.5, 0.0), (2.0, math.inf), (1e300, 1.0)]
    assert [slope(*args) for args in ends] == [0.0] * 4
    assert all(math.isnan(slope(a, 1.0)) for a in (0.0, -1.0, math.nan))


def test_a_partial_that_nobody_knows_says_so():
    with pytest.raises(TypeError, match="jv has no derivative in its argument 1") as error:
        la.grad(lambda v: special.jv(v, 2.0))(1.5)
    assert "where:" in str(error.value)
    assert "instead:" in str(error.value)
    with pytest.raises(TypeError, match="zeta has no derivative in its argument 1"):
        la.grad(lambda s: special.zeta(s))(2.5)


# -- the names that users call

CALLED = """
special.gamma(x) | special.gammaln(x) | special.loggamma(x) | special.rgamma(x) | special.psi(x)
special.digamma(x) | special.polygamma(0, x) | special.polygamma(2, x) | special.beta(x, 1.5)
special.polygamma([0, 1], x)[0] | special.betaln(2.0, x) | special.binom(5 + x, 2)
special.poch(x, 3) | special.factorial(x)
special.comb(5 + x, 2.0) | special.perm(5 + x, 2.0) | special.multigammaln(x + 3, 3)
special.gammainc(x, 2) | special.gammaincc(x, x) | special.gammaincinv(x, 0.4)
special.gammainccinv(x, x / 3) | special.chdtr(x, 3) | special.gdtr(0.5, x, 3 * x)
special.zeta(3.0, x) | special.gammainc(2, x) | special.gammaincc(2, x)
special.gammaincinv(2, x / 3) | special.gammainccinv(2, x / 3) | special.betainc(2, 3, x / 3)
special.betaincinv(2, 3, x / 3) | special.chdtr(3, x) | special.chdtrc(3, x)
special.gdtr(2, 1.5, x) | special.gdtrc(2, 1.5, x) | special.pdtr(2, x) | special.pdtrc(2, x)
special.fdtr(3, 4, x) | special.fdtrc(3, 4, x) | special.bdtr(2, 5, x / 3)
special.bdtrc(2, 5, x / 3) | special.stdtr(3, x) | special.stdtrit(3, x / 3)
special.erf(x) | special.erfc(x) | special.erfcx(x) | special.erfi(x) | special.erfinv(x / 3)
special.erfcinv(x / 3) | special.ndtr(x) | special.log_ndtr(x) | special.ndtri(x / 3)
special.ndtri_exp(-x) | special.dawsn(x) | special.owens_t(x, 0.5)
special.expi(x) | special.exp1(x) | special.expn(3, x) | special.expn(0, x)
special.sici(x)[0] * special.sici(x)[1] | special.shichi(x)[0] * special.shichi(x)[1]
special.fresnel(x)[0] * special.fresnel(x)[1] | special.spence(x) | special.exprel(x)
special.expit(x) | special.logit(x / 3) | special.log_expit(x) | special.xlogy(x, x)
special.xlog1py(x, x) | special.entr(x) | special.rel_entr(x, 2 * x * x)
special.kl_div(x, 2 * x * x) | special.huber(1.0, x) | special.pseudo_huber(1.5, x)
special.boxcox(x, 0.0) | special.boxcox(x, 1.7) | special.boxcox1p(x, 0.5)
special.inv_boxcox(x, 0.5) | special.inv_boxcox1p(x, 0.5) | special.cosm1(x) | special.powm1(x, 1.7)
special.expm1(x) | special.log1p(x) | special.exp2(x) | special.exp10(x) | special.cbrt(x)
special.sinc(x) | special.round(x) | special.sindg(30 * x) | special.cosdg(30 * x)
special.tandg(30 * x) | special.cotdg(30 * x) | special.radian(x, x, x)
np.real(special.lambertw(x)) | np.real(special.lambertw(-x / 9, -1)) | special.wrightomega(x)
special.ellipk(x / 3) | special.ellipkm1(x) | special.ellipe(x / 3)
special.ellipkinc(x, 0.3) | special.ellipeinc(x, 0.3) | sum(special.ellipj(x, 0.3))
special.ellipkinc(4.0, x / 3) * special.ellipeinc(4.0, x / 3) | sum(special.ellipj(4.0, x / 3))
special.elliprc(2.0, x) + special.elliprc(x, -2.0) + special.elliprc(2.0, -x)
special.elliprf(x, 2.0, 0.0) + special.elliprd(2.0, x, 0.7) * special.elliprg(0.0, 2.0, x)
special.elliprj(x, 2.0, 0.7, x)
special.hyp0f1(1.5, x) | special.hyp1f1(1, 2, x) | special.hyp2f1(1, 2, 3, x / 3)
special.hyperu(1, 1.5, x) | special.j0(x) | special.j1(x) | special.jn(2, x) | special.jv(1.5, x)
special.jve(1.5, x) | special.y0(x) | special.y1(x) | special.yn(2, x) | special.yv(1.5, x)
special.yve(1.5, x) | special.i0(x) | special.i1(x) | special.iv(1.5, x) | special.i0e(x)
special.i1e(x) | special.ive(1.5, x) | special.k0(x) | special.k1(x) | special.kn(2, x)
special.kv(1.5, x) | special.k0e(x) | special.k1e(x) | special.kve(1.5, x)
special.jvp(1.5, x, 2) | special.yvp(1.5, x, 2) | special.ivp(1.5, x) | special.kvp(1.5, x, 3)
special.spherical_jn(2, x) | special.spherical_yn(2, x) | special.spherical_in(2, x)
special.spherical_kn(2, x) | special.struve(1.5, x) | special.modstruve(1.5, x)
sum(special.airy(x)) | special.eval_legendre(3, x / 3) | special.eval_jacobi(3, 1, 0.5, x / 3)
special.eval_gegenbauer(3, 1.5, x / 3) | special.eval_chebyt(3, x / 3)
special.eval_chebyu(3, x / 3) | special.eval_chebyc(3, x) | special.eval_chebys(3, x)
special.eval_sh_legendre(3, x / 2) | special.eval_sh_chebyt(3, x / 2)
special.eval_sh_chebyu(3, x / 2) | special.eval_hermite(3, x) | special.eval_hermitenorm(3, x)
special.nbdtr(2, 5, x / 3) | special.nbdtrc(2, 5, x / 3) | special.chdtri(3, x / 3)
special.gdtrix(2, 1.5, x / 3) | special.assoc_laguerre(x, 3, 0.5) | special.softplus(x)
special.diric(x, 4) | special.diric(x, 5) | special.agm(x, 0.4) | special.lpmv(1, 2, x / 3)
special.ber(x) | special.bei(x) | special.ker(x) | special.kei(x) | special.wright_bessel(1, 2, x)
special.eval_laguerre(3, x) | special.eval_genlaguerre(3, 0.5, x)
special.pdtri(2, x / 3) | special.bdtri(2, 5, x / 3) | special.nbdtri(2, 5, x / 3)
special.gdtria(x / 3, 2, x) | special.nrdtrimn(x / 3, x, x) | special.nrdtrisd(0.4, x / 3, x)
np.real(special.hankel1(1.5, x)) * np.imag(special.hankel2(1.5, x)) | abs(special.hankel1(0, -x))
np.real(special.hankel1e(1, x)) * np.imag(special.hankel2e(2, x)) | special.h1vp(1.5, -x, 2).imag
np.real(special.kelvin(x)[0]) * np.imag(special.kelvin(x)[3]) | abs(special.kelvin(x)[1])
special.wofz(x).real * special.wofz(-x).imag | special.voigt_profile(x, x, 0.5 * x)
special.wofz(x * (3 + 0.5j)).real * special.wofz(x * (7 - 0.1j)).imag | abs(special.wofz(1j * x))
abs(special.hankel1(1.5, x * (1 + 1j)) * special.hankel1e(2, x + 1j))
abs(special.hankel2(1.5, x * (1 - 1j)) * special.hankel2e(2, x + 1j))
special.erf(x * (1 + 0.5j)).real * special.erfc(x + 1j).imag | special.erfi(x + 1j).imag
special.chndtr(x, 3, x) * special.chndtrix(x / 3, 3, x) | special.log_wright_bessel(1, 2, x)
sum(special.airye(x)) | sum(special.airye(0.5 * x)) | sum(special.airye(-x)[2:])
sum(special.itairy(x)) | sum(special.itj0y0(x)) | sum(special.iti0k0(x))
special.itstruve0(x) | special.itmodstruve0(x)
special.pbdv(1.5, x)[0] * special.pbdv(1, -x)[1]
special.erfcx(x - 1j).imag | special.gamma(x + 2j).real * special.rgamma(x * 1j).imag
special.loggamma(x * (1 + 0.5j)).imag | special.expi(x * (1 + 0.5j)).imag
special.exp1(x * (1 + 0.5j)).imag | special.wrightomega(x * (1 + 0.5j)).imag
special.jv(1.5, x + 1j).real * special.yv(1, x - 1j).imag
special.iv(1.5, x + 1j).real * special.kv(1, x - 1j).imag
special.hyp0f1(1.5, x + 1j).real * special.hyp1f1(1, 2, x - 1j).imag
special.spherical_jn(2, x, derivative=True) * special.spherical_yn(0, x, True)
special.spherical_in(2, x, True) * special.spherical_kn(0, x, True)
"""
EXPRESSIONS = [one.strip() for line in CALLED.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("target", ["python", "numpy"])
@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_scipys_functions(expression, target):
    function = eval(f"lambda x: {expression}", {"np": np, "special": special})
    compiled = la.compile(function, target=target)
    x, h = 1.3, 1e-4
    value, tangent = compiled.jvp((x,), (1.0,))
    assert value == pytest.approx(function(x), rel=1e-12)
    if target == "python":
        assert type(compiled(x)) is float
    slope = (function(x - 2 * h) - 8 * function(x - h)) - (
        function(x + 2 * h) - 8 * function(x + h)
    )
    assert tangent == pytest.approx(slope / (12 * h), rel=1e-8, abs=1e-9)


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_scipys_functions_of_arrays(expression):
    function = eval(f"lambda x: {expression}", {"np": np, "special": special})
    x = np.array([0.7, 1.3])
    np.testing.assert_allclose(la.compile(function)(x), function(x), rtol=1e-12)


def test_what_scipys_functions_refuse():
    refused = {
        "degree": lambda x: special.eval_legendre(2.5, x),
        "order x": lambda x: special.eval_legendre(x, 0.5),
        "exact": lambda x: special.factorial(x, exact=True),
        "spherical_jn of degree": lambda x: special.spherical_jn(1.5, x, derivative=True),
        "mathieu_a": lambda x: special.mathieu_a(2, x),
        "no order": lambda x: special.polygamma(1.5, x),
        "out": lambda x: special.zeta(2.0, x, np.zeros(())),
        "keyword": lambda x: special.spherical_jn(1, z=x, order=2),
    }
    for function in refused.values():
        with pytest.raises(TypeError) as error:
            la.compile(function)(1.5)
        assert "where:" in str(error.value)
        assert "instead:" in str(error.value)


def test_what_a_derivative_lacks_raises_with_the_users_line():
    with pytest.raises(ValueError, match=r"math domain|expected a") as error:
        la.grad(lambda p: special.elliprj(1.0, 2.0, 3.0, p))(-1.0)  # Cauchy's principal value
    assert "test_special.py" in error.value.__notes__[0]
    assert la.grad(lambda x: special.elliprf(x, 2.0, 3.0))(0.0) == -math.inf


# -- the functions that are written into the file


def in_ulps(ours, reference):
    return float(abs(mpmath.mpf(ours) - reference) / math.ulp(float(reference)))


def test_digamma_to_4_ulp():
    draw = random.Random(1)
    root = 1.4616321449683622
    points = [10.0 ** draw.uniform(-300, 300) for _ in range(60)]
    points += [draw.uniform(0.0, 14.0) for _ in range(300)]
    points += [root + draw.choice([-1, 1]) * 10.0 ** draw.uniform(-16, -1) for _ in range(100)]
    points += [root, math.nextafter(root, 0), math.nextafter(root, 9), 10.0, 1e-308, 5e-308]
    for x in points:
        assert in_ulps(written.digamma(x), mpmath.digamma(x)) <= 4, x
    negative = [-draw.uniform(0.0, 20.0) for _ in range(500)]
    negative += [-draw.randrange(20) + 10.0 ** draw.uniform(-14, -1) for _ in range(100)]
    negative += [-k - 0.5 for k in range(20)] + [-1e-300, -1e-17]
    for x in negative:
        ours, reference = written.digamma(x), mpmath.digamma(x)
        assert in_ulps(ours, reference) <= 4 or abs(ours - reference) <= 4 * 2.0**-52, x


def test_gamma_is_that_of_python_to_the_last_bit():
    draw = random.Random(4)
    points = [draw.uniform(-190.0, 175.0) for _ in range(400)]
    points += [draw.choice([-1, 1]) * 10.0 ** draw.uniform(-25, 1) for _ in range(400)]
    points += [k / 4 for k in range(-20, 100)] + [math.nextafter(k / 4, 0.0) for k in range(1, 20)]
    for x in points:
        for ours, function in ((written.py_gamma, math.gamma), (written.py_lgamma, math.lgamma)):
            if x <= 0.0 and x == math.floor(x):
                assert math.isnan(ours(x))
            elif function is math.lgamma or x < 171.6:
                assert ours(x).hex() == function(x).hex(), x
    for x in (math.inf, -math.inf, math.nan):
        assert str(written.py_lgamma(x)) == str(math.lgamma(x))
    assert (written.py_gamma(math.inf), written.py_gamma(172.0)) == (math.inf, math.inf)


@pytest.mark.parametrize("n", [1.0, 2.0, 3.0, 5.0])
def test_polygamma_to_4_ulp(n):
    draw = random.Random(2)
    points = [10.0 ** draw.uniform(-40, 40) for _ in range(40)]
    points += [draw.uniform(0.0, 30.0) for _ in range(80)]
    points += [-draw.randrange(20) + 10.0 ** draw.uniform(-10, -2) for _ in range(20)]
    points += [-draw.uniform(0.0, 20.0) for _ in range(80)] if n % 2 == 1 else []
    for x in points:
        assert in_ulps(written.polygamma(n, x), mpmath.polygamma(int(n), x)) <= 4, x


def test_inverse_error_functions_to_2_ulp():
    draw = random.Random(3)
    with mp.workdps(60):
        for y in [draw.uniform(-1.0, 1.0) for _ in range(60)] + [1e-300, 0.5, -0.9999999]:
            assert in_ulps(written.erfinv(y), mpmath.erfinv(y)) <= 2, y
    with mp.workdps(360):
        for q in [10.0 ** draw.uniform(-307, 0) for _ in range(3)] + [5e-324]:
            assert in_ulps(written.erfcinv(q), mpmath.erfinv(1 - mpmath.mpf(q))) <= 2, q
    assert [written.erfinv(y) for y in (1.0, -1.0, 0.0)] == [math.inf, -math.inf, 0.0]
    assert [written.erfcinv(q) for q in (0.0, 2.0, 1.0)] == [math.inf, -math.inf, 0.0]
    assert all(math.isnan(written.erfinv(y)) for y in (1.5, -2.0, math.nan, math.inf))
    assert all(math.isnan(written.erfcinv(q)) for q in (-0.5, 2.5, math.nan))


def sizes(draw, least, most, signs=(1.0,)):
    return [draw.choice(signs) * 10.0 ** draw.uniform(least, most) for _ in range(60)]


@pytest.mark.parametrize("n", [0.0, 1.0, 2.0])
def test_psi_rise_to_4_ulp(n):
    draw = random.Random(5)
    for x, y in zip(sizes(draw, -5, 3), sizes(draw, -12, 3, (1.0, -0.5)), strict=True):
        rise = y if x + y > 0.0 else -y
        exact = mpmath.psi(int(n), mpmath.mpf(x) + rise) - mpmath.psi(int(n), x)
        assert in_ulps(written.psi_rise(n, x, rise), exact) <= 4, (x, rise)
    assert written.psi_rise(0.0, -0.5, 2.0) == pytest.approx(0.0, abs=1e-15)


@pytest.mark.slow
@pytest.mark.parametrize("n", [1.0, 2.0, 3.0])
def test_derivatives_of_a_whole_order_to_6_ulp(n):
    draw = random.Random(6)
    for x in [*sizes(draw, 0, 8), 1.0, 1.5, 2.5]:
        exact = mpmath.mpf(0)
        for k in range(int(n) + 4000, int(n) - 1, -1):
            exact = mpmath.mpf(k) / 2 / (x + exact)
        assert in_ulps(written.erfc_fraction(n, x), exact) <= 4, x
    for x in sizes(draw, -5, 2, (1.0, -1.0)):
        exact = mpmath.quad(lambda t, x=x: t**n * mpmath.exp(x * t), [0, 0.5, 0.9, 1])
        assert in_ulps(written.exprel_slope(n, x), exact) <= 6, x
        with mp.workdps(300):
            exact = mpmath.diff(SCIPY["dawsn"], mpmath.mpf(x), int(n))
        near_zero = abs(x) < 2.5 and abs(exact) < 0.2
        assert near_zero or in_ulps(written.dawsn_slope(n, x), exact) <= 6, x


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_derivatives_of_the_faddeeva_function_to_8_ulp(n):
    """On every way to them, and on both sides of where these meet."""
    edges = (1e-9, 0.29, 0.31, 1.0, 4.0, 8.5, -1e-9, -0.29, -0.31, -2.0)
    for x, y in itertools.product((0.0, 1e-9, -1.1, 2.9, 5.5, -7.8, 8.1, 30.0), edges):
        with mp.workdps(120):
            z = mpmath.mpc(x, y)
            last, value = mpmath.mpf(0), mp_faddeeva(z)
            for k in range(n):
                inside = 2j / mpmath.sqrt(mpmath.pi) if k == 0 else 0.0
                last, value = value, inside - 2 * z * value - 2 * k * last
            if abs(value) < sys.float_info.max:
                wrong = abs(mpmath.mpmathify(written.wofz_slope(float(n), x, y)) - value)
                exponent = max(1.0, y * y - x * x)  # that of what the lower half plane adds
                assert wrong <= 8 * exponent * sys.float_info.epsilon * abs(value), (x, y)


def test_an_exponential_of_the_square_of_a_product_to_4_ulp():
    draw = random.Random(8)
    for _ in range(1000):
        x, p = 10.0 ** draw.uniform(-120, 120), draw.uniform(-37.0, 37.0)
        y = p / x
        exact = mpmath.exp(-((mpmath.mpf(x) * mpmath.mpf(y)) ** 2) / 2)
        assert in_ulps(written.product_bell(x, y), exact) <= 4, (x, y)


def test_sines_and_exponentials_of_squares_to_2_ulp():
    draw = random.Random(7)
    for x in sizes(draw, -8, 15, (1.0, -1.0)):
        for k in range(4):
            with mp.workdps(100):
                exact = mpmath.sin(mpmath.pi / 2 * (mpmath.mpf(x) ** 2 + k))
            assert in_ulps(written.square_sine(x, float(k)), exact) <= 2, (x, k)
    assert [written.square_sine(1e17, float(k)) for k in range(4)] == [0.0, 1.0, 0.0, -1.0]
    for x in [draw.uniform(-26.0, 26.0) for _ in range(60)]:
        for c in (1.0, 0.5, -0.5):
            assert in_ulps(written.exp_square(x, c), mpmath.exp(c * mpmath.mpf(x) ** 2)) <= 2, (
                x,
                c,
            )


@pytest.mark.slow
def test_slopes_of_inverse_error_functions_to_4_ulp():
    draw = random.Random(8)
    with mp.workdps(330):
        for q in [*sizes(draw, -280, 0), *[2.0 - q for q in sizes(draw, -15, 0)]]:
            exact = -mpmath.sqrt(mpmath.pi) / 2 * mpmath.exp(mpmath.erfinv(1 - mpmath.mpf(q)) ** 2)
            assert in_ulps(written.erfcinv_slope(written.erfcinv(q), q), exact) <= 4, q
            y = 1.0 - min(q, 1.0)
            if 0.0 < y < 1.0:
                exact = mpmath.sqrt(mpmath.pi) / 2 * mpmath.exp(mpmath.erfinv(mpmath.mpf(y)) ** 2)
                assert in_ulps(written.erfinv_slope(written.erfinv(y), y), exact) <= 4, y


def test_lambertw_to_4_ulp():
    draw = random.Random(4)
    for x in [draw.uniform(-0.36, 9.0) for _ in range(60)] + [1e300, 1e-300, -1e-300, 2.9, 3.1]:
        assert in_ulps(written.lambertw(x, 0.0), mpmath.lambertw(x)) <= 4, x
    for x in [draw.uniform(-0.36, 0.0) for _ in range(60)] + [-1e-300, -0.25]:
        assert in_ulps(written.lambertw(x, -1.0), mpmath.lambertw(x, -1).real) <= 4, x
    assert written.lambertw(math.inf, 0.0) == math.inf
    assert written.lambertw(-0.0, -1.0) == -math.inf
    assert math.isnan(written.lambertw(math.nan, -1.0))
    with pytest.raises(ValueError, match=r"math domain|expected a"):
        written.lambertw(-0.4, 0.0)


@pytest.mark.parametrize("x", [0.0, -0.0, -1.0, -1e300, -math.inf])
def test_poles_raise_with_the_users_line(x):
    for function in (math.gamma, math.lgamma):
        for request in (la.grad, la.hessian):
            with pytest.raises(ValueError, match=r"math domain|expected a") as error:
                request(lambda x, function=function: function(x) * 1.0)(x)
            assert "test_special.py" in error.value.__notes__[0]


def test_infinities_and_nan():
    assert written.digamma(math.inf) == math.inf
    assert math.isnan(written.digamma(math.nan))
    assert written.polygamma(1.0, math.inf) == 0.0
    assert math.isnan(written.polygamma(2.0, math.nan))
    assert written.polygamma(1.0, 1e200) == pytest.approx(1e-200, abs=0.0)


@pytest.mark.parametrize("optimize", ["none", "strict", "safe", "fast"])
def test_gamma_and_its_logarithm_differentiate_without_scipy(optimize):
    for function, reference in [(math.gamma, mpmath.gamma), (math.lgamma, mpmath.loggamma)]:
        compiled = la.compile(lambda x, f=function: f(x), optimize=optimize)
        for x in (0.3, 2.5, 30.0):
            slope = float(mpmath.diff(reference, x))
            curvature = float(mpmath.diff(reference, x, 2))
            assert compiled.grad(x) == pytest.approx(slope, rel=1e-15)
            assert compiled.hessian(x) == pytest.approx(curvature, rel=3e-15)
        for source in (compiled.grad.source, compiled.hessian.source):
            assert "scipy" not in source
            assert "import lazyad" not in source


CLASHES = """
def f(x, digamma, abs, log, range, floor): return math.lgamma(x) * digamma * abs + log * range
def digamma(x, y): return math.lgamma(x) * y
def abs(x, tan): return math.lgamma(x) * tan
def polygamma(x, y): return math.gamma(x) * y
def max(x, pi): return math.gamma(x) * pi
def erfinv(x, y): return special.erfcinv(x) * y
def f(x, erfcinv, erfinv): return special.erfinv(x) * erfcinv + erfinv
def sqrt(x, inf, nan): return special.erfinv(x) * inf + nan
"""


@pytest.mark.parametrize("line", CLASHES.strip().splitlines())
def test_names_of_the_user_s_own(line):
    scope = {"math": math, "special": special}
    exec(line, scope)
    function = [*scope.values()][-1]
    args = [0.3, *[2.0] * (function.__code__.co_argcount - 1)]
    compiled = la.compile(function)
    assert compiled(*args) == pytest.approx(function(*args), rel=1e-15)
    partner = math.lgamma if "lgamma" in line else math.gamma
    if "gamma(x)" in line:
        along = la.grad(la.grad(lambda x: function(x, *args[1:])))(0.3)
        factor = function(*args) - function(0.3, *[0.0] * (len(args) - 1))
        assert along == pytest.approx(la.hessian(function)(*args)[0][0], rel=1e-15)
        assert math.isfinite(factor)
        assert partner(0.3) != 0.0
    for program in (compiled.grad, compiled.hessian):
        wanted = program(*args)
        source = program.source
        assert black.format_str(source, mode=black.Mode()) == source
        alone = {}
        exec(source, alone)
        assert (
            alone[f"{function.__name__}_{'grad' if program is compiled.grad else 'hessian'}"](*args)
            == wanted
        )


def test_what_needs_scipy_says_so_without_it(monkeypatch):
    monkeypatch.setattr("lazyad.emit.targets.is_installed", lambda package: False)
    _has_scipy.cache_clear()
    try:
        assert la.grad(math.gamma)(2.5) == pytest.approx(float(mpmath.diff(mpmath.gamma, 2.5)))
        for target in ("python", "numpy"):
            with pytest.raises(ImportError, match="j1 needs SciPy") as error:
                la.compile(lambda x: la.j1(x), target=target)(1.5)
            assert "test_special.py" in str(error.value)
            assert "pip install" in str(error.value)
    finally:
        _has_scipy.cache_clear()


@pytest.mark.parametrize("package", ["scipy", "numpy"])
def test_an_importer_that_refuses_a_package(package):
    text = f"""
import math, sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == {package!r}:
            raise ImportError("blocked")
sys.meta_path.insert(0, Blocker())
import lazyad as la
print(la.grad(math.lgamma)(2.5) == {la.grad(math.lgamma)(2.5)})
for call in [
    lambda: la.compile(lambda x: la.j1(x), target="numpy")(1.5),
    lambda: la.jacobian(lambda x: x, sparse=True)(1.5),
][: 2 if {package!r} == "scipy" else 1]:
    try:
        call()
    except ImportError as error:
        print("where:" in str(error) and "instead:" in str(error))
"""
    run = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    assert set(run.stdout.split()) == {"True"}
    assert run.stderr == ""


def test_kernels_of_special_functions_pickle():
    compiled = la.compile(lambda x: math.lgamma(x) * la.jv(1.5, x)).grad
    text = f"import pickle; print(pickle.loads({pickle.dumps(compiled)!r})(2.5))"
    run = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    assert float(run.stdout) == compiled(2.5)


def test_lazyad_imports_no_scipy():
    text = "import sys, lazyad; print('scipy' in sys.modules, 'numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]


def test_kelvin_functions_have_derivatives_at_zero():
    """Where the quotients by x of their equations have none."""
    slope, bend = la.compile(lambda x: la.beip(x)), la.compile(lambda x: la.berp(x))
    assert (slope.grad(0.0), slope.hessian(0.0)) == (0.5, 0.0)
    assert (bend.grad(0.0), bend.hessian(0.0)) == (0.0, 0.0)
    assert math.isclose(bend.hessian(1e-8), -0.375e-8, rel_tol=1e-15)


@pytest.mark.parametrize("degree", [0, 1, 2, 3, 4])
def test_legendre_functions_of_order_0_are_polynomials_to_their_ends(degree):
    f = la.compile(lambda x: special.lpmv(0, degree, x))
    for x in (1.0, -1.0):
        assert f.grad(x) == pytest.approx(x ** (degree + 1) * degree * (degree + 1) / 2, rel=1e-15)


def test_what_stands_beside_the_domain():
    """Values at 0, at infinities and of nans, where a formula alone fails."""
    x = np.array([0.0, -0.0, math.inf, -math.inf, math.nan, 2.5, -2.5, 1e-300])
    functions = (
        special.entr,
        special.loggamma,
        lambda x: special.boxcox(x, 0.5),
        lambda x: special.boxcox1p(x, 0.5),
        lambda x: special.kl_div(x, 1.0),
        lambda x: special.rel_entr(x, 2.0),
        lambda x: np.modf(x)[0],
    )
    for function in functions:
        with np.errstate(all="ignore"):
            expected = function(x)
        np.testing.assert_allclose(la.compile(function)(x), expected, rtol=1e-13)


def test_the_slope_of_a_power_that_overflows_is_infinite_by_numpys_rules():
    assert la.grad(lambda p: special.boxcox(1e200, p))(2.0) == math.inf


def test_where_nothing_is_below_the_shape_moves_nothing():
    for inverse, share in ((special.gammaincinv, 0.0), (special.gammainccinv, 1.0)):
        slope = la.grad(lambda a: inverse(a, share))  # noqa: B023
        assert [slope(a) for a in (0.5, 1.0, 2.0)] == [0.0, 0.0, 0.0]


def test_slopes_of_nan_are_nan_and_those_of_large_orders_numbers():
    profile = la.grad(lambda x: special.voigt_profile(x, 1.0, 0.5))
    assert math.isnan(profile(math.nan))
    slope = la.grad(lambda x: special.kve(150.0, x))(5.0)
    with mpmath.workdps(40):
        true = mpmath.diff(lambda x: mpmath.exp(x) * mpmath.besselk(150, x), 5)
    assert slope == pytest.approx(float(true), rel=1e-12)
