"""Python's `statistics`, which computes by exact fractions, and of scipy.stats what the table of
forms does not say: the same values and their slopes."""

import statistics
import warnings

import mpmath
import numpy as np
import pytest
from scipy import stats

import lazyad as la

VALUES = [0.3, 1.7, 2.9, 0.4, 5.5]
OTHERS = [1.0, 2.0, 0.5, 4.0, 3.3]
NORMAL = statistics.NormalDist
FUNCTIONS = {
    "mean": statistics.mean,
    "mean of a generator": lambda v: statistics.mean(x * x for x in v),
    "fmean": statistics.fmean,
    "harmonic_mean": statistics.harmonic_mean,
    "harmonic_mean with weights": lambda v: statistics.harmonic_mean(v, OTHERS),
    "geometric_mean": statistics.geometric_mean,
    "median": statistics.median,
    "quantiles": lambda v: statistics.quantiles(v)[2],
    "variance": statistics.variance,
    "variance around": lambda v: statistics.variance(v, statistics.mean(v)),
    "pvariance": statistics.pvariance,
    "stdev": statistics.stdev,
    "pstdev": statistics.pstdev,
    "covariance": lambda v: statistics.covariance(v, OTHERS),
    "correlation": lambda v: statistics.correlation(v, OTHERS),
    "linear_regression": lambda v: statistics.linear_regression(v, OTHERS).slope,
    "stdev around": lambda v: statistics.stdev(v, 1.0) / statistics.pstdev(v, mu=v[0]),
    "pdf": lambda v: NORMAL(v[0], v[1]).pdf(v[2]),
    "cdf": lambda v: NORMAL(v[0], v[1]).cdf(v[2]),
    "inv_cdf": lambda v: NORMAL(v[0], v[1]).inv_cdf(v[2] / 10.0),
    "quantiles of a distribution": lambda v: NORMAL(v[0], v[1]).quantiles(5)[1],
    "overlap": lambda v: NORMAL(v[0], v[1]).overlap(NORMAL(v[2], v[3])),
    "from_samples": lambda v: NORMAL.from_samples(v).stdev,
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_values_and_slopes(name):
    function = FUNCTIONS[name]
    value, slopes = la.value_and_grad(la.compile(function))(VALUES)
    assert value == pytest.approx(function(VALUES), rel=1e-15)
    for k, slope in enumerate(slopes):
        step = 1e-6
        up, down = ([x + s * (i == k) for i, x in enumerate(VALUES)] for s in (step, -step))
        assert slope == pytest.approx((function(up) - function(down)) / (2 * step), abs=1e-8)


def test_a_spread_far_from_zero_keeps_its_digits():
    values = [1e9 + x for x in VALUES]
    assert la.compile(statistics.variance)(values) == pytest.approx(
        statistics.variance(values), rel=4e-16
    )


def test_equal_values_have_no_spread_and_no_slope():
    assert la.value_and_grad(la.compile(statistics.stdev))([1.5, 1.5]) == (0.0, [0.0, 0.0])


def test_what_it_refuses():
    cases = [
        (lambda x: statistics.variance([x]), (1.0,)),
        (lambda x: NORMAL(0.0, 1.0).inv_cdf(x), (1.0,)),
        (lambda x: statistics.harmonic_mean([x, 2.0]), (-1.0,)),
        (lambda x: statistics.harmonic_mean([x, 2.0], [1.0]), (1.0,)),
    ]
    for function, point in cases:
        with pytest.raises(statistics.StatisticsError) as ours:
            la.compile(function)(*point)
        with pytest.raises(statistics.StatisticsError) as theirs:
            function(*point)
        assert str(ours.value).partition("\n")[0] == str(theirs.value)


# ---------------------------------------------------------------------------------- scipy.stats

SAMPLE, OTHER = np.array(VALUES), np.array(OTHERS)


def test_results_keep_their_names():
    functions = (stats.pearsonr, stats.ttest_ind, stats.linregress, stats.spearmanr, stats.ansari)
    for function in functions:
        found = la.compile(lambda x, y, function=function: function(x, y))(SAMPLE, OTHER)
        expected = function(SAMPLE, OTHER)
        assert type(found) is type(expected)
        assert found == pytest.approx(tuple(expected), rel=1e-12)
        assert found.pvalue == pytest.approx(expected.pvalue, rel=1e-12)
    assert la.compile(lambda x: stats.mode(x))(np.array([2.0, 1.0, 2.0, 1.0, 3.0])).mode == 1.0


KERNELS = stats.gaussian_kde(OTHER)
FIXED_OUTSIDE = {
    "nothing": (stats.norm.cdf, SAMPLE),
    "norm": (stats.norm(0.3, scale=2.0).logpdf, SAMPLE),
    "gamma": (stats.gamma(2.0).cdf, SAMPLE),
    "kernels": (KERNELS, SAMPLE[:3]),
    "logarithm of kernels": (KERNELS.logpdf, SAMPLE[:3]),
    "a pair": (stats.multivariate_normal([0.1, 0.2], np.eye(2) + 0.3).pdf, SAMPLE[:2]),
}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.slow] * name.startswith("logarithm"))
        for name in FIXED_OUTSIDE
    ],
)
def test_a_distribution_whose_parameters_were_fixed_outside(name):
    method, x = FIXED_OUTSIDE[name]
    assert la.compile(lambda x: method(x))(x) == pytest.approx(method(x), rel=1e-12)
    la.check_grads(lambda x: np.sum(method(x)), (x,))


