"""Linear algebra and softmax of whole arrays: values, tangents, transposes, and what is refused."""

import numpy as np
import pytest
from scipy import linalg, special

import lazyad as la
from tests.test_whole import close, directions

RNG = np.random.default_rng(1)


def normal(*shape):
    return RNG.normal(size=shape)


A, B, V, M = normal(3, 3) + 3.0 * np.eye(3), normal(3, 2), normal(3), normal(4, 3)
RANK_1, P, STACK = np.ones((4, 2)), A @ A.T, normal(2, 3, 3) + 3.0 * np.eye(3)


def of_eigenvalues(x):
    w, q = np.linalg.eigh(x + np.swapaxes(x, -1, -2))
    return (q * np.exp(0.1 * w)[..., None, :]) @ np.swapaxes(q, -1, -2)


def of_singular_values(x):
    u, s, vh = np.linalg.svd(x, full_matrices=False)
    return (u * s**2) @ vh


def of_complex_eigenvalues(x):
    w, v = np.linalg.eig(x @ TURN)
    return (
        w.real + (v * np.exp(w)[..., None, :]).imag.sum(-1) + np.abs(linalg.eigvals(x[:2, :2]))[0]
    )


def hermitian(x):
    z = x @ x.T + 1j * np.triu(x, 1)
    return np.conj(z.T) @ z + np.eye(3)  # one Hermitian matrix, positive definite


def factors(x):
    q, r = np.linalg.qr(x + 1j * x[::-1] ** 2)
    return q.real + q.imag**2, r.real + r.imag**2


