"""Structures: the containers around the numbers of an argument or a result.

In: values as users pass and return them. Out: the same nesting made of seven kinds, which every
room can walk: tuple, list, dict, `Elements` (of a NumPy array), `Record` (a NamedTuple or
dataclass), `Opened` (an instance of a registered class) and `Static` (what is no number). A room of
its own because arguments, tangents, results, keys of caches and emitted source all follow one
nesting, and none of them needs NumPy to do so.
"""

from __future__ import annotations

import enum
import functools
import itertools
import keyword
import math
import numbers
import re
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Container
from types import MethodType
from typing import Any

from lazyad.plain.written import rebuilt
from lazyad.values.rows import NamedTuple


def is_name(name: object) -> bool:
    """Whether Python reads that very name: no keyword, and not folded to another (ｘ to x)."""
    if type(name) is not str or not name.isidentifier() or name == "__debug__":
        return False
    folded = name.isascii() or unicodedata.normalize("NFKC", name) == name
    return folded and not keyword.iskeyword(name)


class Elements(NamedTuple):
    """The elements of an array of that shape, in C order; `sparsity` says which elements of a
    matrix they are, where the others are zero."""

    shape: tuple[int, ...]
    items: tuple[Any, ...]
    sparsity: Any = None

    def rows(self) -> list[Any]:
        """The elements nested as `tolist` nests them.

        >>> Elements((2, 2), (1, 2, 3, 4)).rows()
        [[1, 2], [3, 4]]
        """
        rows = list(self.items)
        for size in reversed(self.shape[1:]):
            count = len(rows) // size if size else math.prod(self.shape[:-1])
            rows = [rows[at * size : (at + 1) * size] for at in range(count)]
        return rows


class Record(NamedTuple):
    """A NamedTuple, dataclass or attrs instance of that class, by its fields; or by both parts a
    complex number, or (then the class is NumPy's) an array of such."""

    type: Any
    fields: dict[str, Any]


class Opened(NamedTuple):
    """An instance of a class of `register_container`: its parts, a container that others may be
    in, and the rest of it, which is static."""

    type: Any
    inner: Any
    rest: Any


class Static(NamedTuple):
    """A value that no derivative passes through: a str, bool, None, callable, enum, ..."""

    value: Any


class Run(NamedTuple):
    """Items of a list, one for each round of a loop that keeps it: how many, says the kernel. Each
    is of this structure, whose leaves are the tables of what the rounds kept."""

    item: Any


class Rows(list[Any]):
    """What the rounds kept, once it is known: a leaf of a `Run`, and no list in it."""

    __slots__ = ()


class Gathered(NamedTuple):
    """NumPy's array of a list in which a `Run` is."""

    rows: list[Any]


class Form(NamedTuple):
    """A whole array: its shape, and the NumPy name of what its elements are. It is a leaf."""

    shape: tuple[int, ...]
    kind: str = "float64"


NESTED = (tuple, list, dict)
_HOLDING = frozenset({*NESTED, Record, Opened, Static, Run, Gathered})
_NO_LEAVES = _HOLDING | {Elements}
KINDS = (Elements, Record, Opened, Static, Run, Gathered, Form)


class Row(NamedTuple):
    """What takes instances of a class apart, and makes them again."""

    flatten: Callable[[Any], tuple[Any, Any]]  # the user's own
    open: Callable[[Any], tuple[Any, Any]]  # the same, and what it returns is checked
    unflatten: Callable[[Any, Any], Any]


REGISTERED: dict[type, Row] = {}
BY_NAME: dict[tuple[str, str], Row] = {}  # of classes that nobody need have imported


class NumpyFloat(float):
    """Stands for a number of NumPy's: a scalar, or an array without dimensions."""

    __slots__ = ()


def is_numpys(kind: type) -> bool:
    """Whether numbers of that class are NumPy's."""
    return kind is NumpyFloat or hasattr(kind, "__array_interface__")


