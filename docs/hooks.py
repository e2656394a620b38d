"""What the site shows in place of what a doctest needs: mkdocs calls this for each page."""

import re
from typing import Any


def on_page_markdown(markdown: str, **_: Any) -> str:
    """The page without directives for doctest, and with files for names.

    >>> on_page_markdown("    <BLANKLINE>\\n    # <doctest limits.md[4]>:1  x  # doctest: +SKIP")
    '\\n    # limits.py:1  x'
    """
    markdown = re.sub(r"  # doctest: .*", "", markdown)
    markdown = re.sub(r"^ *<BLANKLINE>$", "", markdown, flags=re.MULTILINE)
    return re.sub(r"<doctest ([\w-]+)\.md\[(?:\d+|\.\.\.)\]>", r"\1.py", markdown)
