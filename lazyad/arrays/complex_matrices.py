"""Rows of complex matrices, whose real and imaginary parts are one more axis, the last one.

In: a Node of such matrices, or of real ones. Out: Nodes of that kind, each with its tangent. A room
of its own because the formulas are those of `matrices` with conjugates, and here alone complex
numbers are no pairs of Nodes but one.

Eigenvectors and singular vectors have a phase that nobody knows, so that their derivatives are
those of one choice of it: for the derivatives of values, which do not depend on it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lazyad import ops
from lazyad.arrays.forms import shape_of
from lazyad.arrays.matrices import (
    column,
    line,
    one_over,
    product,
    rows_and_columns,
    solve,
)
from lazyad.arrays.reductions import MAX
from lazyad.arrays.rows import row
from lazyad.arrays.slices import concat, cut, stack
from lazyad.arrays.sums import total
from lazyad.arrays.views import reshape, swapped
from lazyad.complexes import Complex
from lazyad.graph import Node, Op
from lazyad.regions import item, made
from lazyad.values.structure import Form


def halves(z: Node) -> Complex:
    """The complex numbers of which these are the parts."""
    return Complex(*[cut(z, (at,)) for at in (0, 1)])


def joined(z: Complex) -> Node:
    """Both parts as the last axis."""
    return stack([*z.kept()], -1)


def _item(node: Node, at: int) -> Complex:
    return halves(item(node, at))


def _each(function: Callable[..., Node], *args: Any) -> Complex:
    """A function of real matrices, of the real parts and of the imaginary ones."""
    pairs = [one.kept() if isinstance(one, Complex) else (one, one) for one in args]
    return Complex(*[function(*[pair[at] for pair in pairs]) for at in (0, 1)])


def _times(*matrices: Complex) -> Complex:
    """The product of matrices, from the left."""
    found = matrices[0]
    for one in matrices[1:]:
        a, b, c, d = *found.kept(), *one.kept()
        found = Complex(product(a, c) - product(b, d), product(a, d) + product(b, c))
    return found


def _adjoint(a: Complex) -> Complex:
    return Complex(swapped(a.real), -swapped(a.imag))


def _over(a: Complex, b: Complex) -> Complex:
    """The x of a @ x = b, of real matrices of twice the size."""
    both = concat([concat([a.real, -a.imag], -1), concat([a.imag, a.real], -1)], -2)
    found, n = solve(both, concat([b.real, b.imag], -2)), shape_of(a.real)[-1]
    return Complex(*[cut(found, ((at, at + n, 1), None)) for at in (0, n)])


def _diagonal(a: Node) -> Node:
    down, right = rows_and_columns(shape_of(a)[-1])
    return total(ops.where(ops.eq(down, right), a, 0.0), (-1,), False)


def _lower(a: Node, on: float) -> Node:
    """What is below the diagonal, and this much of what is on it."""
    down, right = rows_and_columns(shape_of(a)[-1])
    return ops.where(ops.gt(down, right), a, ops.where(ops.eq(down, right), on * a, 0.0))


def _trace(a: Complex) -> Complex:
    return _each(lambda part: total(_diagonal(part), (-1,), False), a)


def _number(z: Form) -> Form:
    return Form((*z.shape[:-3], 2), z.kind)


def _row(name: str, form: Any, tangent: Any, text: str = "np.linalg.{}({})") -> Op:
    spell = f"parts_of({text.format(name, 'of_parts({0})')})"
    xp = spell.replace("parts_of", "parts_in").replace("cofactors", "cofactors_of")
    return row(f"complex_{name}", form, spell, tangent=tangent, xp=lambda node: xp, raises=True)


# ---------------------------------------------------------------------------------- numbers


def _of_cofactors(node: Node, dz: Node) -> Node:
    found, moved = halves(node), _over(halves(node.args[0]), halves(dz))
    spread = _each(lambda part: reshape(part, (1, 1), 0), _trace(moved))
    return joined(spread * found - _times(found, _each(swapped, moved)))


def _of_det(node: Node, dz: Node) -> Node:
    terms = halves(made(COFACTORS, node.args, None)) * halves(dz)
    return joined(_each(lambda part: total(part, (-2, -1)), terms))


def _of_slogdet(node: Node, dz: Node) -> tuple[Node, Node]:
    sign, turn = _item(node, 0), _trace(_over(halves(node.args[0]), halves(dz)))
    return joined(sign * Complex(0.0, turn.imag)), turn.real


COFACTORS = _row("cofactors", lambda p, z: z, _of_cofactors, "{}({})")
DET = _row("det", lambda p, z: _number(z), _of_det)
SLOGDET = _row("slogdet", lambda p, z: (_number(z), Form(z.shape[:-3], z.kind)), _of_slogdet)


# ---------------------------------------------------------------------------------- factors


def _of_cholesky(node: Node, dz: Node) -> Node:
    factor = halves(node)
    inner = _over(factor, _adjoint(_over(factor, halves(dz))))
    return joined(_times(factor, _each(lambda part: _lower(part, 0.5), inner)))


def _of_eigh(node: Node, dz: Node) -> tuple[Node, Node]:
    w, v = item(node, 0), _item(node, 1)
    inner = _times(_adjoint(v), halves(dz), v)
    gaps = one_over(line(w) - column(w))
    return _diagonal(inner.real), joined(_times(v, _each(ops.mul, inner, gaps)))


def _of_svd(node: Node, dz: Node) -> tuple[Node, Node, Node]:
    """The formulas of `matrices`; and what turns both vectors against each other is u's."""
    u, s, vh = _item(node, 0), item(node, 1), _item(node, 2)
    da, v = halves(dz), _adjoint(vh)
    right, left = _times(da, v), _times(_adjoint(da), u)
    inner = _times(_adjoint(u), right)
    gaps = one_over((line(s) - column(s)) * (line(s) + column(s)))
    by_lines, by_columns = [_each(ops.mul, inner, side(s)) for side in (line, column)]
    phase = Complex(0.0, line(_diagonal(inner.imag) / s))
    du = _times(u, _each(ops.mul, by_lines + _adjoint(by_lines), gaps)) + u * phase
    dv = _times(v, _each(ops.mul, by_columns + _adjoint(by_columns), gaps))
    (m, n), k = shape_of(node.args[0])[-3:-1], shape_of(s)[-1]
    if m > k:
        du = du + _each(ops.div, right - _times(u, inner), line(s))
    if n > k:
        dv = dv + _each(ops.div, left - _times(v, _adjoint(inner)), line(s))
    return joined(du), _diagonal(inner.real), joined(_adjoint(dv))


