"""How Python calls machine code: objects taken apart into a row of floats, results put together.

In: the structure of a function's arguments and of its result. Out: IR of a function as CPython
calls them, and of what every module of ours needs. A room of its own because it alone knows who
computes where the machine does not.

A call whose arguments are not as they were when the function was compiled, that meets a number that
is not finite, or after which the processor's flags say that one was made, is Python's function's:
so every exception and every special case is its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from lazyad.graph import CONST, ZERO_OP
from lazyad.native.expressions import LIBM
from lazyad.native.numbers import constant
from lazyad.native.programs import DONE, GIVES_UP, RAISED
from lazyad.native.runtime import (
    ATTRIBUTES,
    COMMON,
    DECLARED,
    KNOWN,
    LIST,
    OBJECTS,
    TUPLE,
    WORD,
    field,
    item,
)
from lazyad.values.structure import Elements, Static, leaves, parts

# Whether a long loop is to end; meanwhile other threads may have Python's lock, as they may while
# Python's own loop runs.
_INTERRUPTED = f"""
define internal i32 @interrupted() {{
  %flags = call i1 @flagged()
  br i1 %flags, label %wrong, label %ask
wrong:
  ret i32 {GIVES_UP}
ask:
  %on = call i1 @lazyad_rest()
  %r = select i1 %on, i32 {DONE}, i32 {RAISED}
  ret i32 %r
}}
"""


def is_plain(structure: Any, result: bool = False) -> bool:
    """Whether a call reads that by itself: numbers, lists, tuples and arrays; of a result, no array
    and no text."""
    kind = type(structure)
    if kind is Elements or kind is Static:
        return not result and kind is Elements and bool(structure.items)
    if kind in (list, tuple):
        return all(is_plain(part, result) for part in structure)
    return parts(structure) is None  # a Run has no place for its numbers


def python_call(count: int) -> str:
    """IR that calls a function of Python's, by its number, with that many floats; nan where it
    raises, which nobody hears of: the call is repeated in Python."""
    names = [f"%x{at}" for at in range(count)]
    given = "".join([f", double {x}" for x in names])
    lines = [f"define internal double @python{count}(i64 %which{given}) {{"]
    lines.append(f"  %given = alloca ptr, i64 {count + 1}")
    for at, name in enumerate(names):
        lines.append(f"  %o{at} = call ptr @PyFloat_FromDouble(double {name})")
        lines.append(f"  %p{at} = getelementptr ptr, ptr %given, i64 {at}")
        lines.append(f"  store ptr %o{at}, ptr %p{at}")
    lines += [
        f"  {item('%f', '@functions', '%which')}",
        f"  %r = call ptr @PyObject_Vectorcall(ptr %f, ptr %given, i64 {count}, ptr null)",
    ]
    lines += [f"  call void @Py_DecRef(ptr %o{at})" for at in range(count)]
    lines += [
        "  %none = icmp eq ptr %r, null",
        "  br i1 %none, label %raised, label %came",
        "came:",
        "  %v = call double @PyFloat_AsDouble(ptr %r)",
        "  call void @Py_DecRef(ptr %r)",
        "  %e = call ptr @PyErr_Occurred()",
        "  %fine = icmp eq ptr %e, null",
        "  br i1 %fine, label %give, label %raised",
        "give:",
        "  ret double %v",
        "raised:",
        "  call void @PyErr_Clear()",
        "  ret double 0x7FF8000000000000",
        "}",
    ]
    return "\n".join(lines)


_HANDED = """  {otherwise}
  %r = call ptr @PyObject_Vectorcall(ptr %otherwise, ptr %args, i64 %nargs, ptr {names})
  ret ptr %r"""
_GIVES_UP = {
    "call": _HANDED.format(
        otherwise=item("%otherwise", "@objects", OBJECTS.index("otherwise")), names="null"
    ),
    "try": f"""  {item("%no", "@objects", OBJECTS.index("NotImplemented"))}
  call void @Py_IncRef(ptr %no)
  ret ptr %no""",
    "door": _HANDED.format(
        otherwise=field("%otherwise", "ptr", "%self", TUPLE + 8), names="%names"
    ),
}
# What is asked first: of a door, whether all is as it was, and no argument has a name.
_ASKED = {"door": """  %unnamed = icmp eq ptr %names, null
  br i1 %unnamed, label %look_around, label %python, !prof !1
look_around:
  %same = call i1 @lazyad_unchanged(ptr %self)
  br i1 %same, label %count, label %python, !prof !1
