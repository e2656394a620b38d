"""Tables as rows of memory: tuples, lists that a loop appends to, and what is taken from them.

In: the writer of a function, and an expression or a statement of a table. Out: lines of IR. A room
of its own because nothing else there is no single number.

A table of constants is one of the module's, a tuple of numbers a part of the function's own frame,
or of its arguments if these stand in a row. So is a list, where it is known how many numbers it has
at most; another one grows, and the frame says where it is. How many a list holds is an int like any
other, in a variable of its own, `<list>.len`.
"""

from __future__ import annotations

import ast
import bisect
import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lazyad.native.numbers import Unsupported, Value, constant, is_known
from lazyad.values.rows import NamedTuple

LONGEST = 100_000  # numbers of a list that a frame keeps room for
FEW = 8  # numbers that are copied one by one
SIDES: dict[Any, str] = {bisect.bisect_left: "true", bisect.bisect_right: "false"}

DECLARED = """
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
declare i64 @llvm.smin.i64(i64, i64)
declare {i64, i1} @llvm.sadd.with.overflow.i64(i64, i64)
declare {i64, i1} @llvm.ssub.with.overflow.i64(i64, i64)
declare {i64, i1} @llvm.smul.with.overflow.i64(i64, i64)
"""
FUNCTIONS = """
declare ptr @realloc(ptr, i64)

define i1 @lazyad_keep(ptr %list, i64 %at, double %v) {
  %cp = getelementptr i64, ptr %list, i64 1
  %room = load i64, ptr %cp
  %full = icmp sge i64 %at, %room
  br i1 %full, label %grow, label %put, !prof !0
grow:
  %old = load ptr, ptr %list
  %twice = mul i64 %room, 2
  %more = add i64 %twice, 64
  %bytes = mul i64 %more, 8
  %new = call ptr @realloc(ptr %old, i64 %bytes)
  %none = icmp eq ptr %new, null
  br i1 %none, label %bad, label %grown
grown:
  store ptr %new, ptr %list
  store i64 %more, ptr %cp
  br label %put
put:
  %row = load ptr, ptr %list
  %p = getelementptr double, ptr %row, i64 %at
  store double %v, ptr %p
  ret i1 true
bad:
  ret i1 false
}

define i64 @lazyad_place(ptr %row, i64 %n, double %x, i1 %left) {
entry:
  br label %next
next:
  %lo = phi i64 [ 0, %entry ], [ %lo1, %look ]
  %hi = phi i64 [ %n, %entry ], [ %hi1, %look ]
  %more = icmp slt i64 %lo, %hi
  br i1 %more, label %look, label %done
look:
  %both = add i64 %lo, %hi
  %mid = lshr i64 %both, 1
  %p = getelementptr double, ptr %row, i64 %mid
  %v = load double, ptr %p
  %before = fcmp olt double %x, %v
  %after = fcmp olt double %v, %x
  %other = xor i1 %after, true
  %down = select i1 %left, i1 %other, i1 %before
  %up = add i64 %mid, 1
  %lo1 = select i1 %down, i64 %lo, i64 %up
  %hi1 = select i1 %down, i64 %mid, i64 %hi
  br label %next
done:
  ret i64 %lo
}
"""


_HELD = {"f": "{}", "i": "bitcast i64 {} to double", "b": "uitofp i1 {} to double"}


class Table(NamedTuple):
    """Numbers one after the other: `start` places after a pointer; of a list that grows, that is
    where a pointer to them stands."""

    base: str
    start: int
    length: int | None = None  # None of a list
    width: int = 0  # numbers of a row, where each is one
    grows: bool = False
    name: str = ""  # of a list
    kind: str = "t"


def length_of(name: str) -> str:
    """The variable that says how many numbers a list has."""
    return f"{name}.len"


def of_length(name: Any) -> Any:
    """The list whose length that variable says; another variable itself."""
    return name.removesuffix(".len") if type(name) is str else name