def parts(structure: Any) -> list[tuple[str, Any]] | None:
    """The parts of a container, each with the step to it as Python writes it; None for a leaf.

    >>> parts({"mass": 1.0}), parts(Elements((1, 2), (3.0, 4.0)))
    ([("['mass']", 1.0)], [('[0, 0]', 3.0), ('[0, 1]', 4.0)])
    """
    kind = type(structure)
    if kind is tuple or kind is list:
        return [(f"[{at}]", part) for at, part in enumerate(structure)]
    if kind is dict:
        return [(f"[{key!r}]", part) for key, part in structure.items()]
    if kind is Record:
        return [(f".{name}", part) for name, part in structure.fields.items()]
    if kind is Opened:
        return parts(structure.inner)
    if kind is Run:
        return [("[...]", structure.item)]
    if kind is Gathered:
        return parts(structure.rows)
    if kind is Elements:
        indices = itertools.product(*map(range, structure.shape))
        steps = [f"[{', '.join(map(str, index))}]" for index in indices]
        return list(zip(steps, structure.items, strict=True))
    return [] if kind is Static else None


def leaves(structure: Any) -> list[Any]:
    """The numbers in a structure, in order."""
    found: list[Any] = []
    stack = [structure]
    while stack:
        item = stack.pop()
        kind = type(item)
        if kind is tuple or kind is list:
            if _NO_LEAVES.isdisjoint(map(type, item)):  # as in most
                found += item
            else:
                stack.extend(reversed(item))
        elif kind is dict or kind is Record:
            stack.extend(reversed((item if kind is dict else item.fields).values()))
        elif kind is Elements:
            found.extend(item.items)
        elif kind is Opened:
            stack.append(item.inner)
        elif kind is Run:
            stack.append(item.item)
        elif kind is Gathered:
            stack.append(item.rows)
        elif kind is not Static:
            found.append(item)
    return found


def containers(structure: Any) -> list[Any]:
    """The structure itself and every container in it."""
    if type(structure) is Elements:
        return [structure]
    found = parts(structure)
    if found is None:
        return []
    return [structure, *(inner for _, part in found for inner in containers(part))]


def map_leaves(change: Callable[[Any], Any], structure: Any) -> Any:
    """The same structure with every leaf changed."""

    def changed(part: Any) -> Any:
        if type(part) is Elements:
            return Elements(part.shape, tuple([change(i) for i in part.items]), part.sparsity)
        return change(part)

    return map_arrays(changed, structure)


def map_arrays(change: Callable[[Any], Any], structure: Any, pairs: bool = False) -> Any:
    """`map_leaves` where an array is one leaf, and so is, with `pairs`, a complex number.

    >>> map_arrays(lambda part: len(leaves(part)), [1.0, Elements((2,), (1.0, 2.0))])
    [1, 2]
    """
    kind = type(structure)
    if kind not in _HOLDING:  # as nearly none is
        return change(structure)
    inner = functools.partial(map_arrays, change, pairs=pairs)
    if kind in NESTED:
        return map_parts(inner, structure)
    if kind is Record and not (pairs and is_complex_kind(structure.type)):
        return Record(structure.type, map_parts(inner, structure.fields))
    if kind is Opened:
        return Opened(structure.type, inner(structure.inner), structure.rest)
    if kind is Run:
        return Run(map_arrays(lambda leaf: _leaf_of(change(leaf)), structure.item, pairs))
    if kind is Gathered:
        return Gathered(inner(structure.rows))
    return structure if kind is Static else change(structure)


def _leaf_of(value: Any) -> Any:
    """A table of numbers as a leaf; a structure of Nodes as it is."""
    if type(value) not in (list, tuple):
        return value
    return Rows(value) if all(issubclass(type(one), (int, float)) for one in value) else value


def map_parts(change: Callable[[Any], Any], container: Any) -> Any:
    """A tuple, list or dict with each of its parts changed."""
    if type(container) is dict:
        return {key: change(part) for key, part in container.items()}
    return type(container)([change(part) for part in container])


def stand_in(leaf: Any) -> Any:
    """What stands for a leaf of a structure: 0.0, and for a whole array its form."""
    return leaf if type(leaf) is Form else getattr(leaf, "form", None) or 0.0


def sampled(structure: Any, sample: Callable[[Any], Any] = stand_in) -> Any:
    """The structure with 0.0 for every number, or what stands for it.

    >>> sampled([1.0, Elements((2,), (3.0, 4.0))])
    [0.0, Elements(shape=(2,), items=(0.0, 0.0), sparsity=None)]
    """

    def changed(part: Any) -> Any:
        if type(part) is Elements:
            return Elements(part.shape, (0.0,) * len(part.items), part.sparsity)
        return sample(part)

    return map_arrays(changed, structure)


