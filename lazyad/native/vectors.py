"""Eight numbers at a time, and what is done with them, as LLVM IR.

In: operators between Vectors. Out: a line of IR for each. A room of its own because what a function
of `math` is made of (`maths.py`) should read as a paper has it. What needs more digits than a float
has is a pair (high, low), whose sum is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache

from lazyad.native.numbers import constant

LANES = 8
LEAST = 2.2250738585072014e-308  # of full length
REAL, TRUTH, WHOLE = f"<{LANES} x double>", f"<{LANES} x i1>", f"<{LANES} x i64>"


def _intrinsic(name: str, count: int) -> str:
    return f"declare {REAL} @llvm.{name}.v{LANES}f64({', '.join([REAL] * count)})"


DECLARED = [
    *[_intrinsic(name, 1) for name in "fabs sqrt floor ceil trunc roundeven".split()],
    _intrinsic("copysign", 2),
    _intrinsic("fma", 3),
    f"declare i1 @llvm.vector.reduce.or.v{LANES}i1({TRUTH})",
    f"declare {REAL} @llvm.masked.gather.v{LANES}f64.v{LANES}p0"
    f"(<{LANES} x ptr>, i32, {TRUTH}, {REAL})",
]


_TRUTHS = {"&": "and", "|": "or", "^": "xor"}
_FLOATS = {"+": "fadd", "-": "fsub", "*": "fmul", "/": "fdiv"}
_FLOATS |= {"<": "fcmp olt", ">": "fcmp ogt", "!=": "fcmp une", "==": "fcmp oeq"}
_INTS = _TRUTHS | {"+": "add", "-": "sub", "<<": "shl", ">>": "ashr"}
_INTS |= {"<": "icmp slt", ">": "icmp sgt", "!=": "icmp ne"}
_WORDS = {REAL: _FLOATS, TRUTH: _TRUTHS, WHOLE: _INTS}


def _operator(sign: str, turned: bool = False) -> Callable[[Vector, Vector | float], Vector]:
    """A method that writes the line of an operator, of its operands `turned` round."""

    def method(self: Vector, other: Vector | float) -> Vector:
        return self.op(sign, other, self) if turned else self.op(sign, self, other)

    return method


class Vector:
    """A number for each lane: floats, ints of 64 bits, or conditions. What is done with it becomes
    a line of IR."""

    def __init__(self, lines: list[str], kind: str, name: str) -> None:
        self.lines, self.kind, self.name = lines, kind, name

    def new(self, text: str, kind: str = REAL) -> Vector:
        name = f"%m{len(self.lines)}"
        self.lines.append(f"  {name} = {text}")
        return Vector(self.lines, kind, name)

    def named(self, value: Vector | float, kind: str = REAL) -> str:
        if isinstance(value, Vector):
            return value.name
        if kind == WHOLE:
            return f"splat (i64 {value})"
        return f"splat (double {constant(float(value))})"

    def op(self, sign: str, one: Vector | float, other: Vector | float) -> Vector:
        word, kind = _WORDS[self.kind][sign], self.kind
        found = TRUTH if "cmp" in word else kind
        return self.new(f"{word} {kind} {self.named(one, kind)}, {self.named(other, kind)}", found)

    __add__, __radd__ = _operator("+"), _operator("+", True)
    __sub__, __rsub__ = _operator("-"), _operator("-", True)
    __mul__ = __rmul__ = _operator("*")
    __truediv__, __rtruediv__ = _operator("/"), _operator("/", True)
    __lt__, __gt__, equals, differs = map(_operator, ("<", ">", "==", "!="))
    __lshift__, __rshift__ = _operator("<<"), _operator(">>")
    __and__, __or__, __xor__ = map(_operator, "&|^")

    def __invert__(self) -> Vector:
        return self.new(f"xor {TRUTH} {self.name}, splat (i1 true)", TRUTH)

    def __neg__(self) -> Vector:
        return self.new(f"fneg {REAL} {self.name}")

    def __abs__(self) -> Vector:
        return self.llvm("fabs")

    def llvm(self, name: str, *others: Vector | float) -> Vector:
        """A function of LLVM's own."""
        args = ", ".join([f"{REAL} {self.named(one)}" for one in (self, *others)])
        return self.new(f"call {REAL} @llvm.{name}.v{LANES}f64({args})")

    def signed(self, other: Vector) -> Vector:
        return self.llvm("copysign", other)

    def bits(self) -> Vector:
        return self.new(f"bitcast {REAL} {self.name} to {WHOLE}", WHOLE)

    def float_of_bits(self) -> Vector:
        return self.new(f"bitcast {WHOLE} {self.name} to {REAL}")

    def as_float(self) -> Vector:
        return self.new(f"sitofp {WHOLE} {self.name} to {REAL}")

    def select(self, one: Vector | float, other: Vector | float) -> Vector:
        """One where this condition holds, and the other elsewhere."""
        kind = next((v.kind for v in (one, other) if isinstance(v, Vector)), REAL)
        ways = f"{kind} {self.named(one, kind)}, {kind} {self.named(other, kind)}"
        return self.new(f"select {TRUTH} {self.name}, {ways}", kind)

    def is_nan(self) -> Vector:
        return self.differs(self)


