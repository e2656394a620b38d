"""Branches that join: both sides of an `if` run once, from the same state, and their ends are one.

In: what a function rewritten by `syntax` asks while it runs: which side to take, what variables
hold, how a side was left. Out: variables that are choices between what the sides made of them. A
room of its own because it is the one place that knows what control flow means on traced values.

An *exit* is a way that leaves a statement before its end: a `return`, `break`, `continue` or
`raise` on a side of a traced condition. What follows goes on without it; where it leads to, it
joins.
"""

from __future__ import annotations

import sys
from collections import Counter, deque
from collections.abc import Callable, Sequence
from types import CellType, FrameType, FunctionType
from typing import Any

from lazyad.graph import CONST, INPUT, RAISE, Node, is_condition, note_indexes, walk
from lazyad.ops import and_, eq, ne, not_, or_, where
from lazyad.tracing import runs, tables
from lazyad.tracing.control.contents import (
    STEPPED,
    UNBOUND,
    Contents,
    Dropped,
    End,
    Longer,
    Unjoinable,
    as_seen,
    contents,
    found_in,
    is_stepped,
    joined,
    joined_contents,
    joined_variable,
    put_back,
)
from lazyad.tracing.control.failures import exception_of, is_raised, is_users_own
from lazyad.tracing.control.handlers import catching
from lazyad.tracing.control.modes import Mode
from lazyad.tracing.control.optionals import Optional, refuse_optional
from lazyad.tracing.control.unbound import joined_unsure
from lazyad.tracing.floats import Traced, class_of, formatted, is_instance
from lazyad.tracing.unknown import Perhaps, Unknown
from lazyad.tracing.variables import _FUNCTION, HOLDERS
from lazyad.values.errors import refused
from lazyad.values.origin import is_ours, rules, state, trail
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import is_array

unbound = UNBOUND
put, put_all, put_in_row, whole = tables.put, tables.put_all, tables.put_in_row, tables.whole
combine_in_row = tables.combine_in_row
mapped, selected = tables.mapped, tables.selected
reduced = tables.reduced
ranged, INDEX = tables.ranged, tables.INDEX
enumerated, zipped, empty = runs.enumerated, runs.zipped, runs.empty
text = formatted
Anything, AssertionFailed = BaseException, AssertionError  # whatever the user calls so
MANY = 8  # conditions
DEEPEST = 60  # sides within sides: more are a recursion that nothing ends

# Where a branch stands: the file, its line and column; and which round, before a loop that is kept.
Site = tuple[Any, ...]


class Left(BaseException):
    """No way goes on here: each side of the branch was left."""


class Apart(BaseException):
    """What the sides of a branch come to cannot be joined: the function is to go each way alone."""

    def __init__(self, site: Site, why: str) -> None:
        self.site = site
        self.why = str.__str__(why)  # and not the text of a traced number
        super().__init__(site, self.why)
        if state.session is not None and state.session.swallowed is None:
            state.session.swallowed = self


class Exit(NamedTuple):
    """Where the condition holds, and no exit before it was taken, control goes on at `target`."""

    condition: Any  # a Node, or True
    target: Any  # a `Frame`, a `Loop` and which of its ends; None for a raise
    end: Any  # an `End`, or what is raised
    site: Site


def _and(condition: Any, other: Any) -> Any:
    if other is True:
        return condition
    if condition.op is not_:
        return where(condition.args[0], False, other)
    return where(condition, other, False)


def _and_not(condition: Any, other: Any) -> Any:
    if condition is True:
        return None
    return _and(condition.args[0] if condition.op is not_ else not_(condition), other)


