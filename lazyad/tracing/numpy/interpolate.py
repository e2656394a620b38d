"""SciPy's interpolators on traced points: their own coefficients, as piecewise polynomials.

In: one of SciPy's splines or tables, which SciPy itself made of numbers, outside or inside of the
traced function; and traced points. Out: its values. A room of its own because SciPy keeps
polynomials in three bases, and each class has its own idea of what lies outside of the table.

What is linear in its values may be made of traced ones, too: it is the sum of them times the
interpolators of unit vectors, which SciPy makes. Where SciPy has formulas of the coefficients,
they are traced.
"""

from __future__ import annotations

import inspect
import math
import sys
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from lazyad import ops
from lazyad.graph import ZERO, Op, lifted
from lazyad.piecewise import piecewise
from lazyad.plain import solvers
from lazyad.regions import table, take
from lazyad.tracing.classes import copied_class
from lazyad.tracing.numpy.arrays import (
    OF_WHOLE,
    any_array,
    as_array,
    elementwise,
    is_traced,
    mapped,
    numbers,
    objects,
    refusal,
    run,
)
from lazyad.values.errors import three_parts
from lazyad.values.origin import describe, here, state
from lazyad.values.rows import NamedTuple

EXTRAPOLATE, FILL, RAISE, CLIP, PERIODIC = "extrapolate", "fill", "raise", "clip", "periodic"


# What SciPy's classes call them.
_MODES = {"periodic": PERIODIC, False: FILL, True: EXTRAPOLATE, None: EXTRAPOLATE}


class Table(NamedTuple):
    """The polynomials of an interpolator, one op for each number that it returns for a point."""

    columns: list[Op | None]  # None is 0
    shape: tuple[int, ...]  # of what it returns for a point
    axis: int  # of the result, where the axes of the points come in
    low: float
    high: float
    outside: str  # one of the above
    fill: tuple[Any, Any] = (math.nan, math.nan)  # below and above, where it is FILL

    def derivative(self, order: int) -> Table:
        columns = self.columns
        for _ in range(order):
            columns = [op and _slope(op) for op in columns]
        # FITPACK keeps what is at the ends of the spline, and not of its derivatives.
        outside = EXTRAPOLATE if order and self.outside == CLIP else self.outside
        return self._replace(columns=columns, outside=outside)


def _slope(op: Op) -> Op | None:
    partial = op.equation[2][0]
    return None if partial is ZERO or partial is None else partial.op


# ---------------------------------------------------------------------------------- SciPy's tables


def _of_rows(breaks: Any, coefficients: Any) -> list[Op | None]:
    """An op for each column of coefficients[power, piece, column], the highest power first."""
    starts = breaks[:-1]
    ops_: list[Op | None] = []
    for column in np.moveaxis(coefficients, -1, 0):
        highest = next((at for at, row in enumerate(column) if np.any(row)), len(column) - 1)
        rows = [*zip(starts, *column[highest:], strict=True)]
        if len(column) - highest == 1:
            rows = [row[1:] for row in rows]
        ops_.append(piecewise(breaks[1:-1], rows))
    return ops_


def _finite(real: Any, *parts: Any) -> None:
    if not all(np.isrealobj(part) and np.isfinite(part).all() for part in parts):
        raise refusal(
            f"a {type(real).__name__} of numbers that are complex, infinite or nan, at a traced "
            "point",
            "a table of finite floats",
        )


def _ppoly(real: Any) -> Table:
    x, c = np.asarray(real.x), np.asarray(real.c)
    _finite(real, x, c)
    if x[0] > x[-1]:
        raise refusal(f"a {type(real).__name__} of descending points", "ascending points")
    keep = np.flatnonzero(np.diff(x) > 0.0)
    breaks, flat = np.append(x[keep], x[-1]), c.reshape(*c.shape[:2], -1)[:, keep]
    outside = _MODES[real.extrapolate]
    return Table(_of_rows(breaks, flat), c.shape[2:], real.axis, x[0], x[-1], outside)


