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
from lazyad.native.runtime import FIRST, FLOAT, HEAD, LIST, SIZE, TUPLE
from lazyad.native.vectors import LANES, REAL, TRUTH, WHOLE

OBJECTS = ("float", "array", "float64", "out", "True", "NotImplemented")  # of its table `few`
MOST = 8192  # points: for more, the interpreter is let go, and threads may help
WIDEST = 100  # numbers in a result that is put together here
# Where an array has its numbers, how many axes it has, its shape, its kind and its flags.
_DATA, _AXES, _SHAPE, _KIND, _FLAGS = [HEAD + 8 + 8 * at for at in (0, 1, 2, 5, 6)]
_NEW = "ptr %array, ptr %float64, i32 1, ptr %length, ptr null, ptr null, i32 0, ptr null"
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
    kinds = id(numpy.ndarray), word(_FLAGS, ctypes.c_int32)
    return found == known and kinds == (_api()[2], one.flags.num) and one.flags.num == 0x507


def _api() -> Any:
    """NumPy's functions for C, by numbers that never change."""
    import numpy

    umath = getattr(numpy, "_core", None) or numpy.core  # as it was called until NumPy 2
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    table = pointer(umath._multiarray_umath._ARRAY_API, None)
    return (ctypes.c_void_p * 95).from_address(table)


def new_array() -> int:
    """Where PyArray_NewFromDescr is."""
    return _api()[94]  # type: ignore[no-any-return]


def objects() -> list[Any]:
    """What the table of a module is to point to."""
    import numpy

    return [float, numpy.ndarray, numpy.dtype(float), "out", True, NotImplemented]


def entries(count: int, outputs: Any, size: int) -> str:
    """IR of `@points.call`, which runs `@points` on an array or float for each number, and an array
    for each result, and says True if that was done; and of `@points.door`, where these stand in a
    structure like that of the outputs, or are made: if it is of lists and tuples. See `calls.entry`
    for its tuple."""
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
    simple = size <= WIDEST and is_simple(outputs)
    return _few_points(count, size) + call + (_door(count, outputs, size) if simple else "")


def is_simple(outputs: Any) -> bool:
    """Whether results are arrays of numbers in lists and tuples."""
    if type(outputs) in (list, tuple):
        return all(map(is_simple, outputs))
    return isinstance(outputs, Node) and not is_condition(outputs)


def _taken(count: int, outputs: Any) -> str:
    """IR that looks for arrays in %out, a structure like the outputs, and puts them behind the
    arguments in %objects."""
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
    return "\n".join(lines)


def _built(count: int, outputs: Any) -> tuple[str, str]:
    """IR that puts the arrays in %objects together as the outputs are, and what that is called."""
    lines: list[str] = []
    places, labels = itertools.count(count), itertools.count()

    def build(structure: Any) -> str:
        if type(structure) not in (list, tuple):
            at = next(places)
            lines.append(f"  %from{at} = getelementptr ptr, ptr %objects, i64 {at}")
            lines.append(f"  %array{at} = load ptr, ptr %from{at}")
            return f"%array{at}"
        at, word = next(labels), "List" if type(structure) is list else "Tuple"
        lines.append(f"  %b{at} = call ptr @Py{word}_New(i64 {len(structure)})")
        lines.append(f"  %c{at} = icmp ne ptr %b{at}, null")
        lines.append(f"  br i1 %c{at}, label %m{at}, label %gone\nm{at}:")
        start = LIST if word == "List" else TUPLE
        lines.append(f"  %s{at} = getelementptr i8, ptr %b{at}, i64 {start}")
        row = f"%s{at}"
        if word == "List":
            row = f"%t{at}"
            lines.append(f"  {row} = load ptr, ptr %s{at}")
        for place, part in enumerate(structure):
            value = build(part)
            lines.append(f"  %q{at}.{place} = getelementptr ptr, ptr {row}, i64 {place}")
            lines.append(f"  store ptr {value}, ptr %q{at}.{place}")
        return f"%b{at}"

    result = build(outputs)
    return "\n".join(lines), result


