"""Comparing a compiled function with the function as it was written."""

import copy
import dataclasses
import math
import struct
import sys

import black
import numpy as np
import pytest

import lazyad as la
from lazyad.values.structure import leaves, structure_of


def added_up(value):
    """A number of Python's sum(), which carries rounding errors along since Python 3.12."""
    return value if sys.version_info < (3, 12) else pytest.approx(value, rel=1e-13, abs=0.0)


def bits(value):
    """The value with its numbers as bits; a nan is a nan."""
    if isinstance(value, np.ndarray) and value.shape:
        return "array", value.shape, [bits(item) for item in value.ravel().tolist()]
    if isinstance(value, (list, tuple)):
        return type(value), [bits(item) for item in value]
    if isinstance(value, dict):
        return dict, [(key, bits(item)) for key, item in value.items()]
    if dataclasses.is_dataclass(value):
        return type(value), [bits(getattr(value, f.name)) for f in dataclasses.fields(value)]
    if isinstance(value, str):
        return value
    return "nan" if math.isnan(value) else struct.pack("d", value)


def outcome(function, *args):
    """What a call comes to: the bits of its value, or the type of its exception."""
    try:
        return bits(function(*args))
    except Exception as error:
        return type(error)


def numbers(value):
    return [float(leaf) for leaf in leaves(structure_of(value))]


def is_static(value):
    return value is None or isinstance(value, (str, bool)) or callable(value)


def moved(change, value, *others):
    """The value with `change` of every number and those of the same place in the others."""
    if isinstance(value, np.ndarray) and value.shape:
        return change(value, *others)
    if isinstance(value, (list, tuple)):
        parts = [moved(change, *items) for items in zip(value, *others, strict=True)]
        return type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)
    if isinstance(value, dict):
        return {k: moved(change, v, *[other[k] for other in others]) for k, v in value.items()}
    if dataclasses.is_dataclass(value):
        made = copy.copy(value)
        for field in dataclasses.fields(value):
            parts = [getattr(one, field.name) for one in (value, *others)]
            object.__setattr__(made, field.name, moved(change, *parts))
        return made
    return value if is_static(value) else change(value, *others)


def direction(args):
    """A tangent for each argument; no two numbers in a row have the same."""
    count = iter(range(1_000_000))

    def tangent(value):
        if isinstance(value, np.ndarray) and value.shape:
            return np.array([tangent(0.0) for _ in range(value.size)]).reshape(value.shape)
        return 1.0 - 0.13 * (next(count) % 5)

    return tuple(moved(tangent, arg) for arg in args)


def central(function, args, tangents, step=1e-6):
    """The derivative along `tangents` by central differences."""

    def at(side):
        pairs = zip(args, tangents, strict=True)
        return numbers(function(*[moved(lambda v, t: v + side * t, *pair) for pair in pairs]))

    return [(a - b) / (2 * step) for a, b in zip(at(step), at(-step), strict=True)]


def check_source(source):
    assert black.format_str(source, mode=black.Mode()) == source


def run_alone(source, name, args):
    """Run emitted text by itself."""
    scope = {}
    exec(compile(source, "alone.py", "exec"), scope)
    return scope[name](*args)


def agree(function, *args, exact=True, alone=True, **options):
    """Compare with the undecorated function: its value bit for bit at `strict`, its tangent with
    central differences, and its source with what runs by itself. Returns it compiled."""
    want = function(*args)
    strict = la.compile(function, optimize="strict", **options)(*args)
    if exact:
        assert bits(strict) == bits(want)
    else:
        np.testing.assert_allclose(numbers(strict), numbers(want), rtol=4e-16)
    compiled = la.compile(function, **options)
    assert type(compiled(*args)) is type(strict)
    np.testing.assert_allclose(numbers(compiled(*args)), numbers(want), rtol=1e-13, atol=1e-15)
    lowered = compiled.lower(*args)
    inputs = [a for a, s in zip(args, lowered.arguments.values(), strict=True) if numbers_in(s)]
    tangents = direction(inputs)
    value, tangent = compiled.jvp(args, tangents)
    np.testing.assert_allclose(numbers(value), numbers(want), rtol=1e-13, atol=1e-15)

    def moving(*values):
        rest = iter(values)
        filled = [
            next(rest) if numbers_in(s) else a
            for a, s in zip(args, lowered.arguments.values(), strict=True)
        ]
        return function(*filled)

    np.testing.assert_allclose(
        numbers(tangent), central(moving, inputs, tangents), rtol=1e-5, atol=1e-7
    )
    for program in (lowered, lowered.primal):
        check_source(program.source)
    if alone:
        given = [a for a in args if not is_static(a)]
        assert bits(run_alone(lowered.primal.source, lowered.trace.name, given)) == bits(
            compiled(*args)
        )
        assert bits(run_alone(lowered.source, lowered.trace.name, [*given, *tangents])) == bits(
            (value, tangent)
        )
    return compiled


def numbers_in(structure):
    return bool(leaves(structure))


def three_parts(error, *parts, where=None):
    """The message says what is wrong, where, and what to write instead."""
    what, place, instead = str(error.value).split("\n")
    assert place.startswith("  where: ")
    assert instead.startswith("  instead: ")
    for part in parts:
        assert part in f"{what}\n{instead}", str(error.value)
    if where:
        assert where in place, place
