"""The text of an emitted module, taken apart again.

In: the text. Out: its functions as trees, its tables and numbers, and what its names mean. A room
of its own because what reads it is no longer about Graphs, and not yet about C.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterable


class Unsupported(Exception):
    """What has no form in C."""


class Read:
    """A module of Python's, taken apart."""

    def __init__(self, text: str, names: Iterable[str]) -> None:
        self.functions: dict[str, list[ast.FunctionDef]] = {name: [] for name in names}
        self.carried: dict[str, ast.FunctionDef] = {}  # of floats, that these call
        self.tables: dict[str, tuple[float, ...]] = {}
        self.numbers: dict[str, float] = {}
        self.meant: dict[str, str] = {}  # "math.sin" by what it is called here
        self.comments = _comments(text)  # by the line that they stand above
        for one in ast.parse(text).body:
            if isinstance(one, ast.ImportFrom):
                self.meant.update({a.asname or a.name: f"{one.module}.{a.name}" for a in one.names})
            elif isinstance(one, ast.FunctionDef):
                name = re.sub(r"_\d+$", "", one.name)
                name = one.name if one.name in self.functions else name
                if name in self.functions:
                    self.functions[name].append(one)
                else:
                    self.carried[one.name] = one
            elif isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
                self.name(one.targets[0].id, one.value)

    def name(self, name: str, value: ast.expr) -> None:
        """What stands above the functions: a number, a table, another name of what Python has."""
        if isinstance(value, ast.Name):
            self.meant[name] = value.id
            return
        known = {one: getattr(math, one) for one in ("inf", "nan", "pi", "e")} | self.numbers
        try:
            found = eval(compile(ast.Expression(value), "<c>", "eval"), {"__builtins__": {}}, known)
            if isinstance(found, tuple):
                self.tables[name] = tuple([number + 0.0 for number in found])
            else:
                self.numbers[name] = found + 0.0
        except Exception:
            raise Unsupported(f"{name} = {ast.unparse(value):.40}") from None

    def value(self, name: str) -> float | None:
        """The number of that name, if it is none of a function's own."""
        of_math = self.meant.get(name, "").removeprefix("math.")
        found = self.numbers.get(name, getattr(math, of_math, None) if of_math else None)
        return found if isinstance(found, float) else None


def _comments(text: str) -> dict[int, str]:
    found, lines = {}, text.splitlines()
    for at, line in enumerate(lines):
        if line.lstrip().startswith("# ") and "fmt:" not in line:
            safe = line.strip()[2:].encode("ascii", "replace").decode().replace("??", "?")
            found[at + 2] = safe.rstrip("\\ ")
    return found
