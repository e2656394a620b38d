"""Elements that a traced mask selects, of whole arrays: nobody knows how many there are.

In: a whole array and an index with a mask. Out: what stands for x[mask]: all elements, and the
mask. A room of its own because it has no shape, and goes back under its mask or into a reduction.
"""

from __future__ import annotations

import functools
import inspect
import math
import operator
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from lazyad.arrays import views
from lazyad.arrays.forms import shape_of
from lazyad.graph import CONST, Node
from lazyad.ops import length
from lazyad.tracing.numpy.arrays import OwnRules, refusal
from lazyad.tracing.numpy.whole import (
    FUNCTIONS,
    Whole,
    applied,
    called,
    is_index_array,
    is_mask,
    kind_of,
    own_shape,
    part_of,
)
from lazyad.values.errors import refused, three_parts
from lazyad.values.origin import describe, here

_CHOSEN = "np.where(mask, x, 0.0), which keeps all of them"


def _masked(array: Whole, steps: Sequence[Any]) -> tuple[Whole, Whole, int]:
    """The view by ints and slices of x[0, mask, 1:], its mask, and the first axis of that."""
    masks = [step for step in steps if is_mask(step)]
    if len(masks) > 1 or any(map(is_index_array, [step for step in steps if step is not masks[0]])):
        raise refusal("several arrays as one index, of which one is a traced mask", _CHOSEN)
    mask, at = masks[0], next(at for at, step in enumerate(steps) if is_mask(step))
    kept = [isinstance(step, slice) or step is None for step in steps]
    ahead, behind = kept[:at], kept[at + 1 :]
    if sorted(ahead, reverse=True) != ahead or sorted(behind) != behind:
        raise refusal("an int apart from a traced mask in one index", "x[at][mask]")
    view = part_of(array, [*steps[:at], *[slice(None)] * mask.ndim, *steps[at + 1 :]])
    at = sum(ahead)
    if view.shape[at : at + mask.ndim] != mask.shape:
        what = f"a mask of the shape {mask.shape} as an index into an array of {array.shape}"
        raise refused(IndexError, what, "a mask of the shape of its axes")
    return view, mask, at


