"""SciPy's interpolators on traced points: SciPy's own values, and the slopes of its pieces."""

import math
import pickle

import black
import numpy as np
import pytest

import lazyad as la
from lazyad.piecewise import piecewise

interpolate = pytest.importorskip("scipy.interpolate")

X = np.array([-1.0, 0.0, 0.5, 1.7, 2.0, 3.5, 4.0])
Y = np.array([1.0, 3.0, 2.0, 0.0, -1.0, 0.5, 4.0])
POINTS = [-0.83, 0.21, 0.5, 1.3, 1.93, 2.7, 3.99, -1.0, 4.0]
BEYOND = [-2.5, 5.1]


def close(found, expected, tolerance=1e-12):
    assert found == pytest.approx(expected, rel=tolerance, abs=tolerance, nan_ok=True)


def interp1d(kind, **options):
    return interpolate.interp1d(X, Y, kind=kind, **options)


SPLINES = {
    "CubicSpline": interpolate.CubicSpline(X, Y),
    "natural": interpolate.CubicSpline(X, Y, bc_type="natural", extrapolate=False),
    "clamped": interpolate.CubicSpline(X, Y, bc_type="clamped"),
    "pchip": interpolate.PchipInterpolator(X, Y),
    "akima": interpolate.Akima1DInterpolator(X, Y),
    "hermite": interpolate.CubicHermiteSpline(X, Y, np.cos(X)),
    "make_interp_spline": interpolate.make_interp_spline(X, Y),
    "quadratic": interpolate.make_interp_spline(X, Y, k=2),
    "quintic": interpolate.make_interp_spline(X, Y, k=5),
    "bspline": interpolate.BSpline([0.0, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0], [1.0, 3.0, 2.0, 0.0], 2),
    "outside": interpolate.BSpline(X, [1.0, 3.0, 2.0, -1.0], 2, extrapolate=False),
    "UnivariateSpline": interpolate.UnivariateSpline(X, Y, s=0.5),
    "Interpolated": interpolate.InterpolatedUnivariateSpline(X, Y, k=2),
    "zeros": interpolate.UnivariateSpline(X, Y, s=0.0, ext=1),
    "const": interpolate.UnivariateSpline(X, Y, s=0.0, ext="const"),
    "linear": interp1d("linear", fill_value="extrapolate"),
    "cubic": interp1d("cubic", fill_value="extrapolate"),
    "quadratic1d": interp1d("quadratic", bounds_error=False),
    "filled": interp1d("linear", bounds_error=False, fill_value=(-7.0, 8.0)),
    "nan": interp1d("linear", bounds_error=False),
    "nearest": interp1d("nearest", fill_value="extrapolate"),
    "nearest-up": interp1d("nearest-up", fill_value="extrapolate"),
    "previous": interp1d("previous", fill_value="extrapolate"),
    "next": interp1d("next", bounds_error=False, fill_value=(0.5, 1.5)),
}


@pytest.mark.parametrize("name", SPLINES)
def test_values_and_slopes(name):
    spline = SPLINES[name]
    f = la.compile(lambda x: spline(x) * 2.0 + 1.0)
    for x in POINTS + BEYOND:
        close(f(x), float(spline(x)) * 2.0 + 1.0)
        if x in X:  # where the slope may jump
            continue
        h = 1e-6
        slope = (float(spline(x + h)) - float(spline(x - h))) / h
        close(f.grad(x), 0.0 if math.isnan(slope) else slope, 1e-6)


@pytest.mark.parametrize("name", [n for n, s in SPLINES.items() if hasattr(s, "derivative")])
def test_higher_derivatives(name):
    spline = SPLINES[name]
    f = la.compile(lambda x: spline(x))
    second, first = la.grad(f.grad), la.compile(lambda x: spline(x, 1))
    if hasattr(spline, "antiderivative"):
        area = la.compile(lambda x: spline.antiderivative()(x))
    for x in POINTS:
        if x in X or math.isnan(spline(x)):
            continue
        close(f.grad(x), float(spline(x, 1)), 1e-10)
        close(first(x), float(spline(x, 1)), 1e-10)
        close(second(x), float(spline(x, 2)), 1e-9)
        close(f.hessian(x), float(spline(x, 2)), 1e-9)
        if hasattr(spline, "antiderivative"):
            close(area.grad(x), float(spline(x)), 1e-10)


