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
    if not maturity <= 0.0:
        # options.py:23  spread = volatility * math.sqrt(maturity)
        v0 = sqrt(maturity)
        spread = volatility * v0
        dspread = v0 * dvolatility + volatility * (0.5 * dmaturity / v0)
        # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) *...
        v1 = spot / strike
        v2 = rate + volatility * volatility * 0.5
        d3 = maturity * (drate + volatility * dvolatility) + v2 * dmaturity
        d1 = (log(v1) + v2 * maturity) / spread
        dd1 = ((dspot - v1 * dstrike) / strike / v1 + d3 - d1 * dspread) / spread
        # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
        v4 = d1 / 1.4142135623730951
        v5 = 0.5 * (1.0 + erf(v4))
        d5 = 0.5641895835477563 * exp(-(v4 * v4)) * (dd1 / 1.4142135623730951)
        # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * matur...
        v6 = exp(-(maturity * rate))
        v7 = strike * v6
        # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
        v8 = (d1 - spread) / 1.4142135623730951
        v9 = 0.5 * (1.0 + erf(v8))
        d10 = 0.5641895835477563 * exp(-(v8 * v8))
        # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * matur...
        d7 = v6 * dstrike + strike * (v6 * (-(dmaturity * rate) - maturity * drate))
        d11 = v9 * d7 + v7 * (d10 * ((dd1 - dspread) / 1.4142135623730951))
        return spot * v5 - v7 * v9, v5 * dspot + spot * d5 - d11
    # options.py:31  return max(spot - strike, 0.0)
    v0 = spot - strike
    v2 = max(v0, 0.0)
    if 0.0 > v0:
        return v2, 0.0
    d0 = dspot - dstrike
    return v2, 0.5 * d0 if v0 == 0.0 else d0
