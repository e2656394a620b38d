"""Asking for derivatives: choices, containers, nesting, sparse matrices, pickles and mistakes.

Expected structures are written out by hand; they are those of JAX, tuples and all.
"""

import copy
import dataclasses
import functools
import gc
import math
import pickle
import re
import threading
from typing import NamedTuple

import numpy as np
import pytest
import scipy.optimize
from scipy.integrate import solve_ivp
from scipy.optimize import least_squares, minimize

import lazyad as la
from lazyad.passes import factors

ORDERS = ["forward", "reverse", "markowitz", None]


class Pair(NamedTuple):
    a: float
    b: tuple


@dataclasses.dataclass
class Body:
    mass: float
    at: list


def xyy(x, y):
    return x * y * y


def same(got, want):
    """The same containers, and the same numbers in them."""
    if isinstance(want, np.ndarray):
        assert isinstance(got, np.ndarray)
        assert got.shape == want.shape
        np.testing.assert_allclose(got, want, rtol=1e-14)
    elif isinstance(want, dict):
        assert type(got) is dict
        assert list(got) == list(want)
        for key in want:
            same(got[key], want[key])
    elif dataclasses.is_dataclass(want):
        assert type(got) is type(want)
        same(vars(got), vars(want))
    elif isinstance(want, (list, tuple)):
        assert type(got) is type(want)
        assert len(got) == len(want)
        for one, other in zip(got, want, strict=True):
            same(one, other)
    else:
        assert not isinstance(got, (list, tuple, dict, np.ndarray))
        assert got == pytest.approx(want, rel=1e-14)


V, M = np.array([1.0, 2.0]), np.array([[1.0, 2.0], [3.0, 4.0]])
Z = np.zeros


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    ("function", "args", "want"),
    [
        (lambda x: x**3, (2.0,), 12.0),
        (xyy, (2.0, 3.0), (9.0, 12.0)),
        (lambda p: p["a"] * p["b"][0], ({"a": 2.0, "b": [3.0]},), {"a": 3.0, "b": [2.0]}),
        (lambda p: p.a * p.b[1], (Pair(2.0, (3.0, 4.0)),), Pair(4.0, (0.0, 2.0))),
        (lambda p: p.mass * p.at[0], (Body(2.0, [3.0]),), Body(3.0, [2.0])),
        (lambda x: (x * x).sum(), (M,), 2 * M),
        (lambda x, y: y * x[0], (V, 3.0), (np.array([3.0, 0.0]), 1.0)),
        (lambda x, n: x * n if n else x, (2.0, True), 1.0),
        (lambda x, mode: x * x if mode == "square" else x, (3.0, "square"), 6.0),
        (lambda *a: a[0] * a[1] ** 2, (2.0, 3.0), (9.0, 12.0)),
        (lambda x, *a: x * a[0] * a[1], (2.0, 3.0, 4.0), (12.0, (8.0, 6.0))),
        (lambda x: 2.5, (1.0,), 0.0),
        (lambda x: x, (1.0,), 1.0),
        (lambda x: x * x, (3,), 6.0),
        (lambda: 2.0, (), ()),
        (lambda x, d: x * 2, (1.0, {}), 2.0),
    ],
)
def test_gradients_have_the_structure_of_the_arguments(function, args, want, order):
    same(la.grad(function, order=order)(*args), want)
    value, gradient = la.value_and_grad(function, order=order)(*args)
    same((value, gradient), (function(*args), want))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    ("function", "args", "want"),
    [
        (lambda x, y: [x * y, x], (2.0, 3.0), [(3.0, 2.0), (1.0, 0.0)]),
        (lambda x: (x, x, [x]), (1.0,), (1.0, 1.0, [1.0])),
        (lambda x: {"s": x[0] * x[1], "c": 1.0}, ([2.0, 3.0],), {"s": [3.0, 2.0], "c": [0.0, 0.0]}),
        (lambda x: x * x, (V,), np.diag(2 * V)),
        (lambda x: x, (M,), np.eye(4).reshape(2, 2, 2, 2)),
        (lambda x: np.outer(x, x)[0], (V,), np.array([[2.0, 0.0], [2.0, 1.0]])),
        (lambda x: x.sum(), (V,), np.ones(2)),
        (lambda x: [x.sum(), x[0]], (V,), [np.ones(2), np.array([1.0, 0.0])]),
        (lambda x: x * np.ones(3), (2.0,), np.ones(3)),
        (
            lambda x, y: {"o": x * y, "s": Pair(y, (x[0],))},
            (V, 2.0),
            {"o": (2 * np.eye(2), V), "s": Pair((Z(2), 1.0), ((np.array([1.0, 0.0]), 0.0),))},
        ),
        (lambda p: [p["v"] * p["s"]], ({"s": 2.0, "v": V},), [{"s": V, "v": 2 * np.eye(2)}]),
        (lambda x: (), (1.0,), ()),
        (lambda x: [], ([1.0],), []),
        (lambda x: x, ([1.0],), [[1.0]]),
        (lambda x: x, (np.ones(1),), np.ones((1, 1))),
        (lambda x, y: (x > y, x), (1.0, 2.0), ((0.0, 0.0), (1.0, 0.0))),
    ],
)
def test_jacobians_nest_the_arguments_in_the_result(function, args, want, order):
    same(la.jacobian(function, order=order)(*args), want)
    value, jacobian = la.value_and_jacobian(function, order=order)(*args)
    same(jacobian, want)
    same(value, la.compile(function)(*args))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    ("function", "args", "want"),
    [
        (xyy, (2.0, 3.0), ((0.0, 6.0), (6.0, 4.0))),
        (lambda x: [x[0] * x[1] ** 2], ([2.0, 3.0],), [[[0.0, 6.0], [6.0, 4.0]]]),
        (lambda x: (x**3).sum(), (V,), np.diag(6 * V)),
        (lambda x: x[0] * x * x, (V,), None),
        (
            lambda x, y: (x * x).sum() * y,
            (V, 2.0),
            ((4 * np.eye(2), 2 * V), (2 * V, 0.0)),
        ),
        (
            lambda p: p["a"] * p["b"],
            ({"a": 2.0, "b": 3.0},),
            {"a": {"a": 0.0, "b": 1.0}, "b": {"a": 1.0, "b": 0.0}},
        ),
        (
            lambda p: p.a * p.b[0],
            (Pair(2.0, (3.0,)),),
            Pair(Pair(0.0, (1.0,)), (Pair(1.0, (0.0,)),)),
        ),
        (lambda x: (x, 2.0), (1.0,), (0.0, 0.0)),
    ],
)
def test_hessians_nest_twice(function, args, want, order):
    if want is None:
        want = la.jacobian(la.jacobian(function))(*args)
        assert want.shape == (2, 2, 2)
    same(la.hessian(function, order=order)(*args), want)


