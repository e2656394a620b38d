"""Objects of other modules that emitted source names: functions of the user's, and classes.

In: an object. Out: the module path and name that import it, if they do. A room of its own because
source, pickles and errors must agree on what can be imported.
"""

from __future__ import annotations

import builtins
import sys
from typing import Any

from lazyad.values.errors import refused
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import is_name


class Path(NamedTuple):
    """`from module import name`, where name has no dots."""

    module: str
    name: str


def import_path(thing: Any) -> Path | None:
    """Where a fresh process finds the object; None for lambdas, local functions and scripts.

    >>> import_path(import_path), import_path(lambda x: x)
    (Path(module='lazyad.values.outside', name='import_path'), None)
    """
    module = getattr(thing, "__module__", None)
    name = getattr(thing, "__qualname__", getattr(thing, "__name__", None))
    if type(module) is not str or type(name) is not str or module == "__main__":
        return None
    if not all(map(is_name, (name, *module.split(".")))):
        return None
    public = module.removeprefix("_")  # of what is written in C
    if getattr(sys.modules.get(public), name, None) is thing:
        module = public
    found = getattr(sys.modules.get(module), name, None)
    # A function that an op was made of stands in its module as that op, which calls it.
    return Path(module, name) if thing in (found, getattr(found, "value", None)) else None


def is_builtin(kind: type) -> bool:
    """Whether the class is found by its name alone."""
    return getattr(builtins, kind.__name__, None) is kind


def exported(thing: Any) -> Path:
    """The import path; a TypeError in three parts if the object has none."""
    path = import_path(thing)
    if path is None:
        what = f"no import finds {getattr(thing, '__qualname__', thing)}, so nobody can export it"
        instead = "define it at the top of a module, not in a script or a function"
        where = f"its module {getattr(thing, '__module__', None)}"
        raise refused(TypeError, what, instead, where)
    return path
