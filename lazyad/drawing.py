"""Graphs as pictures: in Graphviz' language, and laid out by its `dot`.

In: a Graph, which stands above this room. Out: text, or a picture. A room of its own because how a
graph looks is no part of what it is, and because Graphviz may be missing.
"""

from __future__ import annotations

import re
from typing import Any

from lazyad.html import folded, listing
from lazyad.text import leaf_name
from lazyad.values.errors import refused
from lazyad.values.structure import leaf_paths, leaves

MOST = 300  # Nodes that a notebook draws: of more, nobody sees anything


def dot(graph: Any) -> str:
    """The graph in Graphviz' language: what is computed of inputs, from the top to the bottom. A
    constant is drawn wherever it is read, and a loop is one box.

    >>> from lazyad.graph import Graph, Node
    >>> x = Node.input("x")
    >>> print(dot(Graph([x], x * 2.0, "g")))
    digraph "g" {
      node [shape=box, style="rounded,filled", fillcolor=white, fontname=monospace]
      n0 [label="x", fillcolor="#d7e8ff"]
      n1 [label="*"]
      n0 -> n1
      n1c1 [label="2.0", shape=plaintext, style=""]
      n1c1 -> n1
      n1o0 [label="result", fillcolor="#ffe9b8"]
      n1 -> n1o0
    }
    """
    names = {node: f"n{at}" for at, node in enumerate(dict.fromkeys(leaves(graph.inputs)))}
    lines = [
        f"digraph {_quoted(graph.name)} {{",
        '  node [shape=box, style="rounded,filled", fillcolor=white, fontname=monospace]',
    ]
    for node, name in names.items():
        lines.append(f'  {name} [label={_quoted(leaf_name(node))}, fillcolor="#d7e8ff"]')

    def edge(node: Any, end: str, at: int) -> None:
        start = names.get(node)
        if start is None:
            start = f"{end}c{at}"
            lines.append(f'  {start} [label={_quoted(leaf_name(node))}, shape=plaintext, style=""]')
        lines.append(f"  {start} -> {end}")

    for node in graph.nodes:
        if node.op.leaf:
            continue
        names[node] = name = f"n{len(names)}"
        tangent = node.origin and node.origin.primal
        colour = ', fillcolor="#dff5dd"' if tangent else ""
        lines.append(f"  {name} [label={_quoted(_label(node))}{colour}]")
        for at, arg in enumerate(node.args):
            edge(arg, name, at)
    for at, (node, path) in enumerate(
        zip(leaves(graph.outputs), leaf_paths(graph.outputs, "result"), strict=True)
    ):
        end = f"{names.get(node, 'n')}o{at}"
        lines.append(f'  {end} [label={_quoted(path)}, fillcolor="#ffe9b8"]')
        edge(node, end, at)
    return "\n".join([*lines, "}"])


def drawn(graph: Any, kind: str = "svg") -> bytes:
    """The picture, as svg, png or pdf. Raises ImportError without Graphviz."""
    import shutil  # both take time, and most programs draw nothing
    import subprocess

    program = shutil.which("dot")
    if program is None:
        instead = "apt-get install graphviz, brew install graphviz or conda install graphviz"
        raise refused(ImportError, "a picture of a graph needs Graphviz' program dot", instead)
    text = dot(graph).encode()
    done = subprocess.run([program, f"-T{kind}"], input=text, capture_output=True, check=False)
    if done.returncode:
        what = f"dot drew no {kind}: {done.stderr.decode(errors='replace').strip():.200}"
        raise refused(ValueError, what, "svg, png or pdf")
    return done.stdout


def in_notebook(graph: Any) -> str:
    """The graph as HTML: a picture of a small one where Graphviz is, and the listing."""
    head = f"{graph.name}: {graph.operations.total()} operations"
    text = listing(str(graph))
    if len(graph.nodes) > MOST:
        return folded(head, text)
    try:
        picture = drawn(graph).decode()
    except ImportError:
        return text
    return picture[picture.index("<svg") :] + folded(head, text)


def _label(node: Any) -> str:
    spelled = re.fullmatch(r"\{0\} (\S+) \{1\}", node.op.spelling or "")
    if node.op.name == "item":
        return f"[{node.payload}]"
    if node.op.name in ("loop", "call"):
        return f"{node.op.name}: {node.payload.body.operations.total()} operations"
    return spelled[1] if spelled else node.op.name


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
