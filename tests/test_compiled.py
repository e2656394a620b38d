"""The decorator and what it returns."""

import copy
import gc
import inspect
import itertools
import linecache
import math
import pickle
import subprocess
import sys
import threading
import traceback

import pytest

import lazyad as la
from lazyad.values.trees import parsed


@la.compile
def wave(x, y=3.0, *, k=2.0):
    """A wave."""
    phase = k * la.sin(y)
    return x * phase + phase


def test_the_issue_s_example():
    @la.compile
    def f(x, y):
        return x * la.sin(y)

    assert f(2.0, 3.0) == 2.0 * math.sin(3.0)
    assert f.jvp((2.0, 3.0), (1.0, 0.0)) == (2.0 * math.sin(3.0), math.sin(3.0))
    assert f.kernel(2.0, 3.0, 1.0, 0.0) == f.jvp((2.0, 3.0), (1.0, 0.0))
    assert list(inspect.signature(f.kernel).parameters) == ["x", "y", "dx", "dy"]
    assert f.graph.operations == {"sin": 1, "cos": 1, "mul": 4, "add": 1}
    assert [name for name, _ in f.stages()][:5] == [
        "trace",
        "derive",
        "economise",
        "legalize",
        "eliminate_dead_duals",
    ]
    assert "d" not in f.primal.graph.inputs


def test_metadata_defaults_and_keywords():
    assert (wave.__name__, wave.__doc__) == ("wave", "A wave.")
    assert str(inspect.signature(wave)) == "(x, y=3.0, *, k=2.0)"
    plain = wave.__wrapped__
    phase = 2.0 * math.sin(3.0)
    assert wave(1.0) == 1.0 * phase + phase
    assert wave(y=3.0, x=1.0, k=2.0) == wave(1.0)
    assert callable(plain)
    assert wave.jvp((1.0, 3.0, 2.0), (1.0, 0.0, 0.0))[1] == phase


def test_wrt_order_and_subset():
    f = la.compile(lambda x, y: x * y * y, wrt=("y", "x"))
    assert list(inspect.signature(f.kernel).parameters) == ["x", "y", "dy", "dx"]
    assert f.jvp((2.0, 3.0), (1.0, 0.0)) == (18.0, 12.0)
    none = la.compile(lambda x: x * x, wrt=())
    assert none.jvp((3.0,), ()) == (9.0, 0.0)
    assert la.compile(lambda x, y: x * y, wrt="x").jvp((2.0, 3.0), (1.0,)) == (6.0, 3.0)


class Spring:
    def __init__(self, stiffness):
        self.stiffness = stiffness

    @la.compile
    def force(self, x):
        """Hooke's law."""
        return -self.stiffness * x

    @staticmethod
    @la.compile
    def energy(k, x):
        return k * x**2 / 2


def test_methods():
    spring = Spring(3.0)
    assert spring.force(2.0) == -6.0
    assert spring.force.jvp((2.0,), (1.0,)) == (-6.0, -3.0)
    spring.stiffness = 4.0
    assert spring.force(2.0) == -8.0
    assert spring.force.__doc__ == "Hooke's law."
    assert Spring.energy(3.0, 2.0) == spring.energy(3.0, 2.0) == 6.0


def test_hand_built_graph():
    a, b = la.Node.with_grad(5.0), la.Node.with_no_grad(5.0)
    f = la.compile(la.Graph({"a": a, "b": b}, a * b, name="area"))
    assert f(3.0, 4.0) == 12.0
    assert list(inspect.signature(f.kernel).parameters) == ["a", "b", "da"]
    assert f.jvp((5.0, 5.0), (1.0,)) == (25.0, 5.0)
    empty = la.compile(la.Graph([], 2.0))
    assert empty() == 2.0
    assert empty.jvp((), ()) == (2.0, 0.0)


def test_a_compiled_function_inside_another():
    @la.compile
    def outer(x):
        value, slope = wave.jvp((x, 2 * x, 1.0), (1.0, 0.0, 0.0))
        return wave(x, k=x) + value * slope

    x = 0.7
    phase = math.sin(1.4)
    expected = (x + 1) * x * math.sin(3.0) + (x + 1) * phase * phase
    assert outer(x) == pytest.approx(expected, rel=1e-15)
    h = 1e-6
    central = (outer(x + h) - outer(x - h)) / (2 * h)
    assert outer.jvp((x,), (1.0,))[1] == pytest.approx(central, rel=1e-8)
    assert wave(la.Dual(1.0, 1.0)).dual == 2.0 * math.sin(3.0)


