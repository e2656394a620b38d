"""What is published says one version, and is what it says."""

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

import lazyad as la

ROOT = Path(__file__).parents[1]


def test_there_is_one_version():
    assert re.fullmatch(r"\d+\.\d+\.\d+", la.__version__)
    assert f"\nversion: {la.__version__}\n" in (ROOT / "CITATION.cff").read_text()
    assert f"\n## {la.__version__}" in (ROOT / "CHANGELOG.md").read_text()
    assert 'dynamic = ["version"]' in (ROOT / "pyproject.toml").read_text()
    done = subprocess.run(
        [sys.executable, "-m", "lazyad", "--version"],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.stdout == f"lazyad {la.__version__}\n"


def test_what_is_installed_is_typed_and_has_a_command():
    assert (ROOT / "lazyad" / "py.typed").exists()
    scripts = importlib.metadata.entry_points(group="console_scripts", name="lazyad")
    for script in scripts:  # none where it runs from its folder
        assert script.value == "lazyad.command:main"
        assert callable(script.load())
