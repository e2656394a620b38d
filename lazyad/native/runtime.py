"""What all machine code shares, as IR: how CPython lays out its objects, the processor's flags,
arguments that are read and results that are made.

In: nothing. Out: IR of a module that is compiled once a process, and what others declare of it. A
room of its own because it is the one place that knows CPython's objects.
"""

from __future__ import annotations

import re
import sys

from lazyad.native import arithmetic, tables
from lazyad.native.programs import DONE, GIVES_UP, RAISED

# Objects that every module asks for.
KNOWN = ("list", "tuple", "array", "True", "False", "float", "None", "...", "rest")
OBJECTS = ("float", "otherwise", "NotImplemented")  # and those that each has
HEAD = object.__basicsize__ - 8  # where an object says its type
FLOAT = float.__basicsize__ - 8  # where a float is in its object
SIZE = object.__basicsize__  # where a list or a tuple says how many it holds
TUPLE = tuple.__basicsize__  # where the first item of a tuple is
BYTES = bytes.__basicsize__ - 1  # and the first byte of bytes
LIST = object.__basicsize__ + 8  # where a list says where its items are
FIRST = 3  # item of a door's tuple that is a guard


def field(name: str, kind: str, thing: str, place: int) -> str:
    """What stands there in an object."""
    at = f"{name}.at = getelementptr i8, ptr {thing}, i64 {place}"
    return f"{at}\n  {name} = load {kind}, ptr {name}.at"


def item(name: str, row: str, at: str | int, kind: str = "ptr") -> str:
    """What stands there in a row of such."""
    place = f"{name}.at = getelementptr {kind}, ptr {row}, i64 {at}"
    return f"{place}\n  {name} = load {kind}, ptr {name}.at"


def known(name: str, what: str) -> str:
    """One of the objects that every module asks for."""
    return item(name, "@known", KNOWN.index(what))


_PYTHON = """
declare double @PyFloat_AsDouble(ptr)
declare ptr @PyFloat_FromDouble(double)
declare ptr @PyTuple_New(i64)
declare ptr @PyList_New(i64)
declare ptr @PyObject_Vectorcall(ptr, ptr, i64, ptr)
declare i32 @PyObject_GetBuffer(ptr, ptr, i32)
declare void @PyBuffer_Release(ptr)
declare ptr @PyErr_Occurred()
declare ptr @PyObject_CallNoArgs(ptr)
declare ptr @PyDict_GetItem(ptr, ptr)
declare ptr @PyFunction_GetCode(ptr)
declare void @PyErr_Clear()
declare void @Py_IncRef(ptr)
declare void @Py_DecRef(ptr)
declare ptr @malloc(i64)
declare void @free(ptr)
"""
_LLVM = """
declare double @llvm.fabs.f64(double)
declare double @llvm.sqrt.f64(double)
declare double @llvm.floor.f64(double)
declare double @llvm.ceil.f64(double)
declare double @llvm.trunc.f64(double)
declare double @llvm.roundeven.f64(double)
declare double @llvm.copysign.f64(double, double)
"""
_FLAGS = """
declare void @llvm.x86.sse.stmxcsr(ptr)
declare void @llvm.x86.sse.ldmxcsr(ptr)

define internal i1 @flagged() alwaysinline {
  %p = alloca i32
  call void @llvm.x86.sse.stmxcsr(ptr %p)
  %v = load volatile i32, ptr %p
  %f = and i32 %v, 13
  %r = icmp ne i32 %f, 0
  ret i1 %r
}

define internal void @clear_flags() {
  %p = alloca i32
  call void @llvm.x86.sse.stmxcsr(ptr %p)
  %v = load volatile i32, ptr %p
  %c = and i32 %v, -64
  store volatile i32 %c, ptr %p
  call void @llvm.x86.sse.ldmxcsr(ptr %p)
  ret void
}
"""
"""The processor's flags for what is undefined, infinite by a division by 0, or too large."""

