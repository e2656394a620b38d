# value and tangent of call_price in 72 operations, 83 before the passes

from math import erfc, exp, log, sqrt

inv_sqrt_2pi = 0.39894228040143265
sqrt2 = 1.4142135623730951


def bell(x):
    """exp(-x * x): as that of the square of an h near x, which is exact, and of what is left."""
    h = round(64.0 * x) / 64.0 if abs(x) < 64.0 else x
    return exp(-h * h) * exp((h - x) * (h + x) if h != x else 0.0)


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
        if 0.0 > v0:
            return v1, 0.0
        d0 = dspot - dstrike
        return v1, 0.5 * d0 if v0 == 0.0 else d0
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v2 = sqrt(maturity)
    spread = volatility * v2
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v3 = spot / strike
    v4 = rate + volatility * volatility * 0.5
    d1 = (log(v3) + v4 * maturity) / spread
    d5 = (dspot - dstrike * v3) / strike / v3 + dmaturity * v4
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v6 = d1 / -sqrt2
    v7 = 0.5 * erfc(v6)
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v8 = exp(-(maturity * rate))
    v9 = strike * v8
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v10 = (d1 - spread) / -sqrt2
    v11 = 0.5 * erfc(v10)
    # options.py:23  spread = volatility * math.sqrt(maturity)
    dspread = v2 * dvolatility + 0.5 * (dmaturity / v2) * volatility
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d12 = d5 + maturity * (drate + volatility * dvolatility) - dspread * d1
    dd1 = d12 / spread
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d13 = inv_sqrt_2pi * (spot * dd1 * bell(v6) + (dspread - dd1) * v9 * bell(v10))
    d14 = v8 * (strike * (maturity * drate + dmaturity * rate) - dstrike) * v11
    return spot * v7 - v9 * v11, dspot * v7 + d13 + d14
