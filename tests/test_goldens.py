"""Kernels and derivatives as files that are read in diffs, executed and held against Duals.

`corpus` has small functions: the stages of their kernels on both targets, each a file only where
its text differs from the stage before, and their derivatives. `wild` has code that people wrote,
one of every kind. A file at "fast" is there where its text is not that of "safe".
`pytest tests/test_goldens.py --update` rewrites them.
"""

import functools
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import lazyad as la
from lazyad.codegen import emit
from lazyad.emit.targets import find_target
from tests.by_duals import columns_of_duals, places
from tests.corpus import CORPUS
from tests.test_wild import CASES, direction_at, leaves

HERE = Path(__file__).parent / "goldens"
CHOSEN = "product quotient powers shared piecewise structured loop smooth real_branches".split()
DERIVATIVES = {"safe": "jacobian hessian vjp hvp", "fast": "jvp jacobian hessian"}
WILD = {  # what at safe, and what at fast
    "more_garbow_hillstrom.rosenbrock": ("jvp jacobian hessian", "hessian"),
    "more_garbow_hillstrom.helical_valley": ("jvp jacobian hessian vjp", "jacobian"),
    "more_garbow_hillstrom.bard": ("jvp jacobian", "jvp jacobian"),
    "rosen.rosen": ("jvp grad hessian hvp", "grad hessian"),
    "pendulum.rhs": ("jvp jacobian vjp", ""),
    "attitude.normalised": ("jvp jacobian", "jacobian"),
    "attitude.gravity_gradient": ("jvp jacobian vjp", "jacobian"),
    "peng_robinson.pressure": ("jvp grad", "grad"),
    "determinant.det_lu": ("jvp grad", ""),
    "options.call_price": ("jvp grad hessian hvp", "grad"),
    "drag.drag_coefficient": ("jvp grad", "grad"),
    "kepler_newton.eccentric_anomaly": ("jvp", ""),
    "ekf.predict": ("jvp jacobian", ""),
    "ekf.observe": ("jvp jacobian vjp", "jacobian"),
    "ekf.log_likelihood": ("jvp grad", ""),
    "runge_kutta.lorenz_step": ("jvp jacobian", ""),
    "satellite.energy": ("jvp grad vjp hvp", "grad"),
    "satellite.derivative": ("jvp jacobian", ""),
}


def full_name(function):
    return f"{function.__module__.rpartition('.')[2]}.{function.__name__}"


SMALL = [(f, points) for f, points in CORPUS if f.__name__ in CHOSEN]
FOUND = [(case.function, case.points[:2]) for case in CASES if full_name(case.function) in WILD]


compiled_once = functools.cache(lambda function, level: la.compile(function, optimize=level))


def program(function, what, level, args):
    """(name, source) of a kernel, a derivative or a product."""
    compiled = compiled_once(function, level)
    if what == "jvp":
        found = compiled.lower(*args)
    elif what == "vjp":
        found = compiled.vjp.lower(args, function(*args))
    elif what == "hvp":
        found = compiled.hvp.lower(args, args)
    else:
        found = getattr(compiled, what).lower(*args)
    return found.graph.name, found.source


def stages(function, target):
    """(file name, function name, source) of the first round's stages from dead-dual elimination
    on, and of the last, where they differ from the stage before."""
    found, before = {}, None
    for stage, graph in la.compile(function, target=target).stages():
        if stage not in ("trace", "derive", "economise", "legalize"):
            found.setdefault(stage, graph)
    found["final"] = graph
    for number, (stage, graph) in enumerate(found.items()):
        text = emit(graph, find_target(target)).text
        if text != before:
            yield f"{target}_{number}_{stage}", graph.name, text
        before = text


def derivatives(function, asked, args):
    """(file name, function name, source, what) of what is asked for, by level."""
    known = {}
    for level, names in asked.items():
        for what in names.split():
            name, text = program(function, what, level, args)
            if text != known.get(what):
                known[what] = text
                yield f"{what}_{level}", name, text, what


def arguments(value, args, what):
    """What the kernel of `what` is called with at these arguments, and the vector among that."""
    if what in ("jvp", "hvp"):
        vector = direction_at(args)
        return (*args, *vector), leaves(vector)
    if what == "vjp":
        vector = direction_at(value, seed=1)
        return (*args, vector), leaves(vector)
    return args, []


