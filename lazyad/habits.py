"""What users of JAX, autograd and PyTorch type first, where it is not called so here.

In: a name. Out: what says, when it is called, what to write instead. A room of its own because
none of it is lazyad: whoever never saw the others never sees this.
"""

from __future__ import annotations

from typing import Any, NoReturn

from lazyad.values.errors import refused

_LOOPS = "the statement itself, which is kept as a loop"
INSTEAD = {
    "custom_jvp": "@lazyad.op(partials=lambda out, x: (...,)) above the function: one expression of"
    " Nodes for each argument; outside=True where it cannot be traced",
    "custom_vjp": "@lazyad.op(partials=lambda out, x: (...,)), of which forward and reverse follow",
    "custom_gradient": "@lazyad.op(partials=lambda out, x: (...,))",
    "linearize": "lazyad.jvp(f, primals, tangents), or the entries at once: lazyad.jacobian(f)",
    "linear_transpose": "lazyad.vjp(f, primals, cotangents)",
    "checkpoint": "the function as it is; lazyad.grad(f, order='forward') stores nothing of a loop",
    "remat": "the function as it is; lazyad.grad(f, order='forward') stores nothing of a loop",
    "pmap": "f.batch(..., threads=4), or f.batch of a dask.array",
    "make_jaxpr": "print(lazyad.compile(f).lower(*args).trace)",
    "eval_shape": "lazyad.compile(f).lower(*args).trace.outputs",
    "block_until_ready": "the result: calls return when they are done",
    "device_put": "the argument as it is",
    "debug_nans": "lazyad.debug(f)(*args)",
    "elementwise_grad": "lazyad.compile(f).grad.batch(x)",
    "make_jvp": "lazyad.jvp(f, primals, tangents)",
    "make_vjp": "lazyad.vjp(f, primals, cotangents)",
    "backward": "lazyad.grad(f)(*args)",
    "no_grad": "lazyad.stop_gradient(x) around what no derivative is to pass through",
    "detach": "lazyad.stop_gradient(x)",
    "cond": "`if`, `and` and `a if c else b`, which are traced as they stand; or lazyad.where",
    "switch": "`if` and `elif`, which are traced as they stand",
    "select": "lazyad.where(condition, a, b)",
    "while_loop": f"`while`: {_LOOPS}",
    "fori_loop": f"`for`: {_LOOPS}",
    "map": "f.batch(...), or `for`",
    "stop_gradient": "lazyad.stop_gradient(x)",
}
_MODULES = {
    "numpy": "import numpy as np: the NumPy that you have is traced as it is",
    "random": "random numbers that are arguments",
    "nn": "NumPy's functions",
    "scipy": "import scipy: what is known of it is traced as it is",
    "func": "lazyad.grad, lazyad.jacobian, lazyad.vmap, ...",
}


class _Elsewhere:
    """A name of another library, which says what to write when it is used."""

    def __init__(self, name: str, instead: str) -> None:
        self._name, self._instead = name, instead

    def __call__(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise refused(TypeError, f"lazyad has no {self._name}", self._instead)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = INSTEAD.get(name) if self._name == "lax" else None
        return _Elsewhere(f"{self._name}.{name}", found or self._instead)

    def __repr__(self) -> str:
        return f"<no {self._name}: {self._instead}>"


def elsewhere(name: str) -> Any:
    """What another library calls so; None if none does.

    >>> elsewhere("custom_vjp")(abs)
    Traceback (most recent call last):
    TypeError: lazyad has no custom_vjp
      where: <doctest lazyad.habits.elsewhere[0]>:1 in <module>: elsewhere("custom_vjp")(abs)
      instead: @lazyad.op(partials=lambda out, x: (...,)), of which forward and reverse follow
    """
    if name == "lax":
        return _Elsewhere(name, "Python's own statements, and NumPy's functions")
    found = INSTEAD.get(name) or _MODULES.get(name)
    return _Elsewhere(name, found) if found else None
