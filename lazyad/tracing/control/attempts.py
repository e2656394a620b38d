"""`try` as a branch: its clauses are sides, taken where something in it fails.

In: what a function rewritten by `syntax` asks at a `try`: whether it runs once more, and how it
ended. Out: variables that are choices between what the body and its clauses made of them. A room of
its own because the conditions of these sides are known only when the body has run.

What fails where a condition holds leaves the body by an exit. Then the statement runs once more for
each clause that has such exits, from the state at these, and raises at once: Python itself finds
the clause. A `try` that is left through a `finally` or a `with`, or does not join, asks for the
truth of what fails.
"""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Callable, Sequence
from types import CellType, CodeType, FrameType, FunctionType
from typing import Any

from lazyad.tracing.control.contents import End, attributes, contents
from lazyad.tracing.control.failures import is_of_signal
from lazyad.tracing.control.handlers import fail
from lazyad.tracing.control.joins import (
    Apart,
    Choice,
    Exit,
    Frame,
    Level,
    Site,
    closed,
    either_of,
    end_of,
    is_exit,
    parted,
    raised_now,
    restored_to,
    truth_of,
)
from lazyad.tracing.sight import PLAIN
from lazyad.values.libraries import is_traced
from lazyad.values.origin import state
from lazyad.values.rows import NamedTuple


class Clause(NamedTuple):
    """What an `except` catches; whether it may go on from that, and tells one error from another
    of that class."""

    kinds: Any
    goes_on: bool
    exact: bool


