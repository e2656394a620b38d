"""scipy.stats' distributions on traced values, by SciPy's own formulas of each.

In: a distribution, and the arguments of one of its methods. Out: what the method returns. A room of
its own because SciPy's methods find which elements lie in the support before they ask a formula,
which a traced value cannot tell: here all are asked, and a choice follows.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from types import MethodType
from typing import Any

import numpy as np

from lazyad.tracing.names import traced
from lazyad.tracing.numpy import linalg
from lazyad.tracing.numpy.arrays import as_array, elementwise, is_traced, numbers, refusal, run
from lazyad.tracing.numpy.choices import where
from lazyad.tracing.numpy.ufuncs import truth


class Distribution:
    """A distribution as a trace sees it: its methods take traced values."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The distribution with its parameters fixed."""
        return _Frozen(self, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        function = getattr(found, "__func__", None)
        if function is None:
            return found
        if name[0] == "_":  # a formula of SciPy's
            return MethodType(traced(function)[0], self)

        def call(*args: Any, **kwargs: Any) -> Any:
            if not is_traced([args, *kwargs.values()]):
                return run(found, numbers, args, kwargs)
            kind = type(self._real).__name__.removesuffix("_gen")
            if hasattr(_Meanings, f"{kind}_log{name}"):
                return np.exp(getattr(self, f"log{name}")(*args, **kwargs))
            meaning = getattr(_Meanings, f"{kind}_{name}", getattr(_Meanings, name, None))
            if meaning is None:
                raise refusal(
                    f"stats.{kind}.{name} of traced values",
                    "a formula of your own, or @lazyad.op(outside=True) around that call",
                )
            return meaning(self, *args, **kwargs)

        return call


class _Frozen:
    """A distribution with its parameters."""

    def __init__(self, whole: Distribution, args: Any, kwargs: Any) -> None:
        self._whole, self._args, self._kwargs = whole, args, kwargs

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._whole, name)
        return lambda *x: method(*x, *self._args, **self._kwargs)


def _density(formula: str, logarithm: bool, discrete: bool = False) -> Callable[..., Any]:
    def density(dist: Any, x: Any, *args: Any, **kwargs: Any) -> Any:
        shapes, y, scale, _, known = _standard(dist, x, args, kwargs)
        value = getattr(dist, formula)(y, *shapes)
        if not discrete:
            value = value - np.log(scale) if logarithm else value / scale
        inside = dist._support_mask(y, *shapes) & (not discrete or np.floor(y) == y)
        return _chosen([(inside, value)], -math.inf if logarithm else 0.0, known, y)

    return density


def _probability(formula: str, below: float, above: float) -> Callable[..., Any]:
    def probability(dist: Any, x: Any, *args: Any, **kwargs: Any) -> Any:
        shapes, y, _, (low, high), known = _standard(dist, x, args, kwargs)
        after = y >= high
        if hasattr(dist._real, "_pmf"):
            y, low = np.floor(y), low - 1  # SciPy's formulas hold from there on
        value = getattr(dist, formula)(y, *shapes)
        return _chosen([(after, above), (y > low, value)], below, known, y)

    return probability


def _inverse(formula: str, ends: int) -> Callable[..., Any]:
    def inverse(dist: Any, q: Any, *args: Any, **kwargs: Any) -> Any:
        shapes, loc, scale = dist._real._parse_args(*args, **kwargs)
        zero, one = dist._get_support(*map(as_array, shapes))[::ends]
        value = getattr(dist, formula)(as_array(q), *map(as_array, shapes)) * scale + loc
        pairs = [(np.equal(q, 0.0), zero * scale + loc), (np.equal(q, 1.0), one * scale + loc)]
        inside = (np.greater(q, 0.0) & np.less(q, 1.0), value)
        return _chosen([inside, *pairs], math.nan, _valid(dist, shapes, scale), q)

    return inverse


def _standard(dist: Any, x: Any, args: Any, kwargs: Any) -> tuple[Any, ...]:
    """The shapes, x of the location 0 and the scale 1, the scale, the support, and whether the
    parameters are valid."""
    shapes, loc, scale = dist._real._parse_args(*args, **kwargs)
    shapes = [as_array(shape) for shape in shapes]
    y = as_array((as_array(x) - loc) / scale)
    return shapes, y, scale, dist._get_support(*shapes), _valid(dist, shapes, scale)


def _valid(dist: Any, shapes: Any, scale: Any) -> Any:
    valid = dist._argcheck(*map(as_array, shapes)) & np.greater(scale, 0.0)
    return elementwise(truth, [valid]) if is_traced(valid) else np.asarray(valid, bool)


def _chosen(pairs: list[tuple[Any, Any]], otherwise: Any, valid: Any, x: Any) -> Any:
    result = otherwise
    for condition, value in reversed(pairs):
        result = where(condition, value, result)
    result = where(np.isnan(x), math.nan, result)
    return as_array(where(valid, result, math.nan))[()]


class _Meanings:
    """What the methods mean, of all distributions or of one of them."""

    pdf, logpdf = _density("_pdf", False), _density("_logpdf", True)
    pmf, logpmf = _density("_pmf", False, True), _density("_logpmf", True, True)
    cdf, logcdf = _probability("_cdf", 0.0, 1.0), _probability("_logcdf", -math.inf, 0.0)
    sf, logsf = _probability("_sf", 1.0, 0.0), _probability("_logsf", 0.0, -math.inf)
    ppf, isf = _inverse("_ppf", 1), _inverse("_isf", -1)

    @staticmethod
    def multivariate_normal_logpdf(
        dist: Any, x: Any, mean: Any = None, cov: Any = 1.0, allow_singular: bool = False
    ) -> Any:
        x = as_array(x)
        mean = np.zeros(x.shape[-1:]) if mean is None else as_array(mean)
        cov = as_array(cov) if np.ndim(cov) == 2 else as_array(cov) * np.eye(mean.size)
        if allow_singular and (is_traced(cov) or np.linalg.cond(numbers(cov)) > 1e9):
            raise refusal(
                "a multivariate_normal whose covariance may be singular",
                "allow_singular=False, or a covariance of constants that is not",
            )
        factor = linalg.cholesky(cov)
        z = linalg.solve(factor, as_array(x - mean)[..., None])[..., 0]
        diagonal = np.log(np.diagonal(factor)).sum()
        return -0.5 * (mean.size * math.log(2.0 * math.pi) + np.sum(z * z, axis=-1)) - diagonal
