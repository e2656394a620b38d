"""Functions of NumPy's and SciPy's on whole arrays: each an expression, with its derivatives."""

import operator
import warnings

import numpy as np
import pytest
from scipy import fft, integrate, linalg, ndimage, signal, special, stats
from scipy.spatial import distance

import lazyad as la
from tests.helpers_names.checks import three_parts
from tests.test_whole import close

RNG = np.random.default_rng(11)
TABLE = RNG.normal(size=(4, 4))
NAMES = {"np": np, "linalg": linalg, "special": special, "ndimage": ndimage, "signal": signal}
NAMES |= {"distance": distance, "INDEX": np.array([2, 0, 2, 1]), "la": la}
NAMES |= {"TABLE": TABLE, "integrate": integrate, "stats": stats, "fft": fft}
ARRAYS = {
    "x": RNG.normal(size=(3, 4)),
    "y": RNG.normal(size=4),
    "t": RNG.normal(size=(2, 3, 4)),
    "s": RNG.normal(size=(3, 3)) + 3.0 * np.eye(3),
    "w": RNG.normal(size=3),
    "k": RNG.normal(size=(2, 3)),
}

EXPRESSIONS = """
np.linalg.tensorsolve(s, w)
linalg.toeplitz(y) + linalg.toeplitz(TABLE[0], y) + linalg.circulant(y)
distance.cdist(x, TABLE + y) + distance.cdist(x, TABLE, "cityblock")
distance.cdist(x, TABLE, "sqeuclidean") * distance.cdist(x, TABLE, "chebyshev")
distance.cdist(x, TABLE, "minkowski", p=3)
distance.pdist(x)
np.fabs(y) + np.reciprocal(y) + np.where(True, y, 2.0 * y)
np.ascontiguousarray(x.T[::2]) * 2.0
np.full((2, 4), y) + np.full(4, y[0], float)
np.interp(y, [0.0, 1.0, 2.0], [1.0, 3.0, 2.0], period=2.5)
np.take(y, [5, -7, 2], mode="clip") * np.take(y, [5, -7, 2], mode="wrap")
np.cross(x[:, :3], s, axis=0)
np.cross(y[:2], y[2:])
np.einsum(x, [0, 1], y, [1], [0])
np.einsum("ii->i", s)
np.prod(x, axis=(0, 1), keepdims=True) + np.prod(x, axis=0, keepdims=True)
np.argmax(x, axis=1, keepdims=True) * x
np.pad(x, ((1, 1), (0, 2)), constant_values=((1.0, 2.0), (3.0, 4.0)))
np.pad(x, 1, constant_values=y[0]) * np.pad(x, 1, constant_values=(y[1], 2.0))
(np.argsort(y) << 1) * y + (np.argsort(y) >> 1) * y
(1 << np.argsort(y)) * y - (np.array([9, 8, 7, 6]) >> np.argsort(y)) * y + ((y > 0.0) << 2)
np.vectorize(lambda t: (t, t * t))(y)[1]
np.add(y, 1.0, y.copy()) * y.item(2) + TABLE @ y
y.reshape(2, 2).compress([True, False], axis=0)
x[None, :, [0, 2]]
(x * 9.0).astype(int) * x + np.where(x > 0.0, (5.0 * x).astype(int), x)
np.cumsum((y * 9.0).astype(int)) * y + np.dot((y * 5.0).astype(int), y)
np.vectorize(lambda r, u: np.tanh(r @ u), signature="(n),(n)->()")(t, y)
np.vectorize(lambda a: a @ a.T, signature="(m, n)->(m,m)")(t)
integrate.fixed_quad(lambda u: np.exp(y[0] * u) * w[1], 0.0, w[2], n=4)[0]
np.median(t, axis=(0, 1))
np.median(t, axis=(0, -1), keepdims=True)
np.quantile(t, 0.3, axis=(1, 2))
np.nanstd(x, axis=0)
np.nanstd(x[:1], axis=0)
np.nancumprod(x, axis=1)
np.prod(x[:0], axis=1)
np.prod(x[:, :0], axis=1)
np.linalg.norm(x, -1, axis=1)
np.linalg.norm(x, -2, axis=0)
np.linalg.norm(x, 0.5, axis=0)
np.linalg.norm(y, 0) * y
np.einsum(x, [0, 1], y, [1], [0])
np.einsum(x, [0, 1], y, [1])
np.einsum("i...->...", t)
np.einsum("i...,i->...i", x, w)
np.einsum("ij...,j->i...", t, w)
np.einsum(",i->i", y[0], w)
x[[]]
x[None, [0, 2]]
x[:, None, INDEX]
x[INDEX[:3], None]
t[None, 0, :, [0, 1]]
np.pad(x, ((1, 2), (0, 1)), "edge")
np.pad(x, 2, "reflect")
np.pad(x, ((5, 0), (0, 7)), "symmetric")
np.pad(y, (3, 6), "wrap")
np.pad(x, ((0, 0), (2, 1)), constant_values=((0, 0), (1, 2)))
np.pad(x, {-1: (1, 2)})
np.pad(x, (2, 1), "linear_ramp", end_values=(3, -1)) + np.pad(x, (1, 2), "mean", stat_length=2)
np.pad(y, 3, "median") * np.pad(y, (2, 4), "maximum") + np.pad(y, 3, "minimum", stat_length=1)
np.pad(x, 2, "reflect", reflect_type="odd")
np.diff(x, prepend=0.0)
np.diff(x, axis=0, append=y[None])
np.diff(y, 2, prepend=y[:2], append=1.0)
np.insert(x, 1, y, axis=0)
np.insert(x, [0, 2], 3.0 * y, axis=0)
np.insert(y, 2, w)
np.insert(x, 1, w, axis=1)
np.resize(x, (2, 9))
np.unstack(t)[1]
np.unstack(x, axis=1)[2]
np.dsplit(t, 2)[1]
np.r_[y, 1.0, w, 2:4]
np.r_[y]
np.c_[x, w, 2.0 * w]
np.c_[w, w]
np.apply_along_axis(lambda row: row * row.sum(), 1, x)
np.apply_along_axis(lambda row: row[1] * row, 0, t)
np.apply_along_axis(np.sum, 1, t)
np.piecewise(x, [x < -0.3, x > 0.4], [lambda z: -z, lambda z: z**2])
np.piecewise(x, [x < 0.0], [1.0, np.exp])
np.choose([0, 1, 0, 2], [y, y * 2.0, y**2])
np.linspace(y[0], y[1], 5)
np.linspace(y, 2.0 * y, 3, endpoint=False)
np.linspace(x, 1.0, 4, axis=-1)
np.bincount(INDEX, weights=y, minlength=5)
np.bincount(np.argsort(y) % 3, minlength=4) * y + np.bincount(np.argsort(y) % 3, y, 4)
y[np.lexsort((np.sin(9.0 * y), np.round(y)))] * w[0] + y[np.argsort(y > 0.0, kind="stable")]
np.linalg.det(x[:0, :0]) * y + np.linalg.inv(x[:0, :0]).sum() + np.linalg.solve(s, s[:, :0]).sum()
w * np.linalg.matrix_rank(s) + np.linalg.matrix_rank(np.outer(y, y))
np.lib.stride_tricks.as_strided(x, (2, 2, 2, 3), x.strides * 2) + x.strides[0] / x.itemsize
np.unwrap(9.0 * y)
np.unwrap(9.0 * x, axis=0)
np.polyfit(y, np.sin(y), 2)
np.add.reduceat(y, [0, 2, 1])
np.add.reduceat(x, [0, 2], axis=1)
np.maximum.accumulate(x, axis=1)
np.minimum.accumulate(x)
np.logaddexp.reduce(x, axis=1)
np.cumulative_sum(x, axis=1, include_initial=True)
np.cumulative_prod(y, include_initial=True)
np.linalg.matrix_transpose(t)
np.linalg.diagonal(t, offset=1)
np.linalg.trace(t)
np.linalg.cross(s, s[::-1] * w)
np.linalg.tensorsolve(s, w)
np.linalg.tensorinv(s, 1)
np.fix(x) * x
np.lib.stride_tricks.sliding_window_view(y, 2) * 2.0
np.lib.stride_tricks.sliding_window_view(x, (2, 3))
np.lib.stride_tricks.sliding_window_view(x, 2, axis=1)
np.abs(np.fft.rfft(y, 7))
np.fft.rfft(y, 3).imag
np.fft.rfft(x, axis=0, norm="ortho").real
np.fft.rfft(x, norm="forward").real
np.fft.irfft(np.fft.rfft(y) * 2.0, 6)
np.fft.irfft(np.fft.rfft(y, norm="ortho"), norm="ortho")
np.abs(np.fft.fft(y)) ** 2
np.fft.fft(y, 5).real - np.fft.fft(y, 3).imag.sum()
np.fft.ifft(np.fft.fft(w) * np.array([1.0, 2j, 3.0])).real
np.fft.ifft(np.fft.fft(x, axis=0), axis=0, norm="ortho").real
np.fft.ifft(y).imag + np.fft.ifft(y, norm="forward").real
np.abs(np.fft.fft2(x)) ** 2
np.fft.ifft2(np.fft.fft2(x) * 2.0).real
np.fft.ifftn(np.fft.fftn(t) * np.fft.fftn(t)).real
np.abs(np.fft.rfft2(x))
np.fft.irfft2(np.fft.rfft2(x) * 3.0, s=(3, 4))
np.fft.irfftn(np.fft.rfftn(t), s=(2, 3, 4))
np.fft.fftshift(x) + np.fft.ifftshift(x, axes=1)
np.fft.fftshift(np.fft.fft(y)).real
np.fft.fft(x).sum(axis=0).real + np.mean(np.fft.fft(x), axis=1).imag.sum()
x[x > 0.0].sum()
np.mean(x[x < 0.1] ** 2)
(2.0 * x[x > 0.0] + x[x > 0.0] ** 2 - np.sin(x[x > 0.0])).max()
np.min(-x[np.abs(x) > 0.3])
np.cov(y, np.sin(y))
np.corrcoef(y, y**2)
y * np.fft.fftfreq(4)
np.concatenate([y, INDEX])
np.stack([y, INDEX])
np.stack([y, np.argsort(y)])
linalg.cho_solve(linalg.cho_factor((s @ s.T)), w)
linalg.cho_solve((linalg.cholesky((s @ s.T), lower=True), True), s)
2.0 * np.log(np.diag(linalg.cho_factor((s @ s.T), lower=True)[0])).sum()
linalg.block_diag(x, y, s)
linalg.toeplitz(y)
linalg.toeplitz(y, w)
linalg.circulant(y)
linalg.toeplitz(x)[..., 0].sum() * linalg.circulant(x)[..., 1]
np.corrcoef(y) * x[range(2)] * linalg.expm(y @ y / 9.0)
y * (linalg.sqrtm(x[:0, :0]).sum() + np.linalg.eigvals(x[:0, :0]).real.sum())
linalg.hankel(y)
linalg.hankel(w, y)
linalg.solve_banded((1, 1), x[:, :3] * 0.1 + np.array([[0.0], [4.0], [0.0]]), w)
distance.cdist(k, s)
distance.cdist(k, s, "sqeuclidean")
distance.cdist(k, s, "cityblock")
signal.convolve2d(x, k)
signal.convolve2d(x, k, mode="same")
signal.convolve2d(x, k, mode="valid")
signal.convolve2d(x, k, mode="same", boundary="symm")
signal.convolve2d(x, k, boundary="wrap")
signal.correlate2d(x, k, mode="same")
signal.correlate2d(x, k, mode="full")
signal.correlate2d(x, k[:, :2], mode="same")
signal.convolve(y, w, mode="same")
signal.fftconvolve(x, k, mode="same")
signal.correlate(y, w)
ndimage.convolve(x, k)
ndimage.correlate(x, k, mode="nearest")
ndimage.convolve(x, k[:, :2], mode="constant", cval=0.5)
ndimage.correlate(x, s, mode="mirror")
ndimage.convolve1d(x, w, axis=0, mode="wrap")
ndimage.correlate1d(x, y, axis=1)
ndimage.correlate(x, k, origin=-1) + ndimage.convolve(x, s, origin=(1, 0))
ndimage.gaussian_filter(x, 0.7)
ndimage.uniform_filter(x, 2)
special.entr(np.abs(x))
np.sort(np.partition(x, 2, axis=0)[:2], axis=0)
np.sum(y[np.argpartition(y, 2)[:2]])
np.fft.hfft(y)
np.fft.hfft(np.fft.rfft(x, axis=0) * (1.0 + 0.2j), n=5, axis=0, norm="ortho")
np.fft.ihfft(x, 7, norm="forward").imag + np.abs(np.fft.ihfft(x, 7))
np.angle(np.fft.rfft(x))
(np.fft.rfft(y) ** 3).real + np.square(np.fft.rfft(y)).imag
(np.fft.fft(x) @ np.fft.fft(y).conj()).imag
np.fft.irfft(np.where(np.arange(3) < 1, np.fft.rfft(x), 0))
np.vdot(np.fft.fft(y), np.fft.rfft(y[:1])[0] + np.fft.fft(y)).imag
x.flat[3] * np.asarray(x.flat[::2])
y * np.isscalar(y[0]) + np.isscalar(y)
np.float64(y.sum().max(axis=0)) * np.triu(y) + np.tril(y, 1)
np.fromiter((np.float64(v) for v in y[1:]), float, count=2) * np.float64(1.5)
np.modf(x)[0] * np.modf(x)[1]
np.compress([True, False, True], x, axis=0)
np.extract(np.array([True, False]), y)
x[np.unravel_index(np.argmax(x), x.shape)] * y
linalg.lu_solve(linalg.lu_factor(s), w) + linalg.lu_solve(linalg.lu_factor(s), w, trans=1)
linalg.lu_solve(linalg.lu_factor(TABLE), y) + linalg.lu_solve(linalg.lu_factor(TABLE), y, 1)
linalg.eigh(s + s.T, k.T @ k + np.eye(3), eigvals_only=True)
linalg.eigh(s + s.T, k.T @ k + np.eye(3), lower=False)[1] ** 2
linalg.solve_discrete_lyapunov(0.2 * s, k.T @ k)
linalg.solve_continuous_lyapunov(s, k.T @ k)
integrate.trapezoid(x, dx=0.1) + integrate.simpson(x, dx=0.1)
integrate.cumulative_trapezoid(x, initial=0)
np.linalg.vecdot(x, y)
stats.norm.logpdf(x, y, 2.0) + stats.norm.cdf(x, loc=y)
stats.norm(w[0], y * y).logpdf(y)
stats.multivariate_normal.logpdf(w, w[::-1], k.T @ k + np.eye(3))
stats.gamma.logpdf(np.abs(x), 1.5, scale=y * y)
stats.t.logpdf(x, 3.0, loc=y) + stats.cauchy.logpdf(x)
y[y > 0.0].std() * y[y > 0.0].size + np.linalg.norm(y[y < 0.0]) * np.all(y[y > 0.0] < 9.0)
y[y > 0.0] @ np.exp(y[y > 0.0]) * np.mean(y[y > -2.0] > 0.1)
(x[w > -0.5] * y).mean(axis=0) + x[w > -0.5].sum() + x[0, y > 0.1].sum() * x[w > 0.0, 1:].max()
x[:, y > -0.3].std(axis=1) + (x[:, y > -0.3] - w[:, None]).sum(axis=1) + t[:, x > 0.1].sum()
np.vectorize(lambda v, u: v * max(u, 0.2))(x, y)
np.fromfunction(lambda i, j: i * w[0] + j, (2, 3))
signal.lfilter(w, y * 0.1 + np.array([2.0, 0.0, 0.0, 0.0]), x)
signal.sosfilt([[1.0, 0.5, 0.1, 1.0, -0.3, 0.1], [2.0, 0.0, 0.1, 1.0, 0.1, 0.2]], x, axis=0)
np.abs(signal.hilbert(y)) + fft.irfft(fft.rfft(y) * 2.0) + fft.fftshift(y)
fft.dct(x, 3, axis=0, norm="ortho") + fft.idst(x, n=4) + fft.dctn(x, norm="forward")
fft.dst(y, 3, norm="ortho") + fft.idct(y, 3)
stats.zscore(x, axis=1, ddof=1) + stats.skew(y)
distance.pdist(x)[:2] + distance.cdist(k, s, "minkowski", p=3)[:, 0]
ndimage.gaussian_filter(x, [0.7, 0.3], order=1) + ndimage.laplace(x)
ndimage.maximum_filter(x, 3) + ndimage.median_filter(x, (1, 3))
ndimage.map_coordinates(x, [w**2, w + 1.0], order=1, mode="nearest")
x.item(5) + x.item((1, 2)) + x.compress([True, False, True], axis=0)
np.quantile(t, [0.3, 0.7], axis=(0, 2), keepdims=True)
np.quantile(y, y[0] ** 2 / 9.0, method="weibull") + np.quantile(y, [0.3, 0.9], method="midpoint")
np.nanquantile(np.where(x > -0.5, x, np.nan), [0.3, 0.8], axis=1) + np.nanmedian(x, axis=1)
np.gradient(x, np.array([0.0, 0.2, 0.5, 0.6]), axis=1, edge_order=2)
np.cov(x, aweights=y * y, ddof=0) + np.average(x, 1, w[0] + y * y, returned=True)[1]
np.polymul(w, y)[:4] + np.polyder(np.append(y, w[:1]))
np.interp(y, [0.2, 1.0, 3.0], w, period=2.5)
np.histogram(x, 3, weights=x * y)[0] + np.histogram(y, w[:1] + np.arange(4.0), density=True)[0]
np.subtract.accumulate(y) + np.fmax.reduce(x)
np.linalg.vector_norm(t, axis=(0, 1), keepdims=True) * np.diff(t > 0.1, axis=0)
np.rot90(x + 1j * y).imag
linalg.solveh_banded(np.stack([0.1 * s[0], 2 + s[1] ** 2]), w)
linalg.solveh_banded(np.stack([2 + s[1] ** 2, 0.1 * s[0]]), w, lower=True)
np.digitize(y, np.sort(w)[::-1]) * y + np.digitize(y, np.sort(w), right=True)
np.compress(x[0] > 0.0, y).sum() * y + np.clip(y[y > 0.0], 0.1, 0.5).sum()
""".strip().splitlines()