def _join(condition: Any, one: End | None, other: End | None, site: Site) -> End | None:
    """The end where the condition holds, or the other one; either may be none."""
    if one is None or other is None or condition is True:
        return one if other is None or condition is True else other
    if condition.op is not_:
        condition, one, other = condition.args[0], other, one
    state.session.aliases.begin(site)
    try:
        held = joined_contents(condition, one.contents, other.contents)
        variables = {
            name: _joined_variable(name, condition, one, other, site) for name in one.variables
        }
        value = joined(condition, one.value, other.value, one.contents, other.contents)
        return End(value, variables, held)
    except Longer as error:
        sites = [loop.soon for loop in _loops_around() if loop.may_begin_soon]
        raise Apart([site, *sites][-1], str(error)) from None
    except Unjoinable as error:
        raise Apart(site, str(error)) from None


def _loops_around() -> list[Any]:
    """Those of the functions that run, the innermost last."""
    frames: dict[int, Frame] = {}
    running: FrameType | None = sys._getframe(1)
    while running is not None:
        if running.f_code.co_flags & _FUNCTION:  # a function, whose variables are a dict
            for one in [*running.f_locals.values()]:
                if type(one) is Frame:
                    frames.setdefault(id(one), one)
        running = running.f_back
    return [loop for one in [*frames.values()][::-1] for loop in one.loops]


def _joined_variable(name: str, condition: Node, one: End, other: End, site: Site) -> Any:
    a, b = one.variables[name], other.variables[name]
    found = joined_unsure(name, condition, a, b, site)
    if found is not UNBOUND:
        return found
    return joined_variable(condition, a, b, one.contents, other.contents)


def closed(exits: Sequence[Exit], target: Any, end: End | None) -> tuple[Any, list[Exit]]:
    """What there is at the target, which is reached by its exits and at last by `end`; and the
    exits that lead elsewhere."""
    outer: list[Exit] = []
    for at, one in enumerate(exits):
        if one.target != target:
            condition: Any = one.condition
            for before in reversed([e for e in exits[:at] if e.target == target]):
                condition = _and_not(before.condition, condition)
                if condition is None:
                    break
            if condition is not None:
                outer.append(one._replace(condition=condition))
    for one in reversed([e for e in exits if e.target == target]):
        end = _join(one.condition, one.end, end, one.site)
    return end, outer


def either_of(exits: Sequence[Exit], target: Any) -> Any:
    """Whether one of those that lead to the target is taken."""
    found: Any = None  # for none of them
    for one in reversed(exits):
        if one.target == target:
            alone = found is None or one.condition is True
            found = one.condition if alone else where(one.condition, True, found)
        elif found is not None:
            found = _and_not(one.condition, found)
    return found


def raising(error: BaseException, session: Any, site: Site, ends: bool = True) -> Exit:
    """The exit that an exception is; one that is not the function's own, or may be caught, is for
    exploring."""
    if session.abandoned is not None:
        raise error
    attempt = catching(session, type(error), always=True)
    joins = ends and not session.watchful
    if attempt is not None:
        joins = joins and attempt.takes_exits()
    else:
        joins = joins and not any(one.replaces() for one in session.attempts)
    if not joins or not is_users_own(error, session):
        raise Apart(site, f"{type(error).__name__}: {error}") from None
    if attempt is not None:
        clause: Exit = attempt.exit(True, error)
        return clause
    for loop in session.loops:
        if Node.__repr__(loop.number) in str.__str__(str(error)):
            raise Apart(loop.site, "a message tells the number of the round") from None
    return Exit(True, None, Node(RAISE, (), exception_of(error)), site)


def raised_now() -> BaseException:
    """What an `except` clause is about now."""
    error = sys.exception()
    assert error is not None
    return error


def parted(error: BaseException, session: Any) -> None:
    """Go apart where a variable is read that could not be joined, or that the first round of a loop
    gives a value; or where somebody else than we finds that what stands for a value is none."""
    asked = session.stands and isinstance(error, (TypeError, AttributeError))
    if asked and (not is_ours(trail(error)[-1][0]) or Optional.__name__ in str(error)):
        raise Apart(max(session.stands), str(error)) from None
    if isinstance(error, NameError) and (session.dropped or session.loops):
        name = str(error).partition("'")[2].partition("'")[0]
        shared = " free variable " in str(error)  # of some function around it
        for (frame, known), dropped in session.dropped.items():
            if known == name and (shared or frame in (id(trail(error)[-1][0]), None)):
                raise Apart(dropped.site, f"{name} is read after it") from None
        for loop in session.loops:
            if loop.begins_without(name):
                raise loop.apart(Unjoinable(f"{name} has no value before it")) from None