@pytest.mark.parametrize(
    ("chosen", "want"),
    [
        ({}, (9.0, 12.0)),
        ({"argnums": 0}, 9.0),
        ({"argnums": 1}, 12.0),
        ({"argnums": -1}, 12.0),
        ({"argnums": (1,)}, (12.0,)),
        ({"argnums": (1, 0)}, (12.0, 9.0)),
        ({"argnums": [0]}, (9.0,)),
        ({"argnums": ()}, ()),
        ({"wrt": "y"}, 12.0),
        ({"wrt": ("y",)}, (12.0,)),
        ({"wrt": ["y", "x"]}, (12.0, 9.0)),
    ],
)
def test_what_to_differentiate_in(chosen, want):
    compiled = la.compile(xyy)
    for function in (xyy, compiled):
        same(la.grad(function, **chosen)(2.0, 3.0), want)
        same(la.jacobian(function, **chosen)(2.0, 3.0), want)
        same(la.value_and_grad(function, **chosen)(2.0, 3.0), (18.0, want))


def test_paths_and_positions_of_every_kind():
    assert la.grad(lambda x: x[0] * x[1], wrt="x[1]")([2.0, 3.0]) == 2.0
    assert la.grad(lambda p: p.mass * p.at[0], wrt=("p.at", "p.mass"))(Body(2.0, [3.0])) == (
        [2.0],
        3.0,
    )
    assert la.grad(lambda *a: a[0] * a[1] ** 2, 1)(2.0, 3.0) == 12.0
    assert la.grad(lambda *a: a[0] * a[1] ** 2, (1, 0))(2.0, 3.0) == (12.0, 9.0)
    assert la.grad(lambda x, **k: x * k["k"], wrt="k")(2.0, k=5.0) == {"k": 2.0}
    assert la.grad(lambda x, *, k=3.0: x * k)(2.0, k=5.0) == (5.0, 2.0)
    assert la.grad(lambda x, y=3.0: x * y)(x=2.0) == (3.0, 2.0)
    assert la.grad(lambda x, n: x**n, static="n")(2.0, 3) == 12.0
    assert la.grad(functools.partial(xyy, 2.0))(3.0) == 12.0


def test_what_the_base_is_compiled_for_is_the_default():
    assert la.grad(la.compile(xyy, wrt="y"))(2.0, 3.0) == 12.0
    assert la.grad(la.compile(xyy, wrt="y"), argnums=0)(2.0, 3.0) == 9.0
    options = la.grad(xyy, optimize="fast", target="numpy", static=()).options
    assert options == la.compile(xyy, optimize="fast", target="numpy").options


