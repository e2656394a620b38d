# value and tangent of call_price in 83 operations, 90 before the passes

from math import erf, exp, log, sqrt


def call_price(
    spot,
    strike,
    rate,
    volatility,
    maturity,
    dspot,
    dstrike,
    drate,
    dvolatility,
    dmaturity,
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
    dspread = v2 * dvolatility + volatility * (0.5 * dmaturity / v2)
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v3 = spot / strike
    v4 = rate + volatility * volatility * 0.5
    d5 = maturity * (drate + volatility * dvolatility) + v4 * dmaturity
    d1 = (log(v3) + v4 * maturity) / spread
    dd1 = ((dspot - v3 * dstrike) / strike / v3 + d5 - d1 * dspread) / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v6 = d1 / 1.4142135623730951
    v7 = 0.5 * (1.0 + erf(v6))
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d8 = spot * (0.5641895835477563 * exp(-(v6 * v6)) * (dd1 / 1.4142135623730951))
    v9 = exp(-(maturity * rate))
    v10 = strike * v9
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v11 = (d1 - spread) / 1.4142135623730951
    v12 = 0.5 * (1.0 + erf(v11))
    d13 = 0.5641895835477563 * exp(-(v11 * v11))
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d10 = v9 * dstrike + strike * (v9 * (-(dmaturity * rate) - maturity * drate))
    d14 = v12 * d10 + v10 * (d13 * ((dd1 - dspread) / 1.4142135623730951))
    return spot * v7 - v10 * v12, v7 * dspot + d8 - d14
