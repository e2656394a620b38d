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
        d1 = 0.5 if v0 == 0.0 else 1.0
        return d1, -d1, 0.0, 0.0, 0.0
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v2 = sqrt(maturity)
    spread = volatility * v2
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v3 = spot / strike
    v4 = rate + volatility * volatility * 0.5
    d1_2 = (log(v3) + v4 * maturity) / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v5 = d1_2 / -sqrt2
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v6 = exp(-(rate * maturity))
    v7 = strike * v6
    v8 = (d1_2 - spread) / -sqrt2
    v9 = 0.5 * erfc(v8)
    d10 = inv_sqrt_2pi * v7 * bell(v8)
    d11 = inv_sqrt_2pi * spot * bell(v5) - d10
    d12 = d11 / spread
    d13 = v7 * v9
    d14 = d11 * (v2 / volatility)
    d15 = d1_2 * d12 - d10
    return (
        0.5 * erfc(v5) + d12 / v3 / strike,
        -(v6 * v9 + d12 / strike),
        maturity * d13 + d14,
        volatility * d14 - v2 * d15,
        rate * d13 + d11 * (v4 / spread) - 0.5 * d15 * (volatility / v2),
    )
