"""The python target: scalar source, of `math`, of functions written into the same file, and of what
results, outside functions and scipy.special need."""

from lazyad.emit.targets import Target, may_be_complex
from lazyad.graph import Node
from lazyad.ops import pow


def _spell(node: Node) -> str | None:
    if node.op is pow and may_be_complex(*node.args):
        return "math.pow({0}, {1})"  # the same bits, and an exception where ** is complex
    spelling = node.op.spelling
    if (spelling or "").startswith("special."):  # it returns one of NumPy's numbers
        return f"float({spelling})"
    return spelling


PYTHON = Target("python", True, _spell, {})