def map_paths(change: Callable[[str, Any], Any], structure: Any, path: str) -> Any:
    """`map_leaves` where `change` is also told the way to the leaf.

    >>> map_paths(lambda path, leaf: path, {"a": [1.0, 2.0]}, "p")
    {'a': ["p['a'][0]", "p['a'][1]"]}
    """
    places = iter(leaf_paths(structure, path))
    return map_leaves(lambda leaf: change(next(places), leaf), structure)


def leaf_paths(structure: Any, path: str) -> list[str]:
    """How Python writes the way to each leaf."""
    found = parts(structure)
    if found is None:
        return [path]
    return [place for step, part in found for place in leaf_paths(part, path + step)]


def part_at(structures: dict[str, Any], path: str) -> Any:
    """The part that a path such as "params.mass" or "x[0]" leads to; a KeyError if none does.

    >>> part_at({"p": {"a": [1.0, 2.0]}}, "p['a'][1]")
    2.0
    """
    name = re.split(r"[.\[]", path)[0]
    structure, rest = structures[name], re.sub(r",\s*", ", ", path[len(name) :].replace('"', "'"))
    while rest:
        fitting = [pair for pair in parts(structure) or () if rest.startswith(pair[0])]
        if not fitting:
            raise KeyError(path)
        step, structure = max(fitting, key=lambda pair: len(pair[0]))
        rest = rest[len(step) :]
    return structure


# An identifier as it stands in source; marks, which Python allows, are no \w to a regex.
IDENTIFIER = r"(?:[A-Za-z_]|[^\x00-\x7f])(?:[A-Za-z0-9_]|[^\x00-\x7f])*"


def free_name(name: str, taken: Container[str]) -> str:
    """The name, or one like it that is free.

    >>> free_name("dx", {"dx", "dx_"}), free_name("dy", {"dx"})
    ('dx__', 'dy')
    """
    while name in taken:
        name += "_"
    return name


def numbered_name(name: str, taken: Container[str]) -> str:
    """The name, or with the first number that is free: one of several alike.

    >>> numbered_name("dx", {"dx", "dx_1"}), numbered_name("dy", {"dx"})
    ('dx_2', 'dy')
    """
    free, at = name, 1
    while free in taken:
        free, at = f"{name}_{at}", at + 1
    return free


def variable_name(path: str) -> str:
    """A variable's name for what a path leads to.

    >>> variable_name("x[0]"), variable_name("p.mass"), variable_name("a[1, 2]")
    ('x0', 'p_mass', 'a12')
    """
    if path.isascii() and path.isidentifier():
        return path
    if not path.isascii():  # Python folds ｘ to x, and not all that is a letter stands in names
        folded = unicodedata.normalize("NFKC", path)
        path = "".join(c for c in folded if c.isascii() or f"_{c}".isidentifier())
    name: str
    name, *steps = re.findall(rf"{IDENTIFIER}|\d+", path.replace("'", " "))
    for step in steps:
        joined = step.isdigit() and (len(step) == 1 or not name[-1].isdigit())
        name += step if joined else f"_{step}"
    return name


def one_by_one(items: list[Any]) -> list[Any]:
    """The items of a list, those of a `Run` too: a leaf of it is all that the rounds kept there.

    >>> one_by_one([0.0, Run([Rows((1.0, 2.0)), Rows((3.0, 4.0))])])
    [0.0, [1.0, 3.0], [2.0, 4.0]]
    """
    found: list[Any] = []
    for one in items:
        if type(one) is Run:
            found += [refilled(one.item, row) for row in zip(*leaves(one), strict=True)]
        else:
            found.append(one)
    return found


def has_runs(structure: Any) -> bool:
    """Whether there is a list in it as long as the kernel says."""
    return any(type(one) is Run for one in containers(structure))


def refilled(structure: Any, values: Any) -> Any:
    """The structure with its leaves, in order, replaced by `values`."""
    rest = iter(values)
    return map_leaves(lambda _: next(rest), structure)


# ---------------------------------------------------------------------------------- values


