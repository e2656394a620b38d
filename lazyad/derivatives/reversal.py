"""Reverse mode through loops: the rounds are run again backwards, with adjoints for values.

In: a Graph with loops, what its inputs are seeded with and what its outputs are weighed with. Out:
the Graph whose loops keep what each round began with, and weights of what stands before the loops
alone. A room of its own because this alone stores what rounds computed: the price of a gradient
that costs a few times the loop, however many inputs it is in.

A round keeps the carried values that it began with; all else it computed is computed again when it
is run backwards. The backward loop carries one adjoint for each value that the loop carried, and
sums those of what the loop read (Griewank & Walther, Evaluating Derivatives, 2008, chapters 3, 12).
"""

from __future__ import annotations

import math
from collections.abc import Container, Mapping, Sequence

from lazyad.derivatives.algebra import plus
from lazyad.derivatives.elimination import Linearized, Vector, accumulate, always_evaluated
from lazyad.derivatives.loops import Columns, arguments, flows, seed_for, union
from lazyad.derivatives.matrices import units
from lazyad.derivatives.orders import reverse, weight
from lazyad.derivatives.partials import derived_origin, deriving, failures, lost
from lazyad.evaluation import evaluate
from lazyad.graph import (
    CALL,
    CONST,
    INPUT,
    ITEM,
    LOOP,
    RAISE,
    TABLE,
    TAKE,
    ZERO,
    Graph,
    Node,
    const,
    is_const,
    rewrite,
    walk,
)
from lazyad.ops import where
from lazyad.regions import Loop, everything, is_table, items, smooth, tables_in, take
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import free_name, leaves


class Costs(NamedTuple):
    """What the loops of a derivative take, in products a round: once with the tangents along each
    column, and once with the adjoints of each row."""

    forward: int
    backward: int
    tangents: int  # the most that one of them carries for one value
    adjoints: int

    @property
    def reversed(self) -> bool:
        """Whether the loops are run backwards: what they keep is to be worth it."""
        return 5 * self.backward < 4 * self.forward

    def __str__(self) -> str:
        carried = f"carry {self.tangents} tangent(s), which costs {self.forward}"
        back = f"run backwards with {self.adjoints} adjoint(s)"
        if self.reversed:
            return f"loops are {back}, which costs {self.backward} a round and not {self.forward}"
        return f"loops {carried} a round; {back} they would cost {self.backward}"


def costs_of_loops(graph: Graph, columns: Sequence[Vector], rows: Sequence[Vector]) -> Costs | None:
    """None where no loop moves, where one keeps rows already or reads a table that moves, and where
    a routine is called."""
    if any(node.op is CALL for node in everything(graph)):
        return None
    loops = [node for node in graph.nodes if node.op is LOOP]
    moved = ways_of(graph, [{*column} for column in columns]) if loops else {}
    if any(_has_rows(loop, moved) for loop in loops):
        return None
    wanted = _wanted(graph, rows)
    forward = backward = tangents = adjoints = 0
    for loop in loops:
        k = union(moved.get(arg, 0) for arg in loop.args).bit_count()
        m = wanted.get(loop, 0).bit_count()
        own = weight(loop.payload.body)
        if k and m:
            forward += own * (2 + k)
            backward += own * (3 + m) + KEPT * loop.payload.carried
            tangents, adjoints = max(tangents, k), max(adjoints, m)
    return Costs(forward, backward, tangents, adjoints) if tangents else None


def _has_rows(loop: Node, moved: Container[Node], given: Container[Node] = ()) -> bool:
    what: Loop = loop.payload
    whole = any(is_table(one, given) for one in loop.args[: what.carried])
    if what.over or what.records or whole:
        return True
    tables = [at for at, one in enumerate(loop.args) if one.op is TABLE and one in moved]
    if tables and (places_taken(what, what.body) is None or LOOP in what.body.ops):
        return True
    inner = [node for node in what.body.nodes if node.op is LOOP]
    own = tables_in(loop, given)
    return any(_has_rows(one, {*what.body.nodes}, own) for one in inner)


