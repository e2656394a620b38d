"""Machine code on disk is what was compiled here, or it is not run."""

import gc
import inspect
import math
import os
import pickle
import sqlite3
import subprocess
import sys

import pytest

import lazyad as la
from lazyad.native import cache, machine
from tests.helpers_names.checks import three_parts

pytest.importorskip("llvmlite", reason="the extra native is not installed")


def f(x, y):
    return math.sin(x) * y + x / y


@pytest.fixture
def compiled(tmp_path, monkeypatch):
    """Compile and call; how often LLVM had to improve something."""
    monkeypatch.setattr(la.cache, "folder", tmp_path / "own" / "folder")
    counts = []
    improve = machine._improve
    monkeypatch.setattr(machine, "_improve", lambda *args: (counts.append(1), improve(*args)))

    la.compile(f, target="native")(1.0, 2.0)  # what all machine code shares

    def compiled():
        gc.collect()  # kernels that live are not compiled again
        counts.clear()
        made = la.compile(f, target="native", cache=True)
        assert made(1.0, 2.0) == f(1.0, 2.0)
        with pytest.raises(ZeroDivisionError):
            made(1.0, 0.0)
        return len(counts)

    return compiled


def stored(statement="SELECT key, digest, object FROM code", *given):
    database = sqlite3.connect(cache._file())
    with database:
        rows = database.execute(statement, given).fetchall()
    database.close()
    return rows


def test_what_was_compiled_is_there(compiled):
    first = compiled()
    assert first == 2  # a kernel, and its door
    assert compiled() == 0
    assert cache._file().stat().st_mode & 0o077 == 0
    la.cache.clear()
    assert compiled() == first


@pytest.mark.slow
def test_what_is_damaged_is_compiled_again(compiled):
    first = compiled()
    for key, _, code in stored():
        broken = bytes([code[0] ^ 1]) + code[1:]
        stored("UPDATE code SET object = ? WHERE key = ?", broken, key)
    assert compiled() == first
    assert compiled() == 0
    stored("UPDATE code SET digest = 'another'")
    assert compiled() == first
    stored("UPDATE code SET object = NULL")
    assert compiled() == first
    (_, digest, code), (key, *_), *_ = stored()  # good code, and not this function's
    stored("UPDATE code SET digest = ?, object = ? WHERE key = ?", digest, code, key)
    assert compiled() == 1
    stored("DROP TABLE code")
    assert compiled() == first
    stored("ALTER TABLE code RENAME COLUMN object TO thing")
    assert compiled() == first


@pytest.mark.slow
def test_a_file_that_is_no_database(compiled):
    first = compiled()
    for text in (b"", b"no database" * 1000, cache._file().read_bytes()[:2000]):
        cache._file().write_bytes(text)
        assert compiled() == first
        compiled()
        assert compiled() == 0


@pytest.mark.slow
def test_other_versions_are_others(compiled, monkeypatch):
    first = compiled()
    for name, value in [
        ("__version__", "9.9"),
        ("sys", type("", (), vars(sys) | {"version": "4"})),
    ]:
        with monkeypatch.context() as changed:
            changed.setattr(cache, name, value)
            assert compiled() == first
    with monkeypatch.context() as changed:
        changed.setattr(machine._llvm(), "get_host_cpu_name", lambda: "x86-64")
        assert compiled() == first
    assert compiled() == 0


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners of files")
def test_what_others_may_write_is_not_read(compiled):
    first = compiled()
    cache._file().chmod(0o666)
    assert compiled() == first
    cache._file().chmod(0o600)
    assert compiled() == 0
    cache._file().parent.chmod(0o777)
    assert compiled() == first


def test_a_folder_that_cannot_be(compiled, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(la.cache, "folder", tmp_path / "file" / "folder")
    assert compiled() == compiled() > 0


@pytest.mark.slow
def test_processes_at_once(compiled, tmp_path):
    code = f"import math\nimport lazyad as la\nla.cache.folder = {str(la.cache.folder)!r}\n"
    code += f"{inspect.getsource(f)}\nprint(la.compile(f, target='native', cache=True)(1.0, 2.0))"
    file = tmp_path / "once.py"
    file.write_text(code)
    given = {"args": [sys.executable, str(file)], "stdout": subprocess.PIPE, "text": True}
    path = os.environ | {"PYTHONPATH": os.path.dirname(os.path.dirname(la.__file__))}
    running = [subprocess.Popen(**given, env=path) for _ in range(2)]
    assert {one.communicate()[0] for one in running} == {f"{f(1.0, 2.0)}\n"}
    compiled()
    assert compiled() == 0


def test_kernels_pickle(compiled):
    made = la.compile(f, target="native", cache=True)
    kernel = made.lower(1.0, 2.0).primal.kernel
    assert pickle.loads(pickle.dumps(kernel)) is kernel
    assert pickle.loads(pickle.dumps(made))(1.0, 2.0) == f(1.0, 2.0)


def test_other_targets_have_none():
    with pytest.raises(ValueError, match="cache=True") as error:
        la.compile(f, cache=True)
    three_parts(error)
    with pytest.raises(TypeError, match="cache is 'here'") as error:
        la.compile(f, target="native", cache="here")
    three_parts(error, "cache=True or")
    with pytest.raises(TypeError, match="cache is 'here'") as error:
        la.grad(f, target="native", cache="here")
    three_parts(error, "lazyad.cache.folder")
