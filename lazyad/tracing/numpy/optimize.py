"""What SciPy's solvers mean on traced values, and np.roots: those for one unknown are loops, the
same iterations; those for several are called, on what they solve and its derivatives.

Data: for each function of scipy.optimize, what takes its place, with those of its parameters that
count: `keywords` binds a call. A room of its own because it is a table, and the one place to look
for what `optimize.brentq` becomes. The
derivative of a solution is that of the implicit function (`lazyad.tracing.solutions`).
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
from scipy import optimize

from lazyad.operators import Operand
from lazyad.ops import choose
from lazyad.plain import solvers
from lazyad.tracing.floats import python_number
from lazyad.tracing.numpy.arrays import any_array, is_traced, objects, of_room, refusal
from lazyad.tracing.numpy.linalg import FEWER
from lazyad.tracing.numpy.scipy_functions import matrices_of
from lazyad.tracing.routines import names_of, number, scalar
from lazyad.tracing.solutions import AT_BOUND, KINK, SAME, Equation, System, found_by, roots_of
from lazyad.values.errors import three_parts
from lazyad.values.origin import describe, here

_RTOL = 4.0 * 2.0**-52
_FLAT = (
    "the secant of {f} is level, where the iteration does not go on",
    "another x0, or optimize.brentq",
)


def _endless(maxiter: int) -> tuple[str, str]:
    what = f"the iteration on {{f}} has not converged in {maxiter} rounds"
    return what, "another start, or a larger maxiter"


def _bracketing(name: str, solver: Callable[..., Any]) -> Callable[..., Any]:
    def call(  # noqa: PLR0917  # as SciPy has them
        f: Callable[..., Any],
        a: Any,
        b: Any,
        args: Any = (),
        xtol: float = 2e-12,
        rtol: float = _RTOL,
        maxiter: int = 100,
        full_output: bool = False,
    ) -> Any:
        equation = Equation(f, args if isinstance(args, tuple) else (args,))
        start = [*[scalar(f"optimize.{name}", end) for end in (a, b)], xtol, rtol]
        root = equation.solved_by(solver, start, maxiter, SAME, _endless(maxiter))
        return _as_scipy(name, python_number(root), full_output)

    return call


def _as_scipy(name: str, root: Any, full_output: bool) -> Any:
    """The root, and what SciPy says of one that it has found. Where it finds none, the kernel
    raises, even if nobody asks for that by `disp`: a last step has no derivative of a root."""
    if not full_output:
        return root
    return root, Result(name, root=root, converged=True, flag="converged", method=name)


def newton(  # noqa: PLR0917
    func: Callable[..., Any],
    x0: Any,
    fprime: Any = None,
    args: Any = (),
    tol: float = 1.48e-08,
    maxiter: int = 50,
    fprime2: Any = None,
    x1: Any = None,
    rtol: float = 0.0,
    full_output: bool = False,
) -> Any:
    equation = Equation(func, tuple(args))  # which SciPy unpacks as well, whatever they are
    a = scalar("optimize.newton", x0)
    if fprime is not None or fprime2 is not None:  # which lazyad knows
        return _as_scipy("newton", equation.by_newton(a), full_output)
    if x1 is None:
        b = a * (1.0 + 1e-4)
        b = choose(b >= 0.0, b + 1e-4, b - 1e-4)
    else:
        b = scalar("optimize.newton", x1)
    said = (_FLAT, _endless(maxiter))
    root = equation.solved_by(solvers.secant, [a, b, tol, rtol], maxiter, *said)
    return _as_scipy("newton", root, full_output)


def fixed_point(
    func: Callable[..., Any], x0: Any, args: Any = (), xtol: float = 1e-08, maxiter: int = 500
) -> Any:
    def step(x: Any, *given: Any) -> Any:
        return func(x, *given) - x

    equation = Equation(step, args, func)
    start = [scalar("optimize.fixed_point", x0), xtol]
    return equation.solved_by(solvers.steffensen, start, maxiter, _endless(maxiter))


def root_scalar(  # noqa: PLR0917
    f: Callable[..., Any],
    args: Any = (),
    method: str | None = None,
    bracket: Any = None,
    fprime: Any = None,
    fprime2: Any = None,
    x0: Any = None,
    x1: Any = None,
    xtol: float | None = None,
    rtol: float | None = None,
    maxiter: int | None = None,
) -> Any:
    if fprime is True:
        raise refusal("optimize.root_scalar with fprime=True", "f alone, whose slope is known")
    own: dict[str, Any] = {"args": args}
    given = {"rtol": rtol, "maxiter": maxiter}
    own |= {name: value for name, value in given.items() if value is not None}
    if bracket is not None:
        method = method or "brentq"
        if method not in _BRACKETING:
            raise refusal(f"optimize.root_scalar by {method}", 'method="brentq"')
        own |= {} if xtol is None else {"xtol": xtol}
        root = _BRACKETING[method](f, *bracket, **own)
    else:
        if method not in (None, "newton", "secant"):
            raise refusal(f"optimize.root_scalar by {method}", 'method="newton"')
        own |= {} if xtol is None else {"tol": xtol}
        root = newton(f, x0, fprime, x1=x1, **own)
    return SimpleNamespace(root=root, converged=True, flag="converged", method=method)


# ---------------------------------------------------------------------------------- systems


class Result:
    """What SciPy's functions return, as far as it is known in a trace."""

    def __init__(self, function: str, **known: Any) -> None:
        self.__dict__.update(known)
        self._function, self._known = function, " or ".join(known)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise refusal(f".{name} of what optimize.{self._function} finds", f"its {self._known}")

    def __getitem__(self, name: Any) -> Any:
        return getattr(self, str(name))


