"""What the emitter promises a reader: names, conditions, constants, long signatures and rows."""

import ast
import itertools
import math
import operator

import black
import mpmath as mp
import pytest

import lazyad as la
from lazyad.emit.layout import wrapped
from lazyad.emit.spelling import ATOM, PRODUCT, Text, fill, parse
from lazyad.values.irrational import NAMED
from tests.corpus import CORPUS
from tests.helpers_names import formulas
from tests.wild import determinant, options


def straight(body):
    """The names that one block assigns, each as often as it does."""
    for one in body:
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
            yield one.targets[0].id


@pytest.mark.parametrize("function", [f for f, _ in CORPUS], ids=lambda f: f.__name__)
def test_no_name_is_assigned_twice_in_straight_line_code(function):
    for node in ast.walk(ast.parse(la.compile(function).source)):
        for block in (getattr(node, "body", None), getattr(node, "orelse", None)):
            names = list(straight(block)) if isinstance(block, list) else []
            assert len(names) == len(set(names))


def test_a_condition_keeps_the_users_sense():
    source = la.compile(options.call_price).source
    assert "if maturity <= 0.0:" in source
    assert "not " not in source


def test_a_number_that_is_only_tested_is_a_condition():
    def ifs(x, y):
        return x if x and y > 0 else y

    def either(x, y):
        if not (x or y > 1):
            return y
        while (x and y > 0) or (y and x > 1):
            x, y = x - 1.0, y / 2
        return x + y

    assert "return x if x != 0.0 and y > 0.0 else y" in la.compile(ifs).primal.source
    text = la.compile(either, loops="keep").primal.source
    assert "x != 0.0 or y > 1.0" in text
    assert "while (x2 != 0.0 and y2 > 0.0) or (y2 != 0.0 and x2 > 1.0):" in text


def test_not_a_number_returns_first():
    def friction(v, slip):
        if not v:
            return 0.0
        return math.exp(-v * slip)

    lines = la.compile(friction).primal.source.splitlines()
    assert "    return 0.0 if v == 0.0 else exp(-(v * slip))" in lines  # in the user's order


def test_what_is_derived_in_a_branch_does_not_tell_its_condition_again():
    def density(h):
        if h < 11000.0:
            t = 288.15 - 0.0065 * h
            p = 101325 * (t / 288.15) ** 5.2561
        else:
            t = 216.65
            p = 22632 * math.exp(-9.81 * (h - 11000) / (287.05 * t))
        return p / (287.05 * t)

    assert la.compile(density).source.count("if h < 11000.0:") == 2  # in a comment, and itself


def test_a_line_is_told_once_where_a_round_assigns_what_it_computes():
    def fall(y, v):
        for _ in range(100):
            y, v = y + 0.1 * v, v - 0.1 * y
            y = y * 0.9
        return y

    text = la.compile(fall, loops="keep").grad.source
    told = [line.split("  ")[-1] for line in text.splitlines() if "#" in line]
    assert all(one != other for one, other in itertools.pairwise(told))


def test_a_list_that_a_loop_carries_is_returned_as_it_is():
    def filtered(zs, gain):
        x = 0.0
        for z in zs:
            x = x + gain * (z - x)
        return x * x

    gradient = la.grad(filtered).lower([0.1] * 100, 0.5)
    assert "return dgiven, " in gradient.source


def implied(x, y):
    if x > 1.0:
        return y * abs(x) if x > 0.0 else y
    return y


def in_a_loop(x, y):
    total = 0.0
    while x > 0.0:
        total = total + abs(x) * y
        x = x - 0.1
    return total


@pytest.mark.parametrize("target", ["python", "native"])
def test_what_a_branch_has_decided_is_not_asked_inside_of_it(target):
    f, g = la.compile(implied, target=target), la.compile(in_a_loop, target=target, loops="keep")
    texts = [source.splitlines() for source in (f.source, f.grad.source, g.source)]
    for lines, asked in zip(texts, (1, 1, 0), strict=True):
        assert sum("if " in line.partition("#")[0] for line in lines) == asked
    for x in (-2.0, -0.0, 0.5, 1.0, 3.0, math.nan):
        assert f(x, 2.0) == implied(x, 2.0)
        assert f.grad(x, 2.0) == ((2.0, x) if x > 1.0 else (0.0, 1.0))


