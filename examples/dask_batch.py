"""Values and sensitivities of two million options, chunk by chunk with Dask.

The arrays need not fit into memory, nor on one machine: `f.batch` of Dask's arrays is an array of
Dask's, each chunk of which is a task. What goes to a worker is the compiled graph. With
`distributed.Client("tcp://...")` before `compute`, the tasks run on that cluster.
"""

import math
import sys

import numpy as np

import lazyad as la

try:
    import dask.array as da
    import llvmlite  # noqa: F401
except ImportError as error:
    sys.exit(f'{error}: pip install "<path or URL of lazyad>[dask,native]"')


@la.compile(target="native")
def call(spot, strike, rate, volatility, years):
    """The price of a European call by Black and Scholes."""
    width = volatility * math.sqrt(years)
    high = (math.log(spot / strike) + (rate + volatility**2 / 2) * years) / width

    def normal(z):
        return math.erfc(-z / math.sqrt(2.0)) / 2

    return spot * normal(high) - strike * math.exp(-rate * years) * normal(high - width)


def main():
    """The book's value, and its slopes."""
    count, chunk = 2_000_000, 250_000
    random = da.random.default_rng(1)
    spot, strike = 100.0, random.uniform(60.0, 140.0, count, chunks=chunk)
    volatility = random.uniform(0.1, 0.4, count, chunks=chunk)
    years = random.uniform(0.1, 3.0, count, chunks=chunk)

    value, slopes = call.value_and_grad.batch(spot, strike, 0.03, volatility, years)
    names = ("value", "delta", "strike", "rho", "vega", "years")
    print(f"{count:,} options in {value.numblocks[0]} chunks")
    totals = dict(zip(names, da.compute(*[one.mean() for one in (value, *slopes)]), strict=True))
    for name, total in totals.items():
        print(f"mean {name:7} {total:10.4f}")

    # The slope in the spot is what the difference of two prices comes to.
    step = 1e-3
    up, down = (call.batch(spot + e, strike, 0.03, volatility, years) for e in (step, -step))
    slope = ((up - down) / (2 * step)).mean().compute()
    print(f"by differences {slope:9.4f}")
    assert math.isclose(slope, totals["delta"], rel_tol=1e-6)
    assert np.isfinite([*totals.values()]).all()


if __name__ == "__main__":
    main()
