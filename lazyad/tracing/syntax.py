"""A function's source, so written that its branches can join: `if`, `and`, `break`, early `return`.

In: a function. Out: a code object that a trace runs in the place of its own. Each `if` asks
`control.joins` which of its sides to take, and is told what they did; on plain values it
does what Python does. A room of its own because it alone reads and writes Python's syntax; its
modules take milliseconds to import, and few functions branch.

    if test: A        k = frame.choose(...)
    else: B           for each side: if k.case(): with k: if k.test(its test): its body
                      x, y = k.joined()
"""

from __future__ import annotations
import __future__ as futures

import ast
import copy
import dis
import functools
import linecache
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import CodeType, FunctionType, ModuleType
from typing import Any, TypeGuard

from lazyad.values.structure import is_name
from lazyad.values.trees import parsed

_FUTURE = 0
for _feature in futures.all_feature_names:
    _FUTURE |= getattr(futures, _feature).compiler_flag
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_SCOPES = (*_FUNCTIONS, ast.ClassDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_NAMED = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef),
    *(ast.ExceptHandler, ast.MatchAs, ast.MatchStar),
)
_LEAVES = (ast.Return, ast.Break, ast.Continue)
_TELL = {"exception", "exc_info", "format_exc"}  # of `sys` and `traceback`: the error at hand
_LATER = (ast.Yield, ast.YieldFrom, ast.Await)
_TRIES = (ast.Try, ast.TryStar, ast.With)
_JOINING = (ast.If, ast.Assert, ast.For, ast.While, ast.Match, *_TRIES)


def joining(function: FunctionType, looks_up: bool = False) -> CodeType | None:
    """The function's code with branches that join, and with subscripts that may be traced where it
    `looks_up`; None where its source cannot be known."""
    code = function.__code__
    lines = linecache.getlines(code.co_filename, function.__globals__)
    for cut in (_up_to_its_end, _whole_block):
        try:
            for node in _candidates(code, lines, cut):
                if _alike(_compiled(node, code, _imported(function)), code):
                    return _compiled(_Rewriter(looks_up, lines).whole(node), code)
        except (SyntaxError, ValueError, RecursionError):  # a piece that does not stand alone
            pass
    return None


# ---------------------------------------------------------------------------------- finding it

_files: dict[str, tuple[list[str], ast.AST]] = {}  # those that lambdas were looked for in


def _up_to_its_end(code: CodeType, lines: list[str]) -> list[str]:
    """The lines to the last that its code is of: more may follow that does nothing."""
    last, pending = 0, [code]
    while pending:
        one = pending.pop()
        last = max(last, *[end or 0 for _, end, _, _ in one.co_positions()])
        pending += _inner(one)
    return lines[code.co_firstlineno - 1 : last]


def _whole_block(code: CodeType, lines: list[str]) -> list[str]:
    import inspect  # which takes milliseconds, and reads letter by letter

    return inspect.getblock(lines[code.co_firstlineno - 1 :])


Cut = Callable[[CodeType, list[str]], list[str]]


def _candidates(code: CodeType, lines: list[str], cut: Cut) -> Iterator[Any]:
    """The definitions that may be the function's: by name and first line."""
    first = code.co_firstlineno
    if not lines[first - 1 :]:
        return
    if code.co_name == "<lambda>":
        if _files.get(code.co_filename, (None,))[0] is not lines:
            _files[code.co_filename] = lines, parsed("".join(lines))
        tree = _files[code.co_filename][1]
    else:
        block = "".join(cut(code, lines))
        inside = block[:1].isspace()  # of something, whose first line is put before it
        before = "\n" * (first - 1 - inside)  # whose lines are counted
        tree = parsed(f"{before}if 1:\n{block}" if inside else before + block)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == code.co_name:
            if min([node.lineno, *[one.lineno for one in node.decorator_list]]) == first:
                yield node
        elif isinstance(node, ast.Lambda) and code.co_name == "<lambda>" and node.lineno == first:
            yield node


def _alike(made: CodeType | None, code: CodeType) -> bool:
    """Whether the source is what the code was compiled from: a file may have been edited since."""
    if made is None or made.co_varnames != code.co_varnames or made.co_freevars != code.co_freevars:
        return False
    same = _quickly(made) == _quickly(code) or [*_steps(made)] == [*_steps(code)]
    return same and all(
        _alike(*pair)
        for pair in zip(_inner(made), _inner(code), strict=True)  # as many: steps load them
    )


def _quickly(code: CodeType) -> tuple[Any, ...]:
    """What is enough to know, where nothing but the place was another."""
    plain = [repr(held) for held in code.co_consts if not isinstance(held, CodeType)]
    return code.co_code, code.co_names, code.co_linetable, plain


def _inner(code: CodeType) -> list[CodeType]:
    return [constant for constant in code.co_consts if isinstance(constant, CodeType)]


def _imported(function: FunctionType) -> list[str]:
    """Names that its module may have imported, whose attributes CPython calls in another way than
    methods: with them, what is compiled is the same at once."""
    scope, pending, names = function.__globals__, [function.__code__], set[str]()
    for one in pending:
        names.update(one.co_names)
        pending += _inner(one)
    return sorted(name for name in names if isinstance(scope.get(name), ModuleType))


_CALLS = {"LOAD_METHOD": "LOAD_ATTR"}
_SKIPPED = {"PUSH_NULL", "PRECALL", "CACHE", "EXTENDED_ARG", "COPY_FREE_VARS", "RESUME", "NOP"}


def _steps(code: CodeType) -> Iterator[tuple[Any, ...]]:
    """What the code does, and in which lines; of lambdas, also where in a line."""
    jumps = {*dis.hasjrel, *dis.hasjabs}
    for one in dis.get_instructions(code):
        if one.opname not in _SKIPPED:
            kind, value = _CALLS.get(one.opname, one.opname), one.argval
            said = "" if one.opcode in jumps or isinstance(value, CodeType) else repr(value)
            yield kind, said, one.positions and one.positions.lineno
    if code.co_name == "<lambda>":
        yield tuple({column for *_, start, end in code.co_positions() for column in (start, end)})


