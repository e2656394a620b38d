"""One loop that is kept: what its rounds begin with and change, until they change nothing else.

In: a `Loop`, and the state before it. Out: the Node that it is, with a Graph of one round, and the
state after it. A room of its own because this is what the rounds are for the trace, where `loops`
is what the rewritten function asks.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Container, Iterable
from collections.abc import Sequence as Several
from typing import Any, NoReturn

from lazyad.arrays.forms import form_of, set_form
from lazyad.evaluation import evaluate
from lazyad.graph import (
    CONST,
    INPUT,
    LOOP,
    TABLE,
    TAKE,
    Graph,
    Node,
    Numbering,
    const,
    is_condition,
    is_const,
    lifted,
    walk,
)
from lazyad.ops import add, and_, ge, le, ne, not_, where
from lazyad.regions import Loop as Kept
from lazyad.regions import enclosed, item, made
from lazyad.tracing.control.contents import TABLE as WHOLE
from lazyad.tracing.control.contents import (
    UNBOUND,
    Dropped,
    End,
    Key,
    Numbers,
    Unjoinable,
    apart,
    as_optionals,
    chosen,
    contents,
    held_node,
    is_bound,
    numbers_of,
    rebuilt,
    rebuilt_value,
    spread,
    ways_in,
    with_modes,
    with_optionals,
)
from lazyad.tracing.control.handlers import catching
from lazyad.tracing.control.joins import (
    Apart,
    Exit,
    Frame,
    is_pending,
)
from lazyad.tracing.control.modes import MODES, Mode
from lazyad.tracing.control.optionals import HERE, OPTIONALS, THERE, Optional, either
from lazyad.tracing.control.points import Points
from lazyad.tracing.control.records import Filled, Grown, places_of
from lazyad.tracing.control.unbound import is_unsure, taken_apart, unsure
from lazyad.tracing.control.whole_loops import (
    builder,
    carried_form,
    fitted,
    rounds,
    truth,
    while_node,
    whole_number,
    zeros,
)
from lazyad.tracing.floats import is_bool
from lazyad.tracing.runs import RunList, is_fixed
from lazyad.tracing.sight import PLAIN
from lazyad.tracing.tables import is_number
from lazyad.tracing.unknown import Perhaps, Unknown
from lazyad.tracing.variables import HOLDERS
from lazyad.values.origin import by_numpy, rules, state
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import Form, is_array, is_name, variable_name

MOST_WORK = 50_000  # operations that are rather unrolled than differentiated in each number
MOST_NUMBERS = 16  # of a list, whose derivatives may be carried one by one
NUMBER = ("number",)  # the way to that of a round, where the loop carries it
MOST_RUNS = 12  # of a body, until nothing else changes
MOST_COUNTED = 100_000  # rounds of a `while` that constants end
MORE = (
    "a round adds to a list or a dict, and how many rounds there are is known when the kernel runs;"
    " a sum, an extreme or the last of what it adds may be a number that the loop changes"
)


class Known(NamedTuple):
    """What was found of a loop that is kept, for when the round around it is traced again."""

    at: int  # how long the tape was before it
    work: int
    changed: dict[Key, Node]


class Region:
    """What is known of a loop that is to be kept: the state before it, and the numbers in that
    which a round changes."""

    def __init__(self, loop: Any, before: Any, points: Points | None, known: Known | None) -> None:
        self.loop = loop
        self.points = points  # where a number is many
        self.session = loop.session
        self.before = before
        self.values = Numbers(before)
        self.changed: dict[Key, Node] = {}  # and what stands for it in a round
        name = "k" if loop.items is not None else loop.names[0] if loop.names else "i"
        self.number = made(INPUT, (), name)
        if state.whole:
            set_form(self.number, Form((), "int64"))
        self.session.wholes.give(self.number, True)
        if loop.range is not None:
            self.session.wholes.rounds[self.number] = loop.range
        if loop.counted is not None:
            self.values[NUMBER], self.changed[NUMBER] = loop.counted.start, self.number
            first = lifted(loop.counted.start)
            if first.op is CONST and loop.counted.step > 0:
                numbers = range(int(first.payload), sys.maxsize, loop.counted.step)
                self.session.wholes.rounds[self.number] = numbers
        self.exits: list[Exit] = []
        self.exhausted = False
        self.runs = 0
        self.first = self.tape = len(self.session.tape)
        self.never: list[Node] = []  # conditions of a round after the last
        self.tables: dict[Key, None] = {}  # the keys of rows that are carried as one
        self.kept: dict[int, Filled | Grown] = {}  # by the identity of their containers
        self.open = False  # the kernel says how many rounds keep something
        self.items: dict[int, list[Any]] = {}  # what the containers hold in the end, ...
        self.runs_of: dict[int, RunList] = {}  # ... or the lists that stand for them then
        self.counting = loop.range is None  # whether lengths of these are counted; one was asked
        self.asked = False
        self.numbered = Numbering()
        self.last: Any = None  # what the last run came to, where lists grow
        self.end: End | None = None  # of the last run
        self.round: list[Exit] = []
        for key, node in known.changed.items() if known is not None else ():
            if key not in self.changed and is_number(initial := self.values[key]):
                self._fresh(key, node, initial)

    def begins_with_constant(self, carried: Node) -> bool:
        """Whether what stands for a number in any round is a constant in the first."""
        if carried is self.number:
            return self.loop.range is not None
        starts = [self.values[key] for key, node in self.changed.items() if node is carried]
        return any(lifted(one).op is CONST for one in starts)

    def begin(self) -> Any:
        """The state at the beginning of a round."""
        self.tape = len(self.session.tape)
        if (rounds := self.loop.range) is not None:
            for bound in (ge(self.number, min(rounds)), le(self.number, max(rounds))):
                self.session.facts.learn(bound, True)
        for one in self.never:
            self.session.facts.learn(one, False)
        self.inner = len(self.session.kept)
        found = rebuilt(self.before, self.changed)
        found = self._holding(found, {one: kept.begin() for one, kept in self.kept.items()})
        self._note_shared(found)
        held = [one for one in found.variables.values() if id(one) not in self.kept]
        self.given = [(value, numbers_of(value, {})) for value in held]
        new = [v for n, v in found.variables.items() if v is not self.before.variables[n]]
        self.arrays = [(one, one.held()[0]) for one in new if type(one) in HOLDERS]
        return found

    def _note_shared(self, state: End) -> None:
        """A variable that rounds give another container has one of its own in this state: it stands
        for what it was before the loop, and for what a round gave it."""
        aliases = self.session.aliases
        aliases.begin(self.loop.site)
        for name, value in state.variables.items():
            before = self.before.variables[name]
            if value is not before and not isinstance(value, (Node, tuple, Optional)):
                ends = [end for end in (self.end, *map(self._state, self.round)) if end]
                sides = [before, *[end.variables.get(name, before) for end in ends]]
                aliases.note(value, *[one if is_bound(one) else Dropped() for one in sides])

    def settled(self, exits: list[Exit], end: End | None) -> bool:
        """Whether a round changes nothing but what it was known to change."""
        self.runs += 1
        if self.runs > MOST_RUNS:
            raise Unjoinable("each round changes something else")
        exits = [
            one._replace(end=as_optionals(one.end, self.before)) if type(one.end) is End else one
            for one in exits
        ]
        end = end and as_optionals(end, self.before)
        self.round, self.end = exits, end
        if end is not None and any(one.held()[0] is not node for one, node in self.arrays):
            reached = [contents([value], {}) for value in end.variables.values()]
            arrays = [key for each in reached for key, (x, _) in each.items() if type(x) in HOLDERS]
            if len(arrays) > len({*arrays}):
                raise Unjoinable("two variables may be one array, which a round changes")
        if self._makes_modes(end, *map(self._state, exits)) or self._makes_optionals():
            return False
        known = len(self.changed)
        alike = self._is_kept_alike(end)
        for there in (end, *map(self._state, exits)):
            self._ask_bound(there)
            for key, value in self._spread(there).items() if there else ():
                if key[0] == WHOLE and key not in self.changed:
                    known = -1  # its numbers are one from now on
                    for one in ways_in(key):
                        self.changed.pop(one, None)
                initial = self.changed[key] if key in self.changed else self.values[key]
                way = _ways(key)[0]
                if initial is UNBOUND and way[0] == "v":
                    if not is_bound(self.before.variables[way[1]]):
                        continue  # of this round alone
                    raise Unjoinable(f"a round makes {way[1]} something of another structure")
                if key in self.changed and self._is_whole(initial) and not self._is_whole(value):
                    self.session.wholes.give(initial, False)
                    known = -1
                truths = self.session.wholes.truths
                if initial in truths and not is_condition(lifted(value), truths):
                    truths.remove(initial)
                    known = -1
                if value is not initial and not _same(value, initial):
                    known = self._changes(key, value, initial, known)
        if self.asked and not self.counting:
            self.counting = True
            return False
        settled = alike and len(self.changed) == known
        if settled and self.kept and self.loop.range is None:
            self.loop.range = self._counted()
            self.open = settled = self.loop.range is None
        elif settled and self.kept:
            self.open = bool(self.round) or any(map(_is_perhaps, self.kept.values()))
        return settled

    def _makes_modes(self, *ends: End | None) -> bool:
        """Whether a round chooses among texts, which are modes from now on."""
        before = self.before
        for end in ends if MODES not in self.session.apart else ():
            before = (with_modes(before, end) if end else None) or before
        return self._begins_with(before)

    def _makes_optionals(self) -> bool:
        """Whether a round may leave something None, or gives it a value: it may be either from now
        on, unless only the first round finds it so, and may come before the loop."""
        again = [one.end for one in self.round if one.target == (self.loop, "continue")]
        later = [end for end in (self.end, *again) if end] if self.loop.may_begin_alone else []
        ends = [end for end in (self.end, *map(self._state, self.round)) if end]
        if OPTIONALS in self.session.apart or state.whole:
            return False
        return self._begins_with(with_optionals(self.before, ends, later))

    def _begins_with(self, before: End) -> bool:
        """Whether that is another state before the loop: it is the one from now on."""
        if before is self.before:
            return False
        self.before, self.values = before, Numbers(before)
        if self.loop.counted is not None:
            self.values[NUMBER] = self.loop.counted.start
        known = self.changed.items()
        self.changed = {key: node for key, node in known if is_number(self.values[key])}
        return True

    def _counted(self) -> range | None:
        """The rounds of a `while` that constants alone end, or a `break` before anything else; None
        where the kernel says how many they are."""
        ends = [(self.loop, "end"), (self.loop, "break")]
        if self.end is None or len(self.round) != 1 or self.loop.counted is not None:
            return None
        if any(map(_is_perhaps, self.kept.values())):
            return None
        (last,) = self.round
        ends = ends[:1] if self.loop.otherwise else ends
        if last.target not in ends or not self._is_as_begun(last.end):
            return None
        tests, found = [last.condition], self._spread(self.end)
        rows = {
            id(node): (node, self.values[key], found.get(key, node))
            for key, node in self.changed.items()
        }
        for grown in self.kept.values():
            if isinstance(grown, Grown):
                after = grown.count + float(len(grown.new))
                rows[id(grown.count)] = grown.count, len(grown.items), after
        asked: dict[int, tuple[Node, Node, Node]] = {}  # what the test is made of
        stack = [*tests]
        while stack:
            for one in walk([stack.pop()]):
                if one.op is INPUT and id(one) not in asked:
                    node, start, end = map(lifted, rows.get(id(one), (one,) * 3))
                    if start.op is not CONST:
                        return None
                    asked[id(one)] = node, start, end
                    stack.append(end)
        nodes, starts, afterwards = zip(*asked.values(), strict=True)
        now = [start.payload for start in starts]
        for count in range(MOST_COUNTED):
            try:
                known = dict(zip(nodes, now, strict=True))
                over, *now = evaluate([*tests, *afterwards], known)
            except Exception:  # it raises, or is made in a loop within
                break
            if over:
                self.never = tests
                return range(count)
        return None

    def _is_as_begun(self, end: End) -> bool:
        """Whether there is what there was when the round began."""
        found = self._spread(end)
        lists = [(end.contents[key][1], kept.given) for key, kept in self.kept.items()]
        same = all(len(one) == len(other) for one, other in lists)
        return same and all(found.get(key, node) is node for key, node in self.changed.items())

    def _changes(self, key: Key, value: Any, initial: Any, known: int) -> int:
        """A number that the round changes; -1 if it was another kind of array before."""
        if key not in self.changed:
            self._fresh(key, value, initial)
        elif state.whole and isinstance(value, Node):
            form = carried_form(_called(key), initial, value)
            if form != form_of(initial):
                self.changed[key] = set_form(made(INPUT, (), _called(key)), form)
                return -1
        return known

    def _ask_bound(self, end: End | None) -> None:
        """A variable that a round may delete, or that does not join, is not as before the loop."""
        for name, value in end.variables.items() if end else ():
            if not is_bound(value) and is_bound(self.before.variables[name]):
                raise Unjoinable(f"a round may leave {name} unbound")

    def _ask_unsure(self, ends: Several[Node]) -> None:
        """A variable that one way through the round gives its first value is read on all: it may
        have one of the round before."""
        within = [one for _, order, *_ in self._loops_within() for one in order]
        for node in walk([*ends, *within]):
            known = self.session.unbound.get(id(node))
            if known and not is_bound(self.before.variables.get(known.name, known)):
                raise Unjoinable(f"{known.name} has no value before it")

    def _state(self, one: Exit) -> End | None:
        """What there is where an exit is taken, of what the loop may change."""
        if not isinstance(one.end, End) or self.loop.is_own(one):
            return one.end if isinstance(one.end, End) else None
        names = self.loop.names if self._is_tried(one) else ()
        return one.end._replace(variables={name: one.end.variables[name] for name in names})

    def _is_tried(self, one: Exit) -> bool:
        """Whether it leads to a `try` of the loop's own function."""
        return type(one.target) is tuple and one.target[0].frame is self.loop.frame

    # -- what rounds keep

    def _holding(self, end: End, items: dict[int, list[Any]]) -> End:
        """The state with other items in the containers that are kept."""
        held = {}
        for key, new in items.items():
            owner, copy = end.contents[key]
            held[key] = owner, _array_of(new, copy) if is_array(copy) else new
        return end._replace(contents=end.contents | held)

    def _spread(self, end: End) -> dict[Key, Any]:
        """The numbers of a state, but for those in containers that are kept."""
        ways = [way for key in self.changed for way in _ways(key)]
        changed = {way[1] for way in ways if way[0] == "c"}
        found = spread(end, self.before, changed)
        for key in self.changed:
            held = end.variables.get(key[1]) if key[0] == "v" else None
            if key not in found and type(held) in HOLDERS:
                found[key] = held_node(held, end.contents)
        found = {k: v for k, v in found.items() if k[0] != "c" or k[1] not in self.kept}
        return self._in_tables(found)

    def _in_tables(self, found: dict[Key, Any]) -> dict[Key, Any]:
        """The same, where rows that are those of a table are that table: it is carried as one."""
        rows: dict[Key, list[Any]] = {}
        if not (state.whole or state.pointwise):
            for key, value in found.items():
                if type(key[-1]) is int and len(key) > 2:
                    rows.setdefault(key[:-1], []).append(value)
        keys = [key for key in self.tables if all(way in rows for way, _ in key[1:])]
        known = {way for key in keys for way, _ in key[1:]}
        keys += self._new_tables({way: row for way, row in rows.items() if way not in known})
        for key in keys:
            numbers = [one for way, _ in key[1:] for one in rows[way]]
            if all(map(is_number, numbers)) and len(numbers) == sum(n for _, n in key[1:]):
                self.tables[key] = None
                for way in ways_in(key):
                    del found[way]
                found[key] = self.session.wholes.table(numbers)
        return found

    def _new_tables(self, rows: dict[Key, list[Any]]) -> list[Key]:
        """The keys of tables that rows are, each by itself or several one after the other."""
        wholes, keys = self.session.wholes, list[Key]()
        parts: dict[Node, list[tuple[int, Key, int]]] = {}
        for way, row in rows.items():
            if wholes.most_of(row) is not None:
                keys.append((WHOLE, (way, len(row))))
            elif (part := wholes.part_of(row)) is not None:
                parts.setdefault(part[0], []).append((part[1], way, len(row)))
        for table, several in parts.items():
            several.sort(key=lambda one: one[0])
            ends = [0, *itertools.accumulate(n for *_, n in several)]
            if [at for at, *_ in several] == ends[:-1] and ends[-1] == wholes.lengths[table]:
                keys.append((WHOLE, *[(way, n) for _, way, n in several]))
        return keys

    def length_of(self, owner: Any) -> Any:
        """How long a list is that rounds make longer; None of another one, and before it is known
        that a round of a range does not make it shorter, too."""
        found = self.kept.get(id(owner))
        if not isinstance(found, Grown):
            return None
        self.asked = True
        return found.length_of(owner) if self.counting else None

    def known(self, owner: Any) -> list[Any] | None:
        """What a list held when the round began, if the loop may keep what is added to it."""
        own, copy = self.before.contents.get(id(owner), (None, None))
        if type(owner) is not list or own is not owner or state.whole or self.points is not None:
            return None
        found = self.kept.get(id(owner))
        return found.given if found is not None else copy

    def perhaps(self, condition: Node, mine: Any, theirs: Any, item: Any) -> Perhaps:
        """What a round adds where the condition holds or not, or where both do."""
        return Perhaps(self.refuse, _asked(where(condition, lifted(mine), lifted(theirs))), item)

    def refuse(self) -> NoReturn:
        raise self.loop.apart(Unjoinable("a round reads or changes what others put into a list"))

    def places(self, at: Any, length: int) -> tuple[int, ...]:
        """Where an index stands in each round, which the number of the round alone says."""
        rounds = self.loop.range
        found = None if rounds is None else places_of(at, length, self.number, rounds)
        return self.refuse() if found is None else found

    def filled(self, owner: Any) -> Filled | None:
        """What is known of a container that rounds fill."""
        found = self.kept.get(id(owner))
        return found if isinstance(found, Filled) else None

    def read(self, filled: Filled, places: tuple[int, ...]) -> Any:
        assert self.loop.range is not None
        return filled.read(places, self.number, self.loop.range)

    def put(self, owner: Any, places: Several[tuple[int, ...]], values: Several[Any]) -> None:
        """A round puts values into places of a container, in each round others."""
        if id(owner) not in self.before.contents or self.loop.is_within_side():
            self.refuse()
        if id(owner) not in self.kept:
            copy = self.before.contents[id(owner)][1]
            self.kept[id(owner)] = Filled(owner, _items(copy), Unknown(self.refuse))
        found = self.filled(owner)
        if found is None:
            self.refuse()
        for place, value in zip(places, values, strict=True):
            found.put(place, value)

    def _is_kept_alike(self, end: End | None) -> bool:
        """Whether the round kept what the one before did, however long its lists were."""
        if end is None:
            return True
        known = len(self.kept)
        ends = [end, *[there for there in map(self._state, self.round) if there]]
        for key, (owner, copy) in [one for there in ends for one in there.contents.items()]:
            items = self.before.contents.get(key, (None, copy))[1]
            if type(owner) is list and key not in self.kept and len(copy) > len(items):
                self.kept[key] = Grown(owner, [*items], self.before.contents, self.refuse)
        if len(self.kept) > known:
            return False
        alike = True
        for key, kept in self.kept.items():
            held = [
                (_items(one.contents[key][1]), one.contents) for one in ends if key in one.contents
            ]
            alike &= kept.settled(held) if isinstance(kept, Grown) else kept.settled(*held[0])
        rows = [row for kept in self.kept.values() for row in kept.containers()]
        if any(id(row) in self.before.contents for row in rows) or (rows and self._is_changed()):
            raise Unjoinable("a list gets what is changed later")
        if any(isinstance(kept, Grown) for kept in self.kept.values()):
            values = [value for kept in self.kept.values() for value in kept.records()]
            numbers = filter(is_number, self._spread(end).values())
            values += itertools.chain.from_iterable(map(taken_apart, numbers))
            inner = [(len(order), rounds) for _, order, *_, rounds, _ in self._loops_within()]
            last, self.last = self.last, ([self.numbered(lifted(one)) for one in values], inner)
            alike &= last == self.last
        return alike

    def _is_changed(self) -> bool:
        """Whether the round changed a container that a variable held when it began: the round
        before may have put it into a list."""
        return any(
            now.keys() != then.keys() or any(now[key] is not then[key] for key in then)
            for value, then in self.given
            for now in (numbers_of(value, {}),)
        )

    def _loops_within(self) -> list[tuple[Any, ...]]:
        return [*self.session.kept[self.inner :]]

    def _is_whole(self, value: Any) -> bool:
        return bool(self.session.wholes.has(value))

    def _fresh(self, key: Key, value: Any, initial: Any) -> None:
        if initial is UNBOUND:
            raise Unjoinable(MORE)
        if not (is_number(value) and is_number(initial)):
            raise Unjoinable(f"a round makes {value!r:.40} of {initial!r:.40}")
        self.changed[key] = self._named(key, value)
        self.session.aliases.note_number(self.changed[key], self.loop.site)
        if state.whole:
            form = carried_form(_called(key), lifted(initial), lifted(value))
            set_form(self.changed[key], form)
        whole = self._is_whole(value) and self._is_whole(initial)
        self.session.wholes.give(self.changed[key], whole)
        if is_bool(value) and is_bool(initial):
            self.session.wholes.truths.add(self.changed[key])

    def _named(self, key: Key, value: Any) -> Node:
        """What stands for such a value in a round."""
        if key[0] == "v" and type(self.before.variables.get(key[1])) is Mode:
            key = key[:2]
        if key[0] != WHOLE:
            with rules(numpy=isinstance(value, Node) and by_numpy(value.origin)):
                return made(INPUT, (), _called(key))
        way = key[1][0]
        own = self.loop.called.get(way[1], "table") if way[0] == "c" else _called(way)
        node = made(INPUT, (), own)
        self.session.wholes.lengths[node] = self.session.wholes.lengths[value]
        return node

    def _is_outward(self, one: Exit) -> bool:
        """Whether what follows the loop must know that it was taken."""
        breaks = self.loop.otherwise and one.target == (self.loop, "break")
        return breaks or not self.loop.is_own(one)

    def built(self, rounds: range | None) -> End | None:
        """The loop as a Node; and the state after it, if that is reached."""
        outward = [one for one in self.round if self._is_outward(one)]
        if self.open:
            self._check_open(outward)
        flags = [made(INPUT, (), "left") for _ in outward]
        results: dict[Key, Any] = {
            (at, *path): value
            for at, one in enumerate(outward)
            if isinstance(one.target, Frame)
            for path, value in numbers_of(one.end.value, one.end.contents).items()
        }
        returned = {key: made(INPUT, (), "result") for key in results}
        new = given, has = self._given(outward)
        asked = [name for name, when in has.items() if when is None]
        flags += [made(INPUT, (), f"has_{name}") for name in asked]
        temporary = {
            key: self._named(key, value)
            for name in self.loop.names
            if name in given
            for key, value in self._in_tables(spread(given[name], self.before)).items()
            if _ways(key)[0][:2] == ("v", name) and is_number(value)
        }
        if state.whole:
            self._give_forms(temporary, flags)
            for key, value in results.items():
                form = carried_form("the result", lifted(value), lifted(value))
                set_form(returned[key], form)
        counted = self.loop.counted and self.number + self.loop.counted.step

        def row(end: End | None, again: bool, out: Exit | None = None) -> list[Any]:
            """Whether another round follows, and the values then."""
            found = self._spread(end) if end else {}
            if again and counted is not None:
                found[NUMBER] = counted
            values: list[Any] = [again]
            values += [found.get(key, n) for key, n in self.changed.items()]
            values += [_or_as_before(found.get(key, n), n) for key, n in temporary.items()]
            values += [one is out or flag for one, flag in zip(outward, flags, strict=False)]
            values += [
                _or(end is not None and _has(end, name), flag)
                for name, flag in zip(asked, flags[len(outward) :], strict=True)
            ]
            for key, node in returned.items():
                values.append(results[key] if out is outward[key[0]] else node)
            return [*values, *self._added(end)]

        result = None if self.end is None else row(self.end, True)
        for one in reversed(self.round):
            again = one.target == (self.loop, "continue")
            mine = row(self._state(one), again, one if self._is_outward(one) else None)
            result = _either(one.condition, mine, result)
        assert result is not None
        go, *after = [lifted(value) for value in result]
        whens, records = self._recorded(after)
        self._ask_unsure([go, *after, *[one for pair in records for one in pair]])
        self.unread = self._unread(go, after)
        inputs = [*self.changed.values(), *temporary.values(), *flags, *returned.values()]
        initial = self._initial([*temporary.values()], flags, [*returned.values()])
        numbers = {when: made(INPUT, (), "count") for when in whens.values()} if self.open else {}
        for input_, start, end in self._beside_kept(whens, numbers):
            inputs.append(input_)
            initial.append(lifted(start))
            after.append(end)
        counts = rounds is not None or counted is not None
        ends = self._ends(go, after, inputs, initial, records, counts)
        known = dict(zip(inputs, ends, strict=False))
        many = {at: known[numbers[when]] for at, when in whens.items() if self.open}
        self._give_kept(ends[len(inputs) :], many, rounds)
        self.exhausted = rounds is not None or is_pending(self.round, (self.loop, "end"))
        for value, whole in zip(ends, self._wholes(temporary, flags, results), strict=False):
            self.session.wholes.give(value, whole)
            self.session.aliases.note_number(value, self.loop.site)
        return self._ended(ends, temporary, new, outward, returned)

    def _recorded(self, after: list[Node]) -> tuple[dict[int, Node], list[tuple[Node, Node]]]:
        """When the round keeps something, by the identity of the container; and all that is kept,
        with that. Both stood at the end of what is carried."""
        first = len(after) - sum(1 + len(kept.records()) for kept in self.kept.values())
        rest = iter(after[first:])
        del after[first:]
        first_of: dict[int, Node] = {}  # lists of one condition are as long
        asked = {at: _asked(next(rest)) for at in self.kept}
        whens = {at: first_of.setdefault(self.numbered(when), when) for at, when in asked.items()}
        own = [(whens[at], kept) for at, kept in self.kept.items()]
        return whens, [(when, next(rest)) for when, kept in own for _ in kept.records()]

    def _beside_kept(
        self, whens: dict[int, Node], numbers: dict[Node, Node]
    ) -> Iterable[tuple[Node, Any, Node]]:
        """What is carried for the sake of what is kept: what stands for it in a round, what it
        begins with, and what comes next. The last are how many items are added."""
        for at, kept in self.kept.items():
            for input_, start, end in kept.carried:
                yield input_, start, _where_kept(whens[at], lifted(end), input_)
        for when, number in numbers.items():
            yield number, 0.0, _where_kept(when, number + 1.0, number)

    def _give_kept(
        self, tables: Several[Node], counts: dict[int, Node], rounds: range | None
    ) -> None:
        """What the containers hold that the rounds fill or make longer; `counts` are how many items
        are added, where the kernel says that."""
        rest = iter(tables)
        for at, kept in self.kept.items():
            own = [next(rest) for _ in kept.records()]
            if self.open and isinstance(kept, Grown):
                self.session.wholes.give(counts[at], True)
                self.runs_of[at] = kept.run(own, counts[at], self._refuse_run)
            elif rounds is not None:
                self.items[at] = kept.ended(own, rounds)

    def _check_open(self, outward: list[Exit]) -> None:
        """Whether the lists are all that is kept, and none is handed on from inside."""
        grown = all(isinstance(kept, Grown) for kept in self.kept.values())
        ends = [one for one in outward if isinstance(one.end, End) and not self.loop.is_own(one)]
        own = [one for one in ends if not isinstance(one.target, Frame)]
        own += [
            one for one in ends if not self.kept.keys().isdisjoint(contents([one.end.value], {}))
        ]
        if not grown or own or state.whole or self.points is not None:
            raise Unjoinable(MORE)
        self.session.stands.add(self.loop.site)

    def _added(self, end: End | None) -> list[Any]:
        """Which of the lists are longer at that end of a round, and what was added."""
        found = [
            (
                kept.added(_items(end.contents[key][1]), end.contents)
                if end and self.open and isinstance(kept, Grown)
                else (not self.open, kept.records())
            )
            for key, kept in self.kept.items()
        ]
        return [*[when for when, _ in found], *[value for _, row in found for value in row]]

    def _refuse_run(self) -> NoReturn:
        raise Apart(self.loop.site, MORE)

    def _initial(
        self, temporary: Several[Node], flags: Several[Node], returned: Several[Node]
    ) -> list[Node]:
        """What is carried into the first round; zeros for what has no value before it."""
        first = [
            self._zero(node) if key in self.unread else lifted(self.values[key])
            for key, node in self.changed.items()
        ]
        before = [self._zero(one) for one in (*temporary, *returned)]
        count = len(temporary)
        return [*first, *before[:count], *[const(False) for _ in flags], *before[count:]]

    def _unread(self, go: Node, after: Several[Node]) -> dict[Key, bool]:
        """Variables that a loop before may have left unbound, and whether each round gives them a
        number, where no round reads what they were: they begin with any."""
        found = {}
        for at, (key, node) in enumerate(self.changed.items()):
            if key[0] == "v" and len(key) == 2 and is_unsure(self.values[key]):
                read = walk([go, *after[:at], *after[at + 1 :], *_beside(after[at], node)])
                if any(one is node for one in read):
                    site = self.session.unbound[id(self.values[key])].site
                    raise Apart(site, f"{key[1]} is read after it")
                ends = [lifted(self._spread(end)[key]) for end in self._ends_of_rounds()]
                found[key] = not any(one is node for one in walk(ends))
        return found

    def _ends_of_rounds(self) -> list[End]:
        """The states in which a round may leave its variables: all but those of its test."""
        tests = self.loop, "end"
        own = [one.end for one in self.round if self.loop.is_own(one) and one.target != tests]
        return [end for end in (self.end, *own) if end]

    def _zero(self, one: Node) -> Node:
        if state.whole:
            return zeros(form_of(one))
        length = self.session.wholes.lengths.get(one)
        return const(0.0) if length is None else self.session.wholes.table([0.0] * length)

    def _give_forms(self, temporary: dict[Key, Node], flags: Several[Node]) -> None:
        """The forms of what has no value before the first round."""
        states = [self._spread(end) for end in (self.end, *map(self._state, self.round)) if end]
        for key, node in temporary.items():
            values = [lifted(one[key]) for one in states if key in one]
            form = carried_form(_called(key), values[0], values[-1])
            set_form(node, form)
        for node in flags:
            set_form(node, Form((), "bool"))

    def _ended(
        self,
        ends: list[Node],
        temporary: dict[Key, Node],
        given: tuple[dict[str, End], dict[str, Any]],
        outward: list[Exit],
        returned: dict[Key, Node],
    ) -> End | None:
        """The state after the loop, and the exits that were taken from inside it."""
        rest = iter(ends)
        changed = {key: next(rest) for key in self.changed}
        lost = {name: Dropped(self.loop.first_site) for name in self._new_names()}
        for key, sure in self.unread.items():
            if sure:
                changed[key] = self._once(changed[key], self.values[key], key[1])
            else:
                lost[key[1]] = Dropped(self.loop.first_site)
        after = rebuilt(self.before, changed)
        after = self._holding(after, self.items)
        if self.runs_of:
            after = self._with_runs(after)
        numbers = {key: next(rest) for key in temporary}
        known, whens = given
        flags = [next(rest) for _ in outward]
        has = {name: next(rest) if when is None else when for name, when in whens.items()}
        new = {name: self._made_anew(name, end, numbers) for name, end in known.items()}
        kept = {}
        if catching(self.session, UnboundLocalError) is None:  # or it is read on each way
            told = {
                key: unsure(name, has[name], one, self.loop.site)
                for key, one in numbers.items()
                if (name := _ways(key)[0][1]) in has
            }
            kept = {name: self._made_anew(name, known[name], told) for name in has}
        before, shared = after.variables | lost, self._shared()
        after = after._replace(variables=before | kept | shared)
        self._note_shared(after)
        if outward:  # what is made anew is one on all ways on, of which an `else` may change it
            anew = contents([*after.variables.values(), *new.values()], {})
            after = after._replace(contents=anew | after.contents)
        values = {key: next(rest) for key in returned}
        broken = is_pending(self.round, (self.loop, "break"))
        for at, (one, flag) in enumerate(zip(outward, flags, strict=True)):
            end = one.end
            given_there = (
                {}
                if (own := self._state(one)) is None
                else {name: value for name, value in new.items() if _has(own, name) is True}
            )
            broken_off = after._replace(variables=before | kept | given_there)
            if isinstance(one.target, Frame):
                paths = {key[1:]: node for key, node in values.items() if key[0] == at}
                value = rebuilt_value(one.end.value, (), paths, one.end.contents)
                end = after._replace(value=value, variables={})
            elif self.loop.is_own(one):
                end = broken_off
            elif isinstance(end, End):  # of a `try`
                mine = broken_off.variables if self._is_tried(one) else {}
                end = after._replace(variables=end.variables | mine)
            last = at + 1 == len(outward) and not (self.exhausted or broken)
            self.exits.append(Exit(last or flag, one.target, end, one.site))
        return after if self.exhausted or (broken and not self.loop.otherwise) else None

    def _with_runs(self, end: End) -> End:
        """The state where lists are as long as the kernel says, whoever has them."""

        def put(held: Any) -> Any:
            if isinstance(held, dict):
                return {name: self.runs_of.get(id(one), one) for name, one in held.items()}
            return [self.runs_of.get(id(one), one) for one in held]

        held = {
            key: (owner, put(copy))
            for key, (owner, copy) in end.contents.items()
            if type(copy) in (dict, list) and key not in self.runs_of
        }
        others = {key: one for key, one in end.contents.items() if key not in self.runs_of}
        return end._replace(variables=put(end.variables), contents=others | held)

    def _once(self, value: Node, before: Node, name: str) -> Node:
        """What each round gives a variable, or, where there may be none, what it was before."""
        there, was = taken_apart(before)
        if (comes := self.loop.comes) is True:
            return value
        return unsure(name, _or(comes, there), chosen(comes, value, was), self.loop.site)

    def _wholes(
        self, temporary: Iterable[Key], flags: Several[Node], results: dict[Key, Any]
    ) -> list[bool]:
        """Which of the values that the loop comes to are ints."""
        states = [self.end, *map(self._state, self.round)]
        found = [spread(end, self.before) for end in states if end]
        new = [all(self._is_whole(one[key]) for one in found if key in one) for key in temporary]
        own, returned = self.changed.values(), results.values()
        flagged = [False for _ in flags]
        return [*map(self._is_whole, own), *new, *flagged, *map(self._is_whole, returned)]

    def _shared(self) -> dict[str, Any]:
        """Variables that hold what the last round put into a list."""
        held = self.end.variables.items() if self.end is not None else ()
        found = {}
        for key, kept in self.kept.items():
            rows = kept.containers()
            for (at, row), (name, value) in itertools.product(enumerate(rows), held):
                if value is row and key in self.items:
                    found[name] = self.items[key][at - len(rows)]
                elif value is row and not is_fixed(row):
                    raise Unjoinable("a variable holds what the last round put into a list")
        return found

    def _given(self, outward: list[Exit]) -> tuple[dict[str, End], dict[str, Any]]:
        """Variables that had no value before, with a state that has them, if they are alike but for
        their numbers in each that does; and when the loop leaves them one: always, where a first
        round comes, or where a round said so, which is None. Those of a way out of it alone are
        not among the latter."""
        tests = [one.end for one in self.round if one.target == (self.loop, "end")]
        rounds = self._ends_of_rounds()
        found: dict[str, tuple[End, dict[Key, Any]]] = {}
        apart = {n for end in rounds for n, one in end.variables.items() if type(one) is Dropped}
        apart.update(self.loop.deleted)
        own = [end for end in map(self._state, outward) if end]
        for end in (*rounds, *tests, *own):
            for name, held in self._new_values(end).items():
                if not _are_alike(found.setdefault(name, (end, held))[1], held):
                    apart.add(name)
        given = {name: end for name, (end, _) in found.items() if name not in apart}
        whens: dict[str, Any] = {}
        for name in given:
            in_rounds = [_has(end, name) for end in rounds]
            in_tests = [_has(end, name) for end in tests]
            leaving = [*in_tests, *[_has(end, name) for end in self._ways_out()]]
            if all(one is True for one in leaving):
                whens[name] = True
            elif all(one is True for one in in_rounds) and all(one is False for one in in_tests):
                whens[name] = self.loop.comes
            elif not state.whole and any(one is not False for one in (*in_rounds, *in_tests)):
                whens[name] = None
            asks = whens.get(name, True) is not True
            several = not is_number(given[name].variables[name])  # of which each may raise
            if asks and several and (self.loop.counted is None or whens[name] is None):
                del whens[name]
        return given, whens

    def _ways_out(self) -> list[End]:
        """The states in which the loop may be left, but for those of its test."""
        breaks = [one.end for one in self.round if one.target == (self.loop, "break")]
        return self._ends_of_rounds() if self.loop.range is not None else breaks

    def _new_values(self, end: End) -> dict[str, dict[Key, Any]]:
        """What variables hold that had no value before, each by the way to it. What may hide a
        number is not among them, nor a container that was there before."""
        new: dict[str, dict[Key, Any]] = {}
        known = self.before.contents
        for key, value in spread(end, self.before).items():
            if key[0] == "v" and not is_bound(self.before.variables[key[1]]):
                new.setdefault(key[1], {})[key] = value
        return {
            name: values
            for name, values in new.items()
            for value in (end.variables[name],)
            if (type(value) in HOLDERS or known.keys().isdisjoint(contents([value], {})))
            and all(
                is_number(one) or type(one) in PLAIN or key[-1] in ("shape", "__class__")
                for key, one in values.items()
            )
        }

    def _made_anew(self, name: str, end: End, numbers: dict[Key, Node]) -> Any:
        return rebuilt_value(end.variables[name], ("v", name), apart(numbers), end.contents)

    def _new_names(self) -> set[str]:
        """Variables that a round gives their first value, or may give it."""
        ends, before = [self.end, *map(self._state, self.round)], self.before.variables
        return {
            name
            for end in ends
            for name, value in (end.variables.items() if end else ())
            if value is not UNBOUND and value is not before[name] and not is_bound(before[name])
        }

    def _ends(  # noqa: PLR0917
        self,
        go: Node,
        after: Several[Node],
        inputs: Several[Node],
        initial: Several[Node],
        records: Several[tuple[Node, Node]],
        counts: bool,
    ) -> list[Node]:
        """What the loop comes to; of many points it is one that carries which of them are in it."""
        before = initial
        if self.points is not None:
            go, after = self.points.round(go, after, inputs, counts)
            inputs, initial = [*inputs, self.points.active], [*initial, self.points.came]
        node = self._node(go, after, inputs, initial, records)
        ends = [item(node, at) for at in range(len(inputs) + len(records))]
        return ends if self.points is None else self.points.ended(ends, before)

    def _node(
        self,
        go: Node,
        after: Several[Node],
        inputs: Several[Node],
        initial: Several[Node],
        records: Several[tuple[Node, Node]],
    ) -> Node:
        if state.whole:
            return self._whole_node(go, after, inputs, initial)
        rounds = self.loop.range
        counted = [] if rounds is None else [self.number]
        session = self.session
        kept = [one for pair in records for one in pair]
        order, outside = self._enclosed([go, *after, *kept], [*inputs, *counted])
        auto = self.session.keeping != "keep" and self.loop.work < MOST_WORK
        if self.loop.range is not None and auto:
            self._check_tables(order, outside, go)
        node = made(LOOP, [*initial, *outside], None)
        session.kept.append(
            (node, order, outside, go, after, [*inputs, *counted], len(inputs), rounds, records)
        )
        return node

    def _enclosed(
        self, ends: Several[Node], inputs: Several[Node]
    ) -> tuple[list[Node], list[Node]]:
        """The Nodes of a round, as it computes them, and what it reads from outside."""
        tape = self.session.tape
        made_inside = {id(node) for node in tape[self.tape :]}
        since = {id(node) for node in tape[self.first :]} | self.session.unbound.keys()

        # Where a round is sure to come, what it is sure to compute may be computed before it.
        comes = self.loop.range and not state.whole  # at least the first
        known = ends if ends[0].op is CONST else ends[:1]  # what follows an exit may not be
        sure = _always(known, since) if comes else ()

        def stays(node: Node) -> bool:
            raises = id(node) in made_inside and not node.op.total
            return (raises or is_unsure(node)) and id(node) not in sure

        order, outside = enclosed(ends, inputs, stays, since)
        places = {id(node): at for at, node in enumerate(tape[self.first :])}
        order.sort(key=lambda node: places.get(id(node), -1))
        return order, outside

    def _whole_node(
        self, go: Node, after: Several[Node], inputs: Several[Node], initial: Several[Node]
    ) -> Node:
        """The loop as a scan that asks before each round."""
        starts = [*initial]
        if (numbers := self.loop.range) is not None:  # the number of the round is carried as well
            step = whole_number(numbers.step)
            number = add(self.number, step)
            last = whole_number(numbers[-1])
            more = ne(self.number, last)
            go, after = and_(truth(go), more), [*after, number]
            inputs = [*inputs, self.number]
            starts.append(whole_number(numbers.start))
        forms = [form_of(one) for one in inputs]
        starts = [fitted(one, form) for one, form in zip(starts, forms, strict=True)]
        go, after, inputs = rounds(go, after, inputs)
        starts += [fitted(const(True), Form((), "bool"))] * (len(inputs) - len(starts))
        forms = [form_of(one) for one in inputs]
        after = [fitted(one, form) for one, form in zip(after, forms, strict=True)]
        order, outside = self._enclosed([go, *after], inputs)
        node = while_node(starts, outside)
        self.session.kept.append((node, builder(node, order, outside, go, after, inputs)))
        return node

    def _check_tables(self, order: Several[Node], outside: Several[Node], go: Node) -> None:
        """A derivative in each number of a long list is quick only if the rounds go through it in
        step: others are run one by one."""
        for one in outside:
            if one.op is TABLE and sum(arg.op is not CONST for arg in one.args) > MOST_NUMBERS:
                takes = [node for node in order if any(arg is one for arg in node.args)]
                steps = all(node.op is TAKE and self._in_step(node.args[1]) for node in takes)
                if not (steps and go.op is CONST and go.payload):
                    raise Unjoinable("its rounds do not go through a list of numbers in step")
                if any(node.op is LOOP for node in order):
                    raise Unjoinable("loops within it go through a list of numbers")

    def _in_step(self, at: Node) -> bool:
        return all(one is self.number for one in walk([at]) if one.op is INPUT)


