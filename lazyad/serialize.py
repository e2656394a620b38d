"""A Graph as text and back: what pickles carry.

In: a Graph. Out: JSON that names ops of the table and holds numbers; loading checks every part, so
that only the table's ops, checked identifiers, floats and quoted strings reach the emitter. Classes
and ops of the user's are carried as modules to import, places in the user's files are not carried.
"""

from __future__ import annotations

import copyreg
import json
from importlib import import_module
from typing import Any

from lazyad.dual import Dual
from lazyad.errors import explain
from lazyad.graph import CONST, INPUT, RAISE, ZERO, ZERO_OP, Graph, Node, find_op
from lazyad.origin import Origin, by_numpy
from lazyad.outside import Path, exported, find
from lazyad.sparse import Sparsity
from lazyad.structure import Elements, Record, Static, leaves


def dumps(graph: Graph) -> str:
    """The graph as JSON.

    >>> x = Node.input("x")
    >>> print(loads(dumps(Graph([x], [x * 2.0]))))
    f(x):
      %0 = mul(x, 2.0)
      return [%0]
    """
    nodes = [*leaves(graph.inputs), *(n for n in graph.nodes if n.op is not INPUT)]
    index = {node: at for at, node in enumerate(nodes)}
    data = {
        "name": graph.name,
        "inputs": _packed(graph.inputs, index),
        "seeds": graph.seeds,
        "nodes": [_row(node, index) for node in nodes],
        "outputs": _packed(graph.outputs, index),
        "modules": sorted(_modules(graph)),
    }
    if any(by_numpy(node.origin) for node in nodes):  # for which of them NumPy's rules hold
        data["numpy"] = "".join("01"[by_numpy(node.origin)] for node in nodes)
    return json.dumps(data, separators=(",", ":"))


def loads(text: str) -> Graph:
    """The graph of `dumps`; a ValueError in three parts if the text is not one."""
    try:
        data = json.loads(text)
        for module in data["modules"]:
            import_module(module)
        nodes: list[Node] = []
        numpys = str(data.get("numpy", ""))
        for at, row in enumerate(data["nodes"]):
            origin = Origin(None, 0, numpy=True) if numpys[at : at + 1] == "1" else None
            nodes.append(_node(row, nodes, origin))
        inputs = _unpacked(data["inputs"], nodes)
        outputs = _unpacked(data["outputs"], nodes)
        graph = Graph(inputs, outputs, str(data["name"]), nodes, tuple(data["seeds"]))
        if not set(graph.seeds) <= set(inputs):
            raise ValueError("a seed that is no input")
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ValueError(
            explain(
                f"the text is not a serialized graph: {error}",
                f"{text!r:.60}",
                "what Graph, a compiled function or a kernel pickled",
            )
        ) from error
    return graph.verify()


def _modules(graph: Graph) -> set[str]:
    """The modules that define the user's own ops."""
    found = {node.op for node in graph.nodes if not node.op.leaf}
    outside = {exported(op.value).module for op in found if op.outside}
    own = {op.value.__module__ for op in found if op.spelling is None and op.value is not None}
    return outside | (own - {"lazyad.ops"})


def _row(node: Node, index: dict[Node, int]) -> list[Any]:
    if isinstance(node.payload, Dual):
        return [node.op.name, [node.payload.real, node.payload.dual]]
    if node.op is RAISE:
        return [node.op.name, [exported(node.payload[0]), node.payload[1]]]
    if node.op.leaf:
        return [node.op.name, node.payload]
    return [node.op.name, *[index[arg] for arg in node.args]]


def _node(row: list[Any], nodes: list[Node], origin: Origin | None) -> Node:
    op = find_op(row[0])
    if op is ZERO_OP:
        return ZERO
    if op is CONST:
        if not isinstance(row[1], (float, bool)):
            raise ValueError(f"the constant {row[1]!r} is no float")
        return Node(op, (), row[1])
    if op is RAISE:
        kind = find(Path(*row[1][0]))
        if not (isinstance(kind, type) and issubclass(kind, Exception)):
            raise ValueError(f"{row[1][0]!r} is no exception")
        return Node(op, (), (kind, str(row[1][1])))
    if op is INPUT:
        return Node(op, (), Dual(*row[1]) if isinstance(row[1], list) else str(row[1]), origin)
    if not all(0 <= at < len(nodes) for at in row[1:]):
        raise ValueError(f"the argument of {op.name} comes after it")
    return Node(op, tuple([nodes[at] for at in row[1:]]), None, origin)


def _packed(structure: Any, index: dict[Node, int]) -> Any:
    kind = type(structure)
    if kind is dict:
        return {"dict": [[key, _packed(value, index)] for key, value in structure.items()]}
    if kind is tuple or kind is list:
        return {kind.__name__: [_packed(value, index) for value in structure]}
    if kind is Elements:
        items = [index[item] for item in structure.items]
        return {"array": [structure.shape, items, structure.sparsity]}
    if kind is Record:
        fields = [[name, _packed(value, index)] for name, value in structure.fields.items()]
        return {"record": [exported(structure.type), fields]}
    if kind is Static:  # a result may hold a str or None; of an argument nobody reads it
        return {"static": structure.value if isinstance(structure.value, str) else None}
    return index[structure]


def _unpacked(data: Any, nodes: list[Node]) -> Any:
    if isinstance(data, int):
        return nodes[data]
    ((kind, items),) = data.items()
    if kind == "dict":
        return {key: _unpacked(value, nodes) for key, value in items}
    if kind == "array":
        sparsity = None if items[2] is None else Sparsity(*map(tuple, items[2]))
        return Elements(tuple(items[0]), tuple([nodes[at] for at in items[1]]), sparsity)
    if kind == "record":
        return Record(find(Path(*items[0])), {n: _unpacked(v, nodes) for n, v in items[1]})
    if kind == "static":
        return Static(items if isinstance(items, str) else None)
    return {"tuple": tuple, "list": list}[kind](_unpacked(value, nodes) for value in items)


# Graph does not know how it is pickled; this room does.
copyreg.pickle(Graph, lambda graph: (loads, (dumps(graph),)))
