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
    if "complex" in str(a.dtype):
        u, vh = xp.conj(u), xp.conj(vh)
    return sign[..., None, None] * ((u * xp.prod(others, axis=-1)[..., None, :]) @ vh)


def parts_in(found):
    """The array, or each of several; of complex numbers both parts, as the last axis."""
    if isinstance(found, tuple):
        return tuple([parts_in(x) for x in found])
    xp = array_namespace((found,))
    if "complex" not in str(found.dtype):
        return found
    return xp.stack((xp.real(found), xp.imag(found)), axis=-1)


def spectrum_in(x):
    """The transform of real numbers, with its real and imaginary parts as the last axis."""
    xp = array_namespace((x,))
    z = xp.fft.rfft(x)
    return xp.stack((xp.real(z), xp.imag(z)), axis=-1)


def in_spectrum(z, n):
    """The real numbers of which these are the real and imaginary parts of the transform."""
    xp = array_namespace((z,))
    return xp.fft.irfft(z[..., 0] + 1j * z[..., 1], n=n)


def erfc_far(y):
    """erfc(y) for y > 0.46, by the quotients of W. J. Cody (1969)."""
    xp = array_namespace((y,))
    y = xp.clip(y, 0.46, 30.0)  # from where on it is 0
    z = xp.clip(y, 0.46, 4.0)
    over, under = 2.15311535474403846e-8 * z, z
    for c, d in (
        (5.64188496988670089e-1, 1.57449261107098347e1),
        (8.88314979438837594, 1.17693950891312499e2),
        (6.61191906371416295e1, 5.37181101862009858e2),
        (2.98635138197400131e2, 1.62138957456669019e3),
        (8.81952221241769090e2, 3.29079923573345963e3),
        (1.71204761263407058e3, 4.36261909014324716e3),
        (2.05107837782607147e3, 3.43936767414372164e3),
    ):
        over, under = (over + c) * z, (under + d) * z
    middle = (over + 1.23033935479799725e3) / (under + 1.23033935480374942e3)
    z = xp.clip(y, 4.0, 30.0)
    w = 1.0 / (z * z)
    over, under = 1.63153871373020978e-2 * w, w
    for p, q in (
        (3.05326634961232344e-1, 2.56852019228982242),
        (3.60344899949804439e-1, 1.87295284992346725),
        (1.25781726111229246e-1, 5.27905102951428412e-1),
        (1.60837851487422766e-2, 6.05183413124413191e-2),
    ):
        over, under = (over + p) * w, (under + q) * w
    far = w * (over + 6.58749161529837803e-4) / (under + 2.33520497626869185e-3)
    far = (0.5641895835477562869 - far) / z
    near = xp.trunc(y * 16.0) / 16.0  # whose square is exact
    bell = xp.exp(-near * near) * xp.exp(-(y - near) * (y + near))
    return bell * xp.where(y < 4.0, middle, far)


def erf_near(x):
    """erf(x) for |x| < 0.47, by W. J. Cody's quotient."""
    z = x * x
    over, under = 1.85777706184603153e-1 * z, z
    for a, b in (
        (3.16112374387056560, 2.36012909523441209e1),
        (1.13864154151050156e2, 2.44024637934444173e2),
        (3.77485237685302021e2, 1.28261652607737228e3),
    ):
        over, under = (over + a) * z, (under + b) * z
    return x * (over + 3.20937758913846947e3) / (under + 2.84423683343917062e3)


def erf_in(x):
    """erf(x)."""
    xp = array_namespace((x,))
    near = erf_near(xp.clip(x, -0.47, 0.47))
    return xp.where(xp.abs(x) < 0.465, near, xp.sign(x) * (1.0 - erfc_far(xp.abs(x))))


def erfc_in(x):
    """erfc(x)."""
    xp = array_namespace((x,))
    near = 1.0 - erf_near(xp.clip(x, -0.47, 0.47))
    far = erfc_far(xp.abs(x))
    return xp.where(xp.abs(x) < 0.465, near, xp.where(x < 0.0, 2.0 - far, far))


