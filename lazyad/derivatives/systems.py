"""Linear systems as straight-line programs: closed forms of two rows, elimination beyond.

In: rows of numbers or Nodes. Out: the same. A room of its own because both what a user solves and
the derivative of what solvers find are such programs. Elimination keeps the choice of the pivot in
the program, so that the same program serves matrices that need different ones. A determinant of
three rows is that of cofactors, as everybody writes it; a quotient of it and of cofactors that
cancel would be wrong by the square of the matrix's condition (Higham, Accuracy and Stability of
Numerical Algorithms, 1.10.1: Cramer's rule is stable for two rows). A solution moves as its
equation says, da x + a dx = db (Giles, Collected matrix derivative results, 2008): `risen` holds
the factors, whose own derivatives are read where a derivative is differentiated again.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from functools import partial, reduce
from typing import Any

from lazyad import ops
from lazyad.operators import Operand
from lazyad.ops import choose, divided, risen

Rows = list[list[Any]]
# Two rows, whether they are swapped, or how often the first is taken from the second.
Steps = list[tuple[int, int, Any, Any]]
Solve = Callable[[list[Any]], list[Any]]


def _is_zero(element: Any) -> bool:
    return not isinstance(element, Operand) and element == 0.0


# ---------------------------------------------------------------------------------- closed forms


def _cofactors(m: Rows) -> Rows:
    if len(m) == 1:
        return [[1.0]]
    if len(m) == 2:
        return [[m[1][1], -m[1][0]], [-m[0][1], m[0][0]]]
    after = [1, 2, 0]
    return [
        [
            m[after[i]][after[j]] * m[after[after[i]]][after[after[j]]]
            - m[after[i]][after[after[j]]] * m[after[after[i]]][after[j]]
            for j in range(3)
        ]
        for i in range(3)
    ]


def _sum_of_products(x: Any, y: Any) -> Any:
    return reduce(lambda a, b: a + b, [a * b for a, b in zip(x, y, strict=True)])


# ---------------------------------------------------------------------------------- elimination


def eliminated(rows: Rows, over: Any = operator.truediv) -> tuple[Rows, Any, Steps]:
    """The matrix, with what is to its right, made upper triangular; the sign of the swaps, and what
    was done.

    In each column the rows are compared and swapped one after the other, so that the largest
    element ends up as the pivot: a zero or tiny pivot never divides while there is a better one.
    """
    rows, sign, steps = [list(row) for row in rows], 1.0, Steps()
    for k in range(len(rows)):
        for i in range(k + 1, len(rows)):
            if _is_zero(rows[i][k]):
                continue
            better = abs(rows[i][k]) > abs(rows[k][k])
            sign = choose(better, -sign, sign)
            steps.append((k, i, better, None))
            for j in range(k, len(rows[k])):
                upper, lower = rows[k][j], rows[i][j]
                rows[k][j] = choose(better, lower, upper)
                rows[i][j] = choose(better, upper, lower)
        for i in range(k + 1, len(rows)):
            if _is_zero(rows[i][k]):
                continue
            factor = over(rows[i][k], rows[k][k])
            for j in range(k + 1, len(rows[k])):
                rows[i][j] = rows[i][j] - factor * rows[k][j]
            rows[i][k] = 0.0
            steps.append((k, i, None, factor))
    return rows, sign, steps


def solved(a: Rows, b: Rows) -> Rows:
    """x with a x = b."""
    return solved_by(a, b, operator.truediv)[0]


def solved_by(a: Rows, b: Rows, over: Any = ops.ratio) -> tuple[Rows, list[Any]]:
    """The same, and what the solution is divided by: where a is singular, one of that is 0, and
    it does not raise to compute it."""
    x, pivots, again = _solved(a, b, over)
    if again:  # twice, so a second derivative of x is not that of its steps, too
        x = moving(a, moving(a, x, b, again), b, again)
    return x, pivots


def _solved(a: Rows, b: Rows, over: Any) -> tuple[Rows, list[Any], Solve | None]:
    """The same, and what solves for one more side by the steps taken; None where they are as
    short to derive."""
    n, columns = len(a), range(len(b[0]))
    if n <= 2:
        determinant, weights = det(a), [*zip(*_cofactors(a), strict=True)]
        x = [
            [_sum_of_products(row, column) / determinant for column in zip(*b, strict=True)]
            for row in weights
        ]

        def by_cofactors(rest: list[Any]) -> list[Any]:
            return [_over(determinant, _held(row, rest)) for row in weights]

        return x, [determinant], by_cofactors if n == 2 else None
    if not _reach(a, above=True) and _reach(a, above=False):  # forward, without a choice of pivots
        x, pivots, _ = _solved([row[::-1] for row in a[::-1]], b[::-1], over)
        return x[::-1], pivots, None
    rows, _, steps = eliminated([[*left, *right] for left, right in zip(a, b, strict=True)], over)
    x = [[] for _ in range(n)]
    for i in reversed(range(n)):
        if _is_zero(rows[i][i]):
            raise ZeroDivisionError("Singular matrix")
        for column in columns:
            rest = rows[i][n + column]
            for j in range(i + 1, n):
                rest = rest - rows[i][j] * x[j][column]
            x[i].append(rest / rows[i][i])
    return x, [rows[i][i] for i in range(n)], partial(_again, rows, steps) if steps else None


def _again(rows: Rows, steps: Steps, rest: list[Any]) -> list[Any]:
    """Elimination of one more side, which alone moves the result."""
    for k, i, better, factor in steps:
        upper, lower = rest[k], rest[i]
        if factor is None:
            rest[k], rest[i] = choose(better, lower, upper), choose(better, upper, lower)
        else:
            rest[i] = lower - _held([factor], [upper])
    n = len(rows)
    for i in reversed(range(n)):
        rest[i] = _over(rows[i][i], rest[i] - _held(rows[i][i + 1 : n], rest[i + 1 :]))
    return rest


def moving(a: Rows, x: Rows, b: Rows, solve: Solve) -> Rows:
    """x with a x = b, which moves as da x + a dx = db says: no derivative passes through the
    factors, and each costs what one more side does, which `solve` is given."""
    columns = []
    for found, side in zip(zip(*x, strict=True), zip(*b, strict=True), strict=True):
        rest = [one - _held(found, row) for one, row in zip(side, a, strict=True)]
        moves = zip(found, solve(rest), strict=True)
        columns.append(
            [ops.along(v, move) if isinstance(move, Operand) else v for v, move in moves]
        )
    return [*map(list, zip(*columns, strict=True))]


def _held(weights: Iterable[Any], numbers: Iterable[Any]) -> Any:
    """The weighted sum, as it moves with the numbers alone: its value is of no use."""
    pairs = zip(weights, numbers, strict=True)
    terms = [risen(w, x) for w, x in pairs if isinstance(x, Operand) and not _is_zero(w)]
    return reduce(operator.add, terms) if terms else 0.0


def _over(weight: Any, x: Any) -> Any:
    """x / weight, likewise."""
    return divided(weight, x) if isinstance(x, Operand) else 0.0


def _reach(m: Rows, above: bool) -> bool:
    """Whether something is above the diagonal, or below it."""
    places = [(i, j) for i in range(len(m)) for j in range(i)]
    return not all(_is_zero(m[j][i] if above else m[i][j]) for i, j in places)


def det(m: Rows) -> Any:
    if len(m) == 1:
        return m[0][0]
    if len(m) <= 3:
        return _sum_of_products(m[0], _cofactors(m)[0])
    rows, sign, _ = eliminated(m)
    return reduce(lambda a, b: a * b, [row[i] for i, row in enumerate(rows)]) * sign


def inverse(m: Rows) -> Any:
    if len(m) <= 2:
        determinant = det(m)
        return [[c / determinant for c in row] for row in zip(*_cofactors(m), strict=True)]
    unit = [[float(i == j) for j in range(len(m))] for i in range(len(m))]
    x, _, again = _solved(m, unit, operator.truediv)
    return moving(m, x, unit, lambda rest: [_held(row, rest) for row in x]) if again else x
