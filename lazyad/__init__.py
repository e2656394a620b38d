"""lazyad: exact derivatives as Python source you can read.

`compile` turns a plain Python function into one that knows its derivative; every op of the table is
here under its name (`lazyad.sin`, `lazyad.where`, ...).
"""

# Importing this takes a millisecond: the first name that is asked for opens `lazyad.public`.

from importlib import import_module as _import_module

from lazyad.version import __version__ as __version__

MYPY = False  # which type checkers take for True
if MYPY:
    from lazyad.public import *  # noqa: F403
else:

    def __getattr__(name):
        """A room of that name, or what `lazyad.public` has."""
        if name.startswith("__") and name != "__all__":
            raise AttributeError(f"module 'lazyad' has no attribute {name!r}")
        try:
            return _import_module(f"lazyad.{name}")
        except ModuleNotFoundError as error:
            if error.name != f"lazyad.{name}":
                raise
        public = _import_module("lazyad.public")
        globals().update({each: getattr(public, each) for each in ("__all__", *public.__all__)})
        return getattr(public, name)

    def __dir__():
        return sorted(__getattr__("__all__"))
