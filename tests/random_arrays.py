"""Random functions of whole arrays, written as a person writes NumPy, and what must hold of each.

In: a seed. Out: nothing, or an assertion. A room of its own because it is run on more seeds than
the suite has time for: `python -m tests.random_arrays 0 500`.
"""

import sys
from contextlib import suppress
from functools import partial

import numpy as np

import lazyad as la
from lazyad.emit import groups, memory, recompute

SIZES = (1, 2, 3, 4)


class Writer:
    """The lines of a function, and for each variable its value at the point where it is tried."""

    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)
        self.lines, self.values = [], {}

    def add(self, text):
        scope = {"np": np, "la": la, "placed": placed, "scanned": scanned, **self.values}
        with np.errstate(all="ignore"):
            value = eval(text, scope)
        finite = np.all(np.isfinite(value)) and np.max(np.abs(value), initial=0.0) < 1e3
        if finite and np.size(value) < 400:
            name = f"v{len(self.lines)}"
            self.lines.append(f"{name} = {text}")
            self.values[name] = value

    def pick(self, rank=None):
        names = [n for n, v in self.values.items() if rank is None or np.ndim(v) == rank]
        late = names[-6:] if self.rng.random() < 0.7 else names
        return str(self.rng.choice(late)) if late else None

    def step(self):
        """One more line, if what is drawn fits."""
        kinds = "unary binary reduce shape index product join where place scan".split()
        text = getattr(self, f"_{self.rng.choice(kinds)}")()
        if text:
            with suppress(ValueError, IndexError, AssertionError):
                self.add(text)

    def _unary(self):
        return self.rng.choice(
            [
                "np.tanh({0})",
                "np.sin({0}) * 0.5",
                "np.exp(-{0} * {0})",
                "np.sqrt({0} * {0} + 0.3)",
                "-{0} / 3.0",
                "np.cumsum({0}, axis=-1)",
                "np.log1p(np.abs({0}) + 0.2)",
                "{0} ** 2",
                "np.clip({0}, -0.9, 0.8)",
                "np.arctan({0})",
            ]
        ).format(self.pick())

    def _binary(self):
        forms = ["{0} + {1}", "{0} - 2.0 * {1}", "{0} * {1}", "np.maximum({0}, {1})"]
        form = self.rng.choice([*forms, "{0} / (1.5 + {1} ** 2)"])
        return form.format(self.pick(), self.pick())

    def _reduce(self):
        x = self.pick()
        rank = np.ndim(self.values[x])
        if not rank:
            return None
        axis = int(self.rng.integers(-rank, rank))
        keep = bool(self.rng.random() < 0.4)
        name = self.rng.choice(["sum", "mean", "max", "min", "var", "prod"])
        return f"np.{name}({x}, axis={axis}, keepdims={keep})"

    def _shape(self):
        x = self.pick()
        value = self.values[x]
        rank = np.ndim(value)
        forms = [f"np.reshape({x}, -1)", f"{x}[None]", f"np.squeeze({x})"]
        forms += [f"np.expand_dims({x}, -1)"]
        if rank:
            axis = int(self.rng.integers(rank))
            forms += [f"np.flip({x}, {axis})", f"np.roll({x}, 1, {axis})", f"{x}.T"]
            forms += [f"np.repeat({x}, 2, {axis})"]
            forms += [f"np.moveaxis({x}, {axis}, 0)", f"np.broadcast_to({x}, (2, *{value.shape}))"]
        return str(self.rng.choice(forms))

    def _index(self):
        x = self.pick()
        shape = np.shape(self.values[x])
        if not shape or not shape[0]:
            return None
        n = shape[0]
        index = self.rng.integers(-n, n, size=int(self.rng.integers(1, 4))).tolist()
        forms = [f"{x}[{index[0]}]", f"{x}[::-1]", f"{x}[np.array({index})]", f"{x}[..., -1]"]
        forms += [f"{x}[{n // 2}:]", f"np.take({x}, {index}, axis=0)", f"np.sort({x}, axis=0)"]
        if len(shape) > 1:
            forms += [f"{x}[:, 0]", f"{x}[1:, ::2]", f"{x}[np.array({index}), -1]"]
        return str(self.rng.choice(forms))

    def _product(self):
        x, y = self.pick(), self.pick()
        a, b = np.shape(self.values[x]), np.shape(self.values[y])
        forms = [f"np.outer({x}, {y}) * 0.3"]
        if a and b and a[-1] == (b[-2] if len(b) > 1 else b[0]):
            forms += [f"{x} @ {y}"] * 4
        if len(a) == len(b) == 2 and a[1] == b[1]:
            forms += [f"np.einsum('ij,kj->ki', {x}, {y})", f"{x} @ {y}.T"]
        if len(a) == 2:
            forms += [f"np.einsum('ij,ik->jk', {x}, {x})", f"{x} @ {x}.T"]
            forms += [f"np.linalg.norm({x}, axis=-1)"]
        return str(self.rng.choice(forms))

    def _join(self):
        x, y = self.pick(), self.pick()
        a, b = np.shape(self.values[x]), np.shape(self.values[y])
        if a and a[1:] == b[1:] and len(a) == len(b):
            return f"np.concatenate([{x}, {y}])"
        return f"np.stack([{x}, {y}], axis=-1)" if a == b else None

    def _where(self):
        x, y = self.pick(), self.pick()
        return f"np.where({x} > 0.1, {x} * {y}, {y} - 0.3)"

    def _place(self):
        x = self.pick(2)
        if x is None:
            return None
        return f"placed({x}, {self.pick(0) or 0.5})"

    def _scan(self):
        x = self.pick(2)
        return f"scanned({x})" if x else None


