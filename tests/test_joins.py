"""Branches that join: whatever Python does, on every way; and random programs compared with it."""

import functools
import math
import operator
import types

import numpy as np
import pytest

import lazyad as la
from lazyad.tracing import trace
from tests.fuzz import branching
from tests.fuzz.subjects import outcome

POINTS = [(0.3, -1.2), (2.0, 1.0), (-0.7, 0.4), (0.2, 0.9), (1.5, 3.0), (-2.0, -1.0), (1.0, 1.0)]
CASES = []


def case(function):
    CASES.append(function)
    return function


G = 0.0
TEN = 10.0


def bump(v):
    global G  # noqa: PLW0603
    G = v


@case
def a_global_that_a_helper_sets(x, y):
    global G  # noqa: PLW0603
    G = 0.0
    if x > y:
        bump(x)
    return G + 1


class C:
    total = 0.0

    def __init__(self):
        self.__p = 1.0

    @property
    def p(self):
        return self.__p

    @p.setter
    def p(self, v):
        self.__p = v

    def up(self, v):
        if v > 0:
            self.__p += v
        else:
            self.__p -= v * 2
        return self


class D(C):

    def up(self, v):
        if v > 1:
            return super().up(v)
        self.p = v
        return self


@case
def a_property_of_a_private_name(x, y):
    c = C()
    if x > y:
        c.p = x
    return c.p


@case
def a_method_and_its_super(x, y):
    return D().up(x).up(y).p


@case
def an_attribute_of_a_namespace(x, y):
    n = types.SimpleNamespace(a=x)
    if x > y:
        n.a = y
    return n.a


@case
def a_stepped_iterator(x, y):
    it = iter([x, y, 1.0, 2.0])
    a = next(it)
    if x > y:
        a += next(it)
    return a + next(it)


@case
def an_int_that_is_an_index_and_a_range(x, y):
    k = 0
    if x > y:
        k = 1
    return [x, y * 2][k] + sum(range(k + 1)) + (x if k else y)


@case
def an_exponent(x, y):
    k = 2
    if x > y:
        k = 3
    return y**k + x * k


@case
def a_text_as_mode(x, y):
    mode = "a"
    if x > y:
        mode = "b"
    return x if mode == "a" else y * 2


@case
def none_as_flag(x, y):
    m = None
    if x > y:
        m = x
    if m is None:
        return y
    return m * 2


@case
def a_flag_that_is_true(x, y):
    ok = False
    if x > y:
        ok = True
    if ok is True:
        return x * 3
    return y


@case
def a_view_of_an_array(x, y):
    a = np.array([x, y, 1.0])
    v = a[:2]
    if x > y:
        v[0] = 5.0
    elif x < 0:
        a[1:] = x
    return a.sum() + v[1]


@case
def a_nonlocal_variable(x, y):

    def g(v):
        nonlocal y
        if v > y:
            y = v * 2
        return y

    g(x)
    return y + g(x + 1)


@case
def a_nonlocal_variable_of_a_function_made_on_a_side(x, y):
    t = 1.0
    if x > y:

        def g(v):
            nonlocal t
            t = 0.5 * v
            return v

        x += g(y)
    for k in range(3):
        if y > k:

            def h(v):
                nonlocal t
                t = 0.5 * t + v

            h(0.25)
    return t + x


@case
def a_nonlocal_list_that_one_side_of_an_expression_makes_longer(x, y):
    a = [x]

    def g(v):
        nonlocal a
        a = [v, *a]
        return v

    s = y and g(0.5)
    return s + a[0]


@case
def any_and_all_of_what_changes_a_variable(x, y):
    s = y

    def g(v):
        nonlocal s
        s = 0.5 * s + v
        return s

    if any(g(1.0) > v for v in (x, y)):
        s += 10.0
    if all(g(v) > 0.2 for v in (x, y, 3.0)):
        s += 20.0
    return s


@case
def any_that_leaves_its_witness(x, y):
    t = 0.0
    if any((t := v) > 0.5 for v in (x, y)):
        return t * 2
    return t + 1


@case
def a_nonlocal_list_that_a_call_makes_longer_on_one_way(x, y):
    a = [x]

    def g(v):
        nonlocal a
        if v > 1:
            a = [*a, v]
        return v

    s = g(y)
    return s + sum(q for q in a)


def appended(a, v):
    a.append(v)
    return v < 0


