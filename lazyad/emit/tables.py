"""Tables as source: tuples, named above the function where they are constant, and their indices.

In: the Node of a table, or of what is taken from one, in a body. Out: its text. A room of its own
because nothing else is written that is no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lazyad.emit.containers import Bracket, exploded, one_line
from lazyad.emit.layout import SKIP, WIDTH
from lazyad.emit.spelling import ATOM, UNARY, Template, Text, fill, number, parse
from lazyad.emit.statements import Assign
from lazyad.graph import CONST, TABLE, Node, bits
from lazyad.ops import add, mul, neg, sub

_LONGEST = 40  # of an index that is written where it is read
_DEEPEST = 4  # sums in an index


def constants(nodes: Iterable[Node]) -> dict[Any, Node]:
    """The constant tables among the Nodes, of equal ones the first, by what is in them."""
    found: dict[Any, Node] = {}
    for node in nodes:
        if node.op is TABLE and (key := content(node)) is not None:
            found.setdefault(key, node)
    return found


def content(node: Node) -> Any:
    """What is in a constant table, to the last bit; None of another one."""
    if any(arg.op is not CONST for arg in node.args):
        return None
    return tuple([bits(arg.payload) for arg in node.args])


def lines_of(name: str, items: Bracket, indent: int) -> list[str]:
    """`name = (items)`, as black breaks it; many items a line where they are many."""
    head = f"{name} = "
    lines = [f"{' ' * indent}{head}{one_line(items)}"]
    if len(lines[0]) > WIDTH:
        lines = exploded(head, items, indent, "")
        lines[-1] += SKIP if len(lines) < len(items.items) + 2 else ""
    return lines


def constant_lines(node: Node, name: str, names: Mapping[str, str]) -> list[str]:
    """The lines of a constant table above the function."""
    return lines_of(name, _tuple([number(arg.payload, names) for arg in node.args]), 0)


def _tuple(items: Iterable[Text]) -> Bracket:
    return Bracket("(", [("", one.source) for one in items], ")")


def write_table(body: Any, node: Node) -> None:
    """Name a table in a `lazyad.emit.body.Body`."""
    if body.branches:
        body.written.add(node)
    name = body.names.tables.get(content(node))
    if name is None:
        seeded = node in body.seeded
        name = body.names.take("table", body.pairs(node), seeded)
        body.waiting.difference_update(node.args)
        items = _tuple([body.text[arg] for arg in node.args])
        body.block.append(Assign(name, items, (node,), node.origin))
        body.variables[node] = name
        if body.left:
            body.release(node)
    body.text[node] = Text(name, ATOM)


def index(body: Any, node: Node) -> tuple[Template, list[Text]]:
    """How a number is taken from a table, and the texts of the two."""
    numbers, at = node.args
    texts = [body.text[numbers], body.text[at]]
    if (whole := _whole(body, at)) is not None:
        return parse("{0}[{1}]", body.names.scope), [texts[0], whole]
    spelling = at.op.spelling or ""
    if spelling.startswith("float(") and at in body.waiting and len(texts[1].source) <= _LONGEST:
        inner = spelling[len("float(") : -1].replace("{0}", "{1}")  # math.floor(x) is an int
        return parse(f"{{0}}[{inner}]", body.names.scope), [texts[0], body.text[at.args[0]]]
    return body.templates[node.op], texts


def _whole(body: Any, at: Node, levels: int = _DEEPEST) -> Text | None:
    """The index in ints, if it is the number of a round, or a sum or product of such: k - 1."""
    if _is_int(body, at, levels):
        return body.text[at]  # type: ignore[no-any-return]
    if at.op is CONST and float(at.payload).is_integer():
        return Text(str(int(at.payload)), ATOM if at.payload >= 0.0 else UNARY)
    if not _keeps_ints(at) or at in body.variables or not levels:
        return None
    parts = [_whole(body, arg, levels - 1) for arg in at.args]
    known = [part for part in parts if part is not None]
    return fill(body.templates[at.op], known) if len(known) == len(parts) else None


def _is_int(body: Any, at: Node, levels: int) -> bool:
    """Whether its value is one, as it is written: constants are floats."""
    of_ints = _keeps_ints(at) and levels > 0
    return at in body.whole or (of_ints and all(_is_int(body, a, levels - 1) for a in at.args))


def _keeps_ints(at: Node) -> bool:
    return at.op in (add, sub, mul, neg)
