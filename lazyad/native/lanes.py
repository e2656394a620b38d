"""A Python function of floats as LLVM IR for eight points at a time.

In: the syntax tree of an emitted function without loops. Out: IR of a loop over points, each number
a vector of eight; both sides of a choice are computed, and what would raise is nan. A room of its
own because a vector has no branches, and functions of its own: exp, log, sin and cos are written
here, to 2 units in the last place, and the others call libm for one lane after the other.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from lazyad.native.ir import LIBM, Statement, Store, _statements, _Writer, read, returned
from lazyad.native.numbers import Unsupported, Value, constant

LANES = 8
_DEEPEST = 3
REAL, TRUTH, WHOLE = f"<{LANES} x double>", f"<{LANES} x i1>", f"<{LANES} x i64>"


def lanes(
    functions: Sequence[ast.FunctionDef],
    inputs: Sequence[str],
    size: int,
    scope: Mapping[str, Any],
    carried: Mapping[str, ast.FunctionDef],
) -> str:
    """IR of `@points(ptr in, ptr steps, ptr out, i64 n)`: of rows of numbers, of how far each goes
    on from one point to the next (0 or 1), and of how many points there are, a multiple of 8;
    `size` numbers are returned.

    Raises Unsupported for loops, and for what only Python computes.
    """
    writer = _Lanes(scope, inputs, size, carried)
    body = [*_statements(functions)]
    text = writer.points(body)
    known = [name for name in (*LIBM, "py_mod", "py_floordiv") if f"@lanes_{name}(" in text]
    own = [_OWN[name]() if name in _OWN else _one_by_one(name, LIBM.get(name, 2)) for name in known]
    return "\n".join([*_DECLARED, *own, text])


def _intrinsic(name: str, count: int) -> str:
    return f"declare {REAL} @llvm.{name}.v{LANES}f64({', '.join([REAL] * count)})"


_DECLARED = [
    *[_intrinsic(name, 1) for name in "fabs sqrt floor ceil trunc roundeven".split()],
    _intrinsic("fma", 3),
    f"declare i1 @llvm.vector.reduce.or.v{LANES}i1({TRUTH})",
]


def _one_by_one(name: str, count: int) -> str:
    """A function of libm, for each lane."""
    given = ", ".join([f"{REAL} %x{at}" for at in range(count)])
    called = name if name.startswith("py_") else f"libm_{name}"
    lines = [f"define internal {REAL} @lanes_{name}({given}) #2 {{"]
    before = "poison"
    for lane in range(LANES):
        for at in range(count):
            lines.append(f"  %a{lane}_{at} = extractelement {REAL} %x{at}, i32 {lane}")
        args = ", ".join([f"double %a{lane}_{at}" for at in range(count)])
        lines.append(f"  %r{lane} = call double @{called}({args})")
        lines.append(f"  %v{lane} = insertelement {REAL} {before}, double %r{lane}, i32 {lane}")
        before = f"%v{lane}"
    return "\n".join([*lines, f"  ret {REAL} {before}", "}"])


class _Lanes(_Writer):
    """Writes a function of vectors, all in one block; `mask` are the lanes that come to where it
    writes, None for all, and `results` what those that have returned gave."""

    types: ClassVar[dict[str, str]] = {"f": REAL, "n": REAL, "m": REAL, "b": TRUTH, "i": "i64"}
    suffix = f"v{LANES}f64"
    has_tables: ClassVar[bool] = False

    def __init__(
        self,
        scope: Mapping[str, Any],
        inputs: Sequence[str],
        size: int,
        carried: Mapping[str, ast.FunctionDef],
    ) -> None:
        super().__init__(scope, inputs, [set()], False, carried)
        self.mask: str | None = None
        self.size = size
        self.results: dict[int, str] = {}
        self.depth = 0  # of functions that are written where they are called

    def points(self, body: Sequence[Statement]) -> str:
        self.lines, self.around = [], []
        self.env, self.block, self.open = {}, "next", True
        count = len(self.inputs)
        head = ["define void @points(ptr %in, ptr %steps, ptr %out, i64 %n) #0 {", "entry:"]
        for at in range(count):
            head.append(f"  %ip{at} = getelementptr ptr, ptr %in, i64 {at}")
            head.append(f"  %i{at} = load ptr, ptr %ip{at}")
            head.append(f"  %sp{at} = getelementptr i64, ptr %steps, i64 {at}")
            head.append(f"  %s{at} = load i64, ptr %sp{at}")
        for name, at in self.inputs.items():
            step = self.new(f"mul i64 %at, %s{at}")
            place = self.new(f"getelementptr double, ptr %i{at}, i64 {step}")
            self.env[name] = Value("f", self.new(f"load {REAL}, ptr {place}, align 8"))
        self.body(body)  # type: ignore[arg-type]
        stores = []
        for at, value in self.results.items():
            head.append(f"  %op{at} = getelementptr ptr, ptr %out, i64 {at}")
            head.append(f"  %o{at} = load ptr, ptr %op{at}")
            stores.append(f"  %q{at} = getelementptr double, ptr %o{at}, i64 %at")
            stores.append(f"  store {REAL} {value}, ptr %q{at}, align 8")
        head += ["  %some = icmp sgt i64 %n, 0", "  br i1 %some, label %next, label %end", "next:"]
        head.append("  %at = phi i64 [ 0, %entry ], [ %on, %next ]")
        stores += [f"  %on = add i64 %at, {LANES}", "  %more = icmp slt i64 %on, %n"]
        stores += ["  br i1 %more, label %next, label %end", "end:", "  ret void", "}"]
        return "\n".join([*head, *self.lines, *stores])

    def number(self, value: float) -> str:
        return f"splat (double {constant(value)})"

    def condition_of(self, value: bool) -> str:
        return f"splat (i1 {str(value).lower()})"

    # -- statements

    def both(self, one: str | None, other: str) -> str:
        return other if one is None else self.new(f"and {TRUTH} {one}, {other}")

    def opposite(self, one: str) -> str:
        return self.new(f"xor {TRUTH} {one}, {self.condition_of(True)}")

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
            for name in sorted(read([*node.body, *node.orelse]).stores):
                known = then.get(name) or other.get(name)
                if known is not None:
                    first, second = then.get(name, known), other.get(name, known)
                    self.env[name] = self.chosen(test, first, second)

    def chosen(self, test: str, one: Value, other: Value) -> Value:
        if one == other:
            return one
        if one.kind != other.kind or one.kind == "i":
            raise Unsupported("a variable is a number on one way, and a condition on another")
        kind = self.types[one.kind]
        text = f"select {TRUTH} {test}, {kind} {one.name}, {kind} {other.name}"
        return Value(one.kind, self.new(text))

    def write_Store(self, node: Store) -> None:
        self.result_at(node.at, self.as_float(self.value(node.value)))

    def result_at(self, at: int, value: str) -> None:
        """Let that be the result of the lanes that are here and have not returned."""
        before = self.results.get(at)
        if before is None or self.mask is None:
            self.results[at] = value
            return
        text = f"select {TRUTH} {self.mask}, {REAL} {value}, {REAL} {before}"
        self.results[at] = self.new(text)

    def write_Return(self, node: ast.Return) -> None:
        for at, value in enumerate(returned(node)):
            self.write_Store(Store(at, value))
        self.open = False

    def write_Raise(self, node: ast.Raise) -> None:
        for at in range(self.size):
            self.result_at(at, self.number(math.nan))
        self.open = False

    def loop(self, *_: Any) -> None:
        raise Unsupported("a loop")

    def index(self, value: Any) -> str:
        if value.kind == "n":
            raise Unsupported("a table")
        return super().index(value)

    # -- expressions

    def value_BoolOp(self, node: ast.BoolOp) -> Value:
        word = "and" if isinstance(node.op, ast.And) else "or"
        first, *rest = [self.condition(one) for one in node.values]
        for one in rest:
            first = self.new(f"{word} {TRUTH} {first}, {one}")
        return Value("b", first)

    def value_IfExp(self, node: ast.IfExp) -> Value:
        test = self.truth(self.value(node.test))
        return self.chosen(test, self.value(node.body), self.value(node.orelse))

    def value_Call(self, node: ast.Call) -> Any:
        if self.function_of(node.func) is math.hypot and len(node.args) == 2:
            return self.called("hypot", [self.value(arg) for arg in node.args])
        return super().value_Call(node)

    def within(self, name: str, call: ast.Call) -> Value:
        """What the function's own statements come to, here."""
        function = self.carried[name]
        if self.depth > _DEEPEST:
            raise Unsupported(f"{name}, which calls itself")
        values = [Value("f", self.as_float(self.value(arg))) for arg in call.args]
        kept = self.env, self.mask, self.results, self.size, self.open
        self.env = {arg.arg: one for arg, one in zip(function.args.args, values, strict=True)}
        self.results, self.size = {}, 1
        self.depth += 1
        self.body(function.body)
        self.depth -= 1
        found = self.results[0]
        self.env, self.mask, self.results, self.size, self.open = kept
        return Value("f", found)

    def called(self, name: str, args: Sequence[Value]) -> Value:
        given = ", ".join([f"{REAL} {self.as_float(arg)}" for arg in args])
        return Value("f", self.new(f"call {REAL} @lanes_{name}({given})"))

    def outside(self, node: ast.expr) -> Value:
        raise Unsupported(f"{ast.unparse(node)[:60]}")

    def finite(self, name: str) -> None:
        pass