@case
def conditions_that_are_known_and_change_something(x, y):
    t, a = y, [y]
    if x > 0:
        a.append(x)
    elif (t := 2.0) > 3.0 or appended(a, 2.0):
        t = 5.0
    elif y > 0.5:
        t += 1.0
    elif appended(a, 3.0):
        t = 6.0
    return t + sum(a)


@case
def two_lambdas_on_one_line(x, y):
    # fmt: off
    pair = lambda v: v if v > 0 else -2 * v, lambda v: v * 3 if v > 1 else v
    # fmt: on
    return pair[0](x) + pair[1](y)


@case
def an_unbound_variable(x, y):
    if x > y:
        z = x
    return z


@case
def an_exception_that_is_caught(x, y):
    try:
        if x > y:
            raise ValueError("a")
        return x
    except ValueError:
        return y


@case
def an_exception_of_a_helper_that_is_caught(x, y):

    def chk(v):
        if v < 0:
            raise KeyError("neg")

    try:
        chk(x)
    except KeyError:
        return y
    return x + y


def fact(x, n):
    if n == 0:
        return 1.0
    return x * fact(x, n - 1) if x > 0.1 else x


@case
def recursion_to_a_known_depth(x, y):
    return fact(x, 4) + y


@case
def a_generator(x, y):

    def gen():
        if x > y:
            yield x
        yield y

    return sum(gen())


@case
def match_on_a_number(x, y):
    match 1 if x > y else 2:
        case 1:
            return x
        case 2:
            return y * 2
        case _:
            return 0.0


@case
def match_on_a_condition(x, y):
    match x > y:
        case True:
            return x
        case False:
            return y * 2


@case
def append_on_one_side(x, y):
    s = [x]
    if x > y:
        s.append(y)
    return sum(s) * len(s)


@case
def a_set(x, y):
    s = {1.0}
    if x > y:
        s.add(2.0)
    return sum(s) * y


@case
def a_key_on_one_side(x, y):
    d = {"a": x}
    if x > y:
        d["b"] = y
    return sum(d.values())


@case
def a_list_in_a_tuple(x, y):
    t = ([x, y], 3)
    u = t[0]
    if x > y:
        u[0], u[1] = (u[1], u[0])
    return t[0][0] * 2 + t[0][1]


@case
def a_default_that_is_changed(x, y):

    def local(o=[0.0]):  # noqa: B006
        o[0] += 1.0 if x > y else 2.0
        return o[0]

    return local() + local() * x


@case
def a_default_that_is_changed_on_a_side(x, y):
    def add(v, box=[0.0], *, more=[1.0]):  # noqa: B006
        box[0] += v
        more[0] *= v
        return box[0] + more[0]

    return add(y) * x if x > y else add(x) + add(x * y)


@case
def a_class_made_of_names(x, y):
    class Scaled:
        scale, root = TEN, math.sqrt

        def __init__(self, v):
            self.v = v * self.scale if x > y else self.scale - v

    return Scaled(x).v + Scaled.root(x * x)


@case
def a_nan(x, y):
    if x != x:
        return 5.0
    if not x <= y:
        return x
    return y


@case
def with_around_it(x, y):
    with open("/dev/null"):
        if x > y:
            return x
    return y


@case
def append_on_both_sides(x, y):
    r = []
    for v in (x, y, 1.0):
        if v > 0.5:
            r.append(v)
        else:
            r.append(-v)
            continue
        r[-1] *= 2
    return r


@case
def an_attribute_of_a_class(x, y):
    C.total = 0.0
    if x > y:
        C.total = x
    return C.total


@case
def an_attribute_of_a_function(x, y):
    an_attribute_of_a_function.count = 0.0
    if x > y:
        an_attribute_of_a_function.count = x
    return an_attribute_of_a_function.count


@case
def an_instance_check(x, y):
    if isinstance(x, float) and x > y:
        return x
    return y


@case
def arrays_of_one_element(x, y):
    a = np.array([x, y])
    if a[0] > 0 and a.sum() > 1:
        a = a * 2
    if (a > 0).all():
        a[0] = 7.0
    if np.array([x]) > y:
        a += 1
    return float(a[0]) + a[1]


@case
def any_and_all(x, y):
    def checked(v):
        if v < -0.5:
            raise ValueError("no root")
        return math.sqrt(v + 0.5) > 1.0

    above = [v > y for v in (x, 0.0)]
    if any(checked(x - k) for k in range(3)) and not all(above):
        return x * y
    if any([False, x, y > 1.0]) or all(one < x for one in np.array([y, 1.0])):
        return 2 * x
    return y


