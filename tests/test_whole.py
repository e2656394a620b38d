"""Whole arrays: the values of NumPy, and derivatives that agree with differences and each other."""

import dataclasses
import re
from typing import NamedTuple

import numpy as np
import pytest

import lazyad as la
from lazyad.derivatives import chunks
from lazyad.values.structure import leaves
from tests.helpers_names.checks import three_parts

RNG = np.random.default_rng(0)


def normal(*shape):
    return RNG.normal(size=shape)


A, B, V, W = normal(3, 4), normal(4, 2), normal(4), normal(3)
T, S = normal(2, 3, 4), normal(3, 3)
INDEX = np.array([2, 0, 2, 1])

# Each a function of whole arrays, and arguments.
CASES = {
    "add": (lambda x, y: x + y * 2.0 - 1.0, A, V),
    "broadcast": (lambda x, y: x[:, None] * y - y / (1.0 + x[:, None] ** 2), W, V),
    "unary": (lambda x: np.exp(-np.abs(x)) + np.log1p(x * x) * np.sin(x) + np.cbrt(x + 9.0), A),
    "tanh": (lambda x: np.tanh(x) * np.arctan2(x, 2.0), A),
    "power": (lambda x: x**2 + (x * x + 1.0) ** 1.5 + x**3, A),
    "where": (lambda x, y: np.where(x > 0.1, x * y, np.exp(y)), A, V),
    "maximum": (lambda x, y: np.maximum(x, y) - np.minimum(x, 0.2), A, V),
    "clip": (lambda x: np.clip(x, -0.5, 0.5) * x, A),
    "sum": (lambda x: x.sum(axis=0) * np.sum(x, axis=1, keepdims=True), A),
    "sum_axes": (lambda x: x.sum(axis=(0, 2)), T),
    "mean": (lambda x: x.mean(axis=1) + x.var(axis=1) + np.std(x, axis=1, ddof=1), A),
    "max": (lambda x: x.max(axis=0) + np.min(x), A),
    "prod": (lambda x: np.prod(x, axis=1) + x.prod(), A),
    "cumsum": (lambda x: np.cumsum(x, axis=0) * x.cumsum(), V),
    "cumprod": (lambda x: np.cumprod(x, axis=-1), A),
    "cumprod_zero": (lambda x, y: np.cumprod(x * np.array([1.0, 0.0, 1.0, 1.0]) + y * 0.1), V, V),
    "matmul": (lambda x, y: x @ y, A, B),
    "matvec": (lambda x, y: x @ y, A, V),
    "vecmat": (lambda x, y: x @ y, W, A),
    "dot": (lambda x, y: x @ y * y, V, V + 1.0),
    "batched": (lambda x, y: x @ y, T, B),
    "batched_both": (lambda x: x @ np.swapaxes(x, -1, -2), T),
    "batched_vector": (lambda x, y: x @ y, T, V),
    "einsum": (lambda x, y: np.einsum("bij,jk->bki", x, y), T, B),
    "einsum_three": (lambda x, y, z: np.einsum("i,ij,j->", x, y, z), W, A, V),
    "einsum_diagonal": (lambda x: np.einsum("ii->i", x) + np.einsum("ii", x), S),
    "einsum_sum": (lambda x, y: np.einsum("ij,k->ik", x, y), A, W),
    "einsum_spread": (lambda x, y: np.einsum("ij,jk,jk->ik", x, y[:1], y), A, B),
    "einsum_batch": (lambda x: np.einsum("bij,bkj->bik", x, x), T),
    "tensordot": (lambda x, y: np.tensordot(x, y, ([1, 2], [0, 1])), T, A),
    "outer": (lambda x, y: np.outer(x, y) + np.multiply.outer(x, y), W, V),
    "inner": (lambda x, y: np.inner(x, y) + np.vdot(x[0], y), A, V),
    "kron": (lambda x, y: np.kron(x, y), A, B),
    "cross": (lambda x, y: np.cross(x, y), S, W),
    "convolve_number": (lambda x, y: np.convolve(x[0], y), W, V),
    "reshape": (lambda x: x.reshape(2, -1)[1] * x.ravel()[:6], A),
    "transpose": (lambda x: x.T @ x + np.transpose(x * 2.0) @ x, A),
    "axes": (
        lambda x: np.moveaxis(x, 0, -1) * x.transpose(1, 2, 0) + np.swapaxes(x, 0, 2)[0, 0, 0],
        T,
    ),
    "expand": (lambda x: x[:, np.newaxis] + np.expand_dims(x, 0) + np.squeeze(x[None]), V),
    "index": (lambda x: x[1] * x[-1, 2] + x[:, ::-1][0] + x[::2, 1:3].sum(), A),
    "gather": (lambda x: x[INDEX] * 2.0 + np.take(x, INDEX, axis=0), A),
    "gather_last": (lambda x: x[:, INDEX] * np.take(x, [[0, 1], [3, 3]], axis=1).sum(), A),
    "gather_pairs": (lambda x: x[np.array([0, 2]), np.array([3, -1])], A),
    "gather_apart": (lambda x: x[np.array([0, 1]), :, np.array([3, -1])], T),
    "mask": (lambda x: x[np.array([True, False, True])].sum(axis=0), A),
    "take_along": (lambda x: np.take_along_axis(x, np.array([[0], [3], [1]]), axis=1), A),
    "sort": (lambda x: np.sort(x, axis=1) * np.arange(4.0), A),
    "concatenate": (lambda x, y: np.concatenate([x, y[None], x * 2.0], axis=0), A, V),
    "stack": (lambda x, y: np.stack([x, y, x * y], axis=1) + np.vstack([x, y]).T.sum(), V, V + 2.0),
    "hstack": (lambda x, y: np.hstack([x, y[:, None]]) + np.column_stack([x, y]), A, W),
    "split": (lambda x: np.split(x, 2, axis=1)[1] * np.array_split(x, 3)[0][0, 0], A),
    "flip": (lambda x: np.flip(x) + np.flipud(x) * np.roll(x, 2, axis=1) + np.roll(x, 1), A),
    "pad": (lambda x: np.pad(x, ((1, 0), (0, 2))) * 2.0, A),
    "tile": (lambda x: np.tile(x, (2, 1)) + np.repeat(x, 2, axis=0), A),
    "diagonal": (lambda x: np.diagonal(x) + np.trace(x) + np.diag(np.diag(x))[1], S),
    "triangles": (lambda x: np.tril(x) @ np.triu(x, 1), S),
    "norm": (lambda x: np.linalg.norm(x) + np.linalg.norm(x, axis=1) + np.linalg.norm(x[0], 1), A),
    "norms": (
        lambda x: np.linalg.norm(x, 1) + np.linalg.norm(x, np.inf) + np.linalg.norm(x[0], 3),
        A,
    ),
    "interp": (lambda x: np.interp(x, [-2.0, 0.0, 0.5, 3.0], [0.0, 1.0, -1.0, 2.0]), A),
    "interp_values": (lambda x, y: np.interp(x, [-1.0, 0.0, 0.5, 3.0], y), A, V),
    "convolve": (lambda x, y: np.convolve(x, y) + np.convolve(x, y, "full"), V, W),
    "trapezoid": (lambda x: np.trapezoid(x, dx=0.5) + np.diff(x, axis=0).sum(), A),
    "average": (lambda x, y: np.average(x, axis=1, weights=y), A, V * V),
}
if np.lib.NumpyVersion(np.__version__) < "2.5.0":  # which knows no vectors of 2 numbers
    CASES["cross_of_two"] = (
        lambda x, y: np.cross(x[:, :2], y[:2]) + np.cross(y[:2], x, axisb=0)[0],
        S,
        W,
    )


