"""C99: a file and its header, of the Python that is emitted.

In: the text of a module of functions of numbers. Out: the same in C, which needs libm alone. A room
of its own because a file of C is more than its functions.

As for machine code, the emitted Python is read again, and what is computed is the same to the last
bit. What raises in Python is what C makes of it: 1.0 / 0.0 is infinite. A `raise` of the user's is
what the function returns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lazyad.emit.layout import packed
from lazyad.export.c.libc import TEXT, c_name, number
from lazyad.export.c.reading import Read as Read
from lazyad.export.c.reading import Unsupported as Unsupported
from lazyad.export.c.writing import Program
from lazyad.values.rows import NamedTuple


class Function(NamedTuple):
    """One function to write."""

    name: str
    parameters: dict[str, list[str] | None]  # what the numbers of each are called; None of one
    size: int  # numbers that it returns
    doc: list[str]


def c_file(made: Read, functions: Sequence[Function], about: str, name: str) -> tuple[str, str]:
    """The text of the file and of its header, which is called so.

    Raises Unsupported for what only Python does.
    """
    program = Program(made)
    bodies, heads = [], []
    for one in functions:
        head, lines, raised = program.function(one.name, one.parameters, one.size)
        bodies += ["", head, *lines]
        ways = [f"{at} for {what}" for at, what in enumerate(raised, 1)]
        ways += ["-1 where an index is out of range"] * any("&status" in line for line in lines)
        status = "; ".join(["0", *ways])
        told = [*one.doc, f"Returns {status}."]
        heads += [*_comment(told), f"{head};", ""]
    own = [one for what in program.own for one in ["", *TEXT[what].split("\n")]]
    tables = []
    for table, row in made.tables.items():
        items = packed([number(one) for one in row], 4)
        tables += ["", f"static const double {c_name(table)}[] = {{", *items, "};"]
    carried = [f"{lines[0]};" for lines in program.carried.values()]  # which may call each other
    carried = ["", *carried] if len(carried) > 1 else []
    carried += [line for lines in program.carried.values() for line in ["", *lines]]
    told = [*about.split("\n"), ""]
    told += ["Needs libm alone. Made for IEEE doubles as they are: no -ffast-math, and"]
    told += ["-ffp-contract=off where a compiler does not follow C99 in that by itself."]
    if program.otherwise:
        names = ", ".join(sorted(program.otherwise))
        told += ["", f"Python computes by itself, and to other last bits: {names}."]
    lines = [*_comment(told), "", f'#include "{name}"', "", "#include <math.h>", *_PRAGMA]
    text = [*lines, *own, *tables, *carried, *bodies]
    guard = re.sub(r"\W", "_", name).upper()
    guard = f"_{guard}"[not guard[0].isdigit() :]
    header = [*_comment(told[: about.count("\n") + 1]), "", f"#ifndef {guard}", f"#define {guard}"]
    header += ["", "#ifdef __cplusplus", 'extern "C" {', "#endif", "", *heads]
    header += ["#ifdef __cplusplus", "}", "#endif", "", "#endif"]
    return "\n".join(text) + "\n", "\n".join(header) + "\n"


_PRAGMA = [
    "",
    "#if !defined(__GNUC__) || defined(__clang__)",
    "#pragma STDC FP_CONTRACT OFF",
    "#endif",
]


def _comment(lines: Sequence[str]) -> list[str]:
    """A comment that nothing in it ends."""
    import textwrap  # takes a while, and most programs export nothing

    short = []
    for line in lines:
        short += textwrap.wrap(line, 84, subsequent_indent="  ") if len(line) > 84 else [line]
    safe = [line.encode("ascii", "replace").decode() for line in short]
    safe = [line.replace("*/", "* /").replace("??", "?").rstrip() for line in safe]
    safe = [f" * {line}".rstrip() for line in safe]
    return [f"/*{safe[0][2:]}", *safe[1:], " */"]
