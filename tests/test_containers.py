"""Containers of the user's own, OrderedDict, pandas: they come back as what they were."""

import dataclasses
import math
import pickle
from collections import OrderedDict
from types import MappingProxyType

import numpy as np
import pytest

import lazyad as la


class Pose:
    """No dataclass, and its constructor converts."""

    def __init__(self, x, y, unit="m"):
        self.x, self.y, self.unit = x, y, unit

    __hash__ = None

    def __eq__(self, other):
        return vars(self) == vars(other)

    def squared(self):
        return self.x**2 + (2 if self.unit == "m" else 3) * self.y**2


def flatten_pose(pose):
    return (pose.x, pose.y), pose.unit


def unflatten_pose(unit, parts):
    return Pose(*parts, unit)


la.register_container(Pose, flatten_pose, unflatten_pose)


class Bag(dict):
    """Its parts are a dict, and no text holds the rest of it; the functions have no names."""


la.register_container(Bag, lambda b: (dict(b), frozenset("s")), lambda _, parts: Bag(parts))


def turned(pose):
    return [Pose(pose.x * pose.y, math.sin(pose.y), pose.unit), OrderedDict(b=pose.x, a=pose.y)]


@pytest.mark.parametrize("optimize", ["strict", "safe", "fast"])
def test_an_instance_of_a_registered_class_is_a_container(optimize):
    f = la.compile(Pose.squared, optimize=optimize)
    assert f(Pose(1.5, 2.0)) == Pose(1.5, 2.0).squared()
    assert f(Pose(1.5, 2.0, "km")) == Pose(1.5, 2.0, "km").squared()
    assert f.grad(Pose(1.5, 2.0)) == Pose(3.0, 8.0)
    assert f.grad(Pose(1.5, 2.0, "km")) == Pose(3.0, 12.0, "km")
    assert f.jvp((Pose(1.5, 2.0),), (Pose(0.0, 1.0),)) == (10.25, 8.0)
    assert f.vjp((Pose(1.5, 2.0),), 2.0) == (10.25, (Pose(6.0, 16.0),))
    assert f.hvp((Pose(1.5, 2.0),), (Pose(1.0, 0.0),)) == Pose(2.0, 0.0)
    assert la.grad(Pose.squared, wrt="self[1]")(Pose(1.5, 2.0)) == 8.0


def test_a_registered_class_is_a_result():
    f = la.compile(turned)
    assert f(Pose(1.5, 2.0, "km")) == turned(Pose(1.5, 2.0, "km"))
    pose, named = f.jacobian(Pose(1.5, 2.0, "km"))
    assert pose == Pose(Pose(2.0, 1.5, "km"), Pose(0.0, math.cos(2.0), "km"), "km")
    assert named == OrderedDict(b=Pose(1.0, 0.0, "km"), a=Pose(0.0, 1.0, "km"))
    assert [*named] == ["b", "a"]
    assert "OrderedDict({" in f.source
    assert 'unflatten_pose("km", (' in f.source


def test_it_holds_containers_and_is_held():
    f = la.grad(lambda poses: sum(pose.x @ pose.y for pose in poses["all"]))
    (slope,) = f({"all": [Pose(np.array([1.0, 2.0]), np.array([3.0, 4.0]))]})["all"]
    assert (slope.x.tolist(), slope.y.tolist()) == ([3.0, 4.0], [1.0, 2.0])
    pointwise = la.compile(turned, target="numpy")(Pose(np.array([1.0, 2.0]), 3.0))
    assert pointwise[0].x.tolist() == [3.0, 6.0]
    assert pointwise[1]["a"].tolist() == [3.0, 3.0]


def test_it_joins_after_a_branch():
    def f(pose):
        found = Pose(pose.y, pose.x)
        if pose.x <= 0:
            found = Pose(pose.x, pose.x * pose.x)
        return found

    g = la.compile(f)
    for pose in (Pose(1.5, 2.0), Pose(-1.5, 2.0)):
        assert g(pose) == f(pose)
    assert g.jacobian(Pose(-1.5, 2.0)) == Pose(Pose(1.0, 0.0), Pose(-3.0, 0.0))


@pytest.mark.parametrize("kind", [dict, OrderedDict, Bag, MappingProxyType])
def test_what_is_a_dict_comes_back_as_what_it_was(kind):
    f = la.compile(lambda p: p["a"] ** 2 * p["b"])
    slope = f.grad(kind({"b": 3.0, "a": 2.0}))
    assert type(slope) is kind
    assert [*slope.items()] == [("b", 4.0), ("a", 12.0)]
    assert f(kind({"a": 2, "b": 3})) == 12.0


