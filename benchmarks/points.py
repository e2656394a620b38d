"""Many points: lazyad's engines beside heyoka, Numba, JAX, NumPy as users write it, and the memory.

In: nothing. Out: rows of ratios; CPU time, the least of rounds in which all take turns, on one core
but for the row of threads. A room of its own because a million points are measured in what memory
can carry. All compute the value and every first derivative into arrays that are there already
(NumPy, JAX and lazyad's "numpy" target return new ones).

`python -m benchmarks.points [POINTS]`; who is not installed is skipped.
"""

from __future__ import annotations

import itertools
import math
import sys
import time
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import lazyad
from benchmarks.suite import CASES, Case

ROUNDS = 7
FEW = (1, 10, 100)
Call = Callable[[], Any]


def exp_mix(ops: Any) -> Callable[..., Any]:
    """What is mostly exponentials, logarithms and angles."""

    def exp_mix(x, y):
        return ops.exp(-x * y) * ops.sin(x) + ops.log(1.0 + y * y)

    return exp_mix


def problems() -> list[Case]:
    """Those of the table, in its order."""
    known = {case.name: case for case in CASES}
    return [
        Case("exp_mix", exp_mix, (0.7, 1.3)),
        *[known[name] for name in ("black_scholes", "cr3bp", "ba_reproj", "lj_5")],
    ]


def least(calls: dict[str, Call], rounds: int = ROUNDS, times: int = 1) -> dict[str, float]:
    """Seconds of CPU of each, one after the other in every round."""
    best = dict.fromkeys(calls, math.inf)
    for _ in range(rounds):
        for name, call in calls.items():
            start = time.process_time()
            for _ in range(times):
                call()
            best[name] = min(best[name], (time.process_time() - start) / times)
    return best


def flat(values: Any) -> list[Any]:
    """The arrays of nested tuples and lists."""
    if not isinstance(values, (list, tuple)):
        return [values]
    return [one for value in values for one in flat(value)]


def columns_of(case: Case, count: int) -> Any:
    import numpy

    random = numpy.random.default_rng(1)
    points = numpy.array(case.point)[:, None] * (1.0 + 0.05 * random.random(count))
    return numpy.ascontiguousarray(points)


def lazyad_calls(case: Case, columns: Any) -> tuple[dict[str, Call], list[Any]]:
    """The native engine, NumPy's blocks and the text for whole arrays; and what they come to."""
    function, count = case.build(math), len(columns[0])
    calls: dict[str, Call] = {}
    for name, target in (("native", "native"), ("blocks", "python")):
        both = lazyad.compile(function, target=target).value_and_jacobian
        both.batch(*columns[:, :8])
        out = spaced(both.batch(*columns), count)
        calls[name] = lambda f=both, out=out: f.batch(*columns, threads=1, out=out)  # type: ignore[misc]
    whole = lazyad.compile(function, target="numpy").value_and_jacobian
    calls["whole arrays"] = lambda: whole(*columns)
    return calls, flat(lazyad.compile(function, target="native").value_and_jacobian.batch(*columns))


def spaced(made: Any, count: int) -> Any:
    """Arrays of the same structure, which do not all begin at one place of the cache."""
    import numpy

    pitch = count + -count % 8 + 24
    memory = numpy.zeros(len(flat(made)) * pitch + 8)
    start = -memory.ctypes.data % 64 // 8
    rows = (memory[start + at * pitch :][:count] for at in itertools.count())

    def like(part: Any) -> Any:
        return type(part)(map(like, part)) if isinstance(part, (list, tuple)) else next(rows)

    return like(made)


def bandwidth(columns: Any, size: int) -> Call:
    """What it takes to read as many columns and to write as many results, past the cache: a native
    function that computes nothing."""
    count = len(columns)
    names = ", ".join([f"x{at}" for at in range(count)])
    results = [f"-x{at % count}" for at in range(size)]
    function = eval(f"lambda {names}: ({', '.join(results)})")
    copy = lazyad.compile(function, target="native")
    out = spaced(copy.batch(*columns), len(columns[0]))
    return lambda: copy.batch(*columns, threads=1, out=out)


