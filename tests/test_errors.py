"""Every error has three parts: what, where (the user's file:line), what to write instead."""

import array
import logging
import math
import re
import sys

import numpy as np
import pytest

import lazyad as la
from lazyad.graph import Node


def here(offset=0):
    return f"test_errors.py:{sys._getframe(1).f_lineno + offset}"


def check(error, *parts, line=None):
    message = str(error.value)
    _, where, instead = message.split("\n")
    assert where.startswith("  where: ")
    assert instead.startswith("  instead: ")
    for part in parts:
        assert re.search(part, message, re.DOTALL), message
    if line:
        assert line in where


def test_truth_outside_of_a_trace():
    x = Node.input("x")
    with pytest.raises(TypeError) as error:
        bool(x > 1)
    check(error, "True or False", "depends on x", r"lazyad\.where", line=here(-1))


@pytest.mark.parametrize(
    ("function", "what"),
    [
        (lambda x: array.array("d", [x]), "float was asked"),
        (lambda x: "%f" % x, "returns a Text"),  # noqa: UP031
        (lambda x: math.gcd(x, 2), "math.gcd has no meaning on traced values"),
        (lambda x: "%d" % x, "returns a Text"),  # noqa: UP031
        (lambda x: [1, 2] * x, "an index was asked"),
        (lambda x: range(x), "an index was asked"),
        (lambda x: x + "a", "met a str"),
        (lambda x: x + None, "met a NoneType"),
        (lambda x: math.exp(x + 1j), "math.exp of a complex number"),
        (lambda x: la.sin(x, x), r"sin takes 1 argument\(s\), not 2"),
    ],
)
def test_what_a_traced_value_is_not(function, what):
    line = function.__code__.co_firstlineno
    with pytest.raises(TypeError) as error:
        la.compile(function)(1.0)
    check(error, what, line=f"test_errors.py:{line}")


def test_an_error_that_a_library_makes_another_of():
    def function(x):
        try:
            return {x: 1.0}[x]
        except Exception as error:
            raise type(error)("while reading: " + str(error)) from None

    with pytest.raises(TypeError, match="while reading: a traced value was put into a set"):
        la.compile(function)(1.5)


@pytest.mark.parametrize("name", ["inv", "solve"])
def test_an_error_of_linear_algebra_is_one(name):
    np = pytest.importorskip("numpy")
    more = () if name == "inv" else (np.ones(2),)
    f = la.compile(lambda a: getattr(np.linalg, name)(a, *more))
    with pytest.raises(np.linalg.LinAlgError, match=r"must be square\n  where: .*test_errors"):
        f(np.ones((2, 3)))


def test_an_integer_that_no_float_holds():
    with pytest.raises(OverflowError) as error:
        la.compile(lambda x: int(x) * (2**53 + 1))(1.0)
    check(error, "9007199254740993", line=here(-1))
    with pytest.raises(OverflowError) as error:
        la.compile(lambda x: x * 10**400)(1.0)
    check(error, "no float holds", line=here(-1))
    assert la.compile(lambda x: x * 2**60)(1.0) == 2.0**60


@pytest.mark.parametrize("returned", [object(), {1, 2}])
def test_returning_what_is_no_number(returned):
    with pytest.raises(TypeError) as error:
        la.compile(lambda x: (x, returned))(1.0)
    check(error, f"returns an? {type(returned).__name__}", line="test_errors.py")


@pytest.mark.parametrize("returned", [None, "text"])
def test_returning_no_number_at_all(returned):
    with pytest.raises(TypeError) as error:
        la.compile(lambda x: returned)(1.0)
    check(error, f"returns an? {type(returned).__name__}", line="test_errors.py")


def test_unknown_wrt():
    with pytest.raises(ValueError, match="wrt names") as error:
        la.compile(lambda x, y: x, wrt=("z",))
    check(error, "'z'", "x, y", line=here(-1))
    with pytest.raises(ValueError, match="named twice"):
        la.compile(lambda x, y: x, wrt=("x", "x"))


def test_unknown_level_and_target():
    with pytest.raises(ValueError, match="optimize is 'max'") as error:
        la.compile(lambda x: x, optimize="max")
    check(error, "safe")
    with pytest.raises(ValueError, match="target is 'c'") as error:
        la.compile(lambda x: x, target="c")
    check(error, "numpy")


def test_numpy_that_is_not_installed(monkeypatch):
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(ImportError) as error:
        la.compile(lambda x: x, target="numpy")
    check(error, "not installed", r"\[numpy\]", line=here(-1))


def test_wrong_number_of_primals_or_tangents():
    f = la.compile(lambda x, y: x * y)
    with pytest.raises(TypeError) as error:
        f.jvp((1.0,), (1.0, 2.0))
    check(error, "1 primals and 2 tangents", r"2 primals \(x, y\)", line=here(-1))
    with pytest.raises(TypeError) as error:
        f.jvp(1.0, 2.0)
    check(error, "primals is a float", line=here(-1))
    g = la.compile(lambda x, y: x * y, wrt="y")
    with pytest.raises(TypeError) as error:
        g.jvp((1.0, 2.0), (1.0, 2.0))
    check(error, r"1 tangents \(for y\)")