class Attempt:
    """A `try`; or a `with`, whose managers may catch, and which is never joined."""

    def __init__(  # noqa: PLR0917
        self,
        frame: Frame | None,
        names: tuple[str, ...],
        at: tuple[int, int],
        clauses: Callable[[], Sequence[tuple[Any, ...]]] | None,
        joins: bool,
        read: Sequence[str] = (),
    ) -> None:
        self.frame, self.names = frame, names
        self.here: FrameType = sys._getframe(1)
        self.site: Site = (self.here.f_code.co_filename, *at)
        self.session = state.session
        self.finalizes = clauses is None  # what leaves it runs something
        self.joins = joins and self.session is not None and self.site not in self.session.apart
        self.traced = False  # a clause is taken where a condition holds
        self.how = ""  # a `break` or `continue` left it
        self.exits: list[Exit] = []  # of the body
        self._clauses = clauses
        self._ended: list[Clause] = []  # in the managers of a `with`
        self._begun = self._closed = False
        self._errors: dict[Any, BaseException] = {}  # by which side they go on
        self._waiting: list[tuple[Any, Any, End]] = []  # sides, when each is taken, and from where
        if self.session is not None:
            if self.session.unbound:
                self._ask_bound(read)
            self.session.attempts.append(self)
            self.around = len(self.session.loops)
        if self.joins:
            assert frame is not None
            frame.attempts.append(self)
            self.depth = len(frame.loops)
            session = self.session
            self.outer, self.mark, self.length = (
                session.exits,
                session.facts.mark(),
                len(session.path),
            )
            session.exits = self.exits

    def _ask_bound(self, read: Sequence[str]) -> None:
        """Go apart where it reads what a loop before may have left unbound, which it catches."""
        scope = self.here.f_locals
        values = [scope[name] for name in read if name in scope]
        cells = contents(values, {}).values()
        values += [
            one for cell, held in cells if isinstance(cell, CellType) for one in held.values()
        ]
        sites = [
            self.session.unbound[id(one)].site for one in values if id(one) in self.session.unbound
        ]
        if sites and self.clause(UnboundLocalError) is not None:
            raise Apart(
                sites[0], "a variable may have no value behind it, which an `except` catches"
            )

    def manager(self, made: Any) -> Any:
        """What a `with` enters, which may forget what it is made of."""
        self._ended.append(Clause(_ended_in(made), True, True))
        return made

    # -- what it catches

    def clauses(self) -> Sequence[Clause]:
        """Its clauses; of a `with` and a `finally`, what its managers are."""
        if self._clauses is None:
            return self._ended
        return [Clause(*one) for one in self._clauses()]

    def clause(self, kind: type[BaseException]) -> Clause | None:
        """That which catches such an error; none while a generator waits in it."""
        if self.frame is None and not self._runs():
            return None
        found = (clause for clause in self.clauses() if issubclass(kind, clause.kinds))
        return next(found, None)

    def goes_on(self) -> bool:
        """Whether it may go on from anything."""
        return any(clause.goes_on for clause in self.clauses())

    def replaces(self) -> bool:
        """Whether what runs when it is left may raise another error instead."""
        return self.finalizes and (not self._ended or any(one.kinds for one in self._ended))

    def _runs(self) -> bool:
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and frame is not self.here:
            frame = frame.f_back
        return frame is not None

    def takes_exits(self) -> bool:
        """Whether what is raised now may come here as an exit."""
        attempts = self.session.attempts
        inner = attempts[attempts.index(self) + 1 :]
        return self.joins and not any(one.finalizes for one in inner)

    def fails(self, condition: Any, error: BaseException) -> None:
        """Something in it fails where that holds."""
        if not self.takes_exits():
            if condition:
                fail(error)
            return
        truth = truth_of(condition, self.session, self.site)
        if truth is True:
            fail(error)
        elif truth is not False:
            session = self.session
            session.exits.append(self.exit(truth, error))
            session.path.append((truth, False, self.site))
            session.facts.learn(truth, False)

    def exit(self, condition: Any, error: BaseException) -> Exit:
        """The way from here to its clauses."""
        kind = type(error)
        clauses = self.clauses()
        at = next(at for at, one in enumerate(clauses) if issubclass(kind, one.kinds))
        target = self, (at, *(self._said(error) if clauses[at].exact else ()))
        self._errors.setdefault(target, error.with_traceback(None))
        end = end_of(None, self.names, self.here, self.session)
        return Exit(condition, target, end, self.site)

    def _said(self, error: BaseException) -> tuple[Any, ...]:
        """What tells it from another error that the clause catches: its class and all it says.
        Where that is more than texts and constants, a round of a loop may have made it."""
        said = _told(error)
        plain = all(type(one) in PLAIN for one in said)
        for loop in () if plain else self.session.loops[self.around :]:
            raise Apart(loop.site, "an exception takes what a round makes out of it")
        return type(error), *[repr(one) if type(one) in PLAIN else id(one) for one in said]

    # -- how it runs

    def case(self) -> bool:
        """Whether it runs, at first or for another side."""
        if not self._begun:
            self._begun = True
            return True
        if not self._waiting:
            return False
        target, taken, self.state = self._waiting.pop(0)
        session = self.session
        self.levels.append(Level(taken, self._passed))
        self._passed: list[Exit] = []
        session.exits = []
        self.within = session.facts.mark()
        if taken is not True:
            session.path.append((taken, True, self.site))
            session.facts.learn(taken, True)
        session.depth += 1
        self.frame.sides.append(self.site)  # type: ignore[union-attr]
        self.traced, self.error = True, self._errors[target]
        return True

    def restored(self) -> tuple[Any, ...]:
        """What the variables held where the side is reached."""
        return restored_to(self.state, self.names, self.session, self.site)

    def begin(self) -> None:
        """What failed fails again, if it did."""
        if self.traced:
            fail(self.error)

    def caught(self) -> None:
        """A clause begins: not of what could not be joined, or of what a signal's handler raised:
        these are no errors of the function's."""
        if self.session is not None:
            parted(raised_now(), self.session)
            if is_of_signal(raised_now()):
                raise raised_now()
        self.close()

    def close(self) -> None:
        """What follows is not in the body."""
        if self.session is not None and not self._closed:
            self._closed = True
            self.session.attempts.remove(self)

    def end(self) -> None:
        """What follows is not in the statement: its clauses wait for its exits, too."""
        self.close()
        if self.joins and self in self.frame.attempts:  # type: ignore[union-attr]
            self.frame.attempts.remove(self)  # type: ignore[union-attr]

    def arrived(self) -> None:
        """It is at its end."""
        if self.joins:
            needed = self.traced or self._is_pending()
            frame = sys._getframe(1)
            end = end_of(None, self.names, frame, self.session) if needed else None
            self._ran(end)

    def left(self) -> bool:
        """Something is raised out of it: whether that is one of its ways to end."""
        error = raised_now()
        self.close()
        if not self.joins or self.session is not state.session or isinstance(error, Apart):
            return False
        if not self.traced and not self._is_pending():
            self._ran(None)
            return False
        if not is_exit(error, self.session, self.site, self.session.exits):
            return False
        self._ran(None)
        return True

    def _is_pending(self) -> bool:
        return any(map(self._is_own, self.session.exits))

    def _is_own(self, one: Exit) -> bool:
        return type(one.target) is tuple and one.target[0] is self

    def _ran(self, end: End | None) -> None:
        """The body, or a side, has run."""
        session = self.session
        if self.traced:
            level = self.levels[-1]
            level.end, level.exits = end, session.exits
            session.facts.undo(self.within)
            del session.path[self.length :]
            session.depth -= 1
            self.frame.sides.pop()  # type: ignore[union-attr]
            return
        exits, self.exits, session.exits = session.exits, [], self.outer
        own = [one.target for one in exits if self._is_own(one)]
        if not own:
            self.outer += exits
            return
        session.facts.undo(self.mark)
        del session.path[self.length :]
        self.levels: list[Level] = []
        self.body = Level(True, [])
        self.body.end = end
        mine = [one._replace(target=self) if self._is_own(one) else one for one in exits]
        _, self._passed = closed(mine, self, None)
        for target in dict.fromkeys(own):
            reached, _ = closed(exits, target, None)
            assert reached is not None
            self._waiting.append((target, either_of(exits, target), reached))

    def joined(self) -> tuple[Any, ...]:
        """What the variables hold after it."""
        choice = Choice(self.frame, self.names, self.site)
        choice.outer, choice.mark, choice.length = self.outer, self.mark, self.length
        choice.levels = [*self.levels, self.body]
        return restored_to(choice.end(), self.names, self.session, self.site)


