"""Choices on `x == c`: one side of them is the function at a single point alone, or near to it.

In: a Graph, or a choice in it. Out: which side the derivative comes from, and where nobody can
know. A room of its own because a formula for one point says nothing of the slope there: the
derivative of `0 if x == 0 else x` is 1 at 0, and that of the constant is not.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Container, Iterable, Sequence
from functools import partial
from typing import Any

from lazyad.dual import Dual
from lazyad.evaluation import applied, evaluate
from lazyad.graph import CONST, INPUT, RAISE, Graph, Node, const, walk
from lazyad.ops import abs, add, eq, ge, gt, le, lt, mul, ne, neg, or_, pos, square, sub, where
from lazyad.regions import counts_rounds
from lazyad.values.errors import warn
from lazyad.values.origin import Origin

_POLYNOMIAL = {add, sub, mul, neg, pos, square}  # none raises, each has a slope everywhere
_NEAR = 1e-4  # abs(x - c) below it is a stand-in for x == c
_MOST_SEEN = 1_000  # Nodes of a side that are looked at
_MOST_DONE = (
    10_000  # operations of a trial: a loop may have no end at the point, or for our numbers
)
_TRIED = 3  # values of the other inputs
_STEPS = (1e-5, -1e-5, 2e-5, -2e-5)  # around a point
_alike = partial(math.isclose, rel_tol=1e-3, abs_tol=1e-3)  # for what is that near to the point
_GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0


class SinglePointWarning(UserWarning):
    """The derivative at a single point is that of a formula that holds nowhere else."""


class _TooLong(Exception):
    """Nobody knows what a loop comes to."""


def at_single_points(graph: Graph) -> list[Origin]:
    """Where the graph chooses on `x == c`, and the derivative of that side is taken at the point
    though it need not be the function's."""
    through = continued(graph)
    conditions = dict.fromkeys(node.args[0] for node in _choices(graph) if node not in through)
    return [condition.origin for condition in conditions if condition.origin]


def warn_of_single_points(graph: Graph) -> None:
    """Warn, with the user's lines, of choices on `x == c` whose side for the single point does not
    depend on all that the condition and the other side depend on, a constant mostly, or whose slope
    is another one than around it; and of those on `abs(x - c) < 1e-8` for the slope alone."""
    if where not in graph.ops:
        return
    choices = [node for node in graph.nodes if _is_choice(node) or _is_near(node)]
    if not choices:
        return
    within = _within_others(graph)
    warned = set()
    for node in choices:
        origin = node.args[0].origin
        if origin is None or origin.place in warned:
            continue
        if node not in within and continues(node):
            continue
        if _may_mislead(node, within):
            warned.add(origin.place)
            warn(
                SinglePointWarning,
                origin,
                f"where both are {'nearly ' * _is_near(node)}equal, the derivative is that of a"
                " formula for this one point, which may not be the function's",
                "a formula that holds around the point too: some terms of its series where"
                " abs(x - c) is small",
            )


def _may_mislead(node: Node, within: Container[Node]) -> bool:
    """Whether the side for the point is less than the function there. One that is not finite, or
    that stands in for a quotient by zero, is no part of a function that has a derivative."""
    point, other = _sides(node)
    compared = _compared(node.args[0])
    asked, known, wanted = _inputs(node.args[0]), _inputs(point), _inputs(other, False)
    if asked is None or known is None or wanted is None:
        return False
    if any(one.op is CONST and not math.isfinite(one.payload) for one in (point, *compared)):
        return False
    if node in within and any(other is arg for arg in compared):
        return False  # x itself is what is left for a nan
    if _is_beside(point, other, compared):
        return False
    try:
        joins, agrees = _around(node)
    except _TooLong:
        joins, agrees = True, True
    return joins and (not agrees or (not _is_near(node) and bool((asked & wanted) - known)))


def continued(graph: Graph) -> set[Node]:
    """The choices on `x == c` whose other side `continues` through the point, and which are not
    within another choice about x: that one may leave a side of the point to something else."""
    found = {node for node in _choices(graph) if continues(node)}
    return found - _within_others(graph) if found else found


def _within_others(graph: Graph) -> set[Node]:
    """The choices on `x == c` within one that asks something else about x."""
    above: dict[Node, frozenset[Node]] = {}  # what the choices that lead to a Node ask about
    for node in reversed(graph.nodes):
        within = above.get(node, frozenset())
        if node.op is where and node.args[0].op not in (eq, ne):
            within |= _inputs(node.args[0]) or frozenset()
        for arg in node.args if within else ():
            above[arg] = above.get(arg, frozenset()) | within
    return {
        node
        for node in _choices(graph)
        if (_inputs(node.args[0]) or frozenset()) & above.get(node, frozenset())
    }


