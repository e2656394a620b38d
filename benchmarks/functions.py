"""The measured functions, each as plain Python and as a person differentiates it.

`build(ops)` returns the plain function; `ops` is where it finds `exp`, `sin`, ...: lazyad, math or
a peer's module. A hand-written version takes the arguments of lazyad's kernel, the point and then
the direction, and returns (value, tangent). There are two kinds, because they answer two questions:

- `hand` is the given formula, differentiated with care: zeros and ones are gone, what is shared is
  computed once. It asks whether a compiler writes what a careful person does.
- `insight` is another formula that a specialist knows to be equal. It asks what is left to gain.
"""

# Kernels take scalars, so a function of many numbers has many parameters.
# ruff: noqa: PLR0917
from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Sequence
from math import cos, erf, exp, log, pi, sin, sqrt
from typing import Any, NamedTuple


class Problem(NamedTuple):
    """A function, its hand-written value and tangent, and where it is measured."""

    name: str
    build: Callable[[Any], Callable[..., Any]]
    hands: dict[str, Callable[..., Any]]
    point: tuple[float, ...]
    direction: tuple[float, ...]


# ------------------------------------------------------------------------------- two small ones


def exp_sin(ops: Any) -> Callable[..., Any]:
    """exp(sin(x)) * x."""

    def exp_sin(x):
        return ops.exp(ops.sin(x)) * x

    return exp_sin


def exp_sin_hand(x, dx):
    """The tangent shares exp(sin(x)) with the value."""
    e = exp(sin(x))
    v = e * x
    return v, (e + v * cos(x)) * dx


def rosenbrock_2(ops: Any) -> Callable[..., Any]:
    """The two-variable Rosenbrock function."""

    def rosenbrock_2(x, y):
        return (1 - x) ** 2 + 100 * (y - x**2) ** 2

    return rosenbrock_2


def rosenbrock_2_hand(x, y, dx, dy):
    """Both squares keep the factor that their derivative needs."""
    a = 1.0 - x
    t = y - x * x
    u = 100.0 * t
    return a * a + u * t, 2.0 * (u * (dy - (x + x) * dx) - a * dx)


# ------------------------------------------------------------------------------ rosenbrock_n


def rosenbrock(n: int) -> Callable[[Any], Callable[..., Any]]:
    """The sum over i < n - 1 of (1 - x_i)² + 100 (x_{i+1} - x_i²)², of n scalar parameters."""

    def build(ops: Any) -> Callable[..., Any]:
        def value(*x):
            total = 0.0
            for i in range(n - 1):
                total = total + (1 - x[i]) ** 2 + 100 * (x[i + 1] - x[i] ** 2) ** 2
            return total

        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        names = [inspect.Parameter(f"x{i}", kind) for i in range(n)]
        value.__signature__ = inspect.Signature(names)  # type: ignore[attr-defined]
        value.__name__ = f"rosenbrock_{n}"
        return value

    return build


def rosenbrock_hand(n: int) -> Callable[..., Any]:
    """Straight-line code that gathers what multiplies each dx_i; quicker than any loop.

    u and p take turns: one is 100 (x_{i+1} - x_i²), the other the same of the term before.
    """
    x = [f"x{i}" for i in range(n)]
    lines = [f"def rosenbrock_{n}({', '.join([*x, *(f'd{name}' for name in x)])}):"]
    for i in range(n - 1):
        u, before = ("u", "p - a") if i % 2 else ("p", "u - a" if i else "-a")
        lines += [
            f"    a = 1.0 - x{i}",
            f"    t = x{i + 1} - x{i} * x{i}",
            f"    {u} = 100.0 * t",
            f"    v = a * a + {u} * t{' + v' if i else ''}",
            f"    d = ({before} - (x{i} + x{i}) * {u}) * dx{i}{' + d' if i else ''}",
        ]
    scope: dict[str, Any] = {}
    exec("\n".join([*lines, f"    return v, 2.0 * (d + {u} * dx{n - 1})"]), scope)
    hand: Callable[..., Any] = scope[f"rosenbrock_{n}"]
    return hand


# ----------------------------------------------------------------------------- black_scholes


def black_scholes(ops: Any) -> Callable[..., Any]:
    """The price of a European call: S N(d1) - K exp(-r T) N(d2)."""

    def black_scholes(S, K, r, sigma, T):
        def normal(z):
            return (1 + ops.erf(z / ops.sqrt(2.0))) / 2

        d1 = (ops.log(S / K) + (r + sigma**2 / 2) * T) / (sigma * ops.sqrt(T))
        d2 = d1 - sigma * ops.sqrt(T)
        return S * normal(d1) - K * ops.exp(-r * T) * normal(d2)

    return black_scholes


_ROOT_HALF = sqrt(0.5)
_DENSITY = 1.0 / sqrt(2.0 * pi)


