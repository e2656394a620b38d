"""Exported files, as those who get them have them: without lazyad, checked, and read in diffs."""

import ast
import difflib
import inspect
import math
import os
import subprocess
import sys
from dataclasses import make_dataclass

import black
import numpy as np
import pytest

import lazyad as la
from lazyad.export import NUMBERS
from tests.helpers_names.checks import three_parts
from tests.helpers_names.dives import Body, Drag, TooDeep

DERIVATIVES = ("value", "grad", "hessian", "jvp", "vjp", "hvp", "value_and_grad_and_hessian")
ARGS = Body(1.5, 2.5), Drag(0.75, 0.125), [1.25, 0.5]
numbers = {}
exec(NUMBERS, numbers)
numbers = numbers["numbers"]


def dive(body, drag, times):
    """How deep it is.

    Not "deeper\""" than \\ that.
    """
    if body.mass < 0:
        raise TooDeep('below "zero"')
    speed = body.speed * math.exp(-drag.linear / body.mass)
    depth = 0.0
    for time in times:
        depth = depth + speed * time
    return depth + drag.square * speed**2


@pytest.fixture(scope="module")
def dives():
    compiled = la.compile(dive)
    compiled(Body(2.0, 3.0), Drag(0.5, 0.25), [1.0, 2.0])
    return compiled


def run(path, *flags):
    """(exit status, what it said) of a file, run where nothing but Python is."""
    done = subprocess.run(
        [sys.executable, *flags, path], check=False, capture_output=True, text=True
    )
    return done.returncode, (done.stdout + done.stderr).strip()


def load(path):
    scope = {"__name__": path.stem}
    exec(compile(path.read_text(), str(path), "exec"), scope)
    return scope


def is_black(path):
    text, mode = path.read_text(), black.Mode(is_pyi=path.suffix == ".pyi")
    return black.format_str(text, mode=mode) == text


def test_a_module_of_several_derivatives(dives, tmp_path):
    path = tmp_path / "dives.py"
    dives.export(path, DERIVATIVES)
    found = load(path)
    assert found["dive"](*ARGS) == dives(*ARGS) == dive(*ARGS)
    assert found["dive_grad"](*ARGS) == dives.grad(*ARGS)
    assert found["dive_hessian"](*ARGS) == dives.hessian(*ARGS)
    assert found["dive_jvp"](*ARGS, *ARGS) == dives.jvp(ARGS, ARGS)
    assert found["dive_vjp"](*ARGS, 1.0) == dives.vjp(ARGS, 1.0)
    assert found["dive_hvp"](*ARGS, *ARGS) == dives.hvp(ARGS, ARGS)
    value, grad, hessian = found["dive_value_and_grad_and_hessian"](*ARGS)
    assert value == dives(*ARGS)
    np.testing.assert_allclose(numbers(grad), numbers(dives.grad(*ARGS)), rtol=1e-14)
    np.testing.assert_allclose(numbers(hessian), numbers(dives.hessian(*ARGS)), rtol=1e-13)
    assert is_black(path)
    assert "import lazyad" not in path.read_text()
    assert inspect.cleandoc(found["dive"].__doc__) == inspect.cleandoc(dive.__doc__)
    assert inspect.get_annotations(found["dive"]) == {
        "body": Body,
        "drag": Drag,
        "times": list[float],
        "return": float,
    }
    with pytest.raises(TooDeep, match='below "zero"'):
        found["dive"](Body(-1.0, 0.0), *ARGS[1:])


def test_work_is_shared(tmp_path):
    def g(x, y):
        return math.exp(x * y) * math.sin(x) + math.exp(x * y) ** 2

    la.compile(g).export(tmp_path / "g.py", "value_and_grad_and_hessian")
    called = [
        node.func.id
        for node in ast.walk(ast.parse((tmp_path / "g.py").read_text()).body[2])
        if isinstance(node, ast.Call)
    ]
    assert sorted(called) == ["cos", "exp", "sin"]


def test_a_standalone_file_checks_itself_anywhere(dives, tmp_path):
    path = tmp_path / "dives.py"
    dives.export(path, ("value", "grad"), standalone=True)
    assert run(path, "-I", "-S") == (0, "4 results are the same to the last bit")
    assert is_black(path)
    found = load(path)
    own = found["Body"](1.5, 2.5), found["Drag"](0.75, 0.125), [1.25, 0.5]
    assert found["dive"](*own) == dive(*ARGS)
    with pytest.raises(ValueError, match='below "zero"'):
        found["dive"](found["Body"](-1.0, 0.0), *own[1:])
    text = path.read_text()
    at = text.index(".", text.index("        (dive_grad,")) + 1
    path.write_text(f"{text[:at]}{9 - int(text[at])}{text[at + 1:]}")
    status, said = run(path, "-I", "-S")
    assert status == 1
    assert said.startswith("dive_grad(")
    assert " here, " in said
    assert " where this was written" in said