@dataclasses.dataclass
class Shown:
    """A dataclass that keeps a view."""

    a: float

    def __post_init__(self):
        self.view = MappingProxyType({"a": self.a, "half": self.a / 2})


def test_a_dataclass_keeps_the_containers_that_its_constructor_makes():
    slope = la.grad(lambda p: p.a * p.view["half"])(Shown(6.0))
    assert (slope.a, slope.view) == (3.0, {"a": 0.0, "half": 6.0})


def test_kernels_of_registered_classes_pickle():
    f = la.compile(turned)
    again = pickle.loads(pickle.dumps(f.lower(Pose(1.0, 2.0)).primal.kernel))
    assert again(Pose(1.5, 2.0)) == turned(Pose(1.5, 2.0))
    assert pickle.loads(pickle.dumps(f))(Pose(1.5, 2.0)) == turned(Pose(1.5, 2.0))
    bag = la.compile(lambda p: Bag(a=p["a"])).lower(Bag(a=1.0))
    with pytest.raises(pickle.PicklingError):
        pickle.dumps(bag.kernel)
    with pytest.raises(TypeError, match=r"Bag holds frozenset(?s:.*)instead: a rest that is a str"):
        pickle.dumps(bag)
    text = pickle.dumps(f.lower(Pose(1.0, 2.0)).trace)
    assert b"Pose" in text
    with pytest.raises(ValueError, match="is not registered"):
        pickle.loads(text.replace(b"Pose", b"Nope"))


class Nope:
    """Is registered with nobody."""


def test_the_functions_of_a_class_may_be_registered_anew():
    class Local:
        def __init__(self, x, by=""):
            self.x, self.by = x, by

    def made(name):
        unflatten = lambda _, parts: Local(*parts, name)  # noqa: E731
        la.register_container(Local, lambda p: ([p.x], None), unflatten)
        slope = la.grad(lambda p: p.x**2)(Local(3.0))
        return slope.by, slope.x

    assert made("one") == ("one", 6.0)
    assert made("two") == ("two", 6.0)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((3, flatten_pose, unflatten_pose), "3 for the class"),
        ((dict, flatten_pose, unflatten_pose), "<class 'dict'> for the class"),
        ((Pose, None, unflatten_pose), "None for the flatten"),
        ((Pose, flatten_pose, "x"), "'x' for the unflatten"),
    ],
)
def test_what_is_registered_is_checked(given, named):
    with pytest.raises(TypeError, match=f"{named}(?s:.*)where: .*\n *instead: register_container"):
        la.register_container(*given)


@pytest.mark.parametrize("found", [3.0, (3.0, None), ([1.0],), ([1.0], [])])
def test_what_flatten_returns_is_checked(found):
    class Odd:
        pass

    la.register_container(Odd, lambda _: found, lambda *_: Odd())
    with pytest.raises(TypeError, match=r"flatten of Odd returned(?s:.*)where: .*\n *instead: "):
        la.grad(lambda odd: 1.0)(Odd())


def test_a_class_that_is_not_registered_is_told_how():
    with pytest.raises(TypeError, match=r"lazyad.register_container\(Nope, flatten, unflatten\)"):
        la.grad(lambda nope: nope.x)(Nope())


class Parameter:
    """As lmfit has them: numbers in objects, some of which do not vary."""

    def __init__(self, value, vary=True):
        self.value, self.vary = value, vary


class Parameters(dict):
    def valuesdict(self):
        return {name: parameter.value for name, parameter in self.items()}


def flatten_parameters(parameters):
    varying = {name: p.value for name, p in parameters.items() if p.vary}
    fixed = tuple((name, p.value) for name, p in parameters.items() if not p.vary)
    return varying, fixed


def unflatten_parameters(fixed, varying):
    found = {name: Parameter(value) for name, value in varying.items()}
    return Parameters(found | {name: Parameter(value, vary=False) for name, value in fixed})