STATEMENTS = {
    "put": ("z = x.copy(); np.put(z, [1, 5], y[:2])", "z * x"),
    "putmask": ("z = x.copy(); np.putmask(z, x > 0.2, 2.0 * x)", "z * x"),
    "nan_to_num": ("z = np.where(x > 0.2, x * x, np.nan); np.nan_to_num(z, copy=False)", "z * x"),
    "place": ("z = x.copy(); np.place(z, np.arange(12).reshape(3, 4) % 2 == 0, y)", "z"),
    "place_one": ("z = x.copy(); np.place(z, x > 0.2, 2.0)", "z * x"),
    "masked": ("z = x.copy(); z[z > 0.2] = z[z > 0.2] ** 2 + 1.0; z[x < 0.0] *= 3.0", "z"),
    "whole_at": ("z = y.copy(); z[INDEX[:2]] = INDEX[1:3]", "z * y"),
    "whole_part": ("z = y.copy(); z[1:3] = INDEX[1:3]", "z * y"),
    "masked_rows": (
        "z = x.copy(); m = w > -0.5; z[m] -= z[m].mean(axis=0); z[m, 1:] = y[1:]; z[~m, 0] *= w[0]",
        "z",
    ),
    "masked_columns": ("z = t.copy(); z[0, x < 0] *= 2.0; z[:, :, y < 0] = w[:, None]", "z"),
    "lowpass": ("f = np.fft.rfft(x); f[:, 1:] = 0.0; f[0] = 1.0 + 2.0j", "np.fft.irfft(f)"),
    "flat": ("z = x.copy(); z.flat[::5] = 0.0; z.flat[1] = y[2]; z[0] *= 2.0", "z * x"),
    "held": ("z = np.array([0.5, 1.0, 2.0]); z[0] = y[1]; z *= w; u = z; u -= y[0]", "z"),
    "held_rows": ("z = np.array(TABLE); z[1:] += x; z[0] = np.argsort(y)", "z * y"),
    "einsum_view": ('z = x.copy(); d = np.einsum("ii->i", z[:, 1:]); d *= w', "z * y"),
    "partition": ("z = x.copy(); z.partition(1); v = z.view(); v *= y", "z[:, 1]"),
    "out_by_place": ("z = np.zeros(4); np.exp(y, z)", "z"),
    "add_at": ("z = np.zeros(4); np.add.at(z, INDEX, y)", "z * y"),
}


