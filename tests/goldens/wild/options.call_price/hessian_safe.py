# Hessian of call_price in 202 operations, 308 before the passes

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
    v11 = 1.0 / strike / v1
    v12 = v11 / spread
    d13 = inv_sqrt_2pi * d9
    d14 = v6 * v7
    d15 = d14 * (inv_sqrt_pi * d10)
    d16 = spot * v4
    d17 = v12 * d15 - inv_sqrt2 * d9 * (0.7978845608028653 * v12 * d16 + inv_sqrt_pi_)
    d18 = inv_sqrt_2pi * d10
    d19 = v6 * d18
    d20 = spot * d13 - d19
    d21 = d20 / spread
    d22 = d21 / v1
    v23 = v1 / strike
    v24 = v23 / v1
    d25 = d22 / strike
    v26 = v24 / spread
    d27 = 0.7978845608028653 * d14
    d28 = inv_sqrt2 * d10
    d29 = inv_sqrt_pi * d9
    d30 = d16 * d29
    d31 = ((inv_sqrt_pi_ * v5 - v26 * d27) * d28 + v26 * d30) / spread / v1
    d32 = (d22 * v24 - d25 - d31) / strike
    v33 = v0 / volatility
    v34 = v3 / volatility
    d35 = maturity * v6
    d36 = spot / volatility * v34 * d29 - d10 * (inv_sqrt_pi_ * d35 - v33 * d27)
    d37 = inv_sqrt2 * (d36 / spread / v1 / strike)
    d38 = volatility * v33
    v39 = v34 / spread
    d40 = d38 - v39
    d41 = v0 - d40
    d42 = d41 * d15
    d43 = d40 * d30 - d20 / volatility + d42
    d44 = d43 / spread
    d45 = d44 / v1 / strike
    d46 = v2 / spread
    d47 = 0.5 * (volatility / v0)
    d48 = d46 - d1 / spread * d47
    d49 = d47 - d48
    d50 = rate * v6
    d51 = (d49 * d27 + inv_sqrt_pi_ * d50) * d28
    d52 = d48 * d30 - d21 * d47 + d51
    d53 = d52 / spread
    d54 = d53 / v1 / strike
    d55 = maturity * v8 - v33 * d18
    d56 = d41 * d18
    d57 = rate * v8 + d49 * d18
    d58 = d21 + v33 * d52
    d59 = (d1 * d21 - d19) / v0
    d60 = d21 * d48 + d51 + d1 * d53
    d61 = d32 - v26 * d13
    d62 = v33 * d13 - d37
    d63 = d40 * d13 + d45
    d64 = d48 * d13 + d54
    d65 = v5 * d55 + v1 * d37
    d66 = v5 * d56 - v1 * d45
    d67 = v5 * d57 - v1 * d54
    d68 = v33 * d43 - d35 * d56
    d69 = d58 - (maturity * d57 - v8) * v6
    d70 = volatility * d58 - 0.5 * d59 - v0 * d60
    return (
        (v12 * d13 - (d17 / spread / v1 + d22 * v11) / strike, d61, d62, d63, d64),
        (d61, v23 * d25 + v5 * v26 * d18 - v1 * d32, d65, d66, d67),
        (d62, d65, -inv_sqrt2 * v33 * d36 - d55 * d35, d68, d69),
        (d63, d66, d68, d43 * d38 - v0 * (d42 - d21 * v39 + d1 * d44), d70),
        (
            d64,
            d67,
            d69,
            d70,
            d46 * d52 - d57 * d50 - 0.5 * ((volatility * d60 - d59 * d47) / v0),
        ),
    )