# How many refer to an object: from CPython 3.12 on half a word, negative of what lives for ever.
WORD, _FOR_EVER = ("i64", "false") if sys.version_info < (3, 12) else ("i32", "%never")
_READ_FLOAT = f"""
define internal void @hold(ptr %object, {WORD} %times) alwaysinline {{
  %place = getelementptr i8, ptr %object, i64 {HEAD - 8}
  %count = load {WORD}, ptr %place
  %never = icmp slt {WORD} %count, 0
  %more = select i1 {_FOR_EVER}, {WORD} 0, {WORD} %times
  %new = add {WORD} %count, %more
  store {WORD} %new, ptr %place
  ret void
}}

define internal i1 @read_float(ptr %object, ptr %to) alwaysinline {{
  {field("%type", "ptr", "%object", HEAD)}
  %float = load ptr, ptr @objects
  %is = icmp eq ptr %type, %float
  br i1 %is, label %yes, label %no, !prof !0
yes:
  {field("%v", "double", "%object", FLOAT)}
  store double %v, ptr %to
  %bits = bitcast double %v to i64
  %exponent = and i64 %bits, 9218868437227405312
  %ok = icmp ne i64 %exponent, 9218868437227405312
  ret i1 %ok
no:
  ret i1 false
}}
"""
_TRIED = f"""
define internal i32 @tried(ptr %run, ptr %in, ptr %out) alwaysinline {{
entry:
  br label %next
next:
  %first = phi i1 [ true, %entry ], [ false, %again ]
  %status = call i32 %run(ptr %in, ptr %out)
  %raised = icmp eq i32 %status, {RAISED}
  br i1 %raised, label %over, label %look, !prof !0
look:
  %bad = call i1 @flagged()
  %left = icmp ne i32 %status, {DONE}
  %wrong = or i1 %bad, %left
  br i1 %wrong, label %clear, label %over, !prof !0
clear:
  call void @clear_flags()
  br i1 %left, label %no, label %again
again:
  br i1 %first, label %next, label %no
no:
  ret i32 {GIVES_UP}
over:
  ret i32 %status
}}
"""
"""Whether a function did it, and no flag says that a number is wrong; it runs once more where one
does: that may be of something else, long ago."""

COMMON = "\n".join([_PYTHON, _LLVM, tables.DECLARED, _FLAGS, _READ_FLOAT, _TRIED])
"""What each module has of its own, and all that these call."""

