"""scipy.optimize.minimize with exact derivatives: thirteen atoms find their icosahedron.

The energy of a Lennard-Jones cluster is a sum over pairs of atoms, written here with arrays. Its
least value, in units of the depth of one pair, is that of D. J. Wales and J. P. K. Doye (1997),
Journal of Physical Chemistry A 101, 5111-5116.
"""

import numpy as np
from scipy.optimize import minimize

import lazyad as la

ATOMS, LEAST = 13, -44.326801
FIRST, SECOND = np.triu_indices(ATOMS, 1)  # every pair once


@la.compile
def energy(coordinates):
    """The sum of 4 (r⁻¹² - r⁻⁶) over all pairs of atoms, r apart."""
    atoms = coordinates.reshape(ATOMS, 3)
    apart = atoms[FIRST] - atoms[SECOND]
    attraction = np.sum(apart**2, axis=1) ** -3
    return 4 * np.sum(attraction**2 - attraction)


gradient = la.grad(energy)


def curvature(coordinates, direction):
    """The Hessian times a direction; no Hessian is formed."""
    return energy.hvp((coordinates,), (direction,))


def start():
    """One atom amid twelve, all of them pushed off the corners of an icosahedron."""
    golden = (1 + 5**0.5) / 2
    corners = [(0.0, a, b * golden) for a in (1, -1) for b in (1, -1)]
    corners = [np.roll(corner, k) for corner in corners for k in range(3)]
    atoms = np.array([np.zeros(3), *corners]) * 1.15 / np.hypot(1, golden)
    return atoms.ravel() + 0.1 * np.sin(np.arange(atoms.size) ** 2)


def main():
    x0 = start()
    print(f"energy at the start {energy(x0):.6f}; the least, as published: {LEAST}")
    for how, more in [
        ("exact gradient", {"jac": gradient}),
        ("finite differences", {}),
        ("Hessian times vector", {"method": "trust-krylov", "jac": gradient, "hessp": curvature}),
    ]:
        found = minimize(energy, x0, options={"gtol": 1e-6}, **more)
        print(f"\n{how}: {found.message}")
        print(f"  {found.nfev} energies and {found.njev} gradients for {found.nit} steps")
        print(f"  energy {found.fun:.6f}, steepest slope {abs(gradient(found.x)).max():.0e}")
        assert abs(found.fun - LEAST) < 1e-6
    lines = len(gradient.source.splitlines())
    print(f"\nthe gradient: {gradient.graph.operations.total()} operations in {lines} lines")


if __name__ == "__main__":
    main()
