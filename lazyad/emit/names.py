"""Names in an emitted file that do not clash: the user's own, v0 and d0, and what is imported.

In: a Graph, and what its text needs. Out: the name of each thing needed, and one after the other
those of variables. A room of its own because nothing else decides what a value is called.
"""

from __future__ import annotations

import builtins
import copy
import heapq
import keyword
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from lazyad.graph import INPUT, Graph, Node
from lazyad.values.structure import free_name, is_name

MANY = 250  # CPython takes longer to read a variable when a function has more than 256
LONGEST = 32  # of a user's variable that is kept


class Names:
    """`scope` has the name of each thing from outside the function, by what a template calls it."""

    def __init__(
        self,
        graphs: Sequence[Graph],
        nodes: Sequence[Node],
        needed: Iterable[str],
        outside: Iterable[tuple[Any, Any]],
    ) -> None:
        self.users = users_names(nodes)
        self.taken = {*keyword.kwlist, *keyword.softkwlist}
        for graph in graphs:
            self.taken |= {graph.name, *graph.inputs}
        # A counter that nobody reads: `_`, which no variable is called, unless a parameter is.
        self.unread = "_" if all("_" not in graph.inputs for graph in graphs) else self.free("_")
        self.scope: dict[Any, str] = {}
        self.outside = dict(outside)  # by the key that `scope` has for them
        for name in sorted({*needed}):  # and the user's `log` or `e` stays his
            self.scope[name] = self.free(name.removeprefix("math.").partition("=")[0], self.users)
        for key, thing in self.outside.items():
            if key not in self.scope:
                name = getattr(thing, "__name__", "")
                name = name if is_name(name) else "outside"
                self.scope[key] = self.free(name, self.users)
        self.counters: list[str] = []  # of loops within each other
        self.arrays: dict[Any, str] = {}  # of the constant ones, by what is in them
        self.tables: dict[Any, str] = {}  # of the constant ones, by what is in them
        self.taken.update(dir(builtins))
        # The user's function, where what has no name is numbered by its line there, so that a line
        # more changes no name of what follows: r_v0, r_d0, ... in that of `r = ...`.
        self.by_line: str | None = None
        self.pairs: dict[Any, int] = {}  # which y or v a value and its tangent are
        self.next: Counter[tuple[str, str]] = Counter()
        self.numbers: dict[str, int] = {}  # of names like v7
        self.spare: list[int] = []

    def of_function(self, function: str) -> Names:
        """The names for one of several functions in a file, made of the user's of that name. Each
        has variables of its own, and those of the file are not taken again."""
        made = copy.copy(self)
        made.taken, made.pairs, made.next = {*self.taken}, {}, Counter()
        made.numbers, made.spare = {}, []
        made.by_line = function
        return made

    def free(self, name: str, users: frozenset[str] = frozenset()) -> str:
        name = free_name(name, self.taken | users)
        self.taken.add(name)
        return name

    def counter(self, depth: int) -> str:
        """What the number of a round is called in a loop within so many others: i, j, k, ..."""
        while len(self.counters) <= depth:
            letter = "ijklmnpq"[len(self.counters) % 8]
            self.counters.append(self.free(letter))
        return self.counters[depth]

    def take(self, variable: str, pairs: Sequence[Any], tangent: bool, line: str = "") -> str:
        """The user's variable: y, then y2, ...; v0, v1, ... where it has none, or `line`_v0. A
        value and its tangent are called alike, y2 and dy2, v7 and d7: both have the first of their
        `pairs`."""
        at = None
        for pair in pairs:
            if (at := self.pairs.get((variable, pair))) is not None:
                break
        both = None if at is None else _spelled(variable, line, at)
        if at is None or both is None or both[tangent] in self.taken:
            at, both = self._unused(variable, line, tangent if variable and not pairs else None)
            if pairs:
                self.pairs[variable, pairs[0]] = at
        name = both[tangent]
        self.taken.add(name)
        if not variable and not line:
            self.numbers[name] = at
        return name

    def give_back(self, name: str) -> None:
        """The name, if it is like v7, may be taken again."""
        if name in self.numbers:
            self.taken.discard(name)
            heapq.heappush(self.spare, self.numbers[name])

    def _unused(self, variable: str, line: str, alone: bool | None) -> tuple[int, tuple[str, str]]:
        """The first number of which neither name is taken, or not that `alone`; and the two."""
        while True:
            if not variable and not line and self.spare:
                at = heapq.heappop(self.spare)
            else:
                at = self.next[variable, line]
                self.next[variable, line] = at + 1
            both = _spelled(variable, line, at)
            if (at or not variable) and not self.users.isdisjoint(both):
                continue
            if self.taken.isdisjoint(both if alone is None else both[alone : alone + 1]):
                return at, both


def _spelled(variable: str, line: str, at: int) -> tuple[str, str]:
    """The names of a value and of its tangent."""
    if not variable:
        start = line and f"{line}_"
        return f"{start}v{at}", f"{start}d{at}"
    separator = "_" if variable[-1].isdigit() or variable in ("v", "d") else ""
    name = f"{variable}{separator}{at + 1}" if at else variable
    return name, f"d{name}"


def users_name(node: Node) -> str:
    """The variable that the user's line assigns it to, if it may be one here."""
    variable = node.origin.place.variable or "" if node.origin else ""
    return variable if is_name(variable) and len(variable) <= LONGEST else ""


def users_names(nodes: Sequence[Node]) -> frozenset[str]:
    """All of the user's variables: no numbered name is one of them, or his v0 would be v0_2 behind
    a value that has no name, and his x2 be x2_2 behind the second value of x."""
    origins = [(origin, node) for node in nodes if (origin := node.origin)]
    one = {origin.variable or (id(origin.code), origin.offset): node for origin, node in origins}
    return frozenset(map(users_name, one.values()))


def variables_in(body: Any, node: Node) -> set[str]:
    """The variables in the text of a Node."""
    found: set[str] = set()
    stack = [node]
    while stack:
        one = stack.pop()
        name = body.variables.get(one)
        if name is not None and (one is not node or body.text[one].source == name):
            found.add(name)
        elif one.op.leaf:
            found.add(body.text[one].source) if one.op is INPUT else None
        else:
            stack += one.args
    return found
