"""Derivatives through loops and tables: tangents are carried beside the values.

In: a Graph with loops, and what its inputs are seeded with. Out: the Graph whose loops compute
value and tangents together, and the tangents of what they come to, which are seeds for what
follows. A room of its own because a loop is differentiated whole: elimination sees its items as
inputs.

The tangent of a carried value may be a structural zero before the loop and none after a round:
`flows` says first which values move which, so that a round is derived once.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from functools import reduce

from lazyad.derivatives.algebra import or_zero
from lazyad.derivatives.calls import pushed_call
from lazyad.derivatives.elimination import Edges, Linearized, Vector, accumulate
from lazyad.derivatives.orders import forward
from lazyad.derivatives.partials import derived_origin, deriving
from lazyad.graph import (
    CALL,
    CONST,
    INPUT,
    ITEM,
    LOOP,
    PUT,
    REGIONS,
    TABLE,
    TAKE,
    ZERO,
    Graph,
    Node,
    const,
    reached,
    rewrite,
)
from lazyad.ops import where
from lazyad.regions import Loop, blank, is_table, items, put, smooth, table, tables_in, take
from lazyad.values.origin import state
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves, numbered_name

Columns = list[dict[Node, Node]]
# A value, and what it has along each direction: tangents, or the coefficients of a Taylor series.
Series = Sequence[Node]
# What a round and the series of some of its inputs come to: a round of the same values, the series
# of its Nodes, and all Nodes of both.
Expanded = tuple[Graph, Callable[[Node], Series], list[Node]]
Expand = Callable[..., Expanded]  # of a round, series, and which of its inputs are tables


def is_moving(series: Series) -> bool:
    """Whether it has anything beside the value."""
    return any(one is not ZERO for one in series[1:])


def through_loops(
    graph: Graph,
    columns: Sequence[Vector],
    kernel: bool = False,
    given: Container[Node] = (),
) -> tuple[Graph, Columns]:
    """The graph whose loops carry the tangents along each column, and the columns that seed what
    the loops come to as well, and tables; and in a `kernel` what is taken from tables, of their
    tangents. The inputs that are `given` are tables."""
    known: Columns = [dict(column) for column in columns]
    if graph.ops.keys().isdisjoint((*REGIONS, TAKE, PUT)):
        return graph, known

    def lead(part: Graph) -> None:
        for column in known:
            column.update(_tangents(part, column))

    def pushed(node: Node) -> tuple[Node, list[Node]]:
        with deriving(graph) as now:
            for arg in node.args:
                now.origin = derived_origin(arg)
                for column in known if arg.op is TABLE else ():
                    column.update(_table(arg, column))
            now.origin = derived_origin(node)
            if node.op is TAKE:
                for column in known:
                    if node.args[0] in column:
                        column[node] = take(column[node.args[0]], node.args[1])
                return node, []
            if node.op not in REGIONS:
                for column in known:
                    column.update(_changed(node, column))
                return node, []
            directions = [
                {at: column[arg] for at, arg in enumerate(node.args) if arg in column}
                for column in known
            ]
            if not any(directions) or (node.op is CALL and node.payload.fixed):
                return node, items(node)
            if node.op is CALL:
                new, own, moved = pushed_call(node, directions, through_loops)
            else:
                now.origin = None
                names = ["d{}"] * len(directions)
                new, own, moved = moved_loop(
                    node, directions, names, _with_tangents, given, seeded=True
                )
        for column, found in zip(known, moved, strict=True):
            column.update((own[at], tangent) for at, tangent in found.items())
        return new, own

    def stops(node: Node) -> bool:
        if node.op.lazy:
            return is_table(node, given)
        return node.op in REGIONS or node.op is PUT or (node.op is TAKE and _moves(node, kernel))

    return each_loop(graph, stops, lead, pushed), known


def _moves(node: Node, kernel: bool) -> bool:
    """Whether what is taken there may have a tangent that no edge leads to. A table that is visible
    has an edge to what is taken from it, which is all that is needed where its inputs have columns
    of their own."""
    numbers = node.args[0]
    return numbers.op is not TABLE or (kernel and any(arg.op is not CONST for arg in numbers.args))


def _changed(node: Node, column: Vector) -> dict[Node, Node]:
    """The table of tangents of one with another number in it, or of a choice of two."""
    if column.keys().isdisjoint(node.args):
        return {}
    if node.op is PUT:
        numbers, at, value = node.args
        return {node: put(_tangents_in(numbers, column), at, column.get(value, const(0.0)))}
    condition, *sides = node.args
    return {node: where(condition, *[_tangents_in(side, column) for side in sides])}


def _tangents_in(node: Node, column: Vector) -> Node:
    """The table of tangents of one."""
    return column[node] if node in column else blank(node)


def _table(node: Node, column: Vector) -> dict[Node, Node]:
    """The table of the tangents that a table's numbers have, if any has one."""
    moving = [column.get(arg, ZERO) for arg in node.args]
    if node in column or all(one is ZERO for one in moving):
        return {}
    return {node: table([*map(or_zero, moving)])}


