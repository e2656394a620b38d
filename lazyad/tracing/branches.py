"""Real branches: every way through a function's `if`s and loops, as one program of choices.

In: a function to run. Out: the structure it returns, each leaf a choice between what the ways
through it compute. A room of its own because it alone runs a function more than once: each truth
asked of a traced value is a decision, and the function runs again for the other outcome. What came
before the decision is replayed, so that the ways share those very Nodes.
"""

from __future__ import annotations

import bisect
import math
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from opcode import opmap
from types import FrameType
from typing import Any, NoReturn

from lazyad.evaluation import unless_raised
from lazyad.graph import CONST, RAISE, Node, Numbering, Op, bits, is_condition, lifted, origin_now
from lazyad.ops import ne, where
from lazyad.tracing import functions, handlers
from lazyad.tracing.floats import Traced
from lazyad.tracing.reads import Reads
from lazyad.tracing.variables import Variables
from lazyad.values.errors import explain, is_explained, refused
from lazyad.values.libraries import is_standard
from lazyad.values.origin import Origin, describe, is_foreign, origins, state, trail
from lazyad.values.outside import import_path
from lazyad.values.progress import doing
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import key_of, leaves, map_leaves, outline, refilled

# Which of less, equal, greater and unordered (a nan) make each comparison true.
_MIRRORED = str.maketrans("<>", "><")


class _Nothing:
    """What a path returns that only a nan can take and that falls off the function's end."""


class Way(NamedTuple):
    """One way through the function: the decisions on it, and what it comes to."""

    conditions: tuple[Node, ...]
    outcomes: tuple[bool, ...]
    result: Any  # a structure of numbers and Nodes, a RAISE Node, or _Nothing
    raises: bool  # whatever the structure of the others, for it returns none
    refused: Exception | None = None  # why it could not be traced: then it raises that


def explore(run: Callable[[], Any], limit: int, reads: Reads) -> tuple[Any, list[Node]]:
    """What `run` returns, with a `where` for each decision; and its Nodes in the order made.

    A way that cannot be traced raises so in the program, if another one returns.
    Raises ValueError in three parts if there are more than `limit` ways, if two of them return
    different structures, or if the function does not do the same when it runs again.
    """
    ways: dict[tuple[bool, ...], Way] = {}
    pending: list[tuple[tuple[bool, ...], tuple[Node, ...], list[Node]]] = [((), (), [])]
    order: dict[int, Node] = {}  # by identity: Traced.__hash__ looks around
    variables = Variables()
    while pending:
        forced, conditions, tape = pending.pop()
        session = Session(forced, conditions, limit, tape, reads, variables=variables)
        with doing(f"tracing way {len(ways) + 1}", session.tape):
            ways[session.outcomes] = _taken(run, session)
        order.update(zip(map(id, session.tape), session.tape, strict=True))
        for at in range(len(forced), len(session.outcomes)):
            other = (*session.outcomes[:at], not session.outcomes[at])
            so_far = session.tape[: session.cuts[at]]
            pending.append((other, session.conditions[: at + 1], so_far))
        if len(ways) + len(pending) > limit:
            _too_many(session, limit)
    found = list(ways.values())
    refused = [way for way in found if way.refused]
    if refused and all(way.raises for way in found):
        raise refused[0].refused  # type: ignore[misc]
    with origins():
        joined = _joined([_returning(way, found, run) for way in found], run)
        variables.name(order)
    return joined, list(order.values())