def placed(x, y):
    out = np.zeros_like(x)
    out[0] = x[-1] * 2.0
    out[..., -1] += y
    row = out[0]
    row *= 0.5
    return out + x


def scanned(x):
    def step(carry, row):
        carry = np.tanh(carry * 0.7 + row)
        return carry, carry * row

    last, rows = la.scan(step, x[0], x)
    return rows + last


def written(seed):
    """A function of three arrays, and its arguments."""
    writer = Writer(seed)
    rng = writer.rng
    ranks = (2, 1, rng.integers(3))
    args = [rng.normal(size=tuple(rng.choice(SIZES, size=rank))) for rank in ranks]
    writer.values = {f"x{at}": arg for at, arg in enumerate(args)}
    for _ in range(int(rng.integers(6, 16))):
        writer.step()
    ends = [name for name in writer.values if name[0] == "v"][-3:] or ["x0"]
    body = "\n".join(["def f(x0, x1, x2):", *[f"    {line}" for line in writer.lines]])
    body += f"\n    return {', '.join([f'{end} * 1.0' for end in ends])},\n"
    scope = {"np": np, "la": la, "placed": placed, "scanned": scanned}
    exec(compile(body, f"<random array {seed}>", "exec"), scope)
    return scope["f"], args, body


def check(seed):
    """Value, tangent, transpose, directions and plan of one random function."""
    function, args, body = written(seed)
    rng = np.random.default_rng(seed + 1)
    moved = [rng.normal(size=arg.shape) for arg in args]
    wanted = function(*args)
    plain = la.compile(function, target="array", memory="plain")
    value, tangent = plain.jvp(args, moved)
    for one, other in zip(value, wanted, strict=True):
        assert np.shape(one) == np.shape(other), (seed, body)
        np.testing.assert_allclose(one, other, rtol=1e-10, atol=1e-10, err_msg=body)
    found = {}
    for step in (1e-5, 1e-6):
        ahead, behind = [
            function(*[a + s * m for a, m in zip(args, moved, strict=True)]) for s in (step, -step)
        ]
        found[step] = [(a - b) / (2.0 * step) for a, b in zip(ahead, behind, strict=True)]
    smooth = all(
        np.allclose(a, b, rtol=1e-4, atol=1e-4) for a, b in zip(*found.values(), strict=True)
    )
    if smooth:  # no maximum is near another
        for one, other in zip(tangent, found[1e-6], strict=True):
            scale = 1.0 + np.max(np.abs(other), initial=0.0)
            np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-4 * scale, err_msg=body)
    cts = tuple(rng.normal(size=np.shape(one)) for one in wanted)
    _, pulled = plain.vjp(args, cts)
    forward = sum(np.vdot(c, t) for c, t in zip(cts, tangent, strict=True))
    backward = sum(np.vdot(p, m) for p, m in zip(pulled, moved, strict=True))
    terms = [np.sum(np.abs(c * t)) for c, t in zip(cts, tangent, strict=True)]
    scale = 1.0 + abs(forward) + sum(terms)
    assert abs(forward - backward) < 1e-9 * scale, (seed, forward, backward, body)
    _, several = plain.jvp(args, [np.stack([m, -3.0 * m]) for m in moved])
    close = partial(np.testing.assert_allclose, rtol=1e-9, atol=1e-9, err_msg=body)
    for one, other in zip(several, tangent, strict=True):
        close(one[1], -3.0 * np.asarray(other))
    planned = la.compile(function, target="array")
    for one, other in zip(planned.jvp(args, moved)[1], tangent, strict=True):
        close(one, other)
    for one, other in zip(planned.vjp(args, cts)[1], pulled, strict=True):
        close(one, other)


if __name__ == "__main__":
    memory.LEAST = recompute.LEAST = memory.BLOCK = memory.LARGEST = memory.FEWEST = 1
    groups.LEAST, recompute.FAR = 0, 3
    failed = 0
    for at in range(int(sys.argv[1]), int(sys.argv[2])):
        try:
            check(at)
        except Exception as error:
            failed += 1
            print(f"seed {at}: {type(error).__name__} {str(error)[:900]}", flush=True)
    print("failed", failed)
