"""Derivatives through loops, calls and tables: tangents are carried beside the values.

In: a Graph with loops, and what its inputs are seeded with. Out: the Graph whose loops compute
value and tangents together, and the tangents of what they come to, which are seeds for what
follows. A room of its own because a loop is differentiated whole: elimination sees its items as
inputs.

The tangent of a carried value may be a structural zero before the loop and none after a round: so
the rounds are looked at until no other tangent appears.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lazyad.derivatives.algebra import negated, plus, product
from lazyad.derivatives.elimination import Linearized, Vector, accumulate
from lazyad.derivatives.orders import forward
from lazyad.derivatives.partials import derived_origin, deriving
from lazyad.evaluation import evaluate
from lazyad.graph import (
    CALL,
    CONST,
    INPUT,
    LOOP,
    REGIONS,
    TABLE,
    TAKE,
    ZERO,
    Graph,
    Node,
    const,
    lifted,
    rewrite,
)
from lazyad.regions import Call, Loop, items, table, take
from lazyad.values.structure import free_name

Columns = list[dict[Node, Node]]


def through_loops(
    graph: Graph, columns: Sequence[Vector], kernel: bool = False
) -> tuple[Graph, Columns]:
    """The graph whose loops carry the tangents along each column, and the columns that seed what
    the loops come to as well; and in a `kernel` what is taken from tables, of their tangents."""
    known: Columns = [dict(column) for column in columns]
    done: set[Node] = set()
    while True:
        ready = _ready(graph, done, kernel)
        if not ready:
            return graph, known
        takes = [node for node in ready if node.op is TAKE]
        if takes:  # that do not depend on each other
            for column in known:
                _take(graph, column, takes)
            done.update(takes)
            continue
        loop = ready[0]
        done.add(loop)
        if loop.op is CALL and loop.payload.fixed:
            continue
        directions = [_directions(graph, column, loop.args) for column in known]
        if any(directions):
            with deriving(graph) as now:
                now.origin = derived_origin(loop)
                push = _pushed if loop.op is LOOP else _pushed_call
                new, ends = push(loop, directions)
            done.add(new)
            values = items(new)
            if loop.op is CALL:  # which has the tangents of one time before the values of the next
                size, wide = len(loop.payload.body.outputs), len(new.payload.body.outputs)
                values = [one for at, one in enumerate(values) if at % wide < size]
            graph = with_items(graph, loop, values)
            for column, found in zip(known, ends, strict=True):
                column.update((values[at], tangent) for at, tangent in found.items())


def _ready(graph: Graph, done: set[Node], kernel: bool) -> list[Node]:
    """The loops to differentiate, and what is taken from tables, that depend on no others. A
    table that is visible has an edge to what is taken from it, which is all that is needed where
    its inputs have columns of their own."""
    found: dict[Node, None] = {}
    behind: set[Node] = set()
    for node in graph.nodes:
        if not behind.isdisjoint(node.args):
            behind.add(node)
        elif node not in done and (
            node.op in REGIONS or (node.op is TAKE and _moves(node, kernel))
        ):
            found[node] = None
            behind.add(node)
    return [*found]


def _moves(node: Node, kernel: bool) -> bool:
    """Whether what is taken there may have a tangent that no edge leads to."""
    numbers = node.args[0]
    return numbers.op is not TABLE or (kernel and any(arg.op is not CONST for arg in numbers.args))


def _directions(graph: Graph, column: dict[Node, Node], args: Sequence[Node]) -> dict[int, Node]:
    """The tangents of a loop's arguments, by their place."""
    ends = [one for arg in args for one in (arg.args if arg.op is TABLE else (arg,))]
    found, others = tangents(graph, column, ends)
    column.update(others)
    with deriving(graph) as now:
        for arg in args:
            now.origin = derived_origin(arg)
            if arg not in column and (tangent := table_of(arg, found)) is not None:
                column[arg] = tangent
    return {
        at: column[arg] if arg.op is TABLE else found[arg]
        for at, arg in enumerate(args)
        if (arg in column if arg.op is TABLE else found[arg] is not ZERO)
    }


def _take(graph: Graph, column: dict[Node, Node], takes: Sequence[Node]) -> None:
    """Let the column know the tangents of what is taken: the same of the tables' tangents."""
    tables = {node.args[0]: None for node in takes}
    ends = [arg for one in tables if one.op is TABLE for arg in one.args]
    found, others = tangents(graph, column, ends)
    column.update(others)
    with deriving(graph) as now:
        for one in tables:
            now.origin = derived_origin(one)
            tangent = table_of(one, found)
            if tangent is not None:
                column[one] = tangent
        for node in takes:
            if node.args[0] in column:
                now.origin = derived_origin(node)
                column[node] = take(column[node.args[0]], node.args[1])


