"""The forms of whole arrays that a call hands over, and their width.

In: arguments. Out: the `Form` of each array or number, and floats as float32. A room of its own
because calls and what they are compiled to both ask, and neither stands below the other.
"""

from __future__ import annotations

from typing import Any

from lazyad.arrays.constants import kind_of, kind_of_name
from lazyad.arrays.forms import tangent_form
from lazyad.arrays.standard import as_narrow
from lazyad.tracing.arguments import refuse_masked, value_of
from lazyad.values.structure import Form, is_number, map_leaves, stand_in, structure_of


def form_given(leaf: Any) -> Form:
    """The form of an array or a number that a call hands over."""
    if isinstance(leaf, Form):
        return leaf
    dtype = getattr(leaf, "dtype", None)
    if dtype is None:
        return Form(())
    refuse_masked(leaf)
    kind = kind_of(dtype) if hasattr(dtype, "kind") else kind_of_name(str(dtype))
    return Form(tuple(leaf.shape), kind)


def tangent_like(leaf: Any) -> Any:
    """What stands for the tangent or cotangent of a leaf."""
    like = stand_in(leaf)
    return tangent_form(like) if type(like) is Form else like


def narrow_form(form: Any) -> Any:
    """The form of a float as one of float32."""
    wide = type(form) is Form and form.kind == "float64"
    return form._replace(kind="float32") if wide else form


def narrow(value: Any) -> Any:
    """A value with its floats, and arrays of them, as float32."""
    return value_of(map_leaves(_narrow, structure_of(value, False)))


def _narrow(leaf: Any) -> Any:
    if is_number(leaf) and not hasattr(leaf, "dtype"):
        import numpy

        return numpy.float32(leaf)
    if not hasattr(leaf, "dtype") or form_given(leaf).kind != "float64":
        return leaf
    return leaf.astype("float32") if hasattr(leaf, "astype") else as_narrow(leaf)  # type: ignore[no-untyped-call]
