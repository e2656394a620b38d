"""What a call of NumPy's gives, by name: a keyword that is not understood is never dropped.

In: a function, what lazyad has for it, and the arguments of a call. Out: the arguments that say
something, bound to NumPy's own signature; an error in three parts for the one nobody handles. A
room of its own because every function goes through it, and none decides this by itself.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Container, Sequence
from functools import cache
from typing import Any

import numpy as np

from lazyad.tracing.numpy.arrays import refusal
from lazyad.values.errors import is_explained
from lazyad.values.libraries import public_name

# How NumPy goes about its work: no value depends on them.
INERT = frozenset(
    "order subok casting overwrite_input device like optimize kind stable check_finite "
    "overwrite_a overwrite_b overwrite_ab overwrite_x lapack_driver driver workers plan "
    # and SciPy's solvers about theirs, whose derivatives are known
    "disp fprime jac hess hessp jac_sparsity Dfun col_deriv lband uband band ml mu epsfcn factor "
    "diag diff_step x_scale f_scale tr_solver maxfev max_nfev verbose vectorized cache_size "
    "wvar wopts maxp1 limlst ixpr mxhnil printmessg balanced max_iter lsq_solver lsmr_tol "
    "lsmr_maxiter".split()
)


def given(
    function: Callable[..., Any], args: Sequence[Any], kwargs: dict[str, Any]
) -> inspect.BoundArguments:
    """The arguments by NumPy's names, without those that equal its defaults.

    >>> given(np.sum, [[1.0, 2.0], None], {"keepdims": False, "initial": 3.0}).arguments
    {'a': [1.0, 2.0], 'keepdims': False, 'initial': 3.0}
    """
    signature = _signature(function)
    bound = signature.bind(*args, **kwargs)
    for name, value in list(bound.arguments.items()):
        parameter = signature.parameters[name]
        if parameter.kind is parameter.POSITIONAL_ONLY:  # np.where(c, x, None) has three
            continue
        default = parameter.default
        plain = default is None or isinstance(default, (bool, int, float, str))
        if value is default or (type(value) is type(default) and plain and value == default):
            del bound.arguments[name]
    return bound


def understood(
    function: Callable[..., Any], row: Callable[..., Any], bound: inspect.BoundArguments
) -> inspect.BoundArguments:
    """The arguments that `row` takes; a TypeError in three parts if it lacks one that counts."""
    taken = _signature(row).parameters
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in taken.values()):
        return bound
    for name, value in list(bound.arguments.items()):
        parameter = bound.signature.parameters[name]
        named = parameter.kind not in (parameter.POSITIONAL_ONLY, parameter.VAR_POSITIONAL)
        if parameter.kind is parameter.VAR_KEYWORD:
            found = {key: v for key, v in value.items() if counts(function, key, v, taken)}
            bound.arguments[name] = found
        elif named and not counts(function, name, value, taken):
            del bound.arguments[name]
    return bound


def counts(function: Any, name: str, value: Any, taken: Container[str]) -> bool:
    """Whether what takes these names is to get it: not if it says nothing, and a TypeError in three
    parts if NumPy knows it and lazyad does not.

    >>> counts(np.sum, "axis", 0, {"axis"}), counts(np.sum, "dtype", float, {"axis"})
    (True, False)
    """
    if name in taken:
        return True
    short = function.__name__
    if (
        name in INERT
        or (name == "dtype" and np.dtype(value) in (np.float64, np.object_))
        or (name == "dtype" and np.dtype(value) == bool and short.startswith("logical"))
        or (name == "where" and value is True)
        or (name in ("signature", "sig") and value is None)
    ):
        return False
    instead = (
        "no dtype: traced values are float64"
        if name in ("dtype", "signature", "sig")
        else f"{short} without {name}=, and np.where(...) or other functions for what it does"
    )
    given_as = " ".join(repr(value).split())  # on one line
    raise refusal(f"{short} of traced values with {name}={given_as:.40}", instead)


def by_name(function: Callable[..., Any], row: Callable[..., Any]) -> Callable[..., Any]:
    """The row, called as one of SciPy's functions is. Raises TypeError in three parts for arguments
    that this does not take."""
    name = public_name(function.__module__, function.__name__)

    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            bound = understood(function, row, given(function, args, kwargs))
        except TypeError as error:
            if is_explained(error):
                raise
            raise refusal(f"{name}: {error}", f"{name}{_signature(function)}") from error
        return row(*bound.args, **bound.kwargs)

    return call


@cache
def _signature(function: Callable[..., Any]) -> inspect.Signature:
    try:
        return inspect.signature(function)
    except ValueError:  # an older NumPy does not tell: the row's own signature speaks
        return inspect.signature(lambda *args, **kwargs: None)
