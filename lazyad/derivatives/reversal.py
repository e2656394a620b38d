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

from lazyad.derivatives.algebra import or_zero, plus
from lazyad.derivatives.elimination import Linearized, Vector, accumulate, always_evaluated
from lazyad.derivatives.loops import Columns, arguments, flows, seed_for, union
from lazyad.derivatives.matrices import units
from lazyad.derivatives.orders import reverse, weight
from lazyad.derivatives.partials import derived_origin, deriving, failures, lost
from lazyad.derivatives.tables import (
    Lengths,
    cleared,
    each_added,
    filled,
    joined,
    keeps_all,
    length,
    root,
    taken,
)
from lazyad.graph import (
    BLANK,
    CALL,
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
    ZERO,
    Graph,
    Node,
    const,
    is_const,
    rewrite,
)
from lazyad.ops import where
from lazyad.regions import Loop, everything, is_table, items, smooth, tables_in
from lazyad.values.origin import state
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import free_name, leaves, numbered_name


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
    """None where no loop moves, where one keeps rows already or nobody knows how long a table is,
    and where a routine is called."""
    if any(node.op is CALL for node in everything(graph)):
        return None
    loops = [node for node in graph.nodes if node.op is LOOP]
    moved = ways_of(graph, [{*column} for column in columns]) if loops else {}
    if any(_has_rows(loop, {}) for loop in loops):
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


def _has_rows(loop: Node, given: Lengths) -> bool:
    what: Loop = loop.payload
    own = _lengths(loop, given)
    if what.over or (what.records and not keeps_all(what)) or None in own.values():
        return True
    return any(_has_rows(one, own) for one in what.body.nodes if one.op is LOOP)


def _lengths(loop: Node, given: Lengths) -> dict[Node, int | None]:
    """How long the tables are that a round has."""
    pairs, tables = zip(arguments(loop.payload), loop.args, strict=True), tables_in(loop, given)
    return {one: length(arg, given) for one, arg in pairs if one in tables}


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
    through = _recorded(graph, columns, {})
    return through.graph, _pulled_back(through, rows, {}, {})[0]


class _Recorded(NamedTuple):
    """A graph whose loops keep what their rounds need."""

    graph: Graph
    new: dict[Node, Node]  # what it has instead of the Nodes that were there
    active: set[Node]  # what the columns move
    kept: dict[Node, _Kept]  # of each loop


class _Kept(NamedTuple):
    """What a loop keeps of its rounds: numbers that these began with and took from tables that they
    change; or these tables, where a loop within goes on to change them."""

    body: Graph  # a round that counted
    rows: tuple[Node, ...]  # of that, which are kept
    after: int  # how many records the loop has for others


def _pulled_back(
    through: _Recorded, rows: Sequence[Vector], given: Lengths, like: Mapping[Node, Node]
) -> tuple[Columns, list[Node]]:
    """What the rows weigh before the loops, and of the tables that are `given`: these are as long
    as those that they are `like`. And the weights on the way, in order."""
    graph, new, active, _ = through
    weights: Columns = []
    for row in rows:
        weights.append({})
        for node, one in row.items():
            _add(weights[-1], new.get(node, node), one, False)
    moved = [one for one in given if one in active]
    if LOOP not in graph.ops and not moved:
        return weights, []
    walk = _Walk(through, weights, given, like)
    for node in reversed(graph.nodes):
        if node.op is LOOP or (node in active and node.args and is_table(node, given)):
            walk.back()
            (walk.loop if node.op is LOOP else walk.table)(node)
        elif node in active and node.op not in (ITEM, TAKE) and node.args:
            walk.since.append(node)
    if moved:
        walk.back()
    with deriving(graph):
        for row in weights:
            for node in moved:
                walk.weigh(row, node, walk.adjoint(row, node))
    return weights, walk.made


