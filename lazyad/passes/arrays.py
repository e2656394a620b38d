"""What whole arrays need not do: views of views, and sums of what was spread."""

from lazyad.arrays.forms import broadcast, shape_of
from lazyad.arrays.rows import (
    ASTYPE,
    BROADCAST,
    FLIP,
    PERMUTE,
    RESHAPE,
    SUM,
    permute,
)
from lazyad.graph import Graph, Node, is_const, rewrite
from lazyad.ops import mul, neg


def simplify_arrays(graph: Graph) -> Graph:
    """reshape(reshape(x)) -> reshape(x), transpose(transpose(x)) -> x, flip(flip(x)) -> x, --x ->
    x.

    Exact: the same elements at the same places.
    """
    return rewrite(graph, _simpler)


def _simpler(node: Node) -> Node:
    if not node.args:
        return node
    if node.op.array is None and not node.op.leaf and not node.op.apart:
        return _elementwise(node)
    inner = node.args[0]
    if node.op is RESHAPE and inner.op is RESHAPE:
        (last, shape), (before, middle) = node.payload, inner.payload
        if last == len(middle):
            given = shape_of(inner.args[0])
            if given[len(given) - before :] == shape:
                return inner.args[0]
            return Node(RESHAPE, inner.args, (before, shape), node.origin)
    if node.op is PERMUTE and inner.op is PERMUTE and len(node.payload) == len(inner.payload):
        return permute(inner.args[0], [inner.payload[axis] for axis in node.payload])
    if node.op is FLIP and inner.op is FLIP and node.payload == inner.payload:
        return inner.args[0]
    if node.op is BROADCAST and inner.op is BROADCAST and len(node.payload) == len(inner.payload):
        return Node(BROADCAST, inner.args, node.payload, node.origin)
    if node.op is ASTYPE and inner.op is ASTYPE and node.payload == inner.payload:
        return inner
    if node.op is SUM and inner.op is SUM and not (node.payload[1] or inner.payload[1]):
        return _once(node, inner)
    return node


def _elementwise(node: Node) -> Node:
    """What is spread to a shape that the others have anyway need not be; nor is 1 a factor."""
    shape = shape_of(node)
    for at, arg in enumerate(node.args):
        if arg.op is BROADCAST:
            bare = arg.args[0]
            while bare.op is RESHAPE and shape_of(bare.args[0]) == ():
                bare = bare.args[0]
            args = (*node.args[:at], bare, *node.args[at + 1 :])
            if broadcast([*map(shape_of, args)]) == shape:
                node = Node(node.op, args, node.payload, node.origin)
    if node.op is neg and node.args[0].op is neg:
        return node.args[0].args[0]
    if node.op is mul:
        for one, other in (node.args, node.args[::-1]):
            if is_const(one, 1.0) and shape_of(other) == shape:
                return other
    return node


def _once(node: Node, inner: Node) -> Node:
    """A sum of sums over more axes at once."""
    left = [a for a in range(-len(shape_of(inner.args[0])), 0) if a not in inner.payload[0]]
    axes = {*inner.payload[0], *[left[axis] for axis in node.payload[0]]}
    return Node(SUM, inner.args, (tuple(sorted(axes)), False), node.origin)