def table_of(node: Node, found: Mapping[Node, Node]) -> Node | None:
    """The table of the tangents that a table's numbers have, if any has one."""
    moving = [found.get(arg, ZERO) for arg in node.args]
    if node.op is not TABLE or all(one is ZERO for one in moving):
        return None
    return table([0.0 if one is ZERO else one for one in moving])


def tangents(
    graph: Graph, column: Vector, ends: Sequence[Node]
) -> tuple[dict[Node, Node], dict[Node, Node]]:
    """The tangents of some Nodes, and of all that they are computed from, along one column."""
    part = graph.returning(tuple(dict.fromkeys(ends)))
    linear = Linearized(part, [column], [{end: const(1.0)} for end in part.outputs])
    rows, inner = accumulate(linear, forward, set(part.nodes), kernel=True)
    found = {e: row.get(0, ZERO) for e, row in zip(part.outputs, rows, strict=True)}
    return found, {v: t for v, edges in inner.items() for t in edges.values() if t is not ZERO}


def _pushed(
    loop: Node, directions: Sequence[Mapping[int, Node]]
) -> tuple[Node, list[dict[int, Node]]]:
    """The loop with the tangents of its arguments along each direction; and those of its items."""
    what: Loop = loop.payload
    names = [*what.body.inputs]
    shift = what.given - what.carried
    body = what.body
    carried: list[tuple[int, Node, Node, Node]] = []  # which value's; its input, start and end
    read: list[tuple[Node, Node]] = []
    ends: list[dict[int, Node]] = []
    order: list[Node] = []
    for direction in directions:
        body, found, seeds, more = _round(body, what.carried, shift, direction)
        ends.append({})
        for at, seed in seeds.items():
            if at < what.carried:
                ends[-1][at] = seed
                after = found[body.outputs[1][at]]
                start = direction.get(at, const(0.0))
                carried.append((at, seed, start, const(0.0) if after is ZERO else after))
            else:
                read.append((seed, direction[at]))
        order += more
    value = dict(zip(names, body.inputs.values(), strict=True))
    tangent_names: dict[str, Node] = {}
    for seed in [*[one[1] for one in carried], *[one[0] for one in read]]:
        tangent_names[free_name(f"d{seed.payload}", {*value, *tangent_names})] = seed
    of = {seed: name for name, seed in tangent_names.items()}
    both = {
        **{name: value[name] for name in names[: what.carried]},
        **{of[seed]: seed for _, seed, _, _ in carried},
        **{name: value[name] for name in names[what.carried :]},
        **{of[seed]: seed for seed, _ in read},
    }
    go, after = body.outputs
    new_body = Graph(
        both,
        (go, (*after, *[end for *_, end in carried])),
        body.name,
        [*body.nodes, *order],
        tuple(tangent_names),
    )
    args = (
        *loop.args[: what.carried],
        *[start for _, _, start, _ in carried],
        *loop.args[what.carried :],
        *[start for _, start in read],
    )
    payload = Loop(new_body, what.carried + len(carried), what.rounds)
    new = Node(LOOP, args, payload, loop.origin)
    place = {seed: what.carried + at for at, (_, seed, _, _) in enumerate(carried)}
    every = items(new)
    return new, [{at: every[place[seed]] for at, seed in found.items()} for found in ends]


def _round(
    body: Graph, carried: int, shift: int, direction: Mapping[int, Node]
) -> tuple[Graph, dict[Node, Node], dict[int, Node], list[Node]]:
    """The body, the tangents of what it comes to, the seeds of its inputs by the loop's argument
    that each is of, and the Nodes in between."""
    inputs = [*body.inputs.values()]
    seeds: dict[int, Node] = {}
    wanted = set(direction)
    while True:
        for at in sorted(wanted - seeds.keys()):
            one = inputs[at if at < carried else at + shift]
            with deriving(body):
                seeds[at] = Node(INPUT, (), one.payload, derived_origin(one))
        column = {inputs[at if at < carried else at + shift]: seed for at, seed in seeds.items()}
        inner, (known,) = through_loops(body, [column], kernel=True)
        after = inner.outputs[1]
        found, others = tangents(inner, known, after)
        wanted = {at for at in range(carried) if found[after[at]] is not ZERO}
        if wanted <= seeds.keys():
            return inner, found, seeds, [*others.values()]


def with_items(graph: Graph, loop: Node, values: Sequence[Node]) -> Graph:
    """The graph that reads the values of another loop."""

    def visit(node: Node) -> Node:
        reads = bool(node.args) and node.args[0] is loop and node.op.name == "item"
        return values[node.payload] if reads else node

    return rewrite(graph, visit)


# ---------------------------------------------------------------------------------- calls


