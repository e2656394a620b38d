"""The lazy expression graph: Op, Node, Graph, and the walks that every room shares.

In: ops and arguments. Out: immutable Nodes, and Graphs of them that can be walked, rewritten and
verified. A room of its own because `Node` is the one concept of the project:
the traced program, a derivative rule, a rewrite rule and a target's spelling are all Nodes.
"""

from __future__ import annotations

import bisect
import math
import numbers
import struct
import sys
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from operator import attrgetter, or_
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, overload

from lazyad.drawing import dot, drawn, in_notebook
from lazyad.misuse import door
from lazyad.operators import Operand
from lazyad.text import expression, leaf_name, listing
from lazyad.values.errors import refused, three_parts, told
from lazyad.values.origin import Origin, describe, here, is_of_users, origins, state
from lazyad.values.structure import is_array, is_name, leaves, map_leaves, structure_of

if TYPE_CHECKING:
    from inspect import Signature

# ---------------------------------------------------------------------------------- ops


# When an operation raises, and arguments for which it does.
Failure = tuple[Callable[..., Any], tuple[float, ...]]


class Op:
    """One row of the op table, and the public function of that name.

    On numbers it evaluates, on Nodes it builds, on Duals it carries the tangent along.
    `value` is either a Python function that targets spell (`spelling` says how), or, where
    `spelling` is None, a definition in terms of other ops. All else that is known about an op is a
    field too, or follows from the others: passes and targets have no tables of ops.
    """

    # On arrays, and on lists as NumPy reads them: given by `lazyad.tracing`.
    elementwise: ClassVar[Callable[[Op, Sequence[Any]], Any]]

    def __init__(
        self,
        name: str,
        value: Callable[..., Any] | None,
        partials: Callable[..., Any] | None,
        arity: int,
        *,
        spelling: str | None = None,
        numpy: str | Callable[..., Any] | None = None,
        xp: Callable[..., Any] | str | None = None,
        names: Collection[str] = (),
        domain: Sequence[Any] = (),
        commutative: bool = False,
        lazy: bool = False,
        condition: bool = False,
        holds: str = "",
        weight: int | None = None,
        bound: float = math.inf,
        size: Callable[..., float] | None = None,
        fails: Sequence[Failure] | None = None,
        power: float | None = None,
        series: Callable[..., Any] | None = None,
        looks: bool = False,
        doc: str | None = None,
    ) -> None:
        self.name = self.__name__ = self.family = name
        self.value = self.on_numbers = value
        self.partials = partials
        self.arity = arity
        self.spelling = spelling
        self.numpy = numpy  # a template too, or a definition in terms of other ops
        self.names = names  # what NumPy and SciPy call it, where that is not its name
        self.domain = domain
        self.commutative = commutative
        self.lazy = lazy  # of the arguments after the first, only the chosen one is evaluated
        self.condition = condition  # its results are True or False
        self.holds = holds  # a comparison: for which of < = > it is True, and ? if neither is
        self.bound = bound  # what the absolute value of a result never exceeds
        self.size = size  # the same of ints, by the sizes of the arguments; None if it makes no int
        self.power = power  # the result is the argument to that power
        self.looks = looks  # its partials ask which arguments are constants, and which are one
        self.series = series  # partials after the first term of a series, where they are shorter
        if weight is not None:
            self.weight = weight
        if fails is not None:
            self.fails = fails
        self.leaf = value is None
        self.numeric = not (lazy or condition or self.leaf)  # its results are numbers
        self.xp = xp  # where the array API standard lacks it: what it is of others, or a template
        self.outside: bool = False  # emitted source imports and calls its value
        self.apart: bool = False  # no function of numbers alone: it has no row, and no partials
        self.made_of: Any = None  # a residual, or a table of numbers: of an op that has no row
        self.complex: Any = None  # what it is of complex numbers: given by `lazyad.complexes`
        self.array: Any = None  # what there is to know of an op of whole arrays: an `ArrayRow`
        self.define: Callable[[Op], tuple[tuple[Node, ...], Node]] = _written_with_ops
        self.__doc__ = doc

    @cached_property
    def weight(self) -> int:
        """What it costs, in products: a division 2, and whatever is spelled as a call 4."""
        text = self.spelling or self.numpy
        if not isinstance(text, str):
            return 0 if self.leaf else sum(n.op.weight for n in walk([self.definition[1]]))
        if "(" in text or "**" in text:
            return 4
        return 2 if "/" in text or "%" in text else 1

    @cached_property
    def fails(self) -> Sequence[Failure] | None:
        """When it raises; None if nobody can say. An operator that says nothing never does."""
        if self.spelling is not None:
            return None if "(" in self.spelling else ()
        if self.leaf:
            return None if self is RAISE else ()
        own = self.define is _written_with_ops  # what a user wrote may hold anything
        return () if own and all(node.op.total for node in walk([self.definition[1]])) else None

    @property
    def total(self) -> bool:
        """Whether it never raises."""
        return self.fails == ()

    @cached_property
    def equation(self) -> tuple[Node, tuple[Node, ...], tuple[Node | None, ...]]:
        """The result and the arguments as Nodes, and the partials as Nodes of these."""
        out, *inputs = [Node(INPUT, (), n) for n in ("out", *[f"x{i}" for i in range(self.arity)])]
        assert self.partials is not None
        with origins() as now:
            now.origin = None
            given = [p if p is None else lifted(p) for p in self.partials(out, *inputs)]
        known = [ZERO if p is not None and p.op is CONST and not p.payload else p for p in given]
        return out, tuple(inputs), tuple(known)

    @cached_property
    def step(self) -> bool:
        """Whether its derivative is 0 wherever it has one, though its value is a number."""
        number = not (self.leaf or self.condition) and self.partials is not None
        return number and all(partial is ZERO for partial in self.equation[2])

    @property
    def __signature__(self) -> Signature:
        from inspect import Parameter, Signature  # takes milliseconds, and is seldom asked for

        names = "xyzuvw"[: self.arity]
        return Signature([Parameter(name, Parameter.POSITIONAL_ONLY) for name in names])

    @overload
    def __call__(self, x: Node, /, *args: Node | float) -> Node: ...

    @overload
    def __call__(self, x: float, /, *args: float) -> float: ...

    @overload
    def __call__(self, *args: Any) -> Any: ...

    def __call__(self, *args: Any) -> Any:
        if len(args) != self.arity:
            what = f"{self.name} takes {self.arity} argument(s), not {len(args)}"
            raise refused(TypeError, what, f"{self.name}({', '.join('xyzuvw'[: self.arity])})")
        plain = True
        for arg in args:
            if type(arg) is float:  # as nearly all are
                continue
            plain = False
            if isinstance(arg, Operand):
                result = arg.apply(self, args)
                return self.elementwise(args) if result is NotImplemented else result
        if not plain and any(map(is_array, args)):
            return self.elementwise(args)
        if not plain and any(isinstance(arg, complex) for arg in args):
            return Operand.of_complex(self, args)
        assert self.on_numbers is not None
        try:
            return self.on_numbers(*args)
        except (TypeError, ValueError) as error:
            wrong = [arg for arg in args if isinstance(arg, type) or not hasattr(arg, "__float__")]
            if not wrong and (type(error) is ValueError or is_of_users(error)):
                raise
            what = f"{self.name} was given {', '.join(map(told, wrong or args))}"
            instead = "numbers, or arrays of numbers; conditions where it takes these"
            raise refused(TypeError, what, instead) from None

    @cached_property
    def definition(self) -> tuple[tuple[Node, ...], Node]:
        """The arguments and the result of `value` as Nodes, for an op that no target spells."""
        return self.define(self)

    def __repr__(self) -> str:
        return f"<op {self.name}>"


