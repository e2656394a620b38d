"""Layers of neural networks, in plain NumPy: they run on arrays, and trace like anybody's code.

In: arrays, whose last axis has the features or the classes. Out: arrays. A room of its own because
nothing here knows a Node; where arrays are kept whole, softmax and its like are one Node each.
NumPy is imported by who calls them, for the rest of lazyad needs none.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any


def _kept_whole(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which is a row of its own where an array is one Node: that array knows it."""

    @functools.wraps(function)
    def call(x: Any, *args: Any, **kwargs: Any) -> Any:
        row = getattr(x, "_row", None)
        return row(call, *args, **kwargs) if row else function(x, *args, **kwargs)

    return call


# ---------------------------------------------------------------------------------- probabilities


@_kept_whole
def softmax(x: Any, axis: int = -1) -> Any:
    """exp(x) / sum(exp(x)) along an axis; of the shape of x.

    The largest element is subtracted first (Goodfellow et al., Deep Learning, 2016, section 4.1).

    >>> import numpy as np
    >>> softmax(np.array([0.0, 0.0, 1000.0]))
    array([0., 0., 1.])
    """
    import numpy as np

    powers = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return powers / np.sum(powers, axis=axis, keepdims=True)


@_kept_whole
def log_softmax(x: Any, axis: int = -1) -> Any:
    """log(softmax(x)) along an axis, also where softmax underflows; of the shape of x.

    >>> import numpy as np
    >>> log_softmax(np.array([0.0, 1000.0]))
    array([-1000.,     0.])
    """
    import numpy as np

    rest = x - np.max(x, axis=axis, keepdims=True)
    return rest - np.log(np.sum(np.exp(rest), axis=axis, keepdims=True))


@_kept_whole
def logsumexp(x: Any, axis: int = -1, keepdims: bool = False) -> Any:
    """log(sum(exp(x))) along an axis, which it leaves out unless `keepdims`.

    >>> import numpy as np
    >>> float(logsumexp(np.array([1000.0, 1000.0]))) == 1000.0 + float(np.log(2.0))
    True
    """
    import numpy as np

    most = np.max(x, axis=axis, keepdims=True)
    found = most + np.log(np.sum(np.exp(x - most), axis=axis, keepdims=True))
    return found if keepdims else np.squeeze(found, axis=axis)


def one_hot(labels: Any, classes: int) -> Any:
    """1.0 at each label and 0.0 elsewhere: of the shape of the labels, and `classes` behind it.

    >>> one_hot([2, 0], 3).tolist()
    [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]
    """
    import numpy as np

    labels = np.array(labels) if isinstance(labels, (list, tuple, int)) else labels
    return np.where(labels[..., None] == np.arange(classes), 1.0, 0.0)


def cross_entropy(logits: Any, labels: Any) -> Any:
    """-log(softmax(logits)) of the labels: of the shape of the logits without their last axis.

    `labels` are whole numbers of that shape, or probabilities of the shape of the logits
    (Goodfellow et al., section 6.2). The loss of a batch is usually its mean.

    >>> import numpy as np
    >>> cross_entropy(np.array([[0.0, 0.0], [5.0, 5.0]]), np.array([0, 1])).round(3).tolist()
    [0.693, 0.693]
    """
    import numpy as np

    found = log_softmax(logits)
    labels = np.array(labels) if isinstance(labels, (list, tuple, int)) else labels
    if labels.ndim == found.ndim:
        return -np.sum(labels * found, axis=-1)
    return -np.take_along_axis(found, labels[..., None], axis=-1)[..., 0]


# ---------------------------------------------------------------------------------- norms


def layernorm(x: Any, scale: Any = 1.0, shift: Any = 0.0, eps: float = 1e-5) -> Any:
    """(x - mean) / sqrt(variance + eps) * scale + shift along the last axis; of the shape of x.

    `scale` and `shift` have one number for each feature (Ba et al., Layer Normalization, 2016).

    >>> import numpy as np
    >>> layernorm(np.array([1.0, 3.0])).round(4).tolist()
    [-1.0, 1.0]
    """
    import numpy as np

    apart = x - np.mean(x, axis=-1, keepdims=True)
    variance = np.mean(apart * apart, axis=-1, keepdims=True)
    return apart / np.sqrt(variance + eps) * scale + shift


def rmsnorm(x: Any, scale: Any = 1.0, eps: float = 1e-6) -> Any:
    """x / sqrt(mean(x**2) + eps) * scale along the last axis; of the shape of x.

    `scale` has one number for each feature (Zhang and Sennrich, Root Mean Square Layer
    Normalization, 2019).

    >>> import numpy as np
    >>> rmsnorm(np.array([3.0, 3.0])).round(4).tolist()
    [1.0, 1.0]
    """
    import numpy as np

    return x / np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + eps) * scale


# ---------------------------------------------------------------------------------- activations


def relu(x: Any) -> Any:
    """x where it is positive, else 0; its derivative at 0 is 0. Of the shape of x.

    >>> import numpy as np
    >>> relu(np.array([-1.0, 2.0])).tolist()
    [0.0, 2.0]
    """
    import numpy as np

    return np.where(x <= 0.0, 0.0, x)


def silu(x: Any) -> Any:
    """x / (1 + exp(-x)), which is also called swish; of the shape of x.

    (Elfwing et al., Sigmoid-weighted linear units, 2018.)

    >>> import numpy as np
    >>> silu(np.array([0.0, -1e3, 1e3])).tolist()
    [0.0, -0.0, 1000.0]
    """
    import numpy as np

    return x * np.exp(-np.logaddexp(0.0, -x))


def gelu(x: Any, approximate: bool = True) -> Any:
    """x times the normal distribution's probability below x; of the shape of x.

    By default, as in JAX, its usual approximation with tanh (Hendrycks and Gimpel, Gaussian Error
    Linear Units, 2016); the other one needs SciPy.

    >>> import numpy as np
    >>> gelu(np.array([-1.0, 1.0])).round(4).tolist()
    [-0.1588, 0.8412]
    """
    import numpy as np

    if approximate:
        return 0.5 * x * (1.0 + np.tanh((2.0 / np.pi) ** 0.5 * (x + 0.044715 * x * x * x)))
    from scipy.special import ndtr

    return x * ndtr(x)


__all__ = [
    "cross_entropy",
    "gelu",
    "layernorm",
    "log_softmax",
    "logsumexp",
    "one_hot",
    "relu",
    "rmsnorm",
    "silu",
    "softmax",
]
