"""Source in colours, where a terminal shows them.

In: text of Python. Out: the same with the terminal's codes in it. A room of its own because nothing
else knows of terminals.
"""

from __future__ import annotations

import io
import keyword
import os
import sys
import tokenize

_COLOURS = {tokenize.COMMENT: "90", tokenize.NUMBER: "36", tokenize.STRING: "32"}


def wanted() -> bool:
    """Whether standard output is a terminal that shows colours."""
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def coloured(source: str) -> str:
    """The source with codes around comments, numbers, strings and keywords.

    >>> coloured("return 1.0  # one")
    '\\x1b[34mreturn\\x1b[0m \\x1b[36m1.0\\x1b[0m  \\x1b[90m# one\\x1b[0m'
    """
    lines = source.splitlines(keepends=True)
    tokens = [*tokenize.generate_tokens(io.StringIO(source).readline)]
    for token in reversed(tokens):
        code = _COLOURS.get(token.type, "34" if keyword.iskeyword(token.string) else "")
        (row, start), (last, end) = token.start, token.end
        if code and row == last:
            line = lines[row - 1]
            text = f"\x1b[{code}m{token.string}\x1b[0m"
            lines[row - 1] = line[:start] + text + line[end:]
    return "".join(lines)
