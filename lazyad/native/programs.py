"""What is computed, before it is IR: Nodes in an order, in pieces that LLVM likes.

In: Nodes. Out: pieces of them, and what each of these reads and assigns. A room of its own because
nothing here knows how anything is computed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lazyad.emit.targets import Target
from lazyad.graph import ITEM, LOOP, Graph, Node
from lazyad.values.rows import NamedTuple

PIECE = 250  # Nodes of one function: LLVM's time grows faster than a longer one's length
DONE, GIVES_UP, RAISED, GOES_ON = range(4)  # what a function returns, the last one of a piece
GIVEN = tuple([f"_{at}" for at in range(256)])


class Choice(NamedTuple):
    """A branch: choices on one condition, and what is computed where it holds and where not."""

    condition: Node
    choices: list[Node]
    sides: tuple[list[Any], list[Any]]
    kept: dict[Node, None]  # what of a side is read elsewhere, where the condition is the same


Step = Node | Choice


class Body(NamedTuple):
    """What a graph computes, in an order, and what it returns."""

    steps: Sequence[Step]
    outputs: Any
    ints: set[Node]  # Nodes of it that are ints


class Program(NamedTuple):
    """A function that takes and returns numbers, one by one."""

    graph: Graph
    bodies: dict[Graph, Body]  # of the graph and its loops' rounds, as they are asked for
    inputs: Sequence[Node]
    outputs: Sequence[Node]
    scope: Mapping[str, Any]  # what its file defines
    carried: Mapping[str, ast.FunctionDef]  # functions of floats, among it
    forms: Mapping[Any, ast.expr]  # by the op or the text: what it computes of what is called GIVEN
    target: Target
    infinite: bool | None  # whether a number is not finite; None at points, of which nobody asks
    framed: bool  # whether it makes tables

    def form_of(self, node: Node) -> ast.expr:
        """What computes a Node; of an op that is spelled in several ways, by the text."""
        return self.forms.get(node.op) or self.forms[self.target.spell(node)]


def inner(body: Iterable[Step]) -> Iterator[Node]:
    """Its Nodes, those in branches among them."""
    stack = [iter(body)]
    while stack:
        for one in stack[-1]:
            if isinstance(one, Choice):
                stack += [iter(one.choices), iter(one.sides[1]), iter(one.sides[0])]
                break
            yield one
        else:
            stack.pop()


def pieces(body: Sequence[Step]) -> list[list[Step]]:
    found: list[list[Step]] = [[]]
    size = 0
    for one in body:
        if size >= PIECE:
            found.append([])
            size = 0
        found[-1].append(one)
        if type(one) is Node and one.op is not LOOP:
            size += 1
        else:
            size += sum([len(n.payload.body.nodes) if n.op is LOOP else 1 for n in inner([one])])
    return found


class Read(NamedTuple):
    """What a piece reads and assigns."""

    loads: dict[Any, None]
    stores: dict[Any, None]


def read(body: Iterable[Step]) -> Read:
    """Every Node is looked at once, which is most of what this room costs."""
    loads: dict[Any, None] = {}
    stores: dict[Any, None] = {}
    for one in inner(body):
        if one.op is LOOP:
            stores |= dict.fromkeys([(one, at) for at in range(one.payload.items)])
        else:
            stores[one] = None
        if one.op is ITEM:
            loads[one.args[0], one.payload] = None
        for arg in one.args:
            loads[arg] = None
    return Read(loads, stores)


def kept(pieces: Sequence[Read], outputs: Iterable[Node]) -> list[list[Any]]:
    """What each piece assigns that a later one reads, or is returned."""
    later: set[Any] = {*outputs}
    found = []
    for piece in reversed(pieces):
        found.append([name for name in piece.stores if name in later])
        later.update(piece.loads)
    return found[::-1]
