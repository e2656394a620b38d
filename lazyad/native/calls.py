"""How Python calls machine code: objects taken apart into a row of floats, results put together.

In: the structure of a function's arguments and of its result. Out: IR of a function as CPython
calls them, and of what every module of ours needs. A room of its own because it is the one place
that knows how CPython lays out its objects, and who computes where the machine does not.

A call whose arguments are not as they were when the function was compiled, that meets a number that
is not finite, or after which the processor's flags say that one was made, is Python's function's:
so every exception and every special case is its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lazyad.graph import CONST, ZERO_OP
from lazyad.native import tables
from lazyad.native.ir import DONE, GIVES_UP, LIBM, RAISED, Code
from lazyad.values.structure import Elements, Static, leaves, parts

OBJECTS = ("float", "list", "tuple", "array", "kernel", "True", "False", "NotImplemented")
HEAD = object.__basicsize__ - 8  # where an object says its type
FLOAT = float.__basicsize__ - 8  # where a float is in its object
SIZE = object.__basicsize__  # where a list or a tuple says how many it holds
TUPLE = tuple.__basicsize__  # where the first item of a tuple is
LIST = object.__basicsize__ + 8  # where a list says where its items are
SHALLOW = 64  # items that are taken apart one by one

PYTHON = """
declare double @PyFloat_AsDouble(ptr)
declare ptr @PyFloat_FromDouble(double)
declare ptr @PyTuple_New(i64)
declare ptr @PyList_New(i64)
declare ptr @PyObject_Vectorcall(ptr, ptr, i64, ptr)
declare i32 @PyObject_GetBuffer(ptr, ptr, i32)
declare void @PyBuffer_Release(ptr)
declare ptr @PyErr_Occurred()
declare void @PyErr_Clear()
declare i32 @PyErr_CheckSignals()
declare void @Py_IncRef(ptr)
declare void @Py_DecRef(ptr)
declare ptr @malloc(i64)
declare void @free(ptr)
"""
MATHS = """
declare double @llvm.fabs.f64(double)
declare double @llvm.sqrt.f64(double)
declare double @llvm.floor.f64(double)
declare double @llvm.ceil.f64(double)
declare double @llvm.trunc.f64(double)
declare double @llvm.roundeven.f64(double)
declare double @llvm.copysign.f64(double, double)

define internal double @py_mod(double %x, double %y) #1 {
  %m = call double @libm_fmod(double %x, double %y)
  %some = fcmp une double %m, 0.0
  %ny = fcmp olt double %y, 0.0
  %nm = fcmp olt double %m, 0.0
  %other = xor i1 %ny, %nm
  %moved = fadd double %m, %y
  %whole = select i1 %other, double %moved, double %m
  %none = call double @llvm.copysign.f64(double 0.0, double %y)
  %r = select i1 %some, double %whole, double %none
  ret double %r
}

define internal double @py_floordiv(double %x, double %y) #1 {
  %m = call double @libm_fmod(double %x, double %y)
  %without = fsub double %x, %m
  %q = fdiv double %without, %y
  %some = fcmp une double %m, 0.0
  %ny = fcmp olt double %y, 0.0
  %nm = fcmp olt double %m, 0.0
  %signs = xor i1 %ny, %nm
  %other = and i1 %some, %signs
  %less = fsub double %q, 1.0
  %d = select i1 %other, double %less, double %q
  %f = call double @llvm.floor.f64(double %d)
  %above = fsub double %d, %f
  %up = fcmp ogt double %above, 0.5
  %more = fadd double %f, 1.0
  %found = select i1 %up, double %more, double %f
  %zero = fcmp oeq double %d, 0.0
  %exact = fdiv double %x, %y
  %none = call double @llvm.copysign.f64(double 0.0, double %exact)
  %r = select i1 %zero, double %none, double %found
  ret double %r
}

define internal double @py_hypot(double %x, double %y) #1 {
  %ax = call double @llvm.fabs.f64(double %x)
  %ay = call double @llvm.fabs.f64(double %y)
  %swap = fcmp ogt double %ay, %ax
  %max = select i1 %swap, double %ay, double %ax
  %zero = fcmp oeq double %max, 0.0
  br i1 %zero, label %none, label %look
none:
  ret double 0.0
look:
  %tiny = fcmp olt double %max, 0x0010000000000000
  br i1 %tiny, label %python, label %scaled
python:
  ret double 0x7FF8000000000000