def function_of(name):
    before, result = STATEMENTS.get(name, ("", name))
    lines = [f"    {one.strip()}" for one in before.split(";") if one]
    code = compile(f"{before}\n{result}", "", "exec")
    inner = [one.co_names for one in code.co_consts if hasattr(one, "co_names")]  # of a lambda
    names = [one for one in ARRAYS if one in {*code.co_names}.union(*inner)]
    text = "\n".join([f"def f({', '.join(names)}):", *lines, f"    return {result}"])
    scope = {**NAMES}
    exec(text, scope)
    return scope["f"], [ARRAYS[one].copy() for one in names]


@pytest.mark.parametrize("name", [*EXPRESSIONS, *STATEMENTS])
def test_value_and_derivatives(name):
    function, args = function_of(name)
    f = la.compile(function, target="array")
    moved = [RNG.normal(size=arg.shape) for arg in args]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        wanted = function(*args)
        ahead, behind = [
            function(*[a + s * d for a, d in zip(args, moved, strict=True)]) for s in (1e-6, -1e-6)
        ]
    value, tangent = f.jvp(args, moved)
    close(value, wanted, 1e-11)
    close(f(*[np.asfortranarray(arg) for arg in args]), wanted, 1e-11)
    close(tangent, (ahead - behind) / 2e-6, 3e-6)
    ct = np.cos(np.asarray(value) + 1.0)
    inner = sum(np.vdot(p, d) for p, d in zip(f.vjp(args, ct)[1], moved, strict=True))
    close(inner, np.vdot(ct, tangent), 1e-10)
    narrow = la.compile(function, target="array", dtype="float32")
    value, tangent = narrow.jvp(args, moved)
    kinds = {np.asarray(one).dtype for one in (value, tangent, *narrow.vjp(args, ct)[1])}
    assert kinds == {np.dtype(np.float32)}
    np.testing.assert_allclose(value, wanted, rtol=2e-3, atol=2e-4)


