"""Random programs that branch: sides that assign, change, return, break and raise; and their check.

Out: the text of a module with `main(x, y, z)`, which runs on floats, Duals and Nodes. The reference
is Python itself: the same value, or the same exception, and the tangent that Duals give.
"""

import importlib.util
import math
import random
import sys

import numpy as np

import lazyad as la
from tests.fuzz.subjects import flat, outcome

HEADER = """\
from collections import deque
from dataclasses import dataclass

import lazyad as la


@dataclass
class Point:
    a: float
    b: float


class Slots:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b


class Wrong(Exception):
    pass


"""
CONSTANTS = "0.5 1.0 2.0 3.0 0.1 1.5 0.25 -1.0 -0.5 2 3 1".split()
NUMBERS = ["p", "q", "r", "s"]
LISTS = ["xs", "ys"]
OBJECTS = ["o", "t"]
FLAGS = ["flag", "seen"]
COUNTS = ["n", "m"]
MODES = ["mode"]


class Branching:
    """Writes one program; `size` is how many statements it may still write."""

    def __init__(self, rng):
        self.rng = rng
        self.choose = rng.choice
        self.size = rng.randint(6, 26)
        self.loops = 0  # around
        self.kinds = []  # of the loops around: how deep each counts
        self.returns = True
        self.count = 0
        self.helpers = []
        self.work = 1  # how often what is written runs

    def chance(self, p):
        return self.rng.random() < p

    def program(self):
        texts = [self.helper(f"helper{k}") for k in range(self.rng.randint(0, 2))]
        body = self.setup()
        body += self.block(1, top=True)
        body += ["p += sum(xs) + 2.0 * sum(ys) + xs[0] * ys[-1] + n + m * 0.1 + flag + len(xs)"]
        body += ["q += o.a - o.b * 0.3 + t.a * t.b + d['a'] * 0.7 + d.get('k', 0.1) + q0[0]"]
        body += ["r += (mode == 'a') + 0.3 * seen + d['b'] + len(names)"]
        body += [f"return {self.result()}"]
        texts.append("\n".join(["def main(x, y, z):", *indented(body)]))
        return HEADER + "\n\n\n".join(texts) + "\n"

    def setup(self):
        lines = [f"{name} = {self.number(['x', 'y', 'z'])}" for name in NUMBERS]
        lines += [f"{name} = [{', '.join(self.atom(NUMBERS) for _ in range(3))}]" for name in LISTS]
        lines += ["d = {'a': x, 'b': y}", f"o = {self.choose(['Point', 'Slots'])}(x, y)"]
        lines += ["t = o" if self.chance(0.3) else "t = Point(z, x)"]
        if self.chance(0.3):
            lines += ["ys = xs"]
        if self.chance(0.2):
            lines += ["d['l'] = xs"]
        lines += ["flag = False", "seen = True", "n = 0", "m = 2", "mode = 'a'"]
        lines += ["names = set()", "q0 = deque([x, y])"]
        if self.chance(0.3):
            lines += ["def bump(v):", "    nonlocal p, n", "    p += v", *self.maybe_bump()]
            self.helpers.append("bump")
        return lines

    def maybe_bump(self):
        if self.chance(0.5):
            return ["    if p > 1.0:", "        n += 1", "        return p", "    return v"]
        return ["    xs[0] = v", "    return v"]

    def helper(self, name):
        """A function of two numbers and a list that it may change."""
        lines = [f"def {name}(u, v, w):"]
        for _ in range(self.rng.randint(1, 3)):
            test = self.choose(["u > v", "v < 0.5", "u < 0 or v > 1", "0.0 < u < 1.5", "not u > 1"])
            side = self.choose(
                [
                    "return u * v",
                    "return la.sin(u) + v",
                    "raise ValueError('helper')",
                    "w[0] = u",
                    "w[1] += v",
                    "u = u * v",
                    "v -= 0.5",
                    "return None" if self.chance(0.1) else "return v",
                    "u, v = v, u",
                    "return 1.0 / v",
                ]
            )
            lines += [f"    if {test}:", f"        {side}"]
            if self.chance(0.3):
                lines += [
                    "    else:",
                    f"        {self.choose(['u = v', 'return 0.5', 'w[2] = v', 'pass'])}",
                ]
        if self.chance(0.3):
            lines += ["    for k in range(3):", "        u = u * 0.5 + k", "        if u > 1.0:"]
            lines += [f"            {self.choose(['break', 'return u', 'continue'])}"]
            lines += ["        v += u"]
        lines += ["    return u + v"]
        self.helpers.append(name)
        return "\n".join(lines)

    # -- expressions

    def atom(self, names=None):
        pick = self.rng.random()
        if names is None and pick < 0.3:
            return self.choose(
                [
                    *["xs[0]", "xs[1]", "ys[2]", "o.a", "o.b", "t.a", "d['a']", "d['b']"],
                    *["len(xs)", "n", "m", "flag", "q0[0]", "sum(xs)", "xs[n % 3]", "len(q0)"],
                ]
            )
        if pick > 0.85:
            return self.choose(CONSTANTS)
        return self.choose(names or [*NUMBERS, "x", "y", "z"])

    def number(self, names=None):
        a, b = self.atom(names), self.atom(names)
        forms = [
            *["{a} + {b}", "{a} - {b}", "{a} * {b}", "{a} * 0.5 + {b}", "la.sin({a})", "-{a}"],
            *["la.tanh({a} * {b})", "abs({a})", "{a}", "{a} / 2"],
        ]
        if names is None:
            forms += ["max({a}, {b})", "{a} * {a}", "({a} if {t} else {b})"] * 2
            forms += ["({t}) * {a}", "[{a}, {b}][1]", "sum([v for v in xs if v > {a}])"]
            forms += ["sum(v * {b} for v in ys if v < {a})", "(lambda v: v if v > {a} else {b})(p)"]
            forms += ["({a} and {b})", "({a} or {b})", "la.log({a})", "la.sqrt({a})", "1.0 / {a}"]
            forms += ["{a} ** m", "float({a})", "min([{a}, {b}, 1.0])"]
            if self.helpers and self.chance(0.5):
                name = self.choose(self.helpers)
                call = f"{name}({a})" if name == "bump" else f"{name}({a}, {b}, xs)"
                return call
        return self.choose(forms).format(a=a, b=b, t=self.test(0) if names is None else "")

    def test(self, depth=2):
        a, b = self.atom(), self.atom()
        forms = ["{a} > {b}", "{a} < {b}", "{a} >= {b}", "{a} <= 1.0", "{a} > 0.5", "{a} != {b}"]
        if self.chance(0.5):  # which is seldom known beforehand
            return self.choose(forms[:5]).format(a=self.choose("xyzpqrs"), b=self.choose("xyzpqrs"))
        if depth:
            forms += [
                "({s} and {t})",
                "({s} or {t})",
                "not {t}",
                "-0.5 < {a} < {b}",
                "flag",
                "seen",
            ]
            forms += ["{a}", "flag and {t}", "not seen or {t}", "mode == 'a'", "n > 1", "n % 2"]
            forms += ["(w := {a} * 0.5) > {b}", "'k' in names", "any(v > {a} for v in xs)"]
            forms += ["all([v > {a} for v in ys])", "len(xs) > 3", "{a} < {b} <= 2.0 < 3"]
            forms += ["flag is True", "n == 1", "mode in ('b', 'c')", "(not flag) == ({t})"]
            forms += ["bool({a} > 0.1)", "xs[0] is xs[1]", "d['a'] < {b} or o.a > {a}", "xs"]
            s, t = self.test(depth - 1), self.test(depth - 1)
        else:
            s = t = ""
        return self.choose(forms).format(a=a, b=b, s=s, t=t)

    def result(self):
        if self.shape == 0:
            return self.number()
        if self.shape == 1:
            return f"({self.atom()}, {self.number()})"
        return f"[{self.number()}, ({self.atom()}, p + 2 * q + 3 * r + 4 * s)]"

    # -- statements

    def block(self, depth, top=False):
        if top:
            self.shape = self.rng.randint(0, 2)
        lines = []
        for _ in range(self.rng.randint(3, 6) if top else self.rng.randint(1, 3)):
            if self.size <= 0:
                break
            self.size -= 1
            lines += self.statement(depth)
        return lines or ["pass"]

    def statement(self, depth):
        kinds = [self.simple] * 5
        if depth < 5:
            kinds += [self.branch] * 6 + [self.loop] * 2 + [self.guard] + [self.case]
        if depth > 1:
            kinds += [self.leave] * 2
        return self.choose(kinds)(depth)

    def simple(self, depth):
        p, q = self.choose(NUMBERS), self.choose(NUMBERS)
        k = self.rng.randrange(3)
        v = self.number()
        forms = [
            *["{p} = {v}"] * 4,
            *["{p} += {v}", "{p} *= {a}", "{p} -= {a}", "{p}, {q} = {q}, {p}", "xs[{k}] = {v}"] * 2,
            *["ys[{k}] += {a}", "xs[{k}], xs[0] = xs[0], {a}", "d['a'] = {v}", "d['b'] *= {a}"],
            *["o.a = {v}", "t.b = {v}", "o.b += {a}", "o.a, t.a = {a}, {v}", "xs.append({v})"],
            *["n += 1", "m = 3", "m = {k}", "flag = True", "flag = not flag", "seen = {t}"],
            *["mode = 'b'", "mode = None", "names.add('k')", "d['k'] = {v}", "d.pop('k', 0)"],
            *["xs = [{v}, {a}, {p}]", "ys = list(xs)", "ys = xs", "o = Point({a}, {v})", "t = o"],
            *["late = {v}", "q0.append({v})", "q0.rotate(1)", "xs.reverse()"],
            *["ys = [v * 2 for v in xs]", "ys[:] = [{a}, {p}, {v}]", "xs.pop()", "xs += [{v}]"],
            *["assert {t}", "assert {t}, 'no'", "flag = {t}", "n = int({t})", "xs.sort()"],
            *["xs.insert(0, {a})", "q0.popleft()", "{p} = {q} = {v}", "n -= 1"],
            *["{p}: float = {v}", "d.update(a={v})", "d = dict(d, b={a})", "f = lambda v: v + {a}"],
            *["xs = tuple(xs)", "xs = list(xs)", "t = Slots({p}, {q})"],
        ]
        if self.chance(0.1):
            forms = ["{p} = late", "del {p}", "{p} = w", "{p} = f({q})"]
        elif self.helpers:
            name = self.choose(self.helpers)
            call = "bump({a})" if name == "bump" else f"{name}({{a}}, {{p}}, xs)"
            forms += [call, "{p} = " + call, "{p} += " + call] * 3
        form = self.choose(forms)
        return [form.format(p=p, q=q, v=v, k=k, a=self.atom(), t=self.test())]

    def branch(self, depth):
        lines = [f"if {self.test()}:", *indented(self.block(depth + 1))]
        while self.chance(0.25):
            lines += [f"elif {self.test()}:", *indented(self.block(depth + 1))]
        if self.chance(0.5):
            lines += ["else:", *indented(self.block(depth + 1))]
        return lines

    def case(self, depth):
        subject = self.choose(["n", "m", "p", "mode", "(n, m)", "x > y"])
        cases = {
            "n": ["0", "1 | 2", "k if k > 2"],
            "m": ["2", "3", "k"],
            "p": ["1.0", "k if k > 0.5", "k if k < -0.5"],
            "mode": ["'a'", "None", "'b' | 'c'"],
            "(n, m)": ["(0, 2)", "(1, k)", "(k, 3)"],
            "x > y": ["True", "False"],
        }[subject]
        lines = [f"match {subject}:"]
        for one in cases[: self.rng.randint(1, 3)]:
            lines += [f"    case {one}:", *indented(indented(self.block(depth + 1)))]
        if (
            self.chance(0.5)
            and not lines[-1].startswith("    case k:")
            and "case k:" not in str(lines)
        ):
            lines += ["    case _:", *indented(indented(self.block(depth + 1)))]
        return lines

    def loop(self, depth):
        if self.work > 10:
            return self.simple(depth)
        self.count += 1
        k = f"k{self.count}"
        rounds = self.rng.randint(2, 4)
        self.work *= rounds
        before, first = [], []
        heads = [
            *[f"for {k} in range({rounds}):", f"for {k} in [p, q, r][:{rounds}]:"],
            *[f"for {k}, v in enumerate(xs[:3]):", f"for {k} in reversed(ys[:3]):"],
            f"for {k} in (x, y, 0.5):",
        ]
        if self.chance(0.3):
            before, first = [f"{k} = 0"], [f"{k} += 1"]
            heads = [f"while {k} < {rounds}:", f"while {k} < {rounds} and ({self.test(1)}):"]
        self.loops += 1
        body = first + self.block(depth + 1)
        if self.chance(0.6):
            leave = self.choose(["break", "continue", "break", f"p += {k}"])
            body += [f"if {self.test(1)}:", f"    {leave}", self.simple(depth)[0]]
        if self.chance(0.3):
            body.insert(self.rng.randint(len(first), len(body)), f"p = p * 0.5 + {k}")
            body = body if well_formed(body) else [*first, *self.block(depth + 1)]
        self.loops -= 1
        lines = [*before, self.choose(heads), *indented(body)]
        if self.chance(0.3):
            lines += ["else:", *indented(self.block(depth + 1))]
        self.work //= rounds
        return lines

    def guard(self, depth):
        lines = ["try:", *indented(self.block(depth + 1))]
        if self.chance(0.5):
            lines += [f"    if {self.test(1)}:", "        raise Wrong('caught')"]
        kind = self.choose(["Wrong", "ValueError", "(Wrong, ZeroDivisionError)"])
        lines += [f"except {kind}:", *indented(self.block(depth + 1))]
        if self.chance(0.2):
            lines += ["else:", *indented(self.block(depth + 1))]
        if self.chance(0.2):
            lines += ["finally:", *indented([self.simple(depth)[0]])]
        return lines

    def leave(self, depth):
        forms = [f"return {self.result()}", "raise ValueError('no')", "raise Wrong('w')"]
        if self.loops:
            forms += ["break", "continue"] * 2
        return [self.choose(forms)]


