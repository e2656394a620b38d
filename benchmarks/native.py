"""Machine code beside the Python kernel and its peers: one call, and many points.

In: nothing. Out: rows of ratios; CPU time, the least of interleaved rounds. A room of its own
because native code is measured in nanoseconds and in millions of points.

`python -m benchmarks.native`; CasADi comes with the extra `bench`, and is skipped where it is
missing.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import Any

import lazyad
from benchmarks.functions import PROBLEMS, Problem

POINTS = 200_000
Call = Callable[[], Any]


def least(calls: Sequence[Call], rounds: int, times: int) -> list[float]:
    """Seconds of each, one after the other in every round."""
    best = [math.inf] * len(calls)
    for _ in range(rounds):
        for at, call in enumerate(calls):
            start = time.process_time()
            for _ in range(times):
                call()
            best[at] = min(best[at], (time.process_time() - start) / times)
    return best


def casadi_buffers(problem: Problem) -> Call | None:
    """CasADi's value and gradient over buffers that stay; None where it is not installed."""
    try:
        import casadi
        import numpy
    except ImportError:
        return None
    x = casadi.SX.sym("x", len(problem.point))
    found = problem.build(casadi)(*casadi.vertsplit(x))
    values = casadi.vertcat(*(found if isinstance(found, (list, tuple)) else [found]))
    both = casadi.Function(
        "f", [x], [casadi.densify(values), casadi.densify(casadi.jacobian(values, x))]
    )
    buffer, run = both.buffer()
    rows = [numpy.array(problem.point), *[numpy.zeros(both.numel_out(at)) for at in (0, 1)]]
    buffer.set_arg(0, memoryview(rows[0]))
    for at in (0, 1):
        buffer.set_res(at, memoryview(rows[at + 1]))
    run.kept = (buffer, rows) if hasattr(run, "kept") else None
    return lambda: run() or (buffer, rows)


def one_call(problem: Problem) -> list[str]:
    """Value and Jacobian at one point: ns of the native kernel, and the others as multiples."""
    point, function = problem.point, problem.build(math)
    native = lazyad.compile(function, target="native").value_and_jacobian
    python = lazyad.compile(function).value_and_jacobian
    kernels = [one.lower(*point).primal.kernel for one in (native, python)]
    assert kernels[0](*point) == kernels[1](*point)
    calls: list[Call] = [lambda k=k: k(*point) for k in (*kernels, native, python)]  # type: ignore[misc]
    peer = casadi_buffers(problem)
    times = least([*calls, *([peer] if peer else [])], 60, 300)
    ratios = [f"{one / times[0]:.3g}" for one in times[1:]]
    return [problem.name, f"{times[0] * 1e9:.0f}", *ratios, *["skipped"] * (peer is None)]


def many_points(problem: Problem) -> list[str]:
    """The same at many points on one core: ns a point, and NumPy's blocks ÷ it."""
    import numpy

    random = numpy.random.default_rng(1)
    columns = [x * (1.0 + 0.05 * random.random(POINTS)) for x in problem.point]
    function = problem.build(math)
    both = [
        lazyad.compile(function, target=target).value_and_jacobian
        for target in ("native", "python")
    ]
    calls: list[Call] = [lambda f=f: f.batch(*columns, threads=1) for f in both]  # type: ignore[misc]
    native, blocks = least(calls, 5, 1)
    return [problem.name, f"{native / POINTS * 1e9:.1f}", f"{blocks / native:.3g}"]


def main() -> None:
    """Print both tables."""
    print("value and Jacobian, one call: native kernel in ns; the others ÷ it")
    print("| function | native | Python kernel | native f(...) | Python f(...) | CasADi buffers |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for problem in PROBLEMS:
        print("|", " | ".join(one_call(problem)), "|", flush=True)
    print(f"\nvalue and Jacobian at {POINTS:,} points, one core: ns a point; NumPy's blocks ÷ it")
    print("| function | native | NumPy blocks |\n| --- | ---: | ---: |")
    for problem in PROBLEMS:
        print("|", " | ".join(many_points(problem)), "|", flush=True)


if __name__ == "__main__":
    main()
