"""Which containers are the same: a change through one variable is seen through the others, also
where a condition says which list a variable holds, and from round to round."""

import copy
import functools
import math

import numpy as np
import pytest

import lazyad as la


class Point:
    def __init__(self, a):
        self.a = a


def a_copy_on_one_side(x, y):
    xs = [x, 1.0]
    ys = xs
    if x < y:
        xs = list(xs)
    ys[1] += 0.5
    return sum(xs)


def the_other_list_on_one_side(x, y):
    xs, ys = [x, 1.0], [y, 2.0]
    if x < y:
        xs = ys
    xs[1] += 0.5
    return sum(ys)


def one_list_for_both(x, y):
    xs, ys = [x], [y]
    if x < y:
        xs = ys = [x * y]
    xs[0] += 1.0
    return ys[0]


def two_that_share_on_one_side(x, y):
    xs, ys = [x], [y]
    if x < y:
        shared = [x * y]
        xs = shared
        ys = shared if y > 1.5 else [y]
    xs[0] += 1.0
    return ys[0]


def one_of(v, w, x):
    return v if x > 1.5 else w


def chosen_by_a_helper(x, y):
    v, w = [x], [y]
    one_of(v, w, x)[0] += 1.0
    best = one_of(v, w, x)
    best[0] += 1.0
    return v[0] * 2 + w[0]


def changed_by_a_helper(x, y):
    def change(vs):
        if x < y:
            vs = list(vs)
        vs[0] += 1.0
        return vs[0]

    xs = [x]
    return change(xs) * xs[0]


def objects(x, y):
    p, q = Point(x), Point(y)
    r = p if x < y else q
    r.a = r.a * 2
    return p.a + 3 * q.a


def dicts_in_a_list(x, y):
    rows = [{"a": x}, {"a": y}]
    first = rows[0]
    if x < y:
        rows[0] = rows[1]
    rows[0]["a"] += 1.0
    return rows[1]["a"] * first["a"]


def the_other_list_after_a_round(x, y):
    xs, ys = [0.0, 0.0], [x, 1.0]
    for _ in range(100):
        xs[0] += 0.1 * y
        xs = ys
    return ys[0]


def one_list_for_both_after_a_round(x, y):
    xs, zs = [x, 1.0], [y, 2.0]
    for _ in range(100):
        xs[0] += 0.1
        xs = zs = [zs[0] * 0.5, xs[0] * 0.25]
    return zs[0] + xs[1]


def the_other_list_in_some_rounds(x, y):
    n = x
    xs, zs = [x, 1.0], [y, 2.0]
    while n < 100:
        n = n * 1.1 + 0.1
        if n > 5:
            xs = zs
        xs[0] += 0.1 * y
    return zs[0] + 2 * xs[0]


def the_other_list_after_the_loop(x, y):
    n = x
    xs, ys = [x], [y]
    while n < 100:
        n = n * 2
        if n > 50:
            xs = ys
            break
    xs[0] += 1.0
    return ys[0]


class Tree:
    def __init__(self, a):
        self.a, self.above, self.below = a, None, []

    def put(self, a):
        self.below.append(Tree(a))
        self.below[-1].above = self
        return self

    @property
    def branches(self):
        return self.below


def a_list_and_an_attribute(x, y):
    kept, tree = [], Tree(x)
    tree.below, tree.above = kept, [kept]
    tree.put = lambda a: kept.append(a)
    tree.below.append(x)
    tree.above[0].append(y)
    tree.put(x * y)
    return sum(kept) * len(kept)


def a_list_and_an_attribute_of_a_class(x, y):
    kept = Tree.below = []
    Tree.below.append(x)
    Tree.below.append(y)
    Tree.below = None
    return sum(kept) * len(kept)


def a_list_and_a_partial_in_an_attribute(x, y):
    kept, tree = [x], Tree(x)
    tree.put = functools.partial(lambda ys, a: ys.append(a), kept)
    tree.put(y)
    return sum(kept) * len(kept)