def continues(node: Node) -> bool:
    """Whether the other side of a choice on `x == c` goes on through the point: it has the same
    value there, and a derivative, which is then the function's.

    A side of x alone is tried at c. One of other inputs too must be a polynomial, which raises for
    none of them, and is tried for some.

    >>> x = Node.input("x")
    >>> continues(where(x == 0.0, 0.0, x)), continues(where(x == 0.0, 0.0, x / x))
    (True, False)
    """
    try:
        return _is_choice(node) and _continues(node)
    except _TooLong:
        return False


def _continues(node: Node) -> bool:
    point, other = _sides(node)
    compared = node.args[0].args
    asked, known, wanted = map(_inputs, (node.args[0], point, other))
    if not asked or known is None or wanted is None:
        return False
    if any(arg.op not in (INPUT, CONST) for arg in compared):
        return False
    fixed = [arg.payload for arg in compared if arg.op is CONST]
    of_others = not (fixed and (known | wanted) <= asked)
    if of_others:
        inside = _reached(other)
        if inside is None or not all(one.op.leaf or one.op in _POLYNOMIAL for one in inside):
            return False
    order = sorted(asked | known | wanted, key=lambda leaf: str(leaf.payload))
    for attempt in range(_TRIED if of_others else 1):
        values = _numbers(order, 1.0, attempt)
        values |= dict.fromkeys(asked, Dual(fixed[0], 1.0) if fixed else values[order[0]])
        here, there = _tried(point, values), _tried(other, values)
        if here is None or there is None or not math.isclose(here.real, there.real):
            return False
        if fixed and any(_steepens(other, there, values, asked, side) for side in (1.0, -1.0)):
            return False
    return True


def _steepens(
    root: Node, there: Dual, values: dict[Node, Dual], asked: Iterable[Node], side: float
) -> bool:
    """Whether the slope grows without bound towards the point on that side. That of `sqrt(abs(x))`
    is 0 times infinity there, which is 0 of a Dual, and fails in a formula."""
    point = values[next(iter(asked))].real
    steps = [side * step * max(1.0, math.fabs(point)) for step in (1e-5, 1e-10)]
    moved = [values | dict.fromkeys(asked, Dual(point + step, 1.0)) for step in steps]
    far, near = [_tried(root, one) for one in moved]
    if far is None or near is None:
        return False
    return math.fabs(near.dual) > 2.0 * math.fabs(far.dual) + math.fabs(there.dual)


def _is_beside(point: Node, other: Node, compared: Iterable[Node]) -> bool:
    """Whether the function is the same on one side of the point, as where `(a, i) < (b, j)` asks
    `a == b` first, and then `a < b`: it has a kink there, and that side's slope. A way that nobody
    explored is not known to be another one."""
    if other.op is not where or other.args[0].op not in (lt, le, gt, ge):
        return False
    if {*map(_name, other.args[0].args)} != {*map(_name, compared)}:
        return False
    return not all(_differ(point, way) for way in other.args[1:])


def _differ(one: Node, another: Node) -> bool:
    """Whether they are seen to have other values or slopes, where both have some."""
    leaves = [leaf for leaf in walk([one, another]) if leaf.op is INPUT]
    for attempt in range(_TRIED):
        numbers = _numbers(leaves, 0.0, attempt)
        values = {leaf: Dual(x.real, x.real + at) for at, (leaf, x) in enumerate(numbers.items())}
        here, there = _tried(one, values), _tried(another, values)
        if here is None or there is None:
            continue
        if not (math.isclose(here.real, there.real) and math.isclose(here.dual, there.dual)):
            return True
    return False


def _around(node: Node) -> tuple[bool, bool]:
    """Whether a side of an input at c may join what the other side is around it, and whether its
    slope is none but the one there. The other one may fail at c if it comes near to the value."""
    point, other = _sides(node)
    compared = _compared(node.args[0])
    moved = [arg for arg in compared if arg.op is INPUT]
    fixed = [arg.payload for arg in compared if arg.op is CONST]
    if len(moved) + len(fixed) < 2:
        return True, True
    values = _numbers([leaf for leaf in walk([point, other]) if leaf.op is INPUT])
    common = fixed[0] if fixed else 0.75
    values |= {leaf: Dual(common, float(leaf is moved[0])) for leaf in moved}
    here, there = _tried(point, values), _tried(other, values)
    if here is None:
        return True, True
    near = [_tried(other, values | {moved[0]: Dual(common + h, 1.0)}) for h in _STEPS]
    joined = [
        found.dual
        for found, h in zip(near, _STEPS, strict=True)
        if found is not None
        and _alike(found.real, here.real)
        and _alike(found.real - h * found.dual, here.real)
    ]
    smooth = len(joined) == len(_STEPS) and all(_alike(joined[0], slope) for slope in joined)
    return there is not None or bool(joined), not smooth or _alike(joined[0], here.dual)