def test_conditions_that_copies_in_branches_know_are_simplified():
    """What a gradient asks in both sides of a branch is another thing in each."""
    matrix = [[1.0, 2.0, 3.0], [4.0, 5.0, 7.0], [1.0, 8.0, 6.0]]
    gradient = la.grad(determinant.det_lu).lower(matrix)
    total = int(gradient.source.split(" in ")[1].split()[0])
    assert total < 600  # 1045 when each asked what the branches around it had decided
    assert "True and" not in gradient.source
    assert "and False" not in gradient.source


def test_known_constants_have_names():
    f = la.compile(lambda sqrt2: math.erf(sqrt2 / math.sqrt(2.0)) * math.log(2.0 * math.pi))
    assert "\nsqrt2_ = 1.4142135623730951\n" in f.source
    assert f"\nlog_2pi = {math.log(2.0 * math.pi)!r}\n" in f.source
    assert f(0.5) == math.erf(0.5 / math.sqrt(2.0)) * math.log(2.0 * math.pi)


@mp.workdps(40)
def test_known_constants_are_the_nearest_floats():
    exact = {
        **{"sqrt2": mp.sqrt(2), "sqrt3": mp.sqrt(3), "sqrt_pi": mp.sqrt(mp.pi)},
        **{"sqrt5": mp.sqrt(5), "cbrt2": mp.cbrt(2), "golden_ratio": mp.phi, "degree": mp.pi / 180},
        **{"sqrt_2pi": mp.sqrt(2 * mp.pi), "log_2": mp.log(2), "log_10": mp.log(10)},
        **{"log_pi": mp.log(mp.pi), "log_2pi": mp.log(2 * mp.pi), "pi": mp.pi},
    }
    exact |= {f"inv_{name}": 1 / value for name, value in exact.items()}
    exact |= {"two_over_sqrt_pi": 2 / exact["sqrt_pi"], "sqrt_2_over_pi": mp.sqrt(2 / mp.pi)}
    exact |= {"half_log_2pi": exact["log_2pi"] / 2, "half_pi": mp.pi / 2, "two_pi": 2 * mp.pi}
    exact |= {"quarter_pi": mp.pi / 4, "four_pi": 4 * mp.pi, "four_thirds_pi": 4 * mp.pi / 3}
    exact |= {"pi_squared": mp.pi**2, "inv_two_pi": 0.5 / mp.pi}
    assert {name: float(exact[name]) for name in NAMED} == NAMED


def test_what_is_multiplied_together_is_the_constant_that_was_meant():
    """Not one of two names for what differs in its last bit."""
    source = la.compile(options.call_price).hessian.source
    assert "inv_sqrt_pi = 0.5641895835477563" in source
    assert "inv_sqrt_pi_" not in source


def test_long_signatures_and_rows():
    source = la.compile(options.call_price).source
    own = source[source.index("def call_price") :]
    rows = [line.strip() for line in own.splitlines() if line.startswith("    ")]
    assert rows[1:3] == [
        "spot, strike, rate, volatility, maturity,",
        "dspot, dstrike, drate, dvolatility, dmaturity,",
    ]
    gradient = la.grad(lambda x: sum(a * b for a, b in itertools.pairwise(x)))
    long = gradient.lower([float(at) for at in range(60)]).source
    assert len(long.splitlines()) < 40
    for text in (source, long):
        assert black.format_str(text, mode=black.Mode()) == text


def test_a_power_before_a_word():
    """Black takes what follows it up to a bracket for a part of it."""

    def both(x, y):
        return x if x > 2.0 ** y and la.sin(x) > y else y

    def either(x, y):
        return x if x > 2.0 ** y or la.sin(x) > y else y

    for function in (both, either):
        text = la.compile(function).source
        assert "2.0**y" in text
        assert black.format_str(text, mode=black.Mode()) == text


@pytest.mark.parametrize("call", ["", "f", "math.sin"])
@pytest.mark.parametrize("sign", ["-", "*"])
def test_what_is_too_long_is_broken_as_black_breaks_it(sign, call):
    for length in range(50, 62):
        last = fill(parse("{0} + {1}", {}), [Text("b" * length, ATOM), Text("c" * 5, ATOM)])
        last = fill(parse(f"{call}({{0}})", {}), [last]) if call else last
        right = Text(f"({last.source})", ATOM) if not call else last
        text = fill(parse(f"{{0}} {sign} {{1}}", {}), [Text("a" * 13, ATOM), right])
        lines = ["if x:", *wrapped("name = ", text, "", 4), ""]
        assert black.format_str("\n".join(lines), mode=black.Mode()) == "\n".join(lines)


