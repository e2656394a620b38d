"""The command `lazyad`, as one types it, with mistakes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lazyad.command import main
from lazyad.command.colours import coloured

MODEL = '''
"""A model."""
import math
import lazyad as la


def drag(v, rho):
    """The drag.

    >>> drag(3.0, [1.25, 0.5])
    4.54...
    """
    return 0.5 * rho[0] * v**2 * rho[1] + math.sqrt(v)


def square(x):
    return x * x


@la.compile(optimize="fast")
def known(x):
    return x * 1.0


@la.op(partials=lambda out, x: (2.5,), outside=True)
def command_doubled(x):
    return 2.0 * x


def wrong(x):
    return command_doubled(x) * x


def broken(x):
    return missing + x


def needs(parameters):
    return parameters.mass * 2.0


def told(x=2.0):
    return {"v": x * x, "kind": "square"}
'''


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    (tmp_path / "command_model.py").write_text(MODEL)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.delitem(sys.modules, "command_model", raising=False)

    def run(*words):
        try:
            status = main(words)
        except SystemExit as error:  # argparse's own
            status = error.code
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.mark.parametrize("place", ["command_model.py", "command_model", "./command_model.py"])
def test_show(run, place):
    status, out, _ = run("show", f"{place}:square", "--derivative", "grad")
    assert (status, out.splitlines()[-1]) == (0, "    return 2.0 * x")
    status, out, _ = run("show", f"{place}:drag")  # whose arguments its docstring has
    assert status == 0
    assert "def drag(v, rho, dv, drho):" in out
    status, out, _ = run("show", f"{place}:drag", "--derivative", "value", "--wrt", "v")
    assert "def drag(v, rho):" in out


def test_stages_and_report(run):
    status, out, _ = run("stages", "command_model.py:square", "--only", "trace")
    assert (status, out) == (0, "-- trace\nsquare(x):\n  %0 = mul(x, x)\n  return %0\n\n")
    status, out, _ = run("report", "command_model.py:square", "--optimize", "strict")
    assert out.startswith("stage ")
    assert "simplify_exact" in out


def test_export_then_check(run, tmp_path):
    words = "export command_model.py:drag --derivative value --derivative grad --out drag.py"
    assert run(*words.split())[:2] == (0, "drag.py\n")
    done = subprocess.run(
        [sys.executable, "-I", "drag.py"], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "4 results are the same to the last bit\n")
    assert "drag(3.0, [1.25, 0.5])" in (tmp_path / "drag.py").read_text()
    status, out, _ = run("check", "command_model.py:square", "--points", "2", "--order", "1")
    assert status == 0
    assert [line[:13] for line in out.splitlines()] == ["right  square"] * 2
    by_module = "command_model.square.__defaults__ or 2.0"
    assert run("check", "command_model.py:square", "--example", by_module)[0] == 0
    status, out, _ = run("check", "command_model.py:wrong", "--points", "1")
    assert status == 1
    assert out.startswith("wrong  wrong(")
    assert "jvp, and differences" in out


def test_graph_and_page(run, tmp_path):
    status, out, _ = run("graph", "command_model.py:square", "--derivative", "value")
    assert status == 0
    assert out.startswith('digraph "square" {')
    assert run("graph", "command_model.py:square", "--out", "square.dot")[:2] == (0, "square.dot\n")
    if shutil.which("dot") is not None:
        assert run("graph", "command_model.py:square", "--out", "square.svg")[0] == 0
        assert b"<svg" in (tmp_path / "square.svg").read_bytes()
    words = "page command_model.py:drag --derivative grad --out drag.html"
    assert run(*words.split())[:2] == (0, "drag.html\n")
    assert "gradient of drag" in (tmp_path / "drag.html").read_text()


def test_bench(run, monkeypatch):
    monkeypatch.setattr("lazyad.command.actions.SECONDS", 0.001)
    for derivative in ("kernel", "grad", "vjp", "hvp"):
        status, out, _ = run("bench", "command_model.py:drag", "--derivative", derivative)
        assert status == 0
        assert [line[:8].strip() for line in out.splitlines()[:2]] == ["the func", "compiled"]
        assert "ns" in out
    assert run("bench", "command_model.py:told", "--derivative", "vjp")[0] == 0


MISTAKES = [
    ("show command_model.py", "names no function", "file.py:function"),
    ("show nothing.py:f", "there is no file nothing.py", "the path"),
    ("show no_such_module:f", "there is no module no_such_module", "its file"),
    ("show command_model.py:squared", "has no squared", "square"),
    ("show command_model.py:__doc__", "is a str", "the name of a function"),
    ("show command_model.py:known --optimize safe", "compiled already", "the options there"),
    ("show command_model.py:drag --example 1.0,[", "no list of arguments", "as in a call"),
    ("stages command_model.py:square --only nothing", "no stage nothing", "trace"),
    ("export command_model.py:square --out x.f90", "'x.f90'", ".py"),
    ("graph command_model.py:square --out x.jpg", "'x.jpg'", ".svg"),
    ("export command_model.py:square --derivative slope --out x.py", "named 'slope'", "grad"),
    ("check command_model.py:square --points 0", "there are no 0 points", "1 or more"),
    ("check command_model.py:needs", "a traced number has no attribute", "or: --example"),
]


@pytest.mark.parametrize(("words", "what", "instead"), MISTAKES, ids=[one[0] for one in MISTAKES])
def test_mistakes_are_told_in_three_parts(run, words, what, instead):
    status, out, said = run(*words.split())
    assert (status, out) == (2, "")
    first, where, *rest = said.splitlines()
    assert first.startswith("lazyad: ")
    assert what in first
    assert where.startswith("  where: ")
    assert rest[0].startswith("  instead: ")
    assert instead in "\n".join(rest)
    assert "Traceback" not in said


def test_an_error_of_the_users_shows_the_users_lines(run, tmp_path):
    status, _, said = run("show", "command_model.py:broken")
    assert status == 2
    assert [line for line in said.splitlines() if line.startswith("  File")] == [
        f'  File "{tmp_path}/command_model.py", line 35, in broken'
    ]
    assert "NameError: name 'missing' is not defined" in said


def test_python_dash_m(tmp_path):
    (tmp_path / "command_model.py").write_text(MODEL)
    words = [sys.executable, "-m", "lazyad", "show", "command_model:square"]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run(words, check=True, capture_output=True, text=True, cwd=tmp_path, env=env)
    assert done.stdout.endswith("    return x * x, 2.0 * x * dx\n")


def test_colours_are_only_around_what_is_there():
    source = "from math import sin\n\n\ndef f(x):\n    # a\n    return 2.0 * sin(x)\n"
    assert "\x1b[36m2.0\x1b[0m" in coloured(source)
    plain = coloured(source)
    for code in ("90", "36", "32", "34", "0"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == source


@pytest.mark.parametrize("command", ["export", "page", "graph"])
def test_a_folder_that_is_not_there(run, command):
    ends = {"export": "py", "page": "html", "graph": "dot"}[command]
    status, _, said = run(command, "command_model.py:square", "--out", f"nowhere/a.{ends}")
    assert status == 2
    assert said == (
        f"lazyad: 'nowhere/a.{ends}' cannot be written: No such file or directory\n"
        "  where: --out\n  instead: a file in a folder that is there\n"
    )
