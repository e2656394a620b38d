"""The width of arrays: dtype="float32" is all float32, and float32 stays where it comes in."""

import numpy as np
import pytest
from scipy import special

import lazyad as la
from lazyad.values.structure import leaves
from tests import test_layers, test_whole, test_whole_matrices
from tests.helpers_names.checks import three_parts
from tests.test_whole import directions

CASES = {**test_whole.CASES}
CASES |= {f"{name}_matrix": case for name, case in test_whole_matrices.CASES.items()}
CASES |= {f"{name}_layer": (case[0], *case[2:]) for name, case in test_layers.CASES.items()}
FLOAT32 = np.dtype(np.float32)


def kinds(result):
    return {np.asarray(leaf).dtype for leaf in leaves(result)}


@pytest.mark.parametrize("name", CASES)
def test_every_row_is_narrow(name):
    """Arguments and constants of float64 are float32 in it, and so are tangents and results."""
    function, *args = CASES[name]
    args = [np.array(arg) for arg in args]
    ints = any(arg.dtype.kind == "i" for arg in args)
    narrow = la.compile(function, target="array", dtype="float32")
    wide = la.compile(function, target="array")
    if ints:
        pytest.skip("tangents of whole numbers")
    moved = directions(args)
    value, tangent = narrow.jvp(args, moved)
    ct = np.random.default_rng(3).normal(size=np.shape(value))
    assert kinds((value, tangent)) <= {FLOAT32, np.dtype(int), np.dtype(bool)}
    assert kinds(narrow.vjp(args, ct)[1]) == {FLOAT32}
    if name not in ("scattered", "sort"):
        for one, other in zip((value, tangent), wide.jvp(args, moved), strict=True):
            scale = 1.0 + np.abs(other).max()
            np.testing.assert_allclose(one, other, rtol=2e-3, atol=2e-4 * scale)
    assert "float64" not in narrow.lower(*args).source


def test_the_largest_of_narrow_numbers_has_a_narrow_tangent():
    x = np.array([0.5, 2.0, 1.0], np.float32)
    f = la.compile(lambda x: max(x) + sorted(x)[0], target="array")
    assert kinds((f.jvp((x,), (x,)), f.vjp((x,), np.float32(1.0)))) == {FLOAT32}


def test_what_is_carried_wider_narrows_no_less_backwards():
    """A carry of Python's is float64, and so is what it multiplies; not the cotangents."""

    def total(w, s):
        def step(carry, _):
            state, factor = carry
            return (state * w, factor * 0.9), factor * state

        return la.scan(step, (s, 1.0), length=3)[1].sum()

    f, x = la.compile(total, target="array"), np.array([0.5, 2.0], np.float32)
    assert kinds(f.grad(x, x)) == {FLOAT32}


@pytest.mark.parametrize(
    "function",
    [
        lambda x: np.r_[0.5, x, 1],
        lambda x: np.r_[x, x.astype(float)] * np.r_[np.arange(3), 0.5, x][1],
        lambda x: np.insert(x, 1, 0.7),
        lambda x: np.histogram(x, 3, range=(0.0, 3.0), weights=x)[0],
        lambda x: np.c_[x, x] * 2.0,
    ],
)
def test_numbers_of_pythons_widen_no_array(function):
    x = np.array([0.5, 2.0, 1.0], np.float32)
    value, wanted = la.compile(function, target="array")(x), function(x)
    assert value.dtype == wanted.dtype
    np.testing.assert_allclose(value, wanted, rtol=1e-6)


@pytest.mark.parametrize("name", ["digamma", "erfcx", "exprel", "ellipk", "ellipe"])
def test_functions_that_scipy_has_in_float64_alone_are_narrow(name):
    function = getattr(special, name)
    f, x = la.compile(lambda x: function(x), target="array"), np.array([0.3, 0.6])
    value, tangent = f.jvp((x.astype(np.float32),), (np.ones(2, np.float32),))
    assert kinds([value, tangent]) == {FLOAT32}
    wanted = (function(x + 1e-6) - function(x - 1e-6)) / 2e-6
    np.testing.assert_allclose(tangent, wanted, rtol=1e-5)


def test_whole_numbers_and_made_arrays_are_narrow():
    def function(x, w, t):
        z = np.zeros(3)
        z[1:] = x[:2] * t
        n = np.arange(3)
        chosen = np.where(x > 0.0, 1.0, 0.0)
        y = np.tanh(w @ x + z) * n + np.sqrt(n + 1) * chosen + np.array([1.0, 2.0, 3.0])
        last, _ = la.scan(lambda c, r: (np.tanh(w @ c + r * n), None), np.zeros(3), w)
        return (y + last).sum() + (x * np.float64(2)).mean()

    args = np.array([0.1, -0.2, 0.3]), np.eye(3) * 0.5 + 0.1, 2.0
    wanted = la.compile(function, target="array")
    for dtype in ("float32", np.float32, np.dtype("float32")):
        f = la.compile(function, target="array", dtype=dtype)
        assert kinds([f(*args), f.grad(*args), f.hessian(*args)]) == {FLOAT32}
        for one, other in zip(leaves(f.grad(*args)), leaves(wanted.grad(*args)), strict=True):
            np.testing.assert_allclose(one, other, rtol=1e-5)
    outer = la.compile(lambda x, w: f(x, w, 1.0) * 2.0, target="array", dtype="float32")
    assert kinds([outer.grad(*args[:2]), f(*args), f(*args[:2], 3)]) == {FLOAT32}


@pytest.mark.parametrize(
    "options",
    [
        {"target": "python", "dtype": "float32"},
        {"target": "native", "dtype": np.float32},
        {"target": "numpy", "dtype": "float32"},
        {"target": "array", "dtype": "float16"},
        {"target": "array", "dtype": int},
    ],
)
def test_other_widths_are_refused(options):
    if options["target"] == "native":
        pytest.importorskip("llvmlite")
    with pytest.raises(ValueError, match="dtype") as caught:
        la.compile(lambda x: x, **options)
    three_parts(caught, "dtype")


@pytest.mark.parametrize(
    "function",
    [
        lambda k: k // 2 % 3,
        lambda k: k + True,
        lambda k: k * 1.0,
        lambda k: k / 1.0 + 0.0,
        lambda k: (k * 10**7) ** 3.0,
        lambda k: np.square(k * 1.0),
        lambda k: np.power(k * 10**9, 2.0),
        lambda k: (k > 0) + True,
        lambda k: (k > 0) ^ (k < 3),
        lambda k: np.where(k > 0, True, False),
        lambda k: np.bincount(k % 3, minlength=3) * 1.0,
        lambda k: np.maximum(k > 0, True),
    ],
)
def test_whole_numbers_beside_floats_and_bools_are_as_numpys(function):
    k = np.array([50, -3, 2])
    found, wanted = la.compile(function, target="array")(k), function(k)
    assert found.dtype == wanted.dtype
    np.testing.assert_allclose(found, wanted, rtol=1e-15)


@pytest.mark.parametrize("function", [lambda x: np.linspace(x, 2.0 * x, 3), np.imag])
def test_a_function_keeps_the_width_as_numpys_does(function):
    x = np.ones(2, np.float32)
    assert la.compile(function, target="array")(x).dtype == function(x).dtype == FLOAT32
