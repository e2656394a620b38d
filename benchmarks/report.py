"""What was measured, as Markdown tables and one picture."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from benchmarks.functions import PROBLEMS
from benchmarks.peers import PEERS
from benchmarks.scaling import SUM_TERMS, Compilation, Import
from benchmarks.timing import Measured
from benchmarks.tracing import Tracing

PACKAGES = ("jax", "casadi", "sympy", "autograd", "numba", "numpy", "matplotlib")
HANDS = tuple(dict.fromkeys(name for problem in PROBLEMS for name in problem.hands))
COLUMNS = ("kernel, fast", "plain f", *HANDS, *PEERS)

READING = """\
Every number is the quickest of many short batches; the contestants of one row took turns within one
run. The first column is nanoseconds a call of `f.kernel(...)`, lazyad's function of value and
tangent; the others are multiples of it, so **above 1 is slower than lazyad, below 1 is faster**.
`kernel, fast` is `optimize="fast"`, lazyad's algebra of the real numbers. `plain f` is the function
itself, without any derivative. `hand` is the same formula differentiated by hand; `insight` is a
formula that only a specialist knows to be equal. `CasADi buffers` does not include writing
arguments and reading results; Numba compiles the hand-written code and takes scalars as lazyad
does. All agree with lazyad to 1e-9, or say `wrong`."""


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


def compile_targets(
    chains: dict[int, Compilation | None], summed: Compilation | None, imported: Import
) -> list[Target]:
    """Time and memory of compiling, and of importing."""
    targets = []
    for size, one in chains.items():
        each = one.seconds / one.nodes * 1e6 if one else 0.0
        targets.append(
            Target(
                f"a chain of {size:,} nodes compiles in ≤ 100 µs a node",
                f"{each:.0f} µs" if one else "it failed",
                bool(one and one.correct and each <= 100),
            )
        )
        if size == 1_000_000:
            found = f"{one.peak:.1f} GB" if one else "it failed"
            targets.append(Target(f"... of {size:,}, in < 6 GB", found, bool(one and one.peak < 6)))
    found = f"{summed.seconds:.1f} s, {summed.peak:.1f} GB" if summed else "it failed"
    targets.append(
        Target(
            f"a sum of {SUM_TERMS:,} terms compiles and runs",
            found,
            bool(summed and summed.correct),
        )
    )
    took = imported.milliseconds
    targets.append(Target("import lazyad takes ≤ 30 ms", f"{took:.1f} ms", took <= 30))
    loaded = ", ".join(imported.foreign) or "none"
    targets.append(Target("... and loads no third-party package", loaded, not imported.foreign))
    return targets


# --------------------------------------------------------------------------------------- tables


def markdown(results: Sequence[Measured], targets: Iterable[Target]) -> str:
    """The whole report."""
    rows = [
        [name, _three(_number(times["kernel"])), *(_ratio(times, column) for column in COLUMNS)]
        for name, times in results
    ]
    promises = [[one.promise, one.found, "yes" if one.met else "**no**"] for one in targets]
    parts = [
        "# Benchmarks",
        f"Written by `python -m benchmarks` on {machine()}.",
        "## Value and tangent along one direction",
        READING,
        _table(["function", "kernel, ns", *COLUMNS], rows),
        "![the same as a picture](results.png)",
        "## Targets",
        _table(["target", "found", "met"], promises),
    ]
    return "\n\n".join(parts) + "\n"


def machine() -> str:
    """CPU count, Python and package versions; nothing that names the machine."""
    versions = []
    for name in PACKAGES:
        try:
            versions.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            versions.append(f"no {name}")
    python = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} {platform.machine()}"
    return f"{os.cpu_count()} CPUs, {system}, {python}, {', '.join(versions)}"


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
