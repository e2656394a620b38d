"""A decoder with adapters (LoRA) on its queries and values, and who computes its derivatives.

In: its sizes. Out: for each contestant a call that is ready to be measured, its NumPy written as a
user would. A room of its own because the same model stands here in NumPy, by hand, in torch and in
JAX, so that each can be compared with the others; `docs/forward-mode-memory.md` is about it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

import lazyad as la

SLOPE = math.sqrt(2.0 / math.pi)  # of the tanh in gelu
RANK, WORDS = 8, 256


class Size(NamedTuple):
    """Layers, tokens of a text, texts of a batch, width of a token, heads of attention."""

    layers: int
    tokens: int = 128
    batch: int = 8
    width: int = 256
    heads: int = 8


class Data(NamedTuple):
    """What a call is given; the adapters are one dict a layer, and so are the layers' weights."""

    adapters: Any
    weights: dict[str, Any]
    texts: Any
    following: Any
    mask: Any


def data(size: Size) -> tuple[Data, Any]:
    """Weights of chance in float32, and a direction for the adapters."""
    rng, d = np.random.default_rng(0), size.width

    def normal(*shape: int, scale: float) -> Any:
        return (rng.standard_normal(shape) * scale).astype(np.float32)

    layers, adapters = [], []
    for _ in range(size.layers):
        layer = {name: normal(d, d, scale=d**-0.5) for name in ("wq", "wk", "wv", "wo")}
        layer["w1"] = normal(d, 4 * d, scale=d**-0.5)
        layer["w2"] = normal(4 * d, d, scale=(8 * d * size.layers) ** -0.5)
        layers.append(layer)
        down = {name: normal(d, RANK, scale=d**-0.5) for name in ("aq", "av")}
        adapters.append(down | {name: normal(RANK, d, scale=0.02) for name in ("bq", "bv")})
    weights = {
        "words": normal(WORDS, d, scale=0.05),
        "places": normal(size.tokens, d, scale=0.02),
        "layers": layers,
        "head": normal(d, WORDS, scale=d**-0.5),
    }
    texts, following = rng.integers(0, WORDS, (2, size.batch * size.tokens))
    mask = np.triu(np.full((size.tokens, size.tokens), -1e9, np.float32), 1)
    direction = [{k: normal(*v.shape, scale=1.0) for k, v in one.items()} for one in adapters]
    return Data(adapters, weights, texts, following, mask), direction


# ---------------------------------------------------------------------------------- in NumPy