class Point:
    """A function at some arguments, where several files ask for the same derivatives."""

    def __init__(self, function, args):
        self.args, self.value = args, function(*args)
        self.plain = compiled_once(function, "none")

    @functools.cached_property
    def first(self):
        """The value, and its derivative in each number of the arguments."""
        return self.value, columns_of_duals(self.plain, self.args)

    @functools.cached_property
    def second(self):
        """The same of the Jacobian."""
        jacobian = self.plain.jacobian
        return jacobian(*self.args), columns_of_duals(jacobian, self.args)


def wanted(point, what, vector, got):
    """The numbers of `what`, in the order in which the kernel's result has them."""
    value, matrix = point.first
    if what == "jvp":
        return [*leaves(value), *(matrix @ vector)]
    if what == "vjp":
        return [*leaves(value), *(vector @ matrix)]
    if what in ("hvp", "hessian"):
        value, matrix = point.second
    if what == "hvp":
        return matrix @ vector
    numbers = np.empty(matrix.size)
    numbers[places(value, got)] = matrix
    return numbers


def check(folder, written, function, points, update):
    """The files of one function: that there are no others, their texts and their numbers."""
    stems, tried = [stem for stem, *_ in written], [Point(function, args) for args in points]
    for path in folder.glob("*.py"):
        if update and path.stem not in stems:
            path.unlink()
        assert path.stem in stems or update
    for stem, name, text, what in written:
        path = folder / f"{stem}.py"
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        assert path.read_text() == text
        module = {}
        exec(compile(path.read_text(), str(path), "exec"), module)
        for point in tried:
            given, vector = arguments(point.value, point.args, what)
            got = module[name](*given)
            want = wanted(point, what, vector, got)
            size = 1e-12 * max(map(abs, want), default=0.0)
            assert leaves(got) == pytest.approx(want, rel=1e-10, abs=size), path


@pytest.mark.parametrize(("function", "points"), SMALL, ids=[f.__name__ for f, _ in SMALL])
@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # numpy evaluates both sides of a choice
def test_small_functions(function, points, update):
    folder = HERE / "corpus" / function.__name__
    written = [(*one, "jvp") for target in ("python", "numpy") for one in stages(function, target)]
    written += derivatives(function, DERIVATIVES, points[0])
    texts = [text for _, _, text, _ in written]
    first = [one for at, one in enumerate(written) if one[2] not in texts[:at]]
    check(folder, first, function, points, update)


@pytest.mark.parametrize(("function", "points"), FOUND, ids=[full_name(f) for f, _ in FOUND])
@pytest.mark.filterwarnings("ignore::lazyad.SinglePointWarning")
def test_wild_functions(function, points, update):
    folder = HERE / "wild" / full_name(function)
    asked = dict(zip(("safe", "fast"), WILD[full_name(function)], strict=True))
    written = [*derivatives(function, asked, points[0])]
    check(folder, written, function, points, update)


def test_every_golden_is_asked_for_and_says_something_of_its_own():
    paths = [*HERE.glob("**/*.py")]
    folders = {HERE / "corpus" / name for name in CHOSEN} | {HERE / "wild" / name for name in WILD}
    assert {path.parent for path in paths} == folders
    assert len({path.read_text() for path in paths}) == len(paths)


SOURCES = """
import sys
kept = [object() for _ in range(int(sys.argv[1]))]  # other addresses, so sets in another order
import lazyad as la
from tests.corpus import CORPUS
from tests.wild import determinant
matrix = [[1.0, 2.0, 3.0], [3.0, 4.0, 5.0], [5.0, 6.0, 8.0]]
for function, _ in CORPUS[::2]:
    print(la.compile(function).source)
for function, _ in CORPUS[:5:2]:
    if function.__name__ != "structured":
        print(la.jacobian(function).source, la.hessian(function, optimize="fast").source)
        print(la.taylor(function, 3).source)
print(la.compile(determinant.det_lu).lower(matrix).source)
"""


def test_every_process_writes_the_same_source():
    found = [
        subprocess.run(
            [sys.executable, "-c", SOURCES, count],
            capture_output=True,
            cwd=HERE.parents[1],
            check=True,
        ).stdout
        for count in ("1", "1001")
    ]
    assert found[0] == found[1]
    assert len(found[0]) > 8_000
