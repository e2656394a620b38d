"""Derivatives as programs: a Graph in, a Graph of value and derivative out.

A room of its own because differentiation is a transform of Graphs like any other: it reads the
partials in the op table and knows nothing of Python functions, passes or source.
"""

from lazyad.derivatives.forward import at_single_points, push_forward, tangent_names

__all__ = ["at_single_points", "push_forward", "tangent_names"]
