"""Taylor series as programs: a Graph in, a Graph of its Taylor coefficients out.

In: a Graph f, and the inputs that move. Out: a Graph of c_0, ..., c_d, where f(x + t v) is the sum
of c_k t**k. A room of its own because it carries a series where forward mode carries one tangent:
tangents of tangents would cost exponentially in d, the recurrences here cost quadratically
(Griewank & Walther, Evaluating Derivatives, 2008, chapter 13).

A recurrence reads off an equation between a result y and its arguments, one order after the other:

    y = u * v             y_k = sum of u_j v_(k-j) over 0 <= j <= k
    y' = p u'             k y_k = sum of p_(k-j) j u_j over 1 <= j <= k
    d y' = n u'           the same sum of n, less that of d_(k-j) j y_j over j < k, through d_0

`_recurrence` has the ops with an equation of their own. Every other op has its partials, which are
the differential equation: the row of exp says y' = y u', those of sin and cos that each is the
other's, the row of log says u y' = u'. Partials are Nodes, so their series come out of the same
recurrences; they are needed up to one order less, so that y may itself stand in them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache, reduce
from typing import Any

from lazyad.arrays.forms import known_form
from lazyad.derivatives.algebra import (
    QUOTIENTS,
    choice,
    minus,
    negated,
    plus,
    product,
    quotient,
    total,
)
from lazyad.derivatives.loops import (
    Expanded,
    Series,
    each_loop,
    is_moving,
    moved_loop,
    or_blank,
)
from lazyad.derivatives.partials import derived_origin, deriving
from lazyad.derivatives.products import seeding
from lazyad.derivatives.scans import moved_scan
from lazyad.derivatives.series_arrays import check_has_series, fitted, moves, row_rule
from lazyad.derivatives.series_calls import followed
from lazyad.dual import no_partial
from lazyad.graph import (
    CALL,
    CONST,
    INPUT,
    ITEM,
    PUT,
    RAISE,
    REGIONS,
    SCAN,
    TABLE,
    TAKE,
    ZERO,
    Graph,
    Node,
    Op,
    const,
    walk,
)
from lazyad.ops import add, div, eq, mul, neg, pow, sub, where, whole_power
from lazyad.regions import is_table, items, put, table, take
from lazyad.values.errors import refused
from lazyad.values.origin import describe, origins
from lazyad.values.structure import map_leaves


def expanded(
    graph: Graph, seeds: dict[Node, Node], order: int
) -> tuple[Graph, tuple[Any, ...], list[Node]]:
    """The graph whose loops carry coefficients, those of order 0, 1, and so on of its outputs, from
    the direction of each input that moves, and all that are made, as the program has it."""
    rest = [ZERO] * order
    moving = {x: _Series([x, dx, *rest][: order + 1]) for x, dx in seeds.items()}
    graph, series = _through_loops(graph, moving, order)
    expansion = _Expansion(graph, series, order)

    def coefficient(k: int) -> Any:
        return map_leaves(lambda leaf: expansion.of(leaf)[k], graph.outputs)

    outputs = tuple([coefficient(k) for k in range(order + 1)])
    return graph, outputs, [made for node in graph.nodes for made in expansion.of(node)]


def check_order(order: object) -> None:
    """Raise ValueError for an order that no Taylor series has."""
    if type(order) is not int or order < 0:
        raise refused(ValueError, f"the order is {order!r}", "a whole number from 0 on")


def expand(graph: Graph, wrt: Iterable[str] | None, order: int) -> Graph:
    """The program of (c_0, ..., c_order), c_k the coefficient of t**k in f(x + t v).

    v is a parameter d<name> for each input in `wrt`, which defaults to every input. A coefficient
    that is zero because of the program's structure is ZERO.

    >>> x = Node.input("x")
    >>> print(expand(Graph([x], x * x, "sq"), None, 3))
    sq(x, dx):
      %0 = mul(x, x)
      %1 = mul(x, dx)
      %2 = mul(2.0, %1)
      %3 = mul(dx, dx)
      return (%0, %2, %3, 0)
    """
    check_order(order)
    seeds, directions = seeding(graph, wrt)
    graph, outputs, nodes = expanded(graph, directions, order)
    return Graph({**graph.inputs, **seeds}, outputs, graph.name, nodes, tuple(seeds))


# ---------------------------------------------------------------------------------- loops


def _through_loops(
    graph: Graph, series: dict[Node, _Series], order: int, tables: Container[Node] = ()
) -> tuple[Graph, dict[Node, _Series]]:
    """The graph whose loops carry coefficients beside the values, and the series of what moves
    with those of what the loops come to. Those inputs are tables."""
    known, orders = {**series}, range(1, order + 1)
    names = [f"{{}}_{k}" for k in orders]

    def lead(part: Graph) -> None:
        read = dict.fromkeys(arg for node in part.nodes for arg in node.args)
        made = _Expansion(part, {n: known[n] for n in read if n in known}, order, tables)
        known.update((node, made.of(node)) for node in part.nodes)

    def expand(body: Graph, seeds: Mapping[Node, Series], inside: Container[Node] = ()) -> Expanded:
        begun = {x: _Series(one) for x, one in seeds.items()}
        body, moving = _through_loops(body, begun, order, inside)
        of = _Expansion(body, moving, order, inside).of
        return body, of, [x for one in body.nodes for x in of(one) if x is not ZERO]

    def pushed(loop: Node) -> tuple[Node, list[Node]]:
        given = {at: known[arg] for at, arg in enumerate(loop.args) if arg in known}
        given = {at: one for at, one in given.items() if is_moving(one)}
        if not given or (loop.op is CALL and loop.payload.fixed):
            return loop, items(loop)
        found: Mapping[int, Series]
        if loop.op is SCAN:
            own, found = moved_scan(loop, given, names, expand)
            new = own[0].args[0]
        elif loop.op is CALL:
            new, own, found = followed(loop, given, order, expand)
        else:
            directions = [
                {at: or_blank(one[k], loop.args[at], tables) for at, one in given.items()}
                for k in orders
            ]
            new, own, ends = moved_loop(loop, directions, names, expand, tables, seeded=False)
            moved = {at for one in ends for at in one}
            found = {at: [own[at], *[one.get(at, ZERO) for one in ends]] for at in moved}
        known.update((own[at], _Series(one)) for at, one in found.items())
        return new, own

    if not order:
        return graph, known
    return each_loop(graph, lambda node: node.op in REGIONS, lead, pushed), known


# ---------------------------------------------------------------------------------- recurrences


class _Series(list[Any]):
    """The coefficients of one Node, as far as they are known; the first is the Node itself."""

    def __init__(self, known: Iterable[Node]) -> None:
        super().__init__(known)
        self._slopes: dict[int, Node] = {}

    def slope(self, k: int) -> Node:
        """k times the k-th coefficient: what t**(k-1) has in the derivative."""
        if k not in self._slopes:
            self._slopes[k] = product(const(float(k)), self[k])
        return self._slopes[k]


def _recurrence(op: Op) -> Callable[..., Any] | None:
    """The k-th coefficient of a result y and its arguments, where the op has an equation of its
    own. Any, because ops are functions of Any; a recurrence takes and gives Nodes."""
    if op is add or op is sub:
        return lambda k, y, u, v: (plus if op is add else minus)(u[k], v[k])
    if op is neg:
        return lambda k, y, u: negated(u[k])
    if op.lazy:
        return lambda k, y, c, u, v: choice(c[0], u[k], v[k])
    if op is mul:
        return lambda k, y, u, v: _square(k, u) if u is v else _product(k, u, v)
    if op in QUOTIENTS:  # v y = u
        return lambda k, y, u, v: quotient(minus(u[k], _product(k, v, y, 1)), v[0])
    if op.power == 2.0:
        return lambda k, y, u: _square(k, u)
    if op.power == -1.0:  # u y = 1
        return lambda k, y, u: quotient(negated(_product(k, u, y, 1)), u[0])
    if op.power == 0.5:  # y y = u
        return lambda k, y, u: quotient(minus(u[k], _square(k, y, 1)), product(const(2.0), y[0]))
    if op.power is None:
        return None
    exponent = op.power
    return lambda k, y, u: _constant_power(k, y, u, exponent)


def _product(k: int, u: _Series, v: _Series, start: int = 0) -> Any:
    """The k-th coefficient of u v, without the terms before u_start."""
    return total(product(u[j], v[k - j]) for j in range(start, k + 1))


def _square(k: int, u: _Series, start: int = 0) -> Any:
    """The k-th coefficient of u u, without u_start and those before it: every product but that in
    the middle stands there twice."""
    pairs = total(product(u[j], u[k - j]) for j in range(start, (k + 1) // 2))
    return plus(product(const(2.0), pairs), ZERO if k % 2 else product(u[k // 2], u[k // 2]))


def _inner_integral(k: int, p: _Series, u: _Series) -> Any:
    """The k-th coefficient of the integral of p u', without p_0 u_k."""
    return quotient(total(product(u.slope(j), p[k - j]) for j in range(1, k)), const(float(k)))


