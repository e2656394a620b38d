"""Ordinary numerical code that knows nothing of lazyad: published values, then lazyad's.

Each function of `tests/wild` is run as it stands against what its source says; then compiled, its
value against the same function's, and its tangent against a closed form or central differences.
One compiled function sees all points of a row, which take different branches.
"""

import dataclasses
import inspect
import itertools
import math
import sys
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pytest
import scipy.integrate
import scipy.optimize
import scipy.special
import scipy.stats

import lazyad as la
from tests.wild import (
    arm,
    attitude,
    determinant,
    drag,
    ekf,
    kepler_newton,
    options,
    pendulum,
    peng_robinson,
    rosen,
    runge_kutta,
    satellite,
)
from tests.wild.more_garbow_hillstrom import PROBLEMS

# -- numbers in structures


def parts(tree):
    """What a structure holds, one level down; None for a number."""
    if isinstance(tree, dict):
        return list(tree.values())
    if dataclasses.is_dataclass(tree):
        return [getattr(tree, field.name) for field in dataclasses.fields(tree)]
    if isinstance(tree, (list, tuple)) or (isinstance(tree, np.ndarray) and tree.ndim):
        return list(tree)
    return None


def leaves(tree):
    """Its numbers, in order."""
    inside = parts(tree)
    if inside is None:
        return [float(tree)]
    return [leaf for part in inside for leaf in leaves(part)]


def rebuilt(tree, values):
    """The same structure with its numbers taken from an iterator."""
    inside = parts(tree)
    if inside is None:
        return next(values)
    new = [rebuilt(part, values) for part in inside]
    if isinstance(tree, dict):
        return dict(zip(tree, new, strict=True))
    if isinstance(tree, np.ndarray):
        return np.array(new)
    if dataclasses.is_dataclass(tree) or hasattr(tree, "_fields"):
        return type(tree)(*new)
    return type(tree)(new)


def shape(tree):
    """The structure without its numbers, to compare."""
    if isinstance(tree, np.ndarray) and tree.ndim:
        return "array", tree.shape, tree.dtype
    if isinstance(tree, dict):
        return {key: shape(value) for key, value in tree.items()}
    inside = parts(tree)
    return "number" if inside is None else (type(tree), [shape(part) for part in inside])


def scales(tree):
    """For each number the largest magnitude in its list or array, and else its own."""
    numbers = leaves(tree)
    if isinstance(tree, (list, np.ndarray)):
        return [max(map(abs, numbers), default=0.0)] * len(numbers)
    inside = parts(tree)
    if inside is None:
        return [abs(numbers[0])]
    return [scale for part in inside for scale in scales(part)]


def assert_close(got, want, tolerance, value=None, floor=1e-300):
    """The same structure; each number within tolerance, relative to its scale and its value."""
    assert shape(got) == shape(want)
    ours, theirs, sizes = np.array([leaves(got), leaves(want), scales(want)])
    if value is not None:
        sizes = sizes + np.abs(leaves(value))
    np.testing.assert_array_less(abs(ours - theirs), tolerance * sizes + floor)


# -- differences


def direction_at(args, seed=0):
    """A random direction, in proportion to what is not zero."""
    numbers = leaves(args)
    steps = np.random.default_rng(seed).normal(size=len(numbers))
    return rebuilt(
        args, iter([float(s) * (abs(x) or 1.0) for s, x in zip(steps, numbers, strict=True)])
    )


def moved(args, direction, h):
    return rebuilt(args, (x + h * d for x, d in zip(leaves(args), leaves(direction), strict=True)))


def differences(function, args, direction):
    """The derivative along `direction`: central differences, each number's best extrapolation.

    C. J. F. Ridders (1982), Advances in Engineering Software 4(2), 75-76: steps that halve,
    Richardson's extrapolation, and of the tableau the entry that differs least from its parents.
    """
    best = smallest = before = None
    for k in range(6, 18):
        h = 2.0**-k
        ahead, behind = (leaves(function(*moved(args, direction, s))) for s in (h, -h))
        row = [(np.array(ahead) - behind) / (2 * h)]
        for j, parent in enumerate(before or [], start=1):
            row.append(row[-1] + (row[-1] - parent) / (4.0**j - 1))
            error = np.maximum(abs(row[-1] - row[-2]), abs(row[-1] - parent))
            if best is None:
                best, smallest = row[-1], error
            best = np.where(error < smallest, row[-1], best)
            smallest = np.minimum(error, smallest)
        before = row
    return rebuilt(function(*args), iter(best.tolist()))


# -- closed forms: (args, direction) -> tangent


def of_gradient(gradient):
    """The closed form that multiplies partials, (∂f/∂arg, ...), with the direction."""
    return lambda args, d: sum(
        partial * step for partial, step in zip(gradient(*args), d, strict=True)
    )