def test_between_traced_limits():
    cubic, fitted = SPLINES["CubicSpline"], SPLINES["UnivariateSpline"]
    f = la.compile(lambda a, b: cubic.integrate(a, b))
    close(f(0.3, 2.9), float(cubic.integrate(0.3, 2.9)))
    close(f.grad(0.3, 2.9), (-float(cubic(0.3)), float(cubic(2.9))))
    g = la.compile(lambda a, b: fitted.integral(a, b))
    close(g(-3.0, 2.9), float(fitted.integral(-3.0, 2.9)))
    close(g.grad(-3.0, 2.9), (0.0, float(fitted(2.9))), 1e-11)


def test_periodic():
    x = np.linspace(0.0, 2.0, 9)
    y = np.sin(math.pi * x)
    y[-1] = y[0]
    spline = interpolate.CubicSpline(x, y, bc_type="periodic")
    f = la.compile(lambda x: spline(x))
    for at in (-0.7, 0.3, 1.9, 2.3, 7.1):
        close(f(at), float(spline(at)))
        close(f.grad(at), float(spline(at, 1)), 1e-10)


@pytest.mark.parametrize("ext", [0, 1, 3])
@pytest.mark.parametrize("der", [0, 1, 2])
def test_splev(ext, der):
    tck = interpolate.splrep(X, Y)
    f = la.compile(lambda x: interpolate.splev(x, tck, der=der, ext=ext))
    for x in POINTS + BEYOND:
        close(f(x), float(interpolate.splev(x, tck, der=der, ext=ext)), 1e-10)
    close(f.grad(1.3), float(interpolate.splev(1.3, tck, der=der + 1)), 1e-10)


def test_a_curve():
    t = np.linspace(0.0, 2.0, 11)
    tck, _ = interpolate.splprep([np.cos(t), np.sin(t)], s=0.0)

    def f(u):
        x, y = interpolate.splev(u, tck)
        return x, y

    close(la.compile(f)(0.37), [float(one) for one in f(0.37)])


def made_inside(x):
    table = interpolate.interp1d([0.0, 1.0, 3.0], [2.0, 5.0, 4.0], fill_value="extrapolate")
    return table(x) + interpolate.CubicSpline(X, Y)(x) + interpolate.splev(x, SPLREP)


SPLREP = interpolate.splrep(X, Y)


def test_made_inside():
    f = la.compile(made_inside)
    for x in (0.3, 2.1):
        close(f(x), float(made_inside(x)))
        close(f.grad(x), float(made_inside(x + 1e-6) - made_inside(x - 1e-6)) / 2e-6, 1e-7)


@pytest.mark.parametrize("axis", [0, 1, -1])
@pytest.mark.parametrize("name", ["CubicSpline", "interp1d", "make_interp_spline"])
def test_rows_and_points(axis, name):
    y = np.sin(np.arange(14.0).reshape((7, 2) if axis == 0 else (2, 7)))
    spline = getattr(interpolate, name)(X, y, axis=axis)
    f = la.compile(lambda x: spline(x))
    for x in (0.3, np.array([0.3, 1.9, 3.1]), np.array([[0.3, 1.0], [2.2, 3.1]])):
        found, expected = f(x), spline(x)
        assert np.shape(found) == np.shape(expected)
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(
    "make",
    [
        lambda y: interpolate.CubicSpline(X, y),
        lambda y: interpolate.CubicSpline(X, y, bc_type="natural"),
        lambda y: interpolate.make_interp_spline(X, y),
        lambda y: interpolate.interp1d(X, y),
        lambda y: interpolate.interp1d(X, y, "cubic", fill_value="extrapolate"),
        lambda y: interpolate.interp1d(X, y, "nearest", bounds_error=False, fill_value=y[1]),
        lambda y: interpolate.interp1d(X, y, bounds_error=False, fill_value=(y[0], y[-1])),
    ],
)
def test_traced_values(make):
    def f(y, x):
        return make(y)(x)

    g, w = la.compile(f), np.cos(X)
    fills = bool(getattr(make(Y), "fill_value", None) is not None)
    for x in (0.3, 2.1, 3.9, *((5.0,) if fills and not make(Y).bounds_error else ())):
        close(g(Y, x), float(f(Y, x)))
        dy, dx = g.grad(Y, x)
        close(float(dy @ w), float(f(Y + w, x) - f(Y, x)), 1e-11)  # it is linear in them
        close(dx, float(f(Y, x + 1e-6) - f(Y, x - 1e-6)) / 2e-6, 1e-6)


