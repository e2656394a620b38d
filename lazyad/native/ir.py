"""A Graph as LLVM IR: real branches, real loops, each operation once.

In: a program, whose Nodes are numbers, branches and loops. Out: IR of a function that reads numbers
from one row and writes those it returns to another. A room of its own because it is the one place
that knows what a Node is on the machine.

The numbers that come in are finite, so an infinite or undefined one is only ever made by an
operation that says so in the processor's flags, which the caller reads.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from lazyad.graph import (
    BLANK,
    CONST,
    INPUT,
    ITEM,
    LEFT,
    LOOP,
    PUT,
    RAISE,
    RIGHT,
    TABLE,
    Graph,
    Node,
    is_const,
)
from lazyad.native import programs, tables
from lazyad.native.expressions import FEW, Mixed, has_both, is_cheap
from lazyad.native.numbers import Unsupported, Value, constant, is_known
from lazyad.native.programs import DONE, GIVEN, GIVES_UP, GOES_ON, RAISED, Choice, Program, Step
from lazyad.native.statements import ZERO, Statements, names_in
from lazyad.native.steps import body_of
from lazyad.regions import Loop, is_table, tables_in
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves

RETURNED = Node(INPUT, (), "what is returned")  # reads it
ON_STACK = 4096  # numbers that pieces hand on: more are the heap's


class Code(NamedTuple):
    """IR of a function: of what it reads and where it writes, to DONE or why not."""

    text: str
    calls: list[Callable[..., Any]]  # functions of Python's, by their number
    kinds: list[str]  # of the numbers it returns
    loops: bool


def code(name: str, program: Program) -> Code:
    """The IR of a program, `@<name>(ptr in, ptr out)`.

    Raises Unsupported where it does what only Python can.
    """
    mixed: set[Any] = set()
    while True:
        try:
            return Writer(program, mixed).written(name)
        except Mixed as found:
            mixed.add(*found.args)


def _driver(name: str, pieces: Sequence[str], slots: int, lists: Sequence[int]) -> str:
    """The function that runs the pieces one after the other, and then frees the lists that grow."""
    heap = slots > ON_STACK
    frame = f"call ptr @malloc(i64 {8 * slots})" if heap else f"alloca double, i64 {slots + 1}"
    lines = [f"define i32 @{name}(ptr %in, ptr %out) #0 {{", f"  %frame = {frame}"]
    for at in lists:
        lines.append(f"  %l{at} = getelementptr double, ptr %frame, i64 {at}")
        lines.append(f"  store [2 x i64] zeroinitializer, ptr %l{at}")
    lines.append("  br label %p0")
    came = []
    for at, piece in enumerate(pieces):
        lines += [f"p{at}:", f"  %r{at} = call i32 @{piece}(ptr %in, ptr %out, ptr %frame)"]
        came.append(f"[ %r{at}, %p{at} ]")
        if at + 1 < len(pieces):
            lines.append(f"  %g{at} = icmp eq i32 %r{at}, {GOES_ON}")
            lines.append(f"  br i1 %g{at}, label %p{at + 1}, label %end")
    lines += ["  br label %end", "end:", f"  %r = phi i32 {', '.join(came)}"]
    for at in lists:
        lines += [f"  %o{at} = load ptr, ptr %l{at}", f"  call void @free(ptr %o{at})"]
    lines += ["  call void @free(ptr %frame)"] * heap
    return "\n".join([*lines, "  ret i32 %r", "}"])


class Writer(Statements):
    """Writes one function after the other."""

    def __init__(self, program: Program, mixed: set[Any]) -> None:
        super().__init__(program)
        self.mixed = mixed
        self.inner: dict[str, str] = {}  # IR of those that were called; "" of those with none
        self.inputs = {name: at for at, name in enumerate(program.inputs)}
        self.framed = False  # whether there is a row for what follows
        self.size = 0  # of that row
        self.slots: dict[Any, tuple[int, str]] = {}  # of what pieces hand on: where, and its kind
        self.rows: dict[Any, tables.Table] = {}  # and the tables among it
        self.grown: list[int] = []  # where in that row tables are that grow
        self.lines_of: dict[Any, tuple[str, str, str]] = {}  # of Nodes of an op and such arguments
        self.constants: dict[Any, tuple[str, tables.Table]] = {}  # tables, and their IR
        self.ints: set[Node] = set()  # Nodes that are
        self.kinds: list[str] = []
        self.loops = False
        self.hiding = False  # whether there is a place for numbers that LLVM is not to know
        self.tabular: set[Node] = set()  # inputs of rounds that are tables
        self.readers: dict[Node, list[Node]] = {}
        self.choosing: list[tuple[Choice, int]] = []  # the choices that are open, and their sides

    def written(self, name: str) -> Code:
        body, outputs, _ = whole = self.body_of(self.program.graph)
        self.note_readers(whole)
        pieces = programs.pieces(body)
        self.framed = len(pieces) > 1 or self.program.framed
        reads = [programs.read(piece) for piece in pieces]
        kept = programs.kept(reads, outputs) if self.framed else [[]]
        names = [f"{name}.{at}" for at in range(len(pieces))] if self.framed else [name]
        text = list[str]()
        for at, piece in enumerate(pieces):
            last = at + 1 == len(pieces)
            text.append(self.function(names[at], piece, [] if last else kept[at], outputs, last))
        if self.framed:
            text.append(_driver(name, names, self.size, self.grown))
        text += [one for one in self.inner.values() if one]
        text += [one for one, _ in self.constants.values()]
        return Code("\n".join(text), self.calls, self.kinds, self.loops)

    def function(
        self, called: str, piece: Sequence[Step], kept: Sequence[Any], outputs: Any, last: bool
    ) -> str:
        """One piece, which hands on what it has, or the last one, which returns."""
        self.lines, self.env = [], {}
        self.block, self.open = "entry", True
        # Values have the numbers that LLVM gives to those without a name, one after the other,
        # which it takes less time to read.
        self.mark, self.count = "%", -1
        self.pairs, self.hiding = 0 if has_both() else None, False
        self.run(piece)
        if last:
            for at, node in enumerate(outputs):
                self.result_at(at, self.known(node))
        else:
            self.hand_on(kept)
        self.end(f"ret i32 {DONE if last else GOES_ON}")
        frame, linkage = (", ptr %frame", "internal ") if self.framed else ("", "")
        head = f"define {linkage}i32 @{called}(ptr %in, ptr %out{frame}) #0 {{\nentry:"
        head += "\n  %sin = alloca double\n  %cos = alloca double" if self.pairs else ""
        head += "\n  %hidden = alloca double" if self.hiding else ""
        tail = f"fails:\n  ret i32 {GIVES_UP}\nraised:\n  ret i32 {RAISED}\n}}"
        return "\n".join([head, *self.lines, tail])

    def body_of(self, graph: Graph, given: frozenset[Node] | None = None) -> programs.Body:
        found = body_of(self.program, graph, given)
        self.ints |= found.ints
        return found

    def within(self, name: str, call: ast.Call) -> Value:
        """A call of a function that the file carries, in machine code where it has a form there.
        Where it raises it gives nan, and for that or infinity the whole gives up."""
        if name not in self.inner:
            self.inner[name] = f"declare double @{name}()"  # it may call itself
            try:
                self.inner[name] = self.carry(self.carried[name])
            except Unsupported:
                self.inner[name] = ""
        if not self.inner[name]:
            return self.outside(call)
        args = ", ".join([f"double {self.as_float(self.value(arg))}" for arg in call.args])
        found = self.new(f"call double @carried.{name}({args})")
        self.finite(found)
        return Value("f", found)

    def carry(self, function: ast.FunctionDef) -> str:
        """The IR of a function of floats."""
        names = [arg.arg for arg in function.args.args]
        scope = [self.scope.get(name) for name in names_in(function.body).loads]
        infinite = None if self.infinite is None else any(map(_is_infinite, scope))
        own = Writer(self.program._replace(inputs=(), infinite=infinite), self.mixed)
        own.inner, own.calls, own.constants = self.inner, self.calls, self.constants
        own.env = {name: Value("f", f"%{name}") for name in names}
        own.body(function.body)
        if own.open:
            raise Unsupported("a way that does not return")
        self.loops = self.loops or own.loops
        given = ", ".join([f"double %{name}" for name in names])
        head = f"define internal double @carried.{function.name}({given}) {{\nentry:"
        tail = f"fails:\n  ret double {constant(math.nan)}\nraised:\n  br label %fails\n}}"
        return "\n".join([head, *own.lines, tail])

    # -- what is known

    def known(self, name: Any) -> Any:
        """The variable, read from a row if this piece has not yet; None of what is no variable."""
        if name in self.env:
            return self.env[name]
        if type(name) is Node and name.op is CONST:
            self.env[name] = found = self.fixed(name.payload)
            return found
        if name in self.rows:
            return self.rows[name]
        if name in self.slots:
            at, kind = self.slots[name]
            place = self.new(f"getelementptr double, ptr %frame, i64 {at}")
        elif name in self.inputs:
            kind, place = "f", self.new(f"getelementptr double, ptr %in, i64 {self.inputs[name]}")
        elif type(name) is not Node:
            return None
        elif name.op is RAISE:
            self.unless("true")
            return self.fixed(None)
        else:
            self.env[name] = self.fixed(name.payload)
            return self.env[name]
        self.env[name] = Value(kind, self.new(f"load {self.types[kind]}, ptr {place}"))
        if self.read_inside:
            self.read_inside[-1].append(name)
        return self.env[name]

    def leave(self, computed: Iterable[Any] = ()) -> None:
        """Forget what was read where not everybody comes, and what a round computed: another loop
        may share its Nodes, as one that runs back does."""
        for name in [*self.read_inside.pop(), *computed]:
            self.env.pop(name, None)

    def hand_on(self, names: Iterable[Any]) -> None:
        for name in names:
            found = self.env[name]
            if found.kind == "t":
                self.rows[name] = found
                continue
            self.slots[name] = at, kind = self.room(1), found.kind
            place = self.new(f"getelementptr double, ptr %frame, i64 {at}")
            self.lines.append(f"  store {self.types[kind]} {found.name}, ptr {place}")

    def room(self, size: int) -> int:
        """Where there is room for so many numbers in the row that pieces share."""
        self.size += size
        return self.size - size

    def result_at(self, at: int, value: Any) -> None:
        if value.kind not in ("f", "b"):
            raise Unsupported("a result that is an int")
        self.kinds.append(value.kind)
        place = self.new(f"getelementptr double, ptr %out, i64 {at}")
        self.lines.append(f"  store double {self.as_float(value)}, ptr {place}")

    # -- steps

    def run(self, body: Sequence[Step]) -> None:
        """Write all, however deep branches and loops are in each other."""
        stack: list[Iterator[Step]] = [iter(body)]
        while stack:
            for one in stack[-1]:
                if isinstance(one, Choice):
                    stack.append(self.write_Choice(one))
                    break
                if not one.op.apart:
                    self.write_Node(one)
                elif one.op is LOOP:
                    stack.append(self.write_Loop(one))
                    break
                else:
                    self.env[one] = self.apart(one)
            else:
                stack.pop()

    def write_Node(self, node: Node) -> None:
        """One line, as it was written for the first Node like it; or whatever it takes."""
        env, form = self.env, self.program.form_of(node)
        given = [env[arg] if arg in env else self.known(arg) for arg in node.args]
        if self.ints and node in self.ints:
            given = [self.as_int(arg, one) for arg, one in zip(node.args, given, strict=True)]
            if isinstance(form, ast.Call) and getattr(form.func, "id", "") == "float":
                form = form.args[0]
        kinds, names = zip(*given)  # noqa: B905  (twice as long with it, and these are pairs)
        key = form, kinds
        if key not in self.lines_of:
            self.lines_of[key] = self.line(form, given)
        kind, text, angle = self.lines_of[key]
        if angle:
            env[node] = self.called(angle, given)
        elif text:
            env[node] = Value._make((kind, self.new(text % names)))
        else:
            env |= zip(GIVEN, given, strict=False)
            env[node] = self.value(form)

    def as_int(self, node: Node, value: Value) -> Value:
        """A constant is an int where others are."""
        return Value("i", str(int(node.payload))) if node.op is CONST else value

    def line(self, form: ast.expr, given: Sequence[Value]) -> tuple[str, str, str]:
        """The kind of its value, and its line, with %s for each argument; none where it takes
        several lines, or others. And its name if it is a function of an angle: see `called`."""
        kept = self.lines, self.env, self.block, self.count
        self.lines = []
        self.env = {n: Value(v.kind, f"<{n}>") for n, v in zip(GIVEN, given, strict=False)}
        found, made = self.value(form), self.lines
        self.lines, self.env, self.block, self.count = kept
        start, _, text = made[0].partition(" = ") if len(made) == 1 else ("", "", "")
        if start.strip() != found.name or re.findall(r"<(\w+)>", text) != [*GIVEN[: len(given)]]:
            return "", "", ""
        angle = re.match(r"call double @libm_(sin|cos)\(", text)
        return found.kind, re.sub(r"<\w+>", "%s", text), angle[1] if angle else ""

    def apart(self, node: Node) -> Any:
        """A table, or what is taken from one or from a loop."""
        if node.op is ITEM:
            return self.known((node.args[0], node.payload))
        if node.op is TABLE:
            return tables.made(self, node)
        if node.op is BLANK:
            return tables.blank(self, self.known(node.args[0]))
        table, at, *new = [self.known(arg) for arg in node.args]
        if node.op is LEFT or node.op is RIGHT:
            return tables.found_in(self, table, at, node.op is LEFT)
        place = node.args[1]
        if place.op is CONST and float(place.payload).is_integer():
            at = self.as_int(place, at)
        elif place not in self.ints and at.kind != "i":
            at = self.whole("trunc", at)  # by `int(...)`
        if node.op is PUT:
            return tables.put(self, self.own(node, node.args[0], table), self.index(at), *new)
        return tables.taken(self, table, self.index(at))

    def own(self, reader: Node, before: Node, table: tables.Table) -> tables.Table:
        """The table where a Node may change it: where it is, if nobody reads it from now on, or a
        copy. Who is on the other side of a choice that is open does not."""
        others = [one for one in self.readers.get(before, ()) if one is not reader]
        env = self.env
        last = all(one in env or (one, 0) in env or self.is_beside(one, before) for one in others)
        return table if table.changes and last else tables.copied(self, table)

    def note_readers(self, body: programs.Body) -> None:
        """Who reads each table, what is returned last."""
        if not any(op.apart for op in self.program.graph.ops):
            return
        for one in programs.inner(body.steps):
            for arg in one.args:
                self.readers.setdefault(arg, []).append(one)
        for leaf in leaves(body.outputs):
            self.readers.setdefault(leaf, []).append(RETURNED)

    def is_beside(self, reader: Node, table: Node) -> bool:
        """Whether a choice reads the table on the side that is not taken here."""
        return any(
            reader.args[1 + side] is not table
            for one, side in self.choosing
            if any(choice is reader for choice in one.choices)
        )

    def write_Choice(self, one: Choice) -> Iterator[Step]:
        """Its steps in between, a branch unless both sides are quickly computed."""
        test = self.truth(self.known(one.condition))
        if self.is_quick(one):
            for side in one.sides:
                yield from side
            for node in one.choices:
                self.env[node] = self.selected(test, *[self.known(arg) for arg in node.args[1:]])
            return
        labels, after, ends = (self.label(), self.label()), self.label(), []
        places: list[int] = []
        self.end(f"br i1 {test}, label %{labels[0]}, label %{labels[1]}")
        for at in (0, 1):
            self.start(labels[at])
            self.read_inside.append([])
            self.choosing.append((one, at))
            yield from one.sides[at]
            self.choosing.pop()
            if not any(node.args[1 + at].op is RAISE for node in one.choices):
                values = [self.held(node, self.known(node.args[1 + at])) for node in one.choices]
                own = [self.env.get(node) for node in one.kept]
                ends.append(([*values, *own], self.block))
                places.append(len(self.lines))
                self.lines.append("")  # where tables are copied, if they are
            for node in one.kept:
                self.env.pop(node, None)
            self.leave()
            self.end(f"br label %{after if ends and ends[-1][1] == self.block else 'fails'}")
        self.start(after)
        for at, node in enumerate([*one.choices, *one.kept]):
            came = [(values[at], block) for values, block in ends if values[at] is not None]
            several = {value for value, _ in came if value.kind == "t"}
            if at < len(one.choices) and len(several) > 1:
                found = tables.room_for(self, came[0][0])
                for (value, _), place in zip(came, places, strict=True):
                    self.lines[place] += tables.copying(found, value)
                self.env[node] = found
                continue
            self.env[node] = self.joined(node, came, [block for _, block in ends])

    def joined(self, node: Node, came: list[tuple[Value, str]], blocks: Sequence[str]) -> Any:
        """What a Node is where these blocks meet, some of which have it; the others' ways go by
        whatever reads it."""
        if len(blocks) == 1 and came:
            return came[0][0]
        kinds = {value.kind for value, _ in came} or {"f"}
        if "t" in kinds:
            return came[0][0]  # where a table is, no branch changes
        nothing = Value(min(kinds), ZERO[min(kinds)])
        if not blocks:
            return nothing
        found = {block: value for value, block in came}
        return self.phi([(found.get(block, nothing), block) for block in blocks], node)

    def is_quick(self, one: Choice) -> bool:
        inside = [*one.sides[0], *one.sides[1]]
        if any(is_table(node, self.tabular) for node in one.choices):
            return False
        if len(inside) > FEW or any(arg.op is RAISE for node in one.choices for arg in node.args):
            return False
        return all(
            isinstance(step, Node) and not step.op.apart and is_cheap(self.program.form_of(step))
            for step in inside
        )

    # -- loops

    def write_Loop(self, node: Node) -> Iterator[Step]:
        """Its steps in between. What it comes to is in `env` by (loop, item)."""
        what: Loop = node.payload
        inputs, carried, last = what.inputs, what.carried, what.carried + what.over
        given = [self.known(arg) for arg in node.args]
        self.env |= zip(inputs[what.given + what.over :], given[last:], strict=True)
        first, zero = self.begun(node, given[:carried]), Value("i", "0")
        if any(one.fails != () for one in what.body.ops):
            zero, *first = map(self.hidden, [zero, *first])
        counts, most, some = self.rounds_of(what, given[carried:last])
        self.loops, fixed = True, is_known(most)
        head, again, after, came = self.label(), self.label(), self.label(), self.block
        self.end(f"br i1 {some}, label %{head}, label %{after}")
        self.start(head)
        alike = _alike(what.counts)
        number, sizes, started = self.started(len(alike), first)
        mark = len(self.lines)
        # What these are is only known when the round is over.
        self.lines += [""] * (1 + len(alike) + carried)
        self.read_inside.append([])
        self.env |= zip(inputs, started, strict=False)
        self.rows_of(what, given[carried:last], counts, number)
        body = self.body_of(what.body, frozenset(inputs[carried : what.given]))
        self.note_readers(body)
        yield from body.steps
        go, afterwards, *records = body.outputs
        nexts = self.nexts(inputs, afterwards)
        kept, more = self.record(most if counts else "", records, zip(alike, sizes, strict=True))
        tables.move(self, first, nexts)  # after what is kept of them
        ways = [came, self.block]
        self.end(f"br i1 {self.truth(self.known(go))}, label %{again}, label %{after}")
        self.start(again)
        on = Value("i", self.new(f"add i64 {number.name}, 1"))
        # A loop that ends is not compared, nor is one that carries a table.
        endless = not (counts or what.records or any(type(one) is not Value for one in started))
        self.check(number.name, [*zip(started, nexts, strict=True)] if endless else ())
        ways.append(self.block)
        left = self.new(f"icmp slt i64 {on.name}, {most}") if counts else "true"
        self.end(f"br i1 {left}, label %{head}, label %{after}")
        names = [*[None] * (1 + len(alike)), *inputs[:carried]]
        pairs = [(zero, on), *[(Value("i", "0"), one) for one in more]]
        pairs += zip(first, nexts, strict=True)
        for at, made in enumerate((number, *sizes, *started)):
            came_in = [(pairs[at][0], came), (pairs[at][1], self.block)]
            if made.kind != "t":
                self.lines[mark + at] = self.phi_of(made, came_in, names[at])
        self.leave(programs.read(body.steps).stores)
        self.start(after)
        found = [self.ended(one, then, ways) for one, then in pairs[1:]]
        self.env |= {(node, at): one for at, one in enumerate(found[len(alike) :])}
        for places, count in zip(alike, found, strict=False):
            every = fixed and all(is_const(one, True) for one in (go, what.counts[places[0]]))
            own = [kept[at] for at in places]
            own = tables.counted(self, own, most if every else count.name)
            self.env |= {(node, carried + at): one for at, one in zip(places, own, strict=True)}

    def rounds_of(self, what: Loop, over: Sequence[tables.Table]) -> tuple[list[str], str, str]:
        """How many rounds each of these tables and the range allow, the least of that, and whether
        there is any."""
        counts = [tables.count_of(self, table) for table in over]
        counts += [str(len(what.rounds))] if what.rounds is not None else []
        most = tables.least(self, counts) if counts else "1"
        some = self.new(f"icmp sgt i64 {most}, 0") if not is_known(most) else int(most) > 0
        return counts, most, str(some).lower()

    def started(self, sizes: int, first: Sequence[Any]) -> tuple[Value, list[Value], list[Any]]:
        """What a round begins with, given later, but for tables: its number, how much is kept, and
        what is carried."""
        number, *many = [self.fresh("i") for _ in range(1 + sizes)]
        return number, many, [one if one.kind == "t" else self.fresh(one.kind) for one in first]

    def hidden(self, value: Any) -> Any:
        """The same number, of which LLVM does not know which one it is: with one that it knows it
        computes the first round itself, and then no flag says that this failed."""
        kind = self.types.get(value.kind)
        if kind not in {"double", "i64"} or value.name[0] == "%":
            return value
        self.hiding = True
        self.lines.append(f"  store volatile {kind} {value.name}, ptr %hidden")
        return Value(value.kind, self.new(f"load volatile {kind}, ptr %hidden"))

    def nexts(self, inputs: Sequence[Node], afterwards: Sequence[Node]) -> list[Any]:
        """What the next round begins with. What no round reads is looked at: LLVM would compute it
        after the last one alone, and not see where it fails before."""
        found = []
        for one, value in zip(inputs, afterwards, strict=False):
            found.append(own := self.held(one, self.known(value)))
            unread = one not in self.readers and self.types.get(own.kind) == "double"
            if unread and own.name[0] == "%":
                self.finite(own.name)
        return found

    def ended(self, first: Any, then: Any, ways: Sequence[str]) -> Any:
        """What is carried, after the loop: a table stands where it is."""
        if first.kind == "t":
            return first
        return self.phi([*zip((first, then, then), ways, strict=True)])

    def begun(self, loop: Node, given: Sequence[Any]) -> list[Any]:
        """What is carried into a loop, whose rounds may change its tables."""
        self.tabular |= tables_in(loop, self.tabular)
        found = []
        for name, arg, one in zip(loop.payload.inputs, loop.args, given, strict=False):
            own = self.held(name, one)
            if one.kind == "t":
                alone = sum(other is arg for other in loop.args) == 1
                own = self.own(loop, arg, one) if alone else tables.copied(self, one)
            found.append(own)
        return found

    def rows_of(
        self, what: Loop, over: Sequence[tables.Table], counts: Sequence[str], number: Value
    ) -> None:
        """The number of a round, as the user counts, and its rows of the tables, from the last."""
        if what.rounds is not None:
            self.env[what.inputs[what.carried]] = self.counter(number, what.rounds)
        for one, table, count in zip(what.inputs[what.given :], over, counts, strict=False):
            back = self.new(f"sub i64 {count}, {number.name}")
            place = tables.element(self, table, self.new(f"sub i64 {back}, 1"))
            self.env[one] = tables.loaded(self, table, place)

    def counter(self, number: Value, rounds: range) -> Value:
        """The number of the round that the user counts."""
        name = number.name
        if rounds.step != 1:
            name = self.new(f"mul i64 {name}, {rounds.step}")
        name = tables.total(self, name, str(rounds.start))
        if rounds and min(rounds) >= 0:
            self.ranges[name] = max(rounds)
        return Value("i", name)

    def record(
        self, most: str, records: Sequence[Any], alike: Iterable[tuple[list[int], Value]]
    ) -> tuple[dict[int, tables.Table], list[Value]]:
        """Put what is kept of a round into tables, where it is to be; these, and how many numbers
        each of those that are `alike` then has. There are so many rounds at most."""
        found: dict[int, tables.Table] = {}
        more = []
        for places, size in alike:
            keep, *known = [
                self.known(one)
                for one in (records[0][places[0]], *[records[1][at] for at in places])
            ]
            test, puts, after, came = self.truth(keep), self.label(), self.label(), self.block
            self.end(f"br i1 {test}, label %{puts}, label %{after}")
            self.start(puts)
            for at, value in zip(places, known, strict=True):
                found[at] = tables.keep(self, tables.begun(self, most, value), size.name, value)
            one_more = Value("i", self.new(f"add i64 {size.name}, 1"))
            last = self.block
            self.end(f"br label %{after}")
            self.start(after)
            more.append(self.phi([(size, came), (one_more, last)]))
        return found, more


def _alike(counts: Sequence[Node]) -> list[list[int]]:
    """The places of those that are one."""
    found: dict[Node, list[int]] = {}
    for at, one in enumerate(counts):
        found.setdefault(one, []).append(at)
    return [*found.values()]


def _is_infinite(value: Any) -> bool:
    """Whether it is such a number, or has one in it."""
    if type(value) is tuple:
        return any(map(_is_infinite, value))
    return type(value) is float and not math.isfinite(value)
