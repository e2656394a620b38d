# product with the Hessian of call_price in 141 operations, 183 before the passes

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
    d10 = (v1 * dstrike - dspot) / strike / v1
    d11 = drate + volatility * dvolatility
    d12 = v0 * dvolatility
    d13 = 0.5 / v0
    d14 = dmaturity * d13
    d15 = d12 + volatility * d14
    d16 = v2 * dmaturity - d10 + maturity * d11 - d1 * d15
    d17 = inv_sqrt_2pi * d8
    d18 = inv_sqrt_2pi * d9
    d19 = v5 * d18
    d20 = spot * d17 - d19
    d21 = d20 * d10
    d22 = d16 / spread
    d23 = 0.7978845608028653 * spot * v3 * d22 + inv_sqrt_pi * dspot
    d24 = maturity * drate + rate * dmaturity
    d25 = d22 - d15
    d26 = inv_sqrt_pi * v4 * (strike * d24 - dstrike)
    d27 = inv_sqrt2 * d9 * (d26 - 0.7978845608028653 * v5 * v6 * d25)
    d28 = inv_sqrt2 * d8 * d23 + d27
    d29 = d20 / spread
    d30 = d15 * d29 - d28
    d31 = d21 - d30 - dstrike / strike * d20
    d32 = v7 * d24 - d25 * d18
    d33 = strike * d32 - v7 * dstrike
    d34 = strike * v7
    d35 = v0 * d28 + d20 * (d14 - d12 / volatility)
    d36 = (d16 * d29 - d1 * d30) / spread + d27
    d37 = d1 * d29 - d19
    d38 = d37 * d14
    d39 = (v2 * d28 - d20 * (v2 / spread * d15 - d11)) / spread
    d40 = (volatility * (d38 / v0 - d36) - dvolatility * d37) * d13
    return (
        (d16 * d17 + d31 / strike / v1) / spread,
        v4 * d32 + (d21 - d31) / strike / spread,
        d35 / volatility - v4 * (maturity * d33 - dmaturity * d34),
        v0 * (dvolatility / volatility * d20 - d36) + d35 - d38,
        v4 * (drate * d34 - rate * d33) + d39 + d40,
    )
