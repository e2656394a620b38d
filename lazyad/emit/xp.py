"""The target "xp": the Python array API standard, which NumPy, torch, JAX and others follow.

In: a Node of whole arrays. Out: how the standard spells it, for the library `xp` of the arguments;
or Nodes that it can spell. A room of its own because the standard has fewer functions than NumPy,
and converts less: no numbers where an array is asked for, no whole numbers beside floats.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from lazyad.arrays.constants import full
from lazyad.arrays.contractions import ABSORBING, EINSUM
from lazyad.arrays.forms import form_of, is_float, shape_of
from lazyad.arrays.matrices import CHOLESKY, EIGH, from_lower
from lazyad.arrays.reductions import CUMSUM, PROD
from lazyad.arrays.sums import SUM
from lazyad.arrays.views import ASARRAY, astype, permute, reshape
from lazyad.emit import numpy, whole
from lazyad.graph import CONST, REGIONS, Graph, Node, Op, rewrite
from lazyad.passes.constants import folded
from lazyad.regions import made
from lazyad.values.errors import refused
from lazyad.values.origin import describe
from lazyad.values.structure import leaves

_NAMES = {  # of NumPy's, and what the standard calls them
    "arcsin": "asin",
    "arccos": "acos",
    "arctan": "atan",
    "arctan2": "atan2",
    "arcsinh": "asinh",
    "arccosh": "acosh",
    "arctanh": "atanh",
    "power": "pow",
    "rint": "round",
    "swapaxes": "matrix_transpose",
    "concatenate": "concat",
}
_COUNTING = (SUM, PROD, CUMSUM)  # of conditions, which the standard does not count
_CALL = r"np\.\w+\(\{\d\}(, \{\d\})*\)"  # what the standard may have, by another name


def definition(op: Op) -> Callable[..., Node] | None:
    """What the op is of others in this target."""
    return op.xp if callable(op.xp) else numpy.definition(op)


def spell(node: Node) -> str | None:
    """The template, or None where the standard has no such function."""
    row = node.op.array
    if isinstance(node.op.xp, str):
        return node.op.xp
    text = row.xp(node) if row is not None and row.xp else whole.spell(node)
    if text is None or "special." in text or (row is not None and row.scipy):
        return None
    if row is None and (node.op.xp or (text.startswith("np.") and not re.fullmatch(_CALL, text))):
        return None
    text = re.sub(r"\bnp\.(\w+)", lambda found: f"xp.{_NAMES.get(found[1], found[1])}", text)
    if "xp.matrix_transpose(" in text:
        text = text.replace(", -1, -2)", ")")
    return text


def lowered(node: Node) -> Node:
    """The same of what the standard has: contractions as products of matrices, and every array of
    the kind that the result has."""
    if node.op.array is not None and node.op.array.scipy:
        name = node.op.array.scipy
        what = f"scipy.linalg.{name} in the target 'xp', whose standard has no such function"
        raise refused(TypeError, what, "target='array'", describe(node.origin))
    if node.op in (EIGH, CHOLESKY):  # which may read both triangles, and NumPy's the lower one
        return Node(node.op, (from_lower(node.args[0]),), None, node.origin)
    if node.op is ABSORBING:  # which looks at its numbers, as no text for compilers does
        return node.args[0]
    if node.op is EINSUM and not _is_product(node):
        return _as_products(node)
    if node.op.array is None and not node.op.leaf and not node.op.apart:
        known = folded(node)  # for Python's numbers are of no library
        return known if known.op is CONST else _of_one_kind(node)
    if node.op in _COUNTING and form_of(node.args[0]).kind == "bool":
        return Node(node.op, (astype(node.args[0], "int64"),), node.payload, node.origin)
    if node.op.array is not None and any(arg.op is CONST for arg in node.args):
        form = form_of(node)
        kind = "float64" if type(form) is tuple else form.kind
        args = [full((), arg.payload, kind) if arg.op is CONST else arg for arg in node.args]
        return Node(node.op, tuple(args), node.payload, node.origin)
    return node


def with_arrays(graph: Graph) -> Graph:
    """A number among the arguments, which may be Python's, as an array where a function is called
    with it, or another number is made of it."""
    numbers = {
        one: made(ASARRAY, (one,), None)
        for one in leaves(graph.inputs)
        if not shape_of(one) and is_float(one)
    }

    def visit(node: Node) -> Node:
        if node.op is ASARRAY or numbers.keys().isdisjoint(node.args):
            return node
        if node.op in REGIONS or shape_of(node) == () or "(" in (spell(node) or ""):
            args = tuple([numbers.get(arg, arg) for arg in node.args])
            return Node(node.op, args, node.payload, node.origin)
        return node

    return rewrite(graph, visit) if numbers else graph


def _of_one_kind(node: Node) -> Node:
    values = node.args[1:] if node.op.lazy else node.args
    kinds = {form_of(arg).kind for arg in values if arg.op is not CONST}
    floats = any(type(arg.payload) is float for arg in values if arg.op is CONST)
    kind = form_of(node).kind
    if node.op.condition:
        kind = "float32" if "float32" in kinds and "float64" not in kinds else "float64"
    found = list(node.args)
    for at, arg in enumerate(node.args):
        if (node.op.lazy and at == 0) or arg.op is CONST:
            continue
        own = form_of(arg).kind
        mixed = len(kinds) > 1 or floats or not node.op.condition
        beside = mixed and (floats or kinds != {"bool"})
        if own in ("int64", "bool") and kind.startswith("float") and beside:
            found[at] = astype(arg, kind)
    called = bool(shape_of(node)) or re.match(r"[\w.]+\(", spell(node) or "")
    if called and values and all(arg.op is CONST for arg in values):
        found[-1] = full((), values[-1].payload, kind)
    if all(a is b for a, b in zip(found, node.args, strict=True)):
        return node
    return Node(node.op, tuple(found), node.payload, node.origin)


# ---------------------------------------------------------------------------------- contractions


def _is_product(node: Node) -> bool:
    row = node.op.array
    text = row.spell(node)
    return not ("einsum(" in text or "outer(" in text)


def _as_products(node: Node) -> Node:
    """A contraction as products of matrices, two arrays after two from the left."""
    inputs, _, out = node.payload.partition("->")
    terms = [*zip(inputs.split(","), node.args, strict=True)]
    while len(terms) > 1:
        (left, a), (right, b), *rest = terms
        later = {*out, *"".join([letters for letters, _ in rest])}
        terms = [_product(left, a, right, b, later), *rest]
    letters, found = terms[0]
    return permute(found, [letters.index(one) - len(letters) for one in out])


def _product(left: str, a: Node, right: str, b: Node, later: set[str]) -> tuple[str, Node]:
    both = [one for one in left if one in right]
    batch, inner = [[x for x in both if (x in later) is kept] for kept in (True, False)]
    rows, columns = [x for x in left if x not in right], [x for x in right if x not in left]
    size = _sizes(left, a) | _sizes(right, b)

    def matrices(letters: str, x: Node, first: list[str], second: list[str]) -> Node:
        order = [*batch, *first, *second]
        x = permute(x, [letters.index(one) - len(letters) for one in order])
        sides = [math.prod(size[one] for one in side) for side in (first, second)]
        return reshape(x, (*[size[one] for one in batch], *sides), len(letters))

    pair = matrices(left, a, rows, inner), matrices(right, b, inner, columns)
    found = made(EINSUM, pair, "ij,jk->ik")
    found = reshape(found, tuple([size[one] for one in (*rows, *columns)]), 2)
    return "".join([*batch, *rows, *columns]), found


def _sizes(letters: str, x: Node) -> dict[str, int]:
    shape = shape_of(x)
    return dict(zip(letters, shape[len(shape) - len(letters) :], strict=True))
