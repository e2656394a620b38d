"""Random programs and graphs of fixed seeds; `python -m tests.fuzz --minutes 30` looks further."""

import pytest

import lazyad as la
from lazyad.derivatives import partials
from tests.fuzz.__main__ import case, run
from tests.fuzz.checks import Ask, Finding, check
from tests.fuzz.programs import Program
from tests.fuzz.shrink import shrunk
from tests.fuzz.subjects import Passed

TEXT = """
import math


def main(x, y):
    if x > y:
        return math.sin(x * y) + y
    return y
"""


def test_random_cases():
    passed = 0
    for seed in range(100, 112):
        found = run(*case(seed))
        assert not isinstance(found, Finding), f"{found}; python -m tests.fuzz --seed {seed}"
        passed += isinstance(found, Passed)
    assert passed < 6


@pytest.mark.parametrize("what", ["jvp", "grad", "vjp", "hessian"])
def test_a_wrong_partial_is_found(what, monkeypatch):
    program = Program(TEXT, "(0.7, 0.3)")
    check(program, Ask(what))
    assert la.sin.equation  # the right one, which comes back afterwards
    monkeypatch.setattr(partials, "_recipes", partials._recipes.__wrapped__)  # kept by op
    monkeypatch.delitem(la.sin.__dict__, "equation")
    monkeypatch.setitem(la.sin.__dict__, "partials", lambda out, x: (1.0000001 * la.cos(x),))
    with pytest.raises(Finding, match="is wrong"):
        check(program, Ask(what))


def test_findings_are_made_small():
    small = shrunk(Program(TEXT, "(0.7, 0.3)"), lambda one: "math.sin(x)" in one.text)
    assert small.text.split() == ["def", "main(x,", "y):", "return", "math.sin(x)"]
