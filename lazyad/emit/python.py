"""The python target: scalar source, of `math`, of functions written into the same file, and of what
results, outside functions and scipy.special need."""

from lazyad.graph import CONST, Node
from lazyad.ops import pow


def may_be_complex(base: Node, exponent: Node) -> bool:
    """Whether Python's base ** exponent, of floats, may be a complex number: where a negative base
    meets a power that is not whole."""
    if base.op is CONST and base.payload >= 0.0:
        return False
    return exponent.op is not CONST or not float(exponent.payload).is_integer()


def spell(node: Node) -> str | None:
    if node.op is pow and may_be_complex(*node.args):
        return "math.pow({0}, {1})"  # the same bits, and an exception where ** is complex
    spelling = node.op.spelling
    if (spelling or "").startswith("special."):  # it returns one of NumPy's numbers
        return f"float({spelling})"
    return spelling
