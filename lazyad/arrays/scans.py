"""Scans: a loop over the first axis of arrays, as one Node that holds the Graph of a round.

In: what is carried from round to round, arrays whose rows the rounds read one by one, and what all
of them read. Out: one Node, whose items are the last carried values and, of each number that a
round gives out, the array of all rounds. A room of its own because a round has a fixed number, and
no truth ends it: a `Loop` is carried on by one.

The meaning and the order of arguments are those of JAX's `lax.scan`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lazyad.arrays.forms import form_of, set_form
from lazyad.arrays.rows import ArrayRow
from lazyad.arrays.slices import concat, cut
from lazyad.arrays.views import reshape
from lazyad.graph import INPUT, SCAN, Graph, Node
from lazyad.regions import item, made
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import Form, free_name, is_name, leaves


class Scan(NamedTuple):
    """The payload of a scan. The body's inputs are the carried values, the rows, and what is only
    read; its outputs are (the carried values after it, what it gives out). Without a length it goes
    on while the condition holds that its body has as a third output, asked before each round; and
    if there is none, over lists that such a loop gave out, which no array is as long as."""

    body: Graph
    carried: int  # how many inputs, which come first
    over: int  # how many arrays it goes over: the inputs after those
    length: int | None
    reverse: bool = False  # from the last row to the first
    segment: int = 0  # so many rounds between two that reverse mode stores; 0: it stores each

    @property
    def inputs(self) -> list[Node]:
        return leaves(self.body.inputs)

    @property
    def parts(self) -> tuple[range, range, range]:
        """The places of what is carried, of the rows, and of what is read."""
        last = self.carried + self.over
        return range(self.carried), range(self.carried, last), range(last, len(self.inputs))

    @property
    def given_out(self) -> tuple[Node, ...]:
        """What each round gives out."""
        return tuple(self.body.outputs[1])

    @property
    def test(self) -> Node | None:
        """Whether a round follows, where that is asked."""
        return self.body.outputs[2][0] if len(self.body.outputs) > 2 else None

    @property
    def items(self) -> int:
        """How many values it comes to."""
        return self.carried + len(self.given_out)


def _forms(what: Scan, *forms: Form) -> tuple[Form, ...]:
    last = [form_of(one) for one in what.given_out]
    return (
        *forms[: what.carried],
        *[Form((what.length or 0, *form.shape), form.kind) for form in last],
    )


SCAN.array = ArrayRow(_forms, None)


def round_input(name: str, like: Node | Form, origin: Any = None) -> Node:
    form = like if isinstance(like, Form) else form_of(like)
    return set_form(Node(INPUT, (), name, origin), form)


def body_of(
    inputs: Iterable[tuple[str, Node]],
    outputs: Sequence[Sequence[Node]],
    order: Sequence[Node],
    tangents: Iterable[Node] = (),
) -> Graph:
    """The Graph of a round, whose inputs have these names, or some like them."""
    named: dict[str, Node] = {}
    for name, node in inputs:
        named[free_name(name, named)] = node
    seeds = set(tangents)
    moved = tuple([name for name, node in named.items() if node in seeds])
    return Graph(named, tuple(map(tuple, outputs)), "round", order, moved)


def round_of(
    inputs: Sequence[Node], order: Sequence[Node], outputs: Sequence[Sequence[Node]]
) -> Graph:
    """The body of a scan that computes the outputs of these, some of which are made in that order,
    when all has its name."""
    new: dict[Node, Node] = {}
    names = []
    for one in inputs:
        called = one.origin.place.variable if one.origin is not None else None
        called = called or (str(one.payload) if one.op is INPUT else "given")
        called = called if is_name(called) else "given"
        new[one] = round_input(called, one, one.origin)
        names.append((called, new[one]))
    for one in order:
        args = tuple([new.get(arg, arg) for arg in one.args])
        new[one] = set_form(Node(one.op, args, one.payload, one.origin), form_of(one))
    parts: Any = tuple([[new.get(one, one) for one in part] for part in outputs])
    return body_of(names, parts, [new[one] for one in order])


def scan_items(what: Scan, args: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """A scan as its last carried values, and the arrays of what its rounds give out."""
    node = made(SCAN, tuple(args), what)
    found = [item(node, at) for at in range(what.items)]
    return found[: what.carried], found[what.carried :]


def widened(
    node: Node,
    riders: Mapping[int, Sequence[tuple[str, Node, Node]]],
    outputs: Sequence[Sequence[Node]],
    order: Sequence[Node],
    tangents: Iterable[Node] = (),
) -> tuple[list[Node], list[Node], list[Node]]:
    """The items of a scan whose rounds have these outputs, first those that it had; and what is
    carried and given out beside them. `riders` go along with the argument of that place, each a
    name, an input of the round, and what it is at first."""
    what: Scan = node.payload
    inputs, names = what.inputs, [*what.body.inputs]
    named: list[tuple[str, Node]] = []
    args: list[Node] = []
    counts = []
    for part in what.parts:
        named += [(names[at], inputs[at]) for at in part]
        args += [node.args[at] for at in part]
        beside = [rider for at in part for rider in riders.get(at, ())]
        named += [(name, one) for name, one, _ in beside]
        args += [start for *_, start in beside]
        counts.append(len(part) + len(beside))
    body = body_of(named, outputs, order, tangents)
    new = what._replace(body=body, carried=counts[0], over=counts[1])
    last, rows = scan_items(new, args)
    given = len(what.given_out)
    return [*last[: what.carried], *rows[:given]], last[what.carried :], rows[given:]


def in_segments(what: Scan, args: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """The same scan as one over segments of rounds, each a scan, and then the rounds that are left:
    reverse mode stores what is carried into each segment, and computes that again."""
    size = what.segment
    assert what.length is not None
    count = what.length // size
    carry, rows = list(args[: what.carried]), args[what.carried : what.carried + what.over]
    read = args[what.carried + what.over :]
    plain = what._replace(segment=0)
    whole = count * size
    first, last = (0, whole) if not what.reverse else (what.length - whole, what.length)
    parts = [reshape(_rows(x, first, last), (count, size, *form_of(x).shape[1:])) for x in rows]
    inputs = [round_input(f"{one.payload}", one, one.origin) for one in what.inputs]
    over = [
        round_input(f"{one.payload}s", Form((size, *form_of(one).shape), form_of(one).kind))
        for one in what.inputs[what.carried : what.carried + what.over]
    ]
    given = [*inputs[: what.carried], *over, *inputs[what.carried + what.over :]]
    after, out = scan_items(plain._replace(length=size), given)
    names = [(str(one.payload), one) for one in given]
    body = body_of(names, (after, out), [*after, *out])
    carry, out = scan_items(
        Scan(body, what.carried, what.over, count, what.reverse), [*carry, *parts, *read]
    )
    out = [reshape(one, (whole, *form_of(one).shape[2:])) for one in out]
    left = what.length - whole
    if left:
        begin = (whole, what.length) if not what.reverse else (0, left)
        more = [_rows(x, *begin) for x in rows]
        carry, rest = scan_items(plain._replace(length=left), [*carry, *more, *read])
        pairs = zip(*((rest, out) if what.reverse else (out, rest)), strict=True)
        out = [concat(pair, -len(form_of(pair[0]).shape)) for pair in pairs]
    return carry, out


def _rows(x: Node, start: int, stop: int) -> Node:
    shape = form_of(x).shape
    if (start, stop) == (0, shape[0]):
        return x
    return cut(x, ((start, stop, 1), *(None,) * (len(shape) - 1)))


def segment_of(length: int) -> int:
    """How many rounds a segment has by default: about the root of them all, and such that no round
    is left over if there is such a number."""
    root = math.isqrt(length)
    near = sorted(range(max(2, root // 2), 2 * root + 1), key=lambda size: abs(size - root))
    return next((size for size in near if length % size == 0), root) if length >= 16 else 0