@case
def numbers_that_are_tested(x, y):
    if (x and y > 0) or not (y or ([x] and x)):
        return x and y
    total, flag = 0.0, x and y > 1
    while x and not (y and x < 0):
        total, x = total + x, x - 1.0 if flag or y else 0.0
        if total > 3:
            break
    return sum([v for v in (x, y, total) if (v and v > -1) or flag])


@case
def bytes(x, y):
    b = bytearray(2)
    if x > y:
        b[0] = 1
    return b[0] + x


@case
def a_number_or_a_text(x, y):
    z = x if x > 0 else "neg"
    return y if z == "neg" else z


@case
def an_iterator_of_two_loops(x, y):
    it = iter([(x, y), (y, x)])
    tot = 0.0
    for a, b in it:
        if a > b:
            tot += a
            for c, _ in it:
                tot += c * 3
    return tot


@case
def which_of_two_numbers_is_asked(x, y):
    xs = [x, y]
    if x > y:
        xs[0] = y
    else:
        xs[1] = x * 2.0
    return x if xs[0] is xs[1] else xs[0] * xs[1]


@case
def which_of_two_lists_is_asked(x, y):
    a, b = [x], [y]
    c = a if x > y else b
    return 3.0 * x if c is a else 7.0 * y


@case
def which_of_two_objects_is_asked_in_a_loop(x, y):
    root, kid = types.SimpleNamespace(v=x, up=None), types.SimpleNamespace(v=y)
    kid.up = root
    node, total = kid if x > y else root, 0.0
    while node is not root:
        total += node.v
        node = node.up
    return total + 10.0 * node.v


@case
def which_of_two_numbers_a_loop_makes_is_asked(x, y):
    a, b = x, y
    for i in range(40):
        if x * i > y * 2.0:
            a = b
    return x * 100.0 if a is b else y


MODE_USES = {
    "compared": lambda mode: 1.0 if mode == "hot" else 2.0 if mode != "cold" else 3.0,
    "among others": lambda mode: 1.0 if mode in ("cold", "dry") else 2.0,
    "a key": lambda mode: {"hot": 1.0, "cold": 2.0, "dry": 3.0}[mode],
    "length": lambda mode: 1.0 * len(mode),
    "characters": lambda mode: 1.0 * sum(one == "o" for one in mode),
    "a method": lambda mode: 1.0 if mode.upper() == "HOT" else 2.0,
    "joined": lambda mode: 1.0 * len("-".join([mode, "x"])),
    "formatted": lambda mode: 1.0 * len(f"{mode:>7}"),
    "its class": lambda mode: (1.0 if isinstance(mode, str) else 2.0) + (type(mode) is str),
    "its order": lambda mode: 1.0 if mode < "d" else 2.0,
    "its truth": lambda mode: 1.0 if mode else 2.0,
    "an attribute": lambda mode: getattr(types.SimpleNamespace(hot=1.0, cold=2.0, dry=3.0), mode),
}


@pytest.mark.parametrize("use", MODE_USES)
def test_a_text_that_branches_choose_is_used_as_any_text(use):
    def function(x, y):
        mode = "hot" if x > y else "cold"
        if y > 2.0:
            mode = "dry"
        return x * MODE_USES[use](mode)

    compiled = la.compile(function)
    for at in POINTS:
        assert compiled(*at) == function(*at)


def test_a_text_that_branches_choose_is_returned():
    def function(x):
        return x, "hot" if x > 1.0 else "cold"

    compiled = la.compile(function)
    assert (compiled(2.0), compiled(0.5)) == ((2.0, "hot"), (0.5, "cold"))


def rec2(x):
    if x > 1.0:
        return rec2(x * 0.5) + 1.0
    return x


@pytest.mark.parametrize("function", CASES, ids=lambda one: one.__name__)
def test_it_does_what_python_does(function):
    compiled = la.compile(function)
    for at in [*POINTS, (math.nan, 1.0)]:
        value, error = outcome(lambda: function(*at))  # noqa: B023
        found, raised = outcome(lambda: compiled(*at))  # noqa: B023
        assert type(raised) is type(error), at
        assert error is not None or np.allclose(found, value, 1e-13, 1e-13, equal_nan=True), at