def _bspline(real: Any) -> Table:
    t, k = np.asarray(real.t), int(real.k)
    c = np.asarray(real.c)
    _finite(real, t, c)
    n = len(t) - k - 1
    inner = t[k : n + 1]
    keep = np.flatnonzero(np.diff(inner) > 0.0)
    breaks = np.append(inner[keep], inner[-1])
    trailing = c.shape[1:]
    powers = [
        np.asarray(real(breaks[:-1], nu=nu, extrapolate=True)) / math.factorial(nu)
        for nu in range(k, -1, -1)
    ]
    powers = [np.moveaxis(one, real.axis, 0) for one in powers]
    rows = np.stack([one.reshape(len(keep), -1) for one in powers])
    outside = _MODES[real.extrapolate]
    return Table(_of_rows(breaks, rows), trailing, real.axis, inner[0], inner[-1], outside)


_EXT: dict[Any, str] = {
    **{0: EXTRAPOLATE, 1: FILL, 2: RAISE, 3: CLIP},
    **{"extrapolate": EXTRAPOLATE, "zeros": FILL, "raise": RAISE, "const": CLIP},
}


def _fitpack(tck: Any, ext: Any) -> Table:
    from scipy.interpolate import BSpline

    t, c, k = (np.asarray(part) for part in tck)
    c = c[: len(t) - int(k) - 1]  # FITPACK pads it
    return _bspline(BSpline(t, c, int(k)))._replace(outside=_EXT[ext], fill=(0.0, 0.0))


def _interp1d(real: Any) -> Table:
    x, y = np.asarray(real.x, float), np.asarray(real._y, float).reshape(len(real.x), -1)
    _finite(real, x, y)
    kind = getattr(real._call, "__name__", "")
    if kind == "_call_spline":
        table = _bspline(real._spline)
        columns = table.columns
    elif kind == "_call_nearest":
        columns = _steps(real.x_bds, y, real._side)
    elif kind == "_call_previousnext":
        inner = real._x_shift[:-1] if real._ind else real._x_shift[1:]
        columns = _steps(inner, y, real._side)
    elif kind in ("_call_linear", "_call_linear_np"):
        slopes = np.diff(y, axis=0) / np.diff(x)[:, None]
        rows = [[*zip(x[:-1], s, v, strict=True)] for s, v in zip(slopes.T, y[:-1].T, strict=True)]
        columns = [piecewise([*x[1:-1]], row, kind == "_call_linear") for row in rows]
    else:
        raise refusal(f"interp1d of the kind {real._kind!r} at a traced point", 'kind="linear"')
    outside = EXTRAPOLATE if real._extrapolate else RAISE if real.bounds_error else FILL
    shape = real.y.shape[: real.axis] + real.y.shape[real.axis + 1 :]
    fill = () if real._extrapolate else (real._fill_value_below, real._fill_value_above)
    return Table(columns, shape, real._y_axis, x[0], x[-1], outside, fill or (math.nan, math.nan))


def _steps(breaks: Any, y: Any, side: str) -> list[Op | None]:
    return [piecewise(breaks, [(one,) for one in column], side == "left") for column in y.T]


# ---------------------------------------------------------------------------------- traced points


def _at(table: Table, x: Any) -> Any:
    """What the table has at the points, in SciPy's order of the axes."""
    size = len(table.columns)
    below, above = [np.broadcast_to(objects(one).ravel(), size).tolist() for one in table.fill]
    flat = zip(table.columns, below, above, strict=True)
    x = any_array(x)
    columns = [any_array(elementwise(_function(table, *column), [x])) for column in flat]
    stacked = any_array(np.stack(columns) if columns else np.zeros((0, *x.shape)))
    return _placed(stacked.reshape(table.shape + x.shape), x.ndim, table.axis)[()]


def _placed(values: Any, points: int, axis: int) -> Any:
    """The values, whose last axes are those of the points, with these where SciPy has them."""
    axes = [*range(values.ndim)]
    rest, last = axes[: values.ndim - points], axes[values.ndim - points :]
    return values.transpose([*rest[:axis], *last, *rest[axis:]])