TURN = np.array([[0.0, 1.0, 0.0], [-1.0, 0.0, 0.3], [0.0, 0.0, 1.0]])
CASES = {
    "eig": (of_complex_eigenvalues, A),
    "complex_det": (lambda a: np.abs(np.linalg.det(STACK + 1j * a)) ** 2, A),
    "complex_slogdet": (
        lambda a: np.linalg.slogdet(STACK + 1j * a)[0].imag + np.linalg.slogdet(a + 1j)[1],
        A,
    ),
    "complex_cholesky": (
        lambda a: (
            np.linalg.cholesky(hermitian(a)).imag
            + np.linalg.cholesky(hermitian(a), upper=True).real
        ),
        A,
    ),
    "complex_eigenvalues": (
        lambda a: np.linalg.eigvalsh(hermitian(a)) + np.linalg.eigvalsh((1 + 1j) * a, "U"),
        A,
    ),
    "complex_svdvals": (
        lambda m: np.linalg.svd([[m + 1j * m[::-1] ** 2]], compute_uv=False)[0, 0]
        + np.linalg.svd(m.T + 1j * m.T**2, compute_uv=False),
        M,
    ),
    "complex_qr": (lambda m: np.concatenate(factors(m)), M),
    "complex_qr_r": (lambda a: np.linalg.qr(a + 1j * a.T @ a, mode="r").imag, A),
    "complex_norms": (
        lambda m: np.linalg.norm(m + 1j * m**2, 2, keepdims=True)
        + np.linalg.norm(m + 1j * m**2, "nuc")
        + np.linalg.norm((m + 1j * m**2)[:, None], -2, axis=(0, 2)),
        M,
    ),
    "roots": (lambda v: np.roots(v * v + 1.0).imag + np.roots(v * v).real[::-1], V),
    "roots_after_zeros": (lambda v: np.roots([0.0, 0.0, 1.0, -2.0, 3.0]).real * v[:2], V),
    "solve": (lambda a, b: np.linalg.solve(a, b), A, B),
    "solve_vector": (lambda a, b: np.linalg.solve(a, b), A, V),
    "solve_stack": (
        lambda a, b: linalg.solve(a, b) if a.ndim == 2 else np.linalg.solve(a, b),
        STACK,
        B,
    ),
    "solve_positive": (lambda a, b: linalg.solve(a, b, assume_a="pos"), P, B),
    "triangular": (lambda a, b: linalg.solve_triangular(a, b, lower=True), A, B),
    "triangular_turned": (lambda a, b: linalg.solve_triangular(a, b, trans=1), A, B),
    "inv": (lambda a: np.linalg.inv(a) + linalg.inv(a), STACK[0]),
    "inv_stack": (lambda a: np.linalg.inv(a), STACK),
    "det": (lambda a: np.linalg.det(a), STACK),
    "slogdet": (lambda a: np.linalg.slogdet(a)[1] * np.linalg.slogdet(a).sign, STACK),
    "cholesky": (lambda a: np.linalg.cholesky(a), P),
    "cholesky_upper": (lambda a: linalg.cholesky(a), P),
    "eigh": (of_eigenvalues, A),
    "eigh_stack": (of_eigenvalues, STACK),
    "eigh_upper": (lambda a: np.linalg.eigh(a, "U").eigenvalues, A),
    "eigenvectors": (lambda a: np.linalg.eigh(a)[1] * np.linalg.eigvalsh(a), A),
    "svd": (of_singular_values, M),
    "svd_wide": (lambda a: of_singular_values(a.T), M),
    "svd_values_alone": (lambda a: np.linalg.svd(a)[1] + np.linalg.svd(a.T)[1], M),
    "svdvals": (lambda a: np.linalg.svd(a, compute_uv=False) + linalg.svdvals(a), M),
    "qr": (lambda a: np.linalg.qr(a)[0] @ np.linalg.qr(a).R[:, :2], M),
    "qr_r": (lambda a: np.linalg.qr(a, mode="r"), M),
    "pinv": (lambda a: np.linalg.pinv(a) @ np.linalg.pinv(a.T), M),
    "lstsq": (lambda a, b: np.linalg.lstsq(a, b)[0], M, normal(4)),
    "residuals": (lambda a, b: np.linalg.lstsq(a, b)[1], M, normal(4, 2)),
    "lstsq_of_rank_1": (lambda b: np.linalg.lstsq(RANK_1, b)[0], normal(4)),
    "power": (lambda a: np.linalg.matrix_power(a, 3) + np.linalg.matrix_power(a, -1), A),
    "multi_dot": (lambda a, b: np.linalg.multi_dot([a, b, b.T]), M, B),
    "least": (lambda a: np.linalg.norm(a, -2, (1, 0), True) * np.linalg.cond(a, -2), M),
    "norms": (lambda a: np.linalg.norm(a, 2) + np.linalg.norm(a, "nuc") + np.linalg.cond(a), M),
    "expm": (lambda a: linalg.expm(0.3 * a), A),
    "expm_stack": (lambda a: linalg.expm(0.3 * a), STACK),
    "sqrtm": (lambda a: linalg.sqrtm(a @ a.T + np.eye(3)), STACK[0]),
    "logm": (lambda a: linalg.logm(a @ a.T + np.eye(3)), STACK[0]),
    "cosm": (lambda a: linalg.cosm(a) @ linalg.sinm(a.T), STACK[0]),
    "sylvester": (lambda a, b: linalg.solve_sylvester(a @ a.T, P, b), A, STACK[1]),
    "eigh_of_two": (lambda a: linalg.eigh(a + a.T, P)[0] * linalg.eigh(a + a.T, P)[1] ** 2, A),
    "softmax": (lambda x: special.softmax(x, axis=1) * la.softmax(x, axis=0), M),
    "log_softmax": (lambda x: special.log_softmax(x, axis=1) * la.log_softmax(x, 0), M),
    "logsumexp": (lambda x: special.logsumexp(x, axis=1) + la.logsumexp(x, 0).sum(), M),
    "special": (lambda x: special.erf(x) + special.gammaln(x * x + 1.0) + special.expit(x), M),
}


@pytest.fixture(scope="module", params=CASES)
def case(request):
    function, *args = CASES[request.param]
    return function, la.compile(function, target="array"), [np.array(arg) for arg in args]


def moved(args, direction, step):
    return [a + step * d for a, d in zip(args, direction, strict=True)]


def test_value_tangent_and_transpose(case):
    function, f, args = case
    direction = directions(args)
    value, tangent = f.jvp(args, direction)
    close(value, function(*args), 2e-14)
    close(f(*args), value)
    ahead, behind = [np.asarray(function(*moved(args, direction, s))) for s in (1e-6, -1e-6)]
    close(tangent, (ahead - behind) / 2e-6, 3e-7)
    ct = np.random.default_rng(9).normal(size=np.shape(value))
    _, pulled = f.vjp(args, ct)
    inner = sum(np.vdot(one, move) for one, move in zip(pulled, direction, strict=True))
    close(inner, np.vdot(ct, tangent))


def test_directions_and_jacobian(case):
    _, f, args = case
    several = [np.stack([one, -2.0 * one, one * one]) for one in directions(args)]
    tangents = f.jvp(args, several)[1]
    jacobian = f.jacobian(*args)
    jacobian = jacobian if len(args) > 1 else (jacobian,)
    for at in range(3):
        one = [move[at] for move in several]
        found = [np.tensordot(b, m, m.ndim) for b, m in zip(jacobian, one, strict=True)]
        close(tangents[at], sum(found), 1e-11)