def places_taken(what: Loop, body: Graph) -> dict[Node, list[int | None]] | None:
    """For each number that a round takes from a table, its place in each round, or None if that is
    none: it is not taken there. None where places are not known before the loop runs."""
    counted = what.rounds is not None and is_const(what.body.outputs[0], True)
    takes = [node for node in body.nodes if node.op is TAKE]
    if not counted or what.rounds is None:
        return None if takes else {}
    number = what.inputs[what.carried]
    found: dict[Node, list[int | None]] = {}
    for node in takes:
        if any(one.op is INPUT and one is not number for one in walk([node.args[1]])):
            return None
        found[node] = [_place(node.args[1], {number: float(k)}) for k in what.rounds]
    return found


def _place(index: Node, known: Mapping[Node, float]) -> int | None:
    try:
        return int(evaluate([index], known)[0])
    except (ArithmeticError, ValueError):
        return None


KEPT = 4  # what it costs to keep a number and to read it again, in products


def ways_of(graph: Graph, columns: Sequence[Container[Node]]) -> dict[Node, int]:
    """The columns that move each Node, one bit for each."""
    seeded = dict.fromkeys(leaves(graph.inputs))
    way = {
        node: bits
        for node in seeded
        if (bits := sum(1 << at for at, column in enumerate(columns) if node in column))
    }
    inner: dict[Node, list[int]] = {}
    for node in graph.nodes:
        if node.op is LOOP:
            inner[node] = [_through(one, node, way) for one in flows(node.payload)]
        elif node.op is ITEM:
            bits = inner[node.args[0]][node.payload]
            way.update([(node, bits)] if bits else [])
        elif node.args:
            bits = union(way.get(arg, 0) for arg in smooth(node))
            way.update([(node, bits)] if bits else [])
    return way


def _through(item: int, loop: Node, way: dict[Node, int]) -> int:
    return union(way.get(arg, 0) for at, arg in enumerate(loop.args) if item >> at & 1)


def _wanted(graph: Graph, rows: Sequence[Vector]) -> dict[Node, int]:
    """The rows that each Node leads to, one bit for each."""
    found: dict[Node, int] = {}
    for at, row in enumerate(rows):
        for node in row:
            found[node] = found.get(node, 0) | 1 << at
    for node in reversed(graph.nodes):
        bits = found.get(node, 0)
        for arg in node.args if bits else ():
            found[arg] = found.get(arg, 0) | bits
    return found


def back_through_loops(
    graph: Graph, columns: Sequence[Vector], rows: Sequence[Vector]
) -> tuple[Graph, Columns]:
    """The graph whose loops keep what their rounds need, and rows that weigh only what stands
    before the loops: what comes after them counts through their arguments."""
    if LOOP not in graph.ops:
        return graph, [dict(row) for row in rows]
    graph, new, active = _recording(graph, columns)
    weights: Columns = []
    for row in rows:
        weights.append({})
        for node, one in row.items():
            _add(weights[-1], new.get(node, node), one, False)
    with deriving(graph):
        failing = failures(graph.nodes)
        raising = lost(failing.values())
    always = always_evaluated(graph, {node for node, one in failing.items() if one in raising})
    sides = {} if always.issuperset(graph.nodes) else _sides(graph)
    named = set(graph.nodes)
    since: list[Node] = []  # from the last Node back to a loop
    for node in reversed(graph.nodes):
        if node.op is LOOP:
            _back_to(graph.part(since[::-1], ()), weights, active, named, always)
            since = []
            for row, found in zip(weights, _pulled(node, weights, active), strict=True):
                for arg, one in found:
                    if arg in active:
                        _add(row, arg, _where_taken(node, sides, one), arg not in always)
        elif node in active and node.op is not ITEM and node.args:
            since.append(node)
    return graph, weights


_Side = tuple[Node, bool]  # of a condition: where it holds, or where it does not


def _sides(graph: Graph) -> dict[Node, list[_Side]]:
    """The sides that each Node is evaluated on alone, outermost first."""
    found: dict[Node, list[_Side]] = {leaf: [] for leaf in leaves(graph.outputs)}
    for node in reversed(graph.nodes):
        for at, arg in enumerate(node.args if node in found else ()):
            own = found[node]
            if node.op.lazy and at:
                own = [*own, (node.args[0], at == 1)]
            if arg in found:
                known = {(id(one), holds) for one, holds in found[arg]}
                own = [(one, holds) for one, holds in own if (id(one), holds) in known]
            found[arg] = own
    return found


