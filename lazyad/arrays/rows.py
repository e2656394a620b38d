"""The op table of whole arrays: one statement an op, with its form, its spelling and its
derivative.

In: Nodes, and a payload (axes, a shape, letters). Out: a Node. A room of its own because a row of
numbers has partials, and one of arrays has, for forward and reverse mode alike, one of these:

- `transpose(ct, node, at)`: it is linear in each argument. Its tangent is the op itself with that
  argument replaced by its tangent; the transpose is the cotangent of argument `at`, None where that
  is no number. A `joint` row is linear in all of its arguments together, as `concat` is.
- `tangent(node, *tangents)`: an expression that is linear in the tangents, ZERO where there is
  none. Reverse mode is its transposition; where the row itself is linear in one of its arguments,
  as `solve` is in the right side, its `transpose` says so for that one, and None for the others.
- neither: its result has no derivative (argmax).

Axes count from the end, and payloads speak of the last axes alone, so that directions can be a
leading axis which no row sees. `spell(node)` is a template of NumPy's; a `view` takes no memory.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from lazyad import ops
from lazyad.arrays.forms import broadcast, form_of, shape_of, wider
from lazyad.graph import CONST, OPS, Node, Op, const
from lazyad.regions import made
from lazyad.values.errors import refused
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import Form

Shape = tuple[int, ...]


class ArrayRow(NamedTuple):
    """What there is to know of an op of whole arrays."""

    form: Any  # a function of the payload, and the forms of the arguments
    spell: Callable[[Node], str] | None  # None where it is written with others
    transpose: Callable[[Node, Node, int], Node | None] | None = None
    tangent: Callable[..., Node] | None = None
    joint: bool = False
    view: bool = False
    out: bool = False  # its call takes out=
    define: Callable[[Node], Node] | None = None  # what it is of other rows
    xp: Callable[[Node], str] | None = None  # how the array API spells it, if that is another way


def row(name: str, form: Any, spell: Any, **facts: Any) -> Op:
    """Add a row to the table of whole arrays; `spell` is a template, or makes one of a Node."""
    op = Op(name, lambda *args: args, None, -1, weight=1, fails=())
    template = (lambda node: spell) if isinstance(spell, str) else spell
    op.apart, op.array = True, ArrayRow(form, template, **facts)
    OPS[name] = op
    return op


# ---------------------------------------------------------------------------------- constants


class Constant:
    """An array that is fixed into a program: equal to those of the same bytes."""

    __slots__ = ("array", "key")

    def __init__(self, array: Any) -> None:
        self.array = array.copy()
        self.array.flags.writeable = False
        self.key = array.dtype.str, array.shape, array.tobytes()

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Constant) and self.key == other.key

    def __repr__(self) -> str:
        return f"{self.array.dtype}{[*self.array.shape]}"


def kind_of(dtype: Any) -> str:
    """The kind of a dtype of NumPy's. Raises TypeError for what is no real number."""
    if dtype.kind in "iu":
        return "int64"
    if dtype.kind == "b":
        return "bool"
    if dtype.name in ("float64", "float32"):
        return str(dtype.name)
    raise refused(TypeError, f"an array of {dtype}", "float64 or float32, ints or bools")


def kind_of_name(name: str) -> str:
    """The kind of a dtype of any library's, by its name, as of torch.float32."""
    name = name.rpartition(".")[2]
    if name in ("float64", "float32", "bool"):
        return name
    if name.startswith(("int", "uint")):
        return "int64"
    raise refused(TypeError, f"an array of {name}", "float64 or float32, ints or bools")


ARRAY = row("constant", lambda p: Form(p.array.shape, kind_of(p.array.dtype)), None)
FULL = row(
    "full",
    lambda p: Form(p[0], p[2]),
    lambda node: _full_text(*node.payload),
    xp=lambda node: _full_xp(*node.payload),
)


def _full_text(shape: Shape, value: float, kind: str) -> str:
    number = repr(value) if math.isfinite(value) else f"np.{value!r}".replace("np.-", "-np.")
    if not shape:
        return f"np.{kind}({number})"
    sizes = shape[0] if len(shape) == 1 else shape
    if value in (0.0, 1.0) and math.copysign(1.0, value) > 0.0:
        return f"np.{'ones' if value else 'zeros'}({sizes}{_dtype(kind)})"
    return f"np.full({sizes}, {number}{_dtype(kind)})"