def test_arguments_that_are_no_numbers():
    f = la.compile(lambda x, y: x * y)
    with pytest.raises(TypeError) as error:
        f(1.0, object())
    check(error, "the argument y is an object", r"static=\('y',\)", line=here(-1))
    with pytest.raises(TypeError) as error:
        f(1.0, "a")
    check(error, "met a str", line="test_errors.py")
    for target in ("numpy", "array"):  # np.where would take what is under the mask
        with pytest.raises(TypeError) as error:
            la.compile(lambda x: x if x > 1.0 else -x, target=target)(np.ma.masked_less([1, 3], 2))
        check(error, "a masked array, whose mask would be lost", "filled", line=here(-1))
    with pytest.raises(TypeError) as error:
        f.jvp((1.0, 2.0), (1.0, None))
    check(error, r"the tangent of y is nothing \(None\)", "a number", line=here(-1))
    with pytest.raises(TypeError) as error:
        f(1.0)
    check(error, "missing a required argument: 'y'", r"\(x, y\)", line=here(-1))
    with pytest.raises(OverflowError) as error:
        f(1.0, 10**400)
    check(error, "the argument y is an integer", line=here(-1))


def test_an_op_the_target_cannot_spell():
    with pytest.raises(TypeError) as error:
        la.compile(lambda x: la.ulp(x), target="numpy").source  # noqa: B018
    check(error, "'numpy' cannot spell ulp", "another target", line=here(-1))


@pytest.mark.parametrize("target", ["array", "xp"])
def test_an_op_of_ones_own_with_a_loop_in_a_target_of_whole_arrays(target):
    """The loop's items had no shape, and an AttributeError said so."""

    def heron(x):
        guess = x
        while abs(guess * guess - x) > 1e-12:
            guess = 0.5 * (guess + x / guess)
        return guess

    heron = la.op("heron_own", heron, lambda out, x: (0.5 / out,))
    with pytest.raises(TypeError) as error:
        la.compile(lambda x: np.sum(heron(x)), target=target)(np.ones(2))
    check(
        error, f"a loop in an op of one's own, heron_own, in the target '{target}'", "outside=True"
    )


def test_an_argument_without_derivative():
    with pytest.raises(TypeError) as error:
        la.compile(lambda n, x: la.polygamma(n, x), target="numpy").source  # noqa: B018
    check(error, "polygamma has no derivative in its argument 1", line=here(-1))
    f = la.compile(lambda n, x: la.polygamma(n, x), wrt="x", target="numpy")
    assert f.jvp((1, 2.0), (1.0,))[1] < 0


def test_foreign_and_cyclic_graphs():
    x, y = Node.input("x"), Node.input("y")
    with pytest.raises(ValueError, match="uses y") as error:
        la.compile(la.Graph([x], x * y))
    check(error, "not its input", line=here(-4 + 1))
    loop = x * y
    object.__setattr__(loop, "args", (loop, y))
    with pytest.raises(ValueError, match="cycle") as error:
        la.compile(la.Graph([x, y], loop))
    check(error, "cycle", line=here(-4))
    fake = la.Op("sin", math.sin, lambda out, x: (1.0,), 1)
    with pytest.raises(ValueError, match="op table"):
        la.compile(la.Graph([x], Node(fake, (x,))))
    with pytest.raises(TypeError) as error:
        la.compile("x * y")
    check(error, "given a str", line=here(-1))
    with pytest.raises(ValueError, match="not a named input"):
        la.compile(la.Graph({"not a name": x}, x))
    with pytest.raises(ValueError, match="not a Python identifier"):
        la.compile(la.Graph([x], x, name="import")).source  # noqa: B018


def test_parameters_without_a_fixed_number():
    f = la.compile(lambda *args: args[0])
    with pytest.raises(TypeError) as error:
        f.source  # noqa: B018
    check(error, r"\*args", r"lower\(", line=here(-3))


def test_immutable():
    with pytest.raises(AttributeError, match="immutable"):
        Node.input("x").payload = "y"
    with pytest.raises(AttributeError, match="immutable"):
        la.Dual(1.0, 2.0).real = 3.0


def test_naming_an_op():
    with pytest.raises(ValueError, match="taken"):
        la.op("sin", math.sin, lambda out, x: (1.0,))
    with pytest.raises(ValueError, match="identifier"):
        la.op("a b", math.sin, lambda out, x: (1.0,))


def test_a_leaf_without_value():
    with pytest.raises(ValueError, match="has no value") as error:
        (Node.input("x") * 2).eval()
    check(error, "with_grad", line=here(-1))


def failing(x, y):
    quotient = x / y
    return quotient + la.log(x)