def test_attributes_are_the_functions():
    f = la.compile(xyy)
    for name in ("grad", "value_and_grad", "jacobian", "value_and_jacobian", "hessian"):
        derived = getattr(f, name)
        assert derived is getattr(f, name)
        assert isinstance(derived, la.Compiled)
        assert derived(2.0, 3.0) == getattr(la, name)(xyy)(2.0, 3.0)
        assert derived.kernel(2.0, 3.0) == derived.lower(2.0, 3.0)(2.0, 3.0) == derived(2.0, 3.0)
        assert derived.__name__ == derived.graph.name == f"xyy_{name}"
        assert f"def xyy_{name}(x, y):" in derived.source
        stages = [*derived.stages()]
        assert stages[0][0] == "trace"
        assert stages[-1][1].operations == derived.graph.operations
        for _, graph in stages:
            graph.verify()


def test_products_at_once():
    assert la.jvp(xyy, (2.0, 3.0), (1.0, 0.0)) == (18.0, 9.0)
    assert la.jvp(xyy, (2.0, 3.0), ([1.0, 0.0], [0.0, 1.0])) == (18.0, [9.0, 12.0])
    same(la.jvp(lambda x: x * x, (V,), (np.eye(2),)), (V * V, np.diag(2 * V)))
    assert la.vjp(lambda x, y: [x * y, x], (2.0, 3.0), [1.0, 10.0]) == ([6.0, 2.0], (13.0, 2.0))
    assert la.hvp(xyy, (2.0, 3.0), (1.0, 0.0)) == (0.0, 6.0)
    f = la.compile(lambda x: [math.exp(x) * k for k in range(4)])
    f.jvp((1.0,), ([1.0, 2.0],))
    product = f.jvp.lower((1.0,), ([1.0, 2.0],))
    assert product.graph.operations["exp"] == 1  # several directions share the value's work


def test_products_are_functions_to_read():
    f = la.compile(lambda x, y: x * y * y)
    args = {"jvp": (1.0, 0.0), "vjp": 1.0, "hvp": (1.0, 0.0)}
    for name, vectors in args.items():
        product = getattr(f, name)
        assert product is getattr(f, name)
        assert isinstance(product, la.Derivative)
        lowered = product.lower((2.0, 3.0), vectors)
        flat = vectors if isinstance(vectors, tuple) else (vectors,)
        want = getattr(la, name)(xyy, (2.0, 3.0), vectors)
        assert product((2.0, 3.0), vectors) == product.kernel(2.0, 3.0, *flat) == want
        assert lowered(2.0, 3.0, *flat) == want
        assert product.source == lowered.source
        assert product.report() == lowered.report()
        assert product.graph is lowered.graph
        assert [name for name, _ in product.stages()][:1] == ["trace"]
        assert pickle.loads(pickle.dumps(product))((2.0, 3.0), vectors) == want
    assert f.jvp.source == f.source
    assert f.vjp(primals=(2.0, 3.0), cotangents=1.0) == (18.0, (9.0, 12.0))
    assert la.jacobian(f.hvp, argnums=1)((2.0, 3.0), (1.0, 0.0)) == ((0.0, 6.0), (6.0, 4.0))
    assert f.hvp.jvp(((2.0, 3.0), (1.0, 0.0)), ((0.0, 1.0), (0.0, 0.0)))[1] == (0.0, 2.0)
    with pytest.raises(TypeError, match="missing a required argument: 'direction'"):
        f.hvp((2.0, 3.0))


def test_products_of_a_function_of_what_is_no_number():
    f = la.compile(lambda x, n, how: x**n if how == "up" else -x, static="n", wrt="x")
    assert f.jvp((2.0, 3, "up"), (1.0,)) == (8.0, 12.0)
    assert f.hvp((2.0, 3, "up"), (1.0,)) == 12.0
    assert f.vjp((2.0, 2, "up"), 1.0) == (4.0, (4.0,))
    assert f.hvp((2.0, 3, "down"), (1.0,)) == 0.0


def test_a_source_says_which_of_several_structures_it_is_of():
    f = la.compile(lambda x: x[0] * 2.0, target="python")
    f([1.0])
    assert f.source == f.lower([1.0]).source
    f((1.0, 2.0))
    first, _, rest = f.source.partition("\n")
    assert first == (
        "# for x: a tuple of 2 numbers; <lambda> is compiled for 2 structures of arguments, and"
        " lower(...) gives each"
    )
    assert rest == f.lower((1.0, 2.0)).source
    assert f.grad.source.startswith(f"{first}\n# gradient of ")  # whose own are none yet
    assert f.jvp.source.startswith("# for x: a tuple of 2 numbers, dx: a tuple of 2 numbers; ")
    f.lower([1.0])
    assert f.source.startswith("# for x: a list of 1 number; ")
    assert f.report().startswith("for x: a list of 1 number; ")


