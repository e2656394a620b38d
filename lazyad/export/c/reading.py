"""The text of an emitted module, taken apart again.

In: the text. Out: its functions as trees, its tables and numbers, and what its names mean. A room
of its own because what reads it is no longer about Graphs, and not yet about C.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lazyad.emit.carried import of_python
from lazyad.values.trees import parsed


class Unsupported(Exception):
    """What has no form in C."""


class Read:
    """A module of Python's, taken apart."""

    def __init__(self, text: str, names: Iterable[str]) -> None:
        self.functions: dict[str, list[ast.FunctionDef]] = {name: [] for name in names}
        self.tables: dict[str, tuple[float, ...]] = {}
        self.numbers: dict[str, float] = {}
        meant, own = of_python()
        self.meant = {**meant}  # "math.sin" by what it is called here
        self.carried = {**own}  # functions of floats, that these call
        self.comments = _comments(text)  # by the line that they stand above
        for one in parsed(text).body:
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


# -- what a function does with its names


def inside(body: Sequence[ast.AST]) -> Iterator[ast.AST]:
    for one in body:
        yield from ast.walk(one)


def whole_of(node: ast.expr | None) -> int | None:
    """An int that is written out."""
    try:
        value = ast.literal_eval(node) if node is not None else None
    except ValueError:
        return None
    return value if type(value) is int else None


def alive(body: Sequence[ast.stmt]) -> set[str]:
    """The variables that are read for something: not what only makes a variable nobody reads."""
    reads: dict[str, set[str]] = {}  # of what is assigned alone, from which variables
    found: set[str] = set()
    stack: list[ast.AST] = [*body]
    while stack:
        one = stack.pop()
        target = getattr(one, "target", None) or next(iter(getattr(one, "targets", ())), None)
        if isinstance(one, (ast.Assign, ast.AugAssign)) and isinstance(target, ast.Name):
            inner = {n.id for n in ast.walk(one.value) if isinstance(n, ast.Name)}
            reads.setdefault(target.id, set()).update(inner)
        elif isinstance(one, ast.Name) and type(one.ctx) is ast.Load:
            found.add(one.id)
        else:
            stack += ast.iter_child_nodes(one)
    waiting = [*found]
    while waiting:
        new = reads.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def tables_in(
    body: Sequence[ast.stmt], outer: Mapping[str, int]
) -> tuple[dict[str, int], dict[str, int]]:
    """The tables that are assigned, and how many numbers each holds; and the lists of tables, and
    how many each of these holds."""
    found: dict[str, int] = {}
    lists: dict[str, int] = {}
    appended = [one for one in map(appending, inside(body)) if one]
    gone_over = [pair for one in inside(body) if isinstance(one, ast.For) for pair in pairs_of(one)]
    rows = [one for one in inside(body) if isinstance(one, ast.Assign)]
    rows = [one for one in rows if isinstance(one.targets[0], ast.Name)]
    before = None
    while before != found:  # a copy is as long as another one
        before = {**found}
        for one in rows:
            name, size = ast.unparse(one.targets[0]), size_of(one.value, {**outer, **found})
            if size is not None and found.setdefault(name, size) != size:
                raise Unsupported(f"{name}, which is a table of another length each time")
        known = {**outer, **found}
        for name, value in appended:
            if not isinstance(value, ast.Name) and (size := size_of(value, known)):
                lists[name] = size
        for name, values in gone_over:
            if (of := gone_through(values)) in lists:
                found[name] = lists[of]
    return {name: size for name, size in found.items() if size}, lists


def appending(one: ast.AST) -> tuple[str, ast.expr] | None:
    """What is appended to which list."""
    call = one.value if isinstance(one, ast.Expr) else None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
        return None
    return ast.unparse(call.func.value), call.args[0]


