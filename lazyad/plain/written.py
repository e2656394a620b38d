"""Special functions that `math` lacks: an emitted file carries the text of those that it needs.

In: floats. Out: a float, to 4 units in the last place. A room of its own because its text is read
twice: by Python, and by `lazyad.emit.carried`, which copies a function with what it calls. So each
needs `math`, builtins and its neighbours alone, takes no defaults, and has lines that black would
leave alone at 88 columns. `lazyad.ops.row` makes an op of one as of a function of `math`.
"""

from __future__ import annotations

import math
from typing import Any


def rebuilt(kind: Any, fields: Any) -> Any:
    """An instance with these fields, made without its constructor, which may compute."""
    made = object.__new__(kind)
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def digamma(x: float) -> float:
    """The derivative of log(gamma(x)); ValueError at 0, -1, -2, ... like gamma's."""
    total = lost = 0.0
    if x <= 0.0:
        if not x % 1.0 > 0.0:
            raise ValueError("math domain error")
        part = x - math.floor(x + 0.5)
        total = digamma(1.0 + part)
        if x <= -40.0:
            return digamma(1.0 - x) + (total - digamma(1.0 - part) - 1.0 / part)
        for k in range(int(1.0 + part - x)):
            term = -1.0 / (x + k)
            last, total = total, total + term
            lost += (last - (total - (total - last))) + (term - (total - last))
        return total + lost
    if x >= 10.0:
        w = 1.0 / x / x
        series = 0.0
        for c in (1 / 12, -691 / 32760, 1 / 132, -1 / 240, 1 / 252, -1 / 120, 1 / 12):
            series = (series + c) * w
        return math.log(x) - 0.5 / x - series
    # The difference from the value 0 at 1.46163...: no digit is lost near it.
    root = 1.4616321449683622
    distance = x - root - 9.549995429965697e-17
    for k in range(10):
        term = 1.0 / ((x + k) * (root + k))
        last, total = total, total + term
        lost += (last - total) + term
    total += lost if total < math.inf else 0.0
    y, z = x + 10.0, root + 10.0
    v, w = 1.0 / (y * y), 1.0 / (z * z)
    slope = series = 0.0
    for c in (1 / 12, -691 / 32760, 1 / 132, -1 / 240, 1 / 252, -1 / 120, 1 / 12, 0.0):
        slope = slope * v + series
        series = series * w + c
    total += 0.5 / (y * z) + (y + z) * v * w * slope
    return distance * total + math.log1p(distance / z)


def polygamma(n: float, x: float) -> float:
    """The n-th derivative of digamma, n = 1, 2, ...; ValueError at 0, -1, -2, ..."""
    if n < 1.0 or n % 1.0 != 0.0 or (x <= 0.0 and not x % 1.0 > 0.0):
        raise ValueError("math domain error")
    s = n + 1.0
    sign = 1.0 if s % 2.0 == 0.0 else -1.0
    scale = sign
    for k in range(2, int(s)):
        scale *= k
    if x < 0.0:
        part = x - math.floor(x + 0.5)
        beyond = sign * (polygamma(n, 1.0 - part) - polygamma(n, 1.0 - x))
        return scale * math.pow(part, -s) + (polygamma(n, 1.0 + part) + beyond)
    steps = math.ceil(max(0.0, 12.0 + 2.0 * n - x))
    y = x + steps
    total, lost = math.pow(y, -n) / n, 0.0
    for k in range(int(steps)):
        term = (x + k) ** -s
        last, total = total, total + term
        lost += (last - (total - (total - last))) + (term - (total - last))
    term = y**-s
    rest, weight = 0.5 * term, s
    term *= s / y  # and on by Euler and Maclaurin
    for c in (12, -720, 30240, -1209600, 47900160, -1892437580.318, 74724249600):
        rest += term / c
        term *= (weight + 1.0) * (weight + 2.0) / y / y
        weight += 2.0
    return scale * (total + (lost + rest)) if total < math.inf else scale * total


def _fall(p: float, x: float, y: float) -> float:
    """(x + y)**-p - x**-p, which may be nearly 0."""
    change = y / x
    rise = math.log1p(change) if change > -0.5 else math.log((x + y) / x)
    return x**-p * math.expm1(-p * rise) if p else -rise


