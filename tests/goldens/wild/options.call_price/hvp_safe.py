# product with the Hessian of call_price in 168 operations, 203 before the passes

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
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v6 = (d1 - spread) / 1.4142135623730951
    v7 = 0.5 * (1.0 + erf(v6))
    v8 = exp(-(v4 * v4))
    d9 = 1.1283791670955126 * v8
    d10 = spot * 0.5
    v11 = exp(-(v6 * v6))
    d12 = 1.1283791670955126 * v11
    d7 = strike * v5 * 0.5
    d6 = d7 * d12 / 1.4142135623730951
    # options.py:25  return d1, d1 - spread
    d13 = d10 * d9 / 1.4142135623730951 - d6
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d14 = d13 / spread
    d15 = d14 / v1
    d16 = v1 * dstrike - dspot
    d17 = d16 / strike
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v18 = 0.5 / v0
    d19 = dmaturity * v18
    d20 = v0 * dvolatility + volatility * d19
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d21 = 0.5 * (2.0 * volatility)
    d22 = drate + dvolatility * d21
    d3 = v2 * dmaturity - d17 / v1 + maturity * d22 - d1 * d20
    d23 = d3 / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    d24 = 1.5957691216057306 * v4 * v8 * d10 * d23 - 0.5 * dspot * d9
    d25 = maturity * drate + rate * dmaturity
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    dd1 = d23 - d20
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    d26 = 0.5 * v5 * d12 * (strike * d25 - dstrike)
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d27 = 0.7071067811865475 * (d26 + 1.5957691216057306 * v6 * v11 * d7 * dd1)
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    d28 = 0.7071067811865475 * d24 - d27
    # options.py:25  return d1, d1 - spread
    d29 = d14 * d20 + d28
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d30 = (d29 / spread - d15 * d17) / v1 + dstrike * (d15 / strike)
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d31 = 0.35355339059327373 * (d12 * dd1)
    d32 = v7 * strike
    d5 = d32 * v5
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v33 = v0 / volatility
    # options.py:23  spread = volatility * math.sqrt(maturity)
    d34 = v5 * (strike * d31 + v7 * dstrike - d25 * d32)
    d35 = (v0 * d28 - d13 * (d19 - dvolatility * v33)) / volatility
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    dd1_2 = d6 - d1 * d14
    dd1_3 = (v3 * d29 - d13 * d3) / spread / spread - d27
    # options.py:23  spread = volatility * math.sqrt(maturity)
    d36 = 2.0 * dvolatility * (d13 * v33 * 0.5) - d21 * d35 + dd1_2 * d19
    d37 = dd1_2 * volatility / v0 * d19 - dvolatility * dd1_2 - volatility * dd1_3
    d38 = (v2 * d28 - d13 * (d22 - d20 * (v2 / spread))) / spread
    return (
        0.35355339059327373 * d9 * d23 - d30 / strike,
        v5 * (v7 * d25 - d31) + (spot * d30 + d15 * d16) / strike / strike,
        dmaturity * d5 + maturity * d34 - d35,
        d36 + v0 * dd1_3,
        drate * d5 + rate * d34 - d38 - d37 * v18,
    )
