"""The numpy target: the same graph elementwise over arrays that broadcast."""

import math
from collections.abc import Callable
from functools import reduce
from typing import Any

from lazyad.graph import Op
from lazyad.ops import abs, add, exp2, hypot, round_, where
from lazyad.targets import Target

_SAME_NAME = frozenset(
    "sqrt cbrt exp exp2 expm1 log log2 log10 log1p hypot sin cos tan sinh cosh tanh degrees "
    "radians abs floor ceil trunc copysign fmod sign logaddexp".split()
)
_RENAMED = {
    "where": "np.where({0}, {1}, {2})",
    "not_": "np.logical_not({0})",
    "round_": "np.round({0})",
    "round_to": 'np.vectorize(otypes="d", pyfunc=round)({0}, int({1}))',
    "asin": "np.arcsin({0})",
    "acos": "np.arccos({0})",
    "atan": "np.arctan({0})",
    "atan2": "np.arctan2({0}, {1})",
    "asinh": "np.arcsinh({0})",
    "acosh": "np.arccosh({0})",
    "atanh": "np.arctanh({0})",
    "fractional": "np.modf({0})[0]",
    "integral": "np.modf({0})[1]",
    "mantissa": "np.frexp({0})[0]",
    "exponent": "np.frexp({0})[1]",
    "nextafter": "np.nextafter({0}, {1})",
    "erf": "special.erf({0})",
    "erfc": "special.erfc({0})",
    "gamma": "special.gamma({0})",
    "lgamma": "special.gammaln({0})",
    "digamma": "special.digamma({0})",
    "polygamma": "special.polygamma({0}, {1})",
    "erfinv": "special.erfinv({0})",
    "erfcinv": "special.erfcinv({0})",
    "lambertw": "special.lambertw({0}, {1}).real",
}
# np.minimum propagates nan where Python's min does not; every target means the same by an op.
_DEFINITIONS: dict[str, Callable[..., Any]] = {
    "min": lambda x, y: where(y < x, y, x),
    "max": lambda x, y: where(y > x, y, x),
    "fpow": lambda x, y: x**y,
    "fsum": lambda *args: reduce(add, args),
    "hypot": lambda *args: reduce(hypot, args),
    "ieee_remainder": lambda x, y: where(abs(y) == math.inf, x, x - y * round_(x / y)),
    "ldexp": lambda x, n: x * exp2(n),
}


def _spell(op: Op) -> str | None:
    if op.outside:  # it takes one number at a time
        return f"np.vectorize({op.name}){(op.spelling or '').removeprefix(op.name)}"
    if op.name in _RENAMED:
        return _RENAMED[op.name]
    if op.name in _SAME_NAME:
        return f"np.{op.name}({', '.join(f'{{{i}}}' for i in range(op.arity))})"
    if op.family in _DEFINITIONS or "math." in (op.spelling or ""):
        return None
    return op.spelling


NUMPY = Target("numpy", False, _spell, _DEFINITIONS)
