"""What long work is at, said on a terminal or in a notebook.

In: what begins, and what it makes. Out: one line of stderr that is written anew, and cleared in the
end; a bar of tqdm's where it is installed and known how much there is to do. A room of its own
because no stage knows of it: a thread looks at the work from time to time, and says nothing of what
is quick, and nothing at all where nobody looks.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator, Sized
from contextlib import contextmanager
from typing import Any

from lazyad.values.rows import NamedTuple

PATIENCE = 2.0  # seconds that pass in silence
LARGE = 100_000  # operations that are told of at once
INTERVAL = 0.5  # seconds between two looks


class _Stage(NamedTuple):
    what: str = ""
    made: Sized = ()
    total: int = 0  # what will be made, if that is known


class _Teller(threading.Thread):
    """Looks at the stage, and at how much is made."""

    def __init__(self) -> None:
        super().__init__(name="lazyad progress", daemon=True)
        self.stage = _Stage()
        self._over = threading.Event()
        self._width = 0
        self._bar: Any = None

    def run(self) -> None:
        began = time.monotonic()
        while not self._over.wait(INTERVAL):
            passed, stage = time.monotonic() - began, self.stage
            if passed >= PATIENCE or (not stage.total and len(stage.made) >= LARGE):
                self.tell(stage, passed)
        if self._bar is not None:
            self._bar.close()
        if self._width:
            sys.stderr.write(f"\r{' ' * self._width}\r")
            sys.stderr.flush()

    def tell(self, stage: _Stage, passed: float) -> None:
        made = len(stage.made)
        bar = _bar(stage) if stage.total and self._bar is None else self._bar
        if bar is not None and stage.total:
            self._bar = bar
            bar.update(made - bar.n)
            return
        much = f"{100 * made // stage.total} %" if stage.total else f"{made:,} operations"
        line = f"lazyad: {stage.what}, {much}, {passed:.0f} s"
        sys.stderr.write(f"\r{line.ljust(self._width)}")
        sys.stderr.flush()
        self._width = max(self._width, len(line))

    def stop(self) -> None:
        self._over.set()
        self.join()


def _bar(stage: _Stage) -> Any:
    """A bar of tqdm's, if it is installed."""
    try:
        from tqdm import tqdm
    except ImportError:
        return None
    form = "{desc}: {percentage:3.0f}%|{bar}| {elapsed}<{remaining}"
    what = f"lazyad: {stage.what}"
    return tqdm(total=stage.total, desc=what, file=sys.stderr, leave=False, bar_format=form)


_here = threading.local()  # whose `teller` there is while something is being done


def _somebody_looks() -> bool:
    """Whether stderr is a terminal, or a notebook's."""
    try:
        return sys.stderr.isatty() or type(sys.stderr).__module__ == "ipykernel.iostream"
    except (AttributeError, ValueError):  # there is none, or it is closed
        return False


@contextmanager
def doing(what: str, made: Sized = (), total: int = 0) -> Iterator[None]:
    """Meanwhile, `what` is being done, and `made` grows, up to `total` if that is known; it is said
    to whoever looks if it takes long."""
    teller: _Teller | None = getattr(_here, "teller", None)
    first = teller is None and _somebody_looks()
    if first:
        _here.teller = teller = _Teller()
        teller.start()
    if teller is None:
        yield
        return
    before, teller.stage = teller.stage, _Stage(what, made, total)
    try:
        yield
    finally:
        teller.stage = before
        if first:
            _here.teller = None
            teller.stop()
