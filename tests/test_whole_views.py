"""Views and assignments of whole arrays, and odd arrays: as NumPy has them, or refused."""

import warnings

import numpy as np
import pytest

import lazyad as la

X = np.arange(12.0).reshape(3, 4) / 7.0 - 0.6
V = np.array([0.3, -1.2, 2.0, 0.7])

# What a function does to its own copy of x, and returns.
STATEMENTS = """
x[0][1] = 5; return x
row = x[0]; row += 1; return x
row = x[0]; row //= 0.5; return x
x.T[0] = v[:3]; return x
x.reshape(-1)[0] = 9; return x
y = x.ravel(); y[3] = 1.0; return x
y = x[::-1]; y[0] = v; return x
y = x[:, None]; y[0, 0] = v; return x
x[1:][0] = v; x[:, 1:3][0, 0] = 7; return x
y = x[1]; x[1] = v; return y
y = x[1]; z = y[1:]; y[:] = v; return z
y = x.T; y += 1; return x
y = np.swapaxes(x, 0, 1); y[0] = 0; return x
x[[0, 1]][0] = 9; return x
x[[0, 0]] += 1; return x
np.add(x, 1, out=x); return x
np.add(x[0], 1, out=x[1]); return x
x[x < 0] = 0; return x
x[:, v > 0] = 0; return x
np.fill_diagonal(x, 3.0); return x
x.sort(axis=0); return x
a, b = x[0], x[1]; a[:], b[:] = b.copy(), a.copy(); return x
x[0] = x[1]; x[1] += 1; return x
y = np.asarray(x); y[0] = 1.0; return x
y = np.array(x); y[0] = 1.0; return x
y = np.squeeze(x[None]); y[0] = 1; return x
y = np.split(x, 3)[0]; y[:] = 0; return x
y = np.flip(x); y[0] = 0; return x
y = np.atleast_2d(x[0]); y[0] = 0; return x
x[0, 0] = x[0, 1] = 4; return x
x[1, :] = x[1, ::-1]; return x
x[1:] = x[:-1]; return x
x[np.arange(3), np.array([0, 1, 0])] += v[:3]; return x
np.add.at(x, np.array([0, 1]), v); return x
x[np.array([True, False, True])] = v; return x
for row in x: row[0] = 1; return x
np.copyto(x[0], v); return x
y = np.moveaxis(x, 0, 1); y[0] = 2; return x
y = np.expand_dims(x, 0); y[0, 0] = 2; return x
y = x.flatten(); y[0] = 99; return x
y = x.T.T; y[0] = 99; return x
y = +x; y[0] = 3; return x
a = x[0, 0]; x[0, 0] = 4; return a + x
out = np.zeros((3, 4)); out[:] = x; row = out[0]; out *= 2; return row
y = np.hsplit(x, 2)[0]; y[:] = 3; return x
y = np.reshape(x, (4, 3)); y[0] = 3; return x
y = x.conj(); y[0] = 3; return x
y = x.astype(float, copy=False); y[0] = 2; return x
s = slice(1, 3); x[s, s] = x[s, s].T; return x
"""
REFUSED = """
y = np.broadcast_to(x, (2, 3, 4)); y[0] = 0; return x
y = x.T.reshape(-1); y[0] = 0; return x
y = (x + 1).T.ravel(); z = y; z[0] = 0; w = x[x > 0]; return w
i = np.argmax(x, 0); i += 0.5; return i
x[v[:3]] = 1.0; return x
x[True] = 1.0; return x
x[5] = 1.0; return x
x[[0, 5]] = 1.0; return x
x[:, 0] = v; return x
x[np.array([True, False])] = 1.0; return x
return ~np.argmax(x, 0)
return np.cross(x, x)
return np.max(x, where=x > 0)
return np.sum(x, nonsense=1)
return np.moveaxis(x, 5, 0)
return np.einsum("ij->", x[0])
return np.where(x > 0)[0]
"""


def function(statement):
    scope = {"np": np}
    first, _, last = statement.rpartition("return")
    body = first.strip().rstrip(";")
    lines = [f"    {line}" for line in ("x = x.copy()", body) if line]
    exec("\n".join(["def f(x, v):", *lines, f"    return{last}"]), scope)
    return scope["f"]


