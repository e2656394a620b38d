"""`lazyad.scan`: a loop over rows that stays one Node where arrays are kept whole.

In: a function of a round, what it carries, and the rows. Out: what is carried last, and what the
rounds gave out; on numbers and plain arrays by a loop of Python's. A room of its own because it
alone traces a function within the trace of another.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from numbers import Integral
from typing import Any

from lazyad.arrays.constants import full
from lazyad.arrays.forms import WEAK, form_of, set_form, wider
from lazyad.arrays.scans import Scan, round_of, segment_of
from lazyad.arrays.slices import stack
from lazyad.arrays.views import astype
from lazyad.graph import INPUT, SCAN, Node
from lazyad.operators import Operand
from lazyad.ops import and_, not_, or_
from lazyad.regions import enclosed, item, made
from lazyad.tracing.arguments import location, unfolded, value_of
from lazyad.tracing.control.joins import Left, go_outward
from lazyad.tracing.floats import Traced
from lazyad.values.errors import is_explained, refused, told
from lazyad.values.origin import state
from lazyad.values.structure import (
    Form,
    is_number,
    leaves,
    map_leaves,
    outline,
    plain_key,
    refilled,
)


def scan(
    step: Callable[[Any, Any], tuple[Any, Any]],
    carry: Any,
    xs: Any = None,
    length: int | None = None,
    *,
    reverse: bool = False,
    checkpoints: bool | int = True,
) -> tuple[Any, Any]:
    """`carry, y = step(carry, x)` for each row x of `xs`: the last carry, and the ys of all rounds.

    As JAX's `lax.scan`: `carry` and `xs` are arrays or containers of them, each of `xs` with the
    rounds along its first axis; a list of numbers is one array. Without `xs` there are `length`
    rounds of `step(carry, None)`.
    A round may return None for y. `reverse` goes from the last row to the first, and the ys stand
    where their rows do.

    With the target "array" the loop stays a loop, in the derivatives too: forward mode carries
    tangents and stores nothing; reverse mode stores what is carried into every root-of-`length`-th
    round and computes the others again, or into every `checkpoints`-th; into each if that is False.
    For other targets, and on plain arrays, it is a loop of Python's.

    Raises TypeError if a round carries on another structure, shape or kind than it was given, and
    ValueError if the rows do not agree in number.

    >>> scan(lambda total, x: (total + x, total * x), 0.0, [1.0, 2.0, 3.0])
    (6.0, [0.0, 2.0, 9.0])
    """
    if not callable(step):
        what = f"la.scan was given {told(step)}"
        raise refused(TypeError, what, "a function: la.scan(step, carry, xs)")
    kinds: list[tuple[str, Any, Any]] = [
        ("length", length, (Integral, type(None))),
        ("checkpoints", checkpoints, Integral),
    ]
    for option, given, known in kinds:
        if not isinstance(given, known):
            what, instead = f"{option} is {told(given)}", f"{option}=n, a whole number"
            raise refused(TypeError, what, instead)
    if state.whole and state.session is not None:
        return _traced(step, carry, xs, length, reverse, checkpoints)
    rows, before = _rows_of(xs, length, step), unfolded("the carry", carry, arrays=False)
    ys: list[Any] = []
    for row in reversed(rows) if reverse else rows:
        found = step(carry, row)
        if not (isinstance(found, (tuple, list)) and len(found) == 2):
            raise _no_pair(told(found), step)
        carry, y = found
        if not ys:
            _check(before, unfolded("the carry", carry, arrays=False), step)
        ys.append(y)
    return carry, _stacked(ys[::-1] if reverse else ys, xs)


def _no_pair(returned: str, step: Any) -> TypeError:
    what = f"a round of a scan returns {returned}"
    return refused(
        TypeError, what, "(carry, y); None for y if nothing is given out", location(step)
    )


def _rows_of(xs: Any, length: int | None, step: Any) -> list[Any]:
    """What each round reads."""
    if xs is None:
        return [None] * _count([], length, step)
    if _are_numbers(xs):
        return [xs[at] for at in range(_count([len(xs)], length, step))]
    structure = unfolded("xs", xs, arrays=False)
    parts = leaves(structure)
    count = _count([_rounds(getattr(part, "shape", ())) for part in parts], length, step)
    return [value_of(refilled(structure, [part[at] for part in parts])) for at in range(count)]


def _are_numbers(xs: Any) -> bool:
    """Whether the rows are a list of numbers, which is as the array of them; any other list is a
    container."""
    return type(xs) is list and all(
        is_number(x) or (isinstance(x, Operand) and not getattr(x, "shape", ())) for x in xs
    )


def _rounds(shape: tuple[int, ...]) -> int:
    if not shape:
        what = "scan goes over an array without axes"
        raise refused(TypeError, what, "an array with the rounds along its first axis")
    return shape[0]


def _count(sizes: list[int], length: int | None, step: Any) -> int:
    found = {*sizes, *([] if length is None else [length])}
    if not found:
        what = "scan was given neither xs nor length"
        raise refused(TypeError, what, "scan(step, carry, xs), or length=n", location(step))
    if len(found) != 1:
        what = f"the rows of a scan are {' and '.join(map(str, sorted(found)))} in number"
        raise refused(ValueError, what, "as many rows in each array as rounds", location(step))
    if min(found) < 0:
        what = f"a scan of {min(found)} rounds"
        raise refused(ValueError, what, "length=n with n of 0 or more", location(step))
    return found.pop()


def _stacked(ys: list[Any], xs: Any) -> Any:
    """What the rounds gave out: arrays, or a list of numbers if they went over no array."""
    if not ys or ys[0] is None:
        return None
    structures = [unfolded("y", y, arrays=False) for y in ys]
    columns = [[*column] for column in zip(*map(leaves, structures), strict=True)]
    arrays = not _are_numbers(xs) and xs is not None
    columns = [
        _stack(one) if arrays or len(getattr(one[0], "shape", ())) else one for one in columns
    ]
    return value_of(refilled(structures[0], columns))


def _stack(rows: list[Any]) -> Any:
    import numpy

    return numpy.stack(rows)


# ---------------------------------------------------------------------------------- whole arrays


def _structure(what: str, value: Any) -> Any:
    """The structure of arrays, each a Node."""
    from lazyad.tracing.numpy.whole import node_of

    return map_leaves(node_of, unfolded(what, value, arrays=False))


def _traced(  # noqa: PLR0917
    step: Any, carry: Any, xs: Any, length: int | None, reverse: bool, checkpoints: bool | int
) -> tuple[Any, Any]:
    from lazyad.tracing.numpy.whole import Whole

    before, rows = _structure("the carry", carry), _structure("xs", xs) if xs is not None else ()
    if _are_numbers(xs) and xs:
        xs = rows = stack([_strong(one, one) for one in rows], -1)
    count = _count([_rounds(form_of(row).shape) for row in leaves(rows)], length, step)
    starts = [_strong(one, one) for one in leaves(before)]
    for _ in range(2):  # the second time with the kinds that the first came to
        carried = [_input("carry", form_of(one)) for one in starts]
        each = [_input("x", Form(form_of(x).shape[1:], form_of(x).kind)) for x in leaves(rows)]
        given = value_of(refilled(before, map(Whole, carried)))
        row = None if xs is None else value_of(refilled(rows, map(Whole, each)))
        result, raises = _round(step, given, row, [*carried, *each])
        if not (isinstance(result, (tuple, list)) and len(result) == 2):
            raise _no_pair(_outlined(_structure("y", result)), step)
        after = _structure("the carry", result[0])
        out = _structure("y", result[1]) if result[1] is not None else None
        again = [_strong(one, end) for one, end in zip(starts, leaves(after), strict=False)]
        _check(before, after, step)
        pairs = zip(again, leaves(after), strict=True)
        ends = [_number(end, form_of(one).kind) for one, end in pairs]
        if [*map(form_of, again)] == [*map(form_of, starts)]:
            break
        starts = again
    ys = [] if out is None else [_strong(one, one) for one in leaves(out)]
    flags = [_input("left", Form((), "bool")) for _ in raises]
    starts = [*starts, *[full((), False, "bool") for _ in raises]]
    inputs, ends = [[*carried, *flags], each], [*ends, *_left(flags, raises)]
    node, kept = _node(starts, leaves(rows), inputs, (ends, ys), count, reverse, checkpoints)
    items = [item(node, at) for at in range(kept)]
    left = zip(items[len(carried) : len(starts)], raises, strict=True)
    exits = [one._replace(condition=flag) for flag, one in left]
    go_outward(state.session, len(state.session.path), exits)
    last = value_of(refilled(before, map(Whole, items[: len(carried)])))
    return last, None if out is None else value_of(refilled(out, map(Whole, items[len(starts) :])))


def _round(step: Any, given: Any, row: Any, inputs: list[Node]) -> tuple[Any, list[Any]]:
    """What the step returns, and what it raises where, which is carried on until the end."""
    session = state.session
    outer, length, mark = session.exits, len(session.path), session.facts.mark()
    session.exits, raises = [], session.exits
    session.rounds.append(inputs)
    try:
        result = step(given, row)
    except (Left, Exception) as error:
        if not (isinstance(error, Left) or session.exits) or is_explained(error):
            raise
        what = "a round of a scan raises whatever it is given"
        raise refused(TypeError, what, "the exception before the scan", location(step)) from None
    finally:
        raises, session.exits = session.exits, outer
        session.rounds.pop()
        session.facts.undo(mark)
        del session.path[length:]
    if any(one.target is not None or one.condition is True for one in raises):
        what = "a round of a scan raises what a try around the scan catches"
        raise refused(TypeError, what, "a try in the round itself", location(step))
    return result, raises


def _left(flags: list[Node], raises: list[Any]) -> list[Node]:
    """Which exception is raised by now: the first in the first round that raises one."""
    found = []
    taken = reduce(or_, flags) if flags else None
    for flag, one in zip(flags, raises, strict=True):
        found.append(or_(flag, and_(one.condition, not_(taken))))
        taken = or_(taken, one.condition)
    return found


def _input(name: str, form: Form) -> Node:
    node: Node = state.session.adopt(set_form(Traced(INPUT, (), name, None), form))
    return node


def _strong(start: Node, end: Node) -> Node:
    """What is carried in, as the kind of number that is carried on."""
    kind = wider([form_of(start).kind, form_of(end).kind])
    return _number(start, "float64" if kind == WEAK else kind)


def _number(node: Node, kind: str) -> Node:
    """The array of that kind; a constant, which has none, becomes one."""
    return full((), node.payload, kind) if form_of(node).kind == WEAK else astype(node, kind)


def _outlined(structure: Any) -> str:
    """What arrays there are."""
    return outline(map_leaves(_form, structure))


def _form(one: Any) -> Form:
    return form_of(one) if state.whole else Form(getattr(one, "shape", ()), "float64")


def _check(before: Any, after: Any, step: Any) -> None:
    """Raise TypeError if a round carries on something else than it was given."""
    shapes = [[_form(one).shape for one in leaves(part)] for part in (before, after)]
    one = map_leaves(lambda _: 0.0, before), map_leaves(lambda _: 0.0, after)
    if plain_key(one[0]) != plain_key(one[1]) or shapes[0] != shapes[1]:
        told = [_outlined(before), _outlined(after)]
        what = f"a round of a scan is given {told[0]} and carries on {told[1]}"
        raise refused(
            TypeError, what, "the same structure and shapes in every round", location(step)
        )


def _as_traced(nodes: list[Node]) -> list[Node]:
    """The Nodes in the order in which the step made them: what waits holds memory."""
    tape = state.session.tape
    place = dict(zip(map(id, tape), range(len(tape)), strict=True))
    for node in nodes:
        if id(node) not in place:
            place[id(node)] = max([place.get(id(arg), -1) for arg in node.args], default=-1)
    return sorted(nodes, key=lambda node: place[id(node)])


def _node(  # noqa: PLR0917
    starts: list[Node],
    rows: list[Node],
    inputs: list[list[Node]],
    outputs: tuple[list[Node], list[Node]],
    length: int,
    reverse: bool,
    checkpoints: bool | int,
) -> tuple[Node, int]:
    """The Node of the scan; it gets its body when all has its name."""
    given = [*inputs[0], *inputs[1]]
    order, outside = enclosed([*outputs[0], *outputs[1]], given, lambda node: False)
    own = set(map(id, given))
    outside = [one for one in outside if id(one) not in own]
    order = _as_traced(order)
    node = made(SCAN, (*starts, *rows, *outside), None)
    forms = [form_of(one) for one in outputs[1]]
    set_form(node, (*map(form_of, starts), *[Form((length, *f.shape), f.kind) for f in forms]))
    segment = segment_of(length) if checkpoints is True else int(checkpoints)

    def build() -> None:
        body = round_of([*given, *outside], order, [*outputs])
        what = Scan(body, len(starts), len(rows), length, reverse, segment)
        Node.payload.__set__(node, what)  # type: ignore

    state.session.kept.append((node, build))
    return node, len(starts) + len(forms)
