"""Every parameter of every NumPy function that lazyad knows: NumPy's value, or a refusal.

No function is named twice here: the tables in `array_functions` say which there are, NumPy's own
signatures which parameters they have, and this file only what to try for a parameter.
"""

import inspect
import os
import warnings

import numpy as np
import pytest

from lazyad.graph import OPS
from lazyad.tracing.numpy import array_functions, ufuncs
from lazyad.tracing.numpy.arrays import REPLACED, is_traced, numbers
from tests.test_arrays import agree, traced, value

RNG = np.random.default_rng(5)
VECTOR, OTHER = RNG.normal(size=4), RNG.normal(size=4)
SQUARE, RIGHT = RNG.normal(size=(3, 3)), RNG.normal(size=(3, 3))
POSITIVE = SQUARE @ SQUARE.T + 3.0 * np.eye(3)
MASK3, MASK33 = np.array([True, False, True]), SQUARE > -0.3

# What to pass for the required parameters; a function that is not here takes one 3 x 3 matrix.
SHARED = [
    ("append array_equal allclose isclose outer vdot inner dot kron", [SQUARE, RIGHT]),
    ("linalg.tensordot tensordot linalg.matmul cross linalg.cross", [SQUARE, RIGHT]),
    ("linalg.solve copyto", [SQUARE, RIGHT]),
    ("convolve correlate polyadd polysub linalg.outer", [VECTOR, OTHER]),
    ("concatenate stack vstack hstack dstack column_stack block", [[SQUARE, RIGHT]]),
    ("linalg.multi_dot", [[SQUARE, RIGHT]]),
    ("array_split split hsplit vsplit", [SQUARE, 3]),
    ("polyder polyint vander ediff1d diagflat", [VECTOR]),
    ("quantile percentile", [SQUARE, 0.3]),
    ("shares_memory may_share_memory", [SQUARE, RIGHT]),
]
CALLS = {
    **{name: given for names, given in SHARED for name in names.split()},
    "choose": [np.array([0, 1, 0]), [SQUARE[0], RIGHT[0]]],
    "partition": [np.sort(SQUARE), 1],
    "linalg.cholesky": [POSITIVE],
    "linalg.slogdet": [POSITIVE],
    "lib.stride_tricks.sliding_window_view": [VECTOR, 2],
    "linalg.matrix_power": [SQUARE, 3],
    "broadcast_to": [VECTOR, (2, 4)],
    "clip": [SQUARE, -0.5, 0.5],
    "delete": [SQUARE, 1],
    "dsplit": [SQUARE[None], 3],
    "einsum": ["ij,jk->ik", SQUARE, RIGHT],
    "expand_dims": [SQUARE, 0],
    "fill_diagonal": [SQUARE, 2.0],
    "full_like": [SQUARE, 2.0],
    "insert": [SQUARE, 1, 5.0],
    "interp": [VECTOR, np.array([-1.0, 0.0, 0.5]), np.array([1.0, 3.0, 2.0])],
    "linspace": [VECTOR, OTHER],
    "moveaxis": [SQUARE, 0, 1],
    "pad": [SQUARE, 1],
    "piecewise": [VECTOR, [VECTOR < 0], [1.0, 2.0]],
    "place": [SQUARE, MASK33, [1.0, 2.0]],
    "polyval": [VECTOR, OTHER],
    "put": [SQUARE, [0, 10], [1.0, 2.0]],
    "put_along_axis": [SQUARE, np.array([[0], [1], [2]]), 5.0, 1],
    "putmask": [SQUARE, MASK33, [1.0, 2.0]],
    "repeat": [SQUARE, 2],
    "reshape": [SQUARE, (9,)],
    "resize": [SQUARE, (2, 6)],
    "roll": [SQUARE, 1],
    "rollaxis": [SQUARE, 1],
    "select": [[SQUARE > 0, RIGHT > 0], [SQUARE, RIGHT]],
    "swapaxes": [SQUARE, 0, 1],
    "take": [SQUARE, [0, 2]],
    "take_along_axis": [SQUARE, np.array([[0], [1], [2]])],
    "tile": [SQUARE, 2],
    "astype": [SQUARE, float],
    "squeeze": [SQUARE[None]],
    "where": [MASK33, SQUARE, RIGHT],
    "bincount": [np.array([0, 2, 2, 5]), VECTOR],
    "compress": [MASK3, SQUARE],
    "digitize": [SQUARE, [-1.0, 0.0, 0.5]],
    "extract": [MASK33, SQUARE],
    "searchsorted": [[-1.0, 0.0, 0.5], SQUARE],
}

