"""Texts and members of an Enum that a branch chooses among: modes, which are numbers in a trace.

In: two constants of which a traced condition says one. Out: a `Mode` that stands for them, which
may be compared with such constants and be carried by a loop. A room of its own because it is no
number to the function, and one to the program.

What else is asked of a mode is known on each way alone: then the function is traced again, and no
modes are made (`Session.refuse`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import Enum
from typing import Any

from lazyad.graph import CONST, Node
from lazyad.ops import eq, not_
from lazyad.values.origin import rules, state

MODES = ("", "modes")  # a site, among those of branches that do not join


class Mode(tuple):  # type: ignore[type-arg]  # noqa: PLW1641
    """One of several constants: a row of the one number that says which."""

    __slots__ = ()

    def __new__(cls, code: Iterable[Any]) -> Mode:
        state.session.stands.add(MODES)
        return tuple.__new__(cls, code)

    def __eq__(self, other: Any) -> Any:
        if not (is_mode(other) or other is None):
            return False
        with rules(numpy=False):
            return eq(code_of(self), code_of(other))

    def __ne__(self, other: Any) -> Any:
        same = self == other
        return not_(same) if isinstance(same, Node) else not same

    def __getattr__(self, name: str) -> Any:
        if type(sys._getframe(1).f_globals) is not dict:  # those of a traced function
            state.session.refuse(MODES)
        raise AttributeError(name)


def _refusing(name: str) -> Any:
    """A method that constants have; where states are joined the row has it."""
    plain = getattr(tuple, name)

    def method(self: Mode, *args: Any) -> Any:
        if sys._getframe(1).f_globals.get("__name__") != "lazyad.tracing.control.contents":
            state.session.refuse(MODES)
        return plain(self, *args)

    return method


for _name in "hash str repr format len iter getitem contains add mul lt le gt ge".split():
    setattr(Mode, f"__{_name}__", _refusing(f"__{_name}__"))


def refuse_mode(value: Any) -> None:
    """A mode is not asked for its class."""
    if type(value) is Mode:
        state.session.refuse(MODES)


def is_constant(value: Any) -> bool:
    """Whether it is a text, or a member of an Enum that is nothing else."""
    return type(value) is str or (isinstance(value, Enum) and not isinstance(value, (int, float)))


def is_mode(value: Any) -> bool:
    """Whether modes may be made of it, or it is one."""
    return type(value) is Mode or is_constant(value)


def are_modes(one: Any, other: Any) -> bool:
    """Whether it may be chosen between these by a mode; one of them may be None."""
    either = is_mode(one) or is_mode(other)
    return either and all(value is None or is_mode(value) for value in (one, other))


def code_of(value: Any) -> Any:
    """The number that says which of the constants of this trace it is."""
    if type(value) is Mode:
        return tuple.__getitem__(value, 0)
    constants: list[Any] = state.session.constants
    found = [at for at, one in enumerate(constants) if type(one) is type(value) and one == value]
    if not found:
        found = [len(constants)]
        constants.append(value)
    return Node(CONST, (), float(found[0]))
