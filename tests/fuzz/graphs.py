"""Random graphs, built Node by Node; what can fail stands behind a condition."""

import lazyad as la
from tests.fuzz import reference

UNARY = [la.sin, la.cos, la.tanh, la.exp, la.abs, la.neg, la.square, la.expit, la.atan, la.asinh]
SMOOTH = [la.sin, la.cos, la.tanh, la.exp, la.neg, la.square, la.atan, la.asinh]
BINARY = [la.add, la.sub, la.mul, la.min, la.max, la.hypot, la.logaddexp]
GUARDED = [  # safe only behind their condition
    (lambda x: x > 0.1, la.log),
    (lambda x: x > 0.1, la.sqrt),
    (lambda x: x > 0.5, la.reciprocal),
    (lambda x: la.abs(x) < 0.9, la.atanh),
]


def graph(rng):
    """A graph of three numbers with three results."""
    inputs = [la.Node.input(name) for name in "xyz"]
    pool = [*inputs, la.graph.const(0.75), la.graph.const(-2.0)]
    choices = rng.random() < 0.5
    kinds = ["unary", "binary", "power", *(["where", "guarded"] if choices else [])]
    pick = lambda: rng.choice(pool[-8:])  # noqa: E731
    for _ in range(rng.randint(1, rng.randint(1, 25))):
        kind = rng.choice(kinds)
        if kind == "unary":
            node = rng.choice(UNARY if choices else SMOOTH)(la.tanh(pick()) * 2.0)
        elif kind == "binary":
            node = rng.choice(BINARY if choices else BINARY[:3])(pick(), pick())
        elif kind == "power":
            node = pick() ** rng.choice([0, 1, 2, 3, 5])
        elif kind == "where":
            node = la.where(pick() > pick(), pick(), pick())
        else:
            holds, op = rng.choice(GUARDED)
            arg = pick()
            node = la.where(holds(arg), op(arg) * pick(), pick())
        pool.append(node)
    outputs = (pool[-1], [rng.choice(pool), pool[-2]])
    return la.Graph(inputs, outputs, "drawn")


# What the ops of these graphs mean to the reference.
MEANING = {
    **{
        n: getattr(reference, n) for n in "sin cos tanh exp log sqrt atan asinh atanh hypot".split()
    },
    "add": lambda x, y: x + y,
    "sub": lambda x, y: x - y,
    "mul": lambda x, y: x * y,
    "pow": lambda x, n: x**n,
    "neg": lambda x: -x,
    "abs": lambda x: abs(x),
    "square": lambda x: x * x,
    "reciprocal": lambda x: 1 / x,
    "min": lambda x, y: x if x < y else y,
    "max": lambda x, y: x if x > y else y,
    "expit": lambda x: 1 / (1 + reference.exp(-x)),
    "logaddexp": lambda x, y: reference.log(reference.exp(x) + reference.exp(y)),
    "lt": lambda x, y: x < y,
    "gt": lambda x, y: x > y,
}


def evaluate(graph, numbers):
    """The results of a graph on the reference's numbers; the side not taken is not computed."""
    known = dict(zip(la.graph.leaves(graph.inputs), numbers, strict=True))

    def value(node):
        if node not in known:
            if node.op.leaf:
                known[node] = node.payload
            elif node.op.name == "where":
                known[node] = value(node.args[1] if value(node.args[0]) else node.args[2])
            else:
                known[node] = MEANING[node.op.name](*map(value, node.args))
        return known[node]

    return [value(node) for node in la.graph.leaves(graph.outputs)]
