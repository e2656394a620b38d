"""`return` inside of a loop, where what follows the loop asks at once whether it was left there.

In: a body whose last statement is a loop that notes in a flag where it was left, and the `return`
that is taken if it was. Out: the same loop, which returns there, without the flag. A room of its
own because it alone changes statements that are written already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from lazyad.emit.containers import statement
from lazyad.emit.layout import WIDTH
from lazyad.emit.names import variables_in
from lazyad.emit.spelling import Text
from lazyad.emit.statements import Assign, Raise, Return, Statement, Together, assigned
from lazyad.graph import CONST, ITEM, Node, is_const
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves


class End(NamedTuple):
    """How a way through a round ends, which assigns what the next one begins with."""

    block: list[Statement]  # that it is written in
    start: int  # the first of its statements that assigns it
    indent: int
    leaves: bool
    after: Sequence[Node]
    texts: Sequence[Text]  # what is assigned


def exits(body: Any, condition: Node) -> list[End]:
    """The ends of rounds that make the condition hold and leave the loop, which is the last that
    the body has written; none if it says anything else."""
    *others, flag = _flags(condition)
    loop, at = flag.args[0] if flag.op is ITEM else flag, flag.payload
    written, inner = body.rounds.get(loop, (None, None))
    if not written or body.carried is not None or body.block[-1:] != [written]:
        return []
    if at >= loop.payload.carried or not is_const(loop.args[at], False):
        return []
    found: list[End] = inner.setting.get(at, [])
    sets = all(end.leaves and is_const(end.after[at], True) for end in found)
    alone = all(one.args[0] is loop and _is_apart(inner, one.payload, found) for one in others)
    ours = sets and alone and _is_handed_on(inner, at) and _reads(body, loop)[at] == 1
    return found if ours else []


def _flags(condition: Node) -> list[Node]:
    """The flags of which the last is set, and none of the others."""
    found = []
    while condition.op.lazy and condition.args[0].op is ITEM and is_const(condition.args[1], False):
        found.append(condition.args[0])
        condition = condition.args[2]
    return [*found, condition]


def _is_apart(inner: Any, at: int, ends: Sequence[End]) -> bool:
    """Whether what sets that flag leaves the loop, too, and is none of those."""
    setting = inner.setting.get(at, ())
    return all(end.leaves and not any(end is one for one in ends) for end in setting)


def _is_handed_on(inner: Any, at: int) -> bool:
    """Whether a round does nothing else with what is carried there."""
    return not any(one in inner.text for one in inner.readers.get(inner.inputs[at], ()))


def _reads(body: Any, loop: Node) -> Counter[int]:
    """How often somebody reads what the loop comes to at each place."""
    found = Counter[int]()
    for one in body.items[loop]:
        found[one.payload] += body.uses[one]
    return found


def leave(body: Any, condition: Node, block: Sequence[Statement], outputs: Any) -> bool:
    """Write the `return` or `raise` that a block is into the loop, where the condition is made."""
    short = len(block) == 1 and type(block[0]) in (Return, Raise)
    ends = exits(body, condition) if short else []
    flag = _flags(condition)[-1]
    for end in ends:
        raises = type(block[0]) is Raise
        end.block[end.start :] = block if raises else _returning(body, flag, end, outputs)
    if ends:
        body.uses.subtract(_flags(condition))
        _forget(body, flag, Counter(leaves(outputs)))
    return bool(ends)


def _returning(body: Any, flag: Node, end: End, outputs: Any) -> list[Statement]:
    """The statements of an end that returns: what it assigned is returned as it is, if that fits a
    line and is written once."""
    (loop,) = flag.args
    names, (_, inner) = body.loops[loop], body.rounds[loop]
    own = end.block[end.start : -1]
    shown = Counter(leaves(outputs))
    items = {one: end.texts[one.payload] for one in shown if _is_carried(one, loop)}
    changed = {name for one in own for name in assigned(one)}
    plain = all(shown[one] == 1 or text.source.isidentifier() for one, text in items.items())
    read = [variables_in(body, one) for one in shown if one not in items]
    read += [variables_in(inner, end.after[one.payload]) for one in items]
    plain &= all(map(changed.isdisjoint, read))
    origin = next((one.origin for one in reversed(own) if one.origin), None)
    nodes = tuple(leaves(outputs))
    if plain:
        value = _with(body, items, outputs)
        lines = statement("return ", value, end.indent, "")
        if len(lines) == 1 or max(map(len, lines)) <= WIDTH:
            kept = [one for one in own if type(one) is not Together and one.name not in names]
            return [*kept, Return(value, nodes, origin)]
    return [
        *[one for one in own if not (type(one) is Assign and one.name == names[flag.payload])],
        Return(body.result(outputs), nodes, origin),
    ]


def _is_carried(one: Node, loop: Node) -> bool:
    return one.op is ITEM and one.args[0] is loop and one.payload < loop.payload.carried


def _with(body: Any, items: Mapping[Node, Text], outputs: Any) -> Any:
    """The outputs as they are written where these items are not in their variables."""
    before = {one: body.text[one] for one in items}
    body.text |= items
    value = body.result(outputs)
    body.text |= before
    return value


def _forget(body: Any, flag: Node, shown: Counter[Node]) -> None:
    """Leave out the numbers that a loop begins with, where nobody reads them any more."""
    (loop,) = flag.args
    _, inner = body.rounds[loop]
    unread = _reads(body, loop)
    for one in shown:
        if _is_carried(one, loop):
            unread[one.payload] -= shown[one]
    gone = {}
    begun = loop.args[: loop.payload.carried]
    for at, (name, first) in enumerate(zip(body.loops[loop], begun, strict=False)):
        steady = all(end.leaves for end in inner.setting.get(at, ()))
        if first.op is CONST and steady and not unread[at] and _is_handed_on(inner, at):
            gone[name] = first
    body.block[:] = [one for one in body.block if not _is_beginning(one, gone)]


def _is_beginning(one: Statement, of: Mapping[str, Node]) -> bool:
    return type(one) is Assign and any(node is of.get(one.name) for node in one.nodes)
