"""Programs of whole arrays as pickles, as text, inside each other, and what they do not do."""

import json
import pickle
import subprocess
import sys
import warnings

import numpy as np
import pytest

import lazyad as la
from lazyad.run.serialize import dumps, loads
from tests.test_whole import CASES

X = np.linspace(-1.0, 1.0, 9).reshape(3, 3)


def loss(x, w):
    y = np.tanh(x @ w["a"])
    values = np.linalg.svd(y, full_matrices=False)[1]
    return np.sum(y[1:] ** 2) + values.sum() + x[np.array([0, 2]), 1].sum() * w["b"]


WEIGHTS = {"a": X * X, "b": 2.0}
FULL = la.compile(loss, target="array")


def test_pickles_of_functions_and_kernels():
    wanted, gradient = FULL(X, WEIGHTS), FULL.grad(X, WEIGHTS)[0]
    assert pickle.loads(pickle.dumps(FULL))(X, WEIGHTS) == wanted
    np.testing.assert_array_equal(pickle.loads(pickle.dumps(FULL.grad))(X, WEIGHTS)[0], gradient)
    stored = pickle.dumps((FULL.primal.kernel, X, WEIGHTS))
    code = (
        "import pickle, sys; f, *args = pickle.load(sys.stdin.buffer); print(repr(float(f(*args))))"
    )
    made = subprocess.run(
        [sys.executable, "-c", code], input=stored, capture_output=True, check=True
    )
    assert float(made.stdout) == wanted


@pytest.mark.parametrize("name", sorted(CASES))
def test_text_of_every_row_reads_back(name):
    function, *args = CASES[name]
    f = la.compile(function, target="array")
    f(*args)
    assert str(loads(dumps(f.trace))) == str(f.trace)
    for graph in (f.trace, f.jacobian.lower(*args).trace):
        text = dumps(graph)
        assert json.loads(dumps(loads(text)))["nodes"] == json.loads(text)["nodes"]


@pytest.mark.parametrize(
    "row",
    [
        ["einsum", 0, 0, 'ij,jk->ik", x); print("'],
        ["einsum", 0, 0, "left"],
        ["sum", 0, [[0], "print()"]],
        ["slice", 0, ["__import__('os')"]],
        ["reshape", 0, [2, [-1]]],
        ["constant", ["O", [1], [1.0]]],
        ["full", [[2], 1.0, "float64); print(1"]],
        ["sum", 0, 0, [[-1], False]],
        ["input", "y", [3], "object"],
        ["input", "y", ["3"], "float64"],
    ],
)
def test_a_text_of_a_stranger_holds_numbers_alone(row):
    f = la.compile(lambda x: x.sum(), target="array")
    f(X)
    data = json.loads(dumps(f.trace))
    data["nodes"].append(row)
    data["outputs"] = len(data["nodes"]) - 1
    with pytest.raises(ValueError, match="serialized graph"):
        loads(json.dumps(data))


def test_the_listing_has_shapes_and_payloads():
    f = la.compile(lambda x: np.linalg.eigh(x @ x)[0][1:].sum(), target="array")
    f(X)
    assert str(f.trace).splitlines() == [
        "<lambda>(x: float64[3, 3]):".replace("<lambda>", f.trace.name),
        "  %0 = einsum[ij,jk->ik](x, x): float64[3, 3]",
        "  %1 = eigh(%0): float64[3], float64[3, 3]",
        "  %2 = item(%1, 0): float64[3]",
        "  %3 = slice[((1, 3, 1),)](%2): float64[2]",
        "  %4 = sum[((-1,), False)](%3)",
        "  return %4",
    ]


@pytest.mark.parametrize("target", ["array", "xp"])
def test_functions_and_derivatives_inside_another(target):
    inner = la.compile(lambda a: np.sin(a) @ a, target=target)
    cubes = la.compile(lambda a: np.sum(a**3 * a[0]), target=target)

    def outer(x):
        moved = cubes.jvp((x,), (x,))[1]
        pulled = inner.vjp((x,), x)[1][0]
        return inner(x).sum() + np.sum(cubes.grad(x) ** 2) + moved + pulled[0, 1]

    f = la.compile(outer, target=target)
    np.testing.assert_allclose(f(X), outer(X), rtol=1e-13)
    move = np.cos(X)
    ahead, behind = outer(X + 1e-6 * move), outer(X - 1e-6 * move)
    np.testing.assert_allclose(np.vdot(f.grad(X), move), (ahead - behind) / 2e-6, rtol=1e-7)


def test_transformations_take_the_target():
    value, gradient = la.value_and_grad(loss, target="array")(X, WEIGHTS)
    assert value == FULL(X, WEIGHTS)
    np.testing.assert_array_equal(gradient[0], la.grad(loss, target="array")(X, WEIGHTS)[0])
    square = la.jacobian(lambda x: x @ x, target="array")(X)
    np.testing.assert_allclose(square, la.value_and_jacobian(lambda x: x @ x, target="array")(X)[1])
    assert la.hessian(lambda x: np.sum(x**3), target="array")(X).shape == (3, 3, 3, 3)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: la.jacobian(lambda x: x @ x, target="array", sparse=True)(X),
        lambda: FULL.batch(np.stack([X, X]), WEIGHTS),
        lambda: la.vmap(lambda x: np.sum(x), target="array")(np.stack([X, X])),
        lambda: FULL.grad(np.ma.masked_greater(X, 0.0), WEIGHTS),
    ],
)
def test_what_whole_arrays_do_not_do_is_refused(ask):
    with pytest.raises((TypeError, ValueError)) as caught:
        ask()
    assert "array" in str(caught.value).split("instead:")[0]
    assert "instead: " in str(caught.value)


def test_a_large_call_elsewhere_names_this_target():
    def product(a, b):
        return a @ b

    square = np.ones((20, 20))
    with pytest.warns(UserWarning, match="15,600 operations") as caught:
        assert la.compile(product).lower(square, square).trace
    said = str(caught[0].message)
    assert "return a @ b" in said
    assert "target='array'" in said
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert la.compile(product).lower(square[:10], square).trace
        assert la.compile(lambda x: np.sin(x)).lower(np.ones(11_000)).trace