def structure_of(value: Any, arrays: bool = True, result: bool = False) -> Any:
    """The structure of a value, whose leaves are whatever it holds, and arrays if not `arrays`.
    In a `result`, None and a str are static, and a mask is not.

    >>> structure_of([1.0, (2.0, "fast")])
    [1.0, (2.0, 'fast')]
    """

    def inner(part: Any) -> Any:
        return structure_of(part, arrays, result)

    def field(part: Any) -> Any:
        return Static(part) if part is None or isinstance(part, str) else inner(part)

    if hasattr(type(value), "listed"):  # a list as long as the kernel says
        return value.listed()
    if type(value) in NESTED:
        return map_parts(field if result else inner, value)
    if is_registered(value):
        found = opened(value)
        return found._replace(inner=map_parts(field, found.inner))
    if is_record(value):
        return Record(_written(type(value)), map_parts(field, _fields(value)))
    if is_mask(value) and arrays and not result:
        return Static(value.copy())
    if is_array(value) and not is_matrix(value) and value.dtype.kind == "c":
        both = {"real": inner(value.real), "imag": inner(value.imag)}
        return Record(_array_kind(value), both)
    if is_array(value) and arrays and not is_matrix(value):
        return Elements(tuple(value.shape), tuple(value.ravel().tolist()))
    if getattr(value, "shape", None) == () and hasattr(type(value), "__array_interface__"):
        if type(value).__name__ == "MaskedConstant":  # which no number is left for
            return math.nan
        return value[()] if is_number(value) else inner(value.item())
    return value


def is_registered(value: Any) -> bool:
    """Whether the value is a container that `opened` takes apart."""
    kind = _written(type(value))
    row = BY_NAME.get((kind.__module__, kind.__name__))
    if row:
        REGISTERED[kind] = row
    return kind in REGISTERED or kind is OrderedDict


def opened(value: Any) -> Opened:
    """The parts of such a container. An OrderedDict is found here as a dict is."""
    kind = _written(type(value))
    row = REGISTERED.get(kind)
    return Opened(kind, *row.open(value)) if row else Opened(kind, dict(value), None)


def closed(structure: Opened, see: Callable[[Any], Any] = lambda value: value) -> Any:
    """The container that has these parts. `see` is what a trace makes of functions."""
    row = REGISTERED.get(structure.type)
    if row:
        return see(row.unflatten)(structure.rest, structure.inner)
    return structure.type(structure.inner)


def is_written_out(rest: Any) -> bool:
    """Whether source and pickles can hold it: a str, int, bool, None, or a tuple of such."""
    if type(rest) is tuple:
        return all(map(is_written_out, rest))
    plain = rest is None or type(rest) in (str, int, bool)
    return plain or (type(rest) is float and math.isfinite(rest))


def is_array(value: Any) -> bool:
    """Whether the value is a NumPy array with at least one dimension."""
    return hasattr(type(value), "__array_interface__") and bool(value.shape)


def without_axes(value: Any) -> Any:
    """A NumPy array without dimensions as what it holds; anything else as it is."""
    known = isinstance(value, (float, int)) or not hasattr(type(value), "__array_interface__")
    return value if known or value.shape else value.item()


def is_tensor(value: Any) -> bool:
    """Whether the value is an array of another library than NumPy."""
    torch = type(value).__module__ == "torch" and hasattr(value, "grad_fn")
    return torch or (
        hasattr(value, "__array_namespace__") and not hasattr(type(value), "__array_interface__")
    )


def is_mask(value: Any) -> bool:
    """Whether the value is an array of bools: they choose, and are static."""
    return is_array(value) and type(value).__name__ == "ndarray" and value.dtype.char == "?"


def is_matrix(value: Any) -> bool:
    """Whether the value is an np.matrix, whose `*` is another one: an array to nobody here."""
    return type(value).__name__ == "matrix" and is_array(value)


def is_record(value: Any) -> bool:
    """Whether the value is a NamedTuple, an instance of a dataclass or of a class of attrs, or a
    complex number, whose fields are real and imag."""
    kind = type(value)
    named = isinstance(value, tuple) and hasattr(kind, "_fields") and kind not in KINDS
    made = named or hasattr(kind, "__dataclass_fields__") or hasattr(kind, "__attrs_attrs__")
    written = _written(kind)
    return made or written is complex or (written is not kind and is_complex_kind(written))


