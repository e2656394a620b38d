"""The python target: scalar source, of `math` and what results and outside functions need."""

from lazyad.graph import Node
from lazyad.ops import pow
from lazyad.targets import Target, may_be_complex


def _spell(node: Node) -> str | None:
    if node.op is pow and may_be_complex(*node.args):
        return "math.pow({0}, {1})"  # the same bits, and an exception where ** is complex
    spelling = node.op.spelling
    return None if spelling is None or spelling.startswith("special.") else spelling


PYTHON = Target("python", True, _spell, {})
