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
        v3 = max(v0, 0.0)
        if v0 < 0.0:
            return v3, 0.0
        d0 = dspot - dstrike
        return v3, 0.5 * d0 if v0 == 0.0 else d0
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v4 = sqrt(maturity)
    spread = volatility * v4
    dspread = v4 * dvolatility + 0.5 * (dmaturity / v4) * volatility
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v5 = spot / strike
    v6 = rate + volatility * volatility * 0.5
    d1 = (log(v5) + v6 * maturity) / spread
    d7 = (dspot - dstrike * v5) / strike / v5 + dmaturity * v6
    d8 = d7 + maturity * (drate + volatility * dvolatility) - dspread * d1
    dd1 = d8 / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v9 = d1 / -sqrt2
    v10 = 0.5 * erfc(v9)
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v11 = exp(-(rate * maturity))
    v12 = strike * v11
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v13 = (d1 - spread) / -sqrt2
    v14 = 0.5 * erfc(v13)
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d15 = inv_sqrt_2pi * (spot * dd1 * bell(v9) + (dspread - dd1) * v12 * bell(v13))
    d16 = v11 * (strike * (maturity * drate + dmaturity * rate) - dstrike) * v14
    return spot * v10 - v12 * v14, dspot * v10 + d15 + d16
