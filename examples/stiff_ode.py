"""A stiff ODE with an emitted sparse Jacobian, beside finite differences: polluted air.

POLLU, 25 reactions among 20 substances: J. G. Verwer (1994), Gauss-Seidel iteration for stiff ODEs
from chemical kinetics, SIAM Journal on Scientific Computing 15, 1243-1250. Constants and the
solution after 60 minutes are those of F. Mazzia and C. Magherini (2008), Test Set for Initial Value
Problem Solvers, release 2.4. Then the same air in a column of 20 boxes that mix with their
neighbours, as models of the atmosphere have it. The plot goes to stiff_ode.png.
"""

import os
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ["OMP_NUM_THREADS"] = "1"  # dense LU on several threads has times of chance

try:
    import numpy as np
    from scipy.integrate import solve_ivp
except ImportError:
    print("nothing to solve with: SciPy is not installed (pip install '.[scipy]')")
    raise SystemExit from None

import lazyad as la

SUBSTANCES, BOXES, END, RUNS = 20, 20, 60.0, 3
MIXING = np.full(SUBSTANCES, 0.5)  # per minute, between neighbouring boxes
START = np.zeros(SUBSTANCES)
START[[1, 3, 6, 7, 8, 16]] = 0.2, 0.04, 0.1, 0.3, 0.01, 0.007
REFERENCE = [
    *(0.5646255480022769e-1, 0.1342484130422339, 0.4139734331099427e-8, 0.5523140207484359e-2),
    *(0.2018977262302196e-6, 0.1464541863493966e-6, 0.7784249118997964e-1, 0.3245075353396018),
    *(0.7494013383880406e-2, 0.1622293157301561e-7, 0.1135863833257075e-7, 0.2230505975721359e-2),
    *(0.2087162882798630e-3, 0.1396921016840158e-4, 0.8964884856898295e-2, 0.4352846369330103e-17),
    *(0.6899219696263405e-2, 0.1007803037365946e-3, 0.1772146513969984e-5, 0.5682943292316392e-4),
]


def pollu(t, y):
    """The rate of change of each substance, in parts per million and minute."""
    no2, no, o3p, o3, ho2, oh, hcho, _co, ald, meo2 = y[:10]
    c2o3, _co2, pan, ch3o, _hno3, o1d, so2, _so4, no3, n2o5 = y[10:]
    r1 = 0.35 * no2
    r2 = 26.6 * no * o3
    r3 = 1.23e4 * ho2 * no
    r4 = 8.6e-4 * hcho
    r5 = 8.2e-4 * hcho
    r6 = 1.5e4 * hcho * oh
    r7 = 1.3e-4 * ald
    r8 = 2.4e4 * ald * oh
    r9 = 1.65e4 * c2o3 * no
    r10 = 9e3 * c2o3 * no2
    r11 = 0.022 * pan
    r12 = 1.2e4 * meo2 * no
    r13 = 1.88 * ch3o
    r14 = 1.63e4 * no2 * oh
    r15 = 4.8e6 * o3p
    r16 = 3.5e-4 * o3
    r17 = 0.0175 * o3
    r18 = 1e8 * o1d
    r19 = 4.44e11 * o1d
    r20 = 1240.0 * so2 * oh
    r21 = 2.1 * no3
    r22 = 5.78 * no3
    r23 = 0.0474 * no2 * o3
    r24 = 1780.0 * no3 * no2
    r25 = 3.12 * n2o5
    return np.array(
        [
            r2 + r3 + r9 + r11 + r12 + r22 + r25 - r1 - r10 - r14 - r23 - r24,
            r1 + r21 - r2 - r3 - r9 - r12,
            r1 + r17 + r19 + r22 - r15,
            r15 - r2 - r16 - r17 - r23,
            2 * r4 + r6 + r7 + r13 + r20 - r3,
            r3 + 2 * r18 - r6 - r8 - r14 - r20,
            r13 - r4 - r5 - r6,
            r4 + r5 + r6 + r7,
            -r7 - r8,
            r7 + r9 - r12,
            r8 + r11 - r9 - r10,
            r9,
            r10 - r11,
            r12 - r13,
            r14,
            r16 - r18 - r19,
            -r20,
            r20,
            r23 + r25 - r21 - r22 - r24,
            r24 - r25,
        ]
    )


def column(t, y):
    """The same in each of the boxes, which exchange air with the box above and the one below."""
    air = y.reshape(SUBSTANCES, BOXES)
    flow = MIXING[:, None] * (air[:, 1:] - air[:, :-1])
    rate = pollu(t, air)
    rate[:, :-1] += flow
    rate[:, 1:] -= flow
    return rate.ravel()


def solve(rates, start, **jac):
    """The solution, how many rates it took (those of finite differences too), and the seconds."""
    calls = []

    def counted(t, y):
        calls.append(t)
        return rates(t, y)

    begin = perf_counter()
    solution = solve_ivp(counted, (0, END), start, "BDF", rtol=1e-6, atol=1e-12, **jac)
    return solution, len(calls), perf_counter() - begin


