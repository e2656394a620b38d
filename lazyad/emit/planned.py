"""A body whose large arrays have their places in one piece of memory, made at each call.

In: a Graph of whole arrays. Out: statements, one an operation, with `out=` where a plan says so. A
room of its own because what a `Body` holds back until it is read must here be done in its turn.
"""

from __future__ import annotations

import re
from typing import Any

from lazyad.arrays.forms import form_of, shape_of
from lazyad.arrays.rows import RESHAPE
from lazyad.emit.body import Body
from lazyad.emit.memory import Plan, Slot, base, by_block, is_view, plan, size_of_node
from lazyad.emit.names import Names
from lazyad.emit.spelling import ATOM, Text, fill, parse
from lazyad.emit.statements import Assign, Do, For, Statement
from lazyad.emit.targets import Target
from lazyad.graph import ITEM, SCAN, Graph, Node
from lazyad.ops import where
from lazyad.values.structure import Form, leaves

FREED = 1 << 15  # bytes of an array that NumPy made, which is let go when nobody reads it any more


class Planned(Body):
    """`memory` is the plan, or None where there is nothing to plan."""

    memory: Plan | None = None

    def statements(self) -> list[Statement]:
        nodes = [node for node in self.nodes if not node.op.leaf and node not in self.text]
        able = [node for node in nodes if self._call(node, [], "")]
        results = [leaf for leaf in leaves(self.outputs) if leaf.args]
        self.memory = plan(nodes, results, able)
        if self.memory is None:
            return super().statements()
        self.buffers: dict[Any, str] = {}
        self.pieces: list[Statement] = []
        self.done: set[Node] = set()
        self._all(self.memory)
        body, self.block = self.block, []
        np = self.names.scope["np"]
        sizes = {"whole": self.memory.size, "block": self.memory.block}
        for key, name in self.sources.items():
            made = Text(f"{np}.empty({sizes[key]}, {np}.uint8)", ATOM)
            self.block.append(Assign(name, made, (), None))
        self.block += [*self.pieces, *body]
        self.give(self.outputs)
        return self.block

    def _all(self, memory: Plan) -> None:
        self.sources: dict[str, str] = {}
        dies: dict[int, list[Node]] = {}
        for node, at in memory.last.items():
            dies.setdefault(at, []).append(node)
        for at, node in enumerate(memory.order):
            if node in memory.groups:
                self._group(memory, memory.groups[node])
            elif node not in self.done:
                self._one(memory, node)
            self._free([one for one in dies.get(at, ()) if self._is_freed(memory, one)])

    def _one(self, memory: Plan, node: Node) -> None:
        """A Node in its turn."""
        self.done.add(node)
        if node in memory.whole:
            name = self._buffer(node, memory.whole[node], "whole", form_of(node))
            self._into(node, name, [self.text[arg] for arg in node.args])
            return
        self.express(node)
        if node in self.waiting and not is_view(node):
            self.assign(node)

    def _into(self, node: Node, name: str, args: list[Text]) -> None:
        """The operation, into memory that is there."""
        self.waiting.difference_update(node.args)
        self.variables[node] = name
        self.text[node] = Text(name, ATOM)
        for call in self._call(node, args, name):
            self.block.append(Do(call, (node,), node.origin))

    def _call(self, node: Node, args: list[Text], out: str) -> list[Text]:
        """The calls that compute the Node into `out`; none if NumPy has no such call."""
        if node.op in (SCAN, ITEM) or form_of(node).kind not in ("float64", "float32"):
            return []
        if node.op is where:
            return self._chosen(args, out) if args else [Text("", ATOM)]
        if node.op is RESHAPE and not is_view(node):  # a copy of what is laid out otherwise
            if not args:
                return [Text("", ATOM)]
            inner = shape_of(node.args[0])
            np = self.names.scope["np"]
            text = f"{np}.copyto({np}.reshape({out}, {inner}), {args[0].source})"
            return [Text(text, ATOM)]
        template = self._template(node)
        if not template:
            return []
        if not args:
            return [Text("", ATOM)]
        text = fill(parse(template, self.names.scope), args).source
        return [Text(f"{text[:-1]}, out={out})", ATOM)]

    def _chosen(self, args: list[Text], out: str) -> list[Text]:
        """np.where into memory: one side, and then the other where the condition holds."""
        np, (condition, then, otherwise) = self.names.scope["np"], [arg.source for arg in args]
        return [
            Text(f"{np}.copyto({out}, {otherwise})", ATOM),
            Text(f"{np}.copyto({out}, {then}, where={condition})", ATOM),
        ]

    def _template(self, node: Node) -> str:
        """How NumPy calls the op as a function with out=."""
        row = node.op.array
        text = self.target.spell(node) or ""
        if row is not None:
            sides = text.split(" @ ")
            called = f"np.matmul({', '.join(sides)})" if len(sides) == 2 else text
            return called if row.out else ""
        if (name := _ufunc(node)) is None:
            return ""
        places = ", ".join([f"{{{at}}}" for at in range(len(node.args))])
        return f"np.{name}({places})"

    def _buffer(self, node: Node, slot: Slot, source: str, form: Form) -> str:
        """The variable of an array in that place."""
        key = source, slot.offset, form
        if key not in self.buffers:
            np = self.names.scope["np"]
            if source not in self.sources:
                self.sources[source] = self.names.free(
                    {"whole": "work", "block": "scratch"}[source]
                )
            self.buffers[key] = self.name(node)
            sizes = f"{form.shape}, {np}.{form.kind}, {self.sources[source]}, {slot.offset}"
            made = Text(f"{np}.ndarray({sizes})", ATOM)
            self.pieces.append(Assign(self.buffers[key], made, (), None))
        return self.buffers[key]

    # -- blocks of rows

    def _group(self, memory: Plan, group: list[Node]) -> None:
        """One loop over blocks of rows."""
        rows, step = shape_of(group[0])[-2], memory.steps[group[0]]
        self._views(memory, group)
        outer, self.block = self.block, []
        counter = self.names.counter(self.indent // 4 - 1)
        cut = self.names.counter(self.indent // 4)
        np_rows = f"[..., {cut}, :]"
        self.indent += 4
        self.block.append(
            Assign(cut, Text(f"slice({counter}, {counter} + {step})", ATOM), (), None)
        )
        here: dict[Node, Text] = {}
        for node in group:
            self.done.add(node)
            args = []
            for at, arg in enumerate(node.args):
                text = here.get(arg) or self.text[arg]
                if arg not in here and by_block(node, at):
                    text = Text(f"{_bare(text)}{np_rows}", ATOM)
                args.append(text)
            form = form_of(node)
            if node in memory.scratch:
                shape = (*form.shape[:-2], step, form.shape[-1])
                name = self._buffer(node, memory.scratch[node], "block", Form(shape, form.kind))
                here[node] = Text(name, ATOM)
                target = name
            else:
                name = self._buffer(node, memory.whole[node], "whole", form)
                target = f"{name}{np_rows}"
                here[node] = Text(target, ATOM)
            self._into(node, target, args)
            self.text[node] = Text(name, ATOM)
            self.variables[node] = name
        self.indent -= 4
        loop = For([counter], [f"range(0, {rows}, {step})"], self.block, tuple(group), None)
        self.block = [*outer, loop]

    def _views(self, memory: Plan, group: list[Node]) -> None:
        """Views that the group reads, of what is there already."""
        members, waiting = set(group), [arg for one in group for arg in one.args]
        read: set[Node] = set()
        while waiting:
            node = waiting.pop()
            if is_view(node) and node not in self.done and base(node) not in members:
                read.add(node)
                waiting += node.args
        for node in memory.order if read else ():
            if node in read:
                self._one(memory, node)

    # -- what NumPy made

    def _is_freed(self, memory: Plan, node: Node) -> bool:
        own = node in self.variables and node.args and node not in memory.whole
        return bool(own and node not in memory.scratch and size_of_node(node) >= FREED)

    def _free(self, nodes: list[Node]) -> None:
        if nodes:
            names = ", ".join([self.variables[node] for node in nodes])
            self.block.append(Do(Text(f"del {names}", ATOM), (), None))


def body_for(graph: Graph, target: Target, names: Names, kernel: bool) -> Body:
    """The body of a function of that graph."""
    return (Planned if target.planned else Body)(graph, target, names, kernel=kernel)


def _bare(text: Text) -> str:
    return text.source if text.precedence == ATOM else f"({text.source})"


def _ufunc(node: Node) -> str | None:
    """The name of the NumPy ufunc that an elementwise op is."""
    import numpy

    for name in (*node.op.names, node.op.name):
        if isinstance(getattr(numpy, name, None), numpy.ufunc):
            return name
    found = re.fullmatch(r"np\.(\w+)\([^()]*\)", str(node.op.numpy))
    if found and isinstance(getattr(numpy, found[1], None), numpy.ufunc):
        return found[1]
    return None