def appended(node: ast.AST) -> str | None:
    """The list that a call appends to."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        of = node.func.value
        return of.id if node.func.attr == "append" and isinstance(of, ast.Name) else None
    return None


def begun(node: ast.AST) -> str | None:
    """The list that a statement begins."""
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.List) and not node.value.elts:
        (target,) = node.targets
        return target.id if isinstance(target, ast.Name) else None
    return None


def is_made(node: ast.AST) -> bool:
    """Whether a statement makes a table, for which the function needs room."""
    if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
        return False
    return isinstance(node.value, (ast.Tuple, ast.List))


# ---------------------------------------------------------------------------------- how many


def most(body: Iterable[Any], scope: Mapping[str, Any]) -> dict[str, float]:
    """How many numbers each list has at most, from its beginning to the end of its block."""
    found: dict[str, float] = {}

    def count(body: Iterable[Any]) -> Counter[str]:
        sizes: Counter[str] = Counter()
        own = set()
        for one in body:
            if isinstance(one, (ast.For, ast.While)):
                rounds = _rounds(one, scope)
                inner = count(one.body)
                sizes.update({name: size and size * rounds for name, size in inner.items()})
            elif isinstance(one, ast.If):
                sizes.update(count(one.body))
                sizes.update(count(one.orelse))
            elif isinstance(one, ast.Expr) and (name := appended(one.value)):
                sizes[name] += 1
            elif name := begun(one):
                own.add(name)
        for name in own:
            found[name] = found.get(name, 0) + sizes.pop(name, 0)
        return sizes

    for name, size in count(body).items():
        found[name] = found.get(name, 0) + size
    return found


def _rounds(loop: ast.For | ast.While, scope: Mapping[str, Any]) -> float:
    if isinstance(loop, ast.While):
        return math.inf
    counts = [math.inf]
    for one in _sources(loop.iter):
        if isinstance(one, ast.Name) and isinstance(scope.get(one.id), tuple):
            counts.append(len(scope[one.id]))
        if (rounds := _range(one)) is not None:
            counts.append(len(rounds))
    return min(counts)


def _sources(node: ast.expr) -> list[ast.expr]:
    """What a loop goes through in step."""
    zipped = isinstance(node, ast.Call) and _called(node) == "zip"
    return node.args if zipped else [node]  # type: ignore[attr-defined]


def _called(node: ast.expr) -> str:
    return getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""


def _range(node: ast.expr) -> range | None:
    """A range that is written out."""
    if _called(node) != "range":
        return None
    try:
        given = [ast.literal_eval(arg) for arg in node.args]  # type: ignore[attr-defined]
    except ValueError:
        return None
    return range(*given)


# ---------------------------------------------------------------------------------- tables


def fixed(w: Any, name: str, value: tuple[Any, ...]) -> Table:
    """A table of constants, in the writer `w`."""
    if not w.has_tables:
        raise Unsupported("a table")
    if name not in w.constants:
        rows = [one if type(one) is tuple else (one,) for one in value]
        numbers = [number for row in rows for number in row]
        (width,) = {len(row) for row in rows} if len({len(row) for row in rows}) == 1 else (-1,)
        if not value or width < 1 or {*map(type, numbers)} != {float}:
            raise Unsupported("a table of other things than numbers")
        given = ", ".join([f"double {constant(number)}" for number in numbers])
        base = f"@table.{len(w.constants)}"
        text = f"{base} = internal constant [{len(numbers)} x double] [{given}]"
        nested = width if type(value[0]) is tuple else 0
        w.constants[name] = text, Table(base, 0, len(value), nested)
    return w.constants[name][1]  # type: ignore[no-any-return]


def made(w: Any, node: ast.Tuple) -> Table:
    """A tuple of numbers."""
    names = [one.id if isinstance(one, ast.Name) else "" for one in node.elts]
    places = [w.inputs.get(name, -1) if name not in w.assigned else -1 for name in names]
    if names and all(p >= 0 and p == places[0] + at for at, p in enumerate(places)):
        return Table("%in", places[0], len(names))
    found = Table("%frame", w.room(len(names)), len(names))
    for at, one in enumerate(node.elts):
        value = w.value(one)
        if value.kind != "f":
            raise Unsupported("a table of other things than numbers")
        w.lines.append(f"  store double {value.name}, ptr {address(w, found, str(at))}")
    return found


def begin(w: Any, name: str) -> None:
    """An empty list."""
    if name not in w.lists:
        size = w.most.get(name, 0)
        if size <= LONGEST:
            w.lists[name] = Table("%frame", w.room(int(size)), name=name)
        else:
            w.lists[name] = Table("%frame", w.room(2), grows=True, name=name)
    w.env[name] = w.lists[name]
    w.env[length_of(name)] = Value("i", "0")


def append(w: Any, name: str, value: Value) -> None:
    """Put a number at the end of a list."""
    table, size = w.known(name), w.known(length_of(name))
    kind = w.items.setdefault(name, value.kind)
    if value.kind != kind or kind not in _HELD or size is None:
        raise Unsupported("a list of different things")
    number = w.new(_HELD[kind].format(value.name)) if kind != "f" else value.name
    if table.grows:
        place = w.new(f"getelementptr double, ptr {table.base}, i64 {table.start}")
        done = w.new(f"call i1 @lazyad_keep(ptr {place}, i64 {size.name}, double {number})")
        w.unless(w.new(f"xor i1 {done}, true"))
    else:
        w.lines.append(f"  store double {number}, ptr {address(w, table, size.name)}")
    w.env[length_of(name)] = Value("i", total(w, size.name, "1"))


def total(w: Any, one: str, other: str) -> str:
    """The sum of two ints that are no lengths of the user's."""
    if is_known(one) and is_known(other):
        return str(int(one) + int(other))
    return one if other == "0" else w.new(f"add i64 {one}, {other}")


