"""Scans as statements: a `for` over the rows of arrays, which assigns what is carried, and fills
the arrays of what the rounds give out.

In: a scan's Node, in a body. Out: statements in that body. A room of its own because an array of
results is made before the loop, and no truth ends that.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from lazyad.arrays.forms import form_of
from lazyad.arrays.scans import Scan
from lazyad.emit.loops import loop_of, range_text
from lazyad.emit.spelling import ATOM, Text, fill, parse
from lazyad.emit.statements import Append, Assign, Do, For, Statement, Together
from lazyad.graph import Node
from lazyad.values.structure import is_name


def write_scan(body: Any, node: Node) -> None:
    """Write a scan into a `lazyad.emit.body.Body`; its items get the names of what it carries and
    fills."""
    what: Scan = node.payload
    inputs, last = what.inputs, what.carried + what.over
    body.assign_all(node.args[what.carried :])
    names = [_name(body, node, what, at) for at in range(last)]
    given = {one: Text(name, ATOM) for one, name in zip(inputs, names, strict=False)}
    given |= {one: body.text[arg] for one, arg in zip(inputs[last:], node.args[last:], strict=True)}
    carried, rows = names[: what.carried], names[what.carried :]
    outer, body.block = body.block, []
    filled = [_filled(body, node, at) for at in range(len(what.given_out))]
    made, body.block = body.block, outer
    block, head, before, own = _round(body, what, given, carried, filled)
    for name, arg in zip(carried, node.args, strict=False):
        body.waiting.discard(arg)
        first = fill(parse("{0}.copy()", {}), [body.text[arg]]) if name in own else body.text[arg]
        body.block.append(Assign(name, first, (arg,), node.origin))
    body.block += [*made, *before]
    sources = [body.text[arg].source for arg in node.args[what.carried : last]]
    counts = [range_text(range(what.length or 0)[:: -1 if what.reverse else 1])]
    if what.test is not None:
        body.block.append(loop_of(block, [], [], node))
        block = []
    elif what.length is None:
        rows, sources = rows or [body.names.unread], [f"reversed({one})" for one in sources]
    elif head != body.names.unread:
        whole = ", ..." if body.target.lower else ""  # the array API wants all axes named
        start: list[Statement] = [
            Assign(row, Text(f"{source}[{head}{whole}]", ATOM), (), node.origin)
            for row, source in zip(rows, sources, strict=True)
        ]
        block, rows, sources = [*start, *block], [head], counts
    elif not rows:
        rows, sources = [head], counts
    if what.test is None:
        body.block.append(For(rows, sources, block, (node,), node.origin))
    for name in filled if body.target.lower and what.length else ():
        stacked = Text(f"{body.names.scope['xp']}.stack({name})", ATOM)
        body.block.append(Assign(name, stacked, (), node.origin))
    body.loops[node] = [*carried, *filled]
    body.text[node] = Text("None", ATOM)  # never read: its items are


def _name(body: Any, node: Node, what: Scan, at: int) -> str:
    """What an input of the rounds is called; a value and its tangent alike."""
    one = what.inputs[at]
    key = [*what.body.inputs][at]
    tangent = key in what.body.seeds
    variable = one.origin.place.variable if one.origin is not None else None
    variable = variable if variable and is_name(variable) else key.removeprefix("d" * tangent)
    name: str = body.names.take(variable, [(node, variable)], tangent)
    return name


def _filled(body: Any, node: Node, at: int) -> str:
    """The array of what all rounds give out, made before the first; by the array API, whose arrays
    are not assigned to, a list that becomes one after the last."""
    what: Scan = node.payload
    found = [one for one in body.items.get(node, ()) if one.payload == what.carried + at]
    name: str = body.name(found[0]) if found else body.names.take("", [], False)
    form = form_of(what.given_out[at])
    shape = (what.length, *form.shape)
    if what.length is None:
        text = "[]"
    elif body.target.lower and what.length:
        text = f"[None] * {what.length}"
    elif body.target.lower:
        xp = body.names.scope["xp"]
        text = f"{xp}.zeros({shape}, dtype={xp}.{form.kind})"
    else:
        np, kind = body.names.scope["np"], form.kind.replace("bool", "bool_")
        dtype = "" if kind == "float64" else f", dtype={np}.{kind}"
        text = f"{np}.empty({shape[0] if len(shape) == 1 else shape}{dtype})"
    body.block.append(Assign(name, Text(text, ATOM), (), node.origin))
    return name


def _round(
    body: Any, what: Scan, given: dict[Node, Text], carried: list[str], filled: list[str]
) -> tuple[list[Any], str, list[Any], set[str]]:
    """The statements of a round, and what its number is called; what stands before the loop, and
    the arrays that a round writes over."""
    counts = filled or what.reverse or (body.target.lower and what.over)
    counts = counts and what.length is not None
    head = body.names.counter(body.indent // 4 - 1) if counts else body.names.unread
    inner = type(body)(what.body, body.target, body.names, kernel=not body.derived, given=given)
    inner.indent = body.indent + 4
    before, own = inner.round(carried)
    after, out, *_ = inner.outputs
    inner.assign_all([node for node, times in Counter([*after, *out]).items() if times > 1])
    for name, node in zip(filled, out, strict=True):
        inner.waiting.discard(node)
        inner.block.append(
            Append(name, inner.text[node], (node,), node.origin)
            if what.length is None
            else Assign(f"{name}[{head}]", inner.text[node], (node,), node.origin)
        )
    pairs = zip(carried, after, strict=True)
    changed = [(name, node) for name, node in pairs if inner.text[node].source != name]
    for name, node in [pair for pair in changed if pair[0] in own]:
        copied = Text(f"{name}[...] = {inner.text[node].source}", ATOM)
        inner.block.append(Do(copied, (node,), node.origin))
    changed = [pair for pair in changed if pair[0] not in own]
    if len(changed) > 1:
        inner.assign_all([node for _, node in changed if len(inner.text[node].source) > 20])
        texts = [inner.text[node] for _, node in changed]
        nodes = tuple([node for _, node in changed])
        inner.block.append(Together([name for name, _ in changed], texts, nodes, None))
    for name, node in changed if len(changed) == 1 else ():
        inner.block.append(Assign(name, inner.text[node], (node,), node.origin))
    body.operations += inner.operations
    body.plans += inner.plans
    body.variables |= inner.variables
    return inner.block, head, before, own
