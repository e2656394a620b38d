"""scipy.optimize.least_squares with an exact Jacobian: two fits whose result NIST certifies.

Data, models, starting points and certified values: NIST Statistical Reference Datasets, nonlinear
regression (https://www.itl.nist.gov/div898/strd/nls/nls_main.shtml). Misra1a is the adsorption of
a gas (D. Misra, 1978); MGH09 is the rate of an enzyme (J. S. Kowalik and M. R. Osborne, 1968).
"""

import math

import numpy as np
from scipy.optimize import least_squares

import lazyad as la

PRESSURE, VOLUME = np.array(
    [
        (77.6, 10.07),
        (114.9, 14.73),
        (141.1, 17.94),
        (190.8, 23.93),
        (239.9, 29.61),
        (289.0, 35.18),
        (332.8, 40.02),
        (378.4, 44.82),
        (434.8, 50.76),
        (477.3, 55.05),
        (536.8, 61.01),
        (593.1, 66.40),
        (689.1, 75.47),
        (760.0, 81.78),
    ]
).T
DOSE, RATE = np.array(
    [
        (4.0, 0.1957),
        (2.0, 0.1947),
        (1.0, 0.1735),
        (0.5, 0.16),
        (0.25, 0.0844),
        (0.167, 0.0627),
        (0.125, 0.0456),
        (0.1, 0.0342),
        (0.0833, 0.0323),
        (0.0714, 0.0235),
        (0.0625, 0.0246),
    ]
).T


@la.compile
def misra1a(b):
    """The adsorbed volume: the model less what was measured."""
    return b[0] * (1 - np.exp(-b[1] * PRESSURE)) - VOLUME


@la.compile
def mgh09(b):
    """The rate of reaction: the model less what was measured."""
    return b[0] * (DOSE**2 + DOSE * b[1]) / (DOSE**2 + DOSE * b[2] + b[3]) - RATE


# Starting point, parameters and sum of squares.
CERTIFIED = {
    misra1a: ([250.0, 0.0005], [238.94212918, 5.5015643181e-4], 0.12455138894),
    mgh09: (
        [0.25, 0.39, 0.415, 0.39],
        [0.19280693458, 0.19128232873, 0.12305650693, 0.13606233068],
        3.0750560385e-4,
    ),
}


def fit(residual, start, parameters, squares):
    """Fit with either Jacobian, beside what is certified."""
    calls = []

    def counted(b):
        calls.append(b)
        return residual(b)

    until = {"x_scale": "jac", "xtol": 1e-10, "ftol": None, "gtol": None}
    exact = least_squares(residual, start, jac=la.jacobian(residual), **until)
    rough = least_squares(counted, start, **until)
    print(f"{residual.__name__:13} {'certified':17} {'exact Jacobian':17} finite differences")
    for k, value in enumerate(parameters):
        print(f"  {f'b{k + 1}':11} {value:<17.11g} {exact.x[k]:<17.11g} {rough.x[k]:.11g}")
    print(f"  {'squares':11} {squares:<17.11g} {2 * exact.cost:<17.11g} {2 * rough.cost:.11g}")
    right = digits(exact.x, parameters), digits(rough.x, parameters)
    print(f"  {'right digits':29} {right[0]:<17.1f} {right[1]:.1f}")
    print(f"  {'residuals':29} {exact.nfev:<17} {len(calls)}")
    print(f"  {'Jacobians':29} {exact.njev:<17} {rough.njev}, of residuals\n")
    assert right[0] > 6
    assert math.isclose(2 * exact.cost, squares, rel_tol=1e-9)


def digits(found, certified):
    """How many decimal digits of the worst parameter are right."""
    pairs = zip(found, certified, strict=True)
    return -math.log10(max(abs(got / want - 1) for got, want in pairs))


def main():
    for residual, certified in CERTIFIED.items():
        fit(residual, *certified)


if __name__ == "__main__":
    main()
