"""What of NumPy and SciPy can be differentiated: a table of forms, and the judgement of each.

In: `forms.txt`, one expression a line, in which single letters are inputs. Out: whether lazyad has
the right value and derivative, refuses the form in three parts, is wrong, or crashes. The marks
before a form say who is right: `j` JAX, `a` autograd; and `r` that lazyad refuses it.
"""

import ast
import re
import warnings
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

import lazyad
from tests.coverage import namespace
from tests.coverage.namespace import INPUTS

TABLE = Path(__file__).with_name("forms.txt")
MODULES = "np special stats linalg signal ndimage distance integrate interpolate optimize".split()


@dataclass(frozen=True)
class Form:
    """One line of the table."""

    text: str
    marks: str
    section: str

    @property
    def inputs(self) -> list[str]:
        """The inputs that it reads, in which it is differentiated."""
        names = {node.id for node in ast.walk(ast.parse(self.text)) if isinstance(node, ast.Name)}
        return [name for name in INPUTS if name in names]

    @property
    def name(self) -> str:
        """The function that it is a form of."""
        called = re.search(rf"\b(?:{'|'.join(MODULES)})(?:\.[a-zA-Z]\w*)+", self.text)
        if self.text.startswith("placed("):
            return self.text[7:].partition(",")[0]
        if called and not re.match(r"[a-zA-Z]\.\w+\(", self.text):
            return called[0]
        method = re.match(r"[a-zA-Z](\.\w+)", self.text)
        return f"ndarray{method[1]}" if method else "operators, indexing and builtins"

    def function(self, names: dict[str, object]) -> object:
        """The form as a function of its inputs."""
        return eval(f"lambda {', '.join(self.inputs)}: {self.text}", names)


def forms() -> list[Form]:
    """All forms of the table."""
    found, section = [], ""
    for line in TABLE.read_text().splitlines():
        if line.startswith("#"):
            section = line[2:]
        elif line:
            marks, _, text = line.partition(" ")
            found.append(Form(text.strip(), marks.strip("-"), section))
    return found


def mark(letter: str, marked: set[str]) -> None:
    """Write into the table to which forms a mark belongs."""
    lines = []
    for line in TABLE.read_text().splitlines():
        marks, _, text = line.partition(" ")
        if line and marks != "#":
            text = text.strip()
            kept = {*marks} - {letter, "-"} | ({letter} if text in marked else set())
            lines.append(f"{''.join(sorted(kept, key='jar'.index)) or '-':3} {text}")
        else:
            lines.append(line)
    TABLE.write_text("\n".join(lines) + "\n")


# ---------------------------------------------------------------------------------- judgement


def flat(result: object) -> list[float]:
    """All numbers of nested containers and arrays."""
    if isinstance(result, dict):
        result = list(result.values())
    if isinstance(result, (list, tuple)):
        return [number for item in result for number in flat(item)]
    return [] if result is None else np.asarray(result, float).ravel().tolist()


def reference(form: Form, names: dict[str, object]) -> tuple[np.ndarray, np.ndarray]:
    """Value and derivative along a fixed direction: NumPy's own, and differences of it."""
    function = form.function(names)

    def at(h: float) -> np.ndarray:
        given = [INPUTS[name] + h * namespace.direction(name) for name in form.inputs]
        given = [float(item) if item.ndim == 0 else item for item in given]
        return np.array(flat(function(*given)))

    steps = [2e-3 / 2**k for k in range(3)]
    slopes = [(at(h) - at(-h)) / (2.0 * h) for h in steps]
    for order in (4.0, 16.0):  # Richardson's extrapolation
        slopes = [(order * b - a) / (order - 1.0) for a, b in pairwise(slopes)]
    return at(0.0), slopes[0]


def close(found: list[float], expected: np.ndarray, tolerance: float = 1e-6) -> bool:
    """Whether all are the same, to the precision of the differences."""
    scale = np.maximum(1.0, np.abs(expected))
    return len(found) == len(expected) and bool(
        np.allclose(np.array(found) / scale, expected / scale, 0.0, tolerance, equal_nan=True)
    )


def judged(form: Form, optimize: str = "safe") -> tuple[str, str]:
    """`right`, `refused`, `wrong`, `crashed` or `absent` (this NumPy or SciPy has no such form),
    and what there is to say about it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            value, slope = reference(form, namespace.NAMES)
        except Exception as error:
            return "absent", repr(error)
        primals = tuple([namespace.given(name) for name in form.inputs])
        tangents = tuple([namespace.direction(name).tolist() for name in form.inputs])
        tangents = tuple([np.array(t) if isinstance(t, list) else t for t in tangents])
        try:
            compiled = lazyad.compile(form.function(namespace.NAMES), optimize=optimize)
            found, along = compiled.jvp(primals, tangents)
            found, along = flat(found), flat(along)
        except Exception as error:
            text = str(error)
            parts = "\n  where: " in text and "\n  instead: " in text
            return "refused" if parts else "crashed", f"{type(error).__name__}: {text}"
    if close(found, value) and close(along, slope):
        return "right", ""
    return "wrong", f"{found} and {along}\n  for {value.tolist()} and {slope.tolist()}"