def _where_taken(loop: Node, sides: dict[Node, list[_Side]], one: Node) -> Node:
    """What a loop adds that is not run elsewhere: it is not run backwards there, nor for that."""
    for condition, holds in reversed(sides.get(loop, [])):
        if all(any(c is side for side, _ in sides[loop]) for c, _ in sides[condition]):
            one = where(condition, one, 0.0) if holds else where(condition, 0.0, one)
    return one


def _add(row: dict[Node, Node], node: Node, weight: Node, lazy: bool) -> None:
    row[node] = plus(row[node], weight, lazy) if node in row else weight


def _recording(
    graph: Graph, columns: Sequence[Vector]
) -> tuple[Graph, dict[Node, Node], set[Node]]:
    """The graph whose loops keep all that their rounds begin with, what it has instead of the
    Nodes, and those that the columns move."""
    seeded = [{node for column in columns for node in column}]
    moved = ways_of(graph, seeded)
    before = iter(graph.nodes)
    new: dict[Node, Node] = {}

    def visit(node: Node) -> Node:
        old = next(before)
        if node.op is LOOP and any(arg in moved for arg in old.args):
            taken = any(arg.op is TABLE and arg in moved for arg in old.args)  # by its own rounds
            node = _keeping(node) if taken else _in_stretches(node)
        new[old] = node
        return node

    graph = rewrite(graph, visit)
    return graph, new, set(ways_of(graph, seeded))


def _keeping(loop: Node) -> Node:
    """The loop that keeps all that its rounds begin with."""
    what: Loop = loop.payload
    go, after = what.body.outputs
    kept = tuple(what.inputs[: what.given])
    body = what.body.returning((go, after, _counts(what)[0], kept))
    return Node(LOOP, loop.args, what._replace(body=body), loop.origin)


def _in_stretches(loop: Node) -> Node:
    """The loop that keeps what its rounds begin with. A long one becomes one of as many stretches
    as each has rounds: what these begin with is kept of all, and what the rounds begin with of one
    (Griewank & Walther, chapter 12)."""
    what: Loop = loop.payload
    rounds, body = what.rounds, what.body
    if rounds is None or len(rounds) < LONG or not is_const(body.outputs[0], True):
        return _keeping(loop)
    size = math.isqrt(len(rounds))
    count = len(rounds) // size
    names = [*body.inputs]
    number = what.inputs[what.carried]
    kth, stretch = [Node(INPUT, (), one, number.origin) for one in ("k", "stretch")]
    at = (stretch * float(size) + kth) * float(rounds.step) + float(rounds.start)
    round_ = rewrite(body, lambda node: at if node is number else node)
    inputs = {**body.inputs, names[what.carried]: kth, free_name("stretch", names): stretch}
    inner = Graph(inputs, round_.outputs, body.name, round_.nodes, body.seeds)
    own = {name: Node(INPUT, (), one.payload, one.origin) for name, one in body.inputs.items()}
    mine = [*own.values()]
    args = (*mine[: what.carried], *mine[what.given :], mine[what.carried])
    short = Node(LOOP, args, what._replace(body=inner, rounds=range(size)), loop.origin)
    outer = Graph(own, (const(True), tuple(items(short))), body.name, (), body.seeds)
    long = Node(LOOP, loop.args, what._replace(body=outer, rounds=range(count)), loop.origin)
    long = _keeping(long)
    if size * count == len(rounds):
        return long
    rest = what._replace(rounds=rounds[size * count :])
    args = (*items(long)[: what.carried], *loop.args[what.carried :])
    return _keeping(Node(LOOP, args, rest, loop.origin))


LONG = 100_000  # rounds


def _counts(what: Loop) -> tuple[Node, Node | None, bool]:
    """Whether a round of the loop counts, the condition that this is, and which way it holds: the
    last round of a `while` only asks, and hands on what it was given."""
    go, after = what.body.outputs[:2]
    asked = [(go, True)]
    if go.op.lazy:
        asked += [(go.args[0], holds) for holds in (True, False)]
    for condition, holds in asked:
        ended = 2 if holds else 1
        stops = go is condition or is_const(go.args[ended], False)
        if stops and all(
            value is old
            or (value.op.lazy and value.args[0] is condition and value.args[ended] is old)
            for value, old in zip(after, what.inputs, strict=False)
        ):
            if condition.op is CONST:
                break
            return (condition if holds else where(condition, False, True)), condition, holds
    return const(True), None, True


