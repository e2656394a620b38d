"""Complex numbers: values as Python and NumPy have them, exact derivatives in their parts."""

import cmath
import math
import pickle

import mpmath
import numpy as np
import pytest

import lazyad as la

STEP = 1e-6


def numbers(value):
    """Real parts, then imaginary ones."""
    value = np.asarray(value)
    return np.concatenate([np.ravel(value.real), np.ravel(value.imag)])


def agrees(function, *args):
    """Value and Jacobian against the plain function and its differences."""
    value, expected = la.compile(function)(*args), function(*args)
    assert np.allclose(numbers(value), numbers(expected), rtol=1e-12, atol=1e-14)
    assert np.shape(value) == np.shape(expected)
    assert np.iscomplexobj(value) == np.iscomplexobj(expected)
    rows = la.jacobian(function)(*args)
    for at, arg in enumerate(args):
        part = rows[at] if len(args) > 1 else rows
        for place in np.ndindex(np.shape(arg)):
            moved = [np.array(one, complex if np.iscomplexobj(one) else float) for one in args]
            moved = [one.copy() for one in moved], [one.copy() for one in moved]
            moved[0][at][place] += STEP
            moved[1][at][place] -= STEP
            up, down = [function(*[x[()] for x in one]) for one in moved]
            slope = (np.asarray(up) - np.asarray(down)) / (2.0 * STEP)
            found = np.asarray(part)[(..., *place)]
            assert np.allclose(numbers(found), numbers(slope), rtol=1e-5, atol=1e-7)


# ---------------------------------------------------------------------------------- numbers


def impedance(w, resistance, inductance, capacity):
    of_capacitor = 1 / (1j * w * capacity)
    of_coil = 1j * w * inductance
    return abs(resistance + of_coil * of_capacitor / (of_coil + of_capacitor))


def fresnel(n, angle):
    """Total reflection, if n is small enough: the root is of a negative number."""
    cosine, sine = cmath.cos(angle), math.sin(angle) / n
    inside = cmath.sqrt(1 - sine**2)
    r = (cosine - n * inside) / (cosine + n * inside)
    return abs(r) ** 2


def joined(x, y):
    z = complex(x, y)
    w = z.conjugate() if x > 0 else 1.0
    return w * z**2 + z**0.5 + z**-2 + 2**z + z**z - z.imag


def counted(x, y):
    c, z, n = complex(x, y), 0j, 0
    while abs(z) < 4 and n < 50:
        z = z * z + c
        n += 1
    return abs(z)


def kept(x, y):
    c, z = x + 1j * y, 0
    for _ in range(300):
        z = z * z * 0.5 + c * 0.1
    return z


def root_of_one(a):
    z = complex(1, a)
    for _ in range(50):
        step = (z**3 - 1) / (3 * z**2)
        z = z - step
        if abs(step) < 1e-12:
            break
    return z.real * a


def in_lists(x, y):
    several = [complex(x, k) for k in range(3)] + [1j, y]
    return sum(several) / len(several) + max(several, key=abs)


def asked(x):
    z = complex(x)
    assert isinstance(z, complex)
    assert type(z) is complex
    assert not isinstance(z, float)
    return z.imag if z == 1 + 0j else z.real * 3 + (x if z else 0)


@pytest.mark.parametrize(
    ("function", "args"),
    [
        (impedance, (1.0, 2.0, 0.3, 0.4)),
        (fresnel, (1.5, 0.3)),
        (fresnel, (0.9, 1.2)),
        (joined, (0.5, 0.6)),
        (joined, (-0.5, 0.6)),
        (counted, (0.5, 0.6)),
        (kept, (0.5, 0.6)),
        (root_of_one, (0.7,)),
        (in_lists, (0.3, 0.4)),
        (asked, (0.3,)),
        (lambda x: la.where(x > 0, complex(x, 1), 2) * la.exp(1j * x), (0.7,)),
    ],
)
def test_numbers(function, args):
    agrees(function, *args)


