"""Ops of the user's own: traced ones with their own partials, and functions of outside."""

import math
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import lazyad as la
from tests.helpers_names.tables import drag, drag_slope

POINTS, VALUES = [0.0, 1.0, 2.0], [0.0, 2.0, 3.0]


@la.op(partials=lambda out, x: (math.cos(x),))
def sine(x):
    """A function of math whose partial is its own."""
    return math.sin(x)


@la.op(outside=True)
def local_slope(t):
    return 2.0 if t < 1 else 1.0


@la.op(partials=lambda out, t: (local_slope(t),), outside=True)
def local_table(t):
    return float(np.interp(t, POINTS, VALUES))


@la.op(partials=lambda out, x, y: (7.0, la.ZERO))
def branching(x, y):
    if x > y:
        return math.sqrt(x) * y
    return y


def test_a_traced_op():
    f = la.compile(lambda x: sine(x) * x)
    assert f(0.5) == math.sin(0.5) * 0.5
    assert f.jvp((0.5,), (1.0,))[1] == pytest.approx(math.cos(0.5) * 0.5 + math.sin(0.5), rel=1e-15)
    assert "from math import cos, sin" in f.source
    assert sine(0.5) == math.sin(0.5)
    assert sine(la.Dual(0.5, 1.0)).real == math.sin(0.5)


def test_its_partials_are_the_users():
    f = la.compile(lambda x, y: branching(x, y))
    assert f(4.0, 1.0) == 2.0
    assert f(1.0, 4.0) == 4.0
    assert f.jvp((4.0, 1.0), (1.0, 5.0)) == (2.0, 7.0)


def test_a_function_of_outside_that_can_be_imported():
    f = la.compile(lambda x: drag(x) * x)
    assert f.jvp((2.0,), (1.0,)) == (drag(2.0) * 2.0, drag_slope(2.0) * 2.0 + drag(2.0))
    assert "from tests.helpers_names.tables import drag\n" in f.source
    assert "from tests.helpers_names.tables import drag_slope\n" in f.source
    scope = {}
    exec(f.source, scope)
    (kernel,) = [v for k, v in scope.items() if k == "f"]
    assert kernel(2.0, 1.0) == f.kernel(2.0, 1.0)
    code = "import pickle, sys; print(pickle.load(sys.stdin.buffer)(2.0, 1.0))"

    def elsewhere(code):
        return subprocess.run(
            [sys.executable, "-c", code],
            input=pickle.dumps(f.kernel),
            capture_output=True,
            cwd=Path(__file__).parents[1],
            check=False,
        )

    out = elsewhere(f"import tests.helpers_names.tables; {code}")
    assert out.stdout.decode().strip() == str(f.kernel(2.0, 1.0))
    refused = elsewhere(code).stderr.decode()  # a kernel's name imports nothing
    assert "names the op 'drag'" in refused
    assert "import tests.helpers_names.tables before loading" in refused


def test_a_function_of_outside_that_cannot():
    hidden = la.op("hidden", lambda x: x + 1.0, lambda out, x: (1.0,), outside=True)
    f = la.compile(lambda x: hidden(x) * 2)
    assert f.jvp((1.0,), (1.0,)) == (4.0, 2.0)
    assert "cannot be imported" in f.source
    with pytest.raises((pickle.PicklingError, AttributeError, TypeError)):
        pickle.dumps(f.kernel)


def test_the_numpy_target_calls_it_for_each_element():
    f = la.compile(lambda x: local_table(x) * 2, target="numpy")
    value, tangent = f.jvp((np.array([0.5, 1.5]),), (np.ones(2),))
    assert value.tolist() == [2.0, 5.0]
    assert tangent.tolist() == [4.0, 2.0]


def test_no_partials_no_derivative():
    f = la.compile(lambda x: local_slope(x) * x)
    assert f(0.5) == 1.0
    with pytest.raises(TypeError, match="local_slope has no derivative") as error:
        f.jvp((0.5,), (1.0,))
    assert "test_custom.py" in str(error.value)


def test_partials_of_another_arity():
    with pytest.raises(
        ValueError, match="take 2 arguments, and not 3: the result, and what its value takes"
    ) as error:
        la.op("arity", lambda x, y: x, lambda out, x: (1.0,))
    assert "instead: partials=lambda out, x, y" in str(error.value)


def test_a_cell_that_runs_again():
    def define(factor):
        @la.op(partials=lambda out, x: (factor,))
        def again(x):
            return factor * x

        return again

    assert define(2.0)(3.0) == 6.0
    assert define(5.0)(3.0) == 15.0
    with pytest.raises(ValueError, match="taken"):
        la.op("again", lambda x: x, lambda out, x: (1.0,))
