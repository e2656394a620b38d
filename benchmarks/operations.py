"""How many operations compute a value and its whole Jacobian: lazyad's, CasADi's, SymEngine's.

In: rows of `suite`. Out: a count for each tool, after that tool's own sharing of subexpressions,
with no machine and no clock in it. An operation is what a person would count in the formulas: an
addition, a subtraction, a product, a quotient, a power, a negation or a call of a function.
Constants and inputs are free, and so is writing what the outputs hold.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import lazyad
from benchmarks.jacobians import casadi_both, lazyad_both, symengine_both
from benchmarks.suite import Case
from benchmarks.timing import made

Count = int | str  # the word says why there is no number


class Counted(NamedTuple):
    """One function: the operations of each tool, and of lazyad at two levels."""

    name: str
    casadi: Count
    symengine: Count
    safe: int
    fast: int


def measure_operations(cases: Sequence[Case]) -> list[Counted]:
    """Every function with every tool."""
    return [
        Counted(
            case.name,
            made(partial(casadi_operations, case)),
            made(partial(symengine_operations, case)),
            lazyad_both(case, "safe").graph.operations.total(),
            lazyad_both(case, "fast").graph.operations.total(),
        )
        for case in cases
    ]


def taylor_operations(order: int) -> int:
    """For the Taylor coefficients of sin(exp(x))/(1 + x²) up to that order."""

    def function(x):
        return lazyad.sin(lazyad.exp(x)) / (1 + x * x)

    count: int = lazyad.taylor(function, order).graph.operations.total()
    return count


def hvp_ratios(cases: Sequence[Case]) -> dict[str, float]:
    """For each function of one value: a Hessian's product with a vector, beside the gradient."""
    ratios = {}
    for case in cases:
        if not isinstance(case.build(math)(*case.point), tuple):
            function = lazyad.compile(case.build(lazyad))
            product, gradient = function.hvp.graph.operations, function.grad.graph.operations
            ratios[case.name] = product.total() / gradient.total()
    return ratios


def casadi_operations(case: Case) -> int:
    """The instructions of an SX function of values and sparse Jacobian, after `cse`.

    Each instruction is one operation: a square is one, a cube two products, a reciprocal one.
    """
    import casadi

    both = casadi_both(case)
    moves = {casadi.OP_INPUT, casadi.OP_OUTPUT, casadi.OP_CONST, casadi.OP_PARAMETER}
    return sum(both.instruction_id(i) not in moves for i in range(both.n_instructions()))


def symengine_operations(case: Case) -> int:
    """The operations in `cse` of the values and all partial derivatives, as one would write them.

    SymEngine's trees have neither minus nor division, so their nodes are not what a program does:

    - a sum or product of k is k - 1 operations;
    - a power is one, whatever its exponent, and so is a function;
    - a term with the factor -1 is subtracted, at no cost of its own, if any term is not; elsewhere
      the factor is one operation, a negation;
    - a factor y**-1 is one division and no product, if there is a factor to divide.

    What `cse` finds depends a little on the names of the symbols: up to 3 operations in 100.
    """
    import symengine

    shared, outputs = symengine.cse(symengine_both(case)[1])
    waiting = [*(tree for _, tree in shared), *outputs]
    count = 0
    while waiting:
        tree = waiting.pop()
        joints = len(tree.args) - 1
        if tree.is_Add:
            negated = sum(_is_negated(term) for term in tree.args)
            count += joints - min(negated, joints)
        elif tree.is_Mul:
            divided = sum(_is_inverse(factor) for factor in tree.args)
            count += joints - min(divided, joints)
        elif tree.args:
            count += 1
        waiting.extend(tree.args)
    return count


def _is_inverse(tree: Any) -> bool:
    return bool(tree.is_Pow and tree.args[1] == -1)


def _is_negated(tree: Any) -> bool:
    # In -1/y the -1 is what is divided: no negation that a subtraction would save.
    return bool(
        tree.is_Mul
        and tree.args[0] == -1
        and not all(_is_inverse(factor) for factor in tree.args[1:])
    )
