"""Functions inside of other objects."""

import contextlib
import functools
import math

SHAPES = {"sin": math.sin, "both": lambda x: math.sin(x) * math.cos(x)}
STEPS = [math.sin, math.atan, abs]
power_of_two = functools.partial(math.pow, 2.0)
shifted = functools.partial(lambda x, by: math.log(x + by), by=1.0)


@functools.lru_cache
def cached(x):
    return math.exp(x)


@functools.cache
def always_cached(x):
    return math.sqrt(x)


def doubled(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return 2.0 * function(*args, **kwargs)

    return wrapper


@doubled
def decorated(x):
    return math.tan(x)


@contextlib.contextmanager
def sine_of(x):
    yield math.sin(x)