FUNCTIONS = (
    "exp log log10 sqrt sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh phase"
).split()
POINTS = [0.5 + 0.6j, -0.5 + 0.6j, 1.5 - 0.6j, -2.5 - 1e-9j, 1e-9 + 1e-9j, 0.9 + 0.1j, 3.0 + 0j]
POINTS += [
    0.5j,
    1 + 2j,
    -1 + 2j,
    1 + 1j,
    1 - 1j,
    0.9999j,
    -1 + 1e-7j,
]  # where a part is 0, or both are alike


@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions_of_cmath(name):
    """The derivative along each axis, from 40 digits; on a cut as Python has it."""
    function = getattr(cmath, name)
    exact = {"phase": mpmath.arg, "log10": lambda z: mpmath.log(z) / mpmath.log(10)}
    exact = exact.get(name) or getattr(mpmath, name)
    compiled = la.compile(lambda x, y: function(complex(x, y)))
    for z in POINTS:
        assert compiled(z.real, z.imag) == pytest.approx(function(z), rel=1e-14, abs=1e-300)
        if z.imag == 0.0:
            continue
        slopes = compiled.jacobian(z.real, z.imag)
        with mpmath.workdps(40):
            for slope, way in zip(slopes, (mpmath.mpf(1), mpmath.mpc(0, 1)), strict=True):
                known = mpmath.diff(lambda t, way=way, z=z: exact(mpmath.mpc(z) + t * way), 0)
                assert abs(complex(known) - slope) <= 1e-12 * max(abs(slope), 1e-3)


def test_second_derivatives_where_a_part_is_zero_or_both_are_alike():
    for function, second in ((np.log, lambda z: -1 / z**2), (np.sqrt, lambda z: -0.25 / z**1.5)):
        compiled = la.compile(lambda x, y, f=function: f(complex(x, y)))
        for z in (1 + 0j, 0.8 + 0.8j, 1j, -1j):
            slopes = compiled.hessian(z.real, z.imag)
            assert slopes[0][0] == pytest.approx(second(z), rel=1e-12)
            assert slopes[0][1] == pytest.approx(1j * second(z), rel=1e-12)
            assert slopes[1][1] == pytest.approx(-second(z), rel=1e-12)


def test_far_away_and_near_a_pole():
    tanh, tan, log1p = (la.compile(one) for one in (cmath.tanh, cmath.tan, np.log1p))
    for z in (1e5 + 1e5j, -1e5 - 1e5j):
        assert tanh(z) == cmath.tanh(z)
        assert tan(z) == cmath.tan(z)
    for z in (1e160 + 1e160j, -1 + 1e-7j, 1e-9 - 2e-9j):
        assert log1p(z) == pytest.approx(complex(mpmath.log1p(z)), rel=1e-14)


def test_sides_of_cuts():
    for z in (complex(-2.0, 0.0), complex(-2.0, -0.0)):
        for function in (cmath.sqrt, cmath.log):
            found = la.compile(lambda x, y, f=function: f(complex(x, y)))(z.real, z.imag)
            assert found == pytest.approx(function(z), abs=1e-15)


def test_a_quotient_of_large_and_small_ones():
    divide = la.compile(lambda x, y: complex(x, y) / complex(y, x))
    for x, y in ((1e200, 3e200), (1e-200, 3e-200), (1e200, 0.0), (0.0, 1e-300)):
        assert divide(x, y) == pytest.approx(complex(x, y) / complex(y, x), rel=1e-15)
    with pytest.raises(ZeroDivisionError):
        divide(0.0, 0.0)


