"""A Graph as a program of its Nodes, with its branches and loops.

In: a Graph. Out: what is computed, one Node after the other, and what its choices decide; and the
syntax tree of what a target writes for the Nodes of an op. A room of its own because here nothing
is made a text and read again: a Node has no name, and no line is too long. That is most of the time
of a long program.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from typing import Any

from lazyad.codegen import Outside
from lazyad.emit.carried import OWN, of_python
from lazyad.emit.decided import scheduled
from lazyad.emit.loops import lazily
from lazyad.emit.schedule import Branch, Schedule
from lazyad.emit.spelling import parse
from lazyad.emit.tables import wholes
from lazyad.emit.targets import Target, spellings
from lazyad.graph import CALL, CONST, LOOP, OPS, RAISE, SCAN, TABLE, Graph, Node, const
from lazyad.native.numbers import Unsupported
from lazyad.native.programs import GIVEN, Body, Choice, Program, Step
from lazyad.ops import pow
from lazyad.regions import everything
from lazyad.values.structure import leaves
from lazyad.values.trees import parsed


def of_nodes(graph: Graph, target: Target) -> Program:
    """The program of a graph. Raises `Unsupported` for what only Python does."""
    nodes = everything(graph)
    ops = {node.op for node in nodes}
    if CALL in ops or SCAN in ops:
        raise Unsupported("a routine that calls a function")
    if any(op.arity > len(GIVEN) for op in ops):
        raise Unsupported("an operation of so many numbers")
    logic = [op for op in OPS.values() if op.condition or op.lazy]  # which branches may leave
    numbers = [Node(op, (const(True),) * op.arity) for op in logic]
    numbers += [node for node in nodes if not node.op.leaf and not node.op.apart]
    unlike = {node if node.op is pow else node.op: node for node in numbers}
    outside = Outside([graph], [*unlike.values()], target)
    scope, carried = around(parsed("\n".join([*outside.imports(), *outside.carried()])).body)
    if any(one is getattr(math, name[5:]) for name in OWN for one in scope.values()):
        meant, own = of_python()
        scope |= {name: getattr(math, one[5:]) for name, one in meant.items()}
        carried |= own
    texts = spellings(unlike.values(), target)
    trees = {text: _tree(text, outside.names.scope) for text in dict.fromkeys(texts.values())}
    forms = {text if type(key) is Node else key: trees[text] for key, text in texts.items()}
    constants = [one.payload for one in nodes if one.op is CONST]
    infinite = any(type(one) is float and not math.isfinite(one) for one in constants)
    framed = TABLE in ops or any(one.op is LOOP and one.payload.records for one in nodes)
    inputs, outputs = leaves(graph.inputs), leaves(graph.outputs)
    return Program(graph, {}, inputs, outputs, scope, carried, forms, target, infinite, framed)


def around(body: Sequence[ast.stmt]) -> tuple[dict[str, Any], dict[str, ast.FunctionDef]]:
    """What the statements of a file define, and the functions among it."""
    scope: dict[str, Any] = {}
    exec(compile(ast.Module([*body], []), "<lazyad>", "exec", dont_inherit=True), scope)
    return scope, {one.name: one for one in body if isinstance(one, ast.FunctionDef)}


def _tree(text: str, names: Mapping[Any, str]) -> ast.expr:
    """A template's, with the names of what is given."""
    pieces = parse(text, names).pieces
    named = [GIVEN[one] if isinstance(one, int) else one for one in pieces]
    tree: ast.expr = parsed("".join(named), mode="eval").body
    return tree


def body_of(program: Program, graph: Graph, given: frozenset[Node] | None) -> Body:
    """The program of a graph among those of the program; `given` are its inputs that are ints."""
    if graph not in program.bodies:
        found = scheduled(lazily(graph) if given is not None else graph)
        nodes = [node for node in found.nodes if not node.op.leaf]
        body: Sequence[Step] = nodes
        if any(found.branches.values()) or any(a.op is RAISE for n in nodes for a in n.args):
            body = _Steps(found, nodes).all()
        ints = {*(given or ())}
        if any(node.op.apart and node.op.spelling for node in nodes):
            ints = wholes(nodes, leaves(graph.inputs), leaves(found.outputs), given)
        program.bodies[graph] = Body(body, found.outputs, ints)
    return program.bodies[graph]