def _full_xp(shape: Shape, value: float, kind: str) -> str:
    number = repr(value) if math.isfinite(value) else f"np.{value!r}".replace("np.-", "-np.")
    number = str(bool(value)) if kind == "bool" else str(int(value)) if kind == "int64" else number
    made = f"np.full({shape}, {number}" if shape else f"np.asarray({number}"
    return f"{made}, dtype=np.{kind})"


def _dtype(kind: str) -> str:
    return "" if kind == "float64" else f", dtype=np.{kind}"


EYE = row(
    "eye",
    lambda p: Form((p[0], p[0]), p[1]),
    lambda n: f"np.eye({n.payload[0]}{_dtype(n.payload[1])})",
    xp=lambda n: f"np.eye({n.payload[0]}, dtype=np.{n.payload[1]})",
)


def eye(size: int, kind: str) -> Node:
    """The unit matrix."""
    return made(EYE, (), (size, kind))


_FEW = 4  # equal numbers that are written out


def array(value: Any) -> Node:
    """The Node of an array that is fixed into the program; one without dimensions is a number."""
    if value.shape == () and value.dtype.kind == "f":
        return const(float(value))
    if value.dtype.kind == "f" and value.size > _FEW:
        kind, bits = kind_of(value.dtype), value.ravel().view(f"u{value.dtype.itemsize}")
        if (bits == bits[0]).all():
            return full(value.shape, float(value.flat[0]), kind)
    return made(ARRAY, (), Constant(value))


def full(shape: Shape, value: float, kind: str) -> Node:
    """An array of one number."""
    return made(FULL, (), (tuple(shape), float(value), kind))


# ---------------------------------------------------------------------------------- views


def _as_last(payload: tuple[int, Shape], form: Form) -> Form:
    last, shape = payload
    return Form(form.shape[: len(form.shape) - last] + shape, form.kind)


def _reshape_text(node: Node) -> str:
    return f"np.reshape({{0}}, {shape_of(node)})"


RESHAPE = row(
    "reshape",
    _as_last,
    _reshape_text,
    view=True,
    transpose=lambda ct, node, at: reshape(
        ct, shape_of(node.args[0])[_lead(node) :], len(node.payload[1])
    ),
)


def _lead(node: Node) -> int:
    """How many axes of the argument a row with a payload (last, shape) does not speak of."""
    last: int = node.payload[0]
    return len(shape_of(node.args[0])) - last


def reshape(x: Node, shape: Shape, last: int | None = None) -> Node:
    """The last axes, by default all, as axes of that shape."""
    last = len(shape_of(x)) if last is None else last
    own = shape_of(x)[len(shape_of(x)) - last :]
    return x if own == tuple(shape) else made(RESHAPE, (x,), (last, tuple(shape)))


BROADCAST = row(
    "broadcast_to",
    lambda shape, x: Form(x.shape[: len(x.shape) - len(shape)] + shape, x.kind),
    lambda node: f"np.broadcast_to({{0}}, {shape_of(node)})",
    view=True,
    transpose=lambda ct, node, at: unbroadcast(
        ct, shape_of(node.args[0]), len(shape_of(ct)) - len(shape_of(node))
    ),
)


def broadcast_to(x: Node, shape: Shape) -> Node:
    """The last axes spread to that shape, of which x may lack some or have them with one
    element.
    """
    missing = len(shape) - len(shape_of(x))
    if missing > 0:
        x = reshape(x, (1,) * missing + shape_of(x))
    own = shape_of(x)[len(shape_of(x)) - len(shape) :]
    return x if own == tuple(shape) else made(BROADCAST, (x,), tuple(shape))


def unbroadcast(ct: Node, shape: Shape, lead: int = 0) -> Node:
    """The cotangent of what was spread from that shape, behind so many axes of directions."""
    own = shape_of(ct)
    extra = len(own) - lead - len(shape)
    inner = own[lead + extra :]
    axes = [at - len(own) for at in range(lead, lead + extra)]
    axes += [at - len(shape) for at, n in enumerate(shape) if n == 1 and inner[at] != 1]
    return reshape(total(ct, tuple(axes)), shape, len(own) - lead - len(axes)) if axes else ct