def single(text: str) -> str:
    """The same IR for one number, and not for one in each lane.

    >>> single("%m1 = fadd <8 x double> %m0, splat (double 0x3FF0000000000000)")
    '%m1 = fadd double %m0, 0x3FF0000000000000'
    """
    text = re.sub(r"splat \(\w+ (\w+)\)", r"\1", text)
    text = re.sub(rf"<{LANES} x (\w+)>", r"\1", text)
    return text.replace(f".v{LANES}f64", ".f64")


def fma(a: Vector, b: Vector | float, c: Vector | float) -> Vector:
    """a * b + c, rounded once."""
    return a.llvm("fma", b, c)


def polynomial(x: Vector, coefficients: Sequence[float]) -> Vector:
    """c[0] + c[1] * x + ..., odd and even powers apart, so that neither waits for the other."""
    square = x * x
    even, odd = [_horner(square, coefficients[at::2]) for at in (0, 1)]
    return fma(x, odd, even)


def _horner(x: Vector, coefficients: Sequence[float]) -> Vector | float:
    *rest, last = coefficients
    found: Vector | float = last
    for one in reversed(rest):
        found = fma(x, found, one)
    return found


Pair = tuple[Vector, Vector]


def sum_of(a: Vector | float, b: Vector) -> Pair:
    """a + b and what it is rounded by, for a = 0 or |a| >= |b|."""
    high = a + b
    return high, (a - high) + b


def sum_of_any(a: Vector | float, b: Vector) -> Pair:
    high = a + b
    part = high - a
    return high, (a - (high - part)) + (b - part)


def product(a: Vector, b: Vector) -> Pair:
    high = a * b
    return high, fma(a, b, -high)


def quotient(a: Pair, b: Pair) -> Pair:
    inverse = 1.0 / b[0]
    high = a[0] * inverse
    rest = fma(-high, b[0], a[0]) + a[1] - high * b[1]
    return high, rest * inverse


def like(x: Vector, value: float, kind: str = REAL) -> Vector:
    """That constant."""
    return Vector(x.lines, kind, x.named(value, kind))


@cache
def shorter(series: tuple[Fraction, ...], low: float, high: float, terms: int) -> list[float]:
    """A polynomial of so many terms that is nearly the best there between low and high, where the
    series is given as one of many more: Chebyshev polynomials, least first, are left out of it."""
    middle, radius = Fraction(low + high) / 2, Fraction(high - low) / 2
    one, x = [Fraction(1)], [-middle / radius, 1 / radius]
    chebyshev = [one, x]
    while len(chebyshev) < len(series):
        *_, before, last = chebyshev
        longer = [Fraction(0)] * (len(last) + 1)
        for at, value in enumerate(last):
            longer[at] += 2 * x[0] * value
            longer[at + 1] += 2 * x[1] * value
        for at, value in enumerate(before):
            longer[at] -= value
        chebyshev.append(longer)
    kept = [*series]
    while len(kept) > terms:
        factor = kept[-1] / chebyshev[len(kept) - 1][-1]
        kept = [a - factor * b for a, b in zip(kept, chebyshev[len(kept) - 1], strict=True)][:-1]
    return [float(one) for one in kept]
