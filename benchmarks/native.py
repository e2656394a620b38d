"""Machine code beside the Python kernel and its peers: one call, what stands around it, compiling,
and many points.

In: nothing. Out: rows of ratios; CPU time, the least of interleaved rounds. A room of its own
because native code is measured in nanoseconds and in millions of points.

`python -m benchmarks.native`; CasADi comes with the extra `bench`, and is skipped where it is
missing, as is gcc.
"""

from __future__ import annotations

import ctypes
import math
import shutil
import subprocess
import tempfile
import time
from array import array
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
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


def bound(compiled: Any, problem: Problem) -> Call:
    """The function over buffers that stay."""
    import numpy

    results = numpy.zeros(numpy.size(compiled(*problem.point)))
    call: Call = compiled.bind(array("d", problem.point), results)
    return call


def in_c(compiled: Any, problem: Problem, folder: Path) -> Call | None:
    """The same as C, by `gcc -O3`, a thousand times in a loop of C's; None without gcc."""
    if shutil.which("gcc") is None:
        return None
    compiled(*problem.point)
    name = f"{compiled.__name__}_value_and_jacobian"
    compiled.export(folder / f"{problem.name}.c", "value_and_jacobian")
    size = len(problem.point)
    given = ", ".join([f"x[{at}]" for at in range(size)])
    kinds = ", ".join(["double"] * size)
    (folder / "loop.c").write_text(
        f"int {name}({kinds}, double *);\n"
        "void loop(volatile double *x, double *out) "
        f"{{ for (int k = 0; k < 1000; k++) {name}({given}, out); }}\n"
    )
    library = folder / f"{problem.name}.so"
    files = [str(folder / f"{problem.name}.c"), str(folder / "loop.c")]
    subprocess.run(
        ["gcc", "-O3", "-march=native", "-shared", "-fPIC", *files, "-lm", "-o", str(library)],
        check=True,
    )
    x = (ctypes.c_double * size)(*problem.point)
    out = (ctypes.c_double * (size * 50 + 50))()
    loop = ctypes.CDLL(str(library)).loop
    return lambda: loop(x, out)


def one_call(problem: Problem, folder: Path) -> list[str]:
    """Value and Jacobian at one point: ns of the native kernel, and the others as multiples."""
    point, function = problem.point, problem.build(math)
    native = lazyad.compile(function, target="native").value_and_jacobian
    python = lazyad.compile(function).value_and_jacobian
    kernels = [one.lower(*point).primal.kernel for one in (native, python)]
    assert kernels[0](*point) == kernels[1](*point)
    calls: list[Call] = [lambda k=k: k(*point) for k in (*kernels, native, python)]  # type: ignore[misc]
    peers = [casadi_buffers(problem), in_c(lazyad.compile(function), problem, folder)]
    calls += [bound(native, problem), *[peer for peer in peers if peer]]
    times = iter(least(calls, 60, 300))
    kernel, others = next(times), [next(times) for _ in range(4)]
    casadi, c = [peer and next(times) for peer in peers]
    row = [problem.name, f"{kernel * 1e9:.0f}", *[f"{one / kernel:.3g}" for one in others]]
    row.append(f"{c / 1000 / kernel:.3g}" if c else "skipped")
    ratios = [one / casadi for one in (kernel, others[3])] if casadi else []
    return row + ([f"{one:.3g}" for one in ratios] or ["skipped"] * 2)


def above_the_kernel(target: Any) -> list[str]:
    """What a call of the function itself takes longer than one of its kernel, in ns."""
    import numpy

    def f(x: float, y: float) -> float:
        return x * y + x

    def g(x: Any) -> Any:
        return x[0] * x[1]

    row = [target]
    rows: list[Any] = [[2.0, 3.0], numpy.array([2.0, 3.0])]
    of_numbers, *of_rows = [lazyad.compile(one, target=target) for one in (f, g, g)]
    asked: list[tuple[Any, tuple[Any, ...], tuple[Any, ...]]] = [
        (of_numbers, (2.0, 3.0), (2.0, 3.0)),
        (of_numbers.grad, (2.0, 3.0), (2.0, 3.0)),
        (of_numbers.jvp, ((2.0, 3.0), (1.0, 0.0)), (2.0, 3.0, 1.0, 0.0)),
        *[(one, (given,), (given,)) for one, given in zip(of_rows, rows, strict=True)],
    ]
    for call, given, flat in asked:
        call(*given)
        kernel = call.lowered.kernel if call is of_numbers.jvp else call.primal.kernel
        pair = [lambda: call(*given), lambda: kernel(*flat)]  # noqa: B023
        ours, theirs = least(pair, 60, 500)
        row.append(f"{(ours - theirs) * 1e9:.0f}")
    return row


def compiling(operations: int) -> list[str]:
    """CPU time of an optimized graph's way to machine code, in us an operation."""

    def chain(x: Any, y: Any) -> Any:
        k = 0
        while k < operations // 3:
            x, y = y, lazyad.sin(x) * y + 0.5
            k += 1
        return x, y

    lazyad.compile(lambda x: x + 1.0, target="native")(1.0)  # what all machine code shares
    compiled = lazyad.compile(chain, target="native", optimize="none", loops="unroll")
    program = compiled.lower(0.3, 0.7).primal
    size = sum(program.graph.operations.values())
    start = time.process_time()
    assert program.kernel
    return [f"{size:,}", f"{(time.process_time() - start) / size * 1e6:.1f}"]


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


def show(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table, a row as soon as it is measured."""
    print(f"\n{title}\n| {' | '.join(heads)} |")
    print("|", " | ".join(["---", *["---:"] * (len(heads) - 1)]), "|", flush=True)
    for row in rows:
        print("|", " | ".join(row), "|", flush=True)


def main() -> None:
    """Print all tables."""
    with tempfile.TemporaryDirectory() as folder:
        show(
            "value and Jacobian, one call: native kernel in ns; the others ÷ it; and ÷ CasADi",
            [
                *("function", "native", "Python kernel", "native f(...)", "Python f(...)"),
                *("bound", "gcc -O3 in C", "native ÷ CasADi buffers", "bound ÷ CasADi buffers"),
            ],
            (one_call(problem, Path(folder)) for problem in PROBLEMS),
        )
    show(
        "a call of the function above one of its kernel, ns",
        ["target", "f(x, y)", "f.grad", "f.jvp", "a list", "an array"],
        map(above_the_kernel, ("native", "python")),
    )
    show(
        "from the optimized graph to machine code, us an operation",
        ["operations", "us"],
        map(compiling, (1_000, 10_000, 100_000)),
    )
    show(
        f"value and Jacobian at {POINTS:,} points, one core: ns a point; NumPy's blocks ÷ it",
        ["function", "native", "NumPy blocks"],
        map(many_points, PROBLEMS),
    )


if __name__ == "__main__":
    main()