def test_recursion_on_a_traced_condition_is_an_error_without_a_call():
    with pytest.raises(RecursionError, match=r"60 branches.*\n.*rec2.*\n.*recursion to a depth"):
        trace(lambda x: rec2(x))


def test_recursion_is_as_deep_as_the_call_says():
    compiled = la.compile(lambda x: rec2(x))
    for x in (3.0, 0.25, 300.0):
        assert compiled(x) == rec2(x)
        assert compiled.grad(x) == (rec2(x + 2**-20) - rec2(x - 2**-20)) * 2**19


def hermite(n, x):
    if n == 0:
        return 1.0
    if n == 1:
        return 2 * x
    return 2 * x * hermite(n - 1, x) - 2 * (n - 1) * hermite(n - 2, x)


def mean(n, a, b):
    return a if n <= 0 else mean(n - 1, (a + b) / 2, math.sqrt(a * b))


@pytest.mark.parametrize(("function", "rest"), [(hermite, (0.3,)), (mean, (1.0, 2.0))])
def test_an_int_that_says_how_often_a_function_calls_itself_is_fixed(function, rest):
    """It was traced for every depth: 3,366 lines for the polynomial of order 11."""
    compiled = la.compile(function)
    for n in (6, 3, 11):
        assert compiled(n, *rest) == function(n, *rest)
    assert len(compiled.lower(11, *rest).source.splitlines()) < 80
    assert math.isclose(la.grad(hermite)(6, 0.3), 12 * hermite(5, 0.3), rel_tol=1e-12)
    assert compiled(3.0, *rest) == function(3.0, *rest)  # a float is not


def simpson(low, high, rate):
    def height(x):
        return math.exp(-rate * x) * math.cos(3.0 * x)

    def area(low, high, ends, depth):
        middle = (low + high) / 2.0
        one, whole, other = ends
        first, second = height((low + middle) / 2.0), height((middle + high) / 2.0)
        left = (middle - low) / 6.0 * (one + 4.0 * first + whole)
        right = (high - middle) / 6.0 * (whole + 4.0 * second + other)
        error = left + right - (high - low) / 6.0 * (one + 4.0 * whole + other)
        if depth <= 0 or abs(error) <= 1e-4:
            return left + right + error / 15.0
        return area(low, middle, (one, first, whole), depth - 1) + area(
            middle, high, (whole, second, other), depth - 1
        )

    ends = height(low), height((low + high) / 2.0), height(high)
    return area(low, high, ends, 20)


def twice(x, k, depth=0):
    if abs(x) < 0.3 or depth > 14:
        return k * x
    if x > 1.0:
        return 0.5 * twice(x - 1.0, k, depth + 1) + x
    return twice(x * x - 0.5, k, depth + 1) * 0.8 + depth * k


@pytest.mark.parametrize(("function", "args"), [(simpson, (0.0, 1.0, 1.3)), (twice, (2.3, 0.7))])
def test_a_recursion_on_both_sides_is_as_deep_as_the_call_says(function, args):
    """All sides were traced: a million for Simpson, and 32,768 for the other, without end."""
    compiled = la.compile(function)
    assert math.isclose(compiled(*args), function(*args), rel_tol=1e-12)
    assert len(compiled.lower(*args).trace.nodes) < 6_000
    rates, step = compiled.grad(*args), 2.0**-14
    around = [function(*args[:-1], args[-1] + sign * step) for sign in (1, -1)]
    assert math.isclose(rates[len(args) - 1], (around[0] - around[1]) / (2 * step), rel_tol=1e-6)
    with pytest.raises(RecursionError, match=r"(8|60) branches.*\n.*\n.*recursion to a depth"):
        trace(function)


def sequential(count):
    """A module with as many ifs, one after the other."""
    lines = ["import math", "", "", "def main(x, y):"]
    for k in range(count):
        lines += [f"    if x > {k}.5:", f"        y = math.sin(y) + {k}.0", "    else:"]
        lines += ["        y = y * x"]
    return "\n".join([*lines, "    return y", ""])


@pytest.mark.parametrize("count", [10, 100, pytest.param(1000, marks=pytest.mark.slow)])
def test_source_grows_with_the_number_of_ifs(count, tmp_path):
    main = branching.loaded(sequential(count), tmp_path, f"ifs{count}").main
    compiled = la.compile(main)
    assert math.isclose(compiled(3.7, 0.3), main(3.7, 0.3), rel_tol=1e-12)
    assert len(compiled.primal.source.splitlines()) < 10 * count + 20
    assert len(compiled.source.splitlines()) < 20 * count + 20


