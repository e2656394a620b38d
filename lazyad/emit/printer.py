"""Statements as lines of Python, each block under the user's lines that it computes.

In: statements. Out: lines as black leaves them, and for each the statement it is of. A room of its
own because nothing else knows Python's statements; another language is another printer.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from lazyad.emit.containers import statement as container
from lazyad.emit.layout import SKIP, WIDTH, bracketed, packed, wrapped
from lazyad.emit.spelling import Text
from lazyad.emit.statements import (
    Append,
    Assign,
    Call,
    Do,
    For,
    If,
    Raise,
    Return,
    Statement,
    Together,
    While,
    With,
    Word,
)
from lazyad.emit.tables import lines_of
from lazyad.graph import Node
from lazyad.values.origin import Origin, Place

DEEPEST = WIDTH // 2  # indentation of a comment
_ASKING = ("if ", "elif ", "while ", "for ")


class Printer:
    """`lines`, and for the number of each the Nodes of its statement, and what that assigns."""

    def __init__(self, lines: list[str], once: bool, home: str | None = None) -> None:
        self.lines = lines
        self.home = home  # where a file is kept, lines have no number, and those of this no name
        self.origins: dict[int, tuple[tuple[Node, ...], str | None]] = {}
        self.once = once  # each of the user's lines is told once, what is derived of it not at all
        self.shown: Any = None
        self.told: set[Any] = set()
        # The user's line, a comment, and whether that asks something.
        self.places: dict[tuple[int, int], tuple[Any, str, bool]] = {}

    def block(self, body: Sequence[Statement], indent: int) -> None:
        for statement in body:
            if isinstance(statement, Call) and not self.lines[-1].endswith(":"):
                self.lines.append("")
            self.comment(statement.origin, indent, asks=isinstance(statement, (If, While, For)))
            self.statement(statement, indent, "")

    def statement(self, statement: Statement, indent: int, prefix: str) -> None:
        at = len(self.lines)
        if isinstance(statement, Assign):
            if isinstance(statement.value, Text):
                self.lines += wrapped(f"{statement.name} = ", statement.value, "", indent)
            else:
                self.lines += lines_of(statement.name, statement.value, indent)
        elif isinstance(statement, Return):
            self.lines += container("return ", statement.value, indent, "")
        elif isinstance(statement, If):
            self.lines += wrapped(f"{prefix}if ", statement.test, ":", indent)
        elif isinstance(statement, While):
            self.lines += wrapped("while ", statement.test, ":", indent)
        elif isinstance(statement, Call):
            self.inner(statement, indent)
            at = len(self.lines)
            self.lines += wrapped(f"{statement.name} = ", statement.value, "", indent)
        elif isinstance(statement, Together):
            self.lines += _together(statement, " " * indent)
        elif isinstance(statement, Do):
            self.lines += wrapped("", statement.value, "", indent)
        elif isinstance(statement, Append):
            self.lines += wrapped(f"{statement.table}.append(", statement.value, ")", indent)
        elif isinstance(statement, For):
            self.lines += _for(statement, " " * indent)
        elif isinstance(statement, Raise):
            self.lines += _raise(statement.value, " " * indent)
        else:
            word = statement.word if isinstance(statement, Word) else f"with {statement.value}:"
            self.lines.append(" " * indent + word)
        for line in range(at, len(self.lines)):
            self.origins[line + 1] = statement.nodes, statement.name
        if isinstance(statement, If):
            self.sides(statement, indent)
        elif isinstance(statement, (With, While, For)):
            self.block(statement.body, indent + 4)

    def inner(self, statement: Call, indent: int) -> None:
        """A function within the function, between empty lines."""
        head = f"{' ' * indent}def {statement.inner}"
        self.lines += bracketed(head, [statement.parameters], ":")
        self.block(statement.body, indent + 4)
        self.lines.append("")

    def sides(self, choice: If, indent: int) -> None:
        self.block(choice.then, indent + 4)
        if choice.otherwise is None:
            return
        if len(choice.otherwise) == 1 and isinstance(inner := choice.otherwise[0], If):
            self.comment(inner.origin, indent, tell=False)
            self.statement(inner, indent, "el")
        else:
            self.lines.append(" " * indent + "else:")
            self.block(choice.otherwise, indent + 4)

    def comment(
        self, origin: Origin | None, indent: int, tell: bool = True, asks: bool = True
    ) -> None:
        """`# file.py:12  the line`, when that differs from the comment above. The line of an `if`
        or a loop is told once where a statement `asks` nothing: what is chosen there is derived."""
        if origin is None or origin.code is None or indent > DEEPEST:
            return
        key = (id(origin.code), origin.offset)
        if key not in self.places:
            place = origin.place
            text = f"# {self.label(place)}{place.text}"
            if not text.isprintable():
                text = "".join(c if c.isprintable() else "?" for c in text)
            self.places[key] = place[:2], text.rstrip(), place.text.startswith(_ASKING)
        line, text, asking = self.places[key]
        again = line in self.told and (self.once or (asking and not asks))
        if line == self.shown or again or (self.once and origin.primal):
            return
        self.shown = line
        self.told.add(line)
        if tell:
            text = " " * indent + text
            self.lines.append(text if len(text) <= WIDTH else text[: WIDTH - 3] + "...")

    def label(self, place: Place) -> str:
        if self.home is None:
            return f"{place}  "
        file = os.path.basename(place.file)
        return "" if file == self.home or not place.text else f"{file}  "


def _together(statement: Together, pad: str) -> list[str]:
    """Several assignments at once, each value on a line of its own where they are too long."""
    head, values = ", ".join(statement.names), [value.source for value in statement.values]
    line = f"{pad}{head} = {', '.join(values)}"
    if len(line) <= WIDTH:
        return [line]
    rows = [f"{pad}    {value}," for value in values]
    if len(pad) + len(head) + len(" = (") <= WIDTH:
        return [f"{pad}{head} = (", *rows, f"{pad})"]
    names = packed(statement.names, len(pad) + 4)
    return [f"{pad}(", *names, f"{pad}) = (", *rows, f"{pad}){SKIP}"]


def _raise(value: str, pad: str) -> list[str]:
    """`raise`, with a long text on a line of its own."""
    kind, bracket, text = value.partition("(")
    if len(pad) + len("raise ") + len(value) <= WIDTH or not bracket:
        return [f"{pad}raise {value}"]
    return [f"{pad}raise {kind}(", f"{pad}    {text[:-1]}", f"{pad})"]


def _for(statement: For, pad: str) -> list[str]:
    """The head of a loop over several things, as black breaks it."""
    names, values = statement.names, statement.values
    if len(values) == 1:
        return [f"{pad}for {names[0]} in {values[0]}:"]
    head, inner = f"{pad}for {', '.join(names)} in zip(", ", ".join(values)
    if len(head) + len(inner) + 2 <= WIDTH:
        return [f"{head}{inner}):"]
    if len(head) <= WIDTH and len(pad) + 4 + len(inner) <= WIDTH:
        return [head, f"{pad}    {inner}", f"{pad}):"]
    if len(head) > WIDTH:
        head = "\n".join(
            [f"{pad}for (", *[f"{pad}    {name}," for name in names], f"{pad}) in zip("]
        )
    return [*head.splitlines(), *[f"{pad}    {value}," for value in values], f"{pad}):"]
