"""Loops as statements: `while`, `for`, and what a round assigns before the next.

In: a loop's Node, in a body. Out: statements in that body. A room of its own because a loop's body
is a body like a function's, that goes on where the other returns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from heapq import heapify, heappop, heappush
from operator import itemgetter
from typing import Any

from lazyad.emit.exits import End
from lazyad.emit.names import variables_in
from lazyad.emit.schedule import guards
from lazyad.emit.spelling import ATOM, Text, fill, negated
from lazyad.emit.statements import Append, Assign, For, If, Statement, Together, While, Word
from lazyad.emit.tables import NOTHING, append, held, int_text
from lazyad.graph import (
    CONST,
    INPUT,
    ITEM,
    LOOP,
    PUT,
    TABLE,
    TAKE,
    Graph,
    Node,
    const,
    is_const,
    reached,
    rewrite,
    sides_of,
)
from lazyad.ops import add, and_, gt, lt, not_, sub, where
from lazyad.regions import Loop, counts_rounds, is_whole, tables_in, truths_in
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import is_name, leaves


def write_loop(body: Any, node: Node) -> None:
    """Write a loop into a `lazyad.emit.body.Body`; its items get the names of what it carries, and
    of what it keeps."""
    what: Loop = node.payload
    names = [*what.body.inputs]
    rows, round_ = _rows(what, node)
    inputs, last = what.inputs, what.carried + what.over
    given: dict[Node, Text] = {}
    read = dict(zip(inputs[what.given + what.over :], node.args[last:], strict=True))
    ints = {one for one, arg in read.items() if arg in body.whole}
    count = _count(body, node, read)
    round_ = round_ if count is None else count.round(round_)
    counter = {*inputs[what.carried : what.given], *([count.number] if count else [])}
    asked = {arg for one in round_.nodes for arg in one.args}
    named = not counter.isdisjoint([*asked, *_handed(round_)])
    for at, one in enumerate(inputs[: what.given + what.over]):
        counts = count is not None and one is count.number
        if one in counter and not named:
            given[one] = Text(body.names.unread, ATOM)
            continue
        if at < what.carried and not counts and _is_last(body, node.args[at]):
            given[one] = body.text[node.args[at]]
            continue
        # Where no tangents are given, those of a loop are beside no value that is called alike.
        tangent = names[at] in what.body.seeds and body.tangents
        variable = names[at][1:] if tangent else names[at]
        given[one] = Text(
            body.names.take(variable, [(node, variable)][: body.tangents], tangent), ATOM
        )
    carried = [given[one].source for one in inputs[: what.carried]]
    body.assign_all([arg for one, arg in read.items() if count is None or one in asked])
    given |= {one: body.text[arg] for one, arg in read.items()}
    for row, tangent in rows.values():
        variable = (row.origin and row.origin.place.variable) or ""
        variable = variable if is_name(variable) else ""
        given[row] = Text(body.names.take(variable, [(node, variable)], tangent), ATOM)
    starts = [at for at in range(what.carried) if count is None or at != count.at]
    begun = [carried[at] for at in starts]
    counting = [range_text(what.rounds)] if what.rounds is not None else []
    counting += [] if count is None else [count.text(body, begun)]
    _assign(body, begun, [node.args[at] for at in starts])
    tables = [_list_of(body, one, given) for one in what.records]
    body.block += [Assign(table, Text("[]", ATOM), (), node.origin) for table in tables]
    inner = _round(body, node, round_, given, carried, tables, counter | ints)
    own = [given[one].source for one in counter]
    head = [given[one].source for one in inputs[what.given : what.given + what.over]]
    values = [f"reversed({body.text[arg].source})" for arg in node.args[what.carried : last]]
    head += [given[row].source for row, _ in rows.values()]
    values += [body.text[table].source for table in rows]
    if named or not rows:
        head, values = own + head, counting + values
    body.block.append(loop_of(inner.block, head, values, node))
    body.rounds[node] = body.block[-1], inner
    body.operations += inner.operations
    body.variables |= inner.variables
    body.loops[node] = [*carried, *tables]
    body.text[node] = Text("None", ATOM)  # never read: its items are


def _round(  # noqa: PLR0917
    body: Any,
    node: Node,
    round_: Graph,
    given: Mapping[Node, Text],
    carried: list[str],
    tables: list[str],
    ints: Collection[Node],
) -> Any:
    """The body of a round, written."""
    first, round_ = _with_records(round_)
    any_point = body.templates.get(LOOP)  # of many points one asks first whether any is left
    round_ = round_ if any_point is not None else _as_written(round_)
    inner = type(body)(
        round_, body.target, body.names, kernel=not body.derived, given=given, whole=ints
    )
    inner.any_point = any_point
    inner.tabular = tables_in(node, body.tabular)
    inner.truths = truths_in(node, body.truths)
    own = {at for at, one in enumerate(node.payload.inputs) if one in inner.truths}
    body.truths |= {one for one in body.items.get(node, ()) if one.payload in own}
    inner.carried, inner.tables, inner.own = carried, tables, len(carried)
    inner.tangents = body.tangents
    inner.ends, inner.guards = [], guards(inner.outputs, inner.uses, True) if inner.branches else {}
    inner.next = _next(inner)
    inner.indent = body.indent + 4
    for at, one in first.items():
        inner.block.append(Append(tables[at], held(inner, one), (one,), node.origin))
    for table, one in zip(tables, inner.outputs[2], strict=True):
        inner.added |= dict.fromkeys(_questions(one), table)
    inner.finish(inner.outputs, None)
    return inner


def _handed(round_: Graph) -> list[Node]:
    """What a round hands to the next one as another variable, and what it keeps."""
    go, after, *rest = round_.outputs
    pairs = zip(after, leaves(round_.inputs), strict=False)
    return [go, *[new for new, old in pairs if new is not old], *leaves(rest)]


class _Count(NamedTuple):
    """A number that a loop carries as a range would count, and that is nothing after it."""

    at: int
    number: Node
    start: Node  # around the loop, as the next
    stop: Node
    step: int

    def text(self, body: Any, changed: Collection[str]) -> str:
        """The range, before variables change with which the loop begins."""
        parts = []
        for one in (self.start, self.stop):
            if one in body.waiting and not variables_in(body, one).isdisjoint(changed):
                body.assign(one)
            body.waiting.discard(one)
            text = int_text(one, body.text.get(one)).source
            parts.append(f"int({text})" if counts_rounds(one) and one not in body.whole else text)
        if self.step != 1:
            parts.append(str(self.step))
        return f"range({', '.join(parts[1:] if parts[0] == '0' and self.step == 1 else parts)})"

    def round(self, body: Graph) -> Graph:
        """The round without the test whether there is another number, and without the next one."""
        go, after, *rest = body.outputs
        after = tuple([self.number if at == self.at else one for at, one in enumerate(after)])

        def visit(node: Node) -> Node:
            if node is go.args[0]:
                return const(True)
            return node.args[1] if node.op.lazy and is_const(node.args[0], True) else node

        return rewrite(body.returning((go, after, *rest)), visit)


def _count(body: Any, node: Node, read: Mapping[Node, Node]) -> _Count | None:
    """That of a loop which goes on while a whole number is below another one, if there is one."""
    what: Loop = node.payload
    go, after, *_ = what.body.outputs
    if what.rounds is not None or what.over or body.templates.get(LOOP) or not go.op.lazy:
        return None
    test, _, otherwise = go.args
    if test.op not in {lt, gt} or not is_const(otherwise, False):
        return None
    number, stop = test.args
    at = next((at for at, one in enumerate(what.inputs[: what.carried]) if one is number), None)
    if at is None or any(one.payload == at for one in body.items.get(node, ())):
        return None
    new, start, stop = after[at], node.args[at], read.get(stop, stop)
    if not (new.op.lazy and new.args[0] is test and new.args[2] is number):
        return None
    following = new.args[1]
    if following.op not in {add, sub} or following.args[0] is not number:
        return None
    step = following.args[1]
    known = [is_whole(one) or one in body.whole for one in (start, stop)]
    if not (known[0] and (known[1] or counts_rounds(stop)) and is_whole(step)):
        return None
    by = int(step.payload if following.op is add else -step.payload)
    return _Count(at, number, start, stop, by) if (by > 0) is (test.op is lt) and by else None


def _as_written(body: Graph) -> Graph:
    """The Nodes in the order of the user's lines, as far as arguments allow, where all are of one
    function's; of each line, what is derived of it last."""
    origins = [node.origin if node.args else None for node in body.nodes]
    if len({one.code for one in origins if one is not None} - {None}) != 1:
        return body
    lines = [(one.place.line, one.primal is not None) if one else (0, False) for one in origins]
    keys = [(*line, at) for at, line in enumerate(lines)]
    places = {node: at for at, node in enumerate(body.nodes)}
    readers: list[list[int]] = [[] for _ in keys]
    left = [0] * len(keys)
    for at, node in enumerate(body.nodes):
        for arg in {*node.args} & places.keys():
            readers[places[arg]].append(at)
            left[at] += 1
    free = [key for key, waits in zip(keys, left, strict=True) if not waits]
    heapify(free)
    order = []
    while free:
        *_, at = heappop(free)
        order.append(body.nodes[at])
        for reader in readers[at]:
            left[reader] -= 1
            if not left[reader]:
                heappush(free, keys[reader])
    return body.part(order, body.outputs)


