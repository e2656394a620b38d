"""What was measured, as Markdown tables and one picture."""

from __future__ import annotations

import os
import platform
import statistics
import timeit
from collections.abc import Iterable, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from benchmarks import jacobians
from benchmarks.functions import PROBLEMS
from benchmarks.operations import Counted
from benchmarks.peers import PEERS
from benchmarks.scaling import Compilation, Import
from benchmarks.suite import CASES
from benchmarks.timing import Measured
from benchmarks.tracing import Tracing

PACKAGES = (
    "llvmlite",
    "jax",
    "casadi",
    "sympy",
    "symengine",
    "autograd",
    "numba",
    "numpy",
    "matplotlib",
)
HANDS = tuple(dict.fromkeys(name for problem in PROBLEMS for name in problem.hands))
COLUMNS = ("kernel, fast", "plain f", *HANDS, *PEERS)
JACOBIAN_COLUMNS = ("kernel, fast", "plain f", *jacobians.PEERS)
OPERATIONS = {  # promised, of value and Jacobian: safe, fast
    "rosenbrock_10": (125, 110),
    "rosenbrock_100": (1385, 1200),
    "ackley_10": (110, 100),
    "ackley_100": (1010, 910),
    "helmholtz_10": (540, 350),
    "ba_reproj": (270, 240),
    "hires": (41, 39),
    "cr3bp": (80, 60),
    "double_pendulum": (86, 78),
    "black_scholes": (68, 62),
    "mlp_8_16_1_x": (584, 576),
    "lse_16": (48, 48),
    "lj_5": (350, 300),
    "ur5_fk": (423, 380),
}
SMALL = 300  # operations: up to here, a call itself is what counts
Sizes = Mapping[int, Compilation | None]

READING = """\
Every number is the quickest of many short batches; the contestants of one row took turns within one
run. The first column is nanoseconds a call of `f.kernel(...)`, lazyad's function of value and
tangent; the others are multiples of it, so **above 1 is slower than lazyad, below 1 is faster**.
`kernel, fast` is `optimize="fast"`, lazyad's algebra of the real numbers. `plain f` is the function
itself, without any derivative. `hand` is the same formula differentiated by hand; `insight` is a
formula that only a specialist knows to be equal. `native` is the same kernel in machine code;
`bound` (`f.jvp.bind`) and `CasADi buffers` do not include writing arguments and reading results;
Numba compiles the hand-written code and takes scalars as lazyad does. All agree with lazyad to
1e-9, or say `wrong`."""

COUNTING = """\
An addition, subtraction, product, quotient, power, negation or call of a function is one operation;
constants and inputs are free. Each tool's count is what is left after its own sharing of
subexpressions. `safe` is lazyad's default, `fast` is `optimize="fast"`. The functions behind the
line have no target; their counts were watched, and nothing was written for them."""

CALLING = """\
As above: the first column is nanoseconds a call of lazyad's kernel (safe) of value and whole
Jacobian, the others are multiples of it, **above 1 slower than lazyad, below 1 faster**. lazyad
returns nested tuples, SymPy's lambdify one flat list; SymEngine, CasADi and JAX take and return
arrays of their own, and filling and reading those is not timed. The last row is the geometric mean
of what there is in its column."""

SCALING = """\
Each in a process of its own. `gradient` is that of a recurrence of three numbers, `tridiagonal` the
value and sparse Jacobian of a function of as many numbers; `chain` and `long_sum` are value and
tangent of functions of one number. Operations are those of the function as traced; `derived` counts
those of the kernel."""


class Target(NamedTuple):
    """What we promise, what we found, and whether that keeps it."""

    promise: str
    found: str
    met: bool


# -------------------------------------------------------------------------------------- targets


def call_targets(results: Sequence[Measured]) -> list[Target]:
    """The kernel beside the best hand-written code, and what `jvp` adds to it."""
    targets = []
    for name, times in results:
        kernel, jvp = _number(times["kernel"]), _number(times["jvp"])
        hands = {hand: times[hand] for hand in HANDS if isinstance(times.get(hand), float)}
        best = min(hands, key=lambda hand: _number(hands[hand]))
        ratio = kernel / _number(hands[best])
        targets.append(Target(f"{name}: kernel ≤ 1.05 × {best}", f"{ratio:.2f} ×", ratio <= 1.05))
        added = (jvp - kernel) / 1e3
        targets.append(Target(f"{name}: jvp adds ≤ 0.5 µs", f"{added:.2f} µs", added <= 0.5))
    return targets