class Spring:
    def __init__(self, k):
        self.k = k

    @la.compile
    def energy(self, x):
        return self.k * x * x / 2

    def force(self, x):
        return -self.k * x

    stiffness = la.grad(force)

    def __call__(self, x):
        return self.k * x


def test_methods_and_callables():
    spring = Spring(3.0)
    assert spring.energy.grad(2.0) == 6.0
    assert spring.energy.hessian(2.0) == 3.0
    assert spring.stiffness(2.0) == -3.0
    assert la.grad(spring.force)(2.0) == -3.0
    assert la.grad(spring)(2.0) == 3.0
    assert Spring(5.0).stiffness(2.0) == -5.0


def test_names_do_not_clash():
    def grad(math, dx, sin, v0, d0):
        return math * dx * sin**2 + v0 * d0

    assert la.grad(grad)(1.0, 2.0, 3.0, 4.0, 5.0) == (18.0, 9.0, 12.0, 5.0, 4.0)
    f = la.compile(lambda cotangent, cotangent_: cotangent * cotangent_)
    assert f.vjp((2.0, 3.0), 1.0) == (6.0, (3.0, 2.0))
    g = la.compile(lambda x, dx: x * dx * dx)
    assert g.jvp((2.0, 3.0), ([1.0, 0.0], [0.0, 1.0])) == (18.0, [9.0, 12.0])
    assert g.hvp((2.0, 3.0), (1.0, 0.0)) == (0.0, 6.0)


# -- nesting

grad = la.grad


def newton(a):
    x = a
    for _ in range(8):
        if abs(x * x - a) < 1e-12:
            break
        x = x - (x * x - a) / grad(lambda t: t * t - a)(x)
    return x


def in_branch(x, y):
    if x > 0:
        return grad(lambda t: t * t * x * y)(y)
    return grad(lambda t: t * x)(y)


def branch_inside(x):
    def h(t):
        if t > x:
            return x * t
        return t * t * x

    return grad(h)(2.0)


def in_loop(x):
    total = 0.0
    for k in range(4):
        total = total + grad(lambda t: t**2 * x * k)(total + x)  # noqa: B023
    return total


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    ("function", "args", "want"),
    [
        (lambda x: x * grad(lambda y: x + y)(x), (1.0,), 1.0),  # PEERS: num-dual says 2
        (lambda x: x * grad(lambda y: x + y)(1.0), (1.0,), 1.0),
        (lambda x: x * grad(lambda y: x * y)(x), (4.0,), 8.0),  # PEERS: fastdual says 4
        (lambda x: x * la.jvp(lambda y: x * y, (x,), (1.0,))[1], (4.0,), 8.0),
        (lambda x: x * la.vjp(lambda y: x * y, (x,), x)[1][0], (2.0,), 12.0),
        (lambda x: la.hvp(lambda y: x * y**3, (x,), (1.0,)), (2.0,), 24.0),
        (lambda x: la.hvp(lambda y: y**3, (2.0,), (x,)), (5.0,), 12.0),
        (lambda x: la.hessian(lambda y: x * y**3)(x), (2.0,), 24.0),
        (lambda x: la.value_and_grad(lambda y: x * y * y)(x)[1], (3.0,), 12.0),
        (grad(grad(lambda x: x**5)), (2.0,), 240.0),
        (lambda x: grad(lambda y: grad(lambda z: x * y * z)(y) * x)(x), (2.0,), 4.0),
        (in_branch, (2.0, 3.0), (18.0, 24.0)),
        (in_branch, (-2.0, 3.0), (1.0, 0.0)),
        (branch_inside, (1.0,), 1.0),
        (branch_inside, (3.0,), 4.0),
        (in_loop, (1.5,), 981.0),
        (newton, (2.0,), 0.5 / math.sqrt(2)),
        (lambda x, y: xyy_compiled.grad(x, y)[0] * x, (2.0, 3.0), (9.0, 12.0)),
        (lambda x: la.jacobian(lambda t: t * t * x)(x).sum(), (V,), 4 * V),
        (lambda x: grad(math.sin)(x) + la.taylor(math.exp, 2)(x, 1.0)[1], (0.0,), 1.0),
        (lambda x: grad(math.fsum)([x, x * x])[0] * x, (2.0,), 1.0),
        (lambda x: la.vmap(math.sqrt)(V).sum() * x, (2.0,), np.sqrt(V).sum()),
    ],
)
def test_nested_derivatives(function, args, want, order):
    np.testing.assert_allclose(grad(function, order=order)(*args), want, rtol=1e-10)


