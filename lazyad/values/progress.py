"""What a long compilation is at, said on a terminal.

In: what begins, and what it makes. Out: one line of stderr that is written anew, and cleared in the
end. A room of its own because no stage knows of it: a thread looks at the work from time to time,
and says nothing of what is quick, and nothing at all to what is no terminal.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator, Sized
from contextlib import contextmanager

PATIENCE = 10.0  # seconds that pass in silence
LARGE = 100_000  # operations that are told of at once
INTERVAL = 0.5  # seconds between two looks


class _Teller(threading.Thread):
    """Looks at the stage, and at how much is made."""

    def __init__(self) -> None:
        super().__init__(name="lazyad progress", daemon=True)
        self.stage: tuple[str, Sized] = ("", ())
        self._over = threading.Event()

    def run(self) -> None:
        began, width = time.monotonic(), 0
        while not self._over.wait(INTERVAL):
            passed, (what, made) = time.monotonic() - began, self.stage
            if passed >= PATIENCE or len(made) >= LARGE:
                line = f"lazyad: {what}, {len(made):,} operations, {passed:.0f} s"
                sys.stderr.write(f"\r{line.ljust(width)}")
                sys.stderr.flush()
                width = max(width, len(line))
        if width:
            sys.stderr.write(f"\r{' ' * width}\r")
            sys.stderr.flush()

    def stop(self) -> None:
        self._over.set()
        self.join()


_here = threading.local()  # whose `teller` there is while something is being done


def _on_terminal() -> bool:
    try:
        return sys.stderr.isatty()
    except (AttributeError, ValueError):  # there is none, or it is closed
        return False


@contextmanager
def doing(what: str, made: Sized = ()) -> Iterator[None]:
    """Meanwhile, `what` is being done, and `made` grows; on a terminal, it is said if it takes
    long."""
    teller: _Teller | None = getattr(_here, "teller", None)
    first = teller is None and _on_terminal()
    if first:
        _here.teller = teller = _Teller()
        teller.start()
    if teller is None:
        yield
        return
    before, teller.stage = teller.stage, (what, made)
    try:
        yield
    finally:
        teller.stage = before
        if first:
            _here.teller = None
            teller.stop()
