"""Planned memory: the same numbers, in pieces that nobody else sees."""

import re
import threading

import black
import numpy as np
import pytest

import lazyad as la
from benchmarks import decoder
from lazyad.emit import bases, groups, memory, recompute
from lazyad.emit.slots import Slot, placed
from lazyad.values.structure import leaves
from tests.test_whole import CASES, SCANS, close, directions


@pytest.fixture
def everything_planned(monkeypatch):
    """As if every array were large, and a block a few rows."""
    monkeypatch.setattr(memory, "LEAST", 1)
    monkeypatch.setattr(groups, "LEAST", 0)
    monkeypatch.setattr(memory, "LARGEST", 1)
    monkeypatch.setattr(memory, "BLOCK", 1)
    monkeypatch.setattr(memory, "FEWEST", 1)
    monkeypatch.setattr("lazyad.emit.planned.FREED", 1)
    monkeypatch.setattr(recompute, "LEAST", 1)
    monkeypatch.setattr(recompute, "FAR", 2)


@pytest.mark.parametrize("name", CASES)
def test_plans_change_no_number(name, everything_planned):
    function, *args = CASES[name]
    args = [np.array(arg) for arg in args]
    plain = la.compile(function, target="array", memory="plain")
    planned = la.compile(function, target="array")
    moved = directions(args)
    for one, two in zip(planned.jvp(args, moved), plain.jvp(args, moved), strict=True):
        close(one, two, 1e-14)  # a product of blocks may be rounded otherwise
    ct = np.random.default_rng(9).normal(size=np.shape(planned(*args)))
    for one, two in zip(planned.vjp(args, ct)[1], plain.vjp(args, ct)[1], strict=True):
        close(one, two)


@pytest.mark.parametrize("function", SCANS, ids=lambda one: one.__name__)
def test_plans_change_no_scan(function, everything_planned):
    rng = np.random.default_rng(3)
    args = [rng.normal(size=shape) * 0.3 for shape in ((3, 3), (3,), (6, 3))]
    plain = la.compile(function, target="array", memory="plain")
    planned = la.compile(function, target="array")
    moved, ct = directions(args), np.ones(np.shape(function(*args)))
    for one, two in zip(planned.jvp(args, moved), plain.jvp(args, moved), strict=True):
        close(one, two, 1e-14)
    for one, two in zip(planned.vjp(args, ct)[1], plain.vjp(args, ct)[1], strict=True):
        close(one, two)


def layer(x, w, gain):
    centred = x - x.mean(-1, keepdims=True)
    h = centred / np.sqrt((centred * centred).mean(-1, keepdims=True) + 1e-5) * gain
    weights = np.exp(h @ w - (h @ w).max(-1, keepdims=True))
    return np.tanh(weights / weights.sum(-1, keepdims=True)) @ w.T


def several(x, w, gain):
    for _ in range(3):
        x = layer(x, w, gain) + x
    return x


def given(rows=512, kind=np.float64):
    rng = np.random.default_rng(1)
    return [rng.normal(size=shape).astype(kind) for shape in ((rows, 64), (64, 64), (64,))]


@pytest.mark.parametrize("kind", [np.float64, np.float32])
def test_layers_by_blocks_of_rows(kind):
    f = la.compile(several, target="array")
    args = given(kind=kind)
    moved = [one[::-1].copy() for one in args]
    value, tangent = f.jvp(args, moved)
    tolerance = 1e-12 if kind is np.float64 else 2e-5
    np.testing.assert_allclose(value, several(*args), rtol=tolerance, atol=tolerance)
    assert value.dtype == tangent.dtype == kind
    exact = [one.astype(np.float64) for one in args], [one.astype(np.float64) for one in moved]
    ahead, behind = [
        several(*[a + s * m for a, m in zip(*exact, strict=True)]) for s in (1e-6, -1e-6)
    ]
    wanted = (ahead - behind) / 2e-6
    loose = 1e-7 if kind is np.float64 else 1e-4
    np.testing.assert_allclose(tangent, wanted, rtol=loose, atol=loose * abs(wanted).max())
    if kind is np.float64:  # of which a row takes twice the memory
        assert "for i in range(0, 512, " in f.source
        assert "out=" in f.source
    assert "out=" not in la.compile(several, target="array", memory="plain").lower(*args).source