def address(w: Any, table: Table, at: str) -> str:
    """Where the number of that index is."""
    base, start = table.base, table.start
    if table.grows:
        place = w.new(f"getelementptr double, ptr {base}, i64 {start}")
        base, start = w.new(f"load ptr, ptr {place}"), 0
    index = total(w, at, str(start))
    return w.new(f"getelementptr double, ptr {base}, i64 {index}")  # type: ignore[no-any-return]


def count_of(w: Any, table: Table, node: ast.expr) -> str:
    """How many numbers a table has that is called that."""
    if table.length is not None:
        return str(table.length)
    assert isinstance(node, ast.Name)
    return w.known(length_of(node.id)).name  # type: ignore[no-any-return]


def is_table(w: Any, node: ast.expr) -> bool:
    """Whether that is one, of ours."""
    if isinstance(node, ast.Name):
        found = w.known(node.id)
        return found.kind == "t" if found else isinstance(w.scope.get(node.id), tuple)
    return isinstance(node, ast.Subscript) and is_table(w, node.value)


def taken(w: Any, node: ast.Subscript) -> Any:
    """A number of a table, a row of one of rows, or a part of it."""
    table: Table = w.value(node.value)
    if table.kind != "t":
        raise Unsupported("an index into a number")
    if isinstance(node.slice, ast.Slice):
        return _part(table, node.slice)
    at, count = w.index(w.value(node.slice)), count_of(w, table, node.value)
    place = _element(w, table, _checked(w, at, count))
    return Table(place, 0, table.width) if table.width else loaded(w, table, place)


def loaded(w: Any, table: Table, place: str) -> Value:
    """The number of a table that stands there."""
    kind = w.items.get(table.name) if table.name else "f"
    if kind is None:
        raise Unsupported("a number of an empty list")
    if kind == "i":
        return Value("i", w.new(f"load i64, ptr {place}"))
    number = Value("f", w.new(f"load double, ptr {place}"))
    return Value("b", w.truth(number)) if kind == "b" else number


def _element(w: Any, table: Table, at: str) -> str:
    if table.width > 1:
        at = str(int(at) * table.width) if is_known(at) else w.new(f"mul i64 {at}, {table.width}")
    return address(w, table, at)


def _part(table: Table, part: ast.Slice) -> Table:
    """From one place to another, which are written out, of a tuple."""
    bounds = [None if one is None else ast.literal_eval(one) for one in (part.lower, part.upper)]
    if table.length is None or table.width or part.step or any(b and b < 0 for b in bounds):
        raise Unsupported("a part of a table")
    start, stop, _ = slice(*bounds).indices(table.length)
    return table._replace(start=table.start + start, length=max(0, stop - start))


def _checked(w: Any, at: str, count: str) -> str:
    """An index from the front, where there is something at it."""
    if is_known(at) and is_known(count):
        if not -int(count) <= int(at) < int(count):
            raise Unsupported("an index that is not there")
        return str(int(at) % int(count))
    if is_known(at):
        at = at if int(at) >= 0 else total(w, count, at)
    else:
        moved = w.new(f"add i64 {at}, {count}")
        behind = w.new(f"icmp slt i64 {at}, 0")
        at = w.new(f"select i1 {behind}, i64 {moved}, i64 {at}")
    w.unless(w.new(f"icmp uge i64 {at}, {count}"))
    return at


def unpacked(w: Any, table: Table) -> list[Value]:
    """All numbers of a table."""
    if table.length is None or table.width:
        raise Unsupported("a list of numbers for so many names")
    return [loaded(w, table, address(w, table, str(at))) for at in range(table.length)]


