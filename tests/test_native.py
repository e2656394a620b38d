"""The native target: to the last bit what the python target does, and every exception of it."""

import functools
import gc
import itertools
import math
import pickle
import platform
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pytest
from scipy.integrate import quad

import lazyad as la
from lazyad import ops, special
from lazyad.graph import Op
from tests.corpus import CORPUS
from tests.helpers_names.checks import three_parts
from tests.test_corpus import compiled
from tests.test_wild import CASES

pytest.importorskip("llvmlite", reason="the extra native is not installed")

HOSTILE = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, 1e-320, 1e308, -1e308, 720.0, -746.0]
HOSTILE += [math.inf, -math.inf, math.nan, 1e16 + 2, 2.0**53]


def outcome(function, *args):
    """What a call comes to, to the last bit."""
    try:
        return shown(function(*args))
    except Exception as error:
        return type(error), str(error)


def shown(value):
    if isinstance(value, np.ndarray):
        return "array", value.shape, value.tobytes()
    if isinstance(value, (list, tuple)):
        return type(value), [shown(one) for one in value]
    if isinstance(value, dict):
        return [(key, shown(one)) for key, one in value.items()]
    return type(value), value.hex() if isinstance(value, float) else repr(value)


def pair(function, **options):
    return [la.compile(function, target=target, **options) for target in ("python", "native")]


def has_order(op):
    return None in op.partials(*[la.Node.input(name) for name in "oxy"])


def is_native(kernel):
    return not hasattr(kernel, "__code__") or hasattr(kernel, "__wrapped__")


@pytest.mark.parametrize(
    "level", ["safe", *[pytest.param(one, marks=pytest.mark.slow) for one in ("none", "fast")]]
)
@pytest.mark.parametrize(("function", "points"), CORPUS, ids=[f.__name__ for f, _ in CORPUS])
def test_every_bit_is_that_of_python(function, points, level):
    python, native = (compiled(function, level, target) for target in ("python", "native"))
    for point in points:
        assert outcome(native, *point) == outcome(python, *point)
        for what in ("jacobian", "hessian"):
            ours, theirs = getattr(native, what), getattr(python, what)
            assert outcome(ours, *point) == outcome(theirs, *point)
        assert outcome(native.jvp, point, point) == outcome(python.jvp, point, point)
    assert is_native(native.kernel)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case.function.__name__, marks=[pytest.mark.slow] * (at % 3 > 0))
        for at, case in enumerate(CASES)
    ],
)
def test_functions_that_people_wrote(case):
    python, native = pair(case.function)
    for point in case.points[:3]:
        assert outcome(native, *point) == outcome(python, *point)
        assert outcome(native.jvp, point, point) == outcome(python.jvp, point, point)
    assert is_native(native.kernel)


def test_what_calls_a_function_of_the_users_is_pythons():
    python, native = pair(lambda x: quad(lambda t: math.exp(-t * x), 0.0, 1.0)[0] * x)
    assert outcome(native, 0.7) == outcome(python, 0.7)
    with pytest.raises(TypeError, match="runs as Python"):
        _ = native.llvm
    assert "it runs as Python" in native.report()


# Not those of an order, a whole number, of which polygamma takes the factorial.
ROWS = [one for part in (ops, special) for one in vars(part).values() if isinstance(one, Op)]
SMALL = [op for op in dict.fromkeys(ROWS) if op.arity == 1 or (op.arity == 2 and not has_order(op))]


@pytest.mark.parametrize("op", SMALL, ids=lambda op: op.name)
def test_hostile_numbers(op):
    def one(x):
        return op(x)

    def two(x, y):
        return op(x, y)

    function = one if op.arity == 1 else two
    kernels = [f.kernel for f in pair(function, optimize="strict")]
    for x in HOSTILE:
        for y in HOSTILE if op.arity == 2 else [None]:
            given = (x, 1.0) if y is None else (x, y, 1.0, 0.5)
            python, native = [outcome(kernel, *given) for kernel in kernels]
            assert native == python, given


# ---------------------------------------------------------------------------------- loops


def newton(a):
    x = a
    for _ in range(60):
        d = (x * x - a) / (2 * x)
        x = x - d
        if abs(d) < 1e-12:
            break
    else:
        raise ValueError("it does not converge")
    return x