LONG = np.linspace(-1.0, 4.0, 70)


@pytest.mark.parametrize(
    ("make", "knots"),
    [
        (lambda x, y: interpolate.CubicSpline(x, y), X),
        (lambda x, y: interpolate.CubicSpline(x, y, bc_type="natural"), X[:5]),
        (lambda x, y: interpolate.CubicSpline(x, Y).derivative(), X),
        (lambda x, y: interpolate.interp1d(x, y), X),
        (lambda x, y: interpolate.interp1d(x, y, "previous", fill_value="extrapolate"), X),
        (lambda x, y: interpolate.interp1d(x[::-1], y, bounds_error=False, fill_value=0.5), X),
        (lambda x, y: interpolate.CubicSpline(X, np.stack([x, y], 1)), X),
        (lambda x, y: interpolate.interp1d(LONG, y), LONG),
    ],
)
def test_traced_knots_rows_and_many_values(make, knots):
    """What is not linear in few values is SciPy's own formula."""

    def f(x, y, at):
        return np.sum(make(x, y)(at))

    given = knots, np.cos(knots), 0.31
    g, h = la.compile(f), 1e-5
    ways = np.sin(knots), knots**2, 0.7
    close(g(*given), float(f(*given)))
    ends = [f(*[a + s * b for a, b in zip(given, ways, strict=True)]) for s in (h, -h)]
    close(float(g.jvp(given, ways)[1]), float(ends[0] - ends[1]) / (2 * h), 1e-6)


@pytest.mark.parametrize(
    "spline", [interp1d("linear"), interpolate.UnivariateSpline(X, Y, ext=2)], ids=["table", "fit"]
)
def test_out_of_bounds_raises(spline):
    f = la.compile(lambda x: spline(x))
    close(f(1.3), float(spline(1.3)))
    for x in BEYOND:
        with pytest.raises(ValueError, match=r"below|above") as caught:
            f(x)
        for part in ("\n  where: ", "\n  instead: ", "test_interpolate.py"):
            assert part in str(caught.value)
        with pytest.raises(ValueError, match=r"below|above|domain"):
            spline(x)


@pytest.mark.parametrize(
    ("f", "said"),
    [
        (lambda x: interpolate.UnivariateSpline(X, Y * x)(0.3), "of traced values"),
        (lambda x: interpolate.make_interp_spline(X * x, Y)(0.3), "of traced values"),
        (lambda x: SPLINES["CubicSpline"].solve(x)[0], "solve of traced values"),
        (lambda x: interpolate.interp1d(X, np.where(X > 3, np.nan, Y))(x), "finite"),
        (lambda x: interpolate.griddata(X, Y, x), "griddata"),
    ],
)
def test_what_is_refused(f, said):
    with pytest.raises(TypeError, match=said) as caught:
        la.compile(f)(1.0)
    for part in ("\n  where: ", "\n  instead: "):
        assert part in str(caught.value)


def test_the_source_looks_up():
    spline = SPLINES["CubicSpline"]
    f = la.compile(lambda x: spline(x))
    assert "bisect_right(spline_breaks, x)" in f.source
    assert f.source.count("def ") == 3  # the spline, its slope, and f
    assert "lazyad" not in f.source.replace("<lazyad", "").partition("def f")[0]
    assert black.format_str(f.source, mode=black.Mode()) == f.source
    scope = {}
    exec(f.source, scope)
    name = f.kernel.__name__
    assert scope[name](0.3, 1.0) == f.kernel(0.3, 1.0)
    points = np.linspace(-2.0, 5.0, 40)
    found = la.compile(lambda x: spline(x), target="numpy")
    np.testing.assert_allclose(found(points), spline(points), rtol=1e-12, atol=1e-12)
    assert black.format_str(found.source, mode=black.Mode()) == found.source


