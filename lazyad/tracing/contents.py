"""What containers and objects hold, so that a side of a branch can be undone, and two be joined.

In: the variables of a frame. Out: what every list, dict, set, array and object within their reach
holds; the same put back; and of two such states, the one that holds where a condition does and the
other where it does not. A room of its own because it alone knows what can be changed in place.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from types import FunctionType, MethodType
from typing import Any

from lazyad.graph import CONST, RAISE, Node, bits, is_condition, lifted
from lazyad.ops import where
from lazyad.tracing.classes import is_users
from lazyad.tracing.floats import Traced
from lazyad.tracing.sight import PLAIN
from lazyad.values.origin import state
from lazyad.values.structure import is_number

UNBOUND: Any = type("Unbound", (), {"__repr__": lambda self: "unbound"})()
_ABSENT: Any = object()


class Unjoinable(Exception):
    """Two sides come to what is no number and not the same."""


class Dropped:
    """What a variable is after two sides that cannot be joined in it: nothing to be read."""


# Of each object that may be changed: the object, and a copy of what it holds.
Contents = dict[int, tuple[Any, Any]]


def contents(roots: Iterable[Any]) -> Contents:
    """What everything holds that can be reached and changed."""
    found: Contents = {}
    seen: set[int] = set()
    stack = [*roots]
    while stack:
        value = stack.pop()
        kind = type(value)
        if kind is Traced or kind in PLAIN or id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, (list, set, deque)):
            found[id(value)] = value, list(value)
            stack += value
        elif isinstance(value, dict):
            found[id(value)] = value, dict(value)
            stack += value.values()
        elif kind is tuple or isinstance(value, (tuple, frozenset)):
            stack += value
        elif kind is FunctionType:
            stack += [cell.cell_contents for cell in value.__closure__ or () if _is_full(cell)]
        elif kind is MethodType:
            stack += [value.__self__, value.__func__]
        elif _is_array(value):
            found[id(value)] = value, value.copy()
        elif is_users(kind):
            held = attributes(value)
            found[id(value)] = value, held
            stack += held.values()
    return found


def iterators(values: Iterable[Any]) -> Iterator[Any]:
    """Those among the values that are another one after every step, and cannot be put back."""
    return (value for value in values if isinstance(value, Iterator))


def _is_full(cell: Any) -> bool:
    try:
        return cell.cell_contents is not cell
    except ValueError:
        return False


def _is_array(value: Any) -> bool:
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(value, numpy.ndarray)


def attributes(value: Any) -> dict[str, Any]:
    """Those of an object of the user's, whatever its class makes of being asked."""
    try:
        held = dict(object.__getattribute__(value, "__dict__"))
    except AttributeError:
        held = {}
    for base in type(value).__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__"):
                own = f"_{base.__name__.lstrip('_')}{name}" if _is_private(name) else name
                found = _slot(value, own)
                if found is not _ABSENT:
                    held[own] = found
    return held


def _is_private(name: str) -> bool:
    return name.startswith("__") and not name.endswith("__")


def _slot(value: Any, name: str) -> Any:
    try:
        return object.__getattribute__(value, name)
    except AttributeError:
        return _ABSENT


def put_back(held: Contents) -> None:
    """Let everything hold what it held."""
    for value, copy in held.values():
        if _is_array(value):
            if value.flags.writeable:
                value.view(sys.modules["numpy"].ndarray)[...] = copy
        elif isinstance(value, dict):
            if not _same(value, copy):
                value.clear()
                value.update(copy)
        elif isinstance(value, (list, deque)):
            if not _same(value, copy):
                value.clear()
                value.extend(copy)
        elif isinstance(value, set):
            value.clear()
            value.update(copy)
        else:
            _set_attributes(value, copy)


def _same(one: Any, other: Any) -> bool:
    if len(one) != len(other):
        return False
    if isinstance(one, dict):
        return all(a is b for a, b in zip(one, other)) and all(  # noqa: B905
            a is b for a, b in zip(one.values(), other.values(), strict=True)
        )
    return all(a is b for a, b in zip(one, other, strict=True))


def _set_attributes(value: Any, held: dict[str, Any]) -> None:
    before = attributes(value)
    for name in before.keys() - held.keys():
        object.__delattr__(value, name)
    for name, item in held.items():
        if before.get(name, _ABSENT) is not item:
            object.__setattr__(value, name, item)


# ---------------------------------------------------------------------------------- joining