def _written_with_ops(op: Op) -> tuple[tuple[Node, ...], Node]:
    assert op.value is not None
    inputs = tuple(Node(INPUT, (), f"x{i}") for i in range(op.arity))
    with origins():
        return inputs, lifted(op.value(*inputs))


OPS: dict[str, Op] = {}  # the op table; `lazyad.ops.row` adds to it
FAMILIES: dict[str, Callable[[int], Op]] = {}  # rows of any number of arguments: fsum3, hypot5

INPUT = Op("input", None, None, 0)  # payload: the name, or a Dual for a leaf with a value
CONST = Op("const", None, None, 0)  # payload: a float or a bool
RAISE = Op("raise", None, None, 0)  # payload: an exception's class, and its message
ZERO_OP = Op("zero", None, None, 0)  # the tangent of what depends on no seeded input
# Regions: see `lazyad.regions`. Their value is a tuple, whose elements are items.
LOOP = Op("loop", lambda *args: args, None, -1, weight=0)  # payload: a `Loop`
LOOP.fails = None
CALL = Op("call", lambda *args: args, None, -1, weight=100)  # payload: a `Call`
CALL.fails = None
SCAN = Op("scan", lambda *args: args, None, -1, weight=100, fails=())  # payload: a `Scan`
REGIONS = (LOOP, CALL, SCAN)  # those that hold a Graph, the body
ITEM = Op("item", lambda values: values, None, 1, weight=0, fails=())  # payload: which one
# A tuple of numbers, and one of them, by Python's rules for an index.
TABLE = Op("table", lambda *numbers: numbers, None, -1, weight=0, fails=())
TAKE = Op("take", lambda table, at: table[int(at)], None, 2, spelling="{0}[int({1})]", weight=1)
TAKE.fails = None
# The table with another number at a place, and as many zeros as a table has numbers.
PUT = Op(
    "put_in",
    lambda table, at, value: (*table[: (k := _place(table, at))], value, *table[k + 1 :]),
    None,
    3,
    spelling="{0}[int({1})]",
    weight=1,
)
BLANK = Op("blank", lambda table: (0.0,) * len(table), None, 1, spelling="[0.0] * len({0})")
PUT.fails = None
# Where a number would be put into a sorted table.
LEFT, RIGHT = [
    Op(find.__name__, find, None, 2, spelling=f"{find.__name__}({{0}}, {{1}})", fails=())
    for find in (bisect.bisect_left, bisect.bisect_right)
]
_APART = (LOOP, CALL, SCAN, ITEM, TABLE, TAKE, PUT, BLANK, LEFT, RIGHT)
for _op in _APART:
    _op.apart = True
