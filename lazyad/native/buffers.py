"""A few points at once: builtin functions that take arrays as they are.

In: how many numbers a function of points takes, and the structure of what it returns. Out: IR of
functions that CPython calls with an array or a float for each number, and an array for each result.
A room of its own because this is the way of a call that takes less than a microsecond: arrays of
float64 in a row, one like the other, and apart from what is written. Everything else is handed on.

No array is asked for its buffer, which takes as long as many points: what NumPy's own macros read
of one stands where it always stood, and `is_as_known` looks whether it does.
"""

from __future__ import annotations

import ctypes
import functools
import itertools
from typing import Any

from lazyad.graph import Node, is_condition
from lazyad.native.runtime import FIRST, FLOAT, HEAD, SIZE, TUPLE
from lazyad.native.vectors import LANES, REAL, TRUTH, WHOLE

OBJECTS = ("float", "array", "float64", "out", "True", "NotImplemented")  # of its table `few`
MOST = 8192  # points: for more, the interpreter is let go, and threads may help
# Where an array has its numbers, how many axes it has, its shape, its kind and its flags.
_DATA, _AXES, _SHAPE, _KIND, _FLAGS = [HEAD + 8 + 8 * at for at in (0, 1, 2, 5, 6)]
_READ, _WRITTEN = 0x101, 0x501  # flags: in a row, aligned; and it may be written


@functools.cache
def is_as_known() -> bool:
    """Whether arrays of this NumPy have all that where it is looked for."""
    import numpy

    one = numpy.empty(3)

    def word(place: int, kind: Any = ctypes.c_int64) -> int:
        return kind.from_address(id(one) + place).value  # type: ignore[no-any-return]

    shape = ctypes.c_int64.from_address(word(_SHAPE)).value
    found = word(_DATA), word(_AXES, ctypes.c_int32), shape, word(_KIND)
    known = one.ctypes.data, 1, 3, id(numpy.dtype(float))
    return found == known and word(_FLAGS, ctypes.c_int32) == one.flags.num == 0x507


def objects() -> list[Any]:
    """What the table of a module is to point to."""
    import numpy

    return [float, numpy.ndarray, numpy.dtype(float), "out", True, NotImplemented]


def entries(count: int, outputs: Any, size: int) -> str:
    """IR of `@points.call`, which runs `@points` on an array or float for each number, and an array
    for each result, and says True if that was done; and of `@points.door`, where these stand in a
    structure like that of the outputs, if it is of lists and tuples: see `calls.entry` for its
    tuple."""
    call = f"""
define ptr @points.call(ptr %self, ptr %args, i64 %nargs) #0 {{
  %right = icmp eq i64 %nargs, {count + size}
  br i1 %right, label %ask, label %no
ask:
  %done = call i1 @few.points(ptr %args)
  br i1 %done, label %yes, label %no
yes:
  br label %end
no:
  br label %end
end:
  %at = phi i64 [ {OBJECTS.index("True")}, %yes ], [ {OBJECTS.index("NotImplemented")}, %no ]
  %place = getelementptr ptr, ptr @few, i64 %at
  %answer = load ptr, ptr %place
  call void @Py_IncRef(ptr %answer)
  ret ptr %answer
}}"""
    return (
        _few_points(count, size)
        + call
        + (_door(count, outputs, size) if is_simple(outputs) else "")
    )


def is_simple(outputs: Any) -> bool:
    """Whether results are arrays of numbers in lists and tuples."""
    if type(outputs) in (list, tuple):
        return all(map(is_simple, outputs))
    return isinstance(outputs, Node) and not is_condition(outputs)