def each_loop(
    graph: Graph,
    stops: Callable[[Node], bool],
    lead: Callable[[Graph], None],
    pushed: Callable[[Node], tuple[Node, list[Node]]],
) -> Graph:
    """The graph with what `pushed` makes of each loop, or other Node that `stops`, which gives the
    old items too. Before that `lead` gets the part of the graph that leads there, from the last
    such Node on."""
    if not any(map(stops, graph.nodes)):
        return graph
    leading, ends = _leading(graph, stops)
    since: list[Node] = []
    shared: list[Node] = []  # of these, what others read too
    values: dict[Node, list[Node]] = {}  # the items of each loop, by their old places

    def visit(node: Node) -> Node:
        old = state.replaced
        if node.op is ITEM and node.args[0] in values:
            one: Node = values[node.args[0]][node.payload]
            return one
        if stops(old):
            lead(graph.part(since, tuple(shared)))
            since.clear()
            shared.clear()
            new, own = pushed(node)
            values[new] = own
            return new
        if old in leading:
            since.append(node)
            shared.extend([node] if old in ends else [])
        return node

    return rewrite(graph, visit)


def _leading(graph: Graph, stops: Callable[[Node], bool]) -> tuple[set[Node], set[Node]]:
    """What leads to a Node that stops, and what of it is read by others than those that lead to the
    next."""
    found = [node for node in graph.nodes if stops(node)]
    leading = {one for one in reached([arg for node in found for arg in node.args]) if one.args}
    place: dict[Node, int] = {}
    ends = set(leaves(graph.outputs))
    passed = 0
    for node in graph.nodes:
        if stops(node):
            passed += 1
        elif node in leading and node.op is not TABLE:
            place[node] = passed
        ends.update(arg for arg in node.args if place.get(arg) != place.get(node))
    return leading, ends


def _tangents(part: Graph, column: Vector) -> dict[Node, Node]:
    """The tangents along one column of all that leads to the outputs of a part of a graph."""
    read = dict.fromkeys(arg for node in part.nodes for arg in node.args)
    seeds = {arg: column[arg] for arg in read if arg in column}
    part = part.part([*seeds, *part.nodes], part.outputs)
    linear = Linearized(part, [seeds], [{end: const(1.0)} for end in part.outputs])
    return tangents_of(accumulate(linear, forward, set(part.nodes), kernel=True)[1])


def tangents_of(eliminated: Edges) -> dict[Node, Node]:
    """The tangent of each vertex along the only column."""
    return {v: t for v, edges in eliminated.items() for t in edges.values() if t is not ZERO}


def _with_tangents(body: Graph, seeds: Mapping[Node, Series], tables: Container[Node]) -> Expanded:
    """The round with the tangents along each direction."""
    ways = range(1, max(map(len, seeds.values())))
    columns = [{x: one[k] for x, one in seeds.items() if one[k] is not ZERO} for k in ways]
    body, columns = through_loops(body, columns, True, tables)
    ends = (*body.outputs[1], *leaves(body.outputs[3:]))
    nodes = [*body.nodes]
    for column in columns:
        linear = Linearized(body, [column], [{end: const(1.0)} for end in ends])
        inner = accumulate(linear, forward, set(body.nodes), kernel=True)[1]
        column.update(tangents_of(inner))
        nodes += column.values()
    return body, lambda node: [node, *[column.get(node, ZERO) for column in columns]], nodes


def moved_loop(
    loop: Node,
    directions: Sequence[Mapping[int, Node]],
    names: Sequence[str],
    expand: Expand,
    given: Container[Node],
    *,
    seeded: bool,
) -> tuple[Node, list[Node], list[dict[int, Node]]]:
    """The loop with what its arguments have along each direction, its old items, and what those
    that move have: tangents (`seeded`) or coefficients, called by these names. The Nodes that are
    `given` are tables."""
    what: Loop = loop.payload
    inputs, moving = arguments(what), flows(what)
    seeds: list[dict[int, Node]] = []
    with deriving(what.body):
        for direction in directions:
            way = sum(1 << at for at in direction)
            also = [at for at in range(what.carried) if moving[at] & way]
            seeds.append({at: seed_for(inputs[at]) for at in sorted({*direction, *also})})
    moved = sorted({at for one in seeds for at in one})
    series = {inputs[at]: [inputs[at], *[one.get(at, ZERO) for one in seeds]] for at in moved}
    tables = tables_in(loop, given)
    also_tables = {one[at] for one in seeds for at in one if inputs[at] in tables}
    body, of, nodes = expand(what.body, series, tables | also_tables)
    after, (counts, kept) = body.outputs[1], body.outputs[2:] or ((), ())
    riders: list[Rider] = []
    records: list[tuple[Node, Node]] = []
    places: list[dict[int, int]] = []  # of what items have, that of records after the others
    for k, (direction, own, name) in enumerate(zip(directions, seeds, names, strict=True), 1):
        places.append({})
        for at, seed in own.items():
            end = None
            if at < what.carried:
                end = or_blank(of(after[at])[k], after[at], tables)
                places[-1][at] = what.carried + sum(one.end is not None for one in riders)
            start = or_blank(direction.get(at, ZERO), loop.args[at], given)
            riders.append(Rider(at, seed, name.format(seed.payload), start, end))
        for at, one in enumerate(kept, what.carried):
            if of(one)[k] is not ZERO:
                places[-1][at] = -1 - len(records)
                records.append((counts[at - what.carried], of(one)[k]))
    new = widened(loop, body, riders, records, nodes=nodes, seeded=seeded)
    every = items(new)
    first = new.payload.items - len(records)
    ends = [
        {at: every[to if to >= 0 else first - 1 - to] for at, to in one.items()} for one in places
    ]
    return new, [*every[: what.carried], *every[new.payload.carried : first]], ends


