"""`try` as a branch: its clauses act where something in it fails, whatever surrounds it."""

import contextlib
import math
import sys

import numpy as np
import pytest
from scipy import special

import lazyad as la


def several_clauses(x, y):
    a = 1.0
    try:
        a = x / y
        b = math.log(a) + math.exp(x)
    except ZeroDivisionError:
        b = a * 3
    except (ValueError, OverflowError) as e:
        b = a * 5 * x if isinstance(e, ValueError) else a * 7
    else:
        a = a + 1
    return a + b


def left_from_inside(x):
    s = 0.0 * x
    for i in range(5):
        try:
            if x < i:
                break
            if x == i + 0.5:
                continue
            s += 1 / (x - i)
        except ZeroDivisionError:
            if i == 4:
                break
            s += 10
            continue
        s += 0.1
    else:
        s += 100
    return s


def left_two_at_once(x):
    s = 0.0
    for i in range(3):
        try:
            try:
                s += math.sqrt(x - i)
            except ValueError:
                if i == 1:
                    break
                s += 1 / (x + i)
        except ZeroDivisionError:
            s += x
            continue
        s *= 2
    return s


def told_as_another(x):
    try:
        try:
            return math.sqrt(x)
        except ValueError as e:
            raise RuntimeError("no root") from e
    except RuntimeError as e:
        return -x + len(str(e))


def raised_again(x, y):
    try:
        try:
            return x / y + math.log(x)
        except (ZeroDivisionError, ValueError):
            raise
    except ZeroDivisionError:
        return x * 3


def with_a_finally(x):
    log = []
    try:
        try:
            y = 1 / x
            log.append(1.0)
        finally:
            log.append(2.0)
    except ZeroDivisionError:
        return len(log) + 0.5
    return y + len(log)


def of_a_generator(x):
    def inverses():
        for v in (x, x - 1, 2.0):
            try:
                yield 1 / v
            except ZeroDivisionError:
                yield 7.0

    s = 0.0
    for v in inverses():
        s = s * 2 + v + 1 / (x + 5)
    return s


def raised_by_hand(x):
    try:
        if x > 3:
            raise ValueError("big")
        y = x
        if x > 2:
            raise KeyError("mid")
        y = x * 2
    except KeyError:
        y = y + 50
    return y


class State:
    pass


def what_is_changed_in_place(x):
    o = State()
    o.n, kept = 0.0, []
    for i in range(4):
        try:
            o.n += 1.0
            kept.append(x)
            o.n += math.sqrt(x - i)
            kept.append(1.0)
        except ValueError:
            o.n -= 0.25
            kept[-1] = o.n
            kept.append(2.0)
    return o.n + math.fsum(kept)


def rounds_until_it_fails(x):
    n = 0
    while True:
        try:
            x = math.sqrt(x) - 1
        except ValueError:
            return x
        n += 1
        if n > 50:
            return 77.0


def a_loop_inside(x):
    n = 0.0
    try:
        for i in range(1000):
            n = i * x
            x = math.sqrt(x) - 0.01 * n
        y = x
    except ValueError:
        y = n + 100
    return y + x


def newton(g, x):
    for _ in range(50):
        d = g(x) / (2 * x)
        x = x - d
        if abs(d) < 1e-12:
            return x
    raise RuntimeError("no convergence")


def a_solver_inside(a):
    try:
        return newton(lambda x: x * x - a, a)
    except (RuntimeError, ZeroDivisionError):
        return -1.0


def an_object_of_a_loop_inside(a):
    o = State()
    o.n = 0.0

    def step(v):
        o.n = o.n + 1.0
        v = math.log(v)
        o.n = o.n + 0.5
        return v

    try:
        while a > 0.01:
            a = step(a)
            if o.n > 60:
                break
    except ValueError:
        a = 5.0
    return a + o.n


def kept_around_it(a):
    while True:
        try:
            a = math.sqrt(a - 2)
        except ValueError:
            a = a + 5
            if a > 5:
                continue
            break
        if a < 1.5:
            break
    return a


TABLE = [1.0, 4.0, 9.0]


def looked_up(x):
    try:
        return TABLE[int(x)] * x
    except IndexError:
        return -x


def suppressed(x):
    y = x
    with contextlib.suppress(ValueError):
        y = math.log(x)
        y = y + 1
    return y


def power_of_two_traced(x, y):
    try:
        return x**y
    except (OverflowError, ZeroDivisionError):
        return x


def gammas(x):
    try:
        return math.gamma(9.0 * x) + math.lgamma(x)
    except ValueError:
        return 1.0
    except OverflowError:
        return 2.0


def in_a_loop_over_a_global(x):
    global LAST  # noqa: PLW0603
    s = 0.0
    for i in range(3):
        LAST = i
        if x > 0:
            break
        s = s + x * (i + 1)
    return s + LAST


class Wrong(Exception):
    pass


def refuses_zero(x):
    if x:
        return x * 0.5
    raise ValueError("zero")


