"""Scans that carry, read and give out what is needed, and no more."""

from lazyad.arrays.forms import form_of
from lazyad.arrays.scans import Scan, body_of
from lazyad.graph import ITEM, SCAN, Graph, Node, reached, rewrite


def prune_scans(graph: Graph) -> Graph:
    """What a scan gives out and nobody reads, and what it carries for nobody, is dropped.

    Exact. A carried value is needed if it is read after the scan, or by a round for what is needed.
    One that no round changes is only read.
    """
    if SCAN not in graph.ops:
        return graph
    read: dict[Node, set[int]] = {}
    for node in graph.nodes:
        if node.op is ITEM and node.args[0].op is SCAN:
            read.setdefault(node.args[0], set()).add(node.payload)
    places: dict[Node, dict[int, int | Node]] = {}  # of items: their new places, or what they are

    def visit(node: Node) -> Node:
        if node.op is ITEM and node.args[0] in places:
            place = places[node.args[0]][node.payload]
            return place if isinstance(place, Node) else Node(ITEM, node.args, place, node.origin)
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


def _pruned(node: Node, read: set[int]) -> tuple[Node, dict[int, int | Node]]:
    what: Scan = node.payload
    after, out, *test = what.body.outputs
    inputs, last = what.inputs, what.carried + what.over
    kept_out = [at for at in range(len(out)) if what.carried + at in read]
    steady = {
        at
        for at in range(what.carried)
        if after[at] is inputs[at] and form_of(node.args[at]) == form_of(inputs[at])
    }
    changed = [at for at in range(what.carried) if at not in steady]
    carried = read.intersection(changed)
    while True:
        ends = [after[at] for at in sorted(carried)] + [out[at] for at in kept_out]
        ends += [one for part in test for one in part]
        needed = reached(ends)
        more = {at for at in changed if inputs[at] in needed} | carried
        if more == carried:
            break
        carried = more
    rows = [at for at in range(what.carried, last) if inputs[at] in needed]
    if what.length is None and not test and not rows:
        rows = [what.carried]  # it goes on as long as they do
    others = [at for at in (*steady, *range(last, len(inputs))) if inputs[at] in needed]
    keep = [*sorted(carried), *rows, *others]
    if not steady and len(keep) == len(inputs) and len(kept_out) == len(out):
        return node, {}
    names = [*what.body.inputs]
    body = body_of(
        [(names[at], inputs[at]) for at in keep],
        ([after[at] for at in sorted(carried)], [out[at] for at in kept_out], *test),
        what.body.nodes,
        [inputs[at] for at in keep if names[at] in what.body.seeds],
    )
    new = what._replace(body=body, carried=len(carried), over=len(rows))
    places: dict[int, int | Node] = {at: node.args[at] for at in steady}
    places |= {at: place for place, at in enumerate(sorted(carried))}
    places |= {what.carried + at: len(carried) + place for place, at in enumerate(kept_out)}
    return Node(SCAN, tuple([node.args[at] for at in keep]), new, node.origin), places
