"""NumPy on traced values: each function's Nodes evaluate to what NumPy computes on the floats.

Bit for bit where NumPy adds, multiplies, divides, takes roots, compares or moves elements; within
rounding where it calls a library that rounds in its own way.
"""

import copy
import itertools
import math
import operator
import pickle
import re
import sys
from typing import NamedTuple

import numpy as np
import pytest
import scipy.special as special
from scipy import linalg
from scipy.spatial import distance, distance_matrix

import lazyad as la
from lazyad.complexes import parts
from lazyad.dual import Dual
from lazyad.evaluation import evaluate
from lazyad.graph import Node, lifted
from lazyad.tracing import names
from lazyad.tracing.numpy.arrays import (
    REPLACED,
    Array,
    array_of,
    constant,
    elementwise,
    numbers,
    replacement,
)

trapezoid = getattr(np, "trapezoid", None) or np.trapz
RNG = np.random.default_rng(7)
M34, M44, M33 = RNG.normal(size=(3, 4)), RNG.normal(size=(4, 4)), RNG.normal(size=(3, 3))
V3, V4 = RNG.normal(size=3), RNG.normal(size=4)
MASK = np.array([True, False, True, True])
INTS = np.array([3, 1, 2, 5])
SINGLE = np.array([0.1, 2.5, 3.7, -1.0], np.float32)


def traced(values, name="x"):
    """An Array of inputs for the floats, and what they evaluate to."""
    values = np.asarray(values, float)
    nodes = [Node.input(f"{name}{i}") for i in range(values.size)]
    array = array_of(nodes, values.shape)
    if values.flags.fnc:
        array = array_of(nodes, values.T.shape).T
        return array, dict(zip(nodes, values.T.ravel().tolist(), strict=True))
    return array, dict(zip(nodes, values.ravel().tolist(), strict=True))


def value(result, known):
    """The result with every Node evaluated."""
    if isinstance(result, (list, tuple)):
        return [value(item, known) for item in result]
    if isinstance(result, np.ndarray):
        pairs = zip(*map(parts, result.ravel().tolist()), strict=True)
        real, imag = [np.array(evaluate([*map(lifted, one)], known)) for one in pairs]
        found = real + 1j * imag if result.dtype.kind == "c" else real
        return found.reshape(result.shape)
    return evaluate([lifted(result)], known)[0]


def agree(got, want, tolerance=0.0):
    if isinstance(want, (list, tuple)):
        assert len(got) == len(want)
        for one, other in zip(got, want, strict=True):
            agree(one, other, tolerance)
        return
    got, want = np.asarray(got), np.asarray(want)
    assert got.shape == want.shape
    if tolerance:
        np.testing.assert_allclose(got, want, rtol=tolerance, atol=tolerance)
    else:
        np.testing.assert_array_equal(got.astype(float), want.astype(float))


def compare(function, *floats, tolerance=0.0):
    """The function of traced arrays, evaluated, against the function of the floats."""
    known, arrays = {}, []
    for name, one in zip("xyz", floats, strict=False):
        array, values = traced(one, name)
        arrays.append(array)
        known |= values
    got = function(*arrays)
    agree(value(got, known), function(*[np.asarray(one, float) for one in floats]), tolerance)
    return got


def inputs(expression, *shapes):
    """Sample arrays for the arguments a, b, c, the same for the same expression."""
    rng = np.random.default_rng(len(expression))
    names = [name for name in "abc" if re.search(rf"\b{name}\b", expression)]
    shapes = shapes or ((4,),) * len(names)
    return [rng.normal(size=shape) for _, shape in zip(names, shapes, strict=False)]


def function_of(expression):
    names = [name for name in "abc" if re.search(rf"\b{name}\b", expression)]
    return eval(f"lambda {', '.join(names)}: {expression}", globals())


def table(text):
    """Rows `expression` or `expression # shape; shape`, as (expression, shapes)."""
    for row in filter(None, map(str.strip, text.splitlines())):
        expression, _, shapes = row.partition("  # ")
        yield expression, *(eval(shape) for shape in shapes.split(";") if shape.strip())


def rows(text):
    return [pytest.param(row[0], row[1:], id=" # ".join(map(str, row))) for row in table(text)]


# -- the table: bit for bit

EXACT = """
-a
+a
abs(a)
abs(a - b)
a + b
a - b
a * b
a / b
a + 2
2 - a
2.0 * a
a / 3
3 / a
a // 0.3
a % 0.3
1.0 // a
1.0 % a
a // b
a % b
divmod(a, b)
divmod(a, 0.7)
divmod(0.7, a)
a**2
a ** -1
abs(a) ** 0.5
a + V4
V4 + a
V4 * a
V4 / a
V4 - a
INTS * a
a * INTS
a * SINGLE
SINGLE + a
a * np.float64(2.5)
np.float64(2.5) * a
np.float32(2.5) * a
np.int64(3) - a
a * MASK
a < b
a <= V4
V4 >= a
a == a
a != 0.5
(a < b) & (a < 0)
(a < b) | (a < 0)
(a < b) ^ (a < 0)
~(a < b)
a * b  # (3, 1); (1, 4)
a + b  # (3, 1); (4,)
a * b  # (1,); (4,)
a * b  # (); (4,)
a + b  # (); ()
a[0] * b  # (2,); (3,)
b * a[0]  # (2,); (3,)
a[0] < b
b < a[0]
a[0] + V4
V4 - a[0]
np.float64(2.0) * a[0]
a[0] * np.float64(2.0)
np.float64(2.0) < a[0]
np.int64(2) - a[0]
divmod(a[0], V4)
divmod(V4, a[0])
V4 // a[0]
a[0] % V4
sum(a)
[v * 2 for v in a]
a.tolist()
list(a)
a.T * 2  # (3, 4)
(a.T * 2).sum(axis=0)  # (30, 40)
a[::-1]
a[::-2] + a[1::2]
a[1:] - a[:-1]
a[MASK]
a[[0, 2]]
a[INTS[1:3]]
a[..., 0]  # (3, 4)
a[None] * 2
a[1, ::-1]  # (3, 4)
a[:, [0, 2]]  # (3, 4)
a.flatten()  # (2, 3)
a.ravel()  # (2, 3)
a.ravel(order="F")  # (2, 3)
a.reshape(3, 2)  # (2, 3)
a.copy() + 1
a.astype(float) * 2
a.real
a.imag
a.conj() * 2
a.item(2)
a.take([1, 1])
a.repeat(2)
a.squeeze()  # (1, 3)
a.swapaxes(0, 1)  # (2, 3)
a.transpose(1, 0, 2)  # (2, 3, 4)
a.diagonal()  # (3, 3)
a.trace()  # (3, 3)
a.sum(axis=1)  # (3, 4)
a.mean(axis=0, keepdims=True)  # (3, 4)
a.prod()
a.std()
a.var(axis=0)  # (5, 4)
a.var(ddof=1)
a.min()
a.max(axis=1)  # (3, 4)
a.clip(-0.5, 0.5)
a.clip(0.1)
a.round()
a.round(2)
a.cumsum()
a.cumsum(axis=0)  # (3, 4)
a.cumprod(axis=1)  # (3, 4)
(a > 0).any()
(a > -9).all()
(a > 0).any(axis=0)  # (3, 4)
(a > 0).sum()
(a[:1] > 0).sum()
(a > 0).mean()
np.any(a)
np.all(a, axis=0)  # (3, 4)
np.add(a, b)
np.add.outer(a, b)
np.subtract.outer(a, V3)
np.multiply.reduce(a, axis=1)  # (3, 4)
np.add.accumulate(a)
np.multiply.accumulate(a, axis=1)  # (3, 4)
np.maximum.accumulate(a)
np.subtract.reduce(a)
np.maximum.reduce(a, axis=0)  # (3, 4)
np.maximum(a, b)
np.minimum(a, b)
np.maximum(a, 0)
np.maximum(0.0, a)
np.minimum(V4, a)
np.fmax(a, b)
np.fmin(a, 0.1)
np.sign(a)
np.square(a)
np.reciprocal(a)
np.sqrt(abs(a))
np.positive(a)
np.negative(a)
np.absolute(a)
np.fabs(a)
np.conjugate(a)
np.copysign(a, b)
np.floor(a)
np.ceil(a)
np.trunc(a)
np.rint(a)
np.fmod(a, 0.3)
np.modf(a)
np.floor_divide(a, b)
np.remainder(a, b)
np.deg2rad(a)
np.rad2deg(a)
np.radians(a)
np.degrees(a)
np.heaviside(a, 0.5)
np.isnan(a)
np.isfinite(a)
np.isinf(a)
np.signbit(a)
np.logical_and(a > 0, b > 0)
np.logical_or(a > 0, b)
np.logical_xor(a > 0, b > 0)
np.logical_not(a > 0)
np.logical_not(a)
np.greater(a, b)
np.equal(a, b)
np.clip(a, -0.5, 0.5)
np.clip(a, None, 0.5)
np.clip(a, -0.5, None)
np.clip(a, b, b + 1)
np.clip(a, V4, 3)
np.where(a > 0, a, b)
np.where(a > 0, 1.0, 0)
np.where(MASK, a, b)
np.where(a > 0, a, V4)  # (3, 4)
np.where(a[0] > 0, a, 2.0)
np.where(a, 1.0, 2.0)
np.where(True, a, None)
np.where(False, None, a)
np.sum(a)
np.sum(a, axis=0)  # (3, 4)
np.sum(a, axis=-1)  # (3, 40)
np.sum(a, axis=(0, 2))  # (3, 4, 9)
np.sum(a, axis=1)  # (3, 4, 9)
np.sum(a, axis=(1, 2))  # (3, 4, 9)
np.sum(a, axis=None, keepdims=True)  # (3, 4)
np.sum(a, axis=1, keepdims=True)  # (3, 4)
np.sum(a, initial=2.0)
np.sum(a.T, axis=0)  # (30, 40)
np.sum(a.T)  # (13, 17)
np.sum(a[:, ::2], axis=1)  # (9, 40)
np.sum(a[::2])  # (300,)
np.sum(a[::-1])  # (300,)
np.sum(a[0])
np.sum(a)  # ()
np.prod(a)  # (300,)
np.prod(a, axis=(0, 2))  # (3, 4, 9)
np.mean(a)  # (20,)
np.mean(a, axis=0)  # (3, 4)
np.mean(a[0])
np.std(a, axis=1, ddof=1)  # (3, 20)
np.var(a, keepdims=True)  # (3, 4)
np.average(a)
np.average(a, weights=INTS)
np.average(a, weights=V4, axis=1)  # (3, 4)
np.average(a, weights=b)
np.median(a)
np.median(a)  # (5,)
np.median(a, axis=1)  # (3, 5)
np.median(a, axis=(0, 1), keepdims=True)  # (3, 5)
np.percentile(a, 30)  # (7,)
np.percentile(a, [0, 20, 80, 100], axis=0)  # (7, 2)
np.quantile(a, 0.25, axis=1, keepdims=True)  # (3, 7)
np.ptp(a)
np.ptp(a, axis=0)  # (3, 4)
np.max(a)
np.max(a, axis=1)  # (3, 4)
np.amax(a, axis=0, keepdims=True)  # (3, 4)
np.min(a, initial=0.0)
np.amin(a)
np.count_nonzero(a)
np.count_nonzero(a > 0, axis=0)  # (3, 4)
np.cumsum(a)  # (2, 3)
np.cumsum(np.asarray(a[0, 0]), axis=0)  # (2, 3)
np.cumprod(a, axis=0)  # (2, 3)
np.sort(a)  # (7,)
np.sort(a)  # (8,)
np.sort(a)  # (1,)
np.sort(a, axis=0)  # (5, 3)
np.sort(a, axis=None)  # (5, 3)
np.sort(a)[::-1]  # (13,)
np.diff(a)
np.diff(a, axis=0)  # (3, 4)
np.diff(a, n=2)
np.gradient(a)
np.gradient(a, 0.3)
np.gradient(a, np.array([0.0, 1.0, 1.5, 3.0]))
np.gradient(a, 0.5, axis=1)  # (3, 4)
np.ediff1d(a)
np.outer(a, b)
np.outer(V3, a)
np.cross(a, b)  # (3,); (3,)
np.cross(a, V3)  # (5, 3)
np.kron(a, b)  # (2, 2); (2, 3)
np.trace(a)  # (9, 9)
np.trace(a, offset=1)  # (3, 4)
np.polyval([1.0, 2.0, 3.0], a)
np.polyval(a, 0.7)
np.polyval(a, V3)
np.polyval(a, b[0])
np.polyder(a)
np.polyint(a)
np.polyadd(a, V3)
np.vander(a, 3)
trapezoid(a)
trapezoid(a, dx=0.3)
trapezoid(a, [0, 1, 3, 4])
trapezoid(a, axis=0)  # (3, 4)
np.interp(a, [-1, 0, 0.5, 2], [1.0, 3.0, 2.0, 7.0])
np.interp(a, [-1, 0, 0.5, 2], [1.0, 3.0, 2.0, 7.0], left=-5, right=9)
np.interp(a, [-0.1, 0.1], [1.0, 3.0])
np.interp(a, [0.0], [4.0])
np.interp(a, [-1, 0, 0, 2], [1.0, 3.0, 2.0, 7.0])
np.interp(0.3, [-1, 0, 1, 2], a)
np.interp(V3, [-1, 0, 1, 2], a)
np.interp(b, [-1, 0, 1, 2], a)
np.interp(a[0], [-1, 0], [2.0, 3.0])
np.select([a > 0.5, a > 0], [a, -a], 7.0)
np.select([MASK, a > 0], [a, b])
np.piecewise(a, [a < 0, a > 1], [lambda v: -v, lambda v: v * v, 3.0])
np.piecewise(a, [a < 0], [lambda v: -v, lambda v: 2 * v])
np.piecewise(a, a < 0, [lambda v: -v, lambda v: 2 * v])
np.piecewise(a, np.stack([a < 0, a > 1]), [lambda v: -v, lambda v: v * v, 3.0])
np.piecewise(a[0], [a[0] < 0, a[0] >= 0], [lambda v: -v, lambda v: v * v])
np.nan_to_num(a)
np.isclose(a, a + 1e-9)
np.isclose(a, b)
np.allclose(a, a)
np.array_equal(a, a)
np.array_equal(a, b[:2])
np.real(a)
np.imag(a)
np.round(a, 1)
np.around(a, -1)
np.linspace(a[0], a[1], 5)
np.linspace(a, b, 4)
np.linspace(a, 2.0, 4, endpoint=False, axis=-1)
np.linspace(0.0, a[0], 3, retstep=True)
np.zeros_like(a)
np.ones_like(a[0])
np.full_like(a, 3.0)
np.shape(a)  # (3, 4)
np.ndim(a)  # (3, 4)
np.size(a)  # (3, 4)
np.ndim(a[0])
np.copy(a)
np.transpose(a)  # (2, 3)
np.reshape(a, (3, 2))  # (2, 3)
np.ravel(a)  # (2, 3)
np.concatenate([a, b, V3])
np.concatenate((a, a), axis=1)  # (2, 3)
np.stack([a, b], axis=1)
np.stack([a[0], a[1]])
np.vstack([a, b])
np.hstack([a, 1.0, b])
np.dstack([a, b])
np.column_stack([a, b, V4])
np.block([[a, b], [b, a]])  # (2, 2); (2, 2)
np.append(a, 1.0)
np.append(a, a[0])
np.insert(a, 1, 5.0)
np.delete(a, 1)
np.diag(a)
np.diag(a)  # (3, 3)
np.diagonal(a)  # (3, 3)
np.diagflat(a)
np.roll(a, 1)
np.roll(a, 1, axis=0)  # (3, 4)
np.flip(a)
np.fliplr(a)  # (2, 3)
np.flipud(a)  # (2, 3)
np.rot90(a)  # (2, 3)
np.pad(a, 2)
np.pad(a, (1, 2), mode="edge")
np.pad(a, 1, constant_values=b[0])
np.pad(a, 1, mode="wrap")  # (2, 3)
np.squeeze(a)  # (1, 3)
np.expand_dims(a, 0)
np.moveaxis(a, 0, -1)  # (2, 3, 4)
np.swapaxes(a, 0, 1)  # (2, 3)
np.tile(a, (2, 2))
np.repeat(a, 2)
np.split(a, 2)
np.array_split(a, 3)
np.vsplit(a, 2)  # (4, 2)
np.take(a, [0, 2])
np.take_along_axis(a, INTS[1:3, None], axis=1)  # (2, 4)
np.broadcast_to(a, (3, 4))
np.broadcast_arrays(a, a[0])
np.atleast_1d(a[0])
np.atleast_2d(a)
np.tril(a)  # (3, 3)
np.triu(a, 1)  # (3, 3)
np.meshgrid(a, V3)
np.resize(a, (2, 3))
np.iscomplexobj(a)
np.isrealobj(a)
np.einsum("i,i->i", a, b)
np.einsum("i,j", a, b)
np.einsum("ij->ji", a)  # (2, 3)
np.einsum("ji", a)  # (2, 3)
np.einsum("ii", a)  # (3, 3)
np.einsum("ii->i", a)  # (3, 3)
np.linalg.matrix_power(a, 0)  # (2, 2)
np.lib.stride_tricks.sliding_window_view(a, 2)
np.linalg.norm(a, 1)
np.linalg.norm(a, np.inf)
np.linalg.norm(a, -np.inf)
np.linalg.norm(a, 0)
np.linalg.norm(a, axis=1)  # (3, 4)
np.linalg.norm(a, axis=0, keepdims=True)  # (3, 4)
np.linalg.norm(a, 1, axis=1)  # (3, 4)
np.linalg.norm(a, 1)  # (3, 4)
np.linalg.norm(a, -1)  # (3, 4)
np.linalg.norm(a, np.inf)  # (3, 4)
np.linalg.norm(a, -np.inf, keepdims=True)  # (3, 4)
np.linalg.norm(a, "fro", axis=(0, 1))  # (3, 4)
np.vectorize(lambda v: v * v + 1)(a)
np.frompyfunc(lambda v, w: v * w, 2, 1)(a, b)
elementwise(la.square, [a]) if isinstance(a, Array) else a * a
"""