def test_plain_arrays_take_no_traced_values():
    plain = np.zeros(4)

    def adds(y):
        np.add.at(plain, np.array([0, 1, 2, 3]), y)
        return plain * y

    def fills(w):
        z = np.asarray(((1.0, 2.0), (3.0, 4.0)))
        np.fill_diagonal(z, w[0])
        return z

    def changes(y):
        z = plain.copy()
        z *= y
        return z

    for function, arg in ((adds, ARRAYS["y"]), (fills, ARRAYS["w"]), (changes, ARRAYS["y"])):
        with pytest.raises(TypeError, match="plain numbers"):
            la.compile(function, target="array")(arg)


def _swapped(y):
    rows, top = np.outer(y, y + 1.0), np.argmax(y)
    rows[[0, top]] = rows[[top, 0]]
    return rows @ y


def _changed_in_turn(y):
    x = y * 1.0
    np.multiply.at(x, [0, 2, 0], y[1:] + 2.0)
    np.subtract.at(x, np.array([[1, 3], [3, 3]]), np.stack([y[:2], y[1:3]]))
    np.maximum.at(x, slice(0, 2), 0.3)
    return x


def _looked_up(y):
    scale, row = [(1.0, y), (2.0, y * y)][int(1.5 + 0.01 * y[0])]
    scale = scale * {0: 1.5, 1: 2.5, 2: 3.5, 3: 4.5}[np.argmax(y)]
    return scale * row + y[int(2.5 + 0.01 * y[1])]