def test_complex_arguments_and_results():
    def f(z, k):
        return z * z * k + 1 / z

    compiled = la.compile(f)
    z, k, dz = 1 + 2j, 3.0, 0.5 - 1j
    value, slope = compiled.jvp((z, k), (dz, 0.0))
    assert value == pytest.approx(f(z, k))
    assert slope == pytest.approx((2 * z * k - 1 / z**2) * dz)
    assert type(value) is complex
    assert compiled(np.complex128(z), k) == compiled(np.complex64(z), k) == value
    assert compiled(2.0, k) == f(2.0, k)  # another structure
    assert pickle.loads(pickle.dumps(compiled))(z, k) == value


def test_a_gradient_has_the_structure_of_its_argument():
    assert la.grad(lambda z: abs(z) ** 2)(1 + 2j) == pytest.approx(2 + 4j)
    found = la.grad(lambda p: sum(abs(z) ** 2 for z in p["zs"]))({"zs": [1 + 2j, 3j]})
    assert found["zs"] == pytest.approx([2 + 4j, 6j])
    slope, other = la.hvp(lambda z, k: k * abs(z) ** 2, (1 + 2j, 3.0), (1j, 0.0))
    assert (slope, other) == (pytest.approx(6j), pytest.approx(4.0))


def test_derivatives_of_a_complex_result():
    wave = la.compile(lambda x: cmath.exp(1j * x))
    at = cmath.exp(0.3j)
    assert wave.jacobian(0.3) == pytest.approx(1j * at)
    assert wave.hessian(0.3) == pytest.approx(-at)
    assert la.taylor(wave, 2)(0.3, 1.0)[2] == pytest.approx(-at / 2)
    _, (slope,) = wave.vjp((0.3,), 2 + 3j)
    assert slope == pytest.approx((2 * 1j * at).real + 3 * (1j * at).imag)
    la.check_grads(lambda x, y: cmath.sin(complex(x, y)), 0.3, 0.4)


def test_text():
    text = la.compile(impedance).lower(1.0, 2.0, 3.0, 4.0).source
    assert "complex(" not in text
    text = la.compile(lambda x: 1j * x).lower(1.0).source
    assert "return complex(0.0, x), complex(0.0, dx)" in text


@pytest.mark.parametrize("target", ["python", "numpy", "native", "array"])
def test_targets(target):
    if target == "native":
        pytest.importorskip("llvmlite")

    def f(z, k):
        return cmath.exp(z * k) / (1 + z), abs(z)

    compiled = la.compile(f, target=target)
    for found, known in zip(compiled(1 + 2j, 0.5), f(1 + 2j, 0.5), strict=True):
        assert found == pytest.approx(known)
    expected = la.compile(f).jvp((1 + 2j, 0.5), (1j, 1.0))[1]
    for found, known in zip(compiled.jvp((1 + 2j, 0.5), (1j, 1.0))[1], expected, strict=True):
        assert found == pytest.approx(known)


def test_many_points():
    def f(z, k):
        return np.exp(z * k), np.abs(z)

    z = np.array([1 + 2j, -1j, 0.5])
    expected = f(z, 0.5)
    for batch in (
        la.compile(f).batch,
        la.compile(f, target="numpy"),
        la.vmap(f, in_axes=(0, None)),
    ):
        for found, known in zip(batch(z, 0.5), expected, strict=True):
            assert np.allclose(found, known)
    out = np.zeros(3, complex), np.zeros(3)
    assert la.compile(f).batch(z, 0.5, out=out) is out
    assert np.allclose(out[0], expected[0])


@pytest.mark.parametrize("target", ["python", "numpy", "native", "array"])
def test_infinite_parts_and_negative_zeros(target):
    if target == "native":
        pytest.importorskip("llvmlite")
    z = np.array([complex(1, math.inf), complex(-0.0, -0.0), complex(math.inf, 2)])
    same = la.compile(lambda z: +z, target=target)
    for found in (same(z), same.jvp((z,), (z,))[1]):
        assert numbers(found).tobytes() == numbers(z).tobytes()
    if target in ("python", "native"):
        assert numbers(same.batch(z)).tobytes() == numbers(z).tobytes()