def test_what_is_returned_twice_is_written_once():
    def f(x, y):
        if x < 0.0:
            return 0.0
        return math.sin(x * y) * y

    hessian = la.hessian(f)
    (_, mixed), (same, _) = hessian(0.3, 0.7)
    assert mixed == same
    result = ast.parse(hessian.source).body[-1].body[-1].value
    assert isinstance(result.elts[0].elts[1], ast.Name)
    assert ast.dump(result.elts[0].elts[1]) == ast.dump(result.elts[1].elts[0])


def test_a_large_function_has_no_more_variables_than_cpython_reads_quickly():
    def chained(x):
        return sum(100.0 * (x[i + 1] - x[i] ** 2) ** 2 + (1.0 - x[i]) ** 2 for i in range(99))

    x, dx = [0.01 * i for i in range(100)], [1.0 - 0.01 * i for i in range(100)]
    compiled, plain = la.compile(chained), la.compile(chained, optimize="none")
    assert compiled.lower(x).kernel.__code__.co_nlocals < 256
    value, tangent = plain.jvp((x,), (dx,))
    assert compiled.jvp((x,), (dx,)) == pytest.approx((value, tangent), rel=1e-12)
    along = sum(map(operator.mul, compiled.grad(x), dx))
    assert along == pytest.approx(tangent, rel=1e-12)


def test_a_loop_over_an_argument_has_the_users_name_for_its_numbers():
    def filtered(z, gain):
        x = 0.0
        for zi in z:
            x = x + gain * (zi - x)
        return x

    f = la.compile(filtered, loops="keep")
    assert "for zi, dzi in zip(z, dz):" in f.lower([0.1] * 300, 0.5).source


def left_at_two_places(x, y):
    s = x * y
    for k in range(3):
        if x != y:
            s = x
        elif abs(x) > y:
            for _ in range(3):
                s = 0.5 * x * s * (s if x > 1.0 or y < 0.0 else x) + k
            if x >= 0.0:
                return max(y, x, s + y)
        else:
            s = x if x > 0.0 else min(x, x)
            s = s * 0.5 + k
            if x > 1.0 or y < 0.0:
                s = max(y * x, (s - x))
        if s > 1.0:
            return max(y, x) * max(x, s)
        s = s * 0.5 + k
    return s


def test_a_loop_that_is_left_at_two_places_returns_what_it_has_computed():
    """The numbers that are returned had been given the names of those that are carried."""
    gradient = la.grad(la.compile(left_at_two_places))
    for point in ((1.25, 0.15), (2.25, -0.25), (0.5, 0.5), (0.25, 0.5)):
        expected = [la.compile(left_at_two_places).jvp(point, d)[1] for d in ((1, 0), (0, 1))]
        assert gradient(*point) == pytest.approx(expected, rel=1e-14)


def test_a_round_that_is_written_out_may_return():
    def least(x):
        best = None
        for i in range(2):
            v = x - i
            if best is None or v < best:
                best = v
            if v > 20.0:
                return v
        return best

    f = la.compile(least)
    assert [f(x) for x in (1.5, 20.5, 30.0)] == [0.5, 20.5, 30.0]
    assert f.grad(1.5) == f.grad(30.0) == 1.0


def test_a_loop_returns_where_it_is_left():
    def newton(a):
        x = a
        for _ in range(60):
            step = (x * x - a) / (2 * x)
            x = x - step
            if abs(step) < 1e-12:
                return x
        raise ArithmeticError("no convergence")

    def search(a, b):
        t = 0.0
        for i in range(100):
            d = a * t - b
            if d > 1.0:
                return t * i, d
            t = t + 0.1
            if t > a:
                break
        return 0.0, 1.0

    def several(x, y):
        for i in range(40):
            x = x * 1.01 + math.sin(x) * i
            if x > 10:
                return x * y
            if x < -10:
                return -x * x
            if x == 7:
                raise ValueError("seven")
        return y

    cases = [(newton, (2.0,)), (search, (3.0, 1.0)), (search, (0.1, 1.0)), (several, (0.3, 2.0))]
    for function, point in cases:
        f = la.compile(function, loops="keep")
        assert f(*point) == function(*point)
        for source in (f.source, f.primal.source, f.jacobian.lower(*point).source):
            (loop,) = (n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.For))
            assert any(isinstance(n, ast.Return) for n in ast.walk(loop))
            assert "left" not in source
            assert "result" not in source