def _door(count: int, outputs: Any, size: int) -> str:
    built, result = _built(count, outputs)
    return f"""
@new.array = global ptr null

define ptr @points.door(ptr %self, ptr %args, i64 %nargs, ptr %names) #0 {{
  %objects = alloca [{count + size} x ptr]
  %length = alloca i64
  %right = icmp eq i64 %nargs, {count}
  br i1 %right, label %ask, label %python
ask:
  %same = call i1 @lazyad_unchanged(ptr %self)
  br i1 %same, label %take, label %python
take:
  call void @llvm.memcpy.p0.p0.i64(ptr %objects, ptr %args, i64 {8 * count}, i1 false)
  %unnamed = icmp eq ptr %names, null
  br i1 %unnamed, label %measure, label %look
look:
  %sizep = getelementptr i8, ptr %names, i64 {SIZE}
  %size = load i64, ptr %sizep
  %namep = getelementptr i8, ptr %names, i64 {TUPLE}
  %name = load ptr, ptr %namep
  %one = icmp eq i64 %size, 1
  %word = load ptr, ptr {_object("out")}
  %called = icmp eq ptr %name, %word
  %alone = and i1 %one, %called
  br i1 %alone, label %given, label %python
given:
  %outp = getelementptr ptr, ptr %args, i64 {count}
  %out = load ptr, ptr %outp
{_taken(count, outputs)}
  %done = call i1 @few.points(ptr %objects)
  br i1 %done, label %yes, label %python
yes:
  call void @Py_IncRef(ptr %out)
  ret ptr %out

measure:
  %float64 = load ptr, ptr {_object("float64")}
  %array = load ptr, ptr {_object("array")}
  br label %find
find:
  %i = phi i64 [ 0, %measure ], [ %i.on, %no.array ]
  %argp = getelementptr ptr, ptr %args, i64 %i
  %arg = load ptr, ptr %argp
  %kindp = getelementptr i8, ptr %arg, i64 {HEAD}
  %kind = load ptr, ptr %kindp
  %is.array = icmp eq ptr %kind, %array
  br i1 %is.array, label %first, label %no.array
no.array:
  %i.on = add i64 %i, 1
  %i.more = icmp slt i64 %i.on, {count}
  br i1 %i.more, label %find, label %python
first:
  %axesp = getelementptr i8, ptr %arg, i64 {_AXES}
  %axes = load i32, ptr %axesp
  %row = icmp eq i32 %axes, 1
  br i1 %row, label %count, label %python
count:
  %shapep = getelementptr i8, ptr %arg, i64 {_SHAPE}
  %shape = load ptr, ptr %shapep
  %n = load i64, ptr %shape
  store i64 %n, ptr %length
  %below = sub i64 %n, 1
  %few.points = icmp ult i64 %below, {MOST}
  br i1 %few.points, label %make, label %python
make:
  %k = phi i64 [ 0, %count ], [ %k.on, %made ]
  call void @Py_IncRef(ptr %float64)
  %new = load ptr, ptr @new.array
  %fresh = call ptr %new({_NEW})
  %exists = icmp ne ptr %fresh, null
  br i1 %exists, label %made, label %clear
made:
  %k.at = add i64 %k, {count}
  %k.place = getelementptr ptr, ptr %objects, i64 %k.at
  store ptr %fresh, ptr %k.place
  %k.on = add i64 %k, 1
  %k.more = icmp slt i64 %k.on, {size}
  br i1 %k.more, label %make, label %fill
fill:
  %filled = call i1 @few.points(ptr %objects)
  br i1 %filled, label %build, label %undo
clear:
  call void @PyErr_Clear()
  br label %undo
undo:
  %u = phi i64 [ %k, %clear ], [ {size}, %fill ], [ %u.on, %drop ]
  %u.more = icmp sgt i64 %u, 0
  br i1 %u.more, label %drop, label %python
drop:
  %u.on = sub i64 %u, 1
  %u.at = add i64 %u.on, {count}
  %u.place = getelementptr ptr, ptr %objects, i64 %u.at
  %u.array = load ptr, ptr %u.place
  call void @Py_DecRef(ptr %u.array)
  br label %undo
build:
{built}
  ret ptr {result}
gone:
  ret ptr null

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