def in_place(x, y):
    out = np.zeros((3, 4))
    out[0] = y
    out[1:] = x[1:] * y
    out[2, 1] = 7.0
    out += x
    row = out[0]
    row *= 2.0
    return out


def scattered(x, y):
    out = x.copy()
    out[np.array([2, 0]), np.array([1, 1])] = y[:2] * 3.0
    out[out > 1.0] = 0.5
    return out


def backwards(x, y):
    out = np.ones_like(x)
    out[::-1, 0] = x[:, 1]
    out[..., -1] = y[3]
    return out * x


CASES |= {one.__name__: (one, A, V) for one in (in_place, scattered, backwards)}


def filtered(x, y):
    z = np.fft.rfft(x)
    turned = z * np.exp(0.3j * np.arange(z.shape[-1])) / (2.0 + np.fft.rfft(y))
    return np.fft.irfft(turned - 0.1 * z.conj(), x.shape[-1])


def periodogram(x, y):
    z = np.fft.rfft(np.concatenate([x, x * y], 0), axis=0)
    return np.abs(z) ** 2 + np.real(z) * np.imag(z)


CASES |= {one.__name__: (one, A, V) for one in (filtered, periodogram)}


def compiled(name):
    function, *args = CASES[name]
    return function, la.compile(function, target="array"), [np.array(arg) for arg in args]


def close(found, wanted, tolerance=1e-12):
    np.testing.assert_allclose(found, wanted, rtol=tolerance, atol=tolerance)


def directions(args):
    return [np.random.default_rng(at).normal(size=arg.shape) for at, arg in enumerate(args)]


@pytest.mark.parametrize("name", CASES)
def test_value_and_tangent(name):
    function, f, args = compiled(name)
    moved = directions(args)
    value, tangent = f.jvp(args, moved)
    assert np.shape(value) == np.shape(function(*args))
    close(value, function(*args))
    close(f(*args), function(*args))
    step = 1e-6
    ahead, behind = [
        np.asarray(function(*[a + s * d for a, d in zip(args, moved, strict=True)]))
        for s in (step, -step)
    ]
    close(tangent, (ahead - behind) / (2.0 * step), 2e-7)


@pytest.mark.parametrize("name", CASES)
def test_reverse_is_the_transpose_of_forward(name):
    _, f, args = compiled(name)
    moved = directions(args)
    value, tangent = f.jvp(args, moved)
    ct = np.random.default_rng(9).normal(size=np.shape(value))
    again, pulled = f.vjp(args, ct)
    close(again, value)
    assert [one.shape for one in pulled] == [arg.shape for arg in args]
    inner = sum(np.vdot(one, move) for one, move in zip(pulled, moved, strict=True))
    close(inner, np.vdot(ct, tangent))


