"""One case: what is asked of a program or graph, the reference's answer, and where they differ."""

import dataclasses
import math
import pickle
import re
import signal
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random

import black
import mpmath
import numpy as np

import lazyad as la
from lazyad.graph import leaves
from tests.fuzz.questions import QUESTIONS, question
from tests.fuzz.reference import Leaves, Tower, mixed
from tests.fuzz.subjects import Passed, bits, filled, flat, outcome, same, subject

LEVELS = ("none", "strict", "safe", "fast")
HOSTILE = (
    0.0,
    -0.0,
    1.0,
    math.inf,
    -math.inf,
    math.nan,
    5e-324,
    1e-310,
    1e200,
    -1e200,
    1e-200,
    1e16,
)
WIDE = [float(n) for n in "1e-300 -1e-200 1e-150 1e-100 -1e-20 1e20 -1e100 1e150 1e200".split()]
SECONDS = 20


class Finding(Exception):
    """Something that must not be: a kind, by which it is known again, and the details."""

    def __init__(self, kind, details=""):
        super().__init__(f"{kind}: {details}")
        self.kind = kind


class Hang(BaseException):
    """Not an Exception, which the tracer may take for the program's own."""


@dataclass(frozen=True)
class Ask:
    """What is asked. `through`: the object's method, its kernel, or the object out of a pickle."""

    what: str
    level: str = "safe"
    target: str = "python"
    order: str | None = None
    through: str = "call"
    thorough: bool = False
    seed: int = 0
    unit: float = 1.0  # the size of ordinary numbers, whose rounding may show


def ask(rng):
    """An Ask drawn at random."""
    target = "numpy" if rng.random() < 0.1 else "python"
    return Ask(
        rng.choice([*QUESTIONS, *QUESTIONS, "value", "hostile", "wide", "grad"]),
        rng.choice([*LEVELS, "safe"]),
        target,
        rng.choice([None, None, None, "forward", "reverse", "markowitz", "fill"]),
        rng.choice(["call", "call", "call", "kernel", "pickle"]),
        rng.random() < 0.2,
        rng.randrange(10**6),
    )


@contextmanager
def limited(seconds):
    """A Finding if what is inside computes longer (in the main thread, where signals work)."""
    if not hasattr(signal, "SIGPROF"):  # Windows
        yield
        return

    def stop(*_):
        raise Hang

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    except Hang:
        raise Finding("hang", f"more than {seconds} s") from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


# -- the check


def check(what, ask):
    """Raises Finding, or Passed where nothing can be said."""
    try:
        with limited(SECONDS), subject(what) as it:
            if ask.what == "hostile":
                _hostile(it, ask)
            elif ask.what == "wide":
                _wide(it, ask)
            elif ask.target == "numpy" and all(type(a) is float for a in it.arguments):
                _points(it, ask)
            else:
                _derivative(it, ask)
    except RecursionError as error:
        raise Finding("RecursionError", error) from error
    except (TypeError, ValueError) as error:
        if _refusal(error):
            raise _refused(error) from error
        raise


def _refusal(error):
    """Whether it is lazyad's own, in three parts."""
    return "\n  where:" in str(error) and "\n  instead:" in str(error)


def _refused(error):
    """A refusal is known by its first sentence, without the names and numbers of this case."""
    first = str(error).splitlines()[0]
    first = re.sub(r"(returns|are) .*", r"\1 ...", re.sub(r"\d+", "n", first))
    return Passed(f"refused: {first[:80]}")


def _value(it, ask, compiled):
    """Check the value at the arguments; Passed if there is none."""
    plain, plain_error = outcome(lambda: it.plain(*it.arguments))
    got, error = outcome(lambda: compiled(*it.arguments))
    if error is not None and _refusal(error):
        raise _refused(error)
    if isinstance(error, RecursionError):
        raise Finding("RecursionError", error)
    if plain_error is None and any(isinstance(n, complex) for n in flat(plain)):
        raise Passed("complex")
    if plain_error is not None:
        _same_error(plain_error, got, error)
        raise Passed("the function raises")
    if error is not None:
        raise Finding(f"value raises {type(error).__name__}", f"{error}, plain {plain}")
    plain, got = flat(plain), flat(got)
    if len(plain) != len(got):
        raise Finding("structure", f"{got}, plain {plain}")
    if not all(math.isfinite(n) for n in plain):
        raise Passed("not finite")
    exact = ask.level in ("none", "strict") and not it.arrays
    if exact and not all(map(same, plain, got)):
        raise Finding("value at " + ask.level, f"{got}, plain {plain}")
    if not exact:
        reference = it.derivative([])
        for p, g, [(_, loss)] in zip(plain, got, reference, strict=True):
            if not abs(p - g) <= 1e-9 * abs(p) + loss:
                raise Finding("value at " + ask.level, f"{got}, plain {plain}")


