"""NumPy's arrays of traced values: what holds them, what makes them, how NumPy's calls reach them.

In: NumPy's functions, called on Nodes and Duals and on Arrays of them. Out: the Nodes that a loop
over the elements would have built. A room of its own because it is imported only where NumPy is in
use; `ufuncs` and `array_functions` say what each of NumPy's names means.
"""

from __future__ import annotations

import builtins
import math
import operator
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial, wraps
from numbers import Number
from operator import is_
from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from lazyad import graph
from lazyad.complexes import Complex, complex_of, is_complex
from lazyad.graph import OPS, Node, Op, lifted, note_indexes
from lazyad.operators import Operand
from lazyad.ops import ceil
from lazyad.tracing.control.optionals import where_known
from lazyad.tracing.floats import OF_NUMPY, STAND_INS, STANDING, StandIn, Traced, python_number
from lazyad.tracing.tables import ARRAYS, holds_traced
from lazyad.tracing.variables import CONTAINERS
from lazyad.values.errors import refused
from lazyad.values.libraries import public_name
from lazyad.values.origin import by_numpy, here, is_foreign, is_ours, rules, state
from lazyad.values.structure import leaves


class OneLine:
    """Every Node of a NumPy call was made on the line of the call, which is looked for once, and
    is computed by NumPy's rules."""

    def __enter__(self) -> None:
        self._before = state.origin
        if state.origin is None and not state.transforming:
            state.origin = here(True, state.session and state.session.look)

    def __exit__(self, *_: object) -> None:
        state.origin = self._before


# The error for what NumPy can do and a traced value cannot.
refusal = partial(refused, TypeError)


def refuse_points(name: str, args: Iterable[Any]) -> None:
    """Refuse what NumPy does with the elements of an array where the array is one number at many
    points: there a sum would be that of one number, and come back as it went in."""
    if not state.pointwise or state.origin is not None:  # inside of a call that was looked at
        return
    if any(isinstance(arg, Operand) or (type(arg) is Array and not arg.ndim) for arg in args):
        raise refusal(
            f"{name} of an argument, which is one number at many points in the target 'numpy'",
            f"the target 'python', where an array has elements; or {name} outside of what is "
            "compiled",
        )


# ---------------------------------------------------------------------------------- the Array


# Where NumPy's calls and indexes have their meanings: given by the room, which knows all its files.
meanings: Any = None


class OwnRules:
    """What knows better than an array of numbers what NumPy's functions make of it."""

    __slots__ = ()


class Part:
    """What is a view to NumPy, and has memory of its own here: a part of complex numbers, a row
    that a traced number names. What is assigned to one is assigned to the other."""

    def __init__(self, whole: Array, take: Callable[[], Any], put: Callable[..., None]) -> None:
        self.whole, self._take, self._put = whole, take, put
        self.taken = take()
        if isinstance(self.taken, Array):  # and no number
            self.taken._part = self
            self._memory, self._then = base(self.taken), self._of_whole()

    def _of_whole(self) -> list[Any]:
        found: list[Any] = objects(self.whole).ravel().tolist()
        return found

    def reach(self, array: Any) -> bool:
        """Whether the array is in this memory, and no copy; it then holds what the whole does."""
        if not np.may_share_memory(self._memory, np.asarray(array)):
            return False
        now = self._of_whole()
        if not all(map(is_, now, self._then)):
            self._memory[...], self._then = base(self._take()), now
        return True

    def put(self, assign: Callable[[], None]) -> None:
        """Assign to this memory, and to the whole what that changes."""
        before = self._memory.copy()
        assign()
        pairs = zip(self._memory.flat, before.flat, strict=True)
        changed = np.array([now is not then for now, then in pairs]).reshape(before.shape)
        self._put(self._memory.view(Array), changed)
        self._then = self._of_whole()


def _knows_better(item: Any) -> bool:
    """Whether it has rules of its own for NumPy's functions: a Series keeps its labels."""
    if isinstance(item, OwnRules):
        return True
    own = getattr(type(item), "__array_ufunc__", None) is not None
    return own and not isinstance(item, (np.ndarray, np.generic, Operand))


class Seen(np.ndarray[Any, Any]):
    """An array as a trace sees it: NumPy hands its functions over, and their results are seen too.

    By itself one of ints or whatever else is no float64, in NumPy's own memory: it indexes, and its
    product with a float is an Array.
    """

    _part: Part | None = None  # it is seen in another's memory, as NumPy's views are

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        inputs = tuple(map(where_known, inputs))
        if any(map(_knows_better, inputs)):
            return NotImplemented
        found = meanings().ufuncs.call(ufunc, method, inputs, options)
        return found if type(self) in _PLAIN else _like_users(self, found)

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        if any(issubclass(kind, OwnRules) for kind in types):
            return NotImplemented
        return meanings().functions.call(function, args, kwargs)

    def __getitem__(self, index: Any) -> Any:
        if self._part is not None:
            self._part.reach(self)
        if type(index) not in (int, slice):
            index = _index(index)
            if _is_chosen(index):
                array = self if isinstance(self, Array) else as_array(self)
                with rules(numpy=True):  # what it takes is a number of NumPy's
                    found = meanings().selections.chosen(array, index)
                if array is not self and isinstance(found, Array):
                    found.flags.writeable = False  # it may be a view, and self holds nothing traced
                return found
        found = super().__getitem__(index)
        if isinstance(found, Node):
            return _of_numpy(found) if isinstance(self, Array) else found
        # An element divides and is asked for its dtype as one of NumPy's is.
        own = _OF_NUMPY.get(type(found))
        if own is not None:
            return own(found)
        if isinstance(found, Array) and not found.size and self.dtype == bool:
            return np.zeros(found.shape, bool)  # no element says that it is a mask
        return found

    def __setitem__(self, index: Any, value: Any) -> None:
        if _is_chosen(_index(index)):
            what = f"an array of {self.dtype} was assigned where a traced value says"
            raise refusal(what, "an array of float64, as of np.zeros(n) or x.astype(float)")
        super().__setitem__(index, value)

    def __pow__(self, other: Any) -> Any:  # type: ignore[override]
        by_numpy = {-1.0: np.reciprocal, 0.5: np.sqrt, 2.0: np.square}
        if self.dtype == float and type(other) in (int, float) and other in by_numpy:
            return by_numpy[other](self)
        return np.power(self, other)

    def astype(  # type: ignore[override]
        self, dtype: Any, order: Any = "K", *_: Any, copy: bool = True, **inert: Any
    ) -> Any:
        return _cast(self.copy(order) if copy else self, dtype)

    def clip(self, min: Any = None, max: Any = None, out: Any = None, **options: Any) -> Any:
        return np.clip(self, min, max, out, **options)

    def compress(self, condition: Any, *args: Any, **kwargs: Any) -> Any:
        return np.compress(condition, self, *args, **kwargs)

    def sort(self, *args: Any, **kwargs: Any) -> None:
        self[...] = np.sort(self, *args, **kwargs)

    def partition(self, *args: Any, **kwargs: Any) -> None:
        self[...] = np.partition(self, *args, **kwargs)


