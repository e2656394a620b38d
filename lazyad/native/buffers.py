"""A few points at once: builtin functions that take arrays as they are.

In: how many numbers a function of points takes, and the structure of what it returns. Out: IR of
functions that CPython calls with an array or a float for each number, and an array for each result;
and of what these share. A room of its own because this is the way of a call that takes less than a
microsecond: arrays of float64 in a row, one like the other. Everything else is handed on.

No array is asked for its buffer, which takes as long as many points: what NumPy's own macros read
of one stands where it always stood, and `is_as_known` looks whether it does.
"""

from __future__ import annotations

import ctypes
import functools
import sys
from typing import Any

from lazyad.graph import Node, is_condition
from lazyad.native import calls
from lazyad.native.runtime import FIRST, FLOAT, HEAD, SIZE, TUPLE, field, item, shared
from lazyad.native.vectors import LANES, REAL, TRUTH, WHOLE

OBJECTS = ("float", "array", "float64", "out", "True", "NotImplemented")  # of the table `few`
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

    def word(place: int, kind: type[ctypes.c_int64 | ctypes.c_int32] = ctypes.c_int64) -> int:
        return kind.from_address(id(one) + place).value

    shape = ctypes.c_int64.from_address(word(_SHAPE)).value
    found = word(_DATA), word(_AXES, ctypes.c_int32), shape, word(_KIND)
    known = one.ctypes.data, 1, 3, id(numpy.dtype(float))
    kinds = id(numpy.ndarray), word(_FLAGS, ctypes.c_int32)
    return found == known and kinds == (_api()[2], one.flags.num) and one.flags.num == 0x507


def _api() -> list[int]:
    """NumPy's functions for C, by numbers that never change."""
    import numpy

    umath = getattr(numpy, "_core", None) or numpy.core  # as it was called until NumPy 2
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    table = pointer(umath._multiarray_umath._ARRAY_API, None)
    return [*(ctypes.c_void_p * 95).from_address(table)]


def new_array() -> int:
    """Where PyArray_NewFromDescr is."""
    return _api()[94]


def objects() -> list[Any]:
    """What the table `few` is to point to."""
    import numpy

    return [float, numpy.ndarray, numpy.dtype(float), "out", True, NotImplemented]


def entries(count: int, outputs: Any, size: int) -> str:
    """IR of `@points.call`, which runs `@points` on an array or float for each number, and an array
    for each result, and says True if that was done; and of `@points.door`, where these stand in a
    structure like that of the outputs, or are made: if it is of lists and tuples. See `calls.entry`
    for its tuple."""
    call = f"""
define ptr @points.call(ptr %self, ptr %args, i64 %nargs) #0 {{
  %r = call ptr @lazyad_call(ptr @points, ptr %args, i64 %nargs, i64 {count}, i64 {size})
  ret ptr %r
}}"""
    simple = size <= WIDEST and is_simple(outputs)
    return "\n".join([*DECLARED, call, _door(count, outputs, size) if simple else ""])


def is_simple(outputs: Any) -> bool:
    """Whether results are arrays of numbers in lists and tuples."""
    if type(outputs) in (list, tuple):
        return all(map(is_simple, outputs))
    return isinstance(outputs, Node) and not is_condition(outputs)


class _Arrays(calls.Entry):
    """Lines that take results apart and put them together whose numbers are arrays."""

    shallow = sys.maxsize

    def read(self, value: str) -> None:
        self.lines.append(f"  store ptr {value}, ptr {self.place()}")

    def number(self, structure: Node) -> str:
        self.at += 1
        place = self.new(f"getelementptr ptr, ptr %out, i64 {self.at - 1}")
        return self.new(f"load ptr, ptr {place}")


