"""Templates of ops as text: precedence, parentheses, and the names a template needs.

In: a template such as "{0} + {1}" and the texts of its arguments. Out: the expression, with the
fewest parentheses that keep the order of evaluation, spaced as black spaces it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

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


class Text(NamedTuple):
    """An expression, how tightly its outermost operator binds, and the operator and its arguments:
    an argument, an operator, an argument; or a call's name, argument, comma, argument, end."""

    source: str
    precedence: int
    pieces: Sequence[str] = ()


class Template(NamedTuple):
    """A parsed template: text pieces and argument positions, and what each position must bind."""

    pieces: tuple[str | int, ...]
    precedence: int
    needs: tuple[int, ...]


_NAME = re.compile(r"math\.\w+|(?<![\w.{])[^\W\d]\w*(?=[(.)])")


def names_in(template: str) -> list[str]:
    """What a template needs in scope: functions of math, modules, builtins.

    >>> names_in("float(math.floor({0}))"), names_in("np.where({0}, {1}, {2})")
    (['float', 'math.floor'], ['np'])
    """
    return _NAME.findall(template)


def parse(template: str, names: Mapping[str, str]) -> Template:
    """A template with its precedences; `names` says what the names in it are called in this source.

    >>> parse("{0} - {1}", {}).needs
    (7, 8)
    >>> parse("math.sin({0})", {"math.sin": "sin"}).pieces
    ('sin(', 0, ')')
    """
    template = _NAME.sub(lambda match: names.get(match[0], match[0]), template)
    raw = [p for p in re.split(r"(\{\d+\})", template) if p]
    pieces = tuple(int(p[1:-1]) if p[0] == "{" else p for p in raw)
    if len(pieces) == 3 and isinstance(pieces[0], int):
        level = _INFIX[str(pieces[1]).strip()]
        left, right = level, level + 1
        if level == COMPARISON:
            left = level + 1
        if level == POWER:
            left, right = ATOM, ATOM
        return Template(pieces, level, (left, right))
    if pieces[0] in ("-", "+"):
        return Template(pieces, UNARY, (UNARY,))
    if pieces[0] == "not ":
        return Template(pieces, NOT, (NOT,))
    if " if " in pieces:
        return Template(pieces, CONDITIONAL, (OR, OR, CONDITIONAL))
    return Template(pieces, ATOM, (CONDITIONAL,) * len(pieces))


def fill(template: Template, args: list[Text]) -> Text:
    """The expression, each argument in parentheses where its operator binds too loosely.

    >>> total = Text("x + y", SUM)
    >>> fill(parse("{0} - {1}", {}), [total, total]).source
    'x + y - (x + y)'
    """
    pieces, precedence, needs = template
    filled: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            filled.append(piece)
            continue
        source, binds, _ = args[piece]
        loose = binds < needs[piece]
        if precedence in _SPECIAL:
            loose = _is_loose(loose, precedence, piece, args[piece])
        filled.append(f"({source})" if loose else source)
    if precedence == POWER and args[0].precedence == ATOM and all(map(_simple, args)):
        filled[1] = "**"
    return Text("".join(filled), precedence, filled)


_SPECIAL = (UNARY, POWER, CONDITIONAL)


def _is_loose(loose: bool, precedence: int, position: int, arg: Text) -> bool:
    """Where black writes parentheses that Python needs not, and none where it does."""
    if precedence == UNARY:
        return loose or arg.precedence == POWER  # -(x**2)
    if precedence == POWER:
        return loose and not (position == 1 and _simple(arg))
    # It takes `if` or `else` behind a power for a part of it.
    return loose or _NAMED_POWER.search(arg.source) is not None


_NOT = parse("not {0}", {})
_OPPOSITE = {" == ": " != ", " != ": " == "}  # of the others, both may be false


def negated(test: Text) -> Text:
    """The opposite of a condition, for every number and nan.

    >>> negated(Text("x == y", COMPARISON, ["x", " == ", "y"])).source
    'x != y'
    """
    left, *rest = test.pieces or ("",)
    if left == "not " and rest[0][0] != "(":
        return Text(rest[0], COMPARISON)
    if rest and rest[0] in _OPPOSITE:
        opposite = [left, _OPPOSITE[rest[0]], rest[1]]
        return Text("".join(opposite), test.precedence, opposite)
    return fill(_NOT, [test])


_NAMED_POWER = re.compile(r"\*\*[^\W\d]\w*$")


def _simple(arg: Text) -> bool:
    """black writes x**2.0 without spaces between names and numbers."""
    return arg.source.isidentifier() or re.fullmatch(r"-?\d[\d.e+-]*", arg.source) is not None


_ROOT, _SQRT_2PI = math.sqrt(math.pi), math.sqrt(2.0 * math.pi)
_LOG_2PI = math.log(2.0 * math.pi)
_KNOWN = {
    **{"sqrt2": math.sqrt(2.0), "inv_sqrt2": 1.0 / math.sqrt(2.0), "sqrt3": math.sqrt(3.0)},
    **{"sqrt_pi": _ROOT, "inv_sqrt_pi": 1.0 / _ROOT, "two_over_sqrt_pi": 2.0 / _ROOT},
    **{"sqrt_2pi": _SQRT_2PI, "inv_sqrt_2pi": 1.0 / _SQRT_2PI, "log_pi": math.log(math.pi)},
    **{"log_2": math.log(2.0), "log_10": math.log(10.0), "log_2pi": _LOG_2PI},
    **{"inv_log_2": 1.0 / math.log(2.0), "inv_log_10": 1.0 / math.log(10.0)},
    **{"half_log_2pi": 0.5 * _LOG_2PI, "half_pi": 0.5 * math.pi, "two_pi": 2.0 * math.pi},
    **{"inv_pi": 1.0 / math.pi, "degree": math.pi / 180.0},
}
_IRRATIONAL = {f"{value:.13e}": name for name, value in _KNOWN.items()}  # however it was rounded


def constant_name(value: float | bool) -> str | None:
    """The name of a constant that is not written in digits: one in math, or one that the file gives
    it.

    >>> constant_name(math.pi), constant_name(math.sqrt(2.0)), constant_name(0.5)
    ('math.pi', 'sqrt2=1.4142135623730951', None)
    """
    if math.isnan(value):
        return "math.nan"
    size = abs(value)
    name = {math.inf: "math.inf", math.pi: "math.pi"}.get(size)
    if name is None and size % 0.125 and (known := _IRRATIONAL.get(f"{size:.13e}")):
        return f"{known}={size!r}"
    return name


def number(value: float | bool, names: Mapping[str, str]) -> Text:
    """A constant that reads back to the same bits.

    >>> number(-0.0, {}).source, number(1e-07, {}).source
    ('-0.0', '1e-07')
    """
    if isinstance(value, bool):
        return Text(repr(value), ATOM)
    sign = "-" if math.copysign(1.0, value) < 0.0 else ""
    name = constant_name(value)
    source = sign + names[name] if name else float.__repr__(float(value)).replace("e+", "e")
    return Text(source, UNARY if sign else ATOM)
