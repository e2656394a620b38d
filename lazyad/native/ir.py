"""A Python function of floats as LLVM IR: real branches, real loops, each operation once.

In: Nodes, or the syntax tree of an emitted function, and what its module defines. Out: IR of a
function that reads numbers from one row and writes those it returns to another. A room of its own
because it is the one place that knows what Python's operators and `math` are on the machine.

The numbers that come in are finite, so an infinite or undefined one is only ever made by an
operation that says so in the processor's flags, which the caller reads. What `math` computes is
called where Python calls it, in libm. Any other function is called in Python.
"""

from __future__ import annotations

import ast
import builtins
import copy
import math
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

from lazyad.graph import CONST, Node
from lazyad.native import tables
from lazyad.native.numbers import Unsupported, Value, constant, is_known
from lazyad.values.rows import NamedTuple

DONE, GIVES_UP, RAISED, GOES_ON = range(4)  # what a function returns, the last one of a piece
PIECE = 250  # statements of one function: LLVM's time grows faster than a longer one's length
ON_STACK = 4096  # numbers that pieces hand on: more are the heap's

# What `math` calls in libm, by the number of arguments.
_ONE = "sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh exp exp2 expm1 log log2 log10"
_ONE += " log1p erf erfc cbrt"
LIBM = {
    **dict.fromkeys(_ONE.split(), 1),
    **dict.fromkeys("atan2 fmod copysign pow hypot".split(), 2),
}
_KNOWN: dict[Any, str] = {getattr(math, name): name for name in LIBM if name != "hypot"}
_WHOLE: dict[Any, str] = {
    **{math.floor: "floor", math.ceil: "ceil", math.trunc: "trunc", round: "roundeven"},
    int: "trunc",
}
_ARITHMETIC: dict[Any, str] = {ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "div"}
_FUNCTIONS: dict[Any, str] = {ast.Pow: "pow", ast.Mod: "py_mod", ast.FloorDiv: "py_floordiv"}
_COMPARED: dict[Any, str] = {
    **{ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge", ast.Eq: "eq", ast.NotEq: "ne"}
}
_ZERO = {**dict.fromkeys("fnm", constant(0.0)), "b": "false", "i": "0"}
_IN_PLACE: dict[Any, str | float] = {
    **{abs: "fabs", math.fabs: "fabs", math.sqrt: "sqrt"},
    **{math.degrees: 180.0 / math.pi, math.radians: math.pi / 180.0},
}
_COSTLY = (ast.Call, ast.Div, ast.Pow, ast.Mod, ast.FloorDiv, ast.IfExp, ast.BoolOp, ast.Subscript)
_FEW = 12  # nodes of what is computed whether or not it is needed


class Store(NamedTuple):
    """The number that a function returns at that place, or numbers from there on."""

    at: int
    value: ast.expr | Node


Statement = ast.stmt | Store | Node  # which is computed
Name = str | Node  # of a variable
GIVEN = tuple([f"_{at}" for at in range(256)])


class Program(NamedTuple):
    """A function that takes and returns numbers, one by one."""

    body: Sequence[Statement]
    inputs: Sequence[Name]
    size: int  # of the row that it returns
    scope: Mapping[str, Any]  # what its file defines
    carried: Mapping[str, ast.FunctionDef]  # functions of floats, among it
    forms: Mapping[Any, ast.expr]  # what computes the Nodes of an op, of arguments called `GIVEN`


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
    pieces = [*_pieces(program.body)]
    reads = [*map(read, pieces)]
    infinite = any(_reads_infinity(one.loads, program.scope) for one in reads)
    while True:
        writer = _Writer(program, _kept(reads), infinite)
        writer.framed = len(pieces) > 1 or reads[0].makes
        statements = [one for one in program.body if type(one) is not Node]
        writer.most = tables.most(statements, program.scope)
        writer.assigned = {name for one in reads for name in one.stores if type(name) is str}
        writer.mixed = mixed
        try:
            return writer.written(name, pieces)
        except _Mixed as found:
            mixed.add(*found.args)


class _Mixed(Exception):
    """A variable is a float on one way, and an int on another: it is held as a float on both."""


def statements(functions: Sequence[ast.FunctionDef]) -> Iterator[Statement]:
    """Those of a function, in sections, each of which ends with a call of the next."""
    for at, function in enumerate(functions):
        *body, last = function.body
        yield from body
        if at + 1 < len(functions):
            continue
        if not isinstance(last, ast.Return):
            yield last
            continue
        for place, value in enumerate(returned(last)):
            yield Store(place, value)
        yield ast.Return(None)


def returned(statement: ast.Return) -> list[ast.expr]:
    value = statement.value
    if value is None:
        return []
    return value.elts if isinstance(value, ast.Tuple) else [value]


def _pieces(body: Sequence[Statement]) -> Iterator[list[Statement]]:
    piece: list[Statement] = []
    size = 0
    for one in body:
        piece.append(one)
        if type(one) is not Node and isinstance(one, (ast.If, ast.For, ast.While)):
            size += sum(isinstance(inner, ast.stmt) for inner in ast.walk(one))
        size += 1
        if size >= PIECE and not isinstance(one, ast.Return):
            yield piece
            piece, size = [], 0
    yield piece or [ast.Return(None)]


class Read(NamedTuple):
    """What a body reads and assigns, the lengths of lists among it, and whether it makes tables."""

    loads: dict[Any, None]
    stores: dict[Any, None]
    makes: bool
    leaves: bool  # by `break` or `continue`


def read(body: Iterable[Statement]) -> Read:
    """Every statement and expression is looked at once, which is most of what this room costs."""
    loads: dict[Any, None] = {}
    stores: dict[Any, None] = {}
    makes = leaves = False
    stack: list[Any] = []
    for one in body:
        if type(one) is Node:
            stores[one] = None
            for arg in one.args:
                loads[arg] = None
        else:
            stack.append(one.value if type(one) is Store else one)
    while stack:
        node = stack.pop()
        kind = type(node)
        if kind is ast.Name:
            (stores if type(node.ctx) is ast.Store else loads)[node.id] = None
        elif kind is Node:
            loads[node] = None
        elif kind is ast.BinOp:
            stack += (node.left, node.right)
        elif kind is ast.Call:
            stack += node.args
            stack.append(node.func)
            if (name := tables.appended(node)) is not None:
                stores[tables.length_of(name)] = None
        elif kind is ast.Assign:
            stack += node.targets
            stack.append(node.value)
            makes = makes or tables.is_made(node)
            if (name := tables.begun(node)) is not None:
                stores[tables.length_of(name)] = None
        elif kind is not ast.Constant:
            leaves = leaves or kind is ast.Break or kind is ast.Continue
            stack += ast.iter_child_nodes(node)
    return Read(loads, stores, makes, leaves)


def _reads_infinity(loads: Iterable[Name], scope: Mapping[str, Any]) -> bool:
    values = [one.payload for one in loads if type(one) is Node and one.op is CONST]
    values += [scope[name] for name in loads if type(name) is str and name in scope]
    rows = [value if type(value) is tuple else (value,) for value in values]
    items = [item for row in rows for one in row for item in (one if type(one) is tuple else [one])]
    return any(type(item) is float and not math.isfinite(item) for item in items)


def _kept(pieces: Sequence[Read]) -> list[list[Any]]:
    """What each piece assigns that a later one reads."""
    later: set[Any] = set()
    kept = []
    for piece in reversed(pieces):
        kept.append([name for name in piece.stores if tables.of_length(name) in later])
        later.update(piece.loads)
    return kept[::-1]


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


class _Writer:
    """Writes one function after the other; `env` is what each variable is where it writes."""

    types: ClassVar[dict[str, str]] = {
        **{"f": "double", "n": "double", "m": "double", "b": "i1", "i": "i64"}
    }
    suffix = "f64"  # of LLVM's own functions
    has_tables: ClassVar[bool] = True

    def __init__(self, program: Program, kept: Sequence[Sequence[Name]], infinite: bool) -> None:
        self.program, self.scope, self.carried = program, program.scope, program.carried
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
        self.calls: list[Callable[..., Any]] = []
        self.kinds: list[str] = []
        self.loops = False
        self.count = 0
        self.infinite = infinite  # a number may be infinite or undefined, and no flag says so

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
        self.lines: list[str] = []
        self.env: dict[Any, Any] = {}
        self.around: list[_Loop] = []
        self.block, self.open = "entry", True
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
        infinite = _reads_infinity(read(function.body).loads, self.scope)
        own = _Writer(self.program._replace(inputs=()), [[]], infinite)
        own.inner, own.calls, own.result = self.inner, self.calls, True
        own.constants, own.mixed = self.constants, self.mixed
        own.lines, own.around, own.count = [], [], self.count
        own.env = {name: Value("f", f"%{name}") for name in names}
        own.block, own.open = "entry", True
        own.body(function.body)
        if own.open:
            raise Unsupported("a way that does not return")
        self.count, self.loops = own.count, self.loops or own.loops
        given = ", ".join([f"double %{name}" for name in names])
        head = f"define internal double @carried.{function.name}({given}) {{\nentry:"
        tail = f"fails:\n  ret double {constant(math.nan)}\nraised:\n  br label %fails\n}}"
        return "\n".join([head, *own.lines, tail])

    def number(self, value: float) -> str:
        return constant(value)

    def condition_of(self, value: bool) -> str:
        return str(value).lower()

    # -- lines and blocks

    def new(self, text: str) -> str:
        self.count += 1
        name = f"%v{self.count}"
        self.lines.append(f"  {name} = {text}")
        return name

    def label(self) -> str:
        self.count += 1
        return f"b{self.count}"

    def start(self, label: str) -> None:
        self.lines.append(f"{label}:")
        self.block, self.open = label, True

    def end(self, text: str) -> None:
        self.lines.append(f"  {text}")
        self.open = False

    def unless(self, wrong: str, to: str = "fails") -> None:
        """Go on where that does not hold."""
        after = self.label()
        self.end(f"br i1 {wrong}, label %{to}, label %{after}, !prof !0")
        self.start(after)

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

    def phi(self, came: Sequence[tuple[Value, str]], name: str = "") -> Value:
        kind = self.kind_of({value.kind for value, _ in came}, name)
        ways = ", ".join([f"[ {value.name}, %{block} ]" for value, block in came])
        return Value(kind, self.new(f"phi {self.types[kind]} {ways}"))

    def kind_of(self, kinds: set[str], name: str) -> str:
        """The kind of a variable that comes from several ways."""
        if name and len(kinds) > 1 and kinds <= {*"finm"}:
            raise _Mixed(name)
        if len(kinds) > 1 or not kinds <= {*self.types}:
            raise Unsupported("a variable is a number on one way, and a condition on another")
        (kind,) = kinds
        return kind

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
        kept = self.lines, self.env, self.block, len(self.calls)
        self.lines = []
        self.env = {n: Value(v.kind, f"<{n}>") for n, v in zip(GIVEN, given, strict=False)}
        found, made = self.value(form), self.lines
        self.lines, self.env, self.block, calls = kept
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
        if len(values) > _FEW or read(body).leaves:
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

    # -- expressions

    def fixed(self, value: float | bool | None) -> Value:
        if type(value) is bool:
            return Value("b", self.condition_of(value))
        return Value("f", self.number(0.0 if value is None else float(value)))

    def value_Node(self, node: Node) -> Any:
        return self.known(node)

    def value(self, node: Any) -> Any:
        write = getattr(self, f"value_{type(node).__name__}", None)
        return self.outside(node) if write is None else write(node)

    def as_float(self, value: Value) -> str:
        if value.kind in "fnm":
            return value.name
        if value.kind not in self.types:
            raise Unsupported("a table where a number is read")
        if value.kind == "i" and is_known(value.name):
            return self.number(float(value.name))
        sign = "u" if value.kind == "b" else "s"
        return self.new(f"{sign}itofp {self.types[value.kind]} {value.name} to {self.types['f']}")

    def truth(self, value: Value) -> str:
        if value.kind == "b":
            return value.name
        if value.kind == "i":
            return self.new(f"icmp ne i64 {value.name}, 0")
        return self.new(f"fcmp une {self.types['f']} {value.name}, {self.number(0.0)}")

    def value_Constant(self, node: ast.Constant) -> Value:
        value: Any = node.value
        if type(value) is int and abs(value) < 2**62:
            return Value("i", str(value))
        if type(value) is float or type(value) is bool:
            return self.fixed(value)
        raise Unsupported(f"the constant {value!r:.40}")

    def value_Name(self, node: ast.Name) -> Any:
        found = self.known(node.id)
        if found is not None:
            return found
        value = self.scope.get(node.id)
        if type(value) is tuple:
            return tables.fixed(self, node.id, value)
        if type(value) is not float:
            raise Unsupported(f"{node.id}")
        return Value("f", self.number(value))

    def value_UnaryOp(self, node: ast.UnaryOp) -> Value:
        value: Value = self.value(node.operand)
        if isinstance(node.op, ast.Not):
            return Value(
                "b",
                self.new(f"xor {self.types['b']} {self.truth(value)}, {self.condition_of(True)}"),
            )
        if value.kind == "n":
            return self.of_ints(ast.Sub, Value("i", "0"), value)
        if value.kind in "bm":
            raise Unsupported("arithmetic of ints")
        if isinstance(node.op, ast.UAdd):
            return value
        if value.kind == "i" and is_known(value.name):
            return Value("i", str(-int(value.name)))
        if value.kind == "i":
            return Value("i", self.new(f"sub i64 0, {value.name}"))
        return Value("f", self.new(f"fneg {self.types['f']} {self.as_float(value)}"))

    def value_BinOp(self, node: ast.BinOp) -> Value:
        left, right = self.value(node.left), self.value(node.right)
        op = type(node.op)
        if op in (ast.BitAnd, ast.BitOr) and left.kind == right.kind == "b":
            word = "and" if op is ast.BitAnd else "or"
            return Value("b", self.new(f"{word} {self.types['b']} {left.name}, {right.name}"))
        if "f" not in (left.kind, right.kind) and op is not ast.Div:
            return self.of_ints(op, left, right)
        both = f"{self.types['f']} {self.as_float(left)}, {self.as_float(right)}"
        if op is ast.Div and self.infinite:
            self.unless(
                self.new(f"fcmp oeq {self.types['f']} {self.as_float(right)}, {self.number(0.0)}")
            )
        if op in _ARITHMETIC:
            return Value("f", self.new(f"f{_ARITHMETIC[op]} {both}"))
        if op in _FUNCTIONS:
            return self.called(_FUNCTIONS[op], [left, right])
        raise Unsupported(f"the operator {op.__name__}")

    def of_ints(self, op: Any, left: Value, right: Value) -> Value:
        """What they come to, as long as that is no larger than the machine's."""
        if op not in (ast.Add, ast.Sub, ast.Mult):
            raise Unsupported("arithmetic of ints")
        one, other = self.index(left), self.index(right)
        word = _ARITHMETIC[op]
        if op is not ast.Mult and (is_known(one) or is_known(other)):
            return Value("i", self.new(f"{word} i64 {one}, {other}"))
        both = self.new(f"call {{i64, i1}} @llvm.s{word}.with.overflow.i64(i64 {one}, i64 {other})")
        self.unless(self.new(f"extractvalue {{i64, i1}} {both}, 1"))
        return Value("i", self.new(f"extractvalue {{i64, i1}} {both}, 0"))

    def index(self, value: Any) -> str:
        """An int as the machine has it."""
        if value.kind == "b":
            return self.new(f"zext i1 {value.name} to i64")
        if value.kind == "n":
            size = self.llvm("fabs", value.name)
            self.unless(self.new(f"fcmp uge double {size}, {constant(2.0**53)}"))
            return self.new(f"fptosi double {value.name} to i64")
        if value.kind != "i":
            raise Unsupported("an index that is no int")
        return value.name  # type: ignore[no-any-return]

    def value_Subscript(self, node: ast.Subscript) -> Any:
        return tables.taken(self, node) if tables.is_table(self, node) else self.outside(node)

    def called(self, name: str, args: Sequence[Value]) -> Value:
        name = f"libm_{name}" if name in LIBM else name
        given = ", ".join([f"double {self.as_float(arg)}" for arg in args])
        return Value("f", self.new(f"call double @{name}({given})"))

    def value_Compare(self, node: ast.Compare) -> Value:
        left, made = self.value(node.left), []
        for op, other in zip(node.ops, node.comparators, strict=True):
            right, word = self.value(other), _COMPARED.get(type(op))
            if word is None:
                raise Unsupported(f"the operator {type(op).__name__}")
            if left.kind == right.kind == "i":
                signed = word if word in ("eq", "ne") else f"s{word}"
                made.append(self.new(f"icmp {signed} i64 {left.name}, {right.name}"))
            else:
                word = f"u{word}" if word == "ne" else f"o{word}"
                both = f"{self.types['f']} {self.as_float(left)}, {self.as_float(right)}"
                made.append(self.new(f"fcmp {word} {both}"))
            left = right
        result, *rest = made
        for one in rest:
            result = self.new(f"and {self.types['b']} {result}, {one}")
        return Value("b", result)

    def value_BoolOp(self, node: ast.BoolOp) -> Value:
        word = "and" if isinstance(node.op, ast.And) else "or"
        result = self.condition(node.values[0])
        for one in node.values[1:]:
            if _is_cheap(one):
                result = self.new(f"{word} {self.types['b']} {result}, {self.condition(one)}")
            else:
                short = "false" if word == "and" else "true"
                result = self.either(result, word == "and", one, short)
        return Value("b", result)

    def either(self, first: str, goes_on: bool, other: ast.expr, short: str) -> str:
        """`first and other`, where the other is only asked if it matters."""
        asks, after, came = self.label(), self.label(), self.block
        yes, no = (asks, after) if goes_on else (after, asks)
        self.end(f"br i1 {first}, label %{yes}, label %{no}")
        before = self.env
        self.start(asks)
        self.env = dict(before)
        found = self.condition(other)
        last = self.block
        self.end(f"br label %{after}")
        self.start(after)
        self.env = before
        return self.new(f"phi i1 [ {short}, %{came} ], [ {found}, %{last} ]")

    def condition(self, node: ast.expr) -> str:
        value: Value = self.value(node)
        if value.kind != "b":
            raise Unsupported("`and` and `or` of numbers")
        return value.name

    def value_IfExp(self, node: ast.IfExp) -> Value:
        test = self.truth(self.value(node.test))
        if _is_cheap(node.body) and _is_cheap(node.orelse):
            then, other = self.value(node.body), self.value(node.orelse)
            if then.kind != other.kind and {then.kind, other.kind} <= {*"finm"}:
                then, other = [Value("m", self.as_float(one)) for one in (then, other)]
            if then.kind == other.kind and then.kind in self.types:
                words = f"{self.types[then.kind]} {then.name}, {self.types[then.kind]} {other.name}"
                return Value(then.kind, self.new(f"select {self.types['b']} {test}, {words}"))
        sides, after, before = (self.label(), self.label()), self.label(), self.env
        self.end(f"br i1 {test}, label %{sides[0]}, label %{sides[1]}")
        came = []
        for label, side in zip(sides, (node.body, node.orelse), strict=True):
            self.start(label)
            self.env = dict(before)
            came.append((self.value(side), self.block))
            self.end(f"br label %{after}")
        self.start(after)
        self.env = before
        return self.phi(came)

    def value_Call(self, node: ast.Call) -> Any:
        function = self.function_of(node.func)
        if node.keywords or function is None:
            return self.outside(node)
        if function is float and len(node.args) == 1:
            return Value("f", self.as_float(self.value(node.args[0])))
        if function in _WHOLE and len(node.args) == 1:
            return self.whole(_WHOLE[function], self.value(node.args[0]))
        if isinstance(node.func, ast.Name) and node.func.id in self.carried:
            return self.within(node.func.id, node)
        known = _KNOWN.get(function)
        if known is not None and len(node.args) == LIBM[known]:
            return self.called(known, [self.value(arg) for arg in node.args])
        if function in tables.SIDES and node.args:
            return tables.found_in(self, function, node)
        if function in (min, max) and len(node.args) > 1:
            args = [self.value(arg) for arg in node.args]
            if all(arg.kind == "i" for arg in args):
                return self.least_int(args, "slt" if function is min else "sgt")
            if any(arg.kind != "f" for arg in args):
                raise Unsupported("the least of ints")
            return self.least(args, "olt" if function is min else "ogt")
        if function is math.hypot and len(node.args) == 2 and sys.version_info[:2] == (3, 11):
            found = self.called("py_hypot", [self.value(arg) for arg in node.args])
            self.finite(found.name)
            return found
        if function in _IN_PLACE and len(node.args) == 1:
            value = self.value(node.args[0])
            found = self.in_place(function, self.as_float(value))
            return Value("m", found.name) if function is abs and value.kind != "f" else found
        return self.outside(node)

    def in_place(self, function: Any, given: str) -> Value:
        what = _IN_PLACE[function]
        if isinstance(what, float):
            return Value("f", self.new(f"fmul {self.types['f']} {given}, {self.number(what)}"))
        return Value("f", self.llvm(what, given))

    def function_of(self, node: ast.expr) -> Any:
        if not isinstance(node, ast.Name):
            return None
        return self.scope.get(node.id, getattr(builtins, node.id, None))

    def whole(self, name: str, value: Value) -> Value:
        """floor(x), an int, which has no -0.0."""
        given = self.as_float(value)
        if self.infinite:
            self.finite(given)
        found = self.llvm(name, given)
        return Value("n", self.new(f"fadd {self.types['f']} {found}, {self.number(0.0)}"))

    def llvm(self, name: str, given: str) -> str:
        """A function of LLVM's own."""
        kind = self.types["f"]
        return self.new(f"call {kind} @llvm.{name}.{self.suffix}({kind} {given})")

    def least(self, args: Sequence[Value], word: str) -> Value:
        found = self.as_float(args[0])
        for arg in args[1:]:
            other = self.as_float(arg)
            better = self.new(f"fcmp {word} {self.types['f']} {other}, {found}")
            ways = f"{self.types['f']} {other}, {self.types['f']} {found}"
            found = self.new(f"select {self.types['b']} {better}, {ways}")
        return Value("f", found)

    def least_int(self, args: Sequence[Value], word: str) -> Value:
        found = args[0].name
        for arg in args[1:]:
            better = self.new(f"icmp {word} i64 {arg.name}, {found}")
            found = self.new(f"select i1 {better}, i64 {arg.name}, i64 {found}")
        return Value("i", found)

    def outside(self, node: ast.expr) -> Value:
        """What Python computes, from the numbers in it that are computed here."""
        given: list[Value] = []
        text = _Outside(self, given).visit(copy.deepcopy(node))
        names = [ast.arg(f"x{at}") for at in range(len(given))]
        made = ast.Lambda(ast.arguments([], names, None, [], [], None, []), text)
        tree = ast.fix_missing_locations(ast.Expression(made))
        function = eval(compile(tree, "<native>", "eval"), dict(self.scope))
        self.calls.append(function)
        args = "".join([f", double {self.as_float(one)}" for one in given])
        found = self.new(f"call double @python{len(given)}(i64 {len(self.calls) - 1}{args})")
        self.finite(found)
        return Value("f", found)

    def finite(self, name: str) -> None:
        """Go on where that is an ordinary number."""
        size = self.llvm("fabs", name)
        self.unless(self.new(f"fcmp uge {self.types['f']} {size}, {self.number(math.inf)}"))


class _Outside(ast.NodeTransformer):
    """The numbers of an expression as parameters."""

    def __init__(self, writer: _Writer, given: list[Value]) -> None:
        self.writer, self.given = writer, given

    def visit(self, node: Any) -> Any:
        taken = isinstance(node, ast.Subscript) and tables.is_table(self.writer, node)
        if taken or isinstance(node, (ast.Name, ast.BinOp, ast.UnaryOp, ast.IfExp)):
            if isinstance(node, ast.Name) and self.writer.known(node.id) is None:
                return node
            self.given.append(self.writer.value(node))
            return ast.Name(f"x{len(self.given) - 1}", ast.Load())
        if isinstance(node, ast.Call) and self.writer.function_of(node.func) in _KNOWN:
            self.given.append(self.writer.value(node))
            return ast.Name(f"x{len(self.given) - 1}", ast.Load())
        if isinstance(node, ast.Constant):
            return node
        if isinstance(node, (ast.Call, ast.List, ast.Tuple, ast.Subscript)):
            return self.generic_visit(node)
        if isinstance(node, (ast.expr_context, ast.keyword)):
            return self.generic_visit(node)
        raise Unsupported(f"an expression {type(node).__name__}")


def _is_cheap(node: ast.expr) -> bool:
    """Whether it may be computed where nobody needs it."""
    inside = [*ast.walk(node)]
    return len(inside) <= 2 * _FEW and not any(isinstance(one, _COSTLY) for one in inside)
