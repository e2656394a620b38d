"""Columns and tables of polars' as containers of their numbers.

In: a Series or DataFrame. Out: its columns as arrays, and its names and whatever else is no number
as the static rest. A room of its own because no Series of polars' can hold what is traced: a
function gets a stand-in, which has the operators, NumPy's functions and the commonest of polars'
methods, and whose other names are errors. Results and derivatives are polars' own again.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any

from lazyad.values.errors import refused
from lazyad.values.frames import columns_of
from lazyad.values.structure import REGISTERED, Row


class _StandIn:
    """What has a few of the names that polars knows."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        kind = "Series" if isinstance(self, Column) else "DataFrame"
        what = f"{kind}.{name} of polars has no meaning on traced values"
        raise refused(TypeError, what, "what NumPy has, of x.to_numpy()")


class Column(_StandIn):
    """What a function gets for a Series: an array with polars' names."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, name: str, values: Any) -> None:
        self.name, self._values = name, values

    def _of(self, values: Any) -> Column:
        return Column(self.name, values)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        found = getattr(ufunc, method)(*map(_numbers, inputs), **options)
        return self._of(found) if getattr(found, "ndim", 0) == 1 else found

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        return function(*map(_numbers, args), **{k: _numbers(v) for k, v in kwargs.items()})

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return self._values

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)

    def __getitem__(self, index: Any) -> Any:
        found = self._values[_numbers(index)]
        return self._of(found) if getattr(found, "ndim", 0) == 1 else found

    @property
    def shape(self) -> tuple[int]:
        return (len(self),)

    def to_numpy(self, **_: Any) -> Any:
        return self._values

    def to_list(self) -> list[Any]:
        return list(self._values)

    def len(self) -> int:
        return len(self)

    def std(self, ddof: int = 1) -> Any:
        return self._values.std(ddof=ddof)

    def var(self, ddof: int = 1) -> Any:
        return self._values.var(ddof=ddof)

    def product(self) -> Any:
        return self._values.prod()

    def dot(self, other: Any) -> Any:
        return self._values.dot(_numbers(other))

    def pow(self, exponent: Any) -> Any:
        return self**exponent

    def log(self, base: float | None = None) -> Any:
        import numpy

        found = numpy.log(self._values)
        return self._of(found if base is None else found / numpy.log(base))

    def clip(self, lower_bound: Any = None, upper_bound: Any = None) -> Any:
        return self._of(self._values.clip(lower_bound, upper_bound))

    def cum_sum(self) -> Any:
        return self._of(self._values.cumsum())

    def filter(self, predicate: Any) -> Any:
        return self[predicate]

    def reverse(self) -> Any:
        return self[::-1]

    def head(self, n: int = 10) -> Any:
        return self[:n]

    def tail(self, n: int = 10) -> Any:
        return self[max(len(self) - n, 0) if n >= 0 else -n :]


def _numbers(value: Any) -> Any:
    """The arrays of columns, also in a list of them."""
    if isinstance(value, Column):
        return value._values
    return type(value)(map(_numbers, value)) if type(value) in (list, tuple) else value


def _binary(name: str) -> tuple[Callable[..., Any], Callable[..., Any]]:
    apply = getattr(operator, f"__{name}__")

    def method(self: Column, other: Any) -> Any:
        return self._of(apply(self._values, _numbers(other)))

    def reflected(self: Column, other: Any) -> Any:
        return self._of(apply(_numbers(other), self._values))

    return method, reflected


def _unary(apply: Callable[[Any], Any]) -> Callable[[Column], Any]:
    return lambda self: self._of(apply(self._values))


def _numpys(name: str, whole: bool) -> Callable[[Column], Any]:
    def method(self: Column) -> Any:
        import numpy

        found = getattr(numpy, name)(self._values)
        return found if whole else self._of(found)

    return method


for _name in "add sub mul truediv floordiv mod pow and or xor lt le gt ge eq ne".split():
    _method, _reflected = _binary(_name)
    setattr(Column, f"__{_name}__", _method)
    if _name not in "lt le gt ge eq ne":
        setattr(Column, f"__r{_name}__", _reflected)
for _name in "neg pos abs invert".split():
    setattr(Column, f"__{_name}__", _unary(getattr(operator, f"__{_name}__")))
for _name in "sum mean median min max".split():
    setattr(Column, _name, _numpys(_name, True))
_OF_EACH = "abs exp log1p log10 sqrt cbrt sin cos tan arcsin arccos arctan sinh cosh tanh"
for _name in _OF_EACH.split():
    setattr(Column, _name, _numpys(_name, False))


class Table(_StandIn):
    """What a function gets for a DataFrame: its columns by their names."""

    def __init__(self, columns: dict[str, Any]) -> None:
        self._columns = columns

    @property
    def columns(self) -> list[str]:
        return [*self._columns]

    @property
    def width(self) -> int:
        return len(self._columns)

    @property
    def height(self) -> int:
        return len(next(iter(self._columns.values()), ()))

    @property
    def shape(self) -> tuple[int, int]:
        return self.height, self.width

    def __len__(self) -> int:
        return self.height

    def __iter__(self) -> Iterator[Any]:
        return iter(self._columns.values())

    def __getitem__(self, name: Any) -> Any:
        return self.select(*name) if type(name) is list else self._columns[name]

    def get_column(self, name: str) -> Any:
        return self._columns[name]

    def get_columns(self) -> list[Any]:
        return [*self]

    def select(self, *names: str) -> Table:
        return Table({name: self._columns[name] for name in names})

    def to_numpy(self, **_: Any) -> Any:
        import numpy

        return numpy.stack([_numbers(column) for column in self], axis=1)


# ---------------------------------------------------------------------------------- containers


def _array(column: Any, what: str) -> Any:
    if column.null_count() or (column.dtype.is_float() and column.is_nan().any()):
        instead = "x.drop_nulls().drop_nans() before the call; or x.to_numpy()"
        raise refused(ValueError, f"{what} holds a null or a nan", instead)
    return column.to_numpy()


def series_parts(series: Any) -> tuple[Any, Any]:
    """The numbers of a Series; its name."""
    if not series.dtype.is_numeric():
        what = f"a Series of {series.dtype}"
        raise refused(TypeError, what, "numbers; or x.to_list(), which stays what it is")
    return (_array(series, f"the Series {series.name!r}"),), series.name


def series_of(name: Any, parts: Any) -> Any:
    """A Series of these numbers, or what stands for one while they are traced; of what has more
    axes, as a derivative may, the array itself."""
    (values,) = parts
    if getattr(values, "ndim", 0) != 1:
        return values
    if not _is_plain(values):
        return Column(name, values)
    import polars

    return polars.Series(name, values)


def table_parts(table: Any) -> tuple[Any, Any]:
    """The columns of numbers of a DataFrame; their names, and its other columns."""
    numbers = [column for column in table if column.dtype.is_numeric()]
    other = [(one.name, tuple(one.to_list())) for one in table if not one.dtype.is_numeric()]
    arrays = tuple([_array(column, f"the column {column.name!r}") for column in numbers])
    return arrays, (tuple(table.columns), tuple(other))


def table_of(rest: Any, parts: Any) -> Any:
    """A DataFrame of these columns, or what stands for one; where they have more axes, a dict."""
    names, other = rest
    columns, flat = columns_of(names, other, parts)
    if not flat:
        return columns
    if all(map(_is_plain, parts)):
        import polars

        return polars.DataFrame(columns)
    fixed = dict(other)
    return Table({k: one if k in fixed else Column(k, one) for k, one in columns.items()})


def _is_plain(values: Any) -> bool:
    """Whether it is an array of numbers, and none that is traced."""
    import numpy

    return type(values) is numpy.ndarray and values.dtype.kind in "fiub"


def column_parts(column: Column) -> tuple[Any, Any]:
    return (column.to_numpy(),), column.name


REGISTERED[Column] = Row(column_parts, column_parts, series_of)
ROWS = {
    ("polars.series.series", "Series"): Row(series_parts, series_parts, series_of),
    ("polars.dataframe.frame", "DataFrame"): Row(table_parts, table_parts, table_of),
}