def _marked(y):
    mask, count = np.zeros(4, bool), np.ones(4, int)
    mask[np.argsort(y)[:2]] = True
    mask[y > 1.0] = False
    count[np.argmax(y)] += 2
    return np.where(mask, y * y, y) + y[~mask].sum() + y[count]


@pytest.mark.parametrize(
    "function",
    [
        lambda y: TABLE[np.argsort(y)] @ y + TABLE[np.argmax(y)],
        lambda y: TABLE[1, np.argsort(y)] * y + TABLE[:, np.argmin(y)],
        lambda y: TABLE[0][~(y > 0.2)].sum() * y,
        lambda y: [1.0, 3.0, 4.0, 7.0][np.argmax(y)] * y,
        lambda y: [y, 2.0 * y, y.sum() * y, y[::-1]][int(np.argmin(y))],
        lambda y: TABLE[np.arange(4), np.argsort(y)] * y + TABLE[:, :2][-1, np.argmax(y) % 2],
        lambda y: TABLE[np.digitize(y, [0.0, 0.5, 1.0])] @ y
        + np.digitize(y, [0.4, -0.4], right=True),
        lambda y: TABLE[[0, np.argmax(y)]] @ y + y[[np.argmin(y), 1]].sum(),
        lambda y: y[np.array([int(np.argmax(y)), 2])] * TABLE[:2, np.argsort(y)[:2]],
        _swapped,
        _changed_in_turn,
        _looked_up,
        _marked,
    ],
)
def test_plain_arrays_and_lists_are_indexed_by_traced_ones(function):
    y = ARRAYS["y"]
    f = la.compile(function, target="array")
    close(f(y), function(y))
    wanted = (function(y + 1e-6 * np.cos(y)) - function(y - 1e-6 * np.cos(y))) / 2e-6
    close(f.jvp((y,), (np.cos(y),))[1], wanted, 1e-8)