def pendulum(angle, speed, step):
    for _ in range(2000):
        middle = speed - step / 2 * math.sin(angle)
        angle = angle + step * middle
        speed = middle - step / 2 * math.sin(angle)
    return angle, speed


def nested(a):
    total, k = 0.0, 0.0
    while k < 40:
        inner = a * k
        for j in range(200):
            inner = math.sin(inner) + j * 1e-3
            if inner > 1.1:
                continue
            if inner < -2.0:
                break
            inner = inner * 0.5
        total += inner
        k += 1
    return total


def held_back(gain, integral, slope, target):
    x, summed, last, cost = 0.0, 0.0, None, 0.0
    for _ in range(40):
        missing = target - x
        change = 0.0 if last is None else missing - last
        last = missing
        push = gain * missing + integral * summed + slope * change
        if push > 1.0:
            push = 1.0
        elif push < -1.0:
            push = -1.0
        else:
            summed += missing * 0.1
        x += 0.1 * (push - 0.5 * x)
        cost += (target - x) ** 2
    return cost


def fails_at_first(x, n):
    for i in range(int(n)):
        x = x + 1.0 / i
    return x


def nobody_reads_what_fails(x, n):
    for i in range(int(n)):
        x = -1.5 / i
    return x


def nobody_reads_what_fails_on_the_way(x, n):
    y = z = x
    for i in range(300):
        y = x * math.exp(710.0 * (i == n))
        z = 1.0 / (x + 1.0 / (i - n + 0.5 * (n == 2.0)))
    return y + z


def fails_in_a_round_within(x, n):
    last = x
    for i in range(int(n)):
        for j in range(int(n)):
            last = math.sqrt(1.5 - i - j)
    return x + last


COUNTS = [(1.0, 0.0), (1.0, 1.0), (1.0, 2.0), (1.0, 4.0)]


@pytest.mark.parametrize(
    ("function", "points"),
    [
        (fails_at_first, COUNTS),
        (nobody_reads_what_fails, COUNTS),
        (nobody_reads_what_fails_on_the_way, [*COUNTS, (1.0, 7.0), (1.0, 7.5)]),
        (fails_in_a_round_within, COUNTS),
        (held_back, [(2.0, 0.5, 0.1, 1.0), (0.2, 0.1, 0.01, 0.3), (10.0, 0.0, 0.0, -4.0)]),
        (newton, [(2.0,), (1e-300,), (0.0,), (-1.0,), (math.nan,), (math.inf,)]),
        (pendulum, [(0.5, 0.1, 0.01), (3.0, -1.0, 0.2), (1e300, 1e300, 1e10)]),
        (nested, [(0.3,), (-7.0,), (1e5,)]),
    ],
)
def test_loops_are_loops(function, points):
    python, native = pair(function)
    for point in points:
        for what in (lambda f: f, lambda f: f.grad if function is not pendulum else f.jacobian):
            assert outcome(what(native), *point) == outcome(what(python), *point)
        direction = (1.0,) * len(point)
        assert outcome(native.jvp, point, direction) == outcome(python.jvp, point, direction)
    assert is_native(native.kernel)
    assert "phi" in native.llvm
    assert native.llvm.count("libm_sin(") < 20  # rounds do not unroll


def test_a_loop_that_python_leaves_by_an_exception_is_left():
    def never(x, y):
        z = x
        while not z <= 0.0:  # an undefined number would go round for ever
            z = z / y - z / y + (z - 1.0)
        return z

    def counted(x, y):
        z, n = x, 0
        while not z <= 0.0:
            z, n = z / y - z / y + (z - 1.0), n + 1
        return z

    def large(x, y):
        z = 0.0
        for k in range(70_000):
            w = x * y * (k + 1e308)
            z = min(w, k + 1.0)
        return z

    assert la.compile(large, target="native").batch(5.0, np.array([2.0])).tolist() == [70_000.0]
    for function, points in ((never, [2.0, 0.0, math.nan]), (counted, [2.0, 0.0])):
        python, native = pair(function)
        assert outcome(native, 5.0, 0.0) == outcome(python, 5.0, 0.0)
        assert outcome(native, 5.0, 2.0) == outcome(python, 5.0, 2.0)
        assert str(native.batch(5.0, np.array(points)).tolist()) == str(
            [0.0, *[math.nan] * 2][: len(points)]
        )