@pytest.mark.parametrize("statement", STATEMENTS.strip().splitlines())
def test_assignments_do_what_numpy_does(statement):
    f = function(statement)
    wanted = f(X, V)
    kernel = la.compile(f, target="array")
    np.testing.assert_allclose(kernel(X, V), wanted, rtol=1e-15, atol=0.0)
    move = np.cos(X), np.sin(V)
    ahead, behind = [f(X + s * move[0], V + s * move[1]) for s in (1e-6, -1e-6)]
    np.testing.assert_allclose(
        kernel.jvp((X, V), move)[1], (ahead - behind) / 2e-6, rtol=1e-8, atol=1e-8
    )


@pytest.mark.parametrize("statement", REFUSED.strip().splitlines())
def test_what_numpy_does_otherwise_is_refused(statement):
    with pytest.raises((TypeError, ValueError, IndexError)):
        la.compile(function(statement), target="array")(X, V)


# ---------------------------------------------------------------------------------- odd arrays

ARRAYS = {
    "narrow": X.astype(np.float32),
    "whole": (X * 4.0).astype(int),
    "odd": np.array([0.0, -0.0, np.nan, np.inf, -np.inf, 1.0, -1.5]),
    "empty": np.zeros((0, 4)),
    "one": np.array([[0.7]]),
    "number": np.array(0.3),
}
CALLS = """
x + 1
x / 2
x // 2
x ** 2
2.0 ** x
(x > 0) * x
(x > 0) + 1
(x > 0) & (x < 1)
np.where(x > 0, 1, 0)
np.sign(x)
np.maximum(x, 0.5)
np.fmin(x, x)
np.floor_divide(1.5, x)
np.logical_not(x)
np.float_power(x, 2)
np.isfinite(x)
np.sum(x)
np.sum(x, where=x > 0)
np.mean(x, where=x > 0)
np.sum(x, dtype=np.float32)
np.sum(x > 0)
np.prod(x)
np.any(x)
np.mean(x)
np.std(x)
np.cumsum(x)
np.nansum(x)
np.nanmean(x)
np.nanstd(x)
np.nanmax(x)
np.median(x)
np.quantile(x, 0.3)
np.count_nonzero(x)
np.sort(np.ravel(x))
np.clip(x, 0, 1)
np.nan_to_num(x)
np.round(x, 1)
np.full_like(x, 3)
np.ones_like(x, dtype=int)
np.stack([x, x], -1)
np.concatenate([x, x], axis=None)
np.append(x, 1.0)
np.tile(x, 2)
np.repeat(x, 2)
np.reshape(x, -1, order="F")
np.multiply.outer(x, x)
np.subtract.outer(x, x)
np.vdot(x, x)
np.inner(x, x)
np.einsum("...,...->...", x, x)
np.array([x, x])
np.sum([x, x])
np.diff(np.ravel(x))
np.isclose(x, x)
np.allclose(x, x)
np.interp(x, [0.0, 1.0], [2.0, 3.0])
np.meshgrid(x, x)[0]
np.ptp(x)
x[None]
x[()]
x.astype(bool)
np.expand_dims(x, 0)
np.transpose(x)
np.linalg.norm(x)
"""


@pytest.mark.parametrize("kind", ARRAYS)
def test_odd_arrays_come_to_what_numpy_makes_of_them(kind):
    x = ARRAYS[kind]
    for call in CALLS.strip().splitlines():
        f = eval(f"lambda x: {call}", {"np": np})
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            try:
                wanted = np.asarray(f(x))
            except (TypeError, ValueError, IndexError):
                continue
            try:
                found = np.asarray(la.compile(f, target="array")(x))
            except IndexError:
                assert not x.size, call  # of nothing there is no median
                continue
        assert found.shape == wanted.shape, call
        assert found.dtype == wanted.dtype, call
        digits = 1e-5 if found.dtype == np.float32 else 1e-13
        np.testing.assert_allclose(found, wanted, rtol=digits, atol=0.1 * digits, err_msg=call)


def test_a_cotangent_is_taken_apart_by_places():
    """np.reshape(ct[1:2], ()) stood for ct[1]."""

    def f(x, y):
        return np.array([[x, x * y], [np.sin(x) * y, y]])

    compiled, ct = la.compile(f, target="array"), np.array([[0.3, -1.0], [2.0, 0.7]])
    _, (dx, dy) = compiled.vjp((0.4, 1.5), ct)
    assert "[1]" in compiled.vjp.source
    assert ":2]" not in compiled.vjp.source
    assert dx == pytest.approx(0.3 - 1.5 + 2.0 * np.cos(0.4) * 1.5)
    assert dy == pytest.approx(-0.4 + 2.0 * np.sin(0.4) + 0.7)