def _rows(what: Loop, node: Node) -> tuple[dict[Node, tuple[Node, bool]], Graph]:
    """The tables that a loop goes through in step, each by what the body reads of it, whether that
    is a tangent, and the body that reads these rows."""
    first = what.carried + what.over
    read = zip(what.inputs[what.given + what.over :], node.args[first:], strict=True)
    number = what.inputs[what.carried] if what.rounds is not None else None
    whole = {one: arg for one, arg in read if number is not None and _goes_through(what, arg)}
    for one in what.body.nodes if whole else ():
        for at, arg in enumerate(one.args):
            if arg in whole and not (one.op is TAKE and not at and one.args[1] is number):
                del whole[arg]
    names = {one: name for name, one in what.body.inputs.items()}
    rows: dict[Node, tuple[Node, bool]] = {}

    def visit(one: Node) -> Node:
        if one.op is not TAKE or one.args[0] not in whole:
            return one
        tangent = names[one.args[0]] in what.body.seeds
        table = whole[one.args[0]]  # which may be read under several names
        return rows.setdefault(table, (Node(INPUT, (), "row", one.origin), tangent))[0]

    body = rewrite(what.body, visit) if whole else what.body
    return rows, body


def _goes_through(what: Loop, table: Node) -> bool:
    """Whether each round has its row of the table, which may be another loop's."""
    if table.op is TABLE:
        return what.rounds == range(len(table.args))
    if table.op is not ITEM or table.args[0].op is not LOOP:
        return False
    other: Loop = table.args[0].payload
    if table.payload < other.carried or other.rounds is None:
        return False
    counts = other.counts[table.payload - other.carried]
    every = all(is_const(one, True) for one in (other.body.outputs[0], counts))
    return every and what.rounds == range(len(other.rounds))


