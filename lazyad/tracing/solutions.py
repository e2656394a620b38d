"""Equations solved inside traced functions: a loop that iterates, and the solution's derivative.

In: a function, its arguments and where to begin. Out: the solution; in a trace a Node that is the
result of a solver's loop (`plain.solvers`, traced like a user's function) and whose derivative is
that of the implicit function. A room of its own because the derivative of the iteration is not
taken.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from lazyad.arrays.slices import array_of, elements
from lazyad.calls import Call
from lazyad.complexes import complex_of
from lazyad.derivatives import implicit as equations
from lazyad.derivatives.implicit import jacobian
from lazyad.evaluation import evaluate
from lazyad.graph import CONST, ZERO, Graph, Node, const, lifted
from lazyad.operators import Operand
from lazyad.ops import min as lesser
from lazyad.ops import pos, where
from lazyad.plain import solvers
from lazyad.regions import made
from lazyad.tracing import trace
from lazyad.tracing.arguments import plain_value, signature_of, value_of
from lazyad.tracing.routines import (
    as_node,
    as_value,
    between,
    body_of,
    called,
    names_of,
    number,
    numbers_of,
    numbers_put,
)
from lazyad.values.errors import refused, three_parts, told
from lazyad.values.origin import describe, here, state
from lazyad.values.structure import is_number, leaves, map_leaves, structure_of

if TYPE_CHECKING:
    from inspect import Signature


def root(
    f: Callable[..., Any],
    x0: Any = None,
    *,
    bracket: tuple[Any, Any] | None = None,
    args: Sequence[Any] = (),
) -> Any:
    """The x where f(x, *args) = 0, by Newton's iteration from x0, or between the two points of a
    bracket, where f has different signs. If x0 is a list, tuple or array, so is x, and f returns as
    many numbers.

    In a compiled function its derivative, of any order, is that of the implicit function: exact to
    the solution's accuracy. So it is for numbers that f closes over.
    Raises ValueError where f has the same sign at both ends, where its slope is 0, and after 100
    rounds.

    >>> root(lambda x, c: x**3 - c, 1.0, args=(8.0,))
    2.0
    """
    _given("la.root(f, x0, args=(...))", f, args)
    equation = Equation(f, args)
    if (x0 is None) == (bracket is None):
        what = f"la.root was given {'neither x0 nor' if x0 is None else 'both x0 and'} a bracket"
        raise refused(TypeError, what, "la.root(f, x0) or la.root(f, bracket=(a, b))")
    if bracket is None and not _is_one(x0):
        return System(f, x0, args).root()
    if bracket is None:
        return equation.by_newton(x0)
    if not isinstance(bracket, (tuple, list)) or len(bracket) != 2:
        what = f"la.root was given {told(bracket)} for a bracket"
        raise refused(TypeError, what, "la.root(f, bracket=(a, b))")
    low, high = bracket
    return equation.solved(solvers.bracketed, [low, high], SAME, _ENDLESS, jumps=True)


def fixed_point(g: Callable[..., Any], x0: Any, *, args: Sequence[Any] = ()) -> Any:
    """The x that is g(x, *args), by Newton's iteration from x0; with derivatives as `root`. x is a
    number, a list, a tuple or an array, as x0 is.

    >>> fixed_point(lambda x, a: 0.5 * (x + a / x), 1.0, args=(4.0,))
    2.0
    """

    _given("la.fixed_point(g, x0, args=(...))", g, args)
    if not _is_one(x0):

        def residuals(x: Any, *given: Any) -> Any:
            own, found = [leaves(structure_of(one)) for one in (x, _seen(g)(x, *given))]
            if len(own) != len(found):
                what = f"g of la.fixed_point returns {len(found)} numbers for {len(own)} unknowns"
                raise refused(TypeError, what, "as many as x0 has")
            return [a - b for a, b in zip(own, found, strict=True)]

        return System(residuals, x0, args, g).root()

    def residual(x: Any, *given: Any) -> Any:
        return x - _seen(g)(x, *given)

    return Equation(residual, args, g).by_newton(x0)


def minimize(f: Callable[..., Any], x0: Any, *, args: Sequence[Any] = ()) -> Any:
    """The x where f(x, *args) is least, by Newton's iteration from x0; with derivatives as `root`.
    x is a number, a list, a tuple or an array, as x0 is.

    >>> minimize(lambda x, c: (x - c) ** 2 + 1.0, 1.0, args=(8.0,))
    8.0
    """
    _given("la.minimize(f, x0, args=(...))", f, args)
    return System(f, x0, args).minimum()


def implicit(residual: Callable[..., Any]) -> Callable[[Callable[..., Any]], Implicit]:
    """A decorator for solvers of your own: what solver(*args) returns is x with
    residual(x, *args) = 0, and its derivative is that of the implicit function; that of the
    iteration has no part in it. A solver that cannot be traced is an op of outside whose partials
    are `lazyad.ZERO`.

    >>> @implicit(lambda x, a: x * x - a)
    ... def root_of(a):
    ...     x = a
    ...     while abs(x * x - a) > 1e-12:
    ...         x = 0.5 * (x + a / x)
    ...     return x
    >>> root_of(9.0)
    3.0
    """
    example = "la.implicit(residual)(solver)"
    _given(example, residual)

    def implied(solver: Callable[..., Any]) -> Implicit:
        _given(example, solver)
        return Implicit(solver, residual)

    return implied


class Implicit:
    """A solver that knows its derivative."""

    def __init__(self, solver: Callable[..., Any], residual: Callable[..., Any]) -> None:
        self.solver = solver
        self.residual = residual
        self.__name__ = getattr(solver, "__name__", "solver")
        self.__doc__ = getattr(solver, "__doc__", None)

    @property
    def __signature__(self) -> Signature:
        """The solver's: one parameter makes one derivative, and no tuple of them."""
        return signature_of(self.solver)

    def __call__(self, *args: Any) -> Any:
        if state.session is None:
            return self.solver(*args)
        x = _seen(self.solver)(*args)
        return System(self.residual, x, args).implied()