def _always(ends: Several[Node], since: Container[int]) -> set[int]:
    """The identities of those that are computed for these whatever is chosen on the way."""
    found: set[int] = set()
    stack = [*ends]
    while stack:
        node = stack.pop()
        if id(node) in since and id(node) not in found:
            found.add(id(node))
            stack += node.args[:1] if node.op.lazy else node.args
    return found


def finish(kept: Several[tuple[Any, ...]]) -> None:
    """Give the loops of a trace their bodies, now that everything has its name."""
    done: set[int] = set()  # one way after another keeps the same
    for node, *rest in kept:
        if id(node) in done:
            continue
        done.add(id(node))
        if len(rest) == 1:  # a scan of arrays knows how
            rest[0]()
            continue
        order, outside, go, after, inputs, carried, rounds, records = rest
        names: dict[str, Node] = {}
        new: dict[Node, Node] = {}
        for one in (*inputs[carried:], *inputs[:carried], *outside):
            name, at = variable_name(str(one.payload)) if one.op is INPUT else "given", 1
            if one.origin is not None and (called := one.origin.place.variable):
                name = called
            counts = any(one is number for number in inputs[carried:])
            name = name if is_name(name) else "i" if counts else "given"
            while name in names:
                name, at = f"{name.rstrip('0123456789_')}_{at}", at + 1
            names[name] = new[one] = Node(INPUT, (), name, one.origin)
        for one in order:
            args = tuple([new.get(arg, arg) for arg in one.args])
            new[one] = Node(one.op, args, one.payload, one.origin)
        outputs: Any = (new.get(go, go), tuple([new.get(one, one) for one in after]))
        if records:
            pairs = [[new.get(one, one) for one in pair] for pair in records]
            outputs = (*outputs, *zip(*pairs, strict=True))
        named = {new_one: name for name, new_one in names.items()}
        placed = {named[new[one]]: new[one] for one in (*inputs, *outside)}
        body = Graph(placed, outputs, "round", [new[one] for one in order])
        Node.payload.__set__(node, Kept(body, carried, rounds))  # type: ignore


