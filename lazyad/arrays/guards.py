"""What raises in a program of whole arrays: a condition that is asked in its turn.

In: a Graph with choices between an exception and an array. Out: one whose results wait for guards,
each a condition and what is raised where it holds. A room of its own because both sides of a choice
between arrays are computed, and an exception is no array.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lazyad.arrays.forms import shape_of
from lazyad.arrays.rows import row
from lazyad.graph import CONST, RAISE, Graph, Node, const, rewrite, walk
from lazyad.ops import and_, not_, or_
from lazyad.regions import in_bodies
from lazyad.values.origin import origins
from lazyad.values.structure import Form, leaves, map_leaves

# A condition, and the exception that is raised where it holds; what reads it reads nothing.
GUARD = row("guard", lambda _, condition, error: Form((), "bool"), None)

# An array, when these guards have let it pass.
GUARDED = row(
    "guarded",
    lambda _, x, *guards: x,
    None,
    view=True,
    tangent=lambda node, dx, *_: dx,
    transpose=lambda ct, node, at: ct if at == 0 else None,
)


def passed(outputs: Any, guards: Sequence[Node]) -> Any:
    """The outputs, the first of which waits for the guards."""
    left = [*guards]

    def wait(leaf: Node) -> Node:
        given = (leaf, *left)
        left.clear()
        return Node(GUARDED, given, None, leaf.origin) if given[1:] else leaf

    return map_leaves(wait, outputs)


def guards_of(nodes: Iterable[Node]) -> list[Node]:
    """The guards among these Nodes."""
    return [node for node in nodes if node.op is GUARD]


def guarded(graph: Graph) -> Graph:
    """The program whose choices of an exception are guards: where(c, raise, x) -> x, and c is asked
    before whatever follows."""
    graph = in_bodies(guarded, graph)
    with origins() as now:
        now.origin = None
        needed = _needed(graph)
    raised = [node for node in graph.nodes if node.op is RAISE and node in needed]
    if not raised:
        return graph
    both = graph.returning((graph.outputs, tuple([needed[one] for one in raised])))
    walked = rewrite(both, _without_raise)
    outputs, conditions = walked.outputs
    order = [*walked.nodes]
    place = {node: at for at, node in enumerate(order)}
    guards: dict[int, list[Node]] = {}  # behind the last Node that each asks
    for error, condition in zip(raised, conditions, strict=True):
        asked = walk([condition])
        guard = Node(GUARD, (condition, error), None, error.origin)
        at = max([place.get(node, -1) for node in asked], default=-1)
        guards.setdefault(at, []).extend([*[x for x in asked if x not in place], error, guard])
    listed = [*guards.get(-1, ())]
    for at, node in enumerate(order):
        listed += [node, *guards.get(at, ())]
    found = [one for several in guards.values() for one in guards_of(several)]
    return Graph(graph.inputs, passed(outputs, found), graph.name, listed, graph.seeds)


def _needed(graph: Graph) -> dict[Node, Node]:
    """When each Node that an exception is in is needed: a condition, by what chooses between it and
    another one."""
    inside: set[Node] = set()
    for node in graph.nodes:
        own = node.op is not GUARD and not inside.isdisjoint(node.args)
        if node.op is RAISE or own:
            inside.add(node)
    needed = {leaf: const(True) for leaf in leaves(graph.outputs) if leaf in inside}
    for node in reversed(graph.nodes):
        if node not in needed:
            continue
        now, chooses = needed[node], node.op.lazy and not shape_of(node.args[0])
        for at, arg in enumerate(node.args):
            if arg in inside:
                when = now
                if chooses and at:
                    when = _both(now, node.args[0] if at == 1 else not_(node.args[0]))
                needed[arg] = _either(needed[arg], when) if arg in needed else when
    return needed


def _both(one: Node, other: Node) -> Node:
    return other if one.op is CONST else and_(one, other)


def _either(one: Node, other: Node) -> Node:
    return one if one.op is CONST else other if other.op is CONST else or_(one, other)


def _without_raise(node: Node) -> Node:
    """A choice of an exception as its other side; what is nothing else, as a nan."""
    if node.op.lazy and any(side.op is RAISE for side in node.args[1:]):
        sides = [side for side in node.args[1:] if side.op is not RAISE]
        return sides[0] if sides else node.args[1]
    return node
