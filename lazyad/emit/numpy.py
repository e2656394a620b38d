"""The numpy target: the same graph elementwise over arrays that broadcast."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache, reduce
from typing import Any

from lazyad.emit.targets import Target, may_be_complex
from lazyad.graph import Node, Op
from lazyad.ops import abs, add, exp2, hypot, pow, round_, where
from lazyad.values.errors import explain
from lazyad.values.origin import describe, here
from lazyad.values.structure import (
    Elements,
    Record,
    Static,
    as_floats,
    leaves,
    record_of,
    structure_of,
)

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
    "length": "np.sqrt({0})",
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


def _spell(node: Node) -> str | None:
    if node.op is pow and may_be_complex(*node.args):
        return "np.power({0}, {1})"  # nan, also of Python's floats, where ** is complex
    return _spelling(node.op)


@cache
def _spelling(op: Op) -> str | None:
    if op.outside:  # it takes one number at a time
        return f"np.vectorize({op.name}){(op.spelling or '').removeprefix(op.name)}"
    if op.name in _RENAMED:
        return _RENAMED[op.name]
    if op.name in _SAME_NAME:
        return f"np.{op.name}({', '.join(f'{{{i}}}' for i in range(op.arity))})"
    if op.family in _DEFINITIONS or "math." in (op.spelling or ""):
        return None
    return op.spelling


def pointwise(kernel: Callable[..., Any], outputs: Any) -> Callable[..., Any]:
    """The kernel on arrays of float64, returning for every number of its `outputs` an array of all
    the points, also for what is the same at each of them."""
    import numpy

    def call(*args: Any) -> Any:
        if _FLOAT.issuperset(map(type, args)):
            return kernel(*args)
        args = tuple([as_floats(arg, numpy.float64) for arg in args])
        result = kernel(*args)
        shapes = [numpy.shape(leaf) for leaf in leaves(structure_of([*args], arrays=False))]
        try:
            shape = numpy.broadcast_shapes(*shapes)
        except ValueError:
            raise ValueError(
                explain(
                    f"the arguments have the shapes {', '.join(map(str, shapes))}",
                    describe(here()),
                    "arrays that broadcast: as many points in each",
                )
            ) from None
        return _spread(result, outputs, shape) if shape else result

    def _spread(value: Any, structure: Any, shape: tuple[int, ...]) -> Any:
        kind = type(structure)
        if kind is list or kind is tuple:
            return kind([_spread(v, s, shape) for v, s in zip(value, structure, strict=True)])
        if kind is dict:
            return {key: _spread(value[key], part, shape) for key, part in structure.items()}
        if kind is Record:
            fields = structure.fields.items()
            found = {name: _spread(getattr(value, name), part, shape) for name, part in fields}
            return record_of(type(value), found)
        if kind is Static:
            return value
        own = structure.shape if kind is Elements else ()
        points = numpy.shape(value)[len(own) :]
        if points == shape:
            return value
        value = numpy.reshape(value, (*own, *(1,) * (len(shape) - len(points)), *points))
        return numpy.broadcast_to(value, (*own, *shape)).copy()

    return call


_FLOAT = {float}

NUMPY = Target("numpy", False, _spell, _DEFINITIONS)
