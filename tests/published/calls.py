"""The table of calls: those of the packages' docstrings, and some of our own for what has none.

In: installed packages. Out: one `Call` for each different `>>> function(arguments)`, at most
`MOST` a function. Nothing of a package is copied: arguments are read where they stand.
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import importlib
import inspect
import io
import pkgutil
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from types import FunctionType, ModuleType
from typing import Any

from tests.published.written import written

PACKAGES = """fluids ht chemicals iapws sgp4 geographiclib pymap3d psychrolib astral
transforms3d pvlib PyAstronomy""".split()
MOST = 3  # examples of one function
SKIPPED = {"__main__", "tests", "numba", "vectorized", "sun", "moon", "design_climate"}


@dataclass
class Call:
    """A function, and the arguments of one call of it."""

    name: str
    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any] = field(default_factory=dict)

    @property
    def package(self) -> str:
        """The package that it is of."""
        return self.name.partition(".")[0]

    def __str__(self) -> str:
        given = [f"{one!r:.60}" for one in self.args]
        given += [f"{key}={value!r:.60}" for key, value in self.kwargs.items()]
        return f"{self.name}({', '.join(given)})"


def table(pattern: str = "") -> list[Call]:
    """The calls of all installed packages whose text holds the pattern."""
    found: dict[str, Call] = {}
    ours = [Call(*one) for one in written()]  # before anything imports Numba
    for package in PACKAGES:
        if find_spec(package):
            for module in _modules(package):
                for call in _of_docstrings(package, module):
                    found.setdefault(str(call), call)
    for call in ours:
        found.setdefault(str(call), call)
    return [call for text, call in found.items() if pattern in text]


def _modules(package: str) -> Iterator[ModuleType]:
    """The package's modules, but for programs, tests and what needs something else, as the net."""
    top = importlib.import_module(package)
    yield top
    for info in pkgutil.walk_packages(getattr(top, "__path__", ()), package + "."):
        if SKIPPED.isdisjoint(info.name.split(".")):
            with contextlib.suppress(Exception):
                yield importlib.import_module(info.name)


def _of_docstrings(package: str, module: ModuleType) -> Iterator[Call]:
    parser = doctest.DocTestParser()
    top = vars(importlib.import_module(package))
    for function in [*vars(module).values()]:
        if type(function) is not FunctionType or function.__module__ != module.__name__:
            continue
        try:
            examples = parser.get_examples(inspect.getdoc(function) or "")
        except ValueError:
            continue
        space = {**top, **vars(module)}
        found = [call for one in examples if (call := _called(one.source, space, package))]
        yield from found[:MOST]


def _called(source: str, space: dict[str, Any], package: str) -> Call | None:
    """The call that a line of a docstring makes, which is then run for the lines below it."""
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            last = ast.parse(source).body[-1]
            call = _read(last.value, space, package) if isinstance(last, _VALUES) else None
            exec(source, space)
        except Exception:  # an example that fails is none
            return None
    return call


_VALUES = (ast.Expr, ast.Assign)


def _read(node: ast.expr, space: dict[str, Any], package: str) -> Call | None:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return None
    function = space.get(node.func.id)
    if type(function) is not FunctionType or not function.__module__.startswith(package):
        return None

    def value(one: ast.expr) -> Any:
        return eval(compile(ast.Expression(one), "<arguments>", "eval"), space)

    if any(isinstance(one, ast.Starred) for one in node.args):
        return None
    kwargs: dict[str, Any] = {}
    for one in node.keywords:
        kwargs |= {one.arg: value(one.value)} if one.arg else value(one.value)
    name = f"{function.__module__}.{function.__name__}"
    return Call(name, function, tuple(map(value, node.args)), kwargs)
