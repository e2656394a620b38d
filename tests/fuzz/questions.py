"""What can be asked of a compiled function, and the reference's answer.

Each question is a function of a Case; it returns the answer, a list of (number, what it loses in 40
bits), and a call that asks lazyad.
"""

import math
from random import Random

import lazyad as la
from tests.fuzz.subjects import Passed, filled, flat


class Case:
    """A subject and its compiled function, with what the questions have in common."""

    def __init__(self, it, ask, compiled):
        self.it, self.compiled, self.what = it, compiled, ask.what
        self.x, self.rng = it.arguments, Random(ask.seed)
        self.options = {"order": ask.order}
        self.units = [
            [float(i == j) for j in range(len(it.numbers))] for i in range(len(it.numbers))
        ]
        self.bare = all(type(argument) is float for argument in self.x)
        self.through_kernel = ask.through == "kernel" and self.bare
        self.v = self.draw(len(it.numbers))

    def draw(self, count):
        return [round(self.rng.uniform(-1, 1), 2) for _ in range(count)]

    def like_arguments(self, numbers):
        return filled(self.x, iter(numbers))

    def value(self):
        return [f[0] for f in self.it.derivative([])]

    def slopes(self, directions):
        """For each direction, the derivative of each number of the result."""
        return [[f[1] for f in self.it.derivative([one])] for one in directions]

    def second(self, pairs):
        """Second derivatives of one number."""
        return [self.it.derivative([a, b])[0][2] for a, b in pairs]

    def call(self, derived):
        if self.through_kernel:
            return lambda: derived.lower(*self.x).kernel(*self.x)
        return lambda: derived(*self.x)


def jvp(case):
    answer = case.value() + case.slopes([case.v])[0]
    if case.through_kernel:
        return answer, lambda: case.compiled.lower(*case.x).kernel(*case.x, *case.v)
    return answer, lambda: case.compiled.jvp(case.x, case.like_arguments(case.v))


def directions(case):
    if not case.bare:
        return jvp(case)
    several = [case.draw(len(case.v)) for _ in range(case.rng.randint(1, 3))]
    answer = case.value() + [slope for slopes in case.slopes(several) for slope in slopes]
    return answer, lambda: case.compiled.jvp(case.x, tuple(map(list, zip(*several, strict=True))))


def taylor(case):
    order = case.rng.randint(2, 4)
    found = case.it.derivative([case.v] * order)
    answer = []
    for k in range(order + 1):
        answer += [(f[k][0] / math.factorial(k), f[k][1] / math.factorial(k)) for f in found]
    derived = la.taylor(case.compiled, order)
    return answer, lambda: derived(*case.x, *case.like_arguments(case.v))


def vjp(case):
    result = case.it.plain(*case.x)
    weights = case.draw(len(flat(result)))
    products = [
        (sum(w * e for w, (e, _) in zip(weights, c, strict=True)), sum(loss for _, loss in c))
        for c in case.slopes(case.units)
    ]
    cotangents = filled(result, iter(weights))
    return case.value() + products, lambda: case.compiled.vjp(case.x, cotangents)


def jacobian(case):
    columns = case.slopes(case.units)
    if case.it.arrays and len(case.x) > 1 and len(columns[0]) > 1:
        raise Passed("order of entries")
    answer = [column[row] for row in range(len(columns[0])) for column in columns]
    if case.what == "sparse":
        sparse = la.jacobian(case.compiled, sparse=True, **case.options)
        return answer, lambda: sparse(*case.x).toarray()
    if case.what == "value_and_jacobian":
        both = la.value_and_jacobian(case.compiled, **case.options)
        return case.value() + answer, case.call(both)
    return answer, case.call(la.jacobian(case.compiled, **case.options))


def one_argument(case):
    at = case.rng.randrange(len(case.x))
    before = len(flat(case.x[:at]))
    columns = case.slopes(case.units[before : before + len(flat(case.x[at]))])
    answer = [column[row] for row in range(len(columns[0])) for column in columns]
    return answer, case.call(la.jacobian(case.compiled, argnums=at, **case.options))


def grad(case):
    if _many(case):
        return jacobian(case)
    answer = [column[0] for column in case.slopes(case.units)]
    if case.what == "value_and_grad":
        return case.value() + answer, case.call(la.value_and_grad(case.compiled, **case.options))
    return answer, case.call(la.grad(case.compiled, **case.options))


def hessian(case):
    if _many(case):
        return jacobian(case)
    if case.it.arrays and len(case.x) > 1:
        raise Passed("order of entries")
    answer = case.second([(a, b) for a in case.units for b in case.units])
    if case.what == "nested":
        return answer, case.call(la.jacobian(la.grad(case.compiled, **case.options)))
    return answer, case.call(la.hessian(case.compiled, **case.options))


def hvp(case):
    if _many(case):
        return jvp(case)
    answer = case.second([(unit, case.v) for unit in case.units])
    return answer, lambda: case.compiled.hvp(case.x, case.like_arguments(case.v))


def _many(case):
    """Whether the result is more than one number, which has no gradient."""
    return not isinstance(case.it.plain(*case.x), (int, float))


QUESTIONS = {
    "jvp": jvp,
    "directions": directions,
    "grad": grad,
    "value_and_grad": grad,
    "jacobian": jacobian,
    "value_and_jacobian": jacobian,
    "sparse": jacobian,
    "one_argument": one_argument,
    "hessian": hessian,
    "nested": hessian,
    "vjp": vjp,
    "hvp": hvp,
    "taylor": taylor,
}


def question(it, ask, compiled):
    """(the reference's answer, a call that asks lazyad for it)."""
    return QUESTIONS[ask.what](Case(it, ask, compiled))
