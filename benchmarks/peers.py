"""One function a tool: how that tool computes value and tangent, in the fastest way it offers.

Each takes a Problem and returns a `Call`. What a tool does before its first call (trace, compile,
convert the arguments to its own arrays) is not timed, and imports stand inside the functions, so
that a tool that is not installed raises ImportError here alone.
"""

from __future__ import annotations

import array
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, NamedTuple

from benchmarks.functions import Problem


class Call(NamedTuple):
    """`function(*args)` is what is timed; `read` finds the numbers in what it returned."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    read: Callable[[Any], Any] = lambda returned: returned

    def result(self) -> list[float]:
        """The values, then the tangents, as one flat list of floats."""
        return flatten(self.read(self.function(*self.args)))


def flatten(value: Any) -> list[float]:
    """The numbers of nested sequences and arrays, in order."""
    try:
        return [float(value)]
    except TypeError:
        return [number for part in value for number in flatten(part)]


def jax(problem: Problem) -> Call:
    """jax.jit of jax.jvp, float64, of one array: quicker to pass than n scalars."""
    import jax
    import jax.numpy as jnp
    from jax.scipy.special import erf

    jax.config.update("jax_enable_x64", True)
    names = {name: getattr(jnp, name) for name in ("sin", "cos", "exp", "log", "sqrt")}
    function = problem.build(SimpleNamespace(erf=erf, **names))

    @jax.jit
    def value_and_tangent(x, dx):
        return jax.jvp(lambda x: jnp.stack(_outputs(function(*x))), (x,), (dx,))

    point, direction = jnp.array(problem.point), jnp.array(problem.direction)
    return Call(lambda x, dx: jax.block_until_ready(value_and_tangent(x, dx)), (point, direction))


def casadi(problem: Problem) -> Call:
    """A CasADi Function of SX scalars, called on its own matrices (DM)."""
    import casadi

    args = (casadi.DM(problem.point), casadi.DM(problem.direction))
    return Call(
        _casadi_function(problem), args, lambda returned: [part.nonzeros() for part in returned]
    )


def casadi_buffers(problem: Problem) -> Call:
    """The same through `Function.buffer()`; writing and reading the buffers is not timed."""
    function = _casadi_function(problem)
    memory = [array.array("d", numbers) for numbers in (problem.point, problem.direction)]
    results = [array.array("d", bytes(8 * function.nnz_out(i))) for i in range(2)]
    buffer, trigger = function.buffer()
    for i in range(2):
        buffer.set_arg(i, memoryview(memory[i]))
        buffer.set_res(i, memoryview(results[i]))
    alive = (buffer, memory)  # a buffer does not keep alive what it points to

    def read(_: Any) -> list[list[float]]:
        return [numbers.tolist() for numbers in results if alive]

    return Call(trigger, (), read)


def _casadi_function(problem: Problem) -> Any:
    import casadi

    n = len(problem.point)
    x, dx = casadi.SX.sym("x", n), casadi.SX.sym("dx", n)
    value = casadi.vertcat(*_outputs(problem.build(casadi)(*casadi.vertsplit(x))))
    tangent = casadi.jtimes(value, x, dx)
    outputs = [casadi.densify(value), casadi.densify(tangent)]
    return casadi.Function("f", [x, dx], outputs, {"cse": True})


def sympy(problem: Problem) -> Call:
    """lambdify of the value and of the sum of its partial derivatives times the direction."""
    import sympy

    n = len(problem.point)
    x, dx = sympy.symbols(f"x:{n}"), sympy.symbols(f"dx:{n}")
    values = _outputs(problem.build(sympy)(*x))
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
    jvp = autograd.make_jvp(lambda x: anp.array(_outputs(function(*x))))
    point, direction = anp.array(problem.point), anp.array(problem.direction)
    return Call(lambda x, dx: jvp(x)(dx), (point, direction))


def numba(problem: Problem) -> Call:
    """numba.njit of the quickest hand-written code."""
    import numba

    hand = [*problem.hands.values()][-1]
    return Call(numba.njit(hand), (*problem.point, *problem.direction))


def _outputs(result: Any) -> list[Any]:
    return list(result) if isinstance(result, tuple) else [result]


PEERS: dict[str, Callable[[Problem], Call]] = {
    "Numba": numba,
    "CasADi buffers": casadi_buffers,
    "CasADi call": casadi,
    "SymPy": sympy,
    "JAX": jax,
    "autograd": autograd,
}