LEFT.outside = RIGHT.outside = True


def _place(table: Sequence[Any], at: float) -> int:
    """Where an index stands, counted from the front; an IndexError where nothing does."""
    return range(len(table))[int(at)]


def find_op(name: str) -> Op:
    """The row of that name; a KeyError in three parts if the table has none."""
    for own in (INPUT, CONST, RAISE, ZERO_OP, *_APART):
        if own.name == name:
            return own
    family = name.rstrip("0123456789")
    if name not in OPS and family in FAMILIES and 0 < len(name) - len(family) < 7:
        return FAMILIES[family](int(name[len(family) :]))
    if name not in OPS:
        what = f"no op is named {name!r}"
        instead = "import the module that defines it with lazyad.op before loading"
        raise refused(KeyError, what, instead, "the op table of this process")
    return OPS[name]


# ---------------------------------------------------------------------------------- nodes


class TracedValueError(TypeError):
    """A traced value was asked for what it does not have. Its text is made when it is read:
    the names it depends on take a walk of the graph, and most of these errors are caught."""

    def __str__(self) -> str:
        if len(self.args) == 1:  # a library made another of its text
            return str(self.args[0])
        node, what, origin, instead = self.args
        names = dict.fromkeys(leaf_name(n) for n in walk([node]) if n.op is INPUT)
        depends = f", which depends on {', '.join(names)}" if names else ""
        return three_parts(what, f"{describe(origin)}{depends}", instead)


def note_indexes(values: Iterable[Any]) -> None:
    """Let the trace know that they were to count or to index: what they are made of may be an
    argument that is an int; one that was rounded, or that a choice asks about, is not. Of a long
    expression, what comes first is looked at."""
    waiting = [value for value in values if isinstance(value, Node)]
    seen = set(waiting)
    while waiting and len(seen) < _NEAR:
        node = waiting.pop()
        args = () if node.op.step else node.args[1:] if node.op.lazy else node.args
        new = {arg for arg in args if arg not in seen}
        seen |= new
        waiting += new
    if state.session is not None:
        state.session.reads.counts.update(leaf_name(one) for one in seen if one.op is INPUT)


_NEAR = 64
INSTEAD_OF_INT = "lazyad.trunc(x) or lazyad.floor(x); if an array gets it, one of floats"


def origin_now(args: Sequence[Any], inner: int = 4) -> Origin | None:
    """The origin of a Node that is made of these arguments now, by who was asked to. So many frames
    are ours: this and that of `here`, what makes the Node, and who called that."""
    if state.transforming or state.origin is not None:
        return state.origin
    session = state.session  # each frame that is looked at costs much
    return here(follows_numpy(args), session and session.look, inner)


def follows_numpy(args: Sequence[Any]) -> bool:
    """Whether a number of NumPy's is among the arguments, if nobody says whose rules hold."""
    if state.origin is not None:
        return state.origin.numpy
    if state.numpy is not None:
        return state.numpy
    for arg in args:  # a generator is slow, and so is `by_numpy`: every Node is here
        if isinstance(arg, Node):
            if arg.origin is not None and arg.origin.numpy:
                return True
        elif hasattr(arg, "dtype"):
            return True
    return False


def shown(text: str) -> str:
    """The text of a traced value; a result that holds it would be no text of a number."""
    if state.session is not None:
        state.session.shown.add(text)
    return text