@pytest.mark.parametrize(("expression", "shapes"), rows(EXACT))
def test_the_bits_of_numpy(expression, shapes):
    compare(function_of(expression), *inputs(expression, *shapes))


# -- the table: within rounding

CLOSE = """
a ** 3
abs(a) ** b
a ** 2.0 + 2.0 ** a
abs(a) ** V4
abs(V4) ** a
abs(a[0]) ** V4
abs(V4) ** a[0]
np.float64(2.0) ** a[0]
np.power(abs(a), b)
np.float_power(abs(a), 1.5)
np.sin(a)
np.cos(a)
np.tan(a)
np.arcsin(np.tanh(a))
np.arccos(np.tanh(a))
np.arctan(a)
np.arctan2(a, b)
np.sinh(a)
np.cosh(a)
np.tanh(a)
np.arcsinh(a)
np.arccosh(1.1 + abs(a))
np.arctanh(np.tanh(a))
np.exp(a)
np.exp2(a)
np.expm1(a)
np.log(abs(a))
np.log2(abs(a))
np.log10(abs(a))
np.log1p(abs(a))
np.cbrt(abs(a))
np.hypot(a, b)
np.logaddexp(a, b)
np.logaddexp2(a, b)
np.logaddexp2(a, a)
np.logaddexp.reduce(a)
np.sinc(a)
np.sinc(a[0])
np.ldexp(a, 3)
a @ b  # (3, 4); (4, 2)
a @ M44  # (3, 4)
M34 @ a  # (4, 2)
a @ b  # (2, 3, 4); (4, 2)
a @ b  # (2, 3, 4); (2, 4, 1)
a @ b  # (4,); (2, 4, 3)
a @ V4
V4 @ a
a @ b
M34 @ a
a @ M34.T
a.dot(b)
np.dot(a, b)
np.dot(a, 2.0)
np.dot(M34, a)
np.dot(a, b)  # (2, 4); (4, 3)
np.vdot(a, b)
np.inner(a, b)
np.inner(a, b)  # (2, 4); (3, 4)
np.matmul(a, b)  # (2, 4); (4, 3)
np.tensordot(a, b, axes=1)  # (2, 4); (4, 3)
np.tensordot(a, b, axes=([0, 1], [1, 0]))  # (2, 4); (4, 2)
np.convolve(a, b)  # (3,); (3,)
np.convolve(a, V3, mode="same")
np.convolve(a, b, "valid")  # (3,); (3,)
np.correlate(a, b)  # (3,); (3,)
np.einsum("i,i", a, b)
np.einsum("ij,j", a, V4)  # (3, 4)
np.einsum("i...,i...->...", a, b)  # (3, 4); (3, 4)
np.linalg.matrix_power(a, 3)  # (2, 2)
np.sin(a[0])
np.sin(a[:1])
np.exp(a)  # ()
np.einsum("ij,jk->ik", a, b)  # (2, 3); (3, 4)
np.einsum("ij,jk", a, M34)  # (2, 3)
np.einsum(a, [0, 1], M34, [1, 2])  # (2, 3)
np.einsum("ij,jk,kl->il", a, b, c)  # (2, 3); (3, 2); (2, 4)
np.einsum("...ij,...jk", a, b)  # (2, 3, 4); (4, 2)
np.einsum("ij,j->", a, b)  # (3, 4); (4,)
np.einsum("iij,j->i", a, b)  # (3, 3, 4); (4,)
np.einsum("iijj", a)  # (2, 2, 3, 3)
np.einsum(" ij , kj -> ik ", a, b, optimize=True)  # (2, 3); (4, 3)
np.linalg.norm(a)
np.linalg.norm(a)  # (3, 4)
np.linalg.norm(a, keepdims=True)  # (3, 4)
np.linalg.norm(a, 2)
np.linalg.norm(a, 3)
np.linalg.norm(a, "fro")  # (3, 4)
np.linalg.norm(a, 2)  # (2, 2)
np.linalg.norm(a, -2, axis=(0, 2))  # (3, 3, 2)
np.linalg.norm(a, "nuc", keepdims=True)  # (2, 4)
np.linalg.norm(a, 2)  # (1, 3)
np.linalg.cond(a)  # (2, 2)
np.linalg.cond(a, -2)  # (4, 2)
np.linalg.det(a)  # (1, 1)
np.linalg.det(a)  # (2, 2)
np.linalg.det(a)  # (3, 3)
np.linalg.det(a)  # (4, 4)
np.linalg.det(a)  # (6, 6)
np.linalg.det(a)  # (2, 3, 3)
np.linalg.inv(a)  # (1, 1)
np.linalg.inv(a)  # (2, 2)
np.linalg.inv(a)  # (3, 3)
np.linalg.inv(a)  # (5, 5)
np.linalg.inv(a)  # (2, 2, 2)
np.linalg.solve(a, b)  # (1, 1); (1,)
np.linalg.solve(a, b)  # (2, 2); (2,)
np.linalg.solve(a, b)  # (3, 3); (3, 2)
np.linalg.solve(a, b)  # (4, 4); (4,)
np.linalg.solve(a, V4)  # (4, 4)
np.linalg.solve(M44, a)
np.linalg.solve(M33, a)  # (3,)
np.linalg.solve(a, b)  # (6, 6); (6, 2)
np.linalg.solve(a, b)  # (2, 3, 3); (1, 3, 1)
np.linalg.slogdet(a)  # (3, 3)
np.linalg.slogdet(a)  # (5, 5)
np.linalg.cholesky(a @ a.T + np.eye(4))  # (4, 4)
np.linalg.matrix_power(a, -2)  # (3, 3)
np.linalg.multi_dot([a, b, M44])  # (2, 3); (3, 4)
special.erf(a)
special.erfc(a)
special.expit(a)
special.logit(special.expit(a))
special.log_expit(a)
special.gamma(0.5 + abs(a))
special.gammaln(0.5 + abs(a))
special.psi(0.5 + abs(a))
special.digamma(0.5 + abs(a))
special.xlogy(a, abs(b))
special.xlog1py(a, abs(b))
special.entr(a)
special.entr(abs(a))
special.rel_entr(abs(a), abs(b))
special.kl_div(abs(a), abs(b))
special.beta(abs(a), abs(b))
special.betaln(abs(a), abs(b))
special.ndtr(a)
special.j0(a)
special.j1(a)
special.i0(a)
special.i1(a)
special.i0e(a)
special.i1e(a)
special.log1p(abs(a))
special.expm1(a)
special.cbrt(abs(a))
special.exp2(a)
"""


@pytest.mark.parametrize(("expression", "shapes"), rows(CLOSE))
def test_within_rounding(expression, shapes):
    compare(function_of(expression), *inputs(expression, *shapes), tolerance=1e-13)


def test_ops_of_arrays():
    compare(lambda a: elementwise(la.square if isinstance(a, Array) else np.square, [a]), M34)
    chosen = elementwise(la.where, [V3 > 0, X[:3], 2.0])
    agree(value(chosen, KNOWN), np.where(V3 > 0, [1, 2, 3], 2.0))
    assert isinstance(elementwise(la.sin, [NODE]), Node)
    assert isinstance(elementwise(la.hypot, [NODE, V3]), Array)
    plain = elementwise(la.square, [V3])
    assert type(plain) is np.ndarray
    assert plain.tolist() == (V3**2).tolist()


# -- order of additions


@pytest.mark.parametrize("n", [*range(1, 42), *range(120, 140), *range(248, 264), 300])
def test_sums_add_in_numpys_order(n):
    values = np.random.default_rng(n).normal(size=n)
    compare(np.sum, values)
    compare(lambda a: a.mean(), values)


@pytest.mark.parametrize("shape", [(3, 5), (9, 20), (20, 9), (1, 130), (130, 1), (3, 4, 9)])
@pytest.mark.parametrize("layout", ["C", "F"])
def test_sums_over_axes_add_in_numpys_order(shape, layout):
    values = np.asarray(RNG.normal(size=shape), order=layout)
    axes = [None, *range(len(shape)), tuple(range(len(shape))), (0, -1)]
    for axis in axes:
        for keepdims in (False, True):
            compare(lambda a, axis=axis, k=keepdims: np.sum(a, axis=axis, keepdims=k), values)
            compare(lambda a, axis=axis, k=keepdims: np.var(a, axis=axis, keepdims=k), values)


# -- what stays NumPy's own


def test_an_array_is_an_ndarray_of_floats_to_its_reader():
    array, _ = traced(np.ones((3, 4)))
    assert isinstance(array, np.ndarray)
    assert (array.shape, array.ndim, array.size, len(array)) == ((3, 4), 2, 12, 3)
    assert array.dtype == np.float64
    assert (array > 0).dtype == bool
    assert np.issubdtype(array.dtype, np.floating)
    assert np.result_type(array, np.float32) == np.float64
    assert np.finfo(array.dtype).eps == 2.0**-52
    assert isinstance(array[0], Array)
    assert isinstance(array[0, 0], Node)
    assert isinstance(array[0, 0].item() if hasattr(array[0, 0], "item") else array[0, 0], Node)
    a, b, _ = array
    assert a[0] is array[0, 0]
    assert b[-1] is array[1, 3]
    assert array.T[2, 1] is array[1, 2]
    assert "Array([[<input x0>" in repr(array)
    assert str(array).startswith("[[<input x0>")


