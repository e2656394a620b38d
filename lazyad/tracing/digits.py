"""How large ints become where their digits count: what `%` and `//` make of one needs them all.

In: a Graph as it was traced, and how large the ints among its arguments are. Out: the first Node
that divides an int which may have more digits than a float. A room of its own because kinds say
what is an int, and nothing else here asks for its size.

Sizes are bounds of `abs`: those of numbers that a loop carries are what a few rounds tell of many.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from lazyad.graph import (
    BLANK,
    CONST,
    INPUT,
    ITEM,
    LEFT,
    LOOP,
    PUT,
    RAISE,
    RIGHT,
    TABLE,
    TAKE,
    Graph,
    Node,
    is_condition,
)
from lazyad.ops import floordiv, mod

EXACT = 2.0**53  # to which a float has every digit
LARGEST = 2.0**60  # as good as infinite
MADE = 2.0**20  # an int that the kernel makes of a float, by its own account
HALF = 4  # rounds, twice as many of which tell how numbers grow
STEEP = 6.0  # that they grow in the second half: more than as squares and sums of sums do
MANY = 2.0**16  # rounds of a loop whose number the kernel finds

_Sizes = dict[Node, Any]  # None of what is no int, and a list of those of a loop


def divides(graph: Graph) -> bool:
    """Whether digits may count in it."""
    return not graph.ops.keys().isdisjoint((mod, floordiv)) or any(map(divides, graph.bodies))


def beyond(graph: Graph, given: Mapping[str, float]) -> Node | None:
    """The first that divides an int of too many digits, where these parameters are ints so large
    and the others are floats; None if there is none."""
    found: list[Node] = []
    _fill(graph, {}, given, found)
    return found[0] if found else None


def _fill(graph: Graph, sizes: _Sizes, given: Mapping[str, float], found: list[Node]) -> None:
    for node in graph.nodes:
        if node not in sizes:
            args = [sizes[arg] for arg in node.args]
            size = _size(node, args, given, found)
            sizes[node] = min(size, LARGEST) if isinstance(size, float) else size
            ints = node.op in (mod, floordiv) and None not in args
            if ints and max(args) > EXACT:
                found.append(node)


def _size(node: Node, args: list[Any], given: Mapping[str, float], found: list[Node]) -> Any:
    op = node.op
    if op is LOOP:
        return _of_loop(node, args, given, found)
    if op is ITEM:
        return args[0][node.payload] if isinstance(args[0], list) else None
    if op is INPUT:
        return given.get(str(node.payload).split(".")[0].split("[")[0])
    if op is CONST:
        number = float(node.payload)
        return abs(number) if number.is_integer() else None
    if op is RAISE or op is BLANK:
        return 0.0
    if is_condition(node):
        return 1.0
    if op in (LEFT, RIGHT) or (op.spelling or "").startswith("float("):
        return MADE
    if op is TAKE:
        return args[0]
    if op is PUT or op.lazy:
        args = args[::2] if op is PUT else args[1:]
    if None in args:
        return None
    if op is floordiv and node.args[1].op is CONST:
        return args[0] / max(args[1], 1.0)
    if op is TABLE or op is PUT or op.lazy:
        return max(args)
    return op.size and op.size(*args)


def _of_loop(
    node: Node, args: Sequence[Any], given: Mapping[str, float], found: list[Node]
) -> list[Any]:
    what = node.payload
    inputs, count = what.inputs, what.carried
    around = dict(zip(inputs[what.given :], args[count:], strict=True))
    if what.rounds is not None:
        around[inputs[count]] = float(max(abs(what.rounds[0]), abs(what.rounds[-1])))
    rounds = MANY if what.rounds is None else float(len(what.rounds))
    now, before = [*args[:count]], list[list[Any]]()

    def after(noted: list[Node]) -> tuple[list[Any], list[Any]]:
        sizes = around | dict(zip(inputs, now[:count], strict=False))
        _fill(what.body, sizes, given, noted)
        ends = [sizes[end] for end in what.body.outputs[1]]
        either = [None if None in pair else max(pair) for pair in zip(now, ends, strict=True)]
        return either, [sizes[record] for record in what.records]

    for _ in range(min(int(rounds), 2 * HALF)):
        before.append(now)
        now, _records = after([])
        if now == before[-1]:
            break
    else:
        if rounds > 2 * HALF:
            now = [*map(_grown, before[0], before[HALF], now, [rounds] * count)]
    ends, records = after(found)
    return [*ends, *records]


def _grown(first: Any, half: Any, last: Any, rounds: float) -> Any:
    """How large a number becomes in so many rounds."""
    if None in (first, half, last) or last == first:
        return last
    ratio = (last - first) / (half - first) if half > first else math.inf
    if ratio > STEEP:
        return LARGEST
    return min(LARGEST, first + (last - first) * (rounds / (2 * HALF)) ** math.log2(ratio))
