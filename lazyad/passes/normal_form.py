"""The normal form of a graph's sums and products, with common factors taken out of each sum.

In: a Graph. Out: its literals, and every Node as a Term: a coefficient times powers of literals. A
literal is a sum of Terms, or a Node that is neither sum nor product. A room of its own because
`factors` shares what several of these hold, and need not know how they were read.

Nothing is multiplied out. What is flattened is what is exact to flatten: sums within sums up to a
sign or a power of two, for 3 * (x - 1) is not 3 * x - 3 near 1.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Container

from lazyad.graph import CONST, Graph, Node, exact_reciprocal, is_const
from lazyad.ops import add, div, hypot, length, mul, neg, pow, sqrt, sub
from lazyad.passes.greedy import take_greedily
from lazyad.values.origin import Origin, nameless
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves

Powers = tuple[tuple[int, int], ...]  # (literal, exponent in halves), by literal
Term = tuple[float, Powers]  # a coefficient, and the product it multiplies
Raw = tuple[float, dict[Powers, float]]  # a sum to add to: a scale, and coefficients of products
Factor = tuple[int, float]  # a literal over (1.0) or under (-1.0) the line; (-1, c) is a constant


class Sum(NamedTuple):
    terms: tuple[Term, ...]


class Product(NamedTuple):
    """A product that is one literal: it is under a root, has too many factors, or stays whole."""

    terms: tuple[Term]


class Atom(NamedTuple):
    """A Node that is no sum or product, and what its arguments are; none if it stays as it is."""

    terms: tuple[Term, ...]
    node: Node


Literal = Sum | Product | Atom | float  # a constant that multiplies is a literal too


class Reading(NamedTuple):
    """How to read: greed takes no way that is always the best one."""

    apart: bool  # a product that is used twice is taken apart by those that multiply it
    constants: bool  # constants are taken out of sums before products are shared, not after
    hopeful: bool  # a factor is taken out of products that others use too


ONE: Powers = ()
MOST_FACTORS = 16  # what has more is a product of products
_LEAST, _MOST = 2.0**-400, 2.0**400  # coefficients between them have quotients with all digits
_SHORT = 12  # so many terms are copied to keep them in the order of the program


class NormalForm:
    """The graph's literals, each made of those before it, and `terms` for its Nodes."""

    def __init__(
        self, graph: Graph, reading: Reading, joined: bool, kept: Container[Node] = ()
    ) -> None:
        self.graph = graph
        self.joined = joined  # x / h / h is x / (h * h)
        self._reading = reading
        self._decisive: set[str] = set()  # fields of the reading that something hung on
        self.kept = kept
        self.terms: dict[Node, Term] = {}
        self.literals: list[Literal] = []
        self.origins: list[Origin | None] = []
        self._numbers: dict[object, int] = {}
        self._raws: dict[Node, Raw] = {}
        self._shared: set[tuple[float, Powers]] = set()
        self._common: set[int] = set()  # literals of Nodes that several read
        self._sums: dict[object, tuple[float, Term]] = {}
        self._within: dict[int | None, list[Term]] = {}  # a sum's terms before they were factored
        self._norms: set[int] = set()  # literals that are norms, which may be 0
        self._origin: Origin | None = None
        self._seeds: set[int] = set()  # literals, too
        self._read()
        # What is a whole Node is called as that was; what is a part of one has no name.
        self.own: dict[Term, Origin | None] = {}
        for node, term in self.terms.items():
            known = self.own.get(term)
            if known is None or (known.primal and node.origin and not node.origin.primal):
                self.own[term] = node.origin
        for literal, origin in enumerate(self.origins):
            whole = 1.0, ((literal, 2),)
            self.origins[literal] = self.own[whole] if whole in self.own else nameless(origin)

    def is_that_of(self, reading: Reading) -> bool:
        """Whether another reading would have led to the same."""
        both = zip(Reading._fields, self._reading, reading, strict=True)
        return self._decisive.isdisjoint(name for name, own, other in both if own is not other)

    def _read(self) -> None:
        nodes = self.graph.nodes
        uses = Counter(itertools.chain.from_iterable([node.args for node in nodes]))
        uses.update(leaves(self.graph.outputs))
        summed: set[Node] = set()  # used once, by a sum
        seeds = {leaf for name in self.graph.seeds for leaf in leaves(self.graph.inputs[name])}
        for node in reversed(nodes):
            if node.op in (add, sub) or (node in summed and _rescales(node)):
                for arg in node.args:
                    alone = uses[arg] == 1 and arg not in self.kept
                    if alone and (arg.op in (add, sub) or _rescales(arg)):
                        summed.add(arg)
        for node in nodes:
            self._origin = node.origin
            if node in self.kept and not is_number(node):
                self.terms[node] = 1.0, ((self._literal(node, Atom((), node)), 2),)
                continue
            raw = self._raw(node) if node in summed or node.op in (add, sub) else None
            if raw is not None and node in summed:
                self._raws[node] = raw
                continue
            term = self._product(node) if raw is None else self._finished(raw)
            if term is None or not _usable(term[0]):
                term = self._atom(node)
            elif uses[node] > 1 and node.op in (mul, div) and term[1]:
                self._shared.add((abs(term[0]), term[1]))
                # A reciprocal stays one, so that its products do not become divisions.
                reciprocal = all(halves < 0 for _, halves in term[1])
                if not reciprocal:
                    self._decisive.add("apart")
                if reciprocal or not self._reading.apart:
                    term = self._single(term)
            self.terms[node] = term
            literal = _sole(term[1])
            if literal is not None and uses[node] > 1:
                self._common.add(literal)
            if literal is not None and node in seeds:
                self._seeds.add(literal)

    # -- literals

    def literal(self, key: object, made: Literal, origin: Origin | None) -> int:
        """The number of the literal with that key, a new one if there is none."""
        if key not in self._numbers:
            self._numbers[key] = len(self.literals)
            if isinstance(made, Atom) and made.node.op in (length, hypot):
                self._norms.add(len(self.literals))
            self.literals.append(made)
            self.origins.append(origin)
        return self._numbers[key]

    def _literal(self, key: object, made: Literal) -> int:
        return self.literal(key, made, self._origin)

    def _atom(self, node: Node) -> Term:
        args = tuple(
            self._atom(arg) if is_const(arg, -0.0) else self.term(arg) for arg in node.args
        )
        return 1.0, ((self._literal(node, Atom(args, node)), 2),)

    def _single(self, term: Term) -> Term:
        """The product as one literal."""
        coefficient, powers = term
        return coefficient, ((self._base((1.0, powers)), 2),)

    def _base(self, term: Term) -> int:
        """The literal of a whole value."""
        literal = _sole(term[1])
        if term[0] == 1.0 and literal is not None:
            return literal
        return self._literal(("product", *term), Product((term,)))

    # -- products

    def term(self, node: Node) -> Term:
        if node not in self.terms:
            raw = self._raws.pop(node, None)
            self.terms[node] = self._atom(node) if raw is None else self._finished(raw)
        return self.terms[node]

    def _product(self, node: Node) -> Term | None:
        """The Node as a product; None if it is none."""
        if node.op is CONST:
            return (node.payload, ONE) if is_number(node) else None
        if node.op is neg:
            coefficient, powers = self.term(node.args[0])
            return -coefficient, powers
        if node.op is mul:
            first, second = self.term(node.args[0]), self.term(node.args[1])
            if self._loses_norm(first, second):
                return None
            product = self._times(first, second)
            whole = not self.joined and (self._divides(first) or self._divides(second))
            return self._single(product) if whole else product
        if node.op is div:
            coefficient, powers = self.term(node.args[1])
            if coefficient != 0.0:
                if not self.joined and _degree(powers) > 2:
                    powers = self._single((1.0, powers))[1]  # as it was written
                inverse = 1.0 / coefficient, _raised(powers, -1)
                first = self.term(node.args[0])
                if self._loses_norm(first, inverse):
                    return None
                quotient = self._times(first, inverse)
                whole = not self.joined and bool(powers and first[1])
                return self._single(quotient) if whole else quotient
        if node.op in (sqrt, length):
            return 1.0, ((self._base(self.term(node.args[0])), 1),)
        if node.op is pow and node.args[1].op is CONST:
            coefficient, powers = self.term(node.args[0])
            exponent = node.args[1].payload
            if coefficient == 1.0 and exponent in range(-MOST_FACTORS, MOST_FACTORS + 1):
                if _degree(powers) * abs(exponent) > 2 * MOST_FACTORS:
                    powers = self._single((1.0, powers))[1]
                return 1.0, _raised(powers, int(exponent)) if exponent else ONE
        return None

    def _loses_norm(self, first: Term, second: Term) -> bool:
        """Whether a norm would cancel that may be 0, where a derivative that has a part divided by
        it does not exist: without that part, what is left would pass for one."""
        if self.joined or not self._norms:
            return False
        signs = {literal: halves > 0 for literal, halves in first[1] if literal in self._norms}
        return any(
            signs.get(literal, halves > 0) is not (halves > 0) for literal, halves in second[1]
        )

    def _divides(self, term: Term) -> bool:
        """Whether it is a reciprocal: a product with it is a quotient."""
        literal = _sole(term[1])
        made = self.literals[literal] if literal is not None else None
        powers = made.terms[0][1] if isinstance(made, Product) else term[1]
        return bool(powers) and all(halves < 0 for _, halves in powers)

    def _times(self, first: Term, second: Term) -> Term:
        coefficient = first[0] * second[0]
        if coefficient == 0.0:
            return 0.0, ONE
        if _degree(first[1]) + _degree(second[1]) > 2 * MOST_FACTORS:
            first, second = self._single(first), self._single(second)
        if not first[1] or not second[1]:
            return coefficient, first[1] or second[1]
        first, second = self._opened(first, second), self._opened(second, first)
        powers = dict(first[1])
        for literal, halves in second[1]:
            powers[literal] = powers.get(literal, 0) + halves
        return coefficient, tuple(sorted((k, e) for k, e in powers.items() if e))

    def _opened(self, term: Term, other: Term) -> Term:
        """The term, taken apart if it is one product that shares a literal with the other."""
        coefficient, powers = term
        made = self.literals[powers[0][0]] if len(powers) == 1 else None
        if isinstance(made, Product) and made.terms[0][0] == 1.0 and powers[0][1] % 2 == 0:
            inner = _raised(made.terms[0][1], powers[0][1] // 2)
            if not self.joined and any(halves < 0 for _, halves in inner):
                return term
            if not {k for k, _ in inner}.isdisjoint(k for k, _ in other[1]):
                return coefficient, inner
        return term

    # -- sums

    def _raw(self, node: Node) -> Raw | None:
        """The Node as a sum that another may take in; None if it is none."""
        if node.op not in (add, sub):
            return self._rescaled(node)
        (one, small), (other, large) = (self._addend(arg) for arg in node.args)
        if node.op is sub:
            other = -other
        if self._cancels_norm((one, small), (other, large)):
            return None
        keep = one == other and len(large) <= _SHORT
        if keep or len(small) >= len(large):
            one, small, other, large = other, large, one, small
        ratio = one / other
        for powers, coefficient in small.items():
            large[powers] = large.get(powers, 0.0) + ratio * coefficient
        return other, large

    def _cancels_norm(self, first: Raw, second: Raw) -> bool:
        """Whether terms would cancel that are divided by a norm: see `_loses_norm`."""
        return bool(self._norms) and any(
            powers in second[1]
            and first[0] * first[1][powers] == -second[0] * second[1][powers]
            and any(halves < 0 and literal in self._norms for literal, halves in powers)
            for powers in first[1]
        )

    def _addend(self, node: Node) -> Raw:
        if node in self._raws:
            return self._raws[node]
        coefficient, powers = self.term(node)
        return 1.0, {powers: coefficient}

    def _rescaled(self, node: Node) -> Raw | None:
        """-sum, or a sum times a power of two."""
        arg, factor = node.args[0], -1.0
        if node.op is mul:
            constant, arg = sorted(node.args, key=lambda one: one.op is not CONST)
            factor = constant.payload
        scale, terms = self._raws.get(arg, (0.0, {}))
        return (scale * factor, terms) if terms and _usable(scale * factor) else None

    def _finished(self, raw: Raw) -> Term:
        terms = [(raw[0] * c, powers) for powers, c in raw[1].items()]
        return self._factored([term for term in terms if term[0] != 0.0])

    # -- factors

    def _factored(self, terms: list[Term]) -> Term:
        """The sum as a product, with what several of its terms share taken out.

        Sums in proportion are one literal, whatever their constant. The sums left inside the
        factors are of a lower degree, so that this ends.
        """
        terms = self._expanded(terms)
        if len(terms) < 2:
            return terms[0] if terms else (0.0, ONE)
        ordered = sorted(terms, key=lambda term: term[1])
        unit = ordered[0][0]
        key = tuple((powers, c / unit) for c, powers in ordered)
        if key not in self._sums:
            coefficient, powers = self._shortened(terms)
            self._sums[key] = unit, (coefficient, powers)
            literal = _sole(powers)
            if literal is not None:
                self._within.setdefault(literal, [(c / coefficient, p) for c, p in terms])
        known, (coefficient, powers) = self._sums[key]
        return coefficient * (unit / known), powers

    def _expanded(self, terms: list[Term]) -> list[Term]:
        """(x + y) + x + y -> 2 * x + 2 * y, where every term of the inner sum meets its like."""
        found: dict[Powers, float] | None = None
        for coefficient, powers in terms:
            inner = self._within.get(_sole(powers), [])
            if 0 < len(inner) < len(terms) and exact_reciprocal(coefficient) is not None:
                found = {p: c for c, p in terms} if found is None else found
                if powers in found and all(p in found for _, p in inner):
                    scale = found.pop(powers)
                    for c, p in inner:
                        found[p] += scale * c
        return terms if found is None else [(c, p) for p, c in found.items() if c != 0.0]

    def _shortened(self, terms: list[Term]) -> Term:
        """Take factors out, what saves most first."""
        if members := self._candidates(terms):
            terms = self._taken_apart(terms, members)
        collected: dict[Powers, float] = {}
        for coefficient, powers in terms:
            collected[powers] = collected.get(powers, 0.0) + coefficient
        terms = [(c, powers) for powers, c in collected.items() if c != 0.0]
        if len(terms) < 2:
            return terms[0] if terms else (0.0, ONE)
        key = sorted((powers, c) for c, powers in terms)
        sign = math.copysign(1.0, key[0][1])
        made = Sum(tuple((sign * c, powers) for c, powers in terms))
        return sign, ((self._literal(tuple((p, sign * c) for p, c in key), made), 2),)

    def _taken_apart(self, terms: list[Term], members: dict[Factor, dict[int, int]]) -> list[Term]:
        left: dict[int, Term] = dict(enumerate(terms))
        taken: set[int] = set()

        def gain(factor: Factor) -> int:
            return sum(saved for i, saved in members[factor].items() if i not in taken) - 1

        def take(factor: Factor) -> tuple[()]:
            group = [i for i in members[factor] if i not in taken]
            taken.update(group)
            left[group[0]] = self._taken_out(factor, [left.pop(i) for i in group])
            return ()

        take_greedily({factor: gain(factor) for factor in members}, gain, take)
        return [left[i] for i in sorted(left)]

    def _candidates(self, terms: list[Term]) -> dict[Factor, dict[int, int]]:
        """For each factor, the terms that it can be taken out of and what each then saves."""
        terms = [*map(self._loose, terms)]
        factors = [self._factors(term) for term in terms]
        members: dict[Factor, dict[int, int]] = {}
        if not self._reading.constants:
            self._decisive.add("constants")
        every = [*itertools.chain.from_iterable(factors)]
        if len({*every}) == len(every):  # as in nearly all sums, each stands in one term
            return members
        counts = Counter(every)
        if any(k < 0 and counts[k, c] > 1 for k, c in counts):
            self._decisive.add("constants")
        for i, term in enumerate(terms):
            several = [factor for factor in factors[i] if counts[factor] > 1]
            above, below = _sides(term)
            cost = _cost(above, below)
            if several and cost and (abs(term[0]), term[1]) in self._shared:
                self._decisive.add("hopeful")
                if not self._reading.hopeful:
                    continue
            for factor in several:
                less = (above - 1, below) if factor[1] > 0.0 else (above, below - 1)
                members.setdefault(factor, {})[i] = cost - _cost(*less)
        return members

    def _loose(self, term: Term) -> Term:
        """The term; of a quotient of two values, these, for their sums are no larger than they. It
        may be multiplied by a seed, which is of size one."""
        powers = [(k, e) for k, e in term[1] if k not in self._seeds]
        literal = _sole(tuple(powers))
        made = self.literals[literal] if literal is not None and not self.joined else None
        if isinstance(made, Product) and literal not in self._common:
            inner = made.terms[0][1]
            values = [halves for k, halves in inner if k not in self._seeds]
            if len(values) == 2 and all(abs(halves) == 2 for halves in values):
                return self._times_opened(term, literal, inner)
        return term

    def _times_opened(self, term: Term, literal: int | None, inner: Powers) -> Term:
        powers = dict(inner)
        for k, e in term[1]:
            if k != literal:
                powers[k] = powers.get(k, 0) + e
        return term[0], tuple(sorted((k, e) for k, e in powers.items() if e))

    def _factors(self, term: Term) -> list[Factor]:
        coefficient, powers = term
        constant = abs(coefficient) != 1.0 and self._reading.constants
        factors = [(literal, 1.0 if halves > 0 else -1.0) for literal, halves in powers]
        return [(-1, abs(coefficient)), *factors] if constant else factors

    def _taken_out(self, factor: Factor, terms: list[Term]) -> Term:
        literal, sign = factor
        if literal < 0:
            inside = self._factored([(math.copysign(1.0, c), powers) for c, powers in terms])
            return sign * inside[0], inside[1]
        terms = [*map(self._loose, terms)]
        halves = min(abs(dict(powers)[literal]) for _, powers in terms)
        inside = self._factored([_without(factor, halves, term) for term in terms])
        out = 1.0, ((literal, halves if sign > 0 else -halves),)
        product = self._times(out, inside)
        whole = not self.joined and (sign < 0 or self._divides(out))
        return self._single(product) if whole else product


def is_number(node: Node) -> bool:
    """Whether the Node is a constant to calculate with: no bool, no nan, not near an overflow."""
    return node.op is CONST and type(node.payload) is float and _usable(node.payload)


def _usable(value: float) -> bool:
    return value == 0.0 or _LEAST <= abs(value) <= _MOST


def _sole(powers: Powers) -> int | None:
    """The literal, if the product is just that."""
    return powers[0][0] if len(powers) == 1 and powers[0][1] == 2 else None


def _raised(powers: Powers, exponent: int) -> Powers:
    return tuple((literal, halves * exponent) for literal, halves in powers)


def _degree(powers: Powers) -> int:
    return sum(abs(halves) for _, halves in powers)


def _rescales(node: Node) -> bool:
    """Whether the Node is -x, or x times a power of two."""
    return node.op is neg or (
        node.op is mul
        and any(a.op is CONST and exact_reciprocal(a.payload) is not None for a in node.args)
    )


def _sides(term: Term) -> tuple[int, int]:
    """How many factors a product has, and how many divisors."""
    above, below = int(abs(term[0]) != 1.0), 0
    for _, halves in term[1]:
        if halves > 0:
            above += (halves + 1) // 2
        else:
            below += (1 - halves) // 2
    return above, below


def _cost(above: int, below: int) -> int:
    """The operations that a product takes."""
    return above + below - 1 if above else below


def _without(factor: Factor, halves: int, term: Term) -> Term:
    """The term divided by so many halves of the factor, or by what there is of it."""
    literal, sign = factor
    coefficient, powers = term
    left = []
    for k, e in powers:
        kept = e if k != literal else int(sign) * max(abs(e) - halves, 0)
        if kept:
            left.append((k, kept))
    return coefficient, tuple(left)