scaled:
  %bits = bitcast double %max to i64
  %e = lshr i64 %bits, 52
  %down = sub i64 2045, %e
  %sbits = shl i64 %down, 52
  %scale = bitcast i64 %sbits to double
  %sx = fmul double %ax, %scale
  %sy = fmul double %ay, %scale
  %tx = fmul double %sx, 134217729.0
  %tx1 = fsub double %tx, %sx
  %hx = fsub double %tx, %tx1
  %lx = fsub double %sx, %hx
  %a = fmul double %hx, %hx
  %c1 = fadd double 1.0, %a
  %o1 = fsub double 1.0, %c1
  %f1 = fadd double %o1, %a
  %b2 = fmul double 2.0, %hx
  %b = fmul double %b2, %lx
  %c2 = fadd double %c1, %b
  %o2 = fsub double %c1, %c2
  %f2 = fadd double %o2, %b
  %f3 = fmul double %lx, %lx
  %ty = fmul double %sy, 134217729.0
  %ty1 = fsub double %ty, %sy
  %hy = fsub double %ty, %ty1
  %ly = fsub double %sy, %hy
  %c = fmul double %hy, %hy
  %c3 = fadd double %c2, %c
  %o3 = fsub double %c2, %c3
  %g1 = fadd double %o3, %c
  %f4 = fadd double %f1, %g1
  %d2 = fmul double 2.0, %hy
  %d = fmul double %d2, %ly
  %c4 = fadd double %c3, %d
  %o4 = fsub double %c3, %c4
  %g2 = fadd double %o4, %d
  %f5 = fadd double %f2, %g2
  %g3 = fmul double %ly, %ly
  %f6 = fadd double %f3, %g3
  %s1 = fadd double %f4, %f5
  %s2 = fadd double %s1, %f6
  %m1 = fsub double %c4, 1.0
  %m = fadd double %m1, %s2
  %h = call double @llvm.sqrt.f64(double %m)
  %th = fmul double %h, 134217729.0
  %th1 = fsub double %th, %h
  %hh = fsub double %th, %th1
  %lh = fsub double %h, %hh
  %nh = fneg double %hh
  %p = fmul double %nh, %hh
  %c5 = fadd double %c4, %p
  %o5 = fsub double %c4, %c5
  %q1 = fadd double %o5, %p
  %f7 = fadd double %f4, %q1
  %p2 = fmul double -2.0, %hh
  %q = fmul double %p2, %lh
  %c6 = fadd double %c5, %q
  %o6 = fsub double %c5, %c6
  %q2 = fadd double %o6, %q
  %f8 = fadd double %f5, %q2
  %nl = fneg double %lh
  %r = fmul double %nl, %lh
  %c7 = fadd double %c6, %r
  %o7 = fsub double %c6, %c7
  %q3 = fadd double %o7, %r
  %f9 = fadd double %f6, %q3
  %s3 = fadd double %f7, %f8
  %s4 = fadd double %s3, %f9
  %n1 = fsub double %c7, 1.0
  %n = fadd double %n1, %s4
  %w = fmul double 2.0, %h
  %u = fdiv double %n, %w
  %v = fadd double %h, %u
  %z = fdiv double %v, %scale
  ret double %z
}
"""
FLAGS = {
    "x86_64": """
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
""",
}
"""The processor's flags for what is undefined, infinite by a division by 0, or too large."""