# What goes wrong, and what to write instead.
SAME = (
    "{f} has the same sign at both ends of the bracket, or is nan",
    "a bracket whose ends have different signs, or la.root(f, x0)",
)
_FLAT = (
    "the slope of {f} is 0, where Newton's iteration does not go on",
    "another x0, or la.root(f, bracket=(a, b))",
)
_FLAT_SYSTEM = (
    "the Jacobian of {f} is singular, where Newton's iteration does not go on",
    "another x0, or equations that do not depend on each other",
)
_NO_MINIMUM = (
    "the iteration has found no minimum of {f} in 500 rounds",
    "an x0 nearer to it, or a function that has one inside",
)
_SINGULAR = (
    "nothing is known of the derivative of the solution of {f}: the equation's Jacobian is singular"
    " there, as at a double root or in a flat valley",
    "an equation whose slope is not 0 at its solution, such as x - c for (x - c)**2",
)
_VALLEY = (
    "the solution of {f} lies in a flat valley, and depends on where its solver begins, which is"
    " traced: nothing is known of the derivative",
    "a start that depends on no argument, or an equation with one solution there",
)
_JUMP = (
    "{f} is not 0 where its root was found, but jumps: nothing is known of the derivative",
    "a function that is continuous there",
)
KINK = (
    "the slope of {f} is not 0 where it was found to be least: at a kink or where it ends, nothing"
    " is known of the derivative",
    "a function that is smooth there, or a smaller tolerance",
)
AT_BOUND = (
    "nothing is known of the derivative where {f} is least: it is at a kink, or at a bound where"
    " the slope is 0 too, so that either side has another",
    "a function that is smooth there, other bounds, or a smaller tolerance",
)
_ENDLESS = (
    f"the iteration on {{f}} has not converged in {solvers.ROUNDS} rounds",
    "an x0 nearer to the solution, or la.root(f, bracket=(a, b))",
)


