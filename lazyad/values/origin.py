"""Where Nodes come from: lines of the user's code, and whose turn it is to be blamed.

In: a frame of the user's program. Out: the `Origin` of a Node made there, and in the end a `Place`
to name in errors, notes and comments. A room of its own because nothing here knows what a Node is.
"""

from __future__ import annotations

import bisect
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from operator import attrgetter
from types import CodeType, FrameType
from typing import TYPE_CHECKING, Any, TypeVar

from lazyad.values.libraries import is_traced
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import variable_name

if TYPE_CHECKING:
    from dis import Instruction

_MOST = 4096  # code objects of which something is kept
_T = TypeVar("_T")


class Place(NamedTuple):
    """A line of the user's code: what errors, notes and comments in emitted source name."""

    file: str
    line: int
    function: str
    variable: str | None  # the user's that held the result

    @property
    def text(self) -> str:
        """The source of the line; empty where it cannot be read."""
        import linecache  # and with it tokenize, of which most programs need nothing

        return linecache.getline(self.file, self.line).strip()

    def __str__(self) -> str:
        return f"{os.path.basename(self.file)}:{self.line}"


class Origin:
    """Where a Node was made, and by whose rules it is computed; read into a `Place` only when
    somebody asks. A tangent's origin points to its primal's, so that names can pair.

    `numpy` says that 1/0 is inf there, as for NumPy's numbers, and no exception, as for Python's.
    `code` is None where no line is known: of arguments, and of what was loaded. `variable` is what
    the user calls it, or the way to it in a container: "x[0]"; "" if no variable held it, and None
    if nobody looked. `whole` is the origin of what this is a part of.
    """

    __slots__ = ("code", "numpy", "offset", "primal", "variable", "whole")

    def __init__(
        self,
        code: CodeType | None,
        offset: int,
        primal: Origin | None = None,
        numpy: bool = False,
        variable: str | None = None,
    ) -> None:
        self.code = code
        self.offset = offset
        self.primal = primal
        self.numpy = numpy
        self.variable = variable
        self.whole: Origin | None = None

    @property
    def place(self) -> Place:
        variable = "" if self.variable == PART else self.variable and variable_name(self.variable)
        code = self.code
        if code is None:
            return Place("", 0, "", variable)
        if variable is None:
            variable = _stored(code, self.offset)
        line = lines_of(code)[self.offset >> 1]
        return Place(code.co_filename, line, code.co_name, variable)


PART = "?"  # in place of a variable


def nameless(origin: Origin | None) -> Origin | None:
    """The same for a part of what was made there, which is not called as the whole is."""
    if origin is None:
        return None
    part = Origin(origin.code, origin.offset, origin.primal, origin.numpy, PART)
    part.whole = origin.whole or origin
    return part


def of_rules(origin: Origin | None, numpy: bool) -> Origin | None:
    """The same place, where NumPy's rules hold or Python's."""
    if origin is None or origin.numpy is numpy:
        return origin
    return Origin(origin.code, origin.offset, origin.primal, numpy, origin.variable)


def by_numpy(origin: Origin | None) -> bool:
    """Whether NumPy's rules hold for what was made there."""
    return origin is not None and origin.numpy


def _by_identity(make: Callable[[CodeType], _T]) -> Callable[[CodeType], _T]:
    """What is made of code objects, kept of the last few thousand; a hash of one reads all of it,
    and it is asked for each Node."""
    known: dict[int, tuple[CodeType, _T]] = {}

    def made(code: CodeType) -> _T:
        found = known.get(id(code))
        if found is None:
            if len(known) >= _MOST:
                known.clear()
            found = known[id(code)] = code, make(code)  # which keeps it, and so its id, alive
        return found[1]

    return made


@_by_identity
def lines_of(code: CodeType) -> list[int]:
    """The line of each instruction, by half its offset."""
    return [position[0] or code.co_firstlineno for position in code.co_positions()]


@_by_identity
def _instructions(code: CodeType) -> list[Instruction]:
    import dis

    return list(dis.get_instructions(code))


def _stored(code: CodeType, offset: int) -> str | None:
    """The variable that the next instruction stores to: of Nodes that are built outside a trace."""
    found = _instructions(code)
    after = bisect.bisect_right(found, offset, key=attrgetter("offset"))
    following = found[min(after, len(found) - 1)]  # the last of all returns
    stores = following.opname in ("STORE_FAST", "STORE_NAME", "STORE_DEREF")
    return following.argval if stores else None