def _permuted(axes: Shape, form: Form) -> Form:
    lead = len(form.shape) - len(axes)
    return Form(form.shape[:lead] + tuple([form.shape[axis] for axis in axes]), form.kind)


def _permute_text(node: Node) -> str:
    rank, axes = len(shape_of(node)), node.payload
    if axes[:-2] == (*range(-len(axes), -2),):
        return "{0}.T" if rank == 2 else "np.swapaxes({0}, -1, -2)"
    order = (*range(rank - len(axes)), *[rank + axis for axis in axes])
    return f"np.transpose({{0}}, {order})"


def _permute_xp(node: Node) -> str:
    rank, axes = len(shape_of(node)), node.payload
    order = (*range(rank - len(axes)), *[rank + axis for axis in axes])
    return f"np.permute_dims({{0}}, {order})"


def _inverse(axes: Shape) -> Shape:
    back = [0] * len(axes)
    for at, axis in enumerate(axes):
        back[axis] = at - len(axes)
    return tuple(back)


PERMUTE = row(
    "permute_dims",
    _permuted,
    _permute_text,
    view=True,
    transpose=lambda ct, node, at: permute(ct, _inverse(node.payload)),
    xp=_permute_xp,
)


def permute(x: Node, axes: Sequence[int]) -> Node:
    """The last axes in another order, each by its number from the end."""
    axes = tuple(axes)
    while axes and axes[0] == -len(axes):
        axes = axes[1:]
    return made(PERMUTE, (x,), axes) if axes else x


def swapped(x: Node) -> Node:
    """A matrix with its rows as columns."""
    return permute(x, (-1, -2))


def move_axis(x: Node, source: int, target: int) -> Node:
    """An axis at another place; both count from the end."""
    axes = [axis for axis in range(-len(shape_of(x)), 0) if axis != source]
    axes.insert(len(axes) + 1 + target, source)
    return permute(x, axes)


# Each of the last axes: an int, which leaves it out, or (start, stop, step), or None for all of it.
Items = tuple[Any, ...]


def _cut_form(items: Items, form: Form) -> Form:
    lead = len(form.shape) - len(items)
    sizes = [
        size if item is None else len(range(*item))
        for item, size in zip(items, form.shape[lead:], strict=True)
        if type(item) is not int
    ]
    return Form(form.shape[:lead] + tuple(sizes), form.kind)


def index_text(items: Items, lead: int, whole: bool = False) -> str:
    """The index as Python writes it; of every axis, if it is to be `whole`.

    >>> index_text((None, 3, (0, 4, 2)), 1)
    '..., :, 3, 0:4:2'
    """
    steps = []
    for item in items:
        if type(item) is tuple:
            start, stop, step = item
            steps.append(f"{start}:{stop}" + (f":{step}" if step != 1 else ""))
        else:
            steps.append(":" if item is None else str(item))
    while steps and steps[-1] == ":" and not (lead or whole):
        steps.pop()
    return ", ".join(["..."] * bool(lead) + steps)


def _cut_text(node: Node, whole: bool = False) -> str:
    lead = len(shape_of(node.args[0])) - len(node.payload)
    return f"{{0}}[{index_text(node.payload, lead, whole)}]"


CUT = row(
    "slice",
    _cut_form,
    _cut_text,
    view=True,
    transpose=lambda ct, node, at: made(
        PLACE, (ct,), (node.payload, shape_of(node.args[0])[-len(node.payload) :])
    ),
    xp=lambda node: _cut_text(node, True),
)


def _place_form(payload: tuple[Items, Shape], form: Form) -> Form:
    items, shape = payload
    inner = sum(type(item) is not int for item in items)
    return Form(form.shape[: len(form.shape) - inner] + shape, form.kind)


def _place_text(node: Node) -> str:
    return f"placed({{0}}, {shape_of(node)}, {_place_index(node, node.payload[0])})"