@pytest.mark.parametrize("name", CASES)
def test_directions_and_jacobian(name):
    _, f, args = compiled(name)
    several = [np.stack([move, -2.0 * move, move * move]) for move in directions(args)]
    _, tangents = f.jvp(args, several)
    jacobian = f.jacobian(*args)
    jacobian = jacobian if len(args) > 1 else (jacobian,)
    for at in range(3):
        one = [move[at] for move in several]
        close(tangents[at], f.jvp(args, one)[1])
        found = sum(
            np.tensordot(block, move, move.ndim) for block, move in zip(jacobian, one, strict=True)
        )
        close(tangents[at], found, 1e-11)


@pytest.mark.parametrize("name", CASES)
def test_second_derivative(name):
    function, *args = CASES[name]
    args = [np.array(arg) for arg in args]

    def loss(*args):
        return (function(*args) ** 2).sum()

    f = la.compile(loss, target="array")
    moved = directions(args)
    step = 1e-6
    grads = [f.grad(*[a + s * d for a, d in zip(args, moved, strict=True)]) for s in (step, -step)]
    for one, ahead, behind in zip(f.hvp(args, moved), *grads, strict=True):
        wanted = (ahead - behind) / (2.0 * step)
        np.testing.assert_allclose(one, wanted, rtol=1e-5, atol=1e-5 * (1.0 + np.abs(wanted).max()))


# ---------------------------------------------------------------------------------- scans


def recurrence(w, x, noise):
    def step(state, row):
        x, v = state
        v = v + 0.1 * (np.tanh(w @ x) - x) + row
        x = x + 0.1 * v
        return (x, v), (x * x).sum()

    (x, v), costs = la.scan(step, (x, np.zeros(3)), noise)
    return costs * 0.5 + (v * x).sum()


def backwards_over(w, x, noise):
    def step(total, row):
        total = np.sin(total * row["a"]) + w @ total * row["b"]
        return total, {"twice": 2.0 * total, "sum": total.sum()}

    last, ys = la.scan(step, x, {"a": noise, "b": noise[:, 0]}, reverse=True)
    return ys["twice"].sum(axis=0) * ys["sum"][2] + last


def nested(w, x, noise):
    def outer(carry, row):
        def inner(total, k):
            return total + np.sin(row * total) * w[0], None

        carry, _ = la.scan(inner, carry, length=4)
        return carry, carry[0]

    carry, ys = la.scan(outer, x, noise, checkpoints=3)
    return carry * ys.sum()


def counted(w, x, noise):
    def step(carry, _):
        total, count = carry
        return (total + count * w @ x, count + 1.0), total[0]

    (total, count), ys = la.scan(step, (x, 0.0), length=5, checkpoints=False)
    return total * count + ys[::-1][0] + noise[0]


SCANS = (recurrence, backwards_over, nested, counted)


@pytest.mark.parametrize("rounds", [1, 7, 18, 25])
@pytest.mark.parametrize("function", SCANS, ids=lambda one: one.__name__)
def test_a_scan_is_its_loop(function, rounds):
    if function is backwards_over:
        rounds += 2
    args = [normal(3, 3) * 0.3, normal(3), normal(rounds, 3) * 0.3]
    f = la.compile(function, target="array")
    moved = directions(args)
    value, tangent = f.jvp(args, moved)
    close(value, function(*args))
    step = 1e-6
    ahead, behind = [
        np.asarray(function(*[a + s * d for a, d in zip(args, moved, strict=True)]))
        for s in (step, -step)
    ]
    np.testing.assert_allclose(tangent, (ahead - behind) / (2.0 * step), rtol=1e-6, atol=1e-7)
    ct = np.random.default_rng(9).normal(size=np.shape(value))
    again, pulled = f.vjp(args, ct)
    close(again, value)
    inner = sum(np.vdot(one, move) for one, move in zip(pulled, moved, strict=True))
    np.testing.assert_allclose(inner, np.vdot(ct, tangent), rtol=1e-11)
    jacobian = f.jacobian(*args)
    found = sum(np.tensordot(b, m, m.ndim) for b, m in zip(jacobian, moved, strict=True))
    close(found, tangent, 1e-10)
    several = [np.stack([move, -move, 2.0 * move]) for move in moved]
    _, tangents = f.jvp(args, several)
    close(tangents[2], 2.0 * tangent)


@pytest.mark.parametrize("function", SCANS, ids=lambda one: one.__name__)
def test_the_second_derivative_of_a_scan(function):
    args = [normal(3, 3) * 0.3, normal(3), normal(17, 3) * 0.3]
    f = la.compile(lambda w, x, noise: (function(w, x, noise) ** 2).sum(), target="array")
    moved, step = directions(args), 1e-6
    ahead, behind = [
        f.grad(*[a + s * d for a, d in zip(args, moved, strict=True)]) for s in (step, -step)
    ]
    for one, two, found in zip(ahead, behind, f.hvp(args, moved), strict=True):
        wanted = (one - two) / (2.0 * step)
        np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-6 * (1 + np.abs(wanted).max()))


