"""A scheduled Graph as statements: what is assigned to a variable, and what its only reader holds.

In: Nodes in order, their branches, their templates. Out: the statements of one function. A room of
its own because here, and only here, Nodes get their names and become expressions.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from lazyad.arrays.constants import ARRAY
from lazyad.arrays.guards import GUARD, GUARDED
from lazyad.emit import sections
from lazyad.emit.calls import name_result, write_call
from lazyad.emit.choices import Choices, Sides
from lazyad.emit.containers import bracket, statement, string
from lazyad.emit.decided import scheduled
from lazyad.emit.exits import End, exits, leave
from lazyad.emit.layout import WIDTH
from lazyad.emit.loops import asked_first, ends, go_on, keep_rows, name_item, next_name, write_loop
from lazyad.emit.names import LONGEST, MANY, Names, users_name
from lazyad.emit.scans import write_scan
from lazyad.emit.schedule import Branch, deciding, guards
from lazyad.emit.spelling import ATOM, Template, Text, fill, negated, number, parse, subtracted
from lazyad.emit.statements import Assign, If, Raise, Return, Statement, With, Word
from lazyad.emit.tables import held, index, of_ints, runs, wholes, write_put, write_table
from lazyad.emit.targets import Target, spellings
from lazyad.graph import (
    CALL,
    CONST,
    INPUT,
    ITEM,
    LOOP,
    PUT,
    RAISE,
    REGIONS,
    SCAN,
    TABLE,
    TAKE,
    ZERO_OP,
    Graph,
    Node,
    is_const,
    reached,
)
from lazyad.ops import add, div, mul, ne, not_, sub
from lazyad.values.origin import PART, Origin
from lazyad.values.structure import is_name, leaf_paths, leaves, map_leaves, variable_name

SHALLOW = 2  # so many choices within each other stand inside an `if` as the user wrote them
_ASSIGNED = r"([^\W\d]\w*)(?:\s*:[^=]+|\s*,[\w\s,]+)?\s*[-+*/]?=(?!=)"
FEW = 4  # numbers that are returned on one line
_MAKERS = ("np", "tuple", "complex", "complex_array", "complex_sum", "rebuilt")  # as `makers` has


class Body:
    """`text` holds what each Node is called or inlined as, `variables` what it is called."""

    tangents: bool  # whether such are given, also to the body that a loop stands in
    tabular: Collection[Node] = ()  # inputs of a round that are tables
    ends: list[End]  # of a round: how its ways end
    loops: dict[Node, list[str]]  # what the values of each loop are called
    rounds: dict[Node, Any]  # and its statement, and the body of its round
    added: dict[Node, str]  # choices whether a round keeps something, and what that is called
    truths: frozenset[Node] = frozenset()  # what loops carry and is True or False
    trying = False  # whether a choice is to be an expression, if that fits

    def __init__(
        self,
        graph: Graph,
        target: Target,
        names: Names,
        *,
        kernel: bool,
        given: Mapping[Node, Text] | None = None,
        whole: Collection[Node] | None = None,
    ) -> None:
        self.graph, self.target, self.names, self.tangents = graph, target, names, kernel
        self.nodes, self.branches, self.outputs, self.sides = scheduled(graph, target.lazy)
        ops = graph.ops if self.nodes is graph.nodes else Counter([n.op for n in self.nodes])
        written = [node for node in self.nodes if not (node.op.leaf or node.op is ARRAY)]
        self.operations = len(written) - sum(ops[op] for op in (*REGIONS, ITEM, TABLE))
        self.templates = {
            key: parse(text, names.scope) for key, text in spellings(written, target).items()
        }
        self.uses = self._uses()  # less what is asked nowhere: it decides what stands in a loop
        # A gradient, a Jacobian or a product with one: what is derived there is nobody's tangent.
        computed = [node.origin for node in written]
        self.derived = not kernel and any(one.primal for one in computed if one and one.code)
        self.results = self._results([node.origin for node in self.nodes])
        self.seeded = self._seeded()
        self.inputs = leaves(graph.inputs)
        looks = any(op.apart and (op.spelling or (whole and op is LOOP)) for op in ops)
        ints = (self.nodes, self.inputs, leaves(self.outputs), whole)
        self.whole = wholes(*ints) if looks else frozenset(whole or ())
        if given is None:
            given = {n: Text(a, ATOM) for n, a in zip(self.inputs, self._arguments(), strict=True)}
        self.text = dict(given)
        self.variables = {n: t.source for n, t in given.items() if t.source.isidentifier()}
        known = [node for node in self.nodes if node.op.leaf or node.op is ARRAY]
        self.text |= {node: text for node in known if (text := self._constant(node))}
        # How often each is yet to be read, where there are more variables than CPython likes, and
        # the body is one; in straight-line code alone, which is read in that order.
        short = not self.branches and len(self.nodes) < sections.LONGEST
        named = [n for n in (self.nodes if short else ()) if self.uses[n] > 1 and not n.op.leaf]
        many = short and len(self.inputs) + len(named) > MANY
        self.left = Counter(self.uses) if many else Counter[Node]()
        self.raises = RAISE in ops
        self.users: dict[Any, str] = {}  # the user's variables, by the parts of an Origin
        self.safe = WIDTH - LONGEST - len(f"dd_{len(self.nodes)} = ")  # columns for an expression
        self.guards = guards(self.outputs, self.uses) if self.branches else {}
        self.inside = self._inside(written)
        self.choices: dict[Node, Sides] = {}  # what their sides compute, once it is asked
        self.written: set[Node] = set()  # kept only where there are branches
        self.given: dict[Node, str] = {}  # what one side of a choice comes to has the choice's name
        self.waiting: set[Node] = set()  # those whose text waits for its reader
        self.block: list[Statement] = []  # that is being written
        self.indent = 4
        self.items: dict[Node, list[Node]] = {}  # of each loop
        for node in written if ITEM in ops else ():
            if node.op is ITEM:
                self.items.setdefault(node.args[0], []).append(node)
        self.loops, self.rounds, self.added = {}, {}, {}
        self.own: int | None = (
            None  # so many of its inputs it may assign to; all if it is outermost
        )
        self.carried: list[str] | None = None  # of a round: what its values are called
        self.any_point: Template | None = None  # how a round asks if another follows, of points
        self.plans: list[Any] = []  # of memory: its own, and those of its rounds
        self.tables: list[str] = []  # and what is kept of it
        self.recorded: set[Node] = set()  # what has been kept already
        self.next: dict[Node, list[tuple[int, Node | None]]] = {}  # which of these Nodes come to
        self.called: dict[str, list[Node]] = {}  # of a round: what has had each name
        self.given_whole: set[Node] = set()  # tables that are arguments
        self.known: dict[Node, bool] = {}  # conditions, where one of its ways is written

    def _constant(self, node: Node) -> Text | None:
        """The text of what is known already; None of what is computed."""
        if node.op is CONST or node.op is ZERO_OP:
            return number(0.0 if node.op is ZERO_OP else node.payload, self.names.scope)
        if node.op is ARRAY:
            name = self.names.arrays[node.payload]
            own = self.target.lower is not None
            return Text(f"{self.names.scope['xp']}.asarray({name})" if own else name, ATOM)
        # What raises is never read: the statement raises before.
        return Text("None", ATOM) if node.op is RAISE else None

    def _arguments(self) -> Iterator[str]:
        """What each number of the arguments is called: x, x0, p_mass. What only tables hold is
        called by its place, and the user's name for it is left to the loop over them."""
        reads = [n.args for n in self.nodes if n.op is not TABLE] if TABLE in self.graph.ops else []
        read = {*itertools.chain(leaves(self.outputs), *reads)}
        for name, given in self.graph.inputs.items():
            moved = "d" if name in self.graph.seeds else ""
            # Cotangents are called as the results are, if each of these has a name.
            own = self.tangents or not moved or all(map(users_name, leaves(given)))
            for path, leaf in zip(leaf_paths(given, name), leaves(given), strict=True):
                if path == name:
                    yield name
                    continue
                users = users_name(leaf) if own else ""
                held = bool(reads) and leaf not in read
                yield self.names.free(variable_name(path) if held or not users else moved + users)

    def _uses(self) -> Counter[Node]:
        """How often each Node is read; choices on one condition in one branch read it once."""
        sides = self.sides
        read = [node.args for node in self.nodes if node not in sides]
        read += [choice.args[1:] for choice in sides]
        conditions = {(choice.args[0], self.branches.get(choice)) for choice in sides}
        read.append(tuple([condition for condition, _ in conditions]))
        return Counter(itertools.chain(leaves(self.outputs), *read))

    @cached_property
    def readers(self) -> dict[Node, list[Node]]:
        """Those that read each Node."""
        found: dict[Node, list[Node]] = {}
        for node in self.nodes:
            for arg in node.args:
                found.setdefault(arg, []).append(node)
        return found

    @cached_property
    def setting(self) -> dict[int, list[End]]:
        """Of a round: its ends that set what is carried at each place."""
        found: dict[int, list[End]] = {}
        for end in self.ends:
            for at, (new, old) in enumerate(zip(end.after, self.inputs, strict=False)):
                if new is not old:
                    found.setdefault(at, []).append(end)
        return found

    @cached_property
    def position(self) -> dict[Node, int]:
        return {node: at for at, node in enumerate(self.nodes)}

    def _results(self, origins: list[Origin | None]) -> set[Node]:
        """Each what some op of the user's comes to, on its way."""
        ways: Iterable[Any] = origins
        if self.branches:
            ways = zip(origins, map(self.branches.get, self.nodes), strict=True)
        pairs = zip(ways, self.nodes, strict=True)  # a cotangent is called as what it is of
        return {*{way: node for way, node in pairs if node.op is not INPUT}.values()}

    def _inside(self, written: list[Node]) -> dict[Branch | None, list[Node]]:
        """What is to be written in each branch."""
        if not self.branches:
            return {None: written}
        found: dict[Branch | None, list[Node]] = {}
        for node in written:
            found.setdefault(self.branches.get(node), []).append(node)
        return found

    def _seeded(self) -> set[Node]:
        """What is called d...: what is made of tangents, and what is derived of a variable of the
        user's; where no tangents are given, all that is derived."""
        seeded = {leaf for name in self.graph.seeds for leaf in leaves(self.graph.inputs[name])}
        kernel, moved = bool(seeded), {*seeded}
        for node in self.nodes:
            origin = node.origin
            if not moved.isdisjoint(node.args) and node.op not in REGIONS:  # some items are values
                moved.add(node)
                seeded.add(node)
                continue
            if origin is not None and not origin.primal:
                continue  # a value, even where a derivative computed it first
            own = origin if node in self.results and not node.op.leaf else None
            derived = own and (not kernel or own.place.variable)
            if derived or not seeded.isdisjoint(node.args):
                seeded.add(node)
        return seeded

    # -- the whole body

    def statements(self) -> list[Statement]:
        if self.target.lower:
            scope = self.names.scope
            given = ", ".join([self.text[one].source for one in self.inputs])
            given += "," * (len(self.inputs) == 1)
            library = Text(f"{scope['array_namespace']}(({given}))", ATOM)
            self.block.append(Assign(scope["xp"], library, (), None))
        alike = self.target.lazy or self.target.whole
        if alike or not any(node.op.lazy or node.op is LOOP for node in self.nodes):
            self.finish(self.outputs, None)
            return self.block
        # Both sides of a choice are computed; what the other side does is nobody's business.
        self.indent += 4
        self.finish(self.outputs, None)
        return [With(f"{self.names.scope['np']}.errstate(all=\"ignore\")", self.block)]

    def round(self, carried: Sequence[str]) -> tuple[list[Statement], set[str]]:
        """Write the round of a scan, which carries values of these names. Returns the statements
        that stand before the loop, and which of the names are arrays that a round writes over."""
        nodes = [n for n in self.nodes if not n.op.leaf and n not in self.text]
        if len(self.graph.outputs) > 2:  # whether there is such a round, which is asked first
            (test,) = self.outputs[2]
            asked = reached([test])
            self.write([n for n in nodes if n in asked], None)
            self.waiting.discard(test)
            stops = If(negated(self.text[test]), [Word("break")], None, (test,), test.origin)
            self.block.append(stops)
            nodes = [n for n in nodes if n not in asked]
        self.write(nodes, None)
        return [], set()

    def finish(self, outputs: Any, branch: Branch | None, depth: int = 0) -> None:
        """Write the Nodes of a branch and return from it; a choice that decides all of the outputs
        is an `if` that returns, after which the other side goes on."""
        while True:
            if self.tables:
                outputs = keep_rows(self, outputs, False)
            choices = self.deciding(outputs, branch)
            if all(one in self.added for one in choices):  # nothing else is decided
                choices = []
            apart = set(choices)
            nodes = self.inside.get(branch, [])
            if self.branches:
                nodes = [n for n in nodes if n not in apart and n not in self.written]
            if self.any_point is not None:
                nodes = asked_first(self, nodes, outputs)
            self.write(nodes, branch)
            alone = len(choices) == 1 and not exits(self, choices[0].args[0])
            alone = alone and Choices(self, choices, branch).inline(choices[0])
            if not choices or alone:
                if self.carried is None:
                    self.give(outputs)
                else:
                    go_on(self, outputs, depth > 0)
                return
            both = dict.fromkeys(leaves(outputs))  # sides return them
            self.assign_all([node for node in both if node not in apart])
            sides = [_side(outputs, at, apart) for at in (1, 2)]
            early = self.early(choices[0], sides)
            if self.carried is not None and depth == 0:  # what ends the loop comes first
                early = 0 if ends(sides[0]) else 1
            branches = self.sides[choices[0]]
            if self.carried is not None and self.both_go_on(sides, branches):
                self.going_on(choices[0], sides, branches, depth)
                return
            self.known[choices[0].args[0]] = early == 0
            self.returning(choices[0], early == 0, sides[early], branches[early], depth + 1)
            self.known[choices[0].args[0]] = early != 0
            outputs, branch = sides[1 - early], branches[1 - early]

    def early(self, choice: Node, sides: list[Any]) -> int:
        """Which side of a choice returns first: the user's, but what an `assert` raises, or a loop
        that found nothing, before the work; and no side within too many others."""
        condition, raised = choice.args[0], [one for one in leaves(sides[1]) if one.op is RAISE]
        work = [one for one in self.inside.get(self.sides[choice][0], ()) if one.op is not ITEM]
        found = condition.op is ITEM and work
        if raised and (found or raised[0].payload[0] is AssertionError):
            return 1
        levels = [max(self.guards.get(n, 0) for n in leaves(side)) for side in sides]
        return 0 if levels[0] <= max(levels[1], SHALLOW) else 1

    def both_go_on(self, sides: list[Any], branches: tuple[Branch | None, Branch | None]) -> bool:
        """Whether each side of a choice goes on with the next round, and chooses nothing more."""
        raised = any(leaf.op is RAISE for leaf in leaves(sides))
        more = any(map(self.deciding, sides, branches))
        return not (raised or more or any(map(ends, sides)))

    def going_on(
        self, choice: Node, sides: list[Any], branches: tuple[Branch | None, ...], depth: int
    ) -> None:
        """Write `if condition: ... else: ...`, after either of which the loop goes on."""
        condition, blocks = choice.args[0], []
        self.waiting.discard(condition)
        test = self.text[condition]
        for side, branch, holds in zip(sides, branches, (True, False), strict=True):
            self.known[condition] = holds
            with self.nested() as block:
                self.finish(side, branch)
            blocks.append(block)
        self.choose(choice, test, *blocks)
        if depth:
            self.block.append(Word("continue"))

    def choose(
        self, choice: Node, test: Text, then: list[Statement], otherwise: list[Statement]
    ) -> None:
        """Write `if condition: ... else: ...`, where a side may have nothing to do."""
        condition = choice.args[0]
        if not then:
            test, then, otherwise = negated(test), otherwise, []
        if then:
            origin = condition.origin or choice.origin
            self.block.append(If(test, then, otherwise or None, (condition,), origin))

    def returning(
        self, choice: Node, holds: bool, outputs: Any, branch: Branch | None, depth: int
    ) -> None:
        """Write `if condition: ... return`."""
        condition = choice.args[0]
        self.waiting.discard(condition)
        test = self.text[condition] if holds else negated(self.text[condition])
        with self.nested() as block:
            self.finish(outputs, branch, depth)
        if not (holds and leave(self, condition, block, outputs)):
            self.choose(choice, test, block, [])

    @contextmanager
    def nested(self) -> Iterator[list[Statement]]:
        """Write a block within the one that is being written."""
        before, self.block = self.block, []
        self.indent += 4
        yield self.block
        self.indent -= 4
        self.block = before

    def deciding(self, outputs: Any, branch: Branch | None) -> list[Node]:
        """The choices that decide the outputs and are still to be written."""
        # Who else reads them, `guards` has looked at.
        read = Counter({node: self.uses[node] for node in leaves(outputs)})
        going = self.carried is not None
        choices = deciding(read, self.uses, going) if self.branches else []
        mine = all(n in self.guards and self.branches[n] is branch for n in choices)
        return choices if mine else []

    def give(self, outputs: Any) -> None:
        """Write `return`, or `raise`."""
        shown = leaves(outputs)
        raised = [node for node in shown if node.op is RAISE]
        if raised:
            self.fail(raised[0])
            return
        self.assign_all([node for node, times in Counter(shown).items() if times > 1])
        self.shorten(outputs, shown)
        waiting = [n for n in dict.fromkeys(shown) if n in self.waiting]
        origin = waiting[-1].origin if waiting else None
        self.block.append(Return(self.result(outputs), tuple(shown), origin))

    def shorten(self, outputs: Any, shown: Sequence[Node]) -> None:
        """Name what would make the result too long: a few numbers return on one line, of many each
        has a line of its own."""
        waiting = [n for n in dict.fromkeys(shown) if n in self.waiting]
        waiting.sort(key=lambda node: len(self.text[node].source))
        few = len(shown) <= FEW
        while waiting and not self.fits(outputs, few):
            longest = len(self.text[waiting[-1]].source)
            self.assign(waiting.pop())
            while waiting and not few and len(self.text[waiting[-1]].source) == longest:
                self.assign(waiting.pop())

    def fits(self, outputs: Any, few: bool) -> bool:
        lines = statement("return ", self.result(outputs), self.indent, "")
        return max(map(len, lines)) <= WIDTH and not (few and len(lines) > 1)

    def fail(self, node: Node) -> None:
        """Write `raise ValueError("...")`, as the function does on this way."""
        kind, message = node.payload
        name = self.names.scope[kind if kind in self.names.outside else kind.__name__]
        source = f"{name}({string(message)})" if message else name
        self.block.append(Raise(source, (node,), node.origin))

    def guard(self, condition: Node, error: Node) -> None:
        """Write `if condition: raise ...`."""
        self.waiting.discard(condition)
        with self.nested() as block:
            self.fail(error)
        fails = condition.op is not_ and condition not in self.variables
        test = negated(self.text[condition.args[0]]) if fails else self.text[condition]
        self.block.append(If(test, block, None, (condition,), error.origin))

    def result(self, outputs: Any) -> Any:
        """The outputs as they are written, with the classes and functions that build them."""
        text: dict[Any, Any] = {n: self.text[n].source for n in leaves(outputs)}
        if self.loops:
            text["runs"] = lambda items: runs(self, items)
        scope = self.names.scope
        text |= {key: scope[key] for key in (*self.names.outside, *_MAKERS) if key in scope}
        if not self.target.lazy and not self.target.whole:
            text["points"] = ""
        return bracket(outputs, text)

    def write(self, nodes: Sequence[Node], branch: Branch | None) -> None:
        """Write the Nodes of one branch, its choices each as late as something needs it."""
        sides = self.sides
        choices = [node for node in nodes if node in sides]
        outer = Choices(self, choices, branch)
        for node in nodes:
            if choices:
                outer.require(outer.before(node))
            if node not in sides:
                self.express(node)
        outer.require(choices)

    # -- one Node

    def express(self, node: Node) -> None:
        """Write a Node into its only user, or assign it to a variable."""
        op, args, texts = node.op, node.args, self.text
        if self.branches:
            self.written.add(node)
        if op.apart and self.stands_apart(node):
            return
        for arg in args if self.raises else ():
            if arg.op is RAISE:
                self.fail(arg)
        if op is ne and args[0] in self.truths and is_const(args[1], 0.0):
            return self.hold(node, texts[args[0]])
        usual = self.templates.get(op) or self.templates[node]
        while True:
            template, given = usual, [*map(texts.__getitem__, args)]
            if op is TAKE:
                template, given = index(self, node)
            elif self.whole and node in self.whole and not op.apart:
                own, given = of_ints(self, node, given)
                template = own or template
            elif op.commutative and is_swapped(node):
                given.reverse()
            elif op in (add, sub) and given[1].source[0] == "-" and self.is_negative(args[1]):
                template, given = subtracted(template, given)
            text = fill(template, given)
            size = len(text.source)
            if size <= self.safe - self.indent or size <= self.room(node):
                break
            waiting = [arg for arg in args if arg in self.waiting]
            if not waiting:
                break
            self.assign(max(waiting, key=lambda n: len(texts[n].source)))
        self.hold(node, text)

    def is_negative(self, node: Node) -> bool:
        """Whether the text of a product begins with a negative constant."""
        while node.op in (mul, div) and node not in self.variables:
            node = node.args[is_swapped(node)]
        return node.op is CONST

    def stands_apart(self, node: Node) -> bool:
        """Write it if it is no expression: a region, a table, or what is taken of one."""
        of = node.args[0].op if node.op is ITEM else None
        if node.op is LOOP:
            write_loop(self, node)
        elif node.op is CALL:
            write_call(self, node)
        elif node.op is SCAN:
            write_scan(self, node)
        elif node.op is GUARD:
            self.guard(*node.args)
            self.text[node] = Text("None", ATOM)  # never read
        elif node.op is GUARDED:
            self.hold(node, self.text[node.args[0]])
        elif of is SCAN:
            self.text[node] = Text(self.loops[node.args[0]][node.payload], ATOM)
        elif of is not None and of.array is None:
            (name_item if of is LOOP else name_result)(self, node)
        elif node.op is TABLE:
            write_table(self, node)
        elif node.op is PUT:
            write_put(self, node)
        else:
            return False
        return True

    def hold(self, node: Node, text: Text) -> None:
        """Keep the text for the Node's only user; write it now if it has several."""
        self.waiting.difference_update(node.args)
        self.text[node] = text
        if self.uses[node] > 1:
            self.assign(node)
        else:
            self.waiting.add(node)

    def assign(self, node: Node) -> None:
        """Write `name = expression`."""
        self.waiting.discard(node)
        name = self.name(node)
        value = held(self, node)
        self.call(node, name)
        self.text[node] = Text(name, ATOM)
        self.block.append(Assign._make((name, value, (node,), node.origin)))
        if self.left:
            self.release(node)

    def assign_all(self, nodes: Iterable[Node]) -> None:
        """Name those of the Nodes that wait for their reader: there is more than one."""
        for node in nodes:
            if node in self.waiting:
                self.assign(node)

    def call(self, node: Node, name: str) -> None:
        """From now on the Node is in that variable."""
        self.variables[node] = name
        if self.carried is not None:
            self.called.setdefault(name, []).append(node)

    def release(self, node: Node) -> None:
        """Give back the names of what is read here for the last time."""
        stack = [*node.args]
        while stack:
            arg = stack.pop()
            if arg.op is INPUT:  # which the next round of a loop reads again
                continue
            if arg in self.variables:
                self.left[arg] -= 1
                if not self.left[arg]:
                    self.names.give_back(self.variables[arg])
            elif not arg.op.leaf:
                stack += arg.args

    def name(self, node: Node) -> str:
        """The user's variable where the line gives it one, otherwise v<n>, or d<n> for tangents."""
        if node in self.given:
            return self.given[node]
        if self.carried is not None and (name := next_name(self, node)):
            return name
        variable, seeded = self.variable(node), node in self.seeded
        line = "" if variable else self.line(node)
        return self.names.take(variable, self.pairs(node), seeded, line)

    def line(self, node: Node) -> str:
        """What its line of the user's assigns, or the function that it is in: where names are
        `by_line`, those of one line follow from nothing else. Numbers that are used again do."""
        origin = node.origin
        own = self.names.by_line
        if own is None or self.left or origin is None or origin.code is None:
            return ""
        place = origin.place
        found = re.match(_ASSIGNED, place.text)
        name = found[1] if found else place.function if place.function != own else ""
        return name if is_name(name) and len(name) <= LONGEST else ""

    def pairs(self, node: Node) -> list[Any]:
        """What a value and its tangent have in common: the op, and the branch or one around it."""
        origin, branch = node.origin, self.branches.get(node)
        if origin is None or node not in self.results or self.derived or origin.variable == PART:
            return []
        found: list[Any] = [(origin.primal or origin, branch)]
        while branch is not None:
            branch = branch.outer
            found.append((origin.primal or origin, branch))
        return found

    def variable(self, node: Node) -> str:
        """What the user's line calls the Node, if it is what that line computes; or nothing."""
        origin, seeded = node.origin, node in self.seeded
        if origin is None or node not in self.results or seeded != bool(origin.primal):
            return ""
        if seeded and self.derived:  # it is no tangent of that variable, but some product of it
            return ""
        key: Any = origin.variable
        if key is None:
            key = (id(origin.code), origin.offset)
        if key not in self.users:
            self.users[key] = users_name(node)
        return self.users[key]

    def room(self, node: Node) -> int:
        """How long an expression may be, so that assigning it to a variable fits a line."""
        name = (
            self.given.get(node)
            or f"d{self.variable(node) or self.line(node)}_{len(self.names.taken)}"
        )
        return WIDTH - self.indent - len(name) - len(" = ")

    def fit(self, node: Node, name: str) -> None:
        """Assign the Node to a variable of its own if `name = text` would be too long for a line:
        how much fits was decided before it was known that another variable takes it."""
        line = f"{name} = {self.text[node].source}"
        if len(line) > WIDTH - self.indent and node in self.waiting:
            self.assign(node)


def is_swapped(node: Node) -> bool:
    """Whether its arguments are written the other way: -2.0 * x, and x == 2.0."""
    if node.op is mul:
        return node.args[1].op is CONST and node.args[1].payload < 0.0
    return node.op.condition and node.args[0].op is CONST


def _side(outputs: Any, at: int, choices: set[Node]) -> Any:
    """The outputs where the condition of those choices holds (1) or does not (2)."""
    return map_leaves(lambda node: node.args[at] if node in choices else node, outputs)