def psi_rise(n: float, x: float, y: float) -> float:
    """What the n-th derivative of digamma, n = 0, 1, ..., rises by from x to x + y."""
    if not (x > 0.0 and x + y > 0.0):
        if n == 0.0:
            return digamma(x + y) - digamma(x)
        return polygamma(n, x + y) - polygamma(n, x)
    s = n + 1.0
    scale = 1.0 if s % 2.0 == 0.0 else -1.0
    for k in range(2, int(s)):
        scale *= k
    steps = math.ceil(max(0.0, 12.0 + 2.0 * n - x, 12.0 + 2.0 * n - x - y))
    end = x + steps
    total, lost = _fall(n, end, y) / max(n, 1.0), 0.0
    for k in range(int(steps)):
        term = _fall(s, x + k, y)
        last, total = total, total + term
        lost += (last - (total - (total - last))) + (term - (total - last))
    rest, weight, power = 0.5 * _fall(s, end, y), s, s  # and on by Euler and Maclaurin
    for c in (12, -720, 30240, -1209600, 47900160, -1892437580.318, 74724249600):
        power += 1.0
        rest += weight / c * _fall(power, end, y)
        weight *= power * (power + 1.0)
        power += 1.0
    return scale * (total + (lost + rest)) if abs(total) < math.inf else scale * total


def log_over_psi(a: float, x: float) -> float:
    """log(x) - digamma(a) for positive numbers, with all digits where x is near a, too: log(a) -
    digamma(a) is a sum of positive terms, by the recurrence."""
    ratio = x / a
    if 0.5 < ratio < 2.0:
        gap = math.log1p((x - a) / a)
    else:
        gap = math.log(ratio) if 1e-300 < ratio < 1e300 else math.log(x) - math.log(a)
    rest, b = 0.0, a
    while b < 10.0:
        u = 1.0 / b
        rest += u - math.log1p(u) if u > 0.5 else -u * log_rest(u)
        b += 1.0
    w, series = 1.0 / b / b, 0.0
    for c in (1 / 12, -691 / 32760, 1 / 132, -1 / 240, 1 / 252, -1 / 120, 1 / 12):
        series = (series + c) * w
    return gap + (rest + (0.5 / b + series))


def gamma_peak(a: float, x: float) -> float:
    """The density of the gamma distribution of shape a from 10 on, by Stirling's series: what it
    falls by from its peak is no difference of large numbers (Loader 2000)."""
    w = (x - a) / a
    if w in (-1.0, math.inf):
        return 0.0
    bend = w * log_rest(w) if abs(w) < 0.5 else math.log1p(w) - w
    rest, v = 0.0, 1.0 / a / a
    for c in (1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12):
        rest = rest * v + c
    return 0.3989422804014327 * math.sqrt(a) / x * math.exp(a * bend - rest / a)


def bell_polynomial(cumulants: list[float], over: float) -> float:
    """The n-th derivative of exp(k), over exp(k), where those of k are given: Bell's complete
    polynomial; or that of a * exp(k) in a, over a * exp(k), where `over` is 1 / a."""
    values = [1.0]
    for n in range(len(cumulants)):
        term, total = 1.0, 0.0
        for k in range(n + 1):
            total += term * values[n - k] * cumulants[k]
            term *= (n - k) / (k + 1.0)
        values.append(total)
    return values[-1] + (over and over * len(cumulants) * values[-2])


def _gamma_cumulants(n: float, a: float, x: float) -> list[float]:
    """The derivatives of log(x**(a - 1) * exp(-x) / gamma(a)) in a."""
    return [log_over_psi(a, x), *[-polygamma(float(k), a) for k in range(1, int(n))]]


def gamma_bell(n: float, a: float, x: float) -> float:
    """The n-th derivative of the gamma distribution's density in its shape a, over that density,
    n = 1, 2, ...; where a is small by that of 1 / gamma(a) = a / gamma(a + 1)."""
    if not (a > 0.0 and 0.0 < x < math.inf):
        return math.nan
    if a < 1.0:
        return bell_polynomial(_gamma_cumulants(n, a + 1.0, x), 1.0 / a)
    return bell_polynomial(_gamma_cumulants(n, a, x), 0.0)


def gammainc_slope(n: float, a: float, x: float, density: float) -> float:
    """The n-th derivative of gammainc(a, x) in a, given the density at x, n = 1, 2, ...: that of
    each term of x**a * exp(-x) / gamma(a + 1) * (1 + x / (a + 1) + ...) (DLMF 8.7.1), or of the
    integral of the density from 0 or to infinity (8.2.4). Where each of them is taken log(t) -
    digamma(a) has one sign, so that no digit of the first one is lost."""
    if not (a > 0.0 and x >= 0.0):
        return math.nan
    if x in (0.0, math.inf) or not density > 0.0:
        return 0.0
    if a < 20.0:
        cumulants = _gamma_cumulants(n, a + 1.0, x)
        if a > 4.0:
            cumulants[0] = log_over_psi(a, x) - 1.0 / a  # a + 1 is rounded
        if cumulants[0] <= 0.0:
            return x * density / a * _gammainc_series(a, x, cumulants)
    cumulants = _gamma_cumulants(n, a + 1.0 if a < 1.0 else a, x)
    side = -1.0 if x < a and a >= 20.0 else 1.0
    return -side * density * _gammainc_tail(side, a, x, cumulants)