def test_constant_arrays_keep_numpys_values():
    zeros, ones = REPLACED[np.zeros](4), REPLACED[np.ones]((2, 2))
    assert isinstance(zeros, Array)
    assert zeros.tolist() == [0.0] * 4
    with np.errstate(all="ignore"):
        np.testing.assert_array_equal((ones / 0.0).tolist(), np.full((2, 2), np.inf))
        np.testing.assert_array_equal((zeros / zeros).tolist(), np.full(4, np.nan))
    assert (zeros > 1).dtype == bool
    assert not isinstance(zeros > 1, Array)
    assert np.argsort(REPLACED[np.array]([3.0, 1.0, 2.0])).tolist() == [1, 2, 0]
    values = REPLACED[np.array](M44)
    assert np.linalg.eigvals(values).tolist() == np.linalg.eigvals(M44).tolist()
    assert np.sin(values).tolist() == np.sin(M44).tolist()
    assert np.sum(values) == np.sum(M44)
    assert np.linalg.det(values) == np.linalg.det(M44)
    assert values[values > 0].tolist() == M44[M44 > 0].tolist()
    assert np.sum(REPLACED[np.zeros](0)) == 0.0
    with pytest.raises(ValueError, match="zero-size array"):
        np.max(REPLACED[np.zeros](0))
    with pytest.raises(IndexError):
        values[values]
    mixed = REPLACED[np.array]([True, 2.5])
    assert (mixed * 2).tolist() == [2.0, 5.0]


def test_a_call_on_plain_elements_among_traced_ones_is_numpys():
    x = Node.input("x")
    mixed = REPLACED[np.array]([x, -1.0, 0.0])
    with np.errstate(all="ignore"):
        root, inverse = np.sqrt(mixed), 1.0 / mixed
    assert math.isnan(root[1])
    assert inverse[2] == math.inf
    assert isinstance(root[0], Node)
    assert np.sin(mixed)[1] == np.sin(-1.0)


def test_copies_and_pickles():
    array, known = traced([1.0, 2.0])
    assert type(copy.copy(array)) is Array
    assert copy.deepcopy(array)[0] is array[0]
    loaded = pickle.loads(pickle.dumps(array * 2.0))
    assert type(loaded) is Array
    assert [item.op.name for item in loaded] == ["mul", "mul"]
    assert value(array.copy(), known).tolist() == [1.0, 2.0]


# -- assignment


def assigned(statement, *values, tolerance=0.0):
    """The statement about a, and about b if it has one, on traced arrays and on floats."""

    def run(a, b=None):
        a = REPLACED[np.array](a) if isinstance(a, Array) else np.array(a)
        v4 = REPLACED[np.array](V4) if isinstance(a, Array) else V4
        scope = {"a": a, "b": b, "np": np, "MASK": MASK, "V4": v4, "INTS": INTS, "Array": Array}
        exec(statement, scope)
        return scope["a"]

    return compare(run, *values, tolerance=tolerance)


ASSIGNMENTS = """
a[1:] = b[:-1]
a[0] = b[1]
a[0] = 3
a[1:2] = b[1:2]
a[[0, 2]] = b[:2]
a[[0, 2]] = 7
a[MASK] = b[:3]
a[MASK] = 0.0
a[:] = b
a[...] = 2
a[::2] = V4[:2]
a[:2] = [1, b[0]]
a += b
a += 1
a -= V4
a *= b[0]
a /= b
a **= 2
a //= 0.3
a %= b
a[1:] += b[:-1]
a[0] += b[0]
a[a < 0] = 0.0
a[a < b] = b[0]
a[np.abs(a) > 0.5] = -1
np.add(a, b, out=a)
np.multiply(b, 2.0, out=a)
np.cumsum(b, out=a)
np.divide(1.0, b, out=a, where=b > 0)
np.divide(1.0, b, out=a, where=MASK)
np.clip(a, 0.0, b, out=a)
np.copyto(a, b)
np.copyto(a, b, where=b > 0)
np.maximum(a, b, out=a)
np.fill_diagonal(a.reshape(2, 2), b[0])
np.put(a, [0, 1], b[:2])
a.fill(2.0)
a.sort()
"""


@pytest.mark.parametrize("statement", ASSIGNMENTS.split("\n")[1:-1])
def test_assignment(statement):
    rng = np.random.default_rng(1)
    assigned(statement, rng.normal(size=4), rng.normal(size=4))


def test_assignment_to_rows():
    for statement in ("a[0] = b[0]", "a[:, 1] = b[0, :3]", "a[0, 1] = b[1, 1]", "a[a > b] = 0"):
        assigned(statement, RNG.normal(size=(3, 4)), RNG.normal(size=(3, 4)))


def test_traced_values_go_into_a_new_array():
    x = Node.input("x")
    made = REPLACED[np.zeros]((2, 2))
    made[0, 1] = made[1, 0] = x
    assert value(made, {x: 3.0}).tolist() == [[0.0, 3.0], [3.0, 0.0]]


# -- what the values choose

SELECTIONS = """
a[a < 0] *= 2.0
a[a < b] = np.sqrt(b[a < b] - a[a < b])
a[a < 0] = np.exp(a[a < 0]) * b[a < 0] - 3
a[a < 0] = -a[a < 0]
a[a < 0] = np.clip(b[a < 0], 0.1, 0.2)
a[a < 0] += np.where(b[a < 0] > 0, b[a < 0], 0.5)
a[a > 9] = np.log(a[a > 9])
a[np.where(a < 0)] = b[np.where(a < 0)]
a[np.where(a < 0)[0]] **= 2
a[np.nonzero(a > 0)] = 1.0 / a[np.nonzero(a > 0)]
a[np.flatnonzero(a > 0)] = 0.5
a[~(a > 0)] = 0.5
a[:] = a[a > 0].sum() / a[a > 0].size
a[:] = a[a > 0].mean() + a[a < 9].max() - np.min(b[a < 9])
a[:] = np.std(b[a > 0]) + np.var(b[a < 9], ddof=1)
a[:] = a[a > 0] @ b[a > 0] + np.dot(b[a > 0], b[a > 0]) + np.linalg.norm(b[a > 0])
a[:] = np.sum((a[a > 0] - 1.0) ** 2) + np.prod(b[a > 0]) + np.add.reduce(b[a > 0])
a[:] = np.any(b[a > 0] > 0) * 1.0 + np.all(b[a > 0] > 0) * 2.0
a[:] = np.sum(b[a < 0.5][a[a < 0.5] > 0]) + np.sum(np.extract(a > 0, b))
a[:] = np.sum(np.compress(a > 0, b)) + b[a > 0].astype(float).sum()
a[np.argmax(a)] = 0.0
a[np.argmin(b)] *= 3.0
a[0] = a[np.argmax(a)] + b[a.argmin()] + V4[np.argmax(b)] + np.argmax(a)
a[0] = b[(np.argmax(a) + 1) % 4] + b[np.argmax(a) - 1]
a[0] = V4[np.searchsorted([-0.5, 0.0, 0.5], b[0]) - 1]
a[:] = V4[np.digitize(a, [-0.5, 0.0, 0.5])] + V4[np.digitize(b, [0.5, 0.0], right=True)]
a[:] = V4[np.where(a > b, 3, 1)]
w, i = np.outer(a, b).reshape(2, 4, 2), np.digitize(a, [0.0]); a[:] = w[i[0], 1:3, i].sum(1)
w, i = np.outer(a, b).reshape(2, 4, 2), np.digitize(a, [0.0]); a[:] = w[..., i].sum((0, 1))
w, i = np.outer(a, b).reshape(2, 4, 2), np.digitize(a, [0.0]); w[i, :, i] *= b; a[:] = w.sum((0, 2))
a[0] += 2.0 * np.logical_or.reduce(b > 1, dtype=np.dtype(bool))
np.putmask(a, a > 0, b)
np.putmask(a, MASK, [7.0, b[0]])
np.place(a, a > 0, b[0])
np.place(a, MASK, b[:2])
np.add.at(a, [0, 0, 2], b[:3])
np.subtract.at(a, MASK, 2.0)
np.multiply.at(a, INTS[1:3], b[0])
np.negative.at(a, [1, 1, 1, 3])
np.nan_to_num(a, copy=False)
a[:] = np.bincount([0, 1, 1, 3], weights=b)
a[:] = np.around(b)
a[:] = ((a > 0) + (b > 0)) * 1.0 + ((a > 0) * (b > 0)).sum()
a[:] = np.max(b, where=MASK, initial=-5.0) + np.mean(b, where=b > -9) + np.sum(b, where=a > 0)
k = a < 9; u = a[k]; n = u < b[k]; u[n] *= 2.0 - b[k][n]; u[~n] = 0.5; a[k] = u
k = a > 0; u = b[k]; u[(a[k] < 1) & (u > 0)] = 7.0; a[k] = u; a[0] += u[u > 0].sum()
np.einsum("i->i", a)[:] = b
a[:] = np.nansum(b) + np.nanmax(b) * np.nanmean(b, keepdims=True) - np.nanvar(b)
a[:] = np.choose(INTS % 3, [a, b, 2.0])
np.einsum("ii->i", a.reshape(2, 2))[:] = b[:2]
a.partition(2) if not isinstance(a, Array) else a.sort()
"""


@pytest.mark.parametrize("statement", SELECTIONS.split("\n")[1:-1])
@pytest.mark.parametrize("seed", [1, 2])
def test_what_the_values_choose(statement, seed):
    rng = np.random.default_rng(seed)
    with np.errstate(all="ignore"):
        assigned(statement, rng.normal(size=4), rng.normal(size=4), tolerance=1e-14)


def test_masks_of_rows():
    for statement in (
        "a[a > b] = np.abs(b[a > b])",
        "a[a[:, 0] > 0] = b[a[:, 0] > 0] * [1, 2, 3, 4]",
        "a[a[:, 0] > 0] = V4",
        "k = a[:, 0] < 9; u = a[k]; n = b[:, 0][k] > 0; u[n] = 2 * u[n]; u[~n] = V4; a[k] = u",
        "a[a[:, 0] > 0, 1] = b[a[:, 0] > 0, 2]",
        "a[1, a[0] > 0] *= 2",
        "a[:, a[0] > 0] = b[:, a[0] > 0] * 2",
        "k = b[0] > -9; a[0, 0] = a[:, k].sum(axis=1) @ b[:, k].max(axis=1)",
        "k = a[:, 0] < 9; a[:] = np.sum(b[k]) + b[k].max() + np.add.reduce(b[k])",
        "k = a > 0; a[k] = np.interp(b[k], [-1, 0, 2], [1.0, 3.0, 2.0]) + np.polyval([1, 2], b[k])",
        "a[0] = a[a[:, 0] > 0].sum(axis=0) + np.mean(b[a[:, 0] > -9], axis=0)",
        "a[0] = b[np.argmax(a[:, 0])] + b[np.argmax(a, axis=0)].sum()",
        "a[:, np.argmax(b[0])] = 1.0",
        "a[np.where(a > 0)] = 2.0",
        "a[np.nonzero(a)] -= 1.0",
    ):
        rng = np.random.default_rng(0)
        a, b = rng.normal(size=(3, 4)), rng.normal(size=(3, 4))
        assigned(statement, a, b, tolerance=1e-14)


def test_a_selection_is_a_copy():
    def f(x):
        y, k = x * 1.0, x > 0
        chosen, places = y[k], np.where(k)
        y[0] = 7.0
        before = k.copy()
        k[:] = False
        y[before] = chosen * 2.0
        y[places] += 1.0
        return y + np.sum(chosen)

    for x in ([1.0, -2.0, 3.0], [-1.0, 2.0, 3.0]):
        assert la.compile(f)(np.array(x)).tolist() == f(np.array(x)).tolist()


def test_derivatives_of_selections_take_the_chosen_side():
    def f(x):
        y = np.zeros(3)
        k = x > 0
        y[k] = np.sqrt(x[k])
        return y.sum() + x[np.argmax(x)] ** 2 + x[x < 0].sum()

    x = np.array([4.0, -1.0, 9.0])
    assert la.compile(f)(x) == f(x)
    assert la.grad(f)(x).tolist() == [0.25, 1.0, 1.0 / 6.0 + 18.0]
    assert la.hessian(f)(x)[2][2] == pytest.approx(2.0 - 0.25 / 27.0)
    for target in ("python", "numpy"):
        g = la.compile(lambda a, b: np.array([a, b])[np.argmax([a, b])], target=target)
        assert g(2.0, 3.0) == 3.0
    beyond = la.compile(lambda x: x[np.argmax(x) + 1])
    assert beyond(np.array([6.0, 7.0, 2.0])) == 2.0
    with pytest.raises(IndexError, match="out of bounds"):
        beyond(np.array([6.0, 7.0, 8.0]))
    empty = la.compile(lambda x: np.max(x[x > 5.0]))
    assert empty(np.array([6.0, 7.0])) == 7.0
    with pytest.raises(ValueError, match="zero-size array"):
        empty(np.array([1.0, 2.0]))


def test_nans_are_the_largest_and_the_smallest():
    for values in ([1.0, np.nan, 2.0], [np.nan, 3.0, np.nan], [2.0, 2.0, 1.0], [1.0, 1.0, 1.0]):
        compare(np.argmax, values)
        compare(np.argmin, values)
        compare(lambda a: np.searchsorted([0.0, 1.0, 2.0], a, side="right"), values)
        compare(lambda a: np.digitize(a, [2.0, 1.0]), values)
    for values in itertools.permutations([1.0, np.nan, 3.0, np.inf]):
        compare(np.sort, values)
    for values in ([np.inf, 1.0, np.nan, 2.0], [-np.inf, np.nan, np.inf, np.inf], [np.nan] * 3):
        compare(np.nanmedian, values)
        compare(lambda a: np.quantile(a, 0.3, method="lower"), values)
        compare(lambda a: np.nanquantile(a, 0.7, method="higher"), values)
    with pytest.raises(ValueError, match="must be in the range"):
        la.compile(lambda a, q: np.quantile(a, q))(np.ones(3), 1.5)