def _list_of(body: Any, one: Node, given: dict[Node, Text]) -> str:
    """A name for all that a round keeps: that of the user's list, or the plural of his variable."""
    origin, source = one.origin, given[one].source if one in given else ""
    path = (origin and (origin.primal or origin).variable) or "kept"
    name, *steps = path.split("[")
    pairs, tangent = [path], bool(origin and origin.primal)
    if not is_name(name) or (path == "kept" and source.isidentifier()):
        name, steps, pairs, tangent = source if source.isidentifier() else "kept", [], [], False
    taken: str = body.names.take(name if steps else _plural(name), pairs, tangent)
    return taken


def _plural(name: str) -> str:
    return f"{name}es" if name.endswith("s") and len(name) > 1 else f"{name}s"


def lazily(body: Graph) -> Graph:
    """The body of a loop, where what is not kept of a round is not computed."""
    go, after, *records = body.outputs
    if not records:
        return body
    counts, kept = records
    pairs = zip(counts, kept, strict=True)
    kept = tuple([one if one.op is INPUT else _where_kept(keep, one) for keep, one in pairs])
    return body.returning((go, after, counts, kept))


def _where_kept(keep: Node, one: Node) -> Node:
    """What is kept where that holds: asked one after the other if it is both of two conditions, and
    on each side of a condition that what is kept asks, too."""
    if keep.op is CONST:
        return one if keep.payload else NOTHING
    if keep.op is not_:
        return Node(where, (keep.args[0], NOTHING, one), None, one.origin)
    condition, *sides = keep.args if keep.op.lazy else (keep, const(True), const(False))
    alike = one.op.lazy and one.args[0] is condition
    if not alike and not any(is_const(side, False) for side in sides):
        return Node(where, (keep, one, NOTHING), None, one.origin)
    pairs = zip(sides, one.args[1:] if alike else (one, one), strict=True)
    return Node(where, (condition, *[_where_kept(*pair) for pair in pairs]), None, one.origin)


