"""What is inside of scipy.stats' functions and compiled, or full of masks, on traced values.

In: the arguments of a function that SciPy's own code calls, by its place in SciPy. Out: what it
returns, as a formula. A room of its own because it is a table: around these, SciPy's code is traced
as it stands.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from inspect import signature
from typing import Any

import numpy as np

from lazyad import ops, special
from lazyad.graph import RAISE, Node, Op
from lazyad.tracing.numpy import linalg, reductions
from lazyad.tracing.numpy.arrays import as_array, elementwise
from lazyad.values.errors import three_parts
from lazyad.values.origin import describe, here

# ---------------------------------------------------------------------------------- order


def ranks(
    x: Any, method: str, *, return_sorted: bool = False, return_ties: bool = False, xp: Any = None
) -> Any:
    """The places of a row's elements in their order; and the row in order, and of each in it, if it
    is the first of several that are equal, how many these are."""
    from scipy.stats._stats_py import _rankdata

    x = as_array(x)
    found, ordered, counts = _places(x, method), np.sort(x), None
    if return_ties:
        first = ordered[..., 1:] != ordered[..., :-1]
        counts = np.sum(ordered[..., :, None] == ordered[..., None, :], -1)
        counts[..., 1:] = np.where(first, counts[..., 1:], 0.0)
    if "return_sorted" in signature(_rankdata).parameters:  # since SciPy 1.18
        return found, ordered, counts
    return (found, counts) if return_ties else found


def _places(x: Any, method: str) -> Any:
    """The places in the order, by how many are less and how many equal."""
    each, others = x[..., :, None], x[..., None, :]
    less, equal = np.sum(others < each, -1), np.sum(others == each, -1)
    if method == "ordinal":
        earlier = np.tri(x.shape[-1], k=-1)
        return less + np.sum(np.where(others == each, earlier, 0.0), -1) + 1.0
    if method == "dense":
        return np.rint(np.sum((others < each) / equal[..., None, :], -1)) + 1.0
    return {"min": less + 1.0, "max": less + equal, "average": less + (equal + 1.0) / 2.0}[method]


def mode(a: Any) -> Any:
    """What stands most often in a row, the smallest of several, and how often."""
    from scipy.stats._stats_py import ModeResult

    ordered = np.sort(as_array(a))
    counts = np.sum(ordered[:, None] == ordered, -1)
    return ModeResult(ordered[np.argmax(counts)], np.max(counts))


def unknown(name: str) -> Callable[..., Any]:
    """What has no formula, and nobody may ask for: an error where it is read, say a p-value."""

    def call(*args: Any, **inert: Any) -> Any:
        said = three_parts(
            f"{name} of traced values, say a p-value, has no formula",
            describe(here()),
            "the statistic, or @lazyad.op(outside=True) around that call",
        )
        return elementwise(lambda *_: Node(RAISE, (), (TypeError, said)), args)

    return call


# ---------------------------------------------------------------------------------- densities


def _points(kde: Any, points: Any) -> tuple[Any, Any]:
    """The logarithm of each kernel at each point, and what all are divided by."""
    points = np.atleast_2d(as_array(points))
    if points.shape[0] != kde.d:
        if points.shape != (1, kde.d):
            raise ValueError(
                f"points have dimension {points.shape[0]}, dataset has dimension {kde.d}"
            )
        points = points.T
    apart = points[:, :, None] - as_array(kde.dataset)[:, None, :]
    z = linalg.solve(kde.cho_cov, apart.reshape(kde.d, -1)).reshape(apart.shape)
    return -0.5 * np.sum(z * z, 0), math.tau ** (kde.d / 2) * np.prod(np.diag(kde.cho_cov))


def kde_density(self: Any, points: Any) -> Any:
    logs, norm = _points(self, points)
    return np.sum(np.exp(logs) * self.weights, -1) / norm


def kde_logarithm(self: Any, x: Any) -> Any:
    logs, norm = _points(self, x)
    return reductions.logsumexp(logs, -1, self.weights) - np.log(norm)


def _of_each(op: Op) -> Callable[[Any], Any]:
    return lambda x: elementwise(op, [x])


_erf, _ndtr = _of_each(ops.erf), _of_each(special.ndtr)
_log_ndtr, _ndtri_exp = _of_each(special.log_ndtr), _of_each(special.ndtri_exp)


def mass(a: Any, b: Any) -> Any:
    """The logarithm of what the normal distribution has between a and b, from the nearer tail or
    from the middle."""

    def left(a: Any, b: Any) -> Any:
        return _log_ndtr(b) + np.log(-np.expm1(_log_ndtr(a) - _log_ndtr(b)))

    middle = np.log(0.5 * (_erf(b / math.sqrt(2.0)) - _erf(a / math.sqrt(2.0))))
    around = np.where(np.greater(a, 0.0), left(-b, -a), np.log1p(-_ndtr(a) - _ndtr(-b)))
    outside = np.where(np.less_equal(b, 0.0), left(a, b), around)
    return np.where(np.maximum(abs(a), abs(b)) < 1.0, middle, outside)


def truncnorm_logcdf(self: Any, x: Any, a: Any, b: Any) -> Any:
    below, above = [one - mass(a, b) for one in (mass(a, x), mass(x, b))]
    return np.where(below > -0.1, np.log1p(-np.exp(above)), below)


def truncnorm_logsf(self: Any, x: Any, a: Any, b: Any) -> Any:
    return truncnorm_logcdf(self, -x, -b, -a)


def _truncnorm_quantile(a: Any, b: Any, below: Any, above: Any) -> Any:
    """Below which there is, and above which, so much, as logarithms."""
    all_of_it = mass(a, b)
    left = _ndtri_exp(np.logaddexp(_log_ndtr(a), below + all_of_it))
    right = -_ndtri_exp(np.logaddexp(_log_ndtr(-b), above + all_of_it))
    return np.where(np.less(a, 0.0), left, right)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "scipy.stats._continuous_distns._log_gauss_mass": mass,
    "scipy.stats._continuous_distns.truncnorm_gen._logcdf": truncnorm_logcdf,
    "scipy.stats._continuous_distns.truncnorm_gen._logsf": truncnorm_logsf,
    "scipy.stats._continuous_distns.truncnorm_gen._isf": lambda self, q, a, b: _truncnorm_quantile(
        a, b, np.log1p(-q), np.log(q)
    ),
    "scipy.stats._continuous_distns.truncnorm_gen._ppf": lambda self, q, a, b: _truncnorm_quantile(
        a, b, np.log(q), np.log1p(-q)
    ),
    "scipy.stats._hypotests._cdf_cvm": unknown("scipy.stats.cramervonmises"),
    "scipy.stats._kde.gaussian_kde.evaluate": kde_density,
    "scipy.stats._kde.gaussian_kde.logpdf": kde_logarithm,
    "scipy.stats._kde.gaussian_kde.pdf": kde_density,
    "scipy.stats._ksstats.kolmogn": unknown("scipy.stats.kstwo"),
    "scipy.stats._stats_py._rankdata": ranks,
    "scipy.stats._stats_py.mode": mode,
}
