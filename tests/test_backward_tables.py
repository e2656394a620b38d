"""Gradients that run loops backwards which change tables: against duals, and as source."""

import bisect
import math

import numpy as np
import pytest

import lazyad as la
from lazyad.derivatives import reversal
from tests.test_backward_loops import backwards, differences, loops_of

__all__ = ["backwards"]


def heat(u, k):
    """Explicit differences, in place; and a misfit."""
    for _ in range(15):
        for i in range(1, len(u) - 1):
            u[i] = u[i] + k[i] * (u[i - 1] - 2 * u[i] + u[i + 1])
    misfit = 0.0
    for x in u:
        misfit += (x - 1.0) ** 2
    return misfit


def swept(u, k):
    """One loop alone."""
    for i in range(1, len(u) - 1):
        u[i] = u[i] + k[i] * u[i - 1] * u[i + 1]
    return u[3] * u[-2]


def of_copies(u, k):
    """Each step begins with a copy of the last one's table, which is read beside it."""
    for _ in range(12):
        new = u[:]
        for i in range(1, len(u) - 1):
            new[i] = u[i] + k[0] * (u[i - 1] - 2 * u[i] + u[i + 1]) * u[i]
        u = new
    return u[3] * u[5]


def of_zeros(u, k):
    """Each step fills a table of its own."""
    for _ in range(12):
        new = [0.0] * len(u)
        for i in range(1, len(u) - 1):
            new[i] = u[i] + k[i] * (u[i - 1] - 2 * u[i] + u[i + 1])
        u = new
    return u[3] * u[5]


def by_conditions(u, k):
    """Rounds that change the table at one place, at another, or not at all."""
    n = len(u)
    for _ in range(12):
        for i in range(1, n - 1):
            if u[i] > u[i - 1]:
                u[i] = u[i] - k[i] * u[i] * u[i - 1]
            elif i < n - 2:
                u[i + 1] = u[i + 1] + k[0] * u[i + 2]
    return u[3] * u[n - 3]


def until(u, k):
    """A `while` that the table ends."""
    i = 1
    while u[i] > 0.3 and i < 8:
        u[i + 1] = u[i + 1] * k[0] + 0.5 * la.sin(u[i])
        u[i - 1] = u[i + 1] * u[i]
        i += 1
    return u[0] + u[2] * u[i] + u[-1]


def settles(u, k):
    """A `while` around a loop, which goes on until nothing changes much."""
    change = 1.0
    while change > 0.05:
        change = 0.0
        for i in range(1, len(u) - 1):
            new = u[i] + k[i] * (u[i - 1] - 2 * u[i] + u[i + 1])
            change = change + (new - u[i]) ** 2
            u[i] = new
    return u[4] * u[5] + change


def left(u, k):
    """A loop that is left, within one that goes on."""
    for _ in range(12):
        for i in range(1, len(u)):
            u[i] = u[i] * (1.0 - 0.01 * k[i]) + 0.1 * k[i] * u[i - 1]
            if u[i] > 1.5:
                break
            u[0] = u[0] - 0.01 * u[i] * u[i]
    return u[0] * u[4] + u[9]