def decoder(size: Size, xp: Any = np, scan: Any = None) -> Callable[..., Any]:
    """loss(adapters, weights, texts, following, mask), mean cross-entropy of the next token; with
    `scan`, over layers whose weights are stacked."""
    d, shape = size.width, (size.batch, size.tokens, size.heads, size.width // size.heads)
    rows = size.batch * size.tokens

    def layernorm(x: Any) -> Any:
        centred = x - x.mean(-1, keepdims=True)
        return centred / xp.sqrt((centred * centred).mean(-1, keepdims=True) + 1e-5)

    def gelu(x: Any) -> Any:
        return 0.5 * x * (1.0 + xp.tanh(SLOPE * (x + 0.044715 * x * x * x)))

    def softmax(x: Any) -> Any:
        e = xp.exp(x - x.max(-1, keepdims=True))
        return e / e.sum(-1, keepdims=True)

    def heads(x: Any) -> Any:
        return x.reshape(shape).transpose(0, 2, 1, 3)

    def layer(x: Any, w: Any, a: Any, mask: Any) -> Any:
        h = layernorm(x)
        q = h @ w["wq"] + (h @ a["aq"]) @ a["bq"]
        k = h @ w["wk"]
        v = h @ w["wv"] + (h @ a["av"]) @ a["bv"]
        scores = heads(q) @ heads(k).swapaxes(-1, -2) * (d // size.heads) ** -0.5 + mask
        out = softmax(scores) @ heads(v)
        x = x + out.transpose(0, 2, 1, 3).reshape(rows, d) @ w["wo"]
        return x + gelu(layernorm(x) @ w["w1"]) @ w["w2"]

    def loss(adapters: Any, weights: Any, texts: Any, following: Any, mask: Any) -> Any:
        places = xp.broadcast_to(weights["places"], (size.batch, size.tokens, d))
        x = weights["words"][texts] + places.reshape(rows, d)
        if scan is None:
            for w, a in zip(weights["layers"], adapters, strict=True):
                x = layer(x, w, a, mask)
        else:

            def step(x: Any, row: Any) -> tuple[Any, None]:
                return layer(x, *row, mask), None

            x, _ = scan(step, x, (weights["layers"], adapters))
        z = layernorm(x) @ weights["head"]
        most = z.max(-1, keepdims=True)
        total = xp.log(xp.exp(z - most).sum(-1, keepdims=True)) + most
        return (total - xp.take_along_axis(z, following[:, None], -1)).mean()

    return loss


def stacked(layers: list[dict[str, Any]]) -> dict[str, Any]:
    """One dict of arrays with the layers along their first axis."""
    return {name: np.stack([layer[name] for layer in layers]) for name in layers[0]}


def numpy_plain(size: Size) -> Callable[[], Any]:
    given, _ = data(size)
    loss = decoder(size)
    return lambda: (loss(*given), None)


def lazyad(size: Size, what: str, directions: int = 0, scan: bool = False) -> Callable[[], Any]:
    """`what` is value, tangent, plain (tangent with memory="plain") or gradient."""
    given, moved = data(size)
    if scan:
        layers = stacked(given.weights["layers"])
        given = given._replace(
            adapters=stacked(given.adapters), weights={**given.weights, "layers": layers}
        )
        moved = stacked(moved)
    if directions:
        moved = [
            {k: np.stack([v, *[v * 0.5] * (directions - 1)]) for k, v in one.items()}
            for one in moved
        ]
    loss = decoder(size, scan=la.scan if scan else None)
    memory = "plain" if what == "plain" else "plan"
    f = la.compile(loss, target="array", wrt="adapters", memory=memory)
    if what == "value":
        f.lower(*given)
        return lambda: (f(*given), None)
    if what == "gradient":
        ct = np.float32(1.0)
        f.vjp.lower(given, ct)

        def call() -> Any:
            value, (gradient,) = f.vjp(given, ct)
            return along(value, gradient, moved)

        return call
    f.lower(*given)
    return lambda: first(*f.jvp(given, (moved,)))


def first(value: Any, tangents: Any) -> tuple[Any, Any]:
    """The value, and the tangent along the first direction."""
    return value, np.ravel(tangents)[0]


def along(value: Any, gradient: Any, moved: Any) -> tuple[Any, Any]:
    """The value, and its change along that direction, by a gradient."""
    if isinstance(moved, dict):
        gradient, moved = [gradient], [moved]
    pairs = zip(gradient, moved, strict=True)
    return value, sum(np.vdot(one[k], move[k]) for one, move in pairs for k in move)


# ---------------------------------------------------------------------------------- by hand


def numpy_by_hand(size: Size) -> Callable[[], Any]:
    given, moved = data(size)
    return lambda: tangent_by_hand(size, given, moved)


def tangent_by_hand(size: Size, given: Data, moved: Any) -> tuple[Any, Any]:
    """Value and tangent as a careful person writes them: in place, temporaries deleted."""
    _, weights, texts, following, mask = given
    d, shape = size.width, (size.batch, size.tokens, size.heads, size.width // size.heads)
    x = weights["words"][texts] + np.tile(weights["places"], (size.batch, 1))
    dx = np.zeros_like(x)
    for w, a, da in zip(weights["layers"], given.adapters, moved, strict=True):
        h, dh = layernorm_by_hand(x, dx)
        q, dq = adapted(h, dh, w["wq"], (a["aq"], a["bq"]), (da["aq"], da["bq"]))
        k, dk = h @ w["wk"], dh @ w["wk"]
        v, dv = adapted(h, dh, w["wv"], (a["av"], a["bv"]), (da["av"], da["bv"]))
        del h, dh
        parts = [one.reshape(shape).transpose(0, 2, 1, 3) for one in (q, dq, k, dk, v, dv)]
        out, dout = attention_by_hand(parts, mask, (d // size.heads) ** -0.5)
        del q, dq, k, dk, v, dv, parts
        x = x + out.transpose(0, 2, 1, 3).reshape(x.shape) @ w["wo"]
        dx = dx + dout.transpose(0, 2, 1, 3).reshape(x.shape) @ w["wo"]
        del out, dout
        h, dh = layernorm_by_hand(x, dx)
        u, du = h @ w["w1"], dh @ w["w1"]
        del h, dh
        gelu_by_hand(u, du)
        x += u @ w["w2"]
        dx += du @ w["w2"]
        del u, du
    h, dh = layernorm_by_hand(x, dx)
    z, dz = h @ weights["head"], dh @ weights["head"]
    most = z.max(-1, keepdims=True)
    e = np.exp(z - most)
    total = e.sum(-1, keepdims=True)
    at = following[:, None]
    value = np.log(total) + most - np.take_along_axis(z, at, -1)
    tangent = (e * dz).sum(-1, keepdims=True) / total - np.take_along_axis(dz, at, -1)
    return value.mean(), tangent.mean()


def layernorm_by_hand(x: Any, dx: Any) -> tuple[Any, Any]:
    y = x - x.mean(-1, keepdims=True)
    scale = 1.0 / np.sqrt((y * y).mean(-1, keepdims=True) + 1e-5)
    y *= scale
    dy = dx - dx.mean(-1, keepdims=True)
    dy -= y * (y * dy).mean(-1, keepdims=True)
    dy *= scale
    return y, dy


def adapted(h: Any, dh: Any, w: Any, ab: Any, dab: Any) -> tuple[Any, Any]:
    (a, b), (da, db) = ab, dab
    low = h @ a
    q = h @ w
    q += low @ b
    dq = dh @ w
    dq += (dh @ a + h @ da) @ b
    dq += low @ db
    return q, dq


def attention_by_hand(parts: list[Any], mask: Any, scale: float) -> tuple[Any, Any]:
    q, dq, k, dk, v, dv = parts
    s = q @ k.swapaxes(-1, -2)
    s *= scale
    s += mask
    s -= s.max(-1, keepdims=True)
    np.exp(s, out=s)
    s /= s.sum(-1, keepdims=True)
    ds = dq @ k.swapaxes(-1, -2)
    ds += q @ dk.swapaxes(-1, -2)
    ds *= scale
    ds *= s
    ds -= s * ds.sum(-1, keepdims=True)
    out = s @ v
    dout = ds @ v
    dout += s @ dv
    return out, dout


def gelu_by_hand(u: Any, du: Any) -> None:
    """Both in place."""
    inner = u * u
    th = inner * (0.044715 * SLOPE)
    th += SLOPE
    th *= u
    np.tanh(th, out=th)
    inner *= 1.5 * 0.044715 * SLOPE
    inner += 0.5 * SLOPE
    inner *= u
    slope = th * th
    np.subtract(1.0, slope, out=slope)
    slope *= inner
    th += 1.0
    th *= 0.5
    slope += th
    du *= slope
    u *= th


# ---------------------------------------------------------------------------------- peers


def torch_peer(size: Size, what: str) -> Callable[[], Any]:  # noqa: PLR0915
    """`what` is value, backprop, sdpa, checkpoints (with sdpa), jvp or directions (vmap of jvp)."""
    import torch
    from torch.nn import functional
    from torch.utils.checkpoint import checkpoint

    torch.set_num_threads(1)

    def tensors(tree: Any) -> Any:
        if isinstance(tree, dict):
            return {key: tensors(one) for key, one in tree.items()}
        if isinstance(tree, list):
            return [tensors(one) for one in tree]
        return torch.from_numpy(tree)

    def prepared(size: Size) -> Callable[[], Any]:
        given, direction = data(size)
        d, shape = size.width, (size.batch, size.tokens, size.heads, size.width // size.heads)
        adapters, weights, texts, following, mask = map(tensors, given)
        moved = tensors(direction)
        fused = what in {"sdpa", "checkpoints"}

        def heads(x: Any) -> Any:
            return x.reshape(shape).transpose(1, 2)

        def layer(x: Any, w: Any, a: Any) -> Any:
            h = functional.layer_norm(x, (d,))
            q = h @ w["wq"] + (h @ a["aq"]) @ a["bq"]
            k = h @ w["wk"]
            v = h @ w["wv"] + (h @ a["av"]) @ a["bv"]
            if fused:
                attend = functional.scaled_dot_product_attention
                out = attend(heads(q), heads(k), heads(v), is_causal=True)
            else:
                scores = heads(q) @ heads(k).mT * (d // size.heads) ** -0.5 + mask
                out = scores.softmax(-1) @ heads(v)
            x = x + out.transpose(1, 2).reshape(x.shape) @ w["wo"]
            h = functional.layer_norm(x, (d,))
            return x + functional.gelu(h @ w["w1"], approximate="tanh") @ w["w2"]

        def loss(adapters: Any) -> Any:
            x = weights["words"][texts] + weights["places"].repeat(size.batch, 1)
            for w, a in zip(weights["layers"], adapters, strict=True):
                if what == "checkpoints":
                    x = checkpoint(layer, x, w, a, use_reentrant=False)
                else:
                    x = layer(x, w, a)
            z = functional.layer_norm(x, (d,)) @ weights["head"]
            return functional.cross_entropy(z, following)

        if what == "value":

            def call() -> Any:
                with torch.no_grad():
                    return float(loss(adapters)), None

        elif what in {"jvp", "directions"}:
            several = [
                {k: torch.stack([v, *[v * 0.5] * 7]) for k, v in one.items()} for one in moved
            ]

            def tangent(move: Any) -> Any:
                return torch.func.jvp(loss, (adapters,), (move,))

            def call() -> Any:
                with torch.no_grad():
                    if what == "jvp":
                        return tuple(map(float, tangent(moved)))
                    value, found = torch.func.vmap(tangent)(several)
                    return float(value[0]), float(found[0])

        else:
            inputs = [one for part in adapters for one in part.values()]

            def call() -> Any:
                for one in inputs:
                    one.requires_grad_()
                    one.grad = None
                value = loss(adapters)
                value.backward()
                gradient = [{k: v.grad.numpy() for k, v in one.items()} for one in adapters]
                return along(float(value.detach()), gradient, direction)

        return call

    prepared(Size(1, 8, 1))()  # what it loads and sets up once is not the call's
    return prepared(size)


def jax_peer(size: Size, what: str) -> Callable[[], Any]:
    """`what` is jvp or grad, each under jit, compiled beforehand."""
    import jax

    given, moved = data(size)
    loss = decoder(size, xp=jax.numpy)
    placed, direction = jax.device_put((tuple(given), moved))

    def tangent(adapters: Any, move: Any, *rest: Any) -> Any:
        return jax.jvp(lambda one: loss(one, *rest), (adapters,), (move,))

    if what == "jvp":
        run = jax.jit(tangent).lower(placed[0], direction, *placed[1:]).compile()
        return lambda: tuple(map(float, run(placed[0], direction, *placed[1:])))
    run = jax.jit(jax.value_and_grad(loss)).lower(*placed).compile()
    return lambda: along(*jax.tree.map(np.asarray, run(*placed)), moved)


CONTESTANTS: dict[str, Callable[[Size], Callable[[], Any]]] = {
    "NumPy, value": numpy_plain,
    "NumPy by hand, value and tangent": numpy_by_hand,
    "lazyad, value": lambda size: lazyad(size, "value"),
    "lazyad, value and tangent": lambda size: lazyad(size, "tangent"),
    'lazyad, memory="plain"': lambda size: lazyad(size, "plain"),
    "lazyad, layers by la.scan": lambda size: lazyad(size, "tangent", scan=True),
    "lazyad, 8 directions": lambda size: lazyad(size, "tangent", directions=8),
    "lazyad, gradient": lambda size: lazyad(size, "gradient"),
    "lazyad, gradient by la.scan": lambda size: lazyad(size, "gradient", scan=True),
    "torch, value": lambda size: torch_peer(size, "value"),
    "torch, backprop": lambda size: torch_peer(size, "backprop"),
    "torch, backprop with SDPA": lambda size: torch_peer(size, "sdpa"),
    "torch, SDPA and a checkpoint per layer": lambda size: torch_peer(size, "checkpoints"),
    "torch.func.jvp": lambda size: torch_peer(size, "jvp"),
    "torch, 8 directions": lambda size: torch_peer(size, "directions"),
    "jax.jit(jvp)": lambda size: jax_peer(size, "jvp"),
    "jax.jit(grad)": lambda size: jax_peer(size, "grad"),
}