def is_exit(error: BaseException, session: Any, site: Site, exits: list[Exit]) -> bool:
    """Whether ways go on elsewhere: those that have left, and an exception, which is an exit."""
    if isinstance(error, Left):
        return True
    if not is_raised(error):
        return False
    parted(error, session)
    exits.append(raising(error, session, site))
    return True


def _as_one(exits: list[Exit]) -> list[Exit]:
    """Those of a side that is left on all ways, where they lead to one place: then it is left
    there, with what these ways come to."""
    targets = [one.target for one in exits]
    if len(exits) < 2 or targets[0] is None or targets.count(targets[0]) < len(exits):
        return exits
    end, _ = closed(exits, targets[0], None)
    return [Exit(True, targets[0], end, exits[0].site)]


def go_outward(session: Any, length: int, exits: Sequence[Exit]) -> None:
    """Hand exits on to what is around, which goes on where none of them is taken."""
    session.exits += exits
    del session.path[length:]
    session.path += [(one.condition, False, one.site) for one in exits if one.condition is not True]


def is_pending(exits: Sequence[Exit], target: Any) -> bool:
    return any(one.target == target for one in exits)


# ---------------------------------------------------------------------------------- functions


def enter() -> Frame:
    """A call of a function begins."""
    return Frame(sys._getframe(1))


class Frame:
    """A call of a rewritten function."""

    def __init__(self, frame: FrameType) -> None:
        self.file = frame.f_code.co_filename
        self.sides: list[Site] = []  # the branches on traced values around what runs
        self.loops: list[Any] = []  # and the loops
        self.attempts: list[Any] = []  # and the `try`s
        self.session = state.session
        if self.session is not None:
            self.outer, self.mark = self.session.exits, self.session.facts.mark()
            self.length = len(self.session.path)
            for key in [key for key in self.session.dropped if key[0] == id(frame)]:
                del self.session.dropped[key]  # of a call that is over
            self.exits: list[Exit] = []
            self.session.exits = self.exits

    def choose(self, names: tuple[str, ...], at: tuple[int, int]) -> Choice:
        return Choice(self, names, (self.file, *at))

    def leave(self, target: Any, value: Any, names: Sequence[str], frame: FrameType) -> None:
        """Go on at the target where this side is taken."""
        if not (type(target) is tuple and target[1] == "continue"):
            self.part_rounds()
        end = end_of(value, names, frame, self.session)
        waiting = [one for loop in self.loops for one in (*loop.exits, *loop.round)]
        waiting += [one for attempt in self.attempts for one in attempt.exits]
        site = (self.sides or [one.site for one in waiting or self.loops])[-1]
        self.session.exits.append(Exit(True, target, end, site))
        raise Left

    def part_rounds(self) -> None:
        """A loop that is not kept ends where the call leaves it: no round after that is traced."""
        if self.session.follows and self.sides:
            for loop in self.loops:
                if loop.site in self.session.apart and loop.depth < len(self.sides):
                    raise Apart(self.sides[-1], "it leaves a loop that is not kept")

    def returned(self, value: Any) -> Any:
        """A `return`; inside a side, that of an exit."""
        if self.session is None or self.session is not state.session:
            return value
        frame = sys._getframe(1)
        waits = any(loop.waits for loop in self.loops) or any(one.exits for one in self.attempts)
        if self.sides or waits:
            self.leave(self, value, (), frame)
        if self._returns() or self.session.aliases:
            end = end_of(value, (), frame, self.session)
            if self._returns():
                return self._close(end)
        self._give_up()
        return value

    def _returns(self) -> bool:
        return any(one.target is self for one in self.exits)

    def _give_up(self) -> None:
        """Its exits are the caller's."""
        self.session.exits = self.outer
        self.outer += self.exits

    def left(self) -> bool:
        """Something is raised out of the function: whether other ways returned before."""
        error = raised_now()
        if self.session is None or self.session is not state.session or isinstance(error, Apart):
            return False
        if not self._returns():
            self._give_up()
            return False
        site = next(one.site for one in self.exits if one.target is self)
        return is_exit(error, self.session, site, self.exits)

    def result(self) -> Any:
        """What is returned where every way has returned or raised."""
        return self._close(None)

    def _close(self, end: End | None) -> Any:
        end, outer = closed(self.exits, self, end)
        self.session.exits = self.outer
        go_outward(self.session, self.length, outer)
        self.session.facts.undo(self.mark)
        assert end is not None
        caller = sys._getframe(2).f_back
        value = {"": end.value}
        stepped = is_stepped(end.contents)
        if stepped and any(key in live(caller, value, self.session) for key in stepped):
            raise Apart(self.exits[0].site, STEPPED)
        put_back(end.contents)
        self.session.aliases.settle(lambda: live(caller, value, self.session))
        return end.value