def _given(example: str, function: Any, args: Any = ()) -> None:
    """Raises TypeError for what is no function of these arguments."""
    known = (function, callable(function)), (args, isinstance(args, (tuple, list)))
    for wrong in [one for one, fits in known if not fits]:
        what = f"{example.partition('(')[0]} was given {told(wrong)}"
        raise refused(TypeError, what, f"functions, and a tuple of their arguments: {example}")


def _seen(f: Callable[..., Any]) -> Any:
    """What the trace that runs sees for a function, which may be one of math's."""
    return f if state.session is None else state.session.names.see(f)


def _said(one: Equation | System, *messages: tuple[str, str]) -> list[str]:
    """What is wrong with an equation or a system."""
    return [three_parts(a.format(f=one.name), one.place, b) for a, b in messages]


class Equation:
    """f(x, *args) = 0, in the trace that runs or, where none does, on numbers."""

    def __init__(self, f: Callable[..., Any], args: Sequence[Any], shown: Any = None) -> None:
        self.f = f
        self.args = tuple(args)
        self.name = getattr(shown or f, "__name__", "f")
        self.place = describe(here())

    def solved(
        self, solver: Callable[..., Any], start: Sequence[Any], *messages: Any, jumps: bool = False
    ) -> Any:
        """The solver's result, with the derivative of the implicit function; a solver may end where
        f `jumps`."""
        said = _said(self, *messages)
        session = state.session
        if session is None:
            return solver(self._on_numbers(start), *map(float, start), *said)
        begin = [one if isinstance(one, Operand) else float(one) for one in start]
        found = session.names.see(solver)(self.with_slope, *begin, *said)
        return self.implied(found, begin, jumps)

    def by_newton(self, x0: Any) -> Any:
        """By Newton's iteration, of which lazyad knows the slope."""
        return self.solved(solvers.newton, [x0], _FLAT, _ENDLESS)

    def solved_by(
        self, solver: Callable[..., Any], start: Sequence[Any], rounds: int, *messages: Any
    ) -> Any:
        """The same by a solver that takes values alone, in a trace: it may end where f jumps. Where
        arrays are kept whole it is called, for both sides of a branch are computed there."""
        said = _said(self, *messages)
        begin = [one if isinstance(one, Operand) else float(one) for one in start]

        def value(x: Any) -> Any:
            return number(self.f(x, *self.args), self.name, self.place)

        if state.whole:
            body, read = body_of(lambda x: value(x[0]), {"x": [0.0] * len(begin)})
            routine, options = f"by_{solver.__name__}", (rounds, *said)
            what = Call(body, len(begin), 0, routine, options, fixed=True)
            found = called(what, begin, read)[0]
        else:
            found = state.session.names.see(solver)(value, *begin, rounds, *said)
        return self.implied(found, begin, jumps=True)

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
        node = made(pos, (as_node(x),), None)
        value = number(self.f(as_value(node), *self.args), self.name, self.place)
        return node, as_node(value) if isinstance(value, Operand) else value

    def with_slope(self, x: Any) -> tuple[Any, Any]:
        """The value and the slope at x, in the trace."""
        node, value = self._at(x)
        if not isinstance(value, Node):
            return value, 0.0
        graph, given = between([node], ["x"], value)
        inputs = leaves(graph.inputs)
        ((slope,),) = jacobian(graph, inputs[:1])
        found = evaluate([slope], dict(zip(inputs, (node, *given), strict=True)))[0]
        return as_value(value), as_value(found)

    def implied(self, x: Any, begin: Sequence[Any] = (), jumps: bool = False) -> Any:
        """The solution x, as a function of what the equation reads; a solver began there."""
        node, value = self._at(x)
        if not isinstance(value, Node):
            return x
        graph, given = between([node], ["x"], value)
        return as_value(solution(self, graph, [x], given, begin, *[_JUMP] * jumps)[0])