# -- creation


class Pair(NamedTuple):
    x: object
    y: object


def test_arrays_of_traced_values():
    array, asarray = REPLACED[np.array], REPLACED[np.asarray]
    x, y = Node.input("x"), Node.input("y")
    known = {x: 2.0, y: 3.0}
    for data, want in [
        ([x, y], [2, 3]),
        ((x, 1), [2, 1]),
        ([[x, y], [1.5, 2]], [[2, 3], [1.5, 2]]),
        ([array([x, y]), np.array([1, 2])], [[2, 3], [1, 2]]),
        ([array([x, y]), [0, y]], [[2, 3], [0, 3]]),
        ([array(x), 1.0], [2, 1]),
        ([Pair(x, y), Pair(1, 2)], [[2, 3], [1, 2]]),
        (Pair(x, y), [2, 3]),
        ([x], [2]),
        ([[x]], [[2]]),
        (x, 2),
        (array([x, y]), [2, 3]),
    ]:
        made = array(data)
        assert type(made) is Array
        agree(value(made, known), np.array(want, float))
        assert all(type(item) in (Node, float) for item in made.ravel().tolist())
    assert array([x, y], ndmin=2).shape == (1, 2)
    assert array([x, y], dtype=np.float64).dtype == float
    made = array([x, y])
    assert asarray(made)[0] is x
    asarray(made, dtype=float)[0] = y
    assert made[0] is y
    made.astype(float)[0] = x
    assert made[0] is y
    copied = array(made)
    copied[0] = x
    assert made[0] is y
    agree(value(array([x, 0.0], dtype=bool), known), [True, False])
    agree(value(array([x > 2, y > 2]), known), [False, True])
    assert array([x > 2, y > 2]).dtype == bool


def test_creation_from_constants():
    for make, args, kwargs in [
        (np.zeros, (3,), {}),
        (np.ones, ((2, 3),), {}),
        (np.full, (3, 2.5), {}),
        (np.full, ((2, 2), V4[:2]), {}),
        (np.eye, (3,), {}),
        (np.eye, (2, 3), {"k": 1}),
        (np.identity, (2,), {}),
        (np.linspace, (0, 1, 5), {}),
        (np.logspace, (0, 1, 5), {}),
        (np.geomspace, (1, 8, 4), {}),
        (np.arange, (3.0,), {}),
        (np.arange, (0, 1, 0.25), {}),
        (np.array, ([1.0, 2],), {}),
        (np.array, ([1, 2], float), {}),
        (np.asarray, (V4,), {}),
        (np.ascontiguousarray, (M34.T,), {}),
        (np.asarray_chkfinite, (V4,), {}),
        (np.zeros_like, (V4,), {}),
        (np.ones_like, (M34,), {"shape": (2,)}),
        (np.full_like, (V4, 3), {}),
        (np.full_like, ([1, 2], 3, float), {}),
        (np.copy, (V4,), {}),
        (np.repeat, (1.5, 3), {}),
        (np.atleast_1d, (2.5,), {}),
        (np.float64, ([1, 2],), {}),
        (np.tri, (3,), {}),
        (np.diag, ([1.0, 2.0],), {}),
        (np.fromiter, (iter([1.0, 2.0, 3.0]), float, 2), {}),
    ]:
        again = (iter([1.0, 2.0, 3.0]), *args[1:]) if make is np.fromiter else args
        want, made = make(*again, **kwargs), replacement(make)(*args, **kwargs)
        assert type(made) is Array, make
        assert made.dtype == float
        assert made.shape == want.shape
        assert made.tolist() == want.tolist()
    assert REPLACED[np.empty]((2, 3)).tolist() == np.zeros((2, 3)).tolist()


def test_indices_and_masks_stay_numpys():
    for made in (
        REPLACED[np.arange](5),
        REPLACED[np.array]([1, 2]),
        REPLACED[np.array]([True, False]),
        REPLACED[np.zeros](3, dtype=int),
        REPLACED[np.zeros](3, bool),
        REPLACED[np.full](3, 1),
        REPLACED[np.asarray](INTS),
        REPLACED[np.array](["a", "b"]),
        REPLACED[np.array]([1.0, 2.0], dtype=int),
        REPLACED[np.ones](2).astype(int),
    ):
        assert not isinstance(made, Array)
        assert made.dtype.kind != "O"


A0, I0, F0 = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([2, 0, 1]), np.float32([0.1, 0.2])
BUFFER, KEEP = np.zeros(2), np.array([True, False, True])


def copied(x):
    a = A0.copy()
    a[0, 0] = x
    return a


def doubled(x):
    a, b = A0 * 2, A0[0] + 1
    a[1], b[0] = x, x * x
    return a + b


def outer(x):
    a = np.outer(I0, I0) * 0.5
    a[0] = x
    return a.T @ a


def of_ints(x):
    a, b, c = I0 / 2, np.arange(3) * 0.1, I0.astype(float)
    a[1], b[2], c[0] = x, -x, x
    return a[I0] + b[KEEP].sum() + c[I0 > 0].prod() + I0.sum() + I0[0]


def buffered(x):
    BUFFER[0] = x
    BUFFER[1] = BUFFER[0] * x
    return BUFFER * (BUFFER.dtype == float) * (I0.dtype == int) * (F0.dtype == np.float32)


def scaled(x, weights=A0, table={"a": 1.0}):  # noqa: B006
    return (weights / (x * 0 + A0[0, 0]) + np.sqrt(A0)[1]) * table["a"] + F0.sum()


@pytest.mark.parametrize("f", [copied, doubled, outer, of_ints, buffered, scaled])
def test_constants_of_the_users(f):
    before = A0.copy(), I0.copy(), F0.copy()
    want = f(3.0)
    BUFFER[:] = 0.0
    agree(la.compile(f)(3.0), want, 1e-15)
    step = (f(3.0 + 1e-6) - f(3.0 - 1e-6)) / 2e-6
    BUFFER[:] = 0.0
    agree(la.jacobian(lambda x: f(x))(3.0), step, 1e-7)
    for array, old in zip((A0, I0, F0, BUFFER), (*before, [0.0, 0.0]), strict=True):
        assert type(array) is np.ndarray
        assert array.tolist() == np.asarray(old).tolist()


def test_a_view_of_constants_is_assigned():
    def f(x):
        a = np.zeros((2, 2))
        np.einsum("ii->i", a)[:] = x
        np.copyto(a[0, 1:], x * 2)
        a.flat[2] = 7.0
        return a, np.r_[0, x * A0[0]], np.c_[A0[0], A0[1] * x], np.asarray(x).any() * x

    agree(la.compile(f)(3.0), [[[3, 6], [7, 3]], [0, 3, 6], [[1, 9], [2, 12]], 3.0])


@pytest.mark.parametrize(
    "statement",
    """i += 1
i[i > 1] = 5
np.add.at(i, [0, 0, 1], 2)
np.put(i, [0], 9)
i = i ** 2 % 3
i = -i // 2 + np.cumsum(i)
i.sort()
i[::-1] *= 2
i = np.where(i > 1, i, 0)[[2, 1, 0]]
i = i.astype(float)[i] * 0.5
i = np.bincount(i, minlength=4) | 1
i = i @ np.outer(i, i) - i.mean() + i.std() + i.var(axis=0) + i.clip(1, 1.5)
i = np.argsort(-i) + i.argmax() + np.searchsorted([0, 1], i)
i = i.reshape(3, 1).T.dot(i).repeat(2)
i = np.linspace(0, 1, 3)[i] + np.float32([1, 2, 3]).cumsum()
i = np.float32([0.1, 0.2, 0.3]) * np.float32(3) + i * 2.5
i = np.logical_not(i) + np.isin(i, [1]) + np.unique(i)
i = i.view(np.int64) + int(i.sum()) + float(i[0]) + len(i)
i = np.array([i, i + 1]).max(axis=0, keepdims=True)
i = np.full_like(i, 2.7) + np.zeros_like(i)""".split("\n"),
)
def test_arrays_of_ints_are_numpys(statement):
    def run(i):
        scope = {"i": i, "np": np}
        exec(statement, scope)
        return scope["i"]

    want = run(I0.copy())
    with np.errstate(all="ignore"):
        got = run(constant(I0))
    assert got.dtype == (float if isinstance(got, Array) else want.dtype)
    agree(numbers(got), want)
    agree(la.compile(lambda x: run(np.array(I0)) * x)(2.0), want * 2.0)


def test_a_mask_is_returned_and_handed_on():
    inner = la.compile(lambda v, k: v[k].sum())
    both = la.compile(lambda x: (inner(x * I0, KEEP), KEEP, x > 0, I0))
    total, mask, sign, ints = both(np.array([1.0, -2.0, 3.0]))
    assert total == 5.0
    assert mask.tolist() == KEEP.tolist()
    assert sign.tolist() == [True, False, True]
    assert ints.tolist() == I0.tolist()
    assert la.grad(lambda x: inner(x, KEEP))(np.ones(3)).tolist() == [1.0, 0.0, 1.0]


def test_constants_divide_as_numpy_does():
    with np.errstate(all="ignore"):
        assert la.compile(lambda x: x + A0[0, 0] / (A0[0, 0] - 1.0))(2.0) == math.inf


def test_creation_from_traced_values():
    x, y = Node.input("x"), Node.input("y")
    known = {x: 2.0, y: 3.0}
    agree(value(REPLACED[np.full](2, x), known), [2, 2])
    agree(value(REPLACED[np.full]((2, 2), REPLACED[np.array]([x, y])), known), [[2, 3], [2, 3]])
    agree(value(REPLACED[np.full_like](V3, y), known), [3, 3, 3])
    agree(value(REPLACED[np.fromiter]((v for v in (x, y)), float), known), [2, 3])
    agree(value(REPLACED[np.linspace](x, y, 3), known), [2, 2.5, 3])
    agree(value(REPLACED[np.diag]([x, y]), known), [[2, 0], [0, 3]])
    float64 = REPLACED[np.float64]
    assert float64(x) is x
    assert float64(2) == 2.0
    assert isinstance(float64(2), float64)
    assert isinstance(float64([1, x]), Array)
    assert np.dtype(float64) == np.float64
    assert np.zeros(2, float64).dtype == float64
    assert issubclass(np.zeros(2).dtype.type, float64)
    assert REPLACED[np.isscalar](x)
    assert not REPLACED[np.isscalar](V3)


def beside_none(x):
    told = np.array([x, None])
    return sum([v * v for v in told if v is not None]) if told.dtype == object else 0.0


def rows_beside_none(x):
    told = np.array([[x, x * x], [None, None]])
    return told[0].astype(float) @ [2.0, 3.0] if told[1, 0] is None else 0.0


def results_beside_none(x):
    return np.array(np.vectorize(lambda v: (v * v, None))(x))[0][()] * x


@pytest.mark.parametrize("f", [beside_none, rows_beside_none, results_beside_none])
def test_an_array_of_objects_may_hold_traced_values(f):
    """np.array makes one where None, or a date, stands beside numbers: those stay what they are."""
    assert la.compile(f)(1.25) == f(1.25)
    la.check_grads(f, 1.25)


def test_replacements():
    x, y = Node.input("x"), Node.input("y")
    known = {x: 2.0, y: 3.0}
    for function, args, want in [
        (np.sin, ([x, y],), np.sin([2.0, 3.0])),
        (np.sum, ([x, y],), 5),
        (np.max, ([x, y],), 3),
        (np.mean, ((x, y),), 2.5),
        (np.dot, ([1, 2], [x, y]), 8),
        (np.linalg.norm, ([x, y],), np.hypot(2, 3)),
        (np.concatenate, (([x], [y, x]),), [2, 3, 2]),
        (np.stack, ([x, y],), [2, 3]),
        (np.maximum, ([x, 5], [1, y]), [2, 5]),
        (np.atleast_1d, (x,), [2]),
        (np.polyval, ([x, y], 2.0), 7),
        (np.polyval, ([], x), 0),
        (special.logsumexp, ([x, y],), special.logsumexp([2.0, 3.0])),
        (special.softmax, ([x, y],), special.softmax([2.0, 3.0])),
        (special.log_softmax, ([x, y],), special.log_softmax([2.0, 3.0])),
        (special.polygamma, (1, x), special.polygamma(1, 2.0)),
    ]:
        agree(value(replacement(function)(*args), known), want, 1e-15)
    assert isinstance(replacement(np.concatenate)(([x], [y, x])), Array)
    assert replacement(np.sum)([1, 2]) == 3
    assert special.logsumexp([1.0, 2.0]) == replacement(special.logsumexp)([1.0, 2.0])
    assert replacement(np.add).reduce([1, 2]) == 3
    assert replacement(np.sqrt)(V3**2).tolist() == np.sqrt(V3**2).tolist()
    for other in (len, math.sin, np, [], {}, 1.0, np.pi, np.generic, None):
        assert replacement(other) is None


def seen(function):
    """A function as a traced one finds it by name."""
    return names.traced(len)[1](function)


def test_a_library_gets_arrays_of_numbers():
    eye = REPLACED[np.eye](2)
    expm, inv = seen(linalg.expm), seen(linalg.inv)
    assert expm(eye).tolist() == linalg.expm(np.eye(2)).tolist()
    assert isinstance(inv([eye[0], eye[1]]), Array)
    assert replacement(special.softmax)(eye).tolist() == special.softmax(np.eye(2)).tolist()