def pendulum_tangent(args, direction):
    t, (theta, omega), quality, drive, frequency = args
    dt, (dtheta, domega), dquality, ddrive, dfrequency = direction
    phase = frequency * t
    return np.array(
        [
            domega,
            omega / quality**2 * dquality
            - domega / quality
            - math.cos(theta) * dtheta
            + math.cos(phase) * ddrive
            - drive * math.sin(phase) * (dfrequency * t + frequency * dt),
        ]
    )


def determinant_tangent(args, direction):
    (matrix,), (change,) = args, direction
    return np.linalg.det(matrix) * np.trace(np.linalg.solve(matrix, change))


def arm_tangent(args, direction):
    """The geometric Jacobian: every joint turns all that follows about its own axis."""
    (q,), (dq,) = args, direction
    frames = [np.eye(4)]
    for theta, d, a, alpha in zip(q, arm.D, arm.A, arm.ALPHA, strict=True):
        frames.append(frames[-1] @ arm.link(theta, d, a, alpha))
    tool = frames[-1]
    turns = [rate * frame[:3, 2] for rate, frame in zip(dq, frames, strict=False)]
    arms = [tool[:3, 3] - frame[:3, 3] for frame in frames[:-1]]
    velocity = np.sum(np.cross(turns, arms), axis=0)
    return velocity, np.cross(sum(turns), tool[:3, :3], axis=0)


def call_greeks(spot, strike, rate, volatility, maturity):
    """∂/∂(S, K, r, σ, T): delta, the dual delta, rho, vega and minus theta (Hull, chapter 19)."""
    d1, d2 = options.d1_d2(spot, strike, rate, volatility, maturity)
    discounted = strike * math.exp(-rate * maturity)
    density, below = scipy.stats.norm.pdf(d1), scipy.stats.norm.cdf(d2)
    decay = spot * density * volatility / (2 * math.sqrt(maturity)) + rate * discounted * below
    return (
        scipy.stats.norm.cdf(d1),
        -discounted / strike * below,
        maturity * discounted * below,
        spot * density * math.sqrt(maturity),
        decay,
    )


def put_greeks(spot, strike, rate, volatility, maturity):
    delta, dual_delta, rho, vega, decay = call_greeks(spot, strike, rate, volatility, maturity)
    discount = math.exp(-rate * maturity)
    rho -= maturity * strike * discount
    return delta - 1, dual_delta + discount, rho, vega, decay - rate * strike * discount


def implied_volatility_gradient(price, spot, strike, rate, maturity):
    volatility = options.implied_volatility(price, spot, strike, rate, maturity)
    delta, dual_delta, rho, vega, decay = call_greeks(spot, strike, rate, volatility, maturity)
    return 1 / vega, -delta / vega, -dual_delta / vega, -rho / vega, -decay / vega


def eccentric_anomaly_gradient(mean_anomaly, e):
    anomaly = kepler_newton.eccentric_anomaly(mean_anomaly, e)
    slope = 1 / (1 - e * math.cos(anomaly))
    return slope, math.sin(anomaly) * slope


def true_anomaly_gradient(mean_anomaly, e):
    """Murray and Dermott (1999), Solar System Dynamics, section 2.4, differentiated."""
    nu = kepler_newton.true_anomaly(mean_anomaly, e)
    turn = 1 + e * math.cos(nu)
    return turn**2 / (1 - e**2) ** 1.5, (1 + turn) * math.sin(nu) / (1 - e**2)


# -- the functions and their points


class Case(NamedTuple):
    """A function and points at which its tangent is checked; at the edges its value alone is.

    `exact` is for functions of `math` alone, of which every bit of the value is asked for.
    """

    function: Callable
    points: list
    exact: bool = False
    tangent: Callable | None = None
    edges: tuple = ()


MATH = True
SUM = sys.version_info < (3, 12)  # of `math` and sum(), which later compensates rounding errors
NUMPY = False
SUMMED = ["watson", "brown_almost_linear", "linear_rank_1_with_zeros"]


def problem_case(problem):
    """The starting point, and points off it and off the minimiser: no residual is all rounding."""
    points = []
    for seed, x in enumerate([problem.start, problem.start, problem.minimiser]):
        if x is not None:
            points.append(moved((x,), direction_at((x,), seed), 0.05 * (seed > 0)))
    exact = isinstance(problem.start, list) and (SUM or problem.function.__name__ not in SUMMED)
    return Case(problem.function, points, exact)


def matrices(n):
    """A matrix with its rows in every order: every order of pivots."""
    rows = np.random.default_rng(n).normal(size=(n, n)).tolist()
    return [([list(row) for row in order],) for order in itertools.permutations(rows)]


