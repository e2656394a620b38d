"""Newton's method with an exact Hessian: how many beetles a dose of carbon disulphide kills.

The log-likelihood of a logistic dose-response curve is maximised; the inverse of the Hessian there
gives the standard errors. Data: C. I. Bliss (1935), The calculation of the dosage-mortality curve,
Annals of Applied Biology 22, 134-167. Estimates to compare with: A. J. Dobson (2002), An
Introduction to Generalized Linear Models, 2nd edition, section 7.3.
"""

import numpy as np
from scipy.optimize import minimize

import lazyad as la

DOSE = np.array([1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.8610, 1.8839])  # log10 mg/l
BEETLES = np.array([59, 60, 62, 56, 63, 59, 62, 60])
KILLED = np.array([6, 13, 18, 28, 52, 53, 61, 60])
ESTIMATES, ERRORS = [-60.717, 34.270], [5.18, 2.91]  # as published


@la.compile
def loss(b):
    """The negative log-likelihood; the odds of being killed are exp(b0 + b1 dose)."""
    odds = b[0] + b[1] * DOSE
    return np.sum(BEETLES * np.logaddexp(0.0, odds) - KILLED * odds)


value_and_grad = la.value_and_grad(loss)
hessian = la.hessian(loss)


def newton(b):
    """Newton's method; prints each step."""
    print("step   b0                  b1                 loss              |gradient|  |step|")
    sizes = []
    for k in range(20):
        value, gradient = value_and_grad(b)
        step = -np.linalg.solve(hessian(b), gradient)
        sizes.append(np.linalg.norm(step))
        print(f"{k:4}  {b[0]:18.14f}  {b[1]:18.14f}  {value:.13f}", end="")
        print(f"  {np.linalg.norm(gradient):8.1e}  {sizes[-1]:8.1e}")
        if sizes[-1] < 1e-10 * np.linalg.norm(b):
            break
        b = b + step
    return b, sizes


def main():
    start = np.zeros(2)
    b, sizes = newton(start)
    errors = np.sqrt(np.diag(np.linalg.inv(hessian(b))))
    print("\nestimates", *(f"{x:.3f} ± {e:.3f}" for x, e in zip(b, errors, strict=True)), sep="  ")
    print("published", *(f"{x} ± {e}" for x, e in zip(ESTIMATES, ERRORS, strict=True)), sep="  ")
    print(f"\n{'method':24} steps  losses  gradients  Hessians  distance from Newton's")
    for method, more in [
        ("BFGS", {"jac": la.grad(loss)}),
        ("BFGS", {}),
        ("trust-exact", {"jac": la.grad(loss), "hess": hessian}),
    ]:
        found = minimize(loss, start, method=method, **more)
        how = f"{method}, {'emitted' if more else 'differences'}"
        away, hessians = np.linalg.norm(found.x - b), found.get("nhev", 0)
        print(f"{how:24} {found.nit:5}  {found.nfev:6}  {found.njev:9}  {hessians:8}  {away:.0e}")
    counts = len(sizes) - 1, len(sizes), len(sizes), len(sizes)
    print("{:24} {:5}  {:6}  {:9}  {:8}".format("Newton, emitted", *counts))
    assert sizes[-2] < 0.1 * sizes[-3] ** 2  # quadratic, until rounding
    assert np.allclose(b, ESTIMATES, atol=5e-4)
    assert np.allclose(errors, ERRORS, atol=5e-3)
    print("\nthe first lines of the Hessian's kernel:\n")
    print("\n".join(hessian.source.splitlines()[:18]))


if __name__ == "__main__":
    main()
