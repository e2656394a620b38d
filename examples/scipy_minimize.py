"""scipy.optimize.minimize with an exact gradient: the icosahedron of thirteen atoms.

The energy of a Lennard-Jones cluster is a sum over pairs of atoms, written here with arrays. For
thirteen atoms the least energy is -44.326801 in units of the pair's depth: M. R. Hoare and P. Pal
(1971), Physical cluster mechanics, Advances in Physics 20, 161-196; the digits are those of
D. J. Wales and J. P. K. Doye (1997), Journal of Physical Chemistry A 101, 5111-5116.
"""

import numpy as np
from scipy.optimize import minimize

import lazyad as la

ATOMS = 13
FIRST, SECOND = np.triu_indices(ATOMS, 1)  # every pair once


@la.compile
def energy(coordinates):
    """The sum of 4 (r⁻¹² - r⁻⁶) over all pairs of atoms."""
    atoms = coordinates.reshape(ATOMS, 3)
    apart = atoms[FIRST] - atoms[SECOND]
    r6 = np.sum(apart**2, axis=1) ** -3
    return 4 * np.sum(r6**2 - r6)


def gradient(coordinates):
    """The slope along each coordinate."""
    return np.array([energy.jvp((coordinates,), (e,))[1] for e in np.eye(coordinates.size)])


def start():
    """One atom amid twelve, each of them pushed off its corner of an icosahedron."""
    golden = (1 + 5**0.5) / 2
    corners = [np.roll([0, a, b * golden], k) for a in (1, -1) for b in (1, -1) for k in range(3)]
    corners = np.array([[0.0, 0.0, 0.0], *corners]) / np.hypot(1, golden)
    push = np.sin(np.arange(3.0 * ATOMS) ** 2).reshape(ATOMS, 3)
    return (1.2 * corners + 0.25 * push).ravel()


def main():
    x0 = start()
    print(f"energy at the start {energy(x0):12.6f}")
    for how, jac in [("exact gradient", gradient), ("finite differences", None)]:
        found = minimize(energy, x0, jac=jac, method="BFGS", options={"gtol": 1e-7})
        print(f"{how:18} {found.fun:13.9f} after {found.nit} steps: {found.nfev} energies", end="")
        print(f", {found.njev} gradients, largest slope left {np.abs(gradient(found.x)).max():.0e}")
        print(found.message)
        if jac:
            assert abs(found.fun + 44.326801) < 1e-6


if __name__ == "__main__":
    main()