class _Steps:
    """Puts each Node into its branch. What reads a choice waits until nothing else is left, so that
    many choices on one condition become one branch."""

    def __init__(self, found: Schedule, nodes: Sequence[Node]) -> None:
        self.branches, self.sides, self.nodes = found.branches, found.sides, nodes
        self.conditions = found.conditions()
        self.body: list[Step] = []
        self.open: dict[tuple[Branch | None, Node], Choice] = {}  # into which Nodes may yet come
        self.inside: dict[int, list[Any]] = {}  # those in each
        self.full: list[tuple[int, int, Branch | None, Node]] = []  # those that decide something
        self.home: dict[Node, Choice | None] = {}  # the innermost choice around each
        self.outer: dict[int, Choice | None] = {}  # and around a choice that is closed

    def all(self) -> Sequence[Step]:
        """All steps, each after what it needs: of two that could come next, the first."""
        gates = dict.fromkeys(branch for branch in self.branches.values() if branch)
        for gate in [*gates]:
            while gate.outer is not None and gate.outer not in gates:
                gates[gate := gate.outer] = None
        items: list[Node | Branch] = [*gates, *self.nodes]
        position = {one: at for at, one in enumerate(items)}
        left = [0] * len(items)
        readers: list[list[int]] = [[] for _ in items]
        for at, one in enumerate(items):
            for need in self.needs(one):
                if need in position:
                    left[at] += 1
                    readers[position[need]].append(at)
        ready = [at for at, count in enumerate(left) if not count]
        while ready or self.full:
            done = self.write(items[heappop(ready)]) if ready else self.close()
            for one in done:
                for at in readers[position[one]]:
                    left[at] -= 1
                    if not left[at]:
                        heappush(ready, at)
        return self.body

    def needs(self, one: Node | Branch) -> list[Node | Branch]:
        """What is written before; of a branch its condition."""
        if isinstance(one, Branch):
            return [self.conditions[one], *([one.outer] if one.outer else [])]
        branch = self.branches.get(one)
        return [*one.args, branch] if branch else [*one.args]

    def write(self, one: Node | Branch) -> Sequence[Node | Branch]:
        """Put it where it belongs; what may be read now."""
        if isinstance(one, Branch):
            return [one]
        branch = self.branches.get(one)
        if one in self.sides:
            choice = self.choice(branch, one.args[0])
            if not choice.choices:
                key = -(branch.depth if branch else 0), len(self.home), branch, one.args[0]
                heappush(self.full, key)
            choice.choices.append(one)
        else:
            self.into(branch).append(one)
        self.home[one] = self.around(branch)
        for arg in one.args:
            self.read(arg)
        return [] if one in self.sides else [one]

    def read(self, node: Node) -> None:
        """What a closed choice computes is kept where it is read behind it."""
        choice = self.home.get(node)
        while choice is not None and id(choice) in self.outer:
            choice.kept[node] = None
            choice = self.outer[id(choice)]

    def around(self, branch: Branch | None) -> Choice | None:
        return self.choice(branch.outer, self.conditions[branch]) if branch else None

    def into(self, branch: Branch | None) -> list[Step]:
        """The end of a branch."""
        choice = self.around(branch)
        return self.body if branch is None or choice is None else choice.sides[not branch.holds]

    def choice(self, branch: Branch | None, condition: Node) -> Choice:
        """The open one on that condition, in that branch."""
        wanted = [(branch, condition)]
        while branch is not None and wanted[-1] not in self.open:
            wanted.append((branch.outer, self.conditions[branch]))
            branch = branch.outer
        for key in reversed(wanted):
            if key not in self.open:
                self.read(key[1])
                self.open[key] = Choice(key[1], [], ([], []), {})
                if key[0] is not None:
                    outer = self.open[key[0].outer, self.conditions[key[0]]]
                    self.inside.setdefault(id(outer), []).append(key)
        return self.open[wanted[0]]

    def close(self) -> list[Node]:
        """Write an open choice, and those in it, where they stand; what they decide may be read."""
        *_, branch, condition = heappop(self.full)
        closing, decided = [(branch, condition)], list[Node]()
        for key in closing:  # which grows
            closing += self.inside.get(id(self.open.get(key)), ())
        for branch, condition in reversed(closing):
            choice = self.open.get((branch, condition))
            if choice is not None:
                self.into(branch).append(choice)
                self.outer[id(choice)] = self.around(branch)
                del self.open[branch, condition]
                decided += choice.choices
        return decided
