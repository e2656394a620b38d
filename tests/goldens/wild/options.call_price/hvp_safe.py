# product with the Hessian of call_price in 168 operations, 203 before the passes

from math import erf, exp, log, sqrt

inv_sqrt2 = 0.7071067811865475
sqrt2 = 1.4142135623730951
two_over_sqrt_pi = 1.1283791670955126


def call_price_hvp(
    # fmt: off
    spot, strike, rate, volatility, maturity,
    dspot, dstrike, drate, dvolatility, dmaturity,
    # fmt: on
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
    v4 = d1 / sqrt2
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v5 = exp(-(maturity * rate))
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v6 = (d1 - spread) / sqrt2
    v7 = 0.5 * (1.0 + erf(v6))
    v8 = exp(-(v4 * v4))
    d9 = two_over_sqrt_pi * v8
    d10 = spot * 0.5
    v11 = exp(-(v6 * v6))
    d12 = two_over_sqrt_pi * v11
    d7 = strike * v5 * 0.5
    d6 = d7 * d12 / sqrt2
    # options.py:25  return d1, d1 - spread
    dd2 = d10 * d9 / sqrt2 - d6
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d13 = dd2 / spread
    d14 = d13 / v1
    d15 = v1 * dstrike - dspot
    d16 = d15 / strike
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v17 = 0.5 / v0
    d18 = dmaturity * v17
    d19 = v0 * dvolatility + volatility * d18
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d20 = 0.5 * (2.0 * volatility)
    d21 = drate + dvolatility * d20
    d3 = v2 * dmaturity - d16 / v1 + maturity * d21 - d1 * d19
    d22 = d3 / spread
    d23 = maturity * drate + rate * dmaturity
    dd1 = d22 - d19
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    d24 = 0.5 * v5 * d12 * (strike * d23 - dstrike)
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d25 = inv_sqrt2 * (d24 + 1.5957691216057306 * v6 * v11 * d7 * dd1)
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    d26 = inv_sqrt2 * (1.5957691216057306 * v4 * v8 * d10 * d22 - 0.5 * dspot * d9)
    d27 = d26 - d25
    # options.py:25  return d1, d1 - spread
    dd2_2 = d13 * d19 + d27
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d28 = (dd2_2 / spread - d14 * d16) / v1 + dstrike * (d14 / strike)
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d29 = 0.35355339059327373 * (d12 * dd1)
    d30 = v7 * strike
    d5 = d30 * v5
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v31 = v0 / volatility
    # options.py:23  spread = volatility * math.sqrt(maturity)
    d32 = v5 * (strike * d29 + v7 * dstrike - d23 * d30)
    d33 = (v0 * d27 - dd2 * (d18 - dvolatility * v31)) / volatility
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    dd1_2 = d6 - d1 * d13
    dd1_3 = (v3 * dd2_2 - dd2 * d3) / spread / spread - d25
    # options.py:23  spread = volatility * math.sqrt(maturity)
    d34 = 2.0 * dvolatility * (dd2 * v31 * 0.5) - d20 * d33 + dd1_2 * d18
    d35 = dd1_2 * volatility / v0 * d18 - dvolatility * dd1_2 - volatility * dd1_3
    d36 = (v2 * d27 - dd2 * (d21 - d19 * (v2 / spread))) / spread
    return (
        0.35355339059327373 * d9 * d22 - d28 / strike,
        v5 * (v7 * d23 - d29) + (spot * d28 + d14 * d15) / strike / strike,
        dmaturity * d5 + maturity * d32 - d33,
        d34 + v0 * dd1_3,
        drate * d5 + rate * d32 - d36 - d35 * v17,
    )
