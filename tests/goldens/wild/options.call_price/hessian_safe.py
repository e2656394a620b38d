# Hessian of call_price in 201 operations, 308 before the passes

from math import erfc, exp, log, sqrt

inv_sqrt2 = 0.7071067811865475
inv_sqrt_2pi = 0.39894228040143265
inv_sqrt_pi = 0.5641895835477562
inv_sqrt_pi_ = 0.5641895835477563
sqrt2 = 1.4142135623730951


def bell(x):
    """exp(-x * x): as that of the square of an h near x, which is exact, and of what is left."""
    h = round(64.0 * x) / 64.0 if abs(x) < 64.0 else x
    return exp(-h * h) * exp((h - x) * (h + x) if h != x else 0.0)


def call_price_hessian(spot, strike, rate, volatility, maturity):
    if maturity <= 0.0:
        return (
            (0.0, 0.0, 0.0, 0.0, 0.0),
            (0.0, 0.0, 0.0, 0.0, 0.0),
            (0.0, 0.0, 0.0, 0.0, 0.0),
            (0.0, 0.0, 0.0, 0.0, 0.0),
            (0.0, 0.0, 0.0, 0.0, 0.0),
        )
    # options.py:23  spread = volatility * math.sqrt(maturity)
    v0 = sqrt(maturity)
    spread = volatility * v0
    # options.py:24  d1 = (math.log(spot / strike) + (rate + volatility**2 / 2) * mat...
    v1 = spot / strike
    v2 = rate + volatility * volatility * 0.5
    v3 = log(v1) + v2 * maturity
    d1 = v3 / spread
    # options.py:13  return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))
    v4 = d1 / -sqrt2
    # options.py:33  return spot * norm_cdf(d1) - strike * math.exp(-rate * maturity)...
    v5 = exp(-(maturity * rate))
    v6 = strike * v5
    v7 = (d1 - spread) / -sqrt2
    v8 = 0.5 * erfc(v7)
    d9 = bell(v4)
    d10 = bell(v7)
    v11 = 1.0 / strike
    v12 = v11 / v1
    v13 = v12 / spread
    d14 = inv_sqrt_2pi * d9
    d15 = v6 * v7
    d16 = d15 * (inv_sqrt_pi * d10)
    d17 = spot * v4
    d18 = v13 * d16 - inv_sqrt2 * d9 * (0.7978845608028653 * v13 * d17 + inv_sqrt_pi_)
    d19 = inv_sqrt_2pi * d10
    d20 = v6 * d19
    d21 = spot * d14 - d20
    d22 = d21 / spread
    d23 = d22 / v1
    v24 = v11 / spread
    d25 = 0.7978845608028653 * d15
    d26 = inv_sqrt2 * d10
    d27 = inv_sqrt_pi * d9
    d28 = d17 * d27
    d29 = ((inv_sqrt_pi_ * v5 - v24 * d25) * d26 + v24 * d28) / spread / v1 * v11
    v30 = 1.0 / volatility
    v31 = v0 * v30
    v32 = v3 * v30
    d33 = maturity * v6
    d34 = spot * v30 * v32 * d27 - d10 * (inv_sqrt_pi_ * d33 - v31 * d25)
    d35 = inv_sqrt2 * (d34 / spread / v1 * v11)
    d36 = volatility * v31
    v37 = v32 / spread
    d38 = d36 - v37
    d39 = v0 - d38
    d40 = d39 * d16
    d41 = d38 * d28 - d21 * v30 + d40
    d42 = d41 / spread
    d43 = d42 / v1 * v11
    d44 = v2 / spread
    d45 = 1.0 / v0
    d46 = 0.5 * (volatility * d45)
    d47 = d44 - d1 / spread * d46
    d48 = d46 - d47
    d49 = rate * v6
    d50 = (d48 * d25 + inv_sqrt_pi_ * d49) * d26
    d51 = d47 * d28 - d22 * d46 + d50
    d52 = d51 / spread
    d53 = d52 / v1 * v11
    d54 = maturity * v8 - v31 * d19
    d55 = d39 * d19
    d56 = rate * v8 + d48 * d19
    d57 = d22 + v31 * d51
    d58 = (d1 * d22 - d20) * d45
    d59 = d22 * d47 + d50 + d1 * d52
    d60 = -(d29 + v24 * d14)
    d61 = v31 * d14 - d35
    d62 = d38 * d14 + d43
    d63 = d47 * d14 + d53
    d64 = v5 * d54 + v1 * d35
    d65 = v5 * d55 - v1 * d43
    d66 = v5 * d56 - v1 * d53
    d67 = v31 * d41 - d33 * d55
    d68 = d57 - (maturity * d56 - v8) * v6
    d69 = volatility * d57 - 0.5 * d58 - v0 * d59
    return (
        (v13 * d14 - (d18 / spread / v1 + v12 * d23) * v11, d60, d61, d62, d63),
        (d60, v1 * v11 * (d23 * v11) + v5 * v24 * d19 + v1 * d29, d64, d65, d66),
        (d61, d64, -inv_sqrt2 * v31 * d34 - d54 * d33, d67, d68),
        (d62, d65, d67, d41 * d36 - v0 * (d40 - d22 * v37 + d1 * d42), d69),
        (
            d63,
            d66,
            d68,
            d69,
            d44 * d51 - d56 * d49 - 0.5 * ((volatility * d59 - d58 * d46) * d45),
        ),
    )