def a_list_and_a_property(x, y):
    tree = Tree(x).put(y).put(x * y)
    tree.branches[0].a += 1.0
    if x < y:
        tree.branches.pop()
    return sum(one.a for one in tree.below) * len(tree.branches)


def a_list_in_an_attribute_of_each_side(x, y):
    if x < y:
        tree = Tree(x)
        tree.below.append(x * y)
    else:
        tree = Tree(y)
        tree.below.append(x + y)
    return tree.below[0] * tree.a


def a_list_that_a_method_of_a_side_fills(x, y):
    tree = Tree(x).put(x * x).put(y) if x < y else Tree(y).put(x * y).put(x)
    tree.below[0].above.a += 1.0
    return tree.a * sum(one.above.a * one.a for one in tree.below)


def objects_of_each_side_that_hold_each_other(x, y):
    if x < y:
        one, other = Tree(x), Tree(y)
        one.above, other.above = other, one
    else:
        one, other = Tree(x * y), Tree(x + y)
        one.above, other.above = other, one
    one.above.above.a *= 3.0
    return one.above.a + one.a * 10.0


def lists_of_each_side_that_hold_themselves(x, y):
    if x < y:
        xs = [x]
        xs.append({"above": xs, "a": y})
    else:
        xs = [x * y]
        xs.append({"above": xs, "a": x + y})
    xs[1]["above"][0] += 1.0
    return xs[0] * xs[1]["a"]


OUTSIDE = Tree(2.0)
OUTSIDE.below = [{"f": math.sin}, 3.0]


def copies_of_an_object_outside(x, y):
    deep, shallow = copy.deepcopy(OUTSIDE), copy.copy(OUTSIDE)
    deep.below.append(x)
    return deep.below[0]["f"](y) * sum(deep.below[1:]) + shallow.below[1] * len(OUTSIDE.below)


def a_loop_over_objects_that_hold_each_other(x, y):
    now, other = Tree(x), Tree(y)
    now.above, other.above = other, now
    while now.a < 50.0:
        now.above.a += now.a
        now = now.above
    return now.a + now.above.a * 10.0


FUNCTIONS = [
    a_copy_on_one_side,
    the_other_list_on_one_side,
    one_list_for_both,
    two_that_share_on_one_side,
    chosen_by_a_helper,
    changed_by_a_helper,
    objects,
    dicts_in_a_list,
    the_other_list_after_a_round,
    one_list_for_both_after_a_round,
    the_other_list_in_some_rounds,
    the_other_list_after_the_loop,
    a_list_and_an_attribute,
    a_list_and_an_attribute_of_a_class,
    a_list_and_a_partial_in_an_attribute,
    a_list_and_a_property,
    a_list_in_an_attribute_of_each_side,
    a_list_that_a_method_of_a_side_fills,
    objects_of_each_side_that_hold_each_other,
    lists_of_each_side_that_hold_themselves,
    copies_of_an_object_outside,
    a_loop_over_objects_that_hold_each_other,
]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.__name__)
def test_a_change_is_seen_by_all_who_share(function):
    f = la.compile(function, optimize="strict")
    for point in ((1.0, 2.0), (2.0, 1.0), (1.2, 1.4)):
        assert f(*point) == function(*point), point


VIEWS = {
    "another view": lambda a, x: a[:2] if x > 1.0 else a[1:],
    "a copy": lambda a, x: a[1:].copy() if x > 1.0 else a[1:],
    "the whole": lambda a, x: a[::-1] if x > 1.0 else a,
    "one element": lambda a, x: a[:1] if x > 1.0 else a[1:2],
}