xyy_compiled = la.compile(xyy)


@pytest.mark.parametrize("order", ORDERS)
def test_a_jacobian_inside_a_compiled_function(order):
    @la.compile
    def step(x):
        def residual(t):
            return np.array([t[0] * t[1] - 1.0, t[0] - t[1] * x[0]])

        return np.linalg.solve(la.jacobian(residual, order=order)(x), residual(x))

    at = np.array([2.0, 3.0])
    np.testing.assert_allclose(step(at), [0.25, 2.125], rtol=1e-14)
    want = [[0.25, -0.0625], [0.0625, 0.96875]]
    np.testing.assert_allclose(la.jacobian(step, order=order)(at), want, rtol=1e-13)


# -- exceptions


def root(x):
    if x < 0:
        raise ValueError("negative")
    return math.sqrt(x) * x


def constant_or_error(x):
    if x < 0:
        raise ValueError("negative")
    return 2.0


@pytest.mark.parametrize("order", ORDERS)
def test_derivatives_raise_where_the_function_does(order):
    assert grad(root, order=order)(4.0) == 3.0
    assert la.hessian(root, order=order)(4.0) == 0.375
    assert grad(constant_or_error, order=order)(4.0) == 0.0
    with_another = la.jacobian(lambda x, y: (constant_or_error(x), y), order=order)
    for derived in (
        grad(root, order=order),
        la.hessian(root, order=order),
        grad(constant_or_error),
    ):
        with pytest.raises(ValueError, match="negative"):
            derived(-4.0)
    with pytest.raises(ValueError, match="negative"):
        with_another(-4.0, 1.0)


root_compiled = la.compile(root)


@pytest.mark.parametrize(
    "slope",
    [lambda x: grad(root)(x), lambda x: root_compiled.jvp((x,), (1.0,))[1]],
    ids=["grad", "jvp"],
)
def test_a_handler_sees_what_a_derivative_raises(slope):
    @la.compile
    def guarded(x):
        try:
            return slope(x)
        except ValueError:
            return 7.0 * x

    assert guarded(4.0) == 3.0
    assert guarded(-4.0) == -28.0
    assert guarded.grad(-4.0) == 7.0


# -- the numpy target


def test_the_numpy_target():
    x, y = np.arange(3.0), np.array([2.0, 3.0, 4.0])
    same(grad(xyy, target="numpy")(x, y), (y * y, 2 * x * y))
    masked = la.hessian(lambda x: np.where(x > 0, x**3, x), target="numpy")
    np.testing.assert_array_equal(masked(np.array([-1.0, 2.0])), [0.0, 12.0])
    f = la.compile(xyy, target="numpy")
    same(f.vjp((x, y), np.ones(3))[1], (y * y, 2 * x * y))
    same(f.hvp((x, y), (np.ones(3), np.ones(3))), (2 * y, 2 * y + 2 * x))


# -- sparse


def laplace(x):
    inner = [2 * x[i] - x[i - 1] - x[i + 1] + x[i] ** 2 for i in range(1, 4)]
    return np.array([2 * x[0] - x[1], *inner, 7.0])


@pytest.mark.parametrize("order", ORDERS)
def test_sparse_jacobian(order):
    at = np.arange(5.0)
    sparse = la.jacobian(laplace, sparse=True, order=order)
    dense = la.jacobian(laplace, order=order)(at)
    matrix = sparse(at)
    assert type(matrix).__name__ == "csr_array"
    assert matrix.nnz == 11  # the last row is empty
    np.testing.assert_array_equal(matrix.toarray(), dense)
    np.testing.assert_array_equal(sparse.kernel(at), matrix.data)
    rows, columns, shape = sparse.sparsity
    np.testing.assert_array_equal(dense[rows, columns], matrix.data)
    assert shape == (5, 5)
    value, again = la.value_and_jacobian(laplace, sparse=True, order=order)(at)
    np.testing.assert_array_equal(value, laplace(at))
    np.testing.assert_array_equal(again.toarray(), dense)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    ("function", "args", "want"),
    [
        (lambda x: x[0] * x[1] + x[2] ** 3, ([1.0, 2.0, 3.0],), [[0, 1, 0], [1, 0, 0], [0, 0, 18]]),
        (lambda x, y: xyy(x, y), (2.0, 3.0), [[0, 6], [6, 4]]),
        (lambda x: x[0], ([1.0],), [[0]]),
        (lambda x: (x**2).sum(), (np.ones(3),), 2 * np.eye(3)),
    ],
)
def test_sparse_hessian(function, args, want, order):
    matrix = la.hessian(function, sparse=True, order=order)(*args)
    np.testing.assert_array_equal(matrix.toarray(), want)
    assert matrix.nnz == np.count_nonzero(want)