def random_programs(seeds, folder):
    refused = 0
    for seed in seeds:
        found = branching.difference(branching.program(seed), folder, f"random{seed}", seed)
        refused += (found or "").startswith("refused")
        assert found is None or found.startswith("refused"), f"seed {seed}: {found}"
    assert refused <= len(seeds) / 20


def test_random_programs(tmp_path):
    random_programs(range(10), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(1000, 3000, 100))
def test_more_random_programs(start, tmp_path):
    random_programs(range(start, start + 100), tmp_path)


def changes_or_replaces(x, y, z):
    xs = [x, y, z]
    s = x
    for _ in range(4):
        if x < s:
            xs[2], xs[0] = xs[0], y
        elif y <= 1.0:
            xs = list(xs)
        else:
            break
        s = s * 1.1
    return xs[0] + 10 * xs[1] + 100 * xs[2]


@pytest.mark.parametrize("at", [(2.1, -1.04, 1.42), (0.5, 2.0, -1.0), (-1.0, 0.5, 2.0)])
def test_one_side_changes_what_another_replaces(at):
    assert la.compile(changes_or_replaces)(*at) == pytest.approx(changes_or_replaces(*at))


def deletes_in_a_loop(x, y, z):
    q = z
    while x < y:
        del q
        x = x + 1.0
    return x


def deletes_in_a_loop_on_a_side(x, y, z):
    r = x
    for _ in range(4):
        if y > z:
            del r
        y = y - 1.0
    return y


def deletes_in_a_loop_and_reads_after_it(x, y, z):
    q = z
    while x < y:
        if x > 0.0:
            del q
            break
        x = x + 1.0
    return q


@pytest.mark.parametrize(
    "function",
    [deletes_in_a_loop, deletes_in_a_loop_on_a_side, deletes_in_a_loop_and_reads_after_it],
)
@pytest.mark.parametrize("at", [(0.3, 2.0, 1.0), (1.8, 2.0, 1.5), (2.0, 1.8, 3.0), (-5.0, -4.5, 9)])
def test_a_variable_that_a_round_deletes(function, at):
    value, error = outcome(lambda: function(*at))
    found, raised = outcome(lambda: la.compile(function)(*at))
    assert (found, type(raised), str(raised)) == (value, type(error), str(error))


@pytest.mark.parametrize("seed", [880229, 880431, 890713, 900593])
def test_random_programs_that_delete_in_loops(seed, tmp_path):
    random_programs([seed], tmp_path)


def positive(x, y):
    return x * y if x > 0.0 else None


NONE = [
    lambda x, y: y if positive(x, y) is None else positive(x, y) + 1.0,
    lambda x, y: (r - y) if (r := positive(x, y)) is not None else y,
    lambda x, y: (positive(x, y) or y) * 2.0,
    lambda x, y: 3.0 * y if not positive(x, y) else x,
    lambda x, y: (positive(x, y) == None) * 2.0 + (positive(x, y) != None) * x,  # noqa: E711
    lambda x, y: 1.0 * (positive(x, y) == positive(x + 1.0, y)) + x,
    lambda x, y: 2.0 * x if positive(x, y) and y > 0.5 else y,
    lambda x, y: y if isinstance(positive(x, y), float) else x,
    lambda x, y: bool(positive(x, y)) * 2.0 + y,
    lambda x, y: sum(one for one in (positive(x, y), y, None) if one is not None),
    lambda x, y: float(np.sqrt(abs(positive(x, y)))) if positive(x, y) is not None else y,
    lambda x, y: x if {"a": positive(x, y)}.get("a") is None else y,
    lambda x, y: positive(x, y) - y,
    lambda x, y: y * positive(x, y),
    lambda x, y: math.sin(positive(x, y)) + y,
    lambda x, y: x if y < positive(x, y) else y,
    lambda x, y: -positive(x, y),
    lambda x, y: max(positive(x, y), y),
]


@pytest.mark.parametrize("at", range(len(NONE)))
def test_what_may_be_none_does_what_none_does(at):
    function = NONE[at]
    f = la.compile(function)
    for point in POINTS:
        value, error = outcome(lambda: function(*point))  # noqa: B023
        found, raised = outcome(lambda: f(*point))  # noqa: B023
        assert (found, type(raised)) == (value, type(error))
        assert error is None or str(raised).split("\n")[0] == str(error)