def quaternion(*numbers):
    return np.array(numbers) / np.linalg.norm(numbers)


TILTED = quaternion(0.9, 0.1, -0.3, 0.2)
GYRO, ACCELERATION = np.array([0.02, -0.4, 0.11]), np.array([0.5, -1.2, 9.6])
SAND = {"diameter": 3e-4, "density": 2650.0}
STEEL = {"diameter": 0.02, "density": 7800.0}
DROPLET = {"diameter": 5e-5, "density": 1000.0}
WATER = {"density": 998.2, "viscosity": 1.002e-3}
AIR = {"density": 1.204, "viscosity": 1.825e-5}
ROBOT = np.array([1.0, 2.0, 0.5])
SPREAD = np.array([[0.2, 0.03, 0.01], [0.03, 0.1, -0.02], [0.01, -0.02, 0.05]])
LANDMARK = np.array([4.0, 6.0])
BEHIND = np.array([-3.0, 1.9])  # seen across the cut of the angle
SIGHT, SIGHT_BEHIND = np.array([5.2, 0.35]), np.array([4.1, 2.6])
RATIOS = [0.6, 0.2, 0.15, 0.05]
REYNOLDS_ENDS = (0.01, 20.0, 260.0, 1500.0, 1.2e4, 4.4e4, 3.38e5, 4e5, 1e6)
HULL = (42.0, 40.0, 0.1, 0.2, 0.5)
PERIGEE = satellite.State(6524.834, 6862.875, 6448.296, 4.901327, 5.533756, -1.976341)
LOW_ORBIT = satellite.State(-3000.0, 5200.0, -3400.0, -5.2, -0.5, 5.6)
ARENSTORF = [0.994, 0.0, 0.0, -2.00158510637908252240537862224]
PERIOD = 17.0652165601579625588917206249