def test_a_round_leaves_a_loop_where_it_knows_that_it_does():
    def newton(a):
        x = a
        for _ in range(60):
            step = (x * x - a) / (2 * x)
            x = x - step
            if abs(step) < 1e-12:
                return x
        raise ArithmeticError("no convergence")

    second = la.compile(newton, loops="keep").hessian
    assert second(2.0) == pytest.approx(-0.25 * 2.0**-1.5, rel=1e-9)
    assert "if not v" not in second.source


def test_an_assert_raises_before_the_work():
    def f(x, y):
        if y > 9.0:
            y = y * y + math.exp(-x)
        return formulas.asserts(x) * y

    def g(x):
        if x > 0.0:
            return math.sqrt(x)
        raise ValueError("negative")

    lines = la.compile(f).source.splitlines()
    assert "    if not x > 0.0:" in lines
    assert lines[-1].startswith("    return ")
    assert la.compile(g).source.splitlines()[-1] == '    raise ValueError("negative")'


def test_signs_and_constants_stand_where_people_write_them():
    def clipped(x, y):
        low = max(-1.0, min(2.0, x))
        return low * low * y

    text = la.compile(clipped).source
    for odd in ("-1.0 <", "-1.0 =", "2.0 <", "2.0 >", "2.0 ="):
        assert odd not in text
    sums = [lambda x, y, z: x - -2.0 * y * z, lambda x, y, z: x + -2.0 * (y + z) / z]
    found = [la.compile(one, optimize="none").primal.source.splitlines()[-1] for one in sums]
    assert found == ["    return x + 2.0 * y * z", "    return x - 2.0 * (y + z) / z"]
    assert "    return -4.0 * x" in la.compile(lambda x: -(x * x * 2)).grad.source.splitlines()
    long = la.compile(
        lambda a, b: a * a - -2.0 * a * b / (a + b) * (a - b) / (a * b + 1.0) * b, optimize="none"
    )
    assert long(2.0, 3.0) == long.__wrapped__(2.0, 3.0)
    p, q = Text("p", ATOM), Text("-2.0 % q", PRODUCT, parse("{0} % {1}", {}), ("-2.0", "q"))
    assert fill(parse("{0} - {1}", {}), [p, q]).source == "p - -2.0 % q"


def test_what_is_derived_in_a_loop_is_called_as_it_is_derived_for():
    def orbit(x, v, mu):
        for _ in range(1000):
            v = v - 0.01 * mu * x / (x * x + 1.0)
            x = x + 0.01 * v
        return x, v

    def kalman(zs, q, r):
        p, x = 1.0, 0.0
        for z in zs:
            k = (p + q) / (p + q + r)
            x = x + k * (z - x)
            p = (1.0 - k) * (p + q)
        return x

    source = la.compile(orbit, loops="keep").jacobian.source
    for name in ("dx = ", "dx_1 = ", "dx_2 = "):
        assert source.count(f"    {name}") == 2
    kept = la.compile(kalman, loops="keep")
    kept.lower([1.0] * 100, 0.1, 0.2)
    for name in ("k = ", "dk = "):
        assert f"        {name}" in kept.source  # the counter, which nobody reads, is not called k
    assert ", dq, dr\n" in kept.grad.lower([1.0] * 100, 0.1, 0.2).source


def left_before_the_rest(x, y):
    u, v, w, s = x, 1.0, y * 0.5, 0.0
    for _i in range(2):
        if 0.2 < s:
            return x - u
        if not v > 0.3 or w > 0.0:
            break
    w = v + -1.5 * w
    for _i in range(5):
        w = w + math.sin(s) + v
        for _j in range(3):
            if 0.2 < w:
                return x * u + 0.3
            if not u > 0.3 or v > 0.0:
                y = x * s + 0.3
            else:
                x = math.atan(u - x)
                v = math.exp(-v * v) * u
            v = math.exp(-w * w) * y
            if u > y:
                return u + -1.5 * s
        v = v + math.atan(y - v)
        y = w * u + 0.3
        if 0.2 < s:
            break
        if x > 0.1 and x < 0.7:
            return math.atan(u - y)
    return x * y + u


def test_a_loop_of_which_nothing_is_read_any_more():
    """It was among what the value computes and the tangent may read: a KeyError."""
    f = la.compile(left_before_the_rest)
    value, tangent = f.jvp((0.3, 0.45), (0.7, -0.4))
    assert value == left_before_the_rest(0.3, 0.45)
    ends = [left_before_the_rest(0.3 + 0.7 * h, 0.45 - 0.4 * h) for h in (1e-6, -1e-6)]
    assert tangent == pytest.approx((ends[0] - ends[1]) / 2e-6, abs=1e-8)
