"""Python's expressions as lines of LLVM IR.

In: syntax trees of expressions. Out: a `Value` for each, and lines that compute it. A room of its
own because it is the one place that knows what Python's operators and `math` are on the machine.

What `math` computes is called where Python calls it, in libm; any other function is Python's.
"""

from __future__ import annotations

import ast
import bisect
import builtins
import copy
import functools
import math
import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from lazyad.emit.carried import OWN
from lazyad.native import tables
from lazyad.native.numbers import Unsupported, Value, constant, is_known
from lazyad.native.programs import Program

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
_IN_PLACE: dict[Any, str | float] = {
    **{abs: "fabs", math.fabs: "fabs", math.sqrt: "sqrt"},
    **{math.degrees: 180.0 / math.pi, math.radians: math.pi / 180.0},
}
_WRITTEN: dict[Any, str] = {getattr(math, name[5:]): own for name, own in OWN.items()}
_SIDES = {bisect.bisect_left: True, bisect.bisect_right: False}
_COSTLY = (ast.Call, ast.Div, ast.Pow, ast.Mod, ast.FloorDiv, ast.IfExp, ast.BoolOp, ast.Subscript)
FEW = 12  # nodes of what is computed whether or not it is needed


@functools.cache
def has_both() -> bool:
    """Whether libm computes sine and cosine at once, to the same bits: glibc's does."""
    return platform.libc_ver()[0] == "glibc"


class Mixed(Exception):
    """A variable is a float on one way, and an int on another: it is held as a float on both."""