def or_blank(one: Node, like: Node, tables: Container[Node]) -> Node:
    """What goes along with that: zeros, if nothing does, of a table a table."""
    return blank(like) if one is ZERO and is_table(like, tables) else or_zero(one)


def seed_for(one: Node) -> Node:
    """An input of a round for a tangent or an adjoint of that one."""
    return Node(INPUT, (), one.payload, derived_origin(one))


class Rider(NamedTuple):
    """What goes along with an argument of a loop: an input of the body, what it is before the first
    round, and of a carried value what it is after a round."""

    at: int
    input: Node
    name: str
    start: Node
    end: Node | None


def widened(
    loop: Node,
    body: Graph,
    riders: Sequence[Rider],
    kept: Sequence[tuple[Node, Node]],
    *,
    nodes: Collection[Node],
    seeded: bool,
) -> Node:
    """The loop with its riders behind those that they go along with, and with more that is kept;
    `seeded` are the riders if they are tangents."""
    what: Loop = loop.payload
    last = what.carried + what.over
    groups = [
        [one for one in riders if one.at < what.carried],
        [one for one in riders if what.carried <= one.at < last],
        [one for one in riders if one.at >= last],
    ]
    own = [*body.inputs.items()]
    cuts = [0, what.carried, what.given, what.given + what.over, len(own)]
    parts = [own[start:end] for start, end in itertools.pairwise(cuts)]
    taken = {*body.inputs}
    names: list[dict[str, Node]] = []
    for group in groups:
        names.append({})
        for one in group:
            name = numbered_name(one.name, taken)
            taken.add(name)
            names[-1][name] = one.input
    both = {**dict(parts[0]), **names[0], **dict(parts[1])}
    both |= {**dict(parts[2]), **names[1], **dict(parts[3]), **names[2]}
    go, after, *records = body.outputs
    ends = [one.end for one in groups[0] if one.end is not None]
    if records:
        more = [tuple(one) for one in zip(*kept, strict=True)] or [(), ()]
        records = [(*one, *new) for one, new in zip(records, more, strict=True)]
    seeds = tuple([name for group in names for name in group]) if seeded else ()
    new = Graph(both, (go, (*after, *ends), *records), body.name, nodes, seeds)
    starts = [[one.start for one in group] for group in groups]
    args = (*loop.args[: what.carried], *starts[0], *loop.args[what.carried : last], *starts[1])
    args = (*args, *loop.args[last:], *starts[2])
    payload = Loop(new, what.carried + len(ends), what.rounds, what.over + len(starts[1]))
    return Node(LOOP, args, payload, loop.origin)


def arguments(what: Loop) -> list[Node]:
    """The inputs of its body that its arguments are for: all but the number of the round."""
    inputs = what.inputs
    return inputs[: what.carried] + inputs[what.given :]


def flows(what: Loop) -> list[int]:
    """For each item of a loop the arguments that it moves with, one bit for each.

    >>> x, y, c = [Node.input(name) for name in "xyc"]
    >>> swap = Graph([x, y, c], (const(True), (y, x * c)))
    >>> [f"{way:03b}" for way in flows(Loop(swap, 2))]
    ['111', '111']
    """
    carried = what.carried
    way = {one: 1 << at for at, one in enumerate(arguments(what))}
    inner: dict[Node, list[int]] = {}
    for node in what.body.nodes:
        if node.op is LOOP:
            inner[node] = [
                union(way.get(arg, 0) for at, arg in enumerate(node.args) if moved >> at & 1)
                for moved in flows(node.payload)
            ]
        elif node.op is CALL:
            moved = 0 if node.payload.fixed else union(way.get(arg, 0) for arg in node.args)
            inner[node] = [moved] * node.payload.items
        elif node.op is ITEM:
            way[node] = inner[node.args[0]][node.payload]
        elif node.args:
            way[node] = union(way.get(arg, 0) for arg in smooth(node))
    after = [way.get(one, 0) for one in what.body.outputs[1]]
    for through in range(carried):
        for at in range(carried):
            if after[at] >> through & 1:
                after[at] |= after[through]
    kept = [way.get(one, 0) for one in what.records]
    before = [(one, [at for at in range(carried) if one >> at & 1]) for one in kept]
    return [*after, *[one | union(after[at] for at in those) for one, those in before]]


def union(ways: Iterable[int]) -> int:
    return reduce(operator.or_, ways, 0)
