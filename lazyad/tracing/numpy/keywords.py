"""What a call of NumPy's gives, by name: a keyword that is not understood is never dropped.

In: a function, what lazyad has for it, and the arguments of a call. Out: the arguments that say
something, bound to NumPy's own signature; an error in three parts for the one nobody handles. A
room of its own because every function goes through it, and none decides this by itself.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np

from lazyad.values.errors import explain
from lazyad.values.origin import describe, here

# How NumPy goes about its work: no value depends on them.
INERT = frozenset(
    "order subok casting overwrite_input device like optimize kind stable check_finite".split()
)


def given(
    function: Callable[..., Any], args: Sequence[Any], kwargs: dict[str, Any]
) -> inspect.BoundArguments:
    """The arguments by NumPy's names, without those that equal its defaults.

    >>> given(np.sum, [[1.0, 2.0], None], {"keepdims": False, "initial": 3.0}).arguments
    {'a': [1.0, 2.0], 'keepdims': False, 'initial': 3.0}
    """
    signature = _signature(function)
    if signature is None:  # an older NumPy does not tell: the row's own signature speaks
        signature = inspect.signature(lambda *args, **kwargs: None)
    bound = signature.bind(*args, **kwargs)
    for name, value in list(bound.arguments.items()):
        default = signature.parameters[name].default
        plain = default is None or isinstance(default, (bool, int, float, str))
        if value is default or (type(value) is type(default) and plain and value == default):
            del bound.arguments[name]
    return bound


def understood(
    function: Callable[..., Any], row: Callable[..., Any], bound: inspect.BoundArguments
) -> inspect.BoundArguments:
    """The arguments that `row` takes; a TypeError in three parts if it lacks one that counts."""
    taken = inspect.signature(row).parameters
    every = any(parameter.kind is parameter.VAR_KEYWORD for parameter in taken.values())
    for name, value in list(bound.arguments.items()):
        kind = bound.signature.parameters[name].kind
        if kind is inspect.Parameter.VAR_KEYWORD:
            bound.arguments[name] = {
                key: item
                for key, item in value.items()
                if every or _counts(function, key, item, taken)
            }
        elif kind in (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.VAR_POSITIONAL):
            continue
        elif not (every or _counts(function, name, value, taken)):
            del bound.arguments[name]
    return bound


def _counts(function: Callable[..., Any], name: str, value: Any, taken: Any) -> bool:
    """Whether the row is to get it; False if it says nothing."""
    if name in taken:
        return True
    if (
        name in INERT
        or (name == "dtype" and is_float64(value))
        or (name == "where" and value is True)
    ):
        return False
    raise unknown(function, name, value)


def unknown(function: Callable[..., Any], name: str, value: Any) -> TypeError:
    """The error for a keyword that NumPy knows and lazyad does not."""
    short = function.__name__
    instead = (
        "no dtype: traced values are float64"
        if name in ("dtype", "signature", "sig")
        else f"{short} without {name}=, and np.where(...) or other functions for what it does"
    )
    what = f"{short} of traced values with {name}={value!r:.40}"
    return TypeError(explain(what, describe(here()), instead))


def is_float64(dtype: Any) -> bool:
    """Whether an array of that dtype holds the floats that a kernel computes with.

    >>> is_float64(float), is_float64(None), is_float64(np.float32)
    (True, True, False)
    """
    return bool(np.dtype(dtype) == np.float64)


@cache
def _signature(function: Callable[..., Any]) -> inspect.Signature | None:
    try:
        return inspect.signature(function)
    except ValueError:
        return None