def _gammainc_series(a: float, x: float, cumulants: list[float]) -> float:
    weight, most, terms, k = 1.0, 0.0, [0.0], 0.0
    while weight > 1e-20 * most:
        terms.append(weight * bell_polynomial(cumulants, 0.0))
        most = max(most, weight)
        k += 1.0
        step = 1.0 / (a + k)
        weight *= x * step
        for i in range(len(cumulants)):
            cumulants[i] -= step
            step *= -(i + 1.0) / (a + k)
    return math.fsum(terms)


def _gammainc_tail(side: float, a: float, x: float, cumulants: list[float]) -> float:
    """Sums over v, where t is x + side * u, and u is exp(v - exp(-v)) times what the density falls
    by; over shorter steps to the left, where t = 0 is a singular point."""
    over = 1.0 / a if a < 1.0 else 0.0
    step = 0.0625 if side > 0.0 else 0.03125
    unit = x / (abs(a - 1.0 - x) + math.sqrt(abs(a - 1.0)))
    first, terms, term, most, v = cumulants[0], [0.0], 1.0, 0.0, -3.75
    while v < 0.0 or term > 1e-20 * most:
        v += step
        small = math.exp(-v)
        u = unit * math.exp(v - small)
        w = side * u / x
        if w <= -1.0:
            break
        rise = math.log1p(w)
        bend = w * log_rest(w) if abs(w) < 0.5 else rise - w
        term = math.exp((a - 1.0) * bend + (a - 1.0 - x) * w) * u * (1.0 + small)
        most = max(most, term)
        cumulants[0] = first + rise
        terms.append(term * bell_polynomial(cumulants, over))
    return step * math.fsum(terms)


def sin_rest(x: float) -> float:
    """sin(x) / x - 1, with all digits near 0 too."""
    if not abs(x) < 1.0:
        return math.sin(x) / x - 1.0
    total = 1.0
    for k in range(19, 3, -2):
        total = 1.0 - x * x / (k * (k - 1)) * total
    return -x * x / 6.0 * total


def sinh_rest(x: float) -> float:
    """sinh(x) / x - 1, with all digits near 0 too."""
    if not abs(x) < 1.0:
        return math.sinh(x) / x - 1.0
    total = 1.0
    for k in range(19, 3, -2):
        total = 1.0 + x * x / (k * (k - 1)) * total
    return x * x / 6.0 * total


def exp_rest(x: float) -> float:
    """(exp(x) - 1) / x - 1, with all digits near 0 too."""
    if not abs(x) < 0.5:
        return math.expm1(x) / x - 1.0
    total = 1.0
    for k in range(16, 2, -1):
        total = 1.0 + x / k * total
    return 0.5 * x * total


def log_rest(x: float) -> float:
    """log(1 + x) / x - 1, with all digits near 0 too."""
    if not abs(x) < 0.5:
        return math.log1p(x) / x - 1.0
    s = x / (2.0 + x)  # log(1 + x) is 2 atanh(s)
    total = 0.0
    for k in range(35, 1, -2):
        total = total * s * s + 1.0 / k
    return s * (2.0 * s / (2.0 + x) * total - 1.0)


def log_series(n: float, x: float) -> float:
    """The n-th derivative of log(1 + x) / x between -1/2 and 1/2; nan elsewhere."""
    if not abs(x) < 0.5:
        return math.nan
    order, total, term, k = int(n), 0.0, 1.0, 0
    for i in range(1, int(n) + 1):
        term *= -i
    while k < 2 * order or abs(term) > 1e-18 * abs(total):
        total += term / (k + order + 1)
        k += 1
        term *= -x * (k + order) / k
    return total


def arc_series(n: float, x: float) -> float:
    """The n-th derivative of acos(x) / sqrt(1 - x * x) around 1, from its hypergeometric series in
    (1 - x) / 2; right of 1 that of acosh(x) / sqrt(x * x - 1)."""
    term, z, total, k = 1.0, 0.5 * (1.0 - x), 0.0, 1.0
    while k <= n:
        term *= -0.5 * k * k / (k + 0.5)
        k += 1.0
    while abs(term) > 1e-18 * abs(total):
        total += term
        term *= k * k / (k + 0.5) * z / (k - n)
        k += 1.0
    return total


