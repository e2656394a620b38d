"""Elements that a traced value chooses: x[x > 0], np.where(c)[0], x[np.argmax(x)].

In: an Array, and a mask or an index that depends on the arguments. Out: what NumPy would select, as
choices between all elements. A room of its own because of the one idea in it: how many elements
there are is not known, and need not be, as long as all of them meet their like under one mask.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, NoReturn

import numpy as np

from lazyad import ops
from lazyad.graph import CONST, RAISE, Node, Numbering, is_choice_of_constants, lifted
from lazyad.operators import Operand
from lazyad.ops import choose
from lazyad.tracing.numpy.arrays import (
    Array,
    Chosen,
    OwnRules,
    Part,
    any_array,
    array_of,
    as_array,
    elementwise,
    functions,
    is_condition,
    is_traced,
    items_of,
    mapped,
    objects,
    refusal,
)
from lazyad.tracing.tables import is_decided, number_at
from lazyad.values.errors import refused, three_parts
from lazyad.values.origin import describe, here, state
from lazyad.values.rows import NamedTuple

# ---------------------------------------------------------------------------------- masks


# The functions that treat each element alone, however many there are, and those of all that count.
_OF_ELEMENTS = functions(
    "around clip copy full_like imag isclose nan_to_num ones_like real round sinc where zeros_like"
)
_OF_THOSE_THAT_COUNT = functions("all amax amin any max mean min prod std sum var")
_OF_DECIDED = ("shape", "T")


_SELECTION = "a selection by a condition on traced values, whose length is not known"
_ALL = "np.where(mask, x, 0.0), which has a value for every element"


class Undecided(Exception):
    """It must be known which elements are selected: see `_of_decided`."""


def _of_decided(function: Any, args: Any, kwargs: dict[str, Any]) -> Any:
    """What the function makes of the elements that are selected now."""
    args, values = mapped(_settled, [args, [*kwargs.values()]])
    return function(*args, **dict(zip(kwargs, values, strict=True)))


def _settled(leaf: Any) -> Any:
    return leaf.decided() if isinstance(leaf, Chosen) else leaf


class Selection(Chosen):
    """x[mask]: all the elements, and the conditions on which each is selected; the mask's axes
    begin `at` one of the elements'.

    What is done to each element alone is done to all of them. The result goes back under the same
    mask, `y[mask] = np.sqrt(x[mask])`, or into a sum or a mean of those that count. What asks for
    more makes it the array of those that are selected now, which may be changed in place; which
    ones of whole arrays these are nobody knows.
    """

    def __init__(self, elements: Any, mask: Any, at: int = 0) -> None:
        self.elements, self.mask, self.at = any_array(elements), any_array(mask), at

    def _of(self, elements: Any) -> Selection:
        """Others under the same mask, with as many axes behind it, for that is how NumPy aligns."""
        found = Selection(elements, self.mask)
        found.at = found._behind - self._behind
        return found

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        try:
            return self._by_ufunc(ufunc, method, *inputs, **options)
        except Undecided:
            return _of_decided(getattr(ufunc, method), inputs, options)

    def _by_ufunc(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        if method == "reduce":
            return self._reduced(ufunc.reduce, inputs[0].elements, {**options})
        if ufunc is np.matmul:
            return self._product(*inputs)
        [out] = options.pop("out", (None,))
        if method != "__call__" or ufunc.nout > 1 or ufunc.signature or "where" in options:
            self._refuse(f"{ufunc.__name__}.{method}")
        with np.errstate(all="ignore"):  # what is not selected may have no root
            result = ufunc(*map(self.full, inputs), **options)
        if out is self:  # y[mask] *= 2.0
            if self._is_decided():  # and there may be views of it
                self.elements[...] = result
            else:
                self.elements = result
            return self
        return self._of(result) if out is None else self._refuse("out=")

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        try:
            return self._by_function(function, args, kwargs)
        except Undecided:
            return _of_decided(function, args, kwargs)

    def _by_function(self, function: Any, args: Any, kwargs: Any) -> Any:
        places = function is np.where and len(args) == 1  # which count those that are selected
        if function in _OF_ELEMENTS and not places:
            kwargs = {name: self.full(value) for name, value in kwargs.items()}
            if "out" in kwargs:
                self._refuse("out=")
            with np.errstate(all="ignore"):
                return self._of(function(*map(self.full, args), **kwargs))
        if function in (np.interp, np.polyval):  # by constants or values that all of them share
            at = 1 if function is np.polyval else 0
            values = (*args[:at], self.full(args[at]), *args[at + 1 :])
            return self._of(function(*values, **kwargs))
        if function in _OF_THOSE_THAT_COUNT:
            return self._reduced(function, args[0].elements, {**kwargs}, *args[1:])
        if function in (np.dot, np.inner, np.vdot) and not kwargs:
            return self._product(*args)
        if function is np.linalg.norm and len(args) == 1 and not kwargs:
            return np.linalg.norm(np.where(self._spread(), self.elements, 0.0))
        if function in (np.size, np.ndim):
            return getattr(self, function.__name__)
        if function is np.place and args[2] is self:
            any_array(args[0]).reshape(-1)[np.ravel(args[1])] = self
            return None
        return self._refuse(f"np.{function.__name__}")

    def _product(self, *vectors: Any) -> Any:
        """The inner product of two vectors that are selections."""
        if any(not isinstance(vector, Selection) or vector.ndim != 1 for vector in vectors):
            self._refuse("a product with anything but another selection")
        return np.sum(np.multiply(*vectors))

    def _meet(self, other: Selection, aligned: bool) -> None:
        if not aligned or not _same_masks(self.mask, other.mask):
            what = "selections by two different masks met"
            _undecided(what, "one mask for both, x[mask] and y[mask]")

    def _narrowed(self, index: Selection) -> Any:
        """The conditions on which these are selected, and then by an index, one for each."""
        self._meet(index, index.ndim == 1 and not self.at)
        return self.mask & index.elements

    def full(self, value: Any) -> Any:
        """The value for every element, if it is one for each selected one or one for all."""
        if isinstance(value, Selection):
            self._meet(value, value._behind == self._behind)
            return value.elements
        shape, behind = np.shape(value), self._behind
        one = self.mask.ndim == 1 and shape[len(shape) - behind - 1 :][:1] == (1,)
        if len(shape) > behind and not one:
            _undecided(
                "an array met a selection by a condition on traced values, of unknown length",
                "x[mask] and values[mask], or np.where(mask, values, x), a value for every element",
            )
        return value

    @property
    def dtype(self) -> Any:
        return self.elements.dtype

    @property
    def ndim(self) -> Any:
        """The axes of the mask are one axis of what it selects."""
        return self.elements.ndim - self.mask.ndim + 1

    @property
    def _behind(self) -> Any:
        """How many axes there are behind those of the mask."""
        return self.ndim - 1 - self.at

    @property
    def size(self) -> Any:
        return np.sum(np.broadcast_to(self._spread(), self.elements.shape))

    def __getitem__(self, index: Any) -> Any:
        if index is ... or (isinstance(index, slice) and index == slice(None)):
            return self
        if isinstance(index, Selection) and index.dtype == bool:  # x[mask][x[mask] > 0]
            with suppress(Undecided):
                return Selection(self.elements.copy(), self._narrowed(index))
        ends = type(index) is int and index in (0, -1) and self.mask.ndim == 1 and not self.at
        if ends and state.session and not state.whole:
            return _at_end(self.mask, index, lambda place: self.elements[place])
        return self.decided("an element of it")[index]

    def decided(self, what: str = "an array") -> Any:
        """Those that are selected now: from here on it is the array of these."""
        if _is_open():
            self._refuse(what)
        if not self._is_decided():
            ahead = (slice(None),) * self.at
            self.elements = self.elements[(*ahead, decided(self.mask))]
            self.mask = as_array(np.full(self.elements.shape[self.at], True))
        return self.elements

    def _is_decided(self) -> bool:
        known = not state.whole and self.mask.ndim == 1
        return known and all(one is True for one in self.mask.tolist())

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or not hasattr(np.ndarray, name):
            raise AttributeError(name)
        if name in ("real", "imag"):
            return self._of(getattr(self.elements, name))
        if name == "T" and self.ndim == 1:
            return self
        if name == "astype":
            return lambda dtype, **inert: self._of(self.elements.astype(dtype))
        if name in _OF_DECIDED or not callable(getattr(np, name, None)):
            if _is_open():  # whoever asks whether it has that is told that it has not
                said = three_parts(f"{name} of {_SELECTION}", describe(here()), _ALL)
                raise AttributeError(said)
            return getattr(self.decided(), name)
        return lambda *args, **kwargs: self._by_method(name, args, kwargs)

    def _by_method(self, name: str, args: Any, kwargs: Any) -> Any:
        """The function of that name, if it needs not know which are selected; else the array's
        method, whose parameters may be others: reshape(3, -1), compress(mask)."""
        try:
            return self._by_function(getattr(np, name), (self, *args), kwargs)
        except Undecided:
            return getattr(self.decided(), name)(*args, **kwargs)

    def _spread(self) -> Any:
        """The mask, to be broadcast against the elements."""
        return self.mask.reshape(self.mask.shape + (1,) * self._behind)

    def _reduced(self, function: Any, elements: Any, options: Any, axis: Any = None) -> Any:
        axis = options.pop("axis", 0 if hasattr(function, "__self__") else axis)
        along = axis is None or (isinstance(axis, int) and axis % self.ndim == self.at)
        if not along or set(options) & {"where", "keepdims", "out"}:
            self._refuse(
                f"{function.__name__} along another axis, or with out=, keepdims= or where="
            )
        axes = None if axis is None else tuple(range(self.at, self.at + self.mask.ndim))
        none = None
        if function in (np.max, np.amax, np.min, np.amin) and "initial" not in options:
            options["initial"] = -np.inf if function in (np.max, np.amax) else np.inf
            message = "zero-size array to reduction operation which has no identity"
            none = Node(RAISE, (), (ValueError, message))
        result = function(elements, axis=axes, where=self._spread(), **options)
        return result if none is None else elementwise(choose, [np.any(self.mask), result, none])

    def _refuse(self, what: str) -> NoReturn:
        _undecided(f"{what} of {_SELECTION}", _ALL)

    def __setattr__(self, name: str, value: Any) -> None:
        of_it = name in ("elements", "mask", "at")
        object.__setattr__(self if of_it else self.decided(name), name, value)

    def __setitem__(self, index: Any, value: Any) -> None:
        if isinstance(index, Selection) and index.dtype == bool and not self._is_decided():
            with suppress(Undecided):
                elements = self.elements.copy()
                elements[self._narrowed(index)] = value
                self.elements = elements
                return
        self.decided("an assignment to an element")[index] = value


class Positions(Chosen):
    """One of the index arrays that np.where(mask) returns: as an index, the mask itself."""

    def __init__(self, mask: Any, axis: int) -> None:
        self.mask, self.axis = mask, axis
        self.changed: Any = None  # the array of them, once an element was assigned to

    @property
    def size(self) -> Any:
        """How many positions there are."""
        return np.sum(self.mask)

    def __getitem__(self, at: Any) -> Any:
        """The first or the last position is a choice between whole numbers."""
        if type(at) is not int or at not in (0, -1) or self.changed is not None:
            return self.decided()[at]
        return _at_end(self.mask, at, lambda *place: float(place[self.axis]))

    def __setitem__(self, at: Any, value: Any) -> None:
        self.changed = self.decided()
        self.changed[at] = value

    def decided(self, _: str = "") -> Any:
        """Those where the mask holds now."""
        return np.nonzero(decided(self.mask))[self.axis] if self.changed is None else self.changed

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.decided(), name)

    def __index__(self) -> int:
        return operator.index(self.decided())

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        return _of_decided(getattr(ufunc, method), inputs, options)

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        return _of_decided(function, args, kwargs)


def _is_open() -> bool:
    """Whether nobody can say which elements are selected: outside a trace, and of whole arrays."""
    return state.session is None or state.whole


def _undecided(what: str, instead: str) -> NoReturn:
    """Ask which elements are selected."""
    raise refusal(what, instead) if _is_open() else Undecided


def _at_end(mask: Any, end: int, pick: Callable[..., Any]) -> Any:
    """What is picked by the first place (0) or the last (-1) where the mask holds."""
    there = slice(None, None, -1 if end else 1)
    picked = [pick(*place) for place in [*np.ndindex(mask.shape)][there]]
    nowhere = Node(RAISE, (), (IndexError, "the condition holds nowhere"))
    return _first(mask.ravel()[there], picked, nowhere)


def _first(mask: Any, values: list[Any], otherwise: Any) -> Any:
    """The first value where the mask holds. Of many values the half is chosen first: choices that
    stand too deep in others are not lazy, and what raises there raises always."""
    if len(values) > _DEEP:
        half = len(values) // 2
        near = _first(mask[: half - 1], values[: half - 1], values[half - 1])
        return _either(np.any(mask[:half]), near, _first(mask[half:], values[half:], otherwise))
    for holds, value in zip(mask[::-1], reversed(values), strict=True):
        otherwise = _either(holds, value, otherwise)
    return otherwise


def _either(condition: Any, if_true: Any, if_false: Any) -> Any:
    return elementwise(choose, [condition, if_true, if_false])


_DEEP = 32  # choices within each other
FEW = 8  # conditions, each of which is a branch
BITS = 48  # of a whole number that a float is


def decided(mask: Any) -> Any:
    """The mask where it holds now: each of its conditions is a branch of the function. Those of a
    large one are the bits of whole numbers, each of which is what it is in the call."""
    holds = mask.ravel().tolist()
    if state.session is not None and len(holds) <= FEW:
        return np.array([bool(one) for one in holds]).reshape(mask.shape)
    known: list[bool] = []
    for first in range(0, len(holds), BITS):
        few = holds[first : first + BITS]
        number = lifted(sum([choose(one, 2.0**k, 0.0) for k, one in enumerate(few)]))
        if state.session is not None:
            state.session.wholes.give(number, True)
        bits = state.session and state.session.int_of(number, False)
        if bits is None:
            what = "positions where a condition on traced values holds, for more than x[positions]"
            instead = "the condition as a mask: x[mask], np.sum(mask), np.where(mask, a, b)"
            raise refusal(what, instead)
        known += [bool(bits >> k & 1) for k in range(len(few))]
    return np.array(known).reshape(mask.shape)


def positions(a: Any) -> tuple[Positions, ...]:
    """np.nonzero of a traced mask."""
    mask = as_array(a)
    mask = mask.copy() if mask.dtype == bool else mask != 0.0
    return tuple([Positions(mask, axis) for axis in range(mask.ndim)])


def _items(index: Any, shape: tuple[int, ...]) -> tuple[Any, ...]:
    """What an index of an array of that shape says, one by one, with positions as the mask that
    they are of, if it is a mask of that array too."""
    items = items_of(index)
    found = [item for item in items if isinstance(item, Positions) and item.changed is None]
    if found and len(found) == len(items):
        mask = found[0].mask
        of_one = all(item.mask is mask for item in found) and mask.shape == shape[: mask.ndim]
        if of_one and [item.axis for item in found] == list(range(mask.ndim)):
            return (mask,)
    settled: tuple[Any, ...] = mapped(_settled, items)
    return settled


def chosen(array: Array, index: Any) -> Any:
    """array[index], where the index depends on the arguments."""
    items = _items(index, array.shape)
    if not is_traced(items):
        return array[items]
    for at, item in sorted(enumerate(items), key=lambda pair: isinstance(pair[1], Node)):
        if is_traced(item) and not _is_mask(item):

            def pick(number: int, at: int = at) -> Any:
                return array[(*items[:at], number, *items[at + 1 :])]

            if isinstance(item, Node):
                return _named(array, items, item, pick)
            return _all_picked(item, items, pick, array)
    try:
        return selected(array, items)
    except Undecided:
        return array[_known(items)]


def _named(array: Array, items: tuple[Any, ...], index: Node, pick: Callable[[int], Any]) -> Any:
    """What a traced number names, of which beside it only numbers and slices leave a view."""
    few = is_choice_of_constants(index, raises=True) or state.session is None

    def take() -> Any:
        return picked(index, pick, {}, {}) if few else _gathered(array, items)

    def put(row: Array, changed: Any) -> None:
        assign(array, items, row, changed)

    views = all(isinstance(one, Node) or np.ndim(one) == 0 for one in items)
    return Part(array, take, put).taken if views else take()


def assign(array: Array, index: Any, value: Any, only: Any = True) -> None:
    """array[index] = value, where the index depends on the arguments; of a value's elements those
    alone that are told."""
    items = _items(index, array.shape)
    if not is_traced(items):
        array[items] = _settled(value)
        return
    if any(is_traced(one) and not (isinstance(one, Node) or _is_mask(one)) for one in items):
        for view, place, new in scattered(array, items, value):
            view[place] = new
        return
    for at, item in enumerate(items):
        if isinstance(item, Node) and not _is_mask(item):
            if state.session is not None and state.session.loops:
                region = state.session.loops[-1].region
                where = _places if state.pointwise or state.whole else _flat_places
                places, shape = where(region, array, items)
                values = np.broadcast_to(objects(value), shape).ravel().tolist()
                if where is _places:
                    region.put(array, places, values)
                    return
                found = state.session.wholes.changed(array.ravel().tolist(), places, values)
                new = objects(region.refuse() if found is None else found)
                array.view(np.ndarray)[...] = new.reshape(array.shape)
                return
            known = state.session and state.session.known_int(item)
            if known is not None:
                array[(*items[:at], known, *items[at + 1 :])] = value
                return
            place, numbers = _place_among(item, at, array.shape[at])
            for number in numbers:
                one = (*items[:at], number, *items[at + 1 :])
                here: Any = ops.eq(place, float(number))
                array[one] = np.where(only, np.where(here, value, array[one]), array[one])
            return
    try:
        put_selected(array, items, value)
    except Undecided:
        array[_known(items)] = _settled(value)


def _place_among(index: Node, axis: int, size: int) -> tuple[Any, Sequence[int]]:
    """Where of so many an index is, and all that it may be: one of a few constants, or any."""
    if not _is_any(index):
        numbers, place = numbers_of(index), index
        for number in numbers:
            if not -size <= number < size:
                what = f"index {number} is out of bounds for axis {axis} with size {size}"
                wrong = Node(RAISE, (), (IndexError, what))
                place = ops.where(ops.eq(index, float(number)), wrong, place)
        return place, [number for number in numbers if -size <= number < size]
    wrong = Node(RAISE, (), (IndexError, f"index out of bounds for axis with size {size}"))
    place = ops.where(index < 0.0, index + float(size), index)
    return ops.where((place >= 0.0) & (place < float(size)), place, wrong), range(size)


def scattered(array: Array, index: Any, value: Any) -> Iterator[tuple[Array, tuple[Any, ...], Any]]:
    """Each place that an index of arrays means, some of them traced, in which view of the array,
    and what is put there. They come one after the other: where two are one, the last stays."""
    view, indices, back = _indices_first(array, _items(index, array.shape))
    places, shape = _places_named(indices)
    rest = view.shape[len(indices) :]
    own = np.moveaxis(np.empty((*shape, *rest), bool), *reversed(back)).shape
    values = np.moveaxis(np.broadcast_to(objects(value), own), *back).reshape(-1, *rest)
    for place, new in zip(places, values, strict=True):
        yield view, place, new


def _places_named(items: Sequence[Any]) -> tuple[list[tuple[Any, ...]], tuple[int, ...]]:
    """Each place that arrays of indices mean, of which some are traced, and their shape."""
    columns = np.broadcast_arrays(*[objects(item) for item in items])
    rows = zip(*[column.ravel().tolist() for column in columns], strict=True)
    places = [tuple([i if isinstance(i, Operand) else int(i) for i in row]) for row in rows]
    return places, columns[0].shape


def _view(array: Any, items: Sequence[Any]) -> Selection:
    """What the one mask in an index selects, in the array's own memory. Axes that ints take out
    stand beside the mask's, or behind it where no axis is ahead of it."""
    at = [k for k, item in enumerate(items) if _is_mask(item)]
    first = at[0] if at else 0
    before, after = items[:first], items[first + 1 :]
    ahead, behind = [[type(item) is not int for item in part] for part in (before, after)]
    apart = sorted(ahead, reverse=True) != ahead or (any(ahead) and sorted(behind) != behind)
    known = all(item is None or type(item) in (int, slice) for item in (*before, *after))
    if len(at) != 1 or apart or not known:
        told = "an array was indexed with a condition on traced values and something else"
        instead = "np.where(condition, a, b), or a mask that does not depend on the arguments"
        _undecided(told, instead)
    mask = any_array(items[first])
    chosen = (*before, *[slice(None)] * mask.ndim, *after, ...)
    found = Selection(any_array(array)[chosen], mask, sum(ahead))
    if found.elements.shape[found.at : found.at + mask.ndim] != mask.shape:
        what = f"a mask of the shape {mask.shape} as an index into an array of {array.shape}"
        raise refused(IndexError, what, "a mask of the shape of its axes")
    return found


