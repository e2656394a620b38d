"""Every function of `math` against itself, on hostile arguments: the same bits, or an exception of
the same class; and its derivative where it has one."""

import itertools
import math
import pickle
import struct

import black
import mpmath
import numpy as np
import pytest

import lazyad as la
from lazyad.graph import Graph, find_op

BIGGEST = 1.7976931348623157e308
HOSTILE = [0.0, 1.0, 0.5, 1.5, 2.5, 3.0, math.inf, math.nan, 5e-324, 1e-308, 2.0**-1022, 1e-300]
HOSTILE += [1e300, 1e200, BIGGEST, 1e16, 2.0**52 - 0.5, 0.1, 100.0, 171.5, 709.9, 745.2, 1 / 3]
HOSTILE += [-x for x in HOSTILE]
PAIRS = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, math.inf, -math.inf, math.nan, 5e-324, 1e300, -8.0]
PAIRS += [-1e300, 1e-300, 1e200, BIGGEST, 1 / 3]
FEW = [0.0, -0.0, 1.5, -1.0, math.inf, math.nan, 5e-324, 1e200, -1e300]

ONE = """acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs
floor frexp gamma hypot isfinite isinf isnan lgamma log log10 log1p log2 modf radians sin sinh sqrt
tan tanh trunc ulp""".split()
TWO = "atan2 copysign fmod hypot isclose log nextafter pow remainder".split()
MORE = {
    "hypot of three": lambda x, y, z: math.hypot(x, y, z),
    "hypot of five": lambda x, y, z: math.hypot(x, y, z, 1.0, 2),
    "hypot of a product": lambda x, y, z: math.hypot(x * y, z, z),
    "dist": lambda x, y, z: math.dist([x, y, 0.0], [z, 1.0, x]),
    "dist of one": lambda x, y, z: math.dist([x], [y]),
    "fsum": lambda x, y, z: math.fsum([x, y, z, 1.0]),
    "fsum of one": lambda x, y, z: math.fsum([x]),
    "fsum of a generator": lambda x, y, z: math.fsum(v * 2.0 for v in (x, y, z)),
    "prod": lambda x, y, z: math.prod([x, y, z]),
    "prod from a start": lambda x, y, z: math.prod([x, 2, y], start=z),
    "isclose absolutely": lambda x, y, z: math.isclose(x, y, rel_tol=0.0, abs_tol=abs(z)),
    "isclose": lambda x, y, z: math.isclose(x, y, rel_tol=0.5),
    "ldexp": lambda x, y, z: (math.ldexp(x, 1100), math.ldexp(y, -1074), math.ldexp(z, 3)),
    "ldexp of frexp": lambda x, y, z: math.ldexp(*math.frexp(x)),
    "log to a base": lambda x, y, z: math.log(x, 10),
    "log of a constant": lambda x, y, z: math.log(10, y),
    "pow 3": lambda x, y, z: math.pow(x, 3),
    "pow -2": lambda x, y, z: math.pow(x, -2),
    "pow 1/2": lambda x, y, z: math.pow(x, 0.5),
    "pow 3/2": lambda x, y, z: math.pow(x, 1.5),
    "2 pow": lambda x, y, z: math.pow(2, y),
    "pow 0": lambda x, y, z: math.pow(x, 0),
    "pow nan": lambda x, y, z: math.pow(x, math.nan),
}
if hasattr(math, "sumprod"):
    MORE["sumprod"] = lambda x, y, z: math.sumprod([x, y, 1.0], [z, z, x])


def outcome(function, args):
    try:
        value = function(*args)
    except Exception as error:
        return type(error)
    return [
        v if isinstance(v, bool) else "nan" if v != v else struct.pack("<d", v)
        for v in (value if isinstance(value, tuple) else (value,))
    ]


def same(function, rows, optimize):
    compiled = la.compile(function, optimize=optimize)
    for args in rows:
        assert outcome(compiled, args) == outcome(function, args), args