count:
  %run = load ptr, ptr @inner"""}


def _is_fixed(node: Any) -> bool:
    """Whether a result is always the same float."""
    return node.op in (CONST, ZERO_OP) and type(node.payload) in (float, type(None))


def entry(
    way: str, kinds: Sequence[str], loops: bool, arguments: Sequence[Any], outputs: Any
) -> tuple[str, list[float]]:
    """IR of `@run.call`, `@run.try` or `@run.door`, functions as CPython calls them: where
    it is not for the machine, one calls Python's function, one returns NotImplemented, and a door
    hands all to what its tuple has: (what it keeps alive, what it hands all to, what it asks
    first or True, and guards: a dict, a key and its value; ... where
    it has none; a cell, True and what it holds; a function, False and its code; a list, None and
    a tuple of its items). And the floats that the table
    `@constants` is to hold."""
    made = Entry(way)
    made.arguments(arguments)
    inner = made.lines
    made.lines = []
    result = made.give(outputs, kinds)
    count, many = len(leaves([*arguments])), len(kinds)
    stack = count + many <= 4096
    size = f"{8 * (count + many + 2)}"
    row = f"alloca double, i64 {count + many + 2}" if stack else f"call ptr @malloc(i64 {size})"
    free = "" if stack else "\n  call void @free(ptr %in)"
    named, run = (", ptr %names", "%run") if way == "door" else ("", "@run")
    clear = "  call void @clear_flags()" if loops else ""
    text = "\n".join(
        [
            *made.constants,
            f"define ptr @run.{way}(ptr %self, ptr %args, i64 %nargs{named}) #0 {{",
            *([_ASKED[way]] if way in _ASKED else []),
            f"  %in = {row}",
            f"  %out = getelementptr double, ptr %in, i64 {count}",
            f"  %counted = icmp eq i64 %nargs, {len(arguments)}",
            "  br i1 %counted, label %read, label %python, !prof !1",
            "read:",
            *inner,
            "  br label %ready",
            "ready:",
            clear,
            f"  %status = call i32 @tried(ptr {run}, ptr %in, ptr %out)",
            f"  switch i32 %status, label %python [ i32 {DONE}, label %give",
            f"    i32 {RAISED}, label %gone ]",
            "give:",
            *made.held(),
            *made.lines,
            f"{free}\n  ret ptr {result}",
            "gone:",
            f"{free}\n  ret ptr null",
            "python:",
            free,
            _GIVES_UP[way],
            "}",
        ]
    )
    return text, [*made.fixed.values()]


class Entry:
    """Lines that take arguments apart and put the result together."""

    shallow: ClassVar[int] = 64  # items that are taken apart one by one

    def __init__(self, way: str) -> None:
        self.way = way
        self.fixed: dict[str, float] = {}  # results that are always the same
        self.returned: Counter[str] = Counter()  # and how often each is returned
        self.lines: list[str] = []
        self.constants: list[str] = []
        self.count = 0
        self.at = 0  # the number that is read or given next

    def new(self, text: str) -> str:
        self.count += 1
        self.lines.append(f"  %e{self.count} = {text}")
        return f"%e{self.count}"

    def must(self, condition: str, otherwise: str = "python") -> None:
        """Go on where that holds."""
        self.count += 1
        ways = f"label %l{self.count}, label %{otherwise}, !prof !1"
        self.lines += [f"  br i1 {condition}, {ways}", f"l{self.count}:"]

    # -- arguments

    def arguments(self, arguments: Sequence[Any]) -> None:
        self.items("%args", arguments)

    def items(self, row: str, structures: Sequence[Any]) -> None:
        plain = all(parts(one) is None for one in structures)
        if plain and len(structures) > self.shallow:
            to = self.place(len(structures))
            ok = self.new(f"call i1 @lazyad_read_items(ptr {row}, i64 {len(structures)}, ptr {to})")
            self.must(ok)
            return
        for at, one in enumerate(structures):
            place = self.new(f"getelementptr ptr, ptr {row}, i64 {at}")
            self.argument(self.new(f"load ptr, ptr {place}"), one)

    def argument(self, value: str, structure: Any) -> None:
        kind = type(structure)
        if kind is Elements:
            self.array(value, structure)
        elif kind in (list, tuple):
            which = KNOWN.index(kind.__name__)
            size = len(structure)
            items = self.new(f"call ptr @lazyad_items_of(ptr {value}, i64 {size}, i64 {which})")
            self.must(self.new(f"icmp ne ptr {items}, null"))
            self.items(items, structure)
        else:
            self.read(value)

    def read(self, value: str) -> None:
        self.must(self.new(f"call i1 @read_float(ptr {value}, ptr {self.place()})"))

    def array(self, value: str, structure: Elements) -> None:
        shape = structure.shape
        self.count += 1
        name = f"@{self.way}.shape{self.count}"
        given = ", ".join([f"i64 {size}" for size in shape])
        self.constants.append(f"{name} = private constant [{len(shape)} x i64] [{given}]")
        size = len(structure.items)
        to = self.place(size)
        words = f"ptr {value}, ptr {name}, i32 {len(shape)}, i64 {size}, ptr {to}"
        self.must(self.new(f"call i1 @lazyad_read_array({words})"))

    def place(self, size: int = 1) -> str:
        """That of the next numbers, which are so many."""
        self.at += size
        return self.new(f"getelementptr double, ptr %in, i64 {self.at - size}")

    # -- results

    def give(self, outputs: Any, kinds: Sequence[str]) -> str:
        self.at, self.kinds, self.times = 0, kinds, Counter(leaves(outputs))
        self.made: dict[Any, str] = {}  # what some number is
        return self.result(outputs)

    def number(self, structure: Any) -> str:
        self.at += 1
        if _is_fixed(structure):
            value = 0.0 if structure.payload is None else structure.payload
            self.fixed[constant(value)] = value
            self.returned[constant(value)] += 1
            return f"%k{constant(value)}"
        place = self.new(f"getelementptr double, ptr %out, i64 {self.at - 1}")
        value = self.new(f"load double, ptr {place}")
        if structure in self.made:  # it is returned twice
            self.lines.append(f"  call void @hold(ptr {self.made[structure]}, {WORD} 1)")
            return self.made[structure]
        if self.kinds[self.at - 1] == "b":
            return self.new(f"call ptr @lazyad_give_truth(double {value})")
        made = self.new(f"call ptr @PyFloat_FromDouble(double {value})")
        self.exists(made)
        self.made[structure] = made
        return made

    def result(self, structure: Any) -> str:
        if type(structure) not in (list, tuple):
            return self.number(structure)
        word = "List" if type(structure) is list else "Tuple"
        made = self.new(f"call ptr @Py{word}_New(i64 {len(structure)})")
        self.exists(made)
        if word == "List":
            place = self.new(f"getelementptr i8, ptr {made}, i64 {LIST}")
            row = self.new(f"load ptr, ptr {place}")
        else:
            row = self.new(f"getelementptr i8, ptr {made}, i64 {TUPLE}")
        size = len(structure)
        floats = all(parts(one) is None for one in structure)
        alone = not any(_is_fixed(one) or self.times[one] > 1 for one in structure if floats)
        floats = floats and (size > self.shallow or alone)
        if floats and size and set(self.kinds[self.at : self.at + size]) == {"f"}:
            source = self.new(f"getelementptr double, ptr %out, i64 {self.at}")
            self.at += size
            given = f"ptr {row}, i64 {size}, ptr {source}"
            self.must(self.new(f"call i1 @lazyad_give_items({given})"), "gone")
            return made
        for at, one in enumerate(structure):
            item = self.result(one)
            place = self.new(f"getelementptr ptr, ptr {row}, i64 {at}")
            self.lines.append(f"  store ptr {item}, ptr {place}")
        return made

    def held(self) -> Iterator[str]:
        """Lines that find the results that are always the same, and hold them for the caller."""
        for at, key in enumerate(self.fixed):
            yield f"  {item(f'%k{key}', '@constants', at)}"
            yield f"  call void @hold(ptr %k{key}, {WORD} {self.returned[key]})"

    def exists(self, made: str) -> None:
        """Go on unless there is no memory left; what was made so far is lost with it."""
        self.must(self.new(f"icmp ne ptr {made}, null"), "gone")


_GOES_ON = f"""
define internal i32 @interrupted() {{
  %flags = call i1 @flagged()
  %r = select i1 %flags, i32 {GIVES_UP}, i32 {DONE}
  ret i32 %r
}}
"""


def declarations(
    functions: int, calls: Sequence[int], constants: int = 0, python: bool = True
) -> str:
    """What stands around the functions of a module: `calls` are the numbers of arguments that
    Python's functions are called with; without `python`, nothing of it is asked."""
    libm = [
        f"declare double @libm_{name}({', '.join(['double'] * count)}) #1"
        for name, count in LIBM.items()
    ]
    return "\n".join(
        [
            f"@objects = global [{len(OBJECTS)} x ptr] zeroinitializer",
            f"@functions = global [{max(1, functions)} x ptr] zeroinitializer",
            f"@constants = global [{max(1, constants)} x ptr] zeroinitializer",
            *libm,
            "declare void @libm_sincos(double, ptr, ptr) #3",
            *(COMMON, *DECLARED),
            _INTERRUPTED if python else _GOES_ON,
            *[python_call(count) for count in sorted(set(calls))],
            ATTRIBUTES,
        ]
    )