def test_a_dict_has_no_entry_for_another_traced_int():
    def entry(x):
        return {0: 1.0, 2: 3.0}[int(x)] * x

    f = la.compile(entry, target="array")
    assert (f(2.5), f.grad(0.5)) == (7.5, 1.0)
    with pytest.raises(KeyError, match="no key"):
        f(1.5)


def test_a_plain_array_is_indexed_by_an_argument_of_any_numbers():
    table = RNG.normal(size=(5, 3))
    f = la.compile(lambda x, at: table[at] @ x + table[at, 1], target="array")
    for at in ([0, 4], [1, 1], [-1, 3]):
        wanted = table[at] @ ARRAYS["w"] + table[at, 1]
        np.testing.assert_array_equal(f(ARRAYS["w"], np.array(at)), wanted)
    assert len(f.known) == 1


def test_what_has_a_length_that_nobody_knows_is_refused():
    for name in ("nonzero", "flatnonzero", "argwhere", "unique"):
        with pytest.raises(TypeError, match="nobody knows how many elements"):
            la.compile(lambda x, name=name: getattr(np, name)(x), target="array")(ARRAYS["y"])


def test_what_a_mask_selects_is_asked_for_its_length():
    y = ARRAYS["y"]
    for function in (
        lambda y: y[y > 0.0],
        lambda y: y[y > 0.0] + y[y < 0.0],
        lambda y: y[y > 0.0] * np.ones(4),
        lambda y: np.sort(y[y > 0.0]),
        lambda y: y[y > 0.0][-1],
        lambda y: y[y > 0.0][1:].sum(),
        lambda y: sum(y[y > 0.0]),
        lambda y: y[y > 0.0].sort(),
        lambda y: y[y > 0.0].shape[0] * y,
        lambda y: operator.setitem(y[y > 0.0], 0, 1.0),
        lambda y: y[y > 0.0].sum(keepdims=True),
        lambda y: np.sum(y[y > 0.0], where=y > 1.0),
    ):
        with pytest.raises((TypeError, AttributeError), match="mask") as caught:
            la.compile(function, target="array")(y)
        three_parts(caught)
    assert not la.compile(lambda y: y * hasattr(y[y > 0.0], "shape"), target="array")(y).any()
    for function in (lambda y: y[1.5], lambda y: y["a"], lambda y: y[y[y > 0.0]]):
        with pytest.raises(TypeError, match="an index that is a") as caught:  # and not all of it
            la.compile(function, target="array")(y)
        three_parts(caught)
    for function in (lambda y: y[y > 9.0].max() * y, lambda y: np.min(y[y < -9.0]) + y):
        with pytest.raises(ValueError, match="zero-size array"):
            la.compile(function, target="array")(y)
    either = la.compile(lambda y: (~(y[y > 0.0] > 0.5)).sum() * y, target="array")
    assert np.array_equal(either(y), (~(y[y > 0.0] > 0.5)).sum() * y)