def end_of(value: Any, names: Sequence[str], frame: FrameType, session: Any) -> End:
    """The state now."""
    scope, lost = frame.f_locals, session.dropped
    variables = {n: scope.get(n, lost.get(_key(frame, n), UNBOUND)) for n in names}
    held = contents([value, *scope.values(), *session.reached()], variables)
    _ask_aliases(held, frame, session)
    return End(value, variables, held)


def _ask_aliases(held: Contents, frame: FrameType, session: Any) -> None:
    """Go apart where a join made one list of two, and what is done with it tells them apart."""
    site = session.aliases.broken(held, lambda: live(frame, {}, session))
    if site is not None:
        raise Apart(site, "a container that is one of two is changed")


def live(frame: FrameType | None, variables: dict[str, Any], session: Any) -> Contents:
    """What everything holds that can be reached from where the function is, and from those that
    called it; its own variables are about to be these."""
    roots, own = [*variables.values()], variables
    while frame is not None:
        if type(frame.f_globals) is not dict:  # of a traced one
            roots += [held for name, held in frame.f_locals.items() if name not in own]
        own, frame = {}, frame.f_back
    return contents([*roots, *session.reached()], {})


def _put_back(end: End, site: Site) -> None:
    if is_stepped(end.contents):
        raise Apart(site, STEPPED)
    put_back(end.contents)
    for owner, copy in end.contents.values():
        if isinstance(owner, CellType):
            lost = {(None, n): held for n, held in copy.items() if isinstance(held, Dropped)}
            for one in lost.values():
                one.site = one.site or site
            state.session.dropped |= lost


def _key(frame: FrameType, name: str) -> tuple[int | None, str]:
    """A variable, which is its function's while that runs, or is shared with those around it."""
    return None if name in frame.f_code.co_freevars else id(frame), name


def restored_to(end: End, names: Sequence[str], session: Any, site: Site) -> tuple[Any, ...]:
    """Put the state back; and what the variables hold then."""
    _put_back(end, site)
    caller = sys._getframe(2)
    session.aliases.settle(lambda: live(caller, end.variables, session))
    values = []
    for name in names:
        value, key = end.variables[name], _key(caller, name)
        session.dropped.pop(key, None)
        if isinstance(value, Dropped):
            value.site = value.site or site
            session.dropped[key], value = value, UNBOUND
        values.append(value)
    return tuple(values)


# ---------------------------------------------------------------------------------- branches


class Level:
    """A condition of an if-elif-else, what its side comes to, and the exits from both."""

    __slots__ = ("asked", "condition", "end", "exits")

    def __init__(self, condition: Any, asked: list[Exit]) -> None:
        self.condition = condition
        self.asked = asked  # exits while the condition was asked
        self.end: End | None = None
        self.exits: list[Exit] = []