def erfinv(y: float) -> float:
    """The x whose erf(x) is y; nan where there is none."""
    if not abs(y) < 1.0:
        return math.copysign(math.inf, y) if abs(y) == 1.0 else math.nan
    if abs(y) > 0.5:
        return math.copysign(erfcinv(1.0 - abs(y)), y)
    x = 0.886226925452758 * y
    for _ in range(4):
        step = (math.erf(x) - y) * 0.886226925452758 * math.exp(x * x)
        x -= step / (1.0 + x * step)
    return x


def erfcinv(q: float) -> float:
    """The x whose erfc(x) is q; nan where there is none."""
    if not 0.0 < q < 2.0:
        return math.inf if q == 0.0 else -math.inf if q == 2.0 else math.nan
    if q > 1.0:
        return -erfcinv(2.0 - q)
    if q > 0.5:
        return erfinv(1.0 - q)
    r = math.sqrt(1.386 - 2.0 * math.log(q))
    x = 0.7071 * (r - (2.30753 + 0.27061 * r) / (1.0 + (0.99229 + 0.04481 * r) * r))
    for _ in range(9 if q < 1e-200 else 0):  # there erfc runs out of digits
        series, w = 1.0, 0.5 / (x * x)
        for k in (9.0, 7.0, 5.0, 3.0, 1.0):
            series = 1.0 - k * w * series
        x = math.sqrt(math.log(series / (1.772453850905516 * x)) - math.log(q))
    for _ in range(0 if q < 1e-200 else 4):
        step = (q - math.erfc(x)) * 0.886226925452758 * math.exp(x * x)
        x -= step / (1.0 + x * step)
    return x


def lambertw(x: float, k: float) -> float:
    """The real w on branch k (0 or -1) whose w * exp(w) is x; ValueError if complex."""
    if x < -0.36787944117144233 or k * (k + 1.0) != 0.0 or (k == -1.0 and x > 0.0):
        raise ValueError("math domain error")
    if x == 0.0 and k != 0.0:
        return -math.inf
    if not x < math.inf or x == 0.0:
        return x
    if x < -0.25:
        root = math.copysign(math.sqrt(max(0.0, 2.0 * (math.e * x + 1.0))), k + 0.5)
        w = -1.0 + root * (1.0 - root * (1.0 / 3.0 - 11.0 / 72.0 * root))
    elif x < 3.0 and k == 0.0:
        w = math.log1p(x)
    else:
        w = math.log(abs(x))
        w -= math.log(abs(w))
    error, steps = 1.0, 0
    while error != 0.0 and w != -1.0 and steps < 6:
        error = w - x / math.exp(w)
        w -= error / (w + 1.0 - (w + 2.0) * error / (2.0 * w + 2.0))
        steps += 1
    return w


def bell(x: float) -> float:
    """exp(-x * x), with what the square is rounded by."""
    square = x * x
    value = math.exp(-square)
    if -40.0 < x < 40.0:
        high = x + 6442450944.0 - 6442450944.0  # 26 bits, whose square is exact
        value -= value * (high * high - square + (x - high) * (x + high))
    return value


def exp_square(x: float, c: float) -> float:
    """exp(c * x * x) for a c of 1, 1/2 or -1/2, with what the square is rounded by."""
    square = x * x
    value = math.exp(c * square)
    if -40.0 < x < 40.0:
        high = x + 6442450944.0 - 6442450944.0
        value += value * c * (high * high - square + (x - high) * (x + high))
    return value


def lost(x: float, y: float) -> float:
    """What x + y is rounded by."""
    total = x + y
    part = total - x
    return (x - (total - part)) + (y - part)


def product_bell(x: float, y: float) -> float:
    """exp(-(x * y)**2 / 2), with what the product is rounded by."""
    p = x * y
    if not (abs(p) < 1e10 and abs(x) < 1e150 and abs(y) < 1e150):
        return math.exp(-0.5 * p * p)
    high, last = 134217729.0 * x, 134217729.0 * y
    high -= high - x
    last -= last - y
    low, rest = x - high, y - last
    lost = low * rest - (((p - high * last) - low * last) - high * rest)
    return exp_square(p, -0.5) * (1.0 - p * lost)


def rest_power(x: float, b: float) -> float:
    """(1 - x) ** (b - 1), with what both are rounded by."""
    rest = 1.0 - x
    power = math.pow(rest, b) / rest if b < 0.5 else math.pow(rest, b - 1.0)
    return power * (1.0 + (b - 1.0) * (1.0 - rest - x) / rest)


def student_bell(df: float, t: float) -> float:
    """(1 + t * t / df) ** (-(df + 1) / 2)."""
    if abs(t) > 1e100:
        return math.pow(abs(t), -df) / abs(t) * math.pow(df, 0.5 * df) * math.sqrt(df)
    square = t * t / df
    if square < 3.0 or df > 100.0:
        return math.exp(-0.5 * (df + 1.0) * math.log1p(square))
    return math.pow(1.0 + square, -0.5 * df) / math.sqrt(1.0 + square)