CASES = [
    *map(problem_case, PROBLEMS),
    Case(
        rosen.rosen,
        [(np.array([1.3, 0.7, 0.8, 1.9, 1.2]),), (np.array([-1.0, 0.1, 2.0, 0.0, 3.0]),)],
        NUMPY,
        lambda args, d: rosen.rosen_der(*args) @ d[0],
    ),
    Case(
        rosen.rosen_der,
        [(np.array([1.3, 0.7, 0.8, 1.9, 1.2]),), (np.array([-1.0, 0.1, 2.0, 0.0, 3.0]),)],
        NUMPY,
        lambda args, d: scipy.optimize.rosen_hess_prod(args[0], d[0]),
    ),
    Case(
        pendulum.rhs,
        [(1.5, np.array([0.3, -0.8]), 2.0, 1.15, 2 / 3), (9.0, np.array([4.0, 2]), 4.0, 1.5, 0.7)],
        NUMPY,
        pendulum_tangent,
    ),
    Case(
        pendulum.energy,
        [(np.array([0.3, -0.8]),), (np.array([4.0, 2.0]),)],
        NUMPY,
        lambda args, d: d[0] @ [math.sin(args[0][0]), args[0][1]],
    ),
    Case(attitude.quaternion_product, [(TILTED, quaternion(0.5, -0.7, 0.4, 1.1))]),
    Case(attitude.normalised, [(GYRO,), (ACCELERATION,)], edges=((np.zeros(3),),)),
    Case(attitude.gravity_gradient, [(TILTED, ACCELERATION)]),
    Case(
        attitude.madgwick_update,
        [
            (TILTED, GYRO, ACCELERATION, 0.01, 0.033),
            (quaternion(-0.1, 0.8, 0.5, 0.3), -GYRO, -ACCELERATION, 0.1, 0.2),
        ],
        edges=(
            (TILTED, GYRO, np.zeros(3), 0.01, 0.033),
            (np.array([1.0, 0.0, 0.0, 0.0]), GYRO, np.array([0.0, 0.0, 9.8]), 0.01, 0.033),
        ),
    ),
    Case(
        peng_robinson.pressure,
        [(300.0, 1e-3, RATIOS), (250.0, 9e-5, RATIOS), (650.0, 5e-4, RATIOS[::-1])],
        MATH,
    ),
    Case(
        peng_robinson.residual_helmholtz,
        [(300.0, 1e-3, RATIOS), (250.0, 9e-5, RATIOS), (650.0, 5e-4, RATIOS[::-1])],
        MATH,
    ),
    Case(
        arm.forward_kinematics,
        [(np.array([0.3, -1.2, 0.9, 2.0, -0.4, 1.1]),), (np.zeros(6),)],
        NUMPY,
        arm_tangent,
    ),
    Case(
        determinant.det_lu,
        matrices(3),
        MATH,
        determinant_tangent,
        edges=(([[1.0, 2.0, 3.0], [0.0, 0.0, 5.0], [0.0, 0.0, 4.0]],), ([[0.0] * 3] * 3,)),
    ),
    Case(
        determinant.det_householder,
        matrices(4),
        SUM,
        determinant_tangent,
        edges=(([[0.0] * 4] * 4,),),
    ),
    Case(
        options.norm_cdf,
        [(0.4,), (-1.7,), (0.0,)],
        MATH,
        of_gradient(lambda x: (scipy.stats.norm.pdf(x),)),
    ),
    Case(
        options.call_price,
        [HULL, (90.0, 100.0, 0.03, 0.35, 1.5)],
        MATH,
        of_gradient(call_greeks),
        edges=((42.0, 40.0, 0.1, 0.2, 0.0), (38.0, 40.0, 0.1, 0.2, 0.0)),
    ),
    Case(options.put_price, [HULL, (90.0, 100.0, 0.03, 0.35, 1.5)], MATH, of_gradient(put_greeks)),
    Case(
        options.implied_volatility,
        [(4.76, 42.0, 40.0, 0.1, 0.5), (13.0, 90.0, 100.0, 0.03, 1.5)],
        MATH,
        of_gradient(implied_volatility_gradient),
    ),
    Case(
        drag.drag_coefficient,
        [(re,) for re in (0.005, 1.0, 80.0, 700.0, 5e3, 2e4, 1e5, 3.6e5, 7e5, 3e6)],
        MATH,
        edges=tuple((end,) for end in REYNOLDS_ENDS),
    ),
    Case(
        drag.net_force,
        [(0.03, SAND, WATER), (-0.5, SAND, WATER), (20.0, STEEL, AIR), (1e-3, DROPLET, AIR)],
        MATH,
        edges=((0.0, SAND, WATER),),
    ),
    Case(
        kepler_newton.eccentric_anomaly,
        [(3.6029, 0.37255), (0.2, 0.9), (1.0, 0.01), (6.0, 0.6)],
        MATH,
        of_gradient(eccentric_anomaly_gradient),
    ),
    Case(
        kepler_newton.true_anomaly,
        [(3.0, 0.37255), (0.2, 0.9), (1.0, 0.01)],
        MATH,
        of_gradient(true_anomaly_gradient),
    ),
    Case(ekf.wrap, [(1.0,), (4.0,), (-5.0,)], NUMPY, lambda args, d: d[0]),
    Case(
        ekf.predict,
        [(ROBOT, SPREAD, np.array([1.2, 0.3]), 0.5), (-ROBOT, SPREAD, np.array([0.5, -2.0]), 0.1)],
    ),
    Case(ekf.observe, [(ROBOT, LANDMARK), (ROBOT, BEHIND)]),
    Case(ekf.update, [(ROBOT, SPREAD, SIGHT, LANDMARK), (ROBOT, SPREAD, SIGHT_BEHIND, BEHIND)]),
    Case(
        ekf.log_likelihood,
        [(ROBOT, SPREAD, SIGHT, LANDMARK), (ROBOT, SPREAD, SIGHT_BEHIND, BEHIND)],
    ),
    Case(runge_kutta.lorenz_step, [([1.0, -2.0, 20.0], 0.01), ([-8.0, 7.0, 27.0], 0.1)], SUM),
    Case(
        satellite.EARTH.circular_speed,
        [(42164.0,), (6778.0,)],
        MATH,
        of_gradient(lambda r: (-satellite.EARTH.circular_speed(r) / (2 * r),)),
    ),
    Case(satellite.EARTH.energy, [(PERIGEE,), (LOW_ORBIT,)], SUM),
    Case(satellite.EARTH.derivative, [(PERIGEE,), (LOW_ORBIT,)], SUM),
    Case(
        satellite.EARTH.elements,
        [
            (list(state[:3]), [sign * v for v in state[3:]])
            for state in (PERIGEE, LOW_ORBIT)
            for sign in (1, -1)
        ],
        SUM,
    ),
]


def case_id(case):
    return f"{case.function.__module__.rpartition('.')[2]}-{case.function.__name__}"


each_case = pytest.mark.parametrize("case", CASES, ids=case_id)
each_closed_form = pytest.mark.parametrize(
    "case", [case for case in CASES if case.tangent], ids=case_id
)


# -- lazyad


@each_case
def test_value(case):
    compiled = la.compile(case.function, optimize="strict")
    for args in [*case.points, *case.edges]:
        got, want = compiled(*args), case.function(*args)
        if case.exact:
            assert shape(got) == shape(want)
            assert [x.hex() for x in leaves(got)] == [x.hex() for x in leaves(want)]
        else:
            assert_close(got, want, 1e-13, floor=1e-15)  # residuals cancel


