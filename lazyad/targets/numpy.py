"""The numpy target: the same graph elementwise over arrays that broadcast."""

from lazyad.graph import Op
from lazyad.ops import where
from lazyad.targets import Target

_SAME_NAME = frozenset(
    "sqrt cbrt exp exp2 expm1 log log2 log10 log1p hypot sin cos tan sinh cosh tanh degrees "
    "radians abs floor ceil trunc copysign fmod sign logaddexp".split()
)
_RENAMED = {
    "where": "np.where({0}, {1}, {2})",
    "not_": "np.logical_not({0})",
    "round_": "np.round({0})",
    "asin": "np.arcsin({0})",
    "acos": "np.arccos({0})",
    "atan": "np.arctan({0})",
    "atan2": "np.arctan2({0}, {1})",
    "asinh": "np.arcsinh({0})",
    "acosh": "np.arccosh({0})",
    "atanh": "np.arctanh({0})",
    "erf": "special.erf({0})",
    "erfc": "special.erfc({0})",
    "gamma": "special.gamma({0})",
    "lgamma": "special.gammaln({0})",
    "length": "np.sqrt({0})",
}
# np.minimum propagates nan where Python's min does not; every target means the same by an op.
_DEFINITIONS = {
    "min": lambda x, y: where(y < x, y, x),
    "max": lambda x, y: where(y > x, y, x),
}


def _spell(op: Op) -> str | None:
    if op.outside:  # it takes one number at a time
        return f"np.vectorize({op.name}){(op.spelling or '').removeprefix(op.name)}"
    if op.name in _RENAMED:
        return _RENAMED[op.name]
    if op.name in _SAME_NAME:
        return f"np.{op.name}({', '.join(f'{{{i}}}' for i in range(op.arity))})"
    if op.name in _DEFINITIONS or (op.spelling or "").startswith("math."):
        return None
    return op.spelling


NUMPY = Target("numpy", False, _spell, _DEFINITIONS)
