"""Layers: plain NumPy's values, and the derivatives of every target, at ordinary and odd places."""

import numpy as np
import pytest
from scipy import special

import lazyad as la

RNG = np.random.default_rng(0)
X, SCALE, LABELS = RNG.normal(size=(2, 3)), RNG.normal(size=3), np.array([2, 0])
SHARES = special.softmax(RNG.normal(size=(2, 3)), axis=1)

# Each a layer, the same by SciPy or by hand, and arguments.
CASES = {
    "softmax": (lambda x: la.softmax(x, axis=0), lambda x: special.softmax(x, axis=0), X),
    "log_softmax": (lambda x: la.log_softmax(x), lambda x: special.log_softmax(x, axis=-1), X),
    "logsumexp": (lambda x: la.logsumexp(x), lambda x: special.logsumexp(x, axis=-1), X),
    "kept": (
        lambda x: la.logsumexp(x, axis=0, keepdims=True),
        lambda x: special.logsumexp(x, axis=0, keepdims=True),
        X,
    ),
    "labels": (
        lambda x: la.cross_entropy(x, LABELS),
        lambda x: -special.log_softmax(x, axis=1)[[0, 1], LABELS],
        X,
    ),
    "shares": (
        lambda x: la.cross_entropy(x, SHARES),
        lambda x: -(SHARES * special.log_softmax(x, axis=1)).sum(axis=1),
        X,
    ),
    "layernorm": (
        lambda x, a, b: la.layernorm(x, a, b),
        lambda x, a, b: (x - x.mean(1)[:, None]) / np.sqrt(x.var(1)[:, None] + 1e-5) * a + b,
        X,
        SCALE,
        2.0 * SCALE,
    ),
    "rmsnorm": (
        lambda x, a: la.rmsnorm(x, a),
        lambda x, a: x / np.sqrt((x**2).mean(1)[:, None] + 1e-6) * a,
        X,
        SCALE,
    ),
    "relu": (la.relu, lambda x: np.maximum(x, 0.0), X),
    "silu": (la.silu, lambda x: x * special.expit(x), X),
    "gelu": (lambda x: la.gelu(x, approximate=False), lambda x: x * special.ndtr(x), X),
    "one_hot": (lambda x: la.one_hot(LABELS, 3) * x, lambda x: np.eye(3)[LABELS] * x, X),
}


@pytest.mark.parametrize("target", ["array", "python"])
@pytest.mark.parametrize("name", CASES)
def test_value_and_jacobian(name, target):
    layer, known, *args = CASES[name]
    f = la.compile(layer, target=target)
    for found in (layer(*args), f(*args)):
        np.testing.assert_allclose(found, known(*args), rtol=1e-14, atol=1e-15)
    jacobian = f.jacobian(*args)
    jacobian = jacobian if type(jacobian) is tuple else (jacobian,)
    move = [RNG.normal(size=arg.shape) for arg in args]
    ahead, behind = [
        known(*[a + s * m for a, m in zip(args, move, strict=True)]) for s in (1e-6, -1e-6)
    ]
    found = sum(np.tensordot(j, m, m.ndim) for j, m in zip(jacobian, move, strict=True))
    np.testing.assert_allclose(found, (ahead - behind) / 2e-6, atol=1e-8)


def test_gelu_is_near_its_approximation():
    x = np.linspace(-4.0, 4.0, 33)
    np.testing.assert_allclose(la.gelu(x), la.gelu(x, approximate=False), atol=5e-4)


def test_numbers_and_odd_places():
    for x, silu, slope in ((-800.0, 0.0, 0.0), (0.0, 0.0, 0.5), (800.0, 800.0, 1.0)):
        assert la.compile(la.silu)(x) == pytest.approx(silu)
        assert la.grad(la.silu)(x) == pytest.approx(slope)
    assert la.grad(la.relu)(0.0) == 0.0
    assert np.isnan(la.relu(np.array([np.nan]))).all()
    assert la.one_hot([1], 2).tolist() == [[0.0, 1.0]]


def test_labels_may_be_arguments():
    f = la.compile(lambda x, labels: la.cross_entropy(x, labels).mean(), target="array")
    wanted = (special.softmax(X, axis=1) - np.eye(3)[LABELS]) / 2.0
    np.testing.assert_allclose(f.grad(X, LABELS), wanted, atol=1e-15)
    assert f.grad(X.astype(np.float32), LABELS).dtype == np.float32
