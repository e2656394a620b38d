"""What an error that is raised in a clause knows of the caught one, if the clause names it or not.

A file of its own, for none that reads contexts has a `try` that joins.
"""

import math

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


def from_none(x, y):
    try:
        return math.log(x) / y
    except ValueError:
        raise NotConverged(x) from None
    except ZeroDivisionError:
        raise


def from_the_caught(x, y):
    try:
        return converged(x, 0.5) / y
    except (NotConverged, ZeroDivisionError) as error:
        raise RuntimeError("no solution") from error


def beside_the_caught(x, y):
    try:
        return math.sqrt(x - y)
    except ValueError:
        raise KeyError(x, y)  # noqa: B904


def of_itself(x, y):
    if x < y:
        raise ValueError("too small")
    return x - y


def outcome(function, at):
    try:
        return function(*at)
    except Exception as error:
        return error


def known(error):
    if error is None:
        return None
    own = {name: value for name, value in vars(error).items() if name != "__notes__"}
    around = known(error.__cause__), known(error.__context__)
    return type(error), error.args, own, error.__suppress_context__, *around


@pytest.mark.parametrize(
    "function",
    [from_none, from_the_caught, beside_the_caught, of_itself, of_a_clause_without_a_name],
)
def test_what_leaves_a_clause_that_only_raises_is_the_functions_own(function):
    compiled = la.compile(function)
    for at in [(0.2, 0.1), (0.0, 2.0), (0.7, 0.0), (0.1, 0.2), (0.9, 2.0)]:
        expected, found = outcome(function, at), outcome(compiled, at)
        if isinstance(expected, Exception):
            assert known(found) == known(expected)
        else:
            assert found == pytest.approx(expected, rel=1e-15)
