"""A loop on traced values whose arrays are whole: a scan that goes on as long as its test holds.

In: what a round carries and comes to, each a Node, as `loops` found it. Out: the Node of the scan,
and what gives it its body. A room of its own because arrays have a shape and a kind, and the rounds
of a loop of numbers have neither.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lazyad.arrays.constants import full
from lazyad.arrays.forms import WEAK, form_of, set_form, shape_of, wider
from lazyad.arrays.scans import Scan, round_of
from lazyad.arrays.sums import broadcast_to
from lazyad.arrays.views import astype
from lazyad.graph import CONST, INPUT, SCAN, Node, is_const
from lazyad.ops import not_, where
from lazyad.regions import made
from lazyad.tracing.control.contents import Unjoinable
from lazyad.values.structure import Form


def carried_form(name: str, initial: Node, value: Node) -> Form:
    """The form of what a round makes of that. Raises Unjoinable for another shape."""
    if shape_of(initial) != shape_of(value):
        what = f"a round makes {name} an array of the shape {shape_of(value)}"
        raise Unjoinable(f"{what}, of one of {shape_of(initial)}")
    kind = wider([form_of(initial).kind, form_of(value).kind])
    return Form(shape_of(value), "float64" if kind == WEAK else kind)


def zeros(form: Form) -> Node:
    """What stands for an array that has no value before the first round."""
    return full(form.shape, 0.0, form.kind)


def fitted(node: Node, form: Form) -> Node:
    """The Node as an array of that form."""
    if node.op is CONST or form_of(node).kind == WEAK:
        return full(form.shape, node.payload, form.kind)
    return broadcast_to(astype(node, form.kind), form.shape)


def whole_number(value: int) -> Node:
    """A whole number as an array without axes."""
    return full((), value, "int64")


def rounds(
    go: Node, after: Sequence[Node], inputs: Sequence[Node]
) -> tuple[Node, list[Node], list[Node]]:
    """Whether a round follows, what it makes of its inputs, and these: where a round that does not
    count changes nothing, that is asked before it; otherwise the loop carries it on."""
    condition = _test(go)
    pairs = [*zip(after, inputs, strict=True)]
    if condition is not None and all(_is_left(one, given, condition) for one, given in pairs):
        sides = [given if one is given else one.args[1] for one, given in pairs]
        return condition, sides, [*inputs]
    flag = set_form(made(INPUT, (), "goes_on"), Form((), "bool"))
    return flag, [*after, truth(go)], [*inputs, flag]


def truth(go: Node) -> Node:
    """Whether another round follows, as an array."""
    if go.op is where and is_const(go.args[1], False) and is_const(go.args[2], True):
        return not_(go.args[0])
    return fitted(go, Form((), "bool"))


def _is_left(one: Node, given: Node, condition: Node) -> bool:
    """Whether it is what it was where the condition does not hold."""
    if one is given:
        return True
    return one.op is where and one.args[0] is condition and one.args[2] is given


def _test(go: Node) -> Node | None:
    """The condition that alone decides whether another round follows."""
    decides = go.op is where and is_const(go.args[1], True) and is_const(go.args[2], False)
    return go.args[0] if decides else None


def builder(  # noqa: PLR0917
    node: Node,
    order: Sequence[Node],
    outside: Sequence[Node],
    go: Node,
    after: Sequence[Node],
    inputs: Sequence[Node],
) -> Callable[[], None]:
    """What gives the scan its body, when all has its name."""

    def build() -> None:
        body = round_of([*inputs, *outside], order, (after, [], [go]))
        Node.payload.__set__(node, Scan(body, len(inputs), 0, None))  # type: ignore

    return build


def while_node(starts: Sequence[Node], outside: Sequence[Node]) -> Node:
    """The Node of the loop, which gets its body later."""
    node = made(SCAN, (*starts, *outside), None)
    return set_form(node, tuple(map(form_of, starts)))
