"""Machine code on disk: what was compiled once is there when the next process asks for it.

In: the text that machine code is made of, and what else it depends on. Out: an object file, or
None. A room of its own because it is the one place where something is run that another process
wrote, and so knows what may be: an object under the digest of all that it was made of, which has
the digest that stands beside it, in a file and a folder that nobody but this user can write.

`lazyad.cache.folder` is that folder, by default `$LAZYAD_CACHE`, or `lazyad` where the system has
such things; `lazyad.cache.clear()` empties it. Whatever is wrong with it (another version, damage,
a folder that nobody may write into, or that everybody may), code is compiled as if there were none.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lazyad.values.errors import refused
from lazyad.values.libraries import is_installed
from lazyad.version import __version__

if TYPE_CHECKING:  # the others are imported where a cache is asked for: they take milliseconds
    from pathlib import Path

_COLUMNS = "key TEXT PRIMARY KEY, digest TEXT, object BLOB, used REAL"
LARGEST = 2_000  # pieces of code that are kept; of more, those go that were used longest ago


_local = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or "~/.cache"
folder: str | os.PathLike[str] = os.environ.get("LAZYAD_CACHE") or os.path.join(_local, "lazyad")


def check_possible() -> None:
    """Raise ImportError where Python has no SQLite."""
    if not is_installed("sqlite3") or not is_installed("_sqlite3"):
        what = "cache=True needs the module sqlite3, which this Python was built without"
        raise refused(ImportError, what, "cache=False")


def key_of(text: str, *others: Any) -> str:
    """The digest of all that machine code depends on: its text, the processor (which is among the
    `others`), and the versions of whatever makes or calls it."""
    import hashlib
    import sysconfig

    abi = sys.version, sysconfig.get_config_var("SOABI"), sys.platform
    told = "\0".join([__version__, *map(str, abi), *map(str, others), text])
    return hashlib.sha256(told.encode()).hexdigest()


def load(key: str) -> bytes | None:
    """The object of that key, if it is there as it was stored."""

    def found(database: Any) -> Any:
        row = database.execute("SELECT digest, object FROM code WHERE key = ?", (key,)).fetchone()
        database.execute("UPDATE code SET used = julianday() WHERE key = ?", (key,))
        return row

    digest, code = _asked(found, writes=False) or ("", b"")
    return code if type(code) is bytes and digest == _digest(key, code) else None


def store(key: str, code: bytes) -> None:
    """Keep the object under that key."""

    def kept(database: Any) -> None:
        row = key, _digest(key, code), code
        database.execute("INSERT OR REPLACE INTO code VALUES (?, ?, ?, julianday())", row)
        oldest = "SELECT key FROM code ORDER BY used DESC LIMIT -1 OFFSET ?"
        database.execute(f"DELETE FROM code WHERE key IN ({oldest})", (LARGEST,))

    _asked(kept, writes=True)


def clear() -> None:
    """Forget all that was kept."""
    _file().unlink(missing_ok=True)


def _digest(key: str, code: bytes) -> str:
    import hashlib

    return hashlib.sha256(key.encode() + code).hexdigest()


def _file() -> Path:
    from pathlib import Path

    return Path(folder).expanduser() / "code.sqlite"


def _asked(work: Callable[[Any], Any], writes: bool) -> Any:
    """What the work finds in the database, in one transaction; None where there is none that may be
    trusted. One that is damaged is thrown away."""
    import sqlite3

    file, database = _file(), None
    try:
        if writes:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        if not _is_ours(file):
            return None
        database = sqlite3.connect(file, timeout=5.0)
        with database:
            database.execute(f"CREATE TABLE IF NOT EXISTS code ({_COLUMNS})")
            return work(database)
    except (OSError, sqlite3.OperationalError) as error:  # busy, full, not to be written
        if "no such column" not in str(error):
            return None
    except sqlite3.DatabaseError:
        pass
    finally:
        if database is not None:
            database.close()
    with contextlib.suppress(OSError):
        file.unlink()
    return None


def _is_ours(file: Path) -> bool:
    """Whether nobody else can have written it."""
    try:
        found, around = file.stat(), file.parent.stat()
    except OSError:
        return False
    if not hasattr(os, "getuid"):
        return True
    shared = stat.S_IWGRP | stat.S_IWOTH
    return all(one.st_uid == os.getuid() and not one.st_mode & shared for one in (found, around))