@pytest.mark.slow
def test_layers_of_more_variables_than_cpython_likes():
    size = decoder.Size(6, 32, 2)
    args, moved = decoder.data(size)
    f = la.compile(decoder.decoder(size), target="array", wrt="adapters")
    wanted = decoder.tangent_by_hand(size, args, moved)
    np.testing.assert_allclose(f.jvp(args, (moved,)), wanted, rtol=1e-4)
    pieces = [line.split(" = ")[0] for line in f.source.splitlines() if ".ndarray(" in line]
    assert len(pieces) == len(set(pieces)) > 100


def test_a_plan_takes_less_and_says_how_much():
    f = la.compile(several, target="array")
    args = given()
    found = f.lower(*args).memory()
    held = sum(bases.size_of_node(node) for node in f.lower(*args).graph.nodes if not node.op.leaf)
    assert 0 < found.bytes < held / 4
    assert "test_memory.py" in found.where


def waves(x, w, gain):
    for _ in range(6):
        u = x @ w
        x = x + np.sin(u * gain) * np.cos(u) * np.tanh(u + 0.1)
    return x


def test_reverse_mode_computes_again_what_is_cheap(monkeypatch):
    args, ct = given(), np.ones((512, 64))
    found = []
    for far in (40, 10**9):
        monkeypatch.setattr(recompute, "FAR", far)
        f = la.compile(waves, target="array").vjp.lower(args, ct)
        found.append((f.memory().bytes, f.kernel(*args, ct)[1]))
    (less, pulled), (more, wanted) = found
    assert less < 0.85 * more
    for one, two in zip(pulled, wanted, strict=True):
        np.testing.assert_array_equal(one, two)


def test_results_are_nobodys_memory():
    f = la.compile(several, target="array")
    args = given()
    first, kept = f(*args), f(*args).copy()
    f(*[one * 2.0 for one in args])
    np.testing.assert_array_equal(first, kept)


