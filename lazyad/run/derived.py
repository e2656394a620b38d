"""Derivatives of functions as functions: grad, jacobian, hessian and their like.

In: a Python function or a compiled one. Out: `Derived`, a compiled function whose value is the
derivative. A room of its own because it alone knows how users ask for derivatives.
"""

from __future__ import annotations

import functools
import inspect
import operator
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lazyad.derivatives import ORDERS, Request, check_order, tangent_names
from lazyad.graph import Graph
from lazyad.run.compiled import Compiled, compile
from lazyad.run.specialized import Derivative, Specialized
from lazyad.values.errors import explain
from lazyad.values.libraries import is_installed
from lazyad.values.origin import describe, here
from lazyad.values.sparsity import Sparsity
from lazyad.values.structure import outline, part_at, plain_key

_MISSING: Any = object()  # what no argument is


class Derived(Compiled):
    """A derivative of a compiled function, and a compiled function like any other: `kernel`,
    `source`, `graph`, `stages` and `report` are those of the derivative itself."""

    def __init__(self, base: Compiled, request: Request) -> None:
        self._base = base
        self._request = request
        self._begin(base.options)
        self.__signature__ = base.__signature__
        self._directions: dict[str, str] = {}
        if request.what == "taylor":
            check_order(request.size)
            self._add_directions()
        self.__name__ = self.__qualname__ = f"{base.__name__}_{request.name}"
        self.__doc__ = f"The {request.name} of {base.__name__}."
        self._check_signature()

    def _add_directions(self) -> None:
        """The parameters d<name>, one for each that moves."""
        names = [name for name in self.__signature__.parameters if name not in self.options.static]
        wrt = self._request.wrt or self.options.wrt or tuple(names)
        self._request = self._request._replace(wrt=wrt)
        self._directions = tangent_names(self.__signature__.parameters, wrt)
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        names = [*self.__signature__.parameters, *self._directions.values()]
        self.__signature__ = inspect.Signature([inspect.Parameter(n, kind) for n in names])

    @property
    def sparsity(self) -> Sparsity:
        """Where the entries of a sparse matrix are: its rows and columns, and its shape.

        Raises TypeError if it is not sparse.
        """
        return self.lowered.sparsity

    def __get__(self, instance: Any, owner: type | None = None) -> Compiled:
        """Bind a method, as `Compiled` does."""
        bound = self._base.__get__(instance, owner)
        return self if bound is self._base else Derived(bound, self._request)

    def __reduce__(self) -> tuple[Any, ...]:
        return Derived, (self._base, self._request)

    @property
    def _can_trace(self) -> bool:
        return self._base._can_trace

    def _added(self, given: dict[str, Any]) -> Specialized:
        own = {name: given[name] for name in self._base.__signature__.parameters}
        for path, name in self._directions.items():
            if plain_key(part_at(own, path)) != plain_key(given[name]):
                raise TypeError(
                    explain(
                        f"the direction {name} is {outline(given[name])}",
                        describe(here()),
                        f"the structure of {path}: {outline(part_at(own, path))}",
                    )
                )
        return self._add(Derivative(self._base.lowered_for(own), self._request), given)

    def assumed(self) -> list[Any]:
        """See `Compiled.assumed`."""
        values = self._base.assumed()
        own = dict(zip(self._base.__signature__.parameters, values, strict=True))
        return [*values, *[part_at(own, path) for path in self._directions]]


def grad(
    function: Callable[..., Any],
    argnums: int | Sequence[int] | None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    order: str | None = None,
    **options: Any,
) -> Derived:
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
    return _derived(function, Request("grad", order=order), argnums, wrt, options)


def value_and_grad(
    function: Callable[..., Any],
    argnums: int | Sequence[int] | None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    order: str | None = None,
    **options: Any,
) -> Derived:
    """(value, gradient), which share their work; see `grad`.

    >>> value_and_grad(lambda x: x[0] * x[1])([2.0, 3.0])
    (6.0, [3.0, 2.0])
    """
    return _derived(function, Request("grad", True, order=order), argnums, wrt, options)


