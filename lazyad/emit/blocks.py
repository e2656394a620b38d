"""Emitted NumPy text for blocks of points: each operation writes into memory that nobody needs.

In: the text of a function of numbers, and which of them are arrays. Out: the same text, bit for bit
the same results, where every operation on arrays names what it fills: a buffer that nothing reads
any more, or a row of the result. A room of its own because whole arrays, as users write and read
them, are better left to NumPy; in blocks that fit the cache, new memory is what costs most.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any

from lazyad.values.rows import NamedTuple
from lazyad.values.structure import free_name
from lazyad.values.trees import parsed

_OPERATORS: dict[type, str] = {ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply"}
_OPERATORS |= {ast.Div: "divide", ast.FloorDiv: "floor_divide", ast.Mod: "remainder"}


class Blocks(NamedTuple):
    """The text of a function of the numbers, of buffers and of the rows that it fills."""

    text: str
    buffers: int


class _Array(NamedTuple):
    """What an expression is: of floats or not, and the buffer or the row that it fills."""

    floats: bool
    place: str = ""


def in_blocks(text: str, name: str, arrays: Sequence[bool], size: int) -> Blocks | None:
    """The function of that name for blocks, which returns so many numbers; None where it is more
    than formulas one after the other.

    >>> text = "import numpy as np\\ndef f(x, y):\\n    v = np.exp(x) + y\\n    return v * v, 1.0"
    >>> print(in_blocks(text, "f", [True, False], 2).text, end="")
    import numpy as np
    def f(x, y, buffers, rows):
        b0, = buffers
        o0, o1, = rows
        v = np.add(np.exp(x, out=b0), y, out=b0)
        np.multiply(v, v, out=o0)
        o1[...] = 1.0
    """
    tree = parsed(text)
    (function,) = [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == name]
    statements = function.body
    if isinstance(statements[0], ast.With):  # no warnings, as around all blocks
        statements = statements[0].body
    *body, last = statements
    named = [isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) for one in body]
    value = last.value if isinstance(last, ast.Return) else None
    results = value.elts if isinstance(value, ast.Tuple) else [value]
    if not all(named) or value is None or len(results) != size:
        return None
    given = [arg.arg for arg in function.args.args]
    writer = _Writer(tree, dict(zip(given, arrays, strict=True)), size)
    lines = [*writer.lines(text.splitlines(), statements)]
    buffers, rows = [free_name(one, writer.names) for one in ("buffers", "rows")]
    head = [f"def {name}({', '.join([*given, buffers, rows])}):"]
    for names, found in ((writer.buffers, buffers), (writer.rows, rows)):
        head += [f"    {', '.join(names)}, = {found}"] if names else []
    before = [*writer.imports, *text.splitlines()[: function.lineno - 1]]
    return Blocks("\n".join([*before, *head, *lines]) + "\n", len(writer.buffers))


class _Writer:
    """Rewrites one expression after the other. `uses` says how often each value of a variable will
    be read yet, and `free` which buffers nobody reads."""

    def __init__(self, tree: ast.Module, given: dict[str, bool], size: int) -> None:
        self.names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | {*given}
        self.arrays = {name: _Array(True) for name, array in given.items() if array}
        self.modules = dict(_modules(tree))
        known = [alias for alias, one in self.modules.items() if one.__name__ == "numpy"]
        self.numpy = known[0] if known else free_name("np", self.names)
        self.imports = [] if known else [f"import numpy as {self.numpy}"]
        self.rows = [free_name(f"o{at}", self.names) for at in range(size)]
        self.buffers: list[str] = []
        self.free: list[str] = []
        self.uses: dict[str, list[int]] = {}

    def lines(self, text: Sequence[str], statements: Sequence[ast.stmt]) -> Iterator[str]:
        *body, last = statements
        value: Any = last.value  # type: ignore[attr-defined]
        results = value.elts if isinstance(value, ast.Tuple) else [value]
        self.count_uses(statements)
        places: dict[str, str] = {}  # the row that a variable is itself
        for one, row in zip(results, self.rows, strict=True):
            if isinstance(one, ast.Name):
                places.setdefault(one.id, row)
        for statement in body:
            yield from _comments(text, statement)
            target: str = statement.targets[0].id  # type: ignore[attr-defined]
            found, array = self.value(statement.value, places.get(target))  # type: ignore[attr-defined]
            if isinstance(found, ast.Name) and array:  # two names of one array, which stays
                array = _Array(array.floats)
            self.uses[target] = self.uses.get(target, [0])[1:]
            self.arrays.pop(target, None)
            self.arrays |= {target: array} if array else {}
            yield f"    {target} = {ast.unparse(found)}"
        yield from _comments(text, last)
        for one, row in zip(results, self.rows, strict=True):
            found, array = self.value(one, row)
            if array is None or array.place != row:
                yield f"    {row}[...] = {ast.unparse(found)}"
            elif not isinstance(one, ast.Name):
                yield f"    {ast.unparse(found)}"

    def count_uses(self, statements: Sequence[ast.stmt]) -> None:
        """How often each value of a variable is read, its parameter or first assignment first."""
        for statement in statements:
            for node in ast.walk(statement):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                    self.uses.setdefault(node.id, [0])[-1] += 1
            if isinstance(statement, ast.Assign):
                self.uses.setdefault(statement.targets[0].id, [0]).append(0)  # type: ignore[attr-defined]

    def value(self, node: ast.expr, into: str | None = None) -> tuple[ast.expr, _Array | None]:
        """The expression, and what it is; None for a number. It fills `into`, if it fills any."""
        if isinstance(node, ast.Constant):
            return node, None
        if isinstance(node, ast.Name):
            return node, self.arrays.get(node.id)
        name, args, fills = self.operation(node)
        if not args:
            return self.other(node)
        pairs = [self.value(arg) for arg in args]
        if not any(kind for _, kind in pairs):
            return node, None
        for one, kind in pairs:
            self.release(one, kind)
        floats = any(kind is not None and kind.floats for _, kind in pairs[-2:])
        given = [one for one, _ in pairs]
        if not fills or not floats:
            return _again(node, name, given), _Array(floats and fills is not None)
        place = into or self.buffer()
        return _again(node, name, given, place), _Array(True, place)

    def release(self, one: ast.expr, kind: _Array | None) -> None:
        """What is read for the last time may be overwritten, also by what reads it."""
        if isinstance(one, ast.Name):
            self.uses[one.id][0] -= 1
        over = not isinstance(one, ast.Name) or not self.uses[one.id][0]
        if over and kind and kind.place in self.buffers and kind.place not in self.free:
            self.free.append(kind.place)

    def buffer(self) -> str:
        if not self.free:
            self.free.append(free_name(f"b{len(self.buffers)}", self.names))
            self.buffers += self.free
        return self.free.pop()

    def operation(self, node: ast.expr) -> tuple[str, list[Any], bool | None]:
        """A function of arrays, its arguments, and whether it can fill one; None if what it returns
        are conditions. Nothing for what may return one of its arguments itself."""
        if isinstance(node, ast.BinOp):
            fills = type(node.op) in _OPERATORS
            conditions = isinstance(node.op, (ast.BitAnd, ast.BitOr, ast.BitXor))
            name = f"{self.numpy}.{_OPERATORS[type(node.op)]}" if fills else ""
            return name, [node.left, node.right], None if conditions else fills
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return f"{self.numpy}.negative", [node.operand], True
        if isinstance(node, ast.Compare):
            return "", [node.left, *node.comparators], None
        if isinstance(node, ast.Call) and not node.keywords:
            function = self.function_of(node.func)
            if f"{'d' * len(node.args)}->d" in getattr(function, "types", ()):
                return ast.unparse(node.func), node.args, True
            if getattr(function, "__name__", "") == "where":
                return ast.unparse(node.func), node.args, False
        return "", [], None

    def function_of(self, node: ast.expr) -> Any:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            return getattr(self.modules.get(node.value.id), node.attr, None)
        return None

    def other(self, node: ast.expr) -> tuple[ast.expr, _Array | None]:
        """What is left as it is; what it reads is never free."""
        names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
        return node, _Array(False) if names & self.arrays.keys() else None


def _again(node: ast.expr, name: str, args: Sequence[ast.expr], out: str = "") -> ast.expr:
    """The same of other arguments, which fills an array if it is said which."""
    if isinstance(node, ast.Compare):
        return ast.Compare(args[0], node.ops, [*args[1:]])
    if isinstance(node, ast.BinOp) and not name:
        return ast.BinOp(args[0], node.op, args[1])
    keywords = [ast.keyword("out", ast.Name(out, ast.Load()))] if out else []
    return ast.Call(parsed(name, mode="eval").body, [*args], keywords)


def _comments(text: Sequence[str], statement: ast.stmt) -> Iterator[str]:
    """The lines of comments before it."""
    at = first = statement.lineno - 1
    while text[at - 1].lstrip().startswith("#"):
        at -= 1
    yield from [f"    {line.lstrip()}" for line in text[at:first]]


def _modules(tree: ast.Module) -> Iterator[tuple[str, ModuleType]]:
    """NumPy and SciPy's modules, by their names in the text."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            for one in node.names:
                yield one.asname or one.name, importlib.import_module(one.name)
        elif isinstance(node, ast.ImportFrom) and node.module == "scipy":
            for one in node.names:
                yield one.asname or one.name, importlib.import_module(f"scipy.{one.name}")