def dawsn_slope(n: float, x: float) -> float:
    """The n-th derivative of Dawson's integral, n = 1, 2, ...: Kummer's M(a, b, -x * x), as a mean
    by the weights of Poisson, whose common errors cancel."""
    a, y = n // 2.0 + 1.0, x * x
    b, total = (0.5, 1.0) if n % 2.0 == 1.0 else (1.5, x)
    weights, terms = [1.0], [1.0]
    if y < 64.0:
        while len(weights) < y or weights[-1] > 1e-18 * math.exp(y):
            k = float(len(terms))
            weights.append(weights[-1] * y / k)
            terms.append(weights[-1])
            for i in range(int(a)):
                terms[-1] *= (b - a + i) / (b - a + i + k)
        total /= math.fsum(weights)
    else:
        while len(terms) < 40 and abs(terms[-1]) > 1e-17:
            k = len(terms)
            terms.append(terms[-1] * (a + k - 1.0) * (a - b + k) / (k * y))
        for i in range(int(a)):
            total *= (b - a + i) / y
    for i in range(1, int(a)):
        total *= -4.0 * i
    return total * math.fsum(terms)


def exprel_slope(n: float, x: float) -> float:
    """The n-th derivative of (exp(x) - 1) / x: the integral of t**n * exp(x * t) from 0 to 1."""
    if x > 709.78:
        return math.inf
    if abs(x) >= 2.0 * n + 2.0:
        power, value = math.exp(x), math.expm1(x) / x
        for i in range(1, int(n) + 1):
            value = (power - i * value) / x
        return value
    term, total, k = 1.0, 0.0, 0.0  # of terms that have one sign
    while term > 1e-17 * total or k < 2.0:
        total += term / (n + k + 1.0) if x > 0.0 else term
        k += 1.0
        term *= x / k if x > 0.0 else -x / (n + k + 1.0)
    return total if x > 0.0 else math.exp(x) * total / (n + 1.0)


def log_bend(n: float, u: float, whole: float, power: float) -> float:
    """The n-th derivative of (x**power - 1) / power in the power, where u is log(x) and `whole` is
    x**power, which has more digits than an exponential of power * u."""
    t, size = power * u, 1.0
    for _ in range(int(n) + 1):
        size *= u
    if -1.5 * n < t < n or abs(t) == math.inf or whole == math.inf:
        return size * exprel_slope(n, t)
    value = (whole - 1.0) / t
    for i in range(1, int(n) + 1):
        value = (whole - i * value) / t
    return size * value


def erfinv_slope(x: float, y: float) -> float:
    """The derivative of erfinv at y, where its value is x and a little that x cannot hold."""
    if abs(y) < 0.5:
        return 0.886226925452758 * math.exp(x * x)
    return -erfcinv_slope(abs(x), 1.0 - abs(y))


def erfcinv_slope(x: float, q: float) -> float:
    """The derivative of erfcinv at q, where its value is x and a little that x cannot hold."""
    if q > 1.0:
        return erfcinv_slope(-x, 2.0 - q)
    slope = 0.886226925452758 * exp_square(x, 1.0)
    more = 2.0 * x * (math.erfc(x) - q) * slope if q > 1e-290 else 0.0
    return -slope * (1.0 + more)


def _bell_slopes(n: float, x: float, y: float) -> tuple[complex, complex]:
    """The n-th derivative of exp(-z * z) at x + y * 1j, and the next one."""
    z, last, turn = complex(x, y), 0j, -2.0 * x * y
    size = bell(x) if abs(y) < 1e-8 else math.exp((y - x) * (y + x))
    value = size * complex(math.cos(turn), math.sin(turn))
    for k in range(int(n)):
        last, value = value, -2.0 * z * value - 2.0 * k * last
    return value, -2.0 * z * value - 2.0 * n * last


