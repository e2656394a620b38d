"""Names that lazyad makes of the user's are no keywords, and clash with nothing."""

import ast
import builtins
import functools
import gc
import keyword
import math
import re
import sys
import threading
import weakref
from typing import NamedTuple

import numpy as np
import pytest

import lazyad as la
from lazyad.derivatives import tangent_names
from lazyad.values.structure import part_at, variable_name
from tests.helpers_names.checks import run_alone

RESERVED = sorted({*keyword.kwlist, *keyword.softkwlist, *dir(builtins)})
USUAL = (
    "v0 v1 d0 d1 dx dv0 dd0 ddx np math sin cos special print self cls f f_grad f_2 cotangent "
    "cotangent_ x y y2 d dy hypot hypot_ float abs abs_ lambda_ ef el efg elif_ _ __ _0 __class__ "
    "ValueError Pair args kwargs type match case x0 x_0 a"
).split()
UNICODE = ["λ", "Δx", "ñ", "मूल्य", "a·b", "℘", "x٣", "Ωm", "ß", "数", "ﬀ".casefold()]
TAILS = [word[1:] for word in RESERVED if word[0] == "d" and word[1:].isidentifier()]
FUNCTIONS = ["abs", "float", "min", "max", "round", "int"]
NAMES = [
    name
    for name in dict.fromkeys([*TAILS, *keyword.softkwlist, *FUNCTIONS, *USUAL, *UNICODE])
    if not keyword.iskeyword(name)
]


class Pair(NamedTuple):
    first: float
    second: float


def formula(names):
    """A function of these parameters, whose locals are called like builtins and keywords' ends."""
    first, second = names
    source = f"""
def f({first}, {second}):
    ef, el = the_math_.sin({first}) * {second}, 2.0 * {second}
    el = the_np_.hypot(ef, el)
    return the_abs_(ef * el) + the_floor_(el)
"""
    scope = {"the_math_": math, "the_np_": np, "the_abs_": abs, "the_floor_": math.floor}
    exec(source, scope)
    return scope["f"]


def checked(source, *args):
    """The source is Python of names that are no builtins; what its function comes to alone."""
    tree = ast.parse(source)
    *_, function = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return run_alone(source, function.name, args)


def test_parameters_of_any_name():
    want = None
    for first, second in zip(NAMES[::2], NAMES[1::2], strict=len(NAMES) % 2 == 0):
        f = la.compile(formula((first, second)))
        lowered = f.lower(0.7, 1.3)
        found = [
            f(0.7, 1.3),
            f.jvp((0.7, 1.3), (1.0, 0.5)),
            f.grad(0.7, 1.3),
            checked(lowered.primal.source, 0.7, 1.3),
            checked(f.source, 0.7, 1.3, 1.0, 0.5),
            checked(f.grad.source, 0.7, 1.3),
        ]
        want = want or found
        assert found == want


@functools.cache
def derivatives(names):
    f = la.compile(formula(names))
    taylor = la.taylor(f, 2)
    return [
        f.hessian(0.7, 1.3),
        f.hvp((0.7, 1.3), (1.0, 0.5)),
        taylor(0.7, 1.3, 1.0, 0.5),
        checked(f.hessian.source, 0.7, 1.3),
        checked(taylor.source, 0.7, 1.3, 1.0, 0.5),
        la.grad(f, wrt=names[0])(0.7, 1.3),
        la.compile(formula(names), target="numpy").jvp((0.7, 1.3), (1.0, 0.5)),
    ]


@pytest.mark.parametrize(
    "pair", [("el", "ef"), ("v0", "d0"), ("math", "np"), ("λ", "a·b"), ("ict", "ir")]
)
def test_every_derivative(pair):
    assert derivatives(pair) == derivatives(("x", "y"))


@pytest.mark.parametrize("name", [n for n in [*RESERVED, *NAMES] if not keyword.iskeyword(n)])
def test_a_tangents_name(name):
    (made,) = tangent_names([name], [name]).values()
    assert made.isidentifier()
    assert made not in RESERVED
    assert made != name
    assert part_at({name: [1.0]}, f"{name}[0]") == 1.0


def test_locals_and_containers_of_any_name():
    keys = [
        "el",
        "class",
        "m²",
        "ｘ",
        "x",
        "①",
        "a b",
        "1",
        "",
        "'",
        "मूल्य",
        "for",
        "None",
        "print",
    ]

    def f(ef, ict):
        el = ef["el"] * ict.first
        elattr = math.sin(el) * ict.second
        return {key: value * elattr + el for key, value in ef.items()}

    args = dict(zip(keys, np.linspace(0.5, 1.5, len(keys)).tolist(), strict=True)), Pair(0.5, 2.0)
    compiled = la.compile(f)
    assert compiled(*args) == pytest.approx(f(*args))
    compiled.jvp(args, args)
    jacobian = la.jacobian(compiled, wrt="ict.first")
    assert list(jacobian(*args)) == keys
    for source in (
        compiled.source,
        jacobian.source,
        la.taylor(compiled, 1).lower(*args, *args).source,
    ):
        ast.parse(source)


