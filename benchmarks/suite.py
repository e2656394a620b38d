"""The functions whose derivatives are counted: fifteen to tune on, ten to see what was overtuned.

In: nothing. Out: `CASES` and `UNSEEN`, rows of (name, build, point); `build(ops)` returns the plain
function, with `ops` as in `functions`, and the point is regular: all values and derivatives there
are finite. A room of its own because nobody differentiated these by hand, and because passes are
chosen by looking at CASES alone: a gain there that UNSEEN does not share is luck.

Formulas are written as a textbook prints them. What a name stands for is computed once; for the
rest, finding what is shared is the compiler's work.
"""

# Kernels take scalars, so a function of many numbers has many parameters.
# ruff: noqa: PLR0917
from __future__ import annotations

import inspect
import math
import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from benchmarks.functions import cr3bp, rosenbrock, ur5_fk


class Case(NamedTuple):
    """A function and where it is measured."""

    name: str
    build: Callable[[Any], Callable[..., Any]]
    point: tuple[float, ...]


def of_scalars(name: str, n: int, value: Callable[..., Any]) -> Callable[..., Any]:
    """`value(*x)`, which says that it has n scalar parameters."""
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    names = [inspect.Parameter(f"x{i}", kind) for i in range(n)]
    value.__signature__ = inspect.Signature(names)  # type: ignore[attr-defined]
    value.__name__ = name
    return value


def add_up(terms: Iterable[Any]) -> Any:
    """The terms' sum, from left to right; `sum` would add the first to 0, as no formula does."""
    total, *others = terms
    for term in others:
        total = total + term
    return total


# ----------------------------------------------------------------------- scalar functions of many


def ackley(n: int) -> Callable[[Any], Callable[..., Any]]:
    """-20 exp(-0.2 √(Σ x_i²/n)) - exp(Σ cos(2π x_i)/n) + 20 + e."""

    def build(ops: Any) -> Callable[..., Any]:
        def value(*x):
            squares = add_up(xi**2 for xi in x)
            waves = add_up(ops.cos(2 * math.pi * xi) for xi in x)
            # A float, because symbolic tools keep √10 of an integer as it is.
            bowl = -20 * ops.exp(-0.2 * ops.sqrt(squares / float(n)))
            return bowl - ops.exp(waves / float(n)) + 20 + math.e

        return of_scalars(f"ackley_{n}", n, value)

    return build


def helmholtz(n: int) -> Callable[[Any], Callable[..., Any]]:
    """The Helmholtz energy of a mixed fluid (Griewank & Walther), of n amounts x_i."""
    RT = 1.0 * 1.3
    b = [(0.01 + 0.002 * i) * 10 / n / (1 + 0.03 * n) for i in range(n)]
    A = [[1 / (1 + abs(i - j)) for j in range(n)] for i in range(n)]

    def build(ops: Any) -> Callable[..., Any]:
        def value(*x):
            bx = add_up(b[i] * x[i] for i in range(n))
            ideal = RT * add_up(x[i] * ops.log(x[i] / (1 - bx)) for i in range(n))
            xAx = add_up(x[i] * add_up(A[i][j] * x[j] for j in range(n)) for i in range(n))
            quotient = (1 + (1 + math.sqrt(2)) * bx) / (1 + (1 - math.sqrt(2)) * bx)
            return ideal - xAx / (math.sqrt(8) * bx) * ops.log(quotient)

        return of_scalars(f"helmholtz_{n}", n, value)

    return build


def log_sum_exp(n: int) -> Callable[[Any], Callable[..., Any]]:
    """log Σ exp(x_i)."""

    def build(ops: Any) -> Callable[..., Any]:
        def value(*x):
            return ops.log(add_up(ops.exp(xi) for xi in x))

        return of_scalars(f"lse_{n}", n, value)

    return build


def lennard_jones(n: int) -> Callable[[Any], Callable[..., Any]]:
    """The energy of n atoms: Σ_{i<j} 4 (s² - s) with s = 1/(r²)³, of x0, y0, z0, x1, ..."""

    def energy(p, q):
        s = 1 / add_up((a - b) ** 2 for a, b in zip(p, q, strict=True)) ** 3
        return 4 * (s**2 - s)

    def build(_: Any) -> Callable[..., Any]:
        def value(*x):
            atoms = [x[3 * i : 3 * i + 3] for i in range(n)]
            return add_up(energy(atoms[i], atoms[j]) for i in range(n) for j in range(i + 1, n))

        return of_scalars(f"lj_{n}", 3 * n, value)

    return build


