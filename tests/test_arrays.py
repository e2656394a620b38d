"""NumPy on traced values: each function's Nodes evaluate to what NumPy computes on the floats.

Bit for bit where NumPy adds, multiplies, divides, takes roots, compares or moves elements; within
rounding where it calls a library that rounds in its own way.
"""

import copy
import inspect
import math
import operator
import pickle
import re
import sys
from typing import NamedTuple

import numpy as np
import pytest
import scipy.special as special

import lazyad as la
from lazyad.dual import Dual
from lazyad.graph import Node, evaluate, lifted
from lazyad.tracing.arrays import REPLACED, Array, array_of, elementwise, replacement

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
        flat = evaluate([lifted(item) for item in result.ravel().tolist()], known)
        return np.array(flat).reshape(result.shape)
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
np.fix(a)
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
elementwise(la.square, [a])
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
