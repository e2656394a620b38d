"""The lowest of three floors."""

from math import *  # noqa: F403
from math import cos, exp


def fold(x):
    return exp(-x) + cos(x) * tanh(x)  # noqa: F405


def leaves_python(x):
    import array

    return array.array("d", [x])
