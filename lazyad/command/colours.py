"""Source in colours, where a terminal shows them.

In: text of Python. Out: the same with the terminal's codes in it. A room of its own because nothing
else knows of terminals.
"""

from __future__ import annotations

import html
import os
import re
import sys

from lazyad.html import highlighted

_CODES = {"k": "34", "s": "32", "n": "36", "c": "90"}


def wanted() -> bool:
    """Whether standard output is a terminal that shows colours."""
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def coloured(source: str) -> str:
    """The source with codes around comments, numbers, strings and keywords.

    >>> coloured("return 1.0")
    '\\x1b[34mreturn\\x1b[0m \\x1b[36m1.0\\x1b[0m\\n'
    """
    text = "\n".join([*highlighted(source), ""])
    text = re.sub(r"<i class=(\w)>", lambda kind: f"\x1b[{_CODES[kind[1]]}m", text)
    return html.unescape(text.replace("</i>", "\x1b[0m"))