def _door(count: int, outputs: Any, size: int) -> str:
    made = _Arrays("door")
    made.at = count
    made.argument("%given", outputs)
    taken, made.lines = "\n".join(made.lines), []
    result = made.give(outputs, [""] * size)
    built = "\n".join(made.lines)
    every = f"ptr @points, ptr %in, i64 {count}, i64 {size}"
    return f"""
define ptr @points.door(ptr %self, ptr %args, i64 %nargs, ptr %names) #0 {{
  %in = alloca [{count + size} x ptr]
  %out = getelementptr ptr, ptr %in, i64 {count}
  %right = icmp eq i64 %nargs, {count}
  br i1 %right, label %ask, label %python
ask:
  call void @llvm.memcpy.p0.p0.i64(ptr %in, ptr %args, i64 {8 * count}, i1 false)
  %way = call i64 @lazyad_way(ptr %self, ptr %names)
  switch i64 %way, label %python [ i64 1, label %take i64 2, label %make ]
take:
  {item("%given", "%args", count)}
{taken}
  %done = call i1 @lazyad_few({every})
  br i1 %done, label %yes, label %python
yes:
  call void @Py_IncRef(ptr %given)
  ret ptr %given
make:
  %made = call i1 @lazyad_made({every})
  br i1 %made, label %build, label %python
build:
{built}
  ret ptr {result}
gone:
  ret ptr null
python:
  {field("%otherwise", "ptr", "%self", TUPLE + 8 * (FIRST - 2))}
  %r = call ptr @PyObject_Vectorcall(ptr %otherwise, ptr %args, i64 %nargs, ptr %names)
  ret ptr %r
}}"""


def _object(name: str) -> str:
    """Where the table of objects has it."""
    return f"getelementptr (ptr, ptr @few, i64 {OBJECTS.index(name)})"


