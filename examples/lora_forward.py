"""A small decoder learns to write, and adapters are trained on it: by reverse and by forward mode.

All weights learn letters from sonnets of Shakespeare, by the exact gradient that transposition
gives. Then adapters alone learn Lincoln's address, each way as many steps from the same beginning:

- LoRA of 2,048 numbers by the exact gradient, and by forward gradients: means of tangents along 1,
  8 or 64 directions of chance times these (A. G. Baydin et al., 2022, Gradients without
  Backpropagation), which are right on average and point nearly anywhere;
- LoRA-XS of 32 numbers between singular vectors of the weights (K. Balazy et al., 2024), by its
  exact gradient: by reverse mode, and by forward mode with 32 directions, at once or 4 at a time.

Last, reinforcement learning of the 32 numbers: what the decoder writes is rewarded for vowels, with
as many texts as fit in the memory that one step of reverse mode takes for 8. The tables are to be
read before forward mode is praised. Peaks are `tracemalloc`'s, which NumPy tells of its arrays.
`python lora_forward.py 4` takes four times as many steps. The plot goes to lora_forward.png.
"""

import math
import os
import sys
import tracemalloc
from pathlib import Path
from time import process_time

os.environ["OMP_NUM_THREADS"] = "1"  # small products on several threads have times of chance

import numpy as np

import lazyad as la

HERE = Path(__file__).parent / "data"
LAYERS, WIDTH, HEADS, TOKENS, TEXTS, RANK, SIDE = 4, 32, 4, 32, 8, 4, 2
MASK = np.triu(np.full((TOKENS, TOKENS), -1e9, np.float32), 1)
RNG = np.random.default_rng(0)


# ---------------------------------------------------------------------------------- the decoder


def layernorm(x):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred * centred).mean(-1, keepdims=True) + 1e-5)


def gelu(x):
    return 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x * x * x)))


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def adapted(h, weight, adapter):
    """h @ weight, and h through the matrices of an adapter."""
    low = h
    for matrix in adapter:
        low = low @ matrix
    return h @ weight + low if adapter else h @ weight


