"""What is asked for in the wrong words: an error in three parts that knows what was meant."""

import inspect
import math
import pickle

import numpy as np
import pytest

import lazyad as la
from tests.helpers_names.checks import three_parts


def f(mass, x):
    return mass * x * x


def g(p):
    return p


def positive(x):
    return np.sum(x[x > 0.0] + "a")


async def later(x):
    return x


def with_a_buffer(x):  # as a function of Cython's says it, which no test has
    raise ValueError("Buffer dtype mismatch, expected 'double' but got Python object")


compiled, kernel = la.compile(f), la.compile(f)
kernel(1.0, 2.0)
MISUSES = {
    "a name among positions": (lambda: la.grad(f, "mass"), "wrt='mass'"),
    "names among positions": (lambda: la.grad(f, argnums=["mass"]), "wrt='mass'"),
    "a position that is none": (lambda: la.grad(f, argnums=5), "from 0 to 1"),
    "a name that is none": (lambda: la.grad(f, wrt="z"), "wrt names 'z'"),
    "no name": (lambda: la.compile(f, wrt=3), "wrt is 3"),
    "no name of a derivative": (lambda: la.grad(f, wrt=0), "wrt is 0"),
    "no static name": (lambda: la.compile(f, static=3), "static is 3"),
    "an option of JAX's": (lambda: la.grad(f, has_aux=True), "has_aux"),
    "a misspelt option": (lambda: la.hessian(f, optimise="safe"), "optimize"),
    "a misspelt level": (lambda: la.compile(f, optimize="sfae"), "'safe'"),
    "a misspelt target": (lambda: la.compile(f, target="nunpy"), "'numpy'"),
    "a misspelt order": (lambda: la.grad(f, order="best"), "markowitz"),
    "a misspelt keyword": (lambda: compiled(mass=1.0, y=2.0), "no parameter is named 'y'"),
    "an argument too many": (lambda: compiled(1.0, 2.0, 3.0), "too many"),
    "an argument that is missing": (lambda: compiled(1.0), "'x'"),
    "a vector too many": (lambda: compiled.jvp(1.0, 2.0, 1.0), "jvp(primals, tangents)"),
    "a number to be bound": (lambda: kernel.bind(1.0), "a C-contiguous buffer of 2 float64"),
    "a buffer that is missing": (lambda: kernel.bind(np.ones(2)), "a C-contiguous buffer of 1"),
    "a buffer of objects": (
        lambda: la.compile(with_a_buffer)(np.ones(2)),
        "lazyad.op(outside=True)",
    ),
    "vjp as in torch": (lambda: la.vjp(f, (1.0, 2.0)), "lazyad.vjp(f, primals, cotangents)"),
    "jvp without tangents": (lambda: la.jvp(f, (1.0, 2.0)), "lazyad.jvp(f, primals, tangents)"),
    "hvp without direction": (lambda: la.hvp(f, (1.0, 2.0)), "lazyad.hvp(f, primals, direction)"),
    "hvp as a transformation": (lambda: la.hvp(f), "lazyad.hvp(f, primals, direction)"),
    "a derivative of nothing": (lambda: la.grad(None), "a NoneType"),
    "a function of nothing": (lambda: la.compile(3), "was given an int"),
    "an order that is a text": (lambda: la.taylor(f, "2"), "a whole number"),
    "an order below 0": (lambda: la.taylor(f, -1), "a whole number"),
    "a pass of nothing": (lambda: la.compile(f, passes=(no_pass,))(1.0, 2.0), "no_pass returned"),
    "a pass that returns a wrong graph": (
        lambda: la.compile(f, passes=(stranger,))(1.0, 2.0),
        "the pass stranger returned a wrong graph",
    ),
    "a pass that renames": (
        lambda: la.compile(f, passes=(renamed,))(1.0, 2.0),
        "the pass renamed returned a graph of other inputs",
    ),
    "passes that are none": (lambda: la.compile(f, passes=3), "functions of a Graph"),
    "an order of what has none": (lambda: la.compile(f, order="forward"), "lazyad.grad(f, order="),
    "an option that is none, of what is compiled": (
        lambda: la.jacobian(compiled, mode="fwd"),
        "order='forward' or",
    ),
    "a coroutine": (lambda: la.compile(later)(1.0), "def, not async def"),
    "a generator": (lambda: la.compile(lambda x: (x for _ in "ab"))(1.0), "[*...]"),
    "a root of nothing": (lambda: la.root(g), "neither x0 nor a bracket"),
    "a root of None": (lambda: la.root(None, 1.0), "la.root was given a NoneType"),
    "a root of one argument": (lambda: la.root(f, 1.0, args=2.0), "la.root was given a float"),
    "half a bracket": (lambda: la.root(g, bracket=2.0), "bracket=(a, b)"),
    "a fixed point of a text": (lambda: la.fixed_point("g", 1.0), "was given a str"),
    "a fixed point of fewer": (lambda: la.fixed_point(lambda x: x[:1], [1.0, 2.0]), "1 numbers"),
    "a minimum of None": (lambda: la.minimize(None, 1.0), "la.minimize was given a NoneType"),
    "an equation that is None": (lambda: la.implicit(None), "la.implicit was given a NoneType"),
    "a solver that is a number": (lambda: la.implicit(f)(2.0), "la.implicit was given a float"),
    "a scan that carries on another structure": (
        lambda: la.scan(lambda c, x: ((c, c), x), 0.0, np.ones(3)),
        "is given a number and carries on a tuple of 2 numbers",
    ),
    "a scan of None": (lambda: la.scan(None, 0.0, np.ones(3)), "la.scan was given a NoneType"),
    "a step of the carry alone": (
        lambda: la.scan(lambda c, x: c, 0.0, np.ones(3)),
        "carry",
    ),
    "an option in British English": (lambda: la.compile(f, optimise="safe"), "instead: optimize"),
    "an option that is none": (lambda: la.compile(f, speed=3), "optimize, passes, paths"),
    "a class for an example": (lambda: la.compile(g).lower(float).source, "returns a type"),
    "partials that are a number": (lambda: la.op(partials=1)(g), "the partials of g are an int"),
    "an op of a text": (lambda: la.sin("x"), "sin was given a str"),
    "an op of a list": (lambda: la.hypot(1.0, [1.0]), "hypot was given a list"),
    "a check of nothing": (lambda: la.check_grads(None, 1.0), "check_grads was given a NoneType"),
    "a page of a number": (lambda: la.compile(f).page(3), "a file's path is an int"),
    "an export to None": (lambda: la.compile(f).export(None), "a file's path is a NoneType"),
    "too few partials": (lambda: la.op(partials=lambda x: x)(g), "1 argument, and not 2"),
    "a dict's key as an attribute": (lambda: la.compile(g, wrt="p.m")({"m": 1.0}), "p['m']"),
    "a selection and a str": (lambda: la.compile(positive)(np.ones(2)), "met an array of <U1"),
    "a pass that is none": (lambda: la.compile(f, passes=("fold",)), "functions of a Graph"),
    "a gradient of many": (lambda: la.grad(lambda x: [x, x])(1.0), "jacobian"),
    "paths": (lambda: la.compile(f, paths="many"), "a whole number"),
    "a misspelt method": (
        lambda: la.compile(lambda x: x.summ(), target="array")(np.ones(2)),
        ".summ of a traced array",
    ),
    "arrays of other axes": (
        lambda: la.compile(lambda a: np.concatenate([a, a[0]]), target="array")(np.ones((2, 2))),
        "of the shapes (2, 2) and (2,)",
    ),
    "a value of another call": (lambda: kept(), "another call"),
    "nothing": (lambda: la.grad(), "function, argnums=None"),
    "a misspelt keyword of its own": (lambda: la.jacobian(f, agrnums=0), "argnums"),
    "a misspelt flag": (lambda: la.jacobian(f, sprase=True), "sparse"),
    "a keyword that is none": (lambda: la.jvp(f, (1.0, 2.0), at=3.0), "'at'"),
    "a misspelt function": (lambda: la.gard, "grad"),
    "a misspelt attribute": (lambda: compiled.jacobain, "jacobian"),
    "a flag that is a text": (lambda: la.jacobian(f, sparse="yes"), "sparse=True or sparse=False"),
    "a flag that is an array": (lambda: la.hessian(f, stack=np.ones(2)), "stack=True"),
    "a flag of a round": (lambda: la.scan(f, 0.0, [1.0], reverse="no"), "reverse=True"),
    "rounds that are a text": (lambda: la.scan(f, 0.0, length="3"), "length is a str"),
    "checkpoints that are a text": (lambda: la.scan(f, 0.0, [1.0], checkpoints="no"), "a whole"),
    "an option that has no hash": (lambda: la.compile(f, optimize=[]), "optimize is []"),
    "a target that has no hash": (lambda: la.compile(f, target={}), "'native'"),
    "a push of a number": (lambda: la.push_forward(3), "push_forward(graph, wrt=None)"),
    "an axis that is none": (lambda: la.softmax(np.ones(3), axis=7), "softmax(x, axis=-1)"),
    "an equation of no argument": (lambda: la.root(lambda: 1.0, 1.0), "takes 0 positional"),
    "an op without parentheses": (lambda: la.op(f), "@lazyad.op(partials=...)"),
    "an op of a class": (lambda: la.sin(float), "sin was given a type"),
    "conditions that are numbers": (lambda: la.and_(3.0, True), "and_ was given a float (3.0)"),
    "a graph of nothing": (lambda: la.Graph(3), "Graph(inputs, outputs"),
    "an export to nowhere": (lambda: compiled.export(), "f.export(path"),
    "a misspelt path": (lambda: compiled.page(pth="f.html"), "path, as in f.page(path)"),
}