def _told(error: BaseException) -> list[Any]:
    """What a clause may read of it."""
    own = [str.__str__(str(error)), *error.args, *itertools.chain(*attributes(error).items())]
    cause = error.__cause__
    return own if cause is None else [*own, repr(type(cause)), *_told(cause)]


# ---------------------------------------------------------------------------------- managers


def _ended_in(manager: Any) -> Any:
    """The classes of exceptions that may end in a manager; none of what is not the user's own."""
    if isinstance(manager, contextlib.suppress):
        return manager._exceptions  # type: ignore[attr-defined]
    function = getattr(manager, "func", None)  # of a generator
    if not isinstance(function, FunctionType):
        function = getattr(type(manager), "__exit__", None)
    if not isinstance(function, FunctionType) or not is_traced(function.__module__):
        return ()
    return BaseException if has_handlers(function.__code__) or _may_be_true(function) else ()


def has_handlers(code: CodeType) -> bool:
    """Whether a code, or one in it, has an `except`."""
    from dis import get_instructions  # takes milliseconds, as wherever it is imported

    names = [one.opname for one in get_instructions(code)] if code.co_exceptiontable else []
    bare = ("PUSH_EXC_INFO", "POP_TOP") in itertools.pairwise(names)
    inner = (constant for constant in code.co_consts if isinstance(constant, CodeType))
    own = bare or not {"CHECK_EXC_MATCH", "CHECK_EG_MATCH"}.isdisjoint(names)
    return own or any(map(has_handlers, inner))


def _may_be_true(function: FunctionType) -> bool:
    """Whether an `__exit__` returns what may be true: then an exception ends there."""
    from dis import get_instructions

    last: Any = True
    for one in get_instructions(function):
        if one.opname == "RETURN_VALUE" and last:
            return True
        if one.opname == "RETURN_CONST" and one.argval:
            return True
        last = one.argval if one.opname == "LOAD_CONST" else True
    return False
