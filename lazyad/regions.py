"""Loops, calls and tables as Nodes: those whose value is a tuple.

In: the values that are carried from round to round, those that are only read, and the Graph of a
round; or numbers, and an index. Out: one Node of all that, and its items. A room of its own because
every other room looks into a loop through these few functions, and sees a Graph like any other.

A `table` is a tuple of numbers, and `take` one of them, as Python takes it: by a whole number,
which may be negative, or raise IndexError. A loop may read a table, too.

A `Call` is what a routine of `lazyad.routines` makes of a Graph, which it calls as often as it
likes: an integral, the solution of differential equations or of an equation.

The inputs of a loop's body are the carried values, the number of the round where the loop counts,
and what it reads; it returns whether another round follows, and the carried values after this one.
A loop runs at least one round: `while c: ...` chooses in its body.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from lazyad import routines
from lazyad.graph import (
    INPUT,
    ITEM,
    LOOP,
    REGIONS,
    TABLE,
    TAKE,
    Graph,
    Node,
    lifted,
    rewrite,
    walk,
)
from lazyad.values.origin import state
from lazyad.values.structure import leaves


class Loop(NamedTuple):
    """The payload of a loop. `body.outputs` is (another round, the carried values after it)."""

    body: Graph
    carried: int  # how many of the body's inputs, which come first
    rounds: range | None = None  # the numbers of the rounds, an input after those, where it counts

    @property
    def inputs(self) -> list[Node]:
        return leaves(self.body.inputs)

    @property
    def given(self) -> int:
        """Where the inputs begin that are only read."""
        return self.carried + (self.rounds is not None)


class Call(NamedTuple):
    """The payload of a call. The body's inputs are what the routine gives it, then what is read;
    its outputs are a tuple of numbers.

    Where there are `times`, the outputs are slopes at the body's first input. The routine follows
    them from one time to others, which are the first arguments: to the integral of each slope, or,
    where the body reads the states, from states that are the next arguments. Else the arguments
    are where the routine begins to look for a solution.
    """

    body: Graph
    given: int  # how many of the body's inputs the routine gives
    times: int  # at how many the states are wanted
    routine: str  # a function of `lazyad.routines`
    options: tuple[Any, ...] = ()
    fixed: bool = False  # as far as derivatives go, what it finds is a constant

    @property
    def inputs(self) -> list[Node]:
        return leaves(self.body.inputs)

    @property
    def states(self) -> int:
        """How many of what the routine gives are no time."""
        return self.given - bool(self.times)

    @property
    def first(self) -> int:
        """Where the arguments begin that are no times."""
        return 1 + self.times if self.times else 0

    @property
    def starts(self) -> int:
        """Where the arguments begin that are only read."""
        return self.first + self.states

    @property
    def results(self) -> int:
        return self.times * len(self.body.outputs) if self.times else self.states

    def passed(self, own: Sequence[Any], size: int | None = None) -> list[Any]:
        """The routine's arguments, as it takes them; `size` is the number of slopes."""
        times, states = own[: self.first], tuple(own[self.first :])
        if self.times and not states:
            return [*times, len(self.body.outputs) if size is None else size]
        return [times[0], tuple(times[1:]), states] if times else [states]


def items(region: Node) -> list[Node]:
    """The values that a loop or a call comes to, each a Node."""
    what = region.payload
    return [item(region, at) for at in range(what.carried if region.op is LOOP else what.results)]


def item(loop: Node, at: int) -> Node:
    return made(ITEM, (loop,), at)


def table(numbers: Sequence[Any]) -> Node:
    """A table of numbers or Nodes."""
    return made(TABLE, [lifted(one) for one in numbers], None)


def take(numbers: Node, at: Node) -> Node:
    """What stands at that place of a table."""
    return made(TAKE, (numbers, at), None)


def made(op: Any, args: Sequence[Node], payload: Any) -> Node:
    """A Node of a region, in the trace that runs or in no trace."""
    if state.session is not None:
        return state.session.make(op, [*args], args, payload)  # type: ignore[no-any-return]
    return Node(op, tuple(args), payload, state.origin)


def inside(change: Callable[[Graph], Graph]) -> Callable[[Graph], Graph]:
    """The change, made to a graph and first to the bodies of its regions, and of theirs."""

    def changed(graph: Graph) -> Graph:
        return change(in_bodies(changed, graph))

    return changed


def in_bodies(change: Callable[[Graph], Graph], graph: Graph) -> Graph:
    """The graph with the bodies of its loops and calls changed."""

    def visit(node: Node) -> Node:
        if node.op not in REGIONS:
            return node
        body = change(node.payload.body)
        if body is node.payload.body:
            return node
        return Node(node.op, node.args, node.payload._replace(body=body), node.origin)

    return rewrite(graph, visit) if holds_graphs(graph) else graph


