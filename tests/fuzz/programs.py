"""Random programs as text: what people write, with random formulas in it."""

from dataclasses import dataclass

from tests.fuzz.forms import (
    CALLS,
    CHOICES,
    COLLECTIONS,
    MUTATIONS,
    NUMBERS,
    POWERS,
    QUOTIENTS,
    VECTORS,
)

NAMES = ["x y z w", "x y z w", "v0 d0 dx v1", "sin cos exp sqrt", "math d1 f np", "el ef e_ dd0"]
CONSTANTS = "0.5 1.0 2.0 3.0 0.1 1.5 0.25 10.0 3.141592653589793 2 3 1 4".split()
STRANGE = "0.0 -0.0 1e5 1e-5 1e-9 0 -1".split()
FORMS = [
    *["{0}, {1}", "[{0}, {1}]", "{{'a': {0}, 'b': ({1},)}}", "Pair({0}, {1})"],
    *["Point({0}, {1})", "[{0}, ({1}, {0})]"],
]
HEADER = """\
import {math}
from dataclasses import dataclass
from typing import NamedTuple


class Pair(NamedTuple):
    a: float
    b: float


@dataclass
class Point:
    a: float
    b: float


"""


@dataclass(frozen=True)
class Program:
    """The text of a module with a function `main`, and the expression of its arguments."""

    text: str
    arguments: str
    arrays: bool = False

    def __str__(self):
        return f"{self.text}\n\n# main(*{self.arguments})\n"


def program(rng):
    """A program of numbers; one in five of arrays. Long ones teach no more than short ones."""
    one = arrays(rng) if rng.random() < 0.2 else Writer(rng).program()
    return one if len(one.text) < 1500 else program(rng)


def point(rng):
    """A number in the middle; sometimes a special one, or an int."""
    if rng.random() < 0.06:
        return rng.choice(["0.0", "1.0", "-1.0", "2", "1", "-0.0", "1e-9", "30.0"])
    return repr(round(rng.uniform(-2.0, 2.0), 3))


