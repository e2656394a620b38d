# value and tangent of call_price in 78 operations, 90 before the passes

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
        dspread = v0 * dvolatility + 0.5 * dmaturity / v0 * volatility
        # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) *...
        v1 = spot / strike
        v2 = rate + volatility * volatility * 0.5
        d1 = (log(v1) + v2 * maturity) / spread
        d3 = dmaturity * v2 - (v1 * dstrike - dspot) / strike / v1
        d4 = d3 + maturity * (drate + volatility * dvolatility) - dspread * d1
        dd1 = d4 / spread
        # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
        v5 = d1 / 1.4142135623730951
        v6 = 0.5 * (1.0 + erf(v5))
        # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * matur...
        v7 = exp(-(maturity * rate))
        v8 = strike * v7
        # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
        v9 = (d1 - spread) / 1.4142135623730951
        v10 = 0.5 * (1.0 + erf(v9))
        # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * matur...
        d11 = spot * dd1 * exp(-(v5 * v5)) + (dspread - dd1) * v8 * exp(-(v9 * v9))
        d12 = v7 * (strike * (maturity * drate + dmaturity * rate) - dstrike) * v10
        return spot * v6 - v8 * v10, dspot * v6 + 0.39894228040143265 * d11 + d12
    # options.py:31  return max(spot - strike, 0.0)
    v0 = spot - strike
    v2 = max(v0, 0.0)
    if 0.0 > v0:
        return v2, 0.0
    d0 = dspot - dstrike
    return v2, 0.5 * d0 if v0 == 0.0 else d0