def test_logsumexp_over_axes():
    for function in (special.logsumexp, special.softmax, special.log_softmax):
        for axis in (0, 1, None):

            def applied(a, function=function, axis=axis):
                return (replacement(function) if isinstance(a, Array) else function)(a, axis=axis)

            compare(applied, RNG.normal(size=(3, 4)), tolerance=1e-14)
    logsumexp = replacement(special.logsumexp)
    a, known = traced([-np.inf, -np.inf, 800.0])
    assert value(logsumexp(a), known) == 800.0
    assert value(logsumexp(a, b=[0, 0, 2.0]), known) == pytest.approx(800.0 + math.log(2))
    assert value(logsumexp(a, keepdims=True), known).shape == (1,)


# -- hard values


@pytest.mark.parametrize("function", [np.maximum, np.minimum, np.fmax, np.fmin])
@pytest.mark.parametrize("a", [1.0, 2.0, np.nan, np.inf])
@pytest.mark.parametrize("b", [1.0, 2.0, np.nan, -np.inf])
def test_extremes_of_nans(function, a, b):
    want = function(a, b)
    compare(function, a, b)
    compare(lambda x: function(x, b), a)
    compare(lambda x: function(a, x), b)
    compare(lambda x: function(x, x), a)
    assert function(a, b) == want or math.isnan(want)


def test_nans_in_reductions_and_choices():
    hard = [1.0, np.nan, -np.inf, np.inf, -0.0]
    for function in (
        np.isnan,
        np.isfinite,
        np.isinf,
        np.signbit,
        np.nan_to_num,
        lambda a: np.where(a > 0, a, -a),
        lambda a: np.where(np.isnan(a), 0.0, a),
        lambda a: np.clip(a, -1, 1),
        lambda a: np.clip(a, -1, None),
        lambda a: np.interp(a, [0, 1], [2, 3]),
        lambda a: np.interp(a, [0, 1], [2, 3], right=7),
        lambda a: np.isclose(a, a),
        lambda a: np.isclose(a, a, equal_nan=True),
        lambda a: np.heaviside(a, 0.5),
        lambda a: np.sign(a),
    ):
        compare(function, hard)
    for order in ([0, 1], [1, 0], [1, 1], [0, 0, 1], [1, 0, 0], [0, 1, 0]):
        values = np.array([2.0, np.nan])[order]
        compare(np.max, values)
        compare(np.min, values)
        compare(np.maximum.accumulate, values)
        compare(np.fmax.reduce, values)
        compare(lambda a: np.ptp(a), values)


@pytest.mark.parametrize("values", [[3.0], [2.0, 1.0], [1.0, 1.0, 1.0], list(range(16, 0, -1))])
def test_sorting_any_order(values):
    rng = np.random.default_rng(len(values))
    for _ in range(5):
        compare(np.sort, rng.permutation(values))
        compare(np.median, rng.permutation(values))
    array, known = traced(values)
    ordered = np.sort(array)
    for _ in range(20):
        known = dict(zip(array.tolist(), rng.integers(0, 4, len(values)).tolist(), strict=True))
        assert value(ordered, known).tolist() == sorted(known.values())


SINGULAR_BLOCKS = [
    [[0, 1, 2, 3], [1, 0, 3, 1], [2, 3, 0, 1], [3, 1, 1, 0]],
    [[0, 0, 0, 1], [0, 0, 1, 0], [0, 1, 0, 0], [1, 0, 0, 0]],
    [[1, 1, 0, 0], [1, 1, 1, 0], [0, 1, 1, 1], [0, 0, 1, 1 + 1e-3]],
    [[1e-20, 1, 2, 0], [1, 1, 0, 1], [2, 0, 1, 1], [0, 1, 1, 3]],
]


@pytest.mark.parametrize("matrix", [np.zeros((2, 2)), np.ones((3, 3)), np.diag([0.0, 2.0, 3.0])])
def test_a_singular_matrix_has_a_determinant_of_zero(matrix):
    with np.errstate(divide="ignore"):
        assert tuple(la.compile(lambda a: np.linalg.slogdet(a))(matrix)) == (0.0, -math.inf)


@pytest.mark.parametrize("matrix", SINGULAR_BLOCKS)
def test_elimination_finds_its_pivots(matrix):
    matrix = np.array(matrix, float)
    for function in (np.linalg.det, np.linalg.inv, lambda a: np.linalg.solve(a, V4)):
        compare(function, matrix, tolerance=1e-11)
    compare(lambda a: np.linalg.slogdet(a), matrix, tolerance=1e-11)
    array, _ = traced(matrix)
    inverse = np.linalg.inv(array)
    rng = np.random.default_rng(0)
    for _ in range(3):  # one program for matrices that need other pivots
        other = rng.permutation(matrix)
        known = dict(zip(array.ravel().tolist(), other.ravel().tolist(), strict=True))
        agree(value(inverse, known), np.linalg.inv(other), 1e-11)


def test_elimination_of_partly_constant_matrices():
    def matrix(a):
        rows = [[0, a[0], 0, 0], [2, 0, 0, a[1]], [0, 0, 1, 0], [0, 0, a[2], 3]]
        return REPLACED[np.array](rows) if isinstance(a, Array) else np.array(rows, float)

    values = np.array([2.0, -3.0, 0.5])
    for function in (np.linalg.det, np.linalg.inv, lambda m: np.linalg.solve(m, V4)):
        compare(lambda a, f=function: f(matrix(a)), values, tolerance=1e-13)
    x = Node.input("x")
    zero_column = REPLACED[np.array]([[0, x, 0, 1], [0, 1, 1, 1], [0, 2, x, 1], [0, 0, 1, 1]])
    assert evaluate([lifted(np.linalg.det(zero_column))], {x: 3.0}) == [0.0]
    with pytest.raises(np.linalg.LinAlgError):
        np.linalg.solve(zero_column, V4)


# -- derivatives, through Duals

DIFFERENTIABLE = """
np.sort(a)  # (5,)
np.median(a)  # (5,)
np.interp(a, [-9, -0.21, 0.33, 9], [1.0, 3.0, 2.0, 7.0])
np.linalg.det(a)  # (3, 3)
np.linalg.det(a)  # (4, 4)
np.linalg.inv(a)  # (2, 2)
np.linalg.solve(a, V4)  # (4, 4)
np.linalg.norm(a)
np.einsum("ij,jk->ik", a, a)  # (2, 2)
np.where(a > 0, np.sin(a), a**2)
np.max(a) * np.std(a)
np.cumsum(a) @ np.exp(a)
np.gradient(a**3)
"""


@pytest.mark.parametrize(("expression", "shapes"), rows(DIFFERENTIABLE))
def test_derivatives(expression, shapes):
    function, [at] = function_of(expression), inputs(expression, *shapes)
    along = np.random.default_rng(3).normal(size=at.shape)
    pairs = zip(at.ravel().tolist(), along.ravel().tolist(), strict=True)
    result = function(array_of([Dual(*pair) for pair in pairs], at.shape))
    result = np.asarray(result).ravel().tolist() if np.ndim(result) else [result]
    agree([d.real for d in result], np.ravel(function(at)).tolist(), 1e-13)
    step = 1e-6
    difference = (function(at + step * along) - function(at - step * along)) / (2.0 * step)
    np.testing.assert_allclose([d.dual for d in result], np.ravel(difference), 1e-6, 1e-8)


def test_arrays_of_duals():
    a = array_of([Dual(1.0, 1.0), Dual(-2.0, 0.0)], (2,))
    assert (a > 0).tolist() == [True, False]
    assert not isinstance(a > 0, Array)
    assert a[a > 0].tolist() == [a[0]]
    assert np.sin(Dual(1.0, 1.0)).dual == math.cos(1.0)
    assert (V3 * Dual(2.0, 1.0))[1].dual == V3[1]
    assert (np.float64(3.0) * Dual(2.0, 1.0)).dual == 3.0
    assert a[np.argmin(a)] is a[1]
    assert V3[np.searchsorted([-3.0, 0.0], a)].tolist() == V3[[2, 1]].tolist()
    assert np.max(array_of([Dual(1.0, t) for t in (1.0, 2.0, 6.0)], (3,))).dual == 3.0
    a[a < 0] = 5.0
    assert a[1] == 5.0


# -- errors


def here(offset=0):
    return f"test_arrays.py:{sys._getframe(1).f_lineno + offset}"


def check(error, what, instead, line):
    message = str(error.value)
    first, where, last = message.split("\n")
    assert re.search(what, first), message
    assert where.startswith("  where: ")
    assert line in where, message
    assert last.startswith("  instead: ")
    assert instead in last, message


X, KNOWN = traced([1.0, 2.0, 3.0, 4.0])
NODE = X[0]


@pytest.mark.parametrize(
    ("kind", "function", "what", "instead"),
    [
        (TypeError, lambda: np.where(X > 0)[0] + 1, "positions where a condition", "x[mask]"),
        (TypeError, lambda: V3[np.nonzero(X)], "positions where a condition", "x[mask]"),
        (TypeError, lambda: X[np.nonzero(X[None])[1]], "positions where a cond", "x[mask]"),
        (TypeError, lambda: np.linalg.pinv(X[None], 0.1), "pinv with rcond=", "full rank"),
        (TypeError, lambda: np.spacing(X), "spacing has no meaning", "formula"),
        (TypeError, lambda: np.float32(X[0]), "float was asked of", "np.float64 for np.float32"),
        (TypeError, lambda: REPLACED[np.mgrid][0 : X[0]], "a slice of np.mgrid", "of 5j"),
        (TypeError, lambda: special.mathieu_a(X, X), "mathieu_a has no meaning", "formula"),
        (TypeError, lambda: np.add.at(X, X > 0, 1.0), r"add\.at of traced places", "np.where"),
        (TypeError, lambda: np.add.at(np.zeros(4), [0], NODE), "plain numbers", "np.zeros"),
        (TypeError, lambda: np.power.reduce(X), "NumPy itself gets wrong", "loop"),
        (TypeError, lambda: X[[0], X > 0], "indexed with a condition", "np.where"),
        (TypeError, lambda: X[NODE], "an index was asked", "a plain int"),
        (TypeError, lambda: X[X], "an index was asked", "a plain int"),
        (TypeError, lambda: X[np.argmax(X) + NODE], "an index was asked", "a plain int"),
        (TypeError, lambda: len(X[X > 0]), "the length of a selection", "np.where(mask, x"),
        (TypeError, lambda: list(X[X > 0]), "one by one of a selection", "np.where(mask, x"),
        (TypeError, lambda: X[X > 0][0], "an element of it of a selection", "np.where"),
        (TypeError, lambda: np.sort(X[X > 0]), "np.sort of a selection", "np.where"),
        (TypeError, lambda: np.cumsum(X[X > 0]), "np.cumsum of a selection", "np.where"),
        (TypeError, lambda: X[X > 0].reshape(2, 2), "np.reshape of a selection", "np.where"),
        (AttributeError, lambda: X[X > 0].shape, "shape of a selection", "np.where"),
        (TypeError, lambda: np.clip(X[X > 0], V4, 2.0), "an array met a selection", "np.where"),
        (TypeError, lambda: np.clip(X[X > 0], 0, max=V4), "an array met a sel", "np.where"),
        (TypeError, lambda: X.reshape(2, 2)[X[:2] > 0] @ V4[:2], "a product with", "np.where"),
        (TypeError, lambda: np.dot(X[X > 0], 2.0), "a product with", "np.where"),
        (TypeError, lambda: np.sum(X[X > 0], where=X[X > 0] > 1), "along another", "np.where"),
        (TypeError, lambda: X[X > 0] + V4, "an array met a selection", "np.where"),
        (TypeError, lambda: X[X > 0] + X[X > 1], "two different masks", "one mask"),
        (TypeError, lambda: operator.setitem(X, MASK, X[X > 0]), "an array of a sel", "np.where"),
        (TypeError, lambda: operator.setitem(X, X > 1, X[X > 0]), "different masks", "one mask"),
        (
            TypeError,
            lambda: operator.setitem(X, X > 0, V4),
            "an array met a selection by a condition",
            "np.where(mask, values, x)",
        ),
        (TypeError, lambda: np.add(V4, X, out=np.zeros(4)), "plain numbers", "np.zeros"),
        (TypeError, lambda: operator.iadd(np.zeros(4), X), "plain numbers", "np.zeros"),
        (TypeError, lambda: operator.iadd(np.zeros(4), NODE), "plain numbers", "np.zeros"),
        (TypeError, lambda: np.hypot.reduce(X, where=MASK), "reduce with where=", "np.where"),
        (TypeError, lambda: np.add(X, 1, where=MASK), "where= and no out=", "np.where"),
        (TypeError, lambda: np.sum(X, dtype=int), "dtype=", "float64"),
        (TypeError, lambda: np.add(X, 1.0, dtype=np.complex64), "dtype=", "float64"),
        (TypeError, lambda: X.astype(np.int16), "converted to int16", "np.trunc"),
        (TypeError, lambda: X.astype(np.uint64), "converted to uint64", "np.trunc"),
        (TypeError, lambda: REPLACED[np.array]([NODE], dtype="i1"), "converted to", "np.trunc"),
        (TypeError, lambda: operator.setitem(X.astype(int), 0, 2.5), "read-only", "copy()"),
        (TypeError, lambda: (X * 1j).astype(float), "converted to float64", ".real"),
        (TypeError, lambda: X.astype(np.float32), "converted to float32", "float64"),
        (TypeError, lambda: REPLACED[np.array]([NODE], "f4"), "converted to float32", "float64"),
        (TypeError, lambda: np.sum(X, dtype=np.float32), "dtype=", "float64"),
        (TypeError, lambda: np.linspace(NODE, 1.0, 3, dtype=int), "dtype=", "float64"),
        (
            TypeError,
            lambda: np.clip(X, 0.5, 1.0, where=MASK),
            "clip of traced values with where",
            "",
        ),
        (TypeError, lambda: REPLACED[np.full_like](INTS, NODE, "i2"), "converted to", "np.trunc"),
        (TypeError, lambda: np.sort(X * 1j), "np.sort of complex numbers", "np.abs"),
        (TypeError, lambda: np.fmod(X, np.array([1j])), "fmod has no meaning on complex", ".real"),
        (TypeError, lambda: X * np.ma.array(V4, mask=MASK), "a masked array", "m.filled"),
        (
            TypeError,
            lambda: X.reshape(2, 2) * np.eye(2).view(np.matrix),
            "a np.matrix",
            "operator @",
        ),
        (TypeError, lambda: REPLACED[np.matrix]([[NODE]]), "a np.matrix", "operator @"),
        (TypeError, lambda: REPLACED[np.nditer](X), "np.nditer over", "x.flat"),
        (TypeError, lambda: np.bincount(X), "np.bincount of traced", "np.sum(weights[x == k])"),
        (TypeError, lambda: np.place(X.copy(), X > 0, [1.0, 2.0]), "np.place with", "np.putmask"),
        (TypeError, lambda: np.add.accumulate(X[X > 0]), "add.accumulate of a", "np.where"),
        (
            TypeError,
            lambda: operator.setitem(REPLACED[np.arange](4), X > 0, 1),
            "an array of int64 was assigned",
            "of float64",
        ),
        (TypeError, lambda: seen(linalg.lu)(X[None]), "scipy.linalg.lu does not", "outside"),
        (TypeError, lambda: seen(linalg.schur)([[NODE]]), "scipy.linalg.schur does", "outside"),
        (TypeError, lambda: X.tobytes(), "tobytes of an array", "x.tolist()"),
        (TypeError, lambda: X.view(int), "view of an array", "x.tolist()"),
        (TypeError, lambda: X + "a", "array of <U1", "arrays of floats"),
        (TypeError, lambda: X + None, "met a NoneType", "real numbers only"),
        (TypeError, lambda: REPLACED[np.arange](NODE), "np.arange of a traced", "plain int"),
        (TypeError, lambda: REPLACED[np.zeros](NODE), "np.zeros of a traced", "a plain int"),
        (TypeError, lambda: REPLACED[np.array]([NODE, "a"]), "met a str", "real numbers"),
        (ValueError, lambda: REPLACED[np.array]([[NODE], [1, 2]]), "different len", "one length"),
        (ValueError, lambda: REPLACED[np.array]([X[:2], X]), "different len", "one length"),
        (
            TypeError,
            lambda: np.quantile(X, 0.5, method="averaged_inverted_cdf"),
            "method='averaged_inverted_cdf'",
            "median_unbiased",
        ),
        (TypeError, lambda: math.sin(X[0]), "float was asked", "lazyad.sin"),
        (TypeError, lambda: float(X[:1].reshape(())), "float was asked", "lazyad.sin"),
        (TypeError, lambda: bool(X[:1]), "True or False was asked", "lazyad.where"),
        (TypeError, lambda: operator.setitem(np.zeros(2), 0, NODE), "float was asked", "lazyad"),
    ],
)
def test_errors_have_three_parts(kind, function, what, instead):
    with pytest.raises(kind) as error:
        function()
    check(error, what, instead, f"test_arrays.py:{function.__code__.co_firstlineno}")


