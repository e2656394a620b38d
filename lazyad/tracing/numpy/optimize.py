"""What SciPy's solvers for one unknown mean on traced values: the same iterations, as loops.

Data: for each function of scipy.optimize, what takes its place, with its parameters. A room of its
own because it is a table, and the one place to look for what `optimize.brentq` becomes. The
derivative of a solution is that of the implicit function (`lazyad.tracing.solutions`).
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from lazyad import ops, solvers
from lazyad.operators import Operand
from lazyad.tracing.numpy.arrays import refusal
from lazyad.tracing.solutions import SAME, Equation
from lazyad.values.structure import is_number

_RTOL = 4.0 * 2.0**-52
_FLAT = (
    "the secant of {f} is level, where the iteration does not go on",
    "another x0, or optimize.brentq",
)


def _endless(maxiter: int) -> tuple[str, str]:
    what = f"the iteration on {{f}} has not converged in {maxiter} rounds"
    return what, "another start, or a larger maxiter"


def _refuse_options(name: str, **options: Any) -> None:
    for option, given in options.items():
        if given:
            raise refusal(f"optimize.{name} with {option}=", f"optimize.{name} without it")


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
        disp: bool = True,
    ) -> Any:
        _refuse_options(name, full_output=full_output, **{"disp=False, not disp": not disp})
        equation = Equation(f, args if isinstance(args, tuple) else (args,))
        start = [_scalar(name, a), _scalar(name, b), xtol, rtol]
        return equation.solved_by(solver, start, maxiter, SAME, _endless(maxiter))

    return call


def _scalar(name: str, value: Any) -> Any:
    if isinstance(value, Operand) or is_number(value):
        return value
    if getattr(value, "size", 0) == 1:
        return value.item()
    raise refusal(f"optimize.{name} from an array", f"optimize.{name} for each element")


def _newton(  # noqa: PLR0917
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
    disp: bool = True,
) -> Any:
    _refuse_options("newton", full_output=full_output, **{"disp=False, not disp": not disp})
    equation = Equation(func, args if isinstance(args, tuple) else (args,))
    a = _scalar("newton", x0)
    if fprime is not None or fprime2 is not None:  # which lazyad knows
        return equation.by_newton(a)
    if x1 is None:
        b = a * (1.0 + 1e-4)
        b = b + (1e-4 if b >= 0.0 else -1e-4) if not isinstance(b, Operand) else _away(b)
    else:
        b = _scalar("newton", x1)
    return equation.solved_by(solvers.secant, [a, b, tol, rtol], maxiter, _FLAT, _endless(maxiter))


def _away(b: Any) -> Any:
    return ops.where(b >= 0.0, b + 1e-4, b - 1e-4)


def _fixed_point(  # noqa: PLR0917
    func: Callable[..., Any],
    x0: Any,
    args: Any = (),
    xtol: float = 1e-08,
    maxiter: int = 500,
    method: str = "del2",
) -> Any:
    _refuse_options("fixed_point", method=method != "del2")

    def step(x: Any, *given: Any) -> Any:
        return func(x, *given) - x

    equation = Equation(step, args, func)
    start = [_scalar("fixed_point", x0), xtol]
    return equation.solved_by(solvers.steffensen, start, maxiter, _endless(maxiter))


def _root_scalar(  # noqa: PLR0917
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
    options: Any = None,
) -> Any:
    _refuse_options("root_scalar", options=options, fprime=fprime is True)
    own: dict[str, Any] = {"args": args}
    given = {"rtol": rtol, "maxiter": maxiter}
    own |= {name: value for name, value in given.items() if value is not None}
    if bracket is not None:
        method = method or "brentq"
        if method not in OPTIMIZE or method in ("newton", "fixed_point", "root_scalar"):
            raise refusal(f"optimize.root_scalar by {method}", 'method="brentq"')
        own |= {} if xtol is None else {"xtol": xtol}
        root = OPTIMIZE[method](f, *bracket, **own)
    else:
        if method not in (None, "newton", "secant"):
            raise refusal(f"optimize.root_scalar by {method}", 'method="newton"')
        own |= {} if xtol is None else {"tol": xtol}
        root = _newton(f, x0, fprime, x1=x1, **own)
    return SimpleNamespace(root=root, converged=True, flag="converged", method=method)


# Those of a bracket find a root in it by Brent's iteration.
OPTIMIZE: dict[str, Callable[..., Any]] = {
    "bisect": _bracketing("bisect", solvers.bisect),
    "brentq": _bracketing("brentq", solvers.brentq),
    "brenth": _bracketing("brenth", solvers.brentq),
    "ridder": _bracketing("ridder", solvers.brentq),
    "newton": _newton,
    "fixed_point": _fixed_point,
    "root_scalar": _root_scalar,
}