class Choice:
    """An `if` with all its `elif`s. On plain conditions one side is taken, as Python does."""

    def __init__(self, frame: Frame | None, names: tuple[str, ...], site: Site) -> None:
        self.frame = frame
        self.names = names
        self.site = site
        self.session = state.session
        self.traced = False  # some condition so far was
        self.levels: list[Level] = []
        self._done = False  # no side is left to take
        self._inside = False  # a side, which ends
        self._asking = False
        self._asked: list[Exit] = []  # exits while conditions were asked that are false

    def case(self) -> bool:
        """Whether there is another side to look at."""
        return not self._done

    def restored(self) -> tuple[Any, ...]:
        """Before the next side: what the variables held before the last."""
        session = self.session
        session.exits, self._asked = self._asked, []  # while the next condition is asked
        session.path.append((self.levels[-1].condition, False, self.site))
        session.facts.learn(self.levels[-1].condition, False)
        self._enter()
        return restored_to(self.before, self.names, session, self.site)

    def test(self, value: Any) -> bool:
        """Whether to take the side whose condition that is."""
        truth = truth_of(value, self.session, self.site)
        if not self.traced:
            if isinstance(truth, bool):
                self._done = truth
                return truth
            self._start(sys._getframe(1), truth)
        session = self.session
        if truth is False:
            return False
        self._done = truth is True
        self.levels.append(Level(truth, session.exits if self._asking else []))
        self.start = len(session.path)
        if not isinstance(truth, bool):
            if self._asking:
                self.before = self._now(sys._getframe(1))
            session.path.append((truth, True, self.site))
            self.within = session.facts.mark()
            session.facts.learn(truth, True)
        session.exits = []
        if not self._asking:
            self._enter()
        self._inside = True
        return True

    def _start(self, frame: FrameType, condition: Node) -> None:
        """The first condition that is traced."""
        session = self.session
        self.traced = True
        self.outer, self.mark, self.length = session.exits, session.facts.mark(), len(session.path)
        deep = session.depth > DEEPEST or self._are_many()
        if (counts := self._is_of_depth(condition)) or deep:
            if session.follows:  # the call knows how deep it goes
                raise Apart(self.site, "branches are within each other")
            session.abandon(
                refused(
                    RecursionError,
                    f"more than {MANY if counts else DEEPEST} branches on traced values are"
                    " within each other",
                    "recursion to a depth that is known without the values, or a loop",
                )
            )
        self.before = self._now(frame)

    def _are_many(self) -> bool:
        """Whether a function that calls itself, maybe on both sides, asks this once more than it
        may be deep: both halves of an interval, and both of these, are thousands of sides."""
        within: Counter[Site] = self.session.within
        within[self.site] = within[self.site] + 1 if self._above() else 0
        return within[self.site] > DEEPEST

    def _above(self) -> int:
        """How often those that have called the function ask the same."""
        outer = self.frame and self.frame.length
        return sum(site == self.site for *_, site in self.session.path[:outer])

    def _is_of_depth(self, condition: Node) -> bool:
        """Whether a function that has called itself MANY times asks each time what may be an int.
        The trace is told: one that counts is fixed, for every depth would be traced."""
        session = self.session
        if session.follows or self._above() < MANY:
            return False
        if not all(map(session.wholes.has, condition.args)):
            return False
        if sum(node.op is INPUT for node in walk([condition])) != 1:
            return False
        note_indexes([condition])
        return True

    def _now(self, frame: FrameType) -> End:
        return end_of(None, self.names, frame, self.session)

    def _enter(self) -> None:
        self._asking = True
        self.session.depth += 1
        if self.frame is not None:
            self.frame.sides.append(self.site)

    def __enter__(self) -> None:
        """A condition is asked, and maybe its side runs."""

    def __exit__(self, kind: Any, error: BaseException | None, _: Any) -> bool:
        """Both are over; whether what is raised is one of the side's ways to end."""
        if error is not None:
            return self.left(error)
        self.arrived(sys._getframe(1))
        return False

    def arrived(self, frame: FrameType, value: Any = None) -> None:
        """The side is at its end, or was not taken."""
        if not self.traced:
            return
        if self._inside:
            self._close(end_of(value, self.names, frame, self.session))
        elif self._asking:  # a condition that is false: the next one is asked
            self._asked = self.session.exits
            self.before = self._now(frame)  # asking may have changed something
            self._leave()

    def left(self, error: BaseException) -> bool:
        """Something is raised out of the side: whether that is one of its ways to end."""
        if not self.traced or isinstance(error, Apart):
            return False
        session = self.session
        if isinstance(error, Left):
            if not self._inside:  # while the condition was asked
                self.levels.append(Level(True, session.exits))
                self._done = True
                session.exits = []
            self._close(None)
            return True
        if not is_raised(error):
            return False
        parted(error, session)
        if self.frame is not None:
            self.frame.part_rounds()
        session.exits.append(raising(error, session, self.site, self._inside))
        self._close(None)
        return True

    def _close(self, end: End | None) -> None:
        level = self.levels[-1]
        level.end, level.exits = end, self.session.exits
        self._inside = False
        if level.condition is not True:
            self.session.facts.undo(self.within)
        del self.session.path[self.start :]
        self._leave()

    def _leave(self) -> None:
        self._asking = False
        self.session.depth -= 1
        if self.frame is not None:
            self.frame.sides.pop()

    def joined(self) -> tuple[Any, ...]:
        """What the variables hold after all sides."""
        end = self.end()
        return restored_to(end, self.names, self.session, self.site)

    def end(self) -> End:
        """What the sides come to; from the last to the first."""
        session = self.session
        session.exits = self.outer
        session.facts.undo(self.mark)
        end: End | None = self.before if self.levels[-1].condition is not True else None
        exits: list[Exit] = []
        for level in reversed(self.levels):
            if level.end is None:
                level.exits = _as_one(level.exits)
            end = _join(level.condition, level.end, end, self.site)
            if level.condition is True:
                exits = level.exits
            else:
                exits = [
                    *[
                        e._replace(condition=_and(level.condition, e.condition))
                        for e in level.exits
                    ],
                    *[e._replace(condition=_and_not(level.condition, e.condition)) for e in exits],
                ]
            exits = [*level.asked, *exits]
        go_outward(session, self.length, exits)
        for level in self.levels:
            if level.end is not None or level.condition is True:
                break
            session.facts.learn(level.condition, False)
        if self.levels[0].end is not None and all(one.end is None for one in self.levels[1:]):
            session.facts.learn(self.levels[0].condition, True)
        if end is None:
            raise Left
        return end