def helpers_that_raise_in_an_else(x, y):
    while True:
        try:
            if y * 0.5 > x:
                raise Wrong
        except Wrong:
            return x
        else:
            if x > 0:
                refuses_zero(y)
                return x * y
            x = -x + 1.0


def helpers_that_raise_in_a_clause(x, y):
    for _ in range(3):
        try:
            refuses_zero(y)
            raise Wrong
        except Wrong:
            refuses_zero(x)
            break
    return x + y


def a_finally_that_raises_itself(x):
    try:
        if x > 1.0:
            raise Wrong
        y = refuses_zero(x)
    finally:
        z = y + 1.0
    return z


def ways_that_never_end(x):
    n = 0
    while True:
        try:
            if x > 0.4:
                raise Wrong
        except Wrong:
            if x > 3.0:
                break
            x = x + 1.0
        else:
            if x < -2.0 or n > 3:
                return x * n
            n = n + 1
    return x


class NotConverged(Exception):
    def __init__(self, message, best):
        super().__init__(message)
        self.best = best


def converged(x, y):
    if x * y > 1.0:
        raise NotConverged("no", x * y)
    return x + y


def alike_but_for_an_attribute(x, y):
    try:
        return converged(x, 0.3) + converged(y, 0.4)
    except NotConverged as error:
        return error.best * 10.0


def alike_but_for_a_cause(x, y):
    try:
        try:
            return converged(x, 0.3) + converged(y, 0.4)
        except NotConverged as error:
            raise Wrong from error
    except Wrong as error:
        return error.__cause__.best * y


def alike_and_without_a_name(x, y):
    try:
        return converged(x, 0.3) + converged(y, 0.4)
    except NotConverged:
        return sys.exception().best * 10.0


def out_of_a_round(x, y):
    try:
        for k in range(9):
            x = converged(x * 0.5, y) * 1.1 + k
    except NotConverged as error:
        return error.best * y
    return x


def on_plain_numbers(x):
    if x > 0:
        raise ValueError("positive")
    return la.sqrt(-0.5) if x < -1 else x


LAST = 0
ONE = [(x,) for x in (-6.3, -2.0, -1.0, 0.0, 0.3, 0.5, 1.0, 1.9, 2.5, 3.7, 4.0, 31.0)]
TWO = [(x, y) for x in (0.0, -2.2, 3.1, 1e3) for y in (0.0, 1.7, -0.4, 320.0)]
CASES = dict.fromkeys(
    (
        left_from_inside,
        left_two_at_once,
        told_as_another,
        with_a_finally,
        of_a_generator,
        raised_by_hand,
        what_is_changed_in_place,
        rounds_until_it_fails,
        a_loop_inside,
        a_solver_inside,
        an_object_of_a_loop_inside,
        kept_around_it,
        looked_up,
        suppressed,
        gammas,
        in_a_loop_over_a_global,
        a_finally_that_raises_itself,
        ways_that_never_end,
        on_plain_numbers,
    ),
    ONE,
)
CASES |= dict.fromkeys((several_clauses, raised_again, power_of_two_traced), TWO)
CASES |= dict.fromkeys((helpers_that_raise_in_an_else, helpers_that_raise_in_a_clause), TWO)
CASES |= dict.fromkeys((alike_but_for_an_attribute, alike_but_for_a_cause), TWO)
CASES |= dict.fromkeys((alike_and_without_a_name, out_of_a_round), TWO)