class _Walk:
    """A graph on the way back, from its last Node to its first."""

    def __init__(
        self, through: _Recorded, weights: Columns, given: Lengths, like: Mapping[Node, Node]
    ) -> None:
        graph = self.graph = through.graph
        self.through, self.weights, self.given, self.like = through, weights, given, like
        with deriving(graph):
            failing = failures(graph.nodes)
            raising = lost(failing.values())
        self.always = always_evaluated(graph, {n for n, one in failing.items() if one in raising})
        self.sides = {} if self.always.issuperset(graph.nodes) else _sides(graph)
        self.named = set(graph.nodes)
        self.made: list[Node] = []  # weights
        self.since: list[Node] = []  # from the last loop or table on, the last first
        self.takes: dict[Node, list[Node]] = {}  # what is taken from each table
        for node in graph.nodes:
            if node.op is TAKE and node in through.active:
                self.takes.setdefault(node.args[0], []).insert(0, node)

    def back(self) -> None:
        """Weigh what those Nodes read instead of what they compute."""
        part, self.since = self.graph.part(self.since[::-1], ()), []
        _back_to(part, self.weights, self.through.active, self.named, self.always)

    def weigh(self, row: dict[Node, Node], node: Node, one: Node) -> None:
        """Add to the weight of a number or a table, if it moves."""
        if node not in self.through.active or one is ZERO:
            return
        self.made.append(one)
        if is_table(node, self.given):
            row[node] = joined(row.get(node, ZERO), one, length(node, self.given))
        else:
            _add(row, node, one, node not in self.always)

    def loop(self, node: Node) -> None:
        """Weigh the arguments of a loop instead of its items."""
        if node not in self.through.kept:
            return
        for row, found in zip(
            self.weights, _pulled(node, self.weights, self.through, self.given), strict=True
        ):
            for arg, one, otherwise in found:
                self.weigh(row, arg, _where_taken(node, self.sides, one, otherwise))

    def table(self, node: Node) -> None:
        """Weigh what a table was made of."""
        with deriving(self.graph) as now:
            now.origin = derived_origin(node)
            for row in self.weights:
                self._unmake(row, node, self.adjoint(row, node))

    def _unmake(self, row: dict[Node, Node], node: Node, adjoint: Node) -> None:
        if adjoint is ZERO:
            return
        if node.op is ITEM:
            row[node] = adjoint  # until its loop is reached
        elif node.op is TABLE:
            for k, one in enumerate(node.args):
                self.weigh(row, one, taken(adjoint, const(float(k))))
        elif node.op is PUT:
            numbers, at, value = node.args
            self.weigh(row, value, taken(adjoint, at))
            self.weigh(row, numbers, cleared(adjoint, at))
        elif node.op.lazy:
            condition, one, other = node.args
            self.weigh(row, one, where(condition, adjoint, ZERO))
            self.weigh(row, other, where(condition, ZERO, adjoint))

    def adjoint(self, row: dict[Node, Node], table: Node) -> Node:
        """What a table weighs, with all that is taken from it."""
        found = row.pop(table, ZERO)
        given = [
            (node.args[1], _where_taken(node, self.sides, row.pop(node), ZERO))
            for node in self.takes.get(table, ())
            if node in row
        ]
        first = root(table, self.given)
        long, like = length(first, self.given), self.like.get(first, first)
        return each_added(found, given, like, long) if given else found


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


def _where_taken(node: Node, sides: dict[Node, list[_Side]], one: Node, otherwise: Node) -> Node:
    """What comes of a Node that is not evaluated elsewhere: it is not differentiated there, nor
    for that."""
    for condition, holds in reversed(sides.get(node, []) if one is not otherwise else []):
        if all(any(c is side for side, _ in sides[node]) for c, _ in sides[condition]):
            if one.op is where and one.args[0] is condition:
                one = one.args[1 if holds else 2]
            pair = (one, otherwise) if holds else (otherwise, one)
            one = where(condition, *pair)
    return one


def _add(row: dict[Node, Node], node: Node, weight: Node, lazy: bool) -> None:
    row[node] = plus(row[node], weight, lazy) if node in row else weight


def _recorded(graph: Graph, columns: Sequence[Vector], given: Lengths) -> _Recorded:
    """The graph whose loops keep what their rounds need."""
    seeded = [{node for column in columns for node in column}]
    moved = ways_of(graph, seeded)
    new: dict[Node, Node] = {}
    kept: dict[Node, _Kept] = {}

    def visit(node: Node) -> Node:
        old = state.replaced
        if node.op is LOOP and any(arg in moved for arg in old.args):
            node = _in_stretches(node, given, kept)
        new[old] = node
        return node

    if LOOP in graph.ops:
        graph = rewrite(graph, visit)
    return _Recorded(graph, new, set(ways_of(graph, seeded)), kept)