def test_numpys_own_errors_stay():
    for kind, function in [
        (ValueError, lambda: X @ np.ones(3)),
        (IndexError, lambda: X[(X > 0)[:3]]),
        (TypeError, lambda: (X > 0) - (X > 1)),
        (ValueError, lambda: np.max(X, where=MASK)),
        (ValueError, lambda: np.subtract.reduce(X.reshape(2, 2), axis=None)),
        (ValueError, lambda: X + np.ones(3)),
        (ValueError, lambda: np.concatenate([X, X[None]])),
        (ValueError, lambda: NODE @ X),
        (IndexError, lambda: X[4]),
        (IndexError, lambda: np.sum(X, axis=1)),
        (ValueError, lambda: operator.setitem(X, 0, V3)),
        (ValueError, lambda: bool(X > 0)),
        (ValueError, lambda: np.einsum("ij,j", X, X)),
        (np.linalg.LinAlgError, lambda: np.linalg.det(X)),
        (np.linalg.LinAlgError, lambda: np.linalg.inv(X.reshape(1, 4))),
        (ValueError, lambda: np.linalg.solve(X.reshape(2, 2), V3)),
        (np.linalg.LinAlgError, lambda: np.linalg.solve(X.reshape(1, 4), np.ones(1))),
        (ValueError, lambda: np.interp(X, [0, 1], [1])),
        (ValueError, lambda: X.reshape(3)),
        (ValueError, lambda: np.quantile(X, 1.5)),
        (TypeError, lambda: len(X[0])),
    ]:
        with pytest.raises(kind):
            function()


# -- where Nodes come from


def test_nodes_of_one_call_have_the_users_line():
    total = np.sum(np.sort(np.sin(X)))
    line = here(-1)
    assert str(total.origin.place) == line
    assert str(total.args[0].origin.place) == line
    assert total.origin.place.variable == "total"


def test_node_without_arrays():
    x, y = Node.input("x"), Node.input("y")
    known = {x: 0.5, y: -2.0}
    for result, want in [
        (np.sin(x), np.sin(0.5)),
        (np.where(x > 0, x, y), 0.5),
        (np.maximum(x, y), 0.5),
        (np.sum(x), 0.5),
        (np.max(x), 0.5),
        (np.dot(x, y), -1.0),
        (np.clip(x, 0, 0.25), 0.25),
        (np.abs(y), 2.0),
        (np.float64(2.0) ** y, 0.25),
        (np.sqrt(x) < np.float64(9), True),
        (np.bool_(True) & (x > 0), True),
        (x * V3, 0.5 * V3),
        (V3 - y, V3 + 2),
        (np.array([x, y]) @ M33[:2], np.array([0.5, -2.0]) @ M33[:2]),
        (M33[:, :2] @ np.array([x, y]), M33[:, :2] @ np.array([0.5, -2.0])),
        (np.dot(M33[:, :2], [x, y]), M33[:, :2] @ np.array([0.5, -2.0])),
        (np.round(x), 0.0),
        (np.linspace(x, y, 3)[1], -0.75),
        (np.shape(x), ()),
        (REPLACED[np.r_][x, y, 1, V3], [0.5, -2.0, 1.0, *V3]),
        (REPLACED[np.r_][0:2, np.sin(V3 * x)], [0, 1, *np.sin(V3 / 2)]),
        (REPLACED[np.c_][V3 * x, V3], np.c_[V3 / 2, V3]),
    ]:
        agree(value(result, known), want, 1e-15)
    assert isinstance(np.sin(x), Node)
    assert isinstance(np.where(x > 0, x, y) + 0.0, Node)


@pytest.mark.slow
def test_tracing_is_no_slower_than_a_loop():
    import time

    a, _ = traced(RNG.normal(size=20000))
    b, _ = traced(RNG.normal(size=20000))

    def loop():
        return [la.sin(x * y + 2.0) - x / y for x, y in zip(a.tolist(), b.tolist(), strict=True)]

    def best(function):
        times = []
        for _ in range(3):
            start = time.perf_counter()
            function()
            times.append(time.perf_counter() - start)
        return min(times)

    assert best(lambda: np.sin(a * b + 2.0) - a / b) < 2.0 * best(loop)


@pytest.mark.parametrize("name", ["floor", "ceil", "trunc", "rint", "round"])
@pytest.mark.parametrize("x", [-0.3, 0.3, -0.0, 2.5, -2.5, math.inf, -math.inf, math.nan])
def test_rounding_keeps_signs_and_what_is_not_finite(name, x):
    got = la.compile(lambda a: getattr(np, name)(a), optimize="strict")(x)
    want = float(getattr(np, name)(x))
    assert (got, math.copysign(1.0, got)) == (want, math.copysign(1.0, want)) or got != got != want


@pytest.mark.parametrize("f", [np.median, lambda a: np.percentile(a, 30.0)])
def test_a_nan_has_no_place_in_an_order(f):
    compiled = la.compile(f)
    assert math.isnan(compiled(np.array([math.nan, 1.0, 2.0])))
    assert compiled(np.array([3.0, 1.0, 2.0])) == f(np.array([3.0, 1.0, 2.0]))


@pytest.mark.parametrize("optimize", ["none", "strict", "safe", "fast"])
@pytest.mark.parametrize(
    ("f", "x", "want"),
    [
        (lambda x: np.max(x), [1, 1, 1], [1 / 3] * 3),
        (lambda x: np.amin(x), [2, 1, 1, 1], [0, 1 / 3, 1 / 3, 1 / 3]),
        (
            lambda x: x.reshape(2, 3).max(axis=1).sum(),
            [1, 1, 1, 2, 1, 2],
            [1 / 3] * 3 + [0.5, 0, 0.5],
        ),
        (lambda x: np.maximum.reduce(x), [1, 1, 1, 1, 0], [0.25] * 4 + [0]),
        (lambda x: np.max(x, initial=1.0), [1, 1], [1 / 3, 1 / 3]),
        (lambda x: np.ptp(x), [1, 1, 1], [0, 0, 0]),
        (lambda x: np.linalg.norm(x, np.inf), [1, -1, 1], [1 / 3, -1 / 3, 1 / 3]),
        (lambda x: max(x) + min(x[0], x[1], x[2], 1.0), [1, 1, 1], [1 / 3 + 0.25] * 3),
        (lambda x: max(x) ** 2, [3, 1, 2], [6, 0, 0]),
    ],
)
def test_all_that_are_tied_share_the_derivative(f, x, want, optimize):
    x = np.array(x, float)
    compiled = la.compile(f, optimize=optimize)
    assert compiled(x) == f(x)
    agree(compiled.grad(x), want, 1e-15)
    assert compiled.jvp((x,), (np.ones(x.size),))[1] == pytest.approx(sum(want))
    assert "note" not in compiled.grad.report()


def test_a_tie_costs_the_value_nothing():
    compiled = la.compile(lambda x: np.fmax.reduce(x))
    assert compiled(np.array([1.0, 2.0, np.nan])) == 2.0
    assert "==" not in compiled.primal.source
    assert pickle.loads(pickle.dumps(compiled.grad))(np.ones(3)).tolist() == [1 / 3] * 3


def test_masks_that_are_asked_for_twice():
    """While a function is traced, the two comparisons are Nodes of their own."""

    def f(x):
        y = np.zeros(3)
        y[x > 0] = np.sqrt(x[x > 0])
        return y.sum()

    assert la.grad(f)(np.array([4.0, -1.0, 9.0])).tolist() == [0.25, 0.0, 1.0 / 6.0]


@pytest.mark.parametrize(
    "f",
    [
        lambda x: x[np.argsort(x)],
        lambda x: x[np.argsort(-x)][:2] @ np.array([2.0, 1.0]),
        lambda x: x[x.argsort()[::-1]] * x,
        lambda x: (x**2)[np.argsort(x, kind="stable")],
        lambda x: np.argsort(x)[0] * x,
        lambda x: np.argsort(x, stable=True) * 1.0,
        lambda x: np.argsort(x.reshape(2, 3), axis=0) * 1.0,
        lambda x: np.argsort(x.reshape(2, 3), axis=None) * 1.0,
        lambda x: np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])[np.argsort(x[:3])] * x[0],
        lambda x: x.reshape(3, 2)[np.arange(3), np.argmax(x.reshape(3, 2), axis=1)],
        lambda x: x.reshape(3, 2)[[0, 2], np.argsort(x[:2])] * x[0],
        lambda x: x.reshape(3, 2)[np.argsort(x[:2]), np.argmin(x[2:4])],
        lambda x: np.linalg.vector_norm(x) * x + np.linalg.vector_norm(x.reshape(2, 3), axis=1)[0],
        lambda x: np.linalg.vector_norm(x.reshape(2, 3), ord=1, keepdims=True),
        lambda x: np.linalg.matrix_norm(x.reshape(2, 3)) + np.linalg.matrix_norm(np.diag(x), ord=1),
        lambda x: x.astype(int) * x,
        lambda x: x.astype("int64")[0] / 2 + x.astype(np.int32) // 2,
        lambda x: np.int64(x) * np.int_(x[0] * 2.6) + x,
        lambda x: np.array([4.0, 3.0, 2.5])[np.int_(x[2] * 0)] * x - np.iinfo(np.int64).bits,
        lambda x: (x > 0).astype(int) * x + np.array(x, dtype=int),
        lambda x: x[(x > 0).astype(int)],
        lambda x: x.astype(int).astype(float).astype(bool) * x,
        lambda x: np.arange(x[0], 9.0, x[2]) * x[3] + np.sum(np.arange(x[0])),
        lambda x: np.arange(stop=5.5 - x[2]) ** 2 + np.arange(2.0, x[1], -1)[-1],
    ],
)
@pytest.mark.parametrize(
    "optimize",
    ["safe", "fast", *[pytest.param(o, marks=pytest.mark.slow) for o in ("none", "strict")]],
)
def test_orders_and_whole_numbers(f, optimize):
    compiled = la.compile(f, optimize=optimize)
    for x in np.array([[3.2, -1.5, 0.7, 2.2, -0.3, 9.9], [1.0, 1.5, 0.5, 3.0, 0.0, -2.0]]):
        np.testing.assert_allclose(compiled(x), f(x), 1e-15)
    x = np.array([3.2, -1.5, 0.7, 2.2, -0.3, 9.9])
    rows = [(f(x + d) - f(x - d)) / 2e-6 for d in 1e-6 * np.eye(6)]
    agree(compiled.jacobian(x), np.moveaxis(rows, 0, -1), 1e-6)


def test_a_whole_number_of_numpys_own_class():
    f = la.compile(lambda x: (np.int_(x), x * 60))
    assert f(3.2) == (3, 192.0)
    assert f(-7.9) == (-7, -474.0)
    assert f.jvp((3.2,), (1.0,))[1] == (0.0, 60.0)
    whole = la.compile(lambda x: x - np.int64(x), target="array")
    assert whole(np.array([1.25, -2.5])).tolist() == [0.25, -0.5]


