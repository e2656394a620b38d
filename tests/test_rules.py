"""Every rewrite rule, tried on hostile floats: it keeps what its exactness class promises."""

import itertools
import math
import random
import sys

import pytest

import lazyad as la
from lazyad.evaluation import evaluate
from lazyad.graph import CONST, INPUT, OPS, Graph, Node, bits, const, walk
from lazyad.ops import where
from lazyad.passes.powers import expand_powers, expanded
from lazyad.passes.simplify import (
    Rule,
    _filled,
    _rows,
    b,
    bound,
    c,
    d,
    rules_of,
    simplify_exact,
    simplify_safe,
    t,
    x,
)

HOSTILE = [
    *[0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, 1e-8, -7e5],
    *[math.inf, -math.inf, math.nan, 5e-324, -2e-308, 1e200, -1e200, 1e-200, 1.7e308],
]
CONSTANTS = [0.0, -0.0, 1.0, -1.0, 4.0, -4.0, 3.0, -0.3, 2.0**-1074, 2.0**1023, math.inf, math.nan]
MOST = 1_000  # points of what matches several numbers, of which there are thousands
LONGEST_POWER = 16
EXPONENTS = [*map(float, range(-LONGEST_POWER, LONGEST_POWER + 1)), 0.5, 1.5]
POWERS = [Rule(x**n, expanded(x, n), "ulp") for n in EXPONENTS if expanded(x, n) is not None]
RULES = (*rules_of("exact", "ulp", "real"), *POWERS)


def _as_is(node, shared):
    return node


def outcome(node, values):
    """The value, or the type of the exception."""
    try:
        value = evaluate([node], values)[0]
    except (ArithmeticError, ValueError) as error:
        return type(error)
    return "complex" if isinstance(value, complex) else value


def wildcards(rule):
    return [node for node in walk([rule.left]) if node.op is INPUT]


def instances(rule, constant=CONSTANTS, tried=HOSTILE):
    """(left, right, values of the wildcards) over hostile floats; constants become real ones."""
    wild = wildcards(rule)
    free = [w for w in wild if w is not c and w is not d]
    fixed = [w for w in wild if w is c or w is d]
    for numbers in itertools.product(constant, repeat=len(fixed)):
        given = {**{w: w for w in free}, **dict(zip(fixed, map(const, numbers), strict=True))}
        left = _filled(rule.left, given, _as_is)
        right = rule.right
        if not isinstance(right, Node):
            right = right(**{w.payload: given[w].payload if w is c or w is d else w for w in wild})
            if right is None:
                continue
        right = _filled(right, given, _as_is)
        finite = [value for value in tried if math.isfinite(value)]
        fits = {b: finite, t: [True, False]}
        points = [*itertools.product(*[fits.get(w, tried) for w in free])]
        if len(points) > MOST:
            points = random.Random(repr(rule.left)).sample(points, MOST)
        for point in points:
            yield left, right, dict(zip(free, point, strict=True))


def label(rule):
    return f"{rule.exactness}: {rule.left!r}"


def same_bits(a, b):
    if isinstance(a, float) and isinstance(b, float):
        return bits(a) == bits(b) or (math.isnan(a) and math.isnan(b))
    return a == b and type(a) is type(b)


@pytest.mark.parametrize("rule", [r for r in RULES if r.exactness == "exact"], ids=label)
def test_exact_rules_keep_bits_and_exceptions(rule):
    tried = 0
    for left, right, values in instances(rule):
        assert same_bits(outcome(left, values), outcome(right, values)), (left, right, values)
        tried += 1
    assert tried


@pytest.mark.parametrize("rule", [r for r in RULES if r.exactness == "ulp"], ids=label)
def test_ulp_rules_round_only(rule):
    tried = 0
    for left, right, values in instances(rule):
        before, after = outcome(left, values), outcome(right, values)
        finite = isinstance(before, float) and math.isfinite(before)
        tried += 1
        if not finite:
            assert not (isinstance(after, float) and math.isfinite(after)), (values, before, after)
            continue
        # A subnormal has fewer digits, so its rounding is relative to the smallest normal float.
        error = abs(after - before)
        assert error <= LONGEST_POWER * 2.0**-52 * max(abs(before), 2.0**-1022), (values, before)
    assert tried


