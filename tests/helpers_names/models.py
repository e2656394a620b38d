"""Classes as users write them."""

import math


class Spring:
    scale = 3.0
    shape = staticmethod(math.sin)

    def __init__(self, k):
        self.k = k
        self.curve = math.atan

    def force(self, x):
        return math.sin(self.k * x) * self.scale + self.curve(x)

    @staticmethod
    def still(x):
        return math.cos(x)

    @classmethod
    def of_class(cls, x):
        return math.cos(x) * cls.scale

    @property
    def energy(self):
        return math.exp(self.k)

    def __call__(self, x):
        return math.exp(x) * self.k


class Stiff(Spring):
    scale = 5.0

    def doubled(self, x):
        return 2.0 * self.force(x)


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __rmul__(self, factor):
        return Vector(factor * self.x, factor * self.y)

    def __abs__(self):
        return math.hypot(self.x, self.y)

    def __lt__(self, other):
        return abs(self) < abs(other)


class Slotted:
    __slots__ = ("x",)

    def __init__(self, x):
        self.x = x

    def sine(self):
        return math.sin(self.x)


SPRING = Spring(2.0)
STIFF = Stiff(0.5)
