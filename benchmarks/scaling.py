"""What compiling costs: seconds and memory by size, and the time to import lazyad.

Every measurement is a new Python process, `python -m benchmarks.scaling <shape> <nodes>`, so that
one's memory is not another's and a crash is a result like any other.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import lazyad

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000, 100_000, 1_000_000)
SUM_TERMS = 100_000


class Compilation(NamedTuple):
    """One compiled function: traced Nodes, seconds to its kernel, the process's peak GB."""

    nodes: int
    seconds: float
    peak: float
    correct: bool


class Import(NamedTuple):
    """Milliseconds that `import lazyad` adds to Python's start, and what else it imports."""

    milliseconds: float
    foreign: list[str]


def chain(sin: Callable[[Any], Any], steps: int) -> Callable[[Any], Any]:
    """sin(sin(x) + x) + x ...: two operations a step, each needing the one before."""

    def chain(x):
        y = x
        for _ in range(steps):
            y = sin(y) + x
        return y

    return chain


def long_sum(sin: Callable[[Any], Any], terms: int) -> Callable[[Any], Any]:
    """A sum of x * i, with as many terms."""

    def long_sum(x):
        total = x
        for i in range(1, terms):
            total = total + x * float(i)
        return total

    return long_sum


SHAPES = {"chain": chain, "long_sum": long_sum}


def compile_here(shape: str, count: int) -> Compilation:
    """Compile a shape in this process, and run it once."""
    import resource  # Unix has it

    compiled = lazyad.compile(SHAPES[shape](lazyad.sin, count))
    start = time.perf_counter()
    kernel = compiled.kernel
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1e9 if sys.platform == "darwin" else 1e9 / 1024  # bytes there, KiB elsewhere
    correct = math.isclose(kernel(0.3, 1.0)[0], SHAPES[shape](math.sin, count)(0.3), rel_tol=1e-9)
    return Compilation(len(compiled.trace.nodes), seconds, peak / unit, correct)


def compile_apart(shape: str, count: int, repeats: int = 1) -> Compilation | None:
    """The quickest of some new processes that compile the shape; None if one of them fails."""
    command = [sys.executable, "-m", "benchmarks.scaling", shape, str(count)]
    found = []
    for _ in range(repeats):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stderr[-2000:], file=sys.stderr)
            return None
        found.append(Compilation(*json.loads(done.stdout)))
    return min(found, key=lambda one: one.seconds)


def measure_chains(largest: int) -> dict[int, Compilation | None]:
    """A chain of each size up to the largest; the small ones several times."""
    return {
        size: compile_apart("chain", size // 2, repeats=max(1, min(5, 100_000 // size)))
        for size in SIZES
        if size <= largest
    }


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
