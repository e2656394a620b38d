"""`compile`: what users write above a function.

In: a Python function, and options. Out: `Compiled`. A room of its own because the options are
checked, and known to type checkers, in one place, for `compile` as for `grad` and its like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypedDict, overload

from lazyad.emit.targets import find_target
from lazyad.graph import Graph
from lazyad.passes import LEVELS, Pass
from lazyad.run.compiled import Compiled, P, R
from lazyad.run.program import Options
from lazyad.values.errors import explain, refused
from lazyad.values.libraries import is_installed

if TYPE_CHECKING:
    from typing import Unpack

Level = Literal["none", "strict", "safe", "fast"]


class CompileOptions(TypedDict, total=False):
    """What `compile` takes beside the function and `wrt`."""

    static: str | Iterable[str]
    optimize: Level
    target: Literal["python", "numpy"]
    passes: Sequence[Pass] | None
    paths: int


@overload
def compile(
    function: None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    **options: Unpack[CompileOptions],
) -> Callable[[Callable[P, R]], Compiled[P, R]]: ...


@overload
def compile(
    function: Graph, *, wrt: str | Iterable[str] | None = None, **options: Unpack[CompileOptions]
) -> Compiled[..., Any]: ...


@overload
def compile(
    function: Callable[P, R],
    *,
    wrt: str | Iterable[str] | None = None,
    **options: Unpack[CompileOptions],
) -> Compiled[P, R]: ...


def compile(
    function: Callable[..., Any] | Graph | None = None,
    *,
    wrt: str | Iterable[str] | None = None,
    static: str | Iterable[str] = (),
    optimize: Level = "safe",
    target: Literal["python", "numpy"] = "python",
    passes: Sequence[Pass] | None = None,
    paths: int = 256,
) -> Any:
    """Compile a Python function, or a hand-built Graph, to a kernel of value and tangent.

    Use it as `@compile` or `@compile(wrt=("x",), ...)`. Nothing is traced before the first use;
    then the function runs on Nodes, once for each way its branches can go. Each structure of
    arguments (containers, keys, shapes) is traced once, and again where what else the function
    read (globals, attributes) has changed.

    - `wrt`: the parameters to differentiate in, or paths into them ("params.mass", "x[0]");
      default all, for a Graph all but `with_no_grad`.
    - `static`: parameters whose values are fixed into the trace, which is made anew for each value.
      A str, bool, None, callable or enum is static wherever it stands.
    - `optimize`: "none", "strict" (the same bits), "safe" (rounding may differ) or "fast" (algebra
      of the real numbers).
    - `target`: "python" (scalars, from `math`; NumPy only to build the arrays that it returns) or
      "numpy" (arrays that broadcast).
    - `passes`: Graph -> Graph functions to run instead of those `optimize` names.
    - `paths`: how many ways through its branches a function may have.

    Raises TypeError or ValueError, in three parts, for what cannot be compiled.
    """
    if optimize not in LEVELS:
        raise ValueError(
            explain(
                f"no level is named {optimize!r}", "the argument optimize", f"one of {[*LEVELS]}"
            )
        )
    if not isinstance(paths, int) or paths < 1:
        raise refused(ValueError, f"paths is {paths!r:.40}", "a whole number from 1 on")
    found = find_target(target)
    if target == "numpy" and not is_installed("numpy"):
        raise refused(
            ImportError,
            "the target 'numpy' needs NumPy, which is not installed",
            "pip install 'numpy', or lazyad with its extra: pip install '.[numpy]'",
        )
    level = LEVELS[optimize] if passes is None else tuple(passes)
    if not all(map(callable, level)):
        raise refused(TypeError, f"passes is {passes!r:.60}", "functions of a Graph to a Graph")
    economise = passes is None and optimize == "safe"  # fast does so with everything
    names = None if wrt is None else _names("wrt", wrt)
    options = Options(names, found, level, _names("static", static), paths, economise)
    if function is None:
        return lambda function: Compiled(function, options)
    return Compiled(function, options)


def _names(option: str, names: str | Iterable[str]) -> tuple[str, ...]:
    found = (names,) if isinstance(names, str) or not isinstance(names, Iterable) else tuple(names)
    if not all(isinstance(name, str) for name in found):
        raise refused(
            TypeError,
            f"{option} is {names!r:.40}",
            "the names of parameters, or paths into them: 'x', or ('x', 'params.mass')",
        )
    return found
