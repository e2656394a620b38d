"""Graph -> Python source -> function.

In: an optimized, legal Graph and a Target. Out: `Source`, the text of a valid Python file with
one straight-line function, and `load`, which makes the function. A room of its own because nothing
else knows Python's grammar, and nothing foreign reaches exec: only the table's spellings, checked
identifiers, and the repr of floats and strings are ever written.
"""

from __future__ import annotations

import builtins
import heapq
import itertools
import keyword
import linecache
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from types import CodeType, FunctionType
from typing import Any, NamedTuple

from lazyad.emit.carried import carried, needs, text_of
from lazyad.emit.containers import bracket, exploded, one_line, string, unpacked
from lazyad.emit.layout import WIDTH, bracketed, imported, wrapped
from lazyad.emit.parts import divide
from lazyad.emit.schedule import Branch, deciding, guards, schedule
from lazyad.emit.spelling import ATOM, Template, Text, constant_name, fill, names_in, number, parse
from lazyad.emit.targets import MODULES, Target
from lazyad.graph import CONST, RAISE, ZERO_OP, Graph, Node, is_condition
from lazyad.ops import where
from lazyad.values.errors import explain
from lazyad.values.origin import Origin, Place
from lazyad.values.outside import import_path, is_builtin
from lazyad.values.structure import (
    Elements,
    Record,
    containers,
    is_name,
    leaf_paths,
    leaves,
    map_leaves,
    variable_name,
)

_AND, _OR = parse("{0} and {1}", {}), parse("{0} or {1}", {})
_NOT = parse("not {0}", {})
LONGEST_NAME = 32  # of a user's variable that is kept
FEW = 4  # numbers that are returned on one line


class Source(NamedTuple):
    """Emitted text, and for each of its lines the user's lines that it computes."""

    text: str
    places: dict[int, tuple[Place, ...]]
    parts: tuple[int, ...]  # the lines before each function, the last of which is the kernel
    bound: dict[str, Any]  # what the text names and no import line finds


def emit(
    graph: Graph, target: Target, before: int | None = None, what: str | None = None
) -> Source:
    """The source of a function that computes the graph's outputs from its inputs.

    `before` is the number of operations before the passes and `what` is computed, for the header
    comment.
    Raises ValueError if a name is not an identifier.
    """
    for name in (graph.name, *graph.inputs):
        if not is_name(name):
            raise ValueError(
                explain(
                    f"{name!r} is not a Python identifier",
                    f"the names of the graph {graph.name}",
                    "letters, digits and _, and no keyword",
                )
            )
    writer = _Writer(graph, target)
    writer.write()
    total = graph.operations.total()
    what = what or f"{'value and tangent' if graph.seeds else 'the value'} of {graph.name}"
    was = "" if before is None else f", {before} before the passes"
    header = f"# {what} in {total} operation{'' if total == 1 else 's'}{was}"
    head = [header, *writer.imports(), *writer.carried()]
    head += ["", ""] if len(head) > 1 else []
    return _assembled(head, writer)


def _assembled(head: list[str], writer: _Writer) -> Source:
    """The file: the head, then the function; where it is very long, in parts that call the next."""
    graph, lines, starts = writer.graph, head, []
    places: dict[int, tuple[Place, ...]] = {}
    parts = divide(writer.lines, [writer.text[leaf].source for leaf in writer.inputs])
    names = [graph.name]
    names += [writer.names.free(f"{graph.name}_{at}") for at in range(2, len(parts) + 1)]
    for at, part in enumerate(parts):
        starts.append(len(lines))
        lines += bracketed(f"def {names[at]}", list(graph.inputs) if at == 0 else part.given, ":")
        lines += writer.unpacked() if at == 0 else []
        lines += [f"    {name} = None" for name in part.branch]
        for line in range(len(part.lines)):
            if part.start + line in writer.places:
                places[len(lines) + line + 1] = writer.places[part.start + line]
        lines += part.lines
        if at + 1 < len(parts):
            lines += [*bracketed(f"return {names[at + 1]}", parts[at + 1].given, "", 4), "", ""]
    return Source("\n".join(lines) + "\n", places, tuple(starts), writer.bound())