def truth_of(value: Any, session: Any, site: Site) -> Any:
    """True or False where that is known, or for a branch that does not join; otherwise the
    condition."""
    value = _said(value)
    if not isinstance(value, Node) and getattr(value, "size", None) == 1 and hasattr(value, "item"):
        value = value.item()  # an array of one element
        value = value.node if type(value) in HOLDERS else value
    if not isinstance(value, Node):
        return bool(value)
    other = session is None or session is not state.session
    if other or value.op is CONST or site in session.apart:
        return bool(value)
    condition = value if is_condition(value) else ne(value, 0.0)
    known = session.facts.implied(condition)
    return condition if known is None else known


def pick(at: tuple[int, int], test: Any, then: Callable[[], Any], otherwise: Any) -> Any:
    """`then if test else otherwise`."""
    frame, test = sys._getframe(1), _said(test)
    if not isinstance(test, Node) and getattr(test, "shape", None) is None:
        return _of_side(then if test else otherwise)
    return picked((frame.f_code.co_filename, *at), frame, [(test, then), (True, otherwise)])


def picked(site: Site, frame: FrameType, sides: Sequence[tuple[Any, Callable[[], Any]]]) -> Any:
    """What the first of the sides comes to whose condition holds; that of the last one is True."""
    choice = Choice(None, (), site)
    value: Any = None
    for condition, side in sides:
        if not choice.case():
            break
        if choice.traced:
            choice.restored()
        try:
            if choice.test(condition):
                value = _of_side(side)
            choice.arrived(sys._getframe(), value)
        except BaseException as error:
            if not choice.left(error):
                raise
    if not choice.traced:
        return value
    end = choice.end()
    _put_back(end, site)
    value = {"": end.value}
    choice.session.aliases.settle(lambda: live(frame, value, choice.session))
    return end.value