class Node(Operand):
    """One value of a lazy program: an op, its arguments, a payload, and where it was made.

    Immutable, and equal only to itself; `==` builds a comparison like every other operator.
    """

    __slots__ = ("__weakref__", "args", "form", "op", "origin", "outcomes", "payload")
    with_grad: ClassVar[Callable[[float], Node]]  # these three are given by `lazyad.dual`
    with_no_grad: ClassVar[Callable[[float], Node]]
    eval: ClassVar[Callable[[Node], Any]]
    op: Op
    args: tuple[Node, ...]
    payload: Any
    origin: Origin | None
    form: Any  # of a whole array, once it is known: see `lazyad.arrays.forms`
    outcomes: int  # of a choice, once they are known: see `_outcomes`

    def __init__(
        self, op: Op, args: tuple[Node, ...] = (), payload: Any = None, origin: Origin | None = None
    ) -> None:
        _set_op(self, op)
        _set_args(self, args)
        _set_payload(self, payload)
        set_origin(self, origin)

    @staticmethod
    def input(name: str) -> Node:
        """A named input of a hand-built graph."""
        return Node(INPUT, (), name, here())

    def apply(self, op: Op, args: Sequence[Any]) -> Any:
        """Build the Node of `op` on `args`; numbers are lifted to constants."""
        nodes, numbers, session = [], not (op.condition or op.lazy), state.session
        for arg in args:
            node = arg
            if not isinstance(arg, Node):
                if isinstance(arg, Operand) and arg.leads:
                    return arg.apply(op, args)
                try:
                    node = lift(arg)
                except TypeError:
                    note_indexes(args)  # [0.0] * n
                    raise
                if node is NotImplemented:
                    return self.of_complex(op, args)
                if session is not None and node.op is CONST:
                    node = session.numbers.setdefault(bits(node.payload), node)
            if numbers and not node.op.numeric and is_condition(node):
                node = self.apply(OPS["where"], (node, 1.0, 0.0))
                if op.name == "neg":  # -False is 0, and not -0.0
                    return OPS["sub"](0.0, node)
            nodes.append(node)
        if session is not None:
            return session.make(op, nodes, args)
        return Node(op, tuple(nodes), None, origin_now(args))

    def trace(self) -> str:
        """The expression as text, with the leaves' values: (5 + 1ε * 5 + 0ε)."""
        return expression(walk([self]))

    def _refuse(self, what: str, instead: str) -> NoReturn:
        error = TracedValueError(self, what, here(), instead)
        if state.session is not None:
            state.session.refusals.append(error)
        raise error

    def __bool__(self) -> bool:
        if state.session is not None and self.op.name == "not_":
            return not self.args[0]  # one decision for both
        if state.session is not None:
            return bool(state.session.decide(self))
        what = "True or False was asked of a traced value, which has none until the kernel runs"
        instead = "lazyad.where(condition, a, b) for `if`, & | ~ for and or not, a fixed `for` loop"
        self._refuse(what, instead)

    def _constant(self) -> Any:
        """What it is on this way, if it is one of several constants; nan where it is not: the
        function goes each way."""
        node = self
        if not is_choice_of_constants(self):
            return math.nan
        while state.session is not None and node.op.lazy:
            condition, then, otherwise = node.args
            node = then if condition else otherwise
        return node.payload if node.op is CONST and node is not self else math.nan

    def _whole(self) -> int | None:
        value = self._constant()
        if float(value).is_integer():
            return int(value)
        return int(bool(self)) if state.session is not None and is_condition(self) else None

    def __float__(self) -> float:
        value = self._constant()
        if value == value:  # noqa: PLR0124
            return float(value)
        if (logged := self._logged()) is not None:
            return logged
        self._refuse(
            "float was asked of a traced value, which would lose its tangent",
            "lazyad's function of that name (lazyad.sin for math.sin), no float() around it, and"
            " np.float64 for np.float32",
        )

    def __int__(self) -> int:
        if (logged := self._logged()) is not None:
            return int(logged) if math.isfinite(logged) else 0
        self._looks_up()
        if (whole := self._whole()) is not None:
            return whole
        if math.isfinite(value := self._constant()):
            return int(value)
        if (whole := self._decided(True)) is not None:
            return whole
        note_indexes([self])
        self._refuse(
            "an int was asked of a traced value, which would lose its tangent", INSTEAD_OF_INT
        )

    def _logged(self) -> float | None:
        """What it comes to in this call, where a message is logged: "%.2f" and the number."""
        frame = sys._getframe(2)
        if frame.f_code.co_name != "getMessage" or frame.f_globals["__name__"] != "logging":
            return None
        example = state.session and state.session.example
        return math.nan if example is None else example.number(self)

    def __index__(self) -> int:
        self._looks_up()
        note_indexes([self])
        if (whole := self._whole()) is not None or (whole := self._decided(False)) is not None:
            return whole  # (a, b)[x > 0]
        what = "an index was asked of a traced value"
        self._refuse(what, "a plain int, or lazyad.where; a parameter that counts is static=(...)")

    def _decided(self, rounds: bool) -> int | None:
        """The int that it comes to where the trace follows a call."""
        return None if state.session is None else state.session.int_of(self, rounds)

    def _looks_up(self) -> None:
        """Python asks for an int: the trace may have its own way to take what stands there."""
        if state.session is not None and not is_condition(self):
            state.session.look_up(self)

    def __complex__(self) -> NoReturn:
        self._refuse("complex was asked of a traced value", "real arithmetic on its two parts")

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        what = f"a Node is immutable; its {name!r} cannot be set"
        raise refused(AttributeError, what, "Node(op, args, payload) for a new one")

    __hash__ = object.__hash__

    def __copy__(self, *memo: Any) -> Node:
        return self

    __deepcopy__ = __copy__

    def __reduce__(self) -> tuple[Any, ...]:
        leaves = [n for n in walk([self]) if n.op is INPUT]
        return _first_output, (Graph({f"i{k}": n for k, n in enumerate(leaves)}, (self,)),)

    def __format__(self, spec: str) -> str:
        format(0.0, spec)  # raises what it raises for a float
        return repr(self)  # whatever digits are asked for: a print in a traced function shows this

    def __repr__(self) -> str:
        if self.op.leaf:
            named = self.payload is not None
            return shown(f"<{self.op.name} {self.payload}>" if named else "<zero>")
        inner = ", ".join(a.op.name if not a.op.leaf else leaf_name(a) for a in self.args)
        return shown(f"<{self.op.name}({inner})>")


