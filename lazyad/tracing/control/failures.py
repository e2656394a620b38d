"""What goes wrong while a function is traced: the function's own failures, and ours.

In: an exception, and the session in which it came. Out: whether the function itself raises it, so
that a kernel is to raise it too, and how a kernel can. A room of its own because branches that are
explored and branches that join ask the same.
"""

from __future__ import annotations

import functools
import signal
from opcode import opmap
from types import CodeType, FrameType, FunctionType, MethodType
from typing import Any

from lazyad.evaluation import unless_raised
from lazyad.graph import Op
from lazyad.tracing import functions, tables
from lazyad.tracing.control import handlers
from lazyad.values.errors import is_explained
from lazyad.values.libraries import is_standard
from lazyad.values.origin import is_foreign, trail
from lazyad.values.outside import import_path

# Numbers to math, an index to a list, a key to a dict.
_HANDED_ON = (functions.__name__, tables.__name__, "lazyad.tracing.control.keys")


def is_raised(error: BaseException) -> bool:
    """Whether it is the traced function's to raise, and not a signal that comes meanwhile."""
    if is_of_signal(error):
        return False
    if isinstance(error, (Exception, SystemExit)):
        return True
    frame, at = trail(error)[-1]
    if isinstance(error, KeyboardInterrupt) or type(frame.f_globals) is dict:  # not a traced one's
        return False
    return frame.f_code.co_code[at] == opmap["RAISE_VARARGS"]


def is_of_signal(error: BaseException) -> bool:
    """Whether a handler of a signal raised it, such as that of a timeout, whatever ran then. The
    function itself would call a copy."""
    codes = {_code_of(signal.getsignal(number)) for number in signal.valid_signals()} - {None}
    return any(frame.f_code in codes and type(frame.f_globals) is dict for frame, _ in trail(error))


def _code_of(handler: Any) -> CodeType | None:
    while isinstance(handler, functools.partial):
        handler = handler.func
    if callable(handler) and not isinstance(handler, (FunctionType, MethodType)):
        handler = type(handler).__call__
    return getattr(handler, "__code__", None)


def is_users_own(error: BaseException, session: Any) -> bool:
    """Whether the function itself fails on this way, and not lazyad or a library on its Nodes."""
    last = trail(error)[-1:]
    if last and str(last[0][0].f_globals.get("__name__")).startswith("lazyad.plain."):
        return True  # it stands for one of Python's or SciPy's, and raises what that raises
    if is_explained(error) or "'Node'" in str(error):
        return False
    ours = "lazyad.tracing.numpy." if "out of bounds" in str(error) else "-"
    innermost: FrameType | None = None
    for frame, _ in trail(error):
        if frame.f_code in (unless_raised.__code__, handlers.fail.__code__):
            return True
        if frame.f_code is Op.__call__.__code__ and _is_plain(frame.f_locals["args"]):
            return True
        if frame.f_globals.get("__name__") in _HANDED_ON:
            continue
        if not str(frame.f_globals.get("__name__")).startswith(ours):  # which hands an index on
            innermost = frame
    if innermost is None or not is_foreign(innermost):
        return True
    # The standard library fails on plain values as it does outside of a trace.
    return is_standard(innermost.f_globals.get("__name__")) and not session.refusals


def _is_plain(args: tuple[Any, ...]) -> bool:
    return all(isinstance(arg, (int, float)) for arg in args)


def exception_of(error: BaseException) -> tuple[type[BaseException], str]:
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
