"""Random functions of whole arrays: value, tangent, transpose, directions and plan of memory."""

import pytest

from lazyad.emit import groups, memory, recompute
from tests.random_arrays import check


@pytest.fixture(autouse=True)
def everything_planned(monkeypatch):
    """As if every array were large."""
    for name in ("LEAST", "BLOCK", "LARGEST", "FEWEST"):
        monkeypatch.setattr(memory, name, 1)
    monkeypatch.setattr(groups, "LEAST", 0)
    monkeypatch.setattr("lazyad.emit.planned.FREED", 1)
    monkeypatch.setattr(recompute, "LEAST", 1)
    monkeypatch.setattr(recompute, "FAR", 3)


@pytest.mark.parametrize("seed", range(20))
def test_random_arrays(seed):
    check(seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20, 400))
def test_more_random_arrays(seed):
    check(seed)
