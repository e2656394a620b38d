"""What NumPy's functions mean on traced values: the table, and how a call finds its row.

In: a NumPy function and its arguments. Out: what it returns, with Arrays for arrays. A room of its
own because it alone knows where NumPy's own code is right for objects, and what stands elsewhere:
sums in `reductions`, whatever depends on comparisons in `choices`, matrices in `linalg`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from inspect import BoundArguments
from typing import Any, NoReturn

import numpy as np

from lazyad.graph import OPS, lifted, note_indexes
from lazyad.operators import Operand
from lazyad.tracing.control.optionals import refuse_optional
from lazyad.tracing.names import traced as traced_copy
from lazyad.tracing.numpy import (
    arrays,
    choices,
    interpolate,
    linalg,
    namespaces,
    open_arrays,
    reductions,
    scipy_functions,
    special,
    spectra,
    statistics,
)
from lazyad.tracing.numpy.arrays import (
    Array,
    OneLine,
    TakingLists,
    any_array,
    as_array,
    as_size,
    base,
    complex_sum,
    elementwise,
    find,
    full_like,
    functions,
    holds_complex,
    holds_open,
    is_traced,
    mapped,
    numbers,
    objects,
    of_room,
    refusal,
    refuse_points,
    run,
    stored,
    viewed,
)
from lazyad.tracing.numpy.distributions import Distribution, Frozen
from lazyad.tracing.numpy.keywords import by_name, counts, given, understood
from lazyad.tracing.numpy.selections import decided, positions, wholes_of
from lazyad.values.errors import is_explained, refused
from lazyad.values.libraries import public_name
from lazyad.values.origin import state


def call(function: Any, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
    """`function(*args, **kwargs)` where an argument is an Array or an Operand."""
    if function not in OF_COMPLEX and holds_complex([args, *kwargs.values()]):
        raise refusal(f"{_name(function)} of complex numbers", "np.real, np.imag or np.abs of them")
    if function not in POINTWISE:
        refuse_points(_name(function), [*args, *kwargs.values()])
    bound = given(function, args, kwargs)
    for name, one in bound.arguments.items():  # most take None for what is not given
        bound.arguments[name] = refuse_optional(one)
    for name in SIZES & bound.arguments.keys():
        bound.arguments[name] = _sizes(bound.arguments[name])
    if function not in POINTWISE and holds_open([*bound.arguments.values()]):
        return open_arrays.call(function, bound)
    out = bound.arguments.pop("out", None)
    with OneLine():
        found = _called(function, bound, is_traced([args, *kwargs.values()]))
        if out is not None and function not in POINTWISE and np.shape(out) != np.shape(found):
            raise refused(
                ValueError,
                f"{_name(function)} has a result of shape {np.shape(found)} and out= of shape "
                f"{np.shape(out)}",
                "an array of the shape of the result",
            )
        return stored(found, out)


def _sizes(value: Any) -> Any:
    """What is counted as ints; a list of some that are traced has become an Array."""
    if isinstance(value, Array):
        return mapped(as_size, [lifted(one) for one in objects(value).ravel().tolist()])
    return mapped(as_size, value)


def _called(function: Any, bound: BoundArguments, traced: bool) -> Any:
    if function in IN_PLACE or (traced and function in FUNCTIONS):
        row = FUNCTIONS[function]
        bound = understood(function, row, bound)
        return row(*bound.args, **bound.kwargs)
    dtype = bound.arguments.get("dtype")
    if not traced and (function not in ON_OBJECTS or dtype is not None):
        return _run(function, numbers, bound)
    counts(function, "dtype", bound.arguments.pop("dtype", None), ())
    if function in ON_OBJECTS:
        try:
            return _run(function, _objects, bound)
        except TypeError:
            note_indexes(bound.arguments.values())
            raise
    if function in OF_STEPS:
        try:
            return traced_copy(function._implementation)[0](*bound.args, **bound.kwargs)
        except TypeError as error:
            if is_explained(error):
                raise
            raise refusal(f"{_name(function)} of traced values: {error}", "a formula") from error
    raise refusal(
        f"{_name(function)} has no meaning on traced values yet",
        INSTEAD.get(function.__name__, "operators, and the functions of NumPy that have one"),
    )


def _name(function: Any) -> str:
    return f"{function.__module__}.{function.__name__}".replace("numpy", "np", 1)


def _run(function: Any, change: Callable[[Any], Any], bound: BoundArguments) -> Any:
    return run(function._implementation, change, bound.args, bound.kwargs)


def _objects(leaf: Any) -> Any:
    return objects(leaf) if isinstance(leaf, (Array, Operand)) else base(leaf)


# ---------------------------------------------------------------------------------- small ones


def rounded(a: Any, decimals: int = 0) -> Any:
    if holds_complex(a):
        a = as_array(a)
        return complex_sum(rounded(a.real, decimals), rounded(a.imag, decimals))
    if state.whole and any_array(a).dtype.kind in "iub" and decimals >= 0:
        return a
    scale = 10.0 ** abs(decimals)
    if decimals == 0:
        return np.rint(a)
    if decimals < 0:
        return np.multiply(np.rint(a / scale), scale)
    return np.divide(np.rint(a * scale), scale)


def array_equal(a1: Any, a2: Any, equal_nan: bool = False) -> Any:
    a1, a2 = as_array(a1), as_array(a2)
    if a1.shape != a2.shape:
        return False
    same = a1 == a2
    return np.all(same | (np.isnan(a1) & np.isnan(a2)) if equal_nan else same)


def bincount(x: Any, weights: Any = None, minlength: int = 0) -> Any:
    """The sums of the weights that each whole number has."""
    if not is_traced(x):
        sums = any_array(np.bincount(numbers(x), None, minlength) * 0.0)
        np.add.at(sums, numbers(x), weights)
        return sums
    if not minlength:
        note_indexes(as_array(x).ravel().tolist())
        raise refusal(
            "np.bincount of traced values without minlength=", "np.sum(weights[x == k]) for each k"
        )
    if max(wholes_of(x)) >= minlength:
        raise refusal("np.bincount of traced values", f"minlength={max(wholes_of(x)) + 1}")
    weights = 1.0 if weights is None else weights
    return np.stack([np.sum(np.where(np.equal(x, k), weights, 0.0)) for k in range(minlength)])


def compress(condition: Any, a: Any, axis: Any = None) -> Any:
    """np.compress: what a row of conditions says."""
    if axis is not None and is_traced(condition):
        raise refusal("np.compress along an axis by traced values", "np.where(condition, a, b)")
    a = any_array(a)
    a = np.ravel(a) if axis is None else np.moveaxis(a, axis, 0)
    condition = any_array(condition) if is_traced(condition) else np.asarray(condition, bool)
    found = a[: len(condition)][condition]
    return np.moveaxis(found, 0, axis) if axis else found


def isin(
    element: Any, test_elements: Any, assume_unique: bool = False, invert: bool = False
) -> Any:
    found = np.any(as_array(element)[..., None] == as_array(test_elements).ravel(), axis=-1)
    return np.logical_not(found) if invert else found


def argwhere(a: Any) -> Any:
    """np.argwhere: how many there are is decided while tracing."""
    return np.argwhere(decided(as_array(a)))


def unique(
    ar: Any,
    return_index: bool = False,
    return_inverse: bool = False,
    return_counts: bool = False,
    axis: Any = None,
    *,
    equal_nan: bool = True,
) -> Any:
    """np.unique, by its own code; but for the inverse, which counts what is less, and for rows,
    whose order is decided while tracing."""
    ar, at = as_array(ar), 1 + return_index
    if axis is not None and ar.ndim > 1:
        found = _unique_rows(np.moveaxis(ar, axis, 0))
        found = np.moveaxis(found[0], 0, axis), *found[1:]
        asked = [True, return_index, return_inverse, return_counts]
        wanted = tuple(one for one, is_asked in zip(found, asked, strict=True) if is_asked)
        return wanted if len(wanted) > 1 else wanted[0]
    own: Any = np.unique
    steps = traced_copy(own._implementation)[0]
    found = steps(ar, return_index, False, return_counts, equal_nan=equal_nan)
    if not return_inverse:
        return found
    found = found if type(found) is tuple else (found,)
    values, flat = np.sort(ar, axis=None), ar.reshape(-1, 1)
    new = np.append(True, values[1:] != values[:-1])
    below = np.sum((values < flat) & new, axis=-1).reshape(ar.shape)
    inverse = np.where(np.isnan(ar), np.nan, below)  # which is no index
    return *found[:at], inverse.astype(int), *found[at:]


def _unique_rows(rows: Any) -> tuple[Any, ...]:
    """The rows in order, each once, which is the first of it, which of them each is, and how many
    are alike."""
    keys = [tuple(objects(row).ravel().tolist()) for row in rows]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    new = [at == 0 or keys[order[at - 1]] != keys[order[at]] for at in range(len(order))]
    inverse = np.empty(len(order), int)
    inverse[order] = np.cumsum(new) - 1
    first = np.array(order, int)[new]
    return rows[first], first, inverse, np.bincount(inverse)


def correlate(a: Any, v: Any, mode: Any = "valid") -> Any:
    """np.correlate, whose own code takes no conjugate of objects."""
    return viewed(np.correlate(objects(a), objects(np.conj(as_array(v))), mode))


def _running(ufunc: np.ufunc) -> Callable[..., Any]:
    return lambda a, axis=None: ufunc.accumulate(
        np.ravel(a) if axis is None else np.atleast_1d(as_array(a)), axis=axis or 0
    )


def _like(make: Callable[..., Any]) -> Callable[..., Any]:
    def made(a: Any, *args: Any, **kwargs: Any) -> Any:
        like = np.zeros(np.shape(a), complex if holds_complex(a) else float)
        return viewed(make(like, *args, **kwargs))

    return made


def linspace(
    start: Any,
    stop: Any,
    num: int = 50,
    endpoint: bool = True,
    retstep: bool = False,
    *,
    axis: int = 0,
) -> Any:
    """np.linspace, whose last number is the end itself."""
    np.linspace(0.0, 1.0, num)  # raises NumPy's errors
    start, stop = any_array(start), any_array(stop)
    step = (stop - start) / max(num - 1 if endpoint else num, 1)
    count = np.arange(0.0, num).astype(step.dtype)
    result = count.reshape(-1, *[1] * np.ndim(step)) * step + start
    if endpoint and num > 1:
        result = np.concatenate([result[:-1], np.broadcast_to(stop, np.shape(step))[None]])
    result = np.moveaxis(result, 0, axis)
    return (result, step) if retstep else result


# ---------------------------------------------------------------------------------- the table


# NumPy's own code is right for these, on objects as on floats.
ON_OBJECTS = functions(
    # what moves elements
    "append array2string array_repr array_split array_str atleast_1d atleast_2d atleast_3d block "
    "broadcast_arrays broadcast_to column_stack concatenate copy delete diag diagflat diagonal "
    "dsplit dstack expand_dims fill_diagonal flip fliplr flipud hsplit hstack "
    "may_share_memory matrix_transpose meshgrid moveaxis ndim "
    "permute_dims put put_along_axis ravel repeat reshape resize roll rollaxis rot90 shape "
    "shares_memory size split squeeze stack swapaxes take take_along_axis tile transpose tril triu "
    "unstack vsplit vstack "
    "lib.stride_tricks.sliding_window_view linalg.diagonal linalg.matrix_transpose "
    # what adds, subtracts and multiplies
    "convolve cross dot inner kron outer "
    "polyadd polyder polysub tensordot vander linalg.cross linalg.matmul linalg.multi_dot "
    "linalg.outer linalg.tensordot"
)
# NumPy's own code is right for these where each of its steps is: it is traced.
OF_STEPS = functions(
    "emath.arccos emath.arcsin emath.arctanh emath.log emath.log10 emath.log2 emath.logn "
    "emath.power emath.sqrt angle apply_along_axis apply_over_axes array_equiv corrcoef cov "
    "cumulative_prod cumulative_sum diff ediff1d flatnonzero geomspace gradient i0 "
    "isclose isneginf isposinf kaiser logspace nanargmax nanargmin nancumprod nancumsum pad poly "
    "polydiv polyfit polyint ptp real_if_close select trapezoid trapz trim_zeros unique_all "
    "unique_counts unique_inverse unique_values unwrap fft.fftshift fft.ifftshift "
    "fft.fft2 fft.ifft2 fft.fftn fft.ifftn fft.rfft2 fft.irfft2 fft.rfftn fft.irfftn fft.hfft "
    "linalg.matrix_norm linalg.matrix_power linalg.matrix_rank "
    "linalg.tensorinv linalg.tensorsolve linalg.trace linalg.vector_norm"
)


ROWS: dict[str, Callable[..., Any]] = {
    **of_room(choices),
    **of_room(reductions),
    **of_room(linalg, "linalg."),
    **of_room(sys.modules[__name__]),
    **spectra.FUNCTIONS,
    "all": reductions.all_hold,
    "allclose": lambda *args, **kwargs: np.all(np.isclose(*args, **kwargs)),
    "amax": reductions.largest,
    "amin": reductions.smallest,
    "any": reductions.any_holds,
    "around": rounded,
    "astype": lambda x, dtype, copy=True: as_array(x).astype(dtype, copy=copy),
    "argpartition": lambda a, kth, axis=-1: choices.argsort(a, axis),
    "can_cast": lambda from_, to, casting="safe": np.can_cast(as_array(from_).dtype, to, casting),
    "choose": choices.choose_among,
    "cumprod": _running(np.multiply),
    "cumsum": _running(np.add),
    "empty_like": _like(np.zeros_like),
    "extract": lambda condition, arr: as_array(arr).ravel()[as_array(condition).ravel()],
    "fix": lambda x: np.trunc(x),  # noqa: PLW0108  # whose parameters NumPy does not tell
    "full_like": full_like,
    "insert": lambda arr, obj, values, axis=None: viewed(
        np.insert(objects(arr), _objects(obj), objects(values), axis)
    ),
    "imag": lambda val: as_array(val).imag[()],
    "iscomplex": lambda x: np.not_equal(np.imag(x), 0.0),
    "iscomplexobj": lambda x: as_array(x).dtype.kind == "c",
    "isreal": lambda x: np.equal(np.imag(x), 0.0),
    "isrealobj": lambda x: as_array(x).dtype.kind != "c",
    "linalg.vecdot": lambda x1, x2, axis=-1: np.sum(np.multiply(x1, x2), axis),
    "max": reductions.largest,
    "min": reductions.smallest,
    "nonzero": positions,
    "ones_like": _like(np.ones_like),
    "partition": lambda a, kth, axis=-1: choices.sort(a, axis),
    "polymul": lambda a1, a2: np.convolve(np.atleast_1d(a1), np.atleast_1d(a2)),
    "prod": reductions.product,
    "real": lambda val: as_array(val).real[()],
    "common_type": lambda *arrays: np.complex128 if holds_complex(arrays) else np.float64,
    "result_type": lambda *args: np.result_type(
        complex if holds_complex(args) else float, *[a for a in args if not is_traced(a)]
    ),
    "roots": lambda p: arrays.meanings().optimize.roots(p),  # noqa: PLW0108  # loaded then
    "round": rounded,
    "sinc": lambda x: elementwise(OPS["sinc"], [x]),
    "sum": reductions.total,
    "zeros_like": _like(np.zeros_like),
}
# These change an argument or return a view of it: the memory must be the one that they get.
IN_PLACE = functions("copyto einsum nan_to_num place putmask")
# What these parameters are given is counted, and no part of a result.
SIZES = frozenset(
    "shape newshape reps repeats num shift pad_width k decimals indices_or_sections".split()
)
FUNCTIONS = {found: row for name, row in ROWS.items() if (found := find(name)) is not None}

# What these do to a number they do to each element, so that an array of points may be one number.
POINTWISE = functions(
    "around clip copy copyto empty_like fix full_like imag interp isclose iscomplex iscomplexobj "
    "isreal isrealobj linspace nan_to_num ones_like piecewise polyval real result_type round "
    "select sinc where zeros_like array_repr array_str"
)

# What is right for complex numbers too; the others may square where those have an absolute value.
OF_COMPLEX = (ON_OBJECTS - functions("array2string array_repr array_str")) | functions(
    "all allclose angle any apply_along_axis around array_equal array_equiv astype choose "
    "common_type compress copyto correlate count_nonzero cov cumprod piecewise "
    "fft.fftshift fft.ifftshift fft.fft fft.ifft fft.irfft fft.fft2 fft.ifft2 fft.fftn fft.ifftn "
    "fft.irfft2 fft.irfftn fft.hfft "
    "emath.arccos emath.arcsin emath.arctanh emath.log emath.log10 emath.log2 emath.logn "
    "emath.power emath.sqrt polydiv polyint round "
    "cumsum cumulative_prod cumulative_sum diff ediff1d empty_like einsum full_like gradient imag "
    "iscomplex iscomplexobj isclose isreal isrealobj linalg.det linalg.inv linalg.matrix_power "
    "linalg.norm linalg.solve linalg.trace linalg.vector_norm mean average nonzero ones_like pad "
    "polyadd polymul polysub polyval prod real real_if_close result_type select std sum trace "
    "trapezoid trapz var vdot where zeros_like linspace"
)

# Functions of SciPy by their public names.
SCIPY: dict[str, Callable[..., Any]] = {
    **{f"scipy.special.{name}": row for name, row in special.FUNCTIONS.items()},
    "scipy.special.log_softmax": reductions.log_softmax,
    "scipy.special.logsumexp": reductions.logsumexp,
    "scipy.special.softmax": reductions.softmax,
    **scipy_functions.FUNCTIONS,
    **{f"scipy.{name}": row for name, row in spectra.SCIPY.items()},
}

# Functions within SciPy that its own code calls, by where they stand.
INNER = {**namespaces.FUNCTIONS, **statistics.FUNCTIONS}


def of_scipy(value: Any) -> Any:
    """What one of SciPy's functions or distributions is to mean; None if the same."""
    if isinstance(value, np.ufunc):
        return TakingLists(value)
    kind = type(value).__name__
    if hasattr(value, "_parse_args") or kind.endswith("_gen"):
        return Distribution(value)
    if kind == "multivariate_normal_frozen":
        return Frozen(Distribution(value._dist), (value.mean, value.cov), {})
    if kind.endswith("_frozen") and hasattr(value, "kwds"):
        return Frozen(Distribution(value.dist), value.args, value.kwds)
    if value.__module__.startswith("scipy.interpolate"):
        found = interpolate.seen(value)
        if found is not None:
            return found
    inner = f"{value.__module__}.{getattr(value, '__qualname__', '')}"
    if inner in INNER and not hasattr(value, "__wrapped__"):
        return INNER[inner]
    name = public_name(value.__module__, getattr(value, "__name__", ""))
    if value.__module__.startswith("scipy.sparse") and name not in SCIPY:
        return scipy_functions.of_sparse(value)
    if kind == "builtin_function_or_method" or "cython_function" in kind:
        refusing = partial(_refuse_compiled, name)
        return TakingLists(value, SCIPY.get(f"{value.__module__}.{value.__name__}", refusing))
    short = name.rpartition(".")[2]
    if name == f"scipy.linalg.{short}" and short in INSTEAD:
        return TakingLists(value, partial(_refuse_compiled, name))
    if name not in SCIPY:
        return None

    row = by_name(value, SCIPY[name])

    def call(*args: Any, **kwargs: Any) -> Any:
        if holds_complex([args, *kwargs.values()]) and not name.startswith("scipy.fft"):
            raise refusal(f"{name} of complex numbers", "np.real, np.imag or np.abs of them")
        return row(*args, **kwargs)

    return TakingLists(value, call)


def _refuse_compiled(name: str, *_: Any, **__: Any) -> NoReturn:
    if (instead := INSTEAD.get(name.rpartition(".")[2])) is not None:
        raise refusal(f"{name} has no meaning on traced values yet", instead)
    raise refusal(f"{name}, which is compiled, of traced values", "a formula of your own")


# What to write instead of the functions that are missed most.
_WHOLE = "compile(..., target='array'), which keeps matrices whole"
INSTEAD = dict.fromkeys("expm sqrtm logm".split(), _WHOLE)
