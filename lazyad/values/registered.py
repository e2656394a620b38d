"""Containers of the user's own: classes whose instances are arguments and results like lists.

In: a class, and the two functions that take its instances apart and make them again. Out: nothing;
`structure` knows the class from then on. A room of its own because it alone checks what users say
of their classes, and errors stand above structures.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from lazyad.values import columns, frames, parameters
from lazyad.values.errors import refused
from lazyad.values.structure import BY_NAME, KINDS, NESTED, REGISTERED, Row


def view_parts(view: Any) -> tuple[Any, Any]:
    return dict(view), None


def view_of(_: Any, parts: Any) -> Any:
    return MappingProxyType(parts)


_VIEW = {("builtins", "mappingproxy"): Row(view_parts, view_parts, view_of)}
BY_NAME.update(frames.ROWS | columns.ROWS | parameters.ROWS | _VIEW)
_BUILT_IN = (*NESTED, *KINDS, float, int, bool, str, complex, type(None), object)


def register_container(
    kind: type, flatten: Callable[[Any], tuple[Any, Any]], unflatten: Callable[[Any, Any], Any]
) -> None:
    """Let instances of a class be arguments and results, and what holds derivatives of them.

    `flatten(instance)` gives (parts, rest): a tuple, list or dict of numbers and containers, and
    what is no number and can be hashed. `unflatten(rest, parts)` makes the instance again; in a
    trace and in a derivative anything may stand for its numbers, so it checks nothing. They are
    those of `jax.tree_util.register_pytree_node`.

    >>> class Pair:
    ...     def __init__(self, first, second):
    ...         self.first, self.second = first, second
    >>> register_container(Pair, lambda p: ((p.first, p.second), None), lambda _, p: Pair(*p))
    >>> import lazyad
    >>> slope = lazyad.grad(lambda p: p.first * p.second)(Pair(2.0, 3.0))
    >>> slope.first, slope.second
    (3.0, 2.0)
    """
    given: list[tuple[str, bool, Any]] = [
        ("class", isinstance(kind, type) and kind not in _BUILT_IN, kind),
        ("flatten", callable(flatten), flatten),
        ("unflatten", callable(unflatten), unflatten),
    ]
    for name, right, value in given:
        if not right:
            what = f"register_container was given {value!r:.40} for the {name}"
            raise refused(TypeError, what, "register_container(class, flatten, unflatten)")

    def checked(value: Any) -> tuple[Any, Any]:
        found = flatten(value)
        what = f"flatten of {kind.__name__} returned {found!r:.60}"
        if type(found) is not tuple or len(found) != 2 or type(found[0]) not in NESTED:
            instead = "(parts, rest): a tuple, list or dict of numbers, and what is none"
            raise refused(TypeError, what, instead)
        try:
            hash(found[1])
        except TypeError:
            instead = "a rest that can be hashed: a tuple for a list, a tuple of pairs for a dict"
            raise refused(TypeError, what, instead) from None
        return found

    REGISTERED[kind] = Row(flatten, checked, unflatten)