def is_complex_kind(kind: type) -> bool:
    """Whether a `Record` of that class is a complex number, or an array of such."""
    return issubclass(kind, complex) or (kind.__module__, kind.__name__) == ("numpy", "ndarray")


def _array_kind(value: Any) -> type:
    """NumPy's class of arrays, of which the value's is one."""
    return next(base for base in type(value).__mro__ if base.__module__ == "numpy")


def field_names(kind: Any) -> list[str] | None:
    """The fields of a NamedTuple, a dataclass or a class of attrs; None for any other class."""
    if issubclass(kind, tuple):
        return list(getattr(kind, "_fields", ())) or None
    if is_complex_kind(kind):
        return ["real", "imag"]
    if hasattr(kind, "__attrs_attrs__"):
        return [field.name for field in kind.__attrs_attrs__]
    if not hasattr(kind, "__dataclass_fields__"):
        return None
    import dataclasses

    return [field.name for field in dataclasses.fields(kind)]


def takes_fields(kind: Any) -> bool:
    """Whether the constructor of a record's class takes its fields and stores them: it is the
    generated one, and runs nothing of the user's, such as a __post_init__ or a validator."""
    if issubclass(kind, tuple):
        made = next(base for base in kind.__mro__ if "_fields" in vars(base))
        return kind.__new__ is made.__new__ and kind.__init__ is object.__init__
    if is_complex_kind(kind):
        return True
    code = getattr(kind.__init__, "__code__", None)
    if code is None or not code.co_filename.startswith(("<string>", "<attrs generated")):
        return False
    taken = {*code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]}
    if taken != {*(field_names(kind) or ())}:
        return False
    if hasattr(kind, "__attrs_attrs__"):
        hooks = (hasattr(kind, f"__attrs_{when}_init__") for when in ("pre", "post"))
        return not any(hooks) and not any(f.converter or f.validator for f in kind.__attrs_attrs__)
    stores = getattr(kind.__setattr__, "__code__", code).co_filename == code.co_filename
    return stores and not (hasattr(kind.__new__, "__code__") or hasattr(kind, "__post_init__"))


def is_made_of(kind: Any, names: list[str]) -> bool:
    """Whether an instance of the class may have these fields; one whose constructor computes may
    have others than the class names."""
    known = field_names(kind)
    if known is None or issubclass(kind, tuple) or takes_fields(kind):
        return known == names
    return all(is_name(name) and not name.startswith("__") for name in names)


def _written(kind: type) -> type:
    """The user's class: while tracing, instances are of a copy that knows it. Any complex number is
    one of Python's."""
    found: type = kind.__dict__.get("_lazyad_written", kind)
    return complex if issubclass(found, complex) else found


def _fields(value: Any) -> dict[str, Any]:
    """The fields that a record has, and what else the user's own constructor stored in it."""
    kind = _written(type(value))
    names = field_names(kind) or ()
    if isinstance(value, tuple):
        return dict(zip(names, value, strict=True))
    own = getattr(value, "__dict__", {})
    if is_complex_kind(kind):
        return {"real": value.real, "imag": value.imag}
    found = {name: getattr(value, name) for name in names if name in own or hasattr(value, name)}
    if own.keys() <= found.keys() or takes_fields(kind):
        return found
    more = {
        name: part
        for name, part in own.items()
        if _is_kept(part)
        and not name.startswith("__")
        and type(getattr(kind, name, None)) is not functools.cached_property
    }
    return found | {name: part for name, part in more.items() if name not in found}


def _is_kept(part: Any) -> bool:
    """Whether it is a number, traced or not, a str or None, or a container of such."""
    kind = type(part)
    if kind in (tuple, list, dict):
        return all(map(_is_kept, part.values() if kind is dict else part))
    number = hasattr(kind, "as_integer_ratio") or hasattr(kind, "__array_interface__")
    return number or part is None or isinstance(part, str) or is_record(part) or is_registered(part)


def is_number(value: Any) -> bool:
    """Whether the value is a real number, an input; a bool is not, it chooses."""
    kind = type(value)
    if kind is float or kind is int:
        return True
    if isinstance(value, (bool, enum.Enum)):
        return False
    real = isinstance(value, numbers.Real)
    if not (real or hasattr(kind, "__array_interface__")):
        return False  # also NumPy itself and its classes, whose dtype is not that of numbers
    if getattr(getattr(value, "dtype", None), "kind", "f") not in "fiu":
        return False
    # Of an array, one number, and no traced one.
    return real or (value.shape == () and isinstance(value.item(), numbers.Real))