def tracing_targets(traced: Iterable[Tracing]) -> list[Target]:
    """Tracing a function beside building its graph by hand."""
    targets = []
    for name, nodes, seconds, by_hand, same in traced:
        ratio = seconds / by_hand
        promise = f"{name}: {nodes:,} nodes trace in ≤ 3 × by hand"
        found = f"{ratio:.2f} ×, {seconds:.2f} s" if same else "another graph"
        targets.append(Target(promise, found, same and ratio <= 3))
    return targets


def compile_targets(chains: Sizes, sums: Sizes, imported: Import) -> list[Target]:
    """Time and memory of compiling, and of importing."""
    targets = []
    for size, one in chains.items():
        each = one.seconds / one.nodes * 1e6 if one else 0.0
        targets.append(
            Target(
                f"a chain of {size:,} nodes compiles in ≤ 25 µs a node",
                f"{each:.0f} µs" if one else "it failed",
                bool(one and one.correct and each <= 25),
            )
        )
        if size == 1_000_000:
            found = f"{one.peak:.1f} GB" if one else "it failed"
            targets.append(Target(f"... of {size:,}, in < 6 GB", found, bool(one and one.peak < 6)))
    for size, one in sums.items():
        found = f"{one.seconds:.1f} s, {one.peak:.1f} GB" if one else ""
        targets.append(_compiled(f"a sum of {size:,} terms compiles and runs", found, one, True))
    took = imported.milliseconds
    found = f"{took:.1f} ms, and {imported.opening:.1f} ms at the first use"
    targets.append(Target("import lazyad takes ≤ 20 ms", found, took <= 20))
    loaded = ", ".join(imported.foreign) or "none"
    targets.append(Target("... and loads no third-party package", loaded, not imported.foreign))
    return targets


def operation_targets(counts: Sequence[Counted]) -> list[Target]:
    """What was promised of value and Jacobian."""
    targets = []
    for one in counts:
        for level, most in zip(("safe", "fast"), OPERATIONS.get(one.name, ()), strict=False):
            found = getattr(one, level)
            promise = f"{one.name}: operations, {level} ≤ {most:,}"
            targets.append(Target(promise, f"{found:,}", found <= most))
    return targets


def jacobian_targets(results: Sequence[Measured], counts: Sequence[Counted]) -> list[Target]:
    """The kernel of value and Jacobian beside SymPy everywhere, and beside others while small."""
    sympy = [
        _number(times["kernel"]) / _number(times["SymPy"])
        for _, times in results
        if isinstance(times["SymPy"], float)
    ]
    mean = statistics.geometric_mean(sympy) if sympy else 0.0
    fast = [
        _number(times["kernel, fast"]) / _number(times["SymPy"])
        for _, times in results
        if isinstance(times["SymPy"], float)
    ]
    promise = f"value and Jacobian, geometric mean of {len(sympy)}: kernel ≤ 0.7 × SymPy"
    found = f"{mean:.2f} ×, fast {statistics.geometric_mean(fast):.2f} ×" if sympy else "none"
    targets = [Target(promise, found, bool(sympy) and mean <= 0.7)]
    small = {one.name for one in counts if one.safe <= SMALL}
    for peer in ("JAX", "CasADi call"):
        ratios = {
            name: found / _number(times["kernel"])
            for name, times in results
            if name in small and isinstance(found := times[peer], float)
        }
        least = min(ratios, key=lambda name: ratios[name], default="")
        promise = f"... faster than {peer} on {len(ratios)} of ≤ {SMALL} operations"
        found = f"≥ {ratios[least]:.2f} × ({least})" if ratios else "none"
        targets.append(Target(promise, found, bool(ratios) and ratios[least] > 1))
    return targets


