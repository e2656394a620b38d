"""Sparse matrices: where the entries are that are no structural zeros.

In: rows and columns. Out: what SciPy takes. A room of its own because the pattern belongs to the
graph and the values to a call, and only SciPy's own classes put the two together.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from lazyad.values.rows import NamedTuple

_MOST, _PIXELS = 200, 240  # rows or columns of a picture, and its size


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

    def _repr_svg_(self) -> str:
        """The pattern; of a large matrix, each dot stands for as many entries as fall on it."""
        scale = min(1.0, _MOST / max(1, *self.shape))
        down, across = (max(1, math.ceil(n * scale)) for n in self.shape)
        size = max(2, _PIXELS // max(down, across))
        places = zip(self.rows, self.columns, strict=True)
        seen = sorted({(int(r * scale) * size, int(c * scale) * size) for r, c in places})
        dots = [f"M{c} {r}h{size - 1}v{size - 1}h{1 - size}z" for r, c in seen]
        box = f'width="{across * size + 2}" height="{down * size + 2}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {box}>'
            f'<rect {box} fill="white" stroke="gray"/>'
            f'<path transform="translate(1 1)" fill="#1c64d1" d="{"".join(dots)}"/></svg>'
        )

    def spy(self, axes: Any = None) -> Any:
        """Draw the pattern with Matplotlib, on `axes` or on new ones, which are returned.

        Raises ImportError without Matplotlib.
        """
        if axes is None:
            from matplotlib import pyplot

            _, axes = pyplot.subplots()
        axes.spy(self.matrix(), markersize=max(1, 200 // max(1, *self.shape)))
        return axes
