"""Columns and tables of pandas' as containers of their numbers.

In: a Series or DataFrame. Out: its columns as arrays, and its labels and whatever else is no number
as the static rest. A room of its own because pandas is an extra: who has none of its tables never
imports it.

A function gets them as pandas makes them of traced values, which align by their labels like any
others. What holds a nan is refused: pandas leaves it out of sums, and a kernel cannot know it.
"""

from __future__ import annotations

from numbers import Number
from typing import Any

from lazyad.values.errors import refused
from lazyad.values.structure import Row


def series_parts(series: Any) -> tuple[Any, Any]:
    """The numbers of a Series; its labels and name."""
    values = series.to_numpy()
    _check([("the Series", series)])
    return (values,), (_labels(series.index), series.name)


def series_of(rest: Any, parts: Any) -> Any:
    """A Series of these numbers; of what has more axes, as a derivative may, the array itself."""
    labels, name = rest
    if getattr(parts[0], "ndim", 0) != 1:
        return parts[0]
    import pandas

    return pandas.Series(parts[0], index=_index(labels), name=name)


def table_parts(table: Any) -> tuple[Any, Any]:
    """The columns of numbers of a DataFrame, by their names; its labels, and its other columns."""
    columns = list(table.items())
    if len(dict(columns)) < len(columns):
        what = "a DataFrame has two columns of one name"
        raise refused(TypeError, what, "other names, or x.to_numpy()")
    traced = {name for name, column in columns if _is_traced(name, column)}
    numbers = [(name, c) for name, c in columns if c.dtype.kind in "fiu" or name in traced]
    if not traced:  # an argument; a result may have a nan
        _check([(f"the column {name!r}", column) for name, column in numbers])
    known = dict(numbers)
    other = [(name, tuple(column)) for name, column in columns if name not in known]
    names = tuple([name for name, _ in columns])
    rest = _labels(table.index), names, tuple(other)
    return tuple([column.to_numpy() for _, column in numbers]), rest


def table_of(rest: Any, parts: Any) -> Any:
    """A DataFrame of these columns; where they have more axes, a dict of them."""
    labels, names, other = rest
    columns, flat = columns_of(names, other, parts)
    if not flat:
        return columns
    import pandas

    return pandas.DataFrame(columns, index=_index(labels))


def columns_of(names: Any, other: Any, parts: Any) -> tuple[dict[Any, Any], bool]:
    """The columns by their names, those of numbers in turn; whether all are flat. Others than these
    make no table, and come alone."""
    fixed, numbers = dict(other), iter(parts)
    found = {name: fixed[name] if name in fixed else next(numbers) for name in names}
    flat = all(getattr(part, "ndim", 0) == 1 for part in parts)
    return (found if flat else {name: found[name] for name in names if name not in fixed}), flat


def _is_traced(name: Any, column: Any) -> bool:
    """Whether a column of a result has traced numbers, which pandas keeps as objects."""
    if column.dtype.kind != "O":
        return False
    numbers = [x for x in column if hasattr(x, "as_integer_ratio")]
    traced = any(not isinstance(x, Number) for x in numbers)
    if traced and len(numbers) < len(column):
        what = f"the column {name!r} of a result has traced numbers and what is none"
        raise refused(TypeError, what, "a column of numbers, and another for the rest")
    return traced


def _labels(index: Any) -> Any:
    """The labels; None where they count the rows."""
    plain = type(index).__name__ == "RangeIndex" and (index.start, index.step) == (0, 1)
    return None if plain and index.name is None else (index.name, tuple(index.tolist()))


def _index(labels: Any) -> Any:
    if labels is None:
        return None
    import pandas

    return pandas.Index(list(labels[1]), name=labels[0])


def _check(columns: list[tuple[str, Any]]) -> None:
    for what, column in columns:
        if column.dtype.kind == "f" and column.isna().any():
            instead = "x.dropna() before the call; or x.to_numpy(), whose sums keep it"
            raise refused(ValueError, f"{what} holds a nan, which pandas leaves out", instead)


ROWS = {
    ("pandas", "Series"): Row(series_parts, series_parts, series_of),
    ("pandas", "DataFrame"): Row(table_parts, table_parts, table_of),
}