def _place_index(node: Node, items: Items) -> str:
    """The index as a value: (..., slice(0, 3), 1)."""
    steps = []
    for item in items:
        if type(item) is tuple:
            start, stop, step = item
            steps.append(f"slice({start}, {stop}" + (f", {step})" if step != 1 else ")"))
        else:
            steps.append("slice(None)" if item is None else str(item))
    lead = ["..."] * (len(shape_of(node)) > len(items))
    return f"({', '.join([*lead, *steps])}{',' * (len(lead) + len(steps) == 1)})"


PLACE: Op = row(
    "place",
    _place_form,
    _place_text,
    transpose=lambda ct, node, at: cut(ct, node.payload[0]),
    xp=lambda node: _place_text(node).replace("placed", "placed_at", 1),
)


UPDATE: Op = row(
    "update",
    lambda p, x, part: x._replace(kind=wider([x.kind, part.kind])),
    lambda node: f"updated({{0}}, {{1}}, {_place_index(node, node.payload)})",
    joint=True,
    transpose=lambda ct, node, at: cut(ct, node.payload) if at else _without(ct, node),
    xp=lambda node: f"with_part({{0}}, {{1}}, {_place_index(node, node.payload)})",
)


def _without(ct: Node, node: Node) -> Node:
    """The cotangent with zeros where the node got other elements."""
    part = node.args[1]
    lead = shape_of(ct)[: len(shape_of(ct)) - len(shape_of(node))]
    zeros = full((*lead, *shape_of(part)), 0.0, form_of(ct).kind)
    return made(UPDATE, (ct, zeros), node.payload)


def update(x: Node, part: Node, items: Items) -> Node:
    """The array with another part at that basic index of its last axes."""
    return made(UPDATE, (x, part), tuple(items))


def cut(x: Node, items: Items) -> Node:
    """A basic slice of the last axes."""
    while items and items[0] is None:
        items = items[1:]
    return made(CUT, (x,), tuple(items)) if items else x


def along(x: Node, axis: int, start: int, stop: int) -> Node:
    """Some of the elements along an axis."""
    return cut(x, ((start, stop, 1), *(None,) * (-axis - 1)))


FLIP = row(
    "flip",
    lambda axes, x: x,
    lambda node: f"np.flip({{0}}, axis={_axes_text(node.payload)})",
    view=True,
    transpose=lambda ct, node, at: flip(ct, node.payload),
)


def flip(x: Node, axes: Shape) -> Node:
    """The elements along these axes the other way round."""
    return made(FLIP, (x,), tuple(axes)) if axes else x


# ---------------------------------------------------------------------------------- moving


def _astype_text(node: Node) -> str:
    """A number that is no array may be Python's."""
    return f"{{0}}.astype(np.{node.payload})" if shape_of(node) else f"np.{node.payload}({{0}})"


ASTYPE = row(
    "astype",
    lambda kind, x: x._replace(kind=kind),
    _astype_text,
    transpose=lambda ct, node, at: astype(ct, form_of(node.args[0]).kind),
    xp=lambda node: f"np.astype({{0}}, np.{node.payload})",
)


def astype(x: Node, kind: str) -> Node:
    """The same numbers as another kind of them."""
    if x.op is CONST:
        return full((), x.payload, kind)
    return x if form_of(x).kind == kind else made(ASTYPE, (x,), kind)


def _rolled(node: Node) -> str:
    shift, axis = node.payload
    return f"np.roll({{0}}, {shift}, axis={axis})"


ROLL: Op = row(
    "roll",
    lambda p, x: x,
    _rolled,
    transpose=lambda ct, node, at: made(ROLL, (ct,), (-node.payload[0], node.payload[1])),
)


def _concat_form(axis: int, *forms: Form) -> Form:
    shape = [*forms[0].shape]
    shape[axis] = sum(form.shape[axis] for form in forms)
    return Form(tuple(shape), wider(form.kind for form in forms))


def _list_of(node: Node) -> str:
    return ", ".join([f"{{{at}}}" for at in range(len(node.args))])


def _part_of(ct: Node, node: Node, at: int) -> Node:
    axis = node.payload
    sizes = [shape_of(arg)[axis] for arg in node.args]
    return along(ct, axis, sum(sizes[:at]), sum(sizes[: at + 1]))