_READERS = f"""
define internal i1 @read_float(ptr %object, ptr %to) alwaysinline {{
  %tp = getelementptr i8, ptr %object, i64 {HEAD}
  %type = load ptr, ptr %tp
  %float = load ptr, ptr @objects
  %is = icmp eq ptr %type, %float
  br i1 %is, label %yes, label %no, !prof !0
yes:
  %vp = getelementptr i8, ptr %object, i64 {FLOAT}
  %v = load double, ptr %vp
  store double %v, ptr %to
  %bits = bitcast double %v to i64
  %exponent = and i64 %bits, 9218868437227405312
  %ok = icmp ne i64 %exponent, 9218868437227405312
  ret i1 %ok
no:
  ret i1 false
}}

define internal i1 @read_items(ptr %items, i64 %n, ptr %to) {{
entry:
  %some = icmp sgt i64 %n, 0
  br i1 %some, label %next, label %done
next:
  %i = phi i64 [ 0, %entry ], [ %j, %on ]
  %ip = getelementptr ptr, ptr %items, i64 %i
  %o = load ptr, ptr %ip
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

define internal ptr @items_of(ptr %object, i64 %n, i64 %which) {{
  %tp = getelementptr i8, ptr %object, i64 {HEAD}
  %type = load ptr, ptr %tp
  %kp = getelementptr ptr, ptr @objects, i64 %which
  %kind = load ptr, ptr %kp
  %is = icmp eq ptr %type, %kind
  br i1 %is, label %yes, label %no
yes:
  %sp = getelementptr i8, ptr %object, i64 {SIZE}
  %size = load i64, ptr %sp
  %same = icmp eq i64 %size, %n
  br i1 %same, label %found, label %no
found:
  %list = icmp eq i64 %which, 1
  br i1 %list, label %of_list, label %of_tuple
of_list:
  %lp = getelementptr i8, ptr %object, i64 {LIST}
  %items = load ptr, ptr %lp
  ret ptr %items
of_tuple:
  %own = getelementptr i8, ptr %object, i64 {TUPLE}
  ret ptr %own
no:
  ret ptr null
}}

define internal i1 @read_array(ptr %object, ptr %shape, i32 %axes, i64 %n, ptr %to) {{
entry:
  %view = alloca [10 x i64], align 16
  %tp = getelementptr i8, ptr %object, i64 {HEAD}
  %type = load ptr, ptr %tp
  %kp = getelementptr ptr, ptr @objects, i64 3
  %kind = load ptr, ptr %kp
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
  %ap = getelementptr i8, ptr %view, i64 36
  %a = load i32, ptr %ap
  %sa = icmp eq i32 %a, %axes
  %lp = getelementptr i64, ptr %view, i64 2
  %l = load i64, ptr %lp
  %want = mul i64 %n, 8
  %sl = icmp eq i64 %l, %want
  %fp = getelementptr i64, ptr %view, i64 5
  %format = load ptr, ptr %fp
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
  %hp = getelementptr i64, ptr %view, i64 6
  %h = load ptr, ptr %hp
  %k64 = sext i32 %k to i64
  %gp = getelementptr i64, ptr %h, i64 %k64
  %g = load i64, ptr %gp
  %wp = getelementptr i64, ptr %shape, i64 %k64
  %w = load i64, ptr %wp
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
  %bp = getelementptr double, ptr %buffer, i64 %i
  %v = load double, ptr %bp
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

define internal i1 @give_items(ptr %items, i64 %n, ptr %from) {{
entry:
  br label %next
next:
  %i = phi i64 [ 0, %entry ], [ %j, %on ]
  %fp = getelementptr double, ptr %from, i64 %i
  %v = load double, ptr %fp
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

define internal ptr @give_truth(double %v) {{
  %is = fcmp une double %v, 0.0
  %at = select i1 %is, i64 5, i64 6
  %op = getelementptr ptr, ptr @objects, i64 %at
  %o = load ptr, ptr %op
  call void @Py_IncRef(ptr %o)
  ret ptr %o
}}

"""
_INTERRUPTED = f"""
define internal i32 @interrupted() {{
  %flags = call i1 @flagged()
  br i1 %flags, label %wrong, label %ask
wrong:
  ret i32 {GIVES_UP}
ask:
  %s = call i32 @PyErr_CheckSignals()
  %stop = icmp ne i32 %s, 0
  %r = select i1 %stop, i32 {RAISED}, i32 {DONE}
  ret i32 %r
}}
"""
ATTRIBUTES = """
attributes #0 = { nounwind noinline "prefer-vector-width"="512" "min-legal-vector-width"="512" }
attributes #1 = { nounwind willreturn memory(none) }
attributes #2 = { nounwind noinline willreturn memory(none) }
!0 = !{!"branch_weights", i32 1, i32 1000}
!1 = !{!"branch_weights", i32 1000, i32 1}
"""


def is_plain(structure: Any, result: bool = False) -> bool:
    """Whether a call reads that by itself: numbers, lists, tuples and arrays; of a result, no array
    and no text."""
    kind = type(structure)
    if kind is Elements or kind is Static:
        return not result and kind is Elements and bool(structure.items)
    if kind in (list, tuple):
        return all(is_plain(part, result) for part in structure)
    return parts(structure) is None