def no_pass(graph):
    return None


def stranger(graph):
    return graph.returning(la.Node.input("q") * 2.0)


def renamed(graph):
    x = la.Node.input("x")
    return la.Graph([x], x * 2.0)


def kept():
    """A traced value that outlives its trace in an object that a trace uses as it is."""
    box = []
    g = la.compile(lambda x, box=box.append: (box(x), x)[1], static="box")
    g(1.0)
    return la.compile(lambda y: y * box[0])(2.0)


@pytest.mark.parametrize("name", MISUSES)
def test_misuse(name):
    call, knows = MISUSES[name]
    with pytest.raises((TypeError, ValueError, AttributeError)) as error:
        call()
    three_parts(error, knows)


FUNCTIONS = [name for name in la.__all__ if inspect.isfunction(getattr(la, name))]
NO_ARGUMENTS = [
    *(None, 3, math.nan, 1j, 10**400, "x", b"x", (), {}, {1.0}, range(3), float, len, math),
    *(np.array([1, 2]), np.array(["x"]), np.array([None]), np.ma.masked_array([1.0], [1])),
    *(object(), lambda: 1.0, lambda x, y, z: x, (one for one in "x"), compiled, Ellipsis),
]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", FUNCTIONS)
def test_whatever_a_function_is_given(name):
    """It takes it, or says in three parts why not."""
    function = getattr(la, name)
    needed = [
        one for one in inspect.signature(function).parameters.values() if one.default is one.empty
    ]
    needed = sum(one.kind is one.POSITIONAL_OR_KEYWORD for one in needed)
    wrong = [((one,) * max(needed, 1), {}) for one in NO_ARGUMENTS]
    wrong += [((f, one), {}) for one in NO_ARGUMENTS]
    told = 0
    for args, kwargs in [*wrong, ((f,) * 30, {}), ((), {"agrnums": 0})]:
        try:
            function(*args, **kwargs)
        except Exception as error:
            what, place, instead = str(error).split("\n")
            assert place.startswith("  where: test_misuse.py"), what
            assert instead.startswith("  instead: ")
            told += 1
    assert told > 3


