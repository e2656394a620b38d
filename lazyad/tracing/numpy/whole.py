"""A whole array as the traced function sees it: NumPy's, by all that it is asked.

In: operators, indices, assignments and NumPy's functions on arrays of the target "array". Out:
Nodes of whole arrays. A room of its own because here an array is one Node; in `arrays` it is its
numbers.

What is assigned to is a variable's array, so a `Whole` holds its Node and may come to hold another.
A view knows what it is a view of: it changes with that, and that with it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn

import numpy as np

from lazyad.arrays import rows
from lazyad.arrays.forms import broadcast, form_of, set_form, shape_of
from lazyad.graph import CONST, Node, Op, const, lifted
from lazyad.operators import Operand
from lazyad.ops import where
from lazyad.regions import made
from lazyad.tracing.numpy.arrays import OneLine, OwnRules, refusal
from lazyad.tracing.variables import HOLDERS
from lazyad.values.errors import refused
from lazyad.values.origin import state
from lazyad.values.structure import Form

# What NumPy's functions mean on whole arrays, by the function: `whole_functions` fills it.
FUNCTIONS: dict[Any, Callable[..., Any]] = {}
_INERT = {"casting", "order", "subok", "dtype", "signature", "copy", "kind"}


class Whole(Operand, OwnRules):
    """An array that is one Node. `_of` says of a view what it is a view of, and which part."""

    __slots__ = ("_node", "_of")

    def __init__(self, node: Node, of: tuple[Whole, rows.Items] | None = None) -> None:
        self._node = node
        self._of = of

    @property
    def node(self) -> Node:
        """What it is now."""
        if self._of is not None:
            whole, items = self._of
            if (now := whole.node) is not self._node.args[0]:
                self._node = rows.cut(now, items)
        return self._node

    def assign(self, value: Any) -> None:
        """Let it be another array, as all that it is a view of is another one there."""
        own = form_of(self.node)
        node = fitted(node_of(value), own.shape)
        if form_of(node).kind not in ("weak", own.kind):
            node = rows.astype(node, own.kind)
        if self._of is None:
            self._node = node
            return
        whole, items = self._of
        whole.assign(Whole(rows.update(whole.node, node, items)))

    # -- what NumPy's arrays have

    shape = property(lambda self: shape_of(self.node))
    ndim = property(lambda self: len(self.shape))
    size = property(lambda self: int(np.prod(self.shape, dtype=int)))
    dtype = property(lambda self: np.dtype(kind_of(self.node)))
    T = property(lambda self: self.transpose())
    mT = property(lambda self: Whole(rows.swapped(self.node)))
    flat = property(lambda self: iter(FUNCTIONS[np.ravel](self)))

    def __len__(self) -> int:
        if not self.ndim:
            raise TypeError("len() of unsized object")
        return self.shape[0]  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[Any]:
        return iter([self[at] for at in range(len(self))])

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'numpy.ndarray'")

    def __repr__(self) -> str:
        return f"<array of {self.dtype}, shape {self.shape}>"

    def __bool__(self) -> bool:
        if self.size != 1:
            raise refused(
                ValueError,
                f"the truth of a traced array of the shape {self.shape}",
                "np.where(condition, a, b), or .any() and .all(), which are one number",
            )
        node = rows.reshape(self.node, ())
        if node.op is CONST or state.session is None:
            return bool(node.payload if node.op is CONST else node)
        return state.session.decide(node)  # type: ignore[no-any-return]

    def __float__(self) -> NoReturn:
        raise refusal("float of a traced array, which would lose its tangent", "no float() there")

    def __int__(self) -> NoReturn:
        raise refusal("an int was asked of a traced array", "an argument that is static=(...)")

    __index__ = __int__

    def __array__(self, *_: Any, **__: Any) -> NoReturn:
        raise refusal(
            "a traced array was made one of plain numbers",
            "NumPy's functions, which take it as it is, and arrays made in the function itself",
        )

    def __getattr__(self, name: str) -> Any:
        function = FUNCTIONS.get(getattr(np, _METHODS.get(name, name), None))
        if function is None or name.startswith("__"):
            raise refused(
                AttributeError,
                f".{name} of a traced array",
                "operators, and NumPy's functions that have a meaning on whole arrays",
            )
        return lambda *args, **kwargs: within(function, self, *args, **kwargs)

    def astype(self, dtype: Any, *_: Any, **__: Any) -> Whole:
        return Whole(rows.astype(self.node, rows.kind_of(np.dtype(dtype))))

    def copy(self, *_: Any, **__: Any) -> Whole:
        return Whole(self.node)

    def item(self, *at: Any) -> Any:
        return self[at] if at else Whole(rows.reshape(self.node, ()))

    def tolist(self) -> Any:
        return [row.tolist() for row in self] if self.ndim else self

    def fill(self, value: Any) -> None:
        self.assign(value)

    def sort(self, axis: int = -1, **_: Any) -> None:
        self.assign(FUNCTIONS[np.sort](self, axis))

    # -- arithmetic

    def apply(self, op: Op, args: Sequence[Any]) -> Whole:
        """What an elementwise op makes of arrays and numbers."""
        return applied(op, args)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        if method == "__call__":
            return called(ufunc, ufunc.__name__, inputs, options)
        name = f"{ufunc.__name__}.{method}"
        return called((ufunc, method), name, inputs, options)

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        name = f"{function.__module__}.{function.__name__}".replace("numpy", "np", 1)
        return called(function, name, args, kwargs)

    def __matmul__(self, other: Any) -> Any:
        return within(FUNCTIONS[np.matmul], self, other)

    def __rmatmul__(self, other: Any) -> Any:
        return within(FUNCTIONS[np.matmul], other, self)

    # -- indices

    def __getitem__(self, index: Any) -> Any:
        with OneLine():
            return taken(self, index)

    def __setitem__(self, index: Any, value: Any) -> None:
        with OneLine():
            put_into(self, index, value)


_METHODS = {"flatten": "ravel", "conjugate": "conj", "dot": "dot"}


def _in_place(name: str) -> Callable[[Whole, Any], Whole]:
    change = getattr(operator, name)

    def method(self: Whole, other: Any) -> Whole:
        self.assign(change(Whole(self.node), other))
        return self

    return method


for _name in ("add", "sub", "mul", "truediv", "pow", "matmul", "and", "or"):
    _by = f"{_name}_" if _name in ("and", "or") else _name
    setattr(Whole, f"__i{_name}__", _in_place(_by))
HOLDERS.add(Whole)


# ---------------------------------------------------------------------------------- calls


def within(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """The call, every Node of which was made on its line."""
    with OneLine():
        return function(*args, **kwargs)


def called(function: Any, name: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
    """A function of NumPy's, by its meaning on whole arrays."""
    known = FUNCTIONS.get(function)
    if known is None:
        raise refusal(
            f"{name} has no meaning on whole arrays yet",
            "the functions of NumPy that have one; or target='python', of an array's numbers",
        )
    out, chosen = kwargs.pop("out", None), kwargs.pop("where", True)
    kwargs = {key: value for key, value in kwargs.items() if key not in _INERT}
    with OneLine():
        result = known(*args, **kwargs)
        out = out[0] if isinstance(out, tuple) else out
        if chosen is not True:
            result = FUNCTIONS[np.where](chosen, result, np.nan if out is None else out)
        if out is None:
            return result
        if not isinstance(out, Whole):
            raise refusal("out= is an array of plain numbers", "one made in the function itself")
        out.assign(result)
        return out


