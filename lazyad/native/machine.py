"""Machine code from IR, and functions of Python's that run it.

In: IR. Out: builtin functions that own their code: it goes when they go. A room of its own because
it alone knows llvmlite, which is an extra.
"""

from __future__ import annotations

import ctypes
import functools
import gc
import platform
import sys
import sysconfig
import threading
import weakref
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

from lazyad.native import cache
from lazyad.native.expressions import LIBM, has_both
from lazyad.native.runtime import RUNTIME
from lazyad.values.errors import refused
from lazyad.values.libraries import is_installed

NEWEST = (3, 14)  # Python whose objects are known to be laid out as `runtime` has them
LARGE = 2_000  # operations beyond which improving the code takes longer than it wins


def check_installed() -> None:
    """Raise ImportError unless there is what makes machine code, for this processor and Python."""
    if platform.machine() not in ("x86_64", "AMD64"):
        what = f"target 'native' knows the flags of x86-64 alone, and this is {platform.machine()}"
        raise refused(ImportError, what, 'target="python"')
    python, version = sys.implementation.name, ".".join(map(str, sys.version_info[:2]))
    free = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    if python != "cpython" or sys.version_info[:2] > NEWEST or free:
        newest = ".".join(map(str, NEWEST))
        what = (
            f"target 'native' knows how CPython 3.11 to {newest} lays out its objects, and this is "
        )
        what += " ".join([python, version, *["without its lock"] * free])
        raise refused(ImportError, what, 'target="python"')
    if not is_installed("llvmlite"):
        instead = 'pip install "<path or URL of lazyad>[native]", or target="python"'
        raise refused(
            ImportError, "target 'native' needs llvmlite, which is not installed", instead
        )


@functools.cache
def _llvm() -> Any:
    import llvmlite.binding as llvm

    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    # libm's functions by a name of ours: LLVM knows the others, and would compute what it knows.
    libm = ctypes.CDLL(_libm())
    for name in LIBM:
        llvm.add_symbol(f"libm_{name}", ctypes.cast(getattr(libm, name), ctypes.c_void_p).value)
    if has_both():
        llvm.add_symbol("libm_sincos", ctypes.cast(libm.sincos, ctypes.c_void_p).value)
    return llvm


def _libm() -> str | None:
    from ctypes.util import find_library

    return find_library("m") if sys.platform != "win32" else "ucrtbase"


def _machine(level: int) -> Any:
    """A target machine: an engine takes it over, and frees it. All of a module lies together, so
    that its instructions need few bytes for an address, and LLVM's quick way of choosing them knows
    all of them: half the time of a long function."""
    llvm = _llvm()
    target = llvm.Target.from_default_triple()
    return target.create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=level,
        jit=True,
        reloc="pic",
        codemodel="small",
    )


def _improve(module: Any, machine: Any, operations: int) -> None:
    """Let LLVM make the module's code better, where that is worth its time."""
    llvm = _llvm()
    if operations <= LARGE:
        tuning = llvm.create_pipeline_tuning_options(speed_level=1)
        # The lanes that a short loop leaves over divide nothing by nothing, which sets a flag.
        tuning.loop_vectorization = False
        builder = llvm.create_pass_builder(machine, tuning)
        passes = builder.getModulePassManager()
        passes.run(module, builder)
        _free(passes)


def _free(passes: Any) -> None:
    """Free them: llvmlite up to 0.50 defines how, and then does not find that it did."""
    from llvmlite.binding.newpassmanagers import NewPassManager

    if type(passes)._dispose is not NewPassManager._dispose:
        NewPassManager._dispose(passes)


def _level(operations: int) -> int:
    return 2 if operations <= LARGE else 0


def assembly(ir: str, operations: int) -> str:
    """The machine's instructions."""
    module, machine = _llvm().parse_assembly(ir), _machine(_level(operations))
    _improve(module, machine, operations)
    text: str = machine.emit_assembly(module)
    return text


def _key_of(ir: str, machine: Any, operations: int) -> str:
    """All that the code of a text depends on."""
    from importlib import metadata  # which takes milliseconds, and is only asked for a cache

    llvm = _llvm()
    cpu = llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()
    versions = metadata.version("llvmlite"), llvm.llvm_version_info
    return cache.key_of(ir, machine.triple, *cpu, *versions, _level(operations), RUNTIME)


