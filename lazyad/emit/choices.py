"""Choices as statements: `if`, or a conditional expression where both sides are short.

In: the `where` Nodes of one branch. Out: statements in its body, each as late as something needs
it. A room of its own because it alone knows what a side computes and what it takes from outside.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from lazyad.emit.names import variables_in
from lazyad.emit.schedule import Branch
from lazyad.emit.spelling import ATOM, Text, fill, negated, parse
from lazyad.emit.statements import Assign, Statement
from lazyad.emit.tables import NOTHING, append, held, read_first
from lazyad.graph import LOOP, RAISE, Node, is_condition
from lazyad.regions import is_table

SHORT = 12  # as many Nodes may be on the sides of a conditional expression
Sides = tuple[list[Node], list[Node], dict[Node, None]]
_AND, _OR = parse("{0} and {1}", {}), parse("{0} or {1}", {})


class NoExpression(Exception):
    """A choice within one that was to be an expression is a statement: to write that, and then to
    try it again, would take twice the time for each choice around it."""


class Choices:
    """Those on the same condition become one `if` statement, unless something between them needs
    the first. They are written into a `body`, which makes them: a `lazyad.emit.body.Body`."""

    def __init__(self, body: Any, choices: list[Node], branch: Branch | None) -> None:
        self.body = body
        self.branch = branch
        self.open: dict[Node, list[Node]] = {}
        for node in choices:
            self.open.setdefault(node.args[0], []).append(node)
        self.pending = set(choices)

    def require(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            chain = [node]  # a condition may be a choice itself, as c and d is, and so may its own
            while chain[-1] in self.pending:
                chain.append(chain[-1].args[0])
            for one in reversed(chain):
                if one in self.pending:
                    self.flush(one.args[0], one)

    def before(self, node: Node) -> Iterable[Node]:
        """The choices that must be written before `node` is."""
        if node not in self.pending:
            return node.args
        same = node.args[0]
        return [n for n in self.sides(node)[2] if not (n in self.pending and n.args[0] is same)]

    def sides(self, node: Node) -> Sides:
        """What each side of the choice computes itself, but for the sides of choices there, and
        what all of it takes from this branch."""
        known: dict[Node, Sides] = self.body.choices
        if node not in known:
            outside: dict[Node, None] = {}  # in an order that is always the same
            then = self._side(node.args[1], node, outside)
            otherwise = self._side(node.args[2], node, outside)
            known[node] = then, otherwise, outside
        return known[node]

    def _side(self, root: Node, choice: Node, outside: dict[Node, None]) -> list[Node]:
        body = self.body
        depth = _depth(body.branches[choice])
        found, stack, seen = [], [root], {root}
        while stack:
            node = stack.pop()
            if _depth(body.branches.get(node)) <= depth:
                outside[node] = None
                continue
            found.append(node)
            args = (node.args[0], *self.sides(node)[2]) if node in body.sides else node.args
            stack += [arg for arg in dict.fromkeys(args) if arg not in seen]
            seen.update(args)
        return sorted(found, key=body.position.__getitem__)

    def _within(self, sides: Sequence[Node], most: float) -> list[Node]:
        """What the sides compute themselves and within, but no more than one more than `most`."""
        branches, depth = self.body.branches, _depth(self.branch)
        stack, seen = [*sides], {*sides}
        found: list[Node] = []
        while stack and len(found) <= most:
            one = stack.pop()
            if _depth(branches.get(one)) > depth:
                found.append(one)
                stack += [arg for arg in dict.fromkeys(one.args) if arg not in seen]
                seen.update(one.args)
        return found

    def flush(self, condition: Node, needed: Node) -> None:
        """Write the choice that is needed now, with all others on its condition that are ready."""
        group: list[Node] = []
        chosen: set[Node] = set()
        for node in self.open[condition]:
            if not all(self.ready(n) or n in chosen for n in self.sides(node)[2]):
                break
            group.append(node)
            chosen.add(node)
        del self.open[condition][: len(group)]
        self.pending.difference_update(group)
        if self.open[condition]:
            self.body.assign_all([condition])
        if len(group) == 1 and self.inline(needed):
            return
        if self.body.trying:
            raise NoExpression
        self.statement(condition, group)

    def ready(self, node: Node) -> bool:
        done = self.body.written if node.op is LOOP else self.body.text  # its items have names
        return node in done and node not in self.pending

    def inline(self, node: Node) -> bool:
        """Write the choice as a conditional expression, if both its sides are short."""
        body = self.body
        # Asked of each of many choices that return, it must not walk to the last of them.
        inner = self._within(node.args[1:], SHORT)
        if len(inner) > SHORT or any(body.uses[n] > 1 for n in inner):
            return False
        if node in body.added or any(side.op is RAISE for n in (node, *inner) for side in n.args):
            return False
        if is_table(node, body.tabular):
            return False
        before, body.block = body.block, []
        within, body.trying = body.trying, True
        fits = False
        with suppress(NoExpression):
            for side in self.sides(node)[:2]:
                self.write(side)
            text = self.expression(node)
            fits = not body.block and len(text.source) <= body.room(node)
        body.trying = within
        body.block = before
        if fits:
            body.written.add(node)
            body.hold(node, text)
        else:
            for part in inner:
                body.text.pop(part, None)
                body.variables.pop(part, None)
            body.written.difference_update(inner)
            body.waiting.difference_update(inner)
        return fits

    def expression(self, node: Node) -> Text:
        """A choice as an expression: `c and y` for a condition that needs both."""
        body = self.body
        condition, then, otherwise = [body.text[arg] for arg in node.args]
        if is_condition(node.args[0], body.truths):
            for fixed, other, holds in ((then, otherwise, False), (otherwise, then, True)):
                if fixed.source in ("True", "False"):
                    decides = fixed.source == "True"
                    asked = condition if holds is not decides else negated(condition)
                    if other.source == repr(not decides):
                        return asked
                    return fill(_OR if decides else _AND, [asked, other])
        return fill(body.templates[node.op], [condition, then, otherwise])

    def write(self, nodes: Iterable[Node]) -> None:
        """Write the Nodes of one side; those of deeper sides come with their own choices."""
        body = self.body
        nodes = [n for n in nodes if n not in body.written]
        if nodes:
            branch = min((body.branches.get(n) for n in nodes), key=_depth)
            body.write([n for n in nodes if body.branches.get(n) is branch], branch)

    def statement(self, condition: Node, group: list[Node]) -> None:
        """Write `if condition: ... else: ...`, which assigns every choice of the group."""
        body = self.body
        for node in group:
            for table in node.args[1:] if is_table(node, body.tabular) else ():
                if table in body.text:
                    read_first(body, body.text[table].source)
            body.written.add(node)
            if node in body.added:
                continue
            name = body.name(node)
            body.call(node, name)
            body.text[node] = Text(name, ATOM)
            for at, side in enumerate(node.args[1:]):
                free = not self._is_read(name, group, node, at)
                if free and side not in body.text and side not in body.written:
                    body.given[side] = name
        body.waiting.discard(condition)
        test = body.text[condition]
        # A loop changes its variables where they are: one side may be as it was.
        body.choose(group[0], test, self.side(group, 1), self.side(group, 2))

    def side(self, group: list[Node], side: int) -> list[Statement]:
        """The statements of one side, which end with what the choices come to there."""
        body = self.body
        inner = {n for node in group for n in self.sides(node)[side - 1]}
        together = all(self.sides(node)[2].keys().isdisjoint(group) for node in group)
        left = [*group]
        block: list[Statement]
        with body.nested() as block:
            if together:
                self.write(sorted(inner, key=body.position.__getitem__))
            while left:
                node = self._first(left, side) if together else left[0]
                left = [one for one in left if one is not node]
                if not together:
                    self.write(self.sides(node)[side - 1])
                if node.args[side].op is RAISE:
                    body.fail(node.args[side])
                    break
                self.settle(node, node.args[side])
        return block

    def _is_read(self, name: str, group: list[Node], node: Node, side: int) -> bool:
        """Whether another choice of the group computes something there from a variable so called,
        which a loop carries: the choice must not have it before."""
        if name not in (self.body.carried or ()):
            return False
        text, own = self.body.text, {*self._within([node.args[side + 1]], math.inf)}
        others = self._within([other.args[side + 1] for other in group], math.inf)
        read = [arg for one in others if one not in own for arg in one.args]
        return any(arg in text and text[arg].source == name for arg in read)

    def _first(self, group: list[Node], side: int) -> Node:
        """The first that assigns what the values of no other read."""
        if len(group) == 1 or not self.body.carried:
            return group[0]
        for node in group:
            if node in self.body.added:
                return node
        for node in group:
            name = self.body.text[node].source
            others = [one.args[side] for one in group if one is not node]
            if not any(name in variables_in(self.body, one) for one in others):
                return node
        # They exchange what they hold.
        self.body.assign_all([one.args[side] for one in group[1:]])
        return group[0]

    def settle(self, node: Node, value: Node) -> None:
        """Write `choice = value`, unless the value has that name; or `table.append(value)`."""
        body = self.body
        if node in body.added:
            if value is not NOTHING and value not in body.added:
                append(body, body.added[node], value)
            return
        name = body.text[node].source
        body.fit(value, name)
        text = body.text[value]
        if text.source != name:
            text = held(body, value)
        origin = value.origin if value in body.waiting else None  # told where it was computed
        body.waiting.discard(value)
        if text.source != name:
            body.block.append(Assign(name, text, (value,), origin))


def _depth(branch: Branch | None) -> int:
    return branch.depth if branch else 0