@pytest.mark.parametrize("name", CASES)
def test_second_derivative(name):
    function, *args = CASES[name]
    f = la.compile(lambda *given: (function(*given) ** 2).sum(), target="array")
    direction = directions(args)
    ahead, behind = [f.grad(*moved(args, direction, s)) for s in (1e-6, -1e-6)]
    found = f.hvp(args, direction)
    for one, a, b in zip(found, ahead, behind, strict=True):
        wanted = (a - b) / 2e-6
        np.testing.assert_allclose(one, wanted, rtol=1e-5, atol=1e-5 * (1.0 + np.abs(wanted).max()))


# ---------------------------------------------------------------------------------- singular points


def test_determinant_of_a_singular_matrix_has_its_first_derivative():
    f = la.compile(lambda a: np.linalg.det(a), target="array")
    singular = np.array([[1.0, 2.0, 3.0], [2.0, 4.0, 6.0], [1.0, 0.0, 1.0]])
    for matrix in (singular, np.outer([1.0, 2.0, 3.0], [1.0, 1.0, 1.0]), np.zeros((2, 2))):
        size = len(matrix)
        minors = [
            [np.linalg.det(np.delete(np.delete(matrix, i, 0), j, 1)) for j in range(size)]
            for i in range(size)
        ]
        signs = (-1.0) ** np.add.outer(np.arange(size), np.arange(size))
        np.testing.assert_allclose(f.grad(matrix), signs * minors, atol=1e-13)
    with pytest.raises(np.linalg.LinAlgError):
        f.hessian(np.zeros((2, 2)))


def test_equal_eigenvalues_have_derivatives_and_their_vectors_none():
    values = la.compile(lambda a: np.linalg.eigvalsh(a).sum(), target="array")
    close(values.grad(np.eye(3)), np.eye(3))
    vectors = la.compile(lambda a: np.linalg.eigh(a)[1], target="array")
    with np.errstate(all="ignore"):
        _, moved = vectors.jvp((np.eye(2),), (np.array([[0.0, 1.0], [1.0, 0.0]]),))
    assert not np.isfinite(moved).all()


def test_a_matrix_without_full_rank_raises_in_derivatives():
    with pytest.raises(np.linalg.LinAlgError):
        la.compile(lambda a: np.linalg.slogdet(a)[1], target="array").grad(np.ones((2, 2)))


@pytest.mark.parametrize("target", ["python", "array"])
@pytest.mark.parametrize("name", ["lstsq", "pinv"])
def test_a_matrix_without_full_rank_is_an_error(target, name):
    """Of columns that depend on each other rounding left a few bits, which were divided by."""
    solve = np.linalg.lstsq if name == "lstsq" else lambda a, b: [np.linalg.pinv(a) @ b]
    f = la.compile(lambda a, b: solve(a, b)[0], target=target)
    b, good = np.array([1.0, 2.0, 4.0]), np.array([[1.1, 0.3], [2.2, 0.6], [3.3, 0.9001]])
    assert f(good, b) == pytest.approx(np.linalg.lstsq(good, b, rcond=None)[0], rel=1e-9)
    assert f(good[1:].T, b[:2]) == pytest.approx(np.linalg.solve(good[1:].T, b[:2]), rel=1e-9)
    for bad in ([[1.1, 0.3], [2.2, 0.6], [3.3, 0.9]], np.zeros((3, 2)), [[1.0, 2.0], [3.0, 6.0]]):
        with pytest.raises((ValueError, ZeroDivisionError)) as error:
            f(np.array(bad), b[: len(bad)])
        if np.any(bad):
            assert "has not full rank" in str(error.value)
            assert "\n  where: test_whole_matrices.py" in str(error.value)


def test_softmax_of_what_is_large_or_infinite():
    x = np.array([[1e4, 0.0, -1e4], [0.0, -np.inf, 1.0]])
    f = la.compile(la.softmax, target="array")
    close(f(x), special.softmax(x, axis=1))
    assert np.isfinite(f.vjp((x,), x.clip(-1.0, 1.0))[1]).all()
    g = la.compile(la.logsumexp, target="array")
    close(g(x), special.logsumexp(x, axis=1))
    close(la.compile(la.logsumexp, target="array").vjp((x,), np.ones(2))[1][0], f(x))


