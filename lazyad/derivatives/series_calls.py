"""Taylor series through calls of routines: coefficients are states beside the states.

In: the call of an integral or of differential equations, and the series of its arguments. Out: the
call that follows all coefficients, and the series of what it comes to. A room of its own because
only here do times move, too. The ends of an integral add what is between them and where they move;
for differential equations the time itself is a series (`_Clock`).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from lazyad.calls import Call
from lazyad.derivatives.algebra import choice, minus, or_zero, plus, product, quotient, total
from lazyad.derivatives.calls import widened_call
from lazyad.derivatives.loops import Expand, Series, is_moving
from lazyad.derivatives.partials import derived_origin, deriving
from lazyad.evaluation import evaluate
from lazyad.graph import INPUT, ZERO, Node, const, lifted
from lazyad.regions import items


def followed(
    node: Node, given: Mapping[int, Series], order: int, expand: Expand
) -> tuple[Node, list[Node], dict[int, Series]]:
    """The call with the coefficients of its arguments, its old items, and their series."""
    what: Call = node.payload
    size, first, inputs = len(what.body.outputs), what.first, what.inputs
    moved = {at - first: one for at, one in given.items() if at >= first}
    ends = {at: one for at, one in given.items() if at < first}
    clock = _Clock(node, ends if what.states else {}, order)
    seeds: dict[int, list[Node]] = {}
    wanted = {*moved}
    while True:
        for at in sorted(wanted - seeds.keys()):
            seeds[at] = coefficients(inputs[1 + at], order)
        begin = {one[0]: one for one in (clock.series, *seeds.values())}
        body, of, made = expand(what.body, begin)
        with deriving(body):
            slopes = [clock.slope(of(out)) for out in body.outputs]
        wanted = {at for at in range(what.states) if is_moving(slopes[at])}
        if wanted <= seeds.keys():
            break
    every = itertools.product(range(size), range(1, order + 1))
    tells = seeds if what.states else {at for at in range(size) if is_moving(slopes[at])}
    carried = [(at, k) for at, k in every if at in tells]
    outputs = [one[0] for one in slopes] + [or_zero(slopes[at][k]) for at, k in carried]
    begun = {
        (at, k): (seed, moved[at][k] if at in moved else ZERO)
        for at, row in seeds.items()
        for k, seed in enumerate(row)
        if k
    }
    own = [begun[one] for one in carried] if what.states else []
    read = [pair for (at, _), pair in begun.items() if at >= what.states]
    new = widened_call(node, body.returning(tuple(outputs), made), own, [*read, *clock.read])
    found: dict[int, Series] = {}
    wide = size + len(carried)
    for k in range(what.times):
        row = items(new)[k * wide : (k + 1) * wide]
        series = [[row[at], *[ZERO] * order] for at in range(size)]
        for (at, of_order), one in zip(carried, row[size:], strict=True):
            series[at][of_order] = one
        for end, sign in ((1 + k, plus), (0, minus)) if not what.states else ():
            if end in ends:
                more = _to(ends[end], new, carried, expand)
                series = [[*map(sign, *pair)] for pair in zip(series, more, strict=True)]
        found.update((k * size + at, one) for at, one in enumerate(series) if is_moving(one))
    return new, [one for at, one in enumerate(items(new)) if at % wide < size], found


def _to(
    end: Series, call: Node, carried: Sequence[tuple[int, int]], expand: Expand
) -> list[list[Node]]:
    """The series of the integrals from where an end is to where it moves: the j-th coefficient f_j
    of an integrand adds what has the derivative f_j(end) end', j orders later. `carried` says which
    the outputs after the integrands are."""
    what: Call = call.payload
    time, *others = what.inputs
    order = len(end) - 1
    seeds = coefficients(time, order)
    body, of, _ = expand(what.body, {time: seeds})
    known = dict(zip([*seeds, *others], [*end, *call.args[what.starts :]], strict=True))
    size = len(body.outputs) - len(carried)
    found = [[ZERO] * (order + 1) for _ in range(size)]
    which = [*[(at, 0) for at in range(size)], *carried]
    for (at, j), one in zip(which, body.outputs, strict=True):
        series = of(one)[: order + 1 - j]
        values = iter(evaluate([one for one in series if one is not ZERO], known))
        there = [ZERO if one is ZERO else lifted(next(values)) for one in series]
        for m in range(1, order + 1 - j):
            rates = [product(const(n / m), end[n]) for n in range(1, m + 1)]
            term = total(product(rate, there[m - n]) for n, rate in enumerate(rates, 1))
            found[at][j + m] = plus(found[at][j + m], term)
    return found


class _Clock:
    """The series of a call's time: the routine goes through times that do not move, and between
    two of them what does is in proportion."""

    def __init__(self, node: Node, moving: Mapping[int, Series], order: int) -> None:
        what: Call = node.payload
        self.node, self.moving, self.time = node, moving, what.inputs[0]
        self.read: list[tuple[Node, Node]] = []  # what the body reads for it, and what that is
        self.series = [self.time, *[ZERO] * order]
        self.rates: list[Node] = [const(1.0), *[ZERO] * order]  # of it and the routine's
        with deriving(what.body) as now:
            now.origin = derived_origin(node)
            for k in range(1, order + 1) if moving else ():
                shift, rate = self._between(what.times - 1, k)
                for at in reversed(range(what.times - 1)):
                    low, high = self._read(node.args[at]), self._read(node.args[at + 1])
                    inside = (self.time - low) * (self.time - high) <= 0.0
                    mine = self._between(at, k)
                    shift, rate = choice(inside, mine[0], shift), choice(inside, mine[1], rate)
                self.series[k], self.rates[k] = shift, rate

    def _between(self, at: int, k: int) -> tuple[Node, Node]:
        """The k-th coefficient of the time between two, and its rate."""
        low, high = self.node.args[at : at + 2]
        begin, end = [self.moving[one][k] if one in self.moving else ZERO for one in (at, at + 1)]
        if begin is ZERO and end is ZERO:
            return ZERO, ZERO
        rate = self._read(quotient(minus(end, begin), high - low))
        return plus(self._read(begin), product(rate, self.time - self._read(low))), rate

    def _read(self, value: Node) -> Node:
        """What the body reads it as."""
        if value is ZERO:
            return ZERO
        for mine, known in self.read:
            if known is value:
                return mine
        self.read.append((Node(INPUT, (), "given", value.origin), value))
        return self.read[-1][0]

    def slope(self, series: Series) -> Series:
        """The slopes by the routine's time."""
        orders = range(len(self.series))
        pairs = [[(series[j], self.rates[k - j]) for j in range(k + 1)] for k in orders]
        return [series[0], *[total(product(*pair) for pair in row) for row in pairs[1:]]]


def coefficients(one: Node, order: int) -> list[Node]:
    """An input of a body, and those that stand for its coefficients."""
    origin = derived_origin(one)
    more = [Node(INPUT, (), f"{one.payload}_{k}", origin) for k in range(1, order + 1)]
    return [one, *more]
