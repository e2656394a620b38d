# value and tangent of call_price in 72 operations, 83 before the passes

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


def call_price(
    # fmt: off
    spot, strike, rate, volatility, maturity,
    dspot, dstrike, drate, dvolatility, dmaturity,
    # fmt: on
):
    # options.py:30  if maturity <= 0:
    if maturity <= 0.0:
        # options.py:31  return max(spot - strike, 0.0)
        v0 = spot - strike
        v1 = max(v0, 0.0)
        if v0 < 0.0:
            return v1, 0.0
        d0 = dspot - dstrike
        return v1, 0.5 * d0 if v0 == 0.0 else d0
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v2 = sqrt(maturity)
    spread = volatility * v2
    dspread = v2 * dvolatility + 0.5 * (dmaturity / v2) * volatility
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v3 = spot / strike
    v4 = rate + volatility * volatility * 0.5
    d1 = (log(v3) + v4 * maturity) / spread
    d5 = (dspot - dstrike * v3) / strike / v3 + dmaturity * v4
    d6 = d5 + maturity * (drate + volatility * dvolatility) - dspread * d1
    dd1 = d6 / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v7 = d1 / -sqrt2
    v8 = 0.5 * erfc(v7)
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v9 = exp(-(rate * maturity))
    v10 = strike * v9
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v11 = (d1 - spread) / -sqrt2
    v12 = 0.5 * erfc(v11)
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d13 = inv_sqrt_2pi * (spot * dd1 * bell(v7) + (dspread - dd1) * v10 * bell(v11))
    d14 = v9 * (strike * (maturity * drate + dmaturity * rate) - dstrike) * v12
    return spot * v8 - v10 * v12, dspot * v8 + d13 + d14