def python_call(count: int) -> str:
    """IR that calls a function of Python's, by its number, with that many floats; nan where it
    raises, which nobody hears of: the call is repeated in Python."""
    names = [f"%x{at}" for at in range(count)]
    given = "".join([f", double {x}" for x in names])
    lines = [f"define internal double @python{count}(i64 %which{given}) {{"]
    lines.append(f"  %given = alloca ptr, i64 {count + 1}")
    for at, name in enumerate(names):
        lines.append(f"  %o{at} = call ptr @PyFloat_FromDouble(double {name})")
        lines.append(f"  %p{at} = getelementptr ptr, ptr %given, i64 {at}")
        lines.append(f"  store ptr %o{at}, ptr %p{at}")
    lines += [
        "  %fp = getelementptr ptr, ptr @functions, i64 %which",
        "  %f = load ptr, ptr %fp",
        f"  %r = call ptr @PyObject_Vectorcall(ptr %f, ptr %given, i64 {count}, ptr null)",
    ]
    lines += [f"  call void @Py_DecRef(ptr %o{at})" for at in range(count)]
    lines += [
        "  %none = icmp eq ptr %r, null",
        "  br i1 %none, label %raised, label %came",
        "came:",
        "  %v = call double @PyFloat_AsDouble(ptr %r)",
        "  call void @Py_DecRef(ptr %r)",
        "  %e = call ptr @PyErr_Occurred()",
        "  %fine = icmp eq ptr %e, null",
        "  br i1 %fine, label %give, label %raised",
        "give:",
        "  ret double %v",
        "raised:",
        "  call void @PyErr_Clear()",
        "  ret double 0x7FF8000000000000",
        "}",
    ]
    return "\n".join(lines)


_GIVES_UP = {
    "call": """  %kp = getelementptr ptr, ptr @objects, i64 4
  %kernel = load ptr, ptr %kp
  %r = call ptr @PyObject_Vectorcall(ptr %kernel, ptr %args, i64 %nargs, ptr null)
  ret ptr %r""",
    "try": """  %kp = getelementptr ptr, ptr @objects, i64 7
  %no = load ptr, ptr %kp
  call void @Py_IncRef(ptr %no)
  ret ptr %no""",
}


def _is_fixed(node: Any) -> bool:
    """Whether a result is always the same float."""
    return node.op in (CONST, ZERO_OP) and type(node.payload) in (float, type(None))


def entry(
    way: str, name: str, code: Code, arguments: Sequence[Any], outputs: Any
) -> tuple[str, list[float]]:
    """IR of `@<name>.call` or `@<name>.try`, functions as CPython calls them: where it is not for
    the machine, one calls Python's function, and the other returns NotImplemented. And the floats
    that the table `@constants` is to hold."""
    made = _Entry(way)
    made.arguments(arguments)
    inner = made.lines
    made.lines = []
    result = made.give(outputs, code.kinds)
    count, many = len(leaves([*arguments])), len(code.kinds)
    stack = count + many <= 4096
    size = f"{8 * (count + many + 2)}"
    row = f"alloca double, i64 {count + many + 2}" if stack else f"call ptr @malloc(i64 {size})"
    free = "" if stack else "\n  call void @free(ptr %in)"
    clear = "  call void @clear_flags()" if code.loops else ""
    text = "\n".join(
        [
            *made.constants,
            f"define ptr @{name}.{way}(ptr %self, ptr %args, i64 %nargs) #0 {{",
            f"  %in = {row}",
            f"  %out = getelementptr double, ptr %in, i64 {count}",
            f"  %counted = icmp eq i64 %nargs, {len(arguments)}",
            "  br i1 %counted, label %read, label %python, !prof !1",
            "read:",
            *inner,
            "  br label %run",
            "run:",
            clear,
            f"  %status = call i32 @{name}(ptr %in, ptr %out)",
            f"  %raised = icmp eq i32 %status, {RAISED}",
            "  br i1 %raised, label %gone, label %look, !prof !0",
            "look:",
            "  %bad = call i1 @flagged()",
            f"  %left = icmp ne i32 %status, {DONE}",
            "  %wrong = or i1 %bad, %left",
            "  br i1 %wrong, label %again, label %give, !prof !0",
            "again:",  # the flags may be those of something else, long ago
            "  call void @clear_flags()",
            "  br i1 %left, label %python, label %second",
            "second:",
            f"  %status2 = call i32 @{name}(ptr %in, ptr %out)",
            f"  %raised2 = icmp eq i32 %status2, {RAISED}",
            "  br i1 %raised2, label %gone, label %look2",
            "look2:",
            "  %bad2 = call i1 @flagged()",
            f"  %left2 = icmp ne i32 %status2, {DONE}",
            "  %wrong2 = or i1 %bad2, %left2",
            "  br i1 %wrong2, label %unclear, label %give",
            "unclear:",
            "  call void @clear_flags()",
            "  br label %python",
            "give:",
            *made.lines,
            f"{free}\n  ret ptr {result}",
            "gone:",
            f"{free}\n  ret ptr null",
            "python:",
            free,
            _GIVES_UP[way],
            "}",
        ]
    )
    return text, made.fixed


