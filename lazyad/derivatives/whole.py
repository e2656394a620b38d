"""Derivatives of programs of whole arrays: forward from the rows, reverse by transposing them.

In: a Graph whose Nodes are arrays, and a Request. Out: a Graph of value and derivative. A room of
its own because an array has no partial for each of its elements: an elementwise op has partials, a
linear one its transposes, and any other a tangent, which is transposed for reverse mode.

Directions are one more axis in front of a tangent or a cotangent, which no row sees.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

from lazyad.arrays.constants import full
from lazyad.arrays.contractions import EINSUM, direction_in
from lazyad.arrays.forms import broadcast, form_of, is_float, set_form, shape_of, tangent_form
from lazyad.arrays.guards import guards_of, passed
from lazyad.arrays.nothings import chooses
from lazyad.arrays.rows import Shape
from lazyad.arrays.slices import along
from lazyad.arrays.sums import SUM, broadcast_to, unbroadcast
from lazyad.arrays.views import astype, permute, reshape
from lazyad.derivatives.algebra import choice, plus
from lazyad.derivatives.calls import moved_call
from lazyad.derivatives.chunks import swept
from lazyad.derivatives.loops import Expand, Expanded, Series
from lazyad.derivatives.partials import derived_origin, deriving, local_partials, times_tangent
from lazyad.derivatives.products import tangent_names
from lazyad.derivatives.requests import Request, cotangent_name
from lazyad.derivatives.scans import back_through, moved_scan, run_back, segmented, storing
from lazyad.derivatives.selections import behind, broadcast_behind, spread, weighed
from lazyad.derivatives.taylor import expanded
from lazyad.graph import CALL, INPUT, ITEM, SCAN, ZERO, Graph, Node, const, lifted, walk
from lazyad.ops import where
from lazyad.values.errors import refused
from lazyad.values.origin import Origin, state
from lazyad.values.structure import leaves, map_leaves, map_paths, part_at

# A tangent or cotangent; of a Node that comes to several arrays, one of each.
Direction = Any


# ---------------------------------------------------------------------------------- forward


class Moved:
    """What a sweep came to: the tangent of each Node that has one, and the Nodes that stand for
    those of the program, where a scan carries tangents now. What goes element by element from one
    array alone has a slope in it, and its tangent, the slope times that of the array, is made when
    somebody reads it: several directions share the slope."""

    def __init__(self, seeds: Mapping[Node, Node], lead: Shape) -> None:
        self.tangents: dict[Node, Direction] = {**seeds}
        self.now: dict[Node, Node] = {}
        self.slopes: dict[Node, tuple[Node, Node]] = {}  # the array, and the slope
        self.lead = lead

    def of(self, leaf: Node) -> Direction:
        """The tangent of a Node of the program, ZERO where it has none."""
        node = self.now.get(leaf, leaf)
        if node in self.slopes and node not in self.tangents:
            state.origin = derived_origin(node)
            base, slope = self.slopes[node]
            moved = weighed(slope, self.tangents[base], shape_of(node))
            self.tangents[node] = broadcast_behind(moved, self.lead, shape_of(node))
        return self.tangents.get(node, ZERO)

    def listed(self, leaf: Node) -> list[Node]:
        """The Node, and what was made for its tangent."""
        node = self.now.get(leaf, leaf)
        tangent = self.tangents.get(node, ZERO)
        several = tangent if type(tangent) is tuple else (tangent,)
        slope = [self.slopes[node][1]] if node in self.slopes else []
        return [node, *slope, *[one for one in several if one is not ZERO]]


def tangents(nodes: Iterable[Node], seeds: Mapping[Node, Node], lead: Shape = ()) -> Moved:
    """The tangent of each Node: of the shape of the Node, behind `lead`.

    Forward mode (Griewank & Walther, Evaluating Derivatives, 2008, chapter 3), by whole arrays.
    """
    found = Moved(seeds, lead)
    now = found.now
    scans: dict[Node, tuple[list[Node], dict[int, Series]]] = {}
    for one in nodes:
        if one.args and one.args[0] in scans:
            values, moved = scans[one.args[0]]
            now[one] = _named(values[one.payload], one.origin)
            if one.payload in moved:
                found.tangents[now[one]] = _named(moved[one.payload][1], derived_origin(one))
            continue
        node = _again(one, now)
        active = {arg for arg in node.args if arg in found.tangents or arg in found.slopes}
        if node in found.tangents or not active:
            continue
        state.origin = derived_origin(node)
        if node.op.array is None and node.op not in (ITEM, CALL):
            _move_elements(node, active, found)
            continue
        for arg in active:
            found.of(arg)
        state.origin = derived_origin(node)
        if node.op is SCAN:
            given = {at: [arg, found.of(arg)] for at, arg in enumerate(node.args) if arg in active}
            scans[one] = moved_scan(node, given, ["d{}"], _expanding(lead), lead, seeded=True)
            continue
        if node.op is CALL:
            if _passes(node):
                ways = {at: found.of(arg) for at, arg in enumerate(node.args) if arg in active}
                _, values, (ends,) = moved_call(node, [ways], _expanding(lead), lead)
                scans[one] = values, {at: [values[at], end] for at, end in ends.items()}
            continue
        tangent = _tangent(node, found.tangents, lead)
        if tangent is not ZERO:
            found.tangents[node] = tangent
    return found


def _expanding(lead: Shape) -> Expand:
    """What expands a round of a scan by tangents behind `lead`."""

    def expand(body: Graph, seeds: Mapping[Node, Series]) -> Expanded:
        found = tangents(body.nodes, {x: one[1] for x, one in seeds.items()}, lead)
        series = {one: [found.now.get(one, one), found.of(one)] for one in leaves(body.outputs)}
        return body, series.__getitem__, [x for one in body.nodes for x in found.listed(one)]

    return expand


def _move_elements(node: Node, active: set[Node], found: Moved) -> None:
    """The slope of an elementwise Node, or its tangent where it depends on several arrays, on one
    of another shape, or chooses: sides are chosen between tangents, which have a kind."""
    partials = _partials(node, active)
    bases = {found.slopes[arg][0] if arg in found.slopes else arg for arg in partials}
    alike = all(shape_of(one) == shape_of(node) for one in (*bases, *partials))
    sloping = len(bases) == 1 and alike and all(one.op is not where for one in partials.values())
    total = ZERO
    for arg, partial in partials.items():
        if sloping:
            inner = found.slopes[arg][1] if arg in found.slopes else _ONE
            moved = times_tangent(partial, inner, None, (), False)
        else:
            inner = behind(found.of(arg), found.lead, len(shape_of(node)))
            state.origin = derived_origin(node)
            moved = weighed(partial, inner, shape_of(node))
        total = plus(total, moved)
    if total is ZERO:
        return
    if sloping:
        found.slopes[node] = bases.pop(), total
    else:
        found.tangents[node] = broadcast_behind(total, found.lead, shape_of(node))


_ONE = const(1.0)
_FLOATS = ("float32", "float64")


def _named(item: Node, origin: Origin | None) -> Node:
    """The item of a scan with an origin of its own; what is behind its directions has that too."""
    return Node(item.op, item.args, item.payload, origin)


def _again(node: Node, now: dict[Node, Node]) -> Node:
    """The Node, of what stands for its arguments now."""
    if now.keys().isdisjoint(node.args):
        return node
    args = tuple([now.get(arg, arg) for arg in node.args])
    now[node] = Node(node.op, args, node.payload, node.origin)
    return now[node]


def _tangent(node: Node, known: Mapping[Node, Direction], lead: Shape) -> Direction:
    row = node.op.array
    given = [known.get(arg, ZERO) for arg in node.args]
    if node.op is ITEM:
        return given[0][node.payload]
    assert row is not None
    if row.tangent is not None:
        found = row.tangent(node, *given)
        several = type(found) is tuple
        return tuple(found) if several else broadcast_behind(found, lead, shape_of(node))
    if row.joint:
        pairs = zip(node.args, given, strict=True)
        whole = [_given(one, arg, lead) if is_float(arg) else arg for arg, one in pairs]
        return Node(node.op, tuple(whole), node.payload, state.origin)
    linear = row.transpose is not None and is_float(node)  # a step, such as x.astype(int), is not
    return _linear(node, given, lead) if linear else ZERO


def _linear(node: Node, given: Sequence[Node], lead: Shape) -> Node:
    """The op with each argument replaced by its tangent in turn."""
    tangent = ZERO
    for at, one in enumerate(given):
        if one is ZERO or not is_float(node.args[at]):
            continue
        moved = behind(one, lead, _rank(node, at))
        args = (*node.args[:at], moved, *node.args[at + 1 :])
        if node.op is EINSUM:
            tangent = plus(tangent, direction_in(node.payload, at, *args))
        else:
            tangent = plus(tangent, Node(node.op, args, node.payload, state.origin))
    return broadcast_behind(tangent, lead, shape_of(node))


def _rank(node: Node, at: int) -> int:
    """How many axes an argument must have for one more in front to be none of its own."""
    rank = len(shape_of(node.args[at]))
    if node.op is not EINSUM:
        return rank
    letters = node.payload.partition("->")[0].split(",")
    batches = [len(shape_of(a)) - len(one) for one, a in zip(letters, node.args, strict=True)]
    return max(batches) + rank - batches[at]


def _partials(node: Node, active: Container[Node]) -> dict[Node, Node]:
    """The local partials; the shorter of two where a row has them, as of tanh."""
    series = node.op.series
    if series is None or node.args[0] not in active:
        return local_partials(node, active)
    return {node.args[0]: lifted(series(node, *node.args)[0])}


# ---------------------------------------------------------------------------------- reverse


def cotangents(
    nodes: Sequence[Node],
    given: Mapping[Node, Direction],
    wanted: Iterable[Node],
    lead: Shape = (),
    made: list[Node] | None = None,
) -> dict[Node, Direction]:
    """The cotangents of those that are wanted, from those that are given, by transposing each row.
    They are listed in `made` one after the other, as they are summed up.

    Reverse mode (Griewank & Walther, chapter 3).
    """
    wanted, made = [*wanted], [] if made is None else made
    stored: dict[Node, list[Node]] = {}
    if any(node.op is SCAN for node in _active(nodes, wanted)):
        for change in (segmented, lambda node: storing(node, stored)):
            nodes, now = _rescanned(nodes, given, _active(nodes, wanted), change)
            given = {now.get(one, one): ct for one, ct in given.items()}
    active = _active(nodes, wanted)
    found: dict[Node, Direction] = {**given}
    for node in reversed(nodes):
        ct = found.get(node, ZERO)
        if ct is ZERO or node not in active or not node.args:
            continue
        state.origin = derived_origin(node)
        if node.op is SCAN:
            for arg, one in _scanned(node, ct, stored[node], active, lead):
                if arg in active:
                    found[arg] = plus(found.get(arg, ZERO), one)
            continue
        if node.op is CALL:
            for arg, one in _called_back(node, ct, active):
                found[arg] = plus(found.get(arg, ZERO), one)
            continue
        if node.op is ITEM:
            of_all = found.setdefault(node.args[0], {})
            of_all[node.payload] = plus(of_all.get(node.payload, ZERO), ct)
            continue
        for arg, one in _pulled(node, ct, active, lead):
            found[arg] = plus(found.get(arg, ZERO), one)
            made.append(found[arg])
    return found


def _active(nodes: Iterable[Node], wanted: Iterable[Node]) -> set[Node]:
    """Those that depend on what is wanted by operations that have a derivative."""
    active = set(wanted)
    for node in nodes:
        if not active.isdisjoint(node.args) and _passes(node):
            active.add(node)
    return active


def _rescanned(
    nodes: Iterable[Node],
    ends: Iterable[Node],
    active: Container[Node],
    change: Callable[[Node], list[Node]],
) -> tuple[list[Node], dict[Node, Node]]:
    """The Nodes that lead to these ends, each active scan's items as they are changed; and what
    stands for each Node now."""
    now: dict[Node, Node] = {}
    items: dict[Node, list[Node]] = {}
    for one in nodes:
        if one.args and one.args[0] in items:
            now[one] = items[one.args[0]][one.payload]
            continue
        node = _again(one, now)
        if node.op is SCAN and one in active:
            state.origin = node.origin
            items[one] = change(node)
    return walk([now.get(end, end) for end in ends]), now


def _passes(node: Node) -> bool:
    if node.op is CALL and node.payload.fixed:
        return False
    row = node.op.array
    rule = node.op is SCAN or row is None or row.transpose is not None or row.tangent is not None
    return rule and not node.op.condition and is_float(node)


def _pulled(
    node: Node, ct: Direction, active: Container[Node], lead: Shape
) -> list[tuple[Node, Node]]:
    row = node.op.array
    if row is None:
        found = []
        for arg, partial in _partials(node, active).items():
            one = weighed(partial, ct, shape_of(node))
            found.append((arg, _summed(one, arg, node, lead)))
        return found
    if (chosen := _chosen(ct)) is not None:
        inside = _pulled(node, _side(ct), active, lead)
        return [(arg, _beside(chosen, one)) for arg, one in inside]
    if node.op is SUM and chooses(ct):
        return [(node.args[0], spread(ct, node, lead))]
    if row.transpose is None:
        return _by_tangent(node, ct, range(len(node.args)), active, lead)
    pulled = {at: row.transpose(ct, node, at) for at, arg in enumerate(node.args) if arg in active}
    rest = [at for at, one in pulled.items() if one is None]
    found = [(node.args[at], one) for at, one in pulled.items() if one is not None]
    if rest and row.tangent is not None:
        found += _by_tangent(node, ct, rest, active, lead)
    return found


def _scanned(
    node: Node, ct: Direction, stored: Sequence[Node], active: Container[Node], lead: Shape
) -> list[tuple[Node, Node]]:
    """The cotangents of a scan's arguments."""
    if (chosen := _chosen(ct)) is not None:
        inside = _scanned(node, _side(ct), stored, active, lead)
        return [(arg, _beside(chosen, one)) for arg, one in inside]
    own = node.payload.items - node.payload.carried - len(stored)
    back = run_back(node, ct, own, active, lead, cotangents)
    return back_through(node, ct, stored, lead, back)