@pytest.mark.parametrize(
    ("function", "args", "shape"),
    [
        (lambda x: [1.0, 2.0], ([1.0, 2.0],), (2, 2)),
        (lambda x: [], ([1.0, 2.0],), (0, 2)),
        (lambda x: [1.0], ([],), (1, 0)),
        (lambda x: np.ones(2), (np.zeros(0),), (2, 0)),
    ],
)
def test_sparse_matrices_without_entries(function, args, shape):
    sparse = la.jacobian(function, sparse=True)
    assert sparse(*args).shape == shape
    assert sparse(*args).nnz == 0
    assert sparse.sparsity.matrix().shape == shape


def test_a_result_belongs_to_its_caller():
    sparse = la.jacobian(laplace, sparse=True)
    first = sparse(np.arange(5.0))
    first.indices[:] = 0
    first.data[:] = 0.0
    first.indptr[:] = 0
    np.testing.assert_array_equal(
        sparse(np.arange(5.0)).toarray(), la.jacobian(laplace)(np.arange(5.0))
    )


def test_spy():
    pytest.importorskip("matplotlib").use("Agg")
    assert la.jacobian(laplace, sparse=True).lower(np.zeros(5)).sparsity.spy().lines


def robertson(t, y):
    slow, fast, square = 0.04 * y[0], 1e4 * y[1] * y[2], 3e7 * y[1] ** 2
    return np.array([fast - slow, slow - fast - square, square])


def test_scipy_takes_them():
    def solved(**options):
        return solve_ivp(robertson, (0, 40), [1.0, 0.0, 0.0], method="BDF", **options).y[:, -1]

    pattern = la.jacobian(robertson, wrt="y", sparse=True).lower(0.0, np.zeros(3)).sparsity
    for options in (
        {"jac": la.jacobian(robertson, wrt="y")},
        {"jac": la.jacobian(robertson, argnums=1, sparse=True)},
        {"jac_sparsity": pattern.matrix()},
    ):
        np.testing.assert_allclose(solved(**options), [0.7158, 9.185e-6, 0.2841], rtol=1e-3)

    def residuals(x):
        return np.array([10 * (x[1] - x[0] ** 2), 1 - x[0]])

    def cost(x):
        return (residuals(x) ** 2).sum()

    start, sparse = [-1.2, 1.0], la.jacobian(residuals, sparse=True)
    for options in (
        {"jac": la.jacobian(residuals)},
        {"jac": sparse},
        {"jac_sparsity": sparse.lower(np.zeros(2)).sparsity.matrix()},
    ):
        np.testing.assert_allclose(least_squares(residuals, start, **options).x, 1.0, rtol=1e-6)
    found = minimize(cost, start, jac=grad(cost), hess=la.hessian(cost), method="trust-exact")
    np.testing.assert_allclose(found.x, 1.0, rtol=1e-6)
    assert minimize(la.value_and_grad(cost), start, jac=True).success


# -- pickles, copies, threads


@pytest.mark.parametrize(
    "derived",
    [
        la.grad(xyy),
        la.hessian(xyy, order="reverse"),
        la.value_and_grad(xyy, 1),
        la.grad(la.grad(xyy, 0), 1),
        la.jacobian(lambda x, y: [x * y, y], sparse=True),
        la.grad(xyy, target="numpy"),
    ],
)
def test_pickles_and_copies(derived):
    want = derived(2.0, 3.0)
    restored = pickle.loads(pickle.dumps(derived))
    for one in (restored, copy.copy(derived), copy.deepcopy(derived)):
        got = one(2.0, 3.0)
        assert (got != want).nnz == 0 if hasattr(want, "nnz") else got == want
    kernel = pickle.loads(pickle.dumps(derived.kernel))
    np.testing.assert_array_equal(kernel(2.0, 3.0), derived.kernel(2.0, 3.0))
    assert restored.__name__ == derived.__name__
    assert restored.__signature__ == derived.__signature__
    assert restored.graph.operations == derived.graph.operations