class _Entry:
    """Lines that take arguments apart and put the result together."""

    def __init__(self, way: str) -> None:
        self.way = way
        self.fixed: list[float] = []  # results that are always the same
        self.lines: list[str] = []
        self.constants: list[str] = []
        self.count = 0
        self.at = 0  # the number that is read or given next

    def new(self, text: str) -> str:
        self.count += 1
        self.lines.append(f"  %e{self.count} = {text}")
        return f"%e{self.count}"

    def must(self, condition: str) -> None:
        self.count += 1
        self.lines.append(f"  br i1 {condition}, label %l{self.count}, label %python, !prof !1")
        self.lines.append(f"l{self.count}:")

    # -- arguments

    def arguments(self, arguments: Sequence[Any]) -> None:
        self.items("%args", arguments)

    def items(self, row: str, structures: Sequence[Any]) -> None:
        plain = all(parts(one) is None for one in structures)
        if plain and len(structures) > SHALLOW:
            to = self.place()
            ok = self.new(f"call i1 @read_items(ptr {row}, i64 {len(structures)}, ptr {to})")
            self.at += len(structures)
            self.must(ok)
            return
        for at, one in enumerate(structures):
            place = self.new(f"getelementptr ptr, ptr {row}, i64 {at}")
            self.argument(self.new(f"load ptr, ptr {place}"), one)

    def argument(self, value: str, structure: Any) -> None:
        kind = type(structure)
        if kind is Elements:
            self.array(value, structure)
        elif kind in (list, tuple):
            which = OBJECTS.index(kind.__name__)
            size = len(structure)
            items = self.new(f"call ptr @items_of(ptr {value}, i64 {size}, i64 {which})")
            self.must(self.new(f"icmp ne ptr {items}, null"))
            self.items(items, structure)
        else:
            to = self.place()
            self.at += 1
            self.must(self.new(f"call i1 @read_float(ptr {value}, ptr {to})"))

    def array(self, value: str, structure: Elements) -> None:
        shape = structure.shape
        self.count += 1
        name = f"@{self.way}.shape{self.count}"
        given = ", ".join([f"i64 {size}" for size in shape])
        self.constants.append(f"{name} = private constant [{len(shape)} x i64] [{given}]")
        size, to = len(structure.items), self.place()
        self.at += size
        words = f"ptr {value}, ptr {name}, i32 {len(shape)}, i64 {size}, ptr {to}"
        self.must(self.new(f"call i1 @read_array({words})"))

    def place(self) -> str:
        return self.new(f"getelementptr double, ptr %in, i64 {self.at}")

    # -- results

    def give(self, outputs: Any, kinds: Sequence[str]) -> str:
        self.at, self.kinds = 0, kinds
        return self.result(outputs)

    def result(self, structure: Any) -> str:
        if type(structure) not in (list, tuple):
            if _is_fixed(structure):
                self.at += 1
                self.fixed.append(0.0 if structure.payload is None else structure.payload)
                place = self.new(f"getelementptr ptr, ptr @constants, i64 {len(self.fixed) - 1}")
                made = self.new(f"load ptr, ptr {place}")
                self.lines.append(f"  call void @Py_IncRef(ptr {made})")
                return made
            place = self.new(f"getelementptr double, ptr %out, i64 {self.at}")
            value = self.new(f"load double, ptr {place}")
            self.at += 1
            if self.kinds[self.at - 1] == "b":
                return self.new(f"call ptr @give_truth(double {value})")
            made = self.new(f"call ptr @PyFloat_FromDouble(double {value})")
            self.exists(made)
            return made
        word = "List" if type(structure) is list else "Tuple"
        made = self.new(f"call ptr @Py{word}_New(i64 {len(structure)})")
        self.exists(made)
        if word == "List":
            place = self.new(f"getelementptr i8, ptr {made}, i64 {LIST}")
            row = self.new(f"load ptr, ptr {place}")
        else:
            row = self.new(f"getelementptr i8, ptr {made}, i64 {TUPLE}")
        size = len(structure)
        floats = all(parts(one) is None for one in structure)
        floats = floats and (size > SHALLOW or not any(map(_is_fixed, structure)))
        if floats and size and set(self.kinds[self.at : self.at + size]) == {"f"}:
            source = self.new(f"getelementptr double, ptr %out, i64 {self.at}")
            self.at += size
            self.exists(made, self.new(f"call i1 @give_items(ptr {row}, i64 {size}, ptr {source})"))
            return made
        for at, one in enumerate(structure):
            item = self.result(one)
            place = self.new(f"getelementptr ptr, ptr {row}, i64 {at}")
            self.lines.append(f"  store ptr {item}, ptr {place}")
        return made

    def exists(self, made: str, condition: str | None = None) -> None:
        """Go on unless there is no memory left; what was made so far is lost with it."""
        condition = condition or self.new(f"icmp ne ptr {made}, null")
        self.count += 1
        self.lines.append(f"  br i1 {condition}, label %l{self.count}, label %gone, !prof !1")
        self.lines.append(f"l{self.count}:")


