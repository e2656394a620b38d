"""Run everything, print the tables, and write results.md and results.png beside this file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks import report
from benchmarks.jacobians import measure_jacobians
from benchmarks.loops import measured_loops
from benchmarks.operations import hvp_ratios, measure_operations, taylor_operations
from benchmarks.peers import measure_tangents
from benchmarks.scaling import (
    GRADIENT_SIZES,
    SIZES,
    SUM_TERMS,
    TRIDIAGONAL_SIZES,
    measure_import,
    measure_sizes,
)
from benchmarks.suite import CASES, UNSEEN
from benchmarks.tracing import measure_tracing

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Measure compilation and calls, count operations, measure tracing, then report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, functions and sizes")
    quick = parser.parse_args().quick
    cases = (*CASES, *UNSEEN)[:: 4 if quick else 1]
    # First, while this process is small: on Linux, a child's peak begins with its parent's.
    compiled = {}
    for shape, sizes in {
        "chain": SIZES,
        "long_sum": (SUM_TERMS,),
        "gradient": GRADIENT_SIZES,
        "tridiagonal": TRIDIAGONAL_SIZES,
    }.items():
        say(f"compiling: {shape}")
        compiled[shape] = measure_sizes(shape, sizes[:1] if quick else sizes)
    tangents = measure_tangents(40 if quick else 300, say)
    say("counting operations")
    counts = measure_operations(cases)
    both = measure_jacobians(cases, 20 if quick else 150, say)
    say("counting operations of second and higher derivatives")
    taylor, hvp = taylor_operations(8), hvp_ratios(cases)
    say("tracing")
    traced = measure_tracing(2 if quick else 5)
    say("loops")
    loops = measured_loops(20 if quick else 200)
    say("importing")
    targets = [
        *report.call_targets(tangents),
        *report.operation_targets(counts),
        *report.jacobian_targets(both, counts),
        *report.tracing_targets(traced),
        *report.compile_targets(compiled["chain"], compiled["long_sum"], measure_import()),
        *report.scaling_targets(compiled["gradient"], compiled["tridiagonal"], taylor, hvp),
    ]
    text = report.markdown(tangents, counts, both, compiled, targets)
    text += f"\n## Loops that stay loops\n\n{loops}\n"
    print(text)
    (HERE / "results.md").write_text(text, encoding="utf-8")
    try:
        report.draw(tangents, HERE / "results.png")
    except ImportError:
        say("no picture: matplotlib is not installed")


def say(what: str) -> None:
    """Progress, apart from the report on standard output."""
    print(f"[{what}]", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