def wofz_slope(n: float, x: float, y: float) -> complex:
    """The n-th derivative of the Faddeeva function at x + y * 1j, n = 1, 2, ...: far from 0 by its
    series there and what a Gaussian adds, near the real axis by Taylor's series from it, else by a
    continued fraction (Gautschi 1970)."""
    if y < 0.0:
        mirrored = wofz_slope(n, -x, -y)
        return 2.0 * _bell_slopes(n, x, y)[0] - math.pow(-1.0, n) * mirrored
    z, whole = complex(x, y), math.factorial(int(n))
    if not abs(z) < 8.0:
        total = term = 0.5641895835477563j * whole * (-1.0 / z) ** int(n) / z
        for k in range(1, 36):
            term *= (k - 0.5) * (2.0 * k - 1.0 + n) * (2.0 * k + n) / (2.0 * k * (2.0 * k - 1.0))
            term = term / z / z
            total += term
        return total if y > 1e-3 else total + _bell_slopes(n, x, y)[0]
    if y < 0.3:
        last, value = _bell_slopes(n, x, 0.0)
        last += 1.1283791670955126j * dawsn_slope(n, x)
        value += 1.1283791670955126j * dawsn_slope(n + 1.0, x)
        total, term = last, 1.0 + 0j
        for k in range(1, 31):
            term *= complex(0.0, y / k)
            total += term * value
            last, value = value, -2.0 * x * value - 2.0 * (n + k) * last
        return total
    side, last = complex(y, -x), int(n + 40.0 + 160.0 / (y * y))
    rest, value = math.sqrt(0.5 * last) - 0.5 * side, 0.5641895835477563 + 0j
    for k in range(last, 0, -1):
        rest = 0.5 * k / (side + rest)
        value *= 2j * rest if k <= n else 1.0
    return value / (side + rest)


def wofz_slope_real(n: float, x: float, y: float) -> float:
    """Its real part."""
    return wofz_slope(n, x, y).real


def wofz_slope_imag(n: float, x: float, y: float) -> float:
    """Its imaginary part."""
    return wofz_slope(n, x, y).imag


def kve_slope(n: float, v: float, x: float) -> float:
    """The n-th derivative of exp(x) * K(v, x), n = 1, 2, ...: by sums, which are exact, for the
    integral over u > 0 of exp(-x * d) * cosh(v * u) * (-d)**n, d = cosh(u) - 1 (DLMF 10.32.9)."""
    sign = math.pow(-1.0, n)
    if not 0.0 < x < math.inf:
        return sign * math.inf if x == 0.0 else 0.0 if x > 0.0 else math.nan
    base = math.exp(0.6 / math.sqrt(math.hypot(x, abs(v) + n) + 9.0))
    step, whole = math.log(base), float(int(abs(v)))
    terms, most = [0.0], 0.0
    while terms[-1] > 1e-18 * most or len(terms) == 1:
        k = float(len(terms))
        u, grown, up = step * k, abs(v) * step * k, math.pow(base, k)
        above = math.expm1(u) if u < 1.0 else up - 1.0
        rise = 0.5 * above * above / up
        if n * u + grown - x * rise > 700.0:
            return sign * math.inf
        # cosh(v * u) is a power of the base, which has digits that a large exponent has not.
        power = math.pow(base, k * whole) if grown < 600.0 else math.exp(grown - x * rise)
        if grown < 600.0:
            power *= math.pow(base, k * (abs(v) - whole)) * math.exp(-x * rise)
        terms.append(math.pow(rise, n) * power * (0.5 + 0.5 * math.exp(-2.0 * grown)))
        most = max(most, terms[-1])
    return sign * step * math.fsum(terms)


def ive_slope(n: float, v: float, x: float, whole: float) -> float:
    """The n-th derivative of exp(-x) * I(v, x), which is given, for v >= 0 and x > 0: as much of it
    as the derivatives of a series are of the series, by Hankel's far from 0."""
    far = not x <= 25.0 + 0.5 * v * v
    rates, sizes = _hankel_terms(n, v, x) if far else _ive_terms(int(n), v, x)
    return whole * (math.fsum(rates) / math.fsum(sizes))


def _hankel_terms(n: float, v: float, x: float) -> tuple[list[float], list[float]]:
    """Of sqrt(2 * pi * x) * exp(-x) * I(v, x), and of its derivative without the root's."""
    rates, sizes, term = [], [], 1.0
    for k in range(50):
        rate = term
        for j in range(int(n)):
            rate *= -(k + j + 0.5) / x
        rates.append(rate)
        sizes.append(term)
        term *= -(v - k - 0.5) * (v + k + 0.5) / (2.0 * (k + 1.0) * x)
    return rates, sizes


