"""Algebraic simplification: equations between Nodes, applied from left to right.

Every rule carries its exactness class:

- `exact`: the same bits for every float, and the same exceptions;
- `ulp`: rounding only (of a zero, the sign); a finite result stays finite and no other becomes so,
  though an overflow that raised may give inf, and what is bounded for every number, as sin(x) is,
  does not hand a nan on where it is multiplied by 0;
- `real`: true over the reals only.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache
from itertools import chain, product
from operator import attrgetter
from typing import Any, cast

from lazyad.graph import (
    CONST,
    INPUT,
    LARGEST,
    Graph,
    Node,
    Op,
    const,
    exact_reciprocal,
    is_condition,
    is_const,
    rewrite,
    walk,
)
from lazyad.ops import (
    abs,
    add,
    cosh,
    eq,
    ge,
    gt,
    le,
    lt,
    max,
    min,
    mul,
    neg,
    not_,
    sqrt,
    sub,
    tanh,
    where,
)
from lazyad.values.irrational import nearest
from lazyad.values.origin import nameless, origins, state
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves


class Rule(NamedTuple):
    """left -> right. `right` may be a function of what matched that gives None for no.

    Some pay only where the choice inside of `left` has no other reader, and vanishes: `alone`.
    """

    left: Node
    right: Node | Callable[..., Node | None]
    exactness: str
    alone: bool = False


# Any, because to a type checker `x == y` is a bool, and here it is a Node.
x, y, z, w = (cast(Any, Node(INPUT, (), name)) for name in "xyzw")  # match anything
c, d, n = (cast(Any, Node(INPUT, (), name)) for name in "cdn")  # match constants, n negative ones
b = cast(Any, Node(INPUT, (), "b"))  # matches what is finite whatever the inputs are
t = cast(Any, Node(INPUT, (), "t"))  # matches conditions
moving = cast(Any, Node(INPUT, (), "moving"))  # matches what is no constant

_CONSTANTS = frozenset((c, d, n))


def _is_negative(node: Node) -> bool:
    return node.op is CONST and node.payload < 0.0


# Rows of left, right and, where it is so, `alone`. Functions, so that importing lazyad builds none.


def _exact() -> list[tuple[Any, ...]]:
    return [
        (x * 1.0, x),
        (x * -1.0, -x),
        (x - 0.0, x),
        (x + const(-0.0), x),
        (x**1.0, x),
        (+x, x),
        (-(-x), x),
        (x + -y, x - y),
        (x - -y, x + y),
        (x * -y, -(x * y)),
        (-x / y, -(x / y)),
        (abs(-x), abs(x)),
        (x / c, lambda x, c: None if (r := exact_reciprocal(c)) is None else x * r),
        (x + n, lambda x, n: x - -n),
        (x - n, lambda x, n: x + -n),
        (-(x * c), lambda x, c: x * const(-c)),
        (-(x / c), lambda x, c: x / const(-c)),
        (-(c / x), lambda x, c: const(-c) / x),
        (-x - c, lambda x, c: const(-c) - x),
        (x + y * n, lambda x, y, n: x - y * -n),
        (x - y * n, lambda x, y, n: x + y * -n),
        (where(x, where(y, z, w), w), where(where(x, y, False), z, w), True),  # x and y
        (where(x, z, where(y, z, w)), where(where(x, True, y), z, w), True),  # x or y
        (lt(c, moving), gt(moving, c)),  # as people ask it
        (le(c, moving), ge(moving, c)),
        (gt(c, moving), lt(moving, c)),
        (ge(c, moving), le(moving, c)),
        (x <= math.inf, eq(x, x)),  # no nan
        (x >= -math.inf, eq(x, x)),
        *_choice(),
    ]


def _choice() -> list[tuple[Any, ...]]:
    return [
        (where(t, True, False), t, True),
        (where(t, False, True), not_(t), True),
        (not_(not_(t)), t),
        (t & True, t),
        (t | False, t),
        (t & t, t),
        (t | t, t),
        (where(t, t, x), where(t, True, x)),
        (where(t, x, t), where(t, x, False)),
        (where(True, x, y), x),
        (where(False, x, y), y),
        (where(x, where(x, y, z), w), where(x, y, w)),
        (where(x, y, where(x, z, w)), where(x, y, w)),
    ]


def _ulp() -> list[tuple[Any, ...]]:
    return [
        (b * 0.0, const(0.0)),
        (b * const(-0.0), const(0.0)),
        (x**0.0, const(1.0)),  # and an argument that is dropped takes its exceptions along
        (where(x, y, y), y),
        (t & False, const(False)),
        (t | True, const(True)),
        (x + 0.0, x),
    ]


def _real() -> list[tuple[Any, ...]]:
    sech = 1.0 / cosh(min(max(x, -400.0), 400.0))  # as it stands in the row of tanh
    return [
        (0.0 - x, -x),
        (x * 0.0, const(0.0)),
        (x - x, const(0.0)),
        (x / x, const(1.0)),
        (sqrt(x) * sqrt(x), x),
        (sech * sech, 1.0 - tanh(x) * tanh(x)),
        ((x * c) * d, lambda x, c, d: x * const(c * d)),
        ((x + c) + d, lambda x, c, d: x + const(c + d)),
        ((x * c) / d, lambda x, c, d: x * const(c / d) if d else None),
        (x / c, lambda x, c: const(nearest(1.0 / c)) * x if c else None),
    ]


@cache
def rules_of(*classes: str) -> tuple[Rule, ...]:
    """The rules of those exactness classes.

    >>> rules_of("ulp")[0].exactness
    'ulp'
    """
    made = {"choice": _choice, "exact": _exact, "ulp": _ulp, "real": _real}
    with origins():
        return tuple(
            Rule(left, right, one, *alone) for one in classes for left, right, *alone in made[one]()
        )


def simplify_exact(graph: Graph) -> Graph:
    """Apply the exact rules until none matches: -(-x) -> x, x / 4 -> x * 0.25.

    >>> a = Node.input("a")
    >>> print(simplify_exact(Graph([a], (a**2.0) / 4.0)))
    f(a):
      %0 = pow(a, 2.0)
      %1 = mul(%0, 0.25)
      return %1
    """
    return apply_rules(graph, rules_of("exact"))


def simplify_choices(graph: Graph) -> Graph:
    """Apply the rules of choices until none matches, and to what is derived the exact and ulp ones:
    where(c, where(c, x, y), z) -> where(c, x, z).

    >>> a, b = Node.input("a"), Node.input("b")
    >>> positive = a > 0.0
    >>> print(simplify_choices(Graph([a, b], where(positive, where(positive, a, b), b))))
    f(a, b):
      %0 = gt(a, 0.0)
      %1 = where(%0, a, b)
      return %1
    """
    graph = apply_rules(graph, rules_of("choice"))
    return apply_rules(graph, rules_of("exact", "ulp"), _is_derived)


def _is_derived(node: Node) -> bool:
    return node.origin is not None and node.origin.primal is not None


def simplify_safe(graph: Graph) -> Graph:
    """Apply the exact and ulp rules until none matches: x + 0 -> x.

    >>> a = Node.input("a")
    >>> print(simplify_safe(Graph([a], where(a > 0.0, a, a) + 0.0)))
    f(a):
      return a
    """
    return apply_rules(graph, rules_of("exact", "ulp"))


def simplify_fast(graph: Graph) -> Graph:
    """Apply every rule until none matches: x - x -> 0, (x + 1) + 2 -> x + 3.

    >>> a = Node.input("a")
    >>> print(simplify_fast(Graph([a], (a + 1.0) + 2.0)))
    f(a):
      %0 = add(a, 3.0)
      return %0
    """
    return apply_rules(graph, rules_of("exact", "ulp", "real"))


# ---------------------------------------------------------------------------------- bounds

_ONE = const(1.0)
_MOST_SEEN = 200  # Nodes that `bound` looks at, so that it takes bounded time


def bound(node: Node) -> float:
    """What the absolute value of a Node never exceeds, whatever numbers its inputs are; else inf.

    >>> from lazyad.ops import cos, sin
    >>> a = Node.input("a")
    >>> bound(3.0 * sin(a) - cos(a) * sin(a)), bound(a)
    (4.0, inf)
    """
    found: dict[Node, float] = {}
    stack = [node]
    while stack:
        one = stack[-1]
        args = one.args if one.op in (add, sub, mul, neg, abs) else ()
        waiting = [arg for arg in args if arg not in found]
        if waiting and len(found) + len(stack) < _MOST_SEEN:
            stack += waiting
            continue
        stack.pop()
        limits = [found.get(arg, math.inf) for arg in args]
        if one.op is CONST:
            found[one] = math.fabs(one.payload)
        elif not limits or math.inf in limits:
            found[one] = one.op.bound
        else:
            found[one] = math.prod(limits) if one.op is mul else sum(limits)
    return found[node]


# ---------------------------------------------------------------------------------- matching

_op, _payload = attrgetter("op"), attrgetter("payload")
_MOST_IN_A_ROW = 100  # conditions joined by `or`

_Candidate = tuple[int, Node, Rule]  # which comes first, the left side one way, and the rule
_Place = tuple[Callable[[Node], Any], int, int | None]  # what is asked, of which argument, or inner
_Question = tuple[_Place, dict[Any, list[_Candidate]]]  # and the rules, by the answer
Plan = tuple[list[_Candidate], list[_Question]]  # what always may match, and what may by answers
Settle = Callable[..., Node]


def apply_rules(
    graph: Graph, rules: tuple[Rule, ...], of: Callable[[Node], bool] | None = None
) -> Graph:
    """Apply the rules, each from left to right, until none matches; to all Nodes, or `of` some."""
    planned, settle = _settling(rules)
    plans = {kind: planned(kind) for kind in {*graph.kinds}}
    pairs = zip(graph.nodes, graph.kinds, strict=True)
    hopeful = {node for node, kind in pairs if (plan := plans[kind]) and _hopes(plan, node.args)}
    if not hopeful or (of is not None and not any(map(of, hopeful))):
        return graph
    if not any(op.lazy for op in graph.ops):
        return rewrite(graph, settle, hopeful)
    uses = Counter(chain.from_iterable([node.args for node in graph.nodes]))
    uses.update(leaves(graph.outputs))
    rows, shared = _rows(graph), {node for node, count in uses.items() if count > 1}

    def settled(node: Node) -> Node:
        old = state.replaced
        if of is not None and not of(old):
            return node
        result = settle(node, None if old in rows else shared)
        if old in shared:
            shared.add(result)
        return result

    return rewrite(graph, settled, hopeful)


def _rows(graph: Graph) -> set[Node]:
    """The choices that decide results together, and those in their sides; and of those that ask the
    same two conditions all, if some cannot ask both at once: one of them alone is not to ask
    something else. So it is with those of constants that decide a result, such as whether another
    round follows."""
    pairs: dict[tuple[Node, Node], list[Node]] = {}
    apart = set()
    for node in graph.nodes:
        for one, other in (node.args[1:], node.args[:0:-1]) if node.op.lazy else ():
            if one.op.lazy:
                pair = node.args[0], one.args[0]
                pairs.setdefault(pair, []).append(node)
                if not any(other is side for side in one.args[1:]):
                    apart.add(pair)
    found = {node for pair in apart if len(pairs[pair]) > 1 for node in pairs[pair]}
    results = leaves(graph.outputs)
    found.update(_of_constants([one for one in results if one.op.lazy]))
    waiting = [dict.fromkeys(results)]
    while waiting:
        asked: dict[Node, list[Node]] = {}
        for node in waiting.pop():
            if node.op.lazy and node not in found:
                asked.setdefault(node.args[0], []).append(node)
        for row in asked.values():
            if len(row) > 1:
                found.update(row)
                waiting += [dict.fromkeys(node.args[side] for node in row) for side in (1, 2)]
    return found


def _of_constants(choices: Sequence[Node]) -> list[Node]:
    """The choices of constants among those that the choices may come to; each is looked at once."""
    inner, seen = [*choices], {*choices}
    for one in inner:
        more = [side for side in one.args[1:] if side.op.lazy and side not in seen]
        inner += more
        seen.update(more)
    return [one for one in inner if one.args[1].op is one.args[2].op is CONST]


def _orders(pattern: Node) -> Iterator[Node]:
    """The pattern with the arguments of its commutative ops standing every way."""
    for args in product(*[list(_orders(arg)) for arg in pattern.args]):
        yield Node(pattern.op, args, pattern.payload) if args else pattern
        if pattern.op.commutative:
            yield Node(pattern.op, args[::-1], pattern.payload)


def _head(pattern: Node) -> Op | None:
    """The op that it matches; None is any."""
    if pattern in _CONSTANTS:
        return CONST
    return None if pattern.op is INPUT else pattern.op


@cache
def _settling(rules: tuple[Rule, ...]) -> tuple[Callable[[tuple[Op, ...]], Plan | None], Settle]:
    """The function from a Node's op and those of its arguments to the rules that may match; and
    from a Node, and those with several readers, to the Node after the first rule that matches, and
    the next, until none does."""
    index: dict[Op, dict[tuple[Op | None, ...], list[tuple[Node, Rule]]]] = {}
    for rule in rules:
        for left in _orders(rule.left):
            heads = tuple(map(_head, left.args))
            index.setdefault(left.op, {}).setdefault(heads, []).append((left, rule))

    @cache
    def planned(kind: tuple[Op, ...]) -> Plan | None:
        op, *inner = kind
        # An op without rules may have any number of arguments.
        ways = product(*[(one, None) for one in inner]) if op in index else ()
        found = [one for way in ways for one in index[op].get(way, ())]
        return _plan([(at, *one) for at, one in enumerate(found)]) if found else None

    def settle(node: Node, shared: Container[Node] | None = ()) -> Node:
        while node.op in index:
            plan = planned((node.op, *[arg.op for arg in node.args]))
            for _, left, rule in _hopes(plan, node.args) if plan else ():
                matched: dict[Node, Node] = {}
                if not _matches(left, node, matched):
                    continue
                replaced = _replaced(rule, node, matched, shared, settle)
                if replaced is not None:
                    node = replaced
                    break
            else:
                return node
        return node

    return planned, settle


def _plan(found: list[_Candidate]) -> Plan:
    """The rules by what tells most other Nodes from those that they match, beside the ops of the
    arguments: which argument is which constant, or the op that an argument of an argument has."""
    always: list[_Candidate] = []
    questions: dict[_Place, dict[Any, list[_Candidate]]] = {}
    for one in found:
        args = one[1].args
        places = [(at, None, arg) for at, arg in enumerate(args)]
        inner = [(at, k, arg) for at, outer in enumerate(args) for k, arg in enumerate(outer.args)]
        asked: list[tuple[_Place, Any]] = [
            ((_is_negative, at, k), True) for at, k, arg in [*places, *inner] if arg is n
        ]
        asked += [((_payload, at, k), arg.payload) for at, k, arg in places if arg.op is CONST]
        asked += [((_op, at, k), op) for at, k, arg in inner if (op := _head(arg))]
        if asked:
            place, answer = asked[0]
            questions.setdefault(place, {}).setdefault(answer, []).append(one)
        else:
            always.append(one)
    return always, [*questions.items()]


def _hopes(plan: Plan, args: Sequence[Node]) -> list[_Candidate]:
    """The rules that may match a Node of these arguments, in order."""
    found, questions = plan
    for (ask, at, inner), answers in questions:
        more = answers.get(ask(args[at] if inner is None else args[at].args[inner]))
        if more:
            found = found + more
    return found if len(found) < 2 else sorted(found)


def _matches(pattern: Node, node: Node, matched: dict[Node, Node]) -> bool:
    op = pattern.op
    if op is INPUT:
        if pattern in _CONSTANTS and (
            node.op is not CONST or (pattern is n and not _is_negative(node))
        ):
            return False
        if pattern is moving and node.op is CONST:
            return False
        return matched.setdefault(pattern, node) is node
    if op is not node.op:
        return False
    if op is CONST:
        return is_const(node, pattern.payload)
    for inner, arg in zip(pattern.args, node.args, strict=True):  # a generator is slow
        if not _matches(inner, arg, matched):
            return False
    return True


def _replaced(
    rule: Rule,
    node: Node,
    matched: dict[Node, Node],
    shared: Container[Node] | None,
    settle: Settle,
) -> Node | None:
    """The rule's right side, itself settled below its root; None if it does not apply."""
    if rule.alone and (shared is None or _keeps(rule.left, node, shared)):
        return None
    if b in matched and bound(matched[b]) >= LARGEST:
        return None
    if t in matched and not is_condition(matched[t]):
        return None
    given = {w.payload: n.payload if w in _CONSTANTS else w for w, n in matched.items()}
    right = rule.right if isinstance(rule.right, Node) else rule.right(**given)
    return None if right is None else _filled(right, matched, settle)