def copied(w: Any, table: Table, count: int, to: str) -> None:
    """Copy numbers of a table to another place."""
    if w.items.get(table.name, "f") != "f":
        raise Unsupported("a result of other things than floats")
    if not count:
        return
    source = address(w, table, "0")
    w.lines.append(
        f"  call void @llvm.memcpy.p0.p0.i64(ptr {to}, ptr {source}, i64 {8 * count}, i1 false)"
    )


def found_in(w: Any, function: Any, node: ast.Call) -> Value:
    """What bisect finds."""
    if len(node.args) != 2 or not is_table(w, node.args[0]):
        raise Unsupported("a search in something else than a table")
    table, x = w.value(node.args[0]), w.as_float(w.value(node.args[1]))
    if table.width:
        raise Unsupported("a search in a table of rows")
    if w.items.get(table.name, "f") != "f":
        raise Unsupported("a search among other things than floats")
    row, count = address(w, table, "0"), count_of(w, table, node.args[0])
    words = f"ptr {row}, i64 {count}, double {x}, i1 {SIDES[function]}"
    return Value("i", w.new(f"call i64 @lazyad_place({words})"))


# ---------------------------------------------------------------------------------- loops


class Going(NamedTuple):
    """What a loop goes through: of how many rounds, and what there is in each."""

    rounds: str
    item: Callable[[str], Value]


def goings(w: Any, node: ast.For) -> list[Going]:
    """What a `for` goes through in step."""
    return [_going(w, one, node) for one in _sources(node.iter)]


def _going(w: Any, node: ast.expr, loop: ast.For) -> Going:
    if _called(node) == "range":
        return _counting(w, node)  # type: ignore[arg-type]
    backwards = _called(node) == "reversed"
    of: Any = node.args[0] if backwards else node  # type: ignore[attr-defined]
    if not is_table(w, of):
        raise Unsupported("a loop over a container")
    table = w.value(of)
    changes = [appended(one) for one in ast.walk(loop)] + [begun(one) for one in ast.walk(loop)]
    if isinstance(of, ast.Name) and of.id in changes:
        raise Unsupported("a loop over a list that it changes")
    if table.width:
        raise Unsupported("a loop over a table of rows")
    count = count_of(w, table, of)

    def item(at: str) -> Value:
        if backwards:
            last = total(w, count, "-1")
            at = w.new(f"sub i64 {last}, {at}")
        return loaded(w, table, address(w, table, at))

    return Going(count, item)


def _counting(w: Any, node: ast.Call) -> Going:
    given = [w.value(arg) for arg in node.args]
    if any(one.kind != "i" for one in given):
        raise Unsupported("a loop of so many rounds")
    first, stop, step = "0", given[0].name, "1"
    if len(given) > 1:
        first, stop, step = [*[one.name for one in given], step][:3]
    if is_known(first) and is_known(stop) and is_known(step):
        rounds = str(len(range(int(first), int(stop), int(step))))
    elif step == "1":
        rounds = stop if first == "0" else w.new(f"sub i64 {stop}, {first}")
    else:
        raise Unsupported("a loop in such steps")

    def item(at: str) -> Value:
        moved = at if step == "1" else w.new(f"mul i64 {at}, {step}")
        return Value("i", total(w, moved, first))

    return Going(rounds, item)


def least(w: Any, counts: Sequence[str]) -> str:
    """The least of some ints."""
    known = [int(count) for count in counts if is_known(count)]
    others = [count for count in counts if not is_known(count)]
    names = [*([str(min(known))] if known else []), *others]
    found = names[0]
    for name in names[1:]:
        found = w.new(f"call i64 @llvm.smin.i64(i64 {found}, i64 {name})")
    return found


def settle(w: Any, node: ast.For, rounds: str, before: Mapping[str, Any]) -> None:
    """After a loop that no round leaves, how many numbers are in the lists that each appends to."""
    inside = [*itertools.chain.from_iterable(map(ast.walk, node.body))]
    leaves = any(isinstance(one, (ast.Break, ast.Continue)) for one in inside)
    if leaves or not is_known(rounds):
        return
    each = Counter(appended(one.value) for one in node.body if isinstance(one, ast.Expr))
    for name, times in Counter(map(appended, inside)).items():
        start = before.get(length_of(name)) if name and each[name] == times else None
        if start is not None and is_known(start.name):
            assert name
            w.env[length_of(name)] = Value("i", str(int(start.name) + int(rounds) * times))