def _same_error(plain, got, error):
    """What the function raises itself comes through; what arithmetic raises may be dead work."""
    if str(plain).startswith("way ") and (type(error), str(error)) != (type(plain), str(plain)):
        raise Finding("raise", f"{got!r} or {error!r}, plain {plain!r}")
    known = (type(plain), ArithmeticError, ValueError, TypeError)
    if error is not None and not isinstance(error, known):
        raise Finding(f"value raises {type(error).__name__}", f"{error}, plain {plain!r}")


def _derivative(it, ask):
    compiled = la.compile(it.function, optimize=ask.level)
    _value(it, ask, compiled)
    if ask.through == "pickle":
        compiled = pickle.loads(pickle.dumps(compiled))
    if ask.thorough:
        _look(compiled.lowered, it.numbers, ask)
    if ask.what == "value":
        return
    expected, call = question(it, ask, compiled)
    if not all(math.isfinite(e) and abs(e) < 1e200 for e, _ in expected):
        raise Passed("huge")
    got, error = outcome(call)
    if error is not None:
        if _refusal(error):
            raise _refused(error)
        if isinstance(error, RecursionError):
            raise error
        raise Finding(
            f"{ask.what} raises {type(error).__name__}", f"{error}, is {_shown(expected)}"
        )
    got = flat(got)
    if len(got) != len(expected):
        raise Finding(f"{ask.what} structure", f"{got}, is {_shown(expected)}")
    small = 1e-15 * max([ask.unit, *[abs(e) for e, _ in expected]])
    for g, (e, loss) in zip(got, expected, strict=True):
        if not abs(g - e) <= 1e-9 * abs(e) + loss + small + 1e-300:
            kind = "is not finite" if not math.isfinite(g) else "is wrong"
            raise Finding(f"{ask.what} {kind}", f"{got}, is {_shown(expected)}")


def _shown(expected):
    return [e for e, _ in expected]


def _look(lowered, numbers, ask):
    """The source is black's, runs alone, and does what the interpreter does at every stage."""
    source = lowered.source
    if black.format_str(source, mode=black.Mode()) != source:
        raise Finding("black", source)
    _, error = outcome(lambda: exec(source, {}))
    if error is not None:
        raise Finding("standalone", f"{error!r}\n{source}")
    stages = [*lowered.stages()]
    for name, graph in stages:
        if graph.verify() is not graph:
            raise Finding("verify", name)
    rng = Random(ask.seed)
    graph = stages[-1][1]
    inputs = leaves(graph.inputs)
    given = [*numbers, *[rng.uniform(-1, 1) for _ in range(len(inputs) - len(numbers))]]
    if any(type(n) is not float for n in lowered.arguments.values()):
        return
    interpreted, error = outcome(
        lambda: la.evaluation.evaluate(leaves(graph.outputs), dict(zip(inputs, given, strict=True)))
    )
    got, kernel_error = outcome(lambda: flat(lowered.kernel(*given)))
    if error is None and kernel_error is None:
        if [*map(bits, got)] != [*map(bits, interpreted)]:
            raise Finding("kernel is not its graph", f"{got}, graph {interpreted}\n{source}")
    elif error is None:
        raise Finding("kernel is not its graph", f"{kernel_error!r}, graph {interpreted}\n{source}")