def _door(count: int, outputs: Any, size: int) -> str:
    lines: list[str] = []
    places, labels = itertools.count(count), itertools.count()

    def walk(value: str, structure: Any) -> None:
        if type(structure) not in (list, tuple):
            at = next(places)
            lines.append(f"  %to{at} = getelementptr ptr, ptr %objects, i64 {at}")
            lines.append(f"  store ptr {value}, ptr %to{at}")
            return
        at, kind = next(labels), int(type(structure) is tuple)
        items = f"call ptr @lazyad_items_of(ptr {value}, i64 {len(structure)}, i64 {kind})"
        lines.append(f"  %r{at} = {items}")
        lines.append(f"  %k{at} = icmp ne ptr %r{at}, null")
        lines.append(f"  br i1 %k{at}, label %l{at}, label %python\nl{at}:")
        for place, part in enumerate(structure):
            lines.append(f"  %p{at}.{place} = getelementptr ptr, ptr %r{at}, i64 {place}")
            lines.append(f"  %i{at}.{place} = load ptr, ptr %p{at}.{place}")
            walk(f"%i{at}.{place}", part)

    walk("%out", outputs)
    inner = "\n".join(lines)
    return f"""
define ptr @points.door(ptr %self, ptr %args, i64 %nargs, ptr %names) #0 {{
  %objects = alloca [{count + size} x ptr]
  %right = icmp eq i64 %nargs, {count}
  %some = icmp ne ptr %names, null
  %told = and i1 %right, %some
  br i1 %told, label %look, label %python
look:
  %sizep = getelementptr i8, ptr %names, i64 {SIZE}
  %size = load i64, ptr %sizep
  %namep = getelementptr i8, ptr %names, i64 {TUPLE}
  %name = load ptr, ptr %namep
  %one = icmp eq i64 %size, 1
  %word = load ptr, ptr {_object("out")}
  %called = icmp eq ptr %name, %word
  %alone = and i1 %one, %called
  br i1 %alone, label %ask, label %python
ask:
  %same = call i1 @lazyad_unchanged(ptr %self)
  br i1 %same, label %take, label %python
take:
  call void @llvm.memcpy.p0.p0.i64(ptr %objects, ptr %args, i64 {8 * count}, i1 false)
  %outp = getelementptr ptr, ptr %args, i64 {count}
  %out = load ptr, ptr %outp
{inner}
  %done = call i1 @few.points(ptr %objects)
  br i1 %done, label %yes, label %python
yes:
  call void @Py_IncRef(ptr %out)
  ret ptr %out
python:
  %otherp = getelementptr i8, ptr %self, i64 {TUPLE + 8 * (FIRST - 2)}
  %otherwise = load ptr, ptr %otherp
  %r = call ptr @PyObject_Vectorcall(ptr %otherwise, ptr %args, i64 %nargs, ptr %names)
  ret ptr %r
}}"""


