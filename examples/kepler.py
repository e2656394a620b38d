"""How a Kepler orbit answers to a push: the sensitivity of its path to the initial velocity.

Leapfrog integration of r'' = -r/|r|³ (kick-drift-kick), 300 steps traced into one kernel. The
tangent along (vx, vy) is where each point of the path moves per unit of initial velocity.
"""

from pathlib import Path

import lazyad as la

STEPS, DT = 300, 0.04


@la.compile(wrt=("vx", "vy"))
def path(vx, vy):
    """Positions (x, y) after each step, from (1, 0) with velocity (vx, vy)."""
    x, y = 1.0, 0.0
    positions = []
    for _ in range(STEPS):
        pull = DT / 2 / la.hypot(x, y) ** 3
        vx, vy = vx - pull * x, vy - pull * y
        x, y = x + DT * vx, y + DT * vy
        pull = DT / 2 / la.hypot(x, y) ** 3
        vx, vy = vx - pull * x, vy - pull * y
        positions.append((x, y))
    return positions


def main():
    positions, moved = path.jvp((0.0, 1.2), (0.0, 1.0))
    print(f"{path.graph.operations.total()} operations in {len(path.source.splitlines())} lines")
    print("the first lines of the kernel:\n")
    print("\n".join(path.source.splitlines()[:24]))
    h = 1e-5
    up, down = path(0.0, 1.2 + h), path(0.0, 1.2 - h)
    print("\n  step   x        y        dx/dvy     dy/dvy     central differences")
    for k in range(49, STEPS, 50):
        (x, y), (dx, dy) = positions[k], moved[k]
        fx, fy = ((a - b) / (2 * h) for a, b in zip(up[k], down[k], strict=True))
        print(f"  {k + 1:4}  {x:8.4f} {y:8.4f} {dx:10.5f} {dy:10.5f}   ({fx:10.5f} {fy:10.5f})")
    plot(positions, moved)


def plot(positions, moved):
    """The orbit, and where a push of 0.02 in vy moves it: by its tangent, and in truth."""
    try:
        import matplotlib
    except ImportError:
        print("\nno plot: matplotlib is not installed (pip install '.[plot]')")
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    push = 0.02
    figure, axes = pyplot.subplots(figsize=(7, 5.2), layout="constrained")
    axes.plot(*zip(*positions, strict=True), color="#3b6ea5", label="orbit, v = (0, 1.2)")
    truth = path(0.0, 1.2 + push)
    axes.plot(
        *zip(*truth, strict=True), color="#c85a3c", lw=1, label=f"orbit, v = (0, {1.2 + push})"
    )
    for k in range(9, STEPS, 10):
        (x, y), (dx, dy) = positions[k], moved[k]
        axes.plot([x, x + push * dx], [y, y + push * dy], color="#444444", lw=0.8)
    axes.plot([], [], color="#444444", lw=0.8, label=f"{push} × tangent")
    axes.plot(0, 0, "o", color="#e0a526", ms=10)
    axes.set(aspect="equal", xlabel="x", ylabel="y", title="A Kepler orbit and its sensitivity")
    axes.legend(loc="lower right")
    target = Path("kepler.png")
    figure.savefig(target, dpi=150)
    print(f"\nwrote {target}")


if __name__ == "__main__":
    main()