@pytest.mark.parametrize("optimize", ["none", "strict", "safe"])
@pytest.mark.parametrize("name", ONE)
def test_functions_of_one_number(name, optimize):
    function = getattr(math, name)
    same(lambda x: function(x), [(x,) for x in HOSTILE], optimize)


@pytest.mark.parametrize("optimize", ["none", "strict", "safe"])
@pytest.mark.parametrize("name", TWO)
def test_functions_of_two_numbers(name, optimize):
    function = getattr(math, name)
    same(lambda x, y: function(x, y), itertools.product(PAIRS, PAIRS), optimize)


@pytest.mark.parametrize("name", MORE)
def test_functions_of_more_numbers_at_strict(name):
    same(MORE[name], itertools.product(FEW, FEW, FEW), "strict")


@pytest.mark.parametrize("name", sorted(n for n in MORE if not n.startswith("pow")))
def test_functions_of_more_numbers_at_safe(name):
    same(MORE[name], itertools.product(FEW, FEW, FEW[::2]), "safe")


def test_every_function_of_math_is_tried_or_refused():
    tried = {*ONE, *TWO, "dist", "fsum", "prod", "ldexp", "sumprod"}
    for name, function in vars(math).items():
        if callable(function) and name not in tried and not name.startswith("_"):
            for function_of in (
                lambda x: function(x),  # noqa: B023
                lambda x: function(x, x),  # noqa: B023
                lambda x: function(x, x, x),  # noqa: B023
            ):
                with pytest.raises(TypeError) as error:
                    la.compile(function_of)(4.0)
                assert f"math.{name} has no meaning on traced values" in str(error.value)
                assert "instead:" in str(error.value)


# -- derivatives


def mp_fold(x, y):
    return x - y * mpmath.nint(x / y)


DERIVED = {
    "pow": (math.pow, lambda x, y: x**y, (1.3, 2.7)),
    "remainder": (math.remainder, mp_fold, (7.3, 1.7)),
    "hypot": (
        lambda x, y: math.hypot(x, y, x * y),
        lambda x, y: mpmath.sqrt(x * x + y * y + x * x * y * y),
        (1e-3, 2.0),
    ),
    "dist": (
        lambda x, y: math.dist([x, y, 1], [y, 2, x]),
        lambda x, y: mpmath.sqrt((x - y) ** 2 + (y - 2) ** 2 + (1 - x) ** 2),
        (1.3, 0.4),
    ),
    "fsum": (lambda x, y: math.fsum([x * y, x, -y, y]), lambda x, y: x * y + x, (1.3, 0.4)),
    "modf": (
        lambda x, y: math.modf(x)[0] * y + math.modf(y)[1] * x,
        lambda x, y: (x - mpmath.floor(x)) * y + mpmath.floor(y) * x,
        (1.3, 2.4),
    ),
    "frexp and ldexp": (
        lambda x, y: math.frexp(x)[0] * math.ldexp(y, 3),
        lambda x, y: x / 16 * y * 8,
        (9.3, 2.4),
    ),
    "nextafter": (lambda x, y: math.nextafter(x, y) * y, lambda x, y: x * y, (1.3, 2.4)),
    "prod": (lambda x, y: math.prod([x, y, x], start=y), lambda x, y: x * x * y * y, (1.3, 2.4)),
    "log": (math.log, lambda x, y: mpmath.log(x) / mpmath.log(y), (1.3, 2.4)),
}


