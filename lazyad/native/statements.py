"""Python's statements as lines of LLVM IR: those of functions that emitted files carry.

In: the syntax tree of such a function, of floats. Out: lines that compute it, in blocks. A room of
its own because only there a variable has several values, and is what it is where blocks meet.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lazyad.native import tables
from lazyad.native.expressions import FEW, Expressions
from lazyad.native.numbers import Unsupported, Value, constant
from lazyad.native.programs import GIVES_UP, RAISED
from lazyad.values.rows import NamedTuple

ZERO = {**dict.fromkeys("fnm", constant(0.0)), "b": "false", "i": "0"}


class Names(NamedTuple):
    """What a body reads and assigns."""

    loads: dict[str, None]
    stores: dict[str, None]


def names_in(body: Iterable[ast.stmt]) -> Names:
    names = [node for one in body for node in ast.walk(one) if isinstance(node, ast.Name)]
    stores = [node.id for node in names if isinstance(node.ctx, ast.Store)]
    loads = [node.id for node in names if isinstance(node.ctx, ast.Load)]
    return Names(dict.fromkeys(loads), dict.fromkeys(stores))


class Statements(Expressions):
    """Writes the statements of one function."""

    mixed: set[Any]  # variables that are held as a float, also where they are ints
    loops: bool

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
                nothing = Value(kind, ZERO[kind])
                came = [(v or nothing, block) for v, (block, _) in zip(values, ends, strict=True)]
                self.env[name] = self.phi(came, name)

    def give(self, name: Any, value: Any) -> None:
        """Let the variable be that."""
        self.env[name] = self.held(name, value)

    def held(self, name: Any, value: Any) -> Any:
        """As it is held where it may be a float, too."""
        mixed = name in self.mixed and value.kind != "t"
        return Value("m", self.as_float(value)) if mixed else value

    def body(self, body: Sequence[ast.stmt]) -> None:
        for one in body:
            write = getattr(self, f"write_{type(one).__name__}", None)
            if write is None:
                raise Unsupported(f"a statement {type(one).__name__}")
            if self.open:
                write(one)

    def write_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            raise Unsupported("an expression that nothing reads")

    def write_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self.assign(target, node.value)

    def write_AugAssign(self, node: ast.AugAssign) -> None:
        if not isinstance(node.target, ast.Name):
            raise Unsupported("a container")
        was = ast.Name(node.target.id, ast.Load())
        self.give(node.target.id, self.value(ast.BinOp(was, node.op, node.value)))

    def assign(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self.give(target.id, self.value(value))
            return
        if isinstance(value, ast.Tuple):
            values = [self.value(one) for one in value.elts]
        elif tables.is_table(self, value):
            values = tables.unpacked(self, self.value(value))
        else:
            raise Unsupported("a container")
        names = target.elts if isinstance(target, ast.Tuple) else []
        if len(values) != len(names):
            raise Unsupported("other numbers than names")
        for name, found in zip(names, values, strict=True):
            if not isinstance(name, ast.Name):
                raise Unsupported("a container")
            self.give(name.id, found)

    def write_Return(self, node: ast.Return) -> None:
        if node.value is None or isinstance(node.value, ast.Tuple):
            raise Unsupported("a function of other things than a number")
        self.give_back(self.as_float(self.value(node.value)))

    def give_back(self, value: str) -> None:
        """Return that number."""
        self.end(f"ret double {value}")

    def write_Raise(self, node: ast.Raise) -> None:
        self.end("br label %fails")

    def write_If(self, node: ast.If) -> None:
        names = names_in([*node.body, *node.orelse]).stores
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

    # -- loops

    def write_While(self, node: ast.While) -> None:
        self.loop(node, lambda _: self.truth(self.value(node.test)))

    def write_For(self, node: ast.For) -> None:
        target, of = node.target, node.iter
        if not isinstance(target, ast.Name):
            raise Unsupported("a loop over a container")
        name = target.id
        if isinstance(of, ast.Tuple):
            self.in_turn(name, of.elts, node.body)
            return
        found = tables.going(self, of)
        self.loop(
            node,
            lambda number: self.new(f"icmp slt i64 {number}, {found.rounds}"),
            lambda number: self.give(name, found.item(number)),
        )

    def in_turn(self, name: str, values: Sequence[ast.expr], body: Sequence[ast.stmt]) -> None:
        """A loop over a few numbers, one round after the other."""
        if len(values) > FEW:
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
        before, came = self.env, self.block
        stores = sorted(names_in(node.body).stores)
        own = [name for name in stores if name in before and before[name].kind != "t"]
        head, body, after = [self.label() for _ in range(3)]
        self.end(f"br label %{head}")
        self.start(head)
        mark = len(self.lines)
        number = self.fresh("i")
        started = {name: self.fresh(before[name].kind) for name in own}
        self.env = before | started
        holds = test(number.name)
        self.end(f"br i1 {holds}, label %{body}, label %{after}")
        self.start(body)
        if enter:
            enter(number.name)
        self.body(node.body)
        if not self.open:
            raise Unsupported("a loop of one round")
        again = Value("i", self.new(f"add i64 {number.name}, 1"))
        endless = isinstance(node, ast.While)
        self.check(number.name, [(started[one], self.env[one]) for one in own] if endless else ())
        ways = [(Value("i", "0"), again), *[(before[name], self.env[name]) for name in own]]
        made = zip([number, *started.values()], ways, [None, *own], strict=True)
        self.lines[mark:mark] = [
            self.phi_of(one, [(first, came), (then, self.block)], name)
            for one, (first, then), name in made
        ]
        self.end(f"br label %{head}")
        self.start(after)
        self.env = before | started

    def check(self, number: str, carried: Sequence[tuple[Value, Any]] = ()) -> None:
        """Once in many rounds, whether somebody wants the loop to end, Python's may have raised, or
        this round has changed nothing of what is carried, so that no other will. Where nobody asks
        Python, it is what goes round undefined that had no end."""
        low = self.new(f"and i64 {number}, 65535")
        due = self.new(f"icmp eq i64 {low}, 65535")
        asks, goes = self.label(), self.label()
        self.end(f"br i1 {due}, label %{asks}, label %{goes}, !prof !0")
        self.start(asks)
        status = self.new("call i32 @interrupted()")
        self.unless(self.new(f"icmp eq i32 {status}, {RAISED}"), "raised")
        wrong = self.new(f"icmp eq i32 {status}, {GIVES_UP}")
        if self.infinite is None:
            floats = [one.name for _, one in carried if self.types[one.kind] == "double"]
            lost = [self.new(f"fcmp uno double {name}, {name}") for name in floats]
            wrong = self.new(f"and i1 {wrong}, {self.all_or_any('or', lost, 'false')}")
        same = [self.is_same(one.name, other.name, one.kind) for one, other in carried]
        wrong = self.new(f"or i1 {wrong}, {self.all_or_any('and', same, 'false')}")
        self.end(f"br i1 {wrong}, label %fails, label %{goes}")
        self.start(goes)

    def all_or_any(self, word: str, truths: Sequence[str], none: str) -> str:
        return functools.reduce(lambda a, b: self.new(f"{word} i1 {a}, {b}"), truths or [none])

    def is_same(self, one: str, other: str, kind: str) -> str:
        """Whether two values of a kind have the same bits."""
        if self.types[kind] == "double":
            one, other = [self.new(f"bitcast double {name} to i64") for name in (one, other)]
        return self.new(f"icmp eq {'i1' if kind == 'b' else 'i64'} {one}, {other}")