# Node has a __setattr__ that refuses, so __init__ writes through the slots themselves, and so does
# what knows more of a new Node's origin later.
_set_op = Node.op.__set__  # type: ignore
_set_args = Node.args.__set__  # type: ignore
_set_payload = Node.payload.__set__  # type: ignore
set_origin = Node.origin.__set__  # type: ignore
_set_outcomes = Node.outcomes.__set__  # type: ignore

ZERO = Node(ZERO_OP)


def _first_output(graph: Graph) -> Node:
    return lifted(graph.outputs[0])


def const(value: float | bool) -> Node:
    """A constant; its payload is exactly `value`."""
    return Node(CONST, (), value, state.origin)


def is_condition(node: Node, given: Collection[Node] = ()) -> bool:
    """Whether the Node is True or False, where those are that are given; in arithmetic it counts as
    1.0 or 0.0, as in Python."""
    op = node.op
    if not (op.lazy or op is RAISE):  # as nearly all are: it is asked of every argument
        return op.condition or (op is CONST and type(node.payload) is bool) or node in given
    if not (given and op.lazy):
        return not _outcomes(node) & (_NUMBER | _OTHER)
    return all(one.op.lazy or is_condition(one, given) for one in sides_of(node))


def sides_of(node: Node) -> list[Node]:
    """The Node, the sides of the choice that it is, theirs, and so on, each once."""
    found, seen = [node], {node}
    for one in found:
        if one.op.lazy:
            found += [side for side in dict.fromkeys(one.args[1:]) if side not in seen]
            seen.update(one.args[1:])
    return found


def is_choice_of_constants(node: Node, raises: bool = False) -> bool:
    """Whether it comes to one of several constants; where it `raises`, to no other number."""
    return not _outcomes(node) & (_OTHER | _TRUTH | (0 if raises else _RAISES))


def only_raises(node: Node) -> bool:
    """Whether it comes to no number, whatever is chosen."""
    return _outcomes(node) == _RAISES


# What a choice may come to: constants, other conditions, other numbers.
_RAISES, _BOOL, _NUMBER, _TRUTH, _OTHER = (1 << k for k in range(5))


def _outcomes(node: Node) -> int:
    """The kinds of what a Node may come to; each choice in it is looked at once."""
    if not node.op.lazy:
        if node.op is CONST:
            return _BOOL if type(node.payload) is bool else _NUMBER
        return _RAISES if node.op is RAISE else _TRUTH if node.op.condition else _OTHER
    waiting = [node]
    while waiting:
        sides = waiting[-1].args[1:]
        if new := [one for one in sides if one.op.lazy and not hasattr(one, "outcomes")]:
            waiting += new
        else:
            found = [one.outcomes if one.op.lazy else _outcomes(one) for one in sides]
            _set_outcomes(waiting.pop(), reduce(or_, found))
    return node.outcomes


def is_const(node: Node, value: float) -> bool:
    """Whether `node` is that float, bit for bit (0.0 is not -0.0)."""
    return node.op is CONST and node.payload == value and bits(node.payload) == bits(value)


def bits(value: float | bool) -> tuple[type, bytes | bool]:
    """A key that tells 0.0 from -0.0 and 1.0 from True, and calls nan equal to itself."""
    return (bool, value) if isinstance(value, bool) else (float, struct.pack("<d", value))


def is_same_const(one: Node, other: Node) -> bool:
    """Whether both are one constant."""
    return one.op is other.op is CONST and bits(one.payload) == bits(other.payload)


SMALLEST, LARGEST = 2.0**-1022, 2.0**1023  # between them, a float has all its digits