def test_threads():
    derived = la.hessian(lambda x: sum(x[i] * x[i + 1] ** 2 for i in range(12)))
    nested = [la.compile(lambda x, k=k: x * grad(lambda y: x * y**k)(x)) for k in range(1, 7)]
    found = {}

    def work(at):
        total = np.array(derived([1.0] * 13)).sum()
        found[at] = total, la.grad(nested[at], argnums=0)(2.0, float(at + 1))

    threads = [threading.Thread(target=work, args=(at,)) for at in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {at: (72.0, (at + 1) * (at + 2) * 2.0 ** (at + 1)) for at in range(6)}


# -- what is said


def test_the_report_names_the_order_and_the_operations():
    *_, order, sizes = la.grad(xyy).report().splitlines()
    assert order.startswith("order: ")
    assert all(f"{name} 3" in order for name in ("forward", "reverse", "markowitz"))
    assert sizes == "operations: xyy 2, xyy_grad 3"
    assert " of xyy in 3 operations" in la.grad(xyy).source.splitlines()[0]


def test_unit_partials_cost_nothing():
    assert not la.grad(lambda x, y: x - y).graph.operations
    assert not la.jacobian(lambda x, y: (x + y, -x, 3 * y)).graph.operations
    assert la.hessian(lambda x, y, z: x * y * z).graph.operations.total() == 0


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        (lambda: grad(xyy, 5), ValueError, "argnums names 5"),
        (lambda: grad(xyy, "x"), ValueError, "argnums names 'x'"),
        (lambda: grad(xyy, (0, 0)), ValueError, "named twice"),
        (lambda: grad(xyy, (0, -2)), ValueError, "named twice"),
        (lambda: grad(xyy, 0, wrt="x"), TypeError, "both argnums and wrt"),
        (lambda: grad(xyy, wrt="z"), ValueError, "no parameter"),
        (lambda: grad(xyy, order="best"), ValueError, "order is 'best'"),
        (lambda: grad(la.compile(xyy), optimize="fast"), TypeError, "compiled already"),
        (lambda: grad(3.0), TypeError, "was given a float"),
        (lambda: grad(lambda x: [x])(1.0), TypeError, "the gradient of"),
        (lambda: grad(lambda x: x)(np.ones(2)), TypeError, "an array of shape"),
        (lambda: grad(lambda x: None)(1.0), TypeError, "returns a NoneType"),
        (lambda: la.vjp(xyy, (1.0, 2.0), (1.0,)), TypeError, "the cotangents are a tuple"),
        (lambda: la.vjp(xyy, 1.0, 1.0), TypeError, "primals is a float"),
        (lambda: la.hvp(xyy, (1.0, 2.0), (1.0,)), TypeError, "hvp got 2 primals"),
        (lambda: la.jvp(xyy, (1.0, 2.0), ([1.0, 2.0], [1.0])), TypeError, r"\[1, 2\] directions"),
        (lambda: la.jvp(xyy, (1.0, 2.0), ([1.0, 2.0], 1.0)), TypeError, "the tangent of x"),
        (lambda: la.jacobian(xyy).sparsity, TypeError, "returns no sparse matrix"),
        (lambda: la.compile(lambda x: SPARSE(x))(1.0), TypeError, "inside a traced function"),
    ],
)
def test_mistakes_are_explained_in_three_parts(wrong, error, words):
    explained(wrong, error, words)


SPARSE = la.jacobian(lambda t: [t * t], sparse=True)


def explained(wrong, error, words):
    with pytest.raises(error, match=words) as caught:
        wrong()
    what, where, instead = str(caught.value).split("\n  ")
    assert what
    assert where.startswith("where: ")
    assert instead.startswith("instead: ")


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        (lambda: grad(xyy, 1.0), (TypeError, ValueError), "argnums"),
        (lambda: grad(xyy, True), (TypeError, ValueError), "argnums"),
        (lambda: grad(lambda x: x[0], wrt="x[5]")([2.0]), ValueError, "holds no number"),
        (lambda: grad(lambda x, s: x, wrt="s")(2.0, "a"), ValueError, "holds no number"),
        (lambda: grad(lambda x: x[0], wrt=("x", "x[0]"))([2.0]), ValueError, "twice"),
        (
            lambda: la.jacobian(lambda x, y: (x * y, y), sparse=True, target="numpy")(V, V),
            (TypeError, ValueError),
            "sparse",
        ),
    ],
)
def test_mistakes_in_choosing_are_explained(wrong, error, words):
    explained(wrong, error, words)


def test_arrays_without_elements_keep_their_shape():
    assert grad(lambda x: x.sum())(np.zeros(0)).shape == (0,)
    assert la.jacobian(lambda x: x.sum(axis=0))(np.zeros((0, 3))).shape == (3, 0, 3)
    assert la.hessian(lambda x: x.sum())(np.zeros(0)).shape == (0, 0)