def _keeping(loop: Node, given: Lengths, kept: dict[Node, _Kept]) -> Node:
    """The loop that keeps what its rounds need."""
    what: Loop = loop.payload
    go, after = what.body.outputs[:2]
    round_ = _as_taken(what)
    rows = [*what.inputs[: what.given]]
    changed = _changed_in(round_, tables_in(loop, given), rows)
    if not any(node.op is LOOP and not changed.isdisjoint(node.args) for node in round_.nodes):
        rows = [one for one in rows if one not in changed]
        rows += [node for node in round_.nodes if node.op in _LOOKS and node.args[0] in changed]
    sides = _sides(round_) if len(rows) > what.given else {}
    values = tuple(
        [one if one.op is INPUT else _where_taken(one, sides, one, const(0.0)) for one in rows]
    )
    records = (*what.records, *values)
    order = [*what.body.nodes, *round_.nodes, *values]
    counts = (*what.counts, *[_counts(what)[0]] * len(values))
    body = what.body.returning((go, after, counts, records), order)
    new = Node(LOOP, loop.args, what._replace(body=body), loop.origin)
    kept[new] = _Kept(round_, tuple(rows), len(what.records))
    return new


_LOOKS = (TAKE, LEFT, RIGHT)


def _changed_in(body: Graph, tables: Container[Node], carried: Sequence[Node]) -> set[Node]:
    """The tables that a round is given by the last one, and what it makes of them."""
    found = {one for one in carried if one in tables}
    for node in body.nodes if found else ():
        made = node.op in (PUT, BLANK, LOOP, ITEM) or node.op.lazy
        if made and not found.isdisjoint(node.args):
            found.add(node)
    return found


def _in_stretches(loop: Node, given: Lengths, kept: dict[Node, _Kept]) -> Node:
    """The loop that keeps what its rounds begin with. A long one becomes one of as many stretches
    as each has rounds: what these begin with is kept of all, and what the rounds begin with of one
    (Griewank & Walther, chapter 12)."""
    what: Loop = loop.payload
    rounds, body = what.rounds, what.body
    if rounds is None or not is_const(body.outputs[0], True) or what.records:
        return _keeping(loop, given, kept)
    if len(rounds) < LONG and (len(rounds) < FEW or _numbers_kept(loop, given) < LARGE):
        return _keeping(loop, given, kept)
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
    long = _keeping(long, given, kept)
    if size * count == len(rounds):
        return long
    rest = what._replace(rounds=rounds[size * count :])
    args = (*items(long)[: what.carried], *loop.args[what.carried :])
    return _keeping(Node(LOOP, args, rest, loop.origin), given, kept)


LONG = 100_000  # rounds
LARGE = 3_000_000  # numbers of tables that rounds keep
FEW = 9  # rounds, which are no stretches


def _numbers_kept(loop: Node, given: Lengths) -> int:
    """How many numbers of tables the rounds keep, where a loop within goes on to change these."""
    what: Loop = loop.payload
    if what.rounds is None or LOOP not in what.body.ops:
        return 0
    carried = {*what.inputs[: what.given]}
    whole = [many or 0 for one, many in _lengths(loop, given).items() if one in carried]
    return len(what.rounds) * sum(whole)


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


_Weighed = tuple[Node, Node, Node]  # an argument of a loop, its weight, and that without the loop


