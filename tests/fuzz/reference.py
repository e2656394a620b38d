"""The reference: towers of duals over mpmath, with derivative formulas of their own.

A Tower is `value + slope * e` with `e * e = 0`; both are real numbers of mpmath, or Towers one
floor lower. Two floors are a hyper-dual number, n floors hold the n-th derivatives. The text of a
program runs on Towers as it stands, only `math`, `float` and `np` mean other functions.
"""

import functools
import math
import operator
from types import SimpleNamespace

import mpmath
import numpy as np
from mpmath import mpf


class Leaves(ArithmeticError):
    """A number is larger than `Tower.largest`, or its reciprocal is."""


class Tower:
    """A number and its derivative. `tied` notes that a comparison was too close to call."""

    tied = False
    largest = mpmath.inf
    __slots__ = ("slope", "value")
    __hash__ = None

    def __init__(self, value, slope):
        self.value, self.slope = value, slope
        if Tower.largest < mpmath.inf and bottom(value) != 0:
            size = abs(bottom(value))
            if not 1 / Tower.largest < size < Tower.largest:
                raise Leaves

    def __add__(self, other):
        a, b = parts(other)
        return Tower(self.value + a, self.slope + b)

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        a, b = parts(other)
        return Tower(self.value * a, self.value * b + self.slope * a)

    def __truediv__(self, other):
        return self * (other**-1 if isinstance(other, Tower) else 1 / mpf(other))

    def __rtruediv__(self, other):
        return self**-1 * other

    def __pow__(self, n):
        if isinstance(n, Tower):
            return power(self, n)
        if n == 0:
            return Tower(mpf(1), mpf(0))
        if bottom(self) < 0 and n != int(n):
            raise ValueError("a broken power of a negative number")
        n = mpf(n) if n != int(n) else int(n)
        return Tower(self.value**n, n * self.value ** (n - 1) * self.slope)

    def __rpow__(self, base):
        return power(mpf(base), self)

    def __neg__(self):
        return Tower(-self.value, -self.slope)

    def __pos__(self):
        return self

    def __abs__(self):
        return self if self >= 0 else -self

    def __floordiv__(self, other):
        return floor(self / other)

    def __rfloordiv__(self, other):
        return floor(other / self)

    def __mod__(self, other):
        return self - other * floor(self / other)

    def __rmod__(self, other):
        return other - self * floor(other / self)

    def __lt__(self, other):
        return compared(operator.lt, self, other)

    def __le__(self, other):
        return compared(operator.le, self, other)

    def __gt__(self, other):
        return compared(operator.gt, self, other)

    def __ge__(self, other):
        return compared(operator.ge, self, other)

    def __eq__(self, other):
        return compared(operator.eq, self, other)

    def __ne__(self, other):
        return compared(operator.ne, self, other)

    def __bool__(self):
        return self != 0

    def __round__(self):
        return whole(self, mpmath.nint, 0.5)

    def __divmod__(self, other):
        return self // other, self % other

    def __floor__(self):
        return floor(self)

    def __float__(self):
        return float(bottom(self))

    def __repr__(self):
        return f"<{float(self)}>"

    def conjugate(self):
        return self

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


def _unless_array(method):
    """An array on the right takes the Tower into each of its elements."""

    def call(self, other):
        return NotImplemented if isinstance(other, np.ndarray) else method(self, other)

    return call


for _name in "add sub mul truediv pow floordiv mod lt le gt ge eq ne".split():
    setattr(Tower, f"__{_name}__", _unless_array(getattr(Tower, f"__{_name}__")))


def parts(number):
    return (number.value, number.slope) if isinstance(number, Tower) else (mpf(number), mpf(0))


def bottom(number):
    while isinstance(number, Tower):
        number = number.value
    return mpf(number)


def compared(how, a, b):
    x, y = bottom(a), bottom(b)
    if abs(x - y) <= 1e-9 * (abs(x) + abs(y)) and not is_zero(a - b):
        Tower.tied = True
    return how(x, y)


def is_zero(number):
    """Whether it is 0 with all its derivatives."""
    if isinstance(number, Tower):
        return is_zero(number.value) and is_zero(number.slope)
    return number == 0


def whole(x, rounded, jump):
    """A whole number near x; it jumps where the fraction of x is `jump`."""
    x = bottom(x)
    if abs(x - jump - mpmath.nint(x - jump)) < 1e-9 * (1 + abs(x)):
        Tower.tied = True
    return rounded(x)


def floor(x):
    return whole(x, mpmath.floor, 0)


def trunc(x):
    return floor(x) if x >= 0 else -floor(-x)


def power(base, n):
    if bottom(base) <= 0:
        raise ValueError("a power with a variable exponent")
    return exp(n * log(base))


def _function(name, slope):
    """A function of mpmath on Towers; slope(x, out) is its derivative, in the same functions."""

    def call(x):
        if isinstance(x, Tower):
            out = call(x.value)
            return Tower(out, slope(x.value, out) * x.slope)
        out = getattr(mpmath, name)(mpf(x))
        if isinstance(out, mpmath.mpc) or not mpmath.isfinite(out):
            raise ValueError(f"{name}({x})")
        return out

    return call