def test_what_a_path_is_called():
    assert variable_name("p['m²']") == "p_m2"
    assert variable_name("p['ｘ']") == "p_x"
    assert variable_name("℘[0]") == "℘0"
    assert variable_name("मूल्य.a") == "मूल्य_a"


def test_exceptions_and_classes_named_like_parameters():
    def f(ValueError_, Pair_):
        if ValueError_ < 0:
            raise ValueError("negative")
        return Pair(ValueError_ * Pair_, Pair_)

    def g(Pair, ValueError):
        return made(Pair, ValueError)

    def made(a, b):
        return f(a, b)

    compiled = la.compile(g)
    assert compiled(2.0, 3.0) == Pair(6.0, 3.0)
    assert compiled.jvp((2.0, 3.0), (1.0, 0.0)) == (Pair(6.0, 3.0), Pair(3.0, 0.0))
    with pytest.raises(ValueError, match="negative"):
        compiled(-2.0, 3.0)


# -- names of variables


def assigned(function, *args, **options):
    """What the source of the function's value assigns to, when it is called like that."""
    compiled = la.compile(function, **options)
    lowered = compiled.lower(*args)
    found = [np.asarray(part) for part in (compiled(*args), function(*args))]
    np.testing.assert_allclose(*found, rtol=1e-12)
    return re.findall(r"^ +(\w+) = (?!None)", lowered.primal.source, re.MULTILINE)


def used(*values):
    """A sum that reads each of them twice, so that they are variables."""
    total = 0.0
    for value in values:
        total = total + math.sin(value) * value
    return total


def test_elements_that_a_statement_takes_apart():
    from tests.wild import ekf

    compiled = la.compile(ekf.observe)
    compiled.lower(np.zeros(3), np.zeros(2))
    for line in (
        "dx = landmark0 - mean0",
        "ddx = dlandmark0 - dmean0",
        "ddy = dlandmark1 - dmean1",
    ):
        assert f"    {line}\n" in compiled.source


def of_a_tuple(x, y):
    a, b = x * y, x + y
    return used(a, b)


def of_a_swap(x, y):
    a, b = x * y, x / y
    a, b = b + 1.0, a + 2.0
    return used(a, b)


def of_a_star(x, y):
    first, *rest = [math.sin(x * i + y) for i in (1.0, 2.0, 3.0)]
    return used(first, *rest)


def of_a_loop(x, y):
    total = 0.0
    for u, v in [(x * i, y + i) for i in (2.0, 3.0)]:
        total += math.sin(u * v) * (u - v)
    return total


def of_a_walrus(x, y):
    return (a := x * y) * math.sin(a)


def of_augmented_assignments(x, y):
    a = x * y
    a += math.sin(a)
    a *= y
    return used(a)


def of_a_list_that_grows(x, y):
    found = []
    for i in (1.0, 2.0):
        found.append(math.exp(x * i) - y)
    return used(*found)


def of_a_dict(x, y):
    p = {"mass": x * y, "at": [x - y, 1.0]}
    return used(p["mass"], p["at"][0])


def of_a_record(x, y):
    p = Pair(x * y, x - y)
    return used(p.first, p.second)


def of_an_array_without_dimensions(x, y):
    a = np.array(x * y)
    return used(float(a * 1.0))


def of_a_list_that_holds_itself(x, y):
    a = [x * y]
    a.append(a)
    return used(a[0], y)


def of_a_class_body(x, y):
    class Held:
        inner = x * x * y

    return used(Held.inner)


def of_a_generator(x, y):
    def steps():
        state = x
        for _ in range(2):
            state = state * y + x
            yield state

    return sum(math.sin(now) * now for now in steps())


def of_a_recursion(x, y):
    def power(n):
        if n == 0:
            return x
        half = power(n - 1) * y + math.sin(y)
        return half

    return used(power(2))


def of_an_exception(x, y):
    try:
        a, b = x * y, x - y
        raise KeyError
    except KeyError:
        return used(a, b)


def of_branches(x, y):
    if x > y:
        a, b = x * y, x - y
    else:
        a, b = math.sin(x), math.sin(y)
    return a * a + b * b


def of_a_helper(x, y):
    def norm(u, v):
        return u * u + v * v

    dx, dy = x - y, x + y
    return norm(dx, dy) + norm(x * y, 1.0)


def of_builtins(x, y):
    abs, sum = x * y, x - y
    return used(abs, sum)


def of_parameters(x, y):
    x, y = x * y, x - y
    return used(x, y)


def of_locals(x, y):
    given = locals()
    total = 0.0
    for name in given:
        total = total + math.sin(given[name]) * y
    return total


def of_executed_code(x, y):
    scope = {"x": x, "y": y, "sin": math.sin}
    exec("a = sin(x) * y\nb = a * a - x", scope)
    return used(scope["b"])