@each_case
def test_tangent(case):
    compiled = la.compile(case.function)
    for args in case.points:
        direction = direction_at(args)
        value, tangent = compiled.jvp(args, direction)
        want = case.function(*args)
        assert_close(value, want, 1e-12)
        if case.tangent:
            assert_close(tangent, case.tangent(args, direction), 1e-12, want)
        else:
            assert_close(tangent, differences(case.function, args, direction), 1e-8, want)


def test_tangents_that_physics_knows():
    """Pressure is -∂A/∂v, and what moves by its own law keeps its energy."""
    _, slope = la.compile(peng_robinson.residual_helmholtz, wrt="volume").jvp(
        (300.0, 1e-3, RATIOS), (1.0,)
    )
    ideal = peng_robinson.R * 300.0 / 1e-3
    assert ideal - slope == pytest.approx(peng_robinson.pressure(300.0, 1e-3, RATIOS), rel=1e-12)
    y = np.array([2.0, 0.7])
    flow = pendulum.rhs(0.0, y, quality=math.inf, drive=0.0)
    assert la.compile(pendulum.energy).jvp((y,), (flow,))[1] == pytest.approx(0.0, abs=1e-14)
    earth = satellite.EARTH
    for state in (PERIGEE, LOW_ORBIT):
        power = la.compile(earth.energy).jvp((state,), (earth.derivative(state),))[1]
        assert power == pytest.approx(0.0, abs=1e-14)


def test_keyword_defaults():
    rhs = la.compile(pendulum.rhs)
    y = np.array([0.3, -0.8])
    assert_close(rhs(1.5, y), pendulum.rhs(1.5, y), 1e-13)
    assert_close(rhs(1.5, y, drive=0.9), pendulum.rhs(1.5, y, drive=0.9), 1e-13)


@pytest.mark.parametrize(
    ("function", "args", "loop"),
    [
        (drag.terminal_velocity, (SAND, WATER), "while abs(change) > 1e-13 * "),
        (runge_kutta.arenstorf_step, (ARENSTORF, 0.05), "while error > 1.0:"),
    ],
)
def test_a_loop_without_a_bound_stays_one(function, args, loop):
    compiled = la.compile(function)
    assert_close(compiled(*args), function(*args), 1e-13)
    assert loop in compiled.source


def test_an_error_that_a_function_raises():
    compiled = la.compile(drag.drag_coefficient)
    assert compiled(1.0) == pytest.approx(drag.drag_coefficient(1.0), rel=1e-12)
    with pytest.raises(ValueError, match="negative"):
        compiled(-1.0)
    with pytest.raises(ValueError, match="negative"):
        compiled.jvp((-1.0,), (1.0,))


# -- what the tests stand on


@each_closed_form
def test_differences_reach_closed_forms(case):
    for args in case.points:
        direction = direction_at(args)
        estimate = differences(case.function, args, direction)
        assert_close(estimate, case.tangent(args, direction), 1e-9, case.function(*args))


def test_structures():
    state = satellite.State(1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
    tree = {"a": [1.0, (np.array([[2.0, -7.0]]), 3.0)], "b": state, "c": satellite.EARTH}
    assert leaves(tree)[:4] == [1.0, 2.0, -7.0, 3.0]
    assert scales(tree)[:5] == [7.0, 7.0, 7.0, 7.0, 1.0]
    twice = rebuilt(tree, (2 * x for x in leaves(tree)))
    assert shape(twice) == shape(tree)
    assert leaves(twice) == [2 * x for x in leaves(tree)]
    assert twice["b"].vz == 12.0
    assert twice["c"].j2 == 2 * satellite.EARTH.j2
    assert shape([1.0]) != shape((1.0,)) != shape(np.ones(1))


# -- published values, of the functions alone


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.function.__name__)
def test_published_minimum(problem):
    """From the standard starting point, and at the minimiser, in the digits of the paper."""

    def residuals(x):
        x = x if isinstance(problem.start, np.ndarray) else x.tolist()
        return np.asarray(problem.function(x))

    if problem.minimiser is not None:
        there = np.sum(residuals(np.asarray(problem.minimiser)) ** 2)
        assert there == pytest.approx(problem.minimum, rel=5e-6, abs=1e-7)
    found = scipy.optimize.least_squares(
        residuals, problem.start, method="lm", x_scale="jac", ftol=1e-15, xtol=1e-15, gtol=1e-15
    )
    local = {"freudenstein_roth": 48.9842, "gulf": None}  # where the search ends elsewhere
    minimum = local.get(problem.function.__name__, problem.minimum)
    if minimum is not None:
        assert 2 * found.cost == pytest.approx(minimum, rel=5e-6, abs=1e-20)


