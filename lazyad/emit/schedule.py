"""Which branch each Node is computed in, so that no branch not taken is evaluated.

In: a Graph. Out: the Nodes in order, and for each the `Branch` it belongs to (None: always
computed). A room of its own because laziness is decided here once, before any source is written.

A Node is demanded by its users; an argument of `where(c, x, y)` is demanded only if c holds (x) or
does not (y). What both branches demand is computed before them. What several unrelated branches
demand is copied into each of them, as a person would write it; but where a later branch asks on the
same condition for what a call or a loop comes to in an earlier one, that is a choice.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import is_
from typing import Any

from lazyad.graph import CONST, ITEM, PUT, REGIONS, TAKE, Graph, Node, const, is_condition
from lazyad.ops import div, pow, where
from lazyad.values.origin import origins
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves, map_leaves


class Branch:
    """The side of a condition that is taken, inside the branch that `outer` is."""

    __slots__ = ("condition", "depth", "holds", "outer", "serial")

    def __init__(self, outer: Branch | None, condition: Node, holds: bool) -> None:
        self.outer = outer
        self.condition = condition
        self.holds = holds
        self.depth: int = outer.depth + 1 if outer else 1
        self.serial = 0


_DEEPEST = 80  # indentation has a limit in CPython; deeper choices evaluate both sides
_MOST_GUARDS = 1000  # as many ways may return early
_WORTH_A_NAME = 4  # products: what costs less than a call is computed again rather than kept
# What more branches than that want, and than read it, is computed before them; the next number
# counts where all that is written would otherwise be more than twice what there is.
_MOST_COPIES = 16, 4, 1


class Schedule(NamedTuple):
    """Nodes in the order to compute them, the branch of each, the outputs' structure, and the two
    branches of each choice."""

    nodes: Sequence[Node]
    branches: dict[Node, Branch | None]  # those that are always computed may be missing
    outputs: Any
    sides: dict[Node, tuple[Branch | None, Branch | None]]

    def conditions(self) -> dict[Branch, Node]:
        """That of each branch, where it may be a copy."""
        found: dict[Branch, Node] = {}
        for node, sides in self.sides.items():
            own = self.branches.get(node)  # of one that is too deep, both sides are in it
            found |= {side: node.args[0] for side in sides if side and side is not own}
        return found


def schedule(graph: Graph, lazy: bool = True) -> Schedule:
    """Give every Node one branch; a Node that several branches need becomes several Nodes.

    Where the target is not `lazy`, both sides of every choice are computed.
    """
    if not lazy or not any(op.lazy for op in graph.ops):
        return Schedule(graph.nodes, {}, graph.outputs, {})
    inner = _Branches(graph)
    values = [leaf for leaf in leaves(graph.outputs) if not (leaf.origin and leaf.origin.primal)]
    asked = _asked(_demands(graph.nodes, inner, values, {}))
    nodes: Sequence[Node] = graph.nodes
    roots = leaves(graph.outputs)
    for inner.copies in _MOST_COPIES:
        demands = _demands(nodes, inner, roots, asked)
        if sum(map(len, demands.values())) <= 2 * len(nodes):
            break
    if lent := _lent(nodes, demands, inner):
        inner.lent = lent
        nodes = _with(nodes, lent)
        demands = _demands(nodes, inner, roots, asked)
    branches: dict[Node, Branch | None] = {}
    copies: dict[tuple[Node, Branch | None], Node] = {}
    order: list[Node] = []
    sides: dict[Node, tuple[Branch | None, Branch | None]] = {}
    with origins() as now:
        for node in nodes:
            now.origin = node.origin
            for branch in _in_order(demands[node]):
                args = []
                for position, arg in enumerate(node.args):
                    chosen, at = inner.asks(arg, inner.side(node, position, branch))
                    args.append(copies[chosen, _home(demands[chosen], at)])
                same = all(map(is_, args, node.args))
                fresh = same and len(demands[node]) == 1
                copy = node if fresh else Node(node.op, tuple(args), node.payload, node.origin)
                copies[node, branch] = copy
                branches[copy] = branch
                order.append(copy)
                if node.op.lazy:
                    sides[copy] = inner.side(node, 1, branch), inner.side(node, 2, branch)
    outputs = map_leaves(lambda leaf: copies[leaf, None], graph.outputs)
    return Schedule(order, branches, outputs, sides)


def guards(outputs: Any, uses: Counter[Node], round_: bool = False) -> dict[Node, int]:
    """The choices that decide the whole result at once, so that their sides can return; for each,
    how many more decide it after that one.

    Where all choices among the outputs are on one condition and nobody else reads them, those are,
    and so on in their sides.
    """
    levels: dict[Node, int] = {}
    pending = [(Counter(leaves(outputs)), False, 0)]
    while pending:
        results, done, depth = pending.pop()
        choices = deciding(results, uses, round_)
        if not choices or depth == _MOST_GUARDS:
            continue
        sides = [Counter(choice.args[side] for choice in choices) for side in (1, 2)]
        if done:
            after = [levels.get(node, 0) for side in sides for node in side]
            levels.update(dict.fromkeys(choices, 1 + max(after)))
        else:
            pending.append((results, True, depth))
            pending += [(side, False, depth + 1) for side in sides]
    return levels


def deciding(results: Counter[Node], uses: Counter[Node], round_: bool = False) -> list[Node]:
    """The choices among the results, if they are all on one condition, read by nobody else, and
    most of the results: the others would be returned from both sides. In a round, one that says
    whether another follows is enough."""
    choices = [node for node in results if node.op.lazy]
    others = [node for node in results if not (node.op.lazy or node.op is CONST)]
    one = len({choice.args[0] for choice in choices}) == 1
    most = len(choices) >= len(others) or (round_ and next(iter(results)).op.lazy)
    return choices if one and most and all(uses[n] == results[n] for n in choices) else []


# For what a branch computes and others read, the choice that is that there, and that branch; and
# so for the choice.
_Lent = dict[Node, tuple[Node, Branch]]


class _Branches:
    """Interns branches: one object per (outer, condition, side)."""

    def __init__(self, graph: Graph) -> None:
        uses = Counter(chain.from_iterable([node.args for node in graph.nodes]))
        self.guards = guards(graph.outputs, uses + Counter(leaves(graph.outputs)))
        self.indent = self._indents(graph.nodes)
        self.known: dict[tuple[Branch | None, Node, bool], Branch] = {}
        self.lent: _Lent = {}
        self.copies = _MOST_COPIES[0]

    def _indents(self, nodes: Sequence[Node]) -> dict[Node, int]:
        """How deep each choice stands within others, but for those that return."""
        found: dict[Node, int] = {}
        for node in reversed(nodes):
            own = found.get(node, 0)
            inside = own + (node.op.lazy and node not in self.guards)
            for position, arg in enumerate(node.args):
                found[arg] = max(found.get(arg, 0), inside if position else own)
        return found

    def asks(self, arg: Node, at: Branch | None) -> tuple[Node, Branch | None]:
        """The Node that a branch reads for an argument, and the branch that it is demanded in."""
        chosen = _chosen(arg, at)
        if chosen not in self.lent:
            return chosen, at
        choice, home = self.lent[chosen]
        inside = chosen is not choice and _inside(at, {home})
        return (chosen, at) if inside else (choice, home.outer)

    def parts(self, node: Node) -> bool:
        """Whether its sides are branches: those of a choice that is too deep are computed both."""
        return node.op.lazy and self.indent.get(node, 0) < _DEEPEST

    def side(self, node: Node, position: int, branch: Branch | None) -> Branch | None:
        """The branch that argument `position` of a Node in `branch` is demanded in."""
        if position == 0 or not self.parts(node):
            return branch
        key = (branch, _chosen(node.args[0], branch), position == 1)
        if key not in self.known:
            self.known[key] = Branch(*key)
            self.known[key].serial = len(self.known)
        return self.known[key]

    def sibling(self, branch: Branch) -> Branch | None:
        return self.known.get((branch.outer, branch.condition, not branch.holds))


_Demand = set[Branch | None]


def _in_order(demand: _Demand) -> list[Branch | None]:
    """As they were made: a set has another order in every process, and source must not."""
    if len(demand) < 2:
        return [*demand]
    return sorted(demand, key=lambda branch: branch.serial if branch else 0)


# What may fail, of which arguments, and by how much of it: a smaller power does not fail where a
# larger one of the same does not.
_Risk = tuple[tuple[Any, ...], float]
# For each, the branches in which it is tried anyway, and by how much.
_Asked = dict[tuple[Any, ...], dict["Branch | None", float]]


def _demands(
    nodes: Sequence[Node], inner: _Branches, roots: Sequence[Node], asked: _Asked
) -> dict[Node, _Demand]:
    """The branches that want each Node, users first. What several want is computed before them,
    where it cannot fail; otherwise in each of them."""
    demands: dict[Node, _Demand] = {node: set() for node in nodes}
    uses = Counter(chain.from_iterable([node.args for node in nodes]))
    for leaf in roots:
        demands[leaf].add(None)
    risks = _risks(nodes, asked)
    sure = _risks(nodes, asked, sure=True)
    tried = {what: {**branches} for what, branches in asked.items()}
    puts = {node.args[:2]: node for node in nodes if node.op is PUT}
    for node in reversed(nodes):
        everywhere: _Demand = {None}
        if node.op is TAKE and node.args in puts and demands[node]:
            demands[node] |= demands[puts[node.args]]  # before the table changes there
        demand = everywhere if node.op.leaf else _settled(demands[node], inner)
        if len(demand) > 1:
            common = _common(demand)
            harmless = all(_is_tried(risk, common, tried) for risk in risks[node])
            if harmless or len(demand) > max(inner.copies, uses[node]):
                demand = {common}
        demands[node] = demand
        for branch in _in_order(demand):
            for position, arg in enumerate(node.args):
                chosen, at = inner.asks(arg, inner.side(node, position, branch))
                if at not in demands[chosen]:
                    demands[chosen].add(at)
                    _note(tried, sure[chosen], at)
    return demands


def _lent(nodes: Sequence[Node], demands: dict[Node, _Demand], inner: _Branches) -> _Lent:
    """What a branch computes that a later one, on the same conditions and others, asks for too, and
    what a loop comes to there: the choice between that and something else that nobody reads."""
    homes = _homes(nodes, demands)
    known: dict[tuple[Node, bool, Node], Node] = {}  # choices that are there
    for node in nodes if homes else ():
        for side in (1, 2) if inner.parts(node) else ():
            if node.args[3 - side].op.leaf:
                known.setdefault((node.args[0], side == 1, node.args[side]), node)
    spent: dict[Node, float] = {}  # what it costs to compute it once more
    found: _Lent = {}
    for node in nodes if homes else ():
        at = homes.get(node.args[0] if node.op is ITEM else node)
        if at is None or all(_inside(one, {at}) for one in demands[node]):
            continue
        again = sum(spent.get(arg, 0) for arg in node.args)
        spent[node] = math.inf if node.op in REGIONS else again + node.op.weight
        choice = known.get((at.condition, at.holds, node))
        asked = is_condition(node) and node.op is not ITEM  # branches know it by itself
        if asked or node.op in REGIONS or (choice is None and spent[node] < _WORTH_A_NAME):
            continue
        if choice is None:
            other = const(False) if is_condition(node) else const(0.0)
            choice = Node(where, (at.condition, *((node, other) if at.holds else (other, node))))
        found[node] = found[choice] = choice, at
    return found


def _homes(nodes: Sequence[Node], demands: dict[Node, _Demand]) -> dict[Node, Branch]:
    """Where what several branches want is computed first, if the others are only taken after it."""
    several = [node for node in nodes if len(demands[node]) > 1]
    place = {node: at for at, node in enumerate(nodes)} if several else {}
    homes: dict[Node, Branch] = {}
    for node in several:
        home, *others = sorted(demands[node], key=lambda branch: branch.depth if branch else 0)
        if home and all(_follows(home, one, place[node], place) for one in others):
            homes[node] = home
    return homes


def _follows(home: Branch, branch: Branch | None, since: int, place: dict[Node, int]) -> bool:
    """Whether the branch is taken only where the other one is, whose condition is known before."""
    if place[home.condition] > since:
        return False
    inside = False
    while branch is not None and branch is not home.outer:
        if branch.condition is home.condition:
            inside = branch.holds is home.holds
        branch = branch.outer
    return inside and branch is home.outer


def _with(nodes: Sequence[Node], lent: _Lent) -> list[Node]:
    """The Nodes, with each choice behind what it lends."""
    order: dict[Node, None] = {}
    for node in nodes:
        order[node] = None
        if node in lent:
            choice, _ = lent[node]
            order.update(dict.fromkeys((*choice.args, choice)))
    return [*order]


def _asked(demands: dict[Node, _Demand]) -> _Asked:
    """What the values alone try."""
    found: _Asked = {}
    for node, demand in demands.items():
        risks = () if node.op.leaf or not demand else own_risks(node)
        for branch in demand if risks else ():
            _note(found, risks, branch)
    return found


def _note(asked: _Asked, risks: Iterable[_Risk], branch: Branch | None) -> None:
    """That they are tried in that branch."""
    for what, size in risks:
        tried = asked.setdefault(what, {})
        tried[branch] = max(size, tried.get(branch, size))


def _is_tried(risk: _Risk, branch: Branch | None, asked: _Asked) -> bool:
    """Whether it would have failed anyway, if it fails in that branch."""
    what, size = risk
    tried = asked.get(what, {})
    while branch is not None and tried.get(branch, -1.0) < size:
        branch = branch.outer
    return tried.get(branch, -1.0) >= size


def own_risks(node: Node) -> Sequence[_Risk]:
    """When the Node fails: each way is a test of its arguments."""
    op, args = node.op, node.args
    if op is pow and args[1].op is CONST:
        size = float(args[1].payload)
        return [((op, args[0], size > 0.0, size.is_integer()), abs(size))]
    if op.fails is None:
        return [((op, *args, node.payload), 0.0)]
    return [((test, *(args[-1:] if op is div else args)), 0.0) for test, _ in op.fails]


def _risks(
    nodes: Sequence[Node], asked: _Asked, *, sure: bool = False
) -> dict[Node, frozenset[_Risk]]:
    """When computing each Node, with all that it needs, may fail though the values alone do not;
    or what is `sure` to be tried then, whatever is chosen on the way."""
    found: dict[Node, frozenset[_Risk]] = {}
    for node in nodes:
        own = [risk for risk in own_risks(node) if not _is_tried(risk, None, asked)]
        needed = node.args[:1] if sure and node.op.lazy else node.args
        inner = [risks for arg in needed if (risks := found[arg])]
        risks = frozenset(own).union(*inner) if own or inner else _NONE
        if len(risks) > _MOST_RISKS:
            risks = frozenset(own if sure else [((_UNKNOWN,), 0.0)])
        found[node] = risks
    return found


_UNKNOWN = object()
_NONE: frozenset[_Risk] = frozenset()
_MOST_RISKS = 32


def _chosen(node: Node, branch: Branch | None, levels: int = 50) -> Node:
    """The Node itself, or what it comes to inside a branch of its own condition. So many `and`s and
    `or`s within each other are seen through."""
    while node.op.lazy and branch is not None:
        condition = node.args[0]
        if condition.op.lazy and levels:
            condition = _chosen(condition, branch, levels - 1)
        outer: Branch | None = branch
        while outer is not None and outer.condition is not condition:
            outer = outer.outer
        if outer is None and condition.op is not CONST:
            return node
        holds = condition.payload if outer is None else outer.holds
        node = node.args[1] if holds else node.args[2]
    return node


def _settled(demand: _Demand, inner: _Branches) -> _Demand:
    """Both sides of a condition are its outer branch; what an outer branch has, inner ones have."""
    if None in demand:
        return {None}
    if len(demand) == 1:
        return demand
    wanted: _Demand = set(demand)
    pending = sorted((b for b in wanted if b), key=lambda b: b.depth)
    while pending:
        branch = pending.pop()
        sibling = inner.sibling(branch)
        if branch in wanted and sibling in wanted:
            wanted -= {branch, sibling}
            wanted.add(branch.outer)
            if branch.outer is None:
                return {None}
            pending.append(branch.outer)
            pending.sort(key=lambda b: b.depth)
    return {b for b in wanted if b and not _inside(b.outer, wanted)}


def _inside(branch: Branch | None, demand: _Demand) -> bool:
    return _home(demand, branch) in demand


def _home(demand: _Demand, branch: Branch | None) -> Branch | None:
    """The innermost branch of `demand` that `branch` is in."""
    while branch is not None and branch not in demand:
        branch = branch.outer
    return branch


def _common(demand: Iterable[Branch | None]) -> Branch | None:
    """The innermost branch that contains all of them."""
    shared, *rest = demand
    for branch in rest:
        while shared is not None and not _inside(branch, {shared}):
            shared = shared.outer
    return shared
