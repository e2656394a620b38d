# Hessian of call_price in 197 operations, 295 before the passes

from math import erfc, exp, log, sqrt

inv_sqrt2 = 0.7071067811865476
inv_sqrt_2pi = 0.3989422804014327
inv_sqrt_pi = 0.5641895835477563
sqrt2 = 1.4142135623730951
sqrt_2_over_pi = 0.7978845608028654


def bell(x):
    """exp(-x * x), with what the square is rounded by."""
    square = x * x
    value = exp(-square)
    if -40.0 < x < 40.0:
        high = x + 6442450944.0 - 6442450944.0  # 26 bits, whose square is exact
        value -= value * (high * high - square + (x - high) * (x + high))
    return value


def call_price_hessian(spot, strike, rate, volatility, maturity):
    # options.py:30  if maturity <= 0:
    if maturity <= 0.0:
        return (
            (0.0, 0.0, 0.0, 0.0, 0.0),
            (0.0, 0.0, 0.0, 0.0, 0.0),
            (0.0, 0.0, 0.0, 0.0, 0.0),
            (0.0, 0.0, 0.0, 0.0, 0.0),
            (0.0, 0.0, 0.0, 0.0, 0.0),
        )
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v0 = sqrt(maturity)
    spread = volatility * v0
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v1 = spot / strike
    v2 = rate + volatility * volatility * 0.5
    v3 = log(v1) + v2 * maturity
    d1 = v3 / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v4 = d1 / -sqrt2
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v5 = exp(-(rate * maturity))
    v6 = strike * v5
    v7 = (d1 - spread) / -sqrt2
    v8 = 0.5 * erfc(v7)
    d9 = bell(v4)
    d10 = bell(v7)
    d11 = 1.0 / strike
    d12 = d11 / v1
    d13 = d12 / spread
    d14 = inv_sqrt_2pi * d9
    d15 = v6 * v7
    d16 = d15 * (inv_sqrt_pi * d10)
    d17 = spot * v4
    d18 = d13 * d16 - inv_sqrt2 * d9 * (sqrt_2_over_pi * d13 * d17 + inv_sqrt_pi)
    d19 = inv_sqrt_2pi * d10
    d20 = v6 * d19
    d21 = spot * d14 - d20
    d22 = d21 / spread
    d23 = d11 / spread
    d24 = sqrt_2_over_pi * d15
    d25 = inv_sqrt2 * d10
    d26 = inv_sqrt_pi * d9
    d27 = d17 * d26
    d28 = ((inv_sqrt_pi * v5 - d23 * d24) * d25 + d23 * d27) / spread
    v29 = v0 / volatility
    v30 = v3 / volatility
    d31 = maturity * v6
    d32 = spot / volatility * v30 * d26 - d10 * (inv_sqrt_pi * d31 - v29 * d24)
    d33 = d32 / spread
    v34 = v30 / spread
    v35 = v0 - v34
    v36 = v0 - v35
    d37 = v36 * d16
    d38 = v35 * d27 - d21 / volatility + d37
    d39 = d38 / spread
    d40 = v2 / spread
    d41 = 0.5 * (volatility / v0)
    d42 = d40 - d1 / spread * d41
    d43 = d41 - d42
    d44 = rate * v6
    d45 = (d43 * d24 + inv_sqrt_pi * d44) * d25
    d46 = d42 * d27 - d22 * d41 + d45
    d47 = d46 / spread
    d48 = maturity * v8 - v29 * d19
    d49 = v36 * d19
    d50 = rate * v8 + d43 * d19
    d51 = v29 * d38
    d52 = d22 + v29 * d46
    d53 = (d1 * d22 - d20) / v0
    d54 = d22 * d42 + d45 + d1 * d47
    d55 = -(d28 / v1 * d11 + d23 * d14)
    d56 = v29 * d14 - inv_sqrt2 * (d33 / v1 * d11)
    d57 = v35 * d14 + d39 / v1 * d11
    d58 = d42 * d14 + d47 / v1 * d11
    d59 = v5 * d48 + inv_sqrt2 * (d33 * d11)
    d60 = v5 * d49 - d39 * d11
    d61 = v5 * d50 - d47 * d11
    d62 = d51 - d31 * d49
    d63 = d52 - (maturity * d50 - v8) * v6
    d64 = volatility * d52 - 0.5 * d53 - v0 * d54
    return (
        (d13 * d14 - (d18 / spread / v1 + d12 * (d22 / v1)) * d11, d55, d56, d57, d58),
        (d55, v5 * d23 * d19 + (d22 * d11 + d28) * d11, d59, d60, d61),
        (d56, d59, -inv_sqrt2 * v29 * d32 - d48 * d31, d62, d63),
        (d57, d60, d62, volatility * d51 - v0 * (d37 - d22 * v34 + d1 * d39), d64),
        (
            d58,
            d61,
            d63,
            d64,
            d40 * d46 - d50 * d44 - 0.5 * ((volatility * d54 - d53 * d41) / v0),
        ),
    )