def _keeps(left: Node, node: Node, shared: Container[Node]) -> bool:
    """Whether somebody else reads the choice that the rule would take apart, and it is one of a
    row: each round would write one more of the row anew."""
    return any(
        inner.args and arg in shared and any(side.op.lazy for side in arg.args)
        for inner, arg in zip(left.args, node.args, strict=True)
    )


def _filled(right: Node, matched: dict[Node, Node], settle: Settle) -> Node | None:
    """The right side of what has matched, all below its root settled and without a name; None
    where a row of conditions would be too long."""
    made, whole = dict(matched), state.origin
    place = {wildcard: at for at, wildcard in enumerate(matched)}
    for part in walk([right]):
        if part.op is CONST:
            made[part] = const(part.payload)
        elif part.args:
            state.origin = whole if part is right else nameless(whole)
            args = part.args
            if part.op.commutative and all(arg in place for arg in args):
                args = tuple(sorted(args, key=place.__getitem__))  # as they stood
            built = part.op(*[made[arg] for arg in args])
            if part is not right:
                grouped = _grouped(built)
                if grouped is None:
                    return None
                built = settle(grouped, ())
            made[part] = built
            state.origin = whole
    return made[right]


def _grouped(node: Node) -> Node | None:
    """x or (y or z) as (x or y) or z, and so with `and`: of rows that begin alike, that is one and
    the same. Each longer row is written anew; None where it would be too long for that."""
    for side, end in ((1, True), (2, False)) if node.op is where else ():
        row: list[Sequence[Node]] = []
        last = node.args[3 - side]
        while is_const(node.args[side], end) and last.op is where:
            if not is_const(last.args[side], end):
                break
            if len(row) == _MOST_IN_A_ROW:
                return None
            row.append(last.args)
            last = last.args[0]
        if row:
            first = (last, node.args[side]) if side == 2 else (node.args[side], last)
            node = where(node.args[0], *first)
            for _, *sides in reversed(row):
                node = where(node, *sides)
    return node
