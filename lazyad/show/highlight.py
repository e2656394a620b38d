"""Python source as lines of HTML, its words in classes of their own.

In: source. Out: HTML. A room of its own because the page and a notebook show source alike.
"""

from __future__ import annotations

import keyword

_COLOURS = {"k": "#a626a4", "s": "#50a14f", "n": "#b76b01", "c": "#8a8f98"}  # on light and on dark


def escape(text: str) -> str:
    """What a text is as HTML."""
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
    text = "\n".join(highlighted(source))
    for kind, colour in _COLOURS.items():
        text = text.replace(f"<i class={kind}>", f'<i style="color:{colour};font-style:normal">')
    return f'<pre style="line-height:1.35">{text}</pre>'


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
