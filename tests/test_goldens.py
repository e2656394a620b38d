"""Every stage of a few functions, as files that are executed. `pytest --update` rewrites them."""

from pathlib import Path

import pytest

import lazyad as la
from lazyad.codegen import emit, load
from lazyad.targets import find_target
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
    for number, (name, source) in enumerate(stages(function, target).items()):
        path = HERE / target / f"{function.__name__}_{number}_{name}.py"
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source.text)
        assert path.read_text() == source.text
        kernel = load(source, function.__name__, "golden")
        for point, pair in zip(points, expected, strict=True):
            ours = la.graph.leaves(kernel(*point, *[1.0] * len(point)))
            assert ours == pytest.approx(la.graph.leaves(pair), rel=1e-12)