def joined_contents(condition: Node, one: Contents, other: Contents) -> Contents:
    """What everything holds where the condition holds, or else the other."""
    found = one | other
    for key in one.keys() & other.keys():
        value, a = one[key]
        b = other[key][1]
        if isinstance(value, set):
            if a != b and set(a) != set(b):
                raise Unjoinable("a set holds other things")
        elif _is_array(value):
            found[key] = value, joined(condition, a, b)
        elif isinstance(a, dict):
            own = not isinstance(value, dict)  # an attribute that is set on one side only
            found[key] = value, _joined_dict(condition, a, b, own)
        elif len(a) != len(b):
            raise Unjoinable(f"a list has {len(a)} items or {len(b)}")
        else:
            found[key] = value, [joined(condition, x, y) for x, y in zip(a, b, strict=True)]
    return found


def _joined_dict(condition: Node, a: dict[Any, Any], b: dict[Any, Any], partly: bool) -> Any:
    if not partly and [*a] != [*b]:
        raise Unjoinable("a dict has other keys")
    made = {}
    for key in a | b:
        value = joined_variable(condition, a.get(key, UNBOUND), b.get(key, UNBOUND))
        if isinstance(value, Dropped):
            raise Unjoinable(f"{key!r} is what cannot be joined")
        if value is not UNBOUND:
            made[key] = value
    return made


def joined_variable(condition: Node, a: Any, b: Any) -> Any:
    """The same for a variable, which may be unbound; `Dropped` where nobody can say what it is: it
    matters only if it is read."""
    if a is b:
        return a
    if a is UNBOUND or b is UNBOUND:
        return Dropped()
    try:
        return joined(condition, a, b)
    except Unjoinable:
        return Dropped()


def joined(condition: Node, a: Any, b: Any) -> Any:
    """What is one value where the condition holds, and the other where it does not."""
    if a is b:
        return a
    kind = type(a)
    if _is_value(a) and _is_value(b):
        return chosen(condition, a, b)
    if kind is not type(b):
        raise Unjoinable(f"one is a {kind.__name__} and the other a {type(b).__name__}")
    if isinstance(a, (tuple, list, deque)):
        if len(a) != len(b):
            raise Unjoinable(f"one has {len(a)} items and the other {len(b)}")
        items = [joined(condition, x, y) for x, y in zip(a, b, strict=True)]
        return kind(*items) if hasattr(a, "_fields") else kind(items)
    if isinstance(a, dict):
        made = _joined_dict(condition, a, b, False)
        return made if kind is dict else kind(made)
    if _is_array(a):
        return _joined_array(condition, a, b)
    if kind is MethodType and a == b:
        return a
    if is_users(kind):
        new = object.__new__(kind)
        _set_attributes(new, _joined_dict(condition, attributes(a), attributes(b), True))
        return new
    if kind in PLAIN and a == b:
        return a
    raise Unjoinable(f"one is {a!r:.40} and the other {b!r:.40}")


def _is_value(value: Any) -> bool:
    return isinstance(value, (Node, bool)) or is_number(value)


def _joined_array(condition: Node, a: Any, b: Any) -> Any:
    if a.shape != b.shape:
        raise Unjoinable(f"one has the shape {a.shape} and the other {b.shape}")
    made = a.copy() if a.dtype.kind == "O" or type(a).__name__ == "Array" else None
    flat = [
        joined(condition, x, y) for x, y in zip(a.ravel().tolist(), b.ravel().tolist(), strict=True)
    ]
    if made is None:
        from lazyad.tracing.numpy.arrays import objects

        made = objects(flat).reshape(a.shape)
        return made
    plain = made.view(sys.modules["numpy"].ndarray)
    for at, item in enumerate(flat):
        plain.flat[at] = item
    return made


def chosen(condition: Node, a: Any, b: Any) -> Any:
    """A choice between two numbers; a condition beside a number counts as 1 or 0."""
    if a is b:
        return a
    if type(a) is type(b) and not isinstance(a, Node) and bits_of(a) == bits_of(b):
        return a
    one, other = lifted(a), lifted(b)
    if one.op is other.op is CONST and bits(one.payload) == bits(other.payload):
        return a
    if is_condition(one) != is_condition(other) and not (_only_raises(one) or _only_raises(other)):
        one, other = [n + 0.0 if is_condition(n) else n for n in (one, other)]
    before, state.origin = state.origin, condition.origin
    try:
        return where(condition, one, other)
    finally:
        state.origin = before


def _only_raises(node: Node) -> bool:
    """Whether it comes to no number, whatever is chosen."""
    sides = [node]
    while sides:
        side = sides.pop()
        if side.op is where:
            sides += side.args[1:]
        elif side.op is not RAISE:
            return False
    return True


def bits_of(value: Any) -> Any:
    return value if isinstance(value, int) else bits(float(value))