def _called_back(
    node: Node, cts: Mapping[int, Node], active: Container[Node]
) -> list[tuple[Node, Node]]:
    """The cotangents of a call's arguments, by its tangents along each of their numbers."""
    given = [arg for arg in dict.fromkeys(node.args) if arg in active]
    ends = {at: Node(ITEM, (node,), at, node.origin) for at in cts}

    def sweep(basis: Mapping[Node, Node], lead: Shape) -> list[Node]:
        moved = tangents([node, *ends.values()], basis, lead)
        return [_given(moved.of(end), end, lead) for end in ends.values()]

    found = [*zip(cts.values(), swept(given, sweep), strict=True)]
    pulled, start = [], 0
    for arg in given:
        end = start + math.prod(shape_of(arg))
        terms = [reshape(ct, (1,), 0) * along(rows, -1, start, end) for ct, rows in found]
        pulled.append((arg, reshape(reduce(plus, terms), shape_of(arg), 1)))
        start = end
    return pulled


def _chosen(ct: Direction) -> Node | None:
    """The choice of a side of a branch that a cotangent comes out of, or all of several, if the
    other side has nothing. It stays outermost: what is nothing is not multiplied by what may be
    infinite there."""
    several = [*ct.values()] if type(ct) is dict else [ct]
    first: Node = several[0]
    for one in several:
        if one.op is not where or shape_of(one.args[0]) or one.args[0] is not first.args[0]:
            return None
        nothing = [side is ZERO for side in one.args[1:]]
        if not any(nothing) or nothing != [side is ZERO for side in first.args[1:]]:
            return None
    return first


