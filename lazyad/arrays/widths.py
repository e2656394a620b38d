"""The width of floats: a program of whole arrays whose numbers are all float32.

In: a Graph as it was traced, whose arguments are float32 already. Out: one in which nothing is
float64. A room of its own because NumPy widens what meets whole numbers, and makes float64 of what
says nothing else.
"""

from __future__ import annotations

from lazyad.arrays.constants import ARRAY, EYE, FULL, Constant, full
from lazyad.arrays.forms import WEAK, form_of, set_form
from lazyad.arrays.views import ASTYPE, astype
from lazyad.graph import CONST, INPUT, ITEM, Graph, Node, rewrite
from lazyad.regions import in_bodies
from lazyad.values.structure import leaves, map_leaves


def narrowed(graph: Graph) -> Graph:
    """The program with float32 for float64, in the bodies of its loops as well."""
    graph = in_bodies(narrowed, graph)
    inputs = {node: _input(node) for node in leaves(graph.inputs)}
    new = rewrite(graph, lambda node: inputs.get(node, node) if node.op is INPUT else _narrow(node))
    given = map_leaves(lambda leaf: inputs.get(leaf, leaf), graph.inputs)
    return Graph(given, new.outputs, new.name, new.nodes, new.seeds)


def _input(node: Node) -> Node:
    form = form_of(node)
    if form.kind != "float64":
        return node
    return set_form(Node(INPUT, (), node.payload, node.origin), form._replace(kind="float32"))


def _narrow(node: Node) -> Node:
    """The same with a float32 where it says float64, and what it would be of float32 alone."""
    if node.op is CONST or node.op is ITEM:
        return node
    payload = node.payload
    if node.op in (FULL, EYE) and payload[-1] == "float64":
        payload = (*payload[:-1], "float32")
    elif node.op is ASTYPE and payload == "float64":
        payload = "float32"
    elif node.op is ARRAY and payload.array.dtype.name == "float64":
        payload = Constant(payload.array.astype("float32"))
    if node.op is ASTYPE and form_of(node.args[0]).kind == payload:
        return node.args[0]
    if payload is not node.payload:
        return Node(node.op, node.args, payload, node.origin)
    form = form_of(node)
    kinds = {one.kind for one in (form if type(form) is tuple else (form,))}
    if "float64" not in kinds:
        return node
    first = 1 if node.op.lazy else 0
    args = [*node.args[:first], *map(_as_narrow, node.args[first:])]
    return Node(node.op, tuple(args), payload, node.origin)


def _as_narrow(arg: Node) -> Node:
    kind = form_of(arg).kind
    if kind == WEAK and arg.op is CONST:
        return full((), arg.payload, "float32")
    return astype(arg, "float32") if kind in ("int64", "bool", "float64") else arg