def indented(lines):
    return ["    " + line for line in lines]


def well_formed(lines):
    try:
        compile("def f():\n for _ in ():\n" + "\n".join("  " + one for one in lines), "", "exec")
    except SyntaxError:
        return False
    return True


def program(seed):
    """The text of a module."""
    return Branching(random.Random(seed)).program()


def loaded(text, folder, name):
    """The module of the text, from a real file."""
    file = folder / f"{name}.py"
    file.write_text(text)
    spec = importlib.util.spec_from_file_location(name, file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # where its exceptions are found
    spec.loader.exec_module(module)
    return module


def points(seed, count):
    rng = random.Random(seed)
    return [tuple(round(rng.uniform(-2.0, 2.5), 2) for _ in range(3)) for _ in range(count)]


def close(a, b):
    if a != a or b != b:
        return a != a and b != b
    return a == b or math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)


def split(value):
    """The real parts and the tangents of a result of Duals, where each is a number."""
    found = flat(value)
    reals = [one.real if isinstance(one, la.Dual) else float(one) for one in found]
    return reals, [one.dual if isinstance(one, la.Dual) else 0.0 for one in found]


def difference(text, folder, name, seed, count=12):
    """None where lazyad does what Python does, "refused" where it says that it does not; otherwise
    what it does."""
    module = loaded(text, folder, name)
    compiled = la.compile(module.main, optimize=["strict", "safe"][seed % 2])
    direction = (1.0, -0.5, 0.25)
    refused = None
    for at in points(seed, count):
        value, error = outcome(lambda: split(module.main(*at)))  # noqa: B023
        duals, failed = outcome(
            lambda: split(module.main(*map(la.Dual, at, direction)))  # noqa: B023
        )
        if isinstance(error, (TypeError, AttributeError, IndexError)):
            continue  # a program that makes no sense there
        if isinstance(error, ArithmeticError) or "math" in says(error):
            continue  # what nobody reads is not computed
        found, raised = outcome(lambda: compiled(*at))  # noqa: B023
        if raised is not None and "\n  where: " in str(raised):
            refused = str(raised)
            continue
        if error is not None or raised is not None:
            if type(error) is not type(raised) or says(error) != says(raised):
                return f"at {at}: {error!r} became {raised!r} {found}"
            continue
        if len(flat(found)) != len(value[0]) or not all(map(close, flat(found), value[0])):
            return f"at {at}: {value[0]} became {found}"
        if failed is not None:
            continue
        pair, raised = outcome(lambda: compiled.jvp(at, direction))  # noqa: B023
        if raised is not None:
            return f"at {at}: the tangent raises {raised!r}"
        if not all(map(close, flat(pair[1]), duals[1])) and not is_kink(module, at, direction):
            return f"at {at}: the tangents {duals[1]} became {pair[1]}"
    return f"refused: {refused}" if refused else None


def is_kink(module, at, direction):
    """Whether the tangents on both sides of a point are others, as where numbers tie in a min."""
    sides = []
    for step in (1e-7, -1e-7):
        near = [x + step * dx for x, dx in zip(at, direction, strict=True)]
        one, _ = outcome(lambda: split(module.main(*map(la.Dual, near, direction))))  # noqa: B023
        sides.append(one and one[1])
    before, after = sides
    return before is None or after is None or not np.allclose(before, after, 1e-4, 1e-4)


def says(error):
    return "" if error is None or isinstance(error, NameError) else f"{type(error)}: {error}"
