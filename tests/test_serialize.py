"""Stored graphs: what a text may name, and what it may not make anybody do."""

import dataclasses
import enum
import io
import json
import math
import multiprocessing
import pickle
import re
import sys
import threading
from typing import NamedTuple

import numpy as np
import pytest

import lazyad as la
from lazyad.arrays.forms import form_of
from lazyad.run import kernels
from lazyad.run.serialize import FORMAT, dumps, loads
from tests.helpers_names.checks import three_parts


class Refused(ArithmeticError):
    pass


class Words(NamedTuple):
    first: float
    word: str


@dataclasses.dataclass
class Inner:
    of: float


def polar(x, y):
    if x < 0:
        raise Refused("x < 0")
    return {"r": [math.hypot(x, y), 1.0], "p": Words(x, "a'\"\n\\")}


def data_of(function, *args):
    return json.loads(dumps(la.compile(function).lower(*args).trace))


SMALL = {
    "format": FORMAT,
    "name": "f",
    "inputs": {"dict": [["x", 0]]},
    "seeds": [],
    "nodes": [["input", "x"], ["const", 2.0], ["mul", 0, 1]],
    "outputs": 2,
    "ops": {},
}
DEEP = 2
for _ in range(150):
    DEEP = {"list": [DEEP]}


def changed(path, value):
    data = json.loads(json.dumps(SMALL))
    *way, last = path
    place = data
    for step in way:
        place = place[step]
    place[last] = value
    return json.dumps(data)


OUT, ROW = ("outputs",), ("nodes", 2)
HOSTILE = [
    # names
    *[
        changed(("name",), bad)
        for bad in ("f(x): pass\ndef g", "class", "f\n", "ｆ", "", None, 1, ["f"])
    ],
    *[
        changed(("inputs",), {"dict": [[bad, 0]]})
        for bad in ("x; import os", "if", "x\n", "ｘ", "m²", 1, None)
    ],
    changed(("inputs",), {"list": [0]}),
    changed(("inputs",), {"dict": [["x", 0], ["x", 0]]}),
    changed(("inputs",), {"dict": [["x", 0], ["y", 0]]}),
    changed(("inputs",), {"dict": [["x", 1]]}),
    changed(("inputs",), {"dict": {"x": 0}}),
    changed(("inputs",), 0),
    changed(("seeds",), ["y"]),
    changed(("seeds",), [0]),
    changed(("seeds",), "x"),
    changed(("seeds",), [["x"]]),
    # rows
    *[
        changed(ROW, ["mul", 0, bad])
        for bad in (2, 3, 10**30, -1, True, 1.0, "1", None, [1], {"a": 1})
    ],
    *[
        changed(ROW, bad)
        for bad in (["mul", 0], ["mul", 0, 1, 1], [], {}, "mul", None, [["mul"], 0, 1], 2)
    ],
    *[
        changed((*ROW, 0), bad)
        for bad in ("__import__", "os.system", "mul\n", "", True, None, "Mul")
    ],
    *[
        changed(("nodes", 1), ["const", bad])
        for bad in ("2.0", "nan", 2, None, [2.0], {"float": 2})
    ],
    changed(("nodes", 1), ["const"]),
    changed(("nodes", 1), ["const", 1.0, 2.0]),
    *[
        changed(("nodes", 0), ["input", bad])
        for bad in (0, None, [1.0], [1.0, "2"], [True, 1.0], [1.0, 2.0, 3.0], {"a": 1})
    ],
    changed(("nodes",), {"0": ["input", "x"]}),
    # exceptions
    *[
        changed(("nodes", 1), ["raise", bad])
        for bad in (
            [["os", "system"], "rm"],
            [["builtins", "exec"], "1"],
            [["builtins", "print"], "1"],
            [["builtins", "GeneratorExit"], "1"],
            [["builtins", "__import__"], "os"],
            [["builtins", "ValueError"], 1],
            [["builtins", "ValueError"], None],
            [["builtins", 1], "a"],
            [["builtins"], "a"],
            ["ValueError", "a"],
            ["builtins", "ValueError", "a"],
            [[["os"], "system"], "a"],
        )
    ],
    # containers
    *[
        changed(OUT, bad)
        for bad in (
            DEEP,
            -1,
            3,
            True,
            2.0,
            "2",
            None,
            [2],
            {},
            {"set": [2]},
            {"__class__": [2]},
            {"tuple": 2},
            {"list": {"a": 2}},
            {"list": [2], "tuple": [2]},
            {"dict": [["a", 2, 2]]},
            {"dict": [[1.5, 2]]},
            {"dict": [[["a"], 2]]},
            {"dict": [["a", 2], ["a", 2]]},
            {"dict": [[1, 2], [True, 2]]},
            {"static": 1},
            {"static": ["a"]},
            {"array": [[2], [2], None]},
            {"array": [[-1], [2], None]},
            {"array": [[-1, -1], [2], None]},
            {"array": [[True], [2], None]},
            {"array": [["1"], [2], None]},
            {"array": [[1.0], [2], None]},
            {"array": [[], [2], None]},
            {"array": [[1], [9], None]},
            {"array": [[1], 2, None]},
            {"array": [[1], [2]]},
            {"array": [[10**12, 0], [], None]},
            {"array": [[1], [2], [[0], [0], [1]]]},
            {"array": [[1], [2], [[1], [0], [1, 1]]]},
            {"array": [[1], [2], [[0], [-1], [1, 1]]]},
            {"array": [[1], [2], [[0, 0], [0, 0], [1, 1]]]},
            {"array": [[1], [2], [[0], [0, 1], [2, 2]]]},
            {"array": [[1], [2], "abc"]},
            {"record": [["os", "system"], [["x", {"static": "echo"}]]]},
            {"record": [["builtins", "exec"], [["x", 2]]]},
            {"record": [["tests.helpers_names.records", "Pair"], [["x", 2]]]},
            {"record": [["subprocess", "Popen"], [["args", {"static": "true"}]]]},
            {"record": ["os", [["x", 2]]]},
            {"record": [["a", "b"]]},
        )
    ],
    # the text itself
    "",
    "[]",
    "null",
    "1",
    "{}",
    "[" * 100_000,
    '{"a":' * 100_000,
    "1" * 10_000,
    json.dumps(SMALL)[:-1],
    json.dumps({k: v for k, v in SMALL.items() if k != "nodes"}),
]