def is_whole(value: Any) -> bool:
    """Whether the value is an int, or holds some and no other numbers: it may count or index.

    >>> is_whole(3), is_whole([0, 2]), is_whole([0, 2.0]), is_whole([])
    (True, True, False, False)
    """
    kind = type(value)
    if kind is list or kind is tuple:
        return bool(value) and all(map(is_whole, value))
    if kind is dict:
        return is_whole([*value.values()])
    if hasattr(kind, "__array_interface__"):
        return value.dtype.kind in "iu"
    return kind is int


def key_of(value: Any) -> Any:
    """A hashable key that two values share if one trace serves both.

    >>> key_of([1.0, 2.0]) == key_of([3, 4.5]), key_of([1.0]) == key_of((1.0,))
    (True, False)
    """
    kind = type(value)
    if kind is float:
        return float
    if kind is int:
        return float if abs(value) < _TOO_LARGE else (Static, int, value)
    if kind is list or kind is tuple:
        if _PLAIN.issuperset(map(type, value)):
            return kind, len(value)
        return kind, tuple([key_of(part) for part in value])
    if kind is NumpyFloat:
        return NumpyFloat
    if kind is Form:
        return value
    if is_mask(value):
        return Static, _fixed_key(value)
    if is_array(value):
        if value.dtype.kind == "c":
            part = "array", value.shape, True
            return _array_kind(value), (("real", part), ("imag", part))
        return "array", value.shape, kind.__name__ == "ndarray" and value.dtype.char in _REAL
    if kind is dict:
        return dict, tuple([(key, key_of(part)) for key, part in value.items()])
    if is_number(value):
        # Of a Fraction, which is to be a float first, no trace is found by its key.
        return NumpyFloat if is_numpys(kind) else numbers.Real
    if is_registered(value):
        value, kind = opened(value), Opened
    if kind is Opened:
        return value.type, key_of(value.inner), _fixed_key(value.rest)
    if is_record(value):
        return kind, tuple([(name, key_of(part)) for name, part in _fields(value).items()])
    if kind is Record:
        return value.type, tuple([(name, key_of(part)) for name, part in value.fields.items()])
    if kind is Elements:
        return "array", value.shape, True
    return Static, _fixed_key(value.value if kind is Static else value)


def plain_key(structure: Any) -> Any:
    """The key of a structure whoever its numbers are of: tangents have that of their primals.

    >>> plain_key([NumpyFloat(1.0)]) == key_of([1.0])
    True
    """
    return key_of(sampled(structure))


def _fixed_key(value: Any) -> Any:
    """A key for a static value: it tells True from 1 and 0.0 from -0.0, and nan equals itself.
    Objects that are called are told apart by what they are, and not by what they say they equal."""
    if isinstance(value, (tuple, frozenset)):
        return type(value), tuple([_fixed_key(part) for part in value])
    if is_array(value):
        return "fixed", value.dtype.str, value.shape, value.tobytes()
    if callable(value) and not isinstance(value, (type, MethodType)):
        return type(value), id(value)
    return type(value), repr(value) if isinstance(value, float) else value


_PLAIN = {float, int}
_AS_IT_IS = "dUSMm"  # dtypes of floats, and of what is no number
_REAL = "dfe" + "bhilqBHILQ"  # the characters of NumPy's real dtypes
_TOO_LARGE = 1 << 1023  # for a float


def stacked(value: Any, structure: Any) -> list[Any] | None:
    """The parts of a value that holds several of that structure along a new first axis; None if it
    does not.

    >>> stacked([1.0, 2.0], 0.0), stacked([[1.0, 2.0]], [0.0, 0.0]), stacked(1.0, 0.0)
    ([1.0, 2.0], [[1.0, 2.0]], None)
    """
    key = key_of(structure)
    if not (is_array(value) or type(value) in (list, tuple)) or key_or_none(value) == key:
        return None
    rows = list(value)
    if is_array(value) and type(structure) is not Elements:
        rows = value.tolist()
    return rows if all(key_or_none(row) == key for row in rows) else None


