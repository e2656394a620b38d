"""Functions of Python as C: statements and expressions.

In: the trees of an emitted function. Out: lines of C. A room of its own because it alone knows what
Python's statements are in C.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from lazyad.emit.carried import OWN as OWN_OF
from lazyad.emit.layout import WIDTH, packed
from lazyad.export.c.libc import FACTORS, LIBM, OWN, WHOLE, c_name, number
from lazyad.export.c.reading import (
    Read,
    Unsupported,
    alive,
    appending,
    copied,
    elements,
    gone_through,
    inside,
    is_repeated,
    lengths_of,
    pairs_of,
    tables_in,
    whole_of,
)
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import free_name

_SIGNS: dict[Any, tuple[str, int]] = {
    **{ast.Mult: ("*", 13), ast.Div: ("/", 13), ast.Add: ("+", 12), ast.Sub: ("-", 12)},
    **{ast.Lt: ("<", 10), ast.LtE: ("<=", 10), ast.Gt: (">", 10), ast.GtE: (">=", 10)},
    **{ast.Eq: ("==", 9), ast.NotEq: ("!=", 9)},
    **{ast.And: ("&&", 5), ast.Or: ("||", 4), ast.BitAnd: ("&&", 5), ast.BitOr: ("||", 4)},
}
_CALLED: dict[Any, str] = {ast.Pow: "**", ast.Mod: "%", ast.FloorDiv: "//"}
_ATOM, _UNARY, _CHOICE = 16, 14, 3
MOST = 500_000  # numbers of a list, which is on the stack
_TWO = ("atan2", "fmod", "copysign", "remainder", "ldexp", "nextafter")


class Text(NamedTuple):
    """An expression, how strongly it binds, and whether it is an int."""

    text: str
    binds: int = _ATOM
    whole: bool = False

    def within(self, binds: int) -> str:
        return self.text if self.binds >= binds else f"({self.text})"


class Program:
    """The functions of a file, and what they need."""

    def __init__(self, made: Read) -> None:
        self.made = made
        self.own: dict[str, None] = {}  # functions of `libc` that are called
        self.carried: dict[str, list[str]] = {}
        self.otherwise: set[str] = set()

    def carry(self, name: str) -> None:
        """Write a function that the module carries, after those that it calls."""
        if name in self.carried:
            return
        self.carried[name] = []
        function = self.made.carried[name]
        writer = Writer(self, function.body, [arg.arg for arg in function.args.args], False)
        given = ", ".join([f"double {writer.names[arg.arg]}" for arg in function.args.args])
        lines = writer.block(function.body)
        del self.carried[name]
        head = f"static double {c_name(name)}({given})"
        self.carried[name] = [head, "{", *writer.declared(), *lines, "}"]

    def function(
        self, name: str, parameters: Mapping[str, Sequence[str] | None], count: int
    ) -> tuple[str, list[str], list[str]]:
        """The head of a function, its lines, and what it raises. `parameters` are the numbers of
        each that holds several; `count` are returned."""
        sections = self.made.functions[name]
        body = [one for section in sections[:-1] for one in section.body[:-1]] + sections[-1].body
        inputs = [one for key, of in parameters.items() for one in ([key] if of is None else of)]
        writer = Writer(self, body, inputs, True)
        texts, begin = [], ["    int status = 0;"]
        for key, numbers in parameters.items():
            if numbers is None:
                texts.append(f"double {writer.names[key]}")
                begin += [f"    (void){writer.names[key]};"] * (key not in writer.alive)
                continue
            array = free_name(c_name(key), writer.taken)
            texts.append(
                f"const double {array}[{len(numbers)}]" if numbers else f"const double *{array}"
            )
            read = [(at, one) for at, one in enumerate(numbers) if one in writer.alive]
            begin += [] if read else [f"    (void){array};"]
            for at, one in read:
                const = "" if one in writer.stored else "const "
                begin.append(f"    {const}double {writer.names[one]} = {array}[{at}];")
        lines = writer.block(body)
        texts.append(f"double out[{max(count, 1)}]")
        head = f"int {c_name(name)}({', '.join(texts)})"
        if len(head) > WIDTH:
            rows = "\n".join(packed(texts, 4)).removesuffix(",")
            head = f"int {c_name(name)}(\n{rows})"
        begin = begin[not writer.indexes :]
        return head, ["{", *begin, *writer.declared(), *lines, "}"], writer.raised


class Writer:
    """The statements of one function as C's."""

    def __init__(
        self, program: Program, body: Sequence[ast.stmt], inputs: Sequence[str], main: bool
    ) -> None:
        self.program, self.made, self.main = program, program.made, main
        stored = Counter(
            n.id for n in inside(body) if isinstance(n, ast.Name) and type(n.ctx) is ast.Store
        )
        self.stored, self.alive = {*stored}, alive(body)  # what is assigned, and what is read
        own = [one.targets[0] for one in body if isinstance(one, ast.Assign)]
        outer = {one.id for one in own if isinstance(one, ast.Name)}
        self.once = {name for name in outer - {*inputs} if stored[name] == 1}
        outside = [*self.made.functions, *self.made.carried, *self.made.tables]
        self.taken = {c_name(name) for name in outside}
        self.names: dict[str, str] = {}
        for name in dict.fromkeys([*inputs, *stored]):
            self.names[name] = free_name(c_name(name), self.taken)
            self.taken.add(self.names[name])
        self.raised: list[str] = []
        self.indexes = False
        self.sizes = {name: len(row) for name, row in self.made.tables.items()}
        self.grown: dict[str, str] = {}  # tables that rounds append to, and how long they are
        self.counters: set[str] = set()
        above = {*inputs} | self.once
        self.later = [name for name in stored if name in self.alive and name not in above]
        self.depth = 0  # loops around what is written
        self.rows, self.lists = tables_in(body, self.sizes)
        rows = [one for one in body if isinstance(one, ast.Assign)]
        fixed = {ast.unparse(one.targets[0]) for one in rows if isinstance(one.value, ast.Tuple)}
        self.once -= self.rows.keys() - fixed  # nobody changes a tuple
        self.sizes |= self.rows
        self.most = lengths_of(body, self.sizes)

    def declared(self) -> list[str]:
        """The variables that are assigned more than once, or only on some way."""
        names = [self.names[one] for one in self.later if one not in self.counters | {*self.sizes}]
        lines = [f"    double {name} = 0.0;" for name in names]
        for table in self.rows.keys() - self.once:
            lines.append(f"    double {self.names[table]}[{self.rows[table]}];")
        for table, length in self.grown.items():
            most = self.sizes[table] * self.lists.get(table, 1)
            if most > MOST:
                raise Unsupported("a list of so many numbers")
            lines.append(f"    double {self.names[table]}[{max(most, 1)}];")
            lines.append(f"    long {length} = 0;")
        return lines

    # -- statements

    def block(self, body: Sequence[ast.stmt]) -> list[str]:
        """The lines of a body, further in than what it is of."""
        lines: list[str] = []
        for one in body:
            comment = self.made.comments.get(one.lineno)
            if comment:
                lines.append(f"    // {comment}")
            write = getattr(self, f"write_{type(one).__name__}", None)
            if write is None:
                raise Unsupported(f"a statement {type(one).__name__}")
            lines += [f"    {line}" for line in write(one)]
        return lines

    def write_Expr(self, one: ast.Expr) -> list[str]:
        if isinstance(one.value, ast.Constant):
            return []  # a docstring
        table, value = appending(one) or ("", one.value)
        if table not in self.grown:
            raise Unsupported(ast.unparse(one))
        name, count = self.names[table], self.grown[table]
        if table in self.lists:
            size = self.lists[table]
            return [*self.row(f"({name} + {count} * {size})", size, value), f"{count}++;"]
        return [f"{name}[{count}++] = {self.value(value).text};"]

    def write_Break(self, one: ast.Break) -> list[str]:
        return ["break;"]

    def write_Continue(self, one: ast.Continue) -> list[str]:
        return ["continue;"]

    def write_AugAssign(self, one: ast.AugAssign) -> list[str]:
        assert isinstance(one.target, ast.Name)
        was = ast.Name(one.target.id, ast.Load())
        return self.assign(one.target, ast.BinOp(was, one.op, one.value))

    def write_Assign(self, one: ast.Assign) -> list[str]:
        lines: list[str] = []
        for target in one.targets:
            lines += self.assign(target, one.value)
        return lines

    def assign(self, target: ast.expr, value: ast.expr) -> list[str]:
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            names = [one.id for one in target.elts if isinstance(one, ast.Name)]
            if len(names) != len(value.elts):
                raise Unsupported("a container")
            pairs = [*zip(names, value.elts, strict=True)]
            tables = [(name, one) for name, one in pairs if name in self.rows]
            if tables:
                return self.exchanged(tables, [pair for pair in pairs if pair not in tables])
            texts = {name: self.value(one).text for name, one in pairs if name in self.alive}
            names, values = [*texts], [*texts.values()]
            # Each reads what the other assigns.
            new = [free_name(f"{self.names[name]}_next", self.taken) for name in names]
            lines = [f"    const double {n} = {v};" for n, v in zip(new, values, strict=True)]
            lines += [f"    {self.names[o]} = {n};" for o, n in zip(names, new, strict=True)]
            return ["{", *lines, "}"]
        if isinstance(target, ast.Subscript):
            table, _, count = self.run(target.value)
            self.indexes = True
            words = f"{table}, {count}, {self.value(target.slice).text}, {self.value(value).text}"
            return [f"{self.own('[]=')}({words}, &status);"]
        if not isinstance(target, ast.Name):
            raise Unsupported("a container")
        name = self.names[target.id]
        unread = target.id not in self.alive
        if unread or (isinstance(value, ast.Constant) and value.value is None):
            return []  # or a variable that only one way assigns
        if isinstance(value, ast.List) and not value.elts and target.id in self.most:
            self.grown[target.id] = free_name(f"{name}_count", self.taken)
            self.taken.add(self.grown[target.id])
            self.sizes[target.id] = self.most[target.id]
            return [f"{self.grown[target.id]} = 0;"] * bool(self.depth)
        if isinstance(value, ast.Tuple) and target.id in self.rows:
            items = [self.value(item).text for item in elements(value)]
            if target.id in self.once:
                return [f"const double {name}[] = {{{', '.join(items)}}};"]
            return [f"{name}[{at}] = {item};" for at, item in enumerate(items)]
        if target.id in self.rows:
            return self.row(name, self.rows[target.id], value)
        text = self.value(value).text
        return [f"{'const double ' * (target.id in self.once)}{name} = {text};"]

    def exchanged(self, tables: Any, others: Any) -> list[str]:
        """Lists that are assigned to each other, and numbers beside them: all by way of others."""
        if others:
            raise Unsupported("lists and numbers that are assigned to each other")
        first, last = list[str](), list[str]()
        for name, value in tables:
            new = free_name(f"{self.names[name]}_next", self.taken)
            count, at = self.rows[name], free_name("at", self.taken)
            first += [f"    double {new}[{count}];"]
            first += [f"    {line}" for line in self.row(new, count, value)]
            last.append(f"    for (long {at} = 0; {at} < {count}; {at}++)")
            last.append(f"        {self.names[name]}[{at}] = {new}[{at}];")
        return ["{", *first, *last, "}"]

    def row(self, name: str, count: int, value: ast.expr) -> list[str]:
        """A list that is a copy of another one, or one number many times."""
        at = free_name("at", self.taken)
        table = copied(value)
        if table is not None:
            return self.copying(name, count, self.names.get(table) or c_name(table))
        if is_repeated(value):
            item = self.value(value.left.elts[0]).text  # type: ignore[attr-defined]
            return [f"for (long {at} = 0; {at} < {count}; {at}++)", f"    {name}[{at}] = {item};"]
        raise Unsupported(ast.unparse(value))

    def copying(self, name: str, count: int, table: str) -> list[str]:
        at = free_name("at", self.taken)
        return [
            f"for (long {at} = 0; {at} < {count}; {at}++)",
            f"    {name}[{at}] = {table}[{at}];",
        ]

    def write_Return(self, one: ast.Return) -> list[str]:
        value = one.value
        assert value is not None
        if not self.main:
            return [f"return {self.value(value).text};"]
        lines, at = [], 0
        for item in value.elts if isinstance(value, ast.Tuple) else [value]:
            if isinstance(item, ast.Starred):
                table, start, count = self.run(item.value)
                counter = free_name("at", self.taken)
                lines.append(f"for (long {counter} = 0; {counter} < {count}; {counter}++)")
                lines.append(f"    out[{at} + {counter}] = {table}[{start} + {counter}];")
                at += count
                continue
            lines.append(f"out[{at}] = {self.value(item).text};")
            at += 1
        return [*lines, f"return {'status' if self.indexes else 0};"]

    def run(self, node: ast.expr) -> tuple[str, int, int]:
        """A table, or a part of it: where it starts, and how long it is."""
        start: int | None = 0
        stop: int | None = None
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
            start, stop = [whole_of(end) for end in (node.slice.lower, node.slice.upper)]
            node = node.value
        if not isinstance(node, ast.Name) or node.id not in self.sizes or start is None:
            raise Unsupported(ast.unparse(node))
        name = self.names.get(node.id) or c_name(node.id)
        stop = self.sizes[node.id] if stop is None else stop
        return name, start, stop - start

    def write_Raise(self, one: ast.Raise) -> list[str]:
        if not self.main:
            return ["return NAN;"]
        text = ast.unparse(one).removeprefix("raise ")
        if text not in self.raised:
            self.raised.append(text)
        return [f"return {self.raised.index(text) + 1};"]

    def write_If(self, one: ast.If) -> list[str]:
        lines = [f"if ({self.value(one.test).text}) {{", *self.block(one.body)]
        while len(one.orelse) == 1 and isinstance(one.orelse[0], ast.If):
            (one,) = one.orelse  # type: ignore[assignment]
            lines += [f"}} else if ({self.value(one.test).text}) {{", *self.block(one.body)]
        if one.orelse:
            lines += ["} else {", *self.block(one.orelse)]
        return [*lines, "}"]

    def write_While(self, one: ast.While) -> list[str]:
        test = self.value(one.test).text
        return [f"while ({test}) {{", *self.rounds(one.body), "}"]

    def rounds(self, body: Sequence[ast.stmt]) -> list[str]:
        self.depth += 1
        lines = self.block(body)
        self.depth -= 1
        return lines

    def write_For(self, one: ast.For) -> list[str]:
        """Over ranges, tables, or several of them; each is read by the number of the round."""
        pairs = pairs_of(one)
        if len(pairs) == 1 and (found := self.counted(*pairs[0])):
            return [found, *self.rounds(one.body), "}"]
        at = free_name("at", self.taken)
        self.taken.add(at)
        heads, above = [], []
        counts: list[int | str] = []
        for name, value in pairs:
            if (table := gone_through(value)) in self.grown:
                text, count = self.row_of(table, at, isinstance(value, ast.Call))
                counts.append(count)
            else:
                text, most, first = self.item(value, at)
                above += first
                counts.append(most)
            if name in self.alive and table in self.lists:
                row = self.copying(self.names[name], self.lists[table], text)
                heads += [f"    {line}" for line in row]
            else:
                heads += [f"    {self.names[name]} = {text};"] * (name in self.alive)
        fixed = [count for count in counts if isinstance(count, int)]
        ends = [*([min(fixed)] if fixed else []), *[c for c in counts if isinstance(c, str)]]
        test = " && ".join([f"{at} < {end}" for end in ends])
        head = f"for (long {at} = 0; {test}; {at}++) {{"
        return [*above, head, *heads, *self.rounds(one.body), "}"]

    def row_of(self, table: str, at: str, back: bool) -> tuple[str, str]:
        """What a round reads of a list that grew, and how many there are."""
        name, count = self.names[table], self.grown[table]
        place = f"{count} - 1 - {at}" if back else at
        if table in self.lists:
            return f"({name} + ({place}) * {self.lists[table]})", count
        return f"{name}[{place}]", count

    def counted(self, name: str, value: ast.expr) -> str:
        """The head of a loop over a range, whose ends may be computed."""
        if not isinstance(value, ast.Call) or getattr(value.func, "id", "") != "range":
            return ""
        ends = [self.value(arg) for arg in value.args]
        if not all(end.whole for end in ends):
            raise Unsupported("a loop of so many rounds")
        texts = [end.within(11) for end in ends]
        first, stop, *step = texts if len(ends) > 1 else ["0", *texts]
        by = whole_of(value.args[2]) if step else 1
        if not by:
            raise Unsupported("a loop in such steps")
        self.counters.add(name)
        called, sign = self.names[name], "<" if by > 0 else ">"
        moved = f"{called}{'++' if by > 0 else '--'}" if abs(by) == 1 else f"{called} += {by}"
        return f"for (long {called} = {first}; {called} {sign} {stop}; {moved}) {{"

    def item(self, value: ast.expr, at: str) -> tuple[str, int, list[str]]:
        """What a round reads of a table, how many there are, and what is written above the loop."""
        call = value if isinstance(value, ast.Call) else None
        name = getattr(call.func, "id", "") if call else ""
        if call and name == "range":
            ends = [whole_of(arg) for arg in call.args]
            if None in ends:
                raise Unsupported("a loop of so many rounds")
            rounds = range(*[end for end in ends if end is not None])
            return f"{rounds.start} + {rounds.step} * (double){at}", len(rounds), []
        if call and name == "reversed" and len(call.args) == 1:
            table, start, count = self.run(call.args[0])
            return f"{table}[{start + count - 1} - {at}]", count, []
        if isinstance(value, ast.Tuple):
            made = free_name("row", self.taken)
            self.taken.add(made)
            items = ", ".join([self.value(one).text for one in value.elts])
            above = [f"const double {made}[] = {{{items}}};"]
            return f"{made}[{at}]", len(value.elts), above
        table, start, count = self.run(value)
        return f"{table}[{f'{start} + ' * bool(start)}{at}]", count, []

    # -- expressions

    def value(self, node: ast.expr) -> Text:
        write = getattr(self, f"value_{type(node).__name__}", None)
        if write is None:
            raise Unsupported(f"an expression {ast.unparse(node):.40}")
        found: Text = write(node)
        return found

    def value_Constant(self, node: ast.Constant) -> Text:
        value: Any = node.value
        if isinstance(value, bool):
            return Text(str(int(value)), whole=True)
        if isinstance(value, int):
            return Text(str(value), whole=True)
        if not isinstance(value, float):
            raise Unsupported(f"the constant {value!r:.40}")
        return Text(number(value))

    def value_Name(self, node: ast.Name) -> Text:
        if node.id in self.names:
            return Text(self.names[node.id], whole=node.id in self.counters)
        value = self.made.value(node.id)
        if value is None:
            raise Unsupported(node.id)
        return Text(number(value), _ATOM if value >= 0.0 else _UNARY)

    def value_UnaryOp(self, node: ast.UnaryOp) -> Text:
        inner = self.value(node.operand)
        if isinstance(node.op, ast.UAdd):
            return inner
        sign = "!" if isinstance(node.op, ast.Not) else "-"
        text = inner.within(_UNARY)
        text = f"({text})" if text.startswith("-") else text
        return Text(f"{sign}{text}", _UNARY, sign == "!" or inner.whole)

    def value_BinOp(self, node: ast.BinOp) -> Text:
        left, right = self.value(node.left), self.value(node.right)
        op = type(node.op)
        if op in _CALLED:
            return Text(f"{self.own(_CALLED[op])}({left.text}, {right.text})")
        if op not in _SIGNS:
            raise Unsupported(f"the operator {op.__name__}")
        sign, binds = _SIGNS[op]
        if op is ast.Div and left.whole:
            left = Text(f"(double){left.within(_UNARY)}", _UNARY)
        condition = op in (ast.BitAnd, ast.BitOr)
        whole = condition or (left.whole and right.whole and op is not ast.Div)
        return Text(f"{left.within(binds)} {sign} {right.within(binds + 1)}", binds, whole)

    def value_Compare(self, node: ast.Compare) -> Text:
        made, left = [], self.value(node.left)
        for op, other in zip(node.ops, node.comparators, strict=True):
            sign, binds = _SIGNS[type(op)]
            right = self.value(other)
            made.append(Text(f"{left.within(binds + 1)} {sign} {right.within(binds + 1)}", binds))
            left = right
        if len(made) == 1:
            return made[0]._replace(whole=True)
        return Text(" && ".join([one.within(6) for one in made]), 5, True)

    def value_BoolOp(self, node: ast.BoolOp) -> Text:
        sign, binds = _SIGNS[type(node.op)]
        # `&&` within `||` needs no brackets, but compilers ask for them.
        return Text(
            f" {sign} ".join([self.value(one).within(6) for one in node.values]), binds, True
        )

    def value_IfExp(self, node: ast.IfExp) -> Text:
        test, then, other = [self.value(one) for one in (node.test, node.body, node.orelse)]
        text = f"{test.within(4)} ? {then.within(4)} : {other.within(_CHOICE)}"
        return Text(text, _CHOICE, then.whole and other.whole)

    def value_Subscript(self, node: ast.Subscript) -> Text:
        if isinstance(node.value, ast.Call):  # math.modf(x)[0]
            called = ast.unparse(node.value.func)
            name = f"{self.made.meant.get(called, called)}[{whole_of(node.slice)}]"
            if name in OWN:
                return Text(f"{self.own(name)}({self.listed(node.value.args)})")
        table, start, count = self.run(node.value)
        if start or not isinstance(node.value, ast.Name):
            raise Unsupported(ast.unparse(node))
        at = whole_of(node.slice)
        if at is not None and -count <= at < count and node.value.id not in self.grown:
            return Text(f"{table}[{at % count}]")
        if not self.main:
            raise Unsupported("an index in a function that is carried")
        self.indexes = True
        length = self.grown.get(node.value.id, str(count))
        return Text(f"{self.own('[]')}({table}, {length}, {self.value(node.slice).text}, &status)")

    def value_Call(self, node: ast.Call) -> Text:
        name = node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
        meant = self.made.meant.get(name, name)
        if node.keywords or name in self.names:
            raise Unsupported(ast.unparse(node))
        if (name := OWN_OF.get(meant, name)) in self.made.carried:
            self.program.carry(name)
            return Text(f"{c_name(name)}({self.listed(node.args)})")
        if meant in ("float", "int") and len(node.args) == 1:
            inner = self.value(node.args[0])
            if meant == "float" and not inner.whole:
                return inner
            cast = "double" if meant == "float" else "long"
            return Text(f"({cast}){inner.within(_UNARY)}", _UNARY, meant == "int")
        if meant.startswith("bisect."):
            table, start, count = self.run(node.args[0])
            return Text(
                f"{self.own(meant)}({table} + {start}, {count}, {self.value(node.args[1]).text})"
            )
        if meant == "math.hypot":
            given = self.listed(node.args)
            if sys.version_info[:2] != (3, 11):
                self.program.otherwise.add(meant)
            return Text(f"{self.own(meant)}({len(node.args)}, (const double[]){{{given}}})")
        if meant in ("math.pow", "pow") and len(node.args) == 2:
            return Text(f"{self.own('**')}({self.listed(node.args)})")
        if meant in ("min", "max") and len(node.args) > 1:
            text = self.value(node.args[0]).text
            for other in node.args[1:]:
                text = f"{self.own(meant)}({text}, {self.value(other).text})"
            return Text(text)
        if meant == "math.ulp":
            return Text(f"{self.own(meant)}({self.listed(node.args)})")
        if meant in FACTORS and len(node.args) == 1:
            return Text(f"{self.value(node.args[0]).within(13)} * {number(FACTORS[meant])}", 13)
        if meant in LIBM and len(node.args) == (2 if LIBM[meant] in _TWO else 1):
            values = [self.value(arg) for arg in node.args]
            texts = [f"(double){one.within(_UNARY)}" if one.whole else one.text for one in values]
            text = f"{LIBM[meant]}({', '.join(texts)})"
            return Text(f"{text} + 0.0", 12) if meant in WHOLE else Text(text)
        raise Unsupported(f"{ast.unparse(node):.60}")

    def listed(self, args: Sequence[ast.expr]) -> str:
        return ", ".join([self.value(arg).text for arg in args])

    def own(self, what: str) -> str:
        """A function that C lacks."""
        self.program.own[OWN[what]] = None
        return OWN[what]
