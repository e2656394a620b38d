"""Whole arrays: peak memory and time of values, tangents and gradients, ours and others'.

    python -m benchmarks.arrays [--quick] [--only TEXT]

In: nothing. Out: one table of what was measured and one of what was aimed at, met or missed. A
room of its own because each row is a process of its own, so that its peak is nobody else's. The
peak is that of one call above what was in use before it: arguments, weights and compiled code are
not in it. Time is that of the processor, on one thread, the least of several calls. The peers are
skipped where they are not installed.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
ENOUGH, CALLS = 6.0, 7  # seconds of a row's calls, and at most so many of them
MB = 1e6


class Row(NamedTuple):
    """One contestant on one model of one size; `numbers` are the fields of the model's Size."""

    model: str
    numbers: tuple[int, ...]
    contestant: str


def decoders(quick: bool) -> Iterator[Row]:
    """Layers, tokens and texts of a batch, as the model's Size has them."""
    from benchmarks.decoder import CONTESTANTS

    tokens, batch = (32, 2) if quick else (128, 8)
    several = {"lazyad, value and tangent", "torch, backprop", "lazyad, layers by la.scan"}
    long = {
        *("lazyad, value and tangent", "torch, value", "torch, backprop", "torch.func.jvp"),
        "torch, SDPA and a checkpoint per layer",
    }
    for layers in (2, 8):
        yield from [
            Row("decoder", (layers, tokens, batch), one) for one in CONTESTANTS if one in several
        ]
    yield from [Row("decoder", (16, tokens, batch), one) for one in CONTESTANTS]
    yield from [Row("decoder", (8, tokens * 8, 1), one) for one in CONTESTANTS if one in long]
    yield from [Row("compile", (layers, tokens, batch), "lazyad") for layers in (2, 8, 16)]


def rows(quick: bool) -> list[Row]:
    """All that is measured."""
    from benchmarks import rollouts

    size = (64, 400) if quick else (1024, 10_000)
    return [
        *decoders(quick),
        *[Row("pendulum", size, one) for one in rollouts.CONTESTANTS],
        *[Row("tanh(A @ x).sum()", (100,), one) for one in PRODUCTS],
    ]


# ---------------------------------------------------------------------------------- one process


def product(size: int, what: str) -> Callable[[], Any]:
    """tanh(A @ x).sum(): the value of NumPy, or the value and tangent in x, or in A and x."""
    import numpy as np

    import lazyad as la

    rng = np.random.default_rng(0)
    a, x = rng.normal(size=(size, size)), rng.normal(size=size)

    def f(a: Any, x: Any) -> Any:
        return np.tanh(a @ x).sum()

    if what == "value":
        return lambda: (f(a, x), None)
    both = la.compile(f, target="array", wrt=("a", "x") if what == "both" else "x")
    seeds = (a, x) if what == "both" else (x,)
    kernel = both.lower(a, x).kernel
    return lambda: (kernel(a, x, *seeds)[0], None)


PRODUCTS = {
    "NumPy, value": "value",
    "lazyad's kernel, tangent in x": "x",
    "lazyad's kernel, tangent in A and x": "both",
}


def compiling(numbers: tuple[int, ...]) -> dict[str, Any]:
    """Milliseconds to compile value and tangent, over the operations that are emitted."""
    import lazyad as la
    from benchmarks.decoder import Size, data, decoder

    size = Size(*numbers)
    given, _ = data(size)

    def compiled() -> Any:
        lowered = la.compile(decoder(size), target="array", wrt="adapters").lower(*given)
        return lowered, lowered.kernel

    count = compiled()[0].graph.operations.total()
    seconds, _ = least(compiled)
    return {"seconds": seconds, "operations": count, "each": seconds / count}


def least(call: Callable[[], Any]) -> tuple[float, int]:
    """The least seconds of the processor that a call took, of so many."""
    began, best, number = time.perf_counter(), float("inf"), 1
    for at in range(CALLS):
        start = time.process_time()
        for _ in range(number):
            call()
        took = (time.process_time() - start) / number
        best = min(best, took)
        if time.perf_counter() - began > ENOUGH:
            return best, at + 1
        number = max(1, int(0.02 / max(took, 1e-7)))
    return best, CALLS