CONCAT = row(
    "concat",
    _concat_form,
    lambda node: f"np.concatenate([{_list_of(node)}], axis={node.payload})",
    joint=True,
    transpose=_part_of,
    out=True,
    xp=lambda node: f"np.concat([{_list_of(node)}], axis={node.payload})",
)


def concat(parts: Sequence[Node], axis: int) -> Node:
    """The arrays one after the other along an axis."""
    return parts[0] if len(parts) == 1 else made(CONCAT, parts, axis)


def stack(parts: Sequence[Node], axis: int) -> Node:
    """The arrays along a new axis, which counts from the end of the result."""
    shape = shape_of(parts[0])
    at = len(shape) + 1 + axis
    return concat([reshape(part, (*shape[:at], 1, *shape[at:])) for part in parts], axis)


# ---------------------------------------------------------------------------------- indices


def _take_form(axis: int, x: Form, at: Form) -> Form:
    place = len(x.shape) + axis
    return Form(x.shape[:place] + at.shape + x.shape[place + 1 :], x.kind)


def _take_text(node: Node) -> str:
    place = len(shape_of(node.args[0])) + node.payload
    return "{0}[{1}]" if place == 0 else f"np.take({{0}}, {{1}}, axis={node.payload})"


GATHER: Op = row(
    "gather",
    _take_form,
    _take_text,
    transpose=lambda ct, node, at: (
        made(
            SCATTER,
            (ct, node.args[1]),
            (node.payload, shape_of(node.args[0])[node.payload]),
        )
        if at == 0
        else None
    ),
    xp=lambda node: f"taken_at({{0}}, {{1}}, {node.payload})",
)


def _scatter_form(payload: tuple[int, int], x: Form, at: Form) -> Form:
    axis, size = payload
    rest = x.shape[len(x.shape) + axis + 1 :]
    lead = x.shape[: len(x.shape) - len(rest) - len(at.shape)]
    return Form((*lead, size, *rest), x.kind)


SCATTER: Op = row(
    "scatter",
    _scatter_form,
    lambda node: f"scattered({{0}}, {{1}}, {node.payload[0]}, {node.payload[1]})",
    transpose=lambda ct, node, at: (
        made(GATHER, (ct, node.args[1]), node.payload[0]) if at == 0 else None
    ),
    xp=lambda node: f"added_at({{0}}, {{1}}, {node.payload[0]}, {node.payload[1]})",
)


def gather(x: Node, at: Node, axis: int) -> Node:
    """The elements at these places of an axis, which the axes of the index replace."""
    return made(GATHER, (x, at), axis)


def scatter(x: Node, at: Node, axis: int, size: int) -> Node:
    """Zeros, with each element of x added at its place: the transpose of `gather`."""
    return made(SCATTER, (x, at), (axis, size))


def _along_text(node: Node) -> str:
    extra = len(shape_of(node.args[0])) - len(shape_of(node.args[1]))
    index = f"{{1}}[{'None, ' * extra}...]" if extra else "{1}"
    return f"np.take_along_axis({{0}}, {index}, axis={node.payload})"


def _along_form(axis: int, x: Form, at: Form) -> Form:
    lead = len(x.shape) - len(at.shape)
    return Form(x.shape[:lead] + at.shape, x.kind)


TAKE_ALONG: Op = row(
    "take_along_axis",
    _along_form,
    _along_text,
    transpose=lambda ct, node, at: (
        made(
            PUT_ALONG,
            (ct, node.args[1]),
            (node.payload, shape_of(node.args[0])[node.payload]),
        )
        if at == 0
        else None
    ),
    xp=lambda node: f"taken_along({{0}}, {{1}}, {node.payload})",
)


def _put_along_form(payload: tuple[int, int], x: Form, at: Form) -> Form:
    axis, size = payload
    shape = [*x.shape]
    shape[axis] = size
    return Form(tuple(shape), x.kind)


