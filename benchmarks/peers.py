"""One function a tool: how that tool computes value and tangent, in the fastest way it offers.

Each takes a Problem and returns a `Call`. What a tool does before its first call (trace, compile,
convert the arguments to its own arrays) is not timed, and imports stand inside the functions, so
that a tool that is not installed raises ImportError here alone.
"""

from __future__ import annotations

import array
import math
from collections.abc import Callable, Sequence
from functools import partial
from types import SimpleNamespace
from typing import Any

import lazyad
from benchmarks.functions import PROBLEMS, Problem
from benchmarks.timing import Call, Measured, measure

Build = Callable[[Any], Callable[..., Any]]


def measure_tangents(rounds: int, say: Callable[[str], None]) -> list[Measured]:
    """Value and tangent of every function of `functions`, by lazyad, by hand and by every peer."""
    results = []
    for problem in PROBLEMS:
        say(f"{problem.name}: value and tangent")
        compiled = lazyad.compile(problem.build(lazyad))
        fast = lazyad.compile(problem.build(lazyad), optimize="fast")
        args = (*problem.point, *problem.direction)
        own = {
            "kernel": Call(compiled.kernel, args),
            "jvp": Call(compiled.jvp, (problem.point, problem.direction)),
            "plain f": Call(problem.build(math), problem.point),
        }
        others = {
            "kernel, fast": partial(Call, fast.kernel, args),
            **{name: partial(Call, hand, args) for name, hand in problem.hands.items()},
            **{name: partial(peer, problem) for name, peer in PEERS.items()},
        }
        results.append(measure(problem.name, own, others, rounds))
    return results


def jax(problem: Problem) -> Call:
    """jax.jit of jax.jvp, float64, of one array: quicker to pass than n scalars."""
    import jax

    function = jax_function(problem.build)

    @jax.jit
    def value_and_tangent(x, dx):
        return jax.jvp(function, (x,), (dx,))

    point, direction = jax.numpy.array(problem.point), jax.numpy.array(problem.direction)
    return Call(lambda x, dx: jax.block_until_ready(value_and_tangent(x, dx)), (point, direction))


def jax_function(build: Build) -> Callable[[Any], Any]:
    """The function of one array of float64; its values are one array."""
    import jax
    import jax.numpy as jnp
    from jax.scipy.special import erf

    jax.config.update("jax_enable_x64", True)
    names = {name: getattr(jnp, name) for name in ("sin", "cos", "tanh", "exp", "log", "sqrt")}
    function = build(SimpleNamespace(erf=erf, **names))
    return lambda x: jnp.stack(outputs(function(*x)))


def casadi(problem: Problem) -> Call:
    """A CasADi Function of SX scalars, called on its own matrices (DM)."""
    import casadi

    args = (casadi.DM(problem.point), casadi.DM(problem.direction))
    return Call(
        _casadi_function(problem), args, lambda returned: [part.nonzeros() for part in returned]
    )


def casadi_buffers(problem: Problem) -> Call:
    """The same through `Function.buffer()`; writing and reading the buffers is not timed."""
    return buffered(_casadi_function(problem), (problem.point, problem.direction))


def buffered(function: Any, inputs: Sequence[Sequence[float]]) -> Call:
    """A CasADi Function that reads and writes memory of its own; its nonzeros are its result."""
    memory = [array.array("d", numbers) for numbers in inputs]
    results = [array.array("d", bytes(8 * function.nnz_out(i))) for i in range(function.n_out())]
    buffer, trigger = function.buffer()
    for i, numbers in enumerate(memory):
        buffer.set_arg(i, memoryview(numbers))
    for i, numbers in enumerate(results):
        buffer.set_res(i, memoryview(numbers))
    alive = (buffer, memory)  # a buffer does not keep alive what it points to

    def read(_: Any) -> list[list[float]]:
        return [numbers.tolist() for numbers in results if alive]

    return Call(trigger, (), read)


def _casadi_function(problem: Problem) -> Any:
    import casadi

    n = len(problem.point)
    x, dx = casadi.SX.sym("x", n), casadi.SX.sym("dx", n)
    value = casadi.vertcat(*outputs(problem.build(casadi)(*casadi.vertsplit(x))))
    tangent = casadi.jtimes(value, x, dx)
    both = [casadi.densify(value), casadi.densify(tangent)]
    return casadi.Function("f", [x, dx], both, {"cse": True})


def sympy(problem: Problem) -> Call:
    """lambdify of the value and of the sum of its partial derivatives times the direction."""
    import sympy

    n = len(problem.point)
    x, dx = sympy.symbols(f"x:{n}"), sympy.symbols(f"dx:{n}")
    values = outputs(problem.build(sympy)(*x))
    tangents = [
        sum(sympy.diff(value, a) * da for a, da in zip(x, dx, strict=True)) for value in values
    ]
    # One flat list: in nested ones, lambdify finds no common subexpressions.
    function = sympy.lambdify([*x, *dx], [*values, *tangents], modules="math", cse=True)
    return Call(function, (*problem.point, *problem.direction))


def autograd(problem: Problem) -> Call:
    """autograd.make_jvp of one array; erf gets the forward rule that autograd lacks."""
    import autograd
    import autograd.numpy as anp
    from autograd.extend import defjvp
    from autograd.scipy.special import erf

    defjvp(erf, lambda g, ans, x: 2.0 / anp.sqrt(anp.pi) * g * anp.exp(-x * x))
    names = {name: getattr(anp, name) for name in ("sin", "cos", "exp", "log", "sqrt")}
    function = problem.build(SimpleNamespace(erf=erf, **names))
    jvp = autograd.make_jvp(lambda x: anp.array(outputs(function(*x))))
    point, direction = anp.array(problem.point), anp.array(problem.direction)
    return Call(lambda x, dx: jvp(x)(dx), (point, direction))


def numba(problem: Problem) -> Call:
    """numba.njit of the quickest hand-written code."""
    import numba

    hand = [*problem.hands.values()][-1]
    return Call(numba.njit(hand), (*problem.point, *problem.direction))


def native(problem: Problem) -> Call:
    """lazyad's own kernel in machine code (the extra `native`)."""
    compiled = lazyad.compile(problem.build(lazyad), target="native")
    return Call(compiled.kernel, (*problem.point, *problem.direction))


def bound(problem: Problem) -> Call:
    """The same over two buffers, which are neither written nor read in that time."""
    compiled = lazyad.compile(problem.build(lazyad), target="native")
    size = len(outputs(problem.build(math)(*problem.point)))
    given = array.array("d", (*problem.point, *problem.direction))
    found = array.array("d", [0.0] * size * 2)
    return Call(compiled.jvp.bind(given, found), (), lambda _: [*found])


def outputs(result: Any) -> list[Any]:
    """The values of a function that returns one or a tuple of them."""
    return list(result) if isinstance(result, tuple) else [result]


PEERS: dict[str, Callable[[Problem], Call]] = {
    "native": native,
    "bound": bound,
    "Numba": numba,
    "CasADi buffers": casadi_buffers,
    "CasADi call": casadi,
    "SymPy": sympy,
    "JAX": jax,
    "autograd": autograd,
}
