"""Rows of matrices, and of what is normalized along an axis: those whose tangent is no partial.

In: Nodes of arrays whose last two axes are a matrix. Out: Nodes, each with its tangent (Giles,
Collected matrix derivative results, 2008; the rules of JAX). A room of its own because these are
formulas of linear algebra, and `rows` is how arrays are put together.

Where matrices are read in part, so is their tangent: `cholesky` and `eigh` see the lower triangle
alone, as NumPy does. Eigenvectors of equal eigenvalues, and singular vectors of equal singular
values, have no derivative: theirs is inf or nan, as in JAX; that of the values is there. A matrix
that is not of full rank raises NumPy's LinAlgError where its inverse is asked for, as by the
derivatives of `inv`, `solve`, `qr` and `slogdet`; `det` has its first derivative there.
"""

from __future__ import annotations

from functools import reduce
from typing import Any

from lazyad import ops
from lazyad.arrays.constants import COUNT, full
from lazyad.arrays.contractions import einsum
from lazyad.arrays.forms import broadcast, form_of, shape_of, wider
from lazyad.arrays.reductions import MAX
from lazyad.arrays.rows import Shape, row
from lazyad.arrays.slices import concat, cut
from lazyad.arrays.sums import broadcast_to, reduced_form, total, with_axes
from lazyad.arrays.views import reshape, swapped
from lazyad.graph import ZERO, Node, Op
from lazyad.regions import item, made
from lazyad.values.errors import refused
from lazyad.values.origin import describe
from lazyad.values.structure import Form

# ---------------------------------------------------------------------------------- products


def product(*matrices: Node) -> Node:
    """The product of matrices, or of stacks of them, from the left."""
    found = matrices[0]
    for one in matrices[1:]:
        found = einsum("ij,jk->ik", found, one)
    return found


def rows_and_columns(size: int) -> tuple[Node, Node]:
    """The numbers of a matrix's rows, and of its columns, which broadcast."""
    count = made(COUNT, (), size)
    return reshape(count, (size, 1)), count


def one_over(gaps: Node) -> Node:
    """1 / gaps beside the diagonal, where they are 0; and 0 on it."""
    down, right = rows_and_columns(shape_of(gaps)[-1])
    on = ops.eq(down, right)
    return ops.where(on, 0.0, 1.0 / ops.where(on, 1.0, gaps))


def column(x: Node) -> Node:
    return reshape(x, (shape_of(x)[-1], 1), 1)


def line(x: Node) -> Node:
    return reshape(x, (1, shape_of(x)[-1]), 1)


def from_lower(x: Node) -> Node:
    """The symmetric matrix with that lower triangle, which is all that is read of it."""
    down, right = rows_and_columns(shape_of(x)[-1])
    return ops.where(ops.ge(down, right), x, swapped(x))


# ---------------------------------------------------------------------------------- systems


def _of_solve(node: Node, da: Node, db: Node) -> Node:
    a = node.args[0]
    moved = ZERO if da is ZERO else -product(da, node)
    moved = db if moved is ZERO else moved if db is ZERO else db + moved
    return made(SOLVE, (a, moved), None)


def _of_order(k: int, y: Any, a: Any, b: Any) -> Node:
    """The k-th coefficient of a y = b."""
    rest = b[k]
    for j in range(1, k + 1):
        if a[j] is not ZERO and y[k - j] is not ZERO:
            term = product(a[j], y[k - j])
            rest = -term if rest is ZERO else rest - term
    return ZERO if rest is ZERO else solve(a[0], rest)


SOLVE: Op = row(
    "solve",
    lambda p, a, b: Form(
        broadcast([a.shape[:-2], b.shape[:-2]]) + b.shape[-2:], wider([a.kind, b.kind])
    ),
    "np.linalg.solve({0}, {1})",
    tangent=_of_solve,
    series=_of_order,
    transpose=lambda ct, node, at: made(SOLVE, (swapped(node.args[0]), ct), None) if at else None,
    raises=True,
)


def solve(a: Node, b: Node) -> Node:
    """The x of a @ x = b, each column of b by itself."""
    stack = broadcast([shape_of(a)[:-2], shape_of(b)[:-2]])
    a, b = [broadcast_to(one, (*stack, *shape_of(one)[-2:])) for one in (a, b)]
    return made(SOLVE, (a, b), None)


INV: Op = row(
    "inv",
    lambda p, a: a,
    "np.linalg.inv({0})",
    tangent=lambda node, da: -product(node, da, node),
    raises=True,
)


def _number_of(p: Any, a: Form) -> Form:
    return Form(a.shape[:-2], a.kind)


