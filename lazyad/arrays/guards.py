"""What raises in a program of whole arrays: a condition that is asked in its turn.

In: a Graph with choices between an exception and an array. Out: one whose results wait for guards,
each a condition and what is raised where it holds. A room of its own because both sides of a choice
between arrays are computed, and an exception is no array.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lazyad.arrays.constants import eye
from lazyad.arrays.forms import form_of, shape_of
from lazyad.arrays.rows import row
from lazyad.arrays.slices import cut
from lazyad.graph import CONST, RAISE, Graph, Node, const, rewrite, walk
from lazyad.ops import and_, not_, or_, where
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
    inside = _reading({node for node in graph.nodes if node.op is RAISE}, graph)
    inside = {node for node in inside if node.op is not GUARD}
    with origins() as now:
        now.origin = None
        needed = _needed(graph, inside)
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


def held(graph: Graph) -> Graph:
    """The program in which what may raise, as the inverse of a matrix, is that of a unit matrix
    where a branch does not need it: inv(x) -> inv(where(c, x, 1))."""
    if not any(node.op.lazy and not shape_of(node.args[0]) for node in graph.nodes):
        return graph
    raising = {node for node in graph.nodes if node.op.array and node.op.array.raises}
    with origins() as now:
        now.origin = None
        needed = _needed(graph, _reading(raising, graph)) if raising else {}
    place = {node: at for at, node in enumerate(graph.nodes)}
    new: dict[Node, Node] = {}
    for node in graph.nodes:
        args = [new.get(arg, arg) for arg in node.args]
        if node in raising and node in needed:
            condition = _known_before(node, needed[node], place, new)
            if condition.op is not CONST:
                args[0] = where(condition, args[0], _unit(args[0]))
        if any(one is not arg for one, arg in zip(args, node.args, strict=True)):
            new[node] = Node(node.op, tuple(args), node.payload, node.origin)
    if not new:
        return graph
    outputs = map_leaves(lambda leaf: new.get(leaf, leaf), graph.outputs)
    return graph.returning(outputs, walk([new.get(node, node) for node in graph.nodes]))


def _known_before(
    node: Node, condition: Node, place: Mapping[Node, int], new: Mapping[Node, Node]
) -> Node:
    """The condition as far as it is known when the Node is computed: what is not counts as true."""
    found: dict[Node, Node] = {}

    def of(part: Node) -> Node:
        if part in place:
            return new.get(part, part) if place[part] < place[node] else const(True)
        return found.get(part, part)

    for one in walk([condition], {*place}):
        parts = [of(part) for part in one.args]
        if one.op is and_:
            found[one] = _both(*parts)
        elif one.op is or_:
            found[one] = _either(*parts)
        elif one.op is not_:
            found[one] = parts[0] if parts[0].op is CONST else not_(parts[0])
    return of(condition)


def _unit(x: Node) -> Node:
    """A matrix with ones on its diagonal, of as many rows and columns."""
    rows, columns = shape_of(x)[-2:]
    whole = eye(max(rows, columns), form_of(x).kind)
    return cut(whole, ((0, rows, 1), (0, columns, 1))) if rows != columns else whole


def _reading(found: set[Node], graph: Graph) -> set[Node]:
    """These Nodes, and those that depend on them."""
    inside = {*found}
    for node in graph.nodes if found else ():
        if not inside.isdisjoint(node.args):
            inside.add(node)
    return inside


def _needed(graph: Graph, inside: set[Node]) -> dict[Node, Node]:
    """When each of these Nodes is needed: a condition, by what chooses between it and another
    one."""
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
    return other if one.op is CONST else one if other.op is CONST else and_(one, other)


def _either(one: Node, other: Node) -> Node:
    if _implies(one, other):
        return other
    return one if _implies(other, one) else or_(one, other)


def _implies(one: Node, other: Node, levels: int = 8) -> bool:
    """Whether it can be seen that the other condition holds where one does."""
    if one is other or other.op is CONST:
        return True
    if one.op is not_ and other.op is not_:
        return one.args[0] is other.args[0]
    if not levels:
        return False
    if other.op is and_:
        return all(_implies(one, part, levels - 1) for part in other.args)
    if one.op is or_:
        return all(_implies(part, other, levels - 1) for part in one.args)
    return one.op is and_ and any(_implies(part, other, levels - 1) for part in one.args)


def _without_raise(node: Node) -> Node:
    """A choice of an exception as its other side; what is nothing else, as a nan."""
    if node.op.lazy and any(side.op is RAISE for side in node.args[1:]):
        sides = [side for side in node.args[1:] if side.op is not RAISE]
        return sides[0] if sides else node.args[1]
    return node
