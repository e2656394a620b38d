"""`except` clauses that catch what an operation raises: there it is asked whether it will.

In: a function, and each operation that it does. Out: where a `try` stands around an operation that
may fail, the decision whether it does, as a branch like any other, and the exception on the way
where it does. A room of its own because it alone reads the function's source.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import math
import sys
import textwrap
import weakref
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from types import CodeType, FrameType, FunctionType
from typing import Any, NamedTuple

from lazyad.errors import explain
from lazyad.graph import CONST, Node, Op
from lazyad.origin import describe, here, state
from lazyad.schedule import TOTAL


class Clause(NamedTuple):
    """The lines of a `try`, and what its clauses catch and go on from."""

    first: int
    last: int
    catches: tuple[type[BaseException], ...]


_clauses: weakref.WeakKeyDictionary[CodeType, list[Clause]] = weakref.WeakKeyDictionary()


def watch(function: FunctionType) -> None:
    """From now on the session looks at what is made in the function, if it catches anything."""
    code = function.__code__
    if code not in _clauses:
        _clauses[code] = list(_found(function)) if _has_handlers(code) else []
    if _clauses[code] and state.session is not None:
        state.session.watchful = True


def ask(op: Op, args: Sequence[Node]) -> None:
    """Raise what the operation raises on the ways where it fails, if the function catches that.

    Raises TypeError where it may fail and nobody can say when.
    """
    known = _FAILURES.get(op.name)
    if op.leaf or op.name in TOTAL:
        return
    clause = _around(_raised(op) if known else (ValueError, OverflowError))
    if clause is None:
        return
    if known is None:
        raise TypeError(
            explain(
                f"{op.name} may raise, and an `except` of the `try` in line {clause.first - 1} "
                "catches it: in a kernel that clause would never act",
                describe(here()),
                "an `if` on what makes it fail, and no try around it",
            )
        )
    if known.fails(*[arg.payload if arg.op is CONST else arg for arg in args]):
        op(*known.sample)


class Failure(NamedTuple):
    """When an operation raises, and arguments for which it does."""

    fails: Callable[..., Any]
    sample: tuple[float, ...]


def _by_zero(x: Any, y: Any) -> Any:
    return y == 0.0


_MOST_EXP = math.log(sys.float_info.max)
_FAILURES: dict[str, Failure] = {
    **dict.fromkeys(("div", "floordiv", "mod", "fmod"), Failure(_by_zero, (1.0, 0.0))),
    "pow": Failure(lambda x, y: (y < 0.0) and (x == 0.0), (0.0, -1.0)),
    "sqrt": Failure(lambda x: x < 0.0, (-1.0,)),
    **dict.fromkeys(("log", "log2", "log10"), Failure(lambda x: x <= 0.0, (0.0,))),
    "log1p": Failure(lambda x: x <= -1.0, (-1.0,)),
    **dict.fromkeys(("asin", "acos"), Failure(lambda x: abs(x) > 1.0, (2.0,))),
    "acosh": Failure(lambda x: x < 1.0, (0.0,)),
    "atanh": Failure(lambda x: abs(x) >= 1.0, (1.0,)),
    **dict.fromkeys(("exp", "expm1"), Failure(lambda x: x > _MOST_EXP, (1e4,))),
    "exp2": Failure(lambda x: x >= 1024.0, (1e4,)),
    **dict.fromkeys(("sinh", "cosh"), Failure(lambda x: abs(x) > 710.4758600739439, (1e4,))),
}


@cache
def _raised(op: Op) -> tuple[type[BaseException], ...]:
    """What the operation raises where it fails."""
    try:
        op(*_FAILURES[op.name].sample)
    except Exception as error:
        return (type(error),)
    return ()


def _around(raised: Sequence[type[BaseException]]) -> Clause | None:
    """The innermost `try` of the function's that goes on from one of these."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_name != "_taken":
        for clause in _clauses.get(frame.f_code, ()):
            inside = clause.first <= frame.f_lineno <= clause.last
            if inside and any(issubclass(one, clause.catches) for one in raised):
                return clause
        frame = frame.f_back
    return None


def _has_handlers(code: CodeType) -> bool:
    inner = (constant for constant in code.co_consts if isinstance(constant, CodeType))
    return bool(code.co_exceptiontable) or any(map(_has_handlers, inner))


def _found(function: FunctionType) -> Iterator[Clause]:
    try:
        lines, first = inspect.getsourcelines(function)
        tree = ast.parse(textwrap.dedent("".join(lines)))
    except (OSError, TypeError, SyntaxError):  # no source, or not a piece that stands alone
        return
    for node in ast.walk(tree):
        body: Sequence[ast.stmt] = ()
        kinds: list[ast.expr | None] = []
        if isinstance(node, ast.Try):
            body = node.body
            kinds = [handler.type for handler in node.handlers if not _gives_up(handler.body)]
        elif isinstance(node, ast.With):
            body = node.body
            kinds = [kind for item in node.items for kind in _suppressed(item.context_expr)]
        catches = [found for kind in kinds for found in _resolved(kind, function)]
        if catches:
            last = body[-1].end_lineno or body[-1].lineno
            yield Clause(body[0].lineno + first - 1, last + first - 1, tuple(catches))


def _gives_up(body: Sequence[ast.stmt]) -> bool:
    """Whether a clause always raises: then the kernel's own exception says as much."""
    goes_on = (ast.Return, ast.Continue, ast.Break)
    inner = (node for statement in body for node in ast.walk(statement))
    return isinstance(body[-1], ast.Raise) and not any(isinstance(n, goes_on) for n in inner)


def _suppressed(expression: ast.expr) -> list[ast.expr]:
    """What contextlib.suppress(...) is given."""
    if not isinstance(expression, ast.Call):
        return []
    name = getattr(expression.func, "attr", getattr(expression.func, "id", ""))
    return expression.args if name == "suppress" else []


def _resolved(kind: ast.expr | None, function: FunctionType) -> Iterator[type[BaseException]]:
    """The classes that a clause names; all for a bare one."""
    if kind is None:
        yield BaseException
    elif isinstance(kind, ast.Tuple):
        for one in kind.elts:
            yield from _resolved(one, function)
    else:
        found = _value(kind, function)
        if isinstance(found, type) and issubclass(found, BaseException):
            yield found
        elif isinstance(found, tuple):
            yield from (one for one in found if isinstance(one, type))


def _value(kind: ast.expr, function: FunctionType) -> Any:
    if isinstance(kind, ast.Attribute):
        return getattr(_value(kind.value, function), kind.attr, None)
    if isinstance(kind, ast.Name):
        known = function.__globals__.get(kind.id, getattr(builtins, kind.id, None))
        return inspect.getclosurevars(function).nonlocals.get(kind.id, known)
    return None