SEVERAL = stats.multivariate_normal
PAIRS_OF_X = np.outer([1.0, 1.3, 0.6], [1.0, 2.0])


@pytest.mark.parametrize(
    "function",
    [
        lambda x: SEVERAL.logpdf(x, cov=1.3 + x[0] ** 2),
        lambda x: SEVERAL.logpdf(x, x[0], 1.3),
        lambda x: SEVERAL.pdf(x[:, None], [0.1], [[1.0 + x[1] ** 2]]),
        lambda x: SEVERAL.pdf(x[0], 0.2, 1.3),
        lambda x: SEVERAL.logpdf(PAIRS_OF_X * x[0], x[:2], 1.0 + x[:2] ** 2),
        lambda x: SEVERAL.logpdf(x[None, :2], np.zeros(2), 1.3),
        lambda x: SEVERAL.entropy(cov=1.0 + x[0] ** 2),
        lambda x: SEVERAL.entropy(x[:2], 1.0 + x[:2] ** 2),
    ],
)
def test_the_normal_distribution_has_as_many_dimensions_as_its_mean_or_covariance(function):
    x = np.array([0.4, 1.1, 1.9])
    found, expected = la.compile(function)(x), function(x)
    assert np.shape(found) == np.shape(expected)
    assert found == pytest.approx(expected, rel=1e-12)
    la.check_grads(lambda x: np.sum(function(x)), x)


def test_a_covariance_that_may_be_singular_and_is_not():
    def function(c):
        cov = np.array([[1.0, c], [c, 0.5]])
        return stats.multivariate_normal.logpdf(SAMPLE[:2], [0.1, 0.2], cov, allow_singular=True)

    compiled = la.compile(function)
    assert compiled(0.3) == pytest.approx(function(0.3), rel=1e-12)
    slope = (function(0.3 + 1e-5) - function(0.3 - 1e-5)) / 2e-5
    assert compiled.grad(0.3) == pytest.approx(slope, rel=1e-8)
    with pytest.raises(ValueError, match=r"may be singular\n  where: .*\n  instead: "):
        compiled(0.5**0.5)


