"""Iterators and random generators that branches and loops step: another one each time."""

import itertools
import math
import random

import numpy as np
import pytest

import lazyad as la


class Drawing:
    """What draws by its attributes."""

    def __init__(self):
        self.weights = itertools.cycle([1.0, 2.0, 3.0])
        self.noise = np.random.default_rng(4)

    def weigh(self, x):
        if x > 1:
            return x * next(self.weights)
        return x + next(self.weights) * next(self.weights)

    def shake(self, x):
        if x > 1:
            x = x * self.noise.random()
        return x * self.noise.random()


def a_method_steps_on_one_side(x, y):
    drawing, total = Drawing(), 0.0
    for _ in range(5):
        total += drawing.weigh(x)
        x = x * y
    return total


def a_method_draws_on_one_side(x, y):
    drawing, total = Drawing(), x
    while total < 20:
        total += drawing.shake(total) * y + 1
    return total + drawing.noise.random()


class Countdown:
    """An iterator of the user's own."""

    def __init__(self, start):
        self.left = start
        self.check()

    def check(self):
        assert self.left > 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left


def an_iterator_of_ones_own(x, y):
    return sum(x * k + y for k in Countdown(4)) + next(Countdown(3)) * y


def a_round_draws(x, y):
    draws = random.Random(3)
    while x < 5:
        x += draws.random() * y
    return x


def a_long_loop_draws(x, y):
    draws = np.random.RandomState(3)
    for _ in range(20):
        for _ in range(10):
            x = x * 0.9 + math.sin(y) * draws.rand()
    return x


def a_round_steps(x, y):
    values = itertools.cycle([1.0, 3.0])
    while x < 9:
        x += y * next(values)
    return x


def a_round_steps_unseen(x, y):
    values = iter([0.5, 0.2, 0.9, 0.1] * 4)
    while x < 3:
        x += sum(itertools.islice(values, 2)) * y
    return x + next(values)


def a_closure_draws(x, y):
    def noise():
        return draws.normal()

    draws = np.random.default_rng(7)
    while x < 9:
        x += abs(noise()) * y + (0.1 if noise() > 0 else 0.3)
    return x


def a_generator_goes_on(x, y):
    waves = (math.sin(k * y) for k in itertools.count())
    while x < 5:
        for wave in waves:
            x += wave + 0.1
            if wave > 0.8:
                break
    return x


@pytest.mark.parametrize(
    "function",
    [
        a_method_steps_on_one_side,
        a_method_draws_on_one_side,
        an_iterator_of_ones_own,
        a_round_draws,
        a_long_loop_draws,
        a_round_steps,
        a_round_steps_unseen,
        a_closure_draws,
        a_generator_goes_on,
    ],
)
def test_each_step_is_the_one_that_python_takes(function):
    f = la.compile(function)
    for x, y in ((1.2, 0.8), (0.7, 1.4)):
        assert f(x, y) == pytest.approx(function(x, y), rel=1e-14)
        slope = (function(x, y + 1e-6) - function(x, y - 1e-6)) / 2e-6
        assert f.grad(x, y)[1] == pytest.approx(slope, rel=1e-6)


def test_an_iterator_that_is_over_keeps_a_loop_short():
    def f(x):
        squares = (x * k for k in range(3))
        total = sum(squares)
        for k in range(1000):
            total += math.sin(x * k)
        return total

    assert la.compile(f)(0.3) == pytest.approx(f(0.3), rel=1e-12)
    assert len(la.compile(f).source.splitlines()) < 40