def test_failures_show_the_emitted_line_and_the_users():
    f = la.compile(failing)
    for call in (lambda: f(1.0, 0.0), lambda: f.jvp((1.0, 0.0), (1.0, 0.0))):
        with pytest.raises(ZeroDivisionError) as error:
            call()
        assert any("test_errors.py" in note and "x / y" in note for note in error.value.__notes__)
        last = error.traceback[-1]
        assert "x / y" in str(last.statement)
        assert str(last.statement).strip() in f.source + f.primal.source
    with pytest.raises(ValueError, match=r"math domain|expected a") as error:
        f(-1.0, 1.0)
    assert any("la.log(x)" in note for note in error.value.__notes__)


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x @ np.ones(3),
        lambda x: la.grad(lambda y: y[4] * 2.0)(x),
        lambda x: np.sum(x + np.ones(3)),
        lambda x: np.concatenate([x, x[None]])[0],
    ],
)
def test_what_numpy_says_has_a_place(function):
    with pytest.raises((ValueError, IndexError)) as error:
        la.compile(function)(np.ones(2))
    said = "\n".join([str(error.value), *getattr(error.value, "__notes__", ())])
    assert len(re.findall(r"(from|where:) test_errors\.py:\d+ in <lambda>: +lambda x", said)) == 1


def test_what_numpy_says_of_arrays_names_their_shapes():
    def f(x, y):
        z = 2.0 * x
        return np.sum(z + y)

    with pytest.raises(ValueError, match="could not be broadcast") as error:
        la.grad(f)(np.ones(3), np.ones(4))
    check(error, r"x is of the shape \(3,\), y is of the shape \(4,\)", line="test_errors.py")
    with pytest.raises(ValueError, match="cannot reshape array of size 6") as error:
        la.compile(lambda x: x.reshape(4, 2), target="array")(np.ones((2, 3)))
    check(error, r"x is of the shape \(2, 3\)", line="test_errors.py")


@pytest.mark.parametrize(
    "function",
    [
        lambda x: np.take_along_axis(x, np.array([0]), 1),
        lambda x: np.interp(x, [0.0, 1.0], [1.0, 2.0, 3.0]),
        lambda x: np.linspace(x, 1.0, -3),
        lambda x: np.meshgrid(x, x, indexing="zz")[0],
        lambda x: np.ones(3) * float(x),
        lambda x: errors_raised(x),
    ],
)
def test_what_numpy_refuses_is_refused_of_whole_arrays(function):
    x = -np.ones((2, 3))
    with pytest.raises((ValueError, TypeError, FloatingPointError)):
        function(x)
    with pytest.raises((ValueError, TypeError)) as error:
        la.compile(function, target="array")(x)
    check(error, line="test_errors.py")


def errors_raised(x):
    with np.errstate(invalid="raise"):
        return np.sqrt(x)


def test_float_of_an_array_of_one_number():
    f = la.compile(lambda x: float(x[:1]) * x, target="array")
    assert f(np.array([2.0, 3.0])).tolist() == [4.0, 6.0]


def test_a_lost_tangent():
    with pytest.raises(TypeError) as error:
        math.sin(la.Dual(1.0, 1.0))
    check(error, "lose its tangent", line=here(-1))
    with pytest.raises(TypeError) as error:
        la.Dual("a", 1.0)
    check(error, "a Dual of a str")
    with pytest.raises(TypeError) as error:
        la.Dual(1.0) + "a"
    check(error, "met a str")


def test_serialized_text_is_checked():
    from lazyad.run.serialize import dumps, loads

    x = Node.input("x")
    text = dumps(la.Graph([x], x * 2.0))
    for bad in (
        text.replace('"mul"', '"__import__"'),
        text.replace('["x",0]', '["x; import os",0]'),
        text.replace("2.0", '"os"'),
        text.replace('["mul",0,1]', '["mul",0,9]'),
        text.replace('["mul",0,1]', '["mul",0]'),
        text[:-3],
        "[]",
    ):
        assert bad != text
        with pytest.raises(ValueError, match="where:"):
            loads(bad)


def test_a_traced_number_is_shown_as_text(capsys):
    logger, shown = logging.Logger("of the test"), []
    logger.addHandler(logging.NullHandler())
    logger.addFilter(lambda record: shown.append(record.getMessage()) or True)

    def shows(x):
        y = x * x
        print("%.2f and %5d%% of %s, %g" % (y, 3, "a", x), "%(y).3f" % {"y": y})  # noqa: UP031
        logger.warning("y is %.3f, x is %d", y, x)
        return y

    assert la.grad(shows)(2.0) == 4.0
    assert capsys.readouterr().out == "<mul(x, x)> and     3% of a, <input x> <mul(x, x)>\n"
    assert shown == ["y is 4.000, x is 2"]
    with pytest.raises(TypeError, match="float of a text"):
        la.compile(lambda x: float("%.2f" % x))(3.0)  # noqa: UP031


def test_a_text_of_a_number_that_says_how_to_format():
    def rounded(x, digits):
        if x < 0:
            return x
        return float(("{:." + str(digits) + "f}").format(0.125)) * x

    with pytest.raises(TypeError, match=r"a text was made of a traced number, and read") as error:
        la.compile(rounded)(1.5, 2)
    assert "where: test_errors.py" in str(error.value)
    assert "instead: " in str(error.value)
    assert la.compile(rounded, static="digits")(1.5, 2) == rounded(1.5, 2)
