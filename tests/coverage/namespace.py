"""What the names in the table of forms are: inputs, constants, modules, and functions of arrays."""

import zlib

import numpy as np
from scipy import integrate, interpolate, linalg, ndimage, optimize, signal, sparse, special, stats
from scipy.spatial import distance

_RNG = np.random.default_rng(11)

# The inputs: of any sign, positive (p, q), between 0 and 1 (u), numbers (s, t), matrices, a stack
# of them (C), and with a nan among them (n, N).
INPUTS = {
    "x": np.array([0.7, -1.3, 1.9, -0.42]),
    "y": np.array([-0.9, 0.55, 1.2, 0.35]),
    "p": np.array([0.8, 1.7, 0.45, 2.3]),
    "q": np.array([1.3, 0.6, 2.1, 0.9]),
    "u": np.array([0.15, 0.42, 0.63, 0.88]),
    "s": np.array(0.65),
    "t": np.array(1.6),
    "A": np.array([[0.9, -0.4, 1.3], [-0.7, 1.6, 0.25], [0.35, 1.1, -0.85]]),
    "B": np.array([[-0.6, 0.8, 0.15], [1.4, -0.35, 0.5], [0.75, -1.2, 1.05]]),
    "C": _RNG.normal(size=(2, 3, 3)),
    "D": _RNG.normal(size=(4, 4)),
    "n": np.array([1.1, np.nan, -0.5, 2.2]),
    "N": np.array([[0.9, np.nan, 1.3], [np.nan, 1.6, 0.25], [0.35, 1.1, -0.85]]),
}
_SPARSE = np.array([[0.0, 2.0, 0.0], [0.5, 0.0, -1.0], [0.0, 0.0, 3.0]])


def direction(name: str) -> np.ndarray:
    """Along which an input is differentiated: nothing special."""
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    return np.array(rng.uniform(-1.0, 1.0, INPUTS[name].shape))


def given(name: str) -> object:
    """An input as a user has it."""
    value = INPUTS[name]
    return value.copy() if value.ndim else float(value)


def filled(array, values):  # type: ignore[no-untyped-def]
    """An assignment to each element."""
    for at in range(len(values)):
        array[at] = values[at] ** 2
    return array


def changed(array, value):  # type: ignore[no-untyped-def]
    """Assignments to an element, to a slice and under a mask."""
    array[0] = value
    array[1:3] *= value
    array[array < 0.0] = value * value
    return array


def placed(function, array, *args, **kwargs):  # type: ignore[no-untyped-def]
    """What a function that changes an array leaves in it."""
    function(array, *args, **kwargs)
    return array


NAMES = {
    "__name__": "tests.coverage.forms",
    "np": np,
    "special": special,
    "stats": stats,
    "linalg": linalg,
    "signal": signal,
    "ndimage": ndimage,
    "distance": distance,
    "csr": sparse.csr_array(_SPARSE),
    "csc": sparse.csc_matrix(_SPARSE),
    "coo": sparse.coo_array(_SPARSE),
    "dia": sparse.diags([1.0, 2.0, 3.0]),
    "integrate": integrate,
    "optimize": optimize,
    "interpolate": interpolate,
    "filled": filled,
    "changed": changed,
    "placed": placed,
    "ints": np.array([0, 2, 1, 2]),
    "mask": np.array([True, False, True, True]),
    "mask33": np.array([[True, False, True], [True, True, False], [False, True, True]]),
    "counts": np.array([0, 1, 2, 3]),
    "bits": np.array([0, 1, 1, 0]),
    "simplex": np.array([0.2, 0.3, 0.4, 0.1]),
    "grid": np.array([-2.0, -1.0, 0.5, 1.0, 2.5]),
    "grid4": np.array([0.0, 1.0, 2.5, 3.0]),
}
