"""Gradients, Jacobians, Hessians and products with them, in the containers that users expect.

In: the Graph of a function, and the part of its inputs to differentiate in. Out: structures of
derivatives, as JAX has them: an array of shape s has in an array of shape t a derivative of shape
s + t. A room of its own because accumulation knows no containers.
"""

from __future__ import annotations

import itertools
from typing import Any

from lazyad.derivatives.elimination import Vector
from lazyad.graph import ZERO, Graph, Node, const
from lazyad.values.errors import refused
from lazyad.values.structure import Elements, Record, leaves, map_arrays, map_leaves, outline

Entries = list[dict[int, Node]]  # for each row, what is no structural zero, by column


def one_number(graph: Graph) -> Node:
    """The number that the graph returns, also as the only element of an array, which SciPy takes
    for one, too. Raises TypeError for a graph that returns anything else: it has no gradient."""
    outputs = graph.outputs
    if type(outputs) is Elements and len(outputs.items) == 1:
        outputs = outputs.items[0]
    if not isinstance(outputs, Node):
        returned = map_leaves(lambda _: 0.0, outputs)
        what = f"the gradient of {graph.name}, which returns {outline(returned)}"
        instead = "jacobian, or a function that returns one number"
        raise refused(TypeError, what, instead)
    return outputs


def mirrored(entries: Entries, outputs: Any, inner: Any) -> Entries:
    """The second derivatives of `outputs`, from those in `inner` of the blocks of their Jacobian.

    Of two equal ones (Schwarz) one is computed and stands in both places; a pair is a structural
    zero if either is.
    """
    size = len(leaves(inner))
    numbered = [{at: row * size + at for at in range(size)} for row in range(len(leaves(outputs)))]
    labels = leaves(blocks(outputs, inner, numbered))
    place = {label: at for at, label in enumerate(labels)}
    shared: Entries = [{} for _ in entries]
    for label, row in zip(labels, entries, strict=True):
        output, column = divmod(label, size)
        for other in row:
            mirror = place[output * size + other]
            if other <= column and column in entries[mirror]:
                shared[place[label]][other] = shared[mirror][column] = row[other]
    return shared


def units(structure: Any) -> list[Vector]:
    """A row or a column of its own for each number."""
    return [{leaf: const(1.0)} for leaf in leaves(structure)]


def blocks(outer: Any, inner: Any, entries: list[dict[int, Any]]) -> Any:
    """The entries in the containers of `outer`, and inside of each those of `inner`.

    >>> blocks([0.0, 0.0], Elements((2,), (0.0, 0.0)), [{0: "a", 1: "b"}, {1: "c"}])
    [Elements(shape=(2,), items=('a', 'b'), sparsity=None),
     Elements(shape=(2,), items=(<zero>, 'c'), sparsity=None)]
    """
    rows = iter(entries)

    def block(out: Any) -> Any:
        if type(out) is Record:  # a complex number, or an array of such
            one, other = [block(part) for part in out.fields.values()]
            imags: list[Any] = []
            map_arrays(imags.append, other, pairs=True)
            rest = iter(imags)
            return map_arrays(lambda real: _pair(real, next(rest)), one, pairs=True)
        mine = list(itertools.islice(rows, len(leaves(out))))
        first = itertools.count()

        def part(given: Any) -> Any:
            if type(given) is Record:
                return _pair(*map(part, given.fields.values()))
            columns = [next(first) for _ in leaves(given)]
            items = tuple(row.get(column, ZERO) for row in mine for column in columns)
            shape = _shape(out) + _shape(given)
            return Elements(shape, items) if Elements in (type(out), type(given)) else items[0]

        return map_arrays(part, inner, pairs=True)

    return map_arrays(block, outer, pairs=True)


def _pair(real: Any, imag: Any) -> Record:
    """The derivatives of both parts, or in both parts, of a complex number; of both it has four."""
    if type(real) is Record:
        what = "the derivative of a complex number in a complex number, which is four numbers"
        instead = "jvp, or a function of the real and the imaginary part"
        raise refused(TypeError, what, instead)
    if type(real) is not Elements:
        return Record(complex, {"real": real, "imag": imag})
    import numpy  # whose arrays these are

    return Record(numpy.ndarray, {"real": real, "imag": imag})


def _shape(part: Any) -> tuple[int, ...]:
    return part.shape if type(part) is Elements else ()
