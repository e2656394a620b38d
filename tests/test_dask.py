"""Many points in Dask's arrays: each chunk is a task, here or in another process."""

import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import lazyad as la
from tests.helpers_names.checks import three_parts

dask = pytest.importorskip("dask")
da = pytest.importorskip("dask.array")
HERE = Path(__file__).resolve().parent


@pytest.fixture(params=["python", "native"])
def target(request):
    if request.param == "native":
        pytest.importorskip("llvmlite")
    return request.param


@pytest.fixture(autouse=True)
def synchronous():
    with dask.config.set(scheduler="synchronous"):
        yield


def both(rng, size=100, chunks=37):
    x, p = rng.random(size), rng.random((size, 3))
    return (x, p), (da.from_array(x, chunks), da.from_array(p, (chunks, 2)))


def energy(x, p, scale):
    return {"e": scale * math.exp(-x) * (p @ p), "all": (p * x, x > p[0]), "unit": "J"}


def test_chunks_are_the_arrays(target):
    here, there = both(np.random.default_rng(0))
    f = la.compile(energy, target=target)
    expected, lazy = f.batch(*here, 2.0), f.batch(*there, 2.0)
    assert lazy["e"].chunks == ((37, 37, 26),)
    assert lazy["all"][0].shape == (100, 3)
    assert lazy["all"][1].dtype == bool
    (got,) = dask.compute(lazy)
    assert got["unit"] == "J"
    assert np.array_equal(got["e"], expected["e"])
    for one, other in zip(got["all"], expected["all"], strict=True):
        assert np.array_equal(one, other)


def test_words_that_were_said_stay(target):
    f = la.compile(lambda x: (x, "big") if x > 1.0 else (3.0 * x, "small"), target=target)
    lazy = f.batch(da.from_array(np.array([2.0, 3.0]), chunks=2))
    assert (lazy[1], f(2.0)) == ("small", (2.0, "big"))
    with pytest.raises(TypeError, match="other words"):
        lazy[0].compute()


def test_derivatives_axes_and_arrays_of_numpy(target):
    (x, p), (lazy_x, lazy_p) = both(np.random.default_rng(1))
    f = la.compile(lambda x, p, q: x * p[0] * p[2] + q[1], target=target)
    q = np.arange(2.0)
    (grads,) = dask.compute(f.grad.batch(lazy_x, p, q, in_axes=(0, 0, None)))
    assert np.array_equal(grads[0], p[:, 0] * p[:, 2])
    expected = f.batch(x, p, q, in_axes=(0, 0, None))
    got = f.batch(lazy_x, p, q, in_axes=(0, 0, None))
    assert np.array_equal(got.compute(), expected)
    got = la.vmap(f, in_axes=(0, 1, None))(lazy_x, lazy_p.T, da.from_array(q))
    assert np.array_equal(got.compute(), expected)


def test_chunks_of_unknown_sizes(target):
    (x, _), (lazy, _) = both(np.random.default_rng(2))
    f = la.compile(lambda x: 1.0 / x, target=target)
    assert np.array_equal(f.batch(lazy[lazy > 0.5]).compute(), 1.0 / x[x > 0.5])


def test_what_is_refused():
    _, (x, p) = both(np.random.default_rng(3))
    f = la.compile(lambda x, p: x * p[0])
    for args, options, kind in [
        ((x, p[:50]), {}, ValueError),
        ((x[x > 0.5], p), {}, ValueError),
        ((x, p), {"out": np.empty(100)}, TypeError),
        ((x, p), {"in_axes": (0,)}, ValueError),
    ]:
        with pytest.raises(kind) as error:
            f.batch(*args, **options)
        three_parts(error)
    with pytest.raises(ValueError, match=r"math domain|expected a"):
        la.compile(math.sqrt).batch(x - 0.5, errors="raise").compute()


PROCESSES = """
import math
import numpy as np, dask.array as da, lazyad as la
from distributed import Client, LocalCluster

if __name__ == "__main__":
    f = la.compile(lambda x, y: math.exp(-x * y) * math.tanh(x), target="native").value_and_grad
    x, y = np.random.default_rng(0).random((2, 10_000))
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        with Client(cluster):
            value, slopes = f.batch(da.from_array(x, 2_500), da.from_array(y, 2_500))
            got = da.stack([value, *slopes]).compute()
    value, slopes = f.batch(x, y)
    print(np.array_equal(got, [value, *slopes]))
"""


@pytest.mark.slow
def test_processes(tmp_path):
    """The function is no module's: its graph goes to the workers."""
    pytest.importorskip("distributed")
    pytest.importorskip("llvmlite")
    (tmp_path / "main.py").write_text(PROCESSES)
    command = [sys.executable, "main.py"]
    environment = {"PYTHONPATH": str(HERE.parent), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    run = subprocess.run(
        command,
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.stdout.strip() == "True", run.stderr