def test_the_tails_of_a_truncated_normal_distribution():
    """Where SciPy's own formula has lost half of its digits, too."""
    for low, high, x in [(30.0, 40.0, 30.1), (-40.0, -30.0, -30.01), (-1.0, 1e-9, 0.0)]:
        with mpmath.workdps(60 + 800):
            part = mpmath.ncdf(high) - mpmath.ncdf(x), mpmath.ncdf(high) - mpmath.ncdf(low)
            expected = float(mpmath.log(part[0] / part[1]))
        found = la.compile(lambda x, a, b: stats.truncnorm.logsf(x, a, b))(x, low, high)
        assert found == pytest.approx(expected, rel=1e-12)


def test_what_no_formula_gives_is_an_error_where_it_is_read():
    both = la.compile(lambda x: stats.kstest(x, "norm").statistic)
    assert both(SAMPLE) == pytest.approx(stats.kstest(SAMPLE, "norm").statistic)
    with pytest.raises(TypeError, match=r"has no formula\n  where: .*test_statistics.py"):
        la.compile(lambda x: stats.kstest(x, "norm").pvalue)(SAMPLE)


class Ramps(stats.rv_continuous):
    """A density that rises to c and falls."""

    def _argcheck(self, c):
        return (c > 0.0) & (c < 1.0)

    def _pdf(self, x, c):
        return np.where(x < c, 2.0 * x / c, 2.0 * (1.0 - x) / (1.0 - c))

    def _cdf(self, x, c):
        return np.where(x < c, x * x / c, 1.0 - (1.0 - x) ** 2 / (1.0 - c))

    def odds(self, x, c):
        return self.cdf(x, c) / self.sf(x, c)


class Coin(stats.rv_discrete):
    def _pmf(self, k, p):
        return np.where(k == 1, p, 1.0 - p)


class Shifted(type(stats.norm)):
    def _pdf(self, x):
        return super()._pdf(x - 1.0)


RAMPS, COIN, SHIFTED = Ramps(a=0.0, b=1.0, name="ramps"), Coin(0, 1, name="coin"), Shifted()


@pytest.mark.parametrize(
    "f",
    [
        lambda x: RAMPS.cdf(x, 0.4, loc=0.1 * x, scale=2.0),
        lambda x: RAMPS(x, scale=3.0).logpdf(x * x),
        lambda x: RAMPS.odds(x, 0.7 * x),
        lambda x: COIN.pmf(1, x) * COIN.logpmf(0, x),
        lambda x: SHIFTED.pdf(x) * SHIFTED.ppf(x),
        lambda x: RAMPS.pdf(np.array([x, -x, 1.0 + x]), 0.4).sum(),
    ],
)
def test_a_distribution_of_the_user_s_own(f):
    h = 1e-6
    for x in (0.3, 0.45):
        for target in ("python", "array"):
            value, slope = la.compile(f, target=target).jvp((x,), (1.0,))
            assert value == pytest.approx(f(x))
            assert slope == pytest.approx((f(x + h) - f(x - h)) / (2.0 * h), rel=1e-6)


@pytest.mark.parametrize("function", [stats.zscore, stats.skew, stats.variation])
def test_tracing_warns_of_nothing(function):
    expected = function(SAMPLE)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert la.compile(lambda x: function(x))(SAMPLE) == pytest.approx(expected)


def test_who_is_named_and_what_is_random():
    cases = [
        (lambda x: stats.weightedtau(x, x).statistic, "scipy.stats.weightedtau does not take"),
        (lambda x: stats.norm.rvs(3) * x[0], "stats.norm.rvs, whose random numbers"),
        (lambda x: stats.logistic.fit(x), "scipy.stats.logistic.fit does not take"),
        (lambda x: stats.multivariate_normal.cdf(x), "stats.multivariate_normal.cdf of traced"),
    ]
    for function, said in cases:
        with pytest.raises(TypeError) as raised:
            la.compile(function)(SAMPLE)
        assert str(raised.value).startswith(said)
        assert "\n  instead: " in str(raised.value)
    drawn = la.compile(lambda x: stats.norm.rvs(size=3, random_state=7) * x[0])(SAMPLE)
    assert drawn == pytest.approx(stats.norm.rvs(size=3, random_state=7) * SAMPLE[0])