def _function(table: Table, op: Op | None, below: Any, above: Any) -> Callable[[Any], Any]:
    """One number of what the table has at a point."""
    low, high = float(table.low), float(table.high)
    what = "a point at which is interpolated is {} the table's {!r}"
    instead = "a point within the table, or an interpolator that extrapolates or fills"
    said = _said(what, low, high, instead)

    def of(x: Any) -> Any:
        if table.outside == PERIODIC:
            x = low + (x - low) % (high - low)
        elif table.outside == CLIP:
            x = ops.where(x < low, low, ops.where(x > high, high, x))
        elif table.outside == RAISE:
            x = _within(x, low, high, said)
        value = 0.0 * x if op is None else op(x)
        if table.outside == FILL:
            value = ops.where(x < low, below, ops.where(x > high, above, value))
        return value

    return of


def _said(what: str, low: float, high: float, instead: str) -> list[str]:
    """What is wrong with a point below or above the ends."""
    place = describe(here())
    sides = [("below", low), ("above", high)]
    return [three_parts(what.format(*side), place, instead) for side in sides]


def _within(x: Any, low: float, high: float, said: Sequence[str]) -> Any:
    """The point, which raises one of the two where it is beyond an end."""
    check: Any = solvers.all_within if state.whole else solvers.within
    return (state.session.names.see(check) if state.session else check)(x, low, high, *said)


# ---------------------------------------------------------------------------------- the objects


def _kind(real: Any) -> str:
    """The nearest class of SciPy's that is known here."""
    kinds = type(real).__mro__ if type(real).__module__.startswith("scipy.interpolate") else ()
    return next((kind.__name__ for kind in kinds if kind.__name__ in _TABLES), "")


_TABLES: dict[str, Callable[[Any], Table]] = {
    "PPoly": _ppoly,
    "BSpline": _bspline,
    "interp1d": _interp1d,
    "UnivariateSpline": lambda real: _fitpack(real._eval_args, real.ext),
}