class Expressions:
    """Writes lines; `env` is what each variable is where it writes."""

    types: ClassVar[dict[str, str]] = {
        **{"f": "double", "n": "double", "m": "double", "b": "i1", "i": "i64"}
    }
    suffix = "f64"  # of LLVM's own functions
    in_lanes: ClassVar[bool] = False  # where both sides are computed, and are no tables

    def __init__(self, program: Program) -> None:
        self.program, self.scope, self.carried = program, program.scope, program.carried
        self.lines: list[str] = []
        self.env: dict[Any, Any] = {}
        self.block, self.open = "entry", True
        self.mark, self.count = "%v", 0  # what values are called
        self.calls: list[Callable[..., Any]] = []
        self.infinite = program.infinite  # or undefined, a number may be, and no flag says so
        self.ranges: dict[str, int] = {}  # ints that are not negative, and the largest they may be
        self.read_inside: list[list[Any]] = []  # what is known in a branch or loop alone
        self.pairs: int | None = None  # of sine and cosine; None where lines may yet move

    def known(self, name: Any) -> Any:
        """The variable; None of what is none."""
        raise NotImplementedError

    def within(self, name: str, call: ast.Call) -> Value:
        """A call of a function that the file carries."""
        raise NotImplementedError

    def number(self, value: float) -> str:
        return constant(value)

    def condition_of(self, value: bool) -> str:
        return str(value).lower()

    # -- lines and blocks

    def new(self, text: str) -> str:
        self.count += 1
        name = f"{self.mark}{self.count}"
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

    def phi(self, came: Sequence[tuple[Value, str]], name: Any = None) -> Value:
        """What it is where those blocks meet."""
        made = self.fresh(self.kind_of({value.kind for value, _ in came}, name))
        self.lines.append(self.phi_of(made, came))
        return made

    def fresh(self, kind: str) -> Value:
        """A value that is given later, by `phi_of`."""
        self.count += 1
        return Value(kind, f"{self.mark}{self.count}")

    def phi_of(self, made: Value, came: Sequence[tuple[Value, str]], name: Any = None) -> str:
        self.kind_of({made.kind, *[value.kind for value, _ in came]}, name)
        ways = ", ".join([f"[ {value.name}, %{block} ]" for value, block in came])
        return f"  {made.name} = phi {self.types[made.kind]} {ways}"

    def kind_of(self, kinds: set[str], name: Any = None) -> str:
        """The kind of a variable that comes from several ways."""
        if name is not None and len(kinds) > 1 and kinds <= {*"finm"}:
            raise Mixed(name)
        if len(kinds) > 1 or not kinds <= {*self.types}:
            raise Unsupported("a variable is a number on one way, and a condition on another")
        (kind,) = kinds
        return kind

    # -- expressions

    def fixed(self, value: float | bool | None) -> Value:
        if type(value) is bool:
            return Value("b", self.condition_of(value))
        return Value._make(("f", self.number(0.0 if value is None else float(value))))

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

    def opposite(self, one: str) -> str:
        return self.new(f"xor {self.types['b']} {one}, {self.condition_of(True)}")

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
            return Value("b", self.opposite(self.truth(value)))
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

    def index(self, value: Value) -> str:
        """An int as the machine has it."""
        if value.kind == "b":
            return self.new(f"zext i1 {value.name} to i64")
        if value.kind == "n":
            size = self.llvm("fabs", value.name)
            self.unless(self.new(f"fcmp uge double {size}, {constant(2.0**53)}"))
            return self.new(f"fptosi double {value.name} to i64")
        if value.kind != "i":
            raise Unsupported("an index that is no int")
        return value.name

    def value_Subscript(self, node: ast.Subscript) -> Any:
        return tables.row_of(self, node) if tables.is_table(self, node) else self.outside(node)

    def called(self, name: str, args: Sequence[Value]) -> Value:
        """A call; of an angle of which both are asked, sine and cosine are computed at once."""
        if self.pairs is None or name not in ("sin", "cos"):
            return self.call(name, args)
        given = self.as_float(args[0])
        at, known = self.env.get(("angle", given), (0, {}))
        if not known:
            known[name] = self.call(name, [Value._make(("f", given))])
            self.env["angle", given] = len(self.lines) - 1, known
            if self.read_inside:
                self.read_inside[-1].append(("angle", given))
        elif name not in known:
            self.pairs += 1
            known[name] = Value("f", f"%angle{at}")
            self.lines[at] = "\n".join(self.call_both(given, at, known))
        return Value._make(known[name])

    def call_both(self, given: str, at: int, known: Mapping[str, Value]) -> list[str]:
        """Lines that compute sine and cosine of an angle."""
        call = f"  call void @libm_sincos(double {given}, ptr %sin, ptr %cos)"
        return [call, *[f"  {one.name} = load double, ptr %{n}" for n, one in known.items()]]

    def call(self, name: str, args: Sequence[Value]) -> Value:
        name = f"libm_{name}" if name in LIBM else name
        given = ", ".join([f"double {self.as_float(arg)}" for arg in args])
        return Value._make(("f", self.new(f"call double @{name}({given})")))

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
            if self.in_lanes or is_cheap(one):
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
        if self.in_lanes or (is_cheap(node.body) and is_cheap(node.orelse)):
            return self.selected(test, self.value(node.body), self.value(node.orelse))
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

    def selected(self, test: str, one: Value, other: Value) -> Value:
        """One of the two, both of which are computed."""
        if one.kind != other.kind and {one.kind, other.kind} <= {*"finm"}:
            one, other = [Value("m", self.as_float(side)) for side in (one, other)]
        kind = self.types[self.kind_of({one.kind, other.kind})]
        words = f"{kind} {one.name}, {kind} {other.name}"
        return Value(one.kind, self.new(f"select {self.types['b']} {test}, {words}"))

    def value_Call(self, node: ast.Call) -> Any:
        function = self.function_of(node.func)
        name = _WRITTEN.get(function, getattr(node.func, "id", ""))
        if name in self.carried:
            return self.within(name, node)
        if node.keywords or function is None:
            return self.outside(node)
        if function is float and len(node.args) == 1:
            return Value("f", self.as_float(self.value(node.args[0])))
        if function in _WHOLE and len(node.args) == 1:
            return self.whole(_WHOLE[function], self.value(node.args[0]))
        known = _KNOWN.get(function)
        if known is not None and len(node.args) == LIBM[known]:
            return self.called(known, [self.value(arg) for arg in node.args])
        if function in _SIDES and len(node.args) == 2 and tables.is_table(self, node.args[0]):
            table, x = [self.value(arg) for arg in node.args]
            return tables.found_in(self, table, x, _SIDES[function])
        if function in (min, max) and len(node.args) > 1:
            args = [self.value(arg) for arg in node.args]
            if len({arg.kind for arg in args}) > 1 or args[0].kind not in "fi":
                raise Unsupported("the least of ints")
            return self.least(args, "lt" if function is min else "gt")
        if function is math.hypot and len(node.args) == 2 and self.infinite is None:
            return self.called("hypot", [self.value(arg) for arg in node.args])
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
        """The least or the largest of floats, or of ints."""
        kind, found = args[0]
        compare, truth = ("fcmp o", self.types["b"]) if kind == "f" else ("icmp s", "i1")
        for _, other in args[1:]:
            better = self.new(f"{compare}{word} {self.types[kind]} {other}, {found}")
            ways = f"{self.types[kind]} {other}, {self.types[kind]} {found}"
            found = self.new(f"select {truth} {better}, {ways}")
        return Value(kind, found)

    def outside(self, node: ast.expr) -> Value:
        """What Python computes, from the numbers in it that are computed here."""
        if self.infinite is None:
            raise Unsupported(f"{ast.unparse(node)[:60]}")
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
        """Go on where that is an ordinary number, or nobody asks."""
        if self.infinite is None:
            return
        size = self.llvm("fabs", name)
        self.unless(self.new(f"fcmp uge {self.types['f']} {size}, {self.number(math.inf)}"))


class _Outside(ast.NodeTransformer):
    """The numbers of an expression as parameters."""

    def __init__(self, writer: Expressions, given: list[Value]) -> None:
        self.writer, self.given = writer, given

    def visit(self, node: Any) -> Any:
        own = isinstance(node, ast.Name) and self.writer.known(node.id) is None
        if own or isinstance(node, ast.Constant):
            return node
        taken = isinstance(node, ast.Subscript) and tables.is_table(self.writer, node)
        called = isinstance(node, ast.Call) and self.writer.function_of(node.func) in _KNOWN
        if taken or called or isinstance(node, (ast.Name, ast.BinOp, ast.UnaryOp, ast.IfExp)):
            self.given.append(self.writer.value(node))
            return ast.Name(f"x{len(self.given) - 1}", ast.Load())
        kept = (ast.Call, ast.Attribute, ast.List, ast.Tuple, ast.Subscript)
        if isinstance(node, (*kept, ast.expr_context, ast.keyword)):
            return self.generic_visit(node)
        raise Unsupported(f"an expression {type(node).__name__}")


def is_cheap(node: ast.expr) -> bool:
    """Whether it may be computed where nobody needs it."""
    inside = [*ast.walk(node)]
    return len(inside) <= 2 * FEW and not any(isinstance(one, _COSTLY) for one in inside)
