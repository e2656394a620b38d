"""Python's `statistics`, which computes by exact fractions: the same values and their slopes."""

import statistics

import pytest

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
        (lambda x: statistics.harmonic_mean([x, 2.0]), (-1.0,)),
        (lambda x: statistics.harmonic_mean([x, 2.0], [1.0]), (1.0,)),
    ]
    for function, point in cases:
        with pytest.raises(statistics.StatisticsError) as ours:
            la.compile(function)(*point)
        with pytest.raises(statistics.StatisticsError) as theirs:
            function(*point)
        assert str(ours.value).partition("\n")[0] == str(theirs.value)