_FLOAT, _COMPLEX, _BOOL = map(np.dtype, (float, complex, bool))
_OF_NUMPY = {float: np.float64, complex: np.complex128}


class Array(Seen):
    """An ndarray of Nodes, Duals and plain floats and bools; or of complex numbers alone.

    NumPy's C code and pandas see objects; everybody else reads the dtype of the values they stand
    for.
    """

    def __new__(cls, shape: Any, dtype: Any = float, buffer: Any = None) -> Any:
        """np.ndarray(shape, dtype, buffer) of a class that extends it."""
        made: Any = as_array(np.zeros(shape) if buffer is None else buffer).reshape(-1)
        size = np.zeros(shape, bool).size
        return _cast(made[:size], dtype).reshape(shape).view(cls)

    @property
    def dtype(self) -> np.dtype[Any]:
        if sys._getframe(1).f_globals.get("__name__", "").startswith("pandas."):
            return np.dtype(object)  # it keeps what it may not convert
        if self._part is not None:
            self._part.reach(self)
        if self.size == 0:
            return _FLOAT
        first = self.item(0)
        if type(first) is not float and is_complex(first):
            return _COMPLEX
        # Of numbers, as nearly all are, the first is none.
        conditions = is_condition(first) and all(map(is_condition, self.ravel().tolist()))
        return _BOOL if conditions else _FLOAT

    def __array_finalize__(self, made_of: Any) -> None:
        if getattr(made_of, "_part", None) is not None:
            self._part = made_of._part

    @property
    def viewed(self) -> Array | None:
        """The array of complex numbers that it is a part of."""
        return None if self._part is None else self._part.whole

    def _part_named(self, name: str) -> Any:
        def put(part: Array, _: Any) -> None:
            self[...] = complex_sum(*((part, self.imag) if name == "real" else (self.real, part)))

        def take() -> Any:
            return as_array(elementwise(lambda z: getattr(z, name), [self]))

        return Part(self, take, put).taken

    def _put_part(self, index: Any, new: Any) -> None:
        """Assign to what is seen in another's memory, and to that."""
        part, assign = self._part, partial(super().__setitem__, index, new)
        if part is not None and part.reach(self):
            part.put(assign)
        else:
            assign()

    def fill(self, value: Any) -> None:
        self[...] = value

    def _real(self) -> Any:
        return self._part_named("real") if _holds_complex(self) else self

    def _imag(self) -> Any:
        return self._part_named("imag") if _holds_complex(self) else np.zeros(self.shape)

    def _put_real(self, value: Any) -> None:
        self[...] = complex_sum(value, self.imag) if _holds_complex(self) else value

    def _put_imag(self, value: Any) -> None:
        if not _holds_complex(self):
            raise TypeError("array does not have imaginary part to set")  # as NumPy's
        self[...] = complex_sum(self.real, value)

    real: Any = property(_real, _put_real)
    imag: Any = property(_imag, _put_imag)

    def __setitem__(self, index: Any, value: Any) -> None:
        index = _index(index)
        if not self.flags.writeable:
            what = "an array that is read-only, as one of whole numbers is, was assigned to"
            instead = "a copy: x.astype(int).copy(), which holds whatever is assigned to it"
            raise refusal(what, instead)
        if _is_chosen(index):
            chosen = self if self._part is None else as_array(objects(self).copy())
            with OneLine():
                meanings().selections.assign(chosen, index, value)
            if chosen is not self:
                self[...] = chosen
            return
        new = objects(value)
        if _holds_complex(self):
            new = _complexes(new)
        elif _holds_complex(new):
            what = "a complex number was assigned to an element of an array of real numbers"
            raise refusal(what, "an array made with dtype=complex, or the number's .real")
        put = super().__setitem__ if self._part is None else self._put_part
        if new.size == 1:
            put(index, new.item())
            return
        whole = items_of(index)
        if not any(item is ... for item in whole):
            whole = (*whole, ...)  # or an int would make the whole array one element
        put(whole, new)

    def view(self, dtype: Any = None, type: Any = None) -> Any:
        """The same elements again; of another dtype where none of them is traced."""
        kinds = [Array if kind is NDArray else kind for kind in (dtype, type) if kind is not None]
        if all(isinstance(kind, builtins.type) and issubclass(kind, np.ndarray) for kind in kinds):
            return super().view(*kinds)
        return self[...] if np.dtype(dtype) == self.dtype else self._bytes("view")(dtype)

    def item(self, *at: Any) -> Any:
        """As Python's number, where the traced function asks for it."""
        found = super().item(*at)
        return found if is_ours(sys._getframe(1)) else python_number(found)

    def tolist(self) -> Any:
        """The same of all elements."""
        found = super().tolist()
        return found if is_ours(sys._getframe(1)) else mapped(python_number, found)

    def _bytes(self, name: str) -> Any:
        """What reads the memory of the array, which holds no floats but objects."""
        if is_traced(self):
            raise refusal(f"{name} of an array of traced values", "the values, by x.tolist()")
        return getattr(numbers(self), name)

    def __repr__(self) -> str:
        return repr(np.asarray(self)).replace("array(", "Array(", 1)

    def __str__(self) -> str:
        return str(np.asarray(self) if is_traced(self) else numbers(self))