def thomas(u, k):
    """Thomas' algorithm."""
    n = len(u)
    c, d, x = [0.0] * n, [0.0] * n, [0.0] * n
    c[0], d[0] = k[0], u[0]
    for i in range(1, n):
        m = 1.0 - k[i] * c[i - 1]
        c[i], d[i] = k[i] / m, (u[i] - k[i] * d[i - 1]) / m
    x[n - 1] = d[n - 1]
    for i in range(n - 2, -1, -1):
        x[i] = d[i] - c[i] * x[i + 1]
    return x[0] * x[n // 2]


def tree(u, k):
    """A lattice, whose rows get shorter."""
    v = [max(one - k[2], 0.0) for one in u]
    for step in range(len(u) - 1):
        for i in range(len(u) - 1 - step):
            v[i] = max((1.0 - k[0]) * v[i] + k[0] * v[i + 1], k[1] * u[i] - k[2])
    return v[0]


def rows(u, k):
    """A list of lists: the longest common subsequence, with weights."""
    n = len(u)
    t = [[0.0] * (n + 1) for _ in range(n + 1)]
    for i in range(1, n + 1):
        for j in range(1, n + 1):
            t[i][j] = max(t[i - 1][j], t[i][j - 1], t[i - 1][j - 1] + u[i - 1] * k[j - 1])
    return t[n][n]


def eliminated(u, k):
    """Gauss' elimination without pivots: three loops, one in the other."""
    n = len(u)
    a = [[u[i] * k[j] + (3.0 if i == j else 0.0) for j in range(n)] for i in range(n)]
    for p in range(n):
        for i in range(p + 1, n):
            m = a[i][p] / a[p][p]
            for j in range(p, n):
                a[i][j] = a[i][j] - m * a[p][j]
    total = 1.0
    for i in range(n):
        total = total * a[i][i]
    return total


def looked_up(u, k):
    """The place is found by the numbers."""
    for _ in range(20):
        at = 3 + bisect.bisect_left([0.5, 1.0, 1.5, 2.0, 3.0], u[2])
        u[at] = u[at] * 0.9 + k[at] * u[2]
        u[2] = u[2] + 0.1 * u[at]
    return u[2] * u[4]


def recorded(u, k):
    """What each round appends is read by other loops, and by itself."""
    level, levels, steps = 0.0, [0.1], []
    for i in range(len(u)):
        step = k[i] * (u[i] - level) * la.exp(-0.1 * level) + 0.1 * levels[-1]
        level = level + step
        levels.append(level * level)
        steps.append(step)
    misfit = levels[3]
    for i in range(len(u)):
        misfit += (levels[i] - 0.5) ** 2 + steps[i] * u[i]
    for one in steps:
        misfit += one**3
    return misfit


def recorded_within(u, k):
    """A list of each round's own, that a loop within makes and another one reads."""
    total = u[0]
    for i in range(len(u)):
        powers, x = [], u[i]
        for j in range(12):
            x = x * (0.9 + 0.1 * k[i]) + 0.01 * total * j
            powers.append(x * x)
        for one in powers:
            total = total + 0.01 * la.sin(one)
    return total


U = [1.3 + math.sin(2.3 * i) for i in range(10)]
K = [0.21 + 0.013 * i for i in range(10)]
CASES = [heat, swept, of_copies, of_zeros, by_conditions, until, settles, left, thomas, tree, rows]
CASES += [eliminated, looked_up, recorded, recorded_within]


def slopes(f, *lists):
    """The gradient of f by duals, one list for each."""
    found = []
    for one in range(len(lists)):
        found.append([])
        for at in range(len(lists[one])):
            given = [[*row] for row in lists]
            given[one][at] = la.Dual(given[one][at], 1.0)
            found[-1].append(getattr(f(*given), "dual", 0.0))
    return found


def goes_backwards(compiled, *args):
    return any(loop.over for loop in loops_of(compiled, *args))


@pytest.mark.usefixtures("backwards")
@pytest.mark.parametrize("target", ["python", "native"])
@pytest.mark.parametrize("f", CASES)
def test_gradients_against_duals(f, target):
    compiled = la.compile(f, loops="keep", target=target)
    np.testing.assert_allclose(compiled.grad(U, K), slopes(f, U, K), rtol=1e-12, atol=1e-12)
    assert goes_backwards(compiled, U, K)
    graph = compiled.grad.lower(U, K).graph
    graph.verify()


@pytest.mark.parametrize("level", ["none", "strict", "fast"])
@pytest.mark.usefixtures("backwards")
@pytest.mark.parametrize("f", [heat, by_conditions, until, eliminated])
def test_gradients_at_other_levels(f, level):
    compiled = la.compile(f, loops="keep", optimize=level)
    np.testing.assert_allclose(compiled.grad(U, K), slopes(f, U, K), rtol=1e-12, atol=1e-12)


@pytest.mark.usefixtures("backwards")
@pytest.mark.parametrize("f", [heat, of_copies, by_conditions, until, thomas, recorded])
def test_several_rows_and_second_derivatives(f):
    """One adjoint for each result; and tangents through what goes backwards."""

    def both(u):
        one = f([*u], K)
        return one, one * u[0]

    compiled, twice = la.compile(both, loops="keep"), la.compile(lambda u: f(u, K), loops="keep")
    (row,) = slopes(lambda u: f(u, K), U)
    jacobian = np.array(compiled.jacobian(U))
    np.testing.assert_allclose(jacobian[0], row, rtol=1e-11, atol=1e-12)
    expected = differences(lambda *u: twice.grad([*u]), U)
    np.testing.assert_allclose(twice.hessian(U), expected, rtol=1e-5, atol=1e-6)


@pytest.mark.usefixtures("backwards")
@pytest.mark.parametrize(("what", "many"), [("LONG", 12), ("LARGE", 100)])
def test_long_loops_keep_the_tables_that_their_stretches_begin_with(monkeypatch, what, many):
    monkeypatch.setattr(reversal, what, many)
    compiled = la.compile(heat, loops="keep")
    np.testing.assert_allclose(compiled.grad(U, K), slopes(heat, U, K), rtol=1e-12)
    kept = [loop for loop in loops_of(compiled, U, K) if loop.records]
    assert next(len(loop.rounds) for loop in kept) == 5


def test_source_does_not_grow_with_rounds():
    sources = []
    for steps in (100, 400):

        def f(u, k, steps=steps):
            for _ in range(steps):
                for i in range(1, len(u) - 1):
                    u[i] = u[i] + k[i] * (u[i - 1] - 2 * u[i] + u[i + 1])
            return u[3]

        given = [*U] * 3, [*K] * 3
        sources.append(la.compile(f, loops="keep").grad.lower(*given).source)
    assert sources[0].replace("100", "400") == sources[1]
    inner = sources[1][sources[1].index("in reversed(") :]
    assert inner.count("[*") <= 1  # adjoints change where they are


def test_a_jacobian_of_a_loop_over_its_inputs_is_as_sparse_as_that_of_each_round():
    """A tangent along each column went through all rounds, and led everywhere."""

    def f(x):
        return [a * math.sin(b) for a, b in zip(x[:-1], x[1:], strict=True)]  # noqa: RUF007

    x = [0.1 + 0.01 * k for k in range(150)]
    found = la.jacobian(f, sparse=True)
    assert found(x).nnz == 2 * 149
    np.testing.assert_allclose(found(x).diagonal(), np.sin(x[1:]), rtol=1e-14)
    np.testing.assert_allclose(found(x).diagonal(1), x[:-1] * np.cos(x[1:]), rtol=1e-14)
    assert len(found.lower(x).source.splitlines()) < 300


def test_a_jacobian_in_two_lists_is_as_sparse_as_each_round():
    """Loops that would rather run backwards carried an adjoint along each row."""

    def f(x, y):
        return [a * math.sin(b) for a, b in zip(x, y, strict=True)]

    x, y = [0.3] * 150, [0.1 * k for k in range(150)]
    found = la.jacobian(f, sparse=True)
    assert found(x, y).nnz == 2 * 150
    np.testing.assert_allclose(found(x, y).diagonal(150), 0.3 * np.cos(y), rtol=1e-14)
    assert "an adjoint along each row" in str(found.lower(x, y).report())
