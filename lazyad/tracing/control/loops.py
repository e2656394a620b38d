"""Loops on traced values: kept as loops, or run round by round.

In: what a loop rewritten by `syntax` asks: whether another round follows, and how a round ended.
Out: variables after the loop. A room of its own because a loop is traced in another way than a
branch: its body runs on values that stand for those of any round.

A loop whose test is traced, or a long one over a range, is kept. Its body runs once to see what a
round changes; then from fresh values for that, until nothing else changes; then what it does is the
body of a Node (`lazyad.regions`). A loop that cannot be kept runs round by round, and is left or
goes on by exits of its rounds; one whose first rounds alone do otherwise (`if self.last is None`)
runs these so, and the rest is kept.
"""

from __future__ import annotations

import copy
import itertools
import math
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Several
from types import FrameType
from typing import Any

from lazyad.graph import (
    INPUT,
    Node,
    walk,
)
from lazyad.ops import not_, where
from lazyad.plain import folds
from lazyad.tracing.control.contents import (
    STEPPED,
    UNBOUND,
    End,
    Unjoinable,
    as_seen,
    is_bound,
    is_stepped,
    iterators,
    put_back,
)
from lazyad.tracing.control.joins import (
    Apart,
    Exit,
    Frame,
    Left,
    Site,
    closed,
    end_of,
    go_outward,
    is_exit,
    is_pending,
    live,
    raised_now,
    restored_to,
    truth_of,
)
from lazyad.tracing.control.kept_loops import Known, Region
from lazyad.tracing.control.points import Points
from lazyad.tracing.runs import each
from lazyad.tracing.tables import ENDLESS, MANY, Counted, Sequence, kept_in, sequence, site_of
from lazyad.values.origin import state

KEEPING = ("auto", "keep", "unroll")
LONG = 200  # operations that a loop over a range would unroll to, and is kept instead
MOST_ALONE = 4  # rounds that come before a loop that is kept
MOST_FILLING = 32  # ... while a queue, deque(maxlen=...), is not yet full
MOST_UNSIZED = (
    64  # rounds that an iterator of unknown length is asked for before a `break` parts ways
)