def test_a_derivative_inside_may_close_over_what_is_traced():
    def residual(w, x):
        def u(x):
            return np.tanh(np.outer(x, w[0]) + w[1]) @ w[2]

        def slope(x):
            return la.compile(u, target="array").jvp((x,), (np.ones_like(x),))[1]

        second = la.compile(slope, target="array").jvp((x,), (np.ones_like(x),))[1]
        return ((second + np.sin(x)) ** 2).sum()

    def by_hand(w, x):
        t = np.tanh(np.outer(x, w[0]) + w[1])
        second = (-2.0 * t * (1.0 - t * t) * w[0] ** 2) @ w[2]
        return ((second + np.sin(x)) ** 2).sum()

    w, x = RNG.normal(size=(3, 5)), np.linspace(0.0, 1.0, 7)
    found = la.compile(residual, target="array", wrt="w").grad(w, x)
    close(found, la.compile(by_hand, target="array", wrt="w").grad(w, x), 1e-10)


def test_functions_of_numpy_that_are_compiled_themselves():
    x = np.random.default_rng(5).normal(size=(3, 3))
    for function in (
        np.sum,
        np.max,
        np.sort,
        np.argsort,
        np.nanmedian,
        np.trace,
        np.cumsum,
        np.round,
    ):
        np.testing.assert_allclose(la.compile(function, target="array")(x), function(x), rtol=1e-15)