def _pulled(
    loop: Node, weights: Columns, through: _Recorded, tables: Lengths
) -> list[list[_Weighed]]:
    """For each row the weights of the loop's arguments, by a loop that runs its rounds backwards;
    the items are weighed no longer."""
    what: Loop = loop.payload
    ways, moving = flows(what), [arg in through.active for arg in loop.args]
    given: list[dict[int, Node]] = []
    for row in weights:
        mine = [one for one in row if one.op is ITEM and one.args[0] is loop]
        given.append({one.payload: row.pop(one) for one in mine})
    start = sum(1 << at for at, moves in enumerate(moving) if moves)
    alive = [at for at in range(what.carried) if moving[at] or ways[at] & start]
    wanted = [union(ways[at] | (at < what.carried) << at for at in one) for one in given]
    carried = [[at for at in alive if way >> at & 1] for way in wanted]
    others = range(what.carried, len(loop.args))
    read = [[at for at in others if moving[at] and way >> at & 1] for way in wanted]
    if not any(carried) and not any(read):
        return [[] for _ in weights]
    summed = [  # what weighs already of tables whose adjoint goes through the loop
        {at: row.pop(loop.args[at], ZERO) for at in also if is_table(loop.args[at], tables)}
        for row, also in zip(weights, read, strict=True)
    ]
    first = what.carried + through.kept[loop].after
    kept = [[at for at in one if what.carried <= at < first] for one in given]
    with deriving(what.body):
        back = _Backwards(loop, (carried, read, kept), through.kept[loop], tables)
        return back.weights(given, summed)