def scaling_targets(
    gradients: Sizes, tridiagonals: Sizes, taylor: int, hvp: Mapping[str, float]
) -> list[Target]:
    """Derivatives of large functions, and of high order."""
    targets = []
    for size, one in gradients.items():
        if one and size < 1_000:
            promise = f"the gradient of {one.operations:,} operations compiles in ≤ 15 ms"
            took = one.seconds * 1e3
            found = f"{took:.1f} ms, and {one.first * 1e3:.0f} ms as a process's first"
            targets.append(_compiled(promise, found, one, took <= 15))
            continue
        promise = f"gradient, {size:,} nodes: compiles in ≤ 60 µs an operation"
        each = one.seconds / one.operations * 1e6 if one else 0.0
        targets.append(_compiled(promise, f"{each:.0f} µs", one, each <= 60))
        if one and size == 100_000:
            found = f"{one.seconds:.0f} s, {one.peak:.1f} GB"
            met = one.seconds < 60 and one.peak < 4
            targets.append(_compiled(f"... of {size:,} in < 60 s and < 4 GB", found, one, met))
    for size, one in tridiagonals.items():
        promise = f"tridiagonal, {size:,}: operations ≤ 1.3 × the function's"
        ratio = one.operations / one.traced if one else 0.0
        targets.append(_compiled(promise, f"{ratio:.2f} ×", one, ratio <= 1.3))
    each = {size: one.seconds / one.numbers for size, one in tridiagonals.items() if one}
    if len(each) > 1:
        least, most = min(each), max(each)
        growth = each[most] / each[least]
        promise = f"... seconds an entry at {most:,} ≤ 1.5 × those at {least:,}"
        targets.append(Target(promise, f"{growth:.2f} ×", growth <= 1.5))
    promise = "Taylor coefficients of sin(exp(x))/(1 + x²) to order 8: ≤ 300 operations"
    targets.append(Target(promise, f"{taylor}", taylor <= 300))
    worst = max(hvp, key=lambda name: hvp[name])
    promise = f"hvp of {len(hvp)} functions: operations ≤ 4 × the gradient's"
    targets.append(Target(promise, f"≤ {hvp[worst]:.2f} × ({worst})", hvp[worst] <= 4))
    return targets


def _compiled(promise: str, found: str, one: Compilation | None, met: bool) -> Target:
    if one is None:
        return Target(promise, "it failed", False)
    return Target(promise, found if one.correct else "wrong", one.correct and met)


# --------------------------------------------------------------------------------------- tables


def markdown(
    tangents: Sequence[Measured],
    counts: Sequence[Counted],
    both: Sequence[Measured],
    compiled: Mapping[str, Sizes],
    targets: Iterable[Target],
) -> str:
    """The whole report."""
    promises = [[one.promise, one.found, "yes" if one.met else "**no**"] for one in targets]
    parts = [
        "# Benchmarks",
        f"Written by `python -m benchmarks` on {machine()}.",
        "## Value and tangent along one direction",
        READING,
        _table(["function", "kernel, ns", *COLUMNS], _times(tangents, COLUMNS)),
        "![the same as a picture](results.png)",
        "## Operations of value and Jacobian",
        COUNTING,
        _table(["function", "CasADi", "SymEngine", "lazyad safe", "lazyad fast"], _counts(counts)),
        "## Value and Jacobian, one call",
        CALLING,
        _table(
            ["function", "kernel, ns", *JACOBIAN_COLUMNS],
            [*_times(both, JACOBIAN_COLUMNS), _means(both, JACOBIAN_COLUMNS)],
        ),
        "## Scaling",
        SCALING,
        _table(
            ["compiled", "nodes", "operations", "derived", "seconds", "µs an operation", "GB"],
            _sizes(compiled),
        ),
        "## Targets",
        _table(["target", "found", "met"], promises),
    ]
    return "\n\n".join(parts) + "\n"


def _times(results: Iterable[Measured], columns: Iterable[str]) -> list[list[str]]:
    return [
        [name, _three(_number(times["kernel"])), *(_ratio(times, column) for column in columns)]
        for name, times in results
    ]


def _means(results: Sequence[Measured], columns: Iterable[str]) -> list[str]:
    row = ["geometric mean", "–"]
    for column in columns:
        ratios = [
            found / _number(times["kernel"])
            for _, times in results
            if isinstance(found := times[column], float)
        ]
        row.append(_three(statistics.geometric_mean(ratios)) if ratios else "–")
    return row


def _counts(counts: Sequence[Counted]) -> list[list[str]]:
    rows = []
    for name, *found in counts:
        rows.append([name, *(f"{n:,}" if isinstance(n, int) else str(n) for n in found)])
    tuned = sum(one.name in {case.name for case in CASES} for one in counts)
    return [*rows[:tuned], ["**unseen**", "", "", "", ""], *rows[tuned:]]