_GOES_ON = f"define internal i32 @interrupted() {{\n  ret i32 {DONE}\n}}"


def each(code: Code, count: int) -> str:
    """IR of `@points` as `lanes` has it, which calls `@run` for one point after the other; where
    that gives up, the results are nan."""
    size = len(code.kinds)
    lines = [
        "define void @points(ptr %in, ptr %steps, ptr %out, i64 %n, i64 %past) #0 {",
        "entry:",
        f"  %row = alloca double, i64 {count + 1}",
        f"  %result = alloca double, i64 {size + 1}",
        "  br label %next",
        "next:",
        "  %at = phi i64 [ 0, %entry ], [ %on, %goes ]",
        "  %more = icmp slt i64 %at, %n",
        "  br i1 %more, label %point, label %end",
        "point:",
    ]
    for at in range(count):
        lines += [
            f"  %ip{at} = getelementptr ptr, ptr %in, i64 {at}",
            f"  %i{at} = load ptr, ptr %ip{at}",
            f"  %sp{at} = getelementptr i64, ptr %steps, i64 {at}",
            f"  %s{at} = load i64, ptr %sp{at}",
            f"  %k{at} = mul i64 %at, %s{at}",
            f"  %p{at} = getelementptr double, ptr %i{at}, i64 %k{at}",
            f"  %x{at} = load double, ptr %p{at}",
            f"  %r{at} = getelementptr double, ptr %row, i64 {at}",
            f"  store double %x{at}, ptr %r{at}",
        ]
    lines += [
        "  %status = call i32 @run(ptr %row, ptr %result)",
        f"  %fine = icmp eq i32 %status, {DONE}",
        "  br label %goes",
        "goes:",
    ]
    for at in range(size):
        lines += [
            f"  %vp{at} = getelementptr double, ptr %result, i64 {at}",
            f"  %v{at} = load double, ptr %vp{at}",
            f"  %w{at} = select i1 %fine, double %v{at}, double 0x7FF8000000000000",
            f"  %op{at} = getelementptr ptr, ptr %out, i64 {at}",
            f"  %o{at} = load ptr, ptr %op{at}",
            f"  %q{at} = getelementptr double, ptr %o{at}, i64 %at",
            f"  store double %w{at}, ptr %q{at}",
        ]
    return "\n".join(
        [*lines, "  %on = add i64 %at, 1", "  br label %next", "end:", "  ret void", "}"]
    )


def declarations(
    functions: int, calls: Sequence[int], constants: int = 0, python: bool = True
) -> str:
    """What stands around the functions of a module: `calls` are the numbers of arguments that
    Python's functions are called with; without `python`, nothing of it is asked."""
    libm = [
        f"declare double @libm_{name}({', '.join(['double'] * count)}) #1"
        for name, count in LIBM.items()
    ]
    return "\n".join(
        [
            f"@objects = global [{len(OBJECTS)} x ptr] zeroinitializer",
            f"@functions = global [{max(1, functions)} x ptr] zeroinitializer",
            f"@constants = global [{max(1, constants)} x ptr] zeroinitializer",
            *libm,
            PYTHON,
            MATHS,
            tables.FUNCTIONS,
            FLAGS["x86_64"],
            _READERS,
            _INTERRUPTED if python else _GOES_ON,
            *[python_call(count) for count in sorted(set(calls))],
            ATTRIBUTES,
        ]
    )
