"""Random programs and graphs of fixed seeds; `python -m tests.fuzz --minutes 30` looks further."""

from tests.fuzz.__main__ import case, run
from tests.fuzz.checks import Finding
from tests.fuzz.subjects import Passed


def test_random_cases():
    passed = 0
    for seed in range(100, 160):
        found = run(*case(seed))
        assert not isinstance(found, Finding), f"{found}; python -m tests.fuzz --seed {seed}"
        passed += isinstance(found, Passed)
    assert passed < 30
