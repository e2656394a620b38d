"""Functions that lazyad does not look into, in a module that can be imported."""

import bisect

import lazyad as la

POINTS = [0.0, 1.0, 4.0, 9.0]
VALUES = [1.0, 3.0, 2.0, 7.0]


def segment(x):
    at = min(max(bisect.bisect(POINTS, x) - 1, 0), len(POINTS) - 2)
    slope = (VALUES[at + 1] - VALUES[at]) / (POINTS[at + 1] - POINTS[at])
    return POINTS[at], VALUES[at], slope


@la.op(outside=True)
def drag_slope(x):
    return segment(x)[2]


@la.op(partials=lambda out, x: (drag_slope(x),), outside=True)
def drag(x):
    left, value, slope = segment(x)
    return value + slope * (x - left)
