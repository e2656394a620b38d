"""What is computed, before it is IR: statements, Nodes among them, in pieces that LLVM likes.

In: the syntax tree of an emitted function, or Nodes. Out: a `Program`, and what each piece of it
reads and assigns. A room of its own because nothing here knows how anything is computed.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lazyad.graph import CONST, Node
from lazyad.native import tables
from lazyad.values.rows import NamedTuple

PIECE = 250  # statements of one function: LLVM's time grows faster than a longer one's length


class Store(NamedTuple):
    """The number that a function returns at that place, or numbers from there on."""

    at: int
    value: ast.expr | Node


Statement = ast.stmt | Store | Node  # which is computed
Name = str | Node  # of a variable
GIVEN = tuple([f"_{at}" for at in range(256)])


class Program(NamedTuple):
    """A function that takes and returns numbers, one by one."""

    body: Sequence[Statement]
    inputs: Sequence[Name]
    size: int  # of the row that it returns
    scope: Mapping[str, Any]  # what its file defines
    carried: Mapping[str, ast.FunctionDef]  # functions of floats, among it
    forms: Mapping[Any, ast.expr]  # what computes the Nodes of an op, of arguments called `GIVEN`


def statements(functions: Sequence[ast.FunctionDef]) -> Iterator[Statement]:
    """Those of a function, in sections, each of which ends with a call of the next."""
    for at, function in enumerate(functions):
        *body, last = function.body
        yield from body
        if at + 1 < len(functions):
            continue
        if not isinstance(last, ast.Return):
            yield last
            continue
        for place, value in enumerate(returned(last)):
            yield Store(place, value)
        yield ast.Return(None)


def returned(statement: ast.Return) -> list[ast.expr]:
    value = statement.value
    if value is None:
        return []
    return value.elts if isinstance(value, ast.Tuple) else [value]


def pieces(body: Sequence[Statement]) -> Iterator[list[Statement]]:
    piece: list[Statement] = []
    size = 0
    for one in body:
        piece.append(one)
        if type(one) is not Node and isinstance(one, (ast.If, ast.For, ast.While)):
            size += sum(isinstance(inner, ast.stmt) for inner in ast.walk(one))
        size += 1
        if size >= PIECE and not isinstance(one, ast.Return):
            yield piece
            piece, size = [], 0
    yield piece or [ast.Return(None)]


class Read(NamedTuple):
    """What a body reads and assigns, the lengths of lists among it, and whether it makes tables."""

    loads: dict[Any, None]
    stores: dict[Any, None]
    makes: bool
    leaves: bool  # by `break` or `continue`


def read(body: Iterable[Statement]) -> Read:
    """Every statement and expression is looked at once, which is most of what this room costs."""
    loads: dict[Any, None] = {}
    stores: dict[Any, None] = {}
    makes = leaves = False
    stack: list[Any] = []
    for one in body:
        if type(one) is Node:
            stores[one] = None
            for arg in one.args:
                loads[arg] = None
        else:
            stack.append(one.value if type(one) is Store else one)
    while stack:
        node = stack.pop()
        kind = type(node)
        if kind is ast.Name:
            (stores if type(node.ctx) is ast.Store else loads)[node.id] = None
        elif kind is Node:
            loads[node] = None
        elif kind is ast.BinOp:
            stack += (node.left, node.right)
        elif kind is ast.Call:
            stack += node.args
            stack.append(node.func)
            if (name := tables.appended(node)) is not None:
                stores[tables.length_of(name)] = None
        elif kind is ast.Assign:
            stack += node.targets
            stack.append(node.value)
            makes = makes or tables.is_made(node)
            if (name := tables.begun(node)) is not None:
                stores[tables.length_of(name)] = None
        elif kind is not ast.Constant:
            leaves = leaves or kind is ast.Break or kind is ast.Continue
            stack += ast.iter_child_nodes(node)
    return Read(loads, stores, makes, leaves)


def reads_infinity(loads: Iterable[Name], scope: Mapping[str, Any]) -> bool:
    values = [one.payload for one in loads if type(one) is Node and one.op is CONST]
    values += [scope[name] for name in loads if type(name) is str and name in scope]
    rows = [value if type(value) is tuple else (value,) for value in values]
    items = [item for row in rows for one in row for item in (one if type(one) is tuple else [one])]
    return any(type(item) is float and not math.isfinite(item) for item in items)


def kept(pieces: Sequence[Read]) -> list[list[Any]]:
    """What each piece assigns that a later one reads."""
    later: set[Any] = set()
    found = []
    for piece in reversed(pieces):
        found.append([name for name in piece.stores if tables.of_length(name) in later])
        later.update(piece.loads)
    return found[::-1]
