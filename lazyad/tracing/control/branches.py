"""Real branches: every way through a function's `if`s and loops, as one program of choices.

In: a function to run. Out: the structure it returns, each leaf a choice between what the ways
through it compute. A room of its own because it alone runs a function more than once: each truth
asked of a traced value is a decision, and the function runs again for the other outcome. What came
before the decision is replayed, so that the ways share those very Nodes.
"""

from __future__ import annotations

import math
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import Any, NoReturn, cast

from lazyad.arrays.forms import shape_of
from lazyad.facts import Facts
from lazyad.graph import (
    CONST,
    INSTEAD_OF_INT,
    RAISE,
    Graph,
    Node,
    Op,
    const,
    follows_numpy,
    is_choice_of_constants,
    is_condition,
    is_const,
    is_same_const,
    lifted,
    only_raises,
    origin_now,
)
from lazyad.ops import eq, ne, not_, trunc, where
from lazyad.plain import folds
from lazyad.regions import enclosed, everything
from lazyad.tracing.control import handlers
from lazyad.tracing.control.aliases import Aliases
from lazyad.tracing.control.contents import (
    Dropped,
    Unjoinable,
    chosen,
    contents,
    found_in,
    numbers_of,
    rebuilt_value,
)
from lazyad.tracing.control.examples import Example
from lazyad.tracing.control.failures import exception_of, is_raised, is_users_own
from lazyad.tracing.control.joins import Apart, Exit, Frame, Left, Site, parted
from lazyad.tracing.control.kept_loops import finish
from lazyad.tracing.control.modes import MODES, Mode
from lazyad.tracing.control.optionals import OPTIONALS, Optional, is_there
from lazyad.tracing.floats import Traced
from lazyad.tracing.reads import Reads
from lazyad.tracing.tables import ARRAYS, ROWS, SUBSCRIPTS, Wholes
from lazyad.tracing.variables import Variables
from lazyad.values.errors import explain, is_explained, refused, three_parts
from lazyad.values.origin import Origin, describe, is_foreign, origins, state
from lazyad.values.progress import doing
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import Form, key_of, leaves, map_leaves, outline, parts, refilled


class _Nothing:
    """What a path returns that only a nan can take and that falls off the function's end."""


MOST_NODES = 5_000  # made on ways that no call took; what is left is a guard
PER_NODE = 10  # objects that are looked at where branches begin and end take as long
MOST_CHOICES = 256  # in a choice between constants, that what is made of it is one
MOST_MORE = 64  # decisions on such a way after the one that leads to it
MOST_DECISIONS = 4_000  # on a way that a call took
MOST_ROUNDS = 2_000  # of a `while` on a way that no call took, and that may have no end
UNEXPLORED = "this way through the function was not explored"
OTHERWISE = "this way through the function returns another structure"
NOTHING = "the function returns nothing (None) on this way"
_DECIDES = {
    MODES: "what a text is, or a member of an Enum, decides more than comparisons",
    OPTIONALS: "what may be None decides more than whether it is",
}


class Way(NamedTuple):
    """One way through the function: the decisions on it, and what it comes to."""

    conditions: tuple[Node, ...]
    outcomes: tuple[bool, ...]
    result: Any  # a structure of numbers and Nodes, a RAISE Node, or _Nothing
    raises: bool  # whatever the structure of the others, for it returns none
    apart: dict[Any, str]  # branches that do not join on it
    refused: Exception | None = None  # why it could not be traced: then it raises that
    taken: tuple[bool, ...] = ()  # all outcomes, of one that was joined to others