PUT_ALONG: Op = row(
    "put_along_axis",
    _put_along_form,
    lambda node: f"scattered_along({{0}}, {{1}}, {node.payload[0]}, {node.payload[1]})",
    transpose=lambda ct, node, at: (
        made(TAKE_ALONG, (ct, node.args[1]), node.payload[0]) if at == 0 else None
    ),
    xp=lambda node: f"added_along({{0}}, {{1}}, {node.payload[0]}, {node.payload[1]})",
)


def take_along(x: Node, at: Node, axis: int) -> Node:
    """One element along an axis for each index of an array of as many axes."""
    own, index = shape_of(x), shape_of(at)
    spread = [
        *broadcast([(*own[:axis], 1, *own[axis:][1:]), (*index[:axis], 1, *index[axis:][1:])])
    ]
    spread[axis] = index[axis]
    return made(TAKE_ALONG, (x, broadcast_to(at, tuple(spread))), axis)


def _put_transposed(ct: Node, node: Node, at: int) -> Node | None:
    _, values, index = node.args
    if at == 2:
        return None
    lead = shape_of(ct)[: len(shape_of(ct)) - 1]
    if at == 0:
        zeros = full((*lead, *shape_of(values)), 0.0, form_of(ct).kind)
        return made(PUT, (ct, zeros, index), None)
    own = _counted(shape_of(index)[0])  # of several that are put at one place, the last is there
    there = gather(made(PUT, (_counted(shape_of(node)[-1]), own, index), None), index, -1)
    return ops.where(ops.eq(there, own), gather(ct, index, -1), 0.0)


PUT: Op = row(
    "put",
    lambda p, x, values, at: x._replace(kind=wider([x.kind, values.kind])),
    "put({0}, {1}, {2})",
    joint=True,
    transpose=_put_transposed,
    xp=lambda node: "with_values({0}, {1}, {2})",
)


def put(x: Node, values: Node, at: Node) -> Node:
    """A row of elements with others at these places; of several at one place, the last."""
    return made(PUT, (x, values, at), None)


# ---------------------------------------------------------------------------------- reductions


def reduced_form(payload: tuple[Shape, bool], form: Form) -> Form:
    """The form of a reduction with a payload (axes, whether they stay as axes of one element)."""
    axes, keep = payload
    rank = len(form.shape)
    sizes = [
        1 if at - rank in axes else size
        for at, size in enumerate(form.shape)
        if keep or at - rank not in axes
    ]
    return Form(tuple(sizes), "int64" if form.kind == "bool" else form.kind)


def _reduction(name: str) -> Callable[[Node], str]:
    def spell(node: Node) -> str:
        axes, keep = node.payload
        every = len(axes) == len(shape_of(node.args[0])) and not keep
        which = "" if every else f", axis={_axes_text(axes)}"
        return f"np.{name}({{0}}{which}{', keepdims=True' * keep})"

    return spell


def _axes_text(axes: Shape) -> str:
    return str(axes[0]) if len(axes) == 1 else str(axes)


def with_axes(reduced: Node, node: Node) -> Node:
    """What a reduction came to, with the axes that it left out as axes of one element; it may have
    axes of directions in front."""
    axes, keep = node.payload
    if keep:
        return reduced
    inner = shape_of(node.args[0])
    kept = tuple([1 if at - len(inner) in axes else size for at, size in enumerate(inner)])
    return reshape(reduced, kept, len(shape_of(node)))


SUM = row(
    "sum",
    reduced_form,
    _reduction("sum"),
    out=True,
    transpose=lambda ct, node, at: broadcast_to(with_axes(ct, node), shape_of(node.args[0])),
)


RAVEL_INDEX = row(
    "ravel_multi_index",
    lambda sizes, *at: Form(broadcast([one.shape for one in at]), "int64"),
    lambda node: f"np.ravel_multi_index(({_list_of(node)}), {node.payload})",
    xp=lambda node: f"place_of(({_list_of(node)}), {node.payload})",
)


def total(x: Node, axes: Shape | None = None, keep: bool = False) -> Node:
    """The sum over some axes, by default all."""
    axes = tuple(range(-len(shape_of(x)), 0)) if axes is None else axes
    return made(SUM, (x,), (tuple(sorted(axes)), keep)) if axes else x