# ---------------------------------------------------------------------------------------- peers


def heyoka_calls(case: Case, columns: Any) -> dict[str, Call]:
    """cfunc, strict and with fast_math."""
    import heyoka
    import numpy

    def root(x: Any) -> Any:
        return math.sqrt(x) if isinstance(x, float) else heyoka.sqrt(x)

    names = {name: getattr(heyoka, name) for name in ("exp", "log", "sin", "cos", "erf")}
    x = heyoka.make_vars(*[f"x{at:02}" for at in range(len(columns))])
    values = case.build(SimpleNamespace(sqrt=root, **names))(*x)
    values = [*values] if isinstance(values, (list, tuple)) else [values]
    jacobian = heyoka.diff_tensors(values, x, diff_order=1).jacobian.ravel()
    wanted = [*values, *[heyoka.expression(one) for one in jacobian]]
    out = numpy.zeros((len(wanted), len(columns[0])))
    fast, strict = [heyoka.cfunc(wanted, x, fast_math=fast) for fast in (True, False)]
    return {
        "heyoka fast": lambda: fast(columns, outputs=out),
        "heyoka strict": lambda: strict(columns, outputs=out),
    }


def numba_calls(case: Case, columns: Any) -> dict[str, Call]:
    """njit with fastmath of a loop over points, of the text that lazyad writes."""
    import numba
    import numpy

    both = lazyad.compile(case.build(math)).value_and_jacobian
    kernel = both.lower(*case.point).primal
    scope: dict[str, Any] = {}
    exec(kernel.source, scope)
    for name, one in [*scope.items()]:
        if (
            callable(one)
            and getattr(one, "__module__", "math") != "math"
            and name != "__builtins__"
        ):
            scope[name] = numba.njit(fastmath=True, error_model="numpy")(one)
    size = len(flat(both(*case.point)))
    given = ", ".join([f"c{at}[i]" for at in range(len(columns))])
    shape = both(*case.point)
    places = itertools.count()

    def stores(part: Any, path: str) -> list[str]:
        if not isinstance(part, (list, tuple)):
            return [f"        o[{next(places)}, i] = r{path}"]
        return [line for at, one in enumerate(part) for line in stores(one, f"{path}[{at}]")]

    name = kernel.graph.name
    arrays = ", ".join([f"c{at}" for at in range(len(columns))])
    lines = [
        f"def loop({arrays}, o):",
        "    for i in range(len(c0)):",
        f"        r = {name}({given})",
    ]
    exec("\n".join([*lines, *stores(shape, "")]), scope)
    loop = numba.njit(fastmath=True, error_model="numpy")(scope["loop"])
    out = numpy.zeros((size, len(columns[0])))
    return {"Numba": lambda: loop(*columns, out)}


def jax_calls(case: Case, columns: Any) -> dict[str, Call]:
    """jit of vmap of the function and of its jacfwd."""
    import jax
    import jax.numpy as jnp
    from jax.scipy.special import erf

    jax.config.update("jax_enable_x64", True)
    names = {name: getattr(jnp, name) for name in ("sin", "cos", "exp", "log", "sqrt")}
    function = case.build(SimpleNamespace(erf=erf, **names))
    every = tuple(range(len(columns)))
    both = jax.jit(jax.vmap(lambda *x: (function(*x), jax.jacfwd(function, every)(*x))))
    given = [jnp.array(one) for one in columns]
    return {"JAX": lambda: jax.block_until_ready(both(*given))}


