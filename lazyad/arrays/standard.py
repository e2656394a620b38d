"""Functions that emitted source of the array API standard carries: their text is written into the
file.

In: arrays of any library that follows the standard, none of which is changed. Out: a new array. A
room of its own because `written` has the same for NumPy, which may assign.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
from __future__ import annotations


def array_namespace(arrays):
    """The library that the arrays are of, as the array API standard has it."""
    for x in arrays:
        if type(x).__module__ == "torch":  # which follows the standard in this package
            from array_api_compat import torch

            return torch
        if hasattr(x, "__array_namespace__"):
            return x.__array_namespace__()
    raise TypeError("no argument is an array of a library that follows the array API standard")


def complex_sum(real, imag):
    """real + imag * 1j, for which the standard has no function."""
    return real + 1j * imag


def as_narrow(x):
    """The array with float32 for its numbers."""
    xp = array_namespace((x,))
    return xp.astype(x, xp.float32)


def spread_along(x, axis, size, start, step):
    """Zeros along an axis, with the elements of x from `start` on, in steps."""
    xp = array_namespace((x,))
    axis, length = axis + x.ndim, x.shape[axis]
    at = xp.arange(size) - start
    there = (at >= 0) & (at < length * step) & (at % step == 0)
    rows = xp.take(x, xp.where(there, at // step, xp.zeros_like(at)), axis=axis)
    there = xp.reshape(there, (size, *(1,) * (x.ndim - axis - 1)))
    return xp.where(there, rows, xp.zeros_like(rows))


def placed_at(x, shape, at):
    """Zeros of that shape, with x at that index of its last axes."""
    xp = array_namespace((x,))
    at = at[1:] if at[0] is ... else at
    for axis in range(-1, -len(at) - 1, -1):  # from the last on: ints leave their axes out
        step = at[axis]
        size = shape[axis]
        if isinstance(step, slice) and step == slice(None):
            continue
        if not isinstance(step, slice):
            x = xp.expand_dims(x, axis=x.ndim + axis + 1)
        start = step.start if isinstance(step, slice) else step
        if x.shape[axis] == 0:
            x = xp.zeros((*x.shape[:axis], size, *x.shape[axis:][1:]), dtype=x.dtype)
            continue
        every = (step.step or 1) if isinstance(step, slice) else 1
        x = spread_along(x, axis, size, start, every)
    return x


def with_part(x, part, at):
    """x with another part at that index of its last axes."""
    xp = array_namespace((x,))
    there = placed_at(xp.ones_like(part), x.shape, at) != 0
    return xp.where(there, placed_at(part, x.shape, at), x)


def from_start(at, size):
    """Indices that may count from the end, as those that count from the start."""
    return array_namespace((at,)).where(at < 0, at + size, at)


def with_values(x, values, at):
    """x with other values at these places of its last axis; of several at one, the last."""
    xp = array_namespace((x,))
    size = x.shape[-1]
    at = from_start(at, size)
    order = xp.argsort(at, stable=True)
    known, every = xp.take(at, order, axis=0), xp.arange(size)
    writer = xp.searchsorted(known, every, side="right") - 1
    last = xp.where(writer < 0, xp.zeros_like(writer), writer)
    there = (writer >= 0) & (xp.take(known, last, axis=0) == every)
    new = xp.take(values, xp.take(order, last, axis=0), axis=values.ndim - 1)
    return xp.where(there, new, x)


def added_at(x, at, axis, size):
    """Zeros along an axis, with each element of x added at its place: a product with zeros and
    ones."""
    xp = array_namespace((x,))
    behind = -axis - 1
    place = x.ndim - behind - at.ndim
    lead, rest = x.shape[:place], x.shape[x.ndim - behind :]
    flat = from_start(xp.reshape(at, (-1,)), size)
    ones = xp.astype(xp.expand_dims(xp.arange(size), axis=1) == flat, x.dtype)
    count = 1
    for n in rest:
        count = count * n
    found = ones @ xp.reshape(x, (*lead, flat.shape[0], count))
    return xp.reshape(found, (*lead, size, *rest))


def added_along(x, at, axis, size):
    """Zeros, with each element of x added where `at` says along the axis."""
    xp = array_namespace((x,))
    place = x.ndim + axis
    every = xp.reshape(xp.arange(size), (size, *(1,) * -axis))
    chosen = xp.expand_dims(from_start(at, size), axis=at.ndim + axis) == every
    x = xp.expand_dims(x, axis=place)
    return xp.sum(xp.where(chosen, x, xp.zeros_like(x)), axis=place + 1)


def taken_at(x, at, axis):
    """The elements at these places of an axis, which the axes of the index replace."""
    xp = array_namespace((x,))
    place = x.ndim + axis
    flat = from_start(xp.reshape(at, (-1,)), x.shape[axis])
    found = xp.take(x, flat, axis=place)
    return xp.reshape(found, (*x.shape[:place], *at.shape, *x.shape[place + 1 :]))


def taken_along(x, at, axis):
    """One element along an axis for each index."""
    xp = array_namespace((x,))
    at = from_start(at, x.shape[axis])
    place = x.ndim + axis
    shape = (*x.shape[:place], at.shape[axis], *x.shape[place + 1 :])
    return xp.take_along_axis(x, xp.broadcast_to(at, shape), axis=place)


def place_of(at, sizes):
    """The index into several axes as one."""
    found = 0
    for one, size in zip(at, sizes):  # noqa: B905
        found = found * size + one
    return found


def cofactors_of(a):
    """det(a) * inv(a).T, which is there for every matrix: of its singular values."""
    xp = array_namespace((a,))
    u, s, vh = xp.linalg.svd(a)
    unit = xp.eye(s.shape[-1], dtype=s.dtype) != 0
    others = xp.where(unit, xp.ones_like(s[..., None, :]), s[..., None, :])
    sign = xp.linalg.det(u) * xp.linalg.det(vh)
    return sign[..., None, None] * ((u * xp.prod(others, axis=-1)[..., None, :]) @ vh)


def spectrum_in(x):
    """The transform of real numbers, with its real and imaginary parts as the last axis."""
    xp = array_namespace((x,))
    z = xp.fft.rfft(x)
    return xp.stack((xp.real(z), xp.imag(z)), axis=-1)


def in_spectrum(z, n):
    """The real numbers of which these are the real and imaginary parts of the transform."""
    xp = array_namespace((z,))
    return xp.fft.irfft(z[..., 0] + 1j * z[..., 1], n=n)