def outcome(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return type(error), str(error).partition(", got ")[0]  # as math says since Python 3.14


@pytest.mark.filterwarnings("ignore::lazyad.SinglePointWarning")
@pytest.mark.parametrize("function", CASES, ids=lambda one: one.__name__)
def test_it_acts_as_in_python(function):
    f = la.compile(function, optimize="strict")
    for point in CASES[function]:
        expected, found = outcome(function, *point), outcome(f, *point)
        assert found == expected or isinstance(expected, complex), point
        up, down = [outcome(function, *[x + h for x in point]) for h in (1e-6, -1e-6)]
        on_an_edge = 0.0 in point or (2.0 * point[0]).is_integer()
        if on_an_edge or not all(isinstance(one, float) for one in (up, expected, down)):
            continue
        tangent = f.jvp(point, [1.0] * len(point))[1]
        assert tangent == pytest.approx((up - down) / 2e-6, rel=1e-5, abs=1e-5), point


def numpys_fail_in_no_clause(x):
    try:
        return np.log(x) + np.sqrt(x) * special.gammaln(x) + 1 / np.array([x])[0]
    except (ValueError, ZeroDivisionError):
        return -5.0 * x


def an_int_of_numpys(x):
    try:
        return int(x) + round(x) + 1 / float(x)
    except (ValueError, OverflowError, ZeroDivisionError):
        return -5.0


@pytest.mark.parametrize("function", [numpys_fail_in_no_clause, an_int_of_numpys])
@pytest.mark.parametrize("x", [2.3, 0.0, -1.5, math.nan, math.inf])
def test_numbers_of_numpys_fail_as_they_do(function, x):
    for one in (np.float64(x), x):
        with np.errstate(all="ignore"):
            expected = function(one)
        np.testing.assert_allclose(la.compile(function)(one), expected, 1e-14)


def test_it_is_one_way_whatever_fails_in_it():
    def chain(x):
        try:
            for _ in range(9):
                x = math.sqrt(x) / (x - 1.5)
        except (ValueError, ZeroDivisionError):
            x = -1.0
        return x

    f = la.compile(chain, paths=1, loops="unroll")
    assert f.lower(3.0).primal.source.count("-1.0") == 1
    assert (f(9.0), f(-2.0)) == (chain(9.0), chain(-2.0))


def test_a_loop_inside_stays_a_loop():
    f = la.compile(a_loop_inside)
    assert f.primal.source.count("for i in range(1000):") == 2  # and the line above it
    assert len(f.primal.source.splitlines()) < 25


def shared_with_an_inner_function(x):
    def shifted(v):
        return v + a

    if x > 1.0:
        a = x
    elif x > 0.0:
        a = "nothing"
    return shifted(2.0) if x > 1.0 else x


def dropped_in_another_call(x):
    def half(v):
        if v > 3.0:
            root = [v]
        if v > 2.0:
            v = v * 0.5
        return v + len(root) if v > 8.0 else v

    def unbound(v):
        if v > 100.0:
            root = v
        return half(v) + root

    try:
        return half(x) + unbound(x)
    except UnboundLocalError:
        return -x


@pytest.mark.parametrize(
    "function",
    [shared_with_an_inner_function, dropped_in_another_call],
    ids=lambda one: one.__name__,
)
def test_what_is_unbound_is_so_in_its_own_frame(function):
    f = la.compile(function, optimize="strict")
    for point in [*ONE, (250.0,)]:
        assert outcome(f, *point) == outcome(function, *point), point


def set_by_no_round(x):
    for k in range(60):
        if math.sin(k * x) > 0.9:
            best = k * x
    try:
        return best
    except NameError:
        return -1.0


def counted_before(x):
    for k in range(int(x)):
        best = k * 2.0 + x

    def found():
        return best

    try:
        return found()
    except UnboundLocalError:
        return -1.0
    except NameError:
        return -2.0


def counted_inside(x):
    try:
        for k in range(int(x)):
            best = k * 2.0 + x
        best = best * 2
    except NameError:
        best = -1.0
    return best


@pytest.mark.parametrize("f", [set_by_no_round, counted_before, counted_inside])
def test_a_variable_that_no_round_has_set_may_be_missed(f):
    compiled = la.compile(f, optimize="strict")
    for x in (0.0, 0.3, 1.7, 3.9, -0.5):
        assert compiled(x) == f(x)


def test_what_raises_beside_no_number_is_refused():
    def empty(x):
        if x > 0:
            raise ValueError("positive")
        return ()

    with pytest.raises(TypeError, match="returns no number, and raises"):
        la.compile(empty)(1.0)


def test_a_name_that_a_number_may_not_have_is_tried():
    def named(x):
        y = x * 2
        try:
            y.name = "y"
        except AttributeError:
            y = y + 1
        return y

    assert la.compile(named)(3.0) == 7.0


def test_a_way_that_no_call_takes_may_go_on_for_ever():
    def waits(x, y):
        while True:
            try:
                if y > x:
                    raise Wrong
            except Wrong:
                pass
            else:
                if refuses_zero(x) > 1.0:
                    return y
                y = -y

    f = la.compile(waits)
    assert f(3.0, 1.0) == 1.0
    with pytest.raises(ValueError, match="zero"):
        f(0.0, -1.0)


def annotated(x):
    error = Wrong("too large")
    error.at = x
    raise error


def the_first_of_two(x):
    root = math.sqrt(1.0 - x)
    if x > 5.0:
        unset = root
    return 1.0 / (x - 3.0) + unset


def of_several(x):
    raise ValueError("too large", 3)


@pytest.mark.parametrize(
    ("raises", "kind"),
    [
        (lambda x: converged(x, x), NotConverged),
        (annotated, Wrong),
        (of_several, ValueError),
        (the_first_of_two, ValueError),
    ],
)
def test_what_nobody_catches_is_the_functions_own(raises, kind):
    """With all that it holds, which a kernel does not know how to give it, and not what another of
    the operations raises."""

    def f(x):
        return raises(x) if x > 1.0 else x

    compiled = la.compile(f)
    for call in (compiled, compiled.grad, compiled.jvp):
        args = ((3.0,), (1.0,)) if call is compiled.jvp else (3.0,)
        with pytest.raises(kind) as expected:
            f(3.0)
        with pytest.raises(kind) as raised:
            call(*args)
        assert raised.value.args == expected.value.args
        held = {key: one for key, one in vars(raised.value).items() if key != "__notes__"}
        assert held == vars(expected.value)


def test_the_function_that_is_asked_changes_nothing_of_the_callers():
    def in_place(x):
        x[0] = 2.0 * x[0]
        return x[0] * math.sqrt(x[1])

    given = [1.0, 0.0]
    with pytest.raises(ZeroDivisionError):
        la.compile(in_place).grad(given)
    assert given == [1.0, 0.0]
