"""A warning of single calls that become thousands of operations, which whole arrays would not.

In: a Graph as it was traced. Out: nothing, or a warning that names the line. A room of its own
because it looks at a trace once it is done, and nobody else counts by lines.
"""

from __future__ import annotations

from collections import Counter

from lazyad.graph import Graph
from lazyad.values.errors import warn

MOST = 10_000  # operations that one product, contraction or reduction may come to


def warn_of_large_calls(graph: Graph) -> None:
    """Warn, with the user's line, of a call of NumPy's that came to more operations than that, each
    made of others of them: what is done to each element by itself is not meant."""
    if len(graph.nodes) <= MOST:
        return
    count = Counter([node.origin for node in graph.nodes if not node.op.leaf])
    large = {origin for origin, times in count.items() if origin and times > MOST}
    made = [node for node in graph.nodes if node.origin in large] if large else []
    joined = {n.origin for n in made if any(arg.origin is n.origin for arg in n.args)}
    for origin in large & joined:
        what = f"one call of NumPy's became {count[origin]:,} operations, a number each"
        warn(UserWarning, origin, what, "compile(..., target='array'), which keeps arrays whole")
