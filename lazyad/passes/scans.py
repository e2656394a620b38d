"""Scans carry, read and give out what is needed, and no more."""

from __future__ import annotations

from typing import Any

from lazyad.arrays.forms import form_of
from lazyad.arrays.scans import Scan, body_of
from lazyad.graph import SCAN, Node, reached


def slim_scan(node: Node, wanted: set[int]) -> tuple[Node, list[Any]]:
    """The scan with what is wanted of it, and where its items are now. A carried value is needed if
    it is read after the scan, or by a round for what is needed; one that no round changes is only
    read."""
    what: Scan = node.payload
    after, out, *test = what.body.outputs
    inputs, last = what.inputs, what.carried + what.over
    kept_out = [at for at in range(len(out)) if what.carried + at in wanted]
    steady = {
        at
        for at in range(what.carried)
        if after[at] is inputs[at] and form_of(node.args[at]) == form_of(inputs[at])
    }
    changed = [at for at in range(what.carried) if at not in steady]
    carried = wanted.intersection(changed)
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
        return node, [*range(what.items)]
    names = [*what.body.inputs]
    body = body_of(
        [(names[at], inputs[at]) for at in keep],
        ([after[at] for at in sorted(carried)], [out[at] for at in kept_out], *test),
        what.body.nodes,
        [inputs[at] for at in keep if names[at] in what.body.seeds],
    )
    new = what._replace(body=body, carried=len(carried), over=len(rows))
    kept = [*sorted(carried), *[what.carried + at for at in kept_out]]
    places: list[Any] = [kept.index(at) if at in kept else at for at in range(what.items)]
    for at in steady:
        places[at] = node.args[at]
    return Node(SCAN, tuple([node.args[at] for at in keep]), new, node.origin), places