def test_the_source_of_a_scan_does_not_grow():
    f = la.compile(lambda *args: recurrence(*args).sum(), target="array")
    lengths = []
    for rounds in (4096, 16384):
        args = normal(3, 3), normal(3), normal(rounds, 3)
        lengths.append(
            [len(one.source.splitlines()) for one in (f.lower(*args), f.grad.lower(*args))]
        )
    assert lengths[0] == lengths[1]


@pytest.mark.parametrize(
    ("step", "carry", "xs", "told"),
    [
        (lambda c, x: (c, x, x), V, A, "returns a tuple of .an array"),
        (lambda c, x: (c[0], x), V, A, "carries on"),
        (lambda c, x: ((c, c), x), V, A, "carries on"),
        (lambda c, x: (c + x[0], x[0]), V, (A, V), "are 3 and 4 in number"),
        (lambda c, x: (c + x, x), V, 1.0, "goes over an array without axes"),
        (lambda c, x: (c, x), V, None, "neither xs nor length"),
    ],
)
def test_a_scan_that_cannot_be_is_refused(step, carry, xs, told):
    f = la.compile(lambda v: la.scan(step, v * carry, xs)[0], target="array")
    with pytest.raises((TypeError, ValueError), match=told) as error:
        f(V)
    assert "where:" in str(error.value)
    assert "instead:" in str(error.value)


@pytest.mark.parametrize(
    ("function", "x", "slope"),
    [
        (lambda x: np.sum(np.sqrt(x)), np.zeros(2), np.inf),
        (lambda x: np.sum(x**0.5), np.zeros(2), np.inf),
        (lambda x: np.linalg.norm(x), np.zeros(2), 0.0),
        (lambda x: np.std(x), np.ones(3), 0.0),
    ],
)
def test_a_root_at_0_is_that_of_numbers(function, x, slope):
    with np.errstate(all="ignore"):
        for target in ("array", "python"):
            f = la.compile(function, target=target)
            np.testing.assert_array_equal(f.grad(x), np.full(len(x), slope))


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x.sum() * x[0],
        lambda x: (np.cumsum(x) ** 2, x @ x),
        lambda x: la.scan(lambda c, r: (np.sin(c) * r, c), x[0], x)[1],
        lambda x: np.linalg.inv(np.outer(x, x) + np.eye(3))[0] * np.concatenate([x, x])[[0, 4, 1]],
    ],
)
def test_several_cotangents_and_directions_at_once(function):
    f, x = la.compile(function, target="array"), normal(3)
    cts = [normal(2, *np.shape(one)) for one in leaves(function(x))]
    told = tuple(cts) if len(cts) > 1 else cts[0]
    (found,) = f.vjp((x,), told)[1]
    rows = [tuple([ct[k] for ct in cts]) if len(cts) > 1 else cts[0][k] for k in (0, 1)]
    close(found, np.stack([f.vjp((x,), row)[1][0] for row in rows]))
    total = la.compile(lambda x: sum((one**2).sum() for one in leaves(function(x))), target="array")
    ways = normal(3, 3)
    close(total.hvp((x,), (ways,)), ways @ total.hessian(x))


@pytest.mark.parametrize("size", [3, 70])
def test_a_jacobian_is_0_beside_what_is_infinite(size):
    """Unit directions have one number, and what is none is not multiplied."""
    x, wanted = np.arange(size * 1.0), np.zeros((size, size))
    with np.errstate(all="ignore"):
        np.fill_diagonal(wanted, 0.5 / np.sqrt(x))
        f = la.compile(lambda x, y: np.sqrt(x) * y.sum(), target="array")
        np.testing.assert_allclose(f.jacobian(x, np.ones(1))[0], wanted, rtol=1e-15)
        np.fill_diagonal(wanted, 3.75 * x**-3.5)
        total = la.compile(lambda x: (x**-1.5).sum(), target="array")
        np.testing.assert_allclose(total.hessian(x), wanted, rtol=1e-14)


@pytest.mark.parametrize("turned", [lambda z: z[None], lambda z: z.reshape(3, 1, 2), np.transpose])
def test_a_jacobian_of_what_is_turned_behind_a_sum(turned):
    """The partial that a unit direction chooses has no directions of its own."""
    f = la.compile(lambda x: turned(np.log(np.exp(x).sum(axis=-1))), target="array")
    x = normal(2, 3, 2)
    close(np.tensordot(f.jacobian(x), x, 3), f.jvp((x,), (x,))[1])


APART = ~np.eye(3, dtype=bool)
UPPER = np.triu_indices(3, 1)


def filled(r, value):
    np.fill_diagonal(r, value)
    return r