def _side(ct: Direction) -> Direction:
    """What is on the side that has something."""
    if type(ct) is dict:
        return {at: _side(one) for at, one in ct.items()}
    return ct.args[2 if ct.args[1] is ZERO else 1]


def _beside(ct: Node, side: Node) -> Node:
    """The choice of a cotangent, with another one on its side."""
    return choice(ct.args[0], *[one if one is ZERO else side for one in ct.args[1:]])


def _summed(ct: Node, arg: Node, node: Node, lead: Shape) -> Node:
    """The cotangent of an argument that was broadcast; of a choice that goes by its elements the
    choice."""
    if ct is ZERO:
        return ct
    inner, own = shape_of(ct.args[0]) if chooses(ct) else None, shape_of(arg)
    if inner is not None and len(inner) <= len(own) and broadcast([inner, own]) == own:
        sides = [_summed(side, arg, node, lead) for side in ct.args[1:]]
        return choice(ct.args[0], *sides)
    return unbroadcast(broadcast_behind(ct, lead, shape_of(node)), shape_of(arg), len(lead))


def _by_tangent(
    node: Node, ct: Direction, places: Container[int], active: Container[Node], lead: Shape
) -> list[tuple[Node, Node]]:
    """The tangent that a row gives is linear in the arguments' tangents: it is transposed."""
    holes = {
        at: set_form(Node(INPUT, (), "hole", state.origin), form_of(arg))
        for at, arg in enumerate(node.args)
        if arg in active and at in places
    }
    line: Any = node.op.array.tangent(node, *[holes.get(at, ZERO) for at in range(len(node.args))])
    ends = {line: ct}
    if type(line) is tuple:
        ends = {}
        for at, one in enumerate(line):
            if one is not ZERO and at in ct:
                ends[one] = plus(ends.get(one, ZERO), ct[at])
    ends = {end: one for end, one in ends.items() if end is not ZERO}
    origin = state.origin
    found = cotangents(walk(ends), ends, holes.values(), lead)
    state.origin = origin
    pulled = [(node.args[at], found.get(hole, ZERO)) for at, hole in holes.items()]
    return [(arg, one) for arg, one in pulled if one is not ZERO]