def test_user_defined_op():
    softsign = la.op(
        "softsign_of_test",
        lambda x: x / (1 + la.abs(x)),
        lambda out, x: (1 / la.square(1 + la.abs(x)),),
        domain=(-5, 5),
    )
    assert softsign(3.0) == 0.75
    f = la.compile(lambda x: softsign(x) * 2)
    assert f.jvp((3.0,), (1.0,)) == (1.5, 0.125)
    assert "softsign" not in f.source.split("def ")[1].split("return")[1]
    again = pickle.loads(pickle.dumps(f))
    assert again.jvp((3.0,), (1.0,)) == (1.5, 0.125)


def test_users_own_passes():
    seen = []

    def spy(graph):
        seen.append(len(graph.nodes))
        return graph

    f = la.compile(lambda x: x * x + x * x, passes=(spy,))
    assert f(3.0) == 18.0
    assert seen
    assert "spy" in f.report()
    assert la.compile(lambda x, y: x * y, wrt="x", passes=()).jvp((2.0, 3.0), (1.0,)) == (6.0, 3.0)


def test_report():
    f = la.compile(lambda x: x**2 / 4 + x**2 * 0 + x**2)
    rows = f.report().splitlines()
    assert rows[0].split() == ["stage", "exactness", "nodes", "operations", "removed"]
    stages = {row.split()[0]: row for row in rows[1:]}
    assert {"trace", "derive", "merge_subexpressions", "simplify_safe"} <= set(stages)
    assert "ulp" in stages["simplify_safe"]
    assert "->" in stages["derive"]


# -- source


def test_source_traceback_and_getsource_are_one_text():
    f = la.compile(lambda x, y: x / y)
    assert inspect.getsource(f.kernel) in f.source
    try:
        f.kernel(1.0, 0.0, 1.0, 0.0)
    except ZeroDivisionError as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        assert frame.line in f.source
        assert f.source.splitlines()[frame.lineno - 1].strip() == frame.line


def test_names():
    @la.compile
    def f(v0, d0, dx, x, sin, math, lambda_, value, abs, pi, f, float):
        t = la.sin(sin * v0 + d0 * la.abs(dx)) * la.abs(math * x) * 3.141592653589793
        t = t * t + la.floor(value) * float
        return la.sin(t * lambda_) + value * abs * la.cos(t + pi * f)

    args = [0.3 + 0.1 * k for k in range(12)]
    ones = [1.0] * 12
    duals = [la.Dual(a, 1.0) for a in args]
    expected = f.__wrapped__(*duals)
    assert f.jvp(args, ones) == pytest.approx((expected.real, expected.dual), rel=1e-14)
    assert "t2 = " in f.source
    assert "dt2 = " in f.source
    assert "ddx" in f.source


def test_users_variables_keep_their_names():
    @la.compile
    def f(x):
        speed = la.sin(x)
        energy = speed * speed
        return energy * energy + speed

    assert "    speed = sin(x)\n" in f.source
    assert "    dspeed = cos(x) * dx\n" in f.source
    assert "    # test_compiled.py:" in f.source
    assert "  speed = la.sin(x)\n" in f.source


@pytest.mark.parametrize(
    "constant",
    [0.0, -0.0, 1e-7, -2.5, math.inf, -math.inf, math.nan, math.pi, -math.pi, 5e-324, 1e22, 0.1],
)
def test_constants_read_back(constant):
    f = la.compile(lambda x: la.where(x > 0, constant, x), optimize="none")
    value = f(1.0)
    assert math.copysign(1.0, value) == math.copysign(1.0, constant)
    assert value == constant or (math.isnan(value) and math.isnan(constant))
    assert la.graph.bits(value) == la.graph.bits(constant)


def test_long_names_and_long_results():
    names = [f"a_rather_long_parameter_name_{k}" for k in range(12)]
    inputs = [la.Node.input(name) for name in names]
    total = sum(a * b for a, b in itertools.pairwise(inputs))
    graph = la.Graph(inputs, {'say "hi"': [total, total * 2], "it's": tuple(inputs)}, name="g")
    f = la.compile(graph)
    import black

    assert black.format_str(f.source, mode=black.Mode()) == f.source
    assert list(f(*range(12))) == ['say "hi"', "it's"]


@pytest.mark.parametrize("length", [30, 45, 60, 85])
def test_long_names_break_as_black_breaks(length):
    import black

    a, b = la.Node.input("p" * length), la.Node.input("q" * length)
    choice = la.where(a > b, a * a, la.where(b > 2 * a, a, b))
    f = la.compile(la.Graph([a, b], la.hypot(a, b) * la.sin(a) / b + a * b + choice, name="f"))
    for source in (f.source, f.primal.source):
        assert black.format_str(source, mode=black.Mode()) == source
    assert f(3.0, 4.0) == 5.0 * math.sin(3.0) / 4.0 + 12.0 + 4.0


