# gradient of call_price in 69 operations, 87 before the passes

from math import erf, exp, log, sqrt

inv_sqrt2 = 0.7071067811865475
inv_sqrt_2pi = 0.39894228040143265


def call_price_grad(spot, strike, rate, volatility, maturity):
    if maturity <= 0.0:
        # options.py:31  return max(spot - strike, 0.0)
        v0 = spot - strike
        if 0.0 > v0:
            return 0.0, 0.0, 0.0, 0.0, 0.0
        d1 = 0.5 if v0 == 0.0 else 1.0
        return d1, -d1, 0.0, 0.0, 0.0
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v2 = spot / strike
    v3 = sqrt(maturity)
    # options.py:23  spread = volatility * math.sqrt(maturity)
    spread = volatility * v3
    v4 = 0.5 * volatility
    v5 = rate + volatility * v4
    d1_2 = (log(v2) + maturity * v5) / spread
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v6 = exp(-(maturity * rate))
    # options.py:25  return d1, d1 - spread
    d2 = spread - d1_2
    v7 = strike * v6
    d8 = inv_sqrt_2pi * (v7 * exp(-0.4999999999999999 * (d2 * d2)))
    d9 = inv_sqrt_2pi * spot * exp(-0.4999999999999999 * (d1_2 * d1_2)) - d8
    d10 = d9 / spread
    d11 = d10 / strike
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v12 = 1.0 + erf(-inv_sqrt2 * d2)
    d13 = 0.5 * (v7 * v12)
    d14 = d1_2 * d10 - d8
    return (
        0.5 + 0.5 * erf(inv_sqrt2 * d1_2) + d11 / v2,
        -0.5 * v6 * v12 - d11,
        maturity * d13 + d9 * v3 / volatility,
        (d9 - d14) * v3,
        rate * d13 + v5 * d10 - d14 * v4 / v3,
    )
