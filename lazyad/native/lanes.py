"""A Python function of floats as LLVM IR for eight points at a time.

In: a program without loops. Out: IR of a loop over points, each number a vector of eight; both
sides of a choice are computed, and what would raise is nan. A room of its own because a vector has
no branches; what `math` has is written in `maths.py`.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from lazyad.graph import LOOP, RAISE, Node
from lazyad.native.ir import Code, Writer
from lazyad.native.maths import OWN, one_by_one, quick_of, written
from lazyad.native.numbers import Unsupported, Value, constant
from lazyad.native.programs import DONE, GIVEN, Program
from lazyad.native.runtime import item
from lazyad.native.statements import names_in
from lazyad.native.vectors import DECLARED, LANES, REAL, TRUTH

_DEEPEST = 3
SHORT = 2_000  # lines that are written twice
TOGETHER = 8  # results that are stored as soon as they are computed


def lanes(program: Program) -> str:
    """IR of `@points(ptr in, ptr steps, ptr out, i64 start, i64 stop, i64 past)`: of rows of
    numbers, of how far each goes on from one point to the next (0 or 1), and of which points, some
    times 8; `size` numbers are returned. Where `past` is not 0, they are written past the cache,
    and in every row the first stands at a multiple of 64 bytes.

    Raises Unsupported for loops, and for what only Python computes.
    """
    writer = _Lanes(program)
    found = writer.results()
    lines, last = _with_stores("\n".join(writer.lines), found)
    short = len(writer.lines) <= SHORT
    quick = quick_of(lines) if short else ""
    slow = _once(len(program.inputs), lines, last) if quick else ""
    loop = _loop(len(program.inputs), quick or lines, last, quick != "")
    scalar = [*writer.inner.values(), *[one for one, _ in writer.constants.values()]]
    return "\n".join([*DECLARED, written(loop, slow), loop, slow, *writer.singly.values(), *scalar])


# Of stores past the cache, of what is never written, and of what is read where no result is stored.
_KINDS = """!2 = !{i32 1}
!3 = !{}
!4 = distinct !{!4}
!5 = distinct !{!5, !4}
!6 = !{!5}"""
_HEAD = "define void @points(ptr %in, ptr %steps, ptr %out, i64 %start, i64 %stop, i64 %past) #0"


def _rows(count: int) -> list[str]:
    """Lines that find where each number is read."""
    lines = []
    for at in range(count):
        lines.append(f"  {item(f'%i{at}', '%in', at)}, !invariant.load !3")
        lines.append(f"  {item(f'%s{at}', '%steps', at, 'i64')}, !invariant.load !3")
    return lines


def _with_stores(body: str, results: Mapping[int, str]) -> tuple[str, str]:
    """The lines, among which some results are stored as soon as they are computed: they need not be
    kept until all are. And those that store the last ones."""
    waiting: dict[str, list[int]] = {}
    for at, value in results.items():
        waiting.setdefault(value, []).append(at)
    lines, computed = list[str](), dict[int, str]()
    for line in body.split("\n"):
        lines.append(line)
        value = line.partition(" = ")[0].strip()
        computed |= dict.fromkeys(waiting.pop(value, ()), value)
        if len(computed) >= TOGETHER:
            lines += _stores(computed)
            computed = {}
    rest = {at: value for value, places in waiting.items() for at in places}  # constants
    return "\n".join(lines), "\n".join(_stores(computed | rest))


def _stores(results: Mapping[int, str]) -> list[str]:
    """Lines that store results, if any: where they are, nothing is read."""
    lines, name = list[str](), min(results, default=None)
    if name is None:
        return []
    for at in results:
        lines.append(f"  {item(f'%o{at}', '%out', at)}, !invariant.load !3")
        lines.append(f"  %q{at} = getelementptr double, ptr %o{at}, i64 %at")
    lines.append(f"  br i1 %far, label %past{name}, label %into{name}")
    for where, how in (("past", "align 64, !nontemporal !2"), ("into", "align 8")):
        lines.append(f"{where}{name}:")
        for at, value in results.items():
            lines.append(f"  store {REAL} {value}, ptr %q{at}, {how}, !noalias !6")
        lines.append(f"  br label %on{name}")
    return [*lines, f"on{name}:"]


def _loop(count: int, body: str, last: str, quick: bool) -> str:
    """All points, eight at a time; those of which a quick function says that it is wrong are
    computed `@once` more."""
    # A vector on the stack is a line of the cache.
    lines = [f"{_HEAD} alignstack(64) {{"]
    lines += ["entry:", f"  %wrong = alloca {TRUTH}", *_rows(count)]
    lines += ["  %some = icmp sgt i64 %stop, %start", "  %far = icmp ne i64 %past, 0"]
    lines += ["  br i1 %some, label %next, label %end", "next:"]
    lines += ["  %at = phi i64 [ %start, %entry ], [ %on, %goes ]"]
    lines += [f"  store {TRUTH} zeroinitializer, ptr %wrong", body]
    lines += [f"  %lanes = load {TRUTH}, ptr %wrong"]
    lines += [f"  %any = call i1 @llvm.vector.reduce.or.v{LANES}i1({TRUTH} %lanes)"]
    lines += ["  br i1 %any, label %again, label %fine, !prof !0", "again:"] if quick else []
    lines += ["  call void @once(ptr %in, ptr %steps, ptr %out, i64 %at, i1 %far)"] if quick else []
    lines += ["  br label %goes", "fine:"] if quick else []
    lines += [last, "  br label %goes", "goes:", f"  %on = add i64 %at, {LANES}"]
    lines += ["  %more = icmp slt i64 %on, %stop"]
    lines += ["  br i1 %more, label %next, label %end", "end:"]
    # What went past the cache is in memory before whoever waits for it goes on.
    lines += ["  br i1 %far, label %fence, label %over", "fence:"]
    lines += ["  call void @llvm.x86.sse.sfence()", "  br label %over", "over:", "  ret void", "}"]
    return "\n".join([*lines, "declare void @llvm.x86.sse.sfence()", _KINDS])


def _once(count: int, body: str, last: str) -> str:
    """Eight points, whatever their numbers are."""
    head = "define internal void @once(ptr %in, ptr %steps, ptr %out, i64 %at, i1 %far) #0"
    return "\n".join([f"{head} alignstack(64) {{", *_rows(count), body, last, "  ret void", "}"])


def each(code: Code, count: int) -> str:
    """IR of `@points` which calls `@run` for one point after the other; where that gives up, the
    results are nan."""
    size = len(code.kinds)
    lines = [f"{_HEAD} {{", "entry:"]
    lines += [f"  %row = alloca double, i64 {count + 1}"]
    lines += [f"  %result = alloca double, i64 {size + 1}", *_rows(count)]
    lines += [f"  {item(f'%o{at}', '%out', at)}" for at in range(size)]
    lines += ["  br label %next", "next:", "  %at = phi i64 [ %start, %entry ], [ %on, %point ]"]
    lines += ["  %more = icmp slt i64 %at, %stop", "  br i1 %more, label %point, label %end"]
    lines += ["point:"]
    for at in range(count):
        lines += [
            f"  %k{at} = mul i64 %at, %s{at}",
            f"  {item(f'%x{at}', f'%i{at}', f'%k{at}', 'double')}",
            f"  %r{at} = getelementptr double, ptr %row, i64 {at}",
            f"  store double %x{at}, ptr %r{at}",
        ]
    lines += ["  call void @clear_flags()"] * code.loops  # a long one looks at them
    lines += ["  %status = call i32 @run(ptr %row, ptr %result)"]
    lines += [f"  %fine = icmp eq i32 %status, {DONE}"]
    for at in range(size):
        lines += [
            f"  {item(f'%v{at}', '%result', at, 'double')}",
            f"  %w{at} = select i1 %fine, double %v{at}, double {constant(math.nan)}",
            f"  %q{at} = getelementptr double, ptr %o{at}, i64 %at",
            f"  store double %w{at}, ptr %q{at}",
        ]
    lines += ["  %on = add i64 %at, 1", "  br label %next", "end:", "  ret void", "}", _KINDS]
    return "\n".join(lines)


class _Lanes(Writer):
    """Writes a function of vectors, all in one block; `mask` are the lanes that come to where it
    writes, None for all, and `results` what those that have returned gave."""

    types: ClassVar[dict[str, str]] = {"f": REAL, "n": REAL, "m": REAL, "b": TRUTH, "i": "i64"}
    suffix = f"v{LANES}f64"
    in_lanes: ClassVar[bool] = True

    def __init__(self, program: Program) -> None:
        super().__init__(program, set())
        self.mask: str | None = None
        self.result: str | None = None
        self.pairs = 0
        self.singly: dict[str, str] = {}  # IR of functions that are called for each lane
        self.depth = 0  # of functions that are written where they are called

    def results(self) -> dict[int, str]:
        """Write all, for the points from %at on, and say what each result is."""
        for name, at in self.inputs.items():
            step = self.new(f"mul i64 %at, %s{at}")
            place = self.new(f"getelementptr double, ptr %i{at}, i64 {step}")
            self.env[name] = Value(
                "f", self.new(f"load {REAL}, ptr {place}, align 8, !alias.scope !6")
            )
        for node in self.program.graph.nodes:
            if not node.op.leaf:
                self.write_Node(node)
        results = [self.as_float(self.known(node)) for node in self.program.outputs]
        for raised in self.raised():
            words = f"{TRUTH} {raised}, {REAL} {self.number(math.nan)}, {REAL} "
            results = [self.new(f"select {words}{value}") for value in results]
        return dict(enumerate(results))

    def known(self, name: Any) -> Any:
        found = self.env.get(name)
        if found is None and type(name) is Node:
            found = self.fixed(math.nan if name.op is RAISE else name.payload)
        return found

    def raised(self) -> list[str]:
        """The lanes that come to each `raise`, by the choices on the way there."""
        nodes = self.program.graph.nodes
        may: set[Node] = set()
        for node in nodes if RAISE in self.program.graph.ops else ():
            if node.op is RAISE or not may.isdisjoint(node.args):
                may.add(node)
        all_lanes = self.condition_of(True)
        come = {node: all_lanes for node in self.program.outputs if node in may}
        for node in reversed(nodes):
            for at, arg in enumerate(node.args if node in come else ()):
                if arg not in may:
                    continue
                mask = come[node]
                if node.op.lazy and at:
                    test = self.truth(self.known(node.args[0]))
                    mask = self.both(mask, test if at == 1 else self.opposite(test))
                was = come.get(arg)
                come[arg] = mask if was is None else self.new(f"or {TRUTH} {was}, {mask}")
        return [mask for node, mask in come.items() if node.op is RAISE]

    def number(self, value: float) -> str:
        return f"splat (double {constant(value)})"

    def condition_of(self, value: bool) -> str:
        return f"splat (i1 {str(value).lower()})"

    # -- statements

    def write_Node(self, node: Node) -> None:
        """No line is like another: of one angle, sine and cosine are computed together."""
        if node.op.apart:
            raise Unsupported("a loop" if node.op is LOOP else "a table")
        others = [arg for arg in node.args[1:] if arg.op is not RAISE]
        if node.op.lazy and len(others) < 2:  # see `raised`
            self.env[node] = self.known(others[0] if others else node.args[1])
            return
        self.env |= zip(GIVEN, [self.known(arg) for arg in node.args], strict=False)
        self.env[node] = self.value(self.program.form_of(node))

    def both(self, one: str | None, other: str) -> str:
        return other if one is None else self.new(f"and {TRUTH} {one}, {other}")

    def write_If(self, node: ast.If) -> None:
        test = self.truth(self.value(node.test))
        before, mask, ends = self.env, self.mask, []
        for body, side in ((node.body, test), (node.orelse, self.opposite(test))):
            self.env, self.open = dict(before), True
            self.mask = start = self.both(mask, side)
            self.body(body)
            if self.open:
                ends.append((self.env, self.mask, self.mask != start))
        self.open = bool(ends)
        if len(ends) == 1:
            ((self.env, self.mask, _),) = ends
        elif ends:
            (then, one, left), (other, two, left_too) = ends
            self.mask = self.new(f"or {TRUTH} {one}, {two}") if left or left_too else mask
            self.env = dict(before)
            for name in sorted(names_in([*node.body, *node.orelse]).stores):
                known = then.get(name) or other.get(name)
                if known is not None:
                    first, second = then.get(name, known), other.get(name, known)
                    self.env[name] = self.selected(test, first, second)

    def selected(self, test: str, one: Value, other: Value) -> Value:
        if one == other:
            return one
        if one.kind == "i":
            raise Unsupported("an int in lanes")
        return super().selected(test, one, other)

    def give_back(self, value: str) -> None:
        """Let that be the result of the lanes that are here and have not returned."""
        if self.result is None or self.mask is None:
            self.result = value
        else:
            text = f"select {TRUTH} {self.mask}, {REAL} {value}, {REAL} {self.result}"
            self.result = self.new(text)
        self.open = False

    def write_Raise(self, node: ast.Raise) -> None:
        self.give_back(self.number(math.nan))

    def loop(self, *_: Any) -> None:
        raise Unsupported("a loop")

    def index(self, value: Any) -> str:
        if value.kind == "n":
            raise Unsupported("a table")
        return super().index(value)

    # -- expressions

    def within(self, name: str, call: ast.Call) -> Value:
        """What the function's own statements come to, here; or one lane after the other, where
        these have loops."""
        if name in OWN:
            return self.called(name, [self.value(arg) for arg in call.args])
        values = [Value("f", self.as_float(self.value(arg))) for arg in call.args]
        before, mark = (dict(self.env), self.mask, self.result, self.open), len(self.lines)
        if name not in self.singly:
            try:
                return self.inlined(self.carried[name], values)
            except Unsupported:
                if self.depth > 1:  # whoever called it is not inlined either
                    self.depth -= 1
                    raise
            self.depth, (self.env, self.mask, self.result, self.open) = 0, before
            del self.lines[mark:]
            if name not in self.inner:
                self.inner[name] = f"declare double @{name}()"  # it may call itself
                self.inner[name] = self.carry(self.carried[name])
            self.singly[name] = one_by_one(f"carried.{name}", len(values))
        return self.call(f"carried.{name}", values)

    def inlined(self, function: ast.FunctionDef, values: Sequence[Value]) -> Value:
        """What a function's statements come to."""
        self.depth += 1
        if self.depth > _DEEPEST + 1:
            raise Unsupported(f"{function.name}, which calls itself")
        kept = self.env, self.mask, self.result, self.open
        self.env = {arg.arg: one for arg, one in zip(function.args.args, values, strict=True)}
        self.result = None
        self.body(function.body)
        self.depth -= 1
        found = self.result or self.number(math.nan)
        self.env, self.mask, self.result, self.open = kept
        return Value("f", found)

    def call(self, name: str, args: Sequence[Value]) -> Value:
        given = ", ".join([f"{REAL} {self.as_float(arg)}" for arg in args])
        return Value("f", self.new(f"call {REAL} @lanes_{name}({given})"))

    def call_both(self, given: str, at: int, known: Mapping[str, Value]) -> list[str]:
        kind, pair = f"{{ {REAL}, {REAL} }}", f"%pair{at}"
        places = [(one.name, int(name == "cos")) for name, one in known.items()]
        call = f"  {pair} = call {kind} @lanes_sincos({REAL} {given})"
        return [call, *[f"  {name} = extractvalue {kind} {pair}, {at}" for name, at in places]]
