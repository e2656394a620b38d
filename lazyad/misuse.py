"""What users ask for in the wrong words: the door of all public functions.

In: a function, or an object and a name that it lacks. Out: the function, which tells in three parts
what Python, NumPy or a line of ours has refused in a call. A room of its own because a right call
costs nothing here but the way through, and so no function looks at its arguments for the sake of
its words.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from lazyad.values.errors import is_explained, likely, refused, three_parts, told
from lazyad.values.origin import describe, here, is_of_users, trail

if TYPE_CHECKING:
    from inspect import Parameter

F = TypeVar("F", bound=Callable[..., Any])
_KINDS = (OverflowError, ValueError, TypeError)


def door(function: F) -> F:
    """The function, whose misuse is told in three parts; what a line of the user's raises stays as
    it is. A flag, which is annotated as a bool, must be True or False.

    >>> door(lambda x, step: x)(1.0, to=2.0)
    Traceback (most recent call last):
    TypeError: <lambda>() got an unexpected keyword argument 'to'
      where: <doctest lazyad.misuse.door[0]>:1 in <module>: door(lambda x, step: x)(1.0, to=2.0)
      instead: <lambda>(x, step)
    """
    flags = {name for name, kind in function.__annotations__.items() if kind == "bool"}

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            if flags and kwargs:
                _check_flags(flags, kwargs)
            return function(*args, **kwargs)
        except (*_KINDS, AttributeError, LookupError) as error:
            wrong = _misused(function, args, kwargs, error)
            if wrong is None:
                raise
            raise wrong from (error if trail(error)[1:] else None)

    return call  # type: ignore[return-value]


def _check_flags(flags: set[str], given: Mapping[str, Any]) -> None:
    """Raise TypeError for the first that is neither True nor False."""
    for name, value in given.items():
        if name in flags and type(value).__name__ not in ("bool", "bool_"):  # or NumPy's
            raise refused(TypeError, f"{name} is {value!r:.40}", f"{name}=True or {name}=False")


def _misused(
    function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any], error: Exception
) -> Exception | None:
    """The same error in three parts; None if it has them, or if a line of the user's raised it."""
    if is_explained(error) or hasattr(error, "__notes__") or is_of_users(error):
        return None
    from inspect import signature  # takes milliseconds

    owner, _, name = function.__qualname__.rpartition(".")
    method = bool(owner) and "<" not in owner
    whole = owner if name == "__init__" else f"f.{name}" if method else name
    what, asked = " ".join(str(error).split()), signature(function)
    if trail(error)[1:]:
        given = [told(one) for one in args[method:]]
        given += [f"{one}={told(value)}" for one, value in kwargs.items()]
        what = f"{whole} was given {', '.join(given) or 'nothing'}: {what}"
    unknown = [one for one in kwargs if one not in asked.parameters]
    near = likely(unknown[0], asked.parameters) if unknown else ""
    parameters = [_shown(one) for one in [*asked.parameters.values()][method:]]
    call = str(asked.replace(parameters=parameters, return_annotation=asked.empty))
    instead = f"{near}{', as in ' * bool(near)}{whole}{call}"
    kind = next((kind for kind in _KINDS if isinstance(error, kind)), TypeError)
    return refused(kind, what.replace(f"{owner}.{name}", whole), instead)


def _shown(one: Parameter) -> Parameter:
    """The parameter as somebody writes it; a default that stands for no argument is none."""
    default = one.empty if type(one.default) is object else one.default
    return one.replace(annotation=one.empty, default=default)


def no_attribute(owner: Any, name: str) -> NoReturn:
    """Raise AttributeError: `__getattr__` of classes, which Python asks for what is not there."""
    kind = type(owner)
    if name[:1] != "_" and hasattr(kind, name):  # a property, whose own error Python has dropped
        object.__getattribute__(owner, name)
    if name[:1] == "_":  # asked by who looks what this can do
        raise AttributeError(f"{kind.__name__!r} object has no attribute {name!r}")
    raise missing(f"{kind.__name__!r} object", name, [one for one in dir(kind) if one[0] != "_"])


def missing(owner: str, name: str, known: Iterable[str]) -> AttributeError:
    """The error of a name that is not there; it is no refusal, for many ask just to know."""
    what, instead = f"{owner} has no attribute {name!r}", likely(name, known)
    return AttributeError(three_parts(what, describe(here()), instead or "what dir() of it shows"))
