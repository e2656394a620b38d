"""Tables as source: tuples, named above the function where they are constant, and their indices.

In: the Node of a table, or of what is taken from one, in a body. Out: its text. A room of its own
because nothing else is written that is no number.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from lazyad.emit.containers import Bracket, bracket, exploded, one_line
from lazyad.emit.layout import SKIP, WIDTH
from lazyad.emit.names import variables_in
from lazyad.emit.spelling import ATOM, PRODUCT, UNARY, Template, Text, fill, number, parse
from lazyad.emit.statements import Append, Assign
from lazyad.graph import CONST, ITEM, LEFT, PUT, RIGHT, TABLE, TAKE, ZERO, Node, bits
from lazyad.ops import add, max, min, mul, neg, sub
from lazyad.regions import is_table
from lazyad.values.structure import containers, leaves

_MADE = "float("  # of an int
NOTHING = ZERO  # what a round keeps that does not count, or that it has kept already: no number


def constants(nodes: Iterable[Node]) -> dict[Any, Node]:
    """The constant tables among the Nodes, of equal ones the first, by what is in them."""
    found: dict[Any, Node] = {}
    for node in nodes:
        if node.op is TABLE and (key := content(node)) is not None and not _repeats(key):
            found.setdefault(key, node)
    return found


def content(node: Node) -> Any:
    """What is in a constant table, to the last bit; None of another one."""
    if any(arg.op is not CONST for arg in node.args):
        return None
    return tuple([bits(arg.payload) for arg in node.args])


def _repeats(key: Any) -> bool:
    """Whether a constant table is one number many times."""
    return key is not None and len(key) > FEW and len(set(key)) == 1


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
    if _repeats(content(node)):
        one = body.text[node.args[0]].source
        body.text[node] = Text(f"[{one}] * {len(node.args)}", PRODUCT)
        return
    name = body.names.tables.get(content(node)) or _argument(body, node)
    if name is None:
        seeded = node in body.seeded
        name = body.names.take("table", body.pairs(node), seeded)
        body.waiting.difference_update(node.args)
        items = _tuple(_in_runs(node.args, [body.text[arg] for arg in node.args]))
        body.block.append(Assign(name, items, (node,), node.origin))
        body.variables[node] = name
        if body.left:
            body.release(node)
    body.text[node] = Text(name, ATOM)


def _in_runs(nodes: Sequence[Node], texts: Sequence[Text]) -> list[Text]:
    """The items of a table; one constant many times is written once."""
    made: list[Text] = []
    keys = [bits(one.payload) if one.op is CONST else id(one) for one in nodes]
    for _, run in itertools.groupby(range(len(keys)), keys.__getitem__):
        places = [*run]
        first = texts[places[0]]
        many = Text(f"*[{first.source}] * {len(places)}", PRODUCT)
        several = len(places) > FEW and nodes[places[0]].op is CONST
        made += [many] if several else [texts[at] for at in places]
    return made


def write_put(body: Any, node: Node) -> None:
    """Put a number into a list: into that which a round carries, if nobody reads what it was; or
    else into a copy."""
    numbers, at, value = node.args
    own = body.text[numbers].source
    waiting = [arg for arg in (at, value) if arg in body.waiting]
    body.waiting.difference_update(node.args)
    read_first(body, own)
    name = body.name(node)
    for arg in waiting:
        if name != own and name in variables_in(body, arg):  # which holds another list yet
            body.assign(arg)
    template, texts = index(body, node)
    if name != own:
        body.block.append(Assign(name, held(body, numbers), (numbers,), node.origin))
        texts[0] = Text(name, ATOM)
    place = fill(template, texts).source
    body.block.append(Assign(place, body.text[value], (node,), node.origin))
    body.call(node, name)
    body.text[node] = Text(name, ATOM)


def read_first(body: Any, name: str) -> None:
    """Name what is to be read of a list before it changes, and is not written yet."""
    body.assign_all([one for one in [*body.waiting] if name in variables_in(body, one)])


def append(body: Any, table: str, one: Node) -> None:
    """Write `table.append(one)`."""
    text = held(body, one)
    body.waiting.discard(one)
    body.block.append(Append(table, text, (one,), one.origin))


def held(body: Any, node: Node) -> Text:
    """The text of a value for a variable of its own: a list that is in another one is copied."""
    text: Text = body.text[node]
    own = text.source.isidentifier() and is_table(node, body.tabular)
    return Text(f"[*{text.source}]", ATOM) if own else text


def _argument(body: Any, node: Node) -> str | None:
    """The argument that the table is, as it is given: a list or tuple of these numbers."""
    for name, structure in body.graph.inputs.items() if body.carried is None else ():
        row = [*structure] if type(structure) in (list, tuple) else []
        if len(row) == len(node.args) and all(map(operator.is_, row, node.args)):
            body.given_whole.add(node)
            return str(name)
    return None


def is_taken_apart(body: Any, structure: Any) -> bool:
    """Whether an argument's numbers are read one by one."""
    outputs = set(leaves(body.outputs))
    for leaf in leaves(structure):
        readers = body.readers.get(leaf, ())
        if leaf in outputs or not readers or not body.given_whole.issuperset(readers):
            return True
    return False


