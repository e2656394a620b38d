# gradient of call_price in 67 operations, 75 before the passes

from math import erfc, exp, log, sqrt

inv_sqrt_2pi = 0.3989422804014327
sqrt2 = 1.4142135623730951


def bell(x):
    """exp(-x * x), with what the square is rounded by."""
    square = x * x
    value = exp(-square)
    if -40.0 < x < 40.0:
        high = x + 6442450944.0 - 6442450944.0  # 26 bits, whose square is exact
        value -= value * (high * high - square + (x - high) * (x + high))
    return value


def call_price_grad(spot, strike, rate, volatility, maturity):
    # options.py:30  if maturity <= 0:
    if maturity <= 0.0:
        # options.py:31  return max(spot - strike, 0.0)
        v0 = spot - strike
        if v0 < 0.0:
            return 0.0, 0.0, 0.0, 0.0, 0.0
        d3 = 0.5 if v0 == 0.0 else 1.0
        return d3, -d3, 0.0, 0.0, 0.0
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v4 = sqrt(maturity)
    spread = volatility * v4
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v5 = spot / strike
    v6 = rate + volatility * volatility * 0.5
    d1 = (log(v5) + v6 * maturity) / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v7 = d1 / -sqrt2
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v8 = exp(-(rate * maturity))
    v9 = strike * v8
    v10 = (d1 - spread) / -sqrt2
    v11 = 0.5 * erfc(v10)
    d12 = inv_sqrt_2pi * v9 * bell(v10)
    d13 = inv_sqrt_2pi * spot * bell(v7) - d12
    d14 = d13 / spread
    d15 = v9 * v11
    d16 = d13 * (v4 / volatility)
    d17 = d1 * d14 - d12
    return (
        0.5 * erfc(v7) + d14 / v5 / strike,
        -(v8 * v11 + d14 / strike),
        maturity * d15 + d16,
        volatility * d16 - v4 * d17,
        rate * d15 + d13 * (v6 / spread) - 0.5 * d17 * (volatility / v4),
    )