def test_rosenbrock():
    """The examples of scipy.optimize, and SciPy's own."""
    assert rosen.rosen(0.1 * np.arange(10)) == pytest.approx(76.56)
    gradient = [-2.0, 10.6, 15.6, 13.4, 6.4, -3.0, -12.4, -19.4, 62.0]
    np.testing.assert_allclose(rosen.rosen_der(0.1 * np.arange(9)), gradient, rtol=1e-12)
    for x in np.random.default_rng(1).normal(size=(5, 6)):
        assert rosen.rosen(x) == scipy.optimize.rosen(x)
        np.testing.assert_allclose(rosen.rosen_der(x), scipy.optimize.rosen_der(x), rtol=1e-14)


def test_pendulum():
    """A quarter of a free swing from 2 rad takes K(sin² 1), the complete elliptic integral."""
    quarter = scipy.special.ellipk(math.sin(1.0) ** 2)
    swing = scipy.integrate.solve_ivp(
        pendulum.rhs, (0, quarter), [2.0, 0.0], args=(math.inf, 0.0), rtol=1e-11, atol=1e-11
    )
    theta, omega = swing.y[:, -1]
    assert theta == pytest.approx(0.0, abs=1e-8)
    assert pendulum.energy([theta, omega]) == pytest.approx(1 - math.cos(2.0), rel=1e-8)


def test_attitude():
    """A turn about z is (cos θ/2, 0, 0, sin θ/2); gravity alone levels what stands still."""
    q = np.array([1.0, 0.0, 0.0, 0.0])
    for _ in range(1000):
        q = attitude.madgwick_update(q, np.array([0.0, 0.0, 1.2]), np.zeros(3), 1e-3)
    np.testing.assert_allclose(q, [math.cos(0.6), 0, 0, math.sin(0.6)], atol=1e-6)
    q = TILTED
    for _ in range(3000):
        q = attitude.madgwick_update(q, np.zeros(3), ACCELERATION, 0.01, beta=0.1)
    rotated = attitude.quaternion_product(q * [1, -1, -1, -1], [0.0, 0.0, 0.0, 1.0])
    gravity = attitude.quaternion_product(rotated, q)[1:]
    np.testing.assert_allclose(gravity, attitude.normalised(ACCELERATION), atol=2e-3)


def test_peng_robinson():
    """The critical point (Z = 0.307, equation (11)), propane's vapour pressure, p = -dA/dv."""
    propane = [0.0, 0.0, 1.0, 0.0]
    _, tc, pc, _ = peng_robinson.MIXTURE[2]
    vc = 0.307401 * peng_robinson.R * tc / pc
    assert peng_robinson.pressure(tc, vc, propane) == pytest.approx(pc, rel=1e-4)

    def gibbs(volume, p):
        z = p * volume / (peng_robinson.R * 300.0)
        residual = peng_robinson.residual_helmholtz(300.0, volume, propane)
        return residual / (peng_robinson.R * 300.0) + z - 1 - math.log(z)

    def unbalance(p):
        a, b = peng_robinson.mixture_parameters(300.0, propane)
        rt = peng_robinson.R * 300.0  # equation (5), for the volume
        cubic = [p, p * b - rt, a - 3 * p * b**2 - 2 * rt * b, b**2 * (p * b + rt) - a * b]
        liquid, _, vapour = np.sort(np.roots(cubic).real)
        return gibbs(liquid, p) - gibbs(vapour, p)

    saturation = scipy.optimize.brentq(unbalance, 9e5, 11e5)
    assert saturation == pytest.approx(0.9978e6, rel=0.01)  # NIST, REFPROP
    for args in [(300.0, 1e-3, RATIOS), (250.0, 9e-5, RATIOS), (650.0, 5e-4, RATIOS)]:
        temperature, volume, _ = args
        slope = differences(peng_robinson.residual_helmholtz, args, (0.0, 1.0 * volume, [0.0] * 4))
        ideal = peng_robinson.R * temperature / volume
        p = peng_robinson.pressure(*args)
        assert ideal - slope / volume == pytest.approx(p, rel=1e-9, abs=1e-9 * ideal)


def test_arm():
    """K. P. Hawkins (2013), Analytic inverse kinematics for the UR-5/UR-10: all joints at zero."""
    position, rotation = arm.forward_kinematics(np.zeros(6))
    np.testing.assert_allclose(position, [-0.81725, -0.19145, -0.005491], atol=1e-12)
    np.testing.assert_allclose(rotation, [[1, 0, 0], [0, 0, -1], [0, 1, 0]], atol=1e-15)


