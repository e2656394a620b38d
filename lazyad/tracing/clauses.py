"""The `except` clauses of a function, as its source has them.

In: a function. Out: where its `try` and `with` statements stand, and what they go on from. A room
of its own because it alone reads the function's source, with modules that take milliseconds to
import, and few functions have handlers.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import inspect
import textwrap
from collections import ChainMap
from collections.abc import Callable, Iterator, Sequence
from types import FrameType, FunctionType, MethodType
from typing import Any

from lazyad.values.libraries import is_traced
from lazyad.values.rows import NamedTuple

_Find = Callable[[str], Any]  # what a name stands for; None where that is not known


class Clause(NamedTuple):
    """The lines of a `try`, and what its clauses catch and go on from."""

    first: int
    last: int
    catches: tuple[type[BaseException], ...]
    goes_on: bool  # rather than to raise another exception
    managers: tuple[ast.expr, ...] = ()  # of a `with`, which only the run knows

    def catch(self, raised: Sequence[type[BaseException]], frame: FrameType) -> bool:
        """Whether one of them ends here; of a manager, that is what it is in this frame."""
        return any(issubclass(one, self.catches) for one in raised) or any(
            _ends_exceptions(_value(manager, frame.f_locals.get)) for manager in self.managers
        )


def _tree(function: FunctionType) -> tuple[ast.AST, int]:
    """The function as it is written, and its first line; nothing where that cannot be known."""
    try:
        lines, first = inspect.getsourcelines(function)
        return ast.parse(textwrap.dedent("".join(lines))), first
    except (OSError, TypeError, SyntaxError):  # no source, or not a piece that stands alone
        return ast.Module([], []), 0


def clauses_of(function: FunctionType) -> Iterator[Clause]:
    """Those of each `try` and `with`, the inner ones first."""
    tree, first = _tree(function)
    own = dict.fromkeys(function.__code__.co_varnames)  # of which nobody knows before it runs
    outer = {**inspect.getclosurevars(function).nonlocals}
    find = ChainMap(own, outer, function.__globals__, vars(builtins)).get
    for node in reversed([*ast.walk(tree)]):
        kinds: list[tuple[bool, ast.expr | None]] = []
        unknown: tuple[ast.expr, ...] = ()
        if isinstance(node, (ast.Try, ast.TryStar)):
            kinds = [(not _gives_up(one.body), one.type) for one in node.handlers]
        elif isinstance(node, ast.With):
            managers = [item.context_expr for item in node.items]
            kinds = [(True, kind) for one in managers for kind in _suppressed(one, find)]
            unknown = tuple([one for one in managers if _value(one, find) is None])
        else:
            continue
        start = node.body[0].lineno + first - 1
        last = (node.body[-1].end_lineno or node.body[-1].lineno) + first - 1
        if unknown:
            yield Clause(start, last, (), True, unknown)
        for goes_on in (True, False):
            mine = (kind for acts, kind in kinds if acts is goes_on)
            catches = [found for kind in mine for found in _resolved(kind, find)]
            if catches:
                yield Clause(start, last, tuple(catches), goes_on)


def _gives_up(body: Sequence[ast.stmt]) -> bool:
    """Whether a clause always raises: then the kernel's own exception says as much."""
    goes_on = (ast.Return, ast.Continue, ast.Break)
    inner = (node for statement in body for node in ast.walk(statement))
    return isinstance(body[-1], ast.Raise) and not any(isinstance(n, goes_on) for n in inner)


def _suppressed(manager: ast.expr, find: _Find) -> Sequence[ast.expr | None]:
    """What contextlib.suppress(...) is given; everything for a manager of the user's own that may
    go on from an exception."""
    found = _value(manager, find)
    if found is contextlib.suppress and isinstance(manager, ast.Call):
        return manager.args
    return [None] if _ends_exceptions(found) else []


def _ends_exceptions(found: Any) -> bool:
    """Whether a manager, or what makes one, is the user's own and may go on from an exception."""
    generator = getattr(found, "__wrapped__", None)
    if isinstance(generator, FunctionType) and inspect.isgeneratorfunction(generator):
        mine = is_traced(generator.__module__)
        return mine and any(clause.goes_on for clause in clauses_of(generator))
    leave = getattr(found, "__exit__", None)
    if isinstance(leave, MethodType):
        leave = leave.__func__
    if not isinstance(leave, FunctionType) or not is_traced(leave.__module__):
        return False
    return any(map(_may_be_true, ast.walk(_tree(leave)[0])))


def _may_be_true(node: ast.AST) -> bool:
    """Whether it returns what may be true: then an exception ends there."""
    if not isinstance(node, ast.Return) or node.value is None:
        return False
    return not (isinstance(node.value, ast.Constant) and not node.value.value)


def _resolved(kind: ast.expr | None, find: _Find) -> Iterator[type[BaseException]]:
    """The classes that a clause names; all for a bare one, and for one that only a run can tell."""
    found = kind and _value(kind, find)
    for one in found if isinstance(found, tuple) else (found,):
        known = isinstance(one, type) and issubclass(one, BaseException)
        yield one if known else BaseException


def _value(expression: ast.expr, find: _Find) -> Any:
    """What a name is, or an attribute of what it is; of a call, what is called; else None."""
    if isinstance(expression, ast.Tuple):
        return tuple([_value(one, find) for one in expression.elts])
    if isinstance(expression, ast.Call):
        return _value(expression.func, find)
    if isinstance(expression, ast.Attribute):
        return getattr(_value(expression.value, find), expression.attr, None)
    return find(expression.id) if isinstance(expression, ast.Name) else None
