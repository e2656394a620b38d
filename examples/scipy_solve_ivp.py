"""scipy.integrate.solve_ivp with an exact Jacobian: Robertson's stiff reaction.

H. H. Robertson (1966), The solution of a set of reaction rate equations, Academic Press, 178-182.
The solution at the end is the reference of F. Mazzia and C. Magherini (2008), Test Set for Initial
Value Problem Solvers, release 2.4, problem ROBER.
"""

import numpy as np
from scipy.integrate import solve_ivp

import lazyad as la

END, REFERENCE = 1e11, [2.083340149701255e-8, 8.333360770334713e-14, 0.9999999791665050]


@la.compile
def robertson(t, y):
    """The rates of three substances; the constants differ by a factor of 10⁹."""
    a, b, c = y
    slow = 0.04 * a
    fast = 1e4 * b * c
    fastest = 3e7 * b**2
    return np.array([fast - slow, slow - fast - fastest, fastest])


jacobian = la.jacobian(robertson, wrt="y")


def main():
    calls = []

    def counted(t, y):
        calls.append(t)
        return robertson(t, y)

    start, within = [1.0, 0.0, 0.0], {"rtol": 1e-8, "atol": 1e-20}
    for method in ("Radau", "BDF"):
        exact = solve_ivp(robertson, (0, END), start, method, jac=jacobian, **within)
        calls.clear()
        rough = solve_ivp(counted, (0, END), start, method, **within)
        print(f"{method:15} {'reference':18} {'exact Jacobian':18} finite differences")
        for name, value, one, other in zip("abc", REFERENCE, exact.y, rough.y, strict=True):
            print(f"  {name:13} {value:<18.10e} {one[-1]:<18.10e} {other[-1]:.10e}")
        print(f"  {'rates':32} {exact.nfev:<18} {len(calls)}")
        print(f"  {'Jacobians':32} {exact.njev:<18} {rough.njev}, of rates")
        print(f"  {'steps':32} {exact.t.size - 1:<18} {rough.t.size - 1}\n")
        assert exact.success
        assert np.allclose(exact.y[:, -1], REFERENCE, rtol=1e-6, atol=0)
    print(jacobian.source)


if __name__ == "__main__":
    main()