def _constant_power(k: int, y: _Series, u: _Series, r: float) -> Any:
    """u y' = r y u', both sums in one: they have the same products."""
    factors = [((r + 1.0) * j / k - 1.0, u[j]) for j in range(1, k + 1)]
    terms = [product(const(c), u_j) if c else ZERO for c, u_j in factors]
    return quotient(total(product(term, y[k - j]) for j, term in enumerate(terms, 1)), u[0])


def _binomial(x: Node, n: Node, j: int) -> Any:
    """The binomial coefficient of n over j times x**(n - j), where x is 0: for a whole n below j
    there is none, and for any other it is infinite."""
    given = n.payload if n.op is CONST else n
    chosen = reduce(mul, [(given - float(i)) / (i + 1.0) for i in range(1, j)], given)
    if n.op is CONST:
        return chosen * x ** (given - j) if given < j and chosen else ZERO
    return where(eq(chosen, 0.0), ZERO, chosen * x ** (n - float(j)))


# ---------------------------------------------------------------------------------- the driver

_Rule = Callable[[int], Any]  # the k-th coefficient, from those before it


class _Expansion:
    """The series of every Node that depends on a seeded input.

    First each Node gets a rule, and the partials that the rule reads become Nodes with rules of
    their own, needed up to one order less. Then the rules are asked for order 1, 2, and so on.
    """

    def __init__(
        self,
        graph: Graph,
        series: dict[Node, _Series],
        order: int,
        tables: Container[Node] = (),
    ) -> None:
        self.order, self.tables = order, tables
        self.series = {**series}
        self._planned: list[tuple[Node, int]] = []  # and up to which order, the highest first
        self._known: dict[Any, Node] = {(node.op, node.args): node for node in graph.nodes}
        with deriving(graph) as now:
            for node in graph.nodes:
                now.origin = derived_origin(node)
                self.plan(node, order)
            rules = []
            for node, last in self._planned:  # which grows meanwhile
                now.origin = derived_origin(node)
                if last:
                    rules.append((node, self.rule(node, last), last, now.origin))
            for k in range(1, order + 1):
                for node, rule, last, origin in rules:
                    if last < k:
                        continue
                    now.origin = origin
                    coefficient = rule(k)
                    if known_form(node) is not None:
                        coefficient = fitted(coefficient, node)
                    self.series[node].append(coefficient)

    def of(self, node: Node) -> _Series:
        """The series of a Node; a constant one if no seeded input reaches it."""
        found = self.series.get(node)
        return _Series([node, *[ZERO] * self.order]) if found is None else found

    def begun(self) -> _Series:
        """A series of which nothing is known yet."""
        return _Series([])

    def plan(self, node: Node, last: int) -> None:
        """See to it that a Node's coefficients are made, after those of its arguments."""
        if node in self.series or not any(arg in self.series for arg in node.args):
            return
        if node.op in (*REGIONS, ITEM):  # whose items have their series
            return
        if node.op.array is not None:
            check_has_series(node)
            if not moves(node):
                return
        elif not (node.op in (TABLE, PUT) or (node.op is TAKE and node.args[0] in self.series)):
            if node.op.apart or all(partial is ZERO for partial in _equation(node.op)[2]):
                return
            if exponent := _whole_exponent(node):
                self._repeated(node, exponent, last)
        self.series[node] = _Series([node])
        self._planned.append((node, last))

    def rule(self, node: Node, last: int) -> _Rule:
        """What the k-th coefficient of a Node is, of those before it."""
        if node.op.array is not None:
            return row_rule(self, node, last)
        y, args = self.series[node], [self.of(arg) for arg in node.args]
        if node.op is TABLE:
            return lambda k: table([0.0 if one[k] is ZERO else one[k] for one in args])
        if node.op is TAKE:
            return lambda k: take(args[0][k], node.args[1])
        if node.op is PUT or (node.op.lazy and is_table(node, self.tables)):
            return lambda k: self._changed(node, [one[k] for one in args])
        exponent = _whole_exponent(node)
        if exponent:
            return self._repeated(node, exponent, last).__getitem__
        if node.op is pow and not is_moving(args[1]):
            return self._power(node, last)
        recurrence = _recurrence(node.op)
        if recurrence:
            return lambda k: recurrence(k, y, *args)
        return self._differential(node, last)

    def _changed(self, node: Node, given: Sequence[Node]) -> Node:
        """A table of coefficients with another one in it, or a choice of two such."""
        pairs = zip(given, node.args, strict=True)
        found = [a if a.op is RAISE else or_blank(one, a, self.tables) for one, a in pairs]
        if node.op is PUT:
            return put(found[0], node.args[1], found[2])
        return where(node.args[0], *found[1:])

    def _repeated(self, node: Node, exponent: int, last: int) -> _Series:
        """The series of x * x * ... that a power is."""
        x = Node(INPUT)
        return self._read(whole_power(x, exponent), {x: node.args[0]}, last)

    def _power(self, node: Node, last: int) -> _Rule:
        """The rule for u**n where n does not move: what divides by u, and at u = 0 the terms of the
        binomial series, which are powers of what u moves by."""
        y, (base, exponent) = self.series[node], node.args
        u, r = self.of(base), exponent.payload
        away = self._differential(node, last) if exponent.op is not CONST else None
        powers: list[list[Node]] = []  # of u - u_0, as far as they are asked for

        def rule(k: int) -> Any:
            found = _constant_power(k, y, u, r) if away is None else away(k)
            if away is None and r < 0.0:
                return found
            powers.append([ZERO] * k)
            for j, power in enumerate(powers):
                terms = map(product, u[1:k], powers[j - 1][k - 1 : 0 : -1]) if j else [u[k]]
                power.append(total(terms))
            terms = [product(_binomial(base, exponent, j), p[k]) for j, p in enumerate(powers, 1)]
            return choice(eq(base, 0.0), total(terms), found)

        return rule

    def _differential(self, node: Node, last: int) -> _Rule:
        """The rule from y' = p u' + q v' + ..., a common denominator on the left."""
        y = self.series[node]
        out, inputs, partials = _equation(node.op)
        bound = {out: node, **dict(zip(inputs, node.args, strict=True))}
        terms = []
        for position, (arg, partial) in enumerate(zip(node.args, partials, strict=True)):
            if arg in self.series and partial is not ZERO:
                if partial is None:
                    raise no_partial(node.op, position, describe(node.origin))
                terms.append((partial, self.series[arg]))
        if node.op.series:
            ((partial, u),) = terms
            first = self._made(partial, bound)
            p = self._read(node.op.series(out, *inputs)[0], bound, last - 1)
            return lambda k: plus(product(first, u[k]), _inner_integral(k, p, u))
        denominators = {p.args[1] if p.op is div else ZERO for p, _ in terms}
        if ZERO in denominators or len(denominators) != 1:
            parts = [self._integral(p, u, bound, last) for p, u in terms]
            return lambda k: total(term(k) for term in parts)
        above = [self._integral(p.args[0], u, bound, last) for p, u in terms]
        d = self._read(denominators.pop(), bound, last - 1)
        return lambda k: quotient(
            minus(total(term(k) for term in above), _inner_integral(k, d, y)), d[0]
        )

    def _integral(self, partial: Node, u: _Series, bound: dict[Node, Node], last: int) -> _Rule:
        """The integral of p u', inside the choices that p is made of: nothing is multiplied by a
        side that is not taken."""
        if partial is ZERO:
            return lambda k: ZERO
        if partial.op is where:
            condition, *sides = partial.args
            chosen = self._made(condition, bound)  # its value alone
            one, other = [self._integral(side, u, bound, last) for side in sides]
            return lambda k: choice(chosen, one(k), other(k))
        p = self._read(partial, bound, last - 1)
        return lambda k: plus(product(p[0], u[k]), _inner_integral(k, p, u))

    def _read(self, template: Node, bound: dict[Node, Node], last: int) -> _Series:
        """The series of an expression of what is bound."""
        made = self._made(template, bound)
        for part in walk([template]):
            self.plan(bound[part], last)
        return self.of(made)

    def _made(self, template: Node, bound: dict[Node, Node]) -> Node:
        """An expression of what is bound; one that exists is shared."""
        for part in walk([template]):
            if part not in bound:
                args = tuple([bound[arg] for arg in part.args])
                known = part if part.op.leaf else self._known.get((part.op, args))
                bound[part] = part.op(*args) if known is None else known
                self._known.setdefault((part.op, args), bound[part])
        return bound[template]


@cache
def _equation(op: Op) -> tuple[Node, Sequence[Node], Sequence[Node | None]]:
    """The op's, with a shorter partial of a power: it divides by x."""
    out, inputs, partials = op.equation
    if op is not pow:
        return op.equation
    with origins() as now:
        now.origin = None
        x, y = inputs
        return out, inputs, (div(mul(y, out), x), partials[1])


def _whole_exponent(node: Node) -> int | None:
    """n where the Node is x ** n, a constant whole n from 0 on."""
    exponent = node.args[1] if node.op is pow else ZERO
    value = exponent.payload if exponent.op is CONST else -1.0
    return int(value) if 0.0 <= value < 2.0**53 and value == int(value) else None
