"""What NumPy's functions mean on traced values: the table, and how a call finds its row.

In: a NumPy function and its arguments. Out: what it returns, with Arrays for arrays. A room of its
own because it alone knows where NumPy's own code is right for objects, and what stands elsewhere:
sums in `reductions`, whatever depends on comparisons in `choices`, matrices in `linalg`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from lazyad.graph import OPS, Operand
from lazyad.tracing import choices, linalg, reductions, special
from lazyad.tracing.arrays import (
    Array,
    OneLine,
    as_array,
    elementwise,
    full_like,
    is_traced,
    mapped,
    numbers,
    objects,
    refusal,
    refuse_points,
    viewed,
)


def call(function: Any, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
    """`function(*args, **kwargs)` where an argument is an Array or an Operand."""
    if function not in POINTWISE:
        refuse_points(_name(function), [*args, *kwargs.values()])
    if function in ON_OBJECTS:
        with OneLine():
            return _run(function, _objects, args, kwargs)
    if not is_traced([args, *kwargs.values()]):
        return _run(function, numbers, args, kwargs)
    with OneLine():
        if function in FUNCTIONS:
            return FUNCTIONS[function](*args, **kwargs)
        if function in ON_ARRAYS:
            return _run(function, viewed, args, kwargs)
    raise refusal(
        f"{_name(function)} has no meaning on traced values yet",
        INSTEAD.get(function.__name__, "operators, and the functions of NumPy that have one"),
    )


def _name(function: Any) -> str:
    return f"{function.__module__}.{function.__name__}".replace("numpy", "np", 1)


def _run(
    function: Any, change: Callable[[Any], Any], args: Sequence[Any], kwargs: dict[str, Any]
) -> Any:
    """NumPy's own code, on changed arguments."""
    out = kwargs.pop("out", None)
    kwargs = {name: mapped(change, value) for name, value in kwargs.items()}
    result = function._implementation(*mapped(change, args), **kwargs)
    result = mapped(viewed, result) if type(result) in (list, tuple) else viewed(result)
    return result if out is None else np.positive(result, out=out)


def _objects(leaf: Any) -> Any:
    return objects(leaf) if isinstance(leaf, (Array, Operand)) else leaf


# ---------------------------------------------------------------------------------- small ones


def _round(a: Any, decimals: int = 0, out: Any = None) -> Any:
    scale = 10.0 ** abs(decimals)
    if decimals == 0:
        return np.rint(a, out=out)
    if decimals < 0:
        return np.multiply(np.rint(a / scale), scale, out=out)
    return np.divide(np.rint(a * scale), scale, out=out)


def _isclose(
    a: Any, b: Any, rtol: float = 1e-5, atol: float = 1e-8, equal_nan: bool = False
) -> Any:
    a, b = as_array(a), as_array(b)
    close = (abs(a - b) <= atol + rtol * abs(b)) & np.isfinite(b) | (a == b)
    return close | (np.isnan(a) & np.isnan(b)) if equal_nan else close


def _array_equal(a1: Any, a2: Any) -> Any:
    a1, a2 = as_array(a1), as_array(a2)
    return a1.shape == a2.shape and np.all(a1 == a2)


def _copyto(dst: Any, src: Any, casting: Any = "same_kind", where: Any = True) -> None:
    np.positive(src if where is True else np.where(where, src, dst), out=dst)


def _result_type(*args: Any) -> Any:
    return np.result_type(float, *[arg for arg in args if not is_traced(arg)])


def _like(make: Callable[..., Any]) -> Callable[..., Any]:
    return lambda a, *args, **kwargs: viewed(make(np.zeros(np.shape(a)), *args, **kwargs))


def _linspace(
    start: Any,
    stop: Any,
    num: int = 50,
    endpoint: bool = True,
    retstep: bool = False,
    *,
    dtype: Any = None,
    axis: int = 0,
) -> Any:
    start, stop = as_array(start), as_array(stop)
    step = (stop - start) / max(num - 1 if endpoint else num, 1)
    result = np.arange(float(num)).reshape(-1, *[1] * np.ndim(step)) * step + start
    if endpoint and num > 1:
        result[-1] = stop
    result = np.moveaxis(result, 0, axis)
    return (result, step) if retstep else result


# ---------------------------------------------------------------------------------- the table


def _find(name: str) -> Any:
    """NumPy's function of that name; None where this NumPy has none."""
    found: Any = np
    for part in name.split("."):
        found = getattr(found, part, None)
    return found


def _functions(names: str) -> set[Any]:
    return {_find(name) for name in names.split()} - {None}


