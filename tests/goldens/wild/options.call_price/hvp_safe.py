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
    v3 = spot / strike
    v4 = rate + volatility * volatility * 0.5
    d1 = (log(v3) + v4 * maturity) / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v5 = d1 / -sqrt2
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v6 = exp(-(rate * maturity))
    v7 = strike * v6
    v8 = (d1 - spread) / -sqrt2
    v9 = 0.5 * erfc(v8)
    v10 = bell(v5)
    v11 = bell(v8)
    d12 = dstrike / strike
    d13 = (v3 * d12 - dspot / strike) / v3
    v14 = inv_sqrt_2pi * v10
    v15 = inv_sqrt_2pi * v11
    v16 = v7 * v15
    v17 = spot * v14 - v16
    v18 = v17 / spread
    v19 = v18 / v3
    d20 = dmaturity / v0
    d21 = 0.5 * d20
    d22 = v0 * dvolatility + volatility * d21
    d23 = d22 / spread
    d24 = drate + volatility * dvolatility
    d25 = d1 * d23 - (v4 * dmaturity - d13 + maturity * d24) / spread
    d26 = maturity * drate + rate * dmaturity
    d27 = d25 + d22
    d28 = inv_sqrt_pi * v6 * (strike * d26 - dstrike) + sqrt_2_over_pi * v7 * v8 * d27
    d29 = inv_sqrt2 * v11 * d28
    d30 = inv_sqrt2 * v10 * (sqrt_2_over_pi * spot * v5 * d25 - inv_sqrt_pi * dspot)
    d31 = d30 - d29
    d32 = d31 / spread + d23 * v18
    d33 = d27 * v15 + v9 * d26
    d34 = strike * d33 - v9 * dstrike
    v35 = strike * v9
    v36 = v0 / volatility
    d37 = v17 * (v36 * (dvolatility / volatility) - 0.5 * (d20 / volatility))
    d38 = d31 * v36 + d37
    v39 = d1 * v18 - v16
    d40 = d25 * v18 + d1 * d32 - d29
    v41 = v4 / spread
    d42 = v6 * (drate * v35 - rate * d34) - d31 * v41
    d43 = 0.5 * ((volatility * d40 - dvolatility * v39) / v0)
    d44 = d42 - v17 * (d23 * v41 - d24 / spread) + d43
    return (
        (d13 * v19 - d32 / v3) / strike - d25 * v14 - d12 * (v19 / strike),
        v6 * d33 + d32 / strike + d12 * (v18 / strike),
        -(v6 * (maturity * d34 - dmaturity * v35) + d38),
        dvolatility * v17 * v36 - volatility * d38 - v39 * d21 + v0 * d40,
        d44 + 0.25 * v39 * (volatility / v0) * (d20 / v0),
    )
