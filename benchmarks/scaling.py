"""What compiling costs: seconds and memory by size, and the time to import lazyad.

Every measurement is a new Python process, `python -m benchmarks.scaling <shape> <nodes>`, so that
one's memory is not another's and a crash is a result like any other. `python -m benchmarks.scaling`
alone prints the seconds and the length of the source per operation of the program, for each shape
at four sizes, and for the functions of tests/corpus.py and tests/wild: both are to be linear.
"""

from __future__ import annotations

import itertools
import json
import linecache
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import lazyad
from benchmarks.timing import flatten

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000, 100_000, 1_000_000)
SUM_TERMS = 100_000
GRADIENT_SIZES = (60, 1_000, 10_000, 100_000)  # the first has some 100 operations
TRIDIAGONAL_SIZES = (1_000, 10_000)


class Compilation(NamedTuple):
    """One compiled function: Nodes and operations of its trace, operations and numbers of its
    kernel, the seconds to it, the process's peak GB, and the seconds to the first that the process
    compiled."""

    nodes: int
    traced: int
    operations: int
    numbers: int
    seconds: float
    peak: float
    correct: bool
    first: float


class Import(NamedTuple):
    """Milliseconds that `import lazyad` adds to Python's start, and the first use of a name to
    that; and what else is imported then."""

    milliseconds: float
    opening: float
    foreign: list[str]