def jacobian(
    function: Callable[..., Any],
    argnums: int | Sequence[int] | None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    order: str | None = None,
    sparse: bool = False,
    **options: Any,
) -> Derived:
    """The Jacobian of a function, as a compiled function; options as in `grad`.

    It has the containers of the result, and in each number of it those of the parameters. An array
    of shape s has in an array of shape t a derivative of shape s + t.

    With `sparse`, a call returns a `scipy.sparse.csr_array` with a row for each number of the
    result and a column for each number of the parameters; the kernel returns the entries alone that
    are no structural zeros, and `sparsity` says where they stand.

    >>> jacobian(lambda x, y: (x * y, x + y))(2.0, 3.0)
    ((3.0, 2.0), (1.0, 1.0))
    """
    request = Request("jacobian", order=order, sparse=sparse)
    return _derived(function, request, argnums, wrt, options)


def value_and_jacobian(
    function: Callable[..., Any],
    argnums: int | Sequence[int] | None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    order: str | None = None,
    sparse: bool = False,
    **options: Any,
) -> Derived:
    """(value, Jacobian), which share their work; see `jacobian`.

    >>> value_and_jacobian(lambda x: [x[0] * x[1]])([2.0, 3.0])
    ([6.0], [[3.0, 2.0]])
    """
    request = Request("jacobian", True, order=order, sparse=sparse)
    return _derived(function, request, argnums, wrt, options)


def hessian(
    function: Callable[..., Any],
    argnums: int | Sequence[int] | None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    order: str | None = None,
    sparse: bool = False,
    **options: Any,
) -> Derived:
    """The second derivatives of a function; options and containers as in `jacobian`, whose own
    derivative this is. Of two equal entries one is computed.

    >>> hessian(lambda x: x[0] * x[0] * x[1])([2.0, 3.0])
    [[6.0, 4.0], [4.0, 0.0]]
    """
    request = Request("hessian", order=order, sparse=sparse)
    return _derived(function, request, argnums, wrt, options)


def taylor(
    function: Callable[..., Any],
    order: int,
    argnums: int | Sequence[int] | None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    **options: Any,
) -> Derived:
    """The Taylor coefficients (c_0, ..., c_order) of t -> f(x + t v), c_k = f^(k)/k! along v, as a
    compiled function of the parameters and then of a direction for each of them (or of those that
    `argnums` or `wrt` choose). Its work is quadratic in the order.

    `*args` and `**kwargs` of the function are here a tuple and a dict.
    Raises ValueError for an order that is no whole number from 0 on.

    >>> taylor(lambda x: x**3, order=4)(2.0, 1.0)
    (8.0, 12.0, 6.0, 1.0, 0.0)
    """
    return _derived(function, Request("taylor", size=order), argnums, wrt, options)


def jvp(
    function: Callable[..., Any], primals: Sequence[Any], tangents: Sequence[Any] = _MISSING
) -> tuple[Any, Any]:
    """(value, tangent) at `primals` along `tangents`, as `Compiled.jvp`.

    Tangents that have one more axis in front, as many directions each, give as many tangents, and
    what they share is computed once. Functions that were given lately stay compiled.

    >>> jvp(lambda x, y: x * y, (2.0, 3.0), (1.0, 0.0))
    (6.0, 3.0)
    >>> jvp(lambda x, y: x * y, (2.0, 3.0), ([1.0, 0.0], [0.0, 1.0]))
    (6.0, [3.0, 2.0])
    """
    _check_given("jvp", "tangents", tangents)
    return _again(function).jvp(primals, tangents)


def vjp(
    function: Callable[..., Any], primals: Sequence[Any], cotangents: Any = _MISSING
) -> tuple[Any, tuple[Any, ...]]:
    """(value, cotangents of the parameters), as `Compiled.vjp`.

    >>> vjp(lambda x, y: x * y, (2.0, 3.0), 1.0)
    (6.0, (3.0, 2.0))
    """
    _check_given("vjp", "cotangents", cotangents)
    return _again(function).vjp(primals, cotangents)


def hvp(
    function: Callable[..., Any], primals: Sequence[Any], direction: Sequence[Any] = _MISSING
) -> Any:
    """The Hessian times a direction, as `Compiled.hvp`.

    >>> hvp(lambda x: x**3, (2.0,), (1.0,))
    12.0
    """
    _check_given("hvp", "direction", direction)
    return _again(function).hvp(primals, direction)


def _check_given(name: str, argument: str, value: Any) -> None:
    if value is _MISSING:
        raise TypeError(
            explain(
                f"{name} was given no {argument}",
                describe(here()),
                f"lazyad.{name}(f, primals, {argument}), which returns the product and no function",
            )
        )