class Interpolator:
    """One of SciPy's interpolators as a trace sees it, which takes traced points."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __call__(self, x: Any, *args: Any, **kwargs: Any) -> Any:
        if not is_traced([x, *args, *kwargs.values()]):
            return run(self._real, numbers, (x, *args), kwargs)
        return _at(self._table(*args, **kwargs), x)

    def _table(self, nu: int = 0, extrapolate: Any = None, ext: Any = None) -> Table:
        if not isinstance(nu, (int, np.integer)) or nu < 0:
            raise refusal(f"a derivative of order {nu!r} of an interpolator", "0, 1, 2, ...")
        table = _TABLES[_kind(self._real)](self._real)
        if extrapolate is not None:
            table = table._replace(outside=_MODES[extrapolate])
        if ext is not None:
            table = table._replace(outside=_EXT[ext])
        return table.derivative(nu)

    def integrate(self, a: Any, b: Any, **kwargs: Any) -> Any:
        """The integral between two points."""
        if not is_traced([a, b]):
            return self._real.integrate(a, b, **kwargs)
        if kwargs or self._table().outside not in (EXTRAPOLATE, FILL):
            what = "integrate of an interpolator with extrapolate= between traced points"
            raise refusal(what, "its antiderivative at both points")
        whole = Interpolator(self._real.antiderivative())
        return whole(b) - whole(a)

    def integral(self, a: Any, b: Any) -> Any:
        """The same of a UnivariateSpline, which is 0 outside of its points."""
        if not is_traced([a, b]):
            return self._real.integral(a, b)
        whole = Interpolator(self._real.antiderivative())
        return whole(b, ext="const") - whole(a, ext="const")

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        if not callable(found):
            return found

        def call(*args: Any, **kwargs: Any) -> Any:
            if is_traced([args, *kwargs.values()]):
                kind = type(self._real).__name__
                raise refusal(f"{kind}.{name} of traced values", "a call of it at traced points")
            result = run(found, numbers, args, kwargs)
            return Interpolator(result) if _kind(result) else result

        return call


class _Sum:
    """An interpolator of traced values: a sum of them, each times that of a unit vector. Of whole
    arrays it is their last axis that is interpolated, and its coefficients are their sums."""

    def __init__(self, values: Any, units: Sequence[Table], table: Table) -> None:
        self._values, self._units, self._whole = values, units, table

    def __call__(self, x: Any, nu: int = 0) -> Any:
        units = [unit.derivative(nu) for unit in self._units]
        whole = self._whole
        if state.whole:
            x = any_array(x)
            found = _function(whole, self._rows(units), *whole.fill)(x)  # type: ignore[arg-type]
            return _placed(found, x.ndim, whole.axis)

        def at(one: Any) -> Any:
            terms = [
                value * unit.columns[0](one)
                for value, unit in zip(self._values, units, strict=True)
                if unit.columns[0] is not None
            ]
            total = 0.0 * one
            for term in terms:
                total = total + term
            return total

        def of(one: Any) -> Any:
            return _function(whole, at, *whole.fill)(one)  # type: ignore[arg-type]

        return elementwise(of, [as_array(x) if isinstance(x, (list, tuple)) else x])

    def _rows(self, units: Sequence[Table]) -> Callable[[Any], Any]:
        """The polynomials of whole arrays of values, which are sums of those of the units."""
        known = [(at, one.columns[0].made_of) for at, one in enumerate(units) if one.columns[0]]
        if not known:
            return lambda x: 0.0 * x
        _, first = known[0]
        count = first.degree + 1 if len(known) == 1 else max(one.degree for _, one in known) + 1
        basis = np.zeros((len(units), count, len(first.rows)))  # by unit, power and piece
        starts = np.zeros(len(first.rows))
        for at, one in known:
            rows = np.array(one.rows)
            if rows.shape[1] > 1:
                starts, rows = rows[:, 0], rows[:, 1:]
            basis[at, count - rows.shape[1] :] = rows.T
        powers = np.moveaxis(np.tensordot(self._values, basis, 1), -2, 0)

        def at_points(x: Any) -> Any:
            piece = np.searchsorted(first.breaks, x, side="left" if first.left else "right")
            z = x - any_array(starts)[piece]
            found, *rest = [np.take(one, piece, axis=-1) for one in powers]
            for one in rest:
                found = found * z + one
            return found

        return at_points

    def __getattr__(self, name: str) -> Any:
        raise refusal(
            f".{name} of an interpolator of traced values", "its value, or its nu-th derivative"
        )


MOST = 64  # traced values of a table, each of which has an interpolator of its own


def _of_values(make: Callable[..., Any], arguments: dict[str, Any], name: str) -> Any:
    """The interpolator that is linear in traced values."""
    values, options = any_array(arguments.pop(name)), arguments
    fill = options.pop("fill_value", math.nan)
    if state.whole:
        axis = options.pop("axis", -1 if make.__name__ == "interp1d" else 0) % values.ndim
        values = np.moveaxis(values, axis, -1)
    size = values.shape[-1]
    many = not state.whole and (values.ndim != 1 or size > MOST)
    if is_traced([*options.values()]) or many:
        raise refusal(
            f"{make.__name__} of traced {'points' if values.ndim == 1 else 'rows'}, or of more "
            f"than {MOST} traced values",
            f"points that are constants, and one row of values; traced is what {make.__name__} is "
            "called with, as far as it likes",
        )
    bounds = options.pop("bounds_error", None)
    extrapolates = isinstance(fill, str) and fill == "extrapolate"
    linear = {"fill_value": "extrapolate"} if make.__name__ == "interp1d" else {}
    units, options = [], {key: mapped(numbers, one) for key, one in options.items()}
    for unit in np.eye(size):
        real = make(**{name: unit}, **options, **linear)
        units.append(_TABLES[_kind(real)](real))
    table = units[0]
    if linear and not extrapolates:
        pair = fill if isinstance(fill, tuple) else (fill, fill)
        raises = isinstance(fill, float) and math.isnan(fill) if bounds is None else bounds
        table = table._replace(outside=RAISE if raises else FILL, fill=pair)
    if state.whole:
        return _Sum(values, units, table._replace(axis=axis))
    return _Sum(values.tolist(), units, table)


class Grid:
    """A RegularGridInterpolator, whose values may be traced: one number of a table for each corner
    of the cell that a point is in."""

    def __init__(
        self,
        points: Any,
        values: Any,
        method: str = "linear",
        bounds_error: bool = True,
        fill_value: Any = math.nan,
        **options: Any,
    ) -> None:
        self._grid = [np.asarray(_fixed(one), float) for one in points]
        values = any_array(values)
        if method not in ("linear", "nearest") or values.ndim != len(self._grid):
            told = f"a RegularGridInterpolator by {method} of values with {values.ndim} axes"
            raise refusal(told, f'method="linear", and values with {len(self._grid)} axes')
        if any((np.diff(one) <= 0.0).any() for one in self._grid):
            raise refusal("a RegularGridInterpolator of descending points", "ascending points")
        _finite(self, *self._grid)
        self._values: Any = values if state.whole else table(values.ravel().tolist())
        self._sizes = values.shape
        self._method, self._fill, self._raises = method, fill_value, bounds_error
        what, instead = "a point is {} the grid's {!r}", "a point within, or bounds_error=False"
        ends = [(float(one[0]), float(one[-1])) for one in self._grid]
        self._said = [_said(what, low, high, instead) for low, high in ends]

    def __call__(self, xi: Any, method: str | None = None) -> Any:
        if method not in (None, self._method):
            raise refusal(f"a call by {method} at traced points", f'method="{self._method}"')
        columns = xi if isinstance(xi, tuple) else [*np.moveaxis(any_array(xi), -1, 0)]
        if len(columns) != len(self._grid):
            what = f"points of {len(columns)} numbers in a grid of {len(self._grid)}"
            raise refusal(what, "a number for each axis in the last axis of the points")
        return np.atleast_1d(elementwise(self._one, columns))

    def _one(self, *point: Any) -> Any:
        if self._raises:
            pairs = zip(point, self._grid, self._said, strict=True)
            point = tuple([_within(x, float(g[0]), float(g[-1]), said) for x, g, said in pairs])
        value = self._linear(point) if self._method == "linear" else self._nearest(point)
        fills = self._fill is not None and not self._raises
        for x, g in zip(point, self._grid, strict=True) if fills else ():
            outside = (x < float(g[0])) | (x > float(g[-1]))
            value = ops.where(outside, self._fill, value)
        return value

    def _linear(self, point: Sequence[Any]) -> Any:
        cells = [_found(g[1:-1], x) for x, g in zip(point, self._grid, strict=True)]
        corners: list[Any] = [((), 1.0)]  # by how many steps from the cell's, and its weight
        for x, g, cell in zip(point, self._grid, cells, strict=True):
            part = _share(g, x, cell)
            corners = [
                ((*steps, step), weight * (part if step else 1.0 - part))
                for steps, weight in corners
                for step in (0, 1)
            ]
        terms = [weight * self._value(cells, steps) for steps, weight in corners]
        return sum(terms[1:], terms[0])

    def _nearest(self, point: Sequence[Any]) -> Any:
        pairs = zip(point, self._grid, strict=True)
        cells = [_found(0.5 * (g[1:] + g[:-1]), x, left=True) for x, g in pairs]
        return self._value(cells, [0] * len(cells))

    def _value(self, cells: Sequence[Any], steps: Sequence[int]) -> Any:
        """The number at a corner of a cell."""
        if state.whole:
            pairs = zip(cells, steps, strict=True)
            return self._values[tuple([cell + step if step else cell for cell, step in pairs])]
        at, place = 0, 0
        for cell, step, size in zip(cells, steps, self._sizes, strict=True):
            at, place = at * size + cell, place * size + step
        return take(self._values, lifted(at + place))


def _found(breaks: Any, x: Any, left: bool = False) -> Any:
    """Between which of the breaks a number is."""
    if state.whole:
        return np.searchsorted(breaks, x, side="left" if left else "right")
    return piecewise([*breaks], [(float(i),) for i in range(len(breaks) + 1)], left)(x)


def _share(g: Any, x: Any, cell: Any) -> Any:
    """How far it is from the lower end of its cell, of the cell's width."""
    if state.whole:
        low, width = [any_array(one)[cell] for one in (g[:-1], np.diff(g))]
        return (x - low) / width
    rows = zip(g[:-1], 1.0 / np.diff(g), np.zeros(len(g) - 1), strict=True)
    return piecewise([*g[1:-1]], [*rows])(x)