def _sizes(compiled: Mapping[str, Sizes]) -> list[list[str]]:
    rows = []
    for shape, sizes in compiled.items():
        for size, one in sizes.items():
            if one is None:
                rows.append([f"{shape}, {size:,}", "it failed", "", "", "", "", ""])
                continue
            whole = [f"{n:,}" for n in (one.nodes, one.traced, one.operations)]
            each = one.seconds / one.operations * 1e6
            numbers = [_three(one.seconds), f"{each:.0f}", f"{one.peak:.2f}"]
            rows.append([f"{shape}, {size:,}", *whole, *numbers])
    return rows


def machine() -> str:
    """CPU count, speed, Python and package versions; nothing that names the machine.

    Times are those of the day: shared machines are at times half as fast as at others.
    """
    versions = []
    for name in PACKAGES:
        try:
            versions.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            versions.append(f"no {name}")
    python = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} {platform.machine()}"
    squares = min(timeit.repeat("sum(i * i for i in range(1000))", number=1000, repeat=5)) * 1e3
    speed = f"where the sum of 1,000 squares takes {squares:.0f} µs"
    return f"{os.cpu_count()} CPUs, {system}, {speed}, {python}, {', '.join(versions)}"


def _ratio(times: dict[str, float | str], column: str) -> str:
    found = times.get(column, "–")
    return found if isinstance(found, str) else _three(found / _number(times["kernel"]))


def _three(number: float) -> str:
    """Three significant digits, and no exponent."""
    return f"{number:,.0f}" if number >= 100 else f"{number:#.3g}"


def _number(found: float | str) -> float:
    assert isinstance(found, float)
    return found


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


# -------------------------------------------------------------------------------------- picture

STYLES = {  # colour and marker: lazyad's own grey, people black, tools in colour
    "kernel, fast": ("0.55", "o"),
    "plain f": ("0.55", "x"),
    "hand": ("black", "o"),
    "insight": ("black", "*"),
    "native": ("0.55", "s"),
    "bound": ("0.55", "d"),
    "Numba": ("#0072b2", "s"),
    "CasADi buffers": ("#009e73", "^"),
    "CasADi call": ("#009e73", "v"),
    "SymPy": ("#e69f00", "D"),
    "JAX": ("#d55e00", "P"),
    "autograd": ("#cc79a7", "X"),
}


def draw(results: Sequence[Measured], path: Path) -> None:
    """One band a function, one mark a contestant, on a logarithmic axis around lazyad's kernel."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 7), layout="constrained")
    axes = figure.add_subplot()
    axes.axvspan(1e-3, 1.0, color="#f3e3e0", zorder=0)
    axes.axvline(1.0, color="black", linewidth=1.2)
    for at, column in enumerate(COLUMNS):
        colour, marker = STYLES[column]
        lower = 0.7 * (at + 0.5) / len(COLUMNS) - 0.35  # so that equal ones do not hide each other
        points = [
            (found / _number(times["kernel"]), row + lower)
            for row, (_, times) in enumerate(results)
            if isinstance(found := times.get(column), float)
        ]
        x, y = zip(*points, strict=True) if points else ((), ())
        size = 90 if marker == "*" else 45
        axes.scatter(x, y, s=size, c=colour, marker=marker, label=column, zorder=3)
    labels = [f"{name}\n{_three(_number(times['kernel']))} ns" for name, times in results]
    axes.set_yticks(range(len(results)), labels)
    axes.set_xscale("log")
    ratios = [
        found / _number(times["kernel"])
        for _, times in results
        for column in COLUMNS
        if isinstance(found := times.get(column), float)
    ]
    axes.set_xlim(min(ratios) / 1.5, max(ratios) * 1.5)
    axes.xaxis.set_major_formatter("{x:g}")
    for edge in range(1, len(results)):
        axes.axhline(edge - 0.5, color="0.75", linewidth=0.6)
    axes.set_ylim(len(results) - 0.5, -0.5)
    axes.set_xlabel("time / time of lazyad's kernel    (shaded: faster than lazyad)")
    axes.set_title("One call of value and tangent, beside lazyad's kernel", loc="left")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False)
    figure.savefig(path, dpi=150)