def test_parameters_of_a_fit():
    la.register_container(Parameters, flatten_parameters, unflatten_parameters)
    times = np.linspace(0.0, 1.0, 4)

    def residual(p):
        return p["a"].value * np.exp(-p.valuesdict()["b"] * times) + p["c"].value

    given = Parameters(a=Parameter(2.0), b=Parameter(0.5), c=Parameter(1.0, vary=False))
    slopes = la.jacobian(residual)(given)
    assert [*slopes.valuesdict()] == ["a", "b", "c"]
    assert np.allclose(slopes["a"].value, np.exp(-0.5 * times), rtol=1e-15)
    assert np.allclose(slopes["b"].value, -2.0 * times * np.exp(-0.5 * times), rtol=1e-15)
    assert np.allclose(la.compile(residual)(given), residual(given), rtol=1e-15)


# ---------------------------------------------------------------------------------- pandas

SERIES = {
    "a power": lambda s: s**2,
    "a scale": lambda s: 2.0 / s,
    "an element by its label": lambda s: s["a"] * s.iloc[1],
    "a sum": lambda s: (s * s["b"]).sum(),
    "NumPy's": lambda s: np.mean(np.exp(s)),
    "what aligns": lambda s: s * s[::-1],
    "a mean": lambda s: (s - s.mean()) / s.std(),
    "a mask": lambda s: s[s > 1.5].sum(),
    "steps": lambda s: s.diff().iloc[1:],
    "a slice": lambda s: s["b":"c"],
    "a method": lambda s: s.abs().clip(1.5, 3.0),
    "a loop": lambda s: sum(value**2 for value in s),
    "an array": lambda s: np.exp(s.to_numpy()),
    "an array with it": lambda s: (s["b"] * np.ones(3)) * s - np.maximum(s.to_numpy(), s),
}


@pytest.mark.parametrize("name", SERIES)
def test_a_series_is_what_pandas_makes_of_it(name):
    pandas = pytest.importorskip("pandas")
    function = SERIES[name]
    s = pandas.Series([1.0, -2.5, 4.0], index=list("abc"), name="q")
    right, got = function(s), la.compile(function)(s)
    if isinstance(right, pandas.Series):
        pandas.testing.assert_series_equal(got, right, rtol=1e-14)
    assert np.allclose(got, right, rtol=1e-14)
    whole = (lambda s: np.sum(function(s))) if np.ndim(right) else function
    slope = la.grad(whole)(s)
    assert (slope.name, *slope.index) == ("q", *"abc")
    for label in s.index:
        up, down = s.copy(), s.copy()
        up[label], down[label] = s[label] + 1e-6, s[label] - 1e-6
        step = (whole(up) - whole(down)) / 2e-6
        assert slope[label] == pytest.approx(step, rel=1e-6, abs=1e-6)


def test_columns_of_a_table_are_data_and_arguments():
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame({"x": [1.0, 2.0, 3.0], "y": [2.0, 4.0, 6.5], "who": list("abc")})

    def loss(a, table):
        return ((table["y"] - a * table.x) ** 2).mean()

    slope = -2.0 * np.mean((table.y - 1.5 * table.x) * table.x)
    assert la.grad(loss, wrt="a")(1.5, table) == pytest.approx(slope, rel=1e-14)
    assert la.grad(lambda a: loss(a, table))(1.5) == pytest.approx(slope, rel=1e-14)
    in_table = la.grad(loss, argnums=1)(1.5, table)
    assert [*in_table.columns] == ["x", "y", "who"]
    assert [*in_table.who] == ["a", "b", "c"]
    assert np.allclose(in_table.y, 2.0 / 3.0 * (table.y - 1.5 * table.x), rtol=1e-14)
    by_columns = la.jacobian(lambda x, y: y - 2.0 * x, argnums=0)(table.x, table.y)
    assert by_columns.tolist() == (-2.0 * np.eye(3)).tolist()


def test_a_table_that_is_made_comes_back_with_its_numbers():
    pandas = pytest.importorskip("pandas")

    def scaled(table, by):
        table = table.assign(z=table.x * by, gap=[math.nan, 2.0])
        return table.set_index("who")

    table = pandas.DataFrame({"x": [1.0, 2.0], "who": list("ab")})
    found, slope = la.compile(scaled, wrt="by").jvp((table, 3.0), (1.0,))
    pandas.testing.assert_frame_equal(found, scaled(table, 3.0))
    assert slope[["x", "z"]].to_numpy().tolist() == [[0.0, 1.0], [0.0, 2.0]]
    mixed = la.compile(lambda x: pandas.DataFrame({"a": [x, "none"]}))
    with pytest.raises(TypeError, match=r"the column 'a' of a result(?s:.*)instead: a column of"):
        mixed(2.0)