def _back_to(
    part: Graph,
    weights: Columns,
    active: Container[Node],
    named: Container[Node],
    always: Container[Node],
) -> None:
    """Weigh what a part of the graph reads instead of what it computes."""
    own = set(part.nodes)
    read = dict.fromkeys(
        arg for node in part.nodes for arg in node.args if arg in active and arg not in own
    )
    rows = [{node: row.pop(node) for node in part.nodes if node in row} for row in weights]
    if any(rows):
        part = part.part([*read, *part.nodes], ())
        linear = Linearized(part, units([*read]), rows, [{} for _ in rows], always)
        found, _ = accumulate(linear, reverse, named)
        for row, entries in zip(weights, found, strict=True):
            for arg, at in zip(read, range(len(read)), strict=True):
                if at in entries:
                    _add(row, arg, entries[at], arg not in always)


def _pulled(loop: Node, weights: Columns, active: Container[Node]) -> list[list[tuple[Node, Node]]]:
    """For each row the weights of the loop's arguments, by a loop that runs its rounds backwards;
    the items are weighed no longer."""
    what: Loop = loop.payload
    ways, moving = flows(what), [arg in active for arg in loop.args]
    given: list[dict[int, Node]] = []
    for row in weights:
        mine = [one for one in row if one.op is ITEM and one.args[0] is loop]
        given.append({one.payload: row.pop(one) for one in mine})
    start = sum(1 << at for at, moves in enumerate(moving) if moves)
    alive = [at for at in range(what.carried) if moving[at] or ways[at] & start]
    wanted = [union(ways[at] | 1 << at for at in one) for one in given]
    carried = [[at for at in alive if way >> at & 1] for way in wanted]
    others = range(what.carried, len(loop.args))
    read = [[at for at in others if moving[at] and way >> at & 1] for way in wanted]
    if not any(carried) and not any(read):
        return [[] for _ in weights]
    with deriving(what.body):
        back = _Backwards(loop, carried, read)
        return back.weights(given)