def test_ties_and_nans_in_an_order():
    x = np.array([1.0, np.nan, 0.5, np.nan, -2.0, 0.5])
    same = np.testing.assert_array_equal
    same(la.compile(lambda x: np.argsort(x) * 1.0)(x), np.argsort(x, stable=True))


def test_an_order_of_many_shares_its_comparisons():
    compiled = la.compile(lambda x: x[np.argsort(x)] @ np.arange(30.0))
    x = RNG.normal(size=30)
    assert compiled(x) == pytest.approx(np.sort(x) @ np.arange(30.0))
    assert len(compiled.trace.nodes) < 10_000


def patched(x):
    """As in pymap3d's ecef2geodetic: arrays without dimensions, under masks without dimensions."""
    x = np.asarray(x)
    r = np.sqrt(x * x + 1)
    found = np.empty_like(r)
    far = np.isclose(r, 0.0) | (r > 3)
    found[~far] = np.sin(r[~far])
    found[~far] += x * r[~far]
    found[far] = 7.0
    return found


def hue(r, g, b):
    """As in colour's RGB_to_HSL: what np.where makes of numbers is an array that is assigned to."""
    h = np.where(r > g, r - b, g - r)
    h[np.asarray(h < 0.2)] += 1
    h[h > 1.1] = 0.5 * r
    return h * math.sin(h) + math.atan2(h, 2.0)


def test_what_where_makes_of_numbers_is_assigned_to():
    compiled = la.compile(hue)
    for at in [(0.5, 0.1, 0.1), (0.5, 0.1, 0.45), (0.1, 0.6, 0.3), (0.45, 0.6, 0.3)]:
        assert compiled(*at) == pytest.approx(hue(*at), rel=1e-15)
        slope = (hue(at[0] + 1e-6, *at[1:]) - hue(at[0] - 1e-6, *at[1:])) / 2e-6
        assert compiled.grad(*at)[0] == pytest.approx(slope, rel=1e-8)
    assert type(la.compile(lambda x: np.where(x > 1, x, 2 * x))(0.3)) is float


def test_nothing_is_filtered_and_sorted():
    signal = pytest.importorskip("scipy.signal")

    def ends(x):
        none = x[3:]
        return np.concatenate([signal.lfilter([1.0], [1.0, 0.5], none), np.sort(none), x])

    x = np.array([2.0, 1.0, 3.0])
    assert la.compile(ends)(x) == pytest.approx(x)


def test_positions_are_assigned_to():
    def widened(y):
        at = np.where(y > 0.3)[0]
        if y[0] > 0.2:
            at[0] = 0
        return y[at] @ np.arange(1.0, 1.0 + len(at))

    compiled = la.compile(widened)
    for y in ([0.235, 0.54, 1.17], [0.1, 0.54, 1.17], [0.5, 0.54, 0.17]):
        assert compiled(np.array(y)) == pytest.approx(widened(np.array(y)))


def test_masks_of_scalars():
    compiled = la.compile(patched)
    for x in (0.5, 5.0, -1.5):
        assert compiled(x) == pytest.approx(patched(x), rel=1e-15)
        slope = (patched(x + 1e-6) - patched(x - 1e-6)) / 2e-6
        assert compiled.grad(x) == pytest.approx(slope, rel=1e-8)
    for function in (lambda x: x[0], lambda x: x[x > 0], lambda x: [*x]):
        with pytest.raises(TypeError, match=r"not subscriptable|not iterable|an iterable"):
            la.compile(function)(1.5)


BASES = {
    "poly": np.polynomial.polynomial,
    "cheb": np.polynomial.chebyshev,
    "leg": np.polynomial.legendre,
    "herm": np.polynomial.hermite,
    "herme": np.polynomial.hermite_e,
    "lag": np.polynomial.laguerre,
}
OF_COEFFICIENTS = {
    "sums": lambda f, a, b: f("add")(a, b) @ f("sub")(a, b),
    "products": lambda f, a, b: np.concatenate([f("mul")(a, b), f("pow")(a, 3)]),
    "quotients": lambda f, a, b: np.concatenate(f("div")(a, b)),
    "values": lambda f, a, b: f("val")(b, a),
    "calculus": lambda f, a, b: np.concatenate([f("der")(a), f("int")(a, k=[b[0]])]),
    "roots": lambda f, a, b: f("fromroots")(a),
}


@pytest.mark.parametrize("name", OF_COEFFICIENTS)
@pytest.mark.parametrize("basis", BASES)
def test_series_of_traced_coefficients(basis, name):
    def function(a, b):
        return OF_COEFFICIENTS[name](lambda what: getattr(BASES[basis], basis + what), a, b)

    a, b = np.array([0.3, 0.5, 0.9]), np.array([1.2, 0.7])
    compiled = la.compile(function)
    assert np.allclose(compiled(a, b), function(a, b), rtol=1e-13)
    steps = 1e-6 * np.eye(3)
    slopes = [(function(a + step, b) - function(a - step, b)) / 2e-6 for step in steps]
    found = la.jacobian(function, wrt="a")(a, b)
    assert np.allclose(found, np.stack(slopes, -1), rtol=1e-7, atol=1e-7)


class Fitted:
    def __init__(self, a):
        self.curve = np.poly1d(a)

    def at(self, x):
        return self.curve(x) if x > 0.0 else 0.0


def test_an_attribute_is_a_polynomial_that_the_trace_made():
    def function(a, x):
        return Fitted(a).at(x)

    a = np.array([2.0, 3.0, 0.5])
    assert la.compile(function)(a, 1.5) == function(a, 1.5)


def test_lexsort():
    def ordered(x):
        return x[np.lexsort((x, np.round(x), [0.0, 1.0, 0.0, 0.0]))] * np.arange(4.0)

    x = np.array([1.2, 0.3, 0.9, 0.8])
    assert la.compile(ordered)(x).tolist() == ordered(x).tolist()
    assert la.jacobian(ordered)(x)[1, 2] == 1.0


MASKED = {
    "mean": lambda x: np.ma.masked_greater(x, 2.7).mean(),
    "sum": lambda x: (np.ma.array(x, mask=x > 2.7) * 2.0 + 1.0).sum(),
    "average": lambda x: np.ma.average(np.ma.masked_less(x, 1.5), weights=[1.0, 2.0, 3.0, 4.0]),
}


@pytest.mark.parametrize("name", MASKED)
def test_masks_of_masked_arrays_may_be_traced(name):
    function, x = MASKED[name], np.array([1.0, 2.0, 3.0, 2.5])
    compiled = la.compile(function)
    for point in (x, x[::-1].copy(), x - 0.6):
        assert compiled(point) == pytest.approx(function(point), rel=1e-15)
        steps = 1e-6 * np.eye(4)
        slopes = [(function(point + s) - function(point - s)) / 2e-6 for s in steps]
        assert np.allclose(compiled.grad(point), slopes, rtol=1e-8, atol=1e-8)
    if name != "average":
        assert math.isnan(compiled(x + 9.0))  # which is np.ma.masked


def pivoted(m):
    for j in range(2):
        top = j
        for i in range(j, 3):
            if abs(m[i][j]) > abs(m[top][j]):
                top = i
        if top != j:
            for q in range(2):
                m[j][q], m[top][q] = m[top][q], m[j][q]
    return m


def row_and_matrix(m, at):
    """A row and the matrix are changed by turns, each of which shows in the other."""
    row, other = m[at], m[at, 1:]
    row[0] = m[0, 0] * 2.0
    m[at] *= m[1, 1]
    other += row[:1]
    if m[2, 0] > 1.0:
        row[0] = m[1, 0] * 3.0
    else:
        m[at, 0] = row[1] * 2.0
    row[row > 4.0] = m[2, 1]
    np.multiply(row, 2.0, out=row)
    return m * row.sum() + other.sum()


def rows_exchanged(m):
    at = np.argmax(m[:, 0])
    m[at], m[0] = m[0], m[at]  # of views: both are m[0]
    m[at].copy()[0] = 7.0
    return m


def of_many_matrices(m):
    many = np.stack([m, m[::-1]])
    i, j = np.argmax(m[:, 0]), np.argmin(m[0])
    many[0][i][j], many[:, i][1] = m[1, 1], m[2, 0]
    return many


VIEWED = {
    "pivots": pivoted,
    "by turns": lambda m: row_and_matrix(m, np.argmax(m[:, 0])),
    "by an int": lambda m: row_and_matrix(m, int(2.0 * m[0, 0])),
    "exchanged": rows_exchanged,
    "of rows": of_many_matrices,
}


@pytest.mark.parametrize("name", VIEWED)
def test_a_row_that_a_traced_number_names_is_a_view(name):
    rng = np.random.default_rng(1)
    m, step = rng.uniform(0.2, 2.0, (3, 2)), 1e-6 * rng.normal(size=(3, 2))
    function = VIEWED[name]
    value, tangent = la.compile(lambda m: function(m.copy())).jvp((m,), (step,))
    assert np.allclose(value, function(m.copy()), rtol=1e-12)
    moved = (function(m + step) - function(m - step)) / 2.0
    assert np.allclose(tangent, moved, rtol=1e-4, atol=1e-12)


def test_distances_go_into_the_array_that_is_given():
    def both(m):
        room, row = np.zeros((3, 3)), np.zeros(3)
        distance.cdist(m, 2.0 * m[::-1], out=room)
        distance.pdist(m, out=row)
        return room * row

    m = np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 0.0]])
    assert np.allclose(la.compile(both)(m), both(m), rtol=1e-14)


def test_a_matrix_of_distances():
    def f(m):
        return distance_matrix(m, 3.0 - m[::-1], p=3) + distance_matrix(m, np.eye(3, 2), p=1)

    m = np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 0.3]])
    step = 1e-6 * np.cos(m)
    value, tangent = la.compile(f).jvp((m,), (step,))
    assert np.allclose(value, f(m), rtol=1e-14)
    assert np.allclose(tangent, (f(m + step) - f(m - step)) / 2.0, rtol=1e-7, atol=1e-14)


def test_a_row_of_ints_that_a_traced_number_names_is_not_assigned_to():
    def counted(x):
        counts = np.zeros((2, 3), int)
        counts[np.argmax(x)][0] = 5
        return x * counts[1, 0]

    with pytest.raises(TypeError, match="read-only"):
        la.compile(counted)(np.array([1.0, 2.0]))


def simplex(v):
    """The nearest point whose coordinates are shares."""
    u = np.sort(v)[::-1]
    above, count = np.cumsum(u) - 1.0, np.arange(1, len(v) + 1)
    last = count[u - above / count > 0.0][-1]
    return np.maximum(v - above[last - 1] / last, 0.0)


def small(u):
    return u[u < 0.7]


def put(u):
    u[u < 0.0] = 9.0
    return u


SELECTED = {
    "the last": lambda x: x[x > 0.0][-1] * x[0],
    "the first": lambda x: (x * x)[x < 0.7][0],
    "another": lambda x: x[x > 0.0][1] ** 2,
    "how many": lambda x: len(x[x > 0.0]) * x[1],
    "one by one": lambda x: sum(a**3 for a in x[x > 0.05]),
    "of rows": lambda x: sum(row @ row for row in np.outer(x, x)[x > 0.05]),
    "beside a column": lambda x: (np.array([[1.0], [2.0], [4.0]]) * x[x > 0.05]).sum(axis=1),
    "of rows by elements": lambda x: small(np.outer(x, x * x)[x > 0.05]).sum(),
    "of rows, changed": lambda x: put(np.outer(x, x)[x > 0.05]).sum(),
    "of rows, turned": lambda x: (np.outer(x, x)[x > 0.85].T / x[x > 0.85]).sum(axis=1),
    "an index": simplex,
}


@pytest.mark.parametrize("name", SELECTED)
def test_elements_of_what_a_condition_selects(name):
    function = SELECTED[name]
    compiled = la.compile(function)
    for x in np.array([[0.5, 1.2, -0.3], [0.9, 0.1, 0.4], [-0.2, 0.6, 0.8]]):
        assert np.allclose(compiled(x), function(x), rtol=1e-14)
        steps = 1e-6 * np.eye(3)
        slopes = [(function(x + step) - function(x - step)) / 2e-6 for step in steps]
        slope = compiled.jacobian(x) if np.ndim(slopes[0]) else compiled.grad(x)
        assert np.allclose(slope, np.stack(slopes, -1), rtol=1e-7, atol=1e-8)
    if name == "the last":
        with pytest.raises(IndexError, match="out of bounds for axis 0 with size 0"):
            compiled(-np.ones(3))


def by_case(v):
    match v:
        case np.ndarray():
            return v.sum()
    return 0.0


@pytest.mark.parametrize(
    "asking",
    [
        lambda v: v.sum() if isinstance(v, np.ndarray) else 0.0,
        lambda v: v.sum() if type(v) is np.ndarray else 0.0,
        by_case,
    ],
)
def test_what_a_condition_selects_is_an_array_to_who_asks(asking):
    x = np.array([0.5, -1.2, 0.3])
    assert la.grad(lambda x: asking(x[x > 0.0]))(x).tolist() == [1.0, 0.0, 1.0]
    assert la.grad(lambda x: x[0] * asking(np.where(x > 0.0)[0]))(x).tolist() == [2.0, 0.0, 0.0]


@pytest.mark.parametrize("end", [0, -1])
@pytest.mark.parametrize("size", [33, 150])
def test_the_first_of_many_that_a_condition_selects(size, end):
    def crossing(x):
        at = np.where(x[1:] * x[:-1] < 0)[0][end]
        return x[at] / (x[at] - x[at + 1])

    compiled = la.compile(crossing)
    for x in (np.sin(np.linspace(-1.0, 9.1, size)), np.linspace(-0.03, 2.0, size)):
        assert np.isclose(compiled(x), crossing(x), rtol=1e-14)
    with pytest.raises(IndexError, match="out of bounds for axis 0 with size 0"):
        compiled(np.ones(size))


