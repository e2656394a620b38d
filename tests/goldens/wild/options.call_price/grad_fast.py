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
        d2 = 0.5 if v0 == 0.0 else 1.0
        return d2, -d2, 0.0, 0.0, 0.0
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v3 = spot / strike
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v4 = sqrt(maturity)
    spread = volatility * v4
    d5 = 0.5 * volatility
    v6 = rate + volatility * d5
    d1 = (log(v3) + maturity * v6) / spread
    d7 = -inv_sqrt2 * d1
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v8 = exp(-(maturity * rate))
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v9 = inv_sqrt2 * (spread - d1)
    v10 = erfc(v9)
    v11 = strike * v8
    d12 = inv_sqrt_2pi * (v11 * bell(v9))
    d13 = inv_sqrt_2pi * spot * bell(d7) - d12
    d14 = d13 / spread
    d15 = d14 / strike
    d16 = 0.5 * (v11 * v10)
    d17 = d1 * d14 - d12
    return (
        0.5 * erfc(d7) + d15 / v3,
        -0.5 * v8 * v10 - d15,
        maturity * d16 + d13 * v4 / volatility,
        (d13 - d17) * v4,
        rate * d16 + v6 * d14 - d17 * d5 / v4,
    )
