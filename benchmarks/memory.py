"""How many bytes a call takes at its peak, beyond what was there before: counted, or read.

In: a call. Out: bytes, and how they were found: "malloc" if this process was started with
memory.c preloaded (`watching` says how), which counts every byte; else "VmHWM", by how much the
kernel's high-water mark rose, in which pages that Python had to spare do not show.
"""

from __future__ import annotations

import ctypes
import gc
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).with_name("memory.c")


def watching(folder: str) -> Mapping[str, str]:
    """What the environment of a process must have so that its memory is counted; nothing where no
    C compiler makes a library of memory.c."""
    library = Path(folder) / "memory.so"
    command = ["cc", "-O2", "-shared", "-fPIC", str(SOURCE), "-o", str(library)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return {}
    return {"LD_PRELOAD": str(library)}


def peak_of(call: Callable[[], Any]) -> tuple[float, str]:
    """Bytes at the peak of one call above those in use before it, and how they were found."""
    here = ctypes.CDLL(None)
    gc.collect()
    if hasattr(here, "watched_peak"):
        here.watched_peak.restype = here.watched_live.restype = ctypes.c_long
        before = here.watched_live()
        here.watched_reset()
        call()
        return float(here.watched_peak() - before), "malloc"
    try:
        here.malloc_trim(0)
        before = _status("VmRSS")
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        call()
        return _status("VmHWM") - before, "VmHWM"
    except (OSError, AttributeError):  # no Linux
        return float("nan"), "unknown"


def _status(key: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith(key)) * 1024.0
