"""`except` clauses that catch what an operation raises: there it is asked whether it will.

In: a function, and each operation that it does. Out: where a `try` stands around an operation that
may fail, the decision whether it does, as a branch like any other, and the exception on the way
where it does. A room of its own because to raise is a part of what an operation means there.
"""

from __future__ import annotations

import sys
import weakref
from collections.abc import Sequence
from functools import cache
from types import CodeType, FrameType, FunctionType
from typing import TYPE_CHECKING

from lazyad.graph import CONST, TAKE, Node, Op
from lazyad.values.errors import refused
from lazyad.values.origin import state

if TYPE_CHECKING:
    from lazyad.tracing.clauses import Clause


_clauses: weakref.WeakKeyDictionary[CodeType, list[Clause]] = weakref.WeakKeyDictionary()


def watch(function: FunctionType, code: CodeType) -> None:
    """From now on the session looks at what is made in the function, if it catches anything; `code`
    is what runs."""
    if code not in _clauses:
        _clauses[code] = []
        if _has_handlers(function.__code__):
            from lazyad.tracing.clauses import clauses_of

            _clauses[code] = [*clauses_of(function)]
    if _clauses[code] and state.session is not None:
        state.session.watchful = True


def ask(op: Op, args: Sequence[Node]) -> None:
    """Raise what the operation raises on the ways where it fails, if the function catches that.

    Raises TypeError where it may fail and nobody can say when.
    """
    if op.fails is None and not op.leaf:
        wrong = (IndexError, TypeError) if op is TAKE else ()
        clause = _around((ValueError, OverflowError, *wrong))
        if clause is None:
            return
        raise refused(
            TypeError,
            f"{op.name} may raise, and an `except` of the `try` in line {clause.first - 1} "
            "catches it: in a kernel that clause would never act",
            "an `if` on what makes it fail, and no try around it",
        )
    values = [arg.payload if arg.op is CONST else arg for arg in args]
    for fails, sample in op.fails or ():
        if _around(_raised(op, sample)) and fails(*values):
            op(*sample)


@cache
def _raised(op: Op, sample: tuple[float, ...]) -> tuple[type[BaseException], ...]:
    """What the operation raises where it fails."""
    try:
        op(*sample)
    except Exception as error:
        return (type(error),)
    return ()


def _around(raised: Sequence[type[BaseException]]) -> Clause | None:
    """The innermost `try` of the function's that goes on from one of these; or that raises what
    another one around it may go on from."""
    frame: FrameType | None = sys._getframe(1)
    raises_another: Clause | None = None
    while frame is not None and frame.f_code.co_name != "_taken":
        for clause in _clauses.get(frame.f_code, ()):
            if not clause.first <= frame.f_lineno <= clause.last:
                continue
            catches = clause.catch(raised, frame)
            if not clause.goes_on:
                raises_another = raises_another or (clause if catches else None)
            elif raises_another or catches:
                return raises_another or clause
        frame = frame.f_back
    return None


def _has_handlers(code: CodeType) -> bool:
    inner = (constant for constant in code.co_consts if isinstance(constant, CodeType))
    return bool(code.co_exceptiontable) or any(map(_has_handlers, inner))