def test_what_may_be_none_in_a_result_is_of_the_structure_that_a_call_returns():
    f = la.compile(lambda x, y: [x, positive(x, y)])
    for point in POINTS:
        assert f(*point) == [point[0], positive(*point)]


def test_branches_on_what_may_be_none_add_up():
    def f(x, y):
        total = 0.0
        for k in range(40):
            r = positive(math.sin(k * x), y)
            if r is not None:
                total += r
        return total

    f = la.compile(f, loops="unroll")
    assert f(1.3, 0.7) == pytest.approx(f.__wrapped__(1.3, 0.7), rel=1e-14)
    assert len(f.primal.source.splitlines()) < 400


class Weighed:
    """Its names are those that lazyad's own stand-in has, and it has an operator."""

    def __init__(self, value):
        self.value = self.there = self.leads = value

    def __mul__(self, k):
        return self.value * k * 10.0


def by_attribute(x):
    p = None
    if x > 0:
        p = Weighed(x)
    return p.value * 2.0 + p.there + p.leads if p is not None else 4.0 * x


def by_assignment(x):
    p = None
    if x > 0:
        p = Weighed(x)
    if p is not None:
        p.value = x * 5.0
        return p * 2.0
    return 4.0 * x


def by_index(x):
    n = None
    if x > 0:
        n = int(x)
    try:
        return [1.0, 2.0, 3.0][n] * x
    except TypeError:
        return x * 7.0


def by_item(x):
    b = None
    if x > 0:
        b = [x, 2.0]
    try:
        b[0] = x * 3.0
    except TypeError:
        return x * 7.0
    return b[0] * 2.0


def by_name(x):
    p = None
    if x > 0:
        p = [x]
    try:
        p.real  # noqa: B018
    except AttributeError:
        return x * 7.0
    return x * 8.0


def by_pattern(x):
    p = None
    if x > 0:
        p = x
    match p:
        case None:
            return x * 4.0
        case float():
            return x * 5.0
        case _:
            return x * 6.0


def by_bits(x):
    n = None
    if x > 0:
        n = int(x)
    try:
        return (n | 1) * x
    except TypeError:
        return x * 7.0


def first_index(x):
    n = None
    values = [0.5 * k for k in range(60)]
    for i in range(60):
        if n is None and math.sin(i * x) > 0.5:
            n = i
    return values[n] * x if n is not None else x


def running_mean(x):
    a = None
    for i in range(60):
        v = math.sin(i * x)
        if v > 0.5:
            if a is None:
                a = [v, 1.0]
            else:
                a[0] += v
                a[1] += 1.0
    return x if a is None else a[0] / a[1]


@pytest.mark.parametrize(
    "function",
    [
        *(by_attribute, by_assignment, by_index, by_item, by_name, by_pattern, by_bits),
        *(first_index, running_mean),
    ],
)
def test_what_may_be_none_is_no_other_object(function):
    """Of what is there, all is asked that Python would ask."""
    for points in ((-1.5, 0.3, 2.5), (2.5, 0.3, -1.5)):
        f = la.compile(function)
        for x in points:
            assert f(x) == pytest.approx(function(x), rel=1e-14)
            slope = (function(x + 1e-6) - function(x - 1e-6)) / 2e-6
            assert f.grad(x) == pytest.approx(slope, rel=1e-5)


def chosen_of(x):
    return x if x > 0 else None


def by_operator(x):
    p = chosen_of(x)
    return x * 2.0 if operator.is_(p, None) else operator.is_not(None, p) * x * 3.0


def by_inner_none(x):
    match {"a": chosen_of(x), "b": [chosen_of(x - 1.0), x]}:
        case {"a": None}:
            return x
        case {"a": a, "b": [None, b]}:
            return a * b * 3.0
        case {"a": a, "b": [*b]}:
            return a * b[0] * 5.0


def by_inner_text(x):
    match [x, "big" if x > 1 else "small" if x > 0 else None]:
        case [_, None]:
            return x
        case [float(), "big"]:
            return x * 2.0
        case [_, str()]:
            return x * 3.0


def by_row(x):
    match chosen_of(x), chosen_of(1.0 - x):
        case None, b:
            return b * 2.0
        case a, None:
            return a * 3.0
        case a, b:
            return a * b


def by_walrus(x):
    p = chosen_of(x)
    if p is not None and (twice := p * 2.0) > 1.0:
        return twice
    return (s := x * 3.0) + s if p is None else x * 7.0