_PLAIN = {Array, Seen, Traced}


def _like_users(one: Any, found: Any) -> Any:
    """The result as an array of the user's class, which is told what it comes from."""
    if not (isinstance(one, Array) and isinstance(found, Array)) or isinstance(found, type(one)):
        return found
    made = found.view(type(one))
    made.__array_finalize__(one)
    return made


def _of_numpy(element: Node) -> Any:
    """The element as a number of NumPy's, in the trace of a function that put a float there."""
    if state.session is None or by_numpy(element.origin) or is_condition(element):
        return element
    with rules(numpy=True):
        return OPS["pos"](element)


def _method(name: str) -> Callable[..., Any]:
    def method(self: Seen, *args: Any, **kwargs: Any) -> Any:
        return getattr(np, name)(self, *args, **kwargs)

    return method


# ndarray would run these in C on the objects, and ask a condition whether it holds.
for _name in (
    "sum prod mean std var min max ptp any all round dot trace cumsum cumprod "
    "argmin argmax argsort argpartition choose searchsorted nonzero"
).split():
    setattr(Seen, _name, _method(_name))

for _name in "byteswap ctypes data getfield setfield tobytes tofile __dlpack__".split():
    setattr(Array, _name, property(partial(Array._bytes, name=_name)))

# What a number answers for NumPy's scalar, which it may stand for, by its array of no dimensions.
# The first depend on how many numbers there are.
_OF_SHAPE = frozenset(
    "T flat flatten nbytes ndim ravel repeat reshape shape size squeeze strides "
    "swapaxes take transpose".split()
)
_SCALARS = _OF_SHAPE | set(
    "all any argmax argmin argsort astype clip conj copy cumprod cumsum device dtype item itemsize "
    "max mean min prod round searchsorted std sum tolist var".split()
)


def _attribute(self: Operand, name: str) -> Any:
    if name in _SCALARS:
        if name in _OF_SHAPE and not is_foreign(sys._getframe(1)):
            refuse_points(f".{name}", [self])
        found = getattr(as_array(self), name)
        if name in ("item", "tolist"):
            return lambda *a: python_number(found(*a))
        return _bare(found) if not callable(found) else lambda *a, **k: _bare(found(*a, **k))
    if hasattr(np.float64, name) and not name.startswith("__"):
        what = f".{name} was asked of a traced number"
        instead = "arithmetic on it, and the methods of a scalar that return numbers"
        raise refused(AttributeError, what, instead)
    raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


def _bare(found: Any) -> Any:
    return found.item() if isinstance(found, np.ndarray) and found.ndim == 0 else viewed(found)


def _subscript(self: Traced, index: Any) -> Any:
    """x[mask] of a scalar of NumPy's, which a mask without dimensions selects, or not."""
    if not by_numpy(self.origin):
        raise TypeError("'Node' object is not subscriptable")
    return array_of([self], ())[index]


setattr(Traced, "__getitem__", _subscript)  # noqa: B010
setattr(Traced, "__iter__", None)  # noqa: B010  # all the same
Operand.__array_ufunc__ = Array.__array_ufunc__  # type: ignore[attr-defined]
Operand.__array_function__ = Array.__array_function__  # type: ignore[attr-defined]
Operand.__getattr__ = _attribute  # type: ignore[attr-defined]


class Chosen(NDArrayOperatorsMixin, OwnRules):
    """What a traced mask selects, and where: its length is not known until it is `decided` (see
    `selections`)."""

    changed_in_place = True  # so that a side of a branch can be undone
    decided: Callable[..., Any]

    def __init_subclass__(cls) -> None:
        STANDING[cls] = np.ndarray  # to isinstance and type

    def __len__(self) -> int:
        return len(self.decided("the length"))

    def __iter__(self) -> Iterator[Any]:
        return iter(self.decided("the elements one by one"))

    def __bool__(self) -> bool:
        return bool(self.decided("the truth"))

    def __float__(self) -> float:
        return float(self.decided("the number"))

    def __array__(self, *_: Any, **__: Any) -> Any:
        return np.asarray(self.decided())

    copy: Callable[[], Any]
    astype: Callable[[Any], Any]


def items_of(index: Any) -> tuple[Any, ...]:
    """What an index says, one by one."""
    return index if isinstance(index, tuple) else (index,)


def _index(index: Any) -> Any:
    """The index, where a mask that depends on no argument is one that NumPy knows."""
    if isinstance(index, tuple):
        return tuple([_index(item) for item in index])
    return index if is_traced(index) else numbers(index)


def _is_chosen(index: Any) -> bool:
    """Whether it depends on the arguments which elements the index means."""
    return any(isinstance(item, Chosen) for item in items_of(index)) or is_traced(index)


# ---------------------------------------------------------------------------------- elements


def is_condition(element: Any) -> bool:
    """Whether the element is True or False, now or when the kernel runs."""
    if isinstance(element, Node):  # first: of one that is traced, any other class is asked for
        return graph.is_condition(element)
    return isinstance(element, bool)


