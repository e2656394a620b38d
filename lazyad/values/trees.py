"""Syntax trees of Python source.

In: source. Out: its tree. A room of its own because every room that reads source has threads.
"""

import ast
from threading import RLock
from typing import Any

_one = RLock()


def parsed(source: str, mode: str = "exec") -> Any:
    """As `ast.parse`, one thread at a time: there are releases of CPython that count the depth of
    all threads' trees as one, a SystemError where garbage is collected in between (gh-106905)."""
    with _one:
        return ast.parse(source, mode=mode)