class _Grid:
    """A RegularGridInterpolator of constants."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __call__(self, xi: Any, method: Any = None, **options: Any) -> Any:
        if not is_traced([xi]):
            return run(self._real, numbers, (xi, method), options)
        real = self._real
        bounds = (real.bounds_error, real.fill_value)
        grid = Grid(real.grid, real.values, method or real.method, *bounds)
        return grid(xi, method, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def interpn(  # noqa: PLR0917
    points: Any,
    values: Any,
    xi: Any,
    method: str = "linear",
    bounds_error: bool = True,
    fill_value: Any = math.nan,
) -> Any:
    return Grid(points, values, method, bounds_error, fill_value)(xi)


def _fixed(leaf: Any) -> Any:
    """A constant as a plain array."""
    if state.whole:
        return OF_WHOLE["constant"](leaf)
    return leaf if is_traced(leaf) else numbers(leaf)


class Maker:
    """A class or function of scipy.interpolate as a trace sees it, which makes interpolators."""

    def __init__(self, real: Any) -> None:
        self._real = real
        self.__name__ = real.__name__

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        args = mapped(_fixed, args)
        kwargs = {name: mapped(_fixed, one) for name, one in kwargs.items()}
        if not is_traced([args, *kwargs.values()]):
            real = run(self._real, numbers, args, kwargs)
            found = seen(real)
            return real if found is None else found
        arguments = inspect.signature(self._real).bind(*args, **kwargs).arguments
        if self.__name__ == "RegularGridInterpolator":
            return Grid(**arguments)
        if self.__name__ in _WRITTEN and state.session is not None and self._as_written(arguments):
            return copied_class(state.session.names, self._real)(*args, **kwargs)
        name = _LINEAR.get(self.__name__, "")
        if not is_traced([arguments.get(name), arguments.get("fill_value")]):
            raise refusal(
                f"scipy.interpolate.{self.__name__} of traced values",
                "a table of constants, which may be called at traced points; CubicSpline, "
                "make_interp_spline and interp1d take traced values, too",
            )
        return _of_values(self._real, dict(arguments), name)

    def _as_written(self, arguments: dict[str, Any]) -> bool:
        """Whether SciPy's formulas are traced: what is linear in a few values, and of constants
        besides, is shorter as the sum of them."""
        name = _LINEAR.get(self.__name__)
        if name is None:
            return True
        rest = [one for key, one in arguments.items() if key not in (name, "fill_value")]
        values = any_array(arguments[name])
        many = not state.whole and (values.ndim != 1 or values.size > MOST)
        return many or is_traced(rest)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        return Maker(found) if callable(found) and not name.startswith("__") else found


# Those whose coefficients SciPy has in formulas.
_WRITTEN = (
    "Akima1DInterpolator CubicHermiteSpline CubicSpline PPoly PchipInterpolator interp1d".split()
)
# Those that are linear in what they interpolate, and its name.
_LINEAR = {"CubicSpline": "y", "make_interp_spline": "y", "interp1d": "y", "BSpline": "c"}
_MAKERS = (
    "Akima1DInterpolator BSpline CubicHermiteSpline CubicSpline InterpolatedUnivariateSpline "
    "LSQUnivariateSpline PPoly PchipInterpolator RegularGridInterpolator UnivariateSpline "
    "interp1d make_interp_spline make_lsq_spline make_smoothing_spline splantider splder splrep"
).split()


def evaluate(  # noqa: PLR0917  # as it is called
    c: Any, x: Any, xp: Any, dx: int, extrapolate: bool, out: Any
) -> None:
    """The values or the derivatives at the points xp of what PPoly holds: c[power, piece, column],
    the highest power first, between the breaks x."""
    if not is_traced(x) and x[0] > x[-1]:
        raise refusal("PPoly of traced values with decreasing breaks", "c[:, ::-1] and x[::-1]")
    c, x, xp = [any_array(one) for one in (c, x, xp)]
    piece = np.clip(np.searchsorted(x[1:-1], xp, "right"), 0, len(x) - 2)
    z = (xp - x[piece])[:, None]
    value: Any = 0.0
    for power, column in zip(range(len(c) - 1, -1, -1), c, strict=True):
        if power >= dx:
            value = value * z + math.perm(power, dx) * column[piece]
    inside = (xp >= x[0]) & (xp <= x[-1])
    out[...] = value if extrapolate else np.where(inside[:, None], value, math.nan)


def seen(value: Any) -> Callable[..., Any] | None:
    """What one of SciPy's interpolators, or what makes them, is to mean; None if it is none."""
    module = sys.modules.get("scipy.interpolate")
    if module is None:
        return None
    if _kind(value):
        return Interpolator(value)
    if type(value).__name__ == "RegularGridInterpolator":
        return _Grid(value)
    name = getattr(value, "__name__", "")
    if name in _MAKERS and getattr(module, name) is value:
        return Maker(value)
    return None


