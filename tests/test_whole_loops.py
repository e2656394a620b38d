"""Loops of whole arrays whose number of rounds their numbers decide: kept, in every derivative."""

import pickle

import numpy as np
import pytest

import lazyad as la
from tests.helpers_names.checks import three_parts
from tests.test_whole import close, directions

RNG = np.random.default_rng(5)
S = RNG.normal(size=(4, 4))
A, B = S @ S.T + 4.0 * np.eye(4), RNG.normal(size=4)


def conjugate_gradients(a, b):
    a = 0.5 * (a + a.T)
    x = np.zeros_like(b)
    r = b - a @ x
    p, rr = r, r @ r
    while rr > 1e-24:
        ap = a @ p
        alpha = rr / (p @ ap)
        x = x + alpha * p
        r = r - alpha * ap
        old, rr = rr, r @ r
        p = r + (rr / old) * p
    return x


def power_iteration(a, v):
    old, value = 0.0, 1.0
    w = v
    while np.linalg.norm(value * v - w) > 1e-12 or old == 0.0:
        v = w / np.linalg.norm(w)
        w = a @ v
        old, value = value, v @ w
    return value


def newton(a, b):
    x = b * 0.1
    for _ in range(40):
        f = a @ x + x**3 - b
        if np.linalg.norm(f) < 1e-12:
            break
        x = x - np.linalg.solve(a + np.diag(3 * x**2), f)
    return x


def never_begins(a, b):
    x, count = b, 0
    while x.sum() > 1e9:
        x, count = a @ x, count + 1
    return x + count


def leaves_in_the_middle(a, b):
    x, k = b, 0
    while True:
        y = np.tanh(a @ x) * 0.3
        if np.abs(y - x).max() < 1e-3:
            break
        x = 0.5 * (x + y)
        k += 1
        if k > 20:
            break
    return x * y + k


def in_place(a, b):
    x = b.copy()
    x[0] = 2.0
    while np.linalg.norm(x) > 0.1:
        x *= 0.7
        x[1:] -= 0.1 * (a @ x)[1:] / 8.0
    return x


def returns_inside(a, b):
    x, steps = b, 0.0
    while steps < 30.0:
        x = x - 0.05 * (a @ x)
        if x @ x < 0.3:
            return x * 2.0
        steps += 1.0
    return x


def nested(a, b):
    x = b
    while x @ x > 0.05:
        y, n = x, 0.0
        while n < 3.0:
            y = y - 0.02 * (a @ y)
            n = n + 1.0
        x = 0.9 * y
    return x


def over_a_scan(a, b):
    x = b
    while x @ x > 0.5:
        x, _ = la.scan(lambda c, row: (0.95 * c - 0.02 * row * c.sum(), c @ row), x, a)
    return x


def inside_a_scan(a, b):
    def step(c, row):
        y = c + row
        while y @ y > 1.0:
            y = y * 0.8
        return y, y.sum()

    last, sums = la.scan(step, b, a)
    return last * sums.sum()


def containers(a, b):
    state = {"x": b, "history": [b, b]}
    while state["x"] @ state["x"] > 0.2:
        new = state["x"] - 0.04 * (a @ state["x"])
        state = {"x": new, "history": [state["x"], state["history"][0]]}
    return state["x"] + state["history"][1]


def alike(a, b):
    x = last = b
    while x @ x > 0.2:
        last = x
        x = x - 0.04 * (a @ x)
    return x - last


def changed_and_made_anew(a, b):
    x = b.copy()
    while x @ x > 0.2:
        x[0] = 0.1
        x = x - 0.04 * (a @ x)
    return x


def matrices(a, b):
    """Newton and Schulz: the inverse."""
    x = a.T / (np.abs(a).sum(axis=0).max() * np.abs(a).sum(axis=1).max())
    while np.linalg.norm(np.eye(4) - a @ x) > 1e-9:
        x = x @ (2.0 * np.eye(4) - a @ x)
    return x @ b


def rows_that_a_round_counts(a, b):
    m, k = a.copy(), 0
    while m[k % 4] @ b > -10.0:
        k += 1
        row = m[k % 4]
        row[1:] = 0.7 * row[:-1] - b[(k + 1) % 4]
        m[0] *= 0.9
        m[:, k % 4] += 0.1 * row
    return m @ b


def moved_by_a_constant(a, b):
    x = b
    while x @ x < 30.0:
        x = x + 0.1
    return x


