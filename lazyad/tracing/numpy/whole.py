"""A whole array as the traced function sees it: NumPy's, by all that it is asked.

In: operators, indices, assignments and NumPy's functions on arrays of the target "array". Out:
Nodes of whole arrays. A room of its own because here an array is one Node; in `arrays` it is its
numbers.

What is assigned to is a variable's array, so a `Whole` holds its Node and may come to hold another.
A view knows what it is a view of: it changes with that, and that with it.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Sequence
from types import FunctionType
from typing import Any, NoReturn

import numpy as np

from lazyad import ops
from lazyad.arrays import constants, gathers, slices, sums, views, written
from lazyad.arrays.forms import broadcast, form_of, set_form, shape_of, wider
from lazyad.complexes import Complex, parts
from lazyad.graph import CONST, RAISE, Node, Op, is_const, lifted, note_indexes, shown, walk
from lazyad.operators import Operand
from lazyad.ops import _nan_max, _nan_min, add, and_, mul, ne, not_, or_
from lazyad.regions import made
from lazyad.tracing.floats import bare
from lazyad.tracing.numpy.arrays import Chosen, OneLine, OwnRules, holds_complex, items_of, refusal
from lazyad.tracing.numpy.selections import put_selected, selected
from lazyad.tracing.tables import ARRAYS, SUBSCRIPTS
from lazyad.tracing.variables import HOLDERS
from lazyad.values.errors import refused, told
from lazyad.values.origin import state
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import Form, map_leaves, structure_of

# What NumPy's functions mean on whole arrays, by the function: `whole_functions` fills it. What
# stands at None finds the meaning of others.
FUNCTIONS: dict[Any, Callable[..., Any]] = {}
_INERT = {"casting", "subok", "signature"}


class View(NamedTuple):
    """What a view is of: `get` makes its Node of that array's, and `put` that array's of its own
    Node and the view's. Where it is not `sure`, as of a reshape, NumPy may have made a copy."""

    whole: Whole
    get: Callable[[Node], Node]
    put: Callable[[Node, Node], Node]
    sure: bool = True


class _Flags(NamedTuple):
    """How an array lies in memory."""

    contiguous: bool
    c_contiguous: bool
    writeable: bool = True
    fnc: bool = False  # NumPy's np.pad asks whether it is in the order of Fortran alone