def _compiled(node: Any, code: CodeType, imported: Sequence[str] = ()) -> CodeType | None:
    """The code of a definition that stands where the function stood: among its free variables, and
    in its class, whose name private names begin with."""
    made = ast.Expr(node) if isinstance(node, ast.Lambda) else _bare(node)
    body: list[Any] = [made]
    owner = code.co_qualname.rpartition(".")[0].rpartition(".")[2]
    if is_name(owner):
        body = [ast.ClassDef(owner, [], [], body, [], **_no_type_parameters())]
    for name in code.co_freevars:
        if name != "__class__" or not is_name(owner):
            body.insert(0, ast.Assign([ast.Name(name, ast.Store())], ast.Constant(None)))
    if code.co_name not in (*code.co_freevars, "<lambda>"):  # which calls itself by a global's name
        body.insert(0, ast.Global([code.co_name]))
    around = ast.FunctionDef("around", _NO_ARGUMENTS, body, [], **_no_type_parameters())
    field = "value" if isinstance(node, ast.Lambda) else "body"
    held = getattr(made, field)
    setattr(made, field, None if field == "value" else [])  # whose places are known
    imports = [ast.Import([ast.alias(name)]) for name in imported]
    tree = ast.fix_missing_locations(ast.Module([*imports, around], []))
    setattr(made, field, held)
    whole: CodeType = compile(
        tree, code.co_filename, "exec", code.co_flags & _FUTURE, dont_inherit=True
    )
    pending = [whole]
    while pending:
        one = pending.pop()
        if one.co_name == code.co_name and one.co_firstlineno == code.co_firstlineno:
            return one.replace(co_qualname=code.co_qualname)
        pending += _inner(one)
    return None


_NO_ARGUMENTS: Any = ast.arguments([], [], None, [], [], None, [])


def _parameters(names: Iterable[str]) -> ast.arguments:
    return ast.arguments([], [*map(ast.arg, names)], None, [], [], None, [])


def _no_type_parameters() -> dict[str, Any]:
    return {"type_params": []} if "type_params" in ast.FunctionDef._fields else {}