# ---------------------------------------------------------------------------------- requests


def push_forward_arrays(graph: Graph, wrt: Iterable[str], size: int = 0) -> Graph:
    """The program of (value, tangent), with a parameter d<name> for each path in `wrt`; along
    `size` directions each of these has one more axis in front."""
    lead = (size,) if size else ()
    inputs, seeds = _seeds(graph, wrt, lead)
    with deriving(graph):
        found = tangents(graph.nodes, seeds, lead)
        moved = map_leaves(lambda leaf: _given(found.of(leaf), leaf, lead), graph.outputs)
    order = [one for node in graph.nodes for one in found.listed(node)]
    values = map_leaves(lambda leaf: found.now.get(leaf, leaf), graph.outputs)
    return Graph({**graph.inputs, **inputs}, (values, moved), graph.name, order, tuple(inputs))


def _given(direction: Node, leaf: Node, lead: Shape) -> Node:
    """A tangent as it is returned, of its array's kind: zeros where it is a structural zero."""
    form = form_of(leaf)
    if direction is not ZERO:
        own = form_of(direction).kind
        other = form.kind in _FLOATS and own in _FLOATS and own != form.kind
        return astype(direction, form.kind) if other else direction
    kind = form.kind if form.kind in _FLOATS else "float64"
    shape = (*lead, *form.shape)
    return full(shape, 0.0, kind) if shape else const(0.0)