def explore(
    run: Callable[[], Any],
    limit: int,
    reads: Reads,
    loops: str = "auto",
    examples: Sequence[Example] = (),
) -> tuple[Any, list[Node]]:
    """What `run` returns, with a `where` for each decision; and its Nodes in the order made.

    The ways of the examples come first, and then all others; if these are too many, they raise
    `UNEXPLORED` in the program. A way that cannot be traced raises so, if another one returns.
    Raises ValueError in three parts if there are more than `limit` ways and no example, if two of
    them return different structures, or if the function does not do the same when it runs again.
    """
    apart: dict[Any, str] = {}  # branches that do not join, and why
    begun: set[Any] = set()  # loops that were to be kept
    budget = [MOST_NODES]
    while True:
        try:
            return _explored(run, limit, reads, apart, (loops, begun), examples, budget)
        except Apart as error:
            file, line = error.site[:2]
            users = file != folds.__file__  # and not what orders values by keys, which nobody wrote
            if loops == "keep" and error.site in begun and users:
                what, instead = f"a loop cannot be kept: {error.why}", 'compile(loops="auto")'
                raise refused(ValueError, what, instead, f"{file}:{line}") from None
            if error.site in apart:
                instead = "a branch that sets the same on both sides"
                what = f"the ways through a branch come to what is not one: {error.why}"
                where = f"{os.path.basename(file)}:{line}"
                raise refused(ValueError, what, instead, where) from None
            apart[error.site] = error.why
            error.__traceback__ = error.__context__ = None  # frames hold what is the user's


class _Pending(NamedTuple):
    """A way that is to be explored, as far as it is known."""

    outcomes: tuple[bool, ...]
    conditions: tuple[Node, ...]
    tape: list[Node]


def _explored(  # noqa: PLR0917
    run: Callable[[], Any],
    limit: int,
    reads: Reads,
    apart: dict[Any, str],
    loops: tuple[str, set[Any]],
    examples: Sequence[Example],
    budget: list[int],
) -> tuple[Any, list[Node]]:
    ways: dict[tuple[bool, ...], Way] = {}
    pending = [_Pending((), (), [])]
    order: dict[int, Node] = {}  # by identity: Traced.__hash__ looks around
    variables = Variables()
    sessions: list[Session] = []
    waiting = [*examples]
    for each in examples:
        each.leads = False
    while pending:
        at, example = _next(pending, waiting)
        enough = len(ways) + len(pending) > limit or budget[0] <= 0
        if examples and example is None and enough:
            break
        forced, conditions, tape = pending.pop(at)
        most = limit if not examples else min(limit, len(forced) + MOST_MORE)
        most = most if example is None else MOST_DECISIONS
        session = Session(forced, conditions, most, tape, reads, apart=apart, variables=variables)
        session.follow(examples, example, len(tape) + max(budget[0], 2 * len(order)))
        session.keeping, session.begun = loops
        sessions.append(session)
        with doing(f"tracing way {len(ways) + 1}", session.tape):
            try:
                ways[session.outcomes] = _taken(run, session)
            except Exception:
                if not examples or example is not None or not session.endless:
                    raise
                ways[forced] = _guard(forced, conditions, apart)
                continue
            finally:
                if example is None:  # if it does not join, all that is there is traced again
                    budget[0] -= len(order if session.swallowed else session.tape)
                    budget[0] -= session.rounds_run + session.looked_at // PER_NODE
        order.update(zip(map(id, session.tape), session.tape, strict=True))
        for at in range(len(forced), len(session.outcomes)):
            other = (*session.outcomes[:at], not session.outcomes[at])
            so_far = session.tape[: session.cuts[at]]
            pending.append(_Pending(other, session.conditions[: at + 1], so_far))
        if not examples and len(ways) + len(pending) > limit:
            session.too_many()
    for one in pending:
        ways[one.outcomes] = _guard(one.outcomes, one.conditions, apart)
    found = list(ways.values())
    if examples:
        found = [_of_structure(found[0], way) for way in found]
    refused = [way for way in found if way.refused]
    if refused and all(way.raises for way in found):
        raise refused[0].refused  # type: ignore[misc]
    with origins():
        joined = _joined([_returning(way, found, run) for way in found], run)
        variables.name(order)
        finish([one for session in sessions for one in session.kept])
    return joined, list(order.values())


def _next(pending: Sequence[_Pending], waiting: list[Example]) -> tuple[int, Example | None]:
    """Which way is explored now, and the example that takes it."""
    while waiting:
        example = waiting.pop(0)
        for at, one in enumerate(pending):
            if example.takes(one.conditions, one.outcomes):
                example.leads = True
                return at, example
    return len(pending) - 1, None