def _of_cofactors(node: Node, da: Node) -> Node:
    back = swapped(made(INV, node.args, None))
    scale = reshape(einsum("ij,ij->", back, da), (1, 1), 0)
    return scale * node - product(back, swapped(da), node)


COFACTORS: Op = row(  # det(a) * inv(a).T, but for every matrix
    "cofactors",
    lambda p, a: a,
    "cofactors({0})",
    tangent=_of_cofactors,
    xp=lambda node: "cofactors_of({0})",
    raises=True,
)
DET = row(
    "det",
    _number_of,
    "np.linalg.det({0})",
    tangent=lambda node, da: einsum("ij,ij->", made(COFACTORS, node.args, None), da),
)
SLOGDET = row(
    "slogdet",
    lambda p, a: (_number_of(p, a), _number_of(p, a)),
    "np.linalg.slogdet({0})",
    tangent=lambda node, da: (ZERO, einsum("ij,ij->", swapped(made(INV, node.args, None)), da)),
)


# ---------------------------------------------------------------------------------- factors


def _of_cholesky(node: Node, da: Node) -> Node:
    inner = solve(node, swapped(solve(node, from_lower(da))))
    down, right = rows_and_columns(shape_of(node)[-1])
    half = ops.where(ops.eq(down, right), 0.5 * inner, 0.0)
    return product(node, ops.where(ops.gt(down, right), inner, half))


CHOLESKY = row(
    "cholesky", lambda p, a: a, "np.linalg.cholesky({0})", tangent=_of_cholesky, raises=True
)


def items(op: Op, *args: Node) -> list[Node]:
    """The arrays that an op of several comes to."""
    whole = made(op, args, None)
    return [item(whole, at) for at in range(len(form_of(whole)))]


def _of_eigh(node: Node, da: Node) -> tuple[Node, Node]:
    w, v = item(node, 0), item(node, 1)
    moved = product(from_lower(da), v)
    turned = einsum("ji,jk->ik", v, moved)
    gaps = one_over(line(w) - column(w))
    return einsum("ji,ji->i", v, moved), product(v, gaps * turned)


EIGH = row(
    "eigh",
    lambda p, a: (Form(a.shape[:-1], a.kind), a),
    "np.linalg.eigh({0})",
    tangent=_of_eigh,
    raises=True,
)


def _svd_forms(p: Any, a: Form) -> tuple[Form, Form, Form]:
    *stack, m, n = a.shape
    k = min(m, n)
    shapes = (*stack, m, k), (*stack, k), (*stack, k, n)
    return Form(shapes[0], a.kind), Form(shapes[1], a.kind), Form(shapes[2], a.kind)


def _of_svd(node: Node, da: Node) -> tuple[Node, Node, Node]:
    u, s, vh = [item(node, at) for at in range(3)]
    v = swapped(vh)
    right, left = product(da, v), product(swapped(da), u)
    inner = einsum("ji,jk->ik", u, right)
    gaps = one_over((line(s) - column(s)) * (line(s) + column(s)))
    of_u = inner * line(s)
    of_v = inner * column(s)
    du = product(u, gaps * (of_u + swapped(of_u)))
    dv = product(v, gaps * (of_v + swapped(of_v)))
    (m, n), k = shape_of(node.args[0])[-2:], shape_of(s)[-1]
    if m > k:
        du = du + (right - product(u, inner)) / line(s)
    if n > k:
        dv = dv + (left - product(v, swapped(inner))) / line(s)
    return du, einsum("ji,ji->i", u, right), swapped(dv)


SVD = row(
    "svd", _svd_forms, "np.linalg.svd({0}, full_matrices=False)", tangent=_of_svd, raises=True
)


def _qr_forms(p: Any, a: Form) -> tuple[Form, Form]:
    n = a.shape[-1]
    return a, Form((*a.shape[:-2], n, n), a.kind)


def _of_qr(node: Node, da: Node) -> tuple[Node, Node]:
    q, r = item(node, 0), item(node, 1)
    moved = swapped(solve(swapped(r), swapped(da)))  # da @ inv(r)
    inner = einsum("ji,jk->ik", q, moved)
    down, right = rows_and_columns(shape_of(r)[-1])
    lower = ops.where(ops.gt(down, right), inner, 0.0)
    turn = lower - swapped(lower)
    return product(q, turn - inner) + moved, product(inner - turn, r)


QR = row(
    "qr", _qr_forms, "np.linalg.qr({0})", tangent=_of_qr, raises=True
)  # of as many rows as columns


# ---------------------------------------------------------------------------------- functions


def _block(a: Node, e: Node) -> Node:
    """[[a, e], [0, a]], of which a function has its derivative at a along e in a corner."""
    shape = broadcast([shape_of(a), shape_of(e)])
    a, e = broadcast_to(a, shape), broadcast_to(e, shape)
    zeros = full(shape, 0.0, form_of(a).kind)
    return concat([concat([a, e], -1), concat([zeros, a], -1)], -2)


