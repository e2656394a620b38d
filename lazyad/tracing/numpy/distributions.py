"""scipy.stats' distributions on traced values, by SciPy's own formulas of each.

In: a distribution, and the arguments of one of its methods. Out: what the method returns. A room of
its own because SciPy's methods find which elements lie in the support before they ask a formula,
which a traced value cannot tell: here all are asked, and a choice follows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from types import MethodType
from typing import Any

import numpy as np

from lazyad.graph import RAISE, Node
from lazyad.ops import choose
from lazyad.tracing.names import traced
from lazyad.tracing.numpy.arrays import (
    any_array,
    elementwise,
    is_traced,
    numbers,
    refusal,
    replacement,
    run,
)
from lazyad.tracing.numpy.choices import where
from lazyad.tracing.numpy.ufuncs import truth
from lazyad.values.errors import refused, three_parts
from lazyad.values.origin import describe, here, state


def _is_singular(cov: Any) -> Any:
    """Whether an eigenvalue may be so small that SciPy takes it for 0: none is smaller than the
    determinant over the others, each of which is at most the trace."""
    return np.linalg.det(cov) <= 2.3e-10 * np.trace(cov) ** len(cov)


class Distribution:
    """A distribution as a trace sees it: its methods take traced values."""

    def __init__(self, real: Any) -> None:
        self._real = real

    @property  # type: ignore[misc]
    def __class__(self) -> Any:
        """Whose super() the formulas ask for."""
        return type(self._real)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The distribution with its parameters fixed."""
        return Frozen(self, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        function = getattr(found, "__func__", None)
        if function is None:
            return found
        if name[0] == "_":  # a formula of SciPy's
            return MethodType(replacement(function) or traced(function)[0], self)

        def call(*args: Any, **kwargs: Any) -> Any:
            kind = type(self._real).__name__.removesuffix("_gen")
            if name == "rvs" and kwargs.get("random_state") is None:
                what = f"stats.{kind}.rvs, whose random numbers would be the same at every call"
                instead = "random_state= and a constant, or the random numbers as an argument"
                raise refusal(what, instead)
            if not is_traced([args, *kwargs.values()]):
                return run(found, numbers, args, kwargs)
            if hasattr(_Meanings, f"{kind}_log{name}"):
                return np.exp(getattr(self, f"log{name}")(*args, **kwargs))
            meaning = getattr(_Meanings, f"{kind}_{name}", None)
            if not function.__module__.startswith("scipy."):  # a method of the user's own
                meaning = traced(function)[0]
            elif meaning is None and hasattr(self._real, "_parse_args"):
                meaning = getattr(_Meanings, name, None)
            elif meaning is None and kind not in _OF_SPECTRA:
                meaning = traced(function)[0]
            if meaning is None:
                what = f"stats.{kind}.{name} of traced values"
                instead = "a formula of your own, or @lazyad.op(outside=True) around that call"
                raise refusal(what, instead)
            return meaning(self, *args, **kwargs)

        return call


# Whose formulas take a covariance apart by its eigenvalues.
_OF_SPECTRA = ("multivariate_normal", "multivariate_t", "matrix_normal", "matrix_t")


class Frozen:
    """A distribution with its parameters."""

    def __init__(self, whole: Distribution, args: Any, kwargs: Any) -> None:
        self._whole, self._args, self._kwargs = whole, args, kwargs

    def __getattr__(self, name: str) -> Any:
        if name in ("args", "kwds", "dist"):
            return {"args": self._args, "kwds": self._kwargs, "dist": self._whole}[name]
        method = getattr(self._whole, name)
        return lambda *x, **options: method(*x, *self._args, **options, **self._kwargs)


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
        zero, one = dist._get_support(*map(any_array, shapes))[::ends]
        value = getattr(dist, formula)(any_array(q), *map(any_array, shapes)) * scale + loc
        pairs = [(np.equal(q, 0.0), zero * scale + loc), (np.equal(q, 1.0), one * scale + loc)]
        inside = (np.greater(q, 0.0) & np.less(q, 1.0), value)
        return _chosen([inside, *pairs], math.nan, _valid(dist, shapes, scale), q)

    return inverse


def _moments(dist: Any, shapes: Sequence[Any], wanted: str) -> tuple[Any, ...]:
    """The mean, the variance, the skewness and the kurtosis of location 0 and scale 1, those that
    are wanted: SciPy's formulas of them, or of the powers' means."""
    options = {"moments": wanted} if dist._real._stats_has_moments else {}
    mean, variance, skew, kurtosis = dist._stats(*shapes, **options)

    def power(order: int) -> Any:
        return dist._munp(order, *shapes)

    if mean is None:
        mean = power(1)
    if variance is None and wanted != "m":
        variance = where(np.isinf(mean), math.inf, power(2) - mean * mean)
    if skew is None and {*wanted} & {*"sk"}:
        skew = ((-mean * mean - 3.0 * variance) * mean + power(3)) / variance**1.5
    if kurtosis is None and "k" in wanted:
        third = skew * variance**1.5
        fourth = ((-(mean**2) - 6.0 * variance) * mean - 4.0 * third) * mean + power(4)
        kurtosis = fourth / variance**2 - 3.0
    return mean, variance, skew, kurtosis


def _standard(dist: Any, x: Any, args: Any, kwargs: Any) -> tuple[Any, ...]:
    """The shapes, x of the location 0 and the scale 1, the scale, the support, and whether the
    parameters are valid."""
    shapes, loc, scale = dist._real._parse_args(*args, **kwargs)
    shapes = [any_array(shape) for shape in shapes]
    y = any_array((any_array(x) - loc) / scale)
    return shapes, y, scale, dist._get_support(*shapes), _valid(dist, shapes, scale)


def _valid(dist: Any, shapes: Any, scale: Any) -> Any:
    valid = np.logical_and(dist._argcheck(*map(any_array, shapes)), np.greater(scale, 0.0))
    if not is_traced(valid):
        return np.asarray(valid, bool)
    return elementwise(truth, [valid])


def _chosen(pairs: list[tuple[Any, Any]], otherwise: Any, valid: Any, x: Any) -> Any:
    result = otherwise
    for condition, value in reversed(pairs):
        result = np.where(condition, value, result)
    result = np.where(np.isnan(x), math.nan, result)
    return any_array(np.where(valid, result, math.nan))[()]


class _Meanings:
    """What the methods mean, of all distributions or of one of them."""

    pdf, logpdf = _density("_pdf", False), _density("_logpdf", True)
    pmf, logpmf = _density("_pmf", False, True), _density("_logpmf", True, True)
    cdf, logcdf = _probability("_cdf", 0.0, 1.0), _probability("_logcdf", -math.inf, 0.0)
    sf, logsf = _probability("_sf", 1.0, 0.0), _probability("_logsf", 0.0, -math.inf)
    ppf, isf = _inverse("_ppf", 1), _inverse("_isf", -1)

    @staticmethod
    def stats(dist: Any, *args: Any, moments: str = "mv", **kwargs: Any) -> Any:
        shapes, loc, scale = dist._real._parse_args(*args, **kwargs)
        shapes, known = [*map(any_array, shapes)], _valid(dist, shapes, scale)
        mean, variance, *others = _moments(dist, shapes, moments)
        variance = None if variance is None else variance * scale * scale
        values = dict(zip("mvsk", (mean * scale + loc, variance, *others), strict=True))
        found = [any_array(where(known, values[one], math.nan))[()] for one in moments]
        return tuple(found) if len(found) > 1 else found[0]

    mean = staticmethod(lambda dist, *args, **kwargs: dist.stats(*args, moments="m", **kwargs))
    var = staticmethod(lambda dist, *args, **kwargs: dist.stats(*args, moments="v", **kwargs))
    std = staticmethod(lambda dist, *args, **kwargs: np.sqrt(dist.var(*args, **kwargs)))
    median = staticmethod(lambda dist, *args, **kwargs: dist.ppf(0.5, *args, **kwargs))

    @staticmethod
    def moment(dist: Any, order: int, *args: Any, **kwargs: Any) -> Any:
        """The mean of that power."""
        if order not in (1, 2, 3, 4):
            raise refusal(f"the moment {order!r} of a distribution", "1, 2, 3 or 4, a constant")
        wanted = "mvsk"[: max(order, 2)]
        m, v, *others = dist.stats(*args, moments=wanted, **kwargs)
        third = others[0] * v**1.5 if others else 0.0
        fourth = (others[1] + 3.0) * v * v if order == 4 else 0.0
        return (
            m,
            v + m * m,
            (m * m + 3.0 * v) * m + third,
            ((m * m + 6.0 * v) * m + 4.0 * third) * m + fourth,
        )[order - 1]

    @staticmethod
    def entropy(dist: Any, *args: Any, **kwargs: Any) -> Any:
        shapes, _, scale = dist._real._parse_args(*args, **kwargs)
        value = dist._entropy(*map(any_array, shapes))
        value = value if hasattr(dist._real, "_pmf") else value + np.log(scale)
        return any_array(where(_valid(dist, shapes, scale), value, math.nan))[()]

    @staticmethod
    def interval(dist: Any, confidence: Any, *args: Any, **kwargs: Any) -> Any:
        ends = (1.0 - confidence) / 2.0, (1.0 + confidence) / 2.0
        return tuple([dist.ppf(q, *args, **kwargs) for q in ends])

    @staticmethod
    def support(dist: Any, *args: Any, **kwargs: Any) -> Any:
        shapes, loc, scale = dist._real._parse_args(*args, **kwargs)
        return tuple([end * scale + loc for end in dist._get_support(*map(any_array, shapes))])

    @staticmethod
    def nnlf(dist: Any, theta: Any, x: Any) -> Any:
        return -np.sum(dist.logpdf(x, *theta))

    @staticmethod
    def fit(dist: Any, data: Any, *args: Any, **kwargs: Any) -> Any:
        """By SciPy's formulas of that distribution, where it has some."""
        own = type(dist._real).fit
        if own.__module__.endswith("_infrastructure"):
            name = type(dist._real).__name__.removesuffix("_gen")
            what = f"stats.{name}.fit of traced values, which searches"
            instead = f"optimize.minimize of what stats.{name}.nnlf makes of the parameters"
            raise refusal(what, instead)
        return MethodType(traced(own)[0], dist)(any_array(data), *args, **kwargs)

    @staticmethod
    def multivariate_normal_logpdf(
        dist: Any, x: Any, mean: Any = None, cov: Any = 1.0, allow_singular: bool = False
    ) -> Any:
        dim, mean, cov = dist._process_parameters_psd(None, mean, cov)
        x = dist._process_quantiles(x, dim)
        said = (
            "a multivariate_normal whose covariance may be singular",
            describe(here()),
            "allow_singular=False, or a covariance that is far from singular",
        )
        by_values = is_traced(cov) and not state.whole
        never = not is_traced(cov) and np.linalg.cond(numbers(cov)) <= 1e9
        if allow_singular and not (by_values or never):
            raise refused(TypeError, said[0], said[2], said[1])
        factor = np.linalg.cholesky(cov)
        z = np.linalg.solve(factor, any_array(x - mean)[..., None])[..., 0]
        diagonal = np.log(np.diagonal(factor)).sum()
        squares = np.squeeze(np.sum(z * z, axis=-1))[()]
        found = -0.5 * (mean.size * math.log(2.0 * math.pi) + squares) - diagonal
        if not (allow_singular and by_values):
            return found
        wrong = Node(RAISE, (), (ValueError, three_parts(*said)))
        return elementwise(choose, [_is_singular(cov), wrong, found])

    @staticmethod
    def multivariate_normal_entropy(dist: Any, mean: Any = None, cov: Any = 1.0) -> Any:
        _, _, cov = dist._process_parameters_psd(None, mean, cov)
        diagonal = np.log(np.diagonal(np.linalg.cholesky(cov))).sum()
        return 0.5 * len(cov) * (1.0 + math.log(2.0 * math.pi)) + diagonal