class Writer:
    """Writes one program. `names` are the numbers that may be read where it stands."""

    def __init__(self, rng):
        self.rng = rng
        self.choose, self.chance = rng.choice, lambda p: rng.random() < p
        self.ifs = rng.choice([0, 1, 2, 4])  # how many more branches may be written
        self.names = []
        self.helpers = []
        self.count = 0

    def program(self):
        count = self.rng.randint(1, 4)
        pool = self.choose(NAMES).split()
        parameters = self.rng.sample(pool, count)
        self.m = "mm" if "math" in pool or self.chance(0.2) else "math"
        self.form = self.choose(["{0}"] * 9 + FORMS)
        lines = []
        for _ in range(self.rng.randint(0, 2)):
            lines += self.helper()
        kinds = [
            self.choose(["number"] * 5 + ["list", "tuple", "dict", "Pair", "Point"])
            for _ in parameters
        ]
        self.names, unpacked, arguments = [], [], []
        for name, kind in zip(parameters, kinds, strict=True):
            a, b = point(self.rng), point(self.rng)
            if kind == "number":
                self.names.append(name)
                arguments.append(a)
                continue
            get = {"dict": "{}['{}']", "Pair": "{}.{}", "Point": "{}.{}"}.get(kind, "{}[{}]")
            keys = "01" if get == "{}[{}]" else "ab"
            self.names += [get.format(name, key) for key in keys]
            given = {"list": "[{}, {}]", "tuple": "({}, {})", "dict": "{{'a': {}, 'b': {}}}"}
            arguments.append(given.get(kind, kind + "({}, {})").format(a, b))
        signature = ", ".join(parameters)
        if count > 1 and kinds[-1] == "number" and self.chance(0.2):
            signature += f"={arguments[-1]}"
        lines += [f"def main({signature}):", *unpacked]
        inner = self.block(self.rng.randint(1, 5), 1)
        lines += ["    " + line for line in [*inner, *self.result()]]
        header = HEADER.format(math="math" if self.m == "math" else "math as mm")
        return Program(header + "\n".join(lines) + "\n", f"({', '.join(arguments)},)")

    def helper(self):
        """A function that the others may call."""
        self.names = ["p", "q"]
        name = f"helper{len(self.helpers)}"
        body = [*self.block(self.rng.randint(0, 2), 1), f"return {self.expr(2)}"]
        self.helpers.append(name)
        default = self.choose(["", "=0.5"])
        return [f"def {name}(p, q{default}):", *["    " + line for line in body], "", ""]

    def result(self):
        form = self.form
        return ["return " + form.format(self.expr(3), self.expr(2))]

    # -- statements

    def fresh(self):
        self.count += 1
        return f"t{self.count}"

    def block(self, length, depth):
        lines = []
        for _ in range(length):
            lines += self.statement(depth)
        return lines

    def statement(self, depth):
        roll = self.rng.random()
        if roll < 0.3 and self.ifs > 0 and depth < 4:
            self.ifs -= 1
            return self.branch(depth)
        if roll < 0.42 and depth < 3:
            return self.loop(depth)
        if roll < 0.5 and self.locals():
            return [f"{self.choose(self.locals())} {self.choose('+-*')}= {self.expr(2)}"]
        if roll < 0.56:
            a, b = self.fresh(), self.fresh()
            lines = [f"{a}, {b} = {self.expr(2)}, {self.expr(2)}"]
            self.names += [a, b]
            return lines
        if roll < 0.62:
            return self.collection()
        if roll < 0.67 and depth == 1:
            return self.closure()
        if roll < 0.75:
            return self.mutation()
        name = self.fresh()
        lines = [f"{name} = {self.expr(3)}"]
        self.names.append(name)
        return lines

    def locals(self):
        return [name for name in self.names if name.startswith("t") and name[1:].isdigit()]

    def branch(self, depth):
        if self.chance(0.15):
            return [f"if {self.cond(1)}:", f"    raise ValueError('way {self.count}')"]
        name = self.fresh()
        known = list(self.names)
        lines = []
        sides = ["if", *["elif"] * self.choose([0, 0, 1]), "else"]
        if self.chance(0.3):
            sides.remove("else")
            lines = [f"{name} = {self.expr(1)}"]
        for side in sides:
            self.names = list(known)
            lines.append(f"{side} {self.cond(2)}:" if side != "else" else "else:")
            if side == "elif":
                self.ifs -= 1
            inner = self.block(self.choose([0, 0, 1]), depth + 1)
            inner.append(f"{name} = {self.expr(2)}")
            if side != "else" and self.chance(0.25) and depth == 1 and not self.in_helper():
                self.names.append(name)
                inner += self.result()
            lines += ["    " + line for line in inner]
        self.names = [*known, name]
        return lines

    def in_helper(self):
        return self.names[:1] == ["p"]

    def loop(self, depth):
        """A few rounds, whose number is known."""
        name, known = self.fresh(), list(self.names)
        kind = self.choose(["range", "values", "while"])
        lines = [f"{name} = {self.expr(1)}"]
        self.names.append(name)
        if kind == "range":
            lines.append(f"for i in range({self.choose('123')}):")
            self.names.append("i")
        elif kind == "values":
            lines.append(f"for v in [{self.expr(1)}, {self.expr(1)}]:")
            self.names.append("v")
        else:
            lines += [f"k{name} = 0", f"while k{name} < {self.choose('123')}:", f"    k{name} += 1"]
        rounds_split = self.ifs >= 2 and self.chance(0.3)
        self.ifs, kept = (1 if rounds_split else 0), self.ifs
        inner = self.block(self.choose([0, 1]), depth + 1)
        inner.append(f"{name} = {name} * 0.5 + {self.expr(2)}")
        if rounds_split:
            inner.append(f"if {self.cond(0)}:")
            inner.append("    " + self.choose(["break", "continue", f"{name} = {self.expr(1)}"]))
        self.ifs = kept - 2 * rounds_split
        self.names = [*known, name]
        return lines + ["    " + line for line in inner]

    def collection(self):
        name = self.fresh()
        text = self.choose(COLLECTIONS).format(
            self.expr(2), self.expr(1), self.expr(1), c=self.cond(0), k=self.choose("012"), m=self.m
        )
        self.names.append(name)
        return [f"{name} = {text}"]

    def mutation(self):
        """A container that is filled, a number found in it."""
        name, box = self.fresh(), f"box{self.count}"
        lines = self.choose(MUTATIONS).format(
            self.expr(2), self.expr(1), self.expr(1), c=self.cond(0), box=box, m=self.m
        )
        self.names.append(name)
        return [*lines.strip().split("\n"), f"{name} = {box}[0]"]

    def closure(self):
        name, inner, known = self.fresh(), f"inner{self.count}", list(self.names)
        self.names = [*known, "u"]
        lines = [f"def {inner}(u):", f"    return {self.expr(2)}", ""]
        self.names = known
        lines.append(f"{name} = {inner}({self.expr(1)}) * {inner}({self.expr(1)})")
        self.names.append(name)
        return lines

    # -- expressions

    def atom(self):
        if self.chance(0.75):
            return self.choose(self.names)
        return self.choose(STRANGE if self.chance(0.15) else CONSTANTS)

    def expr(self, depth):
        if depth <= 0 or self.chance(0.1):
            return self.atom()
        e = lambda: self.expr(depth - 1)  # noqa: E731
        m = self.m
        roll = self.rng.random()
        if roll < 0.45:
            return self.choose(["({} + {})", "({} - {})", "{} * {}"]).format(e(), e())
        if roll < 0.55:
            return self.choose(QUOTIENTS).format(*[self.paren(e()) for _ in range(3)])
        if roll < 0.63:
            return self.choose(POWERS).format(self.paren(e()), self.paren(e()))
        if roll < 0.85:
            return self.choose(CALLS).format(e(), e(), m=m)
        if roll < 0.93 or not self.helpers or self.in_helper():
            return self.choose(CHOICES).format(e(), e(), self.cond(0))
        name = self.choose(self.helpers)
        return self.choose([f"{name}({{}}, {{}})", f"{name}(q={{}}, p={{}})"]).format(e(), e())

    @staticmethod
    def paren(text):
        return text if text.replace("_", "").replace(".", "").isalnum() else f"({text})"

    def cond(self, depth):
        e = lambda: self.expr(1)  # noqa: E731
        if depth > 0 and self.chance(0.35):
            form = self.choose(
                ["{} and {}", "{} or {}", "not ({})", "any([{}, {}])", "all([{}, {}])"]
            )
            return "(" + form.format(self.cond(depth - 1), self.cond(depth - 1)) + ")"
        if self.chance(0.15):
            return f"{e()} < {e()} <= {e()}"
        return f"{e()} {self.choose(['<', '<=', '>', '>=', '<', '>', '!=', '=='])} {e()}"