def test_two_runs_write_the_same_bytes(tmp_path):
    ours, theirs = tmp_path / "ours.py", tmp_path / "theirs.py"
    la.compile(dive).lower(*ARGS).export(ours, ("value", "grad"))
    program = "import sys; import tests.test_export as t; import lazyad as la; "
    program += f"la.compile(t.dive).lower(*t.ARGS).export({str(theirs)!r}, ('value', 'grad'))"
    env = {**os.environ, "PYTHONHASHSEED": "1"}
    subprocess.run([sys.executable, "-c", program], check=True, env=env)
    assert ours.read_bytes() == theirs.read_bytes()


BEFORE = """
import math

def drift(x, y):
    speed = math.hypot(x, y)
    lift = math.sin(x * y) * math.exp(x * y) + (x * y) ** 2
    turn = speed * speed + math.cos(x * y) * lift * lift
    return turn * lift + math.sqrt(turn) / (1 + lift)
"""
AFTER = BEFORE.replace("speed = math.hypot(x, y)", "speed = math.hypot(x, y) ** 3 * math.tanh(x)")


def test_one_line_changed_changes_what_follows_from_it(tmp_path):
    bodies = []
    for source in (BEFORE, AFTER):
        path = tmp_path / str(len(bodies)) / "drift.py"
        path.parent.mkdir()
        path.write_text(source)
        la.compile(load(path)["drift"]).export(tmp_path / "out.py", "value")
        bodies.append((tmp_path / "out.py").read_text().split('"""')[4].split("if __name__")[0])
    old, new = [body.splitlines() for body in bodies]
    gone = [line[2:].strip() for line in difflib.ndiff(old, new) if line.startswith("- ")]
    assert {line for line in gone if "speed" not in line} == set()
    assert gone
    assert "lift_v0" in bodies[0]


def test_defaults_that_are_numbers_are_kept(tmp_path):
    def wave(x, scale, phase=0.5, rate=2):
        return scale * math.sin(rate * x + phase)

    la.compile(wave).export(tmp_path / "wave.py", ("value", "grad", "jvp"))
    found = load(tmp_path / "wave.py")
    assert found["wave"](1.0, 3.0) == wave(1.0, 3.0)
    assert found["wave_grad"](1.0, 3.0, rate=1.0) == la.grad(wave)(1.0, 3.0, rate=1.0)
    signature = inspect.signature(found["wave_jvp"])  # whose last parameters are tangents
    assert all(one.default is one.empty for one in signature.parameters.values())
    la.compile(wave).export(tmp_path / "wave.pyi", "value")
    head = "def wave(x: float, scale: float, phase: float = 0.5, rate: float = 2.0) -> float: ..."
    assert head in (tmp_path / "wave.pyi").read_text()


def test_a_stub_says_what_the_module_takes(dives, tmp_path):
    for standalone in (False, True):
        dives.export(tmp_path / "dives.py", ("value", "grad"), standalone=standalone)
        dives.export(tmp_path / "dives.pyi", ("value", "grad"), standalone=standalone)
        stub, module = load(tmp_path / "dives.pyi"), load(tmp_path / "dives.py")
        for name in ("dive", "dive_grad"):
            said, done = [inspect.get_annotations(one[name]) for one in (stub, module)]
            assert {n: str(h).rpartition(".")[2] for n, h in said.items()} == {
                n: str(h).rpartition(".")[2] for n, h in done.items()
            }
        assert is_black(tmp_path / "dives.pyi")


def looked_up(times, x):
    found = 0.0
    for time in times:
        found = found * 0.5 + math.exp(-time * x)
    while found > 1.0:
        found = found / 2
    return found + math.gamma(x + 2.0)


def test_loops_and_functions_that_math_lacks(tmp_path):
    compiled = la.compile(looked_up, loops="keep")
    args = [0.25, 0.5, 1.0], 0.75
    compiled(*args)
    compiled.export(tmp_path / "out.py", ("value", "grad"))
    found = load(tmp_path / "out.py")
    assert found["looked_up"](*args) == looked_up(*args)
    assert found["looked_up_grad"](*args) == compiled.grad(*args)
    assert run(tmp_path / "out.py", "-I", "-S")[0] == 0
    assert is_black(tmp_path / "out.py")


@pytest.mark.parametrize("target", ["python", "numpy"])
def test_arrays(tmp_path, target):
    def wave(x, y):
        return x * np.sin(y)

    compiled, x = la.compile(wave, target=target), np.array([1.0, 2.0])
    compiled(x, 0.5)
    compiled.export(tmp_path / "wave.py", "value")
    found = load(tmp_path / "wave.py")
    np.testing.assert_array_equal(found["wave"](x, 0.5), wave(x, 0.5))
    assert run(tmp_path / "wave.py")[0] == 0
    assert is_black(tmp_path / "wave.py")