def _taken(run: Callable[[], Any], session: Session) -> Way:
    """Run the function with these decisions; an exception of its own is a result."""
    refused: Exception | None = None
    result: Any = None
    with origins() as now:
        now.origin, now.transforming, now.session = None, False, session
        try:
            with session.variables.watched():
                result = run()
            if session.refusals:  # and the function went on
                first = session.refusals[0]
                refused = first if isinstance(first, Exception) else TypeError(first)
        except BaseException as error:
            ordinary = isinstance(error, (Exception, SystemExit))
            if isinstance(error, KeyboardInterrupt) or not (ordinary or _is_raised(error)):
                raise
            if isinstance(error, Exception) and not _is_users(error, session):
                refused = error
            elif not session.outcomes:
                raise
            else:
                result = Node(RAISE, (), _exception(error))
    if refused is None:
        refused = session.abandoned
    if refused is not None:
        session.annotate(refused)
        if session.abandoned is not None or not session.outcomes:
            raise refused
        result = Node(RAISE, (), (TypeError, str(refused)), session.conditions[-1].origin)
    raises = type(result) is Node and result.op is RAISE
    result = _Nothing if result is None and session.only_nan() else result
    return Way(session.conditions, session.outcomes, result, raises, refused)


def _returning(way: Way, ways: Sequence[Way], run: Callable[[], Any]) -> Way:
    """The way; one on which the function returns nothing, where others return something, raises."""
    if way.result is not None or all(one.result is None or one.raises for one in ways):
        return way
    message = explain(
        "the function returns nothing (None) on this way",
        _returns(run, way),
        "the same structure from every return",
    )
    return way._replace(result=Node(RAISE, (), (TypeError, message)), raises=True)


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
        variables: Variables,
    ) -> None:
        self.reads = reads
        self.variables = variables
        self.look = variables.look
        self.forced = forced
        self.expected = expected
        self.limit = limit
        self.conditions: tuple[Node, ...] = ()
        self.outcomes: tuple[bool, ...] = ()
        self.cuts: list[int] = []  # how long the tape was at each decision
        self.tape: list[Node] = []
        self.refusals: list[Any] = []  # messages and errors, whatever becomes of them
        self.abandoned: Exception | None = None  # why no way can be traced
        self.watchful = False  # an except clause of the function might catch what a kernel raises
        self._replay = replay[::-1]
        self._relations: dict[tuple[Any, Any], set[str]] = {}  # what each pair may still be
        self._numbering = Numbering()
        self._constants: dict[int, float] = {}
        # The constants that each value was compared with, in order, and what is known to be no nan.
        self._compared: dict[int, list[tuple[float, int]]] = {}
        self._ordered: set[int] = set()

    def make(self, op: Op, args: list[Node], given: Sequence[Any]) -> Node:
        """The Node of an op on the arguments that were given, or that which was made here when the
        function ran before."""
        if self.watchful:
            handlers.ask(op, args)
        if self._replay:
            made = self._replay.pop()
            if made.op is not op or not all(map(_is_same, args, made.args)):
                self._did_otherwise()
        else:
            made = Traced(op, tuple(args), None, origin_now(given))
        self.tape.append(made)
        return made

    def abandon(self, error: Exception) -> NoReturn:
        """Give up, whatever the function does with the error."""
        self.abandoned = error
        raise error

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
        implied = self._implied(condition)
        if implied is not None:
            return implied
        at = len(self.outcomes)
        if at >= self.limit:
            _too_many(self, self.limit)
        if at < len(self.expected) and condition is not self.expected[at]:
            self._did_otherwise()
        outcome = self.forced[at] if at < len(self.forced) else (False, *self.forced)[-1]
        self.cuts.append(len(self.tape))
        self.conditions += (condition,)
        self.outcomes += (outcome,)
        self._learn(condition, outcome)
        return outcome

    def only_nan(self) -> bool:
        """Whether a nan alone goes this way."""
        return any(relation == {"?"} for relation in self._relations.values())

    def annotate(self, error: BaseException) -> None:
        if self.outcomes:
            way = [
                f"{c.origin.place.text if c.origin else c!r} is {o}"
                for c, o in zip(self.conditions, self.outcomes, strict=True)
            ]
            error.add_note(f"while lazyad traced the way where {'; '.join(way)}")

    def _implied(self, condition: Node) -> bool | None:
        """The truth that earlier decisions leave no choice about."""
        pair, truths = self._pair(condition)
        possible = self._possible(pair)
        if possible <= truths:
            return True
        return False if possible.isdisjoint(truths) else None

    def _possible(self, pair: tuple[int, int]) -> set[str]:
        """What the two may still be to each other, also after what the first was compared with."""
        one, other = pair
        possible = set("=?" if one == other else "<=>?")  # a value is equal to itself, or a nan
        possible &= self._relations.get(pair, possible)
        value = self._constants.get(other)
        if value is not None:
            compared = self._compared.get(one, [])
            at = bisect.bisect(compared, (value, other))
            for constant, number in compared[max(at - 1, 0) : at + 1]:  # the nearest ones
                possible &= _carried(self._relations[one, number], constant, value)
        return possible - {"?"} if one in self._ordered and other in self._ordered else possible

    def _learn(self, condition: Node, outcome: bool) -> None:
        pair, truths = self._pair(condition)
        possible = self._possible(pair)
        self._relations[pair] = possible & truths if outcome else possible - truths
        if "?" not in self._relations[pair]:
            self._ordered.update(pair)
        if pair[1] in self._constants:
            compared = self._compared.setdefault(pair[0], [])
            if (constant := (self._constants[pair[1]], pair[1])) not in compared:
                bisect.insort(compared, constant)

    def _pair(self, condition: Node) -> tuple[tuple[int, int], set[str]]:
        """What is compared, in one order, and what they are to each other where it holds; a
        condition that compares nothing is alone."""
        if not condition.op.holds:
            return (self._number(condition), -1), {"<"}
        a, b = map(self._number, condition.args)
        if (a in self._constants, a) <= (b in self._constants, b):
            return (a, b), set(condition.op.holds)
        return (b, a), set(condition.op.holds.translate(_MIRRORED))

    def _number(self, root: Node) -> int:
        number = self._numbering(root)
        if root.op is CONST and root.payload == root.payload:
            self._constants[number] = root.payload
            self._ordered.add(number)
        return number


