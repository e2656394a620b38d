# gradient of call_price in 69 operations, 87 before the passes

from math import erf, exp, log, sqrt


def call_price_grad(spot, strike, rate, volatility, maturity):
    if not maturity <= 0.0:
        # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) *...
        v0 = spot / strike
        v1 = sqrt(maturity)
        # options.py:23  spread = volatility * math.sqrt(maturity)
        spread = volatility * v1
        v2 = 0.5 * volatility
        v3 = rate + volatility * v2
        d1 = (log(v0) + maturity * v3) / spread
        # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * matur...
        v4 = exp(-(maturity * rate))
        # options.py:25  return d1, d1 - spread
        d2 = spread - d1
        v5 = strike * v4
        d6 = 0.39894228040143265 * (v5 * exp(-0.4999999999999999 * (d2 * d2)))
        d0 = 0.39894228040143265 * spot * exp(-0.4999999999999999 * (d1 * d1)) - d6
        d7 = d0 / spread
        d8 = d7 / strike
        # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
        v9 = 1.0 + erf(-0.7071067811865475 * d2)
        d10 = 0.5 * (v5 * v9)
        d11 = d1 * d7 - d6
        return (
            0.5 + 0.5 * erf(0.7071067811865475 * d1) + d8 / v0,
            -0.5 * v4 * v9 - d8,
            maturity * d10 + d0 * v1 / volatility,
            (d0 - d11) * v1,
            rate * d10 + v3 * d7 - d11 * v2 / v1,
        )
    # options.py:31  return max(spot - strike, 0.0)
    v0 = spot - strike
    if 0.0 > v0:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    v3 = 0.5 if v0 == 0.0 else 1.0
    return v3, -v3, 0.0, 0.0, 0.0
