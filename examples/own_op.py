"""Ops of one's own: a function with a partial that is right at 0, and a measured table.

The Planck function x³/(exp(x) - 1) is written out, so that it lowers to any target; its partial
reuses `out`. The filter's transmission comes from a table that lazyad does not look into: the
emitted source calls it, and its derivative is the function that we supply.
"""

import bisect
import math

import lazyad as la

POINTS = [0.0, 1.0, 2.0, 4.0, 8.0]
TRANSMISSION = [0.0, 0.4, 0.9, 0.7, 0.1]


@la.op(
    partials=lambda out, x: (la.where(x == 0, 0.0, out * (3 / x - 1 - 1 / math.expm1(x))),),
    domain=(0.1, 20),
)
def planck(x):
    """x³ / (exp(x) - 1), and 0 at 0."""
    if x == 0:
        return 0.0
    return x**3 / math.expm1(x)


def segment(x):
    """The table's line at x: its left end, the value there, and its slope."""
    at = min(max(bisect.bisect_right(POINTS, x) - 1, 0), len(POINTS) - 2)
    slope = (TRANSMISSION[at + 1] - TRANSMISSION[at]) / (POINTS[at + 1] - POINTS[at])
    return POINTS[at], TRANSMISSION[at], slope


@la.op(outside=True)
def filter_slope(x):
    return segment(x)[2]


@la.op(partials=lambda out, x: (filter_slope(x),), outside=True)
def filtered(x):
    """The fraction of light that passes at x, between the points of the table."""
    left, value, slope = segment(x)
    return value + slope * (x - left)


@la.compile
def spectrum(x):
    """Black-body spectral radiance at x = h nu / (k T), up to a factor."""
    return planck(x)


@la.compile
def seen(x):
    """The same through the filter."""
    return planck(x) * filtered(x)


def peak(function, low, high):
    """Where the derivative changes its sign."""
    while high - low > 1e-12:
        middle = (low + high) / 2
        _, slope = function.jvp((middle,), (1.0,))
        low, high = (middle, high) if slope > 0 else (low, middle)
    return low


def main():
    print(spectrum.source)
    print(seen.source)
    wien = peak(spectrum, 1.0, 5.0)
    print(f"the spectrum peaks at x = {wien:.10f} (Wien's displacement law: 2.8214393721)")
    print(f"through the filter, at x = {peak(seen, 1.0, 5.0):.10f}")


if __name__ == "__main__":
    main()