def _bare(node: Any) -> ast.FunctionDef:
    """The definition without what is evaluated around it; as many defaults, and the first line."""
    given = node.args
    plain = [ast.arg(one.arg) for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    count, more = len(given.posonlyargs), len(given.posonlyargs) + len(given.args)
    rest = given.vararg and ast.arg(given.vararg.arg)
    keywords = given.kwarg and ast.arg(given.kwarg.arg)
    args = ast.arguments(
        plain[:count],
        plain[count:more],
        rest,
        plain[more:],
        [None] * len(plain[more:]),
        keywords,
        [],
    )
    bare = ast.FunctionDef(node.name, args, node.body, [], **_no_type_parameters())
    lines = [node.lineno, *[one.lineno for one in node.decorator_list]]
    ast.copy_location(bare, node)
    return bare if min(lines) == node.lineno else _moved(bare, node)


def _moved(bare: ast.FunctionDef, node: ast.FunctionDef) -> ast.FunctionDef:
    """Below a decorator, whose line is the function's first: it stands there again."""
    bare.decorator_list = [ast.copy_location(ast.Constant(None), node.decorator_list[0])]
    return ast.copy_location(bare, node)


# ---------------------------------------------------------------------------------- what it says


def _own(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Every node inside, but for what is another scope's."""
    pending = [*nodes]
    while pending:
        node = pending.pop()
        yield node
        if isinstance(node, _SCOPES):
            continue
        if isinstance(node, _COMPREHENSIONS):  # whose variables are its own, but for those of :=
            inner = [n for part in ast.iter_child_nodes(node) for n in ast.walk(part)]
            pending += [one for one in inner if isinstance(one, ast.NamedExpr)]
            continue
        pending += _parts(node)


def _parts(node: ast.AST) -> list[ast.AST]:
    """The nodes in it, but for operators; ast.iter_child_nodes takes twice the time."""
    found: list[ast.AST] = []
    for held in node.__dict__.values():
        if type(held) is list:
            found += [one for one in held if isinstance(one, ast.AST)]
        elif type(held) is not int and isinstance(held, _WITH_PARTS):  # most are places
            found.append(held)
    return found


_WITH_PARTS = (ast.stmt, ast.expr, ast.arguments, ast.arg, ast.pattern)


def _begins(node: Any) -> tuple[int, int]:
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)


def _assigned(own: Iterable[ast.AST]) -> list[str]:
    """The variables that these nodes give another meaning, or none, in the order of the nodes."""
    found: dict[str, None] = {}
    for node in own:
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            found[node.id] = None
        elif isinstance(node, _NAMED) and node.name:
            found[node.name] = None
        elif isinstance(node, ast.MatchMapping) and node.rest:
            found[node.rest] = None
        elif isinstance(node, ast.alias):
            found[(node.asname or node.name).partition(".")[0]] = None
    return [*found]


def _nonlocal(nodes: Iterable[ast.AST]) -> set[str]:
    return {name for one in nodes if isinstance(one, ast.Nonlocal) for name in one.names}


def _grown(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The names of what is appended to."""
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield from [node.value.id] * (node.attr == "append")


def _is_read(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)


def _in_loop(nodes: Iterable[ast.AST], kinds: tuple[type, ...]) -> Iterator[ast.AST]:
    """The statements of these kinds that are about the loop around them, or the function."""
    for node in nodes:
        if isinstance(node, kinds):
            yield node
        if isinstance(node, (ast.For, ast.While, ast.AsyncFor)):
            yield from _in_loop(node.body, tuple(k for k in kinds if k is ast.Return))
            yield from _in_loop(node.orelse, kinds)
        elif not isinstance(node, _SCOPES):
            inner = [one for one in ast.iter_child_nodes(node) if not isinstance(one, ast.expr)]
            yield from _in_loop(inner, kinds)


# ---------------------------------------------------------------------------------- writing it

_FRAME = """
frame_ = flow_.enter()
try:
    body_
    return frame_.returned(None)
except flow_.Anything:
    if not frame_.left():
        raise
    return frame_.result()
"""
_CASE = """
with c_:
    if c_.test(test_):
        body_
"""
_NEXT_CASE = """
if c_.case():
    if c_.traced:
        set_
    with c_:
        if c_.test(test_):
            body_
"""
_ROUND = """
if l_.fresh:
    start_
try:
    body_
    l_.arrived()
except flow_.Anything:
    if not l_.caught():
        raise
if l_.joins:
    set_
if l_.over:
    break
"""
_WHILE = """
l_ = loop_(frame_, names_, deleted_, at_, else_)
while True:
    round_
if l_.exhausted:
    otherwise_
after_
"""
_FOR = """
l_ = loop_(frame_, names_, deleted_, at_, else_)
for n_ in l_.rounds(iter_):
    round_
if l_.exhausted:
    otherwise_
after_
"""
_TRY = """
t_ = try_(frame_, names_, at_, clauses_, True, read_)
while t_.case():
    if t_.traced:
        set_
    try:
        body_
        t_.arrived()
    except flow_.Anything:
        if not t_.left():
            raise
    finally:
        t_.end()
if t_.traced:
    after_
"""
_TRY_ALONE = """
t_ = try_(frame_, (), at_, clauses_, False)
try:
    body_
finally:
    t_.close()
"""
_PASS_ON = """
try:
    pass
except (flow_.Left, flow_.Apart):
    raise
"""
_ELSE = """
try:
    body_
except flow_.Anything:
    if not l_.left():
        raise
"""


class _Rewriter(ast.NodeTransformer):
    """`flow` is the module `joins`, `frame` what it knows of this call; no name of the user's
    begins with a dot."""

    def __init__(self, looks_up: bool, lines: list[str]) -> None:
        self.looks_up, self.lines = looks_up, lines  # those of the file
        self.count = 0
        self.loops: list[str | None] = []  # those around, by what knows of each
        self.tries: list[str] = []  # those around in the innermost loop
        self.within = 0  # how many `if`s that join stand around
        self.guarded = 0  # how many `finally` and `with` stand around
        self.outside: set[str] = set()  # names that are global
        self.joins = False  # whether a statement may
        self.own: set[str] = set()  # variables of the function

    def whole(self, node: Any) -> Any:
        """The definition with all that is in it rewritten."""
        if isinstance(node, ast.Lambda):
            return ast.copy_location(ast.Lambda(node.args, self.visit(node.body)), node)
        return self._function(node)

    def _function(self, node: ast.FunctionDef) -> Any:
        inner = _Rewriter(self.looks_up, self.lines)
        said: dict[Any, list[Any]] = {
            kind: [] for kind in (*_LATER, ast.Global, ast.Nonlocal, *_JOINING)
        }
        for one in _own(node.body):
            if type(one) in said:
                said[type(one)].append(one)
        if any(said[kind] for kind in _LATER):
            return _Waiting().generic_visit(node)
        inner.outside = {name for one in said[ast.Global] for name in one.names}
        inner.joins = any(said[kind] for kind in _JOINING)
        args = [one.arg for one in ast.walk(node.args) if isinstance(one, ast.arg)]
        inner.own = {*args, *_assigned(_own(node.body))} - inner.outside
        outer = _nonlocal(said[ast.Nonlocal])
        inner.own -= outer
        body = inner.block(node.body)
        if inner.joins:
            shared = sorted(_nonlocal(ast.walk(node)) & (inner.own | outer))
            if shared:  # so that they are found among what the function holds, from its start
                read = ast.Tuple([ast.Name(name, ast.Load()) for name in shared], ast.Load())
                body = [*_filled("cells_ = lambda: read_", node, read_=read), *body]
            body = _filled(_FRAME, node, body_=body)
        made = ast.FunctionDef(
            node.name, node.args, body, node.decorator_list, node.returns, **_type_parameters(node)
        )
        return ast.copy_location(made, node)

    def block(self, body: Sequence[Any]) -> list[Any]:
        made: list[Any] = []
        for one in body:
            found = self.visit(one)
            made += found if isinstance(found, list) else [found]
        return made

    def name(self, kind: str) -> str:
        self.count += 1
        return f".{kind}{self.count}"

    # -- statements

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: Any) -> Any:
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> Any:
        node.body = [self.visit(n) if isinstance(n, ast.FunctionDef) else n for n in node.body]
        return node

    def visit_Try(self, node: Any) -> Any:
        name = self.name("try")
        if node.finalbody:
            self.guarded += 1
            if node.handlers:  # which are tried inside of it
                inner = type(node)(node.body, node.handlers, node.orelse, [])
                node.body, node.handlers, node.orelse = [ast.copy_location(inner, node)], [], []
            node.body, node.finalbody = self.block(node.body), self.block(node.finalbody)
            self.guarded -= 1
            return _tried_alone(node, None, name)
        clauses, names = _clauses(node), sorted(_assigned(_own([node])))
        read = _texts({n.id: None for one in node.body for n in ast.walk(one) if _is_read(n)})
        left = [*_in_loop([node], _LEAVES)]
        of_loops = [one for one in left if not isinstance(one, ast.Return)]
        alone = left if self.guarded else of_loops and self.loops[-1] is None
        joins = not alone and not self.outside.intersection(names)
        # an error that is raised in a clause knows the caught one, whichever clause reads that
        joins = joins and not any("__context__" in line for line in self.lines)
        self.tries += [name] * joins
        for part in (node.body, *[one.body for one in node.handlers], node.orelse):
            part[:] = self.block(part)
        del self.tries[len(self.tries) - joins :]
        _close_first(node, name)
        if not joins:
            return _tried_alone(node, clauses, name)
        if isinstance(node, ast.Try):
            node.handlers.insert(0, _filled(_PASS_ON, node)[0].handlers[0])
        node.body = [*_filled("t_.begin()", node, t_=name), *node.body]
        made = _filled(
            _TRY,
            node,
            t_=name,
            names_=_texts(names),
            at_=_place(node),
            clauses_=clauses,
            read_=read,
            body_=[node],
            set_=_set(names, name, "restored", node),
            after_=_set(names, name, "joined", node),
        )
        for kind in {type(one) for one in of_loops}:
            goes = kind() if not self.tries else ast.Break()
            text = f"if t_.how == {kind.__name__!r}:\n    go_"
            made += _filled(text, node, t_=name, go_=[ast.copy_location(goes, node)])
        return made

    visit_TryStar = visit_Try

    def visit_With(self, node: ast.With) -> Any:
        name = self.name("try")
        for item in node.items:
            (entered,) = _filled("t_.manager(m_)", node, t_=name, m_=self.visit(item.context_expr))
            item.context_expr = entered.value
        self.guarded += 1
        node.body = self.block(node.body)
        self.guarded -= 1
        return _tried_alone(node, None, name)

    def visit_Return(self, node: ast.Return) -> Any:
        if not self.joins:
            return self.generic_visit(node)
        value = self.visit(node.value) if node.value else ast.Constant(None)
        return _filled("return frame_.returned(value_)", node, value_=value)

    def visit_Assert(self, node: ast.Assert) -> Any:
        error = _asking("flow_.AssertionFailed", node, *[node.msg] if node.msg else [])
        fails = ast.copy_location(ast.Raise(error, None), node)
        holds = ast.copy_location(ast.Pass(), node)
        return self.visit_If(ast.copy_location(ast.If(node.test, [holds], [fails]), node))

    def visit_If(self, node: ast.If) -> Any:
        own = [*_own([node])]
        names = sorted(_assigned(own))
        if self._leaves_guarded(node, own) or self.outside.intersection(names):
            node.test = self.visit(_as_test(node.test))
            node.body, node.orelse = self.block(node.body), self.block(node.orelse)
            return node
        self.within += 1
        choice = f".choice{self.within}"  # a name of its own only inside of another
        at = _place(node)
        where = {"names_": _texts(names), "at_": at}
        made = _filled("c_ = frame_.choose(names_, at_)", node, **where, c_=choice)
        rest: Any = node
        template = _CASE
        while True:
            made += self._case(template, choice, rest, names)
            template = _NEXT_CASE
            if len(rest.orelse) != 1 or not isinstance(rest.orelse[0], ast.If):
                break
            rest = rest.orelse[0]
        last = rest.orelse or [ast.copy_location(ast.Pass(), rest)]
        made += self._case(template, choice, ast.If(ast.Constant(True), last, []), names, node)
        after = _set(names, choice, "joined", node)
        self.within -= 1
        return made + _filled("if c_.traced:\n    set_", node, c_=choice, set_=after)

    def visit_Match(self, node: ast.Match) -> Any:
        """As an `if` with its `elif`s, where its patterns are constants, names and rows of them."""
        subject = self.name("subject")
        tests = [_pattern(case.pattern, ast.Name(subject, ast.Load())) for case in node.cases]
        if None in tests:
            asked = _asking("flow_.subject", node, node.subject)
            node.subject = ast.fix_missing_locations(ast.copy_location(asked, node.subject))
            return self.generic_visit(node)
        rest: list[Any] = []
        for case, test in reversed([*zip(node.cases, tests, strict=True)]):
            both = test if case.guard is None else ast.BoolOp(ast.And(), [test, case.guard])
            made = ast.copy_location(ast.If(both, case.body, rest), case.pattern)
            rest = [ast.fix_missing_locations(made)]
        first = _filled("s_ = value_", node.subject, s_=subject, value_=self.visit(node.subject))
        return [*first, *self.block(rest)]

    def visit_MatchClass(self, node: ast.MatchClass) -> Any:
        """float(), int() and bool() as `isinstance` asks it: Python asks what stands for it."""
        if isinstance(node.cls, ast.Name) and node.cls.id in ("bool", "float", "int"):
            node.cls = _filled(f"flow_.{node.cls.id.title()}Pattern", node.cls)[0].value
        return self.generic_visit(node)

    def visit_MatchSingleton(self, node: ast.MatchSingleton) -> Any:
        """True and False as `is` asks it."""
        if node.value is None:
            return node
        kind: Any = _filled(f"flow_.{node.value}Pattern", node)[0]
        return ast.copy_location(ast.MatchClass(kind.value, [], [], []), node)

    def _leaves_guarded(self, node: ast.If, own: list[ast.AST]) -> bool:
        """Whether a `finally` or `with`, or a loop that is not one of ours, would see it left by
        what joins."""
        sides = [*node.body, *node.orelse]
        if self.loops and self.loops[-1] is None and any(_in_loop(sides, _LEAVES[1:])):
            return True
        guarded = [n for n in own if isinstance(n, ast.With) or getattr(n, "finalbody", None)]
        return any(_in_loop(sides if self.guarded else guarded, _LEAVES))

    def _case(
        self, template: str, choice: str, node: Any, names: list[str], at: Any = None
    ) -> list[Any]:
        test = ast.copy_location(self.visit(_as_test(node.test)), at or node.test)
        body, at = self.block(node.body), at or node
        before = _set(names, choice, "restored", at) if template is _NEXT_CASE else []
        return _filled(template, at, c_=choice, test_=test, body_=body, set_=before)

    def visit_For(self, node: ast.For) -> Any:
        return self._loop(node)

    def visit_While(self, node: ast.While) -> Any:
        return self._loop(node)

    def _loop(self, node: Any) -> Any:
        """One that may be kept, or is left by a `break`, or goes on by a `continue`, in an `if`."""
        if isinstance(node, ast.For):
            node.iter = self._counted(node.iter)
        else:
            kinds = ast.NamedExpr, ast.Call, ast.Attribute  # which may be a property
            changes = any(isinstance(n, kinds) for n in ast.walk(node.test))
            node.test = self.visit(_as_test(node.test))
        nodes = sorted(_own([node]), key=_begins)  # in the order of the source
        grown = [one for one in _grown(nodes) if one in self.own]  # which may be another list then
        names = [*dict.fromkeys([*_assigned(nodes), *grown])]
        deleted = [
            one.id for one in nodes if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Del)
        ]
        tries, self.tries = self.tries, []
        if self.guarded or self.outside.intersection(names):
            self.loops.append(None)
            node.body = self.block(node.body)
            self.loops.pop()
            self.tries = tries
            node.orelse = self.block(node.orelse)
            return node
        loop = self.name("loop")
        self.loops.append(loop)
        body = self.block(node.body)
        self.loops.pop()
        self.tries = tries
        if isinstance(node, ast.For):
            number = self.name("number")
            first = _filled("t_ = l_.value(n_)", node, l_=loop, n_=number)
            first[0].targets = [node.target]
        else:
            number = ""
            first = _filled("l_.begins()", node, l_=loop) if changes else []
            first += _filled("if not l_.test(test_):\n    break", node, l_=loop, test_=node.test)
        otherwise = _filled("pass", node)
        if node.orelse:
            otherwise = _filled(_ELSE, node, body_=self.block(node.orelse), l_=loop)
        start, again = _set(names, loop, "start", node), _set(names, loop, "continued", node)
        body = [*first, *body]
        return _filled(
            _FOR if number else _WHILE,
            node,
            l_=loop,
            names_=_texts(names),
            deleted_=_texts(deleted),
            at_=_place(node),
            else_=ast.Constant(bool(node.orelse)),
            n_=number,
            iter_=getattr(node, "iter", None),
            round_=_filled(_ROUND, node, body_=body, l_=loop, start_=start, set_=again),
            otherwise_=otherwise,
            after_=_set(names, loop, "joined", node),
        )

    def visit_Break(self, node: ast.Break | ast.Continue) -> Any:
        kind = type(node).__name__
        leaves: list[Any] = [node]
        if self.tries:  # which run in loops of their own
            leaves = [one for t in self.tries for one in _filled(f"t_.how = {kind!r}", node, t_=t)]
            leaves.append(ast.copy_location(ast.Break(), node))
        loop = self.loops[-1]
        if loop is None:
            return leaves
        return _filled(f"if l_.leaves({kind.lower()!r}):\n    go_", node, l_=loop, go_=leaves)

    visit_Continue = visit_Break

    # -- expressions

    def visit_IfExp(self, node: ast.IfExp) -> Any:
        node.test = _as_test(node.test)
        self.generic_visit(node)
        return self._call("pick", node, node.test, [node.body, node.orelse])

    def visit_BoolOp(self, node: ast.BoolOp) -> Any:
        self.generic_visit(node)
        first, *rest = node.values
        return self._call("both" if isinstance(node.op, ast.And) else "either", node, first, rest)

    def visit_Subscript(self, node: ast.Subscript) -> Any:
        """x[i], where i may be a traced number, and x[i, j] and x[i][j]."""
        if (row := self._in_row(node)) and isinstance(node.ctx, ast.Load):
            call = _asking("keys_.item_of_row", node, *map(self.visit, row))
            return ast.fix_missing_locations(call)
        self.generic_visit(node)
        index: Any = node.slice
        if not self.looks_up or _is_known(index) or not isinstance(node.ctx, ast.Load):
            return node
        if isinstance(index, ast.Tuple):  # slices may stand in brackets alone
            index = ast.Subscript(_filled("flow_.INDEX", node)[0].value, index, ast.Load())
        return ast.fix_missing_locations(_asking("keys_.item", node, node.value, index))

    def visit_Assign(self, node: ast.Assign) -> Any:
        """x[i] = y, where i may be a traced number."""
        target = node.targets[0]
        alone = len(node.targets) == 1
        if alone and (row := self._in_row(target)):
            return self._doing("flow_.put_in_row", [*map(self.visit, (node.value, *row))], node)
        if alone and self._are_places(target):
            parts = [self._in_row(one) or [one.value, one.slice] for one in target.elts]  # type: ignore[attr-defined]
            places: list[ast.expr] = [ast.Tuple(part, ast.Load()) for part in parts]
            if two := self._swaps(target, node.value):
                node.value = self.visit(node.value)
                plain = _asking("flow_.put_all", node, node.value, ast.List(places, ast.Load()))
                return self._doing("keys_.swap", [*two, ast.Lambda(_NO_ARGUMENTS, plain)], node)
            given = [self.visit(node.value), ast.List(places, ast.Load())]
            return self._doing("flow_.put_all", given, node)
        self.generic_visit(node)
        target = node.targets[0]
        if len(node.targets) > 1 or not self._may_be_traced(target):
            return node
        given = [node.value, target.value, target.slice]  # type: ignore[attr-defined]
        return self._doing("flow_.put", given, node)

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        """x[i] += y."""
        row = [self.visit(one) for one in self._in_row(node.target)]
        self.generic_visit(node)
        if not row and not self._may_be_traced(node.target):
            return node
        names = [".old", ".new"]
        both = [ast.Name(name, ast.Load()) for name in names]
        args = _parameters(names)
        combined = ast.Lambda(args, ast.BinOp(both[0], node.op, both[1]))
        if row:
            return self._doing("flow_.combine_in_row", [*row, node.value, combined], node)
        given = [node.target.value, node.target.slice, node.value, combined]  # type: ignore[union-attr]
        return self._doing("keys_.put_combined", given, node)

    def _may_be_traced(self, target: ast.expr) -> bool:
        if not self.looks_up or not isinstance(target, ast.Subscript):
            return False
        return not isinstance(target.slice, ast.Tuple) and not _is_known(target.slice)

    def _in_row(self, node: ast.expr) -> list[ast.expr]:
        """x, i and j of x[i][j], where one of these may be a traced number."""
        if not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Subscript):
            return []
        both = [node.value.slice, node.slice]
        if not self.looks_up or any(isinstance(one, (ast.Slice, ast.Tuple)) for one in both):
            return []
        return [] if all(map(_is_known, both)) else [node.value.value, *both]

    def _are_places(self, target: ast.expr) -> bool:
        """Whether it is a[i], b[j] or a[i][j], b[k][l], whatever is put into which first."""
        if not isinstance(target, ast.Tuple):
            return False
        parts: list[Any] = []
        for one in target.elts:
            of = self._in_row(one)
            parts += of or ([one.value, one.slice] if isinstance(one, ast.Subscript) else [None])
        if None in parts or not any(self._in_row(t) or self._may_be_traced(t) for t in target.elts):
            return False
        plain = (
            ast.Name,
            ast.Constant,
            ast.BinOp,
            ast.UnaryOp,
            ast.operator,
            ast.unaryop,
            ast.Load,
        )
        return all(isinstance(n, plain) for part in parts for n in ast.walk(part))

    def _swaps(self, target: Any, value: Any) -> list[ast.expr]:
        """x, i and j of x[i], x[j] = x[j], x[i]; nothing of another assignment."""
        if not isinstance(value, ast.Tuple) or len(target.elts) != 2 or len(value.elts) != 2:
            return []
        written = [ast.unparse(one) for one in target.elts]
        one, other = target.elts
        same = ast.dump(one.value) == ast.dump(other.value)
        if (
            not same
            or isinstance(one.value, ast.Subscript)
            or [ast.unparse(two) for two in reversed(value.elts)] != written
        ):
            return []
        return [copy.deepcopy(part) for part in (one.value, one.slice, other.slice)]

    def _doing(self, function: str, given: list[Any], node: Any) -> Any:
        call = ast.Expr(_asking(function, node, *given))
        return ast.fix_missing_locations(ast.copy_location(call, node))

    def visit_comprehension(self, node: ast.comprehension) -> Any:
        node.ifs = [self.visit(_as_test(one)) for one in node.ifs]
        node.target, node.iter = self.visit(node.target), self._counted(node.iter)
        return node

    def visit_ListComp(self, node: ast.ListComp) -> Any:
        """[f(x) for x in xs], where a loop may have kept xs."""
        self.generic_visit(node)
        return self._mapped(node)

    def _mapped(self, node: Any) -> Any:
        first, *more = node.generators
        parts = first.target.elts if isinstance(first.target, ast.Tuple) else [first.target]
        names = [one.id for one in parts if isinstance(one, ast.Name)]
        if more or first.is_async or len({*names}) < len(parts):
            return node
        inner = [n for one in (node.elt, *first.ifs) for n in ast.walk(one)]
        if any(isinstance(n, (ast.NamedExpr, *_LATER)) for n in inner):
            return node
        sides: list[ast.expr] = [node.elt]
        if first.ifs:
            test, *rest = [copy.deepcopy(one) for one in first.ifs]
            sides.append(self._call("both", node, test, rest) if rest else test)
            known = ast.Call(ast.Name(".known", ast.Load()), [sides[1]], [])
            first.ifs = [ast.copy_location(known, node)]
        of_each = [self._of_item(names, first.target, copy.deepcopy(one)) for one in sides]
        given, first.iter = first.iter, ast.Name(".values", ast.Load())
        of_all = _parameters([".values", ".known"][: len(sides)])
        plain = ast.copy_location(ast.Lambda(of_all, node), node)
        function = "flow_.selected" if first.ifs else "flow_.mapped"
        return ast.fix_missing_locations(_asking(function, node, given, plain, *of_each))

    def _of_item(self, names: Sequence[str], target: ast.expr, value: ast.expr) -> ast.expr:
        """A function of what a comprehension goes through."""
        each = ast.copy_location(ast.Lambda(_parameters(names), value), value)
        if not isinstance(target, ast.Tuple):
            return each
        row = ast.Starred(ast.Name(".row", ast.Load()), ast.Load())
        return ast.copy_location(
            ast.Lambda(_parameters([".row"]), ast.Call(each, [row], [])), value
        )

    def visit_Call(self, node: ast.Call) -> Any:
        """int(x), where x may be one; any(xs), of conditions; and sum(f(x) for x in xs), where a
        loop may have kept xs."""
        listed = _is_of_list(node)
        self.generic_visit(node)
        if (given := self._of_items(node, listed)) is not None:
            reduced = _asking("flow_.reduced", node, *given, keywords=node.keywords)
            return ast.fix_missing_locations(reduced)
        for method, function in (("get", "got"), ("setdefault", "set_default")):
            if self.looks_up and _asks_method(node, method, 2):
                owner = node.func.value  # type: ignore[attr-defined]
                return _asking(f"keys_.{function}", node, owner, *node.args)
        named = any(isinstance(n, ast.NamedExpr) for n in ast.walk(node))  # by the deciding item
        if (_calls(node, "any", 1) or _calls(node, "all", 1)) and not named:
            return _asking("flow_.some", node, _place(node), node.func, *node.args)
        return self._asked("whole", node) if self._names(node, "int", 1) else node

    def _of_items(self, node: ast.Call, listed: bool) -> list[ast.expr] | None:
        """The function, what a comprehension is made of, and other arguments; or None."""
        first: Any = node.args[0] if node.args else None
        asks = _calls(node, "any", 1) or _calls(node, "all", 1)
        if isinstance(first, ast.GeneratorExp) and not asks:
            mapped = self._mapped(first)
            listed = mapped is not first
            first = mapped
        if not (listed and isinstance(first, ast.Call)):
            return None
        return [node.func, ast.List(first.args, ast.Load()), *node.args[1:]]

    def _counted(self, node: Any) -> Any:
        """What a `for` goes through: range(x), where x may be one; also in reversed(range(x)) and
        enumerate(range(x))."""
        if self._names(node, "reversed", 1):
            node.args = [self._counted(node.args[0])]
            return node
        if self._names(node, "enumerate", 2):
            node.args = [self._counted(node.args[0]), *map(self.visit, node.args[1:])]
            return self._asked("enumerated", node)
        if self._names(node, "zip", 8):
            return self._asked("zipped", self.visit(node))
        node, ranges = self.visit(node), self._names(node, "range", 3)
        return self._asked("ranged", node) if ranges else node

    def _names(self, node: Any, function: str, most: int) -> bool:
        """Whether it calls what has that name, with some numbers."""
        return self.looks_up and _calls(node, function, most)

    def _asked(self, function: str, node: ast.Call) -> ast.Call:
        return _asking(f"flow_.{function}", node, node.func, *node.args)

    def visit_BinOp(self, node: ast.BinOp) -> Any:
        """ "%.2f" % x, where x may be a traced number."""
        self.generic_visit(node)
        text = isinstance(node.left, ast.Constant) and isinstance(node.left.value, str)
        if not (isinstance(node.op, ast.Mod) and text):
            return node
        return _asking("flow_.text", node, node.left, node.right)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> Any:
        if not isinstance(node.op, ast.Not):
            return self.generic_visit(node)
        return _asking("flow_.negated", node, self.visit(_as_test(node.operand)))

    def visit_Compare(self, node: ast.Compare) -> Any:
        """a < b < c is a < b and b < c, where b is computed once."""
        self.generic_visit(node)
        equal = len(node.ops) == 1 and isinstance(node.ops[0], (ast.Eq, ast.NotEq))
        if equal and isinstance(last := node.comparators[0], ast.List) and not last.elts:
            asked = _asking("flow_.empty", node, node.left)
            negated = isinstance(node.ops[0], ast.NotEq)
            return _asking("flow_.negated", node, asked) if negated else asked
        if len(node.ops) == 1 and isinstance(node.ops[0], (ast.In, ast.NotIn)):
            return self._within(node)
        if len(node.ops) == 1:
            return self._same(node) if isinstance(node.ops[0], (ast.Is, ast.IsNot)) else node
        if any(isinstance(n, ast.NamedExpr) for n in _own(node.comparators[1:])):
            return node  # an assignment there would be a side's own
        return self._chain(node, node.left, node.ops, node.comparators)

    def _chain(
        self, node: ast.Compare, left: ast.expr, ops: Sequence[Any], others: Sequence[ast.expr]
    ) -> Any:
        if len(ops) == 1:
            return ast.copy_location(ast.Compare(left, [*ops], [*others]), node)
        names = [self.name("value"), self.name("value")]
        one, two = [ast.copy_location(ast.Name(name, ast.Load()), node) for name in names]
        first = ast.copy_location(ast.Compare(one, [ops[0]], [two]), node)
        both = self._call("both", node, first, [self._chain(node, two, ops[1:], others[1:])])
        args = _parameters(names)
        made = ast.Call(ast.Lambda(args, both), [left, others[0]], [])
        return ast.fix_missing_locations(ast.copy_location(made, node))

    def _same(self, node: ast.Compare) -> Any:
        """`flag is True`, where flag may be a condition, and `one is other`, of which a branch may
        have made one or None; but nothing that is traced is any other constant."""
        sides = [node.left, *node.comparators]
        known = (bool, type(None))
        if any(isinstance(n, ast.Constant) and not isinstance(n.value, known) for n in sides):
            return node
        made = _asking("flow_.same", node, *sides)
        return made if isinstance(node.ops[0], ast.Is) else _asking("flow_.negated", node, made)

    def _within(self, node: ast.Compare) -> Any:
        """`x in row`, where x or what is in the row may be traced."""
        names = [".one", ".row"]
        one, row = [ast.Name(name, ast.Load()) for name in names]
        args = _parameters(names)
        plain = ast.Lambda(args, ast.Compare(one, [ast.In()], [row]))
        made = _asking("keys_.within", node, _place(node), plain, node.left, *node.comparators)
        ast.fix_missing_locations(made)
        return made if isinstance(node.ops[0], ast.In) else _asking("flow_.negated", node, made)

    def _call(self, function: str, node: Any, first: Any, sides: Sequence[Any]) -> Any:
        """A call that evaluates the sides when it comes to them."""
        if any(isinstance(n, ast.NamedExpr) for side in sides for n in _own([side])):
            return node  # an assignment in a side would be the side's own
        later = [ast.copy_location(ast.Lambda(_NO_ARGUMENTS, side), side) for side in sides]
        return _asking(f"flow_.{function}", node, _place(node), first, *later)


class _Waiting(ast.NodeTransformer):
    """Of a generator: where it tries what."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        return node

    visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = visit_FunctionDef  # type: ignore

    def visit_Try(self, node: ast.Try) -> Any:
        clauses = _clauses(node)
        self.generic_visit(node)
        name = f".try{node.lineno}.{node.col_offset}"
        _close_first(node, name)
        return _tried_alone(node, clauses, name, frame_=ast.Constant(None))

    visit_TryStar = visit_Try  # type: ignore[assignment]


def _clauses(node: Any) -> ast.Lambda:
    """A function that returns what each `except` catches, whether it may go on from that, and
    whether it tells one error from another."""
    rows: list[ast.expr] = []
    for one in node.handlers:
        raised = [n for n in _own(one.body) if isinstance(n, ast.Raise)]
        goes_on = any(isinstance(n, _LEAVES) for n in _own(one.body))
        goes_on = goes_on or not isinstance(one.body[-1], ast.Raise)
        names = {getattr(n, "attr", getattr(n, "id", "")) for n in _own(one.body)}
        exact = bool(one.name or names & _TELL) or any(n.exc is None for n in raised)
        kinds = copy.deepcopy(one.type) if one.type else _filled("flow_.Anything", one)[0].value
        rows.append(ast.Tuple([kinds, ast.Constant(goes_on), ast.Constant(exact)], ast.Load()))
    return ast.Lambda(_NO_ARGUMENTS, ast.Tuple(rows, ast.Load()))


def _close_first(node: Any, name: str) -> None:
    """What follows in a clause or an `else` is not tried."""
    for one in node.handlers:
        one.body[:0] = _filled("t_.caught()", node, t_=name)
    if node.orelse:
        node.orelse[:0] = _filled("t_.close()", node, t_=name)


def _tried_alone(node: Any, clauses: Any, name: str, **frame: Any) -> list[Any]:
    """A `try` or a `with` that asks for the truth of what fails."""
    given = {"at_": _place(node), "clauses_": clauses or ast.Constant(None), **frame}
    return _filled(_TRY_ALONE, node, t_=name, body_=[node], **given)


def _pattern(pattern: Any, subject: ast.expr) -> Any:
    """A condition that holds where the pattern takes the subject; None for another pattern."""
    if isinstance(pattern, ast.MatchValue):
        return ast.Compare(subject, [ast.Eq()], [pattern.value])
    if isinstance(pattern, ast.MatchSingleton):
        return ast.Compare(subject, [ast.Is()], [ast.Constant(pattern.value)])
    if isinstance(pattern, ast.MatchAs) and pattern.pattern is None:
        if pattern.name is None:
            return ast.Constant(True)
        taken = ast.NamedExpr(ast.Name(pattern.name, ast.Store()), subject)
        return _asking("flow_.taken", pattern, taken)
    if isinstance(pattern, ast.MatchOr):
        tests = [_pattern(one, subject) for one in pattern.patterns]
        return None if None in tests else ast.BoolOp(ast.Or(), tests)
    if isinstance(pattern, ast.MatchSequence):
        count = ast.Constant(len(pattern.patterns))
        tests = [_asking("flow_.row", pattern, subject, count)]
        for at, one in enumerate(pattern.patterns):
            tests.append(_pattern(one, ast.Subscript(subject, ast.Constant(at), ast.Load())))
        return None if None in tests else ast.BoolOp(ast.And(), tests)
    return None


def _type_parameters(node: Any) -> dict[str, Any]:
    return {"type_params": node.type_params} if hasattr(node, "type_params") else {}


_HIDDEN = {
    "flow_": ".flow",
    "keys_": ".keys",
    "frame_": ".frame",
    "loop_": ".loop",
    "try_": ".try",
    "cells_": ".cells",
}


def _as_test(node: Any) -> Any:
    """What is asked for its truth alone: so is each part of its `and`s and `or`s."""
    if not isinstance(node, ast.BoolOp):
        return node
    for at, part in enumerate(node.values):
        if isinstance(part, ast.BoolOp):
            _as_test(part)
        elif not isinstance(part, (ast.Compare, ast.NamedExpr)):
            node.values[at] = _asking("flow_.truth", part, part)
    return node


def _is_known(index: ast.expr) -> bool:
    """Whether no traced number is in it."""
    if isinstance(index, ast.Tuple):
        return all(map(_is_known, index.elts))
    return isinstance(index, (ast.Constant, ast.Slice)) or (
        isinstance(index, ast.UnaryOp) and isinstance(index.operand, ast.Constant)
    )


def _calls(node: Any, function: str, most: int) -> bool:
    """Whether it calls what has that name, with no more than so many arguments, each by itself."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return False
    plain = not node.keywords and not any(isinstance(one, ast.Starred) for one in node.args)
    return plain and node.func.id == function and 0 < len(node.args) <= most


def _is_of_list(node: ast.Call) -> bool:
    """Whether it is sum([f(x) for x in xs]), or another that comes to one value."""
    called = any(_calls(node, name, 1) for name in ("sum", "min", "max", "len"))
    return called and isinstance(node.args[0], ast.ListComp)


def _asks_method(node: ast.Call, name: str, most: int) -> bool:
    """The same of a method."""
    if not isinstance(node.func, ast.Attribute):
        return False
    called = ast.Call(ast.Name(node.func.attr), node.args, node.keywords)
    return _calls(called, name, most)


def _asking(function: str, at: Any, *args: Any, keywords: Sequence[Any] = ()) -> ast.Call:
    """A call there of a function of `joins`, as flow_.negated, or of `keys`."""
    called: Any = _filled(function, at)[0]
    return ast.copy_location(ast.Call(called.value, [*args], [*keywords]), at)


def _texts(names: Iterable[str]) -> ast.Constant:
    found: Any = tuple(names)
    return ast.Constant(found)


def _place(node: Any) -> ast.Constant:
    found: Any = (node.lineno, node.col_offset)
    return ast.copy_location(ast.Constant(found), node)


def _set(names: Sequence[str], owner: str, method: str, at: ast.AST) -> list[Any]:
    """Let the variables be what a method of `owner` returns, or unbound."""
    if not names:
        return _filled(f"o_.{method}()", at, o_=owner)
    row = ast.Tuple([ast.Name(name, ast.Store()) for name in names], ast.Store())
    made = _filled(f"v_ = o_.{method}()", at, o_=owner, v_=row)
    for name in names:
        made += _filled("if n_ is flow_.unbound:\n    del n_", at, n_=name)
    return made


def _filled(template: str, at: Any, **parts: Any) -> list[Any]:
    """The statements of a template whose names stand for other names, expressions or bodies. As
    what the user wrote they have that line, and end in it, for CPython says the last line of a
    long call."""
    place = {"lineno": at.lineno, "end_lineno": at.lineno}
    place |= {"col_offset": at.col_offset, "end_col_offset": at.col_offset + 1}
    return [one for part in _template(template) for one in part.filled(place, parts)]


@functools.cache
def _template(text: str) -> list[_Template]:
    return [_Template(one) for one in parsed(text).body]


class _Template:
    """A node that copies are made of, as fast as may be: an `if` takes a hundred of them."""

    def __init__(self, node: Any) -> None:
        self.kind: Any = type(node)
        self.name = node.id if self.kind is ast.Name else None
        whole = self.kind is ast.Expr and type(node.value) is ast.Name
        self.block = node.value.id if whole else None
        self.placed = isinstance(node, (ast.expr, ast.stmt, ast.excepthandler))
        fields = dict(ast.iter_fields(node))
        rows = {field: held for field, held in fields.items() if type(held) is list}
        self.rows = {field: [_Template(one) for one in held] for field, held in rows.items()}
        nodes = {f: held for f, held in fields.items() if isinstance(held, ast.AST)}
        self.nodes = {f: _Template(held) for f, held in nodes.items() if held._fields}
        self.plain = {f: h for f, h in fields.items() if f not in rows and f not in self.nodes}

    def filled(self, place: dict[str, int], parts: dict[str, Any]) -> list[Any]:
        if self.block is not None and isinstance(parts.get(self.block), list):
            found: list[Any] = parts[self.block]
            return found
        new: Any = self.kind.__new__(self.kind)  # called, it would ask for its fields
        held = new.__dict__
        held.update(self.plain)
        if self.name is not None:
            part = parts.get(self.name, _HIDDEN.get(self.name, self.name))
            if not isinstance(part, str):
                if not hasattr(part, "lineno"):
                    part.__dict__.update(place)
                    if type(part) is not ast.Constant:
                        ast.fix_missing_locations(part)
                return [part]
            held["id"] = part
        for field, rows in self.rows.items():
            held[field] = [one for row in rows for one in row.filled(place, parts)]
        for field, node in self.nodes.items():
            (held[field],) = node.filled(place, parts)
        if self.placed:
            held.update(place)
        return [new]
