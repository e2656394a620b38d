"""What a function is called with: its signature, and values as structures and back.

In: what users pass. Out: structures whose leaves are numbers, and from such a structure the value
that the traced function sees. A room of its own because it knows how users call, and no graph.
"""

from __future__ import annotations

import enum
import keyword
import numbers
import os
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from lazyad.operators import Operand
from lazyad.values.errors import refused, told
from lazyad.values.origin import describe, here
from lazyad.values.structure import (
    NESTED,
    Elements,
    Gathered,
    Opened,
    Record,
    Run,
    Static,
    an,
    closed,
    is_array,
    is_matrix,
    is_number,
    is_tensor,
    leaves,
    map_parts,
    map_paths,
    one_by_one,
    parts,
    record_of,
    structure_of,
)

if TYPE_CHECKING:
    from inspect import Signature


def signature_of(function: Callable[..., Any]) -> Signature:
    """The signature of a Python function; a TypeError in three parts for what has none."""
    import inspect

    if isinstance(function, (staticmethod, classmethod)):
        kind = type(function).__name__
        raise refused(
            TypeError, f"compile was given a {kind}", f"@{kind} above @compile", location(function)
        )
    if hasattr(function, "nin") and hasattr(function, "types"):  # a ufunc, which has many options
        names = [f"x{at + 1}" for at in range(function.nin)] if function.nin > 1 else ["x"]
        parameter = inspect.Parameter
        return inspect.Signature([parameter(name, parameter.POSITIONAL_ONLY) for name in names])
    try:
        return inspect.signature(function)
    except ValueError as error:
        what = f"{function!r} does not say which parameters it takes"
        instead = "a Python function that calls it"
        raise refused(TypeError, what, instead, location(function)) from error


