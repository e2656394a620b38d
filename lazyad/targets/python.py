"""The python target: scalar source, of `math` and what results and outside functions need."""

from lazyad.graph import Op
from lazyad.targets import Target


def _spell(op: Op) -> str | None:
    return None if op.spelling is None or op.spelling.startswith("special.") else op.spelling


PYTHON = Target("python", True, _spell, {})
