"""A schedule that asks nothing twice: what a branch has decided is known inside of it.

In: a Graph. Out: its schedule, after what follows from the conditions around each Node is
simplified. A room of its own because what several branches read is one Node before that, and
only its copies in each of them are in a place where something is known.
"""

from __future__ import annotations

from typing import Any

from lazyad.emit.schedule import Branch, Schedule, own_risks, schedule
from lazyad.facts import Facts
from lazyad.graph import CONST, Graph, Node, Op, const, is_same_const, rewrite, walk
from lazyad.ops import pow
from lazyad.passes.simplify import simplify_choices
from lazyad.passes.subexpressions import merge_subexpressions
from lazyad.values.origin import state


def scheduled(graph: Graph, lazy: bool = True) -> Schedule:
    """Each Node in its branch, as long as that takes fewer of them, and nothing that the file has
    not got: its imports are those of the graph, and conditions and choices need none."""
    found = schedule(graph, lazy)
    while found.sides:
        own = graph.part(found.nodes, found.outputs)
        simpler = simplify_choices(_decided(own, found))
        if simpler is own:
            break
        again = schedule(merge_subexpressions(simpler), lazy)
        if len(again.nodes) >= len(found.nodes):
            break
        if not all(op.condition or op.lazy for op, _ in _spelled(again) - _spelled(found)):
            break
        found = again
    return found


def _spelled(found: Schedule) -> set[tuple[Op, Any]]:
    """The ops, and of powers, which are spelled in several ways, each with its exponent."""
    return {(n.op, n.args[1].payload if n.op is pow else None) for n in found.nodes if n.args}


def _decided(graph: Graph, found: Schedule) -> Graph:
    """The scheduled Nodes, with True or False for each condition that their branch knows."""
    known = _known(found)

    def visit(node: Node) -> Node:
        truths = known.get(state.replaced)
        if truths is None:
            return node
        args = tuple([truths.get(at, arg) for at, arg in enumerate(node.args)])
        if node.op.lazy and is_same_const(*args[1:]) and _is_harmless(args[0]):
            return args[1]
        return Node(node.op, args, node.payload, node.origin)

    return rewrite(graph, visit, known) if known else graph


def _is_harmless(condition: Node) -> bool:
    """Whether nothing fails that is computed for it."""
    return not any(own_risks(node) for node in walk([condition]) if node.args)


def _known(found: Schedule) -> dict[Node, dict[int, Node]]:
    """Which arguments of which Nodes are conditions that hold or do not where these read them."""
    way, conditions = _Way(found), set[Node]()
    known: dict[Node, dict[int, Node]] = {}
    for node in found.nodes:
        branch, sides = found.branches.get(node), found.sides.get(node, ())
        choice = sides and all(map(conditions.__contains__, node.args[1:]))
        if choice or node.op.condition or (node.op is CONST and type(node.payload) is bool):
            conditions.add(node)
        for at, arg in enumerate(node.args):
            if arg in conditions and arg.args:
                truth = way.implied(arg, sides[at - 1] if sides and at else branch)
                if truth is not None:
                    known.setdefault(node, {})[at] = const(truth)
    return known


class _Way:
    """What is known on the way into a branch."""

    def __init__(self, found: Schedule) -> None:
        self.facts = Facts()
        self.conditions = found.conditions()
        self.marks: dict[Branch, int] = {}  # of those around, outermost first

    def implied(self, condition: Node, branch: Branch | None) -> bool | None:
        """Whether the condition holds in the branch, if that is known."""
        inner = []
        while branch is not None and branch not in self.marks:
            inner.append(branch)
            branch = branch.outer
        while self.marks and next(reversed(self.marks)) is not branch:
            _, mark = self.marks.popitem()
            self.facts.undo(mark)
        for one in reversed(inner):
            self.marks[one] = self.facts.mark()
            if one in self.conditions:
                self.facts.learn(self.conditions[one], one.holds)
        return self.facts.implied(condition) if self.marks else None