def test_derivatives_within_a_traced_function():
    z = 1 + 1j
    assert la.compile(lambda z: la.jvp(lambda w: w**3, (z,), (1j,))[1])(z) == 3j * z**2
    slope = la.compile(lambda z: abs(la.grad(lambda w: abs(w) ** 4)(z)))
    assert slope(z) == pytest.approx(4 * abs(z) ** 3)
    assert slope.grad(z) == pytest.approx(12 * abs(z) * z)
    inner = la.compile(lambda x: la.jacobian(lambda t: cmath.exp(1j * t))(x))
    assert inner.jacobian(0.3) == pytest.approx(-cmath.exp(0.3j))
    many = la.compile(lambda z: np.sum(np.abs(la.grad(lambda w: np.sum(np.abs(w) ** 4))(z))))
    assert many(np.array([z, 2 * z])) == pytest.approx(4 * abs(z) ** 3 * 9)


def test_files(tmp_path):
    compiled = la.compile(lambda z, k: z * z * k)
    compiled.lower(1 + 2j, 3.0)
    compiled.export(tmp_path / "k.py")
    scope = {"__name__": "k"}
    exec((tmp_path / "k.py").read_text(), scope)
    assert scope["f"](1 + 2j, 3.0, 1j, 0.0)[0] == pytest.approx((1 + 2j) ** 2 * 3.0)
    assert "z: complex, k: float" in (tmp_path / "k.py").read_text()


# ---------------------------------------------------------------------------------- arrays

X, Y = np.array([0.3, 0.5, 0.7]), np.array([1.0, 2.0, 0.5])


def hermitian(x, y):
    h = np.zeros((2, 2), dtype=complex)
    h[0, 0] = x[0]
    h[0, 1], h[1, 0] = 1j * x[1], -1j * x[1]
    h[1, 1] = y[2]
    v = np.array([1.0, x[2] * 1j])
    return (v.conj() @ h @ v).real


def bode(x, y):
    s = 1j * np.linspace(0.1, 2.0, 5)
    return 20 * np.log10(np.abs(y[0] / (s**2 + x[0] * s + y[1])))


def layers(x, y):
    """The reflectance of thin films by their characteristic matrices."""
    m = np.eye(2)
    for n, d in zip(y + 1, x * 500, strict=True):
        delta = 2 * np.pi * n * d / 500
        c, s = np.cos(delta), 1j * np.sin(delta)
        m = m @ np.array([[c, s / n], [n * s, c]])
    b, c = m @ np.array([1, 1.5])
    r = (b - c) / (b + c)
    return (r * np.conj(r)).real


def moved(x, y):
    z = np.asarray(x, dtype=complex) + 1j
    z *= y
    z[0] = 2
    z[1:] += 1j * x[1:]
    return abs(z).sum() + np.linalg.norm(z)


@pytest.mark.parametrize(
    "function",
    [
        hermitian,
        bode,
        layers,
        moved,
        lambda x, y: np.abs(np.sum(np.exp(1j * x) * y)),
        lambda x, y: x + 1j * y,
        lambda x, y: np.angle(x + 1j * y) + np.real(1j * x) + np.imag(np.conj(x + 1j * y) * y),
        lambda x, y: np.abs(np.exp(-2j * np.pi * np.outer(range(3), range(3)) / 3) @ x) ** 2,
        lambda x, y: np.prod(x + 1j * y) + np.mean(1j * x) + np.vdot(x + 1j * y, x - 1j),
        lambda x, y: np.sqrt(x - 1j * y) + np.log(1j * x) + np.where(x > 0.4, 1j * y, 1.0),
        lambda x, y: np.cumsum(x + 1j * y)[::-1]
        + np.tanh(1j + x) ** 0.5
        + np.stack([x, 1j * y])[1],
        lambda x, y: np.linalg.solve([[x[0] + 1j, 2], [y[0], 1j * y[1]]], [1, 1j]),
        lambda x, y: np.var(x + 1j * y) + np.linalg.det([[x[0], 1j], [1j * y[0], 2]]).real,
        lambda x, y: np.einsum("i,i", x + 1j, y) + np.polyval([1, 1j * x[0], y[0]], 2 + 1j),
    ],
)
def test_arrays(function):
    agrees(function, X, Y)


