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
    v3 = spot / strike
    v4 = rate + volatility * volatility * 0.5
    v5 = log(v3) + v4 * maturity
    d1 = v5 / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v6 = d1 / -sqrt2
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v7 = exp(-(rate * maturity))
    v8 = strike * v7
    v9 = (d1 - spread) / -sqrt2
    v10 = 0.5 * erfc(v9)
    d11 = bell(v6)
    d12 = bell(v9)
    d13 = 1.0 / strike
    d14 = d13 / v3
    d15 = d14 / spread
    d16 = inv_sqrt_2pi * d11
    d17 = v8 * v9
    d18 = d17 * (inv_sqrt_pi * d12)
    d19 = spot * v6
    d20 = d15 * d18 - inv_sqrt2 * d11 * (sqrt_2_over_pi * d15 * d19 + inv_sqrt_pi)
    d21 = inv_sqrt_2pi * d12
    d22 = v8 * d21
    d23 = spot * d16 - d22
    d24 = d23 / spread
    d25 = d13 / spread
    d26 = sqrt_2_over_pi * d17
    d27 = inv_sqrt2 * d12
    d28 = inv_sqrt_pi * d11
    d29 = d19 * d28
    d30 = ((inv_sqrt_pi * v7 - d25 * d26) * d27 + d25 * d29) / spread
    v31 = v0 / volatility
    v32 = v5 / volatility
    d33 = maturity * v8
    d34 = spot / volatility * v32 * d28 - d12 * (inv_sqrt_pi * d33 - v31 * d26)
    d35 = d34 / spread
    v36 = v32 / spread
    v37 = v0 - v36
    v38 = v0 - v37
    d39 = v38 * d18
    d40 = v37 * d29 - d23 / volatility + d39
    d41 = d40 / spread
    d42 = v4 / spread
    d43 = 0.5 * (volatility / v0)
    d44 = d42 - d1 / spread * d43
    d45 = d43 - d44
    d46 = rate * v8
    d47 = (d45 * d26 + inv_sqrt_pi * d46) * d27
    d48 = d44 * d29 - d24 * d43 + d47
    d49 = d48 / spread
    d50 = maturity * v10 - v31 * d21
    d51 = v38 * d21
    d52 = rate * v10 + d45 * d21
    d53 = v31 * d40
    d54 = d24 + v31 * d48
    d55 = (d1 * d24 - d22) / v0
    d56 = d24 * d44 + d47 + d1 * d49
    d57 = -(d30 / v3 * d13 + d25 * d16)
    d58 = v31 * d16 - inv_sqrt2 * (d35 / v3 * d13)
    d59 = v37 * d16 + d41 / v3 * d13
    d60 = d44 * d16 + d49 / v3 * d13
    d61 = v7 * d50 + inv_sqrt2 * (d35 * d13)
    d62 = v7 * d51 - d41 * d13
    d63 = v7 * d52 - d49 * d13
    d64 = d53 - d33 * d51
    d65 = d54 - (maturity * d52 - v10) * v8
    d66 = volatility * d54 - 0.5 * d55 - v0 * d56
    return (
        (d15 * d16 - (d20 / spread / v3 + d14 * (d24 / v3)) * d13, d57, d58, d59, d60),
        (d57, v7 * d25 * d21 + (d24 * d13 + d30) * d13, d61, d62, d63),
        (d58, d61, -inv_sqrt2 * v31 * d34 - d50 * d33, d64, d65),
        (d59, d62, d64, volatility * d53 - v0 * (d39 - d24 * v36 + d1 * d41), d66),
        (
            d60,
            d63,
            d65,
            d66,
            d42 * d48 - d52 * d46 - 0.5 * ((volatility * d56 - d55 * d43) / v0),
        ),
    )
