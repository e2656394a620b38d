"""What raises in a function of whole arrays raises in its kernels, of derivatives too."""

import pickle
import warnings

import numpy as np
import pytest

import lazyad as la
from tests.helpers_names.checks import three_parts
from tests.test_whole import close

X = np.array([0.5, 1.5, 2.0])


def early(x):
    if x.sum() < 0:
        raise ValueError("negative")
    return np.log(x) * 2


def asserted(x):
    if not x.sum() > 0:  # pytest rewrites what is asserted
        raise AssertionError("no mass")
    return x / x.sum()


def each(x):
    for v in x:
        if v > 10.0:
            raise OverflowError("too large")
        if v < -10.0:
            raise ValueError("too small")
    return x * 2.0


def on_one_side(x):
    if x[0] > 1.0:
        if x[1] > 1.0:
            raise ValueError("both")
        return x * x
    y = x * 3.0
    if y[2] < 0.0:
        raise KeyError("third")
    return y


def before_it_fails(x):
    if x[0] == 0.0:
        raise ZeroDivisionError("singular")
    return np.linalg.solve(np.diag(x), x * x)


def in_a_while(x):
    while x @ x > 0.1:
        if x[0] > 50.0:
            raise ValueError("start")
        x = 0.5 * x
    return x


def in_a_scan(x):
    def step(total, r):
        if r < 0.0:
            raise ValueError("negative")
        if r > 10.0:
            raise OverflowError("too large")
        return total + np.sqrt(r), total * r

    return x * la.scan(step, 0.0, x)[0]


def in_a_scan_in_a_scan(x):
    def inner(total, r):
        if r < -10.0:
            raise ValueError("inner")
        return 0.5 * total + r, None

    def outer(total, r):
        total, _ = la.scan(inner, total, x)
        if total > 20.0:
            raise KeyError("outer")
        return total * r, total

    return la.scan(outer, 0.0, x)[1]


FUNCTIONS = (early, asserted, each, on_one_side, before_it_fails, in_a_while)
FUNCTIONS += (in_a_scan, in_a_scan_in_a_scan)
POINTS = [
    X,
    -X,
    np.array([2.0, 3.0, 1.0]),
    np.array([2.0, 0.3, 1.0]),
    np.array([0.2, 0.3, -1.0]),
    np.array([0.2, 12.0, 1.0]),
    np.array([0.2, -12.0, 15.0]),
    np.array([0.0, 1.0, 2.0]),
    np.array([60.0, 1.0, 2.0]),
]


def outcome(function, *args):
    try:
        return np.asarray(function(*args))
    except Exception as error:
        return type(error), str(error)


@pytest.mark.parametrize("target", ["array", "xp"])
@pytest.mark.parametrize("function", FUNCTIONS)
def test_it_raises_what_the_function_raises(function, target):
    f = la.compile(function, target=target)
    loss = la.compile(lambda x: function(x).sum(), target=target)
    again = pickle.loads(pickle.dumps(la.compile(function, target=target).lower(X)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        for x in POINTS:
            wanted = outcome(function, x)
            asked = [
                outcome(f, x),
                outcome(again, x),
                outcome(lambda x: f.jvp((x,), (x,))[0], x),
                outcome(lambda x: f.vjp((x,), x)[0], x),
            ]
            for found in asked:
                if isinstance(wanted, tuple):
                    assert found == wanted
                else:
                    close(found, wanted)
            for derivative in (loss.grad, loss.hessian):
                found = outcome(derivative, x)
                assert isinstance(found, tuple) == isinstance(wanted, tuple)
                if isinstance(wanted, tuple):
                    assert found == wanted


def test_numbers_that_count_no_choice_raise_as_numpys_do():
    def choose(x, a):
        return np.choose(np.argsort(a), [x, 2.0 * x])

    compiled = la.compile(choose, target="array")
    assert np.array_equal(compiled(np.ones(2), np.array([3.0, 1.0])), [2.0, 1.0])
    with pytest.raises(ValueError, match="invalid entry in choice array"):
        compiled(np.ones(3), np.arange(3.0))


def test_a_scan_that_raises_where_it_cannot_say_so_is_refused():
    def always(total, r):
        if r < 0.0:
            raise ValueError("negative")
        raise KeyError("not negative")

    def step(total, r):
        if r < 0.0:
            raise ValueError("negative")
        return total + r, None

    def tried(x):
        try:
            return la.scan(step, 0.0, x)[0]
        except ValueError:
            return x.sum()

    for function in (lambda x: la.scan(always, 0.0, x)[0], tried):
        with pytest.raises(TypeError, match="a round of a scan raises") as caught:
            la.compile(function, target="array")(X)
        three_parts(caught)


def test_ways_that_return_arrays_of_other_shapes_are_refused():
    """np.where would spread the smaller one."""

    def shorter(x):
        if x.sum() > 0:
            return x[:1] * 2.0
        return x

    with pytest.raises(TypeError) as error:
        la.compile(shorter, target="array")(X)
    three_parts(error, "shape (1,) or", "shape (3,)", "same structure")

    def checked(x):
        if x[0] == 0.0:
            raise ValueError("no leading coefficient")
        return np.diag(x)

    close(la.compile(checked, target="array")(X), np.diag(X))


def test_a_way_that_is_refused_is_refused_where_it_is_taken():
    def function(x):
        if x.sum() < 0.0:
            return np.unique(x)
        return x * x

    loss = la.compile(lambda x: function(x).sum(), target="array")
    close(loss.grad(X), 2.0 * X)
    for call in (loss, loss.grad, loss.hessian):
        with pytest.raises(TypeError, match="nobody knows how many"):
            call(-X)


def test_the_source_asks_where_the_function_does():
    lines = la.compile(early, target="array").lower(X).primal.source.splitlines()
    start = lines.index("def early(x):") + 1
    body = [one.strip() for one in lines[start:] if "#" not in one]
    assert body == [
        "if x.sum() < 0.0:",
        'raise ValueError("negative")',
        "return np.log(x) * 2.0",
    ]
