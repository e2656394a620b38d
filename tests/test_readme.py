"""What the documents show is what runs: the quickstart's source, the benchmark's table."""

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()


BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("code", "shown"), [BLOCKS[:2], BLOCKS[2:4]], ids=["value", "jacobian"])
def test_the_quickstart_prints_its_source(tmp_path, code, shown):
    script = tmp_path / "quickstart.py"
    script.write_text(code)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, str(script), "exec"), {"__name__": "quickstart"})
    assert out.getvalue().strip() == shown.strip()


def test_the_table_is_the_one_that_was_measured():
    results = (ROOT / "benchmarks" / "results.md").read_text()
    rows = [line for line in README.splitlines() if line.startswith("| ")]
    assert len(rows) > 5
    for row in rows:
        assert row in results


def test_no_document_says_to_install_from_the_index():
    for path in [README, *(p.read_text() for p in (ROOT / "docs").glob("*.md"))]:
        assert "pip install lazyad" not in path