def black_scholes_hand(S, K, r, sigma, T, dS, dK, dr, dsigma, dT):
    """The product rule, term by term."""
    root = sqrt(T)
    w = sigma * root
    dw = root * dsigma + 0.5 * sigma / root * dT
    m = r + 0.5 * sigma * sigma
    d1 = (log(S / K) + m * T) / w
    dd1 = (dS / S - dK / K + (dr + sigma * dsigma) * T + m * dT - d1 * dw) / w
    d2 = d1 - w
    n1 = 0.5 + 0.5 * erf(_ROOT_HALF * d1)
    n2 = 0.5 + 0.5 * erf(_ROOT_HALF * d2)
    discount = exp(-r * T)
    paid = K * discount
    rise = S * exp(-0.5 * d1 * d1) * dd1 - paid * exp(-0.5 * d2 * d2) * (dd1 - dw)
    drift = discount * dK - paid * (dr * T + r * dT)
    return S * n1 - paid * n2, n1 * dS - n2 * drift + _DENSITY * rise


def black_scholes_insight(S, K, r, sigma, T, dS, dK, dr, dsigma, dT):
    """The textbook's Greeks: S N'(d1) = K exp(-r T) N'(d2), so d1 has no tangent to compute."""
    root = sqrt(T)
    w = sigma * root
    d1 = (log(S / K) + r * T) / w + 0.5 * w
    n1 = 0.5 + 0.5 * erf(_ROOT_HALF * d1)
    discount = exp(-r * T)
    e2 = discount * (0.5 + 0.5 * erf(_ROOT_HALF * (d1 - w)))
    k2 = K * e2
    vega = _DENSITY * S * exp(-0.5 * d1 * d1) * (root * dsigma + 0.5 * sigma / root * dT)
    return S * n1 - k2, n1 * dS - e2 * dK + k2 * (T * dr + r * dT) + vega


# ------------------------------------------------------------------------------------- cr3bp


def cr3bp(ops: Any) -> Callable[..., Any]:
    """The circular restricted three-body problem: the rate of the state (x, y, z, u, v, w)."""

    def cr3bp(x, y, z, u, v, w):
        mu = 0.012277471
        r1 = ((x + mu) ** 2 + y**2 + z**2) ** 1.5
        r2 = ((x - 1 + mu) ** 2 + y**2 + z**2) ** 1.5
        return (
            u,
            v,
            w,
            x + 2 * v - (1 - mu) * (x + mu) / r1 - mu * (x - 1 + mu) / r2,
            y - 2 * u - (1 - mu) * y / r1 - mu * y / r2,
            -(1 - mu) * z / r1 - mu * z / r2,
        )

    return cr3bp


def cr3bp_hand(x, y, z, u, v, w, dx, dy, dz, du, dv, dw):
    """With p = (1-mu)/r1 and q = mu/r2: dp = -3 p (r·dr)/|r|²; y and z share p + q."""
    a = x + 0.012277471
    b = x - 0.987722529
    yz = y * y + z * z
    dyz = y * dy + z * dz
    r = a * a + yz
    s = b * b + yz
    p = 0.987722529 / (r * sqrt(r))
    q = 0.012277471 / (s * sqrt(s))
    dp = 3.0 * p * (a * dx + dyz) / r
    dq = 3.0 * q * (b * dx + dyz) / s
    g = p + q
    dg = dp + dq
    return (
        (u, v, w, x + 2.0 * v - a * p - b * q, y - 2.0 * u - y * g, -z * g),
        (
            du,
            dv,
            dw,
            dx + 2.0 * dv - g * dx + a * dp + b * dq,
            dy - 2.0 * du - g * dy + y * dg,
            z * dg - g * dz,
        ),
    )


# ------------------------------------------------------------------------------------ ur5_fk

UR5 = [  # a, d, alpha of each Denavit-Hartenberg matrix
    (0.0, 0.089459, math.pi / 2),
    (-0.425, 0.0, 0.0),
    (-0.39225, 0.0, 0.0),
    (0.0, 0.10915, math.pi / 2),
    (0.0, 0.09465, -math.pi / 2),
    (0.0, 0.0823, 0.0),
]


def ur5_fk(ops: Any) -> Callable[..., Any]:
    """The pose of a UR5 robot's hand: six 4x4 matrices, multiplied as they are."""

    def joint(angle, a, d, alpha):
        c, s = ops.cos(angle), ops.sin(angle)
        ca, sa = round(math.cos(alpha), 15), round(math.sin(alpha), 15)
        return [
            [c, -s * ca, s * sa, a * c],
            [s, c * ca, -c * sa, a * s],
            [0.0, sa, ca, d],
            [0.0, 0.0, 0.0, 1.0],
        ]

    def product(A, B):
        size = range(4)
        return [[sum(A[i][k] * B[k][j] for k in size) for j in size] for i in size]

    def ur5_fk(q1, q2, q3, q4, q5, q6):
        pose = joint(q1, *UR5[0])
        for angle, row in zip((q2, q3, q4, q5, q6), UR5[1:], strict=True):
            pose = product(pose, joint(angle, *row))
        return tuple(value for row in pose[:3] for value in row)

    return ur5_fk