def test_float32_stays_float32():
    for name in ("solve", "det", "cholesky", "eigh", "svd", "qr", "softmax", "logsumexp"):
        function, *args = CASES[name]
        f = la.compile(function, target="array")
        narrow = [arg.astype(np.float32) for arg in args]
        value, tangent = f.jvp(narrow, narrow)
        _, pulled = f.vjp(narrow, np.asarray(value))
        assert {one.dtype for one in (value, tangent, *pulled)} == {np.dtype(np.float32)}, name


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (lambda a: np.linalg.svd(a[:2])[2], "full_matrices=False"),
        (lambda a: np.linalg.eigvals(a + 1j), "complex"),
        (lambda a: np.linalg.eigh(a + 1j), "a phase of their own"),
        (lambda a: np.linalg.svd(a + 1j), "a phase of their own"),
        (lambda a: np.linalg.qr(a[:2] + 1j), "as many rows"),
        (lambda a: np.linalg.qr(a[:2]), "as many rows"),
        (lambda a: np.linalg.qr(a, mode="raw"), "mode='raw'"),
        (lambda a: np.linalg.pinv(a, rcond=0.1), "full rank"),
        (lambda a: linalg.solve(a, a, nonsense=1), "nonsense"),
        (lambda a: linalg.eigvals(a, a), "in terms of another"),
        (lambda a: linalg.eig(a, a)[0], "in terms of another"),
        (lambda a: np.roots(a), r"\(3, 3\)"),
        (lambda a: np.roots(a[0] * [0.0, 1.0, 1.0]), "first coefficient"),
        (lambda a: np.linalg.solve(a, a[0, :2]), r"\(2,\)"),
        (lambda a: np.trace(a[0]), "diagonal"),
        # NumPy raises for these too, and spreads no axis of one element.
        (lambda a: np.tensordot(a, a[0, 0]), "axes"),
        (lambda a: np.tensordot(a, a[0], 2), "axes"),
        (lambda a: np.tensordot(a, a, ([0, 1], [0])), "axes"),
        (lambda a: np.tensordot(a, a, ([5], [0])), "axes"),
        (lambda a: np.tensordot(a, a[:1], 1), r"\(1, 3\)"),
        (lambda a: np.inner(a, a[:, :1]), r"\(3, 1\)"),
        (lambda a: np.inner(a, a[:, None, :1]), r"\(3, 1, 1\)"),
        (lambda a: np.dot(a, a[:, :1, None]), r"\(3, 1, 1\)"),
        (lambda a: a.dot(a[:, :1, None]), r"\(3, 1, 1\)"),
        (lambda a: np.vecdot(a, a[:, :1]), r"\(3, 1\)"),
        (lambda a: np.matvec(a, a[0, :2]), r"\(2,\)"),
        (lambda a: np.matvec(a[0], a[0]), r"\(3,\)"),
        (lambda a: np.vecmat(a[0, :2], a), r"\(2,\)"),
        (lambda a: np.einsum("ij,jk->ik", a, a[:2]), r"'j' .*\(2, 3\)"),
        (lambda a: np.einsum("ij,jk->iz", a, a), "'z'"),
        (lambda a: np.einsum("...ij->...", a[0]), "a letter|letters"),
        (lambda a: np.convolve(a, a[0]), "one axis"),
    ],
)
def test_what_is_refused_says_what_where_and_instead(function, said):
    missing = {"vecdot", "matvec", "vecmat"} & {*function.__code__.co_names} - {*dir(np)}
    if missing:
        pytest.skip(f"{missing} is of a later NumPy")
    with pytest.raises((TypeError, ValueError), match=said) as caught:
        la.compile(function, target="array")(A)
    assert "where: test_whole_matrices.py" in str(caught.value)
    assert "instead: " in str(caught.value)


def test_a_square_root_that_is_not_real_raises():
    with pytest.raises(np.linalg.LinAlgError, match="not real"):
        la.compile(lambda a: linalg.sqrtm(a), target="array")(-np.eye(2))


@pytest.mark.parametrize(
    ("function", "size"), [(np.linalg.svd, 13), (linalg.qr, 7), (linalg.expm, 3), (linalg.sqrtm, 3)]
)
def test_numbers_that_meet_a_matrix_function_are_told_of_this_target(function, size):
    with pytest.raises(TypeError, match="target='array'"):
        la.compile(lambda a: function(a)[0])(np.eye(size))
    for function in (np.linalg.eig, np.linalg.svd, linalg.eigh, linalg.expm):
        constant = la.compile(lambda x, function=function: np.ravel(function(np.eye(2))[0])[0] * x)
        assert constant(2.0) == 2.0 * np.ravel(function(np.eye(2))[0])[0]