def compare(rates, start):
    """Solve in four ways; a dict of (solution, rates, time over that of the first way)."""
    sparse = la.jacobian(rates, wrt="y", sparse=True)
    dense = la.jacobian(rates, wrt="y")
    assert np.array_equal(sparse(0.0, start).toarray(), dense(0.0, start))  # and both are compiled
    pattern = sparse.sparsity.matrix()
    ways = {
        "emitted, sparse": {"jac": sparse},
        "emitted, dense": {"jac": dense},
        "differences, sparse": {"jac_sparsity": pattern},
        "differences, dense": {},
    }
    # Interleaved, so that what else the machine does falls on all of them alike.
    runs = [{way: solve(rates, start, **jac) for way, jac in ways.items()} for _ in range(RUNS)]
    seconds = {way: median(run[way][2] for run in runs) for way in ways}
    found = {}
    print(f"\n{rates.__name__}: {pattern.nnz} of {start.size**2} entries are no structural zeros")
    print(f"  {'Jacobian':20} steps  rates  Jacobians   LU   time")
    for way, (solution, count, _) in runs[0].items():
        time = seconds[way] / seconds["emitted, sparse"]
        found[way] = solution, count, time
        print(f"  {way:20} {solution.t.size - 1:5}  {count:5}", end="")
        print(f"  {solution.njev:9}  {solution.nlu:3}  {time:5.2f}")
        assert solution.success
    return found


def main():
    box = compare(pollu, START)
    print("  the worst substance at the end, relative to the reference:")
    for way, (solution, _, _) in box.items():
        error = np.max(np.abs(solution.y[:, -1] / REFERENCE - 1))
        print(f"  {way:20} {error:.1e}")
        assert error < 1e-5
    jacobian = la.jacobian(pollu, wrt="y")
    tight = solve_ivp(pollu, (0, END), START, "Radau", rtol=1e-10, atol=1e-20, jac=jacobian)
    error = np.max(np.abs(tight.y[:, -1] / REFERENCE - 1))
    print(f"  {'within 1e-10':20} {error:.1e} (Radau, {tight.t.size - 1} steps)")
    assert error < 1e-10
    fresh = np.linspace(1.0, 0.2, BOXES)  # the higher, the cleaner
    boxes = compare(column, np.outer(START, fresh).ravel())
    ends = [solution.y[:, -1] for solution, _, _ in boxes.values()]
    for end in ends:
        assert np.allclose(end, ends[0], rtol=1e-4, atol=1e-11)
    assert boxes["emitted, sparse"][1] < boxes["differences, sparse"][1]
    plot(box, boxes)


def plot(box, boxes):
    """The steps over time, and what each way costs."""
    try:
        import matplotlib
    except ImportError:
        print("\nno plot: matplotlib is not installed (pip install '.[plot]')")
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    colors = dict(zip(box, ["#3b6ea5", "#8fb3d9", "#c85a3c", "#e8b09c"], strict=True))
    figure, (left, middle, right) = pyplot.subplots(
        1, 3, figsize=(14, 4.4), width_ratios=[1, 1.3, 1], layout="constrained"
    )
    for width, (way, (solution, _, _)) in zip([8, 5.5, 3, 1], box.items(), strict=True):
        left.loglog(solution.t[1:], np.diff(solution.t), color=colors[way], lw=width, label=way)
    left.set(xlabel="time, minutes", ylabel="step, minutes", title="Steps of BDF, one box")
    left.legend(title="Jacobian", frameon=False)
    places = np.arange(4)
    for k, (way, (solution, rates, _)) in enumerate(boxes.items()):
        counts = [solution.t.size - 1, rates, solution.njev, solution.nlu]
        bars = middle.bar(places + 0.21 * (k - 1.5), counts, 0.2, color=colors[way], label=way)
        middle.bar_label(bars, fontsize=8, padding=1)
    middle.set_xticks(places, ["steps", "rates", "Jacobians", "LU"])
    middle.set(yscale="log", ylim=(5, 8000), title=f"Counts, {BOXES} boxes", xlim=(-0.6, 3.6))
    for k, way in enumerate(box):
        times = box[way][2], boxes[way][2]
        bars = right.bar(places[:2] + 0.21 * (k - 1.5), times, 0.2, color=colors[way], label=way)
        right.bar_label(bars, fmt="%.2f", fontsize=8, padding=1)
    right.set_xticks(places[:2], ["one box, 20 unknowns", f"{BOXES} boxes, {BOXES * 20}"])
    right.set(
        ylabel="time / that of emitted, sparse",
        ylim=(0, 1.5 * max(way[2] for way in boxes.values())),
    )
    right.set(title=f"Time, median of {RUNS} runs")
    right.legend(title="Jacobian", frameon=False, loc="upper left", ncols=2)
    for axes in (left, middle, right):
        axes.spines[["top", "right"]].set_visible(False)
    target = Path("stiff_ode.png")
    figure.savefig(target, dpi=150)
    print(f"\nwrote {target}")


if __name__ == "__main__":
    main()
