# product with the Hessian of call_price in 147 operations, 197 before the passes

from math import erf, exp, log, sqrt

inv_sqrt2 = 0.7071067811865475
inv_sqrt_2pi = 0.39894228040143265
inv_sqrt_pi = 0.5641895835477563
sqrt2 = 1.4142135623730951


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
    d1 = (log(v1) + v2 * maturity) / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v3 = d1 / sqrt2
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v4 = exp(-(maturity * rate))
    v5 = strike * v4
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v6 = (d1 - spread) / sqrt2
    v7 = 0.5 * (1.0 + erf(v6))
    d8 = exp(-(v3 * v3))
    d9 = exp(-(v6 * v6))
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d10 = (v1 * dstrike - dspot) / strike / v1
    d2 = drate + volatility * dvolatility
    # options.py:23  spread = volatility * math.sqrt(maturity)
    d11 = v0 * dvolatility
    d12 = 0.5 / v0
    d0 = dmaturity * d12
    dspread = d11 + volatility * d0
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d13 = v2 * dmaturity - d10 + maturity * d2 - d1 * dspread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    d3 = inv_sqrt_2pi * d8
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d14 = inv_sqrt_2pi * d9
    d15 = v5 * d14
    # options.py:25  return d1, d1 - spread
    dd2_2 = spot * d3 - d15
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d16 = dd2_2 * d10
    d17 = dd2_2 / spread
    # options.py:25  return d1, d1 - spread
    d18 = d13 / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    d19 = 0.7978845608028653 * spot * v3 * d18 - inv_sqrt_pi * dspot
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d20 = maturity * drate + rate * dmaturity
    # options.py:25  return d1, d1 - spread
    d21 = d18 - dspread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    d22 = inv_sqrt_pi * v4 * (strike * d20 - dstrike)
    d23 = inv_sqrt2 * d9 * (d22 + 0.7978845608028653 * v5 * v6 * d21)
    # options.py:25  return d1, d1 - spread
    d24 = inv_sqrt2 * d8 * d19 - d23
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d25 = dspread * d17 + d24
    d26 = d16 - d25 - dstrike / strike * dd2_2
    d27 = v7 * d20 - d21 * d14
    d28 = v0 * d24 - dd2_2 * (d0 - d11 / volatility)
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d29 = strike * d27 - v7 * dstrike
    # options.py:23  spread = volatility * math.sqrt(maturity)
    d30 = strike * v7
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d31 = (d13 * d17 - d1 * d25) / spread + d23
    d32 = d1 * d17 - d15
    # options.py:23  spread = volatility * math.sqrt(maturity)
    d33 = d32 * d0
    d34 = (v2 * d24 + dd2_2 * (v2 / spread * dspread - d2)) / spread
    d35 = (volatility * (d33 / v0 - d31) - dvolatility * d32) * d12
    return (
        (d13 * d3 + d26 / strike / v1) / spread,
        v4 * d27 + (d16 - d26) / spread / strike,
        -(d28 / volatility + v4 * (maturity * d29 - dmaturity * d30)),
        v0 * (dvolatility / volatility * dd2_2 - d31) - d28 - d33,
        v4 * (drate * d30 - rate * d29) - d34 + d35,
    )