# ---------------------------------------------------------------------------------- names


class _Names:
    """Names that do not clash: the user's own, v0 and d0, and what the source imports."""

    def __init__(
        self, graph: Graph, needed: Iterable[str], outside: Iterable[tuple[Any, Any]]
    ) -> None:
        self.taken = {graph.name, *graph.inputs, *keyword.kwlist, *keyword.softkwlist}
        self.ever: set[str] = set()  # taken once, and perhaps given back
        self.users: set[str] = set()  # those that the user's variables gave
        self.scope: dict[Any, str] = {}
        self.outside = dict(outside)  # by the key that `scope` has for them
        for name in sorted({*needed}):
            self.scope[name] = self.free(name.removeprefix("math."))
        for key, thing in self.outside.items():
            if key not in self.scope:
                name = thing.__name__ if is_name(thing.__name__) else "outside"
                self.scope[key] = self.free(name)
        self.taken.update(dir(builtins))
        self.index: dict[Any, int] = {}  # of a value and its tangent, which share it
        self.next: Counter[str] = Counter()
        self.spare: dict[str, list[int]] = {}
        self.owner: dict[str, tuple[str, int, Any]] = {}

    def free(self, name: str) -> str:
        while name in self.taken or name in self.ever:
            name += "_"
        self.taken.add(name)
        return name

    def take(self, variable: str, pair: Any, tangent: bool) -> str:
        """The user's variable: y, then y2, ... while y is in use; v0, v1, ... where it has none.
        A value and its tangent (the same `pair`) are called alike: y2 and dy2, v7 and d7."""
        at = self.index.get(pair) if pair is not None else None
        if at is None or _spelled(variable, at)[tangent] in self.taken:
            at = self._unused(variable)
            if pair is not None:
                self.index[pair] = at
        name = _spelled(variable, at)[tangent]
        self.taken.add(name)
        self.ever.add(name)
        if variable:
            self.users.add(name)
        self.owner[name] = (variable, at, pair)
        return name

    def snapshot(self) -> tuple[Any, ...]:
        """The state of the names, for `restore` after a block that returns."""
        spare = {variable: list(at) for variable, at in self.spare.items()}
        return (
            set(self.taken),
            set(self.ever),
            dict(self.index),
            Counter(self.next),
            spare,
            dict(self.owner),
        )

    def restore(self, kept: tuple[Any, ...]) -> None:
        self.taken, self.ever, self.index, self.next, self.spare, self.owner = kept

    def _unused(self, variable: str) -> int:
        spare = self.spare.get(variable, [])
        while True:
            if spare:
                at = heapq.heappop(spare)
            else:
                at = self.next[variable]
                self.next[variable] += 1
            names = _spelled(variable, at)
            if self.taken.isdisjoint(names) and (variable or self.users.isdisjoint(names)):
                return at

    def give_back(self, name: str) -> None:
        """The name may be taken again: nothing that is yet to be written reads it."""
        variable, at, pair = self.owner.pop(name)
        self.taken.discard(name)
        if self.taken.isdisjoint(_spelled(variable, at)):
            heapq.heappush(self.spare.setdefault(variable, []), at)
            if self.index.get(pair) == at:
                del self.index[pair]


def _spelled(variable: str, at: int) -> tuple[str, str]:
    """The names of a value and of its tangent."""
    if not variable:
        return f"v{at}", f"d{at}"
    separator = "_" if variable[-1].isdigit() else ""
    name = f"{variable}{separator}{at + 1}" if at else variable
    return name, f"d{name}"


# ---------------------------------------------------------------------------------- statements


