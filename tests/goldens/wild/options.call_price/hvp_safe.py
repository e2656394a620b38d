# product with the Hessian of call_price in 151 operations, 203 before the passes

from math import erf, exp, log, sqrt


def call_price_hvp(
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
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    if maturity <= 0.0:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v0 = sqrt(maturity)
    spread = volatility * v0
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v1 = spot / strike
    v2 = rate + volatility * volatility * 0.5
    v3 = log(v1) + v2 * maturity
    d1 = v3 / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v4 = d1 / 1.4142135623730951
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v5 = exp(-(maturity * rate))
    v6 = strike * v5
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v7 = (d1 - spread) / 1.4142135623730951
    v8 = 0.5 * (1.0 + erf(v7))
    d9 = exp(-(v4 * v4))
    d10 = exp(-(v7 * v7))
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d11 = v1 * dstrike - dspot
    d12 = d11 / v1
    d2 = drate + volatility * dvolatility
    # options.py:23  spread = volatility * math.sqrt(maturity)
    d13 = v0 * dvolatility
    v14 = 0.5 / v0
    d15 = dmaturity * v14
    dspread = d13 + volatility * d15
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    dd1 = v2 * dmaturity - d12 / strike + maturity * d2 - d1 * dspread
    # options.py:25  return d1, d1 - spread
    d16 = 0.39894228040143265 * d9
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d17 = 0.39894228040143265 * d10
    d18 = v6 * d17
    # options.py:25  return d1, d1 - spread
    dd2_2 = spot * d16 - d18
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d19 = dd2_2 / spread
    # options.py:25  return d1, d1 - spread
    d20 = dd1 / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    d21 = 0.7978845608028653 * spot * v4 * d20 - 0.5641895835477563 * dspot
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d22 = maturity * drate + rate * dmaturity
    # options.py:25  return d1, d1 - spread
    dd2_3 = d20 - dspread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    d23 = 0.5641895835477563 * v5 * (strike * d22 - dstrike)
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d24 = 0.7071067811865475 * d10 * (d23 + 0.7978845608028653 * v6 * v7 * dd2_3)
    # options.py:25  return d1, d1 - spread
    dd2_4 = 0.7071067811865475 * d9 * d21 - d24
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    dd1_2 = dspread * d19 + dd2_4
    d25 = dd2_2 / strike * (d12 - dstrike) - dd1_2
    d26 = v8 * d22 - dd2_3 * d17
    d27 = v0 * dd2_4 - dd2_2 * (d15 - d13 / volatility)
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d28 = strike * d26 - v8 * dstrike
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v29 = strike * v8
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    dd1_3 = (v3 * dd1_2 - dd1 * dd2_2) / spread / spread - d24
    dd1_4 = d1 * d19 - d18
    # options.py:23  spread = volatility * math.sqrt(maturity)
    d30 = dd1_4 * d15
    d31 = (v2 * dd2_4 + dd2_2 * (v2 / spread * dspread - d2)) / spread
    d32 = (volatility * (dd1_3 + d30 / v0) - dvolatility * dd1_4) * v14
    return (
        (dd1 * d16 + d25 / strike / v1) / spread,
        v5 * d26 - (spot * d25 - d11 * dd2_2) / spread / strike / strike / v1,
        -(d27 / volatility + v5 * (maturity * d28 - dmaturity * v29)),
        v0 * (dvolatility / volatility * dd2_2 + dd1_3) - d27 - d30,
        v5 * (drate * v29 - rate * d28) - d31 + d32,
    )
