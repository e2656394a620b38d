"""One function a tool: how that tool computes value and whole Jacobian, in its fastest way.

In: rows of `suite`. Out: a `Call` of each tool, timed as in `peers`, and the expressions behind
it, whose operations `operations` counts. A room of its own because `peers` needs a direction.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

import lazyad
from benchmarks.peers import buffered, jax_function, outputs
from benchmarks.suite import Case
from benchmarks.timing import Call, Measured, measure


def measure_jacobians(
    cases: Sequence[Case], rounds: int, say: Callable[[str], None]
) -> list[Measured]:
    """Every function with every contestant."""
    results = []
    for case in cases:
        say(f"{case.name}: value and Jacobian")
        own = {
            "kernel": Call(lazyad_both(case, "safe").kernel, case.point),
            "plain f": Call(case.build(math), case.point),
        }
        others = {
            "kernel, fast": partial(Call, lazyad_both(case, "fast").kernel, case.point),
            **{name: partial(peer, case) for name, peer in PEERS.items()},
        }
        results.append(measure(case.name, own, others, rounds))
    return results


@cache
def lazyad_both(case: Case, optimize: str) -> lazyad.Derivative:
    """Value and Jacobian; compiled once, to be counted and timed."""
    return lazyad.value_and_jacobian(case.build(lazyad), optimize=optimize)


def sympy(case: Case) -> Call:
    """lambdify of one flat list, as in `peers`."""
    import sympy

    x = sympy.symbols(f"x:{len(case.point)}")
    values = outputs(case.build(sympy)(*x))
    partials = [sympy.diff(value, xi) for value in values for xi in x]
    function = sympy.lambdify(x, [*values, *partials], modules="math", cse=True)
    return Call(function, case.point)


def symengine(case: Case) -> Call:
    """Lambdify, which takes and returns an array of NumPy's."""
    import numpy
    import symengine

    function = symengine.Lambdify(*symengine_both(case), cse=True)
    return Call(function, (numpy.array(case.point),))


def symengine_both(case: Case) -> tuple[list[Any], list[Any]]:
    """The symbols, and the values and then all partial derivatives of them."""
    import symengine

    # Not x0, x1, ...: Lambdify's own cse takes those for what is shared, and computes with them.
    x = [symengine.Symbol(f"v{i}") for i in range(len(case.point))]
    values = [symengine.sympify(value) for value in outputs(case.build(symengine)(*x))]
    return x, [*values, *(symengine.diff(value, xi) for value in values for xi in x)]


def jax(case: Case) -> Call:
    """jax.jit of the function and of its jax.jacfwd, which XLA makes share their work."""
    import jax

    function = jax_function(case.build)
    both = jax.jit(lambda x: (function(x), jax.jacfwd(function)(x)))
    return Call(lambda x: jax.block_until_ready(both(x)), (jax.numpy.array(case.point),))


def casadi(case: Case) -> Call:
    """A CasADi Function called on its own matrix (DM)."""
    import casadi

    return Call(
        casadi_both(case),
        (casadi.DM(case.point),),
        lambda returned: [part.full() for part in returned],
    )


def casadi_buffers(case: Case) -> Call:
    """The same through `Function.buffer()`; writing and reading the buffers is not timed."""
    import casadi

    both = casadi_both(case)
    trigger, args, read = buffered(both, [case.point])

    def dense(returned: Any) -> list[Any]:
        return [casadi.DM(both.sparsity_out(i), x).full() for i, x in enumerate(read(returned))]

    return Call(trigger, args, dense)


def casadi_both(case: Case) -> Any:
    """A Function of SX scalars: the values, and a Jacobian that is sparse where it can be."""
    import casadi

    x = casadi.SX.sym("x", len(case.point))
    values = casadi.vertcat(*outputs(case.build(casadi)(*casadi.vertsplit(x))))
    return casadi.Function("f", [x], [values, casadi.jacobian(values, x)], {"cse": True})


PEERS: dict[str, Callable[[Case], Call]] = {
    "SymPy": sympy,
    "SymEngine": symengine,
    "CasADi buffers": casadi_buffers,
    "CasADi call": casadi,
    "JAX": jax,
}
