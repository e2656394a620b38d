"""What a branch or a round of a loop may leave None: a condition that says whether it is there, and
what it is then.

In: None on one side, and a number or a container of such on the other. Out: an `Optional`, which
answers `is None` by a condition, and all else by its value where a branch has made sure of that. A
room of its own because it is one value to the function, and two to the program.

Where nothing says that it is there, arithmetic raises where it is not, as Python's does. What else
is asked of it is known on each way alone: then the function is traced again, and there are none.
"""

from __future__ import annotations

import operator
import sys
from collections.abc import Callable, Sequence
from typing import Any

from lazyad.facts import implied
from lazyad.graph import CONST, RAISE, Node, is_condition, lifted
from lazyad.operators import Operand
from lazyad.ops import and_, ne, not_, or_, where
from lazyad.tracing.control.handlers import catching
from lazyad.values.origin import rules, state
from lazyad.values.structure import is_number

OPTIONALS = ("", "optionals")  # a site, among those of branches that do not join
THERE, HERE = "there", ""  # the ways to the condition and to the value, in names
NOT_A_NUMBER = "must be real number, not NoneType"  # as functions of math say


class Optional(Operand):  # noqa: PLW1641
    """`value` where `there` holds, or else None."""

    __slots__ = ("there", "value")
    leads = True

    def __init__(self, there: Any, value: Any) -> None:
        state.session.stands.add(OPTIONALS)
        self.there, self.value = there, value

    def kept(self) -> tuple[Any, Any]:
        return self.there, self.value

    def is_none(self) -> Any:
        """A condition, or True or False where that is known."""
        known = is_there(self.there)
        return not_(self.there) if known is None else not known

    def known(self) -> Any:
        """What it is here: its value or None, if one of these is known."""
        there = is_there(self.there)
        if there is None:
            state.session.refuse(OPTIONALS)
        return self.value if there else None

    def said(self, ask: Callable[[Any], Any]) -> Any:
        """What is said of it that is True or False: a condition, where it is other of None."""
        there = is_there(self.there)
        if there is not None:
            return ask(self.value if there else None)
        return either(self.there, ask(self.value), ask(None))

    def truth(self) -> Any:
        """Whether it is there, and no zero nor empty."""
        there, value = is_there(self.there), self.value
        if there is False:
            return False
        truth: Any = value
        if isinstance(value, Node) and not is_condition(value):
            with rules(numpy=False):
                truth = ne(value, 0.0)
        elif not isinstance(value, Node):
            truth = bool(value) if is_number(value) else len(value) > 0
        return truth if there else where(self.there, truth, False)

    def number(self, message: str = NOT_A_NUMBER) -> Any:
        """The number that it is; where it may be None, one that raises there."""
        there, value = is_there(self.there), self.value
        if there is False:
            raise TypeError(message)
        if there:
            return value
        if not isinstance(value, (Node, int, float)):
            state.session.refuse(OPTIONALS)
        if (attempt := catching(state.session, TypeError)) is not None:
            attempt.fails(self.is_none(), TypeError(message))
            return value
        none: Node = state.session.adopt(Node(RAISE, (), (TypeError, message)))
        number: Node = where(self.there, value, none)
        state.session.wholes.give(number, state.session.wholes.has(value))
        return number

    @property
    def _lazyad_number(self) -> Any:
        return self.number()

    def apply(self, op: Any, args: Sequence[Any]) -> Any:
        """What the op makes of the number."""
        if op in (and_, or_):
            state.session.refuse(OPTIONALS)
        numbers = [
            one.number(_message(op, args, one)) if type(one) is Optional else one for one in args
        ]
        return op(*numbers)

    def __eq__(self, other: Any) -> Any:
        """Nothing equals None but None, and nothing raises."""
        there = is_there(self.there)
        if there is not None:
            return (self.value if there else None) == other
        if other is None:
            return self.is_none()
        equal, none = self.value == other, other == None  # noqa: E711
        with rules(numpy=False):
            return where(self.there, equal, none)

    def __ne__(self, other: Any) -> Any:
        equal = self == other
        return not_(equal) if isinstance(equal, Node) else not equal

    def __bool__(self) -> bool:
        return bool(self.truth())

    def __getattribute__(self, name: str) -> Any:
        if type(sys._getframe(1).f_globals) is dict:  # not those of a traced function
            return object.__getattribute__(self, name)
        return getattr(Optional.known(self), name)

    def __setattr__(self, name: str, value: Any) -> None:
        if type(sys._getframe(1).f_globals) is dict:
            object.__setattr__(self, name, value)
        else:
            setattr(Optional.known(self), name, value)

    def __repr__(self) -> str:
        return f"<{self.value!r} or None>"


def _message(op: Any, args: Sequence[Any], none: Optional) -> str:
    """What Python says of None there."""
    try:
        op.on_numbers(*[None if one is none else 1.0 for one in args])
    except Exception as error:  # in its own words
        return str(error)
    return NOT_A_NUMBER


def _handing_on(name: str) -> Callable[..., Any]:
    def method(self: Optional, *args: Any) -> Any:
        return _CALLS[name](self.known(), *args)

    return method


_CALLS: dict[str, Callable[..., Any]] = {
    "len": len,
    "iter": iter,
    "getitem": lambda value, key: value[key],
    "contains": lambda value, key: key in value,
    "hash": hash,
    "str": str,
    "format": format,
    "float": float,
    "int": int,
    "round": round,
    "reversed": reversed,
    "setitem": operator.setitem,
    "delitem": operator.delitem,
}
for _name in _CALLS:
    setattr(Optional, f"__{_name}__", _handing_on(_name))


def is_there(there: Any, truth: Callable[[Node], bool | None] | None = None) -> bool | None:
    """Whether that is known, here or by what says whether a condition holds."""
    truth = truth or state.session.facts.implied
    found, waiting, seen = set[bool](), [there], set[int]()
    while waiting:
        one = waiting.pop()
        known: bool | None
        if isinstance(one, bool) or one.op is CONST:
            known = one if isinstance(one, bool) else bool(one.payload)
        else:
            known = truth(one)
        if known is not None:
            found.add(known)
        elif one.op is where:  # the same, whichever side it is
            waiting += [side for side in one.args[1:] if id(side) not in seen]
            seen |= set(map(id, one.args))
        else:
            return None
        if len(found) > 1:
            return None
    return found.pop()


def narrowed(value: Any, condition: Node, holds: bool) -> Any:
    """What may be None, where the condition holds or does not: on one way of several, of which not
    all that is known here need hold."""
    if type(value) is not Optional:
        return value
    known = {id(one): truth for one, truth in implied(condition, holds)}

    def truth(one: Node) -> bool | None:
        if one.op is not_ and (inner := truth(one.args[0])) is not None:
            return not inner
        return known.get(id(one))

    there = is_there(value.there, truth)
    return value if there is None else value.value if there else None


def refuse_optional(value: Any) -> Any:
    """What it is, where its class is asked for: known, or there are none."""
    return value.known() if type(value) is Optional else value


def where_known(value: Any) -> Any:
    """What it is, where that is known; a number that may be None raises where it is."""
    known = type(value) is Optional and is_there(value.there) is not None
    return value.known() if known else value


def either(condition: Node, one: Any, other: Any) -> Any:
    """Whether it is there: the one where the condition holds, or else the other."""
    if one is other:
        return one
    if isinstance(one, bool) and isinstance(other, bool):
        return condition if one else not_(condition)
    return where(condition, lifted(one), lifted(other))


def is_optional(value: Any) -> bool:
    """Whether it is or may be None."""
    return value is None or type(value) is Optional
