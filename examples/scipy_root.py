"""scipy.optimize.root with an exact Jacobian: what is left where propane burnt.

The chemical equilibrium of propane in air, reduced to five equations in five unknowns:
K. Meintjes and A. P. Morgan (1990), Chemical equilibrium systems as numerical test problems,
ACM Transactions on Mathematical Software 16(2), 143-151. One solution has no negative unknown.
"""

import math

import numpy as np
from scipy.optimize import root

import lazyad as la

PRESSURE, AIR = 40.0, 10.0  # atmospheres; air in proportion to fuel
R5, R6, R7 = 0.193, 0.002597 / math.sqrt(PRESSURE), 0.003448 / math.sqrt(PRESSURE)
R8, R9, R10 = 1.799e-5 / PRESSURE, 2.155e-4 / math.sqrt(PRESSURE), 3.846e-5 / PRESSURE

SOLUTION = [0.003114102265, 34.59792453, 0.06504177870, 0.8593780506, 0.03695185914]


@la.compile
def combustion(y):
    """How far the elements are from being balanced, and the pressure from its value."""
    y0, y1, y2, y3, y4 = y
    mixed = y1 * (y2**2 + R7 * y2 + R9 * y3 + R8)
    carbon = y0 * y1 + y0 - 3 * y4
    oxygen = 2 * y0 * y1 + y0 + 2 * R10 * y1**2 + mixed - AIR * y4
    hydrogen = 2 * y1 * y2**2 + R7 * y1 * y2 + 2 * R5 * y2**2 + R6 * y2 - 8 * y4
    nitrogen = R9 * y1 * y3 + 2 * y3**2 - 4 * AIR * y4
    pressure = y0 * y1 + y0 + R10 * y1**2 + mixed + R5 * y2**2 + R6 * y2 + y3**2 - 1
    return np.array([carbon, oxygen, hydrogen, nitrogen, pressure])


jacobian = la.jacobian(combustion)


def main():
    start = [0.01, 10.0, 0.1, 0.5, 0.1]
    exact = root(combustion, start, jac=jacobian)
    rough = root(combustion, start)
    print(f"{'published':16} {'exact Jacobian':16} finite differences")
    for value, one, other in zip(SOLUTION, exact.x, rough.x, strict=True):
        print(f"{value:<16.10g} {one:<16.10g} {other:.10g}")
    print(f"{'residuals':16} {f'{exact.nfev} + {exact.njev} Jacobians':16} {rough.nfev}\n")
    assert exact.success
    assert np.allclose(exact.x, SOLUTION, rtol=1e-8, atol=0)
    print(jacobian.source)


if __name__ == "__main__":
    main()