class State(threading.local):
    """Per thread: the origin that new Nodes get while a pass runs, instead of the caller's line;
    and the session in which a function is being traced."""

    origin: Origin | None = None
    transforming: bool = False  # no line of the user's is being run
    session: Any = None  # a `lazyad.tracing.control.branches.Session`
    whole: bool = False  # an array is one Node, and not its numbers
    pointwise: bool = False  # a traced value stands for an array of points, and has no elements
    numpy: bool | None = None  # whose rules hold for new Nodes; None: those of their arguments
    replaced: Any = None  # the Node of a graph whose place what a pass sees is to take
    rewrites: list[Any] | None = None  # where somebody follows them: what each put for which Node


state = State()

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep
_foreign: dict[str, bool] = {}  # by file


def is_foreign(frame: FrameType) -> bool:
    """Whether a frame runs no code of the user's, but this package's or that of a library which is
    not traced into."""
    file = frame.f_code.co_filename
    if file in _foreign:
        return _foreign[file]
    module = frame.f_globals.get("__name__")
    # Many functions may share a name that is made up; not those that import modules.
    made_up = file.startswith("<") and not file.startswith("<frozen ")
    found = not (is_traced(module) or (made_up and str(module).startswith("lazyad")))
    if not made_up:
        _foreign[file] = found
    return found


def is_ours(frame: FrameType) -> bool:
    """Whether a line of this package runs there."""
    return frame.f_code.co_filename.startswith(_PACKAGE)


def trail(error: BaseException) -> list[tuple[FrameType, int]]:
    """The frames that an exception came through and where each was, the innermost last."""
    found = []
    traceback = error.__traceback__
    while traceback is not None:
        found.append((traceback.tb_frame, traceback.tb_lasti))
        traceback = traceback.tb_next
    return found


def is_of_users(error: BaseException) -> bool:
    """Whether the exception came through a line of the user's, after the one that asks."""
    return not all(is_foreign(frame) for frame, _ in trail(error)[1:])


def forget_files() -> None:
    """Ask anew whose each file is: users may have changed `lazyad.libraries`."""
    _foreign.clear()


def here(
    numpy: bool = False, look: Callable[[FrameType], None] | None = None, inner: int = 1
) -> Origin | None:
    """The innermost line of the user's; `look` is shown its frame. So many frames are none."""
    frame: FrameType | None = sys._getframe(inner)
    while frame is not None:
        found = _foreign.get(frame.f_code.co_filename)
        if not (is_foreign(frame) if found is None else found):
            if look is not None:
                look(frame)
            return Origin(frame.f_code, frame.f_lasti, None, numpy, look and "")
        frame = frame.f_back
    return None


@contextmanager
def _meanwhile(**said: Any) -> Iterator[State]:
    before = {name: getattr(state, name) for name in said}
    vars(state).update(said)
    try:
        yield state
    finally:
        vars(state).update(before)


def rules(numpy: bool) -> AbstractContextManager[State]:
    """Let NumPy's rules hold for the Nodes that are made meanwhile, or Python's, whatever their
    arguments are."""
    return _meanwhile(numpy=numpy)


def at_line(origin: Origin | None) -> AbstractContextManager[State]:
    """Let Nodes that are made meanwhile be of that line."""
    return _meanwhile(origin=origin)


def kept(points: bool, whole: bool) -> AbstractContextManager[State]:
    """Say whether traced values stand for arrays of points, as in the numpy target, and whether
    arrays are kept whole."""
    return _meanwhile(pointwise=points, whole=whole)


def origins() -> AbstractContextManager[State]:
    """Let a transform say which origin new Nodes get: `with origins() as now: now.origin = ...`."""
    return _meanwhile(
        origin=state.origin, transforming=True, session=None, numpy=None, replaced=None
    )


def rewrites() -> AbstractContextManager[State]:
    """Keep what each rewriting of a graph puts for which Node: `with rewrites() as now`."""
    return _meanwhile(rewrites=[])


def blame(error: BaseException, place: Place) -> None:
    """Add a line of the user's to an exception, once."""
    note = f"from {place} in {place.function}: {place.text}"
    if note not in getattr(error, "__notes__", ()):
        error.add_note(note)


def describe(origin: Origin | None) -> str:
    """`file.py:12 in f: the line`, for the second part of an error."""
    if origin is None or origin.code is None:
        return "outside any Python file"
    place = origin.place
    return f"{place} in {place.function}" + (f": {place.text}" if place.text else "")
