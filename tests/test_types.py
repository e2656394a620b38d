"""User code as type checkers and editors see it: `tests/typing/user_code.py` has no error but those
it marks, and every mark is an error."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = Path(__file__).parent / "typing" / "user_code.py"
CHECKERS = {
    "mypy": ["--strict", "--config-file=", "--follow-imports=silent", str(CODE)],
    "basedpyright": [f"--pythonpath={sys.executable}", f"--project={CODE.parent}"],
}


@pytest.mark.slow
@pytest.mark.parametrize("checker", CHECKERS)
def test_user_code_has_the_types_that_it_asserts(checker):
    if importlib.util.find_spec(checker) is None:
        pytest.skip(f"{checker} is not installed (pip install '.[dev]')")
    environment = {**os.environ, "MYPYPATH": str(CODE.parents[2])}
    command = [sys.executable, "-m", checker, *CHECKERS[checker]]
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, cwd=CODE.parents[2], check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
