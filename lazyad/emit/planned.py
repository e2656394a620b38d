"""A body whose large arrays have their places in one piece of memory, made at each call.

In: a Graph of whole arrays. Out: statements, one an operation, with `out=` where a plan says so. A
room of its own because what a `Body` holds back until it is read must here be done in its turn.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from lazyad.arrays.forms import form_of, shape_of
from lazyad.arrays.views import RESHAPE, inverse
from lazyad.emit.bases import base, is_view, size_of_node
from lazyad.emit.body import Body
from lazyad.emit.groups import Group, by_block
from lazyad.emit.memory import Carried, Plan, plan
from lazyad.emit.slots import Slot
from lazyad.emit.spelling import ATOM, Text, called
from lazyad.emit.statements import Assign, Do, For, Statement, Together
from lazyad.graph import ITEM, SCAN, Node
from lazyad.ops import where
from lazyad.values.structure import Form, leaves

FREED = 1 << 15  # bytes of an array that NumPy made, which is let go when nobody reads it any more


class Planned(Body):
    """`memory` is the plan, or None where there is nothing to plan."""

    memory: Plan | None = None

    def planned(self, carried: Sequence[Carried] = (), held: Collection[Node] = ()) -> Plan | None:
        """The plan for the Nodes of the graph."""
        nodes = [node for node in self.nodes if not node.op.leaf and node not in self.text]
        able = [node for node in nodes if self._call(node, [], "")]
        ends = {leaf for leaf in leaves(self.outputs) if leaf.args} - {*held}
        return plan(nodes, ends, able, carried, held)

    def statements(self) -> list[Statement]:
        self.memory = self.planned()
        if self.memory is None:
            return super().statements()
        before = self._written(self.memory)
        self.block = [*before, *self.block]
        self.give(self.outputs)
        return self.block

    def round(self, carried: Sequence[str]) -> tuple[list[Statement], set[str]]:
        """Write the round of a scan, which carries arrays of these names. Returns the statements
        that stand before the loop, and which of the arrays are written over."""
        if len(self.graph.outputs) > 2:  # what is asked first may read what the round writes over
            return super().round(carried)
        after, out = self.outputs
        seen, times = set(map(base, after)), Counter(after)
        own = [
            Carried(given, end, name)
            for given, end, name in zip(self.inputs, after, carried, strict=False)
            if shape_of(given)
            and size_of_node(given) >= FREED
            and form_of(given) == form_of(end)
            and given not in seen
            and times[end] == 1
            and self._call(end, [], "")
        ]
        written = {one.after for one in own}
        self.memory = self.planned(own, {*out, *written} - ({*after} - written))
        if self.memory is None:
            return super().round(carried)
        return self._written(self.memory), {one.variable for one in own}

    def _written(self, memory: Plan) -> list[Statement]:
        """Write the block; returns what makes its memory."""
        self.plans.insert(0, memory)
        self.left.clear()  # an array's place is named above all, so that no number is used again
        self.places: dict[Node, str] = {}
        self.blocks: dict[Any, str] = {}
        self.pieces: list[Statement] = []
        self.done: set[Node] = set()
        self.laid = memory.laid
        self._all(memory)
        np = self.names.scope["np"]
        sizes = {"work": memory.size, "scratch": memory.block}
        made: list[Statement] = [
            Assign(name, Text(f"{np}.empty({sizes[key]}, {np}.uint8)", ATOM), (), None)
            for key, name in self.sources.items()
        ]
        return [*made, *self.pieces]

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
        if node in self.text and node in self.places:  # what was laid out for it
            return
        if node in memory.whole:
            name = self._whole(node, memory.whole[node])
            self._into(node, name, [self.text[arg] for arg in node.args])
            return
        self.express(node)
        if node in self.waiting and not is_view(node):
            self.assign(node)

    def _into(self, node: Node, out: str, args: list[Text], name: str = "") -> None:
        """The operation, into memory that is there; what it comes to may get a name of its own."""
        self.waiting.difference_update(node.args)
        self.variables[node] = name or out
        self.text[node] = Text(name or out, ATOM)
        calls = self._call(node, args, out)
        for call in calls[:-1] if name else calls:
            self.block.append(Do(call, (node,), node.origin))
        if name and calls[-1].source.partition("(")[0].endswith("copyto"):  # which returns nothing
            self.block.append(Do(calls[-1], (node,), node.origin))
            calls = [Text(out, ATOM)]
        if name:
            self.block.append(Assign(name, calls[-1], (node,), node.origin))

    def _call(self, node: Node, args: list[Text], out: str) -> list[Text]:
        """The calls that compute the Node into `out`; none if NumPy has no such call."""
        form = form_of(node)
        if node.op in (SCAN, ITEM) or type(form) is tuple or form.kind == "int64":
            return []
        if node.op is where:
            return self._chosen(args, out) if args else [Text("", ATOM)]
        if node.op is RESHAPE and not is_view(node):  # a copy of what is laid out otherwise
            if not args:
                return [Text("", ATOM)]
            np = self.names.scope["np"]
            laid = f"{np}.reshape({out}, {shape_of(node.args[0])})"
            return [called(f"{np}.copyto", [laid, args[0].source])]
        template = self._template(node)
        if not template:
            return []
        if not args:
            return [Text("", ATOM)]
        name, _, inner = template.partition("(")
        bare = [arg.source for arg in args]
        held = [f"({arg.source})" if arg.precedence < ATOM else arg.source for arg in args]
        parts = _split(inner[:-1])
        given = [one.format(*(bare if one[-1] == "}" else held)) for one in parts]
        np = self.names.scope["np"]
        return [called(name.replace("np", np, 1), [*given, f"out={out}"])]

    def _chosen(self, args: list[Text], out: str) -> list[Text]:
        """np.where into memory: one side, and then the other where the condition holds."""
        np, (condition, then, otherwise) = self.names.scope["np"], [arg.source for arg in args]
        first = [called(f"{np}.copyto", [out, otherwise])] if out != otherwise else []
        return [*first, called(f"{np}.copyto", [out, then, f"where={condition}"])]

    def _template(self, node: Node) -> str:
        """How NumPy calls the op as a function with out=."""
        row = node.op.array
        text = self.target.spell(node) or ""
        if row is not None:
            if row.xp and text.startswith("{"):  # a method, whose function is called
                text = row.xp(node)
            sides = text.split(" @ ")
            text = f"np.matmul({', '.join(sides)})" if len(sides) == 2 else text
            return text if row.out else ""
        if (name := _ufunc(node)) is None:
            return ""
        places = ", ".join([f"{{{at}}}" for at in range(len(node.args))])
        return f"np.{name}({places})"

    def _whole(self, node: Node, slot: Slot) -> str:
        """The variable of an array in the memory of the call."""
        if node in self.places:
            return self.places[node]
        copy = self.laid.get(node)
        if copy is None and slot.array:
            self.places[node] = slot.array
            return slot.array
        if copy is None:
            made = self._carved(form_of(node), "work", slot.offset)
        else:
            self.variables[copy] = self._whole(copy, slot)
            self.text[copy] = Text(self.places[copy], ATOM)
            made = self._turned(self.places[copy], copy.args[0])
        self.places[node] = self.name(node)
        self.pieces.append(Assign(self.places[node], made, (), None))
        return self.places[node]

    def _turned(self, name: str, turned: Node) -> Text:
        """What a transpose is of, as it lies in that array of the same elements."""
        np, shape, axes = self.names.scope["np"], shape_of(turned), inverse(turned.payload)
        order = (*range(len(shape) - len(axes)), *[len(shape) + axis for axis in axes])
        return Text(f"{np}.transpose({np}.reshape({name}, {shape}), {order})", ATOM)

    def _scratch(self, node: Node, slot: Slot, group: Group) -> str:
        """The variable of a block, which one loop after the other uses."""
        form = form_of(node)
        sizes = [*form.shape]
        sizes[group.axis] = group.step
        return self._piece(Form(tuple(sizes), form.kind), slot.offset)

    def _piece(self, form: Form, offset: int) -> str:
        if (offset, form) not in self.blocks:
            self.blocks[offset, form] = self.names.free(f"s{len(self.blocks)}")
            made = self._carved(form, "scratch", offset)
            self.pieces.append(Assign(self.blocks[offset, form], made, (), None))
        return self.blocks[offset, form]

    def _carved(self, form: Form, source: str, offset: int) -> Text:
        """An array in that place of a piece of memory."""
        np, kind = self.names.scope["np"], form.kind.replace("bool", "bool_")
        if source not in self.sources:
            self.sources[source] = self.names.free(source)
        sizes = f"{form.shape}, {np}.{kind}, {self.sources[source]}, {offset}"
        return Text(f"{np}.ndarray({sizes})", ATOM)

    # -- blocks of rows

    def _group(self, memory: Plan, group: Group) -> None:
        """One loop over blocks of rows."""
        self._views(memory, group)
        counter, rows = [self.names.counter(self.indent // 4 - 1 + at) for at in (0, 1)]
        with self.nested() as block:
            taken = Text(f"slice({counter}, {counter} + {group.step})", ATOM)
            self.block.append(Assign(rows, taken, (), None))
            self._one_block(memory, group, rows)
        counts = f"range(0, {group.rows}, {group.step})"
        self.block.append(For([counter], [counts], block, tuple(group.nodes), None))

    def _one_block(self, memory: Plan, group: Group, rows: str) -> None:
        """The operations on those rows."""
        axis = group.axis
        here: dict[Node, Text] = {}
        firsts = set(memory.stacks.values())
        for node in group.nodes:
            self.done.add(node)
            if node in firsts:
                continue
            if node in memory.stacks:
                self._stacked(memory, group, [memory.stacks[node], node], here)
                continue
            args = []
            for at, arg in enumerate(node.args):
                text = here.get(arg) or self.text[arg]
                cut = arg not in here and by_block(node, at, axis)
                args.append(_rows_of(text, rows, arg, axis) if cut else text)
            if node in memory.scratch:
                name = self.name(node)
                out = self._scratch(node, memory.scratch[node], group)
                self._into(node, out, args, name)
                here[node] = Text(name, ATOM)
            else:
                name = self._whole(node, memory.whole[node])
                here[node] = _rows_of(Text(name, ATOM), rows, node, axis)
                self._into(node, here[node].source, args)
            self.text[node] = Text(name, ATOM)
            self.variables[node] = name

    def _stacked(
        self, memory: Plan, group: Group, pair: list[Node], here: dict[Node, Text]
    ) -> None:
        """Two products with one matrix as one, of the rows of both."""
        rows, both = [
            self._rows_of_both(memory, group, nodes) for nodes in ([x.args[0] for x in pair], pair)
        ]
        np, matrix = self.names.scope["np"], self.text[pair[0].args[1]].source
        product = called(f"{np}.matmul", [rows, matrix, f"out={both}"])
        self.block.append(Do(product, tuple(pair), pair[0].origin))
        for node in pair:
            self.waiting.difference_update(node.args)
            self.variables[node] = self.name(node)
            self.text[node] = here[node] = Text(self.variables[node], ATOM)
        parts = [Text(self._scratch(x, memory.scratch[x], group), ATOM) for x in pair]
        names = [self.variables[node] for node in pair]
        self.block.append(Together(names, parts, tuple(pair), pair[0].origin))

    def _rows_of_both(self, memory: Plan, group: Group, nodes: list[Node]) -> str:
        """The variable of two blocks, of which one lies right behind the other."""
        form = form_of(nodes[0])
        count = sum([math.prod(shape_of(x)[:-1]) for x in nodes]) // group.rows * group.step
        offset = min([memory.scratch[x].offset for x in nodes])
        return self._piece(Form((count, form.shape[-1]), form.kind), offset)

    def _views(self, memory: Plan, group: Group) -> None:
        """Views that the group reads, of what is there already."""
        members, waiting = set(group.nodes), [arg for one in group.nodes for arg in one.args]
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


def _split(inner: str) -> list[str]:
    """The arguments in a call's parentheses.

    >>> _split("{0}, axis=(-2, -1)")
    ['{0}', 'axis=(-2, -1)']
    """
    found, depth = [""], 0
    for letter in inner:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            found.append("")
        else:
            found[-1] += letter
    return [one.strip() for one in found]


def _rows_of(text: Text, rows: str, node: Node, axis: int) -> Text:
    """A block of the rows of an array."""
    source = text.source if text.precedence == ATOM else f"({text.source})"
    first = len(shape_of(node)) == -axis
    index = rows if first else ", ".join(["...", rows, *[":"] * (-axis - 1)])
    return Text(f"{source}[{index}]", ATOM)


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