def _is_perhaps(kept: Filled | Grown) -> bool:
    """Whether a branch of a round says if it adds to a list."""
    return isinstance(kept, Grown) and kept.when is not True


def _either(condition: Any, one: list[Any], other: list[Any] | None) -> list[Any]:
    """The values where the condition holds, or the others."""
    if other is None or condition is True or (condition.op is CONST and condition.payload):
        return one
    if condition.op is not_:
        condition, one, other = condition.args[0], other, one
    return [_chosen(condition, a, b) for a, b in zip(one, other, strict=True)]


def _where_kept(when: Node, one: Node, other: Node) -> Node:
    """A choice that asks one after the other if it is both of two conditions."""
    if when.op.lazy and is_const(when.args[2], False):
        one, when = _where_kept(when.args[1], one, other), when.args[0]
    elif when.op.lazy and is_const(when.args[1], False):
        one, other, when = other, _where_kept(when.args[2], one, other), when.args[0]
    return lifted(_either(when, [one], [other])[0])


def _asked(truth: Node) -> Node:
    """What a choice of True and False asks."""
    found = [one.payload if one.op is CONST else None for one in truth.args[1:]]
    if not truth.op.lazy or found not in ([True, False], [False, True]):
        return truth
    return truth.args[0] if found[0] else not_(truth.args[0])