def ur5_fk_hand(q1, q2, q3, q4, q5, q6, dq1, dq2, dq3, dq4, dq5, dq6):
    """Carry the columns X, Y, Z, P of the pose from joint to joint: X' = c X + s Y, P' = P + a X'.

    A rotation's own tangent costs one product an entry: d(c X + s Y) = c dX + s dY + Y' dq.
    """
    c1, s1 = cos(q1), sin(q1)
    c2, s2 = cos(q2), sin(q2)
    c3, s3 = cos(q3), sin(q3)
    c4, s4 = cos(q4), sin(q4)
    c5, s5 = cos(q5), sin(q5)
    c6, s6 = cos(q6), sin(q6)
    dc1, ds1 = -s1 * dq1, c1 * dq1
    # joint 2
    ax, ay, bx, by = c2 * c1, c2 * s1, -s2 * c1, -s2 * s1
    dax, day, daz = c2 * dc1 + bx * dq2, c2 * ds1 + by * dq2, c2 * dq2
    dbx, dby, dbz = -s2 * dc1 - ax * dq2, -s2 * ds1 - ay * dq2, -s2 * dq2
    # joint 3
    ex, ey, ez = c3 * ax + s3 * bx, c3 * ay + s3 * by, c3 * s2 + s3 * c2
    fx, fy, fz = c3 * bx - s3 * ax, c3 * by - s3 * ay, c3 * c2 - s3 * s2
    dex = c3 * dax + s3 * dbx + fx * dq3
    dey = c3 * day + s3 * dby + fy * dq3
    dez = c3 * daz + s3 * dbz + fz * dq3
    dfx = c3 * dbx - s3 * dax - ex * dq3
    dfy = c3 * dby - s3 * day - ey * dq3
    dfz = c3 * dbz - s3 * daz - ez * dq3
    # joint 4: Y is the old Z, which is (s1, -c1, 0) since joint 1
    gx, gy, gz = c4 * ex + s4 * fx, c4 * ey + s4 * fy, c4 * ez + s4 * fz
    hx, hy, hz = s4 * ex - c4 * fx, s4 * ey - c4 * fy, s4 * ez - c4 * fz
    dgx = c4 * dex + s4 * dfx - hx * dq4
    dgy = c4 * dey + s4 * dfy - hy * dq4
    dgz = c4 * dez + s4 * dfz - hz * dq4
    dhx = s4 * dex - c4 * dfx + gx * dq4
    dhy = s4 * dey - c4 * dfy + gy * dq4
    dhz = s4 * dez - c4 * dfz + gz * dq4
    # joint 5
    ix, iy, iz = c5 * gx + s5 * s1, c5 * gy - s5 * c1, c5 * gz
    jx, jy, jz = c5 * s1 - s5 * gx, -c5 * c1 - s5 * gy, -s5 * gz
    dix = c5 * dgx + s5 * ds1 + jx * dq5
    diy = c5 * dgy - s5 * dc1 + jy * dq5
    diz = c5 * dgz + jz * dq5
    djx = c5 * ds1 - s5 * dgx - ix * dq5
    djy = -c5 * dc1 - s5 * dgy - iy * dq5
    djz = -s5 * dgz - iz * dq5
    # joint 6
    kx, ky, kz = c6 * ix - s6 * hx, c6 * iy - s6 * hy, c6 * iz - s6 * hz
    lx, ly, lz = -c6 * hx - s6 * ix, -c6 * hy - s6 * iy, -c6 * hz - s6 * iz
    return (
        kx,
        lx,
        jx,
        -0.425 * ax - 0.39225 * ex + 0.10915 * s1 + 0.09465 * hx + 0.0823 * jx,
        ky,
        ly,
        jy,
        -0.425 * ay - 0.39225 * ey - 0.10915 * c1 + 0.09465 * hy + 0.0823 * jy,
        kz,
        lz,
        jz,
        0.089459 - 0.425 * s2 - 0.39225 * ez + 0.09465 * hz + 0.0823 * jz,
    ), (
        c6 * dix - s6 * dhx + lx * dq6,
        -c6 * dhx - s6 * dix - kx * dq6,
        djx,
        -0.425 * dax - 0.39225 * dex + 0.10915 * ds1 + 0.09465 * dhx + 0.0823 * djx,
        c6 * diy - s6 * dhy + ly * dq6,
        -c6 * dhy - s6 * diy - ky * dq6,
        djy,
        -0.425 * day - 0.39225 * dey - 0.10915 * dc1 + 0.09465 * dhy + 0.0823 * djy,
        c6 * diz - s6 * dhz + lz * dq6,
        -c6 * dhz - s6 * diz - kz * dq6,
        djz,
        -0.425 * daz - 0.39225 * dez + 0.09465 * dhz + 0.0823 * djz,
    )