def exact_reciprocal(value: float | bool) -> float | None:
    """1/value where that is exact: a power of two whose reciprocal is a normal float.

    >>> exact_reciprocal(-4.0), exact_reciprocal(3.0), exact_reciprocal(5e-324)
    (-0.25, None, None)
    """
    if isinstance(value, bool) or math.frexp(value)[0] not in (0.5, -0.5):
        return None
    inverse = 1.0 / value
    return inverse if SMALLEST <= abs(inverse) <= LARGEST else None


def lift(value: Any) -> Any:
    """A Node for a number; NotImplemented for an array, and for a complex number, which is two; an
    error for anything else."""
    if isinstance(value, Node):
        return value
    if isinstance(value, Operand) and hasattr(value, "_lazyad_number"):
        return lift(value._lazyad_number)
    if type(value) is float or isinstance(value, bool):
        return const(value)
    if isinstance(value, numbers.Integral):
        return const(_float_of_int(int(value)))
    if isinstance(value, numbers.Real):
        return const(float(value))
    if type(value).__name__ in ("bool_", "bool") and hasattr(value, "dtype"):
        return const(bool(value))
    of_two = isinstance(value, complex) or (isinstance(value, Operand) and value.of_two)
    if hasattr(value, "__array__") or of_two:
        return NotImplemented
    what = f"a traced value met {told(value)}"
    if value is None and state.session is not None and state.session.catches(TypeError):
        raise TypeError(what)  # which is the function's own: no number of Python's meets None
    raise refused(TypeError, what, "real numbers only: int, float or bool")


def lifted(value: Any) -> Node:
    """`lift` for a value that must be one number."""
    node: Node = lift(value)
    if node is NotImplemented:
        if not hasattr(value, "__array__"):
            what = f"one real number is needed, and there is {told(value)}"
            raise refused(TypeError, what, "its .real or .imag, or abs(...)")
        what = f"an array ({type(value).__name__}) where one number is needed"
        raise refused(TypeError, what, "its elements, one at a time")
    return node


def _float_of_int(value: int) -> float:
    try:
        as_float = float(value)
    except OverflowError:
        as_float = math.inf
    if as_float != value:
        what = f"no float holds the integer {f'{value} ' if abs(value) < 10**30 else ''}exactly"
        instead = "float(...) around it, if the rounded value is what you mean"
        raise refused(OverflowError, what, instead)
    return as_float


# ---------------------------------------------------------------------------------- walks


def walk(roots: Iterable[Node], done: set[Node] | None = None) -> list[Node]:
    """Every Node that `roots` reach, arguments first, each once. Linear, and never recursive.

    What is `done` is left out, with what it reaches; what is found is done.
    Raises ValueError if the Nodes form a cycle.
    """
    order: list[Node] = []
    done = set() if done is None else done
    ready, entered = done.issuperset, set[Node]()
    for root in roots:
        if root in done:
            continue
        if ready(root.args):  # as all are where the roots are in order
            done.add(root)
            order.append(root)
            continue
        entered.add(root)
        stack = [(root, iter(root.args))]
        while stack:
            node, rest = stack[-1]
            for arg in rest:
                if arg in done:
                    continue
                if not ready(arg.args):
                    if arg in entered:
                        what = f"the graph has a cycle through {arg!r}"
                        instead = "Nodes whose arguments exist before them"
                        raise refused(ValueError, what, instead, describe(arg.origin))
                    entered.add(arg)
                    stack.append((arg, iter(arg.args)))
                    break
                done.add(arg)
                order.append(arg)
            else:
                stack.pop()
                done.add(node)
                order.append(node)
    return order


def reached(roots: Iterable[Node], known: Iterable[Node] = ()) -> set[Node]:
    """Every Node that `roots` reach, in no order, and those that are known already."""
    waiting = [*roots]
    found = {*known, *waiting}
    while waiting:
        for arg in waiting.pop().args:
            if arg not in found:
                found.add(arg)
                waiting.append(arg)
    return found


class Numbering:
    """Equal numbers for Nodes that compute the same."""

    def __init__(self) -> None:
        self._numbers: dict[int, tuple[int, Node]] = {}  # by identity: Traced.__hash__ looks around
        self._known: dict[Any, int] = {}

    def __call__(self, root: Node) -> int:
        stack = [root]
        while stack:
            node = stack[-1]
            if waiting := [arg for arg in node.args if id(arg) not in self._numbers]:
                stack += waiting
                continue
            stack.pop()
            if node.op.leaf:
                key: Any = bits(node.payload) if node.op is CONST else node
            else:
                key = (node.op, node.payload, *[self._numbers[id(arg)][0] for arg in node.args])
            self._numbers[id(node)] = self._known.setdefault(key, len(self._known)), node
        return self._numbers[id(root)][0]


