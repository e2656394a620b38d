"""Variables that have a value on some ways alone: a condition that says whether there is one, and
what it is then.

In: two sides of a branch, or the rounds of a loop, of which not all give a variable a number. Out:
a number that raises UnboundLocalError where it is read and there is none, as Python does. A room of
its own because a variable that nobody reads must not raise: what may be unbound is told from what
raises, and taken apart again by whoever carries it.
"""

from __future__ import annotations

from typing import Any

from lazyad.graph import RAISE, Node
from lazyad.ops import where
from lazyad.tracing.control.contents import UNBOUND, chosen
from lazyad.tracing.control.failures import exception_of
from lazyad.tracing.control.handlers import catching
from lazyad.tracing.control.optionals import either
from lazyad.tracing.tables import is_number
from lazyad.values.origin import state
from lazyad.values.rows import NamedTuple


class Unsure(NamedTuple):
    """What a variable holds that may have no value, the branch or loop of that, whether it has one,
    and what that is."""

    name: str
    node: Node
    site: Any
    there: Any
    value: Any


def unsure(name: str, there: Any, value: Node, site: Any) -> Node:
    """The value where that holds; elsewhere the variable has none."""
    if there is True:
        return value
    session = state.session
    said = f"cannot access local variable {name!r} where it is not associated with a value"
    none = session.adopt(Node(RAISE, (), exception_of(UnboundLocalError(said))))
    node: Node = where(there, value, none)
    session.wholes.give(node, session.wholes.has(value))
    session.unbound[id(node)] = Unsure(name, node, site, there, value)
    return node


def taken_apart(value: Any) -> tuple[Any, Any]:
    """Whether a variable has a value, and what it is then."""
    if value is UNBOUND:
        return False, UNBOUND
    known: Unsure | None = state.session.unbound.get(id(value))
    return (True, value) if known is None else (known.there, known.value)


def is_unsure(value: Any) -> bool:
    return id(value) in state.session.unbound


def joined_unsure(name: str, condition: Node, a: Any, b: Any, site: Any) -> Any:
    """What a variable holds, of which a side may give it no value; `UNBOUND` where both do, or
    where it is no such number."""
    (here, one), (there, other) = taken_apart(a), taken_apart(b)
    sure = here is there is True or a is b
    if sure or state.whole or catching(state.session, UnboundLocalError) is not None:
        return UNBOUND
    values = [value for value in (one, other) if value is not UNBOUND]
    if not all(map(is_number, values)):
        return UNBOUND
    value = chosen(condition, *values) if len(values) > 1 else values[0]
    return unsure(name, either(condition, here, there), value, site)