class Selected(OwnRules):
    """x[mask] where a traced mask holds: all elements, and the mask, which begins `at` an axis of
    them. What is done to each is done to all of them; it goes back under the same mask, or into a
    sum, a mean or an extreme."""

    __slots__ = ("at", "mask", "values")

    def __init__(self, values: Whole, mask: Node, at: int) -> None:
        self.values, self.mask, self.at = values, mask, at

    @staticmethod
    def of(array: Whole, steps: Sequence[Any]) -> Selected:
        """What a mask selects."""
        view, mask, at = _masked(array, steps)
        return Selected(Whole(view.node), mask.node, at)

    @staticmethod
    def put(array: Whole, steps: Sequence[Any], value: Any) -> None:
        """x[mask] = value, and x[0, mask, 1:] = value."""
        view, mask, at = _masked(array, steps)
        there = Selected(view, mask.node, at)
        value = there.alike(value)
        view.assign(FUNCTIONS[np.where](there.spread, value, Whole(view.node)))

    dtype = property(lambda self: self.values.dtype)
    ndim = property(lambda self: self.at + 1 + self._behind)

    @property
    def _behind(self) -> int:
        """How many axes there are behind those of the mask."""
        return int(self.values.ndim) - self.at - len(shape_of(self.mask))

    @property
    def spread(self) -> Whole:
        """The mask along all axes behind its own too."""
        return Whole(views.reshape(self.mask, (*shape_of(self.mask), *(1,) * self._behind)))

    def alike(self, value: Any) -> Any:
        """All elements of what is selected by this mask; or what is one for each row of these."""
        if isinstance(value, Selected):
            if value.at != self.at or not _are_same(value.mask, self.mask):
                raise refusal("elements that two masks select met", "one mask for both")
            return value.values
        shape, behind = own_shape(value), self._behind
        one = len(shape_of(self.mask)) == 1 and shape[len(shape) - behind - 1 :][:1] == (1,)
        if len(shape) > behind and not one:
            raise refusal(
                "an array met x[mask], whose length is not known", "x[mask] and values[mask]"
            )
        return value

    def _count(self) -> Any:
        """How many are selected along the axes of the mask."""
        return FUNCTIONS[np.sum](Whole(self.mask))

    @property
    def size(self) -> Any:
        """How many elements there are."""
        covered = math.prod(shape_of(self.mask))
        return self._count() * (self.values.size // max(1, covered))

    def __len__(self) -> int:
        raise refusal("the length of x[mask] was asked", "np.sum(mask)")

    def __getitem__(self, index: Any) -> Any:
        raise refusal("an element of x[mask], or a part of it, was asked", _CHOSEN)

    def __setitem__(self, index: Any, value: Any) -> None:
        raise refusal("an element of x[mask] was assigned to", "x[mask] = values")

    def __getattr__(self, name: str) -> Any:
        """Whoever asks whether there is such an attribute is told that there is none."""
        if name.startswith("_"):
            raise AttributeError(name)
        raise AttributeError(three_parts(f".{name} of x[mask]", describe(here()), _CHOSEN))

    def _joined(self, name: str, neutral: float, axis: Any = None) -> Any:
        """A reduction of what is selected: the others are neutral in it."""
        rank, axes = self.values.ndim, None
        if axis is not None:
            if not isinstance(axis, int) or axis % self.ndim != self.at:
                raise refusal(f".{name}() of x[mask] along another axis", _CHOSEN)
            axes = tuple(range(self.at, rank - self._behind))
        if self.values.dtype == bool:
            others = self.values & self.spread if not neutral else self.values | ~self.spread
            return FUNCTIONS[getattr(np, name)](others, axes)
        chosen = FUNCTIONS[np.where](self.spread, self.values, neutral)
        return FUNCTIONS[getattr(np, name)](chosen, axes)

    def sum(self, axis: Any = None) -> Any:
        """The sum."""
        return self._joined("sum", 0.0, axis)

    def mean(self, axis: Any = None) -> Any:
        """The mean."""
        count = self.size if axis is None else self._count()
        kind = kind_of(self.values.node)
        return self.sum(axis) / count.astype(kind if kind == "float32" else "float64")

    def var(self, axis: Any = None, ddof: int = 0) -> Any:
        """The variance."""
        mean = self.mean(axis)
        if axis is not None and self.at:
            mean = np.expand_dims(mean, self.at)
        apart = self._each(operator.sub, (self, mean))
        count = self.size if axis is None else self._count()
        return self._each(operator.mul, (apart, apart)).sum(axis) / (count - ddof)

    def std(self, axis: Any = None, ddof: int = 0) -> Any:
        """The standard deviation."""
        return applied(length, [self.var(axis, ddof)])

    def max(self, axis: Any = None) -> Any:
        """The largest."""
        return self._joined("max", -math.inf, axis)

    def min(self, axis: Any = None) -> Any:
        """The smallest."""
        return self._joined("min", math.inf, axis)

    def prod(self, axis: Any = None) -> Any:
        """The product."""
        return self._joined("prod", 1.0, axis)

    def any(self, axis: Any = None) -> Any:
        """Whether one holds."""
        return self._each(operator.ne, (self, 0.0))._joined("any", 0.0, axis)

    def all(self, axis: Any = None) -> Any:
        """Whether each holds."""
        return self._each(operator.ne, (self, 0.0))._joined("all", 1.0, axis)

    def dot(self, other: Any) -> Any:
        """The sum of products with others that the mask selects."""
        if self.ndim != 1 or not isinstance(other, Selected):
            raise refusal("a product of matrices and x[mask]", _CHOSEN)
        return self._each(operator.mul, (self, other)).sum()

    __matmul__ = dot

    def norm(self) -> Any:
        """The length."""
        return applied(length, [self.dot(self)])

    def astype(self, dtype: Any, **inert: Any) -> Selected:
        """The same of another kind."""
        return Selected(self.values.astype(dtype), self.mask, self.at)

    def copy(self) -> Selected:
        """The same, which it is already."""
        return self

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        if method != "__call__" or options:
            raise refusal(f"np.{ufunc.__name__}.{method} of x[mask]", "np.where(mask, x, 0.0)")
        return self._each(lambda *args: called(ufunc, ufunc.__name__, args, {}), inputs)

    def _each(self, function: Callable[..., Any], args: Sequence[Any]) -> Selected:
        return Selected(function(*map(self.alike, args)), self.mask, self.at)

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        name = function.__name__.replace("amax", "max").replace("amin", "min")
        if name in _REDUCTIONS and args[0] is self:
            return getattr(self, name)(*args[1:], **kwargs)
        raise refusal(f"np.{function.__name__} of x[mask]", "np.where(mask, x, 0.0)")


_REDUCTIONS = "sum mean max min prod var std any all dot norm astype copy".split()


def _refusing(method: Callable[..., Any]) -> Callable[..., Any]:
    """The method, which takes what it says and refuses all else."""
    signature = inspect.signature(method)

    @functools.wraps(method)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            signature.bind(*args, **kwargs)
        except TypeError:
            what = f".{method.__name__}() of x[mask] with {', '.join(kwargs) or 'more arguments'}"
            raise refusal(what, _CHOSEN) from None
        return method(*args, **kwargs)

    return call


for _name in _REDUCTIONS:
    setattr(Selected, _name, _refusing(getattr(Selected, _name)))


def _of_selected(name: str, turned: bool) -> Callable[[Selected, Any], Selected]:
    change = getattr(operator, name)

    def method(self: Selected, other: Any) -> Selected:
        return self._each(change, (other, self) if turned else (self, other))

    return method


def _of_each(change: Callable[[Any], Any]) -> Callable[[Selected], Selected]:
    return lambda self: self._each(change, (self,))


for _name in "neg pos abs invert".split():
    setattr(Selected, f"__{_name}__", _of_each(getattr(operator, _name)))
for _name in "add sub mul truediv floordiv mod pow and_ or_ xor".split():
    setattr(Selected, f"__{_name.rstrip('_')}__", _of_selected(_name, False))
    setattr(Selected, f"__r{_name.rstrip('_')}__", _of_selected(_name, True))
for _name in "lt le gt ge eq ne".split():
    setattr(Selected, f"__{_name}__", _of_selected(_name, False))


def _are_same(one: Node, other: Node) -> bool:
    """Whether two masks are one comparison of the same arrays."""
    if one is other:
        return True
    alike = one.op is other.op and one.payload == other.payload and len(one.args) == len(other.args)
    return alike and all(
        a is b or (a.op is b.op is CONST and a.payload == b.payload)
        for a, b in zip(one.args, other.args, strict=True)
    )


Whole.selected_kind = Selected
