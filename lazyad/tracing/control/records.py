"""What the rounds of a loop keep: lists that each round makes longer, and places that it fills.

In: the containers that a loop found, and what a round of any number did with them. Out: what stands
for their items while a round is traced, the numbers that it keeps, and the containers after all
rounds. A room of its own because a list that grows is no number that is carried: what it holds is
a table of the loop (`lazyad.regions`), and a round may read of it only what the last one kept.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from lazyad.evaluation import evaluate
from lazyad.graph import INPUT, Node, const, lifted, walk
from lazyad.ops import where
from lazyad.regions import made, take
from lazyad.tracing.arguments import unfolded
from lazyad.tracing.control.contents import Contents, Unjoinable, numbers_of, rebuilt_value
from lazyad.tracing.floats import is_bool
from lazyad.tracing.runs import RunList
from lazyad.tracing.tables import is_number
from lazyad.tracing.unknown import Unknown, added
from lazyad.values.origin import state
from lazyad.values.structure import Run

MOST_BACK = 8  # items from the end of a list that a round may read


class Filled:
    """A container whose places are filled, in each round others. `places` are in a row, one for
    each round."""

    def __init__(self, owner: Any, items: list[Any], unknown: Unknown) -> None:
        self.owner, self.items = owner, items  # and what it held before the loop
        self.given = [unknown] * len(items)
        self.begun = False  # a round with these
        self.plan: dict[tuple[int, ...], Any] = {}  # what the round before put where
        self.rows: dict[tuple[int, ...], Any] = {}  # what this one did
        # What the round put there that was so many before.
        self.last: dict[tuple[tuple[int, ...], int], Node] = {}

    def begin(self) -> list[Any]:
        self.begun = True
        self.plan, self.rows = self.rows or self.plan, {}
        return self.given

    def put(self, places: tuple[int, ...], value: Any) -> None:
        if not is_number(value):
            raise Unjoinable(f"a list is filled with {value!r:.40}")
        self.rows[places] = value

    def read(self, places: tuple[int, ...], number: Node, rounds: range) -> Any:
        """What stands there in any round; Unjoinable where that differs."""
        if places in self.rows:
            return self.rows[places]
        filled = [*{**self.plan, **self.rows}]
        before: set[int] = set()
        seen = False
        for at, place in enumerate(places):
            seen = seen or place in before or (place < 0)
            before.update(one[at] for one in filled)
        if not seen and abs(rounds.step) == 1:
            row = [self.items[place] for place in places]
            if all(map(is_number, row)):
                index = lifted(number - rounds.start if rounds.step == 1 else rounds.start - number)
                return take(state.session.wholes.table(row), index)
        for one, back in itertools.product(filled, range(1, MOST_BACK + 1)):
            others = {place for other in filled if other is not one for place in other}
            if one[:-back] == places[back:] and others.isdisjoint(one):
                starts = tuple([self._before(one, k) for k in range(back, 0, -1)])
                known = all(is_number(self.items[at]) for at in starts)
                if starts != places[:back] or not known:
                    break
                for k in range(1, back + 1):
                    if (one, k) not in self.last:
                        self.last[one, k] = made(INPUT, (), _called((k,)))
                return self.last[one, back]
        raise Unjoinable("a round reads a place of a list that others fill")

    @property
    def carried(self) -> list[tuple[Node, Any, Any]]:
        """What stands for the last rows: what each is before the first, and after this one."""
        return [
            (
                node,
                self.items[self._before(places, back)],
                self.rows[places] if back == 1 else self.last[places, back - 1],
            )
            for (places, back), node in self.last.items()
        ]

    def _before(self, places: tuple[int, ...], back: int) -> int:
        """The place that a round before the first would have filled."""
        return (places[0] - back * (places[1] - places[0])) % len(self.items)

    def settled(self, copy: list[Any], contents: Contents) -> bool:
        """Whether this round did as the one before."""
        if not self.begun:
            return False
        if any(one is not other for one, other in zip(copy, self.given, strict=True)):
            raise Unjoinable("a list is filled in one place and in another")
        read = {places for places, _ in self.last}
        return self.plan.keys() == self.rows.keys() and read <= self.rows.keys()

    def records(self) -> list[Any]:
        return [*self.rows.values()]

    def containers(self) -> list[Any]:
        """Those that it holds."""
        return []

    def ended(self, tables: list[Node], rounds: range) -> list[Any]:
        """What it holds after all rounds."""
        items = [*self.items]
        for at, found in enumerate(_taken(tables, self.records(), rounds)):
            for places, one in zip(self.rows, found, strict=True):
                items[places[at]] = one
        return items


class Grown:
    """A list that each round makes longer. A round reads its last items, if anything of it; how
    long it is does not matter: it is another length whenever the round is traced."""

    def __init__(self, owner: list[Any], items: list[Any], contents: Contents, site: Any) -> None:
        self.owner, self.items, self.contents = owner, items, contents
        self.unknown = Unknown(site)
        self.length = len(items)
        # The numbers of the last items, by how far from the end and the way to each.
        self.starts = {
            (back, *path): number
            for back in range(1, min(len(items), MOST_BACK) + 1)
            for path, number in numbers_of(items[-back], contents).items()
        }
        self.last = {key: made(INPUT, (), _called(key)) for key in self.starts}
        self.new: list[Any] = []
        self.when: Any = True  # whether a round adds that
        self.count = made(INPUT, (), "count")  # how many it has, where that is asked
        self.counts = False

    def length_of(self, now: list[Any]) -> Any:
        """How long it is now in any round."""
        wholes = state.session.wholes
        wholes.give(self.count, True)
        self.counts = True
        when, more = added(now[self.length :])
        if when is True:
            return self.count + float(len(more))
        if when is False:
            return self.count
        one: Node = where(when, 1.0, 0.0)
        wholes.give(one, True)
        return self.count + one

    def begin(self) -> list[Any]:
        self.length += 3
        self.given: list[Any] = [self.unknown] * self.length
        for back in {key[0] for key in self.last}:
            of_it = {key[1:]: node for key, node in self.last.items() if key[0] == back}
            self.given[-back] = rebuilt_value(self.items[-back], (), of_it, self.contents)
        return self.given

    def settled(self, ends: Sequence[tuple[list[Any], Contents]]) -> bool:
        """Whether a round did as the one before, at each of its ends: that of the last item that it
        adds is what the others are compared with."""
        for copy, contents in ends:
            if any(one is not other for one, other in zip(copy, self.given, strict=False)):
                raise Unjoinable("a list is made longer, and changed")
            for back in {key[0] for key in self.last}:
                found = numbers_of(self.given[-back], contents)
                if any(found.get(key) is not one for key, one in self._of(self.last, back).items()):
                    raise Unjoinable("a list is made longer, and an item of it changed")
        longer = [end for end in ends if len(end[0]) > self.length]
        if not longer or any(len(copy) < self.length for copy, _ in ends):
            raise Unjoinable("a list is made longer, and changed")
        copy, contents = longer[0]
        new, (self.when, self.new) = self.new, added(copy[self.length :])
        self.after = contents
        self.paths = [numbers_of(one, contents) for one in self.new]
        if not all(self.paths):
            raise Unjoinable("what is added to a list is no number")
        now = self._ends()
        known = [back for back in now if now[back].keys() == self._of(self.last, back).keys()]
        if len(known) < len(now):
            self.last = {key: node for key, node in self.last.items() if key[0] in known}
            return False
        return len(new) == len(self.new)

    def _of(self, numbers: Mapping[Any, Any], back: int) -> dict[Any, Any]:
        return {key[1:]: number for key, number in numbers.items() if key[0] == back}

    def _ends(self) -> dict[int, dict[Any, Any]]:
        """What the last items are after this round."""
        new = len(self.new)
        return {
            back: self.paths[-back] if back <= new else self._of(self.last, back - new)
            for back in {key[0] for key in self.last}
        }

    @property
    def carried(self) -> list[tuple[Node, Any, Any]]:
        ends = self._ends()
        found = [(node, self.starts[k], ends[k[0]][k[1:]]) for k, node in self.last.items()]
        after = self.count + float(len(self.new))
        return [*found, (self.count, len(self.items), after)] if self.counts else found

    def containers(self) -> list[Any]:
        """What a round added, if that is no number."""
        return [] if all(map(is_number, self.new)) else self.new

    def records(self) -> list[Any]:
        return [value for paths in self.paths for value in paths.values()]

    def ended(self, tables: list[Node], rounds: range) -> list[Any]:
        items = [*self.items]
        for found in _taken(tables, self.records(), rounds):
            items += self._made_of(found)
        return items

    def _made_of(self, found: Iterable[Any]) -> list[Any]:
        """What a round added, of other numbers."""
        rest = iter(found)
        return [
            rebuilt_value(one, (), dict(zip(paths, rest, strict=False)), self.after)
            for one, paths in zip(self.new, self.paths, strict=True)
        ]

    def added(self, copy: list[Any], contents: Contents) -> tuple[Any, list[Any]]:
        """Whether something was added at that end of a round, and its numbers; others if not."""
        when, new = added(copy[len(self.given) :])
        if when is False:
            return when, self.records()
        paths = [numbers_of(one, contents) for one in new]
        if [one.keys() for one in paths] != [one.keys() for one in self.paths]:
            raise Unjoinable("a round adds something else to a list than another")
        return when, [value for one in paths for value in one.values()]

    def run(self, tables: list[Node], count: Node, refuse: Callable[[], Any]) -> RunList:
        """The list after as many rounds as the kernel takes."""
        if len(self.new) > 1:
            raise Unjoinable("a round adds several items to a list")
        wholes = state.session.wholes
        for table, one in zip(tables, self.records(), strict=True):
            wholes.give(table, wholes.has(one))
        (one,) = self._made_of(tables)
        truths = any(map(is_bool, self.records()))
        return RunList(self.items, Run(unfolded("an item", one)), count, refuse, truths=truths)


def _taken(tables: list[Node], records: list[Any], rounds: range) -> Iterator[list[Node]]:
    """What each round kept, which is an int where the record is one: it may be an index."""
    wholes = state.session.wholes
    wholes.are(tables, rounds)
    ints = list(map(wholes.has, records))
    for at in range(len(rounds)):
        found = [take(table, const(float(at))) for table in tables]
        for one in itertools.compress(found, ints):
            wholes.give(one, True)
        yield found


def _called(key: Any) -> str:
    return "last" + "".join(f"_{step}" for step in (*([key[0]] * (key[0] > 1)), *key[1:]))


def places_of(at: Any, length: int, number: Node, rounds: range) -> tuple[int, ...] | None:
    """Where an index stands in each round; None where more than the number of the round says that,
    or where there is nothing."""
    inner = walk([at]) if isinstance(at, Node) else []
    if any(one.op is INPUT and one is not number for one in inner):
        return None
    if at is number:
        found = [*rounds]
    elif isinstance(at, Node):
        found = [int(evaluate([at], {number: k})[0]) for k in rounds]
    else:
        found = [int(at)] * len(rounds)
    if any(not -length <= place < length for place in found):
        return None
    return tuple([place % length for place in found])
