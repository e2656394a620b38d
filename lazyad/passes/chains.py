"""Chains of matrix products in the order that takes the fewest multiplications.

A product of three is the same both ways over the real numbers, and rounds differently.
"""

from __future__ import annotations

import math
from collections import Counter

from lazyad.arrays.contractions import EINSUM, matmul
from lazyad.arrays.forms import broadcast, shape_of
from lazyad.graph import Graph, Node, rewrite
from lazyad.values.structure import leaves

_PRODUCTS = ("ij,jk->ik", "ij,j->i", "j,jk->k", "j,j->")  # as @ makes them


def order_products(graph: Graph) -> Graph:
    """(a @ b) @ c -> a @ (b @ c), or back, where that multiplies fewer numbers (real).

    What else reads the inner product keeps it, which then costs nothing here.
    """
    before = None
    while EINSUM in graph.ops and graph is not before:  # each time with the next of a longer chain
        before, graph = graph, _once(graph)
    return graph


def _once(graph: Graph) -> Graph:
    uses = Counter(arg for node in graph.nodes for arg in node.args)
    uses.update(leaves(graph.outputs))
    originals = iter(graph.nodes)
    return rewrite(graph, lambda node: _ordered(node, next(originals), uses))


def _ordered(node: Node, old: Node, uses: Counter[Node]) -> Node:
    if not _is_product(node):
        return node
    (left, right), (first, second) = node.args, old.args
    best, cost = node, _cost(left, right)
    if _is_product(left):
        a, b = left.args
        own = cost + (_cost(a, b) if uses[first] == 1 else 0)
        inner = matmul(b, right) if _fits(b, right) else None
        if inner is not None and _fits(a, inner) and _cost(b, right) + _cost(a, inner) < own:
            best = matmul(a, inner)
    if best is node and _is_product(right):
        b, c = right.args
        own = cost + (_cost(b, c) if uses[second] == 1 else 0)
        inner = matmul(left, b) if _fits(left, b) else None
        if inner is not None and _fits(inner, c) and _cost(left, b) + _cost(inner, c) < own:
            best = matmul(inner, c)
    return best if best is node or shape_of(best) == shape_of(node) else node


def _is_product(node: Node) -> bool:
    if node.op is not EINSUM or node.payload not in _PRODUCTS:
        return False
    letters = node.payload.partition("->")[0].split(",")
    pairs = zip(letters, node.args, strict=True)
    return all(len(one) == 2 or len(shape_of(arg)) == 1 for one, arg in pairs)


def _fits(a: Node, b: Node) -> bool:
    """Whether they have a product: a number, which two vectors come to, has none."""
    return bool(shape_of(a) and shape_of(b)) and shape_of(a)[-1:] == shape_of(b)[-2:][:1]


def _cost(a: Node, b: Node) -> int:
    """How many multiplications a @ b takes."""
    one, other = shape_of(a), shape_of(b)
    batch = broadcast([one[:-2], other[:-2]])
    return math.prod((*batch, *one[-2:], *(other[-1:] if len(other) > 1 else ())))