def node_of(value: Any) -> Node:
    """The Node of an array or a number; a list may hold several."""
    if isinstance(value, Whole):
        return value.node
    if isinstance(value, Node):
        return value
    if isinstance(value, (list, tuple)):
        if not holds_whole(value):
            return rows.array(np.asarray(value))
        return rows.stack([node_of(part) for part in value], -1 - len(_shape(value[0])))
    if isinstance(value, (np.ndarray, np.generic)):
        if value.dtype.kind not in "fiub":
            raise refusal(f"a traced array met one of {value.dtype}", "floats, ints or bools")
        return rows.array(np.asarray(value))
    return lifted(value)


def _shape(value: Any) -> tuple[int, ...]:
    return value.shape if isinstance(value, Whole) else np.shape(value)


def holds_whole(value: Any) -> bool:
    """Whether a traced array is in nested lists and tuples."""
    if isinstance(value, (list, tuple)):
        return any(map(holds_whole, value))
    return isinstance(value, (Whole, Node))


def kind_of(node: Node) -> str:
    """The kind of its numbers."""
    kind: str = form_of(node).kind
    return "float64" if kind == "weak" else kind


def applied(op: Op, args: Sequence[Any]) -> Whole:
    """The Node of an elementwise op; conditions count as 1.0 and 0.0 in arithmetic."""
    nodes = [node_of(arg) for arg in args]
    kinds = [form_of(node).kind for node in nodes]
    if "int64" in kinds:  # an index stays one
        whole = [type(arg) is int for arg in args]
        pairs = zip(args, nodes, whole, strict=True)
        nodes = [made(rows.ARRAY, (), rows.Constant(np.array(a))) if w else n for a, n, w in pairs]
    if not (op.condition or op.lazy):
        pairs_ = zip(nodes, kinds, strict=True)
        nodes = [_number(node) if kind == "bool" else node for node, kind in pairs_]
    broadcast([shape_of(node) for node in nodes])
    return Whole(made(op, nodes, None))


