"""Whose memory an array is in: a view has none of its own.

In: a Node of whole arrays. Out: the Node that it is a view of, and how many bytes that takes. A
room of its own because plans, loops over blocks and what is computed again all ask it.
"""

from __future__ import annotations

from lazyad.arrays.forms import form_of, size_of
from lazyad.arrays.views import RESHAPE
from lazyad.graph import Node


def size_of_node(node: Node) -> int:
    form = form_of(node)
    return size_of(form) if type(form) is not tuple else 0


def is_view(node: Node) -> bool:
    """Whether it takes no memory: a reshape of what is not laid out in order is a copy."""
    row = node.op.array
    return row is not None and row.view and not (node.op is RESHAPE and not in_order(node.args[0]))


def in_order(node: Node) -> bool:
    """Whether its elements are laid out in memory as its shape says."""
    while node.op is RESHAPE and is_view(node):
        node = node.args[0]
    return not is_view(node)


def base(node: Node) -> Node:
    """What a view is a view of."""
    while is_view(node):
        node = node.args[0]
    return node