def measured(row: Row) -> dict[str, Any]:
    """What this process finds of a row: peak, time, and the numbers, for others to agree with."""
    from benchmarks import decoder, rollouts
    from benchmarks.memory import peak_of

    if row.model == "compile":
        return compiling(row.numbers)
    if row.model == "decoder":
        call = decoder.CONTESTANTS[row.contestant](decoder.Size(*row.numbers))
    elif row.model == "pendulum":
        call = rollouts.CONTESTANTS[row.contestant](rollouts.Size(*row.numbers))
    else:
        call = product(row.numbers[0], PRODUCTS[row.contestant])
    value, derivative = call()  # what is compiled and loaded once is no part of a call
    peak, how = peak_of(call)
    if derivative is not None:
        derivative = list(map(float, getattr(derivative, "flat", [derivative])))
    seconds, calls = least(call)
    return {
        "peak": peak,
        "how": how,
        "seconds": seconds,
        "calls": calls,
        "value": float(value),
        "derivative": derivative,
    }


def child(row: Row) -> None:
    """Print what is measured, or the word for why there is nothing."""
    try:
        found = measured(row)
    except ImportError as error:
        found = {"word": f"skipped: no {error.name}"}
    print(json.dumps(found))


# ---------------------------------------------------------------------------------- all of them


def run(row: Row, environment: Mapping[str, str]) -> dict[str, Any]:
    """What a process of its own finds of a row."""
    command = [sys.executable, "-m", "benchmarks.arrays", "--row", json.dumps(row)]
    known = {**os.environ, **dict.fromkeys(THREADS, "1"), **environment}
    done = subprocess.run(command, env=known, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"word": f"failed: {(done.stderr.strip().splitlines() or ['?'])[-1][:60]}"}
    return dict(json.loads(done.stdout.splitlines()[-1]))


def agrees(found: dict[str, Any], first: dict[str, Any]) -> bool:
    """Whether numbers in float32 are those of the first contestant."""
    pairs = [(found["value"], first["value"])]
    if found["derivative"] is not None and first["derivative"] is not None:
        pairs += zip(found["derivative"], first["derivative"], strict=True)
    most = max(abs(b) for _, b in pairs)
    return all(abs(a - b) <= 2e-4 * most for a, b in pairs)


Found = dict[Row, dict[str, Any]]


def measure(chosen: list[Row]) -> Found:
    """Each row's numbers; those that disagree with lazyad's have a word in their place."""
    found: Found = {}
    with tempfile.TemporaryDirectory() as folder:
        from benchmarks.memory import watching

        environment = watching(folder)
        for row in chosen:
            print(f"[{row.model} {row.numbers} {row.contestant}]", end=" ", file=sys.stderr)
            found[row] = run(row, environment)
            print(found[row], file=sys.stderr, flush=True)
    for row, one in found.items():
        own = [
            found[other]
            for other in found
            if other[:2] == row[:2] and (found[other].get("derivative") is not None)
        ]
        if "value" in one and own and not agrees(one, own[0]):
            one["word"] = "wrong"
    return found


def table(found: Found) -> str:
    """What was measured, a line a row."""
    lines = [
        "| model | sizes | contestant | peak, MB | CPU s | of calls |",
        "|---|---|---|---|---|---|",
    ]
    for row, one in found.items():
        sizes = " × ".join(map(str, row.numbers))
        head = f"| {row.model} | {sizes} | {row.contestant} |"
        if "word" in one:
            lines.append(f"{head} {one['word']} | | |")
        elif row.model == "compile":
            each = f"{one['operations']} operations, {one['each'] * 1e3:.3f} ms each"
            lines.append(f"{head} {each} | {one['seconds']:.3f} | |")
        else:
            lines.append(f"{head} {one['peak'] / MB:.2f} | {one['seconds']:.3g} | {one['calls']} |")
    hows = {one["how"] for one in found.values() if "how" in one}
    lines.append(f"\nPeaks by {' and '.join(sorted(hows))}.")
    return "\n".join(lines)


class Target(NamedTuple):
    """What was aimed at: a quantity of the rows, at most so much."""

    name: str
    most: float
    unit: str
    quantity: Callable[[Callable[..., float]], float]


