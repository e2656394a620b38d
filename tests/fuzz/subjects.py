"""What is checked, as lazyad and as the reference see it: functions of programs, and graphs."""

import dataclasses
import linecache
import math
import struct
import sys
import types
import warnings
import zlib
from contextlib import contextmanager

import mpmath
import numpy as np

import lazyad as la
from lazyad.graph import leaves
from tests.fuzz import graphs, reference
from tests.fuzz.programs import Program
from tests.fuzz.reference import Tower, mixed


class Passed(Exception):
    """Why a case says nothing (refused, no derivative there, too near a tie)."""


@contextmanager
def module(text):
    """The module that a text is, as if imported."""
    name, file = "fuzzed", f"<fuzzed {zlib.crc32(text.encode())}>"
    made = types.ModuleType(name)
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
    sys.modules[name] = made
    try:
        exec(compile(text, file, "exec"), made.__dict__)
        yield made
    finally:
        linecache.cache.pop(file, None)
        sys.modules.pop(name, None)


def flat(value):
    """The numbers of a result, in order."""
    if isinstance(value, dict):
        return [n for item in value.values() for n in flat(item)]
    if isinstance(value, (list, tuple)):
        return [n for item in value for n in flat(item)]
    if isinstance(value, np.ndarray):
        return [n for item in value.ravel().tolist() for n in flat(item)]
    if dataclasses.is_dataclass(value):
        return [n for field in dataclasses.fields(value) for n in flat(getattr(value, field.name))]
    return [value]


def filled(value, numbers):
    """The same structure with other numbers, taken from an iterator."""
    if isinstance(value, dict):
        return {key: filled(item, numbers) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        items = [filled(item, numbers) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else type(value)(items)
    if isinstance(value, np.ndarray):
        items = [next(numbers) for _ in range(value.size)]
        kind = float if all(isinstance(i, float) for i in items) else object
        return np.array(items, dtype=kind).reshape(value.shape)
    if dataclasses.is_dataclass(value):
        return type(value)(
            *[filled(getattr(value, f.name), numbers) for f in dataclasses.fields(value)]
        )
    return next(numbers)


def outcome(call):
    """(result, None) or (None, exception)."""
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            return call(), None
    except Exception as error:
        return None, error


def bits(number):
    number = float(number)
    return "nan" if math.isnan(number) else struct.pack("d", number)


def same(plain, got):
    """Whether the bits are the same; an int has no -0."""
    return plain == got if isinstance(plain, int) else bits(plain) == bits(got)


class Subject:
    """`function` for lazyad, `plain` for its value, `on_reference` of a list of numbers."""

    def __init__(self, function, plain, on_reference, arguments, arrays=False):
        self.function, self.plain, self.on_reference = function, plain, on_reference
        self.arguments, self.arrays = arguments, arrays
        self.numbers = flat(arguments)

    def derivative(self, directions):
        """For each number of the result: (derivatives along the first 0, 1, ... directions, as the
        reference finds them; what they lose in about 40 bits)."""
        Tower.tied = False
        found = []
        for precision in (200, 40, 43):
            with mpmath.workprec(precision):
                result, error = outcome(lambda: mixed(self.on_reference, self.numbers, directions))
            if error is not None:
                raise Passed(f"no reference: {type(error).__name__} {error}"[:70])
            found.append(result)
        if Tower.tied:
            raise Passed("tie")
        return [
            [
                (float(e), float(8 * max(abs(e - a), abs(e - b))))
                for e, a, b in zip(*floors, strict=True)
            ]
            for floors in zip(*found, strict=True)
        ]


@contextmanager
def subject(what):
    """The subject that a Program, or a random.Random for a graph, makes."""
    if not isinstance(what, Program):
        graph = graphs.graph(what)
        point = tuple(round(what.uniform(-2, 2), 3) for _ in "xyz")
        interpret = lambda *xs: la.evaluation.evaluate(  # noqa: E731
            leaves(graph.outputs), dict(zip(leaves(graph.inputs), xs, strict=True))
        )
        yield Subject(graph, interpret, lambda numbers: graphs.evaluate(graph, numbers), point)
        return
    with module(what.text) as other, module(what.text) as own:
        arguments = eval(what.arguments, own.__dict__)
        for name in ("math", "mm"):
            if name in vars(other):
                setattr(other, name, reference.MATH)
        other.float, other.np = reference.to_float, reference.NUMPY
        shape = eval(what.arguments, {**vars(other), "np": np})
        yield Subject(
            own.main,
            own.main,
            lambda numbers: flat(other.main(*filled(shape, iter(numbers)))),
            arguments,
            what.arrays,
        )
