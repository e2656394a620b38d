# gradient of call_price in 67 operations, 75 before the passes

from math import erfc, exp, log, sqrt

inv_sqrt2 = 0.7071067811865476
inv_sqrt_2pi = 0.3989422804014327


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
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v6 = exp(-(maturity * rate))
    # options.py:25  return d1, d1 - spread
    v7 = spread - d1_2
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v8 = erfc(inv_sqrt2 * v7)
    v9 = strike * v6
    d10 = inv_sqrt_2pi * (v9 * exp(-0.5 * (v7 * v7)))
    d11 = inv_sqrt_2pi * spot * exp(-0.5 * (d1_2 * d1_2)) - d10
    d12 = d11 / spread
    d13 = d12 / strike
    d14 = 0.5 * (v9 * v8)
    d15 = d1_2 * d12 - d10
    return (
        0.5 * erfc(-inv_sqrt2 * d1_2) + d13 / v2,
        -0.5 * v6 * v8 - d13,
        maturity * d14 + d11 * v3 / volatility,
        (d11 - d15) * v3,
        rate * d14 + v5 * d12 - d15 * d4 / v3,
    )
