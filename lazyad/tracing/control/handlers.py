"""Operations that fail inside a `try`: whether they do is a condition, like that of an `if`.

In: each operation that a traced function does, and the `try` statements around it. Out: where one
of these catches what the operation may raise, an exit to its `except` clauses. A room of its own
because to raise is a part of what an operation means there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from lazyad.graph import CALL, CONST, TABLE, TAKE, Node, Op
from lazyad.ops import where
from lazyad.values.errors import refused


def ask(session: Any, op: Op, args: Sequence[Node], numpy: bool) -> None:
    """Leave the `try` on the ways where the operation fails, if it catches that. By NumPy's rules
    none does but what looks up or calls.

    Raises TypeError where it may fail and nobody can say when.
    """
    if numpy and op not in (TAKE, CALL):
        return
    if op.fails is None:
        _look_up(session, op, args)
        return
    values = [arg.payload if arg.op is CONST else arg for arg in args]
    for fails, sample in op.fails:
        if (error := _raised(op, sample)) is None:
            continue
        if (attempt := catching(session, type(error))) is not None:
            attempt.fails(_unasked(session, fails, values), error)


def _look_up(session: Any, op: Op, args: Sequence[Node]) -> None:
    """The same of what no row says it of."""
    if op is TAKE and args[0].op is TABLE:
        if (attempt := catching(session, IndexError)) is not None:
            at, size = args[1], float(len(args[0].args))
            outside = _unasked(session, lambda: where(at >= size, True, at < -size), [])
            attempt.fails(outside, IndexError("list index out of range"))
    elif not (op.leaf or _is_scipys(op)) and (op is TAKE or op is CALL or not op.apart):
        wrong = (IndexError, TypeError) if op is TAKE else ()
        for kind in (ValueError, OverflowError, *wrong):
            if (attempt := catching(session, kind)) is not None:
                raise refused(
                    TypeError,
                    f"{op.name} may raise, and an `except` of the `try` in line {attempt.site[1]} "
                    "catches it: in a kernel that clause would never act",
                    "an `if` on what makes it fail, and no try around it",
                )


def _is_scipys(op: Op) -> bool:
    """Whether it is SciPy's alone, which never raises: no clause is for what ours may raise."""
    spelling = op.spelling or ""
    return not spelling.startswith("math.") and "special." in f"{spelling} {op.numpy}"


def _unasked(session: Any, fails: Any, values: Sequence[Any]) -> Any:
    """The condition, whose own operations are nothing that the function tries."""
    attempts, session.attempts = session.attempts, []
    try:
        return fails(*values)
    finally:
        session.attempts = attempts


def fail(error: BaseException) -> None:
    """Raise it, as the operation does."""
    raise error.with_traceback(None)


@cache
def _raised(op: Op, sample: tuple[float, ...]) -> BaseException | None:
    """What the operation raises where it fails."""
    try:
        op(*sample)
    except Exception as error:
        return error.with_traceback(None)
    return None


def catching(session: Any, kind: type[BaseException], always: bool = False) -> Any:
    """The innermost `try` that goes on from an exception, or raises another one which one around
    it may go on from; what none goes on from a kernel may raise as it is, unless `always`."""
    first = None
    for attempt in reversed(session.attempts):
        clause = attempt.clause(kind) if first is None else None
        if clause is not None:
            first = attempt
        if first is not None and (always or (clause.goes_on if clause else attempt.goes_on())):
            return first
    return None