def test_the_small_text_is_one():
    assert str(loads(json.dumps(SMALL))) == "f(x):\n  %0 = mul(x, 2.0)\n  return %0"


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[-60:])
def test_hostile_texts(text):
    with pytest.raises(ValueError, match="where:") as error:
        loads(text)
    three_parts(error)
    with pytest.raises(ValueError, match="where:"):
        loads(text, classes=None)


def test_other_things_than_text():
    for thing in (None, 1, [], object()):
        with pytest.raises(ValueError, match="where:"):
            loads(thing)


@pytest.mark.parametrize("found", [None, 0, 1, FORMAT + 1, str(FORMAT), True, float(FORMAT)])
def test_another_format_is_an_error(found):
    with pytest.raises(ValueError, match=f"this lazyad reads format {FORMAT}") as error:
        loads(changed(("format",), found))
    three_parts(error)


def test_a_compiled_function_of_another_format_is_an_error():
    f = la.compile(lambda x: x * 2.0)
    restore, (_, *state) = f.__reduce__()
    with pytest.raises(ValueError, match="of format 1, and this lazyad reads"):
        restore(1, *state)


def test_everything_that_is_stored_is_read():
    x = la.Node.with_grad(3)
    assert pickle.loads(pickle.dumps(x * 2.0)).eval().real == 6.0
    f = la.jacobian(lambda x: [x[0] * x[1], x[2]], sparse=True)
    assert f([1.0, 2.0, 3.0]).toarray().tolist() == [[2.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
    for graph in (f.graph, f.trace, la.compile(lambda x: np.zeros((0, 2))).trace):
        again = loads(dumps(graph))
        assert str(again) == str(graph)
        assert repr(again.outputs).count("Sparsity") == repr(graph.outputs).count("Sparsity")


@pytest.mark.slow
def test_many_rows():
    rows = [*SMALL["nodes"], *[["mul", at, 1] for at in range(2, 50_000)]]
    graph = loads(json.dumps({**SMALL, "nodes": rows, "outputs": len(rows) - 1}))
    assert len(graph.nodes) == len(rows)


def test_strings_and_floats_come_back_as_they_are():
    for text in ["'\"", "\n\r\x00", "{x}", "\\", "\ud800", "\u2028", "'); import os; ('", "é", "𝒳"]:
        made = la.compile(loads(changed(OUT, {"dict": [[text, 2]]})))
        assert made(3.0) == {text: 6.0}
    for number in (math.inf, -math.inf, -0.0, 5e-324, 1.7976931348623157e308):
        made = la.compile(loads(changed(("nodes", 1), ["const", number])))
        assert repr(made(1.0)) == repr(number)
    assert math.isnan(la.compile(loads(changed(("nodes", 1), ["const", math.nan])))(1.0))


def test_classes_are_handed_over():
    text = dumps(la.compile(polar).trace)
    with pytest.raises(ValueError, match="which it was not given") as error:
        loads(text)
    three_parts(error, "loads(text, classes=[...])")
    with pytest.raises(ValueError, match="Refused"):
        loads(text, classes=[Words])
    for classes in ([Words, Refused], None):
        again = la.compile(loads(text, classes=classes))
        assert again(3.0, 4.0) == polar(3.0, 4.0)
        with pytest.raises(Refused, match="x < 0"):
            again(-1.0, 4.0)


@pytest.mark.parametrize(
    "fields",
    [
        [["first", 2]],
        [["word", 2], ["first", 2]],
        [["first", 2], ["word", 2], ["third", 2]],
        [["first=print('x') or", 2], ["word", 2]],
        [["first", 2], [1, 2]],
    ],
)
def test_fields_are_those_of_the_class(fields):
    text = changed(OUT, {"record": [[__name__, "Words"], fields]})
    for classes in ([Words], None):
        with pytest.raises(ValueError, match="no such fields"):
            loads(text, classes=classes)


def test_nothing_is_imported():
    assert "antigravity" not in sys.modules
    for path in (["antigravity", "Pair"], ["this", "s"]):
        text = changed(OUT, {"record": [path, [["x", 2]]]})
        with pytest.raises(ValueError, match=f"import {path[0]} before loading"):
            loads(text, classes=None)
        assert path[0] not in sys.modules
    with pytest.raises(ValueError, match="names the op 'spline'") as error:
        loads(json.dumps({**SMALL, "nodes": [["spline", 0]], "ops": {"spline": "antigravity"}}))
    three_parts(error, "import antigravity before loading it")
    with pytest.raises(ValueError, match="import the module that defines it"):
        loads(json.dumps({**SMALL, "nodes": [["spline", 0]], "ops": {"spline": "os\nsystem"}}))
    assert "antigravity" not in sys.modules


# -- kernels and pickles


class OnlyKernels(pickle.Unpickler):
    """What a cautious program reads kernels with."""

    def find_class(self, module, name):
        if not module.startswith("lazyad.run.kernels.k"):
            raise pickle.UnpicklingError(module)
        return super().find_class(module, name)


def test_the_pickle_of_a_kernel_names_one_loader():
    kernel = la.compile(polar).kernel
    again = OnlyKernels(io.BytesIO(pickle.dumps(kernel))).load()
    assert again(3.0, 4.0, 1.0, 0.0) == kernel(3.0, 4.0, 1.0, 0.0)


@pytest.mark.parametrize("name", ["k0_", "k0_eJw", "k", "k0_!!!!", "kernels", "k0_" + "A" * 40])
def test_names_of_no_kernel(name):
    data = b"clazyad.kernels." + name.encode() + b"\nf\n."
    with pytest.raises((ValueError, ImportError, pickle.UnpicklingError)):
        OnlyKernels(io.BytesIO(data)).load()


def square_of_all(x):
    return (x * x).sum()


@la.compile
def decorated(x):
    return x[0] * x[1]


class Scaled:
    def __init__(self, k):
        self.k = k

    @la.compile
    def times(self, x):
        return self.k * x


def called(f):
    return f(np.array([1.0, 2.0])).tolist()


def test_what_was_never_called_pickles_by_its_name():
    f = la.grad(square_of_all)
    again = pickle.loads(pickle.dumps(f))
    assert called(again) == [2.0, 4.0]
    assert pickle.loads(pickle.dumps(decorated)) is decorated
    again = pickle.loads(pickle.dumps(la.grad(decorated)))
    assert again((2.0, 3.0)) == (3.0, 2.0)
    with pytest.raises(TypeError, match="never called") as error:
        pickle.dumps(la.grad(lambda x: x[0] * x[1]))
    three_parts(error, "before it is pickled")


def test_another_process_that_knows_nothing():
    f, bound = la.grad(square_of_all), Scaled(3.0).times
    called(f)
    bound(1.0)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.map(called, [la.grad(square_of_all), f]) == [[2.0, 4.0]] * 2
        assert pool.map(bound, [2.0]) == [6.0]


def test_a_bad_call_leaves_nothing_behind():
    f = la.compile(lambda x: x * 2.0)
    with pytest.raises(TypeError):
        f("a")
    assert "2.0 * x" in f.source or "x * 2.0" in f.source
    assert f(1.0) == 2.0
    with pytest.raises(TypeError):
        f([1.0])
    assert f.report()
    assert pickle.loads(pickle.dumps(f))(2.0) == 4.0
    g = la.grad(lambda x: x[0] * x[0])
    with pytest.raises(TypeError):
        g(1.0)
    assert g([3.0]) == [6.0]
    with pytest.raises(TypeError):
        g(1.0)
    assert "x0" in g.source


def test_two_threads_call_badly_and_well():
    f = la.compile(lambda x: x * 2.0)
    found = []

    def run(bad):
        for _ in range(50):
            try:
                found.append(f("a") if bad else f(2.0))
            except TypeError:
                found.append(None)
            assert f.source

    threads = [threading.Thread(target=run, args=(bad,)) for bad in (True, False)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert found.count(4.0) == found.count(None) == 50


# -- strings of other classes


class Colour(enum.StrEnum):
    RED = "red"


class Mode(str, enum.Enum):  # noqa: UP042, which is another thing
    FAST = "fast"


class Loud(str):
    def __repr__(self):
        return "print('foreign')"


class Number(float):
    def __repr__(self):
        return "print('foreign')"


@pytest.mark.parametrize("word", [Colour.RED, Mode.FAST, np.str_("it's"), Loud("loud")])
def test_strings_are_written_as_strings(word, capsys):
    def raises(x):
        if x < 0:
            raise ValueError(word)
        return Words(x, word)

    f = la.compile(raises)
    assert f(2.0) == Words(2.0, str.__str__(word))
    with pytest.raises(ValueError, match=str(word)):
        f(-1.0)
    assert pickle.loads(pickle.dumps(f.kernel)) is f.kernel
    assert loads(dumps(f.trace), classes=None)
    assert capsys.readouterr().out == ""


def test_keys_that_find_the_same():
    f = la.compile(lambda x: {Colour.RED: x, np.str_("a"): 2 * x, Mode.FAST: 3 * x})
    assert f(1.0) == {"red": 1.0, "a": 2.0, "fast": 3.0}
    assert la.compile(lambda d: d[Colour.RED] * 2)({Colour.RED: 1.5}) == 3.0
    with pytest.raises(TypeError, match="dict key of type Loud"):
        la.compile(lambda x: {Loud("a"): x})(1.0)


def test_floats_are_written_as_floats(capsys):
    assert la.compile(lambda x: x * Number(2.5))(2.0) == 5.0
    x = la.Node.input("x")
    constant = la.graph.Node(la.graph.CONST, (), Number(2.5))
    assert la.compile(la.Graph([x], x * constant))(2.0) == 5.0
    assert capsys.readouterr().out == ""


def test_classes_that_only_look_builtin():
    error = type("print", (ValueError,), {"__module__": "builtins"})
    spaced = type("a b; import os", (ValueError,), {})

    def f(x):
        if x < 0:
            raise error("a")
        if x < 1:
            raise spaced("b")
        return x

    compiled = la.compile(f)
    for x in (-1.0, 0.5):
        with pytest.raises(ValueError, match=r"[ab]$"):
            compiled(x)
    assert compiled(2.0) == 2.0


def test_a_function_that_was_lowered():
    f = la.compile(lambda p: p["a"] ** 3)
    f.hvp(({"a": 2.0},), ({"a": 1.0},))
    for one in (f.lower({"a": 2.0}), f.grad.lower({"a": 2.0}), f.hvp.lowered):
        assert repr(one).startswith(f"<lazyad.compile({one.name}) for p: a dict of 'a'")
        found = pickle.loads(pickle.dumps(one))
        assert repr(found) == repr(one)
        assert found.source == re.sub(r" *# test_serialize.*\n", "", one.source)


C = np.arange(12.0).reshape(4, 3)
WHOLE = [
    lambda x: np.sum(np.cumsum(x, axis=0)[1:, ::2] @ np.ones(2)),
    lambda x: np.sum(la.softmax(x) ** 2 * C),
    lambda x: np.einsum("ij,kj,kl->", x, x, np.arange(8, dtype="i4").reshape(4, 2)),
    lambda x: np.sum(np.sort(x, axis=0)[[0, 2, 2]] * [[np.inf, np.nan, 1.0]] > 0.0) + x[0, 0],
    lambda x: np.linalg.eigh(x.T @ x)[0].sum() + np.linalg.solve(x.T @ x + np.eye(3), C.T).sum(),
    lambda x: np.sum(np.searchsorted([0.0, 1.0], x[:, 0], side="right") * x[:, 1].astype("f4")),
    lambda x: la.scan(lambda h, r: (np.tanh(h * x[0] + r), h.sum()), np.zeros(3), x)[1].sum(),
]


@pytest.mark.parametrize("function", WHOLE)
def test_whole_arrays_are_stored(function, monkeypatch):
    x = np.sin(np.arange(12.0)).reshape(4, 3)
    f = la.compile(function, target="array")
    value, gradient = f(x), f.grad(x)
    for graph in (f.trace, f.graph, f.grad.graph):
        again = loads(dumps(graph))
        assert str(again) == str(graph)
        assert {*map(str, map(form_of, again.nodes))} == {*map(str, map(form_of, graph.nodes))}
    stored = pickle.dumps([f, f.grad.kernel])
    monkeypatch.setattr(kernels, "_alive", {})  # as in another process
    again, kernel = pickle.loads(stored)
    assert kernel is not f.grad.kernel
    np.testing.assert_array_equal(again(x), value)
    np.testing.assert_array_equal(again.grad(x), gradient)
    np.testing.assert_array_equal(kernel(x), gradient)


ONE = {"format": FORMAT, "name": "f", "inputs": {"dict": [["x", 0]]}, "seeds": [], "ops": {}}
BODY = {"name": "g", "inputs": {"dict": [["h", 0]]}, "seeds": [], "ops": {}}
BODY |= {"nodes": [["input", "h"]], "outputs": {"tuple": [{"tuple": [0]}, {"tuple": []}]}}


@pytest.mark.parametrize(
    "row",
    [
        ["astype", 0, "os"],
        ["astype", 0, "float64)"],
        ["einsum", 0, "i->i', *x"],
        ["einsum", 0, "ij->"],
        ["sum", 0, [["__import__('os')"], False]],
        ["sum", 0, {"array": ["float64", [1], ["1"]]}],
        ["sum", 0],
        ["sum", 0, 0, [[-1], False]],
        ["constant", {"array": ["object", [1], [1.0]]}],
        ["constant", {"array": ["float64", [2], [1.0]]}],
        ["constant", {"array": ["float64", [-1], [1.0]]}],
        ["constant", [1.0]],
        ["slice", 0, [5, 5, 5]],
        ["scan", 0, [1, 0, -1, False, 0], BODY],
        ["scan", 0, [1, 0, 2, "x", 0], BODY],
        ["scan", 0, [2, 0, 2, False, 0], BODY],
        ["scan", 0, 0, [1, 1, 2, False, 0], BODY],
        ["scan", 0, [1, 0, 2, False, 0], {**BODY, "outputs": 0}],
        ["item", 0, 0],
    ],
    ids=str,
)
def test_hostile_arrays(row):
    nodes = [["input", "x", [[4], "float64"]], row]
    with pytest.raises(ValueError, match="where:") as error:
        loads(json.dumps({**ONE, "nodes": nodes, "outputs": 1}))
    three_parts(error)


@pytest.mark.parametrize("form", [[[4], "os"], [[-4], "float64"], [["4"], "float64"], 4, [[4]]])
def test_hostile_forms(form):
    with pytest.raises(ValueError, match="where:"):
        loads(json.dumps({**ONE, "nodes": [["input", "x", form]], "outputs": 0}))


def test_what_is_made_of_tangents_is_read_if_they_fit():
    f = la.compile(lambda x: np.linalg.eigvalsh([[x, 1.0], [1.0, 2.0]])[0])
    text = dumps(f.lower(1.0).trace)
    assert la.compile(loads(text)).grad(1.0) == f.grad(1.0)
    for count in (0, 3, 5):
        data = json.loads(text)
        data["made"][0][0] = count
        with pytest.raises(ValueError, match="tangents that do not fit"):
            loads(json.dumps(data))