def _of_extreme(node: Node, dx: Node) -> Node:
    """All elements that are equal to the extreme share its tangent, as in JAX."""
    x, (axes, keep) = node.args[0], node.payload
    ties = astype(ops.eq(x, with_axes(node, node)), form_of(x).kind)
    if axes == (-1,) and not keep:
        return einsum("i,i->", ties / total(ties, axes, True), dx)
    return total(ties / total(ties, axes, True) * dx, axes, keep)


MAX = row("amax", reduced_form, _reduction("max"), tangent=_of_extreme, out=True)
MIN = row("amin", reduced_form, _reduction("min"), tangent=_of_extreme, out=True)
ANY = row("any", lambda p, x: reduced_form(p, x)._replace(kind="bool"), _reduction("any"))
ALL = row("all", lambda p, x: reduced_form(p, x)._replace(kind="bool"), _reduction("all"))


def _one_axis(name: str) -> Callable[[Node], str]:
    return lambda node: f"np.{name}({{0}}, axis={node.payload})"


def _without_axis(axis: int, form: Form) -> Form:
    shape = [*form.shape]
    del shape[axis]
    return Form(tuple(shape), "int64")


ARGMAX = row("argmax", _without_axis, _one_axis("argmax"))
ARGMIN = row("argmin", _without_axis, _one_axis("argmin"))
ARGSORT = row("argsort", lambda axis, x: x._replace(kind="int64"), _one_axis("argsort"))
SEARCHSORTED = row(
    "searchsorted",
    lambda side, xs, x: Form(x.shape, "int64"),
    lambda node: f'np.searchsorted({{0}}, {{1}}, side="{node.payload}")',
)
CUMSUM: Op = row(
    "cumsum",
    lambda axis, x: x,
    _one_axis("cumsum"),
    out=True,
    transpose=lambda ct, node, at: flip(
        made(CUMSUM, (flip(ct, (node.payload,)),), node.payload), (node.payload,)
    ),
    xp=_one_axis("cumulative_sum"),
)


def _others(x: Node) -> Node:
    """The product of all the other elements of each row: nothing is divided by one of them."""
    *rest, size = shape_of(x)
    one = full((*rest, 1), 1.0, form_of(x).kind)
    before = made(CUMPROD, (concat([one, along(x, -1, 0, size - 1)], -1),), -1)
    behind = concat([one, along(flip(x, (-1,)), -1, 0, size - 1)], -1)
    return before * flip(made(CUMPROD, (behind,), -1), (-1,))


def _of_cumprod(node: Node, dx: Node) -> Node:
    """Of element i: the sum over j <= i of dx[j] times the product of the others up to i."""
    x, axis = move_axis(node.args[0], node.payload, -1), node.payload
    size = shape_of(x)[-1]
    rows = broadcast_to(reshape(x, (1, size), 1), (*shape_of(x)[:-1], size, size))
    lower = ops.le(_counted(size), reshape(_counted(size), (size, 1)))
    weights = ops.where(lower, _others(ops.where(lower, rows, 1.0)), 0.0)
    return move_axis(einsum("ij,j->i", weights, move_axis(dx, axis, -1)), -1, axis)


def _counted(size: int) -> Node:
    return made(COUNT, (), size)


COUNT = row(
    "arange", lambda size: Form((size,), "int64"), lambda node: f"np.arange({node.payload})"
)


def _kept(reduced: Node, node: Node) -> Node:
    """What lost its last axis, with one of one element for it if the node keeps that."""
    return reshape(reduced, (1,), 0) if node.payload[1] else reduced


PROD = row(
    "prod",
    reduced_form,
    _reduction("prod"),
    out=True,
    tangent=lambda node, dx: _kept(einsum("i,i->", _others(node.args[0]), dx), node),
)
CUMPROD = row(
    "cumprod",
    lambda axis, x: x,
    _one_axis("cumprod"),
    tangent=_of_cumprod,
    xp=_one_axis("cumulative_prod"),
)


# ---------------------------------------------------------------------------------- contraction


def _parts(letters: str) -> tuple[list[str], str]:
    inputs, _, out = letters.partition("->")
    return inputs.split(","), out