def _numbers(leaves: Iterable[Node], slope: float = 0.0, first: int = 0) -> dict[Node, Dual]:
    """Numbers between 0.5 and 1.5 that no formula was made for, the same at every time."""
    return {
        leaf: Dual(0.5 + _GOLDEN * (first + at) % 1.0, slope) for at, leaf in enumerate(leaves, 1)
    }


def _tried(root: Node, values: dict[Node, Dual]) -> Dual | None:
    """The value and the slope, if both are finite."""
    count = itertools.count(1)

    def counted(node: Node, args: Sequence[Any]) -> Any:
        if next(count) > _MOST_DONE:
            raise _TooLong
        return applied(node, args)

    try:
        found = evaluate([root], values, apply=counted)[0]
    except _TooLong:
        raise
    except Exception:  # whatever it raises, it is no number
        return None
    found = found if isinstance(found, Dual) else Dual(found)
    return found if math.isfinite(found.real) and math.isfinite(found.dual) else None


def _choices(graph: Graph) -> list[Node]:
    return [node for node in graph.nodes if _is_choice(node)] if where in graph.ops else []


def _is_choice(node: Node) -> bool:
    if node.op is not where or node.args[0].op not in (eq, ne):
        return False
    a, b = node.args[0].args
    if a is b or any(side.op is RAISE for side in node.args[1:]):  # x != x: a nan
        return False
    moving = [side for side in (a, b) if not counts_rounds(side)]
    return any(_inputs(side, False) != frozenset() for side in moving)  # where steps are level, say


def _is_near(node: Node) -> bool:
    """Whether it is a choice on `abs(x - c) < 1e-8`, or on the opposite, or on `isclose(x, c)`."""
    if node.op is not where or any(side.op is RAISE for side in node.args[1:]):
        return False
    if node.args[0].op not in (lt, le, gt, ge):
        return bool(_close(node.args[0]))
    size, least = sorted(node.args[0].args, key=lambda arg: arg.op is CONST)
    return size.op is abs and least.op is CONST and 0.0 < least.payload <= _NEAR


def _close(condition: Node) -> tuple[Node, ...]:
    """a and b, where this is what `isclose(a, b)` asks: `a == b`, or a small `abs(a - b)`."""
    for same, near in (condition.args, condition.args[::-1]) if condition.op is or_ else ():
        if same.op is not eq:
            continue
        known = {_name(arg) for arg in same.args}
        sizes = [one for one in walk([near]) if one.op is le and one.args[0].op is abs]
        most = [one.args[1] for one in sizes if {*map(_name, one.args[0].args[0].args)} == known]
        scale = max(1.0, *map(_size, same.args))
        if most and max(map(_size, walk(most))) <= _NEAR * scale:
            return same.args
    return ()


def _size(node: Node) -> float:
    """That of a constant, and else 0."""
    return math.fabs(node.payload) if node.op is CONST else 0.0


def _name(node: Node) -> Any:
    """What is the same of equal constants, and of no other two."""
    return node.payload if node.op is CONST else node


def _compared(condition: Node) -> tuple[Node, ...]:
    """The two that are equal at the single point."""
    if condition.op in (eq, ne, or_):
        return _close(condition) or condition.args
    (size,) = next(arg for arg in condition.args if arg.op is abs).args
    return size.args if size.op is sub else (size, _ZERO)


_ZERO = const(0.0)


def _sides(node: Node) -> tuple[Node, Node]:
    """The side for the single point, and the other."""
    condition, then, otherwise = node.args
    is_point = condition.op in (eq, or_)
    if condition.op in (lt, le, gt, ge):
        is_point = (condition.op in (lt, le)) is (condition.args[1].op is CONST)
    return (then, otherwise) if is_point else (otherwise, then)


def _inputs(root: Node, conditions: bool = True) -> frozenset[Node] | None:
    """The inputs that a Node depends on, or that its slope does: not by what it asks, nor by
    steps. None if that is long."""
    seen = _reached(root, conditions)
    return None if seen is None else frozenset(node for node in seen if node.op is INPUT)


def _reached(root: Node, conditions: bool = True) -> set[Node] | None:
    seen, waiting = {root}, [root]
    while waiting and len(seen) <= _MOST_SEEN:
        node = waiting.pop()
        op = node.op
        skipped = len(node.args) if op.step or op.condition else int(op is where)
        for arg in node.args if conditions else node.args[skipped:]:
            if arg not in seen:
                seen.add(arg)
                waiting.append(arg)
    return seen if len(seen) <= _MOST_SEEN else None
