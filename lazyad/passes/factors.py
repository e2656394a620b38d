"""Factors: sums and products as wholes, with what they have in common computed once.

In: a Graph, after `simplify_fast` and `merge_subexpressions`. Out: a Graph of fewer operations, or
the very same one. A room of its own because no equation between two or three Nodes sees it: the
sums and products of the whole graph are read into a normal form, pairs that several of them hold
are taken out, the most frequent first, and binary Nodes are made of what is left.

Breuer, Generation of optimal code for expressions via factorization, 1969; Hosangadi, Fallah and
Kastner, Optimizing polynomial expressions by algebraic factorization and common subexpression
elimination, 2006.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, deque
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import partial, reduce
from typing import Any

from lazyad.graph import CONST, INPUT, Graph, Node, Op, const, is_const
from lazyad.ops import add, div, mul, neg, sqrt, sub
from lazyad.passes.greedy import Pair, Row, share_pairs
from lazyad.passes.normal_form import (
    ONE,
    Atom,
    Literal,
    NormalForm,
    Product,
    Reading,
    Sum,
    Term,
    is_number,
)
from lazyad.values.irrational import nearest
from lazyad.values.origin import Origin, State, nameless, origins
from lazyad.values.structure import leaves, map_leaves

READINGS = (Reading(True, True, True), Reading(True, False, False), Reading(False, False, False))
AS_READ = READINGS[-1:]  # what is used twice, and may have a name, stays one
_LARGE = 1_000  # a graph of more Nodes is read one way
_LONG = 256  # a sum with more terms that others hold too shares none of them
_WINDOW = 12  # in a sum of some length, terms that far apart are no pair
_ROOT = Node(sqrt, (Node(INPUT),))  # what the root of a literal is built like


def collect_factors(graph: Graph) -> Graph:
    """x * y + x * z -> x * (y + z), and the x * y of x * z * y and x * y / z is computed once.

    Real: sums and products are reordered, and divisions joined. Never more operations, nor fewer at
    the cost of as many divisions.

    >>> x, y, z = (Node.input(name) for name in "xyz")
    >>> print(collect_factors(Graph([x, y, z], (3.0 * x + 3.0 * y, (x * z) * y, (x * y) / z))))
    f(x, y, z):
      %0 = add(x, y)
      %1 = mul(3.0, %0)
      %2 = mul(x, y)
      %3 = mul(z, %2)
      %4 = div(%2, z)
      return (%1, %3, %4)
    """
    return deque(collecting(graph), maxlen=1)[0]


def collecting(
    graph: Graph,
    kept: Container[Node] = (),
    joined: bool = True,
    readings: Sequence[Reading] = READINGS,
) -> Iterator[Graph]:
    """What has been collected after each reading of the graph, the graph itself first.

    What is `kept` stays as it is. Unless divisors are `joined`, nothing is divided by a product
    that is not there already: h * h overflows, and underflows, where x / h / h does not.
    """
    yield graph
    before = None
    while graph is not before:
        best = before = graph
        forms: list[NormalForm] = []
        for reading in readings if len(graph.nodes) <= _LARGE else readings[:1]:
            if not any(form.is_that_of(reading) for form in forms):
                forms.append(NormalForm(graph, reading, joined, kept))
                new = _collected(forms[-1])
                if _cost(new) < _cost(best) and _weight(new) <= _weight(graph):
                    best = new
            yield best
        graph = best


def keeps_roundings(nodes: Iterable[Node]) -> bool:
    """Whether something asks what a sum was rounded by, (x + y) - x or x - (x - y): then the slope
    of that is what the slope of the sum was rounded by, if it is computed as it is derived.

    Dekker, A floating-point technique for extending the available precision, 1971.
    """
    for node in nodes:
        if node.op is sub:
            first, second = node.args
            if (first.op is add and any(arg is second for arg in first.args)) or (
                second.op is sub and second.args[0] is first
            ):
                return True
    return False


def _cost(graph: Graph) -> tuple[int, int]:
    """Operations, and then what is better a product or a subtraction."""
    operations = graph.operations
    return operations.total(), operations["div"] + operations["neg"]


def _weight(graph: Graph) -> int:
    """Operations, where a division is worth two products."""
    return graph.operations.total() + graph.operations["div"]


def _collected(form: NormalForm) -> Graph:
    with origins() as now:
        program = _Program(form)
        program.share_products()
        program.share_reciprocals()
        program.share_sums()
        program.collect_constants()
        if program.least() >= _own_cost(form):
            return form.graph
        made = _Builder(program, now).build(form.graph.nodes)
    outputs = map_leaves(made.__getitem__, form.graph.outputs)
    return form.graph.returning(outputs, made.values())


def _own_cost(form: NormalForm) -> tuple[int, int]:
    """The cost of what was read, but not of what is kept."""
    ops = Counter([node.op for node in form.graph.nodes if node not in form.kept])
    return sum(n for op, n in ops.items() if not op.leaf), ops[div] + ops[neg]


# ---------------------------------------------------------------------------- what is shared

Key = tuple[tuple[int, int], ...]  # its items, in order
Signed = tuple[int, int]  # 1 or -1, and a row


class _Program:
    """The live sums and products of a normal form, each product a row of its own."""

    def __init__(self, form: NormalForm) -> None:
        self.form = form
        self.literals = form.literals
        self.origins = form.origins
        # What divides, though it is multiplied by: two of them are never joined, unless all may be.
        self.reciprocals = {
            literal
            for literal, made in enumerate(form.literals)
            if isinstance(made, Product) and all(halves < 0 for _, halves in made.terms[0][1])
        }
        self.rows: list[Row] = []
        # Of each row, or, of one that nobody has asked for it, its items and what it is a part of.
        self._row_origins: list[Origin | tuple[Key, Origin | None] | None] = []
        self._splits: dict[int, tuple[float, Key]] = {}
        self.parts: dict[int, list[Signed]] = {}  # terms of a sum, arguments of an atom, a product
        self._origin: Origin | None = None
        self._row_of: dict[Key, int] = {}
        self.outputs: dict[Node, Signed] = {}
        for node in leaves(form.graph.outputs):
            self._origin = node.origin
            self.outputs[node] = self._row(form.term(node))
        waiting = [literal for row in self.rows for literal in row]
        while waiting:
            literal = waiting.pop()
            if literal in self.parts:
                continue
            self._origin, made = self.origins[literal], self.literals[literal]
            before = len(self.rows)
            whole = self._origin if isinstance(made, Product) else None
            terms = () if isinstance(made, float) else made.terms
            self.parts[literal] = [self._row(term, whole) for term in terms]
            waiting += [k for row in self.rows[before:] for k in row]
        self.sums = sorted(k for k in self.parts if isinstance(self.literals[k], Sum))

    def _literal(self, key: object, made: Literal) -> int:
        return self.form.literal(key, made, nameless(self._origin))

    def _new_product(self, row: Row, users: Sequence[int]) -> int:
        """A literal that is the product of that row, called as what was this product before, or as
        a user that is all of it."""
        self._origin = self.row_origin(users[0])
        made = self._literal(object(), Product(((1.0, ONE),)))
        whole = [i for i in users if self.rows[i] == row]
        if known := self._known(row.items()) or (whole and self.row_origin(whole[0])):
            self.origins[made] = known
        self.rows.append(row)
        self._row_origins.append(self.origins[made])
        self.parts[made] = [(1, len(self.rows) - 1)]
        return made

    def row_origin(self, row: int) -> Origin | None:
        """That of a row: what it was when it was read has a name, or is a part of what has one."""
        found = self._row_origins[row]
        if isinstance(found, tuple):
            items, whole = found
            found = self._row_origins[row] = self._known(items) or nameless(whole)
        return found

    def _known(self, items: Iterable[tuple[int, int]]) -> Origin | None:
        """That of a Node which was the product of these."""
        value, powers = 1.0, dict[int, int]()
        for literal, exponent in items:
            made = self.literals[literal]
            if isinstance(made, float):
                value *= made
            elif isinstance(made, Atom) and made.node is _ROOT:
                ((base, _),) = made.terms[0][1]
                powers[base] = powers.get(base, 0) + exponent
            else:
                powers[literal] = powers.get(literal, 0) + 2 * exponent
        return self.form.own.get((value, tuple(sorted(powers.items()))))

    def _new_sum(self, terms: list[Signed]) -> int:
        made = self._literal(object(), Sum(()))
        self.parts[made] = terms
        self.sums.append(made)
        return made

    def _row(self, term: Term, origin: Origin | None = None) -> Signed:
        """The sign and the row of a term."""
        coefficient, powers = term
        row: Row = {}
        if abs(coefficient) != 1.0 or not powers:
            row[self._literal(abs(coefficient), abs(coefficient))] = 1
        for literal, halves in powers:
            if halves % 2:
                root = Atom(((1.0, ((literal, 2),)),), _ROOT)
                known = self.form.own.get((1.0, ((literal, 1),))) or nameless(self._origin)
                made = self.form.literal(("root", literal), root, known)
                row[made] = 1 if halves > 0 else -1
            if abs(halves) > 1:
                row[literal] = int(halves / 2)
        return -1 if coefficient < 0.0 else 1, self._interned(row, origin)

    def _interned(self, row: Row, origin: Origin | None = None) -> int:
        key = tuple(sorted(row.items()))
        if key not in self._row_of:
            self._row_of[key] = len(self.rows)
            self.rows.append(row)
            self._row_origins.append(origin or (key, self._origin))
        return self._row_of[key]

    def _split(self, row: int) -> tuple[float, Key]:
        """The constant in a row, and the rest of it, once all products are shared."""
        if row in self._splits:
            return self._splits[row]
        value, rest, items = 1.0, [], self.rows[row].items()
        for item in sorted(items) if len(items) > 1 else items:
            made = self.literals[item[0]]
            if isinstance(made, float):
                value *= made
            else:
                rest.append(item)
        found = self._splits[row] = value, tuple(rest)
        return found

    def _joined(self, value: float, rest: Key) -> int:
        row = dict(rest)
        if value != 1.0 or not rest:
            row[self._literal(value, value)] = 1
        return self._interned(row)

    def uses(self) -> Counter[int]:
        """How often each row is used."""
        uses = Counter(row for terms in self.parts.values() for _, row in terms)
        uses.update(row for _, row in self.outputs.values())
        return uses

    def least(self) -> tuple[int, int]:
        """Its cost, as if nothing were divided and no sign turned."""
        atoms = sum(bool(self.parts[k]) for k in self.parts if type(self.literals[k]) is Atom)
        sums = sum(len(self.parts[k]) - 1 for k in self.sums)
        return atoms + sums + sum(map(self._operations, self.uses())), 0

    def _operations(self, row: int) -> int:
        """The operations that a row takes at least."""
        value, rest = self._split(row)
        count = above = int(value != 1.0)
        for _, exponent in rest:
            above += exponent > 0
            size = abs(exponent)
            squared = exponent > 0 or self.form.joined
            count += size.bit_length() + size.bit_count() - 1 if squared else size
        return count - bool(above) if rest else 0

    # -- products

    def share_products(self) -> None:
        """Pairs of literals that several products hold."""
        held: Counter[int] = Counter()
        for row in self.rows:
            for literal, exponent in row.items():
                held[literal] += abs(exponent)

        def make(pair: Pair, users: list[int]) -> tuple[int, Row, None]:
            first, second, ratio = pair
            inner = {first: 2} if first == second else {first: 1, second: int(ratio)}
            made = self._new_product(inner, users)
            if all(e < 0 or self._only_divides(k) for k, e in inner.items()):
                self.reciprocals.add(made)
            return made, inner, None

        share_pairs(dict(enumerate(self.rows)), held, partial(self._pairs, held), make)

    def _pairs(self, held: Counter[int], i: int, only: int | None) -> Iterator[tuple[Pair, int]]:
        """The pairs of literals in a row that may be shared, and how often it holds each."""
        row = self.rows[i]
        present = sorted([k for k in row if held[k] > 1])
        may = () if self.form.joined else present
        divisors = {k for k in may if (row[k] < 0) is not (k in self.reciprocals)}
        for first in present if only is None else (only,) if only in present else ():
            if abs(row[first]) > 1 and first not in divisors:
                yield (first, first, 1), abs(row[first]) // 2
            for second in present:
                if second > first or (only is not None and second != first):
                    if first in divisors and second in divisors:
                        continue
                    low, high = (first, second) if first < second else (second, first)
                    times = min(abs(row[low]), abs(row[high]))
                    if (row[low] > 0) is (row[high] > 0):
                        yield (low, high, 1), times
                    else:
                        yield ((low, high) if row[low] > 0 else (high, low)) + (-1,), times

    def _only_divides(self, literal: int) -> bool:
        """Whether it is as small as what it is divided by is large: 3 / h is."""
        return literal in self.reciprocals or isinstance(self.literals[literal], float)

    def share_reciprocals(self) -> None:
        """x / y is x * (1 / y) where 1 / y is there."""
        inverses: dict[int, int] = {}
        for i, row in enumerate([*self.rows]):
            if [*row.values()] == [-1]:
                (literal,) = row
                inverses[literal] = self._new_product({literal: -1}, [i])
                self.reciprocals.add(inverses[literal])
                row.clear()
                row[inverses[literal]] = 1
        own = {self.parts[made][0][1] for made in inverses.values()}
        for i, row in enumerate(self.rows if inverses else ()):
            for literal, exponent in [*row.items()]:
                if exponent < 0 and literal in inverses and i not in own:
                    del row[literal]
                    row[inverses[literal]] = -exponent

    # -- sums

    def _cores(self) -> tuple[dict[Key, int], dict[int, dict[int, float]], Counter[int]]:
        """The products without their constants, for each sum the constants of its own, and how many
        sums hold each."""
        cores: dict[Key, int] = {}
        table: dict[int, dict[int, float]] = {}
        for literal in self.sums:
            found: dict[int, float] = {}
            for sign, row in self.parts[literal]:
                value, rest = self._split(row)
                found[cores.setdefault(rest, len(cores))] = sign * value
            if len(found) == len(self.parts[literal]):
                table[literal] = found
        held = Counter(core for found in table.values() for core in found)
        for literal, found in [*table.items()]:
            if sum(held[core] > 1 for core in found) > _LONG:
                del table[literal]
        return cores, table, held

    def share_sums(self) -> None:
        """Pairs of terms that several sums hold, up to a factor."""
        self._row_of = {}
        for i, factors in enumerate(self.rows):
            self._row_of.setdefault(tuple(sorted(factors.items())), i)
        cores, table, held = self._cores()
        changed: dict[int, None] = {}

        def make(pair: Pair, users: list[int]) -> tuple[int, Row, int | None]:
            first, second, ratio = pair
            itself = made = next((k for k in users if len(table[k]) == 2), None)
            if made is None:
                # The least scale in size leaves most users no constant to multiply by.
                scale = min((table[k][first] for k in users), key=lambda c: abs(math.log(abs(c))))
                self._origin = self.origins[users[0]]
                made = self._new_sum([])
                table[made] = {first: scale, second: ratio * scale}
            changed.update(dict.fromkeys([*(k for k in users if k != itself), made]))
            return cores.setdefault(((made, 1),), len(cores)), table[made], itself

        def pairs(literal: int, only: int | None) -> Iterator[tuple[Pair, int]]:
            return _proportions(table[literal], held, only)

        share_pairs(table, held, pairs, make)
        rests = [*cores]
        for literal in changed:
            self._origin = self.origins[literal]
            self.parts[literal] = [
                (-1 if c < 0.0 else 1, self._joined(abs(c), rests[core]))
                for core, c in table[literal].items()
            ] or [(1, self._joined(0.0, ONE))]

    # -- constants

    def collect_constants(self) -> None:
        """c * x + c * y -> c * (x + y); and 2 * x + 4 * y * z -> 2 * (x + (2 * y) * z) where 2 * y
        is computed anyway."""
        uses = self.uses()
        scaled: dict[int, list[tuple[float, int]]] = {}  # y: the constants and rows of its c * y
        for row in uses:
            value, rest = self._split(row)
            if value != 1.0 and len(rest) == 1 and rest[0][1] == 1:
                scaled.setdefault(rest[0][0], []).append((value, row))
        for literal in [*self.sums]:
            terms = self.parts[literal]
            groups: dict[float, list[int]] = {}
            for position, (_, row) in enumerate(terms):
                value, rest = self._split(row)
                if value != 1.0 and rest and uses[row] == 1:
                    groups.setdefault(value, []).append(position)
            for value, positions in [*groups.items()]:
                if len(positions) == 1:
                    sign, row = terms[positions[0]]
                    replaced = self._replaced(row, groups, scaled)
                    if replaced is not None:
                        ratio, row = replaced
                        terms[positions[0]] = sign, row
                        groups.setdefault(ratio, []).append(positions[0])
                        del groups[value]
            left = dict(enumerate(terms))
            for value, found in groups.items():
                # What `_replaced` made a literal of, c and all, has no constant left to take out.
                positions = [p for p in found if self._split(terms[p][1])[0] == value]
                if value != 1.0 and len(positions) > 1:
                    self._origin = self.origins[literal]
                    group = [left.pop(p) for p in positions]
                    inner = [(sign, self._joined(1.0, self._split(r)[1])) for sign, r in group]
                    made = self._new_sum(inner)
                    left[positions[0]] = 1, self._joined(value, ((made, 1),))
            if len(left) < len(terms):
                self.parts[literal] = [left[p] for p in sorted(left)]

    def _replaced(
        self, row: int, groups: dict[float, list[int]], scaled: dict[int, list[tuple[float, int]]]
    ) -> tuple[float, int] | None:
        """c * y * z as (c / d) * (d * y) * z, if d * y is there and c / d is 1 or in the groups."""
        value, rest = self._split(row)
        for literal, exponent in rest if len(rest) > 1 else ():
            for c, other in scaled.get(literal, [])[:_WINDOW] if exponent == 1 else ():
                ratio = value / c
                if (ratio == 1.0 or ratio in groups) and ratio != value:
                    if len(self.rows[other]) > 1:
                        made = self._new_product(dict(self.rows[other]), [other])
                        self.rows[other].clear()
                        self.rows[other][made] = 1
                        del self._splits[other]
                    (made,) = self.rows[other]
                    left = [(made, 1), *((k, e) for k, e in rest if k != literal)]
                    return ratio, self._joined(ratio, tuple(sorted(left)))
        return None


def _proportions(
    found: dict[int, float], held: Counter[int], only: int | None = None
) -> Iterator[tuple[Pair, int]]:
    """Pairs of terms in a sum, and how their constants stand to each other."""
    if only is not None:
        pairs = [(min(k, only), max(k, only)) for k in found if k != only and only in found]
    else:
        present = sorted(core for core in found if held[core] > 1)
        reach = _WINDOW if len(present) > 4 * _WINDOW else 4 * _WINDOW
        pairs = [(a, b) for p, a in enumerate(present) for b in present[p + 1 : p + 1 + reach]]
    for first, second in pairs:
        yield (first, second, found[second] / found[first]), 1


# ---------------------------------------------------------------------------- Nodes again


class _Builder:
    """Makes the Nodes of a program, in the order of the graph it was read from."""

    def __init__(self, program: _Program, now: State) -> None:
        self.program = program
        self.now = now
        self.literals: dict[int, tuple[int, Node]] = {}  # each with the sign that it came out with
        self.rows: dict[int, tuple[int, Node]] = {}
        self.uses = program.uses()
        self.summed = {row for k in program.sums for _, row in program.parts[k]}
        self.negated: dict[Node, Node] = {}
        self.numbers: dict[float, Node] = {}

    def build(self, nodes: Iterable[Node]) -> dict[Node, Node]:
        """The new Nodes, for the outputs by the old ones; the others stand for themselves."""
        program = self.program
        atoms = {
            made.node: literal
            for literal, made in enumerate(program.literals)
            if isinstance(made, Atom) and literal in program.parts
        }
        self.made: dict[Node, Node] = {}
        for node in nodes:
            if is_number(node) and not is_const(node, -0.0):
                self.numbers.setdefault(node.payload, node)
            if node in atoms:
                literal = atoms[node]
                if program.parts[literal]:
                    self._make((False, literal, 1))
                else:
                    self.literals[literal] = 1, node
            if node in program.outputs:
                sign, row = program.outputs[node]
                self._make((True, row, sign))
                self.made[node] = self._signed(sign, row)
            self.made.setdefault(node, node)
        return self.made

    def _new(self, op: Op, *args: Node, payload: Any = None) -> Node:
        node = Node(op, args, payload, self.now.origin)
        self.made[node] = node
        return node

    def _signed(self, sign: int, row: int) -> Node:
        actual, node = self.rows[row]
        if actual == sign:
            return node
        if node.op is CONST:
            return self._number(-node.payload)
        if node not in self.negated:
            self.negated[node] = self._new(neg, node)
        return self.negated[node]

    def _number(self, value: float) -> Node:
        """A constant; one that was multiplied together is the number that it was meant to be."""
        value = value if value in self.numbers else nearest(value)
        if value not in self.numbers:
            self.numbers[value] = const(value)
        number = self.numbers[value]
        self.made[number] = number
        return number

    def _make(self, goal: tuple[bool, int, int]) -> None:
        """The Nodes of a row (True) or a literal, with that sign where it is free to choose."""
        program = self.program
        stack, entered = [goal], set[tuple[bool, int, int]]()
        while stack:
            is_row, i, wish = goal = stack[-1]
            made = self.rows if is_row else self.literals
            if i in made:
                stack.pop()
                continue
            if goal not in entered:  # what it needs stands before it the second time
                entered.add(goal)
                needed = [*(self._row_needs(i, wish) if is_row else self._literal_needs(i, wish))]
                if needed:
                    stack += reversed(needed)
                    continue
            stack.pop()
            self.now.origin = program.row_origin(i) if is_row else program.origins[i]
            sign, node = self._product(i, wish) if is_row else self._value(i, wish)
            named = node.origin is not None and node.origin is self.now.origin
            if sign < 0 and named and node.args:  # the name is that of its negative
                node = Node(node.op, node.args, node.payload, nameless(node.origin))
                self.made[node] = node
            made[i] = sign, node

    def _row_needs(self, i: int, wish: int) -> Iterator[tuple[bool, int, int]]:
        """Its literals; one of them takes the sign, if it is a sum and no constant does."""
        row = self.program.rows[i]
        literals = self.program.literals
        free = wish > 0 or self._turns(i)
        for literal, exponent in sorted(row.items()):
            if literal not in self.literals and not isinstance(literals[literal], float):
                turned = not free and exponent % 2 == 1 and isinstance(literals[literal], Sum)
                free = free or turned
                yield False, literal, -1 if turned else 1

    def _turns(self, row: int) -> bool:
        """Whether a constant takes the product's sign. Not if a sum shares the product with others:
        `simplify` gives the sign to the sum, and would make two products of it."""
        if row in self.summed and self.uses[row] > 1:
            return False
        return any(isinstance(self.program.literals[k], float) for k in self.program.rows[row])

    def _literal_needs(self, literal: int, wish: int) -> Iterator[tuple[bool, int, int]]:
        """Its parts; where all terms of a sum have the other sign, a constant takes it."""
        is_sum = isinstance(self.program.literals[literal], Sum)
        terms = self.program.parts[literal]
        turning = is_sum and all(sign != wish for sign, _ in terms)
        for sign, row in terms:
            if row not in self.rows:
                turned = turning and self._turns(row)
                turning = turning and not turned
                yield True, row, sign if not is_sum else -1 if turned else 1

    def _value(self, literal: int, wish: int) -> tuple[int, Node]:
        made = self.program.literals[literal]
        terms = self.program.parts[literal]
        if isinstance(made, Atom):
            args = tuple(self._signed(*term) for term in terms)
            node = made.node
            if args and not all(a is b for a, b in zip(args, node.args, strict=True)):
                return 1, self._new(node.op, *args, payload=node.payload)
            self.made.setdefault(node, node)
            return 1, node
        signed = [(sign * self.rows[row][0], self.rows[row][1]) for sign, row in terms]
        if all(sign != wish for sign, _ in signed):
            wish = -wish
        first = next(p for p, (sign, _) in enumerate(signed) if sign == wish)
        _, total = signed.pop(first)
        for sign, node in signed:
            total = self._new(add if sign == wish else sub, total, node)
        return wish, total

    def _product(self, i: int, wish: int) -> tuple[int, Node]:
        sign, value = 1, 1.0
        above: list[Node] = []
        below: list[Node] = []
        inverse: list[Node] = []
        joined = self.program.form.joined
        for literal, exponent in sorted(self.program.rows[i].items()):
            made = self.program.literals[literal]
            if isinstance(made, float):
                value *= made
                continue
            own, node = self.literals[literal]
            sign *= own if exponent % 2 else 1
            if joined:
                (above if exponent > 0 else below).append(self._power(node, abs(exponent)))
            elif exponent < 0:
                below += [node] * -exponent
            elif literal in self.program.reciprocals:
                inverse += [node] * exponent
            else:
                above.append(self._power(node, exponent))
        if not above and inverse:
            above.append(inverse.pop())
        if value != 1.0 or not above:
            turned = sign != wish and (self._turns(i) or not above)
            above.insert(0, self._number(-value if turned else value))
            sign = -sign if turned else sign
        if not joined:
            return sign, self._in_turn(above, below, inverse)
        total = self._chain(above)
        return sign, self._new(div, total, self._chain(below)) if below else total

    def _in_turn(self, above: list[Node], below: list[Node], inverse: list[Node]) -> Node:
        """The quotient, multiplied and divided in turn: it stays near the size of its factors."""
        first = 2 if above[0].op is CONST else 1  # a constant scales the first of them
        total = self._chain(above[:first])
        lessened = [(div, node) for node in below] + [(mul, node) for node in inverse]
        for factor, less in itertools.zip_longest(above[first:], lessened):
            if less is not None:
                total = self._new(less[0], total, less[1])
            if factor is not None:
                total = self._new(mul, total, factor)
        return total

    def _chain(self, factors: list[Node]) -> Node:
        return reduce(partial(self._new, mul), factors)

    def _power(self, node: Node, exponent: int) -> Node:
        if exponent == 1:
            return node
        half = self._power(node, exponent // 2)
        whole = self._new(mul, half, half)
        return whole if exponent % 2 == 0 else self._new(mul, whole, node)