def solution(
    of: Equation | System,
    residual: Graph,
    found: Sequence[Any],
    given: Sequence[Node],
    begin: Sequence[Any],
    *messages: tuple[str, str],
) -> Sequence[Any]:
    """What was found where residual(*found, *given) = 0, with the derivative of that; where nothing
    is given, it is the same wherever the solver began, but in a flat valley."""
    starts = [] if given else [as_node(one) for one in begin if isinstance(one, Operand)]
    if not given and not starts:
        return found
    said = _said(of, *([_VALLEY] if starts else [_SINGULAR, *messages]))
    found, args = [*map(as_node, found)], (*given, *starts)
    if not state.whole:
        ops = equations.implicit(residual, len(found), said, len(starts))
        return [op(*found, *args) for op in ops]
    from lazyad.derivatives.implicit_arrays import implicit

    x = array_of(found, (len(found),))
    return elements(made(implicit(residual, len(found), said, len(starts)), (x, *args), None))


def found_by(routine: str, options: Sequence[Any], numbers: Sequence[Any], count: int) -> list[Any]:
    """So many numbers that a routine makes of these, constants as far as derivatives go."""
    whole = System(lambda _: [*numbers], [0.0] * count)
    what = Call(whole.body, count, 0, routine, tuple(options), fixed=True)
    return called(what, whole.start, whole.read)


def roots_of(coefficients: Sequence[Any], said: str) -> list[Any]:
    """NumPy's roots of a polynomial, complex numbers, the first coefficient that of the highest
    power; what it raises where that is 0. Each is the solution of two equations."""

    def polynomial(z: Any) -> list[Any]:
        real, imag = coefficients[0], 0.0
        for one in coefficients[1:]:
            real, imag = real * z[0] - imag * z[1] + one, real * z[1] + imag * z[0]
        return [real, imag]

    found = found_by("roots", [said], coefficients, 2 * len(coefficients) - 2)
    pairs = zip(found[::2], found[1::2], strict=True)
    return [complex_of(*System(polynomial, [*pair]).implied()) for pair in pairs]


def _is_finite(bound: Node) -> bool:
    return bound.op is not CONST or math.isfinite(bound.payload)


def _is_one(x: Any) -> bool:
    return (isinstance(x, Operand) and not getattr(x, "shape", ())) or is_number(x)