def _is_same(now: Node, before: Node) -> bool:
    return now is before or (
        now.op is before.op is CONST and bits(now.payload) == bits(before.payload)
    )


def _carried(before: set[str], constant: float, value: float) -> set[str]:
    """What x may be to `value`, given what it may be to a constant.

    >>> sorted(_carried({"<", "?"}, 1.0, 2.0)), sorted(_carried({">"}, 1.0, 2.0))
    (['<', '?'], ['<', '=', '>'])
    """
    if constant == value:  # 0.0 and -0.0 too
        return before
    side = "<" if constant < value else ">"
    carried = {"?"} & before
    if before & {side, "="}:
        carried.add(side)
    return carried | set("<=>") if before - {side, "=", "?"} else carried


# ---------------------------------------------------------------------------------- joining


def _joined(ways: Sequence[Way], run: Callable[[], Any]) -> Any:
    """One result of all ways: two that differ in their last decision become one, and so on."""
    joined: list[Way] = []
    for way in sorted(ways, key=lambda way: way.outcomes):
        joined.append(way)
        while len(joined) > 1 and joined[-1].outcomes[:-1] == joined[-2].outcomes[:-1]:
            holds, fails = joined.pop(), joined.pop()
            known = holds if fails.raises else fails  # a way that returns
            outcomes, raises = known.outcomes[:-1], known.raises
            joined.append(Way(known.conditions, outcomes, _either(holds, fails, run), raises))
    return joined[0].result


def _either(one: Way, other: Way, run: Callable[[], Any]) -> Any:
    """The result where the last condition holds, or the other where it does not."""
    condition = one.conditions[len(one.outcomes) - 1]
    holds, fails = _alike(one, other), _alike(other, one)
    if holds is _Nothing:
        return holds
    if key_of(map_leaves(_zero, holds)) != key_of(map_leaves(_zero, fails)):
        kinds = [outline(map_leaves(_zero, result)) for result in (holds, fails)]
        raise refused(
            TypeError,
            " or ".join(f"the function returns {kind}" for kind in kinds),
            "the same structure from every return",
            " and ".join(_returns(run, way) for way in (one, other)),
        )
    state.origin = condition.origin
    pairs = zip(leaves(holds), leaves(fails), strict=True)
    return refilled(holds, [_choice(condition, a, b) for a, b in pairs])


