"""Templates of ops as text: precedence, parentheses, and the names a template needs.

In: a template such as "{0} + {1}" and the texts of its arguments. Out: the expression, with the
fewest parentheses that keep the order of evaluation, spaced as black spaces it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence

from lazyad.values.irrational import irrational

# Python's precedences, loosest first; a text binds as tightly as its outermost operator.
CONDITIONAL, OR, AND, NOT, COMPARISON, BIT_OR, BIT_AND, SUM, PRODUCT, UNARY, POWER, ATOM = range(12)
_INFIX = {
    **dict.fromkeys(("<", "<=", ">", ">=", "==", "!="), COMPARISON),
    "or": OR,
    "and": AND,
    "|": BIT_OR,
    "&": BIT_AND,
    "+": SUM,
    "-": SUM,
    "*": PRODUCT,
    "/": PRODUCT,
    "//": PRODUCT,
    "%": PRODUCT,
    "**": POWER,
}


class Template:
    """A parsed template: text pieces and argument positions, what puts arguments there, and how
    tightly each must bind."""

    __slots__ = ("needs", "pieces", "precedence", "write")

    def __init__(
        self,
        pieces: tuple[str | int, ...],
        write: Callable[[tuple[str, ...]], str],
        precedence: int,
        needs: tuple[int, ...],
    ) -> None:
        self.pieces = pieces
        self.write = write
        self.precedence = precedence
        self.needs = needs


class Text:
    """An expression, how tightly its outermost operator binds, and what it was made of."""

    __slots__ = ("args", "precedence", "source", "template")

    def __init__(
        self,
        source: str,
        precedence: int,
        template: Template | None = None,
        args: tuple[str, ...] = (),
    ) -> None:
        self.source = source
        self.precedence = precedence
        self.template = template
        self.args = args

    @property
    def pieces(self) -> list[str]:
        """The operator and its arguments: an argument, an operator, an argument; or a call's name,
        argument, comma, argument, end."""
        pieces = self.template.pieces if self.template else ()
        return [p if isinstance(p, str) else self.args[p] for p in pieces]


_NAME = r"math\.\w+|(?<![\w.{])(?!(?:True|False|None)\b)[^\W\d]\w*(?=[(.)])"


_LITERALS = ("True", "False", "None")


def names_in(template: str) -> list[str]:
    """What a template needs in scope: functions of math, modules, builtins.

    >>> names_in("float(math.floor({0}))"), names_in("np.where({0}, {1}, {2})")
    (['float', 'math.floor'], ['np'])
    """
    return [name for name in re.findall(_NAME, template) if name not in _LITERALS]


def parse(template: str, names: Mapping[str, str]) -> Template:
    """A template with its precedences; `names` says what the names in it are called in this source.

    >>> parse("{0} - {1}", {}).needs
    (7, 8)
    >>> parse("math.sin({0})", {"math.sin": "sin"}).pieces
    ('sin(', 0, ')')
    """
    template = re.sub(_NAME, lambda match: names.get(match[0], match[0]), template)
    raw = [p for p in re.split(r"(\{\d+\})", template) if p]
    pieces = tuple(int(p[1:-1]) if p[0] == "{" else p for p in raw)
    order = [p for p in pieces if isinstance(p, int)]
    level, needs = ATOM, (CONDITIONAL,) * len(order)
    if " @ " in template:
        level, needs = PRODUCT, _beside_product(template)
    elif len(pieces) > 1 and isinstance(pieces[0], int) and str(pieces[1])[0] in ".[":
        needs = (ATOM, *needs[1:])  # x.T
    elif len(pieces) == 3 and isinstance(pieces[0], int):
        level = _INFIX[str(pieces[1]).strip()]
        needs = (level + (level == COMPARISON), level + 1) if level != POWER else (ATOM, ATOM)
    elif pieces[0] in ("-", "+"):
        level, needs = UNARY, (UNARY,)
    elif pieces[0] == "not ":
        level, needs = NOT, (NOT,)
    elif " if " in pieces:
        level, needs = CONDITIONAL, (OR, OR, CONDITIONAL)
    if order == sorted(order):  # as all but a choice's, and this is the quicker way
        write = "".join([p.replace("%", "%%") if isinstance(p, str) else "%s" for p in pieces])
        return Template(pieces, write.__mod__, level, needs)
    return Template(pieces, lambda args: template.format(*args), level, needs)


def _beside_product(template: str) -> tuple[int, ...]:
    """How tightly each argument must bind in a product of matrices, each of which may be turned."""
    needs = {}
    for at, side in enumerate(template.split(" @ ")):
        bare = PRODUCT + at if side[-1] == "}" else ATOM
        needs[int(side[side.index("{") + 1])] = bare if side[0] == "{" else CONDITIONAL
    return needs[0], needs[1]


def fill(template: Template, args: list[Text]) -> Text:
    """The expression, each argument in parentheses where its operator binds too loosely.

    >>> total = Text("x + y", SUM)
    >>> fill(parse("{0} - {1}", {}), [total, total]).source
    'x + y - (x + y)'
    """
    precedence, needs = template.precedence, template.needs
    given: tuple[str, ...]
    if precedence == ATOM:  # in a call they stand as they are
        given = tuple([arg.source for arg in args])
        if needs and needs[0] == ATOM > args[0].precedence:
            given = (f"({given[0]})", *given[1:])
    elif precedence not in _LOOSE:
        (left, right), (first, second) = args, needs
        given = (
            left.source if left.precedence >= first else f"({left.source})",
            right.source if right.precedence >= second else f"({right.source})",
        )
    else:
        if precedence == POWER and args[0].precedence == ATOM and all(map(_simple, args)):
            template = _TIGHT
        is_loose = _LOOSE[precedence]
        given = tuple(
            [
                f"({arg.source})" if is_loose(arg, needs[at], at) else arg.source
                for at, arg in enumerate(args)
            ]
        )
    return Text(template.write(given), precedence, template, given)


def called(name: str, args: Sequence[str], names: Mapping[str, str] | None = None) -> Text:
    """A call, which may be broken between its arguments."""
    places = ", ".join([f"{{{at}}}" for at in range(len(args))])
    return fill(parse(f"{name}({places})", names or {}), [Text(arg, ATOM) for arg in args])


_TIGHT = Template((0, "**", 1), "%s**%s".__mod__, POWER, ())

# Where black writes parentheses that Python needs not, and none where it does.
_LOOSE: dict[int, Callable[[Text, int, int], bool]] = {
    NOT: lambda arg, need, at: arg.precedence < need,
    UNARY: lambda arg, need, at: arg.precedence < need or arg.precedence == POWER,  # -(x**2)
    POWER: lambda arg, need, at: arg.precedence < need and not (at == 1 and _simple(arg)),
    # It takes a word behind a power, such as `if`, for a part of it.
    CONDITIONAL: lambda arg, need, at: arg.precedence < need or _ends_in_power(arg.source),
    AND: lambda arg, need, at: arg.precedence < need or (at == 0 and _ends_in_power(arg.source)),
    # A reader does not need to know that `and` binds tighter.
    OR: lambda arg, need, at: (
        arg.precedence < need or arg.precedence == AND or (at == 0 and _ends_in_power(arg.source))
    ),
}


_NOT = parse("not {0}", {})
# Of the other comparisons, both may be false.
_OPPOSITE = {" == ": parse("{0} != {1}", {}), " != ": parse("{0} == {1}", {})}


def negated(test: Text) -> Text:
    """The opposite of a condition, for every number and nan.

    >>> negated(Text("x == y", COMPARISON, parse("{0} == {1}", {}), ("x", "y"))).source
    'x != y'
    >>> negated(Text("not (x or y)", NOT, parse("not {0}", {}), ("(x or y)",))).source
    'x or y'
    """
    left, *rest = test.pieces or ("",)
    if left == "not " and rest[0][0] != "(":
        return Text(rest[0], COMPARISON)
    if left == "not " and is_enclosed(rest[0]):
        return Text(rest[0][1:-1], CONDITIONAL)
    if rest and rest[0] in _OPPOSITE:
        opposite = _OPPOSITE[rest[0]]
        return Text(opposite.write(test.args), test.precedence, opposite, test.args)
    return fill(_NOT, [test])


_OTHER = {" + ": parse("{0} - {1}", {}), " - ": parse("{0} + {1}", {})}


def subtracted(template: Template, given: list[Text]) -> tuple[Template, list[Text]]:
    """A sum with the sign of its last product in front, which is the same to the bit.

    >>> product = Text("-2.0 * y", PRODUCT, parse("{0} * {1}", {}), ("-2.0", "y"))
    >>> fill(*subtracted(parse("{0} + {1}", {}), [Text("x", ATOM), product])).source
    'x - 2.0 * y'
    """
    first, last = given
    other = _OTHER.get(str(template.pieces[1]))
    if other is None or last.precedence != PRODUCT:
        return template, given
    args = (last.args[0][1:], *last.args[1:])
    return other, [first, Text(last.source[1:], PRODUCT, last.template, args)]


def is_enclosed(source: str) -> bool:
    """Whether the first parenthesis is closed by the last character."""
    depth = 0
    if source[:1] != "(":
        return False
    for at, letter in enumerate(source):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return at == len(source) - 1
    return False


def _ends_in_power(source: str) -> bool:
    """Whether the last word is a variable that something is raised to."""
    _, stars, exponent = source.rpartition("**")
    return bool(stars) and exponent.isidentifier()


def _simple(arg: Text) -> bool:
    """black writes x**2.0 without spaces between names and numbers."""
    return arg.source.isidentifier() or re.fullmatch(r"-?\d[\d.e+-]*", arg.source) is not None


def constant_name(value: float | bool) -> str | None:
    """The name of a constant that is not written in digits: one in math, or one that the file gives
    it.

    >>> constant_name(math.pi), constant_name(math.sqrt(2.0)), constant_name(0.5)
    ('math.pi', 'sqrt2=1.4142135623730951', None)
    """
    if math.isnan(value):
        return "math.nan"
    size = abs(value)
    name = {math.inf: "math.inf", math.pi: "math.pi", math.e: "math.e"}.get(size)
    if name is None and (known := irrational(size)):
        return f"{known[0]}={size!r}"
    return name


def digits(value: float) -> str:
    """A float as black writes it.

    >>> digits(1e22)
    '1e22'
    """
    return float.__repr__(float(value)).replace("e+", "e")


def tuple_of(items: Sequence[str]) -> str:
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"


def number(value: float | bool, names: Mapping[str, str]) -> Text:
    """A constant that reads back to the same bits.

    >>> number(-0.0, {}).source, number(1e-07, {}).source
    ('-0.0', '1e-07')
    """
    if isinstance(value, bool):
        return Text(repr(value), ATOM)
    sign = "-" if math.copysign(1.0, value) < 0.0 else ""
    name = constant_name(value)
    source = sign + names[name] if name else digits(value)
    return Text(source, UNARY if sign else ATOM)
