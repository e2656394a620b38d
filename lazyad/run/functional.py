"""What users write: `compile` above a function, and grad, jacobian, hessian and their like.

In: a Python function or a compiled one, and options. Out: a `Compiled`, or a `Derivative`, whose
value is what was asked for. A room of its own because it alone knows how users ask, and checks it.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypedDict, overload

from lazyad.derivatives import ORDERS, Request
from lazyad.emit.targets import Target, find_target
from lazyad.graph import Graph
from lazyad.native.cache import check_possible
from lazyad.passes import ARRAYS, LEVELS, Pass, around_derivation
from lazyad.run.compiled import Compiled, Derivative, P, R
from lazyad.run.program import Options
from lazyad.tracing.control.loops import KEEPING
from lazyad.values.errors import check_choice, likely, refused, told
from lazyad.values.libraries import is_installed

if TYPE_CHECKING:
    from typing import Unpack

Order = Literal["forward", "reverse", "markowitz", "fill", "search"]
Level = Literal["none", "strict", "safe", "fast"]


class CompileOptions(TypedDict, total=False):
    """What `compile` takes beside the function."""

    wrt: str | Iterable[str] | None
    static: str | Iterable[str]
    optimize: Level
    target: Literal["python", "numpy", "native", "array", "xp"]
    passes: Sequence[Pass] | None
    paths: int
    loops: Literal["auto", "keep", "unroll"]
    memory: Literal["plan", "plain"]
    dtype: Any
    cache: bool


@overload
def compile(
    function: None = None, **options: Unpack[CompileOptions]
) -> Callable[[Callable[P, R]], Compiled[P, R]]: ...


@overload
def compile(function: Graph, **options: Unpack[CompileOptions]) -> Compiled[..., Any]: ...


@overload
def compile(function: Callable[P, R], **options: Unpack[CompileOptions]) -> Compiled[P, R]: ...


def compile(
    function: Callable[..., Any] | Graph | None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    static: str | Iterable[str] = (),
    optimize: Level = "safe",
    target: Literal["python", "numpy", "native", "array", "xp"] = "python",
    passes: Sequence[Pass] | None = None,
    paths: int = 256,
    loops: Literal["auto", "keep", "unroll"] = "auto",
    memory: Literal["plan", "plain"] = "plan",
    dtype: Any = "float64",
    cache: bool = False,
    **unknown: Any,
) -> Any:
    """Compile a Python function, or a hand-built Graph, to a kernel of value and tangent.

    Use it as `@compile` or `@compile(wrt=("x",), ...)`. Nothing is traced before the first use;
    then the function runs on Nodes, once for each way its branches can go. Each structure of
    arguments (containers, keys, shapes) is traced once, and again where what else the function
    read (globals, attributes) has changed.

    - `wrt`: the parameters to differentiate in, or paths into them ("params.mass", "x[0]");
      default all, for a Graph all but `with_no_grad`.
    - `static`: parameters whose values are fixed into the trace, which is made anew for each value.
      A str, bool, None, callable or enum is static wherever it stands, and a parameter is whose
      default is an object of a class that is no container.
    - `optimize`: "none", "strict" (the same bits), "safe" (rounding may differ, and what cancels
      keeps its digits) or "fast" (algebra of the real numbers).
    - `target`: "python" (scalars, from `math`; NumPy only to build the arrays that it returns),
      "native" (the same as machine code, with the extra `native`), "numpy" (a number is an array
      of points, which broadcast), "array" (arrays are kept whole, each operation one of NumPy's) or
      "xp" (the same by the array API standard, of the library that the arguments are of).
    - `passes`: Graph -> Graph functions to run instead of those `optimize` names.
    - `paths`: how many ways through its branches a function may have.
    - `loops`: "auto" keeps a loop over a range or a sequence where unrolled it would be some
      hundred operations, "keep" every one (an error names one that cannot be), "unroll" none. A
      `while` on a traced value is a loop anyway.
    - `memory`: of the target "array", "plan" computes large arrays into one piece of memory, and by
      blocks of rows; "plain" leaves them to NumPy.
    - `dtype`: of the targets that keep arrays whole, "float64" leaves each array the width that it
      comes with; with "float32" all are float32: arguments, constants, results and tangents.
    - `cache`: of the target "native", keep machine code on disk, in `lazyad.cache.folder`.

    Raises TypeError or ValueError, in three parts, for what cannot be compiled.
    """
    _check_options(unknown)
    check_choice("optimize", optimize, LEVELS)
    if type(paths) is not int or paths < 1:
        raise refused(ValueError, f"paths is {paths!r:.40}", "a whole number from 1 on")
    check_choice("loops", loops, KEEPING)
    check_choice("memory", memory, ("plan", "plain"))
    found = find_target(target)
    found = find_target("array, plain") if found.planned and memory == "plain" else found
    if target == "native":
        from lazyad.native.machine import check_installed  # an extra, as wherever it is imported

        check_installed()
    if not isinstance(cache, bool):
        instead = "True, and lazyad.cache.folder says where; or False"
        raise refused(TypeError, f"cache is {cache!r:.40}", instead)
    if cache and not found.machine:
        what = f"cache=True, and the target is {target!r}, which compiles nothing"
        raise refused(ValueError, what, 'target="native", or cache=False')
    if cache:
        check_possible()
        found = find_target("native, cached")
    if target in ("numpy", "array") and not is_installed("numpy"):
        what = f"the target {target!r} needs NumPy, which is not installed"
        instead = "pip install 'numpy', or lazyad with its extra: pip install '.[numpy]'"
        raise refused(ImportError, what, instead)
    levels = ARRAYS if found.whole else LEVELS
    given = levels[optimize] if passes is None else passes
    level = tuple(given) if isinstance(given, Iterable) else (given,)
    if not all(map(callable, level)):
        raise refused(TypeError, f"passes is {passes!r:.60}", "functions of a Graph to a Graph")
    economise = (
        passes is None and optimize == "safe" and not found.whole
    )  # fast does so with everything
    names = None if wrt is None else _names("wrt", wrt)
    before, rest = around_derivation(level)
    fixed = _names("static", static)
    width = _width(dtype, function, found)
    options = Options(names, found, before, rest, fixed, paths, economise, loops, width)
    if function is None:
        return lambda function: Compiled(function, options)
    return Compiled(function, options)


def _width(dtype: Any, function: Any, target: Target) -> str:
    """The name of a dtype of any library's. Raises TypeError or ValueError for what has none."""
    name = str(getattr(dtype, "__name__", dtype)).rpartition(".")[2]
    if name not in ("float64", "float32"):
        raise refused(ValueError, f"dtype is {dtype!r:.40}", "'float64' or 'float32'")
    if name == "float32" and not target.whole:
        what = f"dtype='float32' and the target {target.name!r}, whose numbers are float64"
        raise refused(ValueError, what, "target='array' or 'xp', or dtype='float64'")
    if name == "float32" and isinstance(function, Graph):
        what = "dtype='float32' for a Graph, whose Nodes have a width already"
        raise refused(TypeError, what, "inputs of float32, or the function that was traced")
    return name


def _names(option: str, names: str | Iterable[str]) -> tuple[str, ...]:
    found = (names,) if isinstance(names, str) or not isinstance(names, Iterable) else tuple(names)
    if not all(isinstance(name, str) for name in found):
        instead = "the names of parameters, or paths into them: 'x', or ('x', 'params.mass')"
        raise refused(TypeError, f"{option} is {names!r:.40}", instead)
    return found


_MISSING: Any = object()  # what no argument is


def grad(
    function: Callable[P, Any],
    argnums: int | Sequence[int] | None = None,
    *,
    order: Order | None = None,
    **options: Unpack[CompileOptions],
) -> Derivative[P, Any]:
    """The gradient of a function that returns one number, as a compiled function.

    `argnums` (positions, as in JAX) or `wrt` (names, or paths such as "params.mass") choose what to
    differentiate in; by default all parameters that hold numbers (JAX's default is the first). One
    of them gives a derivative structured like it, several give a tuple.

    `order` is how the chain rule is multiplied out: "forward", "reverse", "markowitz" (the fewest
    paths first), "fill" (the fewest new edges first) or "search" (some seconds of looking for a
    better one). By default all but the last are tried, and the one with the fewest operations is
    kept. Further options are those of `compile`; a compiled function brings its own along.

    Raises TypeError for a function that returns anything else, and what `compile` raises.

    >>> grad(lambda x, y: x * y * y)(2.0, 3.0)
    (9.0, 12.0)
    >>> grad(lambda x, y: x * y * y, argnums=1)(2.0, 3.0)
    12.0
    """
    return _derivative(function, Request("grad", order=order), argnums, options)


def value_and_grad(
    function: Callable[P, R],
    argnums: int | Sequence[int] | None = None,
    *,
    order: Order | None = None,
    **options: Unpack[CompileOptions],
) -> Derivative[P, tuple[R, Any]]:
    """(value, gradient), which share their work; see `grad`.

    >>> value_and_grad(lambda x: x[0] * x[1])([2.0, 3.0])
    (6.0, [3.0, 2.0])
    """
    return _derivative(function, Request("grad", True, order=order), argnums, options)


def jacobian(
    function: Callable[P, Any],
    argnums: int | Sequence[int] | None = None,
    *,
    order: Order | None = None,
    sparse: bool = False,
    stack: bool = False,
    **options: Unpack[CompileOptions],
) -> Derivative[P, Any]:
    """The Jacobian of a function, as a compiled function; options as in `grad`.

    It has the containers of the result, and in each number of it those of the parameters. An array
    of shape s has in an array of shape t a derivative of shape s + t.

    With `sparse`, a call returns a `scipy.sparse.csr_array` with a row for each number of the
    result and a column for each number of the parameters; the kernel returns the entries alone that
    are no structural zeros, and `sparsity` says where they stand. With `stack` the same matrix is
    an array, as `scipy.optimize.curve_fit(jac=jacobian(model, wrt=("a", "b"), stack=True))` has it.

    >>> jacobian(lambda x, y: (x * y, x + y))(2.0, 3.0)
    ((3.0, 2.0), (1.0, 1.0))
    >>> jacobian(lambda x, y: (x * y, x + y), stack=True)(2.0, 3.0)
    array([[3., 2.],
           [1., 1.]])
    """
    request = Request("jacobian", order=order, sparse=sparse, stack=stack)
    return _derivative(function, request, argnums, options)


def value_and_jacobian(
    function: Callable[P, R],
    argnums: int | Sequence[int] | None = None,
    *,
    order: Order | None = None,
    sparse: bool = False,
    stack: bool = False,
    **options: Unpack[CompileOptions],
) -> Derivative[P, tuple[R, Any]]:
    """(value, Jacobian), which share their work; see `jacobian`.

    >>> value_and_jacobian(lambda x: [x[0] * x[1]])([2.0, 3.0])
    ([6.0], [[3.0, 2.0]])
    """
    request = Request("jacobian", True, order=order, sparse=sparse, stack=stack)
    return _derivative(function, request, argnums, options)


def hessian(
    function: Callable[P, Any],
    argnums: int | Sequence[int] | None = None,
    *,
    order: Order | None = None,
    sparse: bool = False,
    stack: bool = False,
    **options: Unpack[CompileOptions],
) -> Derivative[P, Any]:
    """The second derivatives of a function; options and containers as in `jacobian`, whose own
    derivative this is. Of two equal entries one is computed.

    >>> hessian(lambda x: x[0] * x[0] * x[1])([2.0, 3.0])
    [[6.0, 4.0], [4.0, 0.0]]
    """
    request = Request("hessian", order=order, sparse=sparse, stack=stack)
    return _derivative(function, request, argnums, options)


def debug(function: Callable[P, R], **options: Unpack[CompileOptions]) -> Callable[P, R]:
    """The function, run one operation after the other: see `Compiled.debug`; options as in
    `compile`.

    >>> import math
    >>> debug(lambda x: math.sqrt(x) + x)(4.0)
    6.0
    >>> debug(lambda x: math.sqrt(x) + x)(0.0)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    FloatingPointError: the tangent of div(...) raises ZeroDivisionError: float division by zero
      where: ...
    """
    return _compiled(function, **options).debug


def jacfwd(function: Callable[P, Any], *args: Any, **options: Any) -> Derivative[P, Any]:
    """`jacobian` in the order "forward", as JAX has it; by default of all arguments.

    >>> jacfwd(lambda x, y: (x * y, x + y))(2.0, 3.0)
    ((3.0, 2.0), (1.0, 1.0))
    """
    return jacobian(function, *args, order="forward", **options)


def jacrev(function: Callable[P, Any], *args: Any, **options: Any) -> Derivative[P, Any]:
    """`jacobian` in the order "reverse", as JAX has it; by default of all arguments.

    >>> jacrev(lambda x, y: (x * y, x + y), argnums=1)(2.0, 3.0)
    (2.0, 1.0)
    """
    return jacobian(function, *args, order="reverse", **options)


jit = compile  # as JAX calls it


def vmap(function: Callable[..., Any], in_axes: Any = 0, **options: Any) -> Callable[..., Any]:
    """A function of many points, `f.batch` under the name that JAX has for it; options as in
    `compile`. Inside a function that is traced, and so within another, it is a call for each point.

    >>> import numpy as np
    >>> vmap(lambda x, y: x * y)(np.array([1.0, 2.0]), 3.0)
    array([3., 6.])
    >>> pairs = vmap(vmap(lambda x, y: x * y, in_axes=(None, 0)), in_axes=(0, None))
    >>> pairs(np.array([1.0, 2.0]), np.array([3.0, 4.0]))
    array([[3., 4.],
           [6., 8.]])
    """
    compiled = _compiled(function, **options)

    @functools.wraps(compiled)
    def points(*args: Any, **kwargs: Any) -> Any:
        return compiled.batch(*args, in_axes=in_axes, **kwargs)

    return points


def taylor(
    function: Callable[..., Any],
    order: int,
    argnums: int | Sequence[int] | None = None,
    **options: Unpack[CompileOptions],
) -> Derivative[..., tuple[Any, ...]]:
    """The Taylor coefficients (c_0, ..., c_order) of t -> f(x + t v), c_k = f^(k)/k! along v, as a
    compiled function of the parameters and then of a direction for each of them (or of those that
    `argnums` or `wrt` choose). Its work is quadratic in the order.

    `*args` and `**kwargs` of the function are here a tuple and a dict.
    Raises ValueError for an order that is no whole number from 0 on.

    >>> taylor(lambda x: x**3, order=4)(2.0, 1.0)
    (8.0, 12.0, 6.0, 1.0, 0.0)
    """
    return _derivative(function, Request("taylor", size=order), argnums, options)


def jvp(
    function: Callable[..., R],
    primals: Sequence[Any] = _MISSING,
    tangents: Sequence[Any] = _MISSING,
) -> tuple[R, Any]:
    """(value, tangent) at `primals` along `tangents`, as `Compiled.jvp`.

    Tangents that have one more axis in front, as many directions each, give as many tangents, and
    what they share is computed once. Functions that were given lately stay compiled.

    >>> jvp(lambda x, y: x * y, (2.0, 3.0), (1.0, 0.0))
    (6.0, 3.0)
    >>> jvp(lambda x, y: x * y, (2.0, 3.0), ([1.0, 0.0], [0.0, 1.0]))
    (6.0, [3.0, 2.0])
    """
    return _of_product("jvp", function, "tangents", tangents).jvp(primals, tangents)


def vjp(
    function: Callable[..., R], primals: Sequence[Any] = _MISSING, cotangents: Any = _MISSING
) -> tuple[R, tuple[Any, ...]]:
    """(value, cotangents of the parameters), as `Compiled.vjp`.

    >>> vjp(lambda x, y: x * y, (2.0, 3.0), 1.0)
    (6.0, (3.0, 2.0))
    """
    return _of_product("vjp", function, "cotangents", cotangents).vjp(primals, cotangents)


def hvp(
    function: Callable[..., Any],
    primals: Sequence[Any] = _MISSING,
    direction: Sequence[Any] = _MISSING,
) -> Any:
    """The Hessian times a direction, as `Compiled.hvp`.

    >>> hvp(lambda x: x**3, (2.0,), (1.0,))
    12.0
    """
    return _of_product("hvp", function, "direction", direction).hvp(primals, direction)


def _of_product(
    name: str, function: Callable[..., R], argument: str, value: Any
) -> Compiled[..., R]:
    """The compiled function, for a product with `value`."""
    if value is _MISSING:
        call = f"lazyad.{name}(f, primals, {argument})"
        instead = f"{call}, which returns the product and no function"
        raise refused(TypeError, f"{name} was given no {argument}", instead)
    return _again(function)


def _derivative(
    function: Callable[P, Any],
    request: Request,
    argnums: int | Sequence[int] | None,
    options: CompileOptions,
) -> Derivative[P, Any]:
    """The derivative, once it is known what to differentiate in."""
    order, sparse, wrt = request.order, request.sparse, options.pop("wrt", None)
    own = globals()[request.what].__code__  # of grad, jacobian, hessian or taylor
    _check_options(options, own.co_varnames[: own.co_argcount + own.co_kwonlyargcount])
    base = _again(function, **options)
    if order is not None:
        check_choice("order", order, ORDERS)
    if wrt is not None and argnums is not None:
        raise refused(TypeError, "both argnums and wrt are given", "one of the two")
    chosen: Any = argnums if wrt is None else wrt
    bare = isinstance(chosen, str) or not isinstance(chosen, Iterable)
    paths: tuple[str, ...] | None = None if wrt is None else _names("wrt", wrt)
    if argnums is not None:
        paths = tuple(_path(base, number) for number in ((chosen,) if bare else chosen))
    if sparse and request.stack:
        raise refused(TypeError, "both sparse and stack are given", "one of the two")
    if request.stack and not is_installed("numpy"):
        what = "stack=True needs NumPy, which is not installed"
        raise refused(ImportError, what, "pip install '.[numpy]', or stack=False")
    if sparse and not is_installed("scipy"):
        what = "sparse=True needs SciPy, which is not installed"
        raise refused(ImportError, what, "pip install '.[scipy]', or sparse=False")
    if sparse and not base.options.target.lazy:
        what = f"sparse=True for the target {base.options.target.name!r}"
        instead = "target='python': a sparse matrix has one number for each entry"
        raise refused(ValueError, what, instead)
    if paths is not None:
        base.check_names("wrt", paths)
    return base.derivative(request._replace(wrt=paths, bare=bare))


def _check_options(given: Iterable[str], own: Iterable[str] = ()) -> None:
    """Raise TypeError for the first that is none of `compile`'s; who asks has others of its own."""
    for option in given:
        if option not in _OPTIONS:
            known = _OPTIONS.union(own)
            near = _INSTEAD.get(option) or likely(option, known)
            instead = near or f"one of {', '.join(sorted(known))}"
            raise refused(TypeError, f"no option is named {option!r}", instead)


_OPTIONS = set(compile.__kwdefaults__ or ())
_INSTEAD = {  # of what users of other tools ask for, or of American English
    "static_argnums": "static=('n',), the names of parameters",
    "static_argnames": "static=('n',)",
    "out_axes": "numpy.moveaxis of the result, whose first axis is that of the points",
    "has_aux": "a function of its own for what else you want: the value is that of the derivative",
    "order": "that of a derivative: lazyad.grad(f, order='forward')",
    "argnums": "wrt=('x',), the names of parameters",
    "mode": "order='forward' or 'reverse', of a derivative: lazyad.jacobian(f, order='reverse')",
    "holomorphic": "real functions: complex values are not supported",
    "allow_int": "no option: an int argument is differentiated like a float",
}


def _compiled(function: Callable[P, R], **options: Unpack[CompileOptions]) -> Compiled[P, R]:
    if not isinstance(function, Compiled):
        if not callable(function) and not isinstance(function, Graph):
            what = f"a derivative of {told(function)}"
            raise refused(TypeError, what, "a Python function, a compiled one, or a lazyad.Graph")
        return compile(function, **options)
    _check_options(options)
    if options:
        what = f"{', '.join(options)} given for {function.__name__}, which is compiled already"
        instead = "options for the inner compile; its derivatives have them too"
        raise refused(TypeError, what, instead)
    return function


_kept = functools.lru_cache(maxsize=64)(_compiled)


def _again(function: Callable[P, R], **options: Unpack[CompileOptions]) -> Compiled[P, R]:
    """The same one where it is given again, with the same options."""
    try:
        return _kept(function, **options)  # type: ignore
    except TypeError:  # something has no hash, or is wrong: the error says so
        return _compiled(function, **options)


def _path(base: Compiled[..., Any], number: Any) -> str:
    """The path to the argument of that position."""
    parameters = [*base.__signature__.parameters.values()]
    many = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    if isinstance(number, str):
        instead = f"wrt={number!r}; argnums are the positions of parameters"
        raise refused(ValueError, f"argnums is {number!r}, which is a name", instead)
    if hasattr(number, "__index__") and not isinstance(number, bool):
        number = operator.index(number)
        for at, parameter in enumerate(parameters):
            if parameter.kind is parameter.VAR_POSITIONAL and number >= at:
                return f"{parameter.name}[{number - at}]"
        if (0 if many else -len(parameters)) <= number < len(parameters):
            name: str = parameters[number].name
            return name
    what = f"argnums names {number!r}, which is no position of a parameter"
    called = f"{base.__name__}{base.__signature__}"
    raise refused(ValueError, what, f"whole numbers from 0 to {len(parameters) - 1}: {called}")
