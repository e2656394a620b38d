# product with the Hessian of call_price in 154 operations, 183 before the passes

from math import erfc, exp, log, sqrt

inv_sqrt2 = 0.7071067811865475
inv_sqrt_2pi = 0.39894228040143265
inv_sqrt_pi = 0.5641895835477563
sqrt2 = 1.4142135623730951


def bell(x):
    """exp(-x * x): as that of the square of an h near x, which is exact, and of what is left."""
    h = round(64.0 * x) / 64.0 if abs(x) < 64.0 else x
    return exp(-h * h) * exp((h - x) * (h + x) if h != x else 0.0)


def call_price_hvp(
    # fmt: off
    spot, strike, rate, volatility, maturity,
    dspot, dstrike, drate, dvolatility, dmaturity,
    # fmt: on
):
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
    v3 = d1 / -sqrt2
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v4 = exp(-(maturity * rate))
    v5 = strike * v4
    v6 = (d1 - spread) / -sqrt2
    v7 = 0.5 * erfc(v6)
    d8 = bell(v3)
    d9 = bell(v6)
    d10 = dmaturity / v0
    d11 = 0.5 * d10
    d12 = v0 * dvolatility + volatility * d11
    d13 = d12 / spread
    d14 = dstrike / strike
    d15 = v1 * d14 - dspot / strike
    d16 = d15 / v1
    d17 = drate + volatility * dvolatility
    d18 = d1 * d13 - (v2 * dmaturity - d16 + maturity * d17) / spread
    d19 = inv_sqrt_2pi * d8
    d20 = inv_sqrt_2pi * d9
    d21 = v5 * d20
    d22 = spot * d19 - d21
    d23 = d22 / spread
    d24 = d23 / v1
    d25 = d24 / strike
    d26 = 0.7978845608028653 * spot * v3 * d18 - inv_sqrt_pi * dspot
    d27 = maturity * drate + rate * dmaturity
    d28 = d18 + d12
    d29 = inv_sqrt_pi * v4 * (strike * d27 - dstrike)
    d30 = inv_sqrt2 * d9 * (d29 + 0.7978845608028653 * v5 * v6 * d28)
    d31 = inv_sqrt2 * d8 * d26 - d30
    d32 = d31 / spread + d13 * d23
    d33 = d14 * d25 - (d16 * d24 - d32 / v1) / strike
    d34 = d28 * d20 + v7 * d27
    d35 = strike * d34 - v7 * dstrike
    d36 = strike * v7
    v37 = v0 / volatility
    d38 = d22 * (v37 * (dvolatility / volatility) - 0.5 * (d10 / volatility))
    d39 = d31 * v37 + d38
    d40 = d1 * d23 - d21
    d41 = d18 * d23 + d1 * d32 - d30
    d42 = v2 / spread
    d43 = v4 * (drate * d36 - rate * d35) - d31 * d42
    d44 = 0.5 * ((volatility * d41 - dvolatility * d40) / v0)
    d45 = d43 - d22 * (d13 * d42 - d17 / spread) + d44
    return (
        -(d18 * d19 + d33),
        v4 * d34 + d15 * d25 + v1 * d33,
        -(v4 * (maturity * d35 - dmaturity * d36) + d39),
        dvolatility * d22 * v37 - volatility * d39 - d40 * d11 + v0 * d41,
        d45 + 0.25 * d40 * (volatility / v0) * (d10 / v0),
    )