def _in_order(roots: list[Node], order: Collection[Node]) -> tuple[Node, ...]:
    """What `roots` reach, as it stands in `order` as far as arguments allow."""
    if not order:
        return tuple(walk(roots))
    order = dict.fromkeys(order)
    wanted, found = set(roots), list[Node]()  # read by what comes later, and not come to yet
    for node in reversed(order):
        if node in wanted:
            wanted.remove(node)
            wanted.update(node.args)
            found.append(node)
    if not wanted:  # all are there, and none before its arguments
        return tuple(reversed(found))
    if any(node.args for node in wanted):  # and not leaves alone, which nobody puts in order
        alive = reached(wanted, found)
        found = [node for node in reversed(order) if node in alive]
    return tuple(walk([*reversed(found), *roots]))


# ---------------------------------------------------------------------------------- graphs


class Graph:
    """A program: named inputs and outputs, each a Node or a structure of Nodes.

    `inputs` maps each parameter to its structure (or lists named inputs); `outputs` is what is
    returned. The structures are those of `lazyad.values.structure`.
    `order` lists Nodes in the order they should be computed, as far as arguments allow; a
    pass hands its Nodes over in the order of the program it was given, so that emitted source reads
    like it.
    """

    name: str
    inputs: dict[str, Any]
    outputs: Any
    seeds: tuple[str, ...]  # the inputs that are tangents
    nodes: tuple[Node, ...]

    @door
    def __init__(
        self,
        inputs: Mapping[str, Any] | Iterable[Node],
        outputs: Any,
        name: str = "f",
        order: Collection[Node] = (),
        seeds: tuple[str, ...] = (),
    ) -> None:
        if isinstance(inputs, Mapping):
            self.inputs = dict(inputs)
        else:
            self.inputs = {}
            for node in inputs:
                if not isinstance(node, Node) or not isinstance(node.payload, str):
                    instead = "Graph({'name': node}, outputs), or Node.input('name')"
                    raise refused(TypeError, f"an input without a name: {node!r}", instead)
                self.inputs[node.payload] = node
        self.name = name
        self.seeds = seeds
        self.outputs = map_leaves(lifted, structure_of(outputs))
        self.nodes = _in_order(leaves(self.outputs), order)

    def returning(
        self, outputs: Any, order: Collection[Node] = (), name: str | None = None
    ) -> Graph:
        """The same inputs with other outputs, whose structure nobody checks. `order` lists what
        they need, and maybe more; by default they need what is here."""
        made = Graph.__new__(Graph)
        made.inputs, made.seeds, made.outputs = self.inputs, self.seeds, outputs
        made.name = self.name if name is None else name
        made.nodes = self.nodes
        if outputs is not self.outputs:
            made.nodes = _in_order(leaves(outputs), order or self.nodes)
        return made

    def part(self, nodes: Iterable[Node], outputs: Any) -> Graph:
        """Some of the Nodes alone, which read others that are not here."""
        made = self.returning(self.outputs)
        made.nodes, made.outputs, made.by_numpy = tuple(nodes), outputs, self.by_numpy
        return made

    @cached_property
    def by_numpy(self) -> bool:
        """Whether NumPy's rules hold for any of the Nodes."""
        return True in [one.numpy for node in self.nodes if (one := node.origin)]

    def named(self, name: str) -> Graph:
        """The same graph under another name."""
        return self.returning(self.outputs, name=name)

    @cached_property
    def ops(self) -> Counter[Op]:
        """How many Nodes of each op."""
        return Counter([node.op for node in self.nodes])

    @cached_property
    def kinds(self) -> list[tuple[Op, ...]]:
        """The op of each Node with those of its arguments: what rules ask for first."""
        return [  # those of two arguments and of one are written out, as nearly all are
            (
                (n.op, args[0].op, args[1].op)
                if len(args := n.args) == 2
                else (n.op, args[0].op) if len(args) == 1 else (n.op, *map(_op_of, args))
            )
            for n in self.nodes
        ]

    @property
    def operations(self) -> Counter[str]:
        """The same by name, constants and inputs not counted; those of loops' bodies are."""
        held = (*REGIONS, ITEM, TABLE)
        found = {op.name: n for op, n in self.ops.items() if not (op.leaf or op in held)}
        return sum([body.operations for body in self.bodies], Counter(found))

    @property
    def bodies(self) -> list[Graph]:
        """Those of its regions."""
        if self.ops.keys().isdisjoint(REGIONS):
            return []
        return [node.payload.body for node in self.nodes if node.op in REGIONS]

    def verify(self) -> Graph:
        """Return the graph itself if it is well formed; a ValueError in three parts if not."""
        for flaw in self.flaws():
            raise refused(ValueError, *flaw)
        return self

    def flaws(self) -> Iterator[tuple[str, str, str]]:
        """What is wrong, what to do instead, and where it is."""
        named = leaves(self.inputs)
        given = set(named)
        where = f"the inputs of the graph {self.name}"
        if len(given) < len(named):
            all_inputs = f"{where}: {', '.join(self.inputs)}"
            yield "one Node bears two names", "a Node of its own for each input", all_inputs
        instead = "an identifier, and Node.input, Node.with_grad or Node.with_no_grad"
        for name, part in self.inputs.items():
            if not is_name(name) or any(getattr(n, "op", None) is not INPUT for n in leaves(part)):
                yield f"{name!r}: {part!r} is not a named input", instead, where
        known = {op for op in self.ops if op.made_of is not None or op is find_op(op.name)}
        plain = {kind for kind in {*self.kinds} if kind[0] in known and _is_plain(*kind)}
        for node, kind in zip(self.nodes, self.kinds, strict=True):
            if kind in plain:
                continue
            if node.op is INPUT and node not in given:
                what = f"the graph {self.name} uses {leaf_name(node)}, which is not its input"
                instead = "add it to the graph's inputs, or use a constant"
                yield what, instead, describe(node.origin)
            if node.op in REGIONS:
                yield from node.payload.body.flaws()
            if not _is_tabular(node):
                what = f"{node!r} takes from what is no table, or computes with one"
                yield what, "numbers that are taken from tables", describe(node.origin)
            elif node.op not in known or len(node.args) != node.op.arity >= 0:
                what = f"{node!r} is not a row of the op table with its arguments"
                yield what, "build Nodes by calling ops", describe(node.origin)

    def __str__(self) -> str:
        """A readable text form, one Node a line: see `lazyad.text`."""
        return listing(self)

    @property
    def dot(self) -> str:
        """The graph in Graphviz' language."""
        return dot(self)

    def drawn(self, kind: str = "svg") -> bytes:
        """A picture of it, as svg, png or pdf. Raises ImportError without Graphviz' `dot`."""
        return drawn(self, kind)

    def _repr_html_(self) -> str:
        return in_notebook(self)

    def __repr__(self) -> str:
        total = self.operations.total()
        return f"<Graph {self.name}({', '.join(self.inputs)}): {total} operations>"