_FOUND = {"success": True, "status": 1}


def _system(
    f: Callable[..., Any], x0: Any, args: Any, kwargs: Any = None, ends: Any = ()
) -> System:
    """`ends` are the lower and the upper bounds, if there are any."""
    start = objects(x0).ravel().tolist()
    bounds = [
        one
        for pair in zip(*[_of_each(end, len(start)) for end in ends], strict=True)
        for one in pair
    ]
    if all(type(one) is float and math.isinf(one) for one in bounds):
        bounds = []
    own = args if isinstance(args, tuple) else (args,)
    given = kwargs or {}

    def of(x: Any, *args: Any) -> Any:
        return f(x, *args, **given)

    return System(of, any_array(start), own, f, bounds)


def _of_each(end: Any, size: int) -> list[Any]:
    """A bound of each unknown, or of all."""
    found = objects(end).ravel().tolist()
    if len(found) not in (1, size):
        raise refusal(f"{len(found)} bounds of {size} unknowns", "one for each unknown, or for all")
    found = [one if isinstance(one, Operand) else float(one) for one in found]
    return found if len(found) == size else found * size


def _ends(bounds: Any) -> Any:
    """Those of SciPy's `Bounds`, or of a pair."""
    return (bounds.lb, bounds.ub) if isinstance(bounds, optimize.Bounds) else bounds


def _failed(system: System) -> str:
    what = f"no solution of {system.name} was found"
    instead = "another start, or other tolerances; what SciPy says of it: "
    return three_parts(what, system.place, instead)


def _several_roots(system: System, method: str, tol: Any) -> Any:
    system.one_for_each()
    return system.solved("zeros", [method, tol, _failed(system)], system.equations, system.values)


def fsolve(
    func: Callable[..., Any],
    x0: Any,
    args: Any = (),
    *,
    full_output: Any = 0,
    xtol: float = 1.49012e-08,
) -> Any:
    system = _system(func, x0, args)
    x = _several_roots(system, "hybr", float(xtol))
    if not full_output:
        return x
    facts = Result("fsolve", fvec=np.atleast_1d(any_array(func(x, *system.args))))
    return x, facts, 1, "The solution converged."


def root(  # noqa: PLR0917
    fun: Callable[..., Any],
    x0: Any,
    args: Any = (),
    method: str = "hybr",
    jac: Any = None,
    tol: float | None = None,
) -> Any:
    if method not in ("hybr", "lm"):
        raise refusal(f"optimize.root by {method}", 'method="hybr" or "lm"')
    residual = _first_of(fun) if jac is True else fun
    system = _system(residual, x0, args)
    x = _several_roots(system, method, tol)
    return Result("root", x=x, fun=any_array(residual(x, *system.args)), **_FOUND)