def test_whole_arrays(tmp_path):
    def loss(w, x, scale):
        y = np.tanh(x @ w) * scale
        return (y * y).sum()

    compiled = la.compile(loss, target="array")
    args = np.linspace(0.1, 0.6, 6).reshape(3, 2), np.linspace(-1.0, 1.0, 12).reshape(4, 3), 0.5
    compiled(*args)
    compiled.export(tmp_path / "loss.py", ("value", "grad"))
    found = load(tmp_path / "loss.py")
    assert "optimize='safe', target='array'" in found["__doc__"]
    assert found["loss"](*args) == loss(*args)
    for one, other in zip(found["loss_grad"](*args), compiled.grad(*args), strict=True):
        np.testing.assert_array_equal(one, other)
    returned = inspect.get_annotations(found["loss_grad"])["return"]
    assert returned == tuple[np.ndarray, np.ndarray, float]
    assert run(tmp_path / "loss.py")[0] == 0
    assert is_black(tmp_path / "loss.py")


def test_ways_that_were_not_explored_are_told(tmp_path):
    def positive(values):
        return sum([v for v in values if v > 0][:9])

    compiled = la.compile(positive, paths=2)
    compiled([1.0, 2.0, 3.0])
    compiled.export(tmp_path / "out.py", "value")
    found = load(tmp_path / "out.py")
    assert "raises NotImplementedError on ways that no call had taken" in found["__doc__"]
    assert found["positive"]([1.0, 2.0, 3.0]) == 6.0
    with pytest.raises(NotImplementedError):
        found["positive"]([1.0, -2.0, 3.0])
    assert is_black(tmp_path / "out.py")
    compiled([1.0, -2.0, 3.0])
    compiled.export(tmp_path / "out.py", "value")
    assert load(tmp_path / "out.py")["positive"]([1.0, -2.0, 3.0]) == 4.0


def test_what_no_file_can_have_is_refused(dives, tmp_path):
    path = tmp_path / "out.py"
    with pytest.raises(ValueError, match="no derivative is named 'gradient'"):
        dives.export(path, "gradient")
    with pytest.raises(ValueError, match="two functions of one name"):
        dives.export(path, ("value", "kernel"))
    with pytest.raises(ValueError, match=r"ends in \.py"):
        dives.export(tmp_path / "out.txt")
    with pytest.raises(ValueError, match="points="):
        la.compile(lambda x: math.log(x - 1e9)).export(path)
    with pytest.raises(ValueError, match="a point has 1 numbers"):
        dives.export(path, points=[1.0])
    local = make_dataclass("Local", ["x"])
    compiled = la.compile(lambda p: p.x * p.x)
    compiled(local(1.0))
    with pytest.raises(TypeError, match="standalone=True"):
        compiled.export(path, "grad")
    assert not path.exists()
    compiled.export(path, "grad", standalone=True)
    assert run(path, "-I")[0] == 0


@pytest.mark.parametrize(
    "doc", ['"', '\\"""', '""""""', 'say "hi"', "a\\\nb", "\x00→", 'x\n\n  y"']
)
def test_no_docstring_is_more_than_one(tmp_path, doc):
    def square(x):
        return x * x

    square.__doc__ = doc
    la.compile(square).export(tmp_path / "out.py", "value")
    assert is_black(tmp_path / "out.py")
    found = inspect.cleandoc(load(tmp_path / "out.py")["square"].__doc__).strip()
    assert found == inspect.cleandoc(doc).replace("\x00", "?").strip()


def test_points_of_ones_own(tmp_path):
    far = la.compile(lambda x: math.log(x - 1e9))
    far.export(tmp_path / "out.py", "value", points=[2e9, (3e9,)])
    assert run(tmp_path / "out.py") == (0, "2 results are the same to the last bit")


def test_what_is_fixed_in_containers_is_no_number_of_a_point(tmp_path):
    area = la.compile(lambda x, p: x * p["r"] if p["kind"] == "disc" and p["on"] else x)
    disc = {"kind": "disc", "r": 3.0, "on": True, "more": [None, math.sin]}
    assert area(2.0, disc) == 6.0
    area.export(tmp_path / "out.py", "value", points=[(5.0, disc)])
    assert run(tmp_path / "out.py") == (0, "2 results are the same to the last bit")


def test_a_call_of_a_derivative_is_a_point_without_its_directions(tmp_path):
    square = la.compile(lambda x: x * x)
    assert la.taylor(square, 2)(2.0, 1.0) == (4.0, 4.0, 1.0)
    square.export(tmp_path / "out.py", "value")
    assert run(tmp_path / "out.py") == (0, "2 results are the same to the last bit")


def test_an_array_that_is_not_written_out(tmp_path):
    many = np.arange(3000.0)
    f = la.compile(lambda x: np.sum(x * many), target="array")
    f(many)
    with pytest.raises(TypeError, match="an array of 3000 numbers") as error:
        f.export(tmp_path / "f.py", "value")
    three_parts(error, "an argument of the function")