def test_a_column_with_a_nan_is_refused():
    pandas = pytest.importorskip("pandas")
    with pytest.raises(ValueError, match=r"the Series holds a nan(?s:.*)instead: x.dropna\(\)"):
        la.grad(lambda s: s.sum())(pandas.Series([1.0, math.nan]))
    with pytest.raises(ValueError, match="the column 'x' holds a nan"):
        la.grad(lambda t: t.x.sum())(pandas.DataFrame({"x": [1.0, math.nan]}))


# ---------------------------------------------------------------------------------- polars

COLUMNS = {
    "a power": lambda s: s**2,
    "a scale": lambda s: 2.0 / s,
    "an element": lambda s: s[0] * s[-1],
    "a sum": lambda s: (s * s[1]).sum(),
    "NumPy's": lambda s: np.sin(s) + np.exp(s),
    "a spread": lambda s: (s - s.mean()) / s.std(),
    "a mask": lambda s: s.filter(s > 1.5).sum(),
    "a method": lambda s: s.abs().clip(1.5, 3.0).log(),
    "a loop": lambda s: sum(value**2 for value in s),
    "an array": lambda s: np.exp(s.to_numpy()) * len(s),
    "both": lambda s: s.cum_sum() * s.to_numpy() - s.reverse(),
    "of NumPy's functions": lambda s: np.interp(s, [-5.0, 5.0], [0.0, 2.0]),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_a_column_of_polars_is_what_polars_makes_of_it(name):
    polars = pytest.importorskip("polars")
    function = COLUMNS[name]
    s = polars.Series("q", [1.0, -2.5, 4.0])
    right, got = function(s), la.compile(function)(s)
    assert type(got) is type(right)
    assert np.allclose(got, right, rtol=1e-14)
    weights = np.array([1.0, 3.0, -2.0])
    whole = (lambda s: np.sum(weights * np.asarray(function(s)))) if np.ndim(right) else function
    slope = la.grad(whole)(s)
    assert type(slope) is polars.Series
    assert slope.name == "q"
    for k in range(3):
        moved = [polars.Series("q", [*s[:k], s[k] + step, *s[k + 1 :]]) for step in (1e-6, -1e-6)]
        step = (whole(moved[0]) - whole(moved[1])) / 2e-6
        assert slope[k] == pytest.approx(step, rel=1e-6, abs=1e-6)


def test_tables_of_polars_are_data_and_arguments():
    polars = pytest.importorskip("polars")
    table = polars.DataFrame({"x": [1.0, 2.0, 3.0], "y": [2.0, 4.0, 6.5], "who": list("abc")})

    def loss(a, table):
        return ((table["y"] - a * table["x"]) ** 2).mean()

    slope = -2.0 * ((table["y"] - 1.5 * table["x"]) * table["x"]).mean()
    assert la.grad(loss, wrt="a")(1.5, table) == pytest.approx(slope, rel=1e-14)
    in_table = la.grad(loss, argnums=1)(1.5, table)
    assert in_table.columns == table.columns
    assert in_table["who"].to_list() == ["a", "b", "c"]
    assert np.allclose(in_table["y"], 2.0 / 3.0 * (table["y"] - 1.5 * table["x"]), rtol=1e-14)
    both = la.compile(lambda t: np.sum(t.select("x", "y").to_numpy() @ np.array([2.0, 3.0])))
    assert both(table) == pytest.approx(49.5)
    with pytest.raises(TypeError, match=r"Series.diff of polars(?s:.*)instead: .* x.to_numpy"):
        la.grad(lambda s: s.diff().sum())(table["x"])
    with pytest.raises(ValueError, match="the Series 'q' holds a null or a nan"):
        la.grad(lambda s: s.sum())(polars.Series("q", [1.0, None]))


def test_other_columns_are_told_to_be_arrays():
    class Column:
        def to_numpy(self):
            raise NotImplementedError

    with pytest.raises(TypeError, match=r"instead: x.to_numpy\(\)"):
        la.grad(lambda x: np.sum(x))(Column())


# ---------------------------------------------------------------------------------- whole numbers


def scattered(x, i):
    y = np.zeros(3)
    np.add.at(y, i, x)
    return y @ y


COUNTING = {
    "an index array": (lambda x, i: np.sum(x[i] ** 2), np.array([0, 2])),
    "indices one by one": (lambda x, i: sum(x[k] ** 2 for k in i), np.array([0, 2])),
    "a list of them": (lambda x, i: x[i[0]] * x[i[1]], [0, 2]),
    "a dict's": (lambda x, i: x[i["first"]] ** 2, {"first": 2}),
    "an int": (lambda x, i: x[i] ** 2, 1),
    "one of NumPy's": (lambda x, i: x[i] ** 2, np.int64(1)),
    "two axes": (lambda x, i: np.sum(np.outer(x, x)[i, i]), np.array([0, 2])),
    "a slice": (lambda x, i: x[i:] @ x[i:], 1),
    "a length": (lambda x, i: np.sum(np.ones(i) * x[0] ** 2), 3),
    "rounds": (lambda x, i: sum(x[0] ** k for k in range(1, i)), 5),
    "a list's length": (lambda x, i: sum([x[0]] * i), 3),
    "repeated": (lambda x, i: np.sum(np.repeat(x, i)), 3),
    "rolled": (lambda x, i: np.roll(x, i) @ x, 1),
    "a factorial": (lambda x, i: x[0] ** i / math.factorial(i), 3),
    "a key": (lambda x, i: {1: x[0], 2: x[1]}[i] ** 2, 2),
    "take": (lambda x, i: np.sum(np.take(x, i) ** 2), np.array([2, 2])),
    "bincount": (lambda x, i: np.sum(np.bincount(i, weights=x) ** 2), np.array([0, 1, 0])),
    "add.at": (scattered, np.array([0, 1, 0])),
    "an index that is computed": (lambda x, i: x[(i + 1) % 3] ** 2, 2),
    "an index and a number": (lambda x, i: x[i] * (i + 0.5), 2),
}


@pytest.mark.parametrize("name", COUNTING)
def test_ints_that_count_are_fixed_by_themselves(name):
    function, whole = COUNTING[name]
    x = np.array([1.0, 2.0, -3.0])
    f = la.compile(function)
    assert f(x, whole) == pytest.approx(function(x, whole), rel=1e-15)
    slopes = la.grad(function, argnums=0)(x, whole)
    assert np.array_equal(slopes, la.grad(f)(x, whole))
    assert np.array_equal(slopes, f.vjp((x, whole), 1.0)[1][0])
    assert f.jvp((x, whole), (x,))[1] == pytest.approx(slopes @ x, rel=1e-14)
    for k in range(3):
        step = 1e-6 * np.eye(3)[k]
        right = (function(x + step, whole) - function(x - step, whole)) / 2e-6
        assert slopes[k] == pytest.approx(right, rel=1e-7, abs=1e-7)


def test_what_is_rounded_is_a_number():
    f = la.compile(lambda x, t: x[int(t)] * t)
    x = [1.0, 2.0, 3.0]
    assert f.grad(x, 2.5) == ([0.0, 0.0, 2.5], 3.0)
    assert f.grad(x, 2) == ([0.0, 0.0, 2.0], 3.0)


def test_another_int_is_another_trace():
    f = la.compile(lambda x, n: x[n] * x[0] ** n)
    for n in (0, 1, 2, 1, 0):
        x = [3.0, 5.0, 7.0]
        assert f(x, n) == x[n] * x[0] ** n
        assert f.grad(x, n)[0] == la.grad(lambda x: x[n] * x[0] ** n)(x)[0]  # noqa: B023
    assert len(f.known) <= 4  # and one that was traced before it was known
    again = pickle.loads(pickle.dumps(f))
    assert again([3.0, 5.0, 7.0], 2) == 63.0
    with pytest.raises(TypeError, match="no function to trace"):
        again([3.0, 5.0, 7.0], -1)


def test_an_int_that_does_not_count_is_a_number():
    f = la.compile(lambda x, n: x * n**2)
    assert f.grad(2, 3) == (9.0, 12.0)
    assert (f.grad(2.5, 3), len(f.known)) == ((9.0, 15.0), 1)


def test_an_inner_function_counts_too():
    inner = la.compile(lambda x, n: x[n] ** 2)
    assert la.grad(lambda x: inner(x, 1) + inner(x, 2))([1.0, 2.0, 3.0]) == [0.0, 4.0, 6.0]
    assert la.grad(lambda x, n: inner(x, n) + x[0])([1.0, 2.0, 3.0], 2) == [1.0, 0.0, 6.0]


def test_a_float_that_counts_is_refused_still():
    with pytest.raises(TypeError, match="an index was asked of a traced value"):
        la.grad(lambda x, n: x[n])([1.0, 2.0], 1.0)


# ---------------------------------------------------------------------------------- one matrix


def model(x, a, b, c):
    return a * np.exp(-b * x) + c


def test_a_stacked_jacobian_is_what_curve_fit_takes():
    optimize = pytest.importorskip("scipy.optimize")
    x = np.linspace(0.0, 4.0, 20)
    y = model(x, 2.5, 1.3, 0.5)
    jacobian = la.jacobian(model, wrt=("a", "b", "c"), stack=True)
    columns = la.jacobian(model, wrt=("a", "b", "c"))(x, 1.0, 2.0, 3.0)
    assert np.array_equal(jacobian(x, 1.0, 2.0, 3.0), np.stack(columns, axis=1))
    found, _ = optimize.curve_fit(model, x, y, p0=[1.0, 1.0, 1.0], jac=jacobian)
    assert np.allclose(found, [2.5, 1.3, 0.5], rtol=1e-8)


def test_a_stacked_matrix_is_the_sparse_one():
    def f(p):
        return {"u": p["x"] * p["y"][0], "v": np.array([p["x"], p["y"][1] ** 2])}

    at = {"x": 2.0, "y": [3.0, 5.0]}
    assert la.jacobian(f, stack=True)(at).tolist() == [[3, 2, 0], [1, 0, 0], [0, 0, 10]]
    value, matrix = la.value_and_jacobian(f, stack=True)(at)
    assert (value["u"], matrix.shape) == (6.0, (3, 3))
    second = la.hessian(lambda x, y: x**2 * y, stack=True)(2.0, 3.0)
    assert second.tolist() == [[6.0, 4.0], [4.0, 0.0]]
    with pytest.raises(TypeError, match=r"both sparse and stack(?s:.*)instead: one of the two"):
        la.jacobian(f, stack=True, sparse=True)


def test_a_loss_of_one_element_has_a_gradient():
    optimize = pytest.importorskip("scipy.optimize")

    def loss(x):
        return (x - 1.5) ** 2

    slope = la.grad(loss)
    assert slope(np.array([0.0])).tolist() == [-3.0]
    assert la.grad(lambda x: np.array([[x @ x]]))(np.array([1.0, 2.0])).tolist() == [2.0, 4.0]
    found = optimize.minimize(lambda x: loss(x)[0], np.zeros(1), jac=slope)
    assert found.x == pytest.approx([1.5])


@dataclasses.dataclass
class ndarray:  # as NumPy's, which it is not
    a: float
    b: float


def test_a_class_that_is_called_as_numpys():
    assert la.grad(lambda p: p.a * p.b)(ndarray(2.0, 3.0)) == ndarray(3.0, 2.0)


# ---------------------------------------------------------------------------------- words


def phase(x):
    if x > 1.0:
        return {"h": x * x, "phase": "gas", "notes": [None, "superheated"]}
    return {"h": 3.0 * x, "phase": "liquid", "notes": [None, None]}


@pytest.mark.parametrize("target", ["python", "native"])
@pytest.mark.parametrize("x", [2.0, 0.5])
def test_a_result_may_hold_words(target, x):
    """They stand in every derivative as they are; a side of a branch has its own."""
    f = la.compile(phase, target=target)
    value, slope = phase(x), 2.0 * x if x > 1.0 else 3.0
    assert f(x) == value
    assert f.jvp((x,), (1.0,)) == (value, value | {"h": slope})
    assert f.jacobian(x) == value | {"h": slope}
    assert f.hessian(x)["phase"] == value["phase"]
    assert f.vjp((x,), value | {"h": 1.0}) == (value, (slope,))
    assert pickle.loads(pickle.dumps(f.lower(x).kernel))(x, 1.0) == (value, value | {"h": slope})
    assert '"phase": "' in f.lower(x).source


def test_many_points_share_the_words_of_a_result():
    f = la.compile(lambda x: (x * x, "m"))
    squares, unit = f.batch(np.array([1.0, 2.0]))
    assert (squares.tolist(), unit) == ([1.0, 4.0], "m")


def test_words_of_one_choice_of_many_points():
    with pytest.raises(TypeError, match=r"the value 'gas' as its result\['phase'\] or .*'liquid'"):
        la.compile(phase, target="numpy").batch(np.array([0.5, 2.0]))


@pytest.mark.parametrize("target", ["python", "array"])
def test_the_text_of_a_traced_number_is_no_result(target):
    f = la.compile(lambda x: {"x": x, "text": f"x is {x}"}, target=target)
    with pytest.raises(TypeError, match=r"a text that shows a traced number(?s:.*)instead: return"):
        f(np.ones(2))
