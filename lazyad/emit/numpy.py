"""The numpy target: the same graph elementwise over arrays that broadcast."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lazyad.emit.python import may_be_complex
from lazyad.graph import CONST, Node, Op
from lazyad.ops import div, pow
from lazyad.values.errors import refused
from lazyad.values.structure import (
    Elements,
    Opened,
    Record,
    Static,
    as_floats,
    closed,
    leaves,
    opened,
    record_of,
    structure_of,
)


def spell(node: Node) -> str | None:
    # Of constants alone, Python would raise; the side that they are on may not be taken.
    constants = node.op in (pow, div) and all(arg.op is CONST for arg in node.args)
    if node.op is div and constants:
        return "np.divide({0}, {1})"
    if node.op is pow and (constants or may_be_complex(*node.args)):
        return "np.power({0}, {1})"  # nan, also of Python's floats, where ** is complex
    return node.op.numpy if isinstance(node.op.numpy, str) and node.op.numpy else None


def definition(op: Op) -> Callable[..., Node] | None:
    """What the op is of others here, where it is not what it is elsewhere."""
    return op.numpy if callable(op.numpy) else None


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
            what = f"the arguments have the shapes {', '.join(map(str, shapes))}"
            instead = "arrays that broadcast: as many points in each"
            raise refused(ValueError, what, instead) from None
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
        if kind is Opened:
            inner = _spread(opened(value).inner, structure.inner, shape)
            return closed(structure._replace(inner=inner))
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
