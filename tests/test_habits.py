"""What users of JAX type first exists, or says what to write."""

import math

import numpy as np
import pytest

import lazyad as la
from lazyad.habits import INSTEAD


def f(x, y):
    return [x * y, math.sin(x)]


def test_what_is_called_the_same():
    assert la.jit(f)(2.0, 3.0) == f(2.0, 3.0)
    assert la.jit(optimize="fast")(f)(2.0, 3.0) == f(2.0, 3.0)
    expected = [(3.0, 2.0), (math.cos(2.0), 0.0)]
    assert la.jacfwd(f)(2.0, 3.0) == la.jacrev(f)(2.0, 3.0) == expected
    assert la.jacfwd(f, argnums=0)(2.0, 3.0) == [3.0, math.cos(2.0)]
    assert la.jacrev(f, 0)(2.0, 3.0) == [3.0, math.cos(2.0)]
    compiled = la.compile(f)
    assert la.jacfwd(compiled) is la.jacobian(compiled, order="forward")
    assert la.jacrev(compiled) is la.jacobian(compiled, order="reverse")


@pytest.mark.parametrize("target", ["python", "numpy", "native", "array"])
def test_no_derivative_passes_through_stop_gradient(target):
    if target == "native":
        pytest.importorskip("llvmlite", reason="the target native needs llvmlite")

    def g(x, y):
        return x * la.stop_gradient(x * y) + y

    compiled = la.compile(g, target=target)
    assert compiled(2.0, 3.0) == 15.0
    assert compiled.grad(2.0, 3.0) == (6.0, 1.0)
    assert compiled.hessian(2.0, 3.0) == ((0.0, 0.0), (0.0, 0.0))
    assert compiled.jvp((2.0, 3.0), (1.0, 1.0)) == (15.0, 7.0)
    lines = [line for line in compiled.source.splitlines() if "#" not in line]
    assert not any("stop_gradient" in line or "1.0" in line for line in lines)


def test_stop_gradient_of_numbers_duals_and_arrays():
    assert la.stop_gradient(2.5) == 2.5
    assert la.stop_gradient(la.Dual(2.0, 5.0)).dual == 0.0
    np.testing.assert_array_equal(la.stop_gradient(np.array([1.0, 2.0])), [1.0, 2.0])
    grad = la.grad(lambda x: np.sum(la.stop_gradient(x) * x))
    np.testing.assert_array_equal(grad(np.array([1.0, 2.0])), [1.0, 2.0])
    assert "the derivative of stop_gradient is 0" in la.grad(lambda x: la.stop_gradient(x)).report()


@pytest.mark.parametrize("name", INSTEAD)
def test_what_is_not_here_says_what_to_write(name):
    used = getattr(la, name) if not hasattr(type(la), name) else None
    if used is la.__dict__.get(name):  # it is here, and in JAX elsewhere
        used = getattr(la.lax, name)
    with pytest.raises(TypeError, match=f"lazyad has no .*{name}\n  where: .*\n  instead: "):
        used(f)


def test_modules_of_jax():
    with pytest.raises(TypeError, match=r"lax\.cond\n  where: .*\n  instead: `if`"):
        la.lax.cond(True, f, f, 1.0)
    with pytest.raises(TypeError, match=r"no numpy\.sin\n  where: .*\n  instead: import numpy"):
        la.numpy.sin(1.0)
    with pytest.raises(AttributeError, match=r"no attribute 'gradd'\n.*\n  instead: grad"):
        la.gradd  # noqa: B018
    assert "custom_jvp" not in dir(la)
    assert dir(la) == sorted(la.__all__)
    assert "lax" not in la.__all__