FUNCTIONS = (
    rows_that_a_round_counts,
    moved_by_a_constant,
    conjugate_gradients,
    power_iteration,
    newton,
    never_begins,
    leaves_in_the_middle,
    in_place,
    returns_inside,
    nested,
    over_a_scan,
    inside_a_scan,
    containers,
    alike,
    changed_and_made_anew,
    matrices,
)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_loop_is_kept_in_every_derivative(function):
    def loss(a, b):
        return (function(a, b) ** 2).sum()

    args, moved = (A, B), directions((A, B))
    f = la.compile(function, target="array")
    assert "while " in f.lower(*args).source
    assert len(f.source.splitlines()) < 120
    value, tangent = f.jvp(args, moved)
    close(f(*args), function(*args))
    close(value, function(*args))
    ahead, behind = [
        function(*[x + s * d for x, d in zip(args, moved, strict=True)]) for s in (1e-6, -1e-6)
    ]
    close(tangent, (ahead - behind) / 2e-6, 1e-6)
    ct = np.cos(np.asarray(value))
    pulled = f.vjp(args, ct)[1]
    inner = sum(np.vdot(one, move) for one, move in zip(pulled, moved, strict=True))
    close(inner, np.vdot(ct, tangent))
    several = [np.stack([move, -2.0 * move]) for move in moved]
    close(f.jvp(args, several)[1], np.stack([tangent, -2.0 * tangent]))
    jacobian = f.jacobian(*args)
    close(sum(np.tensordot(j, d, d.ndim) for j, d in zip(jacobian, moved, strict=True)), tangent)
    again = la.compile(loss, target="array")
    grads = [
        again.grad(*[x + s * d for x, d in zip(args, moved, strict=True)]) for s in (1e-6, -1e-6)
    ]
    products, hessian = again.hvp(args, moved), again.hessian(*args)
    for at, (one, ahead, behind) in enumerate(zip(products, *grads, strict=True)):
        close(one, (ahead - behind) / 2e-6, 1e-5 * (1.0 + np.abs(one).max()))
        row = sum(np.tensordot(h, d, d.ndim) for h, d in zip(hessian[at], moved, strict=True))
        close(row, one, 1e-10)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_it_is_kept_in_float32_and_by_the_standard(function):
    wide = la.compile(function, target="array")
    narrow = la.compile(function, target="array", dtype="float32")
    args = (A, B)
    if function not in (conjugate_gradients, power_iteration, newton, matrices):  # to 1e-9
        value, tangent = narrow.jvp(args, args)
        assert {np.asarray(value).dtype, np.asarray(tangent).dtype} == {np.dtype(np.float32)}
        np.testing.assert_allclose(value, wide(*args), rtol=1e-4, atol=1e-4)
    by_standard = la.compile(function, target="xp")
    for found, wanted in (
        (by_standard.jvp(args, args), wide.jvp(args, args)),
        (by_standard.vjp(args, wide(*args))[1], wide.vjp(args, wide(*args))[1]),
    ):
        for one, other in zip(found, wanted, strict=True):
            close(one, other)
    again = pickle.loads(pickle.dumps(wide))
    close(again.jvp(args, args)[1], wide.jvp(args, args)[1])


def test_what_no_loop_carries_is_refused():
    def grows(x):
        while x.sum() < 100.0:
            x = np.concatenate([x, x])
        return x.sum()

    with pytest.raises(ValueError, match="ways") as caught:
        la.compile(grows, target="array")(np.ones(3))
    assert "shape (6,), of one of (3,)" in str(caught.value)
    assert "instead" in str(caught.value)

    def twice(x):
        def inner(x):
            while x @ x > 1.0:
                x = 0.5 * x
            return x @ x

        first = la.compile(la.grad(inner, target="array"), target="array")
        return first(x).sum()

    with pytest.raises(TypeError) as refused:
        la.compile(twice, target="array").grad(np.ones(3))
    three_parts(refused, "reverse mode of a loop", "hvp")


def test_one_array_in_two_variables_is_not_taken_for_two():
    def function(x):
        x = x + 0.0
        y, total = x, 0.0
        while x.sum() > 1.0:
            x *= 0.5
            total = total + y.sum()
            x = x + 0.01
            y = x
        return total

    x = np.array([2.0, 3.0, 4.0])
    with pytest.raises(ValueError, match="may be one array"):
        la.compile(function, target="array")(x)


def test_the_truth_of_one_number_is_and_or_not():
    def function(x):
        total = x.sum()
        if total > 1.0 and not x[0] > 2.0:
            return x * 2.0
        if total < -1.0 or x[1] > 3.0 or x.any():
            return x * 3.0
        return x

    f = la.compile(function, target="array")
    for one in ([1.0, 1.0], [3.0, 0.0], [-2.0, 0.5], [0.2, 3.5], [0.0, 0.0], [0.1, 0.2]):
        close(f(np.array(one)), function(np.array(one)))


def test_a_long_round_keeps_the_names_of_what_the_next_one_reads():
    def function(w, x):
        outer = [np.sin(w)]

        def step(c, _):
            parts = [outer[0] * c]
            for _ in range(260):  # more than CPython has quick variables for
                parts.append(np.logaddexp(parts[-1], parts[-1]))
            return parts[-1] * 0.01, None

        return la.scan(step, x, length=3)[0]

    close(la.compile(function, target="array")(B, B * 0.1), function(B, B * 0.1))