def parts_assigned(x, y):
    z = np.zeros_like(x, dtype=complex)
    z.imag = x
    z.real[1:] = y[1:]
    z.imag *= 2
    z.real[z.imag > 1.1] += 1
    tail = z.real[::-1]
    tail[0] = x[0]
    z.imag[:1].fill(y[2])
    apart = z.real.copy()
    apart[0], (2 * z).real[1] = 7, 8
    for k in range(60):
        z.real[k % 3] += 0.1 * z.imag[(k + 1) % 3]
    return z + np.real(z)[0] * apart


def parts_are_views(x, y):
    z = x + 1j * y
    part = z.real
    z[0] = 2j * y[1]
    read = part[0] + part.sum()
    part[1] = 3.0 * x[0]
    z[2] *= 2.0
    return z * part + np.sin(part) * read


@pytest.mark.parametrize(
    "function",
    [
        parts_assigned,
        parts_are_views,
        lambda x, y: np.full(2, x[0] + 1j) + np.full_like(x[:2], 1j * y[0], dtype=complex),
        lambda x, y: np.zeros_like(x + 1j * y) + np.complex128(x[0]) * np.complex128(y[0] + 1j),
        lambda x, y: np.complex128(x[0], y[0]) * np.complex128("1+2j") + np.complex128(1 - 2j),
        lambda x, y: np.polyval(x + 1j * y, x[0]) + np.polyval(x, 1j * y),
        lambda x, y: np.correlate(x + 1j * y, y - 1j * x, "full") + np.cov(x + 1j * y),
        lambda x, y: np.correlate([1j, 2], x + 1j * y, "same"),
        lambda x, y: np.where(np.any(x + 1j * y), 1j, 2) * np.fft.fftshift(x + 1j * y),
        lambda x, y: np.choose([0, 1, 0], [x + 1j, y]) + np.count_nonzero(x + 1j * y),
        lambda x, y: np.emath.sqrt(x - 0.4) + np.emath.log(y - 9.0) * np.emath.power(-x, 0.3),
        lambda x, y: np.sqrt(x - 0.4, dtype=complex) * np.power(-y[0], 0.3, dtype=complex),
        lambda x, y: np.imag(np.asarray(x[0], dtype=complex)) + np.real(np.asarray(y + 1j)[0]),
        lambda x, y: np.compress([1, 0, 1], x + 1j * y) * y[0],
        lambda x, y: np.emath.arcsin(x + 0.4) + np.emath.arccos(0.1 - y) + np.emath.logn(2, -x),
    ],
)
def test_more_arrays(function):
    agrees(function, X, Y)


SPECTRA = """
np.fft.fft(x) * np.fft.ifft(x)
np.fft.irfft(np.fft.rfft(x) * (1 + 0.5j), 7)
np.fft.fft(x, 8, norm="ortho") + np.fft.ifft(1j * x, 8, norm="forward")
np.fft.rfft(m, 3, axis=0)
np.fft.fft2(m) * np.fft.ifftn(m - 1j, axes=(0, 1))
np.fft.irfft2(np.fft.rfft2(m) * 1.1) + np.fft.irfftn(np.fft.rfftn(m))
np.fft.hfft(np.fft.rfft(x)) + np.fft.ihfft(np.tile(x, 2)[:12], 20, norm="forward")[:6].imag
np.fft.fftshift(scipy.fft.fft(x=1j * x, n=35, workers=1))
scipy.fft.fft2(m, axes=(1, 0)) + scipy.fft.fftn(m, s=[4], axes=-1)
scipy.fft.dct(x, norm="ortho") + scipy.fft.idct(x, 3) + scipy.fft.dst(x) * scipy.fft.idst(x, 3)
scipy.fft.dctn(m) - scipy.fft.idstn(m, s=(2, 4), norm="forward")
scipy.fftpack.ifft(scipy.fftpack.fft(x, 8, -1, True) * scipy.fftpack.fftfreq(8))
"""