def _guard(outcomes: tuple[bool, ...], conditions: tuple[Node, ...], apart: dict[Any, str]) -> Way:
    """What is not explored raises so where it is taken."""
    origin = conditions[-1].origin
    instead = "a call of the compiled function, or its lower(...), which explores it"
    message = three_parts(UNEXPLORED, describe(origin), instead)
    raised = Node(RAISE, (), (NotImplementedError, message), origin)
    return Way(conditions, outcomes, raised, True, apart)


def _of_structure(first: Way, way: Way) -> Way:
    """The way; one that returns another structure than that of the first example does raises, and a
    call that takes it is the first example of another trace."""
    both = [one.result for one in (first, way)]
    if first.raises or way.raises or any(one is None or one is _Nothing for one in both):
        return way
    if first is way or _are_alike(*both):
        return way
    kinds = _unlike(*both)
    message = three_parts(
        f"{OTHERWISE}: {kinds[1]}, and not {kinds[0]}",
        describe(way.conditions[-1].origin),
        "the same structure, and the same words, from every return",
    )
    raised = Node(RAISE, (), (NotImplementedError, message), way.conditions[-1].origin)
    return way._replace(result=raised, raises=True)


def _taken(run: Callable[[], Any], session: Session) -> Way:
    """Run the function with these decisions; an exception of its own is a result."""
    refused: Exception | None = None
    result: Any = None
    with origins() as now:
        now.origin, now.transforming, now.session = None, False, session
        try:
            with session.variables.watched():
                result = run()
            refused = session.first_refusal()  # and the function went on
        except Left:  # each way raises
            result = session.exits.pop().end
        except BaseException as error:
            if not is_raised(error):
                raise
            if session.stands and isinstance(error, (TypeError, AttributeError)):
                raise Apart(max(session.stands), str(error)) from None
            if session.swallowed is not None:  # by a `finally`, which raised in its turn
                raise session.swallowed from None
            parted(error, session)
            if isinstance(error, Exception) and not is_users_own(error, session):
                refused = error
            elif session.refusals:
                refused = session.first_refusal()
            elif not session.outcomes and not session.exits:
                raise
            else:
                result = Node(RAISE, (), exception_of(error))
        if session.swallowed is not None:
            raise session.swallowed
        if MODES in session.stands and found_in(result, Mode):
            session.refuse(MODES)
        if session.wholes.is_changed():
            raise Apart(ROWS, "a row is changed that a traced number says")
        site = session.aliases.broken_at_last(lambda roots: contents(roots, {}))
        if site is not None:
            raise Apart(site, "a container that is one of two is changed")
        raises = type(result) is Node and result.op is RAISE
        if refused is None:
            result = _unless(session.exits, result)
    if refused is None:
        refused = session.abandoned
    if refused is not None:
        session.annotate(refused)
        if session.abandoned is not None or not session.outcomes or state.pointwise:
            raise refused  # of many points, some may go this way
        result = Node(RAISE, (), (TypeError, str(refused)), session.conditions[-1].origin)
        raises = True
    result = _Nothing if result is None and session.facts.only_nan() else result
    return Way(session.conditions, session.outcomes, result, raises, session.apart, refused)


def _unless(exits: Sequence[Exit], result: Any) -> Any:
    """The result, unless the function raises before it returns that."""
    if exits and result is not None and not leaves(result):
        what = "the function returns no number, and raises where a traced value says so"
        instead = "a number to be returned, which it may raise instead of"
        file, line = exits[0].site[:2]
        raise refused(TypeError, what, instead, f"{os.path.basename(file)}:{line}")
    for one in reversed(exits):
        condition, raised, swapped = one.condition, one.end, False
        if condition.op is not_:
            condition, swapped = condition.args[0], True

        def guarded(leaf: Any) -> Any:
            sides = (leaf, raised) if swapped else (raised, leaf)  # noqa: B023
            return chosen(condition, *sides)  # noqa: B023

        result = None if result is None else map_leaves(guarded, result)
    return result


