"""Functions that emitted source of whole arrays carries, where NumPy has none: their text is
written into the file.

In: arrays. Out: a new array. A room of its own because nothing here knows a Node.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # emitted files import them
    import numpy as np
    from scipy import linalg


def placed(x, shape, at):
    """Zeros of that shape, with x, which may be a number of Python's, at that index."""
    out = np.zeros(shape, np.result_type(x, 0.0))
    out[at] = x
    return out


def updated(x, part, at):
    """x with another part at that index."""
    out = np.array(x)
    out[at] = part
    return out


def complex_array(real, imag):
    """real + imag * 1j, with an infinite or a negative zero of each part as it is."""
    kind = np.result_type(real, imag, 1j)
    out = np.empty(np.broadcast_shapes(np.shape(real), np.shape(imag)), kind)
    out.real, out.imag = real, imag
    return out[()]


def put(x, values, at):
    """x with other values at these places of its last axis."""
    out = np.array(x)
    out[..., at] = values
    return out


def scattered(x, at, axis, size):
    """Zeros along an axis, with each element of x added at its place."""
    x = np.asarray(x, np.result_type(x, 0.0))
    rest = x.shape[x.ndim + axis + 1 :]
    lead = x.shape[: x.ndim - len(rest) - at.ndim]
    out = np.zeros((size, *lead, *rest), x.dtype)
    rows = np.moveaxis(x.reshape(*lead, at.size, *rest), axis, 0)
    np.add.at(out, at.ravel(), rows)
    return np.moveaxis(out, 0, len(lead))


def scattered_along(x, at, axis, size):
    """Zeros, with each element of x added where `at` says along the axis."""
    out = np.zeros((*x.shape[: x.ndim + axis], size, *x.shape[x.ndim + axis + 1 :]), x.dtype)
    places = list(np.ogrid[tuple(slice(n) for n in x.shape)])
    places[axis] = np.broadcast_to(at, x.shape)
    np.add.at(out, tuple(places), x)
    return out


def zeros_absorb(product, letters, factors):
    """np.einsum(letters, *factors) in which a zero of the first factor is not multiplied: others
    may be infinite there. The product itself, if it is finite."""
    if np.isfinite(np.sum(product)):
        return product
    inputs, _, out = letters.partition("->")
    (x, *others), (first, *rest) = factors, inputs.split(",")
    both = "".join(dict.fromkeys("".join(rest)))
    y = np.einsum(f"{','.join(['...' + one for one in rest])}->...{both}", *others)
    along = f"...{first},...{both}->...{out}"
    sign, odd, infinite = np.sign(x), ~np.isfinite(y), np.isinf(y)
    found = np.einsum(along, x, np.where(odd, 0.0, y))
    met = np.einsum(along, abs(sign), odd * 1.0)  # so many of these, and those of one sign
    total = np.einsum(along, sign, np.where(infinite, np.sign(y), 0.0))
    limit = np.where(abs(total) == met, np.copysign(np.inf, total), np.nan)
    return np.where(met == 0.0, found, found + limit)


def cofactors(a):
    """det(a) * inv(a).T, which is there for every matrix: of its singular values."""
    u, s, vh = np.linalg.svd(a)
    others = np.where(np.eye(s.shape[-1], dtype=bool), 1.0, s[..., None, :])
    sign = np.linalg.det(u) * np.linalg.det(vh)
    inner = u.conj() * np.prod(others, axis=-1)[..., None, :]
    return sign[..., None, None] * (inner @ vh.conj())


def of_matrices(function, a):
    """A function of scipy.linalg's of each of the matrices, where it is real."""
    found = [function(one) for one in a.reshape(-1, *a.shape[-2:])]
    if any(np.iscomplexobj(one) and abs(one.imag).max() > 1e-8 * abs(one).max() for one in found):
        raise np.linalg.LinAlgError(f"{function.__name__} of this matrix is not real")
    return np.array([one.real for one in found], a.dtype).reshape(a.shape)


def frechet(function, a, e):
    """The derivative of function(a) along e: a corner of that of [[a, e], [0, a]]."""
    n = a.shape[-1]
    a, e = np.broadcast_arrays(a, e)
    whole = np.zeros((*a.shape[:-2], 2 * n, 2 * n), a.dtype)
    whole[..., :n, :n] = whole[..., n:, n:] = a
    whole[..., :n, n:] = e
    return of_matrices(function, whole)[..., :n, n:]


def sylvester(a, b, q):
    """The x of a @ x + x @ b = q, of each of the matrices."""
    stack = np.broadcast_shapes(a.shape[:-2], b.shape[:-2], q.shape[:-2])
    parts = [np.broadcast_to(one, (*stack, *one.shape[-2:])) for one in (a, b, q)]
    rows = [one.reshape(-1, *one.shape[-2:]) for one in parts]
    found = [linalg.solve_sylvester(*one) for one in zip(*rows)]  # noqa: B905
    return np.array(found, q.dtype).reshape(*stack, *q.shape[-2:])


def of_parts(z):
    """The complex numbers whose real and imaginary parts are the last axis."""
    return z[..., 0] + 1j * z[..., 1]


def parts_of(found):
    """The array, or each of several; of complex numbers both parts, as the last axis."""
    if isinstance(found, tuple):
        return tuple([parts_of(x) for x in found])
    return np.stack((found.real, found.imag), axis=-1) if np.iscomplexobj(found) else found


def eigen_of(a):
    """np.linalg.eig(a), with real and imaginary parts as the last axes."""
    values, vectors = np.linalg.eig(a)
    return parts_of((values + 0j, vectors + 0j))


def spectrum_of(x):
    """np.fft.rfft(x), with its real and imaginary parts as the last axis."""
    z = np.fft.rfft(x)
    return np.stack((z.real, z.imag), axis=-1)


def of_spectrum(z, n):
    """np.fft.irfft of n numbers, of real and imaginary parts."""
    return np.fft.irfft(z[..., 0] + 1j * z[..., 1], n)