_READERS = f"""
define i1 @lazyad_read_items(ptr %items, i64 %n, ptr %to) {{
entry:
  %some = icmp sgt i64 %n, 0
  br i1 %some, label %next, label %done
next:
  %i = phi i64 [ 0, %entry ], [ %j, %on ]
  {item("%o", "%items", "%i")}
  %t = getelementptr double, ptr %to, i64 %i
  %ok = call i1 @read_float(ptr %o, ptr %t)
  br i1 %ok, label %on, label %bad
on:
  %j = add i64 %i, 1
  %more = icmp slt i64 %j, %n
  br i1 %more, label %next, label %done
done:
  ret i1 true
bad:
  ret i1 false
}}

define ptr @lazyad_items_of(ptr %object, i64 %n, i64 %which) {{
  {field("%type", "ptr", "%object", HEAD)}
  {item("%kind", "@known", "%which")}
  %is = icmp eq ptr %type, %kind
  br i1 %is, label %yes, label %no
yes:
  {field("%size", "i64", "%object", SIZE)}
  %same = icmp eq i64 %size, %n
  br i1 %same, label %found, label %no
found:
  %list = icmp eq i64 %which, 0
  br i1 %list, label %of_list, label %of_tuple
of_list:
  {field("%items", "ptr", "%object", LIST)}
  ret ptr %items
of_tuple:
  %own = getelementptr i8, ptr %object, i64 {TUPLE}
  ret ptr %own
no:
  ret ptr null
}}

define i1 @lazyad_read_array(ptr %object, ptr %shape, i32 %axes, i64 %n, ptr %to) {{
entry:
  %view = alloca [10 x i64], align 16
  {field("%type", "ptr", "%object", HEAD)}
  {known("%kind", "array")}
  %is = icmp eq ptr %type, %kind
  br i1 %is, label %ask, label %no
ask:
  %got = call i32 @PyObject_GetBuffer(ptr %object, ptr %view, i32 12)
  %fine = icmp eq i32 %got, 0
  br i1 %fine, label %look, label %refused
refused:
  call void @PyErr_Clear()
  ret i1 false
look:
  {field("%a", "i32", "%view", 36)}
  %sa = icmp eq i32 %a, %axes
  {item("%l", "%view", 2, "i64")}
  %want = mul i64 %n, 8
  %sl = icmp eq i64 %l, %want
  {item("%format", "%view", 5)}
  %f = load i16, ptr %format
  %sf = icmp eq i16 %f, 100
  %s1 = and i1 %sa, %sl
  %s2 = and i1 %s1, %sf
  br i1 %s2, label %axis, label %other
axis:
  %k = phi i32 [ 0, %look ], [ %k1, %same ]
  %left = icmp slt i32 %k, %axes
  br i1 %left, label %compare, label %copy
compare:
  {item("%h", "%view", 6)}
  %k64 = sext i32 %k to i64
  {item("%g", "%h", "%k64", "i64")}
  {item("%w", "%shape", "%k64", "i64")}
  %eq = icmp eq i64 %g, %w
  br i1 %eq, label %same, label %other
same:
  %k1 = add i32 %k, 1
  br label %axis
copy:
  %buffer = load ptr, ptr %view
  br label %next
next:
  %i = phi i64 [ 0, %copy ], [ %j, %on ]
  {item("%v", "%buffer", "%i", "double")}
  %t = getelementptr double, ptr %to, i64 %i
  store double %v, ptr %t
  %bits = bitcast double %v to i64
  %exponent = and i64 %bits, 9218868437227405312
  %ok = icmp ne i64 %exponent, 9218868437227405312
  br i1 %ok, label %on, label %other
on:
  %j = add i64 %i, 1
  %more = icmp slt i64 %j, %n
  br i1 %more, label %next, label %done
done:
  call void @PyBuffer_Release(ptr %view)
  ret i1 true
other:
  call void @PyBuffer_Release(ptr %view)
  ret i1 false
no:
  ret i1 false
}}

define i1 @lazyad_give_items(ptr %items, i64 %n, ptr %from) {{
entry:
  br label %next
next:
  %i = phi i64 [ 0, %entry ], [ %j, %on ]
  {item("%v", "%from", "%i", "double")}
  %o = call ptr @PyFloat_FromDouble(double %v)
  %ip = getelementptr ptr, ptr %items, i64 %i
  store ptr %o, ptr %ip
  %none = icmp eq ptr %o, null
  br i1 %none, label %bad, label %on
on:
  %j = add i64 %i, 1
  %more = icmp slt i64 %j, %n
  br i1 %more, label %next, label %done
done:
  ret i1 true
bad:
  ret i1 false
}}

define i1 @lazyad_rest() {{
entry:
  {known("%rest", "rest")}
  %none = call ptr @PyObject_CallNoArgs(ptr %rest)
  %ok = icmp ne ptr %none, null
  br i1 %ok, label %done, label %bad
done:
  call void @Py_DecRef(ptr %none)
  ret i1 true
bad:
  ret i1 false
}}

define ptr @lazyad_give_truth(double %v) {{
  %is = fcmp une double %v, 0.0
  %at = select i1 %is, i64 3, i64 4
  {item("%o", "@known", "%at")}
  call void @Py_IncRef(ptr %o)
  ret ptr %o
}}

define internal i1 @same_items(ptr %list, ptr %tuple) {{
entry:
  {field("%n", "i64", "%list", SIZE)}
  {field("%m", "i64", "%tuple", SIZE)}
  %sized = icmp eq i64 %n, %m
  br i1 %sized, label %start, label %no
start:
  {field("%items", "ptr", "%list", LIST)}
  %own = getelementptr i8, ptr %tuple, i64 {TUPLE}
  br label %next
next:
  %i = phi i64 [ 0, %start ], [ %j, %look ]
  %more = icmp slt i64 %i, %n
  br i1 %more, label %look, label %yes
look:
  {item("%a", "%items", "%i")}
  {item("%b", "%own", "%i")}
  %j = add i64 %i, 1
  %same = icmp eq ptr %a, %b
  br i1 %same, label %next, label %no
yes:
  ret i1 true
no:
  ret i1 false
}}

define i1 @lazyad_unchanged(ptr %door) {{
entry:
  {field("%size", "i64", "%door", SIZE)}
  %items = getelementptr i8, ptr %door, i64 {TUPLE}
  {item("%asks", "%items", FIRST - 1)}
  {known("%true", "True")}
  %none = icmp eq ptr %asks, %true
  br i1 %none, label %next, label %ask
ask:
  %r = call ptr @PyObject_CallNoArgs(ptr %asks)
  %raised = icmp eq ptr %r, null
  br i1 %raised, label %clear, label %asked
clear:
  call void @PyErr_Clear()
  ret i1 false
asked:
  call void @Py_DecRef(ptr %r)
  %same = icmp eq ptr %r, %true
  br i1 %same, label %next, label %no
next:
  %i = phi i64 [ {FIRST}, %entry ], [ {FIRST}, %asked ], [ %j, %found ], [ %j, %in_list ]
  %more = icmp slt i64 %i, %size
  br i1 %more, label %look, label %yes
look:
  %hp = getelementptr ptr, ptr %items, i64 %i
  %h = load ptr, ptr %hp
  {item("%n", "%hp", 1)}
  {item("%v", "%hp", 2)}
  %j = add i64 %i, 3
  %cell = icmp eq ptr %n, %true
  br i1 %cell, label %in_cell, label %elsewhere
in_cell:
  {field("%c", "ptr", "%h", SIZE)}
  br label %found
elsewhere:
  {known("%false", "False")}
  %code = icmp eq ptr %n, %false
  br i1 %code, label %of_function, label %others
others:
  {known("%none_is", "None")}
  %list = icmp eq ptr %n, %none_is
  br i1 %list, label %in_list, label %in_dict
in_list:
  %items_same = call i1 @same_items(ptr %h, ptr %v)
  br i1 %items_same, label %next, label %no
of_function:
  %f = call ptr @PyFunction_GetCode(ptr %h)
  br label %found
in_dict:
  %d = call ptr @PyDict_GetItem(ptr %h, ptr %n)
  %missing = icmp eq ptr %d, null
  br i1 %missing, label %absent, label %found
absent:
  {known("%nothing", "...")}
  br label %found
found:
  %is_now = phi ptr [ %c, %in_cell ], [ %f, %of_function ], [ %d, %in_dict ], [ %nothing, %absent ]
  %is = icmp eq ptr %is_now, %v
  br i1 %is, label %next, label %no
yes:
  ret i1 true
no:
  ret i1 false
}}
"""
ATTRIBUTES = """
attributes #0 = { nounwind noinline "prefer-vector-width"="512" "min-legal-vector-width"="512" }
attributes #1 = { nounwind willreturn memory(none) }
attributes #3 = { nounwind willreturn memory(argmem: write) }
attributes #2 = { nounwind noinline willreturn memory(none) }
!0 = !{!"branch_weights", i32 1, i32 1000}
!1 = !{!"branch_weights", i32 1000, i32 1}
"""