def _corner(x: Node) -> Node:
    half = shape_of(x)[-1] // 2
    return cut(x, ((0, half, 1), (half, 2 * half, 1)))


def _of_frechet(node: Node, da: Node, de: Node) -> Node:
    a, e = node.args
    if da is ZERO:
        return made(node.op, (a, de), None)
    zeros = full(shape_of(da), 0.0, form_of(a).kind)
    moved = _block(da, zeros if de is ZERO else de)
    return _corner(made(node.op, (_block(a, e), moved), None))


def _none_of_functions(k: int, y: Any, a: Any) -> Node:
    what = f"the Taylor coefficients of scipy.linalg.{y[0].op.name}"
    raise refused(TypeError, what, "jvp, or the power series", describe(y[0].origin))


def _function(name: str, spell: str) -> Op:
    """A function of matrices of scipy.linalg's, and its derivative at a along e."""
    derivative = row(
        f"{name}_frechet",
        lambda p, a, e: Form(broadcast([a.shape, e.shape]), e.kind),
        f"frechet(linalg.{name}, {{0}}, {{1}})",
        scipy=name,
        tangent=_of_frechet,
        transpose=lambda ct, node, at: (
            made(node.op, (swapped(node.args[0]), ct), None) if at else None
        ),
    )
    return row(
        name,
        lambda p, a: a,
        spell,
        tangent=lambda node, da: made(derivative, (node.args[0], da), None),
        series=_none_of_functions,
        scipy=name,
        raises=True,
    )


EXPM = _function("expm", "linalg.expm({0})")
MATRIX_FUNCTIONS = [
    _function(name, f"of_matrices(linalg.{name}, {{0}})")
    for name in ("sqrtm", "logm", "cosm", "sinm")
]


def _of_sylvester(node: Node, da: Node, db: Node, dq: Node) -> Node:
    a, b, _ = node.args
    moved = [one for one in (dq,) if one is not ZERO]
    moved += [] if da is ZERO else [-product(da, node)]
    moved += [] if db is ZERO else [-product(node, db)]
    return made(SYLVESTER, (a, b, reduce(ops.add, moved)), None)


SYLVESTER: Op = row(
    "sylvester",
    lambda p, a, b, q: Form(
        broadcast([a.shape[:-2], b.shape[:-2], q.shape[:-2]]) + q.shape[-2:], q.kind
    ),
    "sylvester({0}, {1}, {2})",
    scipy="solve_sylvester",
    tangent=_of_sylvester,
    transpose=lambda ct, node, at: (
        made(SYLVESTER, (swapped(node.args[0]), swapped(node.args[1]), ct), None)
        if at == 2
        else None
    ),
    raises=True,
)

# ---------------------------------------------------------------------------------- softmax


def _shifted(x: Node, axes: Shape) -> tuple[Node, Node]:
    """The largest of each row, 0 where that is no number, and the rest from there."""
    most = made(MAX, (x,), (axes, True))
    most = ops.where(ops.lt(ops.abs(most), float("inf")), most, 0.0)
    return most, x - most


def _softmax(node: Node) -> Node:
    powers = ops.exp(_shifted(node.args[0], node.payload)[1])
    return powers / total(powers, node.payload, True)


SOFTMAX: Op = row(
    "softmax",
    lambda axes, x: x,
    None,
    tangent=lambda node, dx: node * (dx - total(node * dx, node.payload, True)),
    define=_softmax,
)


def softmax(x: Node, axes: Shape) -> Node:
    return made(SOFTMAX, (x,), axes)


def _log_softmax(node: Node) -> Node:
    _, rest = _shifted(node.args[0], node.payload)
    return rest - ops.log(total(ops.exp(rest), node.payload, True))


LOG_SOFTMAX = row(
    "log_softmax",
    lambda axes, x: x,
    None,
    tangent=lambda node, dx: dx - total(ops.exp(node) * dx, node.payload, True),
    define=_log_softmax,
)


def _logsumexp(node: Node) -> Node:
    axes, keep = node.payload
    most, rest = _shifted(node.args[0], axes)
    found = most + ops.log(total(ops.exp(rest), axes, True))
    return found if keep else reshape(found, shape_of(node), len(shape_of(found)))


LOGSUMEXP = row(
    "logsumexp",
    reduced_form,
    None,
    tangent=lambda node, dx: total(
        ops.exp(node.args[0] - with_axes(node, node)) * dx, node.payload[0], node.payload[1]
    ),
    define=_logsumexp,
)
