"""A few points at once: a builtin function that takes arrays as they are.

In: how many numbers a function of points takes and returns. Out: IR of a function that CPython
calls with an array or a float for each number, and an array for each result. A room of its own
because this is the way of a call that takes a microsecond: arrays of float64 in a row, one like the
other, and apart from what is written; everything else is answered by NotImplemented.
"""

from __future__ import annotations

from lazyad.native.runtime import FLOAT, HEAD
from lazyad.native.vectors import LANES, REAL, TRUTH, WHOLE

OBJECTS = ("float", "array", "True", "NotImplemented")  # that its table `few` points to
MOST = 8192  # points: for more, the interpreter is let go, and threads may help
# Where a Py_buffer has what it says; its first word is where the numbers are.
_VIEW = 80
_OBJECT, _ITEM, _AXES, _FORMAT, _SHAPE = 8, 24, 36, 40, 48
_IN, _OUT = 0x08 | 0x04, 0x08 | 0x04 | 0x01  # PyBUF_ND, PyBUF_FORMAT, PyBUF_WRITABLE
_DOUBLE = ord("d")  # a text of that one letter, as an int of 16 bits


def entry(count: int, size: int) -> str:
    """IR of `@points.call`, which runs `@points`; True if that was done."""
    total = count + size
    mask = ", ".join([f"i64 {lane}" for lane in range(LANES)])
    every = f"[ {total}, %taken ], [ {total}, %written ]"
    masked = f"{REAL} @llvm.masked.load.v{LANES}f64.p0"
    return f"""
@few = global [{len(OBJECTS)} x ptr] zeroinitializer
declare {masked}(ptr, i32, {TRUTH}, {REAL})
declare void @llvm.masked.store.v{LANES}f64.p0({REAL}, ptr, i32, {TRUTH})

define ptr @points.call(ptr %self, ptr %args, i64 %nargs) #0 alignstack(64) {{
entry:
  %views = alloca [{total * _VIEW} x i8], align 16
  %rows = alloca [{total} x ptr]
  %short = alloca [{total} x ptr]
  %steps = alloca [{max(count, 1)} x i64]
  %spare = alloca [{total} x {REAL}], align 64
  %out = getelementptr ptr, ptr %rows, i64 {count}
  %fewout = getelementptr ptr, ptr %short, i64 {count}
  %float = load ptr, ptr {_object("float")}
  %array = load ptr, ptr {_object("array")}
  %right = icmp eq i64 %nargs, {total}
  br i1 %right, label %take, label %no

take:
  %i = phi i64 [ 0, %entry ], [ %i.on, %took ]
  %n = phi i64 [ -1, %entry ], [ %n.on, %took ]
  %more = icmp slt i64 %i, {total}
  br i1 %more, label %one, label %taken
one:
  %argp = getelementptr ptr, ptr %args, i64 %i
  %arg = load ptr, ptr %argp
  %kindp = getelementptr i8, ptr %arg, i64 {HEAD}
  %kind = load ptr, ptr %kindp
  %offset = mul i64 %i, {_VIEW}
  %view = getelementptr i8, ptr %views, i64 %offset
  %owner = getelementptr i8, ptr %view, i64 {_OBJECT}
  %rowp = getelementptr ptr, ptr %rows, i64 %i
  %fewp = getelementptr ptr, ptr %short, i64 %i
  %place = getelementptr {REAL}, ptr %spare, i64 %i
  store ptr null, ptr %owner
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
  %stepp = getelementptr i64, ptr %steps, i64 %i
  store i64 0, ptr %stepp
  br label %took
other:
  %is.array = icmp eq ptr %kind, %array
  br i1 %is.array, label %ask, label %undo
ask:
  %flags = select i1 %given, i32 {_IN}, i32 {_OUT}
  %failed = call i32 @PyObject_GetBuffer(ptr %arg, ptr %view, i32 %flags)
  %fine = icmp eq i32 %failed, 0
  br i1 %fine, label %see, label %clear
clear:
  call void @PyErr_Clear()
  store ptr null, ptr %owner
  br label %undo
see:
  %axesp = getelementptr i8, ptr %view, i64 {_AXES}
  %axes = load i32, ptr %axesp
  %one.axis = icmp eq i32 %axes, 1
  %itemp = getelementptr i8, ptr %view, i64 {_ITEM}
  %item = load i64, ptr %itemp
  %eight = icmp eq i64 %item, 8
  %formatp = getelementptr i8, ptr %view, i64 {_FORMAT}
  %format = load ptr, ptr %formatp
  %letters = load i16, ptr %format
  %double = icmp eq i16 %letters, {_DOUBLE}
  %both = and i1 %one.axis, %eight
  %floats = and i1 %both, %double
  br i1 %floats, label %count, label %undo.this
count:
  %shapep = getelementptr i8, ptr %view, i64 {_SHAPE}
  %shape = load ptr, ptr %shapep
  %length = load i64, ptr %shape
  %new = icmp eq i64 %n, -1
  %equal = icmp eq i64 %n, %length
  %as.many = or i1 %new, %equal
  %base = load ptr, ptr %view
  store ptr %base, ptr %rowp
  br i1 %as.many, label %step, label %undo.this
step:
  br i1 %given, label %go, label %took
go:
  %stepq = getelementptr i64, ptr %steps, i64 %i
  store i64 1, ptr %stepq
  br label %took
took:
  %n.on = phi i64 [ %n, %same ], [ %length, %step ], [ %length, %go ]
  %i.on = add i64 %i, 1
  br label %take
undo.this:
  %i.here = add i64 %i, 1
  br label %undo

taken:
  %some = icmp sgt i64 %n, 0
  %not.many = icmp sle i64 %n, {MOST}
  %few.points = and i1 %some, %not.many
  br i1 %few.points, label %apart, label %undo
apart:
  %a = phi i64 [ 0, %taken ], [ %a.on, %next.a ]
  %a.more = icmp slt i64 %a, {count}
  br i1 %a.more, label %read, label %ready
read:
  %a.step = getelementptr i64, ptr %steps, i64 %a
  %a.moves = load i64, ptr %a.step
  %a.rowp = getelementptr ptr, ptr %rows, i64 %a
  %a.row = load ptr, ptr %a.rowp
  %a.at = ptrtoint ptr %a.row to i64
  %moves = icmp ne i64 %a.moves, 0
  br i1 %moves, label %with, label %next.a
with:
  %b = phi i64 [ 0, %read ], [ %b.on, %next.b ]
  %b.more = icmp slt i64 %b, {size}
  br i1 %b.more, label %written, label %next.a
written:
  %b.rowp = getelementptr ptr, ptr %out, i64 %b
  %b.row = load ptr, ptr %b.rowp
  %b.at = ptrtoint ptr %b.row to i64
  %bytes = shl i64 %n, 3
  %distance = sub i64 %b.at, %a.at
  %shifted = add i64 %distance, %bytes
  %width = shl i64 %bytes, 1
  %overlap = icmp ult i64 %shifted, %width
  %same.row = icmp eq i64 %distance, 0
  %less = sub i64 0, %bytes
  %touch = icmp eq i64 %distance, %less
  %harmless = or i1 %same.row, %touch
  %harm = select i1 %harmless, i1 false, i1 %overlap
  br i1 %harm, label %undo, label %next.b
next.b:
  %b.on = add i64 %b, 1
  br label %with
next.a:
  %a.on = add i64 %a, 1
  br label %apart

ready:
  %whole = and i64 %n, -{LANES}
  call void @points(ptr %rows, ptr %steps, ptr %out, i64 %whole, i64 0)
  %rest = sub i64 %n, %whole
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
  %d = phi i64 [ 0, %last ], [ %d.on, %store ]
  %d.more = icmp slt i64 %d, {size}
  br i1 %d.more, label %store, label %done
store:
  %d.rowp = getelementptr ptr, ptr %out, i64 %d
  %d.row = load ptr, ptr %d.rowp
  %d.to = getelementptr double, ptr %d.row, i64 %whole
  %d.fewp = getelementptr ptr, ptr %fewout, i64 %d
  %d.place = load ptr, ptr %d.fewp
  %d.values = load {REAL}, ptr %d.place, align 64
  call void @llvm.masked.store.v{LANES}f64.p0({REAL} %d.values, ptr %d.to, i32 8, {TRUTH} %mask)
  %d.on = add i64 %d, 1
  br label %give

done:
  %true = load ptr, ptr {_object("True")}
  br label %release
undo:
  %u = phi i64 [ %i, %other ], [ %i, %clear ], [ %i.here, %undo.this ], {every}
  br label %not
no:
  br label %not
not:
  %u.n = phi i64 [ %u, %undo ], [ 0, %no ]
  %none = load ptr, ptr {_object("NotImplemented")}
  br label %release
release:
  %e.n = phi i64 [ {total}, %done ], [ %u.n, %not ]
  %answer = phi ptr [ %true, %done ], [ %none, %not ]
  br label %loose
loose:
  %e = phi i64 [ 0, %release ], [ %e.on, %loosed ]
  %e.more = icmp slt i64 %e, %e.n
  br i1 %e.more, label %held, label %end
held:
  %e.offset = mul i64 %e, {_VIEW}
  %e.view = getelementptr i8, ptr %views, i64 %e.offset
  %e.ownerp = getelementptr i8, ptr %e.view, i64 {_OBJECT}
  %e.owner = load ptr, ptr %e.ownerp
  %e.held = icmp ne ptr %e.owner, null
  br i1 %e.held, label %let, label %loosed
let:
  call void @PyBuffer_Release(ptr %e.view)
  br label %loosed
loosed:
  %e.on = add i64 %e, 1
  br label %loose
end:
  call void @Py_IncRef(ptr %answer)
  ret ptr %answer
}}
"""


def _object(name: str) -> str:
    """Where a module's table of objects has it."""
    return f"getelementptr (ptr, ptr @few, i64 {OBJECTS.index(name)})"
