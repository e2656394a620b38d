"""An extended Kalman filter whose Jacobians are emitted: a radar follows a turning aircraft.

The state is (x, y, speed, heading, turn rate); the radar at the origin measures range and bearing.
Process and measurement are plain `math`. Sixty simulated flights test that the filter knows how
wrong it is: its normalised squared error (NEES) has the mean 5 that five states must have, see
Y. Bar-Shalom, X. R. Li and T. Kirubarajan (2001), Estimation with Applications to Tracking and
Navigation, section 5.4.
"""

import math
from pathlib import Path

import numpy as np

import lazyad as la

DT, STEPS, FLIGHTS = 1.0, 40, 60
PROCESS = np.diag([0.5, 0.5, 0.4, 2e-3, 2e-3]) ** 2  # metres, metres, m/s, rad, rad/s
RADAR = np.diag([20.0, 2e-3]) ** 2  # metres, rad
START = np.array([4000.0, 6000.0, 180.0, -0.5, 0.03])
SPREAD = np.diag([50.0, 50.0, 5.0, 0.03, 0.005]) ** 2


def move(state):
    """The state one step later: a turn at constant rate and speed."""
    x, y, speed, heading, rate = state
    after = heading + rate * DT
    radius = speed / rate
    return [
        x + radius * (math.sin(after) - math.sin(heading)),
        y - radius * (math.cos(after) - math.cos(heading)),
        speed,
        after,
        rate,
    ]


def measure(state):
    """What the radar sees: range and bearing."""
    x, y, _speed, _heading, _rate = state
    return [math.hypot(x, y), math.atan2(y, x)]


# The value and the Jacobian, which share their work.
move_and_jacobian = la.value_and_jacobian(move)
measure_and_jacobian = la.value_and_jacobian(measure)


def step(state, covariance, measured):
    """One step of the filter: predict, then correct by what the radar measured."""
    state, F = map(np.array, move_and_jacobian(state.tolist()))
    covariance = F @ covariance @ F.T + PROCESS
    expected, H = map(np.array, measure_and_jacobian(state.tolist()))
    surprise = measured - expected
    surprise[1] = math.remainder(surprise[1], math.tau)
    S = H @ covariance @ H.T + RADAR
    gain = np.linalg.solve(S, H @ covariance).T
    rest = np.eye(5) - gain @ H
    covariance = rest @ covariance @ rest.T + gain @ RADAR @ gain.T
    return state + gain @ surprise, covariance


def fly(random):
    """A simulated flight: yields truth, measurement, estimate and covariance after each step."""
    truth = random.multivariate_normal(START, SPREAD)
    state, covariance = START, SPREAD
    for _ in range(STEPS):
        truth = random.multivariate_normal(move(truth), PROCESS)
        measured = random.multivariate_normal(measure(truth), RADAR)
        state, covariance = step(state, covariance, measured)
        yield truth, measured, state, covariance


def off(truth, measured):
    """How far from the truth the radar alone would place the aircraft."""
    distance, bearing = measured
    return math.dist(truth[:2], (distance * math.cos(bearing), distance * math.sin(bearing)))


def main():
    random = np.random.default_rng(1)
    flights = [[*fly(random)] for _ in range(FLIGHTS)]
    print("the first flight, metres and degrees:\n")
    print("step       x       y  heading   error of the filter (its own sigma)    of the radar")
    for k in range(4, STEPS, 5):
        truth, measured, state, covariance = flights[0][k]
        error, sigma = np.hypot(*(state - truth)[:2]), math.sqrt(np.trace(covariance[:2, :2]))
        print(f"{k + 1:4} {truth[0]:7.0f} {truth[1]:7.0f}  {math.degrees(truth[3]):7.1f}", end="")
        print(f"   {error:19.1f} {f'({sigma:.1f})':>15}  {off(truth, measured):14.1f}")
    miss = [[np.hypot(*(s - t)[:2]) for t, _, s, _ in flight] for flight in flights]
    raw = [[off(t, m) for t, m, _, _ in flight] for flight in flights]
    rms, radar = math.sqrt(np.mean(np.square(miss))), math.sqrt(np.mean(np.square(raw)))
    print(f"\nroot mean square over {FLIGHTS} flights: {rms:.1f} m, of the radar {radar:.1f} m")
    assert rms < 0.8 * radar
    nees = np.array(
        [[(s - t) @ np.linalg.solve(P, s - t) for t, _, s, P in flight] for flight in flights]
    )
    # A sum over flights is chi-squared with 5 FLIGHTS degrees of freedom, about normal.
    sigma = math.sqrt(2 * 5 / FLIGHTS)
    within = np.mean(abs(nees.mean(axis=0) - 5) < 1.96 * sigma)
    print(f"NEES: mean {nees.mean():.2f} of 5;", end=" ")
    print(f"{within:.0%} of the steps within 5 ± {1.96 * sigma:.2f}, of 95% expected\n")
    assert abs(nees.mean() - 5) < 0.5
    assert within > 0.75
    print(measure_and_jacobian.source)
    print(move_and_jacobian.source)
    plot(np.array(miss), np.array(raw), np.array([[*map(spread, f)] for f in flights]))


def spread(step):
    """How far off the filter thinks it is."""
    return math.sqrt(np.trace(step[3][:2, :2]))


def plot(miss, raw, sigmas):
    """How far off filter and radar are at each step, over all flights."""
    try:
        import matplotlib
    except ImportError:
        print("no plot: matplotlib is not installed (pip install '.[plot]')")
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 3.6), layout="constrained")
    steps = np.arange(1, STEPS + 1)
    axes.plot(steps, miss.T, color="#3b6ea5", lw=0.5, alpha=0.25)
    for errors, color, label in [
        (raw, "#c85a3c", "the radar alone"),
        (miss, "#3b6ea5", "the filter"),
        (sigmas, "#444444", "what the filter says of itself"),
    ]:
        axes.plot(steps, np.sqrt(np.mean(errors**2, axis=0)), color=color, label=label)
    title = f"A radar follows a turning aircraft: {FLIGHTS} flights"
    axes.set(xlabel="seconds", ylabel="error, metres", ylim=(0, 60), title=title)
    axes.legend(frameon=False, ncols=3, loc="upper center")
    axes.spines[["top", "right"]].set_visible(False)
    target = Path("ekf.png")
    figure.savefig(target, dpi=150)
    print(f"wrote {target}")


if __name__ == "__main__":
    main()