def ur5_fk_insight(q1, q2, q3, q4, q5, q6, dq1, dq2, dq3, dq4, dq5, dq6):
    """Joints 2 to 4 turn about one direction, so their angles add; a column turns as ω × column."""
    q23 = q2 + q3
    q234 = q23 + q4
    dq23 = dq2 + dq3
    dq234 = dq23 + dq4
    c1, s1 = cos(q1), sin(q1)
    c, s = cos(q234), sin(q234)
    c5, s5 = cos(q5), sin(q5)
    c6, s6 = cos(q6), sin(q6)
    # the arm lies in a plane: its reach and height, and the wrist's centre
    a2c, a2s = -0.425 * cos(q2), -0.425 * sin(q2)
    a3c, a3s = -0.39225 * cos(q23), -0.39225 * sin(q23)
    d5c, d5s = 0.09465 * c, 0.09465 * s
    reach = a2c + a3c + d5s
    dreach = d5c * dq234 - a2s * dq2 - a3s * dq23
    px = reach * c1 + 0.10915 * s1
    py = reach * s1 - 0.10915 * c1
    # the wrist: h is the axis of joint 5, j of joint 6
    gx, gy = c * c1, c * s1
    hx, hy = s * c1, s * s1
    ix, iy, iz = c5 * gx + s5 * s1, c5 * gy - s5 * c1, c5 * s
    jx, jy, jz = c5 * s1 - s5 * gx, -c5 * c1 - s5 * gy, -s5 * s
    kx, ky, kz = c6 * ix - s6 * hx, c6 * iy - s6 * hy, c6 * iz + s6 * c
    lx, ly, lz = -c6 * hx - s6 * ix, -c6 * hy - s6 * iy, c6 * c - s6 * iz
    # the angular velocity ω
    ox = s1 * dq234 + hx * dq5 + jx * dq6
    oy = hy * dq5 + jy * dq6 - c1 * dq234
    oz = dq1 - c * dq5 + jz * dq6
    djx, djy, djz = oy * jz - oz * jy, oz * jx - ox * jz, ox * jy - oy * jx
    return (
        kx,
        lx,
        jx,
        px + 0.0823 * jx,
        ky,
        ly,
        jy,
        py + 0.0823 * jy,
        kz,
        lz,
        jz,
        0.089459 + a2s + a3s - d5c + 0.0823 * jz,
    ), (
        oy * kz - oz * ky,
        oy * lz - oz * ly,
        djx,
        dreach * c1 - py * dq1 + 0.0823 * djx,
        oz * kx - ox * kz,
        oz * lx - ox * lz,
        djy,
        dreach * s1 + px * dq1 + 0.0823 * djy,
        ox * ky - oy * kx,
        ox * ly - oy * lx,
        djz,
        a2c * dq2 + a3c * dq23 + d5s * dq234 + 0.0823 * djz,
    )


# ------------------------------------------------------------------------------- all of them


def _direction(n: int) -> tuple[float, ...]:
    """n different numbers of size one, none of which a compiler could exploit."""
    return tuple(cos(1.0 + 2.0 * i) for i in range(n))


def _problem(
    build: Callable[[Any], Callable[..., Any]],
    hands: dict[str, Callable[..., Any]],
    point: Sequence[float],
) -> Problem:
    return Problem(build(math).__name__, build, hands, tuple(point), _direction(len(point)))


PROBLEMS = (
    _problem(exp_sin, {"hand": exp_sin_hand}, (0.7,)),
    _problem(rosenbrock_2, {"hand": rosenbrock_2_hand}, (-1.2, 1.0)),
    _problem(rosenbrock(10), {"hand": rosenbrock_hand(10)}, (-1.2, 1.0) * 5),
    _problem(rosenbrock(100), {"hand": rosenbrock_hand(100)}, (-1.2, 1.0) * 50),
    _problem(
        black_scholes,
        {"hand": black_scholes_hand, "insight": black_scholes_insight},
        (100.0, 95.0, 0.03, 0.2, 1.5),
    ),
    _problem(cr3bp, {"hand": cr3bp_hand}, (0.5, 0.3, 0.2, 0.1, -0.4, 0.25)),
    _problem(
        ur5_fk,
        {"hand": ur5_fk_hand, "insight": ur5_fk_insight},
        (0.3, -1.1, 0.8, 0.5, -0.6, 1.2),
    ),
)
