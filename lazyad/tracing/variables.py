"""What the user calls traced values: the variables that hold them, read while the function runs.

In: the user's frames, at each line that makes a Node. Out: the name of every Node that a variable
held, or a container in one. A room of its own because it alone looks into frames: the bytecode
does not tell what `dx, dy = p - q` takes apart, nor which element of an array is which.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any, NamedTuple

from lazyad.graph import INPUT, Node
from lazyad.tracing.floats import Traced
from lazyad.values.origin import Origin, is_foreign, lines_of
from lazyad.values.structure import is_record, leaf_paths, leaves, structure_of

LOOKED_AT = 10_000  # Nodes, at most: nobody reads a program that is longer
SMALL = 100  # as many parts of a container get names
CONTAINERS = {tuple, list, dict}  # and NumPy's arrays, where NumPy is in use
# Who calls these may hold the very dict that is brought up to date where one looks at the frame.
_LOOKING = {"locals", "vars", "dir", "eval", "exec"}
_FUNCTION, _REST, _KEYWORDS = 1, 4, 8  # flags of code objects


class _Seen(NamedTuple):
    """A frame of the user's, and what its variables held when it was looked at last."""

    frame: FrameType | None  # None where nobody is to look
    main: bool  # of the function that is traced, not of one that it calls
    lines: list[int]
    held: dict[str, Any]


class Variables:
    """What variables held while a function was traced, in the order in which they came to hold it;
    arguments of functions that it calls come last."""

    def __init__(self) -> None:
        self._bound: list[tuple[str, Any]] = []
        self._given: list[tuple[str, Any]] = []
        self._taken: defaultdict[str, dict[int, Any]] = defaultdict(dict)  # by the main function
        self._frames: dict[int, _Seen] = {}
        self._last: FrameType | None = None
        self._offset = self._line = 0
        self._lines: list[int] = []

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Look at the frames of what runs meanwhile, also when it is over; then let go of them."""
        self._frames[id(sys._getframe(2))] = _Seen(None, False, [], {})
        try:
            yield
            for seen in self._frames.values():
                self._read(seen)
        finally:
            self._last = None
            self._frames.clear()

    def look(self, frame: FrameType) -> None:
        """Read the variables of a frame that makes a Node, if its line is another one than at the
        last look, or comes again."""
        offset = frame.f_lasti
        if frame is self._last and offset > self._offset:
            if self._lines[offset >> 1] == self._line:
                return
        seen = self._frames.get(id(frame))
        if seen is None:
            seen = self._entered(frame)
        else:
            self._read(seen)
        self._last, self._offset, self._lines = frame, offset, seen.lines
        self._line = seen.lines[offset >> 1] if seen.lines else 0

    def _entered(self, frame: FrameType) -> _Seen:
        """A new frame, and those that called it: what these call the arguments comes first."""
        new: list[FrameType] = []
        caller: FrameType | None = frame
        while caller is not None and id(caller) not in self._frames:
            if not is_foreign(caller):
                new.append(caller)
            caller = caller.f_back
        if caller is not None:
            self._read(self._frames[id(caller)])
        for one in reversed(new):
            code = one.f_code
            hidden = not _LOOKING.isdisjoint(code.co_names)
            main = len(self._frames) == 1
            seen = _Seen(None if hidden else one, main, lines_of(code), {})
            self._frames[id(one)] = seen
            self._read(seen, _parameters(code))
        return self._frames[id(frame)]

    def _read(self, seen: _Seen, parameters: tuple[str, ...] = ()) -> None:
        frame, main, _, held = seen
        if frame is None:
            return
        scope = frame.f_locals
        if type(scope) is not dict and not frame.f_code.co_flags & _FUNCTION:
            return  # a mapping of the user's own
        for name, value in scope.items():
            if held.get(name) is value:
                continue
            held[name] = value
            kind = type(value)
            if kind is Traced or kind in CONTAINERS or is_record(value):
                (self._given if name in parameters else self._bound).append((name, value))
                if main:
                    self._taken[name][id(value)] = value

    def name(self, made: Mapping[int, Node]) -> None:
        """Let the Nodes that the trace made know their variables."""
        for name, held in self._taken.items():
            for value in held.values():
                if type(value) is Traced and value.op is INPUT and len(held) == 1:
                    _call(value, name)  # an element of an argument; a loop takes all of them
        for bound in (self._bound, self._given):
            for name, value in bound:
                if type(value) is Traced and id(value) in made:
                    _call(value, name)
            for name, value in bound:
                for path, part in _parts(name, value):
                    if type(part) is Traced and id(part) in made:
                        _call(part, path)


def _parameters(code: CodeType) -> tuple[str, ...]:
    count = code.co_argcount + code.co_kwonlyargcount
    count += bool(code.co_flags & _REST) + bool(code.co_flags & _KEYWORDS)
    return code.co_varnames[:count]


def _call(node: Node, path: str) -> None:
    origin = node.origin or Origin(None, 0)
    if not origin.variable:
        named = Origin(origin.code, origin.offset, origin.primal, origin.numpy, path)
        Node.origin.__set__(node, named)  # type: ignore[attr-defined]


def _parts(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """What is in a small container, each with the way to it."""
    kind = type(value)
    if kind is Traced or (kind in CONTAINERS and getattr(value, "size", len(value)) > SMALL):
        return
    try:
        structure = structure_of(value)
    except (AttributeError, RecursionError):  # it is not complete, or holds itself
        return
    yield from zip(leaf_paths(structure, name), leaves(structure), strict=True)