def splev(x: Any, tck: Any, der: int = 0, ext: int = 0) -> Any:
    """interpolate.splev: the spline of a tuple of knots, coefficients and degree."""
    if isinstance(tck, Interpolator):
        if ext != 0:
            raise refusal(f"splev of a BSpline with ext={ext}", "ext=0, as SciPy has it")
        return tck(x, der, True)
    if is_traced(list(tck)):
        raise refusal("splev of traced knots or coefficients", "knots that are constants")
    if isinstance(tck[1], list) and np.ndim(tck[1][0]):  # a curve
        return [splev(x, (tck[0], column, tck[2]), der, ext) for column in tck[1]]
    return _at(_fitpack(tck, ext).derivative(der), x)


def bisplev(x: Any, y: Any, tck: Any, dx: int = 0, dy: int = 0) -> Any:
    """interpolate.bisplev: a surface of splines, as a polynomial for each cell; beyond its knots it
    is what it is at their ends."""
    if is_traced(list(tck)):
        raise refusal("bisplev of traced knots or coefficients", "knots that are constants")
    from scipy.interpolate import PPoly

    tx, ty, c, *degrees = tck
    ends, starts, powers = [], [], []
    for knots, degree, order in ((tx, degrees[0], dx), (ty, degrees[1], dy)):
        t = np.asarray(numbers(knots), float)
        units = np.eye(len(t) - degree - 1)
        rows = [PPoly.from_spline((t, unit, degree)).derivative(order) for unit in units]
        cells = np.flatnonzero(np.diff(t[degree : len(t) - degree])) + degree
        ends.append((float(t[degree]), float(t[-degree - 1])))
        starts.append(t[cells].tolist())
        powers.append(np.stack([one.c[::-1, cells] for one in rows], 2))  # by power and cell
    sides = [one.shape[2] for one in powers]
    values = np.reshape(np.asarray(numbers(c), float), sides)
    surface = np.einsum("pia,qjb,ab->pqij", *powers, values)
    tables = [[table(cell.ravel().tolist()) for cell in row] for row in surface]

    def within(number: Any, axis: int) -> tuple[Any, Any]:
        """The cell's number along an axis, and how far from its start."""
        low, high = ends[axis]
        number = ops.where(number < low, low, ops.where(number > high, high, number))
        breaks = starts[axis][1:]
        rows = [(start, 1.0, 0.0) for start in starts[axis]]
        return piecewise(breaks, [(float(i),) for i in range(len(rows))])(number), piecewise(
            breaks, rows
        )(number)

    def one(x: Any, y: Any) -> Any:
        (i, u), (j, v) = within(x, 0), within(y, 1)
        at = lifted(i * float(len(starts[1])) + j)
        total = None
        for row in reversed(tables):
            inner = None
            for cell in reversed(row):
                inner = take(cell, at) if inner is None else inner * v + take(cell, at)
            total = inner if total is None else total * u + inner
        return total

    if not (np.ndim(x) or np.ndim(y)):
        return one(x, y)
    grid = as_array([[one(a, b) for b in np.ravel(y)] for a in np.ravel(x)])
    return grid if len(grid) > 1 else grid[0]