def is_traced(structure: Any) -> bool:
    """Whether there is a Node or a Dual in the nested lists, tuples and arrays."""
    if isinstance(structure, Operand):
        return True
    if isinstance(structure, (list, tuple)):
        for item in structure:  # noqa: SIM110  # a generator is slow, and every NumPy call is here
            if is_traced(item):
                return True
        return False
    if isinstance(structure, np.ndarray) and (plain := np.asarray(structure)).dtype.kind == "O":
        kinds = set(map(type, plain.ravel().tolist()))
        return any(issubclass(kind, Operand) for kind in kinds)
    return False


def is_open(value: Any) -> bool:
    """Whether the kernel decides how long it is."""
    return isinstance(value, Operand) and value.is_open


def holds_open(structure: Any) -> bool:
    """Whether an array is there whose length the kernel decides."""
    return any(map(is_open, leaves(structure)))


def gathered(value: Any) -> Any:
    """A list whose length the kernel decides as its array, and those in lists and tuples."""
    if is_open(value):
        return value.gathered()
    if type(value) not in (list, tuple):
        return value
    found = [*map(gathered, value)]
    return value if all(map(operator.is_, found, value)) else type(value)(found)


def holds_complex(structure: Any) -> bool:
    """Whether there is a complex number, traced or not, in the nested lists, tuples and arrays."""
    if isinstance(structure, (list, tuple)):
        return any(map(holds_complex, structure))
    if isinstance(structure, np.ndarray):
        return np.asarray(structure).dtype.kind == "c" or _holds_complex(structure)
    return is_complex(structure)


def mapped(change: Callable[[Any], Any], structure: Any) -> Any:
    """The nested lists and tuples with every leaf changed; a NamedTuple becomes a tuple."""
    if isinstance(structure, (list, tuple)):
        kind = list if isinstance(structure, list) else tuple
        return kind([mapped(change, item) for item in structure])
    return change(structure)


def numbers(leaf: Any) -> Any:
    """An array that holds nothing traced as the ndarray it stands for; anything else as it is."""
    return np.asarray(leaf).astype(leaf.dtype, copy=False) if isinstance(leaf, Seen) else leaf


def objects(value: Any) -> np.ndarray[Any, Any]:
    """The value as a plain ndarray of objects; an Array's memory is shared."""
    if type(value) is Array and value._part is None:  # as most are
        found = np.asarray(value)
        if found.dtype.kind == "O":
            return found
    if state.whole and isinstance(value, (list, tuple)) and is_traced(value):
        value = any_array(value)
    whole: Any = value if state.whole and isinstance(value, OwnRules) else None
    if whole is not None and whole.shape:
        return _filled([*whole.ravel()], whole.shape)
    if is_open(value):
        raise value.refuse()
    if type(value) is float or isinstance(value, Operand):
        cell = np.empty((), object)
        cell[()] = value
        return cell
    if type(value) not in (np.ndarray, Array):
        _check_kind(value)
    elif type(value) is Array and value._part is not None:
        value._part.reach(value)
    found = np.asarray(array(value) if isinstance(value, (list, tuple)) else value)
    if found.dtype.kind in "iuf":
        return found.astype(float).astype(object)
    if found.dtype.kind == "c":
        return found.astype(complex).astype(object)
    if found.dtype.kind in "bO":
        return found.astype(object, copy=False)
    raise refusal(
        f"a traced value met an array of {found.dtype}", "arrays of floats, ints and bools"
    )


def _holds_complex(array: np.ndarray[Any, Any]) -> bool:
    """Whether its elements are complex numbers: if the first is, all are."""
    return array.size > 0 and is_complex(array.item(0))