# What to try for a parameter of that name, wherever it stands.
TRIED = {
    "axis": [0, 1, -1, (0, 1)],
    "axis1": [1],
    "axis2": [0, -1],
    "axisa": [0],
    "axisb": [0],
    "axisc": [0],
    "axes": [1, (1, 0), ([0], [1])],
    "a_max": [None, 1.0],
    "a_min": [None, SQUARE - 1.0],
    "max": [1.0],
    "min": [-1.0],
    "append": [0.0, VECTOR[:3, None]],
    "prepend": [0.0, VECTOR[:3, None]],
    "atol": [0.5],
    "rtol": [0.5],
    "equal_nan": [True],
    "bias": [True],
    "ddof": [1],
    "correction": [1.0],
    "casting": ["unsafe"],
    "check_finite": [False],
    "constant_values": [3.0],
    "copy": [False, True],
    "decimals": [1, -1],
    "default": [7.0],
    "device": ["cpu"],
    "dtype": [float, "float64", np.float32, int, bool, complex],
    "dx": [0.3],
    "x": [np.array([0.0, 1.0, 3.0])],
    "edge_order": [2],
    "endpoint": [False],
    "num": [3],
    "retstep": [True],
    "include_initial": [True],
    "increasing": [True],
    "indexing": ["ij"],
    "sparse": [True],
    "initial": [0.25, 100.0],
    "k": [1, -1, 2.0],
    "m": [2],
    "N": [2],
    "n": [2],
    "keepdims": [True],
    "kind": ["stable"],
    "stable": [True],
    "left": [5.0],
    "right": [-5.0],
    "period": [1.5],
    "mean": [np.mean(SQUARE, axis=None, keepdims=True)],
    "method": ["lower", "nearest", "hazen"],
    "mode": ["wrap", "clip", "same", "valid", "edge", "mean", "maximum", "reflect", "linear_ramp"],
    "nan": [2.0],
    "posinf": [3.0],
    "neginf": [4.0],
    "offset": [1, -1],
    "optimize": [True],
    "ord": [1, 2, np.inf, "fro", "nuc"],
    "order": ["F", "C"],
    "overwrite_input": [True],
    "returned": [True],
    "shape": [(2, 2)],
    "start": [2],
    "shift": [2],
    "subok": [False],
    "writeable": [True],
    "to_begin": [1.0],
    "to_end": [[1.0, 2.0]],
    "upper": [True],
    "weights": [np.array([1.0, 2.0, 3.0]), np.abs(RIGHT)],
    "where": [MASK33, MASK3, True],
    "wrap": [True],
    "side": ["right"],
    "sorter": [[0, 1, 2]],
    "minlength": [9],
    "precision": [3],
    "suppress_small": [True],
    "max_line_width": [50],
    "like": [None],
}

EVERY = [*array_functions.ON_OBJECTS, *array_functions.OF_STEPS, *array_functions.FUNCTIONS]
NAMES = {function: name for name in CALLS if (function := array_functions.find(name)) is not None}
SHAPES_ALONE = {
    np.ndim,
    np.shape,
    np.size,
    np.array_repr,
    np.array_str,
    np.common_type,
    np.result_type,
}
SHAPES_ALONE |= {
    np.array2string,
    np.empty_like,
    np.nonzero,
    np.flatnonzero,
}  # with tests of their own


