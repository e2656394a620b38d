"""The drag of a sphere at any Reynolds number, and how fast a sphere falls.

R. Clift, J. R. Grace and M. E. Weber (1978), Bubbles, Drops, and Particles, Academic Press:
table 5.2, the recommended correlations of the standard drag curve. SI units.
"""

import math

GRAVITY = 9.80665  # m/s²


def drag_coefficient(reynolds):
    """The standard drag curve, in ten pieces; w is their log10 Re."""
    if reynolds < 0:
        raise ValueError(f"the Reynolds number {reynolds} is negative")
    if reynolds < 0.01:
        return 3 / 16 + 24 / reynolds
    w = math.log10(reynolds)
    if reynolds <= 260:
        if reynolds <= 20:
            factor = 1 + 0.1315 * reynolds ** (0.82 - 0.05 * w)
        else:
            factor = 1 + 0.1935 * reynolds**0.6305
        return 24 / reynolds * factor
    if reynolds <= 3.38e5:
        if reynolds <= 1500:
            exponent = 1.6435 - 1.1242 * w + 0.1558 * w**2
        elif reynolds <= 1.2e4:
            exponent = -2.4571 + 2.5558 * w - 0.9295 * w**2 + 0.1049 * w**3
        elif reynolds <= 4.4e4:
            exponent = -1.9181 + 0.6370 * w - 0.0636 * w**2
        else:
            exponent = -4.3390 + 1.5809 * w - 0.1546 * w**2
        return 10**exponent
    if reynolds <= 4e5:
        return 29.78 - 5.3 * w
    if reynolds <= 1e6:
        return 0.1 * w - 0.49
    return 0.19 - 8e4 / reynolds


def net_force(velocity, sphere, fluid):
    """Weight less buoyancy less drag, N, of a sphere that falls at `velocity` (down is positive).

    `sphere` has a diameter and a density, `fluid` a density and a viscosity.
    """
    diameter = sphere["diameter"]
    volume = math.pi / 6 * diameter**3
    weight = (sphere["density"] - fluid["density"]) * volume * GRAVITY
    if velocity == 0:
        return weight
    reynolds = fluid["density"] * abs(velocity) * diameter / fluid["viscosity"]
    area = math.pi / 4 * diameter**2
    pressure = 0.5 * fluid["density"] * velocity * abs(velocity)
    return weight - drag_coefficient(reynolds) * area * pressure


def terminal_velocity(sphere, fluid):
    """The speed at which `net_force` is zero, m/s: substitution, from Stokes' law."""
    diameter = sphere["diameter"]
    excess = (sphere["density"] - fluid["density"]) * GRAVITY * diameter
    velocity = excess * diameter / (18 * fluid["viscosity"])
    change = velocity
    while abs(change) > 1e-13 * velocity:
        reynolds = fluid["density"] * velocity * diameter / fluid["viscosity"]
        new = math.sqrt(4 * excess / (3 * drag_coefficient(reynolds) * fluid["density"]))
        change = new - velocity
        velocity = new
    return velocity