def chain(nodes: int) -> Callable[[Any], Any]:
    """sin(sin(x) + x) + x ...: two operations a step, each needing the one before."""

    def chain(x):
        y = x
        for _ in range(nodes // 2):
            y = lazyad.sin(y) + x
        return y

    return chain


def long_sum(terms: int) -> Callable[[Any], Any]:
    """A sum of x * i, with as many terms."""

    def long_sum(x):
        total = x
        for i in range(1, terms):
            total = total + x * float(i)
        return total

    return long_sum


def recurrence(nodes: int) -> Callable[[Any, Any, Any], Any]:
    """Three numbers that depend on each other: five operations a step, and two constants of all.

    The 2 keeps the gradient from vanishing, and from growing, over as many steps.
    """

    def recurrence(x, y, z):
        for _ in range(nodes // 7):
            x, y, z = y * z + 2.0, lazyad.sin(x), x - z * 0.5
        return x * y + z

    return recurrence


def tridiagonal(size: int) -> Callable[[list[Any]], list[Any]]:
    """x² - 2 x and the neighbours, of as many numbers: three entries a row of the Jacobian."""

    def tridiagonal(x):
        return [
            -2.0 * x[i] + (x[i - 1] if i else 0.0) + (x[i + 1] if i < size - 1 else 0.0) + x[i] ** 2
            for i in range(size)
        ]

    return tridiagonal


def branching(size):
    """As many `if`s, one after the other."""
    lines = ["def branching(x):"]
    for k in range(size):
        lines += [f"    if x > {k / size}:", "        x = 0.9 * x + 0.1"]
        lines += ["    else:", "        x = lazyad.sin(x) + 0.3"]
    text = "\n".join([*lines, "    return x", ""])
    file, scope = f"<branching {size}>", {"lazyad": lazyad}
    linecache.cache[file] = len(text), None, text.splitlines(keepends=True), file
    exec(compile(text, file, "exec"), scope)
    return scope["branching"]


def wide_sum(terms):
    """A sum of as many terms, which is no loop."""
    return lambda x, y: sum([lazyad.sin(x * float(i)) * y for i in range(terms)])


def products(size):
    """A product of as many sines: each is needed again in the gradient, from the last to the first,
    so a program in several functions hands many variables on."""

    def products(x):
        return math.prod([lazyad.sin(one) for one in x])

    return products


def rosenbrock(size):
    """Rosenbrock's function of as many numbers."""

    def rosenbrock(x):
        pairs = itertools.pairwise(x)
        return sum([100.0 * (b - a**2) ** 2 + (1.0 - a) ** 2 for a, b in pairs])

    return rosenbrock


def binomial_tree(steps):
    """An American put on a binomial tree: a choice at every node, each read by two others."""

    def binomial_tree(spot, strike, rate, up):
        p = (rate - 1.0 / up) / (up - 1.0 / up)
        values = [max(strike - spot * up ** (2 * j - steps), 0.0) for j in range(steps + 1)]
        for level in reversed(range(steps)):
            values = [
                max(
                    (p * values[j + 1] + (1.0 - p) * values[j]) / rate,
                    strike - spot * up ** (2 * j - level),
                )
                for j in range(level + 1)
            ]
        return values[0]

    return binomial_tree


def newton(rounds):
    """At most as many steps of Newton's iteration, which a traced value leaves."""

    def newton(a):
        x = a
        for _ in range(rounds):
            step = (x * x - a) / (2.0 * x)
            x = x - step
            if abs(step) < 1e-12:
                break
        return x

    return newton


class Shape(NamedTuple):
    """A function of some size, what is derived of it once it is compiled, and where: its numbers
    are moved by 1."""

    build: Callable[[int], Callable[..., Any]]
    derive: Callable[[lazyad.Compiled], lazyad.Compiled]
    point: Callable[[int], tuple[Any, ...]]
    moves: tuple[float, ...] = ()  # further arguments of the kernel: tangents or a cotangent
    derivative: Callable[[Any], Any] = lambda result: result[1]
    target: str = "python"

    def lowered(self, function: lazyad.Compiled, point: tuple[Any, ...]) -> Any:
        """The derivative for these arguments; a product takes them as one."""
        derived = self.derive(function)
        is_product = self.moves and derived is not function
        return derived.lower(point, *self.moves) if is_product else derived.lower(*point)


def _itself(one: Any) -> Any:
    """The kernel of value and tangent; or the derivative, of what returns nothing else."""
    return one


SHAPES = {
    "chain": Shape(chain, _itself, lambda _: (0.3,), (1.0,)),
    "long_sum": Shape(long_sum, _itself, lambda _: (0.3,), (1.0,)),
    "gradient": Shape(recurrence, lazyad.grad, lambda _: (1.0, 2.0, 3.0), derivative=_itself),
    "branching": Shape(branching, _itself, lambda _: (0.3,), (1.0,)),
    "tridiagonal": Shape(
        tridiagonal,
        lambda compiled: lazyad.value_and_jacobian(compiled, sparse=True),
        lambda size: ([0.1 * i / size for i in range(size)],),
    ),
    "wide_sum": Shape(wide_sum, lazyad.grad, lambda _: (0.3, 0.4), derivative=_itself),
    "products": Shape(
        products,
        lazyad.grad,
        lambda size: ([1.0 + i / size for i in range(size)],),
        derivative=_itself,
    ),
    "rosenbrock": Shape(
        rosenbrock,
        lazyad.grad,
        lambda size: ([0.1 * i / size for i in range(size)],),
        derivative=_itself,
    ),
    "vjp": Shape(
        rosenbrock,
        lambda compiled: compiled.vjp,
        lambda size: ([0.1 * i / size for i in range(size)],),
        (1.0,),
    ),
    "numpy": Shape(
        products,
        lazyad.grad,
        lambda size: ([1.0 + i / size for i in range(size)],),
        derivative=_itself,
        target="numpy",
    ),
    "binomial_tree": Shape(
        binomial_tree, lazyad.grad, lambda _: (100.0, 100.0, 1.001, 1.02), derivative=_itself
    ),
    "newton": Shape(newton, lazyad.grad, lambda _: (2.0,), derivative=_itself),
}
LINEAR = {  # the shapes of the table, at sizes that have some 100 to 10,000 operations
    "wide_sum": (30, 300, 1_000, 3_000),
    "products": (50, 500, 2_000, 5_000),
    "rosenbrock": (12, 120, 500, 1_200),
    "vjp": (12, 120, 500, 1_200),
    "numpy": (50, 500, 2_000, 5_000),
    "tridiagonal": (16, 160, 600, 1_600),
    "binomial_tree": (4, 10, 16, 45),
    "newton": (10, 30, 100, 1_000),
    "branching": (16, 160, 600, 1_600),
}


def compile_here(shape: str, size: int) -> Compilation:
    """Compile a shape in this process, round by round, and run it once. A small one is compiled
    several times: the first time, what only a process's first function needs is built too."""
    import resource  # Unix has it

    one, point, seconds = SHAPES[shape], SHAPES[shape].point(size), list[float]()
    for _ in range(4 if size <= 1_000 else 1):
        kernel = lowered = None  # while one is alive, the same text is not loaded again
        function = lazyad.compile(one.build(size), loops="unroll", target=one.target)
        start = time.process_time()
        lowered = one.lowered(function, point)
        kernel = lowered.kernel
        seconds.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1e9 if sys.platform == "darwin" else 1e9 / 1024  # bytes there, KiB elsewhere
    derivative = flatten(one.derivative(kernel(*point, *one.moves)))
    trace = function.lower(*point).trace
    return Compilation(
        len(trace.nodes),
        trace.operations.total(),
        lowered.graph.operations.total(),
        len(derivative),
        min(seconds),
        peak / unit,
        math.isclose(sum(derivative), _moved(one.build(size), point), rel_tol=1e-9),
        seconds[0],
    )


def _moved(function: Callable[..., Any], point: tuple[Any, ...]) -> float:
    """How fast the sum of the values changes while every number grows alike: by Duals."""
    moving = [
        (
            [lazyad.Dual(number, 1.0) for number in part]
            if isinstance(part, list)
            else lazyad.Dual(part, 1.0)
        )
        for part in point
    ]
    values = function(*moving)
    return math.fsum(value.dual for value in (values if isinstance(values, list) else [values]))


def compile_apart(shape: str, size: int, repeats: int = 1) -> Compilation | None:
    """The quickest of some new processes that compile the shape; None if one of them fails."""
    command = [sys.executable, "-m", "benchmarks.scaling", shape, str(size)]
    found = []
    for _ in range(repeats):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stderr[-2000:], file=sys.stderr)
            return None
        found.append(Compilation(*json.loads(done.stdout)))
    return min(found, key=lambda one: one.seconds)


def measure_sizes(shape: str, sizes: Iterable[int]) -> dict[int, Compilation | None]:
    """A shape of each size; the smallest several times, because others disturb it most."""
    return {size: compile_apart(shape, size, repeats=5 if size <= 1_000 else 1) for size in sizes}


def measure_import(rounds: int = 20) -> Import:
    """Python's start without lazyad, with it, and with its rooms opened, in turns; the quickest
    of each, as the processor's time."""
    codes = "pass", "import lazyad", "import lazyad; lazyad.compile"
    starts = [[_start(code) for code in codes] for _ in range(rounds)]
    bare, imported, opened = (min(each) for each in zip(*starts, strict=True))
    foreign = sorted(_foreign(codes[-1]) - _foreign("pass"))
    return Import((imported - bare) * 1e3, (opened - imported) * 1e3, foreign)


def _start(code: str) -> float:
    import resource  # Unix has it

    # An installed package has its bytecode; without it, this would time Python's compiler.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=kept, check=True)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime


def _foreign(code: str) -> set[str]:
    """The third-party packages that are loaded after the code ran."""
    loaded = "{n.split('.')[0] for n, m in sys.modules.items() if 'site-packages' in (f(m) or '')}"
    program = f"{code}\nimport sys\nf = lambda m: getattr(m, '__file__', '')\nprint(*{loaded})"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return set(done.stdout.split()) - {"lazyad"}


# ---------------------------------------------------------------------------------- the table


class Length(NamedTuple):
    """Operations of a trace, the seconds to its source, and the letters of that."""

    operations: int
    seconds: float
    letters: int

    def __str__(self) -> str:
        size, each = max(self.operations, 1), "ms/op, letters/op"
        seconds, letters = self.seconds * 1e3 / size, self.letters / size
        return f"{self.operations:8,} {self.seconds:8.2f} s {seconds:8.3f}, {letters:6.1f} {each}"


def source_of(shape: str, size: int) -> Length:
    """The source of a shape's derivative, in this process."""
    one = SHAPES[shape]
    return _source(one.build(size), one, one.point(size))


def _source(function: Any, one: Shape, point: tuple[Any, ...]) -> Length:
    start = time.perf_counter()
    compiled = lazyad.compile(function, target=one.target)
    text = one.lowered(compiled, point).source
    seconds = time.perf_counter() - start
    return Length(compiled.lower(*point).trace.operations.total(), seconds, len(text))


def _functions() -> Iterator[tuple[str, Length]]:
    """The kernels of the functions that tests have, by the quarter of their sizes."""
    from tests import corpus, test_wild

    cases = {
        "corpus": [(function, points[0]) for function, points in corpus.CORPUS],
        "wild": [(case.function, case.points[0]) for case in test_wild.CASES],
    }
    for name, given in cases.items():
        found = sorted(_source(function, SHAPES["chain"], point) for function, point in given)
        for quarter in range(4):
            part = found[len(found) * quarter // 4 : len(found) * (quarter + 1) // 4]
            yield name, Length(*map(sum, zip(*part, strict=True)))


def print_lengths() -> None:
    """The table: a line for each shape and size."""
    for shape, sizes in LINEAR.items():
        for size in sizes:
            print(f"{shape:14} {size:6,} {source_of(shape, size)}", flush=True)
    for name, length in _functions():
        print(f"{name:14} {'':6} {length}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print_lengths()
    else:
        print(json.dumps(compile_here(sys.argv[1], int(sys.argv[2]))))
