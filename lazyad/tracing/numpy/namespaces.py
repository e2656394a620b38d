"""What lies between SciPy's formulas and arrays: the few helpers by which they take any library's.

In: what SciPy's own code calls. Out: the same for traced values, whose library is NumPy as the
trace sees it. A room of its own because with these, whatever SciPy writes for any array is traced
as it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np

from lazyad.tracing.classes import copied_class
from lazyad.tracing.numpy.arrays import any_array
from lazyad.values.origin import state


def array_namespace(*arrays: Any, **inert: Any) -> Any:
    """The library of the arrays."""
    return state.session.names.see(np) if state.session else np


def apply_where(
    cond: Any, args: Any, f1: Any, f2: Any = None, /, *, fill_value: Any = None, **kwargs: Any
) -> Any:
    """A choice between two functions."""
    args = args if isinstance(args, (list, tuple)) else (args,)
    return np.where(cond, f1(*args, **kwargs), fill_value if f2 is None else f2(*args, **kwargs))


class At:
    """at(x)[index].set(y): x in which y is put there, or a copy if it is asked for."""

    def __init__(self, x: Any, index: Any = ...) -> None:
        self._x, self._index = x, index

    def __getitem__(self, index: Any) -> At:
        return At(self._x, index)

    def set(self, y: Any, **options: Any) -> Any:
        return self._with(lambda _: y, **options)

    def _with(self, change: Callable[[Any], Any], copy: Any = None, **inert: Any) -> Any:
        x = any_array(self._x)
        if copy or not x.flags.writeable:
            x = x.copy()
        x[self._index] = change(x[self._index])
        return x[()]


def _method(ufunc: np.ufunc) -> Callable[..., Any]:
    return lambda self, y, **options: self._with(lambda there: ufunc(there, y), **options)


for _ufunc in (np.add, np.subtract, np.multiply, np.divide, np.power):
    setattr(At, _ufunc.__name__, _method(_ufunc))


def select(condlist: Any, choicelist: Any, arrays: Any, default: Any = 0.0) -> Any:
    """Of several functions that whose condition holds first."""
    return np.select(condlist, [choice(*arrays) for choice in choicelist], default)


def poly(seq_of_zeros: Any, *, xp: Any) -> Any:
    """The polynomial of these roots: real where each has its conjugate, which is a way of its own,
    as numbers that are complex make another program."""
    roots, a = np.atleast_1d(any_array(seq_of_zeros)), any_array(np.ones(1))
    for root in roots:
        a = np.convolve(a, np.stack([any_array(1.0), -any_array(root)]))
    if np.iscomplexobj(roots):
        parts = np.imag(roots)
        return np.real(a).copy() if np.all(np.sort(parts) == np.sort(-parts)) else a
    return a if roots.size else any_array(1.0)


def _written_out(module: str) -> Callable[..., Any]:
    """What SciPy writes out for any library, instead of what is compiled for NumPy's arrays."""

    def select_backend(xp: Any, cython_compatible: bool) -> Any:
        found = import_module(f"scipy.spatial.transform.{module}_xp")
        return state.session.names.see(found) if state.session else found

    return select_backend


def polynomials_for(xp: Any) -> tuple[Any, Any]:
    """The class that PPoly hands its work to, since SciPy 1.18, and the library of its arrays."""
    from scipy.interpolate._interpolate import _PPoly

    return copied_class(state.session.names, _PPoly) if state.session else _PPoly, xp


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "scipy._lib._array_api.xp_result_device": lambda *arrays: None,
    "scipy._lib._array_api_override.array_namespace": array_namespace,
    "scipy._lib._util._lazyselect": select,
    "scipy.interpolate._interpolate._get_xp_ppoly_cls": polynomials_for,
    "scipy.signal._polyutils.poly": poly,
    **{
        f"scipy.{home}.array_api_{name}": function
        for home in ("_lib", "_external")  # until SciPy 1.17, and since
        for name, function in (
            ("compat.common._helpers.array_namespace", array_namespace),
            ("compat.common._helpers.device", lambda x: "cpu"),
            ("extra._lib._at.at", At),
            ("extra._lib._funcs.apply_where", apply_where),
        )
    },
    **{
        f"scipy.spatial.transform.{module}.select_backend": _written_out(module)
        for module in ("_rotation", "_rigid_transform")
    },
}
