"""Where Nodes come from: lines of the user's code, and whose turn it is to be blamed.

In: a frame of the user's program. Out: the `Origin` of a Node made there, and in the end a `Place`
to name in errors, notes and comments. A room of its own because nothing here knows what a Node is.
"""

from __future__ import annotations

import bisect
import dis
import linecache
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import CodeType, FrameType
from typing import Any, NamedTuple

from lazyad.values.libraries import is_traced


class Place(NamedTuple):
    """A line of the user's code: what errors, notes and comments in emitted source name."""

    file: str
    line: int
    function: str
    variable: str | None  # the name the line gives the result, where that can be known

    @property
    def text(self) -> str:
        """The source of the line; empty where it cannot be read."""
        return linecache.getline(self.file, self.line).strip()

    def __str__(self) -> str:
        return f"{os.path.basename(self.file)}:{self.line}"


class Origin:
    """Where a Node was made, and by whose rules it is computed. A tangent's origin points to its
    primal's, so that names can pair.

    `numpy` says that 1/0 is inf there, as for NumPy's numbers, and no exception, as for Python's.
    `code` is None where no line is known: of arguments, and of what was loaded.
    Two references while tracing; read into a `Place` only when somebody asks.
    """

    __slots__ = ("code", "numpy", "offset", "primal")

    def __init__(
        self,
        code: CodeType | Place | None,
        offset: int,
        primal: Origin | None = None,
        numpy: bool = False,
    ) -> None:
        self.code = code
        self.offset = offset
        self.primal = primal
        self.numpy = numpy

    @property
    def place(self) -> Place:
        if self.code is None:
            return Place("", 0, "", None)
        return self.code if isinstance(self.code, Place) else _locate(self.code, self.offset)


def by_numpy(origin: Origin | None) -> bool:
    """Whether NumPy's rules hold for what was made there."""
    return origin is not None and origin.numpy


@lru_cache(maxsize=4096)
def _instructions(code: CodeType) -> tuple[list[int], list[tuple[int, str | None]]]:
    """Offsets, and for each its line and the variable that the next instruction stores to."""
    offsets: list[int] = []
    lines: list[int] = []
    stored: list[str | None] = []
    for instruction in dis.get_instructions(code):
        positions = instruction.positions
        offsets.append(instruction.offset)
        lines.append((positions and positions.lineno) or code.co_firstlineno)
        stores = instruction.opname in ("STORE_FAST", "STORE_NAME", "STORE_DEREF")
        stored.append(instruction.argval if stores else None)
    return offsets, list(zip(lines, [*stored[1:], None], strict=True))


def unpacked(code: CodeType) -> dict[str, list[Origin]]:
    """For each local variable that one statement takes apart, as in `a, b = x`, where its parts are
    named."""
    found: dict[str, list[Origin]] = {}
    instructions = list(dis.get_instructions(code))
    for at, instruction in enumerate(instructions):
        if instruction.opname != "UNPACK_SEQUENCE" or instructions[at - 1].opname != "LOAD_FAST":
            continue
        names: list[str] = []
        for store in instructions[at + 1 :]:
            if not store.opname.startswith("STORE_FAST") or len(names) >= instruction.argval:
                break
            names += store.argval if isinstance(store.argval, tuple) else [store.argval]
        if len(names) == instruction.argval:
            line = (instruction.positions and instruction.positions.lineno) or 0
            places = [Place(code.co_filename, line, code.co_name, name) for name in names]
            found[instructions[at - 1].argval] = [Origin(place, 0) for place in places]
    return found


def _locate(code: CodeType, offset: int) -> Place:
    offsets, found = _instructions(code)
    # A frame that waits for a call points into the call's inline cache, behind its offset.
    line, variable = found[bisect.bisect_right(offsets, offset) - 1]
    return Place(code.co_filename, line, code.co_name, variable)


class State(threading.local):
    """Per thread: the origin that new Nodes get while a pass runs, instead of the caller's line;
    and the session in which a function is being traced."""

    origin: Origin | None = None
    transforming: bool = False  # no line of the user's is being run
    session: Any = None  # a `lazyad.tracing.branches.Session`
    pointwise: bool = False  # a traced value stands for an array of points, and has no elements
    numpy: bool | None = None  # whose rules hold for new Nodes; None: those of their arguments


state = State()

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep
_foreign: dict[str, bool] = {}  # by file


def is_foreign(frame: FrameType) -> bool:
    """Whether a frame runs no code of the user's, but this package's or that of a library which is
    not traced into."""
    file = frame.f_code.co_filename
    found = _foreign.get(file)
    if found is None:
        module = frame.f_globals.get("__name__")
        made_up = file.startswith("<")  # many functions may share that name
        found = not (is_traced(module) or (made_up and str(module).startswith("lazyad")))
        if not made_up:
            _foreign[file] = found
    return found


def is_ours(frame: FrameType) -> bool:
    """Whether a line of this package runs there."""
    return frame.f_code.co_filename.startswith(_PACKAGE)


def is_library(frame: FrameType) -> bool:
    """Whether a frame runs a library's code that is not traced into."""
    return is_foreign(frame) and not is_ours(frame)


def forget_files() -> None:
    """Ask anew whose each file is: users may have changed `lazyad.libraries`."""
    _foreign.clear()


def here(numpy: bool = False) -> Origin | None:
    """The innermost line of the user's."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        found = _foreign.get(frame.f_code.co_filename)
        if not (is_foreign(frame) if found is None else found):
            return Origin(frame.f_code, frame.f_lasti, None, numpy)
        frame = frame.f_back
    return None


@contextmanager
def rules(numpy: bool) -> Iterator[None]:
    """Let NumPy's rules hold for the Nodes that are made meanwhile, or Python's, whatever their
    arguments are."""
    before, state.numpy = state.numpy, numpy
    try:
        yield
    finally:
        state.numpy = before


@contextmanager
def pointwise(points: bool) -> Iterator[None]:
    """Say whether traced values stand for arrays of points, as in the numpy target."""
    before, state.pointwise = state.pointwise, points
    try:
        yield
    finally:
        state.pointwise = before


@contextmanager
def origins() -> Iterator[State]:
    """Let a transform say which origin new Nodes get: `with origins() as now: now.origin = ...`."""
    before = vars(state).copy()
    state.transforming, state.session, state.numpy = True, None, None
    try:
        yield state
    finally:
        vars(state).clear()
        vars(state).update(before)


def blame(error: BaseException, place: Place) -> None:
    """Add a line of the user's to an exception."""
    error.add_note(f"from {place} in {place.function}: {place.text}")


def describe(origin: Origin | None) -> str:
    """`file.py:12 in f: the line`, for the second part of an error."""
    if origin is None or origin.code is None:
        return "outside any Python file"
    place = origin.place
    return f"{place} in {place.function}" + (f": {place.text}" if place.text else "")
