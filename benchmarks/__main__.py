"""Run everything, print the tables, and write results.md and results.png beside this file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.report import call_targets, compile_targets, draw, markdown, tracing_targets
from benchmarks.scaling import SUM_TERMS, compile_apart, measure_chains, measure_import
from benchmarks.timing import measure_all
from benchmarks.tracing import measure_tracing

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Measure calls, then tracing and compilation, then report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, no chain above 10^5")
    quick = parser.parse_args().quick
    results = measure_all(60 if quick else 500, say)
    say("compiling chains and a sum")
    chains = measure_chains(100_000 if quick else 1_000_000)
    summed = compile_apart("long_sum", SUM_TERMS)
    say("tracing")
    traced = measure_tracing(2 if quick else 5)
    say("importing")
    targets = [
        *call_targets(results),
        *tracing_targets(traced),
        *compile_targets(chains, summed, measure_import()),
    ]
    text = markdown(results, targets)
    print(text)
    (HERE / "results.md").write_text(text, encoding="utf-8")
    try:
        draw(results, HERE / "results.png")
    except ImportError:
        say("no picture: matplotlib is not installed")


def say(what: str) -> None:
    """Progress, apart from the report on standard output."""
    print(f"[{what}]", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