def _questions(kept: Node) -> list[Node]:
    """The choices whether that is kept, one within the other."""
    found: list[Node] = []
    asked = {NOTHING}
    for one in reversed(sides_of(kept)):
        if one.op.lazy and not asked.isdisjoint(one.args[1:]):
            asked.add(one)
            found.append(one)
    return found


def _with_records(body: Graph) -> tuple[dict[int, Node], Graph]:
    """What each round keeps at once, and the body that returns (another round, the carried values,
    what is kept)."""
    go, after, *records = lazily(body).outputs
    if not records:
        return {}, body.returning((go, after, ()))
    pairs = [*enumerate(zip(*records, strict=True))]
    first = {at: one for at, (keep, one) in pairs if one.op is INPUT and is_const(keep, True)}
    later = [_where_kept(keep, one) if one.op is INPUT else one for _, (keep, one) in pairs]
    kept = tuple([NOTHING if at in first else one for at, one in enumerate(later)])
    return first, body.returning((go, after, kept))


def keep_rows(body: Any, outputs: Any, last: bool) -> Any:
    """Append to the tables what is known of this round already, or at its end all that is kept;
    the outputs without it."""
    go, after, kept = outputs
    rest = list(kept)
    for at, (table, one) in enumerate(zip(body.tables, kept, strict=True)):
        if one is NOTHING or not (last or one.op is INPUT):
            continue
        if one not in body.added:  # or the branch has done it
            append(body, table, one)
        body.recorded.update((one, body.outputs[2][at]))
        rest[at] = NOTHING
    return go, after, tuple(rest)


def name_item(body: Any, node: Node) -> None:
    """What the loop comes to is in the variable that it carried."""
    name = body.loops[node.args[0]][node.payload]
    body.text[node] = Text(name, ATOM)
    body.call(node, name)


def _is_last(body: Any, node: Node) -> bool:
    """Whether the loop alone reads the variable that the Node is in, and may change it."""
    own = body.inputs[: body.own]
    changes = node.op not in (INPUT, TABLE) or any(node is one for one in own)
    same = [node]
    if node.op is ITEM:  # which each branch has its own of
        same = [one for one in body.items[node.args[0]] if one.payload == node.payload]
    alone = node in body.variables and sum(body.uses[one] for one in same) == 1 and changes
    return alone and not _is_read_inside(body, node)


