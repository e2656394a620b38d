"""Derivatives by another road: eager Duals that run through a function, one for each argument.

In: a compiled function and its arguments, in any containers. Out: matrices, and which number of a
derivative's containers is which entry of them.
"""

import numpy as np

import lazyad as la
from tests.test_wild import leaves, parts, rebuilt


def ends(tree):
    """What stands where a structure has numbers: Duals and traced numbers too."""
    inside = parts(tree)
    return [tree] if inside is None else [end for part in inside for end in ends(part)]


def columns_of_duals(function, args):
    """The derivative of each number of the result in each number of the arguments."""
    numbers = leaves(args)
    columns = []
    for k in range(len(numbers)):
        duals = [la.Dual(x, float(i == k)) for i, x in enumerate(numbers)]
        found = ends(function(*rebuilt(args, iter(duals))))
        columns.append([end.dual if isinstance(end, la.Dual) else 0.0 for end in found])
    return np.array(columns).T


def places(value, derivative):
    """The matrix that says which of a derivative's numbers is which entry: a row for each number of
    `value`, a column for each of the arguments."""
    numbers = iter(range(len(leaves(derivative))))
    return _rows(value, rebuilt(derivative, numbers)).astype(int)


def entries(value, derivative):
    """That matrix of the numbers themselves."""
    return np.array(leaves(derivative))[places(value, derivative)]


def _rows(value, tree):
    if isinstance(value, np.ndarray):
        return np.hstack([np.reshape(one, (value.size, -1)) for one in _arrays(tree)])
    inside = parts(value)
    if inside is None:
        return np.array([leaves(tree)])
    return np.vstack([_rows(*pair) for pair in zip(inside, parts(tree), strict=True)])


def _arrays(tree):
    """The arrays and numbers of a structure, whole."""
    inside = None if isinstance(tree, np.ndarray) else parts(tree)
    return [tree] if inside is None else [one for part in inside for one in _arrays(part)]