def test_tables_pickle():
    spline = SPLINES["CubicSpline"]
    f = la.compile(lambda x: spline(x) * x)
    expected = f(0.3), f.grad(0.3)
    g = pickle.loads(pickle.dumps(f))
    assert (g(0.3), g.grad(0.3)) == expected
    assert pickle.loads(pickle.dumps(f.kernel))(0.3, 1.0) == f.kernel(0.3, 1.0)
    again = pickle.loads(pickle.dumps(f.trace))
    assert str(again) == str(f.trace)
    with pytest.raises(ValueError, match="serialized graph"):
        la.run.serialize.loads(la.run.serialize.dumps(f.trace).replace('"spline"', '"a b"'))


def test_one_table_is_one_op():
    rows = [(0.0, 1.0, 2.0), (1.0, 3.0, 4.0)]
    assert piecewise([1.0], rows) is piecewise([1.0], rows)
    assert piecewise([1.0], rows) is not piecewise([1.0], rows, left=True)
    f = la.compile(lambda x: SPLINES["pchip"](x) + SPLINES["pchip"](x))
    assert f.primal.source.count("spline(x)") == 2  # its definition, and one call


# -- grids

GX, GY = np.array([0.0, 1.0, 2.5, 3.0]), np.array([-1.0, 0.5, 2.0])
VALUES = np.sin(np.arange(12.0)).reshape(4, 3)
INSIDE = [(0.3, 0.1), (2.7, -0.9), (1.9, 1.2)]


@pytest.mark.parametrize("method", ["linear", "nearest"])
@pytest.mark.parametrize("inside", [False, True])
def test_a_grid(method, inside):
    outside = interpolate.RegularGridInterpolator((GX, GY), VALUES, method, False, -3.0)

    def f(x, y):
        grid = outside
        if inside:
            grid = interpolate.RegularGridInterpolator((GX, GY), VALUES, method, False, -3.0)
        return grid([[x, y], [y, x]])[0] + 2.0 * grid((x, y))

    g = la.compile(f)
    for x, y in [*INSIDE, (-0.1, 0.3), (1.0, 2.1), (0.0, -1.0), (3.0, 2.0)]:
        close(g(x, y), float(np.squeeze(f(x, y))))
    h = 1e-6
    for x, y in INSIDE:
        slope = [(f(x + h, y) - f(x - h, y)) / h / 2, (f(x, y + h) - f(x, y - h)) / h / 2]
        close(np.ravel(g.grad(x, y)), np.ravel(slope), 1e-7)
    if method == "linear":
        mixed = (np.array(g.grad(0.3 + h, 0.1)) - np.array(g.grad(0.3 - h, 0.1))) / h / 2
        close(np.ravel(g.hessian(0.3, 0.1)[0]), np.ravel(mixed), 1e-6)


def test_a_grid_of_traced_values():
    def f(scale, x, y, z):
        values = scale * np.arange(24.0).reshape(4, 3, 2) ** 2
        first = interpolate.RegularGridInterpolator((GX, GY, [0.0, 1.0]), values)([x, y, z])
        return first[0] + interpolate.interpn((GX, GY), values[:, :, 0], [x, y])[0]

    g = la.compile(f)
    for point in ((0.3, 0.1, 0.5), (2.7, 1.9, 0.1)):
        close(g(1.7, *point), float(f(1.7, *point)))
        grad = g.grad(1.7, *point)
        close(grad[0], float(f(1.0, *point)))
        h = 1e-6
        up, down = (point[0] + h, *point[1:]), (point[0] - h, *point[1:])
        close(grad[1], float(f(1.7, *up) - f(1.7, *down)) / h / 2, 1e-6)
    with pytest.raises(ValueError, match="below the grid's") as caught:
        g(1.7, -0.3, 0.0, 0.5)
    assert "\n  instead: " in str(caught.value)


def test_a_grid_by_splines_is_refused():
    grid = interpolate.RegularGridInterpolator((GX, GY), VALUES, "slinear")
    with pytest.raises(TypeError, match="slinear") as caught:
        la.compile(lambda x: grid([x, 0.3])[0])(0.5)
    assert "\n  instead: " in str(caught.value)


