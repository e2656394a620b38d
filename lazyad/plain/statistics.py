"""What Python's `statistics` computes by exact fractions, as formulas of floats.

In: numbers. Out: their moments, to a unit in the last place. A room of its own because a trace goes
through it in the place of the functions of these names, which ask each number for its digits; all
others of that module are traced as they are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any


def mean(data: Iterable[Any]) -> Any:
    values = _at_least(1, data, "mean")
    return math.fsum(values) / len(values)


def harmonic_mean(data: Iterable[Any], weights: Iterable[Any] | None = None) -> Any:
    values = _at_least(1, data, "harmonic_mean")
    shares = [1.0] * len(values) if weights is None else list(weights)
    if len(shares) != len(values):
        raise _wrong("Number of weights does not match data size")
    if min(values) < 0.0:
        raise _wrong("harmonic mean does not support negative values")
    if min(values) <= 0.0:
        return 0.0
    parts = [share / value for share, value in zip(shares, values, strict=True)]
    return math.fsum(shares) / math.fsum(parts)


def variance(data: Iterable[Any], xbar: Any = None) -> Any:
    values = _at_least(2, data, "variance")
    return _squares(values, xbar) / (len(values) - 1)


def pvariance(data: Iterable[Any], mu: Any = None) -> Any:
    values = _at_least(1, data, "pvariance")
    return _squares(values, mu) / len(values)


def stdev(data: Iterable[Any], xbar: Any = None) -> Any:
    values = _at_least(2, data, "stdev")
    return math.hypot(*_apart(values, xbar)) / math.sqrt(len(values) - 1)


def pstdev(data: Iterable[Any], mu: Any = None) -> Any:
    values = _at_least(1, data, "pstdev")
    return math.hypot(*_apart(values, mu)) / math.sqrt(len(values))


def _mean_stdev(data: Iterable[Any]) -> tuple[Any, Any]:
    values = _at_least(2, data, "stdev")
    return mean(values), stdev(values)


def _squares(values: Sequence[Any], center: Any) -> Any:
    """The sum of squares around the center, or around the mean, whose rounding the second term
    takes away: Chan, Golub and LeVeque, The American Statistician 37 (1983) 242, (1.7)."""
    apart = _apart(values, center)
    total = math.fsum([one**2 for one in apart])
    return total if center is not None else total - math.fsum(apart) ** 2 / len(values)


def _apart(values: Sequence[Any], center: Any) -> list[Any]:
    middle = mean(values) if center is None else center
    return [value - middle for value in values]


def _at_least(least: int, data: Iterable[Any], name: str) -> list[Any]:
    values = list(data)
    if len(values) < least:
        needs = "at least two data points" if least > 1 else "at least one data point"
        raise _wrong(f"{name} requires {needs}")
    return values


def _wrong(message: str) -> Exception:
    from statistics import StatisticsError  # who calls these has imported it

    return StatisticsError(message)