def gammaln_in(x):
    """The logarithm of |gamma(x)|: about 2 by its series, far away by Stirling's."""
    xp = array_namespace((x,))
    y = xp.where(x < 0.0, 1.0 - x, x)
    z, one = xp.clip(y, 0.0, 8.0), xp.ones_like(y)
    low = z < 0.5
    factor = xp.where(low, one / xp.where(low, z, one), one)
    z = xp.where(low, z + 1.0, z)
    for _ in range(6):
        high = z > 2.5
        z = xp.where(high, z - 1.0, z)
        factor = xp.where(high, factor * z, factor)
    low = z < 1.5
    less = xp.where(low, xp.log1p(xp.where(low, z - 1.0, 0.0 * one)), 0.0 * one)
    z = xp.where(low, z - 1.0, z - 2.0)
    total = 0.0 * z
    for c in (  # (-1)**k * (zeta(k) - 1) / k, from k = 28 to 2
        1.330476437424449e-10,
        -2.7595228851242334e-10,
        5.731367241678862e-10,
        -1.1921401405860912e-09,
        2.4836745438024785e-09,
        -5.183475041970047e-09,
        1.0838659214896955e-08,
        -2.2711094608943164e-08,
        4.7698101693639804e-08,
        -1.0043224823968099e-07,
        2.1207184805554665e-07,
        -4.492469198764566e-07,
        9.55141213040742e-07,
        -2.039215753801366e-06,
        4.374866789907488e-06,
        -9.439488275268397e-06,
        2.050721277567069e-05,
        -4.492623673813314e-05,
        9.945751278180853e-05,
        -0.00022315475845357939,
        0.0005096695247430425,
        -0.001192753911703261,
        0.0028905103307415234,
        -0.007385551028673986,
        0.020580808427784546,
        -0.0673523010531981,
        0.3224670334241132,
    ):
        total = (c + total) * z
    near = xp.log(factor) - less + z * (0.42278433509846713939 + total)
    z = xp.clip(y, 8.0, None)
    w = 1.0 / z / z
    rest = 0.0 * w
    for c in (
        -3617 / 122400,
        1 / 156,
        -691 / 360360,
        1 / 1188,
        -1 / 1680,
        1 / 1260,
        -1 / 360,
        1 / 12,
    ):
        rest = rest * w + c
    far = (z - 0.5) * (xp.log(z) - 1.0) + 0.41893853320467274178 + rest / z
    found = xp.where(y < 8.0, near, far)
    turn = xp.where(x < 0.0, x - xp.round(x), 0.5 * one)
    turn = xp.abs(xp.sin(3.14159265358979324 * turn))
    return xp.where(x < 0.0, 1.14472988584940017414 - xp.log(turn) - found, found)


def digamma_in(x):
    """The derivative of gammaln, by its asymptotic series from 10 on."""
    xp = array_namespace((x,))
    z = xp.where(x < 0.0, 1.0 - x, x)
    found = xp.zeros_like(z)
    for _ in range(10):
        low = z < 10.0
        found = found - xp.where(low, 1.0 / xp.where(low, z, xp.ones_like(z)), xp.zeros_like(z))
        z = xp.where(low, z + 1.0, z)
    w = 1.0 / z / z
    rest = 0.0 * w
    for c in (1 / 12, -691 / 32760, 1 / 132, -1 / 240, 1 / 252, -1 / 120, 1 / 12):
        rest = (rest + c) * w
    found = found + xp.log(z) - 0.5 / z - rest
    turn = xp.where(x < 0.0, x - xp.round(x), 0.25 * xp.ones_like(z))
    beyond = 3.14159265358979324 / xp.tan(3.14159265358979324 * turn)
    return xp.where(x < 0.0, found - beyond, found)