def by_bounds(x):
    p, row = chosen_of(x), np.array([x, 1.0])
    return np.clip(x * 3.0, None, p) + np.clip(row, p, None)[1] + np.interp(x, [0, 1], row, left=p)


def by_catching(x):
    best = None
    s = 0.0
    for i in range(60):
        v = math.sin(i * x)
        try:
            if best < v:
                best = v
        except TypeError:
            best = v
        s += best
    return s


def by_catching_max(x):
    p = chosen_of(x)
    known = isinstance(p, float)
    try:
        return max(p, x * x) + known
    except TypeError:
        return x * 9.0


def by_kind_beside_numpy(x):
    most = max(v for v in [x * x, chosen_of(x)] if v is not None)
    return most * 2.0 if type(most) is float else x


def by_dispatch(x):
    return kind_of(chosen_of(x)) * x


@functools.singledispatch
def kind_of(value):
    return 1.0


@kind_of.register
def _(value: float):
    return 2.0


@kind_of.register
def _(value: None):
    return 3.0


def by_one_truth(x):
    big, p = x > 1, x > 1 if x > 0 else None
    return x * 2.0 if p is big else x * 3.0 if (x > 2) is not big else x * 5.0


@pytest.mark.parametrize(
    "function",
    [
        *(by_operator, by_inner_none, by_inner_text, by_row, by_walrus, by_bounds),
        *(by_catching, by_catching_max, by_kind_beside_numpy, by_dispatch, by_one_truth),
    ],
)
def test_none_is_none_to_whoever_asks(function):
    """What Python's own code asks by `is`, NumPy's functions, patterns and clauses."""
    test_what_may_be_none_is_no_other_object(function)


def test_the_class_of_what_may_be_none_is_a_condition():
    def filled(x):
        found = [chosen_of(x - k) for k in range(-3, 4)]
        known = [one if isinstance(one, float) else x for one in found]
        return sum(known) + hasattr(found[3], "real") * isinstance(found[2], (int, type(None)))

    f = la.compile(filled)
    assert [f(x) for x in (-1.5, 0.5, 2.5)] == [filled(x) for x in (-1.5, 0.5, 2.5)]
    assert len(f.primal.source.splitlines()) < 20  # and not hundreds


def test_an_array_that_may_be_none_is_carried():
    """Where it is known to be there, NumPy's operators take the array itself."""

    def path(x):
        last, length = None, 0.0
        for i in range(60):
            here = np.array([math.sin(i * x), math.cos(i * x)])
            if last is not None:
                length += np.sum((here - last) ** 2) + np.sum(last * 2.0 - here)
            if here[0] > 0:
                last = here
        return float(length)

    f = la.compile(path)
    for x in (1.0, 0.3, -2.0):
        assert f(x) == pytest.approx(path(x), rel=1e-12)
        slope = (path(x + 1e-6) - path(x - 1e-6)) / 2e-6
        assert f.grad(x) == pytest.approx(slope, rel=1e-5)
    assert len(f.primal.source.splitlines()) < 50


def by_class_of_an_int(x, y):
    match int(x):
        case float():
            return 77.0
        case 1 | 2 as k:
            return y * k
        case int(k) if k > 3:
            return k - y
        case k:
            return k * 2.0


def by_classes_in_a_row(x, y):
    match round(x), x > y, y:
        case int(k), bool(b), float() if b:
            return k + 1.0
        case int(), int(), int():
            return 77.0
        case int(k), False, float(c):
            return k * c


def by_classes_of_many(x, y):
    out = 0.0
    for one in (x, math.floor(y), x > 1, "s", None, [y]):
        match one:
            case bool(b):
                out += 100 if b else 200
            case int(i):
                out += i * 10
            case float(f):
                out += f
            case str(s):
                out -= len(s)
            case list([a]):
                out *= a
            case None:
                out += 0.5
    return out


@pytest.mark.parametrize("function", [by_class_of_an_int, by_classes_in_a_row, by_classes_of_many])
def test_a_pattern_of_a_class_asks_as_isinstance_does(function):
    """What stands for an int or a truth was a float to Python's `match`, or nothing."""
    f = la.compile(function)
    for at in [(1.0, 2.0), (-1.0, 0.5), (0.0, 0.0), (4.0, -2.0), (2.5, 2.0)]:
        assert f(*at) == function(*at)
