"""Tangents and cotangents, as users hand them over beside the primals.

In: a function compiled for some primals, and what was given with them. Out: the vectors as its
kernels take them, or a TypeError that says which structure they should have. A room of its own
because jvp, vjp and hvp ask alike.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Any, NoReturn

from lazyad.operators import Operand
from lazyad.run.specialized import Specialized
from lazyad.tracing import abstract, unfolded
from lazyad.values.errors import refused
from lazyad.values.structure import (
    as_floats,
    key_of,
    key_or_none,
    leaves,
    outline,
    plain_key,
    sampled,
    stacked,
    structure_of,
)


def check_sequence(what: str, given: Any) -> None:
    """Raise TypeError unless it is what primals or tangents come in."""
    if not isinstance(given, Sequence) or isinstance(given, str):
        raise refused(
            TypeError,
            f"{what} is a {type(given).__name__} ({given!r:.40})",
            "a tuple, as in jvp((x,), (dx,))",
        )


def tangents_for(
    function: Specialized, signature: inspect.Signature, given: Sequence[Any]
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


def miscounted(
    what: str,
    signature: inspect.Signature,
    wrt: Sequence[str] | None,
    primals: Sequence[Any],
    tangents: Sequence[Any],
) -> NoReturn:
    """Raise TypeError for too many or too few."""
    names = tuple(signature.parameters)
    wrt = names if wrt is None else wrt
    raise refused(
        TypeError,
        f"{what} got {len(primals)} primals and {len(tangents)} tangents",
        f"{len(names)} primals ({', '.join(names)}) and "
        f"{len(wrt)} tangents (for {', '.join(wrt) or 'nothing'})",
    ) from None


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
        raise refused(
            TypeError,
            f"the tangents hold {sorted(counts)} directions",
            "as many for every parameter",
        )
    return directions, counts.pop()


def are_traced(vectors: Sequence[Any]) -> bool:
    """Whether a number among them is one of a function that is being traced."""
    return any(isinstance(leaf, Operand) for leaf in leaves(structure_of([*vectors])))


def check_tangents(function: Specialized, tangents: Sequence[Any], arrays: bool) -> bool:
    """Whether the tangents are traced; a TypeError if one has not its primal's structure."""
    if [*map(key_or_none, tangents)] == function.tangent_keys:
        return False
    traced = [
        _check(f"d{path}", f"the tangent of {path} is", path, primal, tangent, arrays=arrays)
        for path, primal, tangent in zip(function.wrt, function.tangents, tangents, strict=True)
    ]
    return any(traced)


def check_cotangents(function: Specialized, cotangents: Any, arrays: bool) -> bool:
    """Whether they are traced; a TypeError if they have not the structure of the result."""
    if key_or_none(cotangents) == function.output_key:
        return False
    result = sampled(function.trace.outputs)
    return _check(
        "cotangents", "the cotangents are", "the result", result, cotangents, arrays=arrays
    )


def _check(name: str, what: str, of: str, like: Any, given: Any, *, arrays: bool) -> bool:
    """Whether a vector is traced; a TypeError if it has another structure."""
    structure = abstract(name, given, False, arrays)
    if plain_key(structure) != key_of(like):
        raise refused(
            TypeError, f"{what} {outline(given)}", f"the structure of {of}: {outline(like)}"
        )
    return any(isinstance(leaf, Operand) for leaf in leaves(structure))