@pytest.mark.parametrize("optimize", ["strict", "safe", "fast"])
@pytest.mark.parametrize("name", DERIVED)
def test_derivatives(name, optimize):
    function, reference, point = DERIVED[name]
    compiled = la.compile(lambda x, y: function(x, y), optimize=optimize)
    for at, (slope, row) in enumerate(
        zip(compiled.grad(*point), compiled.hessian(*point), strict=True)
    ):
        order = [int(at == k) for k in range(2)]
        assert slope == pytest.approx(float(mpmath.diff(reference, point, order)), rel=1e-13)
        for second, value in enumerate(row):
            orders = [order[k] + int(second == k) for k in range(2)]
            exact = float(mpmath.diff(reference, point, orders))
            assert value == pytest.approx(exact, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("name", DERIVED)
def test_of_arrays(name):
    function, _, point = DERIVED[name]
    compiled = la.compile(lambda x, y: function(x, y), target="numpy")
    xs = np.array([point[0], point[0] * 1.01])
    expected = [function(x, point[1]) for x in xs.tolist()]
    np.testing.assert_allclose(compiled(xs, point[1]), expected, rtol=1e-14)


def test_norms_at_0_and_far_out():
    norm = la.compile(lambda v: math.hypot(*v))
    assert norm.grad([0.0, 0.0, 0.0]) == [0.0, 0.0, 0.0]
    assert norm([1e200] * 3) == math.hypot(1e200, 1e200, 1e200)
    assert norm.grad([1e200] * 3) == pytest.approx([3**-0.5] * 3, rel=1e-15)
    assert norm.grad([1e-200] * 3) == pytest.approx([3**-0.5] * 3, rel=1e-15)


def test_a_power_is_never_complex():
    f = la.compile(lambda x: math.pow(x, 1 / 3))
    with pytest.raises(ValueError, match=r"math domain|expected a") as error:
        f(-8.0)
    assert "test_math.py" in error.value.__notes__[0]
    assert "pow(x, 0.33" in f.primal.source
    assert la.compile(lambda x: math.pow(x, 2)).primal.source.endswith("return x * x\n")


def test_many_arguments():
    values = [0.1 * k for k in range(1, 121)]
    total, norm = la.compile(lambda v: math.fsum(v)), la.compile(lambda v: math.hypot(*v))
    assert total(values) == math.fsum(values)
    assert total.grad(values) == [1.0] * 120
    assert norm(values) == math.hypot(*values)
    assert norm.grad(values)[-1] == pytest.approx(12.0 / math.hypot(*values), rel=1e-14)
    for program in (total, norm):
        source = program.primal.source
        assert black.format_str(source, mode=black.Mode()) == source
        assert pickle.loads(pickle.dumps(program))(values) == program(values)


def test_rows_of_any_number_of_arguments_are_made_when_a_graph_is_loaded():
    x = la.Node.input("x")
    graph = pickle.loads(pickle.dumps(Graph([x], find_op("fsum3")(x, x, 1.0))))
    assert graph.outputs.op is find_op("fsum3")
    for name in ("fsum", "fsum0000000003", "hypotx", "nosuch3"):
        with pytest.raises(KeyError):
            find_op(name)


def test_isclose_refuses_what_math_refuses():
    with pytest.raises(ValueError, match="tolerances must be non-negative"):
        la.compile(lambda x: math.isclose(x, 1.0, rel_tol=-1.0))(1.0)


def test_the_exponent_of_ldexp():
    f = la.compile(lambda x, n: math.ldexp(x, n))
    assert f(1.5, 3) == 12.0
    assert la.compile(lambda x: math.ldexp(x, math.floor(x)))(2.5) == 10.0
    assert la.grad(lambda x: math.ldexp(x, 3))(2.5) == 8.0
    with pytest.raises(TypeError, match="Expected an int"):
        f(1.5, 2.5)
    with pytest.raises(TypeError, match="not an integer"):
        f.kernel(1.5, 2.5, 1.0, 0.0)
    with pytest.raises(TypeError, match="cannot be interpreted as an integer"):
        la.compile(lambda x: math.ldexp(x, 2.0))(1.5)


def test_an_int_that_is_zero_has_no_sign():
    def f(x):
        return math.atan2(0.0, -int(x)), math.copysign(x, -round(x)), -math.floor(x) * x

    for level in ("none", "strict", "safe"):
        compiled = la.compile(f, optimize=level)
        for x in (0.25, 0.0, -0.25, 1.5, -2.5):
            assert compiled(x) == f(x)
