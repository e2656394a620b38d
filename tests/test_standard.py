"""The target "xp": one text for NumPy, array-api-strict, torch and JAX, also under jax.jit."""

import importlib

import numpy as np
import pytest
from scipy import special, stats

import lazyad as la
from lazyad.arrays import standard
from tests import test_layers, test_whole, test_whole_matrices

CASES = {name: case for name, case in test_whole.CASES.items() if name != "sort"}
CASES |= {f"{name}_matrix": case for name, case in test_whole_matrices.CASES.items()}
CASES |= {f"{name}_layer": (case[0], *case[2:]) for name, case in test_layers.CASES.items()}
ABSENT = {"expm_matrix", "expm_stack_matrix", "sqrtm_matrix", "logm_matrix", "cosm_matrix"}
ABSENT |= {"sylvester_matrix", "eig_matrix", "roots_matrix"}
FEW = (
    "where cumprod einsum_three gather_pairs take_along pad in_place scattered backwards "
    "det_matrix eigenvectors_matrix svd_matrix qr_matrix labels_layer layernorm_layer maximum norms"
).split()


class Strict:
    def __init__(self):
        self.library = pytest.importorskip("array_api_strict")

    def made(self, x):
        return self.library.asarray(x)

    def back(self, x):
        return np.asarray(x._array)


class Torch(Strict):
    def __init__(self):
        pytest.importorskip("array_api_compat")
        self.library = pytest.importorskip("torch")

    def back(self, x):
        return x.numpy()


class Jax(Strict):
    def __init__(self):
        self.jax = pytest.importorskip("jax")
        self.jax.config.update("jax_enable_x64", True)
        self.library = importlib.import_module("jax.numpy")

    def back(self, x):
        return np.asarray(x)


def compared(name, library):
    """The value, tangent and cotangents of the library's arrays are those of NumPy's."""
    function, *args = CASES[name]
    args = [np.array(arg) for arg in args]
    wanted, found = la.compile(function, target="array"), la.compile(function, target="xp")
    move = [np.cos(arg) for arg in args]
    value, tangent = wanted.jvp(args, move)
    ct = np.sin(np.asarray(value) + 1.0)
    pulled = wanted.vjp(args, ct)[1]
    given, moved = [[library.made(one) for one in side] for side in (args, move)]
    pairs = [*zip(found.jvp(given, moved), (value, tangent), strict=True)]
    pairs += zip(found.vjp(given, library.made(ct))[1], pulled, strict=True)
    for one, other in pairs:
        assert type(one) is type(given[0])
        np.testing.assert_allclose(library.back(one), other, rtol=1e-11, atol=1e-11)
    return found, given, value


@pytest.mark.parametrize("name", [name for name in CASES if name not in ABSENT])
def test_strict_arrays_come_to_what_numpys_do(name):
    compared(name, Strict())


def test_functions_that_the_standard_lacks():
    library, x = Strict(), np.array([-1.3, 0.4, 2.0])

    def function(x):
        return (
            np.cbrt(x) + np.exp2(x) * np.fmod(x, 0.7) + np.degrees(x) + np.deg2rad(x) * np.trunc(x)
        )

    wanted, found = la.compile(function, target="array"), la.compile(function, target="xp")
    for one, other in zip(
        found.jvp((library.made(x),), (library.made(x),)), wanted.jvp((x,), (x,)), strict=True
    ):
        np.testing.assert_allclose(library.back(one), other, rtol=1e-14)


NEAR = np.array([0.999, 1.0 + 1e-9, 1.316, 2.0 - 1e-7, 0.464, 0.466, 3.99, 4.01])
SPECIAL = {  # where each is tried, and how many units in the last place it may be off
    "erf": (np.concatenate([np.linspace(-6.0, 6.0, 61), NEAR, [1e-300]]), 3),
    "erfc": (np.concatenate([np.linspace(-5.0, 26.5, 60), NEAR]), 6),
    "gammaln": (np.concatenate([np.linspace(0.03, 40.0, 61), NEAR, [1e-300, 1e300]]), 5),
    "digamma": (np.concatenate([np.linspace(0.01, 1.2, 20), np.linspace(1.7, 30.0, 20)]), 12),
}


@pytest.mark.parametrize("name", SPECIAL)
def test_special_functions_have_all_digits(name):
    mpmath = pytest.importorskip("mpmath")
    x, ulps = SPECIAL[name]
    wanted = {"gammaln": mpmath.loggamma}.get(name) or getattr(mpmath, name)
    found = getattr(standard, f"{name}_in")(x)
    with mpmath.workdps(40):
        exact = np.array([float(wanted(mpmath.mpf(float(one))).real) for one in x])
    np.testing.assert_allclose(found, exact, rtol=ulps * 2.0**-52, atol=0.0)
    function = getattr(special, name)
    with np.errstate(all="ignore"):
        odd = np.array([np.inf, -2.5, np.nan])
        np.testing.assert_allclose(getattr(standard, f"{name}_in")(odd), function(odd), rtol=1e-14)


