"""What other tools get wrong (named in the comments), made tests of ours."""

import math

import pytest

import lazyad as la


def slope(function, x):
    return la.compile(function).jvp((x,), (1.0,))[1]


def test_math_sin_is_differentiated():  # pytorch#143071
    assert slope(lambda x: math.sin(x), 1.0) == math.cos(1.0)
    assert slope(lambda x: x * math.sin(2.0), 1.0) == math.sin(2.0)


def test_where_with_a_singular_branch():  # jax#1052, #5798, autograd#802
    assert slope(lambda x: la.where(x > 0, la.log(x), 0.0), -1.0) == 0.0
    assert slope(lambda x: la.where(x == 0, 0.0, x / x), 0.0) == 0.0
    assert slope(lambda x: la.where(x < 1, la.sqrt(1 - x), x), 1.0) == 1.0


@pytest.mark.parametrize("point", [1.0, 4.0])
def test_perturbations_are_not_confused(point):
    """D(x * D(x + y)) is 1, D(x * D(x * y)) at 4 is 8: num-dual, tangentmode, fastdual, ad."""

    def with_inner(inner):
        compiled = la.compile(inner)

        @la.compile
        def outer(x):
            return x * compiled.jvp((x, x), (0.0, 1.0))[1]

        return outer.jvp((point,), (1.0,))[1]

    assert with_inner(lambda x, y: x + y) == 1.0
    assert with_inner(lambda x, y: x * y) == 2.0 * point


def test_the_measure_zero_branch():  # ForwardDiff.jl#480, #607
    assert slope(lambda x: la.where(x == 3.0, 9.0, x * x), 3.1) == 6.2
    # The other side goes through the point, and its derivative is the function's.
    assert slope(lambda x: la.where(x == 3.0, 9.0, x * x), 3.0) == 6.0


def test_norm_at_zero():  # ForwardDiff.jl#243, symforce#436
    assert la.compile(lambda x, y: la.hypot(x, y)).jvp((0.0, 0.0), (1.0, 1.0)) == (0.0, 0.0)
    assert slope(la.compile(lambda x: la.sqrt(x * x)), 0.0) == 0.0  # abs(x), as it is written
    # sqrt has no derivative at 0, and says so; nan it never is.
    with pytest.raises(ZeroDivisionError):
        slope(la.compile(lambda x: la.sqrt(x * x + x**4)), 0.0)
    with pytest.raises(ZeroDivisionError):
        slope(la.compile(lambda x: la.sqrt(x + x * x)), 0.0)


def test_power_zero_at_zero():
    assert slope(lambda x: x**0.0, 0.0) == 0.0
    assert la.compile(lambda x, y: x**y).jvp((0.0, 0.0), (1.0, 0.0)) == (1.0, 0.0)


def test_overflowing_compositions_have_their_op():
    assert la.compile(lambda x: la.log1pexp(x)).jvp((1000.0,), (1.0,)) == (1000.0, 1.0)
    assert la.compile(lambda x: la.sinc(x)).jvp((0.0,), (1.0,)) == (1.0, 0.0)
    value, tangent = la.compile(lambda x, y: la.logaddexp(x, y)).jvp((1000.0, 0.0), (1.0, 0.0))
    assert (value, tangent) == (1000.0, 1.0)


def test_long_sums_and_deep_chains_emit():  # sympy#24673, numexpr#473, cpython#94329
    def long_sum(x, y):
        total = 0.0
        for k in range(3000):
            total = total + x * (y + k)
        return total

    f = la.compile(long_sum)
    assert f(2.0, 1.0) == long_sum(2.0, 1.0)

    def deep(x):
        for _ in range(3000):
            x = la.sin(la.exp(-x))
        return x

    assert la.compile(deep)(0.5) == deep(0.5)


def test_folding_never_damages():  # sympy#25435, #24246, casadi#689
    f = la.compile(lambda a: (a - a) / (a - a))
    with pytest.raises(ZeroDivisionError):
        f(1.0)
    assert la.compile(lambda x: x * (0.1 + 0.2))(1.0) == 0.1 + 0.2
    with pytest.raises(ValueError, match=r"math domain|expected a"):
        la.compile(lambda x: x + la.log(la.sqrt(4.0) - 3.0))(1.0)


def test_folding_keeps_runtime_errors():
    f = la.compile(lambda x: la.where(x > 0, x / (x * 0.0 + 0.0), 1.0))
    assert f(-1.0) == 1.0
    inside = la.Node.input("x")
    zero = la.graph.const(0.0)
    g = la.compile(la.Graph([inside], la.where(inside > 0, la.div(1.0, zero), inside)))
    assert g(-1.0) == -1.0
    with pytest.raises(ZeroDivisionError):
        g(1.0)


def test_the_gradient_can_be_seen():  # autograd#587, jax#13398, casadi#1410
    assert la.compile(lambda x: x * la.sin(x)).source.count("cos(x)") == 1


def test_tangents_of_nested_choices_stay_small():
    """Entering choices again and again would double the program at every one."""

    def f(x):
        y = la.sin(x) * la.cos(x) + la.exp(x)
        for _ in range(40):
            y = la.where(y > 1.0, y - 1.0, y + 0.5)
        return y

    compiled = la.compile(f)
    assert compiled.graph.operations.total() < 500
    assert compiled.jvp((0.3,), (1.0,))[1] == f(la.Dual(0.3, 1.0)).dual

    def g(x, y):
        c = x > 0
        for _ in range(40):
            y = la.where(c, y, x) + la.where(c, y, 2 * x)
        return y

    assert la.compile(g).graph.operations.total() < 2000


def test_long_chains_of_one_seed():
    def f(x):
        y = la.sin(x) * la.cos(x) + la.exp(x)
        for _ in range(3000):
            y = 1.0 - y / 3.0
        return y

    assert la.compile(f).jvp((0.3,), (1.0,))[0] == f(0.3)


def test_constants_of_tangents_do_not_overflow():
    f = la.compile(lambda x, y: x * 1e200 * 1e200 + y)
    assert f.jvp((1e-250, 1.0), (1e-250, 0.0))[1] == pytest.approx(1e150)
    assert f.jvp((1e-250, 1.0), (0.0, 1.0))[1] == 1.0
    g = la.compile(lambda x, y: x * 1e-200 * 1e-200 * 1e200 * 1e200 + y)
    assert g.jvp((1e200, 1.0), (1e200, 0.0))[1] == pytest.approx(g(1e200, 1.0))
