"""Names that lazyad makes of the user's are no keywords, and clash with nothing."""

import ast
import builtins
import keyword
import math
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


@pytest.mark.parametrize(
    "pair", [("el", "ef"), ("v0", "d0"), ("math", "np"), ("λ", "a·b"), ("ict", "ir")]
)
def test_every_derivative(pair):
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