# Of squared distances, which are 0 on the diagonal: what is infinite there counts nowhere.
@pytest.mark.parametrize(
    "function",
    [
        lambda r: 1.0 / filled(r, np.inf) ** 3,
        lambda r: np.exp(-(filled(r, np.inf) ** 2)),
        lambda r: np.tanh(np.sqrt(filled(1.0 / r, 0.0))),
        lambda r: (np.where(APART, 1.0 / r, np.inf) ** -2) * 3.0,
        lambda r: (1.0 / np.sqrt(r))[UPPER],
        lambda r: (1.0 / r)[APART] ** 2,
        lambda r: np.sqrt(1.0 / r)[0, 1:] * np.log(r)[2, ::2][0],
        lambda r: np.take_along_axis(1.0 / r.T, np.array([[1, 2], [0, 0], [1, 0]]), 1),
        lambda r: np.concatenate([[np.inf], r[0, 1:]]) ** -2.0,
        lambda r: r**1.5 + np.maximum(r, 0.0) ** 2.5,
        lambda r: np.where(
            APART, la.scan(lambda c, _: (np.sqrt(c) * r + 1.0 / c, None), r, length=3)[0], r
        ),
        lambda r: np.where(r[0] > 0.0, np.sqrt(np.stack([r[0], 2.0 * r[0]])).sum(0), r[1]),
        lambda r: np.where(r[0] > 0.0, (r[0][:, None] ** np.array([-1.0, 0.5])).mean(1), r[1]),
        lambda r: np.where(r[:, :1] > 0.0, np.log(r[:, :1]).sum(1, keepdims=True), r),
        lambda r: np.where(
            r[0] > 0.0, la.scan(lambda c, t: (c + t, 1.0 / c), r[0], r[[0, 0]])[1].sum(0), r[1]
        ),
    ],
)
def test_what_counts_nowhere_may_be_infinite(function):
    def of_points(x):
        return function(((x[:, None] - x) ** 2).sum(-1)).sum()

    x, move, step = normal(3, 2), normal(3, 2), 1e-6
    with np.errstate(all="ignore"):
        f = la.compile(of_points, target="array")
        wanted = (of_points(x + step * move) - of_points(x - step * move)) / (2.0 * step)
        close(f.jvp((x,), (move,))[1] / wanted, 1.0, 1e-5)
        close((f.grad(x) * move).sum() / wanted, 1.0, 1e-5)


RAGGED = np.array([[1.0, np.inf], [2.0, np.nan], [3.0, -np.inf]])


@pytest.mark.parametrize(
    "function",
    [
        lambda x, y: np.where(x[:, :2] > 9.0, x @ y, x[:, :2]),
        lambda x, y: np.where(np.array([True, False]), x @ y, 0.0),
        lambda x, y: np.where(x[:, 0] > 9.0, np.einsum("ij,jk,k->i", x, y, y[0]), x[:, 1]),
        lambda x, y: np.where(np.array([True, False]), np.cumsum(x @ y, axis=0), 0.0),
        lambda x, y: np.where(x[:2] > 9.0, y.T @ (x - 1.0).T @ x, x[:2] ** 2),
        lambda x, y: (x @ y)[:, 0] ** 2 + x[1],
        lambda x, y: y.T @ x,
    ],
)
def test_what_a_product_meets_where_its_cotangent_is_nothing_may_be_infinite(function):
    """As in the target of numbers, which multiplies no zero."""
    x = np.arange(9.0).reshape(3, 3) + 0.5
    with np.errstate(all="ignore"):
        for program in (
            lambda target: la.jacobian(la.compile(function, target=target, wrt="x")),
            lambda target: la.compile(
                lambda x, y: function(x, y).sum(), target=target, wrt="x"
            ).grad,
        ):
            found, wanted = program("array")(x, RAGGED), program("python")(x, RAGGED)
            np.testing.assert_allclose(found, wanted, rtol=1e-13)


def test_what_counts_nowhere_may_be_infinite_in_float32():
    f = la.compile(lambda r: 1.0 / filled(r * 1.0, np.inf) ** 3, target="array")
    r = np.full((2, 2), 2.0, np.float32)
    with np.errstate(invalid="ignore"):
        close(f.jvp((r,), (r,))[1], -0.375 * (1.0 - np.eye(2)))


@pytest.mark.parametrize(
    "side",
    [
        lambda x: la.scan(lambda c, _: (np.sqrt(c), c), x, length=3),
        lambda x: np.linalg.eigh(np.outer(x, x) * 1e-300),
        lambda x: np.linalg.qr(np.outer(x, x)),
        lambda x: (np.linalg.inv(np.outer(x, x)), np.linalg.solve(np.outer(x, x), x)),
        lambda x: np.linalg.svd(np.array([x, x, x]) / 0.0)[1:],
    ],
)
def test_a_side_that_is_not_taken_counts_nowhere(side):
    def function(x):
        total = x[0]
        if x[0] > 0.5 and np.linalg.slogdet(np.outer(x, x))[1] > -3.0:
            first, second = side(x)
            total = first.sum() + second.sum()
            if total > 1.0:
                total = total + np.linalg.cholesky(-np.outer(x, x)).sum()
        return total

    f = la.compile(function, target="array")
    with np.errstate(all="ignore"):
        np.testing.assert_array_equal(f.grad(np.zeros(2)), [1.0, 0.0])
        assert f.jvp((np.zeros(2),), (np.ones(2),)) == (0.0, 1.0)


@pytest.mark.parametrize("power", [2, 3, -1])
def test_powers_and_their_derivatives_are_products(power):
    f = la.compile(lambda x: (x**power).sum(), target="array")
    assert not re.search(r"power\(|\*\*\d", f.hessian.lower(V).source + f.lower(V).source)