def test_what_a_loop_begins_with_breaks_as_black_breaks():
    import black

    def halved(x, yy):
        a_value_of_many_letters = 1.0
        if x > 2.0:
            a_value_of_many_letters = yy
        inner = 2.0 * (yy * math.sin(x + yy) / x * x * x * x * x * x * x)
        a_value_of_many_letters = math.sin(x) * yy - x * (a_value_of_many_letters - inner)
        while a_value_of_many_letters > x:
            a_value_of_many_letters = a_value_of_many_letters * 0.5
        return a_value_of_many_letters

    def swapped(x, steps=9):
        old, new = [x * k for k in range(7)], [1.0] * 7
        for _ in range(steps):
            old, new = new, [a + x * b for a, b in zip(new, old, strict=True)]
        return new

    for source in (la.compile(halved).grad.source, la.compile(swapped, loops="keep").source):
        assert black.format_str(source, mode=black.Mode()) == source


@pytest.mark.parametrize("name", ["ｐi", "ｓin", "__debug__", "a b", "class", ""])
def test_names_that_python_reads_otherwise(name):
    x = la.Node.input(name)
    with pytest.raises(ValueError, match="identifier"):
        la.compile(la.Graph([x], la.sin(x)))


def test_dict_keys_are_plain():
    class Key(str):
        def __repr__(self):
            return "print('foreign')"

    x = la.Node.input("x")
    with pytest.raises(TypeError, match="dict key of type Key"):
        la.compile(la.Graph([x], {Key("a"): x})).source  # noqa: B018
    f = la.compile(la.Graph([x], {1: x, None: x, "a\nb": x}))
    assert list(f(2.0)) == [1, None, "a\nb"]


def test_a_function_named_coding_is_a_valid_file(tmp_path):
    import py_compile

    def encoding(x):
        return la.sin(x)

    path = tmp_path / "emitted.py"
    path.write_text(la.compile(encoding).source)
    py_compile.compile(str(path), doraise=True)


def test_conditions_in_arithmetic_count_as_numbers():
    def f(x, y):
        return (x < y) * 2 + -(x < y) + (x > y) * x

    for optimize in ("none", "strict", "safe"):
        compiled = la.compile(f, optimize=optimize)
        for point in [(1.0, 2.0), (2.0, 1.0)]:
            assert compiled(*point) == f(*point)
    numpy = pytest.importorskip("numpy")
    both = la.compile(lambda x: (x > 0) + (x > 1), target="numpy")
    assert both(numpy.array([-1.0, 0.5, 2.0])).tolist() == [0.0, 1.0, 2.0]


def test_what_cannot_be_compiled_says_so():
    with pytest.raises(TypeError, match="@staticmethod above @compile"):
        la.compile(staticmethod(lambda x: x))
    with pytest.raises(TypeError, match="does not say which parameters"):
        la.compile(max)
    x = la.Node.input("x")
    with pytest.raises(ValueError, match="two names"):
        la.compile(la.Graph({"a": x, "b": x}, x))


def test_compiling_twice_keeps_the_last_options():
    inner = la.compile(lambda x, y: x * y, wrt="x", optimize="fast")
    outer = la.compile(inner, wrt="y")
    assert outer.jvp((2.0, 3.0), (1.0,)) == (6.0, 2.0)
    assert la.compile(la.sin).jvp((0.0,), (1.0,)) == (0.0, 1.0)


def test_nested_calls_trace_in_linear_time():
    inner = la.compile(lambda x: la.sin(x) + x)

    @la.compile(loops="unroll")
    def outer(x):
        for _ in range(2000):
            x = inner(x)
        return x

    assert len(outer.trace.nodes) == 4001


# -- pickles, copies, threads, memory


def test_pickles_and_copies():
    for f in (pickle.loads(pickle.dumps(wave)), copy.copy(wave), copy.deepcopy(wave)):
        assert f(1.0, y=2.0) == wave(1.0, y=2.0)
        assert f.jvp((1.0, 2.0, 3.0), (1.0, 1.0, 1.0)) == wave.jvp((1.0, 2.0, 3.0), (1.0, 1.0, 1.0))
        assert str(inspect.signature(f)) == str(inspect.signature(wave))
        assert f.__doc__ == "A wave."
    assert pickle.loads(pickle.dumps(wave.kernel)) is wave.kernel
    assert copy.deepcopy(wave.kernel) is wave.kernel
    graph = pickle.loads(pickle.dumps(wave.graph))
    assert str(graph) == str(wave.graph)