# ---------------------------------------------------------------------------------- long functions


@pytest.mark.parametrize("size", [300, pytest.param(3_000, marks=pytest.mark.slow)])
def test_a_long_function_is_compiled_in_pieces(size):
    def long(x, y):
        values = [x, y]
        k = 0
        while k < size:
            values.append(la.sin(values[-1]) * values[-2] + values[k // 2] * 0.25)
            k += 1
        return values[-1], values[size // 2], x

    python, native = pair(long)
    assert outcome(native, 0.3, 0.7) == outcome(python, 0.3, 0.7)
    assert outcome(native.kernel, 0.3, 0.7, 1.0, 0.5) == outcome(python.kernel, 0.3, 0.7, 1.0, 0.5)
    assert is_native(native.kernel)


def straight(x, y):
    near = (x < y) & (y < 2.0)
    found = [la.where(near, x, -0.0), la.where(x == y, math.inf, y), x > y, 0.0, x]
    return [*found, x**y, x**-2.0, math.hypot(x, y), math.floor(y), la.digamma(x), min(x, y)]


def branches(x, y):
    if x < y:
        low = math.exp(x) * y
        if y > 1.0:
            low = low / y**x
    elif y < 0.0:
        raise ValueError("too far")
    else:
        low = math.log(x) * math.sin(y)
    again = low * 2.0 if x < y and low > 0.5 else math.sqrt(x)
    return low + again if x < y else low * again, again


def table(x, y):
    kept, rows = [], (1.0, x, y, 4.0)
    for k in range(4):
        kept.append(rows[k] * x + k)
    while kept[0] < y * 3.0:
        kept[0] = kept[0] + kept[1] * 0.25 + 0.01
    return kept[0], kept[-1]


@pytest.mark.parametrize("function", [straight, branches, table])
def test_nothing_is_made_a_text(function, monkeypatch):
    """It was most of the time of a long function."""

    def texts(*_, **__):
        raise AssertionError

    python, native = pair(function)
    points = [(0.3, 0.7), (0.7, 0.7), (2.5, 0.7), (-1.0, 0.5), (0.0, -1.0), (1e200, 1e200)]
    expected = [outcome(python, *point) for point in points]
    with monkeypatch.context() as without:
        without.setattr("lazyad.run.program.emit", texts)
        assert is_native(native.lower(0.3, 0.7).primal.kernel)
        assert native.lower(0.3, 0.7).primal.kernel(0.3, 0.7)
    for point, one in zip(points, expected, strict=True):
        assert outcome(native, *point) == one
        assert outcome(native.jacobian, *point) == outcome(python.jacobian, *point)


@pytest.mark.slow
def test_many_inputs_and_results():
    def many(x):
        return [a * b for a, b in zip(x, reversed(x), strict=True)]

    python, native = pair(many)
    for x in ([0.5 * k for k in range(500)], np.linspace(0.0, 1.0, 700)):
        assert outcome(native, x) == outcome(python, x)
        assert outcome(native.jvp, (x,), (x,)) == outcome(python.jvp, (x,), (x,))


# ---------------------------------------------------------------------------------- arguments


@dataclass
class Body:
    mass: float
    place: list


def test_structures():
    def energy(body, options):
        height = body.place[1] * options["g"]
        return {"potential": body.mass * height, "row": np.array([height, body.place[0]])}

    python, native = pair(energy)
    given = Body(2.0, [1.0, 3.0]), {"g": 9.81}
    assert outcome(native, *given) == outcome(python, *given)
    assert is_native(native.primal.kernel)
    assert outcome(native.jvp, given, given) == outcome(python.jvp, given, given)


NUMBERS = [True, 3, 10**20, Fraction(1, 3), np.float64(0.5), np.float32(0.5), np.int64(3), "x"]
NUMBERS += [None, [1.0], 2 + 1j, np.array(2.0), 10**400, type("Metres", (float,), {})(0.5)]


@functools.cache
def pair_for_numbers():
    return pair(lambda x, y: (x * y + 1.0, x / 7))


@pytest.mark.parametrize("number", NUMBERS, ids=repr)
def test_numbers_of_other_types(number):
    python, native = pair_for_numbers()
    for made in (lambda f: f, lambda f: f.jacobian):
        assert outcome(made(native), number, 2.0) == outcome(made(python), number, 2.0)
    given = number, 2.0, 1.0, 0.0
    assert outcome(native.kernel, *given) == outcome(python.kernel, *given)
    assert outcome(native.kernel, *given[:3])[0] is TypeError
    assert outcome(native.kernel, *given, 1.0)[0] is TypeError


def test_arrays_of_other_kinds():
    def f(x):
        return x[0] * x[1]

    python, native = (one.lower(np.ones(2)).primal.kernel for one in pair(f))
    arrays = [np.array([2.0, 3.0]), np.array([2.0, 3.0, 9.0])[::2], np.array([1.0, 2.0], "f4")]
    arrays += [np.array([1, 2]), np.ones(3), np.ones((2, 1)), np.array([1.0, np.nan]), [1.0, 2.0]]
    for array in arrays:
        assert outcome(native, array) == outcome(python, array)


def test_conditions_and_texts_in_results():
    def f(x):
        return x > 1.0, x, "unit", None, 2.5, [x, x]

    python, native = pair(f)
    for x in (0.5, 1.5):
        assert outcome(native, x) == outcome(python, x)


def test_functions_that_the_machine_lacks_are_pythons():
    def f(x, y):
        found = la.digamma(x), round(x, 2), math.fsum([x, y, 1.0]), math.hypot(x, y), math.gamma(y)
        return *found, special.j0(x) * y, special.airyai(x - y), special.spherical_jn(2.0, y)

    python, native = pair(f)
    for point in [(0.5, 2.0), (-0.5, 1.0), (0.0, 2.0), (3.0, -1.0), (1e300, 1e300)]:
        assert outcome(native, *point) == outcome(python, *point)
    assert is_native(native.kernel)


def test_what_python_computes_by_itself_is_machine_code():
    def f(x, y):
        found = math.gamma(x), math.lgamma(y), la.digamma(x * y), special.polygamma(2, y)
        return *found, special.lambertw(x * x, 0).real, la.erfinv(0.02 * y)

    from lazyad.native import kernel

    python, native = pair(f)
    assert kernel.assembled(native.lower(0.5, 2.0).primal.graph).functions == []
    points = [(0.5, 2.0), (-0.3, 4.5), (-7.5, -2.3), (23.0, 40.0), (150.3, -60.7), (3.0, -2.0)]
    points += [(171.7, 1e-21), (-1e-21, 5e307), (0.25, 0.75), (math.inf, 1.0), (5e-324, 1.0)]
    for point in points:
        assert outcome(native, *point) == outcome(python, *point)
    assert kernel.points(native.lower(0.5, 2.0).primal.graph).lanes == 8  # loops are one by one
    found = native.batch(*np.array(points[:5]).T)
    np.testing.assert_allclose(np.transpose(found), [python(*p) for p in points[:5]], rtol=1e-13)


def fails(x, y):
    if x > y:
        raise ValueError("too large")
    raise ArithmeticError("too small")


def test_a_function_may_raise_on_each_of_its_ways():
    python, native = pair(fails)
    for point in [(1.0, 2.0), (2.0, 1.0)]:
        assert outcome(native, *point) == outcome(python, *point)


def test_the_line_of_the_user_is_named():
    native = la.compile(lambda x: 1 / x, target="native")
    with pytest.raises(ZeroDivisionError) as raised:
        native(0.0)
    assert "test_native.py" in raised.value.__notes__[0]


# ---------------------------------------------------------------------------------- life


def test_reference_counts():
    native = la.compile(lambda x, y: (x * y, [x, y > 1.0], y), target="native").primal.kernel
    x, y = 1.2345, 6.789
    before = sys.getrefcount(x), sys.getrefcount(y), sys.getrefcount(True)
    for _ in range(1_000_000):
        native(x, y)
    assert sys.getrefcount(x) == before[0]
    assert sys.getrefcount(y) == before[1]
    assert abs(sys.getrefcount(True) - before[2]) < 100
    fixed = la.compile(lambda x: (0.5, x * x, 0.5, [x * x, 0.25], -0.0, 0.0), target="native")
    fixed(1.5)
    value = fixed(1.5)  # of the door
    before = sys.getrefcount(value[0]), sys.getrefcount(value[4]), sys.getrefcount(value[1])
    for _ in range(1000):
        assert fixed(1.5) == (0.5, 2.25, 0.5, [2.25, 0.25], 0.0, 0.0)
    assert math.copysign(1.0, fixed(1.5)[4]) == -1.0
    after = sys.getrefcount(value[0]), sys.getrefcount(value[4]), sys.getrefcount(value[1])
    assert after == before
    failing = la.compile(lambda x: math.sqrt(x), target="native").primal.kernel
    for _ in range(1000):
        with pytest.raises(ValueError, match=r"domain|nonnegative"):
            failing(-1.0)


def test_code_goes_when_its_function_goes():
    import weakref

    kernel = la.compile(lambda x: x * 3.25, target="native").primal.kernel
    code = weakref.ref(kernel.__self__)
    assert kernel(2.0) == 6.5
    del kernel
    gc.collect()
    assert code() is None


def test_a_finalizer_may_call_what_goes_with_it():
    """Of a cycle, the collector drops code before the functions that look at it."""
    found = []

    class Model:
        def __init__(self):
            self.f = la.compile(lambda x: x * x + 1.5, target="native")
            self.cycle = self, self.f(1.0), self.f(2.0)  # by its door, too

        def __del__(self):
            found.append((self.f(3.0), self.f.primal.kernel(2.0)))

    Model()
    gc.collect()
    assert found == [(10.5, 5.5)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc says how large it is")
def test_memory_is_given_back():
    from lazyad.native.kernel import assembled
    from lazyad.native.machine import Code

    def resident():
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * 4096

    found = assembled(la.compile(lambda x, y: x * y, target="native").lower(1.0, 2.0).primal.graph)
    sizes = []
    for _ in range(40):
        Code("dropped", found.text, found.operations)
        sizes.append(resident())
    assert sizes[-1] - sizes[20] < 5e5


def test_threads():
    native = la.compile(pendulum, target="native").primal.kernel
    expected = [native(0.1 * k, 0.0, 0.01) for k in range(8)]
    found = [None] * 8

    def work(k):
        for _ in range(50):
            found[k] = native(0.1 * k, 0.0, 0.01)

    threads = [threading.Thread(target=work, args=(k,)) for k in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == expected


@pytest.mark.parametrize("many", [False, True], ids=["a call", "a batch"])
def test_other_threads_go_on_while_a_loop_runs(many):
    def counted(x):
        k = 0.0
        while k < x:
            k = k + 1.0
        return k

    f = la.compile(counted, target="native")
    call = functools.partial(f.batch, np.full(200, 1e5), threads=1) if many else lambda: f(2e7)
    assert np.all(call() == (1e5 if many else 2e7))
    ticks, over = [], threading.Event()

    def tick():
        while not over.wait(0.001):
            ticks.append(time.perf_counter())

    thread = threading.Thread(target=tick)
    thread.start()
    start = time.perf_counter()
    call()
    end = time.perf_counter()
    over.set()
    thread.join()
    assert sum(start + 0.1 * (end - start) < one < end for one in ticks) > 2


def test_kernels_pickle():
    native = la.compile(newton, target="native")
    kernel = native.kernel
    assert pickle.loads(pickle.dumps(kernel)) is kernel
    code = "import sys, pickle; k = pickle.load(sys.stdin.buffer); print(k(2.0, 1.0), k)"
    done = subprocess.run(
        [sys.executable, "-c", code], input=pickle.dumps(kernel), capture_output=True, check=True
    )
    assert done.stdout.decode().startswith(str(kernel(2.0, 1.0)))
    assert "built-in" in done.stdout.decode()
    assert pickle.loads(pickle.dumps(native))(2.0) == native(2.0)


def test_without_the_extra():
    code = "import sys; sys.modules['llvmlite'] = None; import lazyad as la\n"
    code += "print(la.compile(lambda x: x * x)(3.0))\n"
    code += "la.compile(lambda x: x, target='native')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "9.0\n"
    assert "instead: pip install" in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("sys.version_info", (3, 15), "this is cpython 3.15"),
        ("sysconfig.get_config_var", lambda name: 1, "without its lock"),
        ("platform.machine", lambda: "aarch64", "this is aarch64"),
    ],
)
def test_what_was_not_tried_is_refused(name, value, what, monkeypatch):
    monkeypatch.setattr(f"lazyad.native.machine.{name}", value)
    with pytest.raises(ImportError, match=what) as error:
        la.compile(lambda x: x, target="native")
    three_parts(error)


def test_ir_is_shown():
    native = la.compile(lambda x: x * x, target="native")
    assert "fmul double" in native.llvm
    assert "ret" in native.assembly
    with pytest.raises(TypeError, match="target='native'"):
        _ = la.compile(lambda x: x * x).llvm


def test_no_round_that_nobody_asked_for_divides():
    """Eight rounds at once would be sixteen here, and what divides nothing by nothing says so."""
    native = la.compile(few_rounds, target="native", loops="keep")
    native.jacobian(1.0, 2.0)
    kernel = native.jacobian.primal.kernel
    assert kernel(1.0, 2.0)
    assert kernel.__self__.twin._function is None


def few_rounds(x, y):
    found = []
    for k in range(15):
        found.append((k + 1.0) / ((k + 1.0) * x + (16.0 - k) * y))
    return found


def test_sine_and_cosine_at_once():
    """Where libm has both, to the same bits, also in branches and rounds."""

    def angles(x, y):
        low = math.sin(x) * 2.0
        if y > 0.0:  # noqa: SIM108
            low = low + math.cos(x) * math.sin(y)
        else:
            low = low - math.cos(y)
        for _ in range(3):
            low = math.cos(low) + math.sin(low) * math.cos(x * y)
        return low + math.sin(y) - math.cos(y)

    python, native = pair(angles, loops="keep")
    for point in itertools.product([0.3, -0.0, 1e-320, 4.5, -1e22, 1e308, math.inf], repeat=2):
        assert outcome(native, *point) == outcome(python, *point)
        assert outcome(native.grad, *point) == outcome(python.grad, *point)
    if platform.libc_ver()[0] == "glibc":
        assert "call void @libm_sincos(" in native.llvm


def test_many_early_returns():
    def steps(x):
        for k in range(120):
            if x < k + 0.5:
                return math.sin(x * k) + k
        return x

    python, native = pair(steps, loops="unroll")
    for x in (-1.0, 0.5, 57.2, 119.4, 119.5, 1e9, math.nan):
        assert outcome(native, x) == outcome(python, x)
        assert outcome(native.grad, x) == outcome(python.grad, x)
    assert is_native(native.primal.kernel)


def test_points_that_raise_are_nan_whatever_is_asked_of_them():
    def checked(x):
        if x < 0.0:
            raise ValueError("negative")
        return x

    def side(x, y):
        first = checked(x) if y > 0.0 else y
        return (1.0 if first > 0.5 else 2.0), y

    python, native = pair(side)
    x, y = np.meshgrid([-1.0, 0.25, 1.0], [-1.0, 1.0])
    x, y = np.tile(x.ravel(), 3), np.tile(y.ravel(), 3)
    value, same = native.batch(x, y)
    for at, point in enumerate(zip(x.tolist(), y.tolist(), strict=True)):
        expected = outcome(python, *point)
        if expected[0] is ValueError:
            assert math.isnan(value[at])
            assert math.isnan(same[at])
        else:
            assert outcome(tuple, [value[at].item(), same[at].item()]) == expected


def test_what_a_branch_leaves_of_a_condition_is_known_to_machine_code():
    """The gradient asks `not`, which nothing did before it was known what its branch decides."""

    def f(x, y):
        s = x * y
        if s > 1.0:
            for k in range(3):
                s = s if x >= 0.0 else y
                s = max(s, y)
                s = s * 0.5 + k
        if 0.0 < x < 2.0:
            return max(x + s, s - y)
        return s

    native, plain = la.compile(f, target="native"), la.compile(f)
    for point in ((1.1, -2.8), (1.5, 1.2), (-2.0, -1.0), (3.0, 1.0)):
        assert native(*point) == f(*point)
        assert native.grad(*point) == plain.grad(*point)