def pairs_of(loop: ast.For) -> list[tuple[str, ast.expr]]:
    """The names that a round gives to what it reads, and what that is of."""
    call = loop.iter if isinstance(loop.iter, ast.Call) else None
    zipped = call is not None and getattr(call.func, "id", "") == "zip"
    values = call.args if call is not None and zipped else [loop.iter]
    targets = loop.target.elts if isinstance(loop.target, ast.Tuple) else [loop.target]
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    if len(names) != len(values):
        raise Unsupported("a loop over rows")
    return [*zip(names, values, strict=True)]


def gone_through(values: ast.expr) -> str:
    """The list that a loop goes through, from either end."""
    while isinstance(values, ast.Call) and getattr(values.func, "id", "") == "reversed":
        values = values.args[0]
    return values.id if isinstance(values, ast.Name) else ""


def size_of(value: ast.expr, known: Mapping[str, int]) -> int | None:
    """How many numbers a table holds, 0 of what is none; None of a copy of what is not known."""
    if isinstance(value, ast.Tuple):
        return len(elements(value))
    if (table := copied(value)) is not None:
        return known.get(table)
    if not is_repeated(value):
        return 0
    count = value.right  # type: ignore[attr-defined]
    if isinstance(count, ast.Call):  # of len
        return size_of(count.args[0], known)
    return whole_of(count)


def elements(value: ast.Tuple) -> list[ast.expr]:
    """The items of a tuple, those of *[number] * count among them."""
    found: list[ast.expr] = []
    for one in value.elts:
        run = one.value if isinstance(one, ast.Starred) else None
        if isinstance(run, ast.BinOp) and isinstance(run.left, ast.List):
            found += run.left.elts * (whole_of(run.right) or 0)
        else:
            found.append(one)
    return found


def copied(value: ast.expr) -> str | None:
    """The list that [*list] is a copy of, or that has another name."""
    if isinstance(value, ast.Name):
        return value.id
    one = value.elts[0] if isinstance(value, ast.List) and len(value.elts) == 1 else None
    return ast.unparse(one.value) if isinstance(one, ast.Starred) else None


def is_repeated(value: ast.expr) -> bool:
    """Whether it is [number] * count."""
    return isinstance(value, ast.BinOp) and isinstance(value.left, ast.List)


def rounds_of(loop: ast.For, sizes: Mapping[str, int]) -> int | None:
    """How many a loop has, where that is written out."""
    call = loop.iter if isinstance(loop.iter, ast.Call) else None
    name = getattr(call.func, "id", "") if call else ""
    found = []
    for given in call.args if call and name == "zip" else [loop.iter]:
        one = given
        while isinstance(one, ast.Call) and getattr(one.func, "id", "") == "reversed":
            one = one.args[0]
        if isinstance(one, ast.Call):
            ends = [end for arg in one.args if (end := whole_of(arg)) is not None]
            found.append(len(range(*ends)) if len(ends) == len(one.args) else None)
        else:
            found.append(sizes.get(one.id) if isinstance(one, ast.Name) else None)
    known = [count for count in found if count is not None]
    return min(known) if known else None


def lengths_of(body: Sequence[ast.stmt], sizes: Mapping[str, int]) -> dict[str, int]:
    """How often each list is appended to at most, since it was empty."""
    found: dict[str, int] = {}
    begun: dict[str, int] = {}  # how many loops are around where it is
    stack: list[tuple[ast.stmt, tuple[int | None, ...]]] = [(one, ()) for one in reversed(body)]
    while stack:
        one, around = stack.pop()
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.List) and not one.value.elts:
            begun[ast.unparse(one.targets[0])] = len(around)
        if added := appending(one):
            times = around[begun.get(added[0], 0) :]
            if None in times:
                raise Unsupported("a list that grows until a number says so")
            rounds = math.prod([count for count in times if count is not None])
            found[added[0]] = found.get(added[0], 0) + rounds
        if isinstance(one, ast.For):
            around = (*around, rounds_of(one, sizes))
        elif isinstance(one, ast.While):
            around = (*around, None)
        inner = [each for each in ast.iter_child_nodes(one) if isinstance(each, ast.stmt)]
        stack += [(each, around) for each in reversed(inner)]
    return found