def perceptron(inputs: int, hidden: int) -> Callable[[Any], Callable[..., Any]]:
    """A network with one hidden layer of tanh, one linear output and constant weights."""
    draw = random.Random(0).uniform
    weights = [[draw(-0.7, 0.7) for _ in range(inputs)] for _ in range(hidden)]
    biases = [draw(-0.7, 0.7) for _ in range(hidden)]
    last_weights = [draw(-0.7, 0.7) for _ in range(hidden)]
    last_bias = draw(-0.7, 0.7)

    def build(ops: Any) -> Callable[..., Any]:
        def layer(x, weights, bias):
            return add_up(w * xi for w, xi in zip(weights, x, strict=True)) + bias

        def value(*x):
            units = zip(weights, biases, strict=True)
            return layer([ops.tanh(layer(x, *unit)) for unit in units], last_weights, last_bias)

        return of_scalars(f"mlp_{inputs}_{hidden}_1_x", inputs, value)

    return build


# --------------------------------------------------------------------------- chemistry, mechanics


def hires(_: Any) -> Callable[..., Any]:
    """High irradiance response: eight reactants of a plant's photochemistry."""

    def hires(y1, y2, y3, y4, y5, y6, y7, y8):
        return (
            -1.71 * y1 + 0.43 * y2 + 8.32 * y3 + 0.0007,
            1.71 * y1 - 8.75 * y2,
            -10.03 * y3 + 0.43 * y4 + 0.035 * y5,
            8.32 * y2 + 1.71 * y3 - 1.12 * y4,
            -1.745 * y5 + 0.43 * y6 + 0.43 * y7,
            -280 * y6 * y8 + 0.69 * y4 + 1.71 * y5 - 0.43 * y6 + 0.69 * y7,
            280 * y6 * y8 - 1.81 * y7,
            -280 * y6 * y8 + 1.81 * y7,
        )

    return hires


def rober(_: Any) -> Callable[..., Any]:
    """Robertson's three reactions."""

    def rober(y1, y2, y3):
        slow = 0.04 * y1
        back = 1e4 * y2 * y3
        fast = 3e7 * y2**2
        return -slow + back, slow - back - fast, fast

    return rober


def double_pendulum(ops: Any) -> Callable[..., Any]:
    """The rate of both angles a, b and of their rates p, q."""
    m1, m2, l1, l2, g = 1.0, 0.5, 1.0, 0.8, 9.81

    def double_pendulum(a, b, p, q):
        d = a - b
        inertia = 2 * m1 + m2 - m2 * ops.cos(2 * a - 2 * b)
        return (
            p,
            q,
            (
                -g * (2 * m1 + m2) * ops.sin(a)
                - m2 * g * ops.sin(a - 2 * b)
                - 2 * ops.sin(d) * m2 * (q**2 * l2 + p**2 * l1 * ops.cos(d))
            )
            / (l1 * inertia),
            2
            * ops.sin(d)
            * (p**2 * l1 * (m1 + m2) + g * (m1 + m2) * ops.cos(a) + q**2 * l2 * m2 * ops.cos(d))
            / (l2 * inertia),
        )

    return double_pendulum


# ------------------------------------------------------------------------------------- geometry


