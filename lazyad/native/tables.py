"""Tables as rows of memory: tuples, what loops keep of their rounds, and what is taken from them.

In: the writer of a function, and the Node or the expression of a table. Out: lines of IR. A room of
its own because nothing else there is no single number.

A table of constants is one of the module's, one of numbers that are computed a part of the
function's own frame, or of its arguments if these stand in a row. So is what a loop keeps, where it
is known how many rounds it has at most; otherwise it grows, and the frame says where it is.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import Any

from lazyad.graph import CONST, Node
from lazyad.native.numbers import Unsupported, Value, constant, is_known
from lazyad.values.rows import NamedTuple

LONGEST = 100_000  # numbers of a list that a frame keeps room for

DECLARED = """
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
declare i64 @llvm.smin.i64(i64, i64)
declare {i64, i1} @llvm.sadd.with.overflow.i64(i64, i64)
declare {i64, i1} @llvm.ssub.with.overflow.i64(i64, i64)
declare {i64, i1} @llvm.smul.with.overflow.i64(i64, i64)
"""
FUNCTIONS = """
declare ptr @realloc(ptr, i64)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)

define void @lazyad_copy(ptr %to, i64 %a, ptr %from, i64 %b, i64 %n) {
  %p = getelementptr double, ptr %to, i64 %a
  %q = getelementptr double, ptr %from, i64 %b
  %bytes = mul i64 %n, 8
  call void @llvm.memcpy.p0.p0.i64(ptr %p, ptr %q, i64 %bytes, i1 false)
  ret void
}

define void @lazyad_clear(ptr %to, i64 %a, i64 %n) {
  %p = getelementptr double, ptr %to, i64 %a
  %bytes = mul i64 %n, 8
  call void @llvm.memset.p0.i64(ptr %p, i8 0, i64 %bytes, i1 false)
  ret void
}

define i1 @lazyad_room(ptr %list, i64 %end) {
  %cp = getelementptr i64, ptr %list, i64 1
  %room = load i64, ptr %cp
  %full = icmp sgt i64 %end, %room
  br i1 %full, label %grow, label %there, !prof !0
grow:
  %old = load ptr, ptr %list
  %twice = mul i64 %end, 2
  %more = add i64 %twice, 64
  %bytes = mul i64 %more, 8
  %new = call ptr @realloc(ptr %old, i64 %bytes)
  %none = icmp eq ptr %new, null
  br i1 %none, label %bad, label %grown
grown:
  store ptr %new, ptr %list
  store i64 %more, ptr %cp
  br label %there
there:
  ret i1 true
bad:
  ret i1 false
}

define i1 @lazyad_keep(ptr %list, i64 %at, double %v) {
  %end = add i64 %at, 1
  %there = call i1 @lazyad_room(ptr %list, i64 %end)
  br i1 %there, label %put, label %bad
put:
  %row = load ptr, ptr %list
  %p = getelementptr double, ptr %row, i64 %at
  store double %v, ptr %p
  ret i1 true
bad:
  ret i1 false
}