def numpy_calls(case: Case, columns: Any) -> dict[str, Call]:
    """NumPy as users write it: the function on arrays, and a difference for each derivative."""
    import numpy
    from scipy import special

    names = {name: getattr(numpy, name) for name in ("sin", "cos", "exp", "log", "sqrt")}
    function = case.build(SimpleNamespace(erf=special.erf, **names))

    def both() -> Any:
        value = function(*columns)
        slopes = []
        for at in range(len(columns)):
            moved = [one + 1e-7 * (at == place) for place, one in enumerate(columns)]
            pairs = zip(flat(function(*moved)), flat(value), strict=True)
            slopes += [(one - other) / 1e-7 for one, other in pairs]
        return value, slopes

    return {"NumPy, differences": both}


PEERS = (heyoka_calls, numba_calls, jax_calls, numpy_calls)


# --------------------------------------------------------------------------------------- tables


def many(case: Case, count: int) -> dict[str, float]:
    """Seconds of everybody at so many points."""
    columns = columns_of(case, count)
    calls, results = lazyad_calls(case, columns)
    for peer in PEERS:
        try:
            found = peer(case, columns)
            for call in found.values():
                call()
        except ImportError as missing:
            print(f"[skipped: {missing}]", file=sys.stderr)
            continue
        calls |= found
    calls["bandwidth"] = bandwidth(columns, len(results))
    return least(calls)


def few(case: Case) -> str:
    """A call of 1, 10 and 100 points, as multiples of heyoka's quicker one."""
    ratios = []
    for count in FEW:
        columns = columns_of(case, count)
        both = lazyad.compile(case.build(math), target="native").value_and_jacobian
        given, out = [*columns], both.batch(*columns)
        calls: dict[str, Call] = {
            "native": lambda f=both, c=given, out=out: f.batch(*c, out=out)  # type: ignore[misc]
        }
        try:
            calls |= heyoka_calls(case, columns)
        except ImportError:
            return "skipped"
        times = least(calls, 20, 200)
        ratios.append(f"{times['native'] / min(times[one] for one in times if 'h' in one):.2f}")
    return " / ".join(ratios)


def threads(case: Case, count: int) -> float:
    """Two threads ÷ one, by the clock."""
    columns = columns_of(case, count)
    both = lazyad.compile(case.build(math), target="native").value_and_jacobian
    out = spaced(both.batch(*columns), count)
    best = [math.inf, math.inf]
    for _ in range(ROUNDS):
        for at in (0, 1):
            start = time.perf_counter()
            both.batch(*columns, threads=1 + at, out=out)
            best[at] = min(best[at], time.perf_counter() - start)
    return best[1] / best[0]


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    print(f"\n{title}\n")
    for row in (heads, ["---", *["---:"] * (len(heads) - 1)], *rows):
        print("|", " | ".join(row), "|", flush=True)


def main() -> None:
    """Print the tables."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    cases, found = problems(), {}
    for case in cases:
        print(f"[{case.name}]", file=sys.stderr, flush=True)
        found[case.name] = many(case, count)
    names = [case.name for case in cases]
    kinds = list(dict.fromkeys(kind for one in found.values() for kind in one))
    rows = [[kind, *[f"{found[n][kind] * 1e9 / count:.2f}" for n in names]] for kind in kinds]
    table(f"value and all first derivatives at {count:,} points: ns a point", ["", *names], rows)
    pairs = {
        "native ÷ best heyoka": lambda t: t["native"] / min(t["heyoka fast"], t["heyoka strict"]),
        "native ÷ bandwidth": lambda t: t["native"] / t["bandwidth"],
        "NumPy blocks ÷ whole arrays": lambda t: t["blocks"] / t["whole arrays"],
    }
    rows = []
    for title, ratio in pairs.items():
        if "heyoka" not in title or "heyoka fast" in kinds:
            rows.append([title, *[f"{ratio(found[name]):.2f}" for name in names]])
    rows.append(["native, two threads ÷ one", *[f"{threads(case, count):.2f}" for case in cases]])
    rows.append([f"native ÷ heyoka at {' / '.join(map(str, FEW))}", *map(few, cases)])
    table("ratios", ["", *names], rows)


if __name__ == "__main__":
    main()
