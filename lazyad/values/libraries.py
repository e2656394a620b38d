"""Whose code is whose: which modules a trace goes into, and whose lines errors and comments name.

In: the name of a module. Out: whether its functions are the user's, which are traced, or those of a
library, which are called as they are. A room of its own because it is a rule that users read and
change.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec

# Module or package -> whether a trace goes into it. The nearest entry decides: "scipy.optimize"
# before "scipy". What holds state or symbols of its own is no formula.
libraries: dict[str, bool] = {
    **dict.fromkeys(
        "lazyad numpy scipy pandas polars torch jax tensorflow sympy casadi numba autograd pint "
        "uncertainties mpmath matplotlib pydantic IPython ipykernel pytest hypothesis".split(),
        False,
    ),
    "lazyad.plain.solvers": True,  # plain Python
    "scipy.optimize._optimize": True,
}


def is_traced(module: str | None) -> bool:
    """Whether a trace goes into the functions and classes of that module.

    The nearest entry of `libraries` decides. Where there is none, the standard library and packages
    with compiled parts are used as they are, and whatever else is written in Python is traced.

    >>> is_traced("__main__"), is_traced("fractions"), is_traced("scipy.stats")
    (True, False, False)
    """
    if not isinstance(module, str) or module == "__main__":
        return True
    name = module
    while name:
        if name in libraries:
            return libraries[name]
        name = name.rpartition(".")[0]
    top = module.partition(".")[0]
    return not (is_standard(module) or top.startswith("_cython") or _has_compiled_parts(top))


# Where libraries have formulas in plain Python or NumPy: these are traced as the line that calls
# them.
_FORMULAS = tuple(
    f"{name}."
    for name in "lazyad.plain.folds lazyad.plain.statistics statistics numpy.fft numpy.lib "
    "numpy.linalg numpy.polynomial scipy._lib "
    "scipy.integrate._quadrature scipy.interpolate._cubic scipy.interpolate._interpolate "
    "scipy.interpolate._polyint "
    "scipy.signal._filter_design scipy.signal._fir_filter_design scipy.signal._lti_conversion "
    "scipy.signal.windows scipy.linalg._special_matrices "
    "scipy.ndimage._filters scipy.ndimage._measurements "
    "scipy.ndimage._morphology scipy.ndimage._ni_support scipy.signal._arraytools "
    "scipy.signal._polyutils scipy.signal._savitzky_golay scipy.signal._signaltools "
    "scipy.signal._waveforms scipy.spatial._kdtree scipy.spatial.distance "
    "scipy.spatial.transform scipy.special._basic "
    "scipy.special._orthogonal scipy.stats".split()
)


def is_formula(module: str | None) -> bool:
    """Whether the functions of a library's module are formulas in plain Python or NumPy.

    >>> is_formula("scipy.spatial.distance"), is_formula("scipy.spatial")
    (True, False)
    """
    return f"{module}.".startswith(_FORMULAS)


def is_standard(module: str | None) -> bool:
    """Whether a module is of Python's standard library."""
    return isinstance(module, str) and module.partition(".")[0] in _STANDARD


def is_installed(package: str) -> bool:
    """Whether the package can be imported."""
    try:
        return find_spec(package) is not None
    except ImportError:  # of an importer that refuses it
        return False


def public_name(module: str | None, name: str) -> str:
    """How users call what stands in a library's module.

    >>> public_name("scipy.optimize._zeros_py", "brentq")
    'scipy.optimize.brentq'
    """
    parts = [part for part in str(module).split(".") if not part.startswith("_")]
    return ".".join([*parts, name])


_STANDARD = {*sys.stdlib_module_names, "builtins"} - {"__main__"}


@cache
def _has_compiled_parts(package: str) -> bool:
    """Whether an extension module lies anywhere in the package's folder."""
    try:
        spec = getattr(sys.modules.get(package), "__spec__", None) or find_spec(package)
    except (ImportError, ValueError, AttributeError):
        return False
    if spec is None:
        return False
    walks = (os.walk(folder) for folder in spec.submodule_search_locations or ())
    names = [name for walk in walks for _, _, found in walk for name in found]
    names = names if spec.submodule_search_locations else [str(spec.origin)]
    return any(name.endswith(tuple(EXTENSION_SUFFIXES)) for name in names)