def test_integers_of_numpy_are_positions():
    assert grad(xyy, np.int64(1))(2.0, 3.0) == 12.0


@pytest.mark.filterwarnings("ignore:Attempting to set identical")
def test_spy_on_nothing():
    pytest.importorskip("matplotlib").use("Agg")
    la.jacobian(lambda x: [], sparse=True).lower([]).sparsity.spy()


def test_choices_within_choices_are_written_once():
    peaks = grad(lambda x: np.max(x) * np.min(x)).lower(np.linspace(0.0, 1.0, 20))
    assert len(peaks.source) < 60 * peaks.graph.operations.total()


def test_conditions_that_become_the_same_inside_a_branch():
    matrix = np.array(
        [[2.0, 1.0, 0.5, 0.1], [0.3, -1.0, 4.0, 1.0], [5.0, 0.2, 1.0, 2.0], [1.0] * 4]
    )
    second = la.hessian(np.linalg.det, order="forward")(matrix)
    inverse = np.linalg.inv(matrix).T
    pairs = np.einsum("ij,kl->ijkl", inverse, inverse)
    want = np.linalg.det(matrix) * (pairs - pairs.transpose(0, 3, 2, 1))
    np.testing.assert_allclose(second, want, rtol=1e-9, atol=1e-9)


@pytest.mark.slow
def test_a_search_is_never_worse_and_always_the_same():
    def f(x, y, z):
        a, b = la.sin(x * y), la.exp(y * z)
        return a * b + z / (a + 2.0), b * b * a, a - b * x

    found, again = (la.jacobian(f, order="search") for _ in range(2))
    assert found.graph.operations.total() <= la.jacobian(f).graph.operations.total()
    assert found.source == again.source
    assert "search" in found.report()
    same(found(0.3, 0.5, 0.7), la.jacobian(f, order="forward", optimize="strict")(0.3, 0.5, 0.7))


def test_a_gradient_of_the_only_element_of_an_array():
    """As SciPy's minimize takes it: a loss that loops over data returns an array of shape (1,)."""

    def loss(x):
        return sum((x - v) ** 2 for v in (1.0, 2.0))

    x = np.array([0.5])
    assert la.grad(loss)(x).tolist() == [-4.0]
    value, slope = la.value_and_grad(loss)(x)
    assert (value.tolist(), slope.tolist()) == ([2.5], [-4.0])
    assert scipy.optimize.minimize(loss, 0.0, jac=la.grad(loss)).x == pytest.approx([1.5])


def test_steps_are_noted():
    f = la.compile(lambda x: np.around(x, 1) + x // 2)
    assert f.grad(np.float64(1.25)) == 0.0
    for report in (f.report(), f.grad.report()):
        assert re.search(
            r"note: at test_derived.py:\d+ in <lambda>: .*derivative of round_ is 0", report
        )
        assert "derivative of floordiv is 0" in report
    assert "derivative of" not in la.compile(lambda x: abs(x) + x % 2).report()


def test_the_source_of_a_derivative_is_for_what_the_function_was_called_with():
    f = la.compile(lambda car, speed: car["drag"] * speed**2)
    assert f({"drag": 0.5}, 4.0) == 8.0
    assert "car['drag']" in str(f.grad.graph)
    assert 'car["drag"]' in f.jacobian.source
    assert f.taylor(2).lowered.arguments == {
        "car": {"drag": 0.0},
        "speed": 0.0,
        "dcar": {"drag": 0.0},
        "dspeed": 0.0,
    }


def test_orders_that_differ_by_that_of_factors_alone_are_read_once(monkeypatch):
    def recurrence(x, y, z):
        for _ in range(20):
            x, y, z = y * z + 2.0, la.sin(x), x - z * 0.5
        return x * y + z

    read = []
    normal_form = factors.NormalForm
    monkeypatch.setattr(factors, "NormalForm", lambda *args: read.append(1) or normal_form(*args))
    function = la.compile(recurrence, loops="unroll")
    gradient = la.grad(function).lower(1.0, 2.0, 3.0)
    assert gradient.graph.operations.total() == 237
    assert len(read) == 1
    alike = "order: markowitz; operations by order: markowitz 237, fill 237, reverse 237"
    assert gradient.report().notes[0].startswith(alike)


def test_what_the_orders_of_elimination_share_is_let_go():
    def alive():
        return sum(type(one).__name__ == "Linearized" for one in gc.get_objects())

    before = alive()
    gradient = la.grad(lambda x, y: la.sin(x * y) * y).lower(1.0, 2.0)
    text = gradient.source
    assert alive() == before
    assert "forward" in str(gradient.report())  # which walks them all anew
    assert gradient.source == text