def test_threads_share_no_memory():
    f = la.compile(several, target="array")
    inputs = [given(rows=256 + 64 * at) for at in range(4)]
    wanted = [f(*args) for args in inputs]
    wrong = []

    def work(at):
        for _ in range(5):
            if not np.array_equal(f(*inputs[at]), wanted[at]):
                wrong.append(at)

    threads = [threading.Thread(target=work, args=(at,)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


@pytest.mark.parametrize("how", ["plan", "plain"])
def test_the_source_is_as_black_leaves_it(how):
    f = la.compile(several, target="array", memory=how)
    args = given()
    for source in (f.lower(*args).source, f.vjp.lower(args, np.ones((512, 64))).source):
        assert black.format_str(source, mode=black.Mode()) == source


def attention(x, w, mask):
    def heads(h):
        return h.reshape(4, 64, 4, 32).transpose(0, 2, 1, 3)

    q, k = x @ w, np.tanh(x @ w)
    scores = heads(q) @ heads(k).swapaxes(-1, -2) * 0.1 + mask
    scores = scores - scores.max(-1, keepdims=True)
    e = np.exp(scores)
    out = (e / e.sum(-1, keepdims=True)) @ heads(k)
    h = out.transpose(0, 2, 1, 3).reshape(256, 128) @ w
    return np.tanh(np.tanh(x + np.tanh(h) @ w) @ w) @ w


def attended():
    rng = np.random.default_rng(2)
    return [rng.normal(size=shape) * 0.3 for shape in ((256, 128), (128, 128), (64, 64))]


@pytest.mark.parametrize("size", [0, 3])
def test_attention_goes_by_batch_and_needs_no_copy(size):
    """Its axes are put in order where it is computed; a product of value and tangents is one."""
    args = attended()
    rng = np.random.default_rng(3)
    moved = [rng.normal(size=((size,) if size else ()) + np.shape(one)) for one in args]
    planned = la.compile(attention, target="array", wrt="x")
    plain = la.compile(attention, target="array", memory="plain", wrt="x")
    found = planned.jvp(args, moved[:1])
    for one, two in zip(found, plain.jvp(args, moved[:1]), strict=True):
        close(one, two, 1e-12)
    np.testing.assert_allclose(found[0], attention(*args), rtol=1e-12)
    source = planned.source
    assert "np.copyto(np.reshape(" not in source
    assert "for i in range(0, 4, " in source
    assert re.search(r"np.matmul\(s\d+, w, out=s\d+\)\n +v\d+, d\d+ = s\d+, s\d+\n", source)


def layers_by_scan(x, weights):
    return la.scan(lambda x, w: (np.tanh(layer(x, w, 1.0) * 0.5) + x, x.mean()), x, weights)


def test_rounds_are_planned_like_what_stands_one_after_the_other():
    """Layers by a scan take no more memory than two of them do, and that of their carry."""
    rng = np.random.default_rng(4)
    args = rng.normal(size=(512, 64)), rng.normal(size=(5, 64, 64)) * 0.2
    moved = [one[::-1].copy() for one in args]
    f = la.compile(layers_by_scan, target="array")
    plain = la.compile(layers_by_scan, target="array", memory="plain")
    for one, two in zip(leaves(f.jvp(args, moved)), leaves(plain.jvp(args, moved)), strict=True):
        close(one, two, 1e-12)
    ct = np.ones((512, 64)), np.ones(5)
    for one, two in zip(leaves(f.vjp(args, ct)), leaves(plain.vjp(args, ct)), strict=True):
        close(one, two, 1e-12)
    source = f.lower(*args).source
    assert "x2 = x.copy()" in source
    held = f.lower(*args).memory()
    assert 0 < held.bytes < 8 * args[0].nbytes
    assert "test_memory.py" in held.where


def swapped_by_scan(x, y, rows):
    def step(carry, row):
        x, y = carry
        return (y + row, np.sin(x)), x[0]

    return la.scan(step, (x, y), rows)


def kept_by_scan(x, y, rows):
    def step(carry, row):
        x, y, _ = carry
        new = np.sin(x) * row + y
        return (new, x, new.T), new

    return la.scan(step, (x, y, x.T), rows)


@pytest.mark.parametrize("function", [swapped_by_scan, kept_by_scan])
def test_what_is_carried_crosswise(function, everything_planned):
    rng = np.random.default_rng(5)
    args = rng.normal(size=(4, 4)), rng.normal(size=(4, 4)), rng.normal(size=(7, 4))
    before = [one.copy() for one in args]
    f = la.compile(function, target="array")
    wanted = function(*args)
    for one, two in zip(leaves(f(*args)), leaves(wanted), strict=True):
        close(one, two, 1e-14)
    plain = la.compile(function, target="array", memory="plain")
    for one, two in zip(leaves(f.jvp(args, args)), leaves(plain.jvp(args, args)), strict=True):
        close(one, two, 1e-14)
    for one, two in zip(args, before, strict=True):
        np.testing.assert_array_equal(one, two)


def test_places_that_live_at_a_time_do_not_meet():
    rng = np.random.default_rng(0)
    found = [
        Slot(int(size), int(first), int(first + length))
        for size, first, length in zip(
            rng.choice([100, 5000, 70_000], 400),
            rng.integers(0, 900, 400),
            rng.choice([1, 5, 700], 400),
            strict=True,
        )
    ]
    size = placed(found)
    for at, one in enumerate(found):
        assert one.offset + one.size <= size
        for other in found[:at]:
            apart = one.last < other.first or other.last < one.first
            below = one.offset + one.size <= other.offset
            assert apart or below or other.offset + other.size <= one.offset