def _seeds(
    graph: Graph, wrt: Iterable[str], lead: Shape
) -> tuple[dict[str, Any], dict[Node, Node]]:
    """The inputs d<name>, and which input each of their arrays moves."""
    inputs: dict[str, Any] = {}
    seeds: dict[Node, Node] = {}
    for path, name in tangent_names(graph.inputs, wrt).items():
        part = part_at(graph.inputs, path)
        inputs[name] = map_paths(lambda at, leaf: _like(leaf, at, lead), part, name)
        pairs = zip(leaves(part), leaves(inputs[name]), strict=True)
        seeds.update((leaf, seed) for leaf, seed in pairs if is_float(leaf))
    return inputs, seeds


def _like(leaf: Node, name: str, lead: Shape = ()) -> Node:
    """An input for a tangent or cotangent of an array."""
    return set_form(Node(INPUT, (), name, leaf.origin), tangent_form(form_of(leaf), lead))


def derive_arrays(graph: Graph, request: Request, wrt: tuple[str, ...]) -> Graph:
    """The program of the derivative that was asked for."""
    inner: Any = tuple(part_at(graph.inputs, path) for path in wrt)
    if request.bare and len(inner) == 1:
        (inner,) = inner
    inputs: dict[str, Any] = {}
    order: list[Node] = []
    lead = (request.size,) if request.size else ()
    _movable(graph, inner)
    with deriving(graph):
        if request.what == "jvp":
            return push_forward_arrays(graph, wrt, request.size)
        if request.what == "vjp":
            name = cotangent_name(graph.inputs)
            inputs[name] = map_paths(lambda at, leaf: _like(leaf, at, lead), graph.outputs, name)
            result, order = _backward(graph, inner, leaves(inputs[name]), lead)
        elif request.what == "taylor":
            return _taylor(graph, request, wrt)
        elif request.what == "jacobian":
            result = _jacobian(graph.outputs, inner)
        else:
            (one,) = _one_number(graph)
            kind = "float32" if form_of(one).kind == "float32" else "float64"
            result, order = _backward(graph, inner, [full((), 1.0, kind)])
            if request.what == "hessian":
                result = _jacobian(result, inner)
            if request.what == "hvp":
                inputs, seeds = _seeds(graph, wrt, lead)
                found = tangents(walk(leaves(result)), seeds, lead)
                result = map_leaves(lambda leaf: _given(found.of(leaf), leaf, lead), result)
        result = passed(result, [] if request.value else guards_of(graph.nodes))
        outputs = (graph.outputs, result) if request.value else result
    order = [*graph.nodes, *order, *walk(leaves(outputs))]
    name = f"{graph.name}_{request.name}"
    return Graph({**graph.inputs, **inputs}, outputs, name, order, tuple(inputs))


