"""A policy of 4 numbers that balances pendulums, by exact gradients through long rollouts.

The gradient of the mean cost goes through every step. Forward mode carries 4 tangents beside the
state and keeps nothing of the steps: its memory does not depend on the horizon. Reverse mode keeps
each step, or with checkpoints one of every root of the steps, and computes the others again. The
table shows what each takes at its peak, as `tracemalloc` counts it (NumPy tells it of every array),
and how many rollouts of the longest horizon fit in 64 MB. Then the policy learns, on short rollouts
first, and is tried on longer ones. `python pendulum_policy.py 10000` measures up to that horizon;
by default it is 1,000. The plot goes to pendulum_policy.png.
"""

import sys
import tracemalloc
from pathlib import Path
from time import process_time

import numpy as np

import lazyad as la

DT, ROLLOUTS, LEARNT = 0.02, 256, 60


def moved(policy, angle, velocity):
    """The pendulums a step later (upright is angle 0), and what the step cost each of them."""
    wave = policy[0] * np.sin(angle) + policy[1] * velocity + policy[2] * np.sin(2 * angle)
    push = 15 * np.tanh(wave + policy[3] * velocity * np.cos(angle))
    velocity = velocity + (9.81 * np.sin(angle) + push - 0.1 * velocity) * DT
    angle = angle + velocity * DT
    return angle, velocity, 1 - np.cos(angle) + 0.1 * velocity**2 + 0.001 * push**2


def costs(steps, checkpoints=True):
    """cost(policy, angle, velocity) of so many steps, compiled."""

    def cost(policy, angle, velocity):
        def step(state, _):
            angle, velocity, total = state
            angle, velocity, spent = moved(policy, angle, velocity)
            return (angle, velocity, total + np.mean(spent)), None

        state = angle, velocity, 0.0
        (_, _, total), _ = la.scan(step, state, length=steps, checkpoints=checkpoints)
        return total / steps

    return la.compile(cost, target="array", wrt="policy")


def starts(rollouts):
    """Where the pendulums begin: near upright, some of them moving."""
    return np.random.default_rng(1).uniform(-0.3, 0.3, (2, rollouts))


def forward(cost, *given):
    """The gradient, by a direction for each number."""
    return cost.jvp(given, (np.eye(4),))[1]


def backward(cost, *given):
    return cost.grad(*given)


WAYS = {
    "forward, 4 directions": (forward, True),
    "reverse, every step kept": (backward, False),
    "reverse, checkpoints": (backward, True),
}
COLORS = dict(zip(WAYS, ("#3b6ea5", "#c85a3c", "#e0a526"), strict=True))


def measured(function, *args):
    """The result, bytes at the peak and seconds of the processor; the first call compiles."""
    function(*args)
    began = process_time()
    result = function(*args)
    seconds = process_time() - began
    tracemalloc.start()
    function(*args)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return result, peak, seconds


def compare(horizons):
    """Peak and time of each way at each horizon; all agree."""
    policy, found = np.array([-2.0, -0.5, 0.1, 0.1]), {way: [] for way in WAYS}
    print(f"{ROLLOUTS} rollouts: peak in MB, and seconds\n")
    print(f"  {'steps':>7}  " + "  ".join(f"{way:>24}" for way in WAYS))
    for steps in horizons:
        results = []
        for way, (gradient, checkpoints) in WAYS.items():
            cost = costs(steps, checkpoints)
            result, peak, seconds = measured(gradient, cost, policy, *starts(ROLLOUTS))
            found[way].append(peak)
            results.append((result, f"{peak / 1e6:9.3f} MB {seconds:9.3f} s"))
        for result, _ in results:
            assert np.allclose(result, results[0][0], rtol=1e-8, atol=1e-12)
        print(f"  {steps:7}  " + "  ".join(f"{text:>24}" for _, text in results))
    print(f"\nrollouts of {horizons[-1]} steps that fit in 64 MB:")
    for way, peaks in found.items():
        print(f"  {way:24}  {int(64e6 * ROLLOUTS / peaks[-1]):9,}")
    return found


def learn():
    """The cost and the policy after each step of gradient descent, the horizon growing."""
    policy, first, second, history = np.zeros(4), np.zeros(4), np.zeros(4), []
    given = starts(64)
    for steps in (25, 100):
        cost = costs(steps)
        for _ in range(LEARNT // 2):
            value, gradient = cost.jvp((policy, *given), (np.eye(4),))
            first, second = 0.8 * first + 0.2 * gradient, 0.95 * second + 0.05 * gradient**2
            policy = policy - 0.1 * first / (np.sqrt(second) + 1e-9)
            history.append((steps, float(value)))
    return policy, history


def main():
    longest = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    horizons = [
        steps for steps in (10, 30, 100, 300, 1000, 3000, 10_000, 30_000) if steps <= longest
    ]
    found = compare(horizons)
    policy, history = learn()
    cost, given = costs(400), starts(64)
    h, check = 1e-6, costs(25)
    near = [check(policy + h * e, *given) - check(policy - h * e, *given) for e in np.eye(4)]
    assert np.allclose(
        np.array(near) / (2 * h), forward(check, policy, *given), rtol=1e-5, atol=1e-8
    )
    print(f"\na policy learnt in {LEARNT} steps, and one that does nothing, over 400 steps:")
    for name, one in (("learnt", policy), ("nothing", np.zeros(4))):
        print(f"  {name:8} mean cost {cost(one, *given):9.4f}")
    assert cost(policy, *given) < 0.1 * cost(np.zeros(4), *given)
    plot(horizons, found, history, policy)


def plot(horizons, found, history, policy):
    """Peaks over the horizon; the cost while learning; pendulums with and without the policy."""
    try:
        import matplotlib
    except ImportError:
        print("\nno plot: matplotlib is not installed (pip install '.[plot]')")
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, (left, middle, right) = pyplot.subplots(1, 3, figsize=(14, 4.4), layout="constrained")
    for way, peaks in found.items():
        left.loglog(horizons, [peak / 1e6 for peak in peaks], "o-", color=COLORS[way], label=way)
    left.set(xlabel="steps", ylabel="peak, MB", title=f"Exact gradient of {ROLLOUTS} rollouts")
    left.legend(frameon=False)
    middle.semilogy([value for _, value in history], color="#3b6ea5")
    middle.axvline(LEARNT // 2, color="#999999", lw=1, ls=":")
    middle.annotate(
        "25 steps", (LEARNT * 0.25, 0.95), xycoords=("data", "axes fraction"), ha="center"
    )
    middle.annotate(
        "100 steps", (LEARNT * 0.75, 0.95), xycoords=("data", "axes fraction"), ha="center"
    )
    middle.set(xlabel="steps of gradient descent", ylabel="mean cost", title="Learning")
    for one, color, label in ((np.zeros(4), "#c85a3c", "no push"), (policy, "#3b6ea5", "learnt")):
        angle, velocity = starts(12)
        path = []
        for _ in range(150):
            path.append(angle)
            angle, velocity, _ = moved(one, angle, velocity)
        lines = right.plot(np.arange(150) * DT, path, color=color, lw=1)
        lines[0].set_label(label)
    right.set(xlabel="time, s", ylabel="angle from upright", title="Twelve pendulums", ylim=(-4, 4))
    right.legend(frameon=False)
    for axes in (left, middle, right):
        axes.spines[["top", "right"]].set_visible(False)
    target = Path("pendulum_policy.png")
    figure.savefig(target, dpi=110)
    print(f"\nwrote {target}")


if __name__ == "__main__":
    main()