@pytest.mark.parametrize("rule", [r for r in RULES if r.exactness == "real"], ids=label)
def test_real_rules_are_true_where_nothing_breaks(rule):
    tried = 0
    for left, right, values in instances(rule, [1.5, -4.0, 3.0], [0.7, 1.3, 2.9]):
        before, after = outcome(left, values), outcome(right, values)
        if isinstance(before, float) and math.isfinite(before) and abs(before) < 1e300:
            assert after == pytest.approx(before, rel=1e-14)
            tried += 1
    assert tried


@pytest.mark.parametrize("rule", RULES, ids=label)
def test_a_rule_does_not_undo_another(rule):
    from lazyad.passes import LEVELS

    simplify = LEVELS[{"exact": "strict", "ulp": "safe", "real": "fast"}[rule.exactness]][2]
    wild = wildcards(rule)
    bound = {w: const(-3.0) if w is c or w is d else Node(INPUT, (), f"{w.payload}_") for w in wild}
    left = _filled(rule.left, bound, _as_is)
    inputs = [node for node in bound.values() if node.op is not CONST]
    once = simplify(Graph(inputs, left))
    assert simplify(once) is once


def test_levels_nest():
    x = Node.input("x")
    square = Graph([x], x**2.0)
    assert simplify_exact(square) is square
    assert expand_powers(square).operations == {"mul": 1}


@pytest.mark.parametrize(("n", "products"), [(2, 1), (3, 2), (4, 2), (8, 3), (15, 6), (16, 4)])
def test_powers_share_their_squares(n, products):
    import lazyad as la

    graph = la.compile(lambda x: x**n).primal.graph
    assert graph.operations == {"mul": products}


@pytest.mark.parametrize("divisor", [2.0, 4.0, -0.5, 2.0**-1022, 2.0**1022])
def test_division_by_a_power_of_two_is_a_product(divisor):
    x = Node.input("x")
    assert simplify_exact(Graph([x], x / divisor)).operations == {"mul": 1}


@pytest.mark.parametrize("divisor", [3.0, 0.0, 2.0**-1074, 2.0**1023, math.inf, math.nan])
def test_other_divisions_stay(divisor):
    x = Node.input("x")
    assert simplify_exact(Graph([x], x / divisor)).operations == {"div": 1}


@pytest.mark.slow
def test_what_is_bounded_is_finite_for_every_number():
    x = Node.input("x")
    for op in [row for row in OPS.values() if row.bound < math.inf]:
        node = op(*[x] * op.arity)
        for value in HOSTILE:
            found = outcome(node, {x: value})
            if isinstance(found, float) and not math.isnan(found):
                assert abs(found) <= bound(node)
    assert bound(x) == bound(x * 0.0 + 1.0) == math.inf
    chain = la.sin(x)
    for _ in range(100_000):
        chain = chain * 0.5 + 1.0
    assert bound(chain) == math.inf  # nobody looks that far


def test_zero_times_what_is_bounded_is_zero():
    x = Node.input("x")
    graph = Graph([x], [la.sin(x) * 0.0, -0.0 * (la.cos(x) * 3.0 + 1.0), x * 0.0])
    assert simplify_safe(graph).operations == {"mul": 1}
    assert simplify_exact(graph) is graph


def _lines_run(function, *args):
    """How many lines of Python a call takes."""
    count = [0]

    def trace(frame, event, arg):
        count[0] += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(*args)
    finally:
        sys.settrace(before)
    return count[0]


def test_results_that_share_a_row_of_choices_are_looked_at_in_linear_time():
    def graph(length):
        one, results = t, []
        for k in range(length):
            one = where(t > float(k), one, const(float(k)))
            results.append(one)
        return Graph([t], tuple(results))

    short, long = [_lines_run(_rows, graph(length)) for length in (50, 200)]
    assert long < 5 * short  # it was 15 times