def _taylor(graph: Graph, request: Request, wrt: tuple[str, ...]) -> Graph:
    inputs, seeds = _seeds(graph, wrt, ())
    carried, parts, _ = expanded(graph, seeds, request.size)
    outputs = tuple([_coefficients(part, carried.outputs) for part in parts])
    order = [*carried.nodes, *walk(leaves(outputs))]
    name = f"{graph.name}_{request.name}"
    return Graph({**graph.inputs, **inputs}, outputs, name, order, tuple(inputs))


def _coefficients(part: Any, outputs: Any) -> Any:
    """The coefficients of one order, with zeros for what has none."""
    ends = iter(leaves(outputs))
    return map_leaves(lambda one: _given(one, next(ends), ()), part)


def _movable(graph: Graph, inner: Any) -> None:
    """Raise TypeError if there is nothing to differentiate in."""
    if leaves(graph.inputs) and not any(map(is_float, leaves(inner))):
        what = f"{graph.name} is to be differentiated in whole numbers or conditions"
        raise refused(TypeError, what, "arrays of floats: x.astype(float)")


def _one_number(graph: Graph) -> list[Node]:
    found = leaves(graph.outputs)
    if len(found) != 1 or math.prod(shape_of(found[0])) != 1:
        shapes = ", ".join([str(shape_of(leaf)) for leaf in found])
        what = f"{graph.name} returns arrays of the shapes {shapes}"
        raise refused(TypeError, what, "a function of one number, or its jacobian")
    return found


def _backward(
    graph: Graph, inner: Any, weights: Sequence[Node], lead: Shape = ()
) -> tuple[Any, list[Node]]:
    """The cotangents of `inner`, from those of the outputs; and all that are computed on the way,
    one after the other, for what waits holds memory."""
    given: dict[Node, Node] = {}
    for leaf, weight in zip(leaves(graph.outputs), weights, strict=True):
        if is_float(leaf):
            whole = broadcast_to(weight, (*lead, *shape_of(leaf)))
            given[leaf] = plus(given.get(leaf, ZERO), whole)
    made: list[Node] = []
    found = cotangents(graph.nodes, given, leaves(inner), lead, made)
    return map_leaves(lambda leaf: _given(found.get(leaf, ZERO), leaf, lead), inner), walk(made)


def jacobian_of(graph: Graph, wrt: Sequence[Node]) -> list[list[Node]]:
    """The derivatives of each number that the graph returns in some of its inputs, numbers too."""
    with deriving(graph):
        rows = _jacobian(tuple(leaves(graph.outputs)), tuple(wrt))
    return [[*row] for row in rows]


def _jacobian(outer: Any, inner: Any) -> Any:
    """In each array of `outer` the derivatives in those of `inner`: of shape s + t each. It is made
    along the columns, or along the rows where there are fewer of them."""
    rows, columns = leaves(outer), leaves(inner)
    nodes = walk(rows)
    size = [sum(math.prod(shape_of(one)) for one in side) for side in (rows, columns)]
    by_rows = size[0] < size[1]
    one, other = (rows, columns) if by_rows else (columns, rows)

    def sweep(basis: Mapping[Node, Node], lead: Shape) -> list[Node]:
        if by_rows:
            cts = cotangents(nodes, basis, columns, lead)
            return [_given(cts.get(column, ZERO), column, lead) for column in columns]
        moved = tangents(nodes, basis, lead)
        return [_given(moved.of(row), row, lead) for row in rows]

    found = swept(one, sweep)
    sizes = [math.prod(shape_of(part)) for part in one]
    starts = [sum(sizes[:at]) for at in range(len(sizes))]
    entries: dict[tuple[Node, Node], Node] = {}
    for inside, whole in zip(other, found, strict=True):
        for outside, start in zip(one, starts, strict=True):
            shape, own = shape_of(outside), shape_of(inside)
            part = along(whole, -len(own) - 1, start, start + math.prod(shape))
            if by_rows:
                entries[outside, inside] = reshape(part, (*shape, *own))
            else:
                turned = permute(part, (*range(-len(own), 0), -len(own) - 1))
                entries[inside, outside] = reshape(turned, (*own, *shape))
    return map_leaves(lambda row: map_leaves(lambda one: entries[row, one], inner), outer)
