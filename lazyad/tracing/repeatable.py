"""What is another value at every call: random numbers and clocks, which a trace would freeze.

In: a value that the function reaches through a name. Out: a stand-in that refuses where it is
called, or None. A room of its own because it lists what a program reads from outside itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NoReturn

from lazyad.tracing.floats import StandIn
from lazyad.values.errors import refused
from lazyad.values.origin import state
from lazyad.values.structure import an

_CLOCKS = frozenset(
    "time time_ns monotonic monotonic_ns perf_counter perf_counter_ns process_time process_time_ns "
    "thread_time thread_time_ns clock_gettime clock_gettime_ns".split()
)
# With how many arguments these look at no clock.
_CLOCKS_WITHOUT = {"localtime": 1, "gmtime": 1, "ctime": 1, "asctime": 1, "strftime": 2}


def refusal(value: Any) -> Any:
    """What refuses in the place of a clock, a random generator or one of its functions; None for
    everything else.

    >>> import math, time
    >>> refusal(time.time) is None, refusal(math.sin) is None
    (False, True)
    """
    datetime = sys.modules.get("datetime")
    if datetime is not None and (value is datetime.datetime or value is datetime.date):
        return _date(value)
    if is_generator(value):
        return _Refusing(f"{an(type(value).__name__)}, which draws random numbers")
    if value is sys.stdout or value is sys.stderr:  # to be written to, as print does
        return None
    if isinstance(value, Iterator):
        what = f"{an(type(value).__name__)}, which is another one after every step"
        return _Refusing(what, value)
    if isinstance(value, type):
        return _seeded(value) if _makes_generators(value) else None
    if not callable(value):
        return None
    name, module = getattr(value, "__name__", ""), getattr(value, "__module__", None) or ""
    if is_generator(getattr(value, "__self__", None)) or module in ("secrets", "uuid"):
        return _refusing(f"a random number ({name})")
    if module == "time" and name in _CLOCKS:
        return _refusing(f"the time ({name})")
    if module == "time" and name in _CLOCKS_WITHOUT:
        return _unless_given(value, _CLOCKS_WITHOUT[name], f"the time ({name})")
    if module in ("posix", "nt") and name in ("urandom", "getrandom", "times"):
        return _refusing(f"what is another value every time ({name})")
    if module.startswith("numpy.random") and name == "default_rng":
        return _unless_given(value, 1, _unseeded(name), _Refusing)
    return None


def _makes_generators(kind: type) -> bool:
    """Whether it is a class of generators of random numbers, or of what seeds them."""
    random = sys.modules.get("random")
    if random is not None and issubclass(kind, random.Random):
        return kind.__module__ == "random"
    return kind.__module__.startswith("numpy.random") and kind.__name__ != "Generator"


def is_generator(value: Any) -> bool:
    """Whether it draws random numbers."""
    random = sys.modules.get("random")
    if random is not None and isinstance(value, random.Random):
        return True
    module, name = type(value).__module__, type(value).__name__
    return module.startswith("numpy.random") and name in ("RandomState", "Generator")


def is_stepped(value: Any) -> bool:
    """Whether it is another one after it is asked for something: one that a trace made is its
    own."""
    return isinstance(value, Iterator) or is_generator(value)


def seed_of(generator: Any) -> bytes:
    """What it draws next, written out, so that two may be compared."""
    import pickle  # as lazyad itself does nowhere else

    if hasattr(generator, "getstate"):
        return pickle.dumps(generator.getstate())
    return pickle.dumps(
        (getattr(generator, "bit_generator", None) or generator._bit_generator).state
    )


def seed(generator: Any, text: bytes) -> None:
    """Let it draw that next."""
    import pickle

    found = pickle.loads(text)
    if hasattr(generator, "setstate"):
        generator.setstate(found)
    else:
        (getattr(generator, "bit_generator", None) or generator._bit_generator).state = found


def _refuse(what: str) -> NoReturn:
    told = f"{what} was read while the function was traced, and would be the same at every call"
    raise refused(TypeError, told, "an argument of the function, drawn or read by whoever calls it")


def _refusing(what: str) -> Callable[..., NoReturn]:
    return lambda *args, **kwargs: _refuse(what)


def _unseeded(name: str) -> str:
    return f"a generator that {name} made without a seed"


def _unless_given(
    function: Any, count: int, what: str, otherwise: Callable[[str], Any] = _refuse
) -> Callable[..., Any]:
    """np.random.default_rng or time.localtime: with a seed, or a time, what comes of it is the same
    at every call anyway."""

    def call(*args: Any, **kwargs: Any) -> Any:
        given = [arg for arg in (*args, *kwargs.values()) if arg is not None]
        return function(*args, **kwargs) if len(given) >= count else otherwise(what)

    return call


class _Refusing:
    """A generator of random numbers, or an iterator, that was made outside the function, or of a
    seed that nobody gave: it may be there as long as nobody asks it for anything but what it
    says of itself, as a file's name and encoding."""

    def __init__(self, what: str, real: Any = None) -> None:
        self._what, self._real = what, real

    def __getattr__(self, name: str) -> Any:
        refuses = _refusing(f"{self._what} ({name})")
        value = refuses if self._real is None else getattr(self._real, name)
        if callable(value):
            return refuses
        if not isinstance(value, (str, bytes, int, float, type(None))):
            refuses()
        if state.session is not None and state.session.names is not None:  # and asks for it again
            state.session.names.reads.attribute(self._real, name, value, name)
        return value

    def __iter__(self) -> NoReturn:
        _refuse(self._what)

    def __next__(self) -> NoReturn:
        _refuse(self._what)


def is_refusing(value: Any) -> bool:
    """Whether this stands for a generator of random numbers."""
    return type(value) is _Refusing


@cache
def _seeded(real: Any) -> type:
    """A class of generators, which must be given a seed."""
    name = real.__name__
    draws = name in ("Random", "RandomState")  # others go into compiled code
    make = _unless_given(real, 1, _unseeded(name), _Refusing if draws else _refuse)
    if name == "SystemRandom":
        make = _refusing(f"a random number ({name})")
    return _stand_in(real, make)


@cache
def _date(real: Any) -> type:
    clocks = {
        name: staticmethod(_refusing(f"the time ({real.__name__}.{name})"))
        for name in ("now", "today", "utcnow")
        if hasattr(real, name)
    }
    return _stand_in(real, real, real, **clocks)


def _stand_in(real: Any, make: Callable[..., Any], *bases: type, **body: Any) -> type:
    body["__new__"] = lambda _, *args, **kwargs: make(*args, **kwargs)
    return StandIn(real.__name__, bases, {"stands_for": real, **body})