class _Writer:
    """Writes the body of one function: `text` holds what each Node is called or inlined as."""

    def __init__(self, graph: Graph, target: Target) -> None:
        self.nodes, self.branches, self.outputs, self.sides = schedule(graph, target.lazy)
        self.graph, self.target = graph, target
        ops = dict.fromkeys(node.op for node in self.nodes if not node.op.leaf)
        spelled = dict.fromkeys(self.spelled(node) for node in self.nodes if not node.op.leaf)
        needed = [*self._constants(), *(name for text in spelled for name in names_in(text))]
        self.functions = carried(needed)  # that are written into the file
        needed += [name for function in self.functions for name in (function, *needs(function))]
        built = containers(graph.outputs)
        if any(type(one) is Elements for one in built):
            needed.append("np")
        raised = [node.payload[0] for node in self.nodes if node.op is RAISE]
        needed += [kind.__name__ for kind in raised if is_builtin(kind)]
        outside: list[tuple[Any, Any]] = [(n.type, n.type) for n in built if type(n) is Record]
        outside += [(op.name, op.value) for op in ops if op.outside]
        outside += [(kind, kind) for kind in raised if not is_builtin(kind)]
        self.names = _Names(graph, needed, outside)
        scope = self.names.scope
        self.templates: dict[str, Template] = {text: parse(text, scope) for text in spelled}
        self.uses = self._uses()
        primal = [n.origin.primal for n in self.nodes if n.origin and n.origin.code]
        self.derived = not graph.seeds and any(primal)  # a gradient or a Jacobian
        self.last = {node.origin: node for node in self.nodes}  # the result of its line's op
        self.seeded = self._seeded()
        self.inputs = leaves(graph.inputs)
        self.text = dict(zip(self.inputs, self._arguments(), strict=True))
        for node in self.nodes:
            if node.op is CONST or node.op is ZERO_OP:
                value = 0.0 if node.op is ZERO_OP else node.payload
                self.text[node] = number(value, scope)
            elif node.op is RAISE:
                self.text[node] = Text("None", ATOM)  # never read: the statement raises before
        self.guards = guards(self.outputs, self.uses) if self.branches else {}
        self.inside: dict[Branch | None, list[Node]] = {}
        for node in self.nodes:
            self.inside.setdefault(self.branches.get(node), []).append(node)
        self.written: set[Node] = set()  # kept only where there are branches
        self.given: dict[Node, str] = {}  # what one side of a choice comes to has the choice's name
        self.inlined: dict[Node, list[Origin]] = {}  # those whose text waits for its reader
        self.reads: dict[Node, list[Node]] = {}  # the variables in that text
        self.lines: list[str] = []
        self.places: dict[int, tuple[Place, ...]] = {}
        self.shown: Any = None
        self.told: set[Any] = set()
        self.indent = 4

    def _arguments(self) -> Iterator[Text]:
        """What each number of the arguments is called: x, x0, p_mass."""
        for name, given in self.graph.inputs.items():
            for path, leaf in zip(leaf_paths(given, name), leaves(given), strict=True):
                if path == name:
                    yield Text(name, ATOM)
                    continue
                users = leaf.origin.place.variable if leaf.origin else None
                if users and len(users) <= LONGEST_NAME and is_name(users):
                    free = f"d{users}" if name in self.graph.seeds else users
                else:
                    free = variable_name(path)
                yield Text(self.names.free(free), ATOM)

    def _uses(self) -> Counter[Node]:
        """How often each Node is read; choices on one condition in one branch read it once."""
        uses: Counter[Node] = Counter(leaves(self.outputs))
        conditions = set()
        for node in self.nodes:
            uses.update(node.args[1:] if self.chooses(node) else node.args)
            if self.chooses(node):
                conditions.add((node.args[0], self.branches.get(node)))
        uses.update(condition for condition, _ in conditions)
        return uses

    @cached_property
    def position(self) -> dict[Node, int]:
        return {node: at for at, node in enumerate(self.nodes)}

    def spelled(self, node: Node) -> str:
        return self.target.spell(node) or ""

    def chooses(self, node: Node) -> bool:
        """Whether the target evaluates only one side of this Node."""
        return node.op is where and self.target.lazy

    def _constants(self) -> set[str]:
        named = (constant_name(node.payload) for node in self.nodes if node.op is CONST)
        return {name for name in named if name}

    def _seeded(self) -> set[Node]:
        seeded = {leaf for name in self.graph.seeds for leaf in leaves(self.graph.inputs[name])}
        for node in self.nodes:
            origin = node.origin
            if origin is not None and not origin.primal:
                continue  # a value, even where a derivative computed it first
            derivative = origin and self.last[origin] is node and not node.op.leaf
            if derivative or any(arg in seeded for arg in node.args):
                seeded.add(node)
        return seeded

    def imports(self) -> list[str]:
        """The import lines that the body needs, and aliases where a parameter shadows a builtin."""
        scope, outside = self.names.scope, self.names.outside
        elsewhere = {*outside, *self.functions}
        named = {name: alias for name, alias in scope.items() if name not in elsewhere}
        math = [(n[5:], alias) for n, alias in named.items() if n.startswith("math.")]
        parts = [name if name == alias else f"{name} as {alias}" for name, alias in sorted(math)]
        lines = imported(parts) if parts else []
        aliases = []
        lines += sorted(_import_line(thing, scope[key]) for key, thing in outside.items())
        for name, alias in named.items():
            if name in MODULES:
                line = MODULES[name]
                lines.append(line if alias == name else f"{line.split(' as ')[0]} as {alias}")
            elif not name.startswith("math.") and alias != name:
                aliases.append(f"{alias} = {name}")
        return ([""] if lines else []) + lines + (["", *aliases] if aliases else [])

    def carried(self) -> list[str]:
        """The functions that the body needs and no module has, each after two empty lines."""
        scope = self.names.scope
        return [line for name in self.functions for line in ("", "", *text_of(name, scope))]

    def bound(self) -> dict[str, Any]:
        """What cannot be imported, by its name in the source."""
        outside = self.names.outside.items()
        return {self.names.scope[name]: t for name, t in outside if import_path(t) is None}

    # -- the whole body

    def write(self) -> None:
        if not self.target.lazy and any(node.op.lazy for node in self.nodes):
            # Both sides of a choice are computed; what the other side does is nobody's business.
            self.lines.append(f"    with {self.names.scope['np']}.errstate(all=\"ignore\"):")
            self.indent += 4
        self.finish(self.outputs, None)

    def finish(self, outputs: Any, branch: Branch | None) -> None:
        """Write the Nodes of a branch and return from it; a choice that decides all of the outputs
        is an `if` that returns, after which the other side goes on."""
        while True:
            choices = self.deciding(outputs, branch)
            apart = set(choices)
            nodes = self.inside.get(branch, [])
            self.block([node for node in nodes if node not in apart], branch)
            alone = len(choices) == 1 and _Choices(self, choices, branch).inline(choices[0])
            if not choices or alone:
                self.give(outputs)
                return
            for node in dict.fromkeys(leaves(outputs)):
                if node in self.inlined and node not in apart:
                    self.assign(node)  # both sides return it
            sides = [_side(outputs, at, apart) for at in (1, 2)]
            levels = [max(self.guards.get(n, 0) for n in leaves(side)) for side in sides]
            early = 0 if levels[0] <= levels[1] else 1
            branches = self.sides[choices[0]]
            self.returning(choices[0], early == 0, sides[early], branches[early])
            outputs, branch = sides[1 - early], branches[1 - early]

    def returning(self, choice: Node, holds: bool, outputs: Any, branch: Branch | None) -> None:
        """Write `if condition: ... return`; what follows may use the names again."""
        condition = choice.args[0]
        origins = self.inlined.pop(condition, ())
        text = self.text[condition]
        if not holds:
            text = fill(_NOT, [text])
        self.comment(choice.origin)
        at = len(self.lines)
        self.lines += wrapped("if ", text.source, ":", self.indent)
        self.note(at, origins)
        kept = self.names.snapshot()
        self.indent += 4
        self.finish(outputs, branch)
        self.indent -= 4
        self.names.restore(kept)

    def deciding(self, outputs: Any, branch: Branch | None) -> list[Node]:
        """The choices that decide the outputs and are still to be written."""
        # Who else reads them, `guards` has looked at.
        read = Counter({node: self.uses[node] for node in leaves(outputs)})
        choices = deciding(read, self.uses) if self.branches else []
        mine = all(n in self.guards and self.branches[n] is branch for n in choices)
        return choices if mine else []

    def give(self, outputs: Any) -> None:
        """Write `return`, or `raise`."""
        shown = leaves(outputs)
        raised = [node for node in shown if node.op is RAISE]
        if raised:
            self.raise_(raised[0])
            return
        self.shorten(outputs, shown)
        waiting = [n for n in dict.fromkeys(shown) if n in self.inlined]
        origins = [o for n in shown for o in self.inlined.get(n, ())]
        self.comment(waiting[-1].origin if waiting else None)
        at = len(self.lines)
        self.lines += self.returned(outputs)
        self.note(at, origins)

    def shorten(self, outputs: Any, shown: Sequence[Node]) -> None:
        """Name what would make the result too long: a few numbers return on one line, of many each
        has a line of its own."""
        waiting = [n for n in dict.fromkeys(shown) if n in self.inlined]
        waiting.sort(key=lambda node: len(self.text[node].source))
        if len(shown) <= FEW:
            while waiting and (len(self.returned(outputs)) > 1 or not self.fits(outputs)):
                self.assign(waiting.pop())
            return
        depth = max(path.count("[") + path.count(".") for path in leaf_paths(outputs, ""))
        room = WIDTH - self.indent - 4 * depth - len(",")
        if self.fits(outputs):
            return
        while waiting and len(self.text[waiting[-1]].source) > room:
            self.assign(waiting.pop())
        if not self.fits(outputs):  # the keys of a dict take room too
            for node in waiting:
                self.assign(node)

    def fits(self, outputs: Any) -> bool:
        return max(map(len, self.returned(outputs))) <= WIDTH

    def returned(self, outputs: Any) -> list[str]:
        """The lines of the `return` statement."""
        result = self.result(outputs)
        line = f"{' ' * self.indent}return {one_line(result, outermost=True)}"
        return [line] if len(line) <= WIDTH else exploded("return ", result, self.indent, "")

    def raise_(self, node: Node) -> None:
        """Write `raise ValueError("...")`, as the function does on this way."""
        kind, message = node.payload
        name = self.names.scope[kind if kind in self.names.outside else kind.__name__]
        source = f"{name}({string(message)})" if message else name
        self.comment(node.origin)
        at = len(self.lines)
        self.lines.append(f"{' ' * self.indent}raise {source}")
        self.note(at, [node.origin] if node.origin else [])

    def result(self, outputs: Any) -> Any:
        """The outputs as they are written, with the classes and functions that build them."""
        text: dict[Any, str] = {n: self.text[n].source for n in leaves(outputs)}
        scope = self.names.scope
        text |= {key: scope[key] for key in self.names.outside}
        text["np"] = scope.get("np", "")
        if not self.target.lazy:
            text["points"] = ""
        return bracket(outputs, text)

    def unpacked(self) -> list[str]:
        """The statements that take the arguments apart."""
        text = {node: self.text[node].source for node in self.inputs}
        inputs = self.graph.inputs.items()
        return [
            line
            for name, given in inputs
            for line in unpacked(given, name, name, text, self.names.free)
        ]

    def block(self, nodes: Sequence[Node], branch: Branch | None) -> None:
        """Write the Nodes of one branch, its choices each as late as something needs it."""
        choices = [node for node in nodes if self.chooses(node)]
        outer = _Choices(self, choices, branch) if choices else None
        for node in nodes:
            if node.op.leaf:
                continue
            if outer:
                outer.require(outer.before(node))
            if not self.chooses(node):
                self.express(node)
        if outer:
            outer.require(choices)

    # -- one Node

    def express(self, node: Node) -> None:
        """Write a Node into its only user, or assign it to a variable."""
        for arg in node.args:
            if arg.op is RAISE:
                self.raise_(arg)
        template = self.templates[self.spelled(node)]
        room = self.room(node)
        while True:
            text = fill(template, [self.text[arg] for arg in node.args])
            waiting = [arg for arg in node.args if arg in self.inlined]
            if len(text.source) <= room or not waiting:
                break
            self.assign(max(waiting, key=lambda n: len(self.text[n].source)))
        for arg in waiting:
            self.text.pop(arg)  # node was its only reader
        if self.branches:
            self.written.add(node)
        self.hold(node, text, node.args)

    def choice(self, node: Node) -> Text:
        """A choice as an expression: `c and y` for a condition that needs both."""
        condition, then, otherwise = [self.text[arg] for arg in node.args]
        if is_condition(node.args[0]):
            for fixed, other, holds in ((then, otherwise, False), (otherwise, then, True)):
                if fixed.source in ("True", "False"):
                    decides = fixed.source == "True"
                    asked = condition if holds is not decides else fill(_NOT, [condition])
                    if other.source == repr(not decides):
                        return asked
                    return fill(_OR if decides else _AND, [asked, other])
        return fill(self.templates[self.spelled(node)], [condition, then, otherwise])

    def hold(self, node: Node, text: Text, parts: Iterable[Node]) -> None:
        """Keep the text for the Node's only user; write it now if it has several."""
        self.text[node] = text
        reads: list[Node] = []
        origins = [node.origin] if node.origin else []
        for part in parts:
            if part in self.inlined:
                origins += self.inlined.pop(part)
                reads += self.reads.pop(part)
            elif not part.op.leaf:
                reads.append(part)
        self.inlined[node] = origins
        self.reads[node] = reads
        if self.uses[node] > 1:
            self.assign(node)

    def assign(self, node: Node) -> None:
        """Write `name = expression`."""
        origins = self.inlined.pop(node)
        for read in self.reads.pop(node) if not self.branches else ():
            self.uses[read] -= 1
            if not self.uses[read]:
                self.names.give_back(self.text[read].source)
        name = self.name(node)
        source = self.text[node].source
        self.text[node] = Text(name, ATOM)
        self.statement(f"{name} = ", source, node, origins)

    def statement(self, head: str, source: str, node: Node, origins: Iterable[Origin]) -> None:
        self.comment(node.origin)
        at = len(self.lines)
        self.lines += wrapped(head, source, "", self.indent)
        self.note(at, origins)

    def name(self, node: Node) -> str:
        """The user's variable where the line gives it one, otherwise v<n>, or d<n> for tangents."""
        if node in self.given:
            return self.given[node]
        origin = node.origin if self.last.get(node.origin) is node else None
        pair = origin and (origin.primal or origin)
        return self.names.take(self.variable(node) or "", pair, node in self.seeded)

    def variable(self, node: Node) -> str | None:
        """What the user's line calls the Node, if it is what that line computes."""
        origin, seeded = node.origin, node in self.seeded
        if origin is None or self.last[origin] is not node or seeded != bool(origin.primal):
            return None
        if seeded and self.derived:  # it is no tangent of that variable, but some product of it
            return None
        variable = origin.place.variable
        if not variable or not is_name(variable) or len(variable) > LONGEST_NAME:
            return None
        return variable

    def room(self, node: Node) -> int:
        """How long an expression may be, so that assigning it to a variable fits a line."""
        name = self.given.get(node) or f"d{self.variable(node) or ''}_{len(self.names.taken)}"
        return WIDTH - self.indent - len(f"{name} = ")

    def join_elif(self, at: int) -> None:
        """Turn `else:` at that line and an `if` that is all of its body into `elif`."""
        inner = " " * (self.indent + 4)
        first = at + 1
        while self.lines[first].lstrip().startswith("#"):
            first += 1
        body = self.lines[first:]
        if not body[0].startswith(f"{inner}if "):
            return
        others = (line for line in body[1:] if line[len(inner)] != " ")
        if not all(line.startswith((f"{inner}elif ", f"{inner}else:")) for line in others):
            return
        body[0] = f"{inner}el{body[0].lstrip()}"
        for line in range(first, len(self.lines)):
            if line in self.places:
                self.places[line - (first - at)] = self.places.pop(line)
        self.lines[at:] = [line[4:] for line in body]

    # -- where it came from

    def comment(self, origin: Origin | None) -> None:
        """`# file.py:12  the line`, when that differs from the comment above. A Jacobian goes to
        and fro between the lines: there each is told once, what is derived of it not at all."""
        if origin is None or origin.code is None or self.indent > WIDTH // 2:
            return
        if (place := origin.place)[:2] == self.shown:
            return
        if self.derived and (origin.primal or place[:2] in self.told):
            return
        self.shown = place[:2]
        self.told.add(self.shown)
        line = " " * self.indent + f"# {place}  {place.text}"
        line = "".join(c if c.isprintable() else "?" for c in line).rstrip()
        self.lines.append(line if len(line) <= WIDTH else line[: WIDTH - 3] + "...")

    def note(self, start: int, origins: Iterable[Origin]) -> None:
        places = tuple(dict.fromkeys(o.place for o in origins if o.code is not None))
        for at in range(start, len(self.lines)):
            self.places[at] = places


