"""What an error that is raised in a clause knows of the caught one, if the clause names it or not.

A file of its own, for none that reads contexts has a `try` that joins.
"""

import pytest

import lazyad as la


class NotConverged(Exception):
    def __init__(self, best):
        super().__init__("not converged")
        self.best = best


def converged(x, limit):
    if x > limit:
        raise NotConverged(x)
    return x * x


def of_a_clause_without_a_name(x, y):
    try:
        try:
            return converged(x, 0.3) + converged(y, 0.4)
        except NotConverged:
            raise ValueError("no solution")  # noqa: B904
    except ValueError as error:
        return error.__context__.best * 10.0


def replaced(x, y):
    try:
        try:
            return converged(x, 0.3) + converged(y, 0.4)
        except NotConverged:
            raise ValueError("no solution") from None
    except ValueError as error:
        return error.__context__.best * 10.0 + (error.__cause__ is None)


@pytest.mark.parametrize("function", [of_a_clause_without_a_name, replaced])
@pytest.mark.parametrize("first", [(0.1, 0.2), (0.7, 0.2), (0.1, 0.8)])
def test_the_number_is_that_of_the_error_caught(function, first):
    compiled = la.compile(function)
    for at in [first, (0.1, 0.2), (0.7, 0.2), (0.1, 0.8), (0.7, 0.9)]:
        assert compiled(*at) == function(*at)
