"""Text as HTML: Python source, its words in classes of their own, and listings.

In: text. Out: HTML. A room of its own because the page and a notebook show text alike.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Sequence

_COLOURS = {"k": "#a626a4", "s": "#50a14f", "n": "#b76b01", "c": "#8a8f98"}  # on light and on dark


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def highlighted(source: str) -> list[str]:
    """The lines of a source; where it is no Python, as they are.

    >>> highlighted("return 2.0  # two")
    ['<i class=k>return</i> <i class=n>2.0</i>  <i class=c># two</i>']
    """
    import io  # takes time, as tokenize does, and most programs show nothing
    import tokenize

    lines = source.splitlines()
    marks: list[list[tuple[int, int, str]]] = [[] for _ in lines]
    try:
        for token in tokenize.generate_tokens(io.StringIO(source + "\n").readline):
            kind = _KINDS.get(tokenize.tok_name[token.type], "")
            if token.type == tokenize.NAME and keyword.iskeyword(token.string):
                kind = "k"
            (first, start), (last, end) = token.start, token.end
            for at in range(first, last + 1) if kind else ():
                stop = end if at == last else len(lines[at - 1])
                marks[at - 1].append((start if at == first else 0, stop, kind))
    except (tokenize.TokenError, SyntaxError, IndexError):
        marks = [[] for _ in lines]
    return [_marked(line, of) for line, of in zip(lines, marks, strict=True)]


def block(source: str) -> str:
    """The source as one block for a notebook, with its colours written out."""
    text = "\n".join(highlighted(shortened(source)))
    for kind, colour in _COLOURS.items():
        text = text.replace(f"<i class={kind}>", f'<i style="color:{colour};font-style:normal">')
    return _pre(text)


def listing(text: str) -> str:
    """The text as one block for a notebook."""
    return _pre(escape(shortened(text)))


def folded(head: str, html: str) -> str:
    """A line that opens what is under it."""
    return f"<details><summary>{escape(head)}</summary>{html}</details>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    def cells(tag: str, row: Sequence[str]) -> str:
        inner = [f'<{tag} style="text-align:left">{escape(cell)}</{tag}>' for cell in row]
        return f"<tr>{''.join(inner)}</tr>"

    body = "".join(cells("td", row) for row in rows)
    return f"<table><thead>{cells('th', head)}</thead><tbody>{body}</tbody></table>"


def shortened(text: str, most: int = 500) -> str:
    """The text, without the middle of one that nobody would read in a notebook.

    >>> shortened("a\\nb\\nc\\nd", 3)
    'a\\n... 2 more lines\\nd'
    """
    lines = text.splitlines()
    if len(lines) <= most:
        return text
    kept = most - 2
    return "\n".join([*lines[:kept], f"... {len(lines) - kept - 1} more lines", lines[-1]])


def _pre(html: str) -> str:
    return f'<pre style="line-height:1.35">{html}</pre>'


_KINDS = {"STRING": "s", "NUMBER": "n", "COMMENT": "c"} | dict.fromkeys(
    ("FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END"), "s"
)


def _marked(line: str, marks: list[tuple[int, int, str]]) -> str:
    pieces, at = [], 0
    for start, stop, kind in marks:
        pieces += [escape(line[at:start]), f"<i class={kind}>"]
        pieces += [escape(line[start:stop]), "</i>"]
        at = stop
    return "".join([*pieces, escape(line[at:])])
