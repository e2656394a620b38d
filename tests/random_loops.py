"""Random programs with loops, as the text of modules.

In: a seed. Out: the text of a module whose `main` takes two numbers. Every loop ends after some
rounds, values stay small, and the functions are lazyad's, so that the same text runs on floats, on
Duals and on traced values.
"""

import random

NAMES = ["a", "b", "c"]
LISTS = ["xs[0]", "xs[1]", "ys[1]"]
DATA = [round(((k * 37) % 23) / 10.0 - 1.0, 2) for k in range(40)]


class Writer:
    """Statements at random; `lines` are those so far."""

    def __init__(self, seed, sequences=False, counts=False):
        self.random = random.Random(seed)
        self.sequences = sequences
        self.counts = counts  # rounds that numbers say, and sums of what rounds kept
        self.items = []  # of the sequences that are gone through
        self.filled = []  # lists that are made longer
        self.lines = []
        self.loops = 0
        self.counters = []  # of the loops around, the innermost last
        self.helpers = []
        self.returns = True
        self.kinds = self.random.sample(["lists", "calls", "raises", "news", "returns"], 3)

    def line(self, depth, text):
        self.lines.append("    " * depth + text)

    def number(self):
        pick = self.random.random()
        if pick < 0.55:
            return self.random.choice([*NAMES, "x", "y"])
        if pick < 0.7 and "lists" in self.kinds:
            return self.random.choice(LISTS)
        if pick < 0.8 and self.counters:
            return self.random.choice(self.counters)
        return self.random.choice(["0.5", "1.5", "-0.25", "2", "1.0", "-0.0"])

    def expression(self, depth=2):
        if depth == 0 or self.random.random() < 0.2:
            return self.number()
        if self.sequences and self.random.random() < 0.3:
            return self.looked_up(depth)
        one, other = self.expression(depth - 1), self.expression(depth - 1)
        forms = [
            f"({one} + {other})",
            f"({one} - {other})",
            f"(0.5 * {one} * {other})",
            f"({one} / (1.5 + {other} * {other}))",
            f"la.sin({one})",
            f"la.exp(-{one} * {one})",
            f"abs({one})",
            f"({one} if {self.condition(0)} else {other})",
            f"la.tanh({one} - {other})",
        ]
        if self.helpers and "calls" in self.kinds:
            forms += [f"{self.random.choice(self.helpers)}({one}, {other})"] * 2
        return self.random.choice(forms)

    def looked_up(self, depth):
        forms = [
            f"DATA[whole(abs({self.expression(depth - 1)})) % 40]",
            f"PAIRS[whole(5.0 + la.tanh({self.number()}) * 4.0)][{self.random.choice('01')}]",
            f"[a, b, x * y, c][whole(abs({self.number()}) * 3.0) % 4]",
            f"SORTED[bisect.bisect(SORTED, {self.number()}) - 1]",
            *self.items * 3,
        ]
        if self.counters:
            forms += [f"DATA[{self.counters[-1]} % 40]", f"DATA[-1 - {self.counters[-1]} % 40]"]
        if self.filled:
            forms += [f"{self.filled[-1]}[-1]"] * 3 + [f"{self.filled[-1]}[0]"]
        return self.random.choice(forms)

    def fill(self, depth):
        if self.filled:
            self.line(depth, f"{self.filled[-1]}.append({self.expression()})")

    def sequence(self, depth, budget):
        """A loop over a sequence, after which what it made is read."""
        self.loops += 1
        item, other, count, out = [f"{name}{self.loops}" for name in ("v", "w", "k", "out")]
        heads = [
            (f"for {item} in DATA:", [item]),
            (f"for {item} in ARRAY:", [item]),
            (f"for {item} in reversed(DATA[:{self.random.choice([9, 20, 40])}]):", [item]),
            (f"for {count}, {item} in enumerate(DATA, 1):", [item, count]),
            (f"for {item}, {other} in zip(DATA, reversed(DATA)):", [item, other]),
            (f"for {item}, {other} in PAIRS:", [item, other]),
            (f"for {count}, ({item}, {other}) in enumerate(PAIRS):", [item, other, count]),
        ]
        head, items = self.random.choice(heads)
        fills = self.random.random() < 0.6
        if fills:
            self.line(depth, f"{out} = [{self.number()}]")
            self.filled.append(out)
        self.line(depth, head)
        self.items += items
        self.block(depth + 1, budget, in_loop=self.random.random() < 0.5)
        if fills:
            self.fill(depth + 1)
            if self.random.random() < 0.3:
                self.fill(depth + 1)
        del self.items[len(self.items) - len(items) :]
        if fills:
            self.filled.pop()
            self.line(depth, f"a = 0.5 * a + {out}[{self.random.choice([0, -1, 3, 7])}] * 0.25")
            self.line(depth, f"b = b + 0.01 * {out}[len({out}) // 2]")
            if self.counts:
                self.line(
                    depth, f"b = 0.1 * b + {self.random.choice(['sum', 'max', 'min'])}({out})"
                )

    def places(self, depth, budget):
        """A loop over a range that fills places."""
        self.loops += 1
        count, out = f"k{self.loops}", f"arr{self.loops}"
        kind = self.random.choice(["[0.5] * 30", "[x] * 30", "[0.0] * 29 + [y]"])
        self.line(depth, f"{out} = {kind}")
        first, last = self.random.choice([(1, 29), (0, 30), (1, 30)])
        self.line(depth, f"for {count} in range({first}, {last}):")
        before = [f"{out}[{count} - 1]"] if first else []
        after = [f"{out}[{count} + 1]"] if last == 29 else []
        self.items += [*before, *after, f"{out}[{count}]"]
        held = len(before) + len(after) + 1
        self.block(depth + 1, 0)
        sign = self.random.choice(["=", "+="])
        self.line(depth + 1, f"{out}[{count}] {sign} la.tanh({self.expression()})")
        if self.random.random() < 0.3:
            self.assign(depth + 1)
        del self.items[len(self.items) - held :]
        at = self.random.choice([0, 3, 17, -1])
        self.line(depth, f"c = 0.5 * c + {out}[{at}] + {out}[9] * a")

    def condition(self, depth=1):
        one, other = self.expression(depth), self.number()
        test = f"{one} {self.random.choice(['<', '>', '<=', '>='])} {other}"
        pick = self.random.random()
        if pick < 0.1:
            return f"not ({test})"
        if pick < 0.25 and depth:
            return f"{test} {self.random.choice(['and', 'or'])} {self.condition(0)}"
        return test

    def target(self):
        lists = LISTS if "lists" in self.kinds else []
        return self.random.choice([*NAMES, *NAMES, *lists])

    def assign(self, depth):
        pick = self.random.random()
        if pick < 0.2:
            self.line(depth, f"{self.target()} += 0.25 * {self.expression()}")
        elif pick < 0.3:
            self.line(depth, "a, b = b, a")
        elif pick < 0.35 and "news" in self.kinds:
            self.line(depth, f"new = {self.expression()}")
            self.line(depth, "c = 0.5 * new")
        else:
            self.line(depth, f"{self.target()} = {self.expression()}")

    def block(self, depth, budget, in_loop=False):
        for _ in range(self.random.randint(1, 3)):
            pick = self.random.random()
            if pick < 0.5 or budget <= 0:
                self.assign(depth)
            elif pick < 0.75:
                self.choose(depth, budget - 1, in_loop)
            elif self.sequences and pick < 0.9:
                self.random.choice([self.sequence, self.places])(depth, budget - 1)
            else:
                self.loop(depth, budget - 1)

    def choose(self, depth, budget, in_loop):
        self.line(depth, f"if {self.condition()}:")
        self.side(depth + 1, budget, in_loop)
        if self.random.random() < 0.2:
            self.line(depth, f"elif {self.condition()}:")
            self.side(depth + 1, budget, in_loop)
        if self.random.random() < 0.4:
            self.line(depth, "else:")
            self.side(depth + 1, budget, in_loop)

    def side(self, depth, budget, in_loop):
        self.block(depth, budget, in_loop)
        pick = self.random.random()
        if in_loop and pick < 0.4:
            self.line(depth, self.random.choice(["break", "break", "continue"]))
        elif pick < 0.45 and "returns" in self.kinds and self.returns:
            self.line(depth, f"return {self.expression()}")
        elif pick < 0.5 and "raises" in self.kinds and self.returns:
            self.line(depth, "raise ValueError('no')")

    def loop(self, depth, budget):
        self.loops += 1
        count = f"n{self.loops}"
        rounds = self.random.choice([0, 1, 2, 7, 30, 60, 200])
        if self.counters:
            rounds = min(rounds, 30)
        kinds = ["for", "while", "while", "true", "counted", *["int"] * 4 * self.counts]
        kind = self.random.choice(kinds)
        if kind == "int":
            number = f"whole(4.0 * {self.expression()})"
            bounds = [f"{number} % 9", f"-3, {number} % 5", f"{number} % 9, -2, -2"]
            if self.counters:
                bounds.append(self.counters[-1])
            self.line(depth, f"for {count} in range({self.random.choice(bounds)}):")
        elif kind == "for":
            start, step = self.random.choice([(0, 1), (0, 1), (3, 2), (9, -1)])
            numbers = range(start, start + step * rounds, step)
            self.line(depth, f"for {count} in {numbers!r}:")
        elif kind == "counted":
            self.line(depth, f"{count} = 0")
            self.line(depth, f"while {count} < {rounds}:")
            self.line(depth + 1, f"{count} += 1")
        else:
            self.line(depth, f"{count} = 0")
            self.line(depth, "while True:" if kind == "true" else f"while {self.condition()}:")
            self.line(depth + 1, f"{count} += 1")
            self.line(depth + 1, f"if {count} > {rounds}:")
            stops = ["break", "break"]
            if "raises" in self.kinds:
                stops.append("raise ValueError('too many')")
            self.line(depth + 2, self.random.choice(stops))
        self.counters.append(count)
        self.block(depth + 1, budget, in_loop=True)
        self.counters.pop()
        if self.random.random() < 0.3:
            self.line(depth, "else:")
            self.side(depth + 1, 0, in_loop=False)

    def function(self, name, budget):
        self.counters = []
        self.line(0, f"def {name}(x, y):")
        self.line(1, f"a, b, c = {self.random.choice(['x', '0.5', '1'])}, y, 0.0")
        self.line(1, "xs, ys = [x, 0.5], [1.0, y]")
        self.block(1, budget)
        self.loop(1, budget)
        self.block(1, budget)
        self.line(1, f"return {self.expression()} + a + 2 * b + 3 * c + xs[0] - xs[1] + ys[1]")
        self.line(0, "")


def program(seed, sequences=False, counts=False):
    """The text of a module."""
    writer = Writer(seed, sequences, counts)
    writer.line(0, "import lazyad as la")
    if sequences:
        writer.line(0, "import bisect")
        writer.line(0, "import numpy as np")
        writer.line(0, f"DATA = {DATA}")
        writer.line(0, "whole = lambda value: int(value.real)")
        writer.line(0, "SORTED, ARRAY = sorted(DATA), np.array(DATA) * 0.5")
        writer.line(0, "PAIRS = [(one, other * 0.5) for one, other in zip(DATA, DATA[1:])]")
    writer.line(0, "")
    if "calls" in writer.kinds:
        writer.kinds.remove("calls")
        writer.function("helper", 1)
        writer.helpers.append("helper")
        writer.kinds.append("calls")
    writer.function("main", writer.random.choice([1, 2, 2, 3]))
    return "\n".join(writer.lines)