def targets(found: Found) -> list[Target]:
    """Those of the essay, by the rows of the largest sizes that were measured."""
    normal = sorted({row.numbers for row in found if row.model == "decoder" and row.numbers[2] > 1})
    long = [row.numbers for row in found if row.model == "decoder" and row.numbers[2] == 1]
    own = "lazyad, value and tangent"
    pushed = "lazyad, 4 directions forward"
    backprop, best = "torch, backprop", "torch, SDPA and a checkpoint per layer"
    pendulum = next((row.numbers for row in found if row.model == "pendulum"), ())
    small = "tanh(A @ x).sum()"
    few, some, many = (*normal, (0,), (0,), (0,))[:3]
    one = "tangent"

    def peak(at: Any, who: str, model: str = "decoder") -> Any:
        return lambda get: get(model, at, who, "peak")

    def ratio(at: Any, who: str, other: str, what: str, model: str = "decoder") -> Any:
        return lambda get: get(model, at, who, what) / get(model, at, other, what)

    listed = [
        *[
            Target(f"decoder, {at[0]} layers, {one}: peak", 14.0, "MB", peak(at, own))
            for at in (few, some, many)
        ],
        Target(
            f"... peak at {many[0]} layers ÷ at {few[0]}",
            1.03,
            "",
            lambda get: peak(many, own)(get) / peak(few, own)(get),
        ),
        Target("... ÷ torch backprop, 8 layers", 1 / 9, "", ratio(some, own, backprop, "peak")),
        Target("... ÷ torch backprop, 16 layers", 1 / 17, "", ratio(many, own, backprop, "peak")),
        Target("... ÷ SDPA and checkpoints, 16", 1 / 2.5, "", ratio(many, own, best, "peak")),
        Target("long text, 8 layers: peak", 17.0, "MB", peak((long or [()])[0], own)),
        Target(
            "time: value ÷ plain NumPy",
            1.0,
            "",
            ratio(many, "lazyad, value", "NumPy, value", "seconds"),
        ),
        Target(
            f"time: {one} ÷ plain NumPy's value",
            1.6,
            "",
            ratio(many, own, "NumPy, value", "seconds"),
        ),
        Target(
            f"time: {one} ÷ torch.func.jvp", 0.6, "", ratio(many, own, "torch.func.jvp", "seconds")
        ),
        Target(f"time: {one} ÷ jax.jit(jvp)", 1.1, "", ratio(many, own, "jax.jit(jvp)", "seconds")),
        Target("8 directions, 16 layers: peak", 55.0, "MB", peak(many, "lazyad, 8 directions")),
        *[
            Target(
                f"compile, {at[0]} layers, an operation",
                0.15,
                "ms",
                lambda get, at=at: 1e3 * get("compile", at, "lazyad", "each"),
            )
            for at in (few, some, many)
        ],
        Target("pendulum, gradient forward: peak", 0.6, "MB", peak(pendulum, pushed, "pendulum")),
        Target(
            "... time ÷ jax.jit(grad(scan))",
            1.2,
            "",
            ratio(pendulum, pushed, "jax.jit(grad(scan))", "seconds", "pendulum"),
        ),
        Target(
            "emitted reverse ÷ torch's peak",
            1.1,
            "",
            ratio(many, "lazyad, gradient", backprop, "peak"),
        ),
        Target(
            f"{small}, 100: tangent in A and x ÷ NumPy's value",
            2.2,
            "",
            ratio((100,), "lazyad's kernel, tangent in A and x", "NumPy, value", "seconds", small),
        ),
    ]
    return listed


def aims(found: Found) -> str:
    """What was aimed at, and whether it was met; what was not measured says so."""

    def get(model: str, numbers: Any, contestant: str, what: str) -> float:
        one = found.get(Row(model, tuple(numbers), contestant), {})
        return float("nan") if "word" in one else float(one.get(what, "nan"))

    lines = ["| measure | aimed at | measured | |", "|---|---|---|---|"]
    for target in targets(found):
        value = target.quantity(get)
        scale = MB if target.unit == "MB" else 1.0
        verdict = "met" if value / scale <= target.most else "missed"
        verdict = "not measured" if math.isnan(value) else verdict
        number, most = [f"{one:.3g} {target.unit}".strip() for one in (value / scale, target.most)]
        lines.append(f"| {target.name} | ≤ {most} | {number} | {verdict} |")
    return "\n".join(lines)


def main() -> None:
    """Measure each row in a process of its own, and print both tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.arrays", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="small sizes; no aim is meant for them"
    )
    parser.add_argument("--only", default="", help="the rows that have this text in them")
    parser.add_argument("--row", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.row:
        model, numbers, contestant = json.loads(options.row)
        child(Row(model, tuple(numbers), contestant))
        return
    chosen = [row for row in rows(options.quick) if options.only in f"{row.model} {row.contestant}"]
    found = measure(chosen)
    print(table(found))
    if not (options.quick or options.only):
        print(f"\n{aims(found)}")


if __name__ == "__main__":
    main()