def _returning(way: Way, ways: Sequence[Way], run: Callable[[], Any]) -> Way:
    """The way; one on which the function returns nothing, where others return something, raises.
    Of many points that are one number there, all would have to."""
    if way.result is not None or all(one.result is None or one.raises for one in ways):
        return way
    message = explain(
        NOTHING, _returns(run, way), "the same structure, and the same words, from every return"
    )
    if state.pointwise:
        raise TypeError(message)
    return way._replace(result=Node(RAISE, (), (TypeError, message)), raises=True)


def is_unexplored(error: BaseException) -> bool:
    """Whether a way raises it that no call had taken when it was traced."""
    return isinstance(error, NotImplementedError) and str(error).startswith(UNEXPLORED)


def has_guards(graph: Graph) -> bool:
    """Whether there are such ways, or ways that are refused."""
    raising = [node.payload for node in everything(graph) if node.op is RAISE]
    return any(is_explained(str((*payload, "")[1])) for payload in raising)


class Session:
    """One run of a function that is traced: the Nodes that it makes and the truths that it asks.

    The truths are those given beforehand, then the last of these again, False at first: a loop
    without a bound shows itself on the first or the second way. The Nodes up to the last decision
    are those of an earlier run.
    """

    def __init__(
        self,
        forced: tuple[bool, ...],
        expected: tuple[Node, ...],
        limit: int,
        replay: list[Node],
        reads: Reads,
        *,
        apart: dict[Any, str],
        variables: Variables,
    ) -> None:
        self.reads = reads
        self.apart = apart
        self.names: Any = None  # of this run
        self.exits: list[Exit] = []  # from the side that runs, or the whole function
        # What holds on the sides that run, or does not, and where that was asked.
        self.path: list[tuple[Node, bool, Any]] = []
        self.ints: list[int] = []  # that traced numbers came to
        self.depth = 0  # of sides within each other
        self.within: Counter[Any] = Counter()  # how often a branch asked within its own sides
        self.swallowed: Apart | None = None  # whatever the function does with it
        self.loops: list[Any] = []  # that are being traced as loops, one within the other
        self.rounds: list[Sequence[Node]] = []  # what rounds of scans are given, one in the other
        self.rounds_run = 0  # of loops that are not kept, and that `while` is said of
        self.looked_at = 0  # objects, for what they hold
        self.known: dict[Any, Any] = {}  # what was found of loops, by where they are called
        self.aliases = Aliases()
        self.constants: list[Any] = []  # that modes stand for
        self.stands: set[Any] = set()  # MODES and OPTIONALS, where such were made
        self.sorts: dict[int, Any] = {}  # what instances of a class are to a walk
        self.slots: dict[int, Any] = {}  # and the names of their slots
        self.walked: dict[int, Any] = {}  # long containers, and what they held
        self.kept: list[Any] = []  # loops that were, whose bodies are not yet graphs
        self.unbound: dict[int, Any] = {}  # what rounds gave a variable that may be none, and where
        self.dropped: dict[tuple[int | None, str], Dropped] = {}  # variables of frames
        self.variables = variables
        self.look = variables.look
        self.forced = forced
        self.expected = expected
        self.limit = limit
        self.conditions: tuple[Node, ...] = ()
        self.outcomes: tuple[bool, ...] = ()
        self.cuts: list[int] = []  # how long the tape was at each decision
        self.tape: list[Node] = []
        self.numbers: dict[Any, Node] = {}  # one constant for each: it says nothing of its place
        self.refusals: list[Any] = []  # messages and errors, whatever becomes of them
        self.shown: set[str] = set()  # texts of Nodes
        self.abandoned: Exception | None = None  # why no way can be traced
        self.endless = False  # there are too many ways
        self.follows = False  # the ways of calls come first
        self.most: float = math.inf  # Nodes on a way that no call takes
        self.example: Example | None = None  # the call whose way this is
        self.attempts: list[Any] = []  # the `try`s around what runs, the innermost last
        self.watchful = False  # a function that cannot be read may catch what a side raises
        self._replay = replay[::-1]
        self.keeping = "auto"  # which loops are kept
        self.begun: set[Any] = set()  # those that were to be, whatever became of them
        self.facts = Facts()
        self.wholes = Wholes()

    def follow(self, calls: Sequence[Example], taken: Example | None, most: int) -> None:
        """Go the way of a call, or one that none of them takes and that makes no more Nodes."""
        self.example, self.follows = taken, bool(calls)
        if calls:
            self.most = most
            for given in calls[0].floats:
                self.wholes.give(given, False)

    def make(self, op: Op, args: list[Node], given: Sequence[Any], payload: Any = None) -> Node:
        """The Node of an op on the arguments that were given, or that which was made here when the
        function ran before."""
        if self.swallowed is not None:  # by an `except` of the function
            raise self.swallowed
        if self.attempts:
            handlers.ask(self, op, args, follows_numpy(given))
        for arg in args:
            if arg.op is not where or state.whole:  # a choice between constants has a shape
                continue
            if (of_constants := self._of_choice(op, args, arg)) is not None:
                return of_constants
        if self._replay:
            made = self._replay.pop()
            if not _is_same_op(op, made.op) or not all(map(_is_same, args, made.args)):
                self._did_otherwise()
        else:
            if op is where and any(isinstance(side, Node) for side in given[1:]):
                given = given[1:]  # of whose kind a choice is, whoever made the condition
            made = Traced(op, tuple(args), payload, origin_now(given, 5))
        self.tape.append(made)
        return made

    def catches(self, kind: type[BaseException]) -> bool:
        """Whether a `try` of the function's goes on from such an error."""
        return handlers.catching(self, kind, always=True) is not None

    def adopt(self, node: Node) -> Node:
        """An input of a region, which is no op's; the one that was here when it ran before."""
        found = self._replay.pop() if self._replay else node
        self.tape.append(found)
        return found

    def _of_choice(self, op: Op, args: list[Node], choice: Node) -> Node | None:
        """What an op makes of a choice between constants is one: an index stays one, and what is
        asked of it is asked of the condition."""
        if op.lazy or op.apart or not all(arg is choice or arg.op is CONST for arg in args):
            return None
        if not is_choice_of_constants(choice):
            return None
        of: dict[int, Node] = {}  # what it makes of each choice in the choice
        pending = [choice]
        while pending:
            one = pending[-1]
            if one.op is CONST:
                folded = _folded(op, [one if arg is choice else arg for arg in args])
                if folded is None or len(of) > MOST_CHOICES:
                    return None
                of[id(one)] = folded
            else:
                waiting = [side for side in one.args[:0:-1] if id(side) not in of]
                if waiting:
                    pending += waiting
                    continue
                if id(one) not in of:
                    of[id(one)] = self._choice(one.args[0], *[of[id(s)] for s in one.args[1:]])
            pending.pop()
        return of[id(choice)]

    def _choice(self, condition: Node, then: Node, otherwise: Node) -> Node:
        """A choice between what an op made of two constants, or of choices between such."""
        if is_const(then, True) and is_const(otherwise, False):
            return condition
        if is_const(then, False) and is_const(otherwise, True):
            return self.make(not_, [condition], ())
        if _is_same(then, otherwise):
            return then
        return self.make(where, [condition, then, otherwise], [then, otherwise])

    def abandon(self, error: Exception) -> NoReturn:
        """Give up, whatever the function does with the error."""
        self.abandoned = error
        raise error

    def go_round(self) -> None:
        """A loop that is not kept begins a round, on a way that a call takes or one that nobody
        does, where it may go on for ever."""
        self.rounds_run += 1
        if self.example is None:
            if self.outcomes and self.rounds_run > MOST_ROUNDS:
                self.too_many()
        elif self.rounds_run % MOST_ROUNDS == 0:
            self._ask_taken(self.example)

    def too_many(self) -> NoReturn:
        """Give up: the function has more ways than may be explored."""
        self.endless = True
        asked = [
            *self.conditions,
            *[one.condition for one in self.exits if one.condition is not True],
        ]
        places = Counter(c.origin.place for c in asked if c.origin)
        where = "a loop that no value ends"
        if places:
            place, count = places.most_common(1)[0]
            where = (
                f"{place} in {place.function}: {place.text} (decided {count} times on one of them)"
            )
        self.abandon(
            refused(
                ValueError,
                f"more than {self.limit} ways lead through the function",
                "lazyad.where(condition, a, b) there, a bound on the loop, or compile(paths=...)",
                "; ".join([where, *self.unjoined()]),
            )
        )

    def unjoined(self) -> list[str]:
        """Which branches join no ways, and why."""
        none = (SUBSCRIPTS, ROWS, ARRAYS, MODES, OPTIONALS)
        sites = [site for site in self.apart if site not in none]
        sites = [site for site in sites if len(site) == 3]  # and no rounds before a loop
        return [f"line {site[1]} joins no ways: {self.apart[site]}" for site in sites]

    def _did_otherwise(self) -> NoReturn:
        """A function that branches runs again, and must do the same."""
        self.abandon(
            refused(
                ValueError,
                "the function did something else when it was traced again, for its other branches",
                "no random numbers, caches or counters in a function that branches",
            )
        )

    def decide(self, node: Node) -> bool:
        """The truth of a traced value on this way."""
        if node.op is CONST:
            return bool(node.payload)
        condition: Node = node if is_condition(node) else ne(node, 0.0)
        implied = self.facts.implied(condition)
        if implied is not None:
            return implied
        inside = [enclosed([condition], given, lambda _: False)[0] for given in self.rounds]
        if any(one is condition for order in inside for one in order):
            what = "a round of a scan decides on what it is given"
            raise refused(TypeError, what, "np.where(condition, a, b)")
        if self.loops:
            why = "; ".join(["what a round decides is not a branch that joins", *self.unjoined()])
            for loop in self.loops:
                if loop.tells_at_first(condition):  # and does otherwise than the rest
                    raise loop.apart(Unjoinable(why))
            raise Apart(self.loops[-1].site, why)
        asked = condition
        for outer, holds, _ in reversed(self.path):  # on the sides of these alone
            asked = where(outer, asked, False) if holds else where(outer, False, asked)
        at = len(self.outcomes)
        if at >= self.limit:
            self.too_many()
        if at < len(self.expected) and asked is not self.expected[at]:
            self._did_otherwise()
        if at < len(self.forced):
            outcome = self.forced[at]
        elif self.example is not None:
            self._ask_taken(self.example)
            outcome = self.example.truth(asked)
        else:
            if len(self.tape) > self.most:  # say, a grid is doubled in each round
                self.too_many()
            outcome = (False, *self.forced)[-1]
        self.cuts.append(len(self.tape))
        self.conditions += (asked,)
        self.outcomes += (outcome,)
        self.facts.learn(condition, outcome)
        return outcome

    def _ask_taken(self, example: Example) -> None:
        """Go apart where a side is not the call's, on which much is done or decided."""
        self._finish_loops()
        for outer, holds, site in self.path:
            if example.truth(outer) is not holds and site not in self.apart:
                raise Apart(site, "the call does not take it, and much is decided there")

    def _finish_loops(self) -> None:
        """Give the loops so far their bodies, so that a call's numbers say what they come to."""
        finish([one for one in self.kept if one[0].payload is None])

    def int_of(self, number: Node, rounds: bool) -> int | None:
        """The int that a number comes to on this way, if a call takes it: an `if` for each int that
        one comes to; others are not explored. None where nothing says what it may be."""
        if rounds:
            number = trunc(number)
        elif self.wholes.exponents(number) is None:
            return None
        if number.op is CONST:
            return int(number.payload)
        if (known := self.known_int(number)) is not None:
            return known
        if self.loops:
            raise Apart(self.loops[-1].site, "what a round asks for is an int")
        if self.path:
            raise Apart(self.path[-1][2], "an int is asked for where it leads to")
        if (chosen := number._whole()) is not None:  # of what is known, whatever a call takes
            return chosen
        while len(self.outcomes) < len(self.expected) or self.example is not None:
            if len(self.outcomes) < len(self.expected):
                asked = self.expected[len(self.outcomes)].args[1].payload
            else:
                self._finish_loops()
                asked = self.example.value(number)  # type: ignore[union-attr]
            if asked is None or not float(asked).is_integer():
                return None
            if self.decide(eq(number, asked)):
                self.ints.append(int(asked))
                return int(asked)
        if not self.forced:
            return None
        self.endless = True
        what = "an int was asked of a traced value, on a way where no call says which"
        self.abandon(refused(ValueError, what, INSTEAD_OF_INT))

    def known_int(self, number: Node) -> int | None:
        """The int that a number has been decided to come to."""
        return next((k for k in self.ints if self.facts.implied(eq(number, float(k)))), None)

    def look_up(self, at: Node) -> None:
        """A traced number is asked for an int. Functions are read once more, and take from lists
        what stands at one, as far as they can be read."""
        if not is_condition(at):
            self.read_again(SUBSCRIPTS)

    def read_again(self, site: Any) -> None:
        """Let functions be read once more, unless they were for that."""
        if site not in self.apart:
            raise Apart(site, f"{site[1]} are read once more")

    def reached(self) -> Iterator[Any]:
        """What the function has found by names so far, and may have changed."""
        return self.names.changeable() if self.names is not None else iter(())

    def refuse(self, site: Site) -> NoReturn:
        """Go each way alone, where nothing stands for several values."""
        raise Apart(site, _DECIDES[site])

    def certain(self, result: Any, whole: bool = False) -> Any:
        """The result, which is the `whole` one, or in it; what may be None raises where it is,
        unless that is the call's way."""
        if type(result) is not Optional:
            return result
        there, value = result.kept()
        known = is_there(there)
        if known is None and self.example is not None:
            self._finish_loops()
            known = None if self.example.truth(lifted(there)) else False
        if known is False or (self.example is None and not whole):
            self.refuse(OPTIONALS)
        if known:
            return value
        kind, what = (TypeError, NOTHING) if whole else (NotImplementedError, OTHERWISE)
        instead = "the same structure, and the same words, from every return"
        none = Node(RAISE, (), (kind, three_parts(what, describe(there.origin), instead)))
        numbers = {key: chosen(there, one, none) for key, one in numbers_of(value, {}).items()}
        return rebuilt_value(value, (), numbers, {})

    def first_refusal(self) -> Exception | None:
        """What was refused first, whatever the function did with that."""
        first = self.refusals[0] if self.refusals else None
        return first if first is None or isinstance(first, Exception) else TypeError(first)

    def annotate(self, error: BaseException) -> None:
        if self.outcomes:
            pairs = zip(self.conditions, self.outcomes, strict=True)
            way = [f"{c.origin.place.text if c.origin else c!r} is {o}" for c, o in pairs]
            error.add_note(f"while lazyad traced the way where {'; '.join(dict.fromkeys(way))}")


