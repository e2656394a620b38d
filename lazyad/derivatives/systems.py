"""Linear systems as straight-line programs: closed forms of two rows, elimination beyond.

In: rows of numbers or Nodes. Out: the same. A room of its own because both what a user solves and
the derivative of what solvers find are such programs. Elimination keeps the choice of the pivot in
the program, so that the same program serves matrices that need different ones. A determinant of
three rows is that of cofactors, as everybody writes it; a quotient of it and of cofactors that
cancel would be wrong by the square of the matrix's condition (Higham, Accuracy and Stability of
Numerical Algorithms, 1.10.1: Cramer's rule is stable for two rows).
"""

from __future__ import annotations

import operator
from functools import reduce
from typing import Any

from lazyad import ops
from lazyad.operators import Operand

Rows = list[list[Any]]


def _choose(condition: Any, x: Any, y: Any) -> Any:
    return ops.where(condition, x, y) if isinstance(condition, Operand) else x if condition else y


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


def eliminated(rows: Rows, over: Any = operator.truediv) -> tuple[Rows, Any]:
    """The matrix, with what is to its right, made upper triangular; and the sign of the swaps.

    In each column the rows are compared and swapped one after the other, so that the largest
    element ends up as the pivot: a zero or tiny pivot never divides while there is a better one.
    """
    rows, sign = [list(row) for row in rows], 1.0
    for k in range(len(rows)):
        for i in range(k + 1, len(rows)):
            if _is_zero(rows[i][k]):
                continue
            better = abs(rows[i][k]) > abs(rows[k][k])
            sign = _choose(better, -sign, sign)
            for j in range(k, len(rows[k])):
                upper, lower = rows[k][j], rows[i][j]
                rows[k][j] = _choose(better, lower, upper)
                rows[i][j] = _choose(better, upper, lower)
        for i in range(k + 1, len(rows)):
            if _is_zero(rows[i][k]):
                continue
            factor = over(rows[i][k], rows[k][k])
            for j in range(k + 1, len(rows[k])):
                rows[i][j] = rows[i][j] - factor * rows[k][j]
            rows[i][k] = 0.0
    return rows, sign


def solved(a: Rows, b: Rows) -> Rows:
    """x with a x = b."""
    return solved_by(a, b, operator.truediv)[0]


def solved_by(a: Rows, b: Rows, over: Any = ops.ratio) -> tuple[Rows, list[Any]]:
    """The same, and what the solution is divided by: where a is singular, one of that is 0, and
    it does not raise to compute it."""
    n, columns = len(a), range(len(b[0]))
    if n <= 2:
        determinant = det(a)
        x = [
            [_sum_of_products(row, column) / determinant for column in zip(*b, strict=True)]
            for row in zip(*_cofactors(a), strict=True)
        ]
        return x, [determinant]
    if not _reach(a, above=True) and _reach(a, above=False):  # forward, without a choice of pivots
        x, pivots = solved_by([row[::-1] for row in a[::-1]], b[::-1], over)
        return x[::-1], pivots
    rows, _ = eliminated([[*left, *right] for left, right in zip(a, b, strict=True)], over)
    x = [[] for _ in range(n)]
    for i in reversed(range(n)):
        if _is_zero(rows[i][i]):
            raise ZeroDivisionError("Singular matrix")
        for column in columns:
            rest = rows[i][n + column]
            for j in range(i + 1, n):
                rest = rest - rows[i][j] * x[j][column]
            x[i].append(rest / rows[i][i])
    return x, [rows[i][i] for i in range(n)]


def _reach(m: Rows, above: bool) -> bool:
    """Whether something is above the diagonal, or below it."""
    places = [(i, j) for i in range(len(m)) for j in range(i)]
    return not all(_is_zero(m[j][i] if above else m[i][j]) for i, j in places)


def det(m: Rows) -> Any:
    if len(m) == 1:
        return m[0][0]
    if len(m) <= 3:
        return _sum_of_products(m[0], _cofactors(m)[0])
    rows, sign = eliminated(m)
    return reduce(lambda a, b: a * b, [row[i] for i, row in enumerate(rows)]) * sign


def inverse(m: Rows) -> Any:
    if len(m) <= 2:
        determinant = det(m)
        return [[c / determinant for c in row] for row in zip(*_cofactors(m), strict=True)]
    unit = [[float(i == j) for j in range(len(m))] for i in range(len(m))]
    return solved(m, unit)
