"""What divers are made of."""

from dataclasses import dataclass
from typing import NamedTuple


class TooDeep(ValueError):
    pass


class Body(NamedTuple):
    mass: float
    speed: float


@dataclass(frozen=True, slots=True)
class Drag:
    linear: float
    square: float