def _number(condition: Node) -> Node:
    return made(where, [condition, const(1.0), const(0.0)], None)


def fitted(node: Node, shape: tuple[int, ...]) -> Node:
    """The array spread to that shape."""
    broadcast([shape_of(node), shape])
    own = shape_of(node)
    if len(own) > len(shape):
        node = rows.reshape(node, own[len(own) - len(shape) :])
    return rows.broadcast_to(node, shape)


def given_as(node: Node, form: Form) -> Whole:
    """An argument of the traced function."""
    return Whole(set_form(node, form))


# ---------------------------------------------------------------------------------- indices


def steps_of(index: Any, rank: int) -> list[Any]:
    """The index step by step, one for each axis and None for each new one."""
    steps = [*index] if isinstance(index, tuple) else [index]
    steps = [_listed(step) for step in steps]
    used = sum(_axes(step) for step in steps)
    if used > rank:
        raise IndexError(
            f"too many indices for array: it is {rank}-dimensional, but {used} were indexed"
        )
    if not any(step is Ellipsis for step in steps):
        steps.append(Ellipsis)
    at = next(at for at, step in enumerate(steps) if step is Ellipsis)
    return [*steps[:at], *[slice(None)] * (rank - used), *steps[at + 1 :]]


def _listed(step: Any) -> Any:
    if isinstance(step, list):
        step = np.array(step)
    if isinstance(step, np.ndarray) and step.shape == () and step.dtype.kind in "iu":
        return int(step)
    return operator.index(step) if isinstance(step, np.integer) else step


def _axes(step: Any) -> int:
    if step is None or step is Ellipsis:
        return 0
    return step.ndim if isinstance(step, np.ndarray) and step.dtype == bool else 1


def basic_items(steps: Sequence[Any], shape: tuple[int, ...]) -> tuple[rows.Items, tuple[int, ...]]:
    """What ints and slices say of each axis, and which axes are to be turned round first; what is
    neither takes all."""
    items, turned = [], []
    axes = [step for step in steps if step is not None]
    for at, (step, size) in enumerate(zip(axes, shape, strict=True)):
        if isinstance(step, (int, np.integer)) and not isinstance(step, bool):
            place = step + size if step < 0 else step
            if not 0 <= place < size:
                raise IndexError(f"index {step} is out of bounds for axis {at} with size {size}")
            items.append(place)
            continue
        if not isinstance(step, slice) or step == slice(None):
            items.append(None)
            continue
        start, stop, by = step.indices(size)
        if by < 0:
            turned.append(at - len(shape))
            start, stop, by = size - 1 - start, size - 1 - stop, -by
        whole = (start, by) == (0, 1) and stop == size
        items.append(None if whole else (start, max(start, stop), by))
    return tuple(items), tuple(turned)


def taken(array: Whole, index: Any) -> Any:
    """x[index]: a view by ints and slices, elements by arrays of ints and of bools."""
    shape = array.shape
    if isinstance(index, Whole) and kind_of(index.node) == "bool":
        raise refusal(
            "a traced mask selects elements, so that their number is not known",
            "np.where(mask, x, 0.0), which keeps all of them",
        )
    steps = _without_masks(steps_of(index, len(shape)))
    items, turned = basic_items(steps, shape)
    node = rows.flip(array.node, turned)
    advanced = [s for s in steps if isinstance(s, (np.ndarray, Whole))]
    if not advanced:
        found = _view(array, node, items) if not turned else Whole(rows.cut(node, items))
        new = any(step is None for step in steps)
        return _with_new_axes(found, steps) if new else found
    if any(type(step) is int for step in steps):  # they are indices like the others
        steps = [np.array(step) if type(step) is int else step for step in steps]
        items, _ = basic_items(steps, shape)
    node = rows.cut(node, items)
    found = Whole(_gathered(node, [step for step in steps if step is not None]))
    if any(step is None for step in steps):
        raise refusal("np.newaxis beside an array of indices", "x[index][:, None], in two steps")
    return found