def _hostile(it, ask):
    """Values at infinities, nans, subnormal and huge numbers: the plain function's own."""
    if it.arrays or ask.target == "numpy":
        raise Passed("hostile arrays")
    rng = Random(ask.seed)
    level = "strict" if ask.level == "none" else ask.level
    if level == "fast":
        raise Passed("hostile fast")
    compiled = la.compile(it.function, optimize=level)
    for _ in range(6):
        numbers = [rng.choice([n, rng.choice(HOSTILE)]) for n in it.numbers]
        if level == "safe":
            numbers = [n if math.isfinite(n) else 1e200 for n in numbers]
        x = filled(it.arguments, iter(numbers))
        plain, plain_error = outcome(lambda x=x: it.plain(*x))
        got, error = outcome(lambda x=x: compiled(*x))
        if error is not None and _refusal(error):
            raise _refused(error)
        if plain_error is not None:
            _same_error(plain_error, got, error)
            continue
        if error is not None:
            if any(isinstance(n, complex) for n in flat(plain)):
                continue
            raise Finding(
                f"hostile raises {type(error).__name__}", f"{error} at {x}, plain {plain}"
            )
        pairs = [*zip(flat(plain), flat(got), strict=True)]
        if level == "strict" and not all(same(p, g) for p, g in pairs):
            raise Finding("hostile at strict", f"{got} at {x}, plain {plain}")
        if any(math.isfinite(p) and p and (not math.isfinite(g) or g == 0.0) for p, g in pairs):
            raise Finding("hostile at safe", f"{got} at {x}, plain {plain}")


def _wide(it, ask):
    """The Jacobian at tiny and huge numbers, where what is finite must stay so."""
    rng = Random(ask.seed)
    it.numbers = [rng.choice([n, rng.choice(WIDE)]) for n in it.numbers]
    it.arguments = filled(it.arguments, iter(it.numbers))
    if it.arrays:
        raise Passed("wide arrays")
    with mpmath.workprec(200):
        Tower.largest = mpmath.mpf(10) ** 300
        _, error = outcome(lambda: mixed(it.on_reference, it.numbers, []))
        Tower.largest = mpmath.inf
    if isinstance(error, Leaves):
        raise Passed("more than floats hold")
    try:
        _derivative(it, dataclasses.replace(ask, what="jacobian", thorough=False, unit=0.0))
    except Finding as found:
        raise Finding(f"wide {found.kind}", f"{found} at {it.arguments}") from None


def _points(it, ask):
    """The numpy target: value and tangent, or Jacobian, at several points."""
    rng, compiled = Random(ask.seed), la.compile(it.function, optimize=ask.level, target="numpy")
    points = [[round(n + rng.uniform(-1, 1), 3) for n in it.numbers] for _ in range(3)]
    count = len(it.numbers)
    v = [round(rng.uniform(-1, 1), 2) for _ in range(count)]
    columns = tuple(np.array(column) for column in zip(*points, strict=True))
    tangents = tuple(np.full(3, d) for d in v)
    along = ask.what in ("jvp", "value", "taylor")
    result, error = outcome(
        lambda: compiled.jvp(columns, tangents) if along else compiled.jacobian(*columns)
    )
    if error is not None:
        if _refusal(error):
            raise _refused(error)
        raise Finding(f"numpy raises {type(error).__name__}", error)
    entries = _entries(result)
    for at, point in enumerate(points):
        it.arguments, it.numbers = tuple(point), point
        plain, plain_error = outcome(lambda: it.plain(*it.arguments))
        if plain_error is not None or any(isinstance(n, complex) for n in flat(plain)):
            continue
        if along:
            found = it.derivative([v])
            expected = [f[0] for f in found] + [f[1] for f in found]
        else:
            units = [[float(i == j) for j in range(count)] for i in range(count)]
            found = [it.derivative([unit]) for unit in units]
            expected = [f[row][1] for row in range(len(found[0])) for f in found]
        got = [float(np.broadcast_to(entry, 3)[at]) for entry in entries]
        for g, (e, loss) in zip(got, expected, strict=True):
            if not abs(g - e) <= 1e-9 * abs(e) + loss + 1e-15 and abs(e) < 1e200:
                raise Finding("numpy is wrong", f"{got} at {point}, is {_shown(expected)}")


def _entries(value):
    """The arrays (or numbers) of a result of the numpy target, in order."""
    if isinstance(value, np.ndarray):
        return [value]
    if isinstance(value, dict):
        value = [*value.values()]
    if dataclasses.is_dataclass(value):
        value = [getattr(value, f.name) for f in dataclasses.fields(value)]
    if isinstance(value, (list, tuple)):
        return [entry for item in value for entry in _entries(item)]
    return [value]