def _few_points(count: int, size: int) -> str:
    """IR of `@few.points`: whether these are such arrays and floats, and then all is computed."""
    total = count + size
    mask = ", ".join([f"i64 {lane}" for lane in range(LANES)])
    masked = f"{REAL} @llvm.masked.load.v{LANES}f64.p0"
    return f"""
@few = global [{len(OBJECTS)} x ptr] zeroinitializer
declare {masked}(ptr, i32, {TRUTH}, {REAL})
declare void @llvm.masked.store.v{LANES}f64.p0({REAL}, ptr, i32, {TRUTH})
declare i64 @llvm.umin.i64(i64, i64)
declare i64 @llvm.umax.i64(i64, i64)

define internal i1 @few.points(ptr %args) #0 alignstack(64) {{
entry:
  %rows = alloca [{total} x ptr]
  %short = alloca [{total} x ptr]
  %steps = alloca [{count} x i64]
  %spare = alloca [{total} x {REAL}], align 64
  %out = getelementptr ptr, ptr %rows, i64 {count}
  %fewout = getelementptr ptr, ptr %short, i64 {count}
  %float = load ptr, ptr {_object("float")}
  %array = load ptr, ptr {_object("array")}
  %float64 = load ptr, ptr {_object("float64")}
  br label %take

take:
  %i = phi i64 [ 0, %entry ], [ %i.on, %took ]
  %n = phi i64 [ -1, %entry ], [ %n.on, %took ]
  %lo.in = phi i64 [ -1, %entry ], [ %lo.in.on, %took ]
  %hi.in = phi i64 [ 0, %entry ], [ %hi.in.on, %took ]
  %lo.out = phi i64 [ -1, %entry ], [ %lo.out.on, %took ]
  %hi.out = phi i64 [ 0, %entry ], [ %hi.out.on, %took ]
  %argp = getelementptr ptr, ptr %args, i64 %i
  %arg = load ptr, ptr %argp
  %kindp = getelementptr i8, ptr %arg, i64 {HEAD}
  %kind = load ptr, ptr %kindp
  %rowp = getelementptr ptr, ptr %rows, i64 %i
  %fewp = getelementptr ptr, ptr %short, i64 %i
  %stepp = getelementptr i64, ptr %steps, i64 %i
  %place = getelementptr {REAL}, ptr %spare, i64 %i
  store ptr %place, ptr %fewp
  %given = icmp slt i64 %i, {count}
  %is.float = icmp eq ptr %kind, %float
  %number = and i1 %given, %is.float
  br i1 %number, label %same, label %other
same:
  %valuep = getelementptr i8, ptr %arg, i64 {FLOAT}
  %value = load double, ptr %valuep
  %first = insertelement {REAL} poison, double %value, i32 0
  %splat = shufflevector {REAL} %first, {REAL} poison, <{LANES} x i32> zeroinitializer
  store {REAL} %splat, ptr %place, align 64
  store ptr %place, ptr %rowp
  store i64 0, ptr %stepp
  br label %took
other:
  %is.array = icmp eq ptr %kind, %array
  br i1 %is.array, label %see, label %no
see:
  %axesp = getelementptr i8, ptr %arg, i64 {_AXES}
  %axes = load i32, ptr %axesp
  %one.axis = icmp eq i32 %axes, 1
  %dtypep = getelementptr i8, ptr %arg, i64 {_KIND}
  %dtype = load ptr, ptr %dtypep
  %double = icmp eq ptr %dtype, %float64
  %flagsp = getelementptr i8, ptr %arg, i64 {_FLAGS}
  %flags = load i32, ptr %flagsp
  %need = select i1 %given, i32 {_READ}, i32 {_WRITTEN}
  %has = and i32 %flags, %need
  %fit = icmp eq i32 %has, %need
  %both = and i1 %one.axis, %double
  %fine = and i1 %both, %fit
  br i1 %fine, label %measure, label %no
measure:
  %shapep = getelementptr i8, ptr %arg, i64 {_SHAPE}
  %shape = load ptr, ptr %shapep
  %length = load i64, ptr %shape
  %new = icmp eq i64 %n, -1
  %equal = icmp eq i64 %n, %length
  %as.many = or i1 %new, %equal
  %basep = getelementptr i8, ptr %arg, i64 {_DATA}
  %base = load ptr, ptr %basep
  store ptr %base, ptr %rowp
  %at = ptrtoint ptr %base to i64
  br i1 %as.many, label %step, label %no
step:
  br i1 %given, label %moves, label %writes
moves:
  store i64 1, ptr %stepp
  %lo.in.new = call i64 @llvm.umin.i64(i64 %lo.in, i64 %at)
  %hi.in.new = call i64 @llvm.umax.i64(i64 %hi.in, i64 %at)
  br label %took
writes:
  %lo.out.new = call i64 @llvm.umin.i64(i64 %lo.out, i64 %at)
  %hi.out.new = call i64 @llvm.umax.i64(i64 %hi.out, i64 %at)
  br label %took
took:
  %n.on = phi i64 [ %n, %same ], [ %length, %moves ], [ %length, %writes ]
  %lo.in.on = phi i64 [ %lo.in, %same ], [ %lo.in.new, %moves ], [ %lo.in, %writes ]
  %hi.in.on = phi i64 [ %hi.in, %same ], [ %hi.in.new, %moves ], [ %hi.in, %writes ]
  %lo.out.on = phi i64 [ %lo.out, %same ], [ %lo.out, %moves ], [ %lo.out.new, %writes ]
  %hi.out.on = phi i64 [ %hi.out, %same ], [ %hi.out, %moves ], [ %hi.out.new, %writes ]
  %i.on = add i64 %i, 1
  %more = icmp slt i64 %i.on, {total}
  br i1 %more, label %take, label %taken

taken:
  %some = icmp sgt i64 %n.on, 0
  %not.many = icmp sle i64 %n.on, {MOST}
  %few.points = and i1 %some, %not.many
  br i1 %few.points, label %between, label %no
between:
  %bytes = shl i64 %n.on, 3
  %end.in = add i64 %hi.in.on, %bytes
  %end.out = add i64 %hi.out.on, %bytes
  %before = icmp ule i64 %end.in, %lo.out.on
  %after = icmp ule i64 %end.out, %lo.in.on
  %far = or i1 %before, %after
  br i1 %far, label %ready, label %apart
apart:
  %a = phi i64 [ 0, %between ], [ %a.on, %next.a ]
  %a.more = icmp slt i64 %a, {count}
  br i1 %a.more, label %read, label %ready
read:
  %a.step = getelementptr i64, ptr %steps, i64 %a
  %a.moves = load i64, ptr %a.step
  %a.rowp = getelementptr ptr, ptr %rows, i64 %a
  %a.row = load ptr, ptr %a.rowp
  %a.at = ptrtoint ptr %a.row to i64
  %goes = icmp ne i64 %a.moves, 0
  br i1 %goes, label %with, label %next.a
with:
  %b = phi i64 [ 0, %read ], [ %b.on, %next.b ]
  %b.more = icmp slt i64 %b, {size}
  br i1 %b.more, label %written, label %next.a
written:
  %b.rowp = getelementptr ptr, ptr %out, i64 %b
  %b.row = load ptr, ptr %b.rowp
  %b.at = ptrtoint ptr %b.row to i64
  %distance = sub i64 %b.at, %a.at
  %shifted = add i64 %distance, %bytes
  %width = shl i64 %bytes, 1
  %overlap = icmp ult i64 %shifted, %width
  %same.row = icmp eq i64 %distance, 0
  %less = sub i64 0, %bytes
  %touch = icmp eq i64 %distance, %less
  %harmless = or i1 %same.row, %touch
  %harm = select i1 %harmless, i1 false, i1 %overlap
  br i1 %harm, label %no, label %next.b
next.b:
  %b.on = add i64 %b, 1
  br label %with
next.a:
  %a.on = add i64 %a, 1
  br label %apart

ready:
  %whole = and i64 %n.on, -{LANES}
  call void @points(ptr %rows, ptr %steps, ptr %out, i64 %whole, i64 0)
  %rest = sub i64 %n.on, %whole
  %left = icmp ne i64 %rest, 0
  br i1 %left, label %pad, label %done
pad:
  %restv = insertelement {WHOLE} poison, i64 %rest, i32 0
  %rests = shufflevector {WHOLE} %restv, {WHOLE} poison, <{LANES} x i32> zeroinitializer
  %mask = icmp slt {WHOLE} <{mask}>, %rests
  br label %fill
fill:
  %c = phi i64 [ 0, %pad ], [ %c.on, %filled ]
  %c.more = icmp slt i64 %c, {count}
  br i1 %c.more, label %load, label %last
load:
  %c.stepp = getelementptr i64, ptr %steps, i64 %c
  %c.step = load i64, ptr %c.stepp
  %c.moves = icmp ne i64 %c.step, 0
  br i1 %c.moves, label %copy, label %filled
copy:
  %c.rowp = getelementptr ptr, ptr %rows, i64 %c
  %c.row = load ptr, ptr %c.rowp
  %c.from = getelementptr double, ptr %c.row, i64 %whole
  %c.values = call {masked}(ptr %c.from, i32 8, {TRUTH} %mask, {REAL} splat (double 1.0))
  %c.place = getelementptr {REAL}, ptr %spare, i64 %c
  store {REAL} %c.values, ptr %c.place, align 64
  br label %filled
filled:
  %c.on = add i64 %c, 1
  br label %fill
last:
  call void @points(ptr %short, ptr %steps, ptr %fewout, i64 {LANES}, i64 0)
  br label %give
give:
  %d = phi i64 [ 0, %last ], [ %d.on, %give ]
  %d.rowp = getelementptr ptr, ptr %out, i64 %d
  %d.row = load ptr, ptr %d.rowp
  %d.to = getelementptr double, ptr %d.row, i64 %whole
  %d.fewp = getelementptr ptr, ptr %fewout, i64 %d
  %d.place = load ptr, ptr %d.fewp
  %d.values = load {REAL}, ptr %d.place, align 64
  call void @llvm.masked.store.v{LANES}f64.p0({REAL} %d.values, ptr %d.to, i32 8, {TRUTH} %mask)
  %d.on = add i64 %d, 1
  %d.more = icmp slt i64 %d.on, {size}
  br i1 %d.more, label %give, label %done

done:
  ret i1 true
no:
  ret i1 false
}}
"""


def _object(name: str) -> str:
    """Where a module's table of objects has it."""
    return f"getelementptr (ptr, ptr @few, i64 {OBJECTS.index(name)})"