def _of_qr(node: Node, dz: Node) -> tuple[Node, Node]:
    """What is on the diagonal of r stays real, as LAPACK leaves it."""
    q, r = _item(node, 0), _item(node, 1)
    moved = _adjoint(_over(_adjoint(r), _adjoint(halves(dz))))  # da @ inv(r)
    inner = _times(_adjoint(q), moved)
    lower = _each(lambda part: _lower(part, 0.0), inner)
    turn = lower - _adjoint(lower) + Complex(0.0, _lower(inner.imag, 1.0) - lower.imag)
    return joined(_times(q, turn - inner) + moved), joined(_times(inner - turn, r))


def _svd_forms(p: Any, z: Form) -> tuple[Form, Form, Form]:
    *stack, m, n, _ = z.shape
    k = min(m, n)
    shapes = (*stack, m, k, 2), (*stack, k), (*stack, k, n, 2)
    return Form(shapes[0], z.kind), Form(shapes[1], z.kind), Form(shapes[2], z.kind)


def _qr_forms(p: Any, z: Form) -> tuple[Form, Form]:
    *stack, _, n, _ = z.shape
    return z, Form((*stack, n, n, 2), z.kind)


CHOLESKY = _row("cholesky", lambda p, z: z, _of_cholesky)
EIGH = _row("eigh", lambda p, z: (Form(z.shape[:-2], z.kind), z), _of_eigh)
SVD = _row("svd", _svd_forms, _of_svd, "np.linalg.{}({}, full_matrices=False)")
QR = _row("qr", _qr_forms, _of_qr)


def _of_eig(node: Node, da: Node) -> tuple[Node, Node]:
    """Eigenvectors keep their length, and their largest number real."""
    (wr, wi), (vr, vi) = [_item(node, at).kept() for at in (0, 1)]
    moved = _over(_item(node, 1), Complex(product(da, vr), product(da, vi)))
    xr, xi = moved.kept()
    down, right = rows_and_columns(shape_of(vr)[-1])
    on = ops.eq(down, right)
    gr, gi = line(wr) - column(wr), line(wi) - column(wi)
    size = ops.where(on, float("inf"), gr * gr + gi * gi)
    pr, pi = (gr * xr + gi * xi) / size, (gr * xi - gi * xr) / size
    ur, ui = product(vr, pr) - product(vi, pi), product(vr, pi) + product(vi, pr)
    along = total(vr * ur + vi * ui, (-2,), True)
    lengths = vr * vr + vi * vi
    first = ops.eq(lengths, made(MAX, (lengths,), ((-2,), True)))
    turn = [total(ops.where(first, one, 0.0), (-2,), True) for one in (ui, vr)]
    angle = turn[0] / turn[1]
    dv = ur - vr * along + vi * angle, ui - vi * along - vr * angle
    return joined(_each(_diagonal, moved)), stack([*dv], -1)


EIG = row(  # with real and imaginary parts as last axes
    "eig",
    lambda p, a: (Form((*a.shape[:-1], 2), a.kind), Form((*a.shape, 2), a.kind)),
    "eigen_of({0})",
    scipy="eig",
    tangent=_of_eig,
    raises=True,
)