def _alike(one: Way, other: Way) -> Any:
    """A way that raises does so whatever structure the others return; one that only a nan takes
    and that returns nothing returns nan."""
    if other.result is _Nothing:
        return one.result
    if one.result is _Nothing:
        return other.result if other.raises else map_leaves(lambda _: math.nan, other.result)
    return map_leaves(lambda _: one.result, other.result) if one.raises else one.result


def _zero(leaf: Any) -> Any:
    return 0.0 if isinstance(leaf, (Node, int, float)) else leaf


def _choice(condition: Node, a: Any, b: Any) -> Any:
    if a is b:
        return a
    a, b = lifted(a), lifted(b)
    return a if _is_same(a, b) else where(condition, a, b)


# ---------------------------------------------------------------------------------- what is wrong


def _too_many(session: Session, limit: int) -> NoReturn:
    places = Counter(c.origin.place for c in session.conditions if c.origin)
    place, count = places.most_common(1)[0]
    session.abandon(
        refused(
            ValueError,
            f"more than {limit} ways lead through the function",
            "lazyad.where(condition, a, b) there, a bound on the loop, or compile(paths=...)",
            f"{place} in {place.function}: {place.text} (decided {count} times on one of them)",
        )
    )


def _returns(run: Callable[[], Any], way: Way) -> str:
    """The line on which that way, or one that goes on from it, returns: by taking it once more."""
    last: Origin | None = None

    def watch(frame: FrameType, event: str, _: Any) -> None:
        nonlocal last
        if event == "return" and not is_foreign(frame):
            last = Origin(frame.f_code, frame.f_lasti)

    def watched() -> Any:
        before = sys.getprofile()
        sys.setprofile(watch)
        try:
            return run()
        finally:
            sys.setprofile(before)

    many = len(way.conditions) + 1
    _taken(watched, Session(way.outcomes, (), many, [], Reads(), variables=Variables()))
    return describe(last)


def _is_raised(error: BaseException) -> bool:
    """Whether the traced function itself raises it, and not a signal that comes meanwhile."""
    frame, at = trail(error)[-1]
    if type(frame.f_globals) is dict:  # not those of a traced function
        return False
    return frame.f_code.co_code[at] == opmap["RAISE_VARARGS"]


def _is_users(error: Exception, session: Session) -> bool:
    """Whether the function itself fails on this way, and not lazyad or a library on its Nodes."""
    if is_explained(error) or "'Node'" in str(error):
        return False
    innermost: FrameType | None = None
    for frame, _ in trail(error):
        if frame.f_code in (unless_raised.__code__, handlers.ask.__code__):
            return True
        if frame.f_code.co_filename != functions.__file__:  # which only hands numbers on to math
            innermost = frame
    if innermost is None or not is_foreign(innermost):
        return True
    # The standard library fails on plain values as it does outside of a trace.
    return is_standard(innermost.f_globals.get("__name__")) and not session.refusals


def _exception(error: BaseException) -> tuple[type[BaseException], str]:
    """The class and message of an exception; of one that emitted source cannot import, or that is
    made of more than a message, the nearest builtin class."""
    kind, text = type(error), str.__str__(str(error))
    message = error.args[0] if error.args and type(error.args[0]) is str else text
    if (import_path(kind) or kind.__module__ == "builtins") and _says(kind, message, text):
        return kind, message
    text = f"{kind.__name__}: {text}"
    builtin = (k for k in kind.__mro__ if k.__module__ == "builtins" and _says(k, text, text))
    return next(builtin), text


def _says(kind: type[BaseException], message: str, text: str) -> bool:
    """Whether an exception made of the message reads like that."""
    try:
        return str(kind(*filter(None, [message]))) == text
    except Exception:
        return False