def test_what_the_users_own_lines_raise_stays_as_it_is():
    def step(carry, x):
        return carry + {}[x], x

    with pytest.raises(KeyError, match=r"^1\.0$"):
        la.scan(step, 0.0, [1.0])
    assert not hasattr(compiled, "graad")
    with pytest.raises(AttributeError, match="'dict' object has no attribute 'x'"):
        la.compile(lambda x: {}.x).source  # noqa: B018


def test_doors_are_the_functions():
    """To pickles, to editors and to who asks for their signature."""
    assert pickle.loads(pickle.dumps(la.grad)) is la.grad
    assert la.jit is la.compile
    assert [*inspect.signature(la.scan).parameters][:2] == ["step", "carry"]
    assert la.where(1j, 1.0, 2.0) == 1.0


def test_ufuncs_are_functions():
    assert la.grad(np.sin)(1.0) == math.cos(1.0)
    assert la.compile(np.arctan2)(1.0, 2.0) == math.atan2(1.0, 2.0)


def test_functional_forms_compile_once():
    def cube(x):
        return x * x * x

    assert la.hvp(cube, (2.0,), (1.0,)) == 12.0
    again = la.run.functional._again
    assert again(cube) is again(cube) is not again(cube, optimize="fast")
    assert la.vjp(cube, (2.0,), 1.0) == (8.0, (12.0,))
    for derive in (la.grad, la.value_and_grad, la.jacobian, la.hessian):
        assert derive(cube) is derive(cube)
        assert derive(cube, optimize="fast") is derive(cube, optimize="fast") is not derive(cube)
        assert derive(lambda x: x * x * x)(2.0) == derive(cube)(2.0)


def test_a_derivative_first_makes_calls_no_slower():
    g = la.compile(lambda x: x * x)
    assert g.grad(2.0) == 4.0
    assert g(2.0) == 4.0
    assert g.__call__ != g._called


def test_an_int_of_which_nobody_asks_whether_it_is_one():
    """The function asks that of another argument."""

    @la.compile
    def f(x, n=0, y=2.0):
        return x if isinstance(y, int) else x * y + n

    assert f(1.0, 3, 2.0) == 5.0
    assert f.grad(1.0, 3, 2.0) == (2.0, 1.0, 1.0)
    assert f(1.0, 3, 2) == 1.0
    assert la.grad(f, argnums=0)(1.0, 3, 2) == 1.0
    with pytest.raises(TypeError, match="asks what kind of number it is given, and y is"):
        f.grad(1.0, 3, 2)