def calls():
    """Every function with each of its optional parameters, one at a time, and pairs with axis."""
    for function in sorted(set(EVERY) - SHAPES_ALONE, key=lambda f: (f.__module__, f.__name__)):
        base = CALLS.get(NAMES.get(function, ""), [SQUARE])
        yield function, base, {}
        parameters = inspect.signature(function).parameters
        names = [p.name for p in list(parameters.values())[len(base) :] if p.default is not p.empty]
        names += ["dtype", "where", "casting"] if function in (np.clip, np.einsum) else []
        for name in names:
            for given in TRIED.get(name, []):
                yield function, base, {name: given}
                if "axis" in parameters and name != "axis":
                    yield function, base, {name: given, "axis": 1}


def outcome(function):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return function()
        except Exception as error:
            return error


def described(error):
    return f"{type(error).__name__} {' '.join(str(error).split()):.150}"


def as_traced(data, known):
    """The data with every array of floats in it as one of inputs."""
    if isinstance(data, list):
        return [as_traced(item, known) for item in data]
    if isinstance(data, np.ndarray) and data.dtype.kind == "f":
        array, values = traced(data, f"x{len(known)}_")
        known |= values
        return array
    return data


def plain(data):
    if isinstance(data, list):
        return [plain(item) for item in data]
    return data.copy() if isinstance(data, np.ndarray) else data


def refused(error):
    return isinstance(error, Exception) and "\n  instead: " in str(error)


def check(function, base, options, out=None):
    """NumPy's value of the call, or a refusal in three parts; NumPy's refusals are its own."""
    floats, known = plain(base), {}
    arrays = as_traced(plain(base), known)
    if out is not None:
        options = {**options, "out": np.zeros(out)}
    want = outcome(lambda: function(*floats, **options))
    if isinstance(want, Exception):
        return
    if out is not None:
        options = {**options, "out": REPLACED[np.zeros](out)}
    got = outcome(lambda: function(*arrays, **options))
    if refused(got):
        return
    if isinstance(got, Exception):
        raise got
    if want is None:
        got, want = arrays[0], floats[0]
    if out is not None:
        assert got is options["out"]
    if not isinstance(want, (list, tuple)) and not np.isfinite(want).all():
        return  # nan and inf are what the kernel raises
    agree(value(got, known) if is_traced(got) else numbers(got), want, 1e-12)


@pytest.mark.parametrize("module", ["numpy", "numpy.linalg"])
def test_every_parameter_is_handled_or_refused(module):
    wrong = []
    for function, base, options in calls():
        if (function.__module__ == "numpy.linalg") != (module == "numpy.linalg"):
            continue
        try:
            check(function, base, options)
        except Exception as error:
            wrong.append(f"{function.__name__} {options}: {described(error)}")
    assert not wrong, "\n".join(wrong)


def test_every_out_is_filled():
    wrong = []
    for function, base, options in calls():
        if "out" not in inspect.signature(function).parameters or "dtype" in options:
            continue
        shape = np.shape(outcome(lambda f=function, b=base, o=options: f(*plain(b), **o)))
        try:
            check(function, base, options, shape)
        except Exception as error:
            wrong.append(f"{function.__name__} {options}: {described(error)}")
    assert not wrong, "\n".join(wrong)


UFUNC_OPTIONS = [
    {"dtype": float}, {"dtype": np.float32}, {"dtype": int}, {"casting": "unsafe"}, {"order": "F"},
    {"subok": False}, {"signature": None}, {"where": MASK33}, {"axis": 0}, {"keepdims": True},
    {"signature": (np.float32,) * 3}, {"axis": 1}, {"axis": None}, {"initial": 0.5},
    {"where": MASK33, "initial": 0.5}, {"axis": 1, "where": MASK3}, {"axis": (0, 1)},
]  # fmt: skip