def _of_side(side: Callable[[], Any]) -> Any:
    """What a side comes to. It closes over what is a variable of the function itself, which says so
    where that has no value."""
    try:
        return side()
    except NameError as error:
        traceback = error.__traceback__
        while traceback is not None and traceback.tb_next is not None:
            traceback = traceback.tb_next
        frame = traceback and traceback.tb_frame.f_back
        while frame is not None and error.name not in frame.f_code.co_cellvars:
            closes = error.name in frame.f_code.co_freevars and frame.f_code.co_name != "<lambda>"
            frame = None if closes else frame.f_back
        dropped = state.session.dropped if state.session is not None else ()
        named = any(name == error.name for _, name in dropped)  # which is looked for there
        if type(error) is not NameError or frame is None or named:
            raise
        said = (
            f"cannot access local variable {error.name!r} where it is not associated with a value"
        )
        raise UnboundLocalError(said).with_traceback(error.__traceback__) from None


def both(at: tuple[int, int], first: Any, *rest: Callable[[], Any]) -> Any:
    """`first and ...`."""
    for place, then in enumerate(rest):
        if _is_traced(truth := _said(first)):
            tail = rest[place + 1 :]
            fails = False if _is_truth(first) else first
            return pick(at, truth, lambda: both(at, then(), *tail), lambda: fails)  # noqa: B023
        if not truth:
            return first
        first = _of_side(then)
    return first


def either(at: tuple[int, int], first: Any, *rest: Callable[[], Any]) -> Any:
    """`first or ...`."""
    for place, then in enumerate(rest):
        if _is_traced(truth := _said(first)):
            tail = rest[place + 1 :]
            holds = True if _is_truth(first) else first
            return pick(at, truth, lambda: holds, lambda: either(at, then(), *tail))  # noqa: B023
        if truth:
            return first
        first = _of_side(then)
    return first


def some(at: tuple[int, int], function: Any, values: Any) -> Any:
    """any(values) and all(values), of which each is asked if those before it do not decide."""
    if state.session is None or function not in (any, all):
        return function(values)
    decides = function is any
    if not (isinstance(values, (list, tuple)) or is_array(values)):
        return _Asked(at, decides, values, sys._getframe(1)).found()
    known = [one for one in values if _is_traced(one)]  # and each of them is there
    if not known or decides in [bool(one) for one in values if not _is_traced(one)]:
        return decides if known else function(values)
    *first, found = map(_truth, known)
    for one in reversed(first):
        if len(first) > MANY:  # which no line takes as `a or b or c`
            found = or_(one, found) if decides else and_(one, found)
        else:
            found = where(one, True, found) if decides else where(one, found, False)
    return as_seen(found)


class _Asked:
    """The items of an iterator that `any` and `all` ask; who else has it finds it where the item
    is that decides."""

    def __init__(self, at: tuple[int, int], decides: bool, values: Any, frame: FrameType) -> None:
        self.at, self.decides, self.rest, self.frame = at, decides, iter(values), frame
        self.before: Contents = {}  # what others have

    def found(self) -> Any:
        session, site = state.session, (self.frame.f_code.co_filename, *self.at)
        for first in self.rest:
            if _is_traced(first) and site not in session.apart:
                held = [*self.frame.f_locals.values(), *session.reached()]
                self.before = self.before or contents(held, {})
                # it holds what the items may change
                sides = (lambda held=held: self.decides), self.found
                found = pick(self.at, first, *(sides if self.decides else reversed(sides)))
                if is_stepped(self.before):
                    raise Apart(site, STEPPED)
                return found
            if bool(first) is self.decides:
                break
        else:
            return not self.decides
        return self.decides


