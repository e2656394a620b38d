"""A softmax that is written out is one: its tangent asks nothing of the maximum."""

from lazyad.arrays.matrices import softmax
from lazyad.arrays.reductions import MAX
from lazyad.arrays.sums import SUM
from lazyad.graph import Graph, Node, Numbering, rewrite
from lazyad.ops import div, exp, sub
from lazyad.regions import in_bodies


def find_softmax(graph: Graph) -> Graph:
    """e / sum(e) -> softmax(x), where e = exp(x - max(x)).

    Exact: that is how it is computed. It runs once, of what the user wrote: the derivative of the
    maximum cancels in that of the quotient, which takes three operations instead of twelve.
    """
    same = Numbering()

    def found(node: Node) -> Node:
        if node.op is not div:
            return node
        powers, below = node.args
        if below.op is not SUM or powers.op is not exp or not below.payload[1]:
            return node
        (moved,) = powers.args
        if moved.op is not sub or moved.args[1].op is not MAX:
            return node
        x, most = moved.args
        alike = same(below.args[0]) == same(powers) and same(most.args[0]) == same(x)
        return softmax(x, most.payload[0]) if alike and most.payload == below.payload else node

    graph = in_bodies(find_softmax, graph)
    return rewrite(graph, found) if div in graph.ops and SUM in graph.ops else graph
