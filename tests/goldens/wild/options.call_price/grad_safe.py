# gradient of call_price in 70 operations, 87 before the passes

from math import erf, exp, log, sqrt


def call_price_grad(spot, strike, rate, volatility, maturity):
    if not maturity <= 0.0:
        # options.py:23  spread = volatility * math.sqrt(maturity)
        v0 = sqrt(maturity)
        spread = volatility * v0
        # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) *...
        v1 = spot / strike
        v2 = rate + volatility * volatility * 0.5
        d1 = (log(v1) + v2 * maturity) / spread
        # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
        v3 = d1 / 1.4142135623730951
        # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * matur...
        v4 = exp(-(maturity * rate))
        v5 = strike * v4
        v6 = (d1 - spread) / 1.4142135623730951
        v7 = 0.5 * (1.0 + erf(v6))
        d8 = v5 * exp(-(v6 * v6))
        d9 = spot * exp(-(v3 * v3)) - d8
        d10 = d9 / spread
        d11 = 0.39894228040143265 * d10
        d12 = d11 / strike
        v13 = v5 * v7
        v14 = 0.39894228040143265 * v0
        d0 = d1 * d10 - d8
        return (
            0.5 * (1.0 + erf(v3)) + d12 / v1,
            -(v4 * v7 + d12),
            maturity * v13 + d9 / volatility * v14,
            (d9 - d0) * v14,
            rate * v13 + v2 * d11 - 0.19947114020071632 * volatility / v0 * d0,
        )
    # options.py:31  return max(spot - strike, 0.0)
    v0 = spot - strike
    if 0.0 > v0:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    v2 = 0.5 if v0 == 0.0 else 1.0
    return v2, -v2, 0.0, 0.0, 0.0