def holds_graphs(graph: Graph) -> bool:
    """Whether a loop or a call is among its Nodes."""
    return any(op in graph.ops for op in REGIONS)


def everything(graph: Graph) -> list[Node]:
    """The Nodes of a graph, and those of the bodies of its loops and calls."""
    found = [*graph.nodes]
    for node in graph.nodes if holds_graphs(graph) else ():
        if node.op in REGIONS:
            found += everything(node.payload.body)
    return found


def enclosed(
    roots: Sequence[Node], inputs: Sequence[Node], stays: Callable[[Node], bool]
) -> tuple[list[Node], list[Node]]:
    """The Nodes that compute `roots` from `inputs`, and what they read from outside: constants are
    inside, and so is what depends on an input or `stays`."""
    own = set(inputs)
    order: list[Node] = []
    outside: dict[Node, None] = {}
    for node in walk(roots):
        constant = node.op.leaf and node.op is not INPUT
        if constant or (
            not node.op.leaf and (stays(node) or any(_depends(arg, own) for arg in node.args))
        ):
            own.add(node)
            order.append(node)
    for node in order:
        outside.update(dict.fromkeys(arg for arg in node.args if arg not in own))
    outside.update(dict.fromkeys(root for root in roots if root not in own))
    return order, [*outside]


def _depends(node: Node, own: set[Node]) -> bool:
    return node in own and (node.op is INPUT or not node.op.leaf)


def run(
    loop: Node, args: Sequence[Any], evaluate: Callable[[Sequence[Node], Any], list[Any]]
) -> tuple[Any, ...]:
    """The values that the loop comes to, on numbers or Duals."""
    what: Loop = loop.payload
    inputs, (go, after) = what.inputs, what.body.outputs
    carried, read = list(args[: what.carried]), args[what.carried :]
    for number in what.rounds if what.rounds is not None else iter(int, 1):
        counted = [] if what.rounds is None else [number]
        known = dict(zip(inputs, [*carried, *counted, *read], strict=True))
        again, *carried = evaluate([go, *after], known)
        if not again:
            break
    return tuple(carried)


def call(
    node: Node, args: Sequence[Any], evaluate: Callable[[Sequence[Node], Any], list[Any]]
) -> tuple[Any, ...]:
    """What the routine of a call comes to, on numbers or Duals."""
    what: Call = node.payload
    inputs, routine = what.inputs, getattr(routines, what.routine)
    own, read = args[: what.starts], args[what.starts :]

    def of(*given: Any) -> tuple[Any, ...]:
        return tuple(evaluate(what.body.outputs, dict(zip(inputs, [*given, *read], strict=True))))

    kinds = [type(one) for arg in args for one in (arg if type(arg) is tuple else [arg])]
    dual = next((kind for kind in kinds if hasattr(kind, "dual")), None)
    if dual is None:
        return tuple(routine(of, *what.passed(own), *what.options))
    reals = [one.real for one in own]
    if what.fixed:
        found = routine(
            lambda *given: [y.real for y in of(*given)], *what.passed(reals), *what.options
        )
        return tuple(found)
    return _with_tangents(what, of, own, dual)


def _with_tangents(
    what: Call, of: Callable[..., Any], own: Sequence[Any], dual: Any
) -> tuple[Any, ...]:
    """The states as Duals: their tangents are states beside them."""
    size, first = len(what.body.outputs), what.first
    own = [one if type(one) is dual else dual(one, 0.0) for one in own]

    def slopes(t: Any, *states: Any) -> list[Any]:
        pairs = zip(states[: what.states], states[what.states :], strict=True)
        found = of(t, *[dual(*pair) for pair in pairs])
        found = [one if type(one) is dual else dual(one, 0.0) for one in found]
        return [one.real for one in found] + [one.dual for one in found]

    def moved(t: Any, states: Sequence[Any]) -> list[float]:
        return [s * t.dual for s in slopes(t.real, *states, *[0.0] * len(states))[:size]]

    reals = [one.real for one in own]
    starts = [one.dual for one in own[first:]]
    back = moved(own[0], reals[first:]) if own[0].dual else [0.0] * size
    starts = [one - lost for one, lost in zip(starts or [0.0] * size, back, strict=True)]
    given = [*reals, *starts] if what.states else reals
    routine = getattr(routines, what.routine)
    found = [*routine(slopes, *what.passed(given, 2 * size), *what.options)]
    rows = [found[at : at + 2 * size] for at in range(0, len(found), 2 * size)]
    result: list[Any] = []
    for t, row in zip(own[1:first], rows, strict=True):
        more = moved(t, row[: what.states]) if t.dual else [0.0] * size
        more = more if what.states else [a + b for a, b in zip(more, starts, strict=True)]
        tangents = [a + b for a, b in zip(row[size:], more, strict=True)]
        result += [dual(*one) for one in zip(row[:size], tangents, strict=True)]
    return tuple(result)
