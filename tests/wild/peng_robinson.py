"""The Peng-Robinson equation of state of a mixture: its pressure and its residual energy.

D.-Y. Peng and D. B. Robinson (1976), A new two-constant equation of state, Industrial and
Engineering Chemistry Fundamentals 15(1), 59-64, with van der Waals' mixing rules. For heavy
components: D. B. Robinson and D.-Y. Peng (1978), Gas Processors Association Research Report 28.
Critical constants and acentric factors: J. M. Smith, H. C. Van Ness and M. M. Abbott,
Introduction to Chemical Engineering Thermodynamics, table B.1. SI units, energies per mole.
"""

import math
from typing import NamedTuple

R = 8.314462618  # J/(mol K)


class Component(NamedTuple):
    name: str
    critical_temperature: float  # K
    critical_pressure: float  # Pa
    acentric_factor: float


MIXTURE = [
    Component("methane", 190.6, 45.99e5, 0.012),
    Component("ethane", 305.3, 48.72e5, 0.100),
    Component("propane", 369.8, 42.48e5, 0.152),
    Component("n-decane", 617.7, 21.10e5, 0.492),
]

# Binary interaction, symmetric, of the size that is fitted to pairs of alkanes.
INTERACTION = [
    [0.0, 0.0, 0.01, 0.04],
    [0.0, 0.0, 0.0, 0.01],
    [0.01, 0.0, 0.0, 0.0],
    [0.04, 0.01, 0.0, 0.0],
]


def kappa(omega):
    """The slope of alpha's root: (18) of 1976, or the cubic of 1978 for heavy components."""
    if omega <= 0.49:
        return 0.37464 + 1.54226 * omega - 0.26992 * omega**2
    return 0.379642 + 1.48503 * omega - 0.164423 * omega**2 + 0.016666 * omega**3


def attraction(component, temperature):
    """a(T) of one component, J m³/mol²: equations (9), (12) and (17)."""
    tc, pc = component.critical_temperature, component.critical_pressure
    alpha = (1 + kappa(component.acentric_factor) * (1 - math.sqrt(temperature / tc))) ** 2
    return 0.45724 * R**2 * tc**2 / pc * alpha


def mixture_parameters(temperature, fractions):
    """(a, b) of the mixture, J m³/mol² and m³/mol: equations (20) to (22)."""
    pure = [attraction(component, temperature) for component in MIXTURE]
    a = 0.0
    for i, x in enumerate(fractions):
        for j, y in enumerate(fractions):
            a += x * y * (1 - INTERACTION[i][j]) * math.sqrt(pure[i] * pure[j])
    b = 0.0
    for component, x in zip(MIXTURE, fractions, strict=True):
        b += x * 0.07780 * R * component.critical_temperature / component.critical_pressure
    return a, b


def pressure(temperature, volume, fractions):
    """Pa, from K, m³/mol and mole fractions: equation (4)."""
    a, b = mixture_parameters(temperature, fractions)
    return R * temperature / (volume - b) - a / (volume * (volume + b) + b * (volume - b))


def residual_helmholtz(temperature, volume, fractions):
    """A minus the ideal gas's at the same T, v and x, J/mol: equation (4), integrated over v."""
    a, b = mixture_parameters(temperature, fractions)
    root2 = math.sqrt(2)
    repulsion = -R * temperature * math.log(1 - b / volume)
    ratio = (volume + (1 + root2) * b) / (volume + (1 - root2) * b)
    return repulsion - a / (2 * root2 * b) * math.log(ratio)