@pytest.mark.parametrize("at", [0, np.array(1), -1])
@pytest.mark.parametrize("cotangent", [1.0, 1, np.float64(1.0)])
def test_a_cotangent_may_be_a_number_of_pythons(at, cotangent):
    f = la.compile(lambda x: np.take(x, at) + x[at], target="array")
    _, (slope,) = f.vjp((np.array([1.0, 2.0, 3.0]),), cotangent)
    expected = np.zeros(3)
    expected[at] = 2.0
    np.testing.assert_array_equal(slope, expected)
    assert slope.dtype == "float64"


class Pair(NamedTuple):
    a: object
    b: object


@dataclasses.dataclass
class Fields:
    a: object
    b: object


@pytest.mark.parametrize(
    "function",
    [
        lambda x, y: la.scan(lambda h, r: (h + r[0] * r[1], h), 0.0, [x, y]),
        lambda x, y: la.scan(lambda h, r: (h * x[1] + r, h), 0.0, [1.0, x[0] * y[1], 3.0]),
        lambda x, y: la.scan(lambda h, r: (h + r.a * r.b, h), 0.0, Pair(x, y)),
        lambda x, y: la.scan(lambda h, r: (h + r.a * r.b, h), 0.0, Fields(x, y)),
        lambda x, y: la.scan(
            lambda h, r: (h + r["q"][0] * r["q"][1], h), 0.0, {"q": (x, [y][0])}, reverse=True
        ),
        lambda x, y: la.scan(lambda h, r: (h + r, Pair(h, {"u": [r * 2.0]})), 0.0, x),
        lambda x, y: la.scan(lambda h, r: (h * y, h), x, length=3),
    ],
)
def test_a_scan_goes_over_the_same_rows_for_every_target(function):
    x, y = np.arange(1.0, 4.0), np.arange(3.0, 6.0)
    total, given = function(x, y)
    for target in ("python", "array"):
        found = la.compile(function, target=target)(x, y)
        assert type(found[1]) is type(given) or type(given) is list
        for one, other in zip(parts(found), parts((total, given)), strict=True):
            np.testing.assert_allclose(one, other)


def parts(value):
    """The numbers in what a scan returns, in order."""
    if isinstance(value, dict):
        value = [*value.values()]
    if not isinstance(value, (tuple, list)):
        return [*np.ravel(value)]
    return [one for part in value for one in parts(part)]


@pytest.mark.parametrize("length", [0, 1, 20])
def test_a_scan_that_needs_nothing_else_of_numpy(length):
    f = la.compile(lambda x: la.scan(lambda h, _: (h * 0.5, h), x, length=length), target="array")
    last, found = f(2.0)
    assert last == 2.0 * 0.5**length
    np.testing.assert_array_equal(found, 2.0 * 0.5 ** np.arange(length))
    with pytest.raises(ValueError, match="a scan of -1 rounds"):
        la.scan(lambda h, _: (h, h), 2.0, length=-1)


def test_a_round_of_a_scan_decides_where_its_sides_join():
    def clipped(x):
        def step(total, one):
            if one > 2.0:
                total = total * one
            return total + one, total

        return la.scan(step, 1.0, x)[0]

    def outside(x):
        return la.scan(lambda h, r: (h * r if np.sum(x) > 2.0 else h + r, h), 1.0, x)[0]

    def unlike(x):
        def step(total, one):
            if one > 2.0:
                return (total, total)
            return total + one, total

        return la.scan(step, 1.0, x)[0]

    def lengths(x):
        def step(total, one):
            parts = [one] if one > 2.0 else [one, total]
            return total + len(parts), None

        return la.scan(step, 1.0, x)[0]

    x = np.arange(1.0, 5.0)
    for function in (clipped, outside, unlike):
        f = la.compile(function, target="array")
        assert f(x) == function(x)
        np.testing.assert_allclose(f.grad(x), la.compile(function).grad(x), rtol=1e-14)
    with pytest.raises(TypeError, match="a round of a scan decides on what it is given") as error:
        la.compile(lengths, target="array")(x)
    three_parts(error, "np.where", where="if one > 2.0")


def _sides(x):
    y, total = np.zeros(4), x.sum()
    held = {"a": x, "b": [x, x * 2.0]}
    if total > 1.0:
        y[1] = x[0]
        held["a"] = held["a"] * 3.0
        held["b"][0] = x * 5.0
    elif total > 0.0 and x[0] > 0.2:
        y[2:] += x[1]
    else:
        y = -x
    if not x[0] > 0.5:
        return y + held["a"] + held["b"][0]
    return y * total if x.max() > 0.8 else y


def _through_views(x):
    y = x * 1.0
    part = y[1:3]
    if x.sum() > 1.0:
        part += 1.0
    else:
        y[0] = 9.0
    return y * part.sum()


def _many(x):
    y = x * 1.0
    for k in range(40):
        y = y * 0.5 if y.sum() > k else y - 1.0
    return y