define i1 @lazyad_keep_row(ptr %list, i64 %at, ptr %from, i64 %b, i64 %n) {
  %start = mul i64 %at, %n
  %end = add i64 %start, %n
  %there = call i1 @lazyad_room(ptr %list, i64 %end)
  br i1 %there, label %put, label %bad
put:
  %row = load ptr, ptr %list
  call void @lazyad_copy(ptr %row, i64 %start, ptr %from, i64 %b, i64 %n)
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
    """Numbers one after the other: `start` places after a pointer; of what grows, that is where a
    pointer to them stands."""

    base: str
    start: int
    length: int | None = None  # None where `counted` is the place in the frame that says it
    width: int = 0  # numbers of a row, where each is one
    grows: bool = False
    counted: int = 0
    held: str = "f"  # of which kind its numbers are
    changes: bool = False  # whether it is a row of its own, which may be written over
    kind: str = "t"


# ---------------------------------------------------------------------------------- tables


def fixed(w: Any, name: Any, value: tuple[Any, ...]) -> Table:
    """A table of constants, in the writer `w`."""
    if w.in_lanes:
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
    table: Table = w.constants[name][1]
    return table


def made(w: Any, node: Node) -> Table:
    """The table that a Node is."""
    args = node.args
    if all(one.op is CONST for one in args):
        return fixed(w, node, tuple([one.payload for one in args]))
    places = [w.inputs.get(one, -1) for one in args]
    if all(p >= 0 and p == places[0] + at for at, p in enumerate(places)):
        return Table("%in", places[0], len(args))
    found = Table("%frame", w.room(len(args)), len(args))
    for at, one in enumerate(args):
        value = w.known(one)
        if value.kind != "f":
            raise Unsupported("a table of other things than numbers")
        w.lines.append(f"  store double {value.name}, ptr {address(w, found, str(at))}")
    return found


def room_for(w: Any, table: Table) -> Table:
    """A row of its own for as many numbers."""
    return Table("%frame", w.room(_length(table)), table.length, changes=True)


def _length(table: Table) -> int:
    if table.length is None or table.width or table.grows or table.held != "f":
        raise Unsupported("a list that changes or is kept, and is no row of so many numbers")
    return table.length


def copying(to: Table, table: Table) -> str:
    """The line that copies a table there; none where it is that row."""
    if (to.base, to.start) == (table.base, table.start):
        return ""
    words = f"ptr {to.base}, i64 {to.start}, ptr {table.base}, i64 {table.start}, i64 {to.length}"
    return f"  call void @lazyad_copy({words})"


def copied(w: Any, table: Table) -> Table:
    found = room_for(w, table)
    w.lines.append(copying(found, table))
    return found


def move(w: Any, to: Sequence[Any], values: Sequence[Any]) -> None:
    """Copy tables to where the next round has them, none before another one is read."""
    pairs = [pair for pair in zip(to, values, strict=True) if pair[0].kind == "t"]
    pairs = [(one, table) for one, table in pairs if copying(one, table)]
    if len(pairs) > 1:
        pairs = [(one, copied(w, table)) for one, table in pairs]
    w.lines += [copying(one, table) for one, table in pairs]


def blank(w: Any, table: Table) -> Table:
    """As many zeros."""
    found = room_for(w, table)
    w.lines.append(f"  call void @lazyad_clear(ptr %frame, i64 {found.start}, i64 {found.length})")
    return found


def put(w: Any, table: Table, at: str, value: Value) -> Table:
    """Put a number there; the table."""
    place = element(w, table, _within(w, table, at))
    w.lines.append(f"  store double {w.as_float(value)}, ptr {place}")
    return table


def begun(w: Any, most: str, value: Any) -> Table:
    """Room for such a number, or such a row, of each of so many rounds; "" where nobody knows how
    many."""
    width = 0
    if value.kind == "t":
        width = _length(value)
    if is_known(most) and int(most) * max(width, 1) <= LONGEST:
        return Table("%frame", w.room(int(most) * max(width, 1)), width=width)
    found = Table("%frame", w.room(2), width=width, grows=True)
    w.grown.append(found.start)
    return found


def keep(w: Any, table: Table, at: str, value: Any) -> Table:
    """Put a number or a row there, behind all others; the table of such."""
    if value.kind == "t":
        _keep_row(w, table, at, value)
        return table
    if value.kind not in _HELD:
        raise Unsupported("a table of other things than numbers")
    number = w.new(_HELD[value.kind].format(value.name)) if value.kind != "f" else value.name
    if table.grows:
        place = w.new(f"getelementptr double, ptr {table.base}, i64 {table.start}")
        done = w.new(f"call i1 @lazyad_keep(ptr {place}, i64 {at}, double {number})")
        w.unless(w.opposite(done))
    else:
        w.lines.append(f"  store double {number}, ptr {address(w, table, at)}")
    return table._replace(held=value.kind)


def _keep_row(w: Any, table: Table, at: str, row: Table) -> None:
    if table.grows:
        place = w.new(f"getelementptr double, ptr {table.base}, i64 {table.start}")
        words = f"ptr {place}, i64 {at}, ptr {row.base}, i64 {row.start}, i64 {table.width}"
        w.unless(w.opposite(w.new(f"call i1 @lazyad_keep_row({words})")))
    else:
        place = element(w, table, at)
        words = f"ptr {place}, i64 0, ptr {row.base}, i64 {row.start}, i64 {table.width}"
        w.lines.append(f"  call void @lazyad_copy({words})")


def counted(w: Any, tables: Sequence[Table], count: str) -> list[Table]:
    """Those tables, which hold so many numbers."""
    if is_known(count) or not tables:
        return [one._replace(length=int(count)) for one in tables]
    at = w.room(1)
    place = w.new(f"getelementptr double, ptr %frame, i64 {at}")
    w.lines.append(f"  store i64 {count}, ptr {place}")
    return [one._replace(counted=at) for one in tables]


def total(w: Any, one: str, other: str) -> str:
    """The sum of two ints that are no lengths of the user's."""
    if is_known(one) and is_known(other):
        return str(int(one) + int(other))
    return one if other == "0" else w.new(f"add i64 {one}, {other}")


def address(w: Any, table: Table, at: str) -> str:
    """Where the number of that index is."""
    base, start = table.base, table.start
    if table.grows:
        base = w.new(f"getelementptr double, ptr {base}, i64 {start}")
        base, start = w.new(f"load ptr, ptr {base}"), 0
    index = total(w, at, str(start))
    place: str = w.new(f"getelementptr double, ptr {base}, i64 {index}")
    return place


def count_of(w: Any, table: Table) -> str:
    """How many numbers a table has."""
    if table.length is not None:
        return str(table.length)
    place = w.new(f"getelementptr double, ptr %frame, i64 {table.counted}")
    count: str = w.new(f"load i64, ptr {place}")
    return count


def is_table(w: Any, node: ast.expr) -> bool:
    """Whether that is one, of ours."""
    if isinstance(node, ast.Name):
        found = w.known(node.id)
        return found.kind == "t" if found else isinstance(w.scope.get(node.id), tuple)
    return isinstance(node, ast.Subscript) and is_table(w, node.value)


def row_of(w: Any, node: ast.Subscript) -> Any:
    """A number of a table, a row of one of rows, or a part of it."""
    table: Table = w.value(node.value)
    if table.kind != "t":
        raise Unsupported("an index into a number")
    if isinstance(node.slice, ast.Slice):
        return _part(table, node.slice)
    return taken(w, table, w.index(w.value(node.slice)))


def taken(w: Any, table: Table, at: str) -> Any:
    """What stands at that index."""
    place = element(w, table, _within(w, table, at))
    return loaded(w, table, place)


def _within(w: Any, table: Table, at: str) -> str:
    """An index from the front, which is asked whether something stands there."""
    if at in w.ranges and table.length is not None and w.ranges[at] < table.length:
        return at
    return _checked(w, at, count_of(w, table))


def loaded(w: Any, table: Table, place: str) -> Any:
    """The number of a table that stands there, or the row."""
    if table.width:
        return Table(place, 0, table.width)
    if table.held == "i":
        return Value("i", w.new(f"load i64, ptr {place}"))
    number = Value("f", w.new(f"load double, ptr {place}"))
    return Value("b", w.truth(number)) if table.held == "b" else number


def element(w: Any, table: Table, at: str) -> str:
    """Where the number or the row of that index is."""
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


def found_in(w: Any, table: Table, value: Value, left: bool) -> Value:
    """What bisect finds."""
    if table.kind != "t" or table.width or table.held != "f":
        raise Unsupported("a search in something else than a table of numbers")
    row, count = address(w, table, "0"), count_of(w, table)
    words = f"ptr {row}, i64 {count}, double {w.as_float(value)}, i1 {str(left).lower()}"
    return Value("i", w.new(f"call i64 @lazyad_place({words})"))


# ---------------------------------------------------------------------------------- loops


class Going(NamedTuple):
    """What a loop goes through: of how many rounds, and what there is in each."""

    rounds: str
    item: Callable[[str], Value]


def going(w: Any, node: ast.expr) -> Going:
    """What a `for` goes through."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "range":
        return _counting(w, node)
    if not is_table(w, node):
        raise Unsupported("a loop over a container")
    table = w.value(node)
    if table.width:
        raise Unsupported("a loop over a table of rows")
    return Going(count_of(w, table), lambda at: loaded(w, table, address(w, table, at)))


def _counting(w: Any, node: ast.Call) -> Going:
    given = [w.index(w.value(arg)) for arg in node.args]
    first, stop, step = ["0", *given, "1"] if len(given) == 1 else [*given, "1"][:3]
    if is_known(first) and is_known(stop) and is_known(step):
        rounds = str(len(range(int(first), int(stop), int(step))))
    elif step in ("1", "-1"):
        ends = (first, stop) if step == "-1" else (stop, first)
        rounds = stop if (step, first) == ("1", "0") else w.new("sub i64 {}, {}".format(*ends))
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
