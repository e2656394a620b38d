"""Scans that carry, read and give out what is needed, and no more."""

from lazyad.arrays.scans import Scan, body_of
from lazyad.graph import ITEM, SCAN, Graph, Node, reached, rewrite


def prune_scans(graph: Graph) -> Graph:
    """What a scan gives out and nobody reads, and what it carries for nobody, is dropped.

    Exact. A carried value is needed if it is read after the scan, or by a round for what is needed.
    """
    if SCAN not in graph.ops:
        return graph
    read: dict[Node, set[int]] = {}
    for node in graph.nodes:
        if node.op is ITEM and node.args[0].op is SCAN:
            read.setdefault(node.args[0], set()).add(node.payload)
    places: dict[Node, dict[int, int]] = {}  # of each scan that is made anew, its items' new places

    def visit(node: Node) -> Node:
        if node.op is ITEM and node.args[0] in places:
            return Node(ITEM, node.args, places[node.args[0]][node.payload], node.origin)
        return node

    originals = iter([node for node in graph.nodes if node.op is SCAN])

    def pruned(node: Node) -> Node:
        if node.op is not SCAN:
            return visit(node)
        found, kept = _pruned(node, read.get(next(originals), set()))
        if found is not node:
            places[found] = kept
        return found

    return rewrite(graph, pruned)


def _pruned(node: Node, read: set[int]) -> tuple[Node, dict[int, int]]:
    what: Scan = node.payload
    after, out, *test = what.body.outputs
    inputs, last = what.inputs, what.carried + what.over
    kept_out = [at for at in range(len(out)) if what.carried + at in read]
    carried = {at for at in range(what.carried) if at in read}
    while True:
        ends = [after[at] for at in sorted(carried)] + [out[at] for at in kept_out]
        ends += [one for part in test for one in part]
        needed = reached(ends)
        more = {at for at in range(what.carried) if inputs[at] in needed} | carried
        if more == carried:
            break
        carried = more
    keep = [
        at
        for at in range(len(inputs))
        if at in carried or (at >= what.carried and inputs[at] in needed)
    ]
    if what.length is None and not test and not any(what.carried <= at < last for at in keep):
        keep = sorted([*keep, what.carried])  # it goes on as long as they do
    if len(keep) == len(inputs) and len(kept_out) == len(out):
        return node, {}
    names = [*what.body.inputs]
    body = body_of(
        [(names[at], inputs[at]) for at in keep],
        ([after[at] for at in sorted(carried)], [out[at] for at in kept_out], *test),
        what.body.nodes,
        [inputs[at] for at in keep if names[at] in what.body.seeds],
    )
    over = sum(what.carried <= at < last for at in keep)
    new = what._replace(body=body, carried=len(carried), over=over)
    places = {at: place for place, at in enumerate(sorted(carried))}
    places |= {what.carried + at: len(carried) + place for place, at in enumerate(kept_out)}
    return Node(SCAN, tuple([node.args[at] for at in keep]), new, node.origin), places