class System:
    """What a function has at several unknowns, in the trace that runs or on numbers."""

    def __init__(
        self,
        f: Callable[..., Any],
        x0: Any,
        args: Sequence[Any] = (),
        shown: Any = None,
        bounds: Sequence[Any] = (),
    ) -> None:
        """`bounds` are two for each unknown."""
        self.name = getattr(shown or f, "__name__", "f")
        self.place = describe(here())
        self.args = tuple(args)
        self.structure = structure_of(x0, not state.whole)
        self.start = numbers_of(self.structure)
        self.size = len(self.start)
        if state.session is None and any(
            isinstance(one, Operand) for one in (*self.start, *leaves(structure_of([*args])))
        ):
            what = f"the equations of {self.name} were given a Dual or a Node outside a trace"
            raise refused(TypeError, what, "numbers, or a compiled function that solves them")
        example = self.structure if state.whole else map_leaves(lambda _: 0.0, self.structure)

        def of(x: Any) -> Any:  # whose ways may return a number, a list or an array of as many
            return [*leaves(structure_of(_seen(f)(x, *args))), *bounds]

        names = names_of(f, "x")
        self.body, self.read = body_of(of, dict.fromkeys(names, example))
        self.inputs = leaves(self.body.inputs)
        count = len(self.body.outputs) - len(bounds)
        self.values: tuple[Node, ...] = self.body.outputs[:count]
        self.bounds: tuple[Node, ...] = self.body.outputs[count:]
        self.rows = self.derivatives(self.values)

    def derivatives(self, values: Sequence[Node]) -> list[tuple[Node, ...]]:
        """The derivatives of each in the unknowns."""
        rows = jacobian(self._returning(values), self.inputs[: self.size])
        return [tuple([const(0.0) if one is ZERO else one for one in row]) for row in rows]

    def _returning(self, values: Sequence[Node]) -> Graph:
        return Graph(self.body.inputs, tuple(values), "inner", self.body.nodes)

    def one_for_each(self) -> None:
        if len(self.values) != self.size:
            what = f"{self.name} returns {len(self.values)} numbers for {self.size} unknowns"
            raise refused(TypeError, what, "as many equations as unknowns", self.place)

    def solved(
        self,
        routine: str,
        options: Sequence[Any],
        given: Sequence[Node],
        residual: Sequence[Node],
        said: tuple[str, str] | None = None,
    ) -> Any:
        """What a routine finds that calls what is `given`, where a residual is 0; what the
        derivative says where it is not."""
        what = Call(self._returning(given), self.size, 0, routine, tuple(options), fixed=True)
        return self.implied(called(what, self.start, self.read), residual, said)

    def implied(
        self,
        found: Sequence[Any] | None = None,
        residual: Any = None,
        said: tuple[str, str] | None = None,
    ) -> Any:
        """The solution as a function of what is read."""
        if residual is None:
            self.one_for_each()
        begin = () if found is None else self.start
        found = self.start if found is None else found
        graph = self._returning(residual or self.values)
        found = solution(self, graph, found, self.read, begin, *([said] if said else []))
        x = numbers_put(self.structure, found)
        return value_of(x) if state.session is not None else plain_value(x)

    def jacobian_at(self, x: Any) -> list[Any]:
        """The rows of its Jacobian there."""
        known = [*map(as_node, numbers_of(structure_of(x, not state.whole))), *self.read]
        values = dict(zip(self.inputs, known, strict=True))
        return [[*map(as_value, evaluate(row, values))] for row in self.rows]

    def root(self) -> Any:
        """Where it is 0, by Newton's iteration."""
        self.one_for_each()
        said = _said(self, _FLAT_SYSTEM, _ENDLESS)
        return self.solved("newton_system", said, self.equations, self.values)

    @property
    def equations(self) -> list[Node]:
        """The values, and the rows of their Jacobian."""
        return [*self.values, *[one for row in self.rows for one in row]]

    def minimum(self) -> Any:
        """Where it is least, by Newton's iteration."""
        gradient = self.gradient()
        rows = [one for row in self.derivatives(gradient) for one in row]
        said = _said(self, _NO_MINIMUM)
        return self.solved("valley", said, [*self.values, *gradient, *rows], gradient)

    def gradient(self) -> tuple[Node, ...]:
        if len(self.values) != 1:
            what = f"{self.name}, which is to be least, returns {len(self.values)} numbers"
            raise refused(TypeError, what, "a function that returns one number", self.place)
        return self.rows[0]

    def held(self, slopes: Sequence[Node]) -> list[Node]:
        """What is 0 where the slopes are; and at a bound that Newton's next step would cross, in
        that unknown alone, where this is at the bound. It is infinite where the step would end
        there, which is held on one side only."""
        if not self.bounds:
            return [*slopes]
        found = []
        rows = self.derivatives(slopes)
        for at, (x, slope) in enumerate(zip(self.inputs, slopes, strict=False)):
            low, high = self.bounds[2 * at : 2 * at + 2]
            bend, reach = abs(rows[at][at]), 1e-6 * (1.0 + abs(x))
            if _is_finite(low) and _is_finite(high):
                reach = lesser(1e-6 * (high - low), reach)
            rest, beyond = slope, const(0.0)
            for end, across in ((low, slope - bend * (x - low)), (high, bend * (x - high) - slope)):
                if _is_finite(end):
                    rest = where(across > 0.0, x - end, rest)
                    beyond = where(abs(across) <= bend * reach, math.inf, beyond)
            found.append(rest + beyond)
        return found

    def normal(self) -> list[Node]:
        """The slopes of half the sum of squares, which are 0 where that is least."""
        found = []
        for at in range(self.size):
            terms = [one * row[at] for one, row in zip(self.values, self.rows, strict=True)]
            found.append(lifted(sum(terms[1:], terms[0])))
        return found
