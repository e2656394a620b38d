"""Loops that stay loops: what their kernels cost beside loops written by hand and other tools', and
what loops and branches cost to compile.

In: nothing. Out: one race a loop (`benchmarks.loop_functions`), rows of what was compiled, and
tables of both. A room of its own because a loop's kernel is measured against the loop that a person
would write, and against loops that JAX and CasADi have of their own.
"""

from __future__ import annotations

import linecache
import time
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import lazyad as la
from benchmarks.loop_functions import LOOPS, Loop
from benchmarks.timing import Call, Measured, measure

CONTESTANTS = ("by hand", "plain f", "JAX", "CasADi", "native kernel")
INPUTS = [0.3 + 0.01 * k for k in range(100)]
IFS = (10, 100, 1000)


class Compiled(NamedTuple):
    """What was compiled: milliseconds, and lines of source."""

    what: str
    milliseconds: float
    lines: int


def race_loops(rounds: int) -> list[Measured]:
    """Each loop's kernel, the loop written by hand, the function itself and the peers, by turns."""
    return [_race(loop, rounds) for loop in LOOPS]


def _race(loop: Loop, rounds: int) -> Measured:
    args = (*loop.point, *loop.direction)
    own = {"kernel": Call(la.compile(loop.function).kernel, args)}
    others = {
        "by hand": lambda: Call(loop.by_hand, args),
        "native kernel": lambda: Call(la.compile(loop.function, target="native").kernel, args),
        "JAX": partial(_jax, loop),
        "CasADi": partial(_casadi, loop),
    }
    measured = measure(loop.function.__name__, own, others, rounds)
    plain = measure("", {"plain f": Call(loop.function, loop.point)}, {}, rounds)
    return measured._replace(times={**measured.times, **plain.times})


def _jax(loop: Loop) -> Call:
    """jax.jit of jax.jvp of the loop in `lax`, float64."""
    import jax

    jax.config.update("jax_enable_x64", True)
    function = loop.in_jax(jax)
    both = jax.jit(lambda x, dx: jax.jvp(function, x, dx))
    point, direction = (tuple(map(jax.numpy.float64, one)) for one in (loop.point, loop.direction))
    return Call(lambda x, dx: jax.block_until_ready(both(x, dx)), (point, direction))


def _casadi(loop: Loop) -> Call:
    """A CasADi Function of value and tangent, whose rounds are a `mapaccum` with `if_else`."""
    import casadi

    if loop.in_casadi is None:
        raise ImportError("CasADi has no loop to a tolerance")
    x, dx = casadi.MX.sym("x", len(loop.point)), casadi.MX.sym("dx", len(loop.point))
    value = loop.in_casadi(casadi, *casadi.vertsplit(x))
    function = casadi.Function("f", [x, dx], [value, casadi.jtimes(value, x, dx)])
    args = (casadi.DM(loop.point), casadi.DM(loop.direction))
    return Call(function, args, lambda both: [part.nonzeros() for part in both])


def weighted(ps, x):
    """A thousand steps, each of which reads each of the inputs."""
    v = 0.0
    for _ in range(1000):
        force = 0.0
        for k in range(0, len(ps), 2):
            force = force + ps[k] * x - ps[k + 1] * v
        x, v = x + 0.001 * v, v - 0.001 * force
    return x + v


def race_gradient(rounds: int) -> Measured:
    """The gradient of a loop in a hundred inputs, beside its value by the kernel for that."""
    compiled, args = la.compile(weighted), (INPUTS, 0.5)
    own = {
        "kernel": Call(compiled.grad.lower(*args).kernel, args),
        "value": Call(compiled.lower(*args).primal.kernel, args),
    }
    return measure("gradient in 101 inputs", own, {}, rounds)


def newton(a):
    """Newton's square root, forty rounds at most."""
    x = a
    for _ in range(40):
        d = (x * x - a) / (2.0 * x)
        x = x - d
        if abs(d) < 1e-12:
            break
    return x


def sequential(count: int) -> Callable[[Any], Any]:
    """So many `if`s, one after the other."""
    lines = ["def ifs(x):", "    y = x"]
    for k in range(count):
        lines += [f"    if x > {k}.5:", f"        y = y * 1.01 + {k}.0", "    else:"]
        lines += [f"        y = y - {k}.25 * x"]
    text = "\n".join([*lines, "    return y", ""])
    name = f"<{count} ifs>"
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
    space: dict[str, Any] = {}
    exec(compile(text, name, "exec"), space)
    found: Callable[[Any], Any] = space["ifs"]
    return found


def compile_loops() -> list[Compiled]:
    """What each loop's kernel, two gradients and rows of `if`s take to compile, once warm."""
    rows = [_compiled(one.function.__name__, partial(_kernel, one.function)) for one in LOOPS]
    rows.append(_compiled("gradient in 101 inputs", partial(_gradient, weighted, INPUTS, 0.5)))
    rows.append(_compiled("gradient of Newton, 40 rounds", partial(_gradient, newton, 2.0)))
    rows += [_compiled(f"{n} ifs", partial(_kernel, sequential(n))) for n in IFS]
    return rows


def _kernel(function: Callable[..., Any]) -> str:
    compiled = la.compile(function)
    compiled.kernel  # noqa: B018  (what is timed)
    return compiled.source


def _gradient(function: Callable[..., Any], *args: Any) -> str:
    gradient = la.compile(function).grad.lower(*args)
    gradient.kernel  # noqa: B018  (what is timed)
    return gradient.source


def _compiled(what: str, make: Callable[[], str]) -> Compiled:
    """The quicker of two: the first of a process imports what it needs."""
    spent = []
    for _ in range(2):
        start = time.perf_counter()
        source = make()
        spent.append(time.perf_counter() - start)
    return Compiled(what, min(spent) * 1e3, len(source.splitlines()))


def table(races: list[Measured], gradient: Measured, rows: list[Compiled]) -> str:
    """Both as Markdown, with what was promised."""
    lines = [
        "| kernel ÷ | " + " | ".join(CONTESTANTS) + " |",
        "|---" * (len(CONTESTANTS) + 1) + "|",
    ]
    lines += [f"| {one.problem} | " + " | ".join(_ratios(one.times)) + " |" for one in races]
    ratio = _ratio(gradient.times, "value")
    lines += [
        "",
        "Promised are 1.05 of the loop by hand, and 0.5 of JAX up to 10,000 operations (rk4 has "
        "half a million: there machine code is what to ask for). "
        f"The gradient in 101 inputs takes {ratio} of the time of its loop (8 promised).",
        "",
        "| compiled | ms | lines |",
        "|---|---|---|",
    ]
    lines += [f"| {one.what} | {one.milliseconds:.1f} | {one.lines} |" for one in rows]
    return "\n".join(lines)


def _ratios(times: dict[str, float | str]) -> list[str]:
    return [_ratio(times, other) for other in CONTESTANTS]


def _ratio(times: dict[str, float | str], other: str) -> str:
    kernel, found = times["kernel"], times[other]
    if isinstance(kernel, str) or isinstance(found, str):
        return str(found)
    return f"{kernel / found:.2f}"


def measured_loops(rounds: int) -> str:
    """All of it."""
    return table(race_loops(rounds), race_gradient(rounds), compile_loops())


if __name__ == "__main__":
    print(measured_loops(200))
