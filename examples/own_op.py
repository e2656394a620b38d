"""An op of one's own: the Planck function x³/(exp(x) - 1), with a partial that is right at 0 too.

`value` is written with other ops, so the op lowers to any target; its partial reuses `out`.
"""

import lazyad as la

planck = la.op(
    "planck",
    lambda x: la.where(x == 0, 0.0, x**3 / la.expm1(x)),
    lambda out, x: (la.where(x == 0, 0.0, out * (3 / x - 1 - 1 / la.expm1(x))),),
    domain=(0.1, 20),
    doc="x**3 / (exp(x) - 1), and 0 at 0.",
)


@la.compile
def spectrum(x):
    """Black-body spectral radiance at x = h nu / (k T), up to a factor."""
    return planck(x)


def main():
    print(spectrum.source)
    low, high = 1.0, 5.0
    while high - low > 1e-12:  # the spectrum is steepest up below its peak
        middle = (low + high) / 2
        _, slope = spectrum.jvp((middle,), (1.0,))
        low, high = (middle, high) if slope > 0 else (low, middle)
    print(f"the spectrum peaks at x = {low:.10f} (Wien's displacement law: 2.8214393721)")


if __name__ == "__main__":
    main()