def _folded(op: Op, args: Sequence[Node]) -> Node | None:
    """What the op makes of constants, unless that raises."""
    try:
        value = op(*[arg.payload for arg in args])
    except Exception:
        return None
    return const(value) if type(value) in (float, bool) else None


def _is_same_op(now: Op, before: Op) -> bool:
    """Whether it is the op that it was; that of a solution is made anew, of the same equations."""
    if now is before:
        return True
    mine, other = now.made_of, before.made_of
    if now.name != before.name or type(mine) is not type(other) or mine is None:
        return False
    if isinstance(mine[0], Graph):
        return str(mine[0]) == str(other[0])
    return bool(mine == other)


def _is_same(now: Node, before: Node) -> bool:
    if now.op is before.op is RAISE:  # of an index that is out of bounds
        return bool(now.payload == before.payload)
    return now is before or is_same_const(now, before)


# ---------------------------------------------------------------------------------- joining


def _joined(ways: Sequence[Way], run: Callable[[], Any]) -> Any:
    """One result of all ways: two that differ in their last decision become one, and so on."""
    joined: list[Way] = []
    for way in sorted(ways, key=lambda way: way.outcomes):
        joined.append(way)
        while len(joined) > 1 and joined[-1].outcomes[:-1] == joined[-2].outcomes[:-1]:
            holds, fails = joined.pop(), joined.pop()
            known = holds if fails.raises else fails  # a way that returns
            either, taken = _either(holds, fails, run), known.taken or known.outcomes
            joined.append(known._replace(outcomes=known.outcomes[:-1], result=either, taken=taken))
    return joined[0].result