def _chosen(condition: Node, a: Any, b: Any) -> Any:
    """A choice; a bool beside a Node is whether the loop was left, and stays True or False."""
    if type(a) is not type(b) and bool in (type(a), type(b)):
        return where(condition, lifted(a), lifted(b))
    return chosen(condition, a, b)


def _array_of(items: list[Any], like: Any) -> Any:
    """An array of whatever the items are, which NumPy is not to ask."""
    flat = sys.modules["numpy"].empty(len(items), object)
    for at, one in enumerate(items):
        flat[at] = one
    return flat.reshape(like.shape).view(type(like))


def _items(copy: Any) -> list[Any]:
    """What a container held, in a row."""
    return copy.ravel().tolist() if is_array(copy) else [*copy]


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, Node) and isinstance(other, Node):
        return one.op is other.op is CONST and repr(one.payload) == repr(other.payload)
    return type(one) is type(other) and bool(one == other)


def _has(end: End, name: str) -> Any:
    """Whether a variable has a value there: a condition, if that is not known."""
    value = end.variables.get(name, UNBOUND)
    return type(value) is not Dropped and taken_apart(value)[0]


def _or_as_before(value: Any, before: Node) -> Any:
    """What a round leaves, where it may give the variable no value."""
    there, value = taken_apart(value)
    return value if there is True else _chosen(there, value, before)


def _or(condition: Any, other: Any) -> Any:
    return other if condition is False else either(condition, True, other)


def _are_alike(one: dict[Key, Any], other: dict[Key, Any]) -> bool:
    """Whether they are the same but for numbers."""
    return one.keys() == other.keys() and all(
        is_number(other[key]) if is_number(value) else _same(value, other[key])
        for key, value in one.items()
    )


def _beside(value: Node, kept: Node) -> list[Node]:
    """What choices that may keep a value ask, and what they choose from beside it."""
    stack, seen, found = [value], {value}, dict[Node, None]()
    for one in stack:
        if one.op.lazy:
            found[one.args[0]] = None
            more = {*one.args[1:]} - seen
            stack += more
            seen |= more
        elif one is not kept:
            found[one] = None
    return [*found]


def _ways(key: Key) -> list[Key]:
    """The ways to a number of the state, or to the rows of a table."""
    return [way for way, _ in key[1:]] if key[0] == WHOLE else [key]


def _called(key: Key) -> str:
    """What a number of the state is called in the source."""
    steps = [str(step) for step in key[1:] if step != HERE]
    if key[0] == "v":
        return "_".join(steps)
    return "item" + "_".join(steps[-2 if steps[-1] == THERE else -1 :])
