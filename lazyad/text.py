"""Nodes and Graphs as text: a listing, one Node a line, and a single expression.

In: Nodes, which stand above this room. Out: what people read. A room of its own because how a graph
reads is no part of what it is.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from lazyad.values.structure import Elements, Opened, Record, Run, Static, leaves, parts


def leaf_name(node: Any) -> str:
    """How a leaf reads: its name, its value, or 0."""
    if node.op.name == "raise":
        return f"raise {node.payload[0].__name__}"
    return "0" if node.op.name == "zero" else str(node.payload)


def listing(graph: Any) -> str:
    """A readable text form of a Graph, one Node a line.

    >>> from lazyad.graph import Graph, Node
    >>> x = Node.input("x")
    >>> print(Graph([x], (x * x + 1,), "g"))
    g(x):
      %0 = mul(x, x)
      %1 = add(%0, 1.0)
      return (%1,)
    """
    return "\n".join(line for _, line in entries(graph))


def entries(
    graph: Any, known: dict[Any, str] | None = None, numbers: Iterator[int] | None = None
) -> Iterator[tuple[Any, str]]:
    """The lines of the listing, each with its Node; heads and returns have none. Where several
    graphs are listed, a Node keeps the name that is `known`, and others get further numbers."""
    names = {} if known is None else known
    count = itertools.count() if numbers is None else numbers
    for node in leaves(graph.inputs):
        names.setdefault(node, leaf_name(node))
    given = []
    for name, part in graph.inputs.items():
        if leaves(part) == [part]:
            names[part] = name
            given.append(f"{name}{_form_text(part)}")
        else:
            given.append(f"{name}={_structure_text(part, names)}")
    yield None, f"{graph.name}({', '.join(given)}):"
    for node in graph.nodes:
        if node.op.leaf:
            names.setdefault(node, leaf_name(node))
            continue
        if node not in names:
            names[node] = f"%{next(count)}"
        inner = [names[arg] for arg in node.args]
        inner += [str(node.payload)] if node.op.name == "item" else []
        called = node.op.name + _payload_text(node)
        yield node, f"  {names[node]} = {called}({', '.join(inner)}){_form_text(node)}"
        if node.op.name in ("loop", "call", "scan"):
            for one, line in entries(node.payload.body, known, numbers):
                yield one, f"  | {line}"
    yield None, f"  return {_structure_text(graph.outputs, names)}"


def _payload_text(node: Any) -> str:
    """What an op of whole arrays holds: sum[((-1,), False)], einsum[ij,jk->ik]."""
    if node.op.array is None or node.payload is None or node.op.name == "scan":
        return ""
    return f"[{node.payload}]"


def _form_text(node: Any) -> str:
    """What a whole array is: float64[3, 4]; nothing of a number."""
    form = getattr(node, "form", None)
    forms: Any = [form] if hasattr(form, "shape") else form or []
    if not any(one.shape for one in forms):
        return ""
    return ": " + ", ".join([f"{one.kind}{[*one.shape]}" for one in forms])


def _structure_text(structure: Any, names: dict[Any, str]) -> str:
    if type(structure) is Static:
        return repr(structure.value)
    found = parts(structure.rows() if type(structure) is Elements else structure)
    if found is None:
        return names[structure]
    inner = [_structure_text(part, names) for _, part in found]
    if type(structure) is Record:
        fields = [f"{n}={text}" for n, text in zip(structure.fields, inner, strict=True)]
        return f"{structure.type.__name__}({', '.join(fields)})"
    if type(structure) is Opened:
        return f"{structure.type.__name__}({', '.join(inner)})"
    if type(structure) is Run:
        return f"*{inner[0]}"
    if type(structure) is dict:
        return f"{{{', '.join(f'{k!r}: {v}' for k, v in zip(structure, inner, strict=True))}}}"
    if type(structure) is tuple:
        return f"({inner[0]},)" if len(inner) == 1 else f"({', '.join(inner)})"
    return f"[{', '.join(inner)}]" if type(structure) is list else f"array([{', '.join(inner)}])"


_TEXT_LIMIT = 2000  # a shared graph written as a tree can be exponentially long


def expression(order: Sequence[Any]) -> str:
    """The last Node as one expression; where that would be very long, shared ones get names.

    `order` has the arguments of each before it.
    """
    root = order[-1]
    size: dict[Any, int] = {}
    uses: Counter[Any] = Counter(arg for node in order for arg in node.args)
    for node in order:
        size[node] = min(1 + sum(size[arg] for arg in node.args), _TEXT_LIMIT + 1)
    names: dict[Any, str] = {}
    lines = []
    if size[root] > _TEXT_LIMIT:
        for node in order:
            if uses[node] > 1 and not node.op.leaf:
                text = _expression(node, names)
                names[node] = f"v{len(names)}"
                lines.append(f"{names[node]} = {text}")
    return "\n".join([*lines, _expression(root, names)])


def _expression(root: Any, names: dict[Any, str]) -> str:
    pieces: list[str] = []
    stack: list[Any] = [root]
    while stack:
        item = stack.pop()
        if type(item) is str:
            pieces.append(item)
        elif item in names:
            pieces.append(names[item])
        elif item.op.leaf:
            pieces.append(leaf_name(item))
        else:
            stack.extend(reversed(_pieces(item)))
    return "".join(pieces)


def _pieces(node: Any) -> list[Any]:
    spelling = node.op.spelling or ""
    if spelling.startswith("{0} ") and node.op.arity == 2:
        return ["(", node.args[0], spelling[3:-3], node.args[1], ")"]
    pieces: list[Any] = [f"{node.op.name}("]
    for position, arg in enumerate(node.args):
        pieces += [", ", arg] if position else [arg]
    return [*pieces, ")"]