@pytest.mark.parametrize("degrees", [(1, 1), (3, 2), (2, 3)])
def test_bisplev(degrees):
    kx, ky = degrees
    surface = interpolate.RectBivariateSpline(X, Y[np.argsort(Y)], np.outer(Y, X), kx=kx, ky=ky)
    tck = (*surface.tck, kx, ky)
    f = la.compile(lambda x, y: interpolate.bisplev(x, y, tck))

    def plain(x, y):
        return float(interpolate.bisplev(x, y, tck))

    for x, y in ((0.3, 0.4), (3.7, -0.9), (6.0, 0.3), (-2.0, -3.0)):
        close(f(x, y), plain(x, y), 1e-10)
        up, right = plain(x, y + 1e-6) - plain(x, y - 1e-6), plain(x + 1e-6, y) - plain(x - 1e-6, y)
        close(f.grad(x, y), (right / 2e-6, up / 2e-6), 1e-6)
    rows = la.compile(lambda x: interpolate.bisplev(x, [0.1, 0.9], tck))
    close(rows([0.3, 0.5]), interpolate.bisplev([0.3, 0.5], [0.1, 0.9], tck), 1e-10)
    if kx > 1:
        slope = la.compile(lambda x: interpolate.bisplev(x, 0.3, tck, dx=1))
        close(slope(0.4), interpolate.bisplev(0.4, 0.3, tck, dx=1), 1e-10)


# -- whole arrays

PAST = [*POINTS, *BEYOND]
GRID = interpolate.RegularGridInterpolator((GX, GY), VALUES, bounds_error=False, fill_value=None)
WHOLE = {
    **{name: lambda x, y, one=one: one(x) * y[0] for name, one in SPLINES.items()},
    "slope": lambda x, y: SPLINES["CubicSpline"](x, 1) + SPLINES["linear"](x),
    "rows": lambda x, y: interpolate.CubicSpline(X, np.outer(y, y[:3]), bc_type="natural")(x, 1),
    "axes": lambda x, y: interpolate.interp1d(X, [y, y**2], "cubic", fill_value="extrapolate")(x),
    "spline_of_values": lambda x, y: interpolate.make_interp_spline(np.arange(7.0) / 2.0, y, 2)(x),
    "nearest_of_values": lambda x, y: interpolate.interp1d(
        X, y, "nearest", bounds_error=False, fill_value=(y[0], y[1] ** 2)
    )(x),
    "pchip_of_values": lambda x, y: interpolate.PchipInterpolator(X, y)(x),
    "grid": lambda x, y: GRID(np.stack([x, y[0] * x], axis=-1)),
    "grid_of_values": lambda x, y: interpolate.RegularGridInterpolator(
        (X, GY), np.outer(y, GY), bounds_error=False, fill_value=-1.0
    )((x, 0.3 * x)),
}


@pytest.mark.parametrize("name", WHOLE)
def test_whole_arrays_of_points(name):
    function, f = WHOLE[name], la.compile(WHOLE[name], target="array")
    x = np.array(PAST[:7] + PAST[9:] + [1.1]).reshape(2, 5)
    x, moved = x + 0.003, (np.cos(np.arange(10.0)).reshape(2, 5), np.sin(Y))
    value, slope = f.jvp((x, Y), moved)
    np.testing.assert_allclose(value, function(x, Y), rtol=1e-11, atol=1e-11)
    ahead, behind = [function(x + h * moved[0], Y + h * moved[1]) for h in (1e-6, -1e-6)]
    wanted = (ahead - behind) / 2e-6
    np.testing.assert_allclose(slope[~np.isnan(wanted)], wanted[~np.isnan(wanted)], 1e-6, 1e-6)


@pytest.mark.parametrize(
    "spline", [interp1d("linear"), lambda x: interpolate.interp1d(X, 2 * x)(x)]
)
def test_a_whole_array_out_of_bounds_raises(spline):
    f = la.compile(spline, target="array")
    np.testing.assert_allclose(f(np.abs(X)), spline(np.abs(X)))
    with pytest.raises(ValueError, match=r"above the table's 4\.0\n  where: "):
        f(X + 0.5)
