"""The function that a command names, and arguments to call it with.

In: `file.py:function` or `module:function`, and a text of arguments. Out: the function, compiled,
and arguments. A room of its own because only here is code of the user's imported by its name.
"""

from __future__ import annotations

import ast
import contextlib
import difflib
import doctest
import functools
import importlib
import importlib.util
import inspect
import io
import os
import random
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from lazyad.run.compiled import Compiled
from lazyad.run.functional import compile as compiled_for
from lazyad.tracing.arguments import plain_value
from lazyad.values.errors import refused
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import leaves, refilled, structure_of
from lazyad.values.trees import parsed

HERE = "the command line"


class Example(NamedTuple):
    """Arguments of a call."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]


class Found(NamedTuple):
    """A function that was named, compiled, and arguments if there are any."""

    compiled: Compiled[..., Any]
    example: Example | None

    def lowered(self) -> Any:
        """It, for arguments like those; of numbers where there are none."""
        if self.example is None:
            return self.compiled.lowered
        return self.compiled.lower(*self.example.args, **self.example.kwargs)

    def sure(self) -> Example:
        """Arguments, if need be of plain numbers."""
        if self.example is not None:
            return self.example
        signature = self.compiled.__signature__
        needed = [p for p in signature.parameters.values() if p.default is p.empty]
        plain = {p.kind for p in needed} <= {inspect.Parameter.POSITIONAL_OR_KEYWORD}
        if not plain:
            what = f"nothing says what {self.compiled.__name__}{signature} is called with"
            raise refused(ValueError, what, "--example '1.0, [2.0, 3.0]'", HERE)
        drawn = random.Random(0)
        return Example(tuple([round(drawn.uniform(0.5, 1.5), 3) for _ in needed]), {})


def find(name: str, example: str | None, options: dict[str, Any]) -> Found:
    """The function of that name.

    Raises ValueError, in three parts, where there is none.
    """
    place, _, path = name.rpartition(":")
    if not place:
        what, instead = f"{name!r} names no function", "file.py:function, or module:function"
        raise refused(ValueError, what, instead, HERE)
    is_file = place.endswith(".py") or os.sep in place
    module = _of_file(place) if is_file else _of_name(place)
    function = _attribute(module, path)
    if isinstance(function, Compiled):
        if options:
            what = f"{path} is compiled already, where its options are: {', '.join(options)}"
            raise refused(ValueError, what, "the options there", HERE)
        compiled = function
    elif callable(function) and not isinstance(function, type):
        compiled = compiled_for(function, **options)
    else:
        kind = "class" if isinstance(function, type) else type(function).__name__
        what = f"{path} of {place} is a {kind}"
        raise refused(ValueError, what, "the name of a function", HERE)
    return Found(compiled, _example(module, compiled, path, example))


def _of_file(path: str) -> ModuleType:
    """The module of a file, under the name by which files in its folder import it."""
    full = os.path.abspath(path)
    if not os.path.isfile(full):
        raise refused(ValueError, f"there is no file {path}", "the path of a Python file", HERE)
    folder, name = os.path.split(os.path.splitext(full)[0])
    while os.path.isfile(os.path.join(folder, "__init__.py")):
        folder, package = os.path.split(folder)
        name = f"{package}.{name}"
    sys.path.insert(0, folder)
    if "." in name:
        return importlib.import_module(name)
    spec = importlib.util.spec_from_file_location(name, full)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _of_name(name: str) -> ModuleType:
    sys.path.insert(0, os.getcwd())
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if not (error.name and f"{name}.".startswith(f"{error.name}.")):
            raise  # of something that the module itself imports
        what = f"there is no module {name}"
        raise refused(ValueError, what, f"its file: path/to/{name}.py:...", HERE) from None


def _attribute(module: ModuleType, path: str) -> Any:
    try:
        return functools.reduce(getattr, path.split("."), module)
    except AttributeError:
        functions = [n for n, v in vars(module).items() if callable(v) and not isinstance(v, type)]
        near = difflib.get_close_matches(path, functions) or functions[:6]
        what = f"{module.__name__} has no {path}"
        raise refused(ValueError, what, f"one of {', '.join(near)}", HERE) from None


# -- arguments


def _example(
    module: ModuleType, compiled: Compiled[..., Any], path: str, text: str | None
) -> Example | None:
    """Those that are given, or else of the first example in its docstring."""
    if text is not None:
        try:
            package = module.__name__.partition(".")[0]
            return _called(text, {package: sys.modules[package], **vars(module)})
        except Exception as error:
            what = f"--example {text!r} is no list of arguments: {error}"
            raise refused(
                ValueError, what, "as in a call: '1.0, [2.0, 3.0], mass=4.0'", HERE
            ) from None
    function = compiled.function
    doc = getattr(function, "__doc__", None) or ""
    scope = dict(vars(module))
    name = path.rpartition(".")[2]
    with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
        for example in doctest.DocTestParser().get_examples(doc):
            for call in _calls(example.source, name):
                given = [*call.args, *call.keywords]
                return _called(", ".join(map(ast.unparse, given)), scope)
            exec(example.source, scope)
    return None


def _calls(source: str, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def _called(text: str, scope: dict[str, Any]) -> Example:
    given = eval(f"_given_({text}\n)", {**scope, "_given_": lambda *a, **k: (a, k)})
    return Example(*given)


def near(example: Example, count: int) -> Iterator[Example]:
    """So many calls: that one, and others near it."""
    drawn = random.Random(0)
    yield example
    for _ in range(count - 1):
        yield Example(*[_moved(one, drawn) for one in example])


def _moved(value: Any, drawn: random.Random) -> Any:
    structure = structure_of(value)
    numbers = []
    for x in leaves(structure):
        far = float(f"{x * (1.0 + 0.1 * drawn.uniform(-1.0, 1.0)):.6g}")
        numbers.append(x if type(x) is int else far)
    return plain_value(refilled(structure, numbers))
