"""lazyad: exact derivatives as Python source you can read.

`compile` turns a plain Python function into one that knows its derivative; every op of the table is
here under its name (`lazyad.sin`, `lazyad.where`, ...).
"""

from lazyad import ops as _ops
from lazyad import passes
from lazyad import special as _special
from lazyad.derivatives import SinglePointWarning, push_forward
from lazyad.dual import Dual
from lazyad.graph import ZERO, Graph, Node, Op
from lazyad.ops import *  # noqa: F403
from lazyad.run.compiled import Compiled, compile
from lazyad.run.derived import (
    Derived,
    grad,
    hessian,
    hvp,
    jacobian,
    jvp,
    taylor,
    value_and_grad,
    value_and_jacobian,
    vjp,
)
from lazyad.special import *  # noqa: F403
from lazyad.tracing.custom import op
from lazyad.values.libraries import libraries

__version__ = "0.1.0"
__all__ = [  # noqa: PLE0604
    "Compiled",
    "Derived",
    "Dual",
    "Graph",
    "Node",
    "Op",
    "SinglePointWarning",
    "ZERO",
    "compile",
    "grad",
    "hessian",
    "hvp",
    "jacobian",
    "jvp",
    "libraries",
    "op",
    "passes",
    "push_forward",
    "taylor",
    "value_and_grad",
    "value_and_jacobian",
    "vjp",
    *_ops.__all__,
    *_special.__all__,
]
