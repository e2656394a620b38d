"""What compiling costs: seconds and memory by size, and the time to import lazyad.

Every measurement is a new Python process, `python -m benchmarks.scaling <shape> <nodes>`, so that
one's memory is not another's and a crash is a result like any other.
"""

from __future__ import annotations

import json
import linecache
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
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
    kernel, the seconds to it, the process's peak GB."""

    nodes: int
    traced: int
    operations: int
    numbers: int
    seconds: float
    peak: float
    correct: bool


class Import(NamedTuple):
    """Milliseconds that `import lazyad` adds to Python's start, and what else it imports."""

    milliseconds: float
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
    """Three numbers that depend on each other, seven Nodes a step (two are constants).

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


class Shape(NamedTuple):
    """A function of some size, what is derived of it, and where: its numbers are moved by 1."""

    build: Callable[[int], Callable[..., Any]]
    derive: Callable[[Callable[..., Any]], lazyad.Compiled]
    point: Callable[[int], tuple[Any, ...]]
    moves: tuple[float, ...] = ()  # further arguments of the kernel
    derivative: Callable[[Any], Any] = lambda result: result[1]


SHAPES = {
    "chain": Shape(chain, lazyad.compile, lambda _: (0.3,), (1.0,)),
    "long_sum": Shape(long_sum, lazyad.compile, lambda _: (0.3,), (1.0,)),
    "gradient": Shape(
        recurrence, lazyad.grad, lambda _: (1.0, 2.0, 3.0), derivative=lambda result: result
    ),
    "branching": Shape(branching, lazyad.compile, lambda _: (0.3,), (1.0,)),
    "tridiagonal": Shape(
        tridiagonal,
        lambda function: lazyad.value_and_jacobian(function, sparse=True),
        lambda size: ([0.1 * i / size for i in range(size)],),
    ),
}


def compile_here(shape: str, size: int) -> Compilation:
    """Compile a shape in this process, and run it once."""
    import resource  # Unix has it

    one = SHAPES[shape]
    function, point = one.build(size), one.point(size)
    start = time.perf_counter()
    lowered = one.derive(function).lower(*point)
    kernel = lowered.kernel
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1e9 if sys.platform == "darwin" else 1e9 / 1024  # bytes there, KiB elsewhere
    derivative = flatten(one.derivative(kernel(*point, *one.moves)))
    trace = lazyad.compile(function).lower(*point).trace
    return Compilation(
        len(trace.nodes),
        trace.operations.total(),
        lowered.graph.operations.total(),
        len(derivative),
        seconds,
        peak / unit,
        math.isclose(sum(derivative), _moved(function, point), rel_tol=1e-9),
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
    """Python's start with `import lazyad` and without, in turns; the quickest of each."""
    bare, full = math.inf, math.inf
    for _ in range(rounds):
        bare = min(bare, _start("pass"))
        full = min(full, _start("import lazyad"))
    return Import((full - bare) * 1e3, sorted(_foreign("import lazyad") - _foreign("pass")))


def _start(code: str) -> float:
    # An installed package has its bytecode; without it, this would time Python's compiler.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=kept, check=True)
    return time.perf_counter() - start


def _foreign(code: str) -> set[str]:
    """The third-party packages that are loaded after the code ran."""
    loaded = "{n.split('.')[0] for n, m in sys.modules.items() if 'site-packages' in (f(m) or '')}"
    program = f"{code}\nimport sys\nf = lambda m: getattr(m, '__file__', '')\nprint(*{loaded})"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return set(done.stdout.split()) - {"lazyad"}


if __name__ == "__main__":
    print(json.dumps(compile_here(sys.argv[1], int(sys.argv[2]))))