@pytest.mark.parametrize("target", ["python", "array"])
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_view_that_a_side_chooses_is_one_of_the_same_array(view, target):
    def through_it(x):
        a = np.array([1.0, 2.0, 3.0])
        b = view(a, x)
        b[0] = x
        b *= 2.0
        return a[0] + 10.0 * a[1] + 100.0 * a[2] + b[0]

    def around_it(x):
        a = np.array([1.0, 2.0, 3.0])
        b = view(a, x)
        a[1] = x
        return b[0] + 10.0 * b[-1]

    for function in (through_it, around_it):
        f = la.compile(function, target=target)
        for x in (0.5, 2.0):
            assert f(x) == function(x), x
            assert f.jvp((x,), (0.25,))[1] == function(x + 0.25) - function(x)  # linear


def assigned_to_by_its_side(x, y):
    m = np.array([[x, y, 0.5], [0.1, 0.2, x * y]])
    if x < y:
        row = m[1]
        row[1] = 0.7
    else:
        column = m[:, 1]
        column[0] = 0.8 * x
    return m.sum() - 3 * m[0, 1]


def assigned_to_by_sides_of_rounds(x, y):
    m = np.array([[x, y, 0.5], [0.1, 0.2, x * y]])
    column = m[:, 1]
    for _ in range(50):
        for j in range(2):
            if m[j].sum() > y:
                column[j] = 0.5 * m[j, 2]
            elif x < 0.5:
                m[j] *= 0.9
            else:
                turned = m.T
                turned[0] *= 0.5
                turned = turned[1:]
                turned += 0.01 * x
    return m.sum() * column[0]


def the_only_views_of_an_array(x, y):
    one, other = np.split(np.array([x, y, x * y, 0.5]), 2)
    for _ in range(50):
        if one[0] > y:
            back = other[::-1]
            back[1] = 0.2 * x
        else:
            back = one[1:]
            back[0] = 0.3 * y
        one += 0.01 * other
    return one[0] + one[1] * other[0]


@pytest.mark.parametrize("target", ["python", "array"])
@pytest.mark.parametrize(
    "function",
    [assigned_to_by_its_side, assigned_to_by_sides_of_rounds, the_only_views_of_an_array],
)
def test_what_a_side_assigns_to_a_view_of_its_own_is_not_seen_on_the_other(function, target):
    f = la.compile(function, target=target)
    for x, y in ((0.4, 0.9), (0.9, 0.2), (0.6, 0.7)):
        slope = (function(x + 1e-6, y) - function(x - 1e-6, y)) / 2e-6
        value, tangent = f.jvp((x, y), (1.0, 0.0))
        assert value == pytest.approx(function(x, y), rel=1e-12)
        assert tangent == pytest.approx(slope, abs=1e-7)


def parts_of_complex(x):
    z = 1j * np.zeros(2)
    part = z.real if x > 1.0 else z.imag
    part[0] = x
    return z[0].real + 10.0 * z[0].imag


def complex_views(x):
    z = 1j * np.zeros(3)
    view = z[1:] if x > 1.0 else z[:2]
    view[0] = 1j * x
    return z[0].imag + 10.0 * z[1].imag


@pytest.mark.parametrize("target", ["python", "array"])
@pytest.mark.parametrize("function", [parts_of_complex, complex_views])
def test_so_are_parts_and_views_of_complex_numbers(function, target):
    f = la.compile(function, target=target)
    assert [f(0.5), f(2.0)] == [function(0.5), function(2.0)]


def test_lists_that_change_places_stay_a_loop():
    def relaxed(a):
        old, new = [a, 0.0, 0.0, 1.0], [0.0] * 4
        for _ in range(300):
            new[0], new[3] = old[0], old[3]
            for i in (1, 2):
                new[i] = 0.5 * (old[i - 1] + old[i + 1])
            old, new = new, old
        return sum(old)

    f = la.compile(relaxed)
    assert f(2.0) == relaxed(2.0)
    assert len(f.primal.source.splitlines()) < 20


def test_what_nobody_shares_joins():
    def scaled(x, y):
        xs = [x, y]
        if x < y:
            xs = [y, x]
        xs[0] *= 2.0
        return xs[0] - xs[1]

    trace = la.compile(scaled).trace
    assert str(trace).count("where") == 2
