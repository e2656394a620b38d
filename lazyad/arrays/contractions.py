"""The row of contractions: products of matrices, and what np.einsum writes with distinct letters.

In: Nodes, and the letters of their last axes. Out: a Node. A room of its own because products of
matrices are spelled as such wherever a contraction is one.
"""

from __future__ import annotations

from lazyad.arrays.forms import broadcast, shape_of, wider
from lazyad.arrays.nothings import is_partly_nothing
from lazyad.arrays.rows import list_of, row
from lazyad.arrays.sums import unbroadcast
from lazyad.graph import Node, Op
from lazyad.ops import mul
from lazyad.regions import made
from lazyad.values.errors import refused
from lazyad.values.structure import Form


def _parts(letters: str) -> tuple[list[str], str]:
    inputs, _, out = letters.partition("->")
    return inputs.split(","), out


def _einsum_form(letters: str, *forms: Form) -> Form:
    inputs, out = _parts(letters)
    sizes: dict[str, int] = {}
    for one, form in zip(inputs, forms, strict=True):
        sizes.update(zip(one, form.shape[len(form.shape) - len(one) :], strict=True))
    batch = broadcast(
        [f.shape[: len(f.shape) - len(i)] for i, f in zip(inputs, forms, strict=True)]
    )
    return Form(batch + tuple([sizes[letter] for letter in out]), wider(f.kind for f in forms))


def _einsum_text(node: Node) -> str:
    inputs, out = _parts(node.payload)
    batches = [len(shape_of(a)) - len(i) for i, a in zip(inputs, node.args, strict=True)]
    found = _as_product(inputs, out, batches) if len(inputs) == 2 else ""
    if found:
        return found
    if [*map(len, inputs)] == [1, 1] and "".join(inputs) == out and not any(batches):
        return "np.outer({0}, {1})"
    if any(batches):
        inputs, out = ["..." + one for one in inputs], "..." + out
    given = ", ".join([f"{{{at}}}" for at in range(len(inputs))])
    several = ", optimize=True" * (len(inputs) > 2)
    return f'np.einsum("{",".join(inputs)}->{out}", {given}{several})'


def _quickly_spelled(node: Node) -> str:
    """The same in NumPy, where a method is much quicker than @ if one side is a vector."""
    text = _einsum_text(node)
    left, product, right = text.partition(" @ ")
    sizes = [len(shape_of(arg)) for arg in node.args]
    is_quick = product and 1 in sizes and max(sizes) <= 2 and left[-1] == "}"
    return f"{left}.dot({right})" if is_quick else text


def _as_product(inputs: list[str], out: str, batches: list[int]) -> str:
    """The contraction as a product of matrices, if it is one; empty if not."""
    summed = set(inputs[0]) & set(inputs[1]) - set(out)
    if len(summed) != 1 or max(map(len, inputs)) > 2:
        return ""
    (inner,) = summed
    for left, right in ((0, 1), (1, 0)):
        if inputs[left].replace(inner, "") + inputs[right].replace(inner, "") != out:
            continue
        vectors = [at for at in (left, right) if len(inputs[at]) == 1 and batches[at]]
        if vectors and (vectors != [left] or len(inputs[right]) == 1 or batches[right]):
            continue  # vectors along more axes are rows of a matrix, where the other is one matrix
        sides = [(left, inputs[left][-1] != inner), (right, inputs[right][0] != inner)]
        texts = [_turned(f"{{{at}}}", batches[at]) if turn else f"{{{at}}}" for at, turn in sides]
        return " @ ".join(texts)
    return ""


def _turned(text: str, batch: int) -> str:
    return f"np.swapaxes({text}, -1, -2)" if batch else f"{text}.T"


def _einsum_transposed(ct: Node, node: Node, at: int) -> Node:
    inputs, out = _parts(node.payload)
    others = [pair for place, pair in enumerate(zip(inputs, node.args, strict=True)) if place != at]
    letters = ",".join([out, *[one for one, _ in others]])
    lead = len(shape_of(ct)) - len(shape_of(node))
    found = direction_in(f"{letters}->{inputs[at]}", 0, ct, *[arg for _, arg in others])
    return unbroadcast(found, shape_of(node.args[at]), lead)


EINSUM: Op = row(
    "einsum",
    _einsum_form,
    _quickly_spelled,
    transpose=_einsum_transposed,
    out=True,
    xp=_einsum_text,
)


def einsum(letters: str, *args: Node) -> Node:
    """A contraction of the last axes, which the letters name; axes before them are broadcast. Each
    letter stands once in an argument, and again in the result or in another argument."""
    inputs, out = _parts(letters)
    for at, one in enumerate(args if len(args) == 2 else ()):
        if not shape_of(one) and inputs[1 - at] == out:  # a number times an array
            return mul(*args)
    return made(EINSUM, args, letters)


ABSORBING = row(  # of a product, and of what it is of: the product, in which nothing stays nothing
    "absorbing",
    lambda letters, product, *_: product,
    lambda node: f'zeros_absorb({{0}}, "{node.payload}", [{list_of(node)[5:]}])',
    view=True,
    absorbs=True,
    tangent=lambda node, dx, *_: dx,
    transpose=lambda ct, node, at: ct if at == 0 else None,
)


def direction_in(letters: str, at: int, *args: Node) -> Node:
    """A contraction in which a tangent or a cotangent is at that place, and the others may be
    infinite where it is nothing."""
    found = einsum(letters, *args)
    if found.op is not EINSUM or not is_partly_nothing(args[at]):
        return found
    inputs, out = _parts(letters)
    order = [at, *[place for place in range(len(args)) if place != at]]
    payload = f"{','.join([inputs[place] for place in order])}->{out}"
    return made(ABSORBING, (found, *[args[place] for place in order]), payload)


def matmul(a: Node, b: Node) -> Node:
    """a @ b, by NumPy's rules for vectors. Raises ValueError for shapes that do not fit."""
    ranks = len(shape_of(a)), len(shape_of(b))
    inner = shape_of(a)[-1:], shape_of(b)[-2:][:1]
    if 0 in ranks or inner[0] != inner[1]:
        what = f"a product of arrays of the shapes {shape_of(a)} and {shape_of(b)}"
        raise refused(ValueError, what, "as many columns as rows: (n, m) @ (m, k)")
    left, right = ("j" if ranks[0] == 1 else "ij"), ("j" if ranks[1] == 1 else "jk")
    return einsum(f"{left},{right}->{left[:-1]}{right[1:]}", a, b)
