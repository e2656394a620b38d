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
    v12 = 0.5 / v0
    d13 = dmaturity * v12
    dspread = d11 + volatility * d13
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    dd1 = v2 * dmaturity - d10 + maturity * d2 - d1 * dspread
    # options.py:25  return d1, d1 - spread
    d14 = inv_sqrt_2pi * d8
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d15 = inv_sqrt_2pi * d9
    d16 = v5 * d15
    # options.py:25  return d1, d1 - spread
    dd2_2 = spot * d14 - d16
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d17 = dd2_2 * d10
    d18 = dd2_2 / spread
    # options.py:25  return d1, d1 - spread
    d19 = dd1 / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    d20 = 0.7978845608028653 * spot * v3 * d19 - inv_sqrt_pi * dspot
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d21 = maturity * drate + rate * dmaturity
    # options.py:25  return d1, d1 - spread
    dd2_3 = d19 - dspread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    d22 = inv_sqrt_pi * v4 * (strike * d21 - dstrike)
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    d23 = inv_sqrt2 * d9 * (d22 + 0.7978845608028653 * v5 * v6 * dd2_3)
    # options.py:25  return d1, d1 - spread
    dd2_4 = inv_sqrt2 * d8 * d20 - d23
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    dd1_2 = dspread * d18 + dd2_4
    d24 = d17 - dd1_2 - dstrike / strike * dd2_2
    d25 = v7 * d21 - dd2_3 * d15
    d26 = v0 * dd2_4 - dd2_2 * (d13 - d11 / volatility)
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    d27 = strike * d25 - v7 * dstrike
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v28 = strike * v7
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    dd1_3 = (dd1 * d18 - d1 * dd1_2) / spread + d23
    dd1_4 = d1 * d18 - d16
    # options.py:23  spread = volatility * math.sqrt(maturity)
    d29 = dd1_4 * d13
    d30 = (v2 * dd2_4 + dd2_2 * (v2 / spread * dspread - d2)) / spread
    d31 = (volatility * (d29 / v0 - dd1_3) - dvolatility * dd1_4) * v12
    return (
        (dd1 * d14 + d24 / strike / v1) / spread,
        v4 * d25 + (d17 - d24) / spread / strike,
        -(d26 / volatility + v4 * (maturity * d27 - dmaturity * v28)),
        v0 * (dvolatility / volatility * dd2_2 - dd1_3) - d26 - d29,
        v4 * (drate * v28 - rate * d27) - d30 + d31,
    )