@pytest.mark.parametrize("det", [determinant.det_lu, determinant.det_householder])
def test_determinant(det):
    """Of Hilbert's matrices, OEIS A005249; of singular ones; and NumPy's."""
    for n, reciprocal in [(1, 1), (2, 12), (3, 2160), (4, 6048000)]:
        hilbert = [[1 / (i + j + 1) for j in range(n)] for i in range(n)]
        assert 1 / det(hilbert) == pytest.approx(reciprocal, rel=1e-11)
    assert det([[0.0, 1.0], [0.0, 2.0]]) == 0.0
    for (matrix,) in matrices(3) + matrices(4):
        assert det(matrix) == pytest.approx(np.linalg.det(matrix), rel=1e-12)


def test_options():
    """Hull, example 15.6: a call of 4.76 and a put of 0.81."""
    assert options.call_price(*HULL) == pytest.approx(4.76, abs=0.005)
    assert options.put_price(*HULL) == pytest.approx(0.81, abs=0.005)
    assert options.norm_cdf(0.7693) == pytest.approx(0.7791, abs=5e-5)
    spot, strike, rate, volatility, maturity = HULL
    price = options.call_price(*HULL)
    found = options.implied_volatility(price, spot, strike, rate, maturity)
    assert found == pytest.approx(volatility, rel=1e-12)


def test_drag():
    """Clift, Grace and Weber's curve: its limits, its pieces' ends, a known fall, an error."""
    assert drag.drag_coefficient(1e-6) == pytest.approx(24 / 1e-6, rel=1e-6)
    assert drag.drag_coefficient(1.0) == pytest.approx(27.2, abs=0.1)
    assert drag.drag_coefficient(1e3) == pytest.approx(0.471, abs=1e-3)
    for end in REYNOLDS_ENDS:
        below, above = (drag.drag_coefficient(end * s) for s in (1 - 1e-9, 1 + 1e-9))
        assert below == pytest.approx(above, rel=0.3 if end == 4e5 else 0.02)  # the drag crisis
    with pytest.raises(ValueError, match="is negative"):
        drag.drag_coefficient(-1.0)
    for sphere, fluid in [(SAND, WATER), (STEEL, WATER), (STEEL, AIR), (DROPLET, AIR)]:
        speed = drag.terminal_velocity(sphere, fluid)
        weight = drag.net_force(0.0, sphere, fluid)
        assert drag.net_force(speed, sphere, fluid) == pytest.approx(0.0, abs=1e-11 * weight)
    # A droplet of 50 µm falls as Stokes says, less what the first correction says.
    stokes = (1000.0 - 1.204) * drag.GRAVITY * 5e-5**2 / (18 * AIR["viscosity"])
    assert drag.terminal_velocity(DROPLET, AIR) == pytest.approx(stokes, rel=0.05)


def test_kepler():
    """Curtis, example 3.2 (3rd edition); Meeus, Astronomical Algorithms, example 30.a."""
    assert kepler_newton.eccentric_anomaly(3.6029, 0.37255) == pytest.approx(3.4794, abs=5e-5)
    degrees = math.degrees(kepler_newton.eccentric_anomaly(math.radians(5.0), 0.1))
    assert degrees == pytest.approx(5.554589, abs=5e-7)
    assert kepler_newton.eccentric_anomaly(0.2, 0.99) == pytest.approx(1.066997365282, abs=1e-12)
    half = kepler_newton.eccentric_anomaly(3.0, 0.37255) / 2
    tangent = math.sqrt(1.37255 / 0.62745) * math.tan(half)
    assert kepler_newton.true_anomaly(3.0, 0.37255) == pytest.approx(2 * math.atan(tangent))


def test_kalman():
    """The information that a sight adds, the Jacobians by differences, SciPy's density."""
    for landmark, sight in [(LANDMARK, SIGHT), (BEHIND, SIGHT_BEHIND)]:
        expected, H = ekf.observe(ROBOT, landmark)
        mean, covariance = ekf.update(ROBOT, SPREAD, sight, landmark)
        added = np.linalg.inv(covariance) - np.linalg.inv(SPREAD)
        np.testing.assert_allclose(added, H.T @ np.linalg.inv(ekf.SENSOR_NOISE) @ H, rtol=1e-9)
        innovation = sight - expected
        innovation[1] = (innovation[1] + math.pi) % (2 * math.pi) - math.pi
        pull = covariance @ H.T @ np.linalg.solve(ekf.SENSOR_NOISE, innovation)
        np.testing.assert_allclose(mean, ROBOT + pull, rtol=1e-9)
        S = H @ SPREAD @ H.T + ekf.SENSOR_NOISE
        density = scipy.stats.multivariate_normal.logpdf(innovation, np.zeros(2), S)
        assert ekf.log_likelihood(ROBOT, SPREAD, sight, landmark) == pytest.approx(density)
    move = (ROBOT, SPREAD, np.array([1.2, 0.3]), 0.5)
    still = (SPREAD * 0, np.zeros(2), 0.0)
    columns = [differences(ekf.predict, move, (axis, *still))[0] for axis in np.eye(3)]
    G = np.array(columns).T
    _, noise = ekf.predict(ROBOT, SPREAD * 0, *move[2:])
    np.testing.assert_allclose(ekf.predict(*move)[1], G @ SPREAD @ G.T + noise, rtol=1e-9)


