"""Every name that users have: `lazyad.compile`, `lazyad.sin`, ...

In: the rooms. Out: their public names, which `lazyad` hands on. A room of its own because it
imports all others, and `import lazyad` is not to wait for that.
"""

# `A as A` is what type checkers take for exported.
# ruff: noqa: F403, I001, PLC0414
from types import FunctionType as _Function, ModuleType as _Module
from typing import Any as _Any

from lazyad import passes as passes
from lazyad.derivatives import (
    BisectionWarning as BisectionWarning,
    SinglePointWarning as SinglePointWarning,
    push_forward as push_forward,
)
from lazyad.dual import Dual as Dual
from lazyad.graph import ZERO as ZERO, Graph as Graph, Node as Node, Op as Op
from lazyad.plain.layers import *
from lazyad.habits import elsewhere as _elsewhere
from lazyad.misuse import door as _door, missing as _no_name
from lazyad.native import cache as cache
from lazyad.ops import *
from lazyad.run.checks import check_grads as check_grads
from lazyad.run.compiled import Compiled as Compiled, Derivative as Derivative
from lazyad.run.functional import (
    compile as compile,
    debug as debug,
    grad as grad,
    hessian as hessian,
    hvp as hvp,
    jacfwd as jacfwd,
    jacobian as jacobian,
    jacrev as jacrev,
    jit as jit,
    jvp as jvp,
    taylor as taylor,
    value_and_grad as value_and_grad,
    value_and_jacobian as value_and_jacobian,
    vjp as vjp,
    vmap as vmap,
)
from lazyad.special import *
from lazyad.tracing.custom import op as op
from lazyad.tracing.scans import scan as scan
from lazyad.tracing.solutions import (
    fixed_point as fixed_point,
    implicit as implicit,
    minimize as minimize,
    root as root,
)
from lazyad.values.libraries import libraries as libraries
from lazyad.values.registered import register_container as register_container

MYPY = False  # which mypy takes for True: it cannot read a list that is not written out
if not MYPY:

    def _missing(name: str) -> _Any:
        if (found := _elsewhere(name)) is None:
            raise _no_name("module 'lazyad'", name, __all__)
        return found

    globals()["__getattr__"] = _missing  # to a type checker, any name would be there
    __all__ = [
        name
        for name, value in globals().items()
        if name[0] != "_" and name != "MYPY"
        if not isinstance(value, _Module) or name in {"passes", "cache"}
    ]
    # Type checkers and editors see the functions themselves.
    for _name in __all__:
        if type(_value := globals()[_name]) is _Function:
            globals()[_name] = _value = _door(_value)
            _value.__module__ = "lazyad"  # where a pickle finds it
    globals()["jit"] = globals()["compile"]
