"""A Kalman filter over 10,000 steps, and the noise it should assume: maximum likelihood by Newton.

A level drifts with a slope that drifts too, and is measured with noise. The filter's likelihood is
a function of three numbers, the logarithms of the noises' variances, through every step. Written
as a plain loop over numbers it stays a loop, and as it has three inputs that are asked for, lazyad
carries their tangents along: gradient and Hessian keep nothing of the steps, however long the
series. The table has the peak of each (`tracemalloc`) and its time. The gradient is compared with
central differences. `python kalman_long.py 100000` takes a longer series; the plot goes to
kalman_long.png.
"""

import math
import sys
import tracemalloc
from pathlib import Path
from time import process_time

import numpy as np

import lazyad as la

TRUE = (math.log(0.05), math.log(1e-4), math.log(4.0))  # variances: level, slope, measurement


def surprise(noise, series):
    """Minus the mean log-likelihood of the series, by a Kalman filter of two states."""
    drift, turn, error = math.exp(noise[0]), math.exp(noise[1]), math.exp(noise[2])
    level, slope = 0.0, 0.0
    p11, p12, p22 = 10.0, 0.0, 1.0
    total = 0.0
    for seen in series:
        level = level + slope
        p11 = p11 + 2.0 * p12 + p22 + drift
        p12 = p12 + p22
        p22 = p22 + turn
        spread = p11 + error
        off = seen - level
        total = total + 0.5 * (math.log(2.0 * math.pi * spread) + off * off / spread)
        k1, k2 = p11 / spread, p12 / spread
        level = level + k1 * off
        slope = slope + k2 * off
        p22 = p22 - k2 * p12
        p12 = p12 - k1 * p12
        p11 = p11 - k1 * p11
    return total / len(series)


def simulated(steps):
    """A series as the model has it, and the level behind it."""
    rng = np.random.default_rng(0)
    drift, turn, error = np.exp(TRUE)
    slope = np.cumsum(rng.normal(scale=math.sqrt(turn), size=steps))
    level = np.cumsum(slope + rng.normal(scale=math.sqrt(drift), size=steps))
    return level, level + rng.normal(scale=math.sqrt(error), size=steps)


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


def compare(f, series):
    """Lengths of the series and peaks of each derivative. What is counted is slow to count where
    many numbers live at once: the Hessian has shorter series."""
    steps, start, found = len(series), [-2.0, -6.0, 0.0], {}
    for name, way, most in (("value", f, 1), ("gradient", f.grad, 1), ("Hessian", f.hessian, 10)):
        found[name] = []
        for n in (steps // most // 10, steps // most):
            _, peak, seconds = measured(way, start, series[:n])
            found[name].append((n, peak))
            print(f"{name:10} {n:7,} steps {peak / 1e3:6.1f} kB {seconds * 1e3:7.1f} ms")
    return found


def fit(f, series):
    """Newton's steps from a poor beginning, shortened where they do not help."""
    noise, path = np.array([-2.0, -6.0, 0.0]), []
    for _ in range(30):
        value, gradient = f(noise.tolist(), series), np.array(f.grad(noise.tolist(), series))
        path.append((value, np.linalg.norm(gradient)))
        if path[-1][1] < 1e-9:
            break
        sizes, axes = np.linalg.eigh(np.array(f.hessian(noise.tolist(), series)))
        step = -axes @ ((axes.T @ gradient) / np.maximum(np.abs(sizes), 1e-3))
        step *= min(1.0, 1.0 / np.linalg.norm(step))
        while f((noise + step).tolist(), series) > value and np.linalg.norm(step) > 1e-12:
            step = step / 2
        noise = noise + step
    return noise, path


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    level, seen = simulated(steps)
    series = seen.tolist()
    f = la.compile(surprise, wrt="noise")
    found = compare(f, series)
    noise, h = [-2.0, -6.0, 0.0], 1e-5
    for got, e in zip(f.grad(noise, series), np.eye(3), strict=True):
        ahead, behind = [surprise((noise + s * e).tolist(), series) for s in (h, -h)]
        assert math.isclose(got, (ahead - behind) / (2 * h), rel_tol=1e-6, abs_tol=1e-9)
    noise, path = fit(f, series)
    print(f"\n{len(path)} steps of Newton: surprise {path[0][0]:.4f} to {path[-1][0]:.4f}")
    bars = np.sqrt(np.diag(np.linalg.inv(np.array(f.hessian(noise.tolist(), series)) * steps)))
    for name, one, bar, true in zip(("level", "slope", "measured"), noise, bars, TRUE, strict=True):
        print(f"  {name:9} variance {math.exp(one):10.3g}, true {math.exp(true):8.3g};", end="")
        print(f" its logarithm is off by {(one - true) / bar:5.2f} standard errors")
        assert abs(one - true) < 4 * bar
    plot(level, seen, path, found)


def plot(level, seen, path, found):
    """The series, Newton's steps, and peaks over the length."""
    try:
        import matplotlib
    except ImportError:
        print("\nno plot: matplotlib is not installed (pip install '.[plot]')")
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, (left, middle, right) = pyplot.subplots(1, 3, figsize=(14, 4.2), layout="constrained")
    left.plot(seen[:600], ".", ms=2, color="#bbbbbb", label="measured")
    left.plot(level[:600], color="#3b6ea5", label="level")
    left.set(xlabel="step", title="The first 600 steps")
    left.legend(frameon=False)
    middle.semilogy([size for _, size in path], "o-", color="#3b6ea5")
    middle.set(xlabel="step of Newton", title="Length of the gradient")
    lines = [("s--", "#444444"), ("o-", "#3b6ea5"), ("o-", "#e0a526")]
    for (name, peaks), (style, color) in zip(found.items(), lines, strict=True):
        counts, sizes = zip(*peaks, strict=True)
        sizes = [size / 1e3 for size in sizes]
        right.semilogx(counts, sizes, style, color=color, label=name, mfc="none")
    right.set(xlabel="steps of the filter", ylabel="peak, kB", title="Memory of one call")
    right.set_ylim(0.0, 4.0)
    right.legend(frameon=False)
    for axes in (left, middle, right):
        axes.spines[["top", "right"]].set_visible(False)
    target = Path("kalman_long.png")
    figure.savefig(target, dpi=110)
    print(f"\nwrote {target}")


if __name__ == "__main__":
    main()