def ba_reproj(ops: Any) -> Callable[..., Any]:
    """ADBench's reprojection residual, of a camera (r to k2), a point X and its weight w."""
    m1, m2 = 310.0, 255.0  # the feature, as the picture shows it

    # 1/θ, (a·d)(1 - cos θ) and k₂ ρ ρ are computed as in the code of ADBench.
    def ba_reproj(r1, r2, r3, C1, C2, C3, focal, u1, u2, k1, k2, X1, X2, X3, w):
        d1, d2, d3 = X1 - C1, X2 - C2, X3 - C3
        theta = ops.sqrt(r1**2 + r2**2 + r3**2)
        inverse = 1 / theta
        a1, a2, a3 = r1 * inverse, r2 * inverse, r3 * inverse
        c, s = ops.cos(theta), ops.sin(theta)
        along = (a1 * d1 + a2 * d2 + a3 * d3) * (1 - c)
        P1 = d1 * c + (a2 * d3 - a3 * d2) * s + a1 * along
        P2 = d2 * c + (a3 * d1 - a1 * d3) * s + a2 * along
        P3 = d3 * c + (a1 * d2 - a2 * d1) * s + a3 * along
        p1, p2 = P1 / P3, P2 / P3
        rho = p1**2 + p2**2
        bent = 1 + k1 * rho + k2 * rho * rho
        return w * (focal * bent * p1 + u1 - m1), w * (focal * bent * p2 + u2 - m2)

    return ba_reproj


# -------------------------------------------------------------------------------------- finance


def black_scholes(ops: Any) -> Callable[..., Any]:
    """The price of a European call: S N(d1) - K exp(-r T) N(d2)."""

    def black_scholes(S, K, r, sigma, T):
        def normal(z):
            return (1 + ops.erf(z / ops.sqrt(2.0))) / 2

        root = sigma * ops.sqrt(T)
        d1 = (ops.log(S / K) + (r + sigma**2 / 2) * T) / root
        d2 = d1 - root
        return S * normal(d1) - K * ops.exp(-r * T) * normal(d2)

    return black_scholes


# --------------------------------------------------------------------------------------- unseen


def kepler(ops: Any) -> Callable[..., Any]:
    """Kepler's equation as a residual, and the place on the orbit, of E, e, M and the axis a."""

    def kepler(E, e, M, a):
        return (
            E - e * ops.sin(E) - M,
            a * (ops.cos(E) - e),
            a * ops.sqrt(1 - e**2) * ops.sin(E),
        )

    return kepler


def rigid_body(_: Any) -> Callable[..., Any]:
    """Euler's equations: the rate of the angular velocity w under a torque t."""
    I1, I2, I3 = 1.2, 0.7, 2.1

    def rigid_body(w1, w2, w3, t1, t2, t3):
        return (
            ((I2 - I3) * w2 * w3 + t1) / I1,
            ((I3 - I1) * w3 * w1 + t2) / I2,
            ((I1 - I2) * w1 * w2 + t3) / I3,
        )

    return rigid_body


def van_der_waals(_: Any) -> Callable[..., Any]:
    """The pressure n R T/(V - n b) - a n²/V² of a gas."""

    def van_der_waals(n, T, V, a, b):
        return n * 8.314 * T / (V - n * b) - a * n**2 / V**2

    return van_der_waals


def pollu_8(_: Any) -> Callable[..., Any]:
    """The first eight reactions of POLLU, a model of polluted air, and the nine species in them."""

    def pollu_8(NO2, NO, O3P, O3, HO2, OH, HCHO, CO, ALD):
        r1 = 0.35 * NO2
        r2 = 26.6 * NO * O3
        r3 = 12300 * HO2 * NO
        r4 = 0.00086 * HCHO
        r5 = 0.00082 * HCHO
        r6 = 15000 * HCHO * OH
        r7 = 0.00013 * ALD
        r8 = 24000 * ALD * OH
        return (
            -r1 + r2 + r3,
            r1 - r2 - r3,
            r1 - 0.01 * O3P,  # what the other reactions take
            -r2,
            -r3 + 2 * r4 + r6 + r7,
            r3 - r6 - r8,
            -r4 - r5 - r6,
            r4 + r5 + r6 + r7 - 0.01 * CO,
            -r7 - r8,
        )

    return pollu_8