class _Backwards:
    """A loop that runs the rounds of another one backwards, for some rows."""

    def __init__(
        self,
        loop: Node,
        moving: tuple[list[list[int]], list[list[int]], list[list[int]]],
        kept: _Kept,
        tables: Lengths,
    ) -> None:
        what: Loop = loop.payload
        carried, read, recorded = moving
        self.loop, self.kept = loop, kept
        inputs = arguments(what)
        own = _lengths(loop, tables)
        self.tables = {at for at, one in enumerate(inputs) if one in own}
        self.bars = [{at: seed_for(inputs[at]) for at in one} for one in carried]
        self.sums = [{at: seed_for(inputs[at]) for at in one} for one in read]
        self.rows = [{at: Node(INPUT, (), "kept") for at in one} for one in recorded]
        wrt = sorted({at for one in (*carried, *read) for at in one})
        through = _recorded(kept.body, units([inputs[at] for at in wrt]), own)
        rows: Columns = []
        for bars, sums, records in zip(self.bars, self.sums, self.rows, strict=True):
            rows.append({inputs[at]: one for at, one in sums.items() if at in self.tables})
            for at, one in records.items():
                _add(rows[-1], kept.body.outputs[2][at - what.carried], one, False)
            for at, bar in bars.items():
                after = kept.body.outputs[1][at]
                if is_table(after, own):
                    rows[-1][after] = joined(rows[-1].get(after, ZERO), bar, length(after, own))
                else:
                    _add(rows[-1], after, bar, False)
        both = [bars | sums for bars, sums in zip(self.bars, self.sums, strict=True)]
        like = {inputs[at]: bar for bars in both for at, bar in bars.items() if at in self.tables}
        rows, made = _pulled_back(through, rows, own, like)
        whole = [
            {
                at: filled(row.pop(inputs[at], ZERO), bar)
                for at, bar in bars.items()
                if at in self.tables
            }
            for row, bars in zip(rows, both, strict=True)
        ]
        wrt = [at for at in wrt if at not in self.tables]
        linear = Linearized(
            through.graph, units([inputs[at] for at in wrt]), rows, [{} for _ in rows]
        )
        found, _ = accumulate(linear, reverse, set(through.graph.nodes))
        self.ends = [
            {wrt[at]: one for at, one in row.items()} | more
            for row, more in zip(found, whole, strict=True)
        ]
        self.new = through.new
        self.nodes = [*through.graph.nodes, *made]

    def weights(
        self, given: Sequence[dict[int, Node]], also: Sequence[dict[int, Node]]
    ) -> list[list[_Weighed]]:
        """The weights of the loop's arguments, from those of its items, and of tables `also`."""
        what: Loop = self.loop.payload
        starts: list[Node] = []
        ends: list[Node] = []
        names: dict[str, Node] = {}
        place: list[tuple[int, int, Node]] = []  # of each adjoint: its row, and of which argument
        taken = {*what.body.inputs}

        found: list[list[_Weighed]] = [[] for _ in given]

        def carry(row: int, at: int, bar: Node, end: Node) -> None:
            summed, whole = at >= what.carried, at in self.tables
            arg, before = self.loop.args[at], (also if summed else given)[row].get(at, ZERO)
            if summed and end is bar:
                found[row].append((arg, before, before))
                return
            name = numbered_name(f"d{bar.payload}", taken)
            taken.add(name)
            names[name] = bar
            place.append((row, at, (before if summed else ZERO) if whole else const(0.0)))
            starts.append(filled(before, arg) if whole else or_zero(before))
            ends.append(plus(bar, end) if summed and not whole else end)

        for row, (bars, sums) in enumerate(zip(self.bars, self.sums, strict=True)):
            for at, bar in bars.items():
                carry(row, at, bar, self.ends[row].get(at, const(0.0)))
            for at, bar in sums.items():
                if self.ends[row].get(at, ZERO) is not ZERO:
                    carry(row, at, bar, self.ends[row][at])
        over = [
            (one, filled(given[row][at], Node(ITEM, (self.loop,), at, self.loop.origin)))
            for row, records in enumerate(self.rows)
            for at, one in records.items()
        ]
        loop = self._loop(names, starts, ends, over)
        for (row, at, otherwise), one in zip(place, items(loop), strict=True):
            found[row].append((self.loop.args[at], one, otherwise))
        return found

    def _loop(
        self,
        adjoints: dict[str, Node],
        starts: list[Node],
        ends: list[Node],
        weighed: Sequence[tuple[Node, Node]],
    ) -> Node:
        what: Loop = self.loop.payload
        names = {one: name for name, one in what.body.inputs.items()}
        taken = {*names.values(), *adjoints}
        for one, _ in weighed:
            names[one] = free_name("dkept", taken)
            taken.add(names[one])
        kept: dict[Node, Node] = {}  # what stands for it in a round, as it was
        for one in self.kept.rows:
            name = names.get(one) or numbered_name("taken", {*names.values()})
            own = one if one in names else Node(INPUT, (), name, one.origin)
            names[own], kept[self.new.get(one, one)] = name, own
        inputs = {**adjoints, **{name: one for one, name in names.items()}}
        body = Graph(inputs, (const(True), tuple(ends)), what.body.name, self.nodes)
        body = rewrite(body, lambda node: kept.get(state.replaced, node))
        used = {node for node in body.nodes if node.op is INPUT}
        rows = [*kept.values()]
        over = [at for at, one in enumerate(rows) if one in used]
        weighed = [pair for pair in weighed if pair[0] in used]
        number = what.inputs[what.carried] if what.rounds is not None else None
        rounds = None
        if what.rounds is not None and is_const(what.body.outputs[0], True):
            if number in used or not (over or weighed):
                rounds = what.rounds[::-1]
            over = [at for at in over if rows[at] is not number]
        elif not (over or weighed):
            over = [0]  # it goes on as long as there are rows
        counted = [] if rounds is None or number is None else [number]
        read = [one for one in what.inputs[what.given :] if one in used]
        chosen = [*counted, *[rows[at] for at in over], *[one for one, _ in weighed], *read]
        inputs = {**adjoints, **{names[one]: one for one in chosen}}
        round_ = Graph(inputs, body.outputs, body.name, body.nodes, tuple(adjoints))
        outer = dict(zip(what.inputs[what.given :], self.loop.args[what.carried :], strict=True))
        first = what.carried + self.kept.after
        found = [Node(ITEM, (self.loop,), first + at, self.loop.origin) for at in over]
        found += [table for _, table in weighed]
        args = (*starts, *found, *[outer[one] for one in read])
        payload = Loop(round_, len(starts), rounds, len(found))
        return Node(LOOP, args, payload, derived_origin(self.loop))


def _as_taken(what: Loop) -> Graph:
    """The round as it went when it counted: it raised nothing, and the loop went on."""
    _, condition, holds = _counts(what)
    body = what.body.returning((*what.body.outputs[:2], what.records))

    def visit(node: Node) -> Node:
        old = state.replaced
        if node.op.lazy and old.args[0] is condition:
            return node.args[1 if holds else 2]
        if node.op.lazy and any(side.op is RAISE for side in node.args[1:]):
            return node.args[2] if node.args[1].op is RAISE else node.args[1]
        return node

    return rewrite(body, visit)