def test_pickles_with_defaults_and_any_number_of_arguments():
    f = la.compile(lambda x, how="square": x * x if how == "square" else x)
    g = la.compile(lambda *xs: sum(x * x for x in xs))
    assert (f(3.0), g(3.0, 4.0)) == (9.0, 25.0)
    again = pickle.loads(pickle.dumps((f, g)))
    assert (again[0](3.0), again[1](3.0, 4.0)) == (9.0, 25.0)
    assert again[1].grad(3.0, 4.0) == g.grad(3.0, 4.0)


def test_a_kernel_pickles_into_another_process():
    data = pickle.dumps((wave.kernel, wave, wave.graph))
    code = (
        "import pickle, sys; kernel, f, graph = pickle.load(sys.stdin.buffer);"
        "print(repr(kernel(1.0, 2.0, 3.0, 1.0, 0.0, 0.0)), repr(f(1.0, 2.0, k=3.0)))"
    )
    out = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    value, tangent = wave.kernel(1.0, 2.0, 3.0, 1.0, 0.0, 0.0)
    assert out.stdout.decode().strip() == f"({value!r}, {tangent!r}) {value!r}"


@pytest.mark.parametrize("made", [la.expi, la.expi(la.Node.input("x"))])
def test_a_pickle_brings_what_it_needs_of_lazyad(made):
    pytest.importorskip("scipy")
    run = "found(numpy.ones(2)) if callable(found) else found.op"
    code = f"import numpy, pickle, sys; found = pickle.load(sys.stdin.buffer); print({run})"
    command = [sys.executable, "-c", code]
    out = subprocess.run(command, input=pickle.dumps(made), capture_output=True, check=True)
    assert out.stdout


def test_threads():
    def build(k):
        return la.compile(lambda x, y: la.sin(x * k) + la.exp(y) / (k + x))

    shared = build(1)
    results, errors = [], []

    def work(k):
        try:
            own = build(k)
            for i in range(50):
                x = 0.1 * i
                assert own(x, 1.0) == math.sin(x * k) + math.exp(1.0) / (k + x)
            results.append(shared.jvp((1.0, 2.0), (1.0, 0.0)))
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(k,)) for k in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert len(set(results)) == 1


def test_trees_in_threads():
    """ast.parse raised SystemErrors where garbage was collected while another thread went on."""
    source = "\n".join([f"x{i} = (a + {i}) * b({i}, c[{i}])" for i in range(300)])
    errors, threshold, interval = [], gc.get_threshold(), sys.getswitchinterval()

    class Dropped:
        def __init__(self):
            self.own = self

        def __del__(self):
            sum(range(50))

    def work():
        try:
            for _ in range(20):
                Dropped()
                parsed(source)
        except SystemError as error:
            errors.append(error)

    gc.set_threshold(50)
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        gc.set_threshold(*threshold)
        sys.setswitchinterval(interval)
    assert not errors


def test_nothing_is_kept_of_dropped_kernels():
    def make(k):
        f = la.compile(lambda x: x * k + la.sin(x))
        assert pickle.loads(pickle.dumps(f.kernel)) is f.kernel

    def kept():
        gc.collect()
        make(-2)  # what is gone leaves when the next one comes
        return len(linecache.cache), len(sys.modules), len(vars(la.run.kernels))

    make(-1)
    kept()
    before = kept()
    for k in range(50):
        make(k)
    assert all(after <= then + 1 for after, then in zip(kept(), before, strict=True))


def test_a_pickled_function_names_no_line_of_its_caller():
    f = la.compile(lambda x: la.sin(x) * la.sin(x) + x)
    again = pickle.loads(pickle.dumps(f))
    assert again.jvp((1.0,), (1.0,)) == f.jvp((1.0,), (1.0,))
    assert ".py:" not in again.source


def test_numpy_scalars_and_ints():
    numpy = pytest.importorskip("numpy")
    f = la.compile(lambda x, y: x * y * numpy.float64(2.0) + numpy.int64(1))
    assert f(2, 3) == 13.0
    assert f(numpy.float64(2.0), 3) == 13.0
    assert la.compile(lambda x: numpy.float64(2.0) * x)(3.0) == 6.0


def test_import_is_light():
    code = "import sys, lazyad; print([m for m in sys.modules if m.split('.')[0] in {0}])"
    outside = ("numpy", "scipy", "black", "matplotlib", "numba", "jax")
    out = subprocess.run(
        [sys.executable, "-c", code.format(outside)], capture_output=True, text=True, check=True
    )
    assert out.stdout.strip() == "[]"