@pytest.mark.parametrize("line", SPECTRA.strip().splitlines())
def test_spectra(line):
    scipy = pytest.importorskip("scipy.fft") and pytest.importorskip("scipy")
    pytest.importorskip("scipy.fftpack")
    function = eval(f"lambda x, m: {line}", {"np": np, "scipy": scipy})
    agrees(function, np.linspace(-0.8, 1.1, 6) ** 2, np.arange(8.0).reshape(2, 4) ** 2 / 9.0)


def test_spectra_are_fast_transforms():
    """By n log n sums, where the formula takes n * n."""
    sizes, transform = (32, 128), la.compile(lambda x: np.fft.rfft(x))
    few, many = [transform.lower(np.ones(n)).graph.operations.total() for n in sizes]
    assert 4 * few < many < 8 * few


def test_rounding():
    assert np.all(la.compile(lambda x: np.round(x + 1.26j, 1))(X) == np.round(X + 1.26j, 1))


def test_arrays_in_and_out():
    z = X + 1j * Y
    square = la.compile(lambda z: z * z)
    assert np.allclose(square(z), z * z)
    assert square(z).dtype == complex
    assert np.allclose(square.jvp((z,), (1j * X + 0j,))[1], 2 * z * 1j * X)
    assert np.allclose(la.grad(lambda z: np.sum(np.abs(z) ** 2))(z), 2 * z)
    again = la.compile(lambda x: {"z": np.exp(1j * x)}, target="native")
    assert np.allclose(again(X)["z"], np.exp(1j * X))


def test_kinds():
    def f(x):
        z = x + 1j
        told = np.iscomplexobj(z), np.iscomplexobj(x), z.dtype == complex, np.isrealobj(z)
        assert told == (True, False, True, False)
        return z.shape[0] * x[0]

    assert la.compile(f)(X) == f(X)


# ---------------------------------------------------------------------------------- errors


def assigned(x):
    made = np.zeros(2)
    made[0] = 1j * x
    return made


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x: complex(x, 1) < 2, "< of complex numbers, which have no order"),
        (lambda x: math.sin(1j * x), "math.sin of a complex number"),
        (lambda x: float(1j * x), "float was asked of a complex number"),
        (lambda x: int(1j * x), "int was asked of a complex number"),
        (lambda x: {1j * x: 1.0}, "used as a key"),
        (lambda x: la.erfinv(1j * x), "erfinv has no meaning on complex numbers"),
        (lambda x: np.sort(np.array([1j * x, 2.0])), "np.sort of complex numbers"),
        (lambda x: np.linalg.eigh(np.array([[1j * x, 2.0]])), "complex numbers"),
        (assigned, "a complex number was assigned to an element of an array of real numbers"),
    ],
)
def test_errors(function, words):
    with pytest.raises(TypeError, match=words) as caught:
        la.compile(function)(0.5)
    assert "where:" in str(caught.value)
    assert "instead:" in str(caught.value)


def test_no_derivative_of_four_numbers():
    with pytest.raises(TypeError, match="which is four numbers"):
        la.jacobian(lambda z: z * z)(1 + 2j)
    with pytest.raises(TypeError, match="returns a complex number"):
        la.grad(lambda x: 1j * x)(1.0)


# ---------------------------------------------------------------------------------- whole arrays

