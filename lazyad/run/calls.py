"""What users call with: numbers as they come, and tangents or cotangents beside them.

In: what a call hands over, and a `Specialized`. Out: what kind of numbers they are, and vectors as
kernels take them, or an error that says what they should be. A room of its own because compiled
functions, their derivatives and products all read calls the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from lazyad.graph import Node
from lazyad.operators import Operand
from lazyad.run.forms import form_given
from lazyad.run.specialized import Specialized
from lazyad.tracing.arguments import abstract, unfolded
from lazyad.values.errors import refused, told
from lazyad.values.origin import by_numpy
from lazyad.values.structure import (
    NumpyFloat,
    as_floats,
    has_runs,
    is_array,
    is_numpys,
    key_of,
    leaves,
    outline,
    plain_key,
    sampled,
    stacked,
    structure_of,
)

if TYPE_CHECKING:
    from inspect import Signature


def signature_from(names: Iterable[str]) -> Signature:
    """The signature of a function of these parameters."""
    from inspect import Parameter, Signature

    return Signature([Parameter(name, Parameter.POSITIONAL_OR_KEYWORD) for name in names])


def has_int(value: Any) -> bool:
    """Whether an argument is an int of Python's, or a container that holds one."""
    return int in map(type, leaves(value))


def sample(leaf: Any) -> float:
    """What stands for a number of an argument: a traced one may be NumPy's as well."""
    numpys = by_numpy(leaf.origin) if isinstance(leaf, Node) else is_numpys(type(leaf))
    return NumpyFloat() if numpys else 0.0


# -- tangents and cotangents


def check_sequence(what: str, given: Any) -> None:
    """Raise TypeError unless it is what primals or tangents come in."""
    if not isinstance(given, Sequence) or isinstance(given, str):
        what = f"{what} is {told(given)}"
        raise refused(TypeError, what, "a tuple, as in jvp((x,), (dx,))")


def tangents_for(
    function: Specialized, signature: Signature, given: Sequence[Any]
) -> Sequence[Any]:
    """A tangent for each path in wrt. Those of `*args`, given one by one like the arguments, become
    one tuple."""
    wrt = function.wrt
    for at, path in enumerate(wrt):
        parameter = signature.parameters.get(path)
        if parameter is not None and parameter.kind is parameter.VAR_POSITIONAL:
            end = len(given) - (len(wrt) - at - 1)
            given = (*given[:at], tuple(given[at:end]), *given[end:])
            break
    return given


def directions_in(
    function: Specialized, tangents: Sequence[Any], arrays: bool
) -> tuple[Sequence[Any], int]:
    """The tangents as kernels take them, and along how many directions they are; 0 for a single one
    without an axis of its own."""
    for tangent in tangents:
        unfolded("the tangent", tangent)
    tangents = [*map(as_floats, tangents)]
    rows = [*map(stacked, tangents, function.tangents)] if arrays else []
    directions = [row for row in rows if row]
    if not directions or len(directions) < len(rows):
        return tangents, 0
    counts = {len(one) for one in directions}
    if len(counts) != 1:
        what = f"the tangents hold {sorted(counts)} directions"
        raise refused(TypeError, what, "as many for every parameter")
    return directions, counts.pop()


def are_traced(vectors: Sequence[Any]) -> bool:
    """Whether a number among them is one of a function that is being traced."""
    for leaf in leaves(structure_of([*vectors], arrays=False)):
        objects = is_array(leaf) and getattr(leaf.dtype, "hasobject", False)  # of many floats, none
        if any(isinstance(one, Operand) for one in (leaf.ravel().tolist() if objects else [leaf])):
            return True
    return False


def whole_vector(path: str | None, like: Any, given: Any) -> int:
    """Along how many directions a tangent of whole arrays is, which has one more axis in front; 0
    for one without. Raises TypeError for another structure than what the path leads to."""
    name = f"d{path}" if path else "cotangents"
    forms = sampled(abstract(name, given, False, False, True), form_given)
    own, wanted = leaves(forms), leaves(like)
    shapes = [one.shape for one in own], [one.shape for one in wanted]
    count = {len(one) - len(other) for one, other in zip(*shapes, strict=False)}
    sizes = {one[0] for one in shapes[0] if one}
    bare = [one[1:] if count == {1} else one for one in shapes[0]]
    if bare != shapes[1] or plain_key(sampled(forms, _nothing)) != plain_key(
        sampled(like, _nothing)
    ):
        raise _unlike(path, like, given)
    return sizes.pop() if count == {1} and len(sizes) == 1 else 0


def _nothing(_: Any) -> float:
    return 0.0


def check_vector(path: str | None, like: Any, given: Any, arrays: bool) -> None:
    """Raise TypeError for a tangent of another structure than what the path leads to, or without a
    path for cotangents of another than the result."""
    name = f"d{path}" if path else "cotangents"
    if plain_key(abstract(name, given, False, arrays)) != key_of(like):
        raise _unlike(path, like, given)


def _unlike(path: str | None, like: Any, given: Any) -> TypeError:
    what = f"the tangent of {path} is" if path else "the cotangents are"
    instead = f"the structure of {path or 'the result'}: {outline(like)}"
    if path is None and has_runs(like):
        instead = 'compile(loops="unroll"), for nobody else knows how many the result has'
    return refused(TypeError, f"{what} {outline(given)}", instead)