@pytest.mark.parametrize("library", [Strict, Torch, Jax])
def test_special_functions(library):
    library = library()

    def function(x, a):
        return np.sum(special.erf(a * x) * special.ndtr(x) + special.gammaln(x * x + 0.3) * a)

    x, f = np.linspace(-2.0, 3.0, 6), la.compile(function, target="xp")
    wanted = la.compile(function, target="array").grad(x, 0.7)
    for one, other in zip(
        f.grad(library.made(x), library.made(np.array(0.7))), wanted, strict=True
    ):
        np.testing.assert_allclose(library.back(one), other, rtol=1e-13)
    constants = la.compile(
        lambda x: stats.poisson.logpmf(3.0, x * x) + special.erf(x[0]), target="xp"
    )
    np.testing.assert_allclose(library.back(constants(library.made(x))), constants(x), rtol=1e-15)


@pytest.mark.parametrize("name", FEW)
def test_torch(name):
    compared(name, Torch())


@pytest.mark.parametrize("name", FEW)
def test_jax(name):
    library = Jax()
    found, given, value = compared(name, library)
    again = library.jax.jit(lambda *args: found(*args))(*given)
    np.testing.assert_allclose(library.back(again), value, rtol=1e-11, atol=1e-11)


def test_numpys_arrays_and_second_derivatives():
    library, x = Strict(), np.linspace(-1.0, 1.0, 6).reshape(2, 3)

    def loss(x, labels):
        return np.mean(la.cross_entropy(np.tanh(x @ x.T) @ x, labels))

    labels = np.array([2, 0])
    xp, numpys = la.compile(loss, target="xp"), la.compile(loss, target="array")
    wanted = numpys.hessian(x, labels)
    np.testing.assert_allclose(xp.hessian(x, labels), wanted, atol=1e-14)
    strict = xp.hessian(library.made(x), library.made(labels))
    np.testing.assert_allclose(library.back(strict), wanted, atol=1e-14)
    narrow = xp.grad(library.made(x.astype(np.float32)), library.made(labels))
    assert narrow.dtype == library.library.float32


def test_the_source_asks_for_the_library():
    f = la.compile(lambda x, w: np.tanh(x @ w["a"]).sum(), target="xp")
    f(np.ones((2, 3)), {"a": np.ones((3, 2))})
    body = f.primal.source.rpartition("def ")[2]
    assert "xp = array_namespace((x, w_a))" in body
    assert "return xp.sum(xp.tanh(x @ w_a))" in body


@pytest.mark.parametrize("name", sorted(ABSENT))
def test_what_the_standard_lacks_is_refused(name):
    function, *args = CASES[name]
    with pytest.raises(TypeError, match="target") as caught:
        la.compile(function, target="xp")(*args)
    assert "instead: " in str(caught.value)


def test_arrays_of_other_libraries_are_refused_elsewhere():
    x = Strict().made(np.ones(2))
    with pytest.raises(TypeError, match="target='xp'"):
        la.compile(lambda x: x + 1.0, target="array")(x)


def test_what_rounds_give_out_is_stacked():
    """Arrays of the standard are not assigned to."""
    library, x = Strict(), np.random.default_rng(2).normal(size=(5, 3))

    def function(x):
        last, sums = la.scan(lambda c, r: (np.sin(c) + r, c * c), x[0], x)
        return last.sum() + sums.sum()

    found = la.compile(function, target="xp").grad(library.made(x))
    wanted = la.compile(function, target="array").grad(x)
    np.testing.assert_allclose(library.back(found), wanted, rtol=1e-13)
    none = la.compile(lambda x: la.scan(lambda c, r: (c, c), x[0], x[:0])[1], target="xp")
    assert library.back(none(library.made(x))).shape == (0, 3)


@pytest.mark.parametrize("make", [Strict, Torch, Jax])
def test_numbers_of_pythons_are_arrays_where_one_is_needed(make):
    library, x = make(), np.linspace(0.3, 1.2, 6).reshape(2, 3)

    def function(x, scale):
        return np.mean(x, axis=0).max() * np.exp(scale) + np.stack([scale, scale]).sum() / 3.0

    found, wanted = [la.compile(function, target=target) for target in ("xp", "array")]
    value, pulled = found.vjp((library.made(x), 0.4), 0.7)
    assert abs(float(value) - wanted(x, 0.4)) < 1e-14
    for one, other in zip(pulled, wanted.vjp((x, 0.4), 0.7)[1], strict=True):
        np.testing.assert_allclose(library.back(one), other, rtol=1e-14)


def test_under_jit_a_truth_is_refused_in_words():
    library = Jax()

    def halved(x):
        while x @ x > 0.1:
            x = 0.5 * x
        return x

    def checked(x):
        if x.sum() < 0.0:
            raise ValueError("negative")
        return x

    for function in (halved, checked):
        f = la.compile(function, target="xp")
        f(library.made(np.ones(3)))
        with pytest.raises(TypeError, match="where JAX traces it") as caught:
            library.jax.jit(lambda x, f=f: f(x))(library.made(np.ones(3)))
        assert "where: test_standard.py:" in str(caught.value)
