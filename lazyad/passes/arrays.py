"""What whole arrays need not do: views of views, and sums of what was spread."""

from lazyad.arrays.constants import FULL, full
from lazyad.arrays.contractions import EINSUM
from lazyad.arrays.forms import broadcast, form_of, shape_of
from lazyad.arrays.slices import CUT
from lazyad.arrays.sums import BROADCAST, SUM
from lazyad.arrays.views import ASTYPE, FLIP, PERMUTE, RESHAPE, permute
from lazyad.graph import CONST, Graph, Node, const, is_const, rewrite
from lazyad.ops import div, mul, ne, neg, pow, sub
from lazyad.passes.constants import folded


def simplify_arrays(graph: Graph) -> Graph:
    """reshape(reshape(x)) -> reshape(x), transpose(transpose(x)) -> x, flip(flip(x)) -> x, --x ->
    x, reshape(x[1:2], ()) -> x[1].

    Exact, the same elements at the same places, but for sum(x * y) -> x @ y in tangents.
    """
    return rewrite(graph, _simpler)


def _simpler(node: Node) -> Node:
    if not node.args:
        return node
    if node.op.array is None and not node.op.leaf and not node.op.apart:
        return _elementwise(node)
    inner = node.args[0]
    if inner.op is FULL and node.op in (RESHAPE, BROADCAST):
        return full(shape_of(node), *inner.payload[1:])
    if node.op is RESHAPE and inner.op is RESHAPE:
        (last, shape), (before, middle) = node.payload, inner.payload
        if last == len(middle):
            given = shape_of(inner.args[0])
            if given[len(given) - before :] == shape:
                return inner.args[0]
            return Node(RESHAPE, inner.args, (before, shape), node.origin)
    if node.op is RESHAPE and inner.op is CUT:
        return _element(node, inner)
    if node.op is PERMUTE and inner.op is PERMUTE and len(node.payload) == len(inner.payload):
        return permute(inner.args[0], [inner.payload[axis] for axis in node.payload])
    if node.op is FLIP and inner.op is FLIP and node.payload == inner.payload:
        return inner.args[0]
    if node.op is BROADCAST and inner.op is BROADCAST and len(node.payload) == len(inner.payload):
        return Node(BROADCAST, inner.args, node.payload, node.origin)
    if node.op is ASTYPE and inner.op is ASTYPE and node.payload == inner.payload:
        return inner
    derived = node.origin is not None and node.origin.primal
    if node.op is SUM and inner.op is mul and derived and not node.payload[1]:
        first, second = inner.args  # which nobody wrote
        if shape_of(first) == shape_of(second) == shape_of(inner) and len(shape_of(inner)) == 1:
            return Node(EINSUM, inner.args, "i,i->", node.origin)
    if node.op is SUM and inner.op is SUM and not (node.payload[1] or inner.payload[1]):
        return _once(node, inner)
    return node


def _elementwise(node: Node) -> Node:
    """What is spread to a shape that the others have anyway need not be; nor is 1 a factor."""
    shape = shape_of(node)
    if node.op.lazy and node.args[0].op is CONST:
        taken = node.args[1 if node.args[0].payload else 2]
        if form_of(taken) == form_of(node):
            return taken
    if all(arg.op is CONST for arg in node.args):
        known = folded(node)
        return known if form_of(known) == form_of(node) else node
    for at, arg in enumerate(node.args):
        if arg.op is FULL and arg.payload[2] != "bool":  # a number does as well
            alone = node.op.lazy and at and node.args[3 - at].op is CONST  # no array is chosen then
            number = full((), *arg.payload[1:]) if alone else const(arg.payload[1])
            if alone and not arg.payload[0]:
                continue
            args = (*node.args[:at], number, *node.args[at + 1 :])
            found = Node(node.op, args, node.payload, node.origin)
            if form_of(found) == form_of(node) and not all(one.op is CONST for one in args):
                node = found
                continue
        if arg.op is BROADCAST:
            bare = arg.args[0]
            while bare.op is RESHAPE and shape_of(bare.args[0]) == ():
                bare = bare.args[0]
            args = (*node.args[:at], bare, *node.args[at + 1 :])
            if broadcast([*map(shape_of, args)]) == shape:
                node = Node(node.op, args, node.payload, node.origin)
    if (another := _of_full(node)) is not None:
        return another
    if node.op is neg and node.args[0].op is neg:
        return node.args[0].args[0]
    if node.op is ne and is_const(node.args[1], 0.0):
        asked = node.args[0].args[0] if node.args[0].op is ASTYPE else node.args[0]
        if form_of(asked) == form_of(node):  # a mask is no number
            return asked
    if node.op is pow and is_const(node.args[1], 0.0):
        return full(shape, 1.0, form_of(node).kind)
    neutral = {sub: 0.0, div: 1.0, pow: 1.0}.get(node.op)
    if neutral is not None and is_const(node.args[1], neutral):
        return node.args[0] if form_of(node.args[0]) == form_of(node) else node
    if node.op is mul:
        for one, other in (node.args, node.args[::-1]):
            if is_const(one, 1.0) and shape_of(other) == shape:
                return other
    return node


def _of_full(node: Node) -> Node | None:
    """Of an array of one number that is negated, or divided or multiplied by a number: another."""
    fulls = [arg for arg in node.args if arg.op is FULL]
    rest = [arg for arg in node.args if arg.op is not FULL and arg.op is not CONST]
    if node.op not in (neg, mul, div) or len(fulls) != 1 or rest:
        return None
    shape, _, kind = fulls[0].payload
    numbers = [arg.payload[1] if arg.op is FULL else arg.payload for arg in node.args]
    one = node.op is mul and 1.0 in numbers  # beyond, float32 may round differently
    if (kind != "float64" and not one) or (node.op is div and not numbers[1]):
        return None
    return full(shape, node.op(*numbers), kind)


def _element(node: Node, part: Node) -> Node:
    """reshape(x[1:2], ()) -> x[1]."""
    (last, shape), items = node.payload, part.payload
    cuts = [item for item in items if type(item) is not int]
    if len(cuts) != last:
        return node
    sizes = shape_of(part)[len(shape_of(part)) - last :]
    one = [type(cut) is tuple and size == 1 for cut, size in zip(cuts, sizes, strict=True)]
    if shape != tuple([size for size, alone in zip(sizes, one, strict=True) if not alone]):
        return node
    alone = iter(one)
    items = [item[0] if type(item) is not int and next(alone) else item for item in items]
    return Node(CUT, part.args, tuple(items), node.origin)


def _once(node: Node, inner: Node) -> Node:
    """A sum of sums over more axes at once."""
    left = [a for a in range(-len(shape_of(inner.args[0])), 0) if a not in inner.payload[0]]
    axes = {*inner.payload[0], *[left[axis] for axis in node.payload[0]]}
    return Node(SUM, inner.args, (tuple(sorted(axes)), False), node.origin)