_MASKED = f"{REAL} @llvm.masked.load.v{LANES}f64.p0"
FUNCTIONS = f"""
@few = global [{len(OBJECTS)} x ptr] zeroinitializer
@new.array = global ptr null
declare i64 @llvm.umin.i64(i64, i64)
declare i64 @llvm.umax.i64(i64, i64)
declare {_MASKED}(ptr, i32, {TRUTH}, {REAL})
declare void @llvm.masked.store.v{LANES}f64.p0({REAL}, ptr, i32, {TRUTH})

define internal {TRUTH} @first(i64 %n) alwaysinline {{
  %one = insertelement {WHOLE} poison, i64 %n, i32 0
  %all = shufflevector {WHOLE} %one, {WHOLE} poison, <{LANES} x i32> zeroinitializer
  %mask = icmp slt {WHOLE} <{", ".join([f"i64 {lane}" for lane in range(LANES)])}>, %all
  ret {TRUTH} %mask
}}

define internal i64 @length(ptr %args, i64 %count) {{
entry:
  %array = load ptr, ptr {_object("array")}
  br label %find
find:
  %i = phi i64 [ 0, %entry ], [ %i.on, %on ]
  {item("%arg", "%args", "%i")}
  {field("%kind", "ptr", "%arg", HEAD)}
  %is.array = icmp eq ptr %kind, %array
  br i1 %is.array, label %see, label %on
on:
  %i.on = add i64 %i, 1
  %more = icmp slt i64 %i.on, %count
  br i1 %more, label %find, label %no
see:
  {field("%axes", "i32", "%arg", _AXES)}
  %row = icmp eq i32 %axes, 1
  br i1 %row, label %measure, label %no
measure:
  {field("%shape", "ptr", "%arg", _SHAPE)}
  %n = load i64, ptr %shape
  %few = icmp ule i64 %n, {MOST}
  %found = select i1 %few, i64 %n, i64 0
  ret i64 %found
no:
  ret i64 0
}}

define internal ptr @row(ptr %arg, i64 %n, i32 %flags) alwaysinline {{
  {field("%kind", "ptr", "%arg", HEAD)}
  %array = load ptr, ptr {_object("array")}
  %is.array = icmp eq ptr %kind, %array
  br i1 %is.array, label %see, label %no
see:
  {field("%axes", "i32", "%arg", _AXES)}
  %one.axis = icmp eq i32 %axes, 1
  {field("%dtype", "ptr", "%arg", _KIND)}
  %float64 = load ptr, ptr {_object("float64")}
  %double = icmp eq ptr %dtype, %float64
  {field("%own", "i32", "%arg", _FLAGS)}
  %has = and i32 %own, %flags
  %fit = icmp eq i32 %has, %flags
  %both = and i1 %one.axis, %double
  %fine = and i1 %both, %fit
  br i1 %fine, label %measure, label %no
measure:
  {field("%shape", "ptr", "%arg", _SHAPE)}
  %length = load i64, ptr %shape
  %as.many = icmp eq i64 %n, %length
  br i1 %as.many, label %yes, label %no
yes:
  {field("%data", "ptr", "%arg", _DATA)}
  ret ptr %data
no:
  ret ptr null
}}

define i1 @lazyad_few(ptr %points, ptr %args, i64 %count, i64 %size) #0 {{
entry:
  %total = add i64 %count, %size
  %rows = alloca ptr, i64 %total
  %steps = alloca i64, i64 %count
  %few = alloca {REAL}, i64 %total
  %out = getelementptr ptr, ptr %rows, i64 %count
  %float = load ptr, ptr {_object("float")}
  %n = call i64 @length(ptr %args, i64 %total)
  %bytes = shl i64 %n, 3
  %short = icmp ult i64 %n, {LANES}
  %mask = call {TRUTH} @first(i64 %n)
  %some = icmp ne i64 %n, 0
  br i1 %some, label %take, label %no

take:
  %i = phi i64 [ 0, %entry ], [ %i.on, %took ]
  %low = phi i64 [ -1, %entry ], [ %low.on, %took ]
  %high = phi i64 [ 0, %entry ], [ %high.on, %took ]
  {item("%arg", "%args", "%i")}
  {field("%kind", "ptr", "%arg", HEAD)}
  %rowp = getelementptr ptr, ptr %rows, i64 %i
  %stepp = getelementptr i64, ptr %steps, i64 %i
  %own = getelementptr {REAL}, ptr %few, i64 %i
  store ptr %own, ptr %rowp
  %number = icmp eq ptr %kind, %float
  br i1 %number, label %same, label %moves
same:
  {field("%value", "double", "%arg", FLOAT)}
  %one = insertelement {REAL} poison, double %value, i32 0
  %all = shufflevector {REAL} %one, {REAL} poison, <{LANES} x i32> zeroinitializer
  store {REAL} %all, ptr %own
  store i64 0, ptr %stepp
  br label %took
moves:
  store i64 1, ptr %stepp
  %row = call ptr @row(ptr %arg, i64 %n, i32 {_READ})
  %is.row = icmp ne ptr %row, null
  br i1 %is.row, label %compare, label %no
compare:
  %at = ptrtoint ptr %row to i64
  %low.new = call i64 @llvm.umin.i64(i64 %low, i64 %at)
  %high.new = call i64 @llvm.umax.i64(i64 %high, i64 %at)
  br i1 %short, label %pad, label %direct
pad:
  %values = call {_MASKED}(ptr %row, i32 8, {TRUTH} %mask, {REAL} splat (double 1.0))
  store {REAL} %values, ptr %own
  br label %took
direct:
  store ptr %row, ptr %rowp
  br label %took
took:
  %low.on = phi i64 [ %low, %same ], [ %low.new, %pad ], [ %low.new, %direct ]
  %high.on = phi i64 [ %high, %same ], [ %high.new, %pad ], [ %high.new, %direct ]
  %i.on = add i64 %i, 1
  %more = icmp slt i64 %i.on, %count
  br i1 %more, label %take, label %taken

taken:
  %end.in = add i64 %high.on, %bytes
  %reach = sub i64 %bytes, 1
  %width = add i64 %reach, %bytes
  br label %put
put:
  %o = phi i64 [ %count, %taken ], [ %o.on, %put.on ]
  %near = phi i1 [ false, %taken ], [ %near.on, %put.on ]
  %bottom = phi i64 [ -1, %taken ], [ %bottom.on, %put.on ]
  %top = phi i64 [ 0, %taken ], [ %top.on, %put.on ]
  {item("%o.arg", "%args", "%o")}
  %o.row = call ptr @row(ptr %o.arg, i64 %n, i32 {_WRITTEN})
  %is.found = icmp ne ptr %o.row, null
  br i1 %is.found, label %found, label %no
found:
  %o.own = getelementptr {REAL}, ptr %few, i64 %o
  %o.to = select i1 %short, ptr %o.own, ptr %o.row
  %o.rowp = getelementptr ptr, ptr %rows, i64 %o
  store ptr %o.to, ptr %o.rowp
  %o.at = ptrtoint ptr %o.row to i64
  %o.end = add i64 %o.at, %bytes
  %below = icmp ule i64 %o.end, %bottom
  %above = icmp uge i64 %o.at, %top
  %outside = or i1 %below, %above
  br i1 %outside, label %alone, label %beside
beside:
  %b = phi i64 [ %count, %found ], [ %b.on, %beside ]
  {item("%b.arg", "%args", "%b")}
  {field("%b.data", "ptr", "%b.arg", _DATA)}
  %b.at = ptrtoint ptr %b.data to i64
  %b.from = sub i64 %b.at, %reach
  %b.gap = sub i64 %o.at, %b.from
  %b.meets = icmp ult i64 %b.gap, %width
  %b.on = add i64 %b, 1
  %b.more = icmp slt i64 %b.on, %o
  %b.other = xor i1 %b.meets, true
  %b.goes = and i1 %b.more, %b.other
  br i1 %b.goes, label %beside, label %besides
besides:
  br i1 %b.meets, label %no, label %alone
alone:
  %before = icmp ule i64 %o.end, %low.on
  %after = icmp uge i64 %o.at, %end.in
  %apart = or i1 %before, %after
  %known = or i1 %apart, %short
  br i1 %known, label %put.on, label %meet
meet:
  %m = phi i64 [ 0, %alone ], [ %m.on, %meet ]
  %m.near = phi i1 [ %near, %alone ], [ %m.near.on, %meet ]
  {item("%m.row", "%rows", "%m")}
  %m.at = ptrtoint ptr %m.row to i64
  %m.from = sub i64 %m.at, %reach
  %m.gap = sub i64 %o.at, %m.from
  %m.meets = icmp ult i64 %m.gap, %width
  %m.near.on = or i1 %m.near, %m.meets
  %m.on = add i64 %m, 1
  %m.more = icmp slt i64 %m.on, %count
  br i1 %m.more, label %meet, label %put.on
put.on:
  %near.on = phi i1 [ %near, %alone ], [ %m.near.on, %meet ]
  %bottom.on = call i64 @llvm.umin.i64(i64 %bottom, i64 %o.at)
  %top.on = call i64 @llvm.umax.i64(i64 %top, i64 %o.end)
  %o.on = add i64 %o, 1
  %o.more = icmp slt i64 %o.on, %total
  br i1 %o.more, label %put, label %ready

ready:
  %long = xor i1 %short, true
  %copied = and i1 %near.on, %long
  br i1 %copied, label %room, label %run
room:
  %size.in = mul i64 %bytes, %count
  %memory = call ptr @malloc(i64 %size.in)
  %exists = icmp ne ptr %memory, null
  br i1 %exists, label %each, label %no
each:
  %k = phi i64 [ 0, %room ], [ %k.on, %next ]
  %k.stepp = getelementptr i64, ptr %steps, i64 %k
  %k.step = load i64, ptr %k.stepp
  %k.moves = icmp ne i64 %k.step, 0
  br i1 %k.moves, label %copy, label %next
copy:
  {item("%k.row", "%rows", "%k")}
  %k.at = mul i64 %k, %n
  %k.to = getelementptr double, ptr %memory, i64 %k.at
  call void @llvm.memcpy.p0.p0.i64(ptr %k.to, ptr %k.row, i64 %bytes, i1 false)
  store ptr %k.to, ptr %k.row.at
  br label %next
next:
  %k.on = add i64 %k, 1
  %k.more = icmp slt i64 %k.on, %count
  br i1 %k.more, label %each, label %run
run:
  %used = phi ptr [ null, %ready ], [ %memory, %next ]
  %wide = call i64 @llvm.umax.i64(i64 %n, i64 {LANES})
  %whole = and i64 %wide, -{LANES}
  call void %points(ptr %rows, ptr %steps, ptr %out, i64 0, i64 %whole, i64 0)
  %even = icmp eq i64 %whole, %wide
  br i1 %even, label %computed, label %rest
rest:
  %from = sub i64 %wide, {LANES}
  call void %points(ptr %rows, ptr %steps, ptr %out, i64 %from, i64 %wide, i64 0)
  br label %computed
computed:
  call void @free(ptr %used)
  br i1 %short, label %give, label %done
give:
  %d = phi i64 [ %count, %computed ], [ %d.on, %give ]
  {item("%d.arg", "%args", "%d")}
  {field("%d.data", "ptr", "%d.arg", _DATA)}
  %d.own = getelementptr {REAL}, ptr %few, i64 %d
  %d.values = load {REAL}, ptr %d.own
  call void @llvm.masked.store.v{LANES}f64.p0({REAL} %d.values, ptr %d.data, i32 8, {TRUTH} %mask)
  %d.on = add i64 %d, 1
  %d.more = icmp slt i64 %d.on, %total
  br i1 %d.more, label %give, label %done
done:
  ret i1 true
no:
  ret i1 false
}}

define ptr @lazyad_call(ptr %points, ptr %args, i64 %nargs, i64 %count, i64 %size) #0 {{
  %total = add i64 %count, %size
  %right = icmp eq i64 %nargs, %total
  br i1 %right, label %ask, label %no
ask:
  %done = call i1 @lazyad_few(ptr %points, ptr %args, i64 %count, i64 %size)
  br i1 %done, label %yes, label %no
yes:
  br label %no
no:
  %place = phi ptr [ {_object("NotImplemented")}, %0 ], [ {_object("NotImplemented")}, %ask ],
    [ {_object("True")}, %yes ]
  %answer = load ptr, ptr %place
  call void @Py_IncRef(ptr %answer)
  ret ptr %answer
}}

define i64 @lazyad_way(ptr %self, ptr %names) #0 {{
  %same = call i1 @lazyad_unchanged(ptr %self)
  br i1 %same, label %ask, label %python
ask:
  %unnamed = icmp eq ptr %names, null
  br i1 %unnamed, label %make, label %look
look:
  {field("%size", "i64", "%names", SIZE)}
  {field("%name", "ptr", "%names", TUPLE)}
  %one = icmp eq i64 %size, 1
  %word = load ptr, ptr {_object("out")}
  %called = icmp eq ptr %name, %word
  %alone = and i1 %one, %called
  br i1 %alone, label %take, label %python
python:
  ret i64 0
take:
  ret i64 1
make:
  ret i64 2
}}

define i1 @lazyad_made(ptr %points, ptr %in, i64 %count, i64 %size) #0 {{
  %length = alloca i64
  %float64 = load ptr, ptr {_object("float64")}
  %array = load ptr, ptr {_object("array")}
  %create = load ptr, ptr @new.array
  %n = call i64 @length(ptr %in, i64 %count)
  store i64 %n, ptr %length
  %some = icmp ne i64 %n, 0
  br i1 %some, label %make, label %no
make:
  %k = phi i64 [ 0, %0 ], [ %k.on, %made ]
  call void @Py_IncRef(ptr %float64)
  %fresh = call ptr %create({_NEW})
  %exists = icmp ne ptr %fresh, null
  br i1 %exists, label %made, label %clear
made:
  %k.at = add i64 %k, %count
  %k.place = getelementptr ptr, ptr %in, i64 %k.at
  store ptr %fresh, ptr %k.place
  %k.on = add i64 %k, 1
  %k.more = icmp slt i64 %k.on, %size
  br i1 %k.more, label %make, label %fill
fill:
  %filled = call i1 @lazyad_few(ptr %points, ptr %in, i64 %count, i64 %size)
  br i1 %filled, label %yes, label %undo
clear:
  call void @PyErr_Clear()
  br label %undo
undo:
  %u = phi i64 [ %k, %clear ], [ %size, %fill ], [ %u.on, %drop ]
  %u.more = icmp sgt i64 %u, 0
  br i1 %u.more, label %drop, label %no
drop:
  %u.on = sub i64 %u, 1
  %u.at = add i64 %u.on, %count
  {item("%u.array", "%in", "%u.at")}
  call void @Py_DecRef(ptr %u.array)
  br label %undo
yes:
  ret i1 true
no:
  ret i1 false
}}
"""
"""IR of what all modules of points share, after what all modules have. `@lazyad_few`: whether these
are such arrays and floats, no result in another's place, and then all is computed: of a copy of
what is read, if results are to stand among it, and less than eight points in rows of their own.
`@lazyad_way`: 1 if a call's only name is out, 2 if it has none, and 0 if it is Python's.
`@lazyad_made`: whether it could make arrays for the results, and compute them."""
SHARED, DECLARED = shared(FUNCTIONS)
