"""A Python function of floats as LLVM IR: real branches, real loops, each operation once.

In: a program, of Nodes or of an emitted function's statements. Out: IR of a function that reads
numbers from one row and writes those it returns to another. A room of its own because it is the one
place that knows blocks, and what a variable is where they meet.

The numbers that come in are finite, so an infinite or undefined one is only ever made by an
operation that says so in the processor's flags, which the caller reads.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lazyad.graph import Node
from lazyad.native import programs, tables
from lazyad.native.expressions import FEW, Expressions, Mixed
from lazyad.native.numbers import Unsupported, Value, constant, is_known
from lazyad.native.programs import GIVEN, Name, Program, Statement, Store, read, returned
from lazyad.values.rows import NamedTuple

DONE, GIVES_UP, RAISED, GOES_ON = range(4)  # what a function returns, the last one of a piece
ON_STACK = 4096  # numbers that pieces hand on: more are the heap's
_ZERO = {**dict.fromkeys("fnm", constant(0.0)), "b": "false", "i": "0"}


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
    mixed: set[str] = set()
    pieces = [*programs.pieces(program.body)]
    reads = [*map(read, pieces)]
    infinite = any(programs.reads_infinity(one.loads, program.scope) for one in reads)
    while True:
        writer = Writer(program, programs.kept(reads), infinite)
        writer.framed = len(pieces) > 1 or reads[0].makes
        statements = [one for one in program.body if type(one) is not Node]
        writer.most = tables.most(statements, program.scope)
        writer.assigned = {name for one in reads for name in one.stores if type(name) is str}
        writer.mixed = mixed
        try:
            return writer.written(name, pieces)
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


class _Loop(NamedTuple):
    after: str
    again: str
    breaks: list[tuple[str, dict[str, Value]]]
    continues: list[tuple[str, dict[str, Value]]]


class Writer(Expressions):
    """Writes one function after the other."""

    def __init__(self, program: Program, kept: Sequence[Sequence[Name]], infinite: bool) -> None:
        super().__init__(program, infinite)
        self.inner: dict[str, str] = {}  # IR of those that were called; "" of those with none
        self.result = False  # whether what is returned is a value, and not a row
        self.inputs = {name: at for at, name in enumerate(program.inputs)}
        self.kept = kept
        self.framed = False  # whether there is a row for what follows
        self.size = 0  # of that row
        self.slots: dict[Name, tuple[int, str]] = {}  # of what pieces hand on: where, and its kind
        self.rows: dict[Any, tables.Table] = {}  # and the tables among it
        self.lists: dict[str, tables.Table] = {}
        self.most: Mapping[str, float] = {}  # how many numbers these have
        self.assigned: set[str] = set()  # in all pieces
        self.lines_of: dict[Any, tuple[str, str]] = {}  # Nodes of such an op and such arguments
        self.constants: dict[str, tuple[str, tables.Table]] = {}  # tables, and their IR
        self.items: dict[str, str] = {}  # of which kind the numbers of a list are
        self.mixed: set[str] = set()  # variables that are held as a float, also where they are ints
        self.shift = 0  # how many more numbers than values were returned so far
        self.kinds: list[str] = []
        self.loops = False

    def written(self, name: str, pieces: Sequence[Sequence[Statement]]) -> Code:
        names = [f"{name}.{at}" for at in range(len(pieces))] if self.framed else [name]
        text = [self.function(names[at], piece, at) for at, piece in enumerate(pieces)]
        if self.framed:
            lists = [one.start for one in self.lists.values() if one.grows]
            text.append(_driver(name, names, self.size, lists))
        text += [one for one in self.inner.values() if one]
        text += [one for one, _ in self.constants.values()]
        return Code("\n".join(text), self.calls, self.kinds, self.loops)

    def function(self, called: str, piece: Sequence[Statement], at: int) -> str:
        self.lines, self.env = [], {}
        self.around: list[_Loop] = []
        self.block, self.open = "entry", True
        if self.program.forms:
            # Nodes in a row: values have the numbers that LLVM gives to those without a name, one
            # after the other, which it takes less time to read.
            self.mark, self.count = "%", -1
        frame = ", ptr %frame" if self.framed else ""
        for one in piece:
            if self.open:
                self.statement(one)
        if self.open:
            if at + 1 == len(self.kept):
                raise Unsupported("a way that does not return")
            self.hand_on(self.kept[at])
            self.end(f"ret i32 {GOES_ON}")
        linkage = "internal " if frame else ""
        head = f"define {linkage}i32 @{called}(ptr %in, ptr %out{frame}) #0 {{\nentry:"
        tail = f"fails:\n  ret i32 {GIVES_UP}\nraised:\n  ret i32 {RAISED}\n}}"
        return "\n".join([head, *self.lines, tail])

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
        infinite = programs.reads_infinity(read(function.body).loads, self.scope)
        own = Writer(self.program._replace(inputs=()), [[]], infinite)
        own.inner, own.calls, own.result = self.inner, self.calls, True
        own.constants, own.mixed = self.constants, self.mixed
        own.around = []
        own.env = {name: Value("f", f"%{name}") for name in names}
        own.body(function.body)
        if own.open:
            raise Unsupported("a way that does not return")
        self.loops = self.loops or own.loops
        given = ", ".join([f"double %{name}" for name in names])
        head = f"define internal double @carried.{function.name}({given}) {{\nentry:"
        tail = f"fails:\n  ret double {constant(math.nan)}\nraised:\n  br label %fails\n}}"
        return "\n".join([head, *own.lines, tail])

    # -- variables

    def known(self, name: Name) -> Any:
        """The variable, read from a row if this piece has not yet; None of what is no variable."""
        if name in self.env:
            return self.env[name]
        if name in self.rows:
            return self.rows[name]
        if name in self.slots:
            at, kind = self.slots[name]
            place = self.new(f"getelementptr double, ptr %frame, i64 {at}")
        elif name in self.inputs:
            kind, place = "f", self.new(f"getelementptr double, ptr %in, i64 {self.inputs[name]}")
        elif type(name) is Node:
            self.env[name] = self.fixed(name.payload)
            return self.env[name]
        else:
            return None
        self.env[name] = Value(kind, self.new(f"load {self.types[kind]}, ptr {place}"))
        return self.env[name]

    def hand_on(self, names: Iterable[Name]) -> None:
        for name in names:
            if name in self.env:
                found = self.env[name]
                if found.kind == "t":
                    self.rows[name] = found
                    continue
                kind, value = found
                if name not in self.slots:
                    self.slots[name] = self.room(1), kind
                at, was = self.slots[name]
                if was != kind:
                    raise Unsupported(f"{name} is a number, and a condition")
                place = self.new(f"getelementptr double, ptr %frame, i64 {at}")
                self.lines.append(f"  store {self.types[kind]} {value}, ptr {place}")

    def room(self, size: int) -> int:
        """Where there is room for so many numbers in the row that pieces share."""
        if not self.framed:
            raise Unsupported("a table")
        self.size += size
        return self.size - size

    def join(
        self,
        names: Iterable[str],
        before: Mapping[str, Any],
        ends: Sequence[tuple[str, dict[str, Any]]],
    ) -> None:
        """In a block that these lead to, what the variables are which they assign."""
        self.env = dict(before)
        for name in sorted(names):
            values = [env.get(name) for _, env in ends]
            known = {value for value in values if value is not None}
            self.env.pop(name, None)
            if len(known) == 1 and None not in values:
                (self.env[name],) = known
            elif known and {one.kind for one in known} != {"t"}:
                # where it was not assigned, nobody reads it
                kind = next(iter(known)).kind
                nothing = Value(kind, _ZERO[kind])
                came = [(v or nothing, block) for v, (block, _) in zip(values, ends, strict=True)]
                self.env[name] = self.phi(came, name)

    def give(self, name: str, value: Any) -> None:
        """Let the variable be that."""
        mixed = name in self.mixed and value.kind != "t"
        self.env[name] = Value("m", self.as_float(value)) if mixed else value

    # -- statements

    def statement(self, node: Any) -> None:
        if type(node) is Node:
            self.write_Node(node)
            return
        write = getattr(self, f"write_{type(node).__name__}", None)
        if write is None:
            raise Unsupported(f"a statement {type(node).__name__}")
        write(node)

    def write_Node(self, node: Node) -> None:
        """One line, as it was written for the first Node like it; or whatever it takes."""
        env, forms = self.env, self.program.forms
        given = [env.get(arg) or self.known(arg) for arg in node.args]
        form = forms.get(node.op) or forms[node]
        key = (form, *[kind for kind, _ in given])
        kind, text = self.lines_of.get(key) or self.lines_of.setdefault(key, self.line(form, given))
        if text:
            name = self.new(text % (*[name for _, name in given],))
            env[node] = Value._make((kind, name))
        else:
            env |= zip(GIVEN, given, strict=False)
            env[node] = self.value(form)

    def line(self, form: ast.expr, given: Sequence[Value]) -> tuple[str, str]:
        """The kind of its value, and its line, with %s for each argument; none where it takes
        several lines, or others."""
        kept = self.lines, self.env, self.block, self.count, len(self.calls)
        self.lines = []
        self.env = {n: Value(v.kind, f"<{n}>") for n, v in zip(GIVEN, given, strict=False)}
        found, made = self.value(form), self.lines
        self.lines, self.env, self.block, self.count, calls = kept
        del self.calls[calls:]
        start, _, text = made[0].partition(" = ") if len(made) == 1 else ("", "", "")
        if start.strip() != found.name or re.findall(r"<(\w+)>", text) != [*GIVEN[: len(given)]]:
            return "", ""
        return found.kind, re.sub(r"<\w+>", "%s", text)

    def write_Expr(self, node: ast.Expr) -> None:
        name = tables.appended(node.value)
        if name is not None and isinstance(node.value, ast.Call) and name in self.lists:
            tables.append(self, name, self.value(node.value.args[0]))
        elif not isinstance(node.value, ast.Constant):
            raise Unsupported("an expression that nothing reads")

    def write_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self.assign(target, node)

    def write_AugAssign(self, node: ast.AugAssign) -> None:
        if not isinstance(node.target, ast.Name):
            raise Unsupported("a container")
        was = ast.Name(node.target.id, ast.Load())
        self.give(node.target.id, self.value(ast.BinOp(was, node.op, node.value)))

    def assign(self, target: ast.expr, node: ast.Assign) -> None:
        if isinstance(target, ast.Name):
            if isinstance(node.value, ast.Constant) and node.value.value is None:
                return  # a variable that only one way assigns
            if tables.begun(node):
                tables.begin(self, target.id)
            elif isinstance(node.value, ast.Tuple):
                self.env[target.id] = tables.made(self, node.value)
            else:
                self.give(target.id, self.value(node.value))
        elif isinstance(target, ast.Tuple):
            if isinstance(node.value, ast.Tuple):
                values = [self.value(one) for one in node.value.elts]
            elif tables.is_table(self, node.value):
                values = tables.unpacked(self, self.value(node.value))
            else:
                raise Unsupported("a container")
            if len(values) != len(target.elts):
                raise Unsupported("other numbers than names")
            for name, value in zip(target.elts, values, strict=True):
                if not isinstance(name, ast.Name):
                    raise Unsupported("a container")
                self.give(name.id, value)
        else:
            raise Unsupported("a container")

    def write_Store(self, node: Store) -> None:
        if not node.at:
            self.shift = 0
        at = node.at + self.shift
        place = self.new(f"getelementptr double, ptr %out, i64 {at}")
        if isinstance(node.value, ast.Starred):
            of = node.value.value
            table = self.value(of)
            count = tables.count_of(self, table, of)
            if not is_known(count) or table.width:
                raise Unsupported("a result of so many numbers")
            tables.copied(self, table, int(count), place)
            self.shift += int(count) - 1
            kinds = ["f"] * int(count)
        else:
            value = self.value(node.value)
            kinds = [value.kind]
            self.lines.append(f"  store double {self.as_float(value)}, ptr {place}")
        if len(self.kinds) == at:
            self.kinds += kinds
        if self.kinds[at : at + len(kinds)] != kinds or not {*kinds} <= {"f", "b"}:
            raise Unsupported("a result that is a number on one way, and a condition on another")

    def write_Return(self, node: ast.Return) -> None:
        if self.result:
            (value,) = returned(node)
            self.end(f"ret double {self.as_float(self.value(value))}")
            return
        for at, value in enumerate(returned(node)):
            self.write_Store(Store(at, value))
        self.end(f"ret i32 {DONE}")

    def write_Raise(self, node: ast.Raise) -> None:
        self.end("br label %fails")

    def write_If(self, node: ast.If) -> None:
        names = read([*node.body, *node.orelse]).stores
        for name in names:
            self.known(name)
        test = self.truth(self.value(node.test))
        sides = self.label(), self.label()
        after, before, ends = self.label(), self.env, []
        self.end(f"br i1 {test}, label %{sides[0]}, label %{sides[1]}")
        for label, body in zip(sides, (node.body, node.orelse), strict=True):
            self.start(label)
            self.env = dict(before)
            self.body(body)
            if self.open:
                ends.append((self.block, self.env))
                self.end(f"br label %{after}")
        if ends:
            self.start(after)
            self.join(names, before, ends)

    def body(self, body: Sequence[ast.stmt]) -> None:
        for one in body:
            if self.open:
                self.statement(one)

    def write_While(self, node: ast.While) -> None:
        self.loop(node, lambda _: self.truth(self.value(node.test)))

    def write_For(self, node: ast.For) -> None:
        of = node.iter
        if isinstance(of, ast.Tuple) and isinstance(node.target, ast.Name):
            self.in_turn(node.target.id, of.elts, node.body)
            return
        found = tables.goings(self, node)
        targets = [node.target] if len(found) == 1 else getattr(node.target, "elts", [])
        if len(targets) != len(found) or not all(isinstance(one, ast.Name) for one in targets):
            raise Unsupported("a loop over a container")
        rounds, before = tables.least(self, [one.rounds for one in found]), self.env

        def enter(number: str) -> None:
            for name, one in zip(targets, found, strict=True):
                self.give(name.id, one.item(number))

        self.loop(node, lambda number: self.new(f"icmp slt i64 {number}, {rounds}"), enter)
        tables.settle(self, node, rounds, before)

    def in_turn(self, name: str, values: Sequence[ast.expr], body: Sequence[ast.stmt]) -> None:
        """A loop over a few numbers, one round after the other."""
        if len(values) > FEW or read(body).leaves:
            raise Unsupported("a loop over a container")
        for one in values:
            self.give(name, self.value(one))
            self.body(body)

    def loop(
        self, node: Any, test: Callable[[str], str], enter: Callable[[str], None] | None = None
    ) -> None:
        """Rounds while the test holds, which is given the number of the round."""
        if node.orelse:
            raise Unsupported("what follows a loop that ends by itself")
        self.loops = True
        names = read(node.body).stores
        for name in names:
            self.known(name)
        before, came = self.env, self.block
        own = [name for name in sorted(names) if name in before and before[name].kind != "t"]
        head, body, again, after = [self.label() for _ in range(4)]
        self.end(f"br label %{head}")
        self.start(head)
        mark = len(self.lines)
        number = self.fresh("i")
        self.env = before | {name: self.fresh(before[name].kind) for name in own}
        started = dict(self.env)
        holds = test(number.name)
        exits = [(self.block, self.env)]
        self.end(f"br i1 {holds}, label %{body}, label %{after}")
        self.start(body)
        self.env = dict(self.env)
        if enter:
            enter(number.name)
        around = _Loop(after, again, exits, [])
        self.around.append(around)
        self.body(node.body)
        self.around.pop()
        if self.open:
            around.continues.append((self.block, self.env))
            self.end(f"br label %{again}")
        phis = [self._phi_of(number, Value("i", "0"), came)]
        phis += [self._phi_of(started[name], before[name], came, name) for name in own]
        if around.continues:
            self.start(again)
            self.join(own, started, around.continues)
            nexts = [self.env[name] for name in own]
            for name, value in zip(own, nexts, strict=True):
                self.kind_of({value.kind, started[name].kind}, name)
            next_number = Value("i", self.new(f"add i64 {number.name}, 1"))
            self.check(number.name)
            pairs = zip(phis, [next_number, *nexts], strict=True)
            phis = [f"{phi}, [ {value.name}, %{self.block} ]" for phi, value in pairs]
            self.end(f"br label %{head}")
        self.lines[mark:mark] = phis
        self.start(after)
        self.join(names, before, exits)

    def fresh(self, kind: str) -> Value:
        self.count += 1
        return Value(kind, f"%v{self.count}")

    def _phi_of(self, made: Value, first: Value, came: str, name: str = "") -> str:
        self.kind_of({made.kind, first.kind}, name)
        return f"  {made.name} = phi {self.types[made.kind]} [ {first.name}, %{came} ]"

    def check(self, number: str) -> None:
        """Once in many rounds, whether somebody wants the loop to end, or Python's has raised."""
        low = self.new(f"and i64 {number}, 65535")
        due = self.new(f"icmp eq i64 {low}, 65535")
        asks, goes = self.label(), self.label()
        self.end(f"br i1 {due}, label %{asks}, label %{goes}, !prof !0")
        self.start(asks)
        status = self.new("call i32 @interrupted()")
        self.unless(self.new(f"icmp eq i32 {status}, {RAISED}"), "raised")
        wrong = self.new(f"icmp eq i32 {status}, {GIVES_UP}")
        self.end(f"br i1 {wrong}, label %fails, label %{goes}")
        self.start(goes)

    def write_Break(self, node: ast.Break) -> None:
        loop = self.around[-1]
        loop.breaks.append((self.block, self.env))
        self.end(f"br label %{loop.after}")

    def write_Continue(self, node: ast.Continue) -> None:
        loop = self.around[-1]
        loop.continues.append((self.block, self.env))
        self.end(f"br label %{loop.again}")

    def write_Pass(self, node: ast.Pass) -> None:
        pass
