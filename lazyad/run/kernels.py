"""Where emitted functions live, so that they pickle like any function of a module.

A kernel is a plain function: nothing stands between a call and its code. Python pickles a function
as the name of its module, so a kernel's module bears the graph in its name, and importing that name
anywhere builds the kernel again: from the graph, by the emitter, with the ops, dataclasses,
NamedTuples and exceptions of modules that are imported already. Such a name is all that the pickle
of a kernel holds, so an Unpickler that finds nothing else is safe to feed with kernels.
"""

from __future__ import annotations

import base64
import functools
import importlib.machinery
import itertools
import sys
import threading
import weakref
import zlib
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

from lazyad.codegen import Source, emit, load, unimportable
from lazyad.emit.targets import Target, find_target
from lazyad.graph import Graph
from lazyad.run.serialize import dumps, loads
from lazyad.values.errors import refused

__path__: list[str] = []  # a package to the import system, with no files in it

_alive: weakref.WeakValueDictionary[str, Callable[..., Any]] = weakref.WeakValueDictionary()
_lock = threading.Lock()
_serial = itertools.count()


def kernel_of(
    graph: Graph,
    target: Target,
    written: Callable[[], Source],
    loaded: Callable[..., Any] | None = None,
) -> Callable[..., Any]:
    """The function of what is emitted from `graph`, maybe one that is `loaded` and has no name yet;
    the same one for the same text, but for machine code, which is not made of it.

    Where the source names what nothing imports, no other process can have it: it does not pickle.
    """
    try:
        bound = unimportable(graph, target) if target.machine else written().bound
        text = "" if bound else dumps(graph)
    except TypeError:  # it names what nothing imports
        text = ""
    if not text:
        return loaded or load_kernel(written, graph, target)
    packed = zlib.compress(f"{target.name} {text}".encode(), 1)
    # It tells apart comments; the graph is in full.
    told = next(_serial) if target.machine else zlib.crc32(written().text.encode())
    digest = f"{told:08x}"
    module = f"{__name__}.k{digest}_{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"
    with _lock:
        function = _alive.get(module)
        if function is None:
            function = loaded or load_kernel(written, graph, target, module)
            if function is loaded:
                function.__module__ = module
            _alive[module] = function
            weakref.finalize(function, _forget, module).atexit = False
    return function


def load_kernel(
    written: Callable[[], Source], graph: Graph, target: Target, module: str = f"{__name__}.bound"
) -> Callable[..., Any]:
    """The function of what is emitted, made for a module of that name; of the default one nothing
    pickles."""

    def python() -> Callable[..., Any]:
        return load(written(), graph.name, module)

    if not target.machine:
        return python()
    from lazyad.native.kernel import kernel as native_kernel
    from lazyad.native.numbers import Unsupported

    try:
        return native_kernel(graph, python, module, target.cached)
    except Unsupported:
        return python()


def _forget(module: str) -> None:
    """The import system keeps a module in two places."""
    sys.modules.pop(module, None)
    globals().pop(module.rpartition(".")[2], None)


class _Finder:
    """Finds the modules that kernels name."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if not name.startswith(f"{__name__}.k"):
            return None
        return importlib.machinery.ModuleSpec(name, _Finder)  # type: ignore[arg-type]

    @staticmethod
    def create_module(spec: importlib.machinery.ModuleSpec) -> None:
        return None

    @staticmethod
    def exec_module(module: ModuleType) -> None:
        # Asked for by name, so that the module keeps no function alive.
        vars(module)["__getattr__"] = functools.partial(_found, module.__name__)


def _found(module: str, name: str) -> Callable[..., Any]:
    if name.startswith("__"):
        raise AttributeError(name)
    with _lock:
        function = _alive.get(module)
        if function is None:
            function = _rebuilt(module)
    if function.__name__ != name:
        raise AttributeError(name)
    return function


def _rebuilt(module: str) -> Callable[..., Any]:
    packed = module.partition("_")[2]
    try:
        text = zlib.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))).decode()
    except (ValueError, zlib.error) as error:
        what, where = f"the name holds no graph: {error}", f"the kernel {module!r:.60}"
        raise refused(ValueError, what, "what a kernel pickled", where) from None
    name, _, graph_text = text.partition(" ")
    graph = loads(graph_text, classes=None)
    target = find_target(name)
    return load_kernel(lambda: emit(graph, target), graph, target, module)


sys.meta_path.append(_Finder)