_BOUND = f"""
define ptr @lazyad_bound(ptr %self, ptr %none) {{
entry:
  %items = getelementptr i8, ptr %self, i64 {TUPLE}
  {item("%bytes", "%items", 2)}
  %places = getelementptr i8, ptr %bytes, i64 {BYTES}
  %run = load ptr, ptr %places
  {item("%in", "%places", 1)}
  {item("%source", "%places", 2)}
  {item("%out", "%places", 3)}
  {item("%n", "%places", 4, "i64")}
  {item("%loops", "%places", 5, "i64")}
  %own = icmp eq ptr %in, %source
  br i1 %own, label %next, label %copy
copy:
  %size = mul i64 %n, 8
  call void @llvm.memcpy.p0.p0.i64(ptr %in, ptr %source, i64 %size, i1 false)
  br label %next
next:
  %i = phi i64 [ 0, %entry ], [ 0, %copy ], [ %j, %look ]
  %more = icmp slt i64 %i, %n
  br i1 %more, label %look, label %ready
look:
  {item("%x", "%in", "%i", "double")}
  %size_of = call double @llvm.fabs.f64(double %x)
  %finite = fcmp olt double %size_of, 0x7FF0000000000000
  %j = add i64 %i, 1
  br i1 %finite, label %next, label %python
ready:
  %clears = icmp ne i64 %loops, 0
  br i1 %clears, label %clear, label %first
clear:
  call void @clear_flags()
  br label %first
first:
  %status = call i32 @tried(ptr %run, ptr %in, ptr %out)
  switch i32 %status, label %python [ i32 {DONE}, label %fine i32 {RAISED}, label %gone ]
fine:
  {known("%nothing", "None")}
  call void @Py_IncRef(ptr %nothing)
  ret ptr %nothing
gone:
  ret ptr null
python:
  {item("%otherwise", "%items", 1)}
  %r = call ptr @PyObject_CallNoArgs(ptr %otherwise)
  ret ptr %r
}}
"""
"""A function without arguments; its tuple holds what it keeps alive, what it calls where the
machine gives up, and as bytes where `run` is, the row that it reads, the one that this is copied
from, the one that it writes, how many numbers it reads, and whether it has loops."""

RUNTIME = "\n".join(
    [
        f"@known = global [{len(KNOWN)} x ptr] zeroinitializer",
        f"@objects = global [{len(OBJECTS)} x ptr] zeroinitializer",
        "declare double @libm_fmod(double, double) #1",
        *(COMMON, arithmetic.FUNCTIONS, _READERS, tables.FUNCTIONS, _BOUND, ATTRIBUTES),
    ]
)
"""IR of what all modules share."""


def shared(text: str) -> tuple[list[str], list[str]]:
    """The functions that a module defines for others, and what these declare of them."""
    found = re.findall(r"^define (\w+) @(\w+)\((.*?)\)( #1)?", text, re.M)
    declared = [
        f"declare {to} @{name}({re.sub(r' %[a-z]+', '', of)}){more}" for to, name, of, more in found
    ]
    return [name for _, name, _, _ in found], declared


SHARED, DECLARED = shared(RUNTIME)