def _either(one: Way, other: Way, run: Callable[[], Any]) -> Any:
    """The result where the last condition holds, or the other where it does not."""
    condition = one.conditions[len(one.outcomes) - 1]
    holds, fails = _alike(one, other), _alike(other, one)
    if holds is _Nothing:
        return holds
    if not _are_alike(holds, fails):
        raise refused(
            TypeError,
            " or ".join(f"the function returns {kind}" for kind in _unlike(holds, fails)),
            "the same structure, and the same words, from every return",
            " and ".join(_returns(run, way) for way in (one, other)),
        )
    pairs = zip(leaves(holds), leaves(fails), strict=True)
    return refilled(holds, [chosen(condition, a, b) for a, b in pairs])


def _alike(one: Way, other: Way) -> Any:
    """A way that raises does so whatever structure the others return; one that only a nan takes
    and that returns nothing returns nan."""
    if other.result is _Nothing:
        return one.result
    if one.result is _Nothing:
        return other.result if other.raises else map_leaves(lambda _: math.nan, other.result)
    if not one.raises:
        return one.result
    if not leaves(other.result):  # nothing there could raise it
        raise one.refused or _without_number(one)
    return map_leaves(lambda _: one.result, other.result)


def _unlike(one: Any, other: Any) -> list[str]:
    """What each of two results of other structures is; where they are alike so far, the first part
    of theirs that is not."""
    path = ""
    while True:
        kinds = [outline(map_leaves(_shown, part)) for part in (one, other)]
        pairs = zip(parts(one) or (), parts(other) or (), strict=False)
        unlike = [(step, a, b) for (step, a), (_, b) in pairs if not _are_alike(a, b)]
        if kinds[0] != kinds[1] or not unlike:
            return [f"{kind} as its result{path}" if path else kind for kind in kinds]
        step, one, other = unlike[0]
        path += step