_op_of = attrgetter("op")


def _is_plain(op: Op, *inner: Op) -> bool:
    """Whether such a Node is well formed, whatever else there is to it."""
    if op is INPUT or op in (*REGIONS, *_LOOKING) or not set(inner).isdisjoint(_TABULAR):
        return False
    return op.arity < 0 or op.arity == len(inner)


def _is_tabular(node: Node) -> bool:
    """Whether it reads tables where they may stand: one is taken from, or read by a loop."""
    looks = node.op in _LOOKING
    if looks and node.args and not (node.args[0].op in (INPUT, *_TABULAR) or node.args[0].op.lazy):
        return False
    others = node.args[1:] if looks else node.args
    return node.op in (*REGIONS, ITEM) or node.op.lazy or not any(map(_is_table, others))


def _is_table(node: Node) -> bool:
    if node.op is ITEM and node.args[0].op is LOOP:
        return bool(node.payload >= node.args[0].payload.carried)
    return node.op in (TABLE, PUT, BLANK)


_TABULAR = (TABLE, PUT, BLANK, ITEM)  # what may be a table
_LOOKING = (TAKE, PUT, BLANK, LEFT, RIGHT)  # what reads one


def rewrite(
    graph: Graph, visit: Callable[[Node], Node], only: Container[Node] | None = None
) -> Graph:
    """Replace every Node, arguments first, by what `visit` makes of it; or, of those that are in
    the graph already, `only` some.

    `visit` sees the Node with its arguments already replaced; what it builds gets its origin.
    Returns the very same graph if nothing changed.
    """
    new: dict[Node, Node] = {}  # what has been replaced
    untouched = new.keys().isdisjoint
    order, done, known = list[Node](), set[Node](), 0  # so many of the order are done
    with origins() as now:
        for node in graph.nodes:
            candidate = node
            if not untouched(node.args):
                args = tuple([new.get(arg, arg) for arg in node.args])
                candidate = Node(node.op, args, node.payload, node.origin)
            elif only is not None and node not in only:
                order.append(node)
                continue
            now.origin, now.replaced = node.origin, node
            result = visit(candidate)
            if result is not node:
                new[node] = result
            if result is candidate:
                order.append(result)
                continue
            done.update(order[known:])
            if result not in done:
                order += walk([result], done)
            known = len(order)
    if not new:
        return graph
    if state.rewrites is not None:
        state.rewrites.append(new)
    outputs = map_leaves(lambda leaf: new.get(leaf, leaf), graph.outputs)
    return graph.returning(outputs, order)