def _einsum_form(letters: str, *forms: Form) -> Form:
    inputs, out = _parts(letters)
    sizes: dict[str, int] = {}
    for one, form in zip(inputs, forms, strict=True):
        sizes.update(zip(one, form.shape[len(form.shape) - len(one) :], strict=True))
    batch = broadcast(
        [f.shape[: len(f.shape) - len(i)] for i, f in zip(inputs, forms, strict=True)]
    )
    return Form(batch + tuple([sizes[letter] for letter in out]), wider(f.kind for f in forms))


def _einsum_text(node: Node) -> str:
    inputs, out = _parts(node.payload)
    batches = [len(shape_of(a)) - len(i) for i, a in zip(inputs, node.args, strict=True)]
    found = _as_product(inputs, out, batches) if len(inputs) == 2 else ""
    if found:
        return found
    if [*map(len, inputs)] == [1, 1] and "".join(inputs) == out and not any(batches):
        return "np.outer({0}, {1})"
    if any(batches):
        inputs, out = ["..." + one for one in inputs], "..." + out
    given = ", ".join([f"{{{at}}}" for at in range(len(inputs))])
    several = ", optimize=True" * (len(inputs) > 2)
    return f'np.einsum("{",".join(inputs)}->{out}", {given}{several})'


def _as_product(inputs: list[str], out: str, batches: list[int]) -> str:
    """The contraction as a product of matrices, if it is one; empty if not."""
    summed = set(inputs[0]) & set(inputs[1]) - set(out)
    if len(summed) != 1 or max(map(len, inputs)) > 2:
        return ""
    (inner,) = summed
    for left, right in ((0, 1), (1, 0)):
        if inputs[left].replace(inner, "") + inputs[right].replace(inner, "") != out:
            continue
        vectors = [at for at in (left, right) if len(inputs[at]) == 1 and batches[at]]
        if vectors and (vectors != [left] or len(inputs[right]) == 1 or batches[right]):
            continue  # vectors along more axes are rows of a matrix, where the other is one matrix
        sides = [(left, inputs[left][-1] != inner), (right, inputs[right][0] != inner)]
        texts = [_turned(f"{{{at}}}", batches[at]) if turn else f"{{{at}}}" for at, turn in sides]
        return " @ ".join(texts)
    return ""


def _turned(text: str, batch: int) -> str:
    return f"np.swapaxes({text}, -1, -2)" if batch else f"{text}.T"


def _einsum_transposed(ct: Node, node: Node, at: int) -> Node:
    inputs, out = _parts(node.payload)
    others = [pair for place, pair in enumerate(zip(inputs, node.args, strict=True)) if place != at]
    letters = ",".join([out, *[one for one, _ in others]])
    lead = len(shape_of(ct)) - len(shape_of(node))
    found = einsum(f"{letters}->{inputs[at]}", ct, *[arg for _, arg in others])
    return unbroadcast(found, shape_of(node.args[at]), lead)


EINSUM: Op = row("einsum", _einsum_form, _einsum_text, transpose=_einsum_transposed, out=True)


def einsum(letters: str, *args: Node) -> Node:
    """A contraction of the last axes, which the letters name; axes before them are broadcast. Each
    letter stands once in an argument, and again in the result or in another argument."""
    return made(EINSUM, args, letters)


def matmul(a: Node, b: Node) -> Node:
    """a @ b, by NumPy's rules for vectors. Raises ValueError for shapes that do not fit."""
    ranks = len(shape_of(a)), len(shape_of(b))
    inner = shape_of(a)[-1:], shape_of(b)[-2:][:1]
    if 0 in ranks or inner[0] != inner[1]:
        what = f"a product of arrays of the shapes {shape_of(a)} and {shape_of(b)}"
        raise refused(ValueError, what, "as many columns as rows: (n, m) @ (m, k)")
    left, right = ("j" if ranks[0] == 1 else "ij"), ("j" if ranks[1] == 1 else "jk")
    if ranks[0] == 1 and ranks[1] > 2:
        a = broadcast_to(a, (*shape_of(b)[:-2], *shape_of(a)))
    if ranks[1] == 1 and ranks[0] > 2:
        b = broadcast_to(b, (*shape_of(a)[:-2], *shape_of(b)))
    return einsum(f"{left},{right}->{left[:-1]}{right[1:]}", a, b)