T, FREQUENCIES = np.linspace(0.3, 1.2, 6), np.fft.rfftfreq(6)
WHOLE = [
    lambda x: np.abs(np.sum(np.exp(1j * x) * x)),
    lambda x: x + 1j * x[::-1],
    lambda x: np.abs(np.exp(-2j * np.pi * np.outer(range(6), range(6)) / 6) @ x) ** 2,
    lambda x: np.sqrt(x - 1j) + np.log(1j * x + x) + np.where(x > 0.5, 1j * x, 1.0),
    lambda x: np.tanh(1j * x + 1) ** 2 + np.sin(1j * x) / np.cosh(x + 2j),
    lambda x: np.vdot(x + 1j, 1j * x) + np.dot(x + 1j, x) + np.einsum("i,i", x + 1j, 1j * x),
    lambda x: np.concatenate([1j * x, x]).reshape(3, 4).T,
    lambda x: np.stack([1j * x, 2j * x]).sum(axis=0) + np.mean(np.exp(1j * x)),
    lambda x: np.fft.ifft(np.fft.fft(x) * np.exp(-0.1j * np.arange(6))),
    lambda x: np.angle(np.fft.fft(x * np.exp(1j * x))) + np.linalg.norm(x + 1j),
    lambda x: np.exp([x[0], 1j, x[1] + 1j]) * np.array([[1.0, 2j, x[2]], [x[3] * 1j, 0, 1j]]),
    lambda x: np.prod(x + 1j) + np.var(x + 1j * x**2) + np.std(1j * x) + np.prod(x - 1j, axis=0),
    lambda x: np.linalg.solve(np.diag(x) + np.outer(x, 1j - x), x + 2j),
    lambda x: np.linalg.norm(np.diag(x) + np.outer(x, 1j + x), 1, (0, 1)) * x,
    lambda x: np.linalg.norm(np.diag(x) + np.outer(x, 1j + x), -2, (1, 0)) * x,
    lambda x: np.linalg.inv(np.diag(1j * x) + 0.1) @ np.tril(np.outer(x, x) + 1j),
    lambda x: np.einsum("i,ij,j", x - 1j, np.outer(x, 1j + x), x + 2j) * np.pad(x + 1j, 1),
    lambda x: np.fft.irfft(1j * FREQUENCIES * (FREQUENCIES < 0.4) * np.fft.rfft(x * x), n=6),
    lambda x: np.polyval(x, x + 1j) + np.interp(x, [0.0, 1.0, 2.0], [1j, x[0], x[1] + 1j]),
]


def written_through(x):
    z = np.zeros((2, 3), complex)
    z[0] = x[:3]
    z[:, 1] += 1j * x[:2]
    row = z[1]
    row -= 1j * x[3:]
    column = z.T[2]
    column *= 2.0 + x[0]
    flat = z.reshape(6)
    flat[4:] /= x[4:] + 1j
    z.real = z.imag * x[1]
    other = z
    other @= np.outer(x[:3], x[3:])
    return z


WHOLE.append(written_through)


@pytest.mark.parametrize("function", WHOLE)
def test_whole_arrays(function):
    compiled, tangent = la.compile(function, target="array"), np.cos(np.arange(6.0))
    value, slope = compiled.jvp((T,), (tangent,))
    assert np.allclose(value, function(T), rtol=1e-12)
    assert np.asarray(value).dtype == np.asarray(function(T)).dtype
    up, down = function(T + STEP * tangent), function(T - STEP * tangent)
    assert np.allclose(slope, (up - down) / (2.0 * STEP), rtol=1e-5, atol=1e-6)


def copied(x):
    z = x.astype(complex) * 1j + x
    apart = z.copy()
    z[0] = 5j
    turn = np.angle(z, deg=True) + np.where(np.isfinite(z) & ~np.isnan(z), x.imag, 1.0)
    return turn * (np.power(apart.flatten(), 3) + np.power(x, 0.5j) + z.astype(complex))