def selected(array: Any, items: Sequence[Any]) -> Selection:
    """What the one mask in an index selects now."""
    found = _view(array, items)
    return Selection(found.elements.copy(), found.mask.copy(), found.at)


def put_selected(array: Any, items: Sequence[Any], value: Any) -> None:
    """array[items] = value, of one mask in the index."""
    if not isinstance(value, Selection) and np.size(value) == 1:
        value = any_array(value).reshape(())
    into = _view(array, items)
    new = elementwise(choose, [into._spread(), into.full(value), into.elements])
    into.elements[...] = new


def _known(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """An index with its masks as they are now."""
    return tuple([decided(as_array(item)) if _is_mask(item) else item for item in items])


def _is_mask(item: Any) -> bool:
    if isinstance(item, Array) or (state.whole and isinstance(item, OwnRules)):
        return bool(any_array(item).dtype == bool)
    return isinstance(item, Node) and is_condition(item)


def _same_masks(a: Any, b: Any) -> bool:
    """Whether the elements of two masks are the same formulas of the same Nodes."""
    if a is b or a.shape != b.shape:
        return a is b
    one, other = [[m.node] if state.whole else [*map(lifted, m.flat)] for m in (a, b)]
    number = Numbering()
    return all(number(x) == number(y) for x, y in zip(one, other, strict=True))


# ---------------------------------------------------------------------------------- indices


def picked(
    index: Operand, pick: Callable[[int], Any], known: dict[Node, Any], done: dict[int, Any]
) -> Any:
    """What is picked by an index that is a choice between whole numbers: a choice of the picked;
    `known` and `done` are kept for other indices of the same array.

    np.argmax(x) and np.searchsorted(grid, x) are such choices, and what is added to them is.
    """
    if not isinstance(index, Node):  # a Dual
        raise refusal("an index was asked of a traced value", "a plain int")
    pending = [index]
    while pending:
        node = pending[-1]
        args = node.args[1:] if node.op.lazy else node.args
        if waiting := [arg for arg in args if arg not in known]:
            pending += waiting
            continue
        pending.pop()
        if node.op is CONST or node.op is RAISE:
            known[node] = node.payload if node.op is CONST else node
        elif node.op.leaf:
            return pick(operator.index(index))  # which is known where the trace follows a call
        elif node not in known:
            found = [known[arg] for arg in args]
            lazy = node.op.lazy
            known[node] = _Fork(node.args[0], *found) if lazy else _mapped(node.op, found, {})
    return _picked(known[index], pick, done)


def _gathered(array: Array, items: tuple[Any, ...]) -> Any:
    """What is taken by indices that are known only when the kernel runs, one after the other; by
    the numbers of rounds, which are within the array, at once."""
    wholes, loops = state.session.wholes, state.session.loops
    if loops and (filled := loops[-1].region.filled(array)) is not None:
        places, shape = _places(loops[-1].region, array, items)
        read = [loops[-1].region.read(filled, place) for place in places]
        return array_of(read, shape) if shape else read[0]
    flat = array.ravel().tolist() if loops and array.ndim > 1 else []
    if wholes.most_of(flat) is not None:
        where, shape = _flat_places(loops[-1].region, array, items)
        taken = [number_at(flat, lifted(place), wholes) for place in where]
        return array_of(taken, shape) if shape else taken[0]
    traced = [at for at, item in enumerate(items) if isinstance(item, Node)]
    rest = [slice(None) if at in traced else item for at, item in enumerate(items)]
    if any(type(item) not in (int, slice) for item in rest):
        what = "an array was indexed with traced numbers and something else"
        raise refusal(what, "ints and slices beside them")
    for at in traced:
        if not wholes.has(items[at]):
            operator.index(items[at])  # raises: an index was asked of a traced value
    found = np.asarray(as_array(array)[tuple(rest)])
    axes = [sum(type(item) is slice for item in rest[:at]) for at in traced]
    found = np.moveaxis(found, axes, range(len(axes)))
    sizes, shape = found.shape[: len(axes)], found.shape[len(axes) :]
    indices = [items[at] for at in traced]
    if all(map(wholes.is_within, indices, sizes)):
        at = indices[0]
        for index, size in zip(indices[1:], sizes[1:], strict=True):
            at = at * float(size) + index
        indices, found = [at], found.reshape(-1, *shape)
    for index in indices:
        size, rest_of = found.shape[0], found.shape[1:]
        if not size:
            raise IndexError("index 0 is out of bounds for axis 0 with size 0")
        columns = found.reshape(size, -1).T.tolist()
        found = objects([number_at(one, index, wholes) for one in columns]).reshape(rest_of)
    return array_of(found.ravel().tolist(), rest_of) if rest_of else found.item()


def _places(
    region: Any, array: Array, items: tuple[Any, ...]
) -> tuple[list[tuple[int, ...]], tuple[int, ...]]:
    """Where an index stands in each round: for each number that it means a place in a row, and the
    shape of what it means."""
    if any(not isinstance(item, (int, slice, Node)) for item in items) or len(items) > array.ndim:
        region.refuse()
    grid = np.arange(array.size).reshape(array.shape)
    sizes = zip(items, array.shape, strict=False)
    numbers = [region.places(one, n) if isinstance(one, Node) else one for one, n in sizes]
    rounds = next(len(one) for one in numbers if isinstance(one, tuple))
    found = [
        grid[tuple([one[k] if isinstance(one, tuple) else one for one in numbers])]
        for k in range(rounds)
    ]
    return [*zip(*[one.ravel().tolist() for one in found], strict=True)], found[0].shape


def _flat_places(
    region: Any, array: Array, items: tuple[Any, ...]
) -> tuple[list[Any], tuple[int, ...]]:
    """Where in a row each number is that an index means, and the shape of what it means."""
    if any(not isinstance(item, (int, slice, Node)) for item in items) or len(items) > array.ndim:
        region.refuse()
    grid = np.arange(array.size).reshape(array.shape)
    first = grid[tuple([0 if isinstance(item, Node) else item for item in items])]
    found: list[Any] = [float(at) for at in first.ravel().tolist()]
    for axis, item in enumerate(items):
        if isinstance(item, Node):
            size, step = array.shape[axis], math.prod(array.shape[axis + 1 :])
            within = array.ndim == 1 or state.session.wholes.is_within(item, size)
            at = item if within else _place_among(item, axis, size)[0]
            moved = at if step == 1 else at * float(step)
            found = [
                moved + place if isinstance(place, Node) or place else moved for place in found
            ]
    return found, first.shape


def numbers_of(index: Node) -> list[int]:
    """All the whole numbers that an index may come to."""
    found: dict[int, float] = {}
    picked(index, lambda number: found.setdefault(number, 0.0), {}, {})
    return sorted(found)


def wholes_of(indices: Any) -> set[int]:
    """The same of all elements of an array of them."""
    found: set[int] = set()
    for one in as_array(indices).ravel().tolist():
        found.update(numbers_of(one) if isinstance(one, Node) else [int(one)])
    return found


class _Fork(NamedTuple):
    """A choice between two numbers, or between two forks."""

    condition: Node
    first: Any
    second: Any


def _mapped(op: Any, args: Sequence[Any], known: dict[Any, Any]) -> Any:
    forks = [at for at, arg in enumerate(args) if isinstance(arg, _Fork)]
    if not forks:
        return op(*args)
    at, fork = forks[0], args[forks[0]]
    key = tuple([id(arg) if isinstance(arg, _Fork) else arg for arg in args])
    if key not in known:
        first, second = [
            _mapped(op, [*args[:at], side, *args[at + 1 :]], known)
            for side in (fork.first, fork.second)
        ]
        known[key] = _Fork(fork.condition, first, second)
    return known[key]


def _picked(found: Any, pick: Callable[[int], Any], known: dict[Any, Any]) -> Any:
    if isinstance(found, Node):  # an exception
        return found
    if not isinstance(found, _Fork):
        return pick(operator.index(int(found) if found == int(found) else found))
    if id(found) not in known:
        sides = []
        for side in (found.first, found.second):
            try:
                sides.append(_picked(side, pick, known))
            except IndexError as error:  # if it comes to that
                sides.append(Node(RAISE, (), (IndexError, str(error))))
        known[id(found)] = elementwise(choose, [found.condition, *sides])
    return known[id(found)]


def _all_picked(index: Any, items: Sequence[Any], pick: Callable[[int], Any], array: Array) -> Any:
    """The picked for each of an array of choices between whole numbers."""
    if len(items) > 1:
        view, indices, back = _indices_first(array, items)
        if len(indices) == 1:
            return np.moveaxis(view[indices], *reversed(back))
        places, shape = _places_named(indices)
        found = _put_together([view[place] for place in places], shape)
        return np.moveaxis(found, *reversed(back))
    if not isinstance(index, (Array, list)):
        what = "an array was indexed with traced numbers and something else"
        raise refusal(what, "a loop over the indices, each of which chooses between whole numbers")
    index, known, done = as_array(index), dict[Node, Any](), dict[int, Any]()
    flat = [
        (
            (array[i] if _is_any(i) else picked(i, pick, known, done))
            if isinstance(i, Operand)
            else pick(int(i))
        )
        for i in index.flat
    ]
    return _put_together(flat, index.shape)


def _indices_first(
    array: Array, items: Sequence[Any]
) -> tuple[Array, tuple[Any, ...], tuple[range, range]]:
    """A view of the array whose first axes are those of the indices among the items, the indices,
    and which axes of what they mean, in the array's own order, are the first of the view's."""
    taken = sum(item is not None and item is not ... for item in items)
    rest = [slice(None)] * (array.ndim - taken)
    items = [one for item in items for one in (rest if item is ... else [item])]
    at = [k for k, item in enumerate(items) if item is not None and type(item) is not slice]
    indices = tuple([items[k] for k in at])
    if not all(map(_is_indices, indices)):
        raise refusal(
            "an array was indexed with traced numbers, and a mask beside them",
            "a loop over the indices, each of which chooses between whole numbers",
        )
    view = array[tuple([slice(None) if k in at else item for k, item in enumerate(items)])]
    axes = range(max(np.ndim(index) for index in indices))
    first = at[0] if at[-1] - at[0] < len(at) else 0  # as NumPy has it
    back = range(first, first + len(axes)), axes
    return np.moveaxis(view, at, range(len(at))), indices, back


def _is_any(index: Operand) -> bool:
    """Whether it is a whole number that is none of a few, and that no argument is."""
    wholes = state.session and state.session.wholes
    if not wholes or not isinstance(index, Node) or is_choice_of_constants(index, raises=True):
        return False
    return wholes.counts(index) and not is_decided(index, state.session)


def _is_indices(item: Any) -> bool:
    """Whether an item of an index is a whole number or an array of them, and no mask."""
    return not _is_mask(item) if is_traced(item) else np.asarray(item).dtype.kind in "iu"


def _put_together(flat: Sequence[Any], shape: tuple[int, ...]) -> Any:
    if all(np.ndim(item) == 0 for item in flat):
        return array_of(flat, shape)
    return np.stack(flat).reshape(shape + np.shape(flat[0]))