def layer(x, w, adapters, shape):
    def heads(y):
        return y.reshape(*shape, HEADS, WIDTH // HEADS).transpose(0, 2, 1, 3)

    h = layernorm(x)
    q, k, v = adapted(h, w["q"], adapters["q"]), h @ w["k"], adapted(h, w["v"], adapters["v"])
    scores = heads(q) @ heads(k).swapaxes(-1, -2) * (WIDTH // HEADS) ** -0.5
    scores = scores + MASK[: shape[1], : shape[1]]
    out = softmax(scores) @ heads(v)
    x = x + out.transpose(0, 2, 1, 3).reshape(-1, WIDTH) @ w["out"]
    return x + gelu(layernorm(x) @ w["up"]) @ w["down"]


def logits(weights, adapters, texts):
    """A row for each letter of the texts: how likely each letter is to follow, as a logarithm."""
    count, tokens = texts.shape
    x = weights["letters"][texts] + weights["places"][:tokens]
    x = x.reshape(count * tokens, WIDTH)
    for w, one in zip(weights["layers"], adapters, strict=True):
        x = layer(x, w, one, (count, tokens))
    return layernorm(x) @ weights["head"]


def loss(weights, adapters, texts, following, share):
    """The surprise at each letter that follows, times its share."""
    z = logits(weights, adapters, texts)
    most = z.max(-1, keepdims=True)
    total = np.log(np.exp(z - most).sum(-1, keepdims=True)) + most
    return ((total - np.take_along_axis(z, following.reshape(-1, 1), -1))[:, 0] * share).sum()


def between(numbers, frame):
    """LoRA-XS on queries and values of every layer: 2x2 numbers between singular vectors."""
    return [
        {
            name: (*frame[at][name][:1], numbers[at, k], *frame[at][name][1:])
            for k, name in enumerate("qv")
        }
        for at in range(LAYERS)
    ]


def small_loss(numbers, frame, weights, texts, following, share):
    return loss(weights, between(numbers, frame), texts, following, share)


def normal(*shape, scale):
    return (RNG.standard_normal(shape) * scale).astype(np.float32)


def fresh(letters):
    """Weights before anything is learnt."""
    side = WIDTH**-0.5
    shapes = dict.fromkeys(("q", "k", "v", "out"), (WIDTH, WIDTH))
    shapes |= {"up": (WIDTH, 4 * WIDTH), "down": (4 * WIDTH, WIDTH)}
    layers = [
        {k: normal(*s, scale=0.7 * s[0] ** -0.5) for k, s in shapes.items()} for _ in range(LAYERS)
    ]
    ends = {
        "letters": normal(letters, WIDTH, scale=0.3),
        "places": normal(TOKENS, WIDTH, scale=0.1),
    }
    return {**ends, "layers": layers, "head": normal(WIDTH, letters, scale=0.5 * side)}


def read(name, alphabet=None):
    """A text of small letters as numbers, and its alphabet."""
    text = " ".join((HERE / name).read_text(encoding="utf-8").lower().split())
    alphabet = alphabet or sorted({*text})
    return np.array([alphabet.index(letter) for letter in text if letter in alphabet]), alphabet


def batch(text, rng):
    """Texts from places of chance, what follows each letter, and each one's share of the loss."""
    at = rng.integers(0, len(text) - TOKENS - 1, TEXTS)[:, None] + np.arange(TOKENS)
    return text[at], text[at + 1], np.full(at.size, 1 / at.size, np.float32)


# ---------------------------------------------------------------------------------- learning


def mapped(function, *trees):
    """The function of the arrays of containers that are alike."""
    if isinstance(trees[0], dict):
        return {key: mapped(function, *[tree[key] for tree in trees]) for key in trees[0]}
    if isinstance(trees[0], (list, tuple)):
        return type(trees[0])(mapped(function, *parts) for parts in zip(*trees, strict=True))
    return function(*trees)


def flat(tree):
    """All numbers in a row."""
    found = []
    mapped(lambda one: found.append(np.ravel(one)), tree)
    return np.concatenate(found)


class Adam:
    """Steps along gradients, each number at its own pace (D. Kingma and J. Ba, 2014)."""

    def __init__(self, params, rate):
        self.params, self.rate, self.count = params, rate, 0
        self.first = mapped(np.zeros_like, params)
        self.second = mapped(np.zeros_like, params)

    def step(self, gradient):
        self.count += 1
        fix = math.sqrt(1 - 0.99**self.count) / (1 - 0.9**self.count)
        self.first = mapped(lambda m, g: 0.9 * m + 0.1 * g, self.first, gradient)
        self.second = mapped(lambda v, g: 0.99 * v + 0.01 * g * g, self.second, gradient)

        def moved(x, m, v):
            return x - (self.rate * fix * m / (np.sqrt(v) + 1e-8)).astype(np.float32)

        self.params = mapped(moved, self.params, self.first, self.second)


def guess(f, args, wrt, count, rng):
    """A forward gradient: the mean over directions of chance of the tangent times the direction."""
    moves = mapped(lambda x: rng.standard_normal((count, *x.shape)).astype(np.float32), args[wrt])
    if count == 1:
        moves = mapped(lambda move: move[0], moves)
        tangent = f.jvp(args, (moves,))[1]
        return mapped(lambda move: move * tangent, moves)
    tangents = f.jvp(args, (moves,))[1]
    return mapped(lambda move: np.tensordot(tangents, move, 1) / count, moves)


def exact_forward(f, args, at_once):
    """All 32 tangents, so many directions at once."""
    numbers = args[0]
    every = np.eye(numbers.size, dtype=np.float32).reshape(-1, *numbers.shape)
    parts = [every[at : at + at_once] for at in range(0, len(every), at_once)]
    return np.concatenate([f.jvp(args, (part,))[1] for part in parts]).reshape(numbers.shape)


def measured(function, *args):
    """The result, bytes at the peak and seconds of the processor; the first call compiles."""
    function(*args)
    began = process_time()
    result = function(*args)
    seconds = process_time() - began
    tracemalloc.start()
    function(*args)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return result, peak, seconds


def pretrain(text, letters, steps):
    """All weights learn, by reverse mode; the loss of each step."""
    whole = la.compile(loss, target="array", wrt="weights")
    none = [{"q": (), "v": ()}] * LAYERS
    adam, history = Adam(fresh(letters), 4e-3), []
    for _ in range(steps):
        texts, following, share = batch(text, RNG)
        value, (gradient,) = whole.vjp((adam.params, none, texts, following, share), np.float32(1))
        adam.step(gradient)
        history.append(float(value))
    return adam.params, history


def compare(weights, text, steps):
    """Each way to train adapters, from the same beginning: its losses and its peak."""
    lora = [
        {
            k: (normal(WIDTH, RANK, scale=WIDTH**-0.5), np.zeros((RANK, WIDTH), np.float32))
            for k in "qv"
        }
        for _ in range(LAYERS)
    ]
    large = la.compile(loss, target="array", wrt="adapters")
    small = la.compile(small_loss, target="array", wrt="numbers")
    frame = framed(weights)
    numbers = np.zeros((LAYERS, 2, SIDE, SIDE), np.float32)
    ways = {
        "LoRA, reverse": (lora, 1e-2, lambda p, b, r: large.grad(weights, p, *b)),
        **{
            f"LoRA, {count} direction{'s' * (count > 1)}": (
                lora,
                1e-3,
                lambda p, b, r, count=count: guess(large, (weights, p, *b), 1, count, r),
            )
            for count in (1, 8, 64)
        },
        "LoRA-XS, reverse": (numbers, 3e-2, lambda p, b, r: small.grad(p, frame, weights, *b)),
        **{
            f"LoRA-XS, 32 directions{how}": (
                numbers,
                3e-2,
                lambda p, b, r, each=each: exact_forward(small, (p, frame, weights, *b), each),
            )
            for how, each in (("", 32), (", 4 at once", 4))
        },
    }
    found, test = {}, batch(text, np.random.default_rng(2))
    print(f"\nthe address: loss {value_of(weights, lora, frame, test):.3f} before; then")
    print(f"{'adapters':36} numbers  cosine  loss after {steps}  peak, MB     ms")
    for name, (params, rate, gradient) in ways.items():
        rng = np.random.default_rng(1)
        adam, history = Adam(params, rate), []
        for _ in range(steps):
            adam.step(gradient(adam.params, batch(text, rng), rng))
            history.append(value_of(weights, adam.params, frame, test))
        result, peak, seconds = measured(gradient, adam.params, test, rng)
        whole = ways["LoRA, reverse" if params is lora else "LoRA-XS, reverse"][2]
        exact = flat(whole(adam.params, test, rng))
        one = flat(result)
        cosine = one @ exact / np.linalg.norm(one) / np.linalg.norm(exact)
        if params is numbers:
            assert np.allclose(one, exact, rtol=1e-2, atol=1e-4 * abs(exact).max()), name
        found[name] = history, peak
        print(
            f"{name:36} {one.size:7} {cosine:7.3f} {history[-1]:13.3f} {peak / 1e6:10.2f}"
            f" {seconds * 1e3:6.1f}"
        )
    return found, frame, small


def value_of(weights, params, frame, test):
    """The loss of adapters of either kind, by plain NumPy."""
    if isinstance(params, list):
        return float(loss(weights, params, *test))
    return float(small_loss(params, frame, weights, *test))


def framed(weights):
    """The largest singular vectors of each layer's weights for queries and values."""
    frame = []
    for w in weights["layers"]:
        parts = {name: np.linalg.svd(w[name]) for name in "qv"}
        frame.append({k: (u[:, :SIDE] * s[:SIDE], v[:SIDE]) for k, (u, s, v) in parts.items()})
    return frame


# ---------------------------------------------------------------------------------- rewards


def written(weights, adapters, count, letters):
    """So many texts as the decoder writes them, letter by letter, and what follows each letter."""
    texts = np.zeros((count, TOKENS + 1), int)
    texts[:, 0] = RNG.integers(0, letters, count)
    for at in range(TOKENS):
        z = logits(weights, adapters, texts[:, : at + 1]).reshape(count, at + 1, -1)[:, -1]
        texts[:, at + 1] = np.argmax(z + RNG.gumbel(size=z.shape), axis=-1)
    return texts[:, :-1], texts[:, 1:]


def surrogate(weights, numbers, frame, count, vowels):
    """The arguments of a loss whose gradient is the policy's, and the mean reward."""
    texts, following = written(weights, between(numbers, frame), count, len(vowels))
    earned = vowels[following].astype(float)
    rest = np.cumsum((earned - earned.mean(0))[:, ::-1], axis=1)[:, ::-1]  # what is yet to come
    share = (rest / rest.size).astype(np.float32).ravel()
    return (numbers, frame, weights, texts, following, share), earned.mean()


def reward(weights, frame, small, alphabet, steps):
    """Policy gradients for vowels; as many texts as fit in what reverse mode takes for 8."""
    vowels, few, many = np.isin(alphabet, list("aeiou")), 8, 24
    numbers = np.zeros((LAYERS, 2, SIDE, SIDE), np.float32)
    ways = {
        "reverse": lambda args: small.grad(*args),
        "4 directions at once": lambda args: exact_forward(small, args, 4),
    }
    print(f"\npolicy gradient, peak in MB    of {few} texts  of {many} texts     ms")
    given, peaks = {n: surrogate(weights, numbers, frame, n, vowels)[0] for n in (few, many)}, {}
    for name, gradient in ways.items():
        found = [measured(gradient, args) for args in given.values()]
        peaks[name] = [peak for _, peak, _ in found]
        line = "  ".join(f"{peak / 1e6:11.2f}" for peak in peaks[name])
        print(f"{name:28} {line} {found[-1][2] * 1e3:10.0f}")
    small_peak, large_peak = peaks["4 directions at once"]
    each = (large_peak - small_peak) / (many - few)
    fits = few + int((peaks["reverse"][0] - small_peak) / each)
    print(f"in the memory of reverse mode for {few} texts, 4 directions at once take {fits}")
    adam, earned = Adam(numbers, 0.1), []
    for _ in range(steps):
        args, mean = surrogate(weights, adam.params, frame, fits, vowels)
        adam.step(exact_forward(small, args, 4))
        earned.append(mean)
    last = np.mean(earned[-3:])
    print(f"share of vowels: {earned[0]:.3f} at first, {last:.3f} in the last of {steps} steps")


def main():
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    text, alphabet = read("sonnets.txt")
    address, _ = read("gettysburg.txt", alphabet)
    weights, history = pretrain(text, len(alphabet), 115 * times)
    print(f"the sonnets: loss {history[0]:.2f} at first, {np.mean(history[-10:]):.2f} at last")
    found, frame, small = compare(weights, address, 15 * times)
    reward(weights, frame, small, alphabet, 8 * times)
    plot(history, found)


def plot(history, found):
    """What was learnt over the steps, and the peak of each way."""
    try:
        import matplotlib
    except ImportError:
        print("\nno plot: matplotlib is not installed (pip install '.[plot]')")
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    colors = ["#3b6ea5", "#f0c9b8", "#e08f70", "#c85a3c", "#444444", "#e0a526", "#8a9a3b"]
    figure, (left, middle, right) = pyplot.subplots(
        1, 3, figsize=(15, 4.6), width_ratios=[1, 1.4, 1.3], layout="constrained"
    )
    left.plot(history, color="#3b6ea5")
    left.set(xlabel="steps", ylabel="loss", title="All weights, by reverse mode")
    for (name, (losses, _)), color in zip(found.items(), colors, strict=True):
        style = "--" if name.endswith("4 at once") else "-"
        middle.plot(losses, style, color=color, label=name)
    middle.set(xlabel="steps", title="Adapters, on another text")
    middle.legend(frameon=False, fontsize=8)
    names = list(found)
    bars = right.barh(names, [peak / 1e6 for _, peak in found.values()], color=colors)
    right.bar_label(bars, fmt="%.1f", padding=2)
    right.invert_yaxis()
    right.set(
        xlabel="MB",
        title="Peak of one gradient",
        xlim=(0, 1.15e-6 * max(p for _, p in found.values())),
    )
    for axes in (left, middle, right):
        axes.spines[["top", "right"]].set_visible(False)
    target = Path("lora_forward.png")
    figure.savefig(target, dpi=110)
    print(f"\nwrote {target}")


if __name__ == "__main__":
    main()