class Method(ctypes.Structure):
    """A function as CPython's modules list it (PyMethodDef)."""

    _fields_ = [
        ("name", ctypes.c_char_p),
        ("function", ctypes.c_void_p),
        ("flags", ctypes.c_int),
        ("doc", ctypes.c_char_p),
    ]


_FASTCALL, _KEYWORDS, _NOARGS = 0x0080, 0x0002, 0x0004
_api = ctypes.pythonapi
_new = _api.PyCFunction_NewEx
_new.restype = ctypes.py_object
_new.argtypes = [ctypes.c_void_p, ctypes.py_object, ctypes.py_object]


_collections: list[list[Any]] = []  # the one that is under way, and what goes by it


def _collection(phase: str, _: Any, under_way: list[list[Any]] = _collections) -> None:
    """It is called when Python ends, too, and the module has lost its names."""
    if phase == "start":
        under_way.append([])
    elif under_way:
        under_way.pop()


def _drop(*what: Any) -> None:
    """Free it; while cycles are collected, in the end: finalizers may call a function after what it
    needs has gone, and CPython reads its method when that is dropped itself."""
    if _collections:
        _collections[-1].append(what)


gc.callbacks.append(_collection)


class Twin:
    """The Python function that does the same, loaded when somebody first asks for it."""

    def __init__(self, load: Callable[[], Callable[..., Any]]) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._function: Callable[..., Any] | None = None

    def __call__(self, *args: Any) -> Any:
        return self.function(*args)

    @property
    def function(self) -> Callable[..., Any]:
        with self._lock:
            self._function = self._function or self._load()
            return self._function


class Code(ModuleType):
    """Machine code, with what it points to: a module of one builtin function, which keeps it alive
    and pickles by its name, as those of C extensions do."""

    twin: Twin
    made: Any  # of what it was assembled

    def __init__(self, module: str, ir: str, operations: int, cached: bool = False) -> None:
        super().__init__(module)
        self.cached = cached
        made, machine = _llvm().parse_assembly(ir), _machine(_level(operations))
        key = _key_of(ir, machine, operations) if cached else ""
        known = cache.load(key) if cached else None
        if known is None:
            _improve(made, machine, operations)
        self.engine = _llvm().create_mcjit_compiler(made, machine, use_lmm=True)
        if known is not None:
            self.engine.set_object_cache(None, lambda _: known)
        elif cached:
            self.engine.set_object_cache(lambda _, code: cache.store(key, code))
        self.engine.finalize_object()
        self.kept: dict[str, Sequence[Any]] = {}  # what its tables point to
        self.methods: dict[tuple[str, str], Method] = {}
        weakref.finalize(self, _drop, self.engine, self.methods).atexit = False

    def fill(self, table: str, objects: Sequence[Any]) -> None:
        """Let a table of the module point to these objects."""
        address = self.engine.get_global_value_address(table)
        row = (ctypes.c_void_p * len(objects)).from_address(address)
        row[:] = [id(one) for one in objects]
        self.kept[table] = objects

    def point(self, place: str, to: int) -> None:
        """Let a pointer of the module point there."""
        address = self.engine.get_global_value_address(place)
        ctypes.c_void_p.from_address(address).value = to

    def share(self, names: Sequence[str]) -> None:
        """Let the functions of those names be known to all modules; it must live for ever."""
        for name in names:
            _llvm().add_symbol(name, self.engine.get_function_address(name))

    def function(
        self, symbol: str, name: str, doc: str, door: tuple[Any, ...] | None = None
    ) -> Callable[..., Any]:
        """The builtin function that runs it; of a door, which takes names too, and its tuple."""
        flags = _FASTCALL | (_KEYWORDS if door else 0)
        return self._builtin(symbol, name, flags, doc, self if door is None else door)

    def bound(self, symbol: str, name: str, told: tuple[Any, ...]) -> Callable[[], None]:
        """A builtin function without arguments, and its tuple."""
        return self._builtin(symbol, name, _NOARGS, "", told)

    def _builtin(
        self, symbol: str, name: str, flags: int, doc: str, owner: Any
    ) -> Callable[..., Any]:
        if (symbol, name) not in self.methods:
            address = self.engine.get_function_address(symbol)
            self.methods[symbol, name] = Method(name.encode(), address, flags, doc.encode())
        method = self.methods[symbol, name]  # which all functions made of it point to
        made: Callable[..., Any] = _new(ctypes.addressof(method), owner, self.__name__)
        return made