class Loop:
    """A loop of the function's, some of whose variables a round may have `deleted`; `otherwise`
    says whether it has an `else`."""

    def __init__(
        self,
        frame: Frame,
        names: tuple[str, ...],
        deleted: tuple[str, ...],
        at: tuple[int, int],
        otherwise: bool,
    ) -> None:
        self.frame = frame
        self.names, self.deleted = names, deleted
        self.site: Site = (frame.file, *at)
        if sys._getframe(1).f_code.co_name in _OF_COMPREHENSIONS and frame.file == folds.__file__:
            self.site = _comprehension(sys._getframe(2))
        self.otherwise = otherwise
        self.depth = len(frame.sides)
        self.over = False  # no way goes on
        self.joins = False  # the round has ways that go on with the next
        self.called: dict[int, str] = {}  # what the function calls its containers
        self.fresh = False  # the next round begins with other values: as a loop that is kept
        self.exhausted = False  # it ends because its test does not hold
        self.session = frame.session
        self.work = 0  # operations that it would unroll to
        self.range: range | None = None  # of those that are kept
        self.counted: Counted | None = None  # a range of traced bounds, ...
        self.endless: Counted | None = None  # ... or itertools.count(), once it is kept
        self.worth = False  # it is kept, however little it does
        self.items: Sequence | None = None  # that it goes through, by the number of the round
        self.few = False  # so few that it is kept only where its rounds make lists of any length
        self.through: Any = None  # where that is an iterator
        self.unsized = False  # it goes through what does not say how long it is, and may never end
        self._first_holds: Any = True  # the test of a `while` before the rounds that are kept
        self._end: End | None = None
        self._region: Region | None = None
        self._before: End | None = None  # what held before the rounds that may be kept
        self._held: Any = None  # the same before each test that may change something
        self._count = 0  # of rounds that have begun, until it is kept
        self._first: list[Exit] = []  # of rounds that come before it
        self.alone = 0  # how many these are
        if self.session is not None:
            while (*self.site, self.alone) in self.session.apart:
                self.alone += 1
            self.outer, self.mark = self.session.exits, self.session.facts.mark()
            self.size, self.length = len(self.session.tape), len(self.session.path)
            self._kept_from = self.mark, self.length
            self.since = self.size  # what is known of loops within is of this one
            self.exits: list[Exit] = []
            frame.loops.append(self)
            self._begin()

    def _begin(self) -> None:
        self.round: list[Exit] = []
        self.session.exits = self.round
        self.start_of_round = self.session.facts.mark(), len(self.session.path)

    @property
    def number(self) -> Node:
        """What stands for the number of the round."""
        assert self._region is not None
        return self._region.number

    @property
    def waits(self) -> bool:
        """Whether ways that have left the round are not yet known around it."""
        return self._region is not None or bool(self.exits or self.round)

    def is_within_side(self) -> bool:
        """Whether the round is on a side of a branch now."""
        return len(self.session.path) != self.start_of_round[1]

    def apart(self, error: Unjoinable) -> Apart:
        """It cannot be kept: its first round that is runs by itself, or else all of them do."""
        if self.may_begin_alone:
            return Apart((*self.site, self.alone), str(error))
        return Apart(self.site, self.session.apart.get((*self.site, 0), str(error)))

    @property
    def may_begin_alone(self) -> bool:
        """Whether its first round that is kept may run by itself."""
        asks = self.counted is not None or self.otherwise  # whether there is a first round
        few = self.range is not None and len(self.range) < self.alone + 3
        return not (asks or few or self.alone >= max(MOST_ALONE, self._to_fill()))

    def _to_fill(self) -> int:
        """How many rounds it takes until a queue of at most so many is full."""
        held = self._before.contents.values() if self._before is not None else ()
        most = [one.maxlen or 0 for one, _ in held if isinstance(one, deque)]
        return max([one for one in most if one <= MOST_FILLING], default=0)

    @property
    def soon(self) -> Site:
        """What goes apart where the loop is to be kept before a round of it has run by itself."""
        return (*self.site, -1)

    @property
    def may_begin_soon(self) -> bool:
        """Whether it may be, and has not been tried."""
        tried = self._region is not None or self.soon in self.session.apart
        return self._before is not None and not tried and not state.whole

    @property
    def first_site(self) -> Site:
        """What goes apart where a variable is read after it that rounds give their first value: the
        first round of a `while`, behind which that is one; the loop, where it has been done."""
        waits = self.range is None and self.counted is None and not self.alone
        return (*self.site, 0) if waits and not self.otherwise else self.site

    @property
    def comes(self) -> Any:
        """Whether there is a first round of those that are kept: a condition, or True."""
        if self.counted is None or self.endless is not None:
            return self._first_holds
        return self.counted.holds(self.counted.start)

    def tells_at_first(self, condition: Node) -> bool:
        """Whether its first round alone says whether that holds, whatever the values are."""
        asked = [one for one in walk([condition]) if one.op is INPUT]
        return all(self.region.begins_with_constant(one) for one in asked)

    def begins_without(self, name: str) -> bool:
        """Whether a variable has its first value of the rounds that are kept."""
        return not is_bound(self.region.before.variables.get(name))

    @property
    def region(self) -> Region:
        assert self._region is not None
        return self._region

    def _inner(self) -> list[Loop]:
        """The loops within, of which one's `else` runs."""
        loops: list[Loop] = self.frame.loops
        return loops[loops.index(self) + 1 :]

    def _give_up(self) -> None:
        """Its exits are those of what is around it, which something is raised to."""
        self.session.exits = self.outer
        self.outer += [*self.exits, *self.round]

    # -- how a round begins

    def rounds(self, values: Iterable[Any]) -> Iterator[Any]:
        """What a `for` goes through; the number of the round while it is traced to be kept."""
        may = self._may_keep() and self.session.keeping != "unroll"
        known = self._known(sys._getframe(1)) if may else None
        values = each(values)
        self.unsized = not hasattr(values, "__len__")
        if isinstance(values, Counted):
            if may:
                self.counted = values
                self._look(sys._getframe(1))
                self._keep(known)
            else:
                values = values.plain()
        elif may and type(values) is itertools.count and sequence(values):
            self._look(sys._getframe(1))
            first, second = itertools.islice(copy.copy(values), 2)
            step = second - first
            self.endless = Counted(first, math.inf if step > 0 else -math.inf, step)
            self.through = values
        elif may and (found := sequence(values)) and 1 + self.alone < found.length < ENDLESS:
            if type(values) is range:
                self.range = values[self.alone :]
            else:
                self.range, self.items = range(self.alone, found.length), found
                self.few = found.length < MANY and self.session.keeping != "keep"
                self.through = values if isinstance(values, Iterator) else None
                whole = isinstance(values, list) and kept_in(values) == len(values)
                self.worth = self.worth or whole
            self.worth = self.worth or self.session.keeping == "keep"
        for value in values if self.counted is None else (None,):
            if self.range is not None and self._count == self.alone:
                self._look(sys._getframe(1))
                if known is not None or self.soon in self.session.apart:
                    self.work = known.work if known is not None else 0
                    self._keep(known)
            if self._region is None:
                self._count += 1
                yield value
            while self._region is not None and not self.over:
                yield as_seen(self.number)
            if self.over:
                return
        self.exhausted = True

    def value(self, given: Any) -> Any:
        """What a round gets of what `rounds` gave it."""
        if self.session is None or self._region is None:
            return given
        if self.counted is not None:
            if self.endless is None:
                self._ask(self.counted.holds(self.number), sys._getframe(1))
            return self.counted.item(given)
        return given if self.items is None else self.items.at(given)

    def _may_keep(self) -> bool:
        """Whether it may be a loop in the program."""
        return self.session is not None and self.site not in self.session.apart

    def _look(self, frame: FrameType) -> None:
        """What holds before the loop, or its first rounds, to which it goes back if it is kept."""
        if self._before is None:
            self._before, self.called, self._first, kept_from, size = self._held or self._hold(
                frame
            )
            if self.alone:
                self._kept_from, self.size = kept_from, size

    def _hold(self, frame: FrameType) -> tuple[Any, ...]:
        """The state now, what is called how, the ways out, what is known, and how much is done."""
        called = {id(value): name for name, value in frame.f_locals.items()}
        known = self.session.facts.mark(), len(self.session.path)
        now = end_of(None, self.names, frame, self.session)
        return now, called, [*self.exits], known, len(self.session.tape)

    def _known(self, frame: FrameType) -> Known | None:
        """What was found of it when the round around it was traced before, from the same calls: or
        loops within each other would be traced twice in each round of those around."""
        if self.session is None:
            return None
        self.place, around = (self.site, *_calls(frame.f_back)), self.session.loops
        known: Known | None = self.session.known.get(self.place) if around else None
        if known is None or known.at < around[-1].since:
            return None
        self.since = around[-1].since
        return known

    def _keep(self, known: Known | None = None) -> None:
        """From now on the body is traced to be kept, from the state before the loop."""
        assert self._before is not None
        self.session.begun.add(self.site)
        if any(key in self._before.contents for key in iterators(self.through)):
            raise Apart(self.site, "somebody else has the iterator that it goes through")
        self._back()
        self.counted = self.counted or self.endless
        points = Points(self.session) if state.pointwise else None
        self.session.loops.append(self)
        try:
            self._region = Region(self, self._before, points, known)
        except Unjoinable as error:
            raise Apart(self.site, str(error)) from None
        self.fresh = True
        self.exits = []
        self._begin()

    def _back(self) -> None:
        """Go back to what is known before the rounds that are kept."""
        mark, length = self._kept_from
        self.session.facts.undo(mark)
        del self.session.path[length:]

    def start(self) -> tuple[Any, ...]:
        """What the variables hold when a round begins that is traced to be kept."""
        self.fresh = False
        assert self._region is not None
        try:
            return restored_to(self._region.begin(), self.names, self.session, self.site)
        except Unjoinable as error:
            raise Apart(self.site, str(error)) from None

    def begins(self) -> None:
        """A `while` is about to ask: what its test changes, `(n := n + 1) < 9`, it changes in each
        round that is kept, the first one too."""
        if self._before is None and self._may_keep() and self._count >= self.alone:
            self._held = self._hold(sys._getframe(1))

    def test(self, value: Any) -> bool:
        """Whether a `while` goes on."""
        truth, frame = truth_of(value, self.session, self.site), sys._getframe(1)
        may = self._may_keep() and self.session.keeping != "unroll"
        known = self._known(frame) if self._region is None else None
        alone = may and self._count < self.alone
        self._count += 1
        if alone and not isinstance(truth, bool):
            self._ask(truth, frame, "break")
            return True
        soon = known is not None or (may and self.soon in self.session.apart)
        if isinstance(truth, bool) and not (truth and may and soon and not alone):
            self.exhausted = not truth
            if not truth and self._region is not None:
                raise Apart(self.site, "it ends whatever the values are")
            if truth and may and not alone:
                self._look(frame)
            elif truth and self.session is not None:
                self.session.go_round()
            return truth
        if self._region is None:
            if self._before is None:
                self._first_holds = truth
            self._look(frame)
            self._keep(known)
            raise Left  # and come again
        if self.range is None and not isinstance(truth, bool):
            self._ask(truth, frame)
        return True

    def _ask(self, truth: Node, frame: FrameType, how: str = "end") -> None:
        """It ends where that does not hold."""
        now = end_of(None, self.names, frame, self.session)
        self.round.append(Exit(not_(truth), (self, how), now, self.site))
        self.session.facts.learn(truth, True)

    # -- how it ends

    def leaves(self, how: str) -> bool:
        """A `break` or `continue`: True where Python's own statement does it."""
        if self.session is None:
            return True
        pending = is_pending(self.round, (self, "continue")) or self._region is not None
        inner = self._inner()
        tried = [one for one in self.frame.attempts if one.depth > self.frame.loops.index(self)]
        waits = any(one.waits for one in inner) or any(one.exits for one in tried)
        if len(self.frame.sides) > self.depth or pending or waits:
            self.frame.leave((self, how), None, self.names, sys._getframe(1))
        del self.frame.loops[len(self.frame.loops) - len(inner) :]
        self.exits += self.round
        self._begin()
        return True

    def arrived(self) -> None:
        """A round is at its end."""
        if self.session is None:
            return
        ends = (one for one in self.exits if isinstance(one.end, End))
        left = next((one for one in ends if one.condition is not True), None)
        if self._region is None and left is not None:
            unending = self.unsized and self._count > MOST_UNSIZED
            if unending or is_stepped(left.end.contents):
                raise Apart(left.site, STEPPED)  # at once, for it may never be at its end
        if self._region is None and self._is_long():
            self._keep()
            return
        self.joins = self._region is None and is_pending(self.round, (self, "continue"))
        if self._region is not None:
            self._ran(end_of(None, self.names, sys._getframe(1), self.session))
        elif self.joins:
            self._end = end_of(None, self.names, sys._getframe(1), self.session)
        else:
            self.exits += self.round
            self._begin()

    def _is_long(self) -> bool:
        """Whether rounds so far say that it is better kept."""
        if self._before is None:
            if self._count > self.session.limit and (self.exits or self.round):
                self.session.too_many()
            if self.session.keeping == "keep" and self._count > 1 and self._may_keep():
                self._check_items()
            return False
        grown = _work(self.session.tape[self.size :])
        asks = any(one.condition is not True for one in self.round)
        if self.few:
            return False
        if state.whole and self.range is not None:  # rounds that all run are as they are written
            return asks and self.items is None
        if self.range is not None:
            count = self._count - self.alone
            self.work = grown * len(self.range) // count
            if count == 1:
                return asks or self.work > LONG or self.worth
            return grown > LONG  # what the first round skipped, the others do
        return asks or grown > LONG

    def _check_items(self) -> None:
        """A long loop over what gives its items one after the other, and to no round by number."""
        if len(self.session.tape) - self.size > LONG:
            self.session.begun.add(self.site)
            raise Apart(
                self.site, "it goes through no range, list, tuple or array, but an iterator"
            )

    def caught(self) -> bool:
        """Something is raised out of a round: whether every way has left it."""
        error = raised_now()
        if self.session is None or isinstance(error, Apart):
            return False
        if self.fresh:  # the test was asked, and is traced
            return True
        if self._region is not None:
            if not is_exit(error, self.session, self.site, self.round):
                return False
            self._ran(None)
            return True
        own = isinstance(error, Left) or any(map(self.is_own, (*self.exits, *self.round)))
        if not own or not is_exit(error, self.session, self.site, self.round):
            self._give_up()
            return False
        self._end = None
        self.joins = is_pending(self.round, (self, "continue"))
        if not self.joins:
            self.over = True
            self.exits += self.round
            self._begin()
        return True

    def _ran(self, end: Any) -> None:
        """The body ran on values that stand for those of any round."""
        assert self._region is not None
        try:
            self.over = self._region.settled(self.round, end)
            if self.over:
                self._end = self._region.built(self.range)
                self._check_runs(sys._getframe(2))
        except Unjoinable as error:
            raise self.apart(error) from None
        self._back()
        self.fresh = not self.over
        self._begin()
        if self.over:
            self.session.loops.pop()
            self.session.known[self.place] = Known(self.size, self.work, self._region.changed)
            self.exhausted = self._region.exhausted
            self.exits = [*self._first, *self._region.exits]
            self.joins = self._end is not None

    def _check_runs(self, frame: FrameType) -> None:
        """A list whose length the kernel says is another object from now on: nobody is to have the
        one that it was."""
        old = self.region.runs_of
        if old and self._end is not None:
            put_back(self._end.contents)
            if not live(frame, self._end.variables, self.session).keys().isdisjoint(old):
                raise Apart(self.site, "a list that its rounds make longer is held elsewhere, too")

    def continued(self) -> tuple[Any, ...]:
        """What the variables hold before the next round, or after a loop that is kept."""
        if self._region is not None:
            assert self._end is not None
            return restored_to(self._end, self.names, self.session, self.site)
        end, outer = closed(self.round, (self, "continue"), self._end)
        site = self._joining(self.round)
        mark, length = self.start_of_round
        self.session.facts.undo(mark)
        self.session.exits = self.exits
        go_outward(self.session, length, outer)
        self._begin()
        self.joins = False
        return restored_to(end, self.names, self.session, site)

    def left(self) -> bool:
        """Something is raised out of the `else`."""
        error = raised_now()
        if self.session is None or isinstance(error, Apart):
            return False
        if not is_pending(self.exits, (self, "break")):
            self._give_up()
            return False
        if not is_exit(error, self.session, self.site, self.round):
            return False
        self.over, self._end = True, None  # and only those that broke go on
        return True

    def joined(self) -> tuple[Any, ...]:
        """What the variables hold after the loop."""
        frame = sys._getframe(1)
        if self.session is None:
            scope = frame.f_locals
            return tuple([scope.get(name, UNBOUND) for name in self.names])
        gone = self.over and not (self._region is not None and self._end is not None)
        end = None if gone else end_of(None, self.names, frame, self.session)
        exits = [*self.exits, *self.round]
        end, outer = closed(exits, (self, "break"), end)
        if len(outer) < len(exits):
            self.session.facts.undo(self.mark)
        self.session.exits = self.outer
        go_outward(self.session, self.length, outer)
        del self.frame.loops[self.frame.loops.index(self) :]
        if end is None:
            raise Left
        return restored_to(end, self.names, self.session, self._joining(exits))

    def _joining(self, exits: Several[Exit]) -> Site:
        """What joins there: one of its branches, if it is unrolled because it could not itself."""
        if self.site not in self.session.apart:
            return self.site
        sites = [one.site for one in exits if self.is_own(one)]
        return next((site for site in sites if site not in self.session.apart), self.site)

    def is_own(self, one: Exit) -> bool:
        """Whether it leads to this loop's end, or to its next round."""
        return type(one.target) is tuple and one.target[0] is self


_OF_COMPREHENSIONS = (folds.mapped.__name__, folds.selected.__name__, folds.summed.__name__)


def _comprehension(frame: FrameType | None) -> Site:
    """Where it stands in the user's code, whose loop is that of `folds`."""
    while frame is not None and type(frame.f_globals) is dict:
        frame = frame.f_back
    assert frame is not None
    return site_of(frame)


def _work(made: Several[Node]) -> int:
    """How much it is to write: a choice is an `if` with its sides."""
    return len(made) + 2 * sum(one.op is where for one in made)


def _calls(frame: FrameType | None) -> Iterator[tuple[int, int]]:
    """From where a function is called, outermost last."""
    while frame is not None:
        yield id(frame.f_code), frame.f_lasti
        frame = frame.f_back