class _Backwards:
    """A loop that runs the rounds of another one backwards, for some rows."""

    def __init__(
        self, loop: Node, carried: Sequence[Sequence[int]], read: Sequence[Sequence[int]]
    ) -> None:
        what: Loop = loop.payload
        self.loop, self.carried = loop, carried
        inputs = arguments(what)
        body = _as_taken(what)
        self.bars = [{at: seed_for(inputs[at]) for at in one} for one in carried]
        moved = {at for one in read for at in one}  # a table of data has no weights
        tables = [at for at in sorted(moved) if loop.args[at].op is TABLE]
        self.sums = [{at: seed_for(inputs[at]) for at in one if at not in tables} for one in read]
        taken = [node for node in body.nodes if node.op is TAKE]
        self.takes = {node: at for at in tables for node in taken if node.args[0] is inputs[at]}
        rows: Columns = []
        for bars in self.bars:
            rows.append({})
            for at, bar in bars.items():
                _add(rows[-1], body.outputs[1][at], bar, False)
        wrt = sorted({at for one in (*carried, *read) for at in one})
        columns = units([inputs[at] for at in wrt])
        body, rows = back_through_loops(body, columns, rows)
        columns += units([*self.takes])
        linear = Linearized(body, columns, rows, [{} for _ in rows])
        found, _ = accumulate(linear, reverse, set(body.nodes))
        entries = [{wrt[at]: one for at, one in row.items() if at < len(wrt)} for row in found]
        self.taken = [
            {node: row[len(wrt) + at] for at, node in enumerate(self.takes) if len(wrt) + at in row}
            for row in found
        ]
        pairs = zip(self.bars, entries, strict=True)
        self.ends = [{at: row.get(at, const(0.0)) for at in bars} for bars, row in pairs]
        self.added = [
            {at: row[at] for at in sums if row.get(at, ZERO) is not ZERO}
            for sums, row in zip(self.sums, entries, strict=True)
        ]
        self.body = body

    def weights(self, given: Sequence[dict[int, Node]]) -> list[list[tuple[Node, Node]]]:
        """The weights of the loop's arguments, from those of its items."""
        what: Loop = self.loop.payload
        starts: list[Node] = []
        ends: list[Node] = []
        names: dict[str, Node] = {}
        place: list[tuple[int, int]] = []  # of each adjoint: its row, and of which argument
        taken = {*what.body.inputs}

        def carry(row: int, at: int, bar: Node, start: Node, end: Node) -> None:
            name = free_name(f"d{bar.payload}", taken)
            taken.add(name)
            names[name] = bar
            place.append((row, at))
            starts.append(start)
            ends.append(end)

        for row, (bars, sums) in enumerate(zip(self.bars, self.sums, strict=True)):
            for at, bar in bars.items():
                carry(row, at, bar, given[row].get(at, const(0.0)), self.ends[row][at])
            for at, one in self.added[row].items():
                carry(row, at, sums[at], const(0.0), plus(sums[at], one))
        kept = [(row, node, one) for row, of in enumerate(self.taken) for node, one in of.items()]
        loop = self._loop(names, starts, ends, [one for *_, one in kept])
        found: list[list[tuple[Node, Node]]] = [[] for _ in given]
        every = items(loop)
        for (row, at), one in zip(place, every, strict=False):
            found[row].append((self.loop.args[at], one))
        for (row, node, _), rows in zip(kept, every[len(place) :], strict=True):
            found[row] += self._of_numbers(node, rows)
        return found

    def _of_numbers(self, node: Node, rows: Node) -> list[tuple[Node, Node]]:
        """The weights of a table's numbers, from those of what each round took, the last first."""
        numbers = self.loop.args[self.takes[node]].args
        places = (places_taken(self.loop.payload, self.body) or {})[node]
        return [
            (numbers[place], take(rows, const(float(at))))
            for at, place in enumerate(reversed(places))
            if place is not None and -len(numbers) <= place < len(numbers)
        ]

    def _loop(
        self, adjoints: dict[str, Node], starts: list[Node], ends: list[Node], kept: Sequence[Node]
    ) -> Node:
        what: Loop = self.loop.payload
        body = Graph(
            {**adjoints, **what.body.inputs},
            (const(True), tuple(ends), *((const(True), tuple(kept)) if kept else ())),
            what.body.name,
            self.body.nodes,
            tuple(adjoints),
        )
        used = {node for node in body.nodes if node.op is INPUT}
        own = [*what.body.inputs.items()]
        over = [at for at in range(what.given) if own[at][1] in used]
        rounds = None
        if what.rounds is not None and is_const(what.body.outputs[0], True):
            if what.carried in over or not over:
                rounds = what.rounds[::-1]
            over = [at for at in over if at < what.carried]
        elif not over:
            over = [0]  # it goes on as long as there are rows
        numbers = [what.carried] if rounds is not None else []
        read = [at for at in range(what.given, len(own)) if own[at][1] in used]
        inputs = {**adjoints, **dict(own[at] for at in (*numbers, *over, *read))}
        round_ = Graph(inputs, body.outputs, body.name, body.nodes, body.seeds)
        shift = what.given - what.carried
        tables = [Node(ITEM, (self.loop,), what.carried + at, self.loop.origin) for at in over]
        args = (*starts, *tables, *[self.loop.args[at - shift] for at in read])
        payload = Loop(round_, len(starts), rounds, len(over))
        return Node(LOOP, args, payload, derived_origin(self.loop))


def _as_taken(what: Loop) -> Graph:
    """The round as it went when it counted: it raised nothing, and the loop went on."""
    _, condition, holds = _counts(what)
    body = what.body.returning(what.body.outputs[:2])
    before = iter(body.nodes)

    def visit(node: Node) -> Node:
        old = next(before)
        if node.op.lazy and old.args[0] is condition:
            return node.args[1 if holds else 2]
        if node.op.lazy and any(side.op is RAISE for side in node.args[1:]):
            return node.args[2] if node.args[1].op is RAISE else node.args[1]
        return node

    return rewrite(body, visit)
