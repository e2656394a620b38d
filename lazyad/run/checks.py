"""Derivatives against what they should be: differences, more digits, each other, other targets.

In: a function, and arguments. Out: one `Check` after the other, or an error of the first that
fails. A room of its own because it believes nothing that the other rooms say: it runs the
undecorated function, and the trace on numbers of 50 digits.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lazyad.derivatives import ORDERS, Request
from lazyad.evaluation import evaluate
from lazyad.graph import Graph, Node
from lazyad.run.compiled import Compiled
from lazyad.run.functional import compile as compiled_for
from lazyad.run.specialized import Specialized
from lazyad.tracing.arguments import abstract, location, passed, plain_value
from lazyad.values.errors import refused, three_parts, told
from lazyad.values.libraries import is_installed
from lazyad.values.origin import describe
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import (
    Elements,
    Record,
    containers,
    leaf_paths,
    leaves,
    part_at,
    refilled,
    structure_of,
)

ROUNDING = 1e-9  # of what is computed in another order, relative to the largest term
STEP = 2.0**-12  # of differences, relative
LARGE = 5_000  # Nodes of a function whose Jacobian is not made by every order
_DIGITS = 50
_SAME = "sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh exp expm1 log log2 log10 log1p"
_SAME += " sqrt cbrt gamma erf erfc atan2 hypot sign digamma"


class Check(NamedTuple):
    """A number that was compared, the one of several that is furthest off."""

    what: str
    found: float
    expected: float
    allowed: float
    place: str  # in the result

    @property
    def error(self) -> float:
        same = self.found == self.expected or (
            self.found != self.found and self.expected != self.expected
        )
        return 0.0 if same else abs(self.found - self.expected)

    @property
    def fails(self) -> bool:
        return not self.error <= self.allowed

    def __str__(self) -> str:
        return f"{self.what}: {self.found!r} and {self.expected!r}, {self.error:.1e} apart"


class NoDigits(Exception):
    """An op that mpmath is not asked about."""


class Point:
    """A call of a function, moved along a direction."""

    def __init__(self, compiled: Compiled[..., Any], args: Sequence[Any], kwargs: dict[str, Any]):
        self.compiled, self.function = compiled, compiled.function
        self.values = compiled._bound(args, kwargs)
        self.found: Specialized = compiled.found(self.values)[0]
        named = zip(compiled.__signature__.parameters, self.values, strict=True)
        fixed = self.compiled.options.static
        self.given = {name: abstract(name, one, name in fixed, True) for name, one in named}
        self.static = [len(leaves(one)) == 0 for one in self.found.arguments.values()]
        self.numbers = [float(x) for x in leaves([*self.given.values()])]
        places = iter(range(len(self.numbers)))
        marks = {name: refilled(one, places) for name, one in self.given.items()}
        self.moved = [leaves(part_at(marks, path)) for path in self.found.wrt]
        from random import Random  # takes a millisecond to import, and is seldom asked for

        drawn = Random(0)
        self.direction = [0.0] * len(self.numbers)
        self.places_moved = [at for one in self.moved for at in one]
        for at in self.places_moved:
            size = abs(self.numbers[at]) or 1.0
            self.direction[at] = size * drawn.choice((-1.0, 1.0)) * drawn.uniform(0.5, 1.0)
        self.drawn = drawn
        graph = self.found.primal.graph
        self.places = leaf_paths(graph.outputs, "result")

    @property
    def tangents(self) -> tuple[Any, ...]:
        """The direction, in the containers of what is differentiated in."""
        made = []
        for path, places in zip(self.found.wrt, self.moved, strict=True):
            numbers = [self.direction[at] for at in places]
            made.append(plain_value(refilled(part_at(self.given, path), numbers)))
        return tuple(made)

    def at(self, step: float) -> tuple[Any, ...]:
        """The arguments, so far along the direction."""
        pairs = zip(self.numbers, self.direction, strict=True)
        numbers = iter([x + step * d if d else x for x, d in pairs])
        made = []
        for value, structure, static in zip(
            self.values, self.given.values(), self.static, strict=True
        ):
            refill = refilled(structure, numbers)
            made.append(value if static else plain_value(refill))
        return tuple(made)

    def undecorated(self, values: Sequence[Any]) -> list[float]:
        """What the function itself returns."""
        return numbers_of(self.called(self.function or self.compiled, values))

    def called(self, function: Callable[..., Any], values: Sequence[Any]) -> Any:
        """What that is of these values, one for each parameter."""
        signature = self.compiled.__signature__
        given, keywords = passed(signature, dict(zip(signature.parameters, values, strict=True)))
        return function(*given, **keywords)


def numbers_of(value: Any) -> list[float]:
    """The numbers in a result."""
    return [float(x) for x in leaves(structure_of(value, result=True))]


def worst(
    what: str,
    found: Sequence[float],
    expected: Sequence[float],
    allowed: Sequence[float],
    places: Sequence[str],
) -> Check:
    """The comparison that is furthest beyond what is allowed."""
    if len(found) != len(expected):
        return Check(f"{what}: how many numbers", len(found), len(expected), 0.0, "result")
    if len(places) != len(found):  # of whole arrays, and of conditions, which are no numbers
        places = [f"number {at} of the result" for at in range(len(found))]
    numbers = zip(found, expected, allowed, places, strict=True)
    rows = [Check(what, *one) for one in numbers]
    rows = rows or [Check(what, 0.0, 0.0, 0.0, "result")]
    return max(rows, key=lambda one: (one.fails, one.error / max(one.allowed, 5e-324)))


def differences(function: Callable[[float], list[float]]) -> tuple[list[float], list[float]]:
    """The derivative at 0 by central differences, and how far it may be off."""
    coarse, fine = [
        [(b - a) / (2.0 * h) for a, b in zip(function(-h), function(h), strict=True)]
        for h in (STEP, STEP / 2.0)
    ]
    value = function(0.0)
    found = [(4.0 * b - a) / 3.0 for a, b in zip(coarse, fine, strict=True)]
    allowed = []
    for a, b, v in zip(coarse, fine, value, strict=True):
        rounding = 64.0 * math.ulp(max(abs(v), abs(STEP * b))) / STEP
        allowed.append(rounding + abs(b - a) + 1e-7 * max(abs(a), abs(b)))
    return found, allowed


def checks(
    function: Callable[..., Any], args: Sequence[Any], kwargs: dict[str, Any], order: int = 2
) -> Iterator[Check]:
    """Everything that can be compared for this call, derivatives up to the second."""
    compiled = function if isinstance(function, Compiled) else compiled_for(function)
    point = Point(compiled, args, kwargs)
    value, places = numbers_of(compiled(*args, **kwargs)), point.places
    allowed = [ROUNDING * max(abs(x), 1e-3) for x in value]
    yield worst(
        "the value, and that of the function itself",
        value,
        point.undecorated(point.at(0.0)),
        allowed,
        places,
    )
    if not any(point.moved):
        return  # it is a constant
    primals, tangents = point.at(0.0), point.tangents
    _, tangent = compiled.jvp(primals, tangents)
    tangent = numbers_of(tangent)
    found, allowed = differences(lambda h: point.undecorated(point.at(h)))
    yield worst("jvp, and differences", tangent, found, allowed, places)
    yield from _in_digits(point, tangent)
    scale = [ROUNDING * (abs(x) + max(map(abs, tangent), default=0.0)) + 1e-300 for x in tangent]
    yield from _backwards(point, primals, tangent)
    yield from _by_orders(point, primals, tangent, scale)
    yield from _by_targets(point, value, tangent, scale)
    if order > 1:
        yield from _seconds(point, primals, tangents)


def _in_digits(point: Point, tangent: list[float]) -> Iterator[Check]:
    """The trace on numbers of many digits, whose differences are as good as exact."""
    if not is_installed("mpmath"):
        return
    import mpmath

    with mpmath.workdps(_DIGITS):
        h = mpmath.mpf(10) ** (-_DIGITS // 3)
        try:
            ends = [_run_in_digits(point, sign * h, mpmath) for sign in (-1, 1)]
        except (NoDigits, ArithmeticError, ValueError, TypeError):
            return
        found = [float((b - a) / (2 * h)) for a, b in zip(*ends, strict=True)]
    most = max(map(abs, found), default=0.0)
    allowed = [1e-8 * max(abs(x), 1e-6 * most) for x in found]
    yield worst("jvp, and mpmath", tangent, found, allowed, point.places)


def _run_in_digits(point: Point, step: Any, mpmath: Any) -> list[Any]:
    graph: Graph = point.found.trace
    pairs = zip(point.numbers, point.direction, strict=True)
    numbers = [mpmath.mpf(x) + step * d for x, d in pairs]
    known = dict(zip(leaves(graph.inputs), numbers, strict=True))

    def apply(node: Node, args: Sequence[Any]) -> Any:
        name = node.op.name
        if name in _SAME.split():
            return getattr(mpmath, name)(*args)
        if (
            name in ("add", "sub", "mul", "div", "neg", "pos", "abs", "min", "max")
            or node.op.condition
        ):
            return node.op.value(*args) if node.op.value else node.op(*args)
        if name in ("pow", "fpow"):
            return mpmath.power(*args)
        raise NoDigits(name)

    return [mpmath.mpf(x) for x in evaluate(leaves(graph.outputs), known, (), apply)]


def _backwards(point: Point, primals: Sequence[Any], tangent: list[float]) -> Iterator[Check]:
    """Weights times the Jacobian times the direction, from either side."""
    weights = [point.drawn.uniform(0.5, 1.0) for _ in tangent]
    whole, outputs = point.compiled.options.target.whole, point.found.primal.graph.outputs
    like = structure_of(point.compiled(*primals), result=True) if whole else outputs
    vector = plain_value(refilled(like, weights))
    _, cotangents = point.compiled.vjp(primals, vector)
    terms = [w * t for w, t in zip(weights, tangent, strict=True)]
    pairs = zip(numbers_of(cotangents), point.places_moved, strict=True)
    other = [c * point.direction[at] for c, at in pairs]
    allowed = ROUNDING * sum(map(abs, [*terms, *other])) + 1e-300
    yield Check("vjp, and jvp", sum(other), sum(terms), allowed, "result")


def _by_orders(
    point: Point, primals: Sequence[Any], tangent: list[float], allowed: list[float]
) -> Iterator[Check]:
    """The Jacobian by each order of elimination, times the direction."""
    large = len(point.found.trace.nodes) > LARGE or point.compiled.options.target.whole
    for one in ORDERS if is_installed("numpy") and not large else ():
        if one == "search":
            continue
        matrix = point.compiled.derivative(Request("jacobian", order=one, stack=True))
        rows = point.called(matrix, primals).tolist()
        slopes = [point.direction[at] for at in point.places_moved]
        found = [sum(c * slope for c, slope in zip(row, slopes, strict=True)) for row in rows]
        sizes = [sum(abs(c) for c in row) for row in rows]
        more = [a + ROUNDING * size for a, size in zip(allowed, sizes, strict=True)]
        yield worst(
            f"the Jacobian by the order {one!r}, and jvp", found, tangent, more, point.places
        )


def _by_targets(
    point: Point, value: list[float], tangent: list[float], allowed: list[float]
) -> Iterator[Check]:
    """What other targets give."""
    function, options = point.function, point.compiled.options
    arrays = any(type(one) is Elements for one in containers([*point.given.values()]))
    others = {
        "python": True,
        "native": is_installed("llvmlite"),
        "numpy": is_installed("numpy") and not arrays,
    }
    for name in (name for name, there in others.items() if there and name != options.target.name):
        if function is None:
            return
        other = compiled_for(function, target=name, wrt=options.wrt, static=options.static)  # type: ignore[call-overload]
        try:
            found = other.jvp(point.at(0.0), point.tangents)
        except TypeError:  # the numpy target has no loops, and says so
            continue
        both = [*value, *tangent]
        more = [ROUNDING * max(abs(x), 1e-3) for x in value] + allowed
        yield worst(
            f"the target {name!r}, and {options.target.name!r}",
            numbers_of([*found]),
            both,
            more,
            point.places * 2,
        )


def _seconds(point: Point, primals: Sequence[Any], tangents: Sequence[Any]) -> Iterator[Check]:
    """The second derivative along the direction."""
    compiled, graph = point.compiled, point.found.primal.graph

    def slope(h: float) -> list[float]:
        return numbers_of(compiled.jvp(point.at(h), tangents)[1])

    expected, allowed = differences(slope)
    whole = compiled.options.target.whole  # which has no Taylor coefficients
    what, second = "differences of jvp", expected
    if not whole:
        request = Request("taylor", size=2, wrt=point.found.wrt)
        series = compiled.derivative(request)(*primals, *tangents)
        second = [2.0 * x for x in numbers_of(series[2])]
        told = f"the second Taylor coefficient, and {what}"
        yield worst(told, second, expected, allowed, point.places)
        what = "the second Taylor coefficient"
    arrays = whole or any(type(one) in (Elements, Record) for one in containers([graph.outputs]))
    if arrays and len(expected) > 1:
        return  # whose products have their axes elsewhere
    product = numbers_of(compiled.hvp(primals, tangents))
    places, found, sizes = point.places_moved, [], []
    for start in range(0, len(product), len(places) or 1):
        row = product[start : start + len(places)]
        terms = [c * point.direction[at] for c, at in zip(row, places, strict=True)]
        found.append(sum(terms))
        sizes.append(ROUNDING * sum(map(abs, terms)) + 1e-300)
    yield worst(f"hvp, and {what}", found, second, allowed if whole else sizes, point.places)


def check_grads(function: Callable[..., Any], *args: Any, order: int = 2, **kwargs: Any) -> None:
    """Compare the derivatives of a function at these arguments with differences of the undecorated
    function, with mpmath's numbers if it is installed, forward with reverse, every order of
    elimination and every target with each other; up to the second derivative, or with `order=1`
    the first.

    Raises AssertionError, in three parts, for the first that is wrong.

    >>> check_grads(lambda x, y: x * y**3, 2.0, 3.0)
    """
    if not callable(function):
        what = f"check_grads was given {told(function)}"
        raise refused(TypeError, what, "a function, and the arguments to check it at")
    if order not in (1, 2):
        raise refused(ValueError, f"order is {order!r:.40}", "1 or 2")
    for one in checks(function, args, kwargs, order):
        if one.fails:
            what = f"{one}, at {one.place}; allowed is {one.allowed:.1e}"
            instead = "the partials of an op of your own, a point that is no kink; or report it"
            written = function.function if isinstance(function, Compiled) else function
            where = location(written) if written else describe(None)
            raise AssertionError(three_parts(what, where, instead))