def _first_of(f: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *args: f(*args)[0]


def least_squares(
    fun: Callable[..., Any],
    x0: Any,
    *,
    bounds: Any = (-np.inf, np.inf),
    method: str = "trf",
    ftol: float | None = 1e-08,
    xtol: float | None = 1e-08,
    gtol: float | None = 1e-08,
    args: Any = (),
    kwargs: Any = None,
) -> Any:
    system = _system(fun, x0, args, kwargs, _ends(bounds))
    x = _fitted(system, method, ftol, xtol, gtol)
    rest = any_array(fun(x, *system.args, **(kwargs or {})))
    return Result("least_squares", x=x, fun=rest, cost=0.5 * np.sum(rest * rest), **_FOUND)


def _fitted(system: System, *how: Any, routine: str = "least") -> Any:
    """What a routine finds for the least sum of squares, by a method and its tolerances."""
    said = [*how, len(system.values), _failed(system)]
    given = [*system.equations, *system.bounds]
    return system.solved(routine, said, given, system.held(system.normal()), _unknown(system))


def _unknown(system: System) -> tuple[str, str]:
    """Why a minimum has no derivative that is known."""
    return AT_BOUND if system.bounds else KINK


_OWN = object()  # the method's own tolerance


def curve_fit(  # noqa: PLR0917
    f: Callable[..., Any],
    xdata: Any,
    ydata: Any,
    p0: Any = None,
    sigma: Any = None,
    absolute_sigma: bool = False,
    *,
    bounds: Any = (-np.inf, np.inf),
    method: str | None = None,
    ftol: Any = _OWN,
    xtol: Any = _OWN,
    gtol: Any = _OWN,
) -> Any:
    if p0 is None:
        count = len(names_of(f, *["p"] * f.__code__.co_argcount)) - 1
        p0 = [*map(_inside, *[_of_each(end, count) for end in _ends(bounds)])]
    xdata = any_array(xdata) if isinstance(xdata, (list, tuple)) else xdata  # as SciPy does
    factor: Any = 1.0 if sigma is None else any_array(sigma)
    if np.ndim(factor) == 2:
        factor = np.linalg.cholesky(factor)

    def rest(p: Any) -> Any:
        apart = f(xdata, *p) - any_array(ydata)
        return np.linalg.solve(factor, apart) if np.ndim(factor) == 2 else apart / factor

    system = _system(rest, np.atleast_1d(p0), (), None, _ends(bounds))
    method = method or ("trf" if system.bounds else "lm")
    usual = [1.49012e-8, 1.49012e-8, 2.0**-52] if method == "lm" else [1e-8] * 3
    given = zip((ftol, xtol, gtol), usual, strict=True)
    p = _fitted(system, method, *[own if one is _OWN else one for one, own in given])
    return p, _covariance(system, p, rest(p), absolute_sigma)


def _covariance(system: System, p: Any, rest: Any, absolute: bool) -> Any:
    """That of the parameters: the inverse of the normal equations' matrix, by the mean of the
    squares that are left, unless the data's deviations are absolute."""
    rows = any_array(system.jacobian_at(p))
    free = len(rows) - len(p)
    if free <= 0 and not absolute:
        return np.full((len(p), len(p)), np.inf)
    found = np.linalg.inv(rows.T @ rows)
    return found if absolute else found * (np.sum(rest * rest) / free)


def _inside(low: Any, high: Any) -> Any:
    """Where SciPy begins between two bounds."""
    ends = [one for one in (low, high) if isinstance(one, Operand) or math.isfinite(one)]
    if len(ends) == 2:
        return 0.5 * (low + high)
    return (low + 1.0 if ends[0] is low else high - 1.0) if ends else 1.0


def nnls(A: Any, b: Any, maxiter: Any = None) -> Any:
    x, rest = _linear(A, b, (0.0, np.inf), "nnls", 0.0)
    return x, np.sqrt(np.sum(rest * rest))


def lsq_linear(
    A: Any,
    b: Any,
    bounds: Any = (-np.inf, np.inf),
    method: str = "trf",
    tol: float = 1e-10,
) -> Any:
    x, rest = _linear(A, b, _ends(bounds), method, tol)
    return Result("lsq_linear", x=x, fun=rest, cost=0.5 * np.sum(rest * rest), **_FOUND)


def _linear(A: Any, b: Any, ends: Any, *how: Any) -> Any:
    def rest(x: Any) -> Any:
        return any_array(A) @ x - any_array(b)

    x = _fitted(
        _system(rest, np.zeros(np.shape(A)[1]), (), None, ends), *how, routine="least_linear"
    )
    return x, rest(x)


_WITH_GRADIENT = "BFGS CG L-BFGS-B Newton-CG SLSQP TNC".split()
_WITHOUT = "COBYLA Nelder-Mead Powell".split()


def minimize(
    fun: Callable[..., Any],
    x0: Any,
    args: Any = (),
    method: str | None = None,
    jac: Any = None,
    *,
    bounds: Any = None,
    tol: float | None = None,
    options: Any = None,
) -> Any:
    known = {name.lower(): name for name in (*_WITH_GRADIENT, *_WITHOUT)}
    if bounds is not None:
        known = {name: known[name] for name in known if name not in ("bfgs", "cg", "newton-cg")}
        if not isinstance(bounds, optimize.Bounds):
            sides = zip(zip(*bounds, strict=True), (-np.inf, np.inf), strict=False)
            bounds = [[end if one is None else one for one in side] for side, end in sides]
    name = known.get(str(method or ("BFGS" if bounds is None else "L-BFGS-B")).lower())
    if name is None:
        within = "" if bounds is None else " with bounds="
        what = f"optimize.minimize by {method}{within}"
        raise refusal(what, f"one of {', '.join(known.values())}")
    value_of = _first_of(fun) if jac is True else fun
    system = _system(value_of, x0, args, None, _ends(bounds or ()))
    gradient = system.gradient()
    more = tuple(sorted((options or {}).items()))
    said = [name, tol, more, _failed(system)]
    given = [*system.values, *gradient, *system.bounds]
    x = system.solved("lowest", said, given, system.held(gradient), _unknown(system))
    least = number(value_of(x, *system.args), system.name, system.place)
    return Result("minimize", x=x, fun=least, **_FOUND)


def minimize_scalar(  # noqa: PLR0917
    fun: Callable[..., Any],
    bracket: Any = None,
    bounds: Any = None,
    args: Any = (),
    method: str | None = None,
    tol: float | None = None,
    options: Any = None,
) -> Any:
    if is_traced(bracket):
        raise refusal(
            "optimize.minimize_scalar between traced points", "constants around the minimum"
        )
    start = 0.5 * (bounds[0] + bounds[1]) if bounds else 0.0
    own = args if isinstance(args, tuple) else (args,)
    system = System(fun, start, own, bounds=[*(bounds or ())])
    method = method or ("brent" if bounds is None else "bounded")
    more = tuple(sorted((options or {}).items()))
    said = [bracket and tuple(map(float, bracket)), method, tol, more, _failed(system)]
    given, residual = [*system.values, *system.bounds], system.held(system.gradient())
    x = system.solved("lowest_between", said, given, residual, _unknown(system))
    return Result("minimize_scalar", x=x, fun=fun(x, *system.args), **_FOUND)


def roots(p: Any) -> Any:
    """np.roots: called as it is, and each root the solution of the equation that it is of."""
    p = any_array(p)
    if p.ndim != 1:
        raise refusal(f"np.roots of an array of {p.shape}", "an array of one axis")
    known = [one if isinstance(one, Operand) else float(one) for one in p.tolist()]
    while known and known[0] == 0.0 and type(known[0]) is float:
        del known[0]
    if len(known) < 2:
        return np.zeros(0)
    return any_array(roots_of(known, three_parts(FEWER[0], describe(here()), FEWER[1])))


def _riccati(name: str, residual: Callable[..., Any]) -> Callable[..., Any]:
    """SciPy's solution of a Riccati equation, a symmetric matrix; the equation is its residual."""

    def call(a: Any, b: Any, q: Any, r: Any) -> Any:
        given = [any_array(np.atleast_2d(any_array(one))) for one in (a, b, q, r)]
        n, m = len(given[0]), given[1].shape[-1]
        shapes = ((n, n), (n, m), (n, n), (m, m))
        matrices_of(dict(zip("abqr", zip(given, shapes, strict=True), strict=True)))
        upper = np.triu_indices(n)

        def whole(x: Any) -> Any:
            matrix = any_array(np.zeros((n, n)))
            matrix[upper] = matrix.T[upper] = any_array(x)
            return matrix

        def equation(x: Any) -> Any:
            return residual(whole(x), *given)[upper]

        read = [one for part in given for one in part.ravel().tolist()]
        found = found_by("riccati", [name, n, m], read, len(upper[0]))
        return whole(System(equation, found, shown=call).implied())

    call.__name__ = name
    return call


LINALG = {
    "solve_continuous_are": _riccati(
        "solve_continuous_are",
        lambda x, a, b, q, r: a.T @ x + x @ a + q - x @ b @ np.linalg.solve(r, b.T @ x),
    ),
    "solve_discrete_are": _riccati(
        "solve_discrete_are",
        lambda x, a, b, q, r: (
            a.T @ x @ a - x + q - a.T @ x @ b @ np.linalg.solve(r + b.T @ x @ b, b.T @ x @ a)
        ),
    ),
}

# These find a root in a bracket by Brent's iteration, but for the first.
_BRACKETING = {
    "bisect": _bracketing("bisect", solvers.bisect),
    **{name: _bracketing(name, solvers.brentq) for name in ("brentq", "brenth", "ridder")},
}
OPTIMIZE: dict[str, Callable[..., Any]] = {**of_room(sys.modules[__name__]), **_BRACKETING}