def quadrotor(ops: Any) -> Callable[..., Any]:
    """The rate of place, velocity, attitude and body rates of a quadrotor, under four thrusts."""
    mass, g, arm, drag = 0.8, 9.81, 0.2, 0.03
    Ix, Iy, Iz = 0.006, 0.007, 0.011

    def quadrotor(x, y, z, vx, vy, vz, roll, pitch, yaw, p, q, r, f1, f2, f3, f4):
        cr, sr = ops.cos(roll), ops.sin(roll)
        cp, sp = ops.cos(pitch), ops.sin(pitch)
        cy, sy = ops.cos(yaw), ops.sin(yaw)
        lift = (f1 + f2 + f3 + f4) / mass
        return (
            vx,
            vy,
            vz,
            lift * (cy * sp * cr + sy * sr),
            lift * (sy * sp * cr - cy * sr),
            lift * cp * cr - g,
            p + q * sr * sp / cp + r * cr * sp / cp,
            q * cr - r * sr,
            q * sr / cp + r * cr / cp,
            ((Iy - Iz) * q * r + arm * (f2 - f4)) / Ix,
            ((Iz - Ix) * p * r + arm * (f3 - f1)) / Iy,
            ((Ix - Iy) * p * q + drag * (f1 - f2 + f3 - f4)) / Iz,
        )

    return quadrotor


def determinant_3(_: Any) -> Callable[..., Any]:
    """The determinant of a 3x3 matrix, along its first row."""

    def determinant_3(a, b, c, d, e, f, g, h, i):
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)

    return determinant_3


def spherical_harmonics(degree: int) -> Callable[[Any], Callable[..., Any]]:
    """All real spherical harmonics up to a degree, of the direction (x, y, z), by recurrences."""

    def norm(k, m):
        ratio = math.factorial(k - m) / math.factorial(k + m)
        return math.sqrt((2 * k + 1) / (4 * math.pi) * ratio * (2 if m else 1))

    def build(_: Any) -> Callable[..., Any]:
        def value(x, y, z):
            # P are Legendre's functions without their power of √(1 - z²), which C and S bear.
            C, S, P = [1.0], [0.0], {(0, 0): 1.0}
            for m in range(1, degree + 1):
                C, S = [*C, x * C[-1] - y * S[-1]], [*S, y * C[-1] + x * S[-1]]
                P[m, m] = (1 - 2 * m) * P[m - 1, m - 1]
            for m in range(degree):
                P[m + 1, m] = (2 * m + 1) * P[m, m] * z
                for k in range(m + 2, degree + 1):
                    higher = (2 * k - 1) * z * P[k - 1, m] - (k + m - 1) * P[k - 2, m]
                    P[k, m] = higher / (k - m)
            return tuple(
                norm(k, abs(m)) * P[k, abs(m)] * (S[-m] if m < 0 else C[m])
                for k in range(1, degree + 1)
                for m in range(-k, k + 1)
            )

        value.__name__ = f"spherical_harmonics_{degree}"
        return value

    return build


def roe_flux_1d(ops: Any) -> Callable[..., Any]:
    """Roe's flux between two states (density, momentum, energy) of a gas that flows subsonically.

    The speeds are u - c < 0 < u < u + c, so that none of their absolute values has a corner.
    """
    gamma = 1.4

    def flux(density, momentum, energy):
        u = momentum / density
        pressure = (gamma - 1) * (energy - density * u**2 / 2)
        enthalpy = (energy + pressure) / density
        return u, enthalpy, (momentum, momentum * u + pressure, u * (energy + pressure))

    def roe_flux_1d(l1, l2, l3, r1, r2, r3):
        ul, hl, left = flux(l1, l2, l3)
        ur, hr, right = flux(r1, r2, r3)
        wl, wr = ops.sqrt(l1), ops.sqrt(r1)
        u = (wl * ul + wr * ur) / (wl + wr)
        h = (wl * hl + wr * hr) / (wl + wr)
        c = ops.sqrt((gamma - 1) * (h - u**2 / 2))
        d1, d2, d3 = r1 - l1, r2 - l2, r3 - l3
        a2 = (gamma - 1) / c**2 * (d1 * (h - u**2) + u * d2 - d3)
        a1 = (d1 * (u + c) - d2 - c * a2) / (2 * c)
        a3 = d1 - a1 - a2
        w1, w2, w3 = a1 * (c - u), a2 * u, a3 * (u + c)
        jumps = (
            w1 + w2 + w3,
            w1 * (u - c) + w2 * u + w3 * (u + c),
            w1 * (h - u * c) + w2 * u**2 / 2 + w3 * (h + u * c),
        )
        return tuple((f + g - j) / 2 for f, g, j in zip(left, right, jumps, strict=True))

    return roe_flux_1d