NAMELESS = pytest.mark.skipif(
    (3, 13) <= sys.version_info < (3, 13, 6),
    reason="this CPython crashes where variables of generators are read",
)


@pytest.mark.parametrize(
    ("function", "names"),
    [
        (of_a_tuple, "a b"),
        (of_a_swap, "a b"),
        (of_a_star, "first rest"),
        (of_a_loop, "u v"),
        (of_a_walrus, "a"),
        (of_augmented_assignments, "a"),
        (of_a_list_that_grows, "found"),
        (of_a_dict, "p_mass p_at"),
        (of_a_record, "p_first p_second"),
        (of_an_array_without_dimensions, "v"),
        (of_a_list_that_holds_itself, "a"),
        (of_a_class_body, "inner"),
        pytest.param(of_a_generator, "state", marks=NAMELESS),
        (of_a_recursion, "v half"),
        (of_an_exception, "a b"),
        (of_branches, "a b"),
        (of_a_helper, "dx dy u"),
        (of_builtins, "abs sum"),
        (of_parameters, "x y"),
        (of_executed_code, "a b"),
    ],
)
def test_variables_keep_their_names(function, names):
    found = [re.sub(r"_?\d+$", "", name) for name in assigned(function, 0.7, 1.3)]
    assert list(dict.fromkeys(found)) == names.split()


def of_numbered_names(height, g):
    s = math.sin(height) * math.cos(height)
    v0 = math.sqrt(2.0 * g * height) * s
    v1 = v0 - g * s * s
    height = math.sin(v1) * g
    height2 = height * height * v0
    d = np.array([height2 - v1, height2 * v0])
    v = d * d * height2
    d1 = math.sin(v[0]) * v1
    return used(v0, v1, height, height2, *d, *v, d1)


def test_a_numbered_name_is_none_of_the_users():
    """His v0 was v0_2 behind what has no name, his height2 height2_2 behind the second height."""
    found = assigned(of_numbered_names, 0.7, 9.8)
    assert [name for name in found if not name.startswith("total")] == (
        "s v0 v1 v2 height3 height2 d0 d1 v0_2 v1_2 v3 d1_2".split()
    )


def test_variables_of_arrays():
    def moved(mean, step):
        new = mean + step * np.sin(mean)
        out = np.zeros((2, 2))
        out[0, 1] = new[0] * new[1]
        for _ in range(2):
            new = new * new
        return np.sum(np.sin(out) * out) + np.sum(np.sin(new) * new)

    found = assigned(moved, np.array([0.3, 0.5]), 0.1)
    assert found[:3] == ["new0", "new1", "out01"]
    assert {name[:4] for name in found[3:]} == {"new0", "new1"}


def test_variables_beside_cotangents():
    """A cotangent took the name of what it is of: `distance` was v0, and the loop's s was s2."""

    def f(x, y):
        distance = np.sqrt(x * x + y * y)
        return distance, x * y

    compiled = la.compile(f)
    compiled.vjp((3.0, 4.0), (1.0, 1.0))
    assert "    cotangent0, cotangent1 = cotangent\n" in compiled.vjp.source  # one has no name
    assert "    distance = sqrt(" in compiled.vjp.source

    def summed(y):
        s = 0.0
        for _ in range(200):
            y = y - 0.01 * math.sin(y) * s
            s = s + 0.01 * y * y
        return s, y

    compiled = la.compile(summed)
    compiled.vjp((1.0,), (1.0, 1.0))
    assert "    ds, dy = cotangent\n    s = 0.0\n" in compiled.vjp.source


def test_elements_of_arguments():
    def f(p, table):
        lo, hi = p
        for a in table[0]:
            lo = lo + a * a
        last = table[1][1]
        return lo * hi + last

    compiled = la.compile(f)
    compiled.lower([1.0, 2.0], [[1.0, 2.0], [3.0, 4.0]])
    assert "    lo, hi = p\n    (table00, table01), (table10, last) = table\n" in compiled.source


def test_looking_at_a_frame_changes_nothing_for_it():
    assert la.compile(of_locals)(0.7, 1.3) == of_locals(0.7, 1.3)


def test_variables_of_threads():
    found = []

    def run():
        found.append(assigned(of_a_tuple, 0.7, 1.3))

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [["a", "b"]] * 4


class Kept:
    """What a frame may hold."""


@pytest.mark.parametrize("fails", [False, True])
def test_frames_are_let_go(fails):
    alive = weakref.WeakSet()

    def helper(x):
        kept = Kept()
        alive.add(kept)
        return x * x

    def f(x):
        kept = Kept()
        alive.add(kept)
        y = helper(x) if x > 0 else x * 3.0
        return "text" if fails else y

    compiled = la.compile(f)
    gc.disable()
    try:
        if fails:
            with pytest.raises(TypeError):
                compiled(1.0)
        else:
            assert compiled(2.0) == 4.0
        assert not alive
    finally:
        gc.enable()