@pytest.mark.parametrize("method", ["__call__", "reduce", "accumulate", "outer", "reduceat", "at"])
def test_every_option_of_a_ufunc(method):
    names = {name for row in OPS.values() for name in row.names}
    names |= {*ufuncs.FORMULAS, *ufuncs.COMPOSED}
    every = {getattr(np, name, None) for name in names} | {np.sin, np.exp}
    wrong = []
    for ufunc in sorted((f for f in every if isinstance(f, np.ufunc)), key=lambda f: f.__name__):
        arity = ufunc.nin if method in ("__call__", "outer") else 1
        base = [[abs(POSITIVE), abs(RIGHT), SQUARE][i] for i in range(arity)]
        more = {"reduceat": [[0, 2]], "at": [[0, 2], 0.5][: ufunc.nin]}.get(method, [])
        for options in [{}, *UFUNC_OPTIONS]:
            if method == "__call__" and "where" in options:
                continue  # what is not where is not defined
            try:
                check(getattr(ufunc, method), [*base, *more], options)
            except Exception as error:
                wrong.append(f"{ufunc.__name__} {options}: {described(error)}")
    assert not wrong, "\n".join(wrong)


# What to hand to a method of ndarray; the operators take 2.0, all others nothing.
GIVEN = {
    "choose": [[SQUARE[0], SQUARE[1]]], "compress": [[True, False], 0], "dot": [VECTOR[:3]],
    "astype": [float], "fill": [2.0], "item": [1], "partition": [1], "argpartition": [1],
    "put": [[0, 1], [5.0, 6.0]], "repeat": [2], "reshape": [9], "resize": [(9,)],
    "searchsorted": [1.0], "swapaxes": [0, 1], "take": [[0, 2]], "transpose": [1, 0],
    "view": [float], "getfield": [float], "setfield": [1.0, float], "tofile": [os.devnull],
    "to_device": ["cpu"], "__getitem__": [0], "__setitem__": [0, 1.0], "__contains__": [1.5],
    "__array_wrap__": [SQUARE], "__deepcopy__": [{}], "__matmul__": [RIGHT],
    "__rmatmul__": [RIGHT], "__imatmul__": [RIGHT],
}  # fmt: skip
OPERATORS = {f"__{before}{name}__" for before in ("", "r", "i") for name in (
    "add sub mul truediv floordiv mod pow divmod and or xor lshift rshift eq ne lt le gt ge".split()
)}  # fmt: skip
# Texts, memory, and what Python asks of a class; how an Array shows itself stands in test_arrays.
NO_VALUES = set(dir(object)) - OPERATORS | set(
    "__array_function__ __array_interface__ __array_struct__ __array_ufunc__ __array_finalize__ "
    "__array_namespace__ __array_priority__ __array_wrap__ __class_getitem__ __dlpack_device__ "
    "__setstate__ __iter__ base device dtype dump dumps flags flat nonzero setflags".split()
)


@pytest.mark.parametrize("name", sorted(set(dir(np.ndarray)) - NO_VALUES))
def test_every_method_is_numpys_or_refused(name):
    given = GIVEN.get(name, [2.0] if name in OPERATORS else [])

    def used(array):
        found = getattr(array, name)
        return found(*given) if callable(found) else found

    floats, (array, known) = abs(SQUARE), traced(abs(SQUARE))
    want, got = outcome(lambda: used(floats)), outcome(lambda: used(array))
    if refused(got) or (isinstance(want, Exception) and isinstance(got, Exception)):
        return
    if isinstance(got, Exception):
        raise got
    if name != "partition":  # which leaves the order of all others open
        agree(value(array, known), floats, 1e-15)
    if want is not None:
        agree(value(got, known) if is_traced(got) else numbers(got), want, 1e-15)