def same(one: Any, other: Any) -> Any:
    """`one is other`: a condition where one of them is True or False, which nothing of NumPy's is.
    What a join made of two is told apart on each way."""
    for value, constant in ((one, other), (other, one)):
        if type(value) is Traced and type(constant) is bool and class_of(value) is bool:
            return value if constant else not_(value)
        if type(value) is Optional and constant is None:
            return as_seen(value.is_none())
    one, other = refuse_optional(one), refuse_optional(other)
    if Mode in (type(one), type(other)):
        return one == other
    if type(one) is type(other) is Traced and class_of(one) is class_of(other) is bool:
        return not_(where(one, not_(other), other))  # there is one True, and one False
    site = (
        state.session is not None and one is not other and state.session.aliases.asked(one, other)
    )
    if site:
        raise Apart(site, "`is` asks which of two values it has come to")
    return one is other


def other(one: Any, other: Any) -> Any:
    """`one is not other`, as `operator` asks it."""
    return negated(same(one, other))


def taken(value: Any) -> bool:
    """A pattern that is a name takes any value."""
    return True


def subject(value: Any) -> Any:
    """What a `match` looks at whose patterns are Python's to ask: what it is, on each way alone."""
    value = refuse_optional(value)
    stands = state.session.stands if state.session is not None else ()
    if stands and found_in(value, Mode, Optional):
        raise Apart(max(stands), "a pattern asks what it is")
    for one in found_in(value, runs.RunList, Unknown, Perhaps):
        one.refuse()
    return value


class _Pattern(type):
    """Of a class that asks in a pattern what Python's `match` does not see of what is traced. All
    are ints, whose patterns may hold one more, of the whole."""

    def __instancecheck__(cls, value: Any) -> bool:
        found = cls.asks(value)  # type: ignore[attr-defined]
        return bool(found)


def _asking(asks: Callable[[Any, Any], Any], other: Any) -> _Pattern:
    return _Pattern("", (int,), {"asks": lambda value: asks(value, other)})


BoolPattern, FloatPattern, IntPattern = (_asking(is_instance, one) for one in (bool, float, int))
TruePattern, FalsePattern = _asking(same, True), _asking(same, False)


def row(value: Any, length: int) -> bool:
    """Whether a pattern of that many takes the value."""
    value = refuse_optional(value)
    return isinstance(value, (tuple, list, deque)) and len(value) == length


def truth(value: Any) -> Any:
    """A value that is only asked for its truth: the condition, where that is traced."""
    value = _said(value)
    if not _is_traced(value):
        return value
    with rules(numpy=False):  # it is Python's
        return as_seen(_truth(value))


def negated(value: Any) -> Any:
    """`not value`."""
    value = _said(value)
    if not _is_traced(value):
        return not value
    with rules(numpy=False):
        number = value.node if type(value) in HOLDERS else value
        return as_seen(not_(number) if is_condition(number) else eq(number, 0.0))


def _said(value: Any) -> Any:
    """What a class of the function's own says of the truth of its instance, which may be traced:
    Python would want True or False of it. Anything else as it is."""
    if type(value) is Optional:
        return value.truth()
    if isinstance(value, list) and (length := runs.length_of(value)) is not None:
        return length >= 1.0
    truth: Any = getattr(type(value), "__bool__", None)
    truth = getattr(truth, "_lazyad_traced", truth)
    of_user = type(truth) is FunctionType and type(truth.__globals__) is not dict
    return truth(value) if of_user else value


def _is_traced(value: Any) -> bool:
    one = type(value) is Traced or (type(value) in HOLDERS and value.size == 1)
    return one and state.session is not None


def _truth(value: Any) -> Any:
    """The condition that a traced value is."""
    number = value.node if type(value) in HOLDERS else value
    return number if is_condition(number) else ne(number, 0.0)


def _is_truth(value: Any) -> bool:
    """Whether a value is a traced True or False."""
    if type(value) in HOLDERS:
        return bool(value.dtype == bool)
    return isinstance(value, Node) and is_condition(value)
