"""One case: what is asked of a program or graph, the reference's answer, and where they differ."""

import dataclasses
import linecache
import math
import pickle
import re
import signal
import struct
import sys
import types
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random

import black
import mpmath
import numpy as np

import lazyad as la
from lazyad.graph import leaves
from tests.fuzz import graphs, reference
from tests.fuzz.programs import Program
from tests.fuzz.reference import Leaves, Tower, mixed

LEVELS = ("none", "strict", "safe", "fast")
DERIVATIVES = """jvp directions grad value_and_grad jacobian value_and_jacobian sparse one_argument
    hessian nested vjp hvp taylor""".split()
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


class Passed(Exception):
    """Why a case says nothing (refused, no derivative there, too near a tie)."""


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


def ask(rng):
    """An Ask drawn at random."""
    target = "numpy" if rng.random() < 0.1 else "python"
    return Ask(
        rng.choice([*DERIVATIVES, *DERIVATIVES, "value", "hostile", "wide", "grad"]),
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


@contextmanager
def module(text):
    """The module that a text is, as if imported."""
    name, file = "fuzzed", f"<fuzzed {hash(text)}>"
    made = types.ModuleType(name)
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
    sys.modules[name] = made
    try:
        exec(compile(text, file, "exec"), made.__dict__)
        yield made
    finally:
        linecache.cache.pop(file, None)
        sys.modules.pop(name, None)


# -- structures, without lazyad's own


def flat(value):
    """The numbers of a result, in order."""
    if isinstance(value, dict):
        return [n for item in value.values() for n in flat(item)]
    if isinstance(value, (list, tuple)):
        return [n for item in value for n in flat(item)]
    if isinstance(value, np.ndarray):
        return [n for item in value.ravel().tolist() for n in flat(item)]
    if dataclasses.is_dataclass(value):
        return [n for field in dataclasses.fields(value) for n in flat(getattr(value, field.name))]
    return [value]


def filled(value, numbers):
    """The same structure with other numbers, taken from an iterator."""
    if isinstance(value, dict):
        return {key: filled(item, numbers) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        items = [filled(item, numbers) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else type(value)(items)
    if isinstance(value, np.ndarray):
        items = [next(numbers) for _ in range(value.size)]
        kind = float if all(isinstance(i, float) for i in items) else object
        return np.array(items, dtype=kind).reshape(value.shape)
    if dataclasses.is_dataclass(value):
        return type(value)(
            *[filled(getattr(value, f.name), numbers) for f in dataclasses.fields(value)]
        )
    return next(numbers)


def outcome(call):
    """(result, None) or (None, exception)."""
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            return call(), None
    except Exception as error:
        return None, error


def bits(number):
    number = float(number)
    return "nan" if math.isnan(number) else struct.pack("d", number)


def _same(plain, got):
    """Whether the bits are the same; an int has no -0."""
    return plain == got if isinstance(plain, int) else bits(plain) == bits(got)


# -- subjects: a program or a graph, as lazyad and as the reference see it


class Subject:
    """`function` for lazyad, `plain` for its value, `on_reference` of a list of numbers."""

    def __init__(self, function, plain, on_reference, arguments, arrays=False):
        self.function, self.plain, self.on_reference = function, plain, on_reference
        self.arguments, self.arrays = arguments, arrays
        self.numbers = flat(arguments)

    def derivative(self, directions):
        """For each number of the result: (derivatives along the first 0, 1, ... directions, as the
        reference finds them; what they lose in 40 bits)."""
        Tower.tied = False
        found = []
        for precision in (200, 40):
            with mpmath.workprec(precision):
                result, error = outcome(lambda: mixed(self.on_reference, self.numbers, directions))
            if error is not None:
                raise Passed(f"no reference: {type(error).__name__} {error}"[:70])
            found.append(result)
        if Tower.tied:
            raise Passed("tie")
        return [
            [(float(e), float(8 * abs(e - r))) for e, r in zip(exact, rough, strict=True)]
            for exact, rough in zip(*found, strict=True)
        ]


@contextmanager
def subject(what):
    """The subject that a Program, or a random.Random for a graph, makes."""
    if not isinstance(what, Program):
        graph = graphs.graph(what)
        point = tuple(round(what.uniform(-2, 2), 3) for _ in "xyz")
        interpret = lambda *xs: la.graph.evaluate(  # noqa: E731
            leaves(graph.outputs), dict(zip(leaves(graph.inputs), xs, strict=True))
        )
        yield Subject(graph, interpret, lambda numbers: graphs.evaluate(graph, numbers), point)
        return
    with module(what.text) as other, module(what.text) as own:
        arguments = eval(what.arguments, own.__dict__)
        for name in ("math", "mm"):
            if name in vars(other):
                setattr(other, name, reference.MATH)
        other.float, other.np = reference.to_float, reference.NUMPY
        shape = eval(what.arguments, {**vars(other), "np": np})
        yield Subject(
            own.main,
            own.main,
            lambda numbers: flat(other.main(*filled(shape, iter(numbers)))),
            arguments,
            what.arrays,
        )


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
    if exact and not all(map(_same, plain, got)):
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
    expected, call = _asked(it, ask, compiled)
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
    small = 1e-15 * max([abs(e) for e, _ in expected], default=0.0)
    for g, (e, loss) in zip(got, expected, strict=True):
        if not abs(g - e) <= 1e-9 * abs(e) + loss + small + 1e-300:
            kind = "is not finite" if not math.isfinite(g) else "is wrong"
            raise Finding(f"{ask.what} {kind}", f"{got}, is {_shown(expected)}")


def _shown(expected):
    return [e for e, _ in expected]


def _asked(it, ask, compiled):
    """(what the reference says: (number, loss) in order; a call that asks lazyad for it)."""
    rng, count = Random(ask.seed), len(it.numbers)
    draw = lambda n: [round(rng.uniform(-1, 1), 2) for _ in range(n)]  # noqa: E731
    like = lambda numbers: filled(it.arguments, iter(numbers))  # noqa: E731
    units = [[float(i == j) for j in range(count)] for i in range(count)]
    options = {"order": ask.order}
    x, v = it.arguments, draw(count)
    bare = all(type(a) is float for a in x)
    kernel = ask.through == "kernel" and bare
    if ask.what == "jvp" or (ask.what == "directions" and not bare):
        found = it.derivative([v])
        expected = [f[0] for f in found] + [f[1] for f in found]
        if kernel:
            return expected, lambda: compiled.lower(*x).kernel(*x, *v)
        return expected, lambda: compiled.jvp(x, like(v))
    if ask.what == "directions":
        several = [draw(count) for _ in range(rng.randint(1, 3))]
        found = [it.derivative([one]) for one in several]
        expected = [f[0] for f in found[0]]
        # a tangent of each number of the result is a list of one for each direction
        tangents = [[f[at][1] for at in range(len(expected))] for f in found]
        expected += [t for one in tangents for t in one]
        return expected, lambda: compiled.jvp(x, tuple(map(list, zip(*several, strict=True))))
    if ask.what == "taylor":
        order = rng.randint(2, 4)
        found = it.derivative([v] * order)
        expected = []
        for k in range(order + 1):
            f = math.factorial(k)
            expected += [(e / f, loss / f) for e, loss in (one[k] for one in found)]
        derived = la.taylor(compiled, order)
        return expected, lambda: derived(*x, *like(v))
    if ask.what == "vjp":
        result = it.plain(*x)
        weights = draw(len(flat(result)))
        columns = [[f[1] for f in it.derivative([u])] for u in units]
        found = it.derivative([])
        expected = [f[0] for f in found] + [
            (sum(w * e for w, (e, _) in zip(weights, c, strict=True)), sum(loss for _, loss in c))
            for c in columns
        ]
        cotangents = filled(result, iter(weights))
        return expected, lambda: compiled.vjp(x, cotangents)
    columns = [[f[1] for f in it.derivative([u])] for u in units]
    several = len(columns[0]) != 1 or not isinstance(it.plain(*x), (int, float))
    if it.arrays and len(x) > 1 and (several or ask.what in ("hessian", "nested")):
        raise Passed("order of entries")
    value = [f[0] for f in it.derivative([])]
    if ask.what == "one_argument":
        at = rng.randrange(len(x))
        before = len(flat(x[:at]))
        columns = columns[before : before + len(flat(x[at]))]
        options["argnums"] = at
    if several or ask.what in ("jacobian", "value_and_jacobian", "sparse", "one_argument"):
        expected = [column[row] for row in range(len(columns[0])) for column in columns]
        if ask.what == "sparse":
            sparse = la.jacobian(compiled, sparse=True, **options)
            return expected, lambda: sparse(*x).toarray()
        if ask.what == "value_and_jacobian":
            both = la.value_and_jacobian(compiled, **options)
            return value + expected, lambda: _call(both, x, kernel)
        derived = la.jacobian(compiled, **options)
        return expected, lambda: _call(derived, x, kernel)
    if ask.what == "grad":
        derived = la.grad(compiled, **options)
        return [c[0] for c in columns], lambda: _call(derived, x, kernel)
    if ask.what == "value_and_grad":
        derived = la.value_and_grad(compiled, **options)
        return value + [c[0] for c in columns], lambda: _call(derived, x, kernel)
    if ask.what == "hvp":
        expected = [it.derivative([u, v])[0][2] for u in units]
        return expected, lambda: compiled.hvp(x, like(v))
    expected = [it.derivative([a, b])[0][2] for a in units for b in units]
    if ask.what == "nested":
        derived = la.jacobian(la.grad(compiled, **options))
    else:
        derived = la.hessian(compiled, **options)
    return expected, lambda: _call(derived, x, kernel)


def _call(derived, arguments, kernel):
    return derived.lower(*arguments).kernel(*arguments) if kernel else derived(*arguments)


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
        lambda: la.graph.evaluate(leaves(graph.outputs), dict(zip(inputs, given, strict=True)))
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
        if level == "strict" and not all(_same(p, g) for p, g in pairs):
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
        _derivative(it, dataclasses.replace(ask, what="jacobian", thorough=False))
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