def _is_read_inside(body: Any, node: Node) -> bool:
    """Whether what a side of a choice comes to, which has the choice's name, is read by others."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        for side in one.args[1:] if one.op.lazy else ():
            if body.variables.get(side) == body.variables[node]:
                if body.uses[side] > 1:
                    return True
                waiting.append(side)
    return False


def loop_of(block: list[Statement], names: list[str], values: list[str], node: Node) -> Statement:
    """`for`, or `while` with the test that its body begins with."""
    origin = node.origin
    if values:
        return For(names, values, block, (node,), origin)
    first = block[0] if block else None
    if isinstance(first, If) and not first.otherwise and first.then == [Word("break")]:
        return While(negated(first.test), block[1:], first.nodes, first.origin)
    return While(Text("True", ATOM), block, (node,), origin)


def range_text(rounds: range) -> str:
    parts = [rounds.start, rounds.stop, rounds.step]
    shown = parts[:2] if rounds.step == 1 else parts
    return f"range({', '.join(map(str, shown[1:] if shown == [0, rounds.stop] else shown))})"


def ends(outputs: Any) -> bool:
    """Whether no round follows that one."""
    go = outputs[0]
    return go.op is CONST and not go.payload


def go_on(body: Any, outputs: Any, nested: bool) -> None:
    """Assign what the next round begins with, and go on with it or not."""
    go, after, _ = keep_rows(body, outputs, True)
    raised = [node for node in after if node.op.name == "raise"]
    if raised:
        body.fail(raised[0])
        return
    again = body.known.get(go, bool(go.payload) if go.op is CONST else None)
    pairs = zip(body.carried, after, strict=True)
    changed = {name for name, one in pairs if body.text[one].source != name}
    apart = body.any_point is None and changed.isdisjoint(variables_in(body, go))
    kept = again is None and go in body.waiting and not apart
    over = kept and body.text[go].source.startswith("not ")
    if over:  # the name says when it ends
        body.text[go] = negated(body.text[go])
    if kept:
        body.assign(go)  # before what it reads is assigned
    start = len(body.block)
    _assign(body, body.carried, after, moving=True)
    texts = [body.text[one] for one in after]
    body.ends.append(End(body.block, start, body.indent, again is False, after, texts))
    if over:
        body.block.append(If(body.text[go], [Word("break")], None, (go,), go.origin))
    elif again is None:
        _stop(body, go)
    elif not again:
        body.block.append(Word("break"))
    if again is not False and nested:
        body.block.append(Word("continue"))


def _stop(body: Any, go: Node) -> None:
    test = body.text[go]
    if body.any_point is not None:
        test = fill(body.any_point, [test])
    body.block.append(If(negated(test), [Word("break")], None, (go,), go.origin))


def asked_first(body: Any, nodes: list[Node], outputs: Any) -> list[Node]:
    """Leave a loop of many points as soon as it is known that none is in it, if the rest of the
    round then changes nothing. Returns that rest."""
    go, after, kept = outputs
    parts = (go, *go.args) if go.op is and_ else (go,)
    active = next((one for one in parts if any(one is new for new in after)), None)
    changes = [new for new, old in zip(after, body.inputs, strict=False) if new is not old]
    if active is None or kept or not all(_is_kept(new, active) for new in changes):
        return nodes
    leading = reached([active])
    body.write([node for node in nodes if node in leading], None)
    body.assign_all([active])
    _stop(body, active)
    body.known.update({go: True} if go is active else {})
    return [node for node in nodes if node not in leading]


def _is_kept(new: Node, active: Node) -> bool:
    """Whether a carried value stays where no point is in the loop."""
    choice = new.op is where and new.args[0] is active and new.args[2].op is INPUT
    return choice or new is active


def next_name(body: Any, node: Node) -> str:
    """The name of what is carried, for the value that it has next, if nobody reads the old one from
    now on."""
    for at, choice in body.next.get(node, ()):
        name: str = body.carried[at]
        if choice is not None and _is_read_behind(body, node, choice):
            continue
        readers = [
            one
            for held in (body.inputs[at], *body.called.get(name, ()))
            for one in body.readers.get(held, ())
            if one not in body.recorded and _is_later(body, one, node)
        ]
        waiting = [one for one in body.waiting if one is not node and name in body.text[one].source]
        waiting += _asked_again(body, node)
        if all(_is_left(body, one, node) for one in readers) and not any(
            name in variables_in(body, one) for one in waiting
        ):
            return name
    return ""


def _asked_again(body: Any, node: Node) -> set[Node]:
    """The conditions that have been computed, and that choices not written yet will ask."""
    return {
        choice.args[0]
        for choice in body.sides
        if choice is not node and choice not in body.written
        if choice.args[0] in body.text and choice.args[0] not in body.known
    }


def _next(body: Any) -> dict[Node, list[tuple[int, Node | None]]]:
    """Which of what is carried each Node comes to, where the loop goes on, and by which choice, if
    it is a side of one and nothing else that is handed on; but for those whose old value is handed
    to the next round, too."""
    go, after, _ = body.outputs
    handed, returned = {go, *after}, {*leaves(body.outputs)}
    found: dict[Node, list[tuple[int, Node | None]]] = {}
    waiting: list[tuple[int, Node, Node | None]] = [
        (at, value, None) for at, value in enumerate(after) if body.inputs[at] not in handed
    ]
    while waiting:
        at, value, choice = waiting.pop()
        if choice is None or value not in returned:
            found.setdefault(value, []).append((at, choice))
        if value.op is PUT:
            waiting.append((at, value.args[0], choice))
        if value.op.lazy:
            side = value.args[1] if value.args[2].op is INPUT else value.args[2]
            waiting.append((at, side, value))
    for places in found.values():
        places.sort(key=itemgetter(0))
    return found


def _is_read_behind(body: Any, node: Node, choice: Node) -> bool:
    """Whether a side of the choice is read where the variable of the choice may hold the other."""
    place = [side is node for side in choice.args]
    sides = body.sides.get(choice, ())
    own = [side for side, same in zip(sides, place[1:], strict=False) if same]
    return any(
        _is_later(body, one, choice) and _around(body, one, own) is None
        for one in body.readers.get(node, ())
        if one is not choice and one not in body.recorded
        if not (_beside(one, choice) and [side is node for side in one.args] == place)
    )


def _is_later(body: Any, reader: Node, node: Node) -> bool:
    """Whether the reader is written after the Node is: a choice, and what its sides compute, wait
    for whoever needs them."""
    if reader is node:
        return False
    if body.position[reader] > body.position[node] or _beside(reader, node):
        return True
    waits = bool(body.branches) and reader not in body.written
    return waits and _around(body, reader, body.sides.get(node, ())) is None


def _around(body: Any, one: Node, sides: Sequence[Any]) -> Any:
    """That of these branches which computes it, or in which that lies; None if none does."""
    branch = body.branches.get(one)
    while branch is not None and branch not in sides:
        branch = branch.outer
    return branch


def _beside(reader: Node, node: Node) -> bool:
    """Whether one `if` assigns both, in whatever order: it may exchange two variables."""
    both = reader.op.lazy and node.op.lazy and reader is not node
    return both and reader.args[0] is node.args[0]


def _is_left(body: Any, reader: Node, node: Node) -> bool:
    """Whether the reader is a choice whose way has been written when the Node is reached."""
    if not reader.op.lazy or reader not in body.sides:
        return False
    branch = _around(body, node, body.sides[reader])
    if branch is None:
        return False
    return reader.args[1 + body.sides[reader].index(branch)].op is not INPUT


def _assign(body: Any, names: Sequence[str], values: Sequence[Node], moving: bool = False) -> None:
    """Assign the values one after the other, so that none is read after it changed; those that
    read each other's names together. Lists are copied, but for one that is `moving`, which nobody
    reads in its old variable."""
    for name, value in zip(names, values, strict=True):
        body.fit(value, name)
    texts = [body.text[value] for value in values]
    changed = {name for name, text in zip(names, texts, strict=True) if text.source != name}
    readers = Counter(text.source for text in texts)
    for at, (value, text) in enumerate(zip(values, texts, strict=True)):
        alone = value.op is not INPUT or text.source in changed
        if text.source != names[at] and not (moving and alone and readers[text.source] == 1):
            texts[at] = held(body, value)
    left = {at: name for at, name in enumerate(names) if texts[at].source != name}
    reads = {at: variables_in(body, values[at]) for at in left}
    # Where it was computed is told there.
    origins = [value.origin if value in body.waiting else None for value in values]
    lines = [one.place.line if one else 0 for one in origins]
    body.waiting.difference_update(values)
    places = {name: at for at, name in left.items()}
    readers = Counter(name for at in left for name in reads[at] - {left[at]})
    free = [(lines[at], at) for at, name in left.items() if not readers[name]]
    heapify(free)
    line, same = 0, list[int]()  # what stands on one line of the user's stays together
    while free or same:
        if not same:
            line = free[0][0]
        while free and free[0][0] == line:
            heappush(same, heappop(free)[1])
        at = heappop(same)
        body.block.append(Assign(left.pop(at), texts[at], (values[at],), origins[at]))
        for name in reads[at] - {names[at]}:
            readers[name] -= 1
            if not readers[name] and places.get(name) in left:
                heappush(free, (lines[places[name]], places[name]))
    if left:
        body.block.append(
            Together(
                [*left.values()],
                [texts[at] for at in left],
                tuple([values[at] for at in left]),
                values[min(left)].origin,
            )
        )