def _complexes(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The same objects, each as a complex number."""
    flat = [one if is_complex(one) else complex_of(one, 0.0) for one in array.ravel().tolist()]
    return np.fromiter(flat, object, len(flat)).reshape(array.shape)


def _of_one_kind(array: np.ndarray[Any, Any], masks: bool = False) -> Any:
    """The objects as an Array: if one of them is complex, all are. With `masks`, nothing but True
    and False is an array of NumPy's own, which can index."""
    kinds = set(map(type, array.ravel().tolist()))
    if masks and kinds and kinds <= _BOOLS:
        return numbers(array.view(Array))
    if len(kinds) > 1 and not kinds.isdisjoint((Complex, complex)) and kinds != {Complex, complex}:
        return _complexes(array).view(Array)
    return array.view(Array)


_BOOLS = {bool, np.bool_}


def _check_kind(value: Any) -> None:
    """Refuse the arrays whose arithmetic is another one."""
    if isinstance(value, np.matrix):
        raise _no_matrix()
    masked = sys.modules.get("numpy.ma")
    if masked is not None and isinstance(value, masked.MaskedArray):
        what = "a traced value met a masked array, whose mask would be lost"
        raise refusal(what, "m.filled(0.0) and np.where(m.mask, 0.0, values)")


def as_array(value: Any) -> Array:
    """The value as an Array; what is one is not copied."""
    return objects(value).view(Array)


def viewed(leaf: Any) -> Any:
    """What NumPy made, each array as an Array if traced values are in it or may be assigned to."""
    if type(leaf) in (list, tuple):
        return mapped(viewed, leaf)
    if not isinstance(leaf, np.ndarray) or isinstance(leaf, Array):
        return leaf
    if leaf.dtype in (np.float64, np.complex128):
        return as_array(leaf)
    if leaf.dtype.kind != "O":  # a mask is static, and known by being NumPy's own
        return leaf.view(Seen) if type(leaf) is np.ndarray and leaf.dtype != bool else leaf
    flat = leaf.ravel().tolist()
    plain, kinds = (float, bool, complex), set(map(type, flat))
    if any(kind.is_open for kind in kinds if issubclass(kind, Operand)):
        raise next(filter(is_open, flat)).refuse()
    if all(kind in plain or issubclass(kind, Operand) for kind in kinds):
        return _of_one_kind(leaf)
    if not all(isinstance(_unwrapped(value), _NUMBERS) for value in flat):
        return leaf.view(Seen)  # of objects, as NumPy makes it where None stands beside numbers
    return array_of([_element(value) for value in flat], leaf.shape)


_NUMBERS = (Number, Operand, np.ndarray, list, tuple, str)  # or an error that says why not


def _unwrapped(value: Any) -> Any:
    return value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value


def _element(value: Any) -> Any:
    value = _unwrapped(value)
    if isinstance(value, (np.ndarray, list, tuple)):
        raise _ragged()
    return value if isinstance(value, Operand) or is_complex(value) else lifted(value).payload


def _ragged() -> ValueError:
    what = "the rows of an array have different lengths"
    return refused(ValueError, what, "rows of one length, or a list of arrays")


def packed(elements: Sequence[Any], shape: Sequence[int]) -> Any:
    """The elements as an Array; plain bools as a mask that can index, and a single one bare."""
    return _of_one_kind(_filled(elements, shape), True) if len(shape) else elements[0]


def run(function: Any, change: Callable[[Any], Any], args: Any, kwargs: dict[str, Any]) -> Any:
    """A call of a function as it is, on changed arguments."""
    kwargs = {name: mapped(change, value) for name, value in kwargs.items()}
    return viewed(function(*mapped(change, args), **kwargs))


def elementwise(function: Op | Callable[..., Any], args: Sequence[Any]) -> Any:
    """The function of the elements, broadcast as NumPy does.

    >>> elementwise(max, [np.array([1.0, 5.0]), 2.0])
    array([2., 5.])
    """
    if state.whole and any(isinstance(arg, OwnRules) for arg in args):
        return function(*[one if isinstance(one, (int, float)) else any_array(one) for one in args])
    if any(map(is_open, args)):
        return meanings().open.elementwise(function, args)
    with OneLine():
        result = np.frompyfunc(function, len(args), 1)(*map(objects, args))
    if isinstance(result, np.ndarray):
        result = _of_one_kind(result, True)
    kept = any(isinstance(arg, Array) for arg in args) or is_traced(result)
    return result if kept else numbers(result)


def rows_of(array: Any) -> Any:
    """The rows along the last axis, one below the other; there may be none, or nothing in them."""
    return array.reshape(math.prod(array.shape[:-1]), array.shape[-1])


def along(axis: Any, change: Callable[[list[Any]], Iterable[Any]], a: Any) -> Any:
    """The array with every row along the axis changed; if that is None, all of it as one row."""
    rows = objects(a).ravel() if axis is None else np.moveaxis(objects(a), axis, -1)
    flat = [value for row in rows_of(rows).tolist() for value in change(row)]
    result = packed(flat, rows.shape)
    return result if axis is None else np.moveaxis(result, -1, axis)


def refused_by_plain() -> TypeError:
    """The error of an array that cannot hold traced values, if it is none of those that may when
    functions are read once more."""
    if state.session is not None:
        state.session.read_again(ARRAYS)
    what = "traced values were stored in an array of plain numbers"
    return refusal(what, "an array of float64 made by np.zeros or np.array in the function itself")


def stored(result: Any, out: Any) -> Any:
    """`out`, an array or a tuple of them, with the result in it."""
    if isinstance(out, tuple):
        pairs = zip(result if len(out) > 1 else [result], out, strict=True)
        return tuple([stored(value, target) for value, target in pairs])
    holds = isinstance(out, OwnRules) or np.asarray(out).dtype.kind == "O"  # None does, too
    if holds and out is not None:
        out[...] = result
    elif out is not None:
        if is_traced(result):
            raise refused_by_plain()
        np.copyto(np.asarray(out), numbers(result), casting="same_kind")
    return result if out is None else out


# ---------------------------------------------------------------------------------- creation


def constant(array: np.ndarray[Any, Any]) -> Any:
    """What a trace sees of an array of the user's: a copy, for it leaves nothing of itself."""
    copy = array.copy(order="K")
    return copy if state.whole or copy.dtype.kind == "O" else viewed(copy)


def array_of(items: Sequence[Any], shape: Sequence[int]) -> Any:
    """The Array of that shape with these elements, in C order."""
    return _of_one_kind(_filled(items, shape))


def _filled(items: Sequence[Any], shape: Sequence[int]) -> np.ndarray[Any, Any]:
    return np.fromiter(items, object, len(items)).reshape(tuple(shape))


def _cast(array: Seen, dtype: Any) -> Any:
    kind = np.dtype(dtype).kind
    if np.dtype(dtype) == array.dtype or not array.size:
        return array
    if not is_traced(array):
        return viewed(numbers(array).astype(dtype))
    if kind == "O":  # which they are
        return array
    if array.dtype.kind == "O":
        return _cast(
            array_of([_element(one) for one in array.ravel().tolist()], array.shape), dtype
        )
    if kind == "b":
        return array != 0.0
    if kind == "c":
        return _complexes(objects(array)).view(Array)
    if array.dtype.kind == "c":
        raise refusal(f"complex numbers were converted to {np.dtype(dtype)}", "their .real")
    if kind == "f" and np.dtype(dtype) == np.float64:
        return np.where(array, 1.0, 0.0)
    if kind == "i" and np.dtype(dtype).itemsize > 2:  # smaller ones wrap around
        whole = as_array(np.where(array, 1.0, 0.0) if array.dtype == bool else np.trunc(array))
        for one in whole.ravel().tolist() if state.session is not None else ():
            if isinstance(one, Node):
                state.session.wholes.give(one, True)  # it may be an index
        whole.flags.writeable = False  # what is assigned to ints is truncated
        return whole
    what = f"traced values were converted to {np.dtype(dtype)}"
    instead = "np.trunc, np.floor or np.round, which stay floats; traced values are float64"
    raise refusal(what, instead)


def _from_data(make: Callable[..., Any]) -> Callable[..., Any]:
    """np.array and its like: traced values may be anywhere in the data."""

    @wraps(make)
    def made(data: Any, dtype: Any = None, *args: Any, **kwargs: Any) -> Any:
        if (
            is_open(data)
            and getattr(dtype, "stands_for", dtype) in (None, float)
            and not (args or kwargs)
        ):
            return gathered(data)
        if isinstance(data, Chosen) and kwargs.get("ndmin", 0) < 2:
            data = data.copy() if make is np.array else data
            return data if dtype is None else data.astype(dtype)
        if not isinstance(data, Array) and not is_traced(data):
            return fresh(make(mapped(numbers, data), dtype, *args, **kwargs))
        try:
            found = make(mapped(base, data), object, *args, **kwargs)
        except ValueError as error:
            raise _ragged() from error
        return viewed(found) if dtype is None else _cast(viewed(found), dtype)

    return made


def base(leaf: Any) -> Any:
    """The plain ndarray in the same memory; anything else as it is."""
    return np.asarray(leaf) if isinstance(leaf, Seen) else leaf


def _of_constants(make: Callable[..., Any]) -> Callable[..., Any]:
    """np.zeros and its like: traced values may be assigned to an array of floats."""

    @wraps(make)
    def made(*args: Any, **kwargs: Any) -> Any:
        sized = not hasattr(make, "_implementation")  # made of numbers, and none a part of it
        if sized:
            args, kwargs = mapped(as_size, args), {name: as_size(kwargs[name]) for name in kwargs}
        if sized and is_traced([args, *kwargs.values()]):
            note_indexes([*args, *kwargs.values()])
            instead = (
                "a plain int that does not depend on the arguments, and arithmetic on the array"
            )
            raise _unshaped(f"np.{make.__name__} of", instead)
        return fresh(make(*args, **kwargs))

    return made


def fresh(array: Any) -> Any:
    """What the function makes of constants. A mask is NumPy's own, until something traced says
    where to put into it."""
    mask = isinstance(array, np.ndarray) and array.dtype == bool and holds_traced()
    return as_array(array) if mask else viewed(array)


def as_size(leaf: Any) -> Any:
    """A size as an int, where the trace follows a call that knows it."""
    known, session = None, state.session
    if isinstance(leaf, Node) and session is not None and session.wholes.counts(leaf):
        known = session.int_of(leaf, False)
    return leaf if known is None else known


def full(shape: Any, fill_value: Any, dtype: Any = None, order: Any = "C", **inert: Any) -> Any:
    """np.full, of traced values too."""
    shape = mapped(as_size, shape)
    if not is_traced(fill_value):
        return fresh(np.full(shape, mapped(numbers, fill_value), dtype, order, **inert))
    made = viewed(np.zeros(shape, complex if holds_complex(fill_value) else float, order, **inert))
    made[...] = fill_value
    return made if dtype is None else _cast(made, dtype)


def _arange(
    start: Any = 0, stop: Any = None, step: Any = None, dtype: Any = None, **inert: Any
) -> Any:
    """np.arange, whose length is that of the call where its bounds or its step are traced."""
    bounds = (0, start) if stop is None else (start, stop)
    start, stop, step = mapped(as_size, (*bounds, 1 if step is None else step))
    if not is_traced((start, stop, step)):
        return fresh(np.arange(start, stop, step, dtype=dtype, **inert))
    size = as_size(ceil((stop - start) / step))
    if is_traced(size):
        note_indexes((start, stop, step))
        instead = "a plain int that does not depend on the arguments, and arithmetic on the array"
        raise _unshaped("np.arange of", instead)
    made = np.arange(size) * step + start
    return made if dtype is None else _cast(made, dtype)


def complex_sum(real: Any, imag: Any) -> Any:
    """The array of complex numbers with these parts, which broadcast."""
    return elementwise(complex_of, [real, imag])


def full_like(a: Any, fill_value: Any, dtype: Any = None, *args: Any, **kwargs: Any) -> Any:
    shape = np.zeros_like(np.broadcast_to(0.0, np.shape(a)), None, *args, **kwargs).shape
    return full(shape, fill_value, getattr(a, "dtype", float) if dtype is None else dtype)


def fromiter(iterable: Iterable[Any], dtype: Any, count: int = -1, **kwargs: Any) -> Any:
    items = list(iterable)
    make = OF_WHOLE[np.array] if state.whole else array
    return make(items if count < 0 else items[:count], dtype)


def _unshaped(what: str, instead: str) -> Exception:
    return refusal(f"{what} a traced value, so that the shape is not known", instead)


class _Joining:
    """np.r_, np.mgrid or their like, which make the result of the dtype that they read."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getitem__(self, key: Any) -> Any:
        for part in items_of(key):
            by_step = isinstance(part, slice) and not isinstance(part.step, complex)
            if by_step and is_traced([part.start, part.stop, part.step]):
                instead = "a step of 5j, for five points, or arithmetic on the array"
                raise _unshaped("a slice of np.mgrid, ogrid, r_ or c_ to or from", instead)
        return viewed(self._real[mapped(base, key)])


def _number_class(real: Any) -> Any:
    """np.float64 or its like, which is a dtype and a class as well as a function."""

    def new(cls: Any, *given: Any) -> Any:
        if cls is not made:
            return real.__new__(cls, *given)
        if is_traced(given):
            return any_array(given[0] if len(given) == 1 else complex_of(*given)).astype(real)[()]
        return viewed(real(*map(numbers, given)))

    made = StandIn(real.__name__, (real,), {"stands_for": real, "__new__": new})
    return made


Float64, Int64, Complex128 = map(_number_class, (np.float64, np.int64, np.complex128))


class Vectorized(np.vectorize, metaclass=StandIn):
    """np.vectorize, which a trace goes into for each element, and which stores objects."""

    stands_for = np.vectorize
    _kinds: Any  # of the results

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.cache = True  # the first element, by which NumPy finds the kinds, is not run twice

    def _get_ufunc_and_otypes(self, func: Any, args: Any) -> Any:
        ufunc, self._kinds = super()._get_ufunc_and_otypes(func, args)  # type: ignore[misc]
        return ufunc, "O" * len(self._kinds)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self._kinds = self.otypes
        found = super().__call__(*args, **kwargs)
        if found is self:  # a decorator
            return found
        if not isinstance(found, tuple):
            return self._typed(found, 0)
        return tuple([self._typed(one, at) for at, one in enumerate(found)])

    def _typed(self, found: np.ndarray[Any, Any], at: int) -> Any:
        """What the elements came to: of the kind that was asked for, or of their own."""
        if is_traced(found):
            made = _of_one_kind(objects(found), masks=True)
            return _cast(made, self.otypes[at]) if self.otypes else made
        return constant(found.astype(self._kinds[at]) if self._kinds else found)


class NDArray(np.ndarray[Any, Any], metaclass=StandIn):
    """np.ndarray, whose buffer would be read as numbers, which objects are not."""

    stands_for = np.ndarray

    def __new__(cls, shape: Any, dtype: Any = float, buffer: Any = None, **layout: Any) -> Any:
        if isinstance(buffer, Array) and (is_traced(buffer) or not layout):
            if layout:
                raise refusal("np.ndarray of traced values with an offset or strides", "x[i:j:k]")
            return Array(shape, dtype, buffer)
        buffer = buffer if buffer is None else numbers(buffer)
        return viewed(np.ndarray(shape, dtype, buffer, **layout))


OF_NUMPY |= {bool: np.bool_, float: np.float64}
STAND_INS |= {np.float64: Float64, np.int64: Int64, np.complex128: Complex128}
STAND_INS |= dict.fromkeys((np.ndarray, Seen, Array), NDArray)  # to who asks for the type of one
CONTAINERS.add(Array)


class _Matrix(np.matrix, metaclass=StandIn):
    """np.matrix, whose `*` is another one."""

    stands_for = np.matrix

    def __new__(cls, data: Any, *args: Any, **kwargs: Any) -> Any:
        if is_traced(data):
            raise _no_matrix()
        return np.matrix(mapped(numbers, data), *args, **kwargs)


def _no_matrix() -> TypeError:
    return refusal("a traced value met a np.matrix", "np.array(...) and the operator @ for its *")


def _nditer(*args: Any, **kwargs: Any) -> Any:
    if is_traced(args):
        raise refusal(
            "np.nditer over traced values", "for v in x.flat, or functions of whole arrays"
        )
    return np.nditer(*mapped(numbers, args), **kwargs)


def _reported(how: Callable[..., Any]) -> Callable[..., Any]:
    """np.errstate or np.seterr: a kernel computes with inf and nan, and tells nobody."""

    def call(*args: Any, **kwargs: Any) -> Any:
        for said in (*args, *kwargs.values()):
            if said in ("raise", "call", "log"):
                what = f"np.{how.__name__} with {said!r}, which a kernel does not know"
                raise refusal(what, "an `if` on what makes the operation fail")
        return how(*args, **kwargs)

    return call


def _as_strided(x: Any, shape: Any = None, strides: Any = None, **inert: Any) -> Any:
    """np.lib.stride_tricks.as_strided within the array, say its windows: an Array's elements lie as
    those of one of float64 do."""
    return viewed(strided(objects(x), shape, strides, **inert))


def strided(whole: Any, shape: Any, strides: Any, **inert: Any) -> Any:
    """as_strided of an array of NumPy's, within its memory."""
    memory = whole
    found = np.lib.stride_tricks.as_strided(whole, shape, strides, **inert)
    while isinstance(memory.base, np.ndarray):  # whose view x may be
        memory = memory.base
    first, last = np.lib.array_utils.byte_bounds(memory)
    if found.size:
        low, high = np.lib.array_utils.byte_bounds(found)
        if low < first or high > last:
            raise refusal("as_strided past the ends of an array", "a shape that lies within it")
    return found


array = _from_data(np.array)


def functions(names: str) -> set[Any]:
    """NumPy's functions of these names; without those that this NumPy does not have."""
    return {find(name) for name in names.split()} - {None}


def find(name: str) -> Any:
    """NumPy's function of that name; None where this NumPy has none."""
    found: Any = np
    for part in name.split("."):
        found = getattr(found, part, None)
    return found


def of_room(room: Any, package: str = "") -> dict[str, Callable[..., Any]]:
    """The functions of a room, most of which bear the names of NumPy's."""
    rows = {name: row for name, row in vars(room).items() if callable(row) and name[0] != "_"}
    return {package + name: row for name, row in rows.items() if row.__module__ == room.__name__}


_OF_DATA = "asarray asanyarray ascontiguousarray asfortranarray asarray_chkfinite require"
_OF_CONSTANTS = (
    "zeros ones zeros_like ones_like eye identity tri diag diagflat linspace logspace geomspace "
    "copy"
)


def _trimmed(seq: Any) -> Any:
    """NumPy's coefficients without the last ones that are 0; a traced one may be, and stays."""
    end = len(seq)
    while end > 1 and not is_traced(seq[end - 1]) and seq[end - 1] == 0:
        end -= 1
    return seq[:end]


def _polyroots(c: Any) -> Any:
    if is_traced(c):
        what = "roots of traced coefficients in the order of numpy.polynomial, by their size"
        raise refusal(what, "np.roots(c[::-1]), in an order of its own")
    return np.polynomial.polynomial.polyroots(c)


REPLACED: dict[Any, Any] = {
    find("polynomial.polyutils.trimseq"): _trimmed,
    find("polynomial.polynomial.polyroots"): _polyroots,
    **{how: _reported(how) for how in (np.errstate, np.seterr)},
    **{make: _from_data(make) for make in functions(_OF_DATA)},
    **{make: _of_constants(make) for make in functions(_OF_CONSTANTS)},
    np.array: array,
    np.empty: _of_constants(np.zeros),  # what is in it must not differ from trace to trace
    np.empty_like: _of_constants(np.zeros_like),
    find("lib.stride_tricks.as_strided"): _as_strided,
    np.arange: _arange,
    np.full: full,
    np.full_like: full_like,
    np.fromiter: fromiter,
    np.float64: Float64,
    np.int64: Int64,
    np.complex128: Complex128,
    np.ndarray: NDArray,
    np.vectorize: Vectorized,
    np.matrix: _Matrix,
    np.asmatrix: _Matrix,
    np.nditer: _nditer,
    **{make: _Joining(make) for make in (np.r_, np.c_, np.mgrid, np.ogrid)},
    np.isscalar: lambda element: isinstance(element, Operand) or np.isscalar(element),
}


class TakingLists:
    """A function of NumPy's that lists of traced values reach too; NumPy asks arrays alone."""

    def __init__(self, function: Any, traced: Any = None) -> None:
        self._function = function
        self._traced = traced or function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if not is_traced([args, *kwargs.values()]):
            if self._traced is self._function:
                return viewed(self._function(*args, **kwargs))  # np.repeat(1.5, 3)
            return run(self._function, numbers, args, kwargs)
        args, kwargs = gathered(args), {k: gathered(v) for k, v in kwargs.items()}
        if getattr(self._function, "__name__", "") in _OF_ELEMENTS:
            refuse_points(self._function.__name__, [*args, *kwargs.values()])
        owner = getattr(self._function, "__self__", self._function)  # np.maximum.reduce's
        listed = _joined if isinstance(owner, np.ufunc) else _listed
        kwargs = {name: _listed(value) for name, value in kwargs.items()}
        return viewed(self._traced(*map(listed, args), **kwargs))

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._function, name)  # np.maximum.reduce takes lists too
        of_ufunc = isinstance(self._function, np.ufunc) and callable(found)
        return TakingLists(found) if of_ufunc else found