def human_heart_dipole(_: Any) -> Callable[..., Any]:
    """MINPACK-2's eight equations of two dipoles in a heart."""

    def human_heart_dipole(a, b, c, d, t, u, v, w):
        return (
            a + b - 0.485,
            c + d + 0.0019,
            t * a + u * b - v * c - w * d + 0.0581,
            v * a + w * b + t * c + u * d - 0.015,
            a * (t**2 - v**2) - 2 * c * t * v + b * (u**2 - w**2) - 2 * d * u * w - 0.105,
            c * (t**2 - v**2) + 2 * a * t * v + d * (u**2 - w**2) + 2 * b * u * w - 0.0406,
            a * t * (t**2 - 3 * v**2)
            + c * v * (v**2 - 3 * t**2)
            + b * u * (u**2 - 3 * w**2)
            + d * w * (w**2 - 3 * u**2)
            - 0.167,
            c * t * (t**2 - 3 * v**2)
            - a * v * (v**2 - 3 * t**2)
            + d * u * (u**2 - 3 * w**2)
            - b * w * (w**2 - 3 * u**2)
            + 0.399,
        )

    return human_heart_dipole


def speelpenning(n: int) -> Callable[[Any], Callable[..., Any]]:
    """The product of n numbers."""

    def build(_: Any) -> Callable[..., Any]:
        def value(*x):
            total = x[0]
            for xi in x[1:]:
                total = total * xi
            return total

        return of_scalars(f"speelpenning_{n}", n, value)

    return build


# ---------------------------------------------------------------------------------- all of them


def _case(build: Callable[[Any], Callable[..., Any]], point: Sequence[float]) -> Case:
    return Case(build(math).__name__, build, tuple(point))


def _spread(n: int) -> list[float]:
    """n different numbers between 0.1 and 1.5, in no order."""
    return [0.8 + 0.7 * math.sin(1.0 + 2.0 * i) for i in range(n)]


CASES = (
    _case(rosenbrock(10), (-1.2, 1.0) * 5),
    _case(rosenbrock(100), (-1.2, 1.0) * 50),
    _case(ackley(10), _spread(10)),
    _case(ackley(100), _spread(100)),
    _case(helmholtz(10), [0.5 + 0.1 * i for i in range(10)]),
    _case(
        ba_reproj,
        (0.1, -0.2, 0.3, 0.2, 0.1, -1.0, 500.0, 320.0, 240.0, -0.1, 0.02, 0.3, -0.4, 4.0, 0.9),
    ),
    _case(hires, _spread(8)),
    _case(rober, (0.9, 3e-5, 0.1)),
    _case(cr3bp, (0.5, 0.3, 0.2, 0.1, -0.4, 0.25)),
    _case(double_pendulum, (0.9, -0.4, 0.6, -1.1)),
    _case(black_scholes, (100.0, 95.0, 0.03, 0.2, 1.5)),
    _case(perceptron(8, 16), _spread(8)),
    _case(log_sum_exp(16), _spread(16)),
    _case(
        lennard_jones(5),
        (0.0, 0.1, -0.1, 1.1, 0.0, 0.2, 0.4, 1.2, 0.0, 0.5, 0.3, 1.1, -0.6, 0.8, 0.9),
    ),
    _case(ur5_fk, (0.3, -1.1, 0.8, 0.5, -0.6, 1.2)),
)

UNSEEN = (
    _case(kepler, (1.1, 0.3, 0.8, 1.5)),
    _case(rigid_body, (0.3, -0.5, 0.8, 0.1, 0.2, -0.3)),
    _case(van_der_waals, (1.2, 300.0, 0.03, 0.36, 4.3e-5)),
    _case(pollu_8, _spread(9)),
    _case(
        quadrotor,
        (*_spread(6), 0.2, -0.3, 0.5, 0.4, -0.2, 0.1, 1.9, 2.1, 2.0, 1.8),
    ),
    _case(determinant_3, _spread(9)),
    _case(spherical_harmonics(4), (0.36, 0.48, 0.8)),
    _case(roe_flux_1d, (1.0, 0.3, 2.5, 0.8, 0.4, 2.1)),
    _case(human_heart_dipole, (0.299, 0.186, -0.0273, 0.0254, -0.474, 0.474, -0.0892, 0.0892)),
    _case(speelpenning(8), _spread(8)),
)
