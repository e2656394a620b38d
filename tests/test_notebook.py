"""A notebook in a real kernel: IPython and its debugger put functions of their own everywhere."""

from pathlib import Path

import pytest

TOUR = Path(__file__).parents[1] / "examples" / "tour.ipynb"
CELLS = """
import math
import numpy as np
import lazyad as la
K = 2.0
# %%
@la.compile
def f(x):
    return K * math.sin(x) if x > 0 else x * x
f(0.5), f.grad(0.5), f.grad(-1.0)
# %%
K = 3.0
f.grad(0.5) == 3.0 * math.cos(0.5)
# %%
def helper(x):
    return x * x
g = la.compile(lambda x: helper(x) + np.sum(np.array([x, x])))
g.grad(2.0)
# %%
def helper(x):
    return x * x * x
g.grad(2.0)
# %%
print(g.source)
# %%
import builtins
[name for name, value in vars(builtins).items() if type(value).__name__ == "function"]
# %%
la.compile(lambda x: hash(x) * x)(2.0)
""".split("# %%")


@pytest.mark.slow
def test_a_notebook_runs_in_a_real_kernel():
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS])
    nbclient.NotebookClient(notebook, timeout=60, allow_errors=True).execute()
    outputs = [cell.outputs for cell in notebook.cells]
    texts = [
        o[-1].get("data", {}).get("text/plain", o[-1].get("text")) if o else "" for o in outputs
    ]
    assert texts[1].startswith("(0.958851077208406, 1.755165123780745")
    assert texts[2] == "True"
    assert texts[3:5] == ["6.0", "14.0"]
    assert "def f(x, dx):" in texts[5]
    assert texts[6] != "[]"  # what used to kill every trace
    error = outputs[7][-1]
    assert error.ename == "TracedValueError"
    assert "hashed" in error.evalue


@pytest.mark.slow
def test_the_tour_runs(tmp_path):
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    for module in ("ipykernel", "matplotlib", "scipy"):
        pytest.importorskip(module)
    notebook = nbformat.read(TOUR, 4)
    stored = [len(cell.get("outputs", ())) for cell in notebook.cells]
    where = {"metadata": {"path": str(tmp_path)}}
    nbclient.NotebookClient(notebook, timeout=60, resources=where).execute()
    assert [len(cell.get("outputs", ())) for cell in notebook.cells] == stored
    assert (tmp_path / "pull.html").exists()
    shown = [
        kind
        for cell in notebook.cells
        for o in cell.get("outputs", ())
        for kind in o.get("data", ())
    ]
    assert (shown.count("image/png"), shown.count("image/svg+xml")) == (2, 1)
    assert shown.count("text/html") >= 7