sqrt = _function("sqrt", lambda x, out: 1 / (2 * out))
exp = _function("exp", lambda x, out: out)
log = _function("log", lambda x, out: 1 / x)
sin = _function("sin", lambda x, out: cos(x))
cos = _function("cos", lambda x, out: -sin(x))
tan = _function("tan", lambda x, out: 1 / cos(x) ** 2)
asin = _function("asin", lambda x, out: 1 / sqrt(1 - x * x))
acos = _function("acos", lambda x, out: -1 / sqrt(1 - x * x))
atan = _function("atan", lambda x, out: 1 / (1 + x * x))
sinh = _function("sinh", lambda x, out: cosh(x))
cosh = _function("cosh", lambda x, out: sinh(x))
tanh = _function("tanh", lambda x, out: 1 / cosh(x) ** 2)
asinh = _function("asinh", lambda x, out: 1 / sqrt(x * x + 1))
acosh = _function("acosh", lambda x, out: 1 / sqrt(x * x - 1))
atanh = _function("atanh", lambda x, out: 1 / (1 - x * x))
erf = _function("erf", lambda x, out: 2 / mpmath.sqrt(mpmath.pi) * exp(-x * x))
erfc = _function("erfc", lambda x, out: -2 / mpmath.sqrt(mpmath.pi) * exp(-x * x))
expm1 = _function("expm1", lambda x, out: exp(x))
log1p = _function("log1p", lambda x, out: 1 / (1 + x))


def hypot(*xs):
    return sqrt(sum(x * x for x in xs))


def atan2(y, x):
    """From the half-planes in which it is an arcus tangent or cotangent."""
    a, b = bottom(y), bottom(x)
    if a == 0 and b <= 0:
        Tower.tied = True
    if abs(b) > abs(a):
        return atan(y / x) + (0 if b > 0 else mpmath.pi if a >= 0 else -mpmath.pi)
    return -atan(x / y) + (mpmath.pi / 2 if a > 0 else -mpmath.pi / 2)


def copysign(x, y):
    if bottom(y) == 0:
        Tower.tied = True  # mpmath has no -0
    return abs(x) if y >= 0 else -abs(x)


def fmod(x, y):
    return x - y * trunc(x / y)


def where(c, x, y):
    return x if c else y


def to_float(x):
    return x if isinstance(x, Tower) else float(x)


ONE = {  # functions of one argument
    **{n: globals()[n] for n in "sqrt exp log sin cos tan sinh cosh tanh expm1 log1p".split()},
    **{"arc" + n[1:]: globals()[n] for n in "asin acos atan asinh acosh atanh".split()},
    "log2": lambda x: log(x) / mpmath.log(2),
    "log10": lambda x: log(x) / mpmath.log(10),
    "exp2": lambda x: exp(x * mpmath.log(2)),
    "cbrt": lambda x: copysign(abs(x) ** (mpf(1) / 3), x),
    "floor": floor,
    "trunc": trunc,
    "ceil": lambda x: -floor(-x),
    "degrees": lambda x: x * 180 / mpmath.pi,
    "radians": lambda x: x * mpmath.pi / 180,
    "deg2rad": lambda x: x * mpmath.pi / 180,
    "sign": lambda x: (x > 0) - (x < 0),
}
Tower.sqrt = sqrt  # as which NumPy calls it in std

MATH = SimpleNamespace(
    **ONE,
    **{n: globals()[n] for n in "asin acos atan asinh acosh atanh erf erfc".split()},
    **{n: globals()[n] for n in "hypot atan2 copysign fmod".split()},
    fabs=abs,
    modf=lambda x: (x - trunc(x), trunc(x)),
    ldexp=lambda x, n: x * 2**n,
    remainder=lambda x, y: x - y * round(x / y),
    isclose=lambda x, y: abs(x - y) <= 1e-9 * max(abs(x), abs(y)),
    pow=lambda x, y: x**y,
    fsum=lambda xs: sum(xs),
    prod=lambda xs: functools.reduce(operator.mul, xs),
    dist=lambda p, q: hypot(*[a - b for a, b in zip(p, q, strict=True)]),
    pi=math.pi,
    e=math.e,
    tau=math.tau,
    inf=math.inf,
)


class _NumPy:
    """NumPy, but for what it cannot do on arrays of objects."""

    linalg = SimpleNamespace(
        norm=lambda x, ord=2: sum(map(abs, x)) if ord == 1 else hypot(*np.ravel(x)),
        solve=lambda a, b: np.linalg.inv(a) @ b,
        det=lambda a: _determinant(a.tolist()),
    )

    def __getattr__(self, name):
        return getattr(np, name)


def _elementwise(function):
    mapped = np.vectorize(function, otypes=[object])
    return lambda *xs: (mapped if any(isinstance(x, np.ndarray) for x in xs) else function)(*xs)


for _name, _call in {**ONE, "hypot": hypot, "arctan2": atan2}.items():
    setattr(_NumPy, _name, staticmethod(_elementwise(_call)))
for _name in "array asarray zeros ones eye full zeros_like ones_like".split():
    # Towers may be assigned to them.
    setattr(_NumPy, _name, staticmethod(functools.partial(getattr(np, _name), dtype=object)))


def _determinant(rows):
    """By the first row."""
    if not rows:
        return 1
    minors = [[row[:k] + row[k + 1 :] for row in rows[1:]] for k in range(len(rows))]
    return sum((-1) ** k * rows[0][k] * _determinant(minor) for k, minor in enumerate(minors))


NUMPY = _NumPy()


def mixed(function, values, directions):
    """The floors of each number that `function` (of a list of numbers, to a list) returns:
    entry [k] of an answer is the derivative along the first k directions."""
    numbers = [mpf(value) for value in values]
    for direction in directions or [[0.0] * len(values)]:  # NumPy calls the methods of a Tower
        numbers = [Tower(n, mpf(d)) for n, d in zip(numbers, direction, strict=True)]
    return [_floors(number, len(directions)) for number in function(numbers)]


def _floors(number, count):
    """Derivatives along the outermost 0, 1, ... count directions."""
    found = [bottom(number)]
    for _ in range(count):
        number = number.slope if isinstance(number, Tower) else mpf(0)
        found.append(bottom(number))
    return found
