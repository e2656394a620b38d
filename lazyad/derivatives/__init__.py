"""Derivatives as programs: a Graph in, a Graph of value and derivative out.

A room of its own because differentiation is a transform of Graphs like any other: it reads the
partials in the op table and knows nothing of Python functions, passes or source.
"""

from lazyad.derivatives.bisections import BisectionWarning, warn_of_bisections
from lazyad.derivatives.orders import ORDERS, Limits, TooMany, weight
from lazyad.derivatives.partials import failures
from lazyad.derivatives.products import beside, push_forward, tangent_names
from lazyad.derivatives.requests import NAMED, Request, cotangent_name, differentiate, note_of_loops
from lazyad.derivatives.single_points import (
    SinglePointWarning,
    at_single_points,
    warn_of_single_points,
)

__all__ = [
    "NAMED",
    "ORDERS",
    "BisectionWarning",
    "Limits",
    "Request",
    "SinglePointWarning",
    "TooMany",
    "at_single_points",
    "beside",
    "cotangent_name",
    "differentiate",
    "failures",
    "note_of_loops",
    "push_forward",
    "tangent_names",
    "warn_of_bisections",
    "warn_of_single_points",
    "weight",
]