# -- arrays


def arrays(rng):
    """A program of small arrays: one or two vectors, or a vector and a number."""
    size = rng.randint(2, 4)
    second = rng.choice(["", "b", "s"])
    scalars = ["0.5", "2.0"] + ["s"] * 3 * (second == "s")
    vectors = ["x", *(["b"] if second == "b" else [])]

    def vector(depth):
        if depth <= 0 or rng.random() < 0.15:
            return rng.choice(vectors)
        v, w, s = (lambda: vector(depth - 1)), vector(depth - 1), number(depth - 1)
        return rng.choice(VECTORS).format(v=v(), w=w, s=s)

    def number(depth):
        if depth <= 0:
            return rng.choice(scalars)
        v, w, s = vector(depth - 1), vector(depth - 1), number(depth - 1)
        return rng.choice(NUMBERS).format(v=v, w=w, s=s)

    lines = []
    for at in range(rng.randint(0, 3)):
        lines.append(f"    t{at} = {vector(2)}")
        if rng.random() < 0.25:
            lines.append(f"    t{at}[{rng.choice(['0', '-1', '1:', ':1'])}] = {number(1)}")
            lines[-2] += " + 0.0"  # an array of its own
        elif rng.random() < 0.2:
            lines.append(f"    t{at} += {vector(1)}")
            lines[-2] += " + 0.0"
        elif rng.random() < 0.2:
            lines.append(f"    if {number(1)} > {number(0)}:")
            lines.append(f"        t{at} = {vector(1)}")
        vectors.append(f"t{at}")
    scalar = second or rng.random() < 0.5
    lines.append(f"    return {number(3) if scalar else vector(3)}")
    matrix = [[float(rng.randint(-3, 3)) / 2 for _ in range(size)] for _ in range(size)]
    given = lambda: f"np.array([{', '.join(point(rng) for _ in range(size))}])"  # noqa: E731
    arguments = [given(), *([given()] if second == "b" else [point(rng)] if second else [])]
    text = f"import math\n\nimport numpy as np\n\nN = {size}\nA = np.array({matrix})\n\n\n"
    text += (
        f"def main({', '.join(['x', *([second] if second else [])])}):\n" + "\n".join(lines) + "\n"
    )
    return Program(text, f"({', '.join(arguments)},)", arrays=True)
