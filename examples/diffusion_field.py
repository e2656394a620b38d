"""Where did the heat come from? A field of 64x64 numbers, 400 steps, and five unknown numbers.

A source at an unknown place, of unknown strength and width, warms a plate whose conductivity is
unknown; after 400 steps the plate is measured, with noise. Gauss-Newton wants the Jacobian of the
whole field in five numbers: five directions of forward mode through all steps, and nothing of them
kept. Reverse mode gives the gradient of one number, the misfit, and keeps what the steps carry, or
with checkpoints one of every root of them. The table has the peak (`tracemalloc`) and time of each;
the Jacobian is compared with central differences. `python diffusion_field.py 128 1600` takes a
larger plate and more steps. The plot goes to diffusion_field.png.
"""

import sys
import tracemalloc
from pathlib import Path
from time import process_time

import numpy as np

import lazyad as la

NAMES = ("x", "y", "strength", "width", "conductivity")
TRUE, GUESS = np.array([0.62, 0.36, 3.0, 0.08, 0.9]), np.array([0.45, 0.55, 2.0, 0.12, 0.6])
NOISE = 2e-3


def fields(side, steps, checkpoints=True):
    """field(unknown): the plate after so many steps, its edge kept at 0."""
    places = np.linspace(0.0, 1.0, side)
    step = 0.2  # of what is still stable

    def field(unknown):
        x, y, strength, width, conductivity = (unknown[k] for k in range(5))
        apart = (places[:, None] - y) ** 2 + (places[None, :] - x) ** 2
        source = strength / steps * np.exp(-0.5 * apart / width**2)

        def warmed(heat, _):
            inner = heat[1:-1, 1:-1]
            around = heat[:-2, 1:-1] + heat[2:, 1:-1] + heat[1:-1, :-2] + heat[1:-1, 2:]
            change = conductivity * step * (around - 4.0 * inner)
            return np.pad(inner + change + source[1:-1, 1:-1], 1), None

        start = np.zeros((side, side))
        return la.scan(warmed, start, length=steps, checkpoints=checkpoints)[0]

    return field


def misfits(field):
    """misfit(unknown, seen): half the squares of what the field is off by."""

    def misfit(unknown, seen):
        off = field(unknown) - seen
        return 0.5 * (off * off).sum()

    return la.compile(misfit, target="array", wrt="unknown")


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


def compare(side, steps, seen):
    """Peak and time of each way to the gradient of the misfit; all agree."""
    every = np.eye(5)
    own = la.compile(fields(side, steps), target="array")

    def forward(unknown):
        heat, tangents = own.jvp((unknown,), (every,))
        return np.tensordot(tangents, heat - seen, 2)

    def one_by_one(unknown):
        pairs = [own.jvp((unknown,), (e,)) for e in every]
        return np.array([np.vdot(tangent, heat - seen) for heat, tangent in pairs])

    kept, marked = (misfits(fields(side, steps, how)) for how in (False, True))
    ways = {
        "value": own,
        "forward, 5 at once": forward,
        "forward, one by one": one_by_one,
        "reverse, every step kept": lambda unknown: kept.grad(unknown, seen),
        "reverse, checkpoints": lambda unknown: marked.grad(unknown, seen),
    }
    print(f"{side}x{side} numbers, {steps} steps       peak, MB      s")
    found, exact = {}, None
    for name, way in ways.items():
        result, peak, seconds = measured(way, GUESS)
        found[name] = peak
        print(f"  {name:26} {peak / 1e6:12.2f} {seconds:6.2f}")
        if name != "value":
            exact = result if exact is None else exact
            assert np.allclose(result, exact, rtol=1e-9)
    return own, found


def fit(own, seen):
    """Gauss-Newton with the damping of Levenberg and Marquardt; each unknown and its misfit."""
    unknown, damping, path = GUESS, 1e-2, []
    for _ in range(100):
        heat, tangents = own.jvp((unknown,), (np.eye(5),))
        off, rows = (heat - seen).ravel(), tangents.reshape(5, -1)
        path.append((unknown, 0.5 * off @ off))
        normal = rows @ rows.T
        step = np.linalg.solve(normal + damping * np.diag(np.diag(normal)), -rows @ off)
        after = own(unknown + step) - seen
        better = 0.5 * np.vdot(after, after) < path[-1][1]
        damping = damping * (0.1 if better else 4.0)
        if better:
            unknown = unknown + step
        if np.max(np.abs(step / unknown)) < 1e-8:
            break
    return unknown, path, np.sqrt(np.diag(np.linalg.inv(normal))) * NOISE


def main():
    side, steps = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (64, 400)
    plain = fields(side, steps)
    seen = plain(TRUE) + np.random.default_rng(0).normal(scale=NOISE, size=(side, side))
    own, found = compare(side, steps, seen)
    _, tangents = own.jvp((GUESS,), (np.eye(5),))
    for e, tangent in zip(np.eye(5), tangents, strict=True):
        differences = (plain(GUESS + 1e-6 * e) - plain(GUESS - 1e-6 * e)) / 2e-6
        assert np.allclose(tangent, differences, rtol=1e-6, atol=1e-7)
    unknown, path, bars = fit(own, seen)
    print(f"\n{len(path)} steps of Gauss-Newton: misfit {path[0][1]:.3g} to {path[-1][1]:.3g}")
    for name, one, bar, true in zip(NAMES, unknown, bars, TRUE, strict=True):
        print(f"  {name:13} {one:8.4f}, true {true:6.3f}, one standard error {bar:.5f}")
        assert abs(one - true) < 5 * bar
    plot(own, seen, unknown, path, found)


def plot(own, seen, unknown, path, found):
    """The plate as measured and as found, the way of the source, and the peaks."""
    try:
        import matplotlib
    except ImportError:
        print("\nno plot: matplotlib is not installed (pip install '.[plot]')")
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, (left, middle, right) = pyplot.subplots(
        1, 3, figsize=(14, 4.2), width_ratios=[1, 1, 1.2], layout="constrained"
    )
    for axes, field, title in ((left, seen, "Measured"), (middle, own(unknown), "Found")):
        picture = axes.imshow(field, origin="lower", extent=(0, 1, 0, 1), cmap="magma")
        figure.colorbar(picture, ax=axes, shrink=0.8)
        axes.set(title=title, xticks=(0, 1), yticks=(0, 1))
    way = np.array([one[:2] for one, _ in path])
    middle.plot(way[:, 0], way[:, 1], "o-", color="#7fd1ff", ms=4, lw=1, label="the source's way")
    middle.legend(frameon=False, labelcolor="white", loc="upper left")
    colors = ["#999999", "#3b6ea5", "#8fb3d9", "#c85a3c", "#e0a526"]
    bars = right.barh(list(found), [peak / 1e6 for peak in found.values()], color=colors)
    right.bar_label(bars, fmt="%.2f", padding=2)
    right.invert_yaxis()
    right.set(xlabel="MB", title="Peak", xlim=(0, 1.2e-6 * max(found.values())))
    right.spines[["top", "right"]].set_visible(False)
    target = Path("diffusion_field.png")
    figure.savefig(target, dpi=110)
    print(f"\nwrote {target}")


if __name__ == "__main__":
    main()