def passed(
    signature: Signature, values: Mapping[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The values as a call passes them."""
    from inspect import BoundArguments

    bound = BoundArguments(signature, OrderedDict(values))
    return bound.args, bound.kwargs


def function_name(function: Callable[..., Any]) -> str:
    """The function's own name; f for a lambda."""
    name = getattr(function, "__name__", "f")
    return name if name.isidentifier() and not keyword.iskeyword(name) else "f"


def location(function: Callable[..., Any]) -> str:
    """`file.py:12 in f`, the line that defines the function."""
    from inspect import unwrap

    code = getattr(unwrap(function), "__code__", None)
    if code is None:  # a builtin's, or an object's that can be called: the line that calls it
        return describe(here())
    file = os.path.basename(code.co_filename)
    return f"{file}:{code.co_firstlineno} in {function_name(function)}"


def abstract(name: str, value: Any, static: bool, arrays: bool, tensors: bool = False) -> Any:
    """The structure of an argument: its numbers as they are, all else `Static`.

    Where `arrays` are none of the structure (the numpy target), an array is a number; and so are
    `tensors`, the arrays of other libraries.
    Raises TypeError in three parts for what is neither a number nor static.

    >>> abstract("x", [1.0, "fast"], static=False, arrays=True)
    [1.0, Static(value='fast')]
    """
    if static:
        return _fixed(name, value)
    structure = unfolded(f"the argument {name}", value, arrays)
    if type(structure) is Elements:  # of which there may be a million
        kind = "f" if value is structure else value.dtype.kind
        if kind in "fiu" and set(map(type, structure.items)) <= {float, int}:
            return structure
    _check_containers(name, structure)
    return map_paths(partial(_leaf, tensors=tensors), structure, name)


def unfolded(what: str, value: Any, arrays: bool = True, result: bool = False) -> Any:
    """`structure_of`, or a ValueError in three parts for what never ends."""
    try:
        return structure_of(value, arrays, result)
    except RecursionError:
        told = f"{what} is {an(type(value).__name__)} that holds itself, or is nested too deeply"
        instead = "a list, tuple, dict or record whose innermost parts are numbers"
        raise refused(ValueError, told, instead) from None


def _leaf(path: str, value: Any, tensors: bool = False) -> Any:
    if isinstance(value, Operand) or (tensors and is_tensor(value)):
        return value
    if is_matrix(value):
        what = f"the argument {path} is a np.matrix"
        instead = "np.asarray(...) around it, and in the function the operator @ for its *"
        raise refused(TypeError, what, instead)
    if is_array(value) and value.dtype.kind in "fiub":  # it is one in the numpy target
        refuse_masked(value, f"the argument {path}")
        return value
    if is_number(value):
        if not isinstance(value, float):
            _check_range(path, value)
        return value
    chooses = value is None or callable(value) or isinstance(value, (str, bytes, bool, enum.Enum))
    if chooses or getattr(getattr(value, "dtype", None), "kind", "") == "b":
        return _fixed(path, value)
    instead = _instead(path, value) or (
        "a number, or a list, tuple, dict, NamedTuple, dataclass or array of numbers; "
        f"for a class of your own, lazyad.register_container({type(value).__name__}, flatten, "
        f"unflatten); for a value to be fixed into the trace: static=({path!r},)"
    )
    what = f"the argument {path} is {told(value)}"
    raise refused(TypeError, what, instead)


def refuse_masked(value: Any, what: str = "an argument") -> None:
    """Raise TypeError for an array that says of some elements that they are none."""
    if hasattr(type(value), "harden_mask"):
        what = f"{what} is a masked array, whose mask would be lost"
        raise refused(TypeError, what, "x.filled(0.0), and its mask as an argument of its own")


def _instead(path: str, value: Any) -> str:
    """What to give for what holds numbers in a way that lazyad does not read."""
    if isinstance(value, complex) or getattr(getattr(value, "dtype", None), "kind", "") == "c":
        return "its real and imaginary parts as two arguments; complex is not supported"
    if is_tensor(value):
        return f"target='xp', or {path} as an array of NumPy's"
    if hasattr(value, "to_numpy"):
        return f"{path}.to_numpy(), whose meanings are NumPy's"
    if hasattr(value, "magnitude") and hasattr(value, "units"):  # of pint
        return f"{path}.to(...).magnitude: the number, in units that the function is written for"
    if hasattr(value, "data_vars"):  # of xarray
        return f"{path}['name'].to_numpy(), for each of its variables"
    return ""


def is_opaque(value: Any) -> bool:
    """Whether it is an object of a class of which nothing is known, and no container: as the
    default of a parameter it is static."""
    if value is None or isinstance(value, (Operand, str, bytes, enum.Enum)) or callable(value):
        return False
    if is_number(value) or is_array(value) or is_tensor(value) or type(value).__hash__ is None:
        return False
    return structure_of(value) is value and not _instead("", value)


def _check_range(path: str, value: Any) -> None:
    try:
        float(value)
    except OverflowError:
        kind = "an integer" if isinstance(value, numbers.Integral) else "a number"
        what = f"the argument {path} is {kind} that no float holds"
        raise refused(OverflowError, what, "a number below 1.8e308") from None


def _fixed(path: str, value: Any) -> Static:
    """A static value: the cache finds its trace by it, so it must be hashable, or an array."""
    if is_array(value):
        return Static(value.copy())
    try:
        hash(value)
    except TypeError:
        what = f"the argument {path} is static and cannot be hashed: {value!r:.60}"
        instead = "a tuple for a list, a frozenset for a set, a tuple of pairs for a dict"
        raise refused(TypeError, what, instead) from None
    return Static(value)


def _check_containers(path: str, structure: Any) -> None:
    for step, part in parts(structure) or ():
        if type(structure) is dict and type(part) is not Static and "(" in step:
            raise refused(
                TypeError, f"the argument {path} has the key {step[1:-1]:.40}", "str or int keys"
            )
        if type(structure) is Elements and (part is None or isinstance(part, (str, bytes))):
            what = f"the argument {path} is an array that holds {part!r:.40}"
            raise refused(TypeError, what, "an array of numbers, or a list or tuple")
        _check_containers(path + step, part)


def _traced(elements: Elements) -> Any:
    from lazyad.tracing.numpy.arrays import array_of

    return array_of(elements.items, elements.shape)


def value_of(
    structure: Any,
    see: Callable[[Any], Any] = lambda value: value,
    array: Callable[[Elements], Any] = _traced,
) -> Any:
    """The value that has this structure: arrays and records are made again.

    `see` is what a trace makes of functions and classes.
    """

    def inner(part: Any) -> Any:
        return value_of(part, see, array)

    kind = type(structure)
    if kind is list and any(type(one) is Run for one in structure):
        structure = one_by_one(_kept_of(structure))
    if kind is Gathered:
        rows = value_of(structure.rows)
        shape = (len(rows), *([len(rows[0])] if rows and type(rows[0]) in NESTED else []))
        return array(Elements(shape, tuple(leaves(rows))))
    if kind in NESTED:
        return map_parts(inner, structure)
    if kind is Record:
        return record_of(see(structure.type), map_parts(inner, structure.fields))
    if kind is Opened:
        return closed(structure._replace(inner=inner(structure.inner)), see)
    if kind is Elements:
        return array(structure)
    return see(structure.value) if kind is Static else structure


def _kept_of(items: list[Any]) -> list[Any]:
    """The same, if it is known by now what was kept."""
    if any(isinstance(one, Operand) for one in leaves([i for i in items if type(i) is Run])):
        what = "a compiled function that returns a list as long as its kernel says, within another"
        raise refused(
            TypeError, what, "the function itself, which f.__wrapped__ is of the compiled f"
        )
    return items


def plain_value(structure: Any) -> Any:
    """The same outside of a trace, whose arrays are NumPy's of floats."""
    return value_of(structure, array=_of_floats)


def _of_floats(elements: Elements) -> Any:
    import numpy

    return numpy.array(elements.items, float).reshape(elements.shape)
