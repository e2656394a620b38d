"""What the user calls traced values: the variables that hold them, read while the function runs.

In: the user's frames, at each line that makes a Node. Out: the name of every Node that a variable
held, or a container in one. A room of its own because it alone looks into frames: the bytecode
does not tell what `dx, dy = p - q` takes apart, nor which element of an array is which.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import compress
from operator import is_not
from types import CodeType, FrameType
from typing import Any

from lazyad.complexes import is_complex, parts
from lazyad.graph import INPUT, Node, set_origin
from lazyad.tracing.floats import Traced
from lazyad.tracing.unknown import Perhaps
from lazyad.values.origin import Origin, is_foreign, lines_of
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import is_record

LOOKS = 1_000  # at most, and fewer at large containers: nobody reads a program that is longer
SMALL, DEEP = 100, 3  # as many parts of a container get names, and containers in containers
CONTAINERS: set[type] = {tuple, list, dict}  # and NumPy's arrays, where NumPy is in use
HOLDERS: set[type] = set()  # of those that hold a Node, as a whole array does
# Who calls these may hold the very dict that is brought up to date where one looks at the frame.
LOOKING = {"locals", "vars", "dir", "eval", "exec"}
_FUNCTION, _REST, _KEYWORDS, _GENERATOR = 1, 4, 8, 32  # flags of code objects
# CPython crashes where the variables of a generator that is over are read (its issue 125723).
_CRASHES = (3, 13) <= sys.version_info < (3, 13, 6)


class _Code(NamedTuple):
    """What there is to know of a frame's code."""

    code: CodeType | None  # kept alive, so that its id is its own
    hidden: bool  # nobody is to look at what its variables hold
    lines: list[int]
    parameters: frozenset[str]


_NO_CODE = _Code(None, True, [], frozenset())
_Seen = tuple[FrameType, _Code, dict[str, Any]]  # a frame, and what it held at the last look
_Bound = tuple[str, Any, dict[str, Any]]  # a variable, what it came to hold, and the frame's dict


class Variables:
    """What variables held while a function was traced, in the order in which they came to hold it;
    arguments of functions that it calls come last."""

    def __init__(self) -> None:
        self._bound: list[_Bound] = []
        self._given: list[_Bound] = []
        self._codes: dict[int, _Code] = {}
        self._frames: dict[int, _Seen] = {}
        self._main: list[dict[str, Any]] = []  # what the traced function itself held, on each way
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
            for *_, held in self._frames.values():
                held.clear()
            self._last = None
            self._frames.clear()

    def look(self, frame: FrameType) -> None:
        """Read the variables of a frame that makes a Node, if its line is another one than at the
        last look, or comes again."""
        if self._looks <= 0:
            return
        offset = frame.f_lasti
        same = frame is self._last and offset > self._offset
        if same and self._lines[offset >> 1] == self._line:
            return
        self._looks -= 1
        if self._last is not None and frame is not self._last:
            self._read(self._frames[id(self._last)])  # it may be over, and its variables with it
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
                self._main.append(seen[2])
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
        changed = map(is_not, map(held.get, scope), scope.values())
        for name, value in compress(scope.items(), changed):
            if name[0] == ".":  # ours, and a comprehension's
                continue
            held[name] = value
            node = value._node if type(value) in HOLDERS else value
            kind = type(node)
            if kind is Traced or kind in CONTAINERS or is_record(value):
                self._looks -= 0 if kind is Traced else _size(value) // 8
                (self._given if name in parameters else self._bound).append((name, node, held))

    def name(self, made: Mapping[int, Node]) -> None:
        """Let the Nodes that the trace made know their variables: those that held nothing else
        first, then the containers they are in, then variables that held one after the other."""
        main = {id(held) for held in self._main}
        of_main = [one for one in self._bound if id(one[2]) in main]
        taken = [one for one in of_main if type(one[1]) is Traced and one[1].op is INPUT]
        for name, value in _scalars(taken)[0]:
            _call(value, name)  # an element of an argument; a loop takes all of them
        for bound in (self._bound, self._given):
            once, several = _scalars(bound)
            containers = [
                (name, part) for name, part, _ in _first(bound) if type(part) is not Traced
            ]
            for name, value in (*once, *containers, *several):
                _call_all(name, value, made, DEEP)


def _first(bound: Sequence[_Bound]) -> Sequence[_Bound]:
    """For each value, the first variable that held it."""
    return [*{id(one[1]): one for one in reversed(bound)}.values()][::-1]


def _scalars(bound: Sequence[_Bound]) -> tuple[list[tuple[str, Any]], list[tuple[str, Any]]]:
    """The first variable of each number, where it held no other, and where it did."""
    numbers = [one for one in bound if type(one[1]) is Traced]
    count = Counter((name, id(held)) for name, _, held in numbers)
    found: tuple[list[tuple[str, Any]], list[tuple[str, Any]]] = [], []
    for name, value, held in _first(numbers):
        found[count[name, id(held)] > 1].append((name, value))
    return found


def _known(code: CodeType) -> _Code:
    count = code.co_argcount + code.co_kwonlyargcount
    count += bool(code.co_flags & _REST) + bool(code.co_flags & _KEYWORDS)
    hidden = not LOOKING.isdisjoint(code.co_names)
    hidden = hidden or (_CRASHES and bool(code.co_flags & _GENERATOR))
    return _Code(code, hidden, lines_of(code), frozenset(code.co_varnames[:count]))


def _call(node: Node, path: str) -> None:
    origin = node.origin or Origin(None, 0)
    if not origin.variable:
        named = Origin(origin.code, origin.offset, origin.primal, origin.numpy, path)
        set_origin(node, named)


def _call_all(path: str, value: Any, made: Mapping[int, Node], depth: int) -> None:
    """What is in a small container is called by the way to it: p[0], p.mass."""
    if type(value) is Perhaps:
        value = value.item
    if type(value) is Traced:
        if id(value) in made:
            _call(value, path)
    elif depth and (type(value) in CONTAINERS or is_record(value)):
        for step, part in _parts(value):
            _call_all(path + step, part, made, depth - 1)


def _size(container: Any) -> int:
    if is_record(container):
        return 1
    return getattr(container, "size", None) or len(container)


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        yield from ((f".{name}", part) for name, part in zip(value._fields, value, strict=False))
    elif is_complex(value):
        yield from zip((".real", ".imag"), parts(value), strict=True)
    elif type(value) not in CONTAINERS:  # a dataclass; its properties are not asked
        yield from ((f".{name}", part) for name, part in getattr(value, "__dict__", {}).items())
    elif type(value) is dict:
        yield from ((f"[{key!r}]", part) for key, part in [*value.items()][:SMALL])
    elif 0 < _size(value) <= SMALL and getattr(value, "shape", None) != ():
        rows = value if type(value) in (tuple, list) else value.tolist()  # those of an array, lists
        yield from ((f"[{at}]", part) for at, part in enumerate(rows))
