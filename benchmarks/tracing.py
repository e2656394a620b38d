"""What tracing costs: a function run on Nodes, beside the same graph built by hand.

Each shape is a function as people write it, and a loop that calls lazyad's ops on one Node at a
time; both end in the same graph of about 10^5 Nodes. They take turns, and each keeps its quickest.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import lazyad
from lazyad import Graph, Node

STEPS = 250
SIZE = 100
ORBIT_STEPS = 3_500
CHAIN_STEPS = 50_000


class Tracing(NamedTuple):
    """One function: its Nodes, and the seconds to trace it and to build its graph by hand."""

    name: str
    nodes: int
    seconds: float
    by_hand: float
    same: bool  # both do the same operations


class Shape(NamedTuple):
    """A function, an example of its argument, and the outputs that a person builds of inputs."""

    name: str
    function: Callable[[Any], Any]
    point: Any
    by_hand: Callable[[list[Node]], Sequence[Node]]


def measure_tracing(rounds: int) -> list[Tracing]:
    """Every shape; those of NumPy only where it is installed."""
    return [_measure(shape, rounds) for shape in [*_numpy_shapes(), _math_shape()]]


def _measure(shape: Shape, rounds: int) -> Tracing:
    def traced() -> Graph:
        return lazyad.compile(shape.function, loops="unroll").lower(shape.point).trace

    def built() -> Graph:
        inputs = [Node.input(f"x{i}") for i in range(len(shape.point))]
        return lazyad.compile(Graph({"x": inputs}, shape.by_hand(inputs))).trace

    best, by_hand = math.inf, math.inf
    for _ in range(rounds):
        seconds, one = _timed(traced)
        best = min(best, seconds)
        seconds, other = _timed(built)
        by_hand = min(by_hand, seconds)
    same = one.operations == other.operations  # a trace has each constant once
    return Tracing(shape.name, len(one.nodes), best, by_hand, same)


def _timed(make: Callable[[], Graph]) -> tuple[float, Graph]:
    # Without Python's cycle collector, which lazyad pauses while it traces.
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        graph = make()
        return time.perf_counter() - start, graph
    finally:
        gc.enable()


# --------------------------------------------------------------------------------------- shapes


def _numpy_shapes() -> list[Shape]:
    try:
        import numpy as np
    except ImportError:
        return []

    def whole(x):
        for _ in range(STEPS):
            x = np.sin(x) * 0.5 + x[::-1] * x
        return x

    def whole_by_hand(x):
        for _ in range(STEPS):
            x = [lazyad.sin(a) * 0.5 + b * a for a, b in zip(x, reversed(x), strict=True)]
        return x

    def orbit(x):
        place, speed = x[:3], x[3:]
        for _ in range(ORBIT_STEPS):
            far = np.sqrt(np.sum(place * place))
            speed = speed - 0.01 * place / far**3
            place = place + 0.01 * speed
        return np.concatenate([place, speed])

    def orbit_by_hand(x):
        place, speed = x[:3], x[3:]
        for _ in range(ORBIT_STEPS):
            a, b, c = place
            far3 = lazyad.sqrt(a * a + b * b + c * c) ** 3
            speed = [v - 0.01 * p / far3 for v, p in zip(speed, place, strict=True)]
            place = [p + 0.01 * v for v, p in zip(speed, place, strict=True)]
        return [*place, *speed]

    def elements(x):
        for _ in range(STEPS):
            new = np.zeros(SIZE)
            for i in range(SIZE):
                new[i] = np.sin(x[i]) * 0.5 + x[i] * x[i - 1]
            x = new
        return x

    def elements_by_hand(x):
        for _ in range(STEPS):
            x = [lazyad.sin(x[i]) * 0.5 + x[i] * x[i - 1] for i in range(SIZE)]
        return x

    return [
        Shape(f"NumPy, arrays of {SIZE}", whole, np.zeros(SIZE), whole_by_hand),
        Shape("NumPy, arrays of 3", orbit, np.zeros(6), orbit_by_hand),
        Shape("NumPy, an element at a time", elements, np.zeros(SIZE), elements_by_hand),
    ]


def _math_shape() -> Shape:
    def helper(y):
        return math.sin(y)

    def chain(x):
        y = x[0]
        for _ in range(CHAIN_STEPS):
            y = helper(y) + x[0]
        return [y]

    def helper_by_hand(y):
        return lazyad.sin(y)

    def by_hand(x):
        y = x[0]
        for _ in range(CHAIN_STEPS):
            y = helper_by_hand(y) + x[0]
        return [y]

    return Shape("math.sin in a helper", chain, [0.0], by_hand)
