"""The house: imports go one way, also those inside functions, and each room says what it is for."""

import ast
import functools
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "lazyad").rglob("*.py"))
}


@functools.cache
def read(name):
    """A file's docstring, and the files that it imports, at its top or inside a function."""
    tree, found = ast.parse(FILES[name].read_text()), set()
    nodes = [tree]
    for node in nodes:  # statements alone
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            nodes += getattr(node, field, [])
        if isinstance(node, ast.ImportFrom):
            assert not node.level
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {one if one in FILES else node.module for one in inner}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return ast.get_docstring(tree), found & {*FILES}


def test_no_circle():
    arrows = {name: read(name)[1] for name in FILES}
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1][::-1]))
    tops = ("lazyad", "lazyad.public", "lazyad.__main__")  # what users import, and what Python runs
    assert not any({*tops} & found for name, found in arrows.items() if name != "lazyad")


def test_every_room_says_what_it_is_for():
    assert not [name for name in FILES if not read(name)[0]]


def test_one_thread_at_a_time_parses():
    assert [name for name, path in FILES.items() if "ast.parse(" in path.read_text()] == [
        "lazyad.values.trees"
    ]


def test_no_circle_of_rooms():
    room = {name: [*name.split("."), ""][1] for name in FILES}
    arrows = {}
    for name in FILES:
        found = {room[one] for one in read(name)[1]}
        arrows.setdefault(room[name], set()).update(found - {room[name]})
    TopologicalSorter(arrows).prepare()
    assert not any(
        found & {"", "public", "__main__"} for name, found in arrows.items() if name != ""
    )


def test_what_is_measured_and_shown_is_what_users_have():
    for path in [*ROOT.glob("benchmarks/*.py"), *ROOT.glob("examples/*.py")]:
        named = re.findall(r"\b(?:from|import) (lazyad(?:\.\w+)*)", path.read_text())
        assert {*named} <= {"lazyad"}, path


ALIKE = ("passes", "command", "numpy")  # rooms whose files are told of together


def test_the_table_of_rooms_names_every_file():
    text = (ROOT / "docs/how-it-works.md").read_text()
    table = text.partition("## The rooms")[2].partition("\n## ")[0]
    rows = {}
    for row in table.splitlines():
        rooms, _, holds = row.strip("| ").partition("|")
        rows |= dict.fromkeys(re.findall(r"`(.+?)`", rooms), holds)
    for path in FILES.values():
        first, *inner = path.relative_to(ROOT / "lazyad").parts
        if inner and path.stem != "__init__" and {first, *inner}.isdisjoint(ALIKE):
            assert f"`{path.stem}`" in rows[f"{first}/"], path
        assert (
            first in ("__init__.py", "__main__.py", "version.py")
            or first + "/" * bool(inner) in rows
        )


HEAVY = """
concurrent.futures ctypes decimal hashlib inspect json llvmlite logging numpy pathlib pickle random
scipy
"""


def imported(code):
    """The modules that a new process imports."""
    code = f"import sys; old = {{*sys.modules}}; {code}; print(*{{*sys.modules}} - old)"
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True)
    return {*done.stdout.split()}


def test_importing_opens_no_room():
    found = imported("import lazyad")
    assert {name for name in found if "lazyad" in name} == {"lazyad", "lazyad.version"}
    assert "typing" not in found  # which takes longer than all of these


def test_what_is_opened_imports_nothing_that_takes_milliseconds():
    """They are imported inside the functions that need them."""
    assert "lazyad.run.compiled" in imported("import lazyad; lazyad.compile")
    assert not {*HEAVY.split()} & imported("import lazyad; lazyad.compile")