def test_more_whole_arrays():
    compiled, tangent = la.compile(copied, target="array"), np.cos(np.arange(6.0))
    value, slope = compiled.jvp((T,), (tangent,))
    assert np.allclose(value, copied(T), rtol=1e-12)
    up, down = copied(T + STEP * tangent), copied(T - STEP * tangent)
    assert np.allclose(slope, (up - down) / (2.0 * STEP), rtol=1e-5, atol=1e-6)
    for wrong in (lambda x: np.add.outer(1j * x, x), lambda x: np.multiply.outer(x, 1j * x)):
        with pytest.raises(TypeError, match="of complex arrays\n  where:"):
            la.compile(wrong, target="array")(T)
    with pytest.raises(TypeError, match="complex numbers that a traced mask selects\n  where:"):
        la.compile(lambda x: (1j * x)[x > 0.5], target="array")(T)
    with pytest.raises(AttributeError, match=r"\.view of a traced array of complex numbers\n"):
        la.compile(lambda x: (1j * x).view(float), target="array")(T)


def test_assignments_to_whole_arrays_change_no_other_array():
    def f(x):
        z = x + 1j * x
        other = z.conj()
        z[0] = 5j
        z.real[1] = 3.0
        other[2] = 7
        half = 1j * x
        half.real[1:] = 2.0
        z[3:][0] = 1j
        return z + other * half + x

    assert np.allclose(la.compile(f, target="array")(T), f(T))


def test_a_whole_result_that_is_one_number():
    compiled = la.compile(lambda x: np.sum(np.exp(1j * x)), target="array")
    value, (slope,) = compiled.vjp((T,), 1 + 2j)
    assert value == pytest.approx(np.sum(np.exp(1j * T)))
    assert np.allclose(slope, np.real(np.conj(1 + 2j) * 1j * np.exp(1j * T)))


def test_whole_arguments_branches_and_loops():
    z = T + 1j * T[::-1]
    assert np.allclose(la.compile(lambda z: z * z, target="array")(z), z * z)
    found = la.compile(lambda z: np.sum(np.abs(z) ** 2), target="array").grad(z)
    assert np.allclose(found, 2 * z)

    def f(x):
        z = 0j * x
        for _ in range(40):
            z = z * z * 0.3 + 1j * x
        if x.sum() > 0:  # noqa: SIM108
            z = 2 * z
        else:
            z = x + 1j
        return np.abs(z).sum()

    compiled = la.compile(f, target="array")
    assert compiled(T) == pytest.approx(f(T))
    assert compiled.grad(T) == pytest.approx(la.grad(f)(T))


def set_on_either_side(x):
    z = x * (1 + 1j)
    real, other = z.real, z
    if x[0] > 0:
        other[0] = 10.0
    else:
        real[1] = 20.0
    return np.abs(z).sum()


def set_in_rounds(x):
    z, s = 1j * x, 0.0
    while s < 5.0:
        z[0] = z[0] + 1j
        s = s + abs(z[0])
    return np.abs(z).sum()


@pytest.mark.parametrize("function", [set_on_either_side, set_in_rounds])
@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_whole_arrays_that_a_side_or_a_round_assigns_to(function, sign):
    x = sign * np.array([1.0, 2.0, 3.0])
    compiled = la.compile(function, target="array")
    assert compiled(x) == pytest.approx(function(x), rel=1e-13)
    assert compiled.grad(x) == pytest.approx(la.grad(function)(x), rel=1e-12)


def test_what_whole_arrays_refuse():
    with pytest.raises(TypeError, match=r"np.sort of complex arrays") as caught:
        la.compile(lambda x: np.sort(1j * x), target="array")(T)
    assert "instead: their .real" in str(caught.value)
    with pytest.raises(TypeError, match="the keyword 'dtype'"):
        la.compile(lambda x: np.cumsum(1j * x, dtype="f4"), target="array")(T)
    assert la.compile(lambda x: np.sum(1j * x, dtype=complex), target="array")(T) == 1j * T.sum()
