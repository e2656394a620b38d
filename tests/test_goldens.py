"""Every stage of a few functions, as files that are executed. `pytest --update` rewrites them."""

import subprocess
import sys
from pathlib import Path

import pytest

import lazyad as la
from lazyad.codegen import emit, load
from lazyad.emit.targets import find_target
from tests.corpus import CORPUS

HERE = Path(__file__).parent / "goldens"
CHOSEN = "product quotient powers shared piecewise structured loop smooth real_branches".split()
CASES = [
    pytest.param(f, points, target, id=f"{f.__name__}-{target}")
    for f, points in CORPUS
    if f.__name__ in CHOSEN
    for target in ("python", "numpy")
]


def stages(function, target):
    """(file name, source) of the first round's stages from dead-dual elimination on."""
    found = {}
    for name, graph in la.compile(function, target=target).stages():
        if name not in ("trace", "derive", "lower") and name not in found:
            found[name] = emit(graph, find_target(target))
    found["final"] = emit(graph, find_target(target))
    return found


@pytest.mark.parametrize(("function", "points", "target"), CASES)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_goldens(function, points, target, update):
    expected = [la.compile(function).jvp(point, [1.0] * len(point)) for point in points]
    written = {
        HERE / target / f"{function.__name__}_{number}_{name}.py": source
        for number, (name, source) in enumerate(stages(function, target).items())
    }
    for path in (HERE / target).glob(f"{function.__name__}_[0-9]_*.py"):
        if update and path not in written:
            path.unlink()
        assert path in written or update
    for path, source in written.items():
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source.text)
        assert path.read_text() == source.text
        kernel = load(source, function.__name__, "golden")
        for point, pair in zip(points, expected, strict=True):
            ours = la.graph.leaves(kernel(*point, *[1.0] * len(point)))
            assert ours == pytest.approx(la.graph.leaves(pair), rel=1e-12)


SOURCES = """
import sys
kept = [object() for _ in range(int(sys.argv[1]))]  # other addresses, so sets in another order
import lazyad as la
from tests.corpus import CORPUS
from tests.wild import determinant
matrix = [[1.0, 2.0, 3.0], [3.0, 4.0, 5.0], [5.0, 6.0, 8.0]]
for function, _ in CORPUS:
    print(la.compile(function).source)
for function, _ in CORPUS[:6]:
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
        for count in ("1", "1001", "77777")
    ]
    assert found[0] == found[1] == found[2]
    assert len(found[0]) > 10_000
