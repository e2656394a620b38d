"""Equations solved inside traced functions: a loop that iterates, and the solution's derivative.

In: a function, its arguments and where to begin. Out: the solution; in a trace a Node that is the
result of a solver's loop (`lazyad.solvers`, traced like a user's function) and whose derivative is
that of the implicit function. A room of its own because the derivative of the iteration is not
taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lazyad import solvers
from lazyad.derivatives.implicit import implicit, jacobian
from lazyad.evaluation import evaluate
from lazyad.graph import Node, lifted
from lazyad.operators import Operand
from lazyad.ops import pos
from lazyad.regions import made
from lazyad.tracing import trace
from lazyad.tracing.routines import between, number
from lazyad.values.errors import refused, three_parts
from lazyad.values.origin import describe, here, state
from lazyad.values.structure import leaves


def root(
    f: Callable[..., Any],
    x0: Any = None,
    *,
    bracket: tuple[Any, Any] | None = None,
    args: Sequence[Any] = (),
) -> Any:
    """The x where f(x, *args) = 0, by Newton's iteration from x0, or between the two points of a
    bracket, where f has different signs.

    In a compiled function its derivative, of any order, is that of the implicit function: exact to
    the solution's accuracy. So it is for numbers that f closes over.
    Raises ValueError where f has the same sign at both ends, where its slope is 0, and after 100
    rounds.

    >>> root(lambda x, c: x**3 - c, 1.0, args=(8.0,))
    2.0
    """
    equation = Equation(f, args)
    if (x0 is None) == (bracket is None):
        what = f"la.root was given {'neither' if x0 is None else 'both'} x0 and a bracket"
        raise refused(TypeError, what, "la.root(f, x0) or la.root(f, bracket=(a, b))")
    if bracket is None:
        return equation.by_newton(x0)
    low, high = bracket
    return equation.solved(solvers.bracketed, [low, high], SAME, _ENDLESS)


def fixed_point(g: Callable[..., Any], x0: Any, *, args: Sequence[Any] = ()) -> Any:
    """The x that is g(x, *args), by Newton's iteration from x0; with derivatives as `root`.

    >>> fixed_point(lambda x, a: 0.5 * (x + a / x), 1.0, args=(4.0,))
    2.0
    """

    def residual(x: Any, *given: Any) -> Any:
        return x - _seen(g)(x, *given)

    return Equation(residual, args, g).by_newton(x0)


# What goes wrong, and what to write instead.
SAME = (
    "{f} has the same sign at both ends of the bracket",
    "a bracket whose ends have different signs, or la.root(f, x0)",
)
_FLAT = (
    "the slope of {f} is 0, where Newton's iteration does not go on",
    "another x0, or la.root(f, bracket=(a, b))",
)
_ENDLESS = (
    f"the iteration on {{f}} has not converged in {solvers.ROUNDS} rounds",
    "an x0 nearer to the solution, or la.root(f, bracket=(a, b))",
)


def _seen(f: Callable[..., Any]) -> Any:
    """What the trace that runs sees for a function, which may be one of math's."""
    return f if state.session is None else state.session.names.see(f)


class Equation:
    """f(x, *args) = 0, in the trace that runs or, where none does, on numbers."""

    def __init__(self, f: Callable[..., Any], args: Sequence[Any], shown: Any = None) -> None:
        self.f = f
        self.args = tuple(args)
        self.name = getattr(shown or f, "__name__", "f")
        self.place = describe(here())

    def solved(self, solver: Callable[..., Any], start: Sequence[Any], *messages: Any) -> Any:
        """The solver's result, with the derivative of the implicit function."""
        said = [three_parts(a.format(f=self.name), self.place, b) for a, b in messages]
        session = state.session
        if session is None:
            return solver(self._on_numbers(start), *map(float, start), *said)
        begin = [one if isinstance(one, Operand) else float(one) for one in start]
        x = session.names.see(solver)(self.with_slope, *begin, *said)
        return self.implied(x)

    def by_newton(self, x0: Any) -> Any:
        """By Newton's iteration, of which lazyad knows the slope."""
        return self.solved(solvers.newton, [x0], _FLAT, _ENDLESS)

    def solved_by(
        self, solver: Callable[..., Any], start: Sequence[Any], rounds: int, *messages: Any
    ) -> Any:
        """The same by a solver that takes values alone, in a trace."""
        said = [three_parts(a.format(f=self.name), self.place, b) for a, b in messages]
        begin = [one if isinstance(one, Operand) else float(one) for one in start]

        def value(x: Any) -> Any:
            return number(self.f(x, *self.args), self.name, self.place)

        return self.implied(state.session.names.see(solver)(value, *begin, rounds, *said))

    def _value(self, x: Any) -> Any:
        return number(_seen(self.f)(x, *self.args), self.name, self.place)

    def _on_numbers(self, start: Sequence[Any]) -> Callable[[float], tuple[Any, ...]]:
        if any(isinstance(one, Operand) for one in (*start, *self.args)):
            what = f"the equation of {self.name} was given a Dual or a Node outside a trace"
            raise refused(TypeError, what, "numbers, or a compiled function that solves it")
        graph = trace(self._value)
        (x,) = leaves(graph.inputs)
        results = [graph.outputs, *jacobian(graph, [x])[0]]
        return lambda value: tuple(evaluate(results, {x: value}))

    def _at(self, x: Any) -> tuple[Node, Any]:
        """A Node that is x and nothing else is, and what f is there."""
        node = made(pos, (lifted(x),), None)
        return node, number(self.f(node, *self.args), self.name, self.place)

    def with_slope(self, x: Any) -> tuple[Any, Any]:
        """The value and the slope at x, in the trace."""
        node, value = self._at(x)
        if not isinstance(value, Node):
            return value, 0.0
        graph, given = between([node], ["x"], value)
        inputs = leaves(graph.inputs)
        ((slope,),) = jacobian(graph, inputs[:1])
        return value, evaluate([slope], dict(zip(inputs, (node, *given), strict=True)))[0]

    def implied(self, x: Any) -> Any:
        """The solution x, as a function of what the equation reads."""
        node, value = self._at(x)
        if not isinstance(value, Node):
            return x
        graph, given = between([node], ["x"], value)
        return implicit(graph)[0](lifted(x), *given) if given else x