@functools.lru_cache(maxsize=64)
def _kept(function: Callable[..., Any]) -> Compiled:
    return _compiled(function, {})


def _again(function: Callable[..., Any]) -> Compiled:
    """The compiled function, the same one where it is given again."""
    try:
        return _kept(function)
    except TypeError:  # it has no hash, or is none: the error says so
        return _compiled(function, {})


def _derived(
    function: Callable[..., Any],
    request: Request,
    argnums: int | Sequence[int] | None,
    wrt: str | Iterable[str] | None,
    options: dict[str, Any],
) -> Derived:
    """The derivative, once it is known what to differentiate in."""
    order, sparse = request.order, request.sparse
    base = _compiled(function, options)
    if order is not None and order not in ORDERS:
        raise ValueError(
            explain(f"no order is named {order!r}", describe(here()), f"one of {[*ORDERS]}")
        )
    bare = argnums is None or not isinstance(argnums, Iterable)
    paths: tuple[str, ...] | None = None
    if wrt is not None:
        bare = isinstance(wrt, str)
        paths = (wrt,) if isinstance(wrt, str) else tuple(wrt)
    elif argnums is not None:
        numbers = (
            tuple(argnums)
            if isinstance(argnums, Iterable) and not isinstance(argnums, str)
            else (argnums,)
        )
        paths = tuple(_path(base, number) for number in numbers)
    if wrt is not None and argnums is not None:
        raise TypeError(
            explain("both argnums and wrt are given", describe(here()), "one of the two")
        )
    if sparse and not is_installed("scipy"):
        raise ImportError(
            explain(
                "sparse=True needs SciPy, which is not installed",
                describe(here()),
                "pip install '.[scipy]', or sparse=False",
            )
        )
    if sparse and base.options.target.name != "python":
        raise ValueError(
            explain(
                f"sparse=True for the target {base.options.target.name!r}",
                describe(here()),
                "target='python': a sparse matrix has one number for each entry",
            )
        )
    if paths is not None:
        base.check_names("wrt", paths)
    return base.derived(request._replace(wrt=paths, bare=bare))


_OPTIONS = set(compile.__kwdefaults__ or ())
_INSTEAD = {  # of what users of other tools ask for
    "has_aux": "a function of its own for what else you want: the value is that of the derivative",
    "holomorphic": "real functions: complex values are not supported",
    "allow_int": "no option: an int argument is differentiated like a float",
}


def _compiled(function: Callable[..., Any], options: dict[str, Any]) -> Compiled:
    if not isinstance(function, Compiled):
        unknown = [option for option in options if option not in _OPTIONS]
        if unknown:
            raise TypeError(
                explain(
                    f"no option is named {unknown[0]!r}",
                    describe(here()),
                    _INSTEAD.get(unknown[0], f"one of {', '.join(sorted(_OPTIONS))}"),
                )
            )
        if not callable(function) and not isinstance(function, Graph):
            raise TypeError(
                explain(
                    f"a derivative of a {type(function).__name__} ({function!r:.40})",
                    describe(here()),
                    "a Python function, a compiled one, or a lazyad.Graph",
                )
            )
        return compile(function, **options)
    if options:
        raise TypeError(
            explain(
                f"{', '.join(options)} given for {function.__name__}, which is compiled already",
                describe(here()),
                "options for the inner compile; its derivatives have them too",
            )
        )
    return function


def _path(base: Compiled, number: Any) -> str:
    """The path to the argument of that position."""
    parameters = [*base.__signature__.parameters.values()]
    many = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    if isinstance(number, str):
        raise ValueError(
            explain(
                f"argnums is {number!r}, which is a name",
                describe(here()),
                f"wrt={number!r}; argnums are the positions of parameters",
            )
        )
    if hasattr(number, "__index__") and not isinstance(number, bool):
        number = operator.index(number)
        for at, parameter in enumerate(parameters):
            if parameter.kind is parameter.VAR_POSITIONAL and number >= at:
                return f"{parameter.name}[{number - at}]"
        if (0 if many else -len(parameters)) <= number < len(parameters):
            name: str = parameters[number].name
            return name
    raise ValueError(
        explain(
            f"argnums names {number!r}, which is no position of a parameter",
            describe(here()),
            f"whole numbers from 0 to {len(parameters) - 1}: {base.__name__}{base.__signature__}",
        )
    )