def _without_number(way: Way) -> TypeError:
    what = "the function returns no number on one way, and raises or returns others on another"
    where, instead = describe(way.conditions[-1].origin), "a number beside it, on every way"
    return refused(TypeError, what, instead, where)


def _are_alike(one: Any, other: Any) -> bool:
    """Whether two results are of one structure, and arrays of one shape."""
    if _structure(one) != _structure(other):
        return False
    return all(map(_fit, leaves(one), leaves(other)))


def _fit(a: Any, b: Any) -> bool:
    whole = state.whole and isinstance(a, Node) and isinstance(b, Node)
    return not whole or only_raises(a) or only_raises(b) or shape_of(a) == shape_of(b)


def _structure(result: Any) -> Any:
    return key_of(map_leaves(_zero, result))


def _shown(leaf: Any) -> Any:
    return Form(shape_of(leaf)) if state.whole and isinstance(leaf, Node) else _zero(leaf)


def _zero(leaf: Any) -> Any:
    return 0.0 if isinstance(leaf, (Node, int, float)) else leaf


# ---------------------------------------------------------------------------------- what is wrong


def _returns(run: Callable[[], Any], way: Way) -> str:
    """The line on which that way, or one that goes on from it, returns: by taking it once more."""
    last: Origin | None = None
    told: FrameType | None = None  # whose `return` was seen, before what a `with` does after it

    def watch(frame: FrameType, event: str, _: Any) -> None:
        nonlocal last, told
        if event == "call" and frame.f_code is Frame.returned.__code__:
            frame = told = cast(FrameType, frame.f_back)
        elif event != "return" or frame is told or is_foreign(frame):
            return
        last = Origin(frame.f_code, frame.f_lasti)

    def watched() -> Any:
        before = sys.getprofile()
        sys.setprofile(watch)
        try:
            return run()
        finally:
            sys.setprofile(before)

    many = len(way.conditions) + 1
    taken = way.taken or way.outcomes
    session = Session(taken, (), many, [], Reads(), apart=way.apart, variables=Variables())
    _taken(watched, session)
    return describe(last)
