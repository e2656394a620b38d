"""Sparse matrices: where the entries are that are no structural zeros.

In: rows and columns. Out: what SciPy takes. A room of its own because the pattern belongs to the
graph and the values to a call, and only SciPy's own classes put the two together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lazyad.values.rows import NamedTuple


class Sparsity(NamedTuple):
    """The entries of a matrix that are no structural zeros, row by row.

    >>> diagonal = Sparsity((0, 1), (0, 1), (2, 2))
    >>> diagonal.matrix([3.0, 4.0]).toarray().tolist()
    [[3.0, 0.0], [0.0, 4.0]]
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    shape: tuple[int, int]

    def matrix(self, values: Any = None) -> Any:
        """A `scipy.sparse.csr_array` of these values, of ones if there are none.

        What `scipy.integrate.solve_ivp` and `scipy.optimize.least_squares` take as `jac_sparsity`.
        Raises ImportError without SciPy.
        """
        return self.builder()([1.0] * len(self.rows) if values is None else values)

    def builder(self) -> Callable[[Any], Any]:
        """`matrix`, with the pattern built once for many calls."""
        import numpy
        from scipy.sparse import csr_array

        starts = numpy.searchsorted(self.rows, range(self.shape[0] + 1))
        columns = numpy.array(self.columns, dtype=starts.dtype)

        def matrix(values: Any) -> Any:
            pattern = columns.copy(), starts.copy()  # SciPy may sort or prune them in place
            return csr_array((numpy.asarray(values, dtype=float), *pattern), self.shape)

        return matrix

    def spy(self, axes: Any = None) -> Any:
        """Draw the pattern with Matplotlib, on `axes` or on new ones, which are returned.

        Raises ImportError without Matplotlib.
        """
        if axes is None:
            from matplotlib import pyplot

            _, axes = pyplot.subplots()
        axes.spy(self.matrix(), markersize=max(1, 200 // max(1, *self.shape)))
        return axes