class Whole(Operand, OwnRules):
    """An array that is one Node, or a view of another. One that is `fresh` is in NumPy's C order,
    so that what it is reshaped to is a view."""

    __slots__ = ("_node", "_of", "_seen", "fresh")

    def __init__(self, node: Node, of: View | None = None, fresh: bool = False) -> None:
        self._node: Node | None = node
        self._of = of
        self._seen = of.whole.node if of else None
        self.fresh = fresh

    @property
    def node(self) -> Node:
        """What it is now."""
        if self._of is not None and (now := self._of.whole.node) is not self._seen:
            self._node, self._seen = self._of.get(now), now
        if self._node is None:
            raise refusal(
                "an array is read again, after something was assigned to another shape of it: "
                "whether that changed it depends on how it lies in memory",
                "an assignment to the array itself, or to a .copy() of it that is used from there",
            )
        return self._node

    @staticmethod
    def of(value: Any) -> Whole | None:
        """The array that a value is, if it is one."""
        try:
            return None if value is None else Whole(node_of(value))
        except (TypeError, ValueError):
            return None

    def held(self) -> tuple[Node | None, View | None]:
        """What it is, so that a side of a branch can be undone."""
        readable = self._node is not None or self._of is not None
        return self.node if readable else None, self._of

    @property
    def viewed(self) -> Whole | None:
        """What it is a view of."""
        return self._of.whole if self._of else None

    def hold(self, held: tuple[Node | None, View | None]) -> None:
        """Be what it was."""
        self._node, self._of = held
        self._seen = self._of.whole.node if self._of else None

    def assign(self, value: Any) -> None:
        """Let it be another array, as all that it is a view of is another one there."""
        own = form_of(self.node)
        node = fitted(node_of(value), own.shape)
        if own.kind != "weak" and form_of(node).kind not in ("weak", own.kind):
            node = views.astype(node, own.kind)
        if self._of is None:
            self._node = node
        elif self._of.sure:
            whole = self._of.whole
            whole.assign(Whole(self._of.put(whole.node, node)))
            self._node, self._seen = node, whole.node
        else:
            root = self._of.whole
            while root._of is not None:
                root = root._of.whole
            root._node, self._node, self._of = None, node, None

    def seen(self, get: Callable[[Node], Node], back: Callable[[Node], Node], sure: Any) -> Whole:
        """A view of all of it, where `back` undoes `get`."""
        return Whole(get(self.node), View(self, get, lambda _, part: back(part), sure))

    # -- what NumPy's arrays have

    shape = property(lambda self: shape_of(self.node))
    ndim = property(lambda self: len(self.shape))
    size = property(lambda self: int(np.prod(self.shape, dtype=int)))
    dtype = property(lambda self: np.dtype(kind_of(self.node)))
    itemsize = property(lambda self: self.dtype.itemsize)
    flags = property(lambda self: _Flags(self.fresh, self.fresh))
    strides = property(lambda self: np.empty(self.shape, self.dtype).strides)  # in C order
    nbytes = property(lambda self: self.size * self.itemsize)
    T = property(lambda self: self.transpose())
    mT = property(lambda self: self.seen(views.swapped, views.swapped, True))
    real = property(lambda self: self)
    imag = property(lambda self: np.zeros(self.shape, self.dtype))

    @property
    def flat(self) -> Whole:
        own = self.shape
        return self.seen(
            lambda node: views.reshape(node, (self.size,)),
            lambda node: views.reshape(node, own),
            True,
        )

    @property
    def stands_for(self) -> type:
        """What its type is to who asks."""
        return np.ndarray if self.ndim else float

    def __len__(self) -> int:
        if not self.ndim:
            note_indexes([self.node])  # an int that counts is static from now on
            raise TypeError("len() of unsized object")
        return shape_of(self.node)[0]

    def __iter__(self) -> Iterator[Any]:
        return iter([self[at] for at in range(len(self))])

    def __hash__(self) -> int:
        return hash(self.as_key())

    def as_key(self) -> NoReturn:
        """What it is in a dict or a set."""
        if self.ndim:
            raise TypeError("unhashable type: 'numpy.ndarray'")
        if state.session is not None:
            state.session.read_again(SUBSCRIPTS)  # it may be a key of a dict
        raise refusal(
            "a traced number was put into a set, used as a key of a dict, or hashed",
            "an int as a key, of a dict of numbers or of arrays of one shape; or a list, and ==",
        )

    def __repr__(self) -> str:
        return shown(f"<array of {self.dtype}, shape {self.shape}>")

    def __bool__(self) -> bool:
        if self.size != 1:
            what = f"the truth of a traced array of the shape {self.shape}"
            instead = "np.where(condition, a, b), or .any() and .all(), which are one number"
            raise refused(ValueError, what, instead)
        node = views.reshape(self.node, ())
        return bool(node.payload if node.op is CONST else node)

    def __float__(self) -> NoReturn:
        self._read_again()
        raise refusal(
            "float of a traced array, which would lose its tangent",
            "no float() there; and arrays that it is assigned to of np.zeros, np.full or x.copy()",
        )

    def __int__(self) -> NoReturn:
        if state.session is not None:
            state.session.read_again(SUBSCRIPTS)
        self._read_again()
        note_indexes([self.node])
        raise refusal("an int was asked of a traced array", "an argument that is static=(...)")

    __index__ = __int__

    def _read_again(self) -> None:
        """Let functions be read once more, so that plain arrays are indexed by it, or hold it."""
        if state.session is not None:
            if kind_of(self.node) in ("bool", "int64"):
                state.session.read_again(SUBSCRIPTS)
            state.session.read_again(ARRAYS)

    def index_into(self, value: Any, at: Any) -> Any:
        """value[at], where this is in the index."""
        if isinstance(value, np.ndarray):
            return Whole(node_of(value))[at]
        if at is not self or self.ndim or not (isinstance(value, (list, tuple, dict)) and value):
            return value[at]
        return _entry(value, self) if isinstance(value, dict) else _row_of(value, self)

    def as_index(self) -> Whole:
        """int(x)."""
        return Whole(views.astype(views.reshape(self.node, ()), "int64"))

    def __array__(self, *_: Any, **__: Any) -> NoReturn:
        self._read_again()
        raise refusal(
            "a traced array was made one of plain numbers",
            "NumPy's functions, which take it as it is; and np.array(a), in the function itself, "
            "of a plain array that is to hold it",
        )

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # somebody asks if there is such a thing
            raise AttributeError(f"'numpy.ndarray' object has no attribute {name!r}")
        named = getattr(np, name, Whole)
        if isinstance(named, type) or named not in FUNCTIONS:
            what = f".{name} of a traced array"
            instead = "operators, and NumPy's functions that have a meaning on whole arrays"
            raise refused(AttributeError, what, instead)
        return lambda *args, **kwargs: called(named, f".{name}", (self, *args), kwargs)

    def astype(self, dtype: Any, *_: Any, copy: Any = True, **__: Any) -> Any:
        if np.dtype(dtype) == complex:
            return Whole.complex_kind(self.copy(), 0.0)
        kind = constants.kind_of(np.dtype(dtype))
        if kind == kind_of(self.node) and not copy:
            return self
        return Whole(views.astype(self.node, kind))

    def copy(self, order: str = "C") -> Whole:
        return Whole(self.node, None, order == "C")

    def flatten(self, order: str = "C") -> Whole:
        return Whole(FUNCTIONS[np.ravel](self, order).node, None, True)

    def conj(self) -> Whole:
        return self

    def item(self, *at: Any) -> Any:
        if len(at) == 1 and not isinstance(at[0], tuple):  # counted through all axes
            return self.flat[at[0]]
        return self[at[0] if len(at) == 1 else at] if at else Whole(views.reshape(self.node, ()))

    def _row(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        """What a function of `lazyad.plain.layers` is of rows."""
        return within(FUNCTIONS[function], self, *args, **kwargs)

    def tolist(self) -> Any:
        return [row.tolist() for row in self] if self.ndim else self

    def fill(self, value: Any) -> None:
        self.assign(value)

    def sort(self, axis: int = -1, **_: Any) -> None:
        self.assign(FUNCTIONS[np.sort](self, axis))

    def partition(self, kth: Any, axis: int = -1, **_: Any) -> None:
        self.sort(axis)

    def resize(self, *_: Any, **__: Any) -> NoReturn:
        raise refusal(".resize of an array, which changes its shape", "x = np.resize(x, shape)")

    def compress(self, condition: Any, axis: int | None = None) -> Any:
        return FUNCTIONS[np.compress](condition, self, axis)

    def view(self, dtype: Any = None) -> Whole:
        if dtype not in (None, self.dtype):
            raise refusal(f".view of a traced array as {np.dtype(dtype)}", "x.astype(...)")
        return self.seen(lambda node: node, lambda node: node, True)

    # -- arithmetic

    def apply(self, op: Op, args: Sequence[Any]) -> Any:
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

    def __xor__(self, other: Any) -> Any:
        return called(np.bitwise_xor, "^", (self, other), {})

    __rxor__ = __xor__

    def __lshift__(self, other: Any) -> Any:
        return called(np.left_shift, "<<", (self, other), {})

    def __rlshift__(self, other: Any) -> Any:
        return called(np.left_shift, "<<", (other, self), {})

    def __rshift__(self, other: Any) -> Any:
        return called(np.right_shift, ">>", (self, other), {})

    def __rrshift__(self, other: Any) -> Any:
        return called(np.right_shift, ">>", (other, self), {})

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


def _in_place(name: str) -> Callable[[Whole, Any], Whole]:
    change = getattr(operator, name)

    def method(self: Whole, other: Any) -> Whole:
        result: Whole = change(Whole(self.node), other)
        if not self.shape and self._of is None:  # a number, which other names have as well
            return result
        kinds = kind_of(self.node), kind_of(result.node)
        if kinds[0] in ("bool", "int64") and kinds[1].startswith("float"):
            what = f"an array of {kinds[0]} was to become one of {kinds[1]} in place"
            raise refusal(what, "x = x + y, a new array, or one made of floats")
        self.assign(result)
        return self

    return method


for _name in ("add sub mul truediv floordiv mod pow matmul and_ or_ xor lshift rshift").split():
    setattr(Whole, f"__i{_name.rstrip('_')}__", _in_place(_name))
HOLDERS.add(Whole)


# ---------------------------------------------------------------------------------- calls


def within(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """The call, every Node of which was made on its line."""
    with OneLine():
        try:
            return function(*args, **kwargs)
        except TypeError as error:
            _, unknown, keyword = str(error).partition("unexpected keyword argument ")
            if not unknown:
                raise
            what = f"the keyword {keyword} has no meaning on whole arrays"
            raise refusal(what, "a call without it, and other functions of NumPy's") from None


def called(function: Any, name: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
    """A function of NumPy's, by its meaning on whole arrays."""
    if any(map(holds_complex, args)):
        return within(Whole.complex_kind.called, function, args, kwargs)
    known = FUNCTIONS.get(function)
    if isinstance(function, tuple) and function[1] == "outer":
        first, second = [Whole(node_of(arg)) for arg in args]
        args = reshaped(first, (*first.shape, *(1,) * second.ndim)), second
        known = FUNCTIONS.get(function[0])
    known = known or FUNCTIONS[None](function)
    if known is None:
        what = f"{name} has no meaning on whole arrays yet"
        instead = "the functions of NumPy that have one; or target='python', of an array's numbers"
        raise refusal(what, instead)
    out = kwargs.pop("out", None)
    if isinstance(function, np.ufunc) and len(args) > function.nin:  # out, by its place
        args, out = args[: function.nin], args[function.nin]
    chosen = kwargs.pop("where", True) if isinstance(function, np.ufunc) else True
    kwargs = {
        key: value
        for key, value in kwargs.items()
        if key not in _INERT and value is not np._NoValue
    }
    dtype = kwargs.pop("dtype", None)
    if dtype is not None and args and isinstance(args[0], Whole):
        args = (args[0].astype(dtype, copy=False), *args[1:])
    with OneLine():
        result = within(known, *args, **kwargs)
        result = result if dtype is None else result.astype(dtype, copy=False)
        out = out[0] if isinstance(out, tuple) else out
        if chosen is not True:
            result = FUNCTIONS[np.where](chosen, result, np.nan if out is None else out)
        if out is None:
            return result
        if not isinstance(out, Whole):
            if state.session is not None:
                state.session.read_again(ARRAYS)
            what = "an array of plain numbers was to hold traced ones"
            raise refusal(what, "np.array(a) of it, made in the function itself")
        out.assign(result)
        return out


def node_of(value: Any) -> Node:
    """The Node of an array or a number; a list may hold several."""
    value = bare(value)
    if isinstance(value, Whole):
        return value.node
    if isinstance(value, Node):
        return value
    if isinstance(value, (list, tuple)):
        if not holds_whole(value):
            return constants.array(np.asarray(value))
        parts = [node_of(part) for part in value]
        if any(kind_of(part) == "int64" for part in parts):  # and a plain int beside it
            pairs = zip(value, parts, strict=True)
            parts = [_int_array(one) if type(one) is int else part for one, part in pairs]
        if len({shape_of(part) for part in parts}) > 1:
            shapes = ", ".join([str(shape_of(part)) for part in parts])
            raise refusal(f"a list of arrays of the shapes {shapes}", "arrays of one shape")
        return slices.stack(parts, -1 - len(shape_of(parts[0])))
    if isinstance(value, (np.ndarray, np.generic)):
        if value.dtype.kind not in "fiub":
            raise refusal(f"a traced array met one of {value.dtype}", "floats, ints or bools")
        return constants.array(np.asarray(value, value.dtype))
    if isinstance(value, Chosen):
        what = "the elements that a traced mask selects, of which nobody knows how many there are"
        raise refusal(what, "np.where(mask, x, 0.0); or their sum, mean or extreme")
    if isinstance(value, OwnRules):  # a spectrum
        what = "an array of complex numbers where one of real numbers is needed"
        raise refusal(what, "its .real and .imag, or np.abs of it")
    return lifted(value)


def _int_array(value: int) -> Node:
    """The int as an array, whose kind is not weak."""
    return made(constants.ARRAY, (), constants.Constant(np.array(value)))


def seen(value: Any) -> Any:
    """An array of constants as the formulas of complex numbers take it."""
    if not isinstance(value, (np.ndarray, list, tuple)):
        return value
    if not holds_complex(value):
        return Whole(node_of(value))
    if isinstance(value, np.ndarray):
        return Whole.complex_kind(Whole(node_of(value.real)), Whole(node_of(value.imag)))
    return np.stack([Whole.complex_kind(*parts(seen(one))) for one in value])


_SCOPE: dict[str, Any] = {"np": np}  # what the texts of rows call
_SCOPE |= {
    name: FunctionType(one.__code__, _SCOPE)
    for name, one in vars(written).items()
    if isinstance(one, FunctionType)
}


def constant_of(value: Any) -> Any:
    """The plain array that a whole one is, if it is made of fixed ones."""
    if not isinstance(value, Whole):
        return value
    found: dict[Node, Any] = {}
    for node in walk([value.node]):
        args = [found[arg] for arg in node.args]
        if node.op is CONST:
            found[node] = node.payload
        elif node.op is constants.ARRAY:
            found[node] = node.payload.array
        elif node.op is constants.FULL:
            found[node] = np.full(*node.payload)
        elif node.op.array is None and args and not node.op.leaf:
            found[node] = np.vectorize(node.op, otypes="d")(*args)
        elif args and node.op.array is not None and node.op.array.spell:
            names = {f"x{at}": arg for at, arg in enumerate(args)}
            text = node.op.array.spell(node).format(*names)
            found[node] = eval(text, _SCOPE, names)
        else:
            return value
    return found[value.node]


def _are_alike(values: Sequence[Any]) -> bool:
    """Whether they are numbers or arrays of one shape."""
    arrays = (Whole, np.ndarray, int, float)
    return all(isinstance(one, arrays) for one in values) and len({*map(np.shape, values)}) == 1


def _row_of(rows: Any, at: Whole) -> Any:
    """What stands there in a list of numbers, of arrays, or of lists of such."""
    if _are_alike(rows):
        return Whole(node_of(rows))[at]
    kinds = {(type(row), len(row)) for row in rows if type(row) in (list, tuple)}
    if len(kinds) != 1 or not all(type(row) in (list, tuple) for row in rows):
        return rows[at]
    kind = type(rows[0])
    return kind([_row_of(column, at) for column in zip(*rows, strict=True)])


def _entry(entries: dict[Any, Any], key: Whole) -> Any:
    """What a dict of ints has for one; it raises where there is none."""
    if not all(isinstance(one, (int, float)) for one in entries):
        return entries[key]
    there = applied(ops.eq, [key, np.array([*map(float, entries)])])
    found = _row_of([*entries.values()], FUNCTIONS[np.argmax](there))
    missing = Node(RAISE, (), (KeyError, "a traced number is no key of a dict"))
    known = FUNCTIONS[np.any](there).node
    return map_leaves(
        lambda one: Whole(ops.where(known, node_of(one), missing)), structure_of(found, False)
    )


def holds_whole(value: Any) -> bool:
    """Whether a traced array is in nested lists and tuples."""
    if isinstance(value, (list, tuple)):
        return any(map(holds_whole, value))
    return isinstance(value, (Whole, Node, Complex))


def kind_of(node: Node) -> str:
    kind: str = form_of(node).kind
    return "float64" if kind == "weak" else kind


def applied(op: Op, args: Sequence[Any]) -> Any:
    """The Node of an elementwise op."""
    if any(map(holds_complex, args)):
        return Operand.of_complex(op, [*map(seen, args)])
    values = args[1:] if op.lazy else args
    if not op.condition and not all(map(_is_truth, values)):
        values = [int(arg) if type(arg) is bool else arg for arg in values]
        args = [*args[: len(args) - len(values)], *values]
    nodes = [node_of(arg) for arg in args]
    if any(map(_widens, args)):
        nodes = [views.astype(x, "float64") if form_of(x).kind == "float32" else x for x in nodes]
    kinds = [form_of(node).kind for node in nodes]
    if op is ne and kinds[0] == "bool" and is_const(nodes[1], 0.0):
        return Whole(nodes[0])
    if op in (and_, or_, not_) and not {"bool"}.issuperset(kinds):
        raise refusal(f"{op.name} of numbers", "np.logical_and, or a comparison on either side")
    if "bool" in kinds and not op.condition and not op.lazy:
        if {"bool"}.issuperset(kinds) and op in _OF_MASKS:
            return applied(_OF_MASKS[op], args)
        kind = _counted_as(args, kinds)
        pairs = zip(nodes, kinds, strict=True)
        nodes = [views.astype(node, kind) if own == "bool" else node for node, own in pairs]
        kinds = [form_of(node).kind for node in nodes]
    if op.lazy and all(type(arg) is int for arg in args[1:]):
        kinds.append("int64")
    elif not op.condition and any(type(arg) is float for arg in args) and "int64" in kinds:
        nodes = [views.astype(x, "float64") if form_of(x).kind == "int64" else x for x in nodes]
        kinds = [form_of(node).kind for node in nodes]
    if "int64" in kinds:  # an index stays one
        nodes = [
            _int_array(arg) if type(arg) is int else node
            for arg, node in zip(args, nodes, strict=True)
        ]
    broadcast([shape_of(node) for node in nodes])
    return Whole(made(op, nodes, None))


def _is_truth(arg: Any) -> bool:
    if isinstance(arg, (Whole, Node)):
        return kind_of(node_of(arg)) == "bool"
    return isinstance(arg, bool) or getattr(getattr(arg, "dtype", None), "kind", "") == "b"


def _widens(arg: Any) -> bool:
    """Whether it is a number of NumPy's beside which float32 becomes float64; Python's is none."""
    return isinstance(arg, (np.generic, np.ndarray)) and not arg.shape and arg.dtype == np.float64


def _counted_as(args: Sequence[Any], kinds: Sequence[str]) -> str:
    """The kind of number as which conditions count beside others: whole beside whole ones."""
    others = [arg for arg, kind in zip(args, kinds, strict=True) if kind != "bool"]
    if others and all(type(arg) is int for arg in others):
        return "int64"
    kind = wider(kind for kind in kinds if kind != "bool") if others else "float64"
    return "float64" if kind == "weak" else kind


# What NumPy's arithmetic of masks is.
_OF_MASKS = {mul: and_, add: or_, _nan_max: or_, _nan_min: and_}


def fitted(node: Node, shape: tuple[int, ...]) -> Node:
    """The array spread to that shape; it may have more axes of one element in front."""
    own = shape_of(node)
    inner = own[max(0, len(own) - len(shape)) :]
    if math.prod(own) != math.prod(inner) or broadcast([inner, shape]) != shape:
        what = f"an array of the shape {own} where one of {shape} is needed"
        raise refused(ValueError, what, "one that broadcasts to it")
    if len(own) > len(shape):
        node = views.reshape(node, inner)
    return sums.broadcast_to(node, shape)


def given_as(node: Node, form: Form) -> Whole:
    """An argument of the traced function."""
    return Whole(set_form(node, form))


# ---------------------------------------------------------------------------------- indices


def steps_of(index: Any, rank: int) -> list[Any]:
    """The index step by step, one for each axis and None for each new one."""
    steps = [_listed(step) for step in items_of(index)]
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
    if isinstance(step, (list, tuple)) and holds_whole(step):
        step = Whole(node_of(step))
    elif isinstance(step, (list, tuple, range)):
        step = np.array(step) if step else np.array(step, int)
    if isinstance(step, np.ndarray) and step.shape == () and step.dtype.kind in "iu":
        return int(step)
    if isinstance(step, (bool, np.bool_)):
        raise refusal("an index that is True or False", "x[None], or np.where(condition, x, y)")
    if step is None or step is Ellipsis or isinstance(step, slice) or is_index_array(step):
        return step
    if not hasattr(type(step), "__index__"):
        what = f"an index that is {told(step)}"
        raise refusal(what, "an int, a slice, or an array of ints or of bools")
    return operator.index(step)


def _axes(step: Any) -> int:
    if step is None or step is Ellipsis:
        return 0
    return step.ndim if is_index_array(step) and step.dtype == bool else 1


def basic_items(
    steps: Sequence[Any], shape: tuple[int, ...]
) -> tuple[slices.Items, tuple[int, ...]]:
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
    """x[index]: a view by ints, also traced, and slices; elements by arrays of ints and bools."""
    shape = array.shape
    steps = _without_masks(steps_of(index, len(shape)), shape)
    if any(map(is_mask, steps)):
        return selected(array, steps)
    if not any(map(is_index_array, steps)):
        found = part_of(array, steps)
        number = not found.shape and all(type(step) is int for step in steps)
        number = number and not any(step is Ellipsis for step in items_of(index))
        return Whole(found.node) if number else found
    node = _elements(array, steps)
    if not shape_of(node) or any(step.ndim for step in steps if is_index_array(step)):
        return Whole(node)

    def put(node: Node, part: Node) -> Node:
        changed = Whole(node)
        _put_at(changed, index, part)
        return changed.node

    return Whole(node, View(array, lambda node: _elements(Whole(node), steps), put))


def _elements(array: Whole, steps: list[Any]) -> Node:
    """Those at arrays of ints."""
    if any(step is None for step in steps):  # first a view with these axes, then the rest
        array = part_of(array, [step if step is None else slice(None) for step in steps])
        steps = [slice(None) if step is None else step for step in steps]
    if any(type(step) is int for step in steps):  # they are indices like the others
        steps = [np.array(step) if type(step) is int else step for step in steps]
    items, turned = basic_items(steps, array.shape)
    return _gathered(slices.cut(views.flip(array.node, turned), items), steps)


def is_index_array(step: Any) -> bool:
    return isinstance(step, (np.ndarray, Whole))


def is_mask(step: Any) -> bool:
    return isinstance(step, Whole) and kind_of(step.node) == "bool"


def part_of(array: Whole, steps: Sequence[Any]) -> Whole:
    """The view that ints and slices say."""
    items, turned = basic_items(steps, array.shape)

    def get(node: Node) -> Node:
        return slices.cut(views.flip(node, turned), items)

    def put(node: Node, part: Node) -> Node:
        if all(item is None for item in items):
            return views.flip(part, turned)
        return views.flip(slices.update(views.flip(node, turned), part, items), turned)

    found = Whole(get(array.node), View(array, get, put))
    if not any(step is None for step in steps):
        return found
    shape, left = [], [*found.shape]
    for step in steps:
        if not isinstance(step, int):
            shape.append(1 if step is None else left.pop(0))
    return reshaped(found, tuple(shape))


def reshaped(array: Whole, shape: tuple[int, ...]) -> Whole:
    """The view of another shape; where only axes of one element differ, NumPy makes no copy."""
    own = array.shape
    same = [n for n in own if n != 1] == [n for n in shape if n != 1]
    return array.seen(
        lambda node: views.reshape(node, shape),
        lambda node: views.reshape(node, own),
        same or array.fresh,
    )


def _without_masks(steps: list[Any], shape: tuple[int, ...]) -> list[Any]:
    """A mask of constants is the indices where it holds."""
    found: list[Any] = []
    left = [*shape]
    for step in steps:
        if step is None:
            found.append(None)
            continue
        mask = isinstance(step, np.ndarray) and step.dtype == bool
        own = [left.pop(0) for _ in range(_axes(step))]
        if mask and [*step.shape] != own:
            what = f"a mask of the shape {step.shape} as an index of axes of {tuple(own)}"
            raise refused(IndexError, what, "a mask of their shape")
        found += [*np.nonzero(step)] if mask else [step]
    return found


def _gathered(node: Node, steps: Sequence[Any]) -> Node:
    """The elements at arrays of indices, which NumPy broadcasts: one index into the axes as one."""
    places = [at for at, step in enumerate(steps) if isinstance(step, (np.ndarray, Whole))]
    beside = places == [*range(places[0], places[-1] + 1)]
    if not beside:  # the axes come first
        rest = [at for at in range(len(steps)) if at not in places]
        node = views.permute(node, [at - len(steps) for at in (*places, *rest)])
        places = [*range(len(places))]
        steps = [s for s in steps if isinstance(s, (np.ndarray, Whole))]
        steps = [*steps, *[slice(None)] * len(rest)]
    shape = shape_of(node)
    first, last = places[0], places[-1] + 1
    index = _one_index([steps[at] for at in places], shape[first:last])
    size = int(np.prod(shape[first:last], dtype=int))
    node = views.reshape(node, (*shape[:first], size, *shape[last:]))
    return gathers.gather(node, index, last - len(shape) - 1)


def _one_index(indices: Sequence[Any], sizes: Sequence[int]) -> Node:
    """The index into several axes as one; each may count from the end."""
    pairs = [*zip(indices, sizes, strict=True)]
    for index, size in pairs:
        known = isinstance(index, np.ndarray) and index.size
        if known and (index.min() < -size or index.max() >= size):
            raise IndexError(f"index {index.max()} is out of bounds for an axis with size {size}")
    if len(indices) == 1:
        return _counted(indices[0])
    if all(isinstance(index, np.ndarray) for index in indices):
        places = [np.where(index < 0, index + size, index) for index, size in pairs]
        place = np.ravel_multi_index([*np.broadcast_arrays(*places)], [*sizes])
        return constants.array(np.asarray(place))
    found = [Whole(_counted(index)) for index in indices]
    counted = [FUNCTIONS[np.where](at < 0, at + n, at) for at, n in zip(found, sizes, strict=True)]
    return made(gathers.RAVEL_INDEX, [one.node for one in counted], tuple(sizes))


def _counted(index: Any) -> Node:
    """An index as an array of ints: a number that rounds count is one of floats."""
    node = node_of(index)
    if not kind_of(node).startswith("float"):
        return node
    if state.session is None or not state.session.wholes.counts(node):
        raise refusal(
            "an index that is an array of floats", "np.argmax, np.searchsorted, or an int"
        )
    return views.astype(node, "int64")


def put_into(array: Whole, index: Any, value: Any) -> None:
    """x[index] = value."""
    steps = _without_masks(steps_of(index, array.ndim), array.shape)
    if any(map(is_mask, steps)):
        put_selected(array, steps, value)
    elif any(map(is_index_array, steps)):
        _put_at(array, index, value)
    else:
        part_of(array, steps).assign(value)


def places_of(array: Whole, index: Any, value: Any) -> tuple[Node, Node]:
    """The values, each in a row, and where among all elements each belongs."""
    places = taken(Whole(constants.array(np.arange(array.size).reshape(array.shape))), index)
    values = fitted(node_of(value), places.shape)
    return tuple([views.reshape(one, (places.size,)) for one in (values, places.node)])  # type: ignore


def _put_at(array: Whole, index: Any, value: Any) -> None:
    """x[array of indices] = value."""
    values, places = places_of(array, index, value)
    flat = gathers.put(views.reshape(array.node, (array.size,)), values, places)
    array.assign(Whole(views.reshape(flat, array.shape)))