def index(body: Any, node: Node) -> tuple[Template, list[Text]]:
    """How a number is taken from a table, and the texts of the two."""
    numbers, at = node.args[:2]
    texts = [body.text[numbers], body.text[at]]
    if at.op is CONST and float(at.payload).is_integer():
        texts[1] = Text(str(int(at.payload)), ATOM)
    elif at not in body.whole:
        return body.templates[node.op], texts
    return parse("{0}[{1}]", body.names.scope), texts


def of_ints(body: Any, node: Node, given: list[Text]) -> tuple[Template | None, list[Text]]:
    """How an int is computed: math.floor(x) is one, and k + 1."""
    template = node.op.spelling or ""
    if template.startswith(_MADE):
        return parse(template[len(_MADE) : -1], body.names.scope), given
    return None, [int_text(arg, text) for arg, text in zip(node.args, given, strict=True)]


def int_text(node: Node, text: Text) -> Text:
    """The text of an argument; a constant is an int too."""
    if node.op is not CONST:
        return text
    return Text(str(int(node.payload)), ATOM if node.payload >= 0.0 else UNARY)


def wholes(
    nodes: Sequence[Node],
    inputs: Iterable[Node],
    outputs: Iterable[Node],
    given: Container[Node] | None,
) -> set[Node]:
    """What is an int as it is written: inputs that are `given`, what bisect finds, sums of ints;
    and what is made a float, but only ever an index. So are inputs of a function, or Python says
    that they are none."""
    read: dict[Node, bool] = dict.fromkeys(outputs, False)  # whether as an index alone
    for node in reversed(nodes):
        alone = read.get(node, True)
        for at, arg in enumerate(node.args):
            index = (node.op in (TAKE, PUT) and at == 1) or (
                alone and node.op in (add, sub, mul, neg)
            )
            read[arg] = index and read.get(arg, True)
    found = {node for node in inputs if (read.get(node) if given is None else node in given)}
    for node in nodes:
        ints = [arg in found or (arg.op is CONST and _is_whole(arg.payload)) for arg in node.args]
        sums = node.op in (add, sub, mul, neg, min, max) and all(ints)
        made = (node.op.spelling or "").startswith(_MADE) and read.get(node)
        some = sums and any(arg in found for arg in node.args)
        if made or some or node.op is LEFT or node.op is RIGHT:
            found.add(node)
    return found


def _is_whole(value: float) -> bool:
    return type(value) is float and value.is_integer()


# ---------------------------------------------------------------------------------- in results

FEW = 4  # items of a row that are written one by one


def runs(body: Any, items: list[Any]) -> list[Any]:
    """The items of a list; those that are the rows of tables, one after the other, as one text."""
    made: list[Any] = []
    at = 0
    while at < len(items):
        first, length = _rows_of(items[at]), 1
        while first and at + length < len(items) and _follows(first, items[at + length], length):
            length += 1
        text = _text_of(body, items[at], first, length) if first and length > FEW else ""
        made += [text] if text else items[at : at + length]
        at += length
    return made


def _rows_of(one: Any) -> list[Any]:
    """What each number of an item is: of which table it is which row, or itself; nothing of an
    item that is no row."""
    found = [_row(leaf) for leaf in leaves(one)]
    return found if any(type(row) is tuple and type(row[0]) is Node for row in found) else []


def _row(leaf: Node) -> Any:
    if leaf.op is TAKE and leaf.args[0].op is ITEM and leaf.args[1].op is CONST:
        return leaf.args[0], int(leaf.args[1].payload)
    return bits(leaf.payload) if leaf.op is CONST else leaf


def _follows(first: list[Any], one: Any, after: int) -> bool:
    """Whether an item is so many rows after the first."""
    rows = [_row(leaf) for leaf in leaves(one)]
    if len(rows) != len(first):
        return False
    for row, start in zip(rows, first, strict=True):
        moved = type(start) is tuple and type(start[0]) is Node
        if moved and not (type(row) is tuple and row[0] is start[0] and row[1] == start[1] + after):
            return False
        if not moved and row is not start:
            plain = type(row) is tuple and type(start) is tuple and type(row[0]) is not Node
            if not (plain and row == start):
                return False
    return True


def _text_of(body: Any, one: Any, first: list[Any], length: int) -> str:
    """So many rows from that one on, as the items of a list; nothing where that is too long."""
    tables: dict[str, str] = {}
    text: dict[Any, Any] = {}
    for leaf, row in zip(leaves(one), first, strict=True):
        text[leaf] = body.text[leaf].source
        if type(row) is tuple and type(row[0]) is Node:
            (table, start), name = row, body.text[row[0]].source
            loop = table.args[0].payload
            rows: Any = loop.rounds  # what it keeps has one of each round, and a list stays as long
            if table.payload < loop.carried:
                begun = table.args[0].args[table.payload]
                rows = begun.args if begun.op is TABLE else None
            whole = rows is not None and start == 0 and len(rows) == length
            name += "" if whole else f"[{start}:{start + length}]"
            text[leaf] = tables.setdefault(name, f"row{len(tables) or ''}")
    if type(one) is Node:
        return f"*{next(iter(tables))}" if tables else ""  # equal constants are no rows
    if any(type(part) not in (list, tuple) for part in containers(one)):
        return ""
    names, values = ", ".join(tables.values()), ", ".join(tables)
    values = f"zip({values})" if len(tables) > 1 else values
    found = f"*[{one_line(bracket(one, text))} for {names} in {values}]"
    return found if len(found) < WIDTH - 10 else ""
