"""A Graph without branches, loops and tables as a program of its Nodes.

In: such a Graph. Out: what is computed, one Node after the other, and the syntax tree of what a
target writes for the Nodes of an op. A room of its own because here nothing is made a text and read
again: a Node has no name, and no line is too long. That is most of the time of a long program.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import Any

from lazyad.codegen import Outside
from lazyad.emit.schedule import schedule
from lazyad.emit.spelling import parse
from lazyad.emit.targets import Target, spellings
from lazyad.graph import RAISE, Graph
from lazyad.native.programs import GIVEN, Program, Store
from lazyad.ops import pow
from lazyad.values.structure import leaves


def is_straight(graph: Graph) -> bool:
    """Whether all of it is computed, in a row, and all are numbers."""
    ops = graph.ops
    if RAISE in ops or any(op.apart or op.arity > len(GIVEN) for op in ops):
        return False
    return not any(op.lazy for op in ops) or not any(schedule(graph).branches.values())


def of_nodes(graph: Graph, target: Target) -> Program:
    """Its Nodes as a program, in their order."""
    inputs, outputs = leaves(graph.inputs), leaves(graph.outputs)
    body = [node for node in graph.nodes if not node.op.leaf]
    unlike = {node if node.op is pow else node.op: node for node in body}
    outside = Outside([graph], [*unlike.values()], target)
    scope, carried = around(ast.parse("\n".join([*outside.imports(), *outside.carried()])).body)
    texts = spellings(unlike.values(), target)
    trees = {text: _tree(text, outside.names.scope) for text in dict.fromkeys(texts.values())}
    forms = {key: trees[text] for key, text in texts.items()}
    stores = [Store(at, leaf) for at, leaf in enumerate(outputs)]
    return Program([*body, *stores, ast.Return(None)], inputs, len(outputs), scope, carried, forms)


def around(body: Sequence[ast.stmt]) -> tuple[dict[str, Any], dict[str, ast.FunctionDef]]:
    """What the statements of a file define, and the functions among it."""
    scope: dict[str, Any] = {}
    exec(compile(ast.Module([*body], []), "<lazyad>", "exec", dont_inherit=True), scope)
    return scope, {one.name: one for one in body if isinstance(one, ast.FunctionDef)}


def _tree(text: str, names: Mapping[Any, str]) -> ast.expr:
    """A template's, with the names of what is given."""
    pieces = parse(text, names).pieces
    named = [GIVEN[one] if isinstance(one, int) else one for one in pieces]
    return ast.parse("".join(named), mode="eval").body
