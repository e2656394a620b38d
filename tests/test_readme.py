"""What the documents show is what runs: the quickstart's source, the benchmark's table."""

import contextlib
import io
import re
import subprocess
import sys
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
    for path in [README, *(p.read_text() for p in (ROOT / "docs").rglob("*.md"))]:
        assert "pip install lazyad" not in path


PAGES = sorted((ROOT / "docs").rglob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_block_of_python_is_run(page):
    """In a document, a block of Python is indented, and a doctest."""
    text = page.read_text()
    assert {*re.findall(r"^```(\S+)", text, re.MULTILINE)} <= {"sh"}
    blocks = re.split(r"\n(?! {4}|\n)", text)
    for block in blocks:
        if re.search(r"^ {4}(?:import|from|def|return|@|\w+ =) ?", block, re.MULTILINE):
            assert ">>> " in block


def test_every_page_and_picture_is_shown():
    menu = (ROOT / "mkdocs.yml").read_text()
    listed = re.findall(r"^ +- ([\w/-]+\.md)$", menu, re.MULTILINE)
    assert sorted(listed) == [str(page.relative_to(ROOT / "docs")) for page in PAGES]
    text = "".join(page.read_text() for page in PAGES)
    for picture in (ROOT / "docs" / "pictures").iterdir():
        assert f"pictures/{picture.name}" in text


@pytest.mark.slow
def test_the_site_builds(tmp_path):
    pytest.importorskip("material", reason="pip install '.[docs]'")
    pytest.importorskip("mkdocstrings")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    reference = (tmp_path / "reference" / "index.html").read_text()
    for name in ("compile", "jacobian", "root", "register_container", "Graph"):
        assert f'id="lazyad.{name}"' in reference
    tutorial = (tmp_path / "tutorial" / "index.html").read_text()
    assert "doctest" not in tutorial
    assert "BLANKLINE" not in tutorial
