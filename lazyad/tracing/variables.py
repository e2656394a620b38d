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
from lazyad.values.structure import field_names, is_record

LOOKS = 1_000  # at most: nobody reads a program that is longer
SMALL, DEEP = 100, 3  # as many parts of a container get names, and containers in containers
CONTAINERS = {tuple, list, dict}  # and NumPy's arrays, where NumPy is in use
# Who calls these may hold the very dict that is brought up to date where one looks at the frame.
_LOOKING = {"locals", "vars", "dir", "eval", "exec"}
_FUNCTION, _REST, _KEYWORDS = 1, 4, 8  # flags of code objects


class _Code(NamedTuple):
    """What there is to know of a frame's code."""

    code: CodeType | None  # kept alive, so that its id is its own
    hidden: bool  # nobody is to look at what its variables hold
    lines: list[int]
    parameters: frozenset[str]


_NO_CODE = _Code(None, True, [], frozenset())
_Seen = tuple[FrameType, _Code, dict[str, Any]]  # a frame, and what it held at the last look


class Variables:
    """What variables held while a function was traced, in the order in which they came to hold it;
    arguments of functions that it calls come last."""

    def __init__(self) -> None:
        self._bound: list[tuple[str, Any]] = []
        self._given: list[tuple[str, Any]] = []
        self._taken: defaultdict[str, dict[int, Any]] = defaultdict(dict)  # by the main function
        self._codes: dict[int, _Code] = {}
        self._frames: dict[int, _Seen] = {}
        self._main: dict[str, Any] = {}
        self._last: FrameType | None = None
        self._offset = self._line = 0
        self._lines: list[int] = []
        self._looks = LOOKS

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Look at the frames of what runs meanwhile, also when it is over; then let go of them."""
        base = sys._getframe(2)
        self._frames[id(base)] = base, _NO_CODE, {}
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
        if not self._looks:
            return
        offset = frame.f_lasti
        if frame is self._last and offset > self._offset:
            if self._lines[offset >> 1] == self._line:
                return
        self._looks -= 1
        seen = self._frames.get(id(frame))
        if seen is None:
            seen = self._entered(frame)
        else:
            self._read(seen)
        self._last, self._offset, self._lines = frame, offset, seen[1].lines
        self._line = self._lines[offset >> 1]

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
            code = self._codes.get(id(one.f_code))
            if code is None:
                code = self._codes[id(one.f_code)] = _known(one.f_code)
            seen: _Seen = one, code, {}
            if len(self._frames) == 1:
                self._main = seen[2]
            self._frames[id(one)] = seen
            self._read(seen, code.parameters)
        return seen

    def _read(self, seen: _Seen, parameters: frozenset[str] = frozenset()) -> None:
        frame, code, held = seen
        if code.hidden:
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
                if held is self._main:
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
                if type(value) is not Traced:
                    _call_parts(name, value, made, DEEP)


def _known(code: CodeType) -> _Code:
    count = code.co_argcount + code.co_kwonlyargcount
    count += bool(code.co_flags & _REST) + bool(code.co_flags & _KEYWORDS)
    hidden = not _LOOKING.isdisjoint(code.co_names)
    return _Code(code, hidden, lines_of(code), frozenset(code.co_varnames[:count]))


def _call(node: Node, path: str) -> None:
    origin = node.origin or Origin(None, 0)
    if not origin.variable:
        named = Origin(origin.code, origin.offset, origin.primal, origin.numpy, path)
        Node.origin.__set__(node, named)  # type: ignore[attr-defined]


def _call_parts(path: str, value: Any, made: Mapping[int, Node], depth: int) -> None:
    """What is in a small container is called by the way to it: p[0], p.mass."""
    if is_record(value):
        names = field_names(type(value)) or ()
        found = [(f".{name}", getattr(value, name, None)) for name in names]
    elif not 0 < len(value) <= SMALL:
        return
    elif type(value) is dict:
        found = [(f"[{key!r}]", part) for key, part in value.items()]
    else:  # the rows of an array are lists
        rows = value if type(value) in (tuple, list) else value.tolist()
        found = [(f"[{at}]", part) for at, part in enumerate(rows)]
    for step, part in found:
        if type(part) is Traced:
            if id(part) in made:
                _call(part, path + step)
        elif depth and (type(part) in CONTAINERS or is_record(part)):
            _call_parts(path + step, part, made, depth - 1)