# NumPy's own code is right for these, on objects as on floats.
ON_OBJECTS = _functions(
    # what moves elements
    "append array_repr array_split array_str atleast_1d atleast_2d atleast_3d block "
    "broadcast_arrays broadcast_to column_stack concatenate copy delete diag diagflat diagonal "
    "dsplit dstack expand_dims fill_diagonal flip fliplr flipud hsplit hstack insert iscomplex "
    "iscomplexobj isrealobj matrix_transpose meshgrid moveaxis ndim pad permute_dims put "
    "put_along_axis ravel repeat reshape resize roll rollaxis rot90 shape size split squeeze stack "
    "swapaxes take take_along_axis tile transpose tril triu unstack vsplit vstack "
    "lib.stride_tricks.sliding_window_view linalg.diagonal linalg.matrix_transpose "
    # what adds, subtracts and multiplies
    "convolve correlate cross cumprod cumsum cumulative_prod cumulative_sum diff dot ediff1d inner "
    "kron outer polyadd polyder polysub tensordot vander linalg.cross linalg.matmul "
    "linalg.multi_dot linalg.outer linalg.tensordot"
)

# NumPy's own code is right for these where each of its steps is.
ON_ARRAYS = _functions("gradient isreal polyint trapezoid trapz")

_NAMES: dict[str, Callable[..., Any]] = {
    "all": reductions.all_hold,
    "allclose": lambda *args, **kwargs: np.all(_isclose(*args, **kwargs)),
    "amax": reductions.largest,
    "amin": reductions.smallest,
    "any": reductions.any_holds,
    "around": _round,
    "array_equal": _array_equal,
    "average": reductions.average,
    "clip": choices.clip,
    "copyto": _copyto,
    "count_nonzero": reductions.count_nonzero,
    "einsum": reductions.einsum,
    "empty_like": _like(np.zeros_like),
    "fix": lambda x, out=None: np.trunc(x, out=out),
    "full_like": full_like,
    "imag": lambda val: np.zeros(np.shape(val))[()],
    "interp": choices.interp,
    "isclose": _isclose,
    "linalg.cholesky": linalg.cholesky,
    "linalg.det": linalg.det,
    "linalg.inv": linalg.inv,
    "linalg.matrix_power": linalg.matrix_power,
    "linalg.norm": linalg.norm,
    "linalg.slogdet": linalg.slogdet,
    "linalg.solve": linalg.solve,
    "linalg.trace": lambda x, offset=0: reductions.trace(x, offset, -2, -1),
    "linspace": _linspace,
    "max": reductions.largest,
    "mean": reductions.mean,
    "median": choices.median,
    "min": reductions.smallest,
    "nan_to_num": choices.nan_to_num,
    "ones_like": _like(np.ones_like),
    "percentile": choices.percentile,
    "piecewise": choices.piecewise,
    "polyval": reductions.polyval,
    "prod": reductions.product,
    "ptp": reductions.ptp,
    "quantile": choices.quantile,
    "real": lambda val: val,
    "result_type": _result_type,
    "round": _round,
    "select": choices.select,
    "sinc": lambda x: elementwise(OPS["sinc"], [x]),
    "sort": choices.sort,
    "std": reductions.std,
    "sum": reductions.total,
    "trace": reductions.trace,
    "var": reductions.var,
    "vdot": reductions.vdot,
    "where": choices.where,
    "zeros_like": _like(np.zeros_like),
}
FUNCTIONS = {_find(name): ours for name, ours in _NAMES.items() if _find(name) is not None}

# What these do to a number they do to each element, so that an array of points may be one number.
POINTWISE = _functions(
    "around clip copy copyto empty_like fix full_like imag interp isclose iscomplex iscomplexobj "
    "isreal isrealobj linspace nan_to_num ones_like piecewise polyval real result_type round "
    "select sinc where zeros_like array_repr array_str"
)

# Functions of scipy.special that are no ufuncs: they ask no array what they mean.
SPECIAL: dict[str, Callable[..., Any]] = {
    **special.FUNCTIONS,
    "log_softmax": reductions.log_softmax,
    "logsumexp": reductions.logsumexp,
    "sinc": np.sinc,
    "softmax": reductions.softmax,
}

# What to write instead of the functions that are missed most.
INSTEAD = {
    "argmax": "np.max, or np.where on comparisons of the elements",
    "argmin": "np.min, or np.where on comparisons of the elements",
    "argsort": "np.sort, or the order of values that do not depend on the arguments",
    "argwhere": "np.where(condition, a, b)",
    "digitize": "np.interp, or np.where on comparisons with the bounds",
    "flatnonzero": "np.where(condition, a, b)",
    "lstsq": "np.linalg.solve(a.T @ a, a.T @ b)",
    "nonzero": "np.where(condition, a, b)",
    "pinv": "np.linalg.solve(a.T @ a, a.T)",
    "searchsorted": "np.interp, or np.where on comparisons with the bounds",
}
