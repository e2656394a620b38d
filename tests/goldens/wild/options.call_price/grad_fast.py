# gradient of call_price in 63 operations, 75 before the passes

from math import erfc, exp, log, sqrt

inv_sqrt2 = 0.7071067811865476
inv_sqrt_2pi = 0.3989422804014327


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
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v2 = spot / strike
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v3 = sqrt(maturity)
    spread = volatility * v3
    d4 = 0.5 * volatility
    v5 = rate + volatility * d4
    d1_2 = (log(v2) + maturity * v5) / spread
    d6 = -inv_sqrt2 * d1_2
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v7 = exp(-(maturity * rate))
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v8 = inv_sqrt2 * (spread - d1_2)
    v9 = erfc(v8)
    v10 = strike * v7
    d11 = inv_sqrt_2pi * (v10 * bell(v8))
    d12 = inv_sqrt_2pi * spot * bell(d6) - d11
    d13 = d12 / spread
    d14 = d13 / strike
    d15 = 0.5 * (v10 * v9)
    d16 = d1_2 * d13 - d11
    return (
        0.5 * erfc(d6) + d14 / v2,
        -0.5 * v7 * v9 - d14,
        maturity * d15 + d12 * v3 / volatility,
        (d12 - d16) * v3,
        rate * d15 + v5 * d13 - d16 * d4 / v3,
    )