def test_a_nan_is_counted_in_its_own_bin():
    f = la.compile(
        lambda x, w: np.bincount(np.digitize(x, [0.0, 1.0]), weights=w, minlength=4), target="array"
    )
    found = f(np.array([0.5, 3.0, -1.0, 2.0]), np.array([0.5, np.nan, -1.0, 2.0]))
    np.testing.assert_array_equal(found, [-1.0, 0.5, np.nan, 0.0])


@pytest.mark.parametrize(
    "function",
    [
        special.sici,
        special.airy,
        lambda x: special.ellipj(x, 0.3),
        lambda x: special.pbdv(1.0, x),
    ],
)
def test_functions_of_several_results(function):
    x, h = np.array([0.7, 1.3, 1.9]), 1e-6
    found, along = la.compile(function, target="array").jvp((x,), (np.ones(3),))
    np.testing.assert_allclose(found, function(x), rtol=1e-13)
    slopes = (np.array(function(x + h)) - np.array(function(x - h))) / (2.0 * h)
    np.testing.assert_allclose(along, slopes, rtol=1e-8, atol=1e-9)


@pytest.mark.parametrize("mode", ["full", "same", "valid"])
def test_correlations_of_even_and_odd_lengths(mode):
    x = np.random.default_rng(3).normal(size=5)
    for function in (np.correlate, signal.correlate):
        for n, m in ((5, 2), (2, 5), (4, 3), (3, 4), (5, 4), (4, 5)):
            f = la.compile(lambda a, b: function(a, b, mode), target="array")  # noqa: B023
            a, b = x[:n].copy(), x[:m].copy()
            np.testing.assert_allclose(f(a, b), function(a, b, mode), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("mode", ["full", "same", "valid"])
def test_a_convolution_multiplies_no_zeros_beside_the_array(mode):
    for x, y in (([1.0, 2.0, 3.0], [np.inf, 1.0, np.nan, 2.0, 3.0]), ([1.0, np.nan], [2.0])):
        f = la.compile(lambda x, y: np.convolve(x, y, mode), target="array")
        np.testing.assert_array_equal(f(np.array(x), np.array(y)), np.convolve(x, y, mode))


@pytest.mark.parametrize("q", [0.0, 0.3, 0.8, 1.0])
@pytest.mark.parametrize("end", [-np.inf, np.inf])
def test_a_quantile_between_what_is_infinite(q, end):
    x = np.array([1.0, end, 2.0, np.nan])
    found = la.compile(lambda x: np.nanquantile(x, q), target="array")(x)
    np.testing.assert_array_equal(found, la.compile(lambda x: np.nanquantile(x, q))(x))


def test_a_quantile_has_a_derivative_in_its_place():
    f = la.compile(np.nanquantile, target="array", wrt="q")
    assert f.grad(np.array([1.0, 4.0, np.nan, 2.0]), 0.5) == 4.0