_OF_ELEMENTS = ("softmax", "log_softmax", "logsumexp")


def _listed(arg: Any) -> Any:
    """A list of numbers as an Array; lists of arrays mean something of their own to np.block."""
    if holds_open(arg):
        return arg
    if isinstance(arg, (list, tuple)):
        kinds = (Operand, float, int, complex, np.generic)
        if is_traced(arg) and all(isinstance(leaf, kinds) for leaf in leaves(arg)):
            with suppress(ValueError):  # rows of different lengths, say to be concatenated
                np.array(mapped(lambda one: 0.0 if isinstance(one, Operand) else base(one), arg))
                return array(arg)
    return viewed(arg) if is_traced(arg) else arg


def _joined(arg: Any) -> Any:
    """A list of traced values or of arrays of them as an Array, which it is to a ufunc."""
    return array(arg) if isinstance(arg, list) and is_traced(arg) else _listed(arg)


# Packages whose compiled code takes the objects of an Array for what they are not.
_COMPILED = tuple(
    f"scipy.{name}."
    for name in "cluster fft fftpack interpolate linalg ndimage signal sparse spatial".split()
)


def called_in_library(function: Any, args: Any, kwargs: dict[str, Any]) -> Any:
    """A call of a library's function that is not traced into: constants are plain arrays to it."""
    if state.whole:
        plain = OF_WHOLE["constant"]
        args, kwargs = [*map(plain, args)], {name: plain(one) for name, one in kwargs.items()}
    if not is_traced([args, *kwargs.values()]):
        return run(function, numbers, args, kwargs)
    if function.__module__.startswith(_COMPILED):
        what = f"{public_name(function.__module__, function.__name__)} does not take traced values"
        raise refusal(what, "a formula of your own, or @lazyad.op(outside=True) around that call")
    return function(*args, **kwargs)


