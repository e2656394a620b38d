"""A compiled function over memory of the caller's: it reads one row of floats, and fills another.

In: one function of one structure of arguments, and two buffers. Out: a function without arguments,
in machine code where the kernel is. A room of its own because nothing else reads or writes what
belongs to somebody else.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable
from typing import Any

from lazyad.run.specialized import Specialized
from lazyad.tracing.arguments import plain_value
from lazyad.values.errors import refused, told
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import Static, has_runs, leaves, refilled, structure_of


class Row(NamedTuple):
    """Memory of the caller's, which stays where it is as long as its owner's view of it."""

    numbers: memoryview
    address: int
    owner: Any


def bind(found: Specialized, given: Any, to: Any) -> Callable[[], None]:
    """A function that evaluates `found` at the numbers in one buffer, and writes the results into
    the other; it keeps both alive. They may overlap.

    Raises TypeError or ValueError, in three parts, for other buffers.
    """
    if found.options.target.whole:
        what = f"bind of {found.name}, whose target is {found.options.target.name!r}"
        raise refused(TypeError, what, 'target="native", or "python"')
    graph = found.primal.graph
    if has_runs(graph.outputs):
        what = f"bind of {found.name}, which returns a list as long as its kernel says"
        raise refused(TypeError, what, "a call, or a function that returns numbers")
    structures = [one for one in found.arguments.values() if type(one) is not Static]
    count, size = len(leaves(structures)), len(leaves(graph.outputs))
    source = _row("the first buffer", given, count, f"the arguments of {found.name}", False)
    result = _row("the second buffer", to, size, f"the results of {found.name}", True)
    own = source
    if _overlap(source, result):  # results would change arguments that are still to be read
        own = _row("", array("d", bytes(8 * count)), count, "", True)

    def plainly() -> None:
        values = plain_value(refilled(structures, own.numbers.tolist()))
        numbers = leaves(structure_of(found.run(found.primal, values), result=True))
        result.numbers[:] = memoryview(array("d", map(float, numbers)))

    def copying() -> None:
        own.numbers[:] = source.numbers
        plainly()

    if found.options.target.machine:
        from lazyad.native.kernel import bound

        rows = own, source, result
        places = [row.address for row in rows]
        native = bound(found.primal.ready(), plainly, places, count, rows)
        if native is not None:
            return native
    return plainly if own is source else copying


def _row(which: str, buffer: Any, count: int, of: str, writes: bool) -> Row:
    """The buffer as a row of so many floats."""
    instead = f"a C-contiguous buffer of {count} float64, for {of}: numpy.zeros({count})"
    try:
        view = memoryview(buffer)
    except TypeError:
        what = f"{which} is {told(buffer)}"
        raise refused(TypeError, what, instead) from None
    if view.format not in ("d", "@d", "=d", "<d"):
        what = f"{which} holds items of the format {view.format!r}"
        raise refused(TypeError, what, instead)
    if not view.c_contiguous:
        raise refused(ValueError, f"{which} is not contiguous", instead)
    if view.nbytes != 8 * count:
        raise refused(ValueError, f"{which} has {view.nbytes // 8} numbers", instead)
    if writes and view.readonly:
        raise refused(TypeError, f"{which} is read-only, and results go into it", instead)
    address = _address(view)
    flag = _WRITE if writes else _READ
    return Row(_of_memory(address, view.nbytes, flag).cast("d"), address, view)


class _Buffer(ctypes.Structure):
    """What CPython says of a buffer (Py_buffer)."""

    _fields_ = [
        ("start", ctypes.c_void_p),
        ("owner", ctypes.c_void_p),
        ("sizes", ctypes.c_ssize_t * 2),
        ("flags", ctypes.c_int * 2),
        ("others", ctypes.c_void_p * 5),
    ]


_READ, _WRITE = 0x100, 0x200
_of_memory = ctypes.pythonapi.PyMemoryView_FromMemory
_of_memory.restype = ctypes.py_object
_of_memory.argtypes = [ctypes.c_void_p, ctypes.c_ssize_t, ctypes.c_int]


def _address(view: memoryview) -> int:
    found, api = _Buffer(), ctypes.pythonapi
    api.PyObject_GetBuffer(ctypes.py_object(view), ctypes.byref(found), 0)
    api.PyBuffer_Release(ctypes.byref(found))
    return found.start or ctypes.addressof(found)  # of nothing there may be no address


def _overlap(one: Row, other: Row) -> bool:
    ends = [row.address + row.numbers.nbytes for row in (one, other)]
    return one.address < ends[1] and other.address < ends[0]
