"""What users call with: arguments against a signature, and tangents or cotangents beside them.

In: a signature or a `Specialized`, and what a call hands over. Out: a value for each parameter, and
vectors as kernels take them, or an error that says what they should be. A room of its own because
compiled functions, their derivatives and products all read calls the same way.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from lazyad.graph import Node
from lazyad.operators import Operand
from lazyad.run.specialized import Specialized
from lazyad.tracing.arguments import abstract, location, unfolded
from lazyad.values.errors import refused
from lazyad.values.origin import by_numpy
from lazyad.values.structure import (
    NumpyFloat,
    as_floats,
    is_numpys,
    key_of,
    leaves,
    outline,
    plain_key,
    sampled,
    stacked,
    structure_of,
)

Parameter = inspect.Parameter


def signature_from(names: Iterable[str]) -> inspect.Signature:
    """The signature of a function of these parameters."""
    return inspect.Signature([Parameter(name, Parameter.POSITIONAL_OR_KEYWORD) for name in names])


def arity_of(signature: inspect.Signature) -> int:
    """How many arguments a call has; -1 where they must be bound to know."""
    fixed = {Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD}
    kinds = [parameter.kind for parameter in signature.parameters.values()]
    return len(kinds) if fixed.issuperset(kinds) else -1


def are_floats(values: Sequence[Any], count: int) -> bool:
    """Whether the values are that many floats. It is asked at every call: the sum of floats is a
    float, and quicker to find than their types; ints and bools among them count as such."""
    if len(values) != count or not count or type(values[0]) is not float:
        return False
    try:
        return type(sum(values)) is float
    except (TypeError, ValueError, OverflowError):
        return False


def has_int(value: Any) -> bool:
    """Whether an argument is an int of Python's, or a container that holds one."""
    if type(value) in (list, tuple):
        return any(map(has_int, value))
    return any(map(has_int, value.values())) if type(value) is dict else type(value) is int


def sample(leaf: Any) -> float:
    """What stands for a number of an argument: a traced one may be NumPy's as well."""
    if isinstance(leaf, Node):
        return NumpyFloat() if by_numpy(leaf.origin) else 0.0
    return NumpyFloat() if is_numpys(type(leaf)) else 0.0


def place_of(name: str, function: Callable[..., Any] | None) -> str:
    """Where a function was written, for messages."""
    return location(function) if function else f"the graph {name}"


def bound(
    name: str, signature: inspect.Signature, args: Sequence[Any], kwargs: dict[str, Any]
) -> tuple[Any, ...]:
    """A value for each parameter, from a call."""
    try:
        found = signature.bind(*args, **kwargs)
    except TypeError as error:
        unknown = [key for key in kwargs if key not in signature.parameters]
        wrong = f"no parameter is named {unknown[0]!r}" if unknown else error
        raise refused(TypeError, f"{name}: {wrong}", f"{name}{signature}") from None
    found.apply_defaults()
    return tuple(found.arguments.values())


def assumed(
    name: str, signature: inspect.Signature, static: Sequence[str], where: str
) -> list[Any]:
    """Numbers for all parameters that have no default, as far as the signature allows it."""
    values: list[Any] = []
    for parameter in signature.parameters.values():
        if parameter.kind is parameter.VAR_KEYWORD:
            values.append({})
        elif parameter.default is not parameter.empty:
            values.append(parameter.default)
        elif parameter.kind is parameter.VAR_POSITIONAL or parameter.name in static:
            raise refused(
                TypeError,
                f"nothing says what the parameter {parameter} of {name} holds",
                f"{name}.lower(...) with arguments as in a call, then its .source",
                where,
            )
        else:
            values.append(0.0)
    return values


def check_names(
    option: str, paths: Sequence[str], signature: inspect.Signature, where: str
) -> None:
    """Raise ValueError unless each path begins with a parameter, and none comes twice."""
    known = list(signature.parameters)
    for path in paths:
        name = path.split(".")[0].split("[")[0]
        if name not in known or paths.count(path) > 1:
            raise refused(
                ValueError,
                f"{option} names {path!r}, which is "
                + ("named twice" if name in known else "no parameter"),
                f"each at most once of: {', '.join(known)}",
                where,
            )


def check_kinds(name: str, parameters: Iterable[str], values: Sequence[Any], where: str) -> None:
    """Raise TypeError for an int where the function asks whether it is one: in its kernel it would
    be a float."""
    ints = [n for n, value in zip(parameters, values, strict=True) if has_int(value)]
    if ints:
        raise refused(
            TypeError,
            f"{name} asks what kind of number it is given, and {', '.join(ints)} is or holds an"
            " int, which a kernel takes for a float",
            f"static=({ints[0]!r},), whose value is fixed into the kernel; or a float in the"
            " call",
            where,
        )


# -- tangents and cotangents


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
    traced = [
        _check(f"d{path}", f"the tangent of {path} is", path, primal, tangent, arrays=arrays)
        for path, primal, tangent in zip(function.wrt, function.tangents, tangents, strict=True)
    ]
    return any(traced)


def check_cotangents(function: Specialized, cotangents: Any, arrays: bool) -> bool:
    """Whether they are traced; a TypeError if they have not the structure of the result."""
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
