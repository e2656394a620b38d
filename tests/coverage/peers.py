"""Which forms JAX and autograd have right, where they are installed.

In: a form. Out: whether the peer's value and derivative along the form's direction are NumPy's.
Needed to write the marks of the table; whoever reads them needs neither.
"""

import importlib
import warnings
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from tests.coverage import MODULES, Form, close, flat, namespace, reference


@cache
def _names(numpy: str, scipy: str, modules: str) -> dict[str, Any]:
    found: dict[str, Any] = {**namespace.NAMES, **dict.fromkeys(MODULES)}
    found["np"] = importlib.import_module(numpy)
    for name in modules.split():
        found[name] = importlib.import_module(f"{scipy}.{name}")
    return found


def _jax(form: Form) -> bool:
    import jax

    jax.config.update("jax_enable_x64", True)
    names = _names("jax.numpy", "jax.scipy", "special stats linalg signal ndimage integrate")
    function = form.function(names)
    primals = [jax.numpy.asarray(namespace.given(name)) for name in form.inputs]
    tangents = [jax.numpy.asarray(namespace.direction(name)) for name in form.inputs]
    results, along = jax.jvp(
        lambda *given: [jax.numpy.asarray(leaf) for leaf in _leaves(function(*given))],
        primals,
        tangents,
    )
    slopes = [np.zeros(np.shape(x)) if np.asarray(x).dtype.kind == "V" else x for x in along]
    value, slope = reference(form, namespace.NAMES)
    return close(flat(results), value) and close(flat(slopes), slope)


def _autograd(form: Form) -> bool:
    import autograd
    import autograd.numpy as anp

    for name in "beta chi2 dirichlet gamma multivariate_normal norm poisson t".split():
        importlib.import_module(f"autograd.scipy.stats.{name}")
    names = _names("autograd.numpy", "autograd.scipy", "special stats linalg signal integrate")
    function = form.function(names)
    given = [namespace.given(name) for name in form.inputs]
    value, slope = reference(form, namespace.NAMES)
    if not close(flat(function(*given)), value):
        return False
    weights = np.random.default_rng(1).normal(size=len(value))

    def total(*given: Any) -> Any:
        result, at = 0.0, 0
        for leaf in _leaves(function(*given)):
            count = int(np.prod(anp.shape(leaf)))
            part = anp.reshape(leaf * 1.0, (count,)) * weights[at : at + count]
            result, at = result + anp.sum(part), at + count
        return result

    slopes = autograd.grad(total, list(range(len(given))))(*given)
    pairs = zip(slopes, form.inputs, strict=True)
    found = sum(float(np.nansum(slope * namespace.direction(name))) for slope, name in pairs)
    return close([found], np.array([float(np.nansum(weights * slope))]))


def _leaves(result: Any) -> list[Any]:
    if isinstance(result, dict):
        result = list(result.values())
    if isinstance(result, (list, tuple)):
        return [leaf for item in result for leaf in _leaves(item)]
    return [] if result is None else [result]


def _tried(judge: Callable[[Form], bool]) -> Callable[[Form], bool]:
    def tried(form: Form) -> bool:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return judge(form)
            except Exception:  # whatever a peer says to what it does not know
                return False

    return tried


PEERS: dict[str, Callable[[Form], bool]] = {"jax": _tried(_jax), "autograd": _tried(_autograd)}