def test_runge_kutta():
    """65/24 for e; Lorenz' rest points; the period of Arenstorf's orbit; the order of an error."""
    grown = runge_kutta.stages(lambda t, y: y, 0.0, [1.0], 1.0, runge_kutta.KUTTA)
    result = runge_kutta.combined([1.0], 1.0, runge_kutta.KUTTA["weights"], grown)
    assert result == pytest.approx([65 / 24])
    rest = [math.sqrt(72.0), math.sqrt(72.0), 27.0]
    assert runge_kutta.lorenz_step(rest, 0.01) == pytest.approx(rest, rel=1e-14)
    orbit = scipy.integrate.solve_ivp(
        runge_kutta.arenstorf, (0, PERIOD), ARENSTORF, method="DOP853", rtol=1e-13, atol=1e-13
    )
    np.testing.assert_allclose(orbit.y[:, -1], ARENSTORF, atol=1e-4)
    stepped, length = runge_kutta.arenstorf_step(ARENSTORF, 0.05)
    assert length < 0.05
    exact = scipy.integrate.solve_ivp(
        runge_kutta.arenstorf, (0, length), ARENSTORF, method="DOP853", rtol=1e-13, atol=1e-13
    )
    np.testing.assert_allclose(stepped, exact.y[:, -1], atol=1e-5)
    for tableau in (runge_kutta.KUTTA, runge_kutta.DORMAND_PRINCE):
        assert sum(tableau["weights"]) == pytest.approx(1)
        sums = [sum(row) for row in tableau["matrix"]]
        assert sums == pytest.approx(tableau["nodes"])


def test_satellite():
    """Vallado, example 2-5 (RV2COE); a geostationary orbit's speed, 3.0747 km/s."""
    found = satellite.EARTH.elements(PERIGEE[:3], PERIGEE[3:])
    assert found["semiparameter"] == pytest.approx(11067.790, abs=0.01)
    assert found["semimajor axis"] == pytest.approx(36127.343, abs=0.05)
    assert found["eccentricity"] == pytest.approx(0.832853, abs=1e-6)
    assert math.degrees(found["inclination"]) == pytest.approx(87.870, abs=1e-3)
    assert math.degrees(found["ascending node"]) == pytest.approx(227.898, abs=1e-3)
    assert math.degrees(found["argument of periapsis"]) == pytest.approx(53.38, abs=0.01)
    assert math.degrees(found["true anomaly"]) == pytest.approx(92.335, abs=1e-3)
    assert satellite.EARTH.circular_speed(42164.17) == pytest.approx(3.0747, abs=5e-5)
    orbits = scipy.integrate.solve_ivp(
        lambda t, y: satellite.EARTH.derivative(satellite.State(*y)),
        (0, 10800),
        LOW_ORBIT,
        rtol=1e-11,
        atol=1e-9,
    )
    energy = satellite.EARTH.energy(satellite.State(*orbits.y[:, -1]))
    assert energy == pytest.approx(satellite.EARTH.energy(LOW_ORBIT), rel=1e-8)


@pytest.mark.parametrize(
    ("function", "x"),
    [
        (scipy.optimize.rosen, np.array([1.3, 0.7, 0.8, 1.9, 1.2])),
        (scipy.optimize.rosen_der, np.array([1.3, 0.7, 0.8, 1.9, 1.2])),
        (scipy.integrate.simpson, np.array([1.0, 2.0, 4.0, 3.0, 1.0])),
        (scipy.integrate.trapezoid, np.array([1.0, 2.0, 4.0])),
    ],
)
def test_functions_of_scipy_itself(function, x):
    first, *others = inspect.signature(function).parameters
    static = [name for name in others if name == "axis"]
    compiled = la.compile(function, optimize="strict", wrt=first, static=static)
    np.testing.assert_array_equal(compiled(x), function(x))
    direction = np.linspace(1.0, 2.0, len(x))
    step = 1e-6 * direction
    slope = (function(x + step) - function(x - step)) / 2e-6
    assert compiled.jvp((x,), (direction,))[1] == pytest.approx(slope, rel=1e-7)
