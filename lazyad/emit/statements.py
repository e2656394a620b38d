"""A function's body as a tree of statements: what is written between a Graph and a text.

In: texts of expressions, and the Nodes whose values they are. Out: statements that a printer turns
into lines of its language, and that tell what they read and write. A room of its own because no
statement knows how it is printed, and no printer what a Node is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lazyad.emit.spelling import Text
from lazyad.graph import Node
from lazyad.values.origin import Origin
from lazyad.values.rows import NamedTuple


class Assign(NamedTuple):
    """`name = value`."""

    name: str
    value: Any  # a text, or the container of a table
    nodes: tuple[Node, ...]  # those that the text is of
    origin: Origin | None  # the line that it is for


class If(NamedTuple):
    """`if test: then`, and `else: otherwise` unless the side that is taken returns."""

    test: Text
    then: list[Any]
    otherwise: list[Any] | None
    nodes: tuple[Node, ...]
    origin: Origin | None
    name: None = None


class Return(NamedTuple):
    """`return value`, a container or a text."""

    value: Any
    nodes: tuple[Node, ...]
    origin: Origin | None
    name: None = None


class Raise(NamedTuple):
    """`raise value`."""

    value: str
    nodes: tuple[Node, ...]
    origin: Origin | None
    name: None = None


class With(NamedTuple):
    """`with value: body`."""

    value: str
    body: list[Any]
    nodes: tuple[Node, ...] = ()
    origin: None = None
    name: None = None


class While(NamedTuple):
    """`while test: body`."""

    test: Text
    body: list[Any]
    nodes: tuple[Node, ...]
    origin: Origin | None
    name: None = None


class For(NamedTuple):
    """`for a, b in zip(x, y): body`."""

    names: list[str]
    values: list[str]
    body: list[Any]
    nodes: tuple[Node, ...]
    origin: Origin | None
    name: None = None


class Append(NamedTuple):
    """`table.append(value)`."""

    table: str
    value: Text
    nodes: tuple[Node, ...]
    origin: Origin | None
    name: None = None


class Call(NamedTuple):
    """`def inner(parameters): body`, and `name = value`, which calls a routine on it."""

    inner: str
    parameters: list[str]
    body: list[Any]
    name: str
    value: Text
    nodes: tuple[Node, ...]
    origin: Origin | None


class Do(NamedTuple):
    """A call whose result nobody reads."""

    value: Text
    nodes: tuple[Node, ...]
    origin: Origin | None
    name: None = None


class Word(NamedTuple):
    """`break` or `continue`."""

    word: str
    nodes: tuple[Node, ...] = ()
    origin: None = None
    name: None = None


class Together(NamedTuple):
    """`a, b = x, y`, where each reads what the other assigns."""

    names: list[str]
    values: list[Text]
    nodes: tuple[Node, ...]
    origin: Origin | None
    name: None = None


Statement = Assign | If | Return | Raise | With | While | For | Call | Append | Do | Word | Together


def assigned(statement: Statement) -> list[str]:
    """The variables that a statement itself assigns."""
    if type(statement) is For or type(statement) is Together:
        return statement.names
    return [statement.name] if statement.name else []


def everything(body: Sequence[Statement]) -> Iterator[Statement]:
    """Each statement of a body, and those inside it."""
    stack = [iter(body)]
    while stack:
        for statement in stack[-1]:
            yield statement
            if isinstance(statement, If):
                stack += [iter(statement.otherwise or ()), iter(statement.then)]
                break
            if isinstance(statement, (With, While, For, Call)):
                stack.append(iter(statement.body))
                break
        else:
            stack.pop()


def spoken(
    nodes: Sequence[Node], name: str | None, variables: Mapping[Node, str], read: dict[str, None]
) -> list[Node]:
    """What the text of a statement that assigns `name` computes itself, outermost first; the
    variables in it are added to those that are `read`, and the list that is changed in place."""
    own = []
    if name is not None and "[" in name:
        name = name.partition("[")[0]
        read[name] = None
    stack = [*nodes[::-1]]
    while stack:
        node = stack.pop()
        variable = variables.get(node)
        if variable is not None and variable != name:
            read[variable] = None
        elif args := node.args:
            own.append(node)
            stack += args if len(args) == 1 else args[::-1]
    return own
