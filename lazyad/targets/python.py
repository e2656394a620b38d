"""The python target: scalar source, of `math`, of functions written into the same file, and of what
results, outside functions and scipy.special need."""

from lazyad.graph import Op
from lazyad.targets import Target


def _spell(op: Op) -> str | None:
    if (op.spelling or "").startswith("special."):  # it returns one of NumPy's numbers
        return f"float({op.spelling})"
    return op.spelling


PYTHON = Target("python", True, _spell, {})