def _ive_terms(n: int, v: float, x: float) -> tuple[list[float], list[float]]:
    """Of exp(x) * I(v, x) over x**v, a series of positive terms t(k) (DLMF 10.39.5), from the
    largest on; and of exp(2 * x) times the derivative of exp(-2 * x) * x**v times it, whose terms
    are t(k) * fall(k) / ((k + 1) ... (k + n) * (2 * v + 1 + k) ... (2 * v + n + k)): a polynomial
    that is found without the difference of what x**v grows and exp(-2 * x) falls by."""
    fall = [1.0]
    for j in range(n):
        size = range(len(fall))
        rise = [sum([math.comb(m, i) * fall[m] for m in size[i + 1 :]]) for i in size]  # to k + 1
        level = (2.0 * v + 1.0) * (v - 1.0 - 2.0 * j) - 2.0 * j * (j + 1.0)
        made = [0.0] * (len(fall) + 2)
        for i in size:
            made[i] += level * fall[i] + (1.0 + v) * (2.0 * v + 1.0) * rise[i]
            made[i + 1] += (4.0 * v + 3.0) * rise[i] - (4.0 * j + 1.0) * fall[i]
            made[i + 2] += 2.0 * rise[i]
        fall = made[:-1]
    beyond = x - v - 1.0
    root = math.sqrt(max(0.0, beyond * beyond + (2.0 * v + 1.0) * (x - 1.0)))
    first = k = max(0, int(beyond + root))
    terms = {first: 1.0}
    while terms[k] > 1e-20:
        terms[k + 1] = terms[k] * (2.0 * v + 1.0 + 2.0 * k) / (2.0 * v + 1.0 + k) * x / (k + 1.0)
        k += 1
    k = first
    while k > 0 and terms[k] > 1e-20:
        k -= 1
        terms[k] = terms[k + 1] / (2.0 * v + 1.0 + 2.0 * k) * (2.0 * v + 1.0 + k) / x * (k + 1.0)
    rates = []
    for at, term in terms.items():
        rate = 0.0
        for c in reversed(fall):
            rate = rate * at + c
        for j in range(1, n + 1):
            rate = rate / (at + j) / (2.0 * v + at + j)
        rates.append(term * rate)
    if k == 0:  # what stands before the series, of the powers below v
        last = [0.0] * n + [terms[0]]
        for k in range(n):
            last.append(last[-1] * (2.0 * v + 1.0 + 2.0 * k) / (2.0 * v + 1.0 + k) / (k + 1.0))
        for _ in range(n):
            rise = [(k - n + v) * last[k] for k in range(1, len(last))]
            last = [above - 2.0 * own for above, own in zip(rise, last, strict=False)]
        rates += [last[k] * x ** float(k - n) for k in range(n)]
    return rates, [*terms.values()]


def erfc_fraction(n: float, x: float) -> float:
    """What erfc leaves over: n/2 / (x + (n+1)/2 / (x + (n+2)/2 / (x + ...))) for x from 1 on."""
    last = int(n + 20.0 + 200.0 / (x * x))
    rest = last / (math.hypot(x, math.sqrt(2.0 * last)) + x)
    for k in range(last - 1, int(n) - 1, -1):
        rest = 0.5 * k / (x + rest)
    return rest


def square_sine(x: float, k: float) -> float:
    """sin(pi / 2 * (x * x + k)) for a whole k, where no digit of the square is lost."""
    if not abs(x) < 1e16:
        return 0.0 * x + (0.0 if k % 2.0 == 0.0 else 2.0 - k % 4.0)
    high = 134217729.0 * x
    high -= high - x
    low = x - high
    one, two = math.fmod(high * high, 4.0), math.fmod(2.0 * high * low, 4.0)
    three = math.fmod(low * low, 4.0)
    turns = float(round(one + two + three))
    total, lost = -turns, 0.0
    for term in (one, two, three):
        last, total = total, total + term
        lost += (last - (total - (total - last))) + (term - (total - last))
    angle, quarter = 1.5707963267948966 * (total + lost), (turns + k) % 4.0
    size = math.sin(angle) if quarter % 2.0 == 0.0 else math.cos(angle)
    return -size if quarter > 1.0 else size


def share(x: float, y: float) -> float:
    """exp(x) / (exp(x) + exp(y)), with what the difference of x and y is rounded by."""
    if x == y:
        return 0.5
    d = x - y
    if d >= 0.0 or not d > -math.inf:
        return 1.0 / (1.0 + math.exp(-d))
    back = d + y
    low = (x - back) - ((d - back) + y)
    power = math.exp(d)
    return power * (1.0 + low) / (1.0 + power)


def carlson(  # noqa: PLR0917
    i: float, j: float, k: float, n: float, x: float, y: float, z: float, p: float
) -> float:
    """The integral over t > 0 of (t + x)**-(i + 1/2) * (t + y)**-(j + 1/2) * (t + z)**-(k + 1/2) *
    (t + p)**-n: in log(t), where its singular points are at i * pi, sums by steps of 2/5 are exact.
    """
    factors = [(x, i + 0.5), (y, j + 0.5), (z, k + 0.5), (p, n)]
    sizes = [size for size, power in factors if size != 0.0 and power != 0.0]
    unit, at_zero = max(sizes, default=0.0), math.fsum(q for size, q in factors if size == 0.0)
    whole = i + j + k + n + 0.5
    if x + y + z + p != x + y + z + p:
        return math.nan
    if min(sizes, default=0.0) < 0.0:
        raise ValueError("math domain error")
    if at_zero >= 1.0 or unit == math.inf:
        return math.inf if at_zero >= 1.0 else 0.0
    span = math.log(unit) - math.log(min(sizes))
    first = -int(2.5 * span) - (202 if 0.0 in (x, y, z) else 102)
    terms = []
    for step in range(first, 6 + int(101.0 / whole)):
        term = t = math.exp(0.4 * step)
        for size, power in factors:
            term *= (t + size / unit) ** -power
        terms.append(term)
    return 0.4 * math.fsum(terms) * math.pow(unit, -whole)


