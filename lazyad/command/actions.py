"""What each command does.

In: its words, and the function that they name. Out: text on standard output, and an exit status. A
room of its own because each is a command, and the commands are nothing else.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

from lazyad.command.colours import coloured, wanted
from lazyad.command.finding import Found, near
from lazyad.derivatives import NAMED
from lazyad.run.checks import checks
from lazyad.run.compiled import Compiled
from lazyad.values.errors import refused
from lazyad.values.structure import map_leaves, sampled, structure_of

SECONDS = 0.2  # that a row of the benchmark takes


def _asked(words: Any, found: Found) -> Any:
    """The program that is asked for."""
    lowered = found.lowered()
    if words.derivative == "value":
        return lowered.primal
    if words.derivative == "kernel":
        return lowered
    return lowered.derived(NAMED[words.derivative])


def show(words: Any, found: Found) -> int:
    source = _asked(words, found).source
    print(coloured(source) if wanted() else source, end="")
    return 0


def stages(words: Any, found: Found) -> int:
    names = []
    for name, graph in _asked(words, found).stages():
        if not words.only or name in words.only:
            print(f"-- {name}\n{graph}\n")
        names.append(name)
    unknown = [name for name in words.only or () if name not in names]
    if unknown:
        what = f"there is no stage {unknown[0]}"
        raise refused(ValueError, what, f"one of {', '.join(dict.fromkeys(names))}", "--only")
    return 0


def report(words: Any, found: Found) -> int:
    print(_asked(words, found).report())
    return 0


def graph(words: Any, found: Found) -> int:
    shown = _asked(words, found).graph
    kind = os.path.splitext(words.out or "graph.dot")[1].removeprefix(".")
    if kind not in ("dot", "svg", "png", "pdf"):
        what = f"{words.out!r} says of no picture what it is to be"
        raise refused(ValueError, what, "a name that ends in .svg, .png, .pdf or .dot", "--out")
    if words.out is None:
        print(shown.dot)
        return 0
    drawn = shown.dot.encode() if kind == "dot" else shown.drawn(kind)
    with open(words.out, "wb") as file:
        file.write(drawn)
    print(words.out)
    return 0


def page(words: Any, found: Found) -> int:
    if words.derivative == "kernel":
        shown = found.lowered()
    else:
        shown = Found(getattr(found.compiled, words.derivative), found.example).lowered()
    print(shown.page(words.out))
    return 0


def export(words: Any, found: Found) -> int:
    found.lowered().export(words.out, words.derivative or (), standalone=words.standalone)
    print(words.out)
    return 0


def check(words: Any, found: Found) -> int:
    """One line for all that was compared at a point, and one more for each that is wrong."""
    wrong = 0
    if words.points < 1:
        what = f"there are no {words.points} points to check at"
        raise refused(ValueError, what, "1 or more", "--points")
    for example in near(found.sure(), words.points):
        call = f"{found.compiled.__name__}{_written(example)}"
        rows = [*checks(found.compiled, example.args, example.kwargs, words.order)]
        failing = [row for row in rows if row.fails]
        print(f"{'wrong' if failing else 'right'}  {call}: {len(rows)} comparisons")
        for row in failing:
            print(f"       {row}, at {row.place}; allowed is {row.allowed:.1e}")
        wrong += bool(failing)
    return 1 if wrong else 0


def _written(example: Any) -> str:
    given = [repr(one) for one in example.args]
    given += [f"{name}={one!r}" for name, one in example.kwargs.items()]
    return f"({', '.join(given)})"


def bench(words: Any, found: Found) -> int:
    """Nanoseconds a call: of the function as it was written, compiled, and of the derivative."""
    args, kwargs = found.sure()
    compiled: Compiled[..., Any] = found.compiled
    rows: list[tuple[str, Callable[[], Any]]] = []
    if compiled.function is not None:
        plain = compiled.function
        rows.append(("the function", lambda: plain(*args, **kwargs)))
    rows.append(("compiled", lambda: compiled(*args, **kwargs)))
    asked = "jvp" if words.derivative in ("kernel", "value") else words.derivative
    derivative = getattr(compiled, asked)
    if asked in ("jvp", "hvp"):
        primals = compiled._bound(args, kwargs)
        ones = compiled.found(primals)[0].tangents
        vectors = tuple([map_leaves(lambda _: 1.0, one) for one in ones])
        rows.append((asked, lambda: derivative(primals, vectors)))
    elif asked == "vjp":
        primals = compiled._bound(args, kwargs)
        result = structure_of(compiled(*args, **kwargs), result=True)
        rows.append(
            (asked, lambda: derivative(primals, map_leaves(lambda _: 1.0, sampled(result))))
        )
    else:
        rows.append((asked, lambda: derivative(*args, **kwargs)))
    times = [_nanoseconds(call) for _, call in rows]
    for (name, _), taken in zip(rows, times, strict=True):
        print(f"{name:<20} {taken:>12,.0f} ns  {taken / times[0]:>8.2f}")
    return 0


def _nanoseconds(call: Callable[[], Any]) -> float:
    """The least that a call took, of many."""
    call()
    count, best, end = 1, float("inf"), time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        start = time.perf_counter()
        for _ in range(count):
            call()
        taken = time.perf_counter() - start
        best = min(best, taken / count)
        if taken < SECONDS / 20:
            count *= 2
    return best * 1e9