def _import_line(thing: Any, alias: str) -> str:
    path = import_path(thing)
    if path is None:
        return (
            f"# {alias} cannot be imported: lazyad binds it here, and nobody can export this file"
        )
    return f"from {path.module} import {path.name}" + ("" if alias == path.name else f" as {alias}")


class _Choices:
    """The `where` Nodes of one branch. Those on the same condition become one `if` statement,
    unless something between them needs the first."""

    def __init__(self, writer: _Writer, choices: list[Node], branch: Branch | None) -> None:
        self.writer = writer
        self.branch = branch
        self.open: dict[Node, list[Node]] = {}
        for node in choices:
            self.open.setdefault(node.args[0], []).append(node)
        self.pending = set(choices)
        self.inner: dict[Node, tuple[list[Node], list[Node], dict[Node, None]]] = {}

    def require(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if node in self.pending:
                self.flush(node.args[0], node)

    def before(self, node: Node) -> Iterable[Node]:
        """The choices that must be written before `node` is."""
        if node not in self.pending:
            return node.args
        same = node.args[0]
        return [n for n in self.sides(node)[2] if not (n in self.pending and n.args[0] is same)]

    def sides(self, node: Node) -> tuple[list[Node], list[Node], dict[Node, None]]:
        """What each side of the choice computes itself, and what it takes from this branch."""
        if node not in self.inner:
            outside: dict[Node, None] = {}  # in an order that is always the same
            then = self._side(node.args[1], node, True, outside)
            otherwise = self._side(node.args[2], node, False, outside)
            self.inner[node] = (then, otherwise, outside)
        return self.inner[node]

    def _side(self, root: Node, choice: Node, holds: bool, outside: dict[Node, None]) -> list[Node]:
        writer, depth = self.writer, (self.branch.depth if self.branch else 0)
        found, stack, seen = [], [root], {root}
        while stack:
            node = stack.pop()
            branch = writer.branches.get(node)
            if (branch.depth if branch else 0) <= depth:
                outside[node] = None
                continue
            found.append(node)
            stack += [arg for arg in dict.fromkeys(node.args) if arg not in seen]
            seen.update(node.args)
        return sorted(found, key=writer.position.__getitem__)

    def flush(self, condition: Node, needed: Node) -> None:
        """Write the choice that is needed now, with all others on its condition that are ready."""
        self.require([condition])  # it may be a choice itself: c and d
        group: list[Node] = []
        chosen: set[Node] = set()
        for node in self.open[condition]:
            if not all(self.ready(n) or n in chosen for n in self.sides(node)[2]):
                break
            group.append(node)
            chosen.add(node)
        del self.open[condition][: len(group)]
        self.pending.difference_update(group)
        writer = self.writer
        if self.open[condition] and condition in writer.inlined:
            writer.assign(condition)
        if len(group) > 1 or not self.inline(needed):
            self.statement(condition, group)

    def ready(self, node: Node) -> bool:
        return node in self.writer.text and node not in self.pending

    def inline(self, node: Node) -> bool:
        """Write the choice as a conditional expression, if both its sides are short."""
        writer = self.writer
        then, otherwise, _ = self.sides(node)
        inner = [*then, *otherwise]
        if len(inner) > 12 or any(writer.uses[n] > 1 for n in inner):
            return False
        if any(side.op is RAISE for n in (node, *inner) for side in n.args):
            return False
        held, shown, writer.lines = writer.lines, writer.shown, []
        self.body(then)
        self.body(otherwise)
        text = writer.choice(node)
        fits = not writer.lines and len(text.source) <= writer.room(node)
        writer.lines, writer.shown = held, shown
        if fits:
            writer.written.add(node)
            writer.hold(node, text, node.args)
        else:
            for part in inner:
                writer.text.pop(part, None)
                writer.written.discard(part)
                writer.inlined.pop(part, None)
        return fits

    def body(self, nodes: Iterable[Node]) -> None:
        """Write the Nodes of one side; those of deeper sides come with their own choices."""
        nodes = [n for n in nodes if n not in self.writer.written]
        if nodes:
            branch = min((self.writer.branches.get(n) for n in nodes), key=_depth)
            self.writer.block([n for n in nodes if self.writer.branches.get(n) is branch], branch)

    def statement(self, condition: Node, group: list[Node]) -> None:
        """Write `if condition: ... else: ...`, which assigns every choice of the group."""
        writer = self.writer
        for node in group:
            name = writer.name(node)
            writer.text[node] = Text(name, ATOM)
            writer.written.add(node)
            for side in node.args[1:]:
                if side not in writer.text and side not in writer.written:
                    writer.given[side] = name
        origins = writer.inlined.pop(condition, ())
        writer.comment(group[0].origin)
        at = len(writer.lines)
        writer.lines += wrapped("if ", writer.text[condition].source, ":", writer.indent)
        writer.note(at, origins)
        self.branch_lines(group, 1)
        at = len(writer.lines)
        writer.lines.append(" " * writer.indent + "else:")
        self.branch_lines(group, 2)
        writer.join_elif(at)

    def branch_lines(self, group: list[Node], side: int) -> None:
        writer = self.writer
        start = len(writer.lines)
        writer.indent += 4
        inner = {n for node in group for n in self.sides(node)[side - 1]}
        together = all(self.sides(node)[2].keys().isdisjoint(group) for node in group)
        if together:
            self.body(sorted(inner, key=writer.position.__getitem__))
        for node in group:
            if not together:
                self.body(self.sides(node)[side - 1])
            name = writer.text[node].source
            room = WIDTH - writer.indent - len(f"{name} = ")
            if (
                len(writer.text[node.args[side]].source) > room
                and node.args[side] in writer.inlined
            ):
                writer.assign(node.args[side])
            source = writer.text[node.args[side]].source
            origins = writer.inlined.pop(node.args[side], ())
            if node.args[side].op is RAISE:
                writer.raise_(node.args[side])
                break
            if source != name:
                writer.statement(f"{name} = ", source, node, origins)
        if len(writer.lines) == start:
            writer.lines.append(" " * writer.indent + "pass")
        writer.indent -= 4


def _side(outputs: Any, at: int, choices: set[Node]) -> Any:
    """The outputs where the condition of those choices holds (1) or does not (2)."""
    return map_leaves(lambda node: node.args[at] if node in choices else node, outputs)


def _depth(branch: Branch | None) -> int:
    return branch.depth if branch else 0


# ---------------------------------------------------------------------------------- loading

_serial = itertools.count(1)
# Files of functions that are gone. They leave linecache when the next one comes, and not when the
# collector runs, which may be in the middle of linecache's own loop.
_forgotten: list[str] = []


def load(source: Source, name: str, module: str) -> FunctionType:
    """The function of emitted source. Its text is where tracebacks and inspect.getsource look."""
    filename = f"<lazyad {name} {next(_serial)}>"
    scope: dict[str, Any] = {"__name__": module, **source.bound}
    lines = source.text.splitlines(keepends=True)
    cuts = [0, *source.parts[1:], len(lines)]
    for start, end in itertools.pairwise(cuts):
        code = compile("".join(lines[start:end]), filename, "exec", dont_inherit=True)
        exec(_moved(code, start), scope)
    function: FunctionType = scope[name]
    while _forgotten:
        linecache.cache.pop(_forgotten.pop(), None)
    linecache.cache[filename] = (len(source.text), None, lines, filename)
    weakref.finalize(function, _forgotten.append, filename).atexit = False
    return function


def _moved(code: CodeType, lines: int) -> CodeType:
    """The code of a part of a file as if the whole file had been compiled."""
    if not lines:
        return code
    inner = [_moved(c, lines) if isinstance(c, CodeType) else c for c in code.co_consts]
    return code.replace(co_firstlineno=code.co_firstlineno + lines, co_consts=tuple(inner))
