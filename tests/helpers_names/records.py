"""Containers as users write them."""

import math
from dataclasses import dataclass
from typing import Any, NamedTuple


class Polar(NamedTuple):
    radius: float
    angle: float = 0.5

    def x(self):
        return self.radius * math.cos(self.angle)

    @property
    def both(self):
        return self.radius + self.angle


@dataclass
class Body:
    mass: float
    position: list
    name: str = "body"

    def energy(self):
        return self.mass * sum(p * p for p in self.position)


@dataclass(frozen=True)
class Pair:
    a: Any
    b: Any

    def swapped(self):
        return Pair(self.b, self.a)


@dataclass(frozen=True, slots=True)
class Slots:
    a: float
    b: float

    @property
    def product(self):
        return self.a * self.b


@dataclass
class Checked:
    a: float
    b: float = 2.0

    def __post_init__(self):
        self.a = math.sqrt(self.a * self.a)


@dataclass(kw_only=True)
class Named(Checked):
    c: float = 3.0
