"""Newton's method with an exact derivative: the friction factor of a pipe (Colebrook, 1939).

1/sqrt(f) = -2 log10(eps/3.7 + 2.51/(Re sqrt(f))); eps is the relative roughness, Re the Reynolds
number.
"""

import lazyad as la


@la.compile(wrt="f")
def colebrook(f, reynolds, roughness):
    """Zero at the Darcy friction factor f."""
    s = la.sqrt(f)
    return 1 / s + 2 * la.log10(roughness / 3.7 + 2.51 / (reynolds * s))


def friction_factor(reynolds, roughness):
    """The friction factor, and each step's residual."""
    f, residuals = 0.02, []
    while not residuals or abs(residuals[-1]) > 1e-13:
        value, slope = colebrook.jvp((f, reynolds, roughness), (1.0,))
        residuals.append(value)
        f -= value / slope
    return f, residuals


def main():
    print(colebrook.source)
    for reynolds, roughness in [(1e4, 0.0), (1e5, 1e-4), (1e7, 0.01)]:
        f, residuals = friction_factor(reynolds, roughness)
        steps = ", ".join(f"{value:.1e}" for value in residuals)
        print(f"Re = {reynolds:.0e}, eps/D = {roughness}: f = {f:.8f}  (residuals {steps})")


if __name__ == "__main__":
    main()
