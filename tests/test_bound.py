"""A compiled function over buffers of the caller's."""

import array
import ctypes
import gc
import math
import sys
import weakref

import numpy as np
import pytest

import lazyad as la
from lazyad.values.libraries import is_installed
from tests.helpers_names.checks import three_parts

native = pytest.param("native", marks=pytest.mark.skipif(not is_installed("llvmlite"), reason=""))
targets = pytest.mark.parametrize("target", ["python", native])


def f(x, y):
    return math.sin(x) * y, x > 1.0, [y / x, 2.5]


@targets
def test_values_and_derivatives(target):
    compiled = la.compile(f, target=target)
    given, to, jacobian = np.array([1.5, 2.0]), np.zeros((2, 2)), np.zeros(8)
    step, slopes = compiled.bind(given, to), compiled.jacobian.bind(given, jacobian)
    along, tangents = np.array([1.5, 2.0, 0.3, 0.7]), np.zeros(8)
    moves = compiled.jvp.bind(along, tangents)
    for x, y in [(1.5, 2.0), (0.5, -3.0), (2.0, 1e300)]:
        given[:] = along[:2] = x, y
        assert (step(), slopes(), moves()) == (None, None, None)
        value, condition, (ratio, constant) = compiled(x, y)
        assert to.ravel().tolist() == [value, float(condition), ratio, constant]
        first, second, third = compiled.jacobian(x, y)
        assert jacobian.tolist() == [*first, *second, *third[0], *third[1]]
        assert tangents[4] == compiled.jvp((x, y), (0.3, 0.7))[1][0]


@targets
def test_what_python_raises_is_raised(target):
    given, to = array.array("d", [1.0, 2.0]), array.array("d", bytes(32))
    step = la.compile(f, target=target).bind(given, to)
    for x, y in [(0.0, 1.0), (math.inf, 1.0), (math.nan, 1.0), (1e-300, 1e300), (1.0, 2.0)]:
        given[:] = array.array("d", [x, y])
        try:
            value, condition, rest = f(x, y)
        except (ArithmeticError, ValueError) as error:
            with pytest.raises(type(error), match=str(error)) as found:
                step()
            assert "in f: return math.sin(x)" in found.value.__notes__[0]
        else:
            step()
            assert str([*to]) == str([value, float(condition), *rest])


@targets
def test_one_buffer_for_both(target):
    def turned(x):
        return np.array([x[1] + x[2], x[0] * 0.5, x[0] - x[1]])

    compiled = la.compile(turned, target=target)
    state = (ctypes.c_double * 4)(1.0, 2.0, 3.0, 9.0)
    compiled.lower(np.ones(3))
    step = compiled.bind(memoryview(state)[:3], memoryview(state)[1:])
    expected = np.array([1.0, 2.0, 3.0, 9.0])
    for _ in range(3):
        step()
        expected[1:] = turned(expected[:3].copy())
        assert [*state] == expected.tolist()


@targets
def test_buffers_live_as_long_as_the_function(target):
    class Memory(bytearray):
        pass

    memory = Memory(32)
    gone = weakref.ref(memory)
    step = la.compile(f, target=target).bind(
        array.array("d", [1.0, 2.0]), memoryview(memory).cast("d")
    )
    with pytest.raises(BufferError):
        memory.extend(b"more")
    del memory
    gc.collect()
    for _ in range(1000):
        step()
    assert sys.getrefcount(step) < 5
    assert np.frombuffer(gone())[0] == math.sin(1.0) * 2.0
    del step
    gc.collect()
    assert gone() is None


BAD = [
    (3.0, np.zeros(4), TypeError, "first buffer is a float"),
    ([1.0, 2.0], np.zeros(4), TypeError, "first buffer is a list"),
    (np.ones(2, "f4"), np.zeros(4), TypeError, "format 'f'"),
    (np.ones(2, ">f8"), np.zeros(4), TypeError, "format '>d'"),
    (np.ones(3), np.zeros(4), ValueError, "first buffer has 3 numbers"),
    (np.ones(4)[::2], np.zeros(4), ValueError, "not contiguous"),
    (np.ones(2), np.zeros(3), ValueError, "second buffer has 3 numbers"),
    (np.ones(2), memoryview(bytes(32)).cast("d"), TypeError, "second buffer is read-only"),
]


@pytest.mark.parametrize(("given", "to", "kind", "what"), BAD)
def test_other_buffers_are_refused(given, to, kind, what):
    with pytest.raises(kind, match=what) as error:
        la.compile(f).bind(given, to)
    three_parts(error, where="test_bound.py:")
