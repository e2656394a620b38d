"""Ops of the user's own: functions with partials of their own, and functions of outside.

In: a Python function and its partials. Out: an `Op` like those of the table. A room of its own
because a user's function may use `math` and branches, so that it is traced; the table's are written
with ops.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, TypedDict, Unpack, overload

from lazyad.graph import OPS, Node, Op
from lazyad.ops import row
from lazyad.tracing import trace
from lazyad.tracing.arguments import function_name, location, signature_of
from lazyad.tracing.names import traced
from lazyad.values.errors import refused, told
from lazyad.values.structure import leaves

_Partials = Callable[..., Any]


class _Options(TypedDict, total=False):
    outside: bool
    arrays: bool
    bound: float
    total: bool
    domain: Sequence[Any]
    doc: str | None


@overload
def op(
    name: str,
    value: Callable[..., Any],
    partials: _Partials | None = None,
    **options: Unpack[_Options],
) -> Op: ...


@overload
def op(
    *, partials: _Partials | None = None, **options: Unpack[_Options]
) -> Callable[[Callable[..., Any]], Op]: ...


def op(
    name: str | None = None,
    value: Callable[..., Any] | None = None,
    partials: _Partials | None = None,
    *,
    outside: bool = False,
    arrays: bool = False,
    bound: float = math.inf,
    total: bool = False,
    domain: Sequence[Any] = (-3.0, 3.0),
    doc: str | None = None,
) -> Op | Callable[[Callable[..., Any]], Op]:
    """An op of your own: `op(name, value, partials)`, or as a decorator `@op(partials=...)`.

    `value` is a Python function of numbers. It is traced, so that the op can be differentiated,
    legal for any target, and emitted. With `outside=True` it is not looked into: the emitted source
    imports it and calls it (a lookup table, an interpolator, a compiled routine); the numpy target
    calls it for one element after the other, or once for all if it takes `arrays`. Of such a
    function nobody knows but you that no result is beyond a `bound`, or that it is `total`, which
    is to say that it never raises.

    `partials(out, *args)` returns one expression per argument: the derivatives, `lazyad.ZERO` where
    there is none, None where nobody knows it. Without `partials` the op has no derivative, and
    asking for it is an error. `domain` is an interval `(low, high)` to sample the op in, or one per
    argument.

    Raises ValueError if the name is taken or is no identifier, or if value and partials take
    different arguments.

    >>> @op(partials=lambda out, x: (3.0 * x * x,))
    ... def cube(x):
    ...     return x * x * x
    >>> cube(2.0)
    8.0
    """

    def make(name: Any, value: Any, doc: str | None) -> Op:
        if not (isinstance(name, str) and callable(value)):
            what = f"op was given {told(value if isinstance(name, str) else name)}"
            raise refused(TypeError, what, "@lazyad.op(partials=...), or op(name, value, partials)")
        arity = _arity(name, value, partials)
        known = OPS.get(name)
        if known is not None and _is_again(known, value):
            del OPS[name]  # a notebook's cell or a module that runs again
        call = f"{name}({', '.join(f'{{{at}}}' for at in range(arity))})"
        by_element = call.replace(name, f"np.vectorize({name})", 1)
        made = row(
            name,
            value,
            traced(partials)[0] if partials else lambda out, *args: (None,) * arity,
            arity=arity,
            domain=domain,
            doc=doc,
            bound=bound,
            fails=() if total else None,
            spelling=call if outside else None,
            numpy=by_element if outside and not arrays else None,
        )
        made.outside = outside
        if not outside:
            made.define, made.on_numbers = _traced, value
        return made

    if name is None and value is None:
        return lambda function: make(function_name(function), function, doc or function.__doc__)
    return make(name, value, doc)


def _arity(name: str, value: Callable[..., Any], partials: _Partials | None) -> int:
    parameters = signature_of(value).parameters.values()
    arity = len([p for p in parameters if p.default is p.empty])
    if partials is None:
        return arity
    if not callable(partials):
        what = f"the partials of {name} are {told(partials)}"
        raise refused(TypeError, what, "partials=lambda out, x: (...)", location(value))
    given = [p for p in signature_of(partials).parameters.values() if p.default is p.empty]
    if len(given) != arity + 1:
        raise refused(
            ValueError,
            f"the partials of {name} take {len(given)} argument{'s' * (len(given) != 1)}, and not"
            f" {arity + 1}: the result, and what its value takes",
            f"partials=lambda out, {', '.join(p.name for p in parameters)}: (...)",
            location(value),
        )
    return arity


def _is_again(known: Op, value: Any) -> bool:
    """Whether one `def` of the user's made both; not any two lambdas."""
    if not (known.outside or known.define is _traced):
        return False
    names = [(f.__module__, getattr(f, "__qualname__", "<")) for f in (known.value, value)]
    return names[0] == names[1] and "<" not in names[0][1].replace("<locals>", "")


def _traced(made: Op) -> tuple[tuple[Node, ...], Node]:
    """The arguments and the result of the op's value as Nodes."""
    assert made.value is not None
    graph = trace(made.value)
    return tuple(leaves(graph.inputs)), graph.outputs