@pytest.mark.parametrize("function", [_sides, _through_views, _many])
def test_branches_on_one_number_join(function):
    """Both sides run once, and their ends are one: forty in a row are forty choices."""
    f = la.compile(function, target="array")
    for x in np.array(
        (
            [0.1, 0.2, 0.3, 0.9],
            [0.6, 0.1, 0.3, 0.9],
            [-1.0, 0.3, 0.2, 0.1],
            [0.3, 0.1, 0.1, 0.1],
        )
    ):
        np.testing.assert_allclose(f(x), function(x), rtol=1e-14)
        ahead, behind = [function(x + step * np.ones(4)) for step in (1e-7, -1e-7)]
        tangent = f.jvp((x,), (np.ones(4),))[1]
        np.testing.assert_allclose(tangent, (ahead - behind) / 2e-7, rtol=1e-6, atol=1e-7)
    assert len(f.source) < 8000


def test_a_side_that_is_not_taken_adds_nothing():
    x = np.array([0.0, 1.0, -1.0])
    with np.errstate(all="ignore"):
        f = la.compile(lambda x: np.where(x > 0.0, np.log(x), 0.0).sum(), target="array")
        np.testing.assert_array_equal(f.grad(x), [0.0, 1.0, 0.0])
        np.testing.assert_array_equal(f.jvp((x,), (np.ones(3),))[1], 1.0)


def _sines(x):
    size = np.sqrt(x @ x)
    return np.sum(3.0 * x) if size < 1e-9 else np.sum(np.sin(x) / size)


def _products(x):
    size = np.sqrt(x @ x)
    if size > 1e-9:
        return np.sum(np.outer(x, x / size)[::-1, 0])
    return 3.0 * x[0] + 3.0 * x[1]


@pytest.mark.parametrize("function", [_sines, _products])
def test_a_branch_that_is_not_taken_adds_nothing(function):
    with np.errstate(all="ignore"):
        f = la.compile(function, target="array")
        np.testing.assert_array_equal(f.grad(np.zeros(2)), [3.0, 3.0])
        np.testing.assert_array_equal(f.hessian(np.zeros(2)), np.zeros((2, 2)))


def test_a_result_that_is_a_number_of_the_source_has_a_cotangent():
    f = la.compile(lambda x: {"y": 2.0 * x, "c": 1.0}, target="array")
    value, (pulled,) = f.vjp((V,), {"y": np.ones(4), "c": 3.0})
    assert value["c"] == 1.0
    close(pulled, np.full(4, 2.0))


def test_nothing_to_differentiate_in():
    f = la.compile(lambda x: (x * x).sum(), target="array")
    with pytest.raises(TypeError, match="in whole numbers"):
        f.grad(np.array([1, 2]))


def test_several_directions_share_the_slope():
    """What goes element by element from one array is multiplied by each direction once."""

    def wave(x):
        u = x * x * x + 0.5 * x
        return np.tanh(u) * np.exp(-u)

    x = np.linspace(-1.0, 1.0, 7)
    f = la.compile(wave, target="array")
    moved = np.random.default_rng(0).normal(size=(3, 7))
    tangent = f.jvp((x,), (moved,))[1]
    exact = np.array([la.compile(wave).grad(float(one)) for one in x])
    np.testing.assert_allclose(tangent, exact * moved, rtol=1e-13)
    assert re.findall(r"\bdx\b", f.source.partition(":\n")[2]) == ["dx"]


SCALARS = {
    "number": lambda x: x * 0.5 + 1,
    "scalar": lambda x: x * np.float64(0.5),
    "root": lambda x: x / np.sqrt(2.0),
    "array": lambda x: x + np.array(2.0),
    "narrow": lambda x: x * np.float32(0.5),
    "whole": lambda x: x * np.int64(2),
    "sum": lambda x: x.sum() * np.float64(2.0),
    "side": lambda x: np.where(x > 0.5, x, np.float64(1.0)),
    "most": lambda x: np.maximum(x, np.float64(0.3)),
    "square": lambda x: x ** np.float64(2.0),
    "cube": lambda x: x ** np.float64(3.0),
    "plain square": lambda x: x**2,
}


@pytest.mark.parametrize("name", SCALARS)
def test_numbers_of_numpys_have_a_width(name):
    """Those of Python's have none: float32 stays float32 beside them."""
    function = SCALARS[name]
    for kind in (np.float32, np.float64):
        x = np.array([0.25, 0.5, 1.5]).astype(kind)
        wanted = function(x)
        value, tangent = la.compile(function, target="array").jvp((x,), (x,))
        assert value.dtype == wanted.dtype
        np.testing.assert_array_equal(value, wanted)
        assert tangent.dtype == wanted.dtype


