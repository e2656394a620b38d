"""Loops that only compare what they are to solve: their result's derivative is not the solution's.

In: a Graph. Out: a warning for each loop that halves an interval by comparisons. A room of its own
because the derivative of such a loop is a structural zero, or that of its ends, and nothing in the
program is wrong but what it is taken for.
"""

from __future__ import annotations

from lazyad.derivatives.loops import union
from lazyad.derivatives.single_points import SinglePointWarning
from lazyad.graph import CALL, INPUT, ITEM, LOOP, Graph, Node, sides_of
from lazyad.regions import Loop, smooth
from lazyad.values.errors import warn
from lazyad.values.structure import leaves


class BisectionWarning(SinglePointWarning):
    """The derivative of a loop that only compares is not that of the solution it finds."""


def warn_of_bisections(graph: Graph) -> None:
    """Warn, with the user's line, of loops whose carried values are chosen by comparisons of what
    the loop reads, on which they depend in no other way, among means of two of them. A loop whose
    derivative is not taken, for a solver knows that of the solution, is not meant."""
    for node in _moving(graph) if LOOP in graph.ops else ():
        if node.op is LOOP and _bisects(node.payload):
            warn(
                BisectionWarning,
                node.origin,
                "the loop's result depends on an input through comparisons alone: its derivative is"
                " not that of the solution it finds",
                "la.root(f, bracket=(a, b)), or la.minimize(f, x), which have the derivative of the"
                " solution",
            )


def _moving(graph: Graph) -> list[Node]:
    """The Nodes that a derivative of what is returned may go through."""
    found: dict[Node, None] = {}
    stack = leaves(graph.outputs)
    while stack:
        node = stack.pop()
        if node not in found:
            found[node] = None
            stack += node.args if node.op in (LOOP, ITEM, CALL) else smooth(node)
    return [*found]


def _bisects(what: Loop) -> bool:
    inputs, (go, after, *_) = what.inputs, what.body.outputs
    carried = (1 << what.carried) - 1
    read = (1 << len(inputs)) - (1 << what.given)
    smooth = {one: 1 << at for at, one in enumerate(inputs)}  # what each depends on smoothly
    any_way = dict(smooth)  # and in any way
    for node in what.body.nodes:
        if node.op is INPUT:
            continue
        some = node.args[1:] if node.op.lazy else () if node.op.condition else node.args
        smooth[node] = union(smooth[arg] for arg in some)
        any_way[node] = union(any_way[arg] for arg in node.args)
    smoothly = {1 << at: smooth[value] for at, value in enumerate(after)}
    at_all = {1 << at: any_way[value] for at, value in enumerate(after)}
    made = {end: of & carried for end, of in smoothly.items()}
    ends = {go, *go.args, *[choice.args[0] for choice in _choices(go)]}
    for at, value in enumerate(after):
        for choice in _choices(value):
            if choice.args[0] in ends:  # whether there is another round
                continue
            asked = _over_rounds(any_way[choice.args[0]], at_all) & read
            sides = [smooth[side] & carried for side in choice.args[1:]]
            mean = 1 << at in sides and any(_is_mean(side, 1 << at, made) for side in sides)
            if asked and mean and not asked & _over_rounds(1 << at, smoothly):
                return True
    return False


def _over_rounds(reached: int, after: dict[int, int]) -> int:
    """What that depends on in some round, through what each carried value is after one. Golden
    sections carry values of the function, and only compare them."""
    while more := union(of for end, of in after.items() if end & reached) & ~reached:
        reached |= more
    return reached


def _is_mean(side: int, end: int, made: dict[int, int]) -> bool:
    """Whether what depends on those carried values is a mean of several, or one of them that a
    round makes a mean of this end and another."""
    if side & (side - 1):
        return True
    made_of = made.get(side, 0) & ~side
    return bool(made_of & end and made_of & ~end)


def _choices(value: Node) -> list[Node]:
    """The choices that a value is the result of, within one another."""
    return [one for one in sides_of(value) if one.op.lazy]