# ---------------------------------------------------------------------------------- functions


class _Text:
    """Lines of a function of one vector."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def new(self, text: str) -> str:
        name = f"%m{len(self.lines)}"
        self.lines.append(f"  {name} = {text}")
        return name

    def op(self, word: str, *args: str | float, kind: str = REAL) -> str:
        named = [_named(arg) for arg in args]
        return self.new(f"{word} {kind} {', '.join(named)}")

    def fma(self, a: str | float, b: str | float, c: str | float) -> str:
        args = ", ".join([f"{REAL} {_named(one)}" for one in (a, b, c)])
        return self.new(f"call {REAL} @llvm.fma.v{LANES}f64({args})")

    def polynomial(self, x: str, coefficients: Sequence[float]) -> str:
        """c[0] + c[1] * x + ..., pairs of terms at a time."""
        terms: list[str | float] = [*coefficients]
        power: str = x
        while len(terms) > 1:
            pairs: list[str | float] = []
            for at in range(0, len(terms) - 1, 2):
                pairs.append(self.fma(terms[at + 1], power, terms[at]))
            terms = pairs + terms[len(terms) - len(terms) % 2 :]
            if len(terms) > 1:
                power = self.op("fmul", power, power)
        return _named(terms[0])

    def select(self, test: str, a: str | float, b: str | float, kind: str = REAL) -> str:
        return self.new(f"select {TRUTH} {test}, {kind} {_named(a)}, {kind} {_named(b)}")

    def ints(self, word: str, a: str, b: int | str) -> str:
        other = b if isinstance(b, str) else f"splat (i64 {b})"
        return self.new(f"{word} {WHOLE} {a}, {other}")

    def bits(self, a: str) -> str:
        return self.new(f"bitcast {REAL} {a} to {WHOLE}")

    def real(self, a: str) -> str:
        return self.new(f"bitcast {WHOLE} {a} to {REAL}")

    def function(self, name: str, result: str) -> str:
        head = f"define internal {REAL} @lanes_{name}({REAL} %x) #2 {{"
        return "\n".join([head, *self.lines, f"  ret {REAL} {result}", "}"])


def _named(value: str | float) -> str:
    return value if isinstance(value, str) else f"splat (double {constant(value)})"


_ROUNDS = 1.5 * 2.0**52  # what is added to it is rounded to a whole number, in its last bits
# ln(2) and pi / 2 as sums of floats; n times the first of them is exact for the n that occur.
_LN2 = (0.6931471803691238, 1.9082149292705877e-10)
_HALF_PI = (1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33)
_FACTORIALS = [1.0 / math.factorial(k) for k in range(22)]
_FAR = 2.0**45  # beyond which libm reduces an angle


def _exp() -> str:
    """2**n * exp(r), |r| <= ln(2) / 2, by exp's series; n is added in two halves, so that neither
    overflows where the result does not."""
    t = _Text()
    shifted = t.fma("%x", 1.0 / math.log(2.0), _ROUNDS)
    n = t.op("fsub", shifted, _ROUNDS)
    r = t.fma(n, -_LN2[0], "%x")
    r = t.fma(n, -_LN2[1], r)
    square = t.op("fmul", r, r)
    rest = t.polynomial(r, _FACTORIALS[2:14])
    y = t.op("fadd", 1.0, t.fma(square, rest, r))
    whole = t.ints("ashr", t.ints("shl", t.bits(shifted), 32), 32)
    half = t.ints("ashr", whole, 1)
    for part in (half, t.ints("sub", whole, half)):
        y = t.op("fmul", y, t.real(t.ints("shl", t.ints("add", part, 1023), 52)))
    y = t.select(t.op("fcmp ogt", "%x", 709.782712893384), math.inf, y)
    y = t.select(t.op("fcmp olt", "%x", -745.2), 0.0, y)
    return t.function("exp", t.select(t.op("fcmp uno", "%x", "%x"), "%x", y))


def _log() -> str:
    """k * ln(2) + 2 * atanh(s), s = f / (2 + f), 1 + f between sqrt(1/2) and sqrt(2), by atanh's
    series; f - f * f / 2 is added last, as it is exact."""
    t = _Text()
    tiny = t.op("fcmp olt", "%x", 2.2250738585072014e-308)
    x = t.select(tiny, t.op("fmul", "%x", 2.0**54), "%x")
    bits = t.bits(x)
    k = t.ints("ashr", t.ints("sub", bits, 0x3FE6A09E667F3BCD), 52)
    f = t.op("fsub", t.real(t.ints("sub", bits, t.ints("shl", k, 52))), 1.0)
    n = t.new(f"sitofp {WHOLE} {k} to {REAL}")
    n = t.select(tiny, t.op("fsub", n, 54.0), n)
    s = t.op("fdiv", f, t.op("fadd", f, 2.0))
    z = t.op("fmul", s, s)
    series = t.op("fmul", z, t.polynomial(z, [2.0 / k for k in range(3, 27, 2)]))
    half = t.op("fmul", t.op("fmul", f, f), 0.5)
    inner = t.fma(s, t.op("fadd", half, series), t.op("fmul", n, _LN2[1]))
    y = t.fma(n, _LN2[0], t.op("fsub", f, t.op("fsub", half, inner)))
    y = t.select(t.op("fcmp oeq", "%x", 0.0), -math.inf, y)
    y = t.select(t.op("fcmp oeq", "%x", math.inf), "%x", y)
    y = t.select(t.op("fcmp olt", "%x", 0.0), math.nan, y)
    return t.function("log", t.select(t.op("fcmp uno", "%x", "%x"), "%x", y))


def _sine(name: str, turned: int) -> str:
    """Of x - n * pi / 2 by the series of sine or cosine, whichever it is then; far away, libm's."""
    t = _Text()
    shifted = t.fma("%x", 2.0 / math.pi, _ROUNDS)
    n = t.op("fsub", shifted, _ROUNDS)
    r = "%x"
    for part in _HALF_PI:
        r = t.fma(n, -part, r)
    z = t.op("fmul", r, r)
    signs = [(-1.0) ** (k // 2) * _FACTORIALS[k] for k in range(22)]
    sine = t.fma(t.op("fmul", z, r), t.polynomial(z, signs[3:20:2]), r)
    cosine = t.polynomial(z, signs[4:21:2])
    cosine = t.fma(t.op("fmul", z, z), cosine, t.fma(z, -0.5, 1.0))
    quarter = t.ints("add", t.bits(shifted), turned)
    odd = t.ints("icmp ne", t.ints("and", quarter, 1), 0)
    y = t.select(odd, cosine, sine)
    sign = t.ints("shl", t.ints("and", quarter, 2), 62)
    near = t.real(t.ints("xor", t.bits(y), sign))
    size = t.new(f"call {REAL} @llvm.fabs.v{LANES}f64({REAL} %x)")
    if name == "sin":  # -0.0 too
        near = t.select(t.op("fcmp olt", size, 1e-9), "%x", near)
    far = t.op("fcmp uge", size, _FAR)
    some = t.new(f"call i1 @llvm.vector.reduce.or.v{LANES}i1({TRUTH} {far})")
    t.lines += [f"  br i1 {some}, label %far, label %near", "far:"]
    t.lines.append(f"  %libm = call {REAL} @lanes_far_{name}({REAL} %x)")
    t.lines += [f"  %both = select {TRUTH} {far}, {REAL} %libm, {REAL} {near}"]
    t.lines += [f"  ret {REAL} %both", "near:"]
    slow = _one_by_one(name, 1).replace(f"@lanes_{name}(", f"@lanes_far_{name}(")
    return f"{slow}\n{t.function(name, near)}"


_OWN: dict[str, Callable[[], str]] = {
    "exp": _exp,
    "log": _log,
    "sin": lambda: _sine("sin", 0),
    "cos": lambda: _sine("cos", 1),
}