def test_jacobians_go_by_chunks_of_directions(monkeypatch):
    """Many directions are a loop, whose memory is that of a chunk."""
    rng = np.random.default_rng(0)
    a, x, w = rng.normal(size=(9, 150)), rng.normal(size=150), rng.normal(size=(3, 50))

    def by_columns(x, w):
        return np.tanh(x.reshape(3, 50) * w).ravel() ** 2

    def by_rows(x):
        return np.sin(a @ x)

    def scanned(x):
        return la.scan(lambda c, r: (np.sin(c * r) + c, c.sum()), x[:3], x[3:15])[0]

    def number(x):
        return (np.tanh(a @ x) ** 2).sum()

    for function, args, what in (
        (by_columns, (x, w), "jacobian"),
        (by_rows, (x,), "jacobian"),
        (scanned, (x[:20],), "jacobian"),
        (number, (x,), "hessian"),
    ):
        found = []
        for size in (2, 64, 10**9):
            monkeypatch.setattr(chunks, "CHUNK", size)
            f = getattr(la.compile(function, target="array"), what)
            found.append(leaves(f(*args)))
            assert size > 2 or "directions = " in f.source or "directions in" in f.source
        for one in found[:2]:
            for mine, wanted in zip(one, found[2], strict=True):
                np.testing.assert_allclose(mine, wanted, rtol=1e-12, atol=1e-14)


def test_interp_moves_with_its_points_and_its_ends():
    def function(x, xp, fp):
        return np.interp(x, xp, fp, left=-1.0, right=fp[0]) + np.interp(x, xp, fp)

    x, xp = np.array([-1.0, 0.3, 0.7, 1.2, 3.0]), np.array([0.0, 0.5, 1.0, 2.0])
    args = x, xp, np.array([1.0, 3.0, 2.0, 5.0])
    moved = directions(args)
    value, tangent = la.compile(function, target="array").jvp(args, moved)
    np.testing.assert_array_equal(value, function(*args))
    steps = [[a + s * m for a, m in zip(args, moved, strict=True)] for s in (1e-6, -1e-6)]
    ahead, behind = [function(*one) for one in steps]
    np.testing.assert_allclose(tangent, (ahead - behind) / 2e-6, rtol=1e-7)


CHAINS = {
    "vector": (lambda a, b, x: a @ b @ x, ((9, 9), (9, 9), (9,)), "a.dot(b.dot(x))"),
    "adapter": (lambda h, a, b: h @ (a @ b), ((2, 5, 16), (16, 2), (2, 16)), "h @ a @ b"),
    "written": (lambda h, a, b: h @ a @ b, ((2, 5, 16), (16, 2), (2, 16)), "h @ a @ b"),
    "row": (lambda x, a, b: x @ (a @ b), ((9,), (9, 9), (9, 9)), "x.dot(a).dot(b)"),
    "read": (lambda a, b, x: a @ b @ x + (a @ b)[0], ((9, 9), (9, 9), (9,)), "v0.dot(x) + v0[0]"),
    "stack": (lambda a, b, c: a @ b @ c, ((3, 5, 9), (9, 9), (9, 2)), "a @ (b @ c)"),
}


@pytest.mark.parametrize("name", CHAINS)
def test_fast_multiplies_in_the_cheapest_order(name):
    """The order of products changes their rounding: at "safe" it is that of the text."""
    function, shapes, text = CHAINS[name]
    args = [normal(*shape) for shape in shapes]
    fast = la.compile(function, target="array", optimize="fast")
    safe = la.compile(function, target="array")
    for one, other in zip(fast.jvp(args, args), safe.jvp(args, args), strict=True):
        close(one, other, 1e-11)
    ct = np.cos(safe(*args))
    for one, other in zip(fast.vjp(args, ct)[1], safe.vjp(args, ct)[1], strict=True):
        close(one, other, 1e-11)
    assert f"return {text}\n" in fast.lower(*args).primal.source
    np.testing.assert_array_equal(safe(*args), function(*args))


def test_a_long_chain_is_ordered():
    def chain(a, x):
        return a @ a @ a @ a @ x

    source = la.compile(chain, target="array", optimize="fast").lower(S, W).primal.source
    assert "a.dot(a.dot(a.dot(a.dot(x))))" in source


def test_a_stack_times_a_vector_is_written_so():
    f = la.compile(lambda t, v: np.tanh(t @ v), target="array")
    assert "np.tanh(t @ v)" in f.lower(T, V).source
    assert "dt @ v + t @ dv" in f.lower(T, V).source


@la.compile
def _cube(x, a):
    return a @ x**3


@pytest.mark.parametrize(
    "function",
    [
        lambda a: _cube(a, a) * _cube.grad(a, a)[0],
        lambda a: la.grad(lambda x: np.sum(x**3 * a))(np.sin(a)),
        lambda a: la.hessian(lambda x: np.tanh(a @ x) * x[0])(a) @ a,
        lambda a: la.jvp(lambda x: a * x**3, (a,), (a * a,))[1],
        lambda a: la.vjp(lambda x: np.cos(a * x), (a,), np.ones(3))[1][0],
        lambda a: la.hvp(lambda x: a @ x**3, (a,), (np.ones(3),)),
        lambda a: la.taylor(_cube, 2, wrt="x")(a, a, np.ones(3))[2],
        lambda a: la.vmap(lambda x: x * a[1] ** 2)(np.arange(3.0)),
    ],
)
def test_what_is_compiled_for_numbers_may_be_called(function):
    a, da = np.array([0.3, -0.7, 1.2]), np.array([1.0, 0.5, -2.0])
    value, tangent = la.jvp(la.compile(function, target="array"), (a,), (da,))
    close(value, function(a), 1e-12)
    close(tangent, (function(a + 1e-6 * da) - function(a - 1e-6 * da)) / 2e-6, 1e-6)