def _view(array: Whole, node: Node, items: rows.Items) -> Whole:
    part = rows.cut(node, items)
    return Whole(part, (array, items)) if part is not node else array


def _with_new_axes(array: Whole, steps: Sequence[Any]) -> Whole:
    shape, left = [], [*array.shape]
    for step in steps:
        if step is None:
            shape.append(1)
        elif not isinstance(step, int):
            shape.append(left.pop(0))
    return Whole(rows.reshape(array.node, tuple(shape)))


def _without_masks(steps: list[Any]) -> list[Any]:
    """A mask of constants is the indices where it holds."""
    found: list[Any] = []
    for step in steps:
        mask = isinstance(step, np.ndarray) and step.dtype == bool
        found += [*np.nonzero(step)] if mask else [step]
    return found


def _gathered(node: Node, steps: Sequence[Any]) -> Node:
    """The elements at arrays of indices, which NumPy broadcasts: one index into the axes as one."""
    places = [at for at, step in enumerate(steps) if isinstance(step, (np.ndarray, Whole))]
    beside = places == [*range(places[0], places[-1] + 1)]
    if not beside:  # the axes come first
        rest = [at for at in range(len(steps)) if at not in places]
        node = rows.permute(node, [at - len(steps) for at in (*places, *rest)])
        places = [*range(len(places))]
        steps = [s for s in steps if isinstance(s, (np.ndarray, Whole))]
        steps = [*steps, *[slice(None)] * len(rest)]
    shape = shape_of(node)
    first, last = places[0], places[-1] + 1
    index = _one_index([steps[at] for at in places], shape[first:last])
    size = int(np.prod(shape[first:last], dtype=int))
    node = rows.reshape(node, (*shape[:first], size, *shape[last:]))
    return rows.gather(node, index, last - len(shape) - 1)


def _one_index(indices: Sequence[Any], sizes: Sequence[int]) -> Node:
    """The index into several axes as one; each may count from the end."""
    if len(indices) == 1:
        return node_of(indices[0])
    if all(isinstance(index, np.ndarray) for index in indices):
        return rows.array(
            np.asarray(
                np.ravel_multi_index(
                    tuple(np.broadcast_arrays(*indices)), tuple(sizes), mode="wrap"
                )
            )
        )
    found: Any = 0
    for index, size in zip(indices, sizes, strict=True):
        at = Whole(node_of(index))
        found = found * size + FUNCTIONS[np.where](at < 0, at + size, at)
    return node_of(found)


def put_into(array: Whole, index: Any, value: Any) -> None:
    """x[index] = value."""
    if isinstance(index, (Whole, np.ndarray)) and np.dtype(index.dtype) == bool:
        if _shape(value) and _shape(value) != array.shape:
            raise refusal(
                "values were assigned where a mask holds", "x[...] = np.where(mask, v, x)"
            )
        array.assign(FUNCTIONS[np.where](index, value, Whole(array.node)))
        return
    steps = _without_masks(steps_of(index, array.ndim))
    if any(isinstance(step, (np.ndarray, Whole)) for step in steps):
        _put_at(array, index, value)
        return
    items, turned = basic_items(steps, array.shape)
    node = node_of(value)
    if turned:
        whole = Whole(rows.flip(array.node, turned))
        put_into(whole, tuple(_slices(items)), value)
        array.assign(Whole(rows.flip(whole.node, turned)))
        return
    if all(item is None for item in items):
        array.assign(Whole(node))
        return
    part = rows.cut(array.node, items)
    kept = tuple(1 for step in steps if step is None) + shape_of(part)
    broadcast([shape_of(node), kept])
    Whole(part, (array, items)).assign(Whole(node))


def _slices(items: rows.Items) -> Iterator[Any]:
    for item in items:
        yield slice(None) if item is None else item if type(item) is int else slice(*item)


def _put_at(array: Whole, index: Any, value: Any) -> None:
    """x[array of indices] = value."""
    size, shape = array.size, array.shape
    places = taken(Whole(rows.array(np.arange(size).reshape(shape))), index)
    values = rows.reshape(fitted(node_of(value), places.shape), (places.size,))
    flat = rows.put(
        rows.reshape(array.node, (size,)), values, rows.reshape(places.node, (places.size,))
    )
    array.assign(Whole(rows.reshape(flat, shape)))