# What CPython computes by itself, to the last bit: for files that are not Python's.


def py_sinpi(x: float) -> float:
    """sin(pi * x) for an x that is not negative, as the next ones have it."""
    y = math.fmod(x, 2.0)
    if y < 0.25:
        return math.sin(3.141592653589793 * y)
    if y < 0.75:
        return math.cos(3.141592653589793 * (y - 0.5))
    if y < 1.25:
        return math.sin(3.141592653589793 * (1.0 - y))
    if y < 1.75:
        return -math.cos(3.141592653589793 * (y - 1.5))
    return math.sin(3.141592653589793 * (y - 2.0))


def py_lanczos(x: float) -> float:
    """The sum of Lanczos for the gamma function, as CPython has it."""
    if x < 5.0:
        p = 2.5066282746310002
        for c in (
            210.82427775157936,
            8071.672002365816,
            186056.26539522348,
            2876370.6289353725,
            31426415.585400194,
            248874557.86205417,
            1439720407.3117216,
            6039542586.352028,
            17921034426.03721,
            35711959237.35567,
            42919803642.6491,
            23531376880.41076,
        ):
            p = p * x + c
        q = 1.0
        for c in (
            66.0,
            1925.0,
            32670.0,
            357423.0,
            2637558.0,
            13339535.0,
            45995730.0,
            105258076.0,
            150917976.0,
            120543840.0,
            39916800.0,
            0.0,
        ):
            q = q * x + c
        return p / q
    p = 23531376880.41076
    for c in (
        42919803642.6491,
        35711959237.35567,
        17921034426.03721,
        6039542586.352028,
        1439720407.3117216,
        248874557.86205417,
        31426415.585400194,
        2876370.6289353725,
        186056.26539522348,
        8071.672002365816,
        210.82427775157936,
        2.5066282746310002,
    ):
        p = p / x + c
    q = 0.0
    for c in (
        39916800.0,
        120543840.0,
        150917976.0,
        105258076.0,
        45995730.0,
        13339535.0,
        2637558.0,
        357423.0,
        32670.0,
        1925.0,
        66.0,
        1.0,
    ):
        q = q / x + c
    return p / q


def py_gamma(x: float) -> float:
    """math.gamma, as CPython computes it; nan where it raises."""
    size = abs(x)
    if x <= 0.0 and not x % 1.0 > 0.0:
        return math.nan
    if x <= 23.0 and x % 1.0 == 0.0:
        found = 1.0
        for k in (2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0):
            found *= k if k < x else 1.0
        for k in (13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0, 21.0, 22.0):
            found *= k if k < x else 1.0
        return found
    if size < 1e-20:
        return 1.0 / x
    if size > 200.0:
        return 0.0 / -py_sinpi(size) if x < 0.0 else math.inf
    y = size + 5.52468004077673
    z = y - size - 5.52468004077673 if size > 5.52468004077673 else y - 5.52468004077673 - size
    z, share = z * 6.02468004077673 / y, py_lanczos(size)
    if x < 0.0:
        found = -3.141592653589793 / py_sinpi(size) / size * math.exp(y) / share
        found -= z * found
        if size < 140.0:
            return found / math.pow(y, size - 0.5)
        root = math.pow(y, size / 2.0 - 0.25)
        return found / root / root
    found = share / math.exp(y)
    found += z * found
    if size < 140.0:
        return found * math.pow(y, size - 0.5)
    root = math.pow(y, size / 2.0 - 0.25)
    return found * root * root


def py_lgamma(x: float) -> float:
    """math.lgamma, as CPython computes it; nan where it raises."""
    size = abs(x)
    if size == math.inf:
        return size
    if x <= 0.0 and not x % 1.0 > 0.0:
        return math.nan
    if (x - 1.0) * (x - 2.0) == 0.0:
        return 0.0
    if size < 1e-20:
        return -math.log(size)
    found = math.log(py_lanczos(size)) - 6.02468004077673
    found += (size - 0.5) * (math.log(size + 6.02468004077673 - 0.5) - 1.0)
    if x > 0.0:
        return found
    return 1.1447298858494002 - math.log(abs(py_sinpi(size))) - math.log(size) - found