@pytest.mark.parametrize(
    "function",
    [
        lambda x, y: np.sin([x, y]),
        lambda x, y: np.maximum([x, y], 0.5),
        lambda x, y: np.add([x, x], [[y[0]], [2.0]]),
        lambda x, y: np.isnan([x, y]) * x,
        lambda x, y: np.modf([x, y])[0],
        lambda x, y: np.hypot.reduce([x, y]),
    ],
)
def test_a_ufunc_takes_lists_of_arrays(function):
    x, y = np.array([0.5, -1.5]), np.array([2.5, 0.3])
    assert la.compile(function)(x, y) == pytest.approx(function(x, y), rel=1e-15)


@pytest.mark.parametrize("name", "sum mean std max ptp any argmax cumsum median nansum".split())
def test_out_has_the_shape_of_the_result(name):
    function = getattr(np, name)
    with pytest.raises(ValueError, match="out= of shape"):
        la.compile(lambda x: function(x, out=np.zeros(7)))(np.ones(5))


def assigns_among(x):
    x = x.copy()
    x[np.argmin(x) + 1] = 2.0
    return x[0] * x[2]


@pytest.mark.parametrize(
    "function",
    [
        assigns_among,
        lambda x: np.nonzero(x > 0)[0][2] * x[0],
        lambda x: x[np.nonzero(x > 0)[0][2]],
        lambda x: np.zeros(2)[3] if x[0] > 1.0 else np.nonzero(x > 0)[0][2] + x[1],
        lambda x: x[7] if x[0] < 1.0 else x[0],
    ],
)
def test_an_index_out_of_bounds_on_one_way_is_numpys_error(function):
    compiled = la.compile(function)
    for x in np.array([[0.5, 1.2, -0.3], [0.9, 0.1, 0.4], [2.0, 1.0, 1.0]]):
        try:
            expected = function(x)
        except IndexError as error:
            with pytest.raises(IndexError, match=str(error)):
                compiled(x)
        else:
            assert compiled(x) == expected


def test_inner_products_of_rows_along_an_axis():
    vecdot = getattr(np, "vecdot", None)
    if vecdot is None:
        pytest.skip("since NumPy 2.0")
    a, b = np.arange(6.0).reshape(2, 3) + 0.5, np.ones((2, 3)) * [[1.0], [2.0]]
    for axis in (0, 1, -1):
        found = la.compile(lambda a, axis=axis: vecdot(a, b, axis=axis))
        assert np.allclose(found(a), vecdot(a, b, axis=axis), rtol=1e-15)
    stats = pytest.importorskip("scipy.stats")
    x = np.array([1.5, 2.5, 3.7, 0.4])
    compiled = la.compile(lambda x: stats.wasserstein_distance(x, x**2))
    assert compiled(x) == pytest.approx(stats.wasserstein_distance(x, x**2), rel=1e-14)


def gaps_filled(x):
    y, at = x.copy(), np.arange(len(x))
    missing = np.isnan(y)
    y[missing] = np.interp(at[missing], at[~missing], y[~missing])
    return y


def between_quartiles(x):
    low, high = np.percentile(x, [25, 75])
    inside = x[(x > low) & (x < high)]
    return inside.mean() / len(inside), np.median(inside)


def crossings(x):
    at = np.where(np.diff(np.sign(x)))[0]
    return np.mean(at - x[at] / (x[at + 1] - x[at]))


def running(x):
    out = np.zeros_like(x)
    out[x > 0] = np.cumsum(x[x > 0])
    return out


def first_is_set(x):
    above = x[x > 0]
    above[0] = 2.0
    return above.sum() * x[0]


def changed_in_place(x):
    above, either = x[x > 0], x[x > 0]
    above.sort()
    low = above[:3]
    low *= x[1]
    np.put(above, [5], 9.0)
    if x[0] > 0.3:
        either *= 2.0
    else:
        either.partition(0)
    return above[4:6].sum() + low[1] + either[0] + either.sum()


BY_A_MASK = [
    gaps_filled,
    changed_in_place,
    between_quartiles,
    crossings,
    running,
    first_is_set,
    lambda x: np.percentile(x[~np.isnan(x)], 95),
    lambda x: np.sum(x[x > 0][:3]) - np.asarray(x[x <= 0]).prod(),
    lambda x: np.asarray(x[x > 0], float) @ np.array(x[x > 0], dtype=float, ndmin=1),
    lambda x: x[x > 0][np.where(x[x > 0] < 1.0)[0]] * np.where(x[x > 0] < 1.0)[0],
    lambda x: np.concatenate([x[x > 0], x[x <= 0]]),
    lambda x: x[x > 0].reshape(1, -1).sum(axis=0),
    lambda x: np.ones((1, 2)) * x[x > 0].reshape(-1, 1, order="F"),
    lambda x: x[x > 0].compress([True]) + x[x > 0].transpose(0)[0],
    lambda x: np.polyfit(np.arange(len(x))[x > 0], x[x > 0], 1),
    lambda x: x[x > 0],
    lambda x: x.reshape(-1, 3)[x[::3] > 0].T,
    lambda x: x.reshape(-1, 3)[x[::3] > 0, 1:] / x[::3][x[::3] > 0, None],
    lambda x: x[np.nonzero(x > 1)[0].astype(int) - 1],
    lambda x: x[:3].sum() + len(np.flatnonzero((x > 0)[:0] & (x < 9)[30:])),
    lambda x: x[np.flatnonzero(x > 0)[np.array([0])]] * x[np.flatnonzero(x > 1)[[0, 1]]],
]


@pytest.mark.parametrize("function", BY_A_MASK)
def test_what_a_mask_selects_is_known_in_a_call(function):
    """The first calls trace: each selects other elements, of which no function of each alone says
    anything."""
    f = la.compile(function)
    for seed in range(2):
        x = np.random.default_rng(seed).normal(size=30)
        x[seed + 7] = x[seed + 7] if function is not gaps_filled else np.nan
        assert np.allclose(np.ravel(f(x)), np.ravel(function(x)), rtol=1e-12)
        step = 1e-6 * np.random.default_rng(9).normal(size=30)
        moved = np.ravel(function(x + step)) - np.ravel(function(x - step))
        _, tangent = f.jvp((x,), (step,))
        assert np.allclose(np.ravel(tangent), moved / 2.0, rtol=1e-5, atol=1e-12)


def test_a_mask_that_is_decided_warns_of_no_single_point(recwarn):
    x = np.random.default_rng(0).normal(size=20)
    la.compile(BY_A_MASK[6]).grad(x)
    assert not recwarn.list


def test_windows_by_strides():
    def windows(x):
        size = x.strides[0]
        return np.lib.stride_tricks.as_strided(x, (len(x) - 2, 3), (size, size)).mean(axis=1)

    x = np.array([0.7, 0.4, 0.5, 0.6, 0.2])
    assert np.array_equal(la.compile(windows)(x), windows(x))
    with pytest.raises(TypeError, match="past the ends"):
        la.compile(lambda x: np.lib.stride_tricks.as_strided(x, (9,), (8,)).sum())(x)


@pytest.mark.parametrize(
    "function",
    [
        lambda x: np.where(np.bitwise_and(x.astype(int), 1) == 0, x, -x),
        lambda x: (x.astype(int) & 3) * x,
        lambda x: (x.astype(int) >> 1) + (x.astype(int) << 2) * x,
        lambda x: (np.floor(x[0]).astype(int) & 1) * x[1],
        lambda x: np.sum(x[1], axis=0) + np.max(x[0], 0),
        lambda x: np.insert([1.0, 2.0], [0, 1], x[:2]),
        lambda x: np.insert(x, np.arange(4) + 1, x[0]),
        lambda x: np.insert(x, np.zeros(2, int), x[:2]),
        lambda x: np.insert(x.reshape(2, 2), np.searchsorted([0.5, 1.0], [0.6]), x[:2], axis=1),
        lambda x: np.hstack(((x[0],), np.arange(3.0) * x[1])),
    ],
)
def test_bits_of_ints_and_numbers_along_an_axis(function):
    x = np.array([3.7, -2.4, 5.5, 0.6])
    assert np.array_equal(la.compile(function)(x), function(x))


def gathered(x):
    found = np.zeros(x.shape, bool)
    for k in range(3):
        found |= x > k
    found[1:] &= x[1:] < 5
    finite = np.isfinite(np.arange(4.0))
    np.logical_and(finite, x > 0, out=finite)
    other = found
    other ^= finite  # found is that array as well
    return np.where(found, x, -x) + np.sum(x[finite])


def settled(x):
    done = np.full(x.shape, False)
    for _ in range(9):
        x = np.where(done, x, 0.5 * x + 0.1)
        done |= abs(x) < 0.31
    return x[done].sum() * x


@pytest.mark.parametrize("function", [gathered, settled])
def test_masks_that_gather_conditions_where_they_stand(function):
    compiled = la.compile(function)
    for x in np.array([[3.7, -2.4, 5.5, 0.6], [-0.2, 6.0, 0.1, 9.0]]):
        assert np.allclose(compiled(x), function(x), rtol=1e-15)
        step = 1e-6 * np.ones(4)
        slope = (function(x + step) - function(x - step)) / 2e-6
        assert compiled.jvp((x,), (np.ones(4),))[1] == pytest.approx(slope, rel=1e-6)


class Weighted(np.ndarray):
    """An array of a class of the user's, which keeps something beside its numbers."""

    def __new__(cls, numbers, weight):
        made = np.asarray(numbers, dtype=float).view(cls)
        made.weight = weight
        return made

    def __array_finalize__(self, source):
        self.weight = getattr(source, "weight", 1.0)

    @property
    def total(self):
        return self.weight * np.sum(self)


class Buffered(np.ndarray):
    def __new__(cls, numbers):
        made = super().__new__(cls, numbers.shape, float, numbers)
        made.first = numbers[0]
        return made

    def spread(self):
        return self.max() - self.first * self[1]


OUTSIDE = Weighted([1.0, 2.0, 4.0], 3.0)


def test_arrays_of_a_class_that_extends_numpys():
    for function in (
        lambda x: Weighted(x, x[0]).total + Weighted(x * 2, 2.0)[1:].total,
        lambda x: (Weighted(x, x[1]) ** 2 + 1).total,
        lambda x: (OUTSIDE * x).total + OUTSIDE.total,
        lambda x: Buffered(x).spread() + np.ndarray((2,), float, x).sum(),
        lambda x: Weighted(x, 2.0),
    ):
        found, expected = la.compile(function)(V3), function(V3)
        assert np.array_equal(found, expected)
    with pytest.raises(TypeError, match="with an offset"):
        la.compile(lambda x: np.ndarray((1,), float, x, offset=8)[0])(V3)


def test_masks_hold_what_traced_indices_and_conditions_put_there():
    def marked(x):
        top, flags = np.zeros(5, dtype=bool), np.full(5, False)
        top[np.argsort(-x)[:2]] = True
        flags[x > 1.0] = True
        flags |= x < 0.0
        return 2.0 * np.where(top, x * x, x) + x[~top & flags].sum()

    compiled = la.compile(marked)
    for x in (np.array([3.0, -1.0, 2.0, 5.0, -4.0]), np.array([-3.0, 0.5, 2.0, 1.5, 7.0])):
        np.testing.assert_array_equal(compiled(x), marked(x))
        moved = (marked(x + 2.0**-10) - marked(x - 2.0**-10)) * 2.0**9
        np.testing.assert_allclose(compiled.jvp((x,), (np.ones(5),))[1], moved, atol=1e-9)


def real_part_put(x):
    y = x.copy()
    y.real = 2.0 * x
    return y * x


def several_out(x):
    a, b = np.zeros(3), np.zeros(3)
    np.divmod(x, 0.4, out=(a, b))
    return a * b


def vectorized_by_a_decorator(x):
    @np.vectorize(otypes=[float])
    def squared(t):
        return t * t

    return squared(x)


def put_by_place(x):
    y = x.copy()
    np.place(y, x > 0.6, x[x > 0.6] * 2.0)
    return y


def selected_and_changed(x):
    part = x[x > 0.6]
    part *= 2.0
    return part[...].sum() + part.T.sum() * np.size(part) * np.where(x > 0.6)[0].size


def of_constants(x):
    total = sum(float(one) for one in np.nditer(np.arange(3.0)))
    moved = np.ndarray((2,), buffer=np.arange(3.0), offset=8)[0]
    root = np.polynomial.polynomial.polyroots([2.0, -3.0, 1.0])[0]
    of_bytes = len(np.arange(3.0).tobytes()) + float(np.matrix([[1.0, 2.0]])[0, 1])
    return x * (total + moved + root + of_bytes)


def trimmed(x):
    long = np.polynomial.Polynomial([x[0], x[1], 0.0, 0.0]).trim()
    return (long * np.polynomial.Polynomial([1.0, 2.0]))(x[2])


SELDOM = [real_part_put, several_out, vectorized_by_a_decorator, put_by_place]
SELDOM += [selected_and_changed, of_constants, trimmed]


@pytest.mark.parametrize("function", SELDOM, ids=lambda f: f.__name__)
def test_what_is_seldom_written(function):
    x, moved = np.array([0.5, 0.7, 1.5]), np.array([0.3, -0.2, 0.5])
    value, tangent = la.compile(function).jvp((x,), (moved,))
    ahead, behind = [function(x + step * moved) for step in (1e-6, -1e-6)]
    np.testing.assert_allclose(value, function(x), rtol=1e-13)
    np.testing.assert_allclose(tangent, (ahead - behind) / 2e-6, rtol=1e-7)