# The same while whole arrays are traced: given by `whole_functions`; "scipy" finds it for SciPy's.
OF_WHOLE: dict[Any, Any] = {}


def any_array(value: Any) -> Any:
    """The value as an Array, or as a whole one where arrays stay so."""
    return OF_WHOLE["array"](value) if state.whole else as_array(value)


def replacement(value: Any) -> Any:
    """What a name that is bound to `value` is to mean while a function is traced; None if the same.

    >>> replacement(np.zeros)(2)
    Array([0.0, 0.0], dtype=object)
    """
    own = hasattr(type(value), "_construct_argparser")  # a distribution of whatever class
    scipys = own or str(getattr(value, "__module__", "")).startswith("scipy.")
    if state.whole and not scipys:
        try:
            return OF_WHOLE.get(value)
        except TypeError:  # it has no hash
            return None
    if scipys:
        name, known = getattr(value, "__name__", ""), meanings()
        for module, table in (
            ("scipy.optimize", known.optimize.OPTIMIZE),
            ("scipy.linalg", known.optimize.LINALG),
            ("scipy.integrate", known.integrate.INTEGRATE),
        ):
            if name in table and value is getattr(sys.modules.get(module), name, None):
                return known.keywords.by_name(value, table[name])
        return OF_WHOLE["scipy"](value) if state.whole else meanings().functions.of_scipy(value)
    try:
        if value in REPLACED:
            return REPLACED[value]
    except TypeError:  # it has no hash
        return None
    dispatches = isinstance(value, np.ufunc) or hasattr(value, "_implementation")
    return TakingLists(value) if dispatches else None
