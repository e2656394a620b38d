# product with the Hessian of call_price in 154 operations, 185 before the passes

from math import erfc, exp, log, sqrt

inv_sqrt2 = 0.7071067811865476
inv_sqrt_2pi = 0.3989422804014327
inv_sqrt_pi = 0.5641895835477563
sqrt2 = 1.4142135623730951
sqrt_2_over_pi = 0.7978845608028654


def bell(x):
    """exp(-x * x), with what the square is rounded by."""
    square = x * x
    value = exp(-square)
    if -40.0 < x < 40.0:
        high = x + 6442450944.0 - 6442450944.0  # 26 bits, whose square is exact
        value -= value * (high * high - square + (x - high) * (x + high))
    return value


def call_price_hvp(
    # fmt: off
    spot, strike, rate, volatility, maturity,
    dspot, dstrike, drate, dvolatility, dmaturity,
    # fmt: on
):
    # options.py:30  if maturity <= 0:
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
    v4 = exp(-(rate * maturity))
    v5 = strike * v4
    v6 = (d1 - spread) / -sqrt2
    v7 = 0.5 * erfc(v6)
    v8 = bell(v3)
    v9 = bell(v6)
    d10 = dstrike / strike
    d11 = (v1 * d10 - dspot / strike) / v1
    v12 = inv_sqrt_2pi * v8
    v13 = inv_sqrt_2pi * v9
    v14 = v5 * v13
    v15 = spot * v12 - v14
    v16 = v15 / spread
    v17 = v16 / v1
    d18 = dmaturity / v0
    d19 = 0.5 * d18
    d20 = v0 * dvolatility + volatility * d19
    d21 = d20 / spread
    d22 = drate + volatility * dvolatility
    d23 = d1 * d21 - (v2 * dmaturity - d11 + maturity * d22) / spread
    d24 = maturity * drate + rate * dmaturity
    d25 = d23 + d20
    d26 = inv_sqrt_pi * v4 * (strike * d24 - dstrike) + sqrt_2_over_pi * v5 * v6 * d25
    d27 = inv_sqrt2 * v9 * d26
    d28 = inv_sqrt2 * v8 * (sqrt_2_over_pi * spot * v3 * d23 - inv_sqrt_pi * dspot)
    d29 = d28 - d27
    d30 = d29 / spread + d21 * v16
    d31 = d25 * v13 + v7 * d24
    d32 = strike * d31 - v7 * dstrike
    v33 = strike * v7
    v34 = v0 / volatility
    d35 = v15 * (v34 * (dvolatility / volatility) - 0.5 * (d18 / volatility))
    d36 = d29 * v34 + d35
    v37 = d1 * v16 - v14
    d38 = d23 * v16 + d1 * d30 - d27
    v39 = v2 / spread
    d40 = v4 * (drate * v33 - rate * d32) - d29 * v39
    d41 = 0.5 * ((volatility * d38 - dvolatility * v37) / v0)
    d42 = d40 - v15 * (d21 * v39 - d22 / spread) + d41
    return (
        (d11 * v17 - d30 / v1) / strike - d23 * v12 - d10 * (v17 / strike),
        v4 * d31 + d30 / strike + d10 * (v16 / strike),
        -(v4 * (maturity * d32 - dmaturity * v33) + d36),
        dvolatility * v15 * v34 - volatility * d36 - v37 * d19 + v0 * d38,
        d42 + 0.25 * v37 * (volatility / v0) * (d18 / v0),
    )