def as_floats(value: Any, scalar: Callable[[Any], Any] = float, narrow: bool = False) -> Any:
    """The value as a kernel takes it: Python's floats and ints, and arrays of float64, or as
    `narrow` ones as they are. `scalar` makes the floats.

    >>> import fractions
    >>> as_floats([1, fractions.Fraction(1, 2)])
    [1, 0.5]
    """
    kind = type(value)
    if kind is float or kind is int:
        return value
    if kind in NESTED:
        plain = kind is not dict and _PLAIN.issuperset(map(type, value))
        return value if plain else map_parts(lambda part: as_floats(part, scalar, narrow), value)
    if hasattr(kind, "__array_interface__"):
        if value.shape:
            if value.dtype.kind == "c":
                return value.astype(complex)
            kept = value.dtype.char in _AS_IT_IS or (narrow and value.dtype.char == "f")
            return value if kept else value.astype(float)
        if value.dtype.kind == "c":
            return complex(value)
        return scalar(value) if value.dtype.kind in "fiu" and not narrow else value
    if is_registered(value):
        found = opened(value)
        return closed(found._replace(inner=as_floats(found.inner, scalar, narrow)))
    if is_record(value):
        fields = map_parts(lambda part: as_floats(part, scalar, narrow), _fields(value))
        return record_of(kind, fields)
    return float(value) if is_number(value) else value


def record_of(kind: Any, fields: dict[str, Any]) -> Any:
    """The record with these fields, made without its constructor, which may compute with them."""
    if is_complex_kind(kind):
        return _complex_of(kind, *fields.values())
    return (
        tuple.__new__(kind, fields.values()) if issubclass(kind, tuple) else rebuilt(kind, fields)
    )


def _complex_of(kind: Any, real: Any, imag: Any) -> Any:
    """A complex number, or an array of such: of NumPy's own arrays with each part as it is, where a
    sum makes nan of an infinite imaginary one; of traced values their sum."""
    if isinstance(real, (int, float)) and isinstance(imag, (int, float)):
        return kind(real, imag) if issubclass(kind, complex) else complex(real, imag)
    if not {type(real).__module__, type(imag).__module__} <= {"builtins", "numpy"}:
        return real + 1j * imag
    import numpy

    shape = numpy.broadcast_shapes(numpy.shape(real), numpy.shape(imag))
    made = numpy.empty(shape, numpy.result_type(real, imag, 1j))
    made.real, made.imag = real, imag
    return made[()]


def key_or_none(value: Any) -> Any:
    """`key_of`, or None for what has no key."""
    try:
        return key_of(value)
    except (TypeError, RecursionError):  # it cannot be hashed, or holds itself
        return None


def an(name: str) -> str:
    """The name of a class with its article.

    >>> an("int"), an("float")
    ('an int', 'a float')
    """
    return f"{'an' if name[0].lower() in 'aeio' else 'a'} {name}"


def outline(value: Any) -> str:
    """What kind of argument a value is, for messages.

    >>> outline([1.0, 2.0]), outline((1.0, "a"))
    ('a list of 2 numbers', 'a tuple of (a number, a str)')
    """
    kind = type(value)
    if kind is list or kind is tuple:
        inner = [outline(part) for part in value]
        if inner and set(inner) == {"a number"}:
            return f"{an(kind.__name__)} of {len(value)} number{'s' if len(value) > 1 else ''}"
        return (
            f"{an(kind.__name__)} of ({', '.join(inner)})" if inner else f"an empty {kind.__name__}"
        )
    if is_array(value) or kind is Elements or (kind is Form and value.shape):
        return f"an array of shape {value.shape}"
    if kind is dict:
        return f"a dict of {', '.join(map(repr, value)) or 'nothing'}"
    if kind is Static:
        return f"the value {value.value!r:.40}"
    if is_number(value) or kind is Form:
        return "a number of NumPy's" if kind is NumpyFloat else "a number"
    if value is None:
        return "nothing (None)"
    if kind is Record and is_complex_kind(value.type):
        part = outline(value.fields["real"])
        return "a complex number" if value.type is complex else f"{part} of complex numbers"
    if isinstance(value, complex):
        return "a complex number"
    if kind is Run:
        return "as many as its kernel says"
    return f"a {(value.type if kind in (Record, Opened) else kind).__name__}"
