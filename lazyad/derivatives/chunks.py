"""A sweep along every direction of arrays: all at once, or where they are many, chunk after chunk.

In: the arrays that have a direction for each of their numbers, and the sweep. Out: what the sweep
comes to along all of them. A room of its own because forward and reverse mode are swept alike, and
a chunk is the round of a scan.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from lazyad.arrays.constants import eye
from lazyad.arrays.forms import form_of, shape_of, wider
from lazyad.arrays.nothings import DIRECTIONS
from lazyad.arrays.rows import Shape
from lazyad.arrays.scans import Scan, round_input, round_of, scan_items
from lazyad.arrays.slices import along
from lazyad.arrays.views import astype, reshape
from lazyad.graph import Node
from lazyad.regions import enclosed
from lazyad.values.structure import Form

CHUNK = 64  # directions at once

# The results along the directions of each array, which have that axis in front.
Sweep = Callable[[Mapping[Node, Node], Shape], Sequence[Node]]


def swept(parts: Sequence[Node], sweep: Sweep) -> list[Node]:
    """What a sweep comes to along a direction for each number of the arrays, in their order."""
    size = sum(math.prod(shape_of(one)) for one in parts)
    kind = wider(form_of(one).kind for one in parts)
    if size <= CHUNK:
        return [*sweep(_basis(parts, eye(size, kind)), (size,))]
    count = -(-size // CHUNK)
    each = -(-size // count)
    unit = along(eye(count * each, kind), -1, 0, size)
    row = round_input(DIRECTIONS, Form((each, size), kind))
    results = sweep(_basis(parts, row), (each,))
    order, outside = enclosed(results, [row], lambda node: False)
    outside = [one for one in outside if one is not row]
    body = round_of([row, *outside], order, ((), results))
    what = Scan(body, 0, 1, count)
    _, found = scan_items(what, [reshape(unit, (count, each, size)), *outside])
    wholes = [reshape(one, (count * each, *shape_of(one)[2:])) for one in found]
    return [along(one, -len(shape_of(one)), 0, size) for one in wholes]


def _basis(parts: Sequence[Node], rows: Node) -> dict[Node, Node]:
    """The directions of each array, whose numbers are some of the columns."""
    found, start = {}, 0
    for one in parts:
        end = start + math.prod(shape_of(one))
        own = astype(along(rows, -1, start, end), form_of(one).kind)
        found[one] = reshape(own, (shape_of(rows)[0], *shape_of(one)))
        start = end
    return found