def _pushed_call(
    node: Node, directions: Sequence[Mapping[int, Node]]
) -> tuple[Node, list[dict[int, Node]]]:
    """The call whose states have their tangents beside them, along each direction; and those of its
    results: where a time moves by dt, the states there move by their slopes times dt, too (the
    Leibniz rule)."""
    what: Call = node.payload
    size, first, body = len(what.body.outputs), what.first, what.body
    inputs, args = what.inputs, node.args
    read = args[what.starts :]

    def slopes(t: Node, states: Sequence[Node]) -> list[Node]:
        known = dict(zip(inputs, [t, *states, *read], strict=True))
        return [*map(lifted, evaluate(what.body.outputs, known))]

    begun = slopes(args[0], args[first : what.starts]) if any(0 in d for d in directions) else []
    carried: list[tuple[int, int, Node, Node, Node]] = []  # of which direction and state
    also_read: list[tuple[Node, Node]] = []
    starts: list[dict[int, Node]] = []
    order: list[Node] = []
    for way, direction in enumerate(directions):
        moved = {at - first: one for at, one in direction.items() if at >= first}
        start = {at: one for at, one in moved.items() if at < what.states}
        for at in range(size) if 0 in direction else ():
            lost = negated(product(begun[at], direction[0]))
            start[at] = plus(start.get(at, ZERO), lost)
        starts.append(start)
        wanted = {*moved, *(start if what.states else ())}
        body, found, seeds, more = _slopes(body, wanted, what.states)
        order += more
        for at in range(size):
            tangent = found[body.outputs[at]]
            if at in seeds if what.states else tangent is not ZERO:
                seed = seeds[at] if what.states else ZERO
                begin = start.get(at, ZERO) if what.states else ZERO
                carried.append((way, at, seed, begin, tangent))
        also_read += [(seeds[at], moved[at]) for at in sorted(seeds) if at >= what.states]
    new = _beside(node, body, carried, also_read, order)
    every, wide = items(new), size + len(carried)
    ends: list[dict[int, Node]] = [{} for _ in directions]
    for k in range(what.times):
        values = every[k * wide : k * wide + size]
        moves = [direction.get(1 + k, ZERO) for direction in directions]
        there = (
            slopes(args[1 + k], values if what.states else ())
            if any(one is not ZERO for one in moves)
            else []
        )
        for way, move in enumerate(moves):
            for at in range(size):
                own = [c for c, one in enumerate(carried) if one[:2] == (way, at)]
                tangent = every[k * wide + size + own[0]] if own else ZERO
                if not what.states:
                    tangent = plus(tangent, starts[way].get(at, ZERO))
                if move is not ZERO:
                    tangent = plus(tangent, product(there[at], move))
                if tangent is not ZERO:
                    ends[way][k * size + at] = tangent
    return new, ends


def _slopes(
    body: Graph, wanted: set[int], states: int
) -> tuple[Graph, dict[Node, Node], dict[int, Node], list[Node]]:
    """The body, the tangents of its slopes, the seeds of its inputs after the time by their place,
    and the Nodes in between."""
    inputs = [*body.inputs.values()][1:]
    seeds: dict[int, Node] = {}
    while True:
        for at in sorted(wanted - seeds.keys()):
            with deriving(body):
                seeds[at] = Node(INPUT, (), inputs[at].payload, derived_origin(inputs[at]))
        column = {inputs[at]: seed for at, seed in seeds.items()}
        inner, (known,) = through_loops(body, [column], kernel=True)
        found, others = tangents(inner, known, inner.outputs)
        wanted = {at for at in range(states) if found[inner.outputs[at]] is not ZERO}
        if wanted <= seeds.keys():
            return inner, found, seeds, [*others.values()]


def _beside(
    node: Node,
    body: Graph,
    carried: Sequence[tuple[int, int, Node, Node, Node]],
    also_read: Sequence[tuple[Node, Node]],
    order: Sequence[Node],
) -> Node:
    """The call with the tangents beside its states, and beside what is read."""
    what: Call = node.payload
    names, inputs = [*body.inputs], [*body.inputs.values()]
    value = dict(zip(names, inputs, strict=True))
    seeds = [seed for _, _, seed, _, _ in carried if seed is not ZERO]
    of: dict[str, Node] = {}
    for seed in [*seeds, *[one for one, _ in also_read]]:
        of[free_name(f"d{seed.payload}", {*value, *of})] = seed
    called = {seed: name for name, seed in of.items()}
    both = {name: value[name] for name in names[: what.given]}
    both |= {called[seed]: seed for seed in seeds}
    both |= {name: value[name] for name in names[what.given :]}
    both |= {called[seed]: seed for seed, _ in also_read}
    ends = [const(0.0) if end is ZERO else end for *_, end in carried]
    begins = [
        const(0.0) if begin is ZERO else begin
        for _, _, seed, begin, _ in carried
        if seed is not ZERO
    ]
    new = Graph(both, (*body.outputs, *ends), body.name, [*body.nodes, *order], tuple(of))
    args = (
        *node.args[: what.starts],
        *begins,
        *node.args[what.starts :],
        *[one for _, one in also_read],
    )
    payload = what._replace(body=new, given=what.given + len(seeds))
    return Node(CALL, args, payload, node.origin)
